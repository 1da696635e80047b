#include "lib/sheet/sheet_text.h"

#include <algorithm>
#include <cstring>

#include "lib/sheet/physical_lines.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

// Characters are counted once for every so many bytes, so that a column is found quickly even in a document that is one
// long line.
constexpr std::size_t kStride = 256;

std::uint32_t CountIn(std::string_view source, std::size_t offset, std::size_t length) noexcept {
  return static_cast<std::uint32_t>(CountCharacters(source.substr(offset, length)));
}

}  // namespace

void SheetText::SetSource(std::string source) {
  for (std::size_t nul = source.find('\0'); nul != std::string::npos;
       nul = source.find('\0', nul + 1))
    source[nul] = ' ';
  source_ = std::move(source);
  // A byte order mark is no character of the first line.
  line_starts_.assign(1, source_.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0);
  const std::size_t size = source_.size();
  ForEachLine(source_, [&](std::size_t offset, std::size_t, std::uint32_t number) {
    if (number > 1) line_starts_.push_back(static_cast<std::uint32_t>(offset));
  });
  characters_.clear();
  characters_.reserve(size / kStride + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < size; i += kStride) {
    characters_.push_back(count);
    count += CountIn(source_, i, std::min(kStride, size - i));
  }
  characters_.push_back(count);
}

std::uint32_t SheetText::CharactersBefore(std::size_t offset) const noexcept {
  const std::size_t stride = offset / kStride;
  return characters_[std::min(stride, characters_.size() - 1)] +
         CountIn(source_, stride * kStride, offset - stride * kStride);
}

Place SheetText::PlaceAt(std::size_t offset, std::size_t length) const noexcept {
  if (line_starts_.empty() || offset > source_.size()) return {};
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = after == line_starts_.begin() ? after : after - 1;
  Place place;
  place.line = static_cast<std::uint32_t>(line - line_starts_.begin() + 1);
  place.column =
      CharactersBefore(std::max<std::size_t>(offset, *line)) - CharactersBefore(*line) + 1;
  place.offset = static_cast<std::uint32_t>(offset);
  place.length = static_cast<std::uint32_t>(length);
  return place;
}

void SheetText::Begin() {
  building_.clear();
  building_pieces_.clear();
  nothing_yet_ = true;
}

void SheetText::Append(std::string_view text, std::size_t raw_offset, std::size_t raw_length) {
  if (text == "\n") return BreakLine();
  if (building_.empty() || building_.back() == '\n') {
    std::size_t spaces = 0;
    while (spaces < text.size() && (text[spaces] == ' ' || text[spaces] == '\t')) ++spaces;
    if (text.size() == raw_length) {
      raw_offset += spaces;
      raw_length -= spaces;
    }
    text.remove_prefix(spaces);
  }
  AppendExact(text, raw_offset, raw_length);
}

void SheetText::AppendExact(std::string_view text, std::size_t raw_offset, std::size_t raw_length) {
  if (text.empty()) return;
  building_pieces_.push_back(
      {static_cast<std::uint32_t>(building_.size()), static_cast<std::uint32_t>(text.size()),
       static_cast<std::uint32_t>(raw_offset), static_cast<std::uint32_t>(raw_length)});
  building_.append(text);
  if (nothing_yet_) nothing_yet_ = Trim(text).empty();
}

void SheetText::AppendLoose(std::string_view text) {
  building_.append(text);
  if (nothing_yet_) nothing_yet_ = Trim(text).empty();
}

void SheetText::DropSpacesAtEnd() {
  while (!building_.empty() && (building_.back() == ' ' || building_.back() == '\t'))
    building_.pop_back();
  const auto size = static_cast<std::uint32_t>(building_.size());
  while (!building_pieces_.empty()) {
    Piece& last = building_pieces_.back();
    if (last.begin + last.length <= size) return;
    if (last.begin >= size) {
      building_pieces_.pop_back();
      continue;
    }
    if (last.length == last.raw_length) last.raw_length = size - last.begin;
    last.length = size - last.begin;
    return;
  }
}

void SheetText::BreakLine() {
  DropSpacesAtEnd();
  if (!building_.empty() && building_.back() != '\n') building_ += '\n';
}

SheetText::Chunk& SheetText::Room(std::size_t length) {
  if (chunks_.empty() || chunks_.back().size - chunks_.back().used < length) {
    Chunk chunk;
    const std::size_t grown =
        chunks_.empty() ? 4096 : std::min<std::size_t>(chunks_.back().size * 2, 1 << 22);
    chunk.size = std::max(length, grown);
    chunk.bytes.reset(new char[chunk.size]);
    chunks_.push_back(std::move(chunk));
  }
  return chunks_.back();
}

Text SheetText::End() {
  const std::string_view all = building_;
  const std::string_view kept = Trim(all);
  Text result;
  if (kept.empty()) return result;
  const auto skipped = static_cast<std::uint32_t>(kept.data() - all.data());
  const auto end = static_cast<std::uint32_t>(skipped + kept.size());
  Chunk& chunk = Room(kept.size());
  const auto begin = static_cast<std::uint32_t>(chunk.used);
  std::memcpy(chunk.bytes.get() + begin, kept.data(), kept.size());
  chunk.used += kept.size();
  for (Piece piece : building_pieces_) {
    std::uint32_t first = std::max(piece.begin, skipped);
    const std::uint32_t last = std::min(piece.begin + piece.length, end);
    if (first >= last) continue;
    if (piece.length == piece.raw_length) {
      piece.raw_offset += first - piece.begin;
      piece.raw_length = last - first;
    }
    chunk.pieces.push_back(
        {begin + (first - skipped), last - first, piece.raw_offset, piece.raw_length});
  }
  result.text = std::string_view(chunk.bytes.get() + begin, kept.size());
  std::size_t raw_begin = 0, raw_end = 0;
  if (RawSpan(chunk, begin, kept.size(), &raw_begin, &raw_end))
    result.place = PlaceAt(raw_begin, raw_end - raw_begin);
  return result;
}

void SheetText::AppendFrom(const Text& text) {
  const char* const at = text.text.data();
  if (text.empty()) return;
  if (at >= source_.data() && at < source_.data() + source_.size()) {
    Append(text.text, static_cast<std::size_t>(at - source_.data()), text.text.size());
    return;
  }
  const Chunk* chunk = ChunkOf(at);
  const auto offset = static_cast<std::uint32_t>(building_.size());
  if (chunk != nullptr) {
    const auto begin = static_cast<std::uint32_t>(at - chunk->bytes.get());
    const auto end = static_cast<std::uint32_t>(begin + text.text.size());
    auto piece =
        std::lower_bound(chunk->pieces.begin(), chunk->pieces.end(), begin,
                         [](const Piece& p, std::uint32_t b) { return p.begin + p.length <= b; });
    for (; piece != chunk->pieces.end() && piece->begin < end; ++piece) {
      const std::uint32_t first = std::max(piece->begin, begin);
      const std::uint32_t last = std::min(piece->begin + piece->length, end);
      Piece copy = *piece;
      if (copy.length == copy.raw_length) {
        copy.raw_offset += first - copy.begin;
        copy.raw_length = last - first;
      }
      copy.begin = offset + (first - begin);
      copy.length = last - first;
      building_pieces_.push_back(copy);
    }
  }
  building_.append(text.text);
}

Text SheetText::Join(const Text& first, std::string_view separator, const Text& second) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  Begin();
  AppendFrom(first);
  AppendLoose(separator);
  AppendFrom(second);
  return End();
}

std::string_view SheetText::Keep(std::string_view text) {
  if (text.empty()) return {};
  Chunk& chunk = Room(text.size());
  char* const at = chunk.bytes.get() + chunk.used;
  std::memcpy(at, text.data(), text.size());
  chunk.used += text.size();
  return {at, text.size()};
}

const SheetText::Chunk* SheetText::ChunkOf(const char* at) const noexcept {
  for (const Chunk& chunk : chunks_) {
    if (at >= chunk.bytes.get() && at < chunk.bytes.get() + chunk.used) return &chunk;
  }
  return nullptr;
}

bool SheetText::RawSpan(const Chunk& chunk, std::size_t begin, std::size_t length,
                        std::size_t* raw_begin, std::size_t* raw_end) const noexcept {
  const std::size_t end = begin + length;
  bool any = false;
  auto piece =
      std::lower_bound(chunk.pieces.begin(), chunk.pieces.end(), begin,
                       [](const Piece& p, std::size_t b) { return p.begin + p.length <= b; });
  for (; piece != chunk.pieces.end() && piece->begin < end; ++piece) {
    std::size_t first = piece->raw_offset, last = piece->raw_offset + piece->raw_length;
    if (piece->length == piece->raw_length) {
      const std::size_t from = std::max<std::size_t>(begin, piece->begin),
                        to = std::min<std::size_t>(end, piece->begin + piece->length);
      first = piece->raw_offset + (from - piece->begin);
      last = piece->raw_offset + (to - piece->begin);
    }
    *raw_begin = any ? std::min(*raw_begin, first) : first;
    *raw_end = any ? std::max(*raw_end, last) : last;
    any = true;
  }
  return any;
}

Place SheetText::PlaceOf(const Text& text, std::size_t offset, std::size_t length) const noexcept {
  if (text.text.data() == nullptr) return text.place;
  const char* const at = text.text.data() + offset;
  if (!source_.empty() && at >= source_.data() && at <= source_.data() + source_.size()) {
    const auto from = static_cast<std::size_t>(at - source_.data());
    // A text that stands in the source as it is knows where it begins; far behind that, counting again costs more.
    if (offset <= 2 * kStride && text.place.known() && from >= offset &&
        text.place.offset == from - offset) {
      const std::string_view before = std::string_view(source_).substr(from - offset, offset);
      if (before.find('\n') == std::string_view::npos &&
          before.find('\r') == std::string_view::npos) {
        Place place = text.place;
        place.column += static_cast<std::uint32_t>(CountCharacters(before));
        place.offset = static_cast<std::uint32_t>(from);
        place.length = static_cast<std::uint32_t>(length);
        return place;
      }
    }
    return PlaceAt(from, length);
  }
  const Chunk* chunk = ChunkOf(text.text.data());
  std::size_t raw_begin = 0, raw_end = 0;
  if (chunk != nullptr && RawSpan(*chunk, static_cast<std::size_t>(at - chunk->bytes.get()),
                                  std::max<std::size_t>(length, 1), &raw_begin, &raw_end)) {
    return PlaceAt(raw_begin, length == 0 ? 0 : raw_end - raw_begin);
  }
  return text.place;
}

}  // namespace yesan::internal
