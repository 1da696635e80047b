#include "yesan/money/column.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/oracle/rational.h"

namespace yesan {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

TEST(Sum, OfNothingIsZero) {
  EXPECT_EQ(Sum(static_cast<const std::int64_t*>(nullptr), 0).ToString(), "0");
  EXPECT_EQ(Total(static_cast<const Money*>(nullptr), 0)->minor(), 0);
}

TEST(Sum, DoesNotOverflowWhereInt64Would) {
  const std::vector<std::int64_t> up(1000, kGreatest);
  EXPECT_EQ(Sum(up.data(), up.size()).ToString(), "9223372036854775807000");
  const std::vector<std::int64_t> down(1000, kLeast);
  EXPECT_EQ(Sum(down.data(), down.size()).ToString(), "-9223372036854775808000");
  EXPECT_EQ(Total(up.data(), up.size()).code(), Code::kOverflow);
  EXPECT_EQ(Total(down.data(), down.size()).code(), Code::kOverflow);
}

TEST(Total, MindsTheTotalAndNotTheOrderOfTheRows) {
  const std::vector<Money> rows{Money(kGreatest), Money(kGreatest), Money(kLeast), Money(kLeast),
                                Money(7)};
  EXPECT_EQ(Total(rows.data(), rows.size())->minor(), 5);
  const std::vector<Money> least{Money(kLeast), Money(-1), Money(1)};
  EXPECT_EQ(Total(least.data(), least.size())->minor(), kLeast);
  EXPECT_EQ(Total(least.data(), 2).code(), Code::kOverflow);
}

TEST(Sum, AgreesWithTheOracleOverTheWholeRange) {
  std::mt19937_64 random(20210101);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::int64_t> rows(random() % 300);
    oracle::Whole expected = 0;
    for (std::int64_t& row : rows) {
      row = static_cast<std::int64_t>(random() >> (random() % 64));
      if (random() % 2 == 0) row = -row - 1;
      expected += row;
    }
    EXPECT_EQ(Sum(rows.data(), rows.size()).ToString(), expected.str());
  }
}

}  // namespace
}  // namespace yesan
