#include "yesan/settlement/settlement_row.h"

#include <initializer_list>
#include <utility>

namespace yesan {
namespace {

using Column = SettlementColumn;

constexpr Column kColumns[] = {
    Column::kAdopted,       Column::kCarryoverIn,    Column::kNetAdjustment,
    Column::kCurrentBudget, Column::kDisbursed,      Column::kCarryoverOut,
    Column::kSubsidyRefund, Column::kUnspentBalance, Column::kLapsedBalance,
};

std::optional<Money> SideOf(const BudgetAmount& amount, AmountSide side) noexcept {
  return side == AmountSide::kTotal ? amount.total : amount.subsidy();
}

// stated = Σ terms over the columns, when all of them are stated.
Result<void> CheckEqual(const SettlementRow& row, Identity identity, AmountSide side,
                        Column stated_column, std::initializer_list<Column> plus,
                        std::initializer_list<Column> minus, std::vector<IdentityCheck>& checks) {
  const std::optional<Money> stated = SideOf(row.at(stated_column), side);
  if (!stated) return {};
  Money expected;
  for (const bool adds : {true, false}) {
    for (const Column column : adds ? plus : minus) {
      const std::optional<Money> term = SideOf(row.at(column), side);
      if (!term) return {};
      Result<Money> next = adds ? Add(expected, *term) : Subtract(expected, *term);
      if (!next) return std::move(next).error();
      expected = *next;
    }
  }
  IdentityCheck check;
  check.identity = identity;
  check.side = side;
  check.columns.reserve(1 + plus.size() + minus.size());
  check.columns.push_back(stated_column);
  check.columns.insert(check.columns.end(), plus);
  check.columns.insert(check.columns.end(), minus);
  check.stated = *stated;
  check.expected = expected;
  Result<Money> difference = Subtract(check.stated, check.expected);
  if (!difference) return std::move(difference).error();
  check.difference = *difference;
  check.holds = difference->is_zero();
  checks.push_back(std::move(check));
  return {};
}

Result<void> CheckPart(const SettlementRow& row, Column column,
                       std::vector<IdentityCheck>& checks) {
  const BudgetAmount& amount = row.at(column);
  if (!amount.total || !amount.subsidy()) return {};
  IdentityCheck check;
  check.identity = Identity::kPartWithinTotal;
  check.side = AmountSide::kSubsidyPart;
  check.columns = {column};
  Result<Money> part = Abs(amount.part);
  if (!part) return std::move(part).error();
  Result<Money> total = Abs(*amount.total);
  if (!total) return std::move(total).error();
  check.stated = *part;
  check.expected = *total;
  Result<Money> difference = Subtract(*part, *total);
  if (!difference) return std::move(difference).error();
  check.difference = *difference;
  check.holds = difference->sign() <= 0;
  checks.push_back(std::move(check));
  return {};
}

}  // namespace

std::string_view Name(SettlementColumn column) noexcept {
  switch (column) {
    case Column::kAdopted:
      return "adopted";
    case Column::kCarryoverIn:
      return "carryover_in";
    case Column::kNetAdjustment:
      return "net_adjustment";
    case Column::kCurrentBudget:
      return "current_budget";
    case Column::kDisbursed:
      return "disbursed";
    case Column::kCarryoverOut:
      return "carryover_out";
    case Column::kSubsidyRefund:
      return "subsidy_refund";
    case Column::kUnspentBalance:
      return "unspent_balance";
    case Column::kLapsedBalance:
      return "lapsed_balance";
  }
  return "unknown";
}

std::string_view KoreanName(SettlementColumn column) noexcept {
  switch (column) {
    case Column::kAdopted:
      return "최종예산";
    case Column::kCarryoverIn:
      return "전년이월";
    case Column::kNetAdjustment:
      return "예산변경";
    case Column::kCurrentBudget:
      return "예산현액";
    case Column::kDisbursed:
      return "집행액";
    case Column::kCarryoverOut:
      return "차년이월";
    case Column::kSubsidyRefund:
      return "보조금 반납금";
    case Column::kUnspentBalance:
    case Column::kLapsedBalance:
      return "집행잔액";
  }
  return "";
}

std::string_view Name(AmountSide side) noexcept {
  return side == AmountSide::kTotal ? "total" : "subsidy_part";
}

std::string_view Name(Identity identity) noexcept {
  switch (identity) {
    case Identity::kCurrentBudget:
      return "I2";
    case Identity::kLapsedBalance:
      return "I3";
    case Identity::kRefund:
      return "I5";
    case Identity::kYearLink:
      return "I7";
    case Identity::kPartWithinTotal:
      return "part_within_total";
  }
  return "unknown";
}

const BudgetAmount& SettlementRow::at(SettlementColumn column) const noexcept {
  switch (column) {
    case Column::kAdopted:
      return adopted;
    case Column::kCarryoverIn:
      return carryover_in;
    case Column::kNetAdjustment:
      return net_adjustment;
    case Column::kCurrentBudget:
      return current_budget;
    case Column::kDisbursed:
      return disbursed;
    case Column::kCarryoverOut:
      return carryover_out;
    case Column::kSubsidyRefund:
      return subsidy_refund;
    case Column::kUnspentBalance:
      return unspent_balance;
    case Column::kLapsedBalance:
      break;
  }
  return lapsed_balance;
}

BudgetAmount& SettlementRow::at(SettlementColumn column) noexcept {
  return const_cast<BudgetAmount&>(std::as_const(*this).at(column));
}

Result<std::vector<IdentityCheck>> CheckRow(const SettlementRow& row) {
  std::vector<IdentityCheck> checks;
  for (const AmountSide side : {AmountSide::kTotal, AmountSide::kSubsidyPart}) {
    const bool broad = SideOf(row.lapsed_balance, side).has_value();
    Result<void> added =
        CheckEqual(row, Identity::kCurrentBudget, side, Column::kCurrentBudget,
                   {Column::kAdopted, Column::kCarryoverIn, Column::kNetAdjustment}, {}, checks);
    if (!added) return std::move(added).error();
    // 불용액 is what is left; without that column it is what the refund and the narrow balance make up.
    added = broad ? CheckEqual(row, Identity::kLapsedBalance, side, Column::kLapsedBalance,
                               {Column::kCurrentBudget},
                               {Column::kDisbursed, Column::kCarryoverOut}, checks)
                  : CheckEqual(row, Identity::kLapsedBalance, side, Column::kUnspentBalance,
                               {Column::kCurrentBudget},
                               {Column::kDisbursed, Column::kCarryoverOut, Column::kSubsidyRefund},
                               checks);
    if (!added) return std::move(added).error();
    added = CheckEqual(row, Identity::kRefund, side, Column::kLapsedBalance,
                       {Column::kSubsidyRefund, Column::kUnspentBalance}, {}, checks);
    if (!added) return std::move(added).error();
  }
  for (const Column column : kColumns) {
    // A change may have a larger part than itself: 국비 +300 and 구비 −200 make +100.
    if (column == Column::kNetAdjustment) continue;
    Result<void> added = CheckPart(row, column, checks);
    if (!added) return std::move(added).error();
  }
  return checks;
}

Result<std::vector<IdentityCheck>> CheckYearLink(const SettlementRow& year,
                                                 const SettlementRow& next) {
  std::vector<IdentityCheck> checks;
  if (std::int64_t{year.fiscal_year} + 1 != next.fiscal_year) return checks;
  for (const AmountSide side : {AmountSide::kTotal, AmountSide::kSubsidyPart}) {
    const std::optional<Money> out = SideOf(year.carryover_out, side);
    const std::optional<Money> in = SideOf(next.carryover_in, side);
    if (!out || !in) continue;
    Result<Money> difference = Subtract(*in, *out);
    if (!difference) return std::move(difference).error();
    IdentityCheck check;
    check.identity = Identity::kYearLink;
    check.side = side;
    check.columns = {Column::kCarryoverIn, Column::kCarryoverOut};
    check.stated = *in;
    check.expected = *out;
    check.difference = *difference;
    check.holds = difference->is_zero();
    checks.push_back(std::move(check));
  }
  return checks;
}

Result<SettlementRow> SumRows(const std::vector<SettlementRow>& rows) {
  SettlementRow sum;
  if (rows.empty()) return sum;
  sum.fiscal_year = rows.front().fiscal_year;
  for (const SettlementRow& row : rows) {
    if (row.fiscal_year != sum.fiscal_year) sum.fiscal_year = 0;
  }
  for (const Column column : kColumns) {
    BudgetAmount total = BudgetAmount::WithoutPart(Money());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const BudgetAmount& amount = rows[i].at(column);
      if (!amount.total) total.total.reset();
      if (total.total) {
        Result<Money> next = Add(*total.total, *amount.total);
        if (!next) return std::move(next).error().AtRow(static_cast<std::int64_t>(i));
        total.total = *next;
      }
      if (amount.part_kind == PartKind::kNotStated) total.part_kind = PartKind::kNotStated;
      if (total.part_kind != PartKind::kNotStated) {
        if (amount.part_kind == PartKind::kStated) total.part_kind = PartKind::kStated;
        Result<Money> next = Add(total.part, amount.part);
        if (!next) return std::move(next).error().AtRow(static_cast<std::int64_t>(i));
        total.part = *next;
      }
    }
    if (total.part_kind == PartKind::kNotStated) total.part = Money();
    sum.at(column) = total;
  }
  return sum;
}

}  // namespace yesan
