#include "lib/sheet/lines.h"

#include <algorithm>

#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

// Left-over markup as text: a tag that breaks a line becomes a line break, a ticked box ☑, the rest is dropped.
class TextSink final : public MarkupSink {
 public:
  TextSink(SheetText& text, std::size_t base) : text_(text), base_(base) {}

  void Start(std::string_view name, const char* const* attributes, std::size_t) override {
    if (BreaksLine(name)) {
      Break();
    } else if (name == "input") {
      const char* type = AttributeOf(attributes, "type");
      const std::string_view kind = type == nullptr ? "" : type;
      if (kind == "checkbox" || kind == "radio") {
        text_.AppendLoose(AttributeOf(attributes, "checked") != nullptr ? "☑" : "☐");
      }
    } else if (name == "td" || name == "th") {
      if (!text_.nothing_yet() && text_.last() != '\n') text_.AppendLoose(" ");
    }
  }
  void End(std::string_view name, std::size_t) override {
    if (BreaksLine(name) && name != "br" && name != "hr") Break();
  }
  void Characters(std::string_view characters, std::size_t raw_offset,
                  std::size_t raw_length) override {
    text_.Append(characters, base_ + raw_offset, raw_length);
  }

 private:
  void Break() { text_.BreakLine(); }
  SheetText& text_;
  std::size_t base_;
};

// `-----`, `=====`, `─────`: a line drawn between parts.
bool IsRule(std::string_view text) noexcept {
  if (text.size() < 3) return false;
  std::size_t at = 0;
  const char32_t first = NextCharacter(text, at);
  constexpr std::u32string_view kRules = U"-=_~*─━═—–―ー";
  if (kRules.find(first) == std::u32string_view::npos) return false;
  std::size_t count = 1;
  for (; at < text.size(); ++count) {
    if (NextCharacter(text, at) != first) return false;
  }
  return count >= 3;
}

}  // namespace

Text LineBuilder::Make(std::size_t offset, std::size_t length, std::uint32_t line,
                       std::uint32_t column) {
  const std::string_view raw = source().substr(offset, length);
  const std::string_view trimmed = Trim(raw);
  if (trimmed.empty()) return {};
  const auto skipped = static_cast<std::size_t>(trimmed.data() - raw.data());
  if (HasMarkup(trimmed)) {
    text_.Begin();
    TextSink sink(text_, offset + skipped);
    const MarkupEnd end = parser_.Parse(trimmed, sink);
    Text text = text_.End();
    if (end == MarkupEnd::kTooDeep) NoteDepth(text.place);
    return text;
  }
  Text text;
  text.text = trimmed;
  text.place.line = line;
  text.place.column = column + static_cast<std::uint32_t>(CountCharacters(raw.substr(0, skipped)));
  text.place.offset = static_cast<std::uint32_t>(offset + skipped);
  text.place.length = static_cast<std::uint32_t>(trimmed.size());
  return text;
}

void LineBuilder::NoteDepth(Place place) {
  if (noted_depth_) return;
  noted_depth_ = true;
  Finding finding;
  finding.rule = "markup.too_deep";
  finding.severity = Severity::kWarning;
  finding.place = place;
  finding.expected = std::to_string(kMarkupDepthMax);
  finding.message.ko = "태그가 " + std::to_string(kMarkupDepthMax) +
                       "겹보다 깊게 겹쳐 있어, 그 뒤는 태그째 글자로 두었습니다.";
  finding.message.en = "Tags are nested more than " + std::to_string(kMarkupDepthMax) +
                       " deep; what follows is kept as text, tags included.";
  out_.findings.push_back(std::move(finding));
}

Text WithoutBold(const SheetText& sheet, Text text) {
  while (text.text.size() > 4 && text.text.substr(0, 2) == "**" &&
         text.text.substr(text.text.size() - 2) == "**") {
    const std::string_view inner = Trim(text.text.substr(2, text.text.size() - 4));
    if (inner.empty() || inner.find("**") != std::string_view::npos) break;
    const auto offset = static_cast<std::size_t>(inner.data() - text.text.data());
    const Place place = sheet.PlaceOf(text, offset, inner.size());
    text.text = inner;
    text.place = place;
  }
  return text;
}

bool LineBuilder::Take(std::size_t bytes, const Text& text) {
  if (full_) return false;
  if (!allowance_.Take(bytes)) {
    KeepRest();
    return false;
  }
  reached_ = std::max<std::size_t>(reached_, std::size_t{text.place.offset} + text.place.length);
  return true;
}

void LineBuilder::KeepRest() {
  const Text text = RestFrom(reached_);
  Finding finding;
  finding.rule = "sheet.too_fine";
  finding.severity = Severity::kWarning;
  finding.place = text.place;
  finding.message.ko =
      "글자에 비해 줄과 칸이 너무 많아, 여기부터는 나누지 않고 한 덩어리로 두었습니다.";
  finding.message.en =
      "There are too many lines and cells for so little text; from here on it is kept in one "
      "piece.";
  out_.findings.push_back(std::move(finding));
  AddRest(reached_);
}

Text LineBuilder::RestFrom(std::size_t offset) const {
  const std::string_view rest = Trim(source().substr(offset));
  return {rest,
          text_.PlaceAt(static_cast<std::size_t>(rest.data() - source().data()), rest.size())};
}

void LineBuilder::AddRest(std::size_t offset) {
  full_ = true;
  const Text text = RestFrom(offset);
  if (text.empty()) return;
  Line line;
  line.first_cell = static_cast<std::uint32_t>(out_.cells.size());
  line.cell_count = line.printed_cells = 1;
  line.is_raw = true;
  out_.cells.push_back(text);
  out_.lines.push_back(line);
}

void LineBuilder::AddLine(const Text& text, std::uint32_t indent, bool is_heading) {
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
    Text part = text;
    if (begin > 0 || end < text.text.size()) {
      const std::string_view inner = Trim(text.text.substr(begin, end - begin));
      part = {inner, text_.PlaceOf(text, static_cast<std::size_t>(inner.data() - text.text.data()),
                                   inner.size())};
    }
    begin = end + 1;
    part = WithoutBold(text_, part);
    bool heading = is_heading;
    std::size_t marks = 0;
    while (marks < part.text.size() && part.text[marks] == '#') ++marks;
    if (marks >= 1 && marks <= 6 && marks < part.text.size() && part.text[marks] == ' ') {
      std::string_view inner = Trim(part.text.substr(marks));
      while (!inner.empty() && inner.back() == '#') inner.remove_suffix(1);
      inner = Trim(inner);
      if (inner.empty()) continue;
      part = {inner, text_.PlaceOf(part, static_cast<std::size_t>(inner.data() - part.text.data()),
                                   inner.size())};
      part = WithoutBold(text_, part);
      heading = true;
    }
    if (part.empty() || IsRule(part.text)) continue;
    after_row_ = false;
    if (!Take(Allowance::kLine, part)) return;
    Line line;
    line.first_cell = static_cast<std::uint32_t>(out_.cells.size());
    line.cell_count = line.printed_cells = 1;
    line.indent = indent;
    line.is_heading = heading;
    out_.cells.push_back(part);
    out_.lines.push_back(line);
  }
}

void LineBuilder::AddRow(std::vector<Text>& cells, std::uint32_t indent) {
  std::size_t used = cells.size();
  while (used > 0 && cells[used - 1].empty()) --used;
  // Rules under the columns; `---` in a cell among others is one that says nothing.
  if (std::all_of(cells.begin(), cells.end(),
                  [](const Text& cell) { return cell.empty() || IsRule(cell.text); }))
    return;
  const auto first =
      std::find_if(cells.begin(), cells.end(), [](const Text& cell) { return !cell.empty(); });
  if (!Take((after_row_ ? 0 : Allowance::kTable) + Allowance::kRow + used * Allowance::kCell,
            *first))
    return;
  after_row_ = true;
  Line line;
  line.first_cell = static_cast<std::uint32_t>(out_.cells.size());
  line.cell_count = static_cast<std::uint32_t>(used);
  line.printed_cells = static_cast<std::uint32_t>(cells.size());
  line.indent = indent;
  line.is_row = true;
  for (std::size_t i = 0; i < used; ++i) out_.cells.push_back(WithoutBold(text_, cells[i]));
  out_.lines.push_back(line);
}

}  // namespace yesan::internal
