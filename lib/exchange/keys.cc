#include "lib/exchange/keys.h"

#include <algorithm>

namespace yesan::internal {

// A number as it would be printed: `7`, not `007`, which is another key.
std::optional<std::uint64_t> KeyTable::NumberIn(std::string_view key) noexcept {
  if (key.empty() || key.size() > 18 || (key.front() == '0' && key.size() > 1)) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : key) {
    const auto digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return std::nullopt;
    number = number * 10 + digit;
  }
  return number;
}

bool KeyTable::Add(std::string_view key, std::uint32_t row) {
  const std::optional<std::uint64_t> number = NumberIn(key);
  if (!number) return texts_.try_emplace(std::string(key), row).second;
  if (count_ == 0 && numbers_.empty()) {
    first_ = *number;
    first_row_ = row;
    count_ = 1;
    return true;
  }
  if (*number >= first_ && *number < first_ + count_) return false;
  if (*number == first_ + count_ && row == first_row_ + count_ &&
      (numbers_.empty() || numbers_.count(*number) == 0)) {
    ++count_;
    return true;
  }
  return numbers_.try_emplace(*number, row).second;
}

std::optional<std::uint32_t> KeyTable::Find(std::string_view key) const {
  if (const std::optional<std::uint64_t> number = NumberIn(key)) {
    if (*number >= first_ && *number < first_ + count_)
      return first_row_ + static_cast<std::uint32_t>(*number - first_);
    const auto found = numbers_.find(*number);
    return found == numbers_.end() ? std::nullopt : std::optional<std::uint32_t>(found->second);
  }
  const auto found = texts_.find(std::string(key));
  return found == texts_.end() ? std::nullopt : std::optional<std::uint32_t>(found->second);
}

std::uint64_t LineMap::LineOf(std::uint64_t row) const noexcept {
  const auto after =
      std::upper_bound(shifts_.begin(), shifts_.end(), row,
                       [](std::uint64_t r, const auto& shift) { return r < shift.first; });
  return after == shifts_.begin() ? row : row + std::prev(after)->second;
}

}  // namespace yesan::internal
