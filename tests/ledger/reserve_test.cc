// The reserve (예비비), and money that keeps to itself: carried, or of another account.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/ledger/book.h"

namespace yesan {
namespace {

TEST(Reserve, IsDrawnOnAndUsedInNoOtherWay) {
  City city;
  city.Fund(city.reserve, 1000, false);
  city.Fund(city.stage, 1000, false);
  EXPECT_EQ(city.Try(city.Row(city.reserve, EntryKind::kAllot, 1)), Code::kReserveByDrawOnly);
  EXPECT_EQ(city.Try(city.Row(city.reserve, EntryKind::kCommit, 1)), Code::kReserveByDrawOnly);
  Posting officer = city.Row(city.reserve, EntryKind::kCommit, 1);
  officer.authorization = city.decision;
  EXPECT_EQ(city.Try(officer), Code::kReserveByDrawOnly);
  for (const Cause cause : {Cause::kPreEnactment, Cause::kExcessRevenue}) {
    Posting more = city.Row(city.reserve, EntryKind::kAuthorizeSpending, 1, cause);
    more.authorization = city.decision;
    more.source = FundingSource::kNationalSubsidy;
    EXPECT_EQ(city.Try(more), Code::kReserveByDrawOnly) << KoreanName(cause);
    more.item = city.stage;
  }
  for (const Cause cause : {Cause::kIntraProgramVirement, Cause::kMinorReallocation}) {
    EXPECT_EQ(city.Try(city.Transfer(city.reserve, city.stage, 5, cause), 0),
              Code::kReserveByDrawOnly);
    EXPECT_EQ(city.Try(city.Transfer(city.stage, city.reserve, 5, cause), 1),
              Code::kReserveByDrawOnly);
  }
  EXPECT_EQ(
      city.Try(city.Transfer(city.reserve, city.stage, 5, Cause::kContingencyDraw, city.decision)),
      Code::kOk);
}

TEST(Reserve, IsHandedOnWholeWithItsDepartment) {
  City city;
  const ItemId elsewhere = city.Item(city.festival, "801-01", "801", city.culture);
  city.Fund(city.reserve, 1000, false);
  EXPECT_EQ(city.Try(city.Transfer(city.reserve, elsewhere, 1000, Cause::kReorganization,
                                   city.Authorize(AuthorizationKind::kOrganizationChange))),
            Code::kOk);
}

TEST(Reserve, IsNotCarriedInByHand) {
  City city;
  const ItemId carried = city.Item(city.festival, "801-01", "801", city.culture, Origin::kExplicit);
  EXPECT_EQ(city.Try(city.Row(carried, EntryKind::kCarryIn, 5, Cause::kExplicitCarryover)),
            Code::kReserveByDrawOnly);
  const ItemId kept = city.Item(city.festival, "801-03", "801", city.culture, Origin::kExplicit);
  EXPECT_EQ(city.Try(city.Row(kept, EntryKind::kCarryIn, 5, Cause::kExplicitCarryover)), Code::kOk);
}

TEST(Reserve, IsTheReserveByItsCodeWhateverGroupIsNamedForIt) {
  City city;
  for (const char* code : {"801-01", "80101"}) {
    const ItemId item = city.Item(city.library, code, "999");
    city.Fund(item, 100, false);
    EXPECT_EQ(city.Try(city.Row(item, EntryKind::kAllot, 5)), Code::kReserveByDrawOnly) << code;
  }
  const ItemId other = city.Item(city.library, "80103", "999");
  city.Fund(other, 100, false);
  EXPECT_EQ(city.Try(city.Row(other, EntryKind::kAllot, 5)), Code::kOk);
}

TEST(Reserve, IsNotCommittedWithoutAllotmentEither) {
  Policy policy;
  PolicyLine reserve;
  reserve.topic = PolicyTopic::kReserveObjects;
  reserve.first_day = Day(2021, 1, 1);
  reserve.last_day = Day(2021, 6, 30);
  reserve.objects = {"801"};
  policy.lines.push_back(reserve);
  policy.control_level = ControlLevel::kPolicyProgram;
  City city(policy);
  city.Fund(city.reserve, 1000, false);
  EXPECT_EQ(city.Try(city.Row(city.reserve, EntryKind::kCommit, 1)), Code::kReserveByDrawOnly);
  EXPECT_EQ(city.Try(city.Row(city.stage, EntryKind::kCommit, 1)), Code::kAboveAvailable)
      << "nor by an item that is controlled with it";
  city.Fund(city.stage, 10, false);
  EXPECT_EQ(city.Try(city.Row(city.stage, EntryKind::kCommit, 10)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.stage, EntryKind::kCommit, 1)), Code::kAboveAvailable);
  Posting later = city.Row(city.reserve, EntryKind::kCommit, 1);
  later.day = Day(2021, 7, 1);
  EXPECT_EQ(city.Try(later), Code::kOk) << "the line no longer binds";
}

TEST(Reserve, PaysSubsidiesOnlyWhereTheCodeIsOne) {
  for (const std::int32_t year : {2026, 2027}) {
    City city;
    const ItemId reserve =
        city.Item(city.festival, "801-01", "801", city.community, Origin::kCurrent, year);
    const ItemId capital =
        city.Item(city.festival, "402-02", "402", city.community, Origin::kCurrent, year);
    const ItemId kept =
        city.Item(city.festival, "801-03", "801", city.community, Origin::kCurrent, year);
    const auto row = [&](ItemId item, EntryKind kind, Cause cause) {
      Posting posting = city.Row(item, kind, 10, cause);
      posting.day = Day(year, 3, 1);
      return posting;
    };
    for (const ItemId item : {reserve, kept})
      city.Done(row(item, EntryKind::kAppropriate, Cause::kOriginal));
    Batch draw;
    for (const EntryKind kind : {EntryKind::kTransferOut, EntryKind::kTransferIn}) {
      Posting posting =
          row(kind == EntryKind::kTransferOut ? reserve : capital, kind, Cause::kContingencyDraw);
      posting.group = 1;
      posting.authorization = city.decision;
      draw.Add(posting);
    }
    // 402-02 is a subsidy to capital through 2026, and 민간위탁사업비 from 2027 on.
    EXPECT_EQ(city.Try(draw), year == 2026 ? Code::kBarredInto : Code::kOk);
    EXPECT_EQ(city.Try(row(kept, EntryKind::kAllot, Cause::kNone)), Code::kOk) << "801-03";
  }
}

TEST(Reserve, OfAFundHasNoShareOfABudget) {
  for (const AccountKind kind : {AccountKind::kOtherSpecial, AccountKind::kFund}) {
    City city;
    ItemKey key = *city.book.Find(city.reserve);
    key.account = *city.book.AddAccount({kind, "새 회계"});
    BudgetDocument document;
    document.version = {2021, key.account, BudgetStage::kOriginal, 0};
    document.day = Day(2021, 1, 1);
    document.authorization = city.vote;
    for (const char* object : {"801-01", "201-03"}) {
      key.object_item = object;
      key.object_group = std::string(object).substr(0, 3);
      BudgetLine line;
      line.item = *city.book.AddItem(key);
      line.amount = Money(object[0] == '8' ? 200 : 9800);
      document.lines.push_back(line);
    }
    EXPECT_EQ(city.book.Adopt(document).code(),
              kind == AccountKind::kFund ? Code::kOk : Code::kReserveTooLarge);
  }
}

TEST(CarriedMoney, TakesNoVoteAndMixesWithNoneOfThisYear) {
  City city;
  const ItemId carried = city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
  city.Fund(city.office, 100, false);
  city.Done(city.Row(carried, EntryKind::kCarryIn, 100, Cause::kExplicitCarryover));
  EXPECT_EQ(city.Try(city.Row(carried, EntryKind::kAppropriate, 5, Supplementary(1))),
            Code::kWrongItem);
  EXPECT_EQ(city.Try(city.Row(carried, EntryKind::kReduce, 5, Supplementary(1))), Code::kWrongItem);
  Posting before = city.Row(carried, EntryKind::kAuthorizeSpending, 5, Cause::kPreEnactment);
  before.authorization = city.decision;
  before.source = FundingSource::kNationalSubsidy;
  EXPECT_EQ(city.Try(before), Code::kWrongItem);
  EXPECT_EQ(city.Try(city.Transfer(city.office, carried, 5, Cause::kIntraProgramVirement), 1),
            Code::kGroupMixed);
  city.Done(city.Row(carried, EntryKind::kUnallot, 50));
  EXPECT_EQ(city.Try(city.Transfer(carried, city.office, 5, Cause::kIntraProgramVirement), 1),
            Code::kGroupMixed);
}

TEST(CarriedMoney, OfConstructionIsOfAPublicEnterprise) {
  City city;
  ItemKey key = *city.book.Find(city.entrust);
  key.origin = Origin::kConstruction;
  const ItemId general = *city.book.AddItem(key);
  key.account = *city.book.AddAccount({AccountKind::kPublicEnterprise, "상수도사업특별회계"});
  const ItemId water = *city.book.AddItem(key);
  EXPECT_EQ(city.Try(city.Row(general, EntryKind::kCarryIn, 5, Cause::kConstructionCarryover)),
            Code::kWrongAccount);
  EXPECT_EQ(city.Try(city.Row(water, EntryKind::kCarryIn, 5, Cause::kConstructionCarryover)),
            Code::kOk);
}

}  // namespace
}  // namespace yesan
