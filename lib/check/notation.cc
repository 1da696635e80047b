// How figures are written: grouping, units, cells that are no figure; subsidy parts within their totals.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/budget/broken_figure.h"
#include "lib/check/basis_amounts.h"
#include "lib/check/context.h"
#include "lib/check/lost_cells.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/money/format.h"
#include "yesan/money/words.h"

namespace yesan::internal {
namespace {

// A figure and where it stands; its subject is only made for a finding.
struct Printed {
  const Figure* figure;
  std::string_view section;
  std::string_view label;
  bool settlement = false;  // its parts are proved with its row
  bool rate = false;        // a percentage
  bool change = false;      // its part may be larger: 국비 +300 and 구비 −200 make +100

  [[nodiscard]] std::string subject() const { return Subject({section, label}); }
};

// Rows whose figures stand under wrong headings: what is in their cells is not what it seems.
class Misplaced {
 public:
  Misplaced(const Context& context, const Table* table) {
    if (table != nullptr && context.sheet.format != SheetFormat::kLayout) lost_.emplace(*table);
  }
  [[nodiscard]] bool operator()(const Row* row) const {
    return lost_ && row != nullptr && lost_->TooMany(*row);
  }

 private:
  std::optional<LostCells> lost_;
};

template <class Visit>
void ForEachFigure(const Context& context, Visit visit) {
  const auto figure_of = [&](const Figure& figure, std::string_view section, std::string_view label,
                             bool settlement = false, bool rate = false, bool change = false) {
    if (figure.state != FigureState::kAbsent) {
      visit(Printed{&figure, section, label, settlement, rate, change});
    }
  };
  figure_of(context.funding.total, "사업비", {});
  for (const FundingEntry& entry : context.funding.entries) {
    if (IsTotalItself(context.funding, entry)) continue;
    figure_of(entry.amount, "사업비", entry.label.text);
  }
  const Misplaced in_overview(context, context.overview.table);
  for (const OverviewRow& row : context.overview.rows) {
    if (in_overview(row.row)) continue;
    for (const Figure* figure : {&row.prior, &row.current, &row.change, &row.rate}) {
      figure_of(*figure, "예산 총괄", row.label.text, false, figure == &row.rate,
                figure == &row.change);
    }
  }
  const Misplaced in_schedule(context, context.schedule.table);
  for (const ScheduleStep& step : context.schedule.steps) {
    if (!in_schedule(step.row)) figure_of(step.amount, "추진일정", step.name.text);
  }
  const Misplaced in_settlement(context, context.settlement.table);
  for (const SettlementYear& year : context.settlement.years) {
    if (in_settlement(year.row)) continue;
    for (const Figure* figure :
         {&year.adopted, &year.carryover_in, &year.net_adjustment, &year.contingency,
          &year.transfer, &year.current_budget, &year.disbursed, &year.carryover_out,
          &year.subsidy_refund, &year.lapsed, &year.execution_rate}) {
      figure_of(*figure, "결산", year.label.text, true, figure == &year.execution_rate);
    }
  }
}

void CheckGrouping(Context& context, const Printed& printed, const Amount& amount) {
  // Words that contradict their digits have a rule of their own.
  if (amount.fault == AmountFault::kNone || amount.fault == AmountFault::kWordsDiffer) return;
  const Figure& figure = *printed.figure;
  AmountFormat format;
  format.unit = amount.likely_unit();
  format.write_unit = amount.likely_unit() != Unit::kNone;
  if (IsNegative(amount.sign) && amount.sign != SignMark::kParentheses) format.minus = amount.sign;
  const Unit unit = printed.rate                          ? Unit::kPercent
                    : amount.likely_unit() != Unit::kNone ? amount.likely_unit()
                                                          : figure.unit;
  auto likely = FormatNumber(LikelyOf(amount, unit), format);
  const std::string expected = likely ? *likely : LikelyOf(amount, unit).ToString();
  const std::string text = Excerpt(figure.printed.text);
  context.Report("notation.grouping", figure.printed.place, printed.subject(),
                 std::string(figure.printed.text), expected, "",
                 MisplacedSeparators(text, expected, "쉼표·소수점"));
}

// `1280` in a table that prints `1,480`. A table that groups nothing, or less than it leaves, has another hand.
class Ungrouped {
 public:
  void Take(const Figure& figure, std::string_view section, std::string_view label) {
    if (figure.state != FigureState::kValue || figure.unit == Unit::kPercent) return;
    for (const Amount* amount : {&figure.amount.total, &figure.amount.part}) {
      if (!amount->has_value() || amount->mixed || amount->unit == Unit::kPercent) continue;
      if (amount->grouped) {
        ++grouped_;
      } else if (amount->fault == AmountFault::kNone && HasFourDigits(amount->value)) {
        found_.push_back({&figure, amount, section, label});
      }
    }
  }
  void Report(Context& context) const {
    if (grouped_ < found_.size()) return;
    for (const Found& found : found_) {
      AmountFormat format;
      format.unit = found.amount->unit;
      format.write_unit = found.amount->unit != Unit::kNone;
      if (IsNegative(found.amount->sign) && found.amount->sign != SignMark::kParentheses)
        format.minus = found.amount->sign;
      format.digits = found.amount->value.scale();
      const auto grouped = FormatNumber(found.amount->value, format);
      const std::string expected = grouped ? *grouped : std::string();
      const std::string text = Excerpt(found.figure->printed.text);
      context.Report(
          "notation.no_comma", found.figure->printed.place, Subject({found.section, found.label}),
          std::string(found.figure->printed.text), expected, "",
          {"같은 표의 다른 금액과 달리 " + text + "에 쉼표가 없습니다(" + expected + ").",
           text + " has no comma, unlike the other amounts of its table (" + expected + ")."});
    }
  }

 private:
  struct Found {
    const Figure* figure;
    const Amount* amount;
    std::string_view section;
    std::string_view label;
  };

  static bool HasFourDigits(const Decimal& value) {
    const Decimal thousand = Decimal::FromInt(1'000);
    return value >= thousand || value <= Decimal::FromInt(-1'000);
  }

  std::size_t grouped_ = 0;
  std::vector<Found> found_;
};

// `금120,000,000원(금일억이천만원)`: the same amount twice.
void CheckWords(Context& context, const Printed& printed) {
  const Figure& figure = *printed.figure;
  constexpr std::size_t kFormalMax = 400;
  if (figure.printed.text.size() > kFormalMax ||
      figure.printed.text.find("금") == std::string_view::npos) {
    return;
  }
  const auto formal = ParseFormalAmount(figure.printed.text);
  if (!formal || formal->agrees()) return;
  Quantity place;
  place.unit = Unit::kWon;
  place.unit_written = true;
  const auto words = WriteInWords(ToDecimal(formal->figures));
  const auto difference = Subtract(formal->words, formal->figures);
  context.Report("notation.words", figure.printed.place, printed.subject(),
                 std::string(figure.printed.text), words ? "금" + *words + "원" : std::string(),
                 difference ? context.At(place, *difference) : std::string(),
                 {printed.subject() + "의 금액이 숫자로는 " + context.Ko(place, formal->figures) +
                      "인데, 한글로는 " + With(context.Ko(place, formal->words), Particle::kBy) +
                      " 적혀 있습니다.",
                  "The amount is " + context.En(place, formal->figures) + " in figures, but " +
                      context.En(place, formal->words) + " in words."});
}

void CheckUnreadable(Context& context, const Printed& printed) {
  const Figure& figure = *printed.figure;
  const std::string text = Excerpt(figure.printed.text);
  context.Report(
      "notation.unreadable", figure.printed.place, printed.subject(),
      std::string(figure.printed.text), "", "",
      {printed.subject() + " 칸의 " + Quoted(text, Language::kKorean) +
           (EndsInConsonant(text) ? "은" : "는") + " 금액으로 읽을 수 없습니다.",
       Quoted(text, Language::kEnglish) + " in a number cell cannot be read as a figure."});
}

void CheckPart(Context& context, const Printed& printed) {
  const Figure& figure = *printed.figure;
  const auto part = PartOf(figure);
  if (!part || part->value.is_zero()) return;
  const auto total = TotalOf(figure, Nothing::kDashIsZero);
  if (!total) {
    // A part of nothing: the total is lost.
    context.Report(
        "subsidy.part", part->place, printed.subject(), std::string(part->printed), "", "",
        {printed.subject() + "에 국비 등 내역 " +
             With(context.Ko(*part, part->value), Particle::kTopic) +
             " 있으나 전체 금액이 없습니다.",
         "The subsidy part " + context.En(*part, part->value) + " stands without its total."});
    return;
  }
  if (printed.settlement || printed.change) return;
  const auto size = Abs(part->value);
  const auto whole = Abs(total->value);
  if (!size || !whole) return;
  if (*size <= *whole) return;
  context.Report("subsidy.part", part->place, printed.subject(), std::string(part->printed), "", "",
                 {printed.subject() + "의 국비 등 내역 " +
                      With(context.Ko(*part, part->value), Particle::kSubject) + " 전체 금액 " +
                      context.Ko(*total, total->value) + "보다 큽니다.",
                  "The subsidy part " + context.En(*part, part->value) +
                      " is larger than its total " + context.En(*total, total->value) + "."});
}

// A table whose amounts have no unit anywhere.
void CheckTableUnit(Context& context, const Table* table, std::string_view section,
                    const std::vector<const Figure*>& figures, Unit likely = Unit::kNone) {
  if (table == nullptr || table->unit != Unit::kNone) return;
  const Figure* bare = nullptr;
  for (const Figure* figure : figures) {
    if (figure->state != FigureState::kValue) continue;
    if (figure->unit != Unit::kNone) return;
    if (bare == nullptr) bare = figure;
  }
  if (bare == nullptr) return;
  const Place place = !table->columns.empty() && table->columns.front().heading.place.known()
                          ? table->columns.front().heading.place
                          : table->place;
  const std::string unit(Name(likely, Language::kKorean));
  const bool known = likely != Unit::kNone;
  context.Report(
      "notation.table_unit", place, std::string(section), "",
      "(단위 : " + (known ? unit : std::string("…")) + ")", "",
      {std::string(section) + " 표에 금액의 단위가 적혀 있지 않습니다." +
           (known ? " " + With(unit, Particle::kBy) + " 읽으면 다른 표의 금액과 맞습니다." : ""),
       "The amounts of this table have no unit (" + std::string(section) + ")" +
           (known ? "; read in " + std::string(Name(likely, Language::kEnglish)) +
                        " they agree with the other tables."
                  : ".")});
}

// Digits alone, and whether one more or one less makes them others.
std::string DigitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}
bool DiffersByOneDigit(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (longer.size() != shorter.size() + 1) return false;
  const auto apart = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(apart.first, shorter.end(), apart.second + 1);
}

// The misprinted figure as the other amount of its line has it, where one digit too many or too few is between them: won
// beside 천원. Empty where the line has no other, or that says something else.
std::string LikelyByOther(const BasisNode& node, std::string_view figure, std::string_view behind) {
  const bool in_won = behind.substr(0, std::string_view("원").size()) == "원";
  const auto& other = in_won ? node.unit_amount : node.won_amount;
  const auto won = other ? other->won() : std::nullopt;
  if (!won) return {};
  AmountFormat format;
  format.unit = in_won ? Unit::kWon : Unit::kThousandWon;
  auto text = FormatMoney(*won, format);
  if (!text || !DiffersByOneDigit(DigitsOf(*text), DigitsOf(figure))) return {};
  return std::move(text).value();
}

void ReportBasisGrouping(Context& context, BasisNodeId id, std::size_t at, std::size_t length,
                         const Decimal& likely) {
  const BasisNode& node = context.basis.tree.node(id);
  const auto index = static_cast<std::size_t>(id);
  const Text line = index < context.basis.lines.size() ? context.basis.lines[index].text : Text{};
  const std::string figure = node.text.substr(at, length);
  std::string expected =
      LikelyByOther(node, figure, std::string_view(node.text).substr(at + length));
  if (expected.empty()) {
    const auto text = FormatNumber(likely);
    if (text) expected = *text;
  }
  const std::size_t in_line = line.text.find(figure);
  const Place place = in_line != std::string_view::npos
                          ? context.sheet.PlaceOf(line, in_line, figure.size())
                          : node.place;
  context.Report("notation.grouping", place.known() ? place : node.place,
                 Subject({"산출근거", node.label}), figure, expected, "",
                 MisplacedSeparators(figure, expected, "쉼표"));
}

// The figure of a line of the basis whose commas stand wrongly.
void CheckBasisGrouping(Context& context, BasisNodeId id) {
  const BasisNode& node = context.basis.tree.node(id);
  if (const auto broken = FindBrokenFigure(node.text)) {
    ReportBasisGrouping(context, id, broken->span.offset, broken->span.length, broken->likely);
    return;
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string_view text = node.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || text[end] == ',' || text[end] == '.'))
      ++end;
    while (!is_digit(text[end - 1])) --end;
    const std::string figure(text.substr(at, end - at));
    const auto amount = ParseAmount(figure);
    at = end;
    if (!amount || amount->fault == AmountFault::kNone) continue;
    ReportBasisGrouping(context, id, at - figure.size(), figure.size(),
                        LikelyOf(*amount, Unit::kWon));
    return;
  }
  const std::string excerpt = Excerpt(node.text);
  context.Report(
      "notation.grouping", node.place, Subject({"산출근거", node.label}), excerpt, "", "",
      {"산출근거의 " + Quoted(excerpt, Language::kKorean) +
           "에 자릿점(쉼표)의 위치가 잘못된 금액이 있습니다.",
       "An amount in " + Quoted(excerpt, Language::kEnglish) + " has separators at wrong places."});
}

void CheckBasisNotation(Context& context) {
  const CostBasis& tree = context.basis.tree;
  for (BasisNodeId id = 0; static_cast<std::size_t>(id) < tree.size(); ++id) {
    const BasisNode& node = tree.node(id);
    if (node.refusal == Code::kOk) continue;
    if (node.refusal == Code::kWrongGrouping) {
      CheckBasisGrouping(context, id);
      continue;
    }
    const std::string text = Excerpt(node.text);
    context.Report(
        "basis.unreadable", node.place, Subject({"산출근거", node.label}), text, "", "",
        {"산출근거의 " + Quoted(text, Language::kKorean) + (EndsInConsonant(text) ? "은" : "는") +
             " 산식으로 읽을 수 없어 검산하지 못했습니다.",
         Quoted(text, Language::kEnglish) + " could not be read as a formula and was not proved."});
  }
}

// A program that ended before the year whose money the sheet explains, or begins after it.
void CheckProgramEnded(Context& context, const Period& period, const Text& text) {
  const auto year = FiscalYear::Make(context.fiscal_year);
  const PeriodTerm& term = period.in_force();
  if (context.fiscal_year == 0 || !year || !term.last || IsBackwards(term)) return;
  const bool begins_later = term.first && *term.first > year->last_day();
  if (*term.last >= year->first_day() && !begins_later) return;
  const std::string printed = Excerpt(text.text);
  const std::string year_text = std::to_string(context.fiscal_year);
  context.Report(
      "dates.program_ended", text.place, Subject({"기본 현황", "사업기간"}), printed,
      (begins_later ? "" : "~") + year_text + (begins_later ? "~" : ""), "",
      {"사업기간 " + With(Quoted(printed, Language::kKorean), Particle::kTopic) + " " + year_text +
           (begins_later
                ? " 회계연도가 끝난 뒤에 시작합니다. 기간이 맞는지 확인이 필요합니다."
                : " 회계연도가 시작되기 전에 끝납니다. 기간이 연장되었는지 확인이 필요합니다."),
       "The period of the program, " + Quoted(printed, Language::kEnglish) +
           (begins_later
                ? ", begins after fiscal year " + year_text + " ends; is it right?"
                : ", ended before fiscal year " + year_text + " begins; was it extended?")});
}

void CheckPeriods(Context& context) {
  if (context.basics.period) {
    CheckProgramEnded(context, *context.basics.period, context.basics.period_text);
    const Text& text = context.basics.period_text;
    CheckLength(context, *context.basics.period, text, {"기본 현황", "사업기간"});
    CheckBackwards(context, *context.basics.period, text.place, text.text,
                   Subject({"기본 현황", "사업기간"}));
  }
  PeriodContext periods;
  if (auto year = FiscalYear::Make(context.fiscal_year); year && context.fiscal_year != 0) {
    periods.fiscal_year = *year;
  }
  if (const Text& text = context.basics.period_text; !context.basics.period && !text.empty()) {
    if (ParsePeriod(text.text, periods).code() == Code::kOutOfRange) {
      ReportNoSuchDay(context, text.place, Subject({"기본 현황", "사업기간"}), text.text);
    }
  }
  const Misplaced misplaced(context, context.schedule.table);
  for (const ScheduleStep& step : context.schedule.steps) {
    if (step.period) {
      CheckLength(context, *step.period, step.period_text, {"추진일정", step.name.text, "기간"});
    }
    if (step.total || step.period || step.period_text.empty()) continue;
    if (misplaced(step.row)) continue;
    const auto period = ParsePeriod(step.period_text.text, periods);
    if (period || period.code() == Code::kInvalidUtf8) continue;
    const std::string text = Excerpt(step.period_text.text);
    if (period.code() == Code::kOutOfRange) {
      ReportNoSuchDay(context, step.period_text.place,
                      Subject({"추진일정", step.name.text, "기간"}), step.period_text.text);
    } else {
      context.Report("dates.unreadable", step.period_text.place,
                     Subject({"추진일정", step.name.text, "기간"}), text, "", "",
                     {Quoted(text, Language::kKorean) + (EndsInConsonant(text) ? "은" : "는") +
                          " 기간으로 읽을 수 없어 확인하지 못했습니다.",
                      Quoted(text, Language::kEnglish) +
                          " could not be read as a period and was not checked."});
    }
  }
}

}  // namespace

void CheckLength(Context& context, const Period& period, const Text& text,
                 std::initializer_list<std::string_view> subject) {
  const PeriodTerm& term = period.in_force();
  if (!term.stated_length || term.stated_length->holds != std::optional<bool>(false)) return;
  const StatedLength& length = *term.stated_length;
  const bool years = length.unit == LengthUnit::kYears;
  const bool months = length.unit == LengthUnit::kMonths;
  const std::string_view unit = years ? "년" : months ? "개월" : "일";
  const std::string_view unit_en = years ? " year(s)" : months ? " month(s)" : " day(s)";
  const std::string stated = std::to_string(length.count).append(unit);
  const std::string counted =
      length.counted ? std::to_string(*length.counted).append(unit) : std::string();
  const std::string printed = Excerpt(text.text);
  context.Report(
      "dates.stated_length", text.place, Subject(subject), std::string(text.text), counted, "",
      {"기간 " + Quoted(printed, Language::kKorean) + "에 적힌 " + With(stated, Particle::kTopic) +
           " 시작과 끝으로 세어 본 " + With(counted, Particle::kAnd) + " 다릅니다.",
       "The period " + Quoted(printed, Language::kEnglish) + " is said to be " +
           std::to_string(length.count).append(unit_en) + ", but its ends give " +
           (length.counted ? std::to_string(*length.counted) : std::string("another"))
               .append(unit_en) +
           "."});
}

void CheckBackwards(Context& context, const Period& period, const Place& place,
                    std::string_view text, std::string subject) {
  const PeriodTerm& term = period.in_force();
  if (!IsBackwards(term)) return;
  const std::string printed = Excerpt(text);
  context.Report(
      "dates.ends_before_start", place, std::move(subject), printed, "", "",
      {"기간 " + With(Quoted(printed, Language::kKorean), Particle::kTopic) +
           " 끝나는 때가 시작하는 때보다 앞섭니다.",
       "The period " + Quoted(printed, Language::kEnglish) + " ends (" + term.last->ToString() +
           ") before it begins (" + term.first->ToString() + ")."});
}

void ReportNoSuchDay(Context& context, const Place& place, std::string subject,
                     std::string_view text) {
  const std::string printed = Excerpt(text);
  context.Report("dates.calendar", place, std::move(subject), printed, "", "",
                 {With(printed, Particle::kTopic) + " 달력에 없는 날짜를 담고 있습니다.",
                  printed + " names a day or month that does not exist."});
}

void CheckNotationOf(Context& context) {
  Ungrouped ungrouped;
  std::string_view section;
  ForEachFigure(context, [&](const Printed& printed) {
    if (printed.section != section) {
      ungrouped.Report(context);
      ungrouped = Ungrouped();
      section = printed.section;
    }
    if (!printed.rate) ungrouped.Take(*printed.figure, printed.section, printed.label);
    if (printed.figure->state == FigureState::kUnreadable) {
      CheckUnreadable(context, printed);
      return;
    }
    CheckWords(context, printed);
    CheckGrouping(context, printed, printed.figure->amount.total);
    CheckGrouping(context, printed, printed.figure->amount.part);
    CheckPart(context, printed);
  });
  ungrouped.Report(context);
  std::vector<const Figure*> figures;
  for (const OverviewRow& row : context.overview.rows) {
    for (const Figure* figure : {&row.prior, &row.current, &row.change}) figures.push_back(figure);
  }
  CheckTableUnit(context, context.overview.table, "예산 총괄", figures,
                 context.likely_overview_unit);
  figures.clear();
  for (const ScheduleStep& step : context.schedule.steps) figures.push_back(&step.amount);
  CheckTableUnit(context, context.schedule.table, "추진일정", figures,
                 context.likely_schedule_unit);
  figures.clear();
  for (const SettlementYear& year : context.settlement.years) {
    for (const Figure* figure :
         {&year.adopted, &year.current_budget, &year.disbursed, &year.lapsed}) {
      figures.push_back(figure);
    }
  }
  CheckTableUnit(context, context.settlement.table, "결산", figures);
  figures.assign(1, &context.funding.total);
  for (const FundingEntry& entry : context.funding.entries) {
    if (!IsTotalItself(context.funding, entry)) figures.push_back(&entry.amount);
  }
  CheckTableUnit(context, context.sheet.FindTable(SectionKind::kFunding), "재원", figures);
  CheckBasisNotation(context);
  CheckPeriods(context);
}

}  // namespace yesan::internal
