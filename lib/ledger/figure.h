// How the ledger's messages and findings write an amount.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "yesan/money/format.h"
#include "yesan/money/money.h"

namespace yesan::internal {

// 1234567 is `1,234,567`. What cannot be written so is written plainly: a message must not fail.
inline std::string Figure(const Decimal& amount) {
  auto text = FormatNumber(amount);
  return text ? std::move(*text) : amount.ToString();
}
inline std::string Figure(Money amount) { return Figure(ToDecimal(amount)); }
inline std::string Figure(std::int64_t amount) { return Figure(Decimal::FromInt(amount)); }

}  // namespace yesan::internal
