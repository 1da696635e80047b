// The inside of a book: what its parts know of each other.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/hash/hash.h"
#include "lib/base/hash_map.h"
#include "lib/ledger/columns.h"
#include "lib/ledger/effect.h"
#include "lib/ledger/kinds.h"
#include "lib/ledger/policy_index.h"
#include "yesan/ledger/book.h"

namespace yesan::internal {

inline constexpr std::uint32_t kNoBucket = 0xFFFFFFFF;

// What judging a row needs to know of its item.
struct ItemInfo {
  std::uint32_t year = 0;  // index of YearInfo
  std::uint32_t bucket = kNoBucket;
  std::uint32_t account = 0;
  std::uint32_t program = 0;  // detailed
  std::uint32_t unit = 0;
  std::uint32_t policy = 0;
  std::uint32_t group = 0;   // object group, interned
  std::uint32_t object = 0;  // object item, interned
  bool reserve = false;      // the policy calls the object the reserve, on some day at least

  [[nodiscard]] bool revenue() const noexcept { return bucket == kNoBucket; }
};

// What the rows that come by the million look at and change, close together.
struct HotItem {
  std::int64_t committed = 0;
  std::int64_t disbursed = 0;
  std::uint32_t bucket = kNoBucket;  // as ItemInfo
  std::uint16_t year = 0;            // as ItemInfo
  bool reserve = false;              // as ItemInfo
};
static_assert(sizeof(HotItem) == 24, "two and a half to a cache line");

struct YearInfo {
  std::int32_t year = 0;
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;
  bool closed = false;
};

struct ItemHash {
  std::size_t operator()(const ItemKey& key) const noexcept {
    return absl::HashOf(key.fiscal_year, NumberOf(key.account), NumberOf(key.department),
                        NumberOf(key.program), key.object_item,
                        static_cast<std::int32_t>(key.origin), key.revenue);
  }
};

// A batch that was posted under a key.
struct Posted {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// Whether an entry draws on its authorization. Continuing money does once, when it leaves the year that voted it: carried
// on from year to year (지방재정법 §50③) it is the same money.
inline bool DrawsOn(EntryKind kind, Cause cause, Origin origin) noexcept {
  if (kind == EntryKind::kCarryOut)
    return cause != Cause::kContinuingCarryover || origin != Origin::kContinuing;
  return kind == EntryKind::kAppropriate || kind == EntryKind::kAuthorizeSpending ||
         kind == EntryKind::kTransferIn;
}

// What a source gave an item, and what is owed back to it. Of source 0: how many rows said so of the item.
struct SourceGiven {
  std::int64_t budget = 0;
  std::int64_t refund = 0;
  std::int64_t turnover = 0;  // of source 0 alone: the amounts of all entries that name a source
};

class BookState {
 public:
  BookState(Government government_in, Policy policy_in, Classification classification_in,
            Journal* journal_in)
      : government(std::move(government_in)),
        policy(std::move(policy_in)),
        index(policy),
        classification(std::move(classification_in)),
        journal(journal_in) {}
  BookState(const BookState&) = delete;
  BookState& operator=(const BookState&) = delete;

  Government government;
  Policy policy;
  PolicyIndex index;  // points into policy
  Classification classification;
  Journal* journal;

  // Ids count from 1: the first of each is at 0.
  std::vector<Account> accounts;
  std::vector<Department> departments;
  std::vector<ProgramNode> nodes;
  std::vector<Program> node_years;
  std::vector<Authorization> authorizations;
  std::vector<std::int64_t> drawn;
  std::vector<ItemKey> items;
  std::vector<ItemInfo> infos;
  std::vector<HotItem> hot;
  std::vector<ItemBalances> cold;  // without committed_total and disbursed, which are hot
  std::vector<Bucket> buckets;
  std::vector<YearInfo> years;
  std::vector<std::string> words;  // interned codes

  HashMap<ItemKey, std::uint32_t, ItemHash> item_ids;
  HashMap<std::string, std::uint32_t> word_ids;
  HashMap<std::string, std::uint32_t> department_ids;
  std::map<std::vector<std::uint32_t>, std::uint32_t> bucket_ids;
  std::map<std::pair<std::int32_t, std::pair<std::int32_t, std::string>>, std::uint32_t>
      node_codes;  // (rung, (year, code))
  HashMap<std::int32_t, std::uint32_t> year_ids;
  HashMap<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>, PairHash>
      program_items;  // (detailed program, index of the year)

  Columns entries;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entry_authorizations;  // ascending by entry
  std::vector<std::pair<std::uint32_t, std::string>> memos;                   // ascending by entry
  std::vector<std::uint32_t> tagged_entries;  // ascending: those that name a source
  std::vector<std::uint32_t> budget_entries;  // appropriate, reduce, and what corrects them
  HashMap<std::string, Posted> keys;
  std::map<std::uint32_t, std::vector<ImportedYear>> imported_years;  // by program, ascending years
  std::map<std::uint32_t, ImportedBudget> imported_budgets;           // by item
  std::map<std::tuple<std::uint32_t, std::int32_t, std::int32_t>, CostBasis>
      bases;  // by item, stage, number
  HashMap<std::pair<std::uint32_t, std::uint32_t>, SourceGiven, PairHash> given;  // item, source
  std::uint32_t groups = 0;
  std::uint64_t changes = 0;         // every act counts
  std::atomic<bool> writing{false};  // OneWriter's alone

  [[nodiscard]] const ItemInfo& InfoOf(std::uint32_t item) const noexcept {
    return infos[item - 1];
  }
  [[nodiscard]] ItemBalances SumsOf(std::uint32_t item) const noexcept {
    ItemBalances sums = cold[item - 1];
    sums.committed_total = hot[item - 1].committed;
    sums.disbursed = hot[item - 1].disbursed;
    return sums;
  }
  [[nodiscard]] EffectOf EffectOn(EntryKind kind, std::uint32_t item,
                                  std::uint32_t reference) const noexcept {
    return {reference != 0, kind == EntryKind::kCarryIn && hot[item - 1].bucket == kNoBucket};
  }
  [[nodiscard]] const YearInfo& YearOf(const ItemInfo& info) const noexcept {
    return years[info.year];
  }
  [[nodiscard]] std::string_view Word(std::uint32_t id) const noexcept { return words[id]; }
  [[nodiscard]] std::uint32_t AuthorizationOf(std::uint32_t entry) const noexcept;
  [[nodiscard]] std::string_view MemoOf(std::uint32_t entry) const noexcept;
  // The node of a rung at or over a node; 0 when there is none.
  [[nodiscard]] std::uint32_t Above(std::uint32_t node, CodeKind rung) const noexcept;
  // Whether an item's program lies under a node or is it.
  [[nodiscard]] bool IsUnder(std::uint32_t program, std::uint32_t node) const noexcept;
  [[nodiscard]] bool IsClosed(std::int32_t year) const noexcept;
  // Whether expenditure of a year has money carried in, though the year before is not in the book.
  [[nodiscard]] bool HasMoneyFromOutside(std::int32_t year) const noexcept;
  // The number of an interned code; of a year, made where it is new.
  std::uint32_t WordId(std::string_view word);
  Result<std::uint32_t> YearId(std::int32_t year);
  std::uint32_t BucketOf(const ItemKey& key, const ItemInfo& info);
  // A key with its object group, or why it cannot be one of this book.
  [[nodiscard]] Result<ItemKey> CompleteKey(ItemKey key) const;
  void AppendItem(ItemKey key);
  // AddItems without the journal.
  [[nodiscard]] Result<void> AppendItems(const std::vector<ItemKey>& wanted);
  // What there is of items and of what is made with them, and taking back what was added since.
  struct Made {
    std::size_t items = 0;
    std::size_t years = 0;
    std::size_t words = 0;
    std::size_t buckets = 0;
  };
  [[nodiscard]] Made MadeSoFar() const noexcept {
    return {items.size(), years.size(), words.size(), buckets.size()};
  }
  void TakeBackTo(const Made& made) noexcept;
  // The row of an entry as it was posted.
  [[nodiscard]] Row RowOf(std::uint32_t entry) const noexcept;

  // Whether a budget of a cause was ever voted in an account and year (index of YearInfo). What was corrected since was
  // voted all the same: a number is used once.
  [[nodiscard]] bool IsAdopted(std::uint32_t account, std::uint32_t year,
                               Cause wanted) const noexcept;

  // The entries of one request of a rollover: carry_out, carry_in, and the commitments made anew, each from a first entry
  // up to the next's.
  struct Carried {
    std::uint32_t out = 0;
    std::uint32_t in = 0;
    std::uint32_t anew = 0;
    std::uint32_t end = 0;
  };
  // The request that a carry_out is of.
  [[nodiscard]] Carried CarriedBy(std::uint32_t carry_out) const noexcept;
  // Whether a commitment was made by a rollover, in place of one of the year before.
  [[nodiscard]] bool IsMadeAnew(std::uint32_t commitment) const noexcept;

  // Posts, also rows that only Rollover or Adopt may post. `along` is what the journal gets with the entries.
  [[nodiscard]] Result<Receipt> Post(const BatchView& batch, PostedBy by,
                                     const PostedBatch& along = PostedBatch());
  [[nodiscard]] std::vector<Code> Check(const BatchView& batch, PostedBy by) const;
};

// Held for the length of each call that changes a book. Two at once break the book's contract: in builds with assertions
// that ends the program. It orders nothing between threads, so that a race detector still sees what they do.
class OneWriter {
 public:
  explicit OneWriter(BookState& state) noexcept;
  OneWriter(const OneWriter&) = delete;
  OneWriter& operator=(const OneWriter&) = delete;
  ~OneWriter();

  // What the journal says before anything is judged; the book may be another after it.
  [[nodiscard]] Result<void> Begin();

 private:
  BookState& state_;
  bool begun_ = false;
};

// Where an item and a day lie outside an authorization, the first of these; kWhole where it covers them.
enum class Cover : std::uint8_t { kWhole, kNotDay, kNotYear, kNotAccount, kNotItem, kNotProgram };
[[nodiscard]] Cover CoverOf(const BookState& state, const Authorization& given, std::uint32_t item,
                            std::int32_t day) noexcept;

// The message of a refusal at a row, in both languages.
[[nodiscard]] Error RefusedRow(const BookState& state, const BatchView& batch, std::size_t row,
                               Code code, std::optional<std::int64_t> available,
                               std::optional<std::int64_t> asked);

}  // namespace yesan::internal
