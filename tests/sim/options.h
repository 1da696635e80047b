/// @file
/// What the simulation is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "yesan/calendar/fiscal_year.h"

namespace yesan::sim {

struct Options {
  std::uint64_t seed = 1;
  std::int32_t years = 3;         ///< [1, 50].
  std::int64_t steps = 10'000;    ///< [1, 10^9].
  std::string policy = "strict";  ///< strict, korean or permissive.
  std::int32_t level = 0;         ///< A ControlLevel; 0: by the seed.
  std::int32_t first_month = 0;   ///< Of the fiscal year, [1, 12]; 0: by the seed.
  bool exact_subsidies = true;    ///< Else only the identities of the subsidy parts.

  /// Korea's in one seed of two; else April's, July's, or October's year that is named by its last day.
  [[nodiscard]] FiscalCalendar calendar() const;
};

/// Reads a command line. Nothing: `*problem` says what is wrong with it, in both languages.
[[nodiscard]] std::optional<Options> ReadOptions(int argc, char** argv, std::string* problem);

/// The words that replay a run.
[[nodiscard]] std::string CommandLine(const Options& options);

extern const char* const kUsage;

}  // namespace yesan::sim
