/// @file
/// A random municipality driven through a book and through the model beside it, compared after every step.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/oracle/ledger_model.h"
#include "tests/sim/options.h"
#include "tests/sim/random.h"
#include "tests/sim/town.h"
#include "yesan/ledger/book.h"
#include "yesan/settlement/settle.h"

namespace yesan::sim {

[[nodiscard]] std::string Text(std::int64_t n);
[[nodiscard]] std::string Text(Code code);
[[nodiscard]] std::string Text(const std::optional<std::int64_t>& n);
/// Whether a code is one of the ledger's refusals.
[[nodiscard]] bool IsOfTheLedger(int code);
/// The reasons for which a ledger under a policy can refuse: those of the ledger itself, and those that a line makes.
[[nodiscard]] std::set<int> RefusalCodes(const Policy& policy);

class Simulation {
 public:
  Simulation(const Options& options, Policy policy, Classification codes, Book book)
      : options_(options),
        random_(options.seed * 0x9e3779b97f4a7c15ULL + 1),
        codes_(RefusalCodes(policy)),
        model_(options.calendar(), std::move(policy), std::move(codes)),
        book_(std::move(book)),
        town_(random_, model_, options.calendar()) {}

  /// The exit code: 0 where nothing differs and every code was hit.
  [[nodiscard]] int Run();

  static constexpr std::int32_t kFirstYear = 2024;
  static constexpr std::int64_t kLastSteps = 15;  // after the last year is closed

 private:
  // ---- telling.cc ----

  [[noreturn]] void Fail(const std::string& what);
  void Print(std::size_t i, const Posting& r);
  int Report();
  void Same(const std::string& what, std::int64_t book, std::int64_t model);
  void Same(const std::string& what, Code book, Code model);
  void SameBalances(const std::string& what, const ItemBalances& book, const ItemBalances& model);
  void SameRefusal(const Error* error, const oracle::Verdict& model, bool figures = true);
  void Hit(Code code) {
    const int n = static_cast<int>(code);
    if (n >= 0 && n < 200) ++hits_[n];
  }
  template <class T>
  static const Error* ErrorOf(const Result<T>& result) {
    return result.ok() ? nullptr : &result.error();
  }

  // ---- compare.cc ----

  void CompareCauses();
  void CompareItem(ItemId id);
  void CompareEntry(std::uint32_t id);
  void CompareRows(const std::vector<Posting>& rows);
  void CompareCounts();
  void CompareTables();
  void CompareSources(const BalanceTable& table, std::map<int, ItemBalances> wanted);
  void CompareVersionsOf(AccountId account);
  void CompareAll();

  // ---- compare_settlement.cc ----

  void CompareSettledSources(std::int32_t year, const ItemFilter& filter);
  void CheckColumns(const std::string& name, const StatutoryColumns& c,
                    const StatutoryColumns* all);
  void CompareSettlement(std::int32_t year, GroupBy by, const ItemFilter& filter);
  void ComparePrint(const std::string& name, const SettledRow& settled);
  void CompareSurplus(std::int32_t year);
  static std::int64_t TotalAt(const SettlementRow& row, int column) {
    const BudgetAmount& amount = row.at(static_cast<SettlementColumn>(column));
    return amount.total ? amount.total->minor() : 0;
  }
  static std::int64_t PartAt(const SettlementRow& row, int column) {
    const auto part = row.at(static_cast<SettlementColumn>(column)).subsidy();
    return part ? part->minor() : 0;
  }

  // ---- acts.cc ----

  void Post(const std::vector<Posting>& rows, const std::string& key = "");
  void Check(const std::vector<Posting>& rows);
  void PlayWithKeys();
  void Close(std::int32_t year);
  void AddAuthorization(const Authorization& a);
  ItemId AddItem(const ItemKey& key);
  void AddItems(const std::vector<ItemKey>& keys);
  std::vector<ItemKey> MakeKeys();

  // ---- acts_of_a_year.cc ----

  void TakeOverTail(std::size_t before);
  bool Adopt(AccountId account, BudgetStage stage, std::int32_t number, int defect);
  void Rollover(bool lawful, bool really, bool stale);
  void UndoRollover();

  // ---- simulation.cc: the town's life ----

  void Found();
  void StartYear(std::int32_t year);
  void Year(std::int64_t steps, std::int64_t all);
  std::int32_t NextSupplementary(std::size_t account);
  void Step();
  [[nodiscard]] FiscalYear YearOf(std::int32_t year) const {
    return FiscalYear::Make(year, options_.calendar()).value();
  }

  Options options_;
  Random random_;
  std::set<int> codes_;
  oracle::LedgerModel model_;
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

}  // namespace yesan::sim
