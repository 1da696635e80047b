// The lines of a document as it was given, and excerpts of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/place.h"

namespace yesan::internal {

// A line without its end: bytes [offset, offset + text.size()) of the source.
struct SourceLine {
  std::string_view text;
  std::size_t offset = 0;
  bool begins = true;  // with the first byte of the line; not where a part of it was cut out
};

// LF, CRLF and CR each end a line, as Place counts them. A last line without an end counts, an empty one after the
// last end does not.
std::vector<SourceLine> LinesOfSource(std::string_view source);

// The line that holds a byte, or of a very long one what stands two thousand bytes around it: found without looking at the
// whole document, which may be one line.
SourceLine LineAt(std::string_view source, std::size_t offset);

// Part of a line around a span, for a terminal, and the columns of the span in it.
struct Excerpt {
  std::string text;
  std::size_t column = 0;  // 0-based terminal column of the span
  std::size_t width = 0;   // its columns; 0 when the place has no span
};
Excerpt ExcerptOf(const SourceLine& line, Place place, std::size_t columns);

}  // namespace yesan::internal
