// A document as lines and rows, whichever of the four ways it came.
#pragma once

#include <cstdint>
#include <vector>

#include "lib/sheet/allowance.h"
#include "lib/sheet/markup.h"
#include "lib/sheet/physical_lines.h"
#include "lib/sheet/sheet_text.h"
#include "yesan/base/finding.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

// A line of text (one cell, no row) or a row of cells.
struct Line {
  std::uint32_t first_cell = 0;
  std::uint32_t cell_count = 0;     // blank cells at the end are left out
  std::uint32_t printed_cells = 0;  // as printed
  std::uint32_t indent = 0;
  bool is_row = false;
  bool is_heading = false;    // marked as one: `#`, <h2>
  bool is_raw = false;        // what could not be taken apart, in one piece
  bool blank_before = false;  // SheetFormat::kLayout only
};

// Columns that a cell of a layout covers, half-open, counted in characters and in terminal columns.
struct Extent {
  std::uint32_t first_character = 0, last_character = 0, first_column = 0, last_column = 0;
  bool figure = false;  // figures are set flush right, words flush left; either may be centred
};

// Whether the columns of a layout line up when characters are counted, or when Hangul counts twice.
enum class Counting { kUnknown, kCharacters, kColumns };

struct Lines {
  std::vector<Text> cells;
  std::vector<Line> lines;
  std::vector<Extent> extents;  // one a cell; SheetFormat::kLayout only
  Counting counting = Counting::kUnknown;
  std::vector<Finding> findings;

  [[nodiscard]] const Text& cell(const Line& line, std::uint32_t i) const {
    return cells[line.first_cell + i];
  }
};

// What the ways in have in common: text from a span of the source, markup resolved.
class LineBuilder {
 public:
  LineBuilder(SheetText& text, Lines& out)
      : text_(text), out_(out), allowance_(text.source().size()) {}

  [[nodiscard]] std::string_view source() const noexcept { return text_.source(); }
  // Source bytes [offset, offset + length) as a trimmed text. `line` and `column` are those of `offset`.
  Text Make(std::size_t offset, std::size_t length, std::uint32_t line, std::uint32_t column);

  // Adds a line of prose; a text of several lines becomes several. Heading marks and bold around it are removed.
  void AddLine(const Text& text, std::uint32_t indent, bool is_heading);
  // Adds a row; a row of nothing is no row.
  void AddRow(std::vector<Text>& cells, std::uint32_t indent);
  void NoteDepth(Place place);
  // Keeps the source from `offset` on in one piece, which is neither heading nor row.
  void AddRest(std::size_t offset);
  // Whether lines and cells have become too many for the size of the document. What follows is already kept in one piece.
  [[nodiscard]] bool full() const noexcept { return full_; }

 private:
  bool Take(std::size_t bytes, const Text& text);
  void KeepRest();
  [[nodiscard]] Text RestFrom(std::size_t offset) const;

  SheetText& text_;
  Lines& out_;
  MarkupParser parser_;
  bool noted_depth_ = false;
  Allowance allowance_;
  std::size_t reached_ = 0;  // source bytes before it are in lines
  bool after_row_ = false, full_ = false;
};

// `**bold**` around the whole text, removed.
[[nodiscard]] Text WithoutBold(const SheetText& sheet, Text text);

// `| --- | :--: |`, the line under the headings of a Markdown table: two dashes or more in each cell, as `-` alone is a figure
// that is none.
[[nodiscard]] bool IsDelimiterRow(std::string_view line) noexcept;

// The bytes of the bar at `at`, drawn with | or as the side of a box; 0 for anything else.
[[nodiscard]] std::size_t BarAt(std::string_view line, std::size_t at) noexcept;

// `├──┼──┤`, `+---+---+`, `|---+---|`: a line drawn between the rows of a box.
[[nodiscard]] bool IsBoxRule(std::string_view line) noexcept;

// The bars of a line that could be a row whose cells bars part (`계 | 1,000 | 1,200`, `│ 계 │ 1,000 │`): two or more. 0 for
// others.
[[nodiscard]] std::size_t CountBars(std::string_view line) noexcept;

// Adds the row that a line with bars between its cells is.
void AddBarRow(SheetText& text, LineBuilder& builder, std::size_t offset, std::size_t length,
               std::uint32_t number);

// 4 or 8 when every gap inside a line is so many spaces or a multiple of it: a program wrote them for tabs. Else 0.
[[nodiscard]] std::size_t SpacesForATab(std::string_view source) noexcept;

void ReadTabs(SheetText& text, Lines& out);
void ReadLayout(SheetText& text, Lines& out);
void ReadMarkdown(SheetText& text, Lines& out);
void ReadHtml(SheetText& text, Lines& out);

}  // namespace yesan::internal
