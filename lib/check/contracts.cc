// A step of an entrusted program that the contract does not cover to its end.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/composed.h"
#include "lib/check/context.h"
#include "yesan/budget/contract.h"
#include "yesan/calendar/fiscal_year.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kLongestFact = 400;  // bytes: more is prose

// The contract that runs the longest of those that the sheet names, and where it stands.
struct Term {
  Date first;
  Date last;
  Place place;
  std::string text;
};

class LongestTerm {
 public:
  void Take(const Period& period, const Place& place, std::string_view text) {
    const PeriodTerm& term = period.in_force();
    if (!term.last) {
      // ~계속, ~현재: no end that a step could overrun.
      if (term.ending != Ending::kNone) open_ = true;
      return;
    }
    if (IsBackwards(term)) return;
    if (found_ && *term.last <= found_->last) return;
    found_ = Term{term.first.value_or(*term.last), *term.last, place, Excerpt(text)};
  }
  [[nodiscard]] std::optional<Term> found() const { return open_ ? std::nullopt : found_; }
  void SetOpen() { open_ = true; }

 private:
  std::optional<Term> found_;
  bool open_ = false;
};

// `위탁기간 : 2023.1.1~2025.12.31`: the label of such a line, else nothing.
std::string_view TermLabelOf(std::string_view line) {
  constexpr std::size_t kLongestLabel = 60;  // bytes
  const std::size_t colon = line.find(':');
  if (colon > kLongestLabel) return {};  // also where there is none
  const std::string_view label = line.substr(0, colon);
  if (!ContainsWord(label, "기간")) return {};
  return ContainsWord(label, "위탁") || ContainsWord(label, "수탁") ? label : std::string_view();
}

std::optional<Term> FindTerm(Context& context) {
  LongestTerm longest;
  PeriodContext periods;
  if (auto year = FiscalYear::Make(context.fiscal_year); year && context.fiscal_year != 0) {
    periods.fiscal_year = *year;
  }
  const auto take = [&](const Period& period, const Text& text, std::size_t offset,
                        std::size_t length) {
    const Place place = context.sheet.PlaceOf(text, offset, length);
    const std::string_view printed = text.text.substr(offset, length);
    CheckBackwards(context, period, place, printed, Subject({"위탁 기간"}));
    CheckLength(context, period, {printed, place}, {"위탁 기간"});
    longest.Take(period, place, printed);
  };
  const std::vector<Text> lines = LinesOf(context.sheet, SectionKind::kHistory);
  std::vector<std::string_view> texts;
  texts.reserve(lines.size());
  for (const Text& line : lines) texts.push_back(line.text);
  const Contract contract = FindContract(texts, periods);
  for (const ContractTerm& term : contract.terms) {
    if (term.line >= lines.size()) continue;
    const Text& line = lines[term.line];
    if (!term.period) {
      // A contract with a day that does not exist: nobody can say when it ends, and an older one does not say so.
      for (const FoundPeriod& found : FindPeriods(line.text, periods)) {
        if (!found.period && found.offset >= term.offset) longest.SetOpen();
      }
      continue;
    }
    take(*term.period, line, term.offset, term.length);
  }
  // `수행방법 : 민간위탁(2025.3.1.~2028.2.29.)`
  const auto from_fact = [&](const Text& value, std::string_view key, bool history = false) {
    if (value.text.size() > kLongestFact && Composed(value.text).text().size() > kLongestFact)
      return;
    if (!ContainsWord(key, "위탁") && !ContainsWord(key, "수탁") &&
        !ContainsWord(value.text, "위탁")) {
      return;
    }
    const std::vector<FoundPeriod> found = FindPeriods(value.text, periods);
    if (found.size() == 1 && !found[0].period) {
      longest.SetOpen();
      const std::string printed(value.text.substr(found[0].offset, found[0].length));
      // The history has its own finding of it.
      if (!history) {
        ReportNoSuchDay(context, context.sheet.PlaceOf(value, found[0].offset, found[0].length),
                        Subject({"위탁 기간"}), printed);
      }
    }
    if (found.size() != 1 || !found[0].period || !found[0].period->first) return;
    if (!found[0].period->last && found[0].period->ending == Ending::kNone) return;
    take(*found[0].period, value, found[0].offset, found[0].length);
  };
  for (const Fact& fact : context.basics.facts) from_fact(fact.value, fact.key.text);
  if (context.basics.facts.empty()) from_fact(context.basics.method, {});
  const auto from_lines = [&](const std::vector<Text>& of_section, bool history) {
    for (const Text& line : of_section) {
      if (const std::string_view label = TermLabelOf(line.text); !label.empty())
        from_fact(line, label, history);
    }
  };
  from_lines(lines, true);
  from_lines(LinesOf(context.sheet, SectionKind::kContent), false);
  from_lines(LinesOf(context.sheet, SectionKind::kMethod), false);
  return longest.found();
}

}  // namespace

void CheckContractsOf(Context& context) {
  const std::optional<Term> term = FindTerm(context);
  if (!term) return;
  const std::string line = std::to_string(term->place.line);
  if (context.fiscal_year != 0) {
    const auto year = FiscalYear::Make(context.fiscal_year);
    if (year && term->last < year->first_day()) {
      // Every step would begin after it; what is missing is the next contract, once.
      context.Report(
          "contract.ended", term->place, Subject({"위탁 기간"}), term->text,
          year->first_day().ToString() + "~", "",
          {"마지막으로 적힌 위탁 기간(" + term->text + ")이 " +
               std::to_string(context.fiscal_year) +
               " 회계연도가 시작되기 전에 끝납니다. 이후의 계약이 있는지 확인이 필요합니다.",
           "The last entrustment named (" + term->text + ") ended before fiscal year " +
               std::to_string(context.fiscal_year) + " begins; is there a later one?"});
      return;
    }
  }
  for (const ScheduleStep& step : context.schedule.steps) {
    if (step.total || !step.period) continue;
    const PeriodTerm& period = step.period->in_force();
    if (period.kind != PeriodKind::kDated || !period.last || IsBackwards(period)) continue;
    if (*period.last <= term->last) continue;
    const bool begins_after = period.first && *period.first > term->last;
    const std::string name = Excerpt(step.name.text);
    const std::string text = Excerpt(step.period_text.text);
    const std::string end = term->last.ToString();
    context.Report(
        "schedule.contract", step.period_text.place,
        Subject({"추진일정", step.name.text, "위탁 기간"}), std::string(step.period_text.text),
        "~" + end, "",
        {"'" + name + "' 단계의 기간(" + text + ")이 위탁 기간(" + line + "번째 줄의 " +
             term->text + ")이 끝난 " + end + " " +
             (begins_after ? "뒤에 시작합니다." : "뒤까지 이어집니다."),
         "The period " + text + " of step \"" + name + "\" " +
             (begins_after ? "begins after" : "runs past") + " the end of the contract on " + end +
             " (line " + line + ", " + term->text + ")."});
  }
}

}  // namespace yesan::internal
