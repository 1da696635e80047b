// A sheet in the terms of a book: the program's year, its sources and its schedule.
#include "lib/sheet/import_facts.h"
#include "lib/sheet/subject.h"

#include <algorithm>
#include <utility>

#include "lib/sheet/headings.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"
#include "yesan/money/format.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {
namespace {

std::string Won(Money amount) {
  AmountFormat format;
  format.write_unit = true;
  auto text = FormatMoney(amount, format);
  return text ? *std::move(text) : std::to_string(amount.minor());
}

// Lines as printed, their depth as spaces before them.
std::string Prose(const Sheet& sheet, SectionKind kind) {
  std::string prose;
  const auto add = [&](std::uint32_t indent, std::string_view line) {
    if (!prose.empty()) prose += '\n';
    prose.append(indent, ' ');
    prose += line;
  };
  for (const Section& section : sheet.sections) {
    if (section.kind != kind) continue;
    for (const Block& block : section.blocks) {
      if (!block.table && !block.line.empty()) add(block.indent, block.line.text);
    }
  }
  if (!prose.empty()) return prose;
  // In a table, or a fact among others.
  for (const Text& line : LinesOf(sheet, kind)) add(0, line.text);
  return prose;
}

std::optional<std::size_t> RungOf(std::string_view name) {
  const std::string folded = FoldName(PartsOfHeading(name).core);
  constexpr std::array<std::string_view, 4> kRungs = {"분야", "부문", "정책사업", "단위사업"};
  for (std::size_t i = 0; i < kRungs.size(); ++i) {
    if (folded == kRungs[i]) return i;
  }
  return std::nullopt;
}

// `정책사업 | 마을공동체 활성화`, beside each other or below, or `- 정책사업 : …`.
void ReadRungs(const Sheet& sheet, std::array<std::string, 4>& rungs) {
  const auto take = [&](std::string_view name, std::string_view value) {
    if (name.size() > 60 || value.empty() || RungOf(value)) return false;
    const auto rung = RungOf(name);
    if (rung && rungs[*rung].empty()) rungs[*rung] = std::string(value);
    return rung.has_value();
  };
  for (const Section& section : sheet.sections) {
    if (!HasFacts(section.kind)) continue;
    for (const Block& block : section.blocks) {
      if (!block.table) {
        const HeadingParts parts = PartsOfHeading(block.line.text);
        if (parts.colon) take(parts.core, parts.value);
        continue;
      }
      const Table& table = *block.table;
      for (std::size_t i = 0; i < table.columns.size() && !table.rows.empty(); ++i)
        take(table.columns[i].heading.text,
             CellOf(table.rows.front(), static_cast<std::int32_t>(i)).text);
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Row& row = table.rows[r];
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          const std::string_view name = row.cells[i].text;
          if (i + 1 < row.cells.size() && take(name, row.cells[i + 1].text)) {
            ++i;
          } else if (r + 1 < table.rows.size()) {
            take(name, CellOf(table.rows[r + 1], static_cast<std::int32_t>(i)).text);
          }
        }
      }
    }
  }
}

}  // namespace

Error RefusedAt(Code code, std::string_view rule, Place place, std::string ko, std::string en) {
  ErrorDetail detail;
  detail.rule = std::string(rule);
  detail.place = place;
  detail.message = {std::move(ko), std::move(en)};
  return Error(code, std::move(detail));
}

Result<void> Faults::Differs(std::string_view rule, Place place, std::string subject, Money stated,
                             Money expected) {
  const Result<Money> off = Subtract(stated, expected);
  const std::string difference = off ? Won(*off) : std::string();
  Message message{subject + ": 적힌 금액 " + Won(stated) + ", 맞는 금액 " + Won(expected) +
                      ", 차이 " + difference + ".",
                  subject + ": stated " + Won(stated) + ", should be " + Won(expected) +
                      ", difference " + difference + "."};
  if (!lenient_) {
    ErrorDetail detail;
    detail.rule = std::string(rule);
    detail.place = place;
    detail.available = expected.minor();
    detail.asked = stated.minor();
    detail.message = std::move(message);
    return Error(Code::kDoesNotAddUp, std::move(detail));
  }
  Finding finding;
  finding.rule = std::string(rule);
  finding.severity = Severity::kError;
  finding.place = place;
  finding.subject = std::move(subject);
  finding.subject_en = internal::EnglishSubject(finding.subject);
  finding.printed = Won(stated);
  finding.expected = Won(expected);
  finding.difference = difference;
  finding.message = std::move(message);
  findings_.push_back(std::move(finding));
  return {};
}

void Faults::Note(std::string_view rule, Place place, std::string subject, std::string_view printed,
                  Message message) {
  Finding finding;
  finding.rule = std::string(rule);
  finding.severity = Severity::kNote;
  finding.place = place;
  finding.subject = std::move(subject);
  finding.subject_en = internal::EnglishSubject(finding.subject);
  finding.printed = std::string(printed);
  finding.message = std::move(message);
  findings_.push_back(std::move(finding));
}

void ReadProgramYear(const Sheet& sheet, SheetFacts& facts, Faults& faults) {
  ProgramYear& year = facts.year;
  const BasicsView basics = BasicsOf(sheet);
  const OfficersView people = OfficersOf(sheet);
  facts.account = std::string(basics.account.text);
  year.period_text = std::string(basics.period_text.text);
  year.bureau = std::string(people.bureau.text);
  year.department = std::string(people.department.text);
  for (const OfficerEntry& officer : people.officers) {
    year.officers.push_back({std::string(officer.role.text), std::string(officer.name.text),
                             std::string(officer.phone.text)});
  }
  year.methods = FindMethods(basics.method.text);
  year.prose.purpose = Prose(sheet, SectionKind::kPurpose);
  year.prose.content = Prose(sheet, SectionKind::kContent);
  year.prose.history = Prose(sheet, SectionKind::kHistory);
  year.prose.effects = Prose(sheet, SectionKind::kEffects);
  if (year.prose.content != basics.content.text)
    year.prose.summary = std::string(basics.content.text);
  for (const Text& line : LinesOf(sheet, SectionKind::kLegalBasis)) {
    auto bases = FindLegalBases(line.text);
    if (!bases || bases->empty()) {
      faults.Note("legal_basis.unknown", line.place, "사업근거", line.text,
                  {"이 줄에서 법령이나 조례를 찾지 못했습니다.", "The line names no rule of law."});
      continue;
    }
    year.legal_bases.insert(year.legal_bases.end(), bases->begin(), bases->end());
  }
  PeriodContext context;
  if (Result<FiscalYear> fiscal = FiscalYear::Make(year.fiscal_year)) context.fiscal_year = *fiscal;
  std::vector<std::string_view> history;
  const std::vector<Text> lines = LinesOf(sheet, SectionKind::kHistory);
  history.reserve(lines.size());
  for (const Text& line : lines) history.push_back(line.text);
  year.contract = FindContract(history, context);
  ReadRungs(sheet, facts.rungs);
}

Result<void> ReadFunding(const Sheet& sheet, GovernmentKind tier, bool likely_sources,
                         SheetFacts& facts, Faults& faults) {
  const FundingView view = FundingOf(sheet);
  FundingSplit& split = facts.year.funding;
  const auto won = [&](const Figure& figure) -> Result<std::optional<Money>> {
    if (figure.state == FigureState::kUnreadable)
      return RefusedAt(Code::kSyntax, "sheet.amount", figure.printed.place,
                       "사업비의 금액을 읽을 수 없습니다.",
                       "An amount of the funding is unreadable.");
    auto amount = ToBudgetAmount(figure.amount, figure.unit);
    if (!amount)
      return RefusedAt(amount.code(), "sheet.amount", figure.printed.place,
                       "사업비의 금액을 원으로 바꿀 수 없습니다.",
                       "An amount of the funding cannot be had in won.");
    return amount->total;
  };
  auto total = won(view.total);
  if (!total) return std::move(total).error();
  split.total = *total;
  facts.sources_complete = true;
  std::vector<std::optional<Money>> stated;
  for (const FundingEntry& entry : view.entries) {
    auto amount = won(entry.amount);
    if (!amount) return std::move(amount).error();
    FundingPart part;
    part.label = std::string(entry.label.text);
    part.amount = *amount;
    std::optional<FundingSource> source = FindFundingSource(entry.label.text, tier);
    const std::vector<std::string_view> likely = LikelyFundingLabels(entry.label.text);
    if (!source && likely_sources && likely.size() == 1) {
      source = FindFundingSource(likely.front(), tier);
      part.label = std::string(likely.front());
    }
    if (!entry.outside) stated.push_back(part.amount);
    if (!source) {
      const std::string label(entry.label.text);
      faults.Note("funding.label", entry.label.place, "사업비", entry.label.text,
                  {"'" + label + "'은(는) 아는 재원이 아니어서 재원을 정하지 않았습니다.",
                   "\"" + label + "\" is no known source of money: its amount has no source."});
      if (part.amount && !entry.outside) facts.sources_complete = false;
      continue;
    }
    part.source = *source;
    (entry.outside ? split.outside_budget : split.in_budget).push_back(std::move(part));
  }
  const auto check = CheckSum(split.total, stated);
  if (!check) return Error(check.code());
  if (*check && !(*check)->holds()) {
    facts.sources_complete = false;
    return faults.Differs("funding.sum", view.total.printed.place, "사업비", (*check)->total,
                          (*check)->sum);
  }
  return {};
}

Result<void> ReadSchedule(const Sheet& sheet, SheetFacts& facts, Faults& faults) {
  const ScheduleView view = ScheduleOf(sheet);
  Schedule& schedule = facts.year.schedule;
  schedule.fiscal_year = view.year;
  Place place;
  for (const ScheduleStep& step : view.steps) {
    std::optional<Money> amount;
    if (step.amount.state == FigureState::kUnreadable)
      return RefusedAt(Code::kSyntax, "sheet.amount", step.amount.printed.place,
                       "추진일정의 금액을 읽을 수 없습니다.",
                       "An amount of the schedule is unreadable.");
    auto pair = ToBudgetAmount(step.amount.amount, step.amount.unit);
    if (!pair)
      return RefusedAt(pair.code(), "sheet.amount", step.amount.printed.place,
                       "추진일정의 금액을 원으로 바꿀 수 없습니다.",
                       "An amount of the schedule cannot be had in won.");
    amount = pair->total;
    if (step.total) {
      if (!schedule.total) {
        schedule.total = amount;
        place = step.amount.printed.place;
      }
      continue;
    }
    if (step.name.empty() && !amount) continue;
    if (!step.period && !step.period_text.empty())
      faults.Note("dates.unreadable", step.period_text.place,
                  "추진일정 · " + std::string(step.name.text), step.period_text.text,
                  {"추진기간을 읽을 수 없습니다.", "The period cannot be read."});
    PlannedStep planned;
    planned.name = std::string(step.name.text);
    planned.period = step.period;
    planned.amount = amount;
    planned.detail = std::string(step.detail.text);
    schedule.steps.push_back(std::move(planned));
  }
  const auto check = CheckScheduleTotal(schedule);
  if (!check) return Error(check.code());
  if (*check && !(*check)->holds())
    return faults.Differs("schedule.sum", place, "추진일정 · 계", (*check)->total, (*check)->sum);
  return {};
}

Result<SheetFacts> ReadFacts(const Sheet& sheet, GovernmentKind tier, bool likely_sources,
                             Faults& faults) {
  SheetFacts facts;
  facts.year.fiscal_year = sheet.fiscal_year;
  facts.year.name = std::string(sheet.title.text);
  if (sheet.title.empty())
    return RefusedAt(Code::kNotFound, "sheet.title", {}, "설명서에 사업명이 없습니다.",
                     "The sheet has no title.");
  if (sheet.fiscal_year < 1 || sheet.fiscal_year > 9998)
    return RefusedAt(Code::kNotFound, "sheet.year", {}, "설명서에 회계연도가 없습니다.",
                     "The sheet names no fiscal year.");
  ReadProgramYear(sheet, facts, faults);
  for (const auto read : {ReadItems, ReadSchedule, ReadPast}) {
    if (Result<void> done = read(sheet, facts, faults); !done) return std::move(done).error();
  }
  if (Result<void> done = ReadFunding(sheet, tier, likely_sources, facts, faults); !done)
    return std::move(done).error();
  // The same amount in the parts of the sheet.
  std::vector<std::optional<Money>> amounts;
  for (const ItemFacts& item : facts.items) amounts.push_back(item.budget.current.total);
  const auto sum = SumStated(amounts);
  if (!sum) return Error(sum.code());
  if (!*sum) return facts;
  if (facts.year.funding.total && *facts.year.funding.total != **sum) {
    facts.sources_complete = false;
    if (Result<void> told = faults.Differs("funding.total", FundingOf(sheet).total.printed.place,
                                           "사업비", *facts.year.funding.total, **sum);
        !told)
      return std::move(told).error();
  }
  if (facts.year.schedule.total && *facts.year.schedule.total != **sum) {
    const ScheduleView view = ScheduleOf(sheet);
    if (Result<void> told = faults.Differs("schedule.total", view.table->place, "추진일정 · 계",
                                           *facts.year.schedule.total, **sum);
        !told)
      return std::move(told).error();
  }
  return facts;
}

}  // namespace yesan::internal
