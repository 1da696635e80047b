#include "lib/ledger/restore.h"

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "lib/ledger/acts.h"

namespace yesan::internal {

namespace {

// The result of a call that gives something, for one that gives nothing.
template <class T>
Result<void> Plain(Result<T> result) {
  if (!result) return std::move(result).error();
  return {};
}

}  // namespace

Result<Restorer> Restorer::Make(Government government, Policy policy,
                                Classification classification) {
  Result<Book> book =
      Book::Make(std::move(government), std::move(policy), std::move(classification));
  if (!book) return std::move(book).error();
  return Restorer(*std::move(book));
}

Result<void> Restorer::Take(const Act& act) {
  return std::visit([this](const auto* of) { return Take(of); }, act);
}

Book Restorer::Done(Journal* journal) && {
  book_.state().journal = journal;
  return std::move(book_);
}

template <class Id>
Result<void> Restorer::Follows(std::size_t count, Id first) const {
  if (NumberOf(first) == count + 1) return {};
  const std::string next = std::to_string(count + 1);
  const std::string found = std::to_string(NumberOf(first));
  return RefuseAct(Code::kNotFound, "restore.order",
                   "다음 번호는 " + next + "인데 " + found + "입니다.",
                   "The next number is " + next + ", not " + found + ".");
}

Result<void> Restorer::Take(const Account* account) { return Plain(book_.AddAccount(*account)); }
Result<void> Restorer::Take(const Department* department) {
  return Plain(book_.AddDepartment(*department));
}
Result<void> Restorer::Take(const ProgramNode* node) { return Plain(book_.AddProgram(*node)); }

Result<void> Restorer::Take(const NodeYear* year) {
  const Program* years = book_.YearsOf(year->program);
  if (years != nullptr && years->Find(year->year->fiscal_year) != nullptr)
    return book_.AmendProgramYear(year->program, *year->year);
  return book_.AddProgramYear(year->program, *year->year);
}

Result<void> Restorer::Take(const AddedItems* items) {
  if (Result<void> next = Follows(book_.item_count(), items->first); !next) return next;
  return Plain(book_.AddItems(std::vector<ItemKey>(items->keys, items->keys + items->count)));
}

Result<void> Restorer::Take(const Authorization* authorization) {
  return Plain(book_.AddAuthorization(*authorization));
}

Result<void> Restorer::Take(const PostedBatch* batch) {
  BookState& state = book_.state();
  const OneWriter alone(state);
  if (batch->rows.count != 0) {
    if (Result<void> next = Follows(state.entries.size(), batch->first); !next) return next;
  }
  const BookState::Made made = state.MadeSoFar();
  if (batch->items != nullptr) {
    const AddedItems& items = *batch->items;
    if (Result<void> next = Follows(state.items.size(), items.first); !next) return next;
    if (Result<void> added =
            state.AppendItems(std::vector<ItemKey>(items.keys, items.keys + items.count));
        !added)
      return added;
  }
  // All memory first.
  decltype(state.bases) bases;
  for (std::size_t i = 0; i < batch->basis_count; ++i) {
    const ItemBasis& basis = batch->bases[i];
    if (!Has(state.items.size(), basis.item)) {
      state.TakeBackTo(made);
      return Error(Code::kUnknownItem);
    }
    bases[{NumberOf(basis.item), static_cast<std::int32_t>(basis.stage), basis.number}] =
        *basis.basis;
  }
  Result<Receipt> posted = state.Post(batch->rows, PostedBy::kJournal);
  if (!posted) {
    state.TakeBackTo(made);
    return std::move(posted).error();
  }
  for (auto& [of, basis] : bases) {
    if (const auto found = state.bases.find(of); found != state.bases.end())
      found->second = std::move(basis);
  }
  state.bases.merge(bases);
  return {};
}

// In any order: what is kept of a book that has years without entries need not say which was closed first.
Result<void> Restorer::Take(const ClosedYear* year) {
  BookState& state = book_.state();
  const auto found = state.year_ids.find(year->fiscal_year);
  if (found == state.year_ids.end()) return Error(Code::kNotFound);
  if (state.years[found->second].closed) return Error(Code::kYearClosed);
  state.years[found->second].closed = true;
  ++state.changes;
  return {};
}

Result<void> Restorer::Take(const YearImport* year) {
  return book_.SetImportedYear(year->program, *year->year);
}
Result<void> Restorer::Take(const BudgetImport* budget) {
  return book_.SetImportedBudget(budget->item, *budget->budget);
}
Result<void> Restorer::Take(const ItemBasis* basis) {
  return book_.SetCostBasis(basis->item, basis->stage, basis->number, *basis->basis);
}

}  // namespace yesan::internal
