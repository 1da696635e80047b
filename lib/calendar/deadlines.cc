#include "yesan/calendar/deadlines.h"

namespace yesan {
namespace {

using Anchor = DeadlineRule::Anchor;

constexpr GovernmentTier kTiers[] = {GovernmentTier::kProvince, GovernmentTier::kMunicipality};

Result<Date> Apply(const DeadlineRule& rule, FiscalYear fiscal_year, Date event) {
  switch (rule.anchor) {
    case Anchor::kFiscalYearStart:
      // n whole days must lie between the last day in time and the first day of the year.
      return AddDays(fiscal_year.first_day(), -std::int64_t{rule.days} - 1);
    case Anchor::kFiscalYearEnd:
      return AddDays(fiscal_year.last_day(), rule.days);
    case Anchor::kNextYearDay:
      return Date::Make(fiscal_year.year() + 1, rule.months, rule.days);
    case Anchor::kEvent: {
      Result<Date> month = AddMonths(event, rule.months);
      if (!month) return month;
      return AddDays(*month, rule.days);
    }
  }
  return Error(Code::kInternal);
}

std::optional<Date> EventOf(DeadlineStep step, const DeadlineEvents& events) {
  return step == DeadlineStep::kBudgetNotice ? events.budget_fixed : events.settlement_approved;
}

}  // namespace

const std::vector<DeadlineRule>& DeadlineRules() {
  static const std::vector<DeadlineRule> rules = [] {
    struct Line {
      DeadlineStep step;
      Anchor anchor;
      std::int32_t months;
      std::int32_t province;
      std::int32_t municipality;
      std::string_view ko;
      std::string_view en;
      std::string_view promulgated;
    };
    constexpr Line kLines[] = {
        {DeadlineStep::kBudgetSubmission, Anchor::kFiscalYearStart, 0, 50, 40, "지방자치법 §142①",
         "Local Autonomy Act §142(1)", "2021-01-12"},
        {DeadlineStep::kBudgetVote, Anchor::kFiscalYearStart, 0, 15, 10, "지방자치법 §142②",
         "Local Autonomy Act §142(2)", "2021-01-12"},
        {DeadlineStep::kBudgetNotice, Anchor::kEvent, 2, 0, 0, "지방재정법 §60①",
         "Local Finance Act §60(1)", "2020-01-29"},
        {DeadlineStep::kBooksClose, Anchor::kFiscalYearEnd, 0, 0, 0, "지방회계법 §7①",
         "Local Accounting Act §7(1)", "2016-05-29"},
        {DeadlineStep::kExceptionsClose, Anchor::kNextYearDay, 1, 20, 20, "지방회계법 §7① 단서",
         "Local Accounting Act §7(1), proviso", "2016-05-29"},
        {DeadlineStep::kClericalClose, Anchor::kNextYearDay, 2, 10, 10, "지방회계법 §7③",
         "Local Accounting Act §7(3)", "2016-05-29"},
        {DeadlineStep::kSettlementBook, Anchor::kFiscalYearEnd, 0, 80, 80, "지방자치법 §150①",
         "Local Autonomy Act §150(1)", "2021-01-12"},
        {DeadlineStep::kSettlementSubmission, Anchor::kNextYearDay, 5, 31, 31,
         "지방회계법 시행령 §10①", "Enforcement Decree of the Local Accounting Act §10(1)",
         "2021-12-16"},
        {DeadlineStep::kSettlementReport, Anchor::kEvent, 0, 5, 5, "지방자치법 §150②",
         "Local Autonomy Act §150(2)", "2021-01-12"},
        {DeadlineStep::kSettlementNotice, Anchor::kEvent, 2, 0, 0, "지방재정법 §60①",
         "Local Finance Act §60(1)", "2020-01-29"},
    };
    std::vector<DeadlineRule> table;
    for (const GovernmentTier tier : kTiers) {
      for (const Line& line : kLines) {
        const std::int32_t days =
            tier == GovernmentTier::kProvince ? line.province : line.municipality;
        table.push_back(
            {line.step, tier, line.anchor, line.months, days, line.ko, line.en, line.promulgated});
      }
    }
    return table;
  }();
  return rules;
}

Result<std::vector<Deadline>> DeadlinesOf(FiscalYear fiscal_year, GovernmentTier tier,
                                          const DeadlineEvents& events) {
  if (fiscal_year.calendar() != kKoreanFiscalCalendar) return Error(Code::kInvalidArgument);
  if (tier != GovernmentTier::kProvince && tier != GovernmentTier::kMunicipality) {
    return Error(Code::kInvalidArgument);
  }
  std::vector<Deadline> deadlines;
  for (const DeadlineRule& rule : DeadlineRules()) {
    if (rule.tier != tier) continue;
    Deadline deadline{rule.step, std::nullopt, rule.article_ko, rule.article_en};
    const std::optional<Date> event = EventOf(rule.step, events);
    if (rule.anchor != Anchor::kEvent || event) {
      Result<Date> day = Apply(rule, fiscal_year, event.value_or(Date()));
      if (!day) return std::move(day).error();
      deadline.last_day = *day;
    }
    deadlines.push_back(deadline);
  }
  return deadlines;
}

Message Name(DeadlineStep step) {
  switch (step) {
    case DeadlineStep::kBudgetSubmission:
      return {"예산안 제출", "budget proposal submitted"};
    case DeadlineStep::kBudgetVote:
      return {"예산안 의결", "budget voted"};
    case DeadlineStep::kBudgetNotice:
      return {"예산 공시", "budget made public"};
    case DeadlineStep::kBooksClose:
      return {"출납폐쇄", "books closed"};
    case DeadlineStep::kExceptionsClose:
      return {"출납폐쇄 예외 처리", "listed exceptions booked"};
    case DeadlineStep::kClericalClose:
      return {"출납사무 완결", "clerical work of closing done"};
    case DeadlineStep::kSettlementBook:
      return {"결산서 작성", "settlement book made"};
    case DeadlineStep::kSettlementSubmission:
      return {"결산서 의회 제출", "settlement submitted to the council"};
    case DeadlineStep::kSettlementReport:
      return {"결산 승인 보고·고시", "approved settlement reported"};
    case DeadlineStep::kSettlementNotice:
      return {"결산 공시", "settlement made public"};
  }
  return {"알 수 없는 단계", "unknown step"};
}

}  // namespace yesan
