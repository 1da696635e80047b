// A text as systems write it that store Hangul in letters (NFD).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "yesan/base/text.h"

namespace yesan::testing {

// Every Hangul syllable apart into its two or three conjoining letters (Unicode Standard, section 3.12).
inline std::string Decomposed(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCharacter(text, at);
    if (c < 0xAC00 || c > 0xD7A3) {
      AppendCharacter(c, letters);
      continue;
    }
    const char32_t index = c - 0xAC00;
    AppendCharacter(0x1100 + index / 588, letters);
    AppendCharacter(0x1161 + index % 588 / 28, letters);
    if (index % 28 != 0) AppendCharacter(0x11A7 + index % 28, letters);
  }
  return letters;
}

}  // namespace yesan::testing
