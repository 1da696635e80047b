// The real sheet, section by section, with places worked out by hand.
#include "yesan/sheet/read.h"

#include <gtest/gtest.h>

#include "tests/sheet/sheet_support.h"

namespace yesan::test {
namespace {

std::string Cell(const Table& table, std::size_t row, std::size_t column) {
  return std::string(CellOf(table.rows.at(row), static_cast<std::int32_t>(column)).text);
}

TEST(ReadRealSheet, FindsEverySectionInOrderWithItsLine) {
  const struct {
    SectionKind kind;
    std::string_view heading;
    std::uint32_t line;
  } expected[] = {
      {SectionKind::kUnknown, "", 0},
      {SectionKind::kBasics, "1 기본 현황", 5},
      {SectionKind::kBasics, "사업개요", 7},
      {SectionKind::kOfficers, "사업 담당자", 15},
      {SectionKind::kGroup, "2 예산 설명", 22},
      {SectionKind::kOverview, "예산 총괄", 24},
      {SectionKind::kCostBasis, "산출근거", 33},
      {SectionKind::kGroup, "3 사업설명", 48},
      {SectionKind::kPurpose, "□ 사업목적", 50},
      {SectionKind::kLegalBasis, "□ 사업근거", 58},
      {SectionKind::kContent, "□ 사업내용", 62},
      {SectionKind::kHistory, "□ 추진경위", 87},
      {SectionKind::kSchedule, "□ 2021년도 추진일정", 94},
      {SectionKind::kGroup, "4 사업 효과", 108},
      {SectionKind::kResults, "□ 최근 3년 추진실적", 110},
      {SectionKind::kEffects, "□ **향후 기대효과**", 118},
      {SectionKind::kSettlement, "5 최근 3년 결산 현황", 126},
  };
  const Sheet& sheet = RealSheet();
  ASSERT_EQ(sheet.sections.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(Name(sheet.sections[i].kind), Name(expected[i].kind)) << i;
    EXPECT_EQ(sheet.sections[i].heading.text, expected[i].heading) << i;
    EXPECT_EQ(sheet.sections[i].heading.place.line, expected[i].line) << i;
  }
  EXPECT_EQ(sheet.sections[12].year, 2021);
  EXPECT_EQ(sheet.format, SheetFormat::kTabs);
}

TEST(ReadRealSheet, KnowsWhatItIsAbout) {
  EXPECT_EQ(RealSheet().title.text, "마을공동체 종합지원센터 운영");
  EXPECT_EQ(At(RealSheet().title.place), "3:1 2+41");
  EXPECT_EQ(RealSheet().fiscal_year, 2021);
}

TEST(ReadRealSheet, LeavesNothingThatItDoesNotUnderstand) {
#ifdef YESAN_WITH_HTML
  EXPECT_TRUE(RealSheet().reading.empty());
#else
  EXPECT_TRUE(HasFinding(RealSheet(), "markup.kept"));
#endif
  EXPECT_TRUE(RealSheet().not_understood.empty());
}

TEST(ReadRealSheet, PlacesEveryFigureOfTheOverview) {
  const Table* table = RealSheet().FindTable(SectionKind::kOverview);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->unit, Unit::kThousandWon);
  EXPECT_EQ(At(table->unit_text.place), "26:1 798+20");
  const ColumnRole roles[] = {ColumnRole::kLabel, ColumnRole::kPrior, ColumnRole::kCurrent,
                              ColumnRole::kChange, ColumnRole::kRate};
  ASSERT_EQ(table->columns.size(), std::size(roles));
  for (std::size_t i = 0; i < std::size(roles); ++i) EXPECT_EQ(table->columns[i].role, roles[i]);
  EXPECT_EQ(table->columns[1].year, 2020);
  EXPECT_EQ(table->columns[2].year, 2021);
  ASSERT_EQ(table->rows.size(), 3U);
  EXPECT_EQ(Cell(*table, 0, 4), "(x-)");
  EXPECT_EQ(Cell(*table, 1, 1), "(x-) 5,196,358");
  EXPECT_EQ(Cell(*table, 1, 3), "(x-) Δ1,129,462");
  EXPECT_EQ(At(table->rows[1].cells[3].place), "30:33 932+16");
  EXPECT_EQ(At(table->rows[2].cells[4].place), "31:53 1022+9");
}

TEST(ReadRealSheet, KeepsAFigureDigitForDigitAtItsBytes) {
  const Sheet& sheet = RealSheet();
  for (const Section& section : sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table || section.kind == SectionKind::kResults) continue;
      for (const Row& row : block.table->rows) {
        for (const Text& cell : row.cells) {
          if (cell.text.find("☑") != std::string_view::npos) continue;  // stands for a tag
          EXPECT_EQ(sheet.source().substr(cell.place.offset, cell.place.length), cell.text);
        }
      }
    }
  }
}

TEST(ReadRealSheet, ReadsTheFundingRowAsItIsMisprinted) {
  const FundingView funding = FundingOf(RealSheet());
  EXPECT_EQ(funding.label.text, "사업비 (당해년도)");
  ASSERT_TRUE(funding.total.won().has_value());
  EXPECT_EQ(funding.total.won()->minor(), 4066896000);
  ASSERT_EQ(funding.entries.size(), 4U);
  EXPECT_EQ(funding.entries[0].label.text, "국비");
  EXPECT_EQ(funding.entries[0].amount.state, FigureState::kBlank);
  EXPECT_EQ(funding.entries[1].label.text, "사비");
  EXPECT_EQ(At(funding.entries[1].label.place), "12:30 426+6");
  EXPECT_EQ(At(funding.entries[1].amount.printed.place), "12:33 433+15");
  EXPECT_FALSE(funding.entries[1].outside);
  EXPECT_TRUE(funding.entries[2].outside);
}

TEST(ReadRealSheet, JoinsTheBasisThatAPageBreakCuts) {
  const CostBasisView basis = CostBasisOf(RealSheet());
  ASSERT_EQ(basis.tree.size(), 8U);
  const BasisNode& first = basis.tree.node(0);
  ASSERT_TRUE(first.won_amount.has_value());
  ASSERT_TRUE(first.unit_amount.has_value());
  EXPECT_EQ(basis.lines[0].won_text.text, "1,667,294,000원");
  EXPECT_EQ(At(basis.lines[0].won_text.place), "39:2 1168+16");
  EXPECT_EQ(basis.lines[0].result_text.text, "1,667,294천원");
  EXPECT_EQ(At(basis.lines[0].result_text.place), "36:15 1115+15");
  EXPECT_EQ(basis.lines[0].object_item.text, "민간위탁금");
  const Table* table = RealSheet().FindTable(SectionKind::kCostBasis);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rows.size(), 9U) << "the heading that line 38 repeats is no row";
}

TEST(ReadRealSheet, SeesTheTickedBox) {
  const BasicsView basics = BasicsOf(RealSheet());
#ifdef YESAN_WITH_HTML
  EXPECT_EQ(basics.period_text.text, "☑ 연례반복");
  ASSERT_TRUE(basics.period.has_value());
#else
  EXPECT_NE(basics.period_text.text.find("checkbox"), std::string_view::npos);
#endif
  EXPECT_EQ(basics.account.text, "일반회계");
  EXPECT_EQ(At(basics.account.place), "9:5 84+12");
}

TEST(ReadRealSheet, ReadsTheScheduleWithItsTotal) {
  const ScheduleView schedule = ScheduleOf(RealSheet());
  EXPECT_EQ(schedule.year, 2021);
  ASSERT_EQ(schedule.steps.size(), 7U);
  EXPECT_TRUE(schedule.steps[0].total);
  EXPECT_EQ(At(schedule.steps[1].amount.printed.place), "100:32 4432+9");
  ASSERT_TRUE(schedule.steps[4].period.has_value());
  EXPECT_EQ(schedule.steps[4].period_text.text, "2020.02~2021.12");
}

TEST(ReadRealSheet, ReadsThreeYearsOfSettlement) {
  const SettlementView settlement = SettlementOf(RealSheet());
  ASSERT_EQ(settlement.years.size(), 3U);
  EXPECT_EQ(settlement.years[0].year, 2017);
  EXPECT_EQ(settlement.years[0].lapsed.printed.text, "(x-) 310,399");
  EXPECT_EQ(At(settlement.years[0].lapsed.printed.place), "131:72 9942+12");
  ASSERT_TRUE(settlement.years[0].lapsed.won().has_value());
  EXPECT_EQ(settlement.years[0].lapsed.won()->minor(), 310399000);
  EXPECT_EQ(settlement.years[0].contingency.state, FigureState::kAbsent);
}

#ifdef YESAN_WITH_HTML
TEST(ReadRealSheet, JoinsTheRecordThatAPageBreakCutsAndPlacesItsParts) {
  const Sheet& sheet = RealSheet();
  const Table* table = sheet.FindTable(SectionKind::kResults);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 3U);
  const Text& record = table->rows[1].cells.at(1);
  EXPECT_EQ(record.text.find('<'), std::string_view::npos) << "tags are resolved";
  // Of line 113, before the break, and of line 115, behind it.
  const std::string_view misprint = "성과연구1곤", behind = "공모사업 접수(14건)";
  ASSERT_NE(record.text.find(misprint), std::string_view::npos);
  ASSERT_NE(record.text.find(behind), std::string_view::npos);
  EXPECT_EQ(At(sheet.PlaceOf(record, record.text.find(misprint), misprint.size())),
            "113:86 6514+16");
  EXPECT_EQ(At(sheet.PlaceOf(record, record.text.find(behind), behind.size())), "115:5 7592+26");
}

TEST(ReadRealSheet, PlacesWhatATagTearsByTheRawSpanThatCoversIt) {
  const Sheet& sheet = RealSheet();
  const Text& record = sheet.FindTable(SectionKind::kResults)->rows[1].cells.at(1);
  const std::size_t at = record.text.find("역량 강화\n- 마을활동가");
  ASSERT_NE(at, std::string_view::npos);
  const Place place = sheet.PlaceOf(record, at, std::string_view("역량 강화\n- 마을").size());
  const std::string_view raw = sheet.source().substr(place.offset, place.length);
  EXPECT_EQ(raw, "역량 강화 <ul style=\"list-style-type: none\"> - 마을");
}
#endif

TEST(Read, KeepsTheCharactersAliveAsLongAsAnyCopy) {
  Sheet copy;
  {
    const Sheet sheet = ReadOrDie(RealText());
    copy = sheet;
  }
  EXPECT_EQ(copy.FindTable(SectionKind::kOverview)->rows[1].cells[1].text, "(x-) 5,196,358");
}

TEST(Read, NeverRefusesASheetWhoseSumsAreWrong) {
  const Sheet sheet =
      ReadOrDie("예산 총괄\n(단위 : 천원)\n구분\t2020예산액\t2021예산액\t증감\n계\t1\t1\t999\n");
  const OverviewView overview = OverviewOf(sheet);
  ASSERT_EQ(overview.rows.size(), 1U);
  EXPECT_EQ(overview.rows[0].change.printed.text, "999");
}

TEST(Read, KeepsATableWithoutAHeadingAndListsItsCells) {
  const Sheet sheet = ReadOrDie("결산 현황\n2017\t1,000\t900\n2018\t1,200\t1,100\n");
  const Table* table = sheet.FindTable(SectionKind::kSettlement);
  ASSERT_NE(table, nullptr);
  EXPECT_TRUE(table->columns.empty());
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(sheet.not_understood.size(), 6U);
}

TEST(Read, TakesLineEndsOfAnyKindAndCountsThemAlike) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string text = std::string("예산 총괄") + end + "(단위 : 천원)" + end +
                             "구분\t2020예산액 (A)\t2021예산액 (B)" + end + "계\t1\t2" + end;
    const Sheet sheet = ReadOrDie(text);
    const Table* table = sheet.FindTable(SectionKind::kOverview);
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->rows[0].cells[2].place.line, 4U);
    EXPECT_EQ(table->rows[0].cells[2].place.column, 5U);
  }
}

TEST(Read, MixesLineEndsInOneDocument) {
  const Sheet sheet = ReadOrDie("사업목적\r\n- 가\r- 나\n- 다\r\n\r\n- 라");
  const std::vector<Text> lines = LinesOf(sheet, SectionKind::kPurpose);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[3].place.line, 6U);
}

TEST(Read, DoesNotCountAByteOrderMarkAsACharacter) {
  const Sheet sheet = ReadOrDie("\xEF\xBB\xBF사업목적\n- 가\n");
  ASSERT_FALSE(sheet.sections.empty());
  EXPECT_EQ(sheet.sections[0].kind, SectionKind::kPurpose);
  EXPECT_EQ(At(sheet.sections[0].heading.place), "1:1 3+12");
}

TEST(Read, FindsOutTheFormat) {
  EXPECT_EQ(ReadOrDie("가\t나\n다\t라\n").format, SheetFormat::kTabs);
  EXPECT_EQ(ReadOrDie("가   나\n다   라\n").format, SheetFormat::kLayout);
  EXPECT_EQ(ReadOrDie("| 가 | 나 |\n| --- | --- |\n").format, SheetFormat::kMarkdown);
  EXPECT_EQ(ReadOrDie("<table><tr><td>가</td></tr></table>").format, SheetFormat::kHtml);
  EXPECT_EQ(ReadOrDie("구분 | 가 | 나\n계 | 1 | 2\n").format, SheetFormat::kMarkdown);
  EXPECT_EQ(ReadOrDie("").format, SheetFormat::kTabs);
}

TEST(Read, GivesAnEmptySheetForAnEmptyDocument) {
  for (const char* text : {"", "\n", " \t\r\n", "\xEF\xBB\xBF"}) {
    const Sheet sheet = ReadOrDie(text);
    EXPECT_TRUE(sheet.sections.empty());
    EXPECT_TRUE(sheet == Sheet());
  }
}

}  // namespace
}  // namespace yesan::test
