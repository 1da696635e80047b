#include <algorithm>
#include <array>
#include <cstddef>

#include "lib/base/chars.h"
#include "lib/money/exact.h"
#include "yesan/base/text.h"
#include "yesan/money/decimal.h"

namespace yesan {
namespace {

using internal::IsDigit;
using internal::MakeDecimal;
using internal::Uint128;

// The character at `position` as a message can show it.
std::string Show(std::string_view text, std::size_t position, std::uint32_t& length) {
  if (position >= text.size()) {
    length = 0;
    return {};
  }
  const std::string_view tail = text.substr(position, 4);
  const auto byte = static_cast<unsigned char>(tail[0]);
  length = 1;
  if (FindInvalidUtf8(tail) == std::size_t{0} || byte < 0x20 || byte == 0x7f) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    return std::string("0x") + kHex[byte >> 4] + kHex[byte & 15];
  }
  std::size_t end = 0;
  static_cast<void>(NextCharacter(tail, end));
  length = static_cast<std::uint32_t>(end);
  return "‘" + std::string(tail.substr(0, end)) + "’";
}

Error Refuse(Code code, const char* rule, std::string_view text, std::size_t position,
             const char* expected_ko, const char* expected_en) {
  ErrorDetail detail;
  std::uint32_t length = 0;
  const std::string found = Show(text, position, length);
  // Everything before the place is ASCII, so bytes and characters count alike.
  const auto column = static_cast<std::uint32_t>(position + 1);
  detail.rule = rule;
  detail.place = Place{1, column, static_cast<std::uint32_t>(position), length};
  const std::string number = std::to_string(column);
  detail.message.ko = "수의 " + number + "번째 글자: " + expected_ko + " 자리에 " +
                      (found.empty() ? "글이 끝났습니다." : found + " 글자가 있습니다.");
  detail.message.en = "column " + number + " of the number: expected " + expected_en + ", found " +
                      (found.empty() ? "the end of the text." : found + ".");
  return Error(code, std::move(detail));
}

}  // namespace

Result<Decimal> Decimal::Parse(std::string_view text) {
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) ++at;
  if (at == text.size() || !IsDigit(text[at])) {
    return Refuse(Code::kSyntax, "decimal.syntax", text, at, "숫자가 올", "a digit");
  }
  while (at < text.size() && text[at] == '0') ++at;

  Uint128 magnitude = 0;
  std::uint64_t chunk = 0;  // up to 18 digits at a time in one limb
  int in_chunk = 0;
  int digits = 0;
  int scale = 0;
  bool point = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !point) {
      point = true;
      if (at + 1 == text.size() || !IsDigit(text[at + 1])) {
        return Refuse(Code::kSyntax, "decimal.syntax", text, at + 1, "숫자가 올", "a digit");
      }
      continue;
    }
    if (!IsDigit(c)) {
      return Refuse(Code::kSyntax, "decimal.syntax", text, at,
                    point ? "숫자가 오거나 수가 끝날" : "숫자나 소수점이 오거나 수가 끝날",
                    point ? "a digit or the end" : "a digit, a point or the end");
    }
    if (point && ++scale > kMaxScale) {
      return Refuse(Code::kOverflow, "decimal.decimals", text, at,
                    "소수점 아래 38자리가 차서 수가 끝날", "at most 38 decimals");
    }
    if (digits == 0 && c == '0') continue;
    if (++digits > kMaxDigits) {
      return Refuse(Code::kOverflow, "decimal.digits", text, at, "38자리가 차서 수가 끝날",
                    "at most 38 digits");
    }
    chunk = chunk * 10 + static_cast<std::uint64_t>(c - '0');
    if (++in_chunk == 18) {
      magnitude = magnitude * internal::PowerOfTen(18) + Uint128(chunk);
      chunk = 0;
      in_chunk = 0;
    }
  }
  magnitude = magnitude * internal::PowerOfTen(in_chunk) + Uint128(chunk);
  return MakeDecimal(negative, magnitude, scale);
}

std::string Decimal::ToString() const {
  // Sign, 39 digits (a zero before 38 decimals) and a point.
  std::array<char, 41> buffer;
  char* const end = buffer.data() + buffer.size();
  char* out = end;
  Uint128 magnitude = internal::Magnitude(*this);
  int written = 0;
  do {
    // 18 digits at a time, so that most divisions are of one limb.
    Uint128 rest = magnitude;
    const bool last = internal::FitsOneLimb(magnitude);
    if (last) {
      magnitude = Uint128(0);
    } else {
      magnitude = internal::DivideWithRemainder(magnitude, internal::PowerOfTen(18), rest);
    }
    std::uint64_t limb = internal::Low(rest);
    for (int i = 0; last ? limb != 0 : i < 18; ++i) {
      if (written == scale_ && scale_ != 0) *--out = '.';
      *--out = static_cast<char>('0' + limb % 10);
      limb /= 10;
      ++written;
    }
  } while (magnitude != Uint128(0));
  while (written <= scale_) {
    if (written == scale_ && scale_ != 0) *--out = '.';
    *--out = '0';
    ++written;
  }
  if (hi_ < 0) *--out = '-';
  return std::string(out, static_cast<std::size_t>(end - out));
}

}  // namespace yesan
