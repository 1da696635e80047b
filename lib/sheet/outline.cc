#include "lib/sheet/outline.h"

#include <algorithm>
#include <limits>
#include <string>

#include "lib/sheet/layout.h"
#include "lib/sheet/synonyms.h"
#include "yesan/base/text.h"
#include "yesan/money/amount.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/unit.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kHeadingCharactersMax = 40;

// Whether a cell holds figures, so that its row is no row of headings.
bool HoldsFigure(std::string_view text) noexcept {
  if (text.empty() || !MayBeAmount(text)) return false;
  const Result<PairedAmount> pair = ParsePairedAmount(text);
  if (!pair) return false;
  return pair->total.has_value() || pair->part.has_value();
}

bool IsUnitHeading(std::string_view text) noexcept {
  if (text.size() > 120 || !HasUnitHeading(text)) return false;
  const Result<UnitHeading> heading = ParseUnitHeading(text);
  return heading && heading->offset == 0 && heading->length == text.size();
}

struct Heading {
  bool known = false;
  SectionKind kind = SectionKind::kUnknown;
  HeadingParts parts;
};

Heading Classify(std::string_view text) {
  Heading heading;
  heading.parts = PartsOfHeading(text);
  if (heading.parts.core.empty() || heading.parts.core.size() > 90) return heading;
  const std::string folded = FoldName(heading.parts.core);
  if (const auto kind = FindSection(folded)) {
    heading.known = true;
    heading.kind = *kind;
  }
  return heading;
}

// Marks that may begin a heading; dashes, dots and notes begin prose.
bool MayHead(char32_t marker) noexcept { return marker != U'-' && marker != U'·' && marker != U'※'; }
// Marks of the upper levels of an outline.
bool IsUpper(char32_t marker) noexcept {
  return marker == U'□' || marker == U'◇' || marker == U'Ⅰ' || marker == U'1' || marker == U'가' || marker == U'[' || marker == U'2';
}

class Builder {
 public:
  Builder(SheetText& text, const Lines& lines, bool is_layout, Sheet& sheet)
      : text_(text), lines_(lines), is_layout_(is_layout), sheet_(sheet) {}

  void Build() {
    sheet_.sections.emplace_back();
    FindMarkers();
    for (index_ = 0; index_ < lines_.lines.size(); ++index_) {
      const Line& line = lines_.lines[index_];
      if (line.is_row) {
        AddRow(line);
      } else {
        AddLine(line, lines_.cell(line, 0));
      }
    }
    PlaceTorn(nullptr);
    FlushUnit();
    if (sheet_.sections.front().blocks.empty()) sheet_.sections.erase(sheet_.sections.begin());
    for (std::size_t i = 0; i + 1 < sheet_.sections.size(); ++i) {
      Section& section = sheet_.sections[i];
      // `4 사업 효과` above `□ 최근 3년 추진실적` heads others.
      if (section.kind == SectionKind::kEffects && section.blocks.empty()) section.kind = SectionKind::kGroup;
    }
  }

 private:
  Section& section() { return sheet_.sections.back(); }

  void FindMarkers() {
    for (const Line& line : lines_.lines) {
      if (line.is_row) continue;
      const std::string_view text = lines_.cell(line, 0).text;
      if (text.size() > 200) continue;
      const Heading heading = Classify(text);
      if (heading.known && heading.parts.value.empty() && MayHead(heading.parts.marker)) {
        markers_.push_back(heading.parts.marker);
      }
    }
    std::sort(markers_.begin(), markers_.end());
    markers_.erase(std::unique(markers_.begin(), markers_.end()), markers_.end());
  }
  [[nodiscard]] bool Heads(char32_t marker) const { return std::binary_search(markers_.begin(), markers_.end(), marker); }

  // A unit that no table followed is a line.
  void FlushUnit() {
    const Text unit = unit_;
    unit_ = {};
    if (!unit.empty() && !unit_in_heading_) AddBlock(unit, 0);
    unit_in_heading_ = false;
  }

  void AddBlock(const Text& text, std::uint32_t indent) {
    PlaceTorn(nullptr);
    Block block;
    block.line = text;
    block.indent = indent;
    section().blocks.push_back(std::move(block));
    open_ = nullptr;
  }

  void Open(SectionKind kind, std::int32_t year, const Text& heading) {
    PlaceTorn(nullptr);
    FlushUnit();
    sheet_.sections.emplace_back();
    section().kind = kind;
    section().year = year;
    section().heading = heading;
    open_ = nullptr;
  }

  // A heading's text; a unit inside it holds for the table below.
  void TakeUnitOf(const Text& heading) {
    if (!HasUnitHeading(heading.text)) return;
    const Result<UnitHeading> unit = ParseUnitHeading(heading.text);
    if (!unit) return;
    unit_ = {heading.text.substr(unit->offset, unit->length), text_.PlaceOf(heading, unit->offset, unit->length)};
    unit_in_heading_ = true;
  }

  bool TryHeading(const Text& text, bool marked, bool in_table) {
    if (text.text.size() > 600) return false;
    const Heading heading = Classify(text.text);
    const HeadingParts& parts = heading.parts;
    if (heading.known && MayHead(parts.marker)) {
      const bool upper = IsUpper(parts.marker) || parts.marker == 0 || marked;
      if (section().kind == SectionKind::kCostBasis && !upper) return false;
      if (in_table && !upper) return false;
      if (parts.value.empty()) {
        Open(heading.kind, parts.year, text);
        TakeUnitOf(text);
        return true;
      }
      // `□ 사업목적 : 주민 …`: the name heads, the rest is its first line. Facts of 기본 현황 stay facts.
      const bool heads = marked || ((IsUpper(parts.marker) || parts.marker == 0) && Heads(parts.marker) && parts.marker != 0);
      if (heads && heading.kind != SectionKind::kFunding && !in_table) {
        const auto offset = static_cast<std::size_t>(parts.value.data() - text.text.data());
        std::string_view name = Trim(text.text.substr(0, offset));
        const Text first{parts.value, text_.PlaceOf(text, offset, parts.value.size())};
        const Text head{name, text_.PlaceOf(text, static_cast<std::size_t>(name.data() - text.text.data()), name.size())};
        Open(heading.kind, parts.year, head);
        AddBlock(first, 0);
        return true;
      }
      return false;
    }
    if (in_table) return false;
    const bool short_enough = CountCharacters(text.text) <= kHeadingCharactersMax;
    if (marked || (short_enough && (parts.marker == U'□' || parts.marker == U'Ⅰ') && Heads(parts.marker) && !parts.colon &&
                   text.text.back() != '.' && !HoldsFigure(text.text))) {
      Open(SectionKind::kUnknown, parts.year, text);
      TakeUnitOf(text);
      return true;
    }
    return false;
  }

  void AddLine(const Line& line, const Text& text) {
    if (IsUnitHeading(text.text)) {
      FlushUnit();
      unit_ = text;
      unit_in_heading_ = false;
      open_ = nullptr;
      return;
    }
    if (TryHeading(text, line.is_heading, false)) return;
    if (TryTorn(line, text)) return;
    if (!unit_in_heading_) FlushUnit();
    AddBlock(text, line.indent);
  }

  [[nodiscard]] static std::size_t CountFilled(const std::vector<Text>& cells) {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); }));
  }

  // Headings of columns: two different names at least, and nothing that is a figure.
  [[nodiscard]] static bool IsHeadingRow(const std::vector<Text>& cells) {
    std::size_t names = 0, filled = 0;
    std::int32_t first = 0;
    bool distinct = false;
    for (const Text& cell : cells) {
      if (cell.empty()) continue;
      ++filled;
      const std::int32_t meaning = MeaningOf(cell.text);
      if (meaning == 0) {
        if (HoldsFigure(cell.text)) return false;
        continue;
      }
      if (++names == 1) first = meaning;
      distinct = distinct || meaning != first;
    }
    return names >= 2 && distinct && names * 2 >= filled;
  }

  // A second row of headings under the first: names only.
  [[nodiscard]] static bool IsLowerHeadingRow(const std::vector<Text>& cells) {
    std::size_t names = 0;
    for (const Text& cell : cells) {
      if (cell.empty()) continue;
      if (MeaningOf(cell.text) == 0 || TotalWord(cell.text) != 0) return false;
      ++names;
    }
    return names >= 1;
  }

  [[nodiscard]] static bool Repeats(const Table& table, const std::vector<Text>& cells) {
    std::size_t matched = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      bool found = false;
      for (const Column& column : table.columns) {
        if (FoldName(column.heading.text) == FoldName(cells[i].text)) found = true;
      }
      if (!found) return false;
      ++matched;
    }
    return matched >= 2;
  }

  void AddRow(const Line& line) {
    std::vector<Text> cells;
    cells.reserve(line.cell_count);
    for (std::uint32_t i = 0; i < line.cell_count; ++i) cells.push_back(lines_.cell(line, i));
    const std::size_t filled = CountFilled(cells);
    const auto first = std::find_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
    if (filled == 1) {
      if (IsUnitHeading(first->text)) {
        FlushUnit();
        unit_ = *first;
        unit_in_heading_ = false;
        if (open_ == nullptr || open_->rows.empty()) return;
        open_ = nullptr;
        return;
      }
      if (TryHeading(*first, false, open_ != nullptr)) return;
      if (open_ == nullptr) {
        if (!unit_in_heading_) FlushUnit();
        AddBlock(*first, line.indent);
        return;
      }
    }
    // `예산총괄표   (단위 : 백만원)`
    if (filled == 2 && IsUnitHeading(cells.back().text) && Classify(first->text).known) {
      if (TryHeading(*first, false, false)) {
        unit_ = cells.back();
        unit_in_heading_ = false;
        return;
      }
    }
    if (IsHeadingRow(cells)) {
      if (open_ != nullptr && !open_->columns.empty() && Repeats(*open_, cells)) return;
      OpenTable(line, cells);
      return;
    }
    if (open_ != nullptr && open_->rows.empty() && !open_->columns.empty() && IsLowerHeadingRow(cells)) {
      MergeHeadings(line, cells);
      return;
    }
    if (is_layout_ && open_ == nullptr && IsProse(section().kind)) {
      AddBlock(WholeLine(cells), line.indent);
      return;
    }
    if (open_ == nullptr) OpenTable(line, {});
    if (is_layout_ && !open_->columns.empty()) {
      AlignCells(line, cells);
      if (torn_.empty()) heads_ = 0;
      PlaceTorn(&cells);
    }
    if (Continues(cells)) {
      Row& before = open_->rows.back();
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (before.cells.size() <= i) before.cells.resize(i + 1);
        before.cells[i] = text_.Join(before.cells[i], "\n", cells[i]);
      }
      return;
    }
    Row row;
    row.printed_cells = line.printed_cells;
    row.place = SpanOf(cells);
    row.cells = std::move(cells);
    open_->rows.push_back(std::move(row));
  }

  [[nodiscard]] Text WholeLine(const std::vector<Text>& cells) {
    Text whole;
    for (const Text& cell : cells) whole = text_.Join(whole, " ", cell);
    return whole;
  }

  [[nodiscard]] static bool IsProse(SectionKind kind) noexcept {
    switch (kind) {
      case SectionKind::kPurpose:
      case SectionKind::kLegalBasis:
      case SectionKind::kMethod:
      case SectionKind::kContent:
      case SectionKind::kHistory:
      case SectionKind::kEffects:
        return true;
      default:
        return false;
    }
  }

  // A row that a page break cut off from the one above: no label, no figure.
  [[nodiscard]] bool Continues(const std::vector<Text>& cells) const {
    if (open_->rows.empty() || cells.empty() || !cells[0].empty()) return false;
    switch (section().kind) {
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
  [[nodiscard]] const Section& section() const { return sheet_.sections.back(); }

  [[nodiscard]] Place SpanOf(const std::vector<Text>& cells) const {
    Place place;
    std::size_t end = 0;
    for (const Text& cell : cells) {
      if (cell.empty() || !cell.place.known()) continue;
      if (!place.known()) place = cell.place;
      if (cell.place.line == place.line) end = std::max<std::size_t>(end, cell.place.offset + cell.place.length);
    }
    if (place.known() && end > place.offset) place.length = static_cast<std::uint32_t>(end - place.offset);
    return place;
  }

  void OpenTable(const Line& line, const std::vector<Text>& headings) {
    PlaceTorn(nullptr);
    Block block;
    block.table = std::make_unique<Table>();
    open_ = block.table.get();
    if (!unit_.empty()) {
      const Result<UnitHeading> unit = ParseUnitHeading(unit_.text);
      if (unit) open_->unit = unit->unit;
      open_->unit_text = unit_;
      unit_ = {};
    }
    unit_in_heading_ = false;
    if (!headings.empty()) open_->columns = ColumnsOf(headings, section().kind);
    open_->place = lines_.cell(line, 0).place;
    extents_.clear();
    if (is_layout_ && !headings.empty()) {
      const Extent* first = lines_.extents.data() + line.first_cell;
      extents_.assign(first, first + line.cell_count);
    }
    section().blocks.push_back(std::move(block));
  }

  void MergeHeadings(const Line& line, const std::vector<Text>& cells) {
    std::vector<Text> headings;
    for (const Column& column : open_->columns) headings.push_back(column.heading);
    if (!extents_.empty()) {
      SplitHeadings(line, cells, headings);
    } else {
      if (headings.size() < cells.size()) headings.resize(cells.size());
      for (std::size_t i = 0; i < cells.size(); ++i) headings[i] = JoinHeadings(headings[i], cells[i]);
    }
    open_->columns = ColumnsOf(headings, section().kind);
  }

  Text JoinHeadings(const Text& upper, const Text& lower) {
    return FoldName(upper.text) == FoldName(lower.text) ? upper : text_.Join(upper, " ", lower);
  }

  // A layout's heading that spans several names below it becomes as many columns.
  void SplitHeadings(const Line& line, const std::vector<Text>& cells, std::vector<Text>& headings) {
    const Extent* below = lines_.extents.data() + line.first_cell;
    std::vector<Text> joined;
    std::vector<Extent> extents;
    std::size_t next = 0;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      // Names below reach up to halfway to the next heading.
      const std::uint32_t end = i + 1 < headings.size() ? (extents_[i].last_column + extents_[i + 1].first_column) / 2
                                                        : std::numeric_limits<std::uint32_t>::max();
      bool any = false;
      for (; next < cells.size() && (below[next].first_column + below[next].last_column) / 2 < end; ++next) {
        joined.push_back(JoinHeadings(headings[i], cells[next]));
        extents.push_back(below[next]);
        any = true;
      }
      if (!any) {
        joined.push_back(headings[i]);
        extents.push_back(extents_[i]);
      }
    }
    headings = std::move(joined);
    extents_ = std::move(extents);
  }

  // Puts the cells of a layout's row under the headings that they stand below.
  void AlignCells(const Line& line, std::vector<Text>& cells) {
    if (extents_.empty()) return;
    const std::vector<std::int32_t> columns =
        AlignToColumns(extents_, lines_.extents.data() + line.first_cell, cells.size());
    std::vector<Text> aligned(open_->columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Text& cell = aligned[static_cast<std::size_t>(columns[i])];
      cell = text_.Join(cell, " ", cells[i]);
    }
    while (!aligned.empty() && aligned.back().empty()) aligned.pop_back();
    cells = std::move(aligned);
  }

  // A piece of a layout's cell that its row tore off: one line, no blank line before it, no figure, under a column of words.
  bool TryTorn(const Line& line, const Text& text) {
    if (!is_layout_ || line.blank_before || open_ == nullptr || extents_.empty() || HoldsFigure(text.text)) return false;
    if (section().kind == SectionKind::kCostBasis) return false;
    const std::int32_t column = AlignToColumns(extents_, lines_.extents.data() + line.first_cell, 1)[0];
    const ColumnRole role = open_->columns[static_cast<std::size_t>(column)].role;
    if (column != 0 && role != ColumnRole::kDetail && role != ColumnRole::kRemark && role != ColumnRole::kUnknown && role != ColumnRole::kStep) return false;
    if (column == 0) {
      torn_.push_back(text);
      return true;
    }
    if (open_->rows.empty()) return false;
    AppendCell(open_->rows.back(), static_cast<std::size_t>(column), text);
    return true;
  }

  void AppendCell(Row& row, std::size_t column, const Text& text) {
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = text_.Join(row.cells[column], " ", text);
  }

  // Labels torn over several lines: those before a row without one are its own, the others end the row above.
  void PlaceTorn(std::vector<Text>* next) {
    if (torn_.empty()) return;
    std::size_t to_next = 0;
    if (next != nullptr && !next->empty() && (*next)[0].empty()) {
      to_next = torn_.size() > heads_ ? torn_.size() - heads_ : 1;
      if (open_ == nullptr || open_->rows.empty()) to_next = torn_.size();
    }
    const std::size_t to_last = torn_.size() - to_next;
    for (std::size_t i = 0; i < to_last; ++i) {
      if (open_ != nullptr && !open_->rows.empty()) {
        AppendCell(open_->rows.back(), 0, torn_[i]);
      } else {
        Block block;
        block.line = torn_[i];
        section().blocks.push_back(std::move(block));
      }
    }
    heads_ = to_next;
    for (std::size_t i = to_last; i < torn_.size(); ++i) (*next)[0] = text_.Join((*next)[0], " ", torn_[i]);
    torn_.clear();
  }

  SheetText& text_;
  const Lines& lines_;
  bool is_layout_;
  Sheet& sheet_;
  std::size_t index_ = 0;
  std::vector<char32_t> markers_;
  Text unit_;
  bool unit_in_heading_ = false;
  Table* open_ = nullptr;
  std::vector<Extent> extents_;  // of the open table's headings; SheetFormat::kLayout only
  std::vector<Text> torn_;       // pieces of labels that wait for their row
  std::size_t heads_ = 0;        // pieces that came before the last row
};

}  // namespace

void BuildOutline(SheetText& text, const Lines& lines, bool is_layout, Sheet& sheet) {
  Builder(text, lines, is_layout, sheet).Build();
  Summarize(sheet);
}

}  // namespace yesan::internal
