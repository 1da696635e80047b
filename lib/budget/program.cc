#include "yesan/budget/program.h"

#include <algorithm>
#include <utility>

#include "lib/base/chars.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

struct MethodWord {
  std::string_view folded;  // as FoldName gives it
  Method method;
};

// At one place the longest word counts: 공기관위탁 before 위탁 of anything else.
constexpr MethodWord kMethodWords[] = {
    {"직영", Method::kDirect},
    {"직접수행", Method::kDirect},
    {"직접추진", Method::kDirect},
    {"직접시행", Method::kDirect},
    {"자체추진", Method::kDirect},
    {"민간위탁", Method::kEntrustment},
    {"자치단체보조", Method::kGovernmentSubsidy},
    {"자치단체경상보조", Method::kGovernmentSubsidy},
    {"자치단체자본보조", Method::kGovernmentSubsidy},
    {"자치구보조", Method::kGovernmentSubsidy},
    {"시군구보조", Method::kGovernmentSubsidy},
    {"시군보조", Method::kGovernmentSubsidy},
    {"자치구교부", Method::kGovernmentSubsidy},
    {"자치구재배정", Method::kGovernmentSubsidy},
    {"공기관위탁", Method::kPublicAgency},
    {"공기관등위탁", Method::kPublicAgency},
    {"공기관대행", Method::kPublicAgency},
    {"공기관등대행", Method::kPublicAgency},
    {"공공기관위탁", Method::kPublicAgency},
    {"공공위탁", Method::kPublicAgency},
    {"위탁대행", Method::kPublicAgency},
    {"대행사업", Method::kPublicAgency},
    {"민간보조", Method::kPrivateSubsidy},
    {"민간경상보조", Method::kPrivateSubsidy},
    {"민간경상사업보조", Method::kPrivateSubsidy},
    {"민간자본보조", Method::kPrivateSubsidy},
    {"보조금교부", Method::kPrivateSubsidy},
    {"간접지원", Method::kIndirectSupport},
    {"용역", Method::kServiceContract},
    {"출연", Method::kContribution},
};

bool IsPhoneCharacter(char32_t c) {
  return (c >= U'0' && c <= U'9') || c == U'-' || c == U'(' || c == U')' || c == U'.' ||
         c == U',' || c == U'~' || c == U'☎' || c == U'–' || c == U'/' || IsSpace(c);
}

}  // namespace

std::string_view Name(Method method) noexcept {
  switch (method) {
    case Method::kDirect:
      return "direct";
    case Method::kEntrustment:
      return "entrustment";
    case Method::kGovernmentSubsidy:
      return "government_subsidy";
    case Method::kPublicAgency:
      return "public_agency";
    case Method::kPrivateSubsidy:
      return "private_subsidy";
    case Method::kIndirectSupport:
      return "indirect_support";
    case Method::kServiceContract:
      return "service_contract";
    case Method::kContribution:
      return "contribution";
  }
  return "unknown";
}

std::string_view KoreanName(Method method) noexcept {
  switch (method) {
    case Method::kDirect:
      return "직영";
    case Method::kEntrustment:
      return "민간위탁";
    case Method::kGovernmentSubsidy:
      return "자치단체보조";
    case Method::kPublicAgency:
      return "공기관위탁";
    case Method::kPrivateSubsidy:
      return "민간보조";
    case Method::kIndirectSupport:
      return "간접지원";
    case Method::kServiceContract:
      return "용역";
    case Method::kContribution:
      return "출연";
  }
  return "";
}

std::vector<Method> FindMethods(std::string_view text) {
  std::vector<Method> methods;
  if (FindInvalidUtf8(text)) return methods;
  // Spaces and middle dots do not part a word (자치단체 보조), commas do.
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(",;/\n", begin), text.size());
    const std::string folded = FoldName(text.substr(begin, end - begin));
    begin = end + 1;
    for (std::size_t at = 0; at < folded.size();) {
      const MethodWord* longest = nullptr;
      for (const MethodWord& word : kMethodWords) {
        if (folded.compare(at, word.folded.size(), word.folded) == 0 &&
            (longest == nullptr || word.folded.size() > longest->folded.size())) {
          longest = &word;
        }
      }
      if (longest == nullptr) {
        (void)NextCharacter(folded, at);
        continue;
      }
      at += longest->folded.size();
      if (std::find(methods.begin(), methods.end(), longest->method) == methods.end()) {
        methods.push_back(longest->method);
      }
    }
  }
  return methods;
}

Officer ParseOfficer(std::string_view role, std::string_view cell) {
  Officer officer;
  officer.role = std::string(Trim(role));
  cell = Trim(cell);
  if (FindInvalidUtf8(cell)) {
    officer.name = std::string(cell);
    return officer;
  }
  // The longest end of the cell that can be a telephone number.
  std::size_t phone = cell.size();
  std::size_t digits = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t here = at;
    const char32_t c = NextCharacter(cell, at);
    if (!IsPhoneCharacter(c)) {
      phone = cell.size();
      digits = 0;
      continue;
    }
    if (phone == cell.size()) phone = here;
    if (c >= U'0' && c <= U'9') ++digits;
  }
  if (digits < 4) phone = cell.size();
  officer.name = std::string(Trim(cell.substr(0, phone)));
  std::string_view number = Trim(cell.substr(phone));
  for (const std::string_view lead : {"☎", "/", ",", "-"}) {
    if (internal::StartsWith(number, lead)) number = Trim(number.substr(lead.size()));
  }
  if (number.size() > 2 && number.front() == '(' && number.find(')') == number.size() - 1) {
    number = Trim(number.substr(1, number.size() - 2));
  }
  officer.phone = std::string(number);
  return officer;
}

namespace {

Result<void> CheckName(const ProgramYear& year) {
  if (!year.name.empty()) return {};
  const std::string number = std::to_string(year.fiscal_year);
  ErrorDetail detail;
  detail.rule = "program.name";
  detail.message = {number + " 회계연도의 사업명이 비어 있습니다.",
                    "The program has no name in fiscal year " + number + "."};
  return Error(Code::kInvalidArgument, std::move(detail));
}

}  // namespace

Result<void> Program::AmendYear(ProgramYear year) {
  if (Result<void> name = CheckName(year); !name) return name;
  ProgramYear* said = Find(year.fiscal_year);
  if (said == nullptr) {
    const std::string number = std::to_string(year.fiscal_year);
    ErrorDetail detail;
    detail.rule = "program.year";
    detail.message = {number + " 회계연도의 사업명이 아직 없습니다.",
                      "The program has no fiscal year " + number + " yet."};
    return Error(Code::kNotFound, std::move(detail));
  }
  *said = std::move(year);
  return {};
}

Result<void> Program::AddYear(ProgramYear year) {
  if (Result<void> name = CheckName(year); !name) return name;
  const std::string number = std::to_string(year.fiscal_year);
  const auto at = std::lower_bound(
      years_.begin(), years_.end(), year.fiscal_year,
      [](const ProgramYear& a, std::int32_t fiscal_year) { return a.fiscal_year < fiscal_year; });
  if (at != years_.end() && at->fiscal_year == year.fiscal_year) {
    ErrorDetail detail;
    detail.rule = "program.year";
    detail.message = {number + " 회계연도는 이미 있습니다: " + at->name + ".",
                      "The program already has fiscal year " + number + ": " + at->name + "."};
    return Error(Code::kDuplicate, std::move(detail));
  }
  years_.insert(at, std::move(year));
  return {};
}

const ProgramYear* Program::Find(std::int32_t fiscal_year) const noexcept {
  for (const ProgramYear& year : years_) {
    if (year.fiscal_year == fiscal_year) return &year;
  }
  return nullptr;
}

ProgramYear* Program::Find(std::int32_t fiscal_year) noexcept {
  return const_cast<ProgramYear*>(std::as_const(*this).Find(fiscal_year));
}

std::string_view Program::NameIn(std::int32_t fiscal_year) const noexcept {
  std::string_view name;
  for (const ProgramYear& year : years_) {
    if (year.fiscal_year <= fiscal_year) name = year.name;
  }
  return name;
}

bool Program::IsCalled(std::string_view name) const {
  const std::string folded = FoldName(name);
  return std::any_of(years_.begin(), years_.end(),
                     [&folded](const ProgramYear& year) { return FoldName(year.name) == folded; });
}

}  // namespace yesan
