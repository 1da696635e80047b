#include "tests/oracle/ledger_model.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace yesan::oracle {
namespace {

constexpr std::int64_t kSumMax = 100'000'000'000'000'000;  // 10^17

bool Within(std::int64_t value) { return value >= -kSumMax && value <= kSumMax; }

// value += times × amount, times ±1; false outside int64.
bool AddTo(std::int64_t* value, std::int64_t amount, std::int64_t times) {
  if (times < 0) {
    if (amount == std::numeric_limits<std::int64_t>::min()) return false;
    amount = -amount;
  }
  if (amount > 0 && *value > std::numeric_limits<std::int64_t>::max() - amount) return false;
  if (amount < 0 && *value < std::numeric_limits<std::int64_t>::min() - amount) return false;
  *value += amount;
  return true;
}

// What draws on an authorization: what gives money.
bool Draws(EntryKind kind) {
  return kind == EntryKind::kAppropriate || kind == EntryKind::kAuthorizeSpending ||
         kind == EntryKind::kTransferIn || kind == EntryKind::kCarryOut;
}

// Rows whose group labels are the rows that come first in them, and whose references are entries: what a batch says,
// however it says it. `first` is the entry that its first row became.
std::vector<Posting> Plain(const std::vector<Posting>& rows, std::uint32_t first) {
  std::vector<Posting> plain = rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].group != 0) {
      std::size_t at = 0;
      while (rows[at].group != rows[i].group) ++at;
      plain[i].group = static_cast<std::uint32_t>(at + 1);
    }
    if (rows[i].reference < 0 && rows[i].reference >= -static_cast<std::int64_t>(rows.size()))
      plain[i].reference = first - rows[i].reference - 1;
  }
  return plain;
}

bool SameRow(const Posting& a, const Posting& b) {
  return a.item == b.item && a.day == b.day && a.kind == b.kind && a.cause == b.cause &&
         a.amount == b.amount && a.reference == b.reference && a.group == b.group &&
         a.authorization == b.authorization && a.actor == b.actor && a.memo == b.memo;
}

std::string TextOf(const ItemKey& k) {
  std::string text;
  for (const std::int64_t n :
       {std::int64_t{k.fiscal_year}, std::int64_t{NumberOf(k.account)},
        std::int64_t{NumberOf(k.department)}, std::int64_t{NumberOf(k.program)},
        static_cast<std::int64_t>(k.origin), std::int64_t{k.revenue}}) {
    text += std::to_string(n) + "/";
  }
  return text + k.object_item;
}

}  // namespace

std::int64_t Adopted(const ItemBalances& b) { return b.original + b.supplementary + b.provisional; }
std::int64_t Transfers(const ItemBalances& b) {
  return b.inter_program_virement + b.intra_program_virement + b.minor_reallocation +
         b.reorganization;
}
std::int64_t CurrentBudget(const ItemBalances& b) {
  return Adopted(b) + b.carryover_in + b.pre_enactment + b.excess_revenue + Transfers(b) +
         b.contingency_draw;
}
std::int64_t CarryoverOut(const ItemBalances& b) {
  return b.explicit_out + b.accidental_out + b.continuing_out + b.construction_out;
}
std::int64_t Lapsed(const ItemBalances& b) {
  return CurrentBudget(b) - b.disbursed - CarryoverOut(b);
}
std::int64_t Uncollected(const ItemBalances& b) { return b.assessed - b.received - b.written_off; }

std::vector<std::pair<const char*, std::int64_t>> Fields(const ItemBalances& b) {
  return {{"original", b.original},
          {"supplementary", b.supplementary},
          {"provisional", b.provisional},
          {"carryover_in", b.carryover_in},
          {"pre_enactment", b.pre_enactment},
          {"excess_revenue", b.excess_revenue},
          {"inter_program_virement", b.inter_program_virement},
          {"intra_program_virement", b.intra_program_virement},
          {"minor_reallocation", b.minor_reallocation},
          {"reorganization", b.reorganization},
          {"contingency_draw", b.contingency_draw},
          {"allotted", b.allotted},
          {"committed_total", b.committed_total},
          {"disbursed", b.disbursed},
          {"explicit_out", b.explicit_out},
          {"accidental_out", b.accidental_out},
          {"continuing_out", b.continuing_out},
          {"construction_out", b.construction_out},
          {"commitments_out", b.commitments_out},
          {"subsidy_refund", b.subsidy_refund},
          {"assessed", b.assessed},
          {"received", b.received},
          {"written_off", b.written_off}};
}

LedgerModel::LedgerModel(FiscalCalendar calendar, Policy policy, Classification classification)
    : calendar_(calendar), policy_(std::move(policy)), classification_(std::move(classification)) {}

// ---- what the ledger is about ----

AccountId LedgerModel::AddAccount(AccountKind kind) {
  ++acts_;
  account_kinds_.push_back(kind);
  return AccountId{++accounts_};
}

DepartmentId LedgerModel::AddDepartment() {
  ++acts_;
  return DepartmentId{++departments_};
}

Code LedgerModel::AddProgram(const ProgramNode& node) {
  const int rung = static_cast<int>(node.kind);
  if (rung < 1 || rung > 5) return Code::kInvalidArgument;
  const std::uint32_t parent = NumberOf(node.parent);
  if (rung == 1) {
    if (parent != 0) return Code::kInvalidArgument;
  } else {
    if (parent == 0) return Code::kInvalidArgument;
    if (parent > programs_.size()) return Code::kNotFound;
    if (static_cast<int>(programs_[parent - 1].kind) != rung - 1) return Code::kInvalidArgument;
  }
  programs_.push_back(node);
  ++acts_;
  return Code::kOk;
}

Code LedgerModel::AddItem(ItemKey key, ItemId* id) {
  if (key.fiscal_year < 1 || key.fiscal_year > 9998) return Code::kOutOfRange;
  if (NumberOf(key.account) == 0 || NumberOf(key.account) > accounts_) return Code::kNotFound;
  if (IsClosed(key.fiscal_year)) return Code::kYearClosed;
  if (CarriesFromOutside(key.fiscal_year + 1) && !YearInBook(key.fiscal_year))
    return Code::kVersionOrder;
  if (!YearInBook(key.fiscal_year) && !closed_.empty() && key.fiscal_year < *closed_.rbegin())
    return Code::kVersionOrder;
  if (key.object_item.empty()) return Code::kInvalidArgument;
  if (!key.revenue) {
    if (NumberOf(key.department) == 0 || NumberOf(key.department) > departments_)
      return Code::kNotFound;
    if (NumberOf(key.program) == 0 || NumberOf(key.program) > programs_.size())
      return Code::kNotFound;
    if (programs_[NumberOf(key.program) - 1].kind != CodeKind::kDetailedProgram)
      return Code::kInvalidArgument;
  }
  if (!key.revenue) {
    const CodeEntry* entry =
        classification_.Find(CodeKind::kObjectItem, key.fiscal_year, key.object_item);
    const std::string group = entry == nullptr ? std::string() : entry->parent;
    if (group.empty() && key.object_group.empty()) return Code::kNotFound;
    if (!group.empty() && !key.object_group.empty() && key.object_group != group)
      return Code::kInvalidArgument;
    if (key.object_group.empty()) key.object_group = group;
  }
  if (FindItem(key)) return Code::kDuplicate;
  items_.push_back(key);
  const auto number = static_cast<std::uint32_t>(items_.size());
  of_item_.emplace_back();
  item_by_key_[TextOf(key)] = number;
  years_.insert(key.fiscal_year);
  if (!key.revenue) {
    controlled_[ControlKey(ItemId{number})].push_back(number);
    of_program_[{key.fiscal_year, NumberOf(key.program)}].push_back(number);
  }
  if (id != nullptr) *id = ItemId{number};
  ++acts_;
  return Code::kOk;
}

Verdict LedgerModel::AddItems(const std::vector<ItemKey>& keys, ItemId* first) {
  *first = ItemId{static_cast<std::uint32_t>(items_.size() + 1)};
  const std::size_t before = items_.size();
  const std::uint64_t acts = acts_;
  Verdict verdict;
  for (std::size_t i = 0; i < keys.size() && verdict.ok(); ++i) {
    verdict.code = AddItem(keys[i]);
    if (!verdict.ok()) verdict.row = static_cast<std::int64_t>(i);
  }
  if (verdict.ok()) return verdict;
  while (items_.size() > before) {
    const ItemKey k = items_.back();
    const std::uint32_t number = static_cast<std::uint32_t>(items_.size());
    item_by_key_.erase(TextOf(k));
    if (!k.revenue) {
      controlled_[ControlKey(ItemId{number})].pop_back();
      of_program_[{k.fiscal_year, NumberOf(k.program)}].pop_back();
    }
    items_.pop_back();
    of_item_.pop_back();
  }
  years_.clear();
  for (const ItemKey& k : items_) years_.insert(k.fiscal_year);
  acts_ = acts;
  return verdict;
}

Code LedgerModel::AddAuthorization(const Authorization& a) {
  const int kind = static_cast<int>(a.kind);
  if (kind < 1 || kind > 5 || a.document.empty()) return Code::kInvalidArgument;
  if (a.limit && a.limit->minor() < 0) return Code::kInvalidArgument;
  if (a.purpose != ProvisionalPurpose::kNone && a.kind != AuthorizationKind::kHeadDecision)
    return Code::kInvalidArgument;
  if (a.last_year != 0 && a.kind != AuthorizationKind::kContinuingPlan)
    return Code::kInvalidArgument;
  if (NumberOf(a.account) > accounts_ || NumberOf(a.program) > programs_.size() ||
      NumberOf(a.item) > items_.size()) {
    return Code::kNotFound;
  }
  if (a.kind == AuthorizationKind::kContinuingPlan) {
    const std::int32_t voted = FiscalYear::Of(a.day, calendar_).value().year();
    if (a.last_year < (a.fiscal_year != 0 ? a.fiscal_year : voted)) return Code::kInvalidArgument;
    const std::int32_t first = a.fiscal_year != 0 ? a.fiscal_year : voted + 1;
    for (const PolicyLine* line : Lines(PolicyTopic::kPlanYearsMax, a.day))
      if (a.last_year - first + 1 > line->number) return Code::kPlanTooLong;
  }
  authorizations_.push_back(a);
  of_authorization_.emplace_back();
  ++acts_;
  return Code::kOk;
}

bool LedgerModel::IsUnder(std::uint32_t program, std::uint32_t node) const {
  for (std::uint32_t at = program; at != 0; at = NumberOf(programs_[at - 1].parent))
    if (at == node) return true;
  return false;
}

std::uint32_t LedgerModel::NodeOf(ItemId id, CodeKind rung) const {
  for (std::uint32_t at = NumberOf(item(id).program); at != 0;
       at = NumberOf(programs_[at - 1].parent)) {
    if (programs_[at - 1].kind == rung) return at;
  }
  return 0;
}

std::optional<ItemId> LedgerModel::FindItem(const ItemKey& key) const {
  const auto found = item_by_key_.find(TextOf(key));
  if (found == item_by_key_.end()) return std::nullopt;
  return ItemId{found->second};
}

// Money carried into a year of expenditure before the year that it came out of was there.
bool LedgerModel::CarriesFromOutside(std::int32_t year) const {
  if (YearInBook(year - 1)) return false;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    const ItemKey& k = items_[number - 1];
    if (k.fiscal_year == year && !k.revenue && BalancesOf(ItemId{number}).carryover_in != 0)
      return true;
  }
  return false;
}

bool LedgerModel::YearInBook(std::int32_t year) const { return years_.count(year) != 0; }

std::string LedgerModel::ControlKey(ItemId id) const {
  const ItemKey& k = item(id);
  std::string key = std::to_string(k.fiscal_year) + "/" + std::to_string(NumberOf(k.account)) +
                    "/" + std::to_string(static_cast<int>(k.origin)) + "/";
  // The reserve, on whatever day the policy calls it that, keeps to itself.
  for (const PolicyLine& line : policy_.lines) {
    if (line.topic != PolicyTopic::kReserveObjects || k.revenue || !ObjectIn(k, line.objects))
      continue;
    key += "reserve/";
    break;
  }
  switch (policy_.control_level) {
    case ControlLevel::kItem:
      return key + std::to_string(NumberOf(id));
    case ControlLevel::kObjectGroup:
      return key + std::to_string(NumberOf(k.program)) + "/" + k.object_group;
    case ControlLevel::kDetailedProgram:
      return key + std::to_string(NumberOf(k.program));
    case ControlLevel::kUnitProgram:
      return key + std::to_string(NodeOf(id, CodeKind::kUnitProgram));
    case ControlLevel::kPolicyProgram:
      return key + std::to_string(NodeOf(id, CodeKind::kPolicyProgram));
  }
  return key;
}

// ---- entries ----

void LedgerModel::Append(ModelEntry entry) {
  const auto id = static_cast<std::uint32_t>(entries_.size() + 1);
  of_item_[entry.item - 1].push_back(id);
  leaning_.emplace_back();
  if (entry.reference != 0) leaning_[entry.reference - 1].push_back(id);
  for (const auto& moved : entry.moved) leaning_[moved.first - 1].push_back(id);
  if (entry.authorization != 0) of_authorization_[entry.authorization - 1].push_back(id);
  CountVote(entry, 1);
  entries_.push_back(std::move(entry));
}

void LedgerModel::CountVote(const ModelEntry& entry, int times) {
  // A vote that was corrected was one all the same: its number is not used again.
  if (entry.kind != EntryKind::kAppropriate && entry.kind != EntryKind::kReduce) return;
  const ItemKey& k = items_[entry.item - 1];
  votes_[{NumberOf(k.account), k.fiscal_year}][static_cast<int>(entry.cause)] += times;
}

void LedgerModel::Truncate(std::size_t count) {
  while (entries_.size() > count) {
    const ModelEntry& entry = entries_.back();
    CountVote(entry, -1);
    of_item_[entry.item - 1].pop_back();
    leaning_.pop_back();
    if (entry.reference != 0) leaning_[entry.reference - 1].pop_back();
    for (const auto& moved : entry.moved) leaning_[moved.first - 1].pop_back();
    if (entry.authorization != 0) of_authorization_[entry.authorization - 1].pop_back();
    entries_.pop_back();
  }
}

void LedgerModel::ReplaceTail(std::size_t count, const std::vector<ModelEntry>& tail) {
  Truncate(count);
  for (const ModelEntry& entry : tail) Append(entry);
}

bool LedgerModel::Corrected(std::uint32_t id) const {
  for (const std::uint32_t other : leaning_[id - 1])
    if (entry(other).kind == EntryKind::kCorrect) return true;
  return false;
}

std::int64_t LedgerModel::OpenOf(std::uint32_t id) const {
  const ModelEntry& e = entry(id);
  if (e.kind != EntryKind::kCommit && e.kind != EntryKind::kDisburse) return 0;
  std::int64_t open = e.amount;
  for (const std::uint32_t other : leaning_[id - 1]) {
    const ModelEntry& o = entry(other);
    if (o.kind == EntryKind::kCorrect) return 0;
    if (o.kind == EntryKind::kCarryOut) {
      if (Corrected(other)) continue;
      for (const auto& [commitment, amount] : o.moved)
        if (commitment == id) open -= amount;
      continue;
    }
    if (!Corrected(other)) open -= o.amount;  // release, disburse; refund
  }
  return open;
}

bool LedgerModel::Used(std::uint32_t id) const {
  for (const std::uint32_t other : leaning_[id - 1]) {
    if (entry(other).kind == EntryKind::kCorrect) continue;
    if (!Corrected(other)) return true;
  }
  return false;
}

// Continuing money that goes on from one year to the next: it drew when it first left.
bool LedgerModel::CarriedOn(const ModelEntry& e) const {
  return e.kind == EntryKind::kCarryOut && e.cause == Cause::kContinuingCarryover &&
         items_[e.item - 1].origin == Origin::kContinuing;
}

std::int64_t LedgerModel::DrawnOn(AuthorizationId id) const {
  std::int64_t drawn = 0;
  for (const std::uint32_t other : of_authorization_[NumberOf(id) - 1])
    if (Draws(entry(other).kind) && !Corrected(other) && !CarriedOn(entry(other)))
      drawn += entry(other).amount;
  return drawn;
}

// Who pays for a row: who it says, or else who pays for the entry that it names.
std::int32_t LedgerModel::SourceOf(const Posting& row, std::int64_t reference) const {
  if (row.source) return static_cast<std::int32_t>(*row.source);
  return reference == 0 ? 0 : entry(static_cast<std::uint32_t>(reference)).source;
}

ModelEntry LedgerModel::EntryOf(const Judged& batch, std::size_t i) const {
  const Posting& row = (*batch.rows)[i];
  ModelEntry entry;
  entry.item = NumberOf(row.item);
  entry.day = row.day;
  entry.kind = row.kind;
  entry.cause = row.cause;
  entry.amount = row.amount.minor();
  entry.reference = Resolve(batch, i);
  entry.source = SourceOf(row, entry.reference);
  entry.authorization = NumberOf(row.authorization);
  entry.actor = NumberOf(row.actor);
  if (row.kind == EntryKind::kTransferIn || row.kind == EntryKind::kTransferOut) {
    entry.transfer = static_cast<std::uint32_t>(entries_.size() + 1);
    for (std::size_t j = 0; j < i; ++j) {
      if (batch.entries[j] == 0 || (*batch.rows)[j].group != row.group) continue;
      entry.transfer = batch.entries[j];
      break;
    }
  }
  return entry;
}

Verdict LedgerModel::PostRows(const std::vector<Posting>& rows) {
  const std::size_t before = entries_.size();
  Judged batch{&rows, std::vector<bool>(rows.size(), false),
               std::vector<std::uint32_t>(rows.size(), 0)};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Verdict verdict = JudgeRow(batch, i);
    if (!verdict.ok()) {
      Truncate(before);
      return verdict;
    }
    Append(EntryOf(batch, i));
    batch.entries[i] = static_cast<std::uint32_t>(entries_.size());
  }
  Verdict done;
  done.count = static_cast<std::uint32_t>(rows.size());
  done.first = rows.empty() ? 0 : static_cast<std::uint32_t>(before + 1);
  return done;
}

Verdict LedgerModel::Post(const std::vector<Posting>& rows, const std::string& key) {
  if (key.size() > 128) {
    Verdict refused;
    refused.code = Code::kTextTooLong;
    return refused;
  }
  if (!key.empty()) {
    const auto found = keys_.find(key);
    if (found != keys_.end()) {
      const auto& [old, receipt] = found->second;
      bool same = old.size() == rows.size();
      const std::vector<Posting> then = Plain(old, receipt.first);
      const std::vector<Posting> now = Plain(rows, receipt.first);
      for (std::size_t i = 0; same && i < rows.size(); ++i) {
        same = SameRow(then[i], now[i]) &&
               SourceOf(then[i], then[i].reference) == SourceOf(now[i], now[i].reference);
      }
      Verdict again = receipt;
      again.repeated = true;
      if (!same) {
        again = Verdict();
        again.code = Code::kKeyReused;
      }
      return again;
    }
  }
  if (rows.empty()) return Verdict();
  Verdict verdict = PostRows(rows);
  if (!verdict.ok()) return verdict;
  if (!key.empty()) keys_[key] = {rows, verdict};
  ++acts_;
  return verdict;
}

std::vector<Code> LedgerModel::Check(const std::vector<Posting>& rows) {
  const std::size_t before = entries_.size();
  std::map<std::size_t, Code> out;  // rows of groups that went out
  while (true) {
    std::vector<Code> codes(rows.size(), Code::kOk);
    Judged batch{&rows, std::vector<bool>(rows.size(), false),
                 std::vector<std::uint32_t>(rows.size(), 0)};
    for (const auto& [row, code] : out) batch.left_out[row] = true;
    bool again = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (batch.left_out[i]) continue;
      const Verdict verdict = JudgeRow(batch, i);
      if (verdict.ok()) {
        Append(EntryOf(batch, i));
        batch.entries[i] = static_cast<std::uint32_t>(entries_.size());
        continue;
      }
      codes[i] = verdict.code;
      const std::vector<std::size_t> group = GroupRows(batch, i);
      if (group.empty()) {
        batch.left_out[i] = true;
        continue;
      }
      again = true;
      for (const std::size_t j : group) out[j] = j == i ? verdict.code : Code::kGroupNotZero;
      for (std::size_t j = 0; j < rows.size(); ++j) {
        if (rows[j].kind != EntryKind::kCorrect || rows[j].reference >= 0) continue;
        const auto of = static_cast<std::size_t>(-(rows[j].reference + 1));
        if (std::find(group.begin(), group.end(), of) != group.end() && out.count(j) == 0 &&
            (rows[of].kind == EntryKind::kTransferIn || rows[of].kind == EntryKind::kTransferOut)) {
          out[j] = Code::kUnknownReference;
        }
      }
      // What those rows did is taken back; the others stay as they were judged.
      std::vector<std::size_t> stay;
      for (std::size_t j = 0; j < rows.size(); ++j) {
        batch.left_out[j] = batch.left_out[j] || out.count(j) != 0;
        if (batch.entries[j] != 0 && out.count(j) == 0) stay.push_back(j);
        batch.entries[j] = 0;
      }
      Truncate(before);
      for (const std::size_t j : stay) {
        Append(EntryOf(batch, j));
        batch.entries[j] = static_cast<std::uint32_t>(entries_.size());
      }
    }
    Truncate(before);
    if (again) continue;  // all is judged anew without the groups
    for (const auto& [row, code] : out) codes[row] = code;
    return codes;
  }
}

// ---- figures ----

bool LedgerModel::AddEffect(ItemBalances* b, const ModelEntry& e, std::int64_t times) const {
  if (e.kind == EntryKind::kCorrect) return AddEffect(b, entry(e.reference), -times);
  const bool revenue = items_[e.item - 1].revenue;
  const auto add = [&](std::int64_t* field, std::int64_t sign) {
    return AddTo(field, e.amount, times * sign) && Within(*field);
  };
  bool fits = true;
  switch (e.kind) {
    case EntryKind::kAppropriate:
    case EntryKind::kReduce: {
      const std::int64_t sign = e.kind == EntryKind::kAppropriate ? 1 : -1;
      if (e.cause == Cause::kOriginal) {
        fits = add(&b->original, sign);
      } else if (e.cause == Cause::kProvisional) {
        fits = add(&b->provisional, sign);
      } else {
        fits = add(&b->supplementary, sign);
      }
      break;
    }
    case EntryKind::kAuthorizeSpending:
      fits = add(e.cause == Cause::kPreEnactment ? &b->pre_enactment : &b->excess_revenue, 1);
      break;
    case EntryKind::kCarryIn:
      fits = add(&b->carryover_in, 1);
      if (!revenue) fits = add(&b->allotted, 1) && fits;
      break;
    case EntryKind::kTransferIn:
    case EntryKind::kTransferOut: {
      const std::int64_t sign = e.kind == EntryKind::kTransferIn ? 1 : -1;
      if (e.cause == Cause::kInterProgramVirement) fits = add(&b->inter_program_virement, sign);
      if (e.cause == Cause::kIntraProgramVirement) fits = add(&b->intra_program_virement, sign);
      if (e.cause == Cause::kMinorReallocation) fits = add(&b->minor_reallocation, sign);
      if (e.cause == Cause::kReorganization) fits = add(&b->reorganization, sign);
      if (e.cause == Cause::kContingencyDraw) fits = add(&b->contingency_draw, sign);
      break;
    }
    case EntryKind::kAllot:
      fits = add(&b->allotted, 1);
      break;
    case EntryKind::kUnallot:
      fits = add(&b->allotted, -1);
      break;
    case EntryKind::kCommit:
      fits = add(&b->committed_total, 1);
      break;
    case EntryKind::kRelease:
      fits = add(&b->committed_total, -1);
      break;
    case EntryKind::kDisburse:
      fits = add(&b->disbursed, 1);
      break;
    case EntryKind::kRefund:
      fits = add(&b->disbursed, -1);
      fits = add(&b->committed_total, -1) && fits;
      break;
    case EntryKind::kCarryOut:
      if (e.cause == Cause::kExplicitCarryover) fits = add(&b->explicit_out, 1);
      if (e.cause == Cause::kAccidentalCarryover) fits = add(&b->accidental_out, 1);
      if (e.cause == Cause::kContinuingCarryover) fits = add(&b->continuing_out, 1);
      if (e.cause == Cause::kConstructionCarryover) fits = add(&b->construction_out, 1);
      for (const auto& moved : e.moved)
        fits = AddTo(&b->commitments_out, moved.second, times) && fits;
      break;
    case EntryKind::kReserveSubsidyRefund:
      fits = add(&b->subsidy_refund, 1);
      break;
    case EntryKind::kCorrect:
      break;
    case EntryKind::kAssess:
      fits = add(&b->assessed, 1);
      break;
    case EntryKind::kReceive:
      fits = add(&b->received, 1);
      break;
    case EntryKind::kRefundRevenue:
      fits = add(&b->received, -1);
      break;
    case EntryKind::kWriteOff:
      fits = add(&b->written_off, 1);
      break;
    case EntryKind::kCancelAssessment:
      fits = add(&b->assessed, -1);
      break;
  }
  return fits && Within(CurrentBudget(*b));
}

ItemBalances LedgerModel::BalancesOf(ItemId id, const Scope& scope) const {
  ItemBalances sums;
  for (const std::uint32_t number : of_item_[NumberOf(id) - 1]) {
    const ModelEntry& e = entry(number);
    if (scope.known != 0 && number > scope.known) break;
    if (scope.day && e.day > *scope.day) continue;
    if (scope.source && e.source != *scope.source) continue;
    (void)AddEffect(&sums, e, 1);
  }
  return sums;
}

bool LedgerModel::Matches(ItemId id, const ItemFilter& f) const {
  const ItemKey& k = item(id);
  if (f.fiscal_year != 0 && f.fiscal_year != k.fiscal_year) return false;
  if (f.account != AccountId::kNone && f.account != k.account) return false;
  if (f.department != DepartmentId::kNone && f.department != k.department) return false;
  if (f.program != ProgramId::kNone && !IsUnder(NumberOf(k.program), NumberOf(f.program)))
    return false;
  if (!f.object_group.empty() && f.object_group != k.object_group) return false;
  if (!f.object_item.empty() && f.object_item != k.object_item) return false;
  if (f.origin && *f.origin != k.origin) return false;
  return !f.revenue || *f.revenue == k.revenue;
}

std::pair<std::uint32_t, std::string> LedgerModel::KeyOf(ItemId id, GroupBy by) const {
  const ItemKey& k = item(id);
  switch (by) {
    case GroupBy::kNothing:
      return {0, ""};
    case GroupBy::kItem:
      return {NumberOf(id), ""};
    case GroupBy::kDetailedProgram:
      return {NodeOf(id, CodeKind::kDetailedProgram), ""};
    case GroupBy::kUnitProgram:
      return {NodeOf(id, CodeKind::kUnitProgram), ""};
    case GroupBy::kPolicyProgram:
      return {NodeOf(id, CodeKind::kPolicyProgram), ""};
    case GroupBy::kSector:
      return {NodeOf(id, CodeKind::kSector), ""};
    case GroupBy::kField:
      return {NodeOf(id, CodeKind::kField), ""};
    case GroupBy::kAccount:
      return {NumberOf(k.account), ""};
    case GroupBy::kDepartment:
      return {NumberOf(k.department), ""};
    case GroupBy::kObjectGroup:
      return {0, k.object_group};
    case GroupBy::kObjectItem:
      return {0, k.object_item};
    case GroupBy::kOrigin:
      return {static_cast<std::uint32_t>(k.origin), ""};
    case GroupBy::kFiscalYear:
      return {static_cast<std::uint32_t>(k.fiscal_year), ""};
    case GroupBy::kFundingSource:  // an item may have several: BalancesBySource
      break;
  }
  return {0, ""};
}

std::vector<ModelRow> LedgerModel::Balances(const ItemFilter& filter, GroupBy by,
                                            const Scope& scope) const {
  std::map<std::pair<std::uint32_t, std::string>, ItemBalances> groups;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    if (!Matches(ItemId{number}, filter)) continue;
    ItemBalances& sums = groups[KeyOf(ItemId{number}, by)];
    for (const std::uint32_t id : of_item_[number - 1]) {
      if (scope.known != 0 && id > scope.known) break;
      const ModelEntry& e = entry(id);
      if (scope.day && e.day > *scope.day) continue;
      (void)AddEffect(&sums, e, 1);
    }
  }
  std::vector<ModelRow> rows;
  for (const auto& [key, sums] : groups) rows.push_back({key.first, key.second, sums});
  return rows;
}

// What an item has by who pays: what entries name a source for, and of the rest each source's share. Own funds are last of the sources; they have what no entry names a source of.
std::map<int, ItemBalances> LedgerModel::PartsOf(ItemId id, const Scope& scope) const {
  std::map<int, ItemBalances> parts;
  for (int source = 0; source <= 15; ++source) {
    Scope of = scope;
    of.source = source;
    parts[source] = BalancesOf(id, of);
  }
  const ItemBalances untagged = parts[0];
  parts.erase(0);
  return WithinWhole(parts, untagged);
}

std::map<int, ItemBalances> LedgerModel::BalancesBySource(const ItemFilter& filter,
                                                          const Scope& scope) const {
  std::map<int, ItemBalances> all;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    if (!Matches(ItemId{number}, filter)) continue;
    for (const auto& [source, part] : PartsOf(ItemId{number}, scope))
      (void)AddTo(all[source], part);
  }
  for (auto row = all.begin(); row != all.end();)
    row = row->second == ItemBalances() ? all.erase(row) : std::next(row);
  return all;
}

// Every adopted version is a view of the ledger: a version is there when entries have its cause.
std::vector<BudgetVersion> LedgerModel::VersionsOf(AccountId account, std::int32_t year) const {
  std::set<int> causes;
  const auto found = votes_.find({NumberOf(account), year});
  if (found != votes_.end())
    for (const auto& [cause, entries] : found->second)
      if (entries > 0) causes.insert(cause);
  std::vector<BudgetVersion> versions;
  if (causes.count(2) != 0) versions.push_back({year, account, BudgetStage::kProvisional, 0});
  if (causes.count(1) != 0) versions.push_back({year, account, BudgetStage::kOriginal, 0});
  for (const int cause : causes)
    if (cause > 100) versions.push_back({year, account, BudgetStage::kSupplementary, cause - 100});
  return versions;
}

std::vector<std::string> LedgerModel::BrokenIdentities() const {
  std::vector<std::string> broken;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    const ItemId id{number};
    const ItemBalances b = BalancesOf(id);
    const std::string name = "item " + std::to_string(number) + ": ";
    for (const auto& [field, value] : Fields(b)) {
      const std::string f = field;
      if (value < 0 && f != "supplementary" && f.find("virement") == std::string::npos &&
          f != "minor_reallocation" && f != "reorganization" && f != "contingency_draw") {
        broken.push_back(name + f + " below zero");
      }
    }
    if (CurrentBudget(b) < 0) broken.push_back(name + "current_budget below zero");
    if (b.original + b.supplementary < 0) broken.push_back(name + "adopted below zero");
    if (b.disbursed > b.committed_total) broken.push_back(name + "disbursed above committed");
    if (CurrentBudget(b) != b.disbursed + CarryoverOut(b) + Lapsed(b))
      broken.push_back(name + "I3");
    if (b.subsidy_refund > 0 && Lapsed(b) < b.subsidy_refund) broken.push_back(name + "I5");
    if (Uncollected(b) < 0) broken.push_back(name + "uncollected below zero");
    std::int64_t open = 0;  // outstanding is the sum of what is open
    for (const std::uint32_t e : of_item_[number - 1])
      if (entry(e).kind == EntryKind::kCommit) open += OpenOf(e);
    if (open != b.committed_total - b.disbursed - b.commitments_out)
      broken.push_back(name + "outstanding is not what is open");
  }
  // I7: what went out came in, by year, account, program and cause.
  std::map<std::tuple<std::int32_t, std::uint32_t, std::uint32_t, int>, std::int64_t> carried;
  for (std::uint32_t id = 1; id <= entries_.size(); ++id) {
    const ModelEntry& e = entry(id);
    const ItemKey& k = items_[e.item - 1];
    if (k.revenue || Corrected(id)) continue;
    if (e.kind == EntryKind::kCarryOut) {
      carried[{k.fiscal_year, NumberOf(k.account), NumberOf(k.program),
               static_cast<int>(e.cause)}] += e.amount;
    } else if (e.kind == EntryKind::kCarryIn && YearInBook(k.fiscal_year - 1)) {
      carried[{k.fiscal_year - 1, NumberOf(k.account), NumberOf(k.program),
               static_cast<int>(e.cause)}] -= e.amount;
    }
  }
  for (const auto& [key, amount] : carried)
    if (amount != 0) broken.push_back("I7 of year " + std::to_string(std::get<0>(key)));
  // I6: every cause of transfer nets to zero in an account and year.
  for (const std::int32_t year : years_) {
    ItemFilter filter;
    filter.fiscal_year = year;
    for (const ModelRow& row : Balances(filter, GroupBy::kAccount)) {
      const ItemBalances& s = row.sums;
      if (s.inter_program_virement != 0 || s.intra_program_virement != 0 ||
          s.minor_reallocation != 0 || s.reorganization != 0 || s.contingency_draw != 0) {
        broken.push_back("I6 of year " + std::to_string(year));
      }
    }
  }
  return broken;
}

}  // namespace yesan::oracle
