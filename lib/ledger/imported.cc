// What documents say beside the entries: settled years, printed budgets, cost bases.
#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/ledger/state.h"
#include "yesan/base/text.h"
#include "yesan/ledger/book.h"

namespace yesan {

using internal::BookState;

namespace {

// The journal first: what it refuses never was.
template <class What>
Result<void> Keep(BookState& state, const What* what) {
  if (state.journal != nullptr) {
    if (Result<void> kept = state.journal->Append(Act(what)); !kept) return kept;
  }
  ++state.changes;
  return {};
}

bool IsVersion(BudgetStage stage, std::int32_t number) noexcept {
  switch (stage) {
    case BudgetStage::kSupplementary:
    case BudgetStage::kRevisedProposal:
      return number >= 1 && number <= 99;
    case BudgetStage::kProposal:
    case BudgetStage::kProvisional:
    case BudgetStage::kOriginal:
      return number == 0;
    default:  // kFinal is a view
      return false;
  }
}

}  // namespace

bool ImportedYear::has_settlement() const noexcept {
  for (const BudgetAmount* column :
       {&adopted, &carryover_in, &net_adjustment, &current_budget, &disbursed, &carryover_out,
        &subsidy_refund, &unspent_balance, &lapsed_balance}) {
    if (column->total) return true;
  }
  return false;
}

Result<void> Book::SetImportedYear(ProgramId program, ImportedYear year) {
  const ProgramNode* node = Find(program);
  if (node == nullptr) return Error(Code::kNotFound);
  if (node->kind != CodeKind::kDetailedProgram) return Error(Code::kInvalidArgument);
  if (year.fiscal_year < 1 || year.fiscal_year > 9998) return Error(Code::kOutOfRange);
  if (FindInvalidUtf8(year.record) || FindInvalidUtf8(year.document))
    return Error(Code::kInvalidUtf8);
  const YearImport act{program, &year};
  std::vector<ImportedYear>& years = state_->imported_years[NumberOf(program)];
  if (Result<void> kept = Keep(*state_, &act); !kept) return kept;
  const auto at = std::lower_bound(
      years.begin(), years.end(), year.fiscal_year,
      [](const ImportedYear& other, std::int32_t wanted) { return other.fiscal_year < wanted; });
  if (at != years.end() && at->fiscal_year == year.fiscal_year) {
    *at = std::move(year);
  } else {
    years.insert(at, std::move(year));
  }
  return {};
}

const std::vector<ImportedYear>& Book::ImportedYearsOf(ProgramId program) const noexcept {
  static const std::vector<ImportedYear> none;
  const auto found = state_->imported_years.find(NumberOf(program));
  return found == state_->imported_years.end() ? none : found->second;
}

Result<void> Book::SetImportedBudget(ItemId item, ImportedBudget budget) {
  const ItemKey* key = Find(item);
  if (key == nullptr) return Error(Code::kUnknownItem);
  if (state_->IsClosed(key->fiscal_year)) return Error(Code::kYearClosed);
  if (FindInvalidUtf8(budget.label)) return Error(Code::kInvalidUtf8);
  const BudgetImport act{item, &budget};
  if (Result<void> kept = Keep(*state_, &act); !kept) return kept;
  state_->imported_budgets[NumberOf(item)] = std::move(budget);
  return {};
}

const ImportedBudget* Book::ImportedBudgetOf(ItemId item) const noexcept {
  const auto found = state_->imported_budgets.find(NumberOf(item));
  return found == state_->imported_budgets.end() ? nullptr : &found->second;
}

Result<void> Book::SetCostBasis(ItemId item, BudgetStage stage, std::int32_t number,
                                CostBasis basis) {
  const ItemKey* key = Find(item);
  if (key == nullptr) return Error(Code::kUnknownItem);
  if (!IsVersion(stage, number)) return Error(Code::kInvalidArgument);
  if (state_->IsClosed(key->fiscal_year)) return Error(Code::kYearClosed);
  const ItemBasis act{item, stage, number, &basis};
  if (Result<void> kept = Keep(*state_, &act); !kept) return kept;
  state_->bases[{NumberOf(item), static_cast<std::int32_t>(stage), number}] = std::move(basis);
  return {};
}

const CostBasis* Book::CostBasisOf(ItemId item, BudgetStage stage,
                                   std::int32_t number) const noexcept {
  const auto found = state_->bases.find({NumberOf(item), static_cast<std::int32_t>(stage), number});
  return found == state_->bases.end() ? nullptr : &found->second;
}

}  // namespace yesan
