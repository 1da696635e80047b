/// @file
/// Policy: what the law of a place allows, as dated lines of data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/calendar/date.h"
#include "yesan/ledger/authorization.h"
#include "yesan/ledger/entry.h"

namespace yesan {

/// Over which items together money must suffice. What any line of the policy calls the reserve (예비비) keeps to itself on
/// every level: no other item spends it. The numbers are those of the C API.
enum class ControlLevel : std::int32_t {
  kItem = 1,             ///< Each item by itself.
  kObjectGroup = 2,      ///< 편성목 inside a detailed program.
  kDetailedProgram = 3,  ///< 세부사업.
  kUnitProgram = 4,      ///< 단위사업.
  kPolicyProgram = 5,    ///< 정책사업.
};

/// `item`, `object_group`, …; `unknown` for a number that is no level.
[[nodiscard]] std::string_view Name(ControlLevel level) noexcept;

/// What a line of a policy rules. Each has its own meaning of the line's objects, number and authorization; lines that are
/// not there do not bind. A line for Cause::kFirstSupplementary is for every supplementary budget. The numbers are those of the C API.
enum class PolicyTopic : std::int32_t {
  kAfterYearUntil =
      1,  ///< Kinds that may still be dated after the year: `kind`, until `month` and `day` of the next.
  kSeparateOfficers =
      2,  ///< Who commits never disburses (지방회계법 §36): judged for each commitment and the payments that settle it,
          ///< where both name an officer. ActorId::kNone is not judged.
  kAllotment = 3,  ///< Commitments stay inside what was allotted (§29②).
  kNeedsAuthorization =
      4,  ///< `kind` with `cause` leans on an authorization of kind `authorization`; several lines: any of them.
  kBarredOut =
      5,  ///< `cause`: no money out of `objects`. `number` 1: but into items of these very objects it may
          ///< go, when all of the group's money does (원금↔이자).
  kBarredInto =
      6,  ///< `cause`: no money into `objects`. `number` 1: unless the authorization is of kind
          ///< `authorization`.
  kInsidePolicyProgram = 7,  ///< `cause`: all rows of a group lie in one policy program.
  kAcrossPolicyPrograms =
      8,  ///< `cause`: the rows of a group lie in two policy programs or more, and in each all take or all give.
  kInsideUnitProgram = 9,  ///< `cause`: all rows lie in one unit program and one object group.
  kBudgetedOnly = 10,  ///< `cause`: no money into a detailed program without a budget in the year.
  kSamePurpose =
      11,  ///< `cause`: for each program, object item and origin the rows net to zero, between departments.
  kReserveObjects =
      12,  ///< `objects` are the reserve (예비비): kContingencyDraw comes out of them alone, and they
  ///< lose and get money in no other way but by a vote or whole to another department (이체):
  ///< they are not allotted, committed, diverted or carried, out or in.
  kReservePerMille =
      13,  ///< The reserve is at most `number` thousandths of the account when a budget is adopted. A
           ///< fund (기금) is no part of the budget and has no such share.
  kEarmarkedSource =
      14,  ///< Sources (`number` is a FundingSource) whose money may be spent before a budget votes it. In the
  ///< book of a 시·도 that of a 시·도 (시·도비, 조정교부금) may not, whatever a line says (§45 1호).
  kProvisionalPurpose = 15,  ///< A provisional budget names a lawful purpose.
  kAccidentalOnce = 16,      ///< What was carried as accidental is not carried again, for no cause.
  kPlanYearsMax = 17,  ///< A continuing plan runs at most `number` years unless it is extended.
  kRevenueEqualsExpenditure =
      18,  ///< I8: an adopted budget's revenue equals its expenditure, account by account.
  kOnlyInAccounts = 19,  ///< `cause` only in accounts of a kind (`number` is an AccountKind).
};

/// One line: what binds, from when until when, and by which article. An item is meant by its object group, its object
/// item, or what the code of that says by itself, whatever group was named for it: `101-09` is of `101`, and so is
/// `10109`.
struct PolicyLine {
  PolicyTopic topic = PolicyTopic::kSeparateOfficers;
  Date first_day;       ///< First day on which it binds (closed); entries are judged by their day.
  Date last_day;        ///< Last day on which it binds (closed).
  std::string article;  ///< `지방재정법 §49②`; may be empty in a caller's own policy.
  EntryKind kind = EntryKind::kCommit;
  Cause cause = Cause::kNone;
  AuthorizationKind authorization = AuthorizationKind::kCouncilVote;
  std::vector<std::string> objects;  ///< Codes of object groups (`101`) or object items (`311-01`).
  std::int64_t number = 0;
  std::int32_t month = 0;  ///< [1, 12].
  std::int32_t day = 0;    ///< [1, 31].
};

/// What a book obeys. Rules that no policy can lift (an item below zero, a commitment below what it settled, a closed
/// year) are the ledger's own.
struct Policy {
  std::string name;  ///< `대한민국 지방자치단체`.
  ControlLevel control_level = ControlLevel::kItem;
  std::vector<PolicyLine> lines;

  /// The built-in policy of Korean local governments: each line with its article, dated. Control is by item (통계목), with
  /// allotment. The bar on diverting out of 시설비및부대비 ends on 2025-12-01 (지방재정법 시행령 §55, amended 2025-12-02).
  [[nodiscard]] static Policy KoreanLocalGovernment();
  /// Nothing but the ledger's own rules: by item, without allotment.
  [[nodiscard]] static Policy Permissive();
};

/// Says whether a policy can be obeyed. Refuses with Code::kInvalidArgument, rule `policy.…`, row: the first line that is
/// at fault: an unknown topic, a first day after the last, a month or day that does not exist, a kind without the cause
/// that it needs, a barred list without codes, a per-mille outside [0, 1000], and two lines that contradict each other on
/// a day (another reserve limit of the same objects, in whatever order they are listed, another end of the year for the
/// same kind, inside and across policy programs at once).
[[nodiscard]] Result<void> CheckPolicy(const Policy& policy);

}  // namespace yesan
