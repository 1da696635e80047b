// What stands on items, now or on a day.
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "capi/guard.h"
#include "capi/ledger.h"

using yesan::BalanceRow;
using yesan::BalanceTable;
using yesan::Code;
using yesan::Error;
using yesan::GroupBy;
using yesan::ItemBalances;
using yesan::ItemFilter;
using yesan::Result;
using yesan::capi::CheckTable;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::TableWriter;

namespace {

Result<void> GiveBalances(const std::vector<BalanceRow>& rows, yesan_balance_table* table) {
  return GiveTable(table, rows.size(), [&](TableWriter& out) {
    const auto sums = [&](std::int64_t* column, auto member) {
      out.Column(column, [&](std::size_t i) -> std::int64_t {
        if constexpr (std::is_member_function_pointer_v<decltype(member)>) {
          return (rows[i].sums.*member)();
        } else {
          return rows[i].sums.*member;
        }
      });
    };
    out.Column(table->key, [&](std::size_t i) { return rows[i].key; });
    out.Text(table->code, [&](std::size_t i) -> const std::string& { return rows[i].code; });
    sums(table->original, &ItemBalances::original);
    sums(table->supplementary, &ItemBalances::supplementary);
    sums(table->provisional, &ItemBalances::provisional);
    sums(table->adopted, &ItemBalances::adopted);
    sums(table->carryover_in, &ItemBalances::carryover_in);
    sums(table->pre_enactment, &ItemBalances::pre_enactment);
    sums(table->excess_revenue, &ItemBalances::excess_revenue);
    sums(table->inter_program_virement, &ItemBalances::inter_program_virement);
    sums(table->intra_program_virement, &ItemBalances::intra_program_virement);
    sums(table->minor_reallocation, &ItemBalances::minor_reallocation);
    sums(table->reorganization, &ItemBalances::reorganization);
    sums(table->contingency_draw, &ItemBalances::contingency_draw);
    sums(table->net_adjustment, &ItemBalances::net_adjustment);
    sums(table->current_budget, &ItemBalances::current_budget);
    sums(table->allotted, &ItemBalances::allotted);
    sums(table->committed_total, &ItemBalances::committed_total);
    sums(table->disbursed, &ItemBalances::disbursed);
    sums(table->outstanding, &ItemBalances::outstanding);
    sums(table->explicit_out, &ItemBalances::explicit_out);
    sums(table->accidental_out, &ItemBalances::accidental_out);
    sums(table->continuing_out, &ItemBalances::continuing_out);
    sums(table->construction_out, &ItemBalances::construction_out);
    sums(table->carryover_out, &ItemBalances::carryover_out);
    sums(table->commitments_out, &ItemBalances::commitments_out);
    sums(table->lapsed_balance, &ItemBalances::lapsed_balance);
    sums(table->subsidy_refund, &ItemBalances::subsidy_refund);
    sums(table->unspent_balance, &ItemBalances::unspent_balance);
    sums(table->assessed, &ItemBalances::assessed);
    sums(table->received, &ItemBalances::received);
    sums(table->written_off, &ItemBalances::written_off);
    sums(table->uncollected, &ItemBalances::uncollected);
  });
}

}  // namespace

yesan_status yesan_ledger_balances(const yesan_book* book, const yesan_item_filter* filter,
                                   int32_t by, yesan_balance_table* out_balances,
                                   yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_balances));
    Result<ItemFilter> items = yesan::capi::FilterOf(filter);
    if (!items) return std::move(items).error();
    Result<GroupBy> group = yesan::capi::GroupByOf(by);
    if (!group) return std::move(group).error();
    Result<BalanceTable> table = book->ledger->Balances(*items, *group);
    if (!table) return std::move(table).error();
    return GiveBalances(table->rows, out_balances);
  });
}

yesan_status yesan_ledger_balances_on(const yesan_book* book, int32_t day, uint32_t known,
                                      const yesan_item_filter* filter, int32_t by,
                                      yesan_balance_table* out_balances, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_balances));
    Result<yesan::Date> date = yesan::Date::FromDays(day);
    if (!date) return std::move(date).error();
    Result<ItemFilter> items = yesan::capi::FilterOf(filter);
    if (!items) return std::move(items).error();
    Result<GroupBy> group = yesan::capi::GroupByOf(by);
    if (!group) return std::move(group).error();
    Result<BalanceTable> table =
        book->ledger->BalancesOn(*date, *items, *group, yesan::EntryId{known});
    if (!table) return std::move(table).error();
    return GiveBalances(table->rows, out_balances);
  });
}

yesan_status yesan_ledger_items_balances(const yesan_book* book, uint64_t count,
                                         const uint32_t* items, yesan_balance_table* out_balances,
                                         yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_balances));
    if (count != 0) YESAN_REQUIRE(items);
    std::vector<BalanceRow> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
      const yesan::ItemId item{items[i]};
      if (book->ledger->Find(item) == nullptr) {
        return Error(Code::kUnknownItem).AtRow(static_cast<std::int64_t>(i));
      }
      rows.push_back({items[i], {}, book->ledger->BalancesOf(item)});
    }
    return GiveBalances(rows, out_balances);
  });
}
