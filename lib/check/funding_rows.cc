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

bool BothZero(const Pair& pair) {
  return pair.amount.value.is_zero() && pair.current.value.is_zero();
}

// `900원 (국비 400 / 군비 500)` beside a table in 천원: one word is wrong, and no figure. Nothing is nothing in any unit; one
// source alone may be misprinted, where the headline does not share its slip.
bool IsOneSlip(const Context& context, const std::vector<Pair>& pairs) {
  std::vector<const Pair*> slips;
  for (const Pair& pair : pairs) {
    if (BothZero(pair)) continue;
    if (pair.fit.fit != Fit::kOff || !DiffersByUnit(pair.amount.value, pair.current.value))
      return false;
    slips.push_back(&pair);
  }
  if (slips.empty()) return false;
  // All of them by the same factor: a × d = b × c.
  const Pair& first = *slips.front();
  for (const Pair* pair : slips) {
    const auto one = Multiply(ToDecimal(first.amount.value), ToDecimal(pair->current.value));
    const auto other = Multiply(ToDecimal(first.current.value), ToDecimal(pair->amount.value));
    if (!one || !other || *one != *other) return false;
  }
  const auto total = TotalOf(context.funding.total);
  if (slips.size() > 1 || !total || DiffersByUnit(total->value, first.current.value)) return true;
  // The sources add up to their headline: what is wrong is wrong of all of them.
  const auto sources = SourcesOf(context.funding);
  if (sources && Compare(*total, *sources).fit == Fit::kExact) return true;
  return std::any_of(context.overview.rows.begin(), context.overview.rows.end(),
                     [&](const OverviewRow& row) {
                       const auto current = TotalOf(row.current);
                       return row.total && current && DiffersByUnit(total->value, current->value);
                     });
}

// Where the unit is printed: at the total, where that is the slip of their sum; otherwise at the first source. The whole of
// the year may have been asked about already, at either side.
void AskAboutUnit(Context& context, const std::vector<Pair>& pairs) {
  const auto total = TotalOf(context.funding.total);
  const auto asked_at = [&](const Place& place) {
    const auto& findings = context.report.findings;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.rule == "notation.unit_slip" && finding.place == place;
    });
  };
  if (total && asked_at(total->place)) return;
  for (const OverviewRow& row : context.overview.rows) {
    const auto current = TotalOf(row.current);
    if (row.total && current && asked_at(current->place)) return;
  }
  const Pair& first = *std::find_if_not(pairs.begin(), pairs.end(), BothZero);
  Quantity sum = first.current;
  sum.value = Money();
  bool summed = true;
  for (const Pair& pair : pairs) {
    const auto next = Add(sum.value, pair.current.value);
    summed = summed && next.ok();
    if (next) sum.value = *next;
  }
  if (total && summed && DiffersByUnit(total->value, sum.value)) {
    ReportUnitSlip(context, *total, "사업비", "the funding", sum, "예산 총괄의 재원 합계",
                   "the sources of the overview");
  } else {
    ReportUnitSlip(context, first.amount, "사업비의 " + first.label,
                   "the funding (" + Quoted(first.label, Language::kEnglish) + ")", first.current,
                   "예산 총괄의 같은 재원", "the overview");
  }
}

}  // namespace

void CheckFundingRows(Context& context) {
  const std::vector<Pair> pairs = PairsOf(context);
  if (pairs.empty()) return;
  for (const auto& [label, amount, current, fit] : pairs)
    CoverSum(context, "funding.overview", fit, WithParts(amount, {current}));
  if (IsOneSlip(context, pairs)) {
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
