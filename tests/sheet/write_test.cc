#include "yesan/sheet/write.h"

#include <gtest/gtest.h>

#include "tests/sheet/sheet_support.h"

namespace yesan::test {
namespace {

TEST(Write, GivesTheRealSheetBackFromEveryFormat) { ExpectReadsBack(RealSheet()); }

TEST(Write, KeepsEveryFigureDigitForDigit) {
  for (const SheetFormat format : WrittenFormats()) {
    const Result<std::string> written = Write(RealSheet(), format);
    ASSERT_TRUE(written.ok());
    for (const char* figure : {"(x-) Δ1,129,462", "(사비)4,066,896천원", "1,667,294,000원",
                               "= 151,000천원", "2,035,976", "(x-) 310,399", "성과연구1곤"}) {
      EXPECT_NE(written->find(figure), std::string::npos) << figure;
    }
  }
}

TEST(Write, IsTheSameWhenWhatItWroteIsReadAndWrittenAgain) {
  for (const SheetFormat format : WrittenFormats()) {
    const Result<std::string> once = Write(RealSheet(), format);
    ASSERT_TRUE(once.ok());
    const Result<std::string> twice = Write(ReadOrDie(*once), format);
    ASSERT_TRUE(twice.ok());
    EXPECT_EQ(*once, *twice);
  }
}

TEST(Write, LeavesNothingOfAPageBreak) {
  const Result<std::string> written = Write(RealSheet(), SheetFormat::kTabs);
  ASSERT_TRUE(written.ok());
  const std::size_t first = written->find("과목구분");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(written->find("과목구분", first + 1), std::string::npos);
}

TEST(Write, SaysInItsFirstLineWhatItWrote) {
  const Result<std::string> text = Write(RealSheet(), SheetFormat::kTabs);
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text->substr(0, text->find('\n')), "<!-- yesan sheet 1 text -->");
}

TEST(Write, RefusesFormatsThatAreOnlyRead) {
  for (const std::int32_t format : {0, 2, 5, -1, 1000}) {
    EXPECT_EQ(Write(RealSheet(), static_cast<SheetFormat>(format)).code(), Code::kInvalidArgument)
        << format;
  }
}

#ifndef YESAN_WITH_HTML
TEST(Write, RefusesHtmlThatItCouldNotReadBack) {
  EXPECT_EQ(Write(RealSheet(), SheetFormat::kHtml).code(), Code::kNotBuilt);
}
#endif

TEST(Write, TakesASheetThatWasBuiltByHand) {
  Sheet sheet;
  Section section;
  section.kind = SectionKind::kOverview;
  section.heading.text = sheet.Keep("예산 총괄");
  Block block;
  block.table = std::make_unique<Table>();
  block.table->unit = Unit::kMillionWon;
  block.table->unit_text.text = sheet.Keep("(단위 : 백만원)");
  Column label, current;
  label.role = ColumnRole::kLabel;
  label.heading.text = sheet.Keep("구분");
  current.role = ColumnRole::kCurrent;
  current.year = 2024;
  current.heading.text = sheet.Keep("2024예산액 (B)");
  block.table->columns = {label, current};
  Row row;
  row.cells = {{sheet.Keep("계"), {}}, {sheet.Keep("△1,200"), {}}};
  block.table->rows.push_back(row);
  section.blocks.push_back(block);
  sheet.sections.push_back(section);
  sheet.fiscal_year = 2024;
  ExpectReadsBack(sheet);
}

TEST(Write, PrintsTheNameOfASectionThatHasNoHeading) {
  Sheet sheet;
  Section section;
  section.kind = SectionKind::kPurpose;
  Block block;
  block.line.text = "- 가";
  section.blocks.push_back(block);
  sheet.sections.push_back(section);
  const Result<std::string> written = Write(sheet, SheetFormat::kTabs);
  ASSERT_TRUE(written.ok());
  const Sheet again = ReadOrDie(*written);
  ASSERT_EQ(again.sections.size(), 1U);
  EXPECT_EQ(again.sections[0].kind, SectionKind::kPurpose);
  EXPECT_EQ(again.sections[0].heading.text, "사업목적");
}

// What would be taken for a mark of the form itself.
TEST(Write, EscapesWhatWouldBeReadAsAMark) {
  const char* texts[] = {"## 가",
                         "#",
                         "---",
                         ":--",
                         "| 가 |",
                         "<br>",
                         "<p>가</p>",
                         "&#49;",
                         "&lt;",
                         "&amp;#49;",
                         "<!-- yesan sheet 1 text -->",
                         "R&D",
                         "5 < 6",
                         "<추진배경>",
                         "</td>",
                         "가  나",
                         "\\|",
                         "<script>1</script>",
                         "(단위 : 천원)",
                         "□ 사업목적",
                         "&",
                         "<",
                         "a&b;c"};
  for (const char* text : texts) {
    Sheet sheet;
    Section section;
    section.heading.text = sheet.Keep(std::string("Ⅰ. 이름 ") + text);
    Block line;
    line.line.text = sheet.Keep(text);
    section.blocks.push_back(line);
    Block block;
    block.table = std::make_unique<Table>();
    Row row;
    row.cells = {{sheet.Keep(text), {}}, {}, {sheet.Keep(std::string(text) + "\n" + text), {}}};
    block.table->rows = {row, row};
    section.blocks.push_back(block);
    sheet.sections.push_back(section);
    for (const SheetFormat format : WrittenFormats()) {
      const Result<std::string> written = Write(sheet, format);
      ASSERT_TRUE(written.ok());
      const Sheet again = ReadOrDie(*written);
      EXPECT_TRUE(again.sections == sheet.sections) << text << "\n" << *written;
    }
  }
}

TEST(Write, KeepsARowThatLostItsLastCellApartFromOneThatIsBlank) {
  const Sheet sheet = ReadOrDie("결산\n연도\t예산현액\t집행액\n2020\t10\t\n2021\t10\n");
  const Sheet again = ReadOrDie(*Write(sheet, SheetFormat::kMarkdown));
  const SettlementView settlement = SettlementOf(again);
  ASSERT_EQ(settlement.years.size(), 2U);
  EXPECT_EQ(settlement.years[0].disbursed.state, FigureState::kBlank);
  EXPECT_EQ(settlement.years[1].disbursed.state, FigureState::kAbsent);
}

TEST(Write, KeepsTheDepthOfALine) {
  const Sheet sheet = ReadOrDie("산출근거\n○ 가 = 1천원\n    ○ 나 = 1천원\n");
  for (const SheetFormat format : WrittenFormats()) {
    const Sheet again = ReadOrDie(*Write(sheet, format));
    ASSERT_EQ(again.sections[0].blocks.size(), 2U);
    EXPECT_EQ(again.sections[0].blocks[1].indent, 4U);
  }
}

}  // namespace
}  // namespace yesan::test
