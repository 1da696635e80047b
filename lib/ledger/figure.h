// How the ledger's messages and findings write an amount.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "yesan/money/format.h"
#include "yesan/money/money.h"

namespace yesan::internal {

// 1234567 is `1,234,567`, and `12,345.67` in a currency whose minor unit has two digits. What cannot be written so is written
// plainly: a message must not fail.
inline std::string Figure(const Decimal& amount) {
  auto text = FormatNumber(amount);
  return text ? std::move(*text) : amount.ToString();
}
inline std::string Figure(Money amount) { return Figure(ToDecimal(amount)); }
inline std::string Figure(std::int64_t amount, std::int32_t minor_digits = 0) {
  AmountFormat format;
  format.digits = minor_digits;
  const auto number = Decimal::Make(amount, minor_digits);
  auto text = number ? FormatNumber(*number, format) : Error(number.code());
  return text ? std::move(*text) : std::to_string(amount);
}

}  // namespace yesan::internal
