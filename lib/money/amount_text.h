// Characters of printed amounts, refusals before they become an Error, and the printing of digits.
// Shared by the readers and writers of this module; not installed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lib/base/chars.h"
#include "yesan/base/error.h"
#include "yesan/money/amount.h"

namespace yesan::internal {

/// One character of a text, full-width forms made ASCII, spaces within a line made U+0020, Hangul in conjoining letters made
/// whole.
struct Glyph {
  char32_t character = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end of the text

  bool at_end() const noexcept { return size == 0; }
  bool is(char32_t other) const noexcept { return size != 0 && character == other; }
  bool is_digit() const noexcept { return character >= U'0' && character <= U'9'; }
  bool is_space() const noexcept { return character == U' '; }
};

/// What stands for bytes that are not UTF-8, one byte a time.
inline constexpr char32_t kNotACharacter = 0xFFFFFFFF;

/// The character at an offset. Any bytes may stand there.
Glyph GlyphAt(std::string_view text, std::size_t offset) noexcept;

/// First offset at or behind `offset` that holds no space. Line ends and tabs are no such spaces.
std::size_t SkipSpaces(std::string_view text, std::size_t offset) noexcept;

/// Whether a glyph is a dash that stands for "no amount".
constexpr bool IsDash(char32_t c) noexcept {
  return c == U'-' || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212;
}

/// What should have stood at a place.
enum class Wanted : std::uint8_t {
  kDigit,
  kEnd,
  kComma,
  kFewerDigits,
  kSmallerPart,
  kClosingBracket,
  kOpeningBracket,
  kPart,
  kNoFault,
  kWords,
  kSmallerWord,
  kFormalStart,
  kWon,
  kUnitHeading,
  kUtf8,
};

/// A refusal while it is still cheap: readers may try one notation after another.
struct Refusal {
  Code code = Code::kSyntax;
  Wanted wanted = Wanted::kEnd;
  std::size_t offset = 0;
};

/// Notes a refusal and says false, so that a reader can return it.
inline bool Refuse(Refusal& refusal, Code code, Wanted wanted, std::size_t offset) noexcept {
  refusal = {code, wanted, offset};
  return false;
}

/// The refusal with its sentences and its place in `text`. Text that is not UTF-8 is always refused
/// as that, if `whole` says that all of it had to be read.
Error MakeError(std::string_view text, const Refusal& refusal, bool whole);

/// Appends |number| with all its decimals, with or without commas.
void AppendFigure(const Decimal& number, bool grouped, std::string& out);

/// Appends a sign mark, the figure, and the mark's closing bracket where it has one.
void AppendSigned(const Decimal& number, bool grouped, SignMark minus, std::string_view unit,
                  std::string& out);

/// The print that the plain fields of an amount give, `irregular` aside.
std::string FormatRegular(const Amount& amount);

/// 10^exponent, exponent in [0, 18].
Decimal PowerOfTen(int exponent) noexcept;

}  // namespace yesan::internal
