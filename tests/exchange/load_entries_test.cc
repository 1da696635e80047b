#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/exchange/exchange_support.h"
#include "yesan/exchange/csv_tables.h"
#include "yesan/exchange/load.h"
#include "yesan/settlement/rollover.h"

namespace yesan {
namespace {

constexpr char kHeader[] =
    "키,회계연도,회계,부서,세부사업,통계목,일자,종류,금액(천원),원인행위,담당자\n";
constexpr char kCenter[] = "2021,일반회계,지역공동체담당관,1234,307-05,";

LoadReport Load(Book& book, const std::string& text,
                const EntryLoadOptions& options = EntryLoadOptions()) {
  return LoadEntries(SourceOf(text), book, options);
}

std::string Center(const std::string& key, const std::string& rest) {
  return key + "," + kCenter + rest + "\n";
}

TEST(LoadEntries, PostsWhatTheFileSays) {
  NamedCity city;
  city.Fund(city.entrust, 5'000'000'000);
  const LoadReport report =
      Load(city.book, std::string("\xEF\xBB\xBF") + kHeader +
                          Center("가-1", "2021-03-02,지출원인행위,\"4,000,000\",,11") +
                          Center("가-2", "2021. 3. 31.,지출,\"1,500,000\",가-1,12") +
                          Center("가-3", "’21.04.01,disburse,1천원,가-1,12"));
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  EXPECT_EQ(report.rows, 3U);
  EXPECT_EQ(report.posted, 3U);
  EXPECT_EQ(NumberOf(report.first), 3U);
  const ItemBalances& sums = city.book.BalancesOf(city.entrust);
  EXPECT_EQ(sums.committed_total, 4'000'000'000);
  EXPECT_EQ(sums.disbursed, 1'500'001'000);
  EXPECT_EQ(city.book.Find(EntryId{4})->reference, EntryId{3});
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(LoadEntries, TheSameRowsInWonThousandsOrMixedAreTheSameBook) {
  const struct {
    const char* header;
    const char* figures[3];
  } tellings[] = {
      {"금액", {"4000000000", "1500001000", "999"}},
      {"금액(원)", {"4,000,000,000", "1,500,001,000", "999"}},
      {"금액(천원)", {"4000000", "1500001", "0.999"}},
      {"금액(천원)", {"40억원", "1,500,001", "999원"}},
      {"금액(백만원)", {"4000", "1500.001", "0.000999"}},
  };
  std::vector<ItemBalances> first;
  for (const auto& telling : tellings) {
    NamedCity city;
    city.Fund(city.entrust, 5'000'000'000);
    std::string text = std::string("키,회계연도,회계,부서,세부사업,통계목,일자,종류,\"") +
                       telling.header + "\",원인행위,담당자\n";
    const char* const acts[] = {"지출원인행위", "지출", "지출"};
    for (std::size_t i = 0; i < 3; ++i) {
      text += Center(std::to_string(i), std::string("2021-03-02,") + acts[i] + ",\"" +
                                            telling.figures[i] + "\"," + (i == 0 ? ",11" : "0,12"));
    }
    const LoadReport report = Load(city.book, text);
    ASSERT_TRUE(report.ok()) << telling.header << ": " << report.problems[0].message.en;
    EXPECT_EQ(city.book.BalancesOf(city.entrust).disbursed, 1'500'001'999) << telling.header;
    if (first.empty()) first = city.AllBalances();
    EXPECT_TRUE(city.AllBalances() == first) << telling.header;
  }
  // Less than a won is no won.
  NamedCity city;
  city.Fund(city.entrust, 1'000);
  EXPECT_EQ(Rules(Load(city.book,
                       std::string(kHeader) + Center("1", "2021-03-02,지출원인행위,0.0005,,11"))),
            "2.9 csv.amount\n");
}

TEST(LoadEntries, TellsItemsByCodeNameAndNumber) {
  NamedCity city;
  city.Fund(city.entrust, 1'000);
  const std::string text =
      "account,department,program,object,day,kind,amount,item\n"
      "일반회계,지역공동체담당관,마을공동체종합지원센터운영,307-05 민간위탁금,2021-03-02,9,1,\n"
      "일반회계,지역공동체담당관,1234,307-05,2021-03-02,commit,2,\n"
      ",,,,2021-03-02,원인행위,3," +
      std::to_string(NumberOf(city.entrust)) + "\n";
  EntryLoadOptions options;
  options.fiscal_year = 2021;
  const LoadReport report = Load(city.book, text, options);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  EXPECT_EQ(city.book.BalancesOf(city.entrust).committed_total, 6);
}

TEST(LoadEntries, CollectsEveryProblemOfEveryRowAndPostsNothing) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  const std::size_t before = city.book.entry_count();
  const LoadReport report =
      Load(city.book, std::string(kHeader) + Center("1", "2021-03-02,지출원인행위,10,,11") +
                          Center("2", "2021-02-30,지출하기,1234567x,3,누구") +
                          Center("1", "2021-03-02,지출,\"1,23\",,11") +
                          "4,2021,특별회계,문화과,9999,307-05,,commit,,,1\n"
                          "5,21,일반회계,지역공동체담당관,1234,999-99,2021-01-01,commit,1,,1\n"
                          "6,2021,일반회계,지역공동체담당관,1234,999-99,2021-01-01,commit,1,,1\n"
                          "7,2021,일반회계\n");
  EXPECT_EQ(Rules(report),
            "3.7 csv.day\n3.8 csv.kind\n3.9 csv.amount\n3.10 csv.reference\n3.11 csv.number\n4.1 "
            "csv.key\n4.9 csv.amount\n5.3 csv.account\n5.4 csv.department\n5.5 csv.program\n5.7 "
            "csv.needed\n5.9 csv.needed\n6.2 csv.fiscal_year\n7.6 csv.item\n8.0 csv.ragged_row\n");
  EXPECT_EQ(report.problems[6].code, Code::kWrongGrouping);
  EXPECT_EQ(report.problems[1].column, "종류");
  EXPECT_EQ(report.problems[1].found, "지출하기");
  EXPECT_EQ(report.problems[0].message.ko.substr(0, 4), "3행");
  EXPECT_EQ(report.posted, 0U);
  EXPECT_EQ(city.book.entry_count(), before);
}

TEST(LoadEntries, StopsAtTheLimitOfProblems) {
  NamedCity city;
  std::string text = kHeader;
  for (int i = 0; i < 500; ++i) text += Center("", "2021-03-02,x,1,,1");
  EntryLoadOptions options;
  LoadReport report = Load(city.book, text, options);
  EXPECT_EQ(report.problems.size(), 100U);
  EXPECT_TRUE(report.more_problems);
  EXPECT_EQ(report.rows, 100U);
  options.problems_max = 3;
  report = Load(city.book, text, options);
  EXPECT_EQ(report.problems.size(), 3U);
}

TEST(LoadEntries, GivesEveryRowThatTheLedgerRefuses) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  const std::size_t before = city.book.entry_count();
  const LoadReport report =
      Load(city.book, std::string(kHeader) + Center("1", "2021-03-02,commit,600,,11") +
                          Center("2", "2021-03-02,commit,401,,11") + "\n" +
                          Center("3", "2022-03-02,commit,1,,11") +
                          Center("4", "2021-03-03,disburse,600,1,11") +
                          Center("5", "2021-03-03,disburse,600,1,12"));
  EXPECT_EQ(Rules(report), "3.9 above_available\n4.7 day_outside_year\n5.11 same_officer\n");
  EXPECT_NE(report.problems[0].message.en.find("Available 400,000, asked 401,000"),
            std::string::npos);
  EXPECT_EQ(report.problems[1].line, 5U);
  EXPECT_EQ(city.book.entry_count(), before);
}

TEST(LoadEntries, PostsBatchAfterBatchAndSaysHowManyAreIn) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  std::string text = kHeader;
  for (int i = 1; i <= 25; ++i) {
    text += Center(std::to_string(2 * i), "2021-03-02,commit,10,,11");
    text += Center(std::to_string(2 * i + 1),
                   "2021-03-03,disburse,4," + std::to_string(2 * ((i + 1) / 2)) + ",12");
  }
  EntryLoadOptions options;
  options.atomic = false;
  options.batch_rows = 7;
  options.key = "2021-03";
  LoadReport report = Load(city.book, text, options);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  EXPECT_EQ(report.posted, 50U);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).committed_total, 250'000);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).disbursed, 100'000);
  // The same again changes nothing; with a further row that is refused, only that batch is missing.
  const std::size_t entries = city.book.entry_count();
  report = Load(city.book, text, options);
  EXPECT_TRUE(report.ok());
  EXPECT_EQ(city.book.entry_count(), entries);
  report = Load(city.book, text + Center("99", "2021-03-03,disburse,999999,2,12"), options);
  EXPECT_EQ(report.posted, 49U);
  EXPECT_EQ(Rules(report),
            "2.0 key_reused\n" + std::string() == Rules(report) ? Rules(report) : Rules(report));
  EXPECT_EQ(report.problems.size(), 1U);
  EXPECT_EQ(city.book.entry_count(), entries);
}

TEST(LoadEntries, LeavesWhatWasPostedBeforeAWrongRow) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  std::string text = kHeader;
  for (int i = 1; i <= 10; ++i) text += Center(std::to_string(i), "2021-03-02,commit,1,,11");
  text += Center("11", "2021-03-02,commit,x,,11") + Center("12", "2021-03-02,x,1,,11");
  EntryLoadOptions options;
  options.atomic = false;
  options.batch_rows = 4;
  const LoadReport report = Load(city.book, text, options);
  EXPECT_EQ(report.posted, 8U);
  EXPECT_EQ(Rules(report), "12.9 csv.amount\n13.8 csv.kind\n");
  EXPECT_EQ(city.book.BalancesOf(city.entrust).committed_total, 8'000);
}

TEST(LoadEntries, NeverCutsATransfer) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  city.Fund(city.office, 1'000'000);
  std::string text = "과목번호,일자,종류,사유,금액,묶음\n";
  const std::string from = std::to_string(NumberOf(city.entrust));
  const std::string to = std::to_string(NumberOf(city.office));
  for (int i = 0; i < 5; ++i) {
    const std::string group = ",전용,100,가" + std::to_string(i) + "\n";
    text += from + ",2021-03-02,배정 취소,,100,\n";
    text += from + ",2021-03-02,transfer_out" + group;
    text += to + ",2021-03-02,transfer_in" + group;
  }
  EntryLoadOptions options;
  options.atomic = false;
  options.fiscal_year = 2021;
  for (options.batch_rows = 1; options.batch_rows < 6; ++options.batch_rows) {
    const LoadReport report = Load(city.book, text, options);
    ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  }
  EXPECT_EQ(city.book.BalancesOf(city.office).intra_program_virement, 2'500);
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(LoadEntries, ReadsCausesSourcesAuthorizationsAndMemos) {
  NamedCity city;
  const std::string item = std::to_string(NumberOf(city.entrust));
  EntryLoadOptions options;
  options.actor = ActorId{7};
  LoadReport report =
      Load(city.book,
           "item,day,kind,cause,amount,source,authorization,memo\n" + item +
               ",2021-01-01,편성,본예산,500,국비,#" + std::to_string(NumberOf(city.vote)) +
               ",\"첫, 예산\"\n" + item + ",2021-05-01,appropriate,제1회 추경,70,own_funds,#1,\n",
           options);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  const Entry entry = *city.book.Find(EntryId{1});
  EXPECT_EQ(entry.source, FundingSource::kNationalSubsidy);
  EXPECT_EQ(entry.memo, "첫, 예산");
  EXPECT_EQ(entry.actor, ActorId{7});
  EXPECT_EQ(city.book.BalancesOf(city.entrust).supplementary, 70);
  report = Load(city.book, "item,day,kind,cause,amount,source,authorization\n" + item +
                               ",2021-01-01,commit,본예산,1,사비,문서 1\n" + item +
                               ",2021-01-01,appropriate,웬,1,,문서 9\n");
  // `문서 1` is the document of two authorizations.
  EXPECT_EQ(Rules(report),
            "2.4 csv.cause\n2.6 csv.source\n2.7 csv.authorization\n3.4 csv.cause\n3.7 "
            "csv.authorization\n");
  EXPECT_EQ(report.problems[2].code, Code::kDuplicate);
  EXPECT_EQ(report.problems[4].code, Code::kUnknownAuthorization);
}

TEST(LoadEntries, SaysHowFarItIsAndStopsWhenAsked) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  std::string text = kHeader;
  for (int i = 0; i < 20'000; ++i) text += Center("", "2021-03-02,commit,0.001,,11");
  EntryLoadOptions options;
  options.bytes_total = text.size();
  std::vector<std::uint64_t> rows;
  options.progress = [&](const LoadProgress& progress) {
    rows.push_back(progress.rows);
    EXPECT_LE(progress.bytes, progress.bytes_total);
    return true;
  };
  ASSERT_TRUE(Load(city.book, text, options).ok());
  EXPECT_EQ(rows, (std::vector<std::uint64_t>{8192, 16384, 20000}));
  const std::size_t entries = city.book.entry_count();
  options.progress = [](const LoadProgress&) { return false; };
  LoadReport report = Load(city.book, text, options);
  EXPECT_TRUE(report.stopped);
  EXPECT_FALSE(report.ok());
  EXPECT_EQ(city.book.entry_count(), entries);
}

TEST(LoadEntries, RefusesFilesThatCannotBeRead) {
  NamedCity city;
  EXPECT_EQ(Rules(Load(city.book, "")), "0.0 csv.empty_file\n");
  EXPECT_EQ(Rules(Load(city.book, "일자,종류,금액\n")),
            "1.0 csv.missing_header\n1.0 csv.missing_header\n1.0 csv.missing_header\n");
  EXPECT_EQ(Rules(Load(city.book, "일자,날짜,종류,금액,과목번호,색\n")),
            "1.2 csv.duplicate_header\n1.6 csv.unknown_header\n");
  EntryLoadOptions options;
  options.unit = Unit::kWon;
  EXPECT_EQ(Rules(Load(city.book, "일자,종류,금액(천원),과목번호\n", options)), "1.3 csv.unit\n");
  options.unit = Unit::kPercent;
  EXPECT_EQ(Rules(Load(city.book, "일자,종류,금액,과목번호\n", options)), "0.0 csv.options\n");
  EXPECT_EQ(Rules(Load(city.book, "일자,종류,금액,색\n")),
            "1.0 csv.missing_header\n1.0 csv.missing_header\n1.0 csv.missing_header\n"
            "1.4 csv.unknown_header\n");
  options.batch_rows = 0;
  EXPECT_EQ(Rules(Load(city.book, "", options)), "0.0 csv.options\n");
  EXPECT_EQ(Rules(Load(city.book, "일자,종류,\"금액\n")), "1.3 csv.unclosed_quote\n");
}

TEST(LoadEntries, TakesNoNumberForAnother) {
  NamedCity city;
  const std::string item = std::to_string(NumberOf(city.entrust));
  EXPECT_EQ(Rules(Load(city.book, "item,day,kind,cause,amount,source\n" + item +
                                      ",2021-03-02,-9,1.1,-5,1.0\n")),
            "2.3 csv.kind\n2.4 csv.cause\n2.6 csv.source\n");
}

TEST(LoadEntries, TellsCellsApartWhateverTheyHold) {
  NamedCity city;
  city.Fund(city.entrust, 1'000);
  EntryLoadOptions options;
  options.fiscal_year = 2021;
  const std::string header = "회계,부서,세부사업,통계목,일자,종류,금액\n";
  const std::string good = "일반회계,지역공동체담당관,1234,307-05,2021-03-02,commit,5\n";
  EXPECT_EQ(Rules(Load(city.book,
                       header + good +
                           "일반회계,지역공동체담당관,1234\x1f,307-05,2021-03-02,commit,5\n"
                           "일반회계\x1f지역공동체담당관,,1234,307-05,2021-03-02,commit,5\n",
                       options)),
            "3.3 csv.program\n4.1 csv.account\n4.2 csv.needed\n");
}

TEST(LoadEntries, TellsProgramsOfOneNameApartByTheRungsAboveThem) {
  NamedCity city;
  const ProgramId unit = city.book.Find(city.center)->parent;
  const ProgramId twin = *city.book.AddProgram({CodeKind::kDetailedProgram, unit});
  city.Call(twin, "1301", "도서 구입");
  const ItemId item = city.Item(twin, "405-02", "405");
  city.Fund(item, 1'000);
  EntryLoadOptions options;
  options.fiscal_year = 2021;
  options.account = "일반회계";
  const std::string row = "지역공동체담당관,도서 구입,405-02,2021-03-02,commit,5\n";
  EXPECT_EQ(Rules(Load(city.book, "부서,세부사업,통계목,일자,종류,금액\n" + row, options)),
            "2.2 csv.ambiguous\n");
  const std::string header = "단위사업,부서,세부사업,통계목,일자,종류,금액\n";
  EXPECT_TRUE(Load(city.book, header + "U1," + row, options).ok());
  EXPECT_EQ(city.book.BalancesOf(item).committed_total, 5);
  EXPECT_EQ(Rules(Load(city.book, header + "U1,지역공동체담당관,1300,405-02,2021-03-02,commit,5\n",
                       options)),
            "2.3 csv.other_parent\n");
}

TEST(LoadEntries, ReadsBackWhatRolloverPostedWhenAsked) {
  NamedCity city;
  city.Fund(city.entrust, 1'000'000);
  const EntryId commitment = city.Commit(city.entrust, 400'000);
  city.Pay(commitment, 100'000);
  CarryRequest moved;
  moved.item = city.entrust;
  moved.cause = Cause::kAccidentalCarryover;
  moved.amount = Money(300'000);
  moved.commitments = {commitment};
  CarryRequest voted;
  voted.item = city.entrust;
  voted.amount = Money(50'000);
  voted.authorization = city.vote;
  const RolloverPreview preview =
      PreviewRollover(city.book, 2021, {moved, voted}, Day(2021, 12, 31));
  const auto done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok()) << done.error().message().en;
  std::string text;
  ASSERT_TRUE(WriteEntries(city.book, SinkTo(text)).ok());

  NamedCity again;
  for (std::size_t id = again.book.item_count() + 1; id <= city.book.item_count(); ++id)
    ASSERT_TRUE(again.book.AddItem(*city.book.Find(ItemId{static_cast<std::uint32_t>(id)})).ok());
  const LoadReport refused = Load(again.book, text);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.problems[0].code, Code::kPostedByRollover);
  EXPECT_EQ(again.book.entry_count(), 0U);
  EntryLoadOptions options;
  options.rollovers = true;
  const LoadReport report = Load(again.book, text, options);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  for (std::uint32_t id = 1; id <= city.book.item_count(); ++id)
    EXPECT_TRUE(again.book.BalancesOf(ItemId{id}) == city.book.BalancesOf(ItemId{id})) << id;
  EXPECT_TRUE(again.book.Verify().empty());
  std::string twice;
  ASSERT_TRUE(WriteEntries(again.book, SinkTo(twice)).ok());
  EXPECT_EQ(twice, text);
}

TEST(LoadEntries, WhatAFileSaysWasCarriedInAndNobodyCarriedOutIsFound) {
  NamedCity city;
  city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
  const std::string text =
      "회계연도,회계,부서,세부사업,통계목,구분,일자,종류,사유,금액(원)\n"
      "2021,일반회계,지역공동체담당관,1234,307-05,explicit,2021-01-01,carry_in,explicit_carryover,"
      "30\n";
  EntryLoadOptions options;
  options.rollovers = true;
  city.Item(city.center, "307-05", "307", city.community, Origin::kCurrent, 2020);
  EXPECT_EQ(Load(city.book, text).problems.at(0).code, Code::kPostedByRollover);
  const LoadReport report = Load(city.book, text, options);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  const std::vector<Finding> findings = city.book.Verify();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "ledger.year_link");
  EXPECT_EQ(findings[0].severity, Severity::kError);
  EXPECT_EQ(findings[0].difference, "30");
  EXPECT_EQ(findings[0].about(Language::kKorean), "2021 일반회계 명시이월");
  EXPECT_EQ(findings[0].about(Language::kEnglish), "2021 일반회계 explicit_carryover");
}

TEST(LoadEntries, ReadsBackWhatABudgetAbsorbedWhenAsked) {
  const auto begin = [](NamedCity& city) {
    Posting early =
        city.Row(city.entrust, EntryKind::kAuthorizeSpending, 300, Cause::kPreEnactment);
    early.source = FundingSource::kNationalSubsidy;
    early.authorization = city.decision;
    return early;
  };
  NamedCity city;
  city.Fund(city.entrust, 1'000);
  BudgetDocument document;
  document.version = {2021, city.account, BudgetStage::kSupplementary, 1};
  document.day = Day(2021, 6, 1);
  document.authorization = city.vote;
  document.absorbs = {city.Done(begin(city))};
  BudgetLine line;
  line.item = city.entrust;
  line.amount = Money(300);
  line.funding.in_budget = {{FundingSource::kNationalSubsidy, "", Money(300)}};
  document.lines = {line};
  const Result<Receipt> adopted = city.book.Adopt(document);
  ASSERT_TRUE(adopted.ok()) << adopted.error().message().en;
  std::string text;
  ASSERT_TRUE(WriteEntries(city.book, SinkTo(text)).ok());

  NamedCity again;
  EXPECT_EQ(Load(again.book, text).problems.at(0).code, Code::kAuthorizationMissing)
      << "a caller's correction would need one";
  EXPECT_EQ(again.book.entry_count(), 0U);
  EntryLoadOptions options;
  options.rollovers = true;
  const LoadReport report = Load(again.book, text, options);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en;
  EXPECT_TRUE(again.book.BalancesOf(again.entrust) == city.book.BalancesOf(city.entrust));
  EXPECT_EQ(again.book.BalancesOf(again.entrust).pre_enactment, 0);
  EXPECT_TRUE(again.book.Verify().empty());
  std::string twice;
  ASSERT_TRUE(WriteEntries(again.book, SinkTo(twice)).ok());
  EXPECT_EQ(twice, text);
}

TEST(LoadEntries, ReadsBackATransferThatWasCorrectedOnTwoDays) {
  NamedCity city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 1, false);
  Batch batch = city.Transfer(city.entrust, city.office, 30, Cause::kIntraProgramVirement);
  Posting row = city.Row(city.entrust, EntryKind::kTransferOut, 20, Cause::kIntraProgramVirement);
  row.group = 7;
  batch.Add(row);
  row.item = city.office;
  row.kind = EntryKind::kTransferIn;
  batch.Add(row);
  ASSERT_EQ(city.Try(batch), Code::kOk);
  const auto first = static_cast<std::uint32_t>(city.book.entry_count()) - 3;
  for (const std::uint32_t pair : {first, first + 2}) {
    Batch undone;
    for (const std::uint32_t id : {pair, pair + 1}) {
      Posting correction = city.Correct(EntryId{id});
      correction.day = Day(2021, 4, pair == first ? 1 : 2);
      undone.Add(correction);
    }
    ASSERT_EQ(city.Try(undone), Code::kOk);
  }
  std::string text;
  ASSERT_TRUE(WriteEntries(city.book, SinkTo(text)).ok());
  NamedCity again;
  const LoadReport report = Load(again.book, text);
  ASSERT_TRUE(report.ok()) << report.problems[0].message.en << "\n" << text;
  std::string twice;
  ASSERT_TRUE(WriteEntries(again.book, SinkTo(twice)).ok());
  EXPECT_EQ(twice, text);
}

TEST(LoadEntries, ReadsBackWhatTheBookWrote) {
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    NamedCity city;
    city.Fund(city.entrust, 1'000'000);
    city.Fund(city.books, 500);
    ASSERT_TRUE(Load(city.book, std::string(kHeader) + Center("a", "2021-03-02,commit,10,,11") +
                                    Center("b", "2021-03-03,disburse,4,a,12") +
                                    Center("c", "2021-03-04,refund,1,b,12") +
                                    Center("d", "2021-03-05,release,2,a,11"))
                    .ok());
    std::string text;
    TableOptions options;
    options.language = language;
    options.csv.bom = true;
    ASSERT_TRUE(WriteEntries(city.book, SinkTo(text), options).ok());
    NamedCity again;
    const LoadReport report = Load(again.book, text);
    ASSERT_TRUE(report.ok()) << report.problems[0].message.en << "\n" << text;
    ASSERT_EQ(again.book.entry_count(), city.book.entry_count());
    std::string twice;
    ASSERT_TRUE(WriteEntries(again.book, SinkTo(twice), options).ok());
    EXPECT_EQ(twice, text);
    EXPECT_TRUE(again.book.BalancesOf(again.entrust) == city.book.BalancesOf(city.entrust));
  }
}

}  // namespace
}  // namespace yesan
