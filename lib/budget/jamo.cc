#include "lib/budget/jamo.h"

#include <algorithm>
#include <vector>

#include "lib/base/chars.h"
#include "yesan/base/text.h"

namespace yesan::internal {

std::u32string Letters(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCharacter(text, position);
    if (!IsHangul(c)) {
      letters += c;
      continue;
    }
    // Unicode Standard, section 3.12: 21 vowels and 28 finals, of which the first is none.
    const char32_t index = c - 0xAC00;
    letters += static_cast<char32_t>(0x1100 + index / (21 * 28));
    letters += static_cast<char32_t>(0x1161 + index % (21 * 28) / 28);
    if (index % 28 != 0) letters += static_cast<char32_t>(0x11A7 + index % 28);
  }
  return letters;
}

std::u32string Characters(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t position = 0; position < text.size();)
    characters += NextCharacter(text, position);
  return characters;
}

std::size_t EditDistance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

std::size_t CommonSubsequence(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char32_t c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = c == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace yesan::internal
