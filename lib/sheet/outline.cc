#include "lib/sheet/outline.h"

#include <algorithm>
#include <string>

#include "lib/base/chars.h"
#include "lib/base/fold.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "lib/sheet/table_builder.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"
#include "yesan/money/unit.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kHeadingCharactersMax = 40;

// Marks that may begin a heading; dashes, dots and notes begin prose.
bool MayHead(char32_t marker) noexcept {
  return marker != U'-' && marker != U'·' && marker != U'※';
}
// Marks of the upper levels of an outline.
bool IsUpper(char32_t marker) noexcept {
  return marker == U'□' || marker == U'◇' || marker == U'Ⅰ' || marker == U'1' || marker == U'가' ||
         marker == U'[' || marker == U'2';
}

bool IsProse(SectionKind kind) noexcept {
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

// `(단위` of a unit that its line tore in two.
bool BeginsUnit(std::string_view text) noexcept {
  return text.size() < 60 && text.substr(0, 1) == "(" &&
         (text.find("단위") != std::string_view::npos ||
          LengthOfWord(Trim(text.substr(1)), "단위") != 0) &&
         text.find(')') == std::string_view::npos;
}

// `소요예산` over last year and this year by object item is an overview, not money by source.
bool HoldsOverview(const Section& section) {
  for (const Block& block : section.blocks) {
    if (!block.table || Sheet::ColumnOf(*block.table, ColumnRole::kPrior) < 0 ||
        Sheet::ColumnOf(*block.table, ColumnRole::kCurrent) < 0)
      continue;
    return std::none_of(block.table->rows.begin(), block.table->rows.end(), [](const Row& row) {
      const std::string_view label = CellOf(row, 0).text;
      return FindFundingSource(label.substr(0, label.find_first_of("(0123456789")),
                               GovernmentKind::kUnknown)
          .has_value();
    });
  }
  return false;
}

// The number of a page: `12`, `12쪽`, `12 페이지`, `p.12`, dashes and brackets around it.
bool IsPageNumber(std::string_view text) noexcept {
  constexpr std::string_view kMarks = "-()[]<> .";
  const auto strip = [&] {
    const std::size_t begin = std::min(text.find_first_not_of(kMarks), text.size());
    text.remove_prefix(begin);
    text = text.substr(0, text.find_last_not_of(kMarks) + 1);
  };
  strip();
  for (const std::string_view word : {"쪽", "페이지", "면"}) {
    if (text.size() > word.size() && EndsWith(text, word)) {
      text.remove_suffix(word.size());
      break;
    }
  }
  if (!text.empty() && (text.front() == 'p' || text.front() == 'P')) text.remove_prefix(1);
  strip();
  return !text.empty() && text.size() <= 4 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What stands at the edge of a page: `- 12 -`, `3 / 5`, `(12쪽)`, the name of a department, `민주주의위원회 - 12`.
bool IsFurniture(std::string_view text) {
  if (text.find_first_not_of("0123456789-/ .|") == std::string_view::npos) return true;
  if (CountCharacters(text) > 20) return false;
  if (IsPageNumber(text)) return true;
  const std::size_t dash = text.rfind(" - ");
  if (dash != std::string_view::npos && dash > 0 && IsPageNumber(text.substr(dash)))
    text = Trim(text.substr(0, dash));
  if (text.find_first_of(":=([0123456789") != std::string_view::npos) return false;
  std::string_view rest = text;
  return TakeMarker(rest) == 0;
}

class Builder {
 public:
  Builder(SheetText& text, const Lines& lines, bool is_layout, Sheet& sheet)
      : text_(text),
        lines_(lines),
        is_layout_(is_layout),
        sheet_(sheet),
        tables_(text, lines, is_layout) {}

  void Build() {
    sheet_.sections.emplace_back();
    tables_.Into(sheet_.sections.back());
    FindMarkers();
    for (std::size_t i = 0; i < lines_.lines.size(); ++i) {
      const Line& line = lines_.lines[i];
      if (line.is_raw) {
        AddBlock(lines_.cell(line, 0), 0);
      } else if (line.is_row) {
        AddRow(line);
      } else {
        AddLine(line, lines_.cell(line, 0), nameless_[i]);
      }
    }
    if (!torn_unit_.empty()) AddBlock(torn_unit_, 0);
    tables_.Close();
    tables_.FlushUnit();
    if (sheet_.sections.front().blocks.empty()) sheet_.sections.erase(sheet_.sections.begin());
    SettleKinds(sheet_);
  }

 private:
  Section& section() { return sheet_.sections.back(); }

  void FindMarkers() {
    nameless_.resize(lines_.lines.size());
    for (std::size_t i = 0; i < lines_.lines.size(); ++i) {
      const Line& line = lines_.lines[i];
      if (line.is_row || line.is_raw) continue;
      const std::string_view text = lines_.cell(line, 0).text;
      if (text.size() > 200) continue;
      const KnownHeading heading = ClassifyHeading(text);
      nameless_[i] = !heading.known;
      if (heading.known && heading.parts.value.empty()) markers_.push_back(heading.parts.marker);
    }
    std::sort(markers_.begin(), markers_.end());
  }
  [[nodiscard]] std::size_t CountHeads(char32_t marker) const {
    const auto range = std::equal_range(markers_.begin(), markers_.end(), marker);
    return static_cast<std::size_t>(range.second - range.first);
  }
  [[nodiscard]] bool Heads(char32_t marker) const { return CountHeads(marker) > 0; }
  // Marks that head in any document, or that head several sections of this one; ○ opens lines of every kind.
  [[nodiscard]] bool IsUpperHere(char32_t marker) const {
    return marker == 0 || IsUpper(marker) || (marker != U'○' && CountHeads(marker) >= 3);
  }

  void AddBlock(const Text& text, std::uint32_t indent) {
    tables_.Close();
    Block block;
    block.line = text;
    block.indent = indent;
    section().blocks.push_back(std::move(block));
  }

  void Open(SectionKind kind, std::int32_t year, const Text& heading) {
    tables_.Close();
    tables_.FlushUnit();
    sheet_.sections.emplace_back();
    section().kind = kind;
    section().year = year;
    section().heading = heading;
    tables_.Into(section());
    // A unit inside the heading holds for the table below.
    if (!HasUnitHeading(heading.text)) return;
    if (const Result<UnitHeading> unit = ParseUnitHeading(heading.text)) {
      tables_.SetUnit({heading.text.substr(unit->offset, unit->length),
                       text_.PlaceOf(heading, unit->offset, unit->length)},
                      true);
    }
  }

  bool TryHeading(const Text& text, bool marked, bool in_table) {
    if (text.text.size() > 600) return false;
    const KnownHeading heading = ClassifyHeading(text.text);
    const HeadingParts& parts = heading.parts;
    if (heading.known) {
      const bool upper = marked || IsUpperHere(parts.marker);
      if ((section().kind == SectionKind::kCostBasis || in_table) && !upper) return false;
      if (parts.value.empty()) {
        Open(heading.kind, parts.year, text);
        return true;
      }
      // `□ 사업목적 : 주민 …`: the name heads, the rest is its first line. Facts of 기본 현황 stay facts.
      const bool heads = marked || (IsUpper(parts.marker) && Heads(parts.marker));
      if (heads && heading.kind != SectionKind::kFunding && heading.kind != SectionKind::kGroup &&
          !in_table) {
        const auto offset = static_cast<std::size_t>(parts.value.data() - text.text.data());
        const std::string_view name = Trim(text.text.substr(0, offset));
        const Text first{parts.value, text_.PlaceOf(text, offset, parts.value.size())};
        Open(heading.kind, parts.year,
             {name, text_.PlaceOf(text, static_cast<std::size_t>(name.data() - text.text.data()),
                                  name.size())});
        AddBlock(first, 0);
        return true;
      }
      return false;
    }
    if (in_table) return false;
    const bool is_short = CountCharacters(text.text) <= kHeadingCharactersMax;
    if (marked ||
        (is_short && (parts.marker == U'□' || parts.marker == U'Ⅰ') && Heads(parts.marker) &&
         !parts.colon && text.text.back() != '.' && !HoldsFigure(text.text))) {
      Open(SectionKind::kUnknown, parts.year, text);
      return true;
    }
    return false;
  }

  // A unit alone in its line, whole or in two pieces.
  bool TryUnit(const Text& text) {
    Text unit = text;
    if (!torn_unit_.empty()) {
      const Text joined = text_.Join(torn_unit_, " ", text);
      if (IsUnitHeading(joined.text)) {
        unit = joined;
      } else {
        AddBlock(torn_unit_, 0);
      }
      torn_unit_ = {};
    }
    if (is_layout_ && BeginsUnit(unit.text)) {
      torn_unit_ = unit;
      return true;
    }
    if (!IsUnitHeading(unit.text)) return false;
    tables_.SetUnit(unit, false);
    return true;
  }

  void AddLine(const Line& line, const Text& text, bool nameless) {
    if (TryUnit(text)) return;
    // Without a known name only a mark or a box makes a heading.
    const bool may_head =
        !nameless || line.is_heading || text.text.front() == '\xE2' || text.text.front() == '*';
    if (may_head && TryHeading(text, line.is_heading, false)) return;
    if (is_layout_ && &line != &lines_.lines.back() &&
        tables_.TakeUpperHeading(line, text, *(&line + 1)))
      return;
    if (tables_.TakeLine(line, text)) return;
    if (tables_.is_open() && IsFurniture(text.text)) {
      tables_.Suspend();
      Block block;
      block.line = text;
      section().blocks.push_back(std::move(block));
      return;
    }
    tables_.Close();
    if (!tables_.unit_in_heading()) tables_.FlushUnit();
    AddBlock(text, line.indent);
  }

  void AddRow(const Line& line) {
    std::vector<Text> cells;
    cells.reserve(line.cell_count);
    for (std::uint32_t i = 0; i < line.cell_count; ++i) cells.push_back(lines_.cell(line, i));
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const Text& t) { return !t.empty(); });
    if (filled == 1) {
      if (TryUnit(*first)) return;
      if (TryHeading(*first, false, tables_.is_open())) return;
      if (!tables_.is_open()) {
        if (!tables_.unit_in_heading()) tables_.FlushUnit();
        AddBlock(*first, line.indent);
        return;
      }
    }
    // `예산총괄표   (단위 : 백만원)`
    if (filled == 2 && IsUnitHeading(cells.back().text) && ClassifyHeading(first->text).known &&
        TryHeading(*first, false, false)) {
      tables_.SetUnit(cells.back(), false);
      return;
    }
    // Words justified in a layout are no table.
    if (is_layout_ && !tables_.is_open() && IsProse(section().kind) && !IsHeadingRow(cells)) {
      Text whole;
      for (const Text& cell : cells) whole = text_.Join(whole, " ", cell);
      AddBlock(whole, line.indent);
      return;
    }
    tables_.AddRow(line, std::move(cells));
  }

  SheetText& text_;
  const Lines& lines_;
  bool is_layout_;
  Sheet& sheet_;
  TableBuilder tables_;
  std::vector<char32_t> markers_;
  std::vector<bool> nameless_;  // lines whose text is known to be the name of no section
  Text torn_unit_;
};

}  // namespace

KnownHeading ClassifyHeading(std::string_view text) {
  KnownHeading heading;
  heading.parts = PartsOfHeading(text);
  // Thirty syllables, whole or in letters.
  const std::size_t size = heading.parts.core.size();
  if (size == 0 || (size > 90 && (size > 270 || !HasJamo(heading.parts.core))) ||
      !MayHead(heading.parts.marker))
    return heading;
  if (const auto kind = FindSection(FoldedName(heading.parts.core).view())) {
    heading.known = true;
    heading.kind = *kind;
  }
  return heading;
}

void SettleKinds(Sheet& sheet) {
  for (std::size_t i = 0; i + 1 < sheet.sections.size(); ++i) {
    Section& section = sheet.sections[i];
    // `4 사업 효과` above `□ 최근 3년 추진실적` heads others.
    if (section.kind == SectionKind::kEffects && section.blocks.empty())
      section.kind = SectionKind::kGroup;
  }
  for (Section& section : sheet.sections) {
    if (section.kind == SectionKind::kFunding && HoldsOverview(section))
      section.kind = SectionKind::kOverview;
  }
}

void BuildOutline(SheetText& text, const Lines& lines, bool is_layout, Sheet& sheet) {
  Builder(text, lines, is_layout, sheet).Build();
  Summarize(sheet);
}

}  // namespace yesan::internal
