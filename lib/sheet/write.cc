#include "yesan/sheet/write.h"

#include <algorithm>

#include "lib/sheet/markup.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

// Text that a reader takes back to the letter: what it would take for markup, a line break or the end of a cell is written
// as an entity or as <br>.
class Escaper {
 public:
  explicit Escaper(SheetFormat format) : format_(format) {}

  void Append(std::string_view text, std::string& out) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      if (c == '\n') {
        out += "<br>";
      } else if (c == '\t' || c == '\r') {
        Number(c, out);
      } else if (c == '&') {
        out += format_ == SheetFormat::kHtml || internal::HasMarkup(text.substr(i, 14)) ? "&amp;" : "&";
      } else if (c == '<') {
        out += format_ == SheetFormat::kHtml || internal::HasMarkup(text.substr(i, 24)) ? "&lt;" : "<";
      } else if (c == '>' && format_ == SheetFormat::kHtml) {
        out += "&gt;";
      } else if (c == '|' && format_ == SheetFormat::kMarkdown) {
        out += "&#124;";
      } else if (c == ' ' && format_ == SheetFormat::kHtml && !Stands(text, i)) {
        out += "&#32;";
      } else {
        out += static_cast<char>(c);
      }
    }
  }

 private:
  static void Number(unsigned c, std::string& out) { out += "&#" + std::to_string(c) + ";"; }
  // A space between two words survives in HTML; any other needs its number.
  static bool Stands(std::string_view text, std::size_t i) noexcept {
    const auto word = [&](std::size_t k) { return k < text.size() && text[k] != ' ' && text[k] != '\n'; };
    return i > 0 && word(i - 1) && word(i + 1);
  }
  SheetFormat format_;
};

class Writer {
 public:
  Writer(const Sheet& sheet, SheetFormat format) : sheet_(sheet), format_(format), escape_(format) {}

  std::string Write() {
    if (format_ == SheetFormat::kHtml) {
      out_ += "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n</head>\n<body>\n";
    }
    // A sheet that was built by hand may have a title that no section prints.
    Sheet summary;
    summary.sections = sheet_.sections;
    internal::Summarize(summary);
    if (!sheet_.title.empty() && summary.title != sheet_.title) Line(sheet_.title, 0);
    for (const Section& section : sheet_.sections) {
      if (!section.heading.empty()) Heading(section);
      for (const Block& block : section.blocks) {
        if (block.table) {
          WriteTable(*block.table);
        } else {
          Line(block.line, block.indent);
        }
      }
    }
    if (format_ == SheetFormat::kHtml) out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void Gap() {
    if (!out_.empty() && format_ != SheetFormat::kHtml) out_ += '\n';
    after_table_ = false;
  }

  void Heading(const Section& section) {
    Gap();
    if (format_ == SheetFormat::kHtml) {
      out_ += "<h2>";
      escape_.Append(section.heading.text, out_);
      out_ += "</h2>\n";
      return;
    }
    // A heading that its name gives away needs no mark.
    const internal::HeadingParts parts = internal::PartsOfHeading(section.heading.text);
    const bool known = section.kind != SectionKind::kUnknown && internal::FindSection(FoldName(parts.core)).has_value();
    if (format_ == SheetFormat::kMarkdown || !known) out_ += "## ";
    escape_.Append(section.heading.text, out_);
    out_ += "\n\n";
  }

  void Line(const Text& line, std::uint32_t indent) {
    if (after_table_) Gap();
    if (format_ == SheetFormat::kHtml) {
      out_ += "<p>";
      escape_.Append(line.text, out_);
      out_ += "</p>\n";
      return;
    }
    out_.append(std::min<std::uint32_t>(indent, 40), ' ');
    // A line that begins as a Markdown heading would, is none.
    if (!line.text.empty() && line.text.front() == '#') {
      out_ += "&#35;";
      escape_.Append(line.text.substr(1), out_);
    } else {
      escape_.Append(line.text, out_);
    }
    out_ += '\n';
    if (format_ == SheetFormat::kMarkdown) out_ += '\n';
  }

  void Cells(const std::vector<std::string_view>& cells, std::string_view tag) {
    if (format_ == SheetFormat::kHtml) {
      out_ += "<tr>";
      for (const std::string_view cell : cells) {
        out_ += '<';
        out_ += tag;
        out_ += '>';
        escape_.Append(cell, out_);
        out_ += "</";
        out_ += tag;
        out_ += '>';
      }
      out_ += "</tr>\n";
      return;
    }
    if (format_ == SheetFormat::kMarkdown) out_ += '|';
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (format_ == SheetFormat::kMarkdown) {
        out_ += ' ';
        escape_.Append(cells[i], out_);
        out_ += " |";
      } else {
        if (i > 0) out_ += '\t';
        escape_.Append(cells[i], out_);
      }
    }
    out_ += '\n';
  }

  void WriteTable(const Table& table) {
    if (!table.unit_text.empty()) Line(table.unit_text, 0);
    if (!out_.empty() && format_ != SheetFormat::kHtml) out_ += '\n';
    if (format_ == SheetFormat::kHtml) out_ += "<table>\n";
    // Every row has two cells at least: one cell alone would be a line.
    std::size_t width = std::max<std::size_t>(table.columns.size(), 2);
    for (const Row& row : table.rows) width = std::max(width, row.cells.size());
    std::vector<std::string_view> cells;
    if (!table.columns.empty()) {
      for (const Column& column : table.columns) cells.push_back(column.heading.text);
      cells.resize(width);
      Cells(cells, "th");
    }
    if (format_ == SheetFormat::kMarkdown) {
      if (table.columns.empty()) {
        cells.assign(width, {});
        Cells(cells, "th");
      }
      out_ += '|';
      for (std::size_t i = 0; i < width; ++i) out_ += " --- |";
      out_ += '\n';
    }
    for (const Row& row : table.rows) {
      cells.clear();
      for (const Text& cell : row.cells) cells.push_back(cell.text);
      // A row that lost a cell stays a row that lost a cell.
      cells.resize(std::max<std::size_t>({cells.size(), std::min<std::size_t>(row.printed_cells, width), 2}));
      Cells(cells, "td");
    }
    if (format_ == SheetFormat::kHtml) out_ += "</table>\n";
    after_table_ = true;
  }

  const Sheet& sheet_;
  SheetFormat format_;
  Escaper escape_;
  std::string out_;
  bool after_table_ = false;
};

}  // namespace

Result<std::string> Write(const Sheet& sheet, SheetFormat format) {
  if (format != SheetFormat::kTabs && format != SheetFormat::kMarkdown && format != SheetFormat::kHtml) {
    return Error(Code::kInvalidArgument);
  }
#ifndef YESAN_WITH_HTML
  if (format == SheetFormat::kHtml) return Error(Code::kNotBuilt);
#endif
  return Writer(sheet, format).Write();
}

}  // namespace yesan
