// 결산: the identities of a row, the link between years, the rate, the years themselves.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/tables.h"
#include "yesan/settlement/comparison.h"
#include "yesan/settlement/execution_rate.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "결산";

// A row of the view with the columns that stand apart in print put together, and its row of the settlement module.
struct YearRow {
  const SettlementYear* view = nullptr;
  Figure adopted;                     // 최종예산; 예산액 and 추경 put together where only they are printed
  std::vector<Figure> adjustments;    // every column of changes
  std::vector<Figure> carryovers_out; // 차년이월, or its kinds
  SettlementRow row;
  bool current_budget_doubted = false;  // I2 says that 예산현액 is misprinted, and I3 agrees
};

BudgetAmount AmountOf(const Figure& figure) {
  BudgetAmount amount;
  if (const auto total = TotalOf(figure, Nothing::kDashIsZero)) amount.total = total->value;
  if (const auto part = PartOf(figure)) {
    amount.part = part->value;
    amount.part_kind = figure.amount.part_kind == PartKind::kNone ? PartKind::kNone : PartKind::kStated;
  }
  return amount;
}

// The sum of columns; absent when one of them is, since a sum over some of them would be wrong.
BudgetAmount SumOf(const std::vector<Figure>& figures) {
  if (figures.empty()) return {};
  if (figures.size() == 1) return AmountOf(figures.front());
  SettlementRow all;
  std::vector<SettlementRow> rows;
  for (const Figure& figure : figures) {
    SettlementRow row;
    row.adopted = AmountOf(figure);
    rows.push_back(row);
  }
  auto sum = SumRows(rows);
  return sum ? sum->adopted : BudgetAmount{};
}

struct TableShape {
  bool refund_column = false;
  bool narrow = false;         // 집행잔액 is what is left beside the refund
  bool add_supplementary = false;
  std::int32_t final_adopted = -1;  // column of 최종예산 when several are called adopted
  std::int32_t supplementary = -1;
};

TableShape ShapeOf(const Table& table) {
  TableShape shape;
  int adopted = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnRole role = table.columns[i].role;
    if (role == ColumnRole::kSubsidyRefund) shape.refund_column = true;
    if (role == ColumnRole::kSupplementary) shape.supplementary = static_cast<std::int32_t>(i);
    if (role == ColumnRole::kAdopted) {
      ++adopted;
      shape.final_adopted = static_cast<std::int32_t>(i);
    }
  }
  if (adopted < 2) shape.final_adopted = -1;
  if (adopted == 1 && shape.supplementary >= 0) {
    const std::string heading = HeadingOf(&table, ColumnRole::kAdopted, "");
    shape.add_supplementary = heading.find("최종") == std::string::npos;
  }
  return shape;
}

Figure FigureAt(const Table& table, const Row& row, std::int32_t column) {
  if (column < 0 || static_cast<std::size_t>(column) >= table.columns.size()) return {};
  const Column& heading = table.columns[static_cast<std::size_t>(column)];
  return ReadFigure(CellOf(row, column), heading.unit != Unit::kNone ? heading.unit : table.unit);
}

// Columns that print what one column of the domain holds.
std::vector<Figure> Columns(const SettlementYear& year, const Table* table,
                            std::initializer_list<const Figure*> from_view,
                            std::initializer_list<ColumnRole> others) {
  std::vector<Figure> figures;
  for (const Figure* figure : from_view) {
    if (figure->state != FigureState::kAbsent) figures.push_back(*figure);
  }
  if (figures.empty() && table != nullptr && year.row != nullptr) {
    for (ColumnRole role : others) {
      Figure figure = FigureOf(*table, *year.row, role);
      if (figure.state != FigureState::kAbsent) figures.push_back(std::move(figure));
    }
  }
  return figures;
}

YearRow Build(const SettlementYear& year, const Table* table, const TableShape& shape) {
  YearRow out;
  out.view = &year;
  out.adopted = year.adopted;
  SettlementRow& row = out.row;
  row.fiscal_year = year.year;
  std::vector<Figure> adopted = {year.adopted};
  if (table != nullptr && year.row != nullptr) {
    if (shape.final_adopted >= 0) {
      out.adopted = FigureAt(*table, *year.row, shape.final_adopted);
      adopted = {out.adopted};
    } else if (shape.add_supplementary) {
      adopted.push_back(FigureAt(*table, *year.row, shape.supplementary));
    }
  }
  row.adopted = SumOf(adopted);
  row.carryover_in = AmountOf(year.carryover_in);
  out.adjustments = Columns(year, table, {&year.net_adjustment, &year.contingency, &year.transfer}, {});
  row.net_adjustment = SumOf(out.adjustments);
  row.current_budget = AmountOf(year.current_budget);
  row.disbursed = AmountOf(year.disbursed);
  out.carryovers_out = Columns(year, table, {&year.carryover_out},
                               {ColumnRole::kExplicitCarryover, ColumnRole::kAccidentalCarryover,
                                ColumnRole::kContinuingCarryover});
  row.carryover_out = SumOf(out.carryovers_out);
  if (shape.refund_column) row.subsidy_refund = AmountOf(year.subsidy_refund);
  if (shape.refund_column && shape.narrow) {
    row.unspent_balance = AmountOf(year.lapsed);
  } else {
    row.lapsed_balance = AmountOf(year.lapsed);
  }
  if (shape.refund_column && !shape.narrow) row.subsidy_refund = {};
  return out;
}

// 집행잔액 beside a column of refunds is what is left after them, or all that is left: whichever more rows fit.
bool ReadsNarrow(const SettlementView& view, TableShape shape) {
  int narrow = 0;
  int broad = 0;
  for (bool reading : {true, false}) {
    shape.narrow = reading;
    for (const SettlementYear& year : view.years) {
      auto checks = CheckRow(Build(year, view.table, shape).row);
      if (!checks) continue;
      for (const IdentityCheck& check : *checks) {
        if (check.identity == Identity::kLapsedBalance && check.side == AmountSide::kTotal &&
            check.holds) {
          ++(reading ? narrow : broad);
        }
      }
    }
  }
  return narrow >= broad;
}

std::string YearLabel(const SettlementYear& year) {
  return year.year != 0 ? std::to_string(year.year) + "년" : Excerpt(year.label.text);
}

// The figures that print a column of the row, the one that is answerable for it first.
std::vector<const Figure*> FiguresOf(const YearRow& year, SettlementColumn column) {
  std::vector<const Figure*> figures;
  const auto all = [&](const std::vector<Figure>& list) {
    for (const Figure& figure : list) figures.push_back(&figure);
  };
  switch (column) {
    case SettlementColumn::kAdopted:
      figures.push_back(&year.adopted);
      break;
    case SettlementColumn::kCarryoverIn:
      figures.push_back(&year.view->carryover_in);
      break;
    case SettlementColumn::kNetAdjustment:
      all(year.adjustments);
      break;
    case SettlementColumn::kCurrentBudget:
      figures.push_back(&year.view->current_budget);
      break;
    case SettlementColumn::kDisbursed:
      figures.push_back(&year.view->disbursed);
      break;
    case SettlementColumn::kCarryoverOut:
      all(year.carryovers_out);
      break;
    case SettlementColumn::kSubsidyRefund:
      figures.push_back(&year.view->subsidy_refund);
      break;
    case SettlementColumn::kUnspentBalance:
    case SettlementColumn::kLapsedBalance:
      figures.push_back(&year.view->lapsed);
      break;
  }
  return figures;
}

ColumnRole RoleOf(SettlementColumn column) {
  switch (column) {
    case SettlementColumn::kAdopted:
      return ColumnRole::kAdopted;
    case SettlementColumn::kCarryoverIn:
      return ColumnRole::kCarryoverIn;
    case SettlementColumn::kNetAdjustment:
      return ColumnRole::kNetAdjustment;
    case SettlementColumn::kCurrentBudget:
      return ColumnRole::kCurrentBudget;
    case SettlementColumn::kDisbursed:
      return ColumnRole::kDisbursed;
    case SettlementColumn::kCarryoverOut:
      return ColumnRole::kCarryoverOut;
    case SettlementColumn::kSubsidyRefund:
      return ColumnRole::kSubsidyRefund;
    case SettlementColumn::kUnspentBalance:
    case SettlementColumn::kLapsedBalance:
      return ColumnRole::kLapsed;
  }
  return ColumnRole::kUnknown;
}

std::string ColumnName(const Context& context, SettlementColumn column) {
  return HeadingOf(context.settlement.table, RoleOf(column), KoreanName(column));
}

std::string_view RuleOf(Identity identity) {
  switch (identity) {
    case Identity::kCurrentBudget:
      return "settlement.current_budget";
    case Identity::kLapsedBalance:
    case Identity::kRefund:
      return "settlement.lapsed";
    case Identity::kYearLink:
      return "settlement.year_link";
    case Identity::kPartWithinTotal:
      return "subsidy.part";
  }
  return "";
}

// The quantity at which a finding of an identity is placed.
std::optional<Quantity> StatedQuantity(const YearRow& year, const IdentityCheck& check) {
  if (check.columns.empty()) return std::nullopt;
  for (const Figure* figure : FiguresOf(year, check.columns.front())) {
    auto quantity = check.side == AmountSide::kSubsidyPart ? PartOf(*figure)
                                                           : TotalOf(*figure, Nothing::kDashIsZero);
    if (!quantity) continue;
    quantity->value = check.stated;
    return quantity;
  }
  return std::nullopt;
}

bool ExplainedByUnit(const Quantity& stated, const IdentityCheck& check) {
  const std::int64_t unit = stated.last_place();
  const auto size = Abs(check.difference);
  return unit >= 1'000'000 && IsMoney(stated.unit) && size &&
         size->minor() / unit <= static_cast<std::int64_t>((check.columns.size() - 1) / 2);
}

// `최종예산 + 전년이월 + 예산변경`, the columns but the first.
std::string Names(const Context& context, const std::vector<SettlementColumn>& columns,
                  std::string_view joint) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < columns.size(); ++i) names.push_back(ColumnName(context, columns[i]));
  return Join(names, joint);
}

void ReportIdentity(Context& context, const YearRow& year, const IdentityCheck& check) {
  const auto stated = StatedQuantity(year, check);
  if (!stated) return;
  const std::string column = ColumnName(context, check.columns.front());
  const std::string label = YearLabel(*year.view);
  const std::string subject = Subject({kSection, label, column});
  const std::string part = check.side == AmountSide::kSubsidyPart ? "(국비 등 내역)" : "";
  const std::string_view part_en = check.side == AmountSide::kSubsidyPart ? " (subsidy part)" : "";
  if (ExplainedByUnit(*stated, check)) {
    SumFit fit;
    fit.sum = check.expected;
    fit.difference = check.difference;
    ReportRounded(context, *stated, fit, kSection, label + " " + column);
    return;
  }
  const bool left = check.identity == Identity::kLapsedBalance;
  std::string how;
  std::string how_en;
  if (left) {
    how = ColumnName(context, SettlementColumn::kCurrentBudget) + "에서 집행액과 이월액 등을 빼면";
    how_en = "the current budget less what was disbursed and carried over gives";
  } else {
    const std::string names = Names(context, check.columns, ", ");
    how = With(names, Particle::kObject) + " 더하면";
    how_en = "its parts add up to";
  }
  context.Report(
      RuleOf(check.identity), stated->place, subject, std::string(stated->printed),
      context.At(*stated, check.expected), context.At(*stated, check.difference),
      {label + " 결산의 " + With(column + part, Particle::kTopic) + " " +
           context.Ko(*stated, check.stated) + "인데, " + how + " " +
           context.Ko(*stated, check.expected) + "입니다. 차이는 " +
           context.Ko(*stated, check.difference) + "입니다.",
       "Settlement of " + std::to_string(year.view->year) + ": " + column + std::string(part_en) +
           " is printed as " + context.En(*stated, check.stated) + ", but " + how_en + " " +
           context.En(*stated, check.expected) + "; the difference is " +
           context.En(*stated, check.difference) + "."});
}

void ReportPart(Context& context, const YearRow& year, const IdentityCheck& check) {
  for (const Figure* figure : FiguresOf(year, check.columns.front())) {
    const auto part = PartOf(*figure);
    const auto total = TotalOf(*figure, Nothing::kDashIsZero);
    if (!part || !total) continue;
    context.Cover("subsidy.part", part->place);
    if (check.holds) return;
    const std::string column = ColumnName(context, check.columns.front());
    const std::string label = YearLabel(*year.view);
    context.Report("subsidy.part", part->place, Subject({kSection, label, column}),
                   std::string(part->printed), "", "",
                   {label + " " + column + "의 국비 등 내역 " +
                        With(context.Ko(*part, part->value), Particle::kSubject) + " 전체 금액 " +
                        context.Ko(*total, total->value) + "보다 큽니다.",
                    "The subsidy part " + context.En(*part, part->value) + " of " + label + " " +
                        column + " is larger than its total " + context.En(*total, total->value) +
                        "."});
    return;
  }
}

// A blank in a row whose other figures say what it should be.
void CheckBlank(Context& context, const YearRow& year) {
  struct Side {
    const Figure* figure;
    int sign;
  };
  const auto prove = [&](std::vector<Side> sides) {
    const Figure* blank = nullptr;
    int blank_sign = 0;
    Money sum;
    const Quantity* model = nullptr;
    std::vector<Quantity> quantities;
    quantities.reserve(sides.size());
    for (const Side& side : sides) {
      if (side.figure->state == FigureState::kBlank && !HasPartOnly(*side.figure)) {
        if (blank != nullptr) return;
        blank = side.figure;
        blank_sign = side.sign;
        continue;
      }
      auto quantity = TotalOf(*side.figure, Nothing::kDashIsZero);
      if (!quantity) return;
      quantities.push_back(*quantity);
      auto next = side.sign > 0 ? Add(sum, quantity->value) : Subtract(sum, quantity->value);
      if (!next) return;
      sum = *next;
    }
    if (blank == nullptr || quantities.empty() || sum.is_zero()) return;
    model = &quantities.front();
    auto needed = blank_sign > 0 ? Negate(sum) : Result<Money>(sum);
    if (!needed) return;
    const std::string label = YearLabel(*year.view);
    context.Report("presence.missing_figure",
                   blank->printed.place.known() ? blank->printed.place : year.view->label.place, Subject({kSection, label}), "",
                   context.At(*model, *needed), "",
                   {label + " 결산에 비어 있는 칸이 있습니다. 나머지 금액으로 보면 " +
                        With(context.Ko(*model, *needed), Particle::kSubject) + " 있어야 합니다.",
                    "A cell of the settlement of " + std::to_string(year.view->year) +
                        " is blank; the other figures need " + context.En(*model, *needed) +
                        " there."});
  };
  std::vector<Side> budget = {{&year.view->current_budget, -1},
                              {&year.adopted, 1},
                              {&year.view->carryover_in, 1}};
  if (year.adjustments.empty()) return;
  for (const Figure& figure : year.adjustments) budget.push_back({&figure, 1});
  prove(budget);
  if (year.carryovers_out.empty() || year.view->subsidy_refund.state != FigureState::kAbsent) return;
  std::vector<Side> spent = {{&year.view->current_budget, -1},
                             {&year.view->disbursed, 1},
                             {&year.view->lapsed, 1}};
  for (const Figure& figure : year.carryovers_out) spent.push_back({&figure, 1});
  prove(spent);
}

// 최종예산 = 예산액 + 추경, and 이월액 = 명시 + 사고 + 계속비, where a table prints both.
void CheckColumnsWithin(Context& context, const YearRow& year, const TableShape& shape) {
  const Table* table = context.settlement.table;
  if (table == nullptr || year.view->row == nullptr) return;
  const auto prove = [&](std::string_view rule, const Figure& total_figure,
                         const std::vector<Figure>& parts, const std::string& name) {
    const auto total = TotalOf(total_figure, Nothing::kDashIsZero);
    std::vector<Quantity> quantities;
    for (const Figure& part : parts) {
      const auto quantity = TotalOf(part, Nothing::kDashIsZero);
      if (!quantity) return;
      quantities.push_back(*quantity);
    }
    if (!total || quantities.size() < 2) return;
    const SumFit fit = Compare(*total, quantities);
    if (fit.fit == Fit::kUnknown) return;
    context.Cover(rule, total->place);
    context.Cover(rule, quantities);
    const std::string label = YearLabel(*year.view);
    if (fit.fit == Fit::kRounded) ReportRounded(context, *total, fit, kSection, label + " " + name);
    if (fit.fit != Fit::kOff) return;
    context.Report(rule, total->place, Subject({kSection, label, name}), std::string(total->printed),
                   context.At(*total, fit.sum), context.At(*total, fit.difference),
                   {label + " 결산의 " + With(name, Particle::kTopic) + " " +
                        context.Ko(*total, total->value) + "인데, 내역을 더하면 " +
                        context.Ko(*total, fit.sum) + "입니다.",
                    "Settlement of " + std::to_string(year.view->year) + ": " + name +
                        " is printed as " + context.En(*total, total->value) +
                        ", but its parts add up to " + context.En(*total, fit.sum) + "."});
  };
  if (shape.final_adopted >= 0 && shape.supplementary >= 0) {
    const std::int32_t first = Sheet::ColumnOf(*table, ColumnRole::kAdopted);
    if (first != shape.final_adopted) {
      prove("settlement.adopted", year.adopted,
            {FigureAt(*table, *year.view->row, first),
             FigureAt(*table, *year.view->row, shape.supplementary)},
            "최종예산");
    }
  }
  if (year.view->carryover_out.state == FigureState::kValue) {
    std::vector<Figure> kinds;
    for (ColumnRole role : {ColumnRole::kExplicitCarryover, ColumnRole::kAccidentalCarryover,
                            ColumnRole::kContinuingCarryover}) {
      Figure figure = FigureOf(*table, *year.view->row, role);
      if (figure.state != FigureState::kAbsent) kinds.push_back(std::move(figure));
    }
    prove("settlement.carryover", year.view->carryover_out, kinds,
          ColumnName(context, SettlementColumn::kCarryoverOut));
  }
}

void CheckIdentities(Context& context, YearRow& year) {
  auto checks = CheckRow(year.row);
  if (!checks) return;
  const IdentityCheck* budget = nullptr;
  for (const IdentityCheck& check : *checks) {
    if (check.identity == Identity::kPartWithinTotal) {
      ReportPart(context, year, check);
      continue;
    }
    const auto stated = StatedQuantity(year, check);
    if (!stated) continue;
    context.Evaluated(RuleOf(check.identity));
    for (SettlementColumn column : check.columns) {
      for (const Figure* figure : FiguresOf(year, column)) {
        context.Cover(RuleOf(check.identity), figure->printed.place);
      }
    }
    if (check.identity == Identity::kCurrentBudget && check.side == AmountSide::kTotal &&
        !check.holds) {
      budget = &check;
    }
  }
  // When the 예산현액 that its parts make also fits what was spent and left, it alone is misprinted.
  if (budget != nullptr) {
    SettlementRow corrected = year.row;
    corrected.current_budget.total = budget->expected;
    if (auto again = CheckRow(corrected)) {
      bool proved = false;
      bool holds = true;
      for (const IdentityCheck& check : *again) {
        if (check.side != AmountSide::kTotal || check.identity != Identity::kLapsedBalance) continue;
        proved = true;
        holds = holds && check.holds;
      }
      year.current_budget_doubted = proved && holds;
    }
    if (year.current_budget_doubted) year.row.current_budget.total = budget->expected;
  }
  for (const IdentityCheck& check : *checks) {
    if (check.holds || check.identity == Identity::kPartWithinTotal) continue;
    if (year.current_budget_doubted && check.side == AmountSide::kTotal &&
        check.identity == Identity::kLapsedBalance) {
      continue;
    }
    ReportIdentity(context, year, check);
  }
}

void CheckLinks(Context& context, const std::vector<YearRow>& years) {
  // A year that stands twice links with nothing: nobody can say which of the two is meant.
  std::map<std::int32_t, const YearRow*> by_year;
  for (const YearRow& year : years) {
    if (year.row.fiscal_year == 0) continue;
    const auto [at, first] = by_year.emplace(year.row.fiscal_year, &year);
    if (!first) at->second = nullptr;
  }
  for (const auto& [number, pointer] : by_year) {
    const auto found = by_year.find(number + 1);
    if (pointer == nullptr || found == by_year.end() || found->second == nullptr) continue;
    {
      const YearRow& year = *pointer;
      const YearRow& next = *found->second;
      auto checks = CheckYearLink(year.row, next.row);
      if (!checks) continue;
      for (const IdentityCheck& check : *checks) {
        const bool subsidy = check.side == AmountSide::kSubsidyPart;
        const auto in = subsidy ? PartOf(next.view->carryover_in)
                                : TotalOf(next.view->carryover_in, Nothing::kDashIsZero);
        if (!in) continue;
        context.Cover("settlement.year_link", in->place);
        for (const Figure& out : year.carryovers_out) {
          context.Cover("settlement.year_link", out.printed.place);
        }
        if (check.holds) continue;
        const std::string out_name = ColumnName(context, SettlementColumn::kCarryoverOut);
        const std::string in_name = ColumnName(context, SettlementColumn::kCarryoverIn);
        const std::string label = YearLabel(*next.view);
        context.Report(
            "settlement.year_link", in->place, Subject({kSection, label, in_name}),
            std::string(in->printed), context.At(*in, check.expected),
            context.At(*in, check.difference),
            {YearLabel(*year.view) + "의 " + out_name + (subsidy ? "(국비 등 내역)" : "") + " " +
                 With(context.Ko(*in, check.expected), Particle::kAnd) + " " + label + "의 " +
                 in_name + " " + With(context.Ko(*in, check.stated), Particle::kSubject) +
                 " 서로 다릅니다. 차이는 " + context.Ko(*in, check.difference) + "입니다.",
             "What was carried out of " + std::to_string(year.row.fiscal_year) + ", " +
                 context.En(*in, check.expected) + ", is not what came into " +
                 std::to_string(next.row.fiscal_year) + ", " + context.En(*in, check.stated) +
                 "; the difference is " + context.En(*in, check.difference) + "."});
      }
    }
  }
}

void CheckRate(Context& context, const YearRow& year) {
  const Figure& figure = year.view->execution_rate;
  const auto printed = RateOf(figure);
  const auto ratio = ExecutionRate(year.row);
  if (!printed || !ratio) return;
  const auto modes = ExplainExecutionRate(year.row, *printed);
  if (!modes) return;
  for (const Figure* part : {&figure, &year.view->disbursed, &year.view->current_budget}) {
    context.Cover("settlement.rate", part->printed.place);
  }
  const std::string label = YearLabel(*year.view);
  const std::string column = HeadingOf(context.settlement.table, ColumnRole::kExecutionRate, "집행률");
  const std::string subject = Subject({kSection, label, column});
  const auto base = TotalOf(year.view->current_budget);
  const bool coarse = base && base->last_place() >= 1'000'000;
  if (!modes->empty()) {
    if (!coarse) context.Rounded(figure, subject, *modes);
    return;
  }
  const std::int32_t digits = printed->scale();
  auto expected = ratio->ToPercent(digits, Rounding::kHalfUp);
  auto exact = ratio->ToPercent(digits + 3, Rounding::kDown);
  if (!expected || !exact) return;
  const std::string said = SayRate(*printed, digits, context.minus);
  auto difference = Subtract(*printed, expected->value);
  // In 백만원 the columns themselves are rounded; the rate was computed before that.
  if (coarse && difference) {
    const auto spent = year.row.disbursed.total;
    const auto budget = year.row.current_budget.total;
    const Money half(base->last_place() / 2);
    auto low_part = Subtract(*spent, half);
    auto high_part = Add(*spent, half);
    auto low_base = Subtract(*budget, half);
    auto high_base = Add(*budget, half);
    auto step = Decimal::Make(1, digits);
    if (low_part && high_part && low_base && high_base && step && low_base->sign() > 0) {
      auto low = Percent(*low_part, *high_base, digits + 6, Rounding::kDown);
      auto high = Percent(*high_part, *low_base, digits + 6, Rounding::kUp);
      auto least = Subtract(*printed, *step);
      auto most = Add(*printed, *step);
      if (low && high && least && most && *least < *high && *low < *most) {
        context.Report("rounding.rate", figure.printed.place, subject,
                       std::string(figure.printed.text), SayRate(expected->value, digits, context.minus),
                       "",
                       {label + "의 " + column + " " + With(said, Particle::kTopic) +
                            " 표시된 금액으로 계산한 값과 다르지만, 단위 미만을 버리기 전의 금액으로 "
                            "계산한 것일 수 있습니다.",
                        "The rate " + said + " of " + label +
                            " differs from that of the printed amounts by no more than their unit "
                            "explains."});
        return;
      }
    }
  }
  context.Report("settlement.rate", figure.printed.place, subject, std::string(figure.printed.text),
                 SayRate(expected->value, digits, context.minus),
                 difference ? SayRate(*difference, digits, context.minus) : std::string(),
                 {label + "의 " + With(column, Particle::kTopic) + " " + said + "인데, 집행액을 예산현액으로 나누면 " +
                      SayRate(exact->value, digits + 3, context.minus) + " 정도입니다.",
                  "The execution rate of " + std::to_string(year.view->year) + " is printed as " +
                      said + ", but disbursed over current budget is about " +
                      SayRate(exact->value, digits + 3, context.minus) + "."});
}

void CheckYears(Context& context) {
  const std::vector<SettlementYear>& years = context.settlement.years;
  std::vector<const SettlementYear*> dated;
  for (const SettlementYear& year : years) {
    if (year.year != 0) dated.push_back(&year);
  }
  if (dated.empty()) return;
  for (const SettlementYear* year : dated) context.Cover("settlement.years", year->label.place);
  // The run of years that most rows belong to; a sheet of year N ends it with N−2, which decides where two are equally
  // many.
  std::map<std::pair<std::int32_t, std::int32_t>, int> votes;  // (step, year of the first row)
  const auto count = static_cast<std::int32_t>(dated.size());
  for (std::int32_t i = 0; i < count; ++i) {
    for (std::int32_t step : {1, -1}) ++votes[{step, dated[static_cast<std::size_t>(i)]->year - i * step}];
  }
  std::pair<std::int32_t, std::int32_t> run{1, dated.front()->year};
  int best = -1;
  for (const auto& [candidate, n] : votes) {
    const std::int32_t newest_year =
        candidate.first > 0 ? candidate.second + count - 1 : candidate.second;
    const int weight = n * 4 + (newest_year == context.fiscal_year - 2 ? 2 : 0) + (candidate.first > 0 ? 1 : 0);
    if (weight <= best) continue;
    best = weight;
    run = candidate;
  }
  bool consecutive = true;
  for (std::int32_t i = 0; i < count; ++i) {
    const SettlementYear& year = *dated[static_cast<std::size_t>(i)];
    const std::int32_t wanted = run.second + i * run.first;
    if (year.year == wanted) continue;
    consecutive = false;
    const std::string expected = std::to_string(wanted);
    const std::string printed = std::to_string(year.year);
    context.Report("settlement.years", year.label.place, Subject({kSection, "연도"}),
                   std::string(year.label.text), expected, "",
                   {"결산 연도가 이어지지 않습니다. " + expected + "년이 있을 자리에 " + printed +
                        "년이 적혀 있습니다.",
                    "The years of the settlement do not follow each other: " + printed +
                        " stands where " + expected + " should."});
  }
  if (!consecutive || context.fiscal_year == 0) return;
  // A sheet of year N is written in N−1, when N−2 is the last year settled; a supplementary budget in N, when it is N−1.
  const std::int32_t last = std::max(dated.front()->year, dated.back()->year);
  const std::int32_t first = std::min(dated.front()->year, dated.back()->year);
  const SettlementYear* newest = dated.front()->year == last ? dated.front() : dated.back();
  const std::int32_t n = context.fiscal_year;
  if (last != n - 2 && last != n - 1) {
    context.Report("settlement.latest_year", newest->label.place, Subject({kSection, "연도"}),
                   std::string(newest->label.text), std::to_string(n - 2), "",
                   {std::to_string(n) + "년도 예산서에는 보통 " + std::to_string(n - 4) + "~" +
                        std::to_string(n - 2) + "년 결산이 실리는데, 마지막 연도가 " +
                        std::to_string(last) + "년입니다.",
                    "A budget of " + std::to_string(n) + " usually shows the settlements of " +
                        std::to_string(n - 4) + " to " + std::to_string(n - 2) + ", but the last one is " +
                        std::to_string(last) + "."});
    return;
  }
  if (last - first != 2) {
    context.Report("settlement.three_years", newest->label.place, Subject({kSection, "연도"}),
                   std::to_string(first) + "~" + std::to_string(last),
                   std::to_string(last - 2) + "~" + std::to_string(last), "",
                   {"최근 3년이 아니라 " + std::to_string(last - first + 1) +
                        "년의 결산만 실려 있습니다(" + std::to_string(first) + "~" +
                        std::to_string(last) + "년).",
                    "The settlement shows " + std::to_string(last - first + 1) +
                        " year(s) instead of three: " + std::to_string(first) + " to " +
                        std::to_string(last) + "."});
  }
}

}  // namespace

void CheckSettlementOf(Context& context) {
  const SettlementView& view = context.settlement;
  if (view.years.empty()) return;
  TableShape shape;
  if (view.table != nullptr) shape = ShapeOf(*view.table);
  for (const SettlementYear& year : view.years) {
    if (year.subsidy_refund.state != FigureState::kAbsent) shape.refund_column = true;
  }
  if (shape.refund_column) shape.narrow = ReadsNarrow(view, shape);
  std::vector<YearRow> years;
  for (const SettlementYear& year : view.years) years.push_back(Build(year, view.table, shape));
  for (YearRow& year : years) {
    CheckIdentities(context, year);
    CheckColumnsWithin(context, year, shape);
    CheckBlank(context, year);
    CheckRate(context, year);
  }
  CheckLinks(context, years);
  CheckYears(context);
}

}  // namespace yesan::internal
