#include "yesan/budget/results.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "lib/budget/result_wholes.h"
#include "tests/base/decomposed.h"

namespace yesan {
namespace {

Results Parse(std::string_view text) {
  Result<Results> results = ParseResults(text);
  EXPECT_TRUE(results.ok()) << text;
  return std::move(*results);
}

// `label|context|number unit` for each figure.
std::string Figures(std::string_view text) {
  const Results results = Parse(text);
  std::string out;
  for (const ResultFigure& figure : results.figures) {
    EXPECT_LE(figure.offset + figure.length, text.size());
    if (!out.empty()) out += "; ";
    out += figure.label + "|" + figure.context + "|" + figure.number.ToString() + " " + figure.unit;
  }
  return out;
}

TEST(Results, FiguresCarryTheirLabelNumberAndCounter) {
  EXPECT_EQ(Figures("뉴스레터(온라인 14회, 오프라인4회)"),
            "온라인|뉴스레터|14 회; 오프라인|뉴스레터|4 회");
  EXPECT_EQ(Figures("마을밥차 운영(32회, 23,140명)"),
            "마을밥차 운영||32 회; 마을밥차 운영||23140 명");
  EXPECT_EQ(Figures("홍보콘텐츠제작(온라인(12회), 오프라인(138,000부))"),
            "온라인|홍보콘텐츠제작|12 회; 오프라인|홍보콘텐츠제작|138000 부");
  EXPECT_EQ(Figures("설명회 20회, 뿌리10회"), "설명회||20 회; 뿌리||10 회");
  EXPECT_EQ(Figures("지역혁신청년활동가 35명 및 협력사업장 22곳"),
            "지역혁신청년활동가||35 명; 협력사업장||22 곳");
  EXPECT_EQ(Figures("마을활력소 2개소 선정, 연구 과제 7종추진"),
            "마을활력소||2 개소; 연구 과제||7 종");
  EXPECT_EQ(Figures("참여율 97.8%"), "참여율||97.8 %");
  EXPECT_EQ(Figures("관람객 10만명, 예산 3억 5,100만원"), "관람객||100000 명; 예산||351000000 원");
  EXPECT_EQ(Figures("교육 14 회"), "교육||14 회");
  EXPECT_EQ(Figures("도로 2.5km, 녹지 1,200㎡ 조성"), "도로||2.5 km; 녹지||1200 ㎡");
  EXPECT_EQ(Figures("5 kmh, 3 mm"), "");
}

TEST(Results, ARateAndAGoalAreNoPartsOfACount) {
  for (const char* text :
       {"수료 100명(목표 90명, 달성률 111%)", "수료 100명(목표 90명, 달성 111%)",
        "수료 100명(목표 90명, 미달 20명)", "수료 100명(전년 80명, 증가 10명)"}) {
    EXPECT_TRUE(Parse(text).wholes.empty()) << text;
  }
  EXPECT_EQ(Parse("수료 100명(남 45명, 여 65명)").wholes.size(), 1U);
}

TEST(Results, EveryFigureKnowsItsBytes) {
  const std::string text = "마을밥차 운영(32회, 23,140명)";
  const Results results = Parse(text);
  ASSERT_EQ(results.figures.size(), 2u);
  EXPECT_EQ(text.substr(results.figures[0].offset, results.figures[0].length), "32회");
  EXPECT_EQ(text.substr(results.figures[1].offset, results.figures[1].length), "23,140명");
}

TEST(Results, DaysOrdinalsAndBareNumbersAreNoFigures) {
  for (const char* text : {"서울마을주간(9월)",
                           "마을주간(9.24~9.30.)운영",
                           "2012.08.23 : 협약체결",
                           "1차 설명회",
                           "2018년도",
                           "3/4분기",
                           "제10조",
                           "2021.02~2021.12",
                           "10~15회",
                           "DB2건",
                           "’21년",
                           "2기 마을",
                           "35,498,8000명",
                           "123",
                           "",
                           "5",
                           "△5명",
                           "1인당 교육",
                           "3회차",
                           "2021 회계",
                           "14시 개최"}) {
    EXPECT_EQ(Figures(text), "") << text;
  }
}

TEST(Results, TheMisprintedCounterOfTheRealSheetIsFoundWhereThePartsAddUp) {
  const Results results = Parse("연구 과제 10종(정책연구 4종, 제도화연구 5종, 성과연구1곤)");
  ASSERT_EQ(results.wholes.size(), 1u);
  const ResultWhole& whole = results.wholes[0];
  EXPECT_TRUE(whole.adds_up());
  EXPECT_EQ(whole.sum, Decimal::FromInt(10));
  ASSERT_EQ(whole.misprints.size(), 1u);
  EXPECT_EQ(results.figures[whole.misprints[0]].unit, "곤");
  EXPECT_EQ(results.figures[whole.misprints[0]].label, "성과연구");
  EXPECT_EQ(results.figures[whole.whole].label, "연구 과제");
}

TEST(Results, AMisprintedCounterHidesNoWholeThatDoesNotAddUp) {
  const Results results = Parse("연구 과제 11종(정책연구 4종, 제도화연구 5종, 성과연구1곤)");
  ASSERT_EQ(results.wholes.size(), 1u);
  EXPECT_EQ(results.wholes[0].difference, Decimal::FromInt(1));
  EXPECT_EQ(results.wholes[0].misprints.size(), 1u);
  // Nine without it: the last one counts something else.
  EXPECT_TRUE(Parse("연구 과제 9종(정책연구 4종, 제도화연구 5종, 성과연구1곤)").wholes.empty());
}

TEST(Results, PartsThatDoNotAddUpHaveADifference) {
  Results results = Parse("교육 10회(기초 3회, 심화 4회)");
  ASSERT_EQ(results.wholes.size(), 1u);
  EXPECT_EQ(results.wholes[0].difference, Decimal::FromInt(3));
  EXPECT_TRUE(results.wholes[0].misprints.empty());
  results = Parse("예산 5억원(국비 3억원, 시비 2억원)");
  ASSERT_EQ(results.wholes.size(), 1u);
  EXPECT_TRUE(results.wholes[0].adds_up());
  results = Parse("상담 1,971건 (방문 971건 · 전화 1,000건)");
  ASSERT_EQ(results.wholes.size(), 1u);
  EXPECT_TRUE(results.wholes[0].adds_up());
  results = Parse("교육 9회(1차 4회, 2차 5회)");
  ASSERT_EQ(results.wholes.size(), 1u);
  EXPECT_TRUE(results.wholes[0].adds_up());
}

TEST(Results, TwoMisprintedCountersMakeNoWhole) {
  EXPECT_TRUE(Parse("연구 10종(정책연구 4종, 제도화 5곤, 성과 1곤)").wholes.empty());
}

TEST(Results, WhatIsNotSurelyPartsIsNoWhole) {
  for (const char* text :
       {"교육(5회, 241명)", "마을밥차 운영(32회, 23,140명)", "교육 및 지원(8회, 71명)",
        "교육 10회(기초 3회, 심화 4회 등)", "교육 10회(기초 3회 외)", "상담 24회(월 2회, 연 24회)",
        "교육 10회(241명)", "교육 10회(기초 3회)", "교육 5회(총 10명, 매회 2명)",
        "교육 10회(기초 3회, 심화(2회), 고급 5회)", "교육 10회(기초반, 심화반 4회)",
        "교육 10회 및 홍보(기초 3회, 심화 4회)", "10종(4종 5종)", "교육 10회(3명, 4명)",
        "교육 10회(기초 3회, 심화 4회", "교육 10회(12명 참여 3회, 4회)"}) {
    EXPECT_TRUE(Parse(text).wholes.empty()) << text;
  }
}

TEST(Results, UnbalancedBracketsEndWithTheirLine) {
  EXPECT_EQ(Figures("홍보콘텐츠제작(온라인(12회), 마을주간\n상담 5건"),
            "온라인|홍보콘텐츠제작|12 회; 상담||5 건");
  EXPECT_EQ(Figures("가)) 나 5건)"), "나||5 건");
}

TEST(Results, InvalidUtf8IsRefused) {
  EXPECT_EQ(ParseResults("교육 5회\xff").code(), Code::kInvalidUtf8);
}

TEST(Results, LargeAndOddTextIsReadInLinearTime) {
  EXPECT_TRUE(Parse(std::string(1'000'000, '7')).figures.empty());
  EXPECT_TRUE(Parse(std::string(100'000, '(')).figures.empty());
  std::string nested;
  for (int i = 0; i < 20'000; ++i) nested += "1회(";
  EXPECT_EQ(Parse(nested).figures.size(), 20'000u);
  std::string commas;
  for (int i = 0; i < 100'000; ++i) commas += "1,";
  EXPECT_TRUE(Parse(commas).figures.empty());
  std::string headed(200'000, 'x');
  headed += "(";
  for (int i = 0; i < 20'000; ++i) headed += "5회,";
  const Results results = Parse(headed);
  EXPECT_EQ(results.figures.size(), 20'000u);
  EXPECT_LE(results.figures.back().label.size(), 192u);
}

// The track record of a real sheet, markup and all. Skipped where the sheet is not there.
TEST(Results, TheRealSheetHasOneWholeAndItAddsUp) {
  std::ifstream file(std::string(YESAN_SOURCE_DIR) +
                     "/examples/data/seoul-2021-village-community-center.txt");
  if (!file) GTEST_SKIP() << "examples/data is not there";
  std::ostringstream text;
  text << file.rdbuf();
  std::istringstream lines(text.str());
  std::string line;
  std::string record;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (line.find("추진실적") != std::string::npos) inside = true;
    if (line.find("향후 기대효과") != std::string::npos) inside = false;
    if (inside) record += line + "\n";
  }
  ASSERT_FALSE(record.empty());
  const Results results = Parse(record);
  ASSERT_EQ(results.wholes.size(), 1u);
  EXPECT_TRUE(results.wholes[0].adds_up());
  ASSERT_EQ(results.wholes[0].misprints.size(), 1u);
  EXPECT_EQ(results.figures[results.wholes[0].misprints[0]].unit, "곤");
  std::size_t odd = 0;
  for (const ResultFigure& figure : results.figures) odd += figure.unit == "곤" ? 1u : 0u;
  EXPECT_EQ(odd, 1u);
  EXPECT_EQ(results.figures.size(), 61u);
}

// What the checks ask for is what the parser finds, whatever stands between a number and its bracket.
TEST(Results, TheWholesAloneAreThoseOfTheParser) {
  const std::string_view numbers[] = {"10", "3", "１２", "1,234", "2.5", "12만", "3억5천만", "1천"};
  const std::string_view counters[] = {"회",  "명", "%",      "㎡", "개소", "프로그램",  "종",
                                       " 종", "원", "개기관", "ha", "천원", "\xC2\xA0명"};
  const std::string_view brackets[][2] = {{"(", ")"},   {"（", "）"}, {"[", "]"},
                                          {" (", ")"},  {"\n(", ")"}, {"\xE3\x80\x80(", ")"},
                                          {"\t(", ")"}, {"  {", "}"}, {"\n \xC2\xA0(", ")"}};
  std::mt19937 random(20211231);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::size_t wholes = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t item = below(3) + 1; item-- > 0;) {
      const std::string_view counter = counters[below(std::size(counters))];
      const auto& bracket = brackets[below(std::size(brackets))];
      text.append("정책 ").append(numbers[below(std::size(numbers))]).append(counter);
      text.append(bracket[0]);
      for (std::size_t part = below(3) + 1; part-- > 0;) {
        text.append("가").append(numbers[below(std::size(numbers))]);
        text.append(below(9) != 0 ? counter : counters[below(std::size(counters))]);
        if (part > 0) text.append(", ");
      }
      text.append(bracket[1]).append(below(3) != 0 ? "\n" : " ○ ");
    }
    const Results all = Parse(text);
    const Results alone = *internal::ParseWholes(text);
    ASSERT_EQ(alone.wholes.size(), all.wholes.size()) << text;
    for (std::size_t i = 0; i < all.wholes.size(); ++i) {
      ASSERT_EQ(alone.figures[alone.wholes[i].whole].offset,
                all.figures[all.wholes[i].whole].offset)
          << text;
      ASSERT_EQ(alone.wholes[i].difference, all.wholes[i].difference) << text;
    }
    wholes += all.wholes.size();
  }
  EXPECT_GT(wholes, 10000u);
}

TEST(Results, HangulInLettersIsReadAsItsSyllables) {
  constexpr std::string_view kText =
      "- 연구 과제 10종(정책연구 4종, 제도화연구 5종, 성과연구1곤)\n- 마을밥차 운영(32회, "
      "23,140명)\n";
  const std::string letters = testing::Decomposed(kText);
  EXPECT_EQ(Figures(letters), Figures(kText));
  for (const bool wholes_alone : {false, true}) {
    const Results whole = wholes_alone ? *internal::ParseWholes(kText) : Parse(kText);
    const Results read = wholes_alone ? *internal::ParseWholes(letters) : Parse(letters);
    ASSERT_EQ(read.figures.size(), whole.figures.size());
    for (std::size_t i = 0; i < whole.figures.size(); ++i) {
      const ResultFigure& a = whole.figures[i];
      const ResultFigure& b = read.figures[i];
      EXPECT_EQ(letters.substr(b.offset, b.length),
                testing::Decomposed(kText.substr(a.offset, a.length)));
    }
    ASSERT_EQ(read.wholes.size(), 1u);
    EXPECT_TRUE(read.wholes[0].adds_up());
    EXPECT_EQ(read.wholes[0].misprints, whole.wholes[0].misprints);
  }
}

}  // namespace
}  // namespace yesan
