// Amounts that no sum takes in: too large for the rules, or with a fraction of a won.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/check/context.h"

namespace yesan::internal {
namespace {

// Sums are proved in won of 64 bits, at most 9.2×10^18. Nine hundred amounts below 10^16 (1경) fit whatever is done with
// them; a budget is a thousandth of that.
constexpr std::int64_t kTooLargeWon = 10'000'000'000'000'000;
constexpr int kTooLargeDigits = 17;
constexpr int kDigitsMin = 5;  // with the twelve zeros of 조
constexpr std::size_t kCellBytesMax = 96;

std::int64_t FactorOf(Unit unit) { return unit == Unit::kPercent ? 0 : FactorInWon(unit); }

// Whether a cell has digits enough, without reading it.
bool MayBeTooLarge(std::string_view text, Unit unit) {
  if (text.size() > kCellBytesMax) return false;
  int digits = 0;
  for (const char c : text) digits += (c >= '0' && c <= '9') || c == '\xEF' ? 1 : 0;
  if (digits < kDigitsMin) return false;
  int zeros = 0;
  for (std::int64_t factor = FactorOf(unit); factor >= 10; factor /= 10) ++zeros;
  if (digits + zeros >= kTooLargeDigits) return true;
  return text.find("조") != std::string_view::npos || text.find("억") != std::string_view::npos ||
         text.find("만") != std::string_view::npos || text.find("천원") != std::string_view::npos;
}

bool IsTooLarge(const Amount& amount, Unit of_place) {
  if (!amount.has_value()) return false;
  const Unit unit = amount.likely_unit() != Unit::kNone ? amount.likely_unit() : of_place;
  if (unit == Unit::kPercent) return false;
  const std::int64_t factor = std::max<std::int64_t>(FactorOf(unit), 1);
  const auto won = Multiply(LikelyOf(amount, unit), Decimal::FromInt(factor));
  return !won || Abs(*won) >= Decimal::FromInt(kTooLargeWon);
}

void Report(Context& context, const Text& text, SectionKind section) {
  const std::string printed = Excerpt(text.text);
  context.Report(
      "notation.too_large", text.place, std::string(KoreanName(section)), std::string(text.text),
      "", "",
      {With(Quoted(printed, Language::kKorean), Particle::kTopic) +
           " 1경 원 이상이어서 검산하기에 너무 큽니다. 이 금액이 들어가는 합계는 확인되지 "
           "않았을 수 있습니다.",
       Quoted(printed, Language::kEnglish) +
           " is too large to be checked, 10^16 won or more: sums that it takes part in "
           "may not be proved."});
}

bool IsTooLarge(const Figure& figure, Unit unit) {
  return figure.state != FigureState::kUnreadable &&
         (IsTooLarge(figure.amount.total, unit) || IsTooLarge(figure.amount.part, unit));
}

void CheckText(Context& context, const Text& text, Unit unit, SectionKind section) {
  if (MayBeTooLarge(text.text, unit) && IsTooLarge(ReadFigure(text, unit), unit))
    Report(context, text, section);
}

// Whether an amount of money has a fraction of a won: it is exact as a Decimal, and takes part in no sum of money.
bool HasFractionOfWon(const Amount& amount, Unit of_place) {
  if (!amount.has_value() || amount.value.scale() == 0) return false;
  const Unit unit = amount.likely_unit() != Unit::kNone ? amount.likely_unit() : of_place;
  if (!IsMoney(unit)) return false;
  const auto won = Multiply(LikelyOf(amount, unit), Decimal::FromInt(FactorInWon(unit)));
  return won && Reduce(*won).scale() > 0;
}

void ReportFraction(Context& context, const Place& place, std::string_view text,
                    std::string_view subject) {
  const std::string printed = Excerpt(text);
  context.Report("notation.fraction_of_won", place, std::string(subject), std::string(text), "", "",
                 {With(Quoted(printed, Language::kKorean), Particle::kTopic) +
                      " 1원 미만의 끝수가 있는 금액이어서 합계 검산에 넣지 않았습니다.",
                  Quoted(printed, Language::kEnglish) +
                      " has a fraction of a won; it takes part in no sum that was proved."});
}

void CheckFraction(Context& context, const Figure& figure, SectionKind section,
                   std::string_view label) {
  if (figure.state != FigureState::kValue && figure.state != FigureState::kBlank) return;
  if (HasFractionOfWon(figure.amount.total, figure.unit) ||
      HasFractionOfWon(figure.amount.part, figure.unit)) {
    ReportFraction(context, figure.printed.place, figure.printed.text,
                   Subject({KoreanName(section), label}));
  }
}

// Fractions in the figures that sums are made of.
void CheckFractions(Context& context) {
  CheckFraction(context, context.funding.total, SectionKind::kFunding, {});
  for (const FundingEntry& entry : context.funding.entries) {
    if (IsTotalItself(context.funding, entry)) continue;
    CheckFraction(context, entry.amount, SectionKind::kFunding, entry.label.text);
  }
  for (const OverviewRow& row : context.overview.rows) {
    for (const Figure* figure : {&row.prior, &row.current, &row.change})
      CheckFraction(context, *figure, SectionKind::kOverview, row.label.text);
  }
  for (const ScheduleStep& step : context.schedule.steps)
    CheckFraction(context, step.amount, SectionKind::kSchedule, step.name.text);
  for (const SettlementYear& year : context.settlement.years) {
    for (const Figure* figure :
         {&year.adopted, &year.carryover_in, &year.net_adjustment, &year.contingency,
          &year.transfer, &year.current_budget, &year.disbursed, &year.carryover_out,
          &year.subsidy_refund, &year.lapsed}) {
      CheckFraction(context, *figure, SectionKind::kSettlement, year.label.text);
    }
  }
  const CostBasis& tree = context.basis.tree;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const BasisNode& node = tree.node(static_cast<BasisNodeId>(i));
    const BasisLine line = i < context.basis.lines.size() ? context.basis.lines[i] : BasisLine{};
    const auto check = [&](const std::optional<BasisAmount>& amount, const Text& text) {
      if (!amount || amount->figure.scale() == 0) return;
      const auto won = Multiply(amount->figure, Decimal::FromInt(FactorInWon(amount->unit)));
      if (!won || Reduce(*won).scale() == 0) return;
      const bool seen = !text.empty() && text.place.known();
      ReportFraction(context, seen ? text.place : node.place, seen ? text.text : node.text,
                     Subject({KoreanName(SectionKind::kCostBasis), node.label}));
    };
    check(node.won_amount, line.won_text);
    check(node.unit_amount, line.result_text);
  }
}

}  // namespace

void CheckSizesOf(Context& context) {
  Unit of_basis = Unit::kThousandWon;
  for (const Section& section : context.sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table) continue;
      const Table& table = *block.table;
      if (&section == context.basis.section && table.unit != Unit::kNone) of_basis = table.unit;
      for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          const bool own = i < table.columns.size() && table.columns[i].unit != Unit::kNone;
          CheckText(context, row.cells[i], own ? table.columns[i].unit : table.unit, section.kind);
        }
      }
    }
  }
  CheckFractions(context);
  // Amounts that are part of a cell or a line.
  for (const BasisLine& line : context.basis.lines) {
    CheckText(context, line.won_text, Unit::kWon, SectionKind::kCostBasis);
    CheckText(context, line.result_text, of_basis, SectionKind::kCostBasis);
  }
  if (IsTooLarge(context.funding.total, context.funding.total.unit))
    Report(context, context.funding.total.printed, SectionKind::kFunding);
  for (const FundingEntry& entry : context.funding.entries) {
    if (!IsTotalItself(context.funding, entry) && IsTooLarge(entry.amount, entry.amount.unit))
      Report(context, entry.amount.printed, SectionKind::kFunding);
  }
}

}  // namespace yesan::internal
