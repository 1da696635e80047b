// Documents that nobody would write: deep, long, torn, and the time and the memory that they may take.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>

#include "tests/sheet/sheet_support.h"
#include "yesan/base/text.h"
#include "yesan/sheet/read.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace yesan::test {
namespace {

std::string Repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

TEST(Limits, RefusesADocumentThatIsTooLargeAndNamesTheLimit) {
  ReadOptions options;
  options.bytes_max = 100;
  const Result<Sheet> sheet = Read(std::string(101, 'a'), options);
  ASSERT_EQ(sheet.code(), Code::kTooLarge);
  EXPECT_NE(sheet.error().message().en.find("100"), std::string::npos);
  EXPECT_NE(sheet.error().message().ko.find("101"), std::string::npos);
  EXPECT_TRUE(Read(std::string(100, 'a'), options).ok());
  options.bytes_max = 101;
  EXPECT_TRUE(Read(std::string(101, 'a'), options).ok());
}

TEST(Limits, RefusesAFormatThatIsNone) {
  for (const std::int32_t format : {-1, 5, std::numeric_limits<std::int32_t>::max()}) {
    ReadOptions options;
    options.format = static_cast<SheetFormat>(format);
    EXPECT_EQ(Read("가", options).code(), Code::kInvalidArgument);
  }
}

TEST(Limits, ReadsEveryBeginningOfTheRealSheet) {
  const std::string& text = RealText();
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const Result<Sheet> sheet = Read(std::string_view(text).substr(0, length));
    if (sheet) continue;
    // A character cut in two, and nothing else, is refused; at its first byte.
    ASSERT_EQ(sheet.code(), Code::kInvalidUtf8) << length;
    ASSERT_GE(sheet.error().place().offset + 3, length);
  }
}

TEST(Limits, ReadsBackBeginningsOfTheRealSheet) {
  const std::string& text = RealText();
  for (std::size_t length = 0; length <= text.size(); length += 97) {
    const Result<Sheet> sheet = Read(std::string_view(text).substr(0, length));
    if (sheet) ExpectReadsBack(*sheet);
  }
}

TEST(Limits, TakesTenThousandBrackets) {
  for (const char* bracket : {"(", "[", "<", "（", "**", "(x", "[국 "}) {
    const std::string many = Repeated(bracket, 10000);
    const Sheet sheet =
        ReadOrDie("산출근거\n- " + many + "1,234천원\n예산 총괄\n구분\t예산액\n계\t" + many + "\n");
    EXPECT_FALSE(sheet.sections.empty());
    (void)CostBasisOf(sheet);
    (void)OverviewOf(sheet);
  }
}

TEST(Limits, KeepsANumberOfAMillionDigitsAsText) {
  const std::string digits(1000000, '7');
  const Sheet sheet = ReadOrDie(
      "예산 총괄\n(단위 : 천원)\n구분\t2020예산액 (A)\t2021예산액 (B)\n계\t" + digits + "\t1\n");
  const OverviewView overview = OverviewOf(sheet);
  ASSERT_EQ(overview.rows.size(), 1U);
  EXPECT_EQ(overview.rows[0].prior.state, FigureState::kUnreadable);
  EXPECT_EQ(overview.rows[0].prior.printed.text.size(), digits.size());
  EXPECT_FALSE(overview.rows[0].prior.won().has_value());
}

struct Shape {
  const char* name;
  const char* piece;
};

// Shapes that cost a reader most, each for another reason.
constexpr Shape kShapes[] = {
    {"tabs", "\t"},
    {"angles", "<"},
    {"brackets", "("},
    {"one_line", "가나 "},
    {"a_cell_a_line", "a\n"},
    {"two_cells", "a\tb\n"},
    {"late_cell", "\t\t\t\ta\n"},
    {"blank_lines", "\n"},
    {"tags", "<b>"},
    {"entities", "&lt;"},
    {"breaks", "a<br>"},
    {"ampersands", "&"},
    {"headings", "결산\n"},
    {"units", "(단위 : 천원)\n"},
    {"rules", "| --- |\n"},
    {"columns", "a   b\n"},
    {"tables", "a\nb\tc\n"},
    {"names", "국\t과\n계\t목\n"},
    {"figures", "1,234\t(x-) 5\n"},
    {"carriage", "\r"},
    {"words", "a b "},
    {"cells", "a\t"},
    {"pipes", "|"},
    {"marks", "## a\n"},
    {"spans", "<table><tr><td rowspan=64 colspan=64>a"},
    {"rows", "<tr><td>"},
    {"continued", "2019년도\t가\n\t나\n"},
};

double Seconds(const std::string& text, SheetFormat format) {
  const auto begin = std::chrono::steady_clock::now();
  ReadOptions options;
  options.format = format;
  const Result<Sheet> sheet = Read(text, options);
  EXPECT_TRUE(sheet.ok());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

#ifdef YESAN_SANITIZED
constexpr std::size_t kBytes = 1 << 15;
#else
constexpr std::size_t kBytes = 1 << 16;
#endif

// Eight times the bytes may take eight times as long and, on a busy machine, three times that; a square takes sixty-four.
TEST(Limits, TakesTimeInProportionToTheBytes) {
  for (const Shape& shape : kShapes) {
    for (std::int32_t format = 1; format <= 4; ++format) {
      const auto told = static_cast<SheetFormat>(format);
      const std::string small = "추진실적\n" + Repeated(shape.piece, kBytes),
                        large = "추진실적\n" + Repeated(shape.piece, kBytes * 8);
      double once = Seconds(small, told), eight = Seconds(large, told);
      for (int i = 0; i < 3 && eight > 24 * once + 0.05; ++i) {  // a machine may have been busy
        once = std::max(once, Seconds(small, told));
        eight = std::min(eight, Seconds(large, told));
      }
      EXPECT_LE(eight, 24 * once + 0.05) << shape.name << " in format " << format;
    }
  }
}

// ---- the ladder to the largest document ----------------------------------------------------------

// What a whole book of sheets looks like: the parts of a sheet, again and again.
std::string Book(SheetFormat format, std::size_t bytes) {
  const std::string prose =
      "- 주민이 스스로 마을의 일을 정하고 함께 해 나가도록 상담과 교육을 하고, 모임이 자라도록 "
      "돕는다. 자치구마다 다른 형편을 "
      "살펴 사람과 공간을 잇고, 해마다 한 일을 기록하여 누구나 볼 수 있게 한다.";
  switch (format) {
    case SheetFormat::kMarkdown:
      return Repeated(
          "## 결산 현황\n\n(단위 : 천원)\n\n| 연도 | 예산현액 | 집행액 | 집행잔액 |\n| --- | --- | "
          "--- | --- |\n"
          "| 2019 | 1,234,567 | 1,234,000 | 567 |\n| 2020 | 2,345,678 | 2,345,000 | 678 |\n\n"
          "## 사업목적\n\n" +
              prose + "\n\n" + prose + "\n\n",
          bytes);
    case SheetFormat::kHtml:
      return Repeated(
          "<h2>결산 현황</h2><p>(단위 : 천원)</p><table><tr><th>연도</th><th>예산현액</th>"
          "<th>집행액</th></tr><tr><td>2019</td><td>1,234,567</td><td>1,234,000</td></tr></table>\n"
          "<h2>사업목적</h2><p>" +
              prose + "</p>\n<p>- 마을 &amp; 자치</p><p>" + prose + "</p>\n",
          bytes);
    case SheetFormat::kLayout:
      return Repeated(
          "□ 결산 현황\n                                        (단위 : 천원)\n"
          "  연도    예산현액      집행액     집행잔액\n"
          "  2019    1,234,567    1,234,000       567\n  2020    2,345,678    2,345,000       "
          "678\n\n"
          "□ 사업목적\n  " +
              prose + "\n  " + prose + "\n\n",
          bytes);
    default:
      return Repeated(
          "□ 결산 현황\n(단위 : "
          "천원)\n연도\t예산현액\t집행액\t집행잔액\n2019\t1,234,567\t1,234,000\t567\n"
          "2020\t2,345,678\t2,345,000\t678\n□ 사업목적\n" +
              prose + "\n" + prose + "\n",
          bytes);
  }
}

#ifdef YESAN_SANITIZED
constexpr std::size_t kFirstRung = std::size_t{1} << 17;
constexpr std::size_t kLargest = std::size_t{1} << 21;
#else
constexpr std::size_t kFirstRung = std::size_t{1} << 20;
constexpr std::size_t kLargest = std::size_t{64} << 20;
#endif

class Ladder : public testing::TestWithParam<SheetFormat> {};

// Twice the bytes, twice the time: 2.6 leaves room for caches. A rung is climbed again when the machine was busy.
TEST_P(Ladder, TakesTwiceAsLongForTwiceTheBytes) {
  const std::string book = Book(GetParam(), kFirstRung * 8);
  const auto climb = [&](std::size_t bytes) {
    std::string part = book.substr(0, bytes);
    while (FindInvalidUtf8(part).has_value()) part.pop_back();
    return Seconds(part, GetParam());
  };
  (void)climb(kFirstRung);
  double below = climb(kFirstRung);
  for (std::size_t bytes = kFirstRung * 2; bytes <= kFirstRung * 8; bytes *= 2) {
    double here = climb(bytes);
    for (int i = 0; i < 4 && here > 2.6 * below; ++i) {
      below = std::max(below, climb(bytes / 2));
      here = std::min(here, climb(bytes));
    }
    EXPECT_LE(here, 2.6 * below) << bytes << " bytes, in format " << static_cast<int>(GetParam());
    below = here;
  }
}

TEST_P(Ladder, ReadsTheLargestDocument) {
  if (GetParam() == SheetFormat::kLayout) return;  // its lines become rows as those of text do
  std::string book = Book(GetParam(), kLargest);
  book.resize(kLargest - 16);
  while (FindInvalidUtf8(book).has_value()) book.pop_back();
  ReadOptions options;
  options.format = GetParam();
  const Result<Sheet> sheet = Read(book, options);
  ASSERT_TRUE(sheet.ok());
  EXPECT_TRUE(sheet->reading.empty()) << "nothing was too fine, too deep or left in one piece";
  EXPECT_GT(sheet->sections.size(), kLargest / 2048);
  // The last whole table is read as the first one is.
  const Section* first = sheet->Find(SectionKind::kSettlement);
  ASSERT_NE(first, nullptr);
  for (auto last = sheet->sections.rbegin() + 2; last != sheet->sections.rend(); ++last) {
    if (last->kind != SectionKind::kSettlement) continue;
    EXPECT_TRUE(*last == *first);
    break;
  }
}

std::vector<SheetFormat> Formats() {
  std::vector<SheetFormat> formats = WrittenFormats();
  formats.push_back(SheetFormat::kLayout);
  return formats;
}

std::string NameOf(const testing::TestParamInfo<SheetFormat>& format) {
  constexpr const char* kFormats[] = {"Auto", "Tabs", "Layout", "Markdown", "Html"};
  return kFormats[static_cast<int>(format.param)];
}

INSTANTIATE_TEST_SUITE_P(OfFormats, Ladder, testing::ValuesIn(Formats()), NameOf);

#if defined(__GLIBC__) && !defined(YESAN_SANITIZED)
std::size_t InUse() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

TEST(Limits, KeepsASheetUnderFortyTimesItsBytes) {
  const auto factor = [](const std::string& text, SheetFormat format) {
    const std::size_t before = InUse();
    ReadOptions options;
    options.format = format;
    const Result<Sheet> sheet = Read(text, options);
    EXPECT_TRUE(sheet.ok());
    return static_cast<double>(InUse() - before) / static_cast<double>(text.size());
  };
  for (const SheetFormat format :
       {SheetFormat::kTabs, SheetFormat::kMarkdown, SheetFormat::kHtml}) {
    for (std::size_t bytes = std::size_t{1} << 20; bytes <= std::size_t{8} << 20; bytes *= 2) {
      EXPECT_LT(factor(Book(format, bytes), format), 40)
          << bytes << " bytes, in format " << static_cast<int>(format);
    }
  }
  EXPECT_LT(factor(RealText(), SheetFormat::kAuto), 40) << "the real sheet";
  RecordProperty("real_sheet", std::to_string(factor(RealText(), SheetFormat::kAuto)));
  for (const Shape& shape : kShapes) {
    for (std::int32_t format = 1; format <= 4; ++format) {
      for (const char* head :
           {"", "추진실적\n", "<!-- yesan sheet 1 text -->\n", "<!-- yesan sheet 1 markdown -->\n",
            "<!-- yesan sheet 1 html -->\n"}) {
        const double times =
            factor(head + Repeated(shape.piece, 1 << 18), static_cast<SheetFormat>(format));
        EXPECT_LT(times, 40) << shape.name << " in format " << format << " behind '" << head << "'";
      }
    }
  }
}
#endif

}  // namespace
}  // namespace yesan::test
