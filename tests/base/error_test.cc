#include "yesan/base/error.h"

#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "yesan/base/result.h"

namespace yesan {
namespace {

TEST(Error, SpeaksTheSentenceOfItsCodeInBothLanguagesWhenNothingMoreIsKnown) {
  std::set<std::string> korean;
  std::set<std::string> english;
  for (int number = 1; number < 60; ++number) {
    const Code code = static_cast<Code>(number);
    if (Name(code) == "unknown") continue;
    const Error error(code);
    EXPECT_FALSE(error.message().ko.empty());
    EXPECT_FALSE(error.message().en.empty());
    korean.insert(error.message().ko);
    english.insert(error.message().en);
  }
  EXPECT_EQ(korean.size(), 19U);
  EXPECT_EQ(english.size(), 19U);
}

TEST(Error, SpeaksItsOwnMessageWhenItHasOne) {
  ErrorDetail detail;
  detail.message = {"3행: 쉼표", "line 3: comma"};
  detail.rule = "amount.grouping";
  detail.place = {3, 1, 10, 5};
  detail.available = 5;
  detail.asked = 7;
  const Error error(Code::kWrongGrouping, std::move(detail));
  EXPECT_EQ(error.message().en, "line 3: comma");
  EXPECT_EQ(error.rule(), "amount.grouping");
  EXPECT_EQ(error.place().line, 3U);
  EXPECT_EQ(error.available(), 5);
  EXPECT_EQ(error.asked(), 7);
  EXPECT_EQ(error.row(), -1);
}

TEST(Error, NamesItsCodeAsTheRuleWhenNoRuleIsNamed) {
  EXPECT_EQ(Error(Code::kOverflow).rule(), "overflow");
  EXPECT_EQ(Error(Code::kOverflow, ErrorDetail{}).rule(), "overflow");
  EXPECT_FALSE(Error(Code::kOverflow, ErrorDetail{}).message().ko.empty());
}

TEST(Error, KnowsNoPlaceRowOrAmountUntilItIsToldOne) {
  const Error error(Code::kSyntax);
  EXPECT_FALSE(error.place().known());
  EXPECT_EQ(error.row(), -1);
  EXPECT_FALSE(error.available().has_value());
  EXPECT_FALSE(error.asked().has_value());
}

TEST(Error, TakesARowWithoutLosingTheRest) {
  ErrorDetail detail;
  detail.rule = "x.y";
  EXPECT_EQ(Error(Code::kSyntax, std::move(detail)).AtRow(4).rule(), "x.y");
  EXPECT_EQ(Error(Code::kSyntax).AtRow(4).row(), 4);
}

TEST(Error, AnswersSomethingForANumberThatIsNoCode) {
  EXPECT_FALSE(Error(static_cast<Code>(-5)).message().en.empty());
  EXPECT_FALSE(Error(static_cast<Code>(29)).message().en.empty());
  EXPECT_FALSE(Error(static_cast<Code>(4000)).message().en.empty());
}

TEST(Error, CannotBeCopied) { EXPECT_FALSE(std::is_copy_constructible_v<Error>); }

TEST(Result, HoldsAValueOrARefusalAndMovesEither) {
  Result<std::string> good = std::string("가나다라마바사아자차카타파하");
  Result<std::string> bad = Error(Code::kOverflow);
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.code(), Code::kOk);
  EXPECT_EQ(bad.code(), Code::kOverflow);
  std::swap(good, bad);
  EXPECT_EQ(good.code(), Code::kOverflow);
  ASSERT_TRUE(bad.ok());
  EXPECT_EQ(*bad, "가나다라마바사아자차카타파하");
  bad = Error(Code::kSyntax);
  EXPECT_EQ(bad.code(), Code::kSyntax);
}

Result<std::vector<std::string>> Names() {
  return std::vector<std::string>{"가나다라마바사아자차카타파하", "거너더러머버서어저처커터퍼허"};
}

// A range-for keeps what its range expression gives, not the temporaries in it: what `*Names()` gives must be whole.
TEST(Result, OfATemporaryGivesItsValueWhole) {
  static_assert(std::is_same_v<decltype(*Names()), std::vector<std::string>>);
  static_assert(std::is_same_v<decltype(Names().value()), std::vector<std::string>>);
  std::string all;
  for (const std::string& name : *Names()) all += name;
  for (const std::string& name : Names().value()) all += name;
  const std::string& first = (*Names())[0] + "!";
  EXPECT_EQ(all.size(), 4 * 14 * 3U);
  EXPECT_EQ(first.size(), 14 * 3U + 1);
  Result<std::vector<std::string>> names = Names();
  EXPECT_EQ(&*names, &names.value()) << "that of a Result with a name stays in it";
  const std::vector<std::string> moved = *std::move(names);
  EXPECT_EQ(moved.size(), 2U);
}

TEST(Result, OfNothingIsFineUntilItIsRefused) {
  const Result<void> fine;
  const Result<void> refused = Error(Code::kTooDeep);
  EXPECT_TRUE(fine.ok());
  EXPECT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code(), Code::kTooDeep);
}

}  // namespace
}  // namespace yesan
