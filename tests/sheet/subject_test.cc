#include "lib/sheet/subject.h"

#include <gtest/gtest.h>

namespace yesan::internal {
namespace {

TEST(EnglishSubject, SaysOurWordsInEnglishAndLeavesTheDocumentsAsPrinted) {
  EXPECT_EQ(EnglishSubject("추진일정 · 일반관리 등 · 기간"), "schedule · 일반관리 등 · period");
  EXPECT_EQ(EnglishSubject("결산 · 2018년 · 집행액"), "settlement · 2018 · disbursed");
  EXPECT_EQ(EnglishSubject("산출근거 · 사업비"), "cost basis · 사업비");
  EXPECT_EQ(EnglishSubject("사업비 · 재원 합계"), "funding · sum of the sources");
  EXPECT_EQ(EnglishSubject("예산 총괄"), "overview");
  EXPECT_EQ(EnglishSubject("민간위탁금 · 증감 (B-A)"), "민간위탁금 · 증감 (B-A)");
  EXPECT_EQ(EnglishSubject(""), "");
}

}  // namespace
}  // namespace yesan::internal
