// The amounts of a cost basis as quantities that can be compared with the rest of the sheet.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "lib/check/figures.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {

// The amount of a node in the unit of the book, else in won, else as it is computed, at the place where it is printed.
std::optional<Quantity> BasisQuantityOf(const CostBasisView& view, BasisNodeId id);
// The amount that is printed in won, the one that is printed in the unit of the book.
std::optional<Quantity> WonQuantityOf(const CostBasisView& view, BasisNodeId id);
std::optional<Quantity> UnitQuantityOf(const CostBasisView& view, BasisNodeId id);
// What the lines that their own formula refutes should come to, in won, by node. A sum that holds with them is right.
std::map<BasisNodeId, Money> RefutedLines(const CostBasis& tree);
// What a node is called: its label, or the object item where an amount stands alone beside one (`합계 | 1,200`).
std::string_view BasisNameOf(const CostBasisView& view, BasisNodeId id);
// The subsidy mark of a line that has nothing else for an amount: `○ 소모품 (x 5)`. Empty for others.
std::string_view PartAloneOf(const CostBasisView& view, BasisNodeId id);
// Whether the node or one under it is such a line: then what it adds up to is not known.
bool LacksAnAmount(const CostBasisView& view, BasisNodeId id);
// The sum of the nodes at the top, rows of totals left out.
std::optional<Money> BasisTotal(const CostBasisView& view,
                                const std::map<BasisNodeId, Money>& instead = {});

}  // namespace yesan::internal
