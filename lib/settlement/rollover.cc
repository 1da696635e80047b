#include "yesan/settlement/rollover.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/ledger/effect.h"
#include "lib/ledger/figure.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "lib/settlement/carry_planner.h"
#include "yesan/money/allocate.h"
#include "yesan/money/money.h"

namespace yesan {

using internal::BookState;
using internal::CarryPlanner;
using internal::IsVotedLate;

namespace {

// A share of a carried amount and who pays it.
struct Piece {
  std::int64_t amount = 0;
  std::uint8_t source = 0;
  std::int64_t named = 0;  // of it what the commitments that move name
};

// The refusal of a request, told as Post tells that of a row.
Error RefusedRequest(const BookState& state, const RolloverPreview& judged, std::size_t i,
                     std::int64_t unallotted) {
  const CarryRow& row = judged.rows[i];
  const CarryRequest& request = judged.requests[i];
  Posting out;
  out.item = request.item;
  out.day = judged.day;
  out.kind = EntryKind::kCarryOut;
  out.cause = request.cause;
  out.amount = request.amount;
  out.authorization = request.authorization;
  Batch batch;
  batch.Add(out);
  const auto minor = [](const std::optional<Money>& money) {
    return money ? std::optional<std::int64_t>(money->minor()) : std::nullopt;
  };
  Error error = internal::RefusedRow(state, batch.view(), 0, row.refused, minor(row.available),
                                     minor(row.asked))
                    .AtRow(static_cast<std::int64_t>(i));
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
    const std::string year = std::to_string(judged.fiscal_year);
    // Where the rollover is of an earlier day, that of the authorization is told already.
    if (given.day <= judged.day) {
      const std::string name =
          "#" + std::to_string(NumberOf(request.authorization)) + " '" + given.document + "'";
      const std::string day = given.day.ToString();
      detail.message.ko += " 승인 " + name + ": " + day + "의 것입니다.";
      detail.message.en += " Authorization " + name + " is of " + day + ".";
    }
    detail.message.ko +=
        " 명시이월은 " + year + " 회계연도가 끝나기 전에 의결합니다 (지방재정법 §50①).";
    detail.message.en += " What is carried explicitly is voted before fiscal year " + year +
                         " ends (지방재정법 §50①).";
  } else {
    const std::string figure = internal::Figure(unallotted, state.government);
    detail.message.ko += " 배정하지 않은 " + figure + "은(는) 먼저 배정해야 이월할 수 있습니다.";
    detail.message.en += " " + figure + " was never allotted; it has to be before it is carried.";
  }
  return Error(row.refused, std::move(detail));
}

// Who pays for a commitment; 0 where it names no source.
std::uint8_t PayerOf(const BookState& state, std::uint32_t commitment) {
  return internal::PayerOf(state.entries.source(commitment), state.government.tier);
}

// Open commitments by the source that they name, of each item: what is not shared out to others.
using OpenBySource = std::map<internal::SourceSums::key_type, std::int64_t>;

OpenBySource OpenCommitments(const BookState& state) {
  OpenBySource open;
  for (const std::uint32_t id : state.tagged_entries) {
    if (static_cast<EntryKind>(state.entries.kind(id)) != EntryKind::kCommit ||
        state.entries.corrected(id) || state.entries.extra(id) <= 0)
      continue;
    open[{state.entries.item(id), PayerOf(state, id)}] += state.entries.extra(id);
  }
  return open;
}

// The pieces of a carried request by who pays: first what the moved commitments name, of which `open` loses them. An item
// of whose budget no source is named has one, of no source.
std::vector<Piece> Pieces(const BookState& state, const internal::SourceSums& sources,
                          std::uint32_t item, const internal::SourceParts& parts,
                          const CarryRequest& request, OpenBySource& open) {
  bool tagged = false;
  for (auto it = sources.lower_bound({item, 0}); it != sources.end() && it->first.first == item;
       ++it)
    tagged = tagged || it->second.current_budget() > 0;
  if (!tagged) return {{request.amount.minor(), 0, 0}};
  std::map<std::uint8_t, std::int64_t> moved;
  for (const EntryId commitment : request.commitments) {
    const std::uint32_t id = NumberOf(commitment);
    const std::uint8_t payer = PayerOf(state, id);
    if (payer == 0) continue;
    moved[payer] += state.entries.extra(id);
    open[{item, payer}] -= state.entries.extra(id);
  }
  std::vector<internal::Claim> claims;
  for (const auto& part : parts) {
    const auto payer = static_cast<std::uint8_t>(part.first);
    const auto kept = open.find({item, payer});
    // What shares of payments without a source take of it gives way.
    const auto said = sources.find({item, payer});
    const std::int64_t used =
        said == sources.end()
            ? 0
            : said->second.disbursed + said->second.carryover_out() + said->second.subsidy_refund;
    const std::int64_t has = std::max<std::int64_t>(part.second.current_budget() - used, 0);
    claims.push_back({moved.count(payer) == 0 ? 0 : std::min(moved[payer], has),
                      kept == open.end() ? 0 : kept->second});
  }
  const std::vector<std::int64_t> shares =
      internal::ShareOut(parts, request.amount.minor(), claims);
  std::vector<Piece> pieces;
  for (std::size_t s = 0; s < shares.size(); ++s) {
    if (shares[s] != 0)
      pieces.push_back({shares[s], static_cast<std::uint8_t>(parts[s].first), claims[s].named});
  }
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
  CarryPlanner planner(state, judged.fiscal_year, judged.day);
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
  CarryPlanner planner(state, fiscal_year, preview.day);
  for (const CarryRequest& request : requests) preview.rows.push_back(planner.Judge(request));
  preview.requests = std::move(requests);
  return preview;
}

Result<RolloverReceipt> Rollover(Book& book, const RolloverPreview& preview) {
  BookState& state = book.state();
  internal::OneWriter alone(state);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
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

  internal::SourceSums sources = internal::SumSources(state, preview.fiscal_year);
  OpenBySource open = OpenCommitments(state);
  std::map<std::uint32_t, ItemBalances>
      carried;  // the sums of items, requests before this one taken off
  Batch batch;
  std::vector<std::size_t> request_of;  // of each row of the batch
  for (std::size_t i = 0; i < judged.rows.size(); ++i) {
    const CarryRow& row = judged.rows[i];
    const CarryRequest& request = preview.requests[i];
    const ItemId to = *book.FindItem(row.to);
    receipt.carried.push_back(to);
    const std::uint32_t from = NumberOf(row.from);
    ItemBalances& sums = carried.try_emplace(from, state.SumsOf(from)).first->second;
    Posting out;
    out.item = row.from;
    out.day = judged.day;
    out.kind = EntryKind::kCarryOut;
    out.cause = row.cause;
    out.authorization = request.authorization;
    out.actor = preview.actor;
    // A request is shared once; a commitment has what is named for its source, and of the rest, as what was never
    // committed, a share of the shares.
    const std::vector<Piece> shares = Pieces(
        state, sources, from, internal::SplitBySource(state, sources, from, sums), request, open);
    std::vector<std::int64_t> named, left;
    for (const Piece& share : shares) {
      named.push_back(share.named);
      left.push_back(share.amount - share.named);
    }
    std::vector<Money> parts(shares.size());
    const auto carry = [&](std::int64_t amount, std::int64_t commitment,
                           std::uint8_t payer) -> Result<void> {
      if (amount == 0) return {};
      std::int64_t rest = amount;
      std::size_t own = shares.size();
      for (std::size_t s = 0; s < shares.size() && payer != 0; ++s) {
        if (shares[s].source != payer) continue;
        own = s;
        rest -= std::min(named[s], amount);
      }
      if (Result<void> shared = Allocate(Money(rest), left.data(), left.size(), parts.data());
          rest != 0 && !shared)
        return shared;
      for (std::size_t s = 0; s < shares.size(); ++s) {
        const std::int64_t shared = rest == 0 ? 0 : parts[s].minor();
        const std::int64_t part = shared + (s == own ? amount - rest : 0);
        if (part == 0) continue;
        left[s] -= shared;
        named[s] -= part - shared;
        out.amount = Money(part);
        out.reference = commitment;
        out.source = SourceOf(shares[s]);
        batch.Add(out);
        const auto take = [&](ItemBalances& of) {
          of.*internal::CarriedOut(row.cause) += part;
          if (commitment != 0) of.commitments_out += part;
        };
        take(sums);
        if (shares[s].source != 0) take(sources[{from, shares[s].source}]);
      }
      return {};
    };
    for (const EntryId commitment : request.commitments) {
      const std::uint32_t id = NumberOf(commitment);
      if (Result<void> done = carry(state.entries.extra(id), id, PayerOf(state, id)); !done)
        return std::move(done).error();
    }
    if (Result<void> done = carry(row.amount.minor() - row.committed.minor(), 0, 0); !done)
      return std::move(done).error();
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
