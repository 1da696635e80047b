// The canonical form in HTML: h2 is a heading, p a line, caption a unit, th a heading of a column.
#include <algorithm>
#include <utility>

#include "lib/sheet/canonical.h"
#include "lib/sheet/markup.h"

namespace yesan::internal {
namespace {

constexpr std::uint32_t kIndentMax = 99;

class CanonicalSink final : public MarkupSink {
 public:
  CanonicalSink(SheetText& text, SectionBuilder& sections) : text_(text), sections_(sections) {
    text_.Begin();
  }

  void Start(std::string_view name, const char* const* attributes, std::size_t offset) override {
    if (name == "br") {
      text_.AppendLoose("\n");
      return;
    }
    Flush();
    if (name == "table") {
      unit_ = {};
      opened_ = false;
      in_table_ = true;
    } else if (name == "tr") {
      row_at_ = offset;
      in_row_ = true;
    } else if (name == "h2") {
      open_ = Part::kHeading;
    } else if (name == "caption") {
      open_ = Part::kUnit;
    } else if (name == "th" || name == "td") {
      open_ = name == "th" ? Part::kColumn : Part::kCell;
    } else if (name == "p") {
      const char* indent = AttributeOf(attributes, "data-indent");
      for (; indent != nullptr && *indent >= '0' && *indent <= '9' && indent_ <= kIndentMax;
           ++indent) {
        indent_ = indent_ * 10 + static_cast<std::uint32_t>(*indent - '0');
      }
    }
  }

  void End(std::string_view name, std::size_t offset) override {
    if (name == "br") return;
    Flush();
    if (name == "tr" && in_row_ && in_table_) {
      if (opened_ || headings_.empty()) {
        OpenTable();
        sections_.AddRow(std::exchange(cells_, {}),
                         text_.PlaceAt(row_at_, std::max(offset, row_at_) - row_at_));
      } else {
        OpenTable();
      }
      in_row_ = false;
    } else if (name == "table") {
      if (in_table_) OpenTable();
      sections_.CloseTable();
      in_table_ = false;
    }
  }

  void Characters(std::string_view characters, std::size_t raw_offset,
                  std::size_t raw_length) override {
    text_.AppendExact(characters, raw_offset, raw_length);
  }

  void Flush() {
    const Text text = text_.End();
    text_.Begin();
    const Part part = std::exchange(open_, Part::kLine);
    const std::uint32_t indent = std::exchange(indent_, 0U);
    switch (part) {
      case Part::kHeading:
        sections_.AddHeading(text);
        break;
      case Part::kUnit:
        unit_ = text;
        break;
      case Part::kColumn:
        headings_.push_back(text);
        break;
      case Part::kCell:
        cells_.push_back(text);
        break;
      case Part::kLine:
        if (!text.empty()) sections_.AddLine(text, std::min(indent, kIndentMax));
        break;
    }
  }

 private:
  enum class Part { kLine, kHeading, kUnit, kColumn, kCell };

  void OpenTable() {
    if (!opened_ || !sections_.in_table()) sections_.OpenTable(unit_, std::exchange(headings_, {}));
    opened_ = true;
  }

  SheetText& text_;
  SectionBuilder& sections_;
  Part open_ = Part::kLine;
  std::uint32_t indent_ = 0;
  Text unit_;
  std::vector<Text> headings_, cells_;
  std::size_t row_at_ = 0;
  bool in_table_ = false, in_row_ = false, opened_ = false;
};

}  // namespace

void ReadCanonicalHtml(SheetText& text, SectionBuilder& sections) {
  MarkupParser parser;
  CanonicalSink sink(text, sections);
  parser.Parse(text.source(), sink);
  sink.Flush();
}

}  // namespace yesan::internal
