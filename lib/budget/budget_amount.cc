#include "yesan/budget/budget_amount.h"

#include <cstdint>
#include <utility>

namespace yesan {
namespace {

// |v| as unsigned: the least int64 has no positive counterpart.
std::uint64_t Magnitude(Money v) noexcept {
  const auto bits = static_cast<std::uint64_t>(v.minor());
  return v.minor() < 0 ? 0 - bits : bits;
}

// Labels of a part that a national subsidy pays; another letter (군, 분) names another payer.
bool IsSubsidyLabel(std::string_view label) noexcept {
  return label == "x" || label == "국" || label == "국비" || label == "국고" ||
         label == "국고보조금";
}

}  // namespace

Result<BudgetAmount> ToBudgetAmount(const PairedAmount& cell, Unit default_unit) {
  BudgetAmount amount;
  if (cell.total.has_value()) {
    Result<Money> total = cell.total.InWon(default_unit);
    if (!total) return std::move(total).error();
    amount.total = *total;
  }
  if (!IsSubsidyLabel(cell.label)) return amount;
  if (cell.part_kind == PartKind::kNone) {
    amount.part_kind = PartKind::kNone;
  } else if (cell.part_kind == PartKind::kStated || cell.part_kind == PartKind::kStatedAfter) {
    if (!cell.part.has_value()) return amount;
    // A part is printed in the unit of its amount when it carries none itself: (x 300) 5,196천원.
    const Unit unit = cell.total.has_value() && IsMoney(cell.total.unit) && !cell.total.mixed
                          ? cell.total.unit
                          : default_unit;
    Result<Money> part = cell.part.InWon(unit);
    if (!part) return std::move(part).error();
    amount.part_kind = PartKind::kStated;
    amount.part = *part;
  }
  return amount;
}

bool PartWithinTotal(const BudgetAmount& amount) noexcept {
  return !amount.total || amount.part_kind == PartKind::kNotStated ||
         Magnitude(amount.part) <= Magnitude(*amount.total);
}

Result<std::optional<Money>> SumStated(const std::vector<std::optional<Money>>& amounts) {
  std::optional<Money> sum;
  for (const std::optional<Money>& amount : amounts) {
    if (!amount) continue;
    Result<Money> next = Add(sum.value_or(Money()), *amount);
    if (!next) return std::move(next).error();
    sum = *next;
  }
  return sum;
}

Result<std::optional<SumCheck>> CheckSum(std::optional<Money> total,
                                         const std::vector<std::optional<Money>>& parts) {
  if (!total) return std::optional<SumCheck>();
  Result<std::optional<Money>> sum = SumStated(parts);
  if (!sum) return std::move(sum).error();
  if (!*sum) return std::optional<SumCheck>();
  Result<Money> difference = Subtract(*total, **sum);
  if (!difference) return std::move(difference).error();
  return std::optional<SumCheck>(SumCheck{*total, **sum, *difference});
}

}  // namespace yesan
