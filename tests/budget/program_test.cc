#include "yesan/budget/program.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace yesan {
namespace {

using Methods = std::vector<Method>;

ProgramYear Year(std::int32_t fiscal_year, std::string name) {
  ProgramYear year;
  year.fiscal_year = fiscal_year;
  year.name = std::move(name);
  return year;
}

TEST(Program, KeepsItsIdentityWhileItsNameChanges) {
  Program program(7);
  ASSERT_TRUE(program.AddYear(Year(2021, "마을공동체 종합지원센터 운영")).ok());
  ASSERT_TRUE(program.AddYear(Year(2019, "마을공동체종합지원센터")).ok());
  EXPECT_EQ(program.id(), 7u);
  EXPECT_EQ(program.years().front().fiscal_year, 2019);
  EXPECT_EQ(program.NameIn(2018), "");
  EXPECT_EQ(program.NameIn(2020), "마을공동체종합지원센터");
  EXPECT_EQ(program.NameIn(2022), "마을공동체 종합지원센터 운영");
  EXPECT_TRUE(program.IsCalled("마을공동체·종합지원센터(운영)"));
  EXPECT_FALSE(program.IsCalled("마을공동체 운영"));
  EXPECT_EQ(program.Find(2020), nullptr);
  program.Find(2021)->code = "101";
  EXPECT_EQ(program.Find(2021)->code, "101");
}

TEST(Program, RefusesAYearThatIsThereAndAYearWithoutAName) {
  Program program;
  ASSERT_TRUE(program.AddYear(Year(2021, "가")).ok());
  EXPECT_EQ(program.AddYear(Year(2021, "나")).code(), Code::kDuplicate);
  EXPECT_EQ(program.AddYear(Year(2022, "")).code(), Code::kInvalidArgument);
  EXPECT_EQ(program.years().size(), 1u);
}

TEST(Method, MethodsAreFoundInTheOrderOfTheText) {
  EXPECT_EQ(FindMethods("- 추진방법 : 민간위탁, 자치구 사업 간접지원"),
            (Methods{Method::kEntrustment, Method::kIndirectSupport}));
  EXPECT_EQ(FindMethods("직영 및 자치단체 보조"),
            (Methods{Method::kDirect, Method::kGovernmentSubsidy}));
  EXPECT_EQ(FindMethods("공기관 위탁·대행, 공기관위탁"), (Methods{Method::kPublicAgency}));
  EXPECT_EQ(FindMethods("민간경상사업보조"), (Methods{Method::kPrivateSubsidy}));
}

TEST(Method, OtherTextNamesNone) {
  for (const char* text : {"", "추진", "위탁", "자치단체, 보조", "\xff민간위탁"}) {
    EXPECT_TRUE(FindMethods(text).empty()) << text;
  }
}

TEST(Officer, NameAndTelephoneNumberArePartedWhereANumberStands) {
  const struct {
    const char* cell;
    const char* name;
    const char* phone;
  } rows[] = {{"최순옥 2133-6330", "최순옥", "2133-6330"},
              {"기훈 2133-6340", "기훈", "2133-6340"},
              {"홍길동(02-2133-6330)", "홍길동", "02-2133-6330"},
              {"홍길동 (02)2133-6330", "홍길동", "(02)2133-6330"},
              {"홍길동 ☎ 2133-6330", "홍길동", "2133-6330"},
              {"홍길동", "홍길동", ""},
              {"팀장 1", "팀장 1", ""},
              {"", "", ""},
              {"2133-6330", "", "2133-6330"}};
  for (const auto& row : rows) {
    const Officer officer = ParseOfficer(" 과 장 ", row.cell);
    EXPECT_EQ(officer.role, "과 장");
    EXPECT_EQ(officer.name, row.name) << row.cell;
    EXPECT_EQ(officer.phone, row.phone) << row.cell;
  }
}

}  // namespace
}  // namespace yesan
