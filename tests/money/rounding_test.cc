#include "yesan/money/rounding.h"

#include <gtest/gtest.h>

#include <vector>

namespace yesan {
namespace {

TEST(Rounding, HasTheFrozenNumbersOfTheCApi) {
  EXPECT_EQ(static_cast<int>(Rounding::kUp), 0);
  EXPECT_EQ(static_cast<int>(Rounding::kDown), 1);
  EXPECT_EQ(static_cast<int>(Rounding::kCeiling), 2);
  EXPECT_EQ(static_cast<int>(Rounding::kFloor), 3);
  EXPECT_EQ(static_cast<int>(Rounding::kHalfUp), 4);
  EXPECT_EQ(static_cast<int>(Rounding::kHalfDown), 5);
  EXPECT_EQ(static_cast<int>(Rounding::kHalfEven), 6);
  EXPECT_EQ(static_cast<int>(Rounding::kUnnecessary), 7);
}

TEST(Rounding, NamesEveryModeInBothLanguages) {
  EXPECT_EQ(Name(Rounding::kUp), "up");
  EXPECT_EQ(Name(Rounding::kHalfEven), "half_even");
  EXPECT_EQ(Name(Rounding::kUnnecessary), "unnecessary");
  EXPECT_EQ(KoreanName(Rounding::kUp), "절상");
  EXPECT_EQ(KoreanName(Rounding::kDown), "절사");
  EXPECT_EQ(KoreanName(Rounding::kHalfUp), "반올림");
  EXPECT_EQ(KoreanName(Rounding::kUnnecessary), "반올림없음");
}

TEST(Rounding, KnowsANumberThatIsNoMode) {
  for (int number : {-1, 8, 1000}) {
    EXPECT_FALSE(IsValid(static_cast<Rounding>(number)));
    EXPECT_EQ(Name(static_cast<Rounding>(number)), "unknown");
    EXPECT_EQ(KoreanName(static_cast<Rounding>(number)), "알수없음");
  }
}

TEST(RoundingSet, OfAllModesLeavesOutUnnecessary) {
  const RoundingSet all = RoundingSet::All();
  EXPECT_EQ(all.size(), 7);
  EXPECT_TRUE(all.contains(Rounding::kHalfEven));
  EXPECT_FALSE(all.contains(Rounding::kUnnecessary));
  EXPECT_FALSE(all.contains(static_cast<Rounding>(-1)));
  EXPECT_FALSE(all.contains(static_cast<Rounding>(40)));
}

TEST(RoundingSet, TakesNoMemberThatCannotExplainAFigure) {
  RoundingSet set;
  set.insert(Rounding::kUnnecessary);
  set.insert(static_cast<Rounding>(-1));
  set.insert(static_cast<Rounding>(33));
  EXPECT_TRUE(set.empty());
  EXPECT_EQ(RoundingSet::FromBits(~0u), RoundingSet::All());
}

TEST(RoundingSet, OnlyBecomesSmallerByEachFigure) {
  const RoundingSet first{Rounding::kUp, Rounding::kFloor, Rounding::kHalfUp};
  const RoundingSet second{Rounding::kHalfUp, Rounding::kCeiling, Rounding::kUp};
  EXPECT_EQ(first.intersect(second), (RoundingSet{Rounding::kUp, Rounding::kHalfUp}));
  EXPECT_TRUE(first.intersect({Rounding::kDown}).empty());
  EXPECT_EQ(first.intersect(RoundingSet::All()), first);
}

TEST(RoundingSet, GoesOverItsMembersInOrder) {
  std::vector<Rounding> seen;
  for (Rounding mode : RoundingSet{Rounding::kHalfEven, Rounding::kUp, Rounding::kFloor}) {
    seen.push_back(mode);
  }
  EXPECT_EQ(seen, (std::vector<Rounding>{Rounding::kUp, Rounding::kFloor, Rounding::kHalfEven}));
  for (Rounding mode : RoundingSet()) FAIL() << "the empty set has " << Name(mode);
}

TEST(RoundingSet, PrintsItsMembers) {
  const RoundingSet set{Rounding::kUp, Rounding::kHalfUp};
  EXPECT_EQ(set.ToString(), "{up, half_up}");
  EXPECT_EQ(set.ToKoreanString(), "{절상, 반올림}");
  EXPECT_EQ(RoundingSet().ToString(), "{}");
}

}  // namespace
}  // namespace yesan
