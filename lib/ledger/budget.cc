// Budgets: whether they add up, their adoption, and the versions that the entries are.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/ledger/figure.h"
#include "lib/ledger/state.h"
#include "yesan/ledger/book.h"

namespace yesan {

using internal::BookState;
using internal::Figure;
using internal::ItemInfo;

namespace {

Error Refuse(Code code, std::string rule, std::int64_t row, Message message) {
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.row = row;
  detail.message = std::move(message);
  return Error(code, std::move(detail));
}

// `what` is said to be `stated` and is `sum`.
Error Differs(std::string rule, std::int64_t row, const Message& what, Money stated, Money sum) {
  const Result<Money> difference = Subtract(stated, sum);
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.row = row;
  detail.available = sum.minor();
  detail.asked = stated.minor();
  const std::string off = difference ? Figure(*difference) : "?";
  detail.message = {what.ko + ": 적힌 금액 " + Figure(stated) + ", 더한 금액 " + Figure(sum) +
                        ", 차이 " + off + ".",
                    what.en + ": stated " + Figure(stated) + ", adds up to " + Figure(sum) +
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
      return Refuse(
          Code::kInvalidArgument, "budget.stage", -1,
          {"단계나 횟수가 맞지 않습니다.", "The stage or its number is not one of a budget."});
    }
    std::map<std::uint32_t, std::size_t> seen;
    for (std::size_t i = 0; i < document_.lines.size(); ++i) {
      const std::uint32_t item = NumberOf(document_.lines[i].item);
      const auto row = static_cast<std::int64_t>(i);
      if (item < 1 || item > state_.items.size()) return Error(Code::kUnknownItem).AtRow(row);
      const ItemKey& key = state_.items[item - 1];
      if (key.fiscal_year != version.fiscal_year || key.account != version.account) {
        return Refuse(
            Code::kInvalidArgument, "budget.item", row,
            {"다른 연도나 회계의 과목입니다.", "The item is of another year or account."});
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
      return Refuse(Code::kInvalidArgument, "budget.amount", row,
                    {"예산액이 0보다 작습니다.", "An amount is below zero."});
    }
    std::vector<std::optional<Money>> sources;
    for (const FundingPart& part : line.funding.in_budget) {
      if (part.amount && !InRange(*part.amount)) return Error(Code::kOverflow).AtRow(row);
      sources.push_back(part.amount);
    }
    const auto sum = SumStated(sources);
    if (!sum) return Error(sum.code()).AtRow(row);
    if (*sum && **sum != line.amount)
      return Differs("budget.funding", row, LineName(line, "재원별 금액", "by funding source"),
                     line.amount, **sum);
    if (line.funding.total && *line.funding.total != line.amount)
      return Differs("budget.funding", row, LineName(line, "재원의 합계", "total of the funding"),
                     *line.funding.total, line.amount);
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
        return Differs("budget.basis", row, LineName(line, "산출근거", "cost basis"), revised,
                       *basis);
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
      return Differs("budget.total", row, NodeName(total), total.amount, sum);
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
    const Result<Money> difference = Subtract(expenditure, revenue);
    const std::string off = difference ? Figure(*difference) : "?";
    const std::string& account = state_.accounts[NumberOf(document_.version.account) - 1].name;
    ErrorDetail detail;
    detail.rule = "budget.revenue";
    detail.available = revenue.minor();
    detail.asked = expenditure.minor();
    detail.message = {account + "의 세입과 세출이 다릅니다: 세출 " + Figure(expenditure) +
                          ", 세입 " + Figure(revenue) + ", 차이 " + off + ".",
                      account + ": expenditure " + Figure(expenditure) + ", revenue " +
                          Figure(revenue) + ", difference " + off + "."};
    return Error(Code::kDoesNotAddUp, std::move(detail));
  }

  const BookState& state_;
  const BudgetDocument& document_;
};

// Appropriations and reductions of an account in a year that stand, by item, source and cause.
template <class Visit>
void ForEachVote(const BookState& state, AccountId account, std::int32_t year, Visit&& visit) {
  for (const std::uint32_t id : state.budget_entries) {
    const internal::Row row = state.RowOf(id);
    if (static_cast<EntryKind>(row.kind) == EntryKind::kCorrect || state.entries.corrected(id))
      continue;
    const ItemKey& key = state.items[row.item - 1];
    if (key.account != account || key.fiscal_year != year) continue;
    const bool plus = static_cast<EntryKind>(row.kind) == EntryKind::kAppropriate;
    visit(row.item, row.source, static_cast<Cause>(row.cause), plus ? row.amount : -row.amount);
  }
}

// Causes of the votes of an account in a year, also of those that were corrected: a number is used once.
template <class Visit>
void ForEachVotedCause(const BookState& state, AccountId account, std::int32_t year,
                       Visit&& visit) {
  for (const std::uint32_t id : state.budget_entries) {
    if (static_cast<EntryKind>(state.entries.kind(id)) == EntryKind::kCorrect) continue;
    const ItemKey& key = state.items[state.entries.item(id) - 1];
    if (key.account == account && key.fiscal_year == year)
      visit(static_cast<Cause>(state.entries.cause(id)));
  }
}

std::int32_t LastSupplementary(const BookState& state, AccountId account, std::int32_t year) {
  std::int32_t last = 0;
  ForEachVotedCause(state, account, year,
                    [&](Cause cause) { last = std::max(last, SupplementaryNumber(cause)); });
  return last;
}

bool IsAdopted(const BookState& state, AccountId account, std::int32_t year, Cause wanted) {
  const auto found = state.year_ids.find(year);
  return found != state.year_ids.end() && state.IsAdopted(NumberOf(account), found->second, wanted);
}

// The entries of an adoption, and which line each is of.
struct Votes {
  Batch batch;
  std::vector<std::int64_t> lines;
  void Add(const Posting& posting, std::int64_t line) {
    batch.Add(posting);
    lines.push_back(line);
  }
};

void AddLine(const BudgetDocument& document, std::size_t i, bool increases, Votes& votes) {
  const BudgetLine& line = document.lines[i];
  Posting posting;
  posting.item = line.item;
  posting.day = document.day;
  posting.cause = CauseOf(document.version);
  posting.authorization = document.authorization;
  posting.actor = document.actor;
  const auto add = [&](Money amount, std::optional<FundingSource> source) {
    if (amount.is_zero() || (amount.sign() > 0) != increases) return;
    posting.kind = amount.sign() > 0 ? EntryKind::kAppropriate : EntryKind::kReduce;
    posting.amount = amount.sign() > 0 ? amount : Money(-amount.minor());
    posting.source = source;
    votes.Add(posting, static_cast<std::int64_t>(i));
  };
  bool tagged = false;
  for (const FundingPart& part : line.funding.in_budget) {
    if (!part.amount) continue;
    tagged = true;
    add(*part.amount, part.source);
  }
  if (!tagged) add(line.amount, std::nullopt);
}

// An original budget takes the place of the provisional one (지방재정법 §46②).
void TakeBackProvisional(const BookState& state, const BudgetDocument& document, Votes& votes) {
  std::map<std::pair<std::uint32_t, std::uint8_t>, std::int64_t> sums;
  ForEachVote(state, document.version.account, document.version.fiscal_year,
              [&](std::uint32_t item, std::uint8_t source, Cause cause, std::int64_t amount) {
                if (cause == Cause::kProvisional) sums[{item, source}] += amount;
              });
  // A source may have lost more than it gave where a reduction named another: an item gives back what it has, no more.
  std::map<std::uint32_t, std::int64_t> left;
  for (const auto& [key, sum] : sums) {
    const auto of = left.try_emplace(key.first, state.SumsOf(key.first).provisional).first;
    const std::int64_t amount = std::min(sum, of->second);
    if (amount <= 0) continue;
    of->second -= amount;
    Posting posting;
    posting.item = ItemId{key.first};
    posting.day = document.day;
    posting.kind = EntryKind::kReduce;
    posting.cause = Cause::kProvisional;
    posting.amount = Money(amount);
    if (key.second != 0) posting.source = static_cast<FundingSource>(key.second);
    posting.actor = document.actor;
    votes.Add(posting, -1);
  }
}

Result<void> TakeBackPreEnactment(const BookState& state, const BudgetDocument& document,
                                  Votes& votes) {
  std::map<std::uint32_t, std::int64_t> room;  // what the budget gives an item
  for (const BudgetLine& line : document.lines) room[NumberOf(line.item)] = line.amount.minor();
  for (std::size_t i = 0; i < document.absorbs.size(); ++i) {
    const std::uint32_t id = NumberOf(document.absorbs[i]);
    const auto row = static_cast<std::int64_t>(i);
    if (id < 1 || id > state.entries.size()) return Error(Code::kUnknownReference).AtRow(row);
    const internal::Row entry = state.RowOf(id);
    const ItemKey& key = state.items[entry.item - 1];
    if (static_cast<EntryKind>(entry.kind) != EntryKind::kAuthorizeSpending ||
        static_cast<Cause>(entry.cause) != Cause::kPreEnactment ||
        key.account != document.version.account ||
        key.fiscal_year != document.version.fiscal_year) {
      return Error(Code::kWrongReference).AtRow(row);
    }
    if (state.entries.corrected(id)) return Error(Code::kAlreadyCorrected).AtRow(row);
    std::int64_t& left = room[entry.item];
    if (entry.amount > left) {
      ErrorDetail detail;
      detail.rule = "budget.absorbs";
      detail.row = row;
      detail.available = std::max<std::int64_t>(left, 0);
      detail.asked = entry.amount;
      detail.message = {"성립전 예산 " + Figure(entry.amount) +
                            "이 추경에 다 계상되지 않았습니다: 그 과목의 증액에서 남은 금액 " +
                            Figure(std::max<std::int64_t>(left, 0)) + " (지방재정법 §45).",
                        "The budget does not contain the pre-enactment spending of " +
                            Figure(entry.amount) + ": it leaves " +
                            Figure(std::max<std::int64_t>(left, 0)) + " for it on the item."};
      return Error(Code::kDoesNotAddUp, std::move(detail));
    }
    left -= entry.amount;
    Posting posting;
    posting.item = ItemId{entry.item};
    posting.day = document.day;
    posting.kind = EntryKind::kCorrect;
    posting.amount = Money(entry.amount);
    posting.reference = id;
    if (entry.source != 0) posting.source = static_cast<FundingSource>(entry.source);
    posting.actor = document.actor;
    votes.Add(posting, -1);
  }
  return {};
}

// The reserve is at most so many thousandths of the account's expenditure (지방재정법 §43①).
Result<void> CheckReserve(const BookState& state, const BudgetDocument& document) {
  const std::int32_t day = document.day.days();
  // 기금 are outside the budget, of which the law speaks (지방재정법 §34③).
  if (state.accounts[NumberOf(document.version.account) - 1].kind == AccountKind::kFund) return {};
  for (const PolicyLine* line : state.index.Of(PolicyTopic::kReservePerMille)) {
    if (!internal::PolicyIndex::InForce(*line, day)) continue;
    std::map<std::uint32_t, std::int64_t> changes;
    for (const BudgetLine& l : document.lines) changes[NumberOf(l.item)] = l.amount.minor();
    const bool original = document.version.stage == BudgetStage::kOriginal;
    // 10^17 times thousands of items does not fit 64 bits.
    Decimal reserve;
    Decimal all;
    for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
      const ItemKey& key = state.items[item - 1];
      if (key.revenue || key.account != document.version.account ||
          key.fiscal_year != document.version.fiscal_year) {
        continue;
      }
      const ItemBalances sums = state.SumsOf(item);
      // An original budget takes the place of the provisional one.
      std::int64_t amount = original ? sums.original + sums.supplementary : sums.adopted();
      const auto change = changes.find(item);
      if (change != changes.end()) amount += change->second;  // both are within ±2 × 10^17
      if (amount < 0) return {};  // more is cut than there is: refused as that
      const ItemInfo& info = state.InfoOf(item);
      const auto total = Add(all, Decimal::FromInt(amount));
      if (!total) return Error(Code::kOverflow);
      all = *total;
      const bool is_reserve =
          line->objects.empty()
              ? state.index.IsReserve(state.Word(info.group), state.Word(info.object), day)
              : internal::PolicyIndex::Lists(*line, state.Word(info.group),
                                             state.Word(info.object));
      if (!is_reserve) continue;
      const auto next = Add(reserve, Decimal::FromInt(amount));
      if (!next) return Error(Code::kOverflow);
      reserve = *next;
    }
    const auto most =
        MulDiv(all, Decimal::FromInt(line->number), Decimal::FromInt(1000), 0, Rounding::kFloor);
    if (!most) return Error(Code::kOverflow);
    if (Compare(reserve, *most) > 0) {
      ErrorDetail detail;
      detail.rule = "reserve_too_large";
      if (const auto available = most->ToInt64()) detail.available = *available;
      if (const auto asked = reserve.ToInt64()) detail.asked = *asked;
      detail.message = {"예비비(" + Figure(reserve) + ")가 회계 세출예산의 1,000분의 " +
                            std::to_string(line->number) + "(" + Figure(*most) + ")을 넘습니다" +
                            (line->article.empty() ? "." : " (" + line->article + ")."),
                        "The reserve of " + Figure(reserve) + " is above " +
                            std::to_string(line->number) + "/1000 of the account's expenditure, " +
                            Figure(*most) + "."};
      return Error(Code::kReserveTooLarge, std::move(detail));
    }
  }
  return {};
}

Result<void> CheckOrder(const BookState& state, const BudgetVersion& version) {
  const AccountId account = version.account;
  const std::int32_t year = version.fiscal_year;
  const auto refuse = [](Code code, std::string ko, std::string en) {
    return Refuse(code, "budget.order", -1, {std::move(ko), std::move(en)});
  };
  switch (version.stage) {
    case BudgetStage::kProvisional:
      if (IsAdopted(state, account, year, Cause::kOriginal))
        return refuse(Code::kVersionOrder, "본예산이 성립한 뒤에는 준예산이 없습니다.",
                      "There is no provisional budget after the original one.");
      if (IsAdopted(state, account, year, Cause::kProvisional)) return Error(Code::kDuplicate);
      return {};
    case BudgetStage::kOriginal:
      if (IsAdopted(state, account, year, Cause::kOriginal)) return Error(Code::kDuplicate);
      return {};
    case BudgetStage::kSupplementary: {
      if (version.number < 1 || version.number > 99)
        return refuse(Code::kInvalidArgument, "추경의 횟수는 1에서 99까지입니다.",
                      "A supplementary budget's number lies in [1, 99].");
      if (!IsAdopted(state, account, year, Cause::kOriginal))
        return refuse(Code::kVersionOrder, "본예산이 없습니다.", "There is no original budget.");
      const std::int32_t last = LastSupplementary(state, account, year);
      if (IsAdopted(state, account, year, CauseOf(version))) return Error(Code::kDuplicate);
      if (version.number != last + 1)
        return refuse(Code::kVersionOrder,
                      "다음 추경은 제" + std::to_string(last + 1) + "회입니다.",
                      "The next supplementary budget is number " + std::to_string(last + 1) + ".");
      return {};
    }
    default:
      return refuse(Code::kInvalidArgument, "예산안은 성립하는 단계가 아닙니다.",
                    "A proposal is not adopted.");
  }
}

using Bases = decltype(BookState::bases);

// In the place of what was kept of them. It needs no memory.
void PutBases(BookState& state, Bases& made) noexcept {
  for (auto& [of, basis] : made) {
    if (const auto found = state.bases.find(of); found != state.bases.end())
      found->second = std::move(basis);
  }
  state.bases.merge(made);
}

}  // namespace

namespace internal {

bool BookState::IsAdopted(std::uint32_t account, std::uint32_t year, Cause wanted) const noexcept {
  return std::any_of(budget_entries.begin(), budget_entries.end(), [&](std::uint32_t id) {
    const ItemInfo& info = InfoOf(entries.item(id));
    return info.account == account && info.year == year &&
           static_cast<EntryKind>(entries.kind(id)) != EntryKind::kCorrect &&
           static_cast<Cause>(entries.cause(id)) == wanted;
  });
}

}  // namespace internal

Result<void> Book::CheckBudget(const BudgetDocument& document) const {
  return Document(*state_, document).Check();
}

Result<Receipt> Book::Adopt(const BudgetDocument& document) {
  const internal::OneWriter alone(*state_);
  if (Result<void> checked = CheckBudget(document); !checked) return std::move(checked).error();
  if (Result<void> order = CheckOrder(*state_, document.version); !order)
    return std::move(order).error();
  if (document.version.stage != BudgetStage::kSupplementary && !document.absorbs.empty()) {
    return Refuse(Code::kInvalidArgument, "budget.absorbs", -1,
                  {"성립전 예산은 추경에만 반영합니다.",
                   "Only a supplementary budget takes in pre-enactment spending."});
  }
  if (document.version.stage != BudgetStage::kProvisional) {
    if (Result<void> reserve = CheckReserve(*state_, document); !reserve)
      return std::move(reserve).error();
  }
  Votes votes;
  // The new money first: what was committed against the old never stands without a budget.
  for (const bool increases : {true, false}) {
    for (std::size_t i = 0; i < document.lines.size(); ++i) AddLine(document, i, increases, votes);
  }
  if (document.version.stage == BudgetStage::kOriginal)
    TakeBackProvisional(*state_, document, votes);
  if (Result<void> taken = TakeBackPreEnactment(*state_, document, votes); !taken)
    return std::move(taken).error();
  // A version is a view of its entries: one without any could not be seen, nor kept from being adopted again.
  if (votes.batch.empty() || votes.lines.front() < 0) {
    return Refuse(Code::kInvalidArgument, "budget.empty", -1,
                  {"금액이 있는 줄이 하나도 없습니다.", "No line of the budget has an amount."});
  }
  Bases made;
  std::vector<ItemBasis> said;
  for (const BudgetLine& line : document.lines) {
    if (line.basis.empty()) continue;
    const BudgetVersion& version = document.version;
    const auto of = std::make_tuple(NumberOf(line.item), static_cast<std::int32_t>(version.stage),
                                    version.number);
    said.push_back(
        {line.item, version.stage, version.number, &made.emplace(of, line.basis).first->second});
  }
  PostedBatch along;
  along.bases = said.data();
  along.basis_count = said.size();
  Result<Receipt> receipt = state_->Post(votes.batch.view(), internal::PostedBy::kAdoption, along);
  if (!receipt && receipt.error().row() >= 0) {
    const auto row = static_cast<std::size_t>(receipt.error().row());
    return std::move(receipt).error().AtRow(votes.lines[row]);
  }
  if (receipt) PutBases(*state_, made);
  return receipt;
}

std::vector<BudgetVersion> Book::VersionsOf(AccountId account, std::int32_t fiscal_year) const {
  std::vector<Cause> causes;
  ForEachVotedCause(*state_, account, fiscal_year, [&](Cause cause) {
    if (std::find(causes.begin(), causes.end(), cause) == causes.end()) causes.push_back(cause);
  });
  // In the order of the law: provisional, original, supplementary 1…n.
  const auto order = [](Cause cause) {
    return cause == Cause::kProvisional ? 0 : static_cast<std::int32_t>(cause);
  };
  std::sort(causes.begin(), causes.end(), [&](Cause a, Cause b) { return order(a) < order(b); });
  std::vector<BudgetVersion> versions;
  for (const Cause cause : causes) {
    BudgetVersion version{fiscal_year, account, BudgetStage::kSupplementary,
                          SupplementaryNumber(cause)};
    if (cause == Cause::kProvisional) version.stage = BudgetStage::kProvisional;
    if (cause == Cause::kOriginal) version.stage = BudgetStage::kOriginal;
    versions.push_back(version);
  }
  return versions;
}

namespace {

// What each item had after a version.
Result<std::map<std::uint32_t, std::int64_t>> AmountsOf(const BookState& state,
                                                        const BudgetVersion& version) {
  const Cause last = CauseOf(version);
  if (version.stage != BudgetStage::kFinal &&
      (last == Cause::kNone || !IsAdopted(state, version.account, version.fiscal_year, last))) {
    return Error(Code::kNotFound);
  }
  std::map<std::uint32_t, std::int64_t> amounts;
  bool any = false;
  bool fits = true;
  const auto add = [&](std::uint32_t item, std::int64_t amount) {
    any = true;
    std::int64_t& sum = amounts[item];
    std::int64_t next = 0;
    // Versions can be posted row by row in any order: what one leaves need not be what an item ever had.
    fits = fits && internal::AddSmall(sum, amount, next) && next <= internal::kSumMax &&
           next >= -internal::kSumMax;
    if (fits) sum = next;
  };
  ForEachVote(state, version.account, version.fiscal_year,
              [&](std::uint32_t item, std::uint8_t, Cause cause, std::int64_t amount) {
                const bool provisional = cause == Cause::kProvisional;
                if (version.stage == BudgetStage::kProvisional) {
                  // What it gave, also after the original budget took its place.
                  if (provisional && amount > 0) add(item, amount);
                  return;
                }
                if (provisional) return;
                if (version.stage == BudgetStage::kFinal ||
                    static_cast<std::int32_t>(cause) <= static_cast<std::int32_t>(last)) {
                  add(item, amount);
                }
              });
  if (!any) return Error(Code::kNotFound);
  if (!fits) return Error(Code::kOverflow);
  return amounts;
}

}  // namespace

Result<std::vector<VersionRow>> Book::CompareVersions(const BudgetVersion& prior,
                                                      const BudgetVersion& revised) const {
  const auto before = AmountsOf(*state_, prior);
  if (!before) return Error(before.code());
  const auto after = AmountsOf(*state_, revised);
  if (!after) return Error(after.code());
  std::map<std::uint32_t, VersionRow> rows;
  for (const auto& [item, amount] : *before) rows[item].prior = Money(amount);
  for (const auto& [item, amount] : *after) rows[item].revised = Money(amount);
  std::vector<VersionRow> list;
  list.reserve(rows.size());
  for (auto& [item, row] : rows) {
    row.item = ItemId{item};
    row.change = Money(row.revised.minor() - row.prior.minor());  // both within ±10^17
    list.push_back(row);
  }
  return list;
}

}  // namespace yesan
