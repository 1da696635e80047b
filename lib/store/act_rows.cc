#include "lib/store/act_rows.h"

#ifdef YESAN_WITH_STORE

#include <cstddef>
#include <string>
#include <utility>
#include <variant>

#include "lib/exchange/part_json.h"
#include "yesan/exchange/policy_json.h"

namespace yesan::internal {

namespace {

template <class Id>
Cell IdCell(Id id) noexcept {
  return Cell::Of(std::int64_t{NumberOf(id)});
}
Cell NumberCell(std::int64_t number) noexcept { return Cell::Of(number); }

template <class Part>
std::string JsonOf(const Part& part) {
  std::string json;
  AppendJson(part, json);
  return json;
}

class Rows {
 public:
  Rows(Counts& counts, RowTaker& to) : counts_(counts), to_(to) {}

  Result<void> operator()(const Account* account) {
    const Cell cells[] = {NumberCell(++counts_.accounts), Cell::Of(Name(account->kind)),
                          Cell::Of(account->name)};
    return to_.Take(Table::kAccount, cells);
  }
  Result<void> operator()(const Department* department) {
    const Cell cells[] = {NumberCell(++counts_.departments), Cell::Of(department->name)};
    return to_.Take(Table::kDepartment, cells);
  }
  Result<void> operator()(const ProgramNode* node) {
    const Cell cells[] = {NumberCell(++counts_.programs), Cell::Of(Name(node->kind)),
                          IdCell(node->parent)};
    return to_.Take(Table::kProgram, cells);
  }
  Result<void> operator()(const NodeYear* of) {
    const ProgramYear& year = *of->year;
    const std::string detail = JsonOf(year);
    const Cell cells[] = {IdCell(of->program),   NumberCell(year.fiscal_year),
                          Cell::Of(year.name),   Cell::Of(year.code),
                          Cell::Of(year.bureau), Cell::Of(year.department),
                          Cell::Of(detail)};
    return to_.Take(Table::kProgramYear, cells);
  }
  Result<void> operator()(const AddedItems* items) {
    for (std::size_t i = 0; i < items->count; ++i) {
      const ItemKey& key = items->keys[i];
      const Cell cells[] = {
          NumberCell(std::int64_t{NumberOf(items->first)} + static_cast<std::int64_t>(i)),
          NumberCell(key.fiscal_year),
          IdCell(key.account),
          IdCell(key.department),
          IdCell(key.program),
          Cell::Of(key.object_item),
          Cell::Of(key.object_group),
          Cell::Of(Name(key.origin)),
          Cell::Of(std::string_view(key.revenue ? "revenue" : "expenditure"))};
      if (Result<void> taken = to_.Take(Table::kItem, cells); !taken) return taken;
    }
    return {};
  }
  Result<void> operator()(const Authorization* of) {
    const std::string day = of->day.ToString();
    const Cell cells[] = {NumberCell(++counts_.authorizations),
                          Cell::Of(Name(of->kind)),
                          Cell::Of(day),
                          Cell::Of(of->document),
                          of->limit ? NumberCell(of->limit->minor()) : Cell(),
                          NumberCell(of->fiscal_year),
                          IdCell(of->account),
                          IdCell(of->program),
                          IdCell(of->item),
                          NumberCell(static_cast<std::int64_t>(of->purpose)),
                          NumberCell(of->last_year)};
    return to_.Take(Table::kAuthorization, cells);
  }
  Result<void> operator()(const PostedBatch* batch) {
    if (batch->items != nullptr) {
      if (Result<void> taken = (*this)(batch->items); !taken) return taken;
    }
    const BatchView& rows = batch->rows;
    for (std::size_t i = 0; i < rows.count; ++i) {
      const auto at = [i](const auto* column) {
        return NumberCell(column == nullptr ? 0 : static_cast<std::int64_t>(column[i]));
      };
      const Cell cells[] = {
          NumberCell(std::int64_t{NumberOf(batch->first)} + static_cast<std::int64_t>(i)),
          at(rows.item),
          at(rows.day),
          at(rows.kind),
          at(rows.cause),
          at(rows.amount),
          at(rows.reference),
          at(rows.group),
          at(rows.source),
          at(rows.authorization),
          at(rows.actor),
          rows.memo == nullptr || rows.memo[i].empty() ? Cell() : Cell::Of(rows.memo[i])};
      if (Result<void> taken = to_.Take(Table::kEntry, cells); !taken) return taken;
    }
    for (std::size_t i = 0; i < batch->basis_count; ++i) {
      if (Result<void> taken = (*this)(batch->bases + i); !taken) return taken;
    }
    return {};
  }
  Result<void> operator()(const ClosedYear* year) {
    const Cell cells[] = {NumberCell(year->fiscal_year)};
    return to_.Take(Table::kClosedYear, cells);
  }
  Result<void> operator()(const YearImport* of) {
    const std::string detail = JsonOf(*of->year);
    const Cell cells[] = {IdCell(of->program), NumberCell(of->year->fiscal_year), Cell::Of(detail)};
    return to_.Take(Table::kImportedYear, cells);
  }
  Result<void> operator()(const BudgetImport* of) {
    const std::string detail = JsonOf(*of->budget);
    const Cell cells[] = {IdCell(of->item), Cell::Of(detail)};
    return to_.Take(Table::kImportedBudget, cells);
  }
  Result<void> operator()(const ItemBasis* of) {
    const std::string detail = JsonOf(*of->basis);
    const Cell cells[] = {IdCell(of->item), Cell::Of(Name(of->stage)), NumberCell(of->number),
                          Cell::Of(detail)};
    return to_.Take(Table::kCostBasis, cells);
  }

 private:
  Counts& counts_;
  RowTaker& to_;
};

}  // namespace

std::string_view ActName(const Act& act) noexcept {
  constexpr std::string_view kNames[] = {
      "account", "department",  "program",       "program_year",    "item",      "authorization",
      "entry",   "closed_year", "imported_year", "imported_budget", "cost_basis"};
  static_assert(std::variant_size_v<Act> == sizeof kNames / sizeof kNames[0]);
  return kNames[act.index()];
}

Result<void> GiveRows(const Act& act, Counts& counts, RowTaker& to) {
  return std::visit(Rows(counts, to), act);
}

Result<void> GiveBookRows(const Government& government, const Policy& policy,
                          const Classification& classification, RowTaker& to) {
  const Cell whose[] = {Cell::Of(government.code),
                        Cell::Of(government.name),
                        NumberCell(static_cast<std::int64_t>(government.tier)),
                        Cell::Of(government.currency),
                        NumberCell(government.minor_digits),
                        NumberCell(government.calendar.first_month),
                        NumberCell(static_cast<std::int64_t>(government.calendar.naming))};
  if (Result<void> taken = to.Take(Table::kGovernment, whose); !taken) return taken;
  const Result<std::string> document = WritePolicy(policy);
  if (!document) return Error(document.code());
  const Cell rules[] = {Cell::Of(*document)};
  if (Result<void> taken = to.Take(Table::kPolicy, rules); !taken) return taken;
  for (const CodeEntry& code : classification.entries()) {
    const Cell cells[] = {Cell::Of(Name(code.kind)),   Cell::Of(code.code),
                          Cell::Of(code.name),         Cell::Of(code.parent),
                          NumberCell(code.first_year), NumberCell(code.last_year),
                          Cell::Of(code.source)};
    if (Result<void> taken = to.Take(Table::kCode, cells); !taken) return taken;
  }
  return {};
}

}  // namespace yesan::internal

#endif
