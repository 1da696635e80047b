#include "lib/sheet/subject.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "lib/base/chars.h"
#include "yesan/settlement/settlement_row.h"
#include "yesan/sheet/sheet.h"

namespace yesan::internal {
namespace {

struct Word {
  std::string_view ko, en;
};
constexpr Word kWords[] = {
    {"결산", "settlement"},
    {"기간", "period"},
    {"위탁 기간", "entrustment period"},
    {"사업기간", "program period"},
    {"재원", "source"},
    {"재원 합계", "sum of the sources"},
    {"연도", "year"},
    {"전년도", "prior year"},
    {"증감", "change"},
    {"금액", "amount"},
    {"국비", "national subsidy"},
    {"집행률", "execution rate"},
    {"추진일정의 집행금액 합계", "sum of the schedule's amounts"},
    {"예산 총괄의 올해 예산액", "this year's budget in the overview"},
    {"산출근거의 합계", "sum of the cost basis"},
    {"재원별 금액의 합계", "sum of the sources"},
};

std::string Spaced(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// The section, which comes first: a line of the basis may be called 사업비 too.
std::string EnglishSection(std::string_view part) {
  for (auto number = static_cast<std::int32_t>(SectionKind::kBasics);
       number <= static_cast<std::int32_t>(SectionKind::kGroup); ++number) {
    const auto kind = static_cast<SectionKind>(number);
    if (KoreanName(kind) == part) return Spaced(Name(kind));
  }
  return {};
}

std::string EnglishPart(std::string_view part) {
  for (const Word& word : kWords) {
    if (word.ko == part) return std::string(word.en);
  }
  for (auto number = static_cast<std::int32_t>(SettlementColumn::kAdopted);
       number <= static_cast<std::int32_t>(SettlementColumn::kUnspentBalance); ++number) {
    const auto column = static_cast<SettlementColumn>(number);
    if (KoreanName(column) == part) return Spaced(Name(column));
  }
  constexpr std::string_view kYear = "년";
  constexpr std::size_t kYearEnd = 4 + kYear.size();
  if (part.size() >= kYearEnd && part.substr(4, kYear.size()) == kYear &&
      std::all_of(part.begin(), part.begin() + 4, [](char c) { return IsDigit(c); })) {
    std::string year(part.substr(0, 4));
    if (part.size() == kYearEnd) return year;
    // `2023년 집행잔액`: a row and a column; another heading is the document's.
    const std::string_view column = part.substr(kYearEnd);
    if (column.front() == ' ' && EnglishPart(column.substr(1)) != column.substr(1))
      return year + " " + EnglishPart(column.substr(1));
  }
  constexpr std::string_view kOfBasis = "'의 산출근거";
  if (part.size() > kOfBasis.size() && part.front() == '\'' && EndsWith(part, kOfBasis)) {
    return "cost basis of " + std::string(part.substr(0, part.size() - kOfBasis.size() + 1));
  }
  return std::string(part);
}

}  // namespace

std::string EnglishSubject(std::string_view subject) {
  constexpr std::string_view kSeparator = " · ";
  std::string out = EnglishSection(subject.substr(0, subject.find(kSeparator)));
  if (!out.empty()) {
    const std::size_t at = subject.find(kSeparator);
    if (at == std::string_view::npos) return out;
    out += kSeparator;
    subject.remove_prefix(at + kSeparator.size());
  }
  while (true) {
    const std::size_t at = subject.find(kSeparator);
    out += EnglishPart(subject.substr(0, at));
    if (at == std::string_view::npos) return out;
    out += kSeparator;
    subject.remove_prefix(at + kSeparator.size());
  }
}

}  // namespace yesan::internal
