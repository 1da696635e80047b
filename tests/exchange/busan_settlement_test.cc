// The settlements of three years that 부산광역시 서구 published, account by account, in won: I8 to I11 on real figures.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/exchange/real_data_support.h"
#include "yesan/ledger/book.h"
#include "yesan/money/amount.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

constexpr std::int32_t kYear = 2021;

struct Published {
  std::string year;  // A, B, C: the pages
  std::string account;
  std::int64_t budget = 0;           // 예산현액
  std::int64_t received = 0;         // 수납액
  std::int64_t disbursed = 0;        // 지출액
  std::int64_t closing_surplus = 0;  // 결산상잉여금
  std::int64_t carryover_out = 0;    // 다음연도이월액
  std::int64_t subsidy_refund = 0;   // 보조금반납금
  std::int64_t grant_difference = 0;
  std::int64_t net_surplus = 0;  // 순세계잉여금
};

// A book in which an account has lived the year that was published.
class OneYear {
 public:
  OneYear() : book_(*Book::Make({"2614000", "부산광역시 서구"}, Policy::Permissive())) {
    ProgramId parent = ProgramId::kNone;
    for (const CodeKind rung : {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram,
                                CodeKind::kUnitProgram, CodeKind::kDetailedProgram})
      parent = *book_.AddProgram({rung, parent});
    program_ = parent;
    department_ = *book_.AddDepartment({"기획감사실"});
    Authorization vote;
    vote.document = "결산 승인";
    vote.day = *Date::Make(kYear - 1, 12, 1);
    vote_ = *book_.AddAuthorization(vote);
  }

  AccountId Live(const Published& p) {
    const AccountId account = *book_.AddAccount({AccountKind::kGeneral, p.account});
    const ItemId spending = Item(account, false);
    const ItemId revenue = Item(account, true);
    BudgetDocument budget;
    budget.version = {kYear, account, BudgetStage::kOriginal, 0};
    budget.day = *Date::Make(kYear, 1, 1);
    budget.authorization = vote_;
    for (const ItemId item : {spending, revenue}) {
      BudgetLine line;
      line.item = item;
      line.amount = Money(p.budget);
      if (item == spending && p.subsidy_refund != 0) {
        // What goes back to the state came from it.
        line.funding.in_budget = {
            {FundingSource::kNationalSubsidy, {}, Money(p.subsidy_refund)},
            {FundingSource::kOwnFunds, {}, Money(p.budget - p.subsidy_refund)}};
      }
      budget.lines.push_back(line);
    }
    const auto adopted = book_.Adopt(budget);
    EXPECT_TRUE(adopted.ok()) << adopted.error().message().en;
    Post(revenue, EntryKind::kAssess, p.received);
    Post(revenue, EntryKind::kReceive, p.received);
    const EntryId commitment = Post(spending, EntryKind::kCommit, p.disbursed);
    // What goes back to the state is what it gave: the city paid the rest.
    Post(spending, EntryKind::kDisburse, p.disbursed, commitment,
         p.subsidy_refund != 0 ? std::optional(FundingSource::kOwnFunds) : std::nullopt);
    if (p.subsidy_refund != 0) {
      Post(spending, EntryKind::kReserveSubsidyRefund, p.subsidy_refund, EntryId::kNone,
           FundingSource::kNationalSubsidy);
    }
    if (p.carryover_out != 0) {
      CarryRequest request;
      request.item = spending;
      request.amount = Money(p.carryover_out);
      request.authorization = vote_;
      const auto preview = PreviewRollover(book_, kYear, {request}, *Date::Make(kYear, 12, 31));
      EXPECT_EQ(preview.rows.at(0).refused, Code::kOk) << Name(preview.rows[0].refused);
      EXPECT_TRUE(Rollover(book_, preview).ok());
    }
    return account;
  }

  [[nodiscard]] const Book& book() const { return book_; }

 private:
  ItemId Item(AccountId account, bool revenue) {
    ItemKey key;
    key.fiscal_year = kYear;
    key.account = account;
    key.revenue = revenue;
    key.object_item = revenue ? "100-110-111" : "307-05";
    if (!revenue) {
      key.department = department_;
      key.program = program_;
      key.object_group = "307";
    }
    return *book_.AddItem(key);
  }
  EntryId Post(ItemId item, EntryKind kind, std::int64_t amount, EntryId reference = EntryId::kNone,
               std::optional<FundingSource> source = std::nullopt) {
    Posting row;
    row.item = item;
    row.day = *Date::Make(kYear, 12, 31);
    row.kind = kind;
    row.amount = Money(amount);
    row.reference = NumberOf(reference);
    row.source = source;
    Batch batch;
    batch.Add(row);
    const auto receipt = book_.Post(batch);
    EXPECT_TRUE(receipt.ok()) << receipt.error().message().en;
    return receipt.ok() ? receipt->first : EntryId::kNone;
  }

  Book book_;
  ProgramId program_{};
  DepartmentId department_{};
  AuthorizationId vote_{};
};

class BusanSettlement : public ::testing::Test {
 protected:
  BusanSettlement() : table_("korea/busan_seogu_settlement.csv") {}

  void Read() {
    const std::pair<const char*, std::int64_t Published::*> columns[] = {
        {"예산현액", &Published::budget},
        {"세입수납액_가", &Published::received},
        {"세출지출액_나", &Published::disbursed},
        {"결산상잉여금_다", &Published::closing_surplus},
        {"다음연도이월액_라", &Published::carryover_out},
        {"보조금반납금", &Published::subsidy_refund},
        {"교부차액", &Published::grant_difference},
        {"순세계잉여금_사", &Published::net_surplus},
    };
    for (std::size_t i = 0; i < table_.size(); ++i) {
      Published p;
      p.year = table_.at(i, "source");
      p.account = table_.at(i, "회계");
      for (const auto& [name, column] : columns) {
        const auto amount = ParseAmount(table_.at(i, name));  // `△ 62,937,790` too
        ASSERT_TRUE(amount.ok() && amount->InWon().ok()) << table_.at(i, name);
        p.*column = amount->InWon()->minor();
      }
      rows_.push_back(p);
    }
  }

  RealTable table_;
  std::vector<Published> rows_;
};

TEST_F(BusanSettlement, KeepsTheSurplusIdentitiesIn24Of24RowsToTheWon) {
  if (table_.empty())
    GTEST_SKIP() << "no real data at " << table_.path() << "; set YESAN_TEST_DATA";
  Read();
  ASSERT_EQ(rows_.size(), 24U);
  int closing = 0;
  int net = 0;
  int net_without_difference = 0;
  for (const Published& p : rows_) {
    OneYear year;
    const AccountId account = year.Live(p);
    const auto s = SurplusOf(year.book(), account, kYear, Money(p.grant_difference));
    ASSERT_TRUE(s.ok());
    EXPECT_EQ(s->revenue_budget, p.budget);
    EXPECT_TRUE(s->budgets_agree()) << "I8";
    EXPECT_EQ(s->received, p.received);
    EXPECT_EQ(s->disbursed, p.disbursed);
    EXPECT_EQ(s->carryover_out, p.carryover_out);
    EXPECT_EQ(s->subsidy_refund, p.subsidy_refund);
    EXPECT_EQ(s->uncollected, s->assessed - s->received - s->written_off) << "I12";
    closing += s->closing_surplus == p.closing_surplus ? 1 : 0;  // I9
    net += s->net_surplus == p.net_surplus ? 1 : 0;              // I10
    EXPECT_EQ(s->net_surplus, s->excess_receipts + s->unspent_balance - p.grant_difference)
        << "I11";
    const auto without = SurplusOf(year.book(), account, kYear);
    ASSERT_TRUE(without.ok());
    net_without_difference += without->net_surplus == p.net_surplus ? 1 : 0;
    EXPECT_TRUE(year.book().Verify().empty());
  }
  std::printf("of %zu rows: I9 %d, I10 %d, I10 without 교부차액 %d\n", rows_.size(), closing, net,
              net_without_difference);
  EXPECT_EQ(closing, 24);
  EXPECT_EQ(net, 24);
  EXPECT_EQ(net_without_difference, 18);
}

TEST_F(BusanSettlement, AddsUpFromItsAccounts) {
  if (table_.empty())
    GTEST_SKIP() << "no real data at " << table_.path() << "; set YESAN_TEST_DATA";
  Read();
  for (const std::string page : {"A", "B", "C"}) {
    OneYear year;
    std::int64_t special = 0;
    std::int64_t all = 0;
    std::map<std::string, const Published*> totals;
    std::vector<AccountId> accounts;
    for (const Published& p : rows_) {
      if (p.year != page) continue;
      if (p.account == "합계" || p.account == "특별회계") {
        totals[p.account] = &p;
        continue;
      }
      const AccountId account = year.Live(p);
      accounts.push_back(account);
      const auto s = SurplusOf(year.book(), account, kYear, Money(p.grant_difference));
      ASSERT_TRUE(s.ok());
      all += s->net_surplus;
      if (p.account != "일반회계") special += s->net_surplus;
    }
    EXPECT_EQ(special, totals.at("특별회계")->net_surplus) << page;
    EXPECT_EQ(all, totals.at("합계")->net_surplus) << page;
    const auto settled = Settle(year.book(), kYear, GroupBy::kNothing);
    ASSERT_TRUE(settled.ok());
    const StatutoryColumns& sum = settled->at(0).total;
    const Published& total = *totals.at("합계");
    EXPECT_EQ(sum.current_budget, total.budget) << page;
    EXPECT_EQ(sum.disbursed, total.disbursed) << page;
    EXPECT_EQ(sum.explicit_out, total.carryover_out) << page;
    EXPECT_EQ(sum.subsidy_refund, total.subsidy_refund) << page;
    EXPECT_EQ(sum.current_budget, sum.disbursed + sum.carryover_out + sum.lapsed_balance) << "I3";
    EXPECT_EQ(Settle(year.book(), kYear, GroupBy::kAccount)->size(), accounts.size());
  }
}

}  // namespace
}  // namespace yesan
