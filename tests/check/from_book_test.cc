// Our own rules find nothing in the sheets that we write.
#include "gtest/gtest.h"
#include "tests/check/support.h"
#include "tests/sheet/book_years.h"
#include "yesan/check/check.h"
#include "yesan/sheet/write.h"

namespace yesan::testing {
namespace {

Sheet Seed() { return *Read(RealSheet()); }

void ExpectClean(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    ADD_FAILURE() << finding.rule << " " << finding.subject << ": " << finding.message.en;
}

TEST(CheckFromBook, TheSheetOfFy2024OutOfTheSeedsProgramHasNoFinding) {
  test::SeoulYears years(Seed());
  years.ImportYear2020();
  years.RunTo2024();
  for (const std::int32_t year : {2022, 2023, 2024}) {
    SCOPED_TRACE(year);
    const Result<Sheet> sheet =
        MakeSheet(years.book, years.seoul.program, year, test::SeoulYears::Options(year));
    ASSERT_TRUE(sheet.ok()) << sheet.error().message().en;
    EXPECT_TRUE(sheet->not_understood.empty());
    ExpectClean(Check(*sheet).findings);
    // With the places that only a read sheet has.
    const std::string text = *Write(*sheet, SheetFormat::kMarkdown);
    const Sheet again = *Read(text);
    const CheckReport report = Check(again);
    ExpectClean(report.findings);
    EXPECT_TRUE(report.unread.empty());
    EXPECT_GT(report.coverage.size(), 20u);
  }
}

TEST(CheckFromBook, TheSheetsOfFollowingYearsAgree) {
  test::SeoulYears years(Seed());
  years.ImportYear2020();
  years.RunTo2024();
  std::vector<Sheet> sheets;
  for (const std::int32_t year : {2022, 2023, 2024}) {
    SheetYearOptions options = test::SeoulYears::Options(year);
    options.prior_stage = BudgetStage::kOriginal;
    sheets.push_back(*MakeSheet(years.book, years.seoul.program, year, options));
  }
  ExpectClean(CheckTogether({&sheets[0], &sheets[1], &sheets[2]}).findings);
}

TEST(CheckFromBook, AMissingYearIsMissedByTheRulesToo) {
  test::SeoulYears years(Seed());
  years.RunTo2024();
  const Sheet sheet =
      *MakeSheet(years.book, years.seoul.program, 2024, test::SeoulYears::Options(2024));
  const std::vector<Finding> findings = Check(sheet).findings;
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "settlement.three_years");
}

}  // namespace
}  // namespace yesan::testing
