// A text with its Hangul made whole, for those who look for words in it, and the way back to the bytes that were printed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/chars.h"

namespace yesan::internal {

// Costs a look for the first byte of a conjoining letter where there is none: `text()` is what was printed then.
class Composed {
 public:
  // `printed` must outlive it.
  explicit Composed(std::string_view printed) : text_(printed) {
    if (!HasJamo(printed)) return;
    for (std::size_t at = 0; at < printed.size();) {
      const std::size_t begin = at;
      const char32_t c = NextComposed(printed, at);
      const std::size_t whole_begin = whole_.size();
      // Bytes that are no character stay as they are.
      if (at - begin == 1) {
        whole_ += printed[begin];
      } else {
        AppendCharacter(c, whole_);
      }
      if (at - begin != whole_.size() - whole_begin) shifts_.push_back({whole_.size(), at});
    }
    text_ = whole_;
  }
  Composed(const Composed&) = delete;
  Composed& operator=(const Composed&) = delete;

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  // Whether text() is another one than what was printed.
  [[nodiscard]] bool differs() const noexcept { return !shifts_.empty(); }
  // Where the character that begins at `offset` of text(), or its end, is printed.
  [[nodiscard]] std::size_t PrintedAt(std::size_t offset) const noexcept {
    const auto after =
        std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                         [](std::size_t at, const Shift& shift) { return at < shift.whole; });
    if (after == shifts_.begin()) return offset;
    const Shift& before = *(after - 1);
    return before.printed + (offset - before.whole);
  }

 private:
  // Behind a syllable that was printed in letters: its end here and there.
  struct Shift {
    std::size_t whole;
    std::size_t printed;
  };

  std::string whole_;
  std::string_view text_;
  std::vector<Shift> shifts_;
};

// Whether a text holds a word of whole syllables, there whole or in letters.
[[nodiscard]] inline bool ContainsWord(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos ||
         (HasJamo(text) && Composed(text).text().find(word) != std::string_view::npos);
}

}  // namespace yesan::internal
