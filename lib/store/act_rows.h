// An act as rows of a file.
#pragma once

#include <cstdint>
#include <string_view>

#include "lib/store/schema.h"
#include "lib/store/sqlite.h"
#include "yesan/ledger/book.h"
#include "yesan/ledger/journal.h"

namespace yesan::internal {

// How many the file has of what an act does not number itself.
struct Counts {
  std::int64_t accounts = 0;
  std::int64_t departments = 0;
  std::int64_t programs = 0;
  std::int64_t authorizations = 0;
};

class RowTaker {
 public:
  virtual ~RowTaker() = default;
  // As many cells as the table has columns; they are good during the call.
  [[nodiscard]] virtual Result<void> Take(Table table, const Cell* cells) = 0;
};

// `book`, `account`, `entry`, …: what the batch table calls an act.
[[nodiscard]] std::string_view ActName(const Act& act) noexcept;
// The rows of an act in the order of tables; counts the new account or department and so on.
[[nodiscard]] Result<void> GiveRows(const Act& act, Counts& counts, RowTaker& to);
// The rows of the first batch of a file.
[[nodiscard]] Result<void> GiveBookRows(const Government& government, const Policy& policy,
                                        const Classification& classification, RowTaker& to);

}  // namespace yesan::internal
