// Arguments of C functions checked and turned into the library's types, and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yesan/base/place.h"
#include "yesan/base/result.h"
#include "yesan/base/text.h"
#include "yesan/capi.h"
#include "yesan/money/decimal.h"
#include "yesan/money/rounding.h"
#include "yesan/money/unit.h"

// Leaves the function with a refusal when an argument is null.
#define YESAN_REQUIRE(pointer) \
  if ((pointer) == nullptr) return ::yesan::capi::NullArgument(#pointer)
// Leaves the function with the refusal of a Result<void>.
#define YESAN_TRY(expression) \
  if (::yesan::Result<void> tried_ = (expression); !tried_.ok()) return std::move(tried_).error()

namespace yesan::capi {

[[nodiscard]] Error NullArgument(std::string_view name);
// `name` is not what the header allows: `is` says what it is, in both languages.
[[nodiscard]] Error BadArgument(std::string_view name, std::string_view ko, std::string_view en);
[[nodiscard]] Error UnknownNumber(std::string_view name, std::int64_t value);
[[nodiscard]] Error TooSmall(std::string_view name, std::uint64_t needed, std::uint64_t capacity);

// A closed range of numbers.
[[nodiscard]] inline Result<void> CheckNumber(std::string_view name, std::int32_t value,
                                              std::int32_t first, std::int32_t last) {
  if (value < first || value > last) return UnknownNumber(name, value);
  return {};
}
[[nodiscard]] inline Result<void> CheckRounding(std::int32_t rounding) {
  return CheckNumber("rounding", rounding, YESAN_ROUNDING_UP, YESAN_ROUNDING_UNNECESSARY);
}
// A unit of money; refuses kWrongUnit for NONE and PERCENT.
[[nodiscard]] Result<void> CheckMoneyUnit(std::string_view name, std::int32_t unit);
[[nodiscard]] Error WrongStructSize(std::string_view name, std::uint32_t size,
                                    std::size_t expected);
[[nodiscard]] inline Result<void> CheckStructSize(std::string_view name, std::uint32_t size,
                                                  std::size_t expected) {
  if (size != expected) return WrongStructSize(name, size, expected);
  return {};
}
[[nodiscard]] Result<void> CheckReserved(std::string_view name, std::uint32_t reserved);

// Text that goes in. TextOf checks UTF-8, RawTextOf does not.
[[nodiscard]] Result<std::string_view> RawTextOf(const char* bytes, std::uint64_t length);
[[nodiscard]] Result<std::string_view> TextOf(const char* bytes, std::uint64_t length);
// One text of a column, which CheckTexts has passed.
[[nodiscard]] inline std::string_view TextAt(const yesan_text_column& column,
                                             std::uint64_t row) noexcept {
  const std::int64_t first = column.offsets[row];
  const std::int64_t length = column.offsets[row + 1] - first;
  return length == 0 ? std::string_view()
                     : std::string_view(column.bytes + first, static_cast<std::size_t>(length));
}
// Offsets that never fall, and bytes where there should be some. UTF-8 is looked at row by row: see CheckUtf8.
[[nodiscard]] Result<void> CheckTexts(std::string_view name, const yesan_text_column& column,
                                      std::uint64_t count);
[[nodiscard]] Error InvalidUtf8(std::string_view text, std::size_t offset);
[[nodiscard]] inline Result<void> CheckUtf8(std::string_view text) {
  if (const std::optional<std::size_t> offset = FindInvalidUtf8(text)) {
    return InvalidUtf8(text, *offset);
  }
  return {};
}

// Text that goes out, sized by two calls. @pre out_length is not null
[[nodiscard]] Result<void> GiveText(std::string_view text, char* out_text, std::uint64_t capacity,
                                    std::uint64_t* out_length);

[[nodiscard]] inline Result<Decimal> DecimalOf(const yesan_decimal& decimal) {
  if (decimal.reserved != 0) {
    return BadArgument("yesan_decimal.reserved", "0이 아닙니다", "is not 0");
  }
  return Decimal::FromParts(decimal.lo, decimal.hi, decimal.scale);
}
[[nodiscard]] inline yesan_decimal Out(const Decimal& decimal) noexcept {
  return {decimal.lo(), decimal.hi(), decimal.scale(), 0};
}
[[nodiscard]] inline yesan_place Out(const Place& place) noexcept {
  return {place.line, place.column, place.offset, place.length};
}

}  // namespace yesan::capi
