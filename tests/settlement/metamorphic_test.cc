// Random years, told in another way that means the same: in another order, in smaller parts, in another unit, and taken
// back. What is settled must not change, or change exactly as told. Nobody says here what is right, only what is the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/random_script.h"
#include "tests/oracle/ledger_model.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

constexpr std::uint64_t kSeeds = 8;
constexpr std::size_t kUnits = 260;

// All that can be asked of a book's year, as figures with names.
using Picture = std::map<std::string, std::int64_t>;

void AddBalances(const Book& book, Picture& picture) {
  for (std::uint32_t id = 1; id <= book.item_count(); ++id) {
    for (const auto& [name, value] : oracle::Fields(book.BalancesOf(ItemId{id})))
      picture["item " + std::to_string(id) + " " + name] = value;
  }
}

void AddSettlement(const Book& book, std::int32_t year, Picture& picture) {
  for (int by = 0; by <= 13; ++by) {
    const auto rows = Settle(book, year, static_cast<GroupBy>(by));
    ASSERT_TRUE(rows.ok());
    for (const SettledRow& row : *rows) {
      const std::string key = std::to_string(year) + " by " + std::to_string(by) + " " +
                              std::to_string(row.key) + row.code + " ";
      for (const auto& [name, value] : oracle::Fields(row.total)) picture[key + name] = value;
      for (const auto& [name, value] : oracle::Fields(row.subsidy))
        picture[key + "subsidy " + name] = value;
    }
  }
  const auto due = RefundsDue(book, year);
  ASSERT_TRUE(due.ok());
  for (const RefundDue& one : *due)
    picture["due " + std::to_string(static_cast<int>(one.source))] = one.amount.minor();
}

Picture PictureOf(const City& city, std::int32_t last_year = 2021) {
  Picture picture;
  AddBalances(city.book, picture);
  for (std::int32_t year = 2021; year <= last_year; ++year) AddSettlement(city.book, year, picture);
  for (std::uint32_t id = 1; id <= city.book.authorization_count(); ++id)
    picture["drawn " + std::to_string(id)] = city.book.DrawnOn(AuthorizationId{id}).minor();
  for (const AccountId account : {city.account, city.other_account}) {
    const auto s = SurplusOf(city.book, account, 2021);
    if (!s.ok()) continue;
    const std::string name = "account " + std::to_string(NumberOf(account)) + " ";
    picture[name + "closing"] = s->closing_surplus;
    picture[name + "net"] = s->net_surplus;
    picture[name + "excess"] = s->excess_receipts;
  }
  for (std::int32_t month = 1; month <= 12; ++month) {
    const auto then = city.book.BalancesOn(Day(2021, month, 15), ItemFilter(), GroupBy::kNothing);
    if (!then.ok()) continue;
    for (const auto& [name, value] : oracle::Fields(then->rows.at(0).sums))
      picture["month " + std::to_string(month) + " " + name] = value;
  }
  return picture;
}

::testing::AssertionResult SamePicture(const Picture& a, const Picture& b) {
  for (const auto& [name, value] : a) {
    const auto found = b.find(name);
    if (found == b.end()) return ::testing::AssertionFailure() << name << " is not there";
    if (found->second != value)
      return ::testing::AssertionFailure() << name << ": " << value << " and " << found->second;
  }
  if (a.size() != b.size()) return ::testing::AssertionFailure() << "more is there";
  return ::testing::AssertionSuccess();
}

// A third of what would lapse of each item goes on to the next year, in the order of items.
void CarryAThird(Player& town) {
  std::vector<CarryRequest> requests;
  for (const ItemId item : town.spending) {
    const ItemBalances b = town.city.book.BalancesOf(item);
    CarryRequest request;
    request.item = item;
    const std::int64_t free =
        std::min(b.unspent_balance() - b.outstanding(), b.allotted - b.committed_total);
    request.amount = Money(free / 3);
    request.authorization = town.city.vote;
    if (request.amount.sign() > 0) requests.push_back(request);
  }
  ASSERT_FALSE(requests.empty());
  const RolloverPreview preview =
      PreviewRollover(town.city.book, 2021, requests, Day(2021, 12, 31));
  for (const CarryRow& row : preview.rows) ASSERT_EQ(row.refused, Code::kOk) << Name(row.refused);
  const auto done = Rollover(town.city.book, preview);
  ASSERT_TRUE(done.ok()) << done.error().message().en;
}

class Metamorphic : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  Metamorphic() : grown(GetParam(), kUnits), random(GetParam() + 1'000) {}

  std::string Seed() const { return "seed " + std::to_string(GetParam()); }

  RandomScript grown;
  sim::Random random;
};

TEST_P(Metamorphic, TheScriptIsRich) {
  EXPECT_EQ(grown.script.size(), kUnits) << Seed();
  EXPECT_TRUE(grown.town.city.Wrong().empty());
  std::map<int, int> kinds;
  for (const ScriptUnit& unit : grown.script) ++kinds[static_cast<int>(unit[0].posting.kind)];
  // appropriate, reduce, authorize, carry_in, transfers, …, correct, and those of revenue.
  EXPECT_GE(kinds.size(), 16U) << Seed();
  EXPECT_GE(kinds[static_cast<int>(EntryKind::kCorrect)], 3) << Seed();
}

TEST_P(Metamorphic, OrderDoesNotMatterWhereBothOrdersAreLawful) {
  const Picture expected = PictureOf(grown.town.city);
  std::vector<ScriptUnit> script = grown.script;
  int swapped = 0;
  int tried = 0;
  for (int round = 0; round < 150; ++round) {
    const std::size_t from = random.Below(script.size() - 1);
    const std::size_t to = std::min(script.size() - 1, from + 1 + random.Below(40));
    // Nothing may pass what it leans on.
    bool leans = false;
    for (std::size_t i = from + 1; i <= to; ++i) {
      for (const ScriptRow& row : script[i]) {
        for (const ScriptRow& base : script[from])
          leans = leans || (row.leans_on && *row.leans_on == base.place);
      }
    }
    if (leans) continue;
    ++tried;
    std::vector<ScriptUnit> other = script;
    ScriptUnit moved = std::move(other[from]);
    other.erase(other.begin() + static_cast<std::ptrdiff_t>(from));
    other.insert(other.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    Player town;
    if (!town.PlayAll(other)) continue;  // they do not commute
    ++swapped;
    ASSERT_TRUE(SamePicture(PictureOf(town.city), expected)) << Seed() << " round " << round;
    script = std::move(other);
  }
  EXPECT_GT(swapped, 25) << Seed() << ", of " << tried;
  // And what is carried on of it, whatever the order was.
  Player last;
  ASSERT_TRUE(last.PlayAll(script));
  CarryAThird(grown.town);
  CarryAThird(last);
  EXPECT_TRUE(SamePicture(PictureOf(last.city, 2022), PictureOf(grown.town.city, 2022))) << Seed();
  EXPECT_TRUE(last.city.Wrong().empty());
}

TEST_P(Metamorphic, AnAmountInTwoPartsIsTheSameAmount) {
  Player town;
  town.split = &random;
  for (std::size_t i = 0; i < grown.script.size(); ++i)
    ASSERT_TRUE(town.Play(grown.script[i])) << Seed() << " unit " << i << " " << Name(town.refusal);
  EXPECT_GT(town.city.book.entry_count(), grown.town.city.book.entry_count() * 3 / 2);
  EXPECT_TRUE(SamePicture(PictureOf(town.city), PictureOf(grown.town.city))) << Seed();
  CarryAThird(grown.town);
  CarryAThird(town);
  EXPECT_TRUE(SamePicture(PictureOf(town.city, 2022), PictureOf(grown.town.city, 2022))) << Seed();
  EXPECT_TRUE(town.city.Wrong().empty());
}

TEST_P(Metamorphic, AThousandTimesTheMoneyIsAThousandTimesTheSettlement) {
  Player town;
  town.scale = 1'000;
  ASSERT_TRUE(town.PlayAll(grown.script)) << Seed() << " " << Name(town.refusal);
  const Picture one = PictureOf(grown.town.city);
  const Picture thousand = PictureOf(town.city);
  ASSERT_EQ(one.size(), thousand.size());
  for (const auto& [name, value] : one) {
    if (name.find("subsidy ") == std::string::npos && name.find(" by 13 ") == std::string::npos) {
      ASSERT_EQ(thousand.at(name), value * 1'000) << Seed() << " " << name;
    } else {
      // A part is whole in its unit, item by item and source by source: a finer unit is nearer.
      ASSERT_LE(std::abs(thousand.at(name) - value * 1'000), 60'000) << Seed() << " " << name;
    }
  }
}

TEST_P(Metamorphic, WhatIsRefusedIsRefusedInThousandsToo) {
  // The same attempts, good and bad, in both units: homogeneous rules cannot tell them apart.
  Player won;
  Player thousand;
  thousand.scale = 1'000;
  int refused = 0;
  for (const ScriptUnit& unit : grown.script) {
    ScriptUnit greedy = unit;  // ten times too much, where that is too much
    for (ScriptRow& row : greedy) {
      if (row.posting.kind != EntryKind::kAppropriate && row.posting.kind != EntryKind::kCorrect)
        row.posting.amount = *Multiply(row.posting.amount, 10);
    }
    if (unit[0].posting.kind != EntryKind::kAppropriate) {
      Batch a;
      Batch b;
      for (const ScriptRow& row : greedy) {
        Posting posting = row.posting;
        if (row.leans_on) posting.reference = NumberOf(won.EntryOf(*row.leans_on));
        a.Add(posting);
        posting.amount = *Multiply(posting.amount, 1'000);
        b.Add(posting);
      }
      const std::vector<Code> codes = won.city.book.Check(a.view());
      ASSERT_EQ(codes, thousand.city.book.Check(b.view())) << Seed();
      refused += codes.back() == Code::kOk ? 0 : 1;
    }
    ASSERT_EQ(won.Play(unit), thousand.Play(unit)) << Seed();
    ASSERT_EQ(won.refusal, thousand.refusal) << Seed();
  }
  EXPECT_GT(refused, 20) << Seed();
}

TEST_P(Metamorphic, TakingBackTheLastEntryAgainAndAgainGoesThroughEveryStateBefore) {
  const RandomScript straight(GetParam(), kUnits, /*corrections=*/false);
  Player town;
  std::vector<std::vector<ItemBalances>> states;
  for (const ScriptUnit& unit : straight.script) {
    states.push_back(town.city.AllBalances());
    ASSERT_TRUE(town.Play(unit));
  }
  std::size_t place = straight.next_place();
  for (std::size_t i = straight.script.size(); i-- > 0;) {
    ScriptUnit correction = straight.CorrectionOf(straight.script[i], Day(2021, 12, 31));
    for (ScriptRow& row : correction) row.place = place++;
    ASSERT_TRUE(town.Play(correction)) << Seed() << " unit " << i << " " << Name(town.refusal);
    ASSERT_TRUE(town.city.AllBalances() == states[i]) << Seed() << " unit " << i;
  }
  EXPECT_TRUE(town.city.Wrong().empty());
}

TEST_P(Metamorphic, TakingEverythingBackLeavesNothingButThePast) {
  Player town;
  ASSERT_TRUE(town.PlayAll(grown.script));
  const auto was = town.city.book.BalancesOn(Day(2021, 12, 30), ItemFilter(), GroupBy::kItem);
  // What the script took back itself may hold up what is to be taken back now, so that the last in is not always the first
  // out: spending before its allotment, that before its budget, and of one kind the last that can be.
  std::vector<ScriptUnit> left;
  for (const ScriptUnit& unit : grown.script) {
    ScriptUnit correction = grown.CorrectionOf(unit, Day(2021, 12, 31));
    if (!correction.empty()) left.push_back(std::move(correction));
  }
  EXPECT_GT(left.size(), 150U) << Seed();
  const auto kind = [&](const ScriptUnit& unit) {
    return static_cast<int>(town.city.book.Find(town.EntryOf(*unit[0].leans_on))->kind);
  };
  std::stable_sort(left.begin(), left.end(),
                   [&](const ScriptUnit& a, const ScriptUnit& b) { return kind(a) < kind(b); });
  std::size_t place = grown.next_place();
  while (!left.empty()) {
    std::size_t i = left.size();
    bool taken = false;
    while (!taken && i > 0) {
      for (ScriptRow& row : left[--i]) row.place = place++;
      taken = town.Play(left[i]);
    }
    ASSERT_TRUE(taken) << Seed() << " " << left.size() << " left, " << Name(town.refusal);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
  }
  for (const ItemBalances& balances : town.city.AllBalances())
    EXPECT_TRUE(balances == ItemBalances()) << Seed();
  for (const Money drawn : town.city.AllDrawn()) EXPECT_TRUE(drawn.is_zero()) << Seed();
  const auto settled = Settle(town.city.book, 2021, GroupBy::kItem);
  ASSERT_TRUE(settled.ok());
  for (const SettledRow& row : *settled) {
    for (const auto& [name, value] : oracle::Fields(row.total)) EXPECT_EQ(value, 0) << name;
    for (const auto& [name, value] : oracle::Fields(row.subsidy)) EXPECT_EQ(value, 0) << name;
  }
  // The past stays what it was.
  const auto is = town.city.book.BalancesOn(Day(2021, 12, 30), ItemFilter(), GroupBy::kItem);
  ASSERT_TRUE(was.ok() && is.ok());
  for (std::size_t i = 0; i < is->rows.size(); ++i)
    EXPECT_TRUE(is->rows[i].sums == was->rows[i].sums) << Seed();
  EXPECT_TRUE(town.city.Wrong().empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, Metamorphic, ::testing::Range<std::uint64_t>(1, kSeeds + 1));

TEST(TakenBack, WhatWasDoneUnderABudgetLeavesTheBudget) {
  City city;
  const ItemId tax = city.Revenue("100-110-111");
  BudgetDocument document;
  document.version = {2021, city.account, BudgetStage::kOriginal, 0};
  document.day = Day(2021, 1, 1);
  document.authorization = city.vote;
  for (const auto& [item, amount] : {std::pair<ItemId, std::int64_t>{city.entrust, 40'000},
                                     {city.office, 9'000},
                                     {tax, 49'000}}) {
    BudgetLine line;
    line.item = item;
    line.amount = Money(amount);
    if (item == city.entrust) {
      line.funding.in_budget.push_back({FundingSource::kNationalSubsidy, {}, Money(15'000)});
      line.funding.in_budget.push_back({FundingSource::kOwnFunds, {}, Money(25'000)});
    }
    document.lines.push_back(line);
  }
  ASSERT_TRUE(city.book.Adopt(document).ok());
  const std::vector<ItemBalances> adopted = city.AllBalances();
  const auto settled = Settle(city.book, 2021, GroupBy::kItem);
  const std::size_t budget = city.book.entry_count();
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 30'000));
  ASSERT_TRUE(
      city.book.Post(city.Transfer(city.entrust, city.office, 700, Cause::kIntraProgramVirement))
          .ok());
  const EntryId commitment = city.Commit(city.entrust, 20'000);
  const EntryId paid = city.Pay(commitment, 12'000);
  city.Done(city.Lean(EntryKind::kRefund, paid, 500));
  city.Done(city.Lean(EntryKind::kRelease, commitment, 1'000));
  for (std::size_t id = city.book.entry_count(); id > budget; --id) {
    const Entry entry = *city.book.Find(EntryId{static_cast<std::uint32_t>(id)});
    if (entry.corrected || entry.kind == EntryKind::kCorrect) continue;
    Batch batch;
    batch.Add(city.Correct(entry.id));
    if (entry.kind == EntryKind::kTransferIn)  // both rows of the transfer
      batch.Add(city.Correct(EntryId{NumberOf(entry.id) - 1}));
    EXPECT_EQ(city.Try(batch), Code::kOk) << Name(entry.kind);
  }
  EXPECT_TRUE(city.AllBalances() == adopted);
  const auto again = Settle(city.book, 2021, GroupBy::kItem);
  ASSERT_TRUE(settled.ok() && again.ok());
  for (std::size_t i = 0; i < settled->size(); ++i) {
    EXPECT_EQ(oracle::Fields((*again)[i].total), oracle::Fields((*settled)[i].total));
    EXPECT_EQ(oracle::Fields((*again)[i].subsidy), oracle::Fields((*settled)[i].subsidy));
  }
}

}  // namespace
}  // namespace yesan
