// Wholes without the figures around them.
#pragma once

#include <string_view>

#include "yesan/budget/results.h"

namespace yesan::internal {

// The wholes that ParseResults finds, with no more figures than those of the lines in which they may stand: a glance at
// the brackets spares most prose the search. Offsets are those in the text.
Result<Results> ParseWholes(std::string_view text);

}  // namespace yesan::internal
