// What the functions of the ledger share: the ledger of a handle, and arguments as the library's types.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "capi/convert.h"
#include "capi/handles.h"
#include "capi/table.h"
#include "yesan/base/result.h"
#include "yesan/calendar/date.h"
#include "yesan/ledger/balances.h"
#include "yesan/ledger/book.h"
#include "yesan/ledger/policy.h"

// Leaves the function with a refusal when the book is null or has no ledger.
#define YESAN_REQUIRE_LEDGER(book) \
  YESAN_REQUIRE(book);             \
  if (!(book)->ledger) return ::yesan::capi::NoLedger()

namespace yesan::capi {

[[nodiscard]] Error NoLedger();

// Whose ledger it is, and what it obeys.
struct Whose {
  Government government;
  Policy policy;
};
[[nodiscard]] Result<Whose> WhoseOf(const yesan_government& government);

// A text argument as a string of its own. Refuses kInvalidUtf8.
[[nodiscard]] Result<std::string> StringOf(const yesan_text& text);
[[nodiscard]] Result<std::string> StringOf(const char* bytes, std::uint64_t length);
// A row of a column, which CheckTexts has passed; empty where there is no column.
[[nodiscard]] Result<std::string> StringAt(const yesan_text_column& column, std::size_t row);
// 0 or 1.
[[nodiscard]] Result<bool> FlagOf(std::string_view name, std::uint32_t value);
[[nodiscard]] Result<ItemFilter> FilterOf(const yesan_item_filter* filter);
[[nodiscard]] Result<GroupBy> GroupByOf(std::int32_t by);
[[nodiscard]] Result<void> CheckReceipt(const yesan_receipt* receipt);
void Give(const Receipt& receipt, yesan_receipt* out) noexcept;
// What yesan_ledger_program_year_add and yesan_book_program_add take alike.
[[nodiscard]] Result<ProgramYear> ProgramYearOf(const yesan_program* program);

}  // namespace yesan::capi
