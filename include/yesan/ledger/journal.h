/// @file
/// The seam between a book and durable storage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>

#include "yesan/base/result.h"
#include "yesan/budget/program.h"
#include "yesan/ledger/authorization.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/entry.h"
#include "yesan/ledger/ids.h"

namespace yesan {

/// A year of a node: its name, code and prose. The same year again amends it.
struct NodeYear {
  ProgramId program = ProgramId::kNone;
  const ProgramYear* year = nullptr;
};

/// Items that were added together: ids follow from the first.
struct AddedItems {
  ItemId first = ItemId::kNone;
  const ItemKey* keys = nullptr;
  std::size_t count = 0;
};

/// A year that was closed.
struct ClosedYear {
  std::int32_t fiscal_year = 0;
};

/// What a document says of a past year of a program.
struct YearImport {
  ProgramId program = ProgramId::kNone;
  const ImportedYear* year = nullptr;
};

/// What a sheet prints for an item.
struct BudgetImport {
  ItemId item = ItemId::kNone;
  const ImportedBudget* budget = nullptr;
};

/// The cost basis of an item in a version.
struct ItemBasis {
  ItemId item = ItemId::kNone;
  BudgetStage stage = BudgetStage::kOriginal;
  std::int32_t number = 0;
  const CostBasis* basis = nullptr;
};

/// Entries of one batch, resolved: references are EntryIds, groups are the book's own numbers, sources are those that the
/// entries have. What was made with them is kept with them, or nothing is.
struct PostedBatch {
  EntryId first = EntryId::kNone;
  BatchView rows;
  const AddedItems* items = nullptr;  ///< Made for a rollover, before the entries; null: none.
  const ItemBasis* bases = nullptr;   ///< Cost bases of the budget that the entries adopt.
  std::size_t basis_count = 0;
};

/// One thing that a book does. Pointers are good during Append only.
using Act =
    std::variant<const Account*, const Department*, const ProgramNode*, const NodeYear*,
                 const AddedItems*, const Authorization*, const PostedBatch*, const ClosedYear*,
                 const YearImport*, const BudgetImport*, const ItemBasis*>;

/// Where acts go before they count. A book judges and applies an act, appends it here, and takes it back when Append
/// refuses: what a journal has is what the book has.
///
/// Each call that changes the book is Begin, then at most one Append, then End where Begin refused nothing.
class Journal {
 public:
  virtual ~Journal() = default;
  /// Before anything is judged. What it refuses, the call refuses, and End is not called. A journal that others write too
  /// keeps them out from here on, and brings the book up to date first. The default does nothing.
  [[nodiscard]] virtual Result<void> Begin() { return {}; }
  /// The call is over, whether anything was appended or not. The default does nothing.
  virtual void End() noexcept {}
  /// Keeps an act for good, or refuses and keeps nothing of it.
  [[nodiscard]] virtual Result<void> Append(const Act& act) = 0;
};

}  // namespace yesan
