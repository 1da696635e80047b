#include "lib/sheet/subject.h"

#include <gtest/gtest.h>

namespace yesan::internal {
namespace {

TEST(EnglishSubject, NamesTheSumsOfThePartsInEnglish) {
  EXPECT_EQ(EnglishSubject("추진일정의 집행금액 합계"), "sum of the schedule's amounts");
  EXPECT_EQ(EnglishSubject("예산 총괄의 올해 예산액"), "this year's budget in the overview");
  EXPECT_EQ(EnglishSubject("산출근거의 합계"), "sum of the cost basis");
  EXPECT_EQ(EnglishSubject("'사무관리비'의 산출근거"), "cost basis of '사무관리비'");
  EXPECT_EQ(EnglishSubject("결산 · 2023년 집행잔액"), "settlement · 2023 unspent balance");
  EXPECT_EQ(EnglishSubject("예산 총괄 · 2023년 예산액(A) · 계"),
            "overview · 2023년 예산액(A) · 계");
}

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
