#include "lib/sheet/synonyms.h"

#include <algorithm>
#include <array>
#include <string>

#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

template <class Value>
struct Entry {
  std::string_view name;
  Value value;
};

// Sorted at compile time, so that the tables below may stand in the order of their meaning.
template <class Value, std::size_t N>
constexpr std::array<Entry<Value>, N> Sorted(const Entry<Value> (&entries)[N]) {
  std::array<Entry<Value>, N> sorted{};
  for (std::size_t i = 0; i < N; ++i) {
    std::size_t j = i;
    for (; j > 0 && entries[i].name < sorted[j - 1].name; --j) sorted[j] = sorted[j - 1];
    sorted[j] = entries[i];
  }
  return sorted;
}

template <class Value, std::size_t N>
std::optional<Value> Lookup(const std::array<Entry<Value>, N>& table, std::string_view name) noexcept {
  const auto at = std::lower_bound(table.begin(), table.end(), name,
                                   [](const Entry<Value>& entry, std::string_view n) { return entry.name < n; });
  if (at == table.end() || at->name != name) return std::nullopt;
  return at->value;
}

using K = SectionKind;
constexpr Entry<K> kSectionNames[] = {
    {"기본현황", K::kBasics},      {"기본사항", K::kBasics},      {"사업개요", K::kBasics},     {"사업기본현황", K::kBasics},   {"개요", K::kBasics},
    {"사업현황", K::kBasics},      {"일반현황", K::kBasics},     {"사업의개요", K::kBasics},     {"세부사업개요", K::kBasics},
    {"기본정보", K::kBasics},      {"사업기본정보", K::kBasics}, {"사업정보", K::kBasics},
    {"사업담당자", K::kOfficers}, {"업무담당", K::kOfficers}, {"담당", K::kOfficers}, {"담당자및연락처", K::kOfficers},  {"담당자", K::kOfficers},     {"담당부서", K::kOfficers},     {"사업담당", K::kOfficers},
    {"담당자현황", K::kOfficers},  {"담당공무원", K::kOfficers}, {"사업담당부서", K::kOfficers}, {"추진부서", K::kOfficers},
    {"소관부서및담당자", K::kOfficers}, {"사업책임자", K::kOfficers}, {"업무담당자", K::kOfficers}, {"작성자", K::kOfficers},
    {"사업비", K::kFunding},       {"소요예산", K::kFunding},    {"재원", K::kFunding},          {"재원별", K::kFunding},
    {"재원내역", K::kFunding},     {"재원별내역", K::kFunding},  {"사업비재원", K::kFunding},    {"재원별사업비", K::kFunding},
    {"재원별예산", K::kFunding},   {"재원별소요예산", K::kFunding}, {"재원구성", K::kFunding},   {"재원현황", K::kFunding},
    {"사업비내역", K::kFunding},   {"재원별사업비내역", K::kFunding}, {"재원별예산액", K::kFunding}, {"총사업비", K::kFunding},
    {"재원별현황", K::kFunding},   {"소요재원", K::kFunding},    {"재원조달", K::kFunding},      {"재원조달계획", K::kFunding},
    {"소요사업비", K::kFunding},   {"재원별소요액", K::kFunding}, {"재원별예산현황", K::kFunding}, {"예산재원", K::kFunding},
    {"예산총괄", K::kOverview},    {"예산총괄표", K::kOverview}, {"예산현황", K::kOverview},     {"예산편성현황", K::kOverview},
    {"예산액", K::kOverview},      {"예산요구현황", K::kOverview}, {"총괄", K::kOverview},       {"총괄표", K::kOverview},
    {"예산편성총괄", K::kOverview}, {"예산요구총괄", K::kOverview}, {"세출예산총괄", K::kOverview}, {"예산편성내역", K::kOverview},
    {"예산규모", K::kOverview},    {"예산증감", K::kOverview},   {"예산증감현황", K::kOverview}, {"예산비교", K::kOverview},
    {"세출예산현황", K::kOverview}, {"예산안총괄", K::kOverview}, {"예산안총괄표", K::kOverview}, {"예산편성총괄표", K::kOverview},
    {"세출예산총괄표", K::kOverview}, {"예산총괄현황", K::kOverview}, {"예산편성", K::kOverview}, {"예산요구총괄표", K::kOverview},
    {"산출근거", K::kCostBasis},   {"산출기초", K::kCostBasis},  {"산출내역", K::kCostBasis},    {"예산산출근거", K::kCostBasis},
    {"세부산출근거", K::kCostBasis}, {"예산산출내역", K::kCostBasis}, {"예산산출기초", K::kCostBasis}, {"세부산출내역", K::kCostBasis},
    {"산출근거내역", K::kCostBasis}, {"예산세부내역", K::kCostBasis}, {"세출예산산출근거", K::kCostBasis}, {"편성목별산출근거", K::kCostBasis},
    {"통계목별산출근거", K::kCostBasis}, {"예산산출", K::kCostBasis}, {"예산내역", K::kCostBasis}, {"산출근거및내역", K::kCostBasis},
    {"과목별산출근거", K::kCostBasis}, {"과목별산출내역", K::kCostBasis}, {"세출예산산출내역", K::kCostBasis}, {"산출기초내역", K::kCostBasis},
    {"사업목적", K::kPurpose},     {"목적", K::kPurpose},        {"추진목적", K::kPurpose},      {"사업의목적", K::kPurpose},
    {"추진배경", K::kPurpose},     {"사업필요성", K::kPurpose},  {"추진배경및목적", K::kPurpose}, {"사업배경", K::kPurpose},
    {"필요성", K::kPurpose},       {"사업목적및필요성", K::kPurpose}, {"목적및필요성", K::kPurpose}, {"사업추진목적", K::kPurpose},
    {"사업배경및목적", K::kPurpose}, {"추진필요성", K::kPurpose}, {"사업의필요성", K::kPurpose},
    {"사업근거", K::kLegalBasis},  {"추진근거", K::kLegalBasis}, {"법적근거", K::kLegalBasis},   {"근거", K::kLegalBasis},
    {"관련근거", K::kLegalBasis},  {"근거법령", K::kLegalBasis}, {"지원근거", K::kLegalBasis},   {"관련법령", K::kLegalBasis},
    {"사업추진근거", K::kLegalBasis}, {"법적근거및추진근거", K::kLegalBasis}, {"근거법규", K::kLegalBasis}, {"근거법령및조례", K::kLegalBasis},
    {"추진근거및경위", K::kLegalBasis}, {"사업의근거", K::kLegalBasis}, {"법령근거", K::kLegalBasis}, {"근거규정", K::kLegalBasis},
    {"추진방법", K::kMethod},      {"사업추진방법", K::kMethod}, {"수행주체", K::kMethod}, {"시행방법", K::kMethod},       {"추진체계", K::kMethod},
    {"사업방식", K::kMethod},      {"시행주체", K::kMethod},     {"추진방식", K::kMethod},       {"사업시행방법", K::kMethod},
    {"사업시행주체", K::kMethod},  {"추진주체", K::kMethod},     {"사업추진방식", K::kMethod},   {"사업추진체계", K::kMethod},
    {"시행방식", K::kMethod},      {"운영방법", K::kMethod},     {"사업수행방법", K::kMethod},   {"수행방법", K::kMethod},
    {"사업내용", K::kContent},     {"주요내용", K::kContent},    {"주요사업내용", K::kContent},  {"내용", K::kContent},
    {"세부사업내용", K::kContent}, {"추진내용", K::kContent},    {"사업주요내용", K::kContent},  {"사업의내용", K::kContent},
    {"사업세부내용", K::kContent}, {"사업추진내용", K::kContent}, {"주요사업", K::kContent},      {"세부내용", K::kContent},
    {"추진경위", K::kHistory},     {"추진경과", K::kHistory},    {"추진상황", K::kHistory},      {"사업추진상황", K::kHistory},    {"그간추진경과", K::kHistory},  {"그간의추진경위", K::kHistory},
    {"그간추진경위", K::kHistory}, {"경위", K::kHistory},        {"사업연혁", K::kHistory},      {"사업추진경위", K::kHistory},
    {"사업추진경과", K::kHistory}, {"그동안추진경위", K::kHistory}, {"연혁", K::kHistory},       {"그간의추진경과", K::kHistory},
    {"사업경위", K::kHistory},     {"추진연혁", K::kHistory},    {"그동안의추진경위", K::kHistory},
    {"추진일정", K::kSchedule},    {"추진계획", K::kSchedule},   {"세부추진계획", K::kSchedule}, {"사업추진일정", K::kSchedule},
    {"추진일정및예산집행계획", K::kSchedule}, {"사업추진계획", K::kSchedule}, {"월별추진계획", K::kSchedule}, {"세부추진일정", K::kSchedule},
    {"추진일정표", K::kSchedule},  {"추진절차", K::kSchedule},   {"집행계획", K::kSchedule},     {"예산집행계획", K::kSchedule},
    {"추진일정및집행계획", K::kSchedule}, {"사업일정", K::kSchedule}, {"향후추진계획", K::kSchedule}, {"향후추진일정", K::kSchedule},
    {"향후계획", K::kSchedule},    {"추진계획및일정", K::kSchedule}, {"사업추진절차및일정", K::kSchedule}, {"일정", K::kSchedule},
    {"추진일정및예산", K::kSchedule}, {"연간추진계획", K::kSchedule}, {"단계별추진계획", K::kSchedule}, {"사업추진절차", K::kSchedule},
    {"추진실적", K::kResults},     {"사업실적", K::kResults},    {"주요실적", K::kResults},      {"실적", K::kResults},
    {"사업추진실적", K::kResults}, {"주요추진실적", K::kResults}, {"추진성과", K::kResults},      {"사업성과", K::kResults},
    {"성과", K::kResults},         {"주요성과", K::kResults},    {"추진실적및성과", K::kResults}, {"성과지표", K::kResults},
    {"그간추진실적", K::kResults}, {"연도별실적", K::kResults},  {"운영실적", K::kResults},      {"성과및실적", K::kResults},
    {"사업운영실적", K::kResults}, {"그간의추진실적", K::kResults}, {"지원실적", K::kResults},    {"사업추진성과", K::kResults},
    {"기대효과", K::kEffects},     {"향후기대효과", K::kEffects}, {"사업기대효과", K::kEffects},  {"효과", K::kEffects},
    {"사업효과", K::kEffects},     {"파급효과", K::kEffects},    {"기대성과", K::kEffects},      {"사업의기대효과", K::kEffects},
    {"기대되는효과", K::kEffects}, {"추진효과", K::kEffects},    {"사업의효과", K::kEffects},    {"성과및기대효과", K::kEffects},
    {"결산현황", K::kSettlement},  {"결산", K::kSettlement},     {"결산내역", K::kSettlement},   {"세출결산", K::kSettlement},
    {"예산집행현황", K::kSettlement}, {"집행현황", K::kSettlement}, {"결산총괄", K::kSettlement}, {"연도별결산", K::kSettlement},
    {"예산및결산", K::kSettlement}, {"예산결산현황", K::kSettlement}, {"세출결산현황", K::kSettlement}, {"예산집행실적", K::kSettlement},
    {"집행실적", K::kSettlement},  {"결산개요", K::kSettlement}, {"연도별결산현황", K::kSettlement}, {"예결산현황", K::kSettlement},
    {"결산실적", K::kSettlement},  {"예산결산", K::kSettlement}, {"예산및결산현황", K::kSettlement}, {"결산총괄표", K::kSettlement},
    {"연도별예산집행현황", K::kSettlement}, {"연도별집행현황", K::kSettlement}, {"세출예산집행현황", K::kSettlement}, {"예산액및결산액", K::kSettlement},
    {"예산설명", K::kGroup},       {"사업설명", K::kGroup},      {"예산내용", K::kGroup},        {"사업별설명서", K::kGroup},
    {"세부사업설명서", K::kGroup}, {"사업설명서", K::kGroup},    {"예산안사업설명서", K::kGroup}, {"예산사업설명서", K::kGroup},
    {"세출예산사업별설명서", K::kGroup}, {"예산사업별설명서", K::kGroup}, {"세출예산사업설명서", K::kGroup}, {"예산안사업별설명서", K::kGroup},
    {"예산사항", K::kGroup},       {"사업추진", K::kGroup},      {"추진사항", K::kGroup},        {"주요사업설명서", K::kGroup},
    {"예산", K::kGroup},           {"사업세부설명", K::kGroup},  {"세부사업별설명서", K::kGroup}, {"예산에관한사항", K::kGroup},
    {"사업추진현황", K::kGroup},   {"사업에관한사항", K::kGroup}, {"예산및결산사항", K::kGroup},  {"사업계획", K::kGroup},
};

using R = ColumnRole;
constexpr std::int32_t Role(R role) { return static_cast<std::int32_t>(role); }
constexpr std::int32_t Word(ColumnWord word) { return static_cast<std::int32_t>(word); }
using W = ColumnWord;
constexpr Entry<std::int32_t> kColumnNames[] = {
    {"구분", Role(R::kLabel)},          {"과목", Role(R::kLabel)},         {"과목구분", Role(R::kLabel)},     {"통계목", Role(R::kLabel)},
    {"편성목", Role(R::kLabel)},        {"예산과목", Role(R::kLabel)},     {"항목", Role(R::kLabel)},         {"세목", Role(R::kLabel)},
    {"목", Role(R::kLabel)},            {"재원구분", Role(R::kLabel)},     {"재원", Role(R::kLabel)},         {"재원별", Role(R::kLabel)},
    {"편성목통계목", Role(R::kLabel)},  {"편성목별", Role(R::kLabel)},     {"통계목별", Role(R::kLabel)},     {"과목별", Role(R::kLabel)},
    {"비목", Role(R::kLabel)},          {"세부항목", Role(R::kLabel)},     {"목별", Role(R::kLabel)},         {"예산과목통계목", Role(R::kLabel)},
    {"부기", Role(R::kLabel)},          {"지표", Role(R::kLabel)},         {"지표명", Role(R::kLabel)},       {"성과지표", Role(R::kLabel)},
    {"기정액", Role(R::kPrior)},        {"기정예산", Role(R::kPrior)},     {"기정예산액", Role(R::kPrior)},   {"기정", Role(R::kPrior)},
    {"경정액", Role(R::kCurrent)},      {"경정예산", Role(R::kCurrent)},   {"경정예산액", Role(R::kCurrent)}, {"경정", Role(R::kCurrent)},
    {"전년도예산", Role(R::kPrior)},    {"전년도예산액", Role(R::kPrior)}, {"전년예산", Role(R::kPrior)},     {"전년도", Word(W::kPriorYear)},
    {"전년예산액", Role(R::kPrior)},    {"전년도본예산", Role(R::kPrior)}, {"전년도최종예산", Role(R::kPrior)}, {"전년", Word(W::kPriorYear)},
    {"전년도최종", Role(R::kPrior)},    {"전년도당초", Role(R::kPrior)},   {"전년도당초예산", Role(R::kPrior)}, {"작년예산", Role(R::kPrior)},
    {"금년도예산", Role(R::kCurrent)},  {"금년도예산액", Role(R::kCurrent)}, {"금년예산", Role(R::kCurrent)}, {"금년도", Word(W::kThisYear)},
    {"금년예산액", Role(R::kCurrent)},  {"당해연도예산", Role(R::kCurrent)}, {"당해연도예산액", Role(R::kCurrent)}, {"당해연도", Word(W::kThisYear)},
    {"당해년도", Word(W::kThisYear)},   {"당해년도예산", Role(R::kCurrent)}, {"본년도예산", Role(R::kCurrent)}, {"요구액", Role(R::kCurrent)},
    {"예산요구액", Role(R::kCurrent)},  {"올해예산", Role(R::kCurrent)},   {"조정액", Role(R::kCurrent)},     {"금년도본예산", Role(R::kCurrent)},
    {"예산", Word(W::kBudget)},         {"예산액", Word(W::kBudget)},      {"예산안", Word(W::kBudget)},      {"예산편성액", Word(W::kBudget)},
    {"예산액안", Word(W::kBudget)},     {"편성액", Word(W::kBudget)},      {"세출예산", Word(W::kBudget)},    {"세출예산액", Word(W::kBudget)},
    {"당초예산", Word(W::kOriginalBudget)}, {"당초", Word(W::kOriginalBudget)}, {"당초예산액", Word(W::kOriginalBudget)}, {"본예산", Word(W::kOriginalBudget)},
    {"본예산액", Word(W::kOriginalBudget)}, {"본예산당초", Word(W::kOriginalBudget)},
    {"최종예산", Word(W::kFinalBudget)}, {"최종예산액", Word(W::kFinalBudget)}, {"최종", Word(W::kFinalBudget)},
    {"추경", Role(R::kSupplementary)},  {"추경예산", Role(R::kSupplementary)}, {"추경예산액", Role(R::kSupplementary)}, {"추경액", Role(R::kSupplementary)},
    {"추가경정예산", Role(R::kSupplementary)}, {"추경증감", Role(R::kSupplementary)}, {"추경증감액", Role(R::kSupplementary)}, {"제1회추경", Role(R::kSupplementary)},
    {"1회추경", Role(R::kSupplementary)}, {"추가경정", Role(R::kSupplementary)}, {"1차추경", Role(R::kSupplementary)}, {"추경예산증감", Role(R::kSupplementary)},
    {"증감", Role(R::kChange)},         {"증감액", Role(R::kChange)},      {"비교증감", Role(R::kChange)},    {"증△감", Role(R::kChange)},
    {"증δ감", Role(R::kChange)},        {"증감ba", Role(R::kChange)},      {"비교", Role(R::kChange)},        {"전년대비증감", Role(R::kChange)},
    {"전년대비증감액", Role(R::kChange)}, {"ba", Role(R::kChange)},        {"전년대비", Role(R::kChange)},    {"증감액ba", Role(R::kChange)},
    {"증감내역", Role(R::kChange)},     {"증감ab", Role(R::kChange)},      {"ab", Role(R::kChange)},          {"증감금액", Role(R::kChange)},
    {"증감률", Role(R::kRate)},         {"증감율", Role(R::kRate)},        {"증감비율", Role(R::kRate)},      {"비율", Role(R::kRate)},
    {"ba100a", Role(R::kRate)},         {"ba100", Role(R::kRate)},         {"baa", Role(R::kRate)},           {"증감baa", Role(R::kRate)},
    {"증가율", Role(R::kRate)},         {"증가률", Role(R::kRate)},        {"전년대비증감률", Role(R::kRate)}, {"전년대비증감율", Role(R::kRate)},
    {"증감률ba100a", Role(R::kRate)},   {"증감baxa100", Role(R::kRate)},   {"baax100", Role(R::kRate)},       {"baa100", Role(R::kRate)},
    {"baax100", Role(R::kRate)},        {"ba×100a", Role(R::kRate)},       {"baa×100", Role(R::kRate)},       {"bax100a", Role(R::kRate)},
    {"연도", Role(R::kYear)},           {"년도", Role(R::kYear)},          {"회계연도", Role(R::kYear)},      {"연도별", Role(R::kYear)},
    {"결산연도", Role(R::kYear)},       {"년도별", Role(R::kYear)},        {"회계년도", Role(R::kYear)},
    {"전년이월", Role(R::kCarryoverIn)}, {"전년도이월", Role(R::kCarryoverIn)}, {"전년도이월액", Role(R::kCarryoverIn)}, {"전년이월액", Role(R::kCarryoverIn)},
    {"전년도이월예산", Role(R::kCarryoverIn)}, {"이월예산", Role(R::kCarryoverIn)}, {"전년도이월금", Role(R::kCarryoverIn)}, {"전년도에서이월", Role(R::kCarryoverIn)},
    {"예산변경", Role(R::kNetAdjustment)}, {"변경", Role(R::kNetAdjustment)}, {"예산변경액", Role(R::kNetAdjustment)}, {"변경액", Role(R::kNetAdjustment)},
    {"예산성립후증감", Role(R::kNetAdjustment)}, {"예산성립후증감액", Role(R::kNetAdjustment)}, {"변경사용", Role(R::kNetAdjustment)}, {"예산변경등", Role(R::kNetAdjustment)},
    {"예산증감", Role(R::kNetAdjustment)}, {"예산증감액", Role(R::kNetAdjustment)}, {"변경증감", Role(R::kNetAdjustment)}, {"변경사용액", Role(R::kNetAdjustment)},
    {"예비비", Role(R::kContingency)},  {"예비비사용액", Role(R::kContingency)}, {"예비비사용", Role(R::kContingency)}, {"예비비지출", Role(R::kContingency)},
    {"이전용등", Role(R::kTransfer)},   {"이용전용", Role(R::kTransfer)},  {"이전용", Role(R::kTransfer)},    {"전용", Role(R::kTransfer)},
    {"이용전용이체", Role(R::kTransfer)}, {"전용등증감액", Role(R::kTransfer)}, {"전용등", Role(R::kTransfer)}, {"이용전용등", Role(R::kTransfer)},
    {"이전용액", Role(R::kTransfer)},   {"이용", Role(R::kTransfer)},      {"이용전용액", Role(R::kTransfer)}, {"전용액", Role(R::kTransfer)},
    {"이전용등증감", Role(R::kTransfer)}, {"이체", Role(R::kTransfer)},    {"전용등증감", Role(R::kTransfer)}, {"이용전용이체등", Role(R::kTransfer)},
    {"예산현액", Role(R::kCurrentBudget)}, {"현액", Role(R::kCurrentBudget)}, {"예산현액계", Role(R::kCurrentBudget)},
    {"집행액", Role(R::kDisbursed)},    {"지출액", Role(R::kDisbursed)},   {"결산액", Role(R::kDisbursed)},   {"집행", Role(R::kDisbursed)},
    {"지출", Role(R::kDisbursed)},      {"지출금액", Role(R::kDisbursed)}, {"세출결산액", Role(R::kDisbursed)}, {"집행금액", Role(R::kDisbursed)},
    {"결산", Role(R::kDisbursed)},      {"지출및집행액", Role(R::kDisbursed)}, {"실집행액", Role(R::kDisbursed)}, {"집행결산액", Role(R::kDisbursed)},
    {"차년이월", Role(R::kCarryoverOut)}, {"차년도이월", Role(R::kCarryoverOut)}, {"차년도이월액", Role(R::kCarryoverOut)}, {"차년이월액", Role(R::kCarryoverOut)},
    {"다음연도이월", Role(R::kCarryoverOut)}, {"다음연도이월액", Role(R::kCarryoverOut)}, {"다음년도이월액", Role(R::kCarryoverOut)}, {"익년도이월", Role(R::kCarryoverOut)},
    {"익년도이월액", Role(R::kCarryoverOut)}, {"다음년도이월", Role(R::kCarryoverOut)}, {"익년이월액", Role(R::kCarryoverOut)}, {"익년이월", Role(R::kCarryoverOut)},
    {"이월액", Word(W::kCarryover)},    {"이월", Word(W::kCarryover)},     {"이월금", Word(W::kCarryover)},
    {"명시이월", Role(R::kExplicitCarryover)}, {"명시이월액", Role(R::kExplicitCarryover)}, {"명시", Role(R::kExplicitCarryover)},
    {"사고이월", Role(R::kAccidentalCarryover)}, {"사고이월액", Role(R::kAccidentalCarryover)}, {"사고", Role(R::kAccidentalCarryover)},
    {"계속비이월", Role(R::kContinuingCarryover)}, {"계속비", Role(R::kContinuingCarryover)}, {"계속비이월액", Role(R::kContinuingCarryover)},
    {"보조금반납금", Role(R::kSubsidyRefund)}, {"반납금", Role(R::kSubsidyRefund)}, {"보조금반납", Role(R::kSubsidyRefund)}, {"보조금집행잔액", Role(R::kSubsidyRefund)},
    {"보조금반납액", Role(R::kSubsidyRefund)}, {"보조금잔액", Role(R::kSubsidyRefund)}, {"반납액", Role(R::kSubsidyRefund)}, {"국고보조금반납금", Role(R::kSubsidyRefund)},
    {"집행잔액", Role(R::kLapsed)},     {"불용액", Role(R::kLapsed)},      {"잔액", Role(R::kLapsed)},        {"불용", Role(R::kLapsed)},
    {"집행잔액불용액", Role(R::kLapsed)}, {"불용액집행잔액", Role(R::kLapsed)}, {"예산잔액", Role(R::kLapsed)},
    {"집행률", Role(R::kExecutionRate)}, {"집행율", Role(R::kExecutionRate)}, {"집행비율", Role(R::kExecutionRate)}, {"예산집행률", Role(R::kExecutionRate)},
    {"지출률", Role(R::kExecutionRate)}, {"예산집행율", Role(R::kExecutionRate)}, {"지출율", Role(R::kExecutionRate)},
    {"사업추진절차", Role(R::kStep)},   {"추진절차", Role(R::kStep)},      {"추진내용", Role(R::kStep)},      {"추진단계", Role(R::kStep)},
    {"단계", Role(R::kStep)},           {"세부사업", Role(R::kStep)},      {"추진사항", Role(R::kStep)},      {"사업명", Role(R::kStep)},
    {"주요내용", Role(R::kStep)},       {"추진과제", Role(R::kStep)},      {"사업절차", Role(R::kStep)},      {"절차", Role(R::kStep)},
    {"세부사업명", Role(R::kStep)},     {"추진업무", Role(R::kStep)},      {"추진계획", Role(R::kStep)},      {"주요추진사항", Role(R::kStep)},
    {"주요일정", Role(R::kStep)},       {"단위사업", Role(R::kStep)},      {"세부추진사항", Role(R::kStep)},  {"업무", Role(R::kStep)},
    {"추진기간", Role(R::kPeriod)},     {"기간", Role(R::kPeriod)},        {"추진일정", Role(R::kPeriod)},    {"일정", Role(R::kPeriod)},
    {"시기", Role(R::kPeriod)},         {"추진시기", Role(R::kPeriod)},    {"사업기간", Role(R::kPeriod)},    {"추진일자", Role(R::kPeriod)},
    {"예산집행금액", Role(R::kAmount)}, {"소요예산", Role(R::kAmount)},    {"금액", Role(R::kAmount)},        {"사업비", Role(R::kAmount)},
    {"소요예산액", Role(R::kAmount)},   {"산출액", Role(R::kAmount)},      {"집행예산", Role(R::kAmount)},    {"예산집행액", Role(R::kAmount)},
    {"소요액", Role(R::kAmount)},       {"집행계획액", Role(R::kAmount)},  {"배정액", Role(R::kAmount)},      {"집행예정액", Role(R::kAmount)},
    {"산출금액", Role(R::kAmount)},     {"예산집행계획", Role(R::kAmount)}, {"집행계획", Role(R::kAmount)},   {"소요사업비", Role(R::kAmount)},
    {"추진세부내용", Role(R::kDetail)}, {"세부내용", Role(R::kDetail)},    {"내용", Role(R::kDetail)},        {"실적", Role(R::kDetail)},
    {"추진실적", Role(R::kDetail)},     {"주요실적", Role(R::kDetail)},    {"세부추진내용", Role(R::kDetail)}, {"사업내용", Role(R::kDetail)},
    {"주요추진실적", Role(R::kDetail)}, {"성과", Role(R::kDetail)},        {"추진성과", Role(R::kDetail)},    {"주요추진내용", Role(R::kDetail)},
    {"사업실적", Role(R::kDetail)},     {"세부계획", Role(R::kDetail)},    {"상세내용", Role(R::kDetail)},    {"주요성과", Role(R::kDetail)},
    {"예산내역", Role(R::kFormula)},    {"산출내역", Role(R::kFormula)},   {"산출기초", Role(R::kFormula)},   {"산출근거", Role(R::kFormula)},
    {"산출식", Role(R::kFormula)},      {"예산산출내역", Role(R::kFormula)}, {"산출근거내역", Role(R::kFormula)}, {"예산산출근거", Role(R::kFormula)},
    {"세부산출내역", Role(R::kFormula)}, {"세부내역", Role(R::kFormula)},  {"산출기초내역", Role(R::kFormula)}, {"예산액산출내역", Role(R::kFormula)},
    {"국비", Role(R::kNational)},       {"국고보조금", Role(R::kNational)}, {"국고", Role(R::kNational)},     {"국고보조", Role(R::kNational)},
    {"시도비", Role(R::kProvince)},     {"도비", Role(R::kProvince)},      {"광역보조금", Role(R::kProvince)}, {"시도비보조금", Role(R::kProvince)},
    {"도비보조금", Role(R::kProvince)},
    {"구비", Role(R::kDistrict)},       {"군비", Role(R::kDistrict)},      {"시군구비", Role(R::kDistrict)},  {"자체재원", Role(R::kDistrict)},
    {"시군비", Role(R::kDistrict)},     {"자체", Role(R::kDistrict)},      {"시비", Role(R::kDistrict)},      {"군구비", Role(R::kDistrict)},
    {"시구비", Role(R::kDistrict)},
    {"기타", Role(R::kOtherFunds)},     {"기타재원", Role(R::kOtherFunds)}, {"민자", Role(R::kOtherFunds)},   {"자부담", Role(R::kOtherFunds)},
    {"균특", Role(R::kOtherFunds)},     {"균특회계", Role(R::kOtherFunds)}, {"특교세", Role(R::kOtherFunds)}, {"특별교부세", Role(R::kOtherFunds)},
    {"기금", Role(R::kFund)},           {"기금보조금", Role(R::kFund)},    {"지방채", Role(R::kBond)},
    {"계", Role(R::kTotal)},            {"합계", Role(R::kTotal)},         {"총계", Role(R::kTotal)},         {"총액", Role(R::kTotal)},
    {"시작", Role(R::kFirstDay)},       {"착수", Role(R::kFirstDay)},      {"시작일", Role(R::kFirstDay)},    {"착수일", Role(R::kFirstDay)},
    {"종료", Role(R::kLastDay)},        {"완료", Role(R::kLastDay)},       {"종료일", Role(R::kLastDay)},     {"완료일", Role(R::kLastDay)},
    {"항목명", Role(R::kLabel)},        {"최종예산액당초", Word(W::kFinalBudget)},
    {"실국", Role(R::kBureau)},         {"실국명", Role(R::kBureau)},      {"국", Role(R::kBureau)},          {"국소", Role(R::kBureau)},
    {"실국소", Role(R::kBureau)},       {"국실", Role(R::kBureau)},        {"소속", Role(R::kBureau)},        {"실국본부", Role(R::kBureau)},
    {"부서명", Role(R::kDepartment)},   {"부서", Role(R::kDepartment)},    {"담당부서", Role(R::kDepartment)}, {"소관부서", Role(R::kDepartment)},
    {"과명", Role(R::kDepartment)},        {"과", Role(R::kDepartment)},     {"실과", Role(R::kDepartment)},    {"실과명", Role(R::kDepartment)},  {"담당과", Role(R::kDepartment)},
    {"추진부서", Role(R::kDepartment)}, {"주관부서", Role(R::kDepartment)},
    {"과장", Role(R::kOfficer)},        {"팀장", Role(R::kOfficer)},       {"주무관", Role(R::kOfficer)},     {"담당자", Role(R::kOfficer)},
    {"담당", Role(R::kOfficer)},        {"국장", Role(R::kOfficer)},       {"담당관", Role(R::kOfficer)},     {"부서장", Role(R::kOfficer)},
    {"계장", Role(R::kOfficer)},        {"실장", Role(R::kOfficer)},       {"소장", Role(R::kOfficer)},       {"담당주무관", Role(R::kOfficer)},
    {"담당팀장", Role(R::kOfficer)},    {"성명", Role(R::kOfficer)},       {"담당과장", Role(R::kOfficer)},   {"직위", Role(R::kLabel)}, {"직급", Role(R::kLabel)},
    {"전화번호", Role(R::kPhone)},      {"전화", Role(R::kPhone)},         {"연락처", Role(R::kPhone)},       {"내선", Role(R::kPhone)},
    {"비고", Role(R::kRemark)},         {"참고", Role(R::kRemark)},
};

using F = FactKey;
constexpr Entry<F> kFactNames[] = {
    {"사업명", F::kTitle},       {"세부사업명", F::kTitle},   {"세부사업", F::kTitle},     {"프로그램명", F::kTitle},
    {"회계", F::kAccount},       {"회계구분", F::kAccount},   {"회계명", F::kAccount},     {"회계별", F::kAccount},
    {"사업기간", F::kPeriod},    {"추진기간", F::kPeriod},    {"기간", F::kPeriod},        {"사업연도", F::kPeriod},
    {"사업내용", F::kContent},   {"주요내용", F::kContent},   {"내용", F::kContent},       {"사업개요", F::kContent},
    {"추진방법", F::kMethod},    {"수행방법", F::kMethod},    {"시행방법", F::kMethod},    {"사업방식", F::kMethod},    {"시행주체", F::kMethod},
    {"사업추진방법", F::kMethod}, {"추진방식", F::kMethod},   {"사업시행방법", F::kMethod}, {"시행방식", F::kMethod},
    {"추진주체", F::kMethod},        {"사업시행주체", F::kMethod}, {"사업추진방식", F::kMethod},
    {"사업비", F::kFunding},     {"총사업비", F::kTotalCost}, {"사업비총액", F::kTotalCost},   {"소요예산", F::kFunding},   {"예산액", F::kFunding},
    {"사업예산", F::kFunding},   {"예산", F::kFunding},       {"소요사업비", F::kFunding}, {"사업비당해년도", F::kFunding},
    {"사업비당해연도", F::kFunding}, {"당해연도사업비", F::kFunding}, {"사업비금년도", F::kFunding},
    {"부서", F::kDepartment},    {"담당부서", F::kDepartment}, {"소관부서", F::kDepartment}, {"부서명", F::kDepartment},
    {"주관부서", F::kDepartment}, {"추진부서", F::kDepartment},
    {"사업목적", F::kPurpose},   {"목적", F::kPurpose},       {"추진목적", F::kPurpose},
    {"사업근거", F::kLegalBasis}, {"추진근거", F::kLegalBasis}, {"법적근거", F::kLegalBasis}, {"근거", F::kLegalBasis},
    {"근거법령", F::kLegalBasis}, {"관련근거", F::kLegalBasis}, {"지원근거", F::kLegalBasis},
    {"기대효과", F::kEffects},   {"사업효과", F::kEffects},
    {"추진경위", F::kHistory},   {"추진경과", F::kHistory},
};

constexpr auto kSections = Sorted(kSectionNames);
constexpr auto kColumns = Sorted(kColumnNames);
constexpr auto kFacts = Sorted(kFactNames);

// Words in front of a section's name that say only when.
constexpr std::string_view kPrefixes[] = {"최근3년간의", "최근3년간", "최근3개년도", "최근3개년", "최근3년",  "최근5년간", "최근5년", "과거3년간", "과거3년",
                                          "최근2년간", "최근2년",  "직전3년", "향후", "연도별", "당해연도", "당해년도", "금년도", "그간의", "그간", "세부", "주요", "본"};

// What a document calls itself at its top, whatever stands before.
constexpr std::string_view kDocuments[] = {"설명서", "설명자료"};

constexpr std::size_t kHeadingBytesMax = 150;

}  // namespace

std::optional<SectionKind> FindSection(std::string_view folded) noexcept {
  if (auto kind = Lookup(kSections, folded)) return kind;
  for (const std::string_view prefix : kPrefixes) {
    if (folded.size() > prefix.size() && folded.substr(0, prefix.size()) == prefix) {
      if (auto kind = Lookup(kSections, folded.substr(prefix.size()))) return kind;
    }
  }
  for (const std::string_view suffix : kDocuments) {
    if (folded.size() > suffix.size() && folded.substr(folded.size() - suffix.size()) == suffix) return SectionKind::kGroup;
  }
  // `추진방법 및 사업내용`: the first of the two.
  constexpr std::string_view kAnd = "및";
  for (std::size_t at = folded.find(kAnd); at != std::string_view::npos; at = folded.find(kAnd, at + 1)) {
    if (auto kind = Lookup(kSections, folded.substr(0, at))) return kind;
  }
  return std::nullopt;
}

std::optional<std::int32_t> FindColumn(std::string_view folded) noexcept { return Lookup(kColumns, folded); }

std::optional<FactKey> FindFact(std::string_view folded) noexcept { return Lookup(kFacts, folded); }

int TotalWord(std::string_view label) noexcept {
  label = Trim(label);
  if (label.size() > 30) return 0;
  const std::string folded = FoldName(label);
  if (folded == "계" || folded == "합계" || folded == "총계" || folded == "총합계" || folded == "총사업비" || folded == "사업비계" || folded == "총액" || folded == "예산총액") return 1;
  if (folded == "소계") return 2;
  return 0;
}

char32_t TakeMarker(std::string_view& text) noexcept {
  text = Trim(text);
  if (text.empty()) return 0;
  std::size_t at = 0;
  const char32_t first = NextCharacter(text, at);
  const auto rest_is = [&](std::size_t i, std::string_view ends) {
    return i < text.size() && ends.find(text[i]) != std::string_view::npos;
  };
  switch (first) {
    case U'□': case U'■': case U'▣': case U'▢': case U'◻': case U'◼':
      text = Trim(text.substr(at));
      return U'□';
    case U'◇': case U'◆': case U'◈': case U'❍': case U'▶': case U'▷': case U'►': case U'☞': case U'➤': case U'▸':
      text = Trim(text.substr(at));
      return U'◇';
    case U'○': case U'●': case U'◎': case U'◦': case U'•': case U'ㅇ': case U'ο': case U'⚪': case U'❏':
      text = Trim(text.substr(at));
      return U'○';
    case U'·': case U'ㆍ': case U'․': case U'‧': case U'･': case U'∙': case U'⋅': case U'・': case U'ᆞ':
      text = Trim(text.substr(at));
      return U'·';
    case U'※': case U'☆': case U'★':
      text = Trim(text.substr(at));
      return U'※';
    case U'-': case U'–': case U'—': case U'*': case U'+':
      // A mark stands apart from its words; a minus does not.
      if (at < text.size()) {
        std::size_t next = at;
        const char32_t second = NextCharacter(text, next);
        if (first == U'*' && second == U'*') return 0;
        if (second >= U'0' && second <= U'9') return 0;
      }
      text = Trim(text.substr(at));
      return U'-';
    default:
      break;
  }
  if (first >= 0xF000 && first <= 0xF8FF) {  // bullets of old word processors, in the private area
    text = Trim(text.substr(at));
    return U'○';
  }
  if (first >= U'①' && first <= U'⑳') {
    text = Trim(text.substr(at));
    return U'①';
  }
  if (first >= U'㉮' && first <= U'㉻') {
    text = Trim(text.substr(at));
    return U'㉮';
  }
  if (first >= U'Ⅰ' && first <= U'Ⅻ') {
    if (rest_is(at, ".)")) ++at;
    text = Trim(text.substr(at));
    return U'Ⅰ';
  }
  std::size_t i = 0;
  if (text[0] == '(') i = 1;
  const std::size_t begin = i;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9' && i - begin < 2) ++i;
  if (i > begin) {
    if (begin == 1) {
      if (!rest_is(i, ")")) return 0;
      text = Trim(text.substr(i + 1));
      return U'N';
    }
    if (rest_is(i, "-.") && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') {  // 1-1. 가
      std::size_t j = i + 1;
      while (j < text.size() && text[j] >= '0' && text[j] <= '9' && j - i <= 2) ++j;
      if (rest_is(j, ". )")) {
        text = Trim(text.substr(j + 1));
        return U'2';
      }
      return 0;
    }
    if (rest_is(i, ".)")) {
      const char32_t kind = text[i] == '.' ? U'1' : U')';
      text = Trim(text.substr(i + 1));
      return kind;
    }
    if (rest_is(i, " ")) {
      const std::string_view rest = Trim(text.substr(i));
      std::size_t next = 0;
      if (rest.empty() || (rest[0] >= '0' && rest[0] <= '9')) return 0;
      const char32_t second = NextCharacter(rest, next);
      if (second < 0xAC00 || second > 0xD7A3) return 0;
      text = rest;
      return U'1';
    }
    return 0;
  }
  static constexpr std::u32string_view kLetters = U"가나다라마바사아자차카타파하";
  std::size_t k = begin;
  const char32_t letter = k < text.size() ? NextCharacter(text, k) : 0;
  if (kLetters.find(letter) != std::u32string_view::npos) {
    if (begin == 1 && rest_is(k, ")")) {
      text = Trim(text.substr(k + 1));
      return U'나';
    }
    if (begin == 0 && rest_is(k, ".)")) {
      const char32_t kind = text[k] == '.' ? U'가' : U'다';
      text = Trim(text.substr(k + 1));
      return kind;
    }
  }
  return 0;
}

std::string Narrow(std::string_view text) {
  std::string narrow;
  narrow.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = NextCharacter(text, i);
    if (c >= 0xFF01 && c <= 0xFF5E) {
      narrow.push_back(static_cast<char>(c - 0xFF01 + 0x21));
    } else if (c == 0x3000 || c == 0xA0) {
      narrow.push_back(' ');
    } else if (c == 0x2212 || c == 0x2013 || c == 0x2010) {
      narrow.push_back('-');
    } else {
      narrow.append(text.substr(at, i - at));
    }
  }
  return narrow;
}

std::int32_t YearIn(std::string_view text) {
  if (text.find('\xEF') != std::string_view::npos) {
    const std::string narrow = Narrow(text);
    if (narrow.find('\xEF') == std::string::npos) return YearIn(narrow);
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [&](std::size_t k) { return k < text.size() && text[k] >= '0' && text[k] <= '9'; };
    if (!digit(i)) continue;
    std::size_t end = i;
    while (digit(end)) ++end;
    if (end - i == 4 && (text.substr(i, 2) == "19" || text.substr(i, 2) == "20")) {
      return (text[i] - '0') * 1000 + (text[i + 1] - '0') * 100 + (text[i + 2] - '0') * 10 + (text[i + 3] - '0');
    }
    if (end - i == 2) {
      const std::string_view before = text.substr(0, i);
      const auto ends = [&](std::string_view mark) {
        return before.size() >= mark.size() && before.substr(before.size() - mark.size()) == mark;
      };
      if (ends("'") || ends("’") || ends("‘") || ends("`") || ends("´") || ends("＇") || text.substr(end, 6) == "년도" ||
          text.substr(end, 3) == "년") {
        const std::int32_t two = (text[i] - '0') * 10 + (text[i + 1] - '0');
        if (text.substr(end, 3) == "년" && !(ends("'") || ends("’") || ends("‘") || ends("`")) && text.substr(end, 6) != "년도") {
          i = end;
          continue;
        }
        return two < 70 ? 2000 + two : 1900 + two;
      }
    }
    i = end;
  }
  return 0;
}

HeadingParts PartsOfHeading(std::string_view text) noexcept {
  HeadingParts parts;
  std::string_view core = Trim(text);
  if (core.size() > 4 * kHeadingBytesMax) core = core.substr(0, 0);
  char32_t marker = TakeMarker(core);
  parts.marker = marker;
  const auto strip = [&](std::string_view open, std::string_view close) {
    if (core.size() > open.size() + close.size() && core.substr(0, open.size()) == open) {
      const std::size_t end = core.find(close, open.size());
      if (end != std::string_view::npos && (end + close.size() == core.size() || core[end + close.size()] == ' ' || core[end + close.size()] == ':' || core.substr(end + close.size(), 1) == "(")) {
        if (parts.marker == 0) parts.marker = U'[';
        const std::string_view inner = core.substr(open.size(), end - open.size());
        const std::string_view rest = Trim(core.substr(end + close.size()));
        if (rest.empty() || rest[0] == '(') {
          core = Trim(inner);
        } else if (rest[0] == ':') {
          parts.colon = true;
          parts.value = Trim(rest.substr(1));
          core = Trim(inner);
        }
      }
    }
  };
  strip("**", "**");
  if (parts.marker == U'[' || parts.marker == 0) {
    const char32_t inner = TakeMarker(core);
    if (inner != 0) parts.marker = inner;
  }
  strip("[", "]");
  strip("（", "）");
  strip("<", ">");
  strip("〈", "〉");
  strip("《", "》");
  strip("【", "】");
  strip("「", "」");
  strip("『", "』");
  if (!parts.colon) {
    std::size_t colon = core.find(':');
    std::size_t width = 1;
    const std::size_t wide = core.find("：");
    if (wide != std::string_view::npos && (colon == std::string_view::npos || wide < colon)) {
      colon = wide;
      width = 3;
    }
    // A colon inside brackets belongs to them: (단위 : 천원).
    const std::size_t open = core.find_first_of("([");
    if (colon != std::string_view::npos && (open == std::string_view::npos || colon < open || core.find(')') < colon)) {
      parts.colon = true;
      parts.value = Trim(core.substr(colon + width));
      core = Trim(core.substr(0, colon));
    }
  }
  // (단위 : 천원), (최근 3년), (안) behind the name.
  while (!core.empty() && (core.back() == ')' || core.back() == ']')) {
    const std::size_t open = core.find_last_of(core.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) break;
    if (parts.year == 0) parts.year = 0;
    core = Trim(core.substr(0, open));
  }
  if (core.size() > kHeadingBytesMax) {
    parts.core = {};
    return parts;
  }
  // A year in front: 2021년도, ’21년, 2021.
  std::string_view rest = core;
  for (const std::string_view quote : {std::string_view("'"), std::string_view("’"), std::string_view("‘"), std::string_view("`")}) {
    if (rest.substr(0, quote.size()) == quote) {
      rest.remove_prefix(quote.size());
      break;
    }
  }
  std::size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  if (digits == 4 || (digits == 2 && rest.size() != core.size())) {
    const std::int32_t year = YearIn(core);
    std::string_view behind = rest.substr(digits);
    if (year != 0) {
      for (const std::string_view word : {std::string_view("회계연도"), std::string_view("년도"), std::string_view("연도"), std::string_view("년")}) {
        if (behind.substr(0, word.size()) == word) {
          behind.remove_prefix(word.size());
          break;
        }
      }
      if (!Trim(behind).empty()) {
        parts.year = year;
        core = Trim(behind);
      }
    }
  }
  parts.core = core;
  return parts;
}

}  // namespace yesan::internal
