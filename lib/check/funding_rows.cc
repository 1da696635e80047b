// Sources of 사업비 against rows of 예산 총괄 that have their names.
#include <optional>
#include <string>

#include "lib/base/fold.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"

namespace yesan::internal {
namespace {

// What a row is called when it is a source and nothing more.
std::optional<FundingSource> SourceNamed(std::string_view label) {
  return FindFundingSource(label, GovernmentKind::kUnknown);
}

}  // namespace

void CheckFundingRows(Context& context) {
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
    if (fit.fit == Fit::kUnknown) continue;
    CoverSum(context, "funding.overview", fit, WithParts(*amount, {*current}));
    if (fit.fit != Fit::kOff) continue;
    const std::string label = Excerpt(entry.label.text);
    context.Report(
        "funding.overview", amount->place, Subject({"사업비", label}), std::string(amount->printed),
        context.At(*amount, fit.sum), context.At(*amount, fit.difference),
        {"사업비의 " + With(label, Particle::kTopic) + " " + context.Ko(*amount, amount->value) +
             "인데, 예산 총괄의 같은 재원은 " + context.Ko(*amount, fit.sum) + "입니다.",
         "Of the funding, \"" + label + "\" is printed as " + context.En(*amount, amount->value) +
             ", but the overview has the same source as " + context.En(*amount, fit.sum) + "."});
  }
}

}  // namespace yesan::internal
