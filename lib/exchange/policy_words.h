// The words of a policy in JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yesan/exchange/policy_json.h"

namespace yesan::internal {

inline constexpr std::string_view kPolicyFormat = "yesan.policy/1";

std::optional<PolicyTopic> FindTopic(std::string_view name);
std::optional<ControlLevel> FindLevel(std::string_view name);
std::optional<EntryKind> FindKind(std::string_view name);
std::optional<Cause> FindCause(std::string_view name);
std::optional<AuthorizationKind> FindAuthorization(std::string_view name);
std::optional<FundingSource> FindSourceByName(std::string_view name);

// The words that a value may be, for a message: `item, object_group, …`.
std::string TopicNames();
std::string LevelNames();
std::string KindNames();
std::string CauseNames();
std::string AuthorizationNames();

}  // namespace yesan::internal
