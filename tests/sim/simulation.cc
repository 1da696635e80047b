// The life of the town: what it is founded with, and what happens when in its years.
#include "tests/sim/simulation.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace yesan::sim {

int Simulation::Run() {
  CompareCauses();
  Found();
  const std::int64_t of_year = std::max<std::int64_t>(1, options_.steps / options_.years);
  for (std::int32_t y = 0; y < options_.years; ++y) {
    const bool last = y + 1 == options_.years;
    StartYear(kFirstYear + y);
    const std::int64_t steps = last ? options_.steps - of_year * (options_.years - 1) : of_year;
    Year(last ? std::max<std::int64_t>(steps - kLastSteps, 0) : steps, last ? steps : 0);
  }
  CompareAll();
  return Report();
}

void Simulation::Found() {
  act_ = "founding";
  const std::pair<AccountKind, const char*> accounts[] = {
      {AccountKind::kGeneral, "일반회계"},
      {AccountKind::kOtherSpecial, "주차장특별회계"},
      {AccountKind::kPublicEnterprise, "상수도사업특별회계"}};
  for (const auto& [kind, name] : accounts) {
    Account account;
    account.kind = kind;
    account.name = name;
    town_.accounts.push_back(*book_.AddAccount(account));
    Same("account", NumberOf(town_.accounts.back()), NumberOf(model_.AddAccount(kind)));
  }
  for (int i = 1; i <= 9; ++i) {
    Department department;
    department.name = "부서 " + Text(i);
    town_.departments.push_back(*book_.AddDepartment(department));
    Same("department", NumberOf(town_.departments.back()), NumberOf(model_.AddDepartment()));
  }
  const int widths[] = {4, 2, 3, 3, 3};
  std::function<void(int, ProgramId)> grow = [&](int rung, ProgramId parent) {
    for (int i = 0; i < widths[rung]; ++i) {
      ProgramNode node;
      node.kind = static_cast<CodeKind>(rung + 1);
      node.parent = parent;
      const Result<ProgramId> id = book_.AddProgram(node);
      Same("program", id.code(), model_.AddProgram(node));
      if (rung == 4) {
        town_.detailed.push_back(*id);
      } else {
        grow(rung + 1, *id);
      }
    }
  };
  grow(0, ProgramId::kNone);
  const auto paper = [&](AuthorizationKind kind, std::int32_t last_year,
                         ProvisionalPurpose purpose) {
    Authorization a;
    a.kind = kind;
    a.day = AddDays(YearOf(kFirstYear).first_day(), -22).value();
    a.document = "제1호";
    a.last_year = last_year;
    a.purpose = purpose;
    AddAuthorization(a);
    town_.limited.pop_back();
    return AuthorizationId{static_cast<std::uint32_t>(model_.authorization_count())};
  };
  const auto none = ProvisionalPurpose::kNone;
  town_.papers.council = paper(AuthorizationKind::kCouncilVote, 0, none);
  town_.papers.head = paper(AuthorizationKind::kHeadDecision, 0, none);
  town_.papers.organization = paper(AuthorizationKind::kOrganizationChange, 0, none);
  town_.papers.disaster = paper(AuthorizationKind::kDisaster, 0, none);
  town_.papers.plan = paper(AuthorizationKind::kContinuingPlan, kFirstYear + 3, none);
  town_.papers.ended_plan = paper(AuthorizationKind::kContinuingPlan, kFirstYear, none);
  town_.papers.provisional =
      paper(AuthorizationKind::kHeadDecision, 0, ProvisionalPurpose::kUpkeep);
  town_.first_year = kFirstYear;
}

void Simulation::StartYear(std::int32_t year) {
  town_.StartYear(year, YearOf(year).first_day());
  // A plan of this year, so that continuing money has one in every year.
  Authorization plan;
  plan.kind = AuthorizationKind::kContinuingPlan;
  plan.day = town_.today;
  plan.document = "계속비 계획";
  plan.last_year = year + 3;
  AddAuthorization(plan);
  town_.papers.plan = town_.limited.back();
  town_.limited.pop_back();
  for (const ItemKey& key : town_.ItemsOfYear()) AddItem(key);
  for (std::uint32_t id = 1; id <= model_.item_count(); ++id)
    if (model_.item(ItemId{id}).fiscal_year == year) town_.Take(ItemId{id});
}

// Lives a year; the last one is closed too, and `all` − `steps` more things are tried.
void Simulation::Year(std::int64_t steps, std::int64_t all) {
  using Event = std::function<void()>;
  std::vector<std::pair<std::int64_t, Event>> events;
  const auto at = [&](int permille, Event event) {
    events.emplace_back(steps * permille / 1000, std::move(event));
  };
  at(4, [&] { Adopt(town_.accounts[1], BudgetStage::kProvisional, 0, 0); });
  at(5, [&] { Adopt(town_.accounts[1], BudgetStage::kProvisional, 0, 0); });
  at(6, [&] { Adopt(town_.accounts[0], BudgetStage::kSupplementary, NextSupplementary(0), 0); });
  for (int defect = 1; defect <= Town::kDefects; ++defect)
    at(6 + defect, [&, defect] { Adopt(town_.accounts[0], BudgetStage::kOriginal, 0, defect); });
  at(20, [&] { Adopt(town_.accounts[0], BudgetStage::kOriginal, 0, 0); });
  at(22, [&] { Adopt(town_.accounts[2], BudgetStage::kOriginal, 0, 0); });
  at(50, [&] { Adopt(town_.accounts[1], BudgetStage::kOriginal, 0, 0); });
  at(60, [&] { Adopt(town_.accounts[0], BudgetStage::kProvisional, 0, 0); });
  for (int n = 0; n < 12; ++n) {
    at(120 + 60 * n, [&, n] {
      const std::size_t a = static_cast<std::size_t>(n) % town_.accounts.size();
      Adopt(town_.accounts[a], BudgetStage::kSupplementary, NextSupplementary(a), 0);
    });
    at(125 + 60 * n, [&, n] {
      const std::size_t a = static_cast<std::size_t>(n) % town_.accounts.size();
      Adopt(town_.accounts[a], BudgetStage::kSupplementary, NextSupplementary(a),
            1 + static_cast<int>(random_.Below(Town::kDefects)));
    });
  }
  at(115, [&] { Close(town_.year - 1); });
  at(116, [&] { Close(town_.year - 1); });
  at(400, [&] { Close(town_.year + 1); });
  for (int i = 0; i < 30; ++i) {
    at(500 + 15 * i, [&] {
      const bool lapsed = random_.Percent(30);
      Rollover(false, lapsed, random_.Percent(20));
    });
    if (i < 20) at(920 + 4 * i, [&] { Rollover(true, true, random_.Percent(15)); });
    if (i < 10) at(640 + 4 * i, [&] { Rollover(true, true, random_.Percent(15)); });
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::deque<std::pair<std::int64_t, Event>> queue(events.begin(), events.end());
  const std::int64_t every = std::max<std::int64_t>(250, options_.steps / 40);
  const Date first_day = YearOf(town_.year).first_day();
  for (std::int64_t s = 0; s < steps; ++s) {
    ++step_;
    town_.today = AddDays(first_day, s * 365 / steps).value();
    if (!queue.empty() && queue.front().first <= s) {
      const Event event = std::move(queue.front().second);
      queue.pop_front();
      event();
    } else {
      Step();
    }
    if (step_ % every == 0) CompareAll();
  }
  for (std::int64_t s = steps; s < all; ++s) {
    ++step_;
    if (s - steps < 2) {
      Close(town_.year - 1 + static_cast<std::int32_t>(s - steps));
    } else {
      Post(town_.MakeBatch(1));
    }
  }
}

std::int32_t Simulation::NextSupplementary(std::size_t account) {
  std::int32_t last = 0;
  for (const BudgetVersion& version : model_.VersionsOf(town_.accounts[account], town_.year))
    last = std::max(last, version.number);
  return last + 1;
}

void Simulation::Step() {
  const std::size_t dice = random_.Below(1000);
  if (dice < 760) {
    std::size_t groups = 1 + random_.Below(5) / 3;
    groups += random_.Below(6) / 5;
    Post(town_.MakeBatch(random_.Percent(3) ? 12 : groups));
  } else if (dice < 880) {
    Check(town_.MakeBatch(1 + random_.Below(8)));
  } else if (dice < 930) {
    PlayWithKeys();
  } else if (dice < 938) {
    AddAuthorization(town_.MakeAuthorization());
  } else if (dice < 950) {
    UndoRollover();
  } else if (dice < 975) {
    rows_.clear();
    CompareTables();
  } else if (dice < 985) {
    rows_.clear();
    const auto by = static_cast<GroupBy>(random_.Below(14));
    const ItemFilter filter = town_.MakeFilterOf(town_.year);
    if (by == GroupBy::kFundingSource) {
      CompareSettledSources(town_.year, filter);
    } else {
      CompareSettlement(town_.year, by, filter);
    }
  } else if (dice < 990) {
    AddItems(MakeKeys());
  } else if (dice < 994) {
    rows_.clear();
    CompareVersionsOf(random_.Of(town_.accounts));
  } else {
    rows_.clear();
    ItemKey key = model_.item(town_.AnyItem());
    // One thing at a time is wrong with it.
    if (random_.Percent(50) && town_.year > kFirstYear) {
      key.fiscal_year -= 1;
      if (!model_.IsClosed(key.fiscal_year)) key.fiscal_year += 1;
      AddItem(key);
      return;
    }
    if (random_.Percent(20)) key.object_item = "201-01";
    if (random_.Percent(20)) key.program = ProgramId{1};
    if (random_.Percent(20)) key.account = AccountId{99};
    const ItemId id = AddItem(key);
    if (id != ItemId::kNone && key.fiscal_year == town_.year) town_.Take(id);
  }
}

}  // namespace yesan::sim
