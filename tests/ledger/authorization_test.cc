#include "yesan/ledger/authorization.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

Authorization Vote() {
  Authorization authorization;
  authorization.day = Day(2021, 2, 1);
  authorization.document = "제301회 정례회 의결";
  return authorization;
}

TEST(Authorization, HasAKindADocumentAndNoLimitBelowZero) {
  City city;
  Authorization bad = Vote();
  bad.kind = static_cast<AuthorizationKind>(6);
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kInvalidArgument);
  bad = Vote();
  bad.document = "  ";
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kInvalidArgument);
  bad.document = "\xFF";
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kInvalidUtf8);
  bad = Vote();
  bad.limit = Money(-1);
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kInvalidArgument);
  EXPECT_EQ(city.book.authorization_count(), 2u);
  Authorization good = Vote();
  good.limit = Money(0);
  EXPECT_TRUE(city.book.AddAuthorization(good).ok()) << "a limit of nothing is a limit";
}

TEST(Authorization, CoversWhatIsThere) {
  City city;
  Authorization bad = Vote();
  bad.account = AccountId{3};
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kNotFound);
  bad = Vote();
  bad.program = ProgramId{99};
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kNotFound);
  bad = Vote();
  bad.item = ItemId{99};
  EXPECT_EQ(city.book.AddAuthorization(bad).code(), Code::kNotFound);
}

TEST(Authorization, OnlyAHeadsDecisionHasAPurposeAndOnlyAPlanALastYear) {
  City city;
  Authorization row = Vote();
  row.purpose = ProvisionalPurpose::kUpkeep;
  EXPECT_EQ(city.book.AddAuthorization(row).code(), Code::kInvalidArgument);
  row.kind = AuthorizationKind::kHeadDecision;
  EXPECT_TRUE(city.book.AddAuthorization(row).ok());
  row.purpose = static_cast<ProvisionalPurpose>(4);
  EXPECT_EQ(city.book.AddAuthorization(row).code(), Code::kInvalidArgument);
  row = Vote();
  row.last_year = 2022;
  EXPECT_EQ(city.book.AddAuthorization(row).code(), Code::kInvalidArgument);
  row.kind = AuthorizationKind::kContinuingPlan;
  EXPECT_TRUE(city.book.AddAuthorization(row).ok());
  row.last_year = 0;
  EXPECT_EQ(city.book.AddAuthorization(row).code(), Code::kInvalidArgument);
}

TEST(Authorization, APlanDoesNotEndBeforeItBegins) {
  City city;
  Authorization plan = Vote();
  plan.kind = AuthorizationKind::kContinuingPlan;
  plan.fiscal_year = 2022;
  plan.last_year = 2021;
  const Result<AuthorizationId> backwards = city.book.AddAuthorization(plan);
  EXPECT_EQ(backwards.code(), Code::kInvalidArgument);
  EXPECT_EQ(backwards.error().message().ko,
            "계속비 계획의 마지막 연도 2021가 첫 연도 2022보다 앞섭니다.");
  plan.fiscal_year = 0;
  plan.last_year = 2020;
  EXPECT_EQ(city.book.AddAuthorization(plan).code(), Code::kInvalidArgument) << "from its day";
  plan.last_year = 2021;
  EXPECT_TRUE(city.book.AddAuthorization(plan).ok()) << "a year is a plan too";
  for (const std::int32_t year : {-1, 9'999}) {
    plan.fiscal_year = year;
    EXPECT_EQ(city.book.AddAuthorization(plan).code(), Code::kOutOfRange);
  }
  plan.fiscal_year = 2021;
  plan.last_year = 9'999;
  EXPECT_EQ(city.book.AddAuthorization(plan).code(), Code::kOutOfRange);
}

TEST(Authorization, AContinuingPlanRunsFiveYears) {
  City city;
  Authorization plan = Vote();
  plan.kind = AuthorizationKind::kContinuingPlan;
  plan.last_year = 2027;
  const Result<AuthorizationId> six = city.book.AddAuthorization(plan);
  EXPECT_EQ(six.code(), Code::kPlanTooLong) << "2022 to 2027, from the year after its vote";
  EXPECT_EQ(six.error().message().ko, "계속비 계획은 5년까지인데 6년입니다 (지방재정법 §42②).");
  plan.last_year = 2026;
  EXPECT_TRUE(city.book.AddAuthorization(plan).ok());
  plan.last_year = 2020;
  EXPECT_EQ(city.book.AddAuthorization(plan).code(), Code::kInvalidArgument) << "it is over";
  plan.fiscal_year = 2022;
  plan.last_year = 2026;
  EXPECT_TRUE(city.book.AddAuthorization(plan).ok()) << "from the year that it names";
  plan.last_year = 2027;
  EXPECT_EQ(city.book.AddAuthorization(plan).code(), Code::kPlanTooLong);
  plan.last_year = 2021;
  EXPECT_EQ(city.book.AddAuthorization(plan).code(), Code::kInvalidArgument);
  City anywhere(Policy::Permissive());
  plan.last_year = 2090;
  EXPECT_TRUE(anywhere.book.AddAuthorization(plan).ok());
}

// ---- at an entry ----

TEST(Authorization, IsMissingOfTheWrongKindOrFits) {
  City city;
  Posting row = city.Row(city.entrust, EntryKind::kAppropriate, 1, Cause::kOriginal);
  row.authorization = AuthorizationId::kNone;
  EXPECT_EQ(city.Try(row), Code::kAuthorizationMissing);
  row.authorization = city.decision;
  EXPECT_EQ(city.Try(row), Code::kWrongAuthorization);
  row.authorization = city.vote;
  EXPECT_EQ(city.Try(row), Code::kOk);
  row.cause = Supplementary(7);
  row.authorization = city.decision;
  EXPECT_EQ(city.Try(row), Code::kWrongAuthorization) << "the seventh as the first";
  City anywhere(Policy::Permissive());
  row.authorization = AuthorizationId::kNone;
  EXPECT_EQ(anywhere.Try(row), Code::kOk);
}

TEST(Authorization, AnyOfSeveralKindsWillDo) {
  City city;
  Posting row = city.Row(city.entrust, EntryKind::kAuthorizeSpending, 5, Cause::kPreEnactment);
  row.source = FundingSource::kNationalSubsidy;
  EXPECT_EQ(city.Try(row), Code::kAuthorizationMissing);
  row.authorization = city.vote;
  EXPECT_EQ(city.Try(row), Code::kWrongAuthorization);
  row.authorization = city.decision;
  EXPECT_EQ(city.Try(row), Code::kOk);
  row.authorization = city.Authorize(AuthorizationKind::kDisaster);
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST(Authorization, CoversAYearAnAccountAProgramAnItemFromItsDayOn) {
  City city;
  const auto code = [&](const Authorization& authorization, ItemId item) {
    Posting row = city.Row(item, EntryKind::kAppropriate, 1, Cause::kOriginal);
    row.authorization = city.Authorize(authorization);
    return city.Try(row);
  };
  Authorization by = Vote();
  by.fiscal_year = 2022;
  EXPECT_EQ(code(by, city.entrust), Code::kNotCovered);
  by.fiscal_year = 2021;
  EXPECT_EQ(code(by, city.entrust), Code::kOk);
  by = Vote();
  by.account = city.other_account;
  EXPECT_EQ(code(by, city.entrust), Code::kNotCovered);
  by.account = city.account;
  EXPECT_EQ(code(by, city.entrust), Code::kOk);
  by = Vote();
  by.program = city.policy_b;
  EXPECT_EQ(code(by, city.entrust), Code::kNotCovered);
  by.program = city.policy_a;
  EXPECT_EQ(code(by, city.entrust), Code::kOk);
  EXPECT_EQ(code(by, city.Revenue("100-110")), Code::kNotCovered) << "revenue has no program";
  by = Vote();
  by.item = city.office;
  EXPECT_EQ(code(by, city.entrust), Code::kNotCovered);
  by.item = city.entrust;
  EXPECT_EQ(code(by, city.entrust), Code::kOk);
  by = Vote();
  by.day = Day(2021, 3, 3);
  EXPECT_EQ(code(by, city.entrust), Code::kNotCovered) << "the row is of 2 March";
  by.day = Day(2021, 3, 2);
  EXPECT_EQ(code(by, city.entrust), Code::kOk);
}

TEST(Authorization, IsDrawnUpToItsLimitAndGetsBackWhatIsCorrected) {
  City city;
  Authorization by = Vote();
  by.limit = Money(100);
  const AuthorizationId limited = city.Authorize(by);
  Posting row = city.Row(city.entrust, EntryKind::kAppropriate, 101, Cause::kOriginal);
  row.authorization = limited;
  EXPECT_EQ(city.Try(row), Code::kAboveLimit);
  row.amount = Money(60);
  const EntryId first = city.Done(row);
  EXPECT_EQ(city.book.DrawnOn(limited), Money(60));
  row.amount = Money(41);
  const Result<Receipt> refused = city.Post(row);
  EXPECT_EQ(refused.code(), Code::kAboveLimit);
  EXPECT_EQ(refused.error().available(), 40);
  EXPECT_EQ(refused.error().asked(), 41);
  EXPECT_EQ(city.Try(city.Correct(first)), Code::kOk);
  EXPECT_EQ(city.book.DrawnOn(limited), Money(0));
  row.amount = Money(100);
  EXPECT_EQ(city.Try(row), Code::kOk);
  Posting allot = city.Row(city.entrust, EntryKind::kAllot, 100);
  allot.authorization = limited;
  EXPECT_EQ(city.Try(allot), Code::kOk) << "an allotment draws nothing";
  EXPECT_EQ(city.book.DrawnOn(limited), Money(100));
}

TEST(Authorization, ATransferDrawsOnceWithWhatComesIn) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.stage, 10, false);
  Authorization by = Vote();
  by.limit = Money(50);
  const AuthorizationId limited = city.Authorize(by);
  EXPECT_EQ(
      city.Try(city.Transfer(city.entrust, city.stage, 51, Cause::kInterProgramVirement, limited),
               1),
      Code::kAboveLimit);
  EXPECT_EQ(
      city.Try(city.Transfer(city.entrust, city.stage, 50, Cause::kInterProgramVirement, limited)),
      Code::kOk);
  EXPECT_EQ(city.book.DrawnOn(limited), Money(50));
  Batch back;
  back.Add(city.Correct(EntryId{3}));
  back.Add(city.Correct(EntryId{4}));
  EXPECT_EQ(city.Try(back), Code::kOk);
  EXPECT_EQ(city.book.DrawnOn(limited), Money(0));
}

}  // namespace
}  // namespace yesan
