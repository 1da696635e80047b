#include <set>
#include <string>

#include "gtest/gtest.h"
#include "yesan/check/check.h"

namespace yesan {
namespace {

TEST(Rules, StandInTheOrderOfTheirIdsAndAreFound) {
  std::size_t count = 0;
  const Rule* rules = Rules(&count);
  ASSERT_GT(count, 40U);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) {
      EXPECT_LT(rules[i - 1].id, rules[i].id);
    }
    EXPECT_EQ(FindRule(rules[i].id), &rules[i]);
  }
  EXPECT_EQ(FindRule("overview"), nullptr);
  EXPECT_EQ(FindRule(""), nullptr);
  EXPECT_EQ(FindRule("zzz"), nullptr);
}

TEST(Rules, SayWhatTheyClaimInBothLanguagesAndWhereItComesFrom) {
  std::size_t count = 0;
  const Rule* rules = Rules(&count);
  std::set<std::string> claims;
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_FALSE(rules[i].ko.empty()) << rules[i].id;
    EXPECT_FALSE(rules[i].en.empty()) << rules[i].id;
    EXPECT_FALSE(rules[i].source.empty()) << rules[i].id;
    EXPECT_EQ(rules[i].ko.back(), '.') << rules[i].id;
    EXPECT_EQ(rules[i].en.back(), '.') << rules[i].id;
    EXPECT_TRUE(claims.insert(std::string(rules[i].en)).second) << rules[i].id;
  }
}

TEST(Rules, GivesTheArrayWithoutACount) { EXPECT_NE(Rules(nullptr), nullptr); }

}  // namespace
}  // namespace yesan
