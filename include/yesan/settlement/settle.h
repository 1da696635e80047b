/// @file
/// The settlement (결산) of a year out of the book: the statutory columns, and the seven of the program sheet.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/calendar/date.h"
#include "yesan/ledger/balances.h"
#include "yesan/ledger/book.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan {

/// A year's settlement of an item, a program, any node: the columns of 지방회계법 시행령 §12②2, in won.
///
/// I1: current_budget = adopted + carryover_in + contingency_draw + transfers + excess_revenue (+ pre_enactment).
/// I3: current_budget = disbursed + carryover_out + lapsed_balance. I4: carryover_out is the sum of its four kinds.
/// I5: lapsed_balance = subsidy_refund + unspent_balance. They hold for the subsidy part too.
struct StatutoryColumns {
  std::int64_t adopted = 0;           ///< 세출예산액.
  std::int64_t carryover_in = 0;      ///< 전년도 이월액.
  std::int64_t contingency_draw = 0;  ///< 예비비 사용액, signed.
  std::int64_t transfers = 0;         ///< 이용·전용·변경사용·이체 증감액, signed.
  std::int64_t pre_enactment = 0;     ///< 성립전 that no budget took in.
  std::int64_t excess_revenue = 0;    ///< 초과지출액.
  std::int64_t current_budget = 0;    ///< 예산현액.
  std::int64_t committed = 0;         ///< 지출원인행위액.
  std::int64_t disbursed = 0;         ///< 지출액.
  std::int64_t explicit_out = 0;      ///< 명시이월액.
  std::int64_t accidental_out = 0;    ///< 사고이월액.
  std::int64_t continuing_out = 0;    ///< 계속비이월액.
  std::int64_t construction_out = 0;  ///< 건설개량이월액.
  std::int64_t carryover_out = 0;     ///< 다음연도 이월액.
  std::int64_t lapsed_balance = 0;    ///< 불용액 (broad).
  std::int64_t subsidy_refund = 0;    ///< 보조금 반납금.
  std::int64_t unspent_balance = 0;   ///< 집행잔액 (narrow).
};

/// Every column, in the order in which the statute prints them and the C API numbers them.
inline constexpr std::array<std::int64_t StatutoryColumns::*, 17> kStatutoryColumns = {
    &StatutoryColumns::adopted,          &StatutoryColumns::carryover_in,
    &StatutoryColumns::contingency_draw, &StatutoryColumns::transfers,
    &StatutoryColumns::pre_enactment,    &StatutoryColumns::excess_revenue,
    &StatutoryColumns::current_budget,   &StatutoryColumns::committed,
    &StatutoryColumns::disbursed,        &StatutoryColumns::explicit_out,
    &StatutoryColumns::accidental_out,   &StatutoryColumns::continuing_out,
    &StatutoryColumns::construction_out, &StatutoryColumns::carryover_out,
    &StatutoryColumns::lapsed_balance,   &StatutoryColumns::subsidy_refund,
    &StatutoryColumns::unspent_balance};

/// Where the figures of a year come from. The numbers are those of the C API.
enum class YearOrigin : std::int32_t {
  kMissing = 0,   ///< Nobody said.
  kImported = 1,  ///< Read from a document.
  kComputed = 2,  ///< Out of the entries of the book.
};

/// A row of a settlement.
struct SettledRow {
  std::uint32_t key = 0;  ///< As BalanceRow::key.
  std::string code;       ///< As BalanceRow::code.
  std::int32_t fiscal_year = 0;
  YearOrigin origin = YearOrigin::kComputed;
  StatutoryColumns total;
  StatutoryColumns subsidy;  ///< The part that national subsidies pay (국고보조금, 균특, 기금).
};

/// Settles a year from standing balances: one row a group, ascending by key. Only items of expenditure.
///
/// Subsidy parts, and the rows by GroupBy::kFundingSource, are those of the balances by source, as told there: what
/// entries name a source for is that source's, the rest is shared as told there, and every identity holds to
/// the won in the part as in the total, of an item and of any group, with |part| ≤ |total|, of one sign, in every column
/// and residual but the two columns of changes: where 80 of own funds come in and 30 of a subsidy go out, transfers are
/// 50 and their part is −30; where 30 of each change places, 0 and −30. The part of a group is the sum of its items'
/// wherever that sum is within the group's totals: an item that is overspent beside others of its control level may
/// take it out of them; then it is the nearest that is not.
///
/// Refuses with Code::kNotFound when the year has no item, Code::kOverflow.
[[nodiscard]] Result<std::vector<SettledRow>> Settle(const Book& book, std::int32_t fiscal_year,
                                                     GroupBy by,
                                                     const ItemFilter& filter = ItemFilter());

/// The seven columns of the program sheet, and refund and narrow balance when `with_refund`: 예산변경 is everything that
/// is neither adopted nor carried in (I2).
[[nodiscard]] SettlementRow ToSheetColumns(const SettledRow& row, bool with_refund = false);

/// A row as printed in thousands of won (or another unit): each figure is rounded once, and those that are sums are the
/// sums of what is printed: 예산현액 and the residuals 집행잔액, broad and narrow. `one_off` marks those of the totals
/// that are not what rounding the true figure gives.
struct PrintedRow {
  SettlementRow row;  ///< In won, whole multiples of the unit.
  std::vector<SettlementColumn> one_off;
};

/// Rounds a row for print so that I2, I3 and I5 hold between the printed figures, in the total and in the part, and no
/// printed part is larger than its printed total, but of 예산변경, where it may be (Settle): where rounding would make it
/// so, the part is moved to a figure beside it. A part of zero stays zero. Identities that do not hold in the true
/// figures do not hold in print.
///
/// Worked, in thousands, half up: 400 won adopted and 400 carried in, all paid: 0 + 0 = 0, paid 1, left −1, which
/// `one_off` marks beside the current budget of 800 won that is printed as 0.
/// Refuses with Code::kOutOfRange (a unit below 1), kInvalidArgument (no Rounding), kInexact, kOverflow.
[[nodiscard]] Result<PrintedRow> RoundForPrint(const SettlementRow& row, std::int64_t unit,
                                               Rounding rounding);

/// A year's surplus of an account (결산상잉여금, 순세계잉여금).
struct Surplus {
  AccountId account = AccountId::kNone;
  std::int64_t revenue_budget = 0;      ///< 세입 예산현액.
  std::int64_t expenditure_budget = 0;  ///< 세출 예산현액. I8: equal to the former.
  std::int64_t assessed = 0;            ///< 징수결정액.
  std::int64_t received = 0;            ///< 수납액.
  std::int64_t written_off = 0;         ///< 불납결손액.
  std::int64_t uncollected = 0;         ///< 미수납액 (I12).
  std::int64_t disbursed = 0;           ///< 지출액.
  std::int64_t closing_surplus = 0;     ///< I9: received − disbursed.
  std::int64_t carryover_out = 0;       ///< 이월액.
  std::int64_t subsidy_refund = 0;      ///< 보조금 반납금.
  std::int64_t grant_difference =
      0;  ///< 교부차액: granted in the year beyond its budget, to be repaid.
  std::int64_t net_surplus =
      0;  ///< I10: closing_surplus − carryover_out − (subsidy_refund + grant_difference).
  std::int64_t excess_receipts = 0;  ///< 초과세입: received − revenue_budget, signed.
  std::int64_t unspent_balance =
      0;  ///< 집행잔액 (narrow). I11: net = excess_receipts + unspent − 교부차액, where budgets_agree():
  ///< revenue must have been carried in (carry_in) with the expenditure that it pays, and 성립전
  ///< and 초과지출 have no revenue in the budget. See Book::Verify, which finds what differs.

  [[nodiscard]] bool budgets_agree() const noexcept { return revenue_budget == expenditure_budget; }
};

/// The surplus of an account. Worked (부산 서구, I10): closing surplus 87,032,885,688 − carried over 63,740,339,010 −
/// subsidy refund 4,142,735,780 − 교부차액 14,337,480 = net surplus 19,135,473,418. Refuses with Code::kNotFound, kOverflow.
[[nodiscard]] Result<Surplus> SurplusOf(const Book& book, AccountId account,
                                        std::int32_t fiscal_year, Money grant_difference = Money());

/// What is owed to each payer of a year: Σ reserved, by source.
struct RefundDue {
  FundingSource source = FundingSource::kNationalSubsidy;
  Money amount;
};
/// The subsidy refunds of a year, one a source that has any, in the order of sources. Refuses with Code::kOverflow.
[[nodiscard]] Result<std::vector<RefundDue>> RefundsDue(const Book& book, std::int32_t fiscal_year,
                                                        const ItemFilter& filter = ItemFilter());

}  // namespace yesan
