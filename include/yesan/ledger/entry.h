/// @file
/// Entries: what happens to the money of an item, one line each, never edited afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/budget/funding.h"
#include "yesan/calendar/date.h"
#include "yesan/ledger/ids.h"
#include "yesan/money/money.h"

namespace yesan {

/// What an entry does. Amounts are above zero: the kind has the direction. The numbers are those of the C API.
enum class EntryKind : std::int32_t {
  kAppropriate = 1,        ///< Adopted +: a vote gives money to an item (예산 성립).
  kReduce = 2,             ///< Adopted −: a supplementary budget takes it back.
  kAuthorizeSpending = 3,  ///< 성립전 사용 or 초과지출: spending that no budget has voted yet.
  kCarryIn = 4,  ///< 전년도 이월: carried in, and allotted with it (지방재정법 §50④).
  kTransferIn = 5,   ///< 이용·전용·이체·변경사용·예비비: into this item.
  kTransferOut = 6,  ///< The same, out of this item.
  kAllot = 7,        ///< 배정.
  kUnallot = 8,      ///< 배정 취소.
  kCommit = 9,       ///< 지출원인행위.
  kRelease = 10,     ///< 원인행위 감액: gives back what a commitment does not need.
  kDisburse = 11,    ///< 지출: settles a commitment, wholly or in part.
  kRefund =
      12,  ///< 여입: before closing, back to the same item (지방회계법 §27②); it may be spent again.
  kCarryOut = 13,  ///< 다음연도 이월. Posted by Rollover alone.
  /// 보조금 반납금: part of what lapses, owed to the payer of its source. No more than the source gave the item, and who
  /// gives no subsidies is no payer: own funds by any name (Resolve), 지방채, 자부담, 지방비. Where no entry says who
  /// pays for the item, Verify finds it.
  kReserveSubsidyRefund = 14,
  kCorrect = 15,           ///< Negates the entry that it names, exactly and wholly.
  kAssess = 20,            ///< 징수결정.
  kReceive = 21,           ///< 수납.
  kRefundRevenue = 22,     ///< 과오납 반환 (지방회계법 §28).
  kWriteOff = 23,          ///< 불납결손.
  kCancelAssessment = 24,  ///< 징수결정 취소.
};

/// `appropriate`, `reduce`, …; `unknown` for a number that is no kind.
[[nodiscard]] std::string_view Name(EntryKind kind) noexcept;
/// `예산 편성`, `예산 감액`, …, `지출원인행위`, …; empty for a number that is no kind.
[[nodiscard]] std::string_view KoreanName(EntryKind kind) noexcept;
/// Whether the kind belongs to revenue items (20–24). kAppropriate, kReduce, kCarryIn and kCorrect belong to both.
[[nodiscard]] bool FitsRevenue(EntryKind kind) noexcept;
/// Whether the kind belongs to budget items of expenditure (1–15).
[[nodiscard]] bool FitsExpenditure(EntryKind kind) noexcept;

/// Why. Which causes a kind may have is said at each. The numbers are those of the C API.
enum class Cause : std::int32_t {
  kNone = 0,                    ///< Every kind not named below, and only these.
  kOriginal = 1,                ///< 본예산: appropriate.
  kProvisional = 2,             ///< 준예산 (지방자치법 §146): appropriate, reduce.
  kPreEnactment = 11,           ///< 성립전 (지방재정법 §45): authorize_spending.
  kExcessRevenue = 12,          ///< 초과지출 (지방회계법 §26①): authorize_spending.
  kInterProgramVirement = 21,   ///< 이용: transfer_in, transfer_out.
  kIntraProgramVirement = 22,   ///< 전용: the same.
  kMinorReallocation = 23,      ///< 변경사용: the same.
  kReorganization = 24,         ///< 이체: the same.
  kContingencyDraw = 25,        ///< 예비비 사용: the same.
  kExplicitCarryover = 31,      ///< 명시이월: carry_out, carry_in.
  kAccidentalCarryover = 32,    ///< 사고이월: the same.
  kContinuingCarryover = 33,    ///< 계속비이월: the same.
  kConstructionCarryover = 34,  ///< 건설개량이월: the same.
  kFirstSupplementary = 101,    ///< 제1회 추경: appropriate, reduce. The n-th is 100 + n.
  kLastSupplementary = 199,     ///< The most that a year can have.
};

/// The cause of the n-th supplementary budget, n in [1, 99]. @pre n is in that range.
[[nodiscard]] constexpr Cause Supplementary(std::int32_t n) noexcept {
  return static_cast<Cause>(100 + n);
}
/// n of a supplementary cause, 0 for any other.
[[nodiscard]] constexpr std::int32_t SupplementaryNumber(Cause cause) noexcept {
  const auto n = static_cast<std::int32_t>(cause) - 100;
  return n >= 1 && n <= 99 ? n : 0;
}
/// `original`, `supplementary_1`, …; `unknown` for a number that is no cause.
[[nodiscard]] std::string Name(Cause cause);
/// `본예산`, `제1회 추경`, ….
[[nodiscard]] std::string KoreanName(Cause cause);
/// Whether a kind may have a cause.
[[nodiscard]] bool Fits(EntryKind kind, Cause cause) noexcept;

/// One row of a batch.
struct Posting {
  ItemId item = ItemId::kNone;
  Date
      day;  ///< The day on which it takes effect. A budget voted before its year takes effect on the year's first.
  EntryKind kind = EntryKind::kCommit;
  Cause cause = Cause::kNone;
  Money amount;  ///< Above zero.
  /// release, disburse: the commitment; refund: the disbursement; correct: the entry that it negates. Above zero an
  /// EntryId; below zero −k means row k of this batch, counted from 1. 0 is none, for every other kind.
  std::int64_t reference = 0;
  std::uint32_t group =
      0;  ///< Rows of a transfer that net to zero carry one number, any but 0. It means nothing outside the batch.
          ///< A row of another kind with that number is refused by itself and is not of the group.
  /// Who pays for it, where that is known. What names another entry by `reference` and no source gets that one's: a
  /// payment of a commitment of subsidies is a payment of them.
  std::optional<FundingSource> source;
  AuthorizationId authorization = AuthorizationId::kNone;
  ActorId actor = ActorId::kNone;
  std::string memo;  ///< At most 4,000 bytes of UTF-8.
};

/// A batch as columns, borrowed for the call: what the C API passes through. `count` rows; a column that may be null is
/// absent then (all 0, none, empty).
struct BatchView {
  std::size_t count = 0;
  const std::uint32_t* item = nullptr;           ///< ItemId. Not null.
  const std::int32_t* day = nullptr;             ///< Days since 1970-01-01. Not null.
  const std::int32_t* kind = nullptr;            ///< EntryKind. Not null.
  const std::int32_t* cause = nullptr;           ///< Cause. May be null.
  const std::int64_t* amount = nullptr;          ///< Minor units. Not null.
  const std::int64_t* reference = nullptr;       ///< As Posting::reference. May be null.
  const std::uint32_t* group = nullptr;          ///< May be null.
  const std::int32_t* source = nullptr;          ///< As Posting::source, 0 is none. May be null.
  const std::uint32_t* authorization = nullptr;  ///< May be null.
  const std::uint32_t* actor = nullptr;          ///< May be null.
  const std::string_view* memo = nullptr;        ///< May be null.
  /// The batch's own name, at most 128 bytes of UTF-8. The same key again, with the same rows, changes nothing and is
  /// answered as the first time; with other rows it is refused. Empty: no key.
  std::string_view key;
};

/// Columns that grow by rows.
class Batch {
 public:
  Batch() = default;
  /// A batch with an idempotency key.
  explicit Batch(std::string key) : key_(std::move(key)) {}

  /// Adds a row and gives −k, by which a later row of this batch refers to it.
  std::int64_t Add(const Posting& row);

  [[nodiscard]] std::size_t size() const noexcept { return item_.size(); }
  [[nodiscard]] bool empty() const noexcept { return item_.empty(); }
  /// The columns. Good until the next Add or the end of the batch.
  [[nodiscard]] BatchView view() const;

 private:
  std::string key_;
  std::vector<std::uint32_t> item_;
  std::vector<std::int32_t> day_;
  std::vector<std::int32_t> kind_;
  std::vector<std::int32_t> cause_;
  std::vector<std::int64_t> amount_;
  std::vector<std::int64_t> reference_;
  std::vector<std::uint32_t> group_;
  std::vector<std::int32_t> source_;
  std::vector<std::uint32_t> authorization_;
  std::vector<std::uint32_t> actor_;
  std::vector<std::string> memo_;
  mutable std::vector<std::string_view> memo_views_;
};

/// An entry as it stands in the book.
struct Entry {
  EntryId id = EntryId::kNone;
  ItemId item = ItemId::kNone;
  Date day;
  EntryKind kind = EntryKind::kCommit;
  Cause cause = Cause::kNone;
  Money amount;
  EntryId reference = EntryId::kNone;
  std::uint32_t group = 0;  ///< The book's own number of the transfer: every group has another.
  std::optional<FundingSource> source;
  AuthorizationId authorization = AuthorizationId::kNone;
  ActorId actor = ActorId::kNone;
  bool corrected = false;  ///< Another entry negates this one.
  /// commit: what is neither settled nor released; disburse: what is not refunded. Zero for other kinds.
  Money open;
  std::string_view memo;  ///< Good until the book changes.
};

}  // namespace yesan
