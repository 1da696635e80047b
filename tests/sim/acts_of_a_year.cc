// Acts of a year: budgets, rollovers and their undoing. The entries of the book take the place of the model's own, when they
// come to the same.
#include "tests/sim/simulation.h"

#include <algorithm>

#include "yesan/settlement/rollover.h"

namespace yesan::sim {

using oracle::ModelEntry;
using oracle::Scope;
using oracle::Verdict;

// The entries that the book wrote for an act take the place of the model's own, when they come to the same.
void Simulation::TakeOverTail(std::size_t before) {
  std::vector<ModelEntry> own;
  for (std::size_t id = before + 1; id <= model_.entry_count(); ++id)
    own.push_back(model_.entry(static_cast<std::uint32_t>(id)));
  std::map<std::pair<std::uint32_t, int>, ItemBalances> wanted;
  const auto sum = [&](std::map<std::pair<std::uint32_t, int>, ItemBalances>* sums) {
    std::set<std::uint32_t> touched;
    for (const ModelEntry& e : own) touched.insert(e.item);
    for (std::size_t id = before + 1; id <= book_.entry_count(); ++id)
      touched.insert(NumberOf(book_.Find(EntryId{static_cast<std::uint32_t>(id)})->item));
    for (const std::uint32_t item : touched) {
      (*sums)[{item, -1}] = model_.BalancesOf(ItemId{item});
      for (int source = 0; source <= 15; ++source) {
        Scope scope;
        scope.source = source;
        ItemBalances& part = (*sums)[{item, source}];
        part = model_.BalancesOf(ItemId{item}, scope);
        part.commitments_out = 0;  // of no source
      }
    }
  };
  sum(&wanted);
  std::vector<ModelEntry> tail;
  for (std::size_t id = before + 1; id <= book_.entry_count(); ++id) {
    const Entry e = *book_.Find(EntryId{static_cast<std::uint32_t>(id)});
    ModelEntry m;
    m.item = NumberOf(e.item);
    m.day = e.day;
    m.kind = e.kind;
    m.cause = e.cause;
    m.amount = e.amount.minor();
    m.reference = NumberOf(e.reference);
    m.source = e.source ? static_cast<int>(*e.source) : 0;
    m.authorization = NumberOf(e.authorization);
    m.actor = NumberOf(e.actor);
    if (e.kind == EntryKind::kCarryOut && m.reference != 0) {
      m.moved.emplace_back(m.reference, m.amount);  // a commitment, or a source's share of it
      m.reference = 0;
    }
    tail.push_back(m);
  }
  model_.ReplaceTail(before, tail);
  std::map<std::pair<std::uint32_t, int>, ItemBalances> found;
  sum(&found);
  for (const auto& [key, sums] : wanted)
    SameBalances("entries for item " + Text(key.first) + " source " + Text(key.second), found[key],
                 sums);
  for (const auto& [key, sums] : found) {
    CompareItem(ItemId{key.first});
    for (const std::uint32_t entry : model_.EntriesOf(ItemId{key.first})) CompareEntry(entry);
  }
  std::vector<Posting> rows;  // so that the town knows its commitments
  for (const ModelEntry& m : tail) {
    Posting row;
    row.kind = m.kind;
    rows.push_back(row);
  }
  town_.Posted(rows, static_cast<std::uint32_t>(before + 1));
}

bool Simulation::Adopt(AccountId account, BudgetStage stage, std::int32_t number, int defect) {
  const BudgetDocument d = town_.MakeBudget(account, stage, number, defect);
  act_ = "Adopt stage " + Text(static_cast<int>(stage)) + " number " + Text(number) + " account " +
         Text(NumberOf(account)) + " defect " + Text(defect);
  rows_.clear();
  for (const BudgetLine& line : d.lines) {
    Posting row;
    row.item = line.item;
    row.amount = line.amount;
    row.day = d.day;
    rows_.push_back(row);
  }
  const std::size_t before = model_.entry_count();
  const bool document = d.version.stage == BudgetStage::kProposal;
  if (!document && random_.Percent(30)) {
    const std::string adopt = "Adopt" + act_.substr(5);
    act_ = "CheckBudget" + act_.substr(5);
    const Result<void> checked = book_.CheckBudget(d);
    const Verdict sums = model_.CheckBudget(d);
    SameRefusal(ErrorOf(checked), sums, false);
    act_ = adopt;
  }
  const Verdict wanted = model_.Adopt(d);
  const Result<Receipt> receipt = book_.Adopt(d);
  SameRefusal(ErrorOf(receipt), wanted, false);
  if (receipt) {
    TakeOverTail(before);
    Same("receipt count", receipt->count, static_cast<std::int64_t>(model_.entry_count() - before));
    const std::vector<BudgetVersion> b = book_.VersionsOf(account, town_.year);
    const std::vector<BudgetVersion> m = model_.VersionsOf(account, town_.year);
    Same("versions", static_cast<std::int64_t>(b.size()), static_cast<std::int64_t>(m.size()));
    for (std::size_t i = 0; i < m.size(); ++i) {
      Same("version stage", static_cast<int>(b[i].stage), static_cast<int>(m[i].stage));
      Same("version number", b[i].number, m[i].number);
    }
    CompareVersionsOf(account);
  }
  CompareCounts();
  return receipt.ok();
}

void Simulation::Rollover(bool lawful, bool really, bool stale) {
  act_ = "PreviewRollover";
  rows_.clear();
  std::vector<CarryRequest> requests = town_.MakeRequests(lawful);
  std::int32_t year = town_.year;
  if (!lawful && random_.Percent(8) && year > kFirstYear) --year;
  for (const CarryRequest& r : requests) {
    Posting row;
    row.item = r.item;
    row.cause = r.cause;
    row.amount = r.amount;
    row.kind = EntryKind::kCarryOut;
    row.authorization = r.authorization;
    row.day = town_.today;
    row.reference = static_cast<std::int64_t>(r.commitments.size());
    rows_.push_back(row);
  }
  const Date day = random_.Percent(50) ? town_.today : YearOf(town_.year).last_day();
  const oracle::ModelPreview m = model_.PreviewRollover(year, requests, day, ActorId{4});
  const RolloverPreview b = yesan::PreviewRollover(book_, year, requests, day, ActorId{4});
  Same("rows", static_cast<std::int64_t>(b.rows.size()), static_cast<std::int64_t>(m.rows.size()));
  bool ok = true;
  for (std::size_t i = 0; i < m.rows.size(); ++i) {
    const std::string name = "request " + Text(static_cast<std::int64_t>(i));
    Same(name, b.rows[i].refused, m.rows[i].refused);
    Hit(m.rows[i].refused);
    if (m.rows[i].refused != Code::kOk) {
      ok = false;
      continue;
    }
    Same(name + " committed", b.rows[i].committed.minor(), m.rows[i].committed);
    if (!(b.rows[i].to == m.rows[i].to) || b.rows[i].to.object_group != m.rows[i].to.object_group)
      Fail(name + ": another item of the next year: book " + b.rows[i].to.object_item + " of " +
           b.rows[i].to.object_group + ", model " + m.rows[i].to.object_item + " of " +
           m.rows[i].to.object_group);
  }
  Same("ok()", b.ok(), ok);
  if (!really) return;
  if (stale) Post(town_.MakeBatch(1));
  act_ = "Rollover";
  const std::size_t before = model_.entry_count();
  std::vector<ItemId> carried;
  const Verdict wanted = model_.Rollover(m, &carried);
  const Result<RolloverReceipt> receipt = yesan::Rollover(book_, b);
  SameRefusal(ErrorOf(receipt), wanted, false);
  if (receipt) {
    ++rollovers_;
    Same("carried", static_cast<std::int64_t>(receipt->carried.size()),
         static_cast<std::int64_t>(carried.size()));
    for (std::size_t i = 0; i < carried.size(); ++i) {
      Same("carried item " + Text(static_cast<std::int64_t>(i)), NumberOf(receipt->carried[i]),
           NumberOf(carried[i]));
      const ItemKey* key = book_.Find(carried[i]);
      if (key == nullptr || !(*key == model_.item(carried[i]))) Fail("another item was made");
    }
    TakeOverTail(before);
  }
  CompareCounts();
}

// Of a request that was carried lately, or of an entry that is no such thing.
void Simulation::UndoRollover() {
  act_ = "UndoRollover";
  rows_.clear();
  const auto count = static_cast<std::uint32_t>(model_.entry_count());
  std::uint32_t id = static_cast<std::uint32_t>(random_.Below(count + 3));
  if (random_.Percent(90)) {
    for (std::uint32_t at = count - std::min<std::uint32_t>(count, id % 400); at > 0; --at) {
      if (model_.entry(at).kind != EntryKind::kCarryOut) continue;
      id = at;
      break;
    }
  }
  const Verdict wanted = model_.UndoRollover(id, ActorId{4});
  const Result<Receipt> receipt = yesan::UndoRollover(book_, EntryId{id}, ActorId{4});
  SameRefusal(ErrorOf(receipt), wanted);
  if (!receipt) return CompareCounts();
  ++undone_;
  Same("first", NumberOf(receipt->first), wanted.first);
  Same("count", receipt->count, wanted.count);
  for (std::uint32_t i = 0; i < wanted.count; ++i) {
    const std::uint32_t entry = wanted.first + i;
    CompareEntry(entry);
    CompareEntry(model_.entry(entry).reference);
    CompareItem(ItemId{model_.entry(entry).item});
  }
  CompareCounts();
}

}  // namespace yesan::sim
