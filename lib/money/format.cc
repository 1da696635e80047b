#include "yesan/money/format.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "lib/money/amount_text.h"

namespace yesan {
namespace {

using internal::AppendSigned;

// ",000" to ",999": four bytes are stored for each group of three, and none is computed.
constexpr std::array<char, 4000> MakeGroups() noexcept {
  std::array<char, 4000> groups{};
  for (std::size_t i = 0; i < 1000; ++i) {
    groups[4 * i] = ',';
    groups[4 * i + 1] = static_cast<char>('0' + i / 100);
    groups[4 * i + 2] = static_cast<char>('0' + i / 10 % 10);
    groups[4 * i + 3] = static_cast<char>('0' + i % 10);
  }
  return groups;
}
constexpr std::array<char, 4000> kGroups = MakeGroups();

char* WriteGroup(std::uint32_t group, char* out) noexcept {
  std::memcpy(out, kGroups.data() + 4 * group, 4);
  return out + 4;
}

// The first group, without zeros in front. Four bytes are written, up to three count.
char* WriteFirstGroup(std::uint32_t group, char* out) noexcept {
  const std::uint32_t zeros = (group < 100 ? 1U : 0U) + (group < 10 ? 1U : 0U);
  std::memcpy(out, kGroups.data() + 4 * group + 1 + zeros, 3 - zeros);
  return out + 3 - zeros;
}

char* WriteBelowBillion(std::uint32_t value, char* out) noexcept {
  if (value < 1000) return WriteFirstGroup(value, out);
  const std::uint32_t thousands = value / 1000;
  if (thousands < 1000) {
    out = WriteFirstGroup(thousands, out);
  } else {
    out = WriteFirstGroup(thousands / 1000, out);
    out = WriteGroup(thousands % 1000, out);
  }
  return WriteGroup(value % 1000, out);
}

char* WriteThreeGroups(std::uint32_t value, char* out) noexcept {
  const std::uint32_t thousands = value / 1000;
  out = WriteGroup(thousands / 1000, out);
  out = WriteGroup(thousands % 1000, out);
  return WriteGroup(value % 1000, out);
}

char* WriteGrouped(std::uint64_t value, char* out) noexcept {
  constexpr std::uint64_t kBillion = 1'000'000'000;
  if (value < kBillion) return WriteBelowBillion(static_cast<std::uint32_t>(value), out);
  const std::uint64_t billions = value / kBillion;
  const auto rest = static_cast<std::uint32_t>(value % kBillion);
  if (billions < kBillion) {
    out = WriteBelowBillion(static_cast<std::uint32_t>(billions), out);
  } else {
    out = WriteFirstGroup(static_cast<std::uint32_t>(billions / kBillion), out);
    out = WriteThreeGroups(static_cast<std::uint32_t>(billions % kBillion), out);
  }
  return WriteThreeGroups(rest, out);
}

bool IsMinus(SignMark mark) noexcept {
  return mark != SignMark::kPlus && mark != SignMark::kNone &&
         (mark == SignMark::kParentheses || !SignText(mark).empty());
}

Result<void> Check(const AmountFormat& format) {
  if (!IsMinus(format.minus) || !IsValid(format.rounding) ||
      (format.unit != Unit::kNone && Name(format.unit).empty())) {
    return Error(Code::kInvalidArgument);
  }
  if (format.digits < 0 || format.digits > Decimal::kMaxScale) return Error(Code::kOutOfRange);
  return {};
}

std::string Print(const Decimal& number, const AmountFormat& format, Unit unit) {
  std::string out;
  AppendSigned(number, format.grouped, format.minus,
               format.write_unit ? Name(unit) : std::string_view(), out);
  return out;
}

}  // namespace

Result<std::string> FormatMoney(Money amount, const AmountFormat& format) {
  if (Result<void> checked = Check(format); !checked) return std::move(checked).error();
  const Unit unit = format.unit == Unit::kNone ? Unit::kWon : format.unit;
  if (!IsMoney(unit)) return Error(Code::kWrongUnit);
  Result<Decimal> figure = Divide(yesan::ToDecimal(amount), Decimal::FromInt(FactorInWon(unit)),
                                  format.digits, format.rounding);
  if (!figure) return std::move(figure).error();
  return Print(*figure, format, unit);
}

Result<std::string> FormatNumber(const Decimal& number, const AmountFormat& format) {
  if (Result<void> checked = Check(format); !checked) return std::move(checked).error();
  const std::int32_t digits = format.rounding == Rounding::kUnnecessary
                                  ? std::max(format.digits, number.scale())
                                  : format.digits;
  Result<Decimal> figure = Round(number, digits, format.rounding);
  if (!figure) return std::move(figure).error();
  return Print(*figure, format, format.unit);
}

char* FormatAmount(Money amount, char* buffer, SignMark minus) noexcept {
  assert(IsMinus(minus));
  const std::int64_t minor = amount.minor();
  if (minor >= 0) return WriteGrouped(static_cast<std::uint64_t>(minor), buffer);
  const bool brackets = minus == SignMark::kParentheses;
  const std::string_view mark = brackets ? std::string_view("(") : SignText(minus);
  std::copy(mark.begin(), mark.end(), buffer);
  // Unsigned, because the least int64 has no positive counterpart.
  char* end = WriteGrouped(0 - static_cast<std::uint64_t>(minor), buffer + mark.size());
  if (brackets) *end++ = ')';
  return end;
}

std::string FormatAmount(const Amount& amount) {
  return amount.irregular.empty() ? internal::FormatRegular(amount) : amount.irregular;
}

std::string FormatMixed(Money amount, SignMark minus) {
  assert(IsMinus(minus));
  struct Part {
    std::uint64_t size;
    std::string_view name;
  };
  constexpr std::array<Part, 4> kParts = {
      {{1'000'000'000'000, "조"}, {100'000'000, "억"}, {10'000, "만"}, {1, ""}}};
  const std::int64_t minor = amount.minor();
  std::uint64_t rest =
      minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
  const bool brackets = minor < 0 && minus == SignMark::kParentheses;
  std::string out(brackets ? "(" : "");
  if (minor < 0) out += SignText(minus);
  if (rest == 0) out += "0";
  bool first = true;
  for (const Part& part : kParts) {
    const std::uint64_t count = rest / part.size;
    rest %= part.size;
    if (count == 0) continue;
    if (!first) out.push_back(' ');
    first = false;
    std::array<char, kFormatAmountBytes> digits;
    out.append(digits.data(), WriteGrouped(count, digits.data()));
    out += part.name;
  }
  out += "원";
  if (brackets) out.push_back(')');
  return out;
}

}  // namespace yesan
