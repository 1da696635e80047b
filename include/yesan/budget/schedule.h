/// @file
/// A program's schedule (추진일정): steps with periods and amounts, and which lines of the cost basis each step spends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/budget_amount.h"
#include "yesan/calendar/period.h"
#include "yesan/money/money.h"

namespace yesan {

/// A step as planned: `마을자치 정책연구 및 홍보 | 2021.02~2021.12 | 301,400`.
struct PlannedStep {
  std::string name;              ///< 사업추진절차, as printed.
  std::optional<Period> period;  ///< 추진기간; nothing when it is not stated or not readable.
  std::optional<Money> amount;   ///< 예산집행금액 in won; nothing when it is not stated.
  std::string detail;            ///< 추진세부내용.
};

/// The steps of a year.
struct Schedule {
  std::int32_t fiscal_year = 0;    ///< 0 when not stated.
  std::vector<PlannedStep> steps;  ///< In the order of the document, the row of the total left out.
  std::optional<Money> total;      ///< 계, in won.
};

/// The total beside the sum of the steps. Nothing when either is absent. Refuses with Code::kOverflow.
[[nodiscard]] Result<std::optional<SumCheck>> CheckScheduleTotal(const Schedule& schedule);

/// A line of the cost basis that a step may spend. `○ 사업비 = 2,016,600` over four lines of its own is a line too.
struct CostLine {
  std::string name;             ///< The label, bullet removed or not.
  std::optional<Money> amount;  ///< In won.
  std::int32_t parent =
      -1;  ///< Index of the line that this one is part of, always smaller than its own; -1: none.
};

/// How a step was matched. The numbers are those of the C API.
enum class MatchBasis : std::int32_t {
  kNone = 0,    ///< Not at all.
  kAmount = 1,  ///< The lines add up to the step exactly.
  kName = 2,    ///< The names are alike; the amounts differ, or one of them is not stated.
  kRest = 3,    ///< The only step left takes all lines left, though they do not add up to it.
};

/// What a step spends.
struct StepMatch {
  MatchBasis basis = MatchBasis::kNone;
  std::vector<std::uint32_t>
      lines;  ///< Indices of cost lines, ascending; never a line and one of its own parts.
  std::int32_t similarity =
      0;  ///< Of the names, [0, 1000]; of several lines, their mean, cut to a whole number.
  std::optional<Money>
      difference;  ///< step − Σ lines; nothing when an amount is absent or does not fit.
};

/// The matching of a schedule.
struct ScheduleMatching {
  std::vector<StepMatch> steps;  ///< One a step, in the order of the steps.
  std::vector<std::uint32_t>
      lines_left;  ///< Lines without parts of their own that no step spends, ascending.
  bool complete =
      true;  ///< Whether the search ran to its end. When false, a step without a match may
             ///< have one that was not found: nobody should call it wrong.
};

/// How much work a matching may do. Both limits count, not time: the result is the same on every machine.
struct MatchLimits {
  std::uint32_t lines_per_step = 6;  ///< Most lines that one step may spend by amount, [1, 16].
  std::uint32_t effort = 200'000;    ///< Most sets and assignments that are looked at, together.
};

/// Likeness of two names, [0, 1000]: twice the length of their longest common subsequence over the sum of their lengths,
/// in characters after FoldName (bullets, spaces and punctuation do not count), cut to a whole number. 1000: the same
/// name. `일반관리 등` and `일반관리비` are 800. Names longer than 64 characters are compared by their first 64.
[[nodiscard]] std::int32_t NameSimilarity(std::string_view a, std::string_view b);

/// Names this alike are taken for the same thing when no amount says so.
inline constexpr std::int32_t kAlikeNames = 600;

/// Above these a schedule is matched line by line only, where amount and name are both the same.
inline constexpr std::size_t kMostMatchSteps = 256;
inline constexpr std::size_t kMostMatchLines = 1024;
inline constexpr std::size_t kMostMatchPairs = 32'768;

/// Matches steps with lines, each line to one step at most.
///
/// First by amount: among all ways to give steps disjoint sets of at most `lines_per_step` lines that add up to them
/// exactly, the one that matches the most steps; among those the one whose names are the most alike (the sum of the
/// similarities); then the one with the fewest lines; then the one that gives the first step its best set (most alike,
/// fewest lines, first lines), then the second. A line with parts stands for all of them; a line of zero won only ever
/// stands alone.
/// Then by name: of steps and lines that are left, one line a step, at least kAlikeNames alike: the most steps, then the
/// most alike. Then the only step left, if it states an amount, takes every line left: kAmount when they add up to it,
/// else kRest.
///
/// The sheet of a Seoul program, in 천원: `마을공동체종합지원센터 운영` 2,035,976 = `인건비` 1,667,294 + `운영비` 368,682.
///
/// When the effort runs out, or there are more than kMostMatchSteps steps, kMostMatchLines lines or kMostMatchPairs
/// pairs of them, the best found so far is given and `complete` is false. Never refuses.
[[nodiscard]] ScheduleMatching MatchSteps(const std::vector<PlannedStep>& steps,
                                          const std::vector<CostLine>& lines,
                                          const MatchLimits& limits = {});

}  // namespace yesan
