// 결산: cells that print no amount of their own, and what the rest of their row makes them.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/check/settlement_rows.h"
#include "lib/check/tables.h"

namespace yesan::internal {
namespace {

struct Member {
  Figure SettlementYear::*figure;
  SettlementColumn column;
};

constexpr Member kMembers[] = {
    {&SettlementYear::adopted, SettlementColumn::kAdopted},
    {&SettlementYear::carryover_in, SettlementColumn::kCarryoverIn},
    {&SettlementYear::net_adjustment, SettlementColumn::kNetAdjustment},
    {&SettlementYear::contingency, SettlementColumn::kNetAdjustment},
    {&SettlementYear::transfer, SettlementColumn::kNetAdjustment},
    {&SettlementYear::current_budget, SettlementColumn::kCurrentBudget},
    {&SettlementYear::disbursed, SettlementColumn::kDisbursed},
    {&SettlementYear::carryover_out, SettlementColumn::kCarryoverOut},
    {&SettlementYear::subsidy_refund, SettlementColumn::kSubsidyRefund},
    {&SettlementYear::lapsed, SettlementColumn::kLapsedBalance},
};

// The figure with its bracket read as its amount.
Figure Unbracketed(const Figure& figure, bool negative) {
  Figure out = figure;
  out.state = FigureState::kValue;
  out.amount.total = figure.amount.part;
  if (negative) {
    out.amount.total.value = Negate(out.amount.total.value);
    out.amount.total.sign = SignMark::kParentheses;
  }
  out.amount.part = Amount{};
  out.amount.part_kind = PartKind::kNotStated;
  return out;
}

bool Closes(const SettlementYear& year, const SettlementView& view, const TableShape& shape,
            SettlementColumn column) {
  auto checks = CheckRow(BuildYearRow(year, view.table, shape).row);
  if (!checks) return false;
  for (const IdentityCheck& check : *checks) {
    if (check.side != AmountSide::kTotal || check.identity == Identity::kPartWithinTotal ||
        !check.holds)
      continue;
    for (SettlementColumn member : check.columns) {
      const bool lapsed =
          column == SettlementColumn::kLapsedBalance && member == SettlementColumn::kUnspentBalance;
      if (member == column || lapsed) return true;
    }
  }
  return false;
}

// A figure of an identity; the identity is that all of them, with their signs, make zero.
struct Side {
  const Figure* figure;
  SettlementColumn column;
  int sign;
};

// What an identity leaves for its holes.
struct Rest {
  std::vector<Side> holes;
  std::optional<Quantity> model;
  Money needed;  // of the one hole, or of all together with the sign of the first
};

std::optional<Rest> RestOf(const std::vector<Side>& sides) {
  Rest rest;
  Money sum;
  std::int64_t place = 1;
  for (const Side& side : sides) {
    if (HoleOf(*side.figure) != Hole::kNone) {
      rest.holes.push_back(side);
      continue;
    }
    const auto quantity = TotalOf(*side.figure, Nothing::kDashIsZero);
    if (!quantity) return std::nullopt;
    auto next = side.sign > 0 ? Add(sum, quantity->value) : Subtract(sum, quantity->value);
    if (!next) return std::nullopt;
    sum = *next;
    if (!rest.model || quantity->digits > rest.model->digits) rest.model = quantity;
    place = std::max(place, quantity->last_place());
  }
  if (rest.holes.empty() || !rest.model) return std::nullopt;
  const auto needed = rest.holes.front().sign > 0 ? Negate(sum) : Result<Money>(sum);
  const auto size = Abs(sum);
  if (!needed || !size) return std::nullopt;
  rest.needed = *needed;
  // What rounding to 백만원 and above leaves is no missing amount.
  const bool coarse = IsMoney(rest.model->unit) && place >= 1'000'000;
  if (coarse && size->minor() / place <= static_cast<std::int64_t>(sides.size() / 2))
    rest.needed = Money();
  rest.model->minus = SignMark::kNone;
  return rest;
}

bool SameCell(const Figure& a, const Figure& b) {
  return a.printed.place.known() && a.printed.place == b.printed.place;
}

// Whether the figures without which a row says nothing are there.
bool Speaks(const std::vector<Side>& sides) {
  for (const Side& side : sides) {
    const bool main = side.column == SettlementColumn::kAdopted ||
                      side.column == SettlementColumn::kCurrentBudget ||
                      side.column == SettlementColumn::kDisbursed;
    if (main && side.figure->state != FigureState::kValue) return false;
  }
  return true;
}

class Holes {
 public:
  Holes(Context& context, const YearRow& year, const SettlementYear& printed)
      : context_(context), year_(year), printed_(printed), label_(YearLabel(printed)) {}

  void Take(const std::vector<Side>& sides) {
    const auto rest = RestOf(sides);
    if (!rest) return;
    if (rest->holes.size() > 1) {
      for (const Side& hole : rest->holes) {
        if (HoleOf(*hole.figure) == Hole::kBracket) return;  // it may stand for anything
      }
      if (!rest->needed.is_zero() && Speaks(sides)) ReportSeveral(*rest);
      return;
    }
    Report(rest->holes.front(), &*rest);
  }

  // Cells that say something is missing by themselves.
  void TakeAlone() {
    for (const Member& member : kMembers) {
      const Figure& figure = printed_.*member.figure;
      const Hole hole = HoleOf(figure);
      const bool part = hole == Hole::kPartOnly && figure.amount.part.has_value();
      if (hole == Hole::kBracket || part)
        Report({&(year_.view->*member.figure), member.column, 1}, nullptr);
    }
  }

 private:
  [[nodiscard]] Place PlaceOf(const Figure& figure) const {
    return figure.printed.place.known() ? figure.printed.place : printed_.label.place;
  }

  [[nodiscard]] bool IsReported(const Figure& figure) const {
    return std::any_of(reported_.begin(), reported_.end(), [&](const Figure* known) {
      return known == &figure || SameCell(*known, figure);
    });
  }

  // `figure` of the row that was read; brackets that could be read are looked up in what was printed.
  void Report(const Side& hole, const Rest* rest) {
    const Figure* printed = hole.figure;
    for (const Member& member : kMembers) {
      const Figure& figure = printed_.*member.figure;
      if (hole.figure == &(year_.view->*member.figure) || SameCell(*hole.figure, figure))
        printed = &figure;
    }
    if (IsReported(*printed)) return;
    const Hole kind = HoleOf(*printed);
    const bool part = kind == Hole::kPartOnly && printed->amount.part.has_value();
    if (kind != Hole::kBracket && !part && (rest == nullptr || rest->needed.is_zero())) return;
    reported_.push_back(printed);
    const std::string name = ColumnName(context_, hole.column);
    const std::string ko = label_ + " 결산의 " + name;
    const std::string en = EnglishColumn(context_, hole.column) + " of " + YearLabelEn(printed_);
    const std::string cell(printed->printed.text);
    std::string expected;
    Message why;
    if (rest != nullptr) {
      expected = context_.At(*rest->model, rest->needed);
      why.ko = " 나머지 금액으로 보면 " +
               With(context_.Ko(*rest->model, rest->needed), Particle::kSubject) +
               " 있어야 합니다.";
      why.en = "; the other figures need " + context_.En(*rest->model, rest->needed) + " there.";
    }
    const std::string subject = Subject({kSettlementSection, label_, name});
    if (kind == Hole::kBracket) {
      if (rest == nullptr) {
        if (const auto read = TotalOf(*hole.figure)) {
          Quantity plain = *read;
          plain.minus = SignMark::kNone;
          expected = context_.At(plain, read->value);
          why.ko = " " + With(context_.Ko(plain, read->value), Particle::kBy) +
                   " 읽으면 나머지 금액과 맞습니다.";
          why.en = "; read as " + context_.En(plain, read->value) + " it fits the other figures.";
        }
      }
      context_.Report(
          "notation.bracket_alone", PlaceOf(*printed), subject, cell, expected, "",
          {With(ko, Particle::kTopic) + " 괄호 안의 " + Quoted(cell, Language::kKorean) +
               "뿐이어서 음수인지, 내역만 적은 것인지 알 수 없습니다." + why.ko,
           "Of the " + en + " only " + Quoted(cell, Language::kEnglish) +
               " is printed: a negative amount, or a part without its total" +
               (why.en.empty() ? "." : why.en)});
      return;
    }
    const bool mark = kind == Hole::kPartOnly;
    context_.Report(
        "presence.missing_figure", PlaceOf(*printed), subject, cell, expected, "",
        {ko +
             (mark ? " 칸에 국비 등 내역 표시 " + Quoted(cell, Language::kKorean) +
                         "만 있고 금액이 없습니다."
                   : " 칸이 비어 있습니다.") +
             why.ko,
         "The " + en +
             (mark ? " has its subsidy mark " + Quoted(cell, Language::kEnglish) + " and no amount"
                   : " is blank") +
             (why.en.empty() ? "." : why.en)});
  }

  void ReportSeveral(const Rest& rest) {
    std::vector<std::string> ko;
    std::vector<std::string> en;
    for (const Side& hole : rest.holes) {
      if (IsReported(*hole.figure)) return;
      ko.push_back(ColumnName(context_, hole.column));
      en.push_back(EnglishColumn(context_, hole.column));
    }
    const Figure& first = *rest.holes.front().figure;
    reported_.push_back(&first);
    const std::string names = Join(ko, ", ");
    context_.Report("presence.missing_figure", PlaceOf(first),
                    Subject({kSettlementSection, label_, names}), std::string(first.printed.text),
                    "", "",
                    {label_ + " 결산의 " + With(names, Particle::kSubject) +
                         " 비어 있는데, 모두 0이면 나머지 금액과 맞지 않습니다. 남는 금액은 " +
                         context_.Ko(*rest.model, rest.needed) + "입니다.",
                     "The " + Join(en, ", ") + " of " + YearLabelEn(printed_) +
                         " are blank, but they cannot all be nothing: the other figures leave " +
                         context_.En(*rest.model, rest.needed) + "."});
  }

  Context& context_;
  const YearRow& year_;
  const SettlementYear& printed_;
  std::string label_;
  std::vector<const Figure*> reported_;
};

}  // namespace

Hole HoleOf(const Figure& figure) {
  if (figure.state != FigureState::kBlank) return Hole::kNone;
  switch (figure.amount.part_kind) {
    case PartKind::kNotStated:
      return Hole::kBlank;
    case PartKind::kNone:
    case PartKind::kStated:
    case PartKind::kStatedAfter:
      return Hole::kPartOnly;
    case PartKind::kParenthesized:
    case PartKind::kSquareBracketed:
      return Hole::kBracket;
  }
  return Hole::kBlank;
}

std::vector<SettlementYear> ReadBrackets(const SettlementView& view, const TableShape& shape) {
  std::vector<SettlementYear> years = view.years;
  for (SettlementYear& year : years) {
    for (const Member& member : kMembers) {
      if (HoleOf(year.*member.figure) != Hole::kBracket) continue;
      for (const bool negative : {true, false}) {
        SettlementYear read = year;
        read.*member.figure = Unbracketed(year.*member.figure, negative);
        if (!Closes(read, view, shape, member.column)) continue;
        year = std::move(read);
        break;
      }
    }
  }
  return years;
}

void CheckSettlementHoles(Context& context, const YearRow& year, const SettlementYear& printed,
                          const TableShape& shape) {
  Holes holes(context, year, printed);
  const SettlementYear& view = *year.view;
  const Table* table = context.settlement.table;
  Figure supplementary;
  if (!year.adjustments.empty()) {
    std::vector<Side> budget = {{&view.current_budget, SettlementColumn::kCurrentBudget, -1},
                                {&year.adopted, SettlementColumn::kAdopted, 1},
                                {&view.carryover_in, SettlementColumn::kCarryoverIn, 1}};
    if (shape.add_supplementary && table != nullptr && view.row != nullptr) {
      supplementary = FigureAt(*table, *view.row, shape.supplementary);
      budget.push_back({&supplementary, SettlementColumn::kAdopted, 1});
    }
    for (const Figure& figure : year.adjustments)
      budget.push_back({&figure, SettlementColumn::kNetAdjustment, 1});
    holes.Take(budget);
  }
  if (!year.carryovers_out.empty()) {
    std::vector<Side> spent = {{&view.current_budget, SettlementColumn::kCurrentBudget, -1},
                               {&view.disbursed, SettlementColumn::kDisbursed, 1},
                               {&view.lapsed, SettlementColumn::kLapsedBalance, 1}};
    for (const Figure& figure : year.carryovers_out)
      spent.push_back({&figure, SettlementColumn::kCarryoverOut, 1});
    if (shape.refund_column && shape.narrow)
      spent.push_back({&view.subsidy_refund, SettlementColumn::kSubsidyRefund, 1});
    holes.Take(spent);
  }
  holes.TakeAlone();
}

}  // namespace yesan::internal
