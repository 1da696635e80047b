// Sheets that the tests of this folder report on.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "yesan/sheet/read.h"

namespace yesan::testing {

inline Sheet ReadText(std::string_view text) {
  ReadOptions options;
  options.format = SheetFormat::kTabs;
  Result<Sheet> sheet = Read(text, options);
  EXPECT_TRUE(sheet) << (sheet ? "" : sheet.error().message().en);
  return sheet ? std::move(sheet).value() : Sheet();
}

inline Sheet RealSheet() {
  std::ifstream file(YESAN_SOURCE_DIR "/examples/data/seoul-2021-village-community-center.txt",
                     std::ios::binary);
  EXPECT_TRUE(file.good());
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return ReadText(bytes);
}

// A document that wishes its reader ill, in every place that a report prints.
inline Sheet HostileSheet() {
  return ReadText(
      "<script>alert(1)</script>\" onload=\"x 운영\n\n"
      "1 기본 현황\n\n사업개요\n\n회 계\t\"><img src=x onerror=alert(2)>\n"
      "사업비 (당해년도)\t1,000천원\t(<b>시비</b>)1,000천원\n\n"
      "2 예산 설명\n\n예산 총괄\n\n(단위 : 천원, %)\n\n"
      "구 분\t2020예산액 (A)\t2021예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n"
      "계\t900\t1,000\t101\t11\n"
      "&lt;/title&gt;&lt;script&gt;alert(3)&lt;/script&gt;\t900\t1,000\t100\t11\n\n"
      "산출근거\n\n과목구분\t2021년 예산내역\n"
      "</title>&lt;script&gt;alert(6)&lt;/script&gt;\t○ "
      "</text></svg><script>alert(4)</script>\t1,000,000\t= 1,000천원\n\n"
      "3 사업설명\n\n□ 2021년도 추진일정\n\n(단위 : 천원)\n\n"
      "사업추진절차\t추진기간\t예산집행금액\t추진세부내용\n"
      "계\t\t1,000\t\n"
      "' onclick='alert(5)\t2021.01~2021.02\t1,000\t`x` | \x1b[2J\n\n"
      "5 최근 3년 결산 현황\n\n(단위 : 천원)\n\n"
      "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n"
      "2019\t500\t0\t0\t500\t400\t0\t100\n");
}

}  // namespace yesan::testing
