#include "yesan/settlement/settle.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "lib/ledger/rebuild.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "yesan/money/money.h"

namespace yesan {

using internal::BookState;
using internal::SourceSums;

namespace {

// The columns of a row in the order in which the identities add them: first what makes the current budget, then what
// is taken from it.
constexpr std::int64_t StatutoryColumns::*kBudgetColumns[] = {
    &StatutoryColumns::adopted,          &StatutoryColumns::carryover_in,
    &StatutoryColumns::pre_enactment,    &StatutoryColumns::excess_revenue,
    &StatutoryColumns::contingency_draw, &StatutoryColumns::transfers,
};
constexpr std::int64_t StatutoryColumns::*kSpentColumns[] = {
    &StatutoryColumns::disbursed,        &StatutoryColumns::explicit_out,
    &StatutoryColumns::accidental_out,   &StatutoryColumns::continuing_out,
    &StatutoryColumns::construction_out,
};

// The columns of an item; committed and disbursed are kept apart from its other sums.
void Fill(StatutoryColumns& columns, const ItemBalances& sums, std::int64_t committed,
          std::int64_t disbursed) noexcept {
  columns.adopted = sums.original + sums.supplementary + sums.provisional;
  columns.carryover_in = sums.carryover_in;
  columns.contingency_draw = sums.contingency_draw;
  columns.transfers = sums.inter_program_virement + sums.intra_program_virement +
                      sums.minor_reallocation + sums.reorganization;
  columns.pre_enactment = sums.pre_enactment;
  columns.excess_revenue = sums.excess_revenue;
  columns.current_budget = columns.adopted + columns.carryover_in + columns.contingency_draw +
                           columns.transfers + columns.pre_enactment + columns.excess_revenue;
  columns.committed = committed;
  columns.disbursed = disbursed;
  columns.explicit_out = sums.explicit_out;
  columns.accidental_out = sums.accidental_out;
  columns.continuing_out = sums.continuing_out;
  columns.construction_out = sums.construction_out;
  columns.carryover_out = columns.explicit_out + columns.accidental_out + columns.continuing_out +
                          columns.construction_out;
  columns.lapsed_balance = columns.current_budget - columns.disbursed - columns.carryover_out;
  columns.subsidy_refund = sums.subsidy_refund;
  columns.unspent_balance = columns.lapsed_balance - columns.subsidy_refund;
}

StatutoryColumns ColumnsOf(const ItemBalances& sums) noexcept {
  StatutoryColumns columns;
  Fill(columns, sums, sums.committed_total, sums.disbursed);
  return columns;
}

// Whether a filter lets every item of a year pass that is not revenue.
bool TakesAll(const ItemFilter& filter) noexcept {
  return filter.fiscal_year == 0 && filter.account == AccountId::kNone &&
         filter.department == DepartmentId::kNone && filter.program == ProgramId::kNone &&
         filter.object_group.empty() && filter.object_item.empty() && !filter.origin &&
         !filter.revenue;
}

bool IsNational(FundingSource source) noexcept {
  switch (source) {
    case FundingSource::kNationalSubsidy:
    case FundingSource::kBalancedDevelopmentSubsidy:
    case FundingSource::kFundSubsidy:
      return true;
    default:
      return false;
  }
}

// Nearest to a wish in [low, high]. @pre low ≤ high
std::int64_t Nearest(std::int64_t wish, std::int64_t low, std::int64_t high) noexcept {
  return std::min(std::max(wish, low), high);
}

// A part that runs along with its total: |part| ≤ |total| for each column and for what they come to.
class RunningPart {
 public:
  // Takes a column of `total` whose part would be `wish`, and gives the part that it gets. A column of changes may have a
  // larger part, of either sign: 80 of one's own in and 30 of a subsidy out come to 50, of which the part is −30.
  std::int64_t Add(std::int64_t total, std::int64_t wish, bool changes = false) noexcept {
    total_ += total;
    std::int64_t low = std::min<std::int64_t>(0, total_) - part_;
    std::int64_t high = std::max<std::int64_t>(0, total_) - part_;
    if (!changes) {
      low = std::max(low, std::min<std::int64_t>(0, total));
      high = std::min(high, std::max<std::int64_t>(0, total));
    }
    const std::int64_t part = Nearest(wish, low, high);
    part_ += part;
    return part;
  }
  [[nodiscard]] std::int64_t part() const noexcept { return part_; }

 private:
  std::int64_t total_ = 0;
  std::int64_t part_ = 0;
};

// The part nearest to the wishes that keeps every identity of its total, and stays within it column by column.
StatutoryColumns FitPart(const StatutoryColumns& total, const StatutoryColumns& wishes) {
  StatutoryColumns part;
  RunningPart running;
  for (auto column : kBudgetColumns) {
    part.*column = running.Add(
        total.*column, wishes.*column,
        column == &StatutoryColumns::contingency_draw || column == &StatutoryColumns::transfers);
  }
  part.current_budget = running.part();
  // What is owed to a payer is known, not shared: it comes before what is.
  part.subsidy_refund = -running.Add(-total.subsidy_refund, -wishes.subsidy_refund);
  for (auto column : kSpentColumns) {
    // Taken away: the same with the other sign.
    part.*column = -running.Add(-(total.*column), -(wishes.*column));
    if (column != &StatutoryColumns::disbursed) part.carryover_out += part.*column;
  }
  part.unspent_balance = running.part();
  part.lapsed_balance = part.unspent_balance + part.subsidy_refund;
  part.committed = Nearest(wishes.committed, std::min<std::int64_t>(0, total.committed),
                           std::max<std::int64_t>(0, total.committed));
  return part;
}

StatutoryColumns Minus(const StatutoryColumns& whole, const StatutoryColumns& part) noexcept {
  StatutoryColumns rest;
  for (auto column : kStatutoryColumns) rest.*column = whole.*column - part.*column;
  return rest;
}

bool IsZero(const StatutoryColumns& columns) noexcept {
  return std::all_of(kStatutoryColumns.begin(), kStatutoryColumns.end(),
                     [&](auto column) { return columns.*column == 0; });
}

// The columns of an item by source, those of national subsidies apart from the others. Each side adds up to its whole.
class SourceColumns {
 public:
  SourceColumns(const BookState& state, const SourceSums& sources, std::uint32_t item,
                const StatutoryColumns& total)
      : parts_(internal::SplitBySource(state, sources, item, state.SumsOf(item))) {
    StatutoryColumns wishes;
    for (const auto& [source, sums] : parts_) {
      if (!IsNational(source)) continue;
      const StatutoryColumns columns = ColumnsOf(sums);
      for (auto column : kStatutoryColumns) wishes.*column += columns.*column;
    }
    national_ = FitPart(total, wishes);
    others_ = Minus(total, national_);
  }
  [[nodiscard]] const StatutoryColumns& national() const noexcept { return national_; }

  template <class Visit>
  [[nodiscard]] Result<void> ForEach(const Visit& visit) const {
    for (const bool national : {true, false}) {
      StatutoryColumns rest = national ? national_ : others_;
      const internal::SourceParts::value_type* last = nullptr;
      for (const auto& part : parts_) {
        if (IsNational(part.first) == national) last = &part;
      }
      // The last of a side is what the others leave: the parts add up.
      for (const auto& part : parts_) {
        if (IsNational(part.first) != national) continue;
        const StatutoryColumns columns =
            &part == last ? rest : FitPart(rest, ColumnsOf(part.second));
        rest = Minus(rest, columns);
        if (IsZero(columns)) continue;
        if (Result<void> visited = visit(part.first, columns); !visited) return visited;
      }
    }
    return {};
  }

 private:
  internal::SourceParts parts_;
  StatutoryColumns national_;
  StatutoryColumns others_;
};

bool AddColumns(StatutoryColumns& into, const StatutoryColumns& other) noexcept {
  for (auto column : kStatutoryColumns) {
    if (!internal::AddSmall(into.*column, other.*column, into.*column)) return false;
  }
  return true;
}

BudgetAmount Pair(std::int64_t total, std::int64_t part) noexcept {
  return part == 0 ? BudgetAmount::WithoutPart(Money(total))
                   : BudgetAmount::WithPart(Money(total), Money(part));
}

}  // namespace

Result<std::vector<SettledRow>> Settle(const Book& book, std::int32_t fiscal_year, GroupBy by,
                                       const ItemFilter& filter) {
  const BookState& state = book.state();
  const auto number = static_cast<std::int32_t>(by);
  if (number < 0 || number > static_cast<std::int32_t>(GroupBy::kFundingSource))
    return Error(Code::kInvalidArgument);
  const auto year = state.year_ids.find(fiscal_year);
  if (year == state.year_ids.end()) return Error(Code::kNotFound);
  const SourceSums sources = internal::SumSources(state, fiscal_year);
  std::vector<SettledRow> rows;
  if (by == GroupBy::kItem) rows.reserve(state.items.size());
  std::map<internal::GroupKey, std::size_t> groups;
  const auto add = [&](internal::GroupKey key, const StatutoryColumns& total,
                       const StatutoryColumns& subsidy) -> Result<void> {
    const auto [found, is_new] = groups.try_emplace(std::move(key), rows.size());
    if (is_new) {
      rows.push_back({found->first.first, found->first.second, fiscal_year, YearOrigin::kComputed,
                      total, subsidy});
    } else if (!AddColumns(rows[found->second].total, total) ||
               !AddColumns(rows[found->second].subsidy, subsidy)) {
      return Error(Code::kOverflow);
    }
    return {};
  };
  const bool all = TakesAll(filter);
  bool any = false;
  for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
    const internal::ItemInfo& info = state.InfoOf(item);
    if (info.revenue() || info.year != year->second) continue;
    any = true;
    if (!all && !internal::Fits(state, item, filter)) continue;
    const internal::HotItem& hot = state.hot[item - 1];
    if (by == GroupBy::kItem) {
      SettledRow& row = rows.emplace_back();
      row.key = item;
      row.fiscal_year = fiscal_year;
      Fill(row.total, state.cold[item - 1], hot.committed, hot.disbursed);
      if (!sources.empty()) row.subsidy = SourceColumns(state, sources, item, row.total).national();
      continue;
    }
    StatutoryColumns total;
    Fill(total, state.cold[item - 1], hot.committed, hot.disbursed);
    Result<void> added;
    if (by == GroupBy::kFundingSource) {
      added = SourceColumns(state, sources, item, total)
                  .ForEach([&](FundingSource source, const StatutoryColumns& columns) {
                    return add({static_cast<std::uint32_t>(source), {}}, columns,
                               IsNational(source) ? columns : StatutoryColumns());
                  });
    } else {
      const StatutoryColumns subsidy = sources.empty()
                                           ? StatutoryColumns()
                                           : SourceColumns(state, sources, item, total).national();
      added = add(internal::GroupKeyOf(state, item, by), total, subsidy);
    }
    if (!added) return std::move(added).error();
  }
  if (!any) return Error(Code::kNotFound);
  if (by != GroupBy::kItem) {
    // Signed columns of several items may net to less than their parts do, where a transfer names its source on one side
    // only.
    for (SettledRow& row : rows) row.subsidy = FitPart(row.total, row.subsidy);
    std::sort(rows.begin(), rows.end(), [](const SettledRow& a, const SettledRow& b) {
      return a.key != b.key ? a.key < b.key : a.code < b.code;
    });
  }
  return rows;
}

SettlementRow ToSheetColumns(const SettledRow& row, bool with_refund) {
  SettlementRow sheet;
  sheet.fiscal_year = row.fiscal_year;
  const StatutoryColumns& t = row.total;
  const StatutoryColumns& s = row.subsidy;
  sheet.adopted = Pair(t.adopted, s.adopted);
  sheet.carryover_in = Pair(t.carryover_in, s.carryover_in);
  sheet.net_adjustment =
      Pair(t.contingency_draw + t.transfers + t.pre_enactment + t.excess_revenue,
           s.contingency_draw + s.transfers + s.pre_enactment + s.excess_revenue);
  sheet.current_budget = Pair(t.current_budget, s.current_budget);
  sheet.disbursed = Pair(t.disbursed, s.disbursed);
  sheet.carryover_out = Pair(t.carryover_out, s.carryover_out);
  sheet.lapsed_balance = Pair(t.lapsed_balance, s.lapsed_balance);
  if (with_refund) {
    sheet.subsidy_refund = Pair(t.subsidy_refund, s.subsidy_refund);
    sheet.unspent_balance = Pair(t.unspent_balance, s.unspent_balance);
  }
  return sheet;
}

Result<Surplus> SurplusOf(const Book& book, AccountId account, std::int32_t fiscal_year,
                          Money grant_difference) {
  const BookState& state = book.state();
  if (book.Find(account) == nullptr) return Error(Code::kNotFound);
  ItemFilter filter;
  filter.fiscal_year = fiscal_year;
  filter.account = account;
  ItemBalances revenue;
  ItemBalances expenditure;
  bool any = false;
  for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
    if (!internal::Fits(state, item, filter)) continue;
    any = true;
    ItemBalances& side = state.InfoOf(item).revenue() ? revenue : expenditure;
    if (Result<void> added = AddTo(side, state.SumsOf(item)); !added)
      return std::move(added).error();
  }
  if (!any) return Error(Code::kNotFound);
  Surplus surplus;
  surplus.account = account;
  surplus.revenue_budget = revenue.current_budget();
  surplus.expenditure_budget = expenditure.current_budget();
  surplus.assessed = revenue.assessed;
  surplus.received = revenue.received;
  surplus.written_off = revenue.written_off;
  surplus.uncollected = revenue.uncollected();
  surplus.disbursed = expenditure.disbursed;
  surplus.closing_surplus = surplus.received - surplus.disbursed;
  surplus.carryover_out = expenditure.carryover_out();
  surplus.subsidy_refund = expenditure.subsidy_refund;
  surplus.grant_difference = grant_difference.minor();
  std::int64_t net = 0;
  if (!internal::SubtractSmall(
          surplus.closing_surplus - surplus.carryover_out - surplus.subsidy_refund,
          surplus.grant_difference, net)) {
    return Error(Code::kOverflow);
  }
  surplus.net_surplus = net;
  surplus.excess_receipts = surplus.received - surplus.revenue_budget;
  surplus.unspent_balance = expenditure.unspent_balance();
  return surplus;
}

Result<std::vector<RefundDue>> RefundsDue(const Book& book, std::int32_t fiscal_year,
                                          const ItemFilter& filter) {
  const BookState& state = book.state();
  std::map<std::uint8_t, std::int64_t> due;
  for (const auto& [key, sums] : internal::SumSources(state, fiscal_year)) {
    if (sums.subsidy_refund == 0 || !internal::Fits(state, key.first, filter)) continue;
    if (!internal::AddSmall(due[key.second], sums.subsidy_refund, due[key.second]))
      return Error(Code::kOverflow);
  }
  std::vector<RefundDue> list;
  for (const auto& [source, amount] : due) {
    if (amount != 0) list.push_back({static_cast<FundingSource>(source), Money(amount)});
  }
  return list;
}

}  // namespace yesan
