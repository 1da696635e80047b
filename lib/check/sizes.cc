// Amounts that are too large for the rules.
#include <algorithm>
#include <cstddef>
#include <cstdint>
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
  // Amounts that are part of a cell or a line.
  for (const BasisLine& line : context.basis.lines) {
    CheckText(context, line.won_text, Unit::kWon, SectionKind::kCostBasis);
    CheckText(context, line.result_text, of_basis, SectionKind::kCostBasis);
  }
  if (IsTooLarge(context.funding.total, context.funding.total.unit))
    Report(context, context.funding.total.printed, SectionKind::kFunding);
  for (const FundingEntry& entry : context.funding.entries) {
    if (IsTooLarge(entry.amount, entry.amount.unit))
      Report(context, entry.amount.printed, SectionKind::kFunding);
  }
}

}  // namespace yesan::internal
