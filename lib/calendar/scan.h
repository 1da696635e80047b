// Reads text character by character for the parsers of dates and periods.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "lib/base/chars.h"
#include "yesan/base/text.h"

namespace yesan::internal {

inline constexpr char32_t kEndOfText = 0xFFFFFFFF;

struct Number {
  std::int32_t value = 0;  // Right for up to four digits; longer runs are never numbers of a date.
  std::size_t digits = 0;
};

class Scanner {
 public:
  // `most_spaces`: how many white spaces in a row SkipSpaces passes; running text keeps it small to stay linear.
  explicit Scanner(std::string_view text, std::size_t position = 0,
                   std::size_t most_spaces = SIZE_MAX)
      : text_(text), position_(position), most_spaces_(most_spaces) {}

  [[nodiscard]] bool done() const { return position_ >= text_.size(); }
  [[nodiscard]] std::size_t position() const { return position_; }
  void set_position(std::size_t position) { position_ = position; }
  [[nodiscard]] std::string_view text() const { return text_; }

  [[nodiscard]] char32_t PeekRaw() const {
    if (done()) return kEndOfText;
    std::size_t after = position_;
    return NextComposed(text_, after);
  }
  // Full-width forms as ASCII, any white space as ' '.
  [[nodiscard]] char32_t Peek() const {
    if (done()) return kEndOfText;
    const auto byte = static_cast<unsigned char>(text_[position_]);
    if (byte > 0x20 && byte < 0x80) return byte;
    const char32_t c = PeekRaw();
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    return IsSpace(c) ? U' ' : c;
  }
  // Whether a Hangul word may begin here: all of them begin with these bytes.
  [[nodiscard]] bool AtHangul() const {
    if (done()) return false;
    const auto byte = static_cast<unsigned char>(text_[position_]);
    return (byte >= 0xEA && byte <= 0xED) || MayBeginJamo(byte);
  }
  void Advance() {
    if (!done()) (void)NextComposed(text_, position_);
  }
  void SkipSpaces() {
    for (std::size_t i = 0; i < most_spaces_ && Peek() == U' '; ++i) Advance();
  }
  bool Take(char32_t c) {
    if (Peek() != c) return false;
    Advance();
    return true;
  }
  // A word in Hangul.
  bool TakeWord(std::string_view word) {
    if (!AtHangul()) return false;
    const std::size_t length = LengthOfWord(text_.substr(position_), word);
    position_ += length;
    return length != 0;
  }
  [[nodiscard]] bool AtDigit() const { return IsDigit(Peek()); }
  std::optional<Number> TakeNumber() {
    Number number;
    for (; AtDigit(); Advance(), ++number.digits) {
      if (number.digits < 4)
        number.value = number.value * 10 + static_cast<std::int32_t>(Peek() - U'0');
    }
    if (number.digits == 0) return std::nullopt;
    return number;
  }

 private:
  std::string_view text_;
  std::size_t position_;
  std::size_t most_spaces_;
};

// A quote before a two-digit year, turned any way.
inline bool IsYearQuote(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0x00B4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2032 || c == 0x2035 || c == 0x02BC;
}

// Range signs that are nothing else, and dashes that are other things too. Full-width ～ is folded to '~'.
inline bool IsTilde(char32_t c) {
  return c == U'~' || c == 0x223C || c == 0x301C || c == 0x02DC || c == 0x2053;
}
inline bool IsDash(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 ||
         c == 0x2015 || c == 0x2212;
}

}  // namespace yesan::internal
