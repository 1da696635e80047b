// When most rows of a table contradict themselves, the columns or the levels were misread: one question takes the place of
// many errors.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lib/check/context.h"

namespace yesan::internal {
namespace {

// A document has a misprint here and there. Three failures, and more failures than successes, are no misprints.
constexpr int kFailuresMin = 3;

struct Group {
  std::string_view ko;
  std::string_view en;
  std::vector<std::string_view> witnesses;  // rules that are counted, each alone
  std::vector<std::string_view> withdrawn;  // rules whose findings stand on the same reading
};

const std::vector<Group>& Groups() {
  static const std::vector<Group> groups = {
      {"예산 총괄",
       "the overview",
       {"overview.change"},
       {"overview.change", "overview.rate", "overview.sum", "overview.total",
        "presence.missing_figure"}},
      {"산출근거",
       "the cost basis",
       {"basis.sum", "basis.formula", "basis.won_thousand", "basis.item"},
       {"basis.formula", "basis.item", "basis.odd_line", "basis.stated_total", "basis.sum",
        "basis.total", "basis.won_rounded", "basis.won_thousand", "schedule.basis"}},
      {"결산",
       "the settlement",
       {"settlement.current_budget", "settlement.lapsed"},
       {"settlement.adopted", "settlement.carryover", "settlement.current_budget",
        "settlement.lapsed", "settlement.overspent", "settlement.rate", "settlement.year_link"}},
  };
  return groups;
}

bool Contains(const std::vector<std::string_view>& rules, const std::string& rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

}  // namespace

void DoubtTheReadingOf(Context& context) {
  for (const Group& group : Groups()) {
    std::string_view witness;
    int failures = 0;
    int evaluations = 0;
    for (std::string_view rule : group.witnesses) {
      const auto of_rule = [&](const Finding& finding) { return finding.rule == rule; };
      const auto count = static_cast<int>(
          std::count_if(context.report.findings.begin(), context.report.findings.end(), of_rule));
      const auto evaluated = context.evaluated.find(rule);
      const int of = evaluated == context.evaluated.end() ? 0 : evaluated->second;
      if (count < kFailuresMin || count * 2 <= of || count <= failures) continue;
      witness = rule;
      failures = count;
      evaluations = of;
    }
    if (witness.empty()) continue;
    std::vector<Finding> kept;
    std::set<std::uint32_t> lines;
    Place first;
    std::string printed;
    for (Finding& finding : context.report.findings) {
      if (!Contains(group.withdrawn, finding.rule)) {
        kept.push_back(std::move(finding));
        continue;
      }
      if (finding.rule != witness) continue;
      if (!first.known()) {
        first = finding.place;
        printed = finding.printed;
      }
      if (finding.place.known()) lines.insert(finding.place.line);
    }
    context.report.findings = std::move(kept);
    // What is read with doubt proves nothing.
    std::vector<Coverage> proved;
    for (const Coverage& coverage : context.report.coverage) {
      const bool doubted = std::find(group.withdrawn.begin(), group.withdrawn.end(),
                                     coverage.rule) != group.withdrawn.end();
      (doubted ? context.report.rough : proved).push_back(coverage);
    }
    context.report.coverage = std::move(proved);
    std::vector<std::string> numbers;
    for (std::uint32_t line : lines) {
      if (numbers.size() == 8) {
        numbers.emplace_back("…");
        break;
      }
      numbers.push_back(std::to_string(line));
    }
    const std::string list = Join(numbers, ", ");
    const std::string n = std::to_string(failures);
    const std::string of = std::to_string(evaluations);
    const Rule* rule = FindRule(witness);
    const std::string claim(rule != nullptr ? rule->ko : "");
    const std::string claim_en(rule != nullptr ? rule->en : "");
    context.Report(
        "reading.doubted", first, std::string(group.ko), printed, "", "",
        {std::string(group.ko) + " 표의 " + of + "곳 가운데 " + n + "곳(" + list +
             "번째 줄)이 맞지 않습니다: " + claim +
             " 표의 열이나 단계를 잘못 읽었을 수 있으니 원문과 대조가 필요합니다.",
         n + " of " + of + " statements of " + std::string(group.en) + " (lines " + list +
             ") do not hold: " + claim_en +
             " Its columns or levels may have been misread; please compare with the paper."});
  }
}

}  // namespace yesan::internal
