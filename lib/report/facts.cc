#include "lib/report/facts.h"

#include <algorithm>

#include "yesan/money/format.h"
#include "yesan/money/ratio.h"

namespace yesan::internal {

Scale ScaleOf(const std::vector<const Figure*>& figures) {
  bool money = false;
  bool ones = false;
  for (const Figure* figure : figures) {
    if (figure->state != FigureState::kValue) continue;
    if (figure->won()) {
      money = true;
    } else {
      ones = true;
    }
  }
  if (money && ones) return Scale::kMixed;
  return ones ? Scale::kOnes : Scale::kMoney;
}

std::optional<Money> ValueOf(const Figure& figure, Scale scale) {
  if (scale != Scale::kOnes) return figure.won();
  const std::optional<Decimal> number = figure.number();
  if (!number) return std::nullopt;
  const Result<std::int64_t> whole = number->ToInt64();
  if (!whole) return std::nullopt;
  return Money(*whole);
}

Unit UnitOf(const Table* table) {
  if (table == nullptr) return Unit::kThousandWon;
  if (IsMoney(table->unit)) return table->unit;
  for (const Column& column : table->columns) {
    if (IsMoney(column.unit)) return column.unit;
  }
  return Unit::kThousandWon;
}

std::string PrintValue(Money value, Unit unit, Scale scale) {
  AmountFormat format;
  format.unit = scale == Scale::kOnes ? Unit::kWon : unit;
  // 12 digits behind the point show every won of an amount in 조원.
  for (format.digits = 0; format.digits <= 12; ++format.digits) {
    Result<std::string> text = FormatMoney(value, format);
    if (text) return std::move(text).value();
  }
  return {};
}

std::string PrintFigure(const Figure& figure, Unit unit, Scale scale) {
  const std::optional<Money> value = ValueOf(figure, scale);
  if (figure.state != FigureState::kValue || !value || scale == Scale::kMixed) {
    return std::string(figure.printed.text);
  }
  std::string text = PrintValue(*value, unit, scale);
  if (const std::optional<Money> part = figure.part_won(); part && scale == Scale::kMoney) {
    text = "(x " + PrintValue(*part, unit) + ") " + text;
  }
  return text;
}

std::string PrintNumber(const Decimal& number) {
  AmountFormat format;
  format.digits = number.scale();
  Result<std::string> text = FormatNumber(number, format);
  return text ? std::move(text).value() : number.ToString();
}

std::string PrintShare(std::optional<Money> part, std::optional<Money> whole, std::int32_t digits) {
  if (!part || !whole) return {};
  const Result<Decimal> share = Percent(*part, *whole, digits, Rounding::kHalfUp);
  return share ? PrintNumber(*share) : std::string();
}

std::string PrintChangeRate(std::optional<Money> a, std::optional<Money> b) {
  if (!a || !b) return {};
  const Result<Decimal> rate = ChangePercent(*a, *b, 2, Rounding::kHalfUp);
  return rate ? PrintNumber(*rate) : std::string();
}

std::optional<Money> ChangeOf(std::optional<Money> a, std::optional<Money> b) {
  if (!a || !b) return std::nullopt;
  const Result<Money> change = Subtract(*b, *a);
  if (!change) return std::nullopt;
  return *change;
}

std::string UnitNote(Unit unit, Scale scale, Language language) {
  const Speaker say(language);
  if (scale == Scale::kOnes) return std::string(say("(단위 표시 없음)", "(no unit printed)"));
  if (scale == Scale::kMixed) return std::string(say("(단위 섞임)", "(mixed units)"));
  return std::string(say("(단위: ", "(in ")).append(Name(unit, language)).append(")");
}

std::vector<std::string> BasisNumbers(const CostBasis& tree) {
  std::vector<std::string> numbers(tree.size());
  std::size_t roots = 0;
  std::vector<std::size_t> children(tree.size());
  // A parent stands before its children, so that its number is there already.
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const BasisNode& node = tree.node(static_cast<BasisNodeId>(i));
    if (node.remark) continue;
    if (node.parent == kNoBasisNode) {
      numbers[i] = std::to_string(++roots);
    } else {
      const auto parent = static_cast<std::size_t>(node.parent);
      numbers[i] = numbers[parent] + "." + std::to_string(++children[parent]);
    }
  }
  return numbers;
}

Facts::Facts(const Sheet& sheet_in)
    : sheet(sheet_in),
      funding(FundingOf(sheet_in)),
      overview(OverviewOf(sheet_in)),
      basis(CostBasisOf(sheet_in)),
      schedule(ScheduleOf(sheet_in)),
      settlement(SettlementOf(sheet_in)),
      year(sheet_in.fiscal_year) {
  std::vector<const Figure*> figures;
  for (const OverviewRow& row : overview.rows) {
    for (const Figure* figure : {&row.prior, &row.current, &row.change}) figures.push_back(figure);
  }
  overview_scale = ScaleOf(figures);
  figures.clear();
  for (const ScheduleStep& step : schedule.steps) figures.push_back(&step.amount);
  schedule_scale = ScaleOf(figures);
  figures.clear();
  for (const SettlementYear& row : settlement.years) {
    for (const Figure* figure :
         {&row.adopted, &row.carryover_in, &row.net_adjustment, &row.contingency, &row.transfer,
          &row.current_budget, &row.disbursed, &row.carryover_out, &row.subsidy_refund,
          &row.lapsed}) {
      figures.push_back(figure);
    }
  }
  settlement_scale = ScaleOf(figures);
  if (year == 0) year = overview.current_year;
  if (year == 0) year = schedule.year;

  PeriodContext context;
  if (year > 0) {
    if (Result<FiscalYear> fiscal_year = FiscalYear::Make(year)) context.fiscal_year = *fiscal_year;
  }
  std::vector<std::string_view> lines;
  for (const Text& line : LinesOf(sheet, SectionKind::kHistory)) lines.push_back(line.text);
  contract = FindContract(lines, context);
}

const OverviewRow* Facts::TotalRow() const {
  for (const OverviewRow& row : overview.rows) {
    if (row.total) return &row;
  }
  const OverviewRow* only = nullptr;
  for (const OverviewRow& row : overview.rows) {
    if (row.current.state != FigureState::kValue && row.prior.state != FigureState::kValue)
      continue;
    if (only != nullptr) return nullptr;
    only = &row;
  }
  return only;
}

std::optional<Money> Facts::Current() const {
  if (const OverviewRow* row = TotalRow()) {
    if (const std::optional<Money> value = row->current.won()) return value;
  }
  return funding.total.won();
}

std::optional<Money> Facts::Prior() const {
  const OverviewRow* row = TotalRow();
  return row == nullptr ? std::nullopt : row->prior.won();
}

Unit Facts::BasisUnit() const {
  if (overview.table != nullptr && IsMoney(UnitOf(overview.table)) &&
      overview_scale == Scale::kMoney) {
    return UnitOf(overview.table);
  }
  for (std::size_t i = 0; i < basis.tree.size(); ++i) {
    const BasisNode& node = basis.tree.node(static_cast<BasisNodeId>(i));
    if (node.unit_amount && IsMoney(node.unit_amount->unit)) return node.unit_amount->unit;
  }
  return UnitOf(schedule.table);
}

std::string SectionName(SectionKind kind, Language language) {
  if (language == Language::kKorean) return std::string(KoreanName(kind));
  std::string name(Name(kind));
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string NameOf(const ProvedFigure& figure, Language language) {
  const std::string_view section = KoreanName(figure.section);
  if (language == Language::kKorean || figure.name.compare(0, section.size(), section) != 0)
    return figure.name;
  return SectionName(figure.section, language) + figure.name.substr(section.size());
}

std::string_view HeadingOf(const Table* table, ColumnRole role, std::string_view otherwise) {
  if (table == nullptr) return otherwise;
  const std::int32_t column = Sheet::ColumnOf(*table, role);
  if (column < 0) return otherwise;
  const Text& heading = table->columns[static_cast<std::size_t>(column)].heading;
  return heading.empty() ? otherwise : heading.text;
}

}  // namespace yesan::internal
