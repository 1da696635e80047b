/// @file
/// A year's settlement (결산) of a program in the columns of the program sheet, and the identities that it keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/budget_amount.h"
#include "yesan/money/money.h"

namespace yesan {

/// The columns, in the order of the statute (지방회계법 시행령 §12②2) with the sheet's names. The numbers are those of
/// the C API.
enum class SettlementColumn : std::int32_t {
  kAdopted = 1,        ///< 최종예산, 예산액.
  kCarryoverIn = 2,    ///< 전년이월.
  kNetAdjustment = 3,  ///< 예산변경: everything that is neither adopted nor carried in, signed.
  kCurrentBudget = 4,  ///< 예산현액.
  kDisbursed = 5,      ///< 집행액, 지출액.
  kCarryoverOut = 6,   ///< 차년이월, 다음연도이월.
  kSubsidyRefund = 7,  ///< 보조금 반납금 (보조금 집행잔액).
  kUnspentBalance = 8,  ///< 집행잔액 in the narrow sense: what is left after the refund.
  kLapsedBalance = 9,   ///< 불용액, 집행잔액 in the broad sense.
};

/// `adopted`, `carryover_in`, …; `unknown` for a number that is no column.
[[nodiscard]] std::string_view Name(SettlementColumn column) noexcept;
/// `최종예산`, `전년이월`, …, as the sheet prints them.
[[nodiscard]] std::string_view KoreanName(SettlementColumn column) noexcept;

/// A year of a settlement. Every column is a pair, total and subsidy part, in won; absent is not zero: a column that the
/// document does not have leaves the identities that need it unproved.
///
/// 집행잔액 is broad (lapsed_balance) where the document has no column for refunds, as on the program sheet; beside such
/// a column it is narrow (unspent_balance).
struct SettlementRow {
  std::int32_t fiscal_year = 0;  ///< The year settled.
  std::string label;             ///< What the row is about; may be empty.
  BudgetAmount adopted;          ///< 최종예산.
  BudgetAmount carryover_in;     ///< 전년이월.
  BudgetAmount net_adjustment;  ///< 예산변경; where 예비비 사용액 and 전용 stand apart, their sum.
  BudgetAmount current_budget;   ///< 예산현액.
  BudgetAmount disbursed;        ///< 집행액.
  BudgetAmount carryover_out;    ///< 차년이월.
  BudgetAmount subsidy_refund;   ///< 보조금 반납금; absent where there is no such column.
  BudgetAmount unspent_balance;  ///< 집행잔액 (narrow); absent where there is no refund column.
  BudgetAmount lapsed_balance;   ///< 집행잔액 (broad), 불용액.

  /// The pair of a column. @pre column is one of SettlementColumn.
  [[nodiscard]] const BudgetAmount& at(SettlementColumn column) const noexcept;
  [[nodiscard]] BudgetAmount& at(SettlementColumn column) noexcept;
};

/// The total of a pair, or its subsidy part.
enum class AmountSide : std::int32_t { kTotal = 0, kSubsidyPart = 1 };
/// `total`, `subsidy_part`.
[[nodiscard]] std::string_view Name(AmountSide side) noexcept;

/// The identities of a settlement (numbers of the domain's list, which are those of the C API).
enum class Identity : std::int32_t {
  kCurrentBudget = 2,  ///< I2: 예산현액 = 최종예산 + 전년이월 + 예산변경.
  kLapsedBalance = 3,  ///< I3: 예산현액 = 집행액 + 차년이월 + 불용액 (broad).
  kRefund = 5,         ///< I5: 불용액 (broad) = 보조금 반납금 + 집행잔액 (narrow).
  kYearLink = 7,       ///< I7: 차년이월(N) = 전년이월(N+1).
  /// |subsidy part| ≤ |total|, column by column; not of 예산변경: 국비 +300 and 구비 −200 make +100, of which 300.
  kPartWithinTotal = 100,
};

/// `I2`, `I3`, `I5`, `I7`, `part_within_total`.
[[nodiscard]] std::string_view Name(Identity identity) noexcept;

/// One identity, evaluated on one side of one row.
struct IdentityCheck {
  Identity identity = Identity::kCurrentBudget;
  AmountSide side = AmountSide::kTotal;
  std::vector<SettlementColumn>
      columns;  ///< Those that take part; the first is the one that `stated` is of.
  Money stated;  ///< I2: 예산현액; I3: 불용액; I5: 불용액; I7: 전년이월(N+1); part: |part|.
  Money expected;     ///< What the other columns make it; part_within_total: |total|.
  Money difference;   ///< stated − expected.
  bool holds = true;  ///< difference is zero; for part_within_total, not above zero.
};

/// Evaluates every identity whose columns are stated: I2, I3, I5 (when a refund column is there) on totals and on subsidy
/// parts, and |part| ≤ |total| for every column that states both. Those that do not hold are the findings; those that
/// are missing from the list could not be evaluated.
///
/// In a row with refund and narrow balance but no broad one, I3 takes refund + narrow balance as 불용액; the first of
/// its columns is then kUnspentBalance.
///
/// Worked, in 천원: 2017 최종예산 5,218,436, 이월 0, 변경 0, 현액 5,218,436, 집행 4,908,037, 차년이월 0, 잔액 310,399: I2
/// and I3 hold. With 잔액 310,400, I3 has difference 1.
///
/// Subsidy parts: `(x-)` counts as zero; an identity is evaluated on the parts only where every column states its part.
///
/// Refuses with Code::kOverflow when a sum does not fit.
[[nodiscard]] Result<std::vector<IdentityCheck>> CheckRow(const SettlementRow& row);

/// The link between a year and the next one (I7): what goes out of `year` comes into `next`, total and part. Empty when a
/// column is absent, or when `next` is not the year right after `year`. Refuses with Code::kOverflow.
[[nodiscard]] Result<std::vector<IdentityCheck>> CheckYearLink(const SettlementRow& year,
                                                               const SettlementRow& next);

/// Adds rows up, column by column: the rows of several programs of one year, say. A column that is absent in one of them
/// is absent in the sum, since a sum over some of the rows would be wrong; so is a subsidy part that one of them does
/// not state, and parts that are all `(x-)` stay `(x-)`. The year is that of the rows when they agree, else 0.
/// No rows: a row with every column absent. Refuses with Code::kOverflow, row: the first that does not fit.
[[nodiscard]] Result<SettlementRow> SumRows(const std::vector<SettlementRow>& rows);

}  // namespace yesan
