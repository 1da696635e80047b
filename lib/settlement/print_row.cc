// A settlement in thousands: every figure rounded once, and the identities between what is printed.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "yesan/money/money.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

// A side of a row, rounded once column by column, with the sums as sums of what is printed.
class PrintedSide {
 public:
  PrintedSide(const SettlementRow& row, AmountSide side, std::int64_t unit, Rounding rounding)
      : row_(row), side_(side), unit_(unit), rounding_(rounding) {}

  Result<void> Round(std::vector<SettlementColumn>& one_off) {
    using Column = SettlementColumn;
    for (const Column column :
         {Column::kAdopted, Column::kCarryoverIn, Column::kNetAdjustment, Column::kDisbursed,
          Column::kCarryoverOut, Column::kSubsidyRefund}) {
      if (Result<void> set = Set(column, True(column)); !set) return set;
    }
    Result<void> done =
        Derive(Column::kCurrentBudget,
               {Column::kAdopted, Column::kCarryoverIn, Column::kNetAdjustment}, {}, one_off);
    if (!done) return done;
    done = Derive(Column::kLapsedBalance, {Column::kCurrentBudget},
                  {Column::kDisbursed, Column::kCarryoverOut}, one_off);
    if (!done) return done;
    return Derive(Column::kUnspentBalance, {Column::kLapsedBalance}, {Column::kSubsidyRefund},
                  one_off);
  }

  void Replace(SettlementColumn column, std::int64_t value) { printed_[column] = Money(value); }

  [[nodiscard]] std::optional<Money> of(SettlementColumn column) const {
    const auto found = printed_.find(column);
    if (found == printed_.end()) return std::nullopt;
    return found->second;
  }

 private:
  [[nodiscard]] std::optional<Money> True(SettlementColumn column) const {
    const BudgetAmount& amount = row_.at(column);
    return side_ == AmountSide::kTotal ? amount.total : amount.subsidy();
  }

  Result<void> Set(SettlementColumn column, std::optional<Money> value) {
    if (!value) return {};
    const Result<Money> rounded = yesan::Round(*value, unit_, rounding_);
    if (!rounded) return Error(rounded.code());
    printed_[column] = *rounded;
    return {};
  }

  // A column that is a sum, where all its parts are printed; else rounded by itself.
  Result<void> Derive(SettlementColumn column, std::initializer_list<SettlementColumn> plus,
                      std::initializer_list<SettlementColumn> minus,
                      std::vector<SettlementColumn>& one_off) {
    const std::optional<Money> exact = True(column);
    if (!exact) return {};
    if (Result<void> set = Set(column, exact); !set) return set;
    Money sum;
    for (const bool adds : {true, false}) {
      for (const SettlementColumn part : adds ? plus : minus) {
        const auto printed = printed_.find(part);
        if (printed == printed_.end()) return {};
        const Result<Money> next =
            adds ? Add(sum, printed->second) : Subtract(sum, printed->second);
        if (!next) return Error(Code::kOverflow);
        sum = *next;
      }
    }
    if (sum != printed_[column]) {
      printed_[column] = sum;
      if (side_ == AmountSide::kTotal) one_off.push_back(column);
    }
    return {};
  }

  const SettlementRow& row_;
  AmountSide side_;
  std::int64_t unit_;
  Rounding rounding_;
  std::map<SettlementColumn, Money> printed_;
};

// The printed part beside the printed total. Rounded by itself it may outgrow its total, or leave a won where the part is
// `(x-)`; then it is moved, as little as one pass can, to figures that keep the identities and stay within the totals.
class PartBesideTotal {
 public:
  PartBesideTotal(const SettlementRow& row, const PrintedSide& totals, PrintedSide& parts)
      : row_(row), totals_(totals), parts_(parts) {}

  void Fit() {
    const bool refund = row_.subsidy_refund.total && row_.unspent_balance.total;
    if (!refund && (row_.subsidy_refund.total || row_.unspent_balance.total)) return;
    std::vector<Column> columns = {
        Column::kAdopted,   Column::kCarryoverIn,  Column::kNetAdjustment, Column::kCurrentBudget,
        Column::kDisbursed, Column::kCarryoverOut, Column::kLapsedBalance};
    if (refund) {
      columns.push_back(Column::kSubsidyRefund);
      columns.push_back(Column::kUnspentBalance);
    }
    bool fits = true;
    for (const Column column : columns) {
      const auto printed = parts_.of(column);
      const auto total = totals_.of(column);
      if (!printed || !total || !Small(*printed) || !Small(*total) || !Small(True(column))) return;
      fits = fits && std::abs(printed->minor()) <= Most(column);
    }
    // What is wrong in the true figures stays so in print.
    if (fits || !Holds(refund)) return;
    Move(refund);
  }

 private:
  using Column = SettlementColumn;
  static bool Small(Money amount) noexcept {
    return amount.minor() > -kSmall && amount.minor() < kSmall;
  }
  [[nodiscard]] Money True(Column column) const {
    const auto part = row_.at(column).subsidy();
    return part ? *part : Money();
  }
  // How far a part may lie from zero: not at all where there is none. That of a change is not held by its total.
  [[nodiscard]] std::int64_t Most(Column column) const {
    if (True(column).is_zero()) return 0;
    return column == Column::kNetAdjustment ? kSmall : std::abs(totals_.of(column)->minor());
  }
  [[nodiscard]] bool Holds(bool refund) const {
    const auto of = [this](Column column) { return True(column).minor(); };
    return of(Column::kCurrentBudget) ==
               of(Column::kAdopted) + of(Column::kCarryoverIn) + of(Column::kNetAdjustment) &&
           of(Column::kLapsedBalance) ==
               of(Column::kCurrentBudget) - of(Column::kDisbursed) - of(Column::kCarryoverOut) &&
           (!refund ||
            of(Column::kLapsedBalance) == of(Column::kSubsidyRefund) + of(Column::kUnspentBalance));
  }

  // From what is left up to the current budget, and down again through its sources, of which the largest takes what
  // remains. `within[k]` is how far from zero the running part may lie after step k: what the later steps can undo.
  void Move(bool refund) {
    struct Step {
      Column column;
      std::int64_t sign;
      std::optional<Column> makes;  // what the running part is then
    };
    std::vector<Step> steps;
    if (refund) {
      steps.push_back({Column::kUnspentBalance, 1, std::nullopt});
      steps.push_back({Column::kSubsidyRefund, 1, Column::kLapsedBalance});
    } else {
      steps.push_back({Column::kLapsedBalance, 1, Column::kLapsedBalance});
    }
    steps.push_back({Column::kCarryoverOut, 1, std::nullopt});
    steps.push_back({Column::kDisbursed, 1, Column::kCurrentBudget});
    const std::size_t spent = steps.size();
    for (const Column column : {Column::kNetAdjustment, Column::kCarryoverIn, Column::kAdopted})
      steps.push_back({column, -1, std::nullopt});
    std::stable_sort(steps.begin() + static_cast<std::ptrdiff_t>(spent), steps.end(),
                     [this](const Step& a, const Step& b) {
                       return std::abs(True(a.column).minor()) < std::abs(True(b.column).minor());
                     });
    std::vector<std::int64_t> within(steps.size(), 0);
    for (std::size_t k = steps.size() - 1; k > 0; --k) {
      within[k - 1] = within[k] + Most(steps[k].column);
      if (const auto makes = steps[k - 1].makes)
        within[k - 1] = std::min(within[k - 1], Most(*makes));
    }
    std::int64_t running = 0;
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const Step& step = steps[k];
      const std::int64_t most = Most(step.column);
      const std::int64_t low = std::max(-most, -within[k] - step.sign * running);
      const std::int64_t high = std::min(most, within[k] - step.sign * running);
      const std::int64_t part = std::min(std::max(parts_.of(step.column)->minor(), low), high);
      parts_.Replace(step.column, part);
      running += step.sign * part;
      if (step.makes) parts_.Replace(*step.makes, running);
    }
  }

  static constexpr std::int64_t kSmall = std::int64_t{1} << 59;
  const SettlementRow& row_;
  const PrintedSide& totals_;
  PrintedSide& parts_;
};

}  // namespace

Result<PrintedRow> RoundForPrint(const SettlementRow& row, std::int64_t unit, Rounding rounding) {
  if (unit < 1) return Error(Code::kOutOfRange);
  if (!IsValid(rounding)) return Error(Code::kInvalidArgument);
  PrintedRow printed;
  printed.row = row;
  PrintedSide totals(row, AmountSide::kTotal, unit, rounding);
  if (Result<void> done = totals.Round(printed.one_off); !done) return std::move(done).error();
  PrintedSide parts(row, AmountSide::kSubsidyPart, unit, rounding);
  std::vector<SettlementColumn> ignored;
  if (Result<void> done = parts.Round(ignored); !done) return std::move(done).error();
  PartBesideTotal(row, totals, parts).Fit();
  for (std::int32_t number = 1; number <= 9; ++number) {
    const auto column = static_cast<SettlementColumn>(number);
    BudgetAmount& amount = printed.row.at(column);
    if (const auto total = totals.of(column)) amount.total = total;
    if (amount.part_kind == PartKind::kStated) {
      if (const auto part = parts.of(column)) amount.part = *part;
    }
  }
  return printed;
}

}  // namespace yesan
