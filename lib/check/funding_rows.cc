// Sources of 사업비 against rows of 예산 총괄 that have their names.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/fold.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/tables.h"
#include "lib/check/unit_slip.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"

namespace yesan::internal {
namespace {

// A source that both tables have, each once.
struct Pair {
  std::string label;
  Quantity amount;   // of 사업비
  Quantity current;  // of 예산 총괄
  SumFit fit;
};

// What a row is called when it is a source and nothing more.
std::optional<FundingSource> SourceNamed(std::string_view label) {
  return FindFundingSource(label, GovernmentKind::kUnknown);
}

std::vector<Pair> PairsOf(const Context& context) {
  std::vector<Pair> pairs;
  for (const FundingEntry& entry : context.funding.entries) {
    const auto source = SourceNamed(entry.label.text);
    const auto amount = TotalOf(entry.amount);
    if (!source || !amount || entry.outside || IsTotal(entry.label.text)) continue;
    const OverviewRow* found = nullptr;
    bool several = false;
    for (const OverviewRow& row : context.overview.rows) {
      if (row.total || SourceNamed(row.label.text) != source) continue;
      several = found != nullptr;
      found = &row;
    }
    for (const FundingEntry& other : context.funding.entries)
      several = several || (&other != &entry && SourceNamed(other.label.text) == source);
    if (found == nullptr || several) continue;
    const auto current = TotalOf(found->current, Nothing::kDashIsZero);
    if (!current) continue;
    const SumFit fit = Compare(*amount, {*current});
    if (fit.fit != Fit::kUnknown)
      pairs.push_back({Excerpt(entry.label.text), *amount, *current, fit});
  }
  return pairs;
}

// `900원 (국비 400 / 군비 500)` beside a table in 천원: one word is wrong, and no figure.
bool IsOneSlip(const std::vector<Pair>& pairs) {
  return std::all_of(pairs.begin(), pairs.end(), [](const Pair& pair) {
    return pair.fit.fit == Fit::kOff && DiffersByUnit(pair.amount.value, pair.current.value);
  });
}

// Where the unit is printed: at the total, where that is the slip of their sum; the whole of the year has asked about it
// already where it could be compared. Otherwise at the first source.
void AskAboutUnit(Context& context, const std::vector<Pair>& pairs) {
  Quantity sum = pairs.front().current;
  bool summed = true;
  for (std::size_t i = 1; i < pairs.size() && summed; ++i) {
    const auto next = Add(sum.value, pairs[i].current.value);
    summed = next.ok();
    if (summed) sum.value = *next;
  }
  const auto total = TotalOf(context.funding.total);
  if (!total || !summed || !DiffersByUnit(total->value, sum.value)) {
    const Pair& first = pairs.front();
    ReportUnitSlip(context, first.amount, "사업비의 " + first.label,
                   "the funding (" + Quoted(first.label, Language::kEnglish) + ")", first.current,
                   "예산 총괄의 같은 재원", "the overview");
    return;
  }
  const auto& findings = context.report.findings;
  if (std::none_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.rule == "notation.unit_slip" && finding.place == total->place;
      }))
    ReportUnitSlip(context, *total, "사업비", "the funding", sum, "예산 총괄의 재원 합계",
                   "the sources of the overview");
}

}  // namespace

void CheckFundingRows(Context& context) {
  const std::vector<Pair> pairs = PairsOf(context);
  if (pairs.empty()) return;
  for (const auto& [label, amount, current, fit] : pairs)
    CoverSum(context, "funding.overview", fit, WithParts(amount, {current}));
  if (IsOneSlip(pairs)) {
    AskAboutUnit(context, pairs);
    return;
  }
  for (const auto& [label, amount, current, fit] : pairs) {
    if (fit.fit != Fit::kOff) continue;
    context.Report(
        "funding.overview", amount.place, Subject({"사업비", label}), std::string(amount.printed),
        context.At(amount, fit.sum), context.At(amount, fit.difference),
        {"사업비의 " + With(label, Particle::kTopic) + " " + context.Ko(amount, amount.value) +
             "인데, 예산 총괄의 같은 재원은 " + context.Ko(amount, fit.sum) + "입니다.",
         "Of the funding, \"" + label + "\" is printed as " + context.En(amount, amount.value) +
             ", but the overview has the same source as " + context.En(amount, fit.sum) + "."});
  }
}

}  // namespace yesan::internal
