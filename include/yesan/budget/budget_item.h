/// @file
/// Budget items: the smallest things that money is voted for, last year's amount against this year's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/budget_amount.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/ratio.h"
#include "yesan/money/rounding.h"

namespace yesan {

/// Whether the money is this year's or carried in, and how. Carried money is an item of its own beside this year's.
/// The numbers are those of the C API.
enum class Origin : std::int32_t {
  kCurrent = 0,       ///< Of this year.
  kExplicit = 1,      ///< 명시이월.
  kAccidental = 2,    ///< 사고이월.
  kContinuing = 3,    ///< 계속비이월.
  kConstruction = 4,  ///< 건설개량이월.
};

/// `current`, `explicit`, …; `unknown` for a number that is no origin.
[[nodiscard]] std::string_view Name(Origin origin) noexcept;
/// `당해연도`, `명시이월`, ….
[[nodiscard]] std::string_view KoreanName(Origin origin) noexcept;

/// A budget item: 2021 / 일반회계 / 지역공동체담당관 / 마을공동체 종합지원센터 운영 / 307-05 민간위탁금 / current.
struct BudgetItem {
  std::int32_t fiscal_year = 0;
  std::string account;        ///< 회계: 일반회계, a special account, or a fund.
  std::string department;     ///< 부서.
  std::uint32_t program = 0;  ///< Program::id().
  std::string
      object_item;  ///< Code of the 통계목 in the fiscal year, or its name where a sheet prints no code.
  Origin origin = Origin::kCurrent;
  BudgetAmount prior;    ///< A: the year before, or 기정액.
  BudgetAmount current;  ///< B: this year, or 경정액.

  /// The key: fiscal year, account, department, program, object item, origin.
  friend bool SameItem(const BudgetItem& a, const BudgetItem& b) noexcept {
    return a.fiscal_year == b.fiscal_year && a.program == b.program && a.origin == b.origin &&
           a.account == b.account && a.department == b.department && a.object_item == b.object_item;
  }
};

/// The change from A to B, exactly.
struct BudgetChange {
  std::optional<Money> total;  ///< B − A; nothing when either is not stated.
  std::optional<Money> part;   ///< The same for the subsidy parts; `(x-)` counts as zero.
  std::optional<Ratio>
      rate;  ///< (B − A) ÷ A; nothing on a base of zero or when either is not stated.
};

/// The change from `prior` to `current`: 5,196,358 → 4,066,896 천원 is −1,129,462 천원 and −21.7356…%.
/// Refuses with Code::kOverflow.
[[nodiscard]] Result<BudgetChange> ComputeChange(const BudgetAmount& prior,
                                                 const BudgetAmount& current);

/// A row of 예산 총괄 as printed: A, B, and what the document says of the change.
struct BudgetRow {
  std::string label;     ///< 계, 민간위탁금.
  BudgetAmount prior;    ///< A.
  BudgetAmount current;  ///< B.
  BudgetAmount change;   ///< B − A as stated; absent when the column is missing.
  std::optional<Decimal>
      rate;  ///< (B−A)*100/A as stated, in percent; absent where 순증, 신규 or nothing is printed.
};

/// What holds and what does not in a row.
struct BudgetRowCheck {
  std::optional<SumCheck>
      change;  ///< Stated change against B − A; nothing when one of the three is absent.
  std::optional<SumCheck> part_change;  ///< The same for the subsidy parts.
  /// Roundings that turn the exact rate into the stated one; empty when none does. Nothing when there is no stated rate, a
  /// total is absent, or A is zero.
  std::optional<RoundingSet> rate;
  bool rate_on_zero_base = false;  ///< A rate is stated though A is zero: there is none.
  bool parts_within_totals =
      true;  ///< |part| ≤ |total| of A and B. Not of the change: a part may fall by more than
             ///< its total does, when other money rises.
};

/// Proves a row. On `5,196,358 | 4,066,896 | Δ1,129,462 | Δ22` the change holds and the rate fits
/// {up, floor, half_up, half_down, half_even}. Refuses with Code::kOverflow.
[[nodiscard]] Result<BudgetRowCheck> CheckBudgetRow(const BudgetRow& row);

/// Proves that a row of totals (계) is the sum of its rows, for A and for B, totals and parts. `rows` without the row of
/// totals. Each is nothing when the total or every row is absent there. Refuses with Code::kOverflow.
struct BudgetTotalCheck {
  std::optional<SumCheck> prior, prior_part, current, current_part;
};
[[nodiscard]] Result<BudgetTotalCheck> CheckBudgetTotal(const BudgetRow& total,
                                                        const std::vector<BudgetRow>& rows);

}  // namespace yesan
