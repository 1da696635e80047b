#include "yesan/budget/rounding_inference.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yesan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ExactWon Won(std::int64_t won) { return {Decimal::FromInt(won), Decimal::FromInt(1)}; }

TEST(RoundingInference, AssumesNothingBeforeTheFirstFigure) {
  const RoundingInference inference;
  EXPECT_EQ(inference.size(), 0U);
  EXPECT_EQ(inference.modes(), RoundingSet::All());
  EXPECT_EQ(inference.best(), RoundingSet());
  EXPECT_FALSE(inference.emptied_by().has_value());
}

TEST(RoundingInference, LearnsNothingFromExactFigures) {
  RoundingInference inference;
  inference.Add(Won(2'000'000), Decimal::FromInt(2'000), 1'000);
  inference.Add(Won(0), Decimal::FromInt(0), 1'000);
  EXPECT_EQ(inference.exact_count(), 2U);
  EXPECT_EQ(inference.inexact_count(), 0U);
  EXPECT_EQ(inference.modes(), RoundingSet::All());
  EXPECT_EQ(inference.best(), RoundingSet());
}

TEST(RoundingInference, TakesARateForFiveOfSevenModes) {
  RoundingInference inference;
  inference.Add(ExactWon{Decimal::FromInt(-112'946'200), Decimal::FromInt(5'196'358)},
                Decimal::FromInt(-22), 1);
  EXPECT_EQ(inference.modes(), (RoundingSet{Rounding::kUp, Rounding::kFloor, Rounding::kHalfUp,
                                            Rounding::kHalfDown, Rounding::kHalfEven}));
  EXPECT_EQ(inference.fits(Rounding::kHalfUp), 1U);
  EXPECT_EQ(inference.fits(Rounding::kCeiling), 0U);
}

TEST(RoundingInference, NamesTheFigureThatLeavesNoMode) {
  RoundingInference inference;
  inference.Add(Won(264'662'400), Decimal::FromInt(264'663), 1'000);  // up or ceiling
  inference.Add(Won(6'840'000), Decimal::FromInt(6'840), 1'000);
  inference.Add(Won(270'925'200), Decimal::FromInt(270'925), 1'000);  // neither
  inference.Add(Won(1'400), Decimal::FromInt(1), 1'000);
  EXPECT_TRUE(inference.modes().empty());
  ASSERT_TRUE(inference.emptied_by().has_value());
  EXPECT_EQ(*inference.emptied_by(), 2U);
  EXPECT_THAT(inference.against(Rounding::kHalfUp), ElementsAre(0U));
  EXPECT_THAT(inference.against(Rounding::kCeiling), ElementsAre(2U, 3U));
  EXPECT_EQ(inference.best(), (RoundingSet{Rounding::kDown, Rounding::kFloor, Rounding::kHalfUp,
                                           Rounding::kHalfDown, Rounding::kHalfEven}));
}

TEST(RoundingInference, KeepsMisprintsOutOfTheEvidence) {
  RoundingInference inference;
  inference.Add(Won(1'600), Decimal::FromInt(2), 1'000);
  inference.Add(Won(1'600), Decimal::FromInt(7), 1'000);
  EXPECT_EQ(inference.unexplained_count(), 1U);
  EXPECT_THAT(inference.unexplained(), ElementsAre(1U));
  EXPECT_FALSE(inference.modes().empty());
  EXPECT_THAT(inference.against(Rounding::kHalfUp), IsEmpty());
}

TEST(RoundingInference, CountsNoJudgementThatSaysNothing) {
  RoundingInference inference;
  Judgement nothing;
  nothing.verdict = Verdict::kNothingStated;
  EXPECT_FALSE(inference.Add(nothing).has_value());
  nothing.verdict = Verdict::kNotArithmetic;
  EXPECT_FALSE(inference.Add(nothing).has_value());
  Judgement wrong;
  wrong.verdict = Verdict::kWrong;
  EXPECT_EQ(inference.Add(wrong), 0U);
  Judgement rounded;
  rounded.verdict = Verdict::kExactAfterRounding;
  rounded.roundings = {Rounding::kUp};
  EXPECT_EQ(inference.Add(rounded), 1U);
  EXPECT_EQ(inference.allowed(1), RoundingSet{Rounding::kUp});
  EXPECT_EQ(inference.modes(), RoundingSet{Rounding::kUp});
}

TEST(RoundingInference, HoldsAUnitBelowOneForUnexplained) {
  RoundingInference inference;
  inference.Add(Won(1), Decimal::FromInt(1), 0);
  EXPECT_EQ(inference.unexplained_count(), 1U);
  EXPECT_EQ(inference.fits(Rounding::kUnnecessary), 0U);
}

}  // namespace
}  // namespace yesan
