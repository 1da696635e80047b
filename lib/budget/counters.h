/// @file
/// Counters (단위명사) of track records, and words behind a number that make it no result.
#pragma once

#include <string_view>

namespace yesan::internal {

/// What results are counted in. A longer counter goes before a shorter one that begins it: 개소 before 개.
inline constexpr std::string_view kCounters[] = {
    "개단체",   "개기관", "개사업", "개마을", "개업체", "개과정", "개학교", "개소", "개교",
    "개사",     "개국",   "개구",   "개동",   "개반",   "개팀",   "개월",   "개년", "개",
    "프로그램", "시간",   "포대",   "학급",   "가구",   "세대",   "필지",   "업체", "기관",
    "단체",     "과목",   "강좌",   "과정",   "코스",   "사업",   "마을",   "가지", "박스",
    "상자",     "세트",   "마리",   "그루",   "차례",   "회선",   "학교",   "회",   "명",
    "건",       "종",     "곳",     "부",     "권",     "점",     "팀",     "인",   "식",
    "대",       "통",     "매",     "장",     "편",     "주",     "교",     "사",   "동",
    "반",       "호",     "본",     "톤",     "원",     "쌍",     "쪽",     "면",   "병",
    "강",       "분",
};

/// Units of measurement, exact.
inline constexpr std::string_view kMeasures[] = {
    "%", "％", "㎡", "㎢", "㎥", "㎞", "㎏", "㏊", "ℓ", "km", "kg", "ha", "m", "t",
};

/// Words behind a number that name a day, a place in a row, a rule or a bound instead of counting: `9월`, `1차`, `10조`, `9.30까지`.
inline constexpr std::string_view kNoCounters[] = {
    "년도", "년차", "년",   "월",   "일",   "분기", "반기", "회차", "주차", "차",   "기",
    "호선", "단계", "학년", "세",   "시",   "위",   "등",   "조",   "항",   "대로", "번길",
    "부터", "까지", "이상", "이하", "미만", "초과", "이내", "에서", "여",
};

/// Labels that make a part a rate of its whole and no part: `24회(월 2회, 연 24회)`.
inline constexpr std::string_view kRateLabels[] = {
    "월",   "연",   "년",   "주",     "일",   "매월", "매주",
    "매년", "매일", "분기", "분기별", "월별", "회당", "인당",
};

/// Words in a label that set a figure against the whole and make it no part of it: `100명(목표 90명, 전년 80명)`.
inline constexpr std::string_view kComparisonWords[] = {
    "목표", "계획", "전년", "지난해", "대비", "당초", "기존",
    "최대", "최소", "평균", "누적",   "누계", "정원",
};

}  // namespace yesan::internal
