// Figures of the book against those of the model.
#include "tests/sim/simulation.h"

#include <algorithm>
#include <iterator>

namespace yesan::sim {

using oracle::ModelEntry;
using oracle::Scope;

void Simulation::CompareCauses() {
  act_ = "Fits";
  for (int kind = 1; kind <= 24; ++kind) {
    for (int cause = 0; cause <= 200; ++cause) {
      const bool transfer = kind == 5 || kind == 6;
      bool fits = cause == 0;
      if (kind == 1) fits = cause == 1 || cause == 2 || (cause >= 101 && cause <= 199);
      if (kind == 2) fits = cause == 2 || (cause >= 101 && cause <= 199);
      if (kind == 3) fits = cause == 11 || cause == 12;
      if (kind == 4 || kind == 13) fits = cause >= 31 && cause <= 34;
      if (transfer) fits = cause >= 21 && cause <= 25;
      if (kind > 15 && kind < 20) continue;
      if (Fits(static_cast<EntryKind>(kind), static_cast<Cause>(cause)) != fits)
        Fail("kind " + Text(kind) + " cause " + Text(cause));
    }
  }
}

void Simulation::CompareItem(ItemId id) {
  const std::string name = "item " + Text(NumberOf(id));
  const ItemBalances& b = book_.BalancesOf(id);
  SameBalances(name, b, model_.BalancesOf(id));
  Same(name + " current_budget", b.current_budget(), oracle::CurrentBudget(b));
  Same(name + " adopted()", b.adopted(), oracle::Adopted(b));
  Same(name + " carryover_out()", b.carryover_out(), oracle::CarryoverOut(b));
  Same(name + " lapsed_balance()", b.lapsed_balance(), oracle::Lapsed(b));
  Same(name + " uncollected()", b.uncollected(), oracle::Uncollected(b));
  Same(name + " outstanding()", b.outstanding(),
       b.committed_total - b.disbursed - b.commitments_out);
  Same(name + " unspent_balance()", b.unspent_balance(), oracle::Lapsed(b) - b.subsidy_refund);
  Same(name + " net_adjustment()", b.net_adjustment(),
       oracle::CurrentBudget(b) - oracle::Adopted(b) - b.carryover_in);
}

void Simulation::CompareEntry(std::uint32_t id) {
  const std::optional<Entry> e = book_.Find(EntryId{id});
  const std::string name = "entry " + Text(id);
  if (!e) Fail(name + " is not there");
  Same(name + " corrected", e->corrected, model_.Corrected(id));
  Same(name + " open", e->open.minor(), model_.OpenOf(id));
  const ModelEntry& m = model_.entry(id);
  Same(name + " item", NumberOf(e->item), m.item);
  Same(name + " day", e->day.days(), m.day.days());
  Same(name + " kind", static_cast<int>(e->kind), static_cast<int>(m.kind));
  Same(name + " cause", static_cast<int>(e->cause), static_cast<int>(m.cause));
  Same(name + " amount", e->amount.minor(), m.amount);
  if (e->kind != EntryKind::kCarryOut)  // what moves is `moved` in the model
    Same(name + " reference", NumberOf(e->reference), m.reference);
  Same(name + " source", e->source ? static_cast<int>(*e->source) : 0, m.source);
  Same(name + " authorization", NumberOf(e->authorization), m.authorization);
  Same(name + " actor", NumberOf(e->actor), m.actor);
}

void Simulation::CompareRows(const std::vector<Posting>& rows) {
  for (const Posting& row : rows) {
    if (NumberOf(row.item) >= 1 && NumberOf(row.item) <= model_.item_count()) CompareItem(row.item);
    if (row.reference > 0 && row.reference <= static_cast<std::int64_t>(model_.entry_count()))
      CompareEntry(static_cast<std::uint32_t>(row.reference));
    if (NumberOf(row.authorization) >= 1 &&
        NumberOf(row.authorization) <= model_.authorization_count()) {
      Same("drawn on " + Text(NumberOf(row.authorization)),
           book_.DrawnOn(row.authorization).minor(), model_.DrawnOn(row.authorization));
    }
  }
  CompareCounts();
}

void Simulation::CompareCounts() {
  Same("entry_count", static_cast<std::int64_t>(book_.entry_count()),
       static_cast<std::int64_t>(model_.entry_count()));
  Same("item_count", static_cast<std::int64_t>(book_.item_count()),
       static_cast<std::int64_t>(model_.item_count()));
}

void Simulation::CompareTables() {
  act_ = "Balances";
  const ItemFilter filter = town_.MakeFilter();
  const auto by = static_cast<GroupBy>(random_.Below(14));
  Scope scope;
  Result<BalanceTable> table = BalanceTable();
  if (random_.Percent(50)) {
    table = book_.Balances(filter, by);
  } else {
    act_ = "BalancesOn";
    scope.day = AddDays(town_.today, -random_.Between(0, 400)).value();
    if (random_.Percent(50))
      scope.known = static_cast<std::uint32_t>(random_.Below(model_.entry_count() + 1));
    table = book_.BalancesOn(*scope.day, filter, by, EntryId{scope.known});
  }
  if (!table) Fail("refused " + Text(table.code()));
  if (by == GroupBy::kFundingSource)
    return CompareSources(*table, model_.BalancesBySource(filter, scope));
  const std::vector<oracle::ModelRow> rows = model_.Balances(filter, by, scope);
  act_ += " by " + Text(static_cast<int>(by));
  Same("rows", static_cast<std::int64_t>(table->rows.size()),
       static_cast<std::int64_t>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string name = "row " + Text(static_cast<std::int64_t>(i));
    Same(name + " key", table->rows[i].key, rows[i].key);
    if (table->rows[i].code != rows[i].code)
      Fail(name + " code: book " + table->rows[i].code + ", model " + rows[i].code);
    SameBalances(name, table->rows[i].sums, rows[i].sums);
  }
}

void Simulation::CompareSources(const BalanceTable& table, std::map<int, ItemBalances> wanted) {
  act_ += " by source";
  for (const BalanceRow& row : table.rows) {
    const int source = static_cast<int>(row.key);
    SameBalances("source " + Text(source), row.sums, wanted[source]);
    wanted.erase(source);
  }
  if (!wanted.empty()) Fail("source " + Text(wanted.begin()->first) + " is not there");
}

// Any version of an account against any other, some of them not adopted.
void Simulation::CompareVersionsOf(AccountId account) {
  std::vector<BudgetVersion> versions = model_.VersionsOf(account, town_.year);
  versions.push_back({town_.year, account, BudgetStage::kFinal, 0});
  versions.push_back({town_.year, account, BudgetStage::kSupplementary, 98});
  versions.push_back({town_.year, account, BudgetStage::kProposal, 0});
  for (int i = 0; i < 6; ++i) {
    const BudgetVersion& prior = random_.Of(versions);
    const BudgetVersion& revised = random_.Of(versions);
    act_ = "CompareVersions of account " + Text(NumberOf(account)) + " stage " +
           Text(static_cast<int>(prior.stage)) + "/" + Text(prior.number) + " with " +
           Text(static_cast<int>(revised.stage)) + "/" + Text(revised.number);
    std::vector<VersionRow> wanted;
    const Code code = model_.CompareVersions(prior, revised, &wanted);
    const Result<std::vector<VersionRow>> rows = book_.CompareVersions(prior, revised);
    Same("code", rows.code(), code);
    if (!rows) continue;
    Same("rows", static_cast<std::int64_t>(rows->size()), static_cast<std::int64_t>(wanted.size()));
    for (std::size_t r = 0; r < wanted.size(); ++r) {
      const std::string name = "item " + Text(NumberOf(wanted[r].item));
      Same(name, NumberOf((*rows)[r].item), NumberOf(wanted[r].item));
      Same(name + " prior", (*rows)[r].prior.minor(), wanted[r].prior.minor());
      Same(name + " change", (*rows)[r].change.minor(), wanted[r].change.minor());
      Same(name + " revised", (*rows)[r].revised.minor(), wanted[r].revised.minor());
    }
  }
}

void Simulation::CompareAll() {
  rows_.clear();
  act_ = "everything";
  for (std::uint32_t id = 1; id <= model_.item_count(); ++id) CompareItem(ItemId{id});
  for (std::uint32_t id = 1; id <= model_.authorization_count(); ++id)
    Same("drawn on " + Text(id), book_.DrawnOn(AuthorizationId{id}).minor(),
         model_.DrawnOn(AuthorizationId{id}));
  const std::uint32_t count = static_cast<std::uint32_t>(model_.entry_count());
  for (std::uint32_t id = count > 500 ? count - 500 : 1; id <= count; ++id) CompareEntry(id);
  for (int i = 0; i < 4; ++i) CompareTables();
  for (const std::int32_t year : {town_.year - 1, town_.year}) {
    CompareSettlement(year, GroupBy::kItem, ItemFilter());
    CompareSettlement(year, static_cast<GroupBy>(random_.Below(13)), ItemFilter());
    CompareSurplus(year);
    CompareSettledSources(year, ItemFilter());
  }
  act_ = "identities";
  const std::vector<std::string> broken = model_.BrokenIdentities();
  if (!broken.empty()) Fail(broken[0]);
  act_ = "Verify";
  for (const Finding& finding : book_.Verify())
    if (finding.severity == Severity::kError)
      Fail(finding.rule + ": " + finding.subject + ": " + finding.message.en);
}

}  // namespace yesan::sim
