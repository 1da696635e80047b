/// @file
/// Many sheets at once: what was read, and the findings ranked over all of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/message.h"
#include "yesan/check/check.h"
#include "yesan/money/money.h"
#include "yesan/report/report.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// One document of a summary.
struct SummaryEntry {
  std::string name;              ///< A path, as a rule.
  const Sheet* sheet = nullptr;  ///< Null for a document that could not be read; borrowed.
  Message refusal;               ///< Why it could not be read; empty when it was.
  std::string link;              ///< Address of its own page, relative to the summary; empty: none.
};

/// Ranks findings over all documents: by severity, the heaviest first; within errors and warnings by how much money the
/// figures are off, the most first, those without an amount last; then by document and place.
///
/// What a finding is off by is its `difference` in the unit of the table that it stands in. `Finding::document` is the index
/// in `entries` of its sheet; findings of other documents rank last among their equals.
void RankFindings(std::vector<Finding>& findings, const std::vector<SummaryEntry>& entries);

/// The same order as indices into `findings`, the heaviest first.
[[nodiscard]] std::vector<std::size_t> Ranking(const std::vector<Finding>& findings,
                                               const std::vector<SummaryEntry>& entries);

/// The difference of a finding as an amount, without its sign: in the unit printed with it, else in that of the table of
/// `sheet` that holds the place. Nothing when it is no amount of money.
[[nodiscard]] std::optional<Money> AmountOff(const Finding& finding, const Sheet& sheet);

/// The summary for a terminal: how many documents were read, a table of them, the first `findings_max` lines of the ranked
/// findings (0: all), the documents that could not be read and why, and the counts.
///
/// Names of documents stand below their folder and are never broken or cut: where a line of the table would be wider than
/// `columns_max`, they stand above their rows. The settlements of one year in which sheets of a program
/// disagree (`together.settlement`) are one line, with each figure and the sheets that print it. A column counts the lines
/// that were not understood, when there are any.
///
/// `findings` are those of CheckTogether on the sheets of `entries`, `Finding::document` the index in `entries` (not in the
/// sheets alone: see RenumberDocuments).
[[nodiscard]] std::string SummaryText(const std::vector<SummaryEntry>& entries,
                                      const std::vector<Finding>& findings,
                                      const ReportOptions& options = {},
                                      std::size_t findings_max = 0);

/// The same as one self-contained HTML page, like ReportHtml, with all findings. Entries with a link lead to their own
/// pages. Of the folders that all documents share nothing is said: the page may be shown to people.
[[nodiscard]] std::string SummaryHtml(const std::vector<SummaryEntry>& entries,
                                      const std::vector<Finding>& findings,
                                      const ReportOptions& options = {});

/// Makes `Finding::document`, an index into the sheets that were read, the index of that sheet in `entries`, which hold
/// unreadable documents too.
void RenumberDocuments(std::vector<Finding>& findings, const std::vector<SummaryEntry>& entries);

}  // namespace yesan
