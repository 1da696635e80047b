/// @file
/// Tables in a fixed font that line up with Hangul, and the same tables as Markdown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yesan {

/// On which side of its column the text of a cell stands.
enum class Align : std::int32_t {
  kLeft = 0,   ///< Words.
  kRight = 1,  ///< Figures, so that their digits stand under each other.
};

/// A column of a table.
struct TableColumn {
  std::string heading;         ///< May be empty.
  Align align = Align::kLeft;  ///< Of the cells and of the heading.
  bool whole =
      false;  ///< Words that are never wrapped, such as the name of a file; the other columns give way.
};

/// A row of a table.
struct TableRow {
  std::vector<std::string> cells;  ///< One a column; missing ones count as empty.
  bool strong = false;             ///< A total: set off by a line in text, bold in Markdown.
  bool heading = false;  ///< The first cell alone, over all columns: what the rows below belong to.
};

/// A table to be printed. Cells are plain text in UTF-8; what a document put into them is never taken for markup or for
/// commands to a terminal.
///
/// @code
///   TextTable table({{"과목", Align::kLeft}, {"천원", Align::kRight}});
///   table.AddRow({"민간위탁금", "4,066,896"});
///   std::string text = table.ToText(80);
///   // 과목             천원
///   // ─────────────────────
///   // 민간위탁금  4,066,896
/// @endcode
class TextTable {
 public:
  /// A table without columns, which prints nothing.
  TextTable() = default;
  /// A table with these columns and no rows yet.
  explicit TextTable(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

  std::string caption;  ///< What the table shows, with its unit; printed above it when not empty.

  /// Adds a row. Cells beyond the last column are left out.
  void AddRow(std::vector<std::string> cells, bool strong = false);
  /// Adds a row that is a heading over all columns.
  void AddHeading(std::string text);

  [[nodiscard]] const std::vector<TableColumn>& columns() const noexcept { return columns_; }
  [[nodiscard]] const std::vector<TableRow>& rows() const noexcept { return rows_; }
  /// Whether there is no row: such a table prints nothing.
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }

  /// The table in a fixed font, `\n` after each line, no spaces at line ends. Where it would be wider than
  /// `columns_max` terminal columns, its widest columns of words are wrapped, to 8 columns at the least; figures and
  /// whole columns are never wrapped and never cut, so that such a table may stay wider than asked. 0: no limit.
  [[nodiscard]] std::string ToText(std::size_t columns_max = 0) const;

  /// The table as a Markdown pipe table, its caption as a bold paragraph above it. A line break inside a cell becomes
  /// `<br>`; everything else that Markdown or HTML would read as markup is escaped.
  [[nodiscard]] std::string ToMarkdown() const;

 private:
  std::vector<TableColumn> columns_;
  std::vector<TableRow> rows_;
};

/// Text that is safe to print on a terminal: control characters (a tab and a line break too), and the characters that
/// turn the direction of writing round (U+202A–202E, U+2066–2069), each become U+FFFD, a tab or a line break one space.
/// Bytes that are not UTF-8 become U+FFFD. A document that holds `ESC [2J` clears nobody's screen.
[[nodiscard]] std::string PrintableText(std::string_view text);

/// The text cut to at most `columns` terminal columns, `…` at its end when something was cut; a character of two columns
/// is never split. `Truncate("마을공동체", 7)` is `마을공…`. 0 columns: empty.
[[nodiscard]] std::string Truncate(std::string_view text, std::size_t columns);

/// The text in lines of at most `columns` terminal columns, broken at white space where there is some and between two
/// characters where there is none. Line breaks in the text are kept; white space at a break is dropped. At least one line,
/// which may be empty. A single character wider than `columns` has a line of its own.
[[nodiscard]] std::vector<std::string> Wrap(std::string_view text, std::size_t columns);

/// The text with spaces up to `columns` terminal columns; a longer text is left as it is.
[[nodiscard]] std::string Pad(std::string_view text, std::size_t columns,
                              Align align = Align::kLeft);

/// One line of text in Markdown so that it reads as itself: `\`, `` ` ``, `*`, `_`, `[`, `]`, `<`, `>`, `&`, `|`, `~` and `#` are
/// escaped, control characters become U+FFFD as in PrintableText.
[[nodiscard]] std::string EscapeMarkdown(std::string_view text);

/// Text in HTML or in an attribute in quotes so that it reads as itself: `&`, `<`, `>`, `"` and `'` become references;
/// control characters other than tab and line break, characters that turn the direction of writing, non-characters and bytes
/// that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string EscapeHtml(std::string_view text);

}  // namespace yesan
