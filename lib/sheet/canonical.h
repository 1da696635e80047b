// The one form in which sheets are written. Its first line says that it is, and then nothing in it is guessed: headings,
// lines, units, headings of columns and rows are marked as what they are, so that what is read is what was written.
//
// Text and Markdown alike: `## ` begins a heading. A line of dashes stands under the headings of a table, a cell `---` for a
// column that has a heading, `:--` for one that has none; rows follow until a blank line. The line right above a table is
// its unit. `<br>` and numbered entities stand for what would be read as a mark.
#pragma once

#include <string_view>

#include "lib/sheet/allowance.h"
#include "lib/sheet/sheet_text.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

inline constexpr std::string_view kNamedColumn = "---";
inline constexpr std::string_view kNamelessColumn = ":--";

// The first line of a sheet that was written in a format; empty for a format that none is written in.
[[nodiscard]] std::string_view CanonicalMark(SheetFormat format) noexcept;

// The format whose mark a document begins with, or kAuto.
[[nodiscard]] SheetFormat CanonicalFormat(std::string_view source) noexcept;

// Reads a document that begins with the mark of a format; fills the sections. False when it has more parts than a document
// of its size may have: nobody wrote it with Write, and it is to be read as any other.
[[nodiscard]] bool ReadCanonical(SheetText& text, SheetFormat format, Sheet& sheet);

// Puts sections together from parts that are known.
class SectionBuilder {
 public:
  SectionBuilder(SheetText& text, Sheet& sheet) : sheet_(sheet), allowance_(text.source().size()) {}

  void AddHeading(const Text& heading);
  void AddLine(const Text& line, std::uint32_t indent);
  void OpenTable(const Text& unit, const std::vector<Text>& headings);
  [[nodiscard]] bool in_table() const noexcept { return table_ != nullptr; }
  void AddRow(std::vector<Text> cells, Place place);  // of the open table
  void CloseTable();
  void Finish();
  // Whether there were more parts than a document of this size may have; those that are too many are not kept.
  [[nodiscard]] bool is_full() const noexcept { return allowance_.is_spent(); }

 private:
  Section& section();
  Sheet& sheet_;
  Allowance allowance_;
  Table* table_ = nullptr;
};

// ReadCanonical for HTML.
void ReadCanonicalHtml(SheetText& text, SectionBuilder& sections);

}  // namespace yesan::internal
