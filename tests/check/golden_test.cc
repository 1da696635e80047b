#include <gtest/gtest.h>

#include <string>

#include "tests/base/decomposed.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

// rule, severity, line, column, printed, expected, difference and both messages, one finding a line.
std::string ToTsv(const CheckReport& report) {
  const auto cell = [](std::string text) {
    for (char& c : text) {
      if (c == '\t' || c == '\n') c = ' ';
    }
    return text;
  };
  std::string out =
      "severity\trule\tline\tcolumn\tsubject\tprinted\texpected\tdifference\tko\ten\n";
  for (const Finding& f : report.findings) {
    out += std::string(Name(f.severity)) + "\t" + f.rule + "\t" + std::to_string(f.place.line) +
           "\t" + std::to_string(f.place.column) + "\t" + cell(f.subject) + "\t" + cell(f.printed) +
           "\t" + cell(f.expected) + "\t" + cell(f.difference) + "\t" + cell(f.message.ko) + "\t" +
           cell(f.message.en) + "\n";
  }
  return out;
}

TEST(RealSheet, HasExactlyTheFindingsThatACarefulReaderMakes) {
  const CheckReport report = testing::CheckText(testing::RealSheet());
  std::string found;
  for (const Finding& f : report.findings) found += testing::Short(f) + "\n";
  EXPECT_EQ(found,
            "ask funding.label 12\n"
            "note presence.stray_subsidy_mark 29\n"
            "warning notation.missing_unit 43\n"
            "warning notation.missing_unit 44\n"
            "warning notation.missing_unit 45\n"
            "warning notation.missing_unit 46\n"
            "ask schedule.half_in_two_months 100\n"
            "warning schedule.contract 101\n"
            "warning schedule.contract 102\n"
            "warning schedule.contract 103\n"
            "warning schedule.outside_year 103\n"
            "warning schedule.contract 105\n"
            "warning schedule.outside_year 105\n"
            "warning schedule.contract 106\n"
            "ask notation.misprint 113\n");
}

TEST(RealSheet, PrintsItsFindingsAsTheGoldenTableHasThem) {
  const std::string found = ToTsv(testing::CheckText(testing::RealSheet()));
  const std::string golden = testing::ReadFile(
      YESAN_SOURCE_DIR "/tests/golden/seoul-2021-village-community-center.findings.tsv");
  EXPECT_EQ(found, golden) << found;
}

TEST(RealSheet, PlacesEachFindingOnThePrintedText) {
  const std::string text = testing::RealSheet();
  for (const Finding& f : testing::CheckText(text).findings) {
    const std::string span = text.substr(f.place.offset, f.place.length);
    EXPECT_NE(span.find(f.printed), std::string::npos) << f.rule << ": " << span;
    EXPECT_EQ(f.place.line, 1 + std::count(text.begin(), text.begin() + f.place.offset, '\n'))
        << f.rule;
  }
}

TEST(RealSheet, InLettersHasTheSameFindingsAtTheSameLines) {
  const std::string letters = testing::Decomposed(testing::RealSheet());
  const CheckReport whole = testing::CheckText(testing::RealSheet());
  const CheckReport report = testing::CheckText(letters);
  ASSERT_EQ(whole.findings.size(), 15U);
  std::string expected;
  std::string found;
  for (const Finding& f : whole.findings) expected += testing::Short(f) + "\n";
  for (const Finding& f : report.findings) {
    found += testing::Short(f) + "\n";
    EXPECT_NE(letters.substr(f.place.offset, f.place.length).find(testing::Decomposed(f.printed)),
              std::string::npos)
        << f.rule << ": " << f.printed;
  }
  EXPECT_EQ(found, expected);
  EXPECT_EQ(report.coverage.size(), whole.coverage.size());
  EXPECT_EQ(report.rough.size(), whole.rough.size());
  EXPECT_EQ(report.unread.size(), whole.unread.size());
}

TEST(RealSheet, SaysWhichRoundingsItsRateAllows) {
  EXPECT_EQ(testing::CheckText(testing::RealSheet()).roundings.ToString(),
            "{up, floor, half_up, half_down, half_even}");
}

}  // namespace
}  // namespace yesan
