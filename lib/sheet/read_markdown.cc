// Markdown with pipe tables.
#include <algorithm>

#include "lib/sheet/lines.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

// `---`, `***`: a rule across the page, or the fence of front matter.
bool IsRule(std::string_view line) noexcept {
  line = Trim(line);
  return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_') &&
         std::all_of(line.begin(), line.end(), [&](char c) { return c == line[0]; });
}

struct Raw {
  std::size_t offset, length;
  std::uint32_t number;
};

}  // namespace

bool IsDelimiterRow(std::string_view line) noexcept {
  if (line.find('|') == std::string_view::npos || line.find("--") == std::string_view::npos)
    return false;
  line = Trim(line);
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    std::string_view cell = Trim(line.substr(begin, end - begin));
    begin = end + 1;
    if (cell.empty()) continue;
    if (cell.front() == ':') cell.remove_prefix(1);
    if (!cell.empty() && cell.back() == ':') cell.remove_suffix(1);
    if (cell.size() < 2 || cell.find_first_not_of('-') != std::string_view::npos) return false;
  }
  return true;
}

std::size_t BarAt(std::string_view line, std::size_t at) noexcept {
  if (line[at] == '|') return 1;
  if (line[at] != '\xE2') return 0;
  const std::string_view bar = line.substr(at, 3);
  return bar == "│" || bar == "┃" || bar == "║" ? 3 : 0;
}

bool IsBoxRule(std::string_view line) noexcept {
  line = Trim(line);
  if (line.size() < 3) return false;
  bool corner = false, dash = false;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = NextCharacter(line, at);
    corner = corner || c == U'+' || (c >= 0x250C && c <= 0x254B) || (c >= 0x2552 && c <= 0x256C);
    dash = dash || c == U'-' || c == U'=' || c == U'─' || c == U'━' || c == U'═';
    const bool drawn = (c >= 0x2500 && c <= 0x257F) || c == U'+' || c == U'-' || c == U'=' ||
                       c == U'|' || c == U' ' || c == U':';
    if (!drawn) return false;
  }
  return corner && dash;
}

std::size_t CountBars(std::string_view line) noexcept {
  std::size_t bars = 0;
  if (line.find('|') != std::string_view::npos)
    bars = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  for (std::size_t at = line.find('\xE2'); at != std::string_view::npos;
       at = line.find('\xE2', at + 1))
    bars += BarAt(line, at) != 0 ? 1U : 0U;
  return bars < 2 || line.find('\t') != std::string_view::npos || IsBoxRule(line) ? 0 : bars;
}

void AddBarRow(SheetText& text, LineBuilder& builder, std::size_t offset, std::size_t length,
               std::uint32_t number) {
  const std::string_view raw = text.source().substr(offset, length);
  std::vector<Text> cells;
  std::size_t begin = 0;
  const std::string_view trimmed = Trim(raw);
  if (!trimmed.empty())
    begin = static_cast<std::size_t>(trimmed.data() - raw.data()) + BarAt(trimmed, 0);
  if (trimmed.empty() || BarAt(trimmed, 0) == 0) begin = 0;
  auto column = static_cast<std::uint32_t>(CountCharacters(raw.substr(0, begin))) + 1;
  while (begin <= raw.size()) {
    std::size_t end = begin;
    bool escaped = false;
    while (end < raw.size() && BarAt(raw, end) == 0) {
      if (raw[end] == '\\' && end + 1 < raw.size() && raw[end + 1] == '|') {
        escaped = true;
        ++end;
      }
      ++end;
    }
    const bool last = end >= raw.size();
    if (!last || !Trim(raw.substr(begin)).empty()) {
      if (escaped) {
        text.Begin();
        for (std::size_t i = begin; i < end;) {
          std::size_t stop = raw.find("\\|", i);
          if (stop == std::string_view::npos || stop >= end) stop = end;
          text.Append(raw.substr(i, stop - i), offset + i, stop - i);
          if (stop < end) text.Append("|", offset + stop, 2);
          i = stop + 2;
        }
        cells.push_back(text.End());
      } else {
        cells.push_back(builder.Make(offset + begin, end - begin, number, column));
      }
    }
    column += static_cast<std::uint32_t>(
                  CountCharacters(raw.substr(begin, std::min(end, raw.size()) - begin))) +
              1;
    begin = end + (last ? 1 : BarAt(raw, end));
  }
  builder.AddRow(cells, 0);
}

void ReadMarkdown(SheetText& text, Lines& out) {
  LineBuilder builder(text, out);
  const std::string_view source = text.source();
  bool in_table = false;
  const auto add_row = [&](const Raw& line) {
    AddBarRow(text, builder, line.offset, line.length, line.number);
  };
  const auto add_line = [&](const Raw& line) {
    const std::string_view raw = source.substr(line.offset, line.length);
    const std::string_view trimmed = Trim(raw);
    if (trimmed.empty() || IsRule(trimmed)) return;
    const auto skipped = static_cast<std::size_t>(trimmed.data() - raw.data());
    builder.AddLine(builder.Make(line.offset, line.length, line.number, 1),
                    static_cast<std::uint32_t>(CountCharacters(raw.substr(0, skipped))), false);
  };
  // A line with bars inside is the heading of a table only when the next line is a delimiter row, or has bars too: one
  // line is held back.
  Raw held{0, 0, 0};
  bool holding = false;
  const auto flush = [&] {
    if (holding) add_line(held);
    holding = false;
  };
  ForEachLine(source, [&](std::size_t offset, std::size_t length, std::uint32_t number) {
    if (builder.full()) return;
    const Raw line{offset, length, number};
    const std::string_view raw = source.substr(offset, length);
    const std::string_view trimmed = Trim(raw);
    if (IsDelimiterRow(raw) || IsBoxRule(raw)) {
      const bool box = !IsDelimiterRow(raw);
      // A box begins with a line of its own.
      if (box && holding && CountBars(source.substr(held.offset, held.length)) == 0) {
        flush();
      }
      if (holding) add_row(held);
      holding = false;
      in_table = true;
      return;
    }
    if (holding && !trimmed.empty()) {
      if (CountBars(trimmed) != 0 && CountBars(source.substr(held.offset, held.length)) != 0) {
        add_row(held);
        holding = false;
        in_table = true;
      }
    }
    flush();
    if (trimmed.empty()) {
      in_table = false;
    } else if (BarAt(trimmed, 0) != 0 || (in_table && CountBars(trimmed) != 0) ||
               (in_table && trimmed.find('|') != std::string_view::npos)) {
      add_row(line);
    } else {
      in_table = false;
      held = line;
      holding = true;
    }
  });
  flush();
}

}  // namespace yesan::internal
