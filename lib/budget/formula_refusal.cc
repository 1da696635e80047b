#include "lib/budget/formula_refusal.h"

#include <algorithm>
#include <string>
#include <utility>

#include "yesan/base/text.h"
#include "yesan/budget/formula.h"

namespace yesan::internal {
namespace {

struct Phrase {
  std::string_view ko;
  std::string_view en;
};

Phrase ExpectedOf(Expectation expectation, Code code) noexcept {
  switch (expectation) {
    case Expectation::kFactor:
      return {"숫자 또는 괄호식", "a number or a bracket"};
    case Expectation::kOperator:
      return {"연산 기호", "an operator"};
    case Expectation::kAmount:
      return {"산출 결과 금액 하나", "one amount as the result"};
    case Expectation::kPartner:
      return {"짝이 맞는 괄호", "a bracket with its partner"};
    case Expectation::kOtherSide:
      return {"경정과 기정 각 한 번", "경정 and 기정 once each"};
    case Expectation::kEnd:
      return {"산출식의 끝", "the end of the formula"};
    case Expectation::kExpression:
      return {"산출식", "an expression"};
    case Expectation::kOneMoney:
      return {"한 항에 금액 하나", "one factor of money in a term"};
    case Expectation::kSomeMoney:
      return {"금액(원)인 인수", "a factor of money"};
    case Expectation::kSameKind:
      return {"다른 항과 같은 종류(금액 또는 수량)의 항",
              "a term of the same kind, money or count, as the others"};
    case Expectation::kMoneyless:
      return {"금액이 아닌 나눗수", "a divisor that is no money"};
    case Expectation::kNotZero:
      return {"0이 아닌 나눗수", "a divisor other than zero"};
    case Expectation::kNothing:
      break;
  }
  switch (code) {
    case Code::kInvalidUtf8:
      return {"UTF-8 글자", "UTF-8 text"};
    case Code::kTooDeep:
      return {"64겹 이하의 괄호", "at most 64 nested brackets"};
    case Code::kTooLarge:
      return {"65,536바이트 이하의 산출식", "a formula of at most 65,536 bytes"};
    case Code::kWrongGrouping:
      return {"세 자리마다 쉼표를 찍은 숫자", "a number with commas in threes"};
    case Code::kOverflow:
      return {"38자리 이하의 값", "a value of at most 38 digits"};
    case Code::kWrongUnit:
      return {"알 수 있는 단위", "a unit that can be understood"};
    default:
      return {"산출식", "an expression"};
  }
}

// What stands there, cut to a length for a message.
std::string Excerpt(std::string_view text, std::size_t offset, std::size_t length) {
  constexpr std::size_t kLongest = 24;
  std::string out;
  std::size_t i = offset;
  std::size_t characters = 0;
  while (i < text.size() && i < offset + length) {
    if (++characters > kLongest) return out + "…";
    AppendCharacter(NextCharacter(text, i), out);
  }
  return out;
}

}  // namespace

Error FormulaRefusal(Code code, std::string_view text, std::uint32_t offset, std::uint32_t length,
                     Expectation expectation) {
  ErrorDetail detail;
  detail.rule = "formula";
  const std::size_t at = std::min<std::size_t>(offset, text.size());
  detail.place.line = 1;
  detail.place.offset = static_cast<std::uint32_t>(at);
  detail.place.length = length;
  std::uint32_t column = 1;
  if (code != Code::kTooLarge) {
    for (std::size_t i = 0; i < at; ++column) (void)NextCharacter(text, i);
  }
  detail.place.column = column;
  const Phrase expected = ExpectedOf(expectation, code);
  std::string found_ko;
  std::string found_en;
  if (code == Code::kInvalidUtf8) {
    found_ko = "다른 바이트";
    found_en = "other bytes";
    detail.place.length = 1;
  } else if (code == Code::kTooLarge) {
    found_ko = std::to_string(text.size()) + "바이트";
    found_en = std::to_string(text.size()) + " bytes";
  } else if (length == 0 && Trim(text.substr(at)).empty()) {
    found_ko = "글의 끝";
    found_en = "the end of the text";
  } else {
    const std::string excerpt = Excerpt(text, at, length == 0 ? 1 : length);
    found_ko = "‘" + excerpt + "’";
    found_en = found_ko;
  }
  const std::string number = std::to_string(column);
  detail.message.ko = "산출기초 " + number + "번째 글자: 있어야 할 것은 " +
                      std::string(expected.ko) + ", 실제로 있는 것은 " + found_ko + ".";
  detail.message.en = "Cost basis, column " + number + ": expected " + std::string(expected.en) +
                      ", found " + found_en + ".";
  return Error(code, std::move(detail));
}

}  // namespace yesan::internal
