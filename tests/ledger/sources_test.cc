// Parts by source: what they add up to, and that each is within its whole.
#include "lib/ledger/sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

#include "lib/ledger/sums.h"

namespace yesan::internal {
namespace {

constexpr FundingSource kNational = FundingSource::kNationalSubsidy;
constexpr FundingSource kProvince = FundingSource::kProvinceFunds;
constexpr FundingSource kOwn = FundingSource::kOwnFunds;

// Untagged budgets are own funds already.
ItemBalances WholeOf(const SourceParts& parts, const ItemBalances& untagged) {
  ItemBalances whole = untagged;
  for (const auto& [source, part] : parts) {
    for (auto sum : kSums) whole.*sum += part.*sum;
  }
  return whole;
}

std::int64_t Used(const ItemBalances& of) {
  return of.committed_total + of.carryover_out() - of.commitments_out;
}

bool IsChange(std::int64_t ItemBalances::*sum) {
  return sum == &ItemBalances::supplementary || sum == &ItemBalances::contingency_draw ||
         sum == &ItemBalances::inter_program_virement ||
         sum == &ItemBalances::intra_program_virement || sum == &ItemBalances::minor_reallocation ||
         sum == &ItemBalances::reorganization;
}

// What holds of an item whatever was posted on it, in its own order: of the whole, and of every part.
bool IsSound(const ItemBalances& of) {
  for (auto sum : kSums) {
    if (!IsChange(sum) && of.*sum < 0) return false;
  }
  return of.adopted() >= 0 && of.disbursed + of.commitments_out <= of.committed_total &&
         of.commitments_out <= of.carryover_out() && Used(of) <= of.allotted &&
         of.allotted <= of.current_budget() && of.subsidy_refund <= of.lapsed_balance() &&
         of.current_budget() == of.disbursed + of.carryover_out() + of.lapsed_balance();
}

std::string Show(const ItemBalances& of) {
  std::string text;
  for (auto sum : kSums) text += std::to_string(of.*sum) + " ";
  return text;
}

void ExpectFits(SourceParts parts, const ItemBalances& untagged) {
  const ItemBalances whole = WholeOf(parts, untagged);
  ASSERT_TRUE(IsSound(whole)) << Show(whole);
  const SourceParts before = parts;
  FitParts(parts, untagged);
  std::string text = Show(whole) + "\nuntagged " + Show(untagged);
  for (const auto& [source, part] : before) text += "\n" + Show(part);
  ASSERT_TRUE(WholeOf(parts, ItemBalances()) == whole) << text;
  for (const auto& [source, part] : parts) {
    ASSERT_TRUE(IsSound(part)) << text << "\nbecame " << Show(part);
    for (auto sum : kSums) {
      if (IsChange(sum)) continue;  // of either sign
      ASSERT_LE(part.*sum, whole.*sum) << text;
    }
    ASSERT_LE(part.adopted(), whole.adopted()) << text;
    ASSERT_LE(part.current_budget(), whole.current_budget()) << text;
    ASSERT_LE(part.lapsed_balance(), whole.lapsed_balance()) << text;
    ASSERT_LE(part.unspent_balance(), whole.unspent_balance()) << text;
    ASSERT_LE(part.outstanding(), whole.outstanding()) << text;
  }
  // What is within is left as it is.
  SourceParts again = parts;
  FitParts(again);
  ASSERT_TRUE(again == parts) << text;
}

TEST(Sources, EveryPartOfASmallItemIsWithinItsWhole) {
  // What is tagged of the subsidy, what of nobody: paid, open, carried, owed back.
  constexpr std::int64_t kMost[] = {2, 2, 1, 1, 2, 2, 2};
  std::int64_t digits[7] = {};
  std::size_t tried = 0;
  for (bool more = true; more;) {
    for (std::int64_t national = 0; national <= 5; ++national) {
      for (std::int64_t own = 0; own <= 4; ++own) {
        ItemBalances subsidy;
        subsidy.original = national;
        subsidy.disbursed = digits[0];
        subsidy.committed_total = digits[0] + digits[1];
        subsidy.explicit_out = digits[2];
        subsidy.subsidy_refund = digits[3];
        ItemBalances rest;
        rest.original = own;
        ItemBalances untagged;
        untagged.disbursed = digits[4];
        untagged.committed_total = digits[4] + digits[5];
        untagged.accidental_out = digits[6];
        untagged.allotted = national + own;
        const SourceParts parts{{kNational, subsidy}, {kOwn, rest}};
        if (!IsSound(WholeOf(parts, untagged))) continue;
        ++tried;
        ExpectFits(parts, untagged);
        if (HasFatalFailure()) return;
      }
    }
    more = false;
    for (std::size_t d = 0; d < 7 && !more; ++d) {
      more = ++digits[d] <= kMost[d];
      if (!more) digits[d] = 0;
    }
  }
  EXPECT_GT(tried, 5'000U);
}

TEST(Sources, EveryPartOfAnyItemIsWithinItsWhole) {
  std::mt19937_64 random(1);
  std::size_t tried = 0;
  for (int round = 0; round < 200'000; ++round) {
    // Figures of one size, so that the whole is sound often enough.
    const std::int64_t size = std::int64_t{1} << (random() % 52);
    const auto any = [&](std::int64_t low, std::int64_t high) {
      const auto span = static_cast<std::uint64_t>((high - low) * size + 1);
      return low * size + static_cast<std::int64_t>(random() % span);
    };
    const auto spend = [&](ItemBalances& of) {
      of.disbursed = any(0, 1);
      of.committed_total = of.disbursed + any(-1, 1);
      of.explicit_out = any(0, 1);
      of.accidental_out = any(0, 1);
      of.commitments_out = any(0, 1);
      of.subsidy_refund = any(0, 1);
      of.allotted = any(0, 3);
    };
    SourceParts parts;
    for (const FundingSource source : {kNational, kProvince, kOwn}) {
      ItemBalances part;
      part.original = any(0, 4);
      part.supplementary = any(-1, 1);
      part.carryover_in = any(0, 2);
      part.contingency_draw = any(-1, 1);
      part.intra_program_virement = any(-1, 1);
      if (random() % 3 == 0) spend(part);
      parts.emplace_back(source, part);
    }
    ItemBalances untagged;
    spend(untagged);
    if (!IsSound(WholeOf(parts, untagged))) continue;
    ++tried;
    ExpectFits(parts, untagged);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(tried, 10'000U);
}

TEST(Sources, WhatTheyPayIsNeverLessThanAThirdOfAThirdCommittedAndPaid) {
  // 2 of 3 committed and 1 of them paid, over three equal budgets: each won paid is a won committed.
  SourceParts parts;
  for (const FundingSource source : {kNational, kProvince, kOwn}) {
    ItemBalances part;
    part.original = 1;
    parts.emplace_back(source, part);
  }
  ItemBalances untagged;
  untagged.allotted = 3;
  untagged.committed_total = 2;
  untagged.disbursed = 1;
  ExpectFits(parts, untagged);
}

TEST(Sources, WhatOneHasNoBudgetForTheOthersPay) {
  ItemBalances national;
  national.original = 300;
  national.committed_total = national.disbursed = 400;
  ItemBalances province;
  province.original = 100;
  ItemBalances own;
  own.original = 200;
  ItemBalances untagged;
  untagged.allotted = 600;
  SourceParts parts{{kNational, national}, {kProvince, province}, {kOwn, own}};
  FitParts(parts, untagged);
  EXPECT_EQ(parts[0].second.disbursed, 300);
  EXPECT_EQ(parts[1].second.disbursed, 33) << "100 over 100 and 200 that are left";
  EXPECT_EQ(parts[2].second.disbursed, 67);
  EXPECT_EQ(parts[2].second.allotted, 200);
}

// Of items that are controlled together one may be overspent.
TEST(Sources, WhatOneHasNoBudgetForTakesNoRoomOfWhatAnotherCarries) {
  ItemBalances national;
  national.original = national.allotted = 100;
  national.committed_total = national.disbursed = 10;
  national.continuing_out = 90;
  ItemBalances own;
  own.committed_total = own.disbursed = 5;
  SourceParts parts{{kNational, national}, {kOwn, own}};
  FitParts(parts);
  EXPECT_EQ(parts[0].second.disbursed, 10);
  EXPECT_EQ(parts[0].second.continuing_out, 90);
  EXPECT_EQ(parts[1].second.disbursed, 5);
  EXPECT_EQ(parts[1].second.continuing_out, 0);
}

TEST(Sources, WhatIsCarriedIsSharedAsFarAsASourceHasMoneyLeft) {
  ItemBalances national;
  national.original = 100;
  national.committed_total = national.disbursed = 90;
  ItemBalances own;
  own.original = 100;
  const SourceParts parts{{kNational, national}, {kOwn, own}};
  const auto shares = [&](std::int64_t amount, std::vector<Claim> claims = {{}, {}}) {
    return ShareOut(parts, amount, claims);
  };
  EXPECT_EQ(shares(10), (std::vector<std::int64_t>{5, 5}));
  EXPECT_EQ(shares(50), (std::vector<std::int64_t>{10, 40}));
  EXPECT_EQ(shares(50, {{0, 0}, {50, 0}}), (std::vector<std::int64_t>{0, 50})) << "named";
  EXPECT_EQ(shares(50, {{20, 0}, {0, 0}}), (std::vector<std::int64_t>{20, 30}))
      << "named, and shares of others give way";
  EXPECT_EQ(shares(50, {{0, 4}, {0, 50}}), (std::vector<std::int64_t>{6, 44})) << "what stays";
  EXPECT_EQ(shares(30, {{0, 4}, {0, 90}}), (std::vector<std::int64_t>{6, 24})) << "beyond all room";
}

}  // namespace
}  // namespace yesan::internal
