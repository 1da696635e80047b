#include "yesan/exchange/columns.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "lib/exchange/problem.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

constexpr ColumnInfo kColumnTable[] = {
    {CsvColumn::kKey, "키", "key"},
    {CsvColumn::kFiscalYear, "회계연도", "fiscal_year"},
    {CsvColumn::kItem, "과목번호", "item"},
    {CsvColumn::kAccount, "회계", "account"},
    {CsvColumn::kDepartment, "부서", "department"},
    {CsvColumn::kField, "분야", "field"},
    {CsvColumn::kSector, "부문", "sector"},
    {CsvColumn::kPolicyProgram, "정책사업", "policy_program"},
    {CsvColumn::kUnitProgram, "단위사업", "unit_program"},
    {CsvColumn::kDetailedProgram, "세부사업", "detailed_program"},
    {CsvColumn::kFieldName, "분야명", "field_name"},
    {CsvColumn::kSectorName, "부문명", "sector_name"},
    {CsvColumn::kPolicyProgramName, "정책사업명", "policy_program_name"},
    {CsvColumn::kUnitProgramName, "단위사업명", "unit_program_name"},
    {CsvColumn::kDetailedProgramName, "세부사업명", "detailed_program_name"},
    {CsvColumn::kObjectGroup, "편성목", "object_group"},
    {CsvColumn::kObjectItem, "통계목", "object_item"},
    {CsvColumn::kOrigin, "구분", "origin"},
    {CsvColumn::kSide, "세입세출", "side"},
    {CsvColumn::kAmount, "금액", "amount"},
    {CsvColumn::kSource, "재원", "source"},
    {CsvColumn::kDay, "일자", "day"},
    {CsvColumn::kKind, "종류", "kind"},
    {CsvColumn::kCause, "사유", "cause"},
    {CsvColumn::kReference, "원인행위", "reference"},
    {CsvColumn::kGroup, "묶음", "group"},
    {CsvColumn::kAuthorization, "승인", "authorization"},
    {CsvColumn::kActor, "담당자", "actor"},
    {CsvColumn::kMemo, "적요", "memo"},
};

// Other names that files use. Folded: no spaces, no punctuation, small letters.
struct Synonym {
  std::string_view folded;
  CsvColumn column;
};
constexpr Synonym kSynonyms[] = {
    {"번호", CsvColumn::kKey},
    {"id", CsvColumn::kKey},
    {"연번", CsvColumn::kKey},
    {"연도", CsvColumn::kFiscalYear},
    {"년도", CsvColumn::kFiscalYear},
    {"회계년도", CsvColumn::kFiscalYear},
    {"year", CsvColumn::kFiscalYear},
    {"itemid", CsvColumn::kItem},
    {"회계명", CsvColumn::kAccount},
    {"회계구분", CsvColumn::kAccount},
    {"accountname", CsvColumn::kAccount},
    {"부서명", CsvColumn::kDepartment},
    {"departmentname", CsvColumn::kDepartment},
    {"분야코드", CsvColumn::kField},
    {"부문코드", CsvColumn::kSector},
    {"정책사업코드", CsvColumn::kPolicyProgram},
    {"단위사업코드", CsvColumn::kUnitProgram},
    {"세부사업코드", CsvColumn::kDetailedProgram},
    {"사업", CsvColumn::kDetailedProgram},
    {"사업코드", CsvColumn::kDetailedProgram},
    {"program", CsvColumn::kDetailedProgram},
    {"programcode", CsvColumn::kDetailedProgram},
    {"사업명", CsvColumn::kDetailedProgramName},
    {"programname", CsvColumn::kDetailedProgramName},
    {"편성목코드", CsvColumn::kObjectGroup},
    {"목그룹", CsvColumn::kObjectGroup},
    {"통계목코드", CsvColumn::kObjectItem},
    {"과목", CsvColumn::kObjectItem},
    {"과목코드", CsvColumn::kObjectItem},
    {"object", CsvColumn::kObjectItem},
    {"objectcode", CsvColumn::kObjectItem},
    {"이월구분", CsvColumn::kOrigin},
    {"예산구분", CsvColumn::kOrigin},
    {"세입세출구분", CsvColumn::kSide},
    {"revenue", CsvColumn::kSide},
    {"예산액", CsvColumn::kAmount},
    {"증감액", CsvColumn::kAmount},
    {"증감", CsvColumn::kAmount},
    {"재원구분", CsvColumn::kSource},
    {"fundingsource", CsvColumn::kSource},
    {"날짜", CsvColumn::kDay},
    {"일", CsvColumn::kDay},
    {"집행일자", CsvColumn::kDay},
    {"처리일자", CsvColumn::kDay},
    {"date", CsvColumn::kDay},
    {"기록종류", CsvColumn::kKind},
    {"집행구분", CsvColumn::kKind},
    {"type", CsvColumn::kKind},
    {"원인", CsvColumn::kCause},
    {"reason", CsvColumn::kCause},
    {"원인행위번호", CsvColumn::kReference},
    {"원인행위키", CsvColumn::kReference},
    {"참조", CsvColumn::kReference},
    {"ref", CsvColumn::kReference},
    {"묶음번호", CsvColumn::kGroup},
    {"승인번호", CsvColumn::kAuthorization},
    {"승인문서", CsvColumn::kAuthorization},
    {"담당", CsvColumn::kActor},
    {"담당자번호", CsvColumn::kActor},
    {"officer", CsvColumn::kActor},
    {"비고", CsvColumn::kMemo},
    {"내용", CsvColumn::kMemo},
    {"note", CsvColumn::kMemo},
};

CsvColumn FindFolded(std::string_view folded) {
  for (const ColumnInfo& info : kColumnTable) {
    if (folded == info.ko || folded == FoldName(info.en)) return info.column;
  }
  const auto* const found =
      std::find_if(std::begin(kSynonyms), std::end(kSynonyms),
                   [&](const Synonym& synonym) { return synonym.folded == folded; });
  return found == std::end(kSynonyms) ? CsvColumn::kNone : found->column;
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

std::string_view Name(CsvColumn column, Language language) noexcept {
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
      const bool is_amount = FindFolded(FoldName(text.substr(0, open))) == CsvColumn::kAmount;
      // An amount in anything but money, and anything but an amount in money, is no column.
      if (is_amount && IsMoney(unit)) found = {CsvColumn::kAmount, unit};
      if (is_amount || IsMoney(unit)) return found;
    }
  }
  found.column = FindFolded(FoldName(text));
  return found;
}

ColumnMap::ColumnMap(const std::vector<std::string_view>& headers,
                     const std::vector<CsvColumn>& allowed, const std::vector<CsvColumn>& needed,
                     bool ignore_unknown, std::uint64_t row, std::uint64_t line,
                     std::vector<CsvProblem>& problems) {
  std::fill(std::begin(index_), std::end(index_), -1);
  const auto has = [](const std::vector<CsvColumn>& list, CsvColumn column) {
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
    if (header.column == CsvColumn::kNone || !has(allowed, header.column)) {
      if (ignore_unknown) continue;
      std::string ko;
      std::string en;
      for (const CsvColumn column : allowed) {
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
    if (header.column == CsvColumn::kAmount) unit_ = header.unit;
  }
  for (const CsvColumn column : needed) {
    if (Has(column)) continue;
    const std::string both =
        Quoted(Name(column, Language::kKorean), Name(column, Language::kEnglish));
    problems.push_back(internal::MakeProblem(
        Code::kNotFound, "csv.missing_header", {row, line, 0, {}},
        {"필요한 열이 없습니다.", "a needed column is missing."}, {both, both}));
  }
}

}  // namespace yesan
