// What became of the document before it was read, and the statements that take the place of its consequences.
#pragma once

#include <vector>

#include "lib/check/context.h"

namespace yesan::internal {

// Whether a finding says that rows are missing: a printed total above its rows, or a sum of rows below what others say.
bool SaysShort(const Context& context, const Finding& finding, SectionKind kind);

// Says of a table that it lost rows, where that explains its sums better than a misprint.
void SayRowsMissing(Context& context);

// The sentence that MayLackRows says.
Message RowsMayBeMissing();

// A sentence for a total that its parts fall short of, where no slip of one digit explains it: rows may be missing. Empty
// otherwise.
Message MayLackRows(const Quantity& total, const std::vector<Quantity>& parts, Money difference);

// Whether one slip of the hand makes one number the other: a digit changed, lost, added, two swapped, or the sign lost. A
// nothing is printed for no amount, and no amount for nothing.
bool IsOneSlip(const Quantity& figure, Money meant);

}  // namespace yesan::internal
