/// @file
/// A random municipality: its policy, its codes, and what its officers try, lawful or not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "tests/oracle/ledger_model.h"
#include "tests/sim/random.h"
#include "yesan/budget/classification.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/entry.h"
#include "yesan/ledger/policy.h"
#include "yesan/settlement/rollover.h"

namespace yesan::sim {

/// Days, both closed.
struct Days {
  Date first, last;
};
/// A policy in which every topic binds; allotment on some days.
[[nodiscard]] Policy StrictPolicy(ControlLevel level, const Days& allotment, FiscalYear first_year);
/// Codes of `years` fiscal years from `first_year` on and of the one after; `308-0k` exists in the k-th year alone.
[[nodiscard]] Classification TownCodes(std::int32_t first_year, std::int32_t years);

/// Authorizations of general use.
struct Papers {
  AuthorizationId council, head, organization, disaster, plan, ended_plan, provisional;
};

/// What the officers try. It looks at figures in the model only, and changes nothing.
class Town {
 public:
  Town(Random& random, oracle::LedgerModel& model, FiscalCalendar years)
      : calendar(years), random_(random), model_(model) {}

  const FiscalCalendar calendar;

  std::vector<AccountId> accounts;
  std::vector<DepartmentId> departments;
  std::vector<ProgramId> detailed;  ///< Programs that items are voted for.
  Papers papers{};
  std::vector<AuthorizationId> limited;  ///< With a limit or a narrow cover.
  std::int32_t year = 0;
  std::int32_t first_year = 0;
  Date today;

  /// The items that a year of the town begins with.
  [[nodiscard]] std::vector<ItemKey> ItemsOfYear();
  /// An item of the year is there.
  void Take(ItemId id);
  /// The year begins: what was known of items of the year before is history.
  void StartYear(std::int32_t fiscal_year, Date first_day);
  /// A batch was posted: these are its entries.
  void Posted(const std::vector<Posting>& rows, std::uint32_t first);

  /// A batch that is mostly lawful, or unlawful in a way of its own.
  [[nodiscard]] std::vector<Posting> MakeBatch(std::size_t tries);
  /// A budget. `defect` 0: sound; else one of kDefects.
  static constexpr int kDefects = 11;
  [[nodiscard]] BudgetDocument MakeBudget(AccountId account, BudgetStage stage, std::int32_t number,
                                          int defect);
  [[nodiscard]] std::vector<CarryRequest> MakeRequests(bool lawful);
  [[nodiscard]] Authorization MakeAuthorization();
  [[nodiscard]] ItemFilter MakeFilter();
  [[nodiscard]] ItemFilter MakeFilterOf(std::int32_t fiscal_year);

  [[nodiscard]] ItemId AnyItem();  ///< Of expenditure, some of them oftener.
  [[nodiscard]] const std::vector<ItemId>& expenditure() const { return expenditure_; }
  [[nodiscard]] const std::vector<ItemId>& revenue() const { return revenue_; }

 private:
  [[nodiscard]] std::int64_t Amount(std::int64_t most);
  [[nodiscard]] Posting Row(ItemId item, EntryKind kind, std::int64_t amount);
  [[nodiscard]] AuthorizationId PaperFor(EntryKind kind, Cause cause);
  [[nodiscard]] Date SomeDay();
  [[nodiscard]] std::uint32_t OpenEntry(std::vector<std::uint32_t>& entries);
  [[nodiscard]] ItemId Mate(ItemId item, Cause cause);
  [[nodiscard]] std::string Unit(ItemId item) const;

  void Spend(std::vector<Posting>& rows);
  void Allot(std::vector<Posting>& rows);
  void Commit(std::vector<Posting>& rows);
  void Settle(std::vector<Posting>& rows);
  void Refund(std::vector<Posting>& rows);
  void Transfer(std::vector<Posting>& rows);
  void Authorize(std::vector<Posting>& rows);
  void Vote(std::vector<Posting>& rows);
  void Collect(std::vector<Posting>& rows);
  void Reserve(std::vector<Posting>& rows);
  void Correct(std::vector<Posting>& rows);
  void CarryIn(std::vector<Posting>& rows);
  void Lean(std::vector<Posting>& rows);
  void Spoil(Posting& row);

  Random& random_;
  oracle::LedgerModel& model_;
  std::vector<ItemId> expenditure_, revenue_, hot_, reserves_, old_;
  std::map<std::uint32_t, std::vector<ItemId>> by_policy_program_, by_account_;
  std::map<std::string, std::vector<ItemId>> by_unit_, by_purpose_;
  std::vector<std::uint32_t> commitments_, disbursements_, recent_;
  std::vector<std::vector<std::uint32_t>> groups_;
  std::uint32_t next_group_ = 1;
};

}  // namespace yesan::sim
