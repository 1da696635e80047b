#include "lib/budget/formula_segment.h"

#include <algorithm>

namespace yesan::internal {
namespace {

bool IsOperator(TokenKind kind) noexcept {
  return kind == TokenKind::kTimes || kind == TokenKind::kDivide || kind == TokenKind::kPlus ||
         kind == TokenKind::kMinus;
}

// `M/M`, `M/D`: a unit of work that is written with a slash.
bool IsSlashedUnit(std::string_view text) noexcept {
  constexpr std::size_t kLettersMax = 3;
  std::size_t letters = 0;
  std::size_t slashes = 0;
  for (const char c : text) {
    if (c == '/') {
      if (letters == 0 || ++slashes > 1) return false;
      letters = 0;
    } else if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) || ++letters > kLettersMax) {
      return false;
    }
  }
  return slashes == 1 && letters != 0;
}

}  // namespace

Segment TokenView::FindFactor(std::uint32_t begin, std::uint32_t end, bool solid_before, bool top,
                              bool starts_term) const noexcept {
  Segment found;
  std::uint32_t i = begin;
  for (; i < end; i = Next(i)) {
    const Token& token = At(i);
    switch (token.kind) {
      case TokenKind::kNumber:
        if (starts_term && IsPartOfName(i, begin, top)) {
          if (found.factor != kNoToken && !found.weak && found.after == kNoToken) found.after = i;
          break;
        }
        if (found.factor != kNoToken && !found.weak) {
          ++found.before;
          found.previous = found.factor;
          found.clash = IsBracket(found.factor) &&
                        (At(found.factor).multiplies || At(found.factor).has_money);
          found.clash_at = i;
        } else {
          found.clash = false;
        }
        found.factor = i;
        found.weak = false;
        found.after = kNoToken;
        break;
      case TokenKind::kOpen:
        if (!token.has_number || token.has_equals) break;
        if (found.factor == kNoToken || found.weak) {
          if (!token.computes && IsPartOfLabel(i, begin)) break;
          found.clash = found.weak && !token.computes;  // `(3명) (2회) × …`
          found.clash_at = i;
          found.factor = i;
          found.weak = !token.computes;
          found.after = kNoToken;
          break;
        }
        TakeBracketBehind(i, begin, starts_term, found);
        break;
      case TokenKind::kTimes:
        if (found.factor != kNoToken || solid_before || !top)
          return Finish(found, i, starts_term), found;
        // `A×B형`: words. `단가 × 3`: a factor is missing, which ParseExpression says.
        if (i + 1 < end && At(i + 1).kind == TokenKind::kNumber) return found.end = i, found;
        break;
      case TokenKind::kDivide:
        if (found.factor != kNoToken && i + 1 < end &&
            (At(i + 1).kind == TokenKind::kNumber || IsBracket(i + 1))) {
          return Finish(found, i, starts_term), found;
        }
        if (found.factor != kNoToken) found.after = found.after == kNoToken ? i : found.after;
        break;
      case TokenKind::kPlus:
      case TokenKind::kMinus:
        if (found.factor != kNoToken && Joins(i, end, found, solid_before, top)) {
          return Finish(found, i, starts_term), found;
        }
        if (found.factor == kNoToken && i == begin) break;  // a sign
        if (found.factor != kNoToken && found.after == kNoToken) found.after = i;
        break;
      default:
        if (found.factor != kNoToken && !found.weak && found.after == kNoToken) found.after = i;
        break;
    }
  }
  found.end = end;
  return found;
}

// A bracket behind a factor: a remark, the factor itself, or a guess.
void TokenView::TakeBracketBehind(std::uint32_t i, std::uint32_t begin, bool starts_term,
                                  Segment& found) const noexcept {
  const Token& bracket = At(i);
  const bool label = IsLabelBefore(found, i, begin, starts_term);
  if (!bracket.computes) {
    // `3,000원(1회)` is a remark. `제2차 교육 [12인] × …`: 2 or 12?
    if (label) {
      found.clash = true;
      found.clash_at = i;
    }
    return;
  }
  if (!label) {
    if (!bracket.multiplies && !bracket.has_money) return;  // `10명(5+5)`: a remark
    // `2,000,000원 (3명×2회)`: a product or a remark?
    found.clash = true;
    found.clash_at = i;
  }
  ++found.before;
  found.factor = i;
  found.after = kNoToken;
}

// Whether a number is the tail of a name: `A4`, and where a term begins `코로나19`.
bool TokenView::IsPartOfName(std::uint32_t i, std::uint32_t begin, bool top) const noexcept {
  const Token& token = At(i);
  if (i == begin || token.space || token.has_money || At(i - 1).kind != TokenKind::kWord) {
    return false;
  }
  const char before = text_[token.offset - 1];
  if ((before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z')) return true;
  return top && token.quantity == FormulaQuantity::kBare && !token.grouped &&
         token.digits < kAmountDigitsMin;
}

// `교육(4종)`: a bracket that computes nothing is written to the word before it.
bool TokenView::IsPartOfLabel(std::uint32_t i, std::uint32_t begin) const noexcept {
  return i != begin && !At(i).space && !At(i).has_money && At(i - 1).kind == TokenKind::kWord;
}

// Whether the factor so far, a number, and what follows it are words before the bracket at `i`: `4대보험 [ … ]`,
// `4월 홍보 ( … )`, but not `12개월(6+6)`.
bool TokenView::IsLabelBefore(const Segment& found, std::uint32_t i, std::uint32_t begin,
                              bool starts_term) const noexcept {
  const Token& number = At(found.factor);
  if (number.kind != TokenKind::kNumber || number.has_money) return false;
  const bool sign = At(i - 1).kind == TokenKind::kSign;
  if (!starts_term && found.factor == begin && !At(i).space && !sign) {
    return false;  // `× 5명 이내(3+2)`
  }
  if (sign || found.after != kNoToken) return true;
  constexpr std::uint32_t kOneSyllable = 3;
  return At(i).space && number.quantity == FormulaQuantity::kCount &&
         number.unit_length > kOneSyllable;
}

// A segment that ends at the operator `end`. A number between words, `제2차 교육 × 3,000원`, is no factor for certain.
void TokenView::Finish(Segment& found, std::uint32_t end, bool starts_term) const noexcept {
  found.end = end;
  if (!starts_term || found.factor == kNoToken || found.clash || found.after == kNoToken) return;
  const Token& factor = At(found.factor);
  if (factor.kind != TokenKind::kNumber || factor.has_money || found.factor == 0) return;
  if (At(found.factor - 1).kind == TokenKind::kWord) {
    // `SW 개발 : 30M/M × …`: what is glued to the number is its unit, no word of a name.
    const std::string_view stretch = text_.substr(factor.offset, At(end - 1).end() - factor.offset);
    const std::size_t digits = std::min(stretch.find_first_not_of("0123456789,."), stretch.size());
    if (IsSlashedUnit(stretch.substr(digits))) return;
    found.clash = true;
    found.clash_at = found.after;
  }
}

// Whether + or - at `i` joins terms. In front of words it does when what stands before is money or a product, or
// inside brackets; otherwise it is a hyphen.
bool TokenView::Joins(std::uint32_t i, std::uint32_t end, const Segment& before, bool solid_before,
                      bool top) const noexcept {
  if (i + 1 >= end) return At(i).kind == TokenKind::kPlus;
  switch (At(i + 1).kind) {
    case TokenKind::kNumber:
    case TokenKind::kSign:
      return true;
    case TokenKind::kOpen:
      return At(i + 1).has_number;
    case TokenKind::kWord:
      break;
    default:
      return false;
  }
  const Token& factor = At(before.factor);
  const bool solid = solid_before || factor.has_money ||
                     (factor.kind == TokenKind::kOpen && factor.computes) || !top;
  if (!solid) return false;
  // A label with its figure has to follow; otherwise the words are a remark.
  for (std::uint32_t k = i + 1; k < end; k = Next(k)) {
    if (At(k).kind == TokenKind::kNumber) return true;
    if (At(k).kind == TokenKind::kOpen && At(k).has_number) return true;
    if (IsOperator(At(k).kind)) break;
  }
  return At(i).kind == TokenKind::kPlus && !top;
}

}  // namespace yesan::internal
