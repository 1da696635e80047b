// Rollover, closing, and the proof of the whole ledger.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capi/findings.h"
#include "capi/guard.h"
#include "capi/ledger.h"
#include "yesan/settlement/rollover.h"

using yesan::CarryRequest;
using yesan::CarryRow;
using yesan::Code;
using yesan::Date;
using yesan::EntryId;
using yesan::Error;
using yesan::NumberOf;
using yesan::Result;
using yesan::RolloverPreview;
using yesan::capi::BadArgument;
using yesan::capi::CheckReserved;
using yesan::capi::CheckStructSize;
using yesan::capi::CheckTable;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::StringAt;
using yesan::capi::TableWriter;

namespace {

Result<void> CheckOffsets(std::uint64_t count, const yesan_carry_columns& requests) {
  const std::int64_t* const offsets = requests.commitment_offsets;
  if (offsets == nullptr) return {};
  bool rises = offsets[0] >= 0;
  for (std::size_t i = 0; i < count; ++i) rises = rises && offsets[i] <= offsets[i + 1];
  if (!rises) {
    return BadArgument("commitment_offsets", "0 이상에서 시작하여 줄지 않아야 합니다",
                       "must begin at 0 or above and never fall");
  }
  if (offsets[count] > offsets[0]) YESAN_REQUIRE(requests.commitments);
  return {};
}

Result<std::vector<CarryRequest>> RequestsOf(std::uint64_t count,
                                             const yesan_carry_columns* requests) {
  YESAN_REQUIRE(requests);
  YESAN_TRY(CheckStructSize("requests", requests->struct_size, sizeof *requests));
  YESAN_TRY(CheckReserved("requests", requests->reserved));
  std::vector<CarryRequest> out;
  if (count == 0) return out;
  YESAN_REQUIRE(requests->item);
  YESAN_REQUIRE(requests->cause);
  YESAN_REQUIRE(requests->amount);
  YESAN_TRY(CheckOffsets(count, *requests));
  for (const yesan_text_column* column :
       {&requests->next_object_item, &requests->next_object_group}) {
    if (column->offsets != nullptr) {
      YESAN_TRY(yesan::capi::CheckTexts("next_object_item, next_object_group", *column, count));
    }
  }
  out.resize(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].item = yesan::ItemId{requests->item[i]};
    out[i].cause = static_cast<yesan::Cause>(requests->cause[i]);
    out[i].amount = yesan::Money(requests->amount[i]);
    if (requests->authorization != nullptr) {
      out[i].authorization = yesan::AuthorizationId{requests->authorization[i]};
    }
    if (requests->commitment_offsets != nullptr) {
      for (std::int64_t k = requests->commitment_offsets[i];
           k < requests->commitment_offsets[i + 1]; ++k) {
        out[i].commitments.push_back(EntryId{requests->commitments[k]});
      }
    }
    Result<std::string> object = StringAt(requests->next_object_item, i);
    if (!object) return std::move(object).error().AtRow(static_cast<std::int64_t>(i));
    out[i].next_object_item = *std::move(object);
    Result<std::string> group = StringAt(requests->next_object_group, i);
    if (!group) return std::move(group).error().AtRow(static_cast<std::int64_t>(i));
    out[i].next_object_group = *std::move(group);
  }
  return out;
}

Result<RolloverPreview> PreviewOf(const yesan_book& book, std::int32_t fiscal_year,
                                  std::uint64_t count, const yesan_carry_columns* requests,
                                  std::int32_t day, std::uint32_t actor) {
  Result<std::vector<CarryRequest>> in = RequestsOf(count, requests);
  if (!in) return std::move(in).error();
  // N + 1 is a year too.
  if (fiscal_year < 1 || fiscal_year > 9997) return Error(Code::kOutOfRange);
  Result<Date> date = Date::FromDays(day);
  if (!date) return std::move(date).error();
  return PreviewRollover(*book.ledger, fiscal_year, *std::move(in), *date, yesan::ActorId{actor});
}

}  // namespace

yesan_status yesan_ledger_rollover_check(const yesan_book* book, int32_t fiscal_year,
                                         uint64_t count, const yesan_carry_columns* requests,
                                         int32_t day, uint64_t* out_state,
                                         yesan_carry_table* out_rows, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_rows));
    YESAN_REQUIRE(out_state);
    Result<RolloverPreview> preview = PreviewOf(*book, fiscal_year, count, requests, day, 0);
    if (!preview) return std::move(preview).error();
    YESAN_TRY(GiveTable(out_rows, preview->rows.size(), [&](TableWriter& out) {
      const auto at = [&](std::size_t i) -> const CarryRow& { return preview->rows[i]; };
      out.Column(out_rows->item, [&](std::size_t i) { return at(i).from; });
      out.Column(out_rows->cause, [&](std::size_t i) { return at(i).cause; });
      out.Column(out_rows->amount, [&](std::size_t i) { return at(i).amount.minor(); });
      out.Column(out_rows->committed, [&](std::size_t i) { return at(i).committed.minor(); });
      out.Column(out_rows->status, [&](std::size_t i) { return at(i).refused; });
      out.Column(out_rows->to_origin, [&](std::size_t i) { return at(i).to.origin; });
      out.Text(out_rows->to_object_item,
               [&](std::size_t i) -> const std::string& { return at(i).to.object_item; });
      out.Text(out_rows->to_object_group,
               [&](std::size_t i) -> const std::string& { return at(i).to.object_group; });
      const auto minor = [](const std::optional<yesan::Money>& money) {
        return money ? money->minor() : std::int64_t{-1};
      };
      out.Column(out_rows->available, [&](std::size_t i) { return minor(at(i).available); });
      out.Column(out_rows->asked, [&](std::size_t i) { return minor(at(i).asked); });
    }));
    *out_state = preview->book_state;
    return {};
  });
}

yesan_status yesan_ledger_rollover(yesan_book* book, int32_t fiscal_year, uint64_t count,
                                   const yesan_carry_columns* requests, int32_t day, uint32_t actor,
                                   uint64_t state, uint32_t* out_items, yesan_receipt* out_receipt,
                                   yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(yesan::capi::CheckReceipt(out_receipt));
    Result<RolloverPreview> preview = PreviewOf(*book, fiscal_year, count, requests, day, actor);
    if (!preview) return std::move(preview).error();
    preview->book_state = state;
    Result<yesan::RolloverReceipt> receipt = Rollover(*book->ledger, *preview);
    if (!receipt) return std::move(receipt).error();
    for (std::size_t i = 0; out_items != nullptr && i < receipt->carried.size(); ++i) {
      out_items[i] = NumberOf(receipt->carried[i]);
    }
    yesan::capi::Give(receipt->entries, out_receipt);
    return {};
  });
}

yesan_status yesan_ledger_rollover_undo(yesan_book* book, uint32_t carry_out, uint32_t actor,
                                        yesan_receipt* out_receipt, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(yesan::capi::CheckReceipt(out_receipt));
    Result<yesan::Receipt> receipt =
        UndoRollover(*book->ledger, yesan::EntryId{carry_out}, yesan::ActorId{actor});
    if (!receipt) return std::move(receipt).error();
    yesan::capi::Give(*receipt, out_receipt);
    return {};
  });
}

yesan_status yesan_ledger_year_close(yesan_book* book, int32_t fiscal_year, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    return book->ledger->Close(fiscal_year);
  });
}

yesan_status yesan_ledger_year_is_closed(const yesan_book* book, int32_t fiscal_year,
                                         uint32_t* out_closed, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_closed);
    *out_closed = book->ledger->IsClosed(fiscal_year) ? 1 : 0;
    return {};
  });
}

yesan_status yesan_ledger_verify(const yesan_book* book, yesan_finding_table* out_findings,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_findings));
    return yesan::capi::GiveFindings(book->ledger->Verify(), out_findings);
  });
}
