// The chain: what each batch wrote, and the link before it, in 32 bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "lib/store/schema.h"
#include "lib/store/sqlite.h"

namespace yesan::internal {

using Link = std::array<std::uint8_t, 32>;

// What the batch table says of a batch, but for its link.
struct BatchRow {
  std::int64_t batch = 0;
  std::string act;
  std::string posted_at;
  std::int64_t actor = 0;
  std::string key;  // empty: none
  std::int64_t first_entry = 0;
  std::int64_t entry_count = 0;
};

// Takes the rows of one batch and gives its link. The bytes are: the link before; the cells of the batch row; for each row
// in order the number of its table and its cells. A cell is `n`, or `i` and 8 bytes, or `t`, 8 bytes of length and
// the text; numbers are little-endian.
class Chain {
 public:
  // For the batch after `before`; all zero before the first.
  Chain(const Link& before, const BatchRow& row);
  void Add(Table table, const Cell* cells);
  [[nodiscard]] Link End() const;

 private:
  void Add(const Cell& cell);
  void Add(char kind, std::uint64_t number);
  std::string bytes_;
};

[[nodiscard]] std::string Hex(const Link& link);

}  // namespace yesan::internal
