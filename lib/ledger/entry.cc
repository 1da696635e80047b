#include "yesan/ledger/entry.h"

#include <utility>

#include "lib/ledger/kinds.h"

namespace yesan {

std::string_view Name(EntryKind kind) noexcept {
  switch (kind) {
    case EntryKind::kAppropriate:
      return "appropriate";
    case EntryKind::kReduce:
      return "reduce";
    case EntryKind::kAuthorizeSpending:
      return "authorize_spending";
    case EntryKind::kCarryIn:
      return "carry_in";
    case EntryKind::kTransferIn:
      return "transfer_in";
    case EntryKind::kTransferOut:
      return "transfer_out";
    case EntryKind::kAllot:
      return "allot";
    case EntryKind::kUnallot:
      return "unallot";
    case EntryKind::kCommit:
      return "commit";
    case EntryKind::kRelease:
      return "release";
    case EntryKind::kDisburse:
      return "disburse";
    case EntryKind::kRefund:
      return "refund";
    case EntryKind::kCarryOut:
      return "carry_out";
    case EntryKind::kReserveSubsidyRefund:
      return "reserve_subsidy_refund";
    case EntryKind::kCorrect:
      return "correct";
    case EntryKind::kAssess:
      return "assess";
    case EntryKind::kReceive:
      return "receive";
    case EntryKind::kRefundRevenue:
      return "refund_revenue";
    case EntryKind::kWriteOff:
      return "write_off";
    case EntryKind::kCancelAssessment:
      return "cancel_assessment";
  }
  return "unknown";
}

std::string_view KoreanName(EntryKind kind) noexcept {
  switch (kind) {
    case EntryKind::kAppropriate:
      return "예산 편성";
    case EntryKind::kReduce:
      return "예산 감액";
    case EntryKind::kAuthorizeSpending:
      return "예산 외 지출 승인";
    case EntryKind::kCarryIn:
      return "전년도 이월";
    case EntryKind::kTransferIn:
      return "이용·전용 등 증액";
    case EntryKind::kTransferOut:
      return "이용·전용 등 감액";
    case EntryKind::kAllot:
      return "배정";
    case EntryKind::kUnallot:
      return "배정 취소";
    case EntryKind::kCommit:
      return "지출원인행위";
    case EntryKind::kRelease:
      return "원인행위 감액";
    case EntryKind::kDisburse:
      return "지출";
    case EntryKind::kRefund:
      return "여입";
    case EntryKind::kCarryOut:
      return "다음연도 이월";
    case EntryKind::kReserveSubsidyRefund:
      return "보조금 반납금 확정";
    case EntryKind::kCorrect:
      return "정정";
    case EntryKind::kAssess:
      return "징수결정";
    case EntryKind::kReceive:
      return "수납";
    case EntryKind::kRefundRevenue:
      return "과오납 반환";
    case EntryKind::kWriteOff:
      return "불납결손";
    case EntryKind::kCancelAssessment:
      return "징수결정 취소";
  }
  return "";
}

bool FitsRevenue(EntryKind kind) noexcept {
  return internal::TraitsOf(static_cast<std::int32_t>(kind)).revenue;
}

bool FitsExpenditure(EntryKind kind) noexcept {
  return internal::TraitsOf(static_cast<std::int32_t>(kind)).expenditure;
}

bool Fits(EntryKind kind, Cause cause) noexcept {
  const internal::KindTraits traits = internal::TraitsOf(static_cast<std::int32_t>(kind));
  return (traits.expenditure || traits.revenue) &&
         internal::FitsCause(traits.causes, static_cast<std::int32_t>(cause));
}

std::string Name(Cause cause) {
  if (const std::int32_t n = SupplementaryNumber(cause); n > 0)
    return "supplementary_" + std::to_string(n);
  switch (cause) {
    case Cause::kNone:
      return "none";
    case Cause::kOriginal:
      return "original";
    case Cause::kProvisional:
      return "provisional";
    case Cause::kPreEnactment:
      return "pre_enactment";
    case Cause::kExcessRevenue:
      return "excess_revenue";
    case Cause::kInterProgramVirement:
      return "inter_program_virement";
    case Cause::kIntraProgramVirement:
      return "intra_program_virement";
    case Cause::kMinorReallocation:
      return "minor_reallocation";
    case Cause::kReorganization:
      return "reorganization";
    case Cause::kContingencyDraw:
      return "contingency_draw";
    case Cause::kExplicitCarryover:
      return "explicit_carryover";
    case Cause::kAccidentalCarryover:
      return "accidental_carryover";
    case Cause::kContinuingCarryover:
      return "continuing_carryover";
    case Cause::kConstructionCarryover:
      return "construction_carryover";
    default:
      return "unknown";
  }
}

std::string KoreanName(Cause cause) {
  if (const std::int32_t n = SupplementaryNumber(cause); n > 0)
    return "제" + std::to_string(n) + "회 추경";
  switch (cause) {
    case Cause::kOriginal:
      return "본예산";
    case Cause::kProvisional:
      return "준예산";
    case Cause::kPreEnactment:
      return "성립전";
    case Cause::kExcessRevenue:
      return "초과지출";
    case Cause::kInterProgramVirement:
      return "이용";
    case Cause::kIntraProgramVirement:
      return "전용";
    case Cause::kMinorReallocation:
      return "변경사용";
    case Cause::kReorganization:
      return "이체";
    case Cause::kContingencyDraw:
      return "예비비";
    case Cause::kExplicitCarryover:
      return "명시이월";
    case Cause::kAccidentalCarryover:
      return "사고이월";
    case Cause::kContinuingCarryover:
      return "계속비이월";
    case Cause::kConstructionCarryover:
      return "건설개량이월";
    default:
      return "";
  }
}

std::int64_t Batch::Add(const Posting& row) {
  item_.push_back(NumberOf(row.item));
  day_.push_back(row.day.days());
  kind_.push_back(static_cast<std::int32_t>(row.kind));
  cause_.push_back(static_cast<std::int32_t>(row.cause));
  amount_.push_back(row.amount.minor());
  reference_.push_back(row.reference);
  group_.push_back(row.group);
  source_.push_back(row.source ? static_cast<std::int32_t>(*row.source) : 0);
  authorization_.push_back(NumberOf(row.authorization));
  actor_.push_back(NumberOf(row.actor));
  memo_.push_back(row.memo);
  return -static_cast<std::int64_t>(item_.size());
}

BatchView Batch::view() const {
  memo_views_.assign(memo_.begin(), memo_.end());
  BatchView view;
  view.count = item_.size();
  view.item = item_.data();
  view.day = day_.data();
  view.kind = kind_.data();
  view.cause = cause_.data();
  view.amount = amount_.data();
  view.reference = reference_.data();
  view.group = group_.data();
  view.source = source_.data();
  view.authorization = authorization_.data();
  view.actor = actor_.data();
  view.memo = memo_views_.data();
  view.key = key_;
  return view;
}

}  // namespace yesan
