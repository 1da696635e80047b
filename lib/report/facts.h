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
};
inline constexpr SettlementColumnOf kSettlementColumns[] = {
    {&SettlementYear::adopted, "최종예산", "adopted"},
    {&SettlementYear::carryover_in, "전년이월", "carried in"},
    {&SettlementYear::net_adjustment, "예산변경", "adjustment"},
    {&SettlementYear::contingency, "예비비", "contingency"},
    {&SettlementYear::transfer, "이·전용", "transfers"},
    {&SettlementYear::current_budget, "예산현액", "current budget"},
    {&SettlementYear::disbursed, "집행액", "disbursed"},
    {&SettlementYear::carryover_out, "차년이월", "carried out"},
    {&SettlementYear::subsidy_refund, "보조금 반납", "subsidy refund"},
    {&SettlementYear::lapsed, "집행잔액", "left"},
};

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
