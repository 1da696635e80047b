/// @file
/// From printed lines to the nodes of a cost basis. Private.
#pragma once

#include <cstddef>
#include <string_view>

#include "yesan/budget/cost_basis.h"

namespace yesan::internal {

/// Reads `node.text` and gives the node what it does not have yet: formula or refusal, label, bullet, role, amounts.
/// Amounts are said to stand in line `line`.
void ReadNode(BasisNode& node, std::size_t line, Unit column_unit);

}  // namespace yesan::internal
