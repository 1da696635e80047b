/// @file
/// Settlements of several years side by side: links, changes, rates.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/money/ratio.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan {

/// A column from one year to a later one.
struct ColumnChange {
  SettlementColumn column = SettlementColumn::kAdopted;
  std::int32_t from_year = 0;  ///< The earlier year.
  std::int32_t to_year = 0;    ///< The next year that there is a row for; not always from_year + 1.
  std::optional<Money> from;   ///< Total of the earlier year.
  std::optional<Money> to;     ///< Total of the later year.
  std::optional<Money> change;  ///< to − from; nothing when one of them is absent.
  std::optional<Ratio> rate;    ///< change ÷ from; nothing when absent or on a zero base.
};

/// A settlement over the years.
struct SettlementComparison {
  std::vector<SettlementRow> rows;  ///< By year, ascending.
  std::vector<ColumnChange>
      changes;  ///< For each pair of neighbours, each column that one of them states.
  std::vector<std::optional<Ratio>> execution_rates;  ///< One a row: 집행액 ÷ 예산현액.
  std::vector<std::int32_t>
      missing_years;  ///< Years between the first and the last without a row, ascending.
};

/// Puts the rows in order of years and compares each with the next.
/// 집행액 2017 → 2018: 4,908,037 → 5,370,182 천원 is +462,145 천원, 9.416…%.
///
/// Refuses with Code::kDuplicate (row: its index) when a year stands twice, Code::kOutOfRange for a year outside
/// [1, 9999], Code::kOverflow when a change does not fit.
[[nodiscard]] Result<SettlementComparison> CompareYears(const std::vector<SettlementRow>& rows);

/// Every identity of every row, and the link of every two years that follow each other.
struct YearCheck {
  std::int32_t fiscal_year = 0;  ///< The row's year; for I7 the later of the two.
  IdentityCheck check;
};

/// CheckRow on each row and CheckYearLink on each pair of years, in order of years. Refuses as CompareYears does.
[[nodiscard]] Result<std::vector<YearCheck>> CheckYears(const std::vector<SettlementRow>& rows);

}  // namespace yesan
