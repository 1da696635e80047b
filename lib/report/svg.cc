#include "lib/report/svg.h"

#include <algorithm>
#include <utility>

#include "yesan/base/text.h"
#include "yesan/report/text_table.h"

namespace yesan::internal {

Tenths Along(Money value, Money whole, Tenths length) {
  if (whole.sign() <= 0 || value.sign() <= 0) return 0;
  const Result<Money> at = MulDiv(std::min(value, whole), length, whole.minor(), Rounding::kHalfUp);
  return at ? std::clamp<Tenths>(at->minor(), 0, length) : 0;
}

std::string PrintTenths(Tenths value) {
  std::string out = value < 0 ? "-" : "";
  const Tenths magnitude = value < 0 ? -value : value;
  out += std::to_string(magnitude / 10);
  if (magnitude % 10 != 0) out += "." + std::to_string(magnitude % 10);
  return out;
}

Tenths TextWidth(std::string_view text, std::int64_t font_size) {
  // Two columns of a fixed font are one Hangul, which is as wide as the font is high; digits and Latin letters of a
  // proportional font are about 0.56 of that.
  Tenths width = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    static_cast<void>(NextCharacter(text, next));
    const std::size_t columns = DisplayWidth(text.substr(at, next - at));
    width += columns >= 2 ? font_size * 10 : (columns == 1 ? font_size * 56 / 10 : 0);
    at = next;
  }
  return width;
}

std::string FitText(std::string_view text, Tenths width, std::int64_t font_size) {
  if (TextWidth(text, font_size) <= width) return std::string(text);
  const Tenths room = width - TextWidth("…", font_size);
  std::size_t at = 0;
  Tenths used = 0;
  while (at < text.size()) {
    std::size_t next = at;
    static_cast<void>(NextCharacter(text, next));
    const Tenths w = TextWidth(text.substr(at, next - at), font_size);
    if (used + w > room) break;
    used += w;
    at = next;
  }
  return std::string(Trim(text.substr(0, at))) + "…";
}

Svg::Svg(std::string_view id, Room room, Tenths width, Tenths height, std::string_view title,
         std::string_view description) {
  const bool narrow = room == Room::kNarrow;
  const std::string name = std::string(id) + (narrow ? "-narrow" : "");
  out_ = "<svg class=\"chart " + std::string(narrow ? "narrow" : "wide") + "\" viewBox=\"0 0 " +
         PrintTenths(width) + " " + PrintTenths(height) + "\" width=\"" + PrintTenths(width) +
         "\" height=\"" + PrintTenths(height) + "\" role=\"img\" aria-labelledby=\"" + name +
         "-title " + name + "-desc\">\n<title id=\"" + name + "-title\">" + EscapeHtml(title) +
         "</title>\n<desc id=\"" + name + "-desc\">" + EscapeHtml(description) + "</desc>\n";
}

void Svg::Rect(std::string_view css_class, Tenths x, Tenths y, Tenths width, Tenths height,
               std::string_view tooltip) {
  out_.append("<rect class=\"")
      .append(css_class)
      .append("\" x=\"" + PrintTenths(x) + "\" y=\"" + PrintTenths(y) + "\" width=\"" +
              PrintTenths(width) + "\" height=\"" + PrintTenths(height) + "\"");
  if (tooltip.empty()) {
    out_ += "/>\n";
  } else {
    out_ += "><title>" + EscapeHtml(tooltip) + "</title></rect>\n";
  }
}

void Svg::Line(std::string_view css_class, Tenths x1, Tenths y1, Tenths x2, Tenths y2) {
  out_.append("<line class=\"")
      .append(css_class)
      .append("\" x1=\"" + PrintTenths(x1) + "\" y1=\"" + PrintTenths(y1) + "\" x2=\"" +
              PrintTenths(x2) + "\" y2=\"" + PrintTenths(y2) + "\"/>\n");
}

void Svg::Arrow(std::string_view css_class, Tenths x, Tenths y, Tenths size, int direction) {
  out_.append("<path class=\"")
      .append(css_class)
      .append("\" d=\"M" + PrintTenths(x) + " " + PrintTenths(y - size) + "L" +
              PrintTenths(x + direction * size) + " " + PrintTenths(y) + "L" + PrintTenths(x) +
              " " + PrintTenths(y + size) + "Z\"/>\n");
}

void Svg::Text(std::string_view css_class, Tenths x, Tenths y, std::string_view anchor,
               std::string_view text) {
  out_.append("<text class=\"")
      .append(css_class)
      .append("\" x=\"" + PrintTenths(x) + "\" y=\"" + PrintTenths(y) + "\" text-anchor=\"");
  out_.append(anchor).append("\">").append(EscapeHtml(text)).append("</text>\n");
}

std::string Svg::Finish() && { return std::move(out_) + "</svg>\n"; }

}  // namespace yesan::internal
