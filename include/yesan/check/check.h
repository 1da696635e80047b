/// @file
/// Proves a program sheet: every sum, difference, rate, date and notation, each by a rule with a stable id.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/money/rounding.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// A rule that findings name: what it claims and where the claim comes from.
struct Rule {
  std::string_view id;      ///< Stable, e.g. `overview.change`; never reused.
  Severity severity;        ///< The severity of its findings.
  std::string_view ko;      ///< What it claims, in Korean.
  std::string_view en;      ///< What it claims, in English.
  std::string_view source;  ///< Where the rule comes from: an article of law, or an identity of the domain.
};

/// Every rule, in the order of their ids. The array is static.
[[nodiscard]] const Rule* Rules(std::size_t* count) noexcept;
/// The rule of an id, or null.
[[nodiscard]] const Rule* FindRule(std::string_view id) noexcept;

/// A cell and a rule that its figure takes part in: what would be found if it were misprinted.
struct Coverage {
  Place place;            ///< The cell.
  std::string_view rule;  ///< The rule's id.
};

/// What a check gives.
struct CheckReport {
  std::vector<Finding> findings;    ///< In the order of the document.
  RoundingSet roundings = RoundingSet::All();  ///< The modes consistent with every rounded figure of the document.
  std::vector<Coverage> coverage;   ///< For every figure, each rule that was evaluated with it, in document order; a figure
                                    ///< that no rule covers is missing here.
};

/// Checks one sheet. Never refuses; a sheet that was read from nonsense gives findings about what is missing.
[[nodiscard]] CheckReport Check(const Sheet& sheet);

/// Checks several sheets of one program against each other, beside each alone: this year's A is last year's B, and the
/// years that two settlements share agree. Sheets are matched by program name (FoldName) and ordered by fiscal year;
/// `Finding::document` is the index in `sheets`. @pre no pointer is null.
[[nodiscard]] CheckReport CheckTogether(const std::vector<const Sheet*>& sheets);

}  // namespace yesan
