#include "lib/check/wording.h"

#include "gtest/gtest.h"

namespace yesan::internal {
namespace {

TEST(Particle, FollowsTheSoundOfHangul) {
  EXPECT_EQ(With("집행액", Particle::kTopic), "집행액은");
  EXPECT_EQ(With("사업비", Particle::kTopic), "사업비는");
  EXPECT_EQ(With("사업비", Particle::kSubject), "사업비가");
  EXPECT_EQ(With("증감액", Particle::kObject), "증감액을");
  EXPECT_EQ(With("계", Particle::kAnd), "계와");
}

TEST(Particle, FollowsTheSoundOfDigits) {
  for (const char* digit : {"0", "1", "3", "6", "7", "8", "10", "100", "1,000", "30,000"}) {
    EXPECT_EQ(With(digit, Particle::kSubject), std::string(digit) + "이") << digit;
  }
  for (const char* digit : {"2", "4", "5", "9", "12", "1,129,462"}) {
    EXPECT_EQ(With(digit, Particle::kSubject), std::string(digit) + "가") << digit;
  }
}

TEST(Particle, ReadsATrillionAsOneWithoutAConsonant) {
  EXPECT_EQ(With("1,000,000,000,000", Particle::kSubject), "1,000,000,000,000가");
  EXPECT_EQ(With("100,000,000", Particle::kSubject), "100,000,000이");
}

TEST(Particle, ReadsTheDigitsOfADecimalOneByOne) {
  EXPECT_EQ(With("12.50", Particle::kSubject), "12.50이");
  EXPECT_EQ(With("16.7", Particle::kSubject), "16.7이");
  EXPECT_EQ(With("0.2", Particle::kSubject), "0.2가");
}

TEST(Particle, PassesOverClosingBracketsAndQuotes) {
  EXPECT_EQ(With("'인건비'", Particle::kTopic), "'인건비'는");
  EXPECT_EQ(With("집행액(국비 등 내역)", Particle::kTopic), "집행액(국비 등 내역)은");
  EXPECT_EQ(With("22%", Particle::kTopic), "22%는");
  EXPECT_EQ(With("2020.02~2021.12", Particle::kSubject), "2020.02~2021.12가");
}

TEST(Particle, TakesTheShortFormAfterLiel) {
  EXPECT_EQ(With("4,000천원", Particle::kBy), "4,000천원으로");
  EXPECT_EQ(With("사업비", Particle::kBy), "사업비로");
  EXPECT_EQ(With("서울", Particle::kBy), "서울로");
  EXPECT_EQ(With("151,001", Particle::kBy), "151,001로");
  EXPECT_EQ(With("151,000", Particle::kBy), "151,000으로");
}

TEST(Excerpt, MakesOneLineAndIsShort) {
  EXPECT_EQ(Excerpt("  마을\t자치\n연구 "), "마을 자치 연구");
  EXPECT_EQ(Excerpt("가나다라마", 3), "가나다…");
  EXPECT_EQ(Excerpt("가나다", 3), "가나다");
  EXPECT_EQ(Excerpt(""), "");
}

TEST(Excerpt, ClosesTheQuotationThatItCuts) {
  EXPECT_EQ(Excerpt("'가나다라마'의 산출근거", 4), "'가나다…'");
  EXPECT_EQ(Excerpt("“가나다라마”", 4), "“가나다…”");
  EXPECT_EQ(Excerpt("\"가나\" 다라마", 5), "\"가나\" 다…");
  EXPECT_EQ(Excerpt("'24년 예산액", 4), "'24년…");
}

}  // namespace
}  // namespace yesan::internal
