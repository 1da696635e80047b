// 결산: no more is spent than there is to spend.
#include <optional>
#include <string>
#include <string_view>

#include "lib/check/settlement_rows.h"

namespace yesan::internal {
namespace {

// What goes out of the current budget, and the budget itself, on one side of the row.
struct Spending {
  std::optional<Money> budget, disbursed, carried;
};

Spending SpendingOf(const SettlementRow& row, AmountSide side) {
  if (side == AmountSide::kTotal)
    return {row.current_budget.total, row.disbursed.total, row.carryover_out.total};
  return {row.current_budget.subsidy(), row.disbursed.subsidy(), row.carryover_out.subsidy()};
}

// Whether the identity of what is left was evaluated and does not hold: it says all there is to say about a carryover.
bool BalanceIsOff(const SettlementRow& row, AmountSide side) {
  auto checks = CheckRow(row);
  if (!checks) return true;
  for (const IdentityCheck& check : *checks) {
    if (check.identity == Identity::kLapsedBalance && check.side == side && !check.holds)
      return true;
  }
  return false;
}

}  // namespace

void CheckSettlementLimits(Context& context, const YearRow& year) {
  for (const AmountSide side : {AmountSide::kTotal, AmountSide::kSubsidyPart}) {
    const Spending spending = SpendingOf(year.row, side);
    if (!spending.budget || !spending.disbursed || spending.budget->sign() < 0) continue;
    const bool part = side == AmountSide::kSubsidyPart;
    const auto place = part ? PartOf(year.view->disbursed) : TotalOf(year.view->disbursed);
    if (!place) continue;
    bool carries = false;
    Money out = *spending.disbursed;
    if (out <= *spending.budget) {
      if (!spending.carried || spending.carried->sign() <= 0 || BalanceIsOff(year.row, side))
        continue;
      const auto both = Add(out, *spending.carried);
      if (!both) continue;
      out = *both;
      carries = true;
    }
    const auto over = Subtract(out, *spending.budget);
    if (!over || over->sign() <= 0) continue;
    // Two amounts that were rounded to 백만원 or above may make one unit more than their sum.
    if (carries && place->last_place() >= 1'000'000 && over->minor() <= place->last_place())
      continue;
    const std::string spent = ColumnName(context, SettlementColumn::kDisbursed);
    const std::string carried = ColumnName(context, SettlementColumn::kCarryoverOut);
    const std::string budget = ColumnName(context, SettlementColumn::kCurrentBudget);
    const std::string label = YearLabel(*year.view);
    const std::string_view note = part ? "(국비 등 내역)" : "";
    const std::string what =
        carries ? With(spent, Particle::kAnd) + " " + carried + "의 합" : spent;
    std::string what_en = EnglishColumn(context, SettlementColumn::kDisbursed);
    if (carries) what_en += " and " + EnglishColumn(context, SettlementColumn::kCarryoverOut);
    context.Report(
        "settlement.overspent", place->place, Subject({kSettlementSection, label, spent}),
        std::string(place->printed), "", context.At(*place, *over),
        {label + " 결산의 " + what + std::string(note) + " " +
             With(context.Ko(*place, out), Particle::kSubject) + " " + budget + " " +
             context.Ko(*place, *spending.budget) + "보다 " + context.Ko(*place, *over) +
             " 많습니다. 예산을 넘겨 집행할 수 없습니다.",
         (part ? "The subsidy part of " : "The ") + what_en + " of " + YearLabelEn(*year.view) +
             ", " + context.En(*place, out) + ", is more than the " +
             EnglishColumn(context, SettlementColumn::kCurrentBudget) + ", " +
             context.En(*place, *spending.budget) + ", by " + context.En(*place, *over) +
             ": no money is spent above the budget."});
  }
}

}  // namespace yesan::internal
