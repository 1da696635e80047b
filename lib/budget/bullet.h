/// @file
/// The mark at the start of a line of a document: where it ends. Private; its rank is in cost_basis.h.
#pragma once

#include <cstdint>
#include <string_view>

#include "yesan/budget/formula.h"

namespace yesan::internal {

/// What BulletRank says of ※.
inline constexpr std::int32_t kRemarkRank = 200;

/// The bullet with which the text begins, white space before it passed over: [offset, offset + length). Of length 0 where
/// there is none; the offset is then that of the first character.
[[nodiscard]] TextSpan FindBullet(std::string_view text) noexcept;

}  // namespace yesan::internal
