/// @file
/// The report of one sheet as text for a terminal and as Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/message.h"
#include "yesan/check/check.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// How a report is written.
struct ReportOptions {
  Language language =
      Language::kKorean;  ///< Of headings and messages; the document's own words stay as they are.
  std::string
      document;  ///< Its name in `name:line:column` and in the heading, a path as a rule; may be empty.
  std::size_t columns_max = 100;  ///< Width of a terminal report, in columns; 0: no limit.
};

/// The whole report for a terminal: verdict, overview, funding, cost basis, schedule, settlement, then each finding with
/// its place, printed → expected (difference), message and the line of the source with a mark under the span, the
/// counts by severity, and what was proved.
///
/// Findings stand in order of severity, then of the document. Control characters of the document are made harmless
/// (PrintableText).
[[nodiscard]] std::string ReportText(const Sheet& sheet, const CheckReport& report,
                                     const ReportOptions& options = {});

/// The same as Markdown, tables as pipe tables. Markup in the document is escaped.
[[nodiscard]] std::string ReportMarkdown(const Sheet& sheet, const CheckReport& report,
                                         const ReportOptions& options = {});

/// One finding for a terminal, as in ReportText; `sheet` gives the line of the source.
///
/// @code
/// 주의 basis.won_missing  sheet.txt:43:18  산출근거 · 마을활동가 교육 및 지원체계 구축
///     인쇄 151,000,000 → 기대 151,000,000원
///     금액에 단위가 없습니다: 151,000,000원으로 읽었습니다.
///     43 │ - 마을활동가 교육 및 지원체계 구축 151,000,000 = 151,000천원
///        │                                    ^^^^^^^^^^^
/// @endcode
[[nodiscard]] std::string FindingText(const Finding& finding, const Sheet& sheet,
                                      const ReportOptions& options);

/// Orders findings by severity, the heaviest first; then by document, line, column and rule.
void SortBySeverity(std::vector<Finding>& findings);

}  // namespace yesan
