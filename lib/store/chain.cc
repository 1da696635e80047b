#include "lib/store/chain.h"

#ifdef YESAN_WITH_STORE

#include <sodium.h>

#include <cstddef>

namespace yesan::internal {

Chain::Chain(const Link& before, const BatchRow& row) {
  bytes_.reserve(256 + static_cast<std::size_t>(row.entry_count) * 128);
  bytes_.append(before.begin(), before.end());
  Add(Cell::Of(row.batch));
  Add(Cell::Of(row.act));
  Add(Cell::Of(row.posted_at));
  Add(Cell::Of(row.actor));
  Add(row.key.empty() ? Cell() : Cell::Of(row.key));
  Add(Cell::Of(row.first_entry));
  Add(Cell::Of(row.entry_count));
}

void Chain::Add(char kind, std::uint64_t number) {
  char bytes[9] = {kind};
  for (int byte = 0; byte < 8; ++byte)
    bytes[byte + 1] = static_cast<char>((number >> (8 * byte)) & 0xFF);
  bytes_.append(bytes, sizeof bytes);
}

void Chain::Add(const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::kNull:
      bytes_.push_back('n');
      return;
    case Cell::Kind::kNumber:
      Add('i', static_cast<std::uint64_t>(cell.number));
      return;
    case Cell::Kind::kText:
      Add('t', std::uint64_t{cell.text.size()});
      bytes_.append(cell.text);
      return;
  }
}

void Chain::Add(Table table, const Cell* cells) {
  bytes_.push_back(static_cast<char>(table));
  for (std::size_t i = 0; i < InfoOf(table).count; ++i) Add(cells[i]);
}

Link Chain::End() const {
  Link link{};
  static_assert(sizeof(Link) == crypto_generichash_BYTES);
  crypto_generichash(link.data(), link.size(),
                     reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size(), nullptr,
                     0);
  return link;
}

std::string Hex(const Link& link) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t byte : link) {
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 15]);
  }
  return hex;
}

}  // namespace yesan::internal

#endif
