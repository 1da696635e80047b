#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "yesan/check/check.h"
#include "yesan/sheet/read.h"

namespace yesan {
namespace {

Sheet SheetOf(const std::string& prior, const std::string& current, int year) {
  const std::string last = std::to_string(year - 1);
  const std::string now = std::to_string(year);
  Result<Sheet> sheet =
      Read("마을 지원\n\n2 예산 설명\n\n예산 총괄\n\n(단위 : 천원, %)\n\n구 분\t" + last +
           "예산액 (A)\t" + now + "예산액 (B)\t증감 (B-A)\t(B-A)*100/A\n계\t" + prior + "\t" +
           current + "\t0\t0\n민간위탁금\t" + prior + "\t" + current + "\t0\t0\n");
  EXPECT_TRUE(sheet);
  return sheet ? std::move(sheet).value() : Sheet();
}

TEST(CheckEach, GivesEachSheetItsOwnFindingsAndThoseThatTheOthersBrought) {
  const Sheet older = SheetOf("1,000", "1,000", 2020);
  const Sheet newer = SheetOf("1,100", "1,100", 2021);
  const std::vector<CheckReport> reports = CheckEach({&older, &newer});
  ASSERT_EQ(reports.size(), 2u);
  std::size_t brought = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const Finding& finding : reports[i].findings) {
      EXPECT_EQ(finding.document, i);
      if (finding.rule == "together.prior_year") brought += i == 1 ? 1u : 100u;
    }
  }
  EXPECT_EQ(brought, 2u);
  std::size_t together = 0;
  for (const Coverage& coverage : reports[0].rough) {
    together += coverage.rule == "together.prior_year" ? 1u : 0u;
  }
  EXPECT_EQ(together, 2u) << "a figure that another sheet contradicts is looked at, not proved";
}

TEST(CheckEach, SaysTogetherWhatCheckTogetherSays) {
  const Sheet older = SheetOf("1,000", "1,000", 2020);
  const Sheet newer = SheetOf("1,100", "1,101", 2021);
  const CheckReport all = CheckTogether({&older, &newer});
  std::size_t findings = 0;
  std::size_t coverage = 0;
  for (const CheckReport& report : CheckEach({&older, &newer})) {
    for (const Finding& finding : report.findings) {
      ASSERT_LT(findings, all.findings.size());
      EXPECT_EQ(all.findings[findings].rule, finding.rule);
      EXPECT_EQ(all.findings[findings].place, finding.place);
      ++findings;
    }
    coverage += report.coverage.size();
  }
  EXPECT_EQ(findings, all.findings.size());
  EXPECT_EQ(coverage, all.coverage.size());
}

TEST(CheckEach, GivesNothingForNoSheets) { EXPECT_TRUE(CheckEach({}).empty()); }

}  // namespace
}  // namespace yesan
