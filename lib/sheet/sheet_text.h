// The characters of a sheet: its source, and the text that reading made from it (entities resolved, cells joined).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/place.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

class SheetText {
 public:
  SheetText() = default;
  // NUL bytes become spaces, so that no C string inside a parser ends early; offsets stay as they were.
  void SetSource(std::string source);

  [[nodiscard]] std::string_view source() const noexcept { return source_; }
  // The place of source bytes [offset, offset + length).
  [[nodiscard]] Place PlaceAt(std::size_t offset, std::size_t length) const noexcept;

  // Begins a text that is put together from pieces; End gives it, trimmed.
  void Begin();
  // Appends text that came from source bytes [raw_offset, raw_offset + raw_length).
  void Append(std::string_view text, std::size_t raw_offset, std::size_t raw_length);
  // Appends text that stands nowhere, such as the box of a tag.
  void AppendLoose(std::string_view text);
  // The same, and nothing of it is tidied: no line break dropped, no space at the end of a line.
  void AppendExact(std::string_view text, std::size_t raw_offset, std::size_t raw_length);
  // Ends a line, if there is one: no blank lines, no white space at a line's ends.
  void BreakLine();
  // Whether nothing but white space was appended since Begin.
  [[nodiscard]] bool nothing_yet() const noexcept { return nothing_yet_; }
  [[nodiscard]] char last() const noexcept { return building_.empty() ? '\0' : building_.back(); }
  Text End();

  // Two texts of this sheet as one.
  Text Join(const Text& first, std::string_view separator, const Text& second);

  std::string_view Keep(std::string_view text);
  [[nodiscard]] Place PlaceOf(const Text& text, std::size_t offset,
                              std::size_t length) const noexcept;

  static SheetText& Of(Sheet& sheet) { return *sheet.text_; }
  static const SheetText& Of(const Sheet& sheet) { return *sheet.text_; }

 private:
  // Bytes [begin, begin + length) of a chunk came from raw_offset; when the lengths agree, byte by byte.
  struct Piece {
    std::uint32_t begin, length, raw_offset, raw_length;
  };
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0, used = 0;
    std::vector<Piece> pieces;  // ordered by begin
  };
  Chunk& Room(std::size_t length);
  [[nodiscard]] const Chunk* ChunkOf(const char* at) const noexcept;
  // The raw span of bytes [begin, begin + length) of a chunk.
  [[nodiscard]] bool RawSpan(const Chunk& chunk, std::size_t begin, std::size_t length,
                             std::size_t* raw_begin, std::size_t* raw_end) const noexcept;
  void AppendFrom(const Text& text);
  void DropSpacesAtEnd();
  [[nodiscard]] std::uint32_t CharactersBefore(std::size_t offset) const noexcept;

  std::string source_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> characters_;  // before byte i * kStride
  std::vector<Chunk> chunks_;
  std::string building_;
  bool nothing_yet_ = true;
  std::vector<Piece> building_pieces_;  // begin counts from the start of building_
};

}  // namespace yesan::internal
