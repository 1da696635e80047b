// The built-in policy of Korean local governments: every line with its article.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/policy.h"

namespace yesan {
namespace {

Date Day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

class Lines {
 public:
  PolicyLine& Add(PolicyTopic topic, std::string article) {
    PolicyLine line;
    line.topic = topic;
    line.first_day = Day(1, 1, 1);
    line.last_day = Day(9999, 12, 31);
    line.article = std::move(article);
    lines_.push_back(std::move(line));
    return lines_.back();
  }
  void Until(EntryKind kind, std::int32_t month, std::int32_t day, std::string article) {
    PolicyLine& line = Add(PolicyTopic::kAfterYearUntil, std::move(article));
    line.kind = kind;
    line.month = month;
    line.day = day;
  }
  void Needs(EntryKind kind, Cause cause, std::initializer_list<AuthorizationKind> any,
             const std::string& article) {
    for (const AuthorizationKind authorization : any) {
      PolicyLine& line = Add(PolicyTopic::kNeedsAuthorization, article);
      line.kind = kind;
      line.cause = cause;
      line.authorization = authorization;
    }
  }
  PolicyLine& Transfer(PolicyTopic topic, Cause cause, std::string article,
                       std::vector<std::string> objects = {}) {
    PolicyLine& line = Add(topic, std::move(article));
    line.cause = cause;
    line.objects = std::move(objects);
    return line;
  }
  std::vector<PolicyLine> Take() { return std::move(lines_); }

 private:
  std::vector<PolicyLine> lines_;
};

void AddDays(Lines& lines) {
  // 지출 and what goes with it may be booked until 20 January in the listed cases; what is only clerical until 10
  // February.
  for (const EntryKind kind :
       {EntryKind::kDisburse, EntryKind::kRefund, EntryKind::kReceive, EntryKind::kRefundRevenue}) {
    lines.Until(kind, 1, 20, "지방회계법 §7① 단서, 시행령 §3");
  }
  for (const EntryKind kind :
       {EntryKind::kCorrect, EntryKind::kRelease, EntryKind::kCarryOut,
        EntryKind::kReserveSubsidyRefund, EntryKind::kWriteOff, EntryKind::kCancelAssessment}) {
    lines.Until(kind, 2, 10, "지방회계법 §7③");
  }
}

void AddAuthorizations(Lines& lines) {
  using Kind = AuthorizationKind;
  lines.Needs(EntryKind::kAppropriate, Cause::kOriginal, {Kind::kCouncilVote}, "지방자치법 §142");
  lines.Needs(EntryKind::kAppropriate, Cause::kFirstSupplementary, {Kind::kCouncilVote},
              "지방자치법 §145, 지방재정법 §45");
  lines.Needs(EntryKind::kReduce, Cause::kFirstSupplementary, {Kind::kCouncilVote},
              "지방자치법 §145, 지방재정법 §45");
  lines.Needs(EntryKind::kAppropriate, Cause::kProvisional, {Kind::kHeadDecision},
              "지방자치법 §146");
  lines.Needs(EntryKind::kAuthorizeSpending, Cause::kPreEnactment,
              {Kind::kHeadDecision, Kind::kDisaster}, "지방재정법 §45 단서");
  lines.Needs(EntryKind::kAuthorizeSpending, Cause::kExcessRevenue, {Kind::kHeadDecision},
              "지방회계법 §26① 단서, 시행령 §27");
  for (const EntryKind kind : {EntryKind::kTransferIn, EntryKind::kTransferOut}) {
    lines.Needs(kind, Cause::kInterProgramVirement, {Kind::kCouncilVote}, "지방재정법 §47의2①");
    lines.Needs(kind, Cause::kReorganization, {Kind::kOrganizationChange}, "지방재정법 §47의2②");
    lines.Needs(kind, Cause::kContingencyDraw, {Kind::kHeadDecision, Kind::kDisaster},
                "지방자치법 §144, 지방재정법 §43");
  }
  lines.Needs(EntryKind::kCarryOut, Cause::kExplicitCarryover, {Kind::kCouncilVote},
              "지방재정법 §50①");
  lines.Needs(EntryKind::kCarryOut, Cause::kContinuingCarryover, {Kind::kContinuingPlan},
              "지방재정법 §42, §50③");
  lines.Needs(EntryKind::kCarryOut, Cause::kConstructionCarryover, {Kind::kHeadDecision},
              "지방공기업법 §30");
  PolicyLine& construction = lines.Add(PolicyTopic::kOnlyInAccounts, "지방공기업법 §30");
  construction.cause = Cause::kConstructionCarryover;
  construction.number = static_cast<std::int64_t>(AccountKind::kPublicEnterprise);
  lines.Add(PolicyTopic::kProvisionalPurpose, "지방자치법 §146");
  for (const FundingSource source :
       {FundingSource::kNationalSubsidy, FundingSource::kBalancedDevelopmentSubsidy,
        FundingSource::kFundSubsidy, FundingSource::kSpecialGrant, FundingSource::kProvinceFunds,
        FundingSource::kSpecialAdjustmentGrant}) {
    lines.Add(PolicyTopic::kEarmarkedSource, "지방재정법 §45 단서").number =
        static_cast<std::int64_t>(source);
  }
}

void AddTransfers(Lines& lines) {
  constexpr Cause kIntra = Cause::kIntraProgramVirement;
  lines.Transfer(PolicyTopic::kInsidePolicyProgram, kIntra, "지방재정법 §49①");
  lines.Transfer(PolicyTopic::kBudgetedOnly, kIntra, "지방재정법 §49②1");
  lines.Transfer(PolicyTopic::kBarredOut, kIntra, "지방재정법 §49②3, 시행령 §55 (인건비)", {"101"});
  // 원금 and 이자 may make up for each other.
  lines
      .Transfer(PolicyTopic::kBarredOut, kIntra, "지방재정법 §49②3, 시행령 §55 (상환금)",
                {"311", "601"})
      .number = 1;
  lines
      .Transfer(PolicyTopic::kBarredOut, kIntra,
                "지방재정법 §49②3, 시행령 §55 (시설비 및 부대비, 2025-12-02 삭제)", {"401"})
      .last_day = Day(2025, 12, 1);
  lines.Transfer(PolicyTopic::kBarredInto, kIntra, "지방재정법 §49②3, 시행령 §55 (업무추진비)",
                 {"203"});
  lines.Transfer(PolicyTopic::kAcrossPolicyPrograms, Cause::kInterProgramVirement,
                 "지방재정법 §47의2①");
  lines.Transfer(PolicyTopic::kInsideUnitProgram, Cause::kMinorReallocation,
                 "자치단체 예산 집행 기준");
  // Less than a 전용, it reaches no further: a program without a budget gets none by it.
  lines.Transfer(PolicyTopic::kBudgetedOnly, Cause::kMinorReallocation,
                 "지방재정법 §49②1, 자치단체 예산 집행 기준");
  lines.Transfer(PolicyTopic::kSamePurpose, Cause::kReorganization, "지방재정법 §47의2②");
  lines.Transfer(PolicyTopic::kBarredInto, Cause::kContingencyDraw,
                 "지방재정법 시행령 §48 (업무추진비)", {"203"});
  // 보조금: only where a disaster is urgent.
  PolicyLine& subsidies = lines.Transfer(
      PolicyTopic::kBarredInto, Cause::kContingencyDraw, "지방재정법 시행령 §48 (보조금)",
      {"307-02", "307-03", "307-04", "307-10", "307-11", "308-01", "402-01", "403-01"});
  subsidies.number = 1;
  subsidies.authorization = AuthorizationKind::kDisaster;
  // From 2027 on 402-02 is 민간위탁사업비, which is no subsidy.
  PolicyLine& transferred = lines.Transfer(PolicyTopic::kBarredInto, Cause::kContingencyDraw,
                                           "지방재정법 시행령 §48 (보조금)", {"402-02"});
  transferred.last_day = Day(2026, 12, 31);
  transferred.number = 1;
  transferred.authorization = AuthorizationKind::kDisaster;
  // 801-03 is no reserve: 내부유보금, from 2027 on 예비금.
  lines.Transfer(PolicyTopic::kReserveObjects, Cause::kNone, "지방재정법 §43",
                 {"801-01", "801-02"});
  // The reserve for disasters, 801-02, is kept apart from the one percent (§43②).
  PolicyLine& share = lines.Add(PolicyTopic::kReservePerMille, "지방재정법 §43①");
  share.number = 10;
  share.objects = {"801-01"};
}

}  // namespace

Policy Policy::KoreanLocalGovernment() {
  Policy policy;
  policy.name = "대한민국 지방자치단체";
  policy.control_level = ControlLevel::kItem;
  Lines lines;
  lines.Add(PolicyTopic::kSeparateOfficers, "지방회계법 §36");
  lines.Add(PolicyTopic::kAllotment, "지방회계법 §29②, 지방재정법 §50④");
  AddDays(lines);
  AddAuthorizations(lines);
  AddTransfers(lines);
  // The local law lists what may be carried and is silent on carrying it again; the practice follows the national one,
  // which forbids it for what was carried by accident, under whatever name (재이월).
  lines.Add(PolicyTopic::kAccidentalOnce, "지방재정법 §50② (국가재정법 §48의 예)");
  lines.Add(PolicyTopic::kPlanYearsMax, "지방재정법 §42②").number = 5;
  lines.Add(PolicyTopic::kRevenueEqualsExpenditure, "지방자치법 §137① (수지균형)");
  policy.lines = lines.Take();
  return policy;
}

}  // namespace yesan
