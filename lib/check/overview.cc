// 예산 총괄: B − A, its rate, and the totals of the columns.
#include <algorithm>
#include <string>

#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/lost_cells.h"
#include "lib/check/tables.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/view_parts.h"
#include "yesan/money/ratio.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "예산 총괄";

// What the rate of a table divides by what. Most print (B−A)*100/A; some B*100/A, where 122.6 is a growth of 22.6 %.
enum class RateBase { kChange, kShare };

struct RateInput {
  Decimal prior;
  Decimal current;
  Decimal rate;
  std::int64_t last_place = 1;  // of the amounts, in won
  bool money = false;
};

std::optional<RateInput> RateInputOf(const Figure& prior, const Figure& current,
                                     const Figure& rate) {
  const auto a = TotalOf(prior, Nothing::kDashIsZero);
  const auto b = TotalOf(current, Nothing::kDashIsZero);
  const auto r = RateOf(rate);
  if (!a || !b || !r || !Comparable(*a, *b)) return std::nullopt;
  return RateInput{ToDecimal(a->value), ToDecimal(b->value), *r,
                   std::max(a->last_place(), b->last_place()), IsMoney(a->unit)};
}

RoundingSet Explain(const RateInput& input, RateBase base) {
  if (base == RateBase::kShare) {
    return ConsistentPercentRoundings(input.current, input.prior, input.rate);
  }
  return ConsistentChangeRoundings(input.prior, input.current, input.rate);
}

// In 백만원 and above the amounts themselves are rounded, and rates are computed before that: 39/764 is 5.10, and 5.15
// is printed for what they stand for. Whether some amounts that print as these two give the rate.
bool ExplainedByUnits(const RateInput& input, RateBase base) {
  if (!input.money || input.last_place < 1'000'000) return false;
  const auto half =
      Divide(Decimal::FromInt(input.last_place), Decimal::FromInt(2), 1, Rounding::kUnnecessary);
  auto step = Decimal::Make(1, input.rate.scale());
  if (!half || !step) return false;
  const auto share = [&](const Result<Decimal>& b, const Result<Decimal>& a) -> Result<Decimal> {
    if (!b || !a) return Error(Code::kOverflow);
    return Percent(*b, *a, 12, Rounding::kHalfEven);
  };
  auto low = share(Subtract(input.current, *half), Add(input.prior, *half));
  auto high = share(Add(input.current, *half), Subtract(input.prior, *half));
  if (!low || !high || input.prior.sign() <= 0) return false;
  auto printed = base == RateBase::kShare ? Result<Decimal>(input.rate)
                                          : Add(input.rate, Decimal::FromInt(100));
  if (!printed) return false;
  auto least = Subtract(*printed, *step);
  auto most = Add(*printed, *step);
  return least && most && *least < *high && *low < *most;
}

RateBase BaseOf(const OverviewView& view) {
  int change = 0;
  int share = 0;
  for (const OverviewRow& row : view.rows) {
    const auto input = RateInputOf(row.prior, row.current, row.rate);
    if (!input || input->prior.is_zero()) continue;
    if (!Explain(*input, RateBase::kChange).empty()) ++change;
    if (!Explain(*input, RateBase::kShare).empty()) ++share;
  }
  return share > change && share > 1 ? RateBase::kShare : RateBase::kChange;
}

// What the two amounts of a row are called: two years, or a budget before and after it is supplemented.
struct Sides {
  std::string prior;
  std::string current;
};
Sides SidesOf(const Table* table) {
  return ComparesRevision(table) ? Sides{"기정", "경정"} : Sides{"전년도", "올해"};
}

// Reports a change that is not B − A, and gives what it should be.
std::optional<Money> CheckChange(Context& context, const OverviewRow& row, bool subsidy) {
  const auto get = [&](const Figure& figure) {
    return subsidy ? PartOf(figure) : TotalOf(figure, Nothing::kDashIsZero);
  };
  auto a = get(row.prior);
  auto b = get(row.current);
  const auto change = get(row.change);
  // A new program often leaves A blank; that it counts as nothing is shown by the change, never assumed.
  const auto stands_for_nothing = [&](const Figure& figure, const std::optional<Quantity>& other,
                                      bool negative) {
    if (subsidy || figure.state != FigureState::kBlank || !other || !change) return false;
    auto opposite = Negate(other->value);
    return change->value == (negative && opposite ? *opposite : other->value);
  };
  if (!a && stands_for_nothing(row.prior, b, false))
    a = TotalOf(row.prior, Nothing::kDashOrBlankIsZero);
  if (!b && stands_for_nothing(row.current, a, true))
    b = TotalOf(row.current, Nothing::kDashOrBlankIsZero);
  if (!a || !b || !change) return std::nullopt;
  const SumFit fit = Compare(*change, {*b}, {*a});
  if (fit.fit == Fit::kUnknown) return std::nullopt;
  CoverSum(context, "overview.change", fit, {*change, *b, *a},
           subsidy ? FigureSide::kPart : FigureSide::kTotal, 1);
  context.Evaluated("overview.change");
  if (fit.fit == Fit::kExact) return std::nullopt;
  const Table* table = context.overview.table;
  const std::string column = HeadingOf(table, ColumnRole::kChange, "증감");
  const std::string label = Excerpt(row.label.text);
  const std::string subject = Subject({label, column});
  if (fit.fit == Fit::kRounded) {
    ReportRounded(context, *change, fit, kSection, subject);
    return std::nullopt;
  }
  auto mirrored = Negate(fit.sum);
  const bool sign_lost = mirrored && *mirrored == change->value;
  const Sides sides = SidesOf(table);
  const std::string what = label + "의 증감액" + (subsidy ? "(국비 등 내역)" : "");
  context.Report(
      "overview.change", change->place, Subject({kSection, label, column}),
      std::string(change->printed), context.At(*change, fit.sum),
      context.At(*change, fit.difference),
      {With(what, Particle::kTopic) + " " + context.Ko(*change, change->value) + "인데, " +
           sides.current + " " + context.Ko(*change, b->value) + "에서 " + sides.prior + " " +
           With(context.Ko(*change, a->value), Particle::kObject) + " 빼면 " +
           context.Ko(*change, fit.sum) + "입니다. " +
           (sign_lost ? "부호(증·감)가 바뀐 것으로 보입니다."
                      : "차이는 " + context.Ko(*change, fit.difference) + "입니다."),
       "The change of " + Quoted(label, Language::kEnglish) + (subsidy ? " (subsidy part)" : "") +
           " is printed as " + context.En(*change, change->value) +
           ", but B − A = " + context.En(*change, b->value) + " − " +
           context.En(*change, a->value) + " = " + context.En(*change, fit.sum) +
           (sign_lost ? "; the sign seems to be lost."
                      : "; the difference is " + context.En(*change, fit.difference) + ".")});
  return fit.sum;
}

void CoverRate(Context& context, const OverviewRow& row, RoundingSet modes) {
  for (const Figure* figure : {&row.prior, &row.current}) {
    if (const auto amount = TotalOf(*figure)) CoverRoughly(context, "overview.rate", *amount);
  }
  // A rate that was rounded has neighbours that another rounding explains; an exact one has none.
  if (modes == RoundingSet::All()) {
    context.Cover("overview.rate", row.rate.printed.place);
  } else {
    CoverRoughly(context, "overview.rate", row.rate.printed.place);
  }
}

void KeepRate(Context& context, const OverviewRow& row, const RateInput& input, RateBase base,
              bool holds) {
  const auto prior = TotalOf(row.prior);
  const auto current = TotalOf(row.current);
  if (!prior || !current) return;
  context.identities.KeepRate({"overview.rate", row.rate.printed.place, *prior, *current,
                               input.rate, base == RateBase::kChange, holds});
}

// A row of the same two amounts as one before it, and another rate at as many digits: whatever the rounding is, one of
// the two is wrong.
const OverviewRow* RowOfOtherRate(const OverviewView& view, const OverviewRow& row,
                                  const RateInput& input, RateBase base) {
  for (const OverviewRow& before : view.rows) {
    if (&before == &row) break;
    const auto other = RateInputOf(before.prior, before.current, before.rate);
    if (!other || other->prior != input.prior || other->current != input.current) continue;
    if (other->rate.scale() != input.rate.scale() || other->rate == input.rate) continue;
    if (!Explain(*other, base).empty()) return &before;
  }
  return nullptr;
}

void ReportTwoRates(Context& context, const OverviewRow& before, const OverviewRow& row,
                    const RateInput& input, RateBase base) {
  const std::int32_t digits = input.rate.scale();
  const auto expected = base == RateBase::kShare
                            ? Percent(input.current, input.prior, digits, Rounding::kHalfUp)
                            : ChangePercent(input.prior, input.current, digits, Rounding::kHalfUp);
  if (!expected) return;
  const bool is_later = input.rate != *expected;
  const OverviewRow& odd = is_later ? row : before;
  const OverviewRow& right = is_later ? before : row;
  const auto printed = RateOf(odd.rate);
  const auto difference = printed ? Subtract(*printed, *expected) : Result<Decimal>(Decimal());
  if (!printed || !difference) return;
  // It tells nothing of how the document rounds.
  context.rounded.erase(std::remove_if(context.rounded.begin(), context.rounded.end(),
                                       [&](const RoundedFigure& figure) {
                                         return figure.place == odd.rate.printed.place;
                                       }),
                        context.rounded.end());
  const std::string label = Excerpt(odd.label.text);
  const std::string other = Excerpt(right.label.text);
  const std::string said = SayRate(*printed, digits, context.minus);
  const std::string said_right = SayRate(*expected, digits, context.minus);
  context.Report(
      "overview.rate", odd.rate.printed.place,
      Subject({kSection, label, HeadingOf(context.overview.table, ColumnRole::kRate, "증감률")}),
      std::string(odd.rate.printed.text), PrintRateAt(odd.rate, *expected, digits, context.minus),
      PrintRateAt(odd.rate, *difference, digits, context.minus),
      {Quoted(label, Language::kKorean) + "의 두 해 금액은 " +
           With(Quoted(other, Language::kKorean), Particle::kAnd) + " 같은데, 증감률은 " + said +
           ", " + With(said_right, Particle::kBy) + " 다르게 적혀 있습니다.",
       "The amounts of " + Quoted(label, Language::kEnglish) + " are those of " +
           Quoted(other, Language::kEnglish) + ", but the rates are printed as " + said + " and " +
           said_right + "."});
}

void CheckRate(Context& context, const OverviewRow& row, RateBase base) {
  const auto input = RateInputOf(row.prior, row.current, row.rate);
  if (!input) return;
  const RoundingSet modes = input->prior.is_zero() ? RoundingSet() : Explain(*input, base);
  if (!input->prior.is_zero()) CoverRate(context, row, modes);
  if (!input->prior.is_zero())
    KeepRate(context, row, *input, base, !modes.empty() || ExplainedByUnits(*input, base));
  if (modes == RoundingSet::All()) return;
  const std::string label = Excerpt(row.label.text);
  const std::string column = HeadingOf(context.overview.table, ColumnRole::kRate, "증감률");
  const std::string subject = Subject({kSection, label, column});
  const std::string printed(row.rate.printed.text);
  const std::string said = SayRate(input->rate, input->rate.scale(), context.minus);
  if (input->prior.is_zero()) {
    // Both zero and 0.0 is how many books print nothing.
    if (input->current.is_zero() && input->rate.is_zero()) return;
    context.Report(
        "overview.rate_base", row.rate.printed.place, subject, printed, "", "",
        {With(label, Particle::kTopic) + " " + SidesOf(context.overview.table).prior +
             " 금액이 0이어서 증감률을 구할 수 없는데 " + With(said, Particle::kSubject) +
             " 적혀 있습니다. '순증' 또는 '신규'로 적는 것이 보통입니다.",
         "There is no rate of change on a zero base, but " + Quoted(label, Language::kEnglish) +
             " prints " + said + "; 순증 or 신규 is usual."});
    return;
  }
  const bool coarse = input->money && input->last_place >= 1'000'000;
  if (!modes.empty()) {
    if (!coarse) context.Rounded(row.rate, subject, modes);
    const OverviewRow* other =
        coarse ? nullptr : RowOfOtherRate(context.overview, row, *input, base);
    if (other != nullptr) ReportTwoRates(context, *other, row, *input, base);
    return;
  }
  const std::int32_t digits = input->rate.scale();
  auto exact = base == RateBase::kShare
                   ? Percent(input->current, input->prior, digits + 4, Rounding::kDown)
                   : ChangePercent(input->prior, input->current, digits + 4, Rounding::kDown);
  auto expected = base == RateBase::kShare
                      ? Percent(input->current, input->prior, digits, Rounding::kHalfUp)
                      : ChangePercent(input->prior, input->current, digits, Rounding::kHalfUp);
  if (!exact || !expected) return;
  // Cut behind four more digits; what is shorter is exact.
  const Decimal shown = Reduce(*exact);
  const RateInput as_shown{input->prior, input->current, shown, input->last_place, input->money};
  const bool is_exact = Explain(as_shown, base) == RoundingSet::All();
  const std::string exact_text = SayRate(shown, std::max(digits, shown.scale()), context.minus);
  const std::string expected_said = SayRate(*expected, digits, context.minus);
  const std::string expected_text = PrintRateAt(row.rate, *expected, digits, context.minus);
  if (ExplainedByUnits(*input, base)) {
    context.Report(
        "rounding.rate", row.rate.printed.place, subject, printed, expected_text, "",
        {label + "의 증감률 " + With(said, Particle::kTopic) + " 표시된 금액으로 계산한 " +
             With(expected_said, Particle::kAnd) +
             " 다르지만, 단위 미만을 버리기 전의 금액으로 계산한 것일 수 있습니다.",
         "The rate " + said + " of " + Quoted(label, Language::kEnglish) + " differs from " +
             expected_text +
             ", computed from the printed amounts, by no more than their unit explains."});
    return;
  }
  auto difference = Subtract(input->rate, *expected);
  const bool sign_lost = Negate(*expected) == input->rate;
  context.Report(
      "overview.rate", row.rate.printed.place, subject, printed, expected_text,
      difference ? PrintRateAt(row.rate, *difference, digits, context.minus) : std::string(),
      {label + "의 증감률은 " + said + "인데, " +
           With(SidesOf(context.overview.table).prior, Particle::kAnd) + " " +
           SidesOf(context.overview.table).current + " 금액으로 계산하면 " + exact_text +
           (is_exact ? "입니다." : " 정도입니다.") +
           (sign_lost ? " 감소를 나타내는 부호(" + std::string(SignText(context.minus)) +
                            ")가 빠지거나 잘못 붙은 것으로 보입니다."
                      : ""),
       "The rate of " + Quoted(label, Language::kEnglish) + " is printed as " + said +
           ", but its amounts give " + (is_exact ? "" : "about ") + exact_text +
           (sign_lost ? "; the sign seems to be lost." : ".")});
}

// `증감(A-B)` over figures that are B − A.
void CheckHeadings(Context& context) {
  const Table& table = *context.overview.table;
  const std::int32_t prior = Sheet::ColumnOf(table, ColumnRole::kPrior),
                     current = Sheet::ColumnOf(table, ColumnRole::kCurrent);
  if (prior < 0 || current < 0) return;
  const auto heading = [&](std::int32_t i) {
    return table.columns[static_cast<std::size_t>(i)].heading.text;
  };
  const char a = LettersOf(heading(prior)).own, b = LettersOf(heading(current)).own;
  if (a == 0 || b == 0 || a == b) return;
  for (const ColumnRole role : {ColumnRole::kChange, ColumnRole::kRate}) {
    const std::int32_t column = Sheet::ColumnOf(table, role);
    if (column < 0) continue;
    const Text& text = table.columns[static_cast<std::size_t>(column)].heading;
    const ColumnLetters letters = LettersOf(text.text);
    if (letters.minuend != a || letters.subtrahend != b) continue;
    const std::string printed = Excerpt(text.text);
    const std::string expected = std::string(1, b) + "-" + a;
    context.Report(
        "overview.heading", text.place, Subject({kSection, text.text}), printed, expected, "",
        {"제목 " + With(Quoted(printed, Language::kKorean), Particle::kTopic) +
             " 전년도에서 올해를 빼는 식입니다. 증감은 " + expected + "입니다.",
         "The heading " + Quoted(printed, Language::kEnglish) +
             " takes this year's budget from last year's; the change is " + expected + "."});
  }
}

}  // namespace

void CheckOverviewOf(Context& context) {
  const OverviewView& view = context.overview;
  if (view.table == nullptr) return;
  CheckHeadings(context);
  const RateBase base = BaseOf(view);
  std::vector<std::optional<Money>> changes;
  changes.reserve(view.rows.size());
  const LostCells lost(*view.table);
  const bool by_cells = context.sheet.format != SheetFormat::kLayout;
  bool whole = true;
  for (const OverviewRow& row : view.rows) {
    if (by_cells && row.row != nullptr && lost.In(*row.row)) {
      whole = false;
      changes.emplace_back();
      continue;
    }
    changes.push_back(CheckChange(context, row, false));
    (void)CheckChange(context, row, true);
    CheckRate(context, row, base);
  }
  if (!whole) return;  // a row with figures under wrong headings: no column can be added up
  struct Member {
    ColumnRole role;
    const Figure OverviewRow::*figure;
    std::string_view name;
  };
  static constexpr Member kMembers[] = {
      {ColumnRole::kPrior, &OverviewRow::prior, "전년도 예산액"},
      {ColumnRole::kCurrent, &OverviewRow::current, "올해 예산액"},
      {ColumnRole::kChange, &OverviewRow::change, "증감"}};
  for (const Member& member : kMembers) {
    std::vector<TableRow> rows;
    rows.reserve(view.rows.size());
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
      const OverviewRow& row = view.rows[i];
      rows.push_back({row.label, row.total, &(row.*member.figure), {}});
      // A change that its own row refutes is reported there; the total may still be right.
      if (member.role == ColumnRole::kChange) rows.back().believed = changes[i];
    }
    CheckColumnTotals(
        context, rows,
        {"overview.sum", std::string(kSection), HeadingOf(view.table, member.role, member.name)});
  }
}

}  // namespace yesan::internal
