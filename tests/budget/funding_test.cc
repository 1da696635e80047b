#include "yesan/budget/funding.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <string>

#include "yesan/base/text.h"

namespace yesan {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

Money Thousand(std::int64_t amount) { return Money(amount * 1000); }

FundingPart Part(FundingSource source, std::int64_t thousand) {
  return {source, "", Thousand(thousand)};
}

TEST(Funding, TheLetterShiMeansWhatTheTierMakesIt) {
  EXPECT_EQ(FindFundingSource("시비", GovernmentKind::kMetropolitan),
            FundingSource::kProvinceFunds);
  EXPECT_EQ(FindFundingSource("시비", GovernmentKind::kCity), FundingSource::kDistrictFunds);
  EXPECT_EQ(FindFundingSource("시비", GovernmentKind::kDistrict), FundingSource::kProvinceFunds);
  EXPECT_EQ(FindFundingSource("시비", GovernmentKind::kCounty), FundingSource::kProvinceFunds);
  EXPECT_EQ(FindFundingSource("시비", GovernmentKind::kUnknown), FundingSource::kCityFunds);
  EXPECT_EQ(FindFundingMark("시", GovernmentKind::kCity), FundingSource::kDistrictFunds);
  EXPECT_EQ(FindFundingSource("도비", GovernmentKind::kCity), FundingSource::kProvinceFunds);
  EXPECT_EQ(FindFundingSource("자체재원", GovernmentKind::kMetropolitan),
            FundingSource::kProvinceFunds);
  EXPECT_EQ(FindFundingSource("자체재원", GovernmentKind::kUnknown), FundingSource::kOwnFunds);
}

TEST(Funding, EveryLabelOfTheTradeIsKnown) {
  for (const char* label : {"국비", "시비", "도비", "시·도비", "구비", "군비", "시·군·구비", "균특",
                            "기금", "특교세", "조정교부금", "지방채", "기타", "민자", "자부담"}) {
    EXPECT_TRUE(FindFundingSource(label, GovernmentKind::kUnknown)) << label;
    EXPECT_TRUE(LikelyFundingLabels(label).empty()) << label;
  }
  for (const char* mark : {"국", "균", "기", "특", "도", "시", "조", "군", "구", "분"}) {
    EXPECT_TRUE(FindFundingMark(mark, GovernmentKind::kUnknown)) << mark;
    EXPECT_FALSE(FindFundingSource(mark, GovernmentKind::kUnknown)) << mark;
  }
}

TEST(Funding, BracketsSpacesAndDotsDoNotCountInLabels) {
  EXPECT_EQ(FindFundingSource("(국비)", GovernmentKind::kUnknown), FundingSource::kNationalSubsidy);
  EXPECT_EQ(FindFundingSource(" 시ㆍ군ㆍ구비 ", GovernmentKind::kUnknown),
            FundingSource::kDistrictFunds);
  EXPECT_EQ(FindFundingSource("시도비", GovernmentKind::kUnknown), FundingSource::kProvinceFunds);
}

TEST(Funding, WhatIsNoLabelFindsNothing) {
  for (const char* text : {"", "()", "사비", "국", "예산", "국비 100%", "사업비"}) {
    EXPECT_FALSE(FindFundingSource(text, GovernmentKind::kCity)) << text;
  }
  EXPECT_FALSE(FindFundingMark("국비", GovernmentKind::kCity));
  EXPECT_FALSE(FindFundingMark("x", GovernmentKind::kCity));
}

TEST(Funding, NoTwoRowsOfTheTableShareAFoldedLabel) {
  std::size_t count = 0;
  const FundingLabel* labels = FundingLabels(&count);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_TRUE(seen.insert(FoldName(labels[i].label)).second) << labels[i].label;
  }
}

TEST(Funding, TheRealSheetsSabiIsLikelySibi) {
  const auto likely = LikelyFundingLabels("(사비)");
  ASSERT_EQ(likely.size(), 1u);
  EXPECT_EQ(likely[0], "시비");
}

TEST(Funding, AMisprintBetweenLabelsNamesThemAll) {
  const auto likely = LikelyFundingLabels("굼비");  // 국비, 구비, 군비: one letter each
  EXPECT_EQ(likely.size(), 3u);
}

TEST(Funding, NothingIsLikelyWhenNothingIsNear) {
  for (const char* text : {"", "인건비와 운영비", "가", "연도", "abc", "5,000"}) {
    EXPECT_TRUE(LikelyFundingLabels(text).empty()) << text;
  }
  EXPECT_TRUE(LikelyFundingLabels(std::string(100000, 'a')).empty());
}

TEST(Funding, F1HoldsForThePublishedRows) {
  FundingSplit county;
  county.total = Thousand(16'761'401);
  county.in_budget = {Part(FundingSource::kNationalSubsidy, 2'520'234),
                      Part(FundingSource::kBalancedDevelopmentSubsidy, 5'849'737),
                      Part(FundingSource::kFundSubsidy, 87'194),
                      Part(FundingSource::kProvinceFunds, 1'152'692),
                      Part(FundingSource::kDistrictFunds, 7'151'544)};
  EXPECT_TRUE((*CheckFunding(county))->holds());
  county.in_budget[2].amount = Thousand(87'193);
  EXPECT_EQ((*CheckFunding(county))->difference, Thousand(1));

  FundingSplit older;
  older.total = Thousand(42'663'357);
  older.in_budget = {Part(FundingSource::kNationalSubsidy, 119'946),
                     Part(FundingSource::kDecentralizationGrant, 375'583),
                     Part(FundingSource::kProvinceFunds, 396'916),
                     Part(FundingSource::kDistrictFunds, 41'770'912)};
  EXPECT_TRUE((*CheckFunding(older))->holds());
}

TEST(Funding, ALabelWithoutAmountIsNotZeroAndAddsNothing) {
  FundingSplit
      seoul;  // 사업비 4,066,896천원 (국비) (시비)4,066,896천원 / 기타 (예산 외) (구비) (기타)
  seoul.total = Thousand(4'066'896);
  seoul.in_budget = {{FundingSource::kNationalSubsidy, "국비", std::nullopt},
                     {FundingSource::kProvinceFunds, "시비", Thousand(4'066'896)}};
  seoul.outside_budget = {{FundingSource::kDistrictFunds, "구비", std::nullopt}};
  EXPECT_TRUE((*CheckFunding(seoul))->holds());
  EXPECT_FALSE(*seoul.AmountOf(FundingSource::kNationalSubsidy));
  EXPECT_EQ(**seoul.AmountOf(FundingSource::kProvinceFunds), Thousand(4'066'896));
  EXPECT_FALSE(*NationalShare(seoul))
      << "no national amount is stated: no share, not a share of zero";
}

TEST(Funding, MoneyOutsideTheBudgetIsNotInTheTotal) {
  FundingSplit split;
  split.total = Thousand(100);
  split.in_budget = {Part(FundingSource::kProvinceFunds, 100)};
  split.outside_budget = {Part(FundingSource::kDistrictFunds, 50)};
  EXPECT_TRUE((*CheckFunding(split))->holds());
}

TEST(Funding, NothingIsProvedWithoutATotalOrASource) {
  FundingSplit split;
  EXPECT_FALSE(*CheckFunding(split));
  split.total = Thousand(5);
  EXPECT_FALSE(*CheckFunding(split));
  split.in_budget = {{FundingSource::kNationalSubsidy, "국비", std::nullopt}};
  EXPECT_FALSE(*CheckFunding(split));
  split.in_budget[0].amount = Money(0);
  EXPECT_EQ((*CheckFunding(split))->difference, Thousand(5));
}

TEST(Funding, SumsBeyondTheRangeAreRefused) {
  FundingSplit split;
  split.total = Money(kMax);
  split.in_budget = {{FundingSource::kNationalSubsidy, "", Money(kMax)},
                     {FundingSource::kNationalSubsidy, "", Money(1)}};
  EXPECT_EQ(CheckFunding(split).code(), Code::kOverflow);
  EXPECT_EQ(split.AmountOf(FundingSource::kNationalSubsidy).code(), Code::kOverflow);
  EXPECT_EQ(NationalShare(split).code(), Code::kOverflow);
}

TEST(Funding, TheNationalShareIsExact) {
  FundingSplit split;
  split.in_budget = {Part(FundingSource::kNationalSubsidy, 2),
                     Part(FundingSource::kBalancedDevelopmentSubsidy, 1),
                     Part(FundingSource::kFundSubsidy, 1), Part(FundingSource::kSpecialGrant, 1),
                     Part(FundingSource::kDistrictFunds, 7)};
  const auto share = NationalShare(split);
  ASSERT_TRUE(share.ok() && *share);
  EXPECT_EQ(Compare(**share, *Ratio::Make(Money(4), Money(12))), 0);
  split.in_budget = {Part(FundingSource::kNationalSubsidy, 0)};
  EXPECT_FALSE(*NationalShare(split)) << "no rate on a zero base";
}

TEST(SplitByRates, GivesTheResidualToOwnFundsSoThatF1HoldsToTheWon) {
  const std::vector<FundingRate> rates = {{FundingSource::kNationalSubsidy, Decimal::FromInt(50)},
                                          {FundingSource::kProvinceFunds, Decimal::FromInt(15)}};
  const auto split =
      SplitByRates(Money(1'000'001), rates, FundingSource::kDistrictFunds, 1, Rounding::kHalfUp);
  ASSERT_TRUE(split.ok());
  EXPECT_EQ(**split->AmountOf(FundingSource::kNationalSubsidy), Money(500'001));
  EXPECT_EQ(**split->AmountOf(FundingSource::kProvinceFunds), Money(150'000));
  EXPECT_EQ(**split->AmountOf(FundingSource::kDistrictFunds), Money(350'000));
  EXPECT_TRUE((*CheckFunding(*split))->holds());
}

TEST(SplitByRates, EverySmallTotalAddsUpExactlyUnderEveryRounding) {
  for (std::int64_t total = -60; total <= 60; ++total) {
    for (int mode = 0; mode < 7; ++mode) {
      for (std::int64_t unit : {1, 7}) {
        for (int tenth = 0; tenth <= 1000; tenth += 125) {
          const std::vector<FundingRate> rates = {
              {FundingSource::kNationalSubsidy, *Decimal::Make(tenth, 1)},
              {FundingSource::kProvinceFunds, *Decimal::Make((1000 - tenth) / 2, 1)}};
          const auto split = SplitByRates(Money(total), rates, FundingSource::kDistrictFunds, unit,
                                          static_cast<Rounding>(mode));
          if (!split.ok()) {
            EXPECT_EQ(split.code(), Code::kDoesNotAddUp);
            continue;
          }
          EXPECT_TRUE((*CheckFunding(*split))->holds());
          for (const FundingPart& part : split->in_budget) {
            EXPECT_GE(part.amount->sign() * Money(total).sign(), 0);
          }
        }
      }
    }
  }
}

TEST(SplitByRates, RefusesRatesThatNobodyCouldPay) {
  const auto split = [](std::vector<FundingRate> rates, std::int64_t unit = 1,
                        Rounding rounding = Rounding::kHalfUp) {
    return SplitByRates(Money(1001), rates, FundingSource::kDistrictFunds, unit, rounding).code();
  };
  const Decimal fifty = Decimal::FromInt(50);
  EXPECT_EQ(split({{FundingSource::kNationalSubsidy, Decimal::FromInt(-1)}}), Code::kOutOfRange);
  EXPECT_EQ(split({{FundingSource::kNationalSubsidy, Decimal::FromInt(101)}}), Code::kOutOfRange);
  EXPECT_EQ(split({{FundingSource::kNationalSubsidy, fifty},
                   {FundingSource::kProvinceFunds, Decimal::FromInt(51)}}),
            Code::kOutOfRange);
  EXPECT_EQ(
      split({{FundingSource::kNationalSubsidy, fifty}, {FundingSource::kNationalSubsidy, fifty}}),
      Code::kDuplicate);
  EXPECT_EQ(split({{FundingSource::kDistrictFunds, fifty}}), Code::kDuplicate);
  EXPECT_EQ(split({{FundingSource::kNationalSubsidy, fifty}}, 0), Code::kOutOfRange);
  EXPECT_EQ(split({{FundingSource::kNationalSubsidy, fifty}}, 1, Rounding::kUnnecessary),
            Code::kInexact);
  EXPECT_EQ(split({{FundingSource::kNationalSubsidy, fifty}}, 1, static_cast<Rounding>(9)),
            Code::kInvalidArgument);
  EXPECT_EQ(
      split({{FundingSource::kNationalSubsidy, fifty}, {FundingSource::kProvinceFunds, fifty}}, 1,
            Rounding::kUp),
      Code::kDoesNotAddUp);
}

TEST(BudgetAmount, ACellBecomesWonWithItsSubsidyPart) {
  EXPECT_EQ(BudgetAmount::WithoutPart(Money(5)).subsidy(), Money(0));
  EXPECT_FALSE(BudgetAmount::Of(Money(5)).subsidy());
  EXPECT_NE(BudgetAmount::Of(Money(5)), BudgetAmount::WithoutPart(Money(5)));
  EXPECT_TRUE(PartWithinTotal(BudgetAmount::WithPart(Money(5), Money(-5))));
  EXPECT_FALSE(PartWithinTotal(BudgetAmount::WithPart(Money(5'000), Money(5'001))));
  EXPECT_TRUE(PartWithinTotal(
      BudgetAmount::WithPart(Money(std::numeric_limits<std::int64_t>::min()), Money(kMax))));
  EXPECT_FALSE(PartWithinTotal(
      BudgetAmount::WithPart(Money(kMax), Money(std::numeric_limits<std::int64_t>::min()))));
}

TEST(BudgetAmount, SumsWithoutAStatedPartAreNoSums) {
  EXPECT_FALSE(*SumStated({}));
  EXPECT_FALSE(*SumStated({std::nullopt, std::nullopt}));
  EXPECT_EQ(**SumStated({std::nullopt, Money(0)}), Money(0));
  EXPECT_EQ(SumStated({Money(kMax), Money(1)}).code(), Code::kOverflow);
  EXPECT_EQ(CheckSum(Money(std::numeric_limits<std::int64_t>::min()), {Money(1)}).code(),
            Code::kOverflow);
}

}  // namespace
}  // namespace yesan
