/// @file
/// The days that the law sets for a budget and its settlement (법정기한).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/base/result.h"
#include "yesan/calendar/date.h"
#include "yesan/calendar/fiscal_year.h"

namespace yesan {

/// The tier of a local government. The numbers are those of the C API.
enum class GovernmentTier : std::int32_t {
  kProvince = 1,      ///< 시·도: metropolis, province.
  kMunicipality = 2,  ///< 시·군·자치구: city, county, autonomous district.
};

/// The statutory steps of a fiscal year, in their order. The numbers are those of the C API.
enum class DeadlineStep : std::int32_t {
  kBudgetSubmission = 1,  ///< 예산안 제출: the head submits the proposal to the council.
  kBudgetVote = 2,        ///< 예산안 의결: the council votes.
  kBudgetNotice = 3,      ///< 예산 공시: after the budget was fixed.
  kBooksClose = 4,        ///< 출납폐쇄: the books close.
  kExceptionsClose = 5,   ///< 출납폐쇄 예외: the listed exceptions may be booked until then.
  kClericalClose = 6,     ///< 출납사무 완결: the clerical work of closing ends.
  kSettlementBook = 7,    ///< 결산서 작성: the settlement book is made.
  kSettlementSubmission = 8,  ///< 결산 승인 요구: the settlement goes to the council.
  kSettlementReport = 9,      ///< 결산 승인 보고: after the council's approval.
  kSettlementNotice = 10,     ///< 결산 공시: after the council's approval.
};

/// One line of the table of statutory deadlines: data with its article, not an `if`.
struct DeadlineRule {
  /// From what the time is counted.
  enum class Anchor : std::int32_t {
    kFiscalYearStart = 1,  ///< The first day of the fiscal year, backwards.
    kFiscalYearEnd = 2,    ///< The last day of the fiscal year, forwards; 0 is that day itself.
    kNextYearDay = 3,      ///< A fixed month and day of the year after the last day.
    kEvent = 4,            ///< A day that only the document knows: the vote, the approval.
  };
  DeadlineStep step;
  GovernmentTier tier;  ///< Whom it binds; one line a tier.
  Anchor anchor;
  std::int32_t months;          ///< Months to count, or the month of kNextYearDay.
  std::int32_t days;            ///< Days to count, or the day of kNextYearDay.
  std::string_view article_ko;  ///< `지방회계법 §7①`.
  std::string_view article_en;  ///< The same in English.
  /// When the present text of the article was promulgated: `2016-05-29`.
  std::string_view promulgated;
};

/// The table of DeadlinesOf: every line with its article. The counts are those of the acts in force in 2026; for a
/// fiscal year before the day on which its article was promulgated they must be checked against the older text (the
/// budget's own days stood in 지방자치법 §127 with the same counts before 2022).
[[nodiscard]] const std::vector<DeadlineRule>& DeadlineRules();

/// A statutory day of one fiscal year.
struct Deadline {
  DeadlineStep step;
  /// The last day on which it is in time. Empty: the event from which it is counted is not known.
  std::optional<Date> last_day;
  std::string_view article_ko;  ///< The article that sets it.
  std::string_view article_en;
};

/// What DeadlinesOf cannot know from the year alone.
struct DeadlineEvents {
  std::optional<Date> budget_fixed;         ///< 예산 확정: the budget was voted.
  std::optional<Date> settlement_approved;  ///< 결산 승인: the council approved the settlement.
};

/// The statutory days of a fiscal year, in the order of DeadlineStep, one of each step.
///
/// Municipality, 2021: proposal by 2020-11-21, vote by 2020-12-21, books close 2021-12-31, exceptions to 2022-01-20,
/// clerical work to 2022-02-10, settlement book by 2022-03-21, to the council by 2022-05-31.
///
/// "n days before" leaves n whole days between: 40 days before 1 January is 21 November. "Within n days after" does not
/// count the day of the event (민법 §157). **Weekends and holidays are not moved**: 민법 §161 would extend some of them to
/// the next working day, and no calendar of holidays is kept here.
///
/// Refuses Code::kOutOfRange at the ends of the calendar (a day before year 1 or after 9999), Code::kInvalidArgument for a
/// tier that is not one of the two. Only Korea's calendar has these days: another one refuses Code::kInvalidArgument.
[[nodiscard]] Result<std::vector<Deadline>> DeadlinesOf(FiscalYear fiscal_year, GovernmentTier tier,
                                                        const DeadlineEvents& events = {});

/// The name of a step in both languages: `예산안 제출`, `budget proposal submitted`.
[[nodiscard]] Message Name(DeadlineStep step);

}  // namespace yesan
