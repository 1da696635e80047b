// What the rules of a judgement share: what a refusal tells, and the rows that belong together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

struct Refusal {
  Code code = Code::kOk;
  std::optional<std::int64_t> available;
  std::optional<std::int64_t> asked;
};

// The rows of a transfer, or of its correction on one day, in a batch.
struct GroupRows {
  std::vector<std::uint32_t> rows;
  std::uint32_t number = 0;  // of the book, once its first row is posted
};

class Groups {
 public:
  Groups(const BookState& state, const BatchView& batch)
      : state_(state), batch_(batch), entries_(state.entries.size()) {}

  // The group of a row; null for a row without. Looked for when first asked: most batches have none.
  [[nodiscard]] GroupRows* Of(std::size_t row);
  // The rows that correct the transfer of a row on whatever day, both of this batch; null where there are none.
  // @pre Of was asked.
  [[nodiscard]] const GroupRows* CorrectionsOf(std::size_t row) const;

 private:
  // A label; or the number of a group that is corrected, or the label of one in this batch that is, and the day.
  using Key = std::pair<std::uint64_t, std::int32_t>;

  void Look();
  [[nodiscard]] Key KeyOf(std::size_t row) const;

  const BookState& state_;
  const BatchView& batch_;
  std::size_t entries_;  // before the batch
  bool looked_ = false;
  bool any_ = false;
  HashMap<Key, GroupRows, PairHash> groups_;
  HashMap<std::uint64_t, GroupRows> corrections_;  // of the labels of this batch
};

// Amounts added up with their signs, of which only zero matters. In two halves: 2^32 rows of 63 bits overflow neither.
class NetSum {
 public:
  void Add(bool in, std::int64_t amount) noexcept {
    const std::int64_t sign = in ? 1 : -1;
    high_ += sign * (amount / kHalf);
    low_ += sign * (amount % kHalf);
  }
  [[nodiscard]] bool is_zero() const noexcept {
    return low_ % kHalf == 0 && high_ + low_ / kHalf == 0;
  }

 private:
  static constexpr std::int64_t kHalf = std::int64_t{1} << 32;
  std::int64_t high_ = 0;
  std::int64_t low_ = 0;
};

// Keeps what is told with a refusal, which is rare: a row that is taken passes a code alone.
class Teller {
 public:
  Code Refuse(Code code, std::optional<std::int64_t> available, std::int64_t asked) {
    told_ = {code, available, asked};
    return code;
  }
  Code Unless(bool holds, Code code, std::int64_t available, std::int64_t asked) {
    return holds ? Code::kOk : Refuse(code, std::max<std::int64_t>(available, 0), asked);
  }
  // What is told of a refusal.
  [[nodiscard]] Refusal Told(Code code) const noexcept {
    return told_.code == code ? told_ : Refusal{code, {}, {}};
  }

 private:
  Refusal told_;
};

// What a row draws on its authorization.
inline bool Draws(const BookState& state, const Row& row) noexcept {
  return DrawsOn(static_cast<EntryKind>(row.kind), static_cast<Cause>(row.cause),
                 state.items[row.item - 1].origin);
}

}  // namespace yesan::internal
