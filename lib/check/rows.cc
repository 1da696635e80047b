#include "yesan/check/rows.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "lib/check/settlement_rows.h"
#include "lib/check/wording.h"
#include "yesan/check/check.h"
#include "yesan/money/format.h"

namespace yesan {
namespace {

using internal::Particle;
using internal::With;

std::string InWon(Money amount) {
  char buffer[kFormatAmountBytes];
  return std::string(buffer, FormatAmount(amount, buffer)) + "원";
}

std::string InEnglish(Money amount) {
  char buffer[kFormatAmountBytes];
  return std::string(buffer, FormatAmount(amount, buffer, SignMark::kHyphen)) + " won";
}

std::string EnglishName(SettlementColumn column) {
  std::string name(Name(column));
  for (char& c : name) {
    if (c == '_') c = ' ';
  }
  return name;
}

RowFinding Start(std::size_t row, std::string_view rule, Message subject) {
  RowFinding out;
  out.row = row;
  out.finding.rule = rule;
  out.finding.severity = FindRule(rule)->severity;
  out.finding.subject = std::move(subject.ko);
  out.finding.subject_en = std::move(subject.en);
  return out;
}

// A subsidy part that is larger than its total: neither is taken for the right one, so nothing is expected.
RowFinding PartFinding(std::size_t row, Message subject, const Message& what, Money part,
                       Money total) {
  RowFinding out = Start(row, "subsidy.part", std::move(subject));
  Finding& finding = out.finding;
  finding.printed = InWon(part);
  finding.message.ko = what.ko + ": 국비 등 내역 " + With(InWon(part), Particle::kSubject) +
                       " 전체 금액 " + InWon(total) + "보다 큽니다.";
  finding.message.en = what.en + ": the subsidy part, " + InEnglish(part) +
                       ", is larger than its total, " + InEnglish(total) + ".";
  return out;
}

// What the first column of an identity should be, in words.
Message SidesOf(const IdentityCheck& check, std::int32_t year) {
  Message sides;
  if (check.identity == Identity::kYearLink) {
    const std::string before = std::to_string(year - 1);
    return {before + "년 차년이월", "what " + before + " carried out"};
  }
  const bool minus = check.identity == Identity::kLapsedBalance;
  bool first = true;
  for (std::size_t i = 1; i < check.columns.size(); ++i) {
    const SettlementColumn column = check.columns[i];
    if (!first) {
      sides.ko += minus ? " − " : " + ";
      sides.en += minus ? " - " : " + ";
    }
    sides.ko += KoreanName(column);
    sides.en += EnglishName(column);
    first = false;
  }
  return sides;
}

RowFinding FindingOf(std::size_t row, std::int32_t year, const IdentityCheck& check) {
  const SettlementColumn column = check.columns.front();
  const std::string of_year = std::to_string(year);
  const bool part = check.side == AmountSide::kSubsidyPart;
  Message subject = {"결산 " + of_year + " · " + std::string(KoreanName(column)),
                     "settlement " + of_year + " · " + EnglishName(column)};
  if (part) {
    subject.ko += " (국비 등 내역)";
    subject.en += " (subsidy part)";
  }
  Message what;
  what.ko = of_year + "년 " + std::string(KoreanName(column)) + (part ? "의 국비 등 내역" : "");
  what.en = of_year + ", " + EnglishName(column) + (part ? " (subsidy part)" : "");
  if (check.identity == Identity::kPartWithinTotal) {
    return PartFinding(row, std::move(subject), what, check.stated, check.expected);
  }
  RowFinding out = Start(row, internal::RuleOf(check.identity), std::move(subject));
  Finding& finding = out.finding;
  finding.printed = InWon(check.stated);
  finding.expected = InWon(check.expected);
  finding.difference = InWon(check.difference);
  const Message sides = SidesOf(check, year);
  finding.message.ko = what.ko + ": " + With(InWon(check.stated), Particle::kSubject) +
                       " 적혀 있지만 " + With(sides.ko, Particle::kTopic) + " " +
                       InWon(check.expected) + "입니다 (차이 " + InWon(check.difference) + ").";
  finding.message.en = what.en + ": " + InEnglish(check.stated) + " is stated, but " + sides.en +
                       " is " + InEnglish(check.expected) + " (difference " +
                       InEnglish(check.difference) + ").";
  return out;
}

}  // namespace

std::vector<RowFinding> CheckItems(const std::vector<BudgetItem>& items) {
  std::vector<RowFinding> found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const BudgetItem& item = items[i];
    const std::string of_year = std::to_string(item.fiscal_year);
    for (const bool current : {false, true}) {
      const BudgetAmount& amount = current ? item.current : item.prior;
      if (PartWithinTotal(amount)) continue;
      const Message what = {of_year + "년 " + (current ? "금년도 예산액" : "전년도 예산액"),
                            of_year + (current ? ", current amount" : ", prior amount")};
      const std::string object = item.object_item.empty() ? "" : " · " + item.object_item;
      Message subject = {"예산 " + of_year + object + (current ? " · 금년도" : " · 전년도"),
                         "budget " + of_year + object + (current ? " · current" : " · prior")};
      found.push_back(PartFinding(i, std::move(subject), what, amount.part, *amount.total));
    }
  }
  return found;
}

Result<std::vector<RowFinding>> CheckSettlement(const std::vector<SettlementRow>& rows) {
  std::map<std::int32_t, std::size_t> row_of_year;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!row_of_year.emplace(rows[i].fiscal_year, i).second) {
      return Error(Code::kDuplicate).AtRow(static_cast<std::int64_t>(i));
    }
  }
  std::vector<RowFinding> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int32_t year = rows[i].fiscal_year;
    Result<std::vector<IdentityCheck>> checks = CheckRow(rows[i]);
    if (!checks) return std::move(checks).error().AtRow(static_cast<std::int64_t>(i));
    const auto before = row_of_year.find(year - 1);
    if (before != row_of_year.end()) {
      Result<std::vector<IdentityCheck>> links = CheckYearLink(rows[before->second], rows[i]);
      if (!links) return std::move(links).error().AtRow(static_cast<std::int64_t>(i));
      checks->insert(checks->end(), links->begin(), links->end());
    }
    for (const IdentityCheck& check : *checks) {
      if (!check.holds) found.push_back(FindingOf(i, year, check));
    }
  }
  return found;
}

}  // namespace yesan
