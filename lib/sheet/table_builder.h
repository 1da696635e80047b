// Rows become tables: headings found, page breaks mended, torn cells put together.
#pragma once

#include <vector>

#include "lib/sheet/layout.h"
#include "lib/sheet/lines.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

// A figure whether it can be read or not: `4,066,8×6천원`, `(시비)4,066,896천원`, `4066×896천원`.
[[nodiscard]] bool IsMeantAsFigure(std::string_view text) noexcept;

// Whether a text is `(단위 : 천원, %)` and no more.
[[nodiscard]] bool IsUnitHeading(std::string_view text);
// Whether a cell holds a number, so that its row is no row of headings.
[[nodiscard]] bool HoldsFigure(std::string_view text);

// Whether cells are headings of columns: two different names at least, and nothing that is a figure.
[[nodiscard]] bool IsHeadingRow(const std::vector<Text>& cells);

// Whether a text is `(백만원)`: a unit under the name of a column.
[[nodiscard]] bool IsColumnUnit(std::string_view text) noexcept;

void DropBlankEnd(std::vector<Text>& cells);

// What is known of a table when all its rows are there: its place, and a unit that only its first column names.
void CompleteTable(Table& table);

// The unit of a heading of units.
[[nodiscard]] Unit UnitOf(const Text& heading);

class TableBuilder {
 public:
  TableBuilder(SheetText& text, const Lines& lines, bool is_layout)
      : text_(text), lines_(lines), is_layout_(is_layout) {}

  // The section that tables go to from now on; ends the open table.
  void Into(Section& section);
  [[nodiscard]] bool is_open() const noexcept { return open_ != nullptr && !suspended_; }
  // Ends the open table.
  void Close();
  // A page's number or footer stands below the open table: rows of its shape go on with it.
  void Suspend();

  // A unit above a table, or inside the heading of a section.
  void SetUnit(const Text& unit, bool in_heading);
  // A unit that no table followed belongs to the table above it that has none, else it is a line.
  void FlushUnit();
  [[nodiscard]] bool unit_in_heading() const noexcept { return unit_in_heading_; }

  // A name alone above the row of headings `row`, in a gap between them (`증감` over `금액   비율`): one of them. False where
  // it stands elsewhere.
  bool TakeUpperHeading(const Line& line, const Text& text, const Line& row);
  void AddRow(const Line& line, std::vector<Text> cells);
  // A line of a layout that belongs to the open table: a heading torn in two, a piece of a cell.
  bool TakeLine(const Line& line, const Text& text);

 private:
  void Open(const Text& first, const std::vector<Text>& headings, const Line& line);
  [[nodiscard]] bool IsFactRow(const std::vector<Text>& cells) const;
  [[nodiscard]] bool TakesLowerHeadings(const std::vector<Text>& cells) const;
  void MergeHeadings(const Line& line, const std::vector<Text>& cells);
  void SplitHeadings(const Line& line, const std::vector<Text>& cells, std::vector<Text>& headings);
  Text JoinHeadings(const Text& upper, const Text& lower);
  [[nodiscard]] std::vector<Text> Align(const Line& line, const std::vector<Text>& cells);
  [[nodiscard]] bool IsCore(const std::vector<Text>& cells) const;
  [[nodiscard]] bool IsShifted(const std::vector<Text>& cells) const;
  void KeepAsLine(const std::vector<Text>& cells);
  [[nodiscard]] bool Resumes(const Line& line, const std::vector<Text>& cells) const;
  [[nodiscard]] bool Continues(const std::vector<Text>& cells) const;
  void AddLayoutRow(const Line& line, const std::vector<Text>& cells);
  void Append(Row& row, const std::vector<Text>& cells, std::string_view separator);
  void Push(std::vector<Text> cells, std::uint32_t printed_cells);
  void PlacePieces(std::vector<Text>* next);
  [[nodiscard]] Place SpanOf(const std::vector<Text>& cells) const;
  Text LabelOfTurned(const Row& row, std::size_t labels, Text& group);
  void Transpose();

  SheetText& text_;
  const Lines& lines_;
  bool is_layout_;
  Section* section_ = nullptr;
  Table* open_ = nullptr;
  bool suspended_ = false;
  Text unit_;
  bool unit_in_heading_ = false;
  // Of a layout's table:
  std::vector<Extent> extents_;  // what its headings cover
  Text upper_;                   // of the headings that follow
  Extent upper_extent_;
  std::vector<std::vector<Text>>
      pieces_;              // lines without a figure that wait for the row they belong to
  std::size_t merged_ = 0;  // lines of headings below the first
  std::size_t heads_ = 0;   // pieces that stood above the last row
};

}  // namespace yesan::internal
