#include "yesan/money/words.h"

#include <array>
#include <cstdint>

#include "lib/money/amount_read.h"
#include "lib/money/amount_text.h"
#include "yesan/base/text.h"
#include "yesan/money/format.h"

namespace yesan {
namespace {

using internal::Glyph;
using internal::GlyphAt;
using internal::Refusal;
using internal::Refuse;
using internal::SkipSpaces;
using internal::Wanted;

constexpr std::array<std::string_view, 10> kDigits = {"영", "일", "이", "삼", "사",
                                                      "오", "육", "칠", "팔", "구"};
constexpr std::array<std::string_view, 4> kSmall = {"", "십", "백", "천"};
constexpr std::array<std::string_view, 8> kBig = {"", "만", "억", "조", "경", "해", "자", "양"};
constexpr std::array<char32_t, 8> kBigLetters = {0,     U'만', U'억', U'조',
                                                 U'경', U'해', U'자', U'양'};
// What kBig has names for. Beyond stands 구, 10^32, which is a nine as well.
constexpr std::size_t kMaxWordDigits = 4 * kBig.size();

int DigitOf(Glyph glyph) noexcept {
  switch (glyph.character) {
    case U'영':
    case U'공':
      return 0;
    case U'일':
      return 1;
    case U'이':
      return 2;
    case U'삼':
      return 3;
    case U'사':
      return 4;
    case U'오':
      return 5;
    case U'육':
    case U'륙':
      return 6;
    case U'칠':
      return 7;
    case U'팔':
      return 8;
    case U'구':
      return 9;
    default:
      return -1;
  }
}

int SmallOf(Glyph glyph) noexcept {
  return glyph.is(U'십') ? 1 : glyph.is(U'백') ? 2 : glyph.is(U'천') ? 3 : 0;
}

std::size_t BigOf(Glyph glyph) noexcept {
  for (std::size_t i = 1; i < kBigLetters.size(); ++i) {
    if (glyph.is(kBigLetters[i])) return i;
  }
  return 0;
}

// Groups of four digits under construction, the least first.
struct Groups {
  std::array<std::uint32_t, kBig.size()> values{};
  std::size_t last_big = kBig.size();
};

// Up to four digits with 십, 백, 천 between them. `words` says whether there was any.
bool ReadGroup(std::string_view text, std::size_t& at, std::uint32_t& group, bool& words,
               Refusal& refusal) {
  constexpr std::array<std::uint32_t, 4> kPowers = {1, 10, 100, 1000};
  int last = 4;
  group = 0;
  words = false;
  while (last > 0) {
    const std::size_t start = at;
    Glyph glyph = GlyphAt(text, at);
    int digit = DigitOf(glyph);
    if (digit >= 0) at = SkipSpaces(text, at + glyph.size);
    glyph = GlyphAt(text, at);
    const int small = SmallOf(glyph);
    if (digit < 0 && small == 0) break;
    if (digit == 0 || small >= last) {
      return Refuse(refusal, Code::kSyntax, Wanted::kSmallerWord, start);
    }
    if (small != 0) at = SkipSpaces(text, at + glyph.size);
    if (digit < 0) digit = 1;
    group += static_cast<std::uint32_t>(digit) * kPowers[static_cast<std::size_t>(small)];
    words = true;
    last = small;
  }
  return true;
}

std::string DigitsOf(const Groups& groups) {
  std::string digits;
  for (std::size_t i = groups.values.size(); i-- > 0;) {
    for (std::uint32_t power = 1000; power != 0; power /= 10) {
      digits.push_back(static_cast<char>('0' + groups.values[i] / power % 10));
    }
  }
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

bool Expect(std::string_view text, std::size_t& at, char32_t character, Wanted wanted,
            Refusal& refusal) {
  const Glyph glyph = GlyphAt(text, at);
  if (!glyph.is(character)) return Refuse(refusal, Code::kSyntax, wanted, at);
  at += glyph.size;
  return true;
}

// The figures of a formal amount: `120,000,000원`, `₩120,000,000`.
bool ReadFigures(std::string_view text, std::size_t& at, Money& out, Refusal& refusal) {
  const bool won_sign = internal::IsWonSign(GlyphAt(text, at));
  if (won_sign) at = SkipSpaces(text, at + GlyphAt(text, at).size);
  const std::size_t figure = at;
  AmountOptions options;
  options.refuse_faults = true;
  Amount amount;
  if (!internal::ReadAmount(text, at, internal::Extent::kPrefix, options, amount, at, refusal)) {
    return false;
  }
  if (amount.sign != SignMark::kNone) {
    return Refuse(refusal, Code::kSyntax, Wanted::kDigit, figure);
  }
  const bool no_unit = amount.unit == Unit::kNone;
  if (no_unit ? !won_sign : !IsMoney(amount.unit) || !amount.won_written) {
    return Refuse(refusal, Code::kWrongUnit, Wanted::kWon, at);
  }
  const Result<Money> figures = amount.InWon();
  if (!figures) return Refuse(refusal, figures.code(), Wanted::kFewerDigits, figure);
  out = *figures;
  at = internal::PassFormalEnd(text, at);
  return true;
}

bool ReadFormal(std::string_view text, FormalAmount& out, Refusal& refusal) {
  const std::string_view trimmed = Trim(text);
  if (trimmed.empty()) return Refuse(refusal, Code::kSyntax, Wanted::kFormalStart, text.size());
  std::size_t at = static_cast<std::size_t>(trimmed.data() - text.data());
  const std::size_t limit = at + trimmed.size();
  bool canonical_words = false;
  const auto read_words = [&] {
    const std::size_t words = at;
    Decimal number;
    if (!internal::ReadFormalWords(text, at, limit, number, canonical_words, refusal)) return false;
    const Result<std::int64_t> in_words = number.ToInt64();
    if (!in_words) return Refuse(refusal, in_words.code(), Wanted::kFewerDigits, words);
    out.words = Money(*in_words);
    return true;
  };

  const std::size_t first = internal::PassFormalMark(text, at);
  if (first == at) return Refuse(refusal, Code::kSyntax, Wanted::kFormalStart, at);
  at = first;
  const Glyph begin = GlyphAt(text, at);
  const bool words_first = internal::IsHangul(begin.character);
  if (!(words_first ? read_words() : ReadFigures(text, at, out.figures, refusal))) return false;
  at = SkipSpaces(text, at);
  if (!Expect(text, at, U'(', Wanted::kOpeningBracket, refusal)) return false;
  at = internal::PassFormalMark(text, SkipSpaces(text, at));
  if (!(words_first ? ReadFigures(text, at, out.figures, refusal) : read_words())) return false;
  at = SkipSpaces(text, at);
  if (!Expect(text, at, U')', Wanted::kClosingBracket, refusal)) return false;
  if (at != limit) return Refuse(refusal, Code::kSyntax, Wanted::kEnd, at);

  const Result<std::string> written = FormatFormalAmount(out.figures);
  out.canonical = written.ok() && *written == trimmed;
  return true;
}

}  // namespace

bool internal::ReadWords(std::string_view whole, std::size_t begin, std::size_t end,
                         Decimal& number, bool& canonical, Refusal& refusal) {
  const std::string_view text = whole.substr(0, end);
  std::size_t at = SkipSpaces(text, begin);
  Groups groups;
  const Glyph zero = GlyphAt(text, at);
  if (DigitOf(zero) == 0) {
    at = SkipSpaces(text, at + zero.size);
    if (at != end) return Refuse(refusal, Code::kSyntax, Wanted::kEnd, at);
  } else {
    if (at == end) return Refuse(refusal, Code::kSyntax, Wanted::kWords, at);
    while (at != end) {
      const std::size_t start = at;
      std::uint32_t group = 0;
      bool words = false;
      if (!ReadGroup(text, at, group, words, refusal)) return false;
      const Glyph glyph = GlyphAt(text, at);
      const std::size_t big = BigOf(glyph);
      // 만 alone is 일만; 억 alone is not said.
      if (!words && big == 1) group = 1;
      if (group == 0) return Refuse(refusal, Code::kSyntax, Wanted::kWords, start);
      if (big == 0 && at != end) return Refuse(refusal, Code::kSyntax, Wanted::kEnd, at);
      if (big >= groups.last_big) {
        return Refuse(refusal, Code::kSyntax, Wanted::kSmallerWord, start);
      }
      groups.values[big] = group;
      groups.last_big = big;
      if (big == 0) break;
      at = SkipSpaces(text, at + glyph.size);
    }
  }
  number = Decimal::Parse(DigitsOf(groups)).value();  // at most 32 digits
  const Result<std::string> written = WriteInWords(number);
  canonical = written.ok() && *written == text.substr(begin);
  return true;
}

Result<std::string> WriteInWords(const Decimal& number) {
  if (number.sign() < 0) return Error(Code::kOutOfRange);
  if (number.is_zero()) return std::string(kDigits[0]);
  Result<Decimal> whole = Round(number, 0, Rounding::kUnnecessary);
  if (!whole) return std::move(whole).error();
  const std::string digits = whole->ToString();
  if (digits.size() > kMaxWordDigits) return Error(Code::kOverflow);

  std::string out;
  bool group_has_words = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t place = digits.size() - 1 - i;
    const auto digit = static_cast<std::size_t>(digits[i] - '0');
    if (digit != 0) {
      out += kDigits[digit];
      out += kSmall[place % 4];
      group_has_words = true;
    }
    if (place % 4 == 0) {
      if (group_has_words) out += kBig[place / 4];
      group_has_words = false;
    }
  }
  return out;
}

Result<WordsReading> ParseWords(std::string_view text) {
  WordsReading reading;
  Refusal refusal;
  if (internal::ReadWords(text, 0, text.size(), reading.number, reading.canonical, refusal))
    return reading;
  return internal::MakeError(text, refusal, true);
}

Result<std::string> FormatFormalAmount(Money amount) {
  Result<std::string> words = WriteInWords(ToDecimal(amount));
  if (!words) return std::move(words).error();
  std::array<char, kFormatAmountBytes> digits;
  std::string out = "금";
  out.append(digits.data(), FormatAmount(amount, digits.data()));
  return out + "원(금" + *words + "원)";
}

Result<FormalAmount> ParseFormalAmount(std::string_view text) {
  FormalAmount amount;
  Refusal refusal;
  if (ReadFormal(text, amount, refusal)) return amount;
  return internal::MakeError(text, refusal, true);
}

}  // namespace yesan
