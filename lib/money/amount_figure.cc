#include "lib/money/amount_figure.h"

#include <string>

namespace yesan::internal {
namespace {

Decimal ToDecimal(const Figure& figure, std::size_t scale) {
  if (figure.count <= 18) {
    std::int64_t coefficient = 0;
    for (std::size_t i = 0; i < figure.count; ++i) {
      coefficient = coefficient * 10 + (figure.digits[i] - '0');
    }
    return Decimal::Make(coefficient, static_cast<std::int32_t>(scale)).value();
  }
  std::string text;
  if (figure.count <= scale) text.assign(scale + 1 - figure.count, '0');
  text.append(figure.digits.data(), figure.count);
  if (scale != 0) text.insert(text.size() - scale, 1, '.');
  return Decimal::Parse(text).value();
}

}  // namespace

bool ReadFigure(std::string_view text, std::size_t& offset, Figure& figure, Refusal& refusal) {
  const std::size_t start = offset;
  std::size_t second_point = 0;
  bool point_groups = true;
  Glyph glyph = GlyphAt(text, offset);
  if (!glyph.is_digit()) {
    return glyph.is(U',') ? Refuse(refusal, Code::kWrongGrouping, Wanted::kDigit, offset)
                          : Refuse(refusal, Code::kSyntax, Wanted::kDigit, offset);
  }
  figure.zero_first = glyph.is(U'0');
  for (;; glyph = GlyphAt(text, offset)) {
    if (glyph.is_digit()) {
      if (figure.count != 0 || !glyph.is(U'0')) {
        if (figure.count < figure.digits.size()) {
          figure.digits[figure.count] = static_cast<char>(glyph.character);
        }
        ++figure.count;
      }
      ++(figure.points == 0 ? figure.whole_digits : figure.decimals);
      ++figure.last_group;
    } else if (glyph.is(U',') && figure.points == 0 &&
               GlyphAt(text, offset + glyph.size).is_digit()) {
      if (figure.commas == 0 ? figure.last_group > 3 : figure.last_group != 3) {
        figure.regular = false;
      }
      ++figure.commas;
      figure.last_group = 0;
    } else if (glyph.is(U'.') && GlyphAt(text, offset + glyph.size).is_digit()) {
      if (figure.points == 0 && figure.commas != 0 && figure.last_group != 3) {
        figure.regular = false;
      }
      if (figure.points != 0 && figure.last_group != 3) point_groups = false;
      if (++figure.points == 2) second_point = offset;
      figure.last_group = 0;
    } else {
      break;
    }
    offset += glyph.size;
  }

  if (figure.points == 0 && figure.commas != 0 && figure.last_group != 3) figure.regular = false;
  if (figure.commas != 0 && figure.zero_first) figure.regular = false;
  std::size_t scale = figure.decimals;
  if (figure.points >= 2) {
    // 2012.03.15 is a day and no amount; 1.129.462 has points for commas.
    if (!point_groups || figure.last_group != 3 || figure.commas != 0 || figure.whole_digits > 3 ||
        figure.zero_first) {
      return Refuse(refusal, Code::kSyntax, Wanted::kEnd, second_point);
    }
    figure.fault = AmountFault::kPointForComma;
    scale = 0;
  } else if (!figure.regular) {
    const bool one_comma = figure.commas == 1 && figure.points == 0;
    const bool lone_zero =
        figure.zero_first && figure.whole_digits - figure.last_group == 1 && figure.count <= 38;
    figure.fault = one_comma && (figure.last_group <= 2 || (lone_zero && figure.last_group <= 38))
                       ? AmountFault::kCommaForPoint
                       : AmountFault::kMisplacedComma;
  }
  if (figure.count > static_cast<std::size_t>(Decimal::kMaxDigits) ||
      scale > static_cast<std::size_t>(Decimal::kMaxScale)) {
    return Refuse(refusal, Code::kOverflow, Wanted::kFewerDigits, start);
  }
  figure.value = ToDecimal(figure, scale);
  return true;
}

}  // namespace yesan::internal
