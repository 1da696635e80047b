// Text whose cells are separated by tabs, or by the spaces that a program wrote in their place.
#include <algorithm>

#include "lib/sheet/lines.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

// Where the gap at or behind `at` begins and how long it is: a tab, or `width` spaces.
std::size_t FindGap(std::string_view line, std::size_t at, std::size_t width) noexcept {
  if (width == 0) return std::min(line.find('\t', at), line.size());
  for (; at + width <= line.size(); ++at) {
    at = line.find(' ', at);
    if (at == std::string_view::npos || at + width > line.size()) break;
    const std::size_t end = std::min(line.find_first_not_of(' ', at), line.size());
    if (end - at >= width) return at;
    at = end;
  }
  return line.size();
}

// A line with a gap inside or at its end is a row, and one behind several gaps; behind a single one it may be indented.
bool IsRow(std::string_view raw, std::string_view trimmed, std::size_t width,
           bool after_row) noexcept {
  if (width == 0) return raw.find('\t') != std::string_view::npos;
  const auto margin = static_cast<std::size_t>(trimmed.data() - raw.data());
  if (margin % width == 0 && margin >= (after_row ? 1 : 2) * width) return true;
  const std::string_view line = raw.substr(margin);
  return FindGap(line, 0, width) != line.size();
}

// The next line with anything in it.
std::string_view NextLine(std::string_view source, std::size_t at) noexcept {
  while (at < source.size()) {
    const std::size_t end = std::min(source.find_first_of("\r\n", at), source.size());
    const std::string_view line = Trim(source.substr(at, end - at));
    if (!line.empty() && !IsBoxRule(line)) return line;
    at = end + 1;
  }
  return {};
}

}  // namespace

std::size_t SpacesForATab(std::string_view source) noexcept {
  constexpr std::size_t kRunsMin = 8;  // so many cannot all be of one length by chance
  if (source.find('\t') != std::string_view::npos) return 0;
  std::size_t runs = 0;
  bool fours = true, eights = true;
  ForEachLine(source, [&](std::size_t offset, std::size_t length, std::uint32_t) {
    const std::string_view line = Trim(source.substr(offset, length));
    for (std::size_t at = line.find("  "); fours && at != std::string_view::npos;
         at = line.find("  ", at)) {
      const std::size_t end = std::min(line.find_first_not_of(' ', at), line.size());
      fours = (end - at) % 4 == 0;
      eights = eights && (end - at) % 8 == 0;
      ++runs;
      at = end;
    }
  });
  if (!fours || runs < kRunsMin) return 0;
  return eights ? 8 : 4;
}

void ReadTabs(SheetText& text, Lines& out) {
  LineBuilder builder(text, out);
  const std::string_view source = text.source();
  const std::size_t width = SpacesForATab(source), gap = std::max<std::size_t>(width, 1);
  std::vector<Text> cells;
  bool after_row = false;
  std::size_t bars_before = 0;  // of the line before
  ForEachLine(source, [&](std::size_t offset, std::size_t length, std::uint32_t number) {
    const std::string_view raw = source.substr(offset, length);
    const std::string_view trimmed = Trim(raw);
    if (trimmed.empty() || builder.full() || IsBoxRule(trimmed)) return;
    const std::size_t bars = CountBars(trimmed);
    const bool begins = bars_before == 0;
    bars_before = bars;
    if (bars != 0 && (!begins || CountBars(NextLine(source, offset + length)) != 0)) {
      // A table drawn with bars, as Markdown has them, without the line below its headings.
      AddBarRow(text, builder, offset, length, number);
      after_row = true;
      return;
    }
    after_row = IsRow(raw, trimmed, width, after_row);
    if (!after_row) {
      const auto indent = static_cast<std::uint32_t>(
          CountCharacters(raw.substr(0, static_cast<std::size_t>(trimmed.data() - raw.data()))));
      builder.AddLine(builder.Make(offset, length, number, 1), indent, false);
      return;
    }
    cells.clear();
    std::uint32_t column = 1;
    for (std::size_t begin = 0; begin <= raw.size();) {
      const std::size_t end = FindGap(raw, begin, width);
      cells.push_back(builder.Make(offset + begin, end - begin, number, column));
      column += static_cast<std::uint32_t>(CountCharacters(raw.substr(begin, end - begin)) + gap);
      if (end == raw.size()) break;
      begin = end + gap;
    }
    builder.AddRow(cells, 0);
  });
}

}  // namespace yesan::internal
