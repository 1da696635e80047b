// From lines and rows to sections and tables.
#pragma once

#include "lib/sheet/headings.h"
#include "lib/sheet/lines.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

// A heading looked up in the names of sections.
struct KnownHeading {
  bool known = false;
  SectionKind kind = SectionKind::kUnknown;
  HeadingParts parts;
};
[[nodiscard]] KnownHeading ClassifyHeading(std::string_view text);

// What a section is that its heading alone does not say: see what stands in it.
void SettleKinds(Sheet& sheet);

// Fills sections, title, fiscal year, what was not understood, and what was noticed.
void BuildOutline(SheetText& text, const Lines& lines, bool is_layout, Sheet& sheet);

// The columns that a row of headings means, its neighbours looked at. `kind` is the section that it stands in.
[[nodiscard]] std::vector<Column> ColumnsOf(const std::vector<Text>& headings, SectionKind kind);

// The A of `2020예산액 (A)`, the B and the A of `증감 (B-A)`; 0 where there is none.
struct ColumnLetters {
  char own = 0, minuend = 0, subtrahend = 0;
};
[[nodiscard]] ColumnLetters LettersOf(std::string_view heading);

// What a cell would mean as the heading of a column: a number for each meaning, 0 for none.
[[nodiscard]] std::int32_t MeaningOf(std::string_view text);
inline constexpr std::size_t kNameBytesMax = 120;  // of a text longer than this the meaning is 0

// Title, fiscal year and what was not understood, from the sections alone.
void Summarize(Sheet& sheet);

}  // namespace yesan::internal
