// The batches of a file, read back in their order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/store/act_rows.h"
#include "lib/store/chain.h"
#include "lib/store/schema.h"
#include "lib/store/sqlite.h"
#include "yesan/ledger/journal.h"

namespace yesan::internal {

// A batch as it is read, which owns what its act points at.
struct KeptBatch {
  BatchRow row;
  Link link{};              // as the file says
  Link computed{};          // as its rows give it
  std::int64_t number = 0;  // of the account, department, program or authorization that it adds
  std::size_t rows = 0;

  // Of the first batch.
  Government government;
  std::string policy;
  std::vector<CodeEntry> codes;

  // Good until the next Read; nothing for the first batch.
  [[nodiscard]] std::optional<Act> act();

  Account account;
  Department department;
  ProgramNode node;
  ProgramYear year;
  NodeYear node_year;
  std::vector<ItemKey> keys;
  AddedItems items;
  Authorization authorization;
  ClosedYear closed;
  ImportedYear imported_year;
  YearImport year_import;
  ImportedBudget imported_budget;
  BudgetImport budget_import;
  std::vector<CostBasis> bases;
  std::vector<ItemBasis> item_bases;
  PostedBatch posted;

  std::vector<std::uint32_t> item;
  std::vector<std::int32_t> day, kind, cause, source;
  std::vector<std::int64_t> amount, reference;
  std::vector<std::uint32_t> group, authorized, actor;
  std::string memos;
  std::vector<std::size_t> memo_ends;
  std::vector<std::string_view> memo;
};

class BatchReader {
 public:
  explicit BatchReader(const Database& db) : db_(db) {}

  // The batch with a number; false where there is none. Refuses Code::kDamaged, which names the batch, and what SQLite
  // cannot read. `before` is the link before it.
  [[nodiscard]] Result<bool> Read(std::int64_t batch, const Link& before, KeptBatch& into);

  // Rows read so far of a table.
  [[nodiscard]] std::int64_t rows(Table table) const noexcept {
    return rows_[static_cast<std::size_t>(table)];
  }

 private:
  Result<void> ReadTable(Table table, KeptBatch& into, Chain& chain);
  Result<void> Take(Table table, const Cell* cells, KeptBatch& into);

  const Database& db_;
  std::optional<Statement> batches_;
  std::array<std::optional<Statement>, kTableCount> tables_;
  std::array<std::int64_t, kTableCount> rows_{};
};

}  // namespace yesan::internal
