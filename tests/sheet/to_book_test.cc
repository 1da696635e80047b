// A sheet becomes a book: the real one to the won, and the refusals.
#include "yesan/sheet/to_book.h"

#include <string>
#include <utility>

#include "tests/sheet/sheet_support.h"
#include "yesan/sheet/views.h"

namespace yesan::test {
namespace {

Classification WithEntrustment() {
  Classification objects = Classification::Korean();
  const Result<void> added =
      objects.Replace({CodeKind::kObjectItem, "307-05", "민간위탁금", "307", 2018, 2025, "시험"});
  EXPECT_TRUE(added.ok());
  return objects;
}

struct Seoul {
  Seoul()
      : book(*Book::Make({"1100000", "서울특별시", GovernmentKind::kMetropolitan},
                         Policy::KoreanLocalGovernment(), WithEntrustment())) {
    const ProgramId field = *book.AddProgram({CodeKind::kField, ProgramId::kNone});
    const ProgramId sector = *book.AddProgram({CodeKind::kSector, field});
    const ProgramId policy = *book.AddProgram({CodeKind::kPolicyProgram, sector});
    options.parent = *book.AddProgram({CodeKind::kUnitProgram, policy});
    options.likely_sources = true;
  }
  Result<SheetImport> Add(const std::string& text) {
    return AddSheet(book, ReadOrDie(text), options);
  }
  Book book;
  SheetImportOptions options;
};

std::string With(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

Money Thousand(std::int64_t figure) { return Money(figure * 1000); }

TEST(ToBook, TheRealSheetBecomesABookToTheWon) {
  Seoul seoul;
  const Result<SheetImport> import = AddSheet(seoul.book, RealSheet(), seoul.options);
  ASSERT_TRUE(import.ok()) << import.error().message().en;
  EXPECT_EQ(import->fiscal_year, 2021);
  EXPECT_EQ(seoul.book.Find(import->account)->name, "일반회계");
  EXPECT_EQ(seoul.book.Find(import->department)->name, "지역공동체담당관");
  ASSERT_EQ(import->items.size(), 1u);
  const ItemKey& key = *seoul.book.Find(import->items[0]);
  EXPECT_EQ(key.object_item, "307-05");
  EXPECT_EQ(key.object_group, "307");
  EXPECT_EQ(key.program, import->program);
  const ImportedBudget& budget = *seoul.book.ImportedBudgetOf(import->items[0]);
  EXPECT_EQ(budget.label, "민간위탁금");
  EXPECT_EQ(budget.prior, BudgetAmount::WithoutPart(Thousand(5'196'358)));
  EXPECT_EQ(budget.current, BudgetAmount::WithoutPart(Thousand(4'066'896)));
  const CostBasis* basis = seoul.book.CostBasisOf(import->items[0], BudgetStage::kOriginal);
  ASSERT_NE(basis, nullptr);
  EXPECT_EQ(basis->size(), 8u);
  EXPECT_EQ(basis->Total(), Thousand(4'066'896));
  EXPECT_EQ(basis->LeavesTotal(), Thousand(4'066'896));
  EXPECT_TRUE(import->findings.empty());
  EXPECT_EQ(seoul.book.entry_count(), 0u) << "a sheet is no vote";
}

TEST(ToBook, TheProgramsYearSaysWhatTheSheetSays) {
  Seoul seoul;
  const SheetImport import = *AddSheet(seoul.book, RealSheet(), seoul.options);
  const ProgramYear& year = *seoul.book.YearsOf(import.program)->Find(2021);
  EXPECT_EQ(year.name, "마을공동체 종합지원센터 운영");
  EXPECT_EQ(year.bureau, "서울민주주의위원회");
  ASSERT_EQ(year.officers.size(), 3u);
  EXPECT_EQ(year.officers[2].name, "기훈");
  EXPECT_EQ(year.officers[2].phone, "2133-6340");
  ASSERT_EQ(year.legal_bases.size(), 1u);
  EXPECT_EQ(year.legal_bases[0].article, 10);
  EXPECT_EQ(year.methods, (std::vector<Method>{Method::kEntrustment, Method::kIndirectSupport}));
  EXPECT_EQ(year.funding.total, Thousand(4'066'896));
  EXPECT_EQ(**year.funding.AmountOf(FundingSource::kProvinceFunds), Thousand(4'066'896));
  EXPECT_EQ(year.funding.outside_budget.size(), 2u);
  ASSERT_EQ(year.schedule.steps.size(), 6u);
  EXPECT_EQ(year.schedule.total, Thousand(4'066'896));
  EXPECT_EQ(year.schedule.steps[3].period->raw, "2020.02~2021.12");
  EXPECT_EQ(year.contract.grantee, "사단법인 마을");
  EXPECT_EQ(year.contract.last_day(), *Date::Make(2021, 8, 22));
  EXPECT_EQ(year.prose.purpose.substr(0, 2), "- ");
  EXPECT_NE(year.prose.content.find("\n - 정책개발"), std::string::npos) << "depth is kept";
#ifdef YESAN_WITH_HTML
  EXPECT_EQ(year.period_text, "☑ 연례반복");
#else
  EXPECT_NE(year.period_text.find("연례반복"), std::string::npos) << "the tag is kept as text";
#endif
}

TEST(ToBook, SettledYearsAreMarkedImportedAndTheRecordsKept) {
  Seoul seoul;
  const SheetImport import = *AddSheet(seoul.book, RealSheet(), seoul.options);
  EXPECT_EQ(import.imported_years, (std::vector<std::int32_t>{2017, 2018, 2019, 2020}));
  const std::vector<ImportedYear>& years = seoul.book.ImportedYearsOf(import.program);
  ASSERT_EQ(years.size(), 4u);
  EXPECT_EQ(years[0].adopted, BudgetAmount::WithoutPart(Thousand(5'218'436)));
  EXPECT_EQ(years[0].disbursed.total, Thousand(4'908'037));
  EXPECT_EQ(years[0].lapsed_balance.total, Thousand(310'399));
  EXPECT_EQ(years[1].lapsed_balance.total, Thousand(286'412));
  EXPECT_EQ(years[2].carryover_out.total, Money(0));
  EXPECT_FALSE(years[3].has_settlement()) << "2020 has a record only";
  EXPECT_NE(years[3].record.find("연구 과제 7종추진"), std::string::npos);
  EXPECT_EQ(years[0].document, "2021년도 사업별 설명서");
}

TEST(ToBook, ItsLinesAreABudgetThatIsAdopted) {
  Seoul seoul;
  SheetImport import = *AddSheet(seoul.book, RealSheet(), seoul.options);
  Authorization vote;
  vote.day = *Date::Make(2020, 12, 16);
  vote.document = "의결";
  BudgetDocument document;
  document.version = {2021, import.account, BudgetStage::kOriginal, 0};
  document.day = *Date::Make(2021, 1, 1);
  document.authorization = *seoul.book.AddAuthorization(vote);
  document.lines = import.lines;
  ASSERT_TRUE(seoul.book.Adopt(document).ok());
  EXPECT_EQ(seoul.book.BalancesOf(import.items[0]).original, 4'066'896'000);
}

TEST(ToBook, AnUnknownSourceIsNeverGuessedUnasked) {
  Seoul seoul;
  seoul.options.likely_sources = false;
  const SheetImport import = *AddSheet(seoul.book, RealSheet(), seoul.options);
  ASSERT_EQ(import.findings.size(), 1u);
  EXPECT_EQ(import.findings[0].rule, "funding.label");
  EXPECT_EQ(import.findings[0].place.line, 12u);
  EXPECT_TRUE(import.lines[0].funding.in_budget.empty());
  EXPECT_FALSE(*seoul.book.YearsOf(import.program)
                    ->Find(2021)
                    ->funding.AmountOf(FundingSource::kProvinceFunds));
}

TEST(ToBook, NodesAreFoundOrMadeByTheNamesThatTheSheetPrints) {
  Seoul seoul;
  seoul.options.parent = ProgramId::kNone;
  const std::string text = With(RealText(), "사업기간\t",
                                "분야\t일반공공행정\t부문\t일반행정\n정책사업\t시민참여\t단위사업\t"
                                "마을공동체 활성화\n사업기간\t");
  const std::size_t before = seoul.book.program_count();
  const Result<SheetImport> import = seoul.Add(text);
  ASSERT_TRUE(import.ok()) << import.error().message().en;
  EXPECT_EQ(seoul.book.program_count(), before + 5);
  const ProgramId unit = seoul.book.Find(import->program)->parent;
  EXPECT_EQ(seoul.book.YearsOf(unit)->NameIn(2021), "마을공동체 활성화");
  // The next year's sheet finds them all again.
  std::string next = text;
  for (const auto& [from, to] :
       {std::pair("2021예산액", "2022예산액"), std::pair("2020예산액", "2021예산액")})
    next = With(next, from, to);
  const Result<SheetImport> again = seoul.Add(next);
  ASSERT_TRUE(again.ok()) << again.error().message().en;
  EXPECT_EQ(again->program, import->program);
  EXPECT_EQ(seoul.book.program_count(), before + 5);
}

// One changed figure, the rule that it breaks, and its line.
struct Slip {
  const char* from;
  const char* to;
  const char* rule;
  std::uint32_t line;
};

TEST(ToBook, WhatDoesNotAddUpIsRefusedWithItsPlaceOrTakenAndListed) {
  constexpr Slip kSlips[] = {
      {"계\t(x-) 5,196,358\t(x-) 4,066,896\t(x-) Δ1,129,462",
       "계\t(x-) 5,196,358\t(x-) 4,066,896\t(x-) Δ1,129,463", "overview.change", 30},
      {"계\t(x-) 5,196,358", "계\t(x-) 5,196,359", "overview.change", 30},
      {"계\t(x-) 5,196,358\t(x-) 4,066,896\t(x-) Δ1,129,462",
       "계\t(x-) 5,196,359\t(x-) 4,066,896\t(x-) Δ1,129,463", "overview.sum", 30},
      {"= 301,400천원", "= 301,401천원", "basis.sum", 41},
      {"14,320,000\t= 14,320천원", "14,320,000\t= 14,321천원", "basis.item", 0},
      {"(사비)4,066,896천원", "(사비)4,066,895천원", "funding.sum", 12},
      {"4,066,896천원\t(국비)\t(사비)4,066,896천원", "4,066,897천원\t(국비)\t(사비)4,066,897천원",
       "funding.total", 12},
      {"2021.09~2021.12\t14,320", "2021.09~2021.12\t14,321", "schedule.sum", 99},
      {"(x-) 4,908,037", "(x-) 4,908,038", "settlement.lapsed", 0},
      {"(x-) 5,218,436\t(x-) 0", "(x-) 5,218,437\t(x-) 0", "settlement.current_budget", 0},
      {"(x-) 5,656,594\t(x-) 0\t(x-) 0\t(x-) 5,656,594",
       "(x-) 5,656,594\t(x-) 1\t(x-) 0\t(x-) 5,656,595", "settlement.lapsed", 0},
  };
  for (const Slip& slip : kSlips) {
    SCOPED_TRACE(slip.to);
    Seoul seoul;
    const std::string text = With(RealText(), slip.from, slip.to);
    const Result<SheetImport> refused = seoul.Add(text);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.code(), Code::kDoesNotAddUp);
    EXPECT_EQ(refused.error().rule(), slip.rule);
    EXPECT_TRUE(refused.error().place().known());
    if (slip.line != 0) {
      EXPECT_EQ(refused.error().place().line, slip.line);
    }
    EXPECT_EQ(seoul.book.account_count() + seoul.book.item_count(), 0u) << "nothing is added";
    EXPECT_EQ(seoul.book.program_count(), 4u);
    seoul.options.lenient = true;
    const Result<SheetImport> taken = seoul.Add(text);
    ASSERT_TRUE(taken.ok()) << taken.error().message().en;
    bool listed = false;
    for (const Finding& finding : taken->findings) listed = listed || finding.rule == slip.rule;
    EXPECT_TRUE(listed);
  }
}

TEST(ToBook, RefusesWhatTheSheetDoesNotSay) {
  {
    Seoul seoul;
    seoul.options.parent = ProgramId::kNone;
    EXPECT_EQ(seoul.Add(RealText()).error().rule(), "sheet.parent");
  }
  {
    Seoul seoul;
    EXPECT_EQ(seoul.Add(With(RealText(), "일반회계", "회계과")).error().rule(), "sheet.account");
    EXPECT_EQ(seoul.Add(With(RealText(), "지역공동체담당관\t", "\t")).error().rule(),
              "sheet.department");
    const Result<SheetImport> unknown =
        seoul.Add(With(RealText(), "민간위탁금\t(x-)", "모르는 목\t(x-)"));
    EXPECT_EQ(unknown.error().rule(), "sheet.object");
    EXPECT_EQ(unknown.code(), Code::kNotFound);
    EXPECT_EQ(seoul.Add("제목\n").code(), Code::kNotFound);
    EXPECT_EQ(AddSheet(seoul.book, Sheet(), seoul.options).error().rule(), "sheet.title");
    EXPECT_EQ(seoul.Add(With(RealText(), "(단위 : 천원, %)", "")).code(), Code::kWrongUnit);
    EXPECT_EQ(
        seoul.Add(With(RealText(), "민간위탁금\t(x-) 5,196,358", "민간위탁금\t5,19x,358")).code(),
        Code::kSyntax);
    EXPECT_EQ(seoul.book.item_count() + seoul.book.account_count(), 0u);
    // A mapping says what the label is.
    seoul.options.objects = {{"모르는 목", "307-99", "307"}};
    EXPECT_TRUE(seoul.Add(With(RealText(), "민간위탁금\t(x-)", "모르는 목\t(x-)")).ok());
  }
  {
    Seoul seoul;
    seoul.options.parent = ProgramId{1};
    EXPECT_EQ(seoul.Add(RealText()).code(), Code::kInvalidArgument);
    seoul.options.parent = ProgramId{99};
    EXPECT_EQ(seoul.Add(RealText()).code(), Code::kNotFound);
  }
  {
    Seoul seoul;
    seoul.options.stage = BudgetStage::kFinal;
    EXPECT_EQ(seoul.Add(RealText()).code(), Code::kInvalidArgument);
    EXPECT_EQ(seoul.book.program_count(), 4u);
  }
}

TEST(ToBook, RefusesAYearThatIsThereOrClosed) {
  Seoul seoul;
  ASSERT_TRUE(seoul.Add(RealText()).ok());
  EXPECT_EQ(seoul.Add(RealText()).code(), Code::kDuplicate);
  ASSERT_TRUE(seoul.book.Close(2021).ok());
  EXPECT_EQ(seoul.Add(RealText()).code(), Code::kYearClosed);
}

TEST(ToBook, TwoSheetsThatTellAYearDifferentlyAreRefused) {
  Seoul seoul;
  ASSERT_TRUE(seoul.Add(RealText()).ok());
  std::string next = With(RealText(), "2021예산액", "2022예산액");
  next = With(next, "2020예산액", "2021예산액");
  next = With(next, "(x-) 4,908,037\t(x-) 0\t(x-) 310,399", "(x-) 4,908,036\t(x-) 0\t(x-) 310,400");
  const Result<SheetImport> refused = seoul.Add(next);
  EXPECT_EQ(refused.code(), Code::kDoesNotAddUp);
  EXPECT_EQ(refused.error().rule(), "together.settlement");
  seoul.options.lenient = true;
  const SheetImport taken = *seoul.Add(next);
  EXPECT_EQ(seoul.book.ImportedYearsOf(taken.program)[0].disbursed.total, Thousand(4'908'037));
}

}  // namespace
}  // namespace yesan::test
