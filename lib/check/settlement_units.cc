// 결산: a row, a column or a table that is printed in another unit than its heading says. A thousand times more or less than
// everything beside it is no growth.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/check/settlement_rows.h"

namespace yesan::internal {
namespace {

// What lies between two of 원, 천원, 백만원 and 억원, when `large` is about so many times `small`: half to twice as much. 0
// otherwise. A hundred times, 억원 for 백만원, may be growth where the two are not printed in those units.
std::int64_t Slip(Money small, Money large, std::int64_t units) {
  if (small.sign() <= 0 || large.sign() <= 0) return 0;
  for (const std::int64_t factor : {std::int64_t{100}, std::int64_t{1'000}, std::int64_t{100'000},
                                    std::int64_t{1'000'000}, std::int64_t{100'000'000}}) {
    if (factor == 100 && units != factor) continue;
    const auto low = Multiply(small, factor / 2);
    const auto high = Multiply(small, factor * 2);
    if (low && high && *low <= large && large <= *high) return factor;
  }
  return 0;
}

// The factor that lies between two amounts, whichever is the larger.
std::int64_t SlipBetween(Money a, Money b, std::int64_t units = 1) {
  return a < b ? Slip(a, b, units) : Slip(b, a, units);
}
std::int64_t SlipBetween(const Quantity& a, const Quantity& b) {
  const std::int64_t in_won = FactorInWon(a.unit), other = FactorInWon(b.unit);
  return SlipBetween(a.value, b.value,
                     std::max(in_won, other) / std::max<std::int64_t>(std::min(in_won, other), 1));
}

bool Alike(Money a, Money b) {
  if (a.sign() <= 0 || b.sign() <= 0) return false;
  const Money& small = std::min(a, b);
  const auto most = Multiply(small, std::int64_t{4});
  return most && std::max(a, b) <= *most;
}

// An amount that says how much money a year of the program is: of a settlement, or a budget of the overview. What it is
// called is only put together where it is asked about.
struct Point {
  std::int32_t year = 0;
  Quantity amount;
  const SettlementYear* settled = nullptr;
  SettlementColumn column = SettlementColumn::kCurrentBudget;
  ColumnRole budget = ColumnRole::kCurrent;  // where nothing is settled
  YearRow* row = nullptr;                    // of the settlement
};

Message NameOf(const Context& context, const Point& point) {
  if (point.settled != nullptr) {
    return {YearLabel(*point.settled) + " 결산의 " + ColumnName(context, point.column),
            EnglishColumn(context, point.column) + " of " + YearLabelEn(*point.settled)};
  }
  const bool prior = point.budget == ColumnRole::kPrior;
  const std::string heading =
      HeadingOf(context.overview.table, point.budget, prior ? "전년도 예산액" : "올해 예산액");
  return {"예산 총괄의 " + heading, "budget of the overview (" + heading + ")"};
}

std::string FactorEn(std::int64_t factor) {
  std::string text = std::to_string(factor);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

void Ask(Context& context, const Point& doubted, const Point& other, std::int64_t factor) {
  const bool more = doubted.amount.value > other.amount.value;
  const std::string times = FactorEn(factor);
  const auto ko = [&](const Quantity& amount) { return context.Ko(amount, amount.value); };
  const auto en = [&](const Quantity& amount) { return context.En(amount, amount.value); };
  const Message name = NameOf(context, doubted);
  const Message name_other = NameOf(context, other);
  context.Report("settlement.unit_slip", doubted.amount.place,
                 Subject({kSettlementSection, YearLabel(*doubted.settled),
                          ColumnName(context, doubted.column)}),
                 std::string(doubted.amount.printed), "", "",
                 {With(name.ko, Particle::kTopic) + " " + ko(doubted.amount) + "인데, " +
                      With(name_other.ko, Particle::kTopic) + " " + ko(other.amount) +
                      "입니다. 약 " + times + "배 차이이니 단위가 잘못 적혔는지 확인이 필요합니다.",
                  "The " + name.en + " is " + en(doubted.amount) + ", but the " + name_other.en +
                      " is " + en(other.amount) + ": about " + times + " times " +
                      (more ? "as much" : "less") + "; is it in another unit?"});
}

Point PointOf(const SettlementYear& row, SettlementColumn column, const Quantity& amount) {
  Point point;
  point.year = row.year;
  point.amount = amount;
  point.settled = &row;
  point.column = column;
  return point;
}

// The two budgets of the overview, when they are alike: A first.
std::vector<Point> BudgetsOf(const Context& context) {
  const OverviewView& overview = context.overview;
  const auto total = std::find_if(overview.rows.begin(), overview.rows.end(),
                                  [](const OverviewRow& row) { return row.total; });
  if (total == overview.rows.end()) return {};
  const auto prior = TotalOf(total->prior);
  const auto current = TotalOf(total->current);
  if (!prior || !current || !IsMoney(prior->unit) || !IsMoney(current->unit) ||
      !Alike(prior->value, current->value))
    return {};
  Point a;
  a.amount = *prior;
  a.budget = ColumnRole::kPrior;
  Point b;
  b.amount = *current;
  return {a, b};
}

// One row among others that are alike. Of two rows the budgets tell which.
bool AskAboutRow(Context& context, const std::vector<Point>& rows,
                 const std::vector<Point>& budgets) {
  std::vector<Point> points = rows;
  if (rows.size() < 3) points.insert(points.end(), budgets.begin(), budgets.end());
  if (points.size() < 3) return false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Point* other = nullptr;
    std::int64_t factor = 0;
    bool plain = true;
    for (std::size_t k = 0; k < points.size() && plain; ++k) {
      if (k == i) continue;
      const std::int64_t slip = SlipBetween(rows[i].amount, points[k].amount);
      plain = slip != 0 && (other == nullptr ||
                            (slip == factor && Alike(other->amount.value, points[k].amount.value)));
      factor = slip;
      if (other == nullptr || k + 1 == i) other = &points[k];
    }
    if (!plain || other == nullptr) continue;
    Ask(context, rows[i], *other, factor);
    rows[i].row->link_doubted = true;
    return true;
  }
  return false;
}

// A table of another size than the budgets that follow it.
void AskAboutTable(Context& context, const std::vector<Point>& rows,
                   const std::vector<Point>& budgets) {
  if (rows.empty() || budgets.empty()) return;
  const Point& newest = *std::max_element(
      rows.begin(), rows.end(), [](const Point& a, const Point& b) { return a.year < b.year; });
  std::int64_t factor = 0;
  for (const Point& budget : budgets) {
    const std::int64_t slip = SlipBetween(newest.amount, budget.amount);
    if (slip == 0 || (factor != 0 && slip != factor)) return;
    factor = slip;
  }
  for (const Point& row : rows) {
    if (!Alike(newest.amount.value, row.amount.value)) return;
  }
  Ask(context, newest, budgets.front(), factor);
}

// A column that is a thousand times less or more than the current budget in every row. Where the rows add up it is right.
void AskAboutColumn(Context& context, const std::vector<YearRow>& years, SettlementColumn column) {
  std::int64_t factor = 0;
  std::size_t rows = 0;
  const YearRow* first = nullptr;
  for (const YearRow& year : years) {
    const auto budget = year.row.current_budget.total;
    const auto amount = year.row.at(column).total;
    if (!budget || !amount || budget->is_zero()) continue;
    const std::int64_t slip = SlipBetween(*amount, *budget);
    if (slip == 0 || (rows > 0 && slip != factor)) return;
    factor = slip;
    ++rows;
    if (first == nullptr) first = &year;
    auto checks = CheckRow(year.row);
    if (!checks) return;
    for (const IdentityCheck& check : *checks) {
      const bool part =
          check.identity == Identity::kPartWithinTotal || check.side == AmountSide::kSubsidyPart;
      if (!part && check.holds &&
          std::find(check.columns.begin(), check.columns.end(), column) != check.columns.end())
        return;
    }
  }
  if (rows < 2) return;
  const auto amount =
      TotalOf(column == SettlementColumn::kAdopted ? first->adopted : first->view->disbursed);
  const auto budget = TotalOf(first->view->current_budget);
  if (!amount || !budget || !IsMoney(amount->unit)) return;
  Ask(context, PointOf(*first->view, column, *amount),
      PointOf(*first->view, SettlementColumn::kCurrentBudget, *budget), factor);
}

}  // namespace

void CheckSettlementUnits(Context& context, std::vector<YearRow>& years) {
  constexpr SettlementColumn kBudget = SettlementColumn::kCurrentBudget;
  std::vector<Point> rows;
  for (YearRow& year : years) {
    const auto amount = TotalOf(year.view->current_budget);
    // A year without money says nothing about the unit.
    if (amount && IsMoney(amount->unit) && amount->value.sign() > 0 && year.row.at(kBudget).total) {
      rows.push_back(PointOf(*year.view, kBudget, *amount));
      rows.back().row = &year;
    }
  }
  const std::vector<Point> budgets = BudgetsOf(context);
  if (!AskAboutRow(context, rows, budgets)) AskAboutTable(context, rows, budgets);
  for (const SettlementColumn column : {SettlementColumn::kAdopted, SettlementColumn::kDisbursed})
    AskAboutColumn(context, years, column);
}

}  // namespace yesan::internal
