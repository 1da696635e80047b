// Rows of a table that have fewer cells than it has columns, or more: what is printed, and what was lost.
#pragma once

#include <cstddef>
#include <vector>

#include "lib/check/context.h"

namespace yesan::internal {

// Cells as printed.
std::size_t PrintedCells(const Row& row);

// Whether two cells at least are filled by amounts: such a table says something that a rule might prove.
bool HoldsFigures(const Table& table);

// Finds rows that lost cells where the others have figures, or have one too many: their figures stand under wrong
// headings, so that no sum should be proved with them.
class LostCells {
 public:
  explicit LostCells(const Table& table);
  [[nodiscard]] bool In(const Row& row) const { return TooFew(row) || TooMany(row); }
  [[nodiscard]] bool TooFew(const Row& row) const;
  // Something stands behind the last column, in few rows: where most have it, the heading is what is short.
  [[nodiscard]] bool TooMany(const Row& row) const { return surplus_is_odd_ && HasSurplus(row); }

 private:
  [[nodiscard]] bool HasSurplus(const Row& row) const;

  bool surplus_is_odd_ = false;
  const Table& table_;
  std::vector<bool> expected_;  // by column: most rows have a figure there
};

}  // namespace yesan::internal
