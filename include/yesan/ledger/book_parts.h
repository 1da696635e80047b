/// @file
/// What a book is made of besides entries: accounts, departments, the program tree, items, budgets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/budget/budget_item.h"
#include "yesan/budget/classification.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/budget/funding.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/ledger/entry.h"
#include "yesan/ledger/ids.h"
#include "yesan/money/money.h"

namespace yesan {

/// Whose book it is.
struct Government {
  std::string code;  ///< 자치단체 코드, seven digits; may be empty.
  std::string name;  ///< `서울특별시`; may not be empty.
  GovernmentKind tier = GovernmentKind::kUnknown;
  std::string currency = "KRW";   ///< ISO 4217 code, three capital letters.
  std::int32_t minor_digits = 0;  ///< Digits of the minor unit, [0, 4]: 0 for the won.
  FiscalCalendar calendar = kKoreanFiscalCalendar;
};

/// The kinds of accounts (지방재정법 §9). The numbers are those of the C API.
enum class AccountKind : std::int32_t {
  kGeneral = 1,           ///< 일반회계.
  kOtherSpecial = 2,      ///< 기타특별회계.
  kPublicEnterprise = 3,  ///< 공기업특별회계.
  kFund = 4,              ///< 기금, outside the budget (§34③).
};
/// `general`, `other_special`, `public_enterprise`, `fund`; `unknown` for a number that is no kind.
[[nodiscard]] std::string_view Name(AccountKind kind) noexcept;
/// `일반회계`, `기타특별회계`, `공기업특별회계`, `기금`.
[[nodiscard]] std::string_view KoreanName(AccountKind kind) noexcept;

/// An account (회계) of a book.
struct Account {
  AccountKind kind = AccountKind::kGeneral;
  std::string name;  ///< Not empty, not twice in a book.
};

/// A department (부서) of a book.
struct Department {
  std::string name;  ///< Not empty, not twice in a book.
};

/// A node of the program tree (분야 > 부문 > 정책사업 > 단위사업 > 세부사업). Its names and codes belong to years.
struct ProgramNode {
  CodeKind kind = CodeKind::kField;     ///< kField … kDetailedProgram.
  ProgramId parent = ProgramId::kNone;  ///< A node of the next rung up; none on the top rung.
};

/// What makes an item this one and no other.
struct ItemKey {
  std::int32_t fiscal_year = 0;
  AccountId account = AccountId::kNone;
  DepartmentId department = DepartmentId::kNone;  ///< None for a revenue item.
  ProgramId program = ProgramId::kNone;           ///< A detailed program; none for a revenue item.
  /// Expenditure: the 통계목 (`307-05`). Revenue: 장·관·항·목, the codes joined by `-` (`200-210-211-01`).
  std::string object_item;
  Origin origin = Origin::kCurrent;
  bool revenue = false;
  /// Expenditure: the 편성목 (`307`). Empty: that of the book's classification in the fiscal year.
  std::string object_group;

  friend bool operator==(const ItemKey& a, const ItemKey& b) noexcept {
    return a.fiscal_year == b.fiscal_year && a.account == b.account &&
           a.department == b.department && a.program == b.program &&
           a.object_item == b.object_item && a.origin == b.origin && a.revenue == b.revenue;
  }
};

/// The stages of a budget. The numbers are those of the C API.
enum class BudgetStage : std::int32_t {
  kProposal = 1,         ///< 예산안: a document.
  kRevisedProposal = 2,  ///< 수정예산안 (지방자치법 §142④): a document.
  kProvisional = 3,      ///< 준예산 (§146).
  kOriginal = 4,         ///< 본예산.
  kSupplementary = 5,    ///< 제n회 추경.
  kFinal = 6,            ///< 최종예산 = original + Σ supplementary: a view, never adopted.
};
/// `proposal`, `original`, …; `unknown` for a number that is no stage.
[[nodiscard]] std::string_view Name(BudgetStage stage) noexcept;
/// `예산안`, `본예산`, ….
[[nodiscard]] std::string_view KoreanName(BudgetStage stage) noexcept;

/// A version of a year's budget of one account.
struct BudgetVersion {
  std::int32_t fiscal_year = 0;
  AccountId account = AccountId::kNone;
  BudgetStage stage = BudgetStage::kOriginal;
  std::int32_t number = 0;  ///< kSupplementary: n in [1, 99]; kRevisedProposal: its number; else 0.
};

/// The cause of the entries that a version's adoption posts; kNone for a version that is never adopted (a proposal, the
/// final budget) or a supplementary number outside [1, 99].
[[nodiscard]] Cause CauseOf(const BudgetVersion& version) noexcept;

/// A row of a budget.
struct BudgetLine {
  ItemId item = ItemId::kNone;
  /// Original, provisional, proposals: the amount, at least zero. Supplementary: the change (증감), signed.
  Money amount;
  FundingSplit funding;  ///< Its sources must add up to the amount (F1); none stated: untagged.
  /// When it has a total, that is the amount; for a supplementary budget the revised amount, which is what the item has
  /// adopted (ItemBalances::adopted: what is left of a provisional budget is in it) and the change.
  CostBasis basis;
};

/// A node's amount as the document states it: Σ of the lines under it, exactly.
struct StatedTotal {
  ProgramId program = ProgramId::kNone;  ///< The node; none: the expenditure of the account.
  bool revenue = false;                  ///< With no node: the revenue of the account.
  Money amount;
};

/// A budget as a council gets it.
struct BudgetDocument {
  BudgetVersion version;
  Date day;  ///< Takes effect; inside the fiscal year.
  AuthorizationId authorization = AuthorizationId::kNone;
  std::vector<BudgetLine> lines;    ///< An item at most once.
  std::vector<StatedTotal> totals;  ///< What the document prints; every one is checked.
  std::vector<EntryId>
      absorbs;  ///< Pre-enactment spending that this supplementary budget takes in.
  ActorId actor = ActorId::kNone;
};

/// What a document says of a past year of a program: its settlement, in the sheet's columns, and its record. Figures of a
/// document are no entries: balances and settlements out of the book never count them. A column that nobody stated is
/// absent, not zero; with all of them absent the year has a record and no settlement.
struct ImportedYear {
  std::int32_t fiscal_year = 0;
  BudgetAmount adopted;          ///< 최종예산.
  BudgetAmount carryover_in;     ///< 전년이월.
  BudgetAmount net_adjustment;   ///< 예산변경, signed.
  BudgetAmount current_budget;   ///< 예산현액.
  BudgetAmount disbursed;        ///< 집행액.
  BudgetAmount carryover_out;    ///< 차년이월.
  BudgetAmount subsidy_refund;   ///< 보조금 반납금; absent where there is no such column.
  BudgetAmount unspent_balance;  ///< 집행잔액 (narrow), beside a refund.
  BudgetAmount lapsed_balance;   ///< 집행잔액 (broad), 불용액.
  std::string record;            ///< 추진실적 of the year, as printed; may be empty.
  std::string document;  ///< Where it was read: `2021년도 사업별 설명서`; may be empty.

  /// Whether any column is stated.
  [[nodiscard]] bool has_settlement() const noexcept;
};

/// What a program sheet prints for an item, beside what the book votes: 민간위탁금 5,196,358 | 4,066,896 천원.
struct ImportedBudget {
  std::string label;     ///< 통계목 as printed.
  BudgetAmount prior;    ///< A: the year before.
  BudgetAmount current;  ///< B: the item's year.
};

/// An item in two versions.
struct VersionRow {
  ItemId item = ItemId::kNone;
  Money prior;    ///< 기정액.
  Money change;   ///< 증감.
  Money revised;  ///< 경정액 = prior + change.
};

}  // namespace yesan
