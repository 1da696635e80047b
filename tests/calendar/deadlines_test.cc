#include "yesan/calendar/deadlines.h"

#include <string>

#include "gtest/gtest.h"

namespace yesan {
namespace {

Date D(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

std::string Day(const std::vector<Deadline>& deadlines, DeadlineStep step) {
  for (const Deadline& deadline : deadlines) {
    if (deadline.step == step) return deadline.last_day ? deadline.last_day->ToString() : "unknown";
  }
  return "missing";
}

TEST(Deadlines, OfAMunicipalityIn2021AreThoseOfTheLaw) {
  const auto deadlines = *DeadlinesOf(*FiscalYear::Make(2021), GovernmentTier::kMunicipality);
  EXPECT_EQ(Day(deadlines, DeadlineStep::kBudgetSubmission), "2020-11-21");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kBudgetVote), "2020-12-21");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kBooksClose), "2021-12-31");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kExceptionsClose), "2022-01-20");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kClericalClose), "2022-02-10");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kSettlementBook), "2022-03-21");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kSettlementSubmission), "2022-05-31");
}

TEST(Deadlines, OfAProvinceComeTenAndFiveDaysEarlierForTheBudget) {
  const auto deadlines = *DeadlinesOf(*FiscalYear::Make(2021), GovernmentTier::kProvince);
  EXPECT_EQ(Day(deadlines, DeadlineStep::kBudgetSubmission), "2020-11-11");
  EXPECT_EQ(Day(deadlines, DeadlineStep::kBudgetVote), "2020-12-16");
}

TEST(Deadlines, CountTheLeapDayInTheEightyDays) {
  const auto deadlines = *DeadlinesOf(*FiscalYear::Make(2023), GovernmentTier::kMunicipality);
  EXPECT_EQ(Day(deadlines, DeadlineStep::kSettlementBook), "2024-03-20");
}

TEST(Deadlines, ThatStartWithAnEventAreUnknownUntilItIsKnown) {
  const FiscalYear year = *FiscalYear::Make(2021);
  const auto unknown = *DeadlinesOf(year, GovernmentTier::kMunicipality);
  EXPECT_EQ(Day(unknown, DeadlineStep::kBudgetNotice), "unknown");
  EXPECT_EQ(Day(unknown, DeadlineStep::kSettlementReport), "unknown");
  EXPECT_EQ(Day(unknown, DeadlineStep::kSettlementNotice), "unknown");
  DeadlineEvents events;
  events.budget_fixed = D(2020, 12, 31);
  events.settlement_approved = D(2022, 6, 24);
  const auto known = *DeadlinesOf(year, GovernmentTier::kMunicipality, events);
  EXPECT_EQ(Day(known, DeadlineStep::kBudgetNotice), "2021-02-28");
  EXPECT_EQ(Day(known, DeadlineStep::kSettlementReport), "2022-06-29");
  EXPECT_EQ(Day(known, DeadlineStep::kSettlementNotice), "2022-08-24");
}

TEST(Deadlines, AreNotMovedOffAWeekend) {
  const auto deadlines = *DeadlinesOf(*FiscalYear::Make(2021), GovernmentTier::kMunicipality);
  for (const Deadline& deadline : deadlines) {
    if (deadline.step == DeadlineStep::kBudgetSubmission) {
      EXPECT_EQ(deadline.last_day->weekday(), Weekday::kSaturday);
    }
  }
}

TEST(Deadlines, NameTheirArticleAndTheirStepInBothLanguages) {
  const auto deadlines = *DeadlinesOf(*FiscalYear::Make(2021), GovernmentTier::kProvince);
  ASSERT_EQ(deadlines.size(), 10U);
  std::int32_t number = 0;
  for (const Deadline& deadline : deadlines) {
    EXPECT_EQ(static_cast<std::int32_t>(deadline.step), ++number);
    EXPECT_NE(deadline.article_ko.find("§"), std::string_view::npos);
    EXPECT_NE(deadline.article_en.find("Act"), std::string_view::npos);
    EXPECT_FALSE(Name(deadline.step).ko.empty());
    EXPECT_FALSE(Name(deadline.step).en.empty());
  }
  for (const DeadlineRule& rule : DeadlineRules()) EXPECT_EQ(rule.promulgated.size(), 10U);
}

TEST(Deadlines, RefuseAnotherCalendarAnUnknownTierAndTheEndsOfTime) {
  const FiscalYear year = *FiscalYear::Make(2021);
  EXPECT_EQ(DeadlinesOf(*FiscalYear::Make(2021, kJapaneseFiscalCalendar), GovernmentTier::kProvince)
                .code(),
            Code::kInvalidArgument);
  EXPECT_EQ(DeadlinesOf(year, static_cast<GovernmentTier>(3)).code(), Code::kInvalidArgument);
  EXPECT_EQ(DeadlinesOf(*FiscalYear::Make(1), GovernmentTier::kProvince).code(), Code::kOutOfRange);
  EXPECT_EQ(DeadlinesOf(*FiscalYear::Make(9999), GovernmentTier::kProvince).code(),
            Code::kOutOfRange);
}

}  // namespace
}  // namespace yesan
