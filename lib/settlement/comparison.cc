#include "yesan/settlement/comparison.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "yesan/settlement/execution_rate.h"

namespace yesan {
namespace {

constexpr std::int32_t kFirstYear = 1;
constexpr std::int32_t kLastYear = 9999;

Error BadYear(Code code, const char* ko, const char* en, std::int32_t year, std::size_t row) {
  ErrorDetail detail;
  detail.rule = "settlement.year";
  detail.row = static_cast<std::int64_t>(row);
  detail.message = {"결산 연도 " + std::to_string(year) + ko,
                    "Settlement year " + std::to_string(year) + en};
  return Error(code, std::move(detail));
}

Result<std::vector<SettlementRow>> InOrder(const std::vector<SettlementRow>& rows) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int32_t year = rows[i].fiscal_year;
    if (year < kFirstYear || year > kLastYear) {
      return BadYear(Code::kOutOfRange, ": 1부터 9999까지여야 합니다.", " must lie in 1 to 9999.",
                     year, i);
    }
    order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&rows](std::size_t a, std::size_t b) {
    return rows[a].fiscal_year < rows[b].fiscal_year;
  });
  std::vector<SettlementRow> sorted;
  for (const std::size_t i : order) {
    if (!sorted.empty() && sorted.back().fiscal_year == rows[i].fiscal_year) {
      return BadYear(Code::kDuplicate, "이(가) 두 번 나옵니다.", " stands twice.",
                     rows[i].fiscal_year, i);
    }
    sorted.push_back(rows[i]);
  }
  return sorted;
}

Result<ColumnChange> ChangeOf(const SettlementRow& from, const SettlementRow& to,
                              SettlementColumn column) {
  ColumnChange change;
  change.column = column;
  change.from_year = from.fiscal_year;
  change.to_year = to.fiscal_year;
  change.from = from.at(column).total;
  change.to = to.at(column).total;
  if (change.from && change.to) {
    Result<Money> difference = Subtract(*change.to, *change.from);
    if (!difference) return std::move(difference).error();
    change.change = *difference;
    if (!change.from->is_zero()) {
      Result<Ratio> rate = Ratio::Make(*difference, *change.from, "증감", "앞 연도");
      if (!rate) return std::move(rate).error();
      change.rate = *rate;
    }
  }
  return change;
}

}  // namespace

Result<SettlementComparison> CompareYears(const std::vector<SettlementRow>& rows) {
  Result<std::vector<SettlementRow>> sorted = InOrder(rows);
  if (!sorted) return std::move(sorted).error();
  SettlementComparison comparison;
  comparison.rows = std::move(*sorted);
  for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
    const SettlementRow& row = comparison.rows[i];
    comparison.execution_rates.push_back(ExecutionRate(row));
    if (i == 0) continue;
    const SettlementRow& before = comparison.rows[i - 1];
    for (std::int32_t year = before.fiscal_year + 1; year < row.fiscal_year; ++year) {
      comparison.missing_years.push_back(year);
    }
    for (auto number = static_cast<std::int32_t>(SettlementColumn::kAdopted);
         number <= static_cast<std::int32_t>(SettlementColumn::kLapsedBalance); ++number) {
      const auto column = static_cast<SettlementColumn>(number);
      if (!before.at(column).total && !row.at(column).total) continue;
      Result<ColumnChange> change = ChangeOf(before, row, column);
      if (!change) return std::move(change).error();
      comparison.changes.push_back(*change);
    }
  }
  return comparison;
}

Result<std::vector<YearCheck>> CheckYears(const std::vector<SettlementRow>& rows) {
  Result<std::vector<SettlementRow>> sorted = InOrder(rows);
  if (!sorted) return std::move(sorted).error();
  std::vector<YearCheck> checks;
  for (std::size_t i = 0; i < sorted->size(); ++i) {
    const SettlementRow& row = (*sorted)[i];
    const auto append = [&](Result<std::vector<IdentityCheck>> more) -> Result<void> {
      if (!more) return std::move(more).error();
      for (IdentityCheck& check : *more) checks.push_back({row.fiscal_year, std::move(check)});
      return {};
    };
    if (Result<void> added = append(CheckRow(row)); !added) return std::move(added).error();
    if (i == 0) continue;
    if (Result<void> added = append(CheckYearLink((*sorted)[i - 1], row)); !added) {
      return std::move(added).error();
    }
  }
  return checks;
}

}  // namespace yesan
