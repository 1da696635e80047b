/// @file
/// Where the factor stands in a stretch of a formula between two operators. Private.
#pragma once

#include <cstdint>
#include <string_view>

#include "lib/budget/formula_tokens.h"

namespace yesan::internal {

/// No token.
inline constexpr std::uint32_t kNoToken = 0xffffffff;

/// Fewest digits by which a lone number without unit, comma or anything else is an amount and not a year.
inline constexpr std::uint8_t kAmountDigitsMin = 5;

/// The factor of a stretch between operators, and what else stands there.
struct Segment {
  std::uint32_t factor = kNoToken;  // token: a number or the opening bracket
  std::uint32_t previous =
      kNoToken;                    // the number or bracket before it, when two or more stand there
  std::uint32_t before = 0;        // numbers before it
  std::uint32_t after = kNoToken;  // first word behind it
  std::uint32_t end = 0;           // one past its last token: the operator, or the end
  bool weak = false;               // the factor is a bracket that computes nothing, `(3명)`
  bool clash = false;              // a bracket that computes stands beside another factor
  std::uint32_t clash_at = kNoToken;
};

/// The tokens of one line, with brackets taken whole.
class TokenView {
 public:
  TokenView(std::string_view text, const Token* tokens) noexcept : text_(text), tokens_(tokens) {}

  [[nodiscard]] const Token& At(std::uint32_t i) const noexcept { return tokens_[i]; }
  /// One past token i, or past its partner if it opens a bracket.
  [[nodiscard]] std::uint32_t Next(std::uint32_t i) const noexcept {
    return At(i).kind == TokenKind::kOpen ? At(i).match + 1 : i + 1;
  }
  [[nodiscard]] bool IsBracket(std::uint32_t i) const noexcept {
    return At(i).kind == TokenKind::kOpen;
  }

  /// The factor of the tokens [begin, end) up to the next operator. `solid_before`: money or a product stands before;
  /// `top`: not in brackets; `starts_term`: no times sign or division stands before, so that words, with digits in them
  /// perhaps, may come first. Linear in the tokens passed over.
  [[nodiscard]] Segment FindFactor(std::uint32_t begin, std::uint32_t end, bool solid_before,
                                   bool top, bool starts_term) const noexcept;

 private:
  void TakeBracketBehind(std::uint32_t i, std::uint32_t begin, bool starts_term,
                         Segment& found) const noexcept;
  [[nodiscard]] bool IsPartOfName(std::uint32_t i, std::uint32_t begin, bool top) const noexcept;
  [[nodiscard]] bool IsPartOfLabel(std::uint32_t i, std::uint32_t begin) const noexcept;
  [[nodiscard]] bool IsLabelBefore(const Segment& found, std::uint32_t i, std::uint32_t begin,
                                   bool starts_term) const noexcept;
  void Finish(Segment& found, std::uint32_t end, bool starts_term) const noexcept;
  [[nodiscard]] bool Joins(std::uint32_t i, std::uint32_t end, const Segment& before,
                           bool solid_before, bool top) const noexcept;

  std::string_view text_;
  const Token* tokens_;
};

}  // namespace yesan::internal
