// The amounts of a cost basis as quantities that can be compared with the rest of the sheet.
#pragma once

#include <optional>

#include "lib/check/figures.h"
#include "yesan/budget/cost_basis.h"

namespace yesan::internal {

// An amount printed with a node; nothing for a fraction of a won.
std::optional<Quantity> QuantityOf(const BasisAmount& amount);
// The amount of a node at the place where it is printed, or at its line when it is computed.
std::optional<Quantity> BasisQuantityOf(const CostBasis& tree, BasisNodeId id);
// The sum of the nodes at the top, rows of totals left out.
std::optional<Money> BasisTotal(const CostBasis& tree);

}  // namespace yesan::internal
