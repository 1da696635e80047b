// Who is in charge.
#include <string>

#include "lib/base/fold.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"
#include "yesan/budget/program.h"

namespace yesan {

using internal::PartOf;

OfficersView OfficersOf(const Sheet& sheet) {
  OfficersView view;
  const auto split = [&](const Text& role, const Text& cell) {
    const Officer officer = ParseOfficer(role.text, cell.text);
    OfficerEntry entry;
    entry.role = role;
    const auto part = [&](const std::string& name) {
      const std::size_t at = name.empty() ? std::string_view::npos : cell.text.find(name);
      return at == std::string_view::npos ? Text{}
                                          : PartOf(sheet, cell, cell.text.substr(at, name.size()));
    };
    entry.name = part(officer.name);
    entry.phone = part(officer.phone);
    if (entry.name.empty()) entry.name = cell;
    view.officers.push_back(entry);
  };
  const Table* table = internal::TableWith(sheet, SectionKind::kOfficers,
                                           {ColumnRole::kOfficer, ColumnRole::kDepartment},
                                           {ColumnRole::kDepartment, ColumnRole::kOfficer});
  if (table != nullptr) {
    std::int32_t people = 0;
    for (const Column& column : table->columns)
      people += column.role == ColumnRole::kOfficer ? 1 : 0;
    const std::int32_t phone = Sheet::ColumnOf(*table, ColumnRole::kPhone);
    for (const Row& row : table->rows) {
      if (view.bureau.empty())
        view.bureau = CellOf(row, Sheet::ColumnOf(*table, ColumnRole::kBureau));
      if (view.department.empty())
        view.department = CellOf(row, Sheet::ColumnOf(*table, ColumnRole::kDepartment));
      for (std::size_t i = 0; i < table->columns.size() && i < row.cells.size(); ++i) {
        if (table->columns[i].role != ColumnRole::kOfficer || row.cells[i].empty()) continue;
        // One column of people under each other: their role stands beside them.
        const std::int32_t label = Sheet::ColumnOf(*table, ColumnRole::kLabel);
        split(people == 1 && label >= 0 ? CellOf(row, label) : table->columns[i].heading,
              row.cells[i]);
        if (phone >= 0 && view.officers.back().phone.empty() && people == 1)
          view.officers.back().phone = CellOf(row, phone);
      }
      if (phone >= 0 && people > 1 && !view.officers.empty() && view.officers.back().phone.empty())
        view.officers.back().phone = CellOf(row, phone);
    }
    return view;
  }
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kOfficers && section.kind != SectionKind::kBasics &&
        section.kind != SectionKind::kUnknown)
      continue;
    const auto fact = [&](const Text& key, const Text& value) {
      const std::string folded = FoldName(internal::PartsOfHeading(key.text).core);
      const std::optional<std::int32_t> role = internal::FindColumn(folded);
      if (role == static_cast<std::int32_t>(ColumnRole::kBureau)) {
        if (view.bureau.empty()) view.bureau = value;
      } else if (role == static_cast<std::int32_t>(ColumnRole::kDepartment)) {
        if (view.department.empty()) view.department = value;
      } else if (role == static_cast<std::int32_t>(ColumnRole::kOfficer) && !value.empty()) {
        split(key, value);
      } else if (role == static_cast<std::int32_t>(ColumnRole::kPhone) && !view.officers.empty() &&
                 view.officers.back().phone.empty()) {
        view.officers.back().phone = value;
      }
    };
    for (const Block& block : section.blocks) {
      if (block.table) {
        for (const Row& row : block.table->rows) {
          if (section.kind == SectionKind::kOfficers && row.cells.size() == 3) {
            split(row.cells[0], row.cells[1]);
            view.officers.back().phone = row.cells[2];
            continue;
          }
          for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2) {
            if (row.cells[i].text.size() <= 60) fact(row.cells[i], row.cells[i + 1]);
          }
        }
      } else {
        const internal::HeadingParts parts = internal::PartsOfHeading(block.line.text);
        if (parts.colon && parts.core.size() <= 60)
          fact(PartOf(sheet, block.line, parts.core), PartOf(sheet, block.line, parts.value));
      }
    }
    if (!view.officers.empty()) break;
  }
  return view;
}

}  // namespace yesan
