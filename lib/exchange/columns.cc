#include "yesan/exchange/columns.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "lib/exchange/problem.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

constexpr ColumnInfo kColumnTable[] = {
    {Column::kKey, "키", "key"},
    {Column::kFiscalYear, "회계연도", "fiscal_year"},
    {Column::kItem, "과목번호", "item"},
    {Column::kAccount, "회계", "account"},
    {Column::kDepartment, "부서", "department"},
    {Column::kField, "분야", "field"},
    {Column::kSector, "부문", "sector"},
    {Column::kPolicyProgram, "정책사업", "policy_program"},
    {Column::kUnitProgram, "단위사업", "unit_program"},
    {Column::kDetailedProgram, "세부사업", "detailed_program"},
    {Column::kFieldName, "분야명", "field_name"},
    {Column::kSectorName, "부문명", "sector_name"},
    {Column::kPolicyProgramName, "정책사업명", "policy_program_name"},
    {Column::kUnitProgramName, "단위사업명", "unit_program_name"},
    {Column::kDetailedProgramName, "세부사업명", "detailed_program_name"},
    {Column::kObjectGroup, "편성목", "object_group"},
    {Column::kObjectItem, "통계목", "object_item"},
    {Column::kOrigin, "구분", "origin"},
    {Column::kSide, "세입세출", "side"},
    {Column::kAmount, "금액", "amount"},
    {Column::kSource, "재원", "source"},
    {Column::kDay, "일자", "day"},
    {Column::kKind, "종류", "kind"},
    {Column::kCause, "사유", "cause"},
    {Column::kReference, "원인행위", "reference"},
    {Column::kGroup, "묶음", "group"},
    {Column::kAuthorization, "승인", "authorization"},
    {Column::kActor, "담당자", "actor"},
    {Column::kMemo, "적요", "memo"},
};

// Other names that files use. Folded: no spaces, no punctuation, small letters.
struct Synonym {
  std::string_view folded;
  Column column;
};
constexpr Synonym kSynonyms[] = {
    {"번호", Column::kKey},
    {"id", Column::kKey},
    {"연번", Column::kKey},
    {"연도", Column::kFiscalYear},
    {"년도", Column::kFiscalYear},
    {"회계년도", Column::kFiscalYear},
    {"year", Column::kFiscalYear},
    {"itemid", Column::kItem},
    {"회계명", Column::kAccount},
    {"회계구분", Column::kAccount},
    {"accountname", Column::kAccount},
    {"부서명", Column::kDepartment},
    {"departmentname", Column::kDepartment},
    {"분야코드", Column::kField},
    {"부문코드", Column::kSector},
    {"정책사업코드", Column::kPolicyProgram},
    {"단위사업코드", Column::kUnitProgram},
    {"세부사업코드", Column::kDetailedProgram},
    {"사업", Column::kDetailedProgram},
    {"사업코드", Column::kDetailedProgram},
    {"program", Column::kDetailedProgram},
    {"programcode", Column::kDetailedProgram},
    {"사업명", Column::kDetailedProgramName},
    {"programname", Column::kDetailedProgramName},
    {"편성목코드", Column::kObjectGroup},
    {"목그룹", Column::kObjectGroup},
    {"통계목코드", Column::kObjectItem},
    {"과목", Column::kObjectItem},
    {"과목코드", Column::kObjectItem},
    {"object", Column::kObjectItem},
    {"objectcode", Column::kObjectItem},
    {"이월구분", Column::kOrigin},
    {"예산구분", Column::kOrigin},
    {"세입세출구분", Column::kSide},
    {"revenue", Column::kSide},
    {"예산액", Column::kAmount},
    {"증감액", Column::kAmount},
    {"증감", Column::kAmount},
    {"재원구분", Column::kSource},
    {"fundingsource", Column::kSource},
    {"날짜", Column::kDay},
    {"일", Column::kDay},
    {"집행일자", Column::kDay},
    {"처리일자", Column::kDay},
    {"date", Column::kDay},
    {"기록종류", Column::kKind},
    {"집행구분", Column::kKind},
    {"type", Column::kKind},
    {"원인", Column::kCause},
    {"reason", Column::kCause},
    {"원인행위번호", Column::kReference},
    {"원인행위키", Column::kReference},
    {"참조", Column::kReference},
    {"ref", Column::kReference},
    {"묶음번호", Column::kGroup},
    {"승인번호", Column::kAuthorization},
    {"승인문서", Column::kAuthorization},
    {"담당", Column::kActor},
    {"담당자번호", Column::kActor},
    {"officer", Column::kActor},
    {"비고", Column::kMemo},
    {"내용", Column::kMemo},
    {"note", Column::kMemo},
};

Column FindFolded(std::string_view folded) {
  for (const ColumnInfo& info : kColumnTable) {
    if (folded == info.ko || folded == FoldName(info.en)) return info.column;
  }
  const auto* const found =
      std::find_if(std::begin(kSynonyms), std::end(kSynonyms),
                   [&](const Synonym& synonym) { return synonym.folded == folded; });
  return found == std::end(kSynonyms) ? Column::kNone : found->column;
}

// The unit that a remark in brackets is: `천원`, `단위: 천원`, `thousand won`.
Unit FindHeaderUnit(std::string_view remark) {
  if (const auto heading = ParseUnitHeading("(" + std::string(remark) + ")");
      heading && heading->remark.empty() && !heading->has_percent)
    return heading->unit;
  if (const Unit unit = FindUnit(remark); unit != Unit::kNone) return unit;
  const std::string folded = FoldName(remark);
  for (std::int32_t i = 1; i <= static_cast<std::int32_t>(Unit::kTrillionWon); ++i) {
    const auto unit = static_cast<Unit>(i);
    if (folded == FoldName(Name(unit, Language::kEnglish))) return unit;
  }
  return Unit::kNone;
}

std::string Quoted(std::string_view a, std::string_view b) {
  return "'" + std::string(a) + "'(" + std::string(b) + ")";
}

}  // namespace

const ColumnInfo* Columns(std::size_t* count) noexcept {
  *count = std::size(kColumnTable);
  return kColumnTable;
}

std::string_view Name(Column column, Language language) noexcept {
  const auto number = static_cast<std::int32_t>(column);
  if (number < 1 || number > static_cast<std::int32_t>(std::size(kColumnTable))) return {};
  const ColumnInfo& info = kColumnTable[number - 1];
  return language == Language::kKorean ? info.ko : info.en;
}

Header FindColumn(std::string_view header) {
  Header found;
  const std::string_view text = Trim(header);
  // A unit in brackets at the end belongs to an amount.
  if (!text.empty() && (text.back() == ')' || text.back() == ']')) {
    const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
    if (open != std::string_view::npos) {
      const Unit unit = FindHeaderUnit(text.substr(open + 1, text.size() - open - 2));
      const bool is_amount = FindFolded(FoldName(text.substr(0, open))) == Column::kAmount;
      // An amount in anything but money, and anything but an amount in money, is no column.
      if (is_amount && IsMoney(unit)) found = {Column::kAmount, unit};
      if (is_amount || IsMoney(unit)) return found;
    }
  }
  found.column = FindFolded(FoldName(text));
  return found;
}

ColumnMap::ColumnMap(const std::vector<std::string_view>& headers,
                     const std::vector<Column>& allowed, const std::vector<Column>& needed,
                     bool ignore_unknown, std::uint64_t row, std::uint64_t line,
                     std::vector<CsvProblem>& problems) {
  std::fill(std::begin(index_), std::end(index_), -1);
  const auto has = [](const std::vector<Column>& list, Column column) {
    return std::find(list.begin(), list.end(), column) != list.end();
  };
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const internal::CsvPlace place{row, line, static_cast<std::uint32_t>(i + 1), {}};
    const std::string_view text = headers[i];
    if (Trim(text).empty()) {
      if (ignore_unknown) continue;
      problems.push_back(
          internal::MakeProblem(Code::kSyntax, "csv.empty_header", place,
                                {"열 이름이 비어 있습니다.", "the header is empty."}));
      continue;
    }
    const Header header = FindColumn(text);
    if (header.column == Column::kNone || !has(allowed, header.column)) {
      if (ignore_unknown) continue;
      std::string ko;
      std::string en;
      for (const Column column : allowed) {
        ko += (ko.empty() ? "" : " ") + std::string(Name(column, Language::kKorean));
        en += (en.empty() ? "" : " ") + std::string(Name(column, Language::kEnglish));
      }
      problems.push_back(internal::MakeProblem(
          Code::kNotFound, "csv.unknown_header", place,
          {"이 파일에서 쓰지 않는 열 이름입니다.", "this file has no use for the header."},
          {std::move(ko), std::move(en)}, text));
      continue;
    }
    const auto at = static_cast<std::size_t>(header.column);
    if (index_[at] >= 0) {
      const std::string other = headers_[at];
      problems.push_back(internal::MakeProblem(
          Code::kDuplicate, "csv.duplicate_header", place,
          {std::to_string(index_[at] + 1) + "번째 칸의 '" + other + "'와(과) 같은 열입니다.",
           "the header means the same column as '" + other + "' in field " +
               std::to_string(index_[at] + 1) + "."},
          {}, text));
      continue;
    }
    index_[at] = static_cast<std::int32_t>(i);
    headers_[at] = std::string(Trim(text));
    if (header.column == Column::kAmount) unit_ = header.unit;
  }
  for (const Column column : needed) {
    if (Has(column)) continue;
    const std::string both =
        Quoted(Name(column, Language::kKorean), Name(column, Language::kEnglish));
    problems.push_back(internal::MakeProblem(
        Code::kNotFound, "csv.missing_header", {row, line, 0, {}},
        {"필요한 열이 없습니다.", "a needed column is missing."}, {both, both}));
  }
}

}  // namespace yesan
