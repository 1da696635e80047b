// What the views have in common.
#pragma once

#include <initializer_list>
#include <optional>

#include "lib/sheet/synonyms.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {

// A part of a text; `part` points into it.
[[nodiscard]] inline Text PartOf(const Sheet& sheet, const Text& text, std::string_view part) {
  if (part.empty()) return {};
  return {part, sheet.PlaceOf(text, static_cast<std::size_t>(part.data() - text.text.data()),
                              part.size())};
}

// The table of a section that has one of the roles, else any table of the sheet that has all of `distinctive`.
[[nodiscard]] const Table* TableWith(const Sheet& sheet, SectionKind kind,
                                     std::initializer_list<ColumnRole> any,
                                     std::initializer_list<ColumnRole> distinctive,
                                     const Section** section = nullptr);

// A period as a sheet's cell has it: the ticked one of several boxes; its marks removed.
[[nodiscard]] std::optional<Period> PeriodOfCell(const Text& cell, std::int32_t fiscal_year);

[[nodiscard]] std::optional<Period> PeriodOfText(std::string_view text, std::int32_t fiscal_year);

// The fact that a key names, numbering, bold and colons removed.
[[nodiscard]] std::optional<FactKey> KeyOf(std::string_view text);

// Whether the name of the section stands before the key of a row, once or in every row: `기본현황 | 사업비 | 612,000천원`.
[[nodiscard]] bool StandsBeforeKey(const Row& row);

// Whether a section may hold facts by key.
[[nodiscard]] bool HasFacts(SectionKind kind) noexcept;

// Whether a table holds a supplementary budget against the budget so far, 기정 beside 경정, and not two years.
[[nodiscard]] bool ComparesRevision(const Table* table);

// The label of a row: of several columns of labels the last that says something.
[[nodiscard]] Text LabelOf(const Table& table, const Row& row);

}  // namespace yesan::internal
