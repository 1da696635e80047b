#include "yesan/ledger/policy.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/ledger/kinds.h"
#include "lib/ledger/policy_index.h"
#include "yesan/ledger/book_parts.h"

namespace yesan {
namespace internal {

PolicyIndex::PolicyIndex(const Policy& policy) {
  for (const PolicyLine& line : policy.lines) {
    const auto topic = static_cast<std::size_t>(line.topic);
    if (topic >= by_topic_.size()) continue;  // CheckPolicy refuses it before
    by_topic_[topic].push_back(&line);
    const auto kind = static_cast<std::size_t>(line.kind);
    if (line.topic == PolicyTopic::kNeedsAuthorization && kind < needs_.size()) needs_[kind] = true;
  }
}

}  // namespace internal

std::string_view Name(ControlLevel level) noexcept {
  switch (level) {
    case ControlLevel::kItem:
      return "item";
    case ControlLevel::kObjectGroup:
      return "object_group";
    case ControlLevel::kDetailedProgram:
      return "detailed_program";
    case ControlLevel::kUnitProgram:
      return "unit_program";
    case ControlLevel::kPolicyProgram:
      return "policy_program";
  }
  return "unknown";
}

namespace {

Error Refuse(std::size_t row, std::string rule, const std::string& ko, const std::string& en) {
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.row = static_cast<std::int64_t>(row);
  const std::string number = std::to_string(row + 1);
  detail.message = {"정책의 " + number + "번째 줄: " + ko, "Policy line " + number + ": " + en};
  return Error(Code::kInvalidArgument, std::move(detail));
}

bool IsTransferCause(Cause cause) noexcept {
  return internal::FitsCause(internal::CauseSet::kTransfer, static_cast<std::int32_t>(cause));
}

bool Overlap(const PolicyLine& a, const PolicyLine& b) noexcept {
  return a.first_day <= b.last_day && b.first_day <= a.last_day;
}

Result<void> CheckLine(const PolicyLine& line, std::size_t row) {
  if (line.last_day < line.first_day)
    return Refuse(row, "policy.dates", "첫날이 마지막 날보다 늦습니다.",
                  "the first day is after the last.");
  const auto kind = static_cast<std::int32_t>(line.kind);
  const internal::KindTraits traits = internal::TraitsOf(kind);
  const auto wants_transfer = [&]() -> Result<void> {
    if (IsTransferCause(line.cause)) return {};
    return Refuse(row, "policy.cause",
                  "이용·전용·변경사용·이체·예비비 가운데 하나를 적어야 합니다.",
                  "it needs the cause of a transfer.");
  };
  const auto wants_objects = [&]() -> Result<void> {
    if (!line.objects.empty()) return {};
    return Refuse(row, "policy.objects", "과목 코드가 없습니다.", "it lists no object codes.");
  };
  const auto has_authorization = [&] { return Name(line.authorization) != "unknown"; };
  switch (line.topic) {
    case PolicyTopic::kAfterYearUntil:
      if (!traits.expenditure && !traits.revenue)
        return Refuse(row, "policy.kind", "그런 종류의 기록은 없습니다.", "no such kind of entry.");
      // 29 February exists in leap years only: a deadline must exist in every year.
      if (!Date::Make(2001, line.month, line.day))
        return Refuse(row, "policy.deadline", "해마다 있는 날이 아닙니다.",
                      "its month and day do not exist in every year.");
      return {};
    case PolicyTopic::kSeparateOfficers:
    case PolicyTopic::kAllotment:
    case PolicyTopic::kProvisionalPurpose:
    case PolicyTopic::kAccidentalOnce:
    case PolicyTopic::kRevenueEqualsExpenditure:
      return {};
    case PolicyTopic::kNeedsAuthorization:
      if (!traits.expenditure && !traits.revenue)
        return Refuse(row, "policy.kind", "그런 종류의 기록은 없습니다.", "no such kind of entry.");
      if (!internal::FitsCause(traits.causes, static_cast<std::int32_t>(line.cause)))
        return Refuse(row, "policy.cause", "그 종류에 맞는 사유가 아닙니다.",
                      "the kind cannot have that cause.");
      if (!has_authorization())
        return Refuse(row, "policy.authorization", "그런 승인은 없습니다.",
                      "no such kind of authorization.");
      return {};
    case PolicyTopic::kBarredOut:
    case PolicyTopic::kBarredInto:
      if (Result<void> cause = wants_transfer(); !cause) return cause;
      if (line.number != 0 && line.number != 1)
        return Refuse(row, "policy.number", "예외는 0이나 1로 적습니다.", "its number is 0 or 1.");
      if (line.topic == PolicyTopic::kBarredInto && line.number == 1 && !has_authorization())
        return Refuse(row, "policy.authorization", "그런 승인은 없습니다.",
                      "no such kind of authorization.");
      return wants_objects();
    case PolicyTopic::kInsidePolicyProgram:
    case PolicyTopic::kAcrossPolicyPrograms:
    case PolicyTopic::kInsideUnitProgram:
    case PolicyTopic::kBudgetedOnly:
      return wants_transfer();
    case PolicyTopic::kSamePurpose:
      if (line.cause != Cause::kReorganization)
        return Refuse(row, "policy.cause", "이체에만 쓰는 규칙입니다.",
                      "only a reorganization keeps its purpose.");
      return {};
    case PolicyTopic::kReserveObjects:
      return wants_objects();
    case PolicyTopic::kReservePerMille:
      if (line.number < 0 || line.number > 1000)
        return Refuse(row, "policy.number", "천분율은 0에서 1000까지입니다.",
                      "a per-mille lies in [0, 1000].");
      return {};
    case PolicyTopic::kEarmarkedSource:
      if (line.number < 1 ||
          line.number > static_cast<std::int64_t>(FundingSource::kDecentralizationGrant))
        return Refuse(row, "policy.number", "그런 재원은 없습니다.", "no such funding source.");
      return {};
    case PolicyTopic::kOnlyInAccounts:
      if (line.number < 1 || line.number > static_cast<std::int64_t>(AccountKind::kFund))
        return Refuse(row, "policy.number", "그런 회계는 없습니다.", "no such kind of account.");
      if (line.cause == Cause::kNone || Name(line.cause) == "unknown")
        return Refuse(row, "policy.cause", "사유를 적어야 합니다.", "it needs a cause.");
      return {};
    case PolicyTopic::kPlanYearsMax:
      if (line.number < 1 || line.number > 100)
        return Refuse(row, "policy.number", "연수는 1에서 100까지입니다.",
                      "a number of years lies in [1, 100].");
      return {};
  }
  return Refuse(row, "policy.topic", "그런 규칙은 없습니다.", "no such topic.");
}

// The codes that a line lists: what it says does not hang on their order.
std::vector<std::string> ObjectsOf(const PolicyLine& line) {
  std::vector<std::string> objects = line.objects;
  std::sort(objects.begin(), objects.end());
  objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
  return objects;
}

// Whether two lines that bind on the same day say different things of the same.
bool Contradict(const PolicyLine& a, const PolicyLine& b) {
  if (!Overlap(a, b)) return false;
  if (a.topic == b.topic) {
    switch (a.topic) {
      case PolicyTopic::kReservePerMille:
        return a.number != b.number && ObjectsOf(a) == ObjectsOf(b);
      case PolicyTopic::kPlanYearsMax:
        return a.number != b.number;
      case PolicyTopic::kAfterYearUntil:
        return a.kind == b.kind && (a.month != b.month || a.day != b.day);
      default:
        return false;
    }
  }
  const auto is = [&](PolicyTopic x, PolicyTopic y) {
    return (a.topic == x && b.topic == y) || (a.topic == y && b.topic == x);
  };
  return a.cause == b.cause &&
         (is(PolicyTopic::kInsidePolicyProgram, PolicyTopic::kAcrossPolicyPrograms) ||
          is(PolicyTopic::kInsideUnitProgram, PolicyTopic::kAcrossPolicyPrograms));
}

// What lines say that can be contradicted, by what it is of: on which days which value holds.
class Said {
 public:
  // Whether a line agrees with all before it.
  bool Agrees(const PolicyLine& line) {
    Key key{line.topic, 0, {}};
    std::int64_t value = 0;
    switch (line.topic) {
      case PolicyTopic::kReservePerMille:
        std::get<2>(key) = ObjectsOf(line);
        value = line.number;
        break;
      case PolicyTopic::kPlanYearsMax:
        value = line.number;
        break;
      case PolicyTopic::kAfterYearUntil:
        std::get<1>(key) = static_cast<std::int32_t>(line.kind);
        value = line.month * 100 + line.day;
        break;
      case PolicyTopic::kInsidePolicyProgram:
      case PolicyTopic::kInsideUnitProgram:
      case PolicyTopic::kAcrossPolicyPrograms:
        // A cause stays inside, or goes across.
        std::get<0>(key) = PolicyTopic::kInsidePolicyProgram;
        std::get<1>(key) = static_cast<std::int32_t>(line.cause);
        value = line.topic == PolicyTopic::kAcrossPolicyPrograms ? 1 : 0;
        break;
      default:
        return true;
    }
    return Put(said_[std::move(key)], line.first_day, line.last_day, value);
  }

 private:
  using Key = std::tuple<PolicyTopic, std::int32_t, std::vector<std::string>>;
  struct Span {
    Date last;
    std::int64_t value = 0;
  };
  using Spans = std::map<Date, Span>;  // by first day; they do not overlap

  static bool Put(Spans& spans, Date first, Date last, std::int64_t value) {
    auto at = spans.upper_bound(first);
    if (at != spans.begin() && std::prev(at)->second.last >= first) --at;
    while (at != spans.end() && at->first <= last) {
      if (at->second.value != value) return false;
      first = std::min(first, at->first);
      last = std::max(last, at->second.last);
      at = spans.erase(at);
    }
    spans.emplace_hint(at, first, Span{last, value});
    return true;
  }

  std::map<Key, Spans> said_;
};

}  // namespace

Result<void> CheckPolicy(const Policy& policy) {
  if (Name(policy.control_level) == "unknown") {
    ErrorDetail detail;
    detail.rule = "policy.control_level";
    detail.message = {"그런 통제 단계는 없습니다.", "There is no such level of control."};
    return Error(Code::kInvalidArgument, std::move(detail));
  }
  Said said;
  for (std::size_t i = 0; i < policy.lines.size(); ++i) {
    if (Result<void> line = CheckLine(policy.lines[i], i); !line) return line;
    if (said.Agrees(policy.lines[i])) continue;
    std::size_t k = 0;
    while (k + 1 < i && !Contradict(policy.lines[k], policy.lines[i])) ++k;
    const std::string other = std::to_string(k + 1);
    return Refuse(i, "policy.contradiction", other + "번째 줄과 같은 날에 서로 어긋납니다.",
                  "contradicts line " + other + " on the same days.");
  }
  return {};
}

Policy Policy::Permissive() {
  Policy policy;
  policy.name = "permissive";
  return policy;
}

}  // namespace yesan
