#include "lib/sheet/table_builder.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "lib/base/chars.h"
#include "lib/money/pair_read.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/synonyms.h"
#include "yesan/base/text.h"
#include "yesan/calendar/period.h"
#include "yesan/money/amount.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/unit.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kLowerRowsMax = 4;  // lines of headings below the first

// The letters of the columns on a line of their own: `(A)`, `(B)`, `(B-A)`, `(B-A)/A*100`.
bool IsColumnLetters(std::string_view text) noexcept {
  if (text.size() > 40 || text.find_first_not_of("ABCDEF0123456789()[]-+*/=% ") != text.npos)
    return false;
  return text.find_first_of("ABCDEF") != text.npos;
}

// A lower row of headings: names only, and no total, which would be the first row.
bool IsLowerHeadingRow(const std::vector<Text>& cells) {
  std::size_t names = 0;
  for (const Text& cell : cells) {
    if (cell.empty()) continue;
    if (TotalWord(cell.text) != 0 ||
        (MeaningOf(cell.text) == 0 && !IsColumnUnit(cell.text) && !IsColumnLetters(cell.text))) {
      return false;
    }
    ++names;
  }
  return names >= 1;
}

bool Repeats(const Table& table, const std::vector<Text>& cells) {
  std::size_t matched = 0;
  for (const Text& cell : cells) {
    if (cell.empty()) continue;
    const std::string name = FoldName(cell.text);
    const bool found =
        std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
          return FoldName(column.heading.text).find(name) != std::string::npos;
        });
    if (!found) return false;
    ++matched;
  }
  return matched >= 2;
}

// A digit, a bracket, a minus of ASCII or another.
bool MayBeginFigure(std::string_view text) noexcept {
  if (text.empty()) return false;
  const char c = text.front();
  return IsDigit(c) || c == '(' || c == '-' || c == '\xCE' || c == '\xE2';
}

// `시비 3,482,720천원`: a name with its figure, which `예산액 1,000원` with its unit is not.
bool EndsWithFigure(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view word = text.substr(space + 1);
  return MayBeginFigure(word) && word.find(',') != std::string_view::npos && HoldsFigure(word) &&
         FindUnit(word) == Unit::kNone;
}

// Columns that only the letters of `증감(A-B)` told apart give way to their figures: where every row has B − A, it is misprinted.
void SettleComparison(Table& table) {
  const std::int32_t a = Sheet::ColumnOf(table, ColumnRole::kPrior),
                     b = Sheet::ColumnOf(table, ColumnRole::kCurrent),
                     change = Sheet::ColumnOf(table, ColumnRole::kChange);
  if (change < 0 || b < 0 || a <= b) return;  // last year's stands in front, as a rule
  Column& prior = table.columns[static_cast<std::size_t>(a)];
  Column& current = table.columns[static_cast<std::size_t>(b)];
  if (prior.year != 0 || current.year != 0 ||
      MeaningOf(prior.heading.text) != MeaningOf(current.heading.text))
    return;
  bool reversed = false;
  for (const Row& row : table.rows) {
    const auto before = FigureOf(table, row, ColumnRole::kPrior).number(),
               now = FigureOf(table, row, ColumnRole::kCurrent).number(),
               printed = FigureOf(table, row, ColumnRole::kChange).number();
    if (!before || !now || !printed || printed->is_zero()) continue;
    const Result<Decimal> difference = Subtract(*before, *now);
    if (!difference || *difference != *printed) return;
    reversed = true;
  }
  if (reversed) std::swap(prior.role, current.role);
}

}  // namespace

bool IsMeantAsFigure(std::string_view text) noexcept {
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    if (comma > 0 && IsDigit(text[comma - 1]) && comma + 3 < text.size() &&
        IsDigit(text[comma + 1]) && IsDigit(text[comma + 2]) && IsDigit(text[comma + 3]))
      return true;
  }
  return !text.empty() && IsDigit(text.front()) && text.find("원") != std::string_view::npos;
}

bool IsColumnUnit(std::string_view text) noexcept {
  return text.size() > 2 && text.size() < 40 && (text.front() == '(' || text.front() == '[') &&
         FindUnit(text.substr(1, text.size() - 2)) != Unit::kNone;
}

void DropBlankEnd(std::vector<Text>& cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

bool HoldsFigure(std::string_view text) {
  if (text.empty() || text.size() > 400 || !MayBeAmount(text)) return false;
  PairedAmount pair;
  Refusal ignored;
  return ReadPairedAmount(text, AmountOptions(), pair, ignored) &&
         (pair.total.has_value() || pair.part.has_value());
}

bool IsUnitHeading(std::string_view text) {
  if (text.empty() || text.size() > 120) return false;
  // It begins with a bracket, or with the word 단위.
  const char front = text.front();
  if (IsDigit(front) || IsLetter(front) ||
      (front >= '\xEA' && front <= '\xED' && text.substr(0, 3) != "단"))
    return false;
  if (!HasUnitHeading(text)) return false;
  const Result<UnitHeading> heading = ParseUnitHeading(text);
  return heading && heading->offset == 0 && heading->length == text.size();
}

bool IsHeadingRow(const std::vector<Text>& cells) {
  // Most rows hold figures, and are none for that.
  for (const Text& cell : cells) {
    if (MayBeginFigure(cell.text) && cell.text.find(',') != std::string_view::npos &&
        HoldsFigure(cell.text))
      return false;
  }
  const auto may_name = std::count_if(cells.begin(), cells.end(), [](const Text& cell) {
    return !cell.empty() && cell.text.size() <= kNameBytesMax;
  });
  if (may_name < 2) return false;
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
  if (names < 2 || !named || !distinct || names * 2 < filled) return false;
  return std::none_of(cells.begin(), cells.end(), [](const Text& cell) {
    return IsMeantAsFigure(cell.text) && (MeaningOf(cell.text) == 0 || EndsWithFigure(cell.text));
  });
}

Unit UnitOf(const Text& heading) {
  const Result<UnitHeading> parsed = ParseUnitHeading(heading.text);
  if (!parsed) return Unit::kNone;
  if (parsed->unit != Unit::kNone) return parsed->unit;
  // `단위: 천원 / 집행률 %`: the first word of what else it says.
  return FindUnit(parsed->remark.substr(0, parsed->remark.find_first_of(" /,")));
}

void CompleteTable(Table& table) {
  SettleComparison(table);
  if (table.unit == Unit::kNone) {
    for (const Column& column : table.columns) {
      if (IsMoney(column.unit) &&
          (column.role == ColumnRole::kLabel || &column == &table.columns.front()))
        table.unit = column.unit;
    }
  }
  for (const Row& row : table.rows) {
    if (!row.place.known()) continue;
    if (!table.place.known()) table.place = row.place;
    const std::uint32_t end = row.place.offset + row.place.length;
    if (end > table.place.offset)
      table.place.length = std::max(table.place.length, end - table.place.offset);
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
  suspended_ = false;
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
    if (last.table && last.table->unit == Unit::kNone && last.table->unit_text.empty() &&
        !last.table->columns.empty()) {
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
  std::vector<Text> names = headings;
  open_->place = first.place;
  if (is_layout_ && !headings.empty()) {
    const Extent* begin = lines_.extents.data() + line.first_cell;
    extents_.assign(begin, begin + line.cell_count);
    if (!upper_.empty()) {
      const auto at = std::find_if(extents_.begin(), extents_.end(),
                                   [&](const Extent& e) {
                                     return e.first_column > upper_extent_.first_column;
                                   }) -
                      extents_.begin();
      extents_.insert(extents_.begin() + at, upper_extent_);
      names.insert(names.begin() + at, upper_);
    }
  }
  upper_ = {};
  if (!names.empty()) open_->columns = ColumnsOf(names, section_->kind);
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

void TableBuilder::Append(Row& row, const std::vector<Text>& cells, std::string_view separator) {
  if (row.cells.size() < cells.size()) row.cells.resize(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    row.cells[i] = text_.Join(row.cells[i], separator, cells[i]);
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
    if (cell.place.line == place.line)
      end = std::max<std::size_t>(end, std::size_t{cell.place.offset} + cell.place.length);
  }
  if (place.known() && end > place.offset)
    place.length = static_cast<std::uint32_t>(end - place.offset);
  return place;
}

void TableBuilder::Push(std::vector<Text> cells, std::uint32_t printed_cells) {
  Row row;
  row.printed_cells = printed_cells;
  row.place = SpanOf(cells);
  row.cells = std::move(cells);
  open_->rows.push_back(std::move(row));
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
    if (HoldsFigure(cells[i].text) || i >= before.cells.size() || before.cells[i].empty())
      return false;
  }
  return true;
}

bool TableBuilder::TakesLowerHeadings(const std::vector<Text>& cells) const {
  return open_ != nullptr && open_->rows.empty() && pieces_.empty() && !open_->columns.empty() &&
         merged_ < kLowerRowsMax && IsLowerHeadingRow(cells);
}

void TableBuilder::Suspend() {
  if (open_ == nullptr || open_->columns.empty() || open_->rows.empty()) {
    Close();
    return;
  }
  PlacePieces(nullptr);
  suspended_ = true;
}

// Whether a row behind a page break has the shape of the table before it, and a figure where the table has figures.
bool TableBuilder::Resumes(const Line& line, const std::vector<Text>& cells) const {
  const std::size_t columns = open_->columns.size();
  if (extents_.empty() ? line.printed_cells != columns
                       : cells.size() < 2 || cells.size() > columns) {
    return false;
  }
  return std::any_of(cells.begin() + 1, cells.end(),
                     [](const Text& cell) { return HoldsFigure(cell.text); });
}

// `사업명 | 청년 창업 지원 | 담당부서 | 청년정책과`, `사업명 : 청년 창업 지원 | 2025년도 당초예산`: keys and their values, no row of
// headings.
bool TableBuilder::IsFactRow(const std::vector<Text>& cells) const {
  if (cells.size() < 2 ||
      (section_->kind != SectionKind::kUnknown && section_->kind != SectionKind::kGroup &&
       section_->kind != SectionKind::kBasics))
    return false;
  const HeadingParts first = PartsOfHeading(cells[0].text);
  if (FindFact(FoldName(first.core)) != FactKey::kTitle) return false;
  if (first.colon && !first.value.empty()) return true;
  if (cells.size() < 4 || cells.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < cells.size(); i += 2) {
    if ((i > 0 && !FindFact(FoldName(cells[i].text))) || cells[i + 1].empty() ||
        MeaningOf(cells[i + 1].text) != 0)
      return false;
  }
  return true;
}

void TableBuilder::AddRow(const Line& line, std::vector<Text> cells) {
  if (suspended_) {
    if (IsHeadingRow(cells) ? Repeats(*open_, cells) : Resumes(line, cells)) {
      suspended_ = false;
    } else {
      Close();
    }
  }
  if (TakesLowerHeadings(cells)) {
    MergeHeadings(line, cells);
    return;
  }
  if (IsHeadingRow(cells) && !IsFactRow(cells)) {
    if (open_ != nullptr && !open_->columns.empty() && Repeats(*open_, cells)) {
      if (unit_ == open_->unit_text) unit_ = {};  // repeated with its heading
      upper_ = {};
      return;
    }
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
    Open(*first, cells, line);
    return;
  }
  if (open_ == nullptr) {
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
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

// What a row of a turned table is about: its label, or the second of two where that says it (`예산 | 최종예산`). `group` is
// the first label, which may stand for the rows below it too.
Text TableBuilder::LabelOfTurned(const Row& row, std::size_t labels, Text& group) {
  if (row.cells.empty()) return {};
  if (labels == 1) return row.cells[0];
  if (!row.cells[0].empty()) group = row.cells[0];
  const Text second = row.cells.size() > 1 ? row.cells[1] : Text{};
  if (second.empty()) return row.cells[0];
  if (group.empty() || MeaningOf(second.text) > 0) return second;
  return JoinHeadings(group, second);
}

// Years across and columns down, as some settlements are printed: turned so that a year is a row. The columns may have one
// label or two (`구분 | 항목`).
void TableBuilder::Transpose() {
  if (section_->kind != SectionKind::kSettlement || open_->columns.size() < 3) return;
  std::size_t years = 0;
  for (const Column& column : open_->columns)
    years += column.year != 0 && MeaningOf(column.heading.text) < 0 ? 1U : 0U;
  const std::size_t labels = open_->columns.size() - years;
  if (years < 2 || labels < 1 || labels > 2) return;
  for (std::size_t i = 0; i < labels; ++i) {
    if (MeaningOf(open_->columns[i].heading.text) < 0) return;
  }
  std::vector<Text> headings{open_->columns[0].heading};
  Text group;
  std::size_t names = 0;
  for (const Row& row : open_->rows) {
    headings.push_back(LabelOfTurned(row, labels, group));
    names += MeaningOf(headings.back().text) > 0 ? 1U : 0U;
  }
  if (names < 2) return;
  std::vector<Row> rows;
  for (std::size_t i = labels; i < open_->columns.size(); ++i) {
    Row turned;
    turned.cells.push_back(open_->columns[i].heading);
    for (const Row& row : open_->rows)
      turned.cells.push_back(i < row.cells.size() ? row.cells[i] : Text{});
    turned.printed_cells = static_cast<std::uint32_t>(turned.cells.size());
    DropBlankEnd(turned.cells);
    turned.place = SpanOf(turned.cells);
    rows.push_back(std::move(turned));
  }
  open_->columns = ColumnsOf(headings, section_->kind);
  open_->rows = std::move(rows);
}

}  // namespace yesan::internal
