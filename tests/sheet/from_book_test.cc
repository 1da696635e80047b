// The sheet of a coming year out of a book: its figures, where its past comes from, and the refusals.
#include "yesan/sheet/from_book.h"

#include <string>

#include "tests/sheet/book_years.h"
#include "tests/sheet/sheet_support.h"
#include "yesan/sheet/views.h"

namespace yesan::test {
namespace {

struct Ran : SeoulYears {
  Ran() : SeoulYears(RealSheet()) {
    ImportYear2020();
    RunTo2024();
  }
  Result<Sheet> Make(std::int32_t year) const { return Make(year, Options(year)); }
  Result<Sheet> Make(std::int32_t year, const SheetYearOptions& options) const {
    return MakeSheet(book, seoul.program, year, options);
  }
};

std::string Printed(const Figure& figure) { return std::string(figure.printed.text); }

TEST(FromBook, ComparesLastYearsFinalBudgetWithThisYearsOriginalOne) {
  const Ran ran;
  const Sheet sheet = *ran.Make(2024);
  EXPECT_EQ(sheet.title.text, "마을공동체 종합지원센터 운영");
  EXPECT_EQ(sheet.fiscal_year, 2024);
  const OverviewView view = OverviewOf(sheet);
  EXPECT_EQ(view.prior_year, 2023);
  ASSERT_EQ(view.rows.size(), 2u);
  EXPECT_EQ(view.rows[1].label.text, "민간위탁금");
  for (const OverviewRow& row : view.rows) {
    EXPECT_EQ(Printed(row.prior), "(x 400,000) 4,600,000");
    EXPECT_EQ(Printed(row.current), "(x 350,000) 4,100,000");
    EXPECT_EQ(Printed(row.change), "(x Δ50,000) Δ500,000");
    EXPECT_EQ(Printed(row.rate), "Δ10.9");
  }
  SheetYearOptions options = Ran::Options(2024);
  options.prior_stage = BudgetStage::kOriginal;
  options.rate_rounding = Rounding::kDown;
  EXPECT_EQ(Printed(OverviewOf(*ran.Make(2024, options)).rows[0].prior), "(x 400,000) 4,500,000");
  EXPECT_EQ(Printed(OverviewOf(*ran.Make(2024, options)).rows[0].rate), "Δ8.8");
  options.prior_stage = BudgetStage::kSupplementary;
  options.prior_number = 1;
  EXPECT_EQ(Printed(OverviewOf(*ran.Make(2024, options)).rows[0].prior), "(x 400,000) 4,600,000");
}

TEST(FromBook, SettlesTheYearsOutOfTheBookElseAsImported) {
  const Ran ran;
  const std::vector<SheetSettledYear> years = *SettledYearsOf(ran.book, ran.seoul.program, 2024);
  ASSERT_EQ(years.size(), 3u);
  EXPECT_EQ(years[0].origin, YearOrigin::kImported);
  EXPECT_EQ(years[1].origin, YearOrigin::kComputed);
  EXPECT_FALSE(years[2].open);
  const Sheet sheet = *ran.Make(2024);
  const SettlementView view = SettlementOf(sheet);
  ASSERT_EQ(view.years.size(), 3u);
  EXPECT_EQ(Printed(view.years[0].disbursed), "(x-) 5,000,000");
  // 2021: 4,066,896 + 100,000 voted, 20,000 diverted in, 3,900,000 paid, 50,000 carried out.
  EXPECT_EQ(Printed(view.years[1].adopted), "(x-) 4,166,896");
  EXPECT_EQ(Printed(view.years[1].net_adjustment), "(x-) 20,000");
  EXPECT_EQ(Printed(view.years[1].current_budget), "(x-) 4,186,896");
  EXPECT_EQ(Printed(view.years[1].disbursed), "(x-) 3,900,000");
  EXPECT_EQ(Printed(view.years[1].carryover_out), "(x-) 50,000");
  EXPECT_EQ(Printed(view.years[1].lapsed), "(x-) 236,896");
  // 2022: 50,000 came in and was paid beside 4,100,000.
  EXPECT_EQ(view.years[2].carryover_in.won(), InThousands(50'000));
  EXPECT_EQ(view.years[2].current_budget.won(), InThousands(4'370'000));
  EXPECT_EQ(view.years[2].disbursed.won(), InThousands(4'150'000));
  EXPECT_EQ(view.years[2].lapsed.won(), InThousands(170'000));
  std::string notes;
  for (const Text& line : LinesOf(sheet, SectionKind::kSettlement))
    if (line.text.substr(0, 3) == "※") notes += std::string(line.text) + "|";
  EXPECT_EQ(
      notes,
      "※ 2020년: 옮겨 온 자료 (2020회계연도 결산서)|※ 2021년: 장부로 계산|※ 2022년: 장부로 계산|");
}

TEST(FromBook, AYearThatNobodyToldIsMissing) {
  SeoulYears years(RealSheet());
  years.RunTo2024();
  EXPECT_EQ((*SettledYearsOf(years.book, years.seoul.program, 2024))[0].origin,
            YearOrigin::kMissing);
  const Sheet sheet = *MakeSheet(years.book, years.seoul.program, 2024, SeoulYears::Options(2024));
  EXPECT_EQ(SettlementOf(sheet).years.size(), 2u);
  EXPECT_EQ(LinesOf(sheet, SectionKind::kSettlement).size() > 0, true);
}

TEST(FromBook, WhatIsWrittenReadsBackEqualInEveryFormat) {
  const Ran ran;
  for (const std::int32_t year : {2022, 2023, 2024}) ExpectReadsBack(*ran.Make(year));
}

TEST(FromBook, TheImportedSeedComesBackWithItsFigures) {
  SeoulYears years(RealSheet());
  SheetYearOptions options;
  options.prior_stage = BudgetStage::kOriginal;
  options.rate_digits = 0;
  // Its schedule has a step that begins in 2020.
  EXPECT_EQ(MakeSheet(years.book, years.seoul.program, 2021, options).error().rule(),
            "sheet.schedule_period");
  options.lenient = true;
  const Sheet sheet = *MakeSheet(years.book, years.seoul.program, 2021, options);
  const OverviewView seed = OverviewOf(RealSheet());
  const OverviewView made = OverviewOf(sheet);
  ASSERT_EQ(made.rows.size(), 2u);
  // The seed has a row of a lone mark before its rows.
  const OverviewRow& printed = seed.rows[seed.rows.size() - 1];
  EXPECT_EQ(Printed(made.rows[1].prior), Printed(printed.prior));
  EXPECT_EQ(Printed(made.rows[1].current), Printed(printed.current));
  EXPECT_EQ(Printed(made.rows[1].change), Printed(printed.change));
  EXPECT_EQ(Printed(made.rows[1].rate), "Δ22");
  EXPECT_EQ(SettlementOf(sheet).years.size(), 3u);
  EXPECT_EQ(CostBasisOf(sheet).tree.Total(), InThousands(4'066'896));
  EXPECT_EQ(ResultsOf(sheet).size(), 3u);
  ExpectReadsBack(sheet);
  // And a book made of it says the same.
  SeoulYears again(sheet);
  EXPECT_EQ(again.book.ImportedBudgetOf(again.item)->prior,
            years.book.ImportedBudgetOf(years.item)->prior);
  EXPECT_EQ(again.book.YearsOf(again.seoul.program)->Find(2021)->prose.content,
            years.book.YearsOf(years.seoul.program)->Find(2021)->prose.content);
}

TEST(FromBook, AProposalIsTheAmountOfAYearThatIsNotAdopted) {
  Ran ran;
  ran.Plan(2025, 4'300'000, 0);
  EXPECT_EQ(ran.Make(2025).error().rule(), "sheet.current");
  BudgetDocument proposal;
  proposal.version = {2025, ran.seoul.account, BudgetStage::kProposal, 0};
  BudgetLine line;
  line.item = ran.item;
  line.amount = InThousands(4'300'000);
  proposal.lines = {line};
  SheetYearOptions options = Ran::Options(2025);
  options.proposal = &proposal;
  const Sheet sheet = *ran.Make(2025, options);
  EXPECT_EQ(OverviewOf(sheet).rows[0].current.won(), InThousands(4'300'000));
  EXPECT_EQ((*SettledYearsOf(ran.book, ran.seoul.program, 2025, options))[2].origin,
            YearOrigin::kComputed);
  proposal.lines[0].amount = Money(4'300'000'001);
  EXPECT_EQ(ran.Make(2025, options).code(), Code::kInexact);
  proposal.lines[0].amount = InThousands(4'300'001);
  const Result<Sheet> differs = ran.Make(2025, options);
  EXPECT_EQ(differs.code(), Code::kDoesNotAddUp);
  EXPECT_EQ(differs.error().rule(), "sheet.funding");
}

TEST(FromBook, RefusesWhatTheBookDoesNotHave) {
  Ran ran;
  EXPECT_EQ(MakeSheet(ran.book, ProgramId{99}, 2024).code(), Code::kNotFound);
  EXPECT_EQ(MakeSheet(ran.book, ran.unit, 2024).code(), Code::kInvalidArgument);
  EXPECT_EQ(ran.Make(2025).error().rule(), "sheet.program_year");
  EXPECT_EQ(MakeSheet(ran.book, ran.other, 2024).error().rule(), "sheet.program_year");
  SheetYearOptions options = Ran::Options(2024);
  options.prior_stage = BudgetStage::kSupplementary;
  options.prior_number = 2;
  EXPECT_EQ(ran.Make(2024, options).error().rule(), "sheet.prior");
  options = Ran::Options(2024);
  options.current_stage = BudgetStage::kSupplementary;
  options.current_number = 1;
  EXPECT_EQ(ran.Make(2024, options).error().rule(), "sheet.current");
  options = Ran::Options(2024);
  options.rate_digits = 10;
  EXPECT_EQ(ran.Make(2024, options).code(), Code::kOutOfRange);
  options = Ran::Options(2024);
  options.account = AccountId{9};
  EXPECT_EQ(ran.Make(2024, options).code(), Code::kNotFound);
  ASSERT_TRUE(
      ran.book.SetCostBasis(ran.item, BudgetStage::kOriginal, 0, SeoulYears::Basis(4'100'001))
          .ok());
  EXPECT_EQ(ran.Make(2024).error().rule(), "sheet.basis");
  EXPECT_EQ(ran.Make(2024).code(), Code::kDoesNotAddUp);
  ASSERT_TRUE(ran.book.SetCostBasis(ran.item, BudgetStage::kOriginal, 0, {}).ok());
  EXPECT_EQ(ran.Make(2024).code(), Code::kNotFound);
  options = Ran::Options(2024);
  options.lenient = true;
  EXPECT_TRUE(ran.Make(2024, options).ok());
}

TEST(FromBook, AProvisionalBudgetAloneIsNoFinalOne) {
  SeoulYears years(RealSheet());
  Authorization paper;
  paper.kind = AuthorizationKind::kHeadDecision;
  paper.day = On(2020, 12, 30);
  paper.document = "준예산 집행계획";
  paper.purpose = ProvisionalPurpose::kContinuation;
  BudgetDocument document;
  document.version = {2021, years.seoul.account, BudgetStage::kProvisional, 0};
  document.day = On(2021, 1, 1);
  document.authorization = *years.book.AddAuthorization(paper);
  BudgetLine line;
  line.item = years.item;
  line.amount = InThousands(700'000);
  document.lines = {line};
  const Result<Receipt> adopted = years.book.Adopt(document);
  ASSERT_TRUE(adopted.ok()) << adopted.error().message().en;
  years.Plan(2022, 4'200'000, 300'000);
  years.Adopt(2022, 4'200'000, 300'000);
  SheetYearOptions options = SeoulYears::Options(2022);
  const auto refused = MakeSheet(years.book, years.seoul.program, 2022, options);
  ASSERT_FALSE(refused.ok()) << "A would be 0";
  EXPECT_EQ(refused.error().rule(), "sheet.prior");
  options.prior_stage = BudgetStage::kProvisional;
  const Sheet sheet = *MakeSheet(years.book, years.seoul.program, 2022, options);
  EXPECT_EQ(OverviewOf(sheet).rows[0].prior.won(), InThousands(700'000));
}

TEST(FromBook, AnItemThatASupplementaryBudgetDidNotTouchKeepsItsBasis) {
  Ran ran;
  const auto vote = [&](std::int32_t number, ItemId item, const CostBasis& basis) {
    BudgetDocument document;
    document.version = {2024, ran.seoul.account, BudgetStage::kSupplementary, number};
    document.day = On(2024, 5, number);
    document.authorization = ran.vote;
    BudgetLine line;
    line.item = item;
    line.amount = InThousands(10'000);
    line.basis = basis;
    document.lines = {line};
    const Result<Receipt> adopted = ran.book.Adopt(document);
    EXPECT_TRUE(adopted.ok()) << adopted.error().message().en;
  };
  SheetYearOptions options = Ran::Options(2024);
  options.current_stage = BudgetStage::kSupplementary;
  options.current_number = 1;
  SheetYearOptions final_one = Ran::Options(2024);
  final_one.current_stage = BudgetStage::kFinal;
  vote(1, ran.spare, {});
  for (const SheetYearOptions& asked : {options, final_one}) {
    const auto sheet = ran.Make(2024, asked);
    ASSERT_TRUE(sheet.ok()) << sheet.error().message().en;
    EXPECT_EQ(CostBasisOf(*sheet).tree.Total(), InThousands(4'100'000));
  }
  // The next one changes the amount and says no basis: there is none.
  vote(2, ran.item, {});
  EXPECT_TRUE(ran.Make(2024, options).ok());
  final_one.lenient = true;  // funding and schedule are of the first budget
  EXPECT_TRUE(CostBasisOf(*ran.Make(2024, final_one)).lines.empty());
  // The one after it does not touch the item and finds what the third said.
  vote(3, ran.item, SeoulYears::Basis(4'120'000));
  vote(4, ran.spare, {});
  const auto sheet = ran.Make(2024, final_one);
  ASSERT_TRUE(sheet.ok()) << sheet.error().message().en;
  EXPECT_EQ(CostBasisOf(*sheet).tree.Total(), InThousands(4'120'000));
}

}  // namespace
}  // namespace yesan::test
