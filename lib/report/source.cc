#include "lib/report/source.h"

#include <algorithm>

#include "yesan/base/text.h"
#include "yesan/report/text_table.h"

namespace yesan::internal {
namespace {

// Steps back over whole characters until about `columns` columns lie before `at`.
std::size_t Before(std::string_view text, std::size_t at, std::size_t columns) {
  std::size_t width = 0;
  while (at > 0) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
      --begin;
    const std::size_t w = DisplayWidth(PrintableText(text.substr(begin, at - begin)));
    if (width + w > columns) break;
    width += w;
    at = begin;
  }
  return at;
}

}  // namespace

std::vector<SourceLine> LinesOfSource(std::string_view source) {
  std::vector<SourceLine> lines;
  std::size_t from = 0;
  while (from < source.size()) {
    const std::size_t end = std::min(source.find_first_of("\r\n", from), source.size());
    lines.push_back({source.substr(from, end - from), from, true});
    from = end + 1;
    if (end + 1 < source.size() && source[end] == '\r' && source[end + 1] == '\n') ++from;
  }
  return lines;
}

SourceLine LineAt(std::string_view source, std::size_t offset) {
  constexpr std::size_t kReach = 2048;
  offset = std::min(offset, source.size());
  const std::string_view behind = source.substr(offset, kReach);
  const std::size_t end = offset + std::min(behind.find_first_of("\r\n"), behind.size());
  std::size_t begin = offset - std::min(offset, kReach);
  const std::size_t before = source.substr(begin, offset - begin).find_last_of("\r\n");
  const bool begins = before != std::string_view::npos || begin == 0;
  if (before != std::string_view::npos) begin += before + 1;
  while (!begins && begin < offset && (static_cast<unsigned char>(source[begin]) & 0xC0) == 0x80)
    ++begin;
  return {source.substr(begin, end - begin), begin, begins};
}

Excerpt ExcerptOf(const SourceLine& line, Place place, std::size_t columns) {
  Excerpt excerpt;
  columns = std::max<std::size_t>(columns, 20);
  const std::size_t at = std::min<std::size_t>(
      place.offset - std::min<std::size_t>(place.offset, line.offset), line.text.size());
  const std::size_t length = std::min<std::size_t>(place.length, line.text.size() - at);
  const std::string before = PrintableText(line.text.substr(0, at));
  const std::string span = PrintableText(line.text.substr(at, std::min(length, 8 * columns)));
  std::size_t from = 0;
  std::size_t width = DisplayWidth(before);
  // The span is brought into sight with some of what stands before it.
  if (!line.begins ||
      width + std::min<std::size_t>(DisplayWidth(span), columns / 2) + 4 > columns) {
    from = Before(before, before.size(), columns / 3);
    width = DisplayWidth(std::string_view(before).substr(from));
  }
  const bool cut = from > 0 || !line.begins;
  std::string text = cut ? "…" : "";
  if (cut) ++width;
  // A long line is looked at only as far as the excerpt can reach: four bytes a column suffice for text.
  const std::string_view rest = line.text.substr(at, length + 8 * columns);
  text += before.substr(from) + PrintableText(rest);
  excerpt.text = Truncate(text, columns);
  excerpt.column = width;
  const std::size_t shown = DisplayWidth(excerpt.text);
  if (length > 0 && shown > width) excerpt.width = std::min(DisplayWidth(span), shown - width);
  return excerpt;
}

}  // namespace yesan::internal
