// A sheet takes less than forty times the bytes of its document: what lines and cells take is counted before they are made.
// Only documents of hardly anything but line ends and tabs, or of spans in HTML, come near it.
#pragma once

#include <cstddef>

#include "yesan/sheet/sheet.h"

namespace yesan::internal {

class Allowance {
 public:
  // What each takes in a sheet, also in the list of what is not understood, and what an allocation costs.
  static constexpr std::size_t kLine = sizeof(Block) + sizeof(Text) + 16;
  static constexpr std::size_t kSection = sizeof(Section) + sizeof(Text) + 16;
  static constexpr std::size_t kTable = sizeof(Block) + sizeof(Table) + 64;
  static constexpr std::size_t kRow = sizeof(Row) + 32;
  static constexpr std::size_t kCell = 2 * sizeof(Text);

  explicit Allowance(std::size_t document_bytes) noexcept
      : left_(kAlways + kTimes * document_bytes) {}

  // Whether so many bytes more are still allowed; from the first refusal on nothing is.
  bool Take(std::size_t bytes) noexcept {
    left_ = bytes <= left_ ? left_ - bytes : 0;
    return left_ > 0;
  }
  [[nodiscard]] bool is_spent() const noexcept { return left_ == 0; }

 private:
  static constexpr std::size_t kTimes = 34, kAlways = std::size_t{64} << 10;
  std::size_t left_;
};

}  // namespace yesan::internal
