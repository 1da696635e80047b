// Drives a random municipality through a book and through the model beside it, and compares them after every step.
// What it may be told: options.h.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/oracle/ledger_model.h"
#include "tests/sim/options.h"
#include "tests/sim/random.h"
#include "tests/sim/town.h"
#include "yesan/ledger/book.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace yesan::sim {
namespace {

using oracle::LedgerModel;
using oracle::ModelEntry;
using oracle::Scope;
using oracle::Verdict;

constexpr std::pair<int, int> kLedgerCodes[] = {
    {100, 116}, {120, 126}, {130, 143}, {150, 159}, {160, 169}};

std::string Text(std::int64_t n) { return std::to_string(n); }
std::string Text(Code code) {
  return Text(static_cast<std::int64_t>(code)) + " " + std::string(Name(code));
}
std::string Text(const std::optional<std::int64_t>& n) { return n ? Text(*n) : "none"; }

bool IsOfTheLedger(int code) {
  return std::any_of(std::begin(kLedgerCodes), std::end(kLedgerCodes), [&](const auto& range) {
    return code >= range.first && code <= range.second;
  });
}

// The reasons for which a ledger under a policy can refuse: those of the ledger itself, and those that a line makes.
std::set<int> RefusalCodes(const Policy& policy) {
  std::set<int> codes;
  for (int code = 0; code < 200; ++code)
    if (IsOfTheLedger(code)) codes.insert(code);
  const std::pair<Code, PolicyTopic> made[] = {
      {Code::kSameOfficer, PolicyTopic::kSeparateOfficers},
      {Code::kAuthorizationMissing, PolicyTopic::kNeedsAuthorization},
      {Code::kNotEarmarked, PolicyTopic::kEarmarkedSource},
      {Code::kPurposeMissing, PolicyTopic::kProvisionalPurpose},
      {Code::kBarredOut, PolicyTopic::kBarredOut},
      {Code::kBarredInto, PolicyTopic::kBarredInto},
      {Code::kNoBudget, PolicyTopic::kBudgetedOnly},
      {Code::kNotFromReserve, PolicyTopic::kReserveObjects},
      {Code::kReserveByDrawOnly, PolicyTopic::kReserveObjects},
      {Code::kWrongAccount, PolicyTopic::kOnlyInAccounts},
      {Code::kAcrossPolicyPrograms, PolicyTopic::kInsidePolicyProgram},
      {Code::kInsideOnePolicyProgram, PolicyTopic::kAcrossPolicyPrograms},
      {Code::kTooWide, PolicyTopic::kInsideUnitProgram},
      {Code::kPurposeChanged, PolicyTopic::kSamePurpose},
      {Code::kAboveBudget, PolicyTopic::kAllotment},
      {Code::kReserveTooLarge, PolicyTopic::kReservePerMille},
      {Code::kPlanTooLong, PolicyTopic::kPlanYearsMax},
      {Code::kCarriedBefore, PolicyTopic::kAccidentalOnce},
  };
  for (const auto& [code, topic] : made) {
    const bool there = std::any_of(policy.lines.begin(), policy.lines.end(),
                                   [t = topic](const PolicyLine& line) { return line.topic == t; });
    if (!there) codes.erase(static_cast<int>(code));
  }
  return codes;
}

bool IsMoney(Code code) {
  const int n = static_cast<int>(code);
  return (n >= 150 && n <= 159) || code == Code::kAboveLimit;
}

class Simulation {
 public:
  Simulation(const Options& options, Policy policy, Classification codes, Book book)
      : options_(options),
        random_(options.seed * 0x9e3779b97f4a7c15ULL + 1),
        codes_(RefusalCodes(policy)),
        model_(options.calendar(), std::move(policy), std::move(codes)),
        book_(std::move(book)),
        town_(random_, model_, options.calendar()) {}

  int Run() {
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

  static constexpr std::int32_t kFirstYear = 2024;
  static constexpr std::int64_t kLastSteps = 15;  // after the last year is closed

 private:
  // ---- telling ----

  [[noreturn]] void Fail(const std::string& what) {
    std::printf("DIFFERENCE at step %lld of %s\n", static_cast<long long>(step_),
                CommandLine(options_).c_str());
    std::printf("%s: %s\n", act_.c_str(), what.c_str());
    for (std::size_t i = 0; i < rows_.size() && i < 40; ++i) Print(i, rows_[i]);
    std::exit(1);
  }

  void Print(std::size_t i, const Posting& r) {
    std::printf(
        "  row %zu: item %u day %s kind %d cause %d amount %lld reference %lld group %u source %d "
        "authorization %u actor %u memo %zu\n",
        i, NumberOf(r.item), r.day.ToString().c_str(), static_cast<int>(r.kind),
        static_cast<int>(r.cause), static_cast<long long>(r.amount.minor()),
        static_cast<long long>(r.reference), r.group, r.source ? static_cast<int>(*r.source) : 0,
        NumberOf(r.authorization), NumberOf(r.actor), r.memo.size());
    if (NumberOf(r.item) == 0 || NumberOf(r.item) > model_.item_count()) return;
    const ItemKey& k = model_.item(r.item);
    std::printf("         year %d account %u department %u program %u object %s origin %d%s:",
                k.fiscal_year, NumberOf(k.account), NumberOf(k.department), NumberOf(k.program),
                k.object_item.c_str(), static_cast<int>(k.origin), k.revenue ? " revenue" : "");
    for (const auto& [name, value] : oracle::Fields(model_.BalancesOf(r.item)))
      if (value != 0) std::printf(" %s %lld", name, static_cast<long long>(value));
    std::printf("\n");
  }

  void Hit(Code code) {
    const int n = static_cast<int>(code);
    if (n >= 0 && n < 200) ++hits_[n];
  }

  int Report() {
    std::size_t hit = 0;
    std::printf("code  times  name\n");
    for (const int n : codes_) {
      if (hits_[n] > 0) ++hit;
      std::printf("%4d %6lld  %s\n", n, static_cast<long long>(hits_[n]),
                  std::string(Name(static_cast<Code>(n))).c_str());
    }
    for (int n = 0; n < 200; ++n) {
      if (IsOfTheLedger(n) && codes_.count(n) == 0 && hits_[n] > 0)
        Fail(Text(static_cast<Code>(n)) + " under a policy that has no rule for it");
    }
    std::map<std::pair<int, int>, std::int64_t> posted;  // by kind and cause
    for (std::uint32_t id = 1; id <= model_.entry_count(); ++id)
      ++posted[{static_cast<int>(model_.entry(id).kind),
                std::min(static_cast<int>(model_.entry(id).cause), 101)}];
    std::printf("entries by kind.cause:");
    for (const auto& [kind, times] : posted)
      std::printf(" %d.%d×%lld", kind.first, kind.second, static_cast<long long>(times));
    std::printf(
        "\nposted %lld batches, refused %lld; %lld rollovers, %lld undone; %zu entries on %zu "
        "items\n",
        static_cast<long long>(posted_), static_cast<long long>(refused_),
        static_cast<long long>(rollovers_), static_cast<long long>(undone_), model_.entry_count(),
        model_.item_count());
    std::printf("%lld steps, 0 differences, %zu of %zu refusal codes hit\n",
                static_cast<long long>(step_), hit, codes_.size());
    return hit == codes_.size() ? 0 : 1;
  }

  void Same(const std::string& what, std::int64_t book, std::int64_t model) {
    if (book != model) Fail(what + ": book " + Text(book) + ", model " + Text(model));
  }

  void Same(const std::string& what, Code book, Code model) {
    if (book != model) Fail(what + ": book " + Text(book) + ", model " + Text(model));
  }

  void SameBalances(const std::string& what, const ItemBalances& book, const ItemBalances& model) {
    const auto b = oracle::Fields(book);
    const auto m = oracle::Fields(model);
    for (std::size_t i = 0; i < b.size(); ++i)
      Same(what + " " + b[i].first, b[i].second, m[i].second);
  }

  void SameRefusal(const Error* error, const Verdict& model, bool figures = true) {
    const Code code = error == nullptr ? Code::kOk : error->code();
    if (code != model.code || (error != nullptr && model.row >= 0 && error->row() != model.row)) {
      Fail("book " + Text(code) + " row " + Text(error == nullptr ? -1 : error->row()) +
           " available " + (error == nullptr ? "none" : Text(error->available())) + " asked " +
           (error == nullptr ? "none" : Text(error->asked()) + " (" + error->message().en + ")") +
           ", model " + Text(model.code) + " row " + Text(model.row) + " available " +
           Text(model.available) + " asked " + Text(model.asked));
    }
    Hit(code);
    if (error == nullptr || !figures || !IsMoney(code)) return;
    if (error->available() != model.available || error->asked() != model.asked) {
      Fail(Text(code) + " row " + Text(model.row) + ": book available " + Text(error->available()) +
           " asked " + Text(error->asked()) + ", model available " + Text(model.available) +
           " asked " + Text(model.asked));
    }
  }

  template <class T>
  static const Error* ErrorOf(const Result<T>& result) {
    return result.ok() ? nullptr : &result.error();
  }

  // ---- comparing ----

  void CompareCauses() {
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

  void CompareItem(ItemId id) {
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

  void CompareEntry(std::uint32_t id) {
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

  void CompareRows(const std::vector<Posting>& rows) {
    for (const Posting& row : rows) {
      if (NumberOf(row.item) >= 1 && NumberOf(row.item) <= model_.item_count())
        CompareItem(row.item);
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

  void CompareCounts() {
    Same("entry_count", static_cast<std::int64_t>(book_.entry_count()),
         static_cast<std::int64_t>(model_.entry_count()));
    Same("item_count", static_cast<std::int64_t>(book_.item_count()),
         static_cast<std::int64_t>(model_.item_count()));
  }

  void CompareTables() {
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

  void CompareSources(const BalanceTable& table, std::map<int, ItemBalances> wanted) {
    act_ += " by source";
    for (const BalanceRow& row : table.rows) {
      const int source = static_cast<int>(row.key);
      SameBalances("source " + Text(source), row.sums, wanted[source]);
      wanted.erase(source);
    }
    if (!wanted.empty()) Fail("source " + Text(wanted.begin()->first) + " is not there");
  }

  // Who pays, told apart: together it is the whole, and every source keeps the identities.
  void CompareSettledSources(std::int32_t year) {
    act_ = "Settle " + Text(year) + " by source";
    const auto rows = yesan::Settle(book_, year, GroupBy::kFundingSource);
    const auto whole = yesan::Settle(book_, year, GroupBy::kNothing);
    Same("code", rows.code(), whole.code());
    if (!rows) return;
    StatutoryColumns sum;
    for (const SettledRow& row : *rows) {
      CheckColumns("source " + Text(row.key), row.total, nullptr);
      for (const auto column : kStatutoryColumns) sum.*column += row.total.*column;
    }
    const auto sums = oracle::Fields(sum);
    const auto wanted = oracle::Fields(whole->at(0).total);
    for (std::size_t f = 0; f < sums.size(); ++f)
      Same(sums[f].first, sums[f].second, wanted[f].second);
  }

  void CheckColumns(const std::string& name, const StatutoryColumns& c,
                    const StatutoryColumns* all) {
    Same(name + " I1", c.current_budget,
         c.adopted + c.carryover_in + c.contingency_draw + c.transfers + c.pre_enactment +
             c.excess_revenue);
    Same(name + " I3", c.current_budget, c.disbursed + c.carryover_out + c.lapsed_balance);
    Same(name + " I4", c.carryover_out,
         c.explicit_out + c.accidental_out + c.continuing_out + c.construction_out);
    Same(name + " I5", c.lapsed_balance, c.subsidy_refund + c.unspent_balance);
    if (all == nullptr) return;
    const auto parts = oracle::Fields(c);
    const auto totals = oracle::Fields(*all);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string_view column = parts[i].first;
      if (column == "transfers" || column == "contingency_draw") continue;  // changes may be larger
      if (std::abs(parts[i].second) > std::abs(totals[i].second))
        Fail(name + " " + parts[i].first + ": part " + Text(parts[i].second) + " of " +
             Text(totals[i].second));
    }
  }

  void CompareSettlement(std::int32_t year, GroupBy by, const ItemFilter& filter) {
    act_ = "Settle " + Text(year) + " by " + Text(static_cast<int>(by));
    Result<std::vector<SettledRow>> book = yesan::Settle(book_, year, by, filter);
    std::vector<SettledRow> rows;
    Same("code", book.code(), model_.Settle(year, by, filter, &rows));
    if (!book) return;
    Same("rows", static_cast<std::int64_t>(book->size()), static_cast<std::int64_t>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const SettledRow& b = (*book)[i];
      const std::string name = "key " + Text(rows[i].key) + rows[i].code;
      Same(name + " key", b.key, rows[i].key);
      if (b.code != rows[i].code) Fail(name + " code " + b.code);
      Same(name + " year", b.fiscal_year, year);
      Same(name + " origin", static_cast<int>(b.origin), static_cast<int>(YearOrigin::kComputed));
      const auto totals = oracle::Fields(b.total);
      const auto wanted = oracle::Fields(rows[i].total);
      for (std::size_t f = 0; f < totals.size(); ++f)
        Same(name + " " + totals[f].first, totals[f].second, wanted[f].second);
      CheckColumns(name, b.total, nullptr);
      // Of several items parts may cancel out where totals do: |part| ≤ |total| is an item's.
      CheckColumns(name + " subsidy", b.subsidy, by == GroupBy::kItem ? &b.total : nullptr);
      if (!options_.exact_subsidies) continue;
      const auto parts = oracle::Fields(b.subsidy);
      const auto wanted_parts = oracle::Fields(rows[i].subsidy);
      for (std::size_t f = 0; f < parts.size(); ++f)
        Same(name + " subsidy part of " + parts[f].first, parts[f].second, wanted_parts[f].second);
      ComparePrint(name, b);
    }
  }

  // Any version of an account against any other, some of them not adopted.
  void CompareVersionsOf(AccountId account) {
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
      Same("rows", static_cast<std::int64_t>(rows->size()),
           static_cast<std::int64_t>(wanted.size()));
      for (std::size_t r = 0; r < wanted.size(); ++r) {
        const std::string name = "item " + Text(NumberOf(wanted[r].item));
        Same(name, NumberOf((*rows)[r].item), NumberOf(wanted[r].item));
        Same(name + " prior", (*rows)[r].prior.minor(), wanted[r].prior.minor());
        Same(name + " change", (*rows)[r].change.minor(), wanted[r].change.minor());
        Same(name + " revised", (*rows)[r].revised.minor(), wanted[r].revised.minor());
      }
    }
  }

  static std::int64_t TotalAt(const SettlementRow& row, int column) {
    const BudgetAmount& amount = row.at(static_cast<SettlementColumn>(column));
    return amount.total ? amount.total->minor() : 0;
  }

  static std::int64_t PartAt(const SettlementRow& row, int column) {
    const auto part = row.at(static_cast<SettlementColumn>(column)).subsidy();
    return part ? part->minor() : 0;
  }

  // The columns of the sheet, and the row as it is printed in a unit.
  void ComparePrint(const std::string& name, const SettledRow& settled) {
    const bool with_refund = random_.Percent(50);
    const SettlementRow sheet = ToSheetColumns(settled, with_refund);
    const auto columns = oracle::SheetColumns(settled, with_refund);
    Same(name + " sheet's year", sheet.fiscal_year, settled.fiscal_year);
    for (int column = 1; column <= 9; ++column) {
      const auto found = columns.find(column);
      const bool stated = sheet.at(static_cast<SettlementColumn>(column)).total.has_value();
      Same(name + " sheet states column " + Text(column), stated, found != columns.end());
      if (!stated) continue;
      Same(name + " sheet column " + Text(column), TotalAt(sheet, column), found->second.first);
      Same(name + " sheet part " + Text(column), PartAt(sheet, column), found->second.second);
    }
    const std::int64_t units[] = {1, 1'000, 1'000'000, 7};
    const std::int64_t unit = units[random_.Below(4)];
    const Rounding roundings[] = {Rounding::kHalfUp, Rounding::kHalfEven, Rounding::kFloor,
                                  Rounding::kCeiling, Rounding::kDown};
    const Rounding rounding = roundings[random_.Below(5)];
    const Result<PrintedRow> printed = RoundForPrint(sheet, unit, rounding);
    if (!printed) Fail(name + " is not printed: " + Text(printed.code()));
    const oracle::ModelPrint wanted = oracle::PrintTotals(sheet, unit, rounding);
    for (const auto& [column, value] : wanted.totals)
      Same(name + " printed column " + Text(column), TotalAt(printed->row, column), value);
    std::set<int> one_off;
    for (const SettlementColumn column : printed->one_off) one_off.insert(static_cast<int>(column));
    if (one_off != wanted.one_off) Fail(name + ": other columns are one off");
    bool moved = false;  // whether a part, rounded by itself, would have to give way
    for (const auto& [column, value] : wanted.totals) {
      const std::int64_t part = PartAt(printed->row, column);
      const std::string at = name + " printed part " + Text(column);
      if (part % unit != 0) Fail(at + " is no multiple of the unit");
      if (PartAt(sheet, column) == 0 && part != 0) Fail(at + " of nothing");
    }
    SettlementRow parts = printed->row;  // the parts as a row of their own
    SettlementRow alone = sheet;
    for (int n = 1; n <= 9; ++n) {
      const auto column = static_cast<SettlementColumn>(n);
      if (!parts.at(column).total) continue;
      parts.at(column) = BudgetAmount::Of(Money(PartAt(printed->row, n)));
      alone.at(column) = BudgetAmount::Of(Money(PartAt(sheet, n)));
    }
    const oracle::ModelPrint by_itself = oracle::PrintTotals(alone, unit, rounding);
    for (const auto& [column, value] : by_itself.totals) {
      moved = moved || std::abs(value) > std::abs(wanted.totals.at(column)) ||
              (value != 0 && PartAt(sheet, column) == 0);
    }
    for (const auto& [column, value] : by_itself.totals)
      if (!moved) Same(name + " printed part " + Text(column), TotalAt(parts, column), value);
    const Result<std::vector<IdentityCheck>> checks = CheckRow(printed->row);
    if (!checks) Fail(name + " cannot be checked: " + Text(checks.code()));
    for (const IdentityCheck& check : *checks) {
      if (check.holds) continue;
      // A part of several items may be larger than their total where it is so in truth.
      const int first = static_cast<int>(check.columns[0]);
      if (check.identity == Identity::kPartWithinTotal &&
          std::abs(PartAt(sheet, first)) > std::abs(TotalAt(sheet, first)))
        continue;
      Fail(name + " printed breaks " + std::string(Name(check.identity)) + " of " +
           std::string(Name(check.side)) + " by " + Text(check.difference.minor()));
    }
  }

  void CompareSurplus(std::int32_t year) {
    for (const AccountId account : town_.accounts) {
      act_ = "SurplusOf " + Text(NumberOf(account));
      const std::int64_t difference = random_.Between(0, 5000);
      Surplus m;
      const Code code = model_.SurplusOf(account, year, difference, &m);
      const Result<Surplus> b = yesan::SurplusOf(book_, account, year, Money(difference));
      Same("code", b.code(), code);
      if (!b) continue;
      Same("revenue_budget", b->revenue_budget, m.revenue_budget);
      Same("expenditure_budget", b->expenditure_budget, m.expenditure_budget);
      Same("assessed", b->assessed, m.assessed);
      Same("received", b->received, m.received);
      Same("written_off", b->written_off, m.written_off);
      Same("uncollected", b->uncollected, m.uncollected);
      Same("disbursed", b->disbursed, m.disbursed);
      Same("closing_surplus", b->closing_surplus, m.closing_surplus);
      Same("carryover_out", b->carryover_out, m.carryover_out);
      Same("subsidy_refund", b->subsidy_refund, m.subsidy_refund);
      Same("grant_difference", b->grant_difference, difference);
      Same("net_surplus", b->net_surplus, m.net_surplus);
      Same("excess_receipts", b->excess_receipts, m.excess_receipts);
      Same("unspent_balance", b->unspent_balance, m.unspent_balance);
      if (b->budgets_agree()) {
        Same("I11", b->net_surplus, b->excess_receipts + b->unspent_balance - difference);
      }
    }
    act_ = "RefundsDue";
    const Result<std::vector<RefundDue>> due = yesan::RefundsDue(book_, year);
    const auto wanted = model_.RefundsDue(year);
    if (!due) Fail("refused " + Text(due.code()));
    Same("rows", static_cast<std::int64_t>(due->size()), static_cast<std::int64_t>(wanted.size()));
    for (const RefundDue& one : *due) {
      const auto found = wanted.find(static_cast<int>(one.source));
      Same("source " + Text(static_cast<int>(one.source)), one.amount.minor(),
           found == wanted.end() ? 0 : found->second);
    }
  }

  void CompareAll() {
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
      CompareSettledSources(year);
    }
    act_ = "identities";
    const std::vector<std::string> broken = model_.BrokenIdentities();
    if (!broken.empty()) Fail(broken[0]);
    act_ = "Verify";
    for (const Finding& finding : book_.Verify())
      if (finding.severity == Severity::kError)
        Fail(finding.rule + ": " + finding.subject + ": " + finding.message.en);
  }

  // ---- acts ----

  void Post(const std::vector<Posting>& rows, const std::string& key = "") {
    act_ =
        "Post" + (key.empty() ? "" : " with key of " + Text(static_cast<std::int64_t>(key.size())));
    rows_ = rows;
    Batch batch(key);
    for (const Posting& row : rows) batch.Add(row);
    const Verdict wanted = model_.Post(rows, key);
    const Result<Receipt> receipt = book_.Post(batch);
    SameRefusal(ErrorOf(receipt), wanted);
    ++(wanted.ok() ? posted_ : refused_);
    if (receipt) {
      Same("first", NumberOf(receipt->first), wanted.first);
      Same("count", receipt->count, wanted.count);
      Same("repeated", receipt->repeated, wanted.repeated);
      if (!wanted.repeated) {
        town_.Posted(rows, wanted.first);
        for (std::uint32_t i = 0; i < wanted.count; ++i) CompareEntry(wanted.first + i);
      }
    }
    CompareRows(rows);
  }

  void Check(const std::vector<Posting>& rows) {
    act_ = "Check";
    rows_ = rows;
    Batch batch;
    for (const Posting& row : rows) batch.Add(row);
    const std::vector<Code> wanted = model_.Check(rows);
    const std::vector<Code> codes = book_.Check(batch.view());
    Same("rows", static_cast<std::int64_t>(codes.size()), static_cast<std::int64_t>(wanted.size()));
    for (std::size_t i = 0; i < codes.size(); ++i) {
      Same("row " + Text(static_cast<std::int64_t>(i)), codes[i], wanted[i]);
      Hit(codes[i]);
    }
    CompareRows(rows);
  }

  void PlayWithKeys() {
    if (!keyed_.empty() && random_.Percent(70)) {
      auto [key, rows] = keyed_[random_.Below(keyed_.size())];
      if (random_.Percent(40) && !rows.empty())
        rows.back().amount = Money(rows.back().amount.minor() ^ 1);
      if (random_.Percent(20)) rows.push_back(rows.empty() ? Posting() : rows.back());
      return Post(rows, key);
    }
    std::string key = "전표 " + Text(random_.Between(1, 1'000'000'000));
    if (random_.Percent(10)) key.resize(random_.Percent(50) ? 128 : 129, 'k');
    std::vector<Posting> rows = town_.MakeBatch(random_.Percent(5) ? 0 : 1);
    if (keyed_.size() < 50) keyed_.emplace_back(key, rows);
    Post(rows, key);
  }

  // The entries that the book wrote for an act take the place of the model's own, when they come to the same.
  void TakeOverTail(std::size_t before) {
    std::vector<ModelEntry> own;
    for (std::size_t id = before + 1; id <= model_.entry_count(); ++id)
      own.push_back(model_.entry(static_cast<std::uint32_t>(id)));
    std::map<std::pair<std::uint32_t, int>, ItemBalances> wanted;
    const auto sum = [&](std::map<std::pair<std::uint32_t, int>, ItemBalances>* sums) {
      std::set<std::uint32_t> touched;
      for (const ModelEntry& e : own) touched.insert(e.item);
      for (std::size_t id = before + 1; id <= book_.entry_count(); ++id)
        touched.insert(NumberOf(book_.Find(EntryId{static_cast<std::uint32_t>(id)})->item));
      for (const std::uint32_t item : touched) {
        (*sums)[{item, -1}] = model_.BalancesOf(ItemId{item});
        for (int source = 0; source <= 15; ++source) {
          Scope scope;
          scope.source = source;
          ItemBalances& part = (*sums)[{item, source}];
          part = model_.BalancesOf(ItemId{item}, scope);
          part.commitments_out = 0;  // of no source
        }
      }
    };
    sum(&wanted);
    std::vector<ModelEntry> tail;
    for (std::size_t id = before + 1; id <= book_.entry_count(); ++id) {
      const Entry e = *book_.Find(EntryId{static_cast<std::uint32_t>(id)});
      ModelEntry m;
      m.item = NumberOf(e.item);
      m.day = e.day;
      m.kind = e.kind;
      m.cause = e.cause;
      m.amount = e.amount.minor();
      m.reference = NumberOf(e.reference);
      m.source = e.source ? static_cast<int>(*e.source) : 0;
      m.authorization = NumberOf(e.authorization);
      m.actor = NumberOf(e.actor);
      if (e.kind == EntryKind::kCarryOut && m.reference != 0) {
        m.moved.emplace_back(m.reference, m.amount);  // a commitment, or a source's share of it
        m.reference = 0;
      }
      tail.push_back(m);
    }
    model_.ReplaceTail(before, tail);
    std::map<std::pair<std::uint32_t, int>, ItemBalances> found;
    sum(&found);
    for (const auto& [key, sums] : wanted)
      SameBalances("entries for item " + Text(key.first) + " source " + Text(key.second),
                   found[key], sums);
    for (const auto& [key, sums] : found) {
      CompareItem(ItemId{key.first});
      for (const std::uint32_t entry : model_.EntriesOf(ItemId{key.first})) CompareEntry(entry);
    }
    std::vector<Posting> rows;  // so that the town knows its commitments
    for (const ModelEntry& m : tail) {
      Posting row;
      row.kind = m.kind;
      rows.push_back(row);
    }
    town_.Posted(rows, static_cast<std::uint32_t>(before + 1));
  }

  bool Adopt(AccountId account, BudgetStage stage, std::int32_t number, int defect) {
    const BudgetDocument d = town_.MakeBudget(account, stage, number, defect);
    act_ = "Adopt stage " + Text(static_cast<int>(stage)) + " number " + Text(number) +
           " account " + Text(NumberOf(account)) + " defect " + Text(defect);
    rows_.clear();
    for (const BudgetLine& line : d.lines) {
      Posting row;
      row.item = line.item;
      row.amount = line.amount;
      row.day = d.day;
      rows_.push_back(row);
    }
    const std::size_t before = model_.entry_count();
    const bool document = d.version.stage == BudgetStage::kProposal;
    if (!document && random_.Percent(30)) {
      const std::string adopt = "Adopt" + act_.substr(5);
      act_ = "CheckBudget" + act_.substr(5);
      const Result<void> checked = book_.CheckBudget(d);
      const Verdict sums = model_.CheckBudget(d);
      SameRefusal(ErrorOf(checked), sums, false);
      act_ = adopt;
    }
    const Verdict wanted = model_.Adopt(d);
    const Result<Receipt> receipt = book_.Adopt(d);
    SameRefusal(ErrorOf(receipt), wanted, false);
    if (receipt) {
      TakeOverTail(before);
      Same("receipt count", receipt->count,
           static_cast<std::int64_t>(model_.entry_count() - before));
      const std::vector<BudgetVersion> b = book_.VersionsOf(account, town_.year);
      const std::vector<BudgetVersion> m = model_.VersionsOf(account, town_.year);
      Same("versions", static_cast<std::int64_t>(b.size()), static_cast<std::int64_t>(m.size()));
      for (std::size_t i = 0; i < m.size(); ++i) {
        Same("version stage", static_cast<int>(b[i].stage), static_cast<int>(m[i].stage));
        Same("version number", b[i].number, m[i].number);
      }
      CompareVersionsOf(account);
    }
    CompareCounts();
    return receipt.ok();
  }

  void Close(std::int32_t year) {
    act_ = "Close " + Text(year);
    rows_.clear();
    const Verdict wanted = model_.Close(year);
    const Result<void> closed = book_.Close(year);
    SameRefusal(ErrorOf(closed), wanted, false);
    Same("IsClosed", book_.IsClosed(year), model_.IsClosed(year));
  }

  void Rollover(bool lawful, bool really, bool stale) {
    act_ = "PreviewRollover";
    rows_.clear();
    std::vector<CarryRequest> requests = town_.MakeRequests(lawful);
    std::int32_t year = town_.year;
    if (!lawful && random_.Percent(8) && year > kFirstYear) --year;
    for (const CarryRequest& r : requests) {
      Posting row;
      row.item = r.item;
      row.cause = r.cause;
      row.amount = r.amount;
      row.kind = EntryKind::kCarryOut;
      row.authorization = r.authorization;
      row.day = town_.today;
      row.reference = static_cast<std::int64_t>(r.commitments.size());
      rows_.push_back(row);
    }
    const Date day = random_.Percent(50) ? town_.today : YearOf(town_.year).last_day();
    const oracle::ModelPreview m = model_.PreviewRollover(year, requests, day, ActorId{4});
    const RolloverPreview b = yesan::PreviewRollover(book_, year, requests, day, ActorId{4});
    Same("rows", static_cast<std::int64_t>(b.rows.size()),
         static_cast<std::int64_t>(m.rows.size()));
    bool ok = true;
    for (std::size_t i = 0; i < m.rows.size(); ++i) {
      const std::string name = "request " + Text(static_cast<std::int64_t>(i));
      Same(name, b.rows[i].refused, m.rows[i].refused);
      Hit(m.rows[i].refused);
      if (m.rows[i].refused != Code::kOk) {
        ok = false;
        continue;
      }
      Same(name + " committed", b.rows[i].committed.minor(), m.rows[i].committed);
      if (!(b.rows[i].to == m.rows[i].to) || b.rows[i].to.object_group != m.rows[i].to.object_group)
        Fail(name + ": another item of the next year: book " + b.rows[i].to.object_item + " of " +
             b.rows[i].to.object_group + ", model " + m.rows[i].to.object_item + " of " +
             m.rows[i].to.object_group);
    }
    Same("ok()", b.ok(), ok);
    if (!really) return;
    if (stale) Post(town_.MakeBatch(1));
    act_ = "Rollover";
    const std::size_t before = model_.entry_count();
    std::vector<ItemId> carried;
    const Verdict wanted = model_.Rollover(m, &carried);
    const Result<RolloverReceipt> receipt = yesan::Rollover(book_, b);
    SameRefusal(ErrorOf(receipt), wanted, false);
    if (receipt) {
      ++rollovers_;
      Same("carried", static_cast<std::int64_t>(receipt->carried.size()),
           static_cast<std::int64_t>(carried.size()));
      for (std::size_t i = 0; i < carried.size(); ++i) {
        Same("carried item " + Text(static_cast<std::int64_t>(i)), NumberOf(receipt->carried[i]),
             NumberOf(carried[i]));
        const ItemKey* key = book_.Find(carried[i]);
        if (key == nullptr || !(*key == model_.item(carried[i]))) Fail("another item was made");
      }
      TakeOverTail(before);
    }
    CompareCounts();
  }

  // Of a request that was carried lately, or of an entry that is no such thing.
  void UndoRollover() {
    act_ = "UndoRollover";
    rows_.clear();
    const auto count = static_cast<std::uint32_t>(model_.entry_count());
    std::uint32_t id = static_cast<std::uint32_t>(random_.Below(count + 3));
    if (random_.Percent(90)) {
      for (std::uint32_t at = count - std::min<std::uint32_t>(count, id % 400); at > 0; --at) {
        if (model_.entry(at).kind != EntryKind::kCarryOut) continue;
        id = at;
        break;
      }
    }
    const Verdict wanted = model_.UndoRollover(id, ActorId{4});
    const Result<Receipt> receipt = yesan::UndoRollover(book_, EntryId{id}, ActorId{4});
    SameRefusal(ErrorOf(receipt), wanted);
    if (!receipt) return CompareCounts();
    ++undone_;
    Same("first", NumberOf(receipt->first), wanted.first);
    Same("count", receipt->count, wanted.count);
    for (std::uint32_t i = 0; i < wanted.count; ++i) {
      const std::uint32_t entry = wanted.first + i;
      CompareEntry(entry);
      CompareEntry(model_.entry(entry).reference);
      CompareItem(ItemId{model_.entry(entry).item});
    }
    CompareCounts();
  }

  void AddAuthorization(const Authorization& a) {
    act_ = "AddAuthorization kind " + Text(static_cast<int>(a.kind)) + " last year " +
           Text(a.last_year);
    rows_.clear();
    const Code wanted = model_.AddAuthorization(a);
    const Result<AuthorizationId> id = book_.AddAuthorization(a);
    Same("code", id.code(), wanted);
    Hit(wanted);
    if (id && town_.limited.size() < 400) town_.limited.push_back(*id);
  }

  ItemId AddItem(const ItemKey& key) {
    act_ = "AddItem";
    ItemId wanted = ItemId::kNone;
    const Code code = model_.AddItem(key, &wanted);
    const Result<ItemId> id = book_.AddItem(key);
    Same("code", id.code(), code);
    Hit(code);
    if (id) Same("id", NumberOf(*id), NumberOf(wanted));
    return wanted;
  }

  void AddItems(const std::vector<ItemKey>& keys) {
    act_ = "AddItems";
    rows_.clear();
    ItemId wanted = ItemId::kNone;
    const Verdict verdict = model_.AddItems(keys, &wanted);
    const Result<ItemId> first = book_.AddItems(keys);
    SameRefusal(ErrorOf(first), verdict, false);
    CompareCounts();
    if (!first) return;
    Same("first", NumberOf(*first), NumberOf(wanted));
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const ItemId id{NumberOf(wanted) + static_cast<std::uint32_t>(i)};
      const ItemKey* key = book_.Find(id);
      if (key == nullptr || !(*key == model_.item(id))) Fail("another item was made");
      CompareItem(id);
      if (keys[i].fiscal_year == town_.year) town_.Take(id);
    }
  }

  // New items, one of them wrong now and then.
  std::vector<ItemKey> MakeKeys() {
    std::vector<ItemKey> keys;
    const std::size_t count = random_.Below(4);
    for (std::size_t i = 0; i < count; ++i) {
      ItemKey key = model_.item(town_.AnyItem());
      key.department = random_.Of(town_.departments);
      key.program = random_.Of(town_.detailed);
      switch (random_.Below(20)) {  // one thing at a time is wrong with it
        case 0:
          key.object_item.clear();
          break;
        case 1:
          key.account = AccountId{7};
          break;
        case 2:
          key.program = ProgramId{2};
          break;
        case 3:  // not before the first: money came into it that no book carried out
          key.fiscal_year = town_.year == kFirstYear ? 0 : town_.year - 1;
          break;
        case 4:
        case 5:
          key.object_group.clear();
          break;
        default:
          break;
      }
      keys.push_back(key);
      if (random_.Percent(8)) keys.push_back(key);
    }
    return keys;
  }

  // ---- the town's life ----

  void Found() {
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

  void StartYear(std::int32_t year) {
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
  void Year(std::int64_t steps, std::int64_t all) {
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

  std::int32_t NextSupplementary(std::size_t account) {
    std::int32_t last = 0;
    for (const BudgetVersion& version : model_.VersionsOf(town_.accounts[account], town_.year))
      last = std::max(last, version.number);
    return last + 1;
  }

  void Step() {
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
      const auto by = static_cast<GroupBy>(random_.Below(13));
      CompareSettlement(town_.year, by, town_.MakeFilterOf(town_.year));
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

  [[nodiscard]] FiscalYear YearOf(std::int32_t year) const {
    return FiscalYear::Make(year, options_.calendar()).value();
  }

  Options options_;
  Random random_;
  std::set<int> codes_;
  LedgerModel model_;
  Book book_;
  Town town_;
  std::int64_t step_ = 0;
  std::int64_t posted_ = 0;
  std::int64_t refused_ = 0;
  std::int64_t rollovers_ = 0;
  std::int64_t undone_ = 0;
  std::int64_t hits_[200] = {};
  std::string act_;
  std::vector<Posting> rows_;
  std::vector<std::pair<std::string, std::vector<Posting>>> keyed_;
};

int Simulate(const Options& options) {
  const auto level = static_cast<ControlLevel>(
      options.level != 0 ? options.level : 1 + static_cast<int>(options.seed % 5));
  // One town in four gives allotment up early in its second year.
  const FiscalYear first = FiscalYear::Make(Simulation::kFirstYear, options.calendar()).value();
  const Date until = options.seed % 4 == 0 && options.years > 1
                         ? AddDays(first.last_day(), 59).value()
                         : Date::Make(9999, 2, 28).value();
  Policy policy = StrictPolicy(level, until, first);
  if (options.policy == "korean") policy = Policy::KoreanLocalGovernment();
  if (options.policy == "permissive") policy = Policy::Permissive();
  if (options.policy != "strict" && options.level != 0) policy.control_level = level;
  const Classification codes = TownCodes(Simulation::kFirstYear, options.years);
  Government government;
  government.name = "모의시";
  government.calendar = options.calendar();
  std::printf("%s: fiscal years from month %d on, control level %d\n", CommandLine(options).c_str(),
              government.calendar.first_month, static_cast<int>(policy.control_level));
  Result<Book> book = Book::Make(government, policy, codes);
  if (!book) {
    std::printf("no book: %s\n", book.error().message().en.c_str());
    return 1;
  }
  return Simulation(options, policy, codes, std::move(*book)).Run();
}

}  // namespace
}  // namespace yesan::sim

int main(int argc, char** argv) {
  std::string problem;
  const auto options = yesan::sim::ReadOptions(argc, argv, &problem);
  if (!options) {
    std::fprintf(stderr, "%s\n%s", problem.c_str(), yesan::sim::kUsage);
    return 2;
  }
  return yesan::sim::Simulate(*options);
}
