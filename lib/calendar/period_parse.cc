#include <array>
#include <utility>

#include "lib/calendar/point.h"
#include "lib/calendar/stated_length.h"
#include "yesan/calendar/period.h"

namespace yesan {
namespace {

using internal::IsHangul;
using internal::Point;
using internal::RangeAnswer;
using internal::RangeContext;
using internal::RangeText;
using internal::Scanner;
using internal::Trouble;

struct KindWord {
  std::string_view word;
  PeriodKind kind;
};
// Longer words first where one begins another.
constexpr KindWord kKindWords[] = {
    {"연례반복적", PeriodKind::kAnnual}, {"연례반복", PeriodKind::kAnnual},
    {"연례 반복", PeriodKind::kAnnual},  {"매년반복", PeriodKind::kAnnual},
    {"매년 반복", PeriodKind::kAnnual},  {"매년", PeriodKind::kAnnual},
    {"연례", PeriodKind::kAnnual},       {"계속", PeriodKind::kContinuing},
    {"신규", PeriodKind::kNew},
};

struct RecurrenceWord {
  std::string_view word;
  Recurrence recurrence;
};
// Words that mean the whole fiscal year.
constexpr RecurrenceWord kYearWords[] = {
    {"연중수시", Recurrence::kAsNeeded}, {"연중 수시", Recurrence::kAsNeeded},
    {"연중", Recurrence::kNone},         {"당해연도", Recurrence::kNone},
    {"당해년도", Recurrence::kNone},     {"단년도", Recurrence::kNone},
    {"금년도", Recurrence::kNone},       {"금년", Recurrence::kNone},
    {"매월", Recurrence::kMonthly},      {"월별", Recurrence::kMonthly},
    {"분기별", Recurrence::kQuarterly},  {"매분기", Recurrence::kQuarterly},
    {"분기", Recurrence::kQuarterly},    {"반기별", Recurrence::kHalfYearly},
    {"매반기", Recurrence::kHalfYearly}, {"반기", Recurrence::kHalfYearly},
    {"수시", Recurrence::kAsNeeded},
};

// Words in brackets that are kept as they stand.
constexpr std::string_view kRemarks[] = {"예정", "계획", "잠정", "안",     "연장", "갱신",
                                         "변경", "당초", "확정", "재계약", "협약", "계약"};

constexpr std::string_view kLabels[] = {"당초", "변경", "기정", "경정"};

bool AtWordEnd(const Scanner& scanner) { return !IsHangul(scanner.Peek()); }

std::optional<PeriodKind> TakeKind(Scanner& scanner) {
  if (!scanner.AtHangul()) return std::nullopt;
  for (const KindWord& entry : kKindWords) {
    Scanner ahead = scanner;
    if (!ahead.TakeWord(entry.word)) continue;
    (void)ahead.TakeWord("사업");
    if (!AtWordEnd(ahead)) continue;
    scanner = ahead;
    return entry.kind;
  }
  return std::nullopt;
}

std::optional<Recurrence> TakeYearWord(Scanner& scanner) {
  if (!scanner.AtHangul()) return std::nullopt;
  for (const RecurrenceWord& entry : kYearWords) {
    Scanner ahead = scanner;
    if (!ahead.TakeWord(entry.word) || !AtWordEnd(ahead)) continue;
    scanner = ahead;
    return entry.recurrence;
  }
  return std::nullopt;
}

// `(당초)`, `당초:`, `변경`. True when one was taken.
bool TakeLabel(Scanner& scanner) {
  Scanner ahead = scanner;
  const bool bracket = ahead.Take(U'(');
  if (bracket) ahead.SkipSpaces();
  for (const std::string_view label : kLabels) {
    Scanner tried = ahead;
    if (!tried.TakeWord(label) || !AtWordEnd(tried)) continue;
    if (bracket) {
      tried.SkipSpaces();
      if (!tried.Take(U')')) return false;
    }
    Scanner colon = tried;
    colon.SkipSpaces();
    if (colon.Take(U':')) tried = colon;
    scanner = tried;
    return true;
  }
  return false;
}

bool TakeArrow(Scanner& scanner) {
  Scanner ahead = scanner;
  const char32_t c = ahead.Peek();
  ahead.Advance();
  const bool one = c == 0x2192 || c == 0x21D2 || c == 0x27A1 || c == 0x279C || c == 0x21E8;
  const bool two = (c == U'-' || c == U'=') && ahead.Take(U'>');
  if (!one && !two) return false;
  scanner = ahead;
  return true;
}

bool TakeExactly(Scanner& scanner, std::string_view word) {
  Scanner ahead = scanner;
  if (!ahead.TakeWord(word)) return false;
  ahead.SkipSpaces();
  if (!ahead.done()) return false;
  scanner = ahead;
  return true;
}

class Parser {
 public:
  Parser(std::string_view text, const PeriodContext& context) : text_(text), scanner_(text) {
    range_context_.fiscal_year = context.fiscal_year;
    if (context.fiscal_year) {
      const std::int32_t year = context.fiscal_year->year();
      range_context_.anchor_year = year < 61 ? 61 : year > 9960 ? 9960 : year;
    }
  }

  Result<Period> Parse() {
    scanner_.SkipSpaces();
    if (scanner_.done()) {
      trouble_.rule = "period.empty";
      return internal::ToError(text_, trouble_);
    }
    Period period;
    period.raw = std::string(text_);
    (void)TakeLabel(scanner_);
    scanner_.SkipSpaces();
    if (!ParseTerm(period)) return internal::ToError(text_, trouble_);
    scanner_.SkipSpaces();
    while (TakeArrow(scanner_)) {
      scanner_.SkipSpaces();
      (void)TakeLabel(scanner_);
      scanner_.SkipSpaces();
      if (scanner_.done()) {
        period.revision_blank = true;
        break;
      }
      PeriodTerm revision;
      if (!ParseTerm(revision)) return internal::ToError(text_, trouble_);
      period.revisions.push_back(std::move(revision));
      scanner_.SkipSpaces();
    }
    if (!scanner_.done()) return Fail(scanner_.position()), internal::ToError(text_, trouble_);
    period.notation = notation_;
    return period;
  }

 private:
  bool Fail(std::size_t offset, std::size_t length = 0) {
    trouble_ = Trouble{};
    trouble_.offset = offset;
    trouble_.length = length;
    return false;
  }

  bool ParseTerm(PeriodTerm& term) {
    const std::size_t start = scanner_.position();
    bool core = false;
    if (const std::optional<PeriodKind> kind = TakeKind(scanner_)) {
      term.kind = *kind;
      const std::size_t after = scanner_.position();
      scanner_.SkipSpaces();
      if (scanner_.Take(U':') || scanner_.Take(U',')) scanner_.SkipSpaces();
      if (std::optional<RangeText> range = internal::TakeRange(scanner_, false)) {
        if (!SetCore(*range, term)) return false;
        core = true;
      } else {
        scanner_.set_position(after);
      }
    } else if (const std::optional<Recurrence> recurrence = TakeYearWord(scanner_)) {
      if (!SetYearWord(*recurrence, start, term)) return false;
      core = true;
    } else {
      std::optional<RangeText> range = internal::TakeRange(scanner_, false);
      if (!range) return Fail(start);
      if (!SetCore(*range, term)) return false;
      core = true;
    }
    while (true) {
      const std::size_t before = scanner_.position();
      scanner_.SkipSpaces();
      const char32_t open = scanner_.Peek();
      if (open != U'(' && open != U'[') {
        scanner_.set_position(before);
        break;
      }
      if (!ParseBracket(term, core)) return false;
    }
    internal::CountLength(term);
    return true;
  }

  void Note(const Point& point) {
    const internal::Part& year = point.parts[0];
    notation_.quoted_year = notation_.quoted_year || point.quoted;
    const bool two = year.digits == 2 &&
                     (point.quoted || point.count == 3 || year.role == internal::Role::kYear);
    notation_.two_digit_year = notation_.two_digit_year || two;
    if (notation_.separator == 0) notation_.separator = point.separator;
  }

  RangeAnswer ResolveRange(const RangeText& range, const PeriodTerm& term) {
    RangeContext context = range_context_;
    if (term.first && term.last && term.first->year() == term.last->year())
      context.base_year = term.first->year();
    return internal::Resolve(range, context);
  }

  bool SetCore(const RangeText& range, PeriodTerm& term) {
    RangeAnswer answer = ResolveRange(range, PeriodTerm{});
    if (!answer.days) {
      trouble_ = answer.trouble;
      return false;
    }
    term.first = answer.days->first;
    term.last = answer.days->last;
    term.first_granularity = answer.days->first_granularity;
    term.last_granularity = answer.days->last_granularity;
    term.ending = range.ending;
    if (notation_.tilde == 0) notation_.tilde = range.tilde;
    if (range.first) Note(*range.first);
    if (range.last) Note(*range.last);
    return true;
  }

  bool SetYearWord(Recurrence recurrence, std::size_t start, PeriodTerm& term) {
    if (!range_context_.fiscal_year) {
      (void)Fail(start, scanner_.position() - start);
      trouble_.rule = "period.needs_year";
      return false;
    }
    term.first = range_context_.fiscal_year->first_day();
    term.last = range_context_.fiscal_year->last_day();
    term.first_granularity = Granularity::kYear;
    term.last_granularity = Granularity::kYear;
    term.recurrence = recurrence;
    return true;
  }

  // Takes `( … )` or `[ … ]`, in which no other bracket is opened.
  bool ParseBracket(PeriodTerm& term, bool& core) {
    const std::size_t open = scanner_.position();
    const char32_t close = scanner_.Peek() == U'(' ? U')' : U']';
    scanner_.Advance();
    const std::size_t begin = scanner_.position();
    // A weekday may stand in brackets inside a bracket, so the last close before the next open counts.
    std::size_t end = begin;
    int depth = 1;
    while (!scanner_.done()) {
      const char32_t c = scanner_.Peek();
      if (c == U'(' || c == U'[') ++depth;
      if ((c == U')' || c == U']') && --depth == 0) break;
      scanner_.Advance();
    }
    if (scanner_.done() || scanner_.Peek() != close) return Fail(open);
    end = scanner_.position();
    scanner_.Advance();
    Scanner inside(text_.substr(0, end), begin);
    inside.SkipSpaces();
    return ParseBracketText(inside, begin, end, term, core);
  }

  bool ParseBracketText(Scanner inside, std::size_t begin, std::size_t end, PeriodTerm& term,
                        bool& core) {
    if (inside.done()) return Fail(begin, end - begin);
    {
      Scanner ahead = inside;
      const std::optional<PeriodKind> kind = TakeKind(ahead);
      ahead.SkipSpaces();
      if (kind && ahead.done()) {
        if (term.kind != PeriodKind::kDated && term.kind != *kind) return Fail(begin, end - begin);
        term.kind = *kind;
        return true;
      }
    }
    {
      Scanner ahead = inside;
      const std::optional<Recurrence> recurrence = TakeYearWord(ahead);
      ahead.SkipSpaces();
      if (core && recurrence && *recurrence != Recurrence::kNone && ahead.done()) {
        if (term.recurrence != Recurrence::kNone && term.recurrence != *recurrence)
          return Fail(begin, end - begin);
        term.recurrence = *recurrence;
        return true;
      }
    }
    for (const std::string_view remark : kRemarks) {
      Scanner ahead = inside;
      if (!TakeExactly(ahead, remark)) continue;
      if (!term.remark.empty()) return Fail(begin, end - begin);
      term.remark = std::string(remark);
      return true;
    }
    if (TakeLength(inside, term)) return true;
    if (core && TakeExclusions(inside, term)) return true;
    if (trouble_.code != Code::kSyntax || trouble_.length != 0) return false;

    Scanner ahead = inside;
    const std::optional<RangeText> range = internal::TakeRange(ahead, false);
    if (range) ahead.SkipSpaces();
    if (!range || !ahead.done()) return Fail(begin, end - begin);
    if (!core) {
      if (!SetCore(*range, term)) return false;
      core = true;
      return true;
    }
    if (term.noted) return Fail(begin, end - begin);
    const std::optional<DaySpan> span = Closed(*range, term);
    if (!span) return trouble_.length != 0 ? false : Fail(begin, end - begin);
    term.noted = *span;
    return true;
  }

  // A range with both its ends, in order.
  std::optional<DaySpan> Closed(const RangeText& range, const PeriodTerm& term) {
    const RangeAnswer answer = ResolveRange(range, term);
    if (!answer.days) {
      trouble_ = answer.trouble;
      return std::nullopt;
    }
    const internal::RangeDays& days = *answer.days;
    if (!days.first || !days.last || *days.last < *days.first) {
      (void)Fail(range.begin, range.end - range.begin);
      return std::nullopt;
    }
    const bool coarser =
        static_cast<int>(days.first_granularity) > static_cast<int>(days.last_granularity);
    return DaySpan{*days.first, *days.last,
                   coarser ? days.first_granularity : days.last_granularity};
  }

  bool TakeLength(Scanner inside, PeriodTerm& term) {
    if (term.stated_length) return false;
    bool surely = false;
    const std::optional<StatedLength> taken = internal::TakeStatedLength(inside, surely);
    if (!taken) return false;
    const StatedLength& length = *taken;
    inside.SkipSpaces();
    if (!inside.done()) return false;
    PeriodTerm tried = term;
    tried.stated_length = length;
    internal::CountLength(tried);
    // (22년) beside 2021~2023 is the year 2022, not a length of 22 years; beside 2001~2022 it is the length.
    if (!surely && !tried.stated_length->holds.value_or(false) && term.first && term.last) {
      const std::int32_t year = ExpandTwoDigitYear(length.count, range_context_.anchor_year);
      if (term.first->year() <= year && year <= term.last->year()) return false;
    }
    term.stated_length = length;
    return true;
  }

  // `2022년 제외`, `’22년, ’23년 제외`. Answers false without trouble when the text is no exclusion.
  bool TakeExclusions(Scanner inside, PeriodTerm& term) {
    std::vector<DaySpan> spans;
    while (true) {
      const std::optional<RangeText> range = internal::TakeRange(inside, false);
      if (!range) return false;
      inside.SkipSpaces();
      const bool excluded = TakeExactly(inside, "제외");
      const bool more = !excluded && (inside.Take(U',') || inside.Take(0x00B7) ||
                                      inside.Take(0x318D) || inside.TakeWord("및"));
      if (!excluded && !more) return false;
      ranges_.push_back(*range);
      if (excluded) break;
      inside.SkipSpaces();
    }
    for (const RangeText& range : std::exchange(ranges_, {})) {
      const std::optional<DaySpan> span = Closed(range, term);
      if (!span) return false;
      spans.push_back(*span);
    }
    term.exclusions.insert(term.exclusions.end(), spans.begin(), spans.end());
    return true;
  }

  std::string_view text_;
  Scanner scanner_;
  RangeContext range_context_;
  PeriodNotation notation_;
  std::vector<RangeText> ranges_;
  Trouble trouble_;
};

}  // namespace

Result<Period> ParsePeriod(std::string_view text, const PeriodContext& context) {
  if (const std::optional<std::size_t> invalid = FindInvalidUtf8(text)) {
    return internal::ToError(text.substr(0, *invalid),
                             {Code::kInvalidUtf8, "period.utf8", *invalid, 1});
  }
  return Parser(text, context).Parse();
}

Result<Date> ParseDate(std::string_view text, std::int32_t anchor_year) {
  if (const std::optional<std::size_t> invalid = FindInvalidUtf8(text)) {
    return internal::ToError(text.substr(0, *invalid),
                             {Code::kInvalidUtf8, "date.utf8", *invalid, 1});
  }
  Scanner scanner(text);
  scanner.SkipSpaces();
  RangeText range;
  range.begin = scanner.position();
  const Trouble syntax{Code::kSyntax, "date.syntax", range.begin, 0};
  range.first = internal::TakePoint(scanner);
  if (!range.first) return internal::ToError(text, syntax);
  range.end = scanner.position();
  scanner.SkipSpaces();
  const Point& point = *range.first;
  if (!scanner.done() || point.count != 3 || point.within != internal::Within::kWhole) {
    return internal::ToError(text, syntax);
  }
  RangeContext context;
  context.anchor_year = anchor_year < 61 ? 61 : anchor_year > 9960 ? 9960 : anchor_year;
  const RangeAnswer answer = internal::Resolve(range, context);
  if (!answer.days) {
    Trouble trouble = answer.trouble;
    trouble.rule = trouble.code == Code::kOutOfRange ? "date.calendar" : "date.syntax";
    return internal::ToError(text, trouble);
  }
  return *answer.days->first;
}

}  // namespace yesan
