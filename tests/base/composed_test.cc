#include "lib/base/composed.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "tests/base/decomposed.h"

namespace yesan::internal {
namespace {

TEST(Composed, LeavesATextOfWholeSyllablesWhereItStands) {
  const std::string_view text =
      "예산 1,000천원 ǍẠ";  // U+1EA0 begins with the same byte as the letters
  const Composed composed(text);
  EXPECT_FALSE(composed.differs());
  EXPECT_EQ(composed.text().data(), text.data());
  EXPECT_EQ(composed.PrintedAt(text.size()), text.size());
}

TEST(Composed, KnowsWhereEachCharacterWasPrinted) {
  const std::string_view whole = "위탁 협약(18.08.23) 가나다 Δ끝";
  const std::string printed = testing::Decomposed(whole);
  const Composed composed(printed);
  EXPECT_TRUE(composed.differs());
  EXPECT_EQ(composed.text(), whole);
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < whole.size(); begin = end) {
    (void)NextCharacter(whole, end);
    const std::size_t first = composed.PrintedAt(begin);
    EXPECT_EQ(printed.substr(first, composed.PrintedAt(end) - first),
              testing::Decomposed(whole.substr(begin, end - begin)));
  }
  EXPECT_EQ(composed.PrintedAt(whole.size()), printed.size());
}

TEST(Composed, LeavesLettersThatMakeNoSyllableAndBytesThatAreNoCharacter) {
  const std::string printed = testing::Decomposed("각") + "\xff\xe1\x84 \xe1\x85\xa1 a";
  const Composed composed(printed);
  EXPECT_EQ(composed.text(), "각\xff\xe1\x84 \xe1\x85\xa1 a");
  EXPECT_EQ(composed.PrintedAt(composed.text().size()), printed.size());
}

TEST(ContainsWord, FindsAWordWholeOrInLettersAndNoOther) {
  EXPECT_TRUE(ContainsWord("민간위탁금", "위탁"));
  EXPECT_TRUE(ContainsWord(testing::Decomposed("민간위탁금"), "위탁"));
  EXPECT_FALSE(ContainsWord(testing::Decomposed("민간위타금"), "위탁"));
  EXPECT_FALSE(ContainsWord("", "위탁"));
}

}  // namespace
}  // namespace yesan::internal
