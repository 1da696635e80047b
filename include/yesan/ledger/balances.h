/// @file
/// What stands on an item, now or on a day, and sums of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/budget_item.h"
#include "yesan/ledger/ids.h"
#include "yesan/money/money.h"

namespace yesan {

/// The sums of an item's entries, corrections taken off. Minor units; in the order of posting none is below zero but
/// supplementary and the five net transfers. On a day (Book::BalancesOn) any may be, where entries are back-dated.
///
/// No sum of an item leaves ±10^17 minor units (Code::kOverflow), so that no sum of sums of it overflows.
///
/// I1: current_budget = adopted + carryover_in + transfers + pre_enactment + excess_revenue.
struct ItemBalances {
  std::int64_t original = 0;        ///< 본예산.
  std::int64_t supplementary = 0;   ///< Σ 추경, signed.
  std::int64_t provisional = 0;     ///< 준예산, until the budget takes its place.
  std::int64_t carryover_in = 0;    ///< 전년도 이월액.
  std::int64_t pre_enactment = 0;   ///< 성립전, until a supplementary budget takes its place.
  std::int64_t excess_revenue = 0;  ///< 초과지출액.
  std::int64_t inter_program_virement = 0;  ///< 이용, signed.
  std::int64_t intra_program_virement = 0;  ///< 전용, signed.
  std::int64_t minor_reallocation = 0;      ///< 변경사용, signed.
  std::int64_t reorganization = 0;          ///< 이체, signed.
  std::int64_t contingency_draw = 0;        ///< 예비비 사용액, signed.
  std::int64_t allotted = 0;                ///< 배정액.
  std::int64_t committed_total = 0;         ///< 지출원인행위액, those carried out included.
  std::int64_t disbursed = 0;               ///< 지출액, net of refunds.
  std::int64_t subsidy_refund = 0;          ///< 보조금 반납금.
  std::int64_t explicit_out = 0;            ///< 명시이월액.
  std::int64_t accidental_out = 0;          ///< 사고이월액.
  std::int64_t continuing_out = 0;          ///< 계속비이월액.
  std::int64_t construction_out = 0;        ///< 건설개량이월액.
  std::int64_t commitments_out =
      0;  ///< Of all that was carried out, open commitments that moved with it.
  // Revenue items: original, supplementary, provisional, carryover_in as above, and
  std::int64_t assessed = 0;     ///< 징수결정액, net of what was cancelled.
  std::int64_t received = 0;     ///< 수납액, net of refunds.
  std::int64_t written_off = 0;  ///< 불납결손액.

  /// 예산액, the final adopted budget: original + supplementary + provisional.
  [[nodiscard]] std::int64_t adopted() const noexcept;
  /// 예산변경 of the program sheet (I2): all that is neither adopted nor carried in.
  [[nodiscard]] std::int64_t net_adjustment() const noexcept;
  /// 예산현액 (I1).
  [[nodiscard]] std::int64_t current_budget() const noexcept;
  /// 다음연도이월액 (I4).
  [[nodiscard]] std::int64_t carryover_out() const noexcept;
  /// Committed, neither paid nor carried out: committed_total − disbursed − commitments_out.
  [[nodiscard]] std::int64_t outstanding() const noexcept;
  /// 불용액, broad (I3): current_budget − disbursed − carryover_out.
  [[nodiscard]] std::int64_t lapsed_balance() const noexcept;
  /// 집행잔액, narrow (I5): lapsed_balance − subsidy_refund.
  [[nodiscard]] std::int64_t unspent_balance() const noexcept;
  /// 미수납액 (I12): assessed − received − written_off.
  [[nodiscard]] std::int64_t uncollected() const noexcept;

  friend bool operator==(const ItemBalances& a, const ItemBalances& b) noexcept;
  friend bool operator!=(const ItemBalances& a, const ItemBalances& b) noexcept {
    return !(a == b);
  }
};

/// Adds one to the other; associative and commutative. No total leaves ±5.7 × 10^17 minor units (2^63 ÷ 16), so that
/// nothing computed from totals overflows: beyond it Code::kOverflow, and `into` is unchanged then.
[[nodiscard]] Result<void> AddTo(ItemBalances& into, const ItemBalances& other);

/// The items that a question is about: those that fit every part that is set.
struct ItemFilter {
  std::int32_t fiscal_year = 0;  ///< 0: every year.
  AccountId account = AccountId::kNone;
  DepartmentId department = DepartmentId::kNone;
  ProgramId program = ProgramId::kNone;  ///< Items under this node, at any depth.
  std::string object_group;              ///< 편성목 code; empty: any.
  std::string object_item;               ///< 통계목 code; empty: any.
  std::optional<Origin> origin;
  std::optional<bool> revenue;  ///< Revenue items only, or none of them.
};

/// By what sums are told apart. The numbers are those of the C API.
enum class GroupBy : std::int32_t {
  kNothing = 0,  ///< One sum.
  kItem = 1,
  kDetailedProgram = 2,
  kUnitProgram = 3,
  kPolicyProgram = 4,
  kSector = 5,
  kField = 6,
  kAccount = 7,
  kDepartment = 8,
  kObjectGroup = 9,
  kObjectItem = 10,
  kOrigin = 11,
  kFiscalYear = 12,
  /// Who pays. What entries name a source for is that source's; a budget without one is own funds: 시·도비 in the book of
  /// a metropolitan tier, 시·군·구비 in that of a basic one, kOwnFunds where the tier is not known. kOwnFunds and
  /// kCityFunds of an entry are whoever they mean to the tier of the book (Resolve): one row for one payer.
  ///
  /// What was allotted, committed, paid, carried out or owed back without a source is shared by the sources' parts of the
  /// item's current budget: each payer's share is rounded down, and own funds have the rest. 700 of 1,000 from the state,
  /// 301 paid without a source: 210.7 → 210 are the state's, 91 own. Where own funds have no part in the item, what is left
  /// over goes to the largest remainders (Allocate). Every sum adds up to the item's, and a part keeps I1 to
  /// I5 and 0 ≤ disbursed ≤ committed_total ≤ allotted ≤ current_budget, and is not above its whole, wherever the whole
  /// keeps them. Where tags say otherwise (400 paid of a source that gave 300), a source has the nearest figure that does:
  /// what it has no budget for the others pay in proportion to what they have left, in the order subsidy_refund,
  /// disbursed, explicit, accidental, continuing, construction, each leaving room for what later ones name a source of
  /// (a payment without a source moves no carried money); and what no budget of the item pays is own funds'.
  /// Only the five changes may have parts beyond their whole, or of the other sign: 80 of own funds in and 30 of a subsidy
  /// out are 50 and −30.
  kFundingSource = 13,
};

/// A sum and what it is of.
struct BalanceRow {
  std::uint32_t key =
      0;  ///< ItemId, ProgramId, AccountId, DepartmentId, Origin, year or FundingSource; 0 for kNothing and object codes.
  std::string code;  ///< The object code for kObjectGroup and kObjectItem; else empty.
  ItemBalances sums;
};

/// Sums of a part of the items, or of a book. Tables of disjoint books merge to the table of their union, in any order.
struct BalanceTable {
  GroupBy by = GroupBy::kNothing;
  std::vector<BalanceRow>
      rows;  ///< Ascending by key and code; rows without any item are not there.

  /// Adds another table's sums to this one. Refuses with Code::kInvalidArgument when they are told apart by different
  /// things, Code::kOverflow; this table is unchanged then.
  [[nodiscard]] Result<void> Merge(const BalanceTable& other);
};

}  // namespace yesan
