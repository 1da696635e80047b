// Computes lines of a cost basis (산출기초) exactly, holds each stated result against the exact one, and says which
// roundings explain all of them.
//
//   cost_basis                                                   the list below
//   cost_basis '1,160,800원 X 19명 X 12월 = 264,663천원' …        the lines given
//   cost_basis --lang en …                                       in English
//
// Exit status: 0 every stated result is explained, 1 one is wrong, 2 a line could not be read.
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/budget/formula.h"
#include "yesan/budget/rounding_inference.h"
#include "yesan/money/format.h"
#include "yesan/report/text_table.h"

namespace {

// As they are printed in budget books and program sheets.
constexpr std::string_view kLines[] = {
    "1,160,800원 X 19명 X 12월 = 264,663천원",
    "264,663,000원 X 4/12월 X 50% = 44,110,500원",
    "○ 일용인부임 28,800 X 1인 X 232일 = 6,682",
    "7,488,000 X 1인 X 10/100 = 748,800원",
    "(100명 × 80,000원) + (20명 × 60,000원) = 9,200,000원",
    "(86,666원×8명×12월)- 8,680,000원= -360,000",
    "(원장500,000원+부원장200,000원+교사50,000원)*12월 = 9,000,000",
    "25개 x 62.5백만원 x 80% = 1,250백만원",
    "△740천원×7명×6/12개월 = △2,590천원",
    "○ 강사료 200,000원×3회 = 630천원",
};

struct Tally {
  yesan::RoundingInference inference;
  bool wrong = false;
  bool unreadable = false;
};

void Print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// An exact amount with commas where it is whole won: 264,662,400; else as it is: 10/3.
std::string Show(const yesan::ExactWon& amount) {
  if (amount.is_whole()) {
    const yesan::Result<yesan::Money> won = amount.Round(1, yesan::Rounding::kUnnecessary);
    if (won) {
      const yesan::Result<std::string> text = yesan::FormatMoney(*won);
      if (text) return *text;
    }
  }
  return amount.ToString();
}

std::string Explain(const yesan::Judgement& judgement, bool korean) {
  switch (judgement.verdict) {
    case yesan::Verdict::kExact:
      return korean ? "정확함" : "exact";
    case yesan::Verdict::kExactAfterRounding: {
      const std::string unit = std::to_string(judgement.rounded_to);
      return korean
                 ? unit + "원 단위로 " + judgement.roundings.ToKoreanString() + " 하면 맞음"
                 : "exact after rounding to " + unit + " won by " + judgement.roundings.ToString();
    }
    case yesan::Verdict::kWrong:
      return (korean ? "틀림, 차이 " : "wrong by ") + Show(judgement.difference) +
             (korean ? "원" : " won");
    case yesan::Verdict::kNothingStated:
      return korean ? "적힌 결과 없음" : "no result is stated";
    case yesan::Verdict::kNotArithmetic:
      break;
  }
  return korean ? "산식이 아님" : "no arithmetic";
}

void Evaluate(std::string_view line, bool korean, Tally& tally) {
  Print(yesan::PrintableText(line) + "\n");
  const yesan::Result<yesan::Formula> formula = yesan::ParseFormula(line);
  if (!formula) {
    const yesan::Language language = korean ? yesan::Language::kKorean : yesan::Language::kEnglish;
    Print("    " + yesan::PrintableText(formula.error().message().in(language)) + "\n");
    tally.unreadable = true;
    return;
  }
  for (std::size_t side = 0; side < formula->side_count(); ++side) {
    const yesan::Result<yesan::ExactWon> exact = yesan::Evaluate(*formula, line, side);
    if (!exact) {
      const yesan::Language language =
          korean ? yesan::Language::kKorean : yesan::Language::kEnglish;
      Print("    " + yesan::PrintableText(exact.error().message().in(language)) + "\n");
      tally.unreadable = true;
      continue;
    }
    const yesan::Result<yesan::Judgement> judgement = yesan::JudgeSide(*formula, line, side);
    Print("    = " + Show(*exact) + (korean ? "원" : " won"));
    if (judgement) {
      Print("  " + Explain(*judgement, korean));
      static_cast<void>(tally.inference.Add(*judgement));
      tally.wrong = tally.wrong || judgement->verdict == yesan::Verdict::kWrong;
    }
    Print("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool korean = true;
  std::vector<std::string_view> lines;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) {
      korean = std::string_view(argv[++i]) != "en";
    } else {
      lines.push_back(argument);
    }
  }
  if (lines.empty()) lines.assign(std::begin(kLines), std::end(kLines));

  Tally tally;
  for (const std::string_view line : lines) Evaluate(line, korean, tally);

  const yesan::RoundingInference& inference = tally.inference;
  const std::string counts[] = {std::to_string(inference.exact_count()),
                                std::to_string(inference.inexact_count()),
                                std::to_string(inference.unexplained_count())};
  if (korean) {
    Print("\n결과 " + std::to_string(inference.size()) + "개: 정확 " + counts[0] +
          ", 반올림 뒤 일치 " + counts[1] + ", 설명 안 됨 " + counts[2] +
          "\n모두를 설명하는 반올림: " + inference.modes().ToKoreanString() + "\n");
  } else {
    Print("\n" + std::to_string(inference.size()) + " results: " + counts[0] + " exact, " +
          counts[1] + " exact after rounding, " + counts[2] +
          " unexplained\nroundings that explain all of them: " + inference.modes().ToString() +
          "\n");
  }
  if (tally.unreadable) return 2;
  return tally.wrong ? 1 : 0;
}
