// The ledger itself: accounts, departments, the program tree, items, authorizations.
#include "capi/ledger.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capi/guard.h"
#include "yesan/exchange/policy_json.h"

using yesan::AccountId;
using yesan::Book;
using yesan::Code;
using yesan::DepartmentId;
using yesan::Error;
using yesan::ItemId;
using yesan::ItemKey;
using yesan::NumberOf;
using yesan::ProgramId;
using yesan::Result;
using yesan::capi::CheckNumber;
using yesan::capi::CheckReserved;
using yesan::capi::CheckStructSize;
using yesan::capi::CheckTable;
using yesan::capi::FlagOf;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::StringAt;
using yesan::capi::StringOf;
using yesan::capi::TableWriter;

namespace yesan::capi {

Error NoLedger() {
  return BadArgument("book", "원장이 없는 책입니다 (yesan_ledger_create)",
                     "is a book without a ledger (yesan_ledger_create)");
}

Result<std::string> StringOf(const char* bytes, std::uint64_t length) {
  Result<std::string_view> in = TextOf(bytes, length);
  if (!in) return std::move(in).error();
  return std::string(*in);
}

Result<std::string> StringOf(const yesan_text& text) { return StringOf(text.bytes, text.length); }

Result<std::string> StringAt(const yesan_text_column& column, std::size_t row) {
  if (column.offsets == nullptr) return std::string();
  const std::string_view text = TextAt(column, row);
  YESAN_TRY(CheckUtf8(text));
  return std::string(text);
}

Result<bool> FlagOf(std::string_view name, std::uint32_t value) {
  if (value > 1) return UnknownNumber(name, value);
  return value == 1;
}

Result<ItemFilter> FilterOf(const yesan_item_filter* filter) {
  ItemFilter out;
  if (filter == nullptr) return out;
  YESAN_TRY(CheckStructSize("filter", filter->struct_size, sizeof *filter));
  constexpr std::uint32_t kBits = YESAN_FILTER_ORIGIN | YESAN_FILTER_REVENUE;
  if ((filter->present & ~kBits) != 0) return UnknownNumber("present", filter->present);
  out.fiscal_year = filter->fiscal_year;
  out.account = AccountId{filter->account};
  out.department = DepartmentId{filter->department};
  out.program = ProgramId{filter->program};
  if ((filter->present & YESAN_FILTER_ORIGIN) != 0) {
    YESAN_TRY(
        CheckNumber("origin", filter->origin, YESAN_ORIGIN_CURRENT, YESAN_ORIGIN_CONSTRUCTION));
    out.origin = static_cast<Origin>(filter->origin);
  }
  if ((filter->present & YESAN_FILTER_REVENUE) != 0) {
    Result<bool> revenue = FlagOf("revenue", filter->revenue);
    if (!revenue) return std::move(revenue).error();
    out.revenue = *revenue;
  }
  Result<std::string> group = StringOf(filter->object_group);
  if (!group) return std::move(group).error();
  out.object_group = *std::move(group);
  Result<std::string> item = StringOf(filter->object_item);
  if (!item) return std::move(item).error();
  out.object_item = *std::move(item);
  return out;
}

Result<GroupBy> GroupByOf(std::int32_t by) {
  YESAN_TRY(CheckNumber("by", by, YESAN_BY_NOTHING, YESAN_BY_FUNDING_SOURCE));
  return static_cast<GroupBy>(by);
}

Result<void> CheckReceipt(const yesan_receipt* receipt) {
  YESAN_REQUIRE(receipt);
  return CheckStructSize("receipt", receipt->struct_size, sizeof *receipt);
}

void Give(const Receipt& receipt, yesan_receipt* out) noexcept {
  out->first = NumberOf(receipt.first);
  out->count = receipt.count;
  out->repeated = receipt.repeated ? 1 : 0;
}

}  // namespace yesan::capi

namespace {

// A key row of the columns. The object group is not part of the key and is not looked for in a search.
Result<ItemKey> KeyOf(const yesan_ledger_item_columns& items, std::size_t row) {
  ItemKey key;
  key.fiscal_year = items.fiscal_year[row];
  key.account = AccountId{items.account[row]};
  if (items.department != nullptr) key.department = DepartmentId{items.department[row]};
  if (items.program != nullptr) key.program = ProgramId{items.program[row]};
  if (items.origin != nullptr) {
    YESAN_TRY(
        CheckNumber("origin", items.origin[row], YESAN_ORIGIN_CURRENT, YESAN_ORIGIN_CONSTRUCTION));
    key.origin = static_cast<yesan::Origin>(items.origin[row]);
  }
  if (items.revenue != nullptr) {
    Result<bool> revenue = FlagOf("revenue", items.revenue[row]);
    if (!revenue) return std::move(revenue).error();
    key.revenue = *revenue;
  }
  Result<std::string> object = StringAt(items.object_item, row);
  if (!object) return std::move(object).error();
  key.object_item = *std::move(object);
  Result<std::string> group = StringAt(items.object_group, row);
  if (!group) return std::move(group).error();
  key.object_group = *std::move(group);
  return key;
}

Result<void> CheckItemColumns(std::uint64_t count, const yesan_ledger_item_columns* items) {
  YESAN_REQUIRE(items);
  YESAN_TRY(CheckStructSize("items", items->struct_size, sizeof *items));
  YESAN_TRY(CheckReserved("items", items->reserved));
  if (count == 0) return {};
  YESAN_REQUIRE(items->fiscal_year);
  YESAN_REQUIRE(items->account);
  for (const yesan_text_column* column : {&items->object_item, &items->object_group}) {
    if (column->offsets != nullptr) {
      YESAN_TRY(yesan::capi::CheckTexts("object_item, object_group", *column, count));
    }
  }
  return {};
}

// The first refused row, or every key.
Result<std::vector<ItemKey>> KeysOf(std::uint64_t count, const yesan_ledger_item_columns& items) {
  std::vector<ItemKey> keys;
  keys.reserve(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < count; ++i) {
    Result<ItemKey> key = KeyOf(items, i);
    if (!key) return std::move(key).error().AtRow(static_cast<std::int64_t>(i));
    keys.push_back(*std::move(key));
  }
  return keys;
}

struct NameRow {
  std::int32_t kind = 0;
  std::uint32_t parent = 0;
  std::string_view name;
  std::string_view code;
};

Result<void> GiveNames(const std::vector<NameRow>& rows, yesan_name_table* table) {
  return GiveTable(table, rows.size(), [&](TableWriter& out) {
    out.Column(table->kind, [&](std::size_t i) { return rows[i].kind; });
    out.Column(table->parent, [&](std::size_t i) { return rows[i].parent; });
    out.Text(table->name, [&](std::size_t i) { return rows[i].name; });
    out.Text(table->code, [&](std::size_t i) { return rows[i].code; });
  });
}

Result<yesan::Government> GovernmentOf(const yesan_government& in) {
  yesan::Government out;
  YESAN_TRY(CheckNumber("tier", in.tier, YESAN_TIER_UNKNOWN, YESAN_TIER_DISTRICT));
  out.tier = static_cast<yesan::GovernmentKind>(in.tier);
  out.minor_digits = in.minor_digits;
  YESAN_TRY(CheckNumber("first_month", in.first_month, 0, 12));
  if (in.first_month != 0) out.calendar.first_month = in.first_month;
  if (in.year_naming != 0) {
    YESAN_TRY(CheckNumber("year_naming", in.year_naming, YESAN_NAMED_BY_FIRST_DAY,
                          YESAN_NAMED_BY_LAST_DAY));
    out.calendar.naming = static_cast<yesan::YearNaming>(in.year_naming);
  }
  Result<std::string> name = StringOf(in.name);
  if (!name) return std::move(name).error();
  out.name = *std::move(name);
  Result<std::string> code = StringOf(in.code);
  if (!code) return std::move(code).error();
  out.code = *std::move(code);
  Result<std::string> currency = StringOf(in.currency);
  if (!currency) return std::move(currency).error();
  if (!currency->empty()) out.currency = *std::move(currency);
  return out;
}

Result<yesan::Policy> PolicyOf(const yesan_government& in) {
  YESAN_TRY(CheckNumber("policy", in.policy, YESAN_POLICY_KOREAN, YESAN_POLICY_OWN));
  Result<std::string_view> json = yesan::capi::TextOf(in.policy_json.bytes, in.policy_json.length);
  if (!json) return std::move(json).error();
  if (in.policy == YESAN_POLICY_OWN) return yesan::ReadPolicy(*json);
  if (!json->empty()) {
    return yesan::capi::BadArgument("policy_json", "정책이 YESAN_POLICY_OWN일 때만 받습니다",
                                    "goes with YESAN_POLICY_OWN only");
  }
  return in.policy == YESAN_POLICY_KOREAN ? yesan::Policy::KoreanLocalGovernment()
                                          : yesan::Policy::Permissive();
}

}  // namespace

namespace yesan::capi {

Result<Whose> WhoseOf(const yesan_government& government) {
  YESAN_TRY(CheckStructSize("government", government.struct_size, sizeof government));
  Result<Policy> policy = PolicyOf(government);
  if (!policy) return std::move(policy).error();
  Result<Government> whose = GovernmentOf(government);
  if (!whose) return std::move(whose).error();
  return Whose{*std::move(whose), *std::move(policy)};
}

}  // namespace yesan::capi

yesan_status yesan_ledger_create(const yesan_government* government, yesan_book** out_book,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(government);
    YESAN_REQUIRE(out_book);
    Result<yesan::capi::Whose> whose = yesan::capi::WhoseOf(*government);
    if (!whose) return std::move(whose).error();
    Result<Book> ledger = Book::Make(std::move(whose->government), std::move(whose->policy));
    if (!ledger) return std::move(ledger).error();
    auto book = std::make_unique<yesan_book>();
    book->ledger = &book->own.emplace(*std::move(ledger));
    *out_book = book.release();
    return {};
  });
}

yesan_status yesan_ledger_policy(const yesan_book* book, char* out_text, uint64_t capacity,
                                 uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_length);
    Result<std::string> json = yesan::WritePolicy(book->ledger->policy());
    if (!json) return std::move(json).error();
    return yesan::capi::GiveText(*json, out_text, capacity, out_length);
  });
}

yesan_status yesan_ledger_count(const yesan_book* book, yesan_ledger_counts* out_counts,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_counts);
    YESAN_TRY(CheckStructSize("counts", out_counts->struct_size, sizeof *out_counts));
    YESAN_TRY(CheckReserved("counts", out_counts->reserved));
    const Book& ledger = *book->ledger;
    out_counts->accounts = ledger.account_count();
    out_counts->departments = ledger.department_count();
    out_counts->programs = ledger.program_count();
    out_counts->items = ledger.item_count();
    out_counts->authorizations = ledger.authorization_count();
    out_counts->entries = ledger.entry_count();
    return {};
  });
}

yesan_status yesan_ledger_account_add(yesan_book* book, int32_t kind, const char* name,
                                      uint64_t length, uint32_t* out_account, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_account);
    YESAN_TRY(CheckNumber("kind", kind, YESAN_ACCOUNT_GENERAL, YESAN_ACCOUNT_FUND));
    Result<std::string> text = StringOf(name, length);
    if (!text) return std::move(text).error();
    Result<AccountId> added =
        book->ledger->AddAccount({static_cast<yesan::AccountKind>(kind), *std::move(text)});
    if (!added) return std::move(added).error();
    *out_account = NumberOf(*added);
    return {};
  });
}

yesan_status yesan_ledger_account_find(const yesan_book* book, const char* name, uint64_t length,
                                       uint32_t* out_account, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_account);
    Result<std::string_view> text = yesan::capi::TextOf(name, length);
    if (!text) return std::move(text).error();
    const std::optional<AccountId> found = book->ledger->FindAccount(*text);
    if (!found) return Error(Code::kNotFound);
    *out_account = NumberOf(*found);
    return {};
  });
}

yesan_status yesan_ledger_department_add(yesan_book* book, const char* name, uint64_t length,
                                         uint32_t* out_department, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_department);
    Result<std::string> text = StringOf(name, length);
    if (!text) return std::move(text).error();
    Result<DepartmentId> added = book->ledger->AddDepartment({*std::move(text)});
    if (!added) return std::move(added).error();
    *out_department = NumberOf(*added);
    return {};
  });
}

yesan_status yesan_ledger_department_find(const yesan_book* book, const char* name, uint64_t length,
                                          uint32_t* out_department, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_department);
    Result<std::string_view> text = yesan::capi::TextOf(name, length);
    if (!text) return std::move(text).error();
    const std::optional<DepartmentId> found = book->ledger->FindDepartment(*text);
    if (!found) return Error(Code::kNotFound);
    *out_department = NumberOf(*found);
    return {};
  });
}

yesan_status yesan_ledger_program_add(yesan_book* book, int32_t rung, uint32_t parent,
                                      uint32_t* out_program, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_program);
    YESAN_TRY(CheckNumber("rung", rung, YESAN_RUNG_FIELD, YESAN_RUNG_DETAILED_PROGRAM));
    Result<ProgramId> added =
        book->ledger->AddProgram({static_cast<yesan::CodeKind>(rung), ProgramId{parent}});
    if (!added) return std::move(added).error();
    *out_program = NumberOf(*added);
    return {};
  });
}

yesan_status yesan_ledger_program_year_add(yesan_book* book, uint32_t program,
                                           const yesan_program* year, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    Result<yesan::ProgramYear> added = yesan::capi::ProgramYearOf(year);
    if (!added) return std::move(added).error();
    return book->ledger->AddProgramYear(ProgramId{program}, *std::move(added));
  });
}

yesan_status yesan_ledger_program_year_amend(yesan_book* book, uint32_t program,
                                             const yesan_program* year, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    Result<yesan::ProgramYear> said = yesan::capi::ProgramYearOf(year);
    if (!said) return std::move(said).error();
    const yesan::Program* years = book->ledger->YearsOf(ProgramId{program});
    const yesan::ProgramYear* before = years == nullptr ? nullptr : years->Find(said->fiscal_year);
    if (before == nullptr) return Error(Code::kNotFound);
    yesan::ProgramYear amended = *before;
    for (std::string yesan::ProgramYear::*text :
         {&yesan::ProgramYear::name, &yesan::ProgramYear::code, &yesan::ProgramYear::bureau,
          &yesan::ProgramYear::department, &yesan::ProgramYear::period_text}) {
      if (!((*said).*text).empty()) amended.*text = std::move((*said).*text);
    }
    return book->ledger->AmendProgramYear(ProgramId{program}, std::move(amended));
  });
}

yesan_status yesan_ledger_program_find(const yesan_book* book, int32_t rung, int32_t fiscal_year,
                                       const char* code, uint64_t length, uint32_t* out_program,
                                       yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_program);
    YESAN_TRY(CheckNumber("rung", rung, YESAN_RUNG_FIELD, YESAN_RUNG_DETAILED_PROGRAM));
    Result<std::string_view> text = yesan::capi::TextOf(code, length);
    if (!text) return std::move(text).error();
    const std::optional<ProgramId> found =
        book->ledger->FindProgram(static_cast<yesan::CodeKind>(rung), fiscal_year, *text);
    if (!found) return Error(Code::kNotFound);
    *out_program = NumberOf(*found);
    return {};
  });
}

yesan_status yesan_ledger_accounts(const yesan_book* book, yesan_name_table* out_accounts,
                                   yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_accounts));
    std::vector<NameRow> rows;
    for (std::uint32_t id = 1; id <= book->ledger->account_count(); ++id) {
      const yesan::Account& account = *book->ledger->Find(AccountId{id});
      rows.push_back({static_cast<std::int32_t>(account.kind), 0, account.name, {}});
    }
    return GiveNames(rows, out_accounts);
  });
}

yesan_status yesan_ledger_departments(const yesan_book* book, yesan_name_table* out_departments,
                                      yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_departments));
    std::vector<NameRow> rows;
    for (std::uint32_t id = 1; id <= book->ledger->department_count(); ++id) {
      rows.push_back({0, 0, book->ledger->Find(DepartmentId{id})->name, {}});
    }
    return GiveNames(rows, out_departments);
  });
}

yesan_status yesan_ledger_programs(const yesan_book* book, int32_t fiscal_year,
                                   yesan_name_table* out_programs, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_programs));
    std::vector<NameRow> rows;
    for (std::uint32_t id = 1; id <= book->ledger->program_count(); ++id) {
      const yesan::ProgramNode& node = *book->ledger->Find(ProgramId{id});
      NameRow row{static_cast<std::int32_t>(node.kind), NumberOf(node.parent), {}, {}};
      if (const yesan::Program* years = book->ledger->YearsOf(ProgramId{id})) {
        row.name = years->NameIn(fiscal_year);
        if (const yesan::ProgramYear* year = years->Find(fiscal_year)) row.code = year->code;
      }
      rows.push_back(row);
    }
    return GiveNames(rows, out_programs);
  });
}

yesan_status yesan_ledger_items_add(yesan_book* book, uint64_t count,
                                    const yesan_ledger_item_columns* items,
                                    uint32_t* out_first_item, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_REQUIRE(out_first_item);
    YESAN_TRY(CheckItemColumns(count, items));
    Result<std::vector<ItemKey>> keys = KeysOf(count, *items);
    if (!keys) return std::move(keys).error();
    Result<ItemId> first = book->ledger->AddItems(*keys);
    if (!first) return std::move(first).error();
    *out_first_item = NumberOf(*first);
    return {};
  });
}

yesan_status yesan_ledger_items_find(const yesan_book* book, uint64_t count,
                                     const yesan_ledger_item_columns* items, uint32_t* out_items,
                                     yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckItemColumns(count, items));
    if (count == 0) return {};
    YESAN_REQUIRE(out_items);
    Result<std::vector<ItemKey>> keys = KeysOf(count, *items);
    if (!keys) return std::move(keys).error();
    std::vector<std::uint32_t> found;
    found.reserve(keys->size());
    for (const ItemKey& key : *keys) {
      found.push_back(NumberOf(book->ledger->FindItem(key).value_or(ItemId::kNone)));
    }
    for (std::size_t i = 0; i < found.size(); ++i) out_items[i] = found[i];
    return {};
  });
}

yesan_status yesan_ledger_items(const yesan_book* book, yesan_ledger_item_table* out_items,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_LEDGER(book);
    YESAN_TRY(CheckTable(out_items));
    const Book& ledger = *book->ledger;
    const auto at = [&](std::size_t i) -> const ItemKey& {
      return *ledger.Find(ItemId{static_cast<std::uint32_t>(i + 1)});
    };
    return GiveTable(out_items, ledger.item_count(), [&](TableWriter& out) {
      out.Column(out_items->fiscal_year, [&](std::size_t i) { return at(i).fiscal_year; });
      out.Column(out_items->account, [&](std::size_t i) { return at(i).account; });
      out.Column(out_items->department, [&](std::size_t i) { return at(i).department; });
      out.Column(out_items->program, [&](std::size_t i) { return at(i).program; });
      out.Column(out_items->origin, [&](std::size_t i) { return at(i).origin; });
      out.Column(out_items->revenue, [&](std::size_t i) { return at(i).revenue ? 1 : 0; });
      out.Text(out_items->object_item,
               [&](std::size_t i) -> const std::string& { return at(i).object_item; });
      out.Text(out_items->object_group,
               [&](std::size_t i) -> const std::string& { return at(i).object_group; });
    });
  });
}
