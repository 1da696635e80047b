// What all forms of a report share: the views of a sheet, and amounts as tables and charts take them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/budget/contract.h"
#include "yesan/report/tables.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {

// Gives the text of the language that is spoken.
class Speaker {
 public:
  explicit Speaker(Language language) : korean_(language == Language::kKorean) {}
  [[nodiscard]] std::string_view operator()(std::string_view ko, std::string_view en) const {
    return korean_ ? ko : en;
  }
  [[nodiscard]] bool korean() const { return korean_; }

 private:
  bool korean_;
};

// What the figures of one table count.
enum class Scale {
  kMoney,  // won, each of them
  kOnes,   // no unit is printed anywhere: the numbers themselves
  kMixed,  // some with a unit and some without: they cannot be compared
};
Scale ScaleOf(const std::vector<const Figure*>& figures);

// The total of a figure in won or, in a table without units, in ones; nothing when there is none.
std::optional<Money> ValueOf(const Figure& figure, Scale scale);

// The unit of a table's amounts, for printing: kThousandWon unless it names one.
Unit UnitOf(const Table* table);

// An amount in a unit, exactly, with as few digits behind the point as that takes; kOnes: as it stands.
std::string PrintValue(Money value, Unit unit, Scale scale = Scale::kMoney);
// A figure in a unit with its subsidy part, or what is printed in its place.
std::string PrintFigure(const Figure& figure, Unit unit, Scale scale);
// A number with exactly so many digits behind the point, rounded half-up already.
std::string PrintNumber(const Decimal& number);
// `part` as percent of `whole` to so many digits, half-up; empty when there is no such rate.
std::string PrintShare(std::optional<Money> part, std::optional<Money> whole, std::int32_t digits);
// (b − a) × 100 ÷ a to two digits, half-up; empty when there is no such rate.
std::string PrintChangeRate(std::optional<Money> a, std::optional<Money> b);
// b − a; nothing when one is absent or it does not fit.
std::optional<Money> ChangeOf(std::optional<Money> a, std::optional<Money> b);

// `(단위: 천원)`, `(thousand won)`; empty for figures without a unit.
std::string UnitNote(Unit unit, Scale scale, Language language);

// Number of a node in its tree: `3.2`.
std::vector<std::string> BasisNumbers(const CostBasis& tree);

// The columns of a settlement in the order in which reports print them.
struct SettlementColumnOf {
  Figure SettlementYear::*figure;
  std::string_view ko;
  std::string_view en;
  ColumnRole role;
};
inline constexpr SettlementColumnOf kSettlementColumns[] = {
    {&SettlementYear::adopted, "최종예산", "adopted", ColumnRole::kAdopted},
    {&SettlementYear::carryover_in, "전년이월", "carried in", ColumnRole::kCarryoverIn},
    {&SettlementYear::net_adjustment, "예산변경", "adjustment", ColumnRole::kNetAdjustment},
    {&SettlementYear::contingency, "예비비", "contingency", ColumnRole::kContingency},
    {&SettlementYear::transfer, "이·전용", "transfers", ColumnRole::kTransfer},
    {&SettlementYear::current_budget, "예산현액", "current budget", ColumnRole::kCurrentBudget},
    {&SettlementYear::disbursed, "집행액", "disbursed", ColumnRole::kDisbursed},
    {&SettlementYear::carryover_out, "차년이월", "carried out", ColumnRole::kCarryoverOut},
    {&SettlementYear::subsidy_refund, "보조금 반납", "subsidy refund", ColumnRole::kSubsidyRefund},
    {&SettlementYear::lapsed, "집행잔액", "left", ColumnRole::kLapsed},
};
// `예산 총괄`, `cost basis`: a section for people.
std::string SectionName(SectionKind kind, Language language);
// The name of a figure with its section in a language: the words behind it are the document's.
std::string NameOf(const ProvedFigure& figure, Language language);
// The heading of a table's column of a role as printed, or `otherwise`.
std::string_view HeadingOf(const Table* table, ColumnRole role, std::string_view otherwise);

struct Facts {
  explicit Facts(const Sheet& sheet_in);

  const Sheet& sheet;
  FundingView funding;
  OverviewView overview;
  CostBasisView basis;
  ScheduleView schedule;
  SettlementView settlement;
  Contract contract;
  Scale overview_scale = Scale::kMoney;
  Scale schedule_scale = Scale::kMoney;
  Scale settlement_scale = Scale::kMoney;
  std::int32_t year = 0;  // the fiscal year of the sheet, 0 when it names none

  // This year's and last year's amount of the whole program: the total row, else the only row; the
  // funding total for this year when there is no overview.
  [[nodiscard]] std::optional<Money> Current() const;
  [[nodiscard]] std::optional<Money> Prior() const;
  [[nodiscard]] const OverviewRow* TotalRow() const;
  [[nodiscard]] Unit BasisUnit() const;
};

}  // namespace yesan::internal
