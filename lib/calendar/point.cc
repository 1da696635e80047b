#include "lib/calendar/point.h"

#include <string>

namespace yesan::internal {
namespace {

// The year after: longer words first.
constexpr std::string_view kNextYear[] = {"익년도", "익년",    "차년도",  "차년",
                                          "다음해", "다음 해", "다음연도"};

bool AtHalfWord(const Scanner& scanner) {
  Scanner ahead = scanner;
  return ahead.TakeWord("상반기") || ahead.TakeWord("하반기");
}

// Whether the character behind a one-syllable word (일, 초, 중, 말) lets it be that word: `3 일반관리` is no day 3.
bool EndsWord(const Scanner& scanner) {
  if (!IsHangul(scanner.Peek())) return true;
  Scanner ahead = scanner;
  return ahead.TakeWord("까지") || ahead.TakeWord("부터") || ahead.TakeWord("현재") ||
         ahead.TakeWord("제외");
}

// 간, 차, 생 make a length, a rank or a birth of what looked like a unit of the calendar.
bool MakesNoDate(const Scanner& scanner) {
  Scanner ahead = scanner;
  return ahead.TakeWord("간") || ahead.TakeWord("차") || ahead.TakeWord("생");
}

Role TakeLabel(Scanner& scanner) {
  const std::size_t start = scanner.position();
  scanner.SkipSpaces();
  if (!scanner.AtHangul()) {
    scanner.set_position(start);
    return Role::kNone;
  }
  const bool spaced = scanner.position() != start;
  Role role = Role::kNone;
  if (scanner.TakeWord("년도")) {
    role = Role::kFiscalYear;
  } else if (scanner.TakeWord("년")) {
    role = Role::kYear;
  } else if (scanner.TakeWord("월")) {
    role = Role::kMonth;
  } else if (scanner.TakeWord("일")) {
    role = Role::kDay;
  } else if (scanner.TakeWord("분기")) {
    role = Role::kQuarter;
  }
  if (role != Role::kNone && MakesNoDate(scanner)) role = Role::kNone;
  if ((role == Role::kDay || (spaced && role != Role::kFiscalYear)) && !EndsWord(scanner)) {
    const char32_t next = scanner.Peek();
    const bool within =
        role != Role::kDay && (next == U'말' || next == U'초' || next == U'중' || next == U'하');
    if (!within) role = Role::kNone;
  }
  if (role == Role::kNone) scanner.set_position(start);
  return role;
}

// The `/4` of 3/4분기.
Role TakeQuarterFraction(Scanner& scanner, const Number& number) {
  if (number.digits != 1 || number.value < 1 || number.value > 4) return Role::kNone;
  Scanner ahead = scanner;
  if (!ahead.Take(U'/') || !ahead.Take(U'4') || ahead.AtDigit() || ahead.Peek() == U'/')
    return Role::kNone;
  scanner = ahead;
  ahead.SkipSpaces();
  if (!ahead.TakeWord("분기")) return Role::kQuarterFraction;
  scanner = ahead;
  return Role::kQuarter;
}

// Digits of the number at the scanner, and its value.
Number LookNumber(Scanner scanner) { return scanner.TakeNumber().value_or(Number{}); }

// Whether a `-` goes on with a date instead of beginning the second end: 2012-03-15, 2021-03, 18-08-23.
bool HyphenJoins(const Scanner& scanner, const Point& point) {
  Scanner ahead = scanner;
  ahead.Advance();
  const Number next = LookNumber(ahead);
  if (next.digits < 1 || next.digits > 2) return false;
  if (point.count == 2) return point.separator == U'-';
  if (point.count != 1 || next.value < 1 || next.value > 12) return false;
  if (point.parts[0].digits == 4) {
    // 2021-03~2021-05 and 2021-03 are months; 2021-1~… too.
    return true;
  }
  if (point.parts[0].digits != 2 || next.digits != 2) return false;
  (void)ahead.TakeNumber();
  if (!ahead.Take(U'-')) return false;
  const Number day = LookNumber(ahead);
  return day.digits == 2;
}

// What stands between a part and the next one. Moves to the next part and answers true, or moves to the end of the point.
bool TakeSeparator(Scanner& scanner, Point& point) {
  const Role role = point.back().role;
  const std::size_t start = scanner.position();
  if (role == Role::kYear || role == Role::kFiscalYear || role == Role::kMonth) {
    scanner.SkipSpaces();
    if (scanner.Peek() == U'.') {
      scanner.Advance();
      scanner.SkipSpaces();
    }
    if (point.separator == 0) point.separator = U'년';
    if (scanner.AtDigit() || (role != Role::kMonth && AtHalfWord(scanner))) return true;
    scanner.set_position(start);
    return false;
  }
  if (role != Role::kNone) return false;
  const char32_t c = scanner.Peek();
  if (c == U'.' && (point.separator == 0 || point.separator == U'.')) {
    scanner.Advance();
    const std::size_t after_dot = scanner.position();
    point.separator = U'.';
    scanner.SkipSpaces();
    if (scanner.AtDigit() || (point.count == 1 && AtHalfWord(scanner))) return true;
    scanner.set_position(after_dot);
    return false;
  }
  if (c == U'-' && (point.separator == 0 || point.separator == U'-') &&
      HyphenJoins(scanner, point)) {
    scanner.Advance();
    point.separator = U'-';
    return true;
  }
  if (c == U'/' &&
      (point.separator == U'/' || (point.separator == 0 && point.parts[0].digits == 4))) {
    Scanner ahead = scanner;
    ahead.Advance();
    if (!ahead.AtDigit()) return false;
    scanner = ahead;
    point.separator = U'/';
    return true;
  }
  if (c == U' ' && point.count == 1 && (point.quoted || point.back().digits == 4)) {
    scanner.SkipSpaces();
    if (AtHalfWord(scanner)) return true;
    scanner.set_position(start);
  }
  return false;
}

void TakeWithin(Scanner& scanner, Point& point) {
  const std::size_t start = scanner.position();
  const Role role = point.back().role;
  if (role == Role::kNone || role == Role::kDay || role == Role::kQuarterFraction) return;
  scanner.SkipSpaces();
  const bool month = role == Role::kMonth;
  bool taken = true;
  if (month && (scanner.TakeWord("초순") || scanner.TakeWord("상순") || scanner.TakeWord("초"))) {
    point.within = Within::kEarly;
  } else if (month && scanner.TakeWord("중순")) {
    point.within = Within::kMiddle;
  } else if (month && scanner.TakeWord("하순")) {
    point.within = Within::kLate;
  } else if (scanner.TakeWord("말")) {
    point.within = Within::kEnd;
  } else {
    taken = scanner.TakeWord("중");
  }
  if (!taken || !EndsWord(scanner)) {
    point.within = Within::kWhole;
    scanner.set_position(start);
  }
}

// The `(목)` of `2012. 3. 15.(목)`.
void TakeWeekday(Scanner& scanner) {
  Scanner ahead = scanner;
  if (!ahead.Take(U'(')) return;
  for (const char* day : {"월", "화", "수", "목", "금", "토", "일"}) {
    if (!ahead.TakeWord(day)) continue;
    (void)ahead.TakeWord("요일");
    if (ahead.Take(U')')) scanner = ahead;
    return;
  }
}

}  // namespace

std::optional<Point> TakePoint(Scanner& scanner) {
  const std::size_t start = scanner.position();
  const auto fail = [&scanner, start]() -> std::optional<Point> {
    scanner.set_position(start);
    return std::nullopt;
  };
  Point point;
  point.begin = start;
  for (const std::string_view word : kNextYear) {
    if (!scanner.AtHangul()) break;
    if (!scanner.TakeWord(word)) continue;
    point.year_offset = 1;
    scanner.SkipSpaces();
    break;
  }
  if (point.year_offset == 0 && IsYearQuote(scanner.Peek())) {
    scanner.Advance();
    if (!scanner.AtDigit()) return fail();
    point.quoted = true;
  }
  while (point.count < 3) {
    const std::size_t before = scanner.position();
    if (!point.quoted || point.count > 0) {
      const bool first_half = scanner.TakeWord("상반기");
      if (first_half || scanner.TakeWord("하반기")) {
        point.parts[point.count++] = {first_half ? 1 : 2, 0, Role::kHalf};
        break;
      }
    }
    const std::optional<Number> number = scanner.TakeNumber();
    if (!number || number->digits > 4 || (point.count > 0 && number->digits > 2)) {
      if (point.count == 0) return fail();
      scanner.set_position(before);
      break;
    }
    if (point.quoted && point.count == 0 && number->digits != 2 && number->digits != 4)
      return fail();
    Part part{number->value, number->digits, TakeQuarterFraction(scanner, *number)};
    if (part.role == Role::kNone) part.role = TakeLabel(scanner);
    // `’26.4. 3명`: the 3 belongs to what follows.
    if (part.role == Role::kNone && point.count > 0) {
      const char32_t next = scanner.Peek();
      const bool spaced =
          before > 0 && IsSpace(static_cast<unsigned char>(scanner.text()[before - 1]));
      if (spaced && !EndsWord(scanner)) {
        scanner.set_position(point.end);
        break;
      }
      if (IsLetter(next) || next == U'%') {
        if (spaced) {
          scanner.set_position(point.end);
          break;
        }
        return fail();
      }
    }
    point.parts[point.count++] = part;
    point.end = scanner.position();
    if (!TakeSeparator(scanner, point)) {
      point.end = scanner.position();
      break;
    }
  }
  // A trailing dot behind the third part, as in `2012. 3. 15.`.
  if (point.count == 3 && point.back().role == Role::kNone && point.separator == U'.' &&
      scanner.Peek() == U'.') {
    Scanner ahead = scanner;
    ahead.Advance();
    if (!ahead.AtDigit()) scanner = ahead;
  }
  TakeWithin(scanner, point);
  const bool month_and_day = point.count == 2 && !point.quoted && point.parts[0].digits <= 2;
  if (point.count == 3 || point.back().role == Role::kDay || month_and_day) TakeWeekday(scanner);
  point.end = scanner.position();
  return point;
}

std::optional<RangeText> TakeRange(Scanner& scanner, bool prose) {
  const std::size_t start = scanner.position();
  const auto fail = [&scanner, start]() -> std::optional<RangeText> {
    scanner.set_position(start);
    return std::nullopt;
  };
  RangeText range;
  range.begin = start;
  bool dash = false;
  const auto take_tilde = [&]() {
    const char32_t c = scanner.Peek();
    if (!IsTilde(c) && !IsDash(c)) return false;
    Scanner ahead = scanner;
    ahead.Advance();
    if (IsDash(c) && ahead.Peek() == U'>') return false;  // An arrow.
    range.tilde = scanner.PeekRaw();
    dash = IsDash(c);
    scanner = ahead;
    return true;
  };
  if (!prose && take_tilde()) {
    scanner.SkipSpaces();
    range.last = TakePoint(scanner);
    if (!range.last) return fail();
    range.ending = Ending::kGiven;
    Scanner ahead = scanner;
    ahead.SkipSpaces();
    if (ahead.TakeWord("까지")) scanner = ahead;
    range.end = scanner.position();
    return range;
  }
  range.first = TakePoint(scanner);
  if (!range.first) return fail();
  range.end = scanner.position();

  scanner.SkipSpaces();
  const bool from = scanner.TakeWord("부터");
  if (from) {
    range.end = scanner.position();
    scanner.SkipSpaces();
  }
  const bool tilde = take_tilde();
  if (!tilde && !from) {
    if (!prose && scanner.TakeWord("까지")) {
      range.last = range.first;
      range.first.reset();
      range.ending = Ending::kGiven;
      range.end = scanner.position();
    }
    scanner.set_position(range.end);
    return range;
  }
  const std::size_t after_tilde = scanner.position();
  scanner.SkipSpaces();
  if (scanner.TakeWord("현재")) {
    (void)scanner.TakeWord("까지");
    range.ending = Ending::kNow;
  } else if (scanner.TakeWord("계속") || scanner.TakeWord("지속")) {
    range.ending = Ending::kContinuing;
  } else if ((range.last = TakePoint(scanner))) {
    range.ending = Ending::kGiven;
    Scanner ahead = scanner;
    ahead.SkipSpaces();
    if (ahead.TakeWord("까지")) scanner = ahead;
  } else if (prose && dash) {
    // `2012.08.23 - 협약 체결`: the dash begins a phrase.
    range.tilde = 0;
    scanner.set_position(range.end);
    return range;
  } else {
    range.ending = Ending::kBlank;
    scanner.set_position(tilde ? after_tilde : range.end);
  }
  range.end = scanner.position();
  return range;
}

Error ToError(std::string_view text, const Trouble& trouble) {
  const std::size_t offset = trouble.offset < text.size() ? trouble.offset : text.size();
  const std::size_t length = trouble.length != 0 && trouble.length < text.size() - offset
                                 ? trouble.length
                                 : text.size() - offset;
  const std::size_t column = CountCharacters(text.substr(0, offset)) + 1;
  std::string found;
  std::size_t at = offset;
  for (int i = 0; i < 24 && at < offset + length; ++i)
    AppendCharacter(NextCharacter(text, at), found);
  if (at < offset + length) found += "…";

  ErrorDetail detail;
  detail.rule = std::string(trouble.rule);
  detail.place = {1, static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(offset),
                  static_cast<std::uint32_t>(length)};
  const std::string ko = std::to_string(column) + "번째 글자: ";
  const std::string en = "Column " + std::to_string(column) + ": ";
  const std::string ko_found =
      found.empty() ? ", 글이 끝났습니다." : ", 적힌 것은 ‘" + found + "’입니다.";
  const std::string en_found = found.empty() ? ", but the text ends." : ", found “" + found + "”.";
  if (trouble.code == Code::kInvalidUtf8) {
    detail.message = {ko + "올바른 UTF-8이 아닙니다.", en + "this is not valid UTF-8."};
  } else if (trouble.rule == "period.ambiguous") {
    detail.message = {ko + "한 가지로만 읽히는 기간이 있어야 하는데" + ko_found +
                          " 연·월인지 월·일인지 알 수 없습니다.",
                      en + "expected a period with one reading" + en_found +
                          " It may be year and month, or month and day."};
  } else if (trouble.rule == "period.needs_year") {
    detail.message = {ko + "연도가 있어야 하는데" + ko_found + " 회계연도도 주어지지 않았습니다.",
                      en + "expected a year" + en_found + " No fiscal year was given either."};
  } else if (trouble.code == Code::kOutOfRange) {
    detail.message = {ko + "달력에 있는 날이어야 하는데" + ko_found,
                      en + "expected a day of the calendar" + en_found};
  } else if (trouble.rule == "date.syntax") {
    detail.message = {ko + "2012.03.15 같은 날짜여야 하는데" + ko_found,
                      en + "expected a day such as 2012.03.15" + en_found};
  } else {
    detail.message = {ko + "2021.02~2021.12 같은 기간이어야 하는데" + ko_found,
                      en + "expected a period such as 2021.02~2021.12" + en_found};
  }
  return Error(trouble.code, std::move(detail));
}

}  // namespace yesan::internal
