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
  }
  return {"알 수 없는 거절 사유입니다.", "Refused for an unknown reason."};
}

// The codes' own sentences, made once: message() answers a reference and must not allocate per error.
constexpr std::int32_t kSentences = static_cast<std::int32_t>(Code::kDoesNotAddUp) + 2;

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
