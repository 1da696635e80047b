// What the tests of the rules share: sheets as text, findings as short lines.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "yesan/check/check.h"
#include "yesan/sheet/read.h"

namespace yesan::testing {

inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string RealSheet() {
  return ReadFile(YESAN_SOURCE_DIR "/examples/data/seoul-2021-village-community-center.txt");
}

// A sheet without a fault, in the layout of the real one. Line 1 is the title.
inline std::string CleanSheet() {
  return "생활체육 교실 운영\n"                                                        // 1
         "\n"                                                                          // 2
         "1 기본 현황\n"                                                               // 3
         "\n"                                                                          // 4
         "사업개요\n"                                                                  // 5
         "\n"                                                                          // 6
         "회 계\t일반회계\t\t\n"                                                       // 7
         "사업기간\t계속\t\t\n"                                                        // 8
         "사업비 (당해년도)\t1,200천원\t(국비)400천원\t(시비)800천원\n"                // 9
         "\n"                                                                          // 10
         "2 예산 설명\n"                                                               // 11
         "\n"                                                                          // 12
         "예산 총괄\n"                                                                 // 13
         "\n"                                                                          // 14
         "(단위 : 천원, %)\n"                                                          // 15
         "\n"                                                                          // 16
         "구 분\t2023예산액 (A)\t2024예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n"            // 17
         "계\t(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20\n"                         // 18
         "사무관리비\t(x 100) 400\t(x 150) 500\t(x 50) 100\t25\n"                      // 19
         "행사운영비\t(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n"                    // 20
         "\n"                                                                          // 21
         "산출근거\n"                                                                  // 22
         "\n"                                                                          // 23
         "과목구분\t2024년 예산내역\t\n"                                               // 24
         "사무관리비\t○ 교재\t10,000원×30명 = 300천원\n"                               // 25
         "\t○ 소모품\t200,000원\t= 200천원\n"                                          // 26
         "행사운영비\t○ 대회 운영\t\t= 700천원\n"                                      // 27
         "\t- 심판 수당\t100,000원×4명 = 400천원\n"                                    // 28
         "\t- 시상품\t50,000원×6개 = 300천원\n"                                        // 29
         "\n"                                                                          // 30
         "3 사업설명\n"                                                                // 31
         "\n"                                                                          // 32
         "□ 사업목적\n"                                                                // 33
         "\n"                                                                          // 34
         "- 건강 증진\n"                                                               // 35
         "\n"                                                                          // 36
         "□ 사업근거\n"                                                                // 37
         "\n"                                                                          // 38
         "- 생활체육진흥법 제5조\n"                                                    // 39
         "\n"                                                                          // 40
         "□ 추진경위\n"                                                                // 41
         "\n"                                                                          // 42
         "- 2021.03.15 : 계획 수립\n"                                                  // 43
         "- 2022.05.10 : 위수탁 협약체결\n"                                            // 44
         "- 2023.08.23 : 재계약(24.01.01~24.12.31)\n"                                  // 45
         "\n"                                                                          // 46
         "□ 2024년도 추진일정\n"                                                       // 47
         "\n"                                                                          // 48
         "(단위 : 천원)\n"                                                             // 49
         "\n"                                                                          // 50
         "사업추진절차\t추진기간\t예산집행금액\t추진세부내용\n"                        // 51
         "계\t\t1,200\t\n"                                                             // 52
         "교재와 소모품 구입\t2024.02~2024.11\t500\t교재, 소모품\n"                    // 53
         "대회 운영\t2024.03~2024.12\t700\t심판, 시상\n"                               // 54
         "\n"                                                                          // 55
         "4 사업 효과\n"                                                               // 56
         "\n"                                                                          // 57
         "□ 최근 3년 추진실적\n"                                                       // 58
         "\n"                                                                          // 59
         "2021년도\t○ 교실 10회(봄 4회, 가을 6회)\n"                                   // 60
         "2022년도\t○ 교실 12회(봄 5회, 가을 7회)\n"                                   // 61
         "2023년도\t○ 교실 14회(봄 6회, 가을 8회)\n"                                   // 62
         "\n"                                                                          // 63
         "□ 기대효과\n"                                                                // 64
         "\n"                                                                          // 65
         "- 시민 건강\n"                                                               // 66
         "\n"                                                                          // 67
         "5 최근 3년 결산 현황\n"                                                      // 68
         "\n"                                                                          // 69
         "(단위 : 천원)\n"                                                             // 70
         "\n"                                                                          // 71
         "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n"  // 72
         "2020\t(x 300) 900\t(x-) 0\t(x-) 0\t(x 300) 900\t(x 250) 800\t(x 20) 50\t(x 30) 50\n"  // 73
         "2021\t(x 300) 900\t(x 20) 50\t(x-) △10\t(x 320) 940\t(x 300) 900\t(x-) 0\t(x 20) 40\n"  // 74
         "2022\t(x 300) 950\t(x-) 0\t(x-) 0\t(x 300) 950\t(x 290) 930\t(x-) 0\t(x 10) 20\n";  // 75
}

// The clean sheet with the first `from` replaced; it must be there.
inline std::string With(std::string sheet, const std::string& from, const std::string& to) {
  const std::size_t at = sheet.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) sheet.replace(at, from.size(), to);
  return sheet;
}

inline std::string Changed(const std::string& from, const std::string& to) {
  return With(CleanSheet(), from, to);
}

inline CheckReport CheckText(const std::string& text) {
  auto sheet = Read(text);
  EXPECT_TRUE(sheet.ok());
  if (!sheet) return {};
  return Check(*sheet);
}

// `error overview.change 18`, in the order of the document.
inline std::string Short(const Finding& finding) {
  return std::string(Name(finding.severity)) + " " + finding.rule + " " +
         std::to_string(finding.place.line);
}

inline std::vector<std::string> Found(const std::string& text) {
  std::vector<std::string> found;
  for (const Finding& finding : CheckText(text).findings) found.push_back(Short(finding));
  return found;
}

// The one finding of a rule.
inline Finding TheFinding(const std::string& text, std::string_view rule) {
  Finding only;
  int count = 0;
  for (const Finding& finding : CheckText(text).findings) {
    if (finding.rule != rule) continue;
    only = finding;
    ++count;
  }
  EXPECT_EQ(count, 1) << rule;
  return only;
}

}  // namespace yesan::testing
