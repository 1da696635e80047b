// The model against figures worked by hand: what it says must not be what the book says, but what is so.
#include "tests/oracle/ledger_model.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace yesan::oracle {
namespace {

Date On(int year, int month, int day) { return Date::Make(year, month, day).value(); }

PolicyLine Line(PolicyTopic topic) {
  PolicyLine line;
  line.topic = topic;
  line.first_day = On(2000, 1, 1);
  line.last_day = On(9999, 12, 31);
  return line;
}

// One account, one department, two detailed programs in two policy programs, items with groups of their own.
class LedgerModelTest : public testing::Test {
 protected:
  explicit LedgerModelTest(std::vector<PolicyLine> lines = {})
      : LedgerModelTest(MakePolicy(lines)) {}
  explicit LedgerModelTest(const Policy& policy)
      : model(kKoreanFiscalCalendar, policy, Classification()) {
    account = model.AddAccount();
    department = model.AddDepartment();
    for (const std::uint32_t parent : {0U, 1U, 2U, 3U, 4U}) Program(parent);  // 1 … 5
    for (const std::uint32_t parent : {2U, 6U, 7U}) Program(parent);          // 6 … 8
  }
  static Policy MakePolicy(std::vector<PolicyLine> lines) {
    Policy policy;
    policy.lines = std::move(lines);
    return policy;
  }
  void Program(std::uint32_t parent) {
    ProgramNode node;
    int rung = 1;
    for (std::uint32_t at = parent; at != 0; at = parents.at(at)) ++rung;
    node.kind = static_cast<CodeKind>(rung);
    node.parent = ProgramId{parent};
    parents[++programs] = parent;
    ASSERT_EQ(model.AddProgram(node), Code::kOk);
  }
  ItemId Item(const std::string& object, std::uint32_t program = 5, int year = 2021,
              Origin origin = Origin::kCurrent) {
    ItemKey key;
    key.fiscal_year = year;
    key.account = account;
    key.department = department;
    key.program = ProgramId{program};
    key.object_item = object;
    key.object_group = object.substr(0, 3);
    key.origin = origin;
    ItemId id = ItemId::kNone;
    EXPECT_EQ(model.AddItem(key, &id), Code::kOk);
    return id;
  }
  ItemId Revenue(int year = 2021) {
    ItemKey key;
    key.fiscal_year = year;
    key.account = account;
    key.object_item = "200-210-211-01";
    key.revenue = true;
    ItemId id = ItemId::kNone;
    EXPECT_EQ(model.AddItem(key, &id), Code::kOk);
    return id;
  }
  static Posting Row(ItemId item, EntryKind kind, std::int64_t amount, Cause cause = Cause::kNone,
                     std::int64_t reference = 0, Date day = On(2021, 6, 1)) {
    Posting row;
    row.item = item;
    row.kind = kind;
    row.amount = Money(amount);
    row.cause = cause;
    row.reference = reference;
    row.day = day;
    return row;
  }
  // Posts and gives the entry of the last row.
  std::uint32_t Must(const std::vector<Posting>& rows) {
    const Verdict verdict = model.Post(rows);
    EXPECT_EQ(verdict.code, Code::kOk) << "row " << verdict.row;
    return verdict.first + verdict.count - 1;
  }

  LedgerModel model;
  AccountId account{};
  DepartmentId department{};
  std::map<std::uint32_t, std::uint32_t> parents;
  std::uint32_t programs = 0;
};

class StrictModelTest : public LedgerModelTest {
 protected:
  StrictModelTest() : LedgerModelTest({Line(PolicyTopic::kAllotment)}) {}
};

TEST_F(StrictModelTest, CommitsTheLastWonAndNotOneMore) {
  const ItemId item = Item("307-05");
  Must({Row(item, EntryKind::kAppropriate, 4'066'896'000, Cause::kOriginal)});
  Must({Row(item, EntryKind::kAllot, 4'066'896'000)});
  Must({Row(item, EntryKind::kCommit, 4'000'000'000)});
  const Verdict refused = model.Post({Row(item, EntryKind::kCommit, 66'896'001)});
  EXPECT_EQ(refused.code, Code::kAboveAvailable);
  EXPECT_EQ(refused.row, 0);
  EXPECT_EQ(refused.available, 66'896'000);
  EXPECT_EQ(refused.asked, 66'896'001);
  EXPECT_TRUE(model.Post({Row(item, EntryKind::kCommit, 66'896'000)}).ok());
  // 4,066,896,000 are allotted: not one more, and not one may be taken back.
  EXPECT_EQ(model.Post({Row(item, EntryKind::kAllot, 1)}).code, Code::kAboveBudget);
  EXPECT_EQ(model.Post({Row(item, EntryKind::kUnallot, 1)}).code, Code::kBelowCommitted);
  EXPECT_EQ(model.Post({Row(item, EntryKind::kReduce, 1, Supplementary(1))}).code,
            Code::kBelowCommitted);
}

TEST_F(LedgerModelTest, AFailingRowLeavesNothingOfItsBatch) {
  const ItemId item = Item("307-05");
  const Verdict refused = model.Post({Row(item, EntryKind::kAppropriate, 100, Cause::kOriginal),
                                      Row(item, EntryKind::kCommit, 100),
                                      Row(item, EntryKind::kDisburse, 101, Cause::kNone, -2)});
  EXPECT_EQ(refused.code, Code::kAboveCommitment);
  EXPECT_EQ(refused.row, 2);
  EXPECT_EQ(refused.available, 100);
  EXPECT_EQ(model.entry_count(), 0U);
  EXPECT_EQ(CurrentBudget(model.BalancesOf(item)), 0);
}

TEST_F(LedgerModelTest, ARefundMakesMoneyFreeAgainAndLeavesTheCommitmentSettled) {
  const ItemId item = Item("307-05");
  Must({Row(item, EntryKind::kAppropriate, 100, Cause::kOriginal)});
  const std::uint32_t commit = Must({Row(item, EntryKind::kCommit, 100)});
  const std::uint32_t paid = Must({Row(item, EntryKind::kDisburse, 80, Cause::kNone, commit)});
  EXPECT_EQ(model.Post({Row(item, EntryKind::kRefund, 81, Cause::kNone, paid)}).code,
            Code::kAboveDisbursement);
  Must({Row(item, EntryKind::kRefund, 30, Cause::kNone, paid)});
  const ItemBalances b = model.BalancesOf(item);
  EXPECT_EQ(b.disbursed, 50);
  EXPECT_EQ(b.committed_total, 70);
  EXPECT_EQ(model.OpenOf(commit), 20);
  EXPECT_EQ(model.OpenOf(paid), 50);
  EXPECT_EQ(model.Post({Row(item, EntryKind::kCommit, 31)}).available, 30);
  EXPECT_TRUE(model.Post({Row(item, EntryKind::kCommit, 30)}).ok());
}

TEST_F(LedgerModelTest, CorrectsFromTheLastBackwardsAndEachOnce) {
  const ItemId item = Item("307-05");
  Must({Row(item, EntryKind::kAppropriate, 100, Cause::kOriginal)});
  const std::uint32_t commit = Must({Row(item, EntryKind::kCommit, 60)});
  const std::uint32_t paid = Must({Row(item, EntryKind::kDisburse, 60, Cause::kNone, commit)});
  const auto correct = [&](std::uint32_t entry, std::int64_t amount) {
    return model.Post({Row(item, EntryKind::kCorrect, amount, Cause::kNone, entry)}).code;
  };
  EXPECT_EQ(correct(commit, 60), Code::kStillUsed);
  EXPECT_EQ(correct(paid, 59), Code::kCorrectionDiffers);
  EXPECT_EQ(correct(paid, 60), Code::kOk);
  EXPECT_EQ(correct(paid, 60), Code::kAlreadyCorrected);
  EXPECT_EQ(model.OpenOf(commit), 60);
  EXPECT_EQ(correct(commit, 60), Code::kOk);
  const ItemBalances b = model.BalancesOf(item);
  EXPECT_EQ(b.committed_total, 0);
  EXPECT_EQ(b.disbursed, 0);
  EXPECT_EQ(CurrentBudget(b), 100);
  EXPECT_EQ(correct(static_cast<std::uint32_t>(model.entry_count()), 60), Code::kWrongReference);
}

TEST_F(LedgerModelTest, ATransferNetsToZeroAndSoDoesItsCorrection) {
  const ItemId from = Item("201-01");
  const ItemId to = Item("307-05");
  Must({Row(from, EntryKind::kAppropriate, 100, Cause::kOriginal)});
  Posting out = Row(from, EntryKind::kTransferOut, 40, Cause::kIntraProgramVirement);
  Posting in = Row(to, EntryKind::kTransferIn, 40, Cause::kIntraProgramVirement);
  EXPECT_EQ(model.Post({out}).code, Code::kGroupMissing);
  out.group = in.group = 9;
  EXPECT_EQ(model.Post({out}).code, Code::kGroupNotZero);
  in.amount = Money(39);
  EXPECT_EQ(model.Post({out, in}).row, 1);
  in.amount = Money(40);
  const std::uint32_t last = Must({out, in});
  EXPECT_EQ(CurrentBudget(model.BalancesOf(from)), 60);
  EXPECT_EQ(CurrentBudget(model.BalancesOf(to)), 40);
  const Posting back = Row(from, EntryKind::kCorrect, 40, Cause::kNone, last - 1);
  const Posting forth = Row(to, EntryKind::kCorrect, 40, Cause::kNone, last);
  EXPECT_EQ(model.Post({forth}).code, Code::kGroupNotZero);
  EXPECT_TRUE(model.Post({forth, back}).ok());
  EXPECT_EQ(CurrentBudget(model.BalancesOf(from)), 100);
  EXPECT_EQ(CurrentBudget(model.BalancesOf(to)), 0);
}

TEST_F(LedgerModelTest, CheckSkipsRefusedRowsAndRefusesGroupsWhole) {
  const ItemId from = Item("201-01");
  const ItemId to = Item("307-05");
  Posting out = Row(from, EntryKind::kTransferOut, 70, Cause::kIntraProgramVirement);
  Posting in = Row(to, EntryKind::kTransferIn, 69, Cause::kIntraProgramVirement);
  out.group = in.group = 1;
  const std::vector<Code> codes = model.Check({
      Row(from, EntryKind::kAppropriate, 100, Cause::kOriginal),
      Row(from, EntryKind::kCommit, 101),                    // 100 available
      Row(from, EntryKind::kDisburse, 1, Cause::kNone, -2),  // of a row that is not there
      out,                                                   // its group is one off
      Row(from, EntryKind::kCommit, 100),                    // would not fit beside the group
      in,
  });
  EXPECT_EQ(codes, (std::vector<Code>{Code::kOk, Code::kAboveAvailable, Code::kUnknownReference,
                                      Code::kGroupNotZero, Code::kOk, Code::kGroupNotZero}));
  EXPECT_EQ(model.entry_count(), 0U);
}

TEST_F(LedgerModelTest, KnowsWhatStoodOnADayAndWhatWasKnownThen) {
  const ItemId item = Item("307-05");
  const std::uint32_t voted =
      Must({Row(item, EntryKind::kAppropriate, 100, Cause::kOriginal, 0, On(2021, 1, 1))});
  Must({Row(item, EntryKind::kCommit, 30, Cause::kNone, 0, On(2021, 3, 1))});
  Must({Row(item, EntryKind::kCommit, 5, Cause::kNone, 0, On(2021, 2, 1))});  // back-dated
  Scope scope;
  scope.day = On(2021, 2, 28);
  EXPECT_EQ(model.BalancesOf(item, scope).committed_total, 5);
  scope.known = voted + 1;
  EXPECT_EQ(model.BalancesOf(item, scope).committed_total, 0);
  scope.day = On(2021, 3, 1);
  EXPECT_EQ(model.BalancesOf(item, scope).committed_total, 30);
}

TEST_F(LedgerModelTest, AnOriginalBudgetTakesThePlaceOfAProvisionalOne) {
  const ItemId item = Item("101-01");
  BudgetDocument d;
  d.version = {2021, account, BudgetStage::kProvisional, 0};
  d.day = On(2021, 1, 1);
  BudgetLine line;
  line.item = item;
  line.amount = Money(30);
  d.lines = {line};
  ASSERT_TRUE(model.Adopt(d).ok());
  Must({Row(item, EntryKind::kCommit, 25)});
  d.version.stage = BudgetStage::kOriginal;
  d.lines[0].amount = Money(24);
  EXPECT_EQ(model.Adopt(d).code, Code::kBelowCommitted);  // 25 are committed
  d.lines[0].amount = Money(120);
  ASSERT_TRUE(model.Adopt(d).ok());
  const ItemBalances b = model.BalancesOf(item);
  EXPECT_EQ(b.original, 120);
  EXPECT_EQ(b.provisional, 0);
  EXPECT_EQ(model.Adopt(d).code, Code::kDuplicate);
  d.version = {2021, account, BudgetStage::kSupplementary, 2};
  EXPECT_EQ(model.Adopt(d).code, Code::kVersionOrder);
}

TEST_F(LedgerModelTest, ASupplementaryBudgetTakesPreEnactmentSpendingIn) {
  const ItemId item = Item("307-05");
  BudgetDocument d;
  d.version = {2021, account, BudgetStage::kOriginal, 0};
  d.day = On(2021, 1, 1);
  BudgetLine line;
  line.item = item;
  line.amount = Money(100);
  d.lines = {line};
  ASSERT_TRUE(model.Adopt(d).ok());
  const std::uint32_t early =
      Must({Row(item, EntryKind::kAuthorizeSpending, 40, Cause::kPreEnactment)});
  Must({Row(item, EntryKind::kCommit, 140)});
  d.version = {2021, account, BudgetStage::kSupplementary, 1};
  d.day = On(2021, 7, 1);
  d.lines[0].amount = Money(50);
  d.absorbs = {EntryId{early}};
  ASSERT_TRUE(model.Adopt(d).ok());
  const ItemBalances b = model.BalancesOf(item);
  EXPECT_EQ(b.pre_enactment, 0);
  EXPECT_EQ(Adopted(b), 150);
  EXPECT_EQ(CurrentBudget(b), 150);
}

// adopted 100 of which 30 national; disbursed 49, carried 51. 49 × 30/100 = 14.7 and 49 × 70/100 = 34.3: the won left over
// goes to the larger fraction, 15 and 34. Nothing lapses, so that the carried part is 30 − 15 = 15, and 51 × 30/100 = 15.3.
TEST_F(LedgerModelTest, SubsidyPartsKeepEveryIdentityToTheWon) {
  const ItemId item = Item("307-05");
  Posting national = Row(item, EntryKind::kAppropriate, 30, Cause::kOriginal);
  national.source = FundingSource::kNationalSubsidy;
  Posting own = Row(item, EntryKind::kAppropriate, 70, Cause::kOriginal);
  own.source = FundingSource::kDistrictFunds;
  Must({national, own});
  const std::uint32_t commit = Must({Row(item, EntryKind::kCommit, 49)});
  Must({Row(item, EntryKind::kDisburse, 49, Cause::kNone, commit)});
  CarryRequest request;
  request.item = item;
  request.amount = Money(51);
  const ModelPreview preview =
      model.PreviewRollover(2021, {request}, On(2021, 12, 31), ActorId::kNone);
  ASSERT_EQ(preview.rows[0].refused, Code::kOk);
  std::vector<ItemId> carried;
  ASSERT_TRUE(model.Rollover(preview, &carried).ok());
  std::vector<SettledRow> rows;
  ASSERT_EQ(model.Settle(2021, GroupBy::kItem, ItemFilter(), &rows), Code::kOk);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].total.lapsed_balance, 0);
  EXPECT_EQ(rows[0].subsidy.current_budget, 30);
  EXPECT_EQ(rows[0].subsidy.disbursed, 15);
  EXPECT_EQ(rows[0].subsidy.carryover_out, 15);
  EXPECT_EQ(rows[0].subsidy.lapsed_balance, 0);
  // 51 × 30/100 = 15.3 → 15 national and 51 × 70/100 = 35.7 → 36 of the district go on, nothing as own funds.
  Scope scope;
  scope.source = 1;
  EXPECT_EQ(model.BalancesOf(carried[0], scope).carryover_in, 15);
  scope.source = 7;
  EXPECT_EQ(model.BalancesOf(carried[0], scope).carryover_in, 36);
  scope.source = 8;
  EXPECT_EQ(model.BalancesOf(carried[0], scope).carryover_in, 0);
}

// 1,000 current; 600 committed, of which 450 paid: 150 open and 400 free. 550 carried, the open 150 among them: 150 are
// committed again in 2022, where 400 more may be. Nothing is left to carry.
TEST_F(LedgerModelTest, CarriesCommitmentsWithTheirMoneyAndNothingTwice) {
  const ItemId item = Item("401-01");
  Must({Row(item, EntryKind::kAppropriate, 1'000, Cause::kOriginal)});
  const std::uint32_t commit = Must({Row(item, EntryKind::kCommit, 600)});
  Must({Row(item, EntryKind::kDisburse, 450, Cause::kNone, commit)});
  CarryRequest request;
  request.item = item;
  request.cause = Cause::kAccidentalCarryover;
  request.amount = Money(551);
  request.commitments = {EntryId{commit}};
  const auto judge = [&](std::vector<CarryRequest> requests) {
    return model.PreviewRollover(2021, std::move(requests), On(2022, 1, 15), ActorId::kNone);
  };
  EXPECT_EQ(judge({request}).rows[0].refused, Code::kAboveCarriable);  // 401 without a decision
  Authorization decision;
  decision.kind = AuthorizationKind::kHeadDecision;
  decision.day = On(2021, 12, 1);
  decision.document = "decision 1";
  ASSERT_EQ(model.AddAuthorization(decision), Code::kOk);
  request.authorization = AuthorizationId{1};
  EXPECT_EQ(judge({request}).rows[0].refused, Code::kAboveLapsed);
  request.amount = Money(149);
  EXPECT_EQ(judge({request}).rows[0].refused, Code::kAboveCarriable);
  request.amount = Money(550);
  CarryRequest more = request;
  more.commitments.clear();
  more.amount = Money(1);
  const ModelPreview two = judge({request, more});
  EXPECT_EQ(two.rows[0].refused, Code::kOk);
  EXPECT_EQ(two.rows[1].refused, Code::kAboveLapsed);
  const ModelPreview one = judge({request});
  EXPECT_EQ(one.rows[0].committed, 150);
  std::vector<ItemId> carried;
  ASSERT_TRUE(model.Rollover(one, &carried).ok());
  EXPECT_EQ(model.Rollover(one, &carried).code, Code::kStalePreview);

  const ItemBalances out = model.BalancesOf(item);
  EXPECT_EQ(out.accidental_out, 550);
  EXPECT_EQ(out.commitments_out, 150);
  EXPECT_EQ(Lapsed(out), 0);
  EXPECT_EQ(model.OpenOf(commit), 0);
  const ItemBalances in = model.BalancesOf(carried[0]);
  EXPECT_EQ(in.carryover_in, 550);
  EXPECT_EQ(in.allotted, 550);
  EXPECT_EQ(in.committed_total, 150);
  EXPECT_EQ(model.item(carried[0]).origin, Origin::kAccidental);
  const Posting next = Row(carried[0], EntryKind::kCommit, 401, Cause::kNone, 0, On(2022, 2, 1));
  EXPECT_EQ(model.Post({next}).available, 400);
  EXPECT_TRUE(model.BrokenIdentities().empty());
  EXPECT_EQ(model.Close(2022).code, Code::kVersionOrder);
  EXPECT_TRUE(model.Close(2021).ok());
  EXPECT_EQ(model.Post({Row(item, EntryKind::kCommit, 1)}).code, Code::kYearClosed);
}

// Revenue 1,000 budgeted, 1,080 assessed, 1,050 received, 10 written off: 20 uncollected. Expenditure 1,000: 700 paid,
// 120 carried, 30 owed to a payer: 150 lapse narrowly. Surplus 1,050 − 700 = 350; net 350 − 120 − 30 = 200 = 50 + 150.
TEST_F(LedgerModelTest, TheNetSurplusComesToTheSameBothWays) {
  const ItemId income = Revenue();
  const ItemId item = Item("307-05");
  Must({Row(income, EntryKind::kAppropriate, 1'000, Cause::kOriginal),
        Row(item, EntryKind::kAppropriate, 1'000, Cause::kOriginal),
        Row(income, EntryKind::kAssess, 1'080), Row(income, EntryKind::kReceive, 1'060),
        Row(income, EntryKind::kRefundRevenue, 10), Row(income, EntryKind::kWriteOff, 10),
        Row(item, EntryKind::kCommit, 700),
        Row(item, EntryKind::kDisburse, 700, Cause::kNone, -7)});
  EXPECT_EQ(model.Post({Row(income, EntryKind::kReceive, 21)}).code, Code::kAboveUncollected);
  EXPECT_EQ(model.Post({Row(income, EntryKind::kRefundRevenue, 1'051)}).code,
            Code::kAboveCollected);
  Posting owed = Row(item, EntryKind::kReserveSubsidyRefund, 30);
  EXPECT_EQ(model.Post({owed}).code, Code::kUnknownSource);
  owed.source = FundingSource::kNationalSubsidy;
  Must({owed});
  EXPECT_EQ(model.Post({Row(item, EntryKind::kCommit, 271)}).code, Code::kAboveLapsed);
  CarryRequest request;
  request.item = item;
  request.amount = Money(271);
  EXPECT_EQ(
      model.PreviewRollover(2021, {request}, On(2021, 12, 31), ActorId::kNone).rows[0].refused,
      Code::kAboveLapsed);
  request.amount = Money(120);
  std::vector<ItemId> carried;
  ASSERT_TRUE(
      model
          .Rollover(model.PreviewRollover(2021, {request}, On(2021, 12, 31), ActorId::kNone),
                    &carried)
          .ok());
  Surplus s;
  ASSERT_EQ(model.SurplusOf(account, 2021, 0, &s), Code::kOk);
  EXPECT_EQ(s.uncollected, 20);
  EXPECT_EQ(s.closing_surplus, 350);
  EXPECT_EQ(s.net_surplus, 200);
  EXPECT_EQ(s.excess_receipts, 50);
  EXPECT_EQ(s.unspent_balance, 150);
  EXPECT_EQ(model.RefundsDue(2021), (std::map<int, std::int64_t>{{1, 30}}));
}

TEST_F(LedgerModelTest, AKeySaysTheSameBatchOnce) {
  const ItemId item = Item("307-05");
  const std::vector<Posting> rows = {Row(item, EntryKind::kAppropriate, 100, Cause::kOriginal)};
  EXPECT_EQ(model.Post(rows, "1").first, 1U);
  const Verdict again = model.Post(rows, "1");
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.first, 1U);
  EXPECT_EQ(model.entry_count(), 1U);
  EXPECT_EQ(model.Post({Row(item, EntryKind::kCommit, 1)}, "1").code, Code::kKeyReused);
}

}  // namespace
}  // namespace yesan::oracle
