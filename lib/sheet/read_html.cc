// An HTML document: its blocks are lines, its tables rows with rowspan and colspan spread out.
#include <algorithm>
#include <cstdlib>

#include "lib/sheet/lines.h"
#include "yesan/base/text.h"
#include "yesan/money/amount.h"

namespace yesan::internal {
namespace {

constexpr std::uint32_t kSpanMax = 64;  // a larger rowspan or colspan is taken for this one
constexpr std::size_t kColumnsMax = 256;

bool IsHtmlSpace(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::uint32_t SpanOf(const char* const* attributes, std::string_view name) noexcept {
  const char* value = AttributeOf(attributes, name);
  if (value == nullptr) return 1;
  const long span = std::strtol(value, nullptr, 10);
  return span < 1 ? 1 : static_cast<std::uint32_t>(std::min<long>(span, kSpanMax));
}

class DocumentSink final : public MarkupSink {
 public:
  DocumentSink(SheetText& text, LineBuilder& builder) : text_(text), builder_(builder) {
    text_.Begin();
  }

  void Start(std::string_view name, const char* const* attributes, std::size_t) override {
    if (name == "title" || name == "head") {
      if (name == "head") ++skipping_;
      return;
    }
    if (name == "table") {
      if (tables_++ == 0) {
        FlushLine();
        below_.clear();
      } else {
        Break();
      }
      return;
    }
    if (tables_ == 1) {
      if (name == "tr") {
        FlushRow();
        in_row_ = true;
        return;
      }
      if (name == "td" || name == "th") {
        FlushCell();
        if (!text_.nothing_yet()) FlushLine();
        in_row_ = in_cell_ = true;
        column_span_ = SpanOf(attributes, "colspan");
        row_span_ = SpanOf(attributes, "rowspan");
        text_.Begin();
        return;
      }
      if (name == "caption") {
        FlushLine();
        return;
      }
    }
    if (name == "input") {
      const char* type = AttributeOf(attributes, "type");
      const std::string_view kind = type == nullptr ? "" : type;
      if (kind == "checkbox" || kind == "radio") {
        text_.AppendLoose(AttributeOf(attributes, "checked") != nullptr ? "☑" : "☐");
      }
      return;
    }
    if (name == "ul" || name == "ol") {
      if (tables_ == 0) FlushLine();  // what stands before an inner list is of the outer one
      ++lists_;
    }
    if (in_cell_ || tables_ > 0) {
      if (tables_ > 1 && (name == "td" || name == "th")) {
        if (!text_.nothing_yet() && text_.last() != '\n') text_.AppendLoose(" ");
      } else if (BreaksLine(name)) {
        Break();
      }
      return;
    }
    if (name == "br") {
      FlushLine();
    } else if (BreaksLine(name)) {
      FlushLine();
      heading_ = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    }
  }

  void End(std::string_view name, std::size_t) override {
    if (name == "head") {
      if (skipping_ > 0) --skipping_;
      return;
    }
    if (name == "table" && tables_ > 0) {
      if (--tables_ == 0) {
        FlushRow();
        below_.clear();
      } else {
        Break();
      }
      return;
    }
    if ((name == "ul" || name == "ol") && lists_ > 0) {
      if (tables_ == 0) FlushLine();
      --lists_;
    }
    if (tables_ == 1) {
      if (name == "tr") {
        FlushRow();
        return;
      }
      if (name == "td" || name == "th") {
        FlushCell();
        return;
      }
      if (name == "caption") {
        FlushLine();
        return;
      }
    }
    if (name == "br" || name == "hr" || !BreaksLine(name)) return;
    if (tables_ > 0) {
      Break();
    } else {
      FlushLine();
      heading_ = false;
    }
  }

  void Characters(std::string_view characters, std::size_t raw_offset,
                  std::size_t raw_length) override {
    if (skipping_ > 0 || builder_.full()) return;
    const std::string_view raw = builder_.source().substr(raw_offset, raw_length);
    if (!raw.empty() && raw.front() == '&') {  // an entity is no white space of the page
      text_.Append(characters, raw_offset, raw_length);
      return;
    }
    const bool verbatim = characters.size() == raw_length;
    for (std::size_t i = 0; i < characters.size();) {
      std::size_t end = i;
      if (IsHtmlSpace(characters[i])) {
        while (end < characters.size() && IsHtmlSpace(characters[end])) ++end;
        if (text_.last() != '\0' && text_.last() != ' ' && text_.last() != '\n')
          text_.AppendLoose(" ");
      } else {
        while (end < characters.size() && !IsHtmlSpace(characters[end])) ++end;
        text_.Append(characters.substr(i, end - i), verbatim ? raw_offset + i : raw_offset,
                     verbatim ? end - i : raw_length);
      }
      i = end;
    }
  }

  // Of a tag too deep nothing is understood: what stands before it is ended, and it is no part of any heading or row.
  void Rest(std::string_view raw, std::size_t raw_offset) override {
    Finish();
    if (builder_.full()) return;
    builder_.NoteDepth(text_.PlaceAt(raw_offset, raw.size()));
    builder_.AddRest(raw_offset);
  }

  void Finish() {
    FlushRow();
    FlushLine();
  }

 private:
  struct Hanging {  // a cell that reaches into rows below
    std::uint32_t rows = 0;
    Text text;
  };

  void Break() { text_.BreakLine(); }

  void FlushLine() {
    std::uint32_t indent = lists_ > 0 ? (lists_ - 1) * 2 : 0;
    builder_.AddLine(text_.End(), indent, heading_);
    text_.Begin();
  }

  // Blank columns that cells from above cover are filled first.
  void PassHanging() {
    while (row_.size() < below_.size() && below_[row_.size()].rows > 0) {
      Hanging& above = below_[row_.size()];
      --above.rows;
      row_.push_back(above.text);
    }
  }

  void FlushCell() {
    if (!in_cell_) return;
    in_cell_ = false;
    const Text cell = text_.End();
    text_.Begin();
    PassHanging();
    // A heading or a label holds for every row and column that it covers; a figure stands once, or sums would count it
    // twice.
    const bool repeats = !MayBeAmount(cell.text);
    for (std::uint32_t i = 0; i < column_span_ && row_.size() < kColumnsMax; ++i) {
      const std::size_t column = row_.size();
      row_.push_back(i == 0 || repeats ? cell : Text{});
      if (row_span_ > 1) {
        if (below_.size() <= column) below_.resize(column + 1);
        below_[column].rows = row_span_ - 1;
        below_[column].text = repeats ? cell : Text{};
      }
    }
  }

  void FlushRow() {
    FlushCell();
    if (in_row_) {
      PassHanging();
      std::size_t used = 0;
      for (const Text& cell : row_) used += cell.empty() ? 0U : 1U;
      if (row_.size() == 1) {
        builder_.AddLine(row_[0], 0, false);
      } else if (used > 0) {
        builder_.AddRow(row_, 0);
      }
    }
    row_.clear();
    in_row_ = false;
    FlushLine();
  }

  SheetText& text_;
  LineBuilder& builder_;
  std::vector<Text> row_;
  std::vector<Hanging> below_;
  int tables_ = 0;
  std::uint32_t lists_ = 0;
  int skipping_ = 0;
  bool in_row_ = false, in_cell_ = false, heading_ = false;
  std::uint32_t column_span_ = 1, row_span_ = 1;
};

}  // namespace

void ReadHtml(SheetText& text, Lines& out) {
  LineBuilder builder(text, out);
  MarkupParser parser;
  DocumentSink sink(text, builder);
  if (parser.Parse(text.source(), sink) == MarkupEnd::kComplete) sink.Finish();
}

}  // namespace yesan::internal
