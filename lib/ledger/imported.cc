// What documents say beside the entries: settled years, printed budgets, cost bases.
#include <algorithm>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "lib/ledger/state.h"
#include "yesan/base/text.h"
#include "yesan/ledger/book.h"

namespace yesan {

using internal::BookState;

namespace {

static_assert(std::is_nothrow_move_assignable_v<ImportedYear> &&
              std::is_nothrow_move_constructible_v<ImportedYear> &&
              std::is_nothrow_move_assignable_v<ImportedBudget> &&
              std::is_nothrow_move_assignable_v<CostBasis>);

// Memory first, so that nothing throws once the journal has it; then the journal: what it refuses never was.
template <class What>
Result<void> Keep(BookState& state, const What* what) {
  if (state.journal != nullptr) {
    if (Result<void> kept = state.journal->Append(Act(what)); !kept) return kept;
  }
  ++state.changes;
  return {};
}

// Puts the one element of `made` into a map, in the place of what is there.
template <class Map>
void Put(Map& map, Map& made) noexcept {
  const auto found = map.find(made.begin()->first);
  if (found == map.end()) {
    map.merge(made);
  } else {
    found->second = std::move(made.begin()->second);
  }
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
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  const ProgramNode* node = Find(program);
  if (node == nullptr) return Error(Code::kNotFound);
  if (node->kind != CodeKind::kDetailedProgram) return Error(Code::kInvalidArgument);
  if (year.fiscal_year < 1 || year.fiscal_year > 9998) return Error(Code::kOutOfRange);
  if (FindInvalidUtf8(year.record) || FindInvalidUtf8(year.document))
    return Error(Code::kInvalidUtf8);
  const YearImport act{program, &year};
  std::vector<ImportedYear>& years = state_->imported_years[NumberOf(program)];
  internal::ReserveMore(years, 1);
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
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  const ItemKey* key = Find(item);
  if (key == nullptr) return Error(Code::kUnknownItem);
  if (state_->IsClosed(key->fiscal_year)) return Error(Code::kYearClosed);
  if (FindInvalidUtf8(budget.label)) return Error(Code::kInvalidUtf8);
  decltype(state_->imported_budgets) made;
  const BudgetImport act{item, &made.emplace(NumberOf(item), std::move(budget)).first->second};
  if (Result<void> kept = Keep(*state_, &act); !kept) return kept;
  Put(state_->imported_budgets, made);
  return {};
}

const ImportedBudget* Book::ImportedBudgetOf(ItemId item) const noexcept {
  const auto found = state_->imported_budgets.find(NumberOf(item));
  return found == state_->imported_budgets.end() ? nullptr : &found->second;
}

Result<void> Book::SetCostBasis(ItemId item, BudgetStage stage, std::int32_t number,
                                CostBasis basis) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  const ItemKey* key = Find(item);
  if (key == nullptr) return Error(Code::kUnknownItem);
  if (!IsVersion(stage, number)) return Error(Code::kInvalidArgument);
  if (state_->IsClosed(key->fiscal_year)) return Error(Code::kYearClosed);
  decltype(state_->bases) made;
  const auto of = std::make_tuple(NumberOf(item), static_cast<std::int32_t>(stage), number);
  const ItemBasis act{item, stage, number, &made.emplace(of, std::move(basis)).first->second};
  if (Result<void> kept = Keep(*state_, &act); !kept) return kept;
  Put(state_->bases, made);
  return {};
}

const CostBasis* Book::CostBasisOf(ItemId item, BudgetStage stage,
                                   std::int32_t number) const noexcept {
  const auto found = state_->bases.find({NumberOf(item), static_cast<std::int32_t>(stage), number});
  return found == state_->bases.end() ? nullptr : &found->second;
}

}  // namespace yesan
