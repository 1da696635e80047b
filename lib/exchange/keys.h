// The keys of rows: which row a later one means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/hash_map.h"

namespace yesan::internal {

// Keys by row, counted from 0. Most files number their rows one by one: such keys take no memory at all.
class KeyTable {
 public:
  // False: the key is there already.
  bool Add(std::string_view key, std::uint32_t row);
  [[nodiscard]] std::optional<std::uint32_t> Find(std::string_view key) const;

 private:
  static std::optional<std::uint64_t> NumberIn(std::string_view key) noexcept;
  // Numbers first_, first_ + 1, … belong to rows first_row_, first_row_ + 1, ….
  std::uint64_t first_ = 0;
  std::uint32_t first_row_ = 0;
  std::uint32_t count_ = 0;
  HashMap<std::uint64_t, std::uint32_t> numbers_;
  HashMap<std::string, std::uint32_t> texts_;
};

// Which line a row begins on: line = row + the ends of line that fields hold and the empty lines before it.
class LineMap {
 public:
  void Add(std::uint64_t row, std::uint64_t line) {
    if (shifts_.empty() || shifts_.back().second != line - row)
      shifts_.emplace_back(row, line - row);
  }
  [[nodiscard]] std::uint64_t LineOf(std::uint64_t row) const noexcept;
  void Clear() { shifts_.clear(); }

 private:
  std::vector<std::pair<std::uint64_t, std::uint64_t>> shifts_;
};

}  // namespace yesan::internal
