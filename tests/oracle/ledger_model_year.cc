// What happens once or twice a year: budgets, settlement, rollover, closing.
#include <algorithm>

#include "tests/oracle/ledger_model.h"
#include "yesan/money/money.h"

namespace yesan::oracle {
namespace {

Verdict Refuse(Code code, std::int64_t row = -1) {
  Verdict verdict;
  verdict.code = code;
  verdict.row = row;
  return verdict;
}

constexpr CodeKind kObject = CodeKind::kObjectItem;

// The names of the object items that a classification knows in a year.
std::set<std::string> ObjectsOf(const Classification& classification, std::int32_t year) {
  std::set<std::string> names;
  for (const CodeEntry& entry : classification.entries())
    if (entry.kind == kObject && entry.first_year <= year && year <= entry.last_year)
      names.insert(entry.name);
  return names;
}

// What a name is when the brackets at its end fall away.
std::string Plain(const std::string& name) {
  const std::size_t at = name.rfind('(');
  if (name.empty() || name.back() != ')' || at == std::string::npos || at == 0) return name;
  return name.substr(0, name.find_last_not_of(' ', at - 1) + 1);
}

bool Heir(const std::string& a, const std::string& b) {
  return a == b || Plain(a) == b || a == Plain(b);
}

}  // namespace

// ---- budgets ----

// Whether it adds up: what CheckBudget asks, and Adopt before anything else.
Verdict LedgerModel::JudgeSums(const BudgetDocument& d) const {
  const BudgetVersion& v = d.version;
  if (NumberOf(v.account) == 0 || NumberOf(v.account) > accounts_) return Refuse(Code::kNotFound);
  const int stage = static_cast<int>(v.stage);
  if (stage < 1 || stage > 5) return Refuse(Code::kInvalidArgument);
  const bool supplementary = v.stage == BudgetStage::kSupplementary;
  const bool numbered = supplementary || v.stage == BudgetStage::kRevisedProposal;
  if (numbered ? v.number < 1 || v.number > 99 : v.number != 0)
    return Refuse(Code::kInvalidArgument);

  // The lines by themselves.
  std::set<std::uint32_t> seen;
  std::int64_t revenue = 0;
  std::int64_t expenditure = 0;
  for (std::size_t i = 0; i < d.lines.size(); ++i) {
    const BudgetLine& line = d.lines[i];
    const auto row = static_cast<std::int64_t>(i);
    const std::uint32_t number = NumberOf(line.item);
    if (number == 0 || number > items_.size()) return Refuse(Code::kUnknownItem, row);
    const ItemKey& k = item(line.item);
    if (k.fiscal_year != v.fiscal_year || k.account != v.account)
      return Refuse(Code::kInvalidArgument, row);
    if (!seen.insert(number).second) return Refuse(Code::kDuplicate, row);
    if (!supplementary && line.amount.minor() < 0) return Refuse(Code::kInvalidArgument, row);
    (item(line.item).revenue ? revenue : expenditure) += line.amount.minor();
    bool stated = false;
    std::int64_t parts = 0;
    for (const FundingPart& part : line.funding.in_budget) {
      if (!part.amount) continue;
      stated = true;
      parts += part.amount->minor();
    }
    if (stated && parts != line.amount.minor()) return Refuse(Code::kDoesNotAddUp, row);
    if (line.funding.total && *line.funding.total != line.amount)
      return Refuse(Code::kDoesNotAddUp, row);
    const std::optional<Money> basis = line.basis.Total();
    if (basis) {
      std::int64_t amount = line.amount.minor();
      if (supplementary) {
        const ItemBalances b = BalancesOf(line.item);
        amount += Adopted(b);
      }
      if (basis->minor() != amount) return Refuse(Code::kDoesNotAddUp, row);
    }
  }
  for (std::size_t i = 0; i < d.totals.size(); ++i) {
    const StatedTotal& total = d.totals[i];
    std::int64_t sum = 0;
    for (const BudgetLine& line : d.lines) {
      const ItemKey& k = item(line.item);
      const bool counts = total.program != ProgramId::kNone
                              ? IsUnder(NumberOf(k.program), NumberOf(total.program))
                              : k.revenue == total.revenue;
      if (counts) sum += line.amount.minor();
    }
    if (sum != total.amount.minor())
      return Refuse(Code::kDoesNotAddUp, static_cast<std::int64_t>(i));
  }
  bool has_revenue = false;
  for (const ItemKey& k : items_)
    has_revenue =
        has_revenue || (k.revenue && k.fiscal_year == v.fiscal_year && k.account == v.account);
  if (v.stage != BudgetStage::kProvisional && has_revenue && revenue != expenditure &&
      !Lines(PolicyTopic::kRevenueEqualsExpenditure, d.day).empty()) {
    return Refuse(Code::kDoesNotAddUp);
  }
  return Verdict();
}

// Whether its turn has come.
Verdict LedgerModel::JudgeTurn(const BudgetDocument& d) const {
  const BudgetVersion& v = d.version;
  const bool supplementary = v.stage == BudgetStage::kSupplementary;
  if (v.stage != BudgetStage::kProvisional && v.stage != BudgetStage::kOriginal && !supplementary)
    return Refuse(Code::kInvalidArgument);
  bool original = false;
  bool there = false;
  std::int32_t last = 0;
  for (const BudgetVersion& version : VersionsOf(v.account, v.fiscal_year)) {
    there = there || (version.stage == v.stage && version.number == v.number);
    original = original || version.stage == BudgetStage::kOriginal;
    if (version.stage == BudgetStage::kSupplementary) last = std::max(last, version.number);
  }
  if (v.stage == BudgetStage::kProvisional && original) return Refuse(Code::kVersionOrder);
  if (supplementary && !original) return Refuse(Code::kVersionOrder);
  if (there) return Refuse(Code::kDuplicate);
  if (supplementary && v.number != last + 1) return Refuse(Code::kVersionOrder);
  if (supplementary) {
    std::map<int, Date> first;  // day of a version
    for (const ModelEntry& e : entries_) {
      const ItemKey& k = items_[e.item - 1];
      if (k.account != v.account || k.fiscal_year != v.fiscal_year ||
          (e.kind != EntryKind::kAppropriate && e.kind != EntryKind::kReduce) ||
          e.cause == Cause::kProvisional) {
        continue;
      }
      const auto found = first.emplace(static_cast<int>(e.cause), e.day).first;
      if (e.day < found->second) found->second = e.day;
    }
    for (const auto& [cause, day] : first)
      if (d.day < day) return Refuse(Code::kVersionOrder);
  }
  if (!supplementary && !d.absorbs.empty()) return Refuse(Code::kInvalidArgument);
  return Verdict();
}

// What it posts, in order, and of which line each row is.
Verdict LedgerModel::JudgeDocument(const BudgetDocument& d, std::vector<Posting>* rows,
                                   std::vector<std::int64_t>* lines) const {
  const BudgetVersion& v = d.version;
  const bool supplementary = v.stage == BudgetStage::kSupplementary;
  Posting common;
  common.day = d.day;
  common.authorization = d.authorization;
  common.actor = d.actor;
  common.cause = v.stage == BudgetStage::kProvisional ? Cause::kProvisional
                 : supplementary                      ? Supplementary(v.number)
                                                      : Cause::kOriginal;
  std::int64_t line = -1;  // of the document; -1: a take-back
  const auto add = [&](Posting row, std::int64_t amount) {
    row.kind = amount > 0 ? EntryKind::kAppropriate : EntryKind::kReduce;
    row.amount = Money(amount > 0 ? amount : -amount);
    if (amount == 0) return;
    rows->push_back(row);
    lines->push_back(line);
  };
  for (const bool increases : {true, false}) {
    line = -1;
    for (const BudgetLine& budget_line : d.lines) {
      ++line;
      Posting row = common;
      row.item = budget_line.item;
      bool stated = false;
      for (const FundingPart& part : budget_line.funding.in_budget) {
        if (!part.amount) continue;
        stated = true;
        row.source = part.source;
        if ((part.amount->minor() > 0) == increases) add(row, part.amount->minor());
      }
      row.source.reset();
      if (!stated && (budget_line.amount.minor() > 0) == increases)
        add(row, budget_line.amount.minor());
    }
  }
  line = -1;
  if (v.stage == BudgetStage::kOriginal) {
    for (std::uint32_t number = 1; number <= items_.size(); ++number) {
      const ItemKey& k = items_[number - 1];
      if (k.fiscal_year != v.fiscal_year || k.account != v.account) continue;
      std::int64_t left = BalancesOf(ItemId{number}).provisional;
      for (int source = 0; source <= 15; ++source) {
        Scope scope;
        scope.source = source;
        Posting row = common;
        row.cause = Cause::kProvisional;
        row.item = ItemId{number};
        if (source != 0) row.source = static_cast<FundingSource>(source);
        const std::int64_t taken = std::min(left, BalancesOf(row.item, scope).provisional);
        if (taken > 0) add(row, -taken);
        left -= std::max<std::int64_t>(taken, 0);
      }
    }
  }
  for (std::size_t i = 0; i < d.absorbs.size(); ++i) {
    const std::uint32_t number = NumberOf(d.absorbs[i]);
    const auto at = static_cast<std::int64_t>(i);
    if (number == 0 || number > entries_.size()) return Refuse(Code::kUnknownReference, at);
    const ModelEntry& e = entry(number);
    const ItemKey& k = items_[e.item - 1];
    if (e.kind != EntryKind::kAuthorizeSpending || e.cause != Cause::kPreEnactment ||
        k.fiscal_year != v.fiscal_year || k.account != v.account) {
      return Refuse(Code::kWrongReference, at);
    }
    if (Corrected(number)) return Refuse(Code::kAlreadyCorrected, at);
    // All that is absorbed of an item so far, this one too, must stand in the budget.
    std::int64_t given = 0;
    for (const BudgetLine& budget_line : d.lines)
      if (NumberOf(budget_line.item) == e.item) given = budget_line.amount.minor();
    for (std::size_t j = 0; j <= i; ++j) {
      const ModelEntry& other = entry(NumberOf(d.absorbs[j]));
      if (other.item == e.item) given -= other.amount;
    }
    if (given < 0) return Refuse(Code::kDoesNotAddUp, at);
    Posting row = common;
    row.kind = EntryKind::kCorrect;
    row.cause = Cause::kNone;
    row.item = ItemId{e.item};
    row.amount = Money(e.amount);
    row.reference = number;
    if (e.source != 0) row.source = static_cast<FundingSource>(e.source);
    rows->push_back(row);
    lines->push_back(-1);
  }
  const bool votes =
      std::any_of(lines->begin(), lines->end(), [](std::int64_t of) { return of >= 0; });
  if (!votes) return Refuse(Code::kInvalidArgument);
  return Verdict();
}

Verdict LedgerModel::JudgeReserve(const BudgetDocument& d) const {
  if (d.version.stage == BudgetStage::kProvisional) return Verdict();
  if (account_kinds_[NumberOf(d.version.account) - 1] == AccountKind::kFund) return Verdict();
  for (const PolicyLine* line : Lines(PolicyTopic::kReservePerMille, d.day)) {
    std::vector<std::string> objects = line->objects;
    if (objects.empty()) {
      for (const PolicyLine* reserve : Lines(PolicyTopic::kReserveObjects, d.day))
        objects.insert(objects.end(), reserve->objects.begin(), reserve->objects.end());
    }
    std::int64_t total = 0;
    std::int64_t reserve = 0;
    for (std::uint32_t number = 1; number <= items_.size(); ++number) {
      const ItemKey& k = items_[number - 1];
      if (k.revenue || k.fiscal_year != d.version.fiscal_year || k.account != d.version.account)
        continue;
      // As it will stand: an original budget takes the place of the provisional one.
      const ItemBalances b = BalancesOf(ItemId{number});
      std::int64_t adopted = Adopted(b);
      if (d.version.stage == BudgetStage::kOriginal) adopted -= b.provisional;
      for (const BudgetLine& budget_line : d.lines)
        if (NumberOf(budget_line.item) == number) adopted += budget_line.amount.minor();
      if (adopted < 0) return Verdict();  // refused as that
      total += adopted;
      if (ObjectIn(ItemId{number}, objects)) reserve += adopted;
    }
    const Result<Money> most = MulDiv(Money(total), line->number, 1000, Rounding::kFloor);
    if (most && reserve > most->minor()) {
      Verdict refused = Refuse(Code::kReserveTooLarge);
      refused.available = most->minor();
      refused.asked = reserve;
      return refused;
    }
  }
  return Verdict();
}

Verdict LedgerModel::Adopt(const BudgetDocument& document) {
  Verdict verdict = JudgeSums(document);
  if (verdict.ok()) verdict = JudgeTurn(document);
  if (verdict.ok()) verdict = JudgeReserve(document);
  std::vector<Posting> rows;
  std::vector<std::int64_t> lines;
  if (verdict.ok()) verdict = JudgeDocument(document, &rows, &lines);
  if (!verdict.ok()) return verdict;
  adopting_ = true;
  verdict = PostRows(rows);
  adopting_ = false;
  if (!verdict.ok()) {
    verdict.row = lines[static_cast<std::size_t>(verdict.row)];
    return verdict;
  }
  ++acts_;
  return verdict;
}

Verdict LedgerModel::CheckBudget(const BudgetDocument& document) { return JudgeSums(document); }

// What each item had of the budgets up to a version; nothing where that is not adopted.
std::optional<std::map<std::uint32_t, std::int64_t>> LedgerModel::AmountsAfter(
    const BudgetVersion& version) const {
  bool adopted = false;
  for (const BudgetVersion& there : VersionsOf(version.account, version.fiscal_year)) {
    adopted = adopted || (version.stage == BudgetStage::kFinal
                              ? there.stage != BudgetStage::kProvisional
                              : there.stage == version.stage && there.number == version.number);
  }
  if (!adopted) return std::nullopt;
  std::map<std::uint32_t, std::int64_t> amounts;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    const ItemKey& k = items_[number - 1];
    if (k.account != version.account || k.fiscal_year != version.fiscal_year) continue;
    for (const std::uint32_t id : EntriesOf(ItemId{number})) {
      const ModelEntry& e = entry(id);
      const bool plus = e.kind == EntryKind::kAppropriate;
      if ((!plus && e.kind != EntryKind::kReduce) || Corrected(id)) continue;
      const bool provisional = e.cause == Cause::kProvisional;
      const std::int32_t n = SupplementaryNumber(e.cause);
      bool counts = !provisional;
      if (version.stage == BudgetStage::kProvisional) counts = provisional && plus;
      if (version.stage == BudgetStage::kOriginal) counts = counts && n == 0;
      if (version.stage == BudgetStage::kSupplementary) counts = counts && n <= version.number;
      if (counts) amounts[number] += plus ? e.amount : -e.amount;
    }
  }
  return amounts;
}

Code LedgerModel::CompareVersions(const BudgetVersion& prior, const BudgetVersion& revised,
                                  std::vector<VersionRow>* rows) const {
  const auto before = AmountsAfter(prior);
  const auto after = AmountsAfter(revised);
  if (!before || !after) return Code::kNotFound;
  std::map<std::uint32_t, VersionRow> by_item;
  for (const auto& [item, amount] : *before) by_item[item].prior = Money(amount);
  for (const auto& [item, amount] : *after) by_item[item].revised = Money(amount);
  for (auto& [item, row] : by_item) {
    row.item = ItemId{item};
    row.change = Money(row.revised.minor() - row.prior.minor());
    rows->push_back(row);
  }
  return Code::kOk;
}

Verdict LedgerModel::Close(std::int32_t year) {
  if (!YearInBook(year)) return Refuse(Code::kNotFound);
  if (IsClosed(year)) return Refuse(Code::kYearClosed);
  for (const std::int32_t earlier : years_)
    if (earlier < year && !IsClosed(earlier)) return Refuse(Code::kVersionOrder);
  closed_.insert(year);
  ++acts_;
  return Verdict();
}

// ---- rollover ----

// Whether carried money stays with its purpose, by what it comes from and goes into.
Code LedgerModel::JudgePurpose(const ItemKey& from, const ItemKey& to) const {
  const Date day = FiscalYear::Make(to.fiscal_year, calendar_).value().first_day();
  const bool same_code = from.object_item == to.object_item;
  for (const PolicyLine* line : Lines(PolicyTopic::kReserveObjects, day))
    if (ObjectIn(to, line->objects))
      return same_code ? Code::kReserveByDrawOnly : Code::kWrongMapping;
  if (from.object_group != to.object_group) {
    const CodeEntry* before = classification_.Find(kObject, from.fiscal_year, from.object_item);
    const CodeEntry* after = classification_.Find(kObject, to.fiscal_year, from.object_item);
    bool may =
        same_code && after != nullptr && (before == nullptr || Heir(before->name, after->name));
    if (before != nullptr) {
      const CodeEntry* there = classification_.Find(kObject, to.fiscal_year, to.object_item);
      may = may || (there != nullptr && Heir(before->name, there->name));
      const std::set<std::string> names = ObjectsOf(classification_, to.fiscal_year);
      const auto heirs = std::count_if(names.begin(), names.end(), [&](const std::string& name) {
        return Heir(before->name, name);
      });
      may = may || (!names.empty() && heirs == 0);
    }
    if (!may) return Code::kWrongMapping;
  }
  for (const PolicyLine* line : Lines(PolicyTopic::kBarredInto, day)) {
    if (line->number != 1 && !same_code && ObjectIn(to, line->objects) &&
        !ObjectIn(from, line->objects)) {
      return Code::kWrongMapping;
    }
  }
  return Code::kOk;
}

ModelPreview LedgerModel::PreviewRollover(std::int32_t year, std::vector<CarryRequest> requests,
                                          Date day, ActorId actor) const {
  ModelPreview preview;
  preview.fiscal_year = year;
  preview.acts = acts_;
  preview.actor = actor;
  const Date last_day = FiscalYear::Make(year, calendar_).value().last_day();
  preview.day = std::min(day, last_day);
  for (const PolicyLine* line : Lines(PolicyTopic::kAfterYearUntil, day)) {
    if (day <= last_day || line->kind != EntryKind::kCarryOut) continue;
    const FiscalYear next = FiscalYear::Make(year + 1, calendar_).value();
    const Result<Date> until = Date::Make(next.YearOfMonth(line->month), line->month, line->day);
    if (until) preview.day = std::max(preview.day, std::min(day, *until));
  }
  // What the accepted requests before this one use up.
  std::map<std::uint32_t, std::int64_t> carried;       // of an item, all
  std::map<std::uint32_t, std::int64_t> moved_amount;  // of an item, commitments
  std::map<std::string, std::int64_t> uncommitted;     // of a control group
  std::map<std::uint32_t, std::int64_t> drawn;         // on an authorization
  std::set<std::uint32_t> moved;

  for (const CarryRequest& r : requests) {
    ModelCarry row;
    std::int64_t committed = 0;
    const auto judge = [&]() -> Code {
      if (NumberOf(r.item) == 0 || NumberOf(r.item) > items_.size()) return Code::kUnknownItem;
      const ItemKey& k = item(r.item);
      if (k.fiscal_year != year || k.revenue) return Code::kUnknownItem;
      const int cause = static_cast<int>(r.cause);
      if (cause < 31 || cause > 34) return Code::kUnknownCause;
      if (r.amount.minor() <= 0) return Code::kAmountNotPositive;
      if (year + 1 > 9998) return Code::kOutOfRange;
      if (IsClosed(year) || IsClosed(year + 1)) return Code::kYearClosed;
      if (CarriesFromOutside(year + 2) && !YearInBook(year + 1)) return Code::kVersionOrder;

      bool needed = false;
      bool right_kind = false;
      const bool known =
          NumberOf(r.authorization) >= 1 && NumberOf(r.authorization) <= authorizations_.size();
      for (const PolicyLine* line : Lines(PolicyTopic::kNeedsAuthorization, preview.day)) {
        if (line->kind != EntryKind::kCarryOut || line->cause != r.cause) continue;
        needed = true;
        if (known && authorization(r.authorization).kind == line->authorization) right_kind = true;
      }
      const bool accidental = r.cause == Cause::kAccidentalCarryover;
      if (r.authorization == AuthorizationId::kNone) {
        if (needed) return Code::kAuthorizationMissing;
      } else {
        if (!known) return Code::kUnknownAuthorization;
        if (needed && !right_kind) return Code::kWrongAuthorization;
        const Authorization& a = authorization(r.authorization);
        if (!Covers(a, r.item, preview.day)) return Code::kNotCovered;
        if (r.cause == Cause::kExplicitCarryover && a.day > last_day) return Code::kNotCovered;
        const std::int64_t used = DrawnOn(r.authorization) + drawn[NumberOf(r.authorization)];
        const bool carried_on =
            r.cause == Cause::kContinuingCarryover && k.origin == Origin::kContinuing;
        if (a.limit && !carried_on && r.amount.minor() > a.limit->minor() - used)
          return Code::kAboveLimit;
      }
      if (k.origin == Origin::kAccidental &&
          !Lines(PolicyTopic::kAccidentalOnce, preview.day).empty()) {
        return Code::kCarriedBefore;
      }
      if (r.cause == Cause::kContinuingCarryover && r.authorization != AuthorizationId::kNone) {
        const Authorization& a = authorization(r.authorization);
        if (a.kind == AuthorizationKind::kContinuingPlan && year + 1 > a.last_year)
          return Code::kOutsidePlan;
      }
      if (!MayBeIn(k.account, r.cause, preview.day)) return Code::kWrongAccount;
      if (IsReserve(r.item, preview.day)) return Code::kReserveByDrawOnly;
      std::set<std::uint32_t> mine;
      for (const EntryId id : r.commitments) {
        const std::uint32_t number = NumberOf(id);
        if (number == 0 || number > entries_.size()) return Code::kWrongReference;
        const ModelEntry& e = entry(number);
        if (e.item != NumberOf(r.item) || e.kind != EntryKind::kCommit || Corrected(number) ||
            OpenOf(number) <= 0 || moved.count(number) != 0 || !mine.insert(number).second) {
          return Code::kWrongReference;
        }
        committed += OpenOf(number);
      }
      if (committed > r.amount.minor()) return Code::kAboveCarriable;
      if (accidental && r.authorization == AuthorizationId::kNone && r.amount.minor() > committed) {
        return Code::kAboveCarriable;
      }
      if (accidental && !needed && r.amount.minor() > committed &&
          authorization(r.authorization).kind != AuthorizationKind::kHeadDecision) {
        return Code::kWrongAuthorization;
      }
      const ItemBalances b = BalancesOf(r.item);
      const std::int64_t out = CarryoverOut(b) + carried[NumberOf(r.item)];
      const std::int64_t staying = b.committed_total - b.disbursed - b.commitments_out -
                                   moved_amount[NumberOf(r.item)] - committed;
      if (r.amount.minor() > CurrentBudget(b) - b.disbursed - out - staying - b.subsidy_refund) {
        return Code::kAboveLapsed;
      }
      const Control sums = ControlOf(r.item);
      const bool allotment = !Lines(PolicyTopic::kAllotment, preview.day).empty();
      const std::int64_t slack =
          std::min(allotment ? sums.allotted : sums.current, sums.current - sums.reserved) -
          sums.used - uncommitted[ControlKey(r.item)];
      if (r.amount.minor() - committed > 0 && r.amount.minor() - committed > slack)
        return Code::kAboveLapsed;

      row.to = k;
      row.to.fiscal_year = year + 1;
      row.to.origin = static_cast<Origin>(cause - 30);
      const CodeEntry* means = classification_.Find(kObject, year, k.object_item);
      const CodeEntry* will_mean = classification_.Find(kObject, year + 1, k.object_item);
      const bool same = means != nullptr && will_mean != nullptr &&
                        (means->name == will_mean->name || Plain(means->name) == will_mean->name);
      if (r.next_object_item.empty()) {
        if (means != nullptr && !same) return Code::kNoMapping;
      } else {
        if (same && r.next_object_item != k.object_item) return Code::kWrongMapping;
        row.to.object_item = r.next_object_item;
      }
      const CodeEntry* next = classification_.Find(kObject, year + 1, row.to.object_item);
      const std::string said = next == nullptr ? std::string() : next->parent;
      if (!said.empty()) {
        if (!r.next_object_group.empty() && r.next_object_group != said) return Code::kWrongMapping;
        row.to.object_group = said;
      } else if (!r.next_object_group.empty()) {
        row.to.object_group = r.next_object_group;
      } else if (next == nullptr && !r.next_object_item.empty() &&
                 (means != nullptr || r.next_object_item != k.object_item) &&
                 !ObjectsOf(classification_, year + 1).empty()) {
        return Code::kWrongMapping;
      }
      if (const std::optional<ItemId> there = FindItem(row.to))
        row.to.object_group = item(*there).object_group;
      for (const ModelCarry& before : preview.rows) {
        if (before.refused == Code::kOk && before.to == row.to) {
          row.to.object_group = before.to.object_group;
          break;
        }
      }
      if (const Code purpose = JudgePurpose(k, row.to); purpose != Code::kOk) return purpose;
      carried[NumberOf(r.item)] += r.amount.minor();
      moved_amount[NumberOf(r.item)] += committed;
      uncommitted[ControlKey(r.item)] += r.amount.minor() - committed;
      if (r.cause != Cause::kContinuingCarryover || k.origin != Origin::kContinuing)
        drawn[NumberOf(r.authorization)] += r.amount.minor();
      moved.insert(mine.begin(), mine.end());
      return Code::kOk;
    };
    row.refused = judge();
    row.committed = committed;
    preview.rows.push_back(row);
  }
  preview.requests = std::move(requests);
  return preview;
}

// An amount of an item's money by sources (0: none): what commitments that move name, and of the rest as the current
// budget has them, of what each has left beside the commitments that stay.
std::map<int, std::int64_t> LedgerModel::SharesOf(ItemId id, std::int64_t amount,
                                                  const std::vector<EntryId>& moves,
                                                  BySource* named_of) const {
  bool tagged = false;
  for (int source = 1; source <= 15; ++source) {
    Scope scope;
    scope.source = source;
    tagged = tagged || CurrentBudget(BalancesOf(id, scope)) > 0;
  }
  if (!tagged) return {{0, amount}};
  BySource budget;
  BySource left;
  BySource most;  // that it can pay of what names it
  for (const auto& [source, part] : PartsOf(id, Scope())) {
    budget[source] = std::max<std::int64_t>(CurrentBudget(part), 0);
    Scope scope;
    scope.source = source;
    const ItemBalances said = BalancesOf(id, scope);
    most[source] = std::max<std::int64_t>(
        CurrentBudget(part) - said.disbursed - CarryoverOut(said) - said.subsidy_refund, 0);
    left[source] = std::max<std::int64_t>(Lapsed(part) - part.subsidy_refund, 0);
  }
  BySource& named = *named_of;
  BySource stays;
  for (const std::uint32_t number : of_item_[NumberOf(id) - 1]) {
    const ModelEntry& e = entry(number);
    if (e.kind != EntryKind::kCommit || e.source == 0 || Corrected(number)) continue;
    const bool goes = std::find(moves.begin(), moves.end(), EntryId{number}) != moves.end();
    (goes ? named : stays)[e.source] += OpenOf(number);
  }
  std::int64_t rest = amount;
  for (auto& [source, room] : left) {
    named[source] = std::min(named[source], most.at(source));
    rest -= named[source];
    room = std::max<std::int64_t>(room - named[source] - stays[source], 0);
  }
  std::map<int, std::int64_t> shares;
  for (const auto& [source, share] : NearestShares(rest, ProportionalOwnLast(rest, budget), &left))
    if (share + named[source] != 0) shares[source] = share + named[source];
  return shares;
}

Verdict LedgerModel::Rollover(const ModelPreview& preview, std::vector<ItemId>* carried) {
  if (preview.acts != acts_) return Refuse(Code::kStalePreview);
  for (std::size_t i = 0; i < preview.rows.size(); ++i)
    if (preview.rows[i].refused != Code::kOk)
      return Refuse(preview.rows[i].refused, static_cast<std::int64_t>(i));
  carried->clear();
  const std::size_t before = entries_.size();
  const Date first_day = FiscalYear::Make(preview.fiscal_year + 1, calendar_).value().first_day();
  for (std::size_t i = 0; i < preview.rows.size(); ++i) {
    const CarryRequest& r = preview.requests[i];
    ItemId to = ItemId::kNone;
    if (const std::optional<ItemId> there = FindItem(preview.rows[i].to)) {
      to = *there;
    } else {
      (void)AddItem(preview.rows[i].to, &to);
    }
    carried->push_back(to);
    ModelEntry out;
    out.item = NumberOf(r.item);
    out.day = preview.day;
    out.kind = EntryKind::kCarryOut;
    out.cause = r.cause;
    out.amount = r.amount.minor();
    out.authorization = NumberOf(r.authorization);
    out.actor = NumberOf(preview.actor);
    BySource named;
    const std::map<int, std::int64_t> shares =
        SharesOf(r.item, r.amount.minor(), r.commitments, &named);
    // Each commitment goes with its own source's money, and beyond it with a share of what is not so named.
    BySource pool = shares;
    pool[static_cast<int>(FundingSource::kOwnFunds)] += 0;
    for (const auto& [source, amount] : named) pool[source] -= amount;
    std::map<int, std::vector<std::pair<std::uint32_t, std::int64_t>>> moved;
    std::vector<ModelEntry> anew;
    for (const EntryId id : r.commitments) {
      const std::uint32_t number = NumberOf(id);
      std::int64_t rest = OpenOf(number);
      ModelEntry commit = entry(number);
      if (commit.source != 0 && named[commit.source] > 0) {
        const std::int64_t own = std::min(rest, named[commit.source]);
        named[commit.source] -= own;
        moved[commit.source].emplace_back(number, own);
        rest -= own;
      }
      if (shares.count(0) != 0) {
        moved[0].emplace_back(number, rest);
      } else if (rest > 0) {
        for (const auto& [source, part] : Proportional(rest, pool)) {
          if (part == 0) continue;
          pool[source] -= part;
          moved[source].emplace_back(number, part);
        }
      }
      commit.amount = OpenOf(number);
      commit.item = NumberOf(to);
      commit.day = first_day;
      commit.authorization = 0;
      anew.push_back(commit);
    }
    for (const auto& [source, amount] : shares) {
      out.source = source;
      out.amount = amount;
      out.moved = moved[source];
      ModelEntry in = out;
      in.item = NumberOf(to);
      in.day = first_day;
      in.kind = EntryKind::kCarryIn;
      in.authorization = 0;
      in.moved.clear();
      Append(out);
      Append(in);
    }
    for (const ModelEntry& commit : anew) Append(commit);
  }
  ++acts_;
  Verdict done;
  done.count = static_cast<std::uint32_t>(entries_.size() - before);
  done.first = done.count == 0 ? 0 : static_cast<std::uint32_t>(before + 1);
  return done;
}

Verdict LedgerModel::UndoRollover(std::uint32_t carry_out, ActorId actor) {
  if (carry_out == 0 || carry_out > entries_.size()) return Refuse(Code::kUnknownReference);
  if (entry(carry_out).kind != EntryKind::kCarryOut) return Refuse(Code::kWrongReference);
  // The request: the carry_outs around this one, what came in for them, and as many commitments as moved.
  std::uint32_t first = carry_out;
  while (first > 1 && entry(first - 1).kind == EntryKind::kCarryOut) --first;
  std::set<std::uint32_t> moved;
  std::uint32_t end = first;
  for (; end <= entries_.size() && entry(end).kind == EntryKind::kCarryOut; ++end)
    for (const auto& one : entry(end).moved) moved.insert(one.first);
  const std::uint32_t to = end <= entries_.size() ? entry(end).item : 0;
  while (end <= entries_.size() && entry(end).kind == EntryKind::kCarryIn && entry(end).item == to)
    ++end;
  end += static_cast<std::uint32_t>(moved.size());
  std::vector<Posting> rows;
  for (std::uint32_t id = end; id-- > first;) {
    const ModelEntry& e = entry(id);
    Posting row;
    row.item = ItemId{e.item};
    row.day = e.day;
    row.kind = EntryKind::kCorrect;
    row.amount = Money(e.amount);
    row.reference = id;
    if (e.source != 0) row.source = static_cast<FundingSource>(e.source);
    row.actor = actor;
    rows.push_back(row);
  }
  undoing_ = true;
  const Verdict verdict = PostRows(rows);
  undoing_ = false;
  if (verdict.ok()) ++acts_;
  return verdict;
}

}  // namespace yesan::oracle
