// Basics: facts by key.
#include <algorithm>

#include "lib/base/fold.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"

namespace yesan {
namespace internal {

std::optional<FactKey> KeyOf(std::string_view text) {
  if (text.empty() || text.size() > 90) return std::nullopt;
  std::string narrowed;
  if (HasWideForms(text)) text = narrowed = Narrow(text);
  const HeadingParts parts = PartsOfHeading(text);
  return FindFact(FoldedName(parts.core.empty() ? text : parts.core).view());
}

bool ComparesRevision(const Table* table) {
  const std::int32_t prior = table == nullptr ? -1 : Sheet::ColumnOf(*table, ColumnRole::kPrior);
  return prior >= 0 &&
         FoldName(table->columns[static_cast<std::size_t>(prior)].heading.text).find("기정") !=
             std::string::npos;
}

bool StandsBeforeKey(const Row& row) {
  if (row.cells.size() < 3 || !KeyOf(row.cells[1].text)) return false;
  if (row.cells[0].empty()) return true;
  return FindSection(FoldName(PartsOfHeading(row.cells[0].text).core)) == SectionKind::kBasics;
}

bool HasFacts(SectionKind kind) noexcept {
  return kind == SectionKind::kUnknown || kind == SectionKind::kBasics ||
         kind == SectionKind::kContent || kind == SectionKind::kGroup ||
         kind == SectionKind::kFunding || kind == SectionKind::kOfficers ||
         kind == SectionKind::kMethod;
}

}  // namespace internal

using internal::FactKey;
using internal::HasFacts;
using internal::KeyOf;
using internal::PartOf;

BasicsView BasicsOf(const Sheet& sheet) {
  BasicsView view;
  const auto add = [&](FactKey key, const Text& name, const Text& value) {
    view.facts.push_back({name, value});
    const auto take = [&](Text& into) {
      if (into.empty()) into = value;
    };
    switch (key) {
      case FactKey::kAccount:
        take(view.account);
        break;
      case FactKey::kPeriod:
        if (view.period_text.empty()) {
          view.period_text = value;
          view.period = internal::PeriodOfCell(value, sheet.fiscal_year);
        }
        break;
      case FactKey::kContent:
        take(view.content);
        break;
      case FactKey::kMethod:
        take(view.method);
        break;
      default:
        break;
    }
  };
  for (const Section& section : sheet.sections) {
    if (!HasFacts(section.kind)) continue;
    for (const Block& block : section.blocks) {
      if (!block.table) {
        if (!internal::MayHaveColon(block.line.text)) continue;
        const internal::HeadingParts parts = internal::PartsOfHeading(block.line.text);
        if (!parts.colon || parts.value.empty()) continue;
        if (const std::optional<FactKey> key = KeyOf(parts.core)) {
          add(*key, PartOf(sheet, block.line, parts.core), PartOf(sheet, block.line, parts.value));
        }
        continue;
      }
      const std::vector<Column>& columns = block.table->columns;
      const bool words = std::all_of(columns.begin(), columns.end(), [](const Column& c) {
        return c.role == ColumnRole::kLabel || c.role == ColumnRole::kDetail ||
               c.role == ColumnRole::kUnknown;
      });
      if (!words) continue;
      for (const Row& row : block.table->rows) {
        for (std::size_t i = internal::StandsBeforeKey(row) ? 1 : 0; i + 1 < row.cells.size();
             ++i) {
          if (const std::optional<FactKey> key = KeyOf(row.cells[i].text)) {
            add(*key, row.cells[i], row.cells[i + 1]);
            ++i;
          }
        }
      }
    }
  }
  if (view.method.empty()) {
    const std::vector<Text> lines = LinesOf(sheet, SectionKind::kMethod);
    if (!lines.empty()) view.method = lines.front();
  }
  if (view.content.empty()) {
    const std::vector<Text> lines = LinesOf(sheet, SectionKind::kContent);
    if (!lines.empty()) view.content = lines.front();
  }
  return view;
}

}  // namespace yesan
