// A book made again of the acts that a journal kept, or brought up to date by them.
#pragma once

#include "lib/ledger/state.h"
#include "yesan/ledger/book.h"
#include "yesan/ledger/journal.h"

namespace yesan::internal {

// Takes an act of the past into a book, without telling its journal; also while the book is being written. What was posted
// was judged then, and stands: rules and policies of another day do not judge it again. Held against what is there is
// only what the book itself rests on, so that no bytes, however wrong, make a book that breaks: ids follow each other,
// entries name what is there and have amounts above zero, nothing is settled twice, sums stay in their range. Whether
// such a book is lawful, Book::Verify says.
//
// Refuses and keeps nothing of the act: Code::kNotFound for an id that does not follow those before it; else as the call
// refuses that the act came from.
[[nodiscard]] Result<void> TakeKept(Book& book, const Act& act);

// A book of acts, from an empty one on.
class Restorer {
 public:
  // An empty book. Refuses as Book::Make does.
  [[nodiscard]] static Result<Restorer> Make(Government government, Policy policy,
                                             Classification classification);

  [[nodiscard]] Result<void> Take(const Act& act) { return TakeKept(book_, act); }

  // What was made so far.
  [[nodiscard]] const Book& book() const noexcept { return book_; }
  // The book; what is done to it from now on goes to `journal`, which may be null.
  [[nodiscard]] Book Done(Journal* journal) &&;

 private:
  explicit Restorer(Book book) : book_(std::move(book)) {}

  Book book_;
};

}  // namespace yesan::internal
