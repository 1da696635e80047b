#include "yesan/money/amount.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "lib/money/amount_read.h"
#include "lib/money/amount_text.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using internal::Extent;
using internal::GlyphAt;
using internal::ReadCommon;
using internal::Refusal;

// Three bytes as a number: one Hangul syllable, or one of the triangles.
constexpr std::uint32_t Three(const char* p) noexcept {
  return (static_cast<std::uint32_t>(static_cast<unsigned char>(p[0])) << 16) |
         (static_cast<std::uint32_t>(static_cast<unsigned char>(p[1])) << 8) |
         static_cast<std::uint32_t>(static_cast<unsigned char>(p[2]));
}

constexpr std::uint32_t kWon = 0xEC9B90;       // 원
constexpr std::uint32_t kThousand = 0xECB29C;  // 천

constexpr bool IsPowerOfTen(std::uint32_t syllable) noexcept {
  return syllable == 0xEC8BAD || syllable == 0xEBB0B1 || syllable == kThousand ||  // 십 백 천
         syllable == 0xEBA78C || syllable == 0xEC96B5 || syllable == 0xECA1B0;     // 만 억 조
}

// The sign that is printed in front, and where the figure begins. Anything else is left for the
// reader of all notations.
const char* ReadSign(const char* p, const char* end, SignMark& sign) noexcept {
  const auto lead = static_cast<unsigned char>(*p);
  if (lead == 0xCE) {
    if (end - p >= 2 && p[1] == '\x94') {
      sign = SignMark::kDelta;
      return p + 2;
    }
  } else if (lead == 0xE2 && end - p >= 3) {
    switch (Three(p)) {
      case 0xE28886:
        sign = SignMark::kIncrement;
        return p + 3;
      case 0xE296B3:
        sign = SignMark::kTriangle;
        return p + 3;
      case 0xE296B2:
        sign = SignMark::kBlackTriangle;
        return p + 3;
      case 0xE28892:
        sign = SignMark::kMinus;
        return p + 3;
      default:
        break;
    }
  } else if (lead == '-') {
    sign = SignMark::kHyphen;
    return p + 1;
  }
  return p;
}

// The unit that ends in 원 and takes all of [p, end).
Unit ReadUnit(const char* p, const char* end) noexcept {
  switch (end - p) {
    case 3:
      return Three(p) == kWon ? Unit::kWon : Unit::kNone;
    case 6:
      if (Three(p + 3) != kWon) return Unit::kNone;
      switch (Three(p)) {
        case kThousand:
          return Unit::kThousandWon;
        case 0xEBA78C:
          return Unit::kTenThousandWon;
        case 0xEC96B5:
          return Unit::kHundredMillionWon;
        case 0xECA1B0:
          return Unit::kTrillionWon;
        default:
          return Unit::kNone;
      }
    case 9:
      return Three(p + 6) == kWon && Three(p + 3) == 0xEBA78C && Three(p) == 0xEBB0B1
                 ? Unit::kMillionWon
                 : Unit::kNone;
    default:
      return Unit::kNone;
  }
}

// Where the unit of a prefix ends: nothing, or one that ends in 원. nullptr: ask the other reader.
const char* EndOfPrefix(const char* p, const char* end) noexcept {
  if (p == end) return p;
  const auto lead = static_cast<unsigned char>(*p);
  if (lead < 0x80) {
    if (lead != ' ') return lead == '%' || lead == ',' || lead == '.' ? nullptr : p;
    const char* next = p;
    while (next != end && *next == ' ') ++next;
    const bool plain = next == end || (static_cast<unsigned char>(*next) < 0x80 && *next != '%');
    return plain ? p : nullptr;
  }
  if (end - p < 3) return nullptr;
  const std::uint32_t first = Three(p);
  if (first == kWon) return p + 3;
  if (first == kThousand && end - p >= 6 && Three(p + 3) == kWon) return p + 6;
  // The counter of a number (14건) is left; only 십 백 천 만 억 조 go on with the figure.
  const bool is_syllable = lead >= 0xEA && lead <= 0xED;
  return is_syllable && !IsPowerOfTen(first) ? p : nullptr;
}

// A named Amount, because Amount() would be set to zeros before it is made.
Result<Amount> Blank() {
  Amount blank;
  return Result<Amount>(std::move(blank));
}

// Reads with the reader of all notations. Apart from its callers, so that they stay small.
void ReadAny(std::string_view text, Extent extent, const AmountOptions& options,
             Result<Amount>& result, std::size_t& end) {
  Amount amount;
  Refusal refusal;
  if (internal::ReadAmount(text, 0, extent, options, amount, end, refusal)) {
    result = std::move(amount);
  } else {
    result = internal::MakeError(text, refusal, extent == Extent::kWhole);
  }
}

}  // namespace

std::string_view KoreanName(AmountWord word) noexcept {
  switch (word) {
    case AmountWord::kPureIncrease:
      return "순증";
    case AmountWord::kPureDecrease:
      return "순감";
    case AmountWord::kNew:
      return "신규";
    case AmountWord::kSameAsPrior:
      return "전년동";
    case AmountWord::kNotEstimated:
      return "미산정";
    case AmountWord::kNotApplicable:
      return "해당없음";
    case AmountWord::kNone:
      break;
  }
  return {};
}

std::string_view Name(AmountWord word) noexcept {
  switch (word) {
    case AmountWord::kPureIncrease:
      return "pure_increase";
    case AmountWord::kPureDecrease:
      return "pure_decrease";
    case AmountWord::kNew:
      return "new";
    case AmountWord::kSameAsPrior:
      return "same_as_prior";
    case AmountWord::kNotEstimated:
      return "not_estimated";
    case AmountWord::kNotApplicable:
      return "not_applicable";
    case AmountWord::kNone:
      break;
  }
  return {};
}

std::string_view SignText(SignMark mark) noexcept {
  switch (mark) {
    case SignMark::kDelta:
      return "Δ";
    case SignMark::kIncrement:
      return "∆";
    case SignMark::kTriangle:
      return "△";
    case SignMark::kSmallTriangle:
      return "▵";
    case SignMark::kBlackTriangle:
      return "▲";
    case SignMark::kDownTriangle:
      return "▽";
    case SignMark::kHyphen:
      return "-";
    case SignMark::kMinus:
      return "−";
    case SignMark::kPlus:
      return "+";
    case SignMark::kNone:
    case SignMark::kParentheses:
      break;
  }
  return {};
}

std::string_view Name(AmountFault fault) noexcept {
  switch (fault) {
    case AmountFault::kMisplacedComma:
      return "misplaced_comma";
    case AmountFault::kCommaForPoint:
      return "comma_for_point";
    case AmountFault::kPointForComma:
      return "point_for_comma";
    case AmountFault::kStackedUnit:
      return "stacked_unit";
    case AmountFault::kWordsDiffer:
      return "words_differ";
    case AmountFault::kNone:
      break;
  }
  return {};
}

Decimal Amount::likely() const noexcept {
  if (fault == AmountFault::kNone) return value;
  std::int32_t scale = value.scale();
  if (fault == AmountFault::kCommaForPoint) scale = digits_after_comma;
  if (fault == AmountFault::kPointForComma) scale = 0;
  // The same digits, so that only a scale out of range could refuse.
  Result<Decimal> moved = Decimal::FromParts(value.lo(), value.hi(), scale);
  return moved ? *moved : value;
}

Unit Amount::likely_unit() const noexcept {
  // 10,000천만원 is 10,000천원, that is 1천만원, said twice over.
  return fault == AmountFault::kStackedUnit && unit == Unit::kTenMillionWon ? Unit::kThousandWon
                                                                            : unit;
}

Result<Money> Amount::InWon(Unit default_unit) const {
  if (kind != AmountKind::kValue) return Error(Code::kSyntax);
  const std::int64_t factor = FactorInWon(unit == Unit::kNone ? default_unit : unit);
  if (factor == 0) return Error(Code::kWrongUnit);
  if (value.scale() == 0 && value.is_small()) {
    const auto figure = static_cast<std::int64_t>(value.lo());
    if (internal::SurelyFits(figure, factor)) return Money(figure * factor);
    const std::int64_t most = std::numeric_limits<std::int64_t>::max() / factor;
    if (figure <= most && figure >= -most) return Money(figure * factor);
  }
  Result<Decimal> won = Multiply(value, Decimal::FromInt(factor));
  if (!won) return std::move(won).error();
  Result<std::int64_t> minor = won->ToInt64();
  if (!minor) return std::move(minor).error();
  return Money(*minor);
}

Result<Decimal> Amount::InOnes() const {
  if (kind != AmountKind::kValue) return Error(Code::kSyntax);
  if (!IsMoney(unit) || unit == Unit::kWon) return value;
  Result<Decimal> ones = Multiply(value, Decimal::FromInt(FactorInWon(unit)));
  if (!ones) return std::move(ones).error();
  return Reduce(*ones);
}

bool operator==(const Amount& a, const Amount& b) noexcept {
  return a.kind == b.kind && a.word == b.word && a.fault == b.fault && a.sign == b.sign &&
         a.unit == b.unit && a.spaces_after_sign == b.spaces_after_sign &&
         a.digits_after_comma == b.digits_after_comma && a.grouped == b.grouped &&
         a.mixed == b.mixed && a.won_written == b.won_written &&
         SameRepresentation(a.value, b.value) && a.irregular == b.irregular &&
         a.note_offset == b.note_offset;
}

bool internal::ReadCommon(std::string_view text, Extent extent, const AmountOptions& options,
                          Amount& out, std::size_t& consumed) noexcept {
  const char* p = text.data();
  const char* const end = p + text.size();
  if (p == end) return false;
  SignMark sign = SignMark::kNone;
  if (!IsDigit(*p)) {
    p = ReadSign(p, end, sign);
    if (p == end || !IsDigit(*p)) return false;
  }
  const char* const first = p;
  std::uint64_t coefficient = 0;
  do {
    coefficient = coefficient * 10 + static_cast<std::uint64_t>(*p - '0');
    ++p;
  } while (p != end && IsDigit(*p));
  std::ptrdiff_t digits = p - first;
  if (*first == '0' && digits != 1) return false;
  bool grouped = false;
  if (p != end && *p == ',') {
    if (digits > 3 || *first == '0') return false;
    do {
      if (end - p < 4 || !IsDigit(p[1]) || !IsDigit(p[2]) || !IsDigit(p[3])) return false;
      coefficient = coefficient * 1000 +
                    static_cast<std::uint64_t>((p[1] - '0') * 100 + (p[2] - '0') * 10 + p[3] - '0');
      p += 4;
      digits += 3;
    } while (p != end && *p == ',' && digits <= 15);
    if (p != end && (IsDigit(*p) || *p == ',')) return false;
    grouped = true;
  }
  if (digits > 18) return false;
  std::int32_t scale = 0;
  if (p != end && *p == '.') {
    const char* const point = p++;
    while (p != end && IsDigit(*p) && digits < 18) {
      coefficient = coefficient * 10 + static_cast<std::uint64_t>(*p - '0');
      ++p;
      ++digits;
    }
    scale = static_cast<std::int32_t>(p - point - 1);
    // Three decimals may be thousands; a digit or point left over makes the figure another one.
    if (scale == 0 || (scale == 3 && options.whole) ||
        (p != end && (IsDigit(*p) || *p == '.' || *p == ','))) {
      return false;
    }
  }
  Unit unit = Unit::kNone;
  bool won_written = false;
  if (p != end) {
    const char* stop = end;
    if (extent == Extent::kPrefix) {
      stop = EndOfPrefix(p, end);
      if (stop == nullptr) return false;
    }
    if (stop - p == 1 && *p == '%') {
      unit = Unit::kPercent;
    } else if (stop != p) {
      unit = ReadUnit(p, stop);
      if (unit == Unit::kNone) return false;
      won_written = true;
    }
    p = stop;
  }
  out.kind = AmountKind::kValue;
  out.sign = sign;
  out.unit = unit;
  out.grouped = grouped;
  out.won_written = won_written;
  const auto magnitude = static_cast<std::int64_t>(coefficient);
  Result<Decimal> value = Decimal::Make(sign == SignMark::kNone ? magnitude : -magnitude, scale);
  out.value = *value;
  consumed = static_cast<std::size_t>(p - text.data());
  return true;
}

Result<Amount> ParseAmount(std::string_view text, const AmountOptions& options) {
  Result<Amount> result = Blank();
  std::size_t end = 0;
  if (!ReadCommon(text, Extent::kWhole, options, *result, end)) {
    ReadAny(text, Extent::kWhole, options, result, end);
  }
  return result;
}

Result<Amount> ParseAmountPrefix(std::string_view text, const AmountOptions& options,
                                 std::size_t* consumed) {
  Result<Amount> result = Blank();
  std::size_t end = 0;
  if (!ReadCommon(text, Extent::kPrefix, options, *result, end)) {
    ReadAny(text, Extent::kPrefix, options, result, end);
    if (!result) return result;
  }
  *consumed = end;
  return result;
}

bool MayBeAmount(std::string_view text) noexcept {
  const std::string_view trimmed = Trim(text);
  if (trimmed.empty()) return true;
  const char32_t c = GlyphAt(trimmed, 0).character;
  if (c >= U'0' && c <= U'9') return true;
  switch (c) {
    case U'금':
    case U'일': {  // 금액, 일반회계 are none
      const std::size_t behind = internal::PassFormalMark(trimmed, 0);
      const internal::Glyph next = GlyphAt(trimmed, behind);
      constexpr std::u32string_view kWords = U"영공일이삼사오육륙칠팔구십백천만";
      return behind != 0 && (next.is_digit() || kWords.find(next.character) != kWords.npos);
    }
    case 0x0394:
    case 0x2206:
    case 0x25B3:
    case 0x25B5:
    case 0x25B2:
    case 0x25BD:
    case U'+':
    case U'(':
    case U'순':
    case U'신':
    case U'전':
    case U'미':
    case U'해':
      return true;
    default:
      return internal::IsDash(c);
  }
}

}  // namespace yesan
