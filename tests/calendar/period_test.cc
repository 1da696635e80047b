#include "yesan/calendar/period.h"

#include <cstdint>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace yesan {
namespace {

Date D(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

PeriodContext In(std::int32_t year, FiscalCalendar calendar = kKoreanFiscalCalendar) {
  return {*FiscalYear::Make(year, calendar)};
}

Period P(const std::string& text, const PeriodContext& context = In(2021)) {
  Result<Period> period = ParsePeriod(text, context);
  EXPECT_TRUE(period.ok()) << text << ": " << (period.ok() ? "" : period.error().message().en);
  return period.ok() ? std::move(period).value() : Period();
}

std::string Ends(const PeriodTerm& term) {
  return (term.first ? term.first->ToString() : "open") + ".." +
         (term.last ? term.last->ToString() : "open");
}

// printed, ends, how the end is printed, canonical text
struct Form {
  const char* text;
  const char* ends;
  Ending ending;
  const char* canonical;
};

const Form kForms[] = {
    // As collected from real documents.
    {"2021.1~12월까지", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12"},
    {"2021.01~2021.02", "2021-01-01..2021-02-28", Ending::kGiven, "2021.01~2021.02"},
    {"2020.02~2021.12", "2020-02-01..2021-12-31", Ending::kGiven, "2020.02~2021.12"},
    {"18.08.23~21.08.22", "2018-08-23..2021-08-22", Ending::kGiven, "2018.08.23~2021.08.22"},
    {"2012.08.23~현재", "2012-08-23..open", Ending::kNow, "2012.08.23~현재"},
    {"2012.03.15", "2012-03-15..2012-03-15", Ending::kNone, "2012.03.15"},
    {"연례반복", "open..open", Ending::kNone, "연례반복"},
    {"계속", "open..open", Ending::kNone, "계속"},
    {"신규", "open..open", Ending::kNone, "신규"},
    {"’22~’26", "2022-01-01..2026-12-31", Ending::kGiven, "2022~2026"},
    {"‘23~’27", "2023-01-01..2027-12-31", Ending::kGiven, "2023~2027"},
    {"'23~'27", "2023-01-01..2027-12-31", Ending::kGiven, "2023~2027"},
    {"´23~`27", "2023-01-01..2027-12-31", Ending::kGiven, "2023~2027"},
    {"‘97년~계속", "1997-01-01..open", Ending::kContinuing, "1997~계속"},
    {"`21 ~ 계속", "2021-01-01..open", Ending::kContinuing, "2021~계속"},
    {"1985년 ∼계속", "1985-01-01..open", Ending::kContinuing, "1985~계속"},
    {"‘98년 ～ 계속", "1998-01-01..open", Ending::kContinuing, "1998~계속"},
    {"2026년 ~ 2028년(3년)", "2026-01-01..2028-12-31", Ending::kGiven, "2026~2028(3개년)"},
    {"’26.4. ∼", "2026-04-01..open", Ending::kBlank, "2026.04~"},
    {"2025(’25. 11월말)", "2025-01-01..2025-12-31", Ending::kNone, "2025(2025.11.30)"},
    {"2021~2023(2022년 제외)", "2021-01-01..2023-12-31", Ending::kGiven, "2021~2023(2022 제외)"},
    {"(당초) ’24~’26 → 변경", "2024-01-01..2026-12-31", Ending::kGiven, "2024~2026 → 변경"},
    {"(당초) ’24~’26 → 변경 ’24~’28", "2024-01-01..2026-12-31", Ending::kGiven,
     "2024~2026 → 변경 2024~2028"},
    {"2021.09~", "2021-09-01..open", Ending::kBlank, "2021.09~"},
    {"1월~12월", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12"},
    {"3~11월", "2021-03-01..2021-11-30", Ending::kGiven, "2021.03~2021.11"},
    {"상반기", "2021-01-01..2021-06-30", Ending::kNone, "2021.01~2021.06"},
    {"분기", "2021-01-01..2021-12-31", Ending::kNone, "2021(분기별)"},
    {"연중", "2021-01-01..2021-12-31", Ending::kNone, "2021"},
    // Their near relations.
    {"2021-03-01~2021-12-31", "2021-03-01..2021-12-31", Ending::kGiven, "2021.03.01~2021.12.31"},
    {"2012-03-15", "2012-03-15..2012-03-15", Ending::kNone, "2012.03.15"},
    {"2021-03", "2021-03-01..2021-03-31", Ending::kNone, "2021.03"},
    {"2021-2023", "2021-01-01..2023-12-31", Ending::kGiven, "2021~2023"},
    {"2021.01-2021.12", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12"},
    {"2021.01 – 12월", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12"},
    {"2021〜2023", "2021-01-01..2023-12-31", Ending::kGiven, "2021~2023"},
    {"2021~23", "2021-01-01..2023-12-31", Ending::kGiven, "2021~2023"},
    {"22~26년", "2022-01-01..2026-12-31", Ending::kGiven, "2022~2026"},
    {"2021. 3. 1. ~ 2021. 12. 31.", "2021-03-01..2021-12-31", Ending::kGiven,
     "2021.03.01~2021.12.31"},
    {"2021. 3. 1.(월) ~ 3. 5.(금)", "2021-03-01..2021-03-05", Ending::kGiven,
     "2021.03.01~2021.03.05"},
    {"2021.3.1~15", "2021-03-01..2021-03-15", Ending::kGiven, "2021.03.01~2021.03.15"},
    {"2021년 3월 1일부터 2021년 12월 31일까지", "2021-03-01..2021-12-31", Ending::kGiven,
     "2021.03.01~2021.12.31"},
    {"2021.3월부터", "2021-03-01..open", Ending::kBlank, "2021.03~"},
    {"2021.12까지", "open..2021-12-31", Ending::kGiven, "~2021.12"},
    {"~ 2021.12", "open..2021-12-31", Ending::kGiven, "~2021.12"},
    {"3.1~5.31", "2021-03-01..2021-05-31", Ending::kGiven, "2021.03.01~2021.05.31"},
    {"03.01~12.31", "2021-03-01..2021-12-31", Ending::kGiven, "2021.03.01~2021.12.31"},
    {"12.08~13.07", "2012-08-01..2013-07-31", Ending::kGiven, "2012.08~2013.07"},
    {"20.01~21.02", "2020-01-01..2021-02-28", Ending::kGiven, "2020.01~2021.02"},
    {"21.09", "2021-09-01..2021-09-30", Ending::kNone, "2021.09"},
    {"11월~익년 2월", "2021-11-01..2022-02-28", Ending::kGiven, "2021.11~2022.02"},
    {"2021.11~차년도 2월", "2021-11-01..2022-02-28", Ending::kGiven, "2021.11~2022.02"},
    {"2/4분기", "2021-04-01..2021-06-30", Ending::kNone, "2021.04~2021.06"},
    {"1/4~3/4분기", "2021-01-01..2021-09-30", Ending::kGiven, "2021.01~2021.09"},
    {"1~3분기", "2021-01-01..2021-09-30", Ending::kGiven, "2021.01~2021.09"},
    {"상반기~하반기", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12"},
    {"’26년 하반기", "2026-07-01..2026-12-31", Ending::kNone, "2026.07~2026.12"},
    {"2021.3월 초순~4월말", "2021-03-01..2021-04-30", Ending::kGiven, "2021.03.01~2021.04.30"},
    {"2021년 말", "2021-12-31..2021-12-31", Ending::kNone, "2021.12.31"},
    {"2020년 2월말", "2020-02-29..2020-02-29", Ending::kNone, "2020.02.29"},
    {"2021년도", "2021-01-01..2021-12-31", Ending::kNone, "2021"},
    {"매월", "2021-01-01..2021-12-31", Ending::kNone, "2021(매월)"},
    {"수시", "2021-01-01..2021-12-31", Ending::kNone, "2021(수시)"},
    {"연례반복(2021.1~12월)", "2021-01-01..2021-12-31", Ending::kGiven,
     "연례반복(2021.01~2021.12)"},
    {"신규 : ’26~’28", "2026-01-01..2028-12-31", Ending::kGiven, "신규(2026~2028)"},
    {"2021~2023(계속)", "2021-01-01..2023-12-31", Ending::kGiven, "계속(2021~2023)"},
    {"2021.1~12(예정)", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12(예정)"},
    {"2021~2023(’22년, ’23년 제외)", "2021-01-01..2023-12-31", Ending::kGiven,
     "2021~2023(2022, 2023 제외)"},
    {"2021.1~12(8월 제외)", "2021-01-01..2021-12-31", Ending::kGiven,
     "2021.01~2021.12(2021.08 제외)"},
    {"２０２１．１～１２월", "2021-01-01..2021-12-31", Ending::kGiven, "2021.01~2021.12"},
    {"\u00A0 2021.09 ~\u3000", "2021-09-01..open", Ending::kBlank, "2021.09~"},
    {"2021.12~2021.01", "2021-12-01..2021-01-31", Ending::kGiven, "2021.12~2021.01"},
    {"0001~9999", "0001-01-01..9999-12-31", Ending::kGiven, "0001~9999"},
};

TEST(ParsePeriod, ReadsEveryFormThatDocumentsPrint) {
  for (const Form& form : kForms) {
    const Result<Period> period = ParsePeriod(form.text, In(2021));
    ASSERT_TRUE(period.ok()) << form.text << ": " << period.error().message().en;
    EXPECT_EQ(Ends(*period), form.ends) << form.text;
    EXPECT_EQ(period->ending, form.ending) << form.text;
    EXPECT_EQ(period->raw, form.text);
  }
}

TEST(FormatPeriod, IsReadBackToTheSameMeaningUnderAnyContext) {
  for (const Form& form : kForms) {
    const Period period = P(form.text);
    const std::string canonical = FormatPeriod(period);
    EXPECT_EQ(canonical, form.canonical) << form.text;
    for (const PeriodContext& context :
         {PeriodContext{}, In(2021), In(1970), In(2021, kJapaneseFiscalCalendar)}) {
      const Result<Period> again = ParsePeriod(canonical, context);
      ASSERT_TRUE(again.ok()) << canonical << ": " << again.error().message().en;
      EXPECT_TRUE(SameMeaning(period, *again)) << canonical;
      EXPECT_EQ(FormatPeriod(*again), canonical);
    }
  }
}

TEST(ParsePeriod, SaysHowFinelyEachEndIsPrinted) {
  const struct {
    const char* text;
    Granularity first;
    Granularity last;
  } cases[] = {
      {"2021.02~2021.12", Granularity::kMonth, Granularity::kMonth},
      {"18.08.23~21.08.22", Granularity::kDay, Granularity::kDay},
      {"’22~’26", Granularity::kYear, Granularity::kYear},
      {"2021~2022.06", Granularity::kYear, Granularity::kMonth},
      {"2012.08.23~현재", Granularity::kDay, Granularity::kNone},
      {"~2021.12", Granularity::kNone, Granularity::kMonth},
      {"2분기", Granularity::kQuarter, Granularity::kQuarter},
      {"하반기", Granularity::kHalfYear, Granularity::kHalfYear},
      {"11월말", Granularity::kDay, Granularity::kDay},
      {"연례반복", Granularity::kNone, Granularity::kNone},
  };
  for (const auto& c : cases) {
    const Period period = P(c.text);
    EXPECT_EQ(period.first_granularity, c.first) << c.text;
    EXPECT_EQ(period.last_granularity, c.last) << c.text;
  }
}

TEST(ParsePeriod, KeepsTheKindTheRecurrenceAndTheRemark) {
  EXPECT_EQ(P("연례반복").kind, PeriodKind::kAnnual);
  EXPECT_EQ(P("매년").kind, PeriodKind::kAnnual);
  EXPECT_EQ(P("계속사업").kind, PeriodKind::kContinuing);
  EXPECT_EQ(P("신규").kind, PeriodKind::kNew);
  EXPECT_EQ(P("’97년~계속").kind, PeriodKind::kDated);
  EXPECT_EQ(P("2021").kind, PeriodKind::kDated);
  EXPECT_EQ(P("매월").recurrence, Recurrence::kMonthly);
  EXPECT_EQ(P("분기별").recurrence, Recurrence::kQuarterly);
  EXPECT_EQ(P("반기별").recurrence, Recurrence::kHalfYearly);
  EXPECT_EQ(P("연중 수시").recurrence, Recurrence::kAsNeeded);
  EXPECT_EQ(P("2021.1~12월(매월)").recurrence, Recurrence::kMonthly);
  EXPECT_EQ(P("2021.1~12(예정)").remark, "예정");
}

TEST(ParsePeriod, KeepsTheNotation) {
  const Period period = P("’26.4. ∼");
  EXPECT_EQ(period.notation.tilde, U'∼');
  EXPECT_EQ(period.notation.separator, U'.');
  EXPECT_TRUE(period.notation.quoted_year);
  EXPECT_TRUE(period.notation.two_digit_year);
  EXPECT_EQ(P("‘98년 ～ 계속").notation.tilde, U'～');
  EXPECT_EQ(P("2012-03-15").notation.separator, U'-');
  EXPECT_EQ(P("2012년 3월 15일").notation.separator, U'년');
  EXPECT_EQ(P("2021.02~2021.12").notation.tilde, U'~');
  EXPECT_FALSE(P("2021.02~2021.12").notation.two_digit_year);
}

TEST(ParsePeriod, ChecksAStatedLengthAndRefusesNothingForIt) {
  const struct {
    const char* text;
    std::int32_t count;
    LengthUnit unit;
    std::int32_t counted;
    bool holds;
  } cases[] = {
      {"2026년 ~ 2028년(3년)", 3, LengthUnit::kYears, 3, true},
      {"2026년 ~ 2028년(2년)", 2, LengthUnit::kYears, 3, false},
      {"2026.4~2028.12(3개년)", 3, LengthUnit::kYears, 3, true},
      {"18.08.23~21.08.22(3년)", 3, LengthUnit::kYears, 3, true},
      {"18.08.23~21.08.22(4년)", 4, LengthUnit::kYears, 3, false},
      {"2019.3.~2021.2.(3년)", 3, LengthUnit::kYears, 2, false},
      {"18.08.23~21.08.22(36개월)", 36, LengthUnit::kMonths, 36, true},
      {"18.08.23~21.08.22(37개월)", 37, LengthUnit::kMonths, 36, false},
      {"18.08.23~21.08.23(3년)", 3, LengthUnit::kYears, 4, false},
      {"2021.3~2021.12(10개월)", 10, LengthUnit::kMonths, 10, true},
      {"2021.3~2021.12(총 9개월간)", 9, LengthUnit::kMonths, 10, false},
      {"2021.3.1~3.30(30일간)", 30, LengthUnit::kDays, 30, true},
      {"2021.3.1~3.31(30일)", 30, LengthUnit::kDays, 31, false},
      {"2001~2022(22년)", 22, LengthUnit::kYears, 22, true},
  };
  for (const auto& c : cases) {
    const Period period = P(c.text);
    ASSERT_TRUE(period.stated_length.has_value()) << c.text;
    EXPECT_EQ(period.stated_length->count, c.count) << c.text;
    EXPECT_EQ(period.stated_length->unit, c.unit) << c.text;
    EXPECT_EQ(period.stated_length->counted, c.counted) << c.text;
    EXPECT_EQ(period.stated_length->holds, c.holds) << c.text;
  }
  EXPECT_EQ(P("2021.3~(3년)").stated_length->holds, std::nullopt);
  EXPECT_EQ(P("2021.12~2021.3(3년)").stated_length->counted, std::nullopt);
}

TEST(ParsePeriod, TakesTwoDigitsInBracketsForAYearOfThePeriodWhenTheyAreNoLengthOfIt) {
  const Period period = P("2021~2023(22년)");
  EXPECT_FALSE(period.stated_length.has_value());
  ASSERT_TRUE(period.noted.has_value());
  EXPECT_EQ(period.noted->first, D(2022, 1, 1));
}

TEST(ParsePeriod, KeepsWhatIsNotedBesideAPeriodApartFromIt) {
  const Period period = P("2025(’25. 11월말)");
  ASSERT_TRUE(period.noted.has_value());
  EXPECT_EQ(period.noted->first, D(2025, 11, 30));
  EXPECT_EQ(period.noted->last, D(2025, 11, 30));
  EXPECT_EQ(*period.last, D(2025, 12, 31));
}

TEST(ParsePeriod, PutsTheLastRevisionInForce) {
  const Period period = P("(당초) ’24~’26 → (변경) ’24~’27 → 변경 ’24~’28(5년)");
  EXPECT_EQ(Ends(period), "2024-01-01..2026-12-31");
  ASSERT_EQ(period.revisions.size(), 2U);
  EXPECT_EQ(Ends(period.in_force()), "2024-01-01..2028-12-31");
  EXPECT_TRUE(*period.in_force().stated_length->holds);
  EXPECT_FALSE(period.revision_blank);
  const Period blank = P("(당초) ’24~’26 → 변경");
  EXPECT_TRUE(blank.revision_blank);
  EXPECT_TRUE(blank.revisions.empty());
  EXPECT_EQ(Ends(blank.in_force()), "2024-01-01..2026-12-31");
  EXPECT_EQ(P("’24~’26 -> ’24~’28").revisions.size(), 1U);
}

TEST(ParsePeriod, CountsMonthsQuartersAndHalvesFromTheFirstMonthOfTheFiscalYear) {
  const PeriodContext japan = In(2021, kJapaneseFiscalCalendar);
  EXPECT_EQ(Ends(P("4~2월", japan)), "2021-04-01..2022-02-28");
  EXPECT_EQ(Ends(P("1분기", japan)), "2021-04-01..2021-06-30");
  EXPECT_EQ(Ends(P("4/4분기", japan)), "2022-01-01..2022-03-31");
  EXPECT_EQ(Ends(P("하반기", japan)), "2021-10-01..2022-03-31");
  EXPECT_EQ(Ends(P("연중", japan)), "2021-04-01..2022-03-31");
  EXPECT_EQ(Ends(P("2020년도", japan)), "2020-04-01..2021-03-31");
  EXPECT_EQ(Ends(P("2020년", japan)), "2020-01-01..2020-12-31");
  EXPECT_EQ(FormatPeriod(P("연중", japan)), "2021.04~2022.03");
}

TEST(ParsePeriod, ExpandsTwoDigitYearsAroundTheFiscalYear) {
  EXPECT_EQ(P("’60~").first->year(), 2060);
  EXPECT_EQ(P("’61~").first->year(), 1961);
  EXPECT_EQ(P("’61~", In(2026)).first->year(), 2061);
  EXPECT_EQ(P("’69~", {}).first->year(), 1969);
}

TEST(ParsePeriod, KeepsAPeriodThatEndsBeforeItBegins) {
  for (const char* text : {"2021.12~2021.01", "2023~2021", "2021.03.15~2021.03.14", "’26~’22"}) {
    EXPECT_TRUE(IsBackwards(P(text))) << text;
  }
  EXPECT_FALSE(IsBackwards(P("2021.03.15~2021.03.15")));
  EXPECT_FALSE(IsBackwards(P("2021~계속")));
}

struct Refusal {
  const char* text;
  Code code;
  const char* rule;
  std::uint32_t column;
};

TEST(ParsePeriod, RefusesWhatItDoesNotUnderstandAndNamesTheColumn) {
  const Refusal cases[] = {
      {"", Code::kSyntax, "period.empty", 1},
      {" \t\u3000", Code::kSyntax, "period.empty", 1},
      {"사업기간", Code::kSyntax, "period.syntax", 1},
      {"계속비", Code::kSyntax, "period.syntax", 1},
      {"12", Code::kSyntax, "period.syntax", 1},
      {"1~12", Code::kSyntax, "period.syntax", 1},
      {"~", Code::kSyntax, "period.syntax", 1},
      {"~현재", Code::kSyntax, "period.syntax", 1},
      {"→", Code::kSyntax, "period.syntax", 1},
      {"2021.01~2021.02 x", Code::kSyntax, "period.syntax", 17},
      {"2021.01 2021.02", Code::kSyntax, "period.syntax", 9},
      {"2021.3 일반관리", Code::kSyntax, "period.syntax", 8},
      {"2021~2023(", Code::kSyntax, "period.syntax", 10},
      {"2021~2023()", Code::kSyntax, "period.syntax", 11},
      {"2021~2023(모름)", Code::kSyntax, "period.syntax", 11},
      {"2021~2023)", Code::kSyntax, "period.syntax", 10},
      {"2021~2023(3년)(4년)", Code::kSyntax, "period.syntax", 15},
      {"2021~2023(2021~)", Code::kSyntax, "period.syntax", 11},
      {"2021~2022~2023", Code::kSyntax, "period.syntax", 10},
      {"123.01", Code::kSyntax, "period.syntax", 1},
      {"20211", Code::kSyntax, "period.syntax", 1},
      {"2021.001", Code::kSyntax, "period.syntax", 6},
      {"2021년 15일", Code::kSyntax, "period.syntax", 1},
      {"15일", Code::kSyntax, "period.syntax", 1},
      {"3/4", Code::kSyntax, "period.syntax", 1},
      {"’2", Code::kSyntax, "period.syntax", 1},
      {"3년간", Code::kSyntax, "period.syntax", 1},
      {"12.08", Code::kSyntax, "period.ambiguous", 1},
      {"01.02~03.04", Code::kSyntax, "period.ambiguous", 1},
      {"2021.13", Code::kOutOfRange, "period.calendar", 1},
      {"2021.00", Code::kOutOfRange, "period.calendar", 1},
      {"2021.02.30", Code::kOutOfRange, "period.calendar", 1},
      {"2021.01.01~2021.02.29", Code::kOutOfRange, "period.calendar", 1},
      {"5/4분기", Code::kSyntax, "period.syntax", 1},
      {"5분기", Code::kOutOfRange, "period.calendar", 1},
      {"0000", Code::kOutOfRange, "period.calendar", 1},
      {"9999~익년 2월", Code::kOutOfRange, "period.calendar", 1},
      {"2021~2023(13월 제외)", Code::kOutOfRange, "period.calendar", 11},
      {"2021\xFF", Code::kInvalidUtf8, "period.utf8", 5},
  };
  for (const Refusal& c : cases) {
    const Result<Period> period = ParsePeriod(c.text, In(2021));
    ASSERT_FALSE(period.ok()) << c.text << " was read as " << FormatPeriod(*period);
    EXPECT_EQ(period.code(), c.code) << c.text;
    EXPECT_EQ(period.error().rule(), c.rule) << c.text;
    EXPECT_EQ(period.error().place().line, 1U) << c.text;
    EXPECT_EQ(period.error().place().column, c.column) << c.text;
    EXPECT_FALSE(period.error().message().ko.empty());
    EXPECT_NE(period.error().message().en.find("Column " + std::to_string(c.column)),
              std::string::npos)
        << c.text;
  }
}

TEST(ParsePeriod, RefusesMonthsAndWordsWithoutAFiscalYear) {
  for (const char* text :
       {"3~11월", "1월", "상반기", "1분기", "연중", "매월", "분기", "3월 15일", "3.15", "수시"}) {
    const Result<Period> period = ParsePeriod(text);
    ASSERT_FALSE(period.ok()) << text;
    EXPECT_EQ(period.code(), Code::kSyntax) << text;
    EXPECT_EQ(period.error().rule(), "period.needs_year") << text;
  }
  EXPECT_TRUE(ParsePeriod("2021년 상반기").ok());
  EXPECT_TRUE(ParsePeriod("연례반복").ok());
}

TEST(ParsePeriod, StaysLinearOnLongAndNestedText) {
  const std::size_t many = 200000;
  EXPECT_FALSE(ParsePeriod(std::string(many, '('), In(2021)).ok());
  EXPECT_FALSE(ParsePeriod("2021" + std::string(many, '('), In(2021)).ok());
  EXPECT_FALSE(ParsePeriod(std::string(many, '9'), In(2021)).ok());
  EXPECT_FALSE(ParsePeriod("2021~" + std::string(many, '1'), In(2021)).ok());
  EXPECT_TRUE(ParsePeriod("2021~" + std::string(many, ' '), In(2021)).ok());
  EXPECT_FALSE(ParsePeriod(std::string("2021\0~2022", 10), In(2021)).ok());
  std::string arrows = "2021";
  for (std::size_t i = 0; i < many / 10; ++i) arrows += "→2021";
  const Result<Period> revised = ParsePeriod(arrows, In(2021));
  ASSERT_TRUE(revised.ok());
  EXPECT_EQ(revised->revisions.size(), many / 10);
  std::string digits;
  for (std::size_t i = 0; i < many / 5; ++i) digits += "2021.";
  (void)FindPeriods(digits, In(2021));
  (void)FindPeriods(std::string(many, '\''), In(2021));
  std::string spaced;
  for (std::size_t i = 0; i < 1000; ++i) spaced += "2021" + std::string(1000, ' ');
  EXPECT_TRUE(FindPeriods(spaced, In(2021)).empty());
}

TEST(Period, ComparesDaysWhateverIsPrinted) {
  const Period contract = P("18.08.23~21.08.22");
  const Period step = P("2021.02~2021.12");
  const Period late = P("2021.09~2021.12");
  EXPECT_FALSE(Contains(contract, step));
  EXPECT_TRUE(Overlaps(contract, step));
  EXPECT_FALSE(Overlaps(contract, late));
  EXPECT_TRUE(EndsBefore(contract, late));
  EXPECT_FALSE(EndsBefore(contract, step));
  EXPECT_TRUE(Contains(P("2021"), step));
  EXPECT_TRUE(Contains(P("2021.01.01~2021.12.31"), P("2021")));
  EXPECT_TRUE(Contains(step, D(2021, 2, 1)));
  EXPECT_TRUE(Contains(step, D(2021, 12, 31)));
  EXPECT_FALSE(Contains(step, D(2021, 1, 31)));
  EXPECT_FALSE(Contains(step, D(2022, 1, 1)));
}

TEST(Period, ReachesForEverAtAnOpenEnd) {
  const Period going = P("2012.08.23~현재");
  EXPECT_TRUE(Contains(going, D(9999, 12, 31)));
  EXPECT_FALSE(Contains(going, D(2012, 8, 22)));
  EXPECT_TRUE(Contains(going, P("2021")));
  EXPECT_FALSE(Contains(P("2012~2030"), going));
  EXPECT_TRUE(Contains(P("연례반복"), going));
  EXPECT_FALSE(EndsBefore(going, P("9999")));
}

TEST(Period, OverlapsNothingBackwards) {
  const Period backwards = P("2021.12~2021.01");
  EXPECT_FALSE(Overlaps(backwards, P("2021")));
  EXPECT_FALSE(Contains(P("2021"), backwards));
  EXPECT_FALSE(Contains(backwards, P("2021.06")));
  EXPECT_EQ(MonthsWithin(backwards, *FiscalYear::Make(2021)), 0);
}

TEST(MonthsWithin, CountsTheMonthsThatThePeriodTouches) {
  const FiscalYear year = *FiscalYear::Make(2021);
  const struct {
    const char* text;
    std::int32_t months;
  } cases[] = {
      {"2021.02~2021.12", 11},
      {"2020.02~2021.12", 12},
      {"18.08.23~21.08.22", 8},
      {"2021.01~2021.02", 2},
      {"2021.09~2021.12", 4},
      {"2012.08.23~현재", 12},
      {"2020", 0},
      {"2022~", 0},
      {"연례반복", 12},
      {"2021.12.31", 1},
      {"2021(2021.08 제외)", 11},
      {"2021(2021.08.02~2021.08.31 제외)", 12},
      {"2020~2022(2021년 제외)", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(MonthsWithin(P(c.text), year), c.months) << c.text;
  EXPECT_EQ(MonthsWithin(P("2021.01~2021.12"), *FiscalYear::Make(2021, kJapaneseFiscalCalendar)),
            9);
}

TEST(Period, ExcludesDaysFromWhatItContains) {
  const Period period = P("2021~2023(2022년 제외)");
  EXPECT_TRUE(Contains(period, D(2021, 12, 31)));
  EXPECT_FALSE(Contains(period, D(2022, 1, 1)));
  EXPECT_FALSE(Contains(period, D(2022, 12, 31)));
  EXPECT_TRUE(Contains(period, D(2023, 1, 1)));
}

TEST(PeriodOfDays, PrintsNoCoarserThanItsDaysAllow) {
  EXPECT_EQ(FormatPeriod(PeriodOfDays(D(2021, 2, 1), D(2021, 12, 31), Granularity::kMonth)),
            "2021.02~2021.12");
  EXPECT_EQ(FormatPeriod(PeriodOfDays(D(2021, 2, 2), D(2021, 12, 31), Granularity::kMonth)),
            "2021.02.02~2021.12");
  EXPECT_EQ(FormatPeriod(PeriodOfDays(D(2021, 2, 1), D(2021, 12, 31), Granularity::kYear)),
            "2021.02~2021");
  EXPECT_TRUE(SameMeaning(P("2021.02~2021"), PeriodOfDays(D(2021, 2, 1), D(2021, 12, 31))));
  EXPECT_NE(P("2021.02~2021.12"), PeriodOfDays(D(2021, 2, 1), D(2021, 12, 31)));
}

struct Prose {
  const char* text;
  std::vector<const char*> found;  // As printed; "!" before one that is not in the calendar.
};

TEST(FindPeriods, FindsPeriodsAndDaysInRunningText) {
  const Prose cases[] = {
      {"- 2012.08.23~현재 : 종합지원센터 운영 / 재계약(18.08.23~21.08.22)",
       {"2012.08.23~현재", "18.08.23~21.08.22"}},
      {"- 2012.03.15 : 마을공동체 지원조례 제정", {"2012.03.15"}},
      {"-2012.03.15 시작", {"2012.03.15"}},
      {"2021.02.30 행사, 2021.13.05 행사", {"!2021.02.30", "!2021.13.05"}},
      {"2021년 3월 15일 개최, 2021. 3. 16.까지", {"2021년 3월 15일", "2021. 3. 16."}},
      {"2012.08.23 - 협약 체결", {"2012.08.23"}},
      {"’26.4. 3명 채용, ’22~’26 계획", {"’26.4", "’22~’26"}},
      {"‘97년부터 / 1985년 ∼계속", {"‘97년부터", "1985년 ∼계속"}},
      {"3~11월 운영, 1월~12월", {"3~11월", "1월~12월"}},
      {"2012.03.15,2012.04.15", {"2012.03.15", "2012.04.15"}},
      {"2021년 상반기에 개최, 2021년도 예산", {"2021년 상반기", "2021년도"}},
      {"18.8.23~21.8.22", {"18.8.23~21.8.22"}},
      {"2021.09~ : 시작", {"2021.09~"}},
      {"2020-03-15. 공고", {"2020-03-15"}},
      {"2020.01-2020.12 운영", {"2020.01-2020.12"}},
      {"2021.01.01~3명", {"2021.01.01"}},
      {"재계약(18.08.23~21.02.30)", {"!18.08.23~21.02.30"}},
      {"재계약(18.02.30~21.08.22)", {"!18.02.30~21.08.22"}},
      {"재계약(’18.08.23~’21.02.30)", {"!’18.08.23~’21.02.30"}},
  };
  for (const Prose& c : cases) {
    const std::vector<FoundPeriod> found = FindPeriods(c.text, In(2021));
    ASSERT_EQ(found.size(), c.found.size()) << c.text;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::string printed = std::string(c.text).substr(found[i].offset, found[i].length);
      EXPECT_EQ((found[i].period ? "" : "!") + printed, c.found[i]);
      if (found[i].period) {
        EXPECT_EQ(found[i].period->raw, printed);
      }
    }
  }
}

TEST(FindPeriods, GivesTheDaysOfTheContract) {
  const auto found = FindPeriods("재계약(18.08.23~21.08.22)", In(2021));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].offset, 10U);
  EXPECT_EQ(Ends(*found[0].period), "2018-08-23..2021-08-22");
}

TEST(FindPeriods, TakesALengthBesideAPeriod) {
  const struct {
    const char* text;
    std::int32_t count;
    bool holds;
  } cases[] = {
      {"재계약(18.08.23~21.08.22, 3년)", 3, true},
      {"재계약(18.08.23~21.08.22, 2년)", 2, false},
      {"재계약(18.08.23~21.08.22/2년)", 2, false},
      {"재계약(18.08.23~21.08.22)(2년)", 2, false},
      {"재계약(18.08.23~21.08.22) 2년간", 2, false},
      {"재계약(2018.8.23.~2021.8.22., 총 3년)", 3, true},
      {"재계약(18.08.23~21.08.22, 36개월)", 36, true},
      {"재계약(18.08.23~21.08.22, 30개월)", 30, false},
      {"재계약(2년, 18.08.23~21.08.22)", 2, false},
      {"재계약 2년(18.08.23~21.08.22)", 2, false},
      {"위·수탁 협약(2년간 : 18.08.23~21.08.22)", 2, false},
      {"재계약(계약기간 3년, 18.08.23~21.08.22)", 3, true},
      {"2019~2021, 4년간", 4, false},
      {"3년(2020~2021)", 3, false},
  };
  for (const auto& c : cases) {
    const auto found = FindPeriods(c.text, In(2021));
    ASSERT_EQ(found.size(), 1U) << c.text;
    ASSERT_TRUE(found[0].period.has_value()) << c.text;
    ASSERT_TRUE(found[0].period->stated_length.has_value()) << c.text;
    EXPECT_EQ(found[0].period->stated_length->count, c.count) << c.text;
    EXPECT_EQ(found[0].period->stated_length->holds, c.holds) << c.text;
  }
  for (const char* other :
       {"재계약(18.08.23~21.08.22) 2년 연장", "2018년(18.08.23~21.08.22)",
        "’18년(18.08.23~21.08.22)", "제2년(18.08.23~21.08.22)", "2021.3.1~2021.3.3, 5일",
        "2018~2020, 3년 연속", "재계약(18.08.23~21.08.22, 19년)", "2년차(18.08.23~21.08.22)",
        "18.08.23~21.08.22"}) {
    const auto found = FindPeriods(other, In(2021));
    ASSERT_FALSE(found.empty()) << other;
    const FoundPeriod& period = found.back();
    if (period.period) {
      EXPECT_FALSE(period.period->stated_length.has_value()) << other;
    }
  }
}

TEST(FindPeriods, TakesNoOtherNumberForADate) {
  for (const char* text :
       {"2133-6330",     "02-2133-6330", "제10조",        "4,066,896",
        "1/12",          "307-05",       "010-2012-0315", "1,160,800원 X 19명 X 12월",
        "4/12월 X 50%",  "2019-12호",    "제2019-12호",   "192.168.10.12",
        "v18.08.23",     "18.08.23.1",   "10.2.3",        "18.8.23",
        "2021.5㎡",      "2021.05천원",  "2021.01%",      "20년 경과",
        "97년생",        "3년간",        "2021-2023",     "2021",
        "'90",           "5.25",         "2012-03-1555",  "3월",
        "3133.01.01",    "12.08",        "18.13.40",      "10.20.30-10.20.40",
        "2021.01.02.03", "3,2021.01.02", "\xFF\xFE",      ""}) {
    EXPECT_TRUE(FindPeriods(text, In(2021)).empty()) << text;
  }
  EXPECT_TRUE(FindPeriods("3~11월").empty());
}

TEST(ParsePeriod, ReadsHangulInLetters) {
  // 2021년 1월~12월까지 and 연례반복, decomposed.
  // 2021년 1월~12월, decomposed.
  EXPECT_EQ(Ends(P(u8"2021\u1102\u1167\u11AB 1\u110B\u116F\u11AF~12\u110B\u116F\u11AF")),
            "2021-01-01..2021-12-31");
}

}  // namespace
}  // namespace yesan
