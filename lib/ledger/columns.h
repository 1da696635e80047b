// The entries as columns, in chunks that never move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace yesan::internal {

// One entry in transit.
struct Row {
  std::uint32_t item = 0;
  std::int32_t day = 0;
  std::uint8_t kind = 0;    // EntryKind
  std::uint8_t cause = 0;   // Cause
  std::uint8_t source = 0;  // FundingSource, 0: none
  std::int64_t amount = 0;
  std::uint32_t reference = 0;  // EntryId, 0: none
  std::uint32_t actor = 0;
  std::uint32_t group = 0;
  std::uint32_t authorization = 0;
};

// 35 bytes an entry. What few entries have, an authorization or a memo, is kept beside.
class Columns {
 public:
  static constexpr std::size_t kChunk = std::size_t{1} << 16;
  static constexpr std::uint8_t kCorrected = 0x80;  // beside the kind

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  // Entry ids begin at 1.
  [[nodiscard]] std::uint32_t item(std::uint32_t id) const noexcept { return At(id).item[Of(id)]; }
  [[nodiscard]] std::int32_t day(std::uint32_t id) const noexcept { return At(id).day[Of(id)]; }
  [[nodiscard]] std::uint8_t kind(std::uint32_t id) const noexcept {
    return At(id).kind[Of(id)] & static_cast<std::uint8_t>(~kCorrected);
  }
  [[nodiscard]] bool corrected(std::uint32_t id) const noexcept {
    return (At(id).kind[Of(id)] & kCorrected) != 0;
  }
  [[nodiscard]] bool IsUncorrected(std::uint32_t id, std::uint8_t kind) const noexcept {
    return At(id).kind[Of(id)] == kind;
  }
  [[nodiscard]] std::uint8_t cause(std::uint32_t id) const noexcept { return At(id).cause[Of(id)]; }
  [[nodiscard]] std::uint8_t source(std::uint32_t id) const noexcept {
    return At(id).source[Of(id)];
  }
  [[nodiscard]] std::int64_t amount(std::uint32_t id) const noexcept {
    return At(id).amount[Of(id)];
  }
  [[nodiscard]] std::uint32_t reference(std::uint32_t id) const noexcept {
    return At(id).reference[Of(id)];
  }
  [[nodiscard]] std::uint32_t actor(std::uint32_t id) const noexcept {
    return At(id).actor[Of(id)];
  }
  // commit: not settled and not released; disburse: not refunded; transfers: the number of their group.
  [[nodiscard]] std::int64_t extra(std::uint32_t id) const noexcept { return At(id).extra[Of(id)]; }

  void SetExtra(std::uint32_t id, std::int64_t value) noexcept { At(id).extra[Of(id)] = value; }
  void SetCorrected(std::uint32_t id, bool corrected) noexcept {
    std::uint8_t& kind = At(id).kind[Of(id)];
    kind = static_cast<std::uint8_t>(corrected ? kind | kCorrected : kind & ~kCorrected);
  }

  // Room for so many more entries; after it Push throws nothing.
  void Reserve(std::size_t more) {
    const std::size_t needed = (size_ + more + kChunk - 1) / kChunk;
    chunks_.reserve(needed);
    while (chunks_.size() < needed) chunks_.push_back(std::unique_ptr<Chunk>(new Chunk));
  }
  void Push(const Row& row, std::int64_t extra) noexcept {
    Chunk& chunk = *chunks_[size_ / kChunk];
    const std::size_t i = size_ % kChunk;
    chunk.item[i] = row.item;
    chunk.day[i] = row.day;
    chunk.kind[i] = row.kind;
    chunk.cause[i] = row.cause;
    chunk.source[i] = row.source;
    chunk.amount[i] = row.amount;
    chunk.reference[i] = row.reference;
    chunk.actor[i] = row.actor;
    chunk.extra[i] = extra;
    ++size_;
  }
  void Pop() noexcept { --size_; }

  // Room at the end, in one chunk: a column each, to be written before Grow.
  struct Chunk;
  class Tail {
   public:
    Tail(Chunk& chunk, std::size_t at) noexcept : chunk_(chunk), at_(at) {}
    [[nodiscard]] std::size_t room() const noexcept { return kChunk - at_; }
    [[nodiscard]] std::uint32_t* item() const noexcept { return chunk_.item + at_; }
    [[nodiscard]] std::int32_t* day() const noexcept { return chunk_.day + at_; }
    [[nodiscard]] std::uint8_t* kind() const noexcept { return chunk_.kind + at_; }
    [[nodiscard]] std::uint8_t* cause() const noexcept { return chunk_.cause + at_; }
    [[nodiscard]] std::uint8_t* source() const noexcept { return chunk_.source + at_; }
    [[nodiscard]] std::int64_t* amount() const noexcept { return chunk_.amount + at_; }
    [[nodiscard]] std::uint32_t* reference() const noexcept { return chunk_.reference + at_; }
    [[nodiscard]] std::uint32_t* actor() const noexcept { return chunk_.actor + at_; }
    [[nodiscard]] std::int64_t* extra() const noexcept { return chunk_.extra + at_; }

   private:
    Chunk& chunk_;
    std::size_t at_;
  };
  // @pre Reserve left room.
  [[nodiscard]] Tail tail() noexcept { return {*chunks_[size_ / kChunk], size_ % kChunk}; }
  void Grow(std::size_t rows) noexcept { size_ += rows; }

  // The columns of a chunk, for a pass over all entries; [0, kChunk) but for the last.
  struct Chunk {
    std::uint32_t item[kChunk];
    std::int32_t day[kChunk];
    std::uint8_t kind[kChunk];
    std::uint8_t cause[kChunk];
    std::uint8_t source[kChunk];
    std::int64_t amount[kChunk];
    std::uint32_t reference[kChunk];
    std::uint32_t actor[kChunk];
    std::int64_t extra[kChunk];
  };
  [[nodiscard]] std::size_t chunk_count() const noexcept { return (size_ + kChunk - 1) / kChunk; }
  [[nodiscard]] const Chunk& chunk(std::size_t i) const noexcept { return *chunks_[i]; }
  [[nodiscard]] std::size_t chunk_size(std::size_t i) const noexcept {
    return i + 1 < chunk_count() ? kChunk : size_ - i * kChunk;
  }

 private:
  [[nodiscard]] const Chunk& At(std::uint32_t id) const noexcept {
    return *chunks_[(id - 1) / kChunk];
  }
  [[nodiscard]] Chunk& At(std::uint32_t id) noexcept { return *chunks_[(id - 1) / kChunk]; }
  static std::size_t Of(std::uint32_t id) noexcept { return (id - 1) % kChunk; }

  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
};
static_assert(sizeof(Columns::Chunk) <= 35 * Columns::kChunk + 64, "what an entry takes");

}  // namespace yesan::internal
