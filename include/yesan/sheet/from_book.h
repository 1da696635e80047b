/// @file
/// From a book to the program sheet of a coming year.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/ledger/book.h"
#include "yesan/money/rounding.h"
#include "yesan/settlement/settle.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// The record (추진실적) of a year, as the sheet is to print it.
struct YearRecord {
  std::int32_t fiscal_year = 0;
  std::string text;  ///< Lines parted by `\n`.
};

/// Which versions a sheet compares, how it rounds, and what a book does not hold.
struct SheetYearOptions {
  /// A: the version of last year's budget. kFinal is headed `2023최종예산액 (A)`, any other `2023예산액 (A)`. Where the book
  /// has adopted nothing for last year, A is what was imported with this year's items; where nobody said, it is blank. A
  /// year with a provisional budget (준예산) alone has no final one.
  BudgetStage prior_stage = BudgetStage::kFinal;
  std::int32_t prior_number = 0;
  /// B: the version of this year's budget, when `proposal` is null. Where the book has adopted none, B is what was imported.
  /// An item that a supplementary budget did not touch has the cost basis of the version before it.
  BudgetStage current_stage = BudgetStage::kOriginal;
  std::int32_t current_number = 0;
  /// B out of a document that is not adopted: its lines of the program, their sources and their basis. It must outlive the
  /// call.
  const BudgetDocument* proposal = nullptr;
  AccountId account = AccountId::kNone;   ///< None: the only one that the program has items in.
  Rounding rounding = Rounding::kHalfUp;  ///< Of amounts to 천원.
  Rounding rate_rounding = Rounding::kHalfUp;  ///< Of (B−A)*100/A, to `rate_digits`.
  std::int32_t rate_digits = 1;                ///< [0, 9].
  /// Records of past years; where there is none for a year, the imported one is printed.
  std::vector<YearRecord> records;
  /// Leave out what the book does not have (basis, schedule, sources), and print what does not add up or lies outside the
  /// year, instead of refusing. Findings of such a sheet are yours.
  bool lenient = false;
};

/// Where the settlement of a year came from.
struct SheetSettledYear {
  std::int32_t fiscal_year = 0;
  YearOrigin origin = YearOrigin::kMissing;
  bool open = false;  ///< Computed while the year is not closed.
};

/// The settled years that the sheet of a year shows, N−4 … N−2, and where each comes from: computed where the book has
/// entries of the program in the year, else imported, else missing. Refuses as MakeSheet does for the program and account.
[[nodiscard]] Result<std::vector<SheetSettledYear>> SettledYearsOf(
    const Book& book, ProgramId program, std::int32_t fiscal_year,
    const SheetYearOptions& options = {});

/// Writes the sheet of a program for a coming year N out of the book. Every figure is in 천원; what Read(Write(sheet)) gives
/// is equal to it in every format, and Check finds nothing in it but what the prose of the year itself says.
///
/// - 기본 현황, 사업 담당자, 사업설명: the program's year N, nothing else. Prose of another year is never carried forward.
/// - 예산 총괄: A and B of each 통계목, B−A and (B−A)*100/A; the total is the sum of what is printed. A change and a rate are
///   those of the printed amounts; there is no rate on a zero base. A subsidy part stands where every vote names its source, and in a
///   change where it is no larger than the change.
/// - 추진실적: of N−3 … N−1, the option's record, else the imported one, as it was printed.
/// - 산출근거: the basis of each item's version B (CostBasisOf, or the proposal's).
/// - 결산: N−4 … N−2, rounded by RoundForPrint, a note under the table for each year: computed out of the book, imported
///   (from which document), or missing (it has no row).
///
/// Worked: B 4,066,896,000 after A 5,196,358,000 won prints `Δ1,129,462` and, half up at one digit, `Δ21.7`.
///
/// Refuses:
/// - Code::kNotFound: no such program; no year N of it (rule `sheet.program_year`); no item or amount B of N
///   (`sheet.current`); the version A named is not adopted though another of that year is (`sheet.prior`); unless
///   `lenient`, an item without a basis (`sheet.basis`) or a year without schedule (`sheet.schedule`) or sources
///   (`sheet.funding`);
/// - kInvalidArgument: not a detailed program, items in several accounts and none named, a Rounding that is none;
/// - kDoesNotAddUp, unless `lenient`: basis, sources or schedule that do not come to B (`sheet.basis`, `sheet.funding`,
///   `sheet.schedule`), with both figures;
/// - kOutOfRange, unless `lenient`: a step outside the fiscal year (`sheet.schedule_period`); digits outside [0, 9];
/// - kInexact: an amount B that is no whole 천원, for budgets are voted in 천원 and basis, sources and schedule have to come
///   to it (`sheet.current`); kOverflow.
[[nodiscard]] Result<Sheet> MakeSheet(const Book& book, ProgramId program, std::int32_t fiscal_year,
                                      const SheetYearOptions& options = {});

}  // namespace yesan
