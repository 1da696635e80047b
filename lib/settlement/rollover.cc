#include "yesan/settlement/rollover.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/ledger/figure.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "yesan/money/money.h"

namespace yesan {

using internal::BookState;
using internal::HashMap;
using internal::PolicyIndex;

namespace {

// Nothing is carried out of the last year that an item can have.
constexpr std::int32_t kLastYear = 9998;

Origin OriginOf(Cause cause) noexcept {
  return static_cast<Origin>(static_cast<std::int32_t>(cause) - 30);
}

// 명시이월 is voted beforehand (지방재정법 §50①): not after the year that it leaves.
bool IsVotedLate(const BookState& state, const CarryRequest& request, const Authorization& given) {
  return request.cause == Cause::kExplicitCarryover &&
         given.day.days() > state.YearOf(state.InfoOf(NumberOf(request.item))).last_day;
}

// A share of a carried amount and who pays it.
struct Piece {
  std::int64_t amount = 0;
  std::uint8_t source = 0;
};

// The requests of one rollover, each judged after those before it that can be met.
class Planner {
 public:
  Planner(const BookState& state, std::int32_t fiscal_year, Date day)
      : state_(state), year_(fiscal_year), day_(day) {}

  CarryRow Judge(const CarryRequest& request) {
    CarryRow row;
    row.from = request.item;
    row.cause = request.cause;
    row.amount = request.amount;
    available_ = asked_ = std::nullopt;
    unallotted_ = 0;
    row.refused = Refuses(request, row);
    if (row.refused != Code::kOk) {
      row.available = available_;
      row.asked = asked_;
      return row;
    }
    const std::uint32_t item = NumberOf(request.item);
    const std::int64_t free = request.amount.minor() - row.committed.minor();
    to_be_made_.try_emplace(row.to, row.to.object_group);
    taken_items_[item] += free;
    taken_buckets_[state_.InfoOf(item).bucket] += free;
    for (const EntryId id : request.commitments) moved_.push_back(NumberOf(id));
    if (request.authorization != AuthorizationId::kNone && Draws(request))
      drawn_[NumberOf(request.authorization)] += request.amount.minor();
    return row;
  }

  // What the request judged last could carry besides, had it been allotted.
  [[nodiscard]] std::int64_t unallotted() const noexcept { return unallotted_; }

 private:
  Code Tell(Code code, std::int64_t available, std::int64_t asked) noexcept {
    available_ = Money(std::max<std::int64_t>(available, 0));
    asked_ = Money(asked);
    return code;
  }

  bool Draws(const CarryRequest& request) const noexcept {
    return internal::DrawsOn(EntryKind::kCarryOut, request.cause,
                             state_.items[NumberOf(request.item) - 1].origin);
  }

  Code Refuses(const CarryRequest& request, CarryRow& row) {
    const std::uint32_t item = NumberOf(request.item);
    if (item < 1 || item > state_.items.size()) return Code::kUnknownItem;
    const ItemKey& key = state_.items[item - 1];
    if (key.revenue || key.fiscal_year != year_) return Code::kUnknownItem;
    row.to = key;
    if (!Fits(EntryKind::kCarryOut, request.cause)) return Code::kUnknownCause;
    if (request.amount.sign() <= 0) return Code::kAmountNotPositive;
    if (year_ >= kLastYear) return Code::kOutOfRange;
    if (state_.IsClosed(year_) || state_.IsClosed(year_ + 1)) return Code::kYearClosed;
    if (state_.year_ids.count(year_ + 1) == 0 && state_.HasMoneyFromOutside(year_ + 2))
      return Code::kVersionOrder;
    if (day_.days() < state_.YearOf(state_.InfoOf(item)).first_day) return Code::kDayOutsideYear;
    bool named_by_policy = false;
    if (Code code = Authority(request, named_by_policy); code != Code::kOk) return code;
    if (key.origin == Origin::kAccidental &&
        state_.index.Binds(PolicyTopic::kAccidentalOnce, day_.days())) {
      return Code::kCarriedBefore;
    }
    if (request.cause == Cause::kContinuingCarryover &&
        request.authorization != AuthorizationId::kNone) {
      const Authorization& plan = state_.authorizations[NumberOf(request.authorization) - 1];
      if (plan.kind == AuthorizationKind::kContinuingPlan && year_ + 1 > plan.last_year)
        return Code::kOutsidePlan;
    }
    const internal::ItemInfo& info = state_.InfoOf(item);
    if (!state_.index.MayBeIn(state_.accounts[info.account - 1].kind, request.cause, day_.days()))
      return Code::kWrongAccount;
    if (state_.index.IsReserve(state_.Word(info.group), state_.Word(info.object), day_.days()))
      return Code::kReserveByDrawOnly;
    std::int64_t committed = 0;
    for (std::size_t i = 0; i < request.commitments.size(); ++i) {
      const std::uint32_t id = NumberOf(request.commitments[i]);
      if (id < 1 || id > state_.entries.size() || state_.entries.item(id) != item ||
          static_cast<EntryKind>(state_.entries.kind(id)) != EntryKind::kCommit ||
          state_.entries.extra(id) == 0 ||
          std::find(moved_.begin(), moved_.end(), id) != moved_.end() ||
          std::find(request.commitments.begin(),
                    request.commitments.begin() + static_cast<std::ptrdiff_t>(i),
                    request.commitments[i]) !=
              request.commitments.begin() + static_cast<std::ptrdiff_t>(i)) {
        return Code::kWrongReference;
      }
      committed += state_.entries.extra(id);
    }
    if (committed > request.amount.minor())
      return Tell(Code::kAboveCarriable, request.amount.minor(), committed);
    row.committed = Money(committed);
    const std::int64_t free = request.amount.minor() - committed;
    if (request.cause == Cause::kAccidentalCarryover && free > 0) {
      if (request.authorization == AuthorizationId::kNone)
        return Tell(Code::kAboveCarriable, committed, request.amount.minor());
      // 지방재정법 §50②: the head decides. A policy that names who does has been asked already.
      const Authorization& by = state_.authorizations[NumberOf(request.authorization) - 1];
      if (!named_by_policy && by.kind != AuthorizationKind::kHeadDecision)
        return Code::kWrongAuthorization;
    }
    if (const std::int64_t left = Left(item, Binds(PolicyTopic::kAllotment)); free > left) {
      unallotted_ = Left(item, false) - std::max<std::int64_t>(left, 0);
      return Tell(Code::kAboveLapsed, left, free);
    }
    return NextKey(request, key, row.to);
  }

  // `needed`: a line of the policy says whose authorization it takes.
  Code Authority(const CarryRequest& request, bool& needed) {
    const std::uint32_t number = NumberOf(request.authorization);
    const bool known = number <= state_.authorizations.size();
    const Authorization* given =
        number != 0 && known ? &state_.authorizations[number - 1] : nullptr;
    bool fits = false;
    for (const PolicyLine* line : state_.index.Of(PolicyTopic::kNeedsAuthorization)) {
      if (line->kind != EntryKind::kCarryOut ||
          !PolicyIndex::SameCause(line->cause, request.cause) ||
          !PolicyIndex::InForce(*line, day_.days())) {
        continue;
      }
      needed = true;
      fits = fits || (given != nullptr && given->kind == line->authorization);
    }
    if (number == 0) return needed ? Code::kAuthorizationMissing : Code::kOk;
    if (!known) return Code::kUnknownAuthorization;
    if (needed && !fits) return Code::kWrongAuthorization;
    if (internal::CoverOf(state_, *given, NumberOf(request.item), day_.days()) !=
        internal::Cover::kWhole) {
      return Code::kNotCovered;
    }
    if (IsVotedLate(state_, request, *given)) return Code::kNotCovered;
    if (given->limit && Draws(request)) {
      const std::int64_t left = given->limit->minor() - state_.drawn[number - 1] - drawn_[number];
      if (request.amount.minor() > left)
        return Tell(Code::kAboveLimit, left, request.amount.minor());
    }
    return Code::kOk;
  }

  bool Binds(PolicyTopic topic) const { return state_.index.Binds(topic, day_.days()); }

  // What an item may carry beyond its commitments: neither committed nor carried nor reserved for a payer.
  std::int64_t Left(std::uint32_t item, bool allotment) {
    const ItemBalances sums = state_.SumsOf(item);
    const std::uint32_t b = state_.InfoOf(item).bucket;
    const internal::Bucket& bucket = state_.buckets[b];
    const std::int64_t of_item = sums.current_budget() - sums.committed_total -
                                 (sums.carryover_out() - sums.commitments_out) -
                                 sums.subsidy_refund - taken_items_[item];
    const std::int64_t of_bucket =
        std::min(allotment ? bucket.allotted : bucket.current, bucket.current - bucket.reserved) -
        bucket.used - taken_buckets_[b];
    return std::min(of_item, of_bucket);
  }

  const CodeEntry* ObjectOf(std::int32_t year, const std::string& code) const noexcept {
    return state_.classification.Find(CodeKind::kObjectItem, year, code);
  }

  template <class Test>
  bool AnyNext(Test test) const noexcept {
    const std::vector<CodeEntry>& all = state_.classification.entries();
    return std::any_of(all.begin(), all.end(), [&](const CodeEntry& entry) {
      return entry.kind == CodeKind::kObjectItem && entry.first_year <= year_ + 1 &&
             entry.last_year > year_ && test(entry);
    });
  }

  // Whether the classification knows object items of the next year.
  bool KnowsNext() const noexcept {
    return AnyNext([](const CodeEntry&) { return true; });
  }

  Code NextKey(const CarryRequest& request, const ItemKey& key, ItemKey& to) const {
    to.fiscal_year = year_ + 1;
    to.origin = OriginOf(request.cause);
    // A code is what it means: the same code with another name is another object.
    const CodeEntry* now = ObjectOf(year_, key.object_item);
    const CodeEntry* next = ObjectOf(year_ + 1, key.object_item);
    const bool lives_on = now != nullptr && next != nullptr && now->name == next->name;
    const bool mapped = !request.next_object_item.empty();
    if (!mapped) {
      if (now != nullptr && !lives_on) return Code::kNoMapping;
    } else {
      if (lives_on && request.next_object_item != key.object_item) return Code::kWrongMapping;
      to.object_item = request.next_object_item;
    }
    const bool other = to.object_item != key.object_item;
    const CodeEntry* there = ObjectOf(year_ + 1, to.object_item);
    to.object_group = request.next_object_group;
    if (there != nullptr && !there->parent.empty()) {
      if (!to.object_group.empty() && to.object_group != there->parent) return Code::kWrongMapping;
      to.object_group = there->parent;
    } else if (to.object_group.empty()) {
      const bool unknown = there == nullptr && mapped && (other || now != nullptr);
      if (unknown && KnowsNext()) return Code::kWrongMapping;
      to.object_group = key.object_group;
    }
    // The item that is there already says its group itself.
    if (const auto found = state_.item_ids.find(to); found != state_.item_ids.end()) {
      to.object_group = state_.items[found->second - 1].object_group;
    } else if (const auto made = to_be_made_.find(to); made != to_be_made_.end()) {
      to.object_group = made->second;
    }
    return KeepsPurpose(key, to);
  }

  // Carried money is not turned to another purpose (지방재정법 §50).
  Code KeepsPurpose(const ItemKey& from, const ItemKey& to) const {
    const bool other = to.object_item != from.object_item;
    const std::int32_t day =
        FiscalYear::Make(year_ + 1, state_.government.calendar)->first_day().days();
    if (state_.index.IsReserve(to.object_group, to.object_item, day))
      return other ? Code::kWrongMapping : Code::kReserveByDrawOnly;
    const CodeEntry* now = ObjectOf(year_, from.object_item);
    const CodeEntry* next = ObjectOf(year_ + 1, from.object_item);
    if (to.object_group != from.object_group) {
      // The classification itself may move an object, or end it: no object has its name any more (행사관련시설비 of group
      // 401, whose money goes to 201-03 in 2027).
      const bool moved = !other && next != nullptr && (now == nullptr || now->name == next->name);
      const bool gone = now != nullptr && KnowsNext() &&
                        !AnyNext([&](const CodeEntry& entry) { return entry.name == now->name; });
      if (!moved && !gone) return Code::kWrongMapping;
    }
    if (!other) return Code::kOk;
    for (const PolicyLine* line : state_.index.Of(PolicyTopic::kBarredInto)) {
      if (line->number == 0 && PolicyIndex::InForce(*line, day) &&
          PolicyIndex::Lists(*line, to.object_group, to.object_item) &&
          !PolicyIndex::Lists(*line, from.object_group, from.object_item)) {
        return Code::kWrongMapping;
      }
    }
    return Code::kOk;
  }

  const BookState& state_;
  std::int32_t year_;
  Date day_;
  std::map<std::uint32_t, std::int64_t> taken_items_;
  std::map<std::uint32_t, std::int64_t> taken_buckets_;
  std::map<std::uint32_t, std::int64_t> drawn_;
  std::vector<std::uint32_t> moved_;
  HashMap<ItemKey, std::string, internal::ItemHash> to_be_made_;  // and their object groups
  std::optional<Money> available_;
  std::optional<Money> asked_;
  std::int64_t unallotted_ = 0;
};

// The refusal of a request, told as Post tells that of a row.
Error RefusedRequest(const BookState& state, const RolloverPreview& judged, std::size_t i,
                     std::int64_t unallotted) {
  Batch batch;
  for (std::size_t k = 0; k <= i; ++k) {
    Posting out;
    out.item = judged.requests[k].item;
    out.day = judged.day;
    out.kind = EntryKind::kCarryOut;
    out.cause = judged.requests[k].cause;
    out.amount = judged.requests[k].amount;
    out.authorization = judged.requests[k].authorization;
    batch.Add(out);
  }
  const CarryRow& row = judged.rows[i];
  const auto minor = [](const std::optional<Money>& money) {
    return money ? std::optional<std::int64_t>(money->minor()) : std::nullopt;
  };
  Error error = internal::RefusedRow(state, batch.view(), i, row.refused, minor(row.available),
                                     minor(row.asked));
  const CarryRequest& request = judged.requests[i];
  const bool late =
      row.refused == Code::kNotCovered &&
      IsVotedLate(state, request, state.authorizations[NumberOf(request.authorization) - 1]);
  if (unallotted <= 0 && !late) return error;
  ErrorDetail detail;
  detail.rule = error.rule();
  detail.row = error.row();
  detail.available = error.available();
  detail.asked = error.asked();
  detail.message = error.message();
  if (late) {
    const Authorization& given = state.authorizations[NumberOf(request.authorization) - 1];
    const std::string name =
        "#" + std::to_string(NumberOf(request.authorization)) + " '" + given.document + "'";
    const std::string day = given.day.ToString();
    const std::string year = std::to_string(judged.fiscal_year);
    detail.message.ko += " 명시이월은 미리 의결합니다: 승인 " + name + "은(는) " + year +
                         " 회계연도가 끝난 뒤인 " + day + "의 것입니다 (지방재정법 §50①).";
    detail.message.en += " What is carried explicitly is voted beforehand: authorization " + name +
                         " is of " + day + ", after fiscal year " + year + " (지방재정법 §50①).";
    return Error(row.refused, std::move(detail));
  }
  const std::string figure = internal::Figure(unallotted, state.government.minor_digits);
  detail.message.ko += " 배정하지 않은 " + figure + "은(는) 먼저 배정해야 이월할 수 있습니다.";
  detail.message.en += " " + figure + " was never allotted; it has to be before it is carried.";
  return Error(row.refused, std::move(detail));
}

// Shares an amount among the sources of an item's current budget; own funds get what is left (each share is rounded
// down). An item without sources has one share, of no source.
std::vector<Piece> ShareBySource(const internal::SourceSums& sources, std::uint32_t item,
                                 FundingSource own, std::int64_t current_budget,
                                 std::int64_t amount) {
  std::vector<Piece> pieces;
  bool tagged = false;
  std::int64_t rest = amount;
  for (auto it = sources.lower_bound({item, 0}); it != sources.end() && it->first.first == item;
       ++it) {
    const std::int64_t weight = it->second.current_budget();
    if (weight <= 0 || current_budget <= 0) continue;
    tagged = true;
    if (static_cast<FundingSource>(it->first.second) == own) continue;
    const auto share = MulDiv(Money(amount), weight, current_budget, Rounding::kDown);
    if (!share || share->is_zero()) continue;
    const std::int64_t piece = std::min(share->minor(), rest);
    if (piece <= 0) continue;
    pieces.push_back({piece, it->first.second});
    rest -= piece;
  }
  if (!tagged) return {{amount, 0}};
  if (rest > 0) pieces.push_back({rest, static_cast<std::uint8_t>(own)});
  return pieces;
}

std::optional<FundingSource> SourceOf(const Piece& piece) noexcept {
  if (piece.source == 0) return std::nullopt;
  return static_cast<FundingSource>(piece.source);
}

// The items that are made for a rollover go again when it is not done.
class MadeForIt {
 public:
  explicit MadeForIt(BookState& state) noexcept : state_(state), made_(state.MadeSoFar()) {}
  MadeForIt(const MadeForIt&) = delete;
  MadeForIt& operator=(const MadeForIt&) = delete;
  ~MadeForIt() {
    if (!done_) state_.TakeBackTo(made_);
  }
  void Done() noexcept { done_ = true; }

 private:
  BookState& state_;
  BookState::Made made_;
  bool done_ = false;
};

// What the last of the first requests could carry besides, had it been allotted.
std::int64_t UnallottedOf(const BookState& state, const RolloverPreview& judged, std::size_t i) {
  Planner planner(state, judged.fiscal_year, judged.day);
  for (std::size_t k = 0; k <= i; ++k) (void)planner.Judge(judged.requests[k]);
  return planner.unallotted();
}

Error StalePreview() {
  ErrorDetail detail;
  detail.rule = "stale_preview";
  detail.message = {"미리보기를 만든 뒤에 장부가 바뀌었습니다. 다시 만들어 주십시오.",
                    "The book changed after the preview was made; make it again."};
  return Error(Code::kStalePreview, std::move(detail));
}

}  // namespace

bool RolloverPreview::ok() const noexcept {
  return std::all_of(rows.begin(), rows.end(),
                     [](const CarryRow& row) { return row.refused == Code::kOk; });
}

RolloverPreview PreviewRollover(const Book& book, std::int32_t fiscal_year,
                                std::vector<CarryRequest> requests, Date day, ActorId actor) {
  const BookState& state = book.state();
  RolloverPreview preview;
  preview.fiscal_year = fiscal_year;
  preview.day = day;
  preview.actor = actor;
  preview.book_state = state.changes;
  if (const auto year = FiscalYear::Make(fiscal_year, state.government.calendar)) {
    // Carried out while the books are kept, not after.
    const Date last = year->last_day();
    const auto until =
        Date::FromDays(state.index.LastDayOf(last.days(), EntryKind::kCarryOut, day.days()));
    if (preview.day > last) preview.day = until ? std::min(preview.day, *until) : last;
  }
  Planner planner(state, fiscal_year, preview.day);
  for (const CarryRequest& request : requests) preview.rows.push_back(planner.Judge(request));
  preview.requests = std::move(requests);
  return preview;
}

Result<RolloverReceipt> Rollover(Book& book, const RolloverPreview& preview) {
  BookState& state = book.state();
  const internal::OneWriter alone(state);
  if (preview.book_state != state.changes || preview.rows.size() != preview.requests.size())
    return StalePreview();
  // Judged again: a preview is data that anyone can have changed.
  const RolloverPreview judged =
      PreviewRollover(book, preview.fiscal_year, preview.requests, preview.day, preview.actor);
  for (std::size_t i = 0; i < judged.rows.size(); ++i) {
    if (judged.rows[i].refused == Code::kOk) continue;
    return RefusedRequest(state, judged, i, UnallottedOf(state, judged, i));
  }
  RolloverReceipt receipt;
  if (judged.rows.empty()) return receipt;
  const auto next_year = FiscalYear::Make(preview.fiscal_year + 1, state.government.calendar);
  if (!next_year) return Error(Code::kOutOfRange);

  // Items of the next year are made only where they are not there.
  std::vector<ItemKey> missing;
  for (const CarryRow& row : judged.rows) {
    if (book.FindItem(row.to) || std::find(missing.begin(), missing.end(), row.to) != missing.end())
      continue;
    missing.push_back(row.to);
  }
  MadeForIt made(state);
  const auto first_made = static_cast<std::uint32_t>(state.items.size() + 1);
  if (Result<void> added = state.AppendItems(missing); !added) return std::move(added).error();

  const internal::SourceSums sources = internal::SumSources(state, preview.fiscal_year);
  Batch batch;
  std::vector<std::size_t> request_of;  // of each row of the batch
  for (std::size_t i = 0; i < judged.rows.size(); ++i) {
    const CarryRow& row = judged.rows[i];
    const CarryRequest& request = preview.requests[i];
    const ItemId to = *book.FindItem(row.to);
    receipt.carried.push_back(to);
    const std::uint32_t from = NumberOf(row.from);
    const std::int64_t budget = state.SumsOf(from).current_budget();
    Posting out;
    out.item = row.from;
    out.day = judged.day;
    out.kind = EntryKind::kCarryOut;
    out.cause = row.cause;
    out.authorization = request.authorization;
    out.actor = preview.actor;
    // A request is shared once; its commitments, and what is left, are laid into the shares one after the other.
    const FundingSource own = internal::OwnFundsOf(state.government.tier);
    const std::vector<Piece> shares = ShareBySource(sources, from, own, budget, row.amount.minor());
    std::vector<Piece> left = shares;
    std::size_t at = 0;
    const auto carry = [&](std::int64_t amount, std::int64_t commitment) {
      while (amount > 0) {
        while (left[at].amount == 0) ++at;
        const std::int64_t part = std::min(amount, left[at].amount);
        out.amount = Money(part);
        out.reference = commitment;
        out.source = SourceOf(left[at]);
        batch.Add(out);
        left[at].amount -= part;
        amount -= part;
      }
    };
    for (const EntryId commitment : request.commitments)
      carry(state.entries.extra(NumberOf(commitment)), NumberOf(commitment));
    carry(row.amount.minor() - row.committed.minor(), 0);
    Posting in;
    in.item = to;
    in.day = next_year->first_day();
    in.kind = EntryKind::kCarryIn;
    in.cause = row.cause;
    in.actor = preview.actor;
    for (const Piece& share : shares) {
      in.amount = Money(share.amount);
      in.source = SourceOf(share);
      batch.Add(in);
    }
    for (const EntryId commitment : request.commitments) {
      const std::uint32_t id = NumberOf(commitment);
      Posting commit;
      commit.item = to;
      commit.day = next_year->first_day();
      commit.kind = EntryKind::kCommit;
      commit.amount = Money(state.entries.extra(id));
      // Who committed then may not disburse now either (지방회계법 §36).
      commit.actor = ActorId{state.entries.actor(id)};
      commit.source = SourceOf({0, state.entries.source(id)});
      batch.Add(commit);
    }
    request_of.resize(batch.size(), i);
  }
  AddedItems items{ItemId{first_made}, nullptr, missing.size()};
  PostedBatch along;
  if (!missing.empty()) {
    items.keys = &state.items[first_made - 1];
    along.items = &items;
  }
  Result<Receipt> posted = state.Post(batch.view(), internal::PostedBy::kRollover, along);
  if (!posted) {
    const std::int64_t row = posted.error().row();
    if (row < 0) return std::move(posted).error();
    return std::move(posted).error().AtRow(
        static_cast<std::int64_t>(request_of[static_cast<std::size_t>(row)]));
  }
  made.Done();
  receipt.entries = *posted;
  return receipt;
}

}  // namespace yesan
