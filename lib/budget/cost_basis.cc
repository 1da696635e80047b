#include "yesan/budget/cost_basis.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "lib/budget/cost_basis_read.h"

namespace yesan {
namespace {

// What a side of a formula comes to in won when nothing has to be rounded: its stated result first, for a book subtracts
// what it printed.
std::optional<Money> ValueOfSide(const Formula& formula, std::string_view text, std::size_t i,
                                 Unit column_unit) {
  const FormulaSide& side = formula.side(i);
  if (side.stated_count != 0) {
    const StatedAmount& stated = formula.stated(side.first_stated);
    Unit unit = stated.unit;
    if (!IsMoney(unit)) {
      auto judgement = JudgeSide(formula, text, i, 0, column_unit);
      unit = judgement && IsMoney(judgement->unit) ? judgement->unit : column_unit;
    }
    return BasisAmount::Of(stated.figure, unit).won();
  }
  if (!side.has_expression) return std::nullopt;
  auto exact = Evaluate(formula, text, i);
  if (!exact) return std::nullopt;
  auto won = exact->Round(1, Rounding::kUnnecessary);
  if (!won) return std::nullopt;
  return *won;
}

// What its sides come to together.
std::optional<Money> ValueOf(const Formula& formula, std::string_view text, Unit column_unit) {
  Money total;
  for (std::size_t i = 0; i < formula.side_count(); ++i) {
    const auto value = ValueOfSide(formula, text, i, column_unit);
    if (!value) return std::nullopt;
    // A 기정 alone keeps its sign: its node's role takes it off.
    const bool prior = formula.side(i).role == FormulaRole::kPrior && formula.side_count() == 2;
    auto next = prior ? Subtract(total, *value) : Add(total, *value);
    if (!next) return std::nullopt;
    total = *next;
  }
  return total;
}

bool IsPair(const BasisNode& node) { return node.formula && node.formula->side_count() == 2; }

bool HasFigures(const BasisNode& node) {
  if (node.won_amount || node.unit_amount || node.refusal != Code::kOk) return true;
  return node.formula && (node.formula->kind() == FormulaKind::kLump ||
                          node.formula->kind() == FormulaKind::kExpression ||
                          node.formula->kind() == FormulaKind::kPair);
}

// The worse of two: wrong, then rounded, then exact.
bool IsWorse(const Judgement& a, const Judgement& b) noexcept {
  const auto rank = [](Verdict verdict) {
    switch (verdict) {
      case Verdict::kWrong:
        return 4;
      case Verdict::kExactAfterRounding:
        return 3;
      case Verdict::kExact:
        return 2;
      case Verdict::kNothingStated:
        return 1;
      case Verdict::kNotArithmetic:
        break;
    }
    return 0;
  };
  return rank(a.verdict) > rank(b.verdict);
}

}  // namespace

std::optional<Money> BasisAmount::won() const noexcept {
  if (!IsMoney(unit)) return std::nullopt;
  auto exact = Multiply(figure, Decimal::FromInt(FactorInWon(unit)));
  if (!exact) return std::nullopt;
  auto whole = exact->ToInt64();
  if (!whole) return std::nullopt;
  return Money(*whole);
}

BasisNodeId CostBasis::Append(BasisNode node, BasisNodeId parent) {
  const auto id = static_cast<BasisNodeId>(nodes_.size());
  node.parent = parent;
  node.children.clear();
  node.level = parent == kNoBasisNode ? 0 : nodes_[static_cast<std::size_t>(parent)].level + 1;
  nodes_.push_back(std::move(node));
  if (parent == kNoBasisNode) {
    roots_.push_back(id);
  } else {
    nodes_[static_cast<std::size_t>(parent)].children.push_back(id);
  }
  return id;
}

Result<BasisNodeId> CostBasis::Add(BasisNode node, BasisNodeId parent) {
  if (parent < kNoBasisNode || (parent >= 0 && static_cast<std::size_t>(parent) >= nodes_.size())) {
    return Error(Code::kNotFound);
  }
  if (parent >= 0 && nodes_[static_cast<std::size_t>(parent)].level >= kBasisDepthMax) {
    return Error(Code::kTooDeep);
  }
  if (nodes_.size() >= static_cast<std::size_t>(std::numeric_limits<BasisNodeId>::max())) {
    return Error(Code::kTooLarge);
  }
  if (!node.text.empty() && !node.formula && node.refusal == Code::kOk) {
    if (!node.text_place.known()) node.text_place = node.place;
    internal::ReadNode(node, 0, column_unit_);
  }
  return Append(std::move(node), parent);
}

// The depth is bounded by kBasisDepthMax, and so is the recursion.
std::optional<Money> CostBasis::RevisedTotal() const {
  // Whether a pair stands at a node or below it. Children stand behind their parents.
  std::vector<bool> pairs(size(), false);
  for (std::size_t i = size(); i-- > 0;) {
    const BasisNode& at = node(static_cast<BasisNodeId>(i));
    pairs[i] = pairs[i] || IsPair(at);
    if (pairs[i] && at.parent != kNoBasisNode) pairs[static_cast<std::size_t>(at.parent)] = true;
  }
  if (std::find(pairs.begin(), pairs.end(), true) == pairs.end()) return std::nullopt;
  Money total;
  for (std::size_t i = 0; i < size(); ++i) {
    const auto id = static_cast<BasisNodeId>(i);
    const BasisNode& at = node(id);
    if (at.remark || at.role == FormulaRole::kPrior) continue;
    // Below a line without a pair its own amount counts.
    if (at.parent != kNoBasisNode && !pairs[static_cast<std::size_t>(at.parent)]) continue;
    std::optional<Money> value;
    if (IsPair(at)) {
      const std::size_t side = at.formula->side(0).role == FormulaRole::kRevised ? 0 : 1;
      value = ValueOfSide(*at.formula, at.text, side, column_unit_);
    } else if (pairs[i]) {
      continue;
    } else {
      value = AmountOf(id);
      if (!value && !HasFigures(at)) continue;
    }
    if (!value) return std::nullopt;
    auto next = yesan::Add(total, *value);
    if (!next) return std::nullopt;
    total = *next;
  }
  return total;
}

std::optional<Money> CostBasis::AmountOf(BasisNodeId id) const {
  const BasisNode& n = node(id);
  if (n.unit_amount) {
    if (const auto won = n.unit_amount->won()) return won;
  }
  if (n.won_amount) {
    if (const auto won = n.won_amount->won()) return won;
  }
  if (n.formula &&
      (n.formula->kind() == FormulaKind::kExpression || n.formula->kind() == FormulaKind::kPair)) {
    return ValueOf(*n.formula, n.text, column_unit_);
  }
  return SumOf(n.children);
}

std::optional<Money> CostBasis::SumOf(const std::vector<BasisNodeId>& nodes) const {
  Money total;
  bool any = false;
  for (BasisNodeId id : nodes) {
    const BasisNode& child = node(id);
    if (child.remark) continue;
    const auto amount = AmountOf(id);
    if (!amount) {
      if (HasFigures(child) || !child.children.empty()) {
        // Mere words add nothing, however deep; figures that come to no amount make the sum unknown.
        const bool words = !HasFigures(child) && IsMereWords(id);
        if (!words) return std::nullopt;
      }
      continue;
    }
    any = true;
    auto next =
        child.role == FormulaRole::kPrior ? Subtract(total, *amount) : yesan::Add(total, *amount);
    if (!next) return std::nullopt;
    total = *next;
  }
  if (!any) return std::nullopt;
  return total;
}

bool CostBasis::IsMereWords(BasisNodeId id) const {
  const BasisNode& n = node(id);
  if (HasFigures(n) && !n.remark) return false;
  return std::all_of(n.children.begin(), n.children.end(), [this](BasisNodeId child) {
    return node(child).remark || IsMereWords(child);
  });
}

std::optional<Money> CostBasis::SumOfChildren(BasisNodeId id) const {
  return SumOf(node(id).children);
}

std::optional<BasisDifference> CostBasis::DifferenceOf(BasisNodeId id) const {
  const BasisNode& n = node(id);
  if (!HasFigures(n)) return std::nullopt;
  const auto children = SumOfChildren(id);
  if (!children) return std::nullopt;
  const auto printed = AmountOf(id);
  if (!printed) return std::nullopt;
  auto difference = Subtract(*printed, *children);
  if (!difference) return std::nullopt;
  return BasisDifference{*printed, *children, *difference};
}

std::optional<Money> CostBasis::Total() const { return SumOf(roots_); }

std::vector<BasisNodeId> CostBasis::Leaves() const {
  std::vector<BasisNodeId> leaves;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const auto id = static_cast<BasisNodeId>(i);
    const BasisNode& n = nodes_[i];
    // A remark, and whatever stands below one, adds to nothing.
    bool counts = HasFigures(n);
    for (BasisNodeId up = id; counts && up != kNoBasisNode; up = node(up).parent) {
      counts = !node(up).remark;
    }
    if (!counts) continue;
    const bool inner = std::any_of(n.children.begin(), n.children.end(), [this](BasisNodeId child) {
      return !node(child).remark && !IsMereWords(child);
    });
    if (!inner) leaves.push_back(id);
  }
  return leaves;
}

std::optional<Money> CostBasis::LeavesTotal() const {
  Money total;
  const std::vector<BasisNodeId> leaves = Leaves();
  if (leaves.empty()) return std::nullopt;
  for (BasisNodeId id : leaves) {
    const auto amount = AmountOf(id);
    if (!amount) return std::nullopt;
    bool prior = false;
    for (BasisNodeId up = id; up != kNoBasisNode; up = node(up).parent) {
      prior = prior != (node(up).role == FormulaRole::kPrior);
    }
    auto next = prior ? Subtract(total, *amount) : yesan::Add(total, *amount);
    if (!next) return std::nullopt;
    total = *next;
  }
  return total;
}

std::optional<Money> CostBasis::WonMismatch(BasisNodeId id) const {
  const BasisNode& n = node(id);
  if (!n.won_amount || !n.unit_amount) return std::nullopt;
  const auto won = n.won_amount->won();
  const auto unit = n.unit_amount->won();
  if (!won || !unit) return std::nullopt;
  auto difference = Subtract(*won, *unit);
  if (!difference) return std::nullopt;
  return *difference;
}

bool CostBasis::LacksWon(BasisNodeId id) const {
  const BasisNode& n = node(id);
  return n.won_amount && n.unit_amount && n.won_amount->unit_assumed &&
         !n.unit_amount->unit_assumed && !n.won_amount->figure.is_zero();
}

Judgement CostBasis::JudgeNode(BasisNodeId id) const {
  const BasisNode& n = node(id);
  Judgement worst;
  if (!n.formula) return worst;
  for (std::size_t i = 0; i < n.formula->side_count(); ++i) {
    const FormulaSide& side = n.formula->side(i);
    if (!side.has_expression) continue;
    auto exact = Evaluate(*n.formula, n.text, i);
    if (!exact) continue;
    Judgement judgement;
    judgement.verdict = Verdict::kNothingStated;
    const auto consider = [&](const StatedAmount& stated) {
      const Judgement next = Judge(*exact, stated, column_unit_);
      if (IsWorse(next, judgement)) judgement = next;
    };
    for (std::uint32_t k = 0; k < side.stated_count; ++k) {
      consider(n.formula->stated(side.first_stated + k));
    }
    if (side.stated_count == 0 && n.formula->side_count() == 1) {
      // The result may be on a line of its own. A lone amount in won is the expression itself.
      for (const auto* amount : {&n.unit_amount, &n.won_amount}) {
        if (!*amount || (amount == &n.won_amount && n.formula->is_lone_number())) continue;
        StatedAmount stated;
        stated.figure = (*amount)->figure;
        stated.unit = (*amount)->unit_assumed ? Unit::kNone : (*amount)->unit;
        consider(stated);
      }
    }
    if (IsWorse(judgement, worst)) worst = judgement;
  }
  return worst;
}

}  // namespace yesan
