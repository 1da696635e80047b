// Which item a row means, and what has to be made for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/exchange/row.h"
#include "lib/exchange/words.h"
#include "yesan/ledger/book.h"

namespace yesan::internal {

// What a book has to be given, in order. A book gives ids one by one, so that the ids in here are those that it will give.
struct Plan {
  std::vector<Account> accounts;
  std::vector<Department> departments;
  std::vector<ProgramNode> nodes;
  std::vector<std::pair<ProgramId, ProgramYear>> years;
  std::vector<ItemKey> items;

  // Makes all of it, in order; stops at the first refusal.
  [[nodiscard]] Result<void> Apply(Book& book) const;
};

class ItemFinder {
 public:
  // With `create`, what is not there is planned.
  ItemFinder(const Book& book, const ColumnMap& map, const LoadOptions& options, bool create,
             AccountKind account_kind);

  // The item of a row; nothing where a problem was found.
  std::optional<ItemId> Find(RowReader& row);
  // The key of an item, planned ones included.
  [[nodiscard]] const ItemKey& KeyOf(ItemId item) const;
  [[nodiscard]] const Plan& plan() const noexcept { return plan_; }

 private:
  struct Rung {
    CsvColumn code;
    CsvColumn name;
    CodeKind kind;
  };
  static const Rung kRungs[5];

  std::optional<ItemId> FindNew(RowReader& row);
  std::optional<std::int32_t> YearOf(RowReader& row);
  std::optional<AccountId> AccountOf(RowReader& row);
  std::optional<DepartmentId> DepartmentOf(RowReader& row);
  std::optional<ProgramId> ProgramOf(RowReader& row, std::int32_t year);
  std::optional<ProgramId> NodeOf(RowReader& row, const Rung& rung, std::int32_t year,
                                  ProgramId parent, bool parent_known);
  std::optional<ProgramId> MakeNode(RowReader& row, const Rung& rung, std::int32_t year,
                                    ProgramId parent, std::string_view code, std::string_view name);
  void PlanYear(ProgramId id, std::int32_t year, std::string_view code, std::string_view name);
  void IndexNames();
  [[nodiscard]] const ProgramNode& Node(ProgramId id) const;
  [[nodiscard]] bool HasYear(ProgramId id, std::int32_t year) const;

  const Book& book_;
  const LoadOptions& options_;
  const bool create_;
  const AccountKind account_kind_;
  std::vector<std::int32_t> key_columns_;
  std::string key_;
  HashMap<std::string, ItemId> cache_;
  WordTable origins_ = WordTable::Origins();
  WordTable sides_ = WordTable::Sides();
  Plan plan_;
  HashMap<std::string, AccountId> planned_accounts_;
  HashMap<std::string, DepartmentId> planned_departments_;
  HashMap<std::string, ProgramId> planned_codes_;  // rung, year, code
  HashMap<std::string, ItemId> planned_items_;
  HashSet<std::pair<std::uint32_t, std::int32_t>, PairHash> planned_years_;  // node, year
  bool indexed_ = false;
  HashMap<std::string, std::vector<ProgramId>> names_;  // rung, folded name
};

}  // namespace yesan::internal
