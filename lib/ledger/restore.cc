#include "lib/ledger/restore.h"

#include <cstddef>
#include <cstdint>
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

// The book while it takes what its journal has already.
class Quietly {
 public:
  explicit Quietly(BookState& state) noexcept
      : state_(state), journal_(state.journal), writing_(state.writing.exchange(false)) {
    state_.journal = nullptr;
  }
  Quietly(const Quietly&) = delete;
  Quietly& operator=(const Quietly&) = delete;
  ~Quietly() {
    state_.journal = journal_;
    state_.writing.store(writing_);
  }

 private:
  BookState& state_;
  Journal* journal_;
  bool writing_;
};

template <class Id>
Result<void> Follows(std::size_t count, Id first) {
  if (NumberOf(first) == count + 1) return {};
  const std::string next = std::to_string(count + 1);
  const std::string found = std::to_string(NumberOf(first));
  return RefuseAct(Code::kNotFound, "restore.order",
                   "다음 번호는 " + next + "인데 " + found + "입니다.",
                   "The next number is " + next + ", not " + found + ".");
}

Result<void> Take(Book& book, const Account* account) { return Plain(book.AddAccount(*account)); }
Result<void> Take(Book& book, const Department* department) {
  return Plain(book.AddDepartment(*department));
}
Result<void> Take(Book& book, const ProgramNode* node) { return Plain(book.AddProgram(*node)); }

Result<void> Take(Book& book, const NodeYear* year) {
  const Program* years = book.YearsOf(year->program);
  if (years != nullptr && years->Find(year->year->fiscal_year) != nullptr)
    return book.AmendProgramYear(year->program, *year->year);
  return book.AddProgramYear(year->program, *year->year);
}

Result<void> Take(Book& book, const AddedItems* items) {
  if (Result<void> next = Follows(book.item_count(), items->first); !next) return next;
  return Plain(book.AddItems(std::vector<ItemKey>(items->keys, items->keys + items->count)));
}

Result<void> Take(Book& book, const Authorization* authorization) {
  return Plain(book.AddAuthorization(*authorization));
}

Result<void> Take(Book& book, const PostedBatch* batch) {
  BookState& state = book.state();
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
  // A journal knows entries by their ids; a row of the batch itself is meant by its place in it.
  BatchView rows = batch->rows;
  std::vector<std::int64_t> references;
  if (rows.reference != nullptr) {
    references.assign(rows.reference, rows.reference + rows.count);
    for (std::int64_t& reference : references) {
      const std::int64_t first = NumberOf(batch->first);
      if (reference >= first) reference = first - 1 - reference;
    }
    rows.reference = references.data();
  }
  Result<Receipt> posted = state.Post(rows, PostedBy::kJournal);
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
Result<void> Take(Book& book, const ClosedYear* year) {
  BookState& state = book.state();
  const auto found = state.year_ids.find(year->fiscal_year);
  if (found == state.year_ids.end()) return Error(Code::kNotFound);
  if (state.years[found->second].closed) return Error(Code::kYearClosed);
  state.years[found->second].closed = true;
  ++state.changes;
  return {};
}

Result<void> Take(Book& book, const YearImport* year) {
  return book.SetImportedYear(year->program, *year->year);
}
Result<void> Take(Book& book, const BudgetImport* budget) {
  return book.SetImportedBudget(budget->item, *budget->budget);
}
Result<void> Take(Book& book, const ItemBasis* basis) {
  return book.SetCostBasis(basis->item, basis->stage, basis->number, *basis->basis);
}

}  // namespace

Result<void> TakeKept(Book& book, const Act& act) {
  const Quietly quietly(book.state());
  return std::visit([&book](const auto* of) { return Take(book, of); }, act);
}

Result<Restorer> Restorer::Make(Government government, Policy policy,
                                Classification classification) {
  Result<Book> book =
      Book::Make(std::move(government), std::move(policy), std::move(classification));
  if (!book) return std::move(book).error();
  return Restorer(*std::move(book));
}

Book Restorer::Done(Journal* journal) && {
  book_.state().journal = journal;
  return std::move(book_);
}

}  // namespace yesan::internal
