// What a sheet says, in the terms of a book, before anything is added to one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/place.h"
#include "yesan/base/result.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/budget/program.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/settlement/settlement_row.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {

// What does not add up: a refusal, or a finding where the caller wants it taken.
class Faults {
 public:
  explicit Faults(bool lenient) noexcept : lenient_(lenient) {}

  // `stated` is printed at a place and ought to be `expected`.
  [[nodiscard]] Result<void> Differs(std::string_view rule, Place place, std::string subject,
                                     Money stated, Money expected);
  // Something that the book has no room for.
  void Note(std::string_view rule, Place place, std::string subject, std::string_view printed,
            Message message);
  [[nodiscard]] std::vector<Finding> Take() { return std::move(findings_); }

 private:
  bool lenient_;
  std::vector<Finding> findings_;
};

// A refusal at a place.
[[nodiscard]] Error RefusedAt(Code code, std::string_view rule, Place place, std::string ko,
                              std::string en);

// The columns of a year that a document states.
[[nodiscard]] SettlementRow RowOf(const ImportedYear& year);

struct ItemFacts {
  Place place;
  ImportedBudget budget;
  CostBasis basis;
};

struct SheetFacts {
  ProgramYear year;     // its department's name too
  std::string account;  // empty when none is printed
  // 분야, 부문, 정책사업, 단위사업, by name; empty when not printed.
  std::array<std::string, 4> rungs;
  std::vector<ItemFacts> items;
  bool sources_complete = false;    // every stated amount has its source
  std::vector<ImportedYear> years;  // ascending
};

[[nodiscard]] Result<SheetFacts> ReadFacts(const Sheet& sheet, GovernmentKind tier,
                                           bool likely_sources, Faults& faults);

// Its parts: prose and people; rows and their basis; the past.
void ReadProgramYear(const Sheet& sheet, SheetFacts& facts, Faults& faults);
[[nodiscard]] Result<void> ReadFunding(const Sheet& sheet, GovernmentKind tier, bool likely_sources,
                                       SheetFacts& facts, Faults& faults);
[[nodiscard]] Result<void> ReadSchedule(const Sheet& sheet, SheetFacts& facts, Faults& faults);
[[nodiscard]] Result<void> ReadItems(const Sheet& sheet, SheetFacts& facts, Faults& faults);
[[nodiscard]] Result<void> ReadPast(const Sheet& sheet, SheetFacts& facts, Faults& faults);

}  // namespace yesan::internal
