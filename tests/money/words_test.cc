#include "yesan/money/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace yesan {
namespace {

std::string Words(const char* digits) { return *WriteInWords(*Decimal::Parse(digits)); }

// The rule, said once more: cut off the largest power, say how many of it, go on.
std::string NaiveWords(unsigned long long number) {
  static const char* const kDigits[] = {"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
  struct Power {
    unsigned long long size;
    const char* name;
  };
  if (number < 10) return kDigits[number];
  for (const Power& power : std::vector<Power>{{10'000'000'000'000'000, "경"},
                                               {1'000'000'000'000, "조"},
                                               {100'000'000, "억"},
                                               {10'000, "만"},
                                               {1'000, "천"},
                                               {100, "백"},
                                               {10, "십"}}) {
    if (number >= power.size) {
      return NaiveWords(number / power.size) + power.name + NaiveWords(number % power.size);
    }
  }
  return {};
}

TEST(Words, AreThoseOfTheRule) {
  EXPECT_EQ(Words("113560"), "일십일만삼천오백육십");
  EXPECT_EQ(Words("4066896000"), "사십억육천육백팔십구만육천");
  EXPECT_EQ(Words("0"), "영");
  EXPECT_EQ(Words("0.00"), "영");
  EXPECT_EQ(Words("1"), "일");
  EXPECT_EQ(Words("10"), "일십");
  EXPECT_EQ(Words("1111"), "일천일백일십일");
  EXPECT_EQ(Words("10000"), "일만");
  EXPECT_EQ(Words("100000000"), "일억");
  EXPECT_EQ(Words("100000001"), "일억일");
  EXPECT_EQ(Words("12.0"), "일십이");
  EXPECT_EQ(Words("10000000000000000"), "일경");
  EXPECT_EQ(Words("10000000000000000000000000000"), "일양");
  EXPECT_EQ(Words("99999999999999999999999999999999"),
            "구천구백구십구양구천구백구십구자구천구백구십구해구천구백구십구경"
            "구천구백구십구조구천구백구십구억구천구백구십구만구천구백구십구");
}

TEST(Words, RefuseWhatTheRuleHasNoWordsFor) {
  EXPECT_EQ(WriteInWords(Decimal::FromInt(-1)).code(), Code::kOutOfRange);
  EXPECT_EQ(WriteInWords(*Decimal::Parse("0.5")).code(), Code::kInexact);
  EXPECT_EQ(WriteInWords(*Decimal::Parse("100000000000000000000000000000000")).code(),
            Code::kOverflow);
}

void ExpectBothWays(unsigned long long number) {
  const Decimal value = *Decimal::Parse(std::to_string(number));
  const Result<std::string> words = WriteInWords(value);
  ASSERT_TRUE(words.ok());
  ASSERT_EQ(*words, number == 0 ? "영" : NaiveWords(number));
  const Result<WordsReading> reading = ParseWords(*words);
  ASSERT_TRUE(reading.ok()) << *words;
  ASSERT_EQ(reading->number, value);
  ASSERT_TRUE(reading->canonical);
}

TEST(Words, AgreeWithTheNaiveRuleUpTo200000) {
  for (unsigned long long number = 0; number <= 200'000; ++number) ExpectBothWays(number);
}

TEST(Words, AgreeWithTheNaiveRuleOnRandomNumbers) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 50'000; ++i) ExpectBothWays(random() >> (random() % 64));
}

TEST(Words, AreReadBackUpToTheirEnd) {
  std::mt19937_64 random(8);
  for (int i = 0; i < 20'000; ++i) {
    std::string digits;
    for (std::size_t length = 1 + random() % 32; digits.size() < length;) {
      digits.push_back(random() % 3 == 0 ? '0' : static_cast<char>('0' + random() % 10));
    }
    const Decimal value = *Decimal::Parse(digits);
    const Result<WordsReading> reading = ParseWords(*WriteInWords(value));
    ASSERT_TRUE(reading.ok()) << digits;
    ASSERT_EQ(reading->number, value);
  }
}

TEST(Words, AreUnderstoodWithoutIlAndWithSpacesButNotCalledCanonical) {
  for (const auto& [text, digits] : std::vector<std::pair<std::string, std::string>>{
           {"십일만삼천오백육십", "113560"},
           {"사십억 육천육백팔십구만 육천", "4066896000"},
           {"만", "10000"},
           {"백만", "1000000"},
           {"천백십일", "1111"},
           {" 오 ", "5"},
           {"공", "0"},
           {"오십륙", "56"},
           {"일 천", "1000"}}) {
    const Result<WordsReading> reading = ParseWords(text);
    ASSERT_TRUE(reading.ok()) << text;
    EXPECT_EQ(reading->number.ToString(), digits);
    EXPECT_FALSE(reading->canonical) << text;
  }
}

TEST(Words, RefuseWhatIsNoNumber) {
  for (const char* text :
       {"",     " ",    "원",       "억",       "조",       "이공이일", "일이",   "영일",  "일영",
        "십백", "십십", "오만오만", "오만오억", "천만천만", "오억만억", "십오십", "123",   "5만",
        "일가", "가",   "일구구",   "일간",     "만만",     "영만",     "-일",    "일\n일"}) {
    EXPECT_EQ(ParseWords(text).code(), Code::kSyntax) << text;
  }
  EXPECT_EQ(ParseWords("일\xFF").code(), Code::kInvalidUtf8);
  EXPECT_EQ(ParseWords("일가").error().place().column, 2U);
  std::string many;
  for (int i = 0; i < 300'000; ++i) many += "일";
  EXPECT_EQ(ParseWords(many).code(), Code::kSyntax);
}

TEST(FormalAmount, IsWrittenAsContractsHaveIt) {
  EXPECT_EQ(*FormatFormalAmount(Money(4'066'896'000)),
            "금4,066,896,000원(금사십억육천육백팔십구만육천원)");
  EXPECT_EQ(*FormatFormalAmount(Money(113'560)), "금113,560원(금일십일만삼천오백육십원)");
  EXPECT_EQ(*FormatFormalAmount(Money(0)), "금0원(금영원)");
  EXPECT_EQ(FormatFormalAmount(Money(-1)).code(), Code::kOutOfRange);
}

TEST(FormalAmount, IsReadBack) {
  std::mt19937_64 random(9);
  for (int i = 0; i < 20'000; ++i) {
    const Money won(static_cast<std::int64_t>(random() >> (1 + random() % 63)));
    const Result<FormalAmount> amount = ParseFormalAmount(*FormatFormalAmount(won));
    ASSERT_TRUE(amount.ok()) << won.minor();
    ASSERT_EQ(amount->figures, won);
    ASSERT_TRUE(amount->agrees());
    ASSERT_TRUE(amount->canonical);
  }
}

TEST(FormalAmount, SaysWhenFiguresAndWordsDiffer) {
  const Result<FormalAmount> amount =
      ParseFormalAmount("금4,066,896,000원(금사십억육천육백팔십구만칠천원)");
  ASSERT_TRUE(amount.ok());
  EXPECT_FALSE(amount->agrees());
  EXPECT_EQ(amount->figures, Money(4'066'896'000));
  EXPECT_EQ(amount->words, Money(4'066'897'000));
  EXPECT_FALSE(amount->canonical);
}

TEST(FormalAmount, IsUnderstoodInLooserForms) {
  for (const char* text :
       {" 금 234,580원 (금이십삼만사천오백팔십원) ", "금234,580원(이십삼만사천오백팔십원)",
        "금234,580원（금이십삼만사천오백팔십원정）", "금234580원(금 이십삼만 사천오백팔십 원整)",
        "금234.58천원(금이십삼만사천오백팔십원)"}) {
    const Result<FormalAmount> amount = ParseFormalAmount(text);
    ASSERT_TRUE(amount.ok()) << text << amount.error().message().en;
    EXPECT_TRUE(amount->agrees()) << text;
    EXPECT_EQ(amount->figures, Money(234'580)) << text;
    EXPECT_FALSE(amount->canonical) << text;
  }
}

TEST(FormalAmount, IsUnderstoodWithTheWordsInFront) {
  for (const char* text :
       {"일금 이십삼만사천오백팔십원정(₩234,580)", "금이십삼만사천오백팔십원(금234,580원)",
        "일금 234,580원정 (일금 이십삼만사천오백팔십원정)",
        "금이십삼만사천오백팔십원(￦234,580원정)"}) {
    const Result<FormalAmount> amount = ParseFormalAmount(text);
    ASSERT_TRUE(amount.ok()) << text << amount.error().message().en;
    EXPECT_TRUE(amount->agrees()) << text;
    EXPECT_FALSE(amount->canonical) << text;
  }
  EXPECT_FALSE(ParseFormalAmount("일금 이십삼만사천오백팔십원정(₩234,581)")->agrees());
  for (const char* text : {"일금 이십삼만원정", "일금 이십삼만원정()", "일금 이십삼만원정(₩)",
                           "일 금이십삼만(230,000원)", "금이십삼만원(230,000원", "정금5원(오원)"}) {
    EXPECT_EQ(ParseFormalAmount(text).code(), Code::kSyntax) << text;
  }
  EXPECT_EQ(ParseFormalAmount("금이십삼만원(230,000)").code(), Code::kWrongUnit);
}

TEST(FormalAmount, RefusesWhatIsNone) {
  for (const char* text :
       {"", "금", "113,560원(금일십일만삼천오백육십원)", "금113,560원", "금113,560원()",
        "금113,560원(금원)", "금113,560원(금일십일만삼천오백육십)",
        "금113,560원(금일십일만삼천오백육십원", "금113,560원(금가원)",
        "금113,560원(금일십일만삼천오백육십원)외", "금Δ5원(금오원)", "금원(금오원)"}) {
    EXPECT_EQ(ParseFormalAmount(text).code(), Code::kSyntax) << text;
  }
  EXPECT_EQ(ParseFormalAmount("금113,560(금일십일만삼천오백육십원)").code(), Code::kWrongUnit);
  EXPECT_EQ(ParseFormalAmount("금5만(금오만원)").code(), Code::kWrongUnit);
  EXPECT_EQ(ParseFormalAmount("금11,3560원(금일십일만삼천오백육십원)").code(),
            Code::kWrongGrouping);
  EXPECT_EQ(ParseFormalAmount("금0.5원(금영원)").code(), Code::kInexact);
  EXPECT_EQ(ParseFormalAmount("금99,999,999,999,999,999,999원(금일원)").code(), Code::kOverflow);
  EXPECT_EQ(ParseFormalAmount("금1원(금일천경원)").code(), Code::kOverflow);
  EXPECT_EQ(ParseFormalAmount("금1원(금\xFF원)").code(), Code::kInvalidUtf8);
}

}  // namespace
}  // namespace yesan
