// Two years worked by hand: tests/golden/two_years.tsv, which says the article behind each of the numbered steps.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

using Figures = std::vector<std::int64_t>;

Figures FiguresOf(const StatutoryColumns& columns) {
  Figures figures;
  for (auto column : kStatutoryColumns) figures.push_back(columns.*column);
  return figures;
}

struct Golden {
  std::map<std::string, Figures> rows;  // `2021 entrust total`
  std::map<std::string, Figures> surplus;
};

Golden ReadGolden() {
  Golden golden;
  std::ifstream file(YESAN_SOURCE_DIR "/tests/golden/two_years.tsv");
  EXPECT_TRUE(file.good());
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#' || line.rfind("year", 0) == 0) continue;
    std::istringstream fields(line);
    std::string year, item, side;
    std::getline(fields, year, '\t');
    std::getline(fields, item, '\t');
    if (item != "surplus") std::getline(fields, side, '\t');
    Figures figures;
    for (std::string field; std::getline(fields, field, '\t');)
      figures.push_back(std::stoll(field));
    if (item == "surplus") {
      golden.surplus[year] = figures;
    } else {
      golden.rows[year + " " + item + " " + side] = figures;
    }
  }
  return golden;
}

// One account that has every column of a settlement, also that of 공기업 accounts alone.
Policy OneAccountForAll() {
  Policy policy = Policy::KoreanLocalGovernment();
  policy.lines.erase(std::remove_if(policy.lines.begin(), policy.lines.end(),
                                    [](const PolicyLine& line) {
                                      return line.topic == PolicyTopic::kOnlyInAccounts;
                                    }),
                     policy.lines.end());
  return policy;
}

class TwoYears : public ::testing::Test {
 protected:
  static constexpr ActorId kCommits{1};
  static constexpr ActorId kPays{2};

  Posting Row(ItemId item, EntryKind kind, std::int64_t amount, Date day,
              Cause cause = Cause::kNone, AuthorizationId by = AuthorizationId::kNone) const {
    Posting row;
    row.item = item;
    row.day = day;
    row.kind = kind;
    row.cause = cause;
    row.amount = Money(amount);
    row.authorization = by;
    if (kind == EntryKind::kCommit) row.actor = kCommits;
    if (kind == EntryKind::kDisburse) row.actor = kPays;
    return row;
  }
  EntryId Post(const Posting& row) { return city.Done(row); }
  EntryId Commit(ItemId item, std::int64_t amount, Date day) {
    return Post(Row(item, EntryKind::kCommit, amount, day));
  }
  EntryId Lean(EntryKind kind, EntryId on, std::int64_t amount, Date day) {
    Posting row = Row(city.book.Find(on)->item, kind, amount, day);
    row.reference = NumberOf(on);
    return Post(row);
  }
  EntryId Pay(EntryId on, std::int64_t amount, Date day) {
    return Lean(EntryKind::kDisburse, on, amount, day);
  }
  void Allot(ItemId item, std::int64_t amount, Date day) {
    Post(Row(item, EntryKind::kAllot, amount, day));
  }
  void Tagged(Posting row, FundingSource source) {
    row.source = source;
    Post(row);
  }
  void Move(ItemId from, ItemId to, std::int64_t amount, Date day, Cause cause,
            AuthorizationId by = AuthorizationId::kNone) {
    Batch batch;
    for (const bool out : {true, false}) {
      Posting row = Row(out ? from : to, out ? EntryKind::kTransferOut : EntryKind::kTransferIn,
                        amount, day, cause, by);
      row.group = 1;
      batch.Add(row);
    }
    const Result<Receipt> moved = city.book.Post(batch);
    ASSERT_TRUE(moved.ok()) << moved.error().message().en;
  }
  static BudgetLine Line(ItemId item, std::int64_t amount,
                         std::vector<std::pair<FundingSource, std::int64_t>> sources = {}) {
    BudgetLine line;
    line.item = item;
    line.amount = Money(amount);
    for (const auto& [source, part] : sources)
      line.funding.in_budget.push_back({source, {}, Money(part)});
    return line;
  }
  void Adopt(BudgetStage stage, std::int32_t year, std::int32_t number, Date day,
             AuthorizationId by, std::vector<BudgetLine> lines, std::vector<EntryId> absorbs = {}) {
    BudgetDocument document;
    document.version = {year, city.account, stage, number};
    document.day = day;
    document.authorization = by;
    document.lines = std::move(lines);
    document.absorbs = std::move(absorbs);
    const Result<Receipt> adopted = city.book.Adopt(document);
    ASSERT_TRUE(adopted.ok()) << adopted.error().message().en;
  }
  static CarryRequest Carry(ItemId item, Cause cause, std::int64_t amount, AuthorizationId by,
                            std::vector<EntryId> commitments = {}) {
    CarryRequest request;
    request.item = item;
    request.cause = cause;
    request.amount = Money(amount);
    request.authorization = by;
    request.commitments = std::move(commitments);
    return request;
  }
  // The commitment of so much that a rollover made on an item.
  EntryId CommitmentOn(ItemId item, std::int64_t amount) const {
    EntryId found = EntryId::kNone;
    city.book.ForEachEntry(EntryId::kNone, [&](const Entry& entry) {
      if (entry.item == item && entry.kind == EntryKind::kCommit && entry.amount == Money(amount))
        found = entry.id;
    });
    return found;
  }

  void FirstYear();
  void SecondYear();
  void ExpectSettled(std::int32_t year, std::int64_t grant_difference);

  City city{OneAccountForAll()};
  std::map<std::string, ItemId> items;
  AuthorizationId organization{}, plan{}, upkeep{};
};

void TwoYears::FirstYear() {
  organization = city.Authorize(AuthorizationKind::kOrganizationChange);
  Authorization by;
  by.kind = AuthorizationKind::kContinuingPlan;
  by.day = Day(2020, 12, 1);
  by.document = "계속비 사업 조서";
  by.last_year = 2023;
  plan = city.Authorize(by);
  by = Authorization();
  by.kind = AuthorizationKind::kHeadDecision;
  by.day = Day(2020, 12, 31);
  by.document = "준예산 집행계획";
  by.purpose = ProvisionalPurpose::kUpkeep;
  upkeep = city.Authorize(by);
  const ItemId entrust = items["entrust"] = city.entrust;
  const ItemId office = items["office"] = city.office;
  const ItemId books = items["books"] = city.books;
  const ItemId stage = items["stage"] = city.stage;
  const ItemId reserve = items["reserve"] = city.reserve;
  const ItemId works = items["works"] = city.Item(city.center, "401-01", "401");
  const ItemId moved = items["moved"] = city.Item(city.center, "307-05", "307", city.culture);
  const ItemId sister = items["sister"] = city.Item(city.center, "307-02", "307");
  const ItemId carried = items["carried"] =
      city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
  const ItemId tax = city.Revenue("100-110-111");
  const ItemId subsidy = city.Revenue("500-510-511");
  using Source = FundingSource;

  // 1
  Adopt(BudgetStage::kProvisional, 2021, 0, Day(2021, 1, 1), upkeep, {Line(office, 200)});
  Allot(office, 150, Day(2021, 1, 4));
  const EntryId early = Commit(office, 100, Day(2021, 1, 5));
  Pay(early, 80, Day(2021, 1, 6));
  // 2
  Adopt(BudgetStage::kOriginal, 2021, 0, Day(2021, 1, 20), city.vote,
        {Line(entrust, 60'000,
              {{Source::kNationalSubsidy, 30'000},
               {Source::kProvinceFunds, 18'000},
               {Source::kOwnFunds, 12'000}}),
         Line(office, 10'000), Line(books, 8'000), Line(stage, 5'000), Line(reserve, 900),
         Line(works, 16'100), Line(tax, 70'000), Line(subsidy, 30'000)});
  // 3
  Tagged(Row(carried, EntryKind::kCarryIn, 1'000, Day(2021, 1, 21), Cause::kExplicitCarryover),
         Source::kNationalSubsidy);
  Tagged(Row(carried, EntryKind::kCarryIn, 3'000, Day(2021, 1, 21), Cause::kExplicitCarryover),
         Source::kOwnFunds);
  Post(Row(tax, EntryKind::kCarryIn, 4'000, Day(2021, 1, 21), Cause::kExplicitCarryover));
  // 4
  Posting before = Row(books, EntryKind::kAuthorizeSpending, 500, Day(2021, 2, 10),
                       Cause::kPreEnactment, city.decision);
  before.source = Source::kProvinceFunds;
  const EntryId absorbed = Post(before);
  // 5
  Adopt(
      BudgetStage::kSupplementary, 2021, 1, Day(2021, 5, 10), city.vote,
      {Line(entrust, 2'000, {{Source::kNationalSubsidy, 2'000}}),
       Line(books, 500, {{Source::kProvinceFunds, 500}}), Line(stage, -300), Line(subsidy, 2'200)},
      {absorbed});
  // 6
  before = Row(stage, EntryKind::kAuthorizeSpending, 250, Day(2021, 6, 1), Cause::kPreEnactment,
               city.decision);
  before.source = Source::kNationalSubsidy;
  Post(before);
  Post(Row(office, EntryKind::kAuthorizeSpending, 120, Day(2021, 6, 1), Cause::kExcessRevenue,
           city.decision));
  // 7
  const Date june = Day(2021, 6, 2);
  Allot(entrust, 60'500, june);
  Allot(office, 9'500, june);
  Allot(books, 8'400, june);
  Allot(stage, 4'500, june);
  Allot(works, 16'000, june);
  Post(Row(stage, EntryKind::kUnallot, 100, june));
  // 8
  const Date july = Day(2021, 7, 1);
  Move(office, books, 300, july, Cause::kIntraProgramVirement);
  Move(books, stage, 200, july, Cause::kInterProgramVirement, city.vote);
  Move(entrust, sister, 400, july, Cause::kMinorReallocation);
  Move(entrust, moved, 1'000, july, Cause::kReorganization, organization);
  Move(reserve, office, 350, july, Cause::kContingencyDraw, city.decision);
  // 9
  Allot(moved, 1'000, july);
  Allot(sister, 400, july);
  // 10
  const Date august = Day(2021, 8, 1);
  const EntryId contract = Commit(entrust, 50'000, august);
  Lean(EntryKind::kRelease, contract, 2'000, august);
  const EntryId paid = Pay(contract, 40'000, Day(2021, 9, 1));
  Lean(EntryKind::kRefund, paid, 1'000, Day(2021, 10, 1));
  // 11
  Pay(Commit(office, 9'000, august), 9'000, august);
  const EntryId mistake = Commit(office, 55, august);
  Posting correction = Row(office, EntryKind::kCorrect, 55, august);
  correction.reference = NumberOf(mistake);
  Post(correction);
  const EntryId order = Commit(books, 8'000, august);
  Pay(order, 7'500, august);
  const EntryId building = Commit(works, 6'000, august);
  Pay(building, 2'500, august);
  Pay(Commit(moved, 700, august), 700, august);
  const EntryId old = Commit(carried, 3'000, august);
  Pay(old, 2'600, august);
  const EntryId festival = Commit(stage, 4'000, august);
  Pay(festival, 3'900, august);
  Pay(festival, 60, Day(2022, 1, 15));
  // 12
  Post(Row(tax, EntryKind::kAssess, 77'000, august));
  Post(Row(tax, EntryKind::kCancelAssessment, 500, august));
  Post(Row(tax, EntryKind::kReceive, 75'000, august));
  Post(Row(tax, EntryKind::kRefundRevenue, 300, august));
  Post(Row(tax, EntryKind::kWriteOff, 200, august));
  Post(Row(subsidy, EntryKind::kAssess, 33'000, august));
  Post(Row(subsidy, EntryKind::kReceive, 32'500, august));
  // 13
  Tagged(Row(entrust, EntryKind::kReserveSubsidyRefund, 900, Day(2022, 2, 1)),
         Source::kNationalSubsidy);
  // 14
  const RolloverPreview preview = PreviewRollover(
      city.book, 2021,
      {Carry(entrust, Cause::kExplicitCarryover, 5'000, city.vote),
       Carry(books, Cause::kAccidentalCarryover, 500, AuthorizationId::kNone, {order}),
       Carry(works, Cause::kContinuingCarryover, 6'000, plan, {building}),
       Carry(works, Cause::kConstructionCarryover, 1'000, city.decision),
       Carry(carried, Cause::kAccidentalCarryover, 400, AuthorizationId::kNone, {old})},
      Day(2021, 12, 31));
  for (const CarryRow& row : preview.rows) ASSERT_EQ(row.refused, Code::kOk) << Name(row.refused);
  const auto done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok()) << done.error().message().en;
  items["entrust>explicit"] = done->carried[0];
  items["books>accidental"] = done->carried[1];
  items["works>continuing"] = done->carried[2];
  items["works>construction"] = done->carried[3];
  items["carried>accidental"] = done->carried[4];
}

void TwoYears::SecondYear() {
  const auto item = [&](const std::string& object, const std::string& group) {
    return city.Item(city.center, object, group, city.community, Origin::kCurrent, 2022);
  };
  const ItemId entrust = items["entrust2"] = item("307-05", "307");
  const ItemId reserve = items["reserve2"] = item("801-01", "801");
  const ItemId repay = items["repay2"] = item("802-01", "802");
  const ItemId tax = city.Revenue("100-110-111", 2022);
  const Date january = Day(2022, 1, 1);
  const Date june = Day(2022, 6, 1);
  // 15
  Adopt(BudgetStage::kOriginal, 2022, 0, january, city.vote,
        {Line(entrust, 50'000), Line(reserve, 500), Line(repay, 930), Line(tax, 51'430)});
  Post(Row(tax, EntryKind::kCarryIn, 12'900, january, Cause::kExplicitCarryover));
  // 16
  Allot(entrust, 50'000, january);
  Allot(repay, 930, january);
  Pay(Commit(entrust, 45'000, june), 45'000, june);
  Pay(Commit(repay, 930, june), 930, june);
  // 17
  Pay(Commit(items["entrust>explicit"], 4'900, june), 4'800, june);
  Pay(CommitmentOn(items["books>accidental"], 500), 500, june);
  const ItemId works = items["works>continuing"];
  const EntryId building = CommitmentOn(works, 3'500);
  Pay(building, 3'000, june);
  const EntryId second = Commit(works, 2'000, june);
  Pay(Commit(items["works>construction"], 900, june), 900, june);
  Pay(CommitmentOn(items["carried>accidental"], 400), 400, june);
  // 18
  Post(Row(tax, EntryKind::kAssess, 65'000, june));
  Post(Row(tax, EntryKind::kReceive, 64'800, june));
  Post(Row(tax, EntryKind::kWriteOff, 50, june));
  Tagged(Row(items["entrust>explicit"], EntryKind::kReserveSubsidyRefund, 60, Day(2022, 12, 31)),
         FundingSource::kNationalSubsidy);
  const RolloverPreview preview = PreviewRollover(
      city.book, 2022, {Carry(works, Cause::kContinuingCarryover, 2'500, plan, {building, second})},
      Day(2022, 12, 31));
  ASSERT_EQ(preview.rows[0].refused, Code::kOk) << Name(preview.rows[0].refused);
  const auto done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).carryover_in, 2'500) << "I7";
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).outstanding(), 2'500);
}

void TwoYears::ExpectSettled(std::int32_t year, std::int64_t grant_difference) {
  const Golden golden = ReadGolden();
  const std::string prefix = std::to_string(year) + " ";
  const auto expected = [&](const std::string& item, const std::string& side) {
    const auto found = golden.rows.find(prefix + item + " " + side);
    return found == golden.rows.end() ? Figures(17, 0) : found->second;
  };
  const auto by_item = Settle(city.book, year, GroupBy::kItem);
  ASSERT_TRUE(by_item.ok());
  std::size_t seen = 0;
  for (const SettledRow& row : *by_item) {
    std::string name;
    for (const auto& [key, id] : items) {
      if (NumberOf(id) == row.key) name = key;
    }
    ASSERT_FALSE(name.empty()) << row.key;
    EXPECT_EQ(FiguresOf(row.total), expected(name, "total")) << year << " " << name;
    EXPECT_EQ(FiguresOf(row.subsidy), expected(name, "subsidy")) << year << " " << name;
    ++seen;
  }
  EXPECT_EQ(seen, year == 2021 ? 9u : 8u);
  for (const GroupBy by : {GroupBy::kNothing, GroupBy::kAccount, GroupBy::kFiscalYear}) {
    const auto all = Settle(city.book, year, by);
    ASSERT_TRUE(all.ok());
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(FiguresOf((*all)[0].total), expected("all", "total")) << year;
    EXPECT_EQ(FiguresOf((*all)[0].subsidy), expected("all", "subsidy")) << year;
  }
  const auto s = SurplusOf(city.book, city.account, year, Money(grant_difference));
  ASSERT_TRUE(s.ok());
  const Figures surplus = {s->revenue_budget,  s->expenditure_budget, s->assessed,
                           s->received,        s->written_off,        s->uncollected,
                           s->disbursed,       s->closing_surplus,    s->carryover_out,
                           s->subsidy_refund,  s->grant_difference,   s->net_surplus,
                           s->excess_receipts, s->unspent_balance};
  EXPECT_EQ(surplus, golden.surplus.at(std::to_string(year)));
}

TEST_F(TwoYears, ComeOutAsTheyWereWorkedByHand) {
  FirstYear();
  if (HasFatalFailure()) return;
  ExpectSettled(2021, 30);
  EXPECT_TRUE(city.book.Verify().empty());
  ASSERT_TRUE(city.book.Close(2021).ok());
  const std::vector<Finding> findings = city.book.Verify();
  ASSERT_EQ(findings.size(), 4u)
      << "the 250 that no 추경 took in, and what was neither paid nor carried";
  EXPECT_EQ(findings[0].rule, "ledger.pre_enactment");
  for (const std::size_t i : {1u, 2u, 3u}) EXPECT_EQ(findings[i].rule, "ledger.open_at_closing");
  SecondYear();
  if (HasFatalFailure()) return;
  ExpectSettled(2022, 20);
  ExpectSettled(2021, 30);
  EXPECT_TRUE(SurplusOf(city.book, city.account, 2022)->budgets_agree()) << "I8";
  ASSERT_TRUE(city.book.Close(2022).ok());
  EXPECT_TRUE(city.Wrong().empty());
  // Every kind of entry was there.
  std::map<std::int32_t, int> kinds;
  city.book.ForEachEntry(
      EntryId::kNone, [&](const Entry& entry) { ++kinds[static_cast<std::int32_t>(entry.kind)]; });
  EXPECT_EQ(kinds.size(), 20u);
}

TEST_F(TwoYears, LeaveNoColumnOfASettlementOrASurplusUntried) {
  const Golden golden = ReadGolden();
  for (std::size_t column = 0; column < std::size(kStatutoryColumns); ++column) {
    bool tried = false;
    for (const auto& [name, figures] : golden.rows) {
      ASSERT_EQ(figures.size(), std::size(kStatutoryColumns)) << name;
      tried = tried || (figures[column] != 0 && name.find("total") != std::string::npos);
    }
    EXPECT_TRUE(tried) << column;
  }
  for (const auto& [year, figures] : golden.surplus) {
    EXPECT_EQ(figures.size(), 14U);
    for (const std::int64_t figure : figures) EXPECT_NE(figure, 0) << year;
  }
}

TEST_F(TwoYears, LeaveAStateThatIsTheSumOfItsEntriesOnTheLastDay) {
  FirstYear();
  if (HasFatalFailure()) return;
  const auto now = city.book.Balances(ItemFilter(), GroupBy::kItem);
  const auto then = city.book.BalancesOn(Day(2022, 2, 1), ItemFilter(), GroupBy::kItem);
  ASSERT_TRUE(now.ok() && then.ok());
  for (std::size_t i = 0; i < now->rows.size(); ++i)
    EXPECT_TRUE(now->rows[i].sums == then->rows[i].sums) << i;
}

}  // namespace
}  // namespace yesan
