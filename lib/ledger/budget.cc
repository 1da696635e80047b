// The adoption of a budget: its turn, its reserve, and the entries that it becomes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/ledger/acts.h"
#include "lib/ledger/figure.h"
#include "lib/ledger/reserve_share.h"
#include "lib/ledger/state.h"
#include "lib/ledger/votes.h"
#include "yesan/ledger/book.h"

namespace yesan {

using internal::BookState;
using internal::Figure;
using internal::RefuseAct;

namespace {

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
  internal::ForEachVote(
      state, document.version.account, document.version.fiscal_year,
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
      detail.message = {
          "성립전 예산 " + Figure(entry.amount, state.government) +
              "이 추경에 다 계상되지 않았습니다: 그 과목의 증액에서 남은 금액 " +
              Figure(std::max<std::int64_t>(left, 0), state.government) + " (지방재정법 §45).",
          "The budget does not contain the pre-enactment spending of " +
              Figure(entry.amount, state.government) + ": it leaves " +
              Figure(std::max<std::int64_t>(left, 0), state.government) + " for it on the item."};
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
  const bool original = document.version.stage == BudgetStage::kOriginal;
  std::map<std::uint32_t, std::int64_t> amounts;
  for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
    const ItemKey& key = state.items[item - 1];
    if (key.revenue || key.account != document.version.account ||
        key.fiscal_year != document.version.fiscal_year) {
      continue;
    }
    const ItemBalances sums = state.SumsOf(item);
    // An original budget takes the place of the provisional one.
    amounts[item] = original ? sums.original + sums.supplementary : sums.adopted();
  }
  for (const BudgetLine& line : document.lines) {
    const auto found = amounts.find(NumberOf(line.item));
    if (found != amounts.end()) found->second += line.amount.minor();  // both within ±2 × 10^17
  }
  // Where more is cut than there is, it is refused as that.
  if (std::any_of(amounts.begin(), amounts.end(), [](const auto& one) { return one.second < 0; }))
    return {};
  const auto above = internal::FindReserveAboveShare(state, NumberOf(document.version.account),
                                                     document.day.days(), amounts);
  if (!above) return {};
  ErrorDetail detail;
  detail.rule = "reserve_too_large";
  if (const auto available = above->most.ToInt64()) detail.available = *available;
  if (const auto asked = above->reserve.ToInt64()) detail.asked = *asked;
  const PolicyLine& line = *above->line;
  const std::string share = std::to_string(line.number);
  detail.message = {
      "예비비(" + Figure(above->reserve, state.government) + ")가 회계 세출예산의 1,000분의 " +
          share + "(" + Figure(above->most, state.government) + ")을 넘습니다" +
          (line.article.empty() ? "." : " (" + line.article + ")."),
      "The reserve of " + Figure(above->reserve, state.government) + " is above " + share +
          "/1000 of the account's expenditure, " + Figure(above->most, state.government) + "."};
  return Error(Code::kReserveTooLarge, std::move(detail));
}

Result<void> CheckOrder(const BookState& state, const BudgetDocument& document) {
  const BudgetVersion& version = document.version;
  const AccountId account = version.account;
  const std::int32_t year = version.fiscal_year;
  const auto refuse = [](Code code, std::string ko, std::string en) {
    return RefuseAct(code, "budget.order", std::move(ko), std::move(en));
  };
  switch (version.stage) {
    case BudgetStage::kProvisional:
      if (internal::IsAdopted(state, account, year, Cause::kOriginal))
        return refuse(Code::kVersionOrder, "본예산이 성립한 뒤에는 준예산이 없습니다.",
                      "There is no provisional budget after the original one.");
      if (internal::IsAdopted(state, account, year, Cause::kProvisional))
        return Error(Code::kDuplicate);
      return {};
    case BudgetStage::kOriginal:
      if (internal::IsAdopted(state, account, year, Cause::kOriginal))
        return Error(Code::kDuplicate);
      return {};
    case BudgetStage::kSupplementary: {
      if (version.number < 1 || version.number > 99)
        return refuse(Code::kInvalidArgument, "추경의 횟수는 1에서 99까지입니다.",
                      "A supplementary budget's number lies in [1, 99].");
      if (!internal::IsAdopted(state, account, year, Cause::kOriginal))
        return refuse(Code::kVersionOrder, "본예산이 없습니다.", "There is no original budget.");
      const std::int32_t last = internal::LastSupplementary(state, account, year);
      if (internal::IsAdopted(state, account, year, CauseOf(version)))
        return Error(Code::kDuplicate);
      if (version.number != last + 1)
        return refuse(Code::kVersionOrder,
                      "다음 추경은 제" + std::to_string(last + 1) + "회입니다.",
                      "The next supplementary budget is number " + std::to_string(last + 1) + ".");
      const std::int32_t before = internal::LatestVersionDay(state, account, year);
      if (document.day.days() < before) {
        const std::string asked = document.day.ToString();
        const std::string day = internal::DayText(before);
        return refuse(
            Code::kVersionOrder,
            "추경의 날 " + asked + "이 그 앞 예산의 날 " + day + "보다 이릅니다.",
            "The budget of " + asked + " is dated before the one that it follows, of " + day + ".");
      }
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

Result<Receipt> Book::Adopt(const BudgetDocument& document) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  if (Result<void> checked = CheckBudget(document); !checked) return std::move(checked).error();
  if (Result<void> order = CheckOrder(*state_, document); !order) return std::move(order).error();
  if (document.version.stage != BudgetStage::kSupplementary && !document.absorbs.empty()) {
    return RefuseAct(Code::kInvalidArgument, "budget.absorbs", "성립전 예산은 추경에만 반영합니다.",
                     "Only a supplementary budget takes in pre-enactment spending.");
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
    return RefuseAct(Code::kInvalidArgument, "budget.empty", "금액이 있는 줄이 하나도 없습니다.",
                     "No line of the budget has an amount.");
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

}  // namespace yesan
