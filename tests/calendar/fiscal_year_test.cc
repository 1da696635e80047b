#include "yesan/calendar/fiscal_year.h"

#include "gtest/gtest.h"

namespace yesan {
namespace {

Date D(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

TEST(FiscalYear, IsTheCalendarYearInKorea) {
  const FiscalYear year = *FiscalYear::Make(2021);
  EXPECT_EQ(year.first_day(), D(2021, 1, 1));
  EXPECT_EQ(year.last_day(), D(2021, 12, 31));
  EXPECT_EQ(year.days(), 365);
  EXPECT_EQ(FiscalYear::Make(2020)->days(), 366);
  EXPECT_EQ(year.ToString(), "2021");
}

TEST(FiscalYear, TakesItsNameFromItsFirstDayInJapanAndFromItsLastInTheUnitedStates) {
  const FiscalYear japan = *FiscalYear::Make(2021, kJapaneseFiscalCalendar);
  EXPECT_EQ(japan.first_day(), D(2021, 4, 1));
  EXPECT_EQ(japan.last_day(), D(2022, 3, 31));
  EXPECT_EQ(japan.YearOfMonth(4), 2021);
  EXPECT_EQ(japan.YearOfMonth(3), 2022);
  EXPECT_EQ(japan.ToString(), "2021(2021.04~2022.03)");
  const FiscalYear states = *FiscalYear::Make(2021, kUnitedStatesFederalFiscalCalendar);
  EXPECT_EQ(states.first_day(), D(2020, 10, 1));
  EXPECT_EQ(states.last_day(), D(2021, 9, 30));
}

TEST(FiscalYear, ContainsBothItsEndsAndNothingBeyond) {
  for (const FiscalCalendar calendar :
       {kKoreanFiscalCalendar, kJapaneseFiscalCalendar, kUnitedStatesFederalFiscalCalendar}) {
    const FiscalYear year = *FiscalYear::Make(2021, calendar);
    EXPECT_TRUE(year.Contains(year.first_day()));
    EXPECT_TRUE(year.Contains(year.last_day()));
    EXPECT_FALSE(year.Contains(*AddDays(year.first_day(), -1)));
    EXPECT_FALSE(year.Contains(*AddDays(year.last_day(), 1)));
  }
}

TEST(FiscalYear, OfEveryDayOfEveryCalendarContainsThatDayAndFollowsThePreviousOne) {
  for (std::int32_t month = 1; month <= 12; ++month) {
    for (const YearNaming naming : {YearNaming::kByFirstDay, YearNaming::kByLastDay}) {
      const FiscalCalendar calendar{month, naming};
      for (std::int32_t days = D(2019, 1, 1).days(); days <= D(2025, 12, 31).days(); ++days) {
        const Date date = *Date::FromDays(days);
        const FiscalYear year = *FiscalYear::Of(date, calendar);
        ASSERT_TRUE(year.Contains(date)) << date.ToString() << " " << month;
        ASSERT_EQ(*AddDays(year.last_day(), 1), year.Next()->first_day());
        ASSERT_EQ(*year.Next()->Previous(), year);
      }
    }
  }
}

TEST(FiscalYear, RefusesMonthsThatAreNoneAndDaysOutsideTheCalendar) {
  EXPECT_EQ(FiscalYear::Make(2021, {0, YearNaming::kByFirstDay}).code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(2021, {13, YearNaming::kByFirstDay}).code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(2021, {4, static_cast<YearNaming>(9)}).code(), Code::kInvalidArgument);
  EXPECT_EQ(FiscalYear::Make(0).code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(10000).code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(9999, kJapaneseFiscalCalendar).code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(1, kUnitedStatesFederalFiscalCalendar).code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(9999)->Next().code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Make(1)->Previous().code(), Code::kOutOfRange);
  EXPECT_EQ(FiscalYear::Of(D(1, 1, 1), kJapaneseFiscalCalendar).code(), Code::kOutOfRange);
  EXPECT_TRUE(FiscalYear::Make(9999, kUnitedStatesFederalFiscalCalendar).ok());
}

TEST(FiscalYear, DiffersFromTheSameNumberInAnotherCalendar) {
  EXPECT_NE(*FiscalYear::Make(2021), *FiscalYear::Make(2021, kJapaneseFiscalCalendar));
  EXPECT_EQ(*FiscalYear::Make(2021), *FiscalYear::Make(2021));
}

}  // namespace
}  // namespace yesan
