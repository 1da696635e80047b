// Left-over tags and entities, and documents in HTML.
#include <gtest/gtest.h>

#include "tests/sheet/sheet_support.h"
#include "yesan/sheet/read.h"

namespace yesan::test {
namespace {

Text OnlyLine(const Sheet& sheet) {
  const std::vector<Text> lines = LinesOf(sheet, SectionKind::kPurpose);
  EXPECT_EQ(lines.size(), 1U);
  return lines.empty() ? Text{} : lines[0];
}

#ifdef YESAN_WITH_HTML

TEST(Markup, ResolvesEntitiesAndPlacesThemByTheirBytes) {
  const Sheet sheet = ReadOrDie("사업목적\n- R&amp;D &#44608; &lt;가&gt;\n");
  const Text line = OnlyLine(sheet);
  EXPECT_EQ(line.text, "- R&D 김 <가>");
  EXPECT_EQ(At(line.place), "2:1 13+30");
  const Place entity = sheet.PlaceOf(line, line.text.find("&"), 1);
  EXPECT_EQ(sheet.source().substr(entity.offset, entity.length), "&amp;");
  const Place numbered = sheet.PlaceOf(line, line.text.find("김"), 3);
  EXPECT_EQ(sheet.source().substr(numbered.offset, numbered.length), "&#44608;");
}

TEST(Markup, KeepsWhatIsNoEntityAndNoTag) {
  for (const char* text : {"R&D", "&bogus;", "&#0;", "&#xD800;", "&#x110000;", "&", "&;", "&#;",
                           "a < b", "<추진배경>", "<3년>", "&#99999999999;"}) {
    EXPECT_EQ(OnlyLine(ReadOrDie(std::string("사업목적\n- ") + text + "\n")).text,
              std::string("- ") + text);
  }
}

TEST(Markup, ShowsBoxesTickedAndOpen) {
  const Sheet sheet =
      ReadOrDie("사업목적\n- <input type=checkbox checked> 계속 <INPUT TYPE=\"checkbox\"/> 신규\n");
  EXPECT_EQ(OnlyLine(sheet).text, "- ☑ 계속 ☐ 신규");
}

TEST(Markup, TakesAnEndTagThatClosesNothing) {
  EXPECT_EQ(OnlyLine(ReadOrDie("사업목적\n- 가</b></i> 나</p>\n")).text, "- 가 나");
}

TEST(Markup, SaysWhenTagsAreTooDeepAndKeepsTheRestAsText) {
  std::string text = "사업목적\n- ";
  for (int i = 0; i < 10000; ++i) text += "<b>";
  text += "1,234천원\n";
  const Sheet sheet = ReadOrDie(text);
  EXPECT_TRUE(HasFinding(sheet, "markup.too_deep"));
  const Text line = OnlyLine(sheet);
  EXPECT_NE(line.text.find("<b>1,234천원"), std::string_view::npos);
}

TEST(Markup, SaysWhenTagsOfAnHtmlDocumentAreTooDeep) {
  std::string text = "<html><body><h2>사업목적</h2>";
  for (int i = 0; i < 10000; ++i) text += "<div>";
  text += "1,234천원";
  const Sheet sheet = ReadOrDie(text);
  EXPECT_TRUE(HasFinding(sheet, "markup.too_deep"));
  EXPECT_NE(sheet.sections.back().blocks.back().line.text.find("1,234천원"),
            std::string_view::npos);
}

TEST(Markup, ListsWhatIsTooDeepAndNeverTakesItForTheTitle) {
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += i % 2 == 0 ? "<div>" : "<b>";
  const std::string rest = "사업비 1,234천원";
  for (const std::string& text :
       {"<html><body>" + deep + rest, "<html><body><h1>" + deep + rest + "</h1>",
        "<table><tr><td>사업명</td><td>" + deep + rest + "</td></tr></table>",
        "<h2>결산 현황</h2><table><tr><td>" + deep + rest, deep + rest, "# " + deep + rest,
        "가\t나\n사업명\t" + deep + rest + "\n"}) {
    const Sheet sheet = ReadOrDie(text);
    EXPECT_TRUE(HasFinding(sheet, "markup.too_deep"));
    for (const Finding& finding : sheet.reading) EXPECT_TRUE(finding.place.known());
    EXPECT_EQ(sheet.title.text.find("1,234"), std::string_view::npos);
    bool listed = false;
    for (const Text& odd : sheet.not_understood)
      listed = listed || odd.text.find(rest) != std::string_view::npos;
    EXPECT_TRUE(listed) << text.substr(0, 40);
    ExpectReadsBack(sheet);
  }
}

TEST(Html, SpreadsSpansOverTheCellsThatTheyCover) {
  const Sheet sheet = ReadOrDie(
      "<h2>결산 현황</h2><p>(단위 : 천원)</p><table>"
      "<tr><th rowspan=2>연도</th><th colspan=\"2\">예산</th><th rowspan=2>집행액</th></tr>"
      "<tr><th>예산액</th><th>예산현액</th></tr>"
      "<tr><td>2020</td><td>1,000</td><td>1,100</td><td>900</td></tr></table>");
  const Table* table = sheet.FindTable(SectionKind::kSettlement);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->columns.size(), 4U);
  EXPECT_EQ(table->columns[2].role, ColumnRole::kCurrentBudget);
  EXPECT_EQ(table->columns[3].role, ColumnRole::kDisbursed);
  const SettlementView settlement = SettlementOf(sheet);
  ASSERT_EQ(settlement.years.size(), 1U);
  EXPECT_EQ(settlement.years[0].disbursed.won()->minor(), 900000);
}

TEST(Html, CountsAFigureThatSpansCellsOnce) {
  const Sheet sheet = ReadOrDie(
      "<table><tr><td>가</td><td "
      "colspan=3>1,000</td></tr><tr><td>나</td><td>1</td><td>2</td><td>3</td></tr></table>");
  ASSERT_EQ(sheet.sections.size(), 1U);
  const Row& row = sheet.sections[0].blocks.at(0).table->rows.at(0);
  ASSERT_EQ(row.cells.size(), 2U);
  EXPECT_EQ(row.printed_cells, 4U);
}

TEST(Html, ReadsNoScriptAndNoStyle) {
  const Sheet sheet = ReadOrDie(
      "<html><head><title>x</title></head><body><script>var a = "
      "'1,234';</script><style>p{}</style><h2>사업목적</h2><p>가</p></body></html>");
  ASSERT_EQ(sheet.sections.size(), 1U);
  EXPECT_EQ(OnlyLine(sheet).text, "가");
}

TEST(Html, TakesSpansThatAreNone) {
  for (const char* span : {"0", "-1", "x", "", "99999999999999999999", "1000000"}) {
    const Sheet sheet = ReadOrDie(std::string("<table><tr><td colspan=\"") + span +
                                  "\">가</td><td rowspan=\"" + span + "\">나</td></tr></table>");
    ASSERT_FALSE(sheet.sections.empty()) << span;
  }
}

#else

TEST(Markup, KeepsTagsAndSaysSoWhenBuiltWithoutHtml) {
  const Sheet sheet = ReadOrDie("사업목적\n- <b>가</b> &amp; 나\n");
  EXPECT_TRUE(HasFinding(sheet, "markup.kept"));
  EXPECT_EQ(OnlyLine(sheet).text, "- <b>가</b> &amp; 나");
}

TEST(Markup, SaysNothingWhereThereIsNoTag) {
  EXPECT_FALSE(HasFinding(ReadOrDie("사업목적\n- R&D 5 < 6 <추진배경>\n"), "markup.kept"));
}

#endif

}  // namespace
}  // namespace yesan::test
