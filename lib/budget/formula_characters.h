/// @file
/// What each character is to a formula. Private.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace yesan::internal {

/// What a character is to a formula.
enum class Class : std::uint8_t {
  kPlain,
  kSpace,
  kTab,  // white space that parts cells or lines
  kDigit,
  kX,
  kTimes,
  kDivide,
  kPlus,
  kMinus,
  kSign,
  kOpen,
  kClose,
  kEquals,
  kComma,
  kPoint,
  kPercent,
  kInvalid,
};

constexpr std::array<Class, 128> MakeAsciiClasses() {
  std::array<Class, 128> table{};
  for (char c : {' ', '\v', '\f'}) table[static_cast<unsigned char>(c)] = Class::kSpace;
  for (char c : {'\t', '\n', '\r'}) table[static_cast<unsigned char>(c)] = Class::kTab;
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = Class::kDigit;
  table['x'] = table['X'] = Class::kX;
  table['*'] = Class::kTimes;
  table['/'] = Class::kDivide;
  table['+'] = Class::kPlus;
  table['-'] = Class::kMinus;
  table['='] = Class::kEquals;
  table['('] = table['['] = table['{'] = Class::kOpen;
  table[')'] = table[']'] = table['}'] = Class::kClose;
  table[','] = Class::kComma;
  table['.'] = Class::kPoint;
  table['%'] = Class::kPercent;
  return table;
}
inline constexpr std::array<Class, 128> kAscii = MakeAsciiClasses();

/// A character of a text.
struct Character {
  Class kind;
  std::uint8_t length;
  char ascii;  // the ASCII form, of full-width characters too; 0 for others
};

constexpr bool IsContinuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// A character that is neither ASCII nor a Hangul syllable.
[[nodiscard]] Character OtherCharacter(std::string_view text, std::size_t i) noexcept;

/// The character at text[i]. @pre i < text.size()
[[nodiscard]] inline Character CharacterAt(std::string_view text, std::size_t i) noexcept {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0x80) return {kAscii[lead], 1, text[i]};
  // Hangul syllables lie between EA B0 80 and ED 9E A3; all of EA … EC is letters.
  if (lead >= 0xEA && lead <= 0xED && text.size() - i >= 3 && IsContinuation(text[i + 1]) &&
      IsContinuation(text[i + 2]) &&
      (lead != 0xED || static_cast<unsigned char>(text[i + 1]) <= 0x9F)) {
    return {Class::kPlain, 3, 0};
  }
  if (lead == 0xC3 && text.size() - i >= 2 && static_cast<unsigned char>(text[i + 1]) == 0x97) {
    return {Class::kTimes, 2, 0};
  }
  return OtherCharacter(text, i);
}

}  // namespace yesan::internal
