#include "yesan/budget/legal_basis.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace yesan {
namespace {

std::string Found(std::string_view text) {
  const auto bases = FindLegalBases(text);
  EXPECT_TRUE(bases.ok()) << text;
  std::string out;
  for (const LegalBasis& basis : *bases) {
    EXPECT_LE(basis.offset + basis.length, text.size());
    if (!out.empty()) out += "; ";
    out += std::string(Name(basis.kind)) + " " + basis.ToString();
    if (!basis.title.empty()) out += " <" + basis.title + ">";
  }
  return out;
}

TEST(LegalBasis, TheRealSheetsOrdinanceIsFound) {
  const std::string text = "- 서울특별시 마을공동체 활성화 지원 조례 제10조";
  EXPECT_EQ(Found(text), "ordinance 서울특별시 마을공동체 활성화 지원 조례 제10조");
  const auto bases = FindLegalBases(text);
  EXPECT_EQ(text.substr((*bases)[0].offset, (*bases)[0].length),
            "서울특별시 마을공동체 활성화 지원 조례 제10조");
}

TEST(LegalBasis, ArticlesParagraphsItemsAndTitlesAreRead) {
  EXPECT_EQ(Found("「지방재정법」 제17조제1항"), "act 지방재정법 제17조제1항");
  EXPECT_EQ(Found("지방재정법 제47조의2 제1항 제3호"), "act 지방재정법 제47조의2제1항제3호");
  EXPECT_EQ(Found("○ 평생교육법 제21조(시·군·구평생학습관 등의 설치·운영 등)"),
            "act 평생교육법 제21조 <시·군·구평생학습관 등의 설치·운영 등>");
  EXPECT_EQ(Found("지방회계법 시행령 제 12 조"), "decree 지방회계법 시행령 제12조");
}

TEST(LegalBasis, FurtherArticlesBelongToTheRuleBeforeThem) {
  EXPECT_EQ(Found("지방재정법 제17조, 제20조 및 제23조"),
            "act 지방재정법 제17조; act 지방재정법 제20조; act 지방재정법 제23조");
  EXPECT_EQ(Found("지방재정법 제17조제1항, 제2항"),
            "act 지방재정법 제17조제1항; act 지방재정법 제17조제2항");
  EXPECT_EQ(Found("「지방자치법」 제117조, 같은 법 시행령 제29조"),
            "act 지방자치법 제117조; decree 지방자치법 시행령 제29조");
  EXPECT_EQ(Found("도서관법 제4조 및 해솔시 도서관 운영 조례 제3조"),
            "act 도서관법 제4조; ordinance 해솔시 도서관 운영 조례 제3조");
}

TEST(LegalBasis, ARuleWithoutAnArticleIsFound) {
  EXPECT_EQ(Found("- 자전거 이용 활성화에 관한 법률\n- 해솔시 자전거 조례(2012.3.15 제정)"),
            "act 자전거 이용 활성화에 관한 법률; ordinance 해솔시 자전거 조례");
  EXPECT_EQ(Found("서울특별시 마을공동체 조례 시행규칙"),
            "local_rule 서울특별시 마을공동체 조례 시행규칙");
  EXPECT_EQ(Found("도로법 시행규칙"), "ministry_rule 도로법 시행규칙");
  EXPECT_EQ(Found("「국가재정법, 회계 등에 관한 법률」 제3조"),
            "act 국가재정법, 회계 등에 관한 법률 제3조");
}

TEST(LegalBasis, ProseIsNoRule) {
  for (const char* text : {"", "- 추진방법", "민간위탁, 자치구 사업 간접지원", "협약서 제10조",
                           "제10조", "동법 시행령 제3조", "시장 방침 제123호", "2021.1~12월까지",
                           "조례", "법 제3조", "제9999999조"}) {
    EXPECT_EQ(Found(text), "") << text;
  }
}

TEST(LegalBasis, InvalidUtf8IsRefused) {
  EXPECT_EQ(FindLegalBases("지방재정법 제17조\xff").code(), Code::kInvalidUtf8);
}

TEST(LegalBasis, LongTextIsReadInLinearTime) {
  std::string text = "지방재정법";
  for (int i = 0; i < 50'000; ++i) text += " 제1조";
  EXPECT_EQ(FindLegalBases(text)->size(), 50'000u);
  EXPECT_TRUE(FindLegalBases(std::string(1'000'000, '('))->empty());
  EXPECT_TRUE(FindLegalBases(std::string(1'000'000, '1'))->empty());
  EXPECT_EQ(FindLegalBases("도로법 제1조," + std::string(300'000, ' '))->size(), 1u);
}

}  // namespace
}  // namespace yesan
