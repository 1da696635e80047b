/// @file
/// The reasons for which yesan refuses, as numbers that never change.
#pragma once

#include <cstdint>
#include <string_view>

namespace yesan {

/// Why a function refused. The numbers are those of the C API (`YESAN_E_*`) and are frozen: a number is never
/// reused and never renamed. 0 is success and is no reason to refuse.
///
/// Ranges: 1–9 misuse of the interface, 10–29 figures, 30–49 documents, 50–69 budgets and settlements.
enum class Code : std::int32_t {
  kOk = 0,
  kInvalidArgument =
      1,  ///< An argument breaks the function's contract (a null pointer, an unknown enum value).
  kNoMemory = 2,         ///< Memory ran out; nothing was changed. C only: C++ sees std::bad_alloc.
  kNotBuilt = 3,         ///< The library was built without the option that this function needs.
  kBufferTooSmall = 4,   ///< C only: the caller's buffer is too small; nothing was written.
  kInternal = 5,         ///< A fault of the library itself. Please report it.
  kInvalidUtf8 = 10,     ///< Text is not UTF-8; the place names the first offending byte.
  kSyntax = 11,          ///< Text is not written in the notation that was expected.
  kWrongGrouping = 12,   ///< Thousands separators stand at wrong places: `35,498,8000`.
  kOverflow = 13,        ///< The exact result does not fit the type.
  kInexact = 14,         ///< Rounding::kUnnecessary was asked for and a digit would be lost.
  kDivisionByZero = 15,  ///< The divisor is zero: there is no rate on a zero base.
  kOutOfRange = 16,      ///< A value lies outside the closed range that the comment states.
  kWrongUnit = 17,       ///< A unit is missing, or is not one of money where money was expected.
  kTooLarge = 30,        ///< The document is larger than the limit of the options.
  kTooDeep = 31,         ///< Brackets or tags are nested deeper than the limit.
  kEncoding = 32,        ///< The bytes look like another encoding (cp949), which the message names.
  kNotFound = 50,        ///< No program, item, row or code with that id.
  kDuplicate = 51,       ///< The id, code or year is there already.
  kDoesNotAddUp =
      52,  ///< A total is not the sum of its parts; the message names both and the difference.
};

/// The stable English name of a code, e.g. `wrong_grouping`; `unknown` for a number that is no Code.
[[nodiscard]] std::string_view Name(Code code) noexcept;

}  // namespace yesan
