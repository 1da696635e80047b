// A set of bytes to look for in short texts, where the library's search would be called anew for every byte.
#pragma once

#include <cstddef>
#include <string_view>

namespace yesan::internal {

class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) noexcept {
    for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }
  [[nodiscard]] constexpr bool Has(char byte) const noexcept {
    return has_[static_cast<unsigned char>(byte)];
  }
  // As text.find_first_of, but the size of the text where there is none.
  [[nodiscard]] constexpr std::size_t FindIn(std::string_view text,
                                             std::size_t from = 0) const noexcept {
    while (from < text.size() && !Has(text[from])) ++from;
    return from < text.size() ? from : text.size();
  }
  [[nodiscard]] constexpr bool IsIn(std::string_view text) const noexcept {
    return FindIn(text) != text.size();
  }

 private:
  bool has_[256] = {};
};

}  // namespace yesan::internal
