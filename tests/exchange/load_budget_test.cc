#include <gtest/gtest.h>

#include <string>

#include "tests/exchange/exchange_support.h"
#include "yesan/exchange/csv_tables.h"
#include "yesan/exchange/load.h"

namespace yesan {
namespace {

Policy NoRevenue() {
  Policy policy = Policy::Permissive();
  return policy;
}

BudgetLoadOptions Original() {
  BudgetLoadOptions options;
  options.fiscal_year = 2021;
  options.account = "일반회계";
  options.day = Day(2021, 1, 1);
  return options;
}

BudgetLoad Load(Book& book, const std::string& text, const BudgetLoadOptions& options) {
  return LoadBudget(SourceOf(text), book, options);
}

constexpr char kSmall[] =
    "부서,세부사업,통계목,금액(천원),재원\n"
    "지역공동체담당관,1234,307-05,\"2,000,000\",국비\n"
    "지역공동체담당관,1234,307-05,\"2,066,896\",시비\n"
    "지역공동체담당관,1234,201-01,500,\n";

constexpr char kWhole[] =
    "회계연도,회계,부서,분야,분야명,부문,부문명,정책사업,정책사업명,단위사업,단위사업명,"
    "세부사업,세부사업명,편성목,통계목,금액\n"
    "2021,일반회계,문화과,060,문화및관광,061,문화예술,100,문화 진흥,110,축제,111,봄 "
    "축제,201,201-03,10\n"
    "2021,일반회계,문화과,060,문화및관광,061,문화예술,100,문화 진흥,110,축제,112,가을 "
    "축제,201,201-03,20\n"
    "2021,일반회계,도서관,060,문화및관광,061,문화예술,100,문화 진흥,120,도서,121,도서 "
    "구입,999,999-99,30\n";

TEST(LoadBudget, AdoptsWithItsSources) {
  NamedCity city;
  BudgetLoadOptions options = Original();
  options.authorization = city.vote;
  const BudgetLoad load = Load(city.book, kSmall, options);
  ASSERT_TRUE(load.report.ok()) << load.report.problems[0].message.en;
  EXPECT_EQ(load.report.rows, 3U);
  EXPECT_EQ(load.report.posted, 3U);
  ASSERT_EQ(load.document.lines.size(), 2U);
  EXPECT_EQ(load.document.lines[0].amount, Money(4'066'896'000));
  EXPECT_EQ(city.book.BalancesOf(city.entrust).original, 4'066'896'000);
  EXPECT_EQ(city.book.BalancesOf(city.office).original, 500'000);
  EXPECT_EQ(load.items_made, 0U);
}

TEST(LoadBudget, MakesWhatTheFileNames) {
  Book book = *Book::Make(Government{"", "시험시"}, NoRevenue());
  BudgetLoadOptions options = Original();
  options.fiscal_year = 0;
  options.account.clear();
  options.create = true;
  const BudgetLoad load = Load(book, kWhole, options);
  ASSERT_TRUE(load.report.ok()) << load.report.problems[0].message.en;
  EXPECT_EQ(load.accounts_made, 1U);
  EXPECT_EQ(load.departments_made, 2U);
  EXPECT_EQ(load.programs_made, 8U);
  EXPECT_EQ(load.items_made, 3U);
  const auto spring = book.FindProgram(CodeKind::kDetailedProgram, 2021, "111");
  ASSERT_TRUE(spring.has_value());
  EXPECT_EQ(book.YearsOf(*spring)->NameIn(2021), "봄 축제");
  EXPECT_EQ(book.Find(ItemId{1})->object_group, "201");
  EXPECT_EQ(book.Find(ItemId{3})->object_group, "999");
  EXPECT_EQ(book.BalancesOf(ItemId{3}).adopted(), 30);
  // The next year keeps the programs of this one.
  std::string next = kWhole;
  for (std::size_t at = next.find("2021"); at != std::string::npos; at = next.find("2021", at))
    next.replace(at, 4, "2022");
  options.day = Day(2022, 1, 1);
  const BudgetLoad second = Load(book, next, options);
  ASSERT_TRUE(second.report.ok()) << second.report.problems[0].message.en;
  EXPECT_EQ(second.programs_made, 0U);
  EXPECT_EQ(second.items_made, 3U);
  EXPECT_EQ(book.FindProgram(CodeKind::kDetailedProgram, 2022, "111"), spring);
}

TEST(LoadBudget, ReadsBackWhatItWrote) {
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    NamedCity city(Policy::Permissive());
    ASSERT_TRUE(Load(city.book, kSmall, Original()).report.ok());
    const BudgetVersion version{2021, city.account, BudgetStage::kOriginal, 0};
    const Result<BudgetDocument> document = DocumentOf(city.book, version);
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(document->day, Day(2021, 1, 1));
    std::string text;
    TableOptions table;
    table.language = language;
    ASSERT_TRUE(WriteBudget(city.book, *document, SinkTo(text), table).ok());
    Book empty = *Book::Make(Government{"", "시험시"}, Policy::Permissive());
    BudgetLoadOptions options = Original();
    options.create = true;
    options.account.clear();
    options.fiscal_year = 0;
    const BudgetLoad load = Load(empty, text, options);
    ASSERT_TRUE(load.report.ok()) << load.report.problems[0].message.en << text;
    std::string again;
    ASSERT_TRUE(WriteBudget(empty,
                            *DocumentOf(empty, {2021, AccountId{1}, BudgetStage::kOriginal, 0}),
                            SinkTo(again), table)
                    .ok());
    EXPECT_EQ(again.size(), text.size());
    EXPECT_EQ(again, text);
  }
}

TEST(LoadBudget, TakesASupplementaryBudgetAsChanges) {
  NamedCity city(Policy::Permissive());
  ASSERT_TRUE(Load(city.book, kSmall, Original()).report.ok());
  BudgetLoadOptions options = Original();
  options.stage = BudgetStage::kSupplementary;
  options.number = 1;
  options.day = Day(2021, 7, 1);
  const std::string text =
      "부서,세부사업,통계목,증감액(천원)\n지역공동체담당관,1234,201-01,△200\n"
      "지역공동체담당관,1300,405-02,200\n";
  const BudgetLoad load = Load(city.book, text, options);
  ASSERT_TRUE(load.report.ok()) << load.report.problems[0].message.en;
  EXPECT_EQ(city.book.BalancesOf(city.office).adopted(), 300'000);
  EXPECT_EQ(city.book.BalancesOf(city.books).adopted(), 200'000);
  const auto document = DocumentOf(city.book, {2021, city.account, BudgetStage::kSupplementary, 1});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->lines[0].amount, Money(-200'000));
  EXPECT_EQ(DocumentOf(city.book, {2021, city.account, BudgetStage::kSupplementary, 2}).code(),
            Code::kNotFound);
  EXPECT_EQ(DocumentOf(city.book, {2021, city.account, BudgetStage::kFinal, 0}).code(),
            Code::kInvalidArgument);
}

TEST(LoadBudget, CollectsEveryProblemAndChangesNothing) {
  Book book = *Book::Make(Government{"", "시험시"}, NoRevenue());
  BudgetLoadOptions options = Original();
  options.create = true;
  options.fiscal_year = 0;
  options.account.clear();
  const BudgetLoad load =
      Load(book,
           "회계연도,회계,부서,정책사업,단위사업,세부사업,통계목,금액,재원,구분,세입세출\n"
           "2021,일반회계,문화과,100,110,111,201-03,10,,,\n"
           "2021,일반회계,,,,,,10,,,세입\n"
           "2021,일반회계,,,,,200-210-211-01,10,,,세입\n"
           "2021,일반회계,,,,,200-210-211-01,10,,,세입\n"
           "2021,일반회계,,,,,200-210-211-02,-5,,,세입\n"
           "2022,일반회계,,,,,200-210-211-02,5,,,세입\n"
           "2021,특별회계,,,,,200-210-211-02,5,,,세입\n"
           "2021,일반회계,,,,,200-210-211-03,-,사비,내년,수입\n",
           options);
  EXPECT_EQ(Rules(load.report),
            "2.4 csv.parent\n3.7 csv.needed\n5.9 csv.duplicate_row\n6.8 csv.sign\n7.1 "
            "csv.one_budget\n8.2 csv.one_budget\n9.3 csv.needed\n9.6 csv.needed\n9.8 "
            "csv.amount\n9.9 csv.source\n9.10 csv.origin\n9.11 csv.side\n");
  EXPECT_EQ(book.account_count() + book.department_count() + book.program_count() +
                book.item_count() + book.entry_count(),
            0U);
  EXPECT_TRUE(load.document.lines.empty());
}

TEST(LoadBudget, MakesNothingWhereTheLedgerRefuses) {
  // An original budget needs a vote of the council under the Korean policy.
  Book book = *Book::Make(Government{"", "시험시"}, Policy::KoreanLocalGovernment());
  BudgetLoadOptions options = Original();
  options.create = true;
  const BudgetLoad load = Load(book, kWhole, options);
  EXPECT_EQ(Rules(load.report), "2.0 authorization_missing\n");
  EXPECT_EQ(book.item_count() + book.program_count() + book.account_count(), 0U);
}

TEST(LoadBudget, RefusesAnUnknownObjectItemWithoutItsGroup) {
  Book book = *Book::Make(Government{"", "시험시"}, NoRevenue());
  BudgetLoadOptions options = Original();
  options.create = true;
  std::string text = kWhole;
  text.replace(text.find("999,999-99"), 10, ",999-99");
  EXPECT_EQ(Rules(Load(book, text, options).report), "4.15 csv.object_group\n");
  options.create = false;
  EXPECT_EQ(Load(book, text, options).report.problems.size(), 9U);  // account, department, field
}

TEST(LoadBudget, RefusesAnObjectGroupThatIsNotThatOfTheObjectItem) {
  const std::string head =
      "회계연도,회계,부서,분야,분야명,부문,부문명,정책사업,정책사업명,단위사업,단위사업명,"
      "세부사업,세부사업명,편성목,통계목,금액\n";
  const std::string place =
      "2026,일반회계,문화과,060,문화및관광,061,문화예술,100,문화 진흥,110,축제,111,봄 축제,";
  BudgetLoadOptions options = Original();
  options.create = true;
  options.fiscal_year = 2026;
  options.day = Day(2026, 1, 1);
  for (const bool right : {false, true}) {
    NamedCity city(NoRevenue());
    const std::string text =
        head + place + "201,201-03,10\n" + place + (right ? "101" : "201") + ",101-01,20\n";
    const BudgetLoad load = Load(city.book, text, options);
    EXPECT_EQ(Rules(load.report), right ? "" : "3.14 csv.object_group\n");
    EXPECT_EQ(load.items_made, right ? 2U : 0U);
  }
}

TEST(LoadBudget, ChecksAProposalAndPostsNothing) {
  NamedCity city(Policy::Permissive());
  BudgetLoadOptions options = Original();
  options.stage = BudgetStage::kProposal;
  const BudgetLoad load = Load(city.book, kSmall, options);
  ASSERT_TRUE(load.report.ok()) << load.report.problems[0].message.en;
  EXPECT_EQ(load.document.lines.size(), 2U);
  EXPECT_EQ(city.book.entry_count(), 0U);
}

TEST(LoadBudget, WritesBalancesAndSettlements) {
  NamedCity city(Policy::Permissive());
  ASSERT_TRUE(Load(city.book, kSmall, Original()).report.ok());
  const auto table = city.book.Balances(ItemFilter(), GroupBy::kDetailedProgram);
  ASSERT_TRUE(table.ok());
  std::string text;
  TableOptions options;
  options.language = Language::kEnglish;
  ASSERT_TRUE(WriteBalances(city.book, *table, SinkTo(text), options, 2021).ok());
  EXPECT_EQ(text.substr(0, text.find("\r\n")),
            "detailed_program,detailed_program_name,original,supplementary,provisional,adopted,"
            "carryover_in,pre_enactment,excess_revenue,inter_program_virement,"
            "intra_program_virement,minor_reallocation,reorganization,contingency_draw,"
            "current_budget,allotted,committed_total,disbursed,outstanding,explicit_out,"
            "accidental_out,continuing_out,construction_out,carryover_out,commitments_out,"
            "lapsed_balance,subsidy_refund,unspent_balance,assessed,received,written_off,"
            "uncollected");
  EXPECT_NE(text.find("\r\n1234,마을공동체 종합지원센터 운영,4067396000,0,0,4067396000,"),
            std::string::npos);
  const auto rows = Settle(city.book, 2021, GroupBy::kItem);
  ASSERT_TRUE(rows.ok());
  text.clear();
  ASSERT_TRUE(WriteSettlement(city.book, *rows, GroupBy::kItem, SinkTo(text), TableOptions()).ok());
  EXPECT_EQ(text.substr(0, 12), "결산연도");
  EXPECT_NE(
      text.find("2021,1,2021,일반회계,지역공동체담당관,1234,307-05,당해연도,세출,4066896000,"),
      std::string::npos);
}

TEST(LoadBudget, WritesMinorDigitsWithAPointAndReadsThem) {
  Government government{"", "Testford"};
  government.currency = "USD";
  government.minor_digits = 2;
  Book book = *Book::Make(government, Policy::Permissive());
  BudgetLoadOptions options = Original();
  options.create = true;
  std::string text = kWhole;
  text.replace(text.rfind(",30\n"), 4, ",\"1,234.5\"\n");
  ASSERT_TRUE(Load(book, text, options).report.ok());
  EXPECT_EQ(book.BalancesOf(ItemId{3}).adopted(), 123'450);
  EXPECT_EQ(book.BalancesOf(ItemId{1}).adopted(), 1'000);
  std::string out;
  ASSERT_TRUE(WriteBudget(book, *DocumentOf(book, {2021, AccountId{1}, BudgetStage::kOriginal, 0}),
                          SinkTo(out))
                  .ok());
  EXPECT_NE(out.find(",1234.50,"), std::string::npos);
  text.replace(text.find("1,234.5"), 7, "1.234567");
  Book other = *Book::Make(government, Policy::Permissive());
  EXPECT_EQ(Rules(Load(other, text, options).report), "4.16 csv.amount\n");
}

}  // namespace
}  // namespace yesan
