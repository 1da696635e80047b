#include "yesan/ledger/balances.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "tests/ledger/random_script.h"
#include "tests/oracle/ledger_model.h"

namespace yesan {
namespace {

constexpr std::int64_t kTotalMax = std::numeric_limits<std::int64_t>::max() / 16;

void ExpectSame(const BalanceTable& a, const BalanceTable& b, const std::string& what) {
  ASSERT_EQ(a.rows.size(), b.rows.size()) << what;
  EXPECT_EQ(a.by, b.by) << what;
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    EXPECT_EQ(a.rows[i].key, b.rows[i].key) << what;
    EXPECT_EQ(a.rows[i].code, b.rows[i].code) << what;
    const auto left = oracle::Fields(a.rows[i].sums);
    const auto right = oracle::Fields(b.rows[i].sums);
    for (std::size_t f = 0; f < left.size(); ++f)
      EXPECT_EQ(left[f].second, right[f].second) << what << " row " << i << " " << left[f].first;
  }
}

BalanceTable Merged(const BalanceTable& a, const BalanceTable& b) {
  BalanceTable sum = a;
  EXPECT_TRUE(sum.Merge(b).ok());
  return sum;
}

// A table of random rows, their keys and codes ascending.
BalanceTable RandomTable(sim::Random& random) {
  BalanceTable table;
  table.by = GroupBy::kItem;
  for (std::uint32_t key = 1; key <= 12; ++key) {
    for (const char* code : {"", "201", "307"}) {
      if (random.Percent(60)) continue;
      BalanceRow row;
      row.key = key;
      row.code = code;
      row.sums.original = random.Between(-1'000'000, 1'000'000);
      row.sums.disbursed = random.Between(-1'000'000, 1'000'000);
      row.sums.commitments_out = random.Between(-1'000'000, 1'000'000);
      row.sums.written_off = random.Between(-1'000'000, 1'000'000);
      table.rows.push_back(row);
    }
  }
  return table;
}

TEST(ItemBalances, EveryDerivedFigureIsTheSumItsNameSays) {
  ItemBalances b;
  std::int64_t bit = 1;  // each sum another power of two, so that no two combinations agree
  for (std::int64_t ItemBalances::*sum : {&ItemBalances::original,
                                          &ItemBalances::supplementary,
                                          &ItemBalances::provisional,
                                          &ItemBalances::carryover_in,
                                          &ItemBalances::pre_enactment,
                                          &ItemBalances::excess_revenue,
                                          &ItemBalances::inter_program_virement,
                                          &ItemBalances::intra_program_virement,
                                          &ItemBalances::minor_reallocation,
                                          &ItemBalances::reorganization,
                                          &ItemBalances::contingency_draw,
                                          &ItemBalances::allotted,
                                          &ItemBalances::committed_total,
                                          &ItemBalances::disbursed,
                                          &ItemBalances::subsidy_refund,
                                          &ItemBalances::explicit_out,
                                          &ItemBalances::accidental_out,
                                          &ItemBalances::continuing_out,
                                          &ItemBalances::construction_out,
                                          &ItemBalances::commitments_out,
                                          &ItemBalances::assessed,
                                          &ItemBalances::received,
                                          &ItemBalances::written_off}) {
    b.*sum = bit;
    bit *= 2;
  }
  EXPECT_EQ(b.adopted(), 0b111);
  EXPECT_EQ(b.net_adjustment(), 0b111'1111'0000);
  EXPECT_EQ(b.current_budget(), 0b111'1111'1111) << "I1";
  EXPECT_EQ(b.current_budget(), b.adopted() + b.carryover_in + b.net_adjustment()) << "I2";
  EXPECT_EQ(b.carryover_out(), 0b1111 << 15) << "I4";
  EXPECT_EQ(b.outstanding(), (1 << 12) - (1 << 13) - (1 << 19));
  EXPECT_EQ(b.lapsed_balance(), b.current_budget() - (1 << 13) - (0b1111 << 15)) << "I3";
  EXPECT_EQ(b.unspent_balance(), b.lapsed_balance() - (1 << 14)) << "I5";
  EXPECT_EQ(b.uncollected(), (1 << 20) - (1 << 21) - (1 << 22)) << "I12";
}

TEST(AddTo, AddsEverySumAndLeavesItAsItWasWhenOneDoesNotFit) {
  for (const auto& [name, zero] : oracle::Fields(ItemBalances())) {
    EXPECT_EQ(zero, 0) << name;
  }
  for (const std::int64_t sign : {1, -1}) {
    ItemBalances into;
    into.received = sign * (kTotalMax - 5);
    into.original = 3;
    ItemBalances other;
    other.received = sign * 5;
    other.original = 4;
    ASSERT_TRUE(AddTo(into, other).ok());
    EXPECT_EQ(into.received, sign * kTotalMax) << "closed";
    EXPECT_EQ(into.original, 7);
    other.received = sign;
    const ItemBalances before = into;
    EXPECT_EQ(AddTo(into, other).code(), Code::kOverflow);
    EXPECT_TRUE(into == before);
  }
  ItemBalances most;
  most.allotted = std::numeric_limits<std::int64_t>::max();
  ItemBalances more;
  more.allotted = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(AddTo(most, more).code(), Code::kOverflow);
}

TEST(BalanceTable, MergeIsAssociativeAndCommutativeAndHasAnEmptyTableForZero) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    sim::Random random(seed);
    const BalanceTable a = RandomTable(random);
    const BalanceTable b = RandomTable(random);
    const BalanceTable c = RandomTable(random);
    const std::string what = "seed " + std::to_string(seed);
    ExpectSame(Merged(Merged(a, b), c), Merged(a, Merged(b, c)), what);
    ExpectSame(Merged(a, b), Merged(b, a), what);
    BalanceTable none;
    none.by = GroupBy::kItem;
    ExpectSame(Merged(a, none), a, what);
    ExpectSame(Merged(none, a), a, what);
    BalanceTable twice = a;
    ASSERT_TRUE(twice.Merge(twice).ok()) << "with itself";
    ExpectSame(twice, Merged(a, a), what);
    if (HasFailure()) return;
  }
}

TEST(BalanceTable, RefusesATableOfOtherThingsAndASumThatDoesNotFitAndIsUnchanged) {
  BalanceTable items;
  items.by = GroupBy::kItem;
  items.rows.resize(2);
  items.rows[0].key = 1;
  items.rows[1].key = 2;
  items.rows[1].sums.original = kTotalMax;
  BalanceTable years = items;
  years.by = GroupBy::kFiscalYear;
  EXPECT_EQ(items.Merge(years).code(), Code::kInvalidArgument);
  BalanceTable more = items;
  more.rows[0].sums.original = 5;
  more.rows[1].sums.original = 1;
  const BalanceTable before = items;
  EXPECT_EQ(items.Merge(more).code(), Code::kOverflow);
  ExpectSame(items, before, "unchanged, the row that fits too");
}

class RandomBalances : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(RandomBalances, OfTheSourcesAddUpToTheWhole) {
  const RandomScript grown(GetParam(), 300);
  const Book& book = grown.town.city.book;
  const auto middle = EntryId{static_cast<std::uint32_t>(book.entry_count() / 2)};
  const Date day = (*book.Find(middle)).day;
  const auto expect = [](Result<BalanceTable> sources, Result<BalanceTable> whole) {
    ASSERT_TRUE(sources.ok() && whole.ok());
    ItemBalances sum;
    for (const BalanceRow& row : sources->rows) ASSERT_TRUE(AddTo(sum, row.sums).ok());
    ASSERT_EQ(whole->rows.size(), 1U);
    EXPECT_EQ(sum, whole->rows[0].sums);
  };
  expect(book.Balances({}, GroupBy::kFundingSource), book.Balances({}, GroupBy::kNothing));
  expect(book.BalancesOn(day, {}, GroupBy::kFundingSource, middle),
         book.BalancesOn(day, {}, GroupBy::kNothing, middle));
}

TEST_P(RandomBalances, PartsOfABookMergeToTheWholeInAnyOrder) {
  const std::uint64_t seed = GetParam();
  const RandomScript grown(seed, 300);
  const Book& book = grown.town.city.book;
  sim::Random random(seed);
  for (int by = 0; by <= 13; ++by) {
    const auto group = static_cast<GroupBy>(by);
    const auto whole = book.Balances(ItemFilter(), group);
    ASSERT_TRUE(whole.ok());
    // By account and by origin: disjoint, and together everything.
    for (const bool by_account : {true, false}) {
      std::vector<BalanceTable> parts;
      for (std::uint32_t i = 0; i < (by_account ? 2U : 5U); ++i) {
        ItemFilter filter;
        if (by_account) {
          filter.account = AccountId{i + 1};
        } else {
          filter.origin = static_cast<Origin>(i);
        }
        parts.push_back(*book.Balances(filter, group));
      }
      while (parts.size() > 1) {
        const std::size_t from = random.Below(parts.size());
        BalanceTable one = std::move(parts[from]);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(from));
        ASSERT_TRUE(parts[random.Below(parts.size())].Merge(one).ok());
      }
      ExpectSame(parts[0], *whole, "seed " + std::to_string(seed) + " by " + std::to_string(by));
    }
  }
}

TEST_P(RandomBalances, DisjointBooksMergeToTheirUnion) {
  const std::uint64_t seed = GetParam();
  const RandomScript grown(seed, 300);
  // Every transfer of the script stays in the first account: its units fall into two books.
  Player first;
  Player second;
  int of_second = 0;
  for (const ScriptUnit& unit : grown.script) {
    const bool other =
        unit.front().posting.item == first.parking || unit.front().posting.item == first.grants;
    ASSERT_TRUE((other ? second : first).Play(unit)) << "seed " << seed;
    of_second += other ? 1 : 0;
  }
  EXPECT_GT(of_second, 10);
  for (int by = 0; by <= 13; ++by) {
    const auto group = static_cast<GroupBy>(by);
    const BalanceTable a = *first.city.book.Balances(ItemFilter(), group);
    const BalanceTable b = *second.city.book.Balances(ItemFilter(), group);
    const BalanceTable all = *grown.town.city.book.Balances(ItemFilter(), group);
    ExpectSame(Merged(a, b), all, "seed " + std::to_string(seed));
    ExpectSame(Merged(b, a), all, "seed " + std::to_string(seed));
    const Date june = Day(2021, 6, 15);
    ExpectSame(Merged(*first.city.book.BalancesOn(june, ItemFilter(), group),
                      *second.city.book.BalancesOn(june, ItemFilter(), group)),
               *grown.town.city.book.BalancesOn(june, ItemFilter(), group), "on a day");
  }
}

TEST_P(RandomBalances, OnADayAreTheEffectsOfTheEntriesUpToItAsKnownThen) {
  // What an entry does is seen from the balances before and after it, which BalancesOn does not read.
  const std::uint64_t seed = GetParam();
  const RandomScript grown(seed, 150);
  struct Effect {
    std::uint32_t last = 0;  // entry of its unit
    Date day;
    std::vector<ItemBalances> before, after;
  };
  Player again;
  std::vector<Effect> effects;
  int corrections = 0;
  for (const ScriptUnit& unit : grown.script) {
    Effect effect;
    effect.day = unit.front().posting.day;
    for (const ScriptRow& row : unit) ASSERT_EQ(row.posting.day, effect.day);
    effect.before = again.city.AllBalances();
    ASSERT_TRUE(again.Play(unit));
    effect.after = again.city.AllBalances();
    effect.last = static_cast<std::uint32_t>(again.city.book.entry_count());
    effects.push_back(std::move(effect));
    corrections += unit.front().posting.kind == EntryKind::kCorrect ? 1 : 0;
  }
  EXPECT_GT(corrections, 2) << "seed " << seed;
  const Book& book = again.city.book;
  sim::Random random(seed);
  for (int i = 0; i < 60; ++i) {
    const Date day = *AddDays(Day(2020, 12, 25), random.Between(0, 380));
    const std::size_t known = random.Below(effects.size());
    std::vector<std::vector<std::pair<const char*, std::int64_t>>> wanted;
    for (std::size_t item = 0; item < book.item_count(); ++item) {
      auto sums = oracle::Fields(ItemBalances());
      for (std::size_t e = 0; e <= known; ++e) {
        if (day < effects[e].day) continue;
        const auto before = oracle::Fields(effects[e].before[item]);
        const auto after = oracle::Fields(effects[e].after[item]);
        for (std::size_t f = 0; f < sums.size(); ++f)
          sums[f].second += after[f].second - before[f].second;
      }
      wanted.emplace_back(sums.begin(), sums.end());
    }
    const auto table =
        book.BalancesOn(day, ItemFilter(), GroupBy::kItem, EntryId{effects[known].last});
    ASSERT_TRUE(table.ok());
    ASSERT_EQ(table->rows.size(), wanted.size());
    for (std::size_t item = 0; item < wanted.size(); ++item) {
      const auto found = oracle::Fields(table->rows[item].sums);
      for (std::size_t f = 0; f < found.size(); ++f) {
        ASSERT_EQ(found[f].second, wanted[item][f].second)
            << "seed " << seed << " day " << day.ToString() << " known " << effects[known].last
            << " item " << item + 1 << " " << found[f].first;
      }
    }
  }
  // Everything, on the last day, is what stands now.
  ExpectSame(*book.BalancesOn(Day(2021, 12, 31), ItemFilter(), GroupBy::kItem),
             *book.Balances(ItemFilter(), GroupBy::kItem), "now");
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomBalances, ::testing::Range<std::uint64_t>(1, 9));

TEST(BalancesOn, ACorrectionCountsOnItsOwnDayAndIsNotKnownBefore) {
  City city;
  city.Fund(city.entrust, 1'000);
  const EntryId commitment = city.Commit(city.entrust, 400);  // 2 March
  Posting row = city.Correct(commitment);
  row.day = Day(2021, 5, 1);
  const EntryId correction = city.Done(row);
  const auto committed = [&](Date day, EntryId known) {
    const auto table = city.book.BalancesOn(day, ItemFilter(), GroupBy::kNothing, known);
    return table.ok() ? table->rows.at(0).sums.committed_total : -1;
  };
  EXPECT_EQ(committed(Day(2021, 3, 1), EntryId::kNone), 0);
  EXPECT_EQ(committed(Day(2021, 3, 2), EntryId::kNone), 400) << "closed: that day too";
  EXPECT_EQ(committed(Day(2021, 4, 30), EntryId::kNone), 400);
  EXPECT_EQ(committed(Day(2021, 5, 1), EntryId::kNone), 0);
  EXPECT_EQ(committed(Day(2021, 5, 1), commitment), 400) << "the correction was not known";
  EXPECT_EQ(committed(Day(2021, 5, 1), correction), 0) << "closed: that entry too";
  // Dated before what it corrects: below zero in between.
  City back;
  back.Fund(back.entrust, 1'000);
  row = back.Correct(back.Commit(back.entrust, 400));
  row.day = Day(2021, 2, 1);
  back.Done(row);
  const auto table = back.book.BalancesOn(Day(2021, 2, 15), ItemFilter(), GroupBy::kNothing);
  EXPECT_EQ(table->rows.at(0).sums.committed_total, -400);
}

}  // namespace
}  // namespace yesan
