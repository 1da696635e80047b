/// @file
/// Sums over columns of amounts.
#pragma once

#include <cstddef>
#include <cstdint>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"

namespace yesan {

/// The exact sum of `count` int64 values, with scale 0. Never refuses: 2^63 rows of int64 come to at most 2^126, which
/// 38 digits hold. An empty column is 0; `values` may be null then.
[[nodiscard]] Decimal Sum(const std::int64_t* values, std::size_t count) noexcept;
[[nodiscard]] Decimal Sum(const Money* values, std::size_t count) noexcept;

/// The sum of a column as Money. The order of the rows does not matter: only the total must fit, kOverflow otherwise.
[[nodiscard]] Result<Money> Total(const std::int64_t* values, std::size_t count);
[[nodiscard]] Result<Money> Total(const Money* values, std::size_t count);

}  // namespace yesan
