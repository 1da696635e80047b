// Every rule: its id, how much its findings weigh, what it claims, and where the claim comes from.
#include <algorithm>
#include <iterator>

#include "yesan/check/check.h"

namespace yesan {
namespace {

constexpr std::string_view kPrint = "인쇄물의 관행";
constexpr std::string_view kRegulation = "지방자치단체 예산편성 운용에 관한 규칙 §3";
constexpr std::string_view kSheetForm = "지방재정법 §44의2①2 (사업별 설명서)";
constexpr std::string_view kSettlementForm = "지방회계법 시행령 §12②2";
constexpr std::string_view kFiscalYear = "지방재정법 §6, §7 (회계연도)";

// In the order of their ids.
constexpr Rule kRules[] = {
    {"basis.formula", Severity::kError, "산식을 계산한 값은 적힌 금액과 같다(단위 미만 반올림은 허용).",
     "A formula comes to its stated result, after some rounding.", kRegulation},
    {"basis.item", Severity::kError, "통계목별 산출근거는 예산 총괄의 같은 통계목 금액과 같다.",
     "The cost basis of an object item is its amount in the overview.", kSheetForm},
    {"basis.odd_leaf", Severity::kNote, "산출근거의 항목은 모두 산식(또는 원 단위 금액)과 결과를 적는다.",
     "Every line of a cost basis states its formula, or won, and its result.", kRegulation},
    {"basis.stated_total", Severity::kError, "산출근거의 합계는 각 항목의 합과 같다.",
     "The total printed in the cost basis is the sum of its items.", kSheetForm},
    {"basis.sum", Severity::kError, "산출근거의 상위 항목은 하위 항목의 합과 같다.",
     "A line of the cost basis is the sum of the lines under it.", kSheetForm},
    {"basis.total", Severity::kError, "산출근거의 합계는 올해 예산액과 같다.",
     "The cost basis comes to the amount of the year.", kSheetForm},
    {"basis.unreadable", Severity::kNote, "산출근거의 줄은 산식이나 금액으로 읽을 수 있다.",
     "A line of the cost basis can be read.", kPrint},
    {"basis.won_rounded", Severity::kNote, "원 단위 금액은 표의 단위로 나누어떨어진다.",
     "An amount in won is a whole number of the unit printed beside it.", kRegulation},
    {"basis.won_thousand", Severity::kError, "원 단위 금액과 천원 단위 금액은 같은 금액이다.",
     "An amount in won and the same in 천원 agree.", kRegulation},
    {"contract.ended", Severity::kAsk, "위탁 기간은 회계연도 안에 걸쳐 있다.",
     "The last entrustment named reaches into the fiscal year.", "위·수탁 협약의 기간"},
    {"dates.calendar", Severity::kWarning, "날짜는 달력에 있는 날이다.", "A date exists in the calendar.",
     "역법"},
    {"dates.unreadable", Severity::kNote, "추진기간은 기간으로 읽을 수 있다.", "A period can be read.",
     kPrint},
    {"funding.change", Severity::kError, "재원별 증감액은 두 금액의 차이다.",
     "A change by source is the difference of its two amounts.", kSheetForm},
    {"funding.column", Severity::kError, "재원표의 계는 각 재원의 합과 같다.",
     "A total of the table of sources is the sum of its rows.", "재원 내역: 금액 = Σ 재원"},
    {"funding.label", Severity::kAsk, "재원의 이름은 알려진 재원 가운데 하나다.",
     "The label of a source of money is a known one.", "지방재정365 재원 구분"},
    {"funding.row", Severity::kError, "재원표의 각 행의 계는 재원별 금액의 합과 같다.",
     "The total of a row by source is the sum of its sources.", "재원 내역: 금액 = Σ 재원"},
    {"funding.sum", Severity::kError, "사업비는 예산 안의 재원별 금액의 합과 같다.",
     "The amount of the year is the sum of its sources in the budget.", "재원 내역: 금액 = Σ 재원"},
    {"funding.total", Severity::kError, "사업비는 예산 총괄의 올해 예산액과 같다.",
     "The funding of the year is the amount of the year.", kSheetForm},
    {"history.order", Severity::kWarning, "추진경위는 날짜 순서로 적는다.",
     "The history stands in the order of its dates.", kPrint},
    {"notation.grouping", Severity::kWarning, "쉼표는 세 자리마다, 소수점은 한 번 찍는다.",
     "Commas part groups of three, a point stands once.", kPrint},
    {"notation.misprint", Severity::kAsk, "합이 맞는 내역의 단위는 전체의 단위와 같다.",
     "Parts that add up have the counter of their whole.", kPrint},
    {"notation.missing_unit", Severity::kWarning, "다른 단위와 함께 적은 금액에는 단위를 붙인다.",
     "An amount beside one in another unit carries its own unit.", kRegulation},
    {"notation.table_unit", Severity::kWarning, "금액표에는 단위를 적는다.",
     "A table of amounts names its unit.", kRegulation},
    {"notation.unreadable", Severity::kAsk, "금액 칸에는 금액이 적혀 있다.",
     "A number cell holds a figure.", kPrint},
    {"overview.change", Severity::kError, "증감액은 올해 예산액에서 전년도 예산액을 뺀 값이다(B−A).",
     "The change is B − A.", kSheetForm},
    {"overview.rate", Severity::kError, "증감률은 (B−A)×100÷A를 적힌 자릿수로 반올림한 값이다.",
     "The rate is (B−A)*100/A at the digits printed, under some rounding.", kSheetForm},
    {"overview.rate_base", Severity::kAsk, "전년도 예산액이 0이면 증감률은 없다.",
     "There is no rate of change on a zero base.", kSheetForm},
    {"overview.sum", Severity::kError, "예산 총괄의 계는 각 행의 합과 같다.",
     "The total of the overview is the sum of its rows.", kSheetForm},
    {"overview.total", Severity::kError, "예산 총괄의 올해 예산액은 재원·산출근거·추진일정의 합계와 같다.",
     "The amount of the year in the overview is that of funding, basis and schedule.", kSheetForm},
    {"presence.column", Severity::kWarning, "검산에 필요한 열이 표에 있다.",
     "A table has the columns that prove it.", kSheetForm},
    {"presence.cut_off", Severity::kWarning, "표는 끝까지 인쇄되어 있다.", "A table is printed to its end.",
     kPrint},
    {"presence.lost_cell", Severity::kWarning, "표의 모든 행은 열의 수만큼 칸이 있다.",
     "A row has a cell for every column.", kPrint},
    {"presence.missing_figure", Severity::kWarning, "다른 금액이 요구하는 칸은 비어 있지 않다.",
     "A cell that the other figures call for is not blank.", kPrint},
    {"presence.missing_total", Severity::kWarning, "합계 행에는 금액이 적혀 있다.",
     "A row of totals states its amount.", kPrint},
    {"presence.section", Severity::kWarning, "설명서에는 예산 총괄과 산출근거가 있다.",
     "A program sheet has an overview and a cost basis.", kSheetForm},
    {"presence.stray_subsidy_mark", Severity::kNote, "국비 등 내역 표시는 금액과 함께 적는다.",
     "A subsidy mark stands with an amount.", kPrint},
    {"presence.total_row", Severity::kNote, "표에는 합계와 내역이 함께 있다.",
     "A table has a total and what it adds up.", kPrint},
    {"presence.usual_section", Severity::kNote, "설명서에는 보통 재원·일정·실적·결산 등이 있다.",
     "A program sheet usually has funding, schedule, results, settlement and so on.", kSheetForm},
    {"results.parts", Severity::kAsk, "괄호 안의 내역을 더하면 전체와 같다.",
     "The parts in a bracket add up to the whole before it.", kPrint},
    {"rounding.mixed", Severity::kNote, "한 문서는 한 가지 방식으로 반올림한다.",
     "One rounding explains every rounded figure of a document.", kPrint},
    {"rounding.rate", Severity::kNote, "비율은 표시된 금액으로 다시 계산할 수 있다.",
     "A rate can be computed from the printed amounts.", kPrint},
    {"rounding.table", Severity::kNote, "백만원 이상의 단위로 표시한 표도 합이 맞는다.",
     "A table in 백만원 or above adds up as printed.", kPrint},
    {"schedule.basis", Severity::kAsk, "추진단계의 금액은 같은 이름의 산출근거와 같다.",
     "A step spends what the cost basis has under its name.", kSheetForm},
    {"schedule.contract", Severity::kWarning, "추진단계는 위탁 기간 안에 있다.",
     "A step lies within the contract.", "위·수탁 협약의 기간"},
    {"schedule.ends_before_start", Severity::kWarning, "기간의 끝은 시작보다 앞서지 않는다.",
     "A period does not end before it begins.", "역법"},
    {"schedule.half_in_two_months", Severity::kAsk, "연중 사업의 예산은 두 달 안에 절반 이상 집행되지 않는다.",
     "A yearly program does not spend half its money in two months.", kPrint},
    {"schedule.other_year", Severity::kAsk, "추진일정은 그 회계연도의 일정이다.",
     "The schedule is that of the fiscal year.", kFiscalYear},
    {"schedule.outside_year", Severity::kWarning, "추진단계의 기간은 회계연도 안에 있다.",
     "A step lies within the fiscal year.", kFiscalYear},
    {"schedule.sum", Severity::kError, "추진일정의 계는 각 단계의 합과 같다.",
     "The total of the schedule is the sum of its steps.", kSheetForm},
    {"schedule.total", Severity::kError, "추진일정의 합계는 올해 예산액과 같다.",
     "The schedule comes to the amount of the year.", kSheetForm},
    {"settlement.adopted", Severity::kError, "최종예산은 예산액과 추경의 합이다.",
     "The final budget is the original one and its supplements.", kSettlementForm},
    {"settlement.carryover", Severity::kError, "이월액은 명시·사고·계속비 이월의 합이다.",
     "What is carried over is the sum of its kinds.", kSettlementForm},
    {"settlement.current_budget", Severity::kError, "예산현액 = 최종예산 + 전년이월 + 예산변경.",
     "Current budget = adopted + carried in + net adjustment.", kSettlementForm},
    {"settlement.lapsed", Severity::kError, "예산현액 = 집행액 + 차년이월 + 집행잔액(반납금이 있으면 더한다).",
     "Current budget = disbursed + carried out + lapsed (and refund, where it stands apart).",
     kSettlementForm},
    {"settlement.latest_year", Severity::kAsk, "N년도 설명서의 결산은 N−4년부터 N−2년까지다.",
     "A sheet of year N shows the settlements of N−4 to N−2.", "지방자치법 §150, 지방회계법 시행령 §10"},
    {"settlement.rate", Severity::kError, "집행률은 집행액×100÷예산현액을 적힌 자릿수로 반올림한 값이다.",
     "The execution rate is disbursed*100/current budget, under some rounding.", kSettlementForm},
    {"settlement.three_years", Severity::kNote, "결산은 최근 3년을 싣는다.",
     "The settlement shows three years.", kSheetForm},
    {"settlement.year_link", Severity::kError, "한 해의 차년이월은 다음 해의 전년이월과 같다.",
     "What is carried out of a year comes into the next.", kSettlementForm},
    {"settlement.years", Severity::kWarning, "결산 연도는 이어진다.",
     "The years of the settlement follow each other.", kSheetForm},
    {"subsidy.part", Severity::kError, "국비 등 내역은 전체 금액을 넘지 않는다.",
     "A subsidy part is not larger than its total.", kPrint},
    {"together.prior_year", Severity::kWarning, "올해 설명서의 전년도 예산액은 전년도 설명서의 예산액과 같다.",
     "This year's A is last year's B.", kSheetForm},
    {"together.settlement", Severity::kError, "두 설명서에 함께 실린 연도의 결산은 서로 같다.",
     "Two sheets agree on the settlement of a year.", kSettlementForm},
    {"years.agree", Severity::kWarning, "총괄·산출근거·추진일정의 연도는 서로 같다.",
     "Overview, basis and schedule name the same year.", kFiscalYear},
    {"years.overview", Severity::kWarning, "예산 총괄은 이어지는 두 해를 비교한다.",
     "The overview compares two years that follow each other.", kFiscalYear},
};

}  // namespace

const Rule* Rules(std::size_t* count) noexcept {
  if (count != nullptr) *count = std::size(kRules);
  return kRules;
}

const Rule* FindRule(std::string_view id) noexcept {
  const Rule* found = std::lower_bound(std::begin(kRules), std::end(kRules), id,
                                       [](const Rule& rule, std::string_view x) { return rule.id < x; });
  return found != std::end(kRules) && found->id == id ? found : nullptr;
}

}  // namespace yesan
