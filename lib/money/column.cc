#include "yesan/money/column.h"

#include "lib/money/exact.h"

namespace yesan {
namespace {

constexpr std::int64_t Value(std::int64_t value) noexcept { return value; }
constexpr std::int64_t Value(Money value) noexcept { return value.minor(); }

template <class T>
Decimal SumOf(const T* values, std::size_t count) noexcept {
  // Each value is taken as value + 2^63, a whole number below 2^64, in two halves; each half of a block of 2^31 rows
  // fits 64 bits, and the loop holds nothing but additions, so that compilers widen it.
  constexpr std::size_t kBlock = std::size_t{1} << 31;
  constexpr std::uint64_t kOffset = std::uint64_t{1} << 63;
  internal::Uint128 sum = 0;
  for (std::size_t begin = 0; begin < count; begin += kBlock) {
    const std::size_t end = count - begin < kBlock ? count : begin + kBlock;
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t value = static_cast<std::uint64_t>(Value(values[i])) ^ kOffset;
      low += value & 0xffffffffu;
      high += value >> 32;
    }
    sum += internal::Uint128(low) + (internal::Uint128(high) << 32);
  }
  // count × 2^63 is taken off again, modulo 2^128: two's complement.
  sum -= internal::Uint128(count) << 63;
  return internal::DecimalAccess::FromParts(internal::Low(sum),
                                            static_cast<std::int64_t>(internal::High(sum)), 0);
}

}  // namespace

Decimal Sum(const std::int64_t* values, std::size_t count) noexcept { return SumOf(values, count); }
Decimal Sum(const Money* values, std::size_t count) noexcept { return SumOf(values, count); }

Result<Money> Total(const std::int64_t* values, std::size_t count) {
  const Decimal sum = Sum(values, count);
  if (!sum.is_small()) return Error(Code::kOverflow);
  return Money(internal::DecimalAccess::Small(sum));
}

Result<Money> Total(const Money* values, std::size_t count) {
  const Decimal sum = Sum(values, count);
  if (!sum.is_small()) return Error(Code::kOverflow);
  return Money(internal::DecimalAccess::Small(sum));
}

}  // namespace yesan
