/// @file
/// The version of the library.
#pragma once

#include <string_view>

#define YESAN_VERSION_MAJOR 0  ///< Changes when the C library breaks its ABI.
#define YESAN_VERSION_MINOR 1  ///< Changes when something is added; until 1.0, or breaks.
#define YESAN_VERSION_PATCH 0  ///< Changes when something is mended.

namespace yesan {

/// The version of the library that is linked, `major.minor.patch`; compare it with the YESAN_VERSION_* macros of the
/// header that was compiled.
[[nodiscard]] std::string_view Version() noexcept;

}  // namespace yesan
