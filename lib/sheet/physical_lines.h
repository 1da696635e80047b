// The lines of a document as it was given: LF, CRLF and CR each end one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace yesan::internal {

// Calls body(offset, length, line number) for every physical line, its end excluded.
template <class Body>
void ForEachLine(std::string_view source, const Body& body) {
  const std::size_t size = source.size();
  std::uint32_t number = 1;
  std::size_t begin = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  // Looked for apart: most documents have no carriage return at all.
  std::size_t carriage = std::min(source.find('\r', begin), size);
  while (begin <= size) {
    if (carriage < begin) carriage = std::min(source.find('\r', begin), size);
    const std::size_t feed = std::min(source.substr(0, carriage).find('\n', begin), size);
    const std::size_t end = std::min(feed, carriage);
    body(begin, end - begin, number);
    if (end == size) break;
    begin = end + 1;
    if (source[end] == '\r' && begin < size && source[begin] == '\n') ++begin;
    ++number;
  }
}

}  // namespace yesan::internal
