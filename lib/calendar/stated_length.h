// A length that is printed beside a period: counted, and found in running text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "lib/calendar/scan.h"
#include "yesan/calendar/period.h"

namespace yesan::internal {

// `총 3년간`, `36개월`, `10일`, or moves nothing. `surely`: no number of two digits before 년 alone, which may be a year.
std::optional<StatedLength> TakeStatedLength(Scanner& scanner, bool& surely);

// Days, 개월 or 년 between the two ends, both counted; into `stated_length`, where there is one.
void CountLength(PeriodTerm& term);

// The length that stands beside the period [begin, end) of a running text: `(18.08.23~21.08.22, 3년)`, `3년(2021~2023)`.
void FindLengthBeside(std::string_view text, std::size_t begin, std::size_t end, PeriodTerm& term);

}  // namespace yesan::internal
