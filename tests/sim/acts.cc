// Acts of a day: what is posted and made, in the book and in the model.
#include "tests/sim/simulation.h"

#include <algorithm>

namespace yesan::sim {

using oracle::Verdict;

void Simulation::Post(const std::vector<Posting>& rows, const std::string& key) {
  act_ =
      "Post" + (key.empty() ? "" : " with key of " + Text(static_cast<std::int64_t>(key.size())));
  rows_ = rows;
  Batch batch(key);
  for (const Posting& row : rows) batch.Add(row);
  const Verdict wanted = model_.Post(rows, key);
  const Result<Receipt> receipt = book_.Post(batch);
  SameRefusal(ErrorOf(receipt), wanted);
  ++(wanted.ok() ? posted_ : refused_);
  if (receipt) {
    Same("first", NumberOf(receipt->first), wanted.first);
    Same("count", receipt->count, wanted.count);
    Same("repeated", receipt->repeated, wanted.repeated);
    if (!wanted.repeated) {
      town_.Posted(rows, wanted.first);
      for (std::uint32_t i = 0; i < wanted.count; ++i) CompareEntry(wanted.first + i);
    }
  }
  CompareRows(rows);
}

void Simulation::Check(const std::vector<Posting>& rows) {
  act_ = "Check";
  rows_ = rows;
  Batch batch;
  for (const Posting& row : rows) batch.Add(row);
  const std::vector<Code> wanted = model_.Check(rows);
  const std::vector<Code> codes = book_.Check(batch.view());
  Same("rows", static_cast<std::int64_t>(codes.size()), static_cast<std::int64_t>(wanted.size()));
  for (std::size_t i = 0; i < codes.size(); ++i) {
    Same("row " + Text(static_cast<std::int64_t>(i)), codes[i], wanted[i]);
    Hit(codes[i]);
  }
  CompareRows(rows);
}

void Simulation::PlayWithKeys() {
  if (!keyed_.empty() && random_.Percent(70)) {
    auto [key, rows] = keyed_[random_.Below(keyed_.size())];
    if (random_.Percent(40) && !rows.empty())
      rows.back().amount = Money(rows.back().amount.minor() ^ 1);
    if (random_.Percent(20)) rows.push_back(rows.empty() ? Posting() : rows.back());
    return Post(rows, key);
  }
  std::string key = "전표 " + Text(random_.Between(1, 1'000'000'000));
  if (random_.Percent(10)) key.resize(random_.Percent(50) ? 128 : 129, 'k');
  std::vector<Posting> rows = town_.MakeBatch(random_.Percent(5) ? 0 : 1);
  if (keyed_.size() < 50) keyed_.emplace_back(key, rows);
  Post(rows, key);
}

void Simulation::Close(std::int32_t year) {
  act_ = "Close " + Text(year);
  rows_.clear();
  const Verdict wanted = model_.Close(year);
  const Result<void> closed = book_.Close(year);
  SameRefusal(ErrorOf(closed), wanted, false);
  Same("IsClosed", book_.IsClosed(year), model_.IsClosed(year));
}

void Simulation::AddAuthorization(const Authorization& a) {
  act_ =
      "AddAuthorization kind " + Text(static_cast<int>(a.kind)) + " last year " + Text(a.last_year);
  rows_.clear();
  const Code wanted = model_.AddAuthorization(a);
  const Result<AuthorizationId> id = book_.AddAuthorization(a);
  Same("code", id.code(), wanted);
  Hit(wanted);
  if (id && town_.limited.size() < 400) town_.limited.push_back(*id);
}

ItemId Simulation::AddItem(const ItemKey& key) {
  act_ = "AddItem";
  ItemId wanted = ItemId::kNone;
  const Code code = model_.AddItem(key, &wanted);
  const Result<ItemId> id = book_.AddItem(key);
  Same("code", id.code(), code);
  Hit(code);
  if (id) Same("id", NumberOf(*id), NumberOf(wanted));
  return wanted;
}

void Simulation::AddItems(const std::vector<ItemKey>& keys) {
  act_ = "AddItems";
  rows_.clear();
  ItemId wanted = ItemId::kNone;
  const Verdict verdict = model_.AddItems(keys, &wanted);
  const Result<ItemId> first = book_.AddItems(keys);
  SameRefusal(ErrorOf(first), verdict, false);
  CompareCounts();
  if (!first) return;
  Same("first", NumberOf(*first), NumberOf(wanted));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const ItemId id{NumberOf(wanted) + static_cast<std::uint32_t>(i)};
    const ItemKey* key = book_.Find(id);
    if (key == nullptr || !(*key == model_.item(id))) Fail("another item was made");
    CompareItem(id);
    if (keys[i].fiscal_year == town_.year) town_.Take(id);
  }
}

// New items, one of them wrong now and then.
std::vector<ItemKey> Simulation::MakeKeys() {
  std::vector<ItemKey> keys;
  ItemFilter first;
  first.fiscal_year = kFirstYear;
  first.revenue = false;
  const auto sums = model_.Balances(first, GroupBy::kNothing);
  const bool carried_in = !sums.empty() && sums[0].sums.carryover_in > 0;
  const std::size_t count = random_.Below(4);
  for (std::size_t i = 0; i < count; ++i) {
    ItemKey key = model_.item(town_.AnyItem());
    key.department = random_.Of(town_.departments);
    key.program = random_.Of(town_.detailed);
    switch (random_.Below(20)) {  // one thing at a time is wrong with it
      case 0:
        key.object_item.clear();
        break;
      case 1:
        key.account = AccountId{7};
        break;
      case 2:
        key.program = ProgramId{2};
        break;
      case 3:  // the year before: closed, or before the first, where money came in that no book carried out
        key.fiscal_year -= 1;
        if (town_.year == kFirstYear && !carried_in) key.fiscal_year = 0;
        break;
      case 4:
      case 5:
        key.object_group.clear();
        break;
      default:
        break;
    }
    keys.push_back(key);
    if (random_.Percent(8)) keys.push_back(key);
  }
  return keys;
}

}  // namespace yesan::sim
