// How a text begins and ends and what a character is, asked in one place: digits and letters of ASCII, Hangul whole or
// in letters (자모).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "yesan/base/text.h"

namespace yesan::internal {

[[nodiscard]] constexpr bool StartsWith(std::string_view text, std::string_view begin) noexcept {
  return text.substr(0, begin.size()) == begin;
}
[[nodiscard]] constexpr bool EndsWith(std::string_view text, std::string_view end) noexcept {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

[[nodiscard]] constexpr bool IsDigit(char c) noexcept {
  return static_cast<unsigned char>(c - '0') < 10;
}
[[nodiscard]] constexpr bool IsDigit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
// A digit of ASCII or a full-width one.
[[nodiscard]] constexpr bool IsAnyDigit(char32_t c) noexcept {
  return IsDigit(c) || (c >= U'０' && c <= U'９');
}
[[nodiscard]] constexpr bool IsUpperLetter(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool IsLetter(char c) noexcept {
  return IsUpperLetter(c) || (c >= 'a' && c <= 'z');
}
[[nodiscard]] constexpr bool IsLetter(char32_t c) noexcept {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
// A Hangul syllable, whole.
[[nodiscard]] constexpr bool IsHangul(char32_t c) noexcept { return c >= 0xAC00 && c <= 0xD7A3; }

// Whether a byte begins a conjoining letter, U+1100–U+11FF: only then a text may be decomposed.
[[nodiscard]] constexpr bool MayBeginJamo(unsigned char lead) noexcept { return lead == 0xE1; }

// The next character, as NextCharacter, but the conjoining letters of a syllable, which some systems write in its place,
// make that syllable (Unicode Standard, section 3.12).
[[nodiscard]] inline char32_t NextComposed(std::string_view text, std::size_t& position) noexcept {
  constexpr char32_t kLead = 0x1100, kVowel = 0x1161, kTail = 0x11A7;
  constexpr char32_t kLeads = 19, kVowels = 21, kTails = 28;
  const char32_t lead = NextCharacter(text, position);
  if (lead < kLead || lead >= kLead + kLeads || position >= text.size()) return lead;
  std::size_t next = position;
  const char32_t vowel = NextCharacter(text, next);
  if (vowel < kVowel || vowel >= kVowel + kVowels) return lead;
  position = next;
  const char32_t open = 0xAC00 + ((lead - kLead) * kVowels + (vowel - kVowel)) * kTails;
  if (position >= text.size()) return open;
  const char32_t tail = NextCharacter(text, next);
  if (tail <= kTail || tail >= kTail + kTails) return open;
  position = next;
  return open + (tail - kTail);
}

// How many bytes of a text a word of whole syllables takes at its beginning, there whole or in letters; 0 when the text does
// not begin with it.
[[nodiscard]] inline std::size_t LengthOfWord(std::string_view text,
                                              std::string_view word) noexcept {
  if (StartsWith(text, word)) return word.size();
  if (text.empty() || !MayBeginJamo(static_cast<unsigned char>(text.front()))) return 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < word.size();) {
    if (at >= text.size() || NextComposed(text, at) != NextCharacter(word, i)) return 0;
  }
  return at;
}

// Appends a text, Hangul in letters made whole.
inline void AppendComposed(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) AppendCharacter(NextComposed(text, at), out);
}

// Whether a text holds Hangul in letters.
[[nodiscard]] inline bool HasJamo(std::string_view text) noexcept {
  for (std::size_t i = text.find('\xE1'); i != std::string_view::npos;
       i = text.find('\xE1', i + 1)) {
    if (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x84 &&
        static_cast<unsigned char>(text[i + 1]) <= 0x87)
      return true;
  }
  return false;
}

}  // namespace yesan::internal
