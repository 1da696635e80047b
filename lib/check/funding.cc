// 사업비 and its sources: labels, sums, and tables by source.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/fold.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "사업비";

// A label with more to it than the table has (`국비 30%`, `도비(보조)`) is still known.
bool IsKnown(std::string_view label) {
  const std::string name = FoldName(label);
  if (name.empty() || IsTotal(label) || FindFundingSource(label, GovernmentKind::kUnknown) ||
      FindFundingMark(label, GovernmentKind::kUnknown)) {
    return true;
  }
  if (CountCharacters(name) < 3) return false;  // too short to hold a label and more
  std::size_t count = 0;
  const FundingLabel* labels = FundingLabels(&count);
  for (std::size_t i = 0; i < count; ++i) {
    if (labels[i].mark) continue;
    const FoldedName folded(labels[i].label);
    const std::string_view known = folded.view();
    if (CountCharacters(known) >= 2 && name.size() > known.size() &&
        name.find(known) != std::string::npos) {
      return true;
    }
  }
  return false;
}

void CheckLabels(Context& context) {
  for (const FundingEntry& entry : context.funding.entries) {
    if (IsKnown(entry.label.text)) continue;
    std::vector<std::string> likely;
    for (std::string_view label : LikelyFundingLabels(entry.label.text)) likely.emplace_back(label);
    const std::string label = Excerpt(entry.label.text);
    const std::string candidates = Join(likely, ", ");
    std::string ko = Quoted(label, Language::kKorean) +
                     (EndsInConsonant(label) ? "이라는" : "라는") + " 재원은 없습니다.";
    std::string en = "There is no source of money called " + Quoted(label, Language::kEnglish);
    if (!likely.empty()) {
      ko += " " + Quoted(candidates, Language::kKorean) + "의 오기로 보입니다.";
      en += "; " + Quoted(candidates, Language::kEnglish) + " is likely meant.";
    } else {
      ko += " 확인이 필요합니다.";
      en += ".";
    }
    context.Report("funding.label", entry.label.place, Subject({kSection, "재원"}),
                   std::string(entry.label.text), candidates, "", {std::move(ko), std::move(en)});
  }
}

// The percentage printed between a label and its amount (`군비 70% 423,360,000원`), or with the label (`군비(70%)`).
std::optional<Decimal> ShareOf(const Context& context, const FundingEntry& entry) {
  constexpr std::size_t kGapMax = 64;
  std::string text(entry.label.text);
  const std::string_view source = context.sheet.source();
  const std::size_t begin = std::size_t{entry.label.place.offset} + entry.label.place.length;
  const std::size_t end = entry.amount.printed.place.offset;
  if (entry.label.place.known() && begin < end && end - begin <= kGapMax && end <= source.size()) {
    text.append(source.substr(begin, end - begin));
  }
  std::size_t percent = text.find('%');
  if (percent == std::string::npos) percent = text.find("\uFF05");
  if (percent == std::string::npos) return std::nullopt;
  std::size_t from = percent;
  while (from > 0 && ((text[from - 1] >= '0' && text[from - 1] <= '9') || text[from - 1] == '.'))
    --from;
  const auto share = Decimal::Parse(text.substr(from, percent - from));
  if (!share) return std::nullopt;
  return *share;
}

// The one source whose amount, put right, makes the sum and is exactly its percentage of the total.
const FundingEntry* FindCulprit(const Context& context, const FundingView& view,
                                const Quantity& total, Money difference) {
  const FundingEntry* culprit = nullptr;
  for (const FundingEntry& entry : view.entries) {
    const auto part = TotalOf(entry.amount);
    if (entry.outside || !part) continue;
    const auto right = Add(part->value, difference);
    const auto share = ShareOf(context, entry);
    if (!right || !share) continue;
    const auto hundredfold = Multiply(ToDecimal(*right), Decimal::FromInt(100));
    const auto shared = Multiply(ToDecimal(total.value), *share);
    if (!hundredfold || !shared || *hundredfold != *shared) continue;
    if (culprit != nullptr) return nullptr;
    culprit = &entry;
  }
  return culprit;
}

void CompareSum(Context& context, const FundingView& view, const Quantity& total,
                const std::vector<Quantity>& parts, std::string_view name_en) {
  const SumFit fit = Compare(total, parts);
  if (fit.fit == Fit::kUnknown) return;
  CoverSum(context, "funding.sum", fit, WithParts(total, parts));
  const std::string label = view.label.empty() ? std::string(kSection) : Excerpt(view.label.text);
  if (fit.fit == Fit::kRounded) ReportRounded(context, total, fit, kSection, label);
  if (fit.fit != Fit::kOff) return;
  if (const FundingEntry* culprit = FindCulprit(context, view, total, fit.difference)) {
    const Quantity part = *TotalOf(culprit->amount);
    const Money right = *Add(part.value, fit.difference);
    const auto gap = Negate(fit.difference);
    const std::string source = Excerpt(culprit->label.text);
    const std::string share = SayRate(*ShareOf(context, *culprit), 0, context.minus);
    context.Report(
        "funding.sum", part.place, Subject({kSection, source}), std::string(part.printed),
        context.At(part, right), gap ? context.At(part, *gap) : std::string(),
        {With(source, Particle::kTopic) + " " + context.Ko(part, part.value) + "인데, 총액 " +
             context.Ko(total, total.value) + "의 " + With(share, Particle::kTopic) + " " +
             context.Ko(part, right) + "이고, 그래야 재원별 금액의 합이 맞습니다.",
         Quoted(source, Language::kEnglish) + " is printed as " + context.En(part, part.value) +
             ", but " + share + " of the total " + context.En(total, total.value) + " is " +
             context.En(part, right) + ", with which the sources add up."});
    return;
  }
  context.Report("funding.sum", total.place, Subject({kSection, "재원 합계"}),
                 std::string(total.printed), context.At(total, fit.sum),
                 context.At(total, fit.difference),
                 {With(label, Particle::kTopic) + " " + context.Ko(total, total.value) +
                      "인데, 재원별 금액을 더하면 " + context.Ko(total, fit.sum) +
                      "입니다. 차이는 " + context.Ko(total, fit.difference) + "입니다.",
                  std::string(name_en) + " is printed as " + context.En(total, total.value) +
                      ", but its sources add up to " + context.En(total, fit.sum) +
                      "; the difference is " + context.En(total, fit.difference) + "."});
}

void CheckSum(Context& context) {
  const FundingView& view = context.funding;
  // The sources of the year do not make the cost of all years.
  if (FoldName(view.label.text).find("총사업비") != std::string::npos) return;
  const auto total = TotalOf(view.total);
  if (view.total.state == FigureState::kUnreadable) return;  // a finding of its own
  if (!total) {
    for (const FundingEntry& entry : view.entries) {
      if (entry.amount.state != FigureState::kValue || entry.outside) continue;
      context.Report("funding.no_total", entry.amount.printed.place, Subject({kSection}),
                     std::string(entry.amount.printed.text), "", "",
                     {"재원별 금액은 있으나 사업비 총액이 적혀 있지 않습니다.",
                      "There are amounts by source, but no amount of the year."});
      break;
    }
    return;
  }
  const auto parts = SourcesOf(view);
  if (!parts) return;
  if (parts->empty()) {
    if (view.entries.empty()) return;
    context.Report("funding.unsplit", total->place, Subject({kSection, "재원"}),
                   std::string(total->printed), "", "",
                   {"사업비 " + With(context.Ko(*total, total->value), Particle::kObject) +
                        " 어느 재원에서 충당하는지 적혀 있지 않습니다.",
                    "The amount of the year, " + context.En(*total, total->value) +
                        ", is not given to any source of money."});
    return;
  }
  // One source named for the whole amount is the same figure, and proves nothing.
  if (IsTotalItself(view, view.entries.front())) return;
  CompareSum(context, view, *total, *parts, "The amount of the year");
}

// Whether the sources stand right behind the total and each other, with no word between: `총사업비 : 1,200백만원 (국비 300,
// 시비 900)`. What stands behind `'24년` or `기투자` is the money of some of its years.
bool AreItsOwn(const Context& context, const FundingView& view) {
  const std::string_view source = context.sheet.source();
  const Place* before = &view.total.printed.place;
  for (const FundingEntry& entry : view.entries) {
    const Place& label = entry.label.place;
    const std::size_t begin = std::size_t{before->offset} + before->length;
    if (!before->known() || !label.known() || label.offset < begin || label.offset > source.size())
      return false;
    if (!FoldName(source.substr(begin, label.offset - begin)).empty()) return false;
    before = entry.amount.state == FigureState::kValue ? &entry.amount.printed.place : &label;
  }
  return !view.entries.empty();
}

// The cost of all years, where its own sources stand behind it.
void CheckTotalCost(Context& context) {
  const FundingView view = TotalCostOf(context.sheet);
  const auto total = TotalOf(view.total);
  if (!total || !AreItsOwn(context, view)) return;
  const auto parts = SourcesOf(view);
  if (parts && parts->size() >= 2) CompareSum(context, view, *total, *parts, "The total cost");
}

bool IsChangeLabel(std::string_view label) {
  const FoldedName folded(label);
  const std::string_view name = folded.view();
  return name == "증감" || name == "증감액" || name == "비교증감" || name == "증△감";
}

// A row of a table by source: 계 = 국비 + 도비 + 시비.
void CheckSourceRow(Context& context, const Table& table, const Row& row,
                    const std::string& label) {
  const Figure total_figure = FigureOf(table, row, ColumnRole::kTotal);
  const auto total = TotalOf(total_figure, Nothing::kDashIsZero);
  std::vector<Quantity> parts;
  std::vector<Figure> figures;
  for (ColumnRole role : {ColumnRole::kNational, ColumnRole::kProvince, ColumnRole::kDistrict,
                          ColumnRole::kOtherFunds, ColumnRole::kFund, ColumnRole::kBond}) {
    Figure figure = FigureOf(table, row, role);
    if (figure.state == FigureState::kAbsent || figure.state == FigureState::kBlank) continue;
    const auto part = TotalOf(figure, Nothing::kDashIsZero);
    if (!part) return;
    parts.push_back(*part);
  }
  if (!total || parts.empty()) return;
  const SumFit fit = Compare(*total, parts);
  if (fit.fit == Fit::kUnknown) return;
  CoverSum(context, "funding.row", fit, WithParts(*total, parts));
  if (fit.fit == Fit::kRounded) ReportRounded(context, *total, fit, "재원", label);
  if (fit.fit != Fit::kOff) return;
  context.Report("funding.row", total->place, Subject({"재원", label}), std::string(total->printed),
                 context.At(*total, fit.sum), context.At(*total, fit.difference),
                 {"재원표의 '" + label + "' 계는 " + context.Ko(*total, total->value) +
                      "인데, 재원별 금액을 더하면 " + context.Ko(*total, fit.sum) + "입니다.",
                  "The total of \"" + label + "\" by source is printed as " +
                      context.En(*total, total->value) + ", but the sources add up to " +
                      context.En(*total, fit.sum) + "."});
}

void CheckTableOf(Context& context, const Table& table) {
  std::int32_t label_column = Sheet::ColumnOf(table, ColumnRole::kLabel);
  if (label_column < 0) label_column = 0;
  bool roles_unique = true;
  bool unknown = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnRole role = table.columns[i].role;
    if (role == ColumnRole::kUnknown && static_cast<std::int32_t>(i) != label_column)
      unknown = true;
    for (std::size_t k = 0; k < i; ++k) {
      if (role != ColumnRole::kUnknown && table.columns[k].role == role) roles_unique = false;
    }
  }
  if (!roles_unique) return;  // two columns of one role: nobody can say which is meant
  std::vector<std::string> labels;
  bool change_row = false;
  for (const Row& row : table.rows) {
    const Text label = CellOf(row, label_column);
    labels.push_back(Excerpt(label.text));
    change_row = change_row || IsChangeLabel(label.text);
    if (!unknown) CheckSourceRow(context, table, row, labels.back());
    const Figure a = FigureOf(table, row, ColumnRole::kPrior);
    const Figure b = FigureOf(table, row, ColumnRole::kCurrent);
    const Figure c = FigureOf(table, row, ColumnRole::kChange);
    const auto prior = TotalOf(a, Nothing::kDashIsZero);
    const auto current = TotalOf(b, Nothing::kDashIsZero);
    const auto change = TotalOf(c, Nothing::kDashIsZero);
    if (!prior || !current || !change) continue;
    const SumFit fit = Compare(*change, {*current}, {*prior});
    if (fit.fit == Fit::kUnknown) continue;
    CoverSum(context, "funding.change", fit, {*change, *current, *prior}, FigureSide::kTotal, 1);
    if (fit.fit == Fit::kRounded) ReportRounded(context, *change, fit, "재원", labels.back());
    if (fit.fit != Fit::kOff) continue;
    context.Report(
        "funding.change", change->place, Subject({"재원", labels.back(), "증감"}),
        std::string(change->printed), context.At(*change, fit.sum),
        context.At(*change, fit.difference),
        {"재원표의 '" + labels.back() + "' 증감액은 " + context.Ko(*change, change->value) +
             "인데, 두 금액의 차이는 " + context.Ko(*change, fit.sum) + "입니다.",
         "The change of \"" + labels.back() + "\" by source is printed as " +
             context.En(*change, change->value) + ", but the two amounts give " +
             context.En(*change, fit.sum) + "."});
  }
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    switch (table.columns[column].role) {
      case ColumnRole::kPrior:
      case ColumnRole::kCurrent:
      case ColumnRole::kChange:
      case ColumnRole::kAmount:
      case ColumnRole::kTotal:
      case ColumnRole::kNational:
      case ColumnRole::kProvince:
      case ColumnRole::kDistrict:
      case ColumnRole::kOtherFunds:
      case ColumnRole::kFund:
      case ColumnRole::kBond:
        break;
      default:
        continue;
    }
    std::vector<Figure> figures;
    figures.reserve(table.rows.size());
    for (const Row& row : table.rows) {
      figures.push_back(FigureOf(table, row, table.columns[column].role));
    }
    const std::string heading = Excerpt(table.columns[column].heading.text);
    if (change_row) {
      // `2024년 · 2025년 · 증감`: the third is the second less the first.
      if (table.rows.size() != 3 || !IsChangeLabel(CellOf(table.rows[2], label_column).text))
        continue;
      const auto first = TotalOf(figures[0], Nothing::kDashIsZero);
      const auto second = TotalOf(figures[1], Nothing::kDashIsZero);
      const auto change = TotalOf(figures[2], Nothing::kDashIsZero);
      if (!first || !second || !change) continue;
      const SumFit fit = Compare(*change, {*second}, {*first});
      if (fit.fit == Fit::kUnknown) continue;
      CoverSum(context, "funding.change", fit, {*change, *second, *first}, FigureSide::kTotal, 1);
      if (fit.fit == Fit::kRounded) ReportRounded(context, *change, fit, "재원", heading);
      if (fit.fit != Fit::kOff) continue;
      context.Report(
          "funding.change", change->place, Subject({"재원", heading, "증감"}),
          std::string(change->printed), context.At(*change, fit.sum),
          context.At(*change, fit.difference),
          {"재원표의 " + heading + " 증감액은 " + context.Ko(*change, change->value) +
               "인데, 두 해의 차이는 " + context.Ko(*change, fit.sum) + "입니다.",
           "The change of " + heading + " is printed as " + context.En(*change, change->value) +
               ", but the two years give " + context.En(*change, fit.sum) + "."});
      continue;
    }
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Text label = CellOf(table.rows[i], label_column);
      rows.push_back({label, IsTotal(label.text), &figures[i], {}});
    }
    CheckColumnTotals(context, rows, {"funding.column", "재원", heading});
  }
}

// The column of amounts and the sources of the year are the same figures: one fault is said once.
void DropColumnsOfSum(std::vector<Finding>& findings) {
  const auto sum = std::find_if(findings.begin(), findings.end(),
                                [](const Finding& f) { return f.rule == "funding.sum"; });
  if (sum == findings.end()) return;
  const Finding said = *sum;
  findings.erase(std::remove_if(findings.begin(), findings.end(),
                                [&](const Finding& f) {
                                  return f.rule == "funding.column" && f.place == said.place &&
                                         f.expected == said.expected;
                                }),
                 findings.end());
}

}  // namespace

std::optional<std::vector<Quantity>> SourcesOf(const FundingView& view) {
  std::vector<Quantity> parts;
  for (const FundingEntry& entry : view.entries) {
    if (entry.outside || IsTotal(entry.label.text)) continue;
    switch (entry.amount.state) {
      case FigureState::kAbsent:
      case FigureState::kBlank:
      case FigureState::kDash:
        continue;  // a label alone: no money from there
      case FigureState::kWord:
      case FigureState::kUnreadable:
        return std::nullopt;
      case FigureState::kValue:
        break;
    }
    const auto part = TotalOf(entry.amount);
    if (!part) return std::nullopt;
    parts.push_back(*part);
  }
  return parts;
}

void CheckFundingOf(Context& context) {
  CheckLabels(context);
  CheckSum(context);
  CheckTotalCost(context);
  for (const Section& section : context.sheet.sections) {
    if (section.kind != SectionKind::kFunding) continue;
    for (const Block& block : section.blocks) {
      if (block.table && !block.table->columns.empty()) CheckTableOf(context, *block.table);
    }
  }
  DropColumnsOfSum(context.report.findings);
}

}  // namespace yesan::internal
