// A small writer of SVG: escaped text, coordinates in whole tenths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yesan/money/money.h"

namespace yesan::internal {

// A length in tenths of a unit of the drawing: 125 is 12.5.
using Tenths = std::int64_t;

// `value` of `whole` laid out on `length`, rounded half-up; within [0, length]. 0 for a whole that is not above zero.
Tenths Along(Money value, Money whole, Tenths length);
// `12.5`, `-3`.
std::string PrintTenths(Tenths value);
// About how wide a text is at a font size, in tenths: a Hangul is as wide as its size, a Latin letter little more than half.
Tenths TextWidth(std::string_view text, std::int64_t font_size);
// The text cut to about that width.
std::string FitText(std::string_view text, Tenths width, std::int64_t font_size);

// For what a chart is drawn: a page or a wide screen, or a telephone, where letters must not shrink.
enum class Room { kWide, kNarrow };

class Svg {
 public:
  // A drawing of that size; `id` and `room` make the ids of its title and description unique on the page.
  Svg(std::string_view id, Room room, Tenths width, Tenths height, std::string_view title,
      std::string_view description);

  void Rect(std::string_view css_class, Tenths x, Tenths y, Tenths width, Tenths height,
            std::string_view tooltip = {});
  void Line(std::string_view css_class, Tenths x1, Tenths y1, Tenths x2, Tenths y2);
  // A filled triangle that points left (−1) or right (1) from (x, y), half as high as `size` on each side.
  void Arrow(std::string_view css_class, Tenths x, Tenths y, Tenths size, int direction);
  // `anchor`: start, middle or end.
  void Text(std::string_view css_class, Tenths x, Tenths y, std::string_view anchor,
            std::string_view text);
  [[nodiscard]] std::string Finish() &&;

 private:
  std::string out_;
};

}  // namespace yesan::internal
