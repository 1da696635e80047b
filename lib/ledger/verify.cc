// Everything computed again from the entries, and every identity over it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/ledger/figure.h"
#include "lib/ledger/rebuild.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "lib/ledger/sums.h"
#include "yesan/ledger/book.h"
#include "yesan/money/small.h"

namespace yesan {
namespace {

using internal::BookState;
using internal::Bucket;
using internal::Figure;
using internal::WideSum;

// Sums of many items, of any size.
struct WideBucket {
  WideSum current;
  WideSum allotted;
  WideSum used;
};

class Verifier {
 public:
  explicit Verifier(const BookState& state) : state_(state) {}

  std::vector<Finding> Run() {
    for (const std::uint32_t item :
         internal::Rebuild(state_, std::numeric_limits<std::int32_t>::max(),
                           std::numeric_limits<std::uint32_t>::max(), sums_)) {
      // What cannot be added up cannot be held against anything else.
      Overflows(NameOf(item));
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
    CheckPreEnactment();
    CheckLateAbsorption();
    CheckOpenAtClosing();
    CheckRevenue();
    CheckSources();
    return std::move(findings_);
  }

 private:
  std::string NameOf(std::uint32_t item) const {
    const ItemKey& key = state_.items[item - 1];
    return std::to_string(key.fiscal_year) + " " + key.object_item + " (항목 " +
           std::to_string(item) + ")";
  }

  void Report(std::string_view rule, Severity severity, std::string subject, const Decimal& printed,
              const Decimal& expected, std::string ko, std::string en) {
    Finding finding;
    finding.rule = std::string(rule);
    finding.severity = severity;
    finding.message = {subject + ": " + std::move(ko), subject + ": " + std::move(en)};
    finding.subject = std::move(subject);
    finding.printed = Figure(printed);
    finding.expected = Figure(expected);
    if (const auto difference = Subtract(printed, expected))
      finding.difference = Figure(*difference);
    findings_.push_back(std::move(finding));
  }
  void Report(std::string_view rule, Severity severity, std::string subject, std::int64_t printed,
              std::int64_t expected, std::string ko, std::string en) {
    Report(rule, severity, std::move(subject), Decimal::FromInt(printed),
           Decimal::FromInt(expected), std::move(ko), std::move(en));
  }

  void Overflows(std::string subject) {
    Finding finding;
    finding.rule = "ledger.overflow";
    finding.severity = Severity::kError;
    finding.message = {subject + ": 기록을 더한 값이 다룰 수 있는 범위를 넘습니다.",
                       subject + ": its entries add up to more than can be held."};
    finding.subject = std::move(subject);
    findings_.push_back(std::move(finding));
  }

  void CheckStandingSums() {
    for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
      for (std::int64_t ItemBalances::*sum : internal::kSums) {
        const std::int64_t standing = state_.SumsOf(item).*sum;
        const std::int64_t computed = sums_[item - 1].*sum;
        if (standing != computed) {
          Report("ledger.standing_sum", Severity::kError, NameOf(item), standing, computed,
                 "잔액이 기록을 더한 값과 다릅니다.", "a balance is not the sum of its entries.");
        }
      }
    }
  }

  void CheckItems() {
    for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
      const ItemBalances& sums = sums_[item - 1];
      const auto at_least_zero = [&](std::int64_t value, const char* ko, const char* en) {
        if (value < 0) {
          Report("ledger.below_zero", Severity::kError, NameOf(item), value, 0,
                 std::string(ko) + "이 0보다 작습니다.", std::string(en) + " is below zero.");
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

  void CheckControl() {
    std::vector<WideBucket> buckets(state_.buckets.size());
    std::vector<std::uint32_t> first(state_.buckets.size(), 0);
    for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
      const std::uint32_t b = state_.InfoOf(item).bucket;
      if (b == internal::kNoBucket) continue;
      const ItemBalances& sums = sums_[item - 1];
      buckets[b].current.Add(sums.current_budget());
      buckets[b].allotted.Add(sums.allotted);
      buckets[b].used.Add(sums.committed_total + sums.carryover_out() - sums.commitments_out);
      if (first[b] == 0) first[b] = item;
    }
    for (std::size_t b = 0; b < buckets.size(); ++b) {
      if (first[b] == 0) continue;
      const WideBucket& sums = buckets[b];
      const internal::YearInfo& year = state_.YearOf(state_.InfoOf(first[b]));
      // Entries are judged by their day: only what binds all through the year and its closing is sure to hold now.
      const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, year.last_day) &&
                             state_.index.Binds(PolicyTopic::kAllotment, year.last_day + 62) &&
                             state_.index.Binds(PolicyTopic::kAllotment, year.first_day);
      if (allotment && sums.allotted > sums.current) {
        Report("ledger.allotted", Severity::kError, NameOf(first[b]), sums.allotted.value(),
               sums.current.value(), "배정액이 예산현액을 넘습니다.",
               "more is allotted than the current budget.");
      }
      const WideSum& top = allotment ? sums.allotted : sums.current;
      if (sums.used > top) {
        Report("ledger.committed", Severity::kError, NameOf(first[b]), sums.used.value(),
               top.value(), "지출원인행위액이 쓸 수 있는 예산을 넘습니다 (지방회계법 §29).",
               "more is committed than there is.");
      }
    }
  }

  // What is open of each commitment and disbursement, from those that lean on it.
  void CheckOpen() {
    const internal::Columns& entries = state_.entries;
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
        Report("ledger.open", Severity::kError, "#" + std::to_string(id), entries.extra(id), open,
               "남은 금액이 기록과 다릅니다.", "what is open is not what the entries leave.");
      }
    }
  }

  // I7: Σ carried out of a year is Σ carried into the next, by account and origin, where the book has both.
  void CheckLinks() {
    std::map<std::pair<std::int32_t, std::pair<std::uint32_t, std::int32_t>>,
             std::pair<WideSum, WideSum>>
        links;  // (year into which, (account, cause)) -> (out, in)
    const internal::Columns& entries = state_.entries;
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
               std::to_string(key.first) + " " + KoreanName(static_cast<Cause>(key.second.second)),
               link.second.value(), link.first.value(),
               "전년도 이월액이 전년도의 다음연도 이월액과 다릅니다 (I7).",
               "what is carried in is not what was carried out (I7).");
      }
    }
  }

  // I6: every transfer nets to zero.
  void CheckGroups() {
    std::map<std::int64_t, WideSum> nets;
    const internal::Columns& entries = state_.entries;
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
        Report("ledger.group", Severity::kError, "group " + std::to_string(group), net.value(),
               Decimal(), "이용·전용 등의 증감이 0이 아닙니다 (I6).",
               "a transfer does not net to zero (I6).");
      }
    }
  }

  // An entry dated before what it leans on: posted in order, but not so on its own day.
  void CheckDays() {
    const internal::Columns& entries = state_.entries;
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      const std::uint32_t of = entries.reference(id);
      if (of == 0 || entries.corrected(id) || entries.day(id) >= entries.day(of)) continue;
      const auto early = Date::FromDays(entries.day(id));
      const auto late = Date::FromDays(entries.day(of));
      Finding finding;
      finding.rule = "ledger.back_dated";
      finding.severity = Severity::kWarning;
      finding.subject = "#" + std::to_string(id);
      finding.printed = early ? early->ToString() : "";
      finding.expected = late ? late->ToString() : "";
      finding.message = {
          finding.subject + ": 근거가 되는 #" + std::to_string(of) + " 기록보다 앞선 날짜입니다.",
          finding.subject + " is dated before #" + std::to_string(of) + ", on which it leans."};
      findings_.push_back(std::move(finding));
    }
  }

  // The chain holds in the order of posting; here it is held against the order of days, where some items' entries were
  // posted out of it. The first day of each set of items on which more was committed or allotted than there was.
  void CheckControlByDay() {
    const internal::Columns& entries = state_.entries;
    std::vector<std::int32_t> latest(state_.buckets.size(),
                                     std::numeric_limits<std::int32_t>::min());
    std::vector<bool> unordered(state_.buckets.size(), false);
    const auto bucket_of = [&](std::uint32_t id) { return state_.InfoOf(entries.item(id)).bucket; };
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      const std::uint32_t b = bucket_of(id);
      if (b == internal::kNoBucket) continue;
      if (entries.day(id) < latest[b]) unordered[b] = true;
      latest[b] = std::max(latest[b], entries.day(id));
    }
    std::vector<std::tuple<std::uint32_t, std::int32_t, std::uint32_t>> by_day;  // bucket, day, id
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      const std::uint32_t b = bucket_of(id);
      if (b != internal::kNoBucket && unordered[b]) by_day.emplace_back(b, entries.day(id), id);
    }
    std::sort(by_day.begin(), by_day.end());
    WideBucket sums;
    bool reported = false;
    for (std::size_t i = 0; i < by_day.size(); ++i) {
      const auto [b, day, id] = by_day[i];
      if (i == 0 || std::get<0>(by_day[i - 1]) != b) {
        sums = WideBucket();
        reported = false;
      }
      const bool corrects = static_cast<EntryKind>(entries.kind(id)) == EntryKind::kCorrect;
      const std::uint32_t what = corrects ? entries.reference(id) : id;
      internal::ForEachEffect(
          static_cast<EntryKind>(entries.kind(what)), static_cast<Cause>(entries.cause(what)),
          state_.EffectOn(static_cast<EntryKind>(entries.kind(what)), entries.item(id),
                          entries.reference(what)),
          corrects ? -entries.amount(id) : entries.amount(id),
          [](std::int64_t ItemBalances::*, std::int64_t) {},
          [&](std::int64_t Bucket::*sum, std::int64_t by) {
            (sum == &Bucket::current    ? sums.current
             : sum == &Bucket::allotted ? sums.allotted
                                        : sums.used)
                .Add(by);
          });
      const bool last_of_day = i + 1 == by_day.size() || std::get<0>(by_day[i + 1]) != b ||
                               std::get<1>(by_day[i + 1]) != day;
      if (reported || !last_of_day) continue;
      const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, day);
      const WideSum& top = allotment ? sums.allotted : sums.current;
      const bool above_top = sums.used > top;
      if (!above_top && !(allotment && sums.allotted > sums.current)) continue;
      reported = true;
      const auto date = Date::FromDays(day);
      Report("ledger.control_on_day", Severity::kWarning,
             NameOf(entries.item(id)) + (date ? " " + date->ToString() : std::string()),
             (above_top ? sums.used : sums.allotted).value(),
             (above_top ? top : sums.current).value(),
             "그날까지의 날짜로 보면 쓸 수 있는 예산을 넘습니다. 나중에 소급하여 기록한 것이 "
             "있습니다.",
             "by the days of its entries more is used up to that day than there was: some were "
             "posted later.");
    }
  }

  void CheckPreEnactment() {
    for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
      if (sums_[item - 1].pre_enactment == 0) continue;
      if (!state_.YearOf(state_.InfoOf(item)).closed) continue;
      Report("ledger.pre_enactment", Severity::kWarning, NameOf(item),
             sums_[item - 1].pre_enactment, 0,
             "성립전 예산이 그 회계연도의 추경에 반영되지 않았습니다 (지방재정법 §45).",
             "pre-enactment spending was taken into no supplementary budget of its year.");
    }
  }

  // 성립전 goes into the next supplementary budget, not a later one (지방재정법 §45).
  void CheckLateAbsorption() {
    const internal::Columns& entries = state_.entries;
    // The first vote of each supplementary budget of an account and year, in the order of posting.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::map<std::uint32_t, Cause>> budgets;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<Cause>> seen;
    for (const std::uint32_t id : state_.budget_entries) {
      const auto cause = static_cast<Cause>(entries.cause(id));
      if (SupplementaryNumber(cause) == 0) continue;
      const internal::ItemInfo& info = state_.InfoOf(entries.item(id));
      const std::pair<std::uint32_t, std::uint32_t> key{info.account, info.year};
      if (seen[key].insert(cause).second) budgets[key][id] = cause;
    }
    std::map<std::uint32_t, std::uint32_t> corrected_by;
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      if (static_cast<EntryKind>(entries.kind(id)) == EntryKind::kCorrect &&
          static_cast<Cause>(entries.cause(entries.reference(id))) == Cause::kPreEnactment) {
        corrected_by[entries.reference(id)] = id;
      }
    }
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      if (static_cast<EntryKind>(entries.kind(id)) != EntryKind::kAuthorizeSpending ||
          static_cast<Cause>(entries.cause(id)) != Cause::kPreEnactment) {
        continue;
      }
      const internal::ItemInfo& info = state_.InfoOf(entries.item(id));
      const auto of = budgets.find({info.account, info.year});
      if (of == budgets.end()) continue;
      const auto next = of->second.upper_bound(id);
      if (next == of->second.end()) continue;
      const auto after = std::next(next);
      const auto undone = corrected_by.find(id);
      const bool in_time = undone != corrected_by.end() &&
                           (undone->second < next->first || after == of->second.end() ||
                            undone->second < after->first);
      if (in_time) continue;
      Report("ledger.pre_enactment_next", Severity::kWarning,
             NameOf(entries.item(id)) + " #" + std::to_string(id), entries.amount(id), 0,
             "성립전 예산이 그 다음 추경(" + KoreanName(next->second) +
                 ")에 계상되지 않았습니다 (지방재정법 §45).",
             "the next supplementary budget, " + Name(next->second) +
                 ", did not take this pre-enactment spending in.");
    }
  }

  // What was committed and neither paid nor carried when the year was closed.
  void CheckOpenAtClosing() {
    for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
      if (!state_.YearOf(state_.InfoOf(item)).closed || sums_[item - 1].outstanding() <= 0)
        continue;
      Report("ledger.open_at_closing", Severity::kWarning, NameOf(item),
             sums_[item - 1].outstanding(), 0,
             "지출하지도 이월하지도 않은 지출원인행위가 남은 채 마감하였습니다 (지방재정법 §50②).",
             "the year was closed with commitments that are neither paid nor carried.");
    }
  }

  // Who pays: what stands of it, refunds and payments beyond what a source gave.
  void CheckSources() {
    if (state_.tagged_entries == 0) return;
    const internal::SourceSums sources = internal::SumSources(state_, 0);
    for (const auto& [key, sums] : sources) {
      const auto& [item, source] = key;
      const auto found = state_.given.find({item, source});
      const internal::SourceGiven given =
          found == state_.given.end() ? internal::SourceGiven() : found->second;
      const std::string name =
          NameOf(item) + " " + std::string(KoreanName(static_cast<FundingSource>(source)));
      if (given.budget != sums.current_budget() || given.refund != sums.subsidy_refund) {
        Report("ledger.standing_source", Severity::kError, name, given.budget,
               sums.current_budget(), "재원별 잔액이 기록을 더한 값과 다릅니다.",
               "what a source gave is not the sum of its entries.");
      }
      if (sums.subsidy_refund > sums.current_budget()) {
        Report("ledger.refund_source", Severity::kWarning, name, sums.subsidy_refund,
               sums.current_budget(), "그 재원이 과목에 준 금액보다 많은 반납금입니다.",
               "more is owed back to the source than the entries say it gave the item.");
      }
      const auto said = state_.given.find({item, 0});
      if (said == state_.given.end() || said->second.budget == 0) continue;
      if (sums.disbursed > std::max<std::int64_t>(sums.current_budget(), 0)) {
        Report("ledger.source_overspent", Severity::kWarning, name, sums.disbursed,
               sums.current_budget(), "그 재원이 과목에 준 금액보다 많이 지출하였습니다.",
               "more is paid of the source than it gave the item.");
      }
    }
  }

  // I8, where an account has revenue items of a year and the policy balances.
  void CheckRevenue() {
    struct Sides {
      bool any = false;
      std::int64_t voted[2] = {0, 0};  // expenditure, revenue
      std::int64_t carried[2] = {0, 0};
      std::int64_t carried_out = 0;
      bool fits = true;
    };
    std::map<std::pair<std::uint32_t, std::int32_t>, Sides> accounts;  // and year
    for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
      const internal::ItemInfo& info = state_.InfoOf(item);
      const ItemBalances& sums = sums_[item - 1];
      Sides& sides = accounts[{info.account, state_.YearOf(info).year}];
      const int side = info.revenue() ? 1 : 0;
      sides.any = sides.any || info.revenue();
      sides.fits =
          sides.fits &&
          internal::AddSmall(sides.voted[side], sums.original + sums.supplementary,
                             sides.voted[side]) &&
          internal::AddSmall(sides.carried[side], sums.carryover_in, sides.carried[side]) &&
          internal::AddSmall(sides.carried_out, sums.carryover_out(), sides.carried_out);
    }
    for (const auto& [key, sides] : accounts) {
      const auto year = state_.year_ids.find(key.second);
      if (!sides.any || !sides.fits || year == state_.year_ids.end()) continue;
      const internal::YearInfo& info = state_.years[year->second];
      if (!state_.index.Binds(PolicyTopic::kRevenueEqualsExpenditure, info.last_day)) continue;
      const std::string name =
          std::to_string(key.second) + " " + state_.accounts[key.first - 1].name;
      if (sides.voted[0] != sides.voted[1]) {
        Report("ledger.revenue_voted", Severity::kWarning, name, sides.voted[1], sides.voted[0],
               "세입예산과 세출예산이 다릅니다 (I8).",
               "the revenue that was voted is not the expenditure (I8).");
      }
      const auto before = accounts.find({key.first, key.second - 1});
      const bool known = state_.year_ids.count(key.second - 1) != 0;
      const std::int64_t out = before == accounts.end() ? 0 : before->second.carried_out;
      if (known && sides.carried[1] > out) {
        Report("ledger.revenue_carried", Severity::kWarning, name, sides.carried[1], out,
               "세입의 전년도 이월액이 전년도 세출의 이월액보다 많습니다.",
               "more revenue is carried in than expenditure was carried out.");
      } else if (info.closed && sides.carried[0] != sides.carried[1]) {
        Report("ledger.revenue_carried", Severity::kWarning, name, sides.carried[1],
               sides.carried[0], "세입과 세출의 전년도 이월액이 다릅니다 (I8).",
               "the revenue carried in is not the expenditure carried in (I8).");
      }
    }
  }

  const BookState& state_;
  std::vector<ItemBalances> sums_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> Book::Verify() const { return Verifier(*state_).Run(); }

}  // namespace yesan
