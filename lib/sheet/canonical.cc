#include "lib/sheet/canonical.h"

#include <algorithm>
#include <utility>

#include "lib/base/chars.h"
#include "lib/sheet/lines.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/table_builder.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

// `&#124;` at the beginning of a text: its length and its character; 0 when there is none.
std::size_t TakeEntity(std::string_view text, char32_t& character) noexcept {
  if (text.substr(0, 2) != "&#") return 0;
  character = 0;
  std::size_t i = 2;
  for (; i < text.size() && i < 9 && IsDigit(text[i]); ++i) {
    character = character * 10 + static_cast<char32_t>(text[i] - '0');
  }
  const bool is_scalar =
      character > 0 && character < 0x110000 && (character < 0xD800 || character > 0xDFFF);
  return i > 2 && i < text.size() && text[i] == ';' && is_scalar ? i + 1 : 0;
}

// A physical line of text or Markdown.
class CanonicalReader {
 public:
  CanonicalReader(SheetText& text, SheetFormat format, SectionBuilder& sections)
      : text_(text), pipes_(format == SheetFormat::kMarkdown), sections_(sections) {}

  void Take(std::size_t offset, std::size_t length) {
    const std::string_view raw = text_.source().substr(offset, length);
    if (raw.substr(0, 3) == "## ") {
      Flush();
      sections_.AddHeading(Make(offset + 3, length - 3));
    } else if (!pipes_ && (IsRow(raw) || raw == kNamedColumn || raw == kNamelessColumn)) {
      TakeRow(offset, length, offset, offset + length);
    } else if (pipes_ && IsRow(raw)) {
      // Between the first pipe and the last.
      const std::string_view trimmed = Trim(raw);
      const std::size_t end =
          offset + static_cast<std::size_t>(trimmed.data() - raw.data()) + trimmed.size();
      TakeRow(offset, length, offset + 1,
              trimmed.size() > 1 && trimmed.back() == '|' ? end - 1 : end);
    } else {
      Flush();
      const std::string_view line = Trim(raw);
      if (line.empty()) return;
      held_ = Make(offset, length);
      const auto indent = std::min(raw.find_first_not_of(' '), raw.size());
      held_indent_ = static_cast<std::uint32_t>(indent);
    }
  }

  // What is held back turned out to be neither a unit nor headings.
  void Flush() {
    sections_.CloseTable();
    if (!held_.empty()) sections_.AddLine(std::exchange(held_, {}), held_indent_);
    if (!headings_.empty()) {
      sections_.OpenTable({}, {});
      sections_.AddRow(std::exchange(headings_, {}), headings_place_);
      sections_.CloseTable();
    }
  }

 private:
  [[nodiscard]] bool IsRow(std::string_view raw) const noexcept {
    return pipes_ ? !raw.empty() && raw.front() == '|' : raw.find('\t') != std::string_view::npos;
  }

  void TakeRow(std::size_t offset, std::size_t length, std::size_t begin, std::size_t end) {
    const std::string_view source = text_.source();
    const char separator = pipes_ ? '|' : '\t';
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for (std::size_t at = begin; at <= end;) {
      const std::size_t stop = std::min(source.find(separator, at), end);
      spans.emplace_back(at, stop - at);
      at = stop + 1;
    }
    const auto is_rule = [&](const std::pair<std::size_t, std::size_t>& span) {
      const std::string_view cell = Trim(source.substr(span.first, span.second));
      return cell == kNamedColumn || cell == kNamelessColumn;
    };
    if (!sections_.in_table() && std::all_of(spans.begin(), spans.end(), is_rule)) {
      std::size_t named = 0;
      for (const auto& span : spans)
        named += Trim(source.substr(span.first, span.second)) == kNamedColumn ? 1U : 0U;
      headings_.resize(named);
      const Text unit = std::exchange(held_, {});
      sections_.OpenTable(unit, std::exchange(headings_, {}));
      return;
    }
    std::vector<Text> cells;
    cells.reserve(spans.size());
    for (const auto& span : spans) cells.push_back(Make(span.first, span.second));
    const Place place = text_.PlaceAt(offset, length);
    if (sections_.in_table()) {
      sections_.AddRow(std::move(cells), place);
      return;
    }
    if (!headings_.empty()) Flush();
    headings_ = std::move(cells);
    headings_place_ = place;
  }

  // A span of the source, `<br>` and entities resolved.
  Text Make(std::size_t offset, std::size_t length) {
    const std::string_view source = text_.source();
    const std::string_view raw = source.substr(offset, length);
    const std::string_view trimmed = Trim(raw);
    if (trimmed.empty()) return {};
    const std::size_t begin = offset + static_cast<std::size_t>(trimmed.data() - raw.data());
    const std::size_t end = begin + trimmed.size();
    if (trimmed.find_first_of("<&") == std::string_view::npos)
      return {trimmed, text_.PlaceAt(begin, trimmed.size())};
    text_.Begin();
    std::string decoded;
    for (std::size_t at = begin; at < end;) {
      char32_t character = 0;
      const std::size_t entity = TakeEntity(source.substr(at, end - at), character);
      if (entity != 0) {
        decoded.clear();
        AppendCharacter(character, decoded);
        text_.AppendExact(decoded, at, entity);
        at += entity;
      } else if (source.substr(at, std::min<std::size_t>(4, end - at)) == "<br>") {
        text_.AppendExact("\n", at, 4);
        at += 4;
      } else {
        const std::size_t stop = std::min(source.find_first_of("<&", at + 1), end);
        text_.AppendExact(source.substr(at, stop - at), at, stop - at);
        at = stop;
      }
    }
    return text_.End();
  }

  SheetText& text_;
  bool pipes_;
  SectionBuilder& sections_;
  Text held_;  // a line that may be the unit of a table
  std::uint32_t held_indent_ = 0;
  std::vector<Text> headings_;  // a row that may be headings of columns
  Place headings_place_;
};

}  // namespace

std::string_view CanonicalMark(SheetFormat format) noexcept {
  switch (format) {
    case SheetFormat::kTabs:
      return "<!-- yesan sheet 1 text -->";
    case SheetFormat::kMarkdown:
      return "<!-- yesan sheet 1 markdown -->";
    case SheetFormat::kHtml:
      return "<!-- yesan sheet 1 html -->";
    default:
      return {};
  }
}

SheetFormat CanonicalFormat(std::string_view source) noexcept {
  for (const SheetFormat format :
       {SheetFormat::kTabs, SheetFormat::kMarkdown, SheetFormat::kHtml}) {
    const std::string_view mark = CanonicalMark(format);
    if (!StartsWith(source, mark)) continue;
    if (source.size() == mark.size() || source[mark.size()] == '\n' || source[mark.size()] == '\r')
      return format;
  }
  return SheetFormat::kAuto;
}

Section& SectionBuilder::section() {
  if (sheet_.sections.empty()) sheet_.sections.emplace_back();
  return sheet_.sections.back();
}

void SectionBuilder::AddHeading(const Text& heading) {
  CloseTable();
  if (!allowance_.Take(Allowance::kSection)) return;
  const KnownHeading known = ClassifyHeading(heading.text);
  sheet_.sections.emplace_back();
  section().kind = known.kind;
  section().year = known.parts.year;
  section().heading = heading;
}

void SectionBuilder::AddLine(const Text& line, std::uint32_t indent) {
  CloseTable();
  if (!allowance_.Take(Allowance::kLine)) return;
  Block block;
  block.line = line;
  block.indent = indent;
  section().blocks.push_back(std::move(block));
}

void SectionBuilder::OpenTable(const Text& unit, const std::vector<Text>& headings) {
  CloseTable();
  if (!allowance_.Take(Allowance::kTable + headings.size() * Allowance::kCell)) return;
  Block block;
  block.table = std::make_unique<Table>();
  table_ = block.table.get();
  table_->unit_text = unit;
  if (!unit.empty()) table_->unit = UnitOf(unit);
  if (!headings.empty()) table_->columns = ColumnsOf(headings, section().kind);
  for (const Text& heading : headings) {
    if (!table_->place.known()) table_->place = heading.place;
  }
  section().blocks.push_back(std::move(block));
}

void SectionBuilder::AddRow(std::vector<Text> cells, Place place) {
  if (table_ == nullptr || !allowance_.Take(Allowance::kRow + cells.size() * Allowance::kCell))
    return;
  Row row;
  row.printed_cells = static_cast<std::uint32_t>(cells.size());
  row.place = place;
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  row.cells = std::move(cells);
  table_->rows.push_back(std::move(row));
}

void SectionBuilder::CloseTable() {
  if (table_ == nullptr) return;
  CompleteTable(*table_);
  table_ = nullptr;
}

void SectionBuilder::Finish() {
  CloseTable();
  SettleKinds(sheet_);
}

bool ReadCanonical(SheetText& text, SheetFormat format, Sheet& sheet) {
  SectionBuilder sections(text, sheet);
  if (format == SheetFormat::kHtml) {
    ReadCanonicalHtml(text, sections);
  } else {
    CanonicalReader reader(text, format, sections);
    ForEachLine(text.source(), [&](std::size_t offset, std::size_t length, std::uint32_t number) {
      if (number > 1) reader.Take(offset, length);
    });
    reader.Flush();
  }
  sections.Finish();
  if (sections.is_full()) {
    sheet.sections.clear();
    return false;
  }
  Summarize(sheet);
  return true;
}

}  // namespace yesan::internal
