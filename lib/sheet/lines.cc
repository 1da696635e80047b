#include "lib/sheet/lines.h"

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
  void Characters(std::string_view characters, std::size_t raw_offset, std::size_t raw_length) override {
    text_.Append(characters, base_ + raw_offset, raw_length);
  }

 private:
  void Break() { text_.BreakLine(); }
  SheetText& text_;
  std::size_t base_;
};

}  // namespace

Text LineBuilder::Make(std::size_t offset, std::size_t length, std::uint32_t line, std::uint32_t column) {
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
  finding.message.ko = "태그가 " + std::to_string(kMarkupDepthMax) + "겹보다 깊게 겹쳐 있어, 그 뒤는 태그째 글자로 두었습니다.";
  finding.message.en =
      "Tags are nested more than " + std::to_string(kMarkupDepthMax) + " deep; what follows is kept as text, tags included.";
  out_.findings.push_back(std::move(finding));
}

Text WithoutBold(const SheetText& sheet, Text text) {
  while (text.text.size() > 4 && text.text.substr(0, 2) == "**" && text.text.substr(text.text.size() - 2) == "**") {
    const std::string_view inner = Trim(text.text.substr(2, text.text.size() - 4));
    if (inner.empty() || inner.find("**") != std::string_view::npos) break;
    const auto offset = static_cast<std::size_t>(inner.data() - text.text.data());
    const Place place = sheet.PlaceOf(text, offset, inner.size());
    text.text = inner;
    text.place = place;
  }
  return text;
}

void LineBuilder::AddLine(Text text, std::uint32_t indent, bool is_heading) {
  while (!text.empty()) {
    Text part = text;
    const std::size_t end = text.text.find('\n');
    if (end != std::string_view::npos) {
      const std::string_view first = Trim(text.text.substr(0, end)), rest = Trim(text.text.substr(end + 1));
      const auto first_at = static_cast<std::size_t>(first.data() - text.text.data());
      const auto rest_at = static_cast<std::size_t>(rest.data() - text.text.data());
      part = {first, text_.PlaceOf(text, first_at, first.size())};
      text = rest.empty() ? Text{} : Text{rest, text_.PlaceOf(text, rest_at, rest.size())};
    } else {
      text = {};
    }
    part = WithoutBold(text_, part);
    bool heading = is_heading;
    std::size_t marks = 0;
    while (marks < part.text.size() && part.text[marks] == '#') ++marks;
    if (marks >= 1 && marks <= 6 && marks < part.text.size() && part.text[marks] == ' ') {
      std::string_view inner = Trim(part.text.substr(marks));
      while (!inner.empty() && inner.back() == '#') inner.remove_suffix(1);
      inner = Trim(inner);
      if (inner.empty()) continue;
      part = {inner, text_.PlaceOf(part, static_cast<std::size_t>(inner.data() - part.text.data()), inner.size())};
      part = WithoutBold(text_, part);
      heading = true;
    }
    if (part.empty()) continue;
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
  if (used == 0) return;
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
