// The tables of a book's file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace yesan::internal {

inline constexpr std::int64_t kApplicationId = 0x59455341;  // "YESA"
inline constexpr std::int64_t kFileVersion = 1;

// The tables whose rows belong to batches, in the order in which a batch's rows are chained.
enum class Table : std::uint8_t {
  kGovernment,
  kPolicy,
  kCode,
  kAccount,
  kDepartment,
  kProgram,
  kProgramYear,
  kItem,
  kAuthorization,
  kEntry,
  kCostBasis,
  kImportedYear,
  kImportedBudget,
  kClosedYear,
};
inline constexpr std::size_t kTableCount = 14;
inline constexpr std::size_t kCellsMax = 12;

struct TableInfo {
  const char* name;
  const char* columns;  // but `batch`, which comes first
  std::size_t count;    // of columns
};
[[nodiscard]] const TableInfo& InfoOf(Table table) noexcept;

// Everything that a new file has before its first batch.
[[nodiscard]] std::string SchemaSql();
// The tables of names and effects, filled: what the numbers of `entry` mean.
[[nodiscard]] std::string NamesSql();

}  // namespace yesan::internal
