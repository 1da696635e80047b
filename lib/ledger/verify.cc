// The book against its own entries: standing sums, the chain of control, what is open, and the links between years.
#include "lib/ledger/verifier.h"

#include <cstddef>
#include <limits>
#include <map>
#include <utility>

#include "lib/ledger/figure.h"
#include "lib/ledger/rebuild.h"
#include "yesan/ledger/book.h"

namespace yesan {
namespace internal {

std::vector<Finding> Verifier::Run() {
  for (const std::uint32_t item : Rebuild(state_, std::numeric_limits<std::int32_t>::max(),
                                          std::numeric_limits<std::uint32_t>::max(), sums_)) {
    // What cannot be added up cannot be held against anything else.
    ReportText("ledger.overflow", Severity::kError, NameOf(item), "", "",
               {"기록을 더한 값이 다룰 수 있는 범위를 넘습니다.",
                "its entries add up to more than can be held."});
    sums_[item - 1] = state_.SumsOf(item);
  }
  CheckStandingSums();
  CheckItems();
  CheckControl();
  CheckOpen();
  CheckLinks();
  CheckGroups();
  CheckDays();
  CheckControlByDay();
  CheckVersions();
  CheckVersionDays();
  CheckProvisional();
  CheckReserveShare();
  CheckPreEnactment();
  CheckLateAbsorption();
  CheckUndoneAbsorption();
  CheckPlanYears();
  CheckOpenAtClosing();
  CheckRevenue();
  CheckSources();
  return std::move(findings_);
}

Message Verifier::Join(Message name, std::string_view ko, std::string_view en) {
  name.ko.append(" ").append(ko);
  name.en.append(" ").append(en);
  return name;
}

Message Verifier::NameOf(std::uint32_t item) const {
  const ItemKey& key = state_.items[item - 1];
  const std::string object = std::to_string(key.fiscal_year) + " " + key.object_item;
  const std::string number = std::to_string(item) + ")";
  return Join({object, object}, "(항목 " + number, "(item " + number);
}

Message Verifier::EntryName(std::uint32_t id) {
  const std::string name = "#" + std::to_string(id);
  return {name, name};
}

Message Verifier::AccountName(std::uint32_t account, std::int32_t year) const {
  const std::string name = std::to_string(year) + " " + state_.accounts[account - 1].name;
  return {name, name};
}

void Verifier::ReportText(std::string_view rule, Severity severity, Message subject,
                          std::string printed, std::string expected, const Message& statement) {
  Finding finding;
  finding.rule = std::string(rule);
  finding.severity = severity;
  finding.message = {subject.ko + ": " + statement.ko, subject.en + ": " + statement.en};
  finding.subject = std::move(subject.ko);
  finding.subject_en = std::move(subject.en);
  finding.printed = std::move(printed);
  finding.expected = std::move(expected);
  findings_.push_back(std::move(finding));
}

void Verifier::Report(std::string_view rule, Severity severity, Message subject,
                      const Decimal& printed, const Decimal& expected, const Message& statement) {
  const Government& of = state_.government;
  ReportText(rule, severity, std::move(subject), Figure(printed, of), Figure(expected, of),
             statement);
  if (const auto difference = Subtract(printed, expected))
    findings_.back().difference = Figure(*difference, of);
}

void Verifier::Report(std::string_view rule, Severity severity, Message subject,
                      std::int64_t printed, std::int64_t expected, const Message& statement) {
  Report(rule, severity, std::move(subject), Decimal::FromInt(printed), Decimal::FromInt(expected),
         statement);
}

void Verifier::CheckStandingSums() {
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    for (std::int64_t ItemBalances::*sum : kSums) {
      const std::int64_t standing = state_.SumsOf(item).*sum;
      const std::int64_t computed = sums_[item - 1].*sum;
      if (standing != computed) {
        Report("ledger.standing_sum", Severity::kError, NameOf(item), standing, computed,
               {"잔액이 기록을 더한 값과 다릅니다.", "a balance is not the sum of its entries."});
      }
    }
  }
}

void Verifier::CheckItems() {
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    const ItemBalances& sums = sums_[item - 1];
    const auto at_least_zero = [&](std::int64_t value, const char* ko, const char* en) {
      if (value < 0) {
        Report("ledger.below_zero", Severity::kError, NameOf(item), value, 0,
               {std::string(ko) + "이 0보다 작습니다.", std::string(en) + " is below zero."});
      }
    };
    at_least_zero(sums.current_budget(), "예산현액", "current_budget");
    at_least_zero(sums.disbursed, "지출액", "disbursed");
    at_least_zero(sums.outstanding(), "지출원인행위 잔액", "outstanding");
    at_least_zero(sums.uncollected(), "미수납액", "uncollected");
    at_least_zero(sums.received, "수납액", "received");
    if (sums.subsidy_refund > 0)
      at_least_zero(sums.unspent_balance(), "집행잔액", "unspent_balance");
  }
}

void Verifier::CheckControl() {
  std::vector<WideBucket> buckets(state_.buckets.size());
  std::vector<std::uint32_t> first(state_.buckets.size(), 0);
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    const std::uint32_t b = state_.InfoOf(item).bucket;
    if (b == kNoBucket) continue;
    const ItemBalances& sums = sums_[item - 1];
    buckets[b].current.Add(sums.current_budget());
    buckets[b].allotted.Add(sums.allotted);
    buckets[b].used.Add(sums.committed_total + sums.carryover_out() - sums.commitments_out);
    buckets[b].reserved.Add(sums.subsidy_refund);
    if (first[b] == 0) first[b] = item;
  }
  for (std::size_t b = 0; b < buckets.size(); ++b) {
    if (first[b] == 0) continue;
    const WideBucket& sums = buckets[b];
    const YearInfo& year = state_.YearOf(state_.InfoOf(first[b]));
    // Entries are judged by their day: only what binds all through the year and its closing is sure to hold now.
    const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, year.last_day) &&
                           state_.index.Binds(PolicyTopic::kAllotment, year.last_day + 62) &&
                           state_.index.Binds(PolicyTopic::kAllotment, year.first_day);
    if (allotment && sums.allotted > sums.current) {
      Report("ledger.allotted", Severity::kError, NameOf(first[b]), sums.allotted.value(),
             sums.current.value(),
             {"배정액이 예산현액을 넘습니다.", "more is allotted than the current budget."});
    }
    const WideSum& top = allotment ? sums.allotted : sums.current;
    if (sums.used > top) {
      Report("ledger.committed", Severity::kError, NameOf(first[b]), sums.used.value(), top.value(),
             {"지출원인행위액이 쓸 수 있는 예산을 넘습니다 (지방회계법 §29).",
              "more is committed than there is."});
    }
    if (sums.reserved.sign() > 0 && sums.SpokenFor() > sums.current) {
      Report("ledger.reserved", Severity::kError, NameOf(first[b]), sums.SpokenFor().value(),
             sums.current.value(),
             {"지출원인행위액과 반납할 보조금을 더하면 예산현액을 넘습니다.",
              "what is committed and what is owed back to payers are more than there is."});
    }
  }
}

// What is open of each commitment and disbursement, from those that lean on it.
void Verifier::CheckOpen() {
  const Columns& entries = state_.entries;
  const auto size = static_cast<std::uint32_t>(entries.size());
  // No entry is above 10^17, nor what leans on it: what is left fits, unless the book is broken, and then it is not what
  // the book says.
  std::vector<std::uint64_t> left(std::size_t{size} + 1, 0);
  const auto opens = [](EntryKind kind) {
    return kind == EntryKind::kCommit || kind == EntryKind::kDisburse;
  };
  for (std::uint32_t id = 1; id <= size; ++id) {
    const auto kind = static_cast<EntryKind>(entries.kind(id));
    const std::uint32_t of = entries.reference(id);
    const auto amount = static_cast<std::uint64_t>(entries.amount(id));
    if (opens(kind)) left[id] += amount;
    if (of == 0) continue;
    if (kind == EntryKind::kCorrect) {
      const auto corrected = static_cast<EntryKind>(entries.kind(of));
      if (opens(corrected)) left[of] -= amount;
      if (corrected == EntryKind::kRelease || corrected == EntryKind::kDisburse ||
          corrected == EntryKind::kRefund ||
          (corrected == EntryKind::kCarryOut && entries.reference(of) != 0))
        left[entries.reference(of)] += amount;
    } else {
      left[of] -= amount;
    }
  }
  for (std::uint32_t id = 1; id <= size; ++id) {
    if (!opens(static_cast<EntryKind>(entries.kind(id)))) continue;
    const auto open = static_cast<std::int64_t>(left[id]);
    if (entries.extra(id) != open || open < 0) {
      Report("ledger.open", Severity::kError, EntryName(id), entries.extra(id), open,
             {"남은 금액이 기록과 다릅니다.", "what is open is not what the entries leave."});
    }
  }
}

// I7: Σ carried out of a year is Σ carried into the next, by account and origin, where the book has both.
void Verifier::CheckLinks() {
  std::map<std::pair<std::int32_t, std::pair<std::uint32_t, std::int32_t>>,
           std::pair<WideSum, WideSum>>
      links;  // (year into which, (account, cause)) -> (out, in)
  const Columns& entries = state_.entries;
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    const auto kind = static_cast<EntryKind>(entries.kind(id));
    if (entries.corrected(id)) continue;
    if (kind != EntryKind::kCarryIn && kind != EntryKind::kCarryOut) continue;
    const ItemKey& key = state_.items[entries.item(id) - 1];
    if (key.revenue) continue;
    const bool in = kind == EntryKind::kCarryIn;
    auto& link = links[{key.fiscal_year + (in ? 0 : 1),
                        {NumberOf(key.account), static_cast<std::int32_t>(entries.cause(id))}}];
    (in ? link.second : link.first).Add(entries.amount(id));
  }
  for (const auto& [key, link] : links) {
    // Money carried into the book's first year comes from outside it.
    if (state_.year_ids.count(key.first - 1) == 0) continue;
    if (link.first != link.second) {
      Report("ledger.year_link", Severity::kError,
             Join(AccountName(key.second.first, key.first),
                  KoreanName(static_cast<Cause>(key.second.second)),
                  Name(static_cast<Cause>(key.second.second))),
             link.second.value(), link.first.value(),
             {"전년도 이월액이 전년도의 다음연도 이월액과 다릅니다 (I7).",
              "what is carried in is not what was carried out (I7)."});
    }
  }
}

// I6: every transfer nets to zero.
void Verifier::CheckGroups() {
  std::map<std::int64_t, WideSum> nets;
  const Columns& entries = state_.entries;
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    const auto kind = static_cast<EntryKind>(entries.kind(id));
    if ((kind != EntryKind::kTransferIn && kind != EntryKind::kTransferOut) ||
        entries.corrected(id))
      continue;
    nets[entries.extra(id)].Add(kind == EntryKind::kTransferIn ? entries.amount(id)
                                                               : -entries.amount(id));
  }
  for (const auto& [group, net] : nets) {
    if (net.sign() != 0) {
      Report("ledger.group", Severity::kError,
             Message{"묶음 " + std::to_string(group), "group " + std::to_string(group)},
             net.value(), Decimal(),
             {"이용·전용 등의 증감이 0이 아닙니다 (I6).", "a transfer does not net to zero (I6)."});
    }
  }
}

}  // namespace internal

std::vector<Finding> Book::Verify() const { return internal::Verifier(*state_).Run(); }

}  // namespace yesan
