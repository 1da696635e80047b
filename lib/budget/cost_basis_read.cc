#include "lib/budget/cost_basis_read.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "lib/budget/broken_figure.h"
#include "lib/budget/bullet.h"
#include "yesan/base/text.h"

namespace yesan {
namespace internal {
namespace {

constexpr std::int32_t kBracketRank = 3;
constexpr std::int32_t kHeadingRank = 5;
constexpr std::int32_t kTopRowRank = 6;
constexpr std::int32_t kRowRank = 190;

Place PlaceWithin(const Place& place, std::string_view text, TextSpan span) {
  if (!place.known() || place.length != text.size()) return place;
  Place inner = place;
  if (place.column != 0) {
    inner.column += static_cast<std::uint32_t>(CountCharacters(text.substr(0, span.offset)));
  }
  inner.offset += span.offset;
  inner.length = span.length;
  return inner;
}

BasisAmount AmountAt(const BasisNode& node, std::size_t line, const Decimal& figure, Unit unit,
                     bool assumed, TextSpan span) {
  BasisAmount amount;
  amount.figure = figure;
  amount.unit = unit;
  amount.unit_assumed = assumed;
  amount.line = line;
  amount.span = span;
  amount.place = PlaceWithin(node.text_place, node.text, span);
  return amount;
}

void Offer(BasisNode& node, const BasisAmount& amount) {
  std::optional<BasisAmount>& slot = amount.unit == Unit::kWon ? node.won_amount : node.unit_amount;
  if (!slot) slot = amount;
}

Unit UnitOf(const StatedAmount& stated, const Formula& formula, std::string_view text,
            std::size_t which, Unit column_unit) {
  if (IsMoney(stated.unit)) return stated.unit;
  const auto judgement = JudgeSide(formula, text, 0, which, column_unit);
  if (judgement && IsMoney(judgement->unit)) return judgement->unit;
  return IsMoney(column_unit) ? column_unit : Unit::kWon;
}

// The amounts that a line prints. A pair prints those of its sides, not its own.
void ReadAmounts(BasisNode& node, std::size_t line, Unit column_unit) {
  const Formula& formula = *node.formula;
  if (formula.side_count() != 1) return;
  const FormulaSide& side = formula.side(0);
  if (formula.is_lone_number()) {
    const FormulaNode& number = formula.node(side.root + 2);
    Decimal figure = number.negative ? Negate(number.figure) : number.figure;
    const bool bare = number.quantity == FormulaQuantity::kBare;
    Unit unit = Unit::kWon;
    bool fits = true;
    if (number.exponent != 0) {
      unit = Unit::kNone;
      for (std::int32_t i = 1; i <= static_cast<std::int32_t>(Unit::kTrillionWon); ++i) {
        if (DigitsInWon(static_cast<Unit>(i)) == number.exponent) unit = static_cast<Unit>(i);
      }
      fits = unit != Unit::kNone;
    }
    if (fits) Offer(node, AmountAt(node, line, figure, unit, bare, number.span));
  }
  for (std::uint32_t i = 0; i < side.stated_count; ++i) {
    const StatedAmount& stated = formula.stated(side.first_stated + i);
    const Unit unit = UnitOf(stated, formula, node.text, i, column_unit);
    Offer(node, AmountAt(node, line, stated.figure, unit, !IsMoney(stated.unit), stated.span));
  }
}

bool IsTotalName(std::string_view label) {
  const std::string name = FoldName(label);
  return name == "계" || name == "합계" || name == "총계" || name == "소계";
}

bool HasExpression(const Formula& formula) noexcept {
  return formula.side(0).has_expression || formula.side_count() == 2;
}

}  // namespace

namespace {

// A line with one misprinted figure still says what its other figures say: it is read with that one left out.
Result<Formula> ParseAround(std::string_view text, TextSpan figure) {
  auto formula = ParseFormula(BlankOut(text, figure));
  if (!formula) {
    // A factor that is lost leaves no formula; what stands behind = is still an amount.
    const std::size_t equals = text.find('=', figure.end());
    if (equals == std::string_view::npos) return formula;
    const auto begin = static_cast<std::uint32_t>(BeginOfProduct(text, figure.offset));
    const auto length = static_cast<std::uint32_t>(equals) - begin;
    formula = ParseFormula(BlankOut(text, {begin, length}));
  }
  if (formula && formula->kind() == FormulaKind::kBlank) return Error(Code::kWrongGrouping);
  return formula;
}

Result<Formula> ParseDespite(BasisNode& node) {
  std::optional<TextSpan> figure;
  if (const auto broken = FindBrokenFigure(node.text)) figure = broken->span;
  auto formula = ParseFormula(node.text);
  if (!figure && formula.code() == Code::kWrongGrouping) {
    const Place place = formula.error().place();
    figure = TextSpan{static_cast<std::uint32_t>(place.offset),
                      static_cast<std::uint32_t>(place.length)};
  }
  if (!figure && !formula) figure = FindBrokenFactor(node.text);
  if (!figure) return formula;
  node.refusal = Code::kWrongGrouping;
  return ParseAround(node.text, *figure);
}

}  // namespace

void ReadNode(BasisNode& node, std::size_t line, Unit column_unit) {
  auto formula = ParseDespite(node);
  if (!formula) {
    node.refusal = formula.code();
    const TextSpan bullet = FindBullet(node.text);
    if (node.bullet.empty()) node.bullet = std::string(bullet.in(node.text));
    if (node.label.empty()) {
      node.label = std::string(Trim(std::string_view(node.text).substr(bullet.end())));
    }
  } else {
    node.formula = std::move(*formula);
    if (node.bullet.empty()) node.bullet = std::string(node.formula->bullet().in(node.text));
    if (node.label.empty()) node.label = std::string(node.formula->label().in(node.text));
    if (node.role == FormulaRole::kOnly && node.formula->side_count() == 1) {
      node.role = node.formula->side(0).role;
    }
    ReadAmounts(node, line, column_unit);
  }
  if (BulletRank(node.bullet) == kRemarkRank || IsTotalName(node.label)) node.remark = true;
}

/// Puts lines into a tree, one after another.
class BasisReader {
 public:
  BasisReader(CostBasis& tree, const std::vector<BasisText>& lines, Unit column_unit)
      : tree_(tree), lines_(lines), column_unit_(column_unit) {}

  void Run(std::vector<BasisNodeId>* node_of_line) {
    if (node_of_line != nullptr) node_of_line->assign(lines_.size(), kNoBasisNode);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const BasisNodeId id = Read(i);
      if (node_of_line != nullptr) (*node_of_line)[i] = id;
    }
  }

 private:
  struct Open {
    std::int32_t rank;
    BasisNodeId node;
    bool bulleted;
  };

  BasisNode& At(BasisNodeId id) { return tree_.nodes_[static_cast<std::size_t>(id)]; }

  BasisNodeId Read(std::size_t index) {
    const BasisText& line = lines_[index];
    if (Trim(line.text).empty()) return kNoBasisNode;
    BasisNode node;
    node.text = std::string(line.text);
    node.place = node.text_place = line.place;
    ReadNode(node, index, column_unit_);
    const bool blank = node.formula && node.formula->kind() == FormulaKind::kBlank;
    if (blank && node.bullet.empty()) return last_;  // a lone `=`
    if (node.bullet.empty() && last_ != kNoBasisNode && node.formula) {
      const BasisNodeId taken = Continue(node, index);
      if (taken != kNoBasisNode) return taken;
    }
    return Place(std::move(node), index);
  }

  // A line that says more about the node before it: that node, or the child that the line became.
  BasisNodeId Continue(BasisNode& node, std::size_t index) {
    const Formula& formula = *node.formula;
    if (formula.side_count() == 1 && formula.side(0).role != FormulaRole::kOnly) {
      return Append(std::move(node), anchor_);
    }
    if (!node.label.empty()) {
      const bool words = formula.kind() == FormulaKind::kLabel;
      return words && !node.remark && !BeginsGroup(index) ? last_ : kNoBasisNode;
    }
    if (formula.kind() == FormulaKind::kLump) return Complete(node);
    if (formula.kind() == FormulaKind::kExpression && formula.is_lone_number()) {
      return Complete(node);
    }
    if (HasExpression(formula)) return TakeExpression(node);
    return kNoBasisNode;
  }

  // `= 630천원`, `1,667,294,000원`: amounts that the node before does not have yet.
  BasisNodeId Complete(const BasisNode& node) {
    BasisNode& last = At(last_);
    if (last.remark) return kNoBasisNode;
    bool taken = false;
    for (const auto* amount : {&node.won_amount, &node.unit_amount}) {
      if (!*amount) continue;
      BasisAmount next = **amount;
      if (next.unit_assumed && last.formula && HasExpression(*last.formula)) {
        // Without a unit it is what the expression above makes it.
        auto exact = Evaluate(*last.formula, last.text);
        if (exact) {
          StatedAmount stated;
          stated.figure = next.figure;
          next.unit = Judge(*exact, stated, column_unit_).unit;
        }
      }
      std::optional<BasisAmount>& slot =
          next.unit == Unit::kWon ? last.won_amount : last.unit_amount;
      if (slot) continue;
      slot = next;
      taken = true;
    }
    return taken ? last_ : kNoBasisNode;
  }

  // An expression without a label below a line of words is that line's; a second one makes both its children.
  BasisNodeId TakeExpression(BasisNode& node) {
    BasisNode& anchor = At(anchor_);
    if (anchor.remark) return kNoBasisNode;
    const bool has_expression = anchor.formula && HasExpression(*anchor.formula);
    if (!has_expression && anchor.children.empty() && anchor.refusal == Code::kOk) {
      anchor.text = std::move(node.text);
      anchor.text_place = node.text_place;
      anchor.formula = std::move(node.formula);
      if (!anchor.won_amount) anchor.won_amount = node.won_amount;
      if (!anchor.unit_amount) anchor.unit_amount = node.unit_amount;
      taken_by_ = anchor_;
      return anchor_;
    }
    if (has_expression && taken_by_ == anchor_ && anchor.children.empty()) {
      BasisNode first;
      first.text = std::move(anchor.text);
      first.text_place = first.place = anchor.text_place;
      first.formula = std::move(anchor.formula);
      const auto own = [&first](std::optional<BasisAmount>& amount) {
        // Amounts printed beside the label stay with it.
        if (amount && amount->place == PlaceWithin(first.text_place, first.text, amount->span)) {
          return std::exchange(amount, std::nullopt);
        }
        return std::optional<BasisAmount>();
      };
      first.won_amount = own(anchor.won_amount);
      first.unit_amount = own(anchor.unit_amount);
      anchor.text.clear();
      anchor.formula.reset();
      taken_by_ = kNoBasisNode;
      Append(std::move(first), anchor_);
    }
    return Append(std::move(node), anchor_);
  }

  // Whether the line after `index` begins with a bullet as high as any so far: then words without a bullet head a group.
  [[nodiscard]] bool BeginsGroup(std::size_t index) const {
    for (std::size_t i = index + 1; i < lines_.size(); ++i) {
      if (Trim(lines_[i].text).empty()) continue;
      const std::int32_t rank = BulletRank(FindBullet(lines_[i].text).in(lines_[i].text));
      return rank > 0 && highest_ > 0 && rank <= highest_;
    }
    return false;
  }

  [[nodiscard]] std::int32_t RankOf(const BasisNode& node, std::size_t index) const {
    if (lines_[index].level >= 0) return lines_[index].level;
    if (node.formula && node.formula->kind() == FormulaKind::kHead) return kBracketRank;
    const std::int32_t rank = BulletRank(node.bullet);
    if (rank > 0) return rank;
    // `민간위탁금    431,600`: an object item with its amount heads what follows.
    const FormulaKind kind = node.formula ? node.formula->kind() : FormulaKind::kExpression;
    if (kind == FormulaKind::kLabel || kind == FormulaKind::kLump) return kHeadingRank;
    const bool below =
        std::any_of(open_.begin(), open_.end(), [](const Open& open) { return open.bulleted; });
    return below ? kRowRank : kTopRowRank;
  }

  BasisNodeId Place(BasisNode node, std::size_t index) {
    if (node.remark) {
      const BasisNodeId parent =
          last_ == kNoBasisNode || IsTotalName(node.label) ? kNoBasisNode : last_;
      return tree_.Append(std::move(node), Shallow(parent));
    }
    const std::int32_t rank = RankOf(node, index);
    const bool bulleted = !node.bullet.empty();
    if (bulleted) {
      const std::int32_t own = BulletRank(node.bullet);
      if (highest_ == 0 || own < highest_) highest_ = own;
    }
    while (!open_.empty() && open_.back().rank >= rank) open_.pop_back();
    const BasisNodeId parent = Shallow(open_.empty() ? kNoBasisNode : open_.back().node);
    const BasisNodeId id = tree_.Append(std::move(node), parent);
    open_.push_back({rank, id, bulleted});
    last_ = anchor_ = id;
    return id;
  }

  // The node itself, or its ancestor below which there is still room.
  [[nodiscard]] BasisNodeId Shallow(BasisNodeId id) const {
    while (id != kNoBasisNode && tree_.node(id).level >= kBasisDepthMax) id = tree_.node(id).parent;
    return id;
  }

  BasisNodeId Append(BasisNode node, BasisNodeId parent) {
    const bool remark = node.remark;
    const BasisNodeId id = tree_.Append(std::move(node), Shallow(parent));
    if (!remark) last_ = id;
    return id;
  }

  CostBasis& tree_;
  const std::vector<BasisText>& lines_;
  Unit column_unit_;
  std::vector<Open> open_;
  BasisNodeId last_ = kNoBasisNode;      // the node that a lone amount completes
  BasisNodeId anchor_ = kNoBasisNode;    // the node that was placed by its bullet
  BasisNodeId taken_by_ = kNoBasisNode;  // an anchor whose expression stands on a line of its own
  std::int32_t highest_ = 0;             // smallest rank of a bullet so far, 0 before the first
};

}  // namespace internal

CostBasis CostBasis::FromLines(const std::vector<BasisText>& lines, Unit column_unit,
                               std::vector<BasisNodeId>* node_of_line) {
  CostBasis tree;
  tree.column_unit_ = IsMoney(column_unit) ? column_unit : Unit::kThousandWon;
  internal::BasisReader(tree, lines, tree.column_unit_).Run(node_of_line);
  return tree;
}

}  // namespace yesan
