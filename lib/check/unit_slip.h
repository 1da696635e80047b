// The same figure in two units: whose slip it is cannot be known, but it is one of the unit, and no other amount.
#pragma once

#include <string>

#include "lib/check/context.h"

namespace yesan::internal {

// Whether one amount is the other in a smaller or a larger unit: `552,960` and `552,960,000`, both called 천원.
[[nodiscard]] bool DiffersByUnit(Money a, Money b);

// Asks, at `place`, which unit is wrong of two parts of the sheet.
void ReportUnitSlip(Context& context, const Quantity& place, const std::string& ko_here,
                    const std::string& en_here, const Quantity& other, const std::string& ko_other,
                    const std::string& en_other);

}  // namespace yesan::internal
