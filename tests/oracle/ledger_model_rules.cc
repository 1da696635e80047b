// The judgement of a row, rule by rule, in the order that Book::Post documents.
#include <algorithm>
#include <limits>

#include "tests/oracle/ledger_model.h"

namespace yesan::oracle {
namespace {

Verdict Refuse(Code code) {
  Verdict verdict;
  verdict.code = code;
  return verdict;
}

Verdict RefuseMoney(Code code, std::int64_t available, std::int64_t asked) {
  Verdict verdict;
  verdict.code = code;
  verdict.available = available;
  verdict.asked = asked;
  return verdict;
}

bool IsTransfer(EntryKind kind) {
  return kind == EntryKind::kTransferIn || kind == EntryKind::kTransferOut;
}

bool IsKnown(EntryKind kind) {
  const int n = static_cast<int>(kind);
  return (n >= 1 && n <= 15) || (n >= 20 && n <= 24);
}

bool IsSupplementary(Cause cause) {
  return static_cast<int>(cause) >= 101 && static_cast<int>(cause) <= 199;
}

bool Draws(EntryKind kind) {
  return kind == EntryKind::kAppropriate || kind == EntryKind::kAuthorizeSpending ||
         kind == EntryKind::kTransferIn || kind == EntryKind::kCarryOut;
}

// What undoes such an entry changes the budget too.
bool ChangesBudget(EntryKind kind) {
  return kind == EntryKind::kAppropriate || kind == EntryKind::kReduce ||
         kind == EntryKind::kAuthorizeSpending || IsTransfer(kind);
}

bool ForRevenue(EntryKind kind) { return static_cast<int>(kind) >= 20; }

bool ForBoth(EntryKind kind) {
  return kind == EntryKind::kAppropriate || kind == EntryKind::kReduce ||
         kind == EntryKind::kCarryIn || kind == EntryKind::kCorrect;
}

std::int64_t NotBelowZero(std::int64_t value) { return std::max<std::int64_t>(value, 0); }

}  // namespace

std::vector<const PolicyLine*> LedgerModel::Lines(PolicyTopic topic, Date day) const {
  std::vector<const PolicyLine*> lines;
  for (const PolicyLine& line : policy_.lines)
    if (line.topic == topic && line.first_day <= day && day <= line.last_day)
      lines.push_back(&line);
  return lines;
}

FiscalYear LedgerModel::YearOf(const Posting& row) const {
  return FiscalYear::Make(item(row.item).fiscal_year, calendar_).value();
}

bool LedgerModel::Fits(const Posting& row) const {
  const Cause cause = row.cause;
  switch (row.kind) {
    case EntryKind::kAppropriate:
      return cause == Cause::kOriginal || cause == Cause::kProvisional || IsSupplementary(cause);
    case EntryKind::kReduce:
      return cause == Cause::kProvisional || IsSupplementary(cause);
    case EntryKind::kAuthorizeSpending:
      return cause == Cause::kPreEnactment || cause == Cause::kExcessRevenue;
    case EntryKind::kTransferIn:
    case EntryKind::kTransferOut:
      return static_cast<int>(cause) >= 21 && static_cast<int>(cause) <= 25;
    case EntryKind::kCarryIn: {
      const int n = static_cast<int>(cause);
      if (n < 31 || n > 34) return false;
      // Into an item of expenditure money comes by the way that its origin says.
      return item(row.item).revenue || static_cast<int>(item(row.item).origin) == n - 30;
    }
    case EntryKind::kCarryOut:
      return static_cast<int>(cause) >= 31 && static_cast<int>(cause) <= 34;
    default:
      return cause == Cause::kNone;
  }
}

bool LedgerModel::FromRollover(const ModelEntry& e) const {
  if (e.kind == EntryKind::kCarryOut) return true;
  const ItemKey& k = items_[e.item - 1];
  return e.kind == EntryKind::kCarryIn && !k.revenue && YearInBook(k.fiscal_year - 1);
}

// A commitment that a rollover made: behind a carry_in there are as many as moved with the carry_outs before it.
bool LedgerModel::MadeAnew(std::uint32_t id) const {
  if (entry(id).kind != EntryKind::kCommit) return false;
  std::uint32_t at = id;
  while (at >= 1 && entry(at).kind == EntryKind::kCommit && entry(at).item == entry(id).item) --at;
  std::uint32_t before = id - at;  // this one counted
  if (at == 0 || entry(at).kind != EntryKind::kCarryIn || entry(at).item != entry(id).item)
    return false;
  while (at >= 1 && entry(at).kind == EntryKind::kCarryIn) --at;
  std::set<std::uint32_t> moved;
  for (; at >= 1 && entry(at).kind == EntryKind::kCarryOut; --at)
    for (const auto& one : entry(at).moved) moved.insert(one.first);
  return before <= moved.size();
}

std::uint32_t LedgerModel::Resolve(const Judged& batch, std::size_t i) const {
  const std::int64_t reference = (*batch.rows)[i].reference;
  if (reference > 0) {
    std::size_t before = entries_.size();  // without those of this batch
    for (const std::uint32_t id : batch.entries)
      if (id != 0) --before;
    return reference <= static_cast<std::int64_t>(before) ? static_cast<std::uint32_t>(reference)
                                                          : 0;
  }
  if (reference == 0 || reference < -static_cast<std::int64_t>(i)) return 0;
  return batch.entries[static_cast<std::size_t>(-reference - 1)];
}

bool LedgerModel::ObjectIn(const ItemKey& k, const std::vector<std::string>& objects) const {
  std::string code = k.object_item;
  const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
  if (code.size() == 5 && digits) code.insert(3, "-");
  const std::size_t dash = code.find('-');
  const std::string lead = dash == std::string::npos ? code : code.substr(0, dash);
  for (const std::string& listed : objects) {
    if (listed == k.object_group || listed == k.object_item || listed == code || listed == lead)
      return true;
  }
  return false;
}

bool LedgerModel::ObjectIn(ItemId id, const std::vector<std::string>& objects) const {
  return ObjectIn(item(id), objects);
}

bool LedgerModel::IsReserve(ItemId id, Date day) const {
  for (const PolicyLine* line : Lines(PolicyTopic::kReserveObjects, day))
    if (ObjectIn(id, line->objects)) return true;
  return false;
}

bool LedgerModel::MayBeIn(AccountId account, Cause cause, Date day) const {
  bool bound = false;
  bool named = false;
  for (const PolicyLine* line : Lines(PolicyTopic::kOnlyInAccounts, day)) {
    if (line->cause != cause) continue;
    bound = true;
    if (line->number == static_cast<std::int64_t>(account_kinds_[NumberOf(account) - 1]))
      named = true;
  }
  return named || !bound;
}

bool LedgerModel::Covers(const Authorization& a, ItemId id, Date day) const {
  const ItemKey& k = item(id);
  std::int32_t last = a.fiscal_year;
  if (a.kind == AuthorizationKind::kContinuingPlan) last = a.last_year;
  if (a.fiscal_year != 0 && (k.fiscal_year < a.fiscal_year || k.fiscal_year > last)) return false;
  if (a.account != AccountId::kNone && a.account != k.account) return false;
  if (a.program != ProgramId::kNone && !IsUnder(NumberOf(k.program), NumberOf(a.program)))
    return false;
  if (a.item != ItemId::kNone && a.item != id) return false;
  return a.day <= day;
}

LedgerModel::Control LedgerModel::ControlOf(ItemId id) const {
  Control sums;
  for (const std::uint32_t number : controlled_.at(ControlKey(id))) {
    const ItemBalances b = BalancesOf(ItemId{number});
    sums.current += CurrentBudget(b);
    sums.allotted += b.allotted;
    sums.used += b.committed_total + CarryoverOut(b) - b.commitments_out;
    sums.reserved += b.subsidy_refund;
  }
  return sums;
}

// The group of a row: those with its label; of a correction, those that correct the same transfer on its day. Empty: none.
std::string LedgerModel::GroupOf(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  if (IsTransfer(row.kind)) return row.group == 0 ? "" : "label " + std::to_string(row.group);
  if (row.kind != EntryKind::kCorrect) return "";
  const std::string on = " on " + row.day.ToString();
  if (row.reference > 0) {
    const std::uint32_t id = Resolve(batch, i);
    if (id == 0 || entry(id).transfer == 0) return "";
    return "corrections of " + std::to_string(entry(id).transfer) + on;
  }
  if (row.reference == 0 || row.reference < -static_cast<std::int64_t>(i)) return "";
  const auto k = static_cast<std::size_t>(-row.reference - 1);
  const Posting& leg = (*batch.rows)[k];
  if (batch.left_out[k] || !IsTransfer(leg.kind)) return "";
  return "corrections of label " + std::to_string(leg.group) + on;
}

std::vector<std::size_t> LedgerModel::GroupRows(const Judged& batch, std::size_t i) const {
  std::vector<std::size_t> rows;
  const std::string group = GroupOf(batch, i);
  if (group.empty()) return rows;
  for (std::size_t j = 0; j < batch.rows->size(); ++j)
    if (!batch.left_out[j] && GroupOf(batch, j) == group) rows.push_back(j);
  return rows;
}

Verdict LedgerModel::JudgeRow(const Judged& batch, std::size_t i) const {
  Verdict verdict = JudgeForm(batch, i);
  if (verdict.ok()) verdict = JudgeReference(batch, i);
  if (verdict.ok()) verdict = JudgeDay(batch, i);
  if (verdict.ok()) verdict = JudgeOfficer(batch, i);
  if (verdict.ok()) verdict = JudgeAuthorization(batch, i);
  if (verdict.ok()) verdict = JudgeCause(batch, i);
  if (verdict.ok()) verdict = JudgeMoney(batch, i);
  verdict.row = verdict.ok() ? -1 : static_cast<std::int64_t>(i);
  return verdict;
}

// 1. Its form.
Verdict LedgerModel::JudgeForm(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  if (NumberOf(row.item) == 0 || NumberOf(row.item) > items_.size())
    return Refuse(Code::kUnknownItem);
  if (!IsKnown(row.kind)) return Refuse(Code::kUnknownKind);
  if (!Fits(row)) return Refuse(Code::kUnknownCause);
  const ItemKey& k = item(row.item);
  if (!ForBoth(row.kind) && ForRevenue(row.kind) != k.revenue) return Refuse(Code::kWrongItem);
  const bool gives = row.kind == EntryKind::kAppropriate || row.kind == EntryKind::kReduce ||
                     row.kind == EntryKind::kAuthorizeSpending;
  if (gives && !k.revenue && k.origin != Origin::kCurrent) return Refuse(Code::kWrongItem);
  if (row.amount.minor() <= 0) return Refuse(Code::kAmountNotPositive);
  const int source = row.source ? static_cast<int>(*row.source) : 0;
  if (source < 0 || source > 15) return Refuse(Code::kUnknownSource);
  if (source == 0 && row.kind == EntryKind::kReserveSubsidyRefund)
    return Refuse(Code::kUnknownSource);
  if (NumberOf(row.authorization) > authorizations_.size())
    return Refuse(Code::kUnknownAuthorization);
  if (row.memo.size() > 4000) return Refuse(Code::kTextTooLong);
  if (row.kind == EntryKind::kCarryOut) return Refuse(Code::kPostedByRollover);
  if (row.kind == EntryKind::kCarryIn && !k.revenue && YearInBook(k.fiscal_year - 1))
    return Refuse(Code::kPostedByRollover);
  if (IsTransfer(row.kind)) {
    if (row.group == 0) return Refuse(Code::kGroupMissing);
  } else if (row.group != 0) {
    return Refuse(Code::kInvalidArgument);
  }
  return Verdict();
}

// 2. Its reference.
Verdict LedgerModel::JudgeReference(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  const bool correction = row.kind == EntryKind::kCorrect;
  const bool to_commitment = row.kind == EntryKind::kRelease || row.kind == EntryKind::kDisburse;
  const bool to_disbursement = row.kind == EntryKind::kRefund;
  if (!correction && !to_commitment && !to_disbursement)
    return row.reference == 0 ? Verdict() : Refuse(Code::kWrongReference);
  if (row.reference == 0) return Refuse(Code::kReferenceMissing);
  const std::uint32_t id = Resolve(batch, i);
  if (id == 0) return Refuse(Code::kUnknownReference);
  const ModelEntry& e = entry(id);
  if (e.item != NumberOf(row.item)) return Refuse(Code::kWrongReference);
  if (to_commitment && e.kind != EntryKind::kCommit) return Refuse(Code::kWrongReference);
  if (to_disbursement && e.kind != EntryKind::kDisburse) return Refuse(Code::kWrongReference);
  if (correction && e.kind == EntryKind::kCorrect) return Refuse(Code::kWrongReference);
  if (correction && !undoing_ && (FromRollover(e) || MadeAnew(id)))
    return Refuse(Code::kPostedByRollover);
  if (Corrected(id)) return Refuse(Code::kAlreadyCorrected);
  if (!correction) return Verdict();
  if (e.kind == EntryKind::kReduce && e.cause == Cause::kProvisional) {
    const ItemKey& k = item(row.item);
    for (const BudgetVersion& version : VersionsOf(k.account, k.fiscal_year))
      if (version.stage == BudgetStage::kOriginal) return Refuse(Code::kPostedByAdoption);
  }
  if (row.amount.minor() != e.amount || SourceOf(row, id) != e.source)
    return Refuse(Code::kCorrectionDiffers);
  if (Used(id)) return Refuse(Code::kStillUsed);
  return Verdict();
}

// 3. Its day.
Verdict LedgerModel::JudgeDay(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  const FiscalYear year = YearOf(row);
  if (IsClosed(year.year())) return Refuse(Code::kYearClosed);
  if (year.Contains(row.day)) return Verdict();
  const bool of_budget =
      row.kind == EntryKind::kCorrect && ChangesBudget(entry(Resolve(batch, i)).kind);
  if (row.day > year.last_day() && !of_budget) {
    const Result<FiscalYear> next = year.Next();
    for (const PolicyLine* line : Lines(PolicyTopic::kAfterYearUntil, row.day)) {
      if (line->kind != row.kind || !next) continue;
      const Result<Date> until = Date::Make(next->YearOfMonth(line->month), line->month, line->day);
      if (until && row.day <= *until) return Verdict();
    }
  }
  return Refuse(Code::kDayOutsideYear);
}

// 4. Its officer.
Verdict LedgerModel::JudgeOfficer(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  if (row.kind != EntryKind::kDisburse || row.actor == ActorId::kNone) return Verdict();
  if (Lines(PolicyTopic::kSeparateOfficers, row.day).empty()) return Verdict();
  if (entry(Resolve(batch, i)).actor == NumberOf(row.actor)) return Refuse(Code::kSameOfficer);
  return Verdict();
}

// 5. Its authorization.
Verdict LedgerModel::JudgeAuthorization(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  bool needed = false;
  bool right_kind = false;
  const auto asks = [&](EntryKind kind, Cause cause) {
    for (const PolicyLine* line : Lines(PolicyTopic::kNeedsAuthorization, row.day)) {
      const bool any_supplementary =
          line->cause == Cause::kFirstSupplementary && IsSupplementary(cause);
      if (line->kind != kind || (line->cause != cause && !any_supplementary)) continue;
      needed = true;
      if (row.authorization != AuthorizationId::kNone &&
          authorization(row.authorization).kind == line->authorization) {
        right_kind = true;
      }
    }
  };
  asks(row.kind, row.cause);
  if (row.kind == EntryKind::kCorrect && !adopting_) {
    const ModelEntry& undone = entry(Resolve(batch, i));
    if (ChangesBudget(undone.kind)) asks(undone.kind, undone.cause);
  }
  if (row.authorization == AuthorizationId::kNone)
    return needed ? Refuse(Code::kAuthorizationMissing) : Verdict();
  if (needed && !right_kind) return Refuse(Code::kWrongAuthorization);
  const Authorization& a = authorization(row.authorization);
  if (!Covers(a, row.item, row.day)) return Refuse(Code::kNotCovered);
  if (a.limit && Draws(row.kind)) {
    const std::int64_t left = a.limit->minor() - DrawnOn(row.authorization);
    if (row.amount.minor() > left) return RefuseMoney(Code::kAboveLimit, left, row.amount.minor());
  }
  return Verdict();
}

// 6. Its cause.
Verdict LedgerModel::JudgeCause(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  const Authorization* a =
      row.authorization == AuthorizationId::kNone ? nullptr : &authorization(row.authorization);
  if (row.kind == EntryKind::kAuthorizeSpending && row.cause == Cause::kPreEnactment) {
    const auto lines = Lines(PolicyTopic::kEarmarkedSource, row.day);
    bool lawful = lines.empty() || (a != nullptr && a->kind == AuthorizationKind::kDisaster);
    for (const PolicyLine* line : lines)
      if (row.source && static_cast<std::int64_t>(*row.source) == line->number) lawful = true;
    if (!lawful) return Refuse(Code::kNotEarmarked);
  }
  if (row.kind == EntryKind::kAppropriate && row.cause == Cause::kProvisional &&
      !Lines(PolicyTopic::kProvisionalPurpose, row.day).empty() &&
      (a == nullptr || a->purpose == ProvisionalPurpose::kNone)) {
    return Refuse(Code::kPurposeMissing);
  }
  const std::vector<std::size_t> group = GroupRows(batch, i);
  if (row.kind == EntryKind::kTransferOut) {
    for (const PolicyLine* line : Lines(PolicyTopic::kBarredOut, row.day)) {
      if (line->cause != row.cause || !ObjectIn(row.item, line->objects)) continue;
      bool some = false;
      bool all = true;  // of the group's money goes into these very objects
      for (const std::size_t j : group) {
        const Posting& other = (*batch.rows)[j];
        if (other.kind != EntryKind::kTransferIn) continue;
        some = true;
        all = all && NumberOf(other.item) >= 1 && NumberOf(other.item) <= items_.size() &&
              ObjectIn(other.item, line->objects);
      }
      if (line->number != 1 || !some || !all) return Refuse(Code::kBarredOut);
    }
  }
  if (row.kind == EntryKind::kTransferIn) {
    for (const PolicyLine* line : Lines(PolicyTopic::kBarredInto, row.day)) {
      if (line->cause != row.cause || !ObjectIn(row.item, line->objects)) continue;
      if (line->number != 1 || a == nullptr || a->kind != line->authorization)
        return Refuse(Code::kBarredInto);
    }
    for (const PolicyLine* line : Lines(PolicyTopic::kBudgetedOnly, row.day)) {
      if (line->cause != row.cause) continue;
      const ItemKey& k = item(row.item);
      std::int64_t adopted = 0;
      for (const std::uint32_t other : of_program_.at({k.fiscal_year, NumberOf(k.program)}))
        adopted += Adopted(BalancesOf(ItemId{other}));
      if (adopted <= 0) return Refuse(Code::kNoBudget);
    }
  }
  if (IsTransfer(row.kind) && row.cause == Cause::kContingencyDraw) {
    const auto lines = Lines(PolicyTopic::kReserveObjects, row.day);
    bool reserve = false;
    for (const PolicyLine* line : lines) reserve = reserve || ObjectIn(row.item, line->objects);
    // Out of the reserve alone, and into what is no reserve.
    if (!lines.empty() && reserve != (row.kind == EntryKind::kTransferOut))
      return Refuse(Code::kNotFromReserve);
  }
  bool by_another_way = row.kind == EntryKind::kAllot || row.kind == EntryKind::kCommit ||
                        row.kind == EntryKind::kAuthorizeSpending ||
                        (row.kind == EntryKind::kCarryIn && !item(row.item).revenue);
  if (IsTransfer(row.kind))
    by_another_way = row.cause != Cause::kContingencyDraw && row.cause != Cause::kReorganization;
  if (by_another_way && IsReserve(row.item, row.day)) return Refuse(Code::kReserveByDrawOnly);
  if (row.cause != Cause::kNone && !MayBeIn(item(row.item).account, row.cause, row.day))
    return Refuse(Code::kWrongAccount);
  if (!group.empty() && group.back() == i) return JudgeGroup(batch, i);
  return Verdict();
}

// 6, for the last row of a group.
Verdict LedgerModel::JudgeGroup(const Judged& batch, std::size_t last) const {
  const Posting& row = (*batch.rows)[last];
  const std::vector<std::size_t> group = GroupRows(batch, last);
  std::vector<ItemId> moved_items;  // of rows that are no corrections
  std::map<std::string, std::int64_t> by_purpose, given_back;
  bool keeps_purpose = false;  // what is corrected
  std::set<std::uint32_t> departments, policy_programs, unit_programs;
  std::set<std::string> object_groups;
  std::set<std::uint32_t> giving, taking;  // policy programs
  std::int64_t net = 0;
  for (const std::size_t j : group) {
    const Posting& r = (*batch.rows)[j];
    const ItemKey& k = item(r.item);
    if (k.fiscal_year != item(row.item).fiscal_year || k.account != item(row.item).account ||
        k.origin != item(row.item).origin || r.cause != row.cause || r.day != row.day) {
      return Refuse(Code::kGroupMixed);
    }
    std::int64_t sign = r.kind == EntryKind::kTransferIn ? 1 : -1;
    if (r.kind == EntryKind::kCorrect) {
      const std::uint32_t id = Resolve(batch, j);
      sign = id != 0 && entry(id).kind == EntryKind::kTransferIn ? -1 : 1;
    }
    net += sign * std::min<std::int64_t>(r.amount.minor(), 1'000'000'000'000'000'000);
    const std::string purpose = std::to_string(NumberOf(k.program)) + "/" + k.object_item + "/" +
                                std::to_string(static_cast<int>(k.origin));
    if (r.kind == EntryKind::kCorrect) {
      given_back[purpose] += sign * r.amount.minor();
      const std::uint32_t id = Resolve(batch, j);
      if (id == 0) continue;
      for (const PolicyLine* line : Lines(PolicyTopic::kSamePurpose, entry(id).day))
        keeps_purpose = keeps_purpose || line->cause == entry(id).cause;
      continue;
    }
    moved_items.push_back(r.item);
    by_purpose[purpose] += sign * r.amount.minor();
    departments.insert(NumberOf(k.department));
    policy_programs.insert(NodeOf(r.item, CodeKind::kPolicyProgram));
    (sign > 0 ? taking : giving).insert(NodeOf(r.item, CodeKind::kPolicyProgram));
    unit_programs.insert(NodeOf(r.item, CodeKind::kUnitProgram));
    object_groups.insert(k.object_group);
  }
  if (net != 0) return Refuse(Code::kGroupNotZero);
  if (moved_items.empty()) {
    for (const auto& [purpose, amount] : given_back)
      if (keeps_purpose && amount != 0) return Refuse(Code::kPurposeChanged);
    return Verdict();
  }
  const auto bound = [&](PolicyTopic topic) {
    for (const PolicyLine* line : Lines(topic, row.day))
      if (line->cause == row.cause) return true;
    return false;
  };
  if (bound(PolicyTopic::kInsidePolicyProgram) && policy_programs.size() > 1)
    return Refuse(Code::kAcrossPolicyPrograms);
  if (bound(PolicyTopic::kAcrossPolicyPrograms)) {
    bool inside = policy_programs.size() < 2;
    for (const std::uint32_t program : giving) inside = inside || taking.count(program) != 0;
    if (inside) return Refuse(Code::kInsideOnePolicyProgram);
  }
  if (bound(PolicyTopic::kInsideUnitProgram) &&
      (unit_programs.size() > 1 || object_groups.size() > 1)) {
    return Refuse(Code::kTooWide);
  }
  if (bound(PolicyTopic::kSamePurpose)) {
    bool same = departments.size() > 1;
    for (const auto& [purpose, amount] : by_purpose) same = same && amount == 0;
    if (!same) return Refuse(Code::kPurposeChanged);
  }
  return Verdict();
}

// 7. Money.
Verdict LedgerModel::JudgeMoney(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  const std::int64_t asked = row.amount.minor();
  const ModelEntry e = EntryOf(batch, i);
  const ItemBalances before = BalancesOf(row.item);
  ItemBalances after = before;
  if (asked > 100'000'000'000'000'000 || !AddEffect(&after, e, 1)) return Refuse(Code::kOverflow);
  std::int64_t named = e.source == 0 ? 0 : asked;  // of all entries of the item that name a source
  for (const std::uint32_t number : of_item_[NumberOf(row.item) - 1])
    if (e.source != 0 && entry(number).source != 0) named += entry(number).amount;
  if (named > 1'000'000'000'000'000'000) return Refuse(Code::kOverflow);

  const bool refund = row.kind == EntryKind::kReserveSubsidyRefund;
  const bool takes = row.kind == EntryKind::kReduce;
  if ((refund || takes) && e.source != 0 && !item(row.item).revenue) {
    // Own funds (the tier of the model's government is not known) get nothing back, nor does who gives no subsidies.
    const auto payer = static_cast<FundingSource>(e.source);
    if (refund && (payer == FundingSource::kOwnFunds || payer == FundingSource::kLocalBond ||
                   payer == FundingSource::kSelfBurden || payer == FundingSource::kLocalMatch))
      return RefuseMoney(Code::kAboveSource, 0, asked);
    bool said = false;  // who pays for the item
    for (const std::uint32_t number : of_item_[NumberOf(row.item) - 1]) {
      if (entry(number).source == 0) continue;
      ItemBalances one;
      (void)AddEffect(&one, entry(number), 1);
      said = said || CurrentBudget(one) != 0;
    }
    Scope scope;
    scope.source = e.source;
    const ItemBalances part = BalancesOf(row.item, scope);
    const std::int64_t left = CurrentBudget(part) - part.subsidy_refund;
    if ((takes || said) && asked > left)
      return RefuseMoney(Code::kAboveSource, NotBelowZero(left), asked);
  }

  if (row.kind == EntryKind::kRelease || row.kind == EntryKind::kDisburse) {
    const std::int64_t open = OpenOf(e.reference);
    if (asked > open) return RefuseMoney(Code::kAboveCommitment, open, asked);
  }
  if (row.kind == EntryKind::kRefund) {
    const std::int64_t open = OpenOf(e.reference);
    if (asked > open) return RefuseMoney(Code::kAboveDisbursement, open, asked);
  }
  if (after.received < 0) return RefuseMoney(Code::kAboveCollected, before.received, asked);
  if (Uncollected(after) < 0)
    return RefuseMoney(Code::kAboveUncollected, Uncollected(before), asked);

  // What is neither committed nor carried nor, so far, owed back to a payer.
  const auto free = [](const ItemBalances& b) {
    return CurrentBudget(b) - b.committed_total - (CarryoverOut(b) - b.commitments_out) -
           b.subsidy_refund;
  };
  if (after.subsidy_refund > 0 && free(after) < 0 && free(after) < free(before))
    return RefuseMoney(Code::kAboveLapsed, NotBelowZero(free(before)), asked);
  if (!item(row.item).revenue && free(after) < free(before)) {
    // Nor of all that are controlled together, where something is owed back for one of them.
    const Control together = ControlOf(row.item);
    const std::int64_t left = together.current - together.used - together.reserved;
    const bool owed = together.reserved + after.subsidy_refund - before.subsidy_refund > 0;
    if (owed && left + free(after) - free(before) < 0)
      return RefuseMoney(Code::kAboveLapsed, NotBelowZero(left), asked);
  }

  const std::pair<std::int64_t, std::int64_t> never_below_zero[] = {
      {before.original + before.supplementary, after.original + after.supplementary},
      {before.provisional, after.provisional},
      {CurrentBudget(before), CurrentBudget(after)},
      {before.allotted, after.allotted},
      {before.committed_total, after.committed_total},
      {before.disbursed, after.disbursed}};
  std::int64_t available = std::numeric_limits<std::int64_t>::max();
  bool below = false;
  for (const auto& [was, is] : never_below_zero) {
    if (is >= was) continue;
    available = std::min(available, was);
    below = below || is < 0;
  }
  if (below) return RefuseMoney(Code::kBelowZero, NotBelowZero(available), asked);

  if (item(row.item).revenue) return Verdict();
  const std::int64_t current = CurrentBudget(after) - CurrentBudget(before);
  const std::int64_t allotted = after.allotted - before.allotted;
  const std::int64_t used = after.committed_total - before.committed_total;
  if (current == 0 && allotted == 0 && used == 0) return Verdict();
  const Control sums = ControlOf(row.item);
  // Slack of each link of the chain, before, and what the row adds to it.
  struct Link {
    std::int64_t slack, change;
    Code raising;
    bool raises;
  };
  std::vector<Link> links;
  if (!Lines(PolicyTopic::kAllotment, row.day).empty()) {
    links.push_back(
        {sums.current - sums.allotted, current - allotted, Code::kAboveBudget, allotted > 0});
    links.push_back({sums.allotted - sums.used, allotted - used, Code::kAboveAvailable, used > 0});
  }
  // Never more than there is, though more was allotted before allotment bound.
  links.push_back({sums.current - sums.used, current - used, Code::kAboveAvailable, used > 0});
  available = std::numeric_limits<std::int64_t>::max();
  std::optional<Code> raising;
  for (const Link& link : links) {
    if (link.change >= 0 || !link.raises) continue;
    available = std::min(available, link.slack);
    if (link.slack + link.change < 0) raising = link.raising;
  }
  if (raising) return RefuseMoney(*raising, NotBelowZero(available), asked);
  available = std::numeric_limits<std::int64_t>::max();
  bool broken = false;
  for (const Link& link : links) {
    if (link.change >= 0) continue;
    available = std::min(available, link.slack);
    broken = broken || link.slack + link.change < 0;
  }
  if (broken) return RefuseMoney(Code::kBelowCommitted, NotBelowZero(available), asked);
  return Verdict();
}

}  // namespace yesan::oracle
