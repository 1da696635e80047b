/// @file
/// An amount of the budget with the part of it that a national subsidy pays.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/money/money.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/unit.h"

namespace yesan {

/// An amount in won and its subsidy part, as `(x 1,234) 5,000` prints both. Absent is not zero: a total that nobody
/// stated, a part that nobody stated, a part that is said to be none (`(x-)`), and zero are four facts.
///
/// The part is contained in the total and never added to it; |part| ≤ |total| (PartWithinTotal). Their signs are
/// independent.
struct BudgetAmount {
  std::optional<Money> total;  ///< The amount; nothing when it is not stated.
  PartKind part_kind =
      PartKind::kNotStated;  ///< kNotStated, kNone (`(x-)`) or kStated; no other kind is used here.
  Money part;                ///< The part when it is kStated, else zero.

  /// A total of which no part is stated.
  [[nodiscard]] static BudgetAmount Of(Money total) noexcept {
    return {total, PartKind::kNotStated, Money()};
  }
  /// A total with `(x-)`: no part of it is a subsidy.
  [[nodiscard]] static BudgetAmount WithoutPart(Money total) noexcept {
    return {total, PartKind::kNone, Money()};
  }
  /// A total and the part of it that a subsidy pays.
  [[nodiscard]] static BudgetAmount WithPart(Money total, Money part) noexcept {
    return {total, PartKind::kStated, part};
  }

  /// The part as a figure: zero for `(x-)`, nothing when it is not stated.
  [[nodiscard]] std::optional<Money> subsidy() const noexcept {
    return part_kind == PartKind::kNotStated ? std::nullopt : std::optional<Money>(part);
  }

  friend bool operator==(const BudgetAmount& a, const BudgetAmount& b) noexcept {
    return a.total == b.total && a.part_kind == b.part_kind && a.part == b.part;
  }
  friend bool operator!=(const BudgetAmount& a, const BudgetAmount& b) noexcept {
    return !(a == b);
  }
};

/// What a cell says, in won: `(x 300) 5,196,358` in 천원 is total 5,196,358,000 and part 300,000. Only a part under the
/// sign for national subsidies counts (x, 국, 국비, before or behind the amount); another part (`(군 4,368)`,
/// `247,328(180,642)`) is no subsidy, and kNotStated is given. A cell without a figure has no total.
///
/// Refuses as Amount::InWon does: Code::kWrongUnit, kInexact, kOverflow.
[[nodiscard]] Result<BudgetAmount> ToBudgetAmount(const PairedAmount& cell, Unit default_unit);

/// Whether |part| ≤ |total|; true when either is not stated. `(x 5,001) 5,000` does not hold.
[[nodiscard]] bool PartWithinTotal(const BudgetAmount& amount) noexcept;

/// A total as stated beside the sum of its parts.
struct SumCheck {
  Money total;       ///< As stated.
  Money sum;         ///< Σ of the parts that are stated.
  Money difference;  ///< total − sum; zero when the statement holds.

  [[nodiscard]] bool holds() const noexcept { return difference.is_zero(); }
};

/// The sum of the amounts that are stated; nothing when none is. Refuses with Code::kOverflow.
[[nodiscard]] Result<std::optional<Money>> SumStated(
    const std::vector<std::optional<Money>>& amounts);

/// Compares a total with the sum of its parts. Nothing when the total or every part is absent: there is nothing to
/// prove then. Refuses with Code::kOverflow.
[[nodiscard]] Result<std::optional<SumCheck>> CheckSum(
    std::optional<Money> total, const std::vector<std::optional<Money>>& parts);

}  // namespace yesan
