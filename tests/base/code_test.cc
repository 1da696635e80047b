#include "yesan/base/code.h"

#include <set>
#include <string>

#include "gtest/gtest.h"

namespace yesan {
namespace {

TEST(Code, KeepsItsNumbers) {
  EXPECT_EQ(static_cast<int>(Code::kInvalidArgument), 1);
  EXPECT_EQ(static_cast<int>(Code::kInvalidUtf8), 10);
  EXPECT_EQ(static_cast<int>(Code::kWrongUnit), 17);
  EXPECT_EQ(static_cast<int>(Code::kTooLarge), 30);
  EXPECT_EQ(static_cast<int>(Code::kEncoding), 32);
  EXPECT_EQ(static_cast<int>(Code::kNotFound), 50);
  EXPECT_EQ(static_cast<int>(Code::kDoesNotAddUp), 52);
}

TEST(Code, NamesEachCodeDifferently) {
  std::set<std::string> names;
  int known = 0;
  for (int number = 0; number < 100; ++number) {
    const std::string name(Name(static_cast<Code>(number)));
    if (name == "unknown") continue;
    ++known;
    names.insert(name);
  }
  EXPECT_EQ(known, 20);
  EXPECT_EQ(names.size(), 20U);
  EXPECT_EQ(Name(Code::kWrongGrouping), "wrong_grouping");
}

TEST(Code, NamesANumberThatIsNoCodeUnknown) {
  EXPECT_EQ(Name(static_cast<Code>(-1)), "unknown");
  EXPECT_EQ(Name(static_cast<Code>(9999)), "unknown");
}

}  // namespace
}  // namespace yesan
