// How documents name the parts of a program sheet, as data: a name more is a row more, never a branch more.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "yesan/sheet/sheet.h"

namespace yesan::internal {

// What a column's heading says before its neighbours are looked at. Numbers below 1000 are ColumnRole.
enum class ColumnWord : std::int32_t {
  kBudget = 1000,          // 예산액: whose year and which stage, the neighbours say
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
enum class FactKey : std::int32_t {
  kTitle,
  kAccount,
  kPeriod,
  kContent,
  kMethod,
  kFunding,
  kTotalCost,
  kDepartment,
  kPurpose,
  kLegalBasis,
  kEffects,
  kHistory
};
[[nodiscard]] std::optional<FactKey> FindFact(std::string_view folded) noexcept;

}  // namespace yesan::internal
