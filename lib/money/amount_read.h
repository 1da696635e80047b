// The reader of amounts for every notation. amount.cc reads the common ones by itself, faster, and
// comes here for the rest; whatever both read, they read alike (a test holds them together).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "lib/money/amount_text.h"
#include "yesan/money/amount.h"
#include "yesan/money/paired_amount.h"

namespace yesan::internal {

/// How much of a text an amount must take.
enum class Extent { kWhole, kPrefix };

/// Reads an amount from `start` on. kWhole: all that is left but white space at its end, and blanks,
/// dashes, words and notes too. @pre out is a new Amount; on false it may hold anything.
/// Whether a character is the sign of the won, as a figure has it in front: ₩, ￦ or \.
inline bool IsWonSign(Glyph glyph) noexcept {
  return glyph.is(0x20A9) || glyph.is(0xFFE6) || glyph.is(U'\\');
}

/// Behind the `금` or `일금` of a formal amount and the spaces that follow; `at` when there is none.
std::size_t PassFormalMark(std::string_view text, std::size_t at) noexcept;

/// Behind the 정 or 整 that ends a formal amount; `at` when there is none.
std::size_t PassFormalEnd(std::string_view text, std::size_t at) noexcept;

/// Reads the number in words that text[begin, end) is.
bool ReadWords(std::string_view text, std::size_t begin, std::size_t end, Decimal& number,
               bool& canonical, Refusal& refusal);

/// Reads `일억이천만원` or `일억이천만원정` at `at`, which moves behind it; all of it before `limit`.
bool ReadFormalWords(std::string_view text, std::size_t& at, std::size_t limit, Decimal& number,
                     bool& canonical, Refusal& refusal);

bool ReadAmount(std::string_view text, std::size_t start, Extent extent,
                const AmountOptions& options, Amount& out, std::size_t& end, Refusal& refusal);

/// Reads what most cells hold: sign, digits in right groups or none, a point, a unit in 원. Whatever else there is makes it
/// give up, and so does anything that would carry a fault. Sets just the fields that FormatRegular prints.
/// @pre out is a new Amount; on false it is untouched.
bool ReadCommon(std::string_view text, Extent extent, const AmountOptions& options, Amount& out,
                std::size_t& consumed) noexcept;

/// Reads a part in brackets from `start` on.
bool ReadPart(std::string_view text, std::size_t start, const AmountOptions& options,
              AmountPart& out, std::size_t& end, Refusal& refusal);

}  // namespace yesan::internal
