// Text whose columns are made of spaces, as `pdftotext -layout` writes it.
#pragma once

#include <cstdint>
#include <vector>

#include "lib/sheet/lines.h"

namespace yesan::internal {

// For each cell of a line the column that it stands under, in order. Columns are given by the extents of their headings.
// Cells share a column only when there are more cells than columns.
[[nodiscard]] std::vector<std::int32_t> AlignToColumns(Counting counting,
                                                       const std::vector<Extent>& columns,
                                                       const Extent* cells, std::size_t cell_count);

}  // namespace yesan::internal
