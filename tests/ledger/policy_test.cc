#include "yesan/ledger/policy.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

PolicyLine Line(PolicyTopic topic) {
  PolicyLine line;
  line.topic = topic;
  line.first_day = Day(1, 1, 1);
  line.last_day = Day(9999, 12, 31);
  return line;
}

Policy With(std::vector<PolicyLine> lines) {
  Policy policy = Policy::Permissive();
  policy.lines = std::move(lines);
  return policy;
}

std::string RuleOf(std::vector<PolicyLine> lines, std::int64_t row = 0) {
  const Result<void> checked = CheckPolicy(With(std::move(lines)));
  if (checked.ok()) return "";
  EXPECT_EQ(checked.code(), Code::kInvalidArgument);
  EXPECT_EQ(checked.error().row(), row);
  EXPECT_NE(checked.error().message().ko.find("정책의 " + std::to_string(row + 1) + "번째 줄"),
            std::string::npos);
  return checked.error().rule();
}

TEST(Policy, TheBuiltInOnesCanBeObeyedAndEachLineOfTheKoreanOneCitesItsArticle) {
  EXPECT_TRUE(CheckPolicy(Policy::Permissive()).ok());
  const Policy korean = Policy::KoreanLocalGovernment();
  EXPECT_TRUE(CheckPolicy(korean).ok());
  for (const PolicyLine& line : korean.lines) EXPECT_FALSE(line.article.empty());
}

TEST(Policy, ALevelOfControlIsOneOfFive) {
  for (std::int32_t level = 0; level <= 6; ++level) {
    Policy policy = Policy::Permissive();
    policy.control_level = static_cast<ControlLevel>(level);
    EXPECT_EQ(CheckPolicy(policy).ok(), level >= 1 && level <= 5) << level;
  }
}

TEST(Policy, ALineHasWhatItsTopicNeeds) {
  PolicyLine line = Line(static_cast<PolicyTopic>(0));
  EXPECT_EQ(RuleOf({line}), "policy.topic");
  line = Line(static_cast<PolicyTopic>(20));
  EXPECT_EQ(RuleOf({line}), "policy.topic");
  line = Line(PolicyTopic::kOnlyInAccounts);
  line.cause = Cause::kConstructionCarryover;
  for (const std::int64_t kind : {0, 5}) {
    line.number = kind;
    EXPECT_EQ(RuleOf({line}), "policy.number");
  }
  line.number = static_cast<std::int64_t>(AccountKind::kPublicEnterprise);
  EXPECT_EQ(RuleOf({line}), "");
  line.cause = Cause::kNone;
  EXPECT_EQ(RuleOf({line}), "policy.cause");
  line = Line(PolicyTopic::kAllotment);
  line.first_day = Day(2021, 1, 2);
  line.last_day = Day(2021, 1, 1);
  EXPECT_EQ(RuleOf({line}), "policy.dates");
  line.last_day = line.first_day;
  EXPECT_EQ(RuleOf({line}), "") << "a line may bind for one day";

  line = Line(PolicyTopic::kAfterYearUntil);
  line.kind = EntryKind::kDisburse;
  line.month = 2;
  line.day = 29;
  EXPECT_EQ(RuleOf({line}), "policy.deadline") << "not in every year";
  line.day = 28;
  EXPECT_EQ(RuleOf({line}), "");
  line.month = 13;
  EXPECT_EQ(RuleOf({line}), "policy.deadline");
  line.month = 1;
  line.kind = static_cast<EntryKind>(16);
  EXPECT_EQ(RuleOf({line}), "policy.kind");

  line = Line(PolicyTopic::kNeedsAuthorization);
  line.kind = EntryKind::kTransferIn;
  EXPECT_EQ(RuleOf({line}), "policy.cause");
  line.cause = Cause::kInterProgramVirement;
  EXPECT_EQ(RuleOf({line}), "");
  line.authorization = static_cast<AuthorizationKind>(9);
  EXPECT_EQ(RuleOf({line}), "policy.authorization");

  line = Line(PolicyTopic::kBarredOut);
  line.cause = Cause::kIntraProgramVirement;
  EXPECT_EQ(RuleOf({line}), "policy.objects");
  line.objects = {"101"};
  EXPECT_EQ(RuleOf({line}), "");
  line.number = 2;
  EXPECT_EQ(RuleOf({line}), "policy.number");
  line.number = 0;
  line.cause = Cause::kOriginal;
  EXPECT_EQ(RuleOf({line}), "policy.cause");

  line = Line(PolicyTopic::kSamePurpose);
  line.cause = Cause::kIntraProgramVirement;
  EXPECT_EQ(RuleOf({line}), "policy.cause");
  line = Line(PolicyTopic::kReserveObjects);
  EXPECT_EQ(RuleOf({line}), "policy.objects");
  line = Line(PolicyTopic::kReservePerMille);
  for (const std::int64_t number : {-1, 0, 1'000, 1'001}) {
    line.number = number;
    EXPECT_EQ(RuleOf({line}), number >= 0 && number <= 1'000 ? "" : "policy.number");
  }
  line = Line(PolicyTopic::kEarmarkedSource);
  for (const std::int64_t number : {0, 1, 15, 16}) {
    line.number = number;
    EXPECT_EQ(RuleOf({line}), number >= 1 && number <= 15 ? "" : "policy.number");
  }
  line = Line(PolicyTopic::kPlanYearsMax);
  EXPECT_EQ(RuleOf({line}), "policy.number");
}

TEST(Policy, TwoLinesThatContradictEachOtherOnADayAreRefused) {
  PolicyLine one = Line(PolicyTopic::kReservePerMille);
  one.number = 10;
  PolicyLine two = one;
  two.number = 20;
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction");
  two.objects = {"801-02"};
  EXPECT_EQ(RuleOf({one, two}), "") << "another limit for another reserve";
  one.objects = {"801-01", "801-02"};
  two.objects = {"801-02", "801-01"};
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction") << "the same in another order";
  two.objects = {"801-02", "801-01", "801-02"};
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction") << "one of them said twice";
  two.objects = {"801-02", "801-03"};
  EXPECT_EQ(RuleOf({one, two}), "");
  one.objects.clear();
  two.objects.clear();
  one.last_day = Day(2025, 12, 31);
  two.first_day = Day(2025, 12, 31);
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction") << "one day is enough";
  two.first_day = Day(2026, 1, 1);
  EXPECT_EQ(RuleOf({one, two}), "");

  one = Line(PolicyTopic::kAfterYearUntil);
  one.kind = EntryKind::kDisburse;
  one.month = 1;
  one.day = 20;
  two = one;
  two.day = 21;
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction");
  two.kind = EntryKind::kRefund;
  EXPECT_EQ(RuleOf({one, two}), "");

  one = Line(PolicyTopic::kInsidePolicyProgram);
  one.cause = Cause::kIntraProgramVirement;
  two = Line(PolicyTopic::kAcrossPolicyPrograms);
  two.cause = Cause::kIntraProgramVirement;
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction");
  two.cause = Cause::kInterProgramVirement;
  EXPECT_EQ(RuleOf({one, two}), "");
  one = Line(PolicyTopic::kInsideUnitProgram);
  one.cause = Cause::kInterProgramVirement;
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction");
  one = Line(PolicyTopic::kPlanYearsMax);
  one.number = 5;
  two = one;
  two.number = 6;
  EXPECT_EQ(RuleOf({one, two}, 1), "policy.contradiction");
}

TEST(Policy, AHundredThousandLinesAreHeldAgainstEachOtherQuickly) {
  Policy policy;
  PolicyLine line = Line(PolicyTopic::kReservePerMille);
  for (std::int32_t i = 0; i < 100'000; ++i) {
    line.number = i % 1'000;
    line.first_day = *Date::FromDays(2 * i);
    line.last_day = *Date::FromDays(2 * i + 1);
    policy.lines.push_back(line);
  }
  EXPECT_TRUE(CheckPolicy(policy).ok());
  line.number = 500;
  line.first_day = *Date::FromDays(1'001);
  line.last_day = *Date::FromDays(1'002);
  policy.lines.push_back(line);
  const Result<void> checked = CheckPolicy(policy);
  EXPECT_EQ(checked.error().row(), 100'000);
  EXPECT_EQ(checked.error().message().en,
            "Policy line 100001: contradicts line 502 on the same days.");
}

TEST(Policy, LinesThatSayTheSameMayOverlapAnyHow) {
  PolicyLine one = Line(PolicyTopic::kPlanYearsMax);
  one.number = 5;
  PolicyLine two = one;
  one.first_day = Day(2020, 1, 1);
  one.last_day = Day(2020, 12, 31);
  two.first_day = Day(2022, 1, 1);
  two.last_day = Day(2022, 12, 31);
  PolicyLine over = one;
  over.first_day = Day(2020, 6, 1);
  over.last_day = Day(2022, 6, 1);
  EXPECT_EQ(RuleOf({one, two, over}), "");
  PolicyLine other = one;
  other.number = 6;
  other.first_day = Day(2021, 6, 1);
  other.last_day = Day(2021, 6, 1);
  EXPECT_EQ(RuleOf({one, two, over, other}, 3), "policy.contradiction") << "inside the third";
  EXPECT_EQ(RuleOf({one, two, other}), "") << "between the two";
}

TEST(Policy, ABookIsNotMadeOfOneThatCannotBeObeyed) {
  PolicyLine line = Line(PolicyTopic::kReserveObjects);
  EXPECT_EQ(Book::Make(Government{"", "서울특별시"}, With({line})).code(), Code::kInvalidArgument);
}

// ---- circumstances: 성립전, 준예산 ----

TEST(KoreanPolicy, PreEnactmentIsForEarmarkedMoneyOrADisaster) {
  City city;
  Posting row = city.Row(city.entrust, EntryKind::kAuthorizeSpending, 5, Cause::kPreEnactment);
  row.authorization = city.decision;
  EXPECT_EQ(city.Try(row), Code::kNotEarmarked);
  row.source = FundingSource::kOwnFunds;
  EXPECT_EQ(city.Try(row), Code::kNotEarmarked);
  row.source = FundingSource::kProvinceFunds;
  EXPECT_EQ(city.Try(row), Code::kOk);
  row.source = std::nullopt;
  row.authorization = city.Authorize(AuthorizationKind::kDisaster);
  EXPECT_EQ(city.Try(row), Code::kOk);
  row.cause = Cause::kExcessRevenue;
  row.authorization = city.decision;
  EXPECT_EQ(city.Try(row), Code::kOk) << "초과지출 is another matter";
}

TEST(KoreanPolicy, AProvisionalBudgetHasALawfulPurpose) {
  City city;
  Posting row = city.Row(city.entrust, EntryKind::kAppropriate, 5, Cause::kProvisional);
  row.authorization = city.decision;
  EXPECT_EQ(city.Try(row), Code::kPurposeMissing);
  Authorization upkeep;
  upkeep.kind = AuthorizationKind::kHeadDecision;
  upkeep.day = Day(2021, 1, 1);
  upkeep.document = "준예산 집행계획";
  upkeep.purpose = ProvisionalPurpose::kUpkeep;
  row.authorization = city.Authorize(upkeep);
  EXPECT_EQ(city.Try(row), Code::kOk);
}

// ---- transfers ----

class Transfers : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const ItemId item : {city.entrust, city.office, city.books, city.stage, city.reserve})
      city.Fund(item, 1'000, false);
  }
  Code Move(ItemId from, ItemId to, Cause cause,
            AuthorizationId authorization = AuthorizationId::kNone) {
    return city.Try(city.Transfer(from, to, 10, cause, authorization));
  }
  ItemId Funded(ProgramId program, const std::string& object, const std::string& group) {
    const ItemId item = city.Item(program, object, group);
    city.Fund(item, 100, false);
    return item;
  }
  City city;
};

TEST_F(Transfers, NetToZeroAtTheLastRow) {
  Batch batch = city.Transfer(city.entrust, city.office, 10, Cause::kIntraProgramVirement);
  Posting more = city.Row(city.office, EntryKind::kTransferIn, 1, Cause::kIntraProgramVirement);
  more.group = 7;
  batch.Add(more);
  EXPECT_EQ(city.Try(batch, 2), Code::kGroupNotZero);
  more.item = city.entrust;
  more.kind = EntryKind::kTransferOut;
  batch.Add(more);
  EXPECT_EQ(city.Try(batch), Code::kOk);
  Posting alone = city.Row(city.entrust, EntryKind::kTransferOut, 1, Cause::kIntraProgramVirement);
  alone.group = 1;
  EXPECT_EQ(city.Try(alone), Code::kGroupNotZero);
}

TEST_F(Transfers, AreOfOneDayAndSoAreTheirCorrections) {
  const auto days = [&](Date out, Date in) {
    Batch batch;
    Posting row = city.Row(city.entrust, EntryKind::kTransferOut, 5, Cause::kIntraProgramVirement);
    row.group = 1;
    row.day = out;
    batch.Add(row);
    row.kind = EntryKind::kTransferIn;
    row.item = city.office;
    row.day = in;
    batch.Add(row);
    return batch;
  };
  EXPECT_EQ(city.Try(days(Day(2021, 12, 2), Day(2021, 1, 2)), 1), Code::kGroupMixed);
  EXPECT_EQ(city.Try(days(Day(2021, 3, 2), Day(2021, 3, 2))), Code::kOk);
  const auto id = static_cast<std::uint32_t>(city.book.entry_count());
  for (const Date later : {Day(2021, 4, 1), Day(2021, 3, 2)}) {
    Batch undone;
    undone.Add(city.Correct(EntryId{id}));
    Posting other = city.Correct(EntryId{id - 1});
    other.day = later;
    undone.Add(other);
    EXPECT_EQ(city.Try(undone), later == Day(2021, 3, 2) ? Code::kOk : Code::kGroupNotZero)
        << "each day by itself";
  }
}

TEST_F(Transfers, AreBarredByTheCodeOfAnObjectItemWhateverGroupIsNamedForIt) {
  const ItemId personnel = city.Item(city.center, "101-77", "201");
  const ItemId dashless = city.Item(city.center, "20377", "201");
  const ItemId plain = city.Item(city.center, "201-77", "201");
  city.Done(city.Row(personnel, EntryKind::kAppropriate, 50, Cause::kOriginal));
  EXPECT_EQ(Move(personnel, city.office, Cause::kIntraProgramVirement), Code::kBarredOut);
  EXPECT_EQ(Move(city.entrust, dashless, Cause::kIntraProgramVirement), Code::kBarredInto);
  EXPECT_EQ(Move(city.entrust, plain, Cause::kIntraProgramVirement), Code::kOk);
}

TEST_F(Transfers, StayInOneYearOneAccountAndOneCause) {
  ItemKey key = *city.book.Find(city.office);
  key.account = city.other_account;
  const ItemId elsewhere = *city.book.AddItem(key);
  EXPECT_EQ(Move(city.entrust, elsewhere, Cause::kIntraProgramVirement), Code::kGroupMixed);
  key = *city.book.Find(city.office);
  key.fiscal_year = 2022;
  const ItemId later = *city.book.AddItem(key);
  Batch years;
  Posting row = city.Row(later, EntryKind::kAppropriate, 1, Cause::kOriginal);
  row.day = Day(2022, 1, 1);
  city.Done(row);
  row = city.Row(city.entrust, EntryKind::kTransferOut, 5, Cause::kMinorReallocation);
  row.group = 1;
  years.Add(row);
  row.kind = EntryKind::kTransferIn;
  row.item = later;
  row.day = Day(2022, 1, 1);
  years.Add(row);
  EXPECT_EQ(city.Try(years, 1), Code::kGroupMixed);
  Batch causes = city.Transfer(city.entrust, city.office, 5, Cause::kIntraProgramVirement);
  row = city.Row(city.office, EntryKind::kTransferIn, 1, Cause::kMinorReallocation);
  row.group = 7;
  causes.Add(row);
  EXPECT_EQ(city.Try(causes, 2), Code::kGroupMixed) << "before kGroupNotZero";
}

TEST_F(Transfers, InsideAPolicyProgramAreDivertedAndAcrossArePutToTheCouncil) {
  EXPECT_EQ(Move(city.entrust, city.stage, Cause::kIntraProgramVirement),
            Code::kAcrossPolicyPrograms);
  EXPECT_EQ(Move(city.entrust, city.books, Cause::kIntraProgramVirement), Code::kOk);
  EXPECT_EQ(Move(city.entrust, city.stage, Cause::kInterProgramVirement),
            Code::kAuthorizationMissing);
  EXPECT_EQ(Move(city.entrust, city.books, Cause::kInterProgramVirement, city.vote),
            Code::kInsideOnePolicyProgram);
  EXPECT_EQ(Move(city.entrust, city.stage, Cause::kInterProgramVirement, city.vote), Code::kOk);
}

TEST_F(Transfers, AMinorReallocationStaysInItsUnitProgramAndObjectGroup) {
  EXPECT_EQ(Move(city.entrust, city.office, Cause::kMinorReallocation), Code::kTooWide);
  const ItemId sister = city.Item(city.center, "307-02", "307");
  EXPECT_EQ(Move(city.entrust, sister, Cause::kMinorReallocation), Code::kOk);
  const ItemId abroad = city.Item(city.library, "307-05", "307");
  EXPECT_EQ(Move(city.entrust, abroad, Cause::kMinorReallocation), Code::kTooWide);
}

TEST_F(Transfers, AMinorReallocationGivesNoBudgetToAProgramWithoutOne) {
  const ProgramId bare = *city.book.AddProgram({CodeKind::kDetailedProgram, city.unit_a});
  const ItemId there = city.Item(bare, "307-05", "307");
  EXPECT_EQ(Move(city.entrust, there, Cause::kMinorReallocation), Code::kNoBudget);
  city.Fund(there, 1, false);
  const ItemId beside = city.Item(bare, "307-02", "307");
  EXPECT_EQ(Move(city.entrust, beside, Cause::kMinorReallocation), Code::kOk);
}

TEST_F(Transfers, AnInterProgramVirementHidesNoneInsideAPolicyProgram) {
  // 60 of 100 stay in the first policy program, which is a 전용: the council votes on 이용 only.
  const auto row = [&](ItemId item, EntryKind kind, std::int64_t amount) {
    Posting posting = city.Row(item, kind, amount, Cause::kInterProgramVirement);
    posting.group = 3;
    posting.authorization = city.vote;
    return posting;
  };
  Batch hidden;
  hidden.Add(row(city.entrust, EntryKind::kTransferOut, 100));
  hidden.Add(row(city.books, EntryKind::kTransferIn, 60));
  hidden.Add(row(city.stage, EntryKind::kTransferIn, 40));
  EXPECT_EQ(city.Try(hidden, 2), Code::kInsideOnePolicyProgram);
  Batch open;
  open.Add(row(city.entrust, EntryKind::kTransferOut, 60));
  open.Add(row(city.office, EntryKind::kTransferOut, 40));
  open.Add(row(city.stage, EntryKind::kTransferIn, 100));
  EXPECT_EQ(city.Try(open), Code::kOk) << "out of two items, into another policy program";
}

TEST_F(Transfers, AReorganizationChangesTheDepartmentOnly) {
  const AuthorizationId change = city.Authorize(AuthorizationKind::kOrganizationChange);
  const ItemId moved = city.Item(city.center, "307-05", "307", city.culture);
  EXPECT_EQ(Move(city.entrust, moved, Cause::kReorganization, city.decision),
            Code::kWrongAuthorization);
  EXPECT_EQ(Move(city.entrust, city.office, Cause::kReorganization, change), Code::kPurposeChanged);
  const ItemId office = city.Item(city.center, "201-01", "201", city.culture);
  EXPECT_EQ(Move(city.entrust, office, Cause::kReorganization, change), Code::kPurposeChanged);
  EXPECT_EQ(Move(city.entrust, moved, Cause::kReorganization, change), Code::kOk);
  Batch circle = city.Transfer(city.entrust, city.entrust, 5, Cause::kReorganization, change);
  EXPECT_EQ(city.Try(circle, 1), Code::kPurposeChanged) << "nobody else answers for it";
}

TEST_F(Transfers, MoneyOfPersonnelAndRepaymentIsNotDivertedButPrincipalAndInterestMakeUp) {
  const ItemId pay = Funded(city.center, "101-01", "101");
  const ItemId interest = Funded(city.center, "311-01", "311");
  const ItemId principal = Funded(city.center, "601-01", "601");
  EXPECT_EQ(Move(pay, city.office, Cause::kIntraProgramVirement), Code::kBarredOut);
  EXPECT_EQ(Move(city.office, pay, Cause::kIntraProgramVirement), Code::kOk);
  EXPECT_EQ(Move(interest, city.office, Cause::kIntraProgramVirement), Code::kBarredOut);
  EXPECT_EQ(Move(interest, principal, Cause::kIntraProgramVirement), Code::kOk);
  EXPECT_EQ(Move(principal, interest, Cause::kIntraProgramVirement), Code::kOk);
  Batch leaks = city.Transfer(interest, principal, 10, Cause::kIntraProgramVirement);
  Posting row = city.Row(interest, EntryKind::kTransferOut, 1, Cause::kIntraProgramVirement);
  row.group = 7;
  leaks.Add(row);
  row.item = city.office;
  row.kind = EntryKind::kTransferIn;
  leaks.Add(row);
  EXPECT_EQ(city.Try(leaks, 0), Code::kBarredOut) << "one won of the group goes elsewhere";
  Posting nowhere = city.Row(interest, EntryKind::kTransferOut, 1, Cause::kIntraProgramVirement);
  nowhere.group = 1;
  EXPECT_EQ(city.Try(nowhere), Code::kBarredOut);
}

TEST_F(Transfers, FacilityMoneyWasBarredUntilTheFirstOfDecemberTwentyTwentyFive) {
  for (const bool before : {true, false}) {
    City then;
    const std::int32_t year = 2025;
    const ItemId works =
        then.Item(then.center, "401-01", "401", then.community, Origin::kCurrent, year);
    const ItemId office =
        then.Item(then.center, "201-01", "201", then.community, Origin::kCurrent, year);
    for (const ItemId item : {works, office}) {
      Posting vote = then.Row(item, EntryKind::kAppropriate, 100, Cause::kOriginal);
      vote.day = Day(year, 1, 1);
      then.Done(vote);
    }
    Batch batch;
    Posting row = then.Row(works, EntryKind::kTransferOut, 10, Cause::kIntraProgramVirement);
    row.day = before ? Day(2025, 12, 1) : Day(2025, 12, 2);
    row.group = 1;
    batch.Add(row);
    row.item = office;
    row.kind = EntryKind::kTransferIn;
    batch.Add(row);
    EXPECT_EQ(then.Try(batch), before ? Code::kBarredOut : Code::kOk);
  }
}

TEST_F(Transfers, NothingIsMovedIntoBusinessPromotion) {
  const ItemId promotion = Funded(city.center, "203-01", "203");
  EXPECT_EQ(Move(city.entrust, promotion, Cause::kIntraProgramVirement), Code::kBarredInto);
  EXPECT_EQ(Move(city.reserve, promotion, Cause::kContingencyDraw, city.decision),
            Code::kBarredInto);
  EXPECT_EQ(Move(promotion, city.entrust, Cause::kIntraProgramVirement), Code::kOk);
}

TEST_F(Transfers, MoneyIsNotDivertedIntoAProgramWithoutABudget) {
  const ProgramId empty = *city.book.AddProgram({CodeKind::kDetailedProgram, city.unit_a});
  const ItemId first = city.Item(empty, "201-01", "201");
  EXPECT_EQ(Move(city.office, first, Cause::kIntraProgramVirement), Code::kNoBudget);
  const ItemId other = city.Item(empty, "202-01", "202");
  city.Fund(other, 1, false);
  EXPECT_EQ(Move(city.office, first, Cause::kIntraProgramVirement), Code::kOk)
      << "one won in another item of the program is a budget";
  EXPECT_EQ(city.Try(city.Row(other, EntryKind::kReduce, 1, Supplementary(1))), Code::kOk);
  EXPECT_EQ(Move(city.office, first, Cause::kIntraProgramVirement), Code::kNoBudget)
      << "what was moved in is no budget";
}

TEST_F(Transfers, TheReserveIsDrawnOutOfReserveItemsIntoOthers) {
  EXPECT_EQ(Move(city.office, city.stage, Cause::kContingencyDraw, city.decision),
            Code::kNotFromReserve);
  const ItemId second = city.Item(city.festival, "801-02", "801");
  EXPECT_EQ(Move(city.reserve, second, Cause::kContingencyDraw, city.decision),
            Code::kNotFromReserve);
  EXPECT_EQ(Move(city.reserve, city.office, Cause::kContingencyDraw, city.vote),
            Code::kWrongAuthorization);
  EXPECT_EQ(Move(city.reserve, city.office, Cause::kContingencyDraw, city.decision), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(city.office).contingency_draw, 10);
  EXPECT_EQ(city.book.BalancesOf(city.reserve).contingency_draw, -10);
}

TEST_F(Transfers, TheReserveGoesIntoSubsidiesOnlyInADisaster) {
  const ItemId subsidy = city.Item(city.center, "307-02", "307");
  EXPECT_EQ(Move(city.reserve, subsidy, Cause::kContingencyDraw, city.decision), Code::kBarredInto);
  EXPECT_EQ(Move(city.reserve, subsidy, Cause::kContingencyDraw,
                 city.Authorize(AuthorizationKind::kDisaster)),
            Code::kOk);
}

TEST_F(Transfers, ARowIsHeldAgainstItsAuthorizationBeforeItsCauseAndAgainstMoneyLast) {
  const ItemId pay = Funded(city.center, "101-01", "101");
  EXPECT_EQ(Move(pay, city.stage, Cause::kInterProgramVirement), Code::kAuthorizationMissing);
  Batch batch = city.Transfer(pay, city.stage, 101, Cause::kIntraProgramVirement);
  EXPECT_EQ(city.Try(batch, 0), Code::kBarredOut) << "before kBelowZero";
  batch = city.Transfer(city.office, city.stage, 1'001, Cause::kIntraProgramVirement);
  EXPECT_EQ(city.Try(batch, 0), Code::kBelowZero)
      << "the first row's money comes before what the last row closes";
}

TEST_F(Transfers, APermissivePolicyWantsZeroAndNothingElse) {
  City free(Policy::Permissive());
  free.Fund(free.entrust, 100, false);
  EXPECT_EQ(free.Try(free.Transfer(free.entrust, free.stage, 10, Cause::kIntraProgramVirement)),
            Code::kOk);
  EXPECT_EQ(free.Try(free.Transfer(free.entrust, free.office, 10, Cause::kContingencyDraw)),
            Code::kOk);
  EXPECT_EQ(free.Try(free.Transfer(free.entrust, free.office, 10, Cause::kReorganization)),
            Code::kOk);
}

// ---- levels of control ----

TEST(ControlLevels, TakeItemsTogetherAsTheirNameSays) {
  struct Case {
    ControlLevel level;
    bool same_item_group, same_program, same_unit, same_policy;  // what may be borrowed from
  };
  const std::vector<Case> cases = {
      {ControlLevel::kItem, false, false, false, false},
      {ControlLevel::kObjectGroup, true, false, false, false},
      {ControlLevel::kDetailedProgram, true, true, false, false},
      {ControlLevel::kUnitProgram, true, true, true, false},
      {ControlLevel::kPolicyProgram, true, true, true, true},
  };
  for (const Case& c : cases) {
    for (const bool allotted : {false, true}) {
      const auto lends = [&](int from) {
        Policy policy = allotted ? With({Line(PolicyTopic::kAllotment)}) : Policy::Permissive();
        policy.control_level = c.level;
        City city(policy);
        const ItemId group = city.Item(city.center, "307-02", "307");
        const ProgramId sister = *city.book.AddProgram({CodeKind::kDetailedProgram, city.unit_a});
        const ItemId unit = city.Item(sister, "307-05", "307");
        const ItemId other =
            city.Item(city.center, "307-05", "307", city.community, Origin::kAccidental);
        const ItemId lenders[] = {group, city.office, unit, city.books, city.stage, other};
        const ItemId lender = lenders[from];
        if (lender == other) {
          city.Done(city.Row(other, EntryKind::kCarryIn, 10, Cause::kAccidentalCarryover));
        } else {
          city.Fund(lender, 10);
        }
        const Code code = city.Try(city.Row(city.entrust, EntryKind::kCommit, 10));
        EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 1)), Code::kAboveAvailable);
        return code == Code::kOk;
      };
      const std::string name(Name(c.level));
      EXPECT_EQ(lends(0), c.same_item_group) << name;
      EXPECT_EQ(lends(1), c.same_program) << name;
      EXPECT_EQ(lends(2), c.same_unit) << name;
      EXPECT_EQ(lends(3), c.same_policy) << name;
      EXPECT_FALSE(lends(4)) << name << ": another policy program";
      EXPECT_FALSE(lends(5)) << name << ": money of another origin";
    }
  }
}

}  // namespace
}  // namespace yesan
