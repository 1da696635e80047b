#include "yesan/calendar/date.h"

#include <cstdint>
#include <string>

#include "gtest/gtest.h"

namespace yesan {
namespace {

Date D(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

// Counts days one by one: the calendar in its plainest words.
struct Counter {
  std::int32_t year = 1;
  std::int32_t month = 1;
  std::int32_t day = 1;
  static bool Leap(std::int32_t y) { return y % 400 == 0 || (y % 4 == 0 && y % 100 != 0); }
  std::int32_t Length() const {
    static constexpr std::int32_t kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && Leap(year) ? 29 : kLengths[month - 1];
  }
  void Next() {
    if (++day <= Length()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

TEST(Date, AgreesWithCountingEveryDayFromTheYear1To9999) {
  Counter counter;
  std::int32_t weekday = 1;  // 0001-01-01 was a Monday.
  for (std::int32_t days = Date::kFirstDays; days <= Date::kLastDays; ++days) {
    const Result<Date> date = Date::FromDays(days);
    ASSERT_TRUE(date.ok());
    const CalendarDay split = date->Split();
    ASSERT_EQ(split.year, counter.year) << days;
    ASSERT_EQ(split.month, counter.month) << days;
    ASSERT_EQ(split.day, counter.day) << days;
    const Result<Date> made = Date::Make(counter.year, counter.month, counter.day);
    ASSERT_TRUE(made.ok());
    ASSERT_EQ(made->days(), days);
    ASSERT_EQ(static_cast<std::int32_t>(date->weekday()), weekday) << days;
    ASSERT_EQ(DaysInMonth(counter.year, counter.month), counter.Length());
    weekday = weekday % 7 + 1;
    counter.Next();
  }
  EXPECT_EQ(counter.year, 10000);
}

TEST(Date, KnowsTheDaysThatOthersKnow) {
  EXPECT_EQ(Date().ToString(), "1970-01-01");
  EXPECT_EQ(Date().weekday(), Weekday::kThursday);
  EXPECT_EQ(D(2021, 1, 1).days(), 18628);
  EXPECT_EQ(D(2012, 3, 15).weekday(), Weekday::kThursday);
  EXPECT_EQ(D(2000, 2, 29).ToString(), "2000-02-29");
  EXPECT_EQ(D(1, 1, 1).ToString(), "0001-01-01");
  EXPECT_EQ(D(9999, 12, 31).ToString(), "9999-12-31");
}

TEST(Date, RefusesDaysThatTheCalendarDoesNotHave) {
  const std::int32_t cases[][3] = {{2021, 2, 29}, {1900, 2, 29}, {2021, 4, 31}, {2021, 13, 1},
                                   {2021, 0, 1},  {2021, 1, 0},  {2021, 1, 32}, {0, 1, 1},
                                   {10000, 1, 1}, {-1, 1, 1}};
  for (const auto& c : cases)
    EXPECT_EQ(Date::Make(c[0], c[1], c[2]).code(), Code::kOutOfRange) << c[0];
  EXPECT_EQ(Date::FromDays(Date::kFirstDays - 1).code(), Code::kOutOfRange);
  EXPECT_EQ(Date::FromDays(Date::kLastDays + 1).code(), Code::kOutOfRange);
  EXPECT_TRUE(Date::Make(2000, 2, 29).ok());
}

TEST(AddDays, GoesForthAndBackAndRefusesToLeaveTheCalendar) {
  EXPECT_EQ(*AddDays(D(2020, 2, 28), 1), D(2020, 2, 29));
  EXPECT_EQ(*AddDays(D(2021, 1, 1), -1), D(2020, 12, 31));
  EXPECT_EQ(*AddDays(D(1, 1, 1), Date::kLastDays - Date::kFirstDays), D(9999, 12, 31));
  EXPECT_EQ(AddDays(D(1, 1, 1), -1).code(), Code::kOutOfRange);
  EXPECT_EQ(AddDays(D(9999, 12, 31), 1).code(), Code::kOutOfRange);
  EXPECT_EQ(AddDays(D(2021, 1, 1), INT64_MAX).code(), Code::kOutOfRange);
  EXPECT_EQ(AddDays(D(2021, 1, 1), INT64_MIN).code(), Code::kOutOfRange);
}

TEST(AddMonths, EndsOnTheLastDayOfAShorterMonth) {
  EXPECT_EQ(*AddMonths(D(2021, 1, 31), 1), D(2021, 2, 28));
  EXPECT_EQ(*AddMonths(D(2020, 1, 31), 1), D(2020, 2, 29));
  EXPECT_EQ(*AddMonths(D(2021, 3, 31), -1), D(2021, 2, 28));
  EXPECT_EQ(*AddMonths(D(2018, 8, 23), 36), D(2021, 8, 23));
  EXPECT_EQ(*AddMonths(D(2021, 1, 1), -12), D(2020, 1, 1));
  EXPECT_EQ(*AddMonths(D(1, 1, 1), 12 * 9999 - 1), D(9999, 12, 1));
  EXPECT_EQ(AddMonths(D(1, 1, 1), -1).code(), Code::kOutOfRange);
  EXPECT_EQ(AddMonths(D(9999, 12, 1), 1).code(), Code::kOutOfRange);
  EXPECT_EQ(AddMonths(D(2021, 1, 1), INT64_MIN).code(), Code::kOutOfRange);
}

TEST(ExpandTwoDigitYear, IsTheOneYearInTheWindowAroundTheAnchor) {
  for (const std::int32_t anchor : {61, 2021, 2026, kDefaultAnchorYear, 9960}) {
    for (std::int32_t two = 0; two <= 99; ++two) {
      const std::int32_t year = ExpandTwoDigitYear(two, anchor);
      EXPECT_EQ(year % 100, two);
      EXPECT_GE(year, anchor - 60);
      EXPECT_LE(year, anchor + 39);
    }
  }
  EXPECT_EQ(ExpandTwoDigitYear(68), 2068);
  EXPECT_EQ(ExpandTwoDigitYear(69), 1969);
  EXPECT_EQ(ExpandTwoDigitYear(60, 2021), 2060);
  EXPECT_EQ(ExpandTwoDigitYear(61, 2021), 1961);
}

TEST(ParseDate, ReadsEveryPrintedForm) {
  const struct {
    const char* text;
    const char* iso;
  } cases[] = {
      {"2012.03.15", "2012-03-15"},        {"2012. 3. 15.", "2012-03-15"},
      {"2012-03-15", "2012-03-15"},        {"18.08.23", "2018-08-23"},
      {"2012년 3월 15일", "2012-03-15"},   {"2012년3월15일", "2012-03-15"},
      {"2012/03/15", "2012-03-15"},        {"’18. 8. 23.", "2018-08-23"},
      {" 2012.03.15\u3000", "2012-03-15"}, {"２０１２．３．１５", "2012-03-15"},
      {"2012. 3. 15.(목)", "2012-03-15"},  {"97.12.31", "1997-12-31"},
      {"18-08-23", "2018-08-23"},          {"'22년 1월 2일", "2022-01-02"},
      {"2020.2.29", "2020-02-29"},         {"0097.01.01", "0097-01-01"},
  };
  for (const auto& c : cases) {
    const Result<Date> date = ParseDate(c.text);
    ASSERT_TRUE(date.ok()) << c.text;
    EXPECT_EQ(date->ToString(), c.iso) << c.text;
  }
  EXPECT_EQ(ParseDate("65.01.01", 2021)->year(), 1965);
  EXPECT_EQ(ParseDate("65.01.01", 2026)->year(), 1966 - 1 + 100);
}

TEST(ParseDate, RefusesWhatIsNoDay) {
  for (const char* text :
       {"", "2021.01", "2021", "2012.03.15~", "2012.03.15 x", "x2012.03.15", "1.2.3", "2012.3-15",
        "2012-03.15", "12345.01.01", "2012.003.15", "3월 15일", "계속", "2012..03.15", "’2012",
        "2012년 15일 3월", "20120315", "2012.03.15.16"}) {
    const Result<Date> date = ParseDate(text);
    ASSERT_FALSE(date.ok()) << text;
    EXPECT_EQ(date.code(), Code::kSyntax) << text;
    EXPECT_EQ(date.error().rule(), "date.syntax") << text;
    EXPECT_FALSE(date.error().message().ko.empty());
  }
}

TEST(ParseDate, SaysThatADayIsNotInTheCalendar) {
  for (const char* text :
       {"2021.02.29", "2021.13.01", "2021.00.10", "2021.04.31", "0000.01.01", "21.02.30"}) {
    const Result<Date> date = ParseDate(text);
    ASSERT_FALSE(date.ok()) << text;
    EXPECT_EQ(date.code(), Code::kOutOfRange) << text;
    EXPECT_EQ(date.error().rule(), "date.calendar") << text;
  }
}

TEST(ParseDate, NamesTheFirstByteThatIsNotUtf8) {
  const Result<Date> date = ParseDate("2012년\xFF");
  ASSERT_FALSE(date.ok());
  EXPECT_EQ(date.code(), Code::kInvalidUtf8);
  EXPECT_EQ(date.error().place().offset, 7U);
  EXPECT_EQ(date.error().place().column, 6U);
}

TEST(ParseDate, ReadsBackWhatToStringWrote) {
  for (std::int32_t days = Date::kFirstDays; days <= Date::kLastDays; days += 97) {
    const Date date = *Date::FromDays(days);
    const Result<Date> again = ParseDate(date.ToString());
    ASSERT_TRUE(again.ok()) << date.ToString();
    ASSERT_EQ(*again, date);
  }
}

}  // namespace
}  // namespace yesan
