#include "yesan/report/summary.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/report/samples.h"

namespace yesan {
namespace {

using testing::RealSheet;

Place InSettlement(const Sheet& sheet) {
  const Table* table = sheet.FindTable(SectionKind::kSettlement);
  EXPECT_NE(table, nullptr);
  return table->rows.front().place;
}

TEST(AmountOff, TakesTheUnitOfTheTableThatHoldsThePlace) {
  const Sheet sheet = RealSheet();
  Finding finding;
  finding.place = InSettlement(sheet);
  finding.difference = "Δ1,000";
  EXPECT_EQ(AmountOff(finding, sheet), Money(1'000'000));
  finding.difference = "1,000원";
  EXPECT_EQ(AmountOff(finding, sheet), Money(1'000));
}

TEST(AmountOff, IsNothingForWhatIsNoMoney) {
  const Sheet sheet = RealSheet();
  Finding finding;
  finding.place = InSettlement(sheet);
  EXPECT_EQ(AmountOff(finding, sheet), std::nullopt);
  finding.difference = "두 달";
  EXPECT_EQ(AmountOff(finding, sheet), std::nullopt);
  finding.difference = "12%";
  EXPECT_EQ(AmountOff(finding, sheet), std::nullopt);
}

TEST(RankFindings, PutsTheErrorOfTheMostMoneyFirst) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(2);
  entries[0].sheet = &sheet;
  entries[1].sheet = &sheet;
  std::vector<Finding> findings(4);
  for (Finding& finding : findings) finding.place = InSettlement(sheet);
  findings[0].severity = Severity::kWarning;
  findings[0].difference = "999,999,999";
  findings[1].difference = "7";
  findings[2].difference = "Δ1,234,567원";  // 1,234 thousand won, more than 7
  findings[2].document = 1;
  findings[3].rule = "no amount";
  RankFindings(findings, entries);
  EXPECT_EQ(findings[0].difference, "Δ1,234,567원");
  EXPECT_EQ(findings[1].difference, "7");
  EXPECT_EQ(findings[2].rule, "no amount");
  EXPECT_EQ(findings[3].severity, Severity::kWarning);
}

TEST(RenumberDocuments, PassesOverDocumentsThatCouldNotBeRead) {
  const Sheet sheet;
  std::vector<SummaryEntry> entries(3);
  entries[1].sheet = &sheet;
  entries[2].sheet = &sheet;
  std::vector<Finding> findings(2);
  findings[1].document = 1;
  RenumberDocuments(findings, entries);
  EXPECT_EQ(findings[0].document, 1u);
  EXPECT_EQ(findings[1].document, 2u);
}

TEST(SummaryText, NamesUnreadableDocumentsWithTheirReason) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(2);
  entries[0].name = "a.txt";
  entries[0].sheet = &sheet;
  entries[1].name = "b.txt";
  entries[1].refusal = {"열 수 없습니다", "cannot be opened"};
  const std::string text = SummaryText(entries, {});
  EXPECT_NE(text.find("문서 2개 가운데 1개를 읽었습니다."), std::string::npos);
  EXPECT_NE(text.find("b.txt: 열 수 없습니다"), std::string::npos);
  EXPECT_NE(text.find("4,066,896"), std::string::npos);
}

TEST(SummaryText, SaysHowManyFindingsItLeavesOut) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(1);
  entries[0].name = "a.txt";
  entries[0].sheet = &sheet;
  const std::vector<Finding> findings(5);
  EXPECT_NE(SummaryText(entries, findings, {}, 2).find("그 밖에 3건"), std::string::npos);
  EXPECT_EQ(SummaryText(entries, findings, {}, 0).find("그 밖에"), std::string::npos);
}

}  // namespace
}  // namespace yesan
