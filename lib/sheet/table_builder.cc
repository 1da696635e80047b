#include "lib/sheet/table_builder.h"

#include <algorithm>
#include <limits>

#include "lib/sheet/outline.h"
#include "lib/sheet/headings.h"
#include "yesan/base/text.h"
#include "yesan/calendar/period.h"
#include "yesan/money/amount.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/unit.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kLowerRowsMax = 4;  // lines of headings below the first

std::size_t CountFilled(const std::vector<Text>& cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); }));
}

void DropBlankEnd(std::vector<Text>& cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

bool IsColumnUnit(std::string_view text) noexcept {
  return text.size() > 2 && text.size() < 40 && (text.front() == '(' || text.front() == '[') && FindUnit(text.substr(1, text.size() - 2)) != Unit::kNone;
}

// A lower row of headings: names only, and no total, which would be the first row.
bool IsLowerHeadingRow(const std::vector<Text>& cells) {
  std::size_t names = 0;
  for (const Text& cell : cells) {
    if (cell.empty()) continue;
    if (TotalWord(cell.text) != 0 || (MeaningOf(cell.text) == 0 && !IsColumnUnit(cell.text))) return false;
    ++names;
  }
  return names >= 1;
}

bool Repeats(const Table& table, const std::vector<Text>& cells) {
  std::size_t matched = 0;
  for (const Text& cell : cells) {
    if (cell.empty()) continue;
    const std::string name = FoldName(cell.text);
    const bool found = std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
      return FoldName(column.heading.text).find(name) != std::string::npos;
    });
    if (!found) return false;
    ++matched;
  }
  return matched >= 2;
}

// `(x 1,536,000)` alone: the part of an amount that stands in the line below.
bool IsPartAlone(std::string_view text) noexcept {
  if (text.empty() || (text.front() != '(' && text.front() != '[')) return false;
  const Result<PairedAmount> pair = ParsePairedAmount(text);
  return pair && pair->part_kind != PartKind::kNotStated && !pair->total.has_value();
}

// A digit, a bracket, a minus of ASCII or another.
bool MayBeginFigure(std::string_view text) noexcept {
  if (text.empty()) return false;
  const char c = text.front();
  return (c >= '0' && c <= '9') || c == '(' || c == '-' || c == '\xCE' || c == '\xE2';
}

bool IsDash(std::string_view text) noexcept { return text == "-" || text == "–" || text == "—" || text == "−"; }

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

bool HoldsFigure(std::string_view text) noexcept {
  if (text.empty() || text.size() > 400 || !MayBeAmount(text)) return false;
  const Result<PairedAmount> pair = ParsePairedAmount(text);
  return pair && (pair->total.has_value() || pair->part.has_value());
}

bool IsUnitHeading(std::string_view text) noexcept {
  if (text.size() > 120 || !HasUnitHeading(text)) return false;
  const Result<UnitHeading> heading = ParseUnitHeading(text);
  return heading && heading->offset == 0 && heading->length == text.size();
}

bool IsHeadingRow(const std::vector<Text>& cells) {
  // Most rows hold figures, and are none for that.
  for (const Text& cell : cells) {
    if (MayBeginFigure(cell.text) && cell.text.find(',') != std::string_view::npos && HoldsFigure(cell.text)) return false;
  }
  std::size_t names = 0, filled = 0;
  std::int32_t first = 0;
  bool distinct = false, named = false;
  for (const Text& cell : cells) {
    if (cell.empty()) continue;
    ++filled;
    const std::int32_t meaning = MeaningOf(cell.text);
    if (meaning == 0) {
      if (HoldsFigure(cell.text)) return false;
      continue;
    }
    named = named || meaning > 0;
    if (++names == 1) first = meaning;
    distinct = distinct || meaning != first;
  }
  return names >= 2 && named && distinct && names * 2 >= filled;
}

Unit UnitOf(const Text& heading) {
  const Result<UnitHeading> parsed = ParseUnitHeading(heading.text);
  if (!parsed) return Unit::kNone;
  if (parsed->unit != Unit::kNone) return parsed->unit;
  // `단위: 천원 / 집행률 %`: the first word of what else it says.
  return FindUnit(parsed->remark.substr(0, parsed->remark.find_first_of(" /,")));
}

void CompleteTable(Table& table) {
  if (table.unit == Unit::kNone) {
    for (const Column& column : table.columns) {
      if (IsMoney(column.unit) && (column.role == ColumnRole::kLabel || &column == &table.columns.front())) table.unit = column.unit;
    }
  }
  for (const Row& row : table.rows) {
    if (!row.place.known()) continue;
    if (!table.place.known()) table.place = row.place;
    const std::uint32_t end = row.place.offset + row.place.length;
    if (end > table.place.offset) table.place.length = std::max(table.place.length, end - table.place.offset);
  }
}

void TableBuilder::Into(Section& section) {
  Close();
  section_ = &section;
}

void TableBuilder::Close() {
  if (open_ == nullptr) return;
  PlacePieces(nullptr);
  Transpose();
  CompleteTable(*open_);
  open_ = nullptr;
  extents_.clear();
  heads_ = 0;
}

void TableBuilder::SetUnit(const Text& unit, bool in_heading) {
  FlushUnit();
  unit_ = unit;
  unit_in_heading_ = in_heading;
}

void TableBuilder::FlushUnit() {
  const Text unit = unit_;
  unit_ = {};
  const bool in_heading = unit_in_heading_;
  unit_in_heading_ = false;
  if (unit.empty() || in_heading || section_ == nullptr) return;
  if (!section_->blocks.empty()) {
    const Block& last = section_->blocks.back();
    if (last.table && last.table->unit == Unit::kNone && last.table->unit_text.empty() && !last.table->columns.empty()) {
      last.table->unit = UnitOf(unit);
      last.table->unit_text = unit;
      return;
    }
  }
  Close();
  Block block;
  block.line = unit;
  section_->blocks.push_back(std::move(block));
}

void TableBuilder::Open(const Text& first, const std::vector<Text>& headings, const Line& line) {
  Close();
  Block block;
  block.table = std::make_unique<Table>();
  open_ = block.table.get();
  if (!unit_.empty()) {
    open_->unit = UnitOf(unit_);
    open_->unit_text = unit_;
    unit_ = {};
  }
  unit_in_heading_ = false;
  merged_ = 0;
  if (!headings.empty()) open_->columns = ColumnsOf(headings, section_->kind);
  open_->place = first.place;
  if (is_layout_ && !headings.empty()) {
    const Extent* begin = lines_.extents.data() + line.first_cell;
    extents_.assign(begin, begin + line.cell_count);
  }
  section_->blocks.push_back(std::move(block));
}

Text TableBuilder::JoinHeadings(const Text& upper, const Text& lower) {
  return FoldName(upper.text) == FoldName(lower.text) ? upper : text_.Join(upper, " ", lower);
}

void TableBuilder::MergeHeadings(const Line& line, const std::vector<Text>& cells) {
  ++merged_;
  std::vector<Text> headings;
  for (const Column& column : open_->columns) headings.push_back(column.heading);
  if (!extents_.empty()) {
    SplitHeadings(line, cells, headings);
  } else {
    if (headings.size() < cells.size()) headings.resize(cells.size());
    Text group;  // a heading above several columns stands over the first of them
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (!headings[i].empty()) group = headings[i];
      if (i >= cells.size() || cells[i].empty()) {
        group = {};
        continue;
      }
      headings[i] = JoinHeadings(headings[i].empty() ? group : headings[i], cells[i]);
    }
  }
  open_->columns = ColumnsOf(headings, section_->kind);
}

// Names of a lower line join the heading that they stand under; a name under none is a column of its own, and several under
// one make it several columns.
void TableBuilder::SplitHeadings(const Line& line, const std::vector<Text>& cells, std::vector<Text>& headings) {
  const Extent* below = lines_.extents.data() + line.first_cell;
  const auto overlap = [&](std::size_t upper, std::size_t lower, bool characters) {
    const Extent &a = extents_[upper], &b = below[lower];
    const std::int64_t low = characters ? std::max(a.first_character, b.first_character) : std::max(a.first_column, b.first_column);
    const std::int64_t high = characters ? std::min(a.last_character, b.last_character) : std::min(a.last_column, b.last_column);
    return high - low;
  };
  // Whichever way of counting puts more names under a heading is the document's.
  const auto matches = [&](bool characters) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t k = 0; k < headings.size(); ++k) count += overlap(k, i, characters) > 0 ? 1U : 0U;
    }
    return count;
  };
  const bool characters = lines_.counting == Counting::kUnknown ? matches(true) >= matches(false) : lines_.counting == Counting::kCharacters;
  struct Item {
    Text heading;
    Extent extent;
    std::uint32_t at;
  };
  std::vector<Item> items;
  std::vector<std::size_t> uses(headings.size(), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    std::size_t best = headings.size();
    for (std::size_t k = 0; k < headings.size(); ++k) {
      if (overlap(k, i, characters) > 0 && (best == headings.size() || overlap(k, i, characters) > overlap(best, i, characters))) best = k;
    }
    Item item{cells[i], below[i], below[i].first_character};
    if (best < headings.size()) {
      item.heading = JoinHeadings(headings[best], cells[i]);
      if (uses[best]++ == 0) {
        item.extent.first_character = std::min(item.extent.first_character, extents_[best].first_character);
        item.extent.first_column = std::min(item.extent.first_column, extents_[best].first_column);
        item.extent.last_character = std::max(item.extent.last_character, extents_[best].last_character);
        item.extent.last_column = std::max(item.extent.last_column, extents_[best].last_column);
      }
    }
    items.push_back(item);
  }
  for (std::size_t k = 0; k < headings.size(); ++k) {
    if (uses[k] == 0) items.push_back({headings[k], extents_[k], extents_[k].first_character});
  }
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.at < b.at; });
  headings.clear();
  extents_.clear();
  for (Item& item : items) {
    headings.push_back(item.heading);
    extents_.push_back(item.extent);
  }
}

std::vector<Text> TableBuilder::Align(const Line& line, const std::vector<Text>& cells) {
  const std::vector<std::int32_t> columns = AlignToColumns(lines_.counting, extents_, lines_.extents.data() + line.first_cell, cells.size());
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
    const ColumnRole role = i < open_->columns.size() ? open_->columns[i].role : ColumnRole::kUnknown;
    if (cells[i].empty() || IsPartAlone(cells[i].text)) continue;
    if (role == ColumnRole::kPeriod) return true;
    if (role == ColumnRole::kOfficer || role == ColumnRole::kDepartment) return i == 0 || !cells[0].empty();
    if (!IsWordColumn(role) && (HoldsFigure(cells[i].text) || IsDash(cells[i].text) || MayBeAmount(cells[i].text))) return true;
    if (IsWordColumn(role) && i > 0 && role != ColumnRole::kDetail && HoldsFigure(cells[i].text)) return true;
  }
  if (section_->kind == SectionKind::kResults) return !cells.empty() && !cells[0].empty();
  return false;
}

void TableBuilder::Append(Row& row, const std::vector<Text>& cells, std::string_view separator) {
  if (row.cells.size() < cells.size()) row.cells.resize(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) row.cells[i] = text_.Join(row.cells[i], separator, cells[i]);
}

Place TableBuilder::SpanOf(const std::vector<Text>& cells) const {
  Place place;
  std::size_t end = 0;
  // A label that spans rows stands in the first of them; a row is where its last cell is.
  std::uint32_t line = 0;
  for (const Text& cell : cells) {
    if (cell.place.known()) line = is_layout_ && line != 0 ? line : cell.place.line;
  }
  for (const Text& cell : cells) {
    if (cell.empty() || cell.place.line != line) continue;
    if (!place.known()) place = cell.place;
    if (cell.place.line == place.line) end = std::max<std::size_t>(end, std::size_t{cell.place.offset} + cell.place.length);
  }
  if (place.known() && end > place.offset) place.length = static_cast<std::uint32_t>(end - place.offset);
  return place;
}

void TableBuilder::Push(std::vector<Text> cells, std::uint32_t printed_cells) {
  Row row;
  row.printed_cells = printed_cells;
  row.place = SpanOf(cells);
  row.cells = std::move(cells);
  open_->rows.push_back(std::move(row));
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
  const bool parts = next != nullptr && std::any_of(pieces_.back().begin(), pieces_.back().end(), [](const Text& t) { return IsPartAlone(t.text); });
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
    for (std::size_t i = pieces_.size() - to_next; i < pieces_.size(); ++i) Append(head, pieces_[i], separator);
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
    const bool name = CountFilled(aligned) == 1 && !aligned[0].empty() && aligned[0].text.find_first_of("0123456789=") == std::string_view::npos;
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
  if (!IsCore(aligned)) {
    pieces_.push_back(std::move(aligned));
    return;
  }
  PlacePieces(&aligned);
  const auto printed = static_cast<std::uint32_t>(std::max<std::size_t>(open_->columns.size(), aligned.size()));
  Push(std::move(aligned), printed);
}

// A row that a page break cut off from the one above: no label, no figure.
bool TableBuilder::Continues(const std::vector<Text>& cells) const {
  if (open_->rows.empty() || cells.empty() || !cells[0].empty()) return false;
  switch (section_->kind) {
    case SectionKind::kBasics:
    case SectionKind::kFunding:
    case SectionKind::kOverview:
    case SectionKind::kCostBasis:
    case SectionKind::kSettlement:
      return false;
    default:
      break;
  }
  const Row& before = open_->rows.back();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (HoldsFigure(cells[i].text) || i >= before.cells.size() || before.cells[i].empty()) return false;
  }
  return true;
}

void TableBuilder::AddRow(const Line& line, std::vector<Text> cells) {
  if (open_ != nullptr && open_->rows.empty() && pieces_.empty() && !open_->columns.empty() && merged_ < kLowerRowsMax &&
      IsLowerHeadingRow(cells)) {
    MergeHeadings(line, cells);
    return;
  }
  if (IsHeadingRow(cells)) {
    if (open_ != nullptr && !open_->columns.empty() && Repeats(*open_, cells)) return;
    const auto first = std::find_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
    Open(*first, cells, line);
    return;
  }
  if (open_ == nullptr) {
    const auto first = std::find_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
    Open(*first, {}, line);
  }
  if (!extents_.empty()) {
    AddLayoutRow(line, cells);
    return;
  }
  if (Continues(cells)) {
    Append(open_->rows.back(), cells, "\n");
    return;
  }
  Push(std::move(cells), line.printed_cells);
}

bool TableBuilder::TakeLine(const Line& line, const Text& text) {
  if (!is_layout_ || open_ == nullptr || extents_.empty()) return false;
  const std::vector<Text> cells{text};
  if (open_->rows.empty() && pieces_.empty() && merged_ < kLowerRowsMax && IsLowerHeadingRow(cells)) {
    MergeHeadings(line, cells);
    return true;
  }
  // A repeated heading's lower line.
  if (IsColumnUnit(text.text)) return true;
  if (line.blank_before && section_->kind != SectionKind::kCostBasis) return false;
  std::string_view rest = text.text;
  if (TakeMarker(rest) == U'※' || text.text.front() == '*') return false;
  // Left of every column: no cell of this table.
  if (lines_.extents[line.first_cell].last_character <= extents_.front().first_character && section_->kind != SectionKind::kResults) return false;
  AddLayoutRow(line, cells);
  return true;
}

// Years across and columns down, as some settlements are printed: turned so that a year is a row.
void TableBuilder::Transpose() {
  if (section_->kind != SectionKind::kSettlement || open_->columns.size() < 3) return;
  std::size_t years = 0, names = 0;
  for (std::size_t i = 1; i < open_->columns.size(); ++i) {
    years += open_->columns[i].year != 0 && MeaningOf(open_->columns[i].heading.text) < 0 ? 1U : 0U;
  }
  for (const Row& row : open_->rows) {
    if (!row.cells.empty()) names += MeaningOf(row.cells[0].text) > 0 ? 1U : 0U;
  }
  if (years < 2 || years + 1 != open_->columns.size() || names < 2) return;
  std::vector<Text> headings{open_->columns[0].heading};
  for (const Row& row : open_->rows) headings.push_back(row.cells.empty() ? Text{} : row.cells[0]);
  std::vector<Row> rows;
  for (std::size_t i = 1; i < open_->columns.size(); ++i) {
    Row turned;
    turned.cells.push_back(open_->columns[i].heading);
    for (const Row& row : open_->rows) turned.cells.push_back(i < row.cells.size() ? row.cells[i] : Text{});
    turned.printed_cells = static_cast<std::uint32_t>(turned.cells.size());
    DropBlankEnd(turned.cells);
    turned.place = SpanOf(turned.cells);
    rows.push_back(std::move(turned));
  }
  open_->columns = ColumnsOf(headings, section_->kind);
  open_->rows = std::move(rows);
}

}  // namespace yesan::internal
