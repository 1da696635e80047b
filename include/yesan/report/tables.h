/// @file
/// The tables of a program sheet as they are, beside what its figures come to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/message.h"
#include "yesan/check/check.h"
#include "yesan/check/proof.h"
#include "yesan/report/text_table.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

// Every table prints amounts in the unit of the sheet's own table (천원 where it names none), exactly: a figure that is no
// whole multiple of it keeps its digits behind the point. Minus is Δ. Rates and shares that are worked out here are rounded
// once, half-up (반올림), to the digits that the heading says; printed ones stand as printed. A section that the sheet does
// not have gives an empty table.

/// 예산 총괄: last year (A) against this (B), the exact B−A and (B−A)×100/A to two digits, beside what is printed.
///
/// For 5,196,358 and 4,066,896 천원: Δ1,129,462 and Δ21.74, printed Δ1,129,462 and Δ22.
[[nodiscard]] TextTable OverviewTable(const Sheet& sheet, Language language);

/// 사업비 by source: each label, its amount and its share of the total to one digit. Sources beside the budget (예산 외)
/// have no share.
[[nodiscard]] TextTable FundingTable(const Sheet& sheet, Language language);

/// 산출근거 as a tree: number (`3.2`), line, formula or won as printed, amount, share of the total to one digit, and what was
/// proved of the line: won against the unit of the book, children against their parent, the formula against its result.
[[nodiscard]] TextTable CostBasisTable(const Sheet& sheet, Language language);

/// 추진일정: step, period as printed, the days that it means (first and last, both included), amount, share to one digit.
[[nodiscard]] TextTable ScheduleTable(const Sheet& sheet, Language language);

/// 결산: the columns that the sheet has, and the execution rate (집행률 = 집행액 ÷ 예산현액) to two digits.
///
/// 2017, in 천원: 4,908,037 ÷ 5,218,436 = 94.05 %.
[[nodiscard]] TextTable SettlementTable(const Sheet& sheet, Language language);

/// Findings, one a row: number, severity, place, what it is about, printed, expected, difference, message.
[[nodiscard]] TextTable FindingsTable(const std::vector<Finding>& findings, Language language);

/// How many amounts each section holds (ProveFigures), how many were proved and by how many rules, how many only roughly,
/// and how many no rule looks at.
[[nodiscard]] TextTable CoverageTable(const Sheet& sheet, const CheckReport& report,
                                      Language language);

/// A figure of a sheet, with a name, and how far it is proved.
struct ProvedFigure {
  std::string name;                             ///< `예산 총괄 · 계 · 2021예산액 (B)`.
  SectionKind section = SectionKind::kUnknown;  ///< Where it stands.
  Place place;                                  ///< Its digits.
  std::string printed;                          ///< As printed.
  Proof proof = Proof::kNone;                   ///< How far it is proved.
  std::uint32_t rules = 0;  ///< Different rules that prove it; of a rough one, that look at it.
};

/// Every amount-like figure of the document (ProveFigures), in its order, named by row and column where a view knows it,
/// else by its section.
[[nodiscard]] std::vector<ProvedFigure> ProvedFigures(const Sheet& sheet,
                                                      const CheckReport& report);

/// How many findings there are of each severity.
struct FindingCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t asks = 0;
  std::size_t notes = 0;

  /// All of them.
  [[nodiscard]] std::size_t total() const noexcept { return errors + warnings + asks + notes; }
};
/// Counts findings by severity.
[[nodiscard]] FindingCounts CountFindings(const std::vector<Finding>& findings) noexcept;
/// `오류 0 · 주의 11 · 질문 3 · 참고 1`; in English `0 errors · 11 warnings · 3 questions · 1 note`.
[[nodiscard]] std::string DescribeCounts(const FindingCounts& counts, Language language);
/// `오류`, `주의`, `질문`, `참고`; `error`, `warning`, `question`, `note`.
[[nodiscard]] std::string_view SeverityName(Severity severity, Language language) noexcept;

/// One or two sentences that say how the sheet stands, and no more than was proved: `검산한 합계·차액·비율은 모두 맞습니다.
/// 확인할 것이 15건 있습니다.` Findings of severity kError contradict the first sentence; a sheet of which no figure could
/// be proved is said to be so. Nothing is said to hold as a whole where text or tables were not read (CheckReport::unread;
/// their lines are named), a figure cannot be read or is too large, or a table is cut off.
[[nodiscard]] std::string DescribeCheck(const CheckReport& report, Language language);

/// How much of the document the reader did not understand (`Sheet::not_understood`), which no rule can prove then:
/// `뜻을 알지 못하여 그대로 둔 글이 4줄 있습니다.` Empty when it understood everything.
[[nodiscard]] std::string DescribeNotUnderstood(const Sheet& sheet, Language language);

}  // namespace yesan
