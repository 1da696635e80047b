// FoldName without an allocation, for names that are looked up by the thousand.
#pragma once

#include <cstddef>
#include <string_view>

namespace yesan::internal {

// Writes the folded name to `out` and gives its length. Nothing that is kept grows: `out` has room for name.size() bytes.
std::size_t FoldInto(std::string_view name, char* out) noexcept;

// The folded form of a name. One that is longer than any name of a table is empty.
class FoldedName {
 public:
  static constexpr std::size_t kBytesMax = 320;  // syllables in letters take up to nine bytes
  explicit FoldedName(std::string_view name) noexcept
      : size_(name.size() <= kBytesMax ? FoldInto(name, bytes_) : 0) {}
  [[nodiscard]] std::string_view view() const noexcept { return {bytes_, size_}; }

 private:
  char bytes_[kBytesMax];
  std::size_t size_;
};

}  // namespace yesan::internal
