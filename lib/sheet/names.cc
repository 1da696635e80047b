// The stable names of sections and columns.
#include <array>

#include "yesan/sheet/sheet.h"

namespace yesan {
namespace {

struct SectionName {
  std::string_view en, ko;
};
constexpr std::array<SectionName, 16> kSections = {{
    {"unknown", "그 밖의 내용"},
    {"basics", "기본 현황"},
    {"officers", "사업 담당자"},
    {"funding", "사업비"},
    {"overview", "예산 총괄"},
    {"cost_basis", "산출근거"},
    {"purpose", "사업목적"},
    {"legal_basis", "사업근거"},
    {"method", "추진방법"},
    {"content", "사업내용"},
    {"history", "추진경위"},
    {"schedule", "추진일정"},
    {"results", "추진실적"},
    {"effects", "기대효과"},
    {"settlement", "결산 현황"},
    {"group", "사업설명"},
}};

constexpr std::array<std::string_view, 42> kRoles = {
    "unknown",
    "label",
    "prior",
    "current",
    "supplementary",
    "change",
    "rate",
    "year",
    "adopted",
    "carryover_in",
    "net_adjustment",
    "contingency",
    "transfer",
    "current_budget",
    "disbursed",
    "carryover_out",
    "subsidy_refund",
    "lapsed",
    "execution_rate",
    "step",
    "period",
    "amount",
    "detail",
    "formula",
    "national",
    "province",
    "district",
    "other_funds",
    "total",
    "bureau",
    "department",
    "officer",
    "phone",
    "remark",
    "explicit_carryover",
    "accidental_carryover",
    "continuing_carryover",
    "original",
    "fund",
    "bond",
    "first_day",
    "last_day",
};

}  // namespace

std::string_view Name(SectionKind kind) noexcept {
  const auto i = static_cast<std::size_t>(kind);
  return i < kSections.size() ? kSections[i].en : std::string_view("unknown");
}

std::string_view KoreanName(SectionKind kind) noexcept {
  const auto i = static_cast<std::size_t>(kind);
  return i < kSections.size() ? kSections[i].ko : kSections[0].ko;
}

std::string_view Name(ColumnRole role) noexcept {
  const auto i = static_cast<std::size_t>(role);
  return i < kRoles.size() ? kRoles[i] : std::string_view("unknown");
}

}  // namespace yesan
