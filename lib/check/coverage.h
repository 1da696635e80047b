// Which figures an identity proves, and which it only bounds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/figures.h"

namespace yesan::internal {

// The largest difference between a total and the sum of its parts that Compare lets pass as rounding, in won (or ones).
// `all` holds the total and every part. A misprint of a figure changes it by one of its last place at least, so that a
// figure whose last place is above the tolerance cannot be misprinted in an identity that holds.
std::int64_t Tolerance(const std::vector<Quantity>& all);

// Says that a misprint of the figure breaks the rule for sure, or only that the rule looks at it.
void CoverExactly(Context& context, std::string_view rule, const Quantity& figure,
                  FigureSide side = FigureSide::kTotal);
void CoverRoughly(Context& context, std::string_view rule, const Quantity& figure,
                  FigureSide side = FigureSide::kTotal);
void CoverRoughly(Context& context, std::string_view rule, const Place& place);

// The figures of a sum that was compared, the total first: those that it proves, and those that its tolerance leaves room
// for. A sum that does not hold proves none of its figures. The last `subtracted` of them are subtracted.
void CoverSum(Context& context, std::string_view rule, const SumFit& fit,
              const std::vector<Quantity>& all, FigureSide side = FigureSide::kTotal,
              std::size_t subtracted = 0);

// A total and its parts, as CoverSum takes them.
std::vector<Quantity> WithParts(const Quantity& total, const std::vector<Quantity>& parts);

// The place of one figure of a cell: without the bracket, or the bracket alone.
Place PlaceOfFigure(const Context& context, const Quantity& figure, FigureSide side);

}  // namespace yesan::internal
