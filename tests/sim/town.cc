#include "tests/sim/town.h"

#include <algorithm>
#include <limits>

namespace yesan::sim {
namespace {

const char* const kObjects[] = {"101-01", "201-01", "201-02", "203-03", "307-05", "307-02",
                                "401-01", "405-01", "311-01", "601-01", "308-0"};

Date DayOf(std::int32_t year, std::int32_t month, std::int32_t day) {
  return Date::Make(year, month, day).value();
}

Date Later(Date day, std::int64_t count) { return AddDays(day, count).value(); }

}  // namespace

Policy StrictPolicy(ControlLevel level, const Days& allotment, FiscalYear first_year) {
  Policy policy;
  policy.name = "strict";
  policy.control_level = level;
  const auto add = [&](PolicyTopic topic) -> PolicyLine& {
    PolicyLine line;
    line.topic = topic;
    line.first_day = DayOf(1950, 1, 1);
    line.last_day = DayOf(9999, 12, 31);
    policy.lines.push_back(line);
    return policy.lines.back();
  };
  const auto cause = [&](PolicyTopic topic, Cause c) -> PolicyLine& {
    PolicyLine& line = add(topic);
    line.kind = EntryKind::kTransferOut;
    line.cause = c;
    return line;
  };
  for (const EntryKind kind :
       {EntryKind::kDisburse, EntryKind::kRefund, EntryKind::kReceive, EntryKind::kCorrect}) {
    PolicyLine& line = add(PolicyTopic::kAfterYearUntil);
    line.kind = kind;
    // In the first month of the next year, or in its second.
    const std::int32_t first_month = first_year.calendar().first_month;
    line.month = kind == EntryKind::kCorrect ? first_month % 12 + 1 : first_month;
    line.day = kind == EntryKind::kCorrect ? 10 : 20;
  }
  add(PolicyTopic::kSeparateOfficers);
  PolicyLine& allotted = add(PolicyTopic::kAllotment);
  allotted.first_day = allotment.first;
  allotted.last_day = allotment.last;
  const auto needs = [&](EntryKind kind, Cause c, AuthorizationKind who) {
    PolicyLine& line = add(PolicyTopic::kNeedsAuthorization);
    line.kind = kind;
    line.cause = c;
    line.authorization = who;
  };
  needs(EntryKind::kAppropriate, Cause::kOriginal, AuthorizationKind::kCouncilVote);
  needs(EntryKind::kAuthorizeSpending, Cause::kPreEnactment, AuthorizationKind::kHeadDecision);
  needs(EntryKind::kAuthorizeSpending, Cause::kPreEnactment, AuthorizationKind::kDisaster);
  needs(EntryKind::kAuthorizeSpending, Cause::kExcessRevenue, AuthorizationKind::kHeadDecision);
  for (const EntryKind kind : {EntryKind::kTransferIn, EntryKind::kTransferOut}) {
    needs(kind, Cause::kInterProgramVirement, AuthorizationKind::kCouncilVote);
    needs(kind, Cause::kReorganization, AuthorizationKind::kOrganizationChange);
    needs(kind, Cause::kContingencyDraw, AuthorizationKind::kHeadDecision);
    needs(kind, Cause::kContingencyDraw, AuthorizationKind::kDisaster);
  }
  needs(EntryKind::kCarryOut, Cause::kExplicitCarryover, AuthorizationKind::kCouncilVote);
  needs(EntryKind::kCarryOut, Cause::kContinuingCarryover, AuthorizationKind::kContinuingPlan);
  needs(EntryKind::kCarryOut, Cause::kConstructionCarryover, AuthorizationKind::kHeadDecision);
  cause(PolicyTopic::kBarredOut, Cause::kIntraProgramVirement).objects = {"101"};
  PolicyLine& repayment = cause(PolicyTopic::kBarredOut, Cause::kIntraProgramVirement);
  repayment.objects = {"311-01", "601"};
  repayment.number = 1;
  PolicyLine& facility = cause(PolicyTopic::kBarredOut, Cause::kIntraProgramVirement);
  facility.objects = {"401"};
  facility.last_day = Later(first_year.first_day(), 272);
  cause(PolicyTopic::kBarredInto, Cause::kIntraProgramVirement).objects = {"203"};
  cause(PolicyTopic::kBarredInto, Cause::kContingencyDraw).objects = {"203"};
  PolicyLine& subsidies = cause(PolicyTopic::kBarredInto, Cause::kContingencyDraw);
  subsidies.objects = {"307"};
  subsidies.number = 1;
  subsidies.authorization = AuthorizationKind::kDisaster;
  cause(PolicyTopic::kInsidePolicyProgram, Cause::kIntraProgramVirement);
  cause(PolicyTopic::kAcrossPolicyPrograms, Cause::kInterProgramVirement);
  cause(PolicyTopic::kInsideUnitProgram, Cause::kMinorReallocation);
  cause(PolicyTopic::kBudgetedOnly, Cause::kIntraProgramVirement);
  cause(PolicyTopic::kBudgetedOnly, Cause::kMinorReallocation);
  cause(PolicyTopic::kSamePurpose, Cause::kReorganization);
  add(PolicyTopic::kReserveObjects).objects = {"801-01"};
  add(PolicyTopic::kReservePerMille).number = 10;
  for (const std::int64_t source : {1, 2, 3}) add(PolicyTopic::kEarmarkedSource).number = source;
  add(PolicyTopic::kProvisionalPurpose);
  add(PolicyTopic::kAccidentalOnce);
  add(PolicyTopic::kPlanYearsMax).number = 5;
  add(PolicyTopic::kRevenueEqualsExpenditure);
  PolicyLine& construction = add(PolicyTopic::kOnlyInAccounts);
  construction.cause = Cause::kConstructionCarryover;
  construction.number = static_cast<std::int64_t>(AccountKind::kPublicEnterprise);
  return policy;
}

Classification TownCodes(std::int32_t first_year, std::int32_t years) {
  Classification codes;
  const auto add = [&](const std::string& code, std::int32_t first, std::int32_t last) {
    CodeEntry entry;
    entry.kind = CodeKind::kObjectItem;
    entry.code = code;
    entry.name = code;
    entry.parent = code.substr(0, 3);
    entry.first_year = first;
    entry.last_year = last;
    (void)codes.Add(entry);
  };
  for (const char* code : kObjects)
    if (std::string(code) != "308-0" && std::string(code) != "405-01")
      add(code, 1990, CodeEntry::kNoEnd);
  add("801-01", 1990, CodeEntry::kNoEnd);
  for (std::int32_t k = 0; k <= years; ++k)
    add("308-0" + std::to_string(k), first_year + k, first_year + k);
  // The same code, called otherwise each year.
  for (std::int32_t k = 0; k <= years; ++k) {
    CodeEntry entry;
    entry.kind = CodeKind::kObjectItem;
    entry.code = "405-01";
    entry.name = "제" + std::to_string(k) + "호 취득비";
    entry.parent = "405";
    entry.first_year = entry.last_year = first_year + k;
    (void)codes.Add(entry);
  }
  return codes;
}

std::vector<ItemKey> Town::ItemsOfYear() {
  std::vector<ItemKey> keys;
  ItemKey key;
  key.fiscal_year = year;
  for (std::size_t i = 0; i < detailed.size(); ++i) {
    key.program = detailed[i];
    key.account = accounts[i % 7 == 0 ? accounts.size() - 1 : i % 3 == 0 ? 1 : 0];
    key.department = departments[(i / 3) % departments.size()];
    key.object_group.clear();
    key.origin = Origin::kCurrent;
    const std::size_t objects = sizeof kObjects / sizeof kObjects[0];
    for (std::size_t n = 0; n < (i < 40 ? 4 : 2); ++n) {
      key.object_item = kObjects[(i * 3 + n) % objects];
      if (key.object_item == "308-0") key.object_item += std::to_string(year - first_year);
      keys.push_back(key);
      if (i % 5 != 0 || n != 0) continue;
      ItemKey other = key;  // the same purpose in another department
      other.department = departments[(i / 3 + 1) % departments.size()];
      keys.push_back(other);
    }
    if (i % 11 == 3) {  // a code that no table knows
      key.object_item = "399-9";
      key.object_group = "399";
      keys.push_back(key);
    }
    if (year == first_year && i % 6 == 0) {
      key.object_item = "401-01";
      key.object_group.clear();
      key.origin = static_cast<Origin>(1 + (i / 6) % 4);
      keys.push_back(key);
    }
  }
  key.origin = Origin::kCurrent;
  key.object_group.clear();
  for (std::size_t a = 0; a < accounts.size(); ++a) {
    key.account = accounts[a];
    key.program = detailed[a];
    key.department = departments[0];
    key.object_item = "801-01";
    keys.push_back(key);
  }
  ItemKey revenue;
  revenue.fiscal_year = year;
  revenue.revenue = true;
  for (const AccountId account : accounts) {
    revenue.account = account;
    for (const char* code : {"100-110-111-01", "200-210-211-01", "500-510-511-01"}) {
      revenue.object_item = code;
      keys.push_back(revenue);
    }
  }
  return keys;
}

std::string Town::Unit(ItemId id) const {
  const ItemKey& k = model_.item(id);
  return std::to_string(NumberOf(k.account)) + "/" +
         std::to_string(model_.NodeOf(id, CodeKind::kUnitProgram)) + "/" + k.object_group;
}

void Town::Take(ItemId id) {
  const ItemKey& k = model_.item(id);
  if (k.revenue) {
    revenue_.push_back(id);
    return;
  }
  if (std::find(expenditure_.begin(), expenditure_.end(), id) != expenditure_.end()) return;
  expenditure_.push_back(id);
  if (expenditure_.size() % 8 == 1 || k.origin != Origin::kCurrent) hot_.push_back(id);
  if (k.object_item == "801-01") reserves_.push_back(id);
  by_policy_program_[model_.NodeOf(id, CodeKind::kPolicyProgram)].push_back(id);
  by_account_[NumberOf(k.account)].push_back(id);
  by_unit_[Unit(id)].push_back(id);
  by_purpose_[std::to_string(NumberOf(k.program)) + "/" + k.object_item].push_back(id);
}

void Town::StartYear(std::int32_t fiscal_year, Date first_day) {
  old_ = expenditure_;
  year = fiscal_year;
  today = first_day;
  for (auto* list : {&expenditure_, &revenue_, &hot_, &reserves_}) list->clear();
  by_policy_program_.clear();
  by_account_.clear();
  by_unit_.clear();
  by_purpose_.clear();
  groups_.clear();
}

void Town::Posted(const std::vector<Posting>& rows, std::uint32_t first) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t id = first + static_cast<std::uint32_t>(i);
    if (rows[i].kind == EntryKind::kCommit) commitments_.push_back(id);
    if (rows[i].kind == EntryKind::kDisburse) disbursements_.push_back(id);
    if (rows[i].kind != EntryKind::kCorrect && rows[i].group != 0)
      groups[rows[i].group].push_back(id);
    recent_.push_back(id);
  }
  for (auto& [number, entries] : groups) groups_.push_back(entries);
  for (auto* list : {&commitments_, &disbursements_, &recent_})
    if (list->size() > 600) list->erase(list->begin(), list->begin() + 300);
}

ItemId Town::AnyItem() {
  if (!hot_.empty() && random_.Percent(80)) {
    // A few of them most of the time, so that entries meet.
    const std::size_t few = std::min<std::size_t>(hot_.size(), 24);
    return hot_[random_.Percent(60) ? random_.Below(few) : random_.Below(hot_.size())];
  }
  return random_.Of(expenditure_);
}

std::int64_t Town::Amount(std::int64_t most) {
  const auto above = [&](std::int64_t by) {
    constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
    return most > kEnd - by ? kEnd : most + by;
  };
  const std::size_t dice = random_.Below(100);
  if (dice < 2) return above(1);
  if (dice < 3) {
    constexpr std::int64_t kMost = 100'000'000'000'000'000;
    const std::int64_t huge[] = {kMost, kMost + 1, std::numeric_limits<std::int64_t>::max()};
    return huge[random_.Below(3)];
  }
  if (most <= 0) return random_.Between(1, 1000);
  if (dice < 12) return most;
  if (dice < 14) return above(random_.Between(1, 100'000));
  if (dice < 40) return random_.Between(1, most);
  return random_.Between(1, most / 12 + 1);
}

Date Town::SomeDay() {
  if (random_.Percent(96)) return today;
  return Later(today, -random_.Between(0, 20));
}

Posting Town::Row(ItemId item, EntryKind kind, std::int64_t amount) {
  Posting row;
  row.item = item;
  row.kind = kind;
  row.amount = Money(amount);
  row.day = today;
  row.actor = ActorId{static_cast<std::uint32_t>(
      kind == EntryKind::kDisburse ? random_.Between(5, 9) : random_.Between(1, 5))};
  if (random_.Percent(25)) row.source = static_cast<FundingSource>(random_.Between(1, 10));
  if (random_.Percent(5)) row.memo = "전자결재 " + std::to_string(random_.Below(1000));
  if (random_.Percent(3)) row.authorization = PaperFor(EntryKind::kCommit, Cause::kNone);
  return row;
}

AuthorizationId Town::PaperFor(EntryKind kind, Cause cause) {
  const std::size_t dice = random_.Below(100);
  if (dice < 4) return AuthorizationId::kNone;
  if (dice < 12 && !limited.empty()) return random_.Of(limited);
  if (dice < 15) {
    const AuthorizationId any[] = {papers.council, papers.head, papers.organization,
                                   papers.disaster, papers.plan};
    return any[random_.Below(5)];
  }
  switch (cause) {
    case Cause::kInterProgramVirement:
    case Cause::kOriginal:
    case Cause::kExplicitCarryover:
      return papers.council;
    case Cause::kReorganization:
      return papers.organization;
    case Cause::kContinuingCarryover:
      return dice < 35 ? papers.ended_plan : papers.plan;
    case Cause::kPreEnactment:
    case Cause::kContingencyDraw:
      return dice < 50 ? papers.disaster : papers.head;
    case Cause::kExcessRevenue:
    case Cause::kAccidentalCarryover:
    case Cause::kConstructionCarryover:
      return papers.head;
    case Cause::kProvisional:
      if (dice < 60) return papers.provisional;
      return dice < 80 ? papers.head : papers.council;
    default:
      return kind == EntryKind::kCommit && !limited.empty() && dice < 60 ? random_.Of(limited)
                                                                         : AuthorizationId::kNone;
  }
}

// An entry that has something open; 0 when none was found. What is spent is forgotten.
std::uint32_t Town::OpenEntry(std::vector<std::uint32_t>& entries) {
  for (int tries = 0; tries < 20 && !entries.empty(); ++tries) {
    const std::size_t at = random_.Below(entries.size());
    const std::uint32_t id = entries[at];
    const bool closed = model_.IsClosed(model_.item(ItemId{model_.entry(id).item}).fiscal_year);
    if ((model_.OpenOf(id) > 0 && !closed) || random_.Percent(4)) return id;
    entries[at] = entries.back();
    entries.pop_back();
  }
  return 0;
}

void Town::Allot(std::vector<Posting>& rows) {
  ItemId id = AnyItem();
  for (int tries = 0; tries < 4; ++tries) {
    const ItemBalances b = model_.BalancesOf(id);
    if (oracle::CurrentBudget(b) > b.allotted) break;
    id = AnyItem();
  }
  const ItemBalances b = model_.BalancesOf(id);
  const std::int64_t rest = oracle::CurrentBudget(b) - b.allotted;
  if (random_.Percent(15)) {
    const std::int64_t idle = b.allotted - b.committed_total;
    rows.push_back(Row(id, EntryKind::kUnallot, Amount(random_.Percent(80) ? idle : b.allotted)));
  } else {
    rows.push_back(
        Row(id, EntryKind::kAllot, random_.Percent(50) && rest > 0 ? rest : Amount(rest)));
  }
}

void Town::Commit(std::vector<Posting>& rows) {
  ItemId id = AnyItem();
  for (int tries = 0; tries < 4; ++tries) {
    const ItemBalances b = model_.BalancesOf(id);
    if (b.allotted > b.committed_total) break;
    id = AnyItem();
  }
  const ItemBalances b = model_.BalancesOf(id);
  rows.push_back(Row(id, EntryKind::kCommit, Amount(b.allotted - b.committed_total)));
  rows.back().day = SomeDay();
}

void Town::Settle(std::vector<Posting>& rows) {
  const std::uint32_t id = OpenEntry(commitments_);
  if (id == 0) return Commit(rows);
  const oracle::ModelEntry& e = model_.entry(id);
  const bool release = random_.Percent(20);
  Posting row = Row(ItemId{e.item}, release ? EntryKind::kRelease : EntryKind::kDisburse,
                    Amount(model_.OpenOf(id)));
  row.reference = id;
  row.day = std::max(today, e.day);
  if (!release && random_.Percent(4)) row.actor = ActorId{e.actor};
  rows.push_back(row);
}

void Town::Refund(std::vector<Posting>& rows) {
  const std::uint32_t id = OpenEntry(disbursements_);
  if (id == 0) return Settle(rows);
  const oracle::ModelEntry& e = model_.entry(id);
  Posting row = Row(ItemId{e.item}, EntryKind::kRefund, Amount(model_.OpenOf(id)));
  row.reference = id;
  row.day = std::max(today, e.day);
  rows.push_back(row);
}

// Commit, pay and take back in one batch.
void Town::Spend(std::vector<Posting>& rows) {
  const ItemId id = AnyItem();
  const ItemBalances b = model_.BalancesOf(id);
  const std::int64_t amount = std::max<std::int64_t>(1, (b.allotted - b.committed_total) / 9);
  rows.push_back(Row(id, EntryKind::kCommit, amount));
  rows.back().actor = ActorId{1};
  const std::int64_t commit = -static_cast<std::int64_t>(rows.size());
  Posting pay = Row(id, EntryKind::kDisburse, Amount(amount));
  pay.actor = ActorId{8};
  pay.reference = commit;
  rows.push_back(pay);
  if (random_.Percent(30)) {
    Posting refund = Row(id, EntryKind::kRefund, Amount(rows.back().amount.minor()));
    refund.reference = commit - 1;
    rows.push_back(refund);
  }
  if (random_.Percent(20)) {
    Posting release = Row(id, EntryKind::kRelease, 1);
    release.reference = commit;
    rows.push_back(release);
  }
}

ItemId Town::Mate(ItemId id, Cause cause) {
  const ItemKey& k = model_.item(id);
  const std::vector<ItemId>* from = &expenditure_;
  if (cause == Cause::kIntraProgramVirement)
    from = &by_policy_program_[model_.NodeOf(id, CodeKind::kPolicyProgram)];
  if (cause == Cause::kMinorReallocation) from = &by_unit_[Unit(id)];
  if (cause == Cause::kReorganization)
    from = &by_purpose_[std::to_string(NumberOf(k.program)) + "/" + k.object_item];
  if (cause == Cause::kInterProgramVirement || cause == Cause::kContingencyDraw)
    from = &by_account_[NumberOf(k.account)];
  const int astray = cause == Cause::kIntraProgramVirement ? 18 : 8;
  if (from->empty() || random_.Percent(astray)) return AnyItem();
  for (int tries = 0; tries < 8; ++tries) {
    const ItemId mate = random_.Of(*from);
    if (mate != id && model_.item(mate).account == k.account) return mate;
  }
  return random_.Of(*from);
}

void Town::Transfer(std::vector<Posting>& rows) {
  const Cause cause = static_cast<Cause>(random_.Between(21, 25));
  ItemId from = AnyItem();
  if (cause == Cause::kContingencyDraw && random_.Percent(85)) from = random_.Of(reserves_);
  if (cause == Cause::kReorganization && random_.Percent(85)) {
    for (int tries = 0; tries < 12; ++tries) {
      from = random_.Of(expenditure_);
      const ItemKey& k = model_.item(from);
      if (by_purpose_[std::to_string(NumberOf(k.program)) + "/" + k.object_item].size() > 1) break;
    }
  }
  const ItemBalances b = model_.BalancesOf(from);
  const std::int64_t idle = oracle::CurrentBudget(b) - std::max(b.allotted, b.committed_total);
  std::int64_t amount = Amount(idle > 0 ? idle : oracle::CurrentBudget(b) - b.committed_total);
  if (idle < amount && b.allotted >= amount && random_.Percent(70)) {
    rows.push_back(Row(from, EntryKind::kUnallot, amount));
    rows.back().authorization = AuthorizationId::kNone;
  }
  const std::uint32_t group = next_group_++ % 1000 + 1;
  const bool split = amount > 2 && amount < 1'000'000'000'000 && random_.Percent(25);
  std::vector<std::pair<ItemId, std::int64_t>> into;
  into.emplace_back(Mate(from, cause), split ? amount / 3 : amount);
  if (split) into.emplace_back(Mate(from, cause), amount - amount / 3);
  Posting out = Row(from, EntryKind::kTransferOut, amount);
  out.cause = cause;
  out.group = group;
  out.authorization = PaperFor(out.kind, cause);
  std::vector<Posting> group_rows{out};
  for (const auto& [item, part] : into) {
    Posting in = out;
    in.item = item;
    in.kind = EntryKind::kTransferIn;
    in.amount = Money(part);
    group_rows.push_back(in);
  }
  if (random_.Percent(25)) std::reverse(group_rows.begin(), group_rows.end());
  if (random_.Percent(3))
    group_rows.back().amount = Money(group_rows.back().amount.minor() / 2 + 1);
  if (random_.Percent(2)) group_rows.back().cause = static_cast<Cause>(random_.Between(21, 25));
  if (random_.Percent(2)) group_rows.pop_back();
  if (random_.Percent(2)) group_rows.back().group = 0;
  rows.insert(rows.end(), group_rows.begin(), group_rows.end());
}

void Town::Authorize(std::vector<Posting>& rows) {
  const ItemId item = AnyItem();
  Posting row = Row(item, EntryKind::kAuthorizeSpending, random_.Between(1, 5'000'000));
  row.cause = random_.Percent(70) ? Cause::kPreEnactment : Cause::kExcessRevenue;
  row.source = static_cast<FundingSource>(random_.Percent(80) ? random_.Between(1, 3)
                                                              : random_.Between(4, 10));
  row.authorization = PaperFor(row.kind, row.cause);
  rows.push_back(row);
}

// A change of the budget without a document.
void Town::Vote(std::vector<Posting>& rows) {
  const bool revenue = random_.Percent(15);
  const ItemId id = revenue ? random_.Of(revenue_) : AnyItem();
  const ItemBalances b = model_.BalancesOf(id);
  Posting row = Row(id, EntryKind::kAppropriate, random_.Between(1, 3'000'000));
  std::int32_t last = 0;  // of the supplementary budgets so far
  bool original = false;
  for (const BudgetVersion& version : model_.VersionsOf(model_.item(id).account, year)) {
    last = std::max(last, version.number);
    original = original || version.stage == BudgetStage::kOriginal;
  }
  if (!original) return Authorize(rows);
  row.cause = Supplementary(std::max(1, static_cast<std::int32_t>(random_.Between(1, last))));
  if (random_.Percent(40)) {
    row.kind = EntryKind::kReduce;
    row.amount = Money(Amount(oracle::CurrentBudget(b) - b.allotted));
  }
  if (model_.item(id).account == accounts[1] && random_.Percent(30)) {
    row.cause = Cause::kProvisional;
    if (row.kind == EntryKind::kReduce) row.amount = Money(Amount(b.provisional));
  }
  if (random_.Percent(8) && row.kind == EntryKind::kAppropriate) row.cause = Cause::kOriginal;
  row.authorization = PaperFor(row.kind, row.cause);
  rows.push_back(row);
}

void Town::Collect(std::vector<Posting>& rows) {
  const ItemId id = random_.Of(revenue_);
  const ItemBalances b = model_.BalancesOf(id);
  const std::int64_t open = oracle::Uncollected(b);
  switch (random_.Below(8)) {
    case 0:
      rows.push_back(Row(id, EntryKind::kWriteOff, Amount(open / 50)));
      break;
    case 1:
      rows.push_back(Row(id, EntryKind::kRefundRevenue, Amount(b.received / 20)));
      break;
    case 2:
      rows.push_back(Row(id, EntryKind::kCancelAssessment, Amount(open / 20)));
      break;
    case 3: {
      const bool back = random_.Percent(50);
      rows.push_back(Row(id, back ? EntryKind::kRefundRevenue : EntryKind::kReceive,
                         random_.Percent(50) ? b.received + 1 : open + 1));
      break;
    }
    case 4:
    case 5:
      rows.push_back(Row(id, EntryKind::kReceive, Amount(open)));
      break;
    default:
      rows.push_back(Row(id, EntryKind::kAssess, random_.Between(1, 300'000'000)));
  }
}

void Town::Reserve(std::vector<Posting>& rows) {
  const ItemId id = AnyItem();
  const ItemBalances b = model_.BalancesOf(id);
  const std::int64_t free = oracle::CurrentBudget(b) - b.committed_total - b.subsidy_refund;
  Posting row =
      Row(id, EntryKind::kReserveSubsidyRefund, random_.Percent(10) ? free + 1 : Amount(free / 30));
  if (random_.Percent(95)) row.source = static_cast<FundingSource>(random_.Between(1, 5));
  rows.push_back(row);
}

void Town::Correct(std::vector<Posting>& rows) {
  if (model_.entry_count() == 0) return Commit(rows);
  std::vector<std::uint32_t> entries;
  if (!groups_.empty() && random_.Percent(15)) {
    const std::size_t at = random_.Below(groups_.size());
    entries = groups_[at];
  } else if (!recent_.empty() && random_.Percent(90)) {
    for (int tries = 0; tries < 4; ++tries) {
      entries = {random_.Of(recent_)};
      const ItemId id{model_.entry(entries[0]).item};
      if (!model_.Corrected(entries[0]) && !model_.IsClosed(model_.item(id).fiscal_year)) break;
    }
  } else {
    entries = {static_cast<std::uint32_t>(1 + random_.Below(model_.entry_count()))};
  }
  const std::uint32_t group = next_group_++ % 1000 + 1;
  for (const std::uint32_t id : entries) {
    const oracle::ModelEntry& e = model_.entry(id);
    Posting row;
    row.item = ItemId{e.item};
    row.kind = EntryKind::kCorrect;
    row.cause = random_.Percent(1) ? e.cause : Cause::kNone;
    row.amount = Money(e.amount);
    row.reference = id;
    row.day = std::max(today, e.day);
    if (e.source != 0) row.source = static_cast<FundingSource>(e.source);
    if (random_.Percent(1)) row.group = group;
    if (random_.Percent(2)) row.source.reset();
    if (random_.Percent(2)) row.amount = Money(e.amount + 1);
    if (random_.Percent(2)) row.item = AnyItem();
    if (e.authorization != 0 && random_.Percent(90))
      row.authorization = AuthorizationId{e.authorization};
    rows.push_back(row);
  }
}

void Town::CarryIn(std::vector<Posting>& rows) {
  ItemId id = AnyItem();
  if (random_.Percent(30)) id = random_.Of(revenue_);
  if (random_.Percent(60)) {
    for (const ItemId other : expenditure_)
      if (model_.item(other).origin != Origin::kCurrent && random_.Percent(15)) id = other;
  }
  Posting row = Row(id, EntryKind::kCarryIn, random_.Between(1, 90'000'000));
  const int origin = static_cast<int>(model_.item(id).origin);
  row.cause = static_cast<Cause>(origin != 0 && random_.Percent(95) ? 30 + origin
                                                                    : random_.Between(31, 34));
  if (random_.Percent(5)) row.kind = EntryKind::kCarryOut;
  rows.push_back(row);
}

// What leans on the wrong thing.
void Town::Lean(std::vector<Posting>& rows) {
  const EntryKind kinds[] = {EntryKind::kRelease, EntryKind::kDisburse, EntryKind::kRefund,
                             EntryKind::kCorrect};
  const ItemId item = AnyItem();
  const EntryKind kind = kinds[random_.Below(4)];
  Posting row = Row(item, kind, random_.Between(1, 1000));
  row.cause = Cause::kNone;
  switch (random_.Below(5)) {
    case 0:
      row.reference = -random_.Between(1, 6);
      break;
    case 1:
      row.reference = static_cast<std::int64_t>(model_.entry_count()) + random_.Between(1, 4) * 100;
      break;
    case 2:
      row.reference = std::numeric_limits<std::int64_t>::min();
      break;
    case 3:
      row.reference = 0;
      break;
    default:
      if (model_.entry_count() != 0) {
        row.reference = random_.Between(1, static_cast<std::int64_t>(model_.entry_count()));
        if (random_.Percent(80))
          row.item = ItemId{model_.entry(static_cast<std::uint32_t>(row.reference)).item};
      }
  }
  rows.push_back(row);
}

void Town::Spoil(Posting& row) {
  switch (random_.Below(17)) {
    case 0:
      row.item = ItemId{static_cast<std::uint32_t>(
          random_.Percent(50) ? 0 : model_.item_count() + 1 + random_.Below(9))};
      break;
    case 1: {
      const int kinds[] = {0, -1, 16, 19, 25, 1000};
      row.kind = static_cast<EntryKind>(kinds[random_.Below(6)]);
      break;
    }
    case 2: {
      const int causes[] = {0, 1, 3, 11, 21, 26, 31, 35, 100, 101, 199, 200, -5};
      row.cause = static_cast<Cause>(causes[random_.Below(13)]);
      break;
    }
    case 3:
      row.kind = static_cast<EntryKind>(random_.Between(1, 24));
      break;
    case 4:
      row.amount = Money(random_.Percent(50) ? 0 : -random_.Between(1, 1000));
      break;
    case 5: {
      const int sources[] = {16, 99, -1};
      row.source = static_cast<FundingSource>(sources[random_.Below(3)]);
      break;
    }
    case 6:
      row.authorization =
          AuthorizationId{static_cast<std::uint32_t>(model_.authorization_count() + 1)};
      break;
    case 7:
      row.memo.assign(random_.Percent(50) ? 4000 : 4001, 'm');
      break;
    case 8:
      row.group = random_.Percent(50) ? 0 : 7;
      break;
    case 9:
      row.reference = random_.Between(-3, static_cast<std::int64_t>(model_.entry_count()) + 2);
      break;
    case 10:
      row.day = Later(row.day, random_.Percent(50) ? 400 : -400);
      break;
    case 11:
      row.day = Later(FiscalYear::Make(year, calendar).value().last_day(), random_.Between(1, 45));
      break;
    case 12:
      row.day = FiscalYear::Make(year, calendar).value().last_day();
      break;
    case 13:
      if (!old_.empty()) row.item = random_.Of(old_);
      break;
    case 14:
      row.item = random_.Of(revenue_);
      break;
    case 15:
      row.authorization = PaperFor(row.kind, row.cause);
      break;
    default:
      row.item = AnyItem();
  }
}

std::vector<Posting> Town::MakeBatch(std::size_t tries) {
  std::vector<Posting> rows;
  for (std::size_t i = 0; i < tries; ++i) {
    const std::size_t dice = random_.Below(100);
    if (dice < 16) {
      Allot(rows);
    } else if (dice < 32) {
      Commit(rows);
    } else if (dice < 50) {
      Settle(rows);
    } else if (dice < 55) {
      Refund(rows);
    } else if (dice < 60) {
      Spend(rows);
    } else if (dice < 73) {
      Transfer(rows);
    } else if (dice < 76) {
      Authorize(rows);
    } else if (dice < 81) {
      Vote(rows);
    } else if (dice < 88) {
      Collect(rows);
    } else if (dice < 91) {
      Reserve(rows);
    } else if (dice < 96) {
      Correct(rows);
    } else if (dice < 98) {
      CarryIn(rows);
    } else {
      Lean(rows);
    }
  }
  if (!rows.empty() && random_.Percent(12)) Spoil(rows[random_.Below(rows.size())]);
  return rows;
}

}  // namespace yesan::sim
