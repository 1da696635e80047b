/// @file
/// Where something stands in a document.
#pragma once

#include <cstdint>

namespace yesan {

/// A place in a document as it was given: line and column for people, a half-open byte span for programs.
///
/// In the sheet `회 계\t일반회계` the account stands at line 1, column 5 (characters, the tab counts as one), bytes
/// [8, 20). A place inside HTML is the raw span in the source, tags and entities included.
struct Place {
  std::uint32_t line =
      0;  ///< 1-based line; LF, CRLF and CR each end one. 0: nowhere in particular.
  std::uint32_t column =
      0;  ///< 1-based column in characters (code points); 0 with line 0, or the whole line.
  std::uint32_t offset = 0;  ///< First byte of the span, 0-based, from the start of the document.
  std::uint32_t length = 0;  ///< Bytes in the span: [offset, offset + length).

  /// Whether the place names a line at all.
  [[nodiscard]] constexpr bool known() const noexcept { return line != 0; }
  friend constexpr bool operator==(Place a, Place b) noexcept {
    return a.line == b.line && a.column == b.column && a.offset == b.offset && a.length == b.length;
  }
  friend constexpr bool operator!=(Place a, Place b) noexcept { return !(a == b); }
};

}  // namespace yesan
