// Several sheets of one program against each other.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/settlement_rows.h"
#include "yesan/base/text.h"

namespace yesan {
namespace internal {
namespace {

struct Member {
  std::uint32_t document = 0;
  std::int32_t fiscal_year = 0;
  Context* context = nullptr;
};

bool Mentions(const Table* table, std::initializer_list<ColumnRole> roles,
              std::initializer_list<std::string_view> words) {
  if (table == nullptr) return true;
  for (const Column& column : table->columns) {
    if (std::find(roles.begin(), roles.end(), column.role) == roles.end()) continue;
    for (std::string_view word : words) {
      if (column.heading.text.find(word) != std::string_view::npos) return true;
    }
  }
  return false;
}

// One amount in two sheets.
void CoverBoth(Context& context, const Quantity& now, Context& other, const Quantity& before,
               const SumFit& fit, std::string_view rule) {
  const std::int64_t tolerance = Tolerance({now, before});
  const bool holds = fit.fit == Fit::kExact;
  const auto cover = [&](Context& at, const Quantity& figure) {
    if (holds && figure.last_place() > tolerance) {
      CoverExactly(at, rule, figure);
    } else {
      CoverRoughly(at, rule, figure);
    }
  };
  cover(context, now);
  cover(other, before);
}

void Say(Context& context, const Member& earlier, std::string_view rule, const Quantity& printed,
         const Quantity& expected, std::string subject, const std::string& ko_what,
         const std::string& en_what) {
  const auto difference = Subtract(printed.value, expected.value);
  const std::string year = std::to_string(earlier.fiscal_year);
  context.Report(rule, printed.place, std::move(subject), std::string(printed.printed),
                 context.At(printed, expected.value),
                 difference ? context.At(printed, *difference) : std::string(),
                 {With(ko_what, Particle::kTopic) + " " + context.Ko(printed, printed.value) +
                      "인데, " + year + "년도 설명서에는 " +
                      With(context.Ko(printed, expected.value), Particle::kBy) + " 적혀 있습니다.",
                  en_what + " is " + context.En(printed, printed.value) + " here, but " +
                      context.En(printed, expected.value) + " in the sheet of " + year + "."});
}

// This year's A is last year's B, for the total and for every row of the same name.
void ComparePriorYear(const Member& earlier, const Member& later) {
  const OverviewView& last = earlier.context->overview;
  const OverviewView& now = later.context->overview;
  // A may be the final budget of last year, and B of a supplementary budget is another stage: then they differ by right.
  if (Mentions(now.table, {ColumnRole::kPrior}, {"최종", "추경", "기정", "현액"}) ||
      Mentions(last.table, {ColumnRole::kPrior, ColumnRole::kCurrent}, {"경정", "기정", "추경"})) {
    return;
  }
  const auto name = [](const OverviewRow& row) {
    return row.total ? std::string("계") : FoldName(row.label.text);
  };
  std::map<std::string, const OverviewRow*> rows;
  for (const OverviewRow& row : last.rows) {
    const auto [at, first] = rows.emplace(name(row), &row);
    if (!first) at->second = nullptr;
  }
  std::map<std::string, int> seen;
  for (const OverviewRow& row : now.rows) ++seen[name(row)];
  for (const OverviewRow& row : now.rows) {
    const auto found = rows.find(name(row));
    if (found == rows.end() || found->second == nullptr || seen[name(row)] != 1) continue;
    const auto a = TotalOf(row.prior, Nothing::kDashIsZero);
    const auto b = TotalOf(found->second->current, Nothing::kDashIsZero);
    if (!a || !b || !Comparable(*a, *b)) continue;
    const SumFit fit = Compare(*a, {*b});
    CoverBoth(*later.context, *a, *earlier.context, *b, fit, "together.prior_year");
    if (fit.fit != Fit::kOff) continue;
    const std::string label = Excerpt(row.label.text);
    Say(*later.context, earlier, "together.prior_year", *a, *b,
        Subject({"예산 총괄", label, "전년도"}), "'" + label + "'의 전년도 예산액",
        "The prior amount (전년도) of " + Quoted(label, Language::kEnglish));
  }
}

struct SettledFigure {
  const Member* member = nullptr;
  const Figure* figure = nullptr;
};

void CompareSettlements(const std::vector<Member>& members) {
  struct Part {
    const Figure SettlementYear::*figure;
    SettlementColumn column;
  };
  static constexpr Part kParts[] = {
      {&SettlementYear::adopted, SettlementColumn::kAdopted},
      {&SettlementYear::carryover_in, SettlementColumn::kCarryoverIn},
      {&SettlementYear::net_adjustment, SettlementColumn::kNetAdjustment},
      {&SettlementYear::current_budget, SettlementColumn::kCurrentBudget},
      {&SettlementYear::disbursed, SettlementColumn::kDisbursed},
      {&SettlementYear::carryover_out, SettlementColumn::kCarryoverOut}};
  std::map<std::pair<std::int32_t, std::size_t>, SettledFigure> known;
  for (const Member& member : members) {
    for (const SettlementYear& year : member.context->settlement.years) {
      if (year.year == 0) continue;
      for (std::size_t part = 0; part < std::size(kParts); ++part) {
        const Figure& figure = year.*kParts[part].figure;
        const auto now = TotalOf(figure, Nothing::kDashIsZero);
        if (!now) continue;
        const auto [at, first] =
            known.emplace(std::make_pair(year.year, part), SettledFigure{&member, &figure});
        if (first || at->second.member == &member) continue;
        const Member& earlier = *at->second.member;
        const auto before = TotalOf(*at->second.figure, Nothing::kDashIsZero);
        at->second = {&member, &figure};
        if (!before || !Comparable(*now, *before)) continue;
        const SumFit fit = Compare(*now, {*before});
        CoverBoth(*member.context, *now, *earlier.context, *before, fit, "together.settlement");
        if (fit.fit != Fit::kOff) continue;
        const std::string label = std::to_string(year.year) + "년";
        const std::string column(KoreanName(kParts[part].column));
        Say(*member.context, earlier, "together.settlement", *now, *before,
            Subject({"결산", label, column}), label + " 결산의 " + column,
            "The " + EnglishColumn(*member.context, kParts[part].column) + " of FY" +
                std::to_string(year.year));
      }
    }
  }
}

}  // namespace
}  // namespace internal

std::vector<CheckReport> CheckEach(const std::vector<const Sheet*>& sheets) {
  std::vector<internal::Context> contexts;
  contexts.reserve(sheets.size());
  std::vector<CheckReport> reports;
  reports.reserve(sheets.size());
  std::map<std::string, std::vector<internal::Member>> programs;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    contexts.emplace_back(*sheets[i]);
    reports.push_back(Check(*sheets[i]));
    const std::string name = FoldName(sheets[i]->title.text);
    if (name.empty() || contexts.back().fiscal_year == 0) continue;
    programs[name].push_back(
        {static_cast<std::uint32_t>(i), contexts.back().fiscal_year, &contexts.back()});
  }
  for (auto& [name, members] : programs) {
    std::stable_sort(members.begin(), members.end(),
                     [](const internal::Member& a, const internal::Member& b) {
                       return a.fiscal_year < b.fiscal_year;
                     });
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (members[i].fiscal_year == members[i - 1].fiscal_year + 1) {
        internal::ComparePriorYear(members[i - 1], members[i]);
      }
    }
    internal::CompareSettlements(members);
  }
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    CheckReport& report = reports[i];
    const CheckReport& together = contexts[i].report;
    report.findings.insert(report.findings.end(), together.findings.begin(),
                           together.findings.end());
    for (Finding& finding : report.findings) finding.document = static_cast<std::uint32_t>(i);
    SortByPlace(report.findings);
    report.coverage.insert(report.coverage.end(), together.coverage.begin(),
                           together.coverage.end());
    report.rough.insert(report.rough.end(), together.rough.begin(), together.rough.end());
  }
  return reports;
}

CheckReport CheckTogether(const std::vector<const Sheet*>& sheets) {
  CheckReport all;
  for (CheckReport& report : CheckEach(sheets)) {
    all.roundings = all.roundings.intersect(report.roundings);
    for (Finding& finding : report.findings) all.findings.push_back(std::move(finding));
    all.coverage.insert(all.coverage.end(), report.coverage.begin(), report.coverage.end());
    all.rough.insert(all.rough.end(), report.rough.begin(), report.rough.end());
    all.unread.insert(all.unread.end(), report.unread.begin(), report.unread.end());
  }
  return all;
}

}  // namespace yesan
