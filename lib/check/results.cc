// 추진실적: wholes whose parts add up, counters that are likely misprinted.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "lib/base/byte_set.h"
#include "lib/base/chars.h"
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

bool BeginsWithCounter(std::string_view text) {
  for (const std::string_view counter : {"명", "회", "건", "개소", "부", "권", "매", "가구"}) {
    if (StartsWith(text, counter)) return true;
  }
  return false;
}

// `23,14`: digits in groups that are not of three and no list of rising numbers either (`3,4회`, `10,11회`).
bool IsWronglyGrouped(std::string_view figure) {
  std::size_t digits = 0;
  bool threes = true;
  bool rising = true;
  std::int64_t before = -1;
  for (std::size_t at = 0; at <= figure.size();) {
    const std::size_t end = std::min(figure.find(',', at), figure.size());
    const auto number = Decimal::Parse(figure.substr(at, end - at));
    const auto value = number ? number->ToInt64() : Result<std::int64_t>(Error(Code::kOverflow));
    if (!value) return false;
    threes = threes && (at == 0 ? end <= 3 : end - at == 3);
    rising = rising && *value > before;
    before = *value;
    digits += end - at;
    at = end + 1;
  }
  return digits >= 4 && !threes && !rising;
}

// `20,15회`: groups of one or two digits are as good a list (20회, 15회) as a count whose comma stands wrongly.
bool MayBeList(std::string_view figure) {
  constexpr std::size_t kListedMax = 2;
  for (std::size_t at = 0; at <= figure.size();) {
    const std::size_t end = std::min(figure.find(',', at), figure.size());
    if (end - at > kListedMax) return false;
    at = end + 1;
  }
  return true;
}

// `231,40명`: a count whose commas stand wrongly.
void CheckCounts(Context& context, const Text& text) {
  const std::string_view all = text.text;
  static constexpr ByteSet kDigits("0123456789");
  for (std::size_t begin = kDigits.FindIn(all); begin < all.size();
       begin = kDigits.FindIn(all, begin + 1)) {
    std::size_t end = begin;
    while (end < all.size() &&
           (IsDigit(all[end]) || ((all[end] == ',' || all[end] == '.') && end + 1 < all.size() &&
                                  IsDigit(all[end + 1])))) {
      ++end;
    }
    const std::string_view figure = all.substr(begin, end - begin);
    const std::size_t from = begin;
    begin = end;
    if (figure.find(',') == std::string_view::npos || figure.find('.') != std::string_view::npos ||
        !BeginsWithCounter(all.substr(end)) || !IsWronglyGrouped(figure)) {
      continue;
    }
    std::string plain;
    for (const char c : figure) {
      if (c != ',') plain += c;
    }
    const auto number = Decimal::Parse(plain);
    if (!number) continue;
    const std::string printed(figure);
    const std::string expected = Count(*number, "");
    if (MayBeList(figure)) {
      std::string list = printed;
      for (std::size_t comma = 0; (comma = list.find(',', comma)) != std::string::npos; comma += 2)
        list.insert(comma + 1, " ");
      context.Report("notation.list_or_count", context.sheet.PlaceOf(text, from, figure.size()),
                     Subject({"추진실적"}), printed, "", "",
                     {With(Quoted(printed, Language::kKorean), Particle::kSubject) +
                          " 여러 수를 늘어놓은 것(" + list + ")인지, 자릿점이 잘못 찍힌 " +
                          expected + "인지 확인이 필요합니다.",
                      "Is " + Quoted(printed, Language::kEnglish) + " a list (" + list +
                          "), or a count whose comma stands wrongly (" + expected + ")?"});
      continue;
    }
    context.Report("notation.grouping", context.sheet.PlaceOf(text, from, figure.size()),
                   Subject({"추진실적"}), printed, expected, "",
                   {With(printed, Particle::kTopic) + " 자릿점(쉼표)의 위치가 잘못되었습니다. " +
                        With(expected, Particle::kBy) + " 보입니다.",
                    "The separators of " + printed + " stand at wrong places; " + expected +
                        " is likely meant."});
  }
}

}  // namespace

void CheckResultsOf(Context& context) {
  for (const ResultsYear& year : context.results) {
    CheckText(context, year.text, "추진실적");
    CheckCounts(context, year.text);
  }
  for (SectionKind kind : {SectionKind::kContent, SectionKind::kEffects}) {
    for (const Text& line : LinesOf(context.sheet, kind)) {
      CheckText(context, line, kind == SectionKind::kContent ? "사업내용" : "기대효과");
    }
  }
}

}  // namespace yesan::internal
