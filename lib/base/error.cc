#include "yesan/base/error.h"

#include <new>

namespace yesan {
namespace {

Message SentenceOf(Code code) {
  switch (code) {
    case Code::kOk:
      return {"거절된 것이 없습니다.", "Nothing was refused."};
    case Code::kInvalidArgument:
      return {"인수가 함수의 조건에 맞지 않습니다.", "An argument breaks the function's contract."};
    case Code::kNoMemory:
      return {"메모리가 부족합니다. 바뀐 것은 없습니다.", "Memory ran out; nothing was changed."};
    case Code::kNotBuilt:
      return {"이 기능은 라이브러리를 만들 때 빠졌습니다.",
              "The library was built without this function."};
    case Code::kBufferTooSmall:
      return {"버퍼가 너무 작습니다. 쓴 것은 없습니다.",
              "The buffer is too small; nothing was written."};
    case Code::kInternal:
      return {"라이브러리 내부 오류입니다. 알려 주십시오.",
              "A fault of the library itself; please report it."};
    case Code::kInvalidUtf8:
      return {"글이 올바른 UTF-8이 아닙니다.", "The text is not valid UTF-8."};
    case Code::kSyntax:
      return {"기대한 표기법이 아닙니다.", "The text is not written in the expected notation."};
    case Code::kWrongGrouping:
      return {"천 단위 쉼표의 자리가 틀렸습니다.", "Thousands separators stand at wrong places."};
    case Code::kOverflow:
      return {"정확한 결과가 자료형에 들어가지 않습니다.",
              "The exact result does not fit the type."};
    case Code::kInexact:
      return {"반올림 없이는 나타낼 수 없는 값입니다.",
              "The value cannot be had without rounding, which was not allowed."};
    case Code::kDivisionByZero:
      return {"0으로 나눌 수 없습니다.", "Division by zero: there is no rate on a zero base."};
    case Code::kOutOfRange:
      return {"값이 허용 범위를 벗어났습니다.", "A value lies outside the allowed range."};
    case Code::kWrongUnit:
      return {"단위가 없거나 금액 단위가 아닙니다.",
              "A unit is missing or is not a unit of money."};
    case Code::kTooLarge:
      return {"문서가 정해진 한도보다 큽니다.", "The document is larger than the limit."};
    case Code::kTooDeep:
      return {"괄호나 태그가 한도보다 깊게 겹쳐 있습니다.",
              "Brackets or tags are nested deeper than the limit."};
    case Code::kEncoding:
      return {"다른 문자 인코딩(cp949)으로 보입니다.",
              "The bytes look like another encoding (cp949)."};
    case Code::kNotFound:
      return {"그런 사업, 항목, 행 또는 코드가 없습니다.",
              "There is no program, item, row or code with that id."};
    case Code::kDuplicate:
      return {"같은 식별자, 코드 또는 연도가 이미 있습니다.",
              "The id, code or year is there already."};
    case Code::kDoesNotAddUp:
      return {"합계가 부분의 합과 다릅니다.", "A total is not the sum of its parts."};
    case Code::kUnknownItem:
      return {"그런 항목이 없습니다.", "There is no such item."};
    case Code::kUnknownKind:
      return {"그런 종류의 기록은 없습니다.", "There is no such kind of entry."};
    case Code::kUnknownCause:
      return {"그 종류의 기록에 쓸 수 없는 사유입니다.",
              "The kind of entry cannot have that cause."};
    case Code::kWrongItem:
      return {"세입 기록은 세입 과목에, 세출 기록은 세출 과목에만 합니다.",
              "Entries of revenue belong to revenue items, those of expenditure to budget items."};
    case Code::kAmountNotPositive:
      return {"금액은 0보다 커야 합니다. 늘고 주는 것은 종류가 말합니다.",
              "An amount is above zero; the kind of entry has the direction."};
    case Code::kUnknownSource:
      return {"그런 재원이 없거나, 재원을 적어야 하는 기록입니다.",
              "There is no such funding source, or one is needed."};
    case Code::kUnknownAuthorization:
      return {"그런 승인이 없습니다.", "There is no such authorization."};
    case Code::kTextTooLong:
      return {"적요나 이름이 한도보다 깁니다.", "A memo or key is longer than its limit."};
    case Code::kPostedByRollover:
      return {"이월은 이월 처리로만 기록합니다.", "Carry-overs are posted by the rollover alone."};
    case Code::kGroupMissing:
      return {"이용·전용 등의 줄에 묶음 번호가 없습니다.",
              "A row of a transfer stands in no group."};
    case Code::kReferenceMissing:
      return {"어느 기록에 대한 것인지 적어야 합니다.",
              "The entry that it settles or corrects has to be named."};
    case Code::kUnknownReference:
      return {"가리킨 기록이 없습니다.", "There is no such entry to refer to."};
    case Code::kWrongReference:
      return {"가리킨 기록의 과목이나 종류가 맞지 않습니다.",
              "The entry referred to is of another item or does not fit."};
    case Code::kAlreadyCorrected:
      return {"이미 정정된 기록입니다.", "The entry has been corrected before."};
    case Code::kCorrectionDiffers:
      return {"정정의 금액과 재원은 원래 기록과 같아야 합니다.",
              "A correction has the amount and source of its entry."};
    case Code::kStillUsed:
      return {"이 기록에 딸린 지출·감액·여입이 있어 정정할 수 없습니다.",
              "Other entries settle, release or refund this one; it cannot be corrected."};
    case Code::kPostedByAdoption:
      return {
          "예산의 의결은 예산의 성립(Adopt)으로만 기록하고, 그 기록의 일부만 되돌릴 수 없습니다.",
          "Votes are posted by the adoption of a budget, and what it did is not undone by half."};
    case Code::kYearClosed:
      return {"마감된 회계연도입니다.", "The fiscal year is closed."};
    case Code::kDayOutsideYear:
      return {"회계연도의 날짜가 아닙니다 (지방회계법 §7).",
              "The day is not in the fiscal year of the item (지방회계법 §7)."};
    case Code::kSameOfficer:
      return {"지출원인행위를 한 사람은 지출할 수 없습니다 (지방회계법 §36).",
              "Who committed may not disburse (지방회계법 §36)."};
    case Code::kAuthorizationMissing:
      return {"승인이 필요합니다.", "An authorization is needed."};
    case Code::kWrongAuthorization:
      return {"필요한 종류의 승인이 아닙니다.",
              "The authorization is not of the kind that is needed."};
    case Code::kNotCovered:
      return {"승인이 이 과목이나 날짜에 미치지 않습니다.",
              "The authorization does not cover this item or day."};
    case Code::kAboveLimit:
      return {"승인된 한도를 넘습니다.", "More is drawn than the authorization allows."};
    case Code::kNotEarmarked:
      return {"용도가 지정된 전액 교부 재원이나 재해복구가 아닙니다 (지방재정법 §45).",
              "It is neither earmarked money granted in full nor a disaster (지방재정법 §45)."};
    case Code::kPurposeMissing:
      return {"준예산으로 집행할 수 있는 목적이 아닙니다 (지방자치법 §146).",
              "It is no lawful purpose of a provisional budget (지방자치법 §146)."};
    case Code::kBarredOut:
      return {"이 과목에서는 전용할 수 없습니다.", "No money may be diverted out of this object."};
    case Code::kBarredInto:
      return {"이 과목으로는 돌려 쓸 수 없습니다.", "No money may be moved into this object."};
    case Code::kNoBudget:
      return {"예산이 없는 사업으로는 전용하거나 변경사용할 수 없습니다 (지방재정법 §49).",
              "No money may be diverted or reallocated into a program without a budget (지방재정법 "
              "§49)."};
    case Code::kNotFromReserve:
      return {"예비비는 예비비 과목에서만, 다른 과목으로만 씁니다 (지방재정법 §43).",
              "The reserve is drawn out of reserve items only, into others only (지방재정법 §43)."};
    case Code::kGroupMixed:
      return {"한 묶음은 한 회계연도, 한 회계, 한 사유, 한 날이어야 합니다.",
              "A transfer stays in one year, one account, one cause and one day."};
    case Code::kGroupNotZero:
      return {"묶음의 증감을 더하면 0이어야 합니다.", "A transfer nets to zero."};
    case Code::kAcrossPolicyPrograms:
      return {"전용은 한 정책사업 안에서만 합니다 (지방재정법 §49).",
              "An intra-program virement stays in its policy program (지방재정법 §49)."};
    case Code::kInsideOnePolicyProgram:
      return {"한 정책사업 안에서 옮기는 것은 이용이 아니라 전용입니다.",
              "Inside one policy program it is no inter-program virement."};
    case Code::kTooWide:
      return {"변경사용은 한 단위사업, 한 편성목 안에서만 합니다.",
              "A minor reallocation stays in its unit program and object group."};
    case Code::kPurposeChanged:
      return {"이체는 사업·과목을 그대로 두고 부서만 바꿉니다 (지방재정법 §47의2②).",
              "A reorganization changes the department only (지방재정법 §47의2②)."};
    case Code::kReserveByDrawOnly:
      return {
          "예비비는 예비비 사용으로만 씁니다. 배정·지출원인행위·이용·전용·이월의 대상이 아닙니다 "
          "(지방재정법 §43).",
          "The reserve is drawn on; it is not allotted, committed, diverted or carried over."};
    case Code::kWrongAccount:
      return {"이 종류의 회계에서는 할 수 없습니다.",
              "This is not done in an account of this kind."};
    case Code::kAboveCommitment:
      return {"남은 지출원인행위액을 넘습니다.", "It is more than the commitment has open."};
    case Code::kAboveDisbursement:
      return {"지출한 금액보다 많이 여입할 수 없습니다.", "More is refunded than was disbursed."};
    case Code::kAboveCollected:
      return {"수납한 금액보다 많이 반환할 수 없습니다.",
              "More revenue is refunded than was received."};
    case Code::kAboveUncollected:
      return {"아직 걷지 않은 금액을 넘습니다.", "It is more than is still uncollected."};
    case Code::kAboveLapsed:
      return {"불용될 금액을 넘습니다.", "It is more than lapses."};
    case Code::kBelowZero:
      return {"과목에 있는 금액보다 많이 뺍니다.", "More is taken from the item than it has."};
    case Code::kAboveBudget:
      return {"예산현액보다 많이 배정합니다.", "More would be allotted than the current budget."};
    case Code::kAboveAvailable:
      return {"쓸 수 있는 예산을 넘습니다 (지방회계법 §29).",
              "It is more than is available (지방회계법 §29)."};
    case Code::kBelowCommitted:
      return {"이미 배정되거나 원인행위된 금액의 예산이 없어집니다.",
              "What is allotted or committed already would lose its budget."};
    case Code::kAboveSource:
      return {"그 재원이 과목에 준 금액을 넘습니다.", "It is more than the source gave the item."};
    case Code::kKeyReused:
      return {"같은 이름(key)의 묶음이 다른 내용으로 기록되어 있습니다.",
              "The batch's key was posted before with other rows."};
    case Code::kVersionOrder:
      return {"예산과 회계연도의 차례가 맞지 않습니다.",
              "Budgets and years follow each other; this one does not."};
    case Code::kReserveTooLarge:
      return {"예비비가 회계의 한도를 넘습니다 (지방재정법 §43).",
              "The reserve is above its share of the account (지방재정법 §43)."};
    case Code::kPlanTooLong:
      return {"계속비의 연한을 넘습니다 (지방재정법 §42).",
              "The continuing plan runs longer than the law lets it (지방재정법 §42)."};
    case Code::kAboveCarriable:
      return {"이월할 수 있는 금액을 넘습니다 (지방재정법 §50).",
              "More is carried than is outstanding or authorized (지방재정법 §50)."};
    case Code::kCarriedBefore:
      return {"사고이월한 것을 다시 이월할 수 없습니다 (지방재정법 §50).",
              "What was carried as accidental is not carried again (지방재정법 §50)."};
    case Code::kOutsidePlan:
      return {"계속비 계획의 마지막 연도를 지났습니다 (지방재정법 §42).",
              "The plan does not reach into the next year (지방재정법 §42)."};
    case Code::kStalePreview:
      return {"미리보기를 만든 뒤에 장부가 바뀌었습니다.",
              "The book changed after the preview was made."};
    case Code::kNoMapping:
      return {"다음 연도에 없거나 뜻이 달라진 과목 코드입니다. 바뀐 코드를 적어 주십시오.",
              "The object code is not there, or means another thing, in the next year; say what it "
              "became."};
    case Code::kWrongMapping:
      return {
          "이월한 돈은 제 목적에 남습니다 (지방재정법 §50): 다음 연도에도 그대로 있는 과목을 다른 "
          "과목으로 바꾸거나, "
          "이름이 남아 있는 과목을 그 이름이 없는 다른 편성목으로, 또는 제한된 과목이나 과목표에 "
          "없는 과목으로 "
          "이월할 수 없습니다.",
          "Carried money keeps its purpose: a code that lives on unchanged keeps its money; what "
          "became of one whose "
          "name lives on has that name or is of the same object group; and none is barred or "
          "unknown in the next "
          "year."};
    case Code::kBusy:
      return {"다른 프로그램이 장부에 쓰고 있습니다. 아무것도 기록하지 않았습니다.",
              "Another program is writing to the book; nothing was done."};
    case Code::kIo:
      return {"파일을 읽거나 쓰지 못했습니다. 아무것도 기록하지 않았습니다.",
              "The file could not be read or written; nothing was done."};
    case Code::kNotABook:
      return {"장부 파일이 아닙니다.", "The file is no book."};
    case Code::kNewerVersion:
      return {"더 새로운 판의 yesan으로 쓴 파일입니다.",
              "A later version of yesan wrote the file."};
    case Code::kDamaged:
      return {"파일이 손상되었습니다.", "The file is damaged."};
    case Code::kReadOnly:
      return {"읽기만 할 수 있는 장부입니다.", "The book can only be read."};
    case Code::kOutcomeUnknown:
      return {
          "기록되었는지 알 수 없습니다. 파일을 다시 열고, 같은 이름(key)으로 다시 기록해 "
          "주십시오.",
          "Whether it was kept is not known. Open the file again and post the batch again under "
          "its key."};
  }
  return {"알 수 없는 거절 사유입니다.", "Refused for an unknown reason."};
}

// The codes' own sentences, made once: message() answers a reference and must not allocate per error.
// Numbers without a code have the sentence of the last, which is that of an unknown reason.
constexpr std::int32_t kSentences = 200;

struct Sentences {
  Message of[kSentences];
  Sentences() {
    for (std::int32_t i = 0; i < kSentences; ++i) of[i] = SentenceOf(static_cast<Code>(i));
  }
};

}  // namespace

const Message& Error::message() const noexcept {
  if (detail_ && !(detail_->message.ko.empty() && detail_->message.en.empty()))
    return detail_->message;
  const auto number = static_cast<std::int32_t>(code_);
  try {
    static const Sentences sentences;
    return sentences.of[number >= 0 && number < kSentences ? number : kSentences - 1];
  } catch (const std::bad_alloc&) {
    // Where memory ran out for the sentences, a refusal has its code alone.
    static const Message none;
    return none;
  }
}

std::string Error::rule() const {
  return detail_ && !detail_->rule.empty() ? detail_->rule : std::string(Name(code_));
}

Error Error::AtRow(std::int64_t row) && {
  if (!detail_) detail_ = std::make_unique<ErrorDetail>();
  detail_->row = row;
  return std::move(*this);
}

}  // namespace yesan
