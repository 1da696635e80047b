// Rows that a table lost in the middle of a document: it stops at the end of a page, or what its total lacks stands
// elsewhere. One statement takes the place of the sums that such a table fails.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/check/basis_amounts.h"
#include "lib/check/context.h"
#include "lib/check/damage.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

int SignOf(const std::string& difference) {
  const auto amount = ParseAmount(difference);
  return amount && amount->has_value() ? amount->likely().sign() : 0;
}

// A line of a part of the sheet that could be the row that another part lacks.
struct Line {
  std::string_view name;
  Money amount;
};

template <class Wanted>
void Withdraw(Context& context, Wanted wanted) {
  std::vector<Finding>& findings = context.report.findings;
  findings.erase(std::remove_if(findings.begin(), findings.end(), wanted), findings.end());
}

// The digits of a figure as printed at a place, without separators.
std::string DigitsOf(Money value, std::int64_t last_place) {
  const auto size = Abs(value);
  return size ? std::to_string(size->minor() / last_place) : std::string();
}

// Whether one slip of the hand makes one number the other: a digit changed, lost, added, or two swapped.
bool OneSlip(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() <= b.size() ? a : b;
  const std::string& longer = a.size() <= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1) return false;
  std::size_t head = 0;
  while (head < shorter.size() && shorter[head] == longer[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter.size() - head &&
         shorter[shorter.size() - 1 - tail] == longer[longer.size() - 1 - tail])
    ++tail;
  const std::size_t between = shorter.size() - head - tail;
  if (between == 0 || (between == 1 && a.size() == b.size())) return true;
  return between == 2 && a.size() == b.size() && a[head] == b[head + 1] && a[head + 1] == b[head];
}

// `- 12 -`: the number of a page, alone on its line.
bool IsPageNumber(std::string_view line) {
  bool digits = false;
  for (const char c : line) {
    if (c >= '0' && c <= '9') {
      digits = true;
    } else if (c != '-' && c != ' ' && c != '\t' && c != '\r') {
      return false;
    }
  }
  return digits && line.find('-') != std::string_view::npos;
}

// Whether a page ends behind a place: a form feed, or the number of the page.
bool PageEndsBehind(const Context& context, const Place& place) {
  const std::string_view source = context.sheet.source();
  std::size_t at = std::size_t{place.offset} + place.length;
  if (!place.known() || at > source.size()) return false;
  at = std::min(source.find('\n', at), source.size());
  while (at < source.size()) {
    if (source[at] == '\f') return true;
    if (source[at] == '\n' || source[at] == '\r' || source[at] == ' ' || source[at] == '\t') {
      ++at;
      continue;
    }
    return IsPageNumber(source.substr(at, source.find('\n', at) - at));
  }
  return false;
}

Place LastOf(const Context& context, SectionKind kind) {
  Place last;
  const auto later = [&](const Place& place) {
    if (place.known() && (!last.known() || place.offset > last.offset)) last = place;
  };
  switch (kind) {
    case SectionKind::kOverview:
      for (const OverviewRow& row : context.overview.rows) {
        if (row.row != nullptr) later(row.row->place);
      }
      break;
    case SectionKind::kSchedule:
      for (const ScheduleStep& step : context.schedule.steps) {
        if (step.row != nullptr) later(step.row->place);
      }
      break;
    case SectionKind::kCostBasis:
      for (const BasisLine& line : context.basis.lines) {
        if (!IsPageNumber(line.text.text)) later(line.text.place);
      }
      break;
    default:
      break;
  }
  return last;
}

// 예산 총괄: last year's and this year's column both fall short, and by amounts that make one row with their change.
// A misprint touches one of the two.
bool SayOverviewShort(Context& context) {
  std::vector<const Finding*> short_columns;
  for (const Finding& finding : context.report.findings) {
    if (finding.rule != "overview.sum") continue;
    if (!SaysShort(context, finding, SectionKind::kOverview)) return false;
    short_columns.push_back(&finding);
  }
  if (short_columns.empty()) return false;
  std::string gaps;
  for (const ColumnRole role : {ColumnRole::kPrior, ColumnRole::kCurrent}) {
    const std::string column = HeadingOf(context.overview.table, role, "");
    const auto of_column = std::find_if(
        short_columns.begin(), short_columns.end(),
        [&](const Finding* finding) { return finding->subject.find(column) != std::string::npos; });
    if (column.empty() || of_column == short_columns.end()) return false;
    if (!gaps.empty()) gaps += ", ";
    gaps += column + " " + (*of_column)->difference;
  }
  const Finding first = *short_columns.front();
  Withdraw(context, [](const Finding& finding) { return finding.rule == "overview.sum"; });
  context.Report(
      "presence.missing_row", first.place, Subject({KoreanName(SectionKind::kOverview)}),
      first.printed, first.expected, first.difference,
      {"예산 총괄의 계에 견주어 두 해의 내역이 모두 모자랍니다(" + gaps +
           "). 한 곳의 오기가 아니라 행이 빠졌거나 표가 중간에 잘린 것으로 보입니다.",
       "The rows of the overview (예산 총괄) fall short of the total in both years (" + gaps +
           "): no single misprint, but a row that is missing, or a table that is cut off."});
  return true;
}

std::vector<Line> OverviewLines(const Context& context) {
  std::vector<Line> lines;
  for (const OverviewRow& row : context.overview.rows) {
    const auto amount = TotalOf(row.current);
    if (!row.total && amount && IsMoney(amount->unit))
      lines.push_back({row.label.text, amount->value});
  }
  return lines;
}

std::vector<Line> BasisLines(const Context& context) {
  std::vector<Line> lines;
  for (BasisNodeId id = 0; static_cast<std::size_t>(id) < context.basis.tree.size(); ++id) {
    const auto amount = BasisQuantityOf(context.basis, id);
    const std::string_view name = BasisNameOf(context.basis, id);
    if (amount && !name.empty() && !IsTotal(name)) lines.push_back({name, amount->value});
  }
  return lines;
}

std::vector<Line> ScheduleLines(const Context& context) {
  std::vector<Line> lines;
  for (const ScheduleStep& step : context.schedule.steps) {
    const auto amount = TotalOf(step.amount);
    if (!step.total && amount && IsMoney(amount->unit))
      lines.push_back({step.name.text, amount->value});
  }
  return lines;
}

// The one line of exactly the amount that lacks, which the short part has under no name and in no row.
const Line* Lacking(const std::vector<Line>& there, const std::vector<Line>& here, Money gap) {
  const Line* found = nullptr;
  for (const Line& line : there) {
    if (line.amount != gap) continue;
    const std::string name = FoldName(line.name);
    const bool known = std::any_of(here.begin(), here.end(), [&](const Line& other) {
      return other.amount == gap || FoldName(other.name) == name;
    });
    if (known || name.empty()) continue;
    if (found != nullptr && FoldName(found->name) != name) return nullptr;
    found = &line;
  }
  return found;
}

// What the rows of a part lack of the amount of the year, in won: of its own total when the overview or the funding
// bears it out.
std::optional<Money> GapOf(const Context& context, const Quantity& printed) {
  for (const OverviewRow& row : context.overview.rows) {
    const auto year = TotalOf(row.current);
    if (row.total && year && Comparable(*year, printed)) return year->value;
  }
  const auto funding = TotalOf(context.funding.total);
  if (funding && Comparable(*funding, printed)) return funding->value;
  return std::nullopt;
}

void SayPartShort(Context& context, SectionKind kind) {
  std::vector<Finding>& findings = context.report.findings;
  const auto first = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return SaysShort(context, finding, kind);
  });
  if (first == findings.end()) return;
  const std::string name(KoreanName(kind));
  const std::string name_en = Quoted(std::string(Name(kind)), Language::kEnglish);
  const Finding finding = *first;
  const Place last = LastOf(context, kind);
  if (PageEndsBehind(context, last)) {
    Withdraw(context, [&](const Finding& f) { return SaysShort(context, f, kind); });
    context.Report("presence.cut_off", last, name, finding.printed, finding.expected,
                   finding.difference,
                   {name + " 표가 쪽 끝에서 끝나고 그 내역의 합이 모자랍니다(" +
                        finding.difference + "). 다음 쪽에 있어야 할 행이 빠진 것으로 보입니다.",
                    "The table of " + name_en + " (" + name +
                        ") stops at the end of a page and its rows fall short (" +
                        finding.difference + "): rows of the next page seem to be missing."});
    return;
  }
  if (kind != SectionKind::kSchedule && finding.rule != "basis.total") return;
  const std::vector<Line> here =
      kind == SectionKind::kSchedule ? ScheduleLines(context) : BasisLines(context);
  std::optional<Quantity> own;  // the sum of the rows, in the unit of one of them
  Money sum;
  if (kind == SectionKind::kSchedule) {
    for (const ScheduleStep& step : context.schedule.steps) {
      const auto amount = TotalOf(step.amount);
      if (step.total || !amount) continue;
      const auto next = Add(sum, amount->value);
      if (!next) return;
      sum = *next;
      own = amount;
    }
  } else if (const auto total = BasisTotal(context.basis)) {
    sum = *total;
    own = BasisQuantityOf(context.basis, context.basis.tree.roots().front());
  }
  if (!own || !IsMoney(own->unit)) return;
  const auto year = GapOf(context, *own);
  const auto gap = year ? Subtract(*year, sum) : Result<Money>(Error(Code::kNotFound));
  if (!gap || gap->sign() <= 0) return;
  // The names of the steps are those of the basis, the items of the basis those of the overview.
  const Line* lacking = nullptr;
  const std::vector<Line> there =
      kind == SectionKind::kSchedule ? BasisLines(context) : OverviewLines(context);
  const std::vector<Line> elsewhere =
      kind == SectionKind::kSchedule ? OverviewLines(context) : ScheduleLines(context);
  for (const std::vector<Line>* lines : {&there, &elsewhere}) {
    if (lacking == nullptr) lacking = Lacking(*lines, here, *gap);
  }
  if (lacking == nullptr) return;
  const std::string row = Excerpt(lacking->name);
  const std::string ko = context.Ko(*own, *gap);
  const std::string en = context.En(*own, *gap);
  Withdraw(context, [&](const Finding& f) {
    return SaysShort(context, f, kind) ||
           (kind == SectionKind::kCostBasis && f.rule == "basis.unknown_item" &&
            f.printed == lacking->name);
  });
  context.Report(
      "presence.missing_row", last.known() ? last : finding.place, Subject({name, row}), "",
      context.At(*own, *gap), "",
      {name + "의 내역이 올해 예산액에 " + ko + " 모자라는데, 다른 곳에 같은 금액의 " +
           With(Quoted(row, Language::kKorean), Particle::kSubject) + " 있고 " +
           With(name, Particle::kTopic) + " 이를 싣지 않았습니다. 그 행이 빠진 것으로 보입니다.",
       "The rows of " + name_en + " (" + name + ") fall " + en +
           " short of the year's amount; elsewhere the sheet has " +
           Quoted(row, Language::kEnglish) +
           " at that amount, and not here: its row seems to be missing."});
}

}  // namespace

bool SaysShort(const Context& context, const Finding& finding, SectionKind kind) {
  int sign = SignOf(finding.difference);
  for (const auto& [rule, place] : context.at_other_side) {
    if (rule == finding.rule && place == finding.place) sign = -sign;
  }
  switch (kind) {
    case SectionKind::kOverview:
      return finding.rule == "overview.sum" && sign > 0;
    case SectionKind::kSchedule:
      return (finding.rule == "schedule.sum" && sign > 0) ||
             (finding.rule == "schedule.total" && sign < 0);
    case SectionKind::kCostBasis:
      return ((finding.rule == "basis.sum" || finding.rule == "basis.stated_total") && sign > 0) ||
             ((finding.rule == "basis.item" || finding.rule == "basis.total") && sign < 0);
    default:
      return false;
  }
}

Message RowsMayBeMissing() { return {" 빠진 행이 있을 수 있습니다.", " Rows may be missing."}; }

bool IsOneSlip(const Quantity& figure, Money meant) {
  if (figure.value.is_zero() || meant.is_zero()) return false;
  const std::int64_t place = figure.last_place();
  const std::string printed = DigitsOf(figure.value, place);
  const std::string right = DigitsOf(meant, place);
  if (figure.value.sign() != meant.sign()) return printed == right;
  return meant.minor() % place == 0 && OneSlip(printed, right);
}

Message MayLackRows(const Quantity& total, const std::vector<Quantity>& parts, Money difference) {
  if (total.value.sign() == 0 || difference.sign() != total.value.sign()) return {};
  const auto slips = [&](const Quantity& figure, const Result<Money>& meant) {
    const std::int64_t place = figure.last_place();
    return meant && meant->sign() == figure.value.sign() &&
           OneSlip(DigitsOf(figure.value, place), DigitsOf(*meant, place));
  };
  if (slips(total, Subtract(total.value, difference))) return {};
  for (const Quantity& part : parts) {
    if (slips(part, Add(part.value, difference))) return {};
  }
  return RowsMayBeMissing();
}

void SayRowsMissing(Context& context) {
  if (!SayOverviewShort(context)) SayPartShort(context, SectionKind::kOverview);
  SayPartShort(context, SectionKind::kCostBasis);
  SayPartShort(context, SectionKind::kSchedule);
}

}  // namespace yesan::internal
