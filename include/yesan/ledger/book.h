/// @file
/// The book: one government's budgets and its ledger, in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/result.h"
#include "yesan/budget/classification.h"
#include "yesan/budget/program.h"
#include "yesan/ledger/authorization.h"
#include "yesan/ledger/balances.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/entry.h"
#include "yesan/ledger/ids.h"
#include "yesan/ledger/journal.h"
#include "yesan/ledger/policy.h"

namespace yesan {

namespace internal {
class BookState;
}

/// What a batch became.
struct Receipt {
  EntryId first = EntryId::
      kNone;  ///< Of its first row; the others follow without a gap. None for an empty batch.
  std::uint32_t count = 0;
  bool repeated = false;  ///< The key had been posted before: nothing was changed.
};

/// One government's accounts, programs, items, budgets and entries.
///
/// Control: for the items that the policy's level takes together (of one year, account and origin) at every moment
///     Σ current_budget ≥ Σ allotted ≥ Σ committed_total + what was carried out uncommitted,
/// where without allotment the middle falls away; and for each item 0 ≤ disbursed ≤ committed_total, for each commitment
/// settled + released ≤ committed. "At every moment" means in order of posting. Where something is reserved for payers
/// (subsidy_refund), it is held the same way: for the item, and for the items that the level takes together,
///     current_budget ≥ committed_total + what was carried out uncommitted + subsidy_refund.
///
/// Worked: an item with 4,066,896,000 adopted and allotted and 4,000,000,000 committed takes a commitment of 66,896,000
/// and refuses one of 66,896,001 with Code::kAboveAvailable, available 66,896,000, asked 66,896,001.
///
/// Threads: const members may run at once; anything else, Rollover included, needs the book alone. A build with assertions
/// (without NDEBUG) ends the program where two calls change one book at once; also where a journal changes it from Append.
///
/// Memory: where std::bad_alloc leaves a call, the book is as it was before.
class Book {
 public:
  /// An empty book. Refuses as CheckPolicy does, and with Code::kInvalidArgument for a government without a name, a
  /// currency that is not three capital letters, or digits outside [0, 4].
  /// `journal` may be null (nothing is kept); else it must outlive the book.
  [[nodiscard]] static Result<Book> Make(Government government, Policy policy,
                                         Classification classification = Classification::Korean(),
                                         Journal* journal = nullptr);
  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;
  ~Book();

  [[nodiscard]] const Government& government() const noexcept;
  [[nodiscard]] const Policy& policy() const noexcept;
  [[nodiscard]] const Classification& classification() const noexcept;

  // ---- what the book is about ----

  /// Refuses Code::kInvalidArgument (no name, unknown kind), kDuplicate (the name is there).
  [[nodiscard]] Result<AccountId> AddAccount(Account account);
  /// Refuses Code::kInvalidArgument (no name), kDuplicate (the name is there).
  [[nodiscard]] Result<DepartmentId> AddDepartment(Department department);
  /// Refuses Code::kInvalidArgument when the parent is not of the next rung up, kNotFound when it is not there.
  [[nodiscard]] Result<ProgramId> AddProgram(ProgramNode node);
  /// What a node is called in a year, and for a detailed program all that its sheet says. The year's id is the node's.
  /// Refuses Code::kNotFound, kInvalidArgument (no name), kDuplicate (the year is there, or another node of the same rung
  /// has its code in that year), kYearClosed.
  [[nodiscard]] Result<void> AddProgramYear(ProgramId program, ProgramYear year);
  /// Says anew what a node is in a year that it has: renamed, given another code, other people or prose during the year.
  /// The last word counts, for the whole year. Entries name the node and not its name, so no figure changes. A code that
  /// it had in the year goes on to find it and is given to no other node: papers that print the old one are read rightly.
  ///
  /// A program that moves under another node of the tree is another program: its money moves by 이체 or 전용, as entries.
  /// Refuses Code::kNotFound (node, or a year that it has not), kInvalidArgument (no name), kDuplicate (another node of the
  /// rung has or had the code in the year), kYearClosed.
  [[nodiscard]] Result<void> AmendProgramYear(ProgramId program, ProgramYear year);
  /// Adds an item. It is held against the rules in this order, and the first that it breaks refuses:
  ///  1. its year and account: kOutOfRange (a year outside [1, 9998]), kNotFound (account), kYearClosed, kVersionOrder (a
  ///     year that the book does not have yet, before one whose items have money carried in: that came from outside the
  ///     book, and would have to have been carried out of the new year (I7). Correct those entries, add the year, then roll
  ///     it over; or before any year that is closed: years are closed in their order, and what a closed one is held
  ///     against does not change);
  ///  2. its origin: kInvalidArgument (unknown);
  ///  3. its codes: kInvalidUtf8, kInvalidArgument (an empty object item);
  ///  4. of revenue: kInvalidArgument (a program or department); of expenditure: kNotFound (department), kNotFound
  ///     (program), kInvalidArgument (a program that is no detailed program), kNotFound (an object group that neither the
  ///     key nor the classification of the year knows), kInvalidArgument (rule `item.object_group`: another object group than the classification of the year has for the object item; of a code that it does not know the named one is taken);
  ///  5. kDuplicate.
  [[nodiscard]] Result<ItemId> AddItem(ItemKey key);
  /// Many at once, all or nothing: ids follow without a gap, the first is given (none added: the next id). The rows are
  /// judged in order as AddItem does, each after those before it, and the first that is refused names its row; then
  /// kTooLarge (more than 2^32 − 2 items in all).
  [[nodiscard]] Result<ItemId> AddItems(const std::vector<ItemKey>& keys);
  /// Refuses Code::kInvalidArgument (unknown kind, no document, a limit below zero, a purpose or last year without the
  /// kind that has it, a continuing plan without a last year or with one before its first), kOutOfRange (a fiscal year
  /// outside [1, 9998] that is not 0, a plan's last year outside it), kNotFound (account, program or item),
  /// kPlanTooLong (policy: a continuing plan).
  [[nodiscard]] Result<AuthorizationId> AddAuthorization(Authorization authorization);

  [[nodiscard]] std::size_t account_count() const noexcept;
  [[nodiscard]] std::size_t department_count() const noexcept;
  [[nodiscard]] std::size_t program_count() const noexcept;
  [[nodiscard]] std::size_t item_count() const noexcept;
  [[nodiscard]] std::size_t authorization_count() const noexcept;
  [[nodiscard]] std::size_t entry_count() const noexcept;
  /// Null for an id that is not there. Pointers stay good until the book changes.
  [[nodiscard]] const Account* Find(AccountId id) const noexcept;
  [[nodiscard]] const Department* Find(DepartmentId id) const noexcept;
  [[nodiscard]] const ProgramNode* Find(ProgramId id) const noexcept;
  [[nodiscard]] const ItemKey* Find(ItemId id) const noexcept;
  [[nodiscard]] const Authorization* Find(AuthorizationId id) const noexcept;
  [[nodiscard]] std::optional<Entry> Find(EntryId id) const;
  /// The years of a node; null for an id that is not there.
  [[nodiscard]] const Program* YearsOf(ProgramId id) const noexcept;
  [[nodiscard]] std::optional<AccountId> FindAccount(std::string_view name) const;
  [[nodiscard]] std::optional<DepartmentId> FindDepartment(std::string_view name) const;
  /// The node of a rung with a code in a year.
  [[nodiscard]] std::optional<ProgramId> FindProgram(CodeKind kind, std::int32_t fiscal_year,
                                                     std::string_view code) const;
  [[nodiscard]] std::optional<ItemId> FindItem(const ItemKey& key) const;
  /// The node of a rung over an item's program; none for revenue items and for a rung that is missing.
  [[nodiscard]] ProgramId NodeOf(ItemId item, CodeKind rung) const noexcept;
  /// What was drawn on an authorization so far.
  [[nodiscard]] Money DrawnOn(AuthorizationId id) const noexcept;
  [[nodiscard]] bool IsClosed(std::int32_t fiscal_year) const noexcept;

  // ---- budgets ----

  /// Whether a document adds up: each line's sources and basis, every stated total, and, where the policy says so (I8)
  /// and the account has revenue items in the year, revenue against expenditure. Code::kDoesNotAddUp names the node, both
  /// figures and the difference.
  ///
  /// Refuses also with Code::kNotFound (account, node), kInvalidArgument (a stage or number that a document cannot have, a
  /// line of another year or account, an amount below zero), kUnknownItem, kDuplicate (an item twice), kOverflow. Whether
  /// its turn has come, and whether it may be, is for Adopt.
  [[nodiscard]] Result<void> CheckBudget(const BudgetDocument& document) const;
  /// Posts a budget: one entry a line and stated source, increases before decreases. An original budget takes the place
  /// of a provisional one; a supplementary one takes in the pre-enactment spending that it names (지방재정법 §45); both in
  /// the same batch. The entries stand in this order: every increase in the order of lines, every decrease, what is
  /// taken back. The cost basis of a line is kept with them (CostBasisOf); a line without one leaves what was kept of
  /// its item in the version.
  ///
  /// Refuses with the first of: what CheckBudget refuses; Code::kInvalidArgument (a stage that cannot be adopted),
  /// kVersionOrder (a provisional budget behind the original one, a supplementary one without it), kDuplicate (the stage is
  /// adopted), kVersionOrder (a supplementary budget that is not the next, or dated before the first day of one that it
  /// follows), kInvalidArgument (pre-enactment spending named by another budget than a supplementary one);
  /// kReserveTooLarge (policy); kUnknownReference, kWrongReference, kAlreadyCorrected (what is absorbed), kDoesNotAddUp
  /// (more is absorbed than the budget gives its item, §45); kInvalidArgument (no line with an amount); what Post
  /// refuses. A refusal's row is that of the line, stated total or absorbed entry that it is about.
  [[nodiscard]] Result<Receipt> Adopt(const BudgetDocument& document);
  /// The versions adopted for an account in a year, in order: also those whose entries were corrected since. A number that
  /// was used once is never used again, so that history is not written over; what stands of such a version is zero.
  [[nodiscard]] std::vector<BudgetVersion> VersionsOf(AccountId account,
                                                      std::int32_t fiscal_year) const;
  /// Each item that either version has, in order of ids. kFinal is the last state of original and supplementary
  /// budgets. Refuses Code::kNotFound for a version that is not adopted: kFinal too, while nothing but a provisional budget
  /// is; kOverflow.
  [[nodiscard]] Result<std::vector<VersionRow>> CompareVersions(const BudgetVersion& prior,
                                                                const BudgetVersion& revised) const;

  // ---- what documents say beside the entries ----

  /// Keeps what a document says of a past year of a detailed program, in place of what was kept of that year before. A
  /// closed year takes it too: it is about the past. Refuses Code::kNotFound (no such program), kInvalidArgument (not a
  /// detailed program), kOutOfRange (a year outside [1, 9998]), kInvalidUtf8. Whether the columns add up is not asked.
  [[nodiscard]] Result<void> SetImportedYear(ProgramId program, ImportedYear year);
  /// By year, ascending; empty where nothing was kept. Good until the book changes.
  [[nodiscard]] const std::vector<ImportedYear>& ImportedYearsOf(ProgramId program) const noexcept;
  /// Keeps what a sheet prints for an item, in place of what was kept before. Refuses Code::kUnknownItem, kYearClosed,
  /// kInvalidUtf8.
  [[nodiscard]] Result<void> SetImportedBudget(ItemId item, ImportedBudget budget);
  /// Null where nothing was kept. Good until the book changes.
  [[nodiscard]] const ImportedBudget* ImportedBudgetOf(ItemId item) const noexcept;
  /// Keeps the cost basis (산출근거) of an item in a version, in place of the one before. `number` is that of a
  /// supplementary or revised budget, else 0. Adopt keeps the bases of its lines itself; this is for documents beside it:
  /// proposals, sheets. Whether it comes to the item's amount is for CheckBudget. Refuses Code::kUnknownItem,
  /// kInvalidArgument (a stage or number that a document cannot have), kYearClosed.
  [[nodiscard]] Result<void> SetCostBasis(ItemId item, BudgetStage stage, std::int32_t number,
                                          CostBasis basis);
  /// Null where none was kept. Good until the book changes.
  [[nodiscard]] const CostBasis* CostBasisOf(ItemId item, BudgetStage stage,
                                             std::int32_t number = 0) const noexcept;

  // ---- entries ----

  /// Judges the rows in order and posts them all, or none. The refusal names the row, the rule, and where it is a matter
  /// of money what is available and what was asked.
  ///
  /// A row is held against the rules in this order, and the first that it breaks refuses:
  ///  1. its form: kUnknownItem, kUnknownKind, kUnknownCause (a correction has none; carried money comes in with the
  ///     cause of its item's origin), kWrongItem (a kind of revenue on an item of expenditure or the reverse; a vote, 성립전
  ///     or 초과지출 on carried money, which was voted the year before),
  ///     kAmountNotPositive, kUnknownSource, kUnknownAuthorization, kTextTooLong, kPostedByRollover (carry_out; carry_in
  ///     of expenditure after a year of the book), kGroupMissing (a transfer without a group; a group on another kind is
  ///     kInvalidArgument);
  ///  2. its reference: kReferenceMissing, kUnknownReference, kWrongReference (another item, a kind that it does not fit,
  ///     a correction), kPostedByRollover (to correct what Rollover posted), kAlreadyCorrected, kPostedByAdoption (to correct
  ///     what took a provisional budget back, once the original one stands in its place), kCorrectionDiffers (amount
  ///     or source), kStillUsed (others settle, release, refund or carry what would be corrected);
  ///  3. its day: kYearClosed, kDayOutsideYear (also the correction of a vote, 성립전, 초과지출 or transfer after the
  ///     year's last day, whatever the policy lets other corrections do: the budget of a year is not changed after it);
  ///  4. its officer: kSameOfficer (policy). A disbursement's officer is held against that of the commitment which it
  ///     settles, commitment by commitment: who committed one may pay another. ActorId::kNone names nobody and is not
  ///     judged, on either side: a book that does not say who acts is not held to this rule;
  ///  5. its authorization: kAuthorizationMissing, kWrongAuthorization (its kind), kNotCovered (year, account, program,
  ///     item, or an earlier day), kAboveLimit. What undoes a vote, 성립전, 초과지출 or transfer is a change of the budget
  ///     too: its correction needs an authorization of its own where the policy wants one of the entry. It gives back
  ///     what the entry drew. Whether revenue still equals expenditure (I8) afterwards is for Verify;
  ///  6. its cause: kNotEarmarked, kPurposeMissing, and for transfers row by row kBarredOut, kBarredInto, kNoBudget,
  ///     kNotFromReserve; kReserveByDrawOnly (the reserve is allotted, committed or diverted, or gets money by transfer, carry_in,
  ///     성립전 or 초과지출),
  ///     kWrongAccount (policy); at the last row of its group, by that row's day: kGroupMixed (years, accounts, origins,
  ///     causes or days: carried money is not mixed with this year's, and what leaves one item is with the other the same day),
  ///     kGroupNotZero, kAcrossPolicyPrograms, kInsideOnePolicyProgram, kTooWide, kPurposeChanged. Corrections of one
  ///     transfer on one day in a batch are a group without a number: they net to zero too, and where the transfer keeps the
  ///     purpose of money (이체), purpose by purpose: what stays of it is judged as if the rest had never been;
  ///  7. money, as the row finds it: kOverflow (a sum of the item or of what is controlled with it would leave its range;
  ///     also any amount above 10^17 by itself, whatever it would be taken from, and where the entries of an item that name a
  ///     source would come to more than 10^18 in all), kAboveSource (a refund to own funds, or
  ///     above what its payer gave the item, where entries say who pays for the item; a vote that takes more from a source
  ///     than it gave), kAboveCommitment, kAboveDisbursement, kAboveCollected, kAboveUncollected,
  ///     kAboveLapsed (a reserve for a payer above what lapses; also where the row would eat what is reserved, for its item
  ///     or for one that is controlled with it), kBelowZero, kAboveBudget (allotted),
  ///     kAboveAvailable (committed), kBelowCommitted (a row that takes away what is allotted or committed already).
  /// A batch whose key was posted with other rows is refused with kKeyReused before any row (labels of groups may differ
  /// while they group the same rows); one of more than 2^32 − 2 entries in all with kTooLarge; a memo or key that is not
  /// UTF-8 with kInvalidUtf8. An empty batch does nothing, and its key is not remembered.
  [[nodiscard]] Result<Receipt> Post(const BatchView& batch);
  [[nodiscard]] Result<Receipt> Post(const Batch& batch) { return Post(batch.view()); }
  /// The same judgement without posting: one code a row, Code::kOk for the rows that Post would take as one batch. A row
  /// that is refused is as if it were not there. A group with a refused row goes out whole, there and then: its other rows
  /// get the code kGroupNotZero, corrections of its rows in this batch kUnknownReference, and what its rows did is taken
  /// back. As that may have been what others were taken or refused for, all is judged again from the first row without
  /// the groups that went out, until none goes out; a group that is out stays out. A row whose memo is not UTF-8 says
  /// so whatever becomes of its group. The key is not looked at.
  ///
  /// It takes the time of one pass, and of one more for each time that a group goes out because another did: a million
  /// groups that do not net take two passes.
  [[nodiscard]] std::vector<Code> Check(const BatchView& batch) const;

  /// Calls `visit(const Entry&)` for the entries from `first` on, in order.
  template <class Visit>
  void ForEachEntry(EntryId first, Visit&& visit) const {
    for (std::uint32_t id = NumberOf(first) == 0 ? 1 : NumberOf(first); id <= entry_count(); ++id)
      visit(*Find(EntryId{id}));
  }

  // ---- balances ----

  /// An item's balances now. @pre the item is there.
  [[nodiscard]] ItemBalances BalancesOf(ItemId item) const noexcept;
  /// Sums over items, now.
  [[nodiscard]] Result<BalanceTable> Balances(const ItemFilter& filter, GroupBy by) const;
  /// Sums over items from the entries up to a day (closed), as known when `known` was the last entry (closed; none: all
  /// that are there). A correction counts on its own day. Refuses Code::kInvalidArgument (a grouping that is none),
  /// kOverflow: by days a sum may leave ±5.7 × 10^17 that never did in the order of posting.
  [[nodiscard]] Result<BalanceTable> BalancesOn(Date day, const ItemFilter& filter, GroupBy by,
                                                EntryId known = EntryId::kNone) const;

  // ---- closing ----

  /// Closes a fiscal year: from then on it takes no entry, item or name. Refuses Code::kYearClosed, kNotFound (no item of
  /// the year), kVersionOrder while an earlier year of the book is open.
  [[nodiscard]] Result<void> Close(std::int32_t fiscal_year);

  /// Recomputes everything from the entries and gives every identity that does not hold, and what the law wants to be
  /// seen, as warnings: votes posted row by row that Adopt would have refused (a version out of its turn, or dated
  /// before one that it follows, a provisional budget that stands beside the original one, a reserve above its share of
  /// the account after a version); pre-enactment spending that no budget took in, or not the next one, or one whose
  /// vote was corrected since, `ledger.pre_enactment_undone` (§45); continuing plans that follow each other and carry the
  /// same money on for more years than one plan may run, `ledger.plan_years` (§42②); entries
  /// dated before what they lean on; commitments that were open when their year was closed; refunds beyond
  /// what lapses of what their source gave the item (a question, Severity::kAsk, where that rests on shares of entries
  /// that name no source), payments and carried money beyond what it gave; and in accounts with revenue, where the policy balances (I8), votes or money
  /// carried in that differ between revenue and expenditure, and more revenue carried in than expenditure was carried
  /// out. Empty: all is well. Sums of several items are exact, of whatever size; an item whose entries do not add up in
  /// 64 bits is a finding `ledger.overflow`.
  [[nodiscard]] std::vector<Finding> Verify() const;

  /// For the modules of this library.
  [[nodiscard]] internal::BookState& state() noexcept { return *state_; }
  [[nodiscard]] const internal::BookState& state() const noexcept { return *state_; }

 private:
  explicit Book(std::unique_ptr<internal::BookState> state) noexcept;
  std::unique_ptr<internal::BookState> state_;
};

}  // namespace yesan
