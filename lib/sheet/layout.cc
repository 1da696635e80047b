#include "lib/sheet/layout.h"

#include <algorithm>
#include <limits>

#include "lib/sheet/headings.h"
#include "lib/sheet/table_builder.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kAlignedMax = 64;  // wider rows are taken in order

struct Segment {
  std::size_t offset, length;  // bytes in the line
  Extent extent;
};

// A piece that belongs to what follows it, however wide the gap: a bullet, a minus, `(x-)`, a colon.
bool LeadsOn(std::string_view piece) noexcept {
  if (piece == "△" || piece == "Δ" || piece == "∆" || piece == "▲" || piece == "▵" ||
      piece == "▽" || piece == ":" || piece == "：") {
    return true;
  }
  std::string_view rest = piece;
  if (piece != "-" && rest.size() <= 12 && TakeMarker(rest) != 0 && rest.empty()) return true;
  return false;
}

// The last or first word of a piece when it is one Hangul syllable: print spaces out short names, `구    분`.
bool EndsInSyllable(std::string_view piece) noexcept {
  const std::size_t space = piece.rfind(' ');
  const std::string_view word = space == std::string_view::npos ? piece : piece.substr(space + 1);
  std::size_t at = 0;
  return word.size() == 3 && NextCharacter(word, at) >= 0xAC00;
}
bool BeginsInSyllable(std::string_view piece) noexcept {
  std::size_t at = 0;
  const char32_t first = NextCharacter(piece, at);
  return first >= 0xAC00 && first <= 0xD7A3 &&
         (at == piece.size() || piece[at] == ' ' || piece[at] == ':' || piece[at] == '(');
}
constexpr std::uint32_t kSpacedOutMax = 7;  // spaces inside a spaced-out name
constexpr std::uint32_t kLeadMax = 12;      // spaces behind a bullet or a sign

// The number of a heading: `5   최근 3년간 결산 현황`.
bool IsNumber(std::string_view piece) noexcept {
  return piece.size() <= 2 && piece.find_first_not_of("0123456789") == std::string_view::npos;
}

// `사업비 : 845,200천원 (국비 0`, and further on the bracket is closed: gaps inside it part no cells.
bool OpensBracket(std::string_view left, std::string_view rest) noexcept {
  const std::size_t open = left.rfind('(');
  return open != std::string_view::npos && left.find(')', open) == std::string_view::npos &&
         left.substr(0, open).find(':') != std::string_view::npos &&
         rest.find(')') < rest.find('(');
}

bool Joins(std::string_view left, std::string_view right, std::uint32_t gap) noexcept {
  if (gap <= 3 && (left == "(x-)" || left == "(X-)") && right.front() != '(') return true;
  if (gap <= kLeadMax && (LeadsOn(left) || right.front() == ':' || right.substr(0, 3) == "："))
    return true;
  return gap <= kSpacedOutMax && EndsInSyllable(left) && BeginsInSyllable(right);
}

void Split(std::string_view line, std::vector<Segment>& out) {
  out.clear();
  std::uint32_t character = 0, column = 0;
  std::size_t spaces = 2;  // before the first segment
  Segment current{0, 0, {}};
  bool open = false;
  const auto close = [&] {
    if (open) out.push_back(current);
    open = false;
  };
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t at = i;
    const char32_t c = NextCharacter(line, i);
    const auto width = static_cast<std::uint32_t>(DisplayWidth(line.substr(at, i - at)));
    if (IsSpace(c)) {
      spaces += c == U'\t' || c == U'　' ? 2 : 1;
    } else {
      if (open && spaces >= 2) close();
      if (!open) {
        current.offset = at;
        current.extent.first_character = character;
        current.extent.first_column = column;
        open = true;
      }
      spaces = 0;
      current.length = i - current.offset;
      current.extent.last_character = character + 1;
      current.extent.last_column = column + width;
    }
    ++character;
    column += width;
  }
  close();
  std::size_t kept = 0;
  for (std::size_t i = 1; i < out.size(); ++i) {
    Segment& left = out[kept];
    const std::uint32_t gap = out[i].extent.first_character - left.extent.last_character;
    const std::string_view before = line.substr(left.offset, left.length),
                           after = line.substr(out[i].offset, out[i].length);
    const bool numbered = kept == 0 && gap <= 4 && left.extent.first_character <= 4 &&
                          IsNumber(before) && static_cast<unsigned char>(after.front()) >= 0xEA;
    const bool bracketed =
        kept == 0 && gap <= kLeadMax && OpensBracket(before, line.substr(out[i].offset));
    if (numbered || bracketed || Joins(before, after, gap)) {
      left.length = out[i].offset + out[i].length - left.offset;
      left.extent.last_character = out[i].extent.last_character;
      left.extent.last_column = out[i].extent.last_column;
    } else {
      out[++kept] = out[i];
    }
  }
  if (!out.empty()) out.resize(kept + 1);
}

// The cells of a row that bars part. Each covers what lies between its bars.
void SplitAtBars(std::string_view line, std::vector<Segment>& out) {
  out.clear();
  std::uint32_t character = 0, column = 0;
  Segment cell{0, 0, {}};
  const auto close = [&](std::size_t end) {
    cell.length = end - cell.offset;
    cell.extent.last_character = character;
    cell.extent.last_column = column;
    if (!Trim(line.substr(cell.offset, cell.length)).empty()) out.push_back(cell);
  };
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t at = i, bar = BarAt(line, i);
    (void)NextCharacter(line, i);
    if (bar != 0) close(at);
    ++character;
    column += static_cast<std::uint32_t>(DisplayWidth(line.substr(at, i - at)));
    if (bar == 0) continue;
    cell = {i, 0, {}};
    cell.extent.first_character = character;
    cell.extent.first_column = column;
  }
  close(line.size());
}

std::int64_t Cost(bool figure, std::uint32_t a, std::uint32_t b, std::uint32_t c,
                  std::uint32_t d) noexcept {
  const std::int64_t low = std::max(a, c), high = std::min(b, d);
  const std::int64_t gap = low - high;  // negative: they overlap
  const auto apart = [](std::int64_t x, std::int64_t y) { return x < y ? y - x : x - y; };
  const std::int64_t off = std::min(2 * (figure ? apart(b, d) : apart(a, c)),
                                    apart(std::int64_t{a} + b, std::int64_t{c} + d));
  return (gap > 0 ? gap * 8 : 0) + off;
}

// The cheapest way to put cells under columns, left to right.
std::int64_t Fit(const std::vector<Extent>& columns, const Extent* cells, std::size_t count,
                 bool characters, std::vector<std::int32_t>& out) {
  const std::size_t width = columns.size();
  constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;
  const bool share = count > width;
  // best[i][j]: cells up to i, cell i under column j
  std::vector<std::vector<std::int64_t>> best(count, std::vector<std::int64_t>(width, kFar));
  std::vector<std::vector<std::int32_t>> from(count, std::vector<std::int32_t>(width, -1));
  for (std::size_t i = 0; i < count; ++i) {
    std::int64_t least = i == 0 ? 0 : kFar;
    std::int32_t least_at = -1;
    for (std::size_t j = 0; j < width; ++j) {
      if (i > 0) {
        const std::size_t last = share ? j + 1 : j;
        if (last > 0 && best[i - 1][last - 1] < least) {
          least = best[i - 1][last - 1];
          least_at = static_cast<std::int32_t>(last - 1);
        }
      }
      if (least >= kFar) continue;
      const std::int64_t cost =
          characters ? Cost(cells[i].figure, cells[i].first_character, cells[i].last_character,
                            columns[j].first_character, columns[j].last_character)
                     : Cost(cells[i].figure, cells[i].first_column, cells[i].last_column,
                            columns[j].first_column, columns[j].last_column);
      best[i][j] = least + cost;
      from[i][j] = least_at;
    }
  }
  const auto end = std::min_element(best[count - 1].begin(), best[count - 1].end());
  out.assign(count, 0);
  auto at = static_cast<std::int32_t>(end - best[count - 1].begin());
  for (std::size_t i = count; i-- > 0;) {
    out[i] = at;
    at = from[i][static_cast<std::size_t>(at)];
    if (at < 0) at = 0;
  }
  return *end;
}

}  // namespace

std::vector<std::int32_t> AlignToColumns(Counting counting, const std::vector<Extent>& columns,
                                         const Extent* cells, std::size_t cell_count) {
  if (cell_count > kAlignedMax || columns.size() > kAlignedMax) {
    std::vector<std::int32_t> in_order(cell_count);
    for (std::size_t i = 0; i < cell_count; ++i)
      in_order[i] = static_cast<std::int32_t>(std::min(i, columns.size() - 1));
    return in_order;
  }
  std::vector<std::int32_t> by_characters, by_columns;
  const std::int64_t characters = Fit(columns, cells, cell_count, true, by_characters);
  const std::int64_t display = Fit(columns, cells, cell_count, false, by_columns);
  switch (counting) {
    case Counting::kCharacters:
      return by_characters;
    case Counting::kColumns:
      return by_columns;
    case Counting::kUnknown:
      break;
  }
  return characters <= display ? by_characters : by_columns;
}

void ReadLayout(SheetText& text, Lines& out) {
  LineBuilder builder(text, out);
  const std::string_view source = text.source();
  std::vector<Segment> segments;
  std::vector<Text> cells;
  bool blank = true;
  std::size_t bars = 0;  // of the line
  // Figures below each other end in one column: whichever way of counting says so is the document's.
  std::uint64_t off_in_characters = 0, off_in_columns = 0;
  std::vector<Extent> above;
  const auto apart = [](std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; };
  ForEachLine(source, [&](std::size_t offset, std::size_t length, std::uint32_t number) {
    if (builder.full()) return;
    const std::string_view raw = source.substr(offset, length);
    if (IsBoxRule(raw)) return;
    const std::size_t before_bars = bars;
    bars = CountBars(raw);
    if (bars >= 2 && (BarAt(Trim(raw), 0) != 0 || before_bars == bars)) {
      SplitAtBars(raw, segments);
    } else {
      Split(raw, segments);
    }
    if (segments.empty()) {
      blank = true;
      return;
    }
    const std::size_t before = out.lines.size();
    const std::uint32_t indent = segments[0].extent.first_character;
    const auto make = [&](const Segment& s) {
      return builder.Make(offset + s.offset, s.length, number, s.extent.first_character + 1);
    };
    if (segments.size() == 1) {
      builder.AddLine(make(segments[0]), indent, false);
    } else {
      cells.clear();
      for (const Segment& segment : segments) cells.push_back(make(segment));
      builder.AddRow(cells, indent);
    }
    out.extents.resize(out.cells.size());
    for (std::size_t i = before; i < out.lines.size(); ++i) {
      Line& line = out.lines[i];
      line.blank_before = blank && i == before;
      for (std::uint32_t k = 0; k < line.cell_count; ++k) {
        Extent& extent = out.extents[line.first_cell + k];
        extent = segments[std::min<std::size_t>(k, segments.size() - 1)].extent;
        extent.figure = HoldsFigure(out.cell(line, k).text);
      }
    }
    blank = false;
    std::vector<Extent> here(out.extents.end() - static_cast<std::ptrdiff_t>(
                                                     std::min(segments.size(), out.extents.size())),
                             out.extents.end());
    if (here.size() >= 2 && here.size() == above.size()) {
      for (std::size_t i = 0; i < here.size(); ++i) {
        if (!here[i].figure || !above[i].figure) continue;
        off_in_characters += apart(here[i].last_character, above[i].last_character);
        off_in_columns += apart(here[i].last_column, above[i].last_column);
      }
    }
    above = std::move(here);
  });
  if (off_in_characters != off_in_columns)
    out.counting = off_in_characters < off_in_columns ? Counting::kCharacters : Counting::kColumns;
}

}  // namespace yesan::internal
