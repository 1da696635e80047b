// Budgets, votes and carry-overs of the random municipality.
#include <algorithm>

#include "tests/sim/town.h"

namespace yesan::sim {
namespace {

std::int64_t Idle(const ItemBalances& b) {
  const std::int64_t used =
      std::max(b.allotted, b.committed_total + oracle::CarryoverOut(b) - b.commitments_out);
  const std::int64_t idle = oracle::CurrentBudget(b) - used - b.subsidy_refund;
  return std::max<std::int64_t>(0, std::min(idle, b.original + b.supplementary));
}

FundingPart PartOf(FundingSource source, std::int64_t amount) {
  FundingPart part;
  part.source = source;
  part.amount = Money(amount);
  return part;
}

}  // namespace

BudgetDocument Town::MakeBudget(AccountId account, BudgetStage stage, std::int32_t number,
                                int defect) {
  const bool supplementary = stage == BudgetStage::kSupplementary;
  const bool provisional = stage == BudgetStage::kProvisional;
  BudgetDocument d;
  d.version = {year, account, stage, number};
  d.day = today;
  d.actor = ActorId{1};
  d.authorization = provisional ? papers.provisional : papers.council;

  std::map<std::uint32_t, std::int64_t> changes;  // by item
  const ItemId* reserve = nullptr;
  for (const ItemId& id : reserves_)
    if (model_.item(id).account == account) reserve = &id;
  std::vector<ItemId> mine;
  for (const ItemId id : by_account_[NumberOf(account)])
    if (model_.item(id).origin == Origin::kCurrent && (reserve == nullptr || id != *reserve))
      mine.push_back(id);
  if (supplementary) {
    for (int i = 0; i < 30 && !mine.empty(); ++i) {
      const ItemId id = random_.Of(mine);
      const std::int64_t idle = Idle(model_.BalancesOf(id));
      changes[NumberOf(id)] = random_.Percent(35) && idle > 0 ? -random_.Between(1, idle)
                                                              : random_.Between(0, 40'000'000);
    }
    for (const ItemId id : mine) {
      if (d.absorbs.size() >= 6) break;
      for (const std::uint32_t entry : model_.EntriesOf(id)) {
        const oracle::ModelEntry& e = model_.entry(entry);
        if (e.kind != EntryKind::kAuthorizeSpending || e.cause != Cause::kPreEnactment ||
            model_.Corrected(entry) || !random_.Percent(70)) {
          continue;
        }
        d.absorbs.push_back(EntryId{entry});
        changes[e.item] = std::max<std::int64_t>(0, changes[e.item]) + e.amount;
      }
    }
  } else {
    std::size_t at = 0;
    for (const ItemId id : mine) {
      ++at;
      if (NumberOf(model_.item(id).program) % 9 == 5) continue;  // programs without a budget
      const ItemBalances b = model_.BalancesOf(id);
      if (provisional && at % 9 != 0) continue;
      if (provisional) {
        changes[NumberOf(id)] = random_.Between(1'000'000, 20'000'000);
      } else {
        const std::int64_t times = random_.Between(1, 4);
        changes[NumberOf(id)] = b.provisional + times * random_.Between(1, 90'000'000);
      }
    }
  }
  std::int64_t total = 0;
  for (const auto& [item, amount] : changes) total += amount;
  if (reserve != nullptr && !provisional && !supplementary) {
    const std::int64_t share = defect == 5 ? total / 20 + 1 : total / 1000 * 8;
    changes[NumberOf(*reserve)] = share;
    total += share;
  }

  for (const auto& [item, amount] : changes) {
    BudgetLine line;
    line.item = ItemId{item};
    line.amount = Money(amount);
    // A vote that takes names no source: it could take more of one than there is.
    const std::size_t dice = amount < 0 && random_.Percent(90) ? 99 : random_.Below(100);
    if (dice < 40) {
      const std::int64_t share = amount / 100 * random_.Between(0, 100);
      line.funding.in_budget = {PartOf(FundingSource::kNationalSubsidy, share),
                                PartOf(FundingSource::kDistrictFunds, amount - share)};
    } else if (dice < 55) {
      line.funding.in_budget = {PartOf(static_cast<FundingSource>(random_.Between(1, 10)), amount)};
    } else if (dice < 60) {
      FundingPart unsaid;
      unsaid.source = FundingSource::kDistrictFunds;
      line.funding.in_budget = {unsaid};
    }
    if (dice % 20 == 0) {
      const ItemBalances b = model_.BalancesOf(line.item);
      const std::int64_t revised = amount + (supplementary ? oracle::Adopted(b) : 0);
      BasisNode node;
      node.label = "총액";
      node.won_amount = BasisAmount::Of(Decimal::FromInt(revised), Unit::kWon);
      (void)line.basis.Add(node);
    }
    d.lines.push_back(line);
  }
  if (!provisional) {
    std::vector<ItemId> incomes;
    for (const ItemId id : revenue_)
      if (model_.item(id).account == account) incomes.push_back(id);
    std::int64_t rest = total;
    for (std::size_t i = 0; i < incomes.size(); ++i) {
      const bool last = i + 1 == incomes.size();
      if (supplementary && !last) continue;
      BudgetLine line;
      line.item = incomes[i];
      line.amount = Money(last ? rest : total / 4);
      rest -= line.amount.minor();
      d.lines.push_back(line);
    }
    d.totals.push_back({ProgramId::kNone, true, Money(total)});
  }
  d.totals.push_back({ProgramId::kNone, false, Money(total)});
  if (!d.lines.empty() && !model_.item(d.lines[0].item).revenue) {
    const std::uint32_t field = model_.NodeOf(d.lines[0].item, CodeKind::kField);
    std::int64_t under = 0;
    for (const BudgetLine& line : d.lines)
      if (model_.NodeOf(line.item, CodeKind::kField) == field) under += line.amount.minor();
    d.totals.push_back({ProgramId{field}, false, Money(under)});
  }

  if (d.lines.empty()) return d;
  BudgetLine& some = d.lines[random_.Below(d.lines.size())];
  switch (defect) {
    case 1:
      some.basis = CostBasis();
      some.funding.in_budget = {PartOf(FundingSource::kOther, some.amount.minor() + 1)};
      break;
    case 2:
      d.totals.back().amount = Money(d.totals.back().amount.minor() - 1);
      break;
    case 3:
      d.totals.clear();
      d.lines.back().amount = Money(d.lines.back().amount.minor() + 1);
      d.lines.back().funding = FundingSplit();
      d.lines.back().basis = CostBasis();
      break;
    case 4:
      d.totals.clear();
      d.lines.push_back(some);
      break;
    case 6:
      d.authorization = AuthorizationId::kNone;
      break;
    case 7:
      d.version.stage = random_.Percent(50) ? BudgetStage::kFinal : BudgetStage::kProposal;
      d.version.number = 0;
      for (BudgetLine& line : d.lines) line.basis = CostBasis();
      d.absorbs.clear();
      break;
    case 8:
      d.version.stage = BudgetStage::kSupplementary;
      d.version.number = 100;
      for (BudgetLine& line : d.lines) line.basis = CostBasis();
      break;
    case 9:
      some.item = ItemId{static_cast<std::uint32_t>(model_.item_count() + 5)};
      break;
    case 10:
      d.version.stage = BudgetStage::kSupplementary;
      d.version.number = 77;
      for (BudgetLine& line : d.lines) line.basis = CostBasis();
      d.absorbs.clear();
      break;
    case 11:
      d.day = AddDays(d.day, -800).value();
      break;
    default:
      break;
  }
  return d;
}

std::vector<CarryRequest> Town::MakeRequests(bool lawful) {
  std::vector<CarryRequest> requests;
  const std::size_t count = 1 + random_.Below(lawful ? 6 : 10);
  for (std::size_t i = 0; i < count; ++i) {
    CarryRequest r;
    r.item = random_.Percent(50) ? AnyItem() : random_.Of(expenditure_);
    r.cause = static_cast<Cause>(random_.Between(31, 34));
    const Origin origin = model_.item(r.item).origin;
    if (lawful && origin == Origin::kAccidental) continue;
    if (lawful && r.cause == Cause::kConstructionCarryover &&
        model_.item(r.item).account != accounts.back() && random_.Percent(90))
      r.cause = Cause::kExplicitCarryover;
    const ItemBalances b = model_.BalancesOf(r.item);
    const std::int64_t outstanding = b.committed_total - b.disbursed - b.commitments_out;
    const std::int64_t left = oracle::Lapsed(b) - outstanding - b.subsidy_refund;
    std::int64_t moved = 0;
    if (random_.Percent(50) || r.cause == Cause::kAccidentalCarryover) {
      for (const std::uint32_t id : model_.EntriesOf(r.item)) {
        if (model_.entry(id).kind != EntryKind::kCommit || r.commitments.size() > 3) continue;
        const std::int64_t open = model_.OpenOf(id);
        if (open <= 0 || !random_.Percent(60)) continue;
        r.commitments.push_back(EntryId{id});
        moved += open;
      }
    }
    // Unallotted money does not fit the chain where allotment is on.
    const std::int64_t most =
        std::min(left, std::max<std::int64_t>(0, b.allotted - b.committed_total));
    std::int64_t extra = most > 0 && random_.Percent(60) ? random_.Between(1, most) : 0;
    if (moved + extra == 0) extra = most;
    r.amount = Money(moved + extra);
    switch (r.cause) {
      case Cause::kExplicitCarryover:
        r.authorization = papers.council;
        break;
      case Cause::kContinuingCarryover:
        r.authorization = papers.plan;
        break;
      case Cause::kAccidentalCarryover:
        if (extra > 0 || random_.Percent(30)) r.authorization = papers.head;
        break;
      default:
        r.authorization = papers.head;
    }
    const ItemKey& k = model_.item(r.item);
    if (k.object_item.substr(0, 5) == "308-0")
      r.next_object_item = "308-0" + std::to_string(year - first_year + 1);
    if (k.object_item == "405-01" && random_.Percent(90))
      r.next_object_item = random_.Percent(lawful ? 95 : 70) ? "405-01" : "201-02";
    if (r.next_object_item.empty() && random_.Percent(5))
      r.next_object_item = random_.Percent(50) ? "201-01" : k.object_item;
    if (!lawful) {
      switch (random_.Below(17)) {
        case 0:
          r.item = ItemId{static_cast<std::uint32_t>(model_.item_count() + 3)};
          break;
        case 1:
          r.item = random_.Of(revenue_);
          break;
        case 2:
          r.cause = static_cast<Cause>(random_.Percent(50) ? 0 : 35);
          break;
        case 3:
          r.amount = Money(-random_.Between(0, 5));
          break;
        case 4:
          r.authorization = AuthorizationId::kNone;
          break;
        case 5:
          r.authorization =
              AuthorizationId{static_cast<std::uint32_t>(model_.authorization_count() + 1)};
          break;
        case 6:
          r.authorization = papers.organization;
          break;
        case 7:
          if (!limited.empty()) r.authorization = random_.Of(limited);
          break;
        case 8:
          r.cause = Cause::kAccidentalCarryover;
          r.authorization = papers.head;
          for (const ItemId id : expenditure_)
            if (model_.item(id).origin == Origin::kAccidental && random_.Percent(40)) r.item = id;
          r.commitments.clear();
          break;
        case 9:
          r.cause = Cause::kContinuingCarryover;
          r.authorization = papers.ended_plan;
          break;
        case 10:
          if (model_.entry_count() != 0)
            r.commitments.push_back(
                EntryId{static_cast<std::uint32_t>(1 + random_.Below(model_.entry_count() + 3))});
          break;
        case 11:
          if (moved > 0) r.amount = Money(1);
          break;
        case 12:
          r.cause = Cause::kAccidentalCarryover;
          r.authorization = AuthorizationId::kNone;
          r.amount = Money(moved + random_.Between(0, 2));
          break;
        case 13:
          r.amount = Money(left + moved + random_.Between(0, 2));
          break;
        case 14:
          r.next_object_item.clear();
          for (const ItemId id : expenditure_) {
            if (model_.item(id).object_item.substr(0, 5) != "308-0") continue;
            const ItemBalances it = model_.BalancesOf(id);
            if (r.item != id && (it.allotted <= it.committed_total + 10 || random_.Percent(40)))
              continue;
            r.item = id;
            r.commitments.clear();
            r.cause = Cause::kExplicitCarryover;
            r.authorization = papers.council;
            const ItemBalances other = model_.BalancesOf(id);
            r.amount = Money(std::max<std::int64_t>(
                1, std::min(other.allotted - other.committed_total,
                            oracle::Lapsed(other) - other.committed_total + other.disbursed) /
                       3));
          }
          break;
        case 15:
          if (!old_.empty()) r.item = random_.Of(old_);
          break;
        default:
          if (!requests.empty()) r = requests.back();
      }
    }
    if (r.amount.minor() > 0 || !lawful) requests.push_back(r);
  }
  return requests;
}

Authorization Town::MakeAuthorization() {
  Authorization a;
  a.kind = static_cast<AuthorizationKind>(random_.Percent(4) ? random_.Between(0, 7)
                                                             : random_.Between(1, 5));
  a.day = AddDays(today, -random_.Between(0, 30)).value();
  if (random_.Percent(97)) a.document = "제" + std::to_string(random_.Below(400)) + "호";
  if (random_.Percent(70)) {
    const std::int64_t times = random_.Between(-1, 60);
    a.limit = Money(times * random_.Between(1, 400'000));
  }
  if (random_.Percent(30)) a.fiscal_year = year;
  if (random_.Percent(20)) a.account = random_.Of(accounts);
  if (random_.Percent(20)) a.program = random_.Of(detailed);
  if (random_.Percent(20)) a.item = AnyItem();
  if (random_.Percent(2)) a.item = ItemId{static_cast<std::uint32_t>(model_.item_count() + 1)};
  if (random_.Percent(8)) a.purpose = static_cast<ProvisionalPurpose>(random_.Between(1, 3));
  if (a.kind == AuthorizationKind::kContinuingPlan)
    a.last_year = year + static_cast<std::int32_t>(random_.Percent(40) ? 9 : random_.Between(0, 3));
  return a;
}

ItemFilter Town::MakeFilter() {
  ItemFilter f;
  if (random_.Percent(60)) f.fiscal_year = year - static_cast<std::int32_t>(random_.Below(2));
  if (random_.Percent(30)) f.account = random_.Of(accounts);
  if (random_.Percent(15)) f.department = random_.Of(departments);
  if (random_.Percent(20)) {
    std::uint32_t node = NumberOf(random_.Of(detailed));
    node = static_cast<std::uint32_t>(1 + random_.Below(node));
    f.program = ProgramId{node};
  }
  if (random_.Percent(10)) f.object_group = "307";
  if (random_.Percent(10)) f.object_item = "201-01";
  if (random_.Percent(20)) f.origin = static_cast<Origin>(random_.Between(0, 4));
  if (random_.Percent(20)) f.revenue = random_.Percent(30);
  return f;
}

ItemFilter Town::MakeFilterOf(std::int32_t fiscal_year) {
  ItemFilter f = MakeFilter();
  f.fiscal_year = random_.Percent(50) ? fiscal_year : 0;
  f.revenue.reset();
  return f;
}

}  // namespace yesan::sim
