#include "lib/money/amount_read.h"

#include <algorithm>
#include <array>
#include <string>

#include "lib/money/amount_figure.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

constexpr int kNoExponent = 99;

SignMark SignOf(char32_t c) noexcept {
  switch (c) {
    case 0x0394:
      return SignMark::kDelta;
    case 0x2206:
      return SignMark::kIncrement;
    case 0x25B3:
      return SignMark::kTriangle;
    case 0x25B5:
      return SignMark::kSmallTriangle;
    case 0x25B2:
      return SignMark::kBlackTriangle;
    case 0x25BD:
      return SignMark::kDownTriangle;
    case U'-':
      return SignMark::kHyphen;
    case 0x2212:
      return SignMark::kMinus;
    case U'+':
      return SignMark::kPlus;
    default:
      return SignMark::kNone;
  }
}

// 십, 백, 천 as the powers 1, 2, 3; 만, 억, 조 as 4, 8, 12; 0 for anything else.
int SmallExponent(Glyph glyph) noexcept {
  return glyph.is(U'십') ? 1 : glyph.is(U'백') ? 2 : glyph.is(U'천') ? 3 : 0;
}
int BigExponent(Glyph glyph) noexcept {
  return glyph.is(U'만') ? 4 : glyph.is(U'억') ? 8 : glyph.is(U'조') ? 12 : 0;
}

// What stands behind a figure: `천만원`, `억`, ` 원`, or nothing.
struct Scale {
  int small = 0;
  int big = 0;
  bool won = false;
  std::size_t end = 0;

  bool any() const { return small != 0 || big != 0; }
};

Scale ReadScale(std::string_view text, std::size_t offset, Extent extent) {
  Scale scale;
  scale.end = offset;
  const std::size_t first = SkipSpaces(text, offset);
  std::size_t at = first;
  Glyph glyph = GlyphAt(text, at);
  scale.small = SmallExponent(glyph);
  if (scale.small != 0) glyph = GlyphAt(text, at += glyph.size);
  scale.big = BigExponent(glyph);
  if (scale.big != 0) {
    const Glyph next = GlyphAt(text, at + glyph.size);
    // 조 is a team and a piece as well: `5조로`, `3조각`.
    if (extent == Extent::kPrefix && scale.big == 12 && IsHangul(next.character) &&
        !next.is(U'원')) {
      scale.small = scale.big = 0;
      return scale;
    }
    at += glyph.size;
  }
  if (scale.any()) scale.end = at;
  const std::size_t won = SkipSpaces(text, at);
  glyph = GlyphAt(text, won);
  if (glyph.is(U'원')) {
    // Behind a space 원 may begin a word of its own: `2 원장`.
    const bool spaced = won != at || (!scale.any() && first != offset);
    const Glyph next = GlyphAt(text, won + glyph.size);
    if (!(extent == Extent::kPrefix && spaced && IsHangul(next.character))) {
      scale.won = true;
      scale.end = won + glyph.size;
    }
  }
  // The same holds for 천, 만, … where no 원 follows: `7 천막`.
  if (extent == Extent::kPrefix && first != offset && !scale.won) {
    scale = Scale();
    scale.end = offset;
  }
  return scale;
}

std::optional<Unit> UnitOf(int exponent, bool won) noexcept {
  switch (exponent) {
    case 0:
      return won ? Unit::kWon : Unit::kNone;
    case 3:
      return Unit::kThousandWon;
    case 4:
      return Unit::kTenThousandWon;
    case 5:
      return Unit::kHundredThousandWon;
    case 6:
      return Unit::kMillionWon;
    case 7:
      return Unit::kTenMillionWon;
    case 8:
      return Unit::kHundredMillionWon;
    case 12:
      return Unit::kTrillionWon;
    default:
      return std::nullopt;
  }
}

// The sum of the parts of a mixed figure: 6,396억, then 3천 and 9백, both of 만.
class Parts {
 public:
  bool Accepts(const Scale& scale) const {
    return scale.small < small_ && (scale.big == 0 || scale.big < big_) && !fraction_;
  }
  bool Add(const Decimal& figure, const Scale& scale) {
    fraction_ = figure.scale() != 0;
    if (!AddTo(group_, figure, scale.small, small_)) return false;
    small_ = scale.small;
    return scale.big == 0 || CloseGroup(scale.big);
  }
  // False when the sum does not fit a Decimal.
  bool Finish() { return fits_ && CloseGroup(0); }
  void set_fits(bool fits) { fits_ = fits; }
  bool stacked() const { return stacked_; }
  const Decimal& total() const { return total_; }

 private:
  // A part that reaches the size of the part before it is written wrongly: 3억 51,000만.
  bool AddTo(Decimal& sum, const Decimal& figure, int exponent, int above) {
    Result<Decimal> part = yesan::Multiply(figure, PowerOfTen(exponent));
    if (!part) return false;
    if (above != kNoExponent && !(*part < PowerOfTen(above))) stacked_ = true;
    Result<Decimal> next = yesan::Add(sum, *part);
    if (!next) return false;
    sum = *next;
    return true;
  }
  bool CloseGroup(int big) {
    if (!AddTo(total_, group_, big, big_)) return false;
    group_ = Decimal();
    small_ = kNoExponent;
    big_ = big;
    return true;
  }

  Decimal total_;
  Decimal group_;
  int small_ = kNoExponent;
  int big_ = kNoExponent;
  bool fits_ = true;
  bool fraction_ = false;
  bool stacked_ = false;
};

// A figure of ten or more in 십, 천만, 백억 …: only 천, 백만 and 십억 are units of accounts.
bool IsStacked(const Scale& scale, const Decimal& figure) {
  const int exponent = scale.small + scale.big;
  const bool account_unit = exponent == 3 || exponent == 6 || exponent == 9;
  return scale.small != 0 && !account_unit && figure >= Decimal::FromInt(10);
}

bool LooksLikePointForComma(const Figure& figure) {
  return figure.points == 1 && figure.decimals == 3 && !figure.zero_first &&
         (figure.commas != 0 ? figure.regular : figure.whole_digits <= 3);
}

// The parts behind the first, as far as they go: the ` 8,369억원` of `34조 8,369억원`.
bool ReadParts(std::string_view text, std::size_t& offset, Extent extent, const Figure& figure,
               const Scale& first, Amount& out, Parts& parts, Refusal& refusal) {
  bool fits = parts.Add(figure.value, first);
  Scale last = first;
  while (last.any() && !last.won) {
    std::size_t at = SkipSpaces(text, offset);
    if (!GlyphAt(text, at).is_digit()) break;
    const std::size_t start = at;
    // What stands behind a space may belong to something else: `10만 2021.01.03`, `3천만 5명`.
    const bool may_end = extent == Extent::kPrefix && at != offset;
    Figure next;
    if (!ReadFigure(text, at, next, refusal)) {
      if (may_end) break;
      return false;
    }
    const Scale scale = ReadScale(text, at, extent);
    if (!fits) {
      if (may_end) break;
      return Refuse(refusal, Code::kOverflow, Wanted::kFewerDigits, start);
    }
    const bool accepted = parts.Accepts(scale);
    const bool readable =
        next.fault == AmountFault::kNone || next.fault == AmountFault::kMisplacedComma;
    if (may_end && (!accepted || !readable || (!scale.any() && !scale.won))) break;
    if (!accepted) return Refuse(refusal, Code::kSyntax, Wanted::kSmallerPart, start);
    if (!readable) return Refuse(refusal, Code::kWrongGrouping, Wanted::kComma, start);
    if (out.fault == AmountFault::kNone) out.fault = next.fault;
    out.grouped = out.grouped || next.commas != 0;
    fits = parts.Add(next.value, scale);
    offset = scale.end;
    last = scale;
  }
  out.won_written = last.won;
  parts.set_fits(fits);
  return true;
}

bool ReadValue(std::string_view text, std::size_t& offset, Extent extent,
               const AmountOptions& options, Amount& out, Refusal& refusal) {
  const std::size_t start = offset;
  Figure figure;
  if (!ReadFigure(text, offset, figure, refusal)) return false;
  out.grouped = figure.commas != 0;
  out.fault = figure.fault;

  const std::size_t percent = SkipSpaces(text, offset);
  if (GlyphAt(text, percent).is(U'%')) {
    offset = percent + GlyphAt(text, percent).size;
    out.unit = Unit::kPercent;
    out.value = figure.value;
  } else {
    const Scale first = ReadScale(text, offset, extent);
    offset = first.end;
    // Most figures have one part and a unit of their own; nothing needs to be summed for them.
    const std::optional<Unit> unit = UnitOf(first.small + first.big, first.won);
    const std::size_t after_first = offset;
    Parts parts;
    if (!unit || (first.any() && !first.won)) {
      if (!ReadParts(text, offset, extent, figure, first, out, parts, refusal)) return false;
    } else {
      out.won_written = first.won;
    }
    if (unit && offset == after_first) {
      out.unit = *unit;
      out.value = figure.value;
    } else {
      if (!parts.Finish()) return Refuse(refusal, Code::kOverflow, Wanted::kFewerDigits, start);
      if (out.fault == AmountFault::kCommaForPoint || out.fault == AmountFault::kPointForComma) {
        return Refuse(refusal, Code::kWrongGrouping, Wanted::kComma, start);
      }
      out.mixed = true;
      out.unit = Unit::kWon;
      out.value = parts.total();
    }
    if (out.fault == AmountFault::kNone) {
      if (parts.stacked() || (offset == after_first && IsStacked(first, figure.value))) {
        out.fault = AmountFault::kStackedUnit;
      } else if (options.whole && (out.unit == Unit::kNone || out.unit == Unit::kWon) &&
                 !out.mixed && LooksLikePointForComma(figure)) {
        out.fault = AmountFault::kPointForComma;
      }
    }
  }
  if (out.fault == AmountFault::kCommaForPoint) {
    out.digits_after_comma = static_cast<std::uint8_t>(figure.last_group);
  }
  if (options.refuse_faults && out.fault != AmountFault::kNone) {
    return Refuse(refusal, Code::kWrongGrouping, Wanted::kNoFault, start);
  }
  return true;
}

// A remark in brackets begins with a letter; `(3×4)` or `(180,642)` is none.
bool BeginsRemark(char32_t c) noexcept {
  return IsHangul(c) || IsLetter(c) || (c >= 0x4E00 && c <= 0x9FFF);
}

// The end of the note at `offset`, or `offset` when there is none.
std::size_t ReadNote(std::string_view text, std::size_t offset, const AmountOptions& options) {
  Glyph glyph = GlyphAt(text, offset);
  std::size_t at = offset;
  const auto is_mark = [](Glyph g) {
    return g.is(U'*') || g.is(0x2020) || g.is(0x2021) || g.is(0x203B) || g.is(0xB9) || g.is(0xB2) ||
           g.is(0xB3);
  };
  if (is_mark(glyph)) {
    for (; is_mark(glyph); glyph = GlyphAt(text, at)) at += glyph.size;
    return at;
  }
  if (glyph.is(U'주')) {
    at += glyph.size;
    for (glyph = GlyphAt(text, at); glyph.is_digit(); glyph = GlyphAt(text, at)) at += glyph.size;
    return glyph.is(U')') ? at + glyph.size : offset;
  }
  if (!glyph.is(U'(')) return offset;
  AmountPart part;
  std::size_t part_end = 0;
  Refusal ignored;
  if (ReadPart(text, offset, options, part, part_end, ignored)) return offset;
  at += glyph.size;
  if (!BeginsRemark(GlyphAt(text, SkipSpaces(text, at)).character)) return offset;
  for (glyph = GlyphAt(text, at); !glyph.is(U')'); glyph = GlyphAt(text, at)) {
    if (glyph.at_end() || glyph.is(U'(') || glyph.character == kNotACharacter ||
        glyph.character < 0x20) {
      return offset;
    }
    at += glyph.size;
  }
  return at + glyph.size;
}

// The word that all of the text is, inner spaces aside.
AmountWord FindWord(std::string_view text) noexcept {
  if (text.size() > 32) return AmountWord::kNone;
  std::array<char, 32> squeezed;
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = GlyphAt(text, at);
    // Pieces of a character must not come together over a space.
    if (glyph.character == kNotACharacter) return AmountWord::kNone;
    if (!glyph.is_space()) {
      std::copy_n(text.data() + at, glyph.size, squeezed.data() + size);
      size += glyph.size;
    }
    at += glyph.size;
  }
  const std::string_view word(squeezed.data(), size);
  for (auto candidate :
       {AmountWord::kPureIncrease, AmountWord::kPureDecrease, AmountWord::kNew,
        AmountWord::kSameAsPrior, AmountWord::kNotEstimated, AmountWord::kNotApplicable}) {
    if (word == KoreanName(candidate)) return candidate;
  }
  return AmountWord::kNone;
}

}  // namespace

std::size_t PassFormalMark(std::string_view text, std::size_t at) noexcept {
  std::size_t mark = at;
  Glyph glyph = GlyphAt(text, mark);
  if (glyph.is(U'일')) glyph = GlyphAt(text, mark = SkipSpaces(text, mark + glyph.size));
  return glyph.is(U'금') ? SkipSpaces(text, mark + glyph.size) : at;
}

std::size_t PassFormalEnd(std::string_view text, std::size_t at) noexcept {
  const std::size_t word = SkipSpaces(text, at);
  const Glyph glyph = GlyphAt(text, word);
  return glyph.is(U'정') || glyph.is(0x6574) ? word + glyph.size : at;
}

bool ReadFormalWords(std::string_view text, std::size_t& at, std::size_t limit, Decimal& number,
                     bool& canonical, Refusal& refusal) {
  const std::size_t words = at;
  std::size_t won = words;
  for (Glyph glyph = GlyphAt(text, won); !glyph.is(U'원'); glyph = GlyphAt(text, won)) {
    if (won >= limit || !(IsHangul(glyph.character) || glyph.is_space()))
      return Refuse(refusal, Code::kSyntax, Wanted::kWon, won >= limit ? words : won);
    won += glyph.size;
  }
  if (!ReadWords(text, words, won, number, canonical, refusal)) return false;
  at = PassFormalEnd(text, won + GlyphAt(text, won).size);
  return true;
}

namespace {

// Whether an amount in words is another one than the figure, which has a unit of money.
bool WordsDiffer(const Decimal& words, const Amount& figure) {
  const std::int64_t factor = FactorInWon(figure.unit);
  const Result<Decimal> won = yesan::Multiply(figure.value, Decimal::FromInt(factor));
  return factor != 0 && won && *won != words;
}

// Whether the remark `(금일억이천만원)` at `at` says another amount than the figure before it.
// One of the two has the mark of a formal amount: `1,000원(오백원)` is another matter.
bool RemarkDiffers(std::string_view text, std::size_t at, std::size_t limit, bool formal_mark,
                   const Amount& figure) {
  if (!GlyphAt(text, at).is(U'(')) return false;
  const std::size_t inner = SkipSpaces(text, at + GlyphAt(text, at).size);
  at = PassFormalMark(text, inner);
  if (!formal_mark && at == inner) return false;
  Decimal words;
  bool canonical = false;
  Refusal ignored;
  if (!ReadFormalWords(text, at, limit, words, canonical, ignored)) return false;
  return GlyphAt(text, SkipSpaces(text, at)).is(U')') && WordsDiffer(words, figure);
}

// `일억이천만원정`, `일억이천만원정(₩120,000,000)`, behind the mark of a formal amount. Digits, where there are any, are the
// figure.
bool ReadFormalInWords(std::string_view text, std::size_t& at, std::size_t limit,
                       const AmountOptions& options, Amount& out, Refusal& refusal) {
  bool canonical = false;
  if (!ReadFormalWords(text, at, limit, out.value, canonical, refusal)) return false;
  out.unit = Unit::kWon;
  out.won_written = true;
  const std::size_t bracket = SkipSpaces(text, at);
  if (!GlyphAt(text, bracket).is(U'(')) return true;
  std::size_t inner = PassFormalMark(text, SkipSpaces(text, bracket + GlyphAt(text, bracket).size));
  const bool won_sign = IsWonSign(GlyphAt(text, inner));
  if (won_sign) inner = SkipSpaces(text, inner + GlyphAt(text, inner).size);
  Amount figure;
  Refusal ignored;
  if (!ReadValue(text, inner, Extent::kPrefix, options, figure, ignored)) return true;
  if (figure.unit == Unit::kNone && won_sign) figure.unit = Unit::kWon;
  inner = SkipSpaces(text, PassFormalEnd(text, inner));
  if (!IsMoney(figure.unit) || !GlyphAt(text, inner).is(U')')) return true;
  if (figure.fault == AmountFault::kNone && WordsDiffer(out.value, figure))
    figure.fault = AmountFault::kWordsDiffer;
  out = figure;
  at = inner + GlyphAt(text, inner).size;
  return true;
}

}  // namespace

bool ReadAmount(std::string_view text, std::size_t start, Extent extent,
                const AmountOptions& options, Amount& out, std::size_t& end, Refusal& refusal) {
  std::size_t limit = text.size();
  if (extent == Extent::kWhole) {
    const std::string_view trimmed = Trim(text.substr(start));
    if (trimmed.empty()) {
      end = limit;
      return true;
    }
    start = static_cast<std::size_t>(trimmed.data() - text.data());
    limit = start + trimmed.size();
    const Glyph glyph = GlyphAt(text, start);
    if (IsDash(glyph.character) && start + glyph.size == limit) {
      out.kind = AmountKind::kDash;
    } else if (const AmountWord word = FindWord(trimmed); word != AmountWord::kNone) {
      out.kind = AmountKind::kWord;
      out.word = word;
    }
    if (out.kind != AmountKind::kBlank) {
      const std::string_view regular = out.kind == AmountKind::kDash ? "-" : KoreanName(out.word);
      if (regular != trimmed) out.irregular = trimmed;
      end = text.size();
      return true;
    }
  }

  std::size_t at = start;
  Glyph glyph = GlyphAt(text, at);
  const bool brackets = options.parentheses_are_negative && glyph.is(U'(');
  out.sign = brackets ? SignMark::kParentheses : SignOf(glyph.character);
  if (out.sign != SignMark::kNone) {
    at += glyph.size;
    std::size_t spaces = 0;
    for (glyph = GlyphAt(text, at); glyph.is_space(); glyph = GlyphAt(text, at), ++spaces) {
      at += glyph.size;
    }
    out.spaces_after_sign = static_cast<std::uint8_t>(std::min<std::size_t>(spaces, 255));
  }
  const std::size_t formal =
      extent == Extent::kWhole && out.sign == SignMark::kNone ? PassFormalMark(text, at) : at;
  const bool formal_mark = formal != at;
  if (formal_mark && !GlyphAt(text, formal).is_digit()) {
    at = formal;
    if (!ReadFormalInWords(text, at, limit, options, out, refusal)) return false;
  } else {
    at = formal;
    if (!ReadValue(text, at, extent, options, out, refusal)) return false;
    if (formal_mark && out.won_written) at = PassFormalEnd(text, at);
  }
  if (IsNegative(out.sign)) out.value = Negate(out.value);
  out.kind = AmountKind::kValue;
  if (brackets) {
    at = SkipSpaces(text, at);
    glyph = GlyphAt(text, at);
    if (!glyph.is(U')')) {
      return Refuse(refusal, Code::kSyntax, Wanted::kClosingBracket, at);
    }
    at += glyph.size;
  }
  std::size_t note = 0;
  if (extent == Extent::kWhole && at != limit) {
    note = SkipSpaces(text, at);
    const std::size_t note_end = ReadNote(text, note, options);
    if (note_end != limit) {
      const std::size_t wrong = note_end == note ? at : note_end;
      return Refuse(refusal, GlyphAt(text, wrong).is(U',') ? Code::kWrongGrouping : Code::kSyntax,
                    Wanted::kEnd, wrong);
    }
    if (out.fault == AmountFault::kNone && RemarkDiffers(text, note, limit, formal_mark, out))
      out.fault = AmountFault::kWordsDiffer;
    at = limit;
  }
  if (options.refuse_faults && out.fault == AmountFault::kWordsDiffer)
    return Refuse(refusal, Code::kWrongGrouping, Wanted::kNoFault, start);
  const std::string_view printed = text.substr(start, at - start);
  if (FormatRegular(out) != printed) {
    out.irregular = printed;
    if (note != 0) out.note_offset = static_cast<std::uint32_t>(note - start);
  }
  end = extent == Extent::kWhole ? text.size() : at;
  return true;
}

}  // namespace yesan::internal
