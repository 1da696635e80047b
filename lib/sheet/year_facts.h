// The figures of a program's coming year, before they are printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/budget_item.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/ledger/book.h"
#include "yesan/sheet/from_book.h"

namespace yesan::internal {

// A 통계목 in the two versions; in won, whole thousands.
struct YearItem {
  std::string object_item;
  std::string label;
  BudgetAmount prior;
  BudgetAmount current;
  const CostBasis* basis = nullptr;
};

struct YearFigures {
  AccountId account = AccountId::kNone;
  std::vector<YearItem> items;
  BudgetAmount prior;  // Σ of what is printed
  BudgetAmount current;
  bool prior_adopted = false;  // else A was imported
};

// Refusals of MakeSheet.
[[nodiscard]] Error RefusedYear(Code code, std::string_view rule, std::string ko, std::string en);
[[nodiscard]] Error DiffersFrom(std::string_view rule, std::string_view what_ko,
                                std::string_view what_en, Money stated, Money current);

// The account of a program in a year, when it is not named.
[[nodiscard]] Result<AccountId> AccountOf(const Book& book, ProgramId program,
                                          std::int32_t fiscal_year, AccountId named);

[[nodiscard]] Result<YearFigures> FiguresOf(const Book& book, ProgramId program,
                                            std::int32_t fiscal_year,
                                            const SheetYearOptions& options);

// A row of a past year: printed figures, and where they come from.
struct PastYear {
  SheetSettledYear settled;
  std::string document;
  PrintedRow printed;
};
[[nodiscard]] Result<std::vector<PastYear>> PastOf(const Book& book, ProgramId program,
                                                   std::int32_t fiscal_year,
                                                   const SheetYearOptions& options);

}  // namespace yesan::internal
