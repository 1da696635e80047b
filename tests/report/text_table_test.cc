#include "yesan/report/text_table.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "yesan/base/text.h"

namespace yesan {
namespace {

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t at; (at = text.find('\n', from)) != std::string::npos; from = at + 1) {
    lines.push_back(text.substr(from, at - from));
  }
  EXPECT_EQ(from, text.size()) << "the last line has its end";
  return lines;
}

TextTable Amounts() {
  TextTable table({{"과목", Align::kLeft}, {"천원", Align::kRight}});
  table.AddRow({"민간위탁금", "4,066,896"});
  table.AddRow({"A", "Δ12"});
  table.AddRow({"계", "4,066,884"}, true);
  return table;
}

TEST(TextTable, LinesUpFiguresUnderEachOtherWithHangulLabels) {
  EXPECT_EQ(Amounts().ToText(),
            "과목             천원\n"
            "─────────────────────\n"
            "민간위탁금  4,066,896\n"
            "A                 Δ12\n"
            "─────────────────────\n"
            "계          4,066,884\n");
}

TEST(TextTable, EveryRightAlignedLineHasTheSameWidth) {
  for (const std::string& line : LinesOf(Amounts().ToText()))
    EXPECT_EQ(DisplayWidth(line), 21u) << line;
}

TEST(TextTable, WrapsWordsAndNeverFigures) {
  TextTable table({{"사업추진절차", Align::kLeft}, {"예산집행금액", Align::kRight}});
  table.AddRow({"마을공동체 활동가 교육 및 지원체계 구축", "151,000"});
  const std::string text = table.ToText(30);
  for (const std::string& line : LinesOf(text)) EXPECT_LE(DisplayWidth(line), 30u) << line;
  EXPECT_NE(text.find("151,000"), std::string::npos);
  EXPECT_NE(text.find("마을공동체"), std::string::npos);
}

TEST(TextTable, StaysWiderThanAskedRatherThanCutAFigure) {
  TextTable table({{"", Align::kRight}});
  table.AddRow({"1,234,567,890,123"});
  EXPECT_EQ(table.ToText(5), "1,234,567,890,123\n");
}

TEST(TextTable, PrintsNothingWithoutRows) {
  EXPECT_EQ(TextTable({{"과목"}}).ToText(), "");
  EXPECT_EQ(TextTable({{"과목"}}).ToMarkdown(), "");
  EXPECT_EQ(TextTable().ToText(), "");
}

TEST(TextTable, FillsShortRowsAndLeavesCellsBeyondTheLastColumnOut) {
  TextTable table({{"a"}, {"b"}});
  table.AddRow({"1"});
  table.AddRow({"1", "2", "3"});
  EXPECT_EQ(table.ToText(), "a  b\n────\n1\n1  2\n");
}

TEST(TextTable, KeepsTheIndentOfATreeWhenItWraps) {
  TextTable table({{"", Align::kLeft}});
  table.AddRow({"  마을활동가 교육"});
  EXPECT_EQ(table.ToText(11), "  마을활동\n가 교육\n");
}

TEST(TextTable, MakesAMarkdownPipeTableWithAlignment) {
  EXPECT_EQ(Amounts().ToMarkdown(),
            "| 과목 | 천원 |\n"
            "| --- | ---: |\n"
            "| 민간위탁금 | 4,066,896 |\n"
            "| A | Δ12 |\n"
            "| **계** | **4,066,884** |\n");
}

TEST(TextTable, LetsNoCellBreakOutOfAMarkdownTable) {
  TextTable table({{"a"}});
  table.AddRow({"x | y\nz <script> `c` [l](u)"});
  EXPECT_EQ(table.ToMarkdown(),
            "| a |\n| --- |\n"
            "| x \\| y<br>z &lt;script&gt; \\`c\\` \\[l\\](u) |\n");
}

TEST(PrintableText, LetsNoControlCharacterReachATerminal) {
  EXPECT_EQ(PrintableText("a\x1b[2Jb"), "a\uFFFD[2Jb");
  EXPECT_EQ(PrintableText(std::string_view("a\0b", 3)), "a\uFFFDb");
  EXPECT_EQ(PrintableText("a\tb\r\nc"), "a b  c");
  EXPECT_EQ(PrintableText("\xC2\x9B"
                          "31m"),
            "\uFFFD31m")
      << "C1 control sequence introducer";
}

TEST(PrintableText, LetsNoCharacterTurnTheDirectionOfWriting) {
  EXPECT_EQ(PrintableText("1\u202E23\u2066"), "1\uFFFD23\uFFFD");
}

TEST(PrintableText, KeepsHangulAndMarks) { EXPECT_EQ(PrintableText("Δ22 ○ 마을"), "Δ22 ○ 마을"); }

TEST(Truncate, NeverSplitsACharacterOfTwoColumns) {
  EXPECT_EQ(Truncate("마을공동체", 10), "마을공동체");
  EXPECT_EQ(Truncate("마을공동체", 9), "마을공동…");
  EXPECT_EQ(Truncate("마을공동체", 8), "마을공…");
  EXPECT_EQ(Truncate("마을공동체", 7), "마을공…");
  EXPECT_EQ(Truncate("마을", 1), "…");
  EXPECT_EQ(Truncate("마을", 0), "");
  for (std::size_t columns = 1; columns < 20; ++columns) {
    EXPECT_LE(DisplayWidth(Truncate("마을 공동체 centre 지원", columns)), columns);
  }
}

TEST(Wrap, BreaksAtSpacesWhereItCanAndBetweenCharactersWhereNot) {
  EXPECT_EQ(Wrap("마을 공동체", 6), (std::vector<std::string>{"마을", "공동체"}));
  EXPECT_EQ(Wrap("마을공동체", 4), (std::vector<std::string>{"마을", "공동", "체"}));
  EXPECT_EQ(Wrap("", 4), (std::vector<std::string>{""}));
  EXPECT_EQ(Wrap("a\nb", 4), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(Wrap("가", 1), (std::vector<std::string>{"가"}))
      << "wider than the column: a line of its own";
}

TEST(Wrap, LosesNoCharacterButSpaces) {
  const std::string text =
      "서울형 커뮤니티 활성화 지원사업 : 생활권 공동체 활성화 지원 등, aaaaaaaaaaaaaaaaaaaaaaa b";
  std::string expected;
  for (const char c : text) {
    if (c != ' ') expected += c;
  }
  for (std::size_t columns = 2; columns < 60; ++columns) {
    std::string got;
    for (const std::string& line : Wrap(text, columns)) {
      EXPECT_LE(DisplayWidth(line), columns);
      for (const char c : line) {
        if (c != ' ') got += c;
      }
    }
    EXPECT_EQ(got, expected) << columns;
  }
}

TEST(Pad, FillsUpToTheColumnAndNeverCuts) {
  EXPECT_EQ(Pad("가", 4), "가  ");
  EXPECT_EQ(Pad("가", 4, Align::kRight), "  가");
  EXPECT_EQ(Pad("가나다", 4), "가나다");
}

TEST(EscapeHtml, LeavesNoCharacterThatHtmlWouldReadAsMarkup) {
  EXPECT_EQ(EscapeHtml("<script>alert('1')</script> & \"x\""),
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;");
  EXPECT_EQ(EscapeHtml("&lt;"), "&amp;lt;") << "an entity in the document is shown as it stands";
}

TEST(EscapeHtml, ReplacesWhatHtmlMayNotHold) {
  EXPECT_EQ(EscapeHtml(std::string_view("a\0b\x1b", 4)), "a\uFFFDb\uFFFD");
  EXPECT_EQ(EscapeHtml("a\tb\n"), "a\tb\n");
  EXPECT_EQ(EscapeHtml("\xEF\xBF\xBE"), "\uFFFD") << "U+FFFE";
  EXPECT_EQ(EscapeHtml("\u202Eabc"), "\uFFFDabc");
  EXPECT_EQ(EscapeHtml("\xFFq"), "\uFFFDq");
}

TEST(TextTable, NeverWrapsAWholeColumnAndLetsTheOthersGiveWay) {
  TextTable table({{"문서", Align::kLeft, true}, {"사업"}, {"천원", Align::kRight}});
  table.AddRow({"01-haesol-bicycle.txt", "공영자전거 살랑바퀴 운영", "2,400,000"});
  const std::string text = table.ToText(50);
  EXPECT_NE(text.find("01-haesol-bicycle.txt  공영자전거"), std::string::npos) << text;
  EXPECT_EQ(text.find("운영  2,400"), std::string::npos) << "the program gave way";
}

TEST(TextTable, PrintsAHeadingOverAllColumns) {
  TextTable table({{"a"}, {"b", Align::kRight}});
  table.AddHeading("2021/");
  table.AddRow({"  x", "1"});
  EXPECT_EQ(table.ToText(), "a    b\n──────\n2021/\n  x  1\n");
  EXPECT_NE(table.ToMarkdown().find("| **2021/** |  |\n"), std::string::npos) << table.ToMarkdown();
}

}  // namespace
}  // namespace yesan
