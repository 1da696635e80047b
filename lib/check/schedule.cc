// 추진일정: sums, periods against the fiscal year, steps against the cost basis, money in few months.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/basis_amounts.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/lost_cells.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"
#include "yesan/budget/schedule.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/money/ratio.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "추진일정";

std::int32_t YearOf(const Context& context) {
  return context.schedule.year != 0 ? context.schedule.year : context.fiscal_year;
}

std::string NameOf(const ScheduleStep& step) { return Excerpt(step.name.text); }

// Months touched by a period with both ends, 0 when one is open.
std::int32_t MonthsOf(const PeriodTerm& term) {
  if (!term.first || !term.last || *term.last < *term.first) return 0;
  const CalendarDay first = term.first->Split();
  const CalendarDay last = term.last->Split();
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

void CheckBackwards(Context& context, const ScheduleStep& step) {
  if (!step.period || !IsBackwards(step.period->in_force())) return;
  const PeriodTerm& term = step.period->in_force();
  context.Report(
      "schedule.ends_before_start", step.period_text.place, Subject({kSection, step.name.text}),
      std::string(step.period_text.text), "", "",
      {"'" + NameOf(step) + "' 단계의 기간(" + Excerpt(step.period_text.text) +
           ")은 끝나는 때가 시작하는 때보다 앞섭니다.",
       "The period " + Excerpt(step.period_text.text) + " of step \"" + NameOf(step) + "\" ends (" +
           term.last->ToString() + ") before it begins (" + term.first->ToString() + ")."});
}

enum class Outside { kInside, kBefore, kAfter, kBoth };

Outside OutsideOf(const PeriodTerm& term, FiscalYear year) {
  const bool before = term.first && *term.first < year.first_day();
  const bool after = term.last && *term.last > year.last_day();
  if (before && after) return Outside::kBoth;
  if (before) return Outside::kBefore;
  return after ? Outside::kAfter : Outside::kInside;
}

void CheckFiscalYear(Context& context) {
  const std::int32_t number = YearOf(context);
  if (number == 0) return;
  const auto year = FiscalYear::Make(number);
  if (!year) return;
  std::vector<const ScheduleStep*> outside;
  std::size_t dated = 0;
  for (const ScheduleStep& step : context.schedule.steps) {
    if (step.total || !step.period) continue;
    const PeriodTerm& term = step.period->in_force();
    if (term.kind != PeriodKind::kDated || IsBackwards(term) || (!term.first && !term.last))
      continue;
    ++dated;
    if (OutsideOf(term, *year) != Outside::kInside) outside.push_back(&step);
  }
  if (outside.empty()) return;
  const std::string year_text = std::to_string(number);
  // A table of several years, or of another one, is no list of misprints.
  if (outside.size() * 2 > dated && dated > 2) {
    const ScheduleStep& first = *outside.front();
    context.Report("schedule.other_year", first.period_text.place, Subject({kSection, "기간"}),
                   std::string(first.period_text.text), year_text, "",
                   {std::to_string(dated) + "개 단계 가운데 " + std::to_string(outside.size()) +
                        "개의 기간이 " + year_text +
                        " 회계연도를 벗어납니다. 다른 연도의 일정인지 "
                        "확인이 필요합니다.",
                    std::to_string(outside.size()) + " of " + std::to_string(dated) +
                        " steps lie outside fiscal year " + year_text +
                        "; is this the schedule of another year?"});
    return;
  }
  for (const ScheduleStep* step : outside) {
    const PeriodTerm& term = step->period->in_force();
    const Outside where = OutsideOf(term, *year);
    const std::string text = Excerpt(step->period_text.text);
    std::string ko = "'" + NameOf(*step) + "' 단계의 기간(" + text + ")이 ";
    std::string en = "The period " + text + " of step \"" + NameOf(*step) + "\" ";
    if (where == Outside::kBefore) {
      ko += year_text + " 회계연도가 시작되기 전에 시작합니다.";
      en += "begins before fiscal year " + year_text + ".";
    } else if (where == Outside::kAfter) {
      ko += year_text + " 회계연도가 끝난 뒤까지 이어집니다.";
      en += "goes on after fiscal year " + year_text + ".";
    } else {
      ko += year_text + " 회계연도의 앞뒤로 벗어납니다.";
      en += "begins before fiscal year " + year_text + " and goes on after it.";
    }
    context.Report("schedule.outside_year", step->period_text.place,
                   Subject({kSection, step->name.text, "기간"}),
                   std::string(step->period_text.text),
                   year->first_day().ToString() + "~" + year->last_day().ToString(), "",
                   {std::move(ko), std::move(en)});
  }
}

// 연례반복, or a period of twelve months: money that is spent all year round.
bool IsYearly(const Context& context, FiscalYear year) {
  const auto annual = [](std::string_view text) {
    const std::string name = FoldName(text);
    return name.find("연례반복") != std::string::npos || name.find("매년") != std::string::npos;
  };
  const auto whole_year = [&](const Period& period) {
    const PeriodTerm& term = period.in_force();
    if (term.kind == PeriodKind::kAnnual) return true;
    return term.kind == PeriodKind::kDated && MonthsOf(term) == 12 &&
           MonthsWithin(term, year) == 12;
  };
  if (annual(context.basics.period_text.text)) return true;
  if (context.basics.period && whole_year(*context.basics.period)) return true;
  for (const Fact& fact : context.basics.facts) {
    if (FoldName(fact.key.text).find("기간") == std::string::npos) continue;
    if (annual(fact.value.text)) return true;
    const auto period = ParsePeriod(fact.value.text, {year});
    if (period && whole_year(*period)) return true;
  }
  return false;
}

// Half of an amount as the place prints it, rounded up: what two months should stay below.
std::string HalfOf(const Context& context, const Quantity& place, Money total) {
  const auto half = Divide(ToDecimal(total), Decimal::FromInt(2), 0, Rounding::kUp);
  const auto whole = half ? half->ToInt64() : Result<std::int64_t>(Error(Code::kOverflow));
  return whole ? context.At(place, Money(*whole)) : std::string();
}

void CheckHalfInTwoMonths(Context& context) {
  const auto year = FiscalYear::Make(YearOf(context));
  if (YearOf(context) == 0 || !year || !IsYearly(context, *year)) return;
  std::optional<Money> total;
  std::optional<Money> sum;
  for (const ScheduleStep& step : context.schedule.steps) {
    const auto amount = TotalOf(step.amount);
    if (!amount) continue;
    if (step.total) {
      if (!total) total = amount->value;
      continue;
    }
    auto next = Add(sum.value_or(Money()), amount->value);
    if (!next) return;
    sum = *next;
  }
  if (!total) total = sum;
  if (!total || total->sign() <= 0) return;
  for (const ScheduleStep& step : context.schedule.steps) {
    const auto amount = TotalOf(step.amount);
    if (step.total || !step.period || !amount) continue;
    const std::int32_t months = MonthsOf(step.period->in_force());
    const auto twice = Multiply(amount->value, 2);
    if (months == 0 || months > 2 || !twice || *twice < *total) continue;
    const auto share = Percent(amount->value, *total, 1, Rounding::kHalfUp);
    const std::string share_text = share ? SayRate(*share, 1, context.minus) : std::string();
    const std::string said = context.Ko(*amount, amount->value);
    context.Report(
        "schedule.half_in_two_months", amount->place, Subject({kSection, step.name.text}),
        std::string(amount->printed), "< " + HalfOf(context, *amount, *total), "",
        {"해마다 반복되는(연례반복) 사업인데 '" + NameOf(step) + "' 단계의 " + said + "(총액의 " +
             share_text + ")이 " + std::to_string(months) + "개월(" +
             Excerpt(step.period_text.text) +
             ") 사이에 집행됩니다. 선급금인지, 기간이 잘못 적힌 것인지 확인이 필요합니다.",
         "A yearly program, but " + context.En(*amount, amount->value) + " (" + share_text +
             " of the year) of step \"" + NameOf(step) + "\" is to be spent in " +
             std::to_string(months) + " month(s), " + Excerpt(step.period_text.text) +
             ": an advance, or a misprint?"});
  }
}

// How much more a name must say one line than another for the one to be meant.
constexpr std::int32_t kClearly = 200;

struct Plan {
  std::vector<PlannedStep> steps;
  std::vector<const ScheduleStep*> printed;
  std::vector<CostLine> lines;
};

// How alike the name of a step is to the lines that it was matched with by amount.
std::int32_t LikenessOf(const Plan& plan, std::size_t step, const StepMatch& match) {
  std::int32_t most = 0;
  for (const std::uint32_t line : match.lines)
    most = std::max(most, NameSimilarity(plan.steps[step].name, plan.lines[line].name));
  return most;
}

// A step has the amount of a line by another name, while another step has that of the line that it is called after: the
// sums hold, and yet two amounts have been exchanged, in the schedule or in the basis.
void CheckExchanged(Context& context, const Plan& plan, const ScheduleMatching& matching) {
  constexpr std::int32_t kSame = 1000;
  std::vector<std::int32_t> likeness(plan.steps.size(), 0);
  for (std::size_t i = 0; i < matching.steps.size(); ++i) {
    if (matching.steps[i].basis != MatchBasis::kAmount) continue;
    likeness[i] = LikenessOf(plan, i, matching.steps[i]);
  }
  for (std::size_t i = 0; i < matching.steps.size(); ++i) {
    const StepMatch& match = matching.steps[i];
    const auto amount = TotalOf(plan.printed[i]->amount);
    if (match.basis != MatchBasis::kAmount || !amount) continue;
    if (likeness[i] >= kAlikeNames && match.lines.size() == 1) {
      const auto line = BasisQuantityOf(context.basis, static_cast<BasisNodeId>(match.lines[0]));
      context.identities.KeepAlone("schedule.basis", *amount, Money(), 0);
      if (line) context.identities.KeepAlone("schedule.basis", *line, Money(), 0);
    }
    if (likeness[i] + kClearly > kSame) continue;
    for (std::uint32_t k = 0; k < plan.lines.size(); ++k) {
      const CostLine& line = plan.lines[k];
      if (!line.amount || *line.amount == amount->value) continue;
      const auto holder =
          std::find_if(plan.printed.begin(), plan.printed.end(), [&](const ScheduleStep* step) {
            const auto other = TotalOf(step->amount);
            return step != plan.printed[i] && other && other->value == *line.amount;
          });
      if (holder == plan.printed.end()) continue;
      const auto other = static_cast<std::size_t>(holder - plan.printed.begin());
      const StepMatch& of_other = matching.steps[other];
      const bool own_name = of_other.lines.size() == 1 && of_other.lines.front() == k;
      if (own_name && likeness[other] + kClearly > kSame) continue;
      const std::int32_t meant = NameSimilarity(plan.steps[i].name, line.name);
      if (meant < kAlikeNames || meant < likeness[i] + kClearly) continue;
      // The other step is not called after that line itself.
      if (NameSimilarity(plan.steps[other].name, line.name) + kClearly > meant) continue;
      const std::string step_name = NameOf(*plan.printed[i]);
      const std::string other_name = NameOf(**holder);
      const std::string name = Excerpt(line.name);
      context.Report(
          "schedule.basis", amount->place, Subject({kSection, step_name}),
          std::string(amount->printed), context.At(*amount, *line.amount), "",
          {"'" + step_name + "' 단계의 금액은 " + context.Ko(*amount, amount->value) +
               "인데, 산출근거의 '" + name + "'에는 " +
               With(context.Ko(*amount, *line.amount), Particle::kBy) + " 적혀 있습니다. '" +
               other_name + "' 단계와 금액이 서로 바뀐 것인지 확인이 필요합니다.",
           "Step \"" + step_name + "\" spends " + context.En(*amount, amount->value) +
               ", but the cost basis has " + context.En(*amount, *line.amount) + " for \"" + name +
               "\"; were the amounts of this step and of \"" + other_name + "\" exchanged?"});
      break;
    }
  }
}

// Where the steps do not add up, the lines that they are called after say which of them is wrong.
void KeepNames(Context& context, const Plan& plan) {
  std::vector<std::pair<Quantity, Quantity>> pairs;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const auto amount = TotalOf(plan.printed[i]->amount);
    if (!amount) continue;
    std::int32_t most = 0;
    std::int32_t next = 0;
    std::size_t best = 0;
    for (std::size_t k = 0; k < plan.lines.size(); ++k) {
      const std::int32_t alike = NameSimilarity(plan.steps[i].name, plan.lines[k].name);
      next = std::max(next, std::min(most, alike));
      if (alike > most) best = k;
      most = std::max(most, alike);
    }
    if (most < kAlikeNames || most < next + kClearly) continue;
    const auto line = BasisQuantityOf(context.basis, static_cast<BasisNodeId>(best));
    if (!line || !Comparable(*amount, *line)) continue;
    pairs.emplace_back(*amount, *line);
    equal += line->value == amount->value ? 1U : 0U;
  }
  // Where few agree they are other money.
  if (equal * 2 < pairs.size()) return;
  for (const auto& [step, line] : pairs) {
    context.identities.Keep("schedule.basis", step.value == line.value, {step, line},
                            FigureSide::kTotal, 0);
  }
}

// Steps whose names say that they spend a line of the basis, at another amount.
void CheckAgainstBasis(Context& context) {
  const CostBasis& tree = context.basis.tree;
  const auto basis_total = BasisTotal(context.basis);
  if (!basis_total || tree.size() > 400 || context.schedule.steps.size() > 200) return;
  Plan plan;
  std::vector<PlannedStep>& steps = plan.steps;
  std::vector<const ScheduleStep*>& printed = plan.printed;
  steps.reserve(context.schedule.steps.size());
  printed.reserve(context.schedule.steps.size());
  Money sum;
  std::optional<Money> total;
  for (const ScheduleStep& step : context.schedule.steps) {
    const auto amount = TotalOf(step.amount);
    if (step.total) {
      if (amount) total = amount->value;
      continue;
    }
    PlannedStep planned;
    planned.name = step.name.text;
    planned.period = step.period;
    if (amount) {
      planned.amount = amount->value;
      auto next = Add(sum, amount->value);
      if (!next) return;
      sum = *next;
    }
    steps.push_back(std::move(planned));
    printed.push_back(&step);
  }
  // A plan of other money than the basis (a supplementary budget states changes only) is not compared line by line.
  const bool same = sum == *basis_total;
  if (!same && total != basis_total && total != sum) return;
  std::vector<CostLine>& lines = plan.lines;
  lines.reserve(tree.size());
  for (BasisNodeId id = 0; static_cast<std::size_t>(id) < tree.size(); ++id) {
    const BasisNode& node = tree.node(id);
    CostLine line;
    line.name = node.label;
    line.parent = node.parent;
    if (!IsTotal(BasisNameOf(context.basis, id)) && !node.remark) line.amount = tree.AmountOf(id);
    lines.push_back(std::move(line));
  }
  if (!same) {
    KeepNames(context, plan);
    return;
  }
  const ScheduleMatching matching = MatchSteps(steps, lines);
  const std::map<BasisNodeId, Money> refuted = RefutedLines(tree);
  CheckExchanged(context, plan, matching);
  for (std::size_t i = 0; i < matching.steps.size(); ++i) {
    const StepMatch& match = matching.steps[i];
    const auto amount = TotalOf(printed[i]->amount);
    if (!amount) continue;
    if (match.basis == MatchBasis::kAmount) {
      // Steps are matched while their sum is that of the basis: a misprint ends the comparison.
      CoverRoughly(context, "schedule.basis", *amount);
      for (std::uint32_t line : match.lines) {
        if (const auto quantity = BasisQuantityOf(context.basis, static_cast<BasisNodeId>(line))) {
          CoverRoughly(context, "schedule.basis", *quantity);
        }
      }
      continue;
    }
    if (match.basis != MatchBasis::kName || !matching.complete || match.lines.size() != 1) continue;
    if (!match.difference || match.difference->is_zero()) continue;
    const auto line_id = static_cast<BasisNodeId>(match.lines.front());
    const std::string& name = tree.node(line_id).label;
    // A line that another step is called after too is spent in several steps.
    const auto alike = [&](std::size_t other) {
      return other != i && NameSimilarity(steps[other].name, name) >= kAlikeNames;
    };
    bool shared = false;
    for (std::size_t other = 0; other < steps.size(); ++other) shared = shared || alike(other);
    const auto line = BasisQuantityOf(context.basis, line_id);
    if (shared || !line) continue;
    const auto computed = refuted.find(line_id);
    if (computed != refuted.end() && computed->second == amount->value) continue;
    context.identities.Keep("schedule.basis", false, {*amount, *line}, FigureSide::kTotal, 0);
    const std::string step_name = NameOf(*printed[i]);
    context.Report("schedule.basis", amount->place, Subject({kSection, step_name}),
                   std::string(amount->printed), context.At(*amount, line->value),
                   context.At(*amount, *match.difference),
                   {"'" + step_name + "' 단계의 금액은 " + context.Ko(*amount, amount->value) +
                        "인데, 산출근거의 '" + Excerpt(name) + "'에는 " +
                        With(context.Ko(*amount, line->value), Particle::kBy) + " 적혀 있습니다.",
                    "Step \"" + step_name + "\" spends " + context.En(*amount, amount->value) +
                        ", but the cost basis has " + context.En(*amount, line->value) + " for \"" +
                        Excerpt(name) + "\"."});
  }
}

}  // namespace

void CheckScheduleOf(Context& context) {
  const ScheduleView& view = context.schedule;
  if (view.steps.empty()) return;
  bool whole = true;
  if (view.table != nullptr && context.sheet.format != SheetFormat::kLayout) {
    const LostCells lost(*view.table);
    for (const ScheduleStep& step : view.steps) {
      whole = whole && (step.row == nullptr || !lost.In(*step.row));
    }
  }
  std::vector<TableRow> rows;
  rows.reserve(view.steps.size());
  for (const ScheduleStep& step : view.steps) {
    rows.push_back({step.name, step.total, &step.amount, {}});
    CheckBackwards(context, step);
  }
  // A row with figures under wrong headings: no column can be added up.
  if (whole) {
    CheckColumnTotals(context, rows,
                      {"schedule.sum", std::string(kSection),
                       HeadingOf(view.table, ColumnRole::kAmount, "집행금액")});
    CheckHalfInTwoMonths(context);
    CheckAgainstBasis(context);
  }
  CheckFiscalYear(context);
}

}  // namespace yesan::internal
