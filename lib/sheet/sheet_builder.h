// Builds a sheet section by section, so that it is what reading what was written gives.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/sheet/outline.h"
#include "lib/sheet/table_builder.h"
#include "yesan/base/text.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

class SheetBuilder {
 public:
  void Heading(std::string_view heading) {
    const KnownHeading known = ClassifyHeading(heading);
    Section section;
    section.kind = known.kind;
    section.year = known.parts.year;
    section.heading = Kept(heading);
    sheet_.sections.push_back(std::move(section));
  }
  void Line(std::string_view line) {
    if (Trim(line).empty()) return;
    Block block;
    block.indent = static_cast<std::uint32_t>(line.find_first_not_of(' '));
    block.line = Kept(line);
    Open().blocks.push_back(std::move(block));
  }
  void Lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      Line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  void Table(std::string_view unit, const std::vector<std::string>& headings,
             const std::vector<std::vector<std::string>>& rows) {
    Block block;
    block.table = std::make_unique<yesan::Table>();
    block.table->unit_text = Kept(unit);
    if (!unit.empty()) block.table->unit = UnitOf(block.table->unit_text);
    std::vector<Text> texts;
    for (const std::string& heading : headings) texts.push_back(Kept(heading));
    if (!texts.empty()) block.table->columns = ColumnsOf(texts, Open().kind);
    for (const std::vector<std::string>& cells : rows) {
      Row row;
      row.printed_cells = static_cast<std::uint32_t>(cells.size());
      for (const std::string& cell : cells) row.cells.push_back(Kept(cell));
      DropBlankEnd(row.cells);
      block.table->rows.push_back(std::move(row));
    }
    CompleteTable(*block.table);
    Open().blocks.push_back(std::move(block));
  }
  Sheet Take() {
    SettleKinds(sheet_);
    Summarize(sheet_);
    return std::move(sheet_);
  }

 private:
  Section& Open() {
    if (sheet_.sections.empty()) sheet_.sections.emplace_back();
    return sheet_.sections.back();
  }
  Text Kept(std::string_view text) {
    const std::string_view trimmed = Trim(text);
    return {trimmed.empty() ? std::string_view() : sheet_.Keep(trimmed), {}};
  }
  Sheet sheet_;
};

}  // namespace yesan::internal
