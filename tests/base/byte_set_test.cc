#include "lib/base/byte_set.h"

#include <gtest/gtest.h>

#include <string_view>

namespace yesan::internal {
namespace {

TEST(ByteSet, FindsTheFirstOfItsBytesFromAPlaceOn) {
  constexpr ByteSet kBrackets("([");
  EXPECT_EQ(kBrackets.FindIn("a[b(c"), 1U);
  EXPECT_EQ(kBrackets.FindIn("a[b(c", 2), 3U);
  EXPECT_TRUE(kBrackets.IsIn("(x-)"));
}

TEST(ByteSet, GivesTheSizeOfATextThatHasNoneOfThem) {
  constexpr ByteSet kDigits("0123456789");
  EXPECT_EQ(kDigits.FindIn("예산"), std::string_view("예산").size());
  EXPECT_EQ(kDigits.FindIn("1a", 1), 2U);
  EXPECT_EQ(kDigits.FindIn("1", 7), 1U);
  EXPECT_EQ(kDigits.FindIn(""), 0U);
  EXPECT_FALSE(kDigits.IsIn("예산"));
}

TEST(ByteSet, HoldsBytesBeyondAsciiAndTheNul) {
  constexpr ByteSet kOdd(std::string_view("\0\xEF", 2));
  EXPECT_TRUE(kOdd.Has('\0'));
  EXPECT_TRUE(kOdd.Has('\xEF'));
  EXPECT_FALSE(kOdd.Has('\x6F'));
  EXPECT_EQ(kOdd.FindIn("：", 0), 0U);  // U+FF1A begins with EF
}

}  // namespace
}  // namespace yesan::internal
