#include "yesan/sheet/views.h"

#include <gtest/gtest.h>

#include "tests/sheet/sheet_support.h"

namespace yesan::test {
namespace {

Figure FigureIn(std::string_view printed, Unit unit = Unit::kThousandWon) {
  return ReadFigure({printed, {}}, unit);
}

TEST(Figure, KeepsFiveKindsOfNothingApart) {
  EXPECT_EQ(FigureIn("").state, FigureState::kBlank);
  EXPECT_EQ(FigureIn("-").state, FigureState::kDash);
  EXPECT_EQ(FigureIn("순증").state, FigureState::kWord);
  EXPECT_EQ(FigureIn("0").state, FigureState::kValue);
  EXPECT_EQ(Figure().state, FigureState::kAbsent);
  EXPECT_EQ(FigureIn("가나다 라").state, FigureState::kUnreadable);
  for (const char* nothing : {"", "-", "순증", "가나다 라"}) {
    EXPECT_FALSE(FigureIn(nothing).won().has_value()) << nothing;
    EXPECT_FALSE(FigureIn(nothing).number().has_value()) << nothing;
  }
  EXPECT_EQ(FigureIn("0").won()->minor(), 0);
}

TEST(Figure, TellsThePartFromTheTotal) {
  const Figure figure = FigureIn("(x 1,234) Δ5,678");
  EXPECT_EQ(figure.won()->minor(), -5678000);
  EXPECT_EQ(figure.part_won()->minor(), 1234000);
  EXPECT_FALSE(FigureIn("(x-) 5,678").part_won().has_value());
}

TEST(Figure, LetsAPrintedUnitHoldAgainstThatOfTheTable) {
  EXPECT_EQ(FigureIn("5백만원").won()->minor(), 5000000);
  EXPECT_EQ(FigureIn("5백만원").unit, Unit::kMillionWon);
  EXPECT_FALSE(FigureIn("5", Unit::kNone).won().has_value()) << "no unit is no thousand won";
  EXPECT_FALSE(FigureIn("36.1", Unit::kPercent).won().has_value());
  EXPECT_EQ(FigureIn("36.1", Unit::kPercent).number()->ToString(), "36.1");
}

TEST(Figure, DoesNotFitWhereMoneyDoesNot) {
  const Figure figure = FigureIn("9,223,372,036,854,775,807", Unit::kThousandWon);
  EXPECT_EQ(figure.state, FigureState::kValue);
  EXPECT_FALSE(figure.won().has_value());
}

TEST(Views, AreEmptyForAnEmptySheet) {
  const Sheet sheet;
  EXPECT_TRUE(BasicsOf(sheet).facts.empty());
  EXPECT_TRUE(FundingOf(sheet).entries.empty());
  EXPECT_TRUE(OfficersOf(sheet).officers.empty());
  EXPECT_EQ(OverviewOf(sheet).table, nullptr);
  EXPECT_EQ(CostBasisOf(sheet).section, nullptr);
  EXPECT_EQ(ScheduleOf(sheet).table, nullptr);
  EXPECT_TRUE(ResultsOf(sheet).empty());
  EXPECT_EQ(SettlementOf(sheet).table, nullptr);
  EXPECT_TRUE(LinesOf(sheet, SectionKind::kPurpose).empty());
}

TEST(Views, ReadTheOneSourceOfAWholeAmount) {
  for (const char* printed :
       {"3,482,720천원(시비)", "3,482,720천원 (전액 시비)", "3,482,720천원(시비 100%)",
        "시비 3,482,720천원", "(시비) 3,482,720천원", "3,482,720천원 (시비 3,482,720천원)"}) {
    for (const char* behind : {"  사업비 : ", "사업비\t"}) {
      const Sheet sheet =
          ReadOrDie("공공자전거\n\n1. 사업 현황\n" + std::string(behind) + printed + "\n");
      const FundingView view = FundingOf(sheet);
      ASSERT_TRUE(view.total.won().has_value()) << behind << printed;
      EXPECT_EQ(view.total.won()->minor(), 3482720000) << behind << printed;
      ASSERT_EQ(view.entries.size(), 1u) << behind << printed;
      EXPECT_EQ(view.entries[0].label.text, "시비") << behind << printed;
      ASSERT_TRUE(view.entries[0].amount.won().has_value()) << behind << printed;
      EXPECT_EQ(view.entries[0].amount.won()->minor(), 3482720000) << behind << printed;
    }
  }
}

TEST(Views, TakeNoSourceForTheWholeWhereMoreIsSaid) {
  for (const char* printed :
       {"100천원(시비 50%)", "100천원(국비, 시비)", "100천원(시비 부담분 등)"}) {
    const Sheet sheet =
        ReadOrDie("공공자전거\n\n1. 사업 현황\n  사업비 : " + std::string(printed) + "\n");
    for (const FundingEntry& entry : FundingOf(sheet).entries)
      EXPECT_FALSE(entry.amount.won().has_value()) << printed;
  }
  const Sheet sheet =
      ReadOrDie("공공자전거\n\n1. 사업 현황\n  사업비 : 국비 60천원, 시비 40천원\n");
  EXPECT_FALSE(FundingOf(sheet).total.won().has_value());
}

TEST(Views, TakeTheUnitOfTheBasisFromTheHeadingOfItsAmounts) {
  for (const char* heading : {"금액(원)", "금액 (원)", "예산액(단위: 원)", "금액"}) {
    const std::string unit = std::string(heading) == "금액" ? " (단위: 원)" : "";
    const Sheet sheet = ReadOrDie(
        "도로 정비\n\n예산 총괄\n(단위 : 천원)\n구 분\t2022 예산액\t2023 "
        "예산액\t증감\n계\t8,000\t9,000\t1,000\n"
        "시설비\t8,000\t9,000\t1,000\n\n산출근거" +
        unit + "\n과목\t산출내역\t" + heading +
        "\n시설비\t450,000원 × 20개소\t9,000,000\n계\t\t9,000,000\n");
    const CostBasisView basis = CostBasisOf(sheet);
    EXPECT_EQ(basis.tree.Total()->minor(), 9'000'000) << heading;
    ASSERT_TRUE(basis.total.won().has_value()) << heading;
    EXPECT_EQ(basis.total.won()->minor(), 9'000'000) << heading;
  }
}

TEST(Views, AbsentIsNotBlank) {
  const Sheet sheet = ReadOrDie("결산\n연도\t예산현액\t집행액\t집행잔액\n2020\t10\t\t\n2021\t10\n");
  const SettlementView settlement = SettlementOf(sheet);
  ASSERT_EQ(settlement.years.size(), 2U);
  EXPECT_EQ(settlement.years[0].disbursed.state, FigureState::kBlank);
  EXPECT_EQ(settlement.years[1].disbursed.state, FigureState::kAbsent);
  EXPECT_EQ(settlement.years[0].carryover_out.state, FigureState::kAbsent);
}

TEST(Views, KeepAYearThatIsNoneAsPrinted) {
  for (const char* year : {"9999", "0", "21", "202", "2201"}) {
    const Sheet sheet = ReadOrDie("결산\n연도\t예산현액\t집행액\t집행잔액\n2020\t10\t9\t1\n" +
                                  std::string(year) + "년도\t10\t8\t2\n");
    const SettlementView settlement = SettlementOf(sheet);
    ASSERT_EQ(settlement.years.size(), 2U) << year;
    EXPECT_EQ(settlement.years[0].year_text.text, "2020");
    const SettlementYear& odd = settlement.years[1];
    EXPECT_EQ(odd.year_text.text, year);
    EXPECT_EQ(sheet.source().substr(odd.year_text.place.offset, odd.year_text.place.length), year);
    EXPECT_EQ(odd.year_text.place.line, 4U);
    EXPECT_EQ(odd.disbursed.won().has_value() ? 0 : odd.disbursed.number()->ToInt64().value(), 8);
  }
}

TEST(Views, TakeNoYearFromALabelWithOtherWords) {
  const Sheet sheet =
      ReadOrDie("결산\n연도\t예산현액\t집행액\n계\t10\t9\n제1회 추경\t10\t9\n2019~2020\t1\t1\n");
  for (const SettlementYear& year : SettlementOf(sheet).years) {
    EXPECT_TRUE(year.year_text.empty()) << year.label.text;
  }
}

TEST(Views, GiveNoRecordTheYearOfTheOneBefore) {
  const Sheet sheet = ReadOrDie("추진실적\n2018년도\t상담 10건\n9999년도\t상담 20건\n");
  const std::vector<ResultsYear> years = ResultsOf(sheet);
  ASSERT_EQ(years.size(), 2U);
  EXPECT_EQ(years[1].year, 0);
  EXPECT_EQ(years[1].year_text.text, "9999");
}

TEST(Views, TakeTheLettersOfTheDifferenceForTheYears) {
  // The columns stand the other way round: this year's first.
  const Sheet sheet =
      ReadOrDie("예산 총괄\n구분\t2024예산(A)\t2023예산(B)\t증감(A-B)\n계\t300\t200\t100\n");
  const OverviewView overview = OverviewOf(sheet);
  ASSERT_EQ(overview.rows.size(), 1U);
  EXPECT_EQ(overview.current_year, 2024);
  EXPECT_EQ(overview.rows[0].prior.printed.text, "200");
  EXPECT_EQ(overview.rows[0].current.printed.text, "300");
}

TEST(Views, ReadTheTickedOneOfSeveralPeriods) {
  const Sheet sheet =
      ReadOrDie("사업개요\n회계\t일반회계\n사업기간\t☐ 2020~2021 ☑ 2022~2024 ☐ 계속\n");
  const BasicsView basics = BasicsOf(sheet);
  ASSERT_TRUE(basics.period.has_value());
  EXPECT_EQ(basics.period_text.text, "☐ 2020~2021 ☑ 2022~2024 ☐ 계속");
}

TEST(Views, KeepTheRoleAndTheTelephoneOfAnOfficer) {
  const OfficersView officers = OfficersOf(RealSheet());
  EXPECT_EQ(officers.bureau.text, "서울민주주의위원회");
  EXPECT_EQ(officers.department.text, "지역공동체담당관");
  ASSERT_EQ(officers.officers.size(), 3U);
  EXPECT_EQ(officers.officers[0].role.text, "과 장");
  EXPECT_EQ(officers.officers[0].name.text, "최순옥");
  EXPECT_EQ(officers.officers[0].phone.text, "2133-6330");
}

TEST(Views, GiveEveryLineOfProse) {
  EXPECT_EQ(LinesOf(RealSheet(), SectionKind::kPurpose).size(), 5U);
  EXPECT_EQ(LinesOf(RealSheet(), SectionKind::kLegalBasis).size(), 1U);
  EXPECT_EQ(LinesOf(RealSheet(), SectionKind::kContent).size(), 21U);
  EXPECT_EQ(LinesOf(RealSheet(), SectionKind::kHistory).size(), 4U);
  EXPECT_EQ(LinesOf(RealSheet(), SectionKind::kEffects).size(), 5U);
}

TEST(Views, GiveTheRecordOfEachYear) {
  const std::vector<ResultsYear> years = ResultsOf(RealSheet());
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[0].year, 2018);
  EXPECT_EQ(years[2].year, 2020);
}

}  // namespace
}  // namespace yesan::test
