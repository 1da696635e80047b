/// @file
/// A cost basis (산출근거): labelled lines whose leaves add up to the amount.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/place.h"
#include "yesan/base/result.h"
#include "yesan/budget/formula.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/unit.h"

namespace yesan {

/// Index of a node in its CostBasis; nodes are numbered from 0 in reading order, a parent before its children.
using BasisNodeId = std::int32_t;
/// No node: the parent of a node at the top.
inline constexpr BasisNodeId kNoBasisNode = -1;

/// An amount printed with a node: the figure, its unit, and where it stands.
struct BasisAmount {
  Decimal figure;  ///< Signed, in `unit`.
  Unit unit = Unit::
      kWon;  ///< The unit in which it is read: the printed one or, if `unit_assumed`, the likely one.
  bool unit_assumed = false;  ///< No unit is printed with it.
  Place place;  ///< Of the figure with its unit; unknown when built by hand without places.
  std::size_t line = 0;  ///< Index of the line that it stands in, for FromLines.
  TextSpan span;         ///< Its span in that line's text.

  /// In won, exactly; nothing for a fraction of a won or a figure beyond Money.
  [[nodiscard]] std::optional<Money> won() const noexcept;
  /// An amount of so much, printed with that unit, without a place. @pre unit is one of money
  [[nodiscard]] static BasisAmount Of(const Decimal& figure, Unit unit) {
    BasisAmount amount;
    amount.figure = figure;
    amount.unit = unit;
    return amount;
  }
};

/// A line of a cost basis. Both amounts may be printed: `○ 운영비 368,682,000원 = 368,682천원`.
struct BasisNode {
  std::string label;       ///< Without its bullet: `운영비`.
  std::string bullet;      ///< `○`, `-`; empty when there is none.
  std::int32_t level = 0;  ///< 0 at the top, else the parent's level + 1.
  FormulaRole role =
      FormulaRole::kOnly;  ///< kPrior: the line is taken off its parent (기정), not added.
  bool remark = false;     ///< A line that begins with ※: words about others. It adds to nothing.
  std::string text;        ///< The line as printed; what the spans of `formula` refer to.
  std::optional<Formula>
      formula;  ///< What `text` says; nothing when it could not be read (see `refusal`).
  Code refusal = Code::kOk;  ///< Why `text` could not be read as a formula; kOk when it could.
  std::optional<BasisAmount> won_amount;  ///< The amount printed in won: `1,667,294,000원`.
  std::optional<BasisAmount>
      unit_amount;  ///< The amount printed in the unit of the book: `1,667,294천원`, `936백만원`.
  Place place;      ///< Of the line.
  BasisNodeId parent = kNoBasisNode;
  std::vector<BasisNodeId> children;  ///< In reading order.
};

/// One printed line, as FromLines takes it.
struct BasisText {
  std::string_view
      text;  ///< As printed, without the cell of the object item: `○ 인건비 = 1,667,294천원`.
  Place
      place;  ///< Of the text in its document; figures get places within it if the text stands there as it is.
  std::int32_t level =
      -1;  ///< Depth if the caller knows it (from indents, say), 0 at the top; -1: from the bullet.
};

/// A sum that does not come out.
struct BasisDifference {
  Money printed;     ///< The parent's amount, in won.
  Money children;    ///< What its children come to, in won.
  Money difference;  ///< printed − children.
};

/// A cost basis as a tree. It keeps what is printed and judges nothing by itself: each function below answers one question.
///
/// The amount of a node, in this order: the one printed in the unit of the book (`1,667,294천원`, the row amount, which
/// must add up exactly); the one printed in won; what its expression comes to when that is whole won; the sum of its
/// children. In the first two cases a node that has neither an expression nor children counts all the same.
///
/// Worked, from a Seoul sheet in 천원: 인건비 1,667,294 + 운영비 368,682 + 사업비 2,016,600 + 일반관리비 14,320 = 4,066,896;
/// 사업비 = 301,400 + 151,000 + 860,800 + 703,400.
class CostBasis {
 public:
  /// An empty tree, to be built with Add.
  CostBasis() = default;

  /// Adds a node by hand under `parent`, or at the top. `level`, `parent` and `children` of `node` are set here. If
  /// `node.text` is not empty and it has neither a formula nor a refusal yet, the text is read, and gives the label, the
  /// bullet and the amounts that `node` does not bring itself.
  ///
  /// Refuses: kNotFound for a parent that does not exist; kTooLarge beyond 2^31 − 1 nodes.
  [[nodiscard]] Result<BasisNodeId> Add(BasisNode node, BasisNodeId parent = kNoBasisNode);

  /// Builds the tree from printed lines.
  ///
  /// Levels: a line stands below the nearest line before it whose bullet ranks higher. The ranks, from the top: a
  /// heading without a bullet or in brackets (`[공공요금및제세]`); □ ■ ◇ ◆; `1.`; `가.`; ○ ● ◎ and the like; `1)`; `가)`; `(1)`;
  /// `(가)`; ①; ㉮; - and dashes; middle dots; *. A known `level` of a line takes the place of its bullet.
  ///
  /// Lines that belong to the node before them: `= 630천원`, or a lone amount without label or bullet (`1,667,294,000원`
  /// behind a page break) completes it; an expression alone becomes its expression if it has none; 경정 and 기정 on lines
  /// of their own become its children, 기정 to be taken off. Blank lines are passed over.
  ///
  /// A line that cannot be read as a formula is kept as a node with its text and the refusal. Never refuses.
  /// `node_of_line`, when not null, gets the node of each line, kNoBasisNode for blank ones. `column_unit` is the unit
  /// of results without one.
  [[nodiscard]] static CostBasis FromLines(const std::vector<BasisText>& lines,
                                           Unit column_unit = Unit::kThousandWon,
                                           std::vector<BasisNodeId>* node_of_line = nullptr);

  /// Number of nodes.
  [[nodiscard]] std::size_t size() const noexcept { return nodes_.size(); }
  [[nodiscard]] bool empty() const noexcept { return nodes_.empty(); }
  /// @pre 0 ≤ id < size()
  [[nodiscard]] const BasisNode& node(BasisNodeId id) const noexcept {
    return nodes_[static_cast<std::size_t>(id)];
  }
  /// The nodes at the top, in reading order.
  [[nodiscard]] const std::vector<BasisNodeId>& roots() const noexcept { return roots_; }

  /// The amount of a node, as said above; nothing when none of the four exists. @pre 0 ≤ id < size()
  [[nodiscard]] std::optional<Money> AmountOf(BasisNodeId id) const;
  /// What the children of a node come to: 경정 added, 기정 taken off, remarks left out. Nothing when it has no child with an
  /// amount, when a child lacks one, or beyond Money.
  [[nodiscard]] std::optional<Money> SumOfChildren(BasisNodeId id) const;
  /// A parent's printed amount against its children; nothing when either does not exist (leaves, headings). A difference
  /// of zero is given too.
  [[nodiscard]] std::optional<BasisDifference> DifferenceOf(BasisNodeId id) const;

  /// The sum of the nodes at the top: the amount of the whole basis. Nothing when no node has an amount, or beyond
  /// Money. A node at the top without an amount adds nothing.
  [[nodiscard]] std::optional<Money> Total() const;
  /// The sum of the leaves, on whatever level. When a level got lost in print, children ≠ parent while leaves = total.
  [[nodiscard]] std::optional<Money> LeavesTotal() const;
  /// The leaves, in reading order: nodes that have no children with an amount; remarks left out.
  [[nodiscard]] std::vector<BasisNodeId> Leaves() const;

  /// Printed won − printed amount in the unit of the book, when both are printed: 0 when `1,667,294,000원` stands beside
  /// `1,667,294천원`; 294 when `1,667,294,294원` does. Nothing when one is missing.
  [[nodiscard]] std::optional<Money> WonMismatch(BasisNodeId id) const;
  /// Whether the amount in won lacks its 원 while the amount beside it has its unit: `151,000,000 = 151,000천원`.
  [[nodiscard]] bool LacksWon(BasisNodeId id) const;
  /// The verdict on the result stated with a node's expression, which may be on a line of its own. kNotArithmetic when
  /// there is no expression that can be evaluated.
  [[nodiscard]] Judgement JudgeNode(BasisNodeId id) const;

 private:
  /// Appends without reading the text. @pre the parent exists
  BasisNodeId Append(BasisNode node, BasisNodeId parent);

  std::vector<BasisNode> nodes_;
  std::vector<BasisNodeId> roots_;
  Unit column_unit_ = Unit::kThousandWon;
};

/// The rank of a bullet in the outline of a document, smaller is higher: □ 10 … `·` 120; 0 for no bullet; -1 for text
/// that is no bullet. ※ is 200: a remark.
[[nodiscard]] std::int32_t BulletRank(std::string_view bullet) noexcept;

}  // namespace yesan
