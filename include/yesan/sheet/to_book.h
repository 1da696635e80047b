/// @file
/// From a program sheet to a book: a program, its items, and what the sheet says of its past.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/result.h"
#include "yesan/ledger/book.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// What a 통계목 that a sheet prints by its name is called in the book.
struct SheetObject {
  std::string label;  ///< As the sheet prints it, compared loosely (FoldName): `민간위탁금`.
  std::string object_item;   ///< Code of the 통계목 in the sheet's year: `307-05`.
  std::string object_group;  ///< 편성목 `307`; empty: that of the book's classification.
};

/// What a sheet does not say, and how strict to be.
struct SheetImportOptions {
  /// The unit program that the sheet's program stands under. None: the sheet has to print 분야, 부문, 정책사업 and
  /// 단위사업 by name; those that the book lacks are added.
  ProgramId parent = ProgramId::kNone;
  /// The detailed program that the sheet is of. None: the one of its name under the parent, else a new one.
  ProgramId program = ProgramId::kNone;
  AccountId account = AccountId::kNone;           ///< None: the account that the sheet names.
  DepartmentId department = DepartmentId::kNone;  ///< None: the department that the sheet names.
  /// What the classification of the sheet's year does not know by name, or knows more than once.
  std::vector<SheetObject> objects;
  /// Which version the sheet's amounts are of: a sheet prints 예산액 for the proposal and for the vote. Not kFinal.
  BudgetStage stage = BudgetStage::kOriginal;
  std::int32_t number = 0;  ///< Of a supplementary or revised budget.
  /// Take a label that is no source of money (`사비`) for the one that it is likely a misprint of, where there is just one.
  /// Else its amount is given to no source.
  bool likely_sources = false;
  /// Take figures that do not add up, as printed, and list them in SheetImport::findings instead of refusing.
  bool lenient = false;
};

/// What a sheet became.
struct SheetImport {
  std::int32_t fiscal_year = 0;
  ProgramId program = ProgramId::kNone;
  AccountId account = AccountId::kNone;
  DepartmentId department = DepartmentId::kNone;
  std::vector<ItemId> items;  ///< One a row of the overview, in its order.
  /// The items with their amount B, sources and basis: lines of the account's budget, for Book::Adopt with those of its
  /// other programs. Items without an amount B have none. A sheet names no day and no vote, so AddSheet adopts nothing.
  std::vector<BudgetLine> lines;
  std::vector<std::int32_t>
      imported_years;  ///< Years whose settlement or record was kept, ascending.
  /// What does not add up (with `lenient`), and what the book has no room for: labels that are no source, lines of 사업근거
  /// that name no rule, periods that cannot be read, rows of settlements without a year.
  std::vector<Finding> findings;
};

/// Adds what a sheet says to a book: the detailed program with its year (prose, officers, legal bases, methods, sources,
/// schedule, contract, period), its account and department, an item for each 통계목 with both amounts (ImportedBudgetOf)
/// and its cost basis (CostBasisOf), and the settled years and records (ImportedYearsOf). Nothing that is not printed is
/// made up: no entry is posted.
///
/// Worked: the sheet of 마을공동체 종합지원센터 운영 2021 becomes item 307-05 민간위탁금 with A 5,196,358,000 and B
/// 4,066,896,000 won, a basis of 8 lines that comes to B, a schedule of 6 steps, and settlements of 2017, 2018 and 2019.
///
/// Refuses, and nothing is added then (but for what a journal took before it refused):
/// - Code::kNotFound: the sheet has no title (rule `sheet.title`), no year (`sheet.year`), no amounts (`sheet.overview`),
///   an account, department, place in the tree or 통계목 that neither it nor the options name (`sheet.account`,
///   `sheet.department`, `sheet.parent`, `sheet.object`); or an id of the options that is not in the book;
/// - kInvalidArgument: a parent that is no unit program, a program that is no detailed program, kFinal;
/// - kDuplicate: the program has that year already (`sheet.year`), or two rows are the same 통계목 (`sheet.object`);
/// - kYearClosed: the year is closed in the book;
/// - kSyntax: an amount that cannot be read; kWrongUnit: an amount without a unit; kInexact, kOverflow;
/// - kDoesNotAddUp, unless `lenient`: with the place, the rule (`overview.sum`, `overview.change`, `funding.sum`,
///   `funding.total`, `basis.sum`, `basis.item`, `schedule.sum`, `schedule.total`, `settlement.current_budget`,
///   `settlement.lapsed`, `settlement.year_link`, `subsidy.part`) and both figures. Tables in 백만원 that are off by their
///   unit are refused too. `together.settlement`: another sheet said something else of a year; with `lenient` the first
///   one counts.
[[nodiscard]] Result<SheetImport> AddSheet(Book& book, const Sheet& sheet,
                                           const SheetImportOptions& options = {});

}  // namespace yesan
