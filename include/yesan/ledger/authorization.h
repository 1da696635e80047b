/// @file
/// Authorizations: the votes, decisions and plans that allow what an officer may not do alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yesan/calendar/date.h"
#include "yesan/ledger/ids.h"
#include "yesan/money/money.h"

namespace yesan {

/// Who allows it. The numbers are those of the C API.
enum class AuthorizationKind : std::int32_t {
  kCouncilVote = 1,  ///< 의회 의결: budgets, 이용, 명시이월 (지방재정법 §47의2, §50①).
  kHeadDecision = 2,  ///< 단체장 결정: 예비비, 성립전, 초과지출, 사고이월 (§43, §45, §50②).
  kOrganizationChange = 3,  ///< 기구·직제·정원 개편: 이체 (§47의2②).
  kContinuingPlan = 4,  ///< 계속비 연도별 계획: 계속비이월 (§42, §50③). It names its last year.
  kDisaster = 5,  ///< 재난 복구 결정: 성립전, 예비비 into subsidies (§45, 시행령 §48).
};

/// `council_vote`, …; `unknown` for a number that is no kind.
[[nodiscard]] std::string_view Name(AuthorizationKind kind) noexcept;
/// `의회 의결`, ….
[[nodiscard]] std::string_view KoreanName(AuthorizationKind kind) noexcept;

/// The lawful purposes of a provisional budget (준예산, 지방자치법 §146). The numbers are those of the C API.
enum class ProvisionalPurpose : std::int32_t {
  kNone = 0,
  kUpkeep = 1,        ///< 법령·조례로 설치된 기관·시설의 유지·운영.
  kLegalDuty = 2,     ///< 법령상·조례상 지출의무의 이행.
  kContinuation = 3,  ///< 이미 예산으로 승인된 사업의 계속.
};

/// What was allowed, by whom, for what, up to how much.
struct Authorization {
  AuthorizationKind kind = AuthorizationKind::kCouncilVote;
  Date day;              ///< Entries that lean on it take effect on this day or later.
  std::string document;  ///< `제301회 정례회 의결`, a document number; may not be empty.
  /// The most that entries may draw in all; nothing: no limit. appropriate, authorize_spending, transfer_in and carry_out
  /// draw; a correction gives back what its entry drew. Continuing money draws once, when it is carried out of the year
  /// that voted it: carried on year by year (차례로, §50③) it is the same money.
  std::optional<Money> limit;
  /// The year whose items it covers; 0: any. kContinuingPlan: the plan's first year, and it covers every year to its last.
  /// The years that the law allows (§42②: 그 회계연도부터 5년) are counted from it; a plan that names none is taken to begin
  /// in the year after its vote.
  std::int32_t fiscal_year = 0;
  AccountId account = AccountId::kNone;  ///< The account that it covers; none: any.
  ProgramId program = ProgramId::kNone;  ///< Items under this node; none: any.
  ItemId item = ItemId::kNone;           ///< This item alone; none: any.
  ProvisionalPurpose purpose = ProvisionalPurpose::kNone;  ///< Of a provisional budget.
  /// kContinuingPlan: the plan's last fiscal year (closed). A plan without one (0) is refused (Code::kInvalidArgument), as
  /// is one before its first, which is `fiscal_year`, or that of `day` where that is 0. Other kinds: 0.
  std::int32_t last_year = 0;
};

}  // namespace yesan
