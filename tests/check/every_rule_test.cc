// Every rule has a sheet that breaks it; the clean sheet breaks none, and neither do the variants of it that only look odd.
#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

using testing::Changed;
using testing::CleanSheet;
using testing::With;

struct Case {
  std::string rule;
  std::string text;
};

const char kOverviewHead[] = "구 분\t2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n";
const char kSettlementHead[] =
    "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n";

// The clean sheet with another table of settlement.
std::string Settlement(const std::string& table) {
  std::string text = CleanSheet();
  text.resize(text.find(kSettlementHead));
  return text + table;
}

// The clean sheet with a table by source behind its overview.
std::string BySource(const std::string& table) {
  return Changed("산출근거\n\n", "재원별 내역\n\n(단위 : 천원)\n\n" + table + "\n산출근거\n\n");
}

// The clean sheet with amounts in 백만원, won at the basis.
std::string InMillions(const std::string& prior, const std::string& rate) {
  std::string text = Changed("(단위 : 천원, %)", "(단위 : 백만원, %)");
  text =
      With(text, "(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20", prior + "\t1,200\t200\t" + rate);
  text = With(text, "(x 100) 400\t(x 150) 500\t(x 50) 100\t25", "400\t500\t100\t25.0");
  return With(text, "(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7", "600\t700\t100\t16.7");
}

const char kSettledRows[] =
    "2020\t900\t850\t50\t0\t0\t900\t800\t50\t50\n"
    "2021\t900\t900\t0\t50\t△10\t940\t900\t0\t40\n"
    "2022\t950\t940\t10\t0\t0\t950\t930\t0\t20\n";

// The clean sheet as a converter leaves it that knows no columns.
std::string Spaced() {
  std::string text = CleanSheet();
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

// The clean sheet with a plan of two years, two pieces of it replaced.
std::string Plan(const std::string& from, const std::string& to, const std::string& and_from,
                 const std::string& and_to) {
  const std::string plan =
      "□ 연차별 투자계획\n\n(단위 : 천원)\n\n구분\t합계\t2023년\t2024년\n"
      "계\t7,500\t3,400\t4,100\n국비\t4,875\t2,210\t2,665\n시비\t2,625\t1,190\t1,435\n\n";
  return Changed("□ 사업근거\n", With(With(plan, from, to), and_from, and_to) + "□ 사업근거\n");
}

std::vector<Case> Cases() {
  std::vector<Case> cases = {
      {"basis.approximate",
       Changed("○ 교재\t10,000원×30명 = 300천원", "○ 교재\t10,000원×33명 ≒ 300천원")},
      {"basis.formula", Changed("100,000원×4명", "100,000원×5명")},
      {"basis.item", Changed("= 700천원", "= 701천원")},
      {"basis.odd_line", Changed("\t○ 소모품\t200,000원\t= 200천원\n", "\t○ 소모품 = 200천원\n")},
      {"basis.stated_total", Changed("\t- 시상품\t50,000원×6개 = 300천원\n",
                                     "\t- 시상품\t50,000원×6개 = 300천원\n합계\t= 1,300천원\n")},
      {"basis.sum", Changed("= 700천원", "= 701천원")},
      {"basis.total", Changed("\t○ 소모품\t200,000원\t= 200천원\n", "")},
      {"basis.unknown_item", Changed("행사운영비\t○ 대회", "연구용역비\t○ 대회")},
      {"plan.column", Plan("1,190\t1,435", "1,190\t1,435", "계\t7,500\t3,400", "계\t7,400\t3,300")},
      {"plan.row", Plan("1,190\t1,435", "1,190\t1,345", "계\t7,500", "계\t7,500")},
      {"basis.unreadable", Changed("10,000원×30명 = 300천원", "10,000원×30명×(2회 = 300천원")},
      {"basis.won_rounded", Changed("200,000원\t= 200천원", "200,400원\t= 200천원")},
      {"basis.won_thousand", Changed("200,000원\t= 200천원", "201,000원\t= 200천원")},
      {"contract.ended", Changed("24.01.01~24.12.31", "21.01.01~23.12.31")},
      {"dates.calendar", Changed("2021.03.15", "2021.02.30")},
      {"dates.program_ended", Changed("사업기간\t계속", "사업기간\t2020년~2022년")},
      {"dates.ends_before_start", Changed("사업기간\t계속", "사업기간\t2024년~2022년")},
      {"dates.stated_length", Changed("사업기간\t계속", "사업기간\t2022년 ~ 2024년(5년)")},
      {"dates.unreadable", Changed("2024.02~2024.11", "봄부터 쭉")},
      {"funding.change", BySource("재원\t2023년\t2024년\t증감\n계\t1,000\t1,200\t200\n"
                                  "국비\t300\t400\t101\n시비\t700\t800\t99\n")},
      {"funding.column", BySource("재원\t2023년\t2024년\t증감\n계\t1,000\t1,200\t200\n"
                                  "국비\t300\t400\t100\n시비\t710\t810\t100\n")},
      {"funding.label", Changed("(시비)", "(사비)")},
      {"funding.no_total", Changed("1,200천원\t(국비)", "\t(국비)")},
      {"funding.overview",
       With(With(Changed("사무관리비\t(x 100) 400\t(x 150) 500\t(x 50) 100\t25\n",
                         "국비\t300\t450\t150\t50\n"),
                 "행사운영비\t(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n",
                 "시비\t700\t750\t50\t7.1\n"),
            "계\t(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20", "계\t1,000\t1,200\t200\t20")},
      {"funding.row",
       BySource("구분\t계\t국비\t시비\n2023년\t1,000\t300\t701\n2024년\t1,200\t400\t800\n")},
      {"funding.sum", Changed("(시비)800천원", "(시비)801천원")},
      {"funding.total", Changed("1,200천원\t(국비)400천원\t(시비)800천원",
                                "1,300천원\t(국비)400천원\t(시비)900천원")},
      {"funding.unsplit", Changed("(국비)400천원\t(시비)800천원", "(국비)\t(시비)")},
      {"history.order", Changed("2022.05.10", "2020.05.10")},
      {"notation.bracket_alone", Changed("(x-) △10", "(10)")},
      {"notation.fraction_of_won", Changed("(x 150) 500\t", "(x 150) 500.0001\t")},
      {"notation.grouping", Changed("2024.02~2024.11\t500\t", "2024.02~2024.11\t5,00\t")},
      {"notation.list_or_count", Changed("교실 10회", "교실 20,15회, 10회")},
      {"notation.misprint", Changed("교실 12회(봄 5회, 가을 7회)", "과제 12종(봄 5종, 가을 7곤)")},
      {"notation.missing_unit", Changed("200,000원\t= 200천원", "200,000\t= 200천원")},
      {"notation.no_comma", Changed("(x 400) 1,200\t(x 100) 200", "(x 400) 1200\t(x 100) 200")},
      {"notation.table_unit", Changed("(단위 : 천원)\n\n사업추진절차", "\n\n사업추진절차")},
      {"notation.too_large", Changed("(x 10) 20\n", "99,999,999,999,999,999\n")},
      {"notation.unit_slip",
       Changed("1,200천원\t(국비)400천원\t(시비)800천원", "1,200원\t(국비)400원\t(시비)800원")},
      {"notation.unreadable", Changed("2024.02~2024.11\t500\t", "2024.02~2024.11\t오백\t")},
      {"notation.words", Changed("1,200천원\t(국비)", "금1,200,000원(금일백삼십만원)\t(국비)")},
      {"overview.change", Changed("(x 50) 100\t25", "(x 50) 101\t25")},
      {"overview.heading", Changed("증감 (B-A)", "증감 (A-B)")},
      {"overview.rate", Changed("\t16.7\n", "\t17.7\n")},
      {"overview.rate_base",
       Changed("(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7", "-\t700\t700\t100")},
      {"overview.sum", Changed("(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20",
                               "(x 300) 1,010\t(x 400) 1,200\t(x 100) 190\t19")},
      {"overview.total", With(Changed("(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20",
                                      "(x 300) 1,000\t(x 400) 1,210\t(x 100) 210\t21"),
                              "(x 250) 700\t(x 50) 100\t16.7", "(x 250) 710\t(x 50) 110\t18.3")},
      {"presence.column", Changed("최종예산\t전년이월\t예산변경", "최종예산\t기타\t예산변경")},
      {"presence.cut_off", CleanSheet().substr(0, CleanSheet().find("2020\t(x 300)"))},
      {"presence.heading", Changed(kOverviewHead, "")},
      {"presence.lost_cell", Changed("2021\t(x 300) 900\t(x 20) 50\t", "2021\t(x 300) 900\t")},
      {"presence.missing_figure", Changed("(x 250) 700\t(x 50) 100", "\t(x 50) 100")},
      {"presence.missing_total", Changed("계\t\t1,200\t\n", "계\t\t\t\n")},
      {"presence.no_sheet", "생활체육 교실 운영\n"},
      {"presence.section", CleanSheet().substr(0, CleanSheet().find("산출근거\n"))},
      {"presence.section_heading", Changed("□ 2024년도 추진일정\n", "\n")},
      {"presence.stray_subsidy_mark",
       Changed("계\t(x 300) 1,000", "\t\t\t\t(x-)\n계\t(x 300) 1,000")},
      {"presence.missing_row", Changed("대회 운영\t2024.03~2024.12\t700\t심판, 시상\n", "")},
      {"presence.total_row", Changed("계\t\t1,200\t\n", "")},
      {"presence.usual_section", Changed("□ 사업목적\n\n- 건강 증진\n", "\n\n\n")},
      {"reading.columns", Spaced()},
      {"reading.doubted", Changed("최종예산\t전년이월\t예산변경\t예산현액\t집행액",
                                  "최종예산\t예산현액\t전년이월\t예산변경\t집행액")},
      {"results.parts", Changed("12회(봄 5회, 가을 7회)", "13회(봄 5회, 가을 7회)")},
      {"rounding.rate", InMillions("1,000", "20.09")},
      {"rounding.table", InMillions("1,001", "20.0")},
      {"schedule.contract", Changed("24.01.01~24.12.31", "21.12.01~24.11.30")},
      {"schedule.ends_before_start", Changed("2024.02~2024.11", "2024.11~2024.02")},
      {"schedule.half_in_two_months",
       With(Changed("사업기간\t계속", "사업기간\t연례반복"), "2024.03~2024.12", "2024.03~2024.04")},
      {"schedule.other_year",
       With(With(Changed("2024.02~2024.11\t500", "2023.02~2023.11\t500"), "2024.03~2024.12\t700",
                 "2023.03~2023.12\t400"),
            "심판, 시상\n", "심판, 시상\n시상\t2023.03~2023.12\t300\t시상품\n")},
      {"schedule.outside_year", Changed("2024.02~2024.11", "2023.02~2024.11")},
      {"schedule.sum", Changed("2024.02~2024.11\t500", "2024.02~2024.11\t510")},
      {"schedule.total", Changed("계\t\t1,200\t\n교재와 소모품 구입\t2024.02~2024.11\t500",
                                 "계\t\t1,300\t\n교재와 소모품 구입\t2024.02~2024.11\t600")},
      {"schedule.basis", With(Changed("2024.02~2024.11\t500", "2024.02~2024.11\t450"),
                              "2024.03~2024.12\t700", "2024.03~2024.12\t750")},
      {"settlement.adopted", With(Settlement("연도\t최종예산\t예산액\t추경\t전년이월\t예산변경\t"
                                             "예산현액\t집행액\t차년이월\t집행잔액\n" +
                                             std::string(kSettledRows)),
                                  "950\t940\t10\t", "950\t940\t20\t")},
      {"settlement.carryover", Settlement("연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차"
                                          "년이월\t명시이월\t사고이월\t집행잔액\n"
                                          "2020\t900\t0\t0\t900\t800\t50\t30\t21\t50\n"
                                          "2021\t900\t50\t△10\t940\t900\t0\t0\t0\t40\n"
                                          "2022\t950\t0\t0\t950\t930\t0\t0\t0\t20\n")},
      {"settlement.current_budget", Changed("(x 320) 940", "(x 320) 490")},
      {"settlement.lapsed", Changed("(x 10) 20\n", "(x 10) 21\n")},
      {"settlement.latest_year",
       Settlement(std::string(kSettlementHead) + "2018\t900\t0\t0\t900\t800\t50\t50\n"
                                                 "2019\t900\t50\t△10\t940\t900\t0\t40\n"
                                                 "2020\t950\t0\t0\t950\t930\t0\t20\n")},
      {"settlement.no_adjustment",
       Changed("연도\t최종예산\t전년이월\t예산변경\t", "연도\t최종예산\t전년이월\t비고\t")},
      {"settlement.overspent",
       Changed("(x 290) 930\t(x-) 0\t(x 10) 20", "(x 290) 960\t(x-) 0\t(x 10) △10")},
      {"settlement.rate",
       Settlement(
           "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\t집행률(%)\n"
           "2020\t900\t0\t0\t900\t800\t50\t50\t98.9\n"
           "2021\t900\t50\t△10\t940\t900\t0\t40\t95.7\n"
           "2022\t950\t0\t0\t950\t930\t0\t20\t97.9\n")},
      {"settlement.three_years",
       Settlement(std::string(kSettlementHead) + "2021\t900\t50\t△10\t940\t900\t0\t40\n"
                                                 "2022\t950\t0\t0\t950\t930\t0\t20\n")},
      {"settlement.unit_slip", Settlement(std::string(kSettlementHead) +
                                          "2020\t900\t0\t0\t900\t800\t0\t100\n"
                                          "2021\t900,000\t0\t0\t900,000\t800,000\t0\t100,000\n"
                                          "2022\t950\t0\t0\t950\t930\t0\t20\n")},
      {"settlement.year_link", Changed("(x 20) 50\t(x 30) 50", "(x 20) 40\t(x 30) 60")},
      {"settlement.years", Changed("\n2021\t(x 300)", "\n2019\t(x 300)")},
      {"subsidy.national", Changed("(국비)400천원\t(시비)800천원", "(국비)500천원\t(시비)700천원")},
      {"subsidy.part", Changed("(x 30) 50\n", "(x 60) 50\n")},
      {"years.agree", Changed("□ 2024년도 추진일정", "□ 2025년도 추진일정")},
      {"years.impossible", Changed("□ 2024년도 추진일정", "□ 2204년도 추진일정")},
      {"years.overview", Changed("2023예산액 (A)", "2022예산액 (A)")},
  };
  // The clean sheet's rates: 20, 25 and 16.7; another that only cutting explains.
  cases.push_back(
      {"rounding.mixed", With(With(Changed("(x 100) 400\t(x 150) 500\t(x 50) 100\t25\n",
                                           "(x 100) 300\t(x 150) 500\t(x 50) 200\t66.7\n"),
                                   "(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n",
                                   "(x 200) 600\t(x 250) 700\t(x 50) 100\t16.6\n"),
                              "(x 300) 1,000\t", "(x 300) 900\t")});
  return cases;
}

TEST(EveryRule, HasASheetThatBreaksIt) {
  const std::vector<Case> cases = Cases();
  std::size_t count = 0;
  const Rule* rules = Rules(&count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id(rules[i].id);
    if (id.rfind("together.", 0) == 0) continue;  // takes two sheets: see check_test.cc
    if (id.rfind("markup.", 0) == 0 || id == "sheet.too_fine" || id == "text.nul") {
      continue;  // the reader's own: below, and with the reader
    }
    const auto at =
        std::find_if(cases.begin(), cases.end(), [&](const Case& c) { return c.rule == id; });
    if (at == cases.end()) {
      ADD_FAILURE() << "no sheet breaks " << id;
      continue;
    }
    const std::vector<std::string> found = testing::Found(at->text);
    const std::string begin = std::string(Name(rules[i].severity)) + " " + id + " ";
    EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                            [&](const std::string& f) { return f.rfind(begin, 0) == 0; }))
        << id << " is not found, but " << ::testing::PrintToString(found);
  }
}

TEST(EveryRule, OfTheReaderStandsAmongTheFindings) {
  const std::vector<std::string> found = testing::Found(
      std::string("예산 총괄\n") + std::string(1, '\0') + "구분\t2020예산(A)\t2021예산(B)\n");
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const std::string& f) {
    return f.rfind("warning text.nul ", 0) == 0;
  })) << ::testing::PrintToString(found);
}

TEST(EveryRule, IsKeptByTablesThatOnlyLookOdd) {
  const std::vector<std::pair<std::string, std::string>> kept = {
      {"settled in ten columns", Settlement("연도\t최종예산\t예산액\t추경\t전년이월\t예산변경\t예"
                                            "산현액\t집행액\t차년이월\t집행잔액\n" +
                                            std::string(kSettledRows))},
      {"kinds of carryover", Settlement("연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년"
                                        "이월\t명시이월\t사고이월\t집행잔액\n"
                                        "2020\t900\t0\t0\t900\t800\t50\t30\t20\t50\n"
                                        "2021\t900\t50\t△10\t940\t900\t0\t0\t0\t40\n"
                                        "2022\t950\t-\t-\t950\t930\t-\t-\t-\t20\n")},
      {"newest year first",
       Settlement(std::string(kSettlementHead) + "2022\t950\t0\t0\t950\t930\t0\t20\n"
                                                 "2021\t900\t50\t△10\t940\t900\t0\t40\n"
                                                 "2020\t900\t0\t0\t900\t800\t50\t50\n")},
      {"sources in rows", BySource("재원\t2023년\t2024년\t증감\n계\t1,000\t1,200\t200\n"
                                   "국비\t300\t400\t100\n시비\t700\t800\t100\n")},
      {"sources in columns",
       BySource("구분\t계\t국비\t시비\n2023년\t1,000\t300\t700\n2024년\t1,200\t400\t800\n")},
      {"millions", InMillions("1,000", "20.0")},
      {"a length that holds", Changed("사업기간\t계속", "사업기간\t2022년 ~ 2024년(3년)")},
      {"a total in the basis", Changed("\t- 시상품\t50,000원×6개 = 300천원\n",
                                       "\t- 시상품\t50,000원×6개 = 300천원\n합계\t= 1,200천원\n")},
      {"a new item", With(With(Changed("(x 100) 400\t(x 150) 500\t(x 50) 100\t25",
                                       "(x-) -\t(x 150) 500\t(x 150) 500\t순증"),
                               "(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20",
                               "(x 200) 600\t(x 400) 1,200\t(x 200) 600\t100"),
                          "구 분\t2023", "구 분\t2023")},
      {"a blank for a new item",
       With(Changed("(x 100) 400\t(x 150) 500\t(x 50) 100\t25", "\t500\t500\t신규"),
            "(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20", "600\t1,200\t600\t100.0")},
  };
  for (const auto& [name, text] : kept) {
    std::string found;
    for (const Finding& f : testing::CheckText(text).findings) {
      if (f.severity == Severity::kError || f.severity == Severity::kWarning) {
        found += testing::Short(f) + ": " + f.message.ko + "\n";
      }
    }
    if (name == "millions")
      continue;  // the basis is in 천원 there: another unit, which is asked about
    EXPECT_EQ(found, "") << name;
  }
}

}  // namespace
}  // namespace yesan
