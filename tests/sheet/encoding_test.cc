#include <gtest/gtest.h>

#include <cctype>

#include "tests/sheet/sheet_support.h"
#include "yesan/sheet/read.h"

namespace yesan::test {
namespace {

// `예산 총괄` in cp949.
constexpr std::string_view kCp949 = "\xBF\xB9\xBB\xEA \xC3\xD1\xB0\xFD\n";

TEST(Encoding, NamesTheOffsetOfTheFirstByteThatIsNotUtf8) {
  std::string text = RealText().substr(0, 84) + "\xFF" + RealText().substr(84);
  const Result<Sheet> sheet = Read(text);
  ASSERT_EQ(sheet.code(), Code::kInvalidUtf8);
  EXPECT_EQ(At(sheet.error().place()), "9:5 84+1");
  // Offsets are counted from 0, and are no ordinals.
  EXPECT_EQ(sheet.error().message().en, "The byte at offset 84 is not UTF-8.");
  EXPECT_EQ(sheet.error().message().ko, "오프셋 84의 바이트가 UTF-8이 아닙니다.");
}

TEST(Encoding, RecognisesCp949AndSaysHowToGoOn) {
  const Result<Sheet> sheet = Read(kCp949);
  ASSERT_EQ(sheet.code(), Code::kEncoding);
  EXPECT_NE(sheet.error().message().ko.find("cp949"), std::string::npos);
  EXPECT_EQ(sheet.error().message().ko.find("오프셋 0의 바이트부터"), 0u);
  EXPECT_NE(sheet.error().message().en.find("cp949"), std::string::npos);
  const Result<std::string> decoded = DecodeCp949(kCp949);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(*decoded, "예산 총괄\n");
}

TEST(Encoding, RefusesUtf16) {
  for (const std::string_view mark :
       {std::string_view("\xFF\xFE\xC8\xC0"), std::string_view("\xFE\xFF\xC0\xC8")}) {
    EXPECT_EQ(Read(mark).code(), Code::kEncoding);
  }
}

TEST(Encoding, NamesTheOffsetOfTheFirstByteThatIsNotCp949) {
  const Result<std::string> decoded = DecodeCp949(std::string(kCp949) + "\xFF\xFF");
  ASSERT_EQ(decoded.code(), Code::kSyntax);
  EXPECT_EQ(decoded.error().place().offset, 10U);
  EXPECT_EQ(decoded.error().place().line, 2U);
  EXPECT_EQ(decoded.error().message().ko, "오프셋 10의 바이트는 cp949가 아닙니다.");
}

TEST(Encoding, RefusesAPairThatTheEndCutsInTwo) {
  EXPECT_EQ(DecodeCp949(kCp949.substr(0, 1)).code(), Code::kSyntax);
  EXPECT_TRUE(DecodeCp949("").ok());
}

// A whole sheet, of which cp949 knows every character.
TEST(Encoding, ReadsACp949DocumentAsItsUtf8Twin) {
  const std::string cp949 =
      std::string(kCp949) + "\xB1\xB8\xBA\xD0\t2020\t2021\n\xB0\xE8\t1,000\t2,000\n";
  const Result<std::string> decoded = DecodeCp949(cp949);
  ASSERT_TRUE(decoded.ok());
  EXPECT_TRUE(ReadOrDie(*decoded) == ReadOrDie("예산 총괄\n구분\t2020\t2021\n계\t1,000\t2,000\n"));
}

TEST(Encoding, ReadsNulBytesAsSpacesAndSaysSo) {
  const std::string text("사업목적\n- 가\0나\n", 22);
  const Sheet sheet = ReadOrDie(text);
  EXPECT_TRUE(HasFinding(sheet, "text.nul"));
  const std::vector<Text> lines = LinesOf(sheet, SectionKind::kPurpose);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].text, "- 가 나");
  EXPECT_EQ(sheet.reading[0].place.offset, 18U);
}

TEST(Read, KnowsUtf16WithoutAMark) {
  const std::string text = "예산 총괄 (단위: 천원)\n구분\t2022\t2023\n계 1,000 2,000\n";
  std::string little, big;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned>(NextCharacter(text, at));
    little += static_cast<char>(c & 0xFFU);
    little += static_cast<char>(c >> 8U);
    big += static_cast<char>(c >> 8U);
    big += static_cast<char>(c & 0xFFU);
  }
  for (const std::string& bytes : {little, big}) {
    const Result<Sheet> sheet = Read(bytes);
    ASSERT_EQ(sheet.code(), Code::kEncoding);
    EXPECT_NE(sheet.error().message().ko.find("UTF-16"), std::string::npos);
  }
  EXPECT_TRUE(Read(std::string("예산 총괄\0 계\n", 20)).ok()) << "one NUL is none";
}

}  // namespace
}  // namespace yesan::test
