// A random year of a small government, as a script: what was posted, in an order, with references by place in the script.
// It may be played again, in another order, split up, or in another unit.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "tests/sim/random.h"

namespace yesan {

// A row of the script. `leans_on` is the place of a row that was posted before; none for most kinds.
struct ScriptRow {
  std::size_t place = 0;
  Posting posting;
  std::optional<std::size_t> leans_on;
};

// What is posted together: one row, or the rows of a transfer or of its correction.
using ScriptUnit = std::vector<ScriptRow>;

// A town that plays scripts. Every one of them has the same items, so ids are the same.
class Player {
 public:
  explicit Player(Policy policy = Policy::KoreanLocalGovernment()) : city(std::move(policy)) {
    organization = city.Authorize(AuthorizationKind::kOrganizationChange);
    twin = city.Item(city.center, "307-05", "307", city.culture);
    sister = city.Item(city.center, "307-02", "307");
    carried = city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
    tax = city.Revenue("100-110-111");
    grants = city.Revenue("500-510-511");
    ItemKey key = *city.book.Find(city.office);
    key.account = city.other_account;
    parking = *city.book.AddItem(key);
    spending = {city.entrust, city.office, city.books, city.stage, city.reserve,
                twin,         sister,      carried,    parking};
  }

  // Every amount times so much.
  std::int64_t scale = 1;
  // Every amount in two, where it can be; the reference of what leans on it in as many.
  sim::Random* split = nullptr;

  // Whether the unit was taken.
  bool Play(const ScriptUnit& unit) {
    Batch batch;
    std::vector<std::pair<std::size_t, std::int64_t>> rows;  // place and amount of each row posted
    for (const ScriptRow& row : unit) {
      for (const auto& [reference, amount] : Pieces(row)) {
        Posting posting = row.posting;
        posting.amount = Money(amount);
        posting.reference = NumberOf(reference);
        batch.Add(posting);
        rows.emplace_back(row.place, amount);
      }
    }
    const Result<Receipt> receipt = city.book.Post(batch);
    refusal = receipt.code();
    if (!receipt.ok()) return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].first >= pieces_.size()) pieces_.resize(rows[i].first + 1);
      pieces_[rows[i].first].emplace_back(
          EntryId{NumberOf(receipt->first) + static_cast<std::uint32_t>(i)}, rows[i].second);
    }
    return true;
  }

  // Whether every unit was taken.
  bool PlayAll(const std::vector<ScriptUnit>& script) {
    return std::all_of(script.begin(), script.end(),
                       [&](const ScriptUnit& unit) { return Play(unit); });
  }

  // The first entry that a row of the script became, and what is open of them all.
  [[nodiscard]] EntryId EntryOf(std::size_t place) const { return pieces_.at(place).front().first; }
  [[nodiscard]] std::int64_t OpenOf(std::size_t place) const {
    std::int64_t open = 0;
    for (const auto& piece : pieces_.at(place)) open += city.book.Find(piece.first)->open.minor();
    return open;
  }

  City city;
  AuthorizationId organization{};
  ItemId twin{}, sister{}, carried{}, tax{}, grants{}, parking{};
  std::vector<ItemId> spending;
  Code refusal = Code::kOk;

 private:
  using Piece = std::pair<EntryId, std::int64_t>;

  void Cut(EntryId reference, std::int64_t amount, std::vector<Piece>& pieces) {
    if (split == nullptr || amount < 2) {
      pieces.emplace_back(reference, amount);
      return;
    }
    const std::int64_t first = split->Between(1, amount - 1);
    pieces.emplace_back(reference, first);
    pieces.emplace_back(reference, amount - first);
  }

  std::vector<Piece> Pieces(const ScriptRow& row) {
    std::vector<Piece> pieces;
    std::int64_t left = row.posting.amount.minor() * scale;
    if (!row.leans_on) {
      Cut(EntryId::kNone, left, pieces);
      return pieces;
    }
    if (row.posting.kind == EntryKind::kCorrect) return pieces_.at(*row.leans_on);
    for (const auto& [entry, amount] : pieces_.at(*row.leans_on)) {
      const std::int64_t take = std::min(left, city.book.Find(entry)->open.minor());
      if (take > 0) Cut(entry, take, pieces);
      left -= take;
    }
    if (left > 0) pieces.emplace_back(pieces_.at(*row.leans_on).front().first, left);  // refused
    return pieces;
  }

  std::vector<std::vector<Piece>> pieces_;  // by place
};

// Grows a script by trying things on a town: what is refused is not in it.
class RandomScript {
 public:
  RandomScript(std::uint64_t seed, std::size_t units, bool corrections = true)
      : random_(seed), corrections_(corrections) {
    for (std::size_t tries = 0; script.size() < units && tries < units * 50; ++tries) {
      ScriptUnit unit = Try();
      if (unit.empty()) continue;
      for (ScriptRow& row : unit) row.place = next_place_++;
      if (!town.Play(unit)) {
        next_place_ -= unit.size();
        continue;
      }
      if (unit.front().posting.kind == EntryKind::kCorrect) {
        for (const ScriptRow& row : unit) corrected_.insert(*row.leans_on);
      } else if (unit.front().posting.kind == EntryKind::kCommit) {
        commitments_.push_back(unit.front());
      } else if (unit.front().posting.kind == EntryKind::kDisburse) {
        disbursements_.push_back(unit.front());
      }
      script.push_back(std::move(unit));
    }
  }

  // The correction of a unit, or nothing where it is one or was corrected.
  [[nodiscard]] ScriptUnit CorrectionOf(const ScriptUnit& unit, Date day) const {
    ScriptUnit correction;
    for (const ScriptRow& row : unit) {
      if (row.posting.kind == EntryKind::kCorrect || corrected_.count(row.place) != 0) return {};
      ScriptRow back;
      back.posting.item = row.posting.item;
      back.posting.day = day;
      back.posting.kind = EntryKind::kCorrect;
      back.posting.amount = row.posting.amount;
      back.posting.source = row.posting.source;
      back.posting.authorization = row.posting.authorization;
      back.leans_on = row.place;
      correction.push_back(back);
    }
    return correction;
  }
  [[nodiscard]] std::size_t next_place() const { return next_place_; }

  Player town;
  std::vector<ScriptUnit> script;

 private:
  ScriptRow Row(ItemId item, EntryKind kind, Cause cause = Cause::kNone,
                AuthorizationId by = AuthorizationId::kNone) {
    ScriptRow row;
    row.posting.item = item;
    row.posting.day = SomeDay();
    row.posting.kind = kind;
    row.posting.cause = cause;
    row.posting.amount = Money(random_.Between(1, 60'000));
    row.posting.authorization = by;
    return row;
  }
  Date SomeDay() { return *AddDays(Day(2021, 1, 1), random_.Between(0, 364)); }
  std::optional<FundingSource> Source() {
    const std::optional<FundingSource> sources[] = {
        std::nullopt,
        std::nullopt,
        FundingSource::kNationalSubsidy,
        FundingSource::kFundSubsidy,
        FundingSource::kProvinceFunds,
        FundingSource::kOwnFunds,
    };
    return sources[random_.Below(6)];
  }

  ScriptUnit Lean(EntryKind kind, const std::vector<ScriptRow>& on) {
    if (on.empty()) return {};
    const ScriptRow& base = on[random_.Below(on.size())];
    if (corrected_.count(base.place) != 0) return {};
    const std::int64_t open = town.OpenOf(base.place);
    if (open == 0) return {};
    ScriptRow row = Row(base.posting.item, kind);
    row.posting.amount = Money(random_.Percent(30) ? open : random_.Between(1, open));
    row.posting.source = base.posting.source;
    row.leans_on = base.place;
    if (kind == EntryKind::kDisburse) row.posting.actor = ActorId{2};
    return {row};
  }

  ScriptUnit Transfer() {
    const City& c = town.city;
    struct Way {
      ItemId from, to;
      Cause cause;
      AuthorizationId by;
    };
    const Way ways[] = {
        {c.entrust, c.office, Cause::kIntraProgramVirement, AuthorizationId::kNone},
        {c.office, c.books, Cause::kIntraProgramVirement, AuthorizationId::kNone},
        {c.books, c.stage, Cause::kInterProgramVirement, c.vote},
        {c.stage, c.entrust, Cause::kInterProgramVirement, c.vote},
        {c.entrust, town.sister, Cause::kMinorReallocation, AuthorizationId::kNone},
        {c.entrust, town.twin, Cause::kReorganization, town.organization},
        {c.reserve, c.office, Cause::kContingencyDraw, c.decision},
    };
    const Way& way = ways[random_.Below(7)];
    ScriptRow out = Row(way.from, EntryKind::kTransferOut, way.cause, way.by);
    out.posting.group = 1;
    out.posting.source = Source();
    ScriptRow in = out;
    in.posting.item = way.to;
    in.posting.kind = EntryKind::kTransferIn;
    return {out, in};
  }

  ScriptUnit Try() {
    const City& c = town.city;
    const ItemId item = random_.Of(town.spending);
    const ItemId revenue = random_.Percent(50) ? town.tax : town.grants;
    ScriptRow row;
    switch (random_.Below(24)) {
      case 0:
      case 1:
        row = Row(item, EntryKind::kAppropriate, Cause::kOriginal, c.vote);
        row.posting.source = Source();
        return {row};
      case 2:
        row = Row(item, EntryKind::kAppropriate, Supplementary(1), c.vote);
        row.posting.source = Source();
        return {row};
      case 3:
        row = Row(item, EntryKind::kReduce, Supplementary(1), c.vote);
        row.posting.source = Source();
        return {row};
      case 4:
        row = Row(item, EntryKind::kAuthorizeSpending, Cause::kExcessRevenue, c.decision);
        return {row};
      case 5:
        row = Row(town.carried, EntryKind::kCarryIn, Cause::kExplicitCarryover);
        row.posting.source = Source();
        return {row};
      case 6:
      case 7:
        return {Row(item, EntryKind::kAllot)};
      case 8:
        return {Row(item, EntryKind::kUnallot)};
      case 9:
      case 10:
        return Transfer();
      case 11:
      case 12:
      case 13:
        row = Row(item, EntryKind::kCommit);
        row.posting.actor = ActorId{1};
        row.posting.source = Source();
        return {row};
      case 14:
        return Lean(EntryKind::kRelease, commitments_);
      case 15:
      case 16:
        return Lean(EntryKind::kDisburse, commitments_);
      case 17:
        return Lean(EntryKind::kRefund, disbursements_);
      case 18:
        row = Row(item, EntryKind::kReserveSubsidyRefund);
        row.posting.source = FundingSource::kNationalSubsidy;
        return {row};
      case 19:
        row = Row(revenue, EntryKind::kAppropriate, Cause::kOriginal, c.vote);
        return {row};
      case 20:
        return {Row(revenue, EntryKind::kAssess)};
      case 21:
        return {
            Row(revenue, random_.Percent(60) ? EntryKind::kReceive : EntryKind::kRefundRevenue)};
      case 22:
        return {Row(revenue,
                    random_.Percent(50) ? EntryKind::kWriteOff : EntryKind::kCancelAssessment)};
      default:
        if (script.empty() || !corrections_) return {};
        return CorrectionOf(script[random_.Below(script.size())], SomeDay());
    }
  }

  sim::Random random_;
  bool corrections_;
  std::size_t next_place_ = 0;
  std::set<std::size_t> corrected_;
  std::vector<ScriptRow> commitments_, disbursements_;
};

}  // namespace yesan
