// Votes that are posted row by row go past Adopt: Verify sees what Adopt would have refused.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

// `rule: subject: printed expected`, of the findings about votes, in English.
std::vector<std::string> Seen(const Book& book) {
  std::vector<std::string> seen;
  for (const Finding& finding : book.Verify()) {
    EXPECT_NE(finding.severity, Severity::kError) << finding.message.en;
    seen.push_back(finding.rule + ": " + finding.about(Language::kEnglish) + ": " +
                   finding.printed + " " + finding.expected);
  }
  return seen;
}

using Findings = std::vector<std::string>;

Posting Vote(const City& city, ItemId item, Cause cause, std::int64_t amount) {
  return city.Row(item, amount > 0 ? EntryKind::kAppropriate : EntryKind::kReduce,
                  amount > 0 ? amount : -amount, cause);
}

BudgetDocument Supplement(const City& city, std::int32_t number, std::int64_t reserve) {
  BudgetDocument document;
  document.version = {2021, city.account, BudgetStage::kSupplementary, number};
  document.day = Day(2021, 5, 1);
  document.authorization = city.vote;
  BudgetLine line;
  line.item = city.reserve;
  line.amount = Money(reserve);
  document.lines = {line};
  return document;
}

TEST(VotesByRow, InTheirTurnAreAsAdopted) {
  City city;
  city.Done(Vote(city, city.entrust, Cause::kOriginal, 1000));
  city.Done(Vote(city, city.office, Cause::kOriginal, 5));
  city.Done(Vote(city, city.office, Supplementary(1), 5));
  city.Done(Vote(city, city.entrust, Supplementary(1), -500));
  city.Done(Vote(city, city.office, Supplementary(2), 5));
  EXPECT_EQ(Seen(city.book), Findings());
}

TEST(VotesByRow, WithoutTheVersionBeforeAreFoundOnce) {
  City city;
  city.Done(Vote(city, city.entrust, Supplementary(1), 10));
  city.Done(Vote(city, city.office, Supplementary(1), 10));
  EXPECT_EQ(Seen(city.book),
            Findings{"ledger.version_order: 2021 일반회계 supplementary_1: 제1회 추경 본예산"});
  City gap;
  gap.Done(Vote(gap, gap.entrust, Cause::kOriginal, 10));
  gap.Done(Vote(gap, gap.entrust, Supplementary(3), 10));
  EXPECT_EQ(Seen(gap.book),
            Findings{"ledger.version_order: 2021 일반회계 supplementary_3: 제3회 추경 제2회 추경"});
}

TEST(VotesByRow, BehindALaterVersionAreFound) {
  City city;
  city.Done(Vote(city, city.entrust, Cause::kOriginal, 10));
  city.Done(Vote(city, city.entrust, Supplementary(1), 10));
  city.Done(Vote(city, city.entrust, Cause::kOriginal, 10));
  EXPECT_EQ(Seen(city.book),
            Findings{"ledger.version_order: 2021 일반회계 original: 본예산 제1회 추경"});
}

TEST(VotesByRow, DatedBeforeTheVersionThatTheyFollowAreFound) {
  City city;
  const auto vote = [&](Cause cause, Date day) {
    Posting row = Vote(city, city.entrust, cause, 10);
    row.day = day;
    city.Done(row);
  };
  vote(Cause::kOriginal, Day(2021, 6, 1));
  vote(Supplementary(1), Day(2021, 7, 1));
  vote(Supplementary(2), Day(2021, 7, 1));
  EXPECT_EQ(Seen(city.book), Findings());
  vote(Supplementary(3), Day(2021, 5, 1));
  EXPECT_EQ(Seen(city.book),
            Findings{"ledger.version_days: 2021 일반회계 supplementary_3: 2021-05-01 2021-07-01"});
  EXPECT_EQ(city.book.Adopt(Supplement(city, 4, 0)).code(), Code::kVersionOrder);
}

TEST(VotesByRow, OfAnotherAccountOrYearHaveTheirOwnTurn) {
  City city;
  city.Done(Vote(city, city.entrust, Cause::kOriginal, 10));
  ItemKey key = *city.book.Find(city.entrust);
  key.account = city.other_account;
  const ItemId other = *city.book.AddItem(key);
  city.Done(Vote(city, other, Supplementary(1), 10));
  EXPECT_EQ(
      Seen(city.book),
      Findings{"ledger.version_order: 2021 주차장특별회계 supplementary_1: 제1회 추경 본예산"});
}

TEST(VotesByRow, BesideAProvisionalBudgetCountTheMoneyTwice) {
  City city(Policy::Permissive());
  Posting provisional = Vote(city, city.entrust, Cause::kProvisional, 40);
  city.Done(provisional);
  EXPECT_EQ(Seen(city.book), Findings());
  city.Done(Vote(city, city.entrust, Cause::kOriginal, 100));
  EXPECT_EQ(city.book.BalancesOf(city.entrust).current_budget(), 140);
  EXPECT_EQ(Seen(city.book), Findings{"ledger.provisional: 2021 일반회계: 40 0"});
  city.Done(Vote(city, city.entrust, Cause::kProvisional, -40));
  EXPECT_EQ(Seen(city.book), Findings());
  city.Done(provisional);
  EXPECT_EQ(Seen(city.book),
            (Findings{"ledger.version_order: 2021 일반회계 provisional: 준예산 본예산",
                      "ledger.provisional: 2021 일반회계: 40 0"}));
}

TEST(VotesByRow, AboveTheShareOfTheReserveAreFound) {
  City city;
  city.Done(Vote(city, city.entrust, Cause::kOriginal, 99'000));
  city.Done(Vote(city, city.reserve, Cause::kOriginal, 1'000));
  EXPECT_EQ(Seen(city.book), Findings()) << "one per cent";
  EXPECT_EQ(city.book.Adopt(Supplement(city, 1, 1)).code(), Code::kReserveTooLarge);
  const EntryId more = city.Done(Vote(city, city.reserve, Supplementary(1), 1));
  EXPECT_EQ(Seen(city.book),
            Findings{"ledger.reserve_share: 2021 일반회계 supplementary_1: 1,001 1,000"});
  for (const Finding& finding : city.book.Verify()) {
    EXPECT_EQ(finding.message.ko,
              "2021 일반회계 제1회 추경: 예비비가 회계 세출예산의 1,000분의 10을 넘습니다 "
              "(지방재정법 §43①).");
  }
  // What the next version makes good stays wrong of the one before.
  city.Done(Vote(city, city.entrust, Supplementary(2), 99));
  EXPECT_EQ(Seen(city.book).size(), 1U);
  city.Done(city.Correct(more));
  EXPECT_EQ(Seen(city.book), Findings());
}

TEST(VotesByRow, OfAFundHaveNoShare) {
  City city;
  ItemKey key = *city.book.Find(city.reserve);
  key.account = *city.book.AddAccount({AccountKind::kFund, "기금"});
  const ItemId reserve = *city.book.AddItem(key);
  city.Done(Vote(city, reserve, Cause::kOriginal, 1'000));
  EXPECT_EQ(Seen(city.book), Findings());
}

}  // namespace
}  // namespace yesan
