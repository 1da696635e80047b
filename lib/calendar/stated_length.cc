#include "lib/calendar/stated_length.h"

#include "lib/base/chars.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kMostSpaces = 3;

bool DropEnd(std::string_view& text, std::string_view word) noexcept {
  if (!EndsWith(text, word)) return false;
  text.remove_suffix(word.size());
  return true;
}

// Whether the text behind a length lets it end there: `2년 연장` is another length.
bool EndsLength(Scanner scanner) {
  scanner.SkipSpaces();
  if (scanner.done()) return true;
  switch (scanner.Peek()) {
    case U')':
    case U']':
    case U',':
    case U'.':
    case U';':
    case U'/':
    case U'\n':
      return true;
    default:
      return false;
  }
}

// Whether a length that was found may be meant: 2021~2023, 22년 is a year of it.
bool Accept(const StatedLength& length, bool surely, PeriodTerm& term) {
  PeriodTerm tried = term;
  tried.stated_length = length;
  CountLength(tried);
  if (!surely && !tried.stated_length->holds.value_or(false)) return false;
  term.stated_length = tried.stated_length;
  return true;
}

bool FindBehind(std::string_view text, std::size_t end, PeriodTerm& term) {
  Scanner scanner(text, end, kMostSpaces);
  bool parted = scanner.Take(U'.');
  bool bracket = false;
  scanner.SkipSpaces();
  if (scanner.Take(U')') || scanner.Take(U']')) parted = true;
  scanner.SkipSpaces();
  if (scanner.Take(U'(') || scanner.Take(U'[')) parted = bracket = true;
  if (!bracket && (scanner.Take(U',') || scanner.Take(U'/'))) parted = true;
  scanner.SkipSpaces();
  bool surely = false;
  const std::optional<StatedLength> length = TakeStatedLength(scanner, surely);
  if (!parted || !length || !EndsLength(scanner)) return false;
  // `3.1~3.3, 5일` lists days.
  if (length->unit == LengthUnit::kDays && !bracket) return false;
  return Accept(*length, surely, term);
}

bool FindBefore(std::string_view text, std::size_t begin, PeriodTerm& term) {
  std::string_view head = text.substr(0, begin);
  bool parted = false;
  for (std::size_t spaces = 0; spaces < kMostSpaces; ++spaces) {
    if (DropEnd(head, "(") || DropEnd(head, "[") || DropEnd(head, ",") || DropEnd(head, ":")) {
      parted = true;
    } else if (!DropEnd(head, " ")) {
      break;
    }
  }
  if (!parted) return false;
  const std::size_t length_end = head.size();
  (void)DropEnd(head, "간");
  bool unit = false;
  for (const std::string_view word : {"개년", "개월", "년"}) {
    if (unit) break;
    unit = DropEnd(head, word);
  }
  if (!unit) return false;
  (void)DropEnd(head, " ");
  std::size_t digits = 0;
  while (digits < 3 && head.size() > digits && IsDigit(head[head.size() - 1 - digits])) ++digits;
  if (digits == 0 || digits == 3) return false;
  const std::size_t at = head.size() - digits;
  if (at > 0) {
    // `’18년(`, `2018년(`, `제2년(`
    const auto before = static_cast<unsigned char>(head[at - 1]);
    if (before != ' ' && before != '(' && before != ',' && before < 0x80) return false;
    if (EndsWith(head.substr(0, at), "제") || EndsWith(head.substr(0, at), "’") ||
        EndsWith(head.substr(0, at), "‘"))
      return false;
  }
  Scanner scanner(text.substr(0, length_end), at, kMostSpaces);
  bool surely = false;
  const std::optional<StatedLength> length = TakeStatedLength(scanner, surely);
  return length && scanner.done() && Accept(*length, surely, term);
}

}  // namespace

std::optional<StatedLength> TakeStatedLength(Scanner& scanner, bool& surely) {
  Scanner inside = scanner;
  if (inside.TakeWord("총") || inside.TakeWord("약")) inside.SkipSpaces();
  const std::optional<Number> number = inside.TakeNumber();
  if (!number || number->digits > 3 || number->value < 1) return std::nullopt;
  inside.SkipSpaces();
  StatedLength length;
  length.count = number->value;
  surely = true;
  if (inside.TakeWord("개년")) {
    length.unit = LengthUnit::kYears;
  } else if (inside.TakeWord("년")) {
    length.unit = LengthUnit::kYears;
    surely = number->digits != 2;
  } else if (inside.TakeWord("개월")) {
    length.unit = LengthUnit::kMonths;
  } else if (inside.TakeWord("일")) {
    length.unit = LengthUnit::kDays;
  } else {
    return std::nullopt;
  }
  Scanner ahead = inside;
  ahead.SkipSpaces();
  if (ahead.TakeWord("간")) {
    surely = true;
    inside = ahead;
  }
  scanner = inside;
  return length;
}

void CountLength(PeriodTerm& term) {
  if (!term.stated_length || !term.first || !term.last || *term.last < *term.first) return;
  StatedLength& length = *term.stated_length;
  const CalendarDay a = term.first->Split();
  const CalendarDay b = term.last->Split();
  const std::int32_t days = DaysBetween(*term.first, *term.last) + 1;
  const auto exactly = [&](std::int32_t months) {
    const Result<Date> end = AddMonths(*term.first, months);
    return end.ok() && DaysBetween(*term.first, *end) == days;
  };
  // Ends that make whole years or months are so many; others touch so many of the calendar.
  const auto count = [&](std::int32_t touched, std::int32_t months) {
    length.counted = touched > 1 && exactly(months * (touched - 1)) ? touched - 1 : touched;
    length.holds = *length.counted == length.count;
  };
  switch (length.unit) {
    case LengthUnit::kYears:
      count(b.year - a.year + 1, 12);
      return;
    case LengthUnit::kMonths:
      count(12 * (b.year - a.year) + b.month - a.month + 1, 1);
      return;
    case LengthUnit::kDays:
      length.counted = days;
      length.holds = days == length.count;
      return;
  }
}

void FindLengthBeside(std::string_view text, std::size_t begin, std::size_t end, PeriodTerm& term) {
  if (!term.first || !term.last) return;
  if (!FindBehind(text, end, term)) (void)FindBefore(text, begin, term);
}

}  // namespace yesan::internal
