// Everything computed again from the entries, and held against every identity and what the law wants to be seen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "lib/ledger/sums.h"
#include "yesan/base/finding.h"

namespace yesan::internal {

// Sums of many items, of any size.
struct WideBucket {
  WideSum current;
  WideSum allotted;
  WideSum used;
  WideSum reserved;

  // What is used and what is owed back to payers; nothing where nothing is owed.
  [[nodiscard]] WideSum SpokenFor() const noexcept {
    WideSum sum;
    if (reserved.sign() == 0) return sum;
    sum.Add(used);
    sum.Add(reserved);
    return sum;
  }
};

class Verifier {
 public:
  explicit Verifier(const BookState& state) : state_(state) {}
  [[nodiscard]] std::vector<Finding> Run();

 private:
  // What a finding is about.
  [[nodiscard]] Message NameOf(std::uint32_t item) const;  // `2021 307-05 (항목 3)`
  static Message EntryName(std::uint32_t id);              // `#12`
  // An account's year: `2021 일반회계`.
  [[nodiscard]] Message AccountName(std::uint32_t account, std::int32_t year) const;
  // `2021 307-05 (항목 3) 국비`.
  [[nodiscard]] Message PayerName(std::uint32_t item, std::uint8_t source) const;
  static Message Join(Message name, std::string_view ko, std::string_view en);

  void Report(std::string_view rule, Severity severity, Message subject, const Decimal& printed,
              const Decimal& expected, const Message& statement);
  void Report(std::string_view rule, Severity severity, Message subject, std::int64_t printed,
              std::int64_t expected, const Message& statement);
  // Of what is no figure.
  void ReportText(std::string_view rule, Severity severity, Message subject, std::string printed,
                  std::string expected, const Message& statement);

  // verify.cc: the book against its own entries.
  void CheckStandingSums();
  void CheckItems();
  void CheckControl();
  void CheckOpen();
  void CheckLinks();
  void CheckGroups();
  // verify_days.cc: the order of days against the order of posting.
  void CheckDays();
  void CheckControlByDay();
  // verify_votes.cc: budgets that Adopt would have refused.
  void CheckVersions();
  void CheckVersionDays();
  void CheckProvisional();
  void CheckReserveShare();
  // verify_law.cc: what the law wants to be seen.
  void CheckPreEnactment();
  void CheckLateAbsorption();
  void CheckUndoneAbsorption();
  void CheckPlanYears();
  void CheckOpenAtClosing();
  void CheckSources();
  void CheckSpentOfSources(const SourceSums& sources);
  void CheckRevenue();

  const BookState& state_;
  std::vector<ItemBalances> sums_;  // of each item
  std::vector<Finding> findings_;
};

}  // namespace yesan::internal
