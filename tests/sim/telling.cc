// What is told of a run: differences, which end it, and the codes that were hit.
#include "tests/sim/simulation.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace yesan::sim {

using oracle::Verdict;

namespace {

constexpr std::pair<int, int> kLedgerCodes[] = {
    {100, 116}, {120, 126}, {130, 143}, {150, 159}, {160, 169}};

bool IsMoney(Code code) {
  const int n = static_cast<int>(code);
  return (n >= 150 && n <= 159) || code == Code::kAboveLimit;
}

}  // namespace

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

void Simulation::Fail(const std::string& what) {
  std::printf("DIFFERENCE at step %lld of %s\n", static_cast<long long>(step_),
              CommandLine(options_).c_str());
  std::printf("%s: %s\n", act_.c_str(), what.c_str());
  for (std::size_t i = 0; i < rows_.size() && i < 40; ++i) Print(i, rows_[i]);
  std::exit(1);
}

void Simulation::Print(std::size_t i, const Posting& r) {
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

int Simulation::Report() {
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

void Simulation::Same(const std::string& what, std::int64_t book, std::int64_t model) {
  if (book != model) Fail(what + ": book " + Text(book) + ", model " + Text(model));
}

void Simulation::Same(const std::string& what, Code book, Code model) {
  if (book != model) Fail(what + ": book " + Text(book) + ", model " + Text(model));
}

void Simulation::SameBalances(const std::string& what, const ItemBalances& book,
                              const ItemBalances& model) {
  const auto b = oracle::Fields(book);
  const auto m = oracle::Fields(model);
  for (std::size_t i = 0; i < b.size(); ++i)
    Same(what + " " + b[i].first, b[i].second, m[i].second);
}

void Simulation::SameRefusal(const Error* error, const Verdict& model, bool figures) {
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

}  // namespace yesan::sim
