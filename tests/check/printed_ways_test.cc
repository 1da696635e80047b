// Ways in which offices print the same sheet: none of them is a fault.
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"
#include "yesan/sheet/views.h"
#include "yesan/sheet/write.h"

namespace yesan {
namespace {

using testing::Changed;
using testing::CleanSheet;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::Found;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> RulesOf(const std::string& text) {
  std::vector<std::string> rules;
  for (const Finding& finding : testing::CheckText(text).findings) rules.push_back(finding.rule);
  return rules;
}

Sheet SheetOf(const std::string& text) {
  auto sheet = Read(text);
  EXPECT_TRUE(sheet.ok());
  return sheet ? *std::move(sheet) : Sheet();
}

constexpr std::int64_t kMillion = 1'000'000;

// A program of several years: `heading` stands above the money of each year by source.
std::string WithInvestment(const std::string& heading, const std::string& columns) {
  return "세부사업 설명서 (2023회계연도)\n\n○ 세부사업명 : 공영주차장 조성\n\n"
         "Ⅰ. 사업개요\n ○ 사업기간 : 2021년 ~ 2024년\n\n" +
         heading + " (단위 : 백만원)\n" + columns +
         "계\t12,800\t1,200\t3,400\t4,100\t4,100\n국비\t6,400\t600\t1,700\t2,050\t2,050\n"
         "도비\t1,920\t180\t510\t615\t615\n시비\t4,480\t420\t1,190\t1,435\t1,435\n\n"
         "Ⅲ. 예산 현황 (단위 : 천원)\n과목\t전년도 예산액\t금년도 예산액\t증감\n"
         "계\t3,400,000\t4,100,000\t700,000\n401-01 시설비\t3,400,000\t4,100,000\t700,000\n";
}

constexpr char kYears[] = "구분\t합계\t2021년까지\t2022년\t2023년\t2024년 이후\n";

TEST(Investment, OfSeveralYearsIsNotThatOfThisYear) {
  for (const char* heading :
       {"Ⅱ. 연도별 투자계획", "Ⅱ. 연차별 투자계획", "Ⅱ. 재원별 투자계획", "Ⅱ. 재원별 사업비",
        "Ⅱ. 총사업비 재원", "□ 총사업비", "Ⅱ. 소요예산"}) {
    for (const char* columns : {kYears, "구분\t합계\t기투자\t2022년\t2023년\t향후투자\n",
                                "재원\t계\t2021\t2022\t2023\t2024\n"}) {
      const std::string text = WithInvestment(heading, columns);
      EXPECT_THAT(RulesOf(text), Not(Contains("funding.total"))) << text;
      const Sheet sheet = SheetOf(text);
      EXPECT_FALSE(FundingOf(sheet).total.won().has_value()) << text;
      const FundingView cost = TotalCostOf(sheet);
      ASSERT_TRUE(cost.total.won().has_value()) << text;
      EXPECT_EQ(cost.total.won()->minor(), 12'800 * kMillion) << text;
      EXPECT_EQ(cost.entries.size(), 3U) << text;
    }
  }
}

TEST(Investment, GivesWayToTheMoneyOfThisYear) {
  const std::string text = testing::With(WithInvestment("Ⅱ. 연도별 투자계획", kYears), "2024년\n",
                                         "2024년\n ○ 사업비 : 4,000백만원\n");
  EXPECT_THAT(RulesOf(text), Contains("funding.total"));
}

TEST(Basics, AreReadBehindTheNameOfTheirSection) {
  for (const char* first : {"<th rowspan=\"3\">기본현황", "<th rowspan=\"3\">기본<br/>현황",
                            "<td rowspan=\"3\">사업<br/>개요"}) {
    const std::string html =
        "<html><body><h1>2025년 사업설명서</h1><table><tr>" + std::string(first) +
        "</th><th>회계</th><td colspan=\"3\">일반회계</td></tr><tr><th>사업기간</th><td "
        "colspan=\"3\">연례반복</td></tr><tr><th>사업비</th><td colspan=\"3\">612,000천원 (도비 "
        "62,100천원, 시비 550,800천원)</td></tr></table></body></html>";
    const Sheet sheet = SheetOf(html);
    EXPECT_EQ(BasicsOf(sheet).account.text, "일반회계");
    const FundingView funding = FundingOf(sheet);
    ASSERT_TRUE(funding.total.won().has_value()) << html;
    EXPECT_EQ(funding.total.won()->minor(), 612 * kMillion);
    ASSERT_EQ(funding.entries.size(), 2U);
    EXPECT_EQ(funding.entries[1].amount.won()->minor(), 550'800'000);
    EXPECT_THAT(RulesOf(html), Contains("funding.sum"));
  }
}

TEST(PageMarks, DoNotEndATable) {
  for (const char* mark : {"(12쪽)", "- 12쪽 -", "민주주의위원회 - 12", "- 12 -", "12 / 30",
                           "12페이지", "p. 12", "[12]"}) {
    for (const char* before : {"2022\t(x 300) 950\t", "대회 운영\t2024.03"}) {
      const std::string text = Changed(before, "\n" + std::string(mark) + "\n\n" + before);
      EXPECT_THAT(RulesOf(text), IsEmpty()) << mark;
    }
  }
}

TEST(PageMarks, HideNoWrongRowBehindThem) {
  const std::string text =
      testing::With(Changed("2022\t(x 300) 950\t", "\n(12쪽)\n\n2022\t(x 300) 950\t"),
                    "930\t(x-) 0\t(x 10) 20", "930\t(x-) 0\t(x 10) 30");
  EXPECT_THAT(RulesOf(text), Not(IsEmpty()));
}

// As `pdftotext -layout` writes it.
std::string Ruled(const std::string& rule) {
  return "2026년도 세출예산 사업설명서\n\n□ 세부사업명 : 벼 재배농가 지원\n\n"
         "1. 사업개요\n  ○ 사업비 : 1,920백만원(도비 576, 군비 1,344)\n\n"
         "2. 예산 편성 내역                                        (단위 : 천원)\n" +
         rule + "   과   목              2025년(최종)     2026년(요구)      증 감      비율(%)\n" +
         rule +
         "   합    계               1,800,000        1,920,000     120,000        6.7\n"
         "   301-14 기타보상금      1,800,000        1,920,000     120,000        6.7\n" +
         rule + "\n3. 산출내역\n  ○ 경영안정자금 : 600천원 × 3,200호 = 1,920,000천원\n";
}

TEST(Rules, AreNoText) {
  const std::vector<std::string> plain = RulesOf(Ruled(""));
  EXPECT_THAT(plain, Not(Contains("notation.table_unit")));
  for (const char* rule : {"------------------------------\n", "==============\n",
                           "  ─────────  \n", "━━━━━━━━━━\n", "--------   --------   ------\n"}) {
    EXPECT_EQ(RulesOf(Ruled(rule)), plain) << rule;
    EXPECT_THAT(SheetOf(Ruled(rule)).not_understood, IsEmpty()) << rule;
  }
}

TEST(Brackets, KeepSourcesThatOnlySpacesPart) {
  const std::string text =
      "                     2024년도 세출예산 사업별 설명서\n\n"
      "  사업명     청년 창업지원센터 운영                             담당부서   청년정책과\n\n"
      "1. 기본현황\n   - 사업기간 : 연례반복\n"
      "   - 사업비 : 845,200천원 (국비 0  도비 126,780  시비 718,420)\n\n"
      "2. 예산총괄\n                                              (단위 : 천원, %)\n"
      "     구      분        2023예산액(A)      2024예산액(B)      증감(B-A)      증감률\n"
      "     계                      820,000            845,200         25,200         3.1\n"
      "     민간위탁금              820,000            845,200         25,200         3.1\n";
  const Sheet sheet = SheetOf(text);
  EXPECT_EQ(sheet.title.text, "청년 창업지원센터 운영");
  const FundingView funding = FundingOf(sheet);
  ASSERT_TRUE(funding.total.won().has_value());
  EXPECT_EQ(funding.total.won()->minor(), 845'200'000);
  EXPECT_EQ(funding.entries.size(), 3U);
  EXPECT_THAT(RulesOf(testing::With(text, "126,780", "126,870")), Contains("funding.sum"));
}

TEST(Title, IsReadWhereSomethingStandsBehindIt) {
  const std::string rest = "\n\n□ 예산총괄 (단위: 천원)\n구분\t2024예산\t2025예산\t증감\n";
  EXPECT_EQ(SheetOf("사업명 : 감귤원 정비 지원\t2025년도 당초예산" + rest).title.text,
            "감귤원 정비 지원");
  EXPECT_EQ(SheetOf("사업명\t감귤원 정비 지원\t담당부서\t감귤과" + rest).title.text,
            "감귤원 정비 지원");
}

TEST(Columns, KnowAFormulaByItsShortName) {
  const Sheet sheet = SheetOf(
      "산출근거\n\n| 항목 | 산식 | 금액(천원) |\n|---|---|--:|\n| 자산취득비 | 75,000천원 × 2대 | "
      "150,000 |\n| 계 |  | 150,000 |\n");
  EXPECT_THAT(sheet.not_understood, IsEmpty());
}

TEST(Columns, TakeTheMinuendForThisYear) {
  const OverviewView view =
      OverviewOf(SheetOf("예산총괄 (단위: 천원)\n구분\t기정예산액(A)\t추경예산액(B)\t증감(B-A)\n"
                         "계\t15,200\t18,640\t3,440\n"));
  ASSERT_EQ(view.rows.size(), 1U);
  ASSERT_TRUE(view.rows[0].current.won().has_value());
  EXPECT_EQ(view.rows[0].current.won()->minor(), 18'640'000);
}

TEST(Columns, CompareWithTheBudgetThatTheChangeNames) {
  const std::string rows = "계\t5,000\t5,400\t6,200\t1,200\n시설비\t5,000\t5,400\t6,200\t1,200\n";
  const std::string head =
      "예산총괄 (단위: 백만원)\n구분\t2021년 당초\t2021년 최종\t2022년 당초\t증감";
  const OverviewView original = OverviewOf(SheetOf(head + "(당초대비)\n" + rows));
  ASSERT_EQ(original.rows.size(), 2U);
  EXPECT_EQ(original.rows[0].prior.won()->minor(), 5'000 * kMillion);
  const OverviewView final_amount = OverviewOf(SheetOf(head + "\n" + rows));
  EXPECT_EQ(final_amount.rows[0].prior.won()->minor(), 5'400 * kMillion);
}

// `증감` above the gap between `금액` and `비율`, beside the other headings.
TEST(Headings, StandOverTheNamesOnBothSidesOfThem) {
  for (const char* headings :
       {"          구분               2024예산액      2025예산액                  증감\n",
        "                                                                         증감\n"
        "          구분               2024예산액      2025예산액\n"}) {
    const std::string text =
        "사업명 : 감귤원 정비\n\n2. 예산 총괄표\n"
        "                                                              (단위 : 백만원, %)\n" +
        std::string(headings) +
        "                                                              금액              비율\n\n"
        "     합계                        1,150           1,265            115            10.0\n\n"
        "     민간자본사업보조            1,150           1,265            115            10.0\n";
    const OverviewView view = OverviewOf(SheetOf(text));
    ASSERT_EQ(view.rows.size(), 2U);
    ASSERT_TRUE(view.rows[0].change.won().has_value());
    EXPECT_EQ(view.rows[0].change.won()->minor(), 115 * kMillion);
    EXPECT_THAT(RulesOf(text), Not(Contains("presence.missing_figure")));
    EXPECT_THAT(RulesOf(text), Not(Contains("notation.table_unit")));
  }
}

// `증감(A-B)` is misprinted where the years, the names or the figures say so: the columns stay what they are.
TEST(Columns, AreNotTurnedByAMisprintedDifference) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"증감 (B-A)", "증감(A-B)"},
           {"2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)", "기정액(A)\t경정액(B)\t증감(A-B)"},
           {"2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)",
            "전년도 예산(A)\t금년도 예산(B)\t증감(A-B)"},
           {"2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)", "예산액(A)\t예산액(B)\t증감(A-B)"}}) {
    EXPECT_THAT(Found(Changed(from, to)), ElementsAre("warning overview.heading 17")) << to;
    // Nor are they when the sheet is written and read again.
    const Sheet sheet = SheetOf(Changed(from, to));
    const auto written = Write(sheet, SheetFormat::kTabs);
    ASSERT_TRUE(written.ok()) << to;
    EXPECT_TRUE(SheetOf(*written) == sheet) << to;
  }
  // A table may call this year's budget A.
  EXPECT_THAT(Found(Changed("2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)\t(B-A)*100/A",
                            "2023예산액 (B)\t2024예산액 (A)\t증감 (A-B)\t(A-B)*100/B")),
              IsEmpty());
}

// Sources by one letter, all in one bracket or each in its own.
TEST(Funding, IsReadByItsMarks) {
  const std::string row = "1,200천원\t(국비)400천원\t(시비)800천원";
  for (const char* good :
       {"1,200천원 (국 400 시 800)", "1,200천원(국400, 시800)", "1,200천원 (국:400, 시:800)",
        "1,200천원 (국 400천원/시 800천원)", "1,200천원\t(국)400천원\t(시)800천원",
        "1,200천원 (도비 0 국 400 시 800)", "1,200천원 (보조 400 자체 800)"}) {
    EXPECT_THAT(Found(Changed(row, good)), IsEmpty()) << good;
    const Sheet sheet = SheetOf(Changed(row, good));
    Money sum;
    for (const FundingEntry& entry : FundingOf(sheet).entries) {
      const auto won = entry.amount.won();
      if (won) sum = *Add(sum, *won);
    }
    EXPECT_EQ(sum.minor(), 1'200'000) << good;
  }
  for (const char* bad : {"1,200천원 (국 400 시 810)", "1,200천원 (국 410 시 800)",
                          "1,200천원 (보조 401 자체 800)"}) {
    EXPECT_THAT(RulesOf(Changed(row, bad)), Contains("funding.sum")) << bad;
  }
  // Counts are no money.
  EXPECT_THAT(Found(Changed(row, "1,200천원\t(국비)400천원\t(시비)800천원 (시 3개소, 군 5개소)")),
              IsEmpty());
}

// A length stands beside the days of a contract in many ways; 재계약(24.01.01~24.12.31) is a year.
TEST(Lengths, OfContractsAreThoseOfTheirDays) {
  const std::string line = "- 2023.08.23 : 재계약(24.01.01~24.12.31)\n";
  const std::string days = "24.01.01~24.12.31";
  for (const std::string before : {"재계약(", "위·수탁 계약(", "위·수탁 협약 체결("}) {
    for (const auto& [head, tail] : std::vector<std::pair<std::string, std::string>>{
             {"", ", @년)"}, {"@년, ", ")"}, {"", "/@년)"}, {"@년간 : ", ")"}, {"", ")(@년)"}}) {
      for (const char count : {'1', '2'}) {
        std::string text = "- 2023.08.23 : " + before + head + days + tail + "\n";
        text[text.find('@')] = count;
        EXPECT_THAT(Found(Changed(line, text)),
                    count == '1' ? std::vector<std::string>{}
                                 : std::vector<std::string>{"warning dates.stated_length 45"})
            << text;
      }
    }
  }
  EXPECT_THAT(Found(Changed(line, "- 위탁기간 : 24.01.01~24.12.31(2년)\n")),
              ElementsAre("warning dates.stated_length 45"));
  EXPECT_THAT(Found(Changed(line, "- 2023.08.23 : 재계약(24.01.01~24.12.31), 2년 연장 가능\n")),
              IsEmpty());
}

TEST(Periods, OfAnotherTimeAreAskedAbout) {
  for (const auto& [printed, found] : std::vector<std::pair<std::string, std::string>>{
           {"2025년 ~ 2026년", "ask dates.program_ended 8"},
           {"1024년 ~ 2024년", "warning years.impossible 8"},
           {"2024.1 ~ 2204.12", "warning years.impossible 8"},
           {"2년(2022~2024)", "warning dates.stated_length 8"},
           {"2022~2024, 2년간", "warning dates.stated_length 8"}}) {
    EXPECT_THAT(Found(Changed("사업기간\t계속", "사업기간\t" + printed)), ElementsAre(found))
        << printed;
  }
  EXPECT_THAT(Found(Changed("사업기간\t계속", "사업기간\t3년(2022~2024)")), IsEmpty());
  EXPECT_THAT(RulesOf(Changed("재계약(24.01.01~24.12.31)", "재계약(1024.01.01~1024.12.31)")),
              Contains("years.impossible"));
  // A decimal and an old day are none.
  EXPECT_THAT(Found(Changed("- 건강 증진\n", "- 면적 1024.5㎡, 1897.10.12. 대한제국 선포지\n")),
              IsEmpty());
}

// Tables drawn as boxes, in each of the ways in which a text can arrive.
TEST(Tables, AreReadOutOfBoxes) {
  const auto sheet = [](const std::string& table, const std::string& behind) {
    return "2024년도 사업별 설명서\n사업명: 공원 수목 관리\n1. 예산 총괄 (단위: 천원)\n" + table +
           "2. 산출근거\n○ 시설비 95,000천원 × 1식 = 95,000천원\n○ 재료비 150천원 × 100주 = "
           "15,000천원\n" +
           behind;
  };
  const std::string box =
      "┌──────────┬──────────┬──────────┬─────────┬──────┐\n"
      "│ 구분     │ 2023예산 │ 2024예산 │ 증감    │ 비율 │\n"
      "├──────────┼──────────┼──────────┼─────────┼──────┤\n"
      "│ 계       │ 100,000  │ 110,000  │ 10,000  │ 10.0 │\n"
      "├──────────┼──────────┼──────────┼─────────┼──────┤\n"
      "│ 시설비   │  80,000  │  95,000  │ 15,000  │ 18.8 │\n"
      "│ 재료비   │  20,000  │  15,000  │ △5,000  │ △25  │\n"
      "└──────────┴──────────┴──────────┴─────────┴──────┘\n";
  std::string grid = box;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"│", "|"},
                                                                                 {"─", "-"},
                                                                                 {"┌", "+"},
                                                                                 {"┬", "+"},
                                                                                 {"┐", "+"},
                                                                                 {"├", "+"},
                                                                                 {"┼", "+"},
                                                                                 {"┤", "+"},
                                                                                 {"└", "+"},
                                                                                 {"┴", "+"},
                                                                                 {"┘", "+"}}) {
    for (std::size_t at = grid.find(from); at != std::string::npos;
         at = grid.find(from, at + to.size()))
      grid.replace(at, from.size(), to);
  }
  std::string heavy = box;
  for (std::size_t at = heavy.find("│"); at != std::string::npos; at = heavy.find("│", at + 3))
    heavy.replace(at, 3, "┃");
  const std::string tabs = "3. 비고\n가\t나\n다\t라\n마\t바\n사\t아\n자\t차\n카\t타\n파\t하\n";
  std::string wide;  // columns of spaces: more of them than of the box
  for (int i = 0; i < 12; ++i) wide += "   참고 " + std::to_string(i) + "        내용\n";
  for (const std::string& table : {box, grid, heavy}) {
    for (const std::string& behind : {std::string(), tabs, wide}) {
      const std::string text = sheet(table, behind);
      const OverviewView view = OverviewOf(SheetOf(text));
      ASSERT_EQ(view.rows.size(), 3U) << text;
      EXPECT_EQ(view.prior_year, 2023) << text;
      ASSERT_TRUE(view.rows[2].change.won().has_value()) << text;
      EXPECT_EQ(view.rows[2].change.won()->minor(), -5'000'000) << text;
      EXPECT_EQ(view.rows[0].current.printed.place.column, 24U) << text;
      for (const Finding& finding : testing::CheckText(text).findings) {
        if (finding.place.known()) {
          EXPECT_GT(finding.place.line, 11U) << finding.rule << "\n" << text;
        }
      }
      EXPECT_THAT(RulesOf(testing::With(text, "18.8", "17.8")), Contains("overview.rate"));
    }
  }
}

// 경정 and 기정 on one line, beside lines that state this year's amount.
TEST(Basis, OfASupplementaryBudgetCountsTheRevisedAmount) {
  const auto sheet = [](const std::string& revised) {
    return "2022년도 제2회 추가경정예산 사업별 설명서\n\n사업명\t전기자동차 보급사업\n\n"
           "□ 예산총괄 (단위: 천원)\n구분\t기정예산액(A)\t추경예산액(B)\t증감(B-A)\t비율(%)\n"
           "계\t15,200,000\t18,640,000\t3,440,000\t22.63\n"
           "민간자본사업보조\t15,000,000\t18,400,000\t3,400,000\t22.67\n"
           "사무관리비\t200,000\t240,000\t40,000\t20.00\n\n□ 산출근거\n○ 민간자본사업보조\n"
           " - 승용 경정 8,000,000원×1,500대=12,000,000천원, 기정 "
           "8,000,000원×1,250대=10,000,000천원\n"
           " - 화물 경정 16,000,000원×" +
           revised +
           ", 기정 16,000,000원×312.5대=5,000,000천원\n"
           "○ 사무관리비 240,000천원\n";
  };
  EXPECT_THAT(RulesOf(sheet("400대=6,400,000천원")), Not(Contains("basis.total")));
  EXPECT_THAT(RulesOf(sheet("401대=6,416,000천원")), Contains("basis.total"));
}

// A factor with its comma in the wrong place is one finding, and its line still counts.
TEST(Basis, KeepsALineWithAMisprintedFactor) {
  for (const char* factor : {"10,00원×30명", "10,000원×3,0명", "10,0000원×30명",
                             "10,000원×3,0명×1회", "30명 × 10,00원", "1회×30명×10,00원"}) {
    EXPECT_THAT(Found(Changed("10,000원×30명 = 300천원", std::string(factor) + " = 300천원")),
                ElementsAre("warning notation.grouping 25"))
        << factor;
  }
}

// `증감` over `금액 | %`, and `증감(%)` beside `증감`.
TEST(Columns, OfAChangeInPercentAreItsRate) {
  const std::string head = "구 분\t2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n";
  for (const char* other : {"구 분\t2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)\t\n\t\t\t금액\t%\n",
                            "구 분\t2023예산액 (A)\t2024예산액 (B)\t증감\t\n\t\t\t금액\t(%)\n",
                            "구 분\t2023예산액 (A)\t2024예산액 (B)\t증감\t증감(%)\n",
                            "구 분\t2023예산액 (A)\t2024예산액 (B)\t증감\t%\n"}) {
    EXPECT_THAT(Found(Changed(head, other)), IsEmpty()) << other;
    EXPECT_THAT(RulesOf(testing::With(Changed(head, other), "\t16.7\n", "\t17.7\n")),
                ElementsAre("overview.rate"))
        << other;
  }
}

TEST(Title, NamesTheYearOfItsTables) {
  const auto titled = [](const std::string& title) { return title + "\n\n" + CleanSheet(); };
  EXPECT_THAT(Found(titled("2024년도 본예산 사업별 설명서")), IsEmpty());
  EXPECT_THAT(Found(titled("2025년도 본예산 사업별 설명서")), ElementsAre("warning years.agree 1"));
  // Two years say nothing.
  EXPECT_THAT(Found(titled("2023년도 작성, 2024년도 사업별 설명서")), IsEmpty());
}

}  // namespace
}  // namespace yesan
