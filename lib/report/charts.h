// Charts as inline SVG. Every coordinate is worked out in whole tenths of a unit by MulDiv: no binary fraction comes near
// an amount. A chart that its figures do not allow (no unit, a negative part) is empty; the table beside it has the figures.
#pragma once

#include <string>

#include "lib/report/facts.h"
#include "lib/report/svg.h"

namespace yesan::internal {

// This year against last, row by row.
std::string OverviewChart(const Facts& facts, Language language, Room room);
// The cost basis as parts of the whole, level under level.
std::string BasisChart(const Facts& facts, Language language, Room room);
// The schedule over the twelve months of the fiscal year, with amounts and the end of the contract.
std::string ScheduleChart(const Facts& facts, Language language, Room room);
// Settlement years: executed, carried and left, within the current budget.
std::string SettlementChart(const Facts& facts, Language language, Room room);

}  // namespace yesan::internal
