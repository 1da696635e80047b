// How documents name the parts of a program sheet, as data: a name more is a row more, never a branch more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yesan/sheet/sheet.h"

namespace yesan::internal {

// What a column's heading says before its neighbours are looked at. Numbers below 1000 are ColumnRole.
enum class ColumnWord : std::int32_t {
  kBudget = 1000,        // 예산액: whose year and which stage, the neighbours say
  kOriginalBudget = 1001,  // 당초, 본예산
  kFinalBudget = 1002,     // 최종예산
  kCarryover = 1003,       // 이월액: in or out, the neighbours say
  kPriorYear = 1004,       // 전년도
  kThisYear = 1005,        // 금년도, 당해연도
};

// All look-ups take a folded name (FoldName).
[[nodiscard]] std::optional<SectionKind> FindSection(std::string_view folded) noexcept;
// A ColumnRole or a ColumnWord.
[[nodiscard]] std::optional<std::int32_t> FindColumn(std::string_view folded) noexcept;

// The facts of a sheet that a key names.
enum class FactKey : std::int32_t { kTitle, kAccount, kPeriod, kContent, kMethod, kFunding, kTotalCost, kDepartment, kPurpose, kLegalBasis, kEffects, kHistory };
[[nodiscard]] std::optional<FactKey> FindFact(std::string_view folded) noexcept;

// A heading without its numbering, its year and the words that say nothing: `□ **2021년도 추진일정**` is {추진일정, 2021, □}.
struct HeadingParts {
  std::string_view core;      // the name itself
  std::string_view value;     // what follows a colon
  std::int32_t year = 0;
  char32_t marker = 0;        // □ ○ - or '1' for 1., 'N' for (1), 'I' for Ⅰ., '가', '①', '[' for brackets, 0 for none
  bool colon = false;
};
[[nodiscard]] HeadingParts PartsOfHeading(std::string_view text) noexcept;

// A marker that begins a line, and the rest of the line.
[[nodiscard]] char32_t TakeMarker(std::string_view& text) noexcept;

// The first year of 19xx–20xx (or ’21) in a text, or 0.
[[nodiscard]] std::int32_t YearIn(std::string_view text);

// Full-width forms as ASCII, wide spaces as spaces, the minus sign as a hyphen: for looking a name up.
[[nodiscard]] std::string Narrow(std::string_view text);

// `계`, `합계`, `총계`, `소계`: whether a row's label says that it is a total. 2 for a subtotal.
[[nodiscard]] int TotalWord(std::string_view label) noexcept;

}  // namespace yesan::internal
