// Title, fiscal year and what was not understood: all of it from the sections, so that a sheet written and read again has
// the same.
#include <algorithm>

#include "lib/base/fold.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/markup.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/synonyms.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

bool IsNote(std::string_view text) noexcept {
  return text.substr(0, 1) == "*" || text.substr(0, 3) == "※" || text.substr(0, 3) == "주)" ||
         text.substr(0, 4) == "주:";
}

// Nearly no text has a `<`.
bool HasTagLeft(std::string_view text) noexcept {
  return text.find('<') != std::string_view::npos && HasTag(text);
}

// Sections whose meaning is in their tables; lines among them are facts, notes or not understood.
bool IsTabular(SectionKind kind) noexcept {
  return kind == SectionKind::kOverview || kind == SectionKind::kSettlement ||
         kind == SectionKind::kSchedule || kind == SectionKind::kOfficers ||
         kind == SectionKind::kUnknown;
}

bool NeedsHeading(SectionKind kind) noexcept {
  return kind == SectionKind::kOverview || kind == SectionKind::kSettlement ||
         kind == SectionKind::kSchedule;
}

void FindTitle(Sheet& sheet) {
  sheet.title = {};
  for (const Section& section : sheet.sections) {
    for (const Block& block : section.blocks) {
      if (block.table) {
        for (const Row& row : block.table->rows) {
          for (std::size_t i = 0; i + 1 < row.cells.size() && i < 4; ++i) {
            if (row.cells[i].text.size() > 200 || row.cells[i].empty()) continue;
            const HeadingParts cell = PartsOfHeading(row.cells[i].text);
            const std::optional<FactKey> key = FindFact(FoldedName(cell.core).view());
            // `사업명 : 청년 창업 지원        2025년도 당초예산`
            if (key == FactKey::kTitle && cell.colon && !cell.value.empty() &&
                !HasTagLeft(cell.value)) {
              const auto offset =
                  static_cast<std::size_t>(cell.value.data() - row.cells[i].text.data());
              sheet.title = {cell.value, sheet.PlaceOf(row.cells[i], offset, cell.value.size())};
              return;
            }
            if (key == FactKey::kTitle && !row.cells[i + 1].empty() &&
                !HasTagLeft(row.cells[i + 1].text) && section.kind != SectionKind::kCostBasis &&
                section.kind != SectionKind::kSchedule) {
              sheet.title = row.cells[i + 1];
              return;
            }
          }
        }
        continue;
      }
      const HeadingParts parts = PartsOfHeading(block.line.text);
      if (parts.colon && !parts.value.empty() && parts.core.size() <= 60 &&
          !HasTagLeft(parts.value) && FindFact(FoldedName(parts.core).view()) == FactKey::kTitle) {
        const auto offset = static_cast<std::size_t>(parts.value.data() - block.line.text.data());
        sheet.title = {parts.value, sheet.PlaceOf(block.line, offset, parts.value.size())};
        return;
      }
    }
    if (section.kind != SectionKind::kUnknown && section.kind != SectionKind::kGroup &&
        section.kind != SectionKind::kBasics)
      break;
  }
  for (const Section& section : sheet.sections) {
    if (section.kind == SectionKind::kUnknown && !section.heading.empty() &&
        !HasTagLeft(section.heading.text)) {
      sheet.title = section.heading;
      return;
    }
    for (const Block& block : section.blocks) {
      if (block.table) return;
      if (HasTagLeft(block.line.text)) continue;
      if (section.kind == SectionKind::kUnknown || section.kind == SectionKind::kGroup) {
        sheet.title = block.line;
        return;
      }
    }
    if (section.kind != SectionKind::kUnknown && section.kind != SectionKind::kGroup) return;
  }
}

void FindYear(Sheet& sheet) {
  sheet.fiscal_year = 0;
  const auto take = [&](std::int32_t year) {
    if (sheet.fiscal_year == 0) sheet.fiscal_year = year;
  };
  for (const Section& section : sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table) continue;
      for (const Column& column : block.table->columns) {
        if (column.role == ColumnRole::kCurrent) take(column.year);
      }
    }
  }
  for (const Section& section : sheet.sections) {
    if (section.kind == SectionKind::kSchedule || section.kind == SectionKind::kCostBasis ||
        section.kind == SectionKind::kOverview)
      take(section.year);
    if (section.kind != SectionKind::kCostBasis) continue;
    for (const Block& block : section.blocks) {
      if (!block.table) continue;
      for (const Column& column : block.table->columns) take(column.year);
    }
  }
  for (const Section& section : sheet.sections) {
    if (section.kind == SectionKind::kGroup) take(section.year);
  }
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kUnknown && section.kind != SectionKind::kGroup) break;
    take(YearIn(section.heading.text));
    for (const Block& block : section.blocks) {
      if (!block.table && block.line.text.size() < 200) take(YearIn(block.line.text));
    }
  }
}

}  // namespace

void Summarize(Sheet& sheet) {
  FindTitle(sheet);
  FindYear(sheet);
  sheet.not_understood.clear();
  const auto list = [&](const Text& text) {
    if (!text.empty() && text != sheet.title) sheet.not_understood.push_back(text);
  };
  for (const Section& section : sheet.sections) {
    if (section.kind == SectionKind::kUnknown) list(section.heading);
    for (const Block& block : section.blocks) {
      if (!block.table) {
        if (HasTagLeft(block.line.text)) {
          list(block.line);
          continue;
        }
        if (!IsTabular(section.kind) || IsNote(block.line.text)) continue;
        const HeadingParts parts = PartsOfHeading(block.line.text);
        if (parts.colon &&
            FindFact(FoldedName(parts.core.substr(0, std::min<std::size_t>(parts.core.size(), 60)))
                         .view()))
          continue;
        list(block.line);
        continue;
      }
      for (const Column& column : block.table->columns) {
        if (column.role == ColumnRole::kUnknown) list(column.heading);
      }
      if (block.table->columns.empty() &&
          (NeedsHeading(section.kind) || section.kind == SectionKind::kUnknown)) {
        for (const Row& row : block.table->rows) {
          for (const Text& cell : row.cells) list(cell);
        }
        continue;
      }
      for (const Row& row : block.table->rows) {
        for (const Text& cell : row.cells) {
          if (HasTagLeft(cell.text)) list(cell);
        }
      }
    }
  }
}

}  // namespace yesan::internal
