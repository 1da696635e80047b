#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "capi/convert.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/table.h"
#include "yesan/budget/budget_item.h"

using yesan::BudgetAmount;
using yesan::BudgetItem;
using yesan::Code;
using yesan::Error;
using yesan::Money;
using yesan::PartKind;
using yesan::Result;
using yesan::capi::BadArgument;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::TableWriter;
using yesan::capi::TextAt;

namespace {

constexpr std::uint32_t kAllBits = YESAN_ITEM_PRIOR | YESAN_ITEM_CURRENT | YESAN_ITEM_PRIOR_PART |
                                   YESAN_ITEM_CURRENT_PART | YESAN_ITEM_PRIOR_PART_NONE |
                                   YESAN_ITEM_CURRENT_PART_NONE;

// The text of a key cannot be mistaken for another's: lengths stand before the texts.
std::string KeyOf(const BudgetItem& item) {
  std::string key = std::to_string(item.fiscal_year) + ' ' + std::to_string(item.program) + ' ' +
                    std::to_string(static_cast<std::int32_t>(item.origin));
  for (const std::string* text : {&item.account, &item.department, &item.object_item}) {
    key += ' ' + std::to_string(text->size()) + ' ' + *text;
  }
  return key;
}

Result<void> CheckItemColumns(std::uint64_t count, const yesan_item_columns* items) {
  YESAN_REQUIRE(items);
  YESAN_TRY(yesan::capi::CheckStructSize("items", items->struct_size, sizeof *items));
  YESAN_TRY(yesan::capi::CheckReserved("items", items->reserved));
  if (count == 0) return {};
  YESAN_REQUIRE(items->fiscal_year);
  YESAN_REQUIRE(items->program);
  for (const yesan_text_column* column :
       {&items->account, &items->department, &items->object_item}) {
    if (column->offsets != nullptr) {
      YESAN_TRY(yesan::capi::CheckTexts("account, department, object_item", *column, count));
    }
  }
  return {};
}

Result<void> Take(const yesan_text_column& column, std::size_t row, std::string& out) {
  if (column.offsets == nullptr) return {};
  const std::string_view text = TextAt(column, row);
  YESAN_TRY(yesan::capi::CheckUtf8(text));
  out = text;
  return {};
}

// One side of an item: its amount and its part, as the bits say.
Result<BudgetAmount> AmountOf(const std::int64_t* total, const std::int64_t* part, std::size_t row,
                              bool has_total, bool has_part, bool part_none) {
  BudgetAmount amount;
  if ((has_total && total == nullptr) || (has_part && part == nullptr)) {
    return BadArgument("present", "열이 없는 금액입니다", "names an amount without a column");
  }
  if (has_part && part_none) {
    return BadArgument("present", "내역이 있으면서 없다고 합니다",
                       "says of a part that it is stated and that it is none");
  }
  if (has_total) amount.total = Money(total[row]);
  if (has_part) {
    amount.part_kind = PartKind::kStated;
    amount.part = Money(part[row]);
  } else if (part_none) {
    amount.part_kind = PartKind::kNone;
  }
  return amount;
}

Result<BudgetItem> ItemOf(const yesan_book& book, const yesan_item_columns& items,
                          std::size_t row) {
  BudgetItem item;
  item.fiscal_year = items.fiscal_year[row];
  if (item.fiscal_year < 1 || item.fiscal_year > 9999) return Error(Code::kOutOfRange);
  item.program = items.program[row];
  if (item.program >= book.programs.size()) return Error(Code::kNotFound);
  const std::int32_t origin = items.origin == nullptr ? YESAN_ORIGIN_CURRENT : items.origin[row];
  YESAN_TRY(
      yesan::capi::CheckNumber("origin", origin, YESAN_ORIGIN_CURRENT, YESAN_ORIGIN_CONSTRUCTION));
  item.origin = static_cast<yesan::Origin>(origin);
  std::uint32_t bits = 0;
  if (items.present != nullptr) {
    bits = items.present[row];
    if ((bits & ~kAllBits) != 0) return yesan::capi::UnknownNumber("present", bits);
  } else {
    if (items.prior != nullptr) bits |= YESAN_ITEM_PRIOR;
    if (items.current != nullptr) bits |= YESAN_ITEM_CURRENT;
    if (items.prior_part != nullptr) bits |= YESAN_ITEM_PRIOR_PART;
    if (items.current_part != nullptr) bits |= YESAN_ITEM_CURRENT_PART;
  }
  const auto has = [&](std::uint32_t bit) { return (bits & bit) != 0; };
  Result<BudgetAmount> prior =
      AmountOf(items.prior, items.prior_part, row, has(YESAN_ITEM_PRIOR),
               has(YESAN_ITEM_PRIOR_PART), has(YESAN_ITEM_PRIOR_PART_NONE));
  if (!prior) return std::move(prior).error();
  Result<BudgetAmount> current =
      AmountOf(items.current, items.current_part, row, has(YESAN_ITEM_CURRENT),
               has(YESAN_ITEM_CURRENT_PART), has(YESAN_ITEM_CURRENT_PART_NONE));
  if (!current) return std::move(current).error();
  item.prior = *prior;
  item.current = *current;
  YESAN_TRY(Take(items.account, row, item.account));
  YESAN_TRY(Take(items.department, row, item.department));
  YESAN_TRY(Take(items.object_item, row, item.object_item));
  return item;
}

// A batch before it is in: what a row would be refused for is known without touching the book.
struct Batch {
  std::vector<BudgetItem> items;
  std::set<std::string> keys;
};

Result<void> AddTo(Batch& batch, const yesan_book& book, const yesan_item_columns& items,
                   std::size_t row) {
  Result<BudgetItem> item = ItemOf(book, items, row);
  if (!item) return std::move(item).error();
  std::string key = KeyOf(*item);
  if (book.item_keys.count(key) != 0 || batch.keys.count(key) != 0) return Error(Code::kDuplicate);
  batch.items.push_back(std::move(item).value());
  batch.keys.insert(std::move(key));
  return {};
}

std::uint32_t BitsOf(const BudgetItem& item) {
  std::uint32_t bits = 0;
  if (item.prior.total) bits |= YESAN_ITEM_PRIOR;
  if (item.current.total) bits |= YESAN_ITEM_CURRENT;
  if (item.prior.part_kind == PartKind::kStated) bits |= YESAN_ITEM_PRIOR_PART;
  if (item.current.part_kind == PartKind::kStated) bits |= YESAN_ITEM_CURRENT_PART;
  if (item.prior.part_kind == PartKind::kNone) bits |= YESAN_ITEM_PRIOR_PART_NONE;
  if (item.current.part_kind == PartKind::kNone) bits |= YESAN_ITEM_CURRENT_PART_NONE;
  return bits;
}

std::int64_t Won(const BudgetAmount& amount) { return amount.total.value_or(Money()).minor(); }

}  // namespace

yesan_status yesan_book_items_add(yesan_book* book, uint64_t count, const yesan_item_columns* items,
                                  uint32_t* out_first_item, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_REQUIRE(out_first_item);
    YESAN_TRY(CheckItemColumns(count, items));
    const std::size_t first = book->items.size();
    if (count > std::numeric_limits<std::uint32_t>::max() - first) return Error(Code::kTooLarge);
    Batch batch;
    for (std::size_t i = 0; i < count; ++i) {
      if (Result<void> added = AddTo(batch, *book, *items, i); !added) {
        return std::move(added).error().AtRow(static_cast<std::int64_t>(i));
      }
    }
    // From here on nothing can fail: the room is made first, and the sets hand their nodes over.
    if (book->items.capacity() < first + batch.items.size()) {
      book->items.reserve(std::max(2 * first, first + batch.items.size()));
    }
    for (BudgetItem& item : batch.items) book->items.push_back(std::move(item));
    book->item_keys.merge(batch.keys);
    *out_first_item = static_cast<std::uint32_t>(first);
    return {};
  });
}

yesan_status yesan_book_items_check(const yesan_book* book, uint64_t count,
                                    const yesan_item_columns* items, int32_t* out_statuses,
                                    yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_TRY(CheckItemColumns(count, items));
    if (count == 0) return {};
    YESAN_REQUIRE(out_statuses);
    Batch batch;
    std::vector<std::int32_t> statuses(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      statuses[i] = static_cast<std::int32_t>(AddTo(batch, *book, *items, i).code());
    }
    for (std::size_t i = 0; i < statuses.size(); ++i) out_statuses[i] = statuses[i];
    return {};
  });
}

yesan_status yesan_book_items(const yesan_book* book, yesan_item_table* out_items,
                              yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_TRY(yesan::capi::CheckTable(out_items));
    const std::vector<BudgetItem>& items = book->items;
    std::vector<std::int64_t> changes;
    for (std::size_t i = 0; i < items.size(); ++i) {
      Result<yesan::BudgetChange> change = ComputeChange(items[i].prior, items[i].current);
      if (!change) return std::move(change).error().AtRow(static_cast<std::int64_t>(i));
      changes.push_back(change->total.value_or(Money()).minor());
    }
    return GiveTable(out_items, items.size(), [&](TableWriter& out) {
      const auto at = [&](std::size_t i) -> const BudgetItem& { return items[i]; };
      out.Column(out_items->fiscal_year, [&](std::size_t i) { return at(i).fiscal_year; });
      out.Column(out_items->program, [&](std::size_t i) { return at(i).program; });
      out.Column(out_items->origin, [&](std::size_t i) { return at(i).origin; });
      out.Column(out_items->present, [&](std::size_t i) { return BitsOf(at(i)); });
      out.Column(out_items->prior, [&](std::size_t i) { return Won(at(i).prior); });
      out.Column(out_items->current, [&](std::size_t i) { return Won(at(i).current); });
      out.Column(out_items->prior_part, [&](std::size_t i) { return at(i).prior.part.minor(); });
      out.Column(out_items->current_part,
                 [&](std::size_t i) { return at(i).current.part.minor(); });
      out.Column(out_items->change, [&](std::size_t i) { return changes[i]; });
      out.Text(out_items->account,
               [&](std::size_t i) -> const std::string& { return at(i).account; });
      out.Text(out_items->department,
               [&](std::size_t i) -> const std::string& { return at(i).department; });
      out.Text(out_items->object_item,
               [&](std::size_t i) -> const std::string& { return at(i).object_item; });
    });
  });
}
