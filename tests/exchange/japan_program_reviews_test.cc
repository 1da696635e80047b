// 53,315 year rows of Japanese program reviews (judgit/data, CC BY 4.0), figures in 百万円: does a table of strangers keep
// the identities of a settlement, and do our types say exactly where it does not?
//
// Their 予算計 is 当初 + 補正 + 前年度から繰越し + 予備費等 − |翌年度へ繰越し|: what goes on to the next year is taken off.
// Ours, 예산현액, still has it in: 予算計 + |翌年度へ繰越し|.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/exchange/real_data_support.h"
#include "yesan/money/amount.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/settlement/comparison.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan {
namespace {

constexpr const char* kColumns[] = {
    "当初予算", "補正予算", "前年度から繰越し", "翌年度へ繰越し", "予備費等", "予算計", "執行額"};
enum Column { kInitial, kRevised, kIn, kOut, kReserve, kTotal, kPaid, kCount };

// What a row of the file turns out to be.
enum class Outcome {
  kNotStated,  // the year of the request: no budget yet
  kExact,      // to the last digit that is printed
  kNoise,      // in whole yen, not to the last digit: a binary float wrote it
  kDropped,    // the total has a carry-out taken off that the row prints as 0
  kAdded,      // the carry-out is added to the total instead of taken off
  kBroken,
};
constexpr const char* kNames[] = {"not stated", "exact", "noise", "dropped", "added", "broken"};

struct YearRow {
  std::optional<Decimal> printed[kCount];  // in 百万円
  std::optional<Money> yen[kCount];        // half even where a digit is lost
  bool inexact = false;                    // one of the figures is no whole number of yen
  int out_sign = 0;
};

class JapanReviews : public ::testing::Test {
 protected:
  JapanReviews() : table_("japan-program-reviews/budget_rows_2016_2020.csv") {}

  YearRow Read(std::size_t i) {
    YearRow row;
    AmountOptions options;
    options.whole = false;  // 4.125 is 4,125,000 yen, no slip for 4,125
    for (int c = 0; c < kCount; ++c) {
      const auto cell = ParseAmount(table_.at(i, kColumns[c]), options);
      if (!cell.ok()) {
        ADD_FAILURE() << i << " " << kColumns[c] << ": " << cell.error().message().en;
        continue;
      }
      if (!cell->has_value()) continue;
      EXPECT_EQ(cell->fault, AmountFault::kNone) << i;
      row.printed[c] = cell->value;
      const Result<Money> yen = cell->InWon(Unit::kMillionWon);  // 백만 of the minor unit, the yen
      if (yen.ok()) {
        row.yen[c] = *yen;
      } else {
        EXPECT_EQ(yen.code(), Code::kInexact) << table_.at(i, kColumns[c]);
        row.inexact = true;
        ++inexact_cells_;
        row.yen[c] =
            *ToMoney(*Multiply(cell->value, Decimal::FromInt(1'000'000)), Rounding::kHalfEven);
      }
    }
    if (row.yen[kOut]) row.out_sign = row.printed[kOut]->sign();
    return row;
  }

  // Their row in our columns, in yen.
  static SettlementRow Settled(const YearRow& r, std::int32_t year) {
    SettlementRow row;
    row.fiscal_year = year;
    if (!r.yen[kTotal]) return row;
    const Money out = *Abs(*r.yen[kOut]);
    row.adopted.total = *Add(*r.yen[kInitial], *r.yen[kRevised]);
    row.carryover_in.total = *r.yen[kIn];
    row.net_adjustment.total = *r.yen[kReserve];
    row.current_budget.total = *Add(*r.yen[kTotal], out);
    row.carryover_out.total = out;
    if (r.yen[kPaid]) row.disbursed.total = *r.yen[kPaid];
    return row;
  }

  static Decimal Plus(const Decimal& a, const Decimal& b) { return *Add(a, b); }
  // Σ of the parts − 予算計, to the last printed digit; the carry-out with the sign that is taken for it.
  static Decimal Residual(const YearRow& r, const Decimal& out) {
    const Decimal parts = Plus(Plus(*r.printed[kInitial], *r.printed[kRevised]),
                               Plus(*r.printed[kIn], *r.printed[kReserve]));
    return *Subtract(*Subtract(parts, out), *r.printed[kTotal]);
  }
  static Decimal Size(const Decimal& a) { return a.sign() < 0 ? *Subtract(Decimal(), a) : a; }

  static Outcome Judge(const YearRow& r, const SettlementRow& row) {
    if (!r.yen[kTotal]) return Outcome::kNotStated;
    const auto checks = CheckRow(row);
    EXPECT_TRUE(checks.ok());
    EXPECT_EQ(checks->front().identity, Identity::kCurrentBudget);
    const Money off = checks->front().difference;
    const bool exact = Residual(r, Size(*r.printed[kOut])).is_zero();
    if (exact) {
      EXPECT_TRUE(checks->front().holds) << "exact in decimals, not in yen";
      return Outcome::kExact;
    }
    if (checks->front().holds) {
      EXPECT_TRUE(r.inexact) << "off by less than a yen without a fraction of one";
      return Outcome::kNoise;
    }
    if (r.out_sign == 0 && off.sign() < 0) return Outcome::kDropped;
    // 予算計 with twice the carry-out too much.
    if (off == *Multiply(*row.carryover_out.total, 2)) return Outcome::kAdded;
    return Outcome::kBroken;
  }

  RealTable table_;
  std::size_t inexact_cells_ = 0;
};

TEST_F(JapanReviews, KeepTheBudgetIdentityWhereTheSourceDoesAndNowhereElse) {
  if (table_.empty())
    GTEST_SKIP() << "no real data at " << table_.path() << "; set YESAN_TEST_DATA";
  ASSERT_EQ(table_.size(), 53'315U);
  std::map<std::pair<std::string, std::string>, int> counts;
  std::map<std::pair<std::string, int>, int> signs;
  int exact_with_noise = 0;
  int raw_sign = 0;   // rows that hold when the printed sign of the carry-out is believed
  int explained = 0;  // dropped carry-outs that the next year's carry-in gives back, to the yen
  int links = 0;      // pairs of years that state both sides of I7
  int links_hold = 0;
  std::map<Outcome, int> all;
  SettlementRow before;
  Outcome before_was = Outcome::kNotStated;
  std::string review;
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const std::string& published = table_.at(i, "公開年度");
    const YearRow r = Read(i);
    const auto year = static_cast<std::int32_t>(*Decimal::Parse(table_.at(i, "年度"))->ToInt64());
    SettlementRow row = Settled(r, year);
    const Outcome finding = Judge(r, row);
    ++counts[{published, kNames[static_cast<int>(finding)]}];
    ++all[finding];
    if (finding != Outcome::kNotStated) {
      ++signs[{published, r.out_sign}];
      if (finding == Outcome::kExact && r.inexact) ++exact_with_noise;
      if (Residual(r, *r.printed[kOut]).is_zero()) ++raw_sign;
    }
    // The year before of the same review: what went out then comes in now (I7).
    const std::string key = published + "/" + table_.at(i, "ID");
    if (key == review && before.fiscal_year + 1 == year) {
      const auto link = CheckYearLink(before, row);
      ASSERT_TRUE(link.ok());
      for (const IdentityCheck& check : *link) {
        ++links;
        links_hold += check.holds ? 1 : 0;
        if (before_was == Outcome::kDropped) {
          const Money missing =
              *Subtract(*Add(*before.adopted.total,
                             *Add(*before.carryover_in.total, *before.net_adjustment.total)),
                        *before.current_budget.total);
          if (missing == check.stated) ++explained;
        }
      }
    }
    review = key;
    before = row;
    before_was = finding;
  }
  for (const auto& [key, count] : counts)
    std::printf("%s %-10s %6d\n", key.first.c_str(), key.second.c_str(), count);
  std::printf("carried on as the next year's carry-in %d of %d dropped; I7 holds %d of %d\n",
              explained, all[Outcome::kDropped], links_hold, links);

  const std::map<std::pair<std::string, std::string>, int> expected = {
      {{"2016", "not stated"}, 5'218}, {{"2016", "exact"}, 18'184}, {{"2016", "noise"}, 13},
      {{"2016", "dropped"}, 2'673},    {{"2016", "added"}, 2},      {{"2020", "not stated"}, 5'445},
      {{"2020", "exact"}, 21'648},     {{"2020", "noise"}, 125},    {{"2020", "dropped"}, 1},
      {{"2020", "added"}, 6},
  };
  EXPECT_EQ(counts, expected);
  EXPECT_EQ(all[Outcome::kBroken], 0) << "none is wrong in a way that has no name";
  EXPECT_EQ(inexact_cells_, 318U) << "a fraction of a yen is said, never rounded away in silence";
  EXPECT_EQ(exact_with_noise, 51);
  EXPECT_EQ(explained, 1'868) << "the next year's carry-in says what the row left out";
  EXPECT_EQ(links, 31'989);
  EXPECT_EQ(links_hold, 29'860);
  // A carry-out is printed below zero in 2020. The eight that stand above zero were added to the total.
  const std::map<std::pair<std::string, int>, int> expected_signs = {
      {{"2016", 0}, 20'870}, {{"2016", 1}, 2}, {{"2020", -1}, 2'416},
      {{"2020", 0}, 19'358}, {{"2020", 1}, 6},
  };
  EXPECT_EQ(signs, expected_signs);
  EXPECT_EQ(raw_sign, 37'487) << "only the rows without a carry-out: no sign says 'taken off'";
}

TEST(JapanReviewFigures, AreReadToTheLastDigitOrRefused) {
  // Digits that a binary float leaves behind are digits: read, and no whole yen.
  const auto noise = Decimal::Parse("337.97638700000005");
  ASSERT_TRUE(noise.ok());
  EXPECT_EQ(noise->ToString(), "337.97638700000005");
  AmountOptions options;
  options.whole = false;
  const auto amount = ParseAmount("337.97638700000005", options);
  ASSERT_TRUE(amount.ok());
  EXPECT_EQ(amount->InWon(Unit::kMillionWon).code(), Code::kInexact);
  EXPECT_EQ(ToMoney(*Multiply(*noise, Decimal::FromInt(1'000'000)), Rounding::kHalfEven)->minor(),
            337'976'387);
  // A power of ten is no notation of an amount.
  EXPECT_EQ(Decimal::Parse("5e-06").code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("5e-06", options).code(), Code::kSyntax);
}

}  // namespace
}  // namespace yesan
