// What became of the document before it was read, and the statements that take the place of its consequences.
#pragma once

#include <vector>

#include "lib/check/context.h"

namespace yesan::internal {

// Whether a finding says that rows are missing: a printed total above its rows, or a sum of rows below what others say.
bool SaysShort(const Finding& finding, SectionKind kind);

// Says of a table that it lost rows, where that explains its sums better than a misprint.
void SayRowsMissing(Context& context);

// A sentence for a total that its parts fall short of, where no slip of one digit explains it: rows may be missing. Empty
// otherwise.
Message MayLackRows(const Quantity& total, const std::vector<Quantity>& parts, Money difference);

}  // namespace yesan::internal
