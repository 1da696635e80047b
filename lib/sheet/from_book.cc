#include "yesan/sheet/from_book.h"

#include <algorithm>
#include <utility>

#include "lib/sheet/sheet_builder.h"
#include "lib/sheet/year_facts.h"
#include "yesan/money/format.h"
#include "yesan/money/ratio.h"

namespace yesan {
namespace {

using internal::DiffersFrom;
using internal::PastYear;
using internal::RefusedYear;
using internal::SheetBuilder;
using internal::YearFigures;
using internal::YearItem;

using Rows = std::vector<std::vector<std::string>>;

std::string InUnit(Money amount, Unit unit, bool write_unit) {
  AmountFormat format;
  format.unit = unit;
  format.write_unit = write_unit;
  auto text = FormatMoney(amount, format);
  if (text) return *std::move(text);
  // No whole number of the unit: in won, which is exact.
  format.unit = Unit::kWon;
  format.write_unit = true;
  text = FormatMoney(amount, format);
  return text ? *std::move(text) : std::to_string(amount.minor());
}

std::string Thousands(Money amount) { return InUnit(amount, Unit::kThousandWon, false); }

// `(x-) 5,196,358`, `(x 300) 1,200`, `1,200`, or nothing.
std::string Cell(const BudgetAmount& amount) {
  if (!amount.total) return "";
  std::string cell;
  if (amount.part_kind == PartKind::kNone) cell = "(x-) ";
  if (amount.part_kind == PartKind::kStated) cell = "(x " + Thousands(amount.part) + ") ";
  return cell + Thousands(*amount.total);
}

bool HasOperator(std::string_view text) {
  for (const std::string_view sign : {"×", "x", "X", "*", "+", "÷", "/", "%"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

// A line of the basis: its own words where it computes, else its label and its amount in won and in 천원.
std::string BasisCell(const CostBasis& basis, BasisNodeId id) {
  const BasisNode& node = basis.node(id);
  constexpr std::string_view kBullets[] = {"○", "-", "·", "*"};
  const auto level = std::min<std::size_t>(static_cast<std::size_t>(node.level), 3);
  std::string head = node.bullet.empty() ? std::string(kBullets[level]) : node.bullet;
  head += ' ';
  head += node.label;
  if (node.remark || (!node.text.empty() && HasOperator(node.text))) {
    const bool whole = node.label.empty() || node.text.find(node.label) != std::string::npos;
    return whole ? node.text : head + " " + node.text;
  }
  const auto amount = basis.AmountOf(id);
  if (!amount) return node.text.empty() ? head : node.text;
  std::string cell = head;
  if (node.children.empty()) cell += " " + InUnit(*amount, Unit::kWon, true);
  return cell + " = " + InUnit(*amount, Unit::kThousandWon, true);
}

class Maker {
 public:
  Maker(const Book& book, ProgramId program, std::int32_t year, const SheetYearOptions& options)
      : book_(book), program_(program), year_(year), options_(options) {}

  Result<Sheet> Run() {
    const ProgramNode* node = book_.Find(program_);
    if (node == nullptr) return Error(Code::kNotFound);
    if (node->kind != CodeKind::kDetailedProgram || !IsValid(options_.rounding) ||
        !IsValid(options_.rate_rounding))
      return Error(Code::kInvalidArgument);
    if (options_.rate_digits < 0 || options_.rate_digits > 9) return Error(Code::kOutOfRange);
    facts_ = book_.YearsOf(program_)->Find(year_);
    if (facts_ == nullptr) {
      const std::string number = std::to_string(year_);
      return RefusedYear(Code::kNotFound, "sheet.program_year",
                         number + "년도 사업 설명이 장부에 없습니다.",
                         "The book has no year " + number + " of the program.");
    }
    auto figures = internal::FiguresOf(book_, program_, year_, options_);
    if (!figures) return std::move(figures).error();
    figures_ = *std::move(figures);
    auto past = internal::PastOf(book_, program_, year_, options_);
    if (!past) return std::move(past).error();
    past_ = *std::move(past);
    sheet_.Line(facts_->name);
    sheet_.Heading("1 기본 현황");
    for (const auto part :
         {&Maker::AddBasics, &Maker::AddOverview, &Maker::AddBasis, &Maker::AddProse,
          &Maker::AddSchedule, &Maker::AddEffects, &Maker::AddSettlement}) {
      if (Result<void> done = (this->*part)(); !done) return std::move(done).error();
    }
    return sheet_.Take();
  }

 private:
  [[nodiscard]] Money current() const noexcept { return *figures_.current.total; }

  Result<void> AddBasics() {
    const FundingSplit& split = options_.proposal != nullptr ? ProposedSplit() : facts_->funding;
    std::vector<std::optional<Money>> stated;
    for (const FundingPart& part : split.in_budget) stated.push_back(part.amount);
    const auto sum = SumStated(stated);
    if (!sum) return Error(sum.code());
    if (!options_.lenient) {
      if (!*sum)
        return RefusedYear(Code::kNotFound, "sheet.funding", "올해 예산의 재원이 장부에 없습니다.",
                           "The book does not say which sources pay for the year.");
      if (**sum != current() || (split.total && *split.total != current()))
        return DiffersFrom("sheet.funding", "재원", "funding",
                           split.total && *split.total != current() ? *split.total : **sum,
                           current());
    }
    sheet_.Heading("사업개요");
    Rows rows = {{"회 계", book_.Find(figures_.account)->name}};
    if (!facts_->period_text.empty()) rows.push_back({"사업기간", facts_->period_text});
    if (!facts_->prose.summary.empty()) rows.push_back({"사업내용", facts_->prose.summary});
    const auto part_text = [](const FundingPart& part) {
      const std::string label =
          part.label.empty() ? std::string(KoreanName(part.source)) : part.label;
      return "(" + label + ")" +
             (part.amount ? InUnit(*part.amount, Unit::kThousandWon, true) : std::string());
    };
    std::vector<std::string> inside = {
        "사업비 (당해년도)", InUnit(split.total.value_or(current()), Unit::kThousandWon, true)};
    for (const FundingPart& part : split.in_budget) inside.push_back(part_text(part));
    rows.push_back(std::move(inside));
    std::vector<std::string> outside = {""};
    for (const FundingPart& part : split.outside_budget)
      outside.push_back((outside.size() == 1 ? "기타 (예산 외) " : "") + part_text(part));
    if (outside.size() > 1) rows.push_back(std::move(outside));
    sheet_.Table("", {}, rows);
    if (facts_->department.empty() && facts_->officers.empty()) return {};
    sheet_.Heading("사업 담당자");
    std::vector<std::string> headings = {"실·국", "부서명"};
    std::vector<std::string> people = {facts_->bureau, facts_->department};
    for (const Officer& officer : facts_->officers) {
      headings.push_back(officer.role);
      people.push_back(officer.phone.empty() ? officer.name : officer.name + " " + officer.phone);
    }
    sheet_.Table("", headings, {people});
    return {};
  }

  // The sources of the program's lines in a proposal, summed.
  const FundingSplit& ProposedSplit() {
    proposed_ = {};
    for (const BudgetLine& line : options_.proposal->lines) {
      const ItemKey* key = book_.Find(line.item);
      if (key == nullptr || key->revenue || key->program != program_ || key->fiscal_year != year_)
        continue;
      for (const FundingPart& part : line.funding.in_budget) {
        if (!part.amount) continue;
        const auto same = std::find_if(
            proposed_.in_budget.begin(), proposed_.in_budget.end(),
            [&](const FundingPart& p) { return p.source == part.source && p.label == part.label; });
        if (same == proposed_.in_budget.end()) {
          proposed_.in_budget.push_back(part);
        } else if (const auto sum = Add(*same->amount, *part.amount)) {
          same->amount = *sum;
        }
      }
    }
    // Where the lines name none, the program's year does.
    return proposed_.in_budget.empty() ? facts_->funding : proposed_;
  }

  Result<std::vector<std::string>> OverviewRow(const std::string& label, const BudgetAmount& a,
                                               const BudgetAmount& b) const {
    const auto change = ComputeChange(a, b);
    if (!change) return Error(change.code());
    BudgetAmount printed;
    printed.total = change->total;
    if (change->total && change->part && a.part_kind != PartKind::kNotStated &&
        b.part_kind != PartKind::kNotStated) {
      const bool none = a.part_kind == PartKind::kNone && b.part_kind == PartKind::kNone;
      printed.part_kind = none ? PartKind::kNone : PartKind::kStated;
      printed.part = *change->part;
      // A part may fall by more than its total, but `(x 300) 33` reads as a fault.
      if (!PartWithinTotal(printed)) printed = BudgetAmount::Of(*change->total);
    }
    std::string rate = a.total && b.total ? "-" : "";
    if (a.total && b.total && !a.total->is_zero()) {
      const auto percent =
          ChangePercent(*a.total, *b.total, options_.rate_digits, options_.rate_rounding);
      if (!percent) return Error(percent.code());
      AmountFormat format;
      format.unit = Unit::kPercent;
      format.digits = options_.rate_digits;
      auto text = FormatNumber(*percent, format);
      if (!text) return std::move(text).error();
      rate = *std::move(text);
    }
    return std::vector<std::string>{label, Cell(a), Cell(b), Cell(printed), rate};
  }

  Result<void> AddOverview() {
    sheet_.Heading("2 예산 설명");
    sheet_.Heading("예산 총괄");
    const std::string prior =
        std::to_string(year_ - 1) +
        (options_.prior_stage == BudgetStage::kFinal && figures_.prior_adopted ? "최종예산액 (A)"
                                                                               : "예산액 (A)");
    Rows rows;
    auto total = OverviewRow("계", figures_.prior, figures_.current);
    if (!total) return std::move(total).error();
    rows.push_back(*std::move(total));
    for (const YearItem& item : figures_.items) {
      auto row = OverviewRow(item.label, item.prior, item.current);
      if (!row) return std::move(row).error();
      rows.push_back(*std::move(row));
    }
    sheet_.Table(
        "(단위 : 천원, %)",
        {"구 분", prior, std::to_string(year_) + "예산액 (B)", "증감 (B-A)", "(B-A)*100/A"}, rows);
    return {};
  }

  Result<void> AddBasis() {
    Rows rows;
    for (const YearItem& item : figures_.items) {
      const Money amount = item.current.total.value_or(Money());
      if (amount.is_zero()) continue;
      const auto total = item.basis != nullptr ? item.basis->Total() : std::nullopt;
      if (!options_.lenient) {
        if (!total)
          return RefusedYear(Code::kNotFound, "sheet.basis",
                             item.object_item + ": 산출근거가 장부에 없습니다.",
                             item.object_item + ": the book has no cost basis.");
        if (*total != amount)
          return DiffersFrom("sheet.basis", item.object_item + " 산출근거",
                             "cost basis of " + item.object_item, *total, amount);
      }
      if (item.basis == nullptr) continue;
      for (std::size_t i = 0; i < item.basis->size(); ++i) {
        rows.push_back({i == 0 ? item.label : std::string(),
                        BasisCell(*item.basis, static_cast<BasisNodeId>(i))});
      }
    }
    if (rows.empty()) return {};
    sheet_.Heading("산출근거");
    sheet_.Table("", {"과목구분", std::to_string(year_) + "년 예산내역"}, rows);
    return {};
  }

  void Prose(std::string_view heading, std::string_view text) {
    if (text.empty()) return;
    sheet_.Heading(heading);
    sheet_.Lines(text);
  }

  Result<void> AddProse() {
    sheet_.Heading("3 사업설명");
    Prose("□ 사업목적", facts_->prose.purpose);
    std::string bases;
    for (const LegalBasis& basis : facts_->legal_bases) {
      bases += "- " + basis.ToString();
      if (!basis.title.empty()) bases += "(" + basis.title + ")";
      bases += '\n';
    }
    Prose("□ 사업근거", bases);
    Prose("□ 사업내용", facts_->prose.content);
    // The methods are lines of the content where it names them.
    std::string methods;
    const std::vector<Method> named = FindMethods(facts_->prose.content);
    for (const Method method : facts_->methods) {
      if (std::find(named.begin(), named.end(), method) != named.end()) continue;
      methods += (methods.empty() ? "- " : ", ") + std::string(KoreanName(method));
    }
    Prose("□ 추진방법", methods);
    Prose("□ 추진경위", facts_->prose.history);
    return {};
  }

  Result<void> AddSchedule() {
    const Schedule& schedule = facts_->schedule;
    if (schedule.steps.empty()) {
      if (options_.lenient) return {};
      return RefusedYear(Code::kNotFound, "sheet.schedule", "올해 추진일정이 장부에 없습니다.",
                         "The book has no schedule of the year.");
    }
    std::vector<std::optional<Money>> amounts;
    for (const PlannedStep& step : schedule.steps) amounts.push_back(step.amount);
    const auto sum = SumStated(amounts);
    if (!sum) return Error(sum.code());
    if (!options_.lenient && *sum && **sum != current())
      return DiffersFrom("sheet.schedule", "추진일정", "schedule", **sum, current());
    if (!options_.lenient && schedule.total && *schedule.total != current())
      return DiffersFrom("sheet.schedule", "추진일정", "schedule", *schedule.total, current());
    const auto fiscal = FiscalYear::Make(year_, book_.government().calendar);
    if (!fiscal) return Error(fiscal.code());
    Rows rows;
    if (*sum) rows.push_back({"계", "", Thousands(schedule.total.value_or(**sum)), ""});
    for (const PlannedStep& step : schedule.steps) {
      std::string period;
      if (step.period) {
        const PeriodTerm& term = step.period->in_force();
        if (!options_.lenient &&
            ((term.first && *term.first < fiscal->first_day()) ||
             (term.last && fiscal->last_day() < *term.last) || IsBackwards(term)))
          return RefusedYear(Code::kOutOfRange, "sheet.schedule_period",
                             "추진일정 '" + step.name + "'의 기간이 회계연도 밖입니다.",
                             "The step \"" + step.name + "\" lies outside the fiscal year.");
        period = step.period->raw.empty() ? FormatPeriod(*step.period) : step.period->raw;
      }
      rows.push_back(
          {step.name, period, step.amount ? Thousands(*step.amount) : std::string(), step.detail});
    }
    sheet_.Heading("□ " + std::to_string(year_) + "년도 추진일정");
    sheet_.Table("(단위 : 천원)", {"사업추진절차", "추진기간", "예산집행금액", "추진세부내용"},
                 rows);
    return {};
  }

  Result<void> AddEffects() {
    Rows rows;
    for (std::int32_t year = year_ - 3; year < year_; ++year) {
      std::string text;
      for (const YearRecord& record : options_.records) {
        if (record.fiscal_year == year && text.empty()) text = record.text;
      }
      for (const ImportedYear& imported : book_.ImportedYearsOf(program_)) {
        if (imported.fiscal_year == year && text.empty()) text = imported.record;
      }
      if (!text.empty()) rows.push_back({std::to_string(year) + "년도", text});
    }
    if (rows.empty() && facts_->prose.effects.empty()) return {};
    sheet_.Heading("4 사업 효과");
    if (!rows.empty()) {
      sheet_.Heading("□ 최근 3년 추진실적");
      sheet_.Table("", {}, rows);
    }
    Prose("□ 향후 기대효과", facts_->prose.effects);
    return {};
  }

  Result<void> AddSettlement() {
    constexpr SettlementColumn kColumns[] = {
        SettlementColumn::kAdopted,       SettlementColumn::kCarryoverIn,
        SettlementColumn::kNetAdjustment, SettlementColumn::kCurrentBudget,
        SettlementColumn::kDisbursed,     SettlementColumn::kCarryoverOut,
        SettlementColumn::kLapsedBalance};
    Rows rows;
    std::vector<std::string> notes;
    for (const PastYear& past : past_) {
      const std::string year = std::to_string(past.settled.fiscal_year);
      switch (past.settled.origin) {
        case YearOrigin::kMissing:
          notes.push_back("※ " + year + "년: 결산 자료 없음");
          continue;
        case YearOrigin::kImported:
          notes.push_back("※ " + year + "년: 옮겨 온 자료" +
                          (past.document.empty() ? "" : " (" + past.document + ")"));
          break;
        case YearOrigin::kComputed:
          notes.push_back("※ " + year + "년: 장부로 계산" +
                          (past.settled.open ? " (마감 전)" : ""));
          break;
      }
      std::vector<std::string> cells = {year};
      for (const SettlementColumn column : kColumns) {
        std::string cell = Cell(past.printed.row.at(column));
        cells.push_back(cell.empty() ? "-" : std::move(cell));
      }
      rows.push_back(std::move(cells));
    }
    sheet_.Heading("5 최근 3년 결산 현황");
    if (!rows.empty())
      sheet_.Table("(단위 : 천원)",
                   {"연도", "최종예산", "전년이월", "예산변경", "예산현액", "집행액", "차년이월",
                    "집행잔액"},
                   rows);
    for (const std::string& note : notes) sheet_.Line(note);
    return {};
  }

  const Book& book_;
  ProgramId program_;
  std::int32_t year_;
  const SheetYearOptions& options_;
  const ProgramYear* facts_ = nullptr;
  YearFigures figures_;
  std::vector<PastYear> past_;
  FundingSplit proposed_;
  SheetBuilder sheet_;
};

}  // namespace

Result<std::vector<SheetSettledYear>> SettledYearsOf(const Book& book, ProgramId program,
                                                     std::int32_t fiscal_year,
                                                     const SheetYearOptions& options) {
  const ProgramNode* node = book.Find(program);
  if (node == nullptr) return Error(Code::kNotFound);
  if (node->kind != CodeKind::kDetailedProgram) return Error(Code::kInvalidArgument);
  auto past = internal::PastOf(book, program, fiscal_year, options);
  if (!past) return std::move(past).error();
  std::vector<SheetSettledYear> years;
  for (const PastYear& year : *past) years.push_back(year.settled);
  return years;
}

Result<Sheet> MakeSheet(const Book& book, ProgramId program, std::int32_t fiscal_year,
                        const SheetYearOptions& options) {
  return Maker(book, program, fiscal_year, options).Run();
}

}  // namespace yesan
