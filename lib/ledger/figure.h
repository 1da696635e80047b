// How the ledger's messages and findings write an amount and a day.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "yesan/calendar/date.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/money/format.h"
#include "yesan/money/money.h"

namespace yesan::internal {

// An amount in minor units: 1234567 is `1,234,567`, and `12,345.67` in a currency whose minor unit has two digits. What cannot be written so is written
// plainly: a message must not fail.
inline std::string Figure(const Decimal& amount, const Government& of) {
  AmountFormat format;
  format.digits = of.minor_digits;
  const auto unit = Decimal::Make(1, of.minor_digits);
  const auto number = unit ? Multiply(amount, *unit) : Error(unit.code());
  auto text = number ? FormatNumber(*number, format) : Error(number.code());
  return text ? std::move(*text) : amount.ToString();
}
inline std::string Figure(std::int64_t amount, const Government& of) {
  return Figure(Decimal::FromInt(amount), of);
}
inline std::string Figure(Money amount, const Government& of) { return Figure(amount.minor(), of); }

// A day by its number since 1970-01-01; `?` where it is none of the calendar.
inline std::string DayText(std::int32_t day) {
  const auto date = Date::FromDays(day);
  return date ? date->ToString() : "?";
}

}  // namespace yesan::internal
