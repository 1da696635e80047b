#include "lib/exchange/policy_words.h"

#include <algorithm>

namespace yesan {

std::string_view Name(PolicyTopic topic) noexcept {
  switch (topic) {
    case PolicyTopic::kAfterYearUntil:
      return "after_year_until";
    case PolicyTopic::kSeparateOfficers:
      return "separate_officers";
    case PolicyTopic::kAllotment:
      return "allotment";
    case PolicyTopic::kNeedsAuthorization:
      return "needs_authorization";
    case PolicyTopic::kBarredOut:
      return "barred_out";
    case PolicyTopic::kBarredInto:
      return "barred_into";
    case PolicyTopic::kInsidePolicyProgram:
      return "inside_policy_program";
    case PolicyTopic::kAcrossPolicyPrograms:
      return "across_policy_programs";
    case PolicyTopic::kInsideUnitProgram:
      return "inside_unit_program";
    case PolicyTopic::kBudgetedOnly:
      return "budgeted_only";
    case PolicyTopic::kSamePurpose:
      return "same_purpose";
    case PolicyTopic::kReserveObjects:
      return "reserve_objects";
    case PolicyTopic::kReservePerMille:
      return "reserve_per_mille";
    case PolicyTopic::kEarmarkedSource:
      return "earmarked_source";
    case PolicyTopic::kProvisionalPurpose:
      return "provisional_purpose";
    case PolicyTopic::kAccidentalOnce:
      return "accidental_once";
    case PolicyTopic::kPlanYearsMax:
      return "plan_years_max";
    case PolicyTopic::kRevenueEqualsExpenditure:
      return "revenue_equals_expenditure";
    case PolicyTopic::kOnlyInAccounts:
      return "only_in_accounts";
  }
  return "unknown";
}

namespace internal {
namespace {

constexpr std::int32_t kTopics = static_cast<std::int32_t>(PolicyTopic::kOnlyInAccounts);
constexpr std::int32_t kLevels = static_cast<std::int32_t>(ControlLevel::kPolicyProgram);
constexpr std::int32_t kKinds = static_cast<std::int32_t>(EntryKind::kCancelAssessment);
constexpr std::int32_t kCauses = static_cast<std::int32_t>(Cause::kLastSupplementary);
constexpr std::int32_t kAuthorizations = static_cast<std::int32_t>(AuthorizationKind::kDisaster);
constexpr std::int32_t kSources = static_cast<std::int32_t>(FundingSource::kDecentralizationGrant);

template <class T>
std::optional<T> FindIn(std::int32_t first, std::int32_t last, std::string_view name) {
  for (std::int32_t i = first; i <= last; ++i) {
    if (name != "unknown" && Name(static_cast<T>(i)) == name) return static_cast<T>(i);
  }
  return std::nullopt;
}

template <class T>
std::string NamesOf(std::int32_t first, std::int32_t last) {
  std::string names;
  for (std::int32_t i = first; i <= last; ++i) {
    const std::string name(Name(static_cast<T>(i)));
    if (name == "unknown") continue;
    names += names.empty() ? name : ", " + name;
  }
  return names;
}

}  // namespace

std::optional<PolicyTopic> FindTopic(std::string_view name) {
  return FindIn<PolicyTopic>(1, kTopics, name);
}
std::optional<ControlLevel> FindLevel(std::string_view name) {
  return FindIn<ControlLevel>(1, kLevels, name);
}
std::optional<EntryKind> FindKind(std::string_view name) {
  return FindIn<EntryKind>(1, kKinds, name);
}
std::optional<Cause> FindCause(std::string_view name) { return FindIn<Cause>(0, kCauses, name); }
std::optional<AuthorizationKind> FindAuthorization(std::string_view name) {
  return FindIn<AuthorizationKind>(1, kAuthorizations, name);
}
std::optional<FundingSource> FindSourceByName(std::string_view name) {
  return FindIn<FundingSource>(1, kSources, name);
}
std::string TopicNames() { return NamesOf<PolicyTopic>(1, kTopics); }
std::string LevelNames() { return NamesOf<ControlLevel>(1, kLevels); }
std::string KindNames() { return NamesOf<EntryKind>(1, kKinds); }
std::string CauseNames() {
  return NamesOf<Cause>(0, static_cast<std::int32_t>(Cause::kFirstSupplementary)) + ", …";
}
std::string AuthorizationNames() { return NamesOf<AuthorizationKind>(1, kAuthorizations); }

}  // namespace internal
}  // namespace yesan
