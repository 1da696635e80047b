#include "lib/check/figures.h"

#include <algorithm>

#include "yesan/budget/budget_amount.h"
#include "yesan/money/format.h"

namespace yesan::internal {
namespace {

// Below 백만원 a table of a budget must add up to the last digit (지방자치단체 예산편성 운용에 관한 규칙 §3: 천원).
constexpr std::int64_t kCoarseWon = 1'000'000;

std::optional<Quantity> Make(const Amount& amount, const Figure& figure) {
  Quantity quantity;
  // A mixed figure (3억 5,100만원) is in won, whatever the table says.
  quantity.unit = amount.likely_unit() != Unit::kNone ? amount.likely_unit() : figure.unit;
  if (quantity.unit == Unit::kPercent) return std::nullopt;
  const std::int64_t factor = std::max<std::int64_t>(FactorInWon(quantity.unit), 1);
  const Decimal likely = LikelyOf(amount, quantity.unit);
  auto exact = Multiply(likely, Decimal::FromInt(factor));
  if (!exact) return std::nullopt;
  // A table without a unit may print fractions; they are no money and are left to the rules of rates.
  auto whole = exact->ToInt64();
  if (!whole) return std::nullopt;
  quantity.value = Money(*whole);
  quantity.digits = likely.scale();
  quantity.minus = IsNegative(amount.sign) ? amount.sign : SignMark::kNone;
  quantity.unit_written = amount.unit != Unit::kNone && !amount.mixed;
  quantity.place = figure.printed.place;
  quantity.printed = figure.printed.text;
  return quantity;
}

Quantity Zero(const Figure& figure) {
  Quantity quantity;
  quantity.unit = figure.unit;
  quantity.place = figure.printed.place;
  quantity.printed = figure.printed.text;
  return quantity;
}

SignMark MarkOf(const Quantity& place, SignMark minus_of_document) {
  if (place.minus != SignMark::kNone && place.minus != SignMark::kParentheses) return place.minus;
  return minus_of_document == SignMark::kNone ? SignMark::kDelta : minus_of_document;
}

std::string Print(const Quantity& place, Money value, SignMark minus_of_document, bool unit) {
  AmountFormat format;
  format.unit = place.unit == Unit::kNone || place.unit == Unit::kPercent ? Unit::kWon : place.unit;
  format.minus = MarkOf(place, minus_of_document);
  format.write_unit = unit && IsMoney(place.unit);
  // As many digits as the place prints, or as many as it takes to lose none.
  for (format.digits = place.digits; format.digits <= Decimal::kMaxScale; ++format.digits) {
    auto text = FormatMoney(value, format);
    if (text) return std::move(text).value();
    if (text.code() != Code::kInexact) break;
  }
  return {};
}

}  // namespace

std::int64_t Quantity::last_place() const noexcept {
  std::int64_t place_value = std::max<std::int64_t>(FactorInWon(unit), 1);
  for (std::int32_t i = 0; i < digits && place_value % 10 == 0; ++i) place_value /= 10;
  return place_value;
}

std::optional<Quantity> TotalOf(const Figure& figure, Nothing nothing) {
  switch (figure.state) {
    case FigureState::kValue:
      return Make(figure.amount.total, figure);
    case FigureState::kDash:
      if (nothing == Nothing::kIsAbsent) return std::nullopt;
      return Zero(figure);
    case FigureState::kBlank:
      if (nothing != Nothing::kDashOrBlankIsZero) return std::nullopt;
      return Zero(figure);
    case FigureState::kAbsent:
    case FigureState::kWord:
    case FigureState::kUnreadable:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Quantity> PartOf(const Figure& figure) {
  if (figure.state != FigureState::kValue && figure.state != FigureState::kBlank &&
      figure.state != FigureState::kDash) {
    return std::nullopt;
  }
  const PairedAmount& pair = figure.amount;
  if (pair.part_kind == PartKind::kNone) return Zero(figure);
  if (pair.part_kind != PartKind::kStated && pair.part_kind != PartKind::kStatedAfter) {
    return std::nullopt;
  }
  // Parts under another mark ((군 4,368)) are no subsidy; ToBudgetAmount knows which are.
  auto subsidy = ToBudgetAmount(pair, IsMoney(figure.unit) ? figure.unit : Unit::kWon);
  if (!subsidy || subsidy->part_kind != PartKind::kStated) return std::nullopt;
  return Make(pair.part, figure);
}

Decimal LikelyOf(const Amount& amount, Unit unit) {
  if (amount.fault == AmountFault::kCommaForPoint && unit != Unit::kPercent &&
      FactorInWon(unit) < FactorInWon(Unit::kHundredMillionWon)) {
    return amount.value;
  }
  return amount.likely();
}

std::optional<Decimal> RateOf(const Figure& figure) {
  if (figure.state != FigureState::kValue) return std::nullopt;
  return figure.amount.total.likely();
}

bool HasPartOnly(const Figure& figure) {
  return figure.state == FigureState::kBlank && figure.amount.part_kind != PartKind::kNotStated;
}

std::optional<Quantity> InUnit(Quantity bare, Unit unit) {
  const auto value = Multiply(bare.value, FactorInWon(unit));
  if (!value) return std::nullopt;
  bare.value = *value;
  bare.unit = unit;
  return bare;
}

bool Comparable(const Quantity& a, const Quantity& b) { return IsMoney(a.unit) == IsMoney(b.unit); }

SumFit Compare(const Quantity& total, const std::vector<Quantity>& parts) {
  return Compare(total, parts, {});
}

SumFit Compare(const Quantity& total, const std::vector<Quantity>& added,
               const std::vector<Quantity>& subtracted) {
  SumFit result;
  std::vector<std::optional<Money>> amounts;
  amounts.reserve(added.size() + subtracted.size());
  std::int64_t coarsest = total.last_place();
  std::int64_t finest = total.last_place();
  const auto take = [&](const Quantity& part, bool negative) {
    if (!Comparable(total, part)) return false;
    coarsest = std::max(coarsest, part.last_place());
    finest = std::min(finest, part.last_place());
    if (!negative) {
      amounts.emplace_back(part.value);
      return true;
    }
    auto opposite = Negate(part.value);
    if (!opposite) return false;
    amounts.emplace_back(*opposite);
    return true;
  };
  for (const Quantity& part : added) {
    if (!take(part, false)) return result;
  }
  for (const Quantity& part : subtracted) {
    if (!take(part, true)) return result;
  }
  auto check = CheckSum(total.value, amounts);
  if (!check || !check->has_value()) return result;
  result.sum = (*check)->sum;
  result.difference = (*check)->difference;
  if ((*check)->holds()) {
    result.fit = Fit::kExact;
    return result;
  }
  result.fit = Fit::kOff;
  auto size = Abs(result.difference);
  if (!size || !IsMoney(total.unit)) return result;
  if (coarsest != finest) {
    // The finer figures were rounded to the coarser one: less than one of its units apart.
    if (size->minor() < coarsest) result.fit = Fit::kRounded;
  } else if (coarsest >= kCoarseWon &&
             size->minor() / coarsest <= static_cast<std::int64_t>(amounts.size() / 2)) {
    result.fit = Fit::kRounded;
  }
  return result;
}

std::int64_t RateStep(Money base, std::int32_t digits) {
  const auto size = Abs(base);
  std::int64_t step =
      size ? size->minor() : base.minor() / -2;  // beyond Abs: the least amount of all
  for (std::int32_t i = 0; i < digits + 2; ++i) step /= 10;
  return 2 * (step + 1);
}

std::string PrintAt(const Quantity& place, Money value, SignMark minus_of_document) {
  return Print(place, value, minus_of_document, place.unit_written);
}

std::string Say(const Quantity& place, Money value, SignMark minus_of_document, Language language) {
  if (language == Language::kKorean) return Print(place, value, minus_of_document, true);
  std::string text = Print(place, value, minus_of_document, false);
  if (IsMoney(place.unit)) text.append(" ").append(Name(place.unit, Language::kEnglish));
  return text;
}

std::string PrintRateAt(const Figure& place, const Decimal& rate, std::int32_t digits,
                        SignMark minus_of_document) {
  const Amount& amount = place.amount.total;
  const SignMark mark = IsNegative(amount.sign) && amount.sign != SignMark::kParentheses
                            ? amount.sign
                            : minus_of_document;
  std::string text = SayRate(rate, digits, mark);
  if (amount.unit != Unit::kPercent) text.pop_back();
  return text;
}

std::string SayRate(const Decimal& rate, std::int32_t digits, SignMark minus_of_document) {
  AmountFormat format;
  format.unit = Unit::kPercent;
  format.digits = digits;
  format.minus = minus_of_document == SignMark::kNone ? SignMark::kDelta : minus_of_document;
  format.write_unit = true;
  auto text = FormatNumber(rate, format);
  return text ? std::move(text).value() : rate.ToString() + "%";
}

}  // namespace yesan::internal
