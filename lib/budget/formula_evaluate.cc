// The exact value of an expression, and its rounding.

#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "lib/budget/formula_refusal.h"
#include "yesan/budget/formula.h"
#include "yesan/money/ratio.h"

namespace yesan {
namespace {

using internal::Expectation;
using internal::FormulaRefusal;

constexpr std::int64_t kPowers[] = {1,
                                    10,
                                    100,
                                    1'000,
                                    10'000,
                                    100'000,
                                    1'000'000,
                                    10'000'000,
                                    100'000'000,
                                    1'000'000'000,
                                    10'000'000'000,
                                    100'000'000'000,
                                    1'000'000'000'000,
                                    10'000'000'000'000,
                                    100'000'000'000'000,
                                    1'000'000'000'000'000,
                                    10'000'000'000'000'000};
constexpr std::int32_t kPowersMax = 16;

// A value that is an int64 as long as it fits and a Decimal from then on.
class Product {
 public:
  // False when the result needs more than 38 digits.
  [[nodiscard]] bool Multiply(std::int64_t factor) {
    if (small_) {
      constexpr std::int64_t kHalf = std::int64_t{1} << 31;
      if ((value_ < kHalf && value_ > -kHalf && factor < kHalf && factor > -kHalf) ||
          Fits(value_, factor)) {
        value_ *= factor;
        return true;
      }
    }
    return MultiplyWide(Decimal::FromInt(factor));
  }
  [[nodiscard]] bool Multiply(const Decimal& factor) {
    if (small_ && factor.scale() == 0 && factor.is_small()) {
      return Multiply(static_cast<std::int64_t>(factor.lo()));
    }
    return MultiplyWide(factor);
  }
  // × 10^exponent
  [[nodiscard]] bool Shift(std::int32_t exponent) {
    for (; exponent > kPowersMax; exponent -= kPowersMax) {
      if (!Multiply(kPowers[kPowersMax])) return false;
    }
    if (exponent > 0) return Multiply(kPowers[exponent]);
    if (exponent == 0) return true;
    if (exponent < -Decimal::kMaxScale) return false;
    return MultiplyWide(*Decimal::Make(1, -exponent));
  }
  void Negate() noexcept {
    if (small_) {
      value_ = -value_;  // never the least int64: Fits keeps it out
    } else {
      wide_ = yesan::Negate(wide_);
    }
  }
  [[nodiscard]] Decimal value() const noexcept { return small_ ? Decimal::FromInt(value_) : wide_; }

 private:
  [[nodiscard]] static bool Fits(std::int64_t a, std::int64_t b) noexcept {
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    const std::int64_t x = a < 0 ? -a : a;
    const std::int64_t y = b < 0 ? -b : b;
    return y == 0 || x <= kMax / y;
  }
  bool MultiplyWide(const Decimal& factor) {
    auto product = yesan::Multiply(value(), factor);
    if (!product) return false;
    wide_ = *product;
    small_ = false;
    return true;
  }

  bool small_ = true;
  std::int64_t value_ = 1;
  Decimal wide_;
};

// What a term or a sum counts.
enum class Kind : std::uint8_t { kBare, kCount, kMoney };

struct Value {
  Decimal numerator;
  Decimal denominator;
  Kind kind = Kind::kBare;
};

class Evaluator {
 public:
  Evaluator(const Formula& formula, std::string_view text) noexcept
      : formula_(formula), text_(text) {}

  // Recursion is bounded by kFormulaDepthMax.
  [[nodiscard]] bool Sum(std::uint32_t index, Value& out) {
    const FormulaNode& sum = formula_.node(index);
    bool first = true;
    for (std::uint32_t i = index + 1; i < sum.end; i = formula_.node(i).end) {
      const FormulaNode& node = formula_.node(i);
      if (first) {
        if (!Term(i, out)) return false;
        first = false;
        continue;
      }
      Value term;
      if (!Term(i, term)) return false;
      if (!AddTerm(node, term, out)) return false;
    }
    return true;
  }

  [[nodiscard]] Error TakeError() noexcept { return std::move(*error_); }

 private:
  bool Refuse(Code code, const FormulaNode& node, Expectation expectation) {
    error_.emplace(FormulaRefusal(code, text_, node.span.offset, node.span.length, expectation));
    return false;
  }

  [[nodiscard]] bool AddTerm(const FormulaNode& node, Value term, Value& out) {
    if (term.kind != out.kind) {
      if (term.kind != Kind::kBare && out.kind != Kind::kBare) {
        return Refuse(Code::kWrongUnit, node, Expectation::kSameKind);
      }
      if (out.kind == Kind::kBare) out.kind = term.kind;
    }
    if (node.join == FormulaOperator::kMinus) term.numerator = Negate(term.numerator);
    Product ours;
    Product theirs;
    Product bottom;
    const bool same = SameRepresentation(out.denominator, term.denominator);
    bool fits = ours.Multiply(out.numerator) && theirs.Multiply(term.numerator) &&
                bottom.Multiply(out.denominator);
    if (!same) {
      fits = fits && ours.Multiply(term.denominator) && theirs.Multiply(out.denominator) &&
             bottom.Multiply(term.denominator);
    }
    if (!fits) return Refuse(Code::kOverflow, node, Expectation::kNothing);
    auto total = Add(ours.value(), theirs.value());
    if (!total) return Refuse(Code::kOverflow, node, Expectation::kNothing);
    out.numerator = *total;
    out.denominator = bottom.value();
    return true;
  }

  [[nodiscard]] bool Term(std::uint32_t index, Value& out) {
    const FormulaNode& term = formula_.node(index);
    Product top;
    Product bottom;
    std::int32_t exponent = 0;
    bool money = false;
    bool bare = false;
    for (std::uint32_t i = index + 1; i < term.end; i = formula_.node(i).end) {
      const FormulaNode& node = formula_.node(i);
      const bool divides = node.join == FormulaOperator::kDivide;
      Kind kind = Kind::kCount;
      bool fits = true;
      if (node.kind == FormulaNodeKind::kNumber) {
        if (node.quantity == FormulaQuantity::kMoney) kind = Kind::kMoney;
        if (node.quantity == FormulaQuantity::kBare) kind = Kind::kBare;
        if (divides && node.figure.is_zero()) {
          return Refuse(Code::kDivisionByZero, node, Expectation::kNotZero);
        }
        exponent += divides ? -node.exponent : node.exponent;
        if (node.figure.is_small()) {  // 62.5 is 625 × 10^−1
          exponent += divides ? node.figure.scale() : -node.figure.scale();
          fits = (divides ? bottom : top).Multiply(static_cast<std::int64_t>(node.figure.lo()));
        } else {
          fits = (divides ? bottom : top).Multiply(node.figure);
        }
      } else {
        Value value;
        if (!Sum(i, value)) return false;
        kind = value.kind;
        if (divides && value.numerator.is_zero()) {
          return Refuse(Code::kDivisionByZero, node, Expectation::kNotZero);
        }
        fits = (divides ? bottom : top).Multiply(value.numerator) &&
               (divides ? top : bottom).Multiply(value.denominator);
      }
      if (!fits) return Refuse(Code::kOverflow, node, Expectation::kNothing);
      if (node.negative) top.Negate();
      if (kind == Kind::kMoney) {
        if (divides) return Refuse(Code::kWrongUnit, node, Expectation::kMoneyless);
        if (money) return Refuse(Code::kWrongUnit, node, Expectation::kOneMoney);
        money = true;
      }
      bare = bare || (kind == Kind::kBare && !divides);
    }
    if (!(exponent >= 0 ? top.Shift(exponent) : bottom.Shift(-exponent))) {
      return Refuse(Code::kOverflow, term, Expectation::kNothing);
    }
    out.numerator = top.value();
    out.denominator = bottom.value();
    if (out.denominator.sign() < 0) {
      out.numerator = Negate(out.numerator);
      out.denominator = Negate(out.denominator);
    }
    out.kind = money ? Kind::kMoney : bare ? Kind::kBare : Kind::kCount;
    return true;
  }

  const Formula& formula_;
  std::string_view text_;
  std::optional<Error> error_;
};

}  // namespace

Result<ExactWon> Evaluate(const Formula& formula, std::string_view text, std::size_t side) {
  if (side >= formula.side_count()) return Error(Code::kInvalidArgument);
  if (!formula.side(side).has_expression) {
    return FormulaRefusal(Code::kSyntax, text, 0, 0, Expectation::kExpression);
  }
  const std::uint32_t root = formula.side(side).root;
  Evaluator evaluator(formula, text);
  Value value;
  if (!evaluator.Sum(root, value)) return evaluator.TakeError();
  if (value.kind == Kind::kCount) {
    const TextSpan span = formula.node(root).span;
    return FormulaRefusal(Code::kWrongUnit, text, span.offset, span.length,
                          Expectation::kSomeMoney);
  }
  return ExactWon{value.numerator, value.denominator};
}

Result<Money> ExactWon::Round(std::int64_t unit, Rounding rounding) const {
  if (unit < 1) return Error(Code::kOutOfRange);
  // The quotient in units, rounded once; then only whole numbers are multiplied.
  auto wide = Multiply(denominator, Decimal::FromInt(unit));
  if (!wide) return Error(wide.code());
  auto units = Divide(numerator, *wide, 0, rounding);
  if (!units) return Error(units.code());
  auto whole = units->ToInt64();
  if (!whole) return Error(whole.code());
  return Multiply(Money(unit), *whole);
}

bool ExactWon::is_whole() const noexcept {
  return Divide(numerator, denominator, 0, Rounding::kUnnecessary).ok();
}

std::string ExactWon::ToString() const {
  for (std::int32_t scale = 0; scale <= Decimal::kMaxScale; ++scale) {
    auto exact = Divide(numerator, denominator, scale, Rounding::kUnnecessary);
    if (exact) return exact->ToString();
    if (exact.code() == Code::kOverflow) break;
  }
  return Reduce(numerator).ToString() + "/" + Reduce(denominator).ToString();
}

int Compare(const ExactWon& a, const ExactWon& b) noexcept {
  if (SameRepresentation(a.denominator, b.denominator)) return Compare(a.numerator, b.numerator);
  const auto left = Ratio::Make(a.numerator, a.denominator);
  const auto right = Ratio::Make(b.numerator, b.denominator);
  if (!left || !right) return 0;  // a denominator of zero breaks the contract of ExactWon
  return Compare(*left, *right);
}

}  // namespace yesan
