#include "yesan/sheet/write.h"

#include <algorithm>

#include "lib/base/chars.h"
#include "lib/sheet/canonical.h"
#include "lib/sheet/outline.h"

namespace yesan {
namespace {

constexpr std::uint32_t kIndentMax = 40;

using internal::IsLetter;

// Text that a reader takes back to the letter: what it would take for a mark is written as a numbered entity.
class Escaper {
 public:
  explicit Escaper(SheetFormat format) : format_(format) {}

  void Append(std::string_view text, std::string& out) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '\n') {
        out += "<br>";
      } else if (IsMark(text, i)) {
        out += "&#" + std::to_string(static_cast<unsigned>(static_cast<unsigned char>(c))) + ";";
      } else {
        out += c;
      }
    }
  }

 private:
  [[nodiscard]] bool IsMark(std::string_view text, std::size_t i) const noexcept {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    switch (text[i]) {
      case '\t':
      case '\r':
        return true;
      case '&':  // `R&D` is none
        return next == '#' ||
               (IsLetter(next) && text.substr(i, 16).find(';') != std::string_view::npos);
      case '<':  // `<추진배경>` is none
        return IsLetter(next) || next == '/' || next == '!' || next == '?';
      case '|':
        return format_ == SheetFormat::kMarkdown;
      case '#':
        return i == 0 && format_ != SheetFormat::kHtml;
      case '-':
      case ':':  // a cell of dashes
        return i == 0 && format_ != SheetFormat::kHtml &&
               (text == internal::kNamedColumn || text == internal::kNamelessColumn);
      case ' ':  // HTML keeps a space between two words and no other
        return format_ == SheetFormat::kHtml &&
               (i == 0 || next == '\0' || next == ' ' || next == '\n' || text[i - 1] == '\n');
      default:
        return false;
    }
  }
  SheetFormat format_;
};

class Writer {
 public:
  Writer(const Sheet& sheet, SheetFormat format)
      : sheet_(sheet), format_(format), escape_(format) {}

  std::string Write() {
    out_ += internal::CanonicalMark(format_);
    out_ += '\n';
    if (is_html()) {
      out_ +=
          "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta "
          "charset=\"utf-8\">\n</head>\n<body>\n";
    }
    // A sheet that was built by hand may have a title that no section prints.
    Sheet summary;
    summary.sections = sheet_.sections;
    internal::Summarize(summary);
    if (!sheet_.title.empty() && summary.title != sheet_.title) Line(sheet_.title.text, 0);
    for (const Section& section : sheet_.sections) {
      if (!section.heading.empty()) {
        Heading(section.heading.text);
      } else if (section.kind != SectionKind::kUnknown || &section != &sheet_.sections.front()) {
        Heading(KoreanName(section.kind));
      }
      for (const Block& block : section.blocks) {
        if (block.table) {
          WriteTable(*block.table);
        } else {
          Line(block.line.text, block.indent);
        }
      }
    }
    if (is_html()) out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_html() const noexcept { return format_ == SheetFormat::kHtml; }
  void Gap() {
    if (!is_html()) out_ += '\n';
    after_line_ = false;
  }
  void Element(std::string_view name, std::string_view text) {
    out_ += '<';
    out_ += name;
    out_ += '>';
    escape_.Append(text, out_);
    out_ += "</";
    out_ += name.substr(0, name.find(' '));
    out_ += '>';
  }

  void Heading(std::string_view heading) {
    Gap();
    if (is_html()) {
      Element("h2", heading);
    } else {
      out_ += "## ";
      escape_.Append(heading, out_);
    }
    out_ += '\n';
    Gap();
  }

  void Line(std::string_view line, std::uint32_t indent) {
    indent = std::min(indent, kIndentMax);
    if (is_html()) {
      Element(indent == 0 ? std::string("p") : "p data-indent=\"" + std::to_string(indent) + "\"",
              line);
      out_ += '\n';
      return;
    }
    // In Markdown lines that follow each other would flow together.
    if (format_ == SheetFormat::kMarkdown && after_line_) out_ += '\n';
    out_.append(indent, ' ');
    escape_.Append(line, out_);
    out_ += '\n';
    after_line_ = true;
  }

  template <class TextAt>
  void Cells(std::size_t count, std::string_view tag, const TextAt& text_at) {
    if (is_html()) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < count; ++i) Element(tag, text_at(i));
      out_ += "</tr>\n";
      return;
    }
    const bool pipes = format_ == SheetFormat::kMarkdown;
    if (pipes) out_ += '|';
    for (std::size_t i = 0; i < count; ++i) {
      if (pipes) out_ += ' ';
      if (!pipes && i > 0) out_ += '\t';
      escape_.Append(text_at(i), out_);
      if (pipes) out_ += " |";
    }
    out_ += '\n';
  }

  // The line under the headings.
  void Rule(std::size_t count, std::size_t named) {
    const bool pipes = format_ == SheetFormat::kMarkdown;
    if (pipes) out_ += '|';
    for (std::size_t i = 0; i < count; ++i) {
      if (pipes) out_ += ' ';
      if (!pipes && i > 0) out_ += '\t';
      out_ += i < named ? internal::kNamedColumn : internal::kNamelessColumn;
      if (pipes) out_ += " |";
    }
    out_ += '\n';
  }

  void WriteTable(const Table& table) {
    Gap();
    const std::size_t named = table.columns.size();
    // A row of text is known by its tab, so it has two cells at least.
    std::size_t width = std::max<std::size_t>(named, 2);
    for (const Row& row : table.rows) width = std::max(width, row.cells.size());
    const auto heading = [&](std::size_t i) {
      return i < named ? table.columns[i].heading.text : std::string_view();
    };
    if (is_html()) {
      out_ += "<table>\n";
      if (!table.unit_text.empty()) {
        Element("caption", table.unit_text.text);
        out_ += '\n';
      }
      if (named > 0) Cells(named, "th", heading);
    } else {
      if (!table.unit_text.empty()) {
        escape_.Append(table.unit_text.text, out_);
        out_ += '\n';
      }
      if (named > 0 || format_ == SheetFormat::kMarkdown) Cells(width, "", heading);
      Rule(width, named);
    }
    for (const Row& row : table.rows) {
      // A row that lost a cell stays a row that lost a cell.
      const std::size_t count = std::max<std::size_t>(
          {row.cells.size(), std::min<std::size_t>(row.printed_cells, width), is_html() ? 0U : 2U});
      Cells(count, "td", [&](std::size_t i) {
        return i < row.cells.size() ? row.cells[i].text : std::string_view();
      });
    }
    if (is_html()) out_ += "</table>\n";
    Gap();
  }

  const Sheet& sheet_;
  SheetFormat format_;
  Escaper escape_;
  std::string out_;
  bool after_line_ = false;  // no blank line since
};

}  // namespace

Result<std::string> Write(const Sheet& sheet, SheetFormat format) {
  if (format != SheetFormat::kTabs && format != SheetFormat::kMarkdown &&
      format != SheetFormat::kHtml) {
    return Error(Code::kInvalidArgument);
  }
#ifndef YESAN_WITH_HTML
  if (format == SheetFormat::kHtml) return Error(Code::kNotBuilt);
#endif
  return Writer(sheet, format).Write();
}

}  // namespace yesan
