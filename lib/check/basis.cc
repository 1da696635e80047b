// 산출근거: leaves, parents, won beside 천원, and what the formulas come to.
#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "lib/check/basis_amounts.h"
#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"
#include "yesan/money/format.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/ratio.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "산출근거";

BasisLine LineOf(const CostBasisView& view, BasisNodeId id) {
  const auto index = static_cast<std::size_t>(id);
  return index < view.lines.size() ? view.lines[index] : BasisLine{};
}

// An amount at the place where it is printed: the line was put together from cells, so that only the view knows.
std::optional<Quantity> QuantityOf(const BasisAmount& amount, const Text& text,
                                   const BasisNode& node) {
  const auto won = amount.won();
  if (!won) return std::nullopt;
  Quantity quantity;
  quantity.value = *won;
  quantity.unit = amount.unit;
  quantity.digits = amount.figure.scale();
  quantity.unit_written = !amount.unit_assumed;
  quantity.place = text.place.known() ? text.place : node.place;
  quantity.printed = text.text;
  return quantity;
}

std::string LabelOf(const Context& context, BasisNodeId id) {
  const BasisNode& node = context.basis.tree.node(id);
  if (!node.label.empty()) return Excerpt(node.label);
  const BasisLine line = LineOf(context.basis, id);
  if (!line.object_item.empty()) return Excerpt(line.object_item.text);
  return Excerpt(node.text);
}

// Whether the children make the parent once those that their formulas refute are put right.
bool HoldsAsComputed(const CostBasis& tree, BasisNodeId id, Money parent,
                     const std::map<BasisNodeId, Money>& refuted) {
  const auto own = refuted.find(id);
  if (own != refuted.end()) parent = own->second;
  bool any = own != refuted.end();
  Money sum;
  for (BasisNodeId child : tree.node(id).children) {
    const BasisNode& node = tree.node(child);
    if (node.remark) continue;
    std::optional<Money> amount = tree.AmountOf(child);
    if (const auto found = refuted.find(child); found != refuted.end()) {
      amount = found->second;
      any = true;
    }
    if (!amount) return false;
    auto next = node.role == FormulaRole::kPrior ? Subtract(sum, *amount) : Add(sum, *amount);
    if (!next) return false;
    sum = *next;
  }
  return any && sum == parent;
}

void CheckChildren(Context& context, BasisNodeId id, const std::map<BasisNodeId, Money>& refuted) {
  const CostBasis& tree = context.basis.tree;
  const auto difference = tree.DifferenceOf(id);
  const auto printed = BasisQuantityOf(context.basis, id);
  if (!difference || !printed || LacksAnAmount(context.basis, id)) return;
  std::vector<Quantity> parts;
  for (BasisNodeId child : tree.node(id).children) {
    if (const auto part = BasisQuantityOf(context.basis, child)) parts.push_back(*part);
  }
  context.Evaluated("basis.sum");
  SumFit holds;
  holds.fit = difference->difference.is_zero() ? Fit::kExact : Fit::kOff;
  CoverSum(context, "basis.sum", holds, WithParts(*printed, parts));
  if (difference->difference.is_zero()) return;
  if (HoldsAsComputed(tree, id, difference->printed, refuted)) return;
  SumFit fit;
  fit.sum = difference->children;
  fit.difference = difference->difference;
  const std::string label = LabelOf(context, id);
  const std::int64_t unit = printed->last_place();
  const auto size = Abs(fit.difference);
  if (unit >= 1'000'000 && size &&
      size->minor() / unit <= static_cast<std::int64_t>(parts.size() / 2)) {
    ReportRounded(context, *printed, fit, kSection, label);
    return;
  }
  const auto total = tree.Total();
  const auto leaves = tree.LeavesTotal();
  // Children that make another parent's amount, while the leaves come to the total: a level was lost in print.
  const bool level_lost = total && leaves && *total == *leaves;
  const Message lack = level_lost ? Message{} : MayLackRows(*printed, parts, fit.difference);
  context.Report(
      "basis.sum", printed->place, Subject({kSection, label}), std::string(printed->printed),
      context.At(*printed, fit.sum), context.At(*printed, fit.difference),
      {With(Quoted(label, Language::kKorean), Particle::kTopic) + " " +
           context.Ko(*printed, printed->value) + "인데, 그 아래 " + std::to_string(parts.size()) +
           "개 항목을 더하면 " + context.Ko(*printed, fit.sum) + "입니다. 차이는 " +
           context.Ko(*printed, fit.difference) + "입니다." +
           (level_lost ? " 세부 항목의 총합은 맞으므로 중간 항목이 빠졌을 수 있습니다." : lack.ko),
       Quoted(label, Language::kEnglish) + " is printed as " +
           context.En(*printed, printed->value) + ", but the " + std::to_string(parts.size()) +
           " item(s) under it add up to " + context.En(*printed, fit.sum) + "; the difference is " +
           context.En(*printed, fit.difference) + "." +
           (level_lost ? " The leaves come to the total, so a level may have been lost."
                       : lack.en)});
}

void CheckBothUnits(Context& context, BasisNodeId id) {
  const CostBasis& tree = context.basis.tree;
  const auto mismatch = tree.WonMismatch(id);
  if (!mismatch) return;
  const BasisNode& node = tree.node(id);
  const auto won = WonQuantityOf(context.basis, id);
  const auto unit = UnitQuantityOf(context.basis, id);
  if (!won || !unit) return;
  context.Evaluated("basis.won_thousand");
  SumFit holds;
  holds.fit = mismatch->is_zero() ? Fit::kExact : Fit::kOff;
  context.identities.Keep("basis.won_thousand", mismatch->is_zero(), {*won, *unit},
                          FigureSide::kTotal, 0);
  for (const Quantity& figure : {*won, *unit}) {
    // Won that are no whole 천원 are noted (basis.won_rounded), so that no misprint of either passes.
    if (holds.fit == Fit::kExact) {
      CoverExactly(context, "basis.won_thousand", figure);
    } else {
      CoverRoughly(context, "basis.won_thousand", figure);
    }
  }
  if (mismatch->is_zero()) return;
  const std::string label = LabelOf(context, id);
  const RoundingSet modes = ConsistentUnitRoundings(ToDecimal(won->value), FactorInWon(unit->unit),
                                                    node.unit_amount->figure);
  const bool rounded = !modes.empty();
  const std::string unit_name(Name(unit->unit, Language::kKorean));
  if (rounded) {
    context.rounded.push_back(
        {unit->place, std::string(unit->printed), Subject({kSection, label}), modes});
    context.Report(
        "basis.won_rounded", won->place, Subject({kSection, label}), std::string(won->printed),
        context.At(*won, unit->value), context.At(*won, *mismatch),
        {With(Quoted(label, Language::kKorean), Particle::kTopic) + " " +
             With(context.Ko(*won, won->value), Particle::kAnd) + " " +
             With(context.Ko(*unit, unit->value), Particle::kBy) + " 함께 적혀 있어 " + unit_name +
             " 미만의 금액이 남습니다.",
         Quoted(label, Language::kEnglish) + " is printed as " + context.En(*won, won->value) +
             " and as " + context.En(*unit, unit->value) + ": a fraction of the unit is left."});
    return;
  }
  context.Report("basis.won_thousand", won->place, Subject({kSection, label}),
                 std::string(won->printed), context.At(*won, unit->value),
                 context.At(*won, *mismatch),
                 {With(Quoted(label, Language::kKorean), Particle::kTopic) + " 원 단위로는 " +
                      context.Ko(*won, won->value) + ", " + unit_name + " 단위로는 " +
                      With(context.Ko(*unit, unit->value), Particle::kBy) + " 적혀 있어 " +
                      context.Ko(*won, *mismatch) + " 차이가 납니다.",
                  Quoted(label, Language::kEnglish) + " is printed as " +
                      context.En(*won, won->value) + " and as " + context.En(*unit, unit->value) +
                      "; the difference is " + context.En(*won, *mismatch) + "."});
}

bool StatesRoughly(const BasisNode& node) {
  for (const std::string_view sign : {"≒", "≈", "≃", "≅"}) {
    if (node.text.find(sign) != std::string::npos) return true;
  }
  return false;
}

// `3,850,000,000원×0.52% ≒ 20,000천원`: about that much, which is asked for only where it is not even near.
void CheckRoughly(Context& context, BasisNodeId id, const Judgement& judgement,
                  const Quantity& stated) {
  constexpr std::int64_t kNear = 20;  // a twentieth
  const auto difference = judgement.difference.Round(1, Rounding::kDown);
  if (!difference) return;
  const auto exact = Subtract(stated.value, *difference);
  const auto magnified = Multiply(*difference, kNear);
  if (!exact) return;
  const auto off = magnified ? Abs(*magnified) : Result<Money>(Error(Code::kOverflow));
  const auto whole = Abs(*exact);
  if (off && whole && *off <= *whole) return;
  Quantity won = stated;
  won.unit = Unit::kWon;
  won.digits = 0;
  const std::string label = LabelOf(context, id);
  context.Report("basis.approximate", stated.place, Subject({kSection, label}),
                 context.At(stated, stated.value), context.At(won, *exact), "",
                 {With(Quoted(label, Language::kKorean), Particle::kTopic) + " 산식대로 계산하면 " +
                      context.Ko(won, *exact) + "인데, 어림한 금액은 " +
                      With(context.Ko(stated, stated.value), Particle::kBy) + " 크게 다릅니다.",
                  "The formula of " + Quoted(label, Language::kEnglish) + " comes to " +
                      context.En(won, *exact) + ", far from the " +
                      context.En(stated, stated.value) + " that is said to be about as much."});
}

void CheckFormula(Context& context, BasisNodeId id) {
  const CostBasis& tree = context.basis.tree;
  const BasisNode& node = tree.node(id);
  // One number and its amount in another unit is no computation: CheckBothUnits has it.
  if (!node.formula || (node.formula->side_count() == 1 && node.formula->is_lone_number())) return;
  const Judgement judgement = tree.JudgeNode(id);
  if (judgement.verdict == Verdict::kNotArithmetic ||
      judgement.verdict == Verdict::kNothingStated) {
    return;
  }
  const auto stated = BasisQuantityOf(context.basis, id);
  if (!stated) return;
  if (judgement.verdict == Verdict::kWrong && StatesRoughly(node)) {
    CheckRoughly(context, id, judgement, *stated);
    return;
  }
  context.Evaluated("basis.formula");
  // A rounded result has neighbours that another rounding explains; the factors are rounded away.
  if (judgement.verdict != Verdict::kWrong && judgement.roundings == RoundingSet::All()) {
    CoverExactly(context, "basis.formula", *stated);
  } else {
    CoverRoughly(context, "basis.formula", *stated);
  }
  CoverRoughly(context, "basis.formula", node.place);
  if (const auto off = judgement.difference.Round(1, Rounding::kDown)) {
    const bool holds = judgement.verdict != Verdict::kWrong;
    const bool exact = judgement.roundings == RoundingSet::All();
    context.identities.KeepAlone("basis.formula", *stated, holds ? Money() : *off,
                                 exact ? 0 : 2 * stated->last_place());
  }
  if (judgement.verdict != Verdict::kWrong) {
    // What no rounding changes tells nothing of the modes.
    if (judgement.roundings == RoundingSet::All()) return;
    context.rounded.push_back({stated->place, std::string(stated->printed),
                               Subject({kSection, LabelOf(context, id)}), judgement.roundings});
    return;
  }
  const std::string label = LabelOf(context, id);
  // The exact value is the stated one less the difference; a fraction of a won is cut for the sentence only.
  auto difference = judgement.difference.Round(1, Rounding::kDown);
  auto exact =
      difference ? Subtract(stated->value, *difference) : Result<Money>(Error(Code::kOverflow));
  if (!exact) return;
  Quantity won = *stated;
  won.unit = Unit::kWon;
  won.digits = 0;
  std::string expected = context.At(*stated, *exact);
  if (expected.empty()) expected = context.At(won, *exact);
  context.Report("basis.formula", stated->place, Subject({kSection, label}),
                 std::string(stated->printed), expected,
                 context.At(*stated, *difference).empty() ? context.At(won, *difference)
                                                          : context.At(*stated, *difference),
                 {With(Quoted(label, Language::kKorean), Particle::kTopic) + " 산식대로 계산하면 " +
                      context.Ko(won, *exact) + "인데, " +
                      With(context.Ko(*stated, stated->value), Particle::kBy) + " 적혀 있습니다.",
                  "The formula of " + Quoted(label, Language::kEnglish) + " comes to " +
                      context.En(won, *exact) + ", but " + context.En(*stated, stated->value) +
                      " is printed."});
}

void CheckMissingWon(Context& context, BasisNodeId id) {
  const CostBasis& tree = context.basis.tree;
  if (!tree.LacksWon(id)) return;
  const BasisNode& node = tree.node(id);
  const std::string label = LabelOf(context, id);
  AmountFormat format;
  auto figure = FormatNumber(node.won_amount->figure, format);
  const std::string printed = figure ? *figure : node.won_amount->figure.ToString();
  const auto won = WonQuantityOf(context.basis, id);
  context.Report(
      "notation.missing_unit", won ? won->place : node.place, Subject({kSection, label}), printed,
      printed + "원", "",
      {Quoted(label, Language::kKorean) + "의 금액 " + printed + "에 단위 '원'이 빠져 있습니다.",
       "The amount " + printed + " of " + Quoted(label, Language::kEnglish) +
           " lacks its unit, 원 (won)."});
}

// A line that says less than the others do: no amount at all, no formula, no result.
void CheckOddLines(Context& context) {
  const CostBasis& tree = context.basis.tree;
  std::vector<BasisNodeId> without_base;
  std::vector<BasisNodeId> without_result;
  std::vector<BasisNodeId> without_amount;
  std::size_t leaves = 0;
  std::size_t parents = 0;
  for (BasisNodeId id = 0; static_cast<std::size_t>(id) < tree.size(); ++id) {
    const BasisNode& node = tree.node(id);
    // Revised less prior (추경) has another form.
    if (node.role != FormulaRole::kOnly) return;
    if (node.formula && node.formula->kind() == FormulaKind::kPair) return;
    if (IsTotal(BasisNameOf(context.basis, id)) || node.remark || node.refusal != Code::kOk)
      continue;
    if (!node.children.empty()) {
      ++parents;
      if (!node.unit_amount && !node.won_amount) without_amount.push_back(id);
      continue;
    }
    if (!tree.AmountOf(id)) continue;  // words
    ++leaves;
    const bool formula = node.formula && node.formula->kind() == FormulaKind::kExpression;
    if (!formula && !node.won_amount) without_base.push_back(id);
    // The result of a formula may be printed in won.
    if (!node.unit_amount && !(formula && node.won_amount)) without_result.push_back(id);
  }
  if (leaves + parents < 3) return;
  const auto report = [&](const std::vector<BasisNodeId>& odd, std::size_t of, std::string_view ko,
                          std::string_view en) {
    if (odd.size() * 2 >= of) return;
    for (BasisNodeId id : odd) {
      const std::string label = LabelOf(context, id);
      context.Report(
          "basis.odd_line", tree.node(id).place, Subject({kSection, label}),
          Excerpt(tree.node(id).text), "", "",
          {"다른 항목과 달리 " + Quoted(label, Language::kKorean) + "에는 " + std::string(ko),
           "Unlike the others, " + Quoted(label, Language::kEnglish) + " " + std::string(en)});
    }
  };
  report(without_base, leaves, "산식이나 원 단위 금액이 적혀 있지 않습니다.",
         "states neither a formula nor an amount in won.");
  report(without_result, leaves, "결과 금액이 적혀 있지 않습니다.", "states no result.");
  // Where no head of a group has an amount, it is how the basis is laid out.
  if (parents > 1 && without_amount.size() == parents) return;
  report(without_amount, leaves + parents, "금액이 적혀 있지 않습니다.", "states no amount.");
}

// `○ 소모품 (x 5)`: the amount of the line is lost, and with it every sum that the line is part of.
void CheckPartAlone(Context& context, BasisNodeId id) {
  const std::string_view mark = PartAloneOf(context.basis, id);
  if (mark.empty()) return;
  const BasisNode& node = context.basis.tree.node(id);
  const BasisLine line = LineOf(context.basis, id);
  const std::size_t at = line.text.text.rfind(mark);
  const Place place =
      at != std::string_view::npos ? context.sheet.PlaceOf(line.text, at, mark.size()) : node.place;
  std::string label = LabelOf(context, id);
  if (const std::size_t open = label.rfind('('); open != std::string::npos && open > 0)
    label = Excerpt(std::string_view(label).substr(0, open));
  if (label == node.bullet) label = Excerpt(line.object_item.text);
  if (label.empty()) label = kSection;
  const std::string printed(mark);
  context.Report("presence.missing_figure", place.known() ? place : node.place,
                 Subject({kSection, label}), printed, "", "",
                 {"산출근거의 " + Quoted(label, Language::kKorean) + "에 국비 등 내역 " + printed +
                      "만 있고 금액이 없습니다. 이 항목이 든 합은 검산하지 않았습니다.",
                  Quoted(label, Language::kEnglish) + " in the cost basis has its subsidy part " +
                      printed + " and no amount; the sums that it is part of were not proved."});
}

// Totals among the rows of the basis: 계, 합계.
void CheckStatedTotals(Context& context, const std::map<BasisNodeId, Money>& refuted) {
  const CostBasis& tree = context.basis.tree;
  const auto sum = BasisTotal(context.basis);
  if (!sum) return;
  for (BasisNodeId id : tree.roots()) {
    if (LacksAnAmount(context.basis, id)) return;
  }
  struct Stated {
    std::optional<Quantity> printed;
    std::string label;
  };
  std::vector<Stated> totals;
  std::vector<Quantity> parts;
  for (BasisNodeId id : tree.roots()) {
    const std::string_view name = BasisNameOf(context.basis, id);
    if (!IsTotal(name)) {
      if (const auto quantity = BasisQuantityOf(context.basis, id)) parts.push_back(*quantity);
    } else if (!IsSubtotal(name)) {
      totals.push_back({BasisQuantityOf(context.basis, id), LabelOf(context, id)});
    }
  }
  // The reader keeps the line of the total beside the tree.
  totals.push_back({TotalOf(context.basis.total), "합계"});
  for (const auto& [printed, label] : totals) {
    if (!printed) continue;
    SumFit holds;
    holds.fit = printed->value == *sum ? Fit::kExact : Fit::kOff;
    CoverSum(context, "basis.stated_total", holds, WithParts(*printed, parts));
    if (printed->value == *sum || printed->value == BasisTotal(context.basis, refuted)) continue;
    SumFit fit;
    fit.sum = *sum;
    if (const auto difference = Subtract(printed->value, *sum)) fit.difference = *difference;
    const auto size = Abs(fit.difference);
    const std::int64_t unit = printed->last_place();
    if (unit >= 1'000'000 && size &&
        size->minor() / unit <= static_cast<std::int64_t>(parts.size() / 2)) {
      ReportRounded(context, *printed, fit, kSection, label);
      continue;
    }
    const Message lack = MayLackRows(*printed, parts, fit.difference);
    context.Report(
        "basis.stated_total", printed->place, Subject({kSection, label}),
        std::string(printed->printed), context.At(*printed, *sum),
        context.At(*printed, fit.difference),
        {"산출근거의 " + With(label, Particle::kTopic) + " " +
             context.Ko(*printed, printed->value) + "인데, 각 항목을 더하면 " +
             context.Ko(*printed, *sum) + "입니다. 차이는 " + context.Ko(*printed, fit.difference) +
             "입니다." + lack.ko,
         "The total of the cost basis is printed as " + context.En(*printed, printed->value) +
             ", but its items add up to " + context.En(*printed, *sum) + "; the difference is " +
             context.En(*printed, fit.difference) + "." + lack.en});
  }
}

}  // namespace

std::string_view PartAloneOf(const CostBasisView& view, BasisNodeId id) {
  const BasisNode& node = view.tree.node(id);
  if (!node.children.empty() || view.tree.AmountOf(id)) return {};
  const std::string_view text = node.text;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || text.back() != ')') return {};
  const std::string_view mark = text.substr(open);
  const auto pair = ParsePairedAmount(mark);
  const bool alone = pair && pair->total.kind == AmountKind::kBlank &&
                     (pair->part_kind == PartKind::kNone || pair->part_kind == PartKind::kStated);
  return alone ? mark : std::string_view();
}

bool LacksAnAmount(const CostBasisView& view, BasisNodeId id) {
  if (!PartAloneOf(view, id).empty()) return true;
  const auto& children = view.tree.node(id).children;
  return std::any_of(children.begin(), children.end(),
                     [&](BasisNodeId child) { return LacksAnAmount(view, child); });
}

std::optional<Quantity> WonQuantityOf(const CostBasisView& view, BasisNodeId id) {
  const BasisNode& node = view.tree.node(id);
  if (!node.won_amount) return std::nullopt;
  return QuantityOf(*node.won_amount, LineOf(view, id).won_text, node);
}

std::optional<Quantity> UnitQuantityOf(const CostBasisView& view, BasisNodeId id) {
  const BasisNode& node = view.tree.node(id);
  if (!node.unit_amount) return std::nullopt;
  return QuantityOf(*node.unit_amount, LineOf(view, id).result_text, node);
}

std::optional<Quantity> BasisQuantityOf(const CostBasisView& view, BasisNodeId id) {
  if (auto unit = UnitQuantityOf(view, id)) return unit;
  if (auto won = WonQuantityOf(view, id)) return won;
  const auto amount = view.tree.AmountOf(id);
  if (!amount) return std::nullopt;
  Quantity quantity;
  quantity.value = *amount;
  quantity.unit = Unit::kWon;
  quantity.place = view.tree.node(id).place;
  // Beside a misprinted figure it proves the factors at most, not the line.
  if (view.tree.node(id).refusal != Code::kOk) quantity.place.length = 0;
  return quantity;
}

std::string_view BasisNameOf(const CostBasisView& view, BasisNodeId id) {
  const std::string& label = view.tree.node(id).label;
  if (!label.empty()) return label;
  const auto index = static_cast<std::size_t>(id);
  return index < view.lines.size() ? view.lines[index].object_item.text : std::string_view();
}

std::map<BasisNodeId, Money> RefutedLines(const CostBasis& tree) {
  std::map<BasisNodeId, Money> refuted;
  for (BasisNodeId id = 0; static_cast<std::size_t>(id) < tree.size(); ++id) {
    const BasisNode& node = tree.node(id);
    if (!node.formula || node.formula->side_count() != 1 || node.formula->is_lone_number())
      continue;
    const Judgement judgement = tree.JudgeNode(id);
    const auto amount = tree.AmountOf(id);
    if (judgement.verdict != Verdict::kWrong || StatesRoughly(node) || !amount ||
        !judgement.difference.is_whole())
      continue;
    const auto difference = judgement.difference.Round(1, Rounding::kUnnecessary);
    if (!difference) continue;
    if (const auto exact = Subtract(*amount, *difference)) refuted.emplace(id, *exact);
  }
  return refuted;
}

std::optional<Money> BasisTotal(const CostBasisView& view,
                                const std::map<BasisNodeId, Money>& instead) {
  const CostBasis& tree = view.tree;
  std::optional<Money> sum;
  for (BasisNodeId id : tree.roots()) {
    if (IsTotal(BasisNameOf(view, id)) || tree.node(id).remark) continue;
    auto amount = tree.AmountOf(id);
    if (const auto found = instead.find(id); found != instead.end()) amount = found->second;
    if (!amount) continue;
    auto next = Add(sum.value_or(Money()), *amount);
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

void CheckBasisOf(Context& context) {
  const CostBasis& tree = context.basis.tree;
  const std::map<BasisNodeId, Money> refuted = RefutedLines(tree);
  for (BasisNodeId id = 0; static_cast<std::size_t>(id) < tree.size(); ++id) {
    CheckMissingWon(context, id);
    CheckBothUnits(context, id);
    CheckFormula(context, id);
    CheckChildren(context, id, refuted);
    CheckPartAlone(context, id);
  }
  CheckStatedTotals(context, refuted);
  CheckOddLines(context);
}

}  // namespace yesan::internal
