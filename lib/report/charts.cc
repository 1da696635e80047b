#include "lib/report/charts.h"

#include <algorithm>

#include "lib/report/svg.h"
#include "yesan/money/format.h"

namespace yesan::internal {
namespace {

constexpr Tenths kWidth = 8800;
constexpr Tenths kNarrowWidth = 4400;
constexpr std::int64_t kFont = 13;
constexpr std::int64_t kSmall = 11;
// A chart of more rows is a table: the first ones are drawn and the rest is named.
constexpr std::size_t kRowsMax = 24;

Tenths WidthOf(Room room) { return room == Room::kWide ? kWidth : kNarrowWidth; }

std::string WithUnit(Money value, Unit unit, Scale scale, Language language) {
  std::string text = PrintValue(value, unit, scale);
  if (scale == Scale::kMoney) {
    if (language == Language::kEnglish) text += ' ';
    text += Name(unit, language);
  }
  return text;
}

Money Largest(const std::vector<std::optional<Money>>& values) {
  Money largest;
  for (const std::optional<Money>& value : values) {
    if (value) largest = std::max(largest, *value);
  }
  return largest;
}

}  // namespace

std::string OverviewChart(const Facts& facts, Language language, Room room) {
  const bool narrow = room == Room::kNarrow;
  const Tenths width = WidthOf(room);
  const Speaker say(language);
  const Scale scale = facts.overview_scale;
  if (scale == Scale::kMixed) return {};
  const Unit unit = UnitOf(facts.overview.table);
  struct Bars {
    std::string label;
    std::optional<Money> prior, current;
  };
  std::vector<Bars> rows;
  std::vector<std::optional<Money>> all;
  const OverviewRow* total = facts.TotalRow();
  std::size_t parts = 0;
  for (const OverviewRow& row : facts.overview.rows) {
    if (!row.total && (ValueOf(row.prior, scale) || ValueOf(row.current, scale))) ++parts;
  }
  for (const OverviewRow& row : facts.overview.rows) {
    // One object item that is the whole program says nothing that the total does not.
    if (parts == 1 && total != nullptr && total->total && !row.total &&
        ValueOf(row.current, scale) == ValueOf(total->current, scale) &&
        ValueOf(row.prior, scale) == ValueOf(total->prior, scale)) {
      continue;
    }
    Bars bars{std::string(row.label.text), ValueOf(row.prior, scale), ValueOf(row.current, scale)};
    if (!bars.prior && !bars.current) continue;
    all.push_back(bars.prior);
    all.push_back(bars.current);
    rows.push_back(std::move(bars));
  }
  const Money largest = Largest(all);
  if (rows.empty() || largest.sign() <= 0) return {};
  const std::size_t shown = std::min(rows.size(), kRowsMax);

  const auto year = [&](std::int32_t number, std::string_view otherwise) {
    return number > 0 ? std::to_string(number) : std::string(otherwise);
  };
  const std::string prior_year = year(facts.overview.prior_year, say("전년", "last year"));
  const std::string current_year = year(facts.overview.current_year, say("금년", "this year"));
  std::string description;
  for (const Bars& bars : rows) {
    description +=
        bars.label + ": " + prior_year + " " +
        (bars.prior ? WithUnit(*bars.prior, unit, scale, language) : std::string("–")) + ", " +
        current_year + " " +
        (bars.current ? WithUnit(*bars.current, unit, scale, language) : std::string("–")) + ". ";
  }
  // The change stands behind the name, or below it where there is no room.
  const Tenths below = narrow ? 200 : 0;
  const Tenths kRow = 920 + below;
  const Tenths kLeft = narrow ? 480 : 620;
  const Tenths kBars = width - kLeft - TextWidth(PrintValue(largest, unit, scale), kFont) - 160;
  Svg svg("chart-overview", room, width, static_cast<Tenths>(shown) * kRow + 60,
          say("전년도와 올해 예산", "Last year's budget against this year's"), description);
  for (std::size_t i = 0; i < shown; ++i) {
    const Bars& bars = rows[i];
    const Tenths y = static_cast<Tenths>(i) * kRow;
    std::string heading = FitText(bars.label, narrow ? width : width - 2600, kFont);
    svg.Text("lb", 0, y + 170, "start", heading);
    if (const std::optional<Money> change = ChangeOf(bars.prior, bars.current)) {
      std::string text = std::string(say("증감 ", "change ")) + PrintValue(*change, unit, scale);
      const std::string rate = PrintChangeRate(bars.prior, bars.current);
      if (!rate.empty()) text += " (" + rate + "%)";
      svg.Text("lb num", narrow ? 0 : width, y + 170 + below, narrow ? "start" : "end", text);
    }
    const auto bar = [&](Tenths top, const std::string& name, std::optional<Money> value,
                         std::string_view css_class) {
      svg.Text("ax", 0, top + 180, "start", name);
      if (!value) {
        svg.Text("ax", kLeft, top + 180, "start", "–");
        return;
      }
      const Tenths length = Along(*value, largest, kBars);
      svg.Rect(css_class, kLeft, top, std::max<Tenths>(length, 10), 250,
               name + " " + WithUnit(*value, unit, scale, language));
      svg.Text("num", kLeft + length + 80, top + 180, "start", PrintValue(*value, unit, scale));
    };
    bar(y + 280 + below, prior_year, bars.prior, "f-muted");
    bar(y + 570 + below, current_year, bars.current, "f-accent");
  }
  return std::move(svg).Finish();
}

std::string BasisChart(const Facts& facts, Language language, Room room) {
  const Tenths width = WidthOf(room);
  const Speaker say(language);
  const CostBasis& tree = facts.basis.tree;
  const std::optional<Money> total = tree.Total();
  if (!total || total->sign() <= 0) return {};
  const Unit unit = facts.BasisUnit();
  const std::vector<std::string> numbers = BasisNumbers(tree);

  struct Piece {
    BasisNodeId id;
    std::int32_t level;
    Tenths from, to;
    std::size_t shade;
  };
  std::vector<Piece> pieces;
  constexpr std::int32_t kLevels = 3;
  constexpr std::size_t kShades = 6;
  bool drawable = true;
  // The children of one piece, side by side on its span. Sums are cut, not pieces, so that no error adds up.
  const auto lay = [&](const std::vector<BasisNodeId>& ids, Money whole, Tenths from, Tenths to,
                       std::int32_t level, std::size_t parent_shade, bool top) {
    Money sum;
    std::vector<std::pair<BasisNodeId, Money>> amounts;
    for (const BasisNodeId id : ids) {
      const std::optional<Money> amount = tree.AmountOf(id);
      if (!amount || tree.node(id).remark) continue;
      if (amount->sign() < 0 || tree.node(id).role == FormulaRole::kPrior) return false;
      const Result<Money> next = Add(sum, *amount);
      if (!next) return false;
      sum = *next;
      amounts.emplace_back(id, *amount);
    }
    if (sum > whole) whole = sum;
    Money before;
    std::size_t place = 0;
    for (const auto& [id, amount] : amounts) {
      const Tenths x1 = from + Along(before, whole, to - from);
      before = Money(before.minor() + amount.minor());
      const Tenths x2 = from + Along(before, whole, to - from);
      pieces.push_back({id, level, x1, x2, top ? place++ % kShades : parent_shade});
    }
    return true;
  };
  drawable = lay(tree.roots(), *total, 0, width, 0, 0, true);
  if (!drawable || pieces.empty()) return {};
  std::int32_t levels = 1;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece piece = pieces[i];
    const BasisNode& node = tree.node(piece.id);
    if (piece.level + 1 >= kLevels || node.children.empty()) continue;
    const std::optional<Money> whole = tree.AmountOf(piece.id);
    const std::size_t before = pieces.size();
    // A part that is taken off (기정) cannot be drawn as a part of the whole; its parent can.
    if (whole &&
        !lay(node.children, *whole, piece.from, piece.to, piece.level + 1, piece.shade, false)) {
      pieces.resize(before);
    }
    if (pieces.size() > before) levels = std::max(levels, piece.level + 2);
  }

  std::string description;
  for (const Piece& piece : pieces) {
    const Money amount = *tree.AmountOf(piece.id);
    description += numbers[static_cast<std::size_t>(piece.id)] + " " + tree.node(piece.id).label +
                   " " + WithUnit(amount, unit, Scale::kMoney, language) + " (" +
                   PrintShare(amount, total, 1) + "%). ";
  }
  constexpr Tenths kRow = 640;
  constexpr Tenths kTop = 300;
  Svg svg("chart-basis", room, width, kTop + levels * (kRow + 30) + 10,
          say("산출근거의 구성", "Parts of the cost basis"), description);
  svg.Text("lb", 0, 180, "start",
           std::string(say("전체 ", "Total ")) + WithUnit(*total, unit, Scale::kMoney, language));
  Tenths last_above = TextWidth(WithUnit(*total, unit, Scale::kMoney, language), kFont) + 600;
  for (const Piece& piece : pieces) {
    const BasisNode& node = tree.node(piece.id);
    const std::string& number = numbers[static_cast<std::size_t>(piece.id)];
    const Money amount = *tree.AmountOf(piece.id);
    const std::string share = PrintShare(amount, total, 1) + "%";
    const Tenths y = kTop + piece.level * (kRow + 30);
    const Tenths gap = piece.to - piece.from > 60 ? 20 : 0;
    const Tenths across = std::max<Tenths>(piece.to - piece.from - gap, 10);
    std::string css = "s" + std::to_string(piece.shade) + (piece.level > 0 ? " sub" : "");
    svg.Rect("p " + css, piece.from, y, across, kRow,
             number + " " + node.label + " " + WithUnit(amount, unit, Scale::kMoney, language) +
                 " · " + share);
    const Tenths space = across - 160;
    const std::string name = number + " " + node.label;
    if (space >= TextWidth(number + " 가나…", kSmall)) {
      svg.Text("pt " + css, piece.from + 80, y + 270, "start", FitText(name, space, kSmall));
      if (space >= TextWidth(share, kSmall)) {
        const std::string full = PrintValue(amount, unit) + " · " + share;
        svg.Text("pt num " + css, piece.from + 80, y + 480, "start",
                 space >= TextWidth(full, kSmall) ? full : share);
      }
    } else if (across >= TextWidth(number, kSmall) + 40) {
      svg.Text("pt " + css, piece.from + across / 2, y + 370, "middle", number);
    } else if (piece.level == 0 && piece.from + across / 2 >= last_above + 160) {
      // Too narrow for its number, which stands above it then.
      last_above = piece.from + across / 2;
      svg.Text("ax", std::min(last_above, width - TextWidth(number, kSmall) / 2), kTop - 40,
               "middle", number);
    }
  }
  return std::move(svg).Finish();
}

std::string ScheduleChart(const Facts& facts, Language language, Room room) {
  const bool narrow = room == Room::kNarrow;
  const Tenths width = WidthOf(room);
  const Speaker say(language);
  const Scale scale = facts.schedule_scale;
  const Unit unit = UnitOf(facts.schedule.table);
  const std::int32_t year = facts.schedule.year != 0 ? facts.schedule.year : facts.year;
  if (year == 0) return {};
  const Result<FiscalYear> fiscal_year = FiscalYear::Make(year);
  if (!fiscal_year) return {};
  const Date first = fiscal_year->first_day();
  const std::int32_t days = fiscal_year->days();

  std::vector<const ScheduleStep*> steps;
  for (const ScheduleStep& step : facts.schedule.steps) {
    if (!step.total) steps.push_back(&step);
  }
  if (steps.empty()) return {};
  const std::size_t shown = std::min(steps.size(), kRowsMax);

  // The bar stands behind the name of its step, or below it where there is no room.
  const Tenths below = narrow ? 250 : 0;
  const Tenths kLeft = narrow ? 120 : 2750;
  const Tenths kMonths = narrow ? width - 240 : 5040;
  const Tenths kTop = narrow ? 560 : 320;
  const Tenths kRow = 420 + below;
  const Tenths bottom = kTop + static_cast<Tenths>(shown) * kRow;
  // A day counted from the first of the year, on the axis; ends beyond the year lie at its ends.
  const auto at = [&](std::int64_t day) {
    return kLeft +
           (std::clamp<std::int64_t>(day, 0, days) * kMonths * 2 + days) / (std::int64_t{2} * days);
  };
  const std::optional<Date> contract_end = facts.contract.last_day();
  const bool ends_inside = contract_end && fiscal_year->Contains(*contract_end);

  std::string description;
  for (const ScheduleStep* step : steps) {
    description += std::string(step->name.text) + ": " + std::string(step->period_text.text);
    if (const std::optional<Money> amount = ValueOf(step->amount, scale)) {
      description += ", " + WithUnit(*amount, unit, scale, language);
    }
    description += ". ";
  }
  if (contract_end) {
    description += std::string(say("위탁 계약의 끝: ", "End of the contract: ")) +
                   contract_end->ToString() + ". ";
  }
  Svg svg("chart-schedule", room, width, bottom + (ends_inside ? 270 : 40),
          std::to_string(year) + std::string(say("년 추진일정", " schedule")), description);

  // Months.
  Date month_first = first;
  for (std::int32_t month = 0; month < 12; ++month) {
    const Result<Date> next = AddMonths(month_first, 1);
    if (!next) break;
    const Tenths x1 = at(DaysBetween(first, month_first));
    const Tenths x2 = at(DaysBetween(first, *next));
    if (month % 2 == 1) svg.Rect("band", x1, kTop - 60, x2 - x1, bottom - kTop + 60);
    const std::string name =
        std::to_string(month_first.month()) + std::string(narrow ? "" : say("월", ""));
    svg.Text("ax", (x1 + x2) / 2, kTop - 130, "middle", name);
    month_first = *next;
  }
  const Tenths heading = narrow ? 170 : kTop - 130;
  svg.Text("ax", 0, heading, "start",
           narrow ? say("추진절차, 월", "step, month") : say("추진절차", "step"));
  svg.Text("ax", width, heading, "end",
           scale == Scale::kMoney ? Name(unit, language) : say("금액", "amount"));

  for (std::size_t i = 0; i < shown; ++i) {
    const ScheduleStep& step = *steps[i];
    const Tenths top = kTop + static_cast<Tenths>(i) * kRow;
    const Tenths y = top + below;
    svg.Line("grid", 0, top + kRow, width, top + kRow);
    const std::string amount = PrintFigure(step.amount, unit, scale);
    const Tenths name_width = narrow ? width - TextWidth(amount, kFont) - 160 : kLeft - 200;
    svg.Text("lb", 0, top + 260, "start", FitText(step.name.text, name_width, kFont));
    svg.Text("num", width, top + 260, "end", amount);
    if (!step.period) {
      const std::string printed = step.period_text.empty()
                                      ? std::string(say("기간 없음", "no period"))
                                      : std::string(step.period_text.text);
      svg.Text("ax", kLeft + 40, y + 260, "start", FitText(printed, kMonths - 80, kSmall));
      continue;
    }
    const PeriodTerm& term = step.period->in_force();
    if (IsBackwards(term) || (!term.first && !term.last && term.kind != PeriodKind::kAnnual)) {
      svg.Text("ax", kLeft + 40, y + 260, "start",
               FitText(step.period_text.text, kMonths - 80, kSmall));
      continue;
    }
    const std::int64_t from = term.first ? DaysBetween(first, *term.first) : 0;
    // One day after the last, for the last day belongs to the period.
    const std::int64_t to = term.last ? DaysBetween(first, *term.last) + 1 : days;
    const std::string tip = std::string(step.name.text) + " " + std::string(step.period_text.text);
    if (to <= 0 || from >= days) {
      svg.Arrow("f-warn", to <= 0 ? kLeft + 80 : kLeft + kMonths - 80, y + 210, 80,
                to <= 0 ? -1 : 1);
      svg.Text("ax", to <= 0 ? kLeft + 120 : kLeft + kMonths - 200, y + 260,
               to <= 0 ? "start" : "end", FitText(step.period_text.text, kMonths - 320, kSmall));
      continue;
    }
    const std::int64_t covered =
        ends_inside ? std::clamp<std::int64_t>(DaysBetween(first, *contract_end) + 1, from, to)
                    : to;
    if (covered > std::max<std::int64_t>(from, 0)) {
      svg.Rect("f-accent", at(from), y + 90, std::max<Tenths>(at(covered) - at(from), 20), 240,
               tip);
    }
    if (covered < to) {
      svg.Rect("f-open", at(covered), y + 95, std::max<Tenths>(at(to) - at(covered) - 5, 20), 230,
               tip + std::string(say(" (계약 종료 뒤)", " (after the end of the contract)")));
    }
    if (from < 0) {
      svg.Arrow("f-accent", kLeft - 5, y + 210, 90, -1);
      const std::string since = std::to_string(term.first->year()) + "." +
                                std::to_string(term.first->month()) +
                                std::string(say("부터", " on"));
      svg.Text("pt on", at(0) + 60, y + 255, "start", since);
    }
    if (to > days) svg.Arrow("f-accent", kLeft + kMonths + 5, y + 210, 90, 1);
  }
  if (ends_inside) {
    const Tenths x = at(DaysBetween(first, *contract_end) + 1);
    svg.Line("mark", x, kTop - 60, x, bottom + 90);
    const bool left = x > kLeft + kMonths / 2;
    svg.Text("mk", left ? x - 50 : x + 50, bottom + 200, left ? "end" : "start",
             std::string(say("위탁 계약 종료 ", "contract ends ")) + contract_end->ToString());
  }
  return std::move(svg).Finish();
}

std::string SettlementChart(const Facts& facts, Language language, Room room) {
  const bool narrow = room == Room::kNarrow;
  const Tenths width = WidthOf(room);
  const Speaker say(language);
  const Scale scale = facts.settlement_scale;
  if (scale == Scale::kMixed) return {};
  const Unit unit = UnitOf(facts.settlement.table);
  struct Bar {
    std::string label;
    std::optional<Money> budget, executed, carried, left;
  };
  std::vector<Bar> bars;
  Money largest;
  for (const SettlementYear& row : facts.settlement.years) {
    Bar bar{row.year != 0 ? std::to_string(row.year) : std::string(row.label.text),
            ValueOf(row.current_budget, scale), ValueOf(row.disbursed, scale),
            ValueOf(row.carryover_out, scale), ValueOf(row.lapsed, scale)};
    if (!bar.budget && !bar.executed) continue;
    Money sum;
    for (const std::optional<Money>& part : {bar.executed, bar.carried, bar.left}) {
      if (!part || part->sign() <= 0) continue;
      const Result<Money> next = Add(sum, *part);
      if (!next) return {};
      sum = *next;
    }
    largest = std::max({largest, sum, bar.budget.value_or(Money())});
    bars.push_back(std::move(bar));
  }
  if (bars.empty() || largest.sign() <= 0) return {};
  const std::size_t shown = std::min(bars.size(), kRowsMax);

  const auto print = [&](const std::optional<Money>& value) {
    return value ? PrintValue(*value, unit, scale) : std::string("–");
  };
  std::string description;
  for (const Bar& bar : bars) {
    description += bar.label + std::string(say(": 예산현액 ", ": current budget ")) +
                   print(bar.budget) + std::string(say(", 집행액 ", ", disbursed ")) +
                   print(bar.executed) + std::string(say(", 차년이월 ", ", carried out ")) +
                   print(bar.carried) + std::string(say(", 집행잔액 ", ", left ")) +
                   print(bar.left) + ". ";
  }
  // The bar stands behind its year, or below it where there is no room; so do the four amounts.
  const Tenths below = narrow ? 240 : 0;
  const Tenths kTop = narrow ? 600 : 380;
  const Tenths kRow = narrow ? 1120 : 660;
  const Tenths kLeft = narrow ? 0 : 620;
  const Tenths kBars = narrow ? width - 10 : 7000;
  Svg svg("chart-settlement", room, width, kTop + static_cast<Tenths>(shown) * kRow,
          say("결산: 예산현액, 집행, 이월, 잔액",
              "Settlement: current budget, executed, carried, left"),
          description);
  Tenths x = kLeft;
  Tenths line = 0;
  const auto legend = [&](std::string_view css_class, std::string_view text) {
    const Tenths needed = 200 + TextWidth(text, kSmall);
    if (x > kLeft && x + needed > width) {
      x = kLeft;
      line += 220;
    }
    svg.Rect(css_class, x, line + 60, 140, 140);
    svg.Text("ax", x + 200, line + 175, "start", text);
    x += needed + 280;
  };
  legend("f-accent", say("집행액", "executed"));
  legend("f-mid", say("차년이월", "carried out"));
  legend("f-light", say("집행잔액", "left"));
  legend("outline", say("예산현액", "current budget"));
  if (!narrow) {
    svg.Text("ax", width, 175, "end",
             say("집행률 (집행액 ÷ 예산현액)", "executed ÷ current budget"));
  }
  for (std::size_t i = 0; i < shown; ++i) {
    const Bar& bar = bars[i];
    const Tenths top = kTop + static_cast<Tenths>(i) * kRow;
    const Tenths y = top + below;
    svg.Text("lb", 0, top + 220, "start", bar.label);
    Money before;
    Tenths from = 0;
    const auto part = [&](const std::optional<Money>& value, std::string_view css_class,
                          std::string_view name) {
      if (!value || value->sign() <= 0) return;
      before = Money(before.minor() + value->minor());
      const Tenths to = Along(before, largest, kBars);
      svg.Rect(css_class, kLeft + from, y + 40, std::max<Tenths>(to - from, 5), 280,
               bar.label + " " + std::string(name) + " " + WithUnit(*value, unit, scale, language));
      from = to;
    };
    part(bar.executed, "f-accent", say("집행액", "executed"));
    part(bar.carried, "f-mid", say("차년이월", "carried out"));
    part(bar.left, "f-light", say("집행잔액", "left"));
    if (bar.budget) svg.Rect("outline", kLeft, y + 40, Along(*bar.budget, largest, kBars), 280);
    const std::string rate = PrintShare(bar.executed, bar.budget, 2);
    std::string rate_text = rate.empty() ? "–" : rate + "%";
    if (narrow) rate_text.insert(0, say("집행률 ", "executed "));
    svg.Text("lb num", width, top + 230, "end", rate_text);
    const std::string spent = std::string(say("현액 ", "budget ")) + print(bar.budget) +
                              std::string(say(" · 집행 ", " · executed ")) + print(bar.executed);
    const std::string rest = std::string(say("이월 ", "carried ")) + print(bar.carried) +
                             std::string(say(" · 잔액 ", " · left ")) + print(bar.left);
    if (narrow) {
      svg.Text("ax num", kLeft, y + 490, "start", spent);
      svg.Text("ax num", kLeft, y + 680, "start", rest);
    } else {
      svg.Text("ax num", kLeft, y + 480, "start", spent + " · " + rest);
    }
  }
  return std::move(svg).Finish();
}

}  // namespace yesan::internal
