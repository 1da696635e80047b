#include "lib/money/amount_text.h"

#include <algorithm>
#include <array>

#include "lib/base/chars.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

struct Sentence {
  std::string_view ko;
  std::string_view en;
};

Sentence Describe(Wanted wanted) {
  switch (wanted) {
    case Wanted::kDigit:
      return {"숫자", "a digit"};
    case Wanted::kEnd:
      return {"금액의 끝", "the end of the amount"};
    case Wanted::kComma:
      return {"세 자리마다 찍은 쉼표", "commas between groups of three digits"};
    case Wanted::kFewerDigits:
      return {"38자리 이하의 수", "a figure of at most 38 digits"};
    case Wanted::kSmallerPart:
      return {"앞보다 작은 단위", "a part smaller than the one before"};
    case Wanted::kClosingBracket:
      return {"닫는 괄호", "a closing bracket"};
    case Wanted::kOpeningBracket:
      return {"여는 괄호", "an opening bracket"};
    case Wanted::kPart:
      return {"괄호 안의 금액 또는 '-'", "an amount or '-' in the brackets"};
    case Wanted::kNoFault:
      return {"바르게 찍은 쉼표, 소수점, 단위", "a comma, point and unit in their right places"};
    case Wanted::kWords:
      return {"한글로 쓴 수", "a number in words"};
    case Wanted::kSmallerWord:
      return {"앞보다 작은 자리", "a place smaller than the one before"};
    case Wanted::kFormalStart:
      return {"'금'", "'금'"};
    case Wanted::kWon:
      return {"'원'", "'원' (won)"};
    case Wanted::kUnitHeading:
      return {"'(단위 : 천원)'과 같은 단위 표시", "a heading of a unit such as '(단위 : 천원)'"};
    case Wanted::kUtf8:
      return {"UTF-8 글자", "UTF-8 text"};
  }
  return {"금액", "an amount"};
}

std::string Hexadecimal(std::uint32_t value, int digits) {
  std::string out;
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out.push_back("0123456789ABCDEF"[(value >> shift) & 15U]);
  }
  return out;
}

// One character stands for what was found: a cell of a million bytes must not come back in a message.
Sentence DescribeFound(std::string_view text, std::size_t offset, std::string& storage) {
  if (offset >= text.size()) return {"글의 끝", "the end of the text"};
  const Glyph glyph = GlyphAt(text, offset);
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (glyph.character == kNotACharacter) {
    storage = "0x" + Hexadecimal(byte, 2);
  } else if (byte < 0x20 || byte == 0x7F) {
    storage = "U+" + Hexadecimal(byte, 4);
  } else {
    storage = "'" + std::string(text.substr(offset, glyph.size)) + "'";
  }
  return {storage, storage};
}

}  // namespace

Glyph GlyphAt(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  constexpr Glyph kInvalid{kNotACharacter, 1};
  if (lead < 0xC2 || lead > 0xF4 || text.size() - offset < size) return kInvalid;
  char32_t c = lead & (0x7FU >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return kInvalid;
    c = (c << 6) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kLeast[size] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return kInvalid;
  if (c >= 0xFF01 && c <= 0xFF5E) return {c - 0xFF01 + U'!', size};
  if (MayBeginJamo(static_cast<unsigned char>(lead))) {
    std::size_t end = offset;
    const char32_t composed = NextComposed(text, end);
    if (IsHangul(composed)) return {composed, static_cast<std::uint32_t>(end - offset)};
  }
  if (IsSpace(c) && c != 0x85 && c != 0x2028 && c != 0x2029) return {U' ', size};
  return {c, size};
}

std::size_t SkipSpaces(std::string_view text, std::size_t offset) noexcept {
  for (Glyph glyph = GlyphAt(text, offset); glyph.is_space(); glyph = GlyphAt(text, offset)) {
    offset += glyph.size;
  }
  return offset;
}

Error MakeError(std::string_view text, const Refusal& refusal, bool whole) {
  Code code = refusal.code;
  Wanted wanted = refusal.wanted;
  std::size_t offset = std::min(refusal.offset, text.size());
  if (whole) {
    if (const auto invalid = FindInvalidUtf8(text)) {
      offset = *invalid;
      code = Code::kInvalidUtf8;
    }
  } else if (GlyphAt(text, offset).character == kNotACharacter) {
    code = Code::kInvalidUtf8;
  }
  if (code == Code::kInvalidUtf8) wanted = Wanted::kUtf8;

  // Everything in front of the place is valid text, read already.
  const std::size_t column = CountCharacters(text.substr(0, offset)) + 1;
  std::string storage;
  const Sentence found = DescribeFound(text, offset, storage);
  const Sentence expected = Describe(wanted);
  const std::string at = std::to_string(column);

  ErrorDetail detail;
  detail.message.ko = at + "번째 글자: 있어야 할 것은 " + std::string(expected.ko) +
                      ", 있는 것은 " + std::string(found.ko);
  detail.message.en = "column " + at + ": expected " + std::string(expected.en) + ", found " +
                      std::string(found.en);
  detail.place.line = 1;
  detail.place.column = static_cast<std::uint32_t>(std::min<std::size_t>(column, 0xFFFFFFFFU));
  detail.place.offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, 0xFFFFFFFFU));
  detail.place.length = GlyphAt(text, offset).size;
  return Error(code, std::move(detail));
}

void AppendFigure(const Decimal& number, bool grouped, std::string& out) {
  const std::string digits = Abs(number).ToString();
  if (!grouped) {
    out += digits;
    return;
  }
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t i = 0; i < point; ++i) {
    if (i != 0 && (point - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  out.append(digits, point, std::string::npos);
}

void AppendSigned(const Decimal& number, bool grouped, SignMark minus, std::string_view unit,
                  std::string& out) {
  const bool negative = number.sign() < 0;
  const bool brackets = negative && minus == SignMark::kParentheses;
  if (brackets) out.push_back('(');
  if (negative) out += SignText(minus);
  AppendFigure(number, grouped, out);
  out += unit;
  if (brackets) out.push_back(')');
}

std::string FormatRegular(const Amount& amount) {
  switch (amount.kind) {
    case AmountKind::kBlank:
      return {};
    case AmountKind::kDash:
      return "-";
    case AmountKind::kWord:
      return std::string(KoreanName(amount.word));
    case AmountKind::kValue:
      break;
  }
  const bool brackets = amount.sign == SignMark::kParentheses;
  std::string out(brackets ? "(" : "");
  out += SignText(amount.sign);
  out.append(amount.spaces_after_sign, ' ');
  AppendFigure(amount.value, amount.grouped, out);
  out += Name(amount.unit);
  if (IsMoney(amount.unit) && !amount.won_written)
    out.resize(out.size() - std::string("원").size());
  if (brackets) out.push_back(')');
  return out;
}

Decimal PowerOfTen(int exponent) noexcept {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return Decimal::FromInt(power);
}

}  // namespace yesan::internal
