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
///
/// How much a finding weighs belongs to its rule: an identity that does not hold is an error (`overview.change`), a rule of
/// dates, notation or completeness a warning (`schedule.outside_year`), a likely misprint or an unusual fact a question
/// (`notation.misprint`), and what needs no mending a note (`presence.stray_subsidy_mark`).
struct Rule {
  std::string_view id;  ///< Stable, e.g. `overview.change`; never reused.
  Severity severity;    ///< The severity of its findings.
  std::string_view ko;  ///< What it claims, in Korean.
  std::string_view en;  ///< What it claims, in English.
  std::string_view
      source;  ///< Where the rule comes from: an article of law, or an identity of the domain.
};

/// Every rule, in the order of their ids. The array is static.
[[nodiscard]] const Rule* Rules(std::size_t* count) noexcept;
/// The rule of an id, or null.
[[nodiscard]] const Rule* FindRule(std::string_view id) noexcept;

/// A figure and an identity that was evaluated with it.
struct Coverage {
  Place
      place;  ///< The figure: its cell; of a cell with a subsidy part, the part or the total alone.
  std::string_view rule;  ///< The rule's id.
};

/// What a check gives.
struct CheckReport {
  std::vector<Finding> findings;  ///< In the order of the document.
  RoundingSet roundings =
      RoundingSet::All();  ///< The modes consistent with every rounded figure of the document.
  /// The figures that are proved, each with every identity that proves it, in document order.
  ///
  /// A figure stands here only if printing any one of its digits wrongly would give a finding that is not among `findings`:
  /// the identity holds exactly, and the smallest misprint of the figure is larger than what the identity lets pass. So
  /// would exchanging it with any other figure that stands here: two that stand in the same sums only, as 집행액 and
  /// 집행잔액 of one year do, prove neither. What is not proved is missing here, whatever looked at it (see `rough`).
  std::vector<Coverage> coverage;
  /// The figures that an identity looks at without proving them, in document order: a rate that was rounded and the amounts
  /// that it was computed from, a sum in 백만원 (n/2 units are let pass), an amount beside one in a coarser unit, the factors
  /// of a formula, every figure of an identity that does not hold, an amount matched by its name, years, counts, figures
  /// that could change places with each other. A large misprint is found, a small one or an exchange may not be. A
  /// figure may stand in both lists, under different rules.
  std::vector<Coverage> rough;
  /// What the check could not look at, in document order: text that the reader did not understand, and tables with figures
  /// of which no rule knows what they mean. Nothing is claimed about it, and a document that has any is not proved as a
  /// whole. See ProveFigures (proof.h) for every figure of the document and how far it is proved.
  std::vector<Place> unread;
};

/// Checks one sheet. Never refuses; a sheet that was read from nonsense gives findings about what is missing.
///
/// A rule only speaks when every figure that it needs can be read, and absent is not zero: a blank cell takes part in no sum.
/// What is taken into account before a figure is called wrong:
/// - rates are right under any of the seven roundings at the digits printed; the modes that explain all rounded figures of
///   the document are `CheckReport::roundings`, and when no one mode does, that is a note (`rounding.mixed`);
/// - tables in 천원 or 원 must add up exactly; in 백만원 and above a sum of n parts may be off by n/2 units, which is a note
///   (`rounding.table`);
/// - rows that are parts of the row above them, several totals, totals above or below their rows;
/// - a figure with a fault in its notation (`59,12`) takes part with its likely value;
/// - the same amount in four parts of the sheet (총괄, 재원, 산출근거, 추진일정): what most of them say is expected, and the odd one
///   is named;
/// - an amount of 10^16 won or more, which 64 bits may not add up, is a finding of its own (`notation.too_large`): no rule is
///   left out in silence;
/// - a bracket that stands alone in a settlement (`(1,000)`) is asked about (`notation.bracket_alone`), and read as the amount
///   that makes its row add up, if one does;
/// - rows of a settlement whose year or unit is doubted (`settlement.years`, `settlement.unit_slip`) are not linked with others;
/// - a sum that does not hold names the figure whose change mends the most sums of the sheet, where that is one figure; else
///   the total;
/// - a row that lost a cell has one finding, no sums; and where most rows of a table contradict themselves, its columns were
///   likely misread, which is one question (`reading.doubted`) in place of the errors.
///
/// Worked: in `민간위탁금 | 5,196,358 | 4,066,896 | Δ1,129,461 | Δ22` the change is `overview.change`, an error at the cell
/// `Δ1,129,461`, expected `Δ1,129,462`, difference `1`; the rate holds, since −21.7356… is Δ22 under five of seven modes.
///
/// The same fault may be reported by several rules where it contradicts several identities. Time grows linearly with the
/// sheet; searches among alternatives are bounded, and what a bounded search left open is not called wrong.
[[nodiscard]] CheckReport Check(const Sheet& sheet);

/// Checks several sheets of one program against each other, beside each alone: this year's A is last year's B
/// (`together.prior_year`, not compared when a heading says that A is the final or a supplementary budget), and the years
/// that two settlements share agree (`together.settlement`). The finding stands in the later sheet.
///
/// Sheets are matched by program name (FoldName) and ordered by fiscal year, whatever their order here;
/// `Finding::document` is the index in `sheets`. `roundings` are the modes that all sheets allow; `coverage`, `rough` and
/// `unread` list the sheets one after the other. @pre no pointer is null.
[[nodiscard]] CheckReport CheckTogether(const std::vector<const Sheet*>& sheets);

/// The same check with a report for each sheet, in the order of `sheets`: its own findings with those that the others
/// brought (`Finding::document` is its index), its own roundings, its own coverage. Each sheet is checked once.
[[nodiscard]] std::vector<CheckReport> CheckEach(const std::vector<const Sheet*>& sheets);

}  // namespace yesan
