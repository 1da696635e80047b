/// @file
/// The budget ledger the slow, obvious way: entries in a row, and every figure added up anew for each question.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "yesan/base/code.h"
#include "yesan/budget/classification.h"
#include "yesan/calendar/date.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/ledger/authorization.h"
#include "yesan/ledger/balances.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/entry.h"
#include "yesan/ledger/ids.h"
#include "yesan/ledger/policy.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace yesan::oracle {

/// The answer to an act: kOk, or why not, at which row (0-based; -1: none), and the figures of a matter of money.
struct Verdict {
  Code code = Code::kOk;
  std::int64_t row = -1;
  std::optional<std::int64_t> available;
  std::optional<std::int64_t> asked;
  std::uint32_t first = 0;  ///< Of what was posted.
  std::uint32_t count = 0;
  bool repeated = false;

  [[nodiscard]] bool ok() const { return code == Code::kOk; }
};

/// An entry of the model.
struct ModelEntry {
  std::uint32_t item = 0;
  Date day;
  EntryKind kind = EntryKind::kCommit;
  Cause cause = Cause::kNone;
  std::int64_t amount = 0;
  std::uint32_t reference = 0;
  std::int32_t source = 0;  ///< FundingSource; 0: none.
  std::uint32_t authorization = 0;
  std::uint32_t actor = 0;
  std::uint32_t transfer = 0;  ///< Of a transfer: the entry of the first row of its group.
  /// carry_out: commitments that move with it, and what was open of each.
  std::vector<std::pair<std::uint32_t, std::int64_t>> moved;
};

/// Which entries a sum is over.
struct Scope {
  std::optional<Date> day;    ///< Up to this day (closed).
  std::uint32_t known = 0;    ///< Up to this entry (closed); 0: all.
  std::optional<int> source;  ///< Of this source only; 0: of none.
};

struct ModelRow {
  std::uint32_t key = 0;
  std::string code;
  ItemBalances sums;
};

struct ModelCarry {
  Code refused = Code::kOk;
  ItemKey to;
  std::int64_t committed = 0;
};

struct ModelPreview {
  std::int32_t fiscal_year = 0;
  std::vector<CarryRequest> requests;
  std::vector<ModelCarry> rows;
  Date day;
  ActorId actor = ActorId::kNone;
  std::uint64_t acts = 0;
};

/// The model. Ids are those of the public headers; a book that is given the same acts has the same ids.
class LedgerModel {
 public:
  LedgerModel(FiscalCalendar calendar, Policy policy, Classification classification);

  // What the ledger is about. Each refuses as the header of Book says.
  AccountId AddAccount(AccountKind kind = AccountKind::kGeneral);
  DepartmentId AddDepartment();
  Code AddProgram(const ProgramNode& node);
  Code AddItem(ItemKey key, ItemId* id = nullptr);
  /// All of them, or none and the row that is refused.
  Verdict AddItems(const std::vector<ItemKey>& keys, ItemId* first);
  Code AddAuthorization(const Authorization& authorization);

  [[nodiscard]] std::size_t item_count() const { return items_.size(); }
  [[nodiscard]] std::size_t entry_count() const { return entries_.size(); }
  [[nodiscard]] std::size_t authorization_count() const { return authorizations_.size(); }
  [[nodiscard]] const ItemKey& item(ItemId id) const { return items_[NumberOf(id) - 1]; }
  [[nodiscard]] const ModelEntry& entry(std::uint32_t id) const { return entries_[id - 1]; }
  [[nodiscard]] const Authorization& authorization(AuthorizationId id) const {
    return authorizations_[NumberOf(id) - 1];
  }
  [[nodiscard]] std::uint32_t NodeOf(ItemId id, CodeKind rung) const;
  [[nodiscard]] std::optional<ItemId> FindItem(const ItemKey& key) const;
  [[nodiscard]] bool IsClosed(std::int32_t year) const { return closed_.count(year) != 0; }

  // Acts.
  Verdict Post(const std::vector<Posting>& rows, const std::string& key = "");
  [[nodiscard]] std::vector<Code> Check(const std::vector<Posting>& rows);
  Verdict Adopt(const BudgetDocument& document);
  Verdict CheckBudget(const BudgetDocument& document);
  Verdict Close(std::int32_t year);
  [[nodiscard]] ModelPreview PreviewRollover(std::int32_t year, std::vector<CarryRequest> requests,
                                             Date day, ActorId actor) const;
  Verdict Rollover(const ModelPreview& preview, std::vector<ItemId>* carried);
  Verdict UndoRollover(std::uint32_t carry_out, ActorId actor);

  /// Puts other entries in the place of all from `count` + 1 on: those that a book wrote for the same act.
  void ReplaceTail(std::size_t count, const std::vector<ModelEntry>& tail);

  // Figures, always added up from the entries.
  [[nodiscard]] ItemBalances BalancesOf(ItemId id, const Scope& scope = Scope()) const;
  [[nodiscard]] std::vector<ModelRow> Balances(const ItemFilter& filter, GroupBy by,
                                               const Scope& scope = Scope()) const;
  /// By who pays, in the book of a government whose tier is not known. What is all zero is not there.
  [[nodiscard]] std::map<int, ItemBalances> BalancesBySource(const ItemFilter& filter,
                                                             const Scope& scope = Scope()) const;
  [[nodiscard]] bool Corrected(std::uint32_t entry) const;
  [[nodiscard]] std::int64_t OpenOf(std::uint32_t entry) const;
  [[nodiscard]] std::int64_t DrawnOn(AuthorizationId id) const;
  [[nodiscard]] std::vector<BudgetVersion> VersionsOf(AccountId account, std::int32_t year) const;
  Code CompareVersions(const BudgetVersion& prior, const BudgetVersion& revised,
                       std::vector<VersionRow>* rows) const;
  Code Settle(std::int32_t year, GroupBy by, const ItemFilter& filter,
              std::vector<SettledRow>* rows) const;
  /// The same by who pays, in the book of a government whose tier is not known.
  Code SettleBySource(std::int32_t year, const ItemFilter& filter,
                      std::map<int, StatutoryColumns>* rows) const;
  Code SurplusOf(AccountId account, std::int32_t year, std::int64_t grant_difference,
                 Surplus* surplus) const;
  [[nodiscard]] std::map<int, std::int64_t> RefundsDue(std::int32_t year) const;
  /// Identities that do not hold, in words; empty: all hold.
  [[nodiscard]] std::vector<std::string> BrokenIdentities() const;

  /// What is open of the entries of a kind on an item; ids ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& EntriesOf(ItemId id) const {
    return of_item_[NumberOf(id) - 1];
  }

 private:
  struct Judged {  // A batch while it is judged.
    const std::vector<Posting>* rows = nullptr;
    std::vector<bool> left_out;          // not there, in the eyes of the others
    std::vector<std::uint32_t> entries;  // the entry of a row; 0: not posted
  };
  struct Control {  // Sums of the items that are controlled together.
    std::int64_t current = 0, allotted = 0, used = 0, reserved = 0;
  };

  [[nodiscard]] std::vector<const PolicyLine*> Lines(PolicyTopic topic, Date day) const;
  [[nodiscard]] bool CarriesFromOutside(std::int32_t year) const;
  [[nodiscard]] bool YearInBook(std::int32_t year) const;
  [[nodiscard]] FiscalYear YearOf(const Posting& row) const;
  [[nodiscard]] bool Fits(const Posting& row) const;
  [[nodiscard]] bool FromRollover(const ModelEntry& entry) const;
  [[nodiscard]] bool CarriedOn(const ModelEntry& entry) const;
  [[nodiscard]] bool MadeAnew(std::uint32_t commitment) const;
  [[nodiscard]] bool Covers(const Authorization& authorization, ItemId id, Date day) const;
  [[nodiscard]] bool IsUnder(std::uint32_t program, std::uint32_t node) const;
  [[nodiscard]] std::uint32_t Resolve(const Judged& batch, std::size_t i) const;
  [[nodiscard]] bool Used(std::uint32_t entry) const;
  [[nodiscard]] bool IsReserve(ItemId id, Date day) const;
  [[nodiscard]] bool MayBeIn(AccountId account, Cause cause, Date day) const;
  [[nodiscard]] bool ObjectIn(const ItemKey& key, const std::vector<std::string>& objects) const;
  [[nodiscard]] bool ObjectIn(ItemId id, const std::vector<std::string>& objects) const;
  [[nodiscard]] Code JudgePurpose(const ItemKey& from, const ItemKey& to) const;
  [[nodiscard]] std::string ControlKey(ItemId id) const;
  [[nodiscard]] Control ControlOf(ItemId id) const;
  [[nodiscard]] std::string GroupOf(const Judged& batch, std::size_t i) const;
  [[nodiscard]] std::vector<std::size_t> GroupRows(const Judged& batch, std::size_t i) const;

  [[nodiscard]] Verdict JudgeRow(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeForm(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeReference(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeDay(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeOfficer(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeAuthorization(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeCause(const Judged& batch, std::size_t i) const;
  [[nodiscard]] Verdict JudgeGroup(const Judged& batch, std::size_t last) const;
  [[nodiscard]] Verdict JudgeMoney(const Judged& batch, std::size_t i) const;

  Verdict PostRows(const std::vector<Posting>& rows);
  [[nodiscard]] std::map<int, std::int64_t> SharesOf(ItemId id, std::int64_t amount,
                                                     const std::vector<EntryId>& moves,
                                                     std::map<int, std::int64_t>* named_of) const;
  [[nodiscard]] SettledRow SettleParts(const std::map<int, ItemBalances>& parts) const;
  [[nodiscard]] ModelEntry EntryOf(const Judged& batch, std::size_t i) const;
  [[nodiscard]] std::int32_t SourceOf(const Posting& row, std::int64_t reference) const;
  void Append(ModelEntry entry);
  void Truncate(std::size_t count);
  void CountVote(const ModelEntry& entry, int times);
  bool AddEffect(ItemBalances* sums, const ModelEntry& entry, std::int64_t times) const;
  [[nodiscard]] bool Matches(ItemId id, const ItemFilter& filter) const;
  [[nodiscard]] std::vector<std::uint32_t> ExpendituresOf(std::int32_t year,
                                                          const ItemFilter& filter,
                                                          bool* any) const;
  [[nodiscard]] std::pair<std::uint32_t, std::string> KeyOf(ItemId id, GroupBy by) const;
  [[nodiscard]] Verdict JudgeDocument(const BudgetDocument& document, std::vector<Posting>* rows,
                                      std::vector<std::int64_t>* lines) const;
  [[nodiscard]] Verdict JudgeSums(const BudgetDocument& document) const;
  [[nodiscard]] Verdict JudgeTurn(const BudgetDocument& document) const;
  [[nodiscard]] Verdict JudgeReserve(const BudgetDocument& document) const;
  [[nodiscard]] std::optional<std::map<std::uint32_t, std::int64_t>> AmountsAfter(
      const BudgetVersion& version) const;
  [[nodiscard]] std::map<int, ItemBalances> PartsOf(ItemId id, const Scope& scope) const;

  FiscalCalendar calendar_;
  Policy policy_;
  Classification classification_;
  std::uint32_t accounts_ = 0;
  std::vector<AccountKind> account_kinds_;
  std::uint32_t departments_ = 0;
  std::vector<ProgramNode> programs_;
  std::vector<ItemKey> items_;
  std::vector<Authorization> authorizations_;
  std::vector<ModelEntry> entries_;
  std::set<std::int32_t> closed_;
  std::map<std::string, std::pair<std::vector<Posting>, Verdict>> keys_;
  std::uint64_t acts_ = 0;
  bool adopting_ = false;  // rows are those of Adopt
  bool undoing_ = false;   // rows are those of UndoRollover

  // Where to look, never how much.
  std::vector<std::vector<std::uint32_t>> of_item_;               // entries of an item
  std::vector<std::vector<std::uint32_t>> leaning_;               // entries that lean on an entry
  std::vector<std::vector<std::uint32_t>> of_authorization_;      // entries under an authorization
  std::map<std::string, std::vector<std::uint32_t>> controlled_;  // items under one control
  std::map<std::pair<std::int32_t, std::uint32_t>, std::vector<std::uint32_t>> of_program_;
  std::map<std::string, std::uint32_t> item_by_key_;
  std::set<std::int32_t> years_;
  /// How many entries of a budget's cause an account has in a year.
  std::map<std::pair<std::uint32_t, std::int32_t>, std::map<int, std::int64_t>> votes_;
};

/// Figures of who pays, by source; own funds are the last to be asked, whatever their number.
using BySource = std::map<int, std::int64_t>;

/// An amount by weights, by the largest remainder: the won that are left go to the largest fractions, in the order of
/// sources. Without any weight it is own funds'.
[[nodiscard]] BySource Proportional(std::int64_t amount, const BySource& weights);
[[nodiscard]] BySource ProportionalOwnLast(std::int64_t amount, const BySource& weights);

/// The shares of a total that are of its sign and near to the wishes; none above its room, if there are rooms, but that
/// own funds take what nobody has room for.
[[nodiscard]] BySource NearestShares(std::int64_t total, const BySource& wishes,
                                     const BySource* rooms = nullptr);

/// Parts by source, and what names none: shared, so that the parts add up and each is within the whole.
[[nodiscard]] std::map<int, ItemBalances> WithinWhole(std::map<int, ItemBalances> parts,
                                                      const ItemBalances& untagged);

/// What the header of a printed row promises, of its totals: each rounded once, the sums sums of what is printed; and
/// which of them are one off. In the order of SettlementColumn; nothing where there is nothing.
struct ModelPrint {
  std::map<int, std::int64_t> totals;
  std::set<int> one_off;
};
[[nodiscard]] ModelPrint PrintTotals(const SettlementRow& row, std::int64_t unit,
                                     Rounding rounding);
/// The columns of a sheet, by name.
[[nodiscard]] std::map<int, std::pair<std::int64_t, std::int64_t>> SheetColumns(
    const SettledRow& row, bool with_refund);

// The derived figures, written out once more on purpose.
[[nodiscard]] std::int64_t Adopted(const ItemBalances& b);
[[nodiscard]] std::int64_t Transfers(const ItemBalances& b);
[[nodiscard]] std::int64_t CurrentBudget(const ItemBalances& b);
[[nodiscard]] std::int64_t CarryoverOut(const ItemBalances& b);
[[nodiscard]] std::int64_t Lapsed(const ItemBalances& b);
[[nodiscard]] std::int64_t Uncollected(const ItemBalances& b);

/// Every field of balances under its name, so that a difference can be named.
[[nodiscard]] std::vector<std::pair<const char*, std::int64_t>> Fields(const ItemBalances& b);
[[nodiscard]] std::vector<std::pair<const char*, std::int64_t>> Fields(const StatutoryColumns& c);

}  // namespace yesan::oracle
