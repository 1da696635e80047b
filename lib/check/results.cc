// 추진실적: wholes whose parts add up, counters that are likely misprinted.
#include <string>
#include <string_view>

#include "lib/budget/result_wholes.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "yesan/budget/results.h"
#include "yesan/money/format.h"

namespace yesan::internal {
namespace {

// What is left of the word before a number is no name: `120,000천원으로 100명(…)`.
bool IsParticle(std::string_view word) {
  for (const std::string_view particle :
       {"으로", "로", "에", "에서", "에게", "을", "를", "은", "는", "이",
        "가",   "의", "와", "과",   "도",   "만", "중", "총", "및", "등"}) {
    if (word == particle) return true;
  }
  return false;
}

std::string Count(const Decimal& number, std::string_view unit) {
  auto text = FormatNumber(number);
  std::string out = text ? std::move(text).value() : number.ToString();
  return out.append(unit);
}

void CheckText(Context& context, const Text& text, std::string_view section) {
  const auto results = ParseWholes(text.text);
  if (!results) return;
  const auto place = [&](const ResultFigure& figure) {
    return context.sheet.PlaceOf(text, figure.offset, figure.length);
  };
  for (const ResultWhole& whole : results->wholes) {
    const ResultFigure& total = results->figures[whole.whole];
    std::string name = !total.label.empty() ? Excerpt(total.label) : Excerpt(total.context);
    if (name.empty() || IsParticle(name)) name = std::string(section);
    // With a misprinted counter the parts are only known as parts because they add up: another misprint would hide them.
    const bool covered = whole.misprints.empty();
    if (covered) CoverRoughly(context, "results.parts", place(total));
    std::vector<std::string> parts;
    for (std::size_t part : whole.parts) {
      const ResultFigure& figure = results->figures[part];
      if (covered) CoverRoughly(context, "results.parts", place(figure));
      parts.push_back(Count(figure.number, figure.unit));
    }
    std::string odd_ko;
    std::string odd_en;
    for (std::size_t part : whole.misprints) {
      const ResultFigure& figure = results->figures[part];
      const std::string printed = Count(figure.number, figure.unit);
      const std::string likely = Count(figure.number, total.unit);
      if (!whole.adds_up()) {
        // Nothing bears the misprint out: it is told beside the sum.
        odd_ko = " " + Quoted(Excerpt(figure.label) + printed, Language::kKorean) + "의 " +
                 Quoted(figure.unit, Language::kKorean) + "도 " +
                 Quoted(total.unit, Language::kKorean) + "의 오기인지 확인이 필요합니다.";
        odd_en = " The counter of " + Quoted(Excerpt(figure.label) + printed, Language::kEnglish) +
                 " may be a misprint of " + Quoted(total.unit, Language::kEnglish) + " too.";
        continue;
      }
      context.Report(
          "notation.misprint", place(figure), Subject({section, figure.label}), printed, likely, "",
          {Quoted(Excerpt(figure.label) + printed, Language::kKorean) + "의 " +
               Quoted(figure.unit, Language::kKorean) +
               (EndsInConsonant(figure.unit) ? "은 " : "는 ") +
               Quoted(total.unit, Language::kKorean) + "의 오기로 보입니다. 내역을 더하면 " +
               With(Count(total.number, total.unit), Particle::kSubject) + " 됩니다.",
           Quoted(Excerpt(figure.label) + printed, Language::kEnglish) +
               " is likely a misprint of " + Quoted(likely, Language::kEnglish) +
               ": with it the parts make " + Count(total.number, total.unit) + "."});
    }
    if (whole.adds_up()) continue;
    const std::string printed = Count(total.number, total.unit);
    const std::string sum = Count(whole.sum, total.unit);
    context.Report(
        "results.parts", place(total), Subject({section, name}), printed, sum,
        Count(whole.difference, total.unit),
        {name + " " + With(printed, Particle::kTopic) + " 괄호 안의 내역(" + Join(parts, " + ") +
             ")을 더한 " + With(sum, Particle::kAnd) + " 맞지 않습니다." + odd_ko,
         Quoted(name, Language::kEnglish) + ": " + printed + " is not the sum of its parts (" +
             Join(parts, " + ") + "), which is " + sum + "." + odd_en});
  }
}

}  // namespace

void CheckResultsOf(Context& context) {
  for (const ResultsYear& year : context.results) CheckText(context, year.text, "추진실적");
  for (SectionKind kind : {SectionKind::kContent, SectionKind::kEffects}) {
    for (const Text& line : LinesOf(context.sheet, kind)) {
      CheckText(context, line, kind == SectionKind::kContent ? "사업내용" : "기대효과");
    }
  }
}

}  // namespace yesan::internal
