/// @file
/// What the reader of formulas says when it refuses. Private.
#pragma once

#include <cstdint>
#include <string_view>

#include "yesan/base/error.h"

namespace yesan::internal {

/// What should have stood at the place of a refusal.
enum class Expectation : std::uint8_t {
  kNothing,     // the code says it all
  kFactor,      // a number or a bracket
  kOperator,    // an operator or the end
  kAmount,      // one amount
  kPartner,     // the other bracket of a pair
  kOtherSide,   // 경정 and 기정 once each
  kEnd,         // nothing more
  kExpression,  // arithmetic
  kOneMoney,    // one factor of money and no more
  kSomeMoney,   // a factor of money
  kSameKind,    // a term of the kind of the others
  kMoneyless,   // a divisor that is no money
  kNotZero,     // a divisor that is not zero
};

/// A refusal at text[offset, offset + length), with column, what was expected and what was found, in both languages.
[[nodiscard]] Error FormulaRefusal(Code code, std::string_view text, std::uint32_t offset,
                                   std::uint32_t length, Expectation expectation);

}  // namespace yesan::internal
