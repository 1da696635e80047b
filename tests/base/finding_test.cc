#include "yesan/base/finding.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace yesan {
namespace {

Finding At(std::uint32_t document, std::uint32_t line, std::uint32_t column, std::string rule,
           std::string subject = "") {
  Finding finding;
  finding.document = document;
  finding.place.line = line;
  finding.place.column = column;
  finding.rule = std::move(rule);
  finding.subject = std::move(subject);
  return finding;
}

TEST(Finding, AreSortedByDocumentLineColumnThenRule) {
  std::vector<Finding> findings;
  findings.push_back(At(1, 1, 1, "a"));
  findings.push_back(At(0, 10, 1, "a"));
  findings.push_back(At(0, 9, 5, "b"));
  findings.push_back(At(0, 9, 5, "a"));
  findings.push_back(At(0, 9, 2, "z"));
  SortByPlace(findings);
  std::string order;
  for (const Finding& f : findings) {
    order += std::to_string(f.document) + ":" + std::to_string(f.place.line) + ":" +
             std::to_string(f.place.column) + f.rule + " ";
  }
  EXPECT_EQ(order, "0:9:2z 0:9:5a 0:9:5b 0:10:1a 1:1:1a ");
}

TEST(Finding, KeepTheirOrderWhereEverythingIsEqual) {
  std::vector<Finding> findings;
  findings.push_back(At(0, 1, 1, "a", "first"));
  findings.push_back(At(0, 1, 1, "a", "second"));
  SortByPlace(findings);
  EXPECT_EQ(findings[0].subject, "first");
}

TEST(Severity, HasFourNamesAndNoFifth) {
  EXPECT_EQ(Name(Severity::kError), "error");
  EXPECT_EQ(Name(Severity::kWarning), "warning");
  EXPECT_EQ(Name(Severity::kAsk), "ask");
  EXPECT_EQ(Name(Severity::kNote), "note");
  EXPECT_EQ(Name(static_cast<Severity>(5)), "unknown");
}

}  // namespace
}  // namespace yesan
