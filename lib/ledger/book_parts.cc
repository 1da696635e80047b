#include "yesan/ledger/book_parts.h"

namespace yesan {

std::string_view Name(AccountKind kind) noexcept {
  switch (kind) {
    case AccountKind::kGeneral:
      return "general";
    case AccountKind::kOtherSpecial:
      return "other_special";
    case AccountKind::kPublicEnterprise:
      return "public_enterprise";
    case AccountKind::kFund:
      return "fund";
  }
  return "unknown";
}

std::string_view KoreanName(AccountKind kind) noexcept {
  switch (kind) {
    case AccountKind::kGeneral:
      return "일반회계";
    case AccountKind::kOtherSpecial:
      return "기타특별회계";
    case AccountKind::kPublicEnterprise:
      return "공기업특별회계";
    case AccountKind::kFund:
      return "기금";
  }
  return "";
}

std::string_view Name(BudgetStage stage) noexcept {
  switch (stage) {
    case BudgetStage::kProposal:
      return "proposal";
    case BudgetStage::kRevisedProposal:
      return "revised_proposal";
    case BudgetStage::kProvisional:
      return "provisional";
    case BudgetStage::kOriginal:
      return "original";
    case BudgetStage::kSupplementary:
      return "supplementary";
    case BudgetStage::kFinal:
      return "final";
  }
  return "unknown";
}

std::string_view KoreanName(BudgetStage stage) noexcept {
  switch (stage) {
    case BudgetStage::kProposal:
      return "예산안";
    case BudgetStage::kRevisedProposal:
      return "수정예산안";
    case BudgetStage::kProvisional:
      return "준예산";
    case BudgetStage::kOriginal:
      return "본예산";
    case BudgetStage::kSupplementary:
      return "추가경정예산";
    case BudgetStage::kFinal:
      return "최종예산";
  }
  return "";
}

Cause CauseOf(const BudgetVersion& version) noexcept {
  switch (version.stage) {
    case BudgetStage::kOriginal:
      return Cause::kOriginal;
    case BudgetStage::kProvisional:
      return Cause::kProvisional;
    case BudgetStage::kSupplementary:
      return version.number >= 1 && version.number <= 99 ? Supplementary(version.number)
                                                         : Cause::kNone;
    default:
      return Cause::kNone;
  }
}

}  // namespace yesan
