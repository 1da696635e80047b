/// @file
/// The tokens of a cost basis line. Private.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "yesan/base/code.h"
#include "yesan/budget/formula.h"
#include "yesan/money/unit.h"

namespace yesan::internal {

enum class TokenKind : std::uint8_t {
  kNumber,
  kWord,    // a run of anything that is nothing else here
  kTimes,   // × x X *
  kDivide,  // / ÷
  kPlus,
  kMinus,  // - and its kin: an operator, a sign, or a hyphen; the parser knows
  kSign,   // △ and its kin: a sign or a bullet
  kOpen,
  kClose,
  kEquals,
};

struct Token {
  TokenKind kind = TokenKind::kWord;
  char bracket = 0;          // kOpen, kClose: the opening one in ASCII
  bool space = false;        // white space before it
  bool gap = false;          // a tab or two spaces or more before it
  bool grouped = false;      // kNumber: has a comma
  bool computes = false;     // kOpen: an operator between numbers inside
  bool multiplies = false;   // kOpen: that operator is a times sign, or a division
  bool has_number = false;   // kOpen: a number inside, at any depth
  bool has_money = false;    // kOpen, kNumber: a number with a unit of money
  bool has_equals = false;   // kOpen: an = inside
  bool is_part = false;      // kOpen: the bracket is a payer's part, `(분 5,824)`
  std::uint8_t scale = 0;    // kNumber
  std::int8_t exponent = 0;  // kNumber: power of ten of the unit
  FormulaQuantity quantity = FormulaQuantity::kBare;
  Unit unit = Unit::kNone;  // kNumber: the unit of money, also of one without 원 (3억)
  Code fault = Code::kOk;   // kNumber: why it may not be a factor; harmless in a label
  bool big = false;         // kNumber: mantissa does not hold the digits; figure does
  std::uint8_t digits = 0;  // kNumber: digits as printed, at most 255
  std::uint32_t offset = 0;
  std::uint32_t length = 0;  // kNumber: with its unit if that is printed at it
  std::uint32_t unit_offset = 0;
  std::uint32_t unit_length = 0;
  std::uint32_t match = 0;     // kOpen, kClose: index of its partner
  std::uint64_t mantissa = 0;  // kNumber: the digits without the point, when !big
  std::uint32_t figure = 0;    // kNumber: index into TokenList::figures, when big

  [[nodiscard]] std::uint32_t end() const noexcept { return offset + length; }
};

// The words 경정 and 기정 outside brackets, at most the first three.
struct RoleWord {
  std::uint32_t token = 0;
  FormulaRole role = FormulaRole::kOnly;
};

struct TokenList {
  InlineList<Token, 28> tokens;
  std::vector<Decimal> figures;
  RoleWord roles[3];
  std::uint32_t role_count = 0;
  // The first bracket without its partner, as an offset; kBalanced when there is none.
  static constexpr std::uint32_t kBalanced = 0xffffffff;
  std::uint32_t unbalanced = kBalanced;
};

// Where tokenizing ended: code kOk, or the place of what cannot be taken.
struct TokenFault {
  Code code = Code::kOk;
  std::uint32_t offset = 0;
};

/// Cuts text[begin, size) into tokens. Linear. @pre the text has at most kFormulaBytesMax bytes
[[nodiscard]] TokenFault Tokenize(std::string_view text, std::size_t begin, TokenList& list);

}  // namespace yesan::internal
