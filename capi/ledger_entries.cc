// Entries: posted, judged beforehand, read back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "capi/guard.h"
#include "capi/ledger.h"

using yesan::BatchView;
using yesan::Code;
using yesan::Entry;
using yesan::EntryId;
using yesan::Result;
using yesan::capi::CheckReserved;
using yesan::capi::CheckStructSize;
using yesan::capi::CheckTable;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::TableWriter;

namespace {

// The caller's columns as the library takes them; only memos need a column of their own. Numbers and texts are judged by
// the ledger, each at its place in the order of rules.
Result<BatchView> ViewOf(std::uint64_t count, const yesan_entry_columns* entries,
                         std::vector<std::string_view>& memos) {
  YESAN_REQUIRE(entries);
  YESAN_TRY(CheckStructSize("entries", entries->struct_size, sizeof *entries));
  YESAN_TRY(CheckReserved("entries", entries->reserved));
  Result<std::string_view> key = yesan::capi::RawTextOf(entries->key.bytes, entries->key.length);
  if (!key) return std::move(key).error();
  BatchView view;
  view.key = *key;
  if (count == 0) return view;
  YESAN_REQUIRE(entries->item);
  YESAN_REQUIRE(entries->day);
  YESAN_REQUIRE(entries->kind);
  YESAN_REQUIRE(entries->amount);
  view.count = static_cast<std::size_t>(count);
  view.item = entries->item;
  view.day = entries->day;
  view.kind = entries->kind;
  view.cause = entries->cause;
  view.amount = entries->amount;
  view.reference = entries->reference;
  view.group = entries->group;
  view.source = entries->source;
  view.authorization = entries->authorization;
  view.actor = entries->actor;
  if (entries->memo.offsets != nullptr) {
    YESAN_TRY(yesan::capi::CheckTexts("memo", entries->memo, count));
    memos.reserve(view.count);
    for (std::size_t i = 0; i < view.count; ++i) {
      memos.push_back(yesan::capi::TextAt(entries->memo, i));
    }
    view.memo = memos.data();
  }
  return view;
}

}  // namespace

yesan_status yesan_ledger_post(yesan_book* book, uint64_t count, const yesan_entry_columns* entries,
                               yesan_receipt* out_receipt, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(yesan::capi::CheckReceipt(out_receipt));
    std::vector<std::string_view> memos;
    Result<BatchView> view = ViewOf(count, entries, memos);
    if (!view) return std::move(view).error();
    Result<yesan::Receipt> receipt = book->ledger->Post(*view);
    if (!receipt) return std::move(receipt).error();
    yesan::capi::Give(*receipt, out_receipt);
    return {};
  });
}

yesan_status yesan_ledger_post_check(const yesan_book* book, uint64_t count,
                                     const yesan_entry_columns* entries, int32_t* out_statuses,
                                     yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    std::vector<std::string_view> memos;
    Result<BatchView> view = ViewOf(count, entries, memos);
    if (!view) return std::move(view).error();
    if (count == 0) return {};
    YESAN_REQUIRE(out_statuses);
    const std::vector<Code> codes = book->ledger->Check(*view);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      out_statuses[i] = static_cast<std::int32_t>(codes[i]);
    }
    return {};
  });
}

yesan_status yesan_ledger_entries(const yesan_book* book, uint32_t first, uint64_t rows_max,
                                  yesan_entry_table* out_entries, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_entries));
    const yesan::Book& ledger = *book->ledger;
    const std::uint64_t begin = std::max<std::uint64_t>(first, 1);
    std::uint64_t count = ledger.entry_count() < begin ? 0 : ledger.entry_count() - begin + 1;
    if (rows_max != 0) count = std::min(count, rows_max);
    // A writer must not throw, and an entry is put together anew each time it is asked for.
    std::vector<Entry> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count; ++i) {
      rows.push_back(*ledger.Find(EntryId{static_cast<std::uint32_t>(begin + i)}));
    }
    return GiveTable(out_entries, count, [&](TableWriter& out) {
      const auto at = [&](std::size_t i) -> const Entry& { return rows[i]; };
      out.Column(out_entries->entry, [&](std::size_t i) { return at(i).id; });
      out.Column(out_entries->item, [&](std::size_t i) { return at(i).item; });
      out.Column(out_entries->day, [&](std::size_t i) { return at(i).day.days(); });
      out.Column(out_entries->kind, [&](std::size_t i) { return at(i).kind; });
      out.Column(out_entries->cause, [&](std::size_t i) { return at(i).cause; });
      out.Column(out_entries->amount, [&](std::size_t i) { return at(i).amount.minor(); });
      out.Column(out_entries->reference, [&](std::size_t i) { return at(i).reference; });
      out.Column(out_entries->group, [&](std::size_t i) { return at(i).group; });
      out.Column(out_entries->source, [&](std::size_t i) {
        return at(i).source ? static_cast<std::int32_t>(*at(i).source) : YESAN_SOURCE_NONE;
      });
      out.Column(out_entries->authorization, [&](std::size_t i) { return at(i).authorization; });
      out.Column(out_entries->actor, [&](std::size_t i) { return at(i).actor; });
      out.Column(out_entries->corrected, [&](std::size_t i) { return at(i).corrected ? 1 : 0; });
      out.Column(out_entries->open, [&](std::size_t i) { return at(i).open.minor(); });
      out.Text(out_entries->memo, [&](std::size_t i) { return at(i).memo; });
    });
  });
}
