// Settlements, surplus, refunds.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "capi/guard.h"
#include "capi/ledger.h"
#include "yesan/settlement/settle.h"

using yesan::ItemFilter;
using yesan::Result;
using yesan::SettledRow;
using yesan::SettlementColumn;
using yesan::SettlementRow;
using yesan::capi::CheckReserved;
using yesan::capi::CheckStructSize;
using yesan::capi::CheckTable;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::TableWriter;

namespace {

constexpr std::size_t kSheetColumns = 9;

SettlementColumn ColumnAt(std::size_t k) {
  return static_cast<SettlementColumn>(static_cast<std::int32_t>(k) + 1);
}

std::int64_t Total(const SettlementRow& row, std::size_t k) {
  return row.at(ColumnAt(k)).total.value_or(yesan::Money()).minor();
}

std::int64_t Part(const SettlementRow& row, std::size_t k) {
  return row.at(ColumnAt(k)).part.minor();
}

Result<std::vector<SettledRow>> SettledRows(const yesan_book& book, std::int32_t fiscal_year,
                                            const yesan_item_filter* filter, std::int32_t by) {
  Result<ItemFilter> items = yesan::capi::FilterOf(filter);
  if (!items) return std::move(items).error();
  items->fiscal_year = 0;
  Result<yesan::GroupBy> group = yesan::capi::GroupByOf(by);
  if (!group) return std::move(group).error();
  return Settle(*book.ledger, fiscal_year, *group, *items);
}

}  // namespace

yesan_status yesan_ledger_settle(const yesan_book* book, int32_t fiscal_year,
                                 const yesan_item_filter* filter, int32_t by,
                                 yesan_settled_table* out_rows, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_rows));
    Result<std::vector<SettledRow>> settled = SettledRows(*book, fiscal_year, filter, by);
    if (!settled) return std::move(settled).error();
    const std::vector<SettledRow>& rows = *settled;
    std::vector<SettlementRow> sheet;
    sheet.reserve(rows.size());
    for (const SettledRow& row : rows) sheet.push_back(ToSheetColumns(row, true));
    return GiveTable(out_rows, rows.size(), [&](TableWriter& out) {
      out.Column(out_rows->key, [&](std::size_t i) { return rows[i].key; });
      out.Column(out_rows->fiscal_year, [&](std::size_t i) { return rows[i].fiscal_year; });
      out.Column(out_rows->year_origin, [&](std::size_t i) { return rows[i].origin; });
      out.Text(out_rows->code, [&](std::size_t i) -> const std::string& { return rows[i].code; });
      for (std::size_t k = 0; k < yesan::kStatutoryColumns.size(); ++k) {
        out.Column(out_rows->total[k],
                   [&](std::size_t i) { return rows[i].total.*yesan::kStatutoryColumns[k]; });
        out.Column(out_rows->part[k],
                   [&](std::size_t i) { return rows[i].subsidy.*yesan::kStatutoryColumns[k]; });
      }
      for (std::size_t k = 0; k < kSheetColumns; ++k) {
        out.Column(out_rows->sheet_total[k], [&](std::size_t i) { return Total(sheet[i], k); });
        out.Column(out_rows->sheet_part[k], [&](std::size_t i) { return Part(sheet[i], k); });
      }
    });
  });
}

yesan_status yesan_ledger_settle_printed(const yesan_book* book, int32_t fiscal_year,
                                         const yesan_item_filter* filter, int32_t by, int64_t unit,
                                         int32_t rounding, yesan_printed_table* out_rows,
                                         yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_rows));
    YESAN_TRY(yesan::capi::CheckRounding(rounding));
    Result<std::vector<SettledRow>> settled = SettledRows(*book, fiscal_year, filter, by);
    if (!settled) return std::move(settled).error();
    std::vector<SettlementRow> rows;
    std::vector<std::uint32_t> one_off;
    for (const SettledRow& row : *settled) {
      Result<yesan::PrintedRow> printed =
          RoundForPrint(ToSheetColumns(row, true), unit, static_cast<yesan::Rounding>(rounding));
      if (!printed) return std::move(printed).error();
      std::uint32_t mask = 0;
      for (const SettlementColumn column : printed->one_off) {
        mask |= std::uint32_t{1} << (static_cast<std::uint32_t>(column) - 1);
      }
      one_off.push_back(mask);
      rows.push_back(std::move(printed->row));
    }
    return GiveTable(out_rows, rows.size(), [&](TableWriter& out) {
      out.Column(out_rows->key, [&](std::size_t i) { return (*settled)[i].key; });
      out.Text(out_rows->code,
               [&](std::size_t i) -> const std::string& { return (*settled)[i].code; });
      for (std::size_t k = 0; k < kSheetColumns; ++k) {
        out.Column(out_rows->total[k], [&](std::size_t i) { return Total(rows[i], k); });
        out.Column(out_rows->part[k], [&](std::size_t i) { return Part(rows[i], k); });
      }
      out.Column(out_rows->one_off, [&](std::size_t i) { return one_off[i]; });
    });
  });
}

yesan_status yesan_ledger_surplus(const yesan_book* book, uint32_t account, int32_t fiscal_year,
                                  int64_t grant_difference, yesan_surplus* out_surplus,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_surplus);
    YESAN_TRY(CheckStructSize("surplus", out_surplus->struct_size, sizeof *out_surplus));
    YESAN_TRY(CheckReserved("surplus", out_surplus->reserved));
    Result<yesan::Surplus> surplus = SurplusOf(*book->ledger, yesan::AccountId{account},
                                               fiscal_year, yesan::Money(grant_difference));
    if (!surplus) return std::move(surplus).error();
    out_surplus->revenue_budget = surplus->revenue_budget;
    out_surplus->expenditure_budget = surplus->expenditure_budget;
    out_surplus->assessed = surplus->assessed;
    out_surplus->received = surplus->received;
    out_surplus->written_off = surplus->written_off;
    out_surplus->uncollected = surplus->uncollected;
    out_surplus->disbursed = surplus->disbursed;
    out_surplus->closing_surplus = surplus->closing_surplus;
    out_surplus->carryover_out = surplus->carryover_out;
    out_surplus->subsidy_refund = surplus->subsidy_refund;
    out_surplus->grant_difference = surplus->grant_difference;
    out_surplus->net_surplus = surplus->net_surplus;
    out_surplus->excess_receipts = surplus->excess_receipts;
    out_surplus->unspent_balance = surplus->unspent_balance;
    return {};
  });
}

yesan_status yesan_ledger_refunds(const yesan_book* book, int32_t fiscal_year,
                                  const yesan_item_filter* filter, yesan_refund_table* out_refunds,
                                  yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_refunds));
    Result<ItemFilter> items = yesan::capi::FilterOf(filter);
    if (!items) return std::move(items).error();
    items->fiscal_year = 0;
    Result<std::vector<yesan::RefundDue>> due = RefundsDue(*book->ledger, fiscal_year, *items);
    if (!due) return std::move(due).error();
    return GiveTable(out_refunds, due->size(), [&](TableWriter& out) {
      out.Column(out_refunds->source, [&](std::size_t i) { return (*due)[i].source; });
      out.Column(out_refunds->amount, [&](std::size_t i) { return (*due)[i].amount.minor(); });
    });
  });
}
