// Text as careless converters and printers leave it: what can be read with certainty is read, the rest is kept and listed.
#include <gtest/gtest.h>

#include <string>

#include "lib/sheet/lines.h"
#include "tests/base/decomposed.h"
#include "tests/sheet/sheet_support.h"
#include "yesan/base/text.h"
#include "yesan/money/words.h"

namespace yesan::test {
namespace {

// ---- 사업비 --------------------------------------------------------------------------------------

FundingView FundingIn(const Sheet& sheet) { return FundingOf(sheet); }

TEST(Funding, KeepsAnAmountThatCannotBeRead) {
  EXPECT_EQ(FundingIn(ReadOrDie("기본 현황\n사업비\t4066×896천원\t(국비)\t(시비)\n")).total.state,
            FigureState::kUnreadable);
  for (const char* text : {"기본 현황\n사업비\t4,066,8×6천원\t(국비)\t(시비)4,066,896천원\n",
                           "기본 현황\n- 사업비 : 4,066,8×6천원 (시비 4,066,896천원)\n"}) {
    const Sheet sheet = ReadOrDie(text);
    const FundingView funding = FundingIn(sheet);
    EXPECT_EQ(funding.total.state, FigureState::kUnreadable) << text;
    EXPECT_EQ(funding.total.printed.text, "4,066,8×6천원") << text;
    const Place place = funding.total.printed.place;
    EXPECT_EQ(place.line, 2U);
    EXPECT_EQ(sheet.source().substr(place.offset, place.length), "4,066,8×6천원");
    EXPECT_FALSE(funding.total.won().has_value());
    EXPECT_FALSE(funding.entries.empty()) << text;
  }
}

TEST(Funding, TakesNoPartOfAFigureForTheWhole) {
  for (const char* amount : {"4,066,8l6천원", "1,200~1,500백만원", "100천원×12월", "100천원 × 12월",
                             "약 4,066,896천원", "4,066,896천원+@"}) {
    const Sheet sheet =
        ReadOrDie(std::string("기본 현황\n사업비\t") + amount + "\n회계\t일반회계\n");
    EXPECT_EQ(FundingIn(sheet).total.state, FigureState::kUnreadable) << amount;
    EXPECT_EQ(FundingIn(sheet).total.printed.text, amount);
  }
}

TEST(Funding, TakesALabelAYearAndWordsForNoAmount) {
  for (const char* text :
       {"사업비\t(국비)\t(시비)1,000천원", "사업비\t국비 1,000천원, 시비 500천원", "사업비\t비예산",
        "사업비\t2021년"}) {
    const Sheet sheet = ReadOrDie(std::string("기본 현황\n회계\t일반회계\n") + text + "\n");
    EXPECT_EQ(FundingIn(sheet).total.state, FigureState::kAbsent) << text;
  }
}

TEST(Funding, ReadsFormalAmountsAndKeepsTheirWords) {
  const char* const forms[] = {"금120,000,000원(금일억이천만원)",
                               "일금 120,000,000원정",
                               "일금 일억이천만원정",
                               "120,000,000원(금일억이천만원)",
                               "금120,000,000원",
                               "일금일억이천만원정(₩120,000,000)"};
  for (const char* form : forms) {
    for (const char* before : {"사업비\t", "- 사업비 : "}) {
      const Sheet sheet = ReadOrDie(std::string("기본 현황\n") + before + form + "\n");
      const FundingView funding = FundingIn(sheet);
      ASSERT_TRUE(funding.total.won().has_value()) << before << form;
      EXPECT_EQ(funding.total.won()->minor(), 120'000'000) << form;
      EXPECT_TRUE(funding.entries.empty()) << "words are no source of money: " << form;
    }
  }
  const Sheet sheet = ReadOrDie("기본 현황\n사업비\t금120,000,000원(금일억이천만원)\n");
  const Result<FormalAmount> both = ParseFormalAmount(FundingIn(sheet).total.printed.text);
  ASSERT_TRUE(both.ok());
  EXPECT_TRUE(both->agrees());
}

TEST(Overview, TakesTheLettersOfItsColumnsOnALineOfTheirOwnForHeadings) {
  const char* const layout =
      "예산 총괄\n"
      "                                                       (단위 : 천원, %)\n"
      "  구 분            2023예산액          2024예산액           증 감         증감률\n"
      "                      (A)                 (B)              (B-A)\n"
      "  계                1,000,000          1,250,000          250,000          25\n"
      "  시설비            1,000,000          1,250,000          250,000          25\n";
  const char* const tabs =
      "예산 총괄\n(단위 : 천원, %)\n구 분\t2023예산액\t2024예산액\t증감\t증감률\n"
      "\t(A)\t(B)\t(B-A)\t(B-A)*100/A\n계\t1,000,000\t1,250,000\t250,000\t25\n"
      "시설비\t1,000,000\t1,250,000\t250,000\t25\n";
  for (const char* text : {layout, tabs}) {
    const Sheet sheet = ReadOrDie(text);
    const OverviewView overview = OverviewOf(sheet);
    ASSERT_EQ(overview.rows.size(), 2U) << text;
    EXPECT_EQ(overview.rows[0].label.text, "계");
    EXPECT_EQ(overview.rows[0].current.won()->minor(), 1'250'000'000) << text;
    EXPECT_EQ(overview.rows[0].change.won()->minor(), 250'000'000) << text;
    ASSERT_NE(overview.table, nullptr);
    EXPECT_EQ(overview.table->rows.size(), 2U) << text;
  }
}

TEST(Funding, ReadsTheSubsidyPartInFrontOfTheTotal) {
  for (const char* value :
       {"(x 100,000) 500,000천원", "(x 100,000)500,000천원", "(ⓧ 100,000) 500,000천원"}) {
    const Sheet sheet = ReadOrDie(std::string("기본 현황\n사업비\t") + value +
                                  "\t(국비)100,000천원\t(시비)400,000천원\n");
    const FundingView funding = FundingIn(sheet);
    ASSERT_TRUE(funding.total.won().has_value()) << value;
    EXPECT_EQ(funding.total.won()->minor(), 500'000'000) << value;
    ASSERT_TRUE(funding.total.part_won().has_value()) << value;
    EXPECT_EQ(funding.total.part_won()->minor(), 100'000'000) << value;
    EXPECT_EQ(funding.entries.size(), 2U) << value;
  }
  const Sheet none = ReadOrDie("기본 현황\n사업비\t(x-) 500,000천원\t(국비)\t(시비)500,000천원\n");
  EXPECT_EQ(FundingIn(none).total.won()->minor(), 500'000'000);
  EXPECT_FALSE(FundingIn(none).total.part_won().has_value());
}

TEST(Funding, ReadsTheSourcesBehindAFormalAmount) {
  const Sheet sheet =
      ReadOrDie("기본 현황\n사업비\t금120,000,000원(금일억이천만원) (시비)120,000,000원\n");
  const FundingView funding = FundingIn(sheet);
  ASSERT_EQ(funding.entries.size(), 1U);
  EXPECT_EQ(funding.entries[0].label.text, "시비");
  EXPECT_EQ(funding.total.won()->minor(), 120'000'000);
}

TEST(Funding, IsNotHiddenByAnUnknownTableBesideIt) {
  const std::string plan =
      "□ "
      "중기재정계획\n구분\t계\t2021\t2022\t2023\n사업비\t900\t100\t300\t500\n국비\t90\t10\t30\t50\n"
      "시비\t810\t90\t270\t450\n";
  const std::string funding =
      "□ 기본 현황\n회계\t일반회계\n사업비\t100천원\t(국비)10천원\t(시비)90천원\n";
  for (const std::string& text : {funding + plan, plan + funding}) {
    const FundingView view = FundingIn(ReadOrDie(text));
    ASSERT_TRUE(view.total.won().has_value()) << text;
    EXPECT_EQ(view.total.won()->minor(), 100'000) << text;
    ASSERT_EQ(view.entries.size(), 2U) << text;
    EXPECT_EQ(view.entries[1].amount.won()->minor(), 90'000) << text;
  }
  const std::string bare =
      "기본 "
      "현황\n사업비\t100천원\t(시비)100천원\n구분\t2021\t2022\t2023\n사업비\t1,000\t2,000\t3,000\n";
  EXPECT_EQ(FundingIn(ReadOrDie(bare)).total.won()->minor(), 100'000);
  const std::string first =
      "기본 현황\n구분\t2021\t2022\t2023\n사업비\t1,000\t2,000\t3,000\n□ 개요\n사업비\t100천원\n";
  EXPECT_EQ(FundingIn(ReadOrDie(first)).total.won()->minor(), 100'000);
}

// ---- 산출근거 ------------------------------------------------------------------------------------

TEST(Basis, IsReadFromTabsWithoutARowOfHeadings) {
  const Sheet sheet = ReadOrDie(
      "산출근거\n(단위 : 천원)\n- 인건비 2,000,000원×2명×12월\t48,000\n- 운영비 "
      "100,000원×12월\t1,200\n");
  const CostBasisView basis = CostBasisOf(sheet);
  ASSERT_EQ(basis.tree.size(), 2U);
  EXPECT_EQ(basis.lines[0].result_text.text, "48,000");
  EXPECT_EQ(At(basis.lines[0].result_text.place).substr(0, 2), "3:");
  ASSERT_TRUE(basis.tree.node(0).unit_amount.has_value());
  EXPECT_EQ(basis.lines[1].result_text.text, "1,200");
}

TEST(Basis, IsReadFromTabsWhereTheObjectItemHasACellOfItsOwn) {
  const Sheet sheet = ReadOrDie(
      "산출근거\n(단위 : 천원)\n민간위탁금\t- 인건비 2,000,000원×2명×12월\t48,000\n\t- "
      "운영비\t1,200\n");
  const CostBasisView basis = CostBasisOf(sheet);
  ASSERT_EQ(basis.tree.size(), 2U);
  EXPECT_EQ(basis.lines[0].object_item.text, "민간위탁금");
  EXPECT_EQ(basis.lines[0].result_text.text, "48,000");
  EXPECT_EQ(basis.lines[1].result_text.text, "1,200");
}

// ---- years ---------------------------------------------------------------------------------------

TEST(Headings, AreKnownBehindAYearThatIsNone) {
  const Sheet sheet = ReadOrDie(
      "마을 사업\n□ 2204년도 "
      "추진일정\n사업추진절차\t추진기간\t예산집행금액\n계약\t2021.1~2021.2\t10\n"
      "□ 9999년도 산출근거\n- 인건비 = 10천원\n");
  ASSERT_EQ(sheet.sections.size(), 3U);
  EXPECT_EQ(sheet.title.text, "마을 사업");
  EXPECT_EQ(sheet.sections[1].kind, SectionKind::kSchedule);
  EXPECT_EQ(sheet.sections[1].year, 0);
  EXPECT_EQ(sheet.sections[1].heading.text, "□ 2204년도 추진일정");
  EXPECT_EQ(sheet.sections[2].kind, SectionKind::kCostBasis);
}

TEST(Columns, AreKnownBehindAYearThatIsNone) {
  const Sheet sheet = ReadOrDie(
      "예산 총괄\n(단위 : 천원)\n구분\t9999예산액 (A)\t2204년도 예산액 (B)\t증감 "
      "(B-A)\n계\t10\t12\t2\n");
  const OverviewView overview = OverviewOf(sheet);
  ASSERT_EQ(overview.rows.size(), 1U);
  EXPECT_EQ(overview.rows[0].prior.printed.text, "10");
  EXPECT_EQ(overview.rows[0].current.printed.text, "12");
  EXPECT_EQ(overview.prior_year, 0);
}

// ---- columns that were lost ----------------------------------------------------------------------

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST(Columns, AreFoundWhereAProgramWroteSpacesForTabs) {
  for (const char* spaces : {"    ", "        "}) {
    const Sheet sheet = ReadOrDie(Replaced(RealText(), "\t", spaces));
    EXPECT_TRUE(sheet == RealSheet());
    EXPECT_EQ(sheet.format, SheetFormat::kTabs);
    const Text cell = OverviewOf(sheet).rows.at(1).change.printed;
    EXPECT_EQ(sheet.source().substr(cell.place.offset, cell.place.length), cell.text);
  }
}

TEST(Columns, AreNotTakenFromSpacesThatVary) {
  EXPECT_EQ(internal::SpacesForATab("가    나    다    라    마    바    사    아    자"), 4U);
  EXPECT_EQ(internal::SpacesForATab("가    나    다    라    마    바    사    아"), 0U)
      << "too few";
  EXPECT_EQ(internal::SpacesForATab("가    나    다    라    마    바    사    아    자  차"), 0U);
  EXPECT_EQ(internal::SpacesForATab("가        나    다    라    마    바    사    아    자"), 4U);
  EXPECT_EQ(internal::SpacesForATab("가\t나    다    라    마    바    사    아    자    차"), 0U);
}

// A tab of `width`, expanded to the next stop: gaps of every length, also of one space.
std::string Expanded(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCharacter(text, at);
    if (c == U'\t') {
      const std::size_t spaces = width - column % width;
      out.append(spaces, ' ');
      column += spaces;
      continue;
    }
    AppendCharacter(c, out);
    column = c == U'\n' ? 0 : column + 1;
  }
  return out;
}

// Digits are a figure only under the heading that they were printed under.
void ExpectNoFigureElsewhere(const Figure& figure, const Figure& printed) {
  if (figure.state != FigureState::kValue) return;
  ASSERT_EQ(printed.state, FigureState::kValue) << figure.printed.text;
  EXPECT_EQ(*figure.number(), *printed.number());
}

TEST(Columns, ThatCannotBeToldLeaveARowNotUnderstood) {
  const ScheduleView schedule = ScheduleOf(RealSheet());
  const OverviewView overview = OverviewOf(RealSheet());
  for (const std::size_t width : {std::size_t{4}, std::size_t{8}}) {
    const Sheet sheet = ReadOrDie(Expanded(RealText(), width));
    for (const ScheduleStep& step : ScheduleOf(sheet).steps) {
      EXPECT_EQ(step.period_text.text.find(','), std::string_view::npos) << step.period_text.text;
      if (step.amount.state != FigureState::kValue) continue;
      bool printed = false;
      for (const ScheduleStep& other : schedule.steps)
        printed = printed || other.amount.printed.text == step.amount.printed.text;
      EXPECT_TRUE(printed) << step.amount.printed.text;
    }
    for (const OverviewRow& row : OverviewOf(sheet).rows) {
      for (const OverviewRow& other : overview.rows) {
        if (other.label.text != row.label.text) continue;
        ExpectNoFigureElsewhere(row.prior, other.prior);
        ExpectNoFigureElsewhere(row.current, other.current);
        ExpectNoFigureElsewhere(row.change, other.change);
        ExpectNoFigureElsewhere(row.rate, other.rate);
      }
    }
    ExpectReadsBack(sheet);
  }
}

TEST(Columns, OfSingleSpacesAreNotGuessed) {
  std::string single;
  for (const char c : RealText()) {
    const char put = c == '\t' ? ' ' : c;
    if (put != ' ' || single.empty() || single.back() != ' ') single += put;
  }
  const Sheet sheet = ReadOrDie(single);
  EXPECT_EQ(sheet.title, RealSheet().title);
  EXPECT_TRUE(OverviewOf(sheet).rows.empty());
  EXPECT_TRUE(SettlementOf(sheet).years.empty());
  bool listed = false;
  for (const Text& odd : sheet.not_understood)
    listed = listed || odd.text.find("(x-) 5,196,358") != std::string_view::npos;
  EXPECT_TRUE(listed);
  const CostBasisView basis = CostBasisOf(sheet);
  EXPECT_GE(basis.tree.size(), 8U);
}

// ---- Markdown ------------------------------------------------------------------------------------

TEST(DelimiterRow, IsToldFromARowOfDashes) {
  for (const char* row : {"| --- | --- |", "|:--|--:|:-:-|", "---|---", "  | :---: |  ", "|--|"}) {
    EXPECT_EQ(internal::IsDelimiterRow(row),
              std::string_view(row).find(":-:-") == std::string_view::npos)
        << row;
  }
  for (const char* row :
       {"", "---", "| - | - |", "| -- | - |", "| --- | 가 |", "|||", "| : |", "| -- -- |", "| |"}) {
    EXPECT_FALSE(internal::IsDelimiterRow(row)) << row;
  }
}

TEST(DelimiterRow, KeepsARowOfDashes) {
  const Sheet sheet = ReadOrDie(
      "## 결산\n\n| 연도 | 예산현액 | 집행액 |\n| --- | --- | --- |\n| - | - | - |\n| 2020 | 1 | 1 "
      "|\n");
  const Table* table = sheet.FindTable(SectionKind::kSettlement);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rows.size(), 2U);
}

// ---- Hangul in letters ---------------------------------------------------------------------------

using testing::Decomposed;

TEST(Decomposed, IsReadAsTheSameSheet) {
  const Sheet whole = RealSheet();
  const std::string letters = Decomposed(RealText());
  const Sheet sheet = ReadOrDie(letters);
  EXPECT_EQ(sheet.source(), letters) << "kept as printed";
  ASSERT_EQ(sheet.sections.size(), whole.sections.size());
  for (std::size_t i = 0; i < whole.sections.size(); ++i) {
    EXPECT_EQ(Name(sheet.sections[i].kind), Name(whole.sections[i].kind)) << i;
    EXPECT_EQ(sheet.sections[i].year, whole.sections[i].year);
    EXPECT_EQ(sheet.sections[i].heading.text, Decomposed(whole.sections[i].heading.text));
    ASSERT_EQ(sheet.sections[i].blocks.size(), whole.sections[i].blocks.size()) << i;
  }
  EXPECT_EQ(sheet.fiscal_year, whole.fiscal_year);
  EXPECT_EQ(sheet.title.text, Decomposed(whole.title.text));
#ifdef YESAN_WITH_HTML
  EXPECT_TRUE(sheet.not_understood.empty());
#endif
  EXPECT_EQ(sheet.source().substr(sheet.title.place.offset, sheet.title.place.length),
            sheet.title.text);
  ExpectReadsBack(sheet);

  EXPECT_EQ(FundingOf(sheet).total.won()->minor(), 4066896000);
  EXPECT_EQ(FundingOf(sheet).entries.size(), 4U);
  const OverviewView overview = OverviewOf(sheet);
  ASSERT_EQ(overview.rows.size(), OverviewOf(whole).rows.size());
  EXPECT_EQ(overview.rows[1].change.won()->minor(), -1129462000);
  const ScheduleView schedule = ScheduleOf(sheet), before = ScheduleOf(whole);
  ASSERT_EQ(schedule.steps.size(), before.steps.size());
  for (std::size_t i = 0; i < schedule.steps.size(); ++i) {
    EXPECT_EQ(schedule.steps[i].total, before.steps[i].total);
    EXPECT_EQ(schedule.steps[i].period.has_value(), before.steps[i].period.has_value()) << i;
  }
  EXPECT_EQ(SettlementOf(sheet).years.size(), 3U);
  EXPECT_EQ(ResultsOf(sheet).size(), 3U);
  EXPECT_EQ(OfficersOf(sheet).officers.size(), 3U);
  const CostBasisView basis = CostBasisOf(sheet), whole_basis = CostBasisOf(whole);
  ASSERT_EQ(basis.tree.size(), whole_basis.tree.size());
  for (std::size_t i = 0; i < basis.lines.size(); ++i) {
    EXPECT_EQ(basis.lines[i].won_text.text, Decomposed(whole_basis.lines[i].won_text.text)) << i;
    EXPECT_EQ(basis.lines[i].result_text.text, Decomposed(whole_basis.lines[i].result_text.text));
    const Place place = basis.lines[i].result_text.place;
    EXPECT_EQ(sheet.source().substr(place.offset, place.length), basis.lines[i].result_text.text);
    EXPECT_EQ(basis.tree.node(static_cast<BasisNodeId>(i)).unit_amount.has_value(),
              whole_basis.tree.node(static_cast<BasisNodeId>(i)).unit_amount.has_value());
  }
}

TEST(Decomposed, CountsColumnsInCharactersAsPrinted) {
  const Sheet sheet = ReadOrDie(Decomposed("결산\n연도\t예산현액\t집행액\n2020\t10\t9\n"));
  ASSERT_NE(SettlementOf(sheet).table, nullptr);
  const Text& heading = SettlementOf(sheet).table->columns.at(1).heading;
  EXPECT_EQ(heading.place.column, 7U) << "연도 has five letters, then a tab";
}

}  // namespace
}  // namespace yesan::test
