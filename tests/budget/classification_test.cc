#include "yesan/budget/classification.h"

#include <gtest/gtest.h>

#include <string>

#include "yesan/base/text.h"

namespace yesan {
namespace {

CodeEntry Item(std::string code, std::string name, std::int32_t first,
               std::int32_t last = CodeEntry::kNoEnd) {
  return {CodeKind::kObjectItem, code, std::move(name), code.substr(0, 3), first, last, "test"};
}

TEST(Classification, TheSameObjectCodeMeansAnotherThingInTheNextYear) {
  const Classification table = Classification::Korean();
  struct {
    const char* code;
    const char* in_2026;
    const char* in_2027;
  } const changed[] = {{"401-01", "시설비", "시설공사보상비"},
                       {"402-02", "민간자본사업보조(이전)", "민간위탁사업비"},
                       {"301-09", "외빈초청여비", "행사실비지원금"},
                       {"401-02", "감리비", "시설비"},
                       {"202-02", "월액여비", "국외업무여비"}};
  for (const auto& row : changed) {
    EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2026, row.code), row.in_2026) << row.code;
    EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2027, row.code), row.in_2027) << row.code;
    EXPECT_EQ(table.History(CodeKind::kObjectItem, row.code).size(), 2u) << row.code;
  }
}

TEST(Classification, TheSameNameHasAnotherCodeInTheNextYear) {
  const Classification table = Classification::Korean();
  const auto in_2026 = table.FindByName(CodeKind::kObjectItem, 2026, "행사실비지원금");
  const auto in_2027 = table.FindByName(CodeKind::kObjectItem, 2027, "행사실비지원금");
  ASSERT_EQ(in_2026.size(), 1u);
  ASSERT_EQ(in_2027.size(), 1u);
  EXPECT_EQ(in_2026[0]->code, "301-11");
  EXPECT_EQ(in_2027[0]->code, "301-09");
}

TEST(Classification, AYearWithoutAnEntryHasNoAnswer) {
  const Classification table = Classification::Korean();
  EXPECT_EQ(table.NameOf(CodeKind::kObjectItem, 1999, "307-05").code(), Code::kNotFound);
  EXPECT_EQ(table.NameOf(CodeKind::kSector, 2025, "064").code(),
            Code::kNotFound);  // 문화재 2024, 국가유산 2026
  EXPECT_EQ(*table.NameOf(CodeKind::kSector, 2024, "064"), "문화재");
  EXPECT_EQ(*table.NameOf(CodeKind::kSector, 2026, "064"), "국가유산");
  EXPECT_EQ(table.NameOf(CodeKind::kObjectItem, 2026, "999-99").code(), Code::kNotFound);
  EXPECT_EQ(table.ParentOf(CodeKind::kSector, 1999, "089").code(), Code::kNotFound);
}

TEST(Classification, AnUnknownCodeIsNamedInBothLanguages) {
  const Classification table = Classification::Korean();
  const auto name = table.NameOf(CodeKind::kObjectItem, 2030, "999-01");
  ASSERT_FALSE(name.ok());
  EXPECT_NE(name.error().message().ko.find("999-01"), std::string::npos);
  EXPECT_NE(name.error().message().ko.find("2030"), std::string::npos);
  EXPECT_NE(name.error().message().en.find("object_item"), std::string::npos);
}

TEST(Classification, ParentsAreStoredAndLeadUpTheLadder) {
  const Classification table = Classification::Korean();
  EXPECT_EQ(*table.ParentOf(CodeKind::kSector, 2026, "08C"), "080");
  EXPECT_EQ(*table.ParentOf(CodeKind::kField, 2026, "080"), "");
  EXPECT_EQ(*table.ParentOf(CodeKind::kObjectItem, 2026, "307-05"), "307");
  EXPECT_EQ(*table.ParentOf(CodeKind::kObjectGroup, 2026, "307"), "300");
  EXPECT_EQ(*table.NameOf(CodeKind::kObjectClass, 2026, "300"), "경상이전");
}

TEST(Classification, EverySectorHasAFieldInItsYears) {
  const Classification table = Classification::Korean();
  for (const CodeEntry& entry : table.entries()) {
    if (entry.kind != CodeKind::kSector) continue;
    EXPECT_NE(table.Find(CodeKind::kField, entry.first_year, entry.parent), nullptr) << entry.code;
  }
}

TEST(Classification, BuiltInEntriesNeverOverlapAndNameTheirSource) {
  const Classification table = Classification::Korean();
  Classification again;
  for (const CodeEntry& entry : table.entries()) {
    EXPECT_FALSE(entry.source.empty()) << entry.code;
    EXPECT_TRUE(again.Add(entry).ok()) << entry.code << " " << entry.first_year;
  }
  EXPECT_EQ(again.entries(), table.entries());
}

TEST(Classification, UnconfirmedCodesAreNotBuiltIn) {
  const Classification table = Classification::Korean();
  for (const char* code :
       {"202-03", "202-05", "204-01", "205-07", "205-08", "207-03", "307-06", "307-07", "307-12"}) {
    EXPECT_TRUE(table.History(CodeKind::kObjectItem, code).empty()) << code;
  }
  EXPECT_TRUE(table.History(CodeKind::kObjectClass, "500").empty());
}

TEST(Classification, NamesOf203And205And301AreThoseOfTheirSources) {
  const Classification table = Classification::Korean();
  const std::pair<const char*, const char*> names[] = {{"203-01", "기관운영업무추진비"},
                                                       {"203-04", "부서운영업무추진비"},
                                                       {"205-10", "의장협의체부담금"},
                                                       {"205-12", "의원국민건강부담금"},
                                                       {"301-05", "의용소방대지원"}};
  for (const auto& [code, name] : names) {
    EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2026, code), name);
  }
}

TEST(Classification, NamesAreFoundWithoutSpacesAndDots) {
  const Classification table = Classification::Korean();
  const auto found = table.FindByName(CodeKind::kObjectItem, 2026, " 민간 위탁금 ");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->code, "307-05");
  const auto sector = table.FindByName(CodeKind::kSector, 2026, "지방행정ㆍ재정지원");
  ASSERT_EQ(sector.size(), 1u);
  EXPECT_EQ(sector[0]->code, "013");
  EXPECT_TRUE(table.FindByName(CodeKind::kObjectItem, 2026, "민간위탁").empty());
}

TEST(Classification, ANameThatTwoCodesShareFindsBoth) {
  const Classification table = Classification::Korean();
  const auto codes = table.FindByName(CodeKind::kObjectItem, 2026, "국내여비");
  ASSERT_EQ(codes.size(), 2u);
  EXPECT_EQ(codes[0]->code, "202-01");
  EXPECT_EQ(codes[1]->code, "205-03");
}

TEST(Classification, AddRefusesAYearThatIsTaken) {
  Classification table;
  ASSERT_TRUE(table.Add(Item("401-01", "시설비", 2008, 2026)).ok());
  EXPECT_EQ(table.Add(Item("401-01", "x", 2026, 2026)).code(), Code::kDuplicate);
  EXPECT_EQ(table.Add(Item("401-01", "x", 2000, 2008)).code(), Code::kDuplicate);
  EXPECT_TRUE(table.Add(Item("401-01", "시설공사보상비", 2027)).ok());
  EXPECT_EQ(table.Add(Item("401-01", "x", 3000)).code(), Code::kDuplicate);
  EXPECT_TRUE(table.Add({CodeKind::kField, "401-01", "x", "", 2010, 2010, ""}).ok())
      << "another kind, another key";
}

TEST(Classification, AddRefusesWhatIsNoEntry) {
  Classification table;
  EXPECT_EQ(table.Add(Item("", "x", 2020)).code(), Code::kInvalidArgument);
  EXPECT_EQ(table.Add(Item("101-01", "", 2020)).code(), Code::kInvalidArgument);
  EXPECT_EQ(table.Add(Item("101-01", "x", 2021, 2020)).code(), Code::kOutOfRange);
  EXPECT_EQ(table.Replace(Item("101-01", "x", 2021, 2020)).code(), Code::kOutOfRange);
  CodeEntry odd = Item("101-01", "x", 2020);
  odd.kind = static_cast<CodeKind>(77);
  EXPECT_EQ(table.Add(odd).code(), Code::kInvalidArgument);
  EXPECT_TRUE(table.entries().empty());
}

TEST(Classification, ReplaceLeavesOtherYearsAsTheyWere) {
  Classification table;
  ASSERT_TRUE(table.Add(Item("301-09", "old", 2008)).ok());
  ASSERT_TRUE(table.Replace(Item("301-09", "new", 2015, 2016)).ok());
  EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2014, "301-09"), "old");
  EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2015, "301-09"), "new");
  EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2016, "301-09"), "new");
  EXPECT_EQ(*table.NameOf(CodeKind::kObjectItem, 2017, "301-09"), "old");
  ASSERT_TRUE(table.Replace(Item("301-09", "all", 0)).ok());
  EXPECT_EQ(table.History(CodeKind::kObjectItem, "301-09").size(), 1u);
}

TEST(Classification, ACallersProgramsFormALadderOfTheirOwn) {
  Classification table = Classification::Korean();
  ASSERT_TRUE(
      table.Add({CodeKind::kPolicyProgram, "100", "주민자치 활성화", "016", 2021, 2021, ""}).ok());
  ASSERT_TRUE(table.Add({CodeKind::kUnitProgram, "101", "마을공동체", "100", 2021, 2021, ""}).ok());
  ASSERT_TRUE(table
                  .Add({CodeKind::kDetailedProgram, "7", "마을공동체 종합지원센터 운영", "101",
                        2021, 2021, ""})
                  .ok());
  EXPECT_EQ(*table.ParentOf(CodeKind::kDetailedProgram, 2021, "7"), "101");
  ASSERT_EQ(table.ChildrenOf(CodeKind::kDetailedProgram, 2021, "101").size(), 1u);
  EXPECT_TRUE(table.ChildrenOf(CodeKind::kDetailedProgram, 2022, "101").empty());
}

}  // namespace
}  // namespace yesan
