/// @file
/// Proves budget items and settlement rows that no document holds: built by hand, or taken from another system.
#pragma once

#include <cstddef>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/result.h"
#include "yesan/budget/budget_item.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan {

/// A finding and the row that it is about. Its place is unknown, its figures are in won.
struct RowFinding {
  std::size_t row = 0;  ///< Index in the rows that were checked.
  Finding finding;      ///< Its rule is one of Rules(): `settlement.lapsed`, `subsidy.part`, ….
};

/// Finds the items of which a subsidy part is larger than its amount (rule `subsidy.part`), in order. Never refuses.
[[nodiscard]] std::vector<RowFinding> CheckItems(const std::vector<BudgetItem>& items);

/// Finds what does not hold in the settlement rows of one program: the identities of each row (`settlement.current_budget`,
/// `settlement.lapsed`, `subsidy.part`), and the link of years that follow each other (`settlement.year_link`, at the
/// later year). For totals and for subsidy parts; a column that is absent proves nothing. In the order of rows.
///
/// 2017, in won: 예산현액 5,218,436,000, 집행액 4,908,037,000, 차년이월 0 and 집행잔액 310,400,000 give one finding:
/// expected 310,399,000원, difference 1,000원.
///
/// Refuses with Code::kDuplicate when a year stands twice and Code::kOverflow when a sum does not fit (row: its index).
[[nodiscard]] Result<std::vector<RowFinding>> CheckSettlement(
    const std::vector<SettlementRow>& rows);

}  // namespace yesan
