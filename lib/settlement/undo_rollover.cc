// Taking back what Rollover did, a request at a time.
#include <cstdint>
#include <optional>

#include "lib/ledger/state.h"
#include "yesan/settlement/rollover.h"

namespace yesan {

using internal::BookState;

Result<Receipt> UndoRollover(Book& book, EntryId carry_out, ActorId actor) {
  BookState& state = book.state();
  internal::OneWriter alone(state);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  const std::uint32_t id = NumberOf(carry_out);
  if (id < 1 || id > state.entries.size()) return Error(Code::kUnknownReference);
  if (static_cast<EntryKind>(state.entries.kind(id)) != EntryKind::kCarryOut)
    return Error(Code::kWrongReference);
  const BookState::Carried carried = state.CarriedBy(id);
  Batch batch;
  // The last first: nothing leans on what is taken back.
  for (std::uint32_t entry = carried.end; entry-- > carried.out;) {
    const internal::Row row = state.RowOf(entry);
    Posting correction;
    correction.item = ItemId{row.item};
    correction.day = *Date::FromDays(row.day);
    correction.kind = EntryKind::kCorrect;
    correction.amount = Money(row.amount);
    correction.reference = entry;
    if (row.source != 0) correction.source = static_cast<FundingSource>(row.source);
    correction.actor = actor;
    batch.Add(correction);
  }
  return state.Post(batch.view(), internal::PostedBy::kRollover);
}

}  // namespace yesan
