/// @file
/// Periods as budget documents print them: `2021.02~2021.12`, `’22~’26`, `연례반복`, `2012.08.23~현재`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/calendar/date.h"
#include "yesan/calendar/fiscal_year.h"

namespace yesan {

/// What sort of statement a period (사업기간, 추진기간) is. The numbers are those of the C API.
enum class PeriodKind : std::int32_t {
  kDated = 1,       ///< Days, months or years are printed, or a word that means some (상반기).
  kAnnual = 2,      ///< 연례반복, 매년: comes again each year.
  kContinuing = 3,  ///< 계속 with no beginning; `’97년~계속` is dated, with an open end.
  kNew = 4,         ///< 신규: begins with this budget.
};

/// How finely an end is printed. Either way the end is a day: `2021.02~2021.12` is 2021-02-01 … 2021-12-31, closed.
enum class Granularity : std::int32_t {
  kNone = 0,   ///< The end is not printed.
  kDay = 1,    ///< `2021.02.15`, also `11월말` and `3월 초순`.
  kMonth = 2,  ///< `2021.02`, `2월`.
  kQuarter =
      3,  ///< `1분기`, `3/4분기`: three months, counted from the first month of the fiscal year.
  kHalfYear = 4,  ///< `상반기`, `하반기`: six months, counted alike.
  kYear = 5,      ///< `2021`, `’22`, `’97년`, `연중`.
};

/// How the end of a period is printed.
enum class Ending : std::int32_t {
  kNone = 0,        ///< No tilde: one day, month or year (`2012.03.15`), or a word alone.
  kGiven = 1,       ///< A day, month or year after the tilde.
  kNow = 2,         ///< `~현재`: it goes on at the time of writing. No last day.
  kContinuing = 3,  ///< `~계속`: it is meant to go on. No last day.
  kBlank = 4,       ///< `’26.4. ∼`: nothing after the tilde. No last day.
};

/// How often something happens inside the period, where the document says so.
enum class Recurrence : std::int32_t {
  kNone = 0,        ///< It does not say.
  kMonthly = 1,     ///< 매월, 월별.
  kQuarterly = 2,   ///< 분기, 매분기, 분기별.
  kHalfYearly = 3,  ///< 반기, 매반기, 반기별.
  kAsNeeded = 4,    ///< 수시.
};

/// A closed span of days, [first, last].
struct DaySpan {
  Date first;
  Date last;
  Granularity granularity = Granularity::kDay;  ///< The coarser of the two ends as printed.

  friend bool operator==(const DaySpan& a, const DaySpan& b) noexcept {
    return a.first == b.first && a.last == b.last && a.granularity == b.granularity;
  }
};

/// The unit of a stated length.
enum class LengthUnit : std::int32_t { kDays = 1, kMonths = 2, kYears = 3 };

/// A length that is printed beside a period: the `3년` of `2026년 ~ 2028년(3년)`. A length that does not hold refuses
/// nothing: it is a fact for a check to report.
struct StatedLength {
  std::int32_t count = 0;                ///< As printed, 1 … 9999.
  LengthUnit unit = LengthUnit::kYears;  ///< 년·개년, 개월 or 일.
  std::optional<std::int32_t>
      counted;  ///< What the ends give, both counted: years or months where they make whole ones
                ///< (`18.08.23~21.08.22` is 3 years), else calendar years or months touched; or
                ///< days. Empty when an end is open.
  std::optional<bool> holds;  ///< counted equals count. Empty when open.

  friend bool operator!=(const StatedLength& a, const StatedLength& b) noexcept {
    return !(a == b);
  }
  friend bool operator==(const StatedLength& a, const StatedLength& b) noexcept {
    return a.count == b.count && a.unit == b.unit && a.counted == b.counted && a.holds == b.holds;
  }
};

/// How a period was written, beyond its days: enough to print another one in the same hand.
struct PeriodNotation {
  char32_t tilde = 0;  ///< The first range sign as printed (~ ∼ ～ 〜 - – —), 0: none, or 부터.
  char32_t separator =
      0;  ///< Between year, month and day: '.', '-', '/', or U'년' for Hangul units; 0: none.
  bool two_digit_year = false;  ///< Some year has two digits.
  bool quoted_year = false;  ///< Some year has a quote before it, turned any way: ' ‘ ’ ` ´.

  friend bool operator==(const PeriodNotation& a, const PeriodNotation& b) noexcept {
    return a.tilde == b.tilde && a.separator == b.separator &&
           a.two_digit_year == b.two_digit_year && a.quoted_year == b.quoted_year;
  }
};

/// One period without its later revisions.
///
/// Ends are days and the span is **closed**: first and last both belong to it. An end that is empty is open. A period
/// whose last day lies before its first (`2021.12~2021.01`) is kept as it stands; IsBackwards tells.
struct PeriodTerm {
  PeriodKind kind = PeriodKind::kDated;
  std::optional<Date> first;  ///< Empty: not printed, or open (`~2021.12`).
  std::optional<Date> last;   ///< Empty: not printed, or open (see ending).
  Granularity first_granularity = Granularity::kNone;  ///< Of the first end as printed.
  Granularity last_granularity = Granularity::kNone;   ///< Of the last end as printed.
  Ending ending = Ending::kNone;                       ///< How the end is printed.
  Recurrence recurrence = Recurrence::kNone;           ///< 매월, 분기, 수시.
  std::vector<DaySpan> exclusions;                     ///< `(2022년 제외)`.
  std::optional<StatedLength> stated_length;           ///< `(3년)`.
  std::optional<DaySpan> noted;  ///< `2025(’25. 11월말)`: a day or span in brackets. It neither
                                 ///< narrows nor widens the period.
  std::string remark;            ///< A word in brackets that is kept, not read: `예정`.

  friend bool operator==(const PeriodTerm& a, const PeriodTerm& b) noexcept;
  friend bool operator!=(const PeriodTerm& a, const PeriodTerm& b) noexcept { return !(a == b); }
};

/// A period as printed, with its revisions: `(당초) ’24~’26 → 변경 ’24~’28`.
///
/// @code
///   Result<Period> step = ParsePeriod("2020.02~2021.12", {fiscal_year_2021});
///   // step->first is 2020-02-01, step->last is 2021-12-31, both kMonth
/// @endcode
struct Period : PeriodTerm {
  std::vector<PeriodTerm>
      revisions;  ///< What stands after each `→`, in order; the last one is in force.
  bool revision_blank = false;  ///< `→ 변경` with nothing after it.
  PeriodNotation notation;      ///< How it was written.
  std::string raw;              ///< The text as printed, untouched; empty when made by hand.

  /// The term in force: the last revision, or the period itself.
  [[nodiscard]] const PeriodTerm& in_force() const noexcept {
    return revisions.empty() ? *this : revisions.back();
  }
  /// Whether all of it is the same, raw text and notation included; see SameMeaning.
  friend bool operator==(const Period& a, const Period& b) noexcept;
  friend bool operator!=(const Period& a, const Period& b) noexcept { return !(a == b); }
};

/// Whether two periods say the same, however they are written: the same kinds, days, open ends, exclusions, lengths, notes
/// and revisions. Raw text, notation and granularity are not compared: `2021.01~2021.03` means what `2021년 1분기` means.
[[nodiscard]] bool SameMeaning(const Period& a, const Period& b) noexcept;

/// What the reader of a period must know of its document.
struct PeriodContext {
  /// The fiscal year of the document. It gives months without a year (`3~11월`), words (`상반기`, `연중`) and two-digit
  /// years (ExpandTwoDigitYear) their meaning, and quarters and halves their first month. Without it, months and words
  /// are refused.
  std::optional<FiscalYear> fiscal_year;
};

/// Reads one period, with nothing before or after but white space. Linear in the text.
///
/// | printed | first … last | ending |
/// |---|---|---|
/// | `2021.01~2021.02` | 2021-01-01 … 2021-02-28 | given |
/// | `2021.1~12월까지` | 2021-01-01 … 2021-12-31 | given: the year carries over |
/// | `18.08.23~21.08.22` | 2018-08-23 … 2021-08-22 | given |
/// | `2012.08.23~현재`, `‘97년~계속`, `’26.4. ∼` | 2012-08-23, 1997-01-01, 2026-04-01 | now, continuing, blank |
/// | `2012.03.15`, `2021.09`, `2021년` | that day, month or year | none |
/// | `1월~12월`, `3~11월`, `상반기`, `2/4분기`, `연중` | in the fiscal year of the context | given or none |
/// | `11월~익년 2월` | to the February after | given |
/// | `연례반복`, `계속`, `신규` | no ends, or those in brackets after it | none |
/// | `2026년 ~ 2028년(3년)`, `2021~2023(2022년 제외)` | with the stated length, the exclusion | given |
///
/// Range signs are ~ ∼ ～ 〜 – — and `-`; a `-` right behind a four-digit year and before one or two digits that are a
/// month separates the parts of a date instead (`2012-03-15`, `2021-03`; but `2021-2023` are years). 부터 … 까지 does as
/// well. An end that lacks the year or the month takes it from the first one; the first end never takes it from the last.
/// Two bare numbers (`12.08`) are year and month, or month and day, whichever the calendar allows; between two readings of a
/// range the one that does not run backwards is taken, then the one in the form of the other end (`12.08~13.07` are years
/// and months); when two are left (`12.08`, `01.02~03.04`) they are refused, never guessed.
///
/// Refuses, with line 1, column and bytes of the offending text in the error's place:
/// - Code::kSyntax, rule `period.empty` (nothing but white space), `period.syntax` (not understood),
///   `period.ambiguous` (two readings), `period.needs_year` (a month or word, and no fiscal year in the context);
/// - Code::kOutOfRange, rule `period.calendar`: no such day, month or quarter (`2021.13`, `2021.02.30`);
/// - Code::kInvalidUtf8.
/// A period that ends before it begins is **not** refused.
[[nodiscard]] Result<Period> ParsePeriod(std::string_view text, const PeriodContext& context = {});

/// The canonical text of a period, which ParsePeriod reads back to the same meaning under any context:
/// `2021.01~2021.12`, `2018.08.23~2021.08.22`, `1997~계속`, `2025(2025.11.30)`, `2021~2023(2022 제외)`,
/// `2024~2026 → 변경 2024~2028`. Quarters and half-years are printed as their months. For the text as it was printed
/// take Period::raw.
[[nodiscard]] std::string FormatPeriod(const Period& period);

/// A period from its two days, for programs that build a sheet by hand. Every combination is allowed: see IsBackwards.
/// The granularity says how FormatPeriod prints it; the days are not moved.
[[nodiscard]] Period PeriodOfDays(Date first, Date last,
                                  Granularity granularity = Granularity::kDay);

/// Whether both ends are known and the last lies before the first.
[[nodiscard]] bool IsBackwards(const PeriodTerm& period) noexcept;

/// Whether a day lies in the period: an open end reaches for ever, an excluded day does not belong.
[[nodiscard]] bool Contains(const PeriodTerm& period, Date date) noexcept;

/// Whether every day of `inner` lies between the ends of `outer`; exclusions are not looked at. An open end of `inner` is
/// covered only by an open end. `18.08.23~21.08.22` does not contain `2021.02~2021.12`. Backwards periods contain and are
/// contained by nothing.
[[nodiscard]] bool Contains(const PeriodTerm& outer, const PeriodTerm& inner) noexcept;

/// Whether the two have a day in common, exclusions not looked at: `2021.02~2021.12` overlaps `18.08.23~21.08.22`,
/// `2021.09~2021.12` does not. Backwards periods overlap nothing.
[[nodiscard]] bool Overlaps(const PeriodTerm& a, const PeriodTerm& b) noexcept;

/// Whether the first ends before the second begins; false when either of these ends is open.
[[nodiscard]] bool EndsBefore(const PeriodTerm& a, const PeriodTerm& b) noexcept;

/// In how many of the twelve months of a fiscal year the period has at least one day that is not excluded: 0 … 12.
/// `2021.02~2021.12` has 11 in 2021, `18.08.23~21.08.22` has 8. An open end reaches for ever.
[[nodiscard]] std::int32_t MonthsWithin(const PeriodTerm& period, FiscalYear fiscal_year) noexcept;

/// A period or day found in running text.
struct FoundPeriod {
  std::size_t offset = 0;  ///< First byte, 0-based.
  std::size_t length = 0;  ///< Bytes: [offset, offset + length).
  std::optional<Period>
      period;  ///< Empty: written as a day, but the calendar has none such (`2021.02.30`).
};

/// All periods and days in running text, in order and apart from each other: the two of
/// `2012.08.23~현재 : 종합지원센터 운영 / 재계약(18.08.23~21.08.22)`.
///
/// Strict, because prose is full of numbers: a day needs three parts, a month a four-digit or quoted year before it or
/// 월 after it, a bare year 년 or a range sign between two. Telephone numbers (`2133-6330`), articles (`제10조`), amounts
/// (`4,066,896`), codes (`307-05`) and fractions (`1/12`) are not taken. Years are 1900 … 2099. Months without a year are
/// taken only as a range (`3~11월`) and with a fiscal year in the context. A length beside a range is its stated length:
/// `(18.08.23~21.08.22, 3년)`, `3년(2021~2023)`. Bytes that are not UTF-8 are passed over. Linear in the text.
[[nodiscard]] std::vector<FoundPeriod> FindPeriods(std::string_view text,
                                                   const PeriodContext& context = {});

}  // namespace yesan
