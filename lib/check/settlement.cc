// 결산: the identities of a row.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "lib/check/lost_cells.h"
#include "lib/check/settlement_rows.h"
#include "lib/check/tables.h"

namespace yesan::internal {
namespace {

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
  const std::string subject = Subject({kSettlementSection, label, column});
  const std::string part = check.side == AmountSide::kSubsidyPart ? "(국비 등 내역)" : "";
  const std::string_view part_en = check.side == AmountSide::kSubsidyPart ? " (subsidy part)" : "";
  if (ExplainedByUnit(*stated, check)) {
    SumFit fit;
    fit.sum = check.expected;
    fit.difference = check.difference;
    ReportRounded(context, *stated, fit, kSettlementSection, label + " " + column);
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
       "The " + EnglishColumn(context, check.columns.front()) + " of " + YearLabelEn(*year.view) +
           std::string(part_en) + " is printed as " + context.En(*stated, check.stated) + ", but " +
           how_en + " " + context.En(*stated, check.expected) + "; the difference is " +
           context.En(*stated, check.difference) + "."});
}

void ReportPart(Context& context, const YearRow& year, const IdentityCheck& check) {
  for (const Figure* figure : FiguresOf(year, check.columns.front())) {
    const auto part = PartOf(*figure);
    const auto total = TotalOf(*figure, Nothing::kDashIsZero);
    if (!part || !total) continue;
    if (check.holds) return;
    const std::string column = ColumnName(context, check.columns.front());
    const std::string label = YearLabel(*year.view);
    context.Report(
        "subsidy.part", part->place, Subject({kSettlementSection, label, column}),
        std::string(part->printed), "", "",
        {label + " " + column + "의 국비 등 내역 " +
             With(context.Ko(*part, part->value), Particle::kSubject) + " 전체 금액 " +
             context.Ko(*total, total->value) + "보다 큽니다.",
         "The subsidy part " + context.En(*part, part->value) + " of the " +
             EnglishColumn(context, check.columns.front()) + " of " + YearLabelEn(*year.view) +
             " is larger than its total " + context.En(*total, total->value) + "."});
    return;
  }
}

// 최종예산 = 예산액 + 추경, and 이월액 = 명시 + 사고 + 계속비, where a table prints both.
void CheckColumnsWithin(Context& context, const YearRow& year, const TableShape& shape) {
  const Table* table = context.settlement.table;
  if (table == nullptr || year.view->row == nullptr) return;
  const auto prove = [&](std::string_view rule, const Figure& total_figure,
                         const std::vector<Figure>& parts, const std::string& name,
                         SettlementColumn column) {
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
    CoverSum(context, rule, fit, WithParts(*total, quantities));
    const std::string label = YearLabel(*year.view);
    if (fit.fit == Fit::kRounded)
      ReportRounded(context, *total, fit, kSettlementSection, label + " " + name);
    if (fit.fit != Fit::kOff) return;
    context.Report(rule, total->place, Subject({kSettlementSection, label, name}),
                   std::string(total->printed), context.At(*total, fit.sum),
                   context.At(*total, fit.difference),
                   {label + " 결산의 " + With(name, Particle::kTopic) + " " +
                        context.Ko(*total, total->value) + "인데, 내역을 더하면 " +
                        context.Ko(*total, fit.sum) + "입니다.",
                    "The " + EnglishColumn(context, column) + " of " + YearLabelEn(*year.view) +
                        " is printed as " + context.En(*total, total->value) +
                        ", but its parts add up to " + context.En(*total, fit.sum) + "."});
  };
  if (shape.final_adopted >= 0 && shape.original_adopted >= 0 && shape.supplementary >= 0) {
    prove("settlement.adopted", year.adopted,
          {FigureAt(*table, *year.view->row, shape.original_adopted),
           FigureAt(*table, *year.view->row, shape.supplementary)},
          "최종예산", SettlementColumn::kAdopted);
  }
  if (shape.carryover_total >= 0 && !year.carryovers_out.empty() &&
      year.carryovers_out.front().state == FigureState::kValue) {
    std::vector<Figure> kinds;
    for (const std::int32_t column : shape.carryover_kinds)
      kinds.push_back(FigureAt(*table, *year.view->row, column));
    prove("settlement.carryover", year.carryovers_out.front(), kinds,
          ColumnName(context, SettlementColumn::kCarryoverOut), SettlementColumn::kCarryoverOut);
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
    const bool part = check.side == AmountSide::kSubsidyPart;
    std::vector<Quantity> looked_at;
    looked_at.reserve(check.columns.size() + 2);  // some columns are printed as two or three
    std::size_t added = 0;  // what is left is the current budget less the others
    for (SettlementColumn column : check.columns) {
      for (const Figure* figure : FiguresOf(year, column)) {
        const auto quantity = part ? PartOf(*figure) : TotalOf(*figure, Nothing::kDashIsZero);
        if (quantity) looked_at.push_back(*quantity);
      }
      if (column == SettlementColumn::kCurrentBudget) added = looked_at.size();
    }
    const bool left = check.identity == Identity::kLapsedBalance;
    SumFit holds;
    holds.fit = check.holds ? Fit::kExact : Fit::kOff;
    CoverSum(context, RuleOf(check.identity), holds, looked_at,
             part ? FigureSide::kPart : FigureSide::kTotal, left ? looked_at.size() - added : 0);
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
        if (check.side != AmountSide::kTotal || check.identity != Identity::kLapsedBalance)
          continue;
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

// Without a column of changes the current budget is what was adopted and carried in. Where it is not, the column is missing
// rather than the figures wrong: it is asked for once.
void CheckWithoutAdjustment(Context& context, const std::vector<YearRow>& years,
                            const TableShape& shape) {
  const Table* table = context.settlement.table;
  // A 추경 beside 최종예산 may be part of it, or the change itself: whichever the row fits.
  const bool beside = table != nullptr && shape.supplementary >= 0 && !shape.add_supplementary &&
                      shape.original_adopted < 0;
  std::vector<std::string> ko;
  std::vector<std::string> en;
  std::optional<Quantity> first;
  SumFit first_fit;
  std::string first_label;
  std::size_t held = 0;
  std::optional<Money> meant;  // what was adopted, where one year alone is off
  std::optional<Quantity> misprinted;
  for (const YearRow& year : years) {
    if (!year.adjustments.empty() || !year.row.adopted.total) continue;
    const auto budget = TotalOf(year.view->current_budget);
    const auto carried = TotalOf(year.view->carryover_in, Nothing::kDashIsZero);
    auto adopted = TotalOf(year.adopted, Nothing::kDashIsZero);
    if (!budget || !carried || !adopted) continue;
    adopted->value = *year.row.adopted.total;  // with its supplement, where both are printed
    const SumFit fit = Compare(*budget, {*adopted, *carried});
    if (fit.fit == Fit::kUnknown) continue;
    if (!beside) CoverSum(context, "settlement.no_adjustment", fit, {*budget, *adopted, *carried});
    if (fit.fit == Fit::kExact && !budget->value.is_zero()) ++held;
    if (fit.fit != Fit::kOff) continue;
    if (beside && year.view->row != nullptr) {
      const auto more =
          TotalOf(FigureAt(*table, *year.view->row, shape.supplementary), Nothing::kDashIsZero);
      if (more && Compare(*budget, {*adopted, *carried, *more}).fit != Fit::kOff) continue;
    }
    ko.push_back(YearLabel(*year.view) + " " + context.Ko(*budget, fit.difference));
    en.push_back(YearLabelEn(*year.view) + ": " + context.En(*budget, fit.difference));
    if (first) continue;
    if (const auto right = Add(adopted->value, fit.difference); right && *right != adopted->value) {
      meant = *right;
      misprinted = adopted;
    }
    first = budget;
    first_fit = fit;
    first_label = YearLabel(*year.view);
  }
  if (!first) return;
  Message slip;
  if (ko.size() == 1 && held > 1 && meant && IsOneSlip(*misprinted, *meant)) {
    slip.ko = " 다른 해에는 맞으므로 " +
              With(context.Ko(*misprinted, misprinted->value), Particle::kTopic) + " " +
              With(context.Ko(*misprinted, *meant), Particle::kObject) +
              " 잘못 적은 것일 수도 있습니다.";
    slip.en = " It holds in the other years: " + context.En(*misprinted, misprinted->value) +
              " may be a misprint of " + context.En(*misprinted, *meant) + ".";
  }
  const std::string budget = ColumnName(context, SettlementColumn::kCurrentBudget);
  context.Report("settlement.no_adjustment", first->place,
                 Subject({kSettlementSection, first_label, budget}), std::string(first->printed),
                 context.At(*first, first_fit.sum), context.At(*first, first_fit.difference),
                 {With(budget, Particle::kSubject) + " " +
                      With(ColumnName(context, SettlementColumn::kAdopted), Particle::kAnd) + " " +
                      ColumnName(context, SettlementColumn::kCarryoverIn) + "의 합과 다릅니다(" +
                      Join(ko, ", ") + "). " +
                      (beside ? Quoted(HeadingOf(table, ColumnRole::kSupplementary, "추경"),
                                       Language::kKorean) +
                                    " 열을 더해도 다르니 "
                              : "") +
                      "'예산변경' 열이 빠진 것인지 확인이 필요합니다." + slip.ko,
                  "The " + EnglishColumn(context, SettlementColumn::kCurrentBudget) +
                      " is not what was adopted and carried in (" + Join(en, "; ") +
                      "): is the column \"예산변경\" (net adjustment) missing?" + slip.en});
}

}  // namespace

void CheckSettlementOf(Context& context) {
  const SettlementView& view = context.settlement;
  if (view.years.empty()) return;
  const TableShape shape = ShapeOf(view);
  const std::vector<SettlementYear> read = ReadBrackets(view, shape);
  std::vector<YearRow> years;
  years.reserve(read.size());
  for (const SettlementYear& year : read) years.push_back(BuildYearRow(year, view.table, shape));
  std::optional<LostCells> lost;
  if (view.table != nullptr && context.sheet.format != SheetFormat::kLayout)
    lost.emplace(*view.table);
  for (std::size_t i = 0; i < years.size(); ++i) {
    YearRow& year = years[i];
    if (lost && year.view->row != nullptr && lost->In(*year.view->row)) {
      year.row = SettlementRow{};  // figures under wrong headings link with nothing
      continue;
    }
    CheckIdentities(context, year);
    CheckColumnsWithin(context, year, shape);
    CheckSettlementHoles(context, year, view.years[i], shape);
    CheckSettlementLimits(context, year);
    CheckSettlementRate(context, year);
  }
  CheckWithoutAdjustment(context, years, shape);
  CheckSettlementUnits(context, years);
  CheckSettlementYears(context, years);
  CheckSettlementLinks(context, years);
}

}  // namespace yesan::internal
