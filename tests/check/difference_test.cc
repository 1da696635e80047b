// A finding's figures can be set beside each other: printed as it stands in the document, the difference in its unit.
#include <cstddef>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/check/support.h"
#include "yesan/money/paired_amount.h"

namespace yesan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What is wrong with the figures of a finding; empty when nothing is.
std::string FaultOf(const Finding& finding, const std::string& text) {
  const std::string what = finding.rule + " line " + std::to_string(finding.place.line) + ": " +
                           finding.printed + " | " + finding.expected + " | " + finding.difference +
                           "\n";
  if (finding.place.known() && !finding.printed.empty() && finding.severity == Severity::kError &&
      text.find(finding.printed) == std::string::npos) {
    return "not printed so: " + what;
  }
  const auto printed = ParsePairedAmount(finding.printed);
  const auto expected = ParsePairedAmount(finding.expected);
  const auto difference = ParsePairedAmount(finding.difference);
  if (!printed || !expected || !difference || !difference->total.has_value()) return {};
  if (!printed->total.has_value() || !expected->total.has_value()) return {};
  if (printed->total.unit != expected->total.unit || printed->total.unit != difference->total.unit)
    return "in several units: " + what;
  const auto gap = Subtract(printed->total.likely(), expected->total.likely());
  if (!gap || *gap != difference->total.likely()) return "another difference: " + what;
  return {};
}

TEST(Difference, IsThatOfThePrintedAndTheExpectedFigure) {
  std::string faults;
  for (const std::string& text : {testing::CleanSheet(), testing::RealSheet()}) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      // The last digit of a number; one of three, which is as good as all.
      if (!IsDigit(text[i]) || IsDigit(text[i + 1]) || i % 3 != 0) continue;
      std::string changed = text;
      changed[i] = text[i] == '9' ? '0' : static_cast<char>(text[i] + 1);
      for (const Finding& finding : testing::CheckText(changed).findings) {
        // A subsidy part is named with the cell that it stands in.
        if (finding.printed.find("(x ") == std::string::npos) faults += FaultOf(finding, changed);
      }
    }
  }
  EXPECT_EQ(faults, "");
}

TEST(Difference, IsInTheUnitOfTheTotalThatIsBlamed) {
  // The basis in won, the overview in 천원; no total of the basis is printed.
  const Finding finding = testing::TheFinding(
      "예산 총괄 (단위: 천원)\n\n구분\t2023년(A)\t2024년(B)\t증감\n계\t1,000\t1,200\t200\n"
      "사무관리비\t1,000\t1,200\t200\n\n산출근거\n\n○ 교재 10,000원×60명 = 600,000원\n"
      "○ 수당 100,000원×5명 = 500,000원\n\n사업목적\n\n- 시민 복지\n",
      "basis.total");
  EXPECT_EQ(finding.printed, "1,200");
  EXPECT_EQ(finding.expected, "1,100");
  EXPECT_EQ(finding.difference, "100");
}

TEST(Difference, OfTwoRatesOfTheSameAmountsIsOneFinding) {
  std::string text = testing::RealSheet();
  const std::size_t at = text.rfind("Δ22");
  text.replace(at, std::string("Δ22").size(), "Δ21");
  std::vector<std::string> found;
  for (const Finding& finding : testing::CheckText(text).findings) {
    if (finding.place.line == 30 || finding.place.line == 31 || finding.rule == "rounding.mixed")
      found.push_back(testing::Short(finding));
  }
  EXPECT_EQ(found, std::vector<std::string>{"error overview.rate 31"});
  const Finding finding = testing::TheFinding(text, "overview.rate");
  EXPECT_EQ(finding.expected, "Δ22");
  EXPECT_EQ(finding.difference, "1");
  EXPECT_NE(finding.message.en.find("are those of"), std::string::npos);
}

}  // namespace
}  // namespace yesan
