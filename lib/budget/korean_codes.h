/// @file
/// The built-in codes of Korean local government, as dated facts with their sources.
#pragma once

#include <cstdint>

#include "yesan/budget/classification.h"

namespace yesan::internal {

/// A CodeEntry without allocation. `last_year` 0: no end so far.
struct CodeFact {
  CodeKind kind;
  const char* code;
  const char* name;
  const char* parent;
  std::int32_t first_year;
  std::int32_t last_year;
  const char* source;
};

// Sources. A year is the first or last in which a source shows the code, not necessarily that in which it was made.
inline constexpr const char* kOpenData = "지방재정365 세부사업별 세출현황, 분야·부문 (2024, 2026)";
inline constexpr const char* kLoader = "지방재정365 분야·부문 코드 목록 (2024)";
inline constexpr const char* kOpenData2024 = "지방재정365 세부사업별 세출현황, 분야·부문 (2024)";
inline constexpr const char* kOpenData2025 =
    "지방재정365 세부사업별 세출현황, 분야·부문 (2025, 2026)";
inline constexpr const char* kOpenData2026 = "지방재정365 세부사업별 세출현황, 분야·부문 (2026)";
inline constexpr const char* kAnnex2026 =
    "지방자치단체 예산편성 운영기준 별표 11 세출예산 성질별 분류 (2026), 의정부시·화성시 편성 자료";
inline constexpr const char* kGuide2027 = "화성시 2027년도 예산편성 안내 (개편 통계목)";
inline constexpr const char* kGroups = "봉화군 2026년도 예산 (성질별 그룹)";

inline constexpr CodeFact kKoreanCodes[] = {
    // 분야와 부문. Older books print 120 as 수송및교통; 064 is not shown for 2025.
    {CodeKind::kField, "010", "일반공공행정", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "011", "입법및선거관리", "010", 2024, 0, kOpenData},
    {CodeKind::kSector, "013", "지방행정·재정지원", "010", 2024, 0, kOpenData},
    {CodeKind::kSector, "014", "재정·금융", "010", 2024, 0, kOpenData},
    {CodeKind::kSector, "016", "일반행정", "010", 2024, 0, kOpenData},
    {CodeKind::kField, "020", "공공질서및안전", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "023", "경찰", "020", 2024, 0, kOpenData},
    {CodeKind::kSector, "025", "재난방재·민방위", "020", 2024, 0, kOpenData},
    {CodeKind::kSector, "026", "소방", "020", 2024, 0, kOpenData},
    {CodeKind::kField, "050", "교육", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "051", "유아및초중등교육", "050", 2024, 0, kOpenData},
    {CodeKind::kSector, "052", "고등교육", "050", 2024, 0, kOpenData},
    {CodeKind::kSector, "053", "평생·직업교육", "050", 2024, 0, kOpenData},
    {CodeKind::kField, "060", "문화및관광", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "061", "문화예술", "060", 2024, 0, kOpenData},
    {CodeKind::kSector, "062", "관광", "060", 2024, 0, kOpenData},
    {CodeKind::kSector, "063", "체육", "060", 2024, 0, kOpenData},
    {CodeKind::kSector, "064", "문화재", "060", 2024, 2024, kOpenData2024},
    {CodeKind::kSector, "064", "국가유산", "060", 2026, 0, kOpenData2026},
    {CodeKind::kSector, "065", "문화및관광일반", "060", 2024, 0, kOpenData},
    {CodeKind::kField, "070", "환경", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "071", "상하수도·수질", "070", 2024, 0, kOpenData},
    {CodeKind::kSector, "072", "폐기물", "070", 2024, 0, kOpenData},
    {CodeKind::kSector, "073", "대기", "070", 2024, 0, kOpenData},
    {CodeKind::kSector, "074", "자연", "070", 2024, 0, kOpenData},
    {CodeKind::kSector, "075", "해양", "070", 2024, 0, kLoader},
    {CodeKind::kSector, "076", "환경보호일반", "070", 2024, 0, kOpenData},
    {CodeKind::kField, "080", "사회복지", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "081", "기초생활보장", "080", 2024, 0, kOpenData},
    {CodeKind::kSector, "082", "취약계층지원", "080", 2024, 0, kOpenData},
    {CodeKind::kSector, "084", "보육·가족및여성", "080", 2024, 2024, kOpenData2024},
    {CodeKind::kSector, "085", "노인·청소년", "080", 2024, 2024, kOpenData2024},
    {CodeKind::kSector, "086", "노동", "080", 2024, 0, kOpenData},
    {CodeKind::kSector, "087", "보훈", "080", 2024, 0, kOpenData},
    {CodeKind::kSector, "088", "주택", "080", 2024, 0, kOpenData},
    {CodeKind::kSector, "089", "사회복지일반", "080", 2024, 0, kOpenData},
    {CodeKind::kSector, "08A", "보육", "080", 2025, 0, kOpenData2025},
    {CodeKind::kSector, "08B", "가족·여성", "080", 2025, 0, kOpenData2025},
    {CodeKind::kSector, "08C", "노인", "080", 2025, 0, kOpenData2025},
    {CodeKind::kSector, "08D", "청소년", "080", 2025, 0, kOpenData2025},
    {CodeKind::kField, "090", "보건", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "091", "보건의료", "090", 2024, 0, kOpenData},
    {CodeKind::kSector, "093", "식품의약안전", "090", 2024, 0, kOpenData},
    {CodeKind::kField, "100", "농림해양수산", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "101", "농업·농촌", "100", 2024, 0, kOpenData},
    {CodeKind::kSector, "102", "임업·산촌", "100", 2024, 0, kOpenData},
    {CodeKind::kSector, "103", "해양수산·어촌", "100", 2024, 0, kLoader},
    {CodeKind::kField, "110", "산업·중소기업및에너지", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "111", "산업금융지원", "110", 2024, 0, kOpenData},
    {CodeKind::kSector, "112", "산업기술지원", "110", 2024, 0, kOpenData},
    {CodeKind::kSector, "113", "무역및투자유치", "110", 2024, 0, kOpenData},
    {CodeKind::kSector, "114", "산업진흥·고도화", "110", 2024, 0, kOpenData},
    {CodeKind::kSector, "115", "에너지및자원개발", "110", 2024, 0, kOpenData},
    {CodeKind::kSector, "116", "산업·중소기업일반", "110", 2024, 0, kOpenData},
    {CodeKind::kField, "120", "교통및물류", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "121", "도로", "120", 2024, 0, kOpenData},
    {CodeKind::kSector, "123", "도시철도", "120", 2024, 0, kOpenData},
    {CodeKind::kSector, "124", "해운·항만", "120", 2024, 0, kLoader},
    {CodeKind::kSector, "125", "항공·공항", "120", 2024, 0, kOpenData},
    {CodeKind::kSector, "126", "대중교통·물류등기타", "120", 2024, 0, kOpenData},
    {CodeKind::kField, "140", "국토및지역개발", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "141", "수자원", "140", 2024, 0, kOpenData},
    {CodeKind::kSector, "142", "지역및도시", "140", 2024, 0, kOpenData},
    {CodeKind::kSector, "143", "산업단지", "140", 2024, 0, kOpenData},
    {CodeKind::kField, "150", "과학기술", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "151", "기술개발", "150", 2024, 0, kLoader},
    {CodeKind::kSector, "152", "과학기술연구지원", "150", 2024, 0, kOpenData},
    {CodeKind::kSector, "153", "과학기술일반", "150", 2024, 0, kLoader},
    {CodeKind::kField, "160", "예비비", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "161", "예비비", "160", 2024, 0, kOpenData},
    {CodeKind::kField, "900", "기타", "", 2024, 0, kOpenData},
    {CodeKind::kSector, "901", "기타", "900", 2024, 0, kOpenData},

    // 성질별 그룹. 500 and 700 have names, but no source for their numbers.
    {CodeKind::kObjectClass, "100", "인건비", "", 2026, 0, kGroups},
    {CodeKind::kObjectClass, "200", "물건비", "", 2026, 0, kGroups},
    {CodeKind::kObjectClass, "300", "경상이전", "", 2026, 0, kGroups},
    {CodeKind::kObjectClass, "400", "자본지출", "", 2026, 0, kGroups},
    {CodeKind::kObjectClass, "600", "보전재원", "", 2026, 0, kGroups},
    {CodeKind::kObjectClass, "800", "예비비및기타", "", 2026, 0, kGroups},

    // 편성목.
    {CodeKind::kObjectGroup, "101", "인건비", "100", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "201", "일반운영비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "202", "여비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "203", "업무추진비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "204", "직무수행경비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "205", "의회비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "206", "재료비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "207", "연구개발비", "200", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "301", "일반보전금", "300", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "307", "민간이전", "300", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "308", "자치단체등이전", "300", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "311", "차입금이자상환", "300", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "401", "시설비및부대비", "400", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "601", "차입금원금상환", "600", 2026, 0, kAnnex2026},
    {CodeKind::kObjectGroup, "602", "예치금", "600", 2026, 0, kAnnex2026},

    // 통계목 as of 2026. The full names of 203 are those of Hwaseong's guide, of 205-05 to 205-12 and 301 those by which
    // Uijeongbu sorts its budget; 205-07 and 205-08 (의원역량개발비) are left out, for their names differ by source.
    // A group that 2027 numbers anew ends in 2026 where the new number is not known.
    {CodeKind::kObjectItem, "101-01", "보수", "101", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "101-02", "기타직보수", "101", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "101-03", "공무직(무기계약)근로자보수", "101", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "101-04", "기간제근로자등보수", "101", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "201-01", "사무관리비", "201", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "201-02", "공공운영비", "201", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "201-03", "행사운영비", "201", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "201-04", "맞춤형복지제도시행경비", "201", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "202-01", "국내여비", "202", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "202-02", "월액여비", "202", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "202-04", "국제화여비", "202", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "203-01", "기관운영업무추진비", "203", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "203-02", "정원가산업무추진비", "203", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "203-03", "시책추진업무추진비", "203", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "203-04", "부서운영업무추진비", "203", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "204-02", "직급보조비", "204", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "204-03", "특정업무경비", "204", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-01", "의정활동비", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-02", "월정수당", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-03", "국내여비", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-04", "국외여비", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-05", "의정운영공통경비", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-06", "의회운영업무추진비", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-09", "의원정책개발비", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-10", "의장협의체부담금", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-11", "의원국민연금부담금", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "205-12", "의원국민건강부담금", "205", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "206-01", "재료비", "206", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "207-01", "연구용역비", "207", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "207-02", "전산개발비", "207", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "301-01", "사회보장적수혜금", "301", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "301-04", "장학금및학자금", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-05", "의용소방대지원", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-06", "자율방범대", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-07", "통장활동보상금", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-08", "민간인국외여비", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-09", "외빈초청여비", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-10", "사회복무요원보상금", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-11", "행사실비지원금", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-12", "예술단원·운동부등보상금", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "301-14", "기타보상금", "301", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "302-02", "이주및재해보상금", "302", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "303-01", "포상금", "303", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "305-01", "배상금", "305", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "306-01", "출연금", "306", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-01", "의료및구료비", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-02", "민간경상사업보조", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-03", "민간단체법정운영비보조", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-04", "민간행사사업보조", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-05", "민간위탁금", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-08", "이차보전금", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-09", "운수업계보조금", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-10", "사회복지시설법정운영비보조", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "307-11", "사회복지사업보조", "307", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-01", "자치단체경상보조금", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-07", "자치단체간부담금", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-08", "교육기관에대한보조", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-09", "지역대학경상보조", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-10", "교육비특별회계전출금", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-12", "예비군육성지원", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-13", "공기관등경상적위탁사업비", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "308-14", "기타부담금", "308", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "309-01", "공사·공단경상전출금", "309", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "310-02", "국제부담금", "310", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "401-01", "시설비", "401", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "401-02", "감리비", "401", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "401-03", "시설부대비", "401", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "401-04", "행사관련시설비", "401", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "402-01", "민간자본사업보조(자체)", "402", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "402-02", "민간자본사업보조(이전)", "402", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "402-03", "민간위탁사업비", "402", 2026, 2026, kAnnex2026},
    {CodeKind::kObjectItem, "403-01", "자치단체자본보조", "403", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "403-02", "공기관등자본적위탁사업비", "403", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "404-01", "공사공단자본전출금", "404", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "405-01", "자산및물품취득비", "405", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "405-02", "도서구입비", "405", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "406-01", "기타자본이전", "406", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "701-01", "기타회계전출금", "701", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "701-02", "공기업특별회계전출금", "701", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "702-01", "기금전출금", "702", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "801-01", "일반예비비", "801", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "801-02", "재해·재난목적예비비", "801", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "802-01", "국고보조금반환금", "802", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "802-02", "시·도비보조금반환금", "802", 2026, 0, kAnnex2026},
    {CodeKind::kObjectItem, "802-03", "기타반환금", "802", 2026, 0, kAnnex2026},

    // 통계목 that 2027 numbers or names anew.
    {CodeKind::kObjectItem, "202-02", "국외업무여비", "202", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "301-09", "행사실비지원금", "301", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "401-01", "시설공사보상비", "401", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "401-02", "시설비", "401", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "401-03", "감리비", "401", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "401-04", "시설부대비", "401", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "402-01", "민간자본사업보조", "402", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "402-02", "민간위탁사업비", "402", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "601-01", "차입금원금상환", "601", 2027, 0, kGuide2027},
    {CodeKind::kObjectItem, "801-03", "예비금", "801", 2027, 0, kGuide2027},
};

}  // namespace yesan::internal
