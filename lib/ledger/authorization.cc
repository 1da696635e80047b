#include "yesan/ledger/authorization.h"

#include <string>
#include <utility>

#include "lib/ledger/acts.h"
#include "lib/ledger/state.h"
#include "yesan/ledger/book.h"

namespace yesan {

using internal::Has;
using internal::Keep;
using internal::RefuseAct;

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

Result<AuthorizationId> Book::AddAuthorization(Authorization authorization) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  const auto bad = [](std::string rule, std::string ko, std::string en) {
    return RefuseAct(Code::kInvalidArgument, std::move(rule), std::move(ko), std::move(en));
  };
  if (Name(authorization.kind) == "unknown")
    return bad("authorization.kind", "그런 승인은 없습니다.",
               "There is no such kind of authorization.");
  if (Result<void> name =
          internal::CheckName(authorization.document, "authorization.document", "문서", "document");
      !name)
    return std::move(name).error();
  if (authorization.limit && authorization.limit->sign() < 0)
    return bad("authorization.limit", "한도가 0보다 작습니다.", "The limit is below zero.");
  const auto purpose = static_cast<std::int32_t>(authorization.purpose);
  if (purpose < 0 || purpose > static_cast<std::int32_t>(ProvisionalPurpose::kContinuation))
    return bad("authorization.purpose", "그런 준예산 목적은 없습니다.",
               "There is no such purpose of a provisional budget.");
  if (purpose != 0 && authorization.kind != AuthorizationKind::kHeadDecision)
    return bad("authorization.purpose", "준예산의 목적은 단체장 결정에만 적습니다.",
               "Only a head's decision names the purpose of a provisional budget.");
  const bool is_plan = authorization.kind == AuthorizationKind::kContinuingPlan;
  if (is_plan != (authorization.last_year != 0))
    return bad("authorization.last_year", "마지막 연도는 계속비 계획에만, 반드시 적습니다.",
               "A continuing plan, and nothing else, names its last year.");
  if ((authorization.account != AccountId::kNone &&
       !Has(state_->accounts.size(), authorization.account)) ||
      (authorization.program != ProgramId::kNone &&
       !Has(state_->nodes.size(), authorization.program)) ||
      (authorization.item != ItemId::kNone && !Has(state_->items.size(), authorization.item))) {
    return Error(Code::kNotFound);
  }
  const auto is_year = [](std::int32_t year) { return year >= 1 && year <= 9998; };
  if ((authorization.fiscal_year != 0 && !is_year(authorization.fiscal_year)) ||
      (is_plan && !is_year(authorization.last_year))) {
    return RefuseAct(Code::kOutOfRange, "authorization.year", "회계연도는 1에서 9998까지입니다.",
                     "A fiscal year lies in [1, 9998].");
  }
  if (is_plan) {
    const auto voted = FiscalYear::Of(authorization.day, state_->government.calendar);
    if (!voted) return Error(Code::kOutOfRange);
    // A budget is voted in the year before its own, or within it.
    std::int32_t first = authorization.fiscal_year;
    const std::int32_t earliest = first == 0 ? voted->year() : first;
    if (authorization.last_year < earliest) {
      return bad("authorization.last_year",
                 "계속비 계획의 마지막 연도 " + std::to_string(authorization.last_year) +
                     "가 첫 연도 " + std::to_string(earliest) + "보다 앞섭니다.",
                 "The plan's last year, " + std::to_string(authorization.last_year) +
                     ", is before its first, " + std::to_string(earliest) + ".");
    }
    if (first == 0) first = voted->year() + 1;
    for (const PolicyLine* line : state_->index.Of(PolicyTopic::kPlanYearsMax)) {
      const std::int64_t years = std::int64_t{authorization.last_year} - first + 1;
      if (internal::PolicyIndex::InForce(*line, authorization.day.days()) && years > line->number) {
        ErrorDetail detail;
        detail.rule = "plan_too_long";
        const std::string article = line->article.empty() ? "" : " (" + line->article + ")";
        detail.message = {"계속비 계획은 " + std::to_string(line->number) + "년까지인데 " +
                              std::to_string(years) + "년입니다" + article + ".",
                          "A continuing plan runs at most " + std::to_string(line->number) +
                              " years; this one has " + std::to_string(years) + article + "."};
        return Error(Code::kPlanTooLong, std::move(detail));
      }
    }
  }
  internal::ReserveMore(state_->authorizations, 1);
  internal::ReserveMore(state_->drawn, 1);
  state_->authorizations.push_back(std::move(authorization));
  state_->drawn.push_back(0);
  Result<void> kept = Keep(*state_, &state_->authorizations.back(), [&] {
    state_->authorizations.pop_back();
    state_->drawn.pop_back();
  });
  if (!kept) return std::move(kept).error();
  return AuthorizationId{static_cast<std::uint32_t>(state_->authorizations.size())};
}

}  // namespace yesan
