#include "yesan/ledger/authorization.h"

namespace yesan {

std::string_view Name(AuthorizationKind kind) noexcept {
  switch (kind) {
    case AuthorizationKind::kCouncilVote:
      return "council_vote";
    case AuthorizationKind::kHeadDecision:
      return "head_decision";
    case AuthorizationKind::kOrganizationChange:
      return "organization_change";
    case AuthorizationKind::kContinuingPlan:
      return "continuing_plan";
    case AuthorizationKind::kDisaster:
      return "disaster";
  }
  return "unknown";
}

std::string_view KoreanName(AuthorizationKind kind) noexcept {
  switch (kind) {
    case AuthorizationKind::kCouncilVote:
      return "의회 의결";
    case AuthorizationKind::kHeadDecision:
      return "단체장 결정";
    case AuthorizationKind::kOrganizationChange:
      return "기구·정원 개편";
    case AuthorizationKind::kContinuingPlan:
      return "계속비 계획";
    case AuthorizationKind::kDisaster:
      return "재난 복구";
  }
  return "";
}

}  // namespace yesan
