#include "lib/base/chars.h"
#include "lib/calendar/point.h"
#include "lib/calendar/stated_length.h"
#include "yesan/calendar/period.h"

namespace yesan {
namespace {

using internal::IsDigit;
using internal::IsHangul;
using internal::IsLetter;
using internal::IsTilde;
using internal::Part;
using internal::Point;
using internal::RangeText;
using internal::Role;
using internal::Scanner;

constexpr std::size_t kMostSpaces = 3;

enum class Strength { kNo, kYear, kMonth, kDay };

bool IsProseYear(const Part& part) {
  return part.digits != 4 || (part.value >= 1900 && part.value <= 2099);
}

// What a point surely is, when nothing around it helps.
Strength StrengthOf(const Point& point) {
  const Part& a = point.parts[0];
  const Part& b = point.parts[1];
  const Part& c = point.parts[2];
  if (point.year_offset != 0) return Strength::kNo;
  const bool labelled = a.role == Role::kYear || a.role == Role::kFiscalYear;
  const bool full_year = a.digits == 4 || point.quoted;
  if (!IsProseYear(a) || (a.role != Role::kNone && !labelled)) return Strength::kNo;
  if (point.count == 1) return full_year && labelled ? Strength::kYear : Strength::kNo;
  const bool hyphen = point.separator == U'-';
  if (point.count == 2) {
    if (b.role == Role::kHalf || b.role == Role::kQuarter)
      return full_year ? Strength::kMonth : Strength::kNo;
    if (b.role != Role::kNone && b.role != Role::kMonth) return Strength::kNo;
    if (hyphen || point.separator == U'/') return Strength::kNo;
    if (b.role == Role::kMonth)
      return full_year || a.digits == 2 ? Strength::kMonth : Strength::kNo;
    return full_year ? Strength::kMonth : Strength::kNo;
  }
  const bool day = (b.role == Role::kNone || b.role == Role::kMonth) &&
                   (c.role == Role::kNone || c.role == Role::kDay);
  if (!day) return Strength::kNo;
  if (full_year || (labelled && b.role == Role::kMonth)) return Strength::kDay;
  const bool dotted = point.separator == U'.' && a.digits == 2 && b.digits == 2 && c.digits == 2;
  return dotted ? Strength::kDay : Strength::kNo;
}

// `18.8.23~21.8.22`: three parts at both ends make two-digit years sure.
bool IsDottedDay(const Point& point) {
  return point.count == 3 && point.separator == U'.' && point.parts[0].digits == 2;
}

bool IsSurelyDay(const Point& point) {
  return StrengthOf(point) == Strength::kDay && (point.parts[0].digits == 4 || point.quoted);
}

bool IsBareYear(const Point& point) {
  const Part& a = point.parts[0];
  if (point.count != 1 || (a.role != Role::kNone && a.role != Role::kYear)) return false;
  return (a.digits == 4 || point.quoted) && IsProseYear(a);
}

bool IsMonthNumber(const Point& point, bool labelled) {
  const Part& a = point.parts[0];
  if (point.count != 1 || point.quoted || a.digits > 2 || a.value < 1 || a.value > 12) return false;
  return a.role == Role::kMonth || (!labelled && a.role == Role::kNone);
}

// Whether the text in front of a candidate lets a date begin.
bool MayBegin(std::string_view text, std::size_t position, std::size_t last_end) {
  if (position == 0 || position == last_end) return true;
  const auto before = static_cast<unsigned char>(text[position - 1]);
  if (before >= 0x80) {
    const std::string_view head = text.substr(0, position);
    const auto ends_with = [head](std::string_view word) { return internal::EndsWith(head, word); };
    return !ends_with("제") && !ends_with("₩") && !ends_with("￦");
  }
  const char32_t c = before;
  if (IsDigit(c) || IsLetter(c) || c == U'$' || c == U'%' || c == U'#' || c == U'_') return false;
  if (c == U',' && last_end != 0 && position - 1 == last_end) return true;  // Behind another date.
  const bool joins = c == U'.' || c == U',' || c == U'-' || c == U'/' || c == U'*' || c == U'+';
  return !joins || position < 2 || !IsDigit(text[position - 2]);
}

// Whether the text behind a range lets it end there.
bool MayEnd(Scanner scanner, const RangeText& range) {
  const char32_t c = scanner.Peek();
  if (IsDigit(c) || IsLetter(c) || c == U'%' || c == U'_') return false;
  const std::optional<Point>& end = range.last ? range.last : range.first;
  const bool number = (range.ending == Ending::kNone || range.ending == Ending::kGiven) &&
                      end->back().role == Role::kNone;
  if (c == U'.' || c == U',' || c == U'-' || c == U'/' || c == U':') {
    scanner.Advance();
    return !scanner.AtDigit() || !number ||
           ((c == U',' || (c == U'/' && range.last)) && StrengthOf(*end) == Strength::kDay);
  }
  // ℓ ㎡ ㎞ and their like.
  if (number && ((c >= 0x2100 && c <= 0x214F) || (c >= 0x3380 && c <= 0x33DF) || c == 0x00B0))
    return false;
  if (!number || !IsHangul(c)) return true;
  // A counter behind the last number makes it an amount, a particle leaves it a date.
  for (const char* particle :
       {"까지", "부터", "에", "의", "자", "현재", "기준", "이", "로", "은", "는", "과", "와"}) {
    Scanner ahead = scanner;
    if (ahead.TakeWord(particle)) return true;
  }
  return false;
}

enum class Verdict { kNo, kTake, kTakeFirstAlone };

// `2021.5` alone may be a decimal; `2021.05`, `2021.5.` and `2021.5~` are not written so.
bool MayBeDecimal(std::string_view text, const Point& point) {
  const Part& month = point.parts[1];
  return point.count == 2 && !point.quoted && month.role == Role::kNone && month.digits == 1 &&
         text[point.end - 1] != '.';
}

Verdict Judge(std::string_view text, const RangeText& range, bool has_year) {
  const Point& first = *range.first;
  const Strength strength = StrengthOf(first);
  if (range.ending == Ending::kNone) {
    return strength == Strength::kNo || MayBeDecimal(text, first) ? Verdict::kNo : Verdict::kTake;
  }
  const bool tilde = IsTilde(range.tilde) || range.tilde == 0xFF5E || range.tilde == 0;
  if (!range.last) {
    if (strength != Strength::kNo) return Verdict::kTake;
    // ’97~계속, 1997~현재
    return IsBareYear(first) && range.ending != Ending::kBlank ? Verdict::kTake : Verdict::kNo;
  }
  const Point& last = *range.last;
  if (!tilde) {
    const bool alike = strength == StrengthOf(last) && first.separator == last.separator;
    if (alike && (strength == Strength::kDay || strength == Strength::kMonth))
      return Verdict::kTake;
    return strength == Strength::kNo ? Verdict::kNo : Verdict::kTakeFirstAlone;
  }
  if (strength != Strength::kNo) return Verdict::kTake;
  if (IsBareYear(first) && (IsBareYear(last) || StrengthOf(last) != Strength::kNo))
    return Verdict::kTake;
  if (IsDottedDay(first) && IsDottedDay(last)) return Verdict::kTake;
  if (has_year && IsMonthNumber(first, false) && IsMonthNumber(last, true)) return Verdict::kTake;
  return Verdict::kNo;
}

Period ToPeriod(std::string_view text, const RangeText& range, const internal::RangeDays& days) {
  Period period;
  period.first = days.first;
  period.last = days.last;
  period.first_granularity = days.first_granularity;
  period.last_granularity = days.last_granularity;
  period.ending = range.ending;
  period.raw = std::string(text.substr(range.begin, range.end - range.begin));
  period.notation.tilde = range.tilde;
  for (const std::optional<Point>& point : {range.first, range.last}) {
    if (!point) continue;
    period.notation.quoted_year = period.notation.quoted_year || point->quoted;
    period.notation.two_digit_year =
        period.notation.two_digit_year || (point->count > 1 && point->parts[0].digits == 2);
    if (period.notation.separator == 0) period.notation.separator = point->separator;
  }
  return period;
}

// The range at a position, if the text around it makes it sure.
std::optional<FoundPeriod> FindAt(std::string_view text, std::size_t position,
                                  const internal::RangeContext& context) {
  Scanner scanner(text, position, kMostSpaces);
  std::optional<RangeText> range = internal::TakeRange(scanner, true);
  if (!range) return std::nullopt;
  Verdict verdict = Judge(text, *range, context.fiscal_year.has_value());
  if (verdict == Verdict::kNo) return std::nullopt;
  if (verdict == Verdict::kTake && !MayEnd(scanner, *range) && range->last)
    verdict = Verdict::kTakeFirstAlone;
  if (verdict == Verdict::kTakeFirstAlone) {
    if (StrengthOf(*range->first) == Strength::kNo) return std::nullopt;
    range->last.reset();
    range->ending = Ending::kNone;
    range->tilde = 0;
    range->end = range->first->end;
    scanner.set_position(range->end);
  }
  if (!MayEnd(scanner, *range)) return std::nullopt;
  const internal::RangeAnswer answer = internal::Resolve(*range, context);
  FoundPeriod found;
  found.offset = range->begin;
  found.length = range->end - range->begin;
  if (answer.days) {
    found.period = ToPeriod(text, *range, *answer.days);
    if (range->last) internal::FindLengthBeside(text, range->begin, range->end, *found.period);
    return found;
  }
  if (answer.trouble.code != Code::kOutOfRange) return std::nullopt;
  // `18.13.40` alone may be a version or a chapter; two of them with a range sign between are days.
  const Point& first = *range->first;
  const bool days =
      range->last && range->tilde != U'-' && IsDottedDay(first) && IsDottedDay(*range->last);
  if (!days && !IsSurelyDay(first)) return std::nullopt;
  return found;
}

}  // namespace

std::vector<FoundPeriod> FindPeriods(std::string_view text, const PeriodContext& context) {
  internal::RangeContext range_context;
  range_context.fiscal_year = context.fiscal_year;
  if (context.fiscal_year) {
    const std::int32_t year = context.fiscal_year->year();
    range_context.anchor_year = year < 61 ? 61 : year > 9960 ? 9960 : year;
  }
  std::vector<FoundPeriod> found;
  std::size_t last_end = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // Only digits and quotes begin a date; the bytes that may begin one of those are few among Hangul.
    if (byte < 0x80 ? !(IsDigit(static_cast<char>(byte)) || byte == '\'' || byte == '`')
                    : !(byte == 0xC2 || byte == 0xCA || byte == 0xE2 || byte == 0xEF)) {
      ++i;
      continue;
    }
    Scanner scanner(text, i);
    const char32_t c = scanner.Peek();
    if (!IsDigit(c) && !internal::IsYearQuote(c)) {
      ++i;
      continue;
    }
    if (MayBegin(text, i, last_end)) {
      if (std::optional<FoundPeriod> one = FindAt(text, i, range_context)) {
        i = one->offset + one->length;
        last_end = i;
        found.push_back(std::move(*one));
        continue;
      }
    }
    // Past the whole number: no date begins inside one.
    if (IsDigit(c)) {
      (void)scanner.TakeNumber();
    } else {
      scanner.Advance();
    }
    i = scanner.position();
  }
  return found;
}

}  // namespace yesan
