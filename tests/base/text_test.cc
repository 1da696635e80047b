#include "yesan/base/text.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace yesan {
namespace {

// A slow model: a sequence is valid if it decodes to a scalar value that encodes to the same bytes.
bool IsValidSlowly(const std::string& s) {
  std::size_t i = 0;
  while (i < s.size()) {
    const auto b = static_cast<unsigned char>(s[i]);
    const std::size_t n = b < 0x80         ? 1
                          : (b >> 5) == 6  ? 2
                          : (b >> 4) == 14 ? 3
                          : (b >> 3) == 30 ? 4
                                           : 0;
    if (n == 0 || i + n > s.size()) return false;
    char32_t c = n == 1 ? b : b & (0xFFU >> (n + 1));
    for (std::size_t k = 1; k < n; ++k) {
      const auto follow = static_cast<unsigned char>(s[i + k]);
      if ((follow & 0xC0U) != 0x80U) return false;
      c = (c << 6) | (follow & 0x3FU);
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return false;
    std::string again;
    AppendCharacter(c, again);
    if (again != s.substr(i, n)) return false;
    i += n;
  }
  return true;
}

TEST(FindInvalidUtf8, AgreesWithTheSlowModelOnEveryTwoBytesAndTheirNeighbours) {
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      for (const char* tail : {"", "\x80", "\xBF", "\x80\x80", "\xBF\xBF", "A"}) {
        const std::string s = std::string{static_cast<char>(a), static_cast<char>(b)} + tail;
        ASSERT_EQ(!FindInvalidUtf8(s).has_value(), IsValidSlowly(s)) << a << " " << b;
      }
    }
  }
}

TEST(FindInvalidUtf8, NamesTheFirstOffendingByteWhereverItStands) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string s(40, 'a');
    s[at] = '\xFF';
    EXPECT_EQ(FindInvalidUtf8(s), at);
  }
  EXPECT_EQ(FindInvalidUtf8("예산\xEC\x98"), 6U);
  EXPECT_EQ(FindInvalidUtf8("ab\xC0\x80"), 2U);
  EXPECT_EQ(FindInvalidUtf8("\xED\xA0\x80"), 0U);
  EXPECT_EQ(FindInvalidUtf8("\xF4\x90\x80\x80"), 0U);
  EXPECT_EQ(FindInvalidUtf8(""), std::nullopt);
  EXPECT_EQ(FindInvalidUtf8(std::string("a\0b", 3)), std::nullopt);
}

TEST(FindInvalidUtf8, AgreesWithTheSlowModelOnMixedTextWithOneByteChanged) {
  const std::string text = "예산 총괄표 4,066,896 (단위 : 천원)\n○ 마을·자치 é \U0001F600 구축";
  std::uint32_t seed = 1;
  for (std::size_t length = 0; length <= text.size(); ++length) {
    for (int round = 0; round < 40; ++round) {
      std::string s = text.substr(text.size() - length);
      if (round > 0 && !s.empty()) {
        seed = seed * 1664525U + 1013904223U;
        s[(seed >> 8) % s.size()] = static_cast<char>(seed >> 24);
      }
      const std::optional<std::size_t> at = FindInvalidUtf8(s);
      ASSERT_EQ(!at.has_value(), IsValidSlowly(s));
      if (at) {
        ASSERT_TRUE(IsValidSlowly(s.substr(0, *at)));
        ASSERT_FALSE(IsValidSlowly(s.substr(0, *at + 1)));
      }
    }
  }
}

TEST(LooksLikeCp949, KnowsKoreanInCp949) {
  EXPECT_TRUE(LooksLikeCp949("\xBF\xB9\xBB\xEA \xC3\xD1\xB0\xFD\xC7\xA5"));  // 예산 총괄표
  EXPECT_TRUE(LooksLikeCp949(
      "\xA1\xE0 \xBF\xB9\xBB\xEA\xC3\xD1\xB0\xFD, 1,000"));  // a bullet before Hangul
  EXPECT_TRUE(LooksLikeCp949("\xBF\xB9\xBB\xEA\xC3"));       // cut off inside a pair
}

TEST(LooksLikeCp949, KnowsItAmongBoxesAndSigns) {
  // ┌─┬─┐ 예산 │
  EXPECT_TRUE(
      LooksLikeCp949("\xA6\xA3\xA6\xA1\xA6\xA8\xA6\xA1\xA6\xA4\xA6\xA1\xA6\xA1\xA6\xA1 "
                     "\xBF\xB9\xBB\xEA \xA6\xA2"));
  EXPECT_FALSE(LooksLikeCp949("\xA6\xA3\xA6\xA1\xA6\xA4")) << "boxes alone may be anything";
}

TEST(LooksLikeCp949, DoesNotTakeBrokenUtf8LatinOrBinaryForIt) {
  EXPECT_FALSE(
      LooksLikeCp949("예산 총괄표, 마을자치 생태계 조성 지원 사업의 추진 일정과 예산\xFF"));
  EXPECT_FALSE(LooksLikeCp949("마을공동체 종합지원센터 운영 예산 총괄표 산출근거"));
  EXPECT_FALSE(LooksLikeCp949("caf\xE9 au lait"));
  EXPECT_FALSE(LooksLikeCp949("\x80\x81\xFE\xFF"));
  EXPECT_FALSE(LooksLikeCp949("plain ASCII"));
  EXPECT_FALSE(LooksLikeCp949(""));
}

TEST(NextCharacter, ReadsBackWhatAppendCharacterWrote) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    AppendCharacter(c, s);
    std::size_t position = 0;
    ASSERT_EQ(NextCharacter(s, position), c);
    ASSERT_EQ(position, s.size());
    ASSERT_EQ(CountCharacters(s), 1U);
    ASSERT_FALSE(FindInvalidUtf8(s).has_value());
  }
}

TEST(NextCharacter, PassesAnOffendingByteAloneAndNeverReadsPastTheEnd) {
  const std::string s = "\xEC\x98";
  std::size_t position = 0;
  EXPECT_EQ(NextCharacter(s, position), U'\uFFFD');
  EXPECT_EQ(position, 1U);
  EXPECT_EQ(NextCharacter(s, position), U'\uFFFD');
  EXPECT_EQ(position, 2U);
}

TEST(DisplayWidth, CountsColumnsNotCharacters) {
  const struct {
    const char* text;
    std::size_t width;
  } cases[] = {
      {"", 0},
      {"계 12", 5},
      {"예산", 4},
      {"豫算", 4},
      {"１２，", 6},
      {"e\u0301", 1},
      {"a\u200Bb", 2},
      {"·", 1},
      {"△5", 2},
      {"Δ5", 2},
      {"○", 1},
      {"\uFEFFa", 1},
      {"\u1112\u1161\u11AB", 2},
      {"ㆍ", 2},
      {"～", 2},
      {"〜", 2},
      {"｡", 1},
      {"\U0001F600", 2},
      {"\U00020000", 2},
      {"①", 1},
      {"㉮", 2},
      {"\u00A0", 1},
      {"々", 2},
  };
  for (const auto& c : cases) EXPECT_EQ(DisplayWidth(c.text), c.width) << c.text;
}

TEST(Trim, RemovesEverySpaceThatPrintKnowsAndNothingInside) {
  EXPECT_EQ(Trim(" \t\u00A0\u3000 가 나\u2003\r\n\uFEFF"), "가 나");
  EXPECT_EQ(Trim(" \u3000"), "");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim("\xFF x \x80"), "\xFF x \x80");
  EXPECT_EQ(Trim("가\u200C"), "가\u200C");
}

TEST(IsMiddleDot, KnowsEveryDotThatDocumentsPrint) {
  std::size_t position = 0;
  const std::string dots = "·ㆍ․‧･∙⋅・ᆞ";
  std::size_t count = 0;
  while (position < dots.size()) {
    EXPECT_TRUE(IsMiddleDot(NextCharacter(dots, position)));
    ++count;
  }
  EXPECT_EQ(count, 9U);
  EXPECT_FALSE(IsMiddleDot('.'));
  EXPECT_FALSE(IsMiddleDot(U'•'));
}

TEST(FoldName, MakesNamesEqualThatDifferInSpacesAndPunctuation) {
  const std::vector<std::vector<const char*>> same = {
      {"마을·자치 (정책)", "마을자치정책", "마을ㆍ자치[정책]", "마을 자치\u00A0「정책」",
       "마을\u00AD자치정책"},
      {"ＡＢＣ１２", "abc12", "A.B.C - 12", "‘abc’ “12”"},
      {"집행률(%)", "집행률", "집 행 률 :"},
      {"", " ", "()", "·", "~∼～"},
  };
  for (const auto& names : same) {
    for (const char* name : names) EXPECT_EQ(FoldName(name), FoldName(names[0])) << name;
  }
  EXPECT_EQ(FoldName("마을·자치 (정책)"), "마을자치정책");
}

TEST(FoldName, KeepsNamesApartThatDifferInLettersOrDigits) {
  EXPECT_NE(FoldName("민간위탁금"), FoldName("민간위탁비"));
  EXPECT_NE(FoldName("307-05"), FoldName("307-06"));
  EXPECT_NE(FoldName("①"), FoldName("②"));
  EXPECT_NE(FoldName("□ 계"), FoldName("계"));
}

TEST(FoldName, IsDoneAfterOneTimeAndSafeOnAnyBytes) {
  for (const char* name : {"마을·자치 (정책)", "\xFFz\xEA\xB0", "ＡＢＣ", "〇々", "\xED\xA0\x80"}) {
    EXPECT_EQ(FoldName(FoldName(name)), FoldName(name));
  }
}

TEST(FoldName, MakesHangulInLettersWhole) {
  EXPECT_EQ(FoldName(u8"\u1109\u1161\u110B\u1165\u11B8 \u1106\u1169\u11A8\u110C\u1165\u11A8"),
            "사업목적");
  EXPECT_EQ(FoldName(u8"\u1100\u1161\uAC00"), "가가");
  // Letters that make no syllable stay.
  EXPECT_EQ(FoldName(u8"\u1100\u1100"), u8"\u1100\u1100");
  EXPECT_EQ(FoldName(u8"\u1161\u11A8"), u8"\u1161\u11A8");
  EXPECT_EQ(FoldName(u8"\u1112\u1175\u11C2"), "힣");
}

TEST(FoldName, NeverGrows) {
  std::string all;
  for (char32_t c = 0x1100; c < 0x1200; ++c) {
    for (const char32_t next : {U'\u1161', U'\u11A8', U'a'}) {
      std::string text;
      AppendCharacter(c, text);
      AppendCharacter(next, text);
      EXPECT_LE(FoldName(text).size(), text.size());
      all += text;
    }
  }
  EXPECT_LE(FoldName(all).size(), all.size());
}

}  // namespace
}  // namespace yesan
