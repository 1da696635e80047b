// Whether a budget adds up: line by line, total by total, revenue against expenditure.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/ledger/acts.h"
#include "lib/ledger/figure.h"
#include "lib/ledger/state.h"
#include "yesan/ledger/book.h"

namespace yesan {

using internal::BookState;
using internal::Figure;
using internal::ItemInfo;
using internal::RefuseAct;

namespace {

// `what` is said to be `stated` and is `sum`.
Error Differs(const Government& of, std::string rule, std::int64_t row, const Message& what,
              Money stated, Money sum) {
  const Result<Money> difference = Subtract(stated, sum);
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.row = row;
  detail.available = sum.minor();
  detail.asked = stated.minor();
  const std::string off = difference ? Figure(*difference, of) : "?";
  detail.message = {what.ko + ": 적힌 금액 " + Figure(stated, of) + ", 더한 금액 " +
                        Figure(sum, of) + ", 차이 " + off + ".",
                    what.en + ": stated " + Figure(stated, of) + ", adds up to " + Figure(sum, of) +
                        ", difference " + off + "."};
  return Error(Code::kDoesNotAddUp, std::move(detail));
}

// Σ of what a statement is about: the lines under a node, or all of a side.
class Document {
 public:
  Document(const BookState& state, const BudgetDocument& document)
      : state_(state), document_(document) {}

  [[nodiscard]] Result<void> Check() const {
    const BudgetVersion& version = document_.version;
    if (NumberOf(version.account) < 1 || NumberOf(version.account) > state_.accounts.size())
      return Error(Code::kNotFound);
    const bool numbered = version.stage == BudgetStage::kSupplementary ||
                          version.stage == BudgetStage::kRevisedProposal;
    if (Name(version.stage) == "unknown" || version.stage == BudgetStage::kFinal ||
        (numbered ? version.number < 1 || version.number > 99 : version.number != 0)) {
      return RefuseAct(Code::kInvalidArgument, "budget.stage", "단계나 횟수가 맞지 않습니다.",
                       "The stage or its number is not one of a budget.");
    }
    std::map<std::uint32_t, std::size_t> seen;
    for (std::size_t i = 0; i < document_.lines.size(); ++i) {
      const std::uint32_t item = NumberOf(document_.lines[i].item);
      const auto row = static_cast<std::int64_t>(i);
      if (item < 1 || item > state_.items.size()) return Error(Code::kUnknownItem).AtRow(row);
      const ItemKey& key = state_.items[item - 1];
      if (key.fiscal_year != version.fiscal_year || key.account != version.account) {
        return RefuseAct(Code::kInvalidArgument, "budget.item", "다른 연도나 회계의 과목입니다.",
                         "The item is of another year or account.", row);
      }
      if (!seen.try_emplace(item, i).second) return Error(Code::kDuplicate).AtRow(row);
      if (Result<void> line = CheckLine(document_.lines[i], row); !line) return line;
    }
    for (std::size_t i = 0; i < document_.totals.size(); ++i) {
      if (Result<void> total = CheckTotal(document_.totals[i], static_cast<std::int64_t>(i));
          !total)
        return total;
    }
    return CheckBalance();
  }

 private:
  // `2021 307-05 재원별 금액`: the item comes first, so that the line is found in the document.
  [[nodiscard]] Message LineName(const BudgetLine& line, std::string_view ko,
                                 std::string_view en) const {
    const ItemKey& key = state_.items[NumberOf(line.item) - 1];
    const std::string item = std::to_string(key.fiscal_year) + " " + key.object_item + " ";
    return {item + std::string(ko), item + std::string(en)};
  }

  static bool InRange(Money amount) noexcept {
    return amount.minor() <= internal::kSumMax && amount.minor() >= -internal::kSumMax;
  }

  [[nodiscard]] Result<void> CheckLine(const BudgetLine& line, std::int64_t row) const {
    const bool supplementary = document_.version.stage == BudgetStage::kSupplementary;
    if (!InRange(line.amount)) return Error(Code::kOverflow).AtRow(row);
    if (!supplementary && line.amount.sign() < 0) {
      return RefuseAct(Code::kInvalidArgument, "budget.amount", "예산액이 0보다 작습니다.",
                       "An amount is below zero.", row);
    }
    std::vector<std::optional<Money>> sources;
    for (const FundingPart& part : line.funding.in_budget) {
      if (part.amount && !InRange(*part.amount)) return Error(Code::kOverflow).AtRow(row);
      sources.push_back(part.amount);
    }
    const auto sum = SumStated(sources);
    if (!sum) return Error(sum.code()).AtRow(row);
    if (*sum && **sum != line.amount)
      return Differs(state_.government, "budget.funding", row,
                     LineName(line, "재원별 금액", "by funding source"), line.amount, **sum);
    if (line.funding.total && *line.funding.total != line.amount)
      return Differs(state_.government, "budget.funding", row,
                     LineName(line, "재원의 합계", "total of the funding"), *line.funding.total,
                     line.amount);
    if (const auto basis = line.basis.Total()) {
      Money revised = line.amount;
      if (supplementary) {
        // A supplementary budget's basis computes what the item comes to, not the change.
        const std::int64_t before = state_.SumsOf(NumberOf(line.item)).adopted();
        const Result<Money> after = Add(Money(before), line.amount);
        if (!after) return Error(Code::kOverflow).AtRow(row);
        revised = *after;
      }
      if (*basis != revised)
        return Differs(state_.government, "budget.basis", row,
                       LineName(line, "산출근거", "cost basis"), revised, *basis);
    }
    return {};
  }

  [[nodiscard]] Message NodeName(const StatedTotal& total) const {
    if (total.program == ProgramId::kNone) {
      return total.revenue ? Message{"세입 합계", "Total revenue"}
                           : Message{"세출 합계", "Total expenditure"};
    }
    const std::uint32_t node = NumberOf(total.program);
    const std::string name(state_.node_years[node - 1].NameIn(document_.version.fiscal_year));
    const std::string_view ko = KoreanName(state_.nodes[node - 1].kind);
    const std::string_view en = Name(state_.nodes[node - 1].kind);
    return {std::string(ko) + " '" + name + "' (" + std::to_string(node) + ")",
            std::string(en) + " '" + name + "' (" + std::to_string(node) + ")"};
  }

  [[nodiscard]] Result<void> CheckTotal(const StatedTotal& total, std::int64_t row) const {
    if (NumberOf(total.program) > state_.nodes.size()) return Error(Code::kNotFound).AtRow(row);
    Money sum;
    for (const BudgetLine& line : document_.lines) {
      const ItemInfo& info = state_.InfoOf(NumberOf(line.item));
      const bool counts = total.program != ProgramId::kNone
                              ? state_.IsUnder(info.program, NumberOf(total.program))
                              : info.revenue() == total.revenue;
      if (!counts) continue;
      const Result<Money> next = Add(sum, line.amount);
      if (!next) return Error(Code::kOverflow).AtRow(row);
      sum = *next;
    }
    if (sum != total.amount)
      return Differs(state_.government, "budget.total", row, NodeName(total), total.amount, sum);
    return {};
  }

  // I8, where the account has revenue of the year at all.
  [[nodiscard]] Result<void> CheckBalance() const {
    const BudgetStage stage = document_.version.stage;
    if (stage == BudgetStage::kProvisional ||
        !state_.index.Binds(PolicyTopic::kRevenueEqualsExpenditure, document_.day.days()))
      return {};
    bool any = false;
    for (std::size_t i = 0; i < state_.items.size() && !any; ++i) {
      any = state_.items[i].revenue && state_.items[i].account == document_.version.account &&
            state_.items[i].fiscal_year == document_.version.fiscal_year;
    }
    if (!any) return {};
    Money revenue;
    Money expenditure;
    for (const BudgetLine& line : document_.lines) {
      Money& side = state_.InfoOf(NumberOf(line.item)).revenue() ? revenue : expenditure;
      const Result<Money> next = Add(side, line.amount);
      if (!next) return Error(Code::kOverflow);
      side = *next;
    }
    if (revenue == expenditure) return {};
    const Government& of = state_.government;
    const Result<Money> difference = Subtract(expenditure, revenue);
    const std::string off = difference ? Figure(*difference, of) : "?";
    const std::string& account = state_.accounts[NumberOf(document_.version.account) - 1].name;
    ErrorDetail detail;
    detail.rule = "budget.revenue";
    detail.available = revenue.minor();
    detail.asked = expenditure.minor();
    detail.message = {account + "의 세입과 세출이 다릅니다: 세출 " + Figure(expenditure, of) +
                          ", 세입 " + Figure(revenue, of) + ", 차이 " + off + ".",
                      account + ": expenditure " + Figure(expenditure, of) + ", revenue " +
                          Figure(revenue, of) + ", difference " + off + "."};
    return Error(Code::kDoesNotAddUp, std::move(detail));
  }

  const BookState& state_;
  const BudgetDocument& document_;
};

}  // namespace

Result<void> Book::CheckBudget(const BudgetDocument& document) const {
  return Document(*state_, document).Check();
}

}  // namespace yesan
