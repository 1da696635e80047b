// What TableBuilder does with the lines of a layout: cells find their columns by where they stand, and torn cells their rows.
#include <algorithm>

#include "lib/sheet/headings.h"
#include "lib/sheet/layout.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/table_builder.h"
#include "yesan/base/text.h"
#include "yesan/money/amount.h"
#include "yesan/money/paired_amount.h"

namespace yesan::internal {
namespace {

std::size_t CountFilled(const std::vector<Text>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); }));
}

// `(x 1,536,000)` alone: the part of an amount that stands in the line below.
bool IsPartAlone(std::string_view text) {
  if (text.empty() || (text.front() != '(' && text.front() != '[')) return false;
  const Result<PairedAmount> pair = ParsePairedAmount(text);
  return pair && pair->part_kind != PartKind::kNotStated && !pair->total.has_value();
}

// Words parted by a space of which one is a figure and another is neither its part nor its sign: two cells in one.
bool HoldsTwo(std::string_view text) noexcept {
  std::size_t figures = 0, others = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty() || IsPartAlone(word)) continue;
    if (HoldsFigure(word)) {
      ++figures;
    } else {
      others += word.find_first_of("0123456789") != std::string_view::npos ? 1U : 0U;
    }
  }
  return figures + others >= 2 && figures >= 1;
}

// A name that goes on into the cells behind it: an amount at its end, or one behind a period.
bool EndsInCells(std::string_view text) {
  bool period = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const bool last = end == text.size(), first = begin == 0;
    begin = end + 1;
    period = period || word.find('~') != std::string_view::npos;
    if (!first && (last || period) && IsMeantAsFigure(word) && HoldsFigure(word)) return true;
  }
  return false;
}

bool IsDash(std::string_view text) noexcept {
  return text == "-" || text == "–" || text == "—" || text == "−";
}

bool IsWordColumn(ColumnRole role) noexcept {
  switch (role) {
    case ColumnRole::kLabel:
    case ColumnRole::kStep:
    case ColumnRole::kPeriod:
    case ColumnRole::kDetail:
    case ColumnRole::kRemark:
    case ColumnRole::kUnknown:
    case ColumnRole::kYear:
    case ColumnRole::kFormula:
      return true;
    default:
      return false;
  }
}

}  // namespace

// Names of a lower line join the heading that they stand under; a name under none is a column of its own, and several under
// one make it several columns.
void TableBuilder::SplitHeadings(const Line& line, const std::vector<Text>& cells,
                                 std::vector<Text>& headings) {
  const Extent* below = lines_.extents.data() + line.first_cell;
  const auto overlap = [&](std::size_t upper, std::size_t lower, bool characters) {
    const Extent &a = extents_[upper], &b = below[lower];
    const std::int64_t low = characters ? std::max(a.first_character, b.first_character)
                                        : std::max(a.first_column, b.first_column);
    const std::int64_t high = characters ? std::min(a.last_character, b.last_character)
                                         : std::min(a.last_column, b.last_column);
    return high - low;
  };
  // Whichever way of counting puts more names under a heading is the document's.
  const auto matches = [&](bool characters) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t k = 0; k < headings.size(); ++k)
        count += overlap(k, i, characters) > 0 ? 1U : 0U;
    }
    return count;
  };
  const bool characters = lines_.counting == Counting::kUnknown
                              ? matches(true) >= matches(false)
                              : lines_.counting == Counting::kCharacters;
  struct Item {
    Text heading;
    Extent extent;
    std::uint32_t at;
  };
  // A heading that stands above the gap between two names is that of both: `증감` over `금액   비율`.
  const auto first_of = [&](const Extent& e) {
    return characters ? e.first_character : e.first_column;
  };
  const auto last_of = [&](const Extent& e) {
    return characters ? e.last_character : e.last_column;
  };
  const auto is_free = [&](std::size_t i) {
    for (std::size_t k = 0; k < headings.size(); ++k) {
      if (overlap(k, i, characters) > 0) return false;
    }
    return !cells[i].empty();
  };
  std::vector<std::size_t> over(cells.size(), headings.size());
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (!is_free(i) || !is_free(i + 1)) continue;
    for (std::size_t k = 0; k < headings.size(); ++k) {
      if (first_of(extents_[k]) >= last_of(below[i]) &&
          last_of(extents_[k]) <= first_of(below[i + 1]))
        over[i] = over[i + 1] = k;
    }
  }
  std::vector<Item> items;
  std::vector<std::size_t> uses(headings.size(), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    std::size_t best = headings.size();
    for (std::size_t k = 0; k < headings.size(); ++k) {
      if (overlap(k, i, characters) > 0 &&
          (best == headings.size() || overlap(k, i, characters) > overlap(best, i, characters)))
        best = k;
    }
    Item item{cells[i], below[i], below[i].first_character};
    if (over[i] < headings.size()) {
      item.heading = JoinHeadings(headings[over[i]], cells[i]);
      ++uses[over[i]];
    } else if (best < headings.size()) {
      item.heading = JoinHeadings(headings[best], cells[i]);
      if (uses[best]++ == 0) {
        item.extent.first_character =
            std::min(item.extent.first_character, extents_[best].first_character);
        item.extent.first_column = std::min(item.extent.first_column, extents_[best].first_column);
        item.extent.last_character =
            std::max(item.extent.last_character, extents_[best].last_character);
        item.extent.last_column = std::max(item.extent.last_column, extents_[best].last_column);
      }
    }
    items.push_back(item);
  }
  for (std::size_t k = 0; k < headings.size(); ++k) {
    if (uses[k] == 0) items.push_back({headings[k], extents_[k], extents_[k].first_character});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.at < b.at; });
  headings.clear();
  extents_.clear();
  for (Item& item : items) {
    headings.push_back(item.heading);
    extents_.push_back(item.extent);
  }
}

bool TableBuilder::TakeUpperHeading(const Line& line, const Text& text, const Line& row) {
  if (!row.is_row || row.blank_before || MeaningOf(text.text) <= 0) return false;
  if (is_open() && open_->rows.empty()) return false;  // a lower line of its headings
  std::vector<Text> cells;
  for (std::uint32_t i = 0; i < row.cell_count; ++i) cells.push_back(lines_.cell(row, i));
  if (!IsHeadingRow(cells)) return false;
  const Extent& upper = lines_.extents[line.first_cell];
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const Extent& e = lines_.extents[row.first_cell + i];
    if (e.first_column < upper.last_column && upper.first_column < e.last_column) return false;
  }
  if (upper.first_column < lines_.extents[row.first_cell].last_column) return false;
  upper_ = text;
  upper_extent_ = upper;
  return true;
}

std::vector<Text> TableBuilder::Align(const Line& line, const std::vector<Text>& cells) {
  const std::vector<std::int32_t> columns = AlignToColumns(
      lines_.counting, extents_, lines_.extents.data() + line.first_cell, cells.size());
  std::vector<Text> aligned(open_->columns.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Text& cell = aligned[static_cast<std::size_t>(columns[i])];
    cell = text_.Join(cell, " ", cells[i]);
  }
  DropBlankEnd(aligned);
  return aligned;
}

// A line of a layout that carries a row: it holds a figure or a period, or the name of a year's record.
bool TableBuilder::IsCore(const std::vector<Text>& cells) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const ColumnRole role =
        i < open_->columns.size() ? open_->columns[i].role : ColumnRole::kUnknown;
    if (cells[i].empty() || IsPartAlone(cells[i].text)) continue;
    if (role == ColumnRole::kPeriod) return true;
    if (role == ColumnRole::kOfficer || role == ColumnRole::kDepartment)
      return i == 0 || !cells[0].empty();
    if (!IsWordColumn(role) &&
        (HoldsFigure(cells[i].text) || IsDash(cells[i].text) || MayBeAmount(cells[i].text)))
      return true;
    if (IsWordColumn(role) && i > 0 && role != ColumnRole::kDetail && HoldsFigure(cells[i].text))
      return true;
  }
  if (section_->kind == SectionKind::kResults) return !cells.empty() && !cells[0].empty();
  return false;
}

// Whether cells stand under columns that they cannot be of: two figures in one cell, an amount where a period belongs. Then
// nobody can tell the columns of the row.
bool TableBuilder::IsShifted(const std::vector<Text>& cells) const {
  for (std::size_t i = 0; i < cells.size() && i < open_->columns.size(); ++i) {
    const std::string_view text = cells[i].text;
    if (text.find(',') == std::string_view::npos) continue;
    const ColumnRole role = open_->columns[i].role;
    if (role == ColumnRole::kPeriod) {
      if (IsMeantAsFigure(text)) return true;
    } else if (role == ColumnRole::kLabel || role == ColumnRole::kStep) {
      if (EndsInCells(text)) return true;
    } else if (!IsWordColumn(role) && !HoldsFigure(text) && HoldsTwo(text)) {
      return true;
    }
  }
  return false;
}

void TableBuilder::KeepAsLine(const std::vector<Text>& cells) {
  PlacePieces(nullptr);
  Block block;
  for (const Text& cell : cells) block.line = text_.Join(block.line, " ", cell);
  section_->blocks.push_back(std::move(block));
}

// Pieces of torn cells: those above a row without a label are its own, and it expects as many below it; the others end the
// row above.
void TableBuilder::PlacePieces(std::vector<Text>* next) {
  if (pieces_.empty()) {
    heads_ = 0;
    return;
  }
  std::size_t to_next = 0;
  const bool unnamed = next != nullptr && (next->empty() || (*next)[0].empty());
  const bool parts =
      next != nullptr && std::any_of(pieces_.back().begin(), pieces_.back().end(),
                                     [](const Text& t) { return IsPartAlone(t.text); });
  const bool centred = next != nullptr && section_->kind == SectionKind::kResults;
  if (open_->rows.empty()) {
    to_next = next != nullptr ? pieces_.size() : 0;
  } else if (unnamed || centred) {
    to_next = pieces_.size() > heads_ ? pieces_.size() - heads_ : 0;
  }
  if (parts) to_next = std::max<std::size_t>(to_next, 1);
  const std::string_view separator = section_->kind == SectionKind::kResults ? "\n" : " ";
  for (std::size_t i = 0; i + to_next < pieces_.size(); ++i) {
    if (open_->rows.empty()) {
      Push(pieces_[i], static_cast<std::uint32_t>(pieces_[i].size()));
    } else {
      Append(open_->rows.back(), pieces_[i], separator);
    }
  }
  if (to_next > 0) {
    Row head;
    for (std::size_t i = pieces_.size() - to_next; i < pieces_.size(); ++i)
      Append(head, pieces_[i], separator);
    Append(head, *next, separator);
    *next = std::move(head.cells);
  }
  heads_ = to_next;
  pieces_.clear();
}

void TableBuilder::AddLayoutRow(const Line& line, const std::vector<Text>& cells) {
  std::vector<Text> aligned = Align(line, cells);
  if (section_->kind == SectionKind::kCostBasis) {
    // Words alone under the object items end the name above.
    const bool name = CountFilled(aligned) == 1 && !aligned[0].empty() &&
                      aligned[0].text.find_first_of("0123456789=") == std::string_view::npos;
    if (name && !open_->rows.empty() && !line.blank_before) {
      Row& before = open_->rows.back();
      if (!before.cells.empty() && !before.cells[0].empty()) {
        Append(before, aligned, "");
        return;
      }
    }
    Push(std::move(aligned), line.printed_cells);
    return;
  }
  if (IsShifted(aligned)) {
    KeepAsLine(cells);
    return;
  }
  if (!IsCore(aligned)) {
    pieces_.push_back(std::move(aligned));
    return;
  }
  PlacePieces(&aligned);
  const auto printed =
      static_cast<std::uint32_t>(std::max<std::size_t>(open_->columns.size(), aligned.size()));
  Push(std::move(aligned), printed);
}

bool TableBuilder::TakeLine(const Line& line, const Text& text) {
  if (!is_layout_ || !is_open() || extents_.empty()) return false;
  const std::vector<Text> cells{text};
  if (TakesLowerHeadings(cells)) {
    MergeHeadings(line, cells);
    return true;
  }
  // A repeated heading's lower line.
  if (IsColumnUnit(text.text)) return true;
  if (line.blank_before && section_->kind != SectionKind::kCostBasis) return false;
  std::string_view rest = text.text;
  if (TakeMarker(rest) == U'※' || text.text.front() == '*') return false;
  // Left of every column: no cell of this table.
  if (lines_.extents[line.first_cell].last_character <= extents_.front().first_character &&
      section_->kind != SectionKind::kResults)
    return false;
  AddLayoutRow(line, cells);
  return true;
}

}  // namespace yesan::internal
