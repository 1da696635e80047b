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
/// Deepest level of a node; the top is 0.
inline constexpr std::int32_t kBasisDepthMax = 63;

namespace internal {
class BasisReader;
}

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
  /// kPrior: the line is taken off its parent (기정), not added.
  FormulaRole role = FormulaRole::kOnly;
  /// Words about others, or a repeated total (계, 합계): it adds to nothing.
  bool remark = false;
  /// The text that `formula` was read from, and its spans refer to: the line or, when the expression stands on a line
  /// of its own below the label, that line.
  std::string text;
  Place text_place;  ///< Of `text`.
  /// What `text` says; nothing when it could not be read (see `refusal`).
  std::optional<Formula> formula;
  Code refusal = Code::kOk;  ///< Why `text` could not be read as a formula; kOk when it could.
  /// The amount printed in won: `1,667,294,000원`.
  std::optional<BasisAmount> won_amount;
  /// The amount printed in the unit of the book: `1,667,294천원`, `936백만원`.
  std::optional<BasisAmount> unit_amount;
  Place place;  ///< Of the line.
  BasisNodeId parent = kNoBasisNode;
  std::vector<BasisNodeId> children;  ///< In reading order.
};

/// One printed line, as FromLines takes it.
struct BasisText {
  /// As printed, without the cell of the object item: `○ 인건비 = 1,667,294천원`.
  std::string_view text;
  /// Of the text in its document. Figures get places within it if the text stands there byte for byte; otherwise the
  /// place of the line.
  Place place;
  /// Depth if the caller knows it (from indents, say), 0 at the top; -1: from the bullet.
  std::int32_t level = -1;
};

/// A parent's amount against its children.
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
  /// Refuses: kNotFound for a parent that does not exist; kTooDeep below kBasisDepthMax levels; kTooLarge beyond
  /// 2^31 − 1 nodes.
  [[nodiscard]] Result<BasisNodeId> Add(BasisNode node, BasisNodeId parent = kNoBasisNode);

  /// Builds the tree from printed lines.
  ///
  /// Levels: a line stands below the nearest line before it whose bullet ranks higher. The ranks, from the top: a
  /// heading in brackets (`[공공요금및제세]`) or without a bullet; Ⅰ; □ ■ ◇ ◆; `1.`; `가.`; ○ ● ◎ and the like; `1)`; `가)`; `(1)`;
  /// `(가)`; ①; ㉮; - and dashes; middle dots; *. A known `level` of a line takes the place of its bullet.
  ///
  /// Lines that belong to the node before them: `= 630천원`, or a lone amount without label or bullet (`1,667,294,000원`
  /// behind a page break) completes it; an expression alone becomes its expression if it has none, else both become its
  /// children; 경정 and 기정 on lines of their own become its children, 기정 to be taken off; words alone say no more
  /// about it, unless a bullet follows that ranks as high as any before: then they are a heading. Blank lines are passed
  /// over. ※ and rows named 계, 합계, 총계 or 소계 are remarks.
  ///
  /// Without a bullet a label with an amount heads what follows (`민간위탁금    431,600`); one with an expression stands
  /// below the bullets before it, and at the top when there are none. Nothing lies deeper than kBasisDepthMax.
  ///
  /// A line that cannot be read as a formula is kept as a node with its text and the refusal. Never refuses.
  /// `node_of_line`, when not null, gets the node of each line, kNoBasisNode for blank ones. `column_unit` is the unit
  /// of results without one.
  [[nodiscard]] static CostBasis FromLines(const std::vector<BasisText>& lines,
                                           Unit column_unit = Unit::kThousandWon,
                                           std::vector<BasisNodeId>* node_of_line = nullptr);

  /// The unit in which figures without one were read: what FromLines was given.
  [[nodiscard]] Unit column_unit() const noexcept { return column_unit_; }
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
  /// What the year's budget is after a supplementary one: the lines at the top added up, each pair of 경정 and 기정 counted
  /// with its 경정 alone, where Total counts 경정 less 기정. `경정 8,000원×3대 = 24천원, 기정 8,000원×2대 = 16천원` and `= 6천원`
  /// are 30,000 won, of which 14,000 are new. Nothing where no line is such a pair, or an amount is not known.
  [[nodiscard]] std::optional<Money> RevisedTotal() const;
  /// What the children of a node come to: 경정 added, 기정 taken off, remarks and lines of mere words left out. Nothing
  /// when no child has an amount, when one has figures that come to no amount (a refused formula, a fraction of a won),
  /// or beyond Money.
  [[nodiscard]] std::optional<Money> SumOfChildren(BasisNodeId id) const;
  /// A parent's printed amount against its children; nothing when either does not exist (leaves, headings). A difference
  /// of zero is given too.
  [[nodiscard]] std::optional<BasisDifference> DifferenceOf(BasisNodeId id) const;

  /// The sum of the nodes at the top: the amount of the whole basis. Nothing in the cases of SumOfChildren.
  [[nodiscard]] std::optional<Money> Total() const;
  /// The sum of the leaves, on whatever level; nothing in the cases of SumOfChildren. When a level got lost in print,
  /// children ≠ parent while leaves = total.
  [[nodiscard]] std::optional<Money> LeavesTotal() const;
  /// The leaves, in reading order: nodes with figures below which there are none; remarks left out.
  [[nodiscard]] std::vector<BasisNodeId> Leaves() const;

  /// Printed won − printed amount in the unit of the book, when both are printed: 0 when `1,667,294,000원` stands beside
  /// `1,667,294천원`; 294 when `1,667,294,294원` does. Nothing when one is missing.
  [[nodiscard]] std::optional<Money> WonMismatch(BasisNodeId id) const;
  /// Whether the amount in won lacks its 원 while the amount beside it has its unit: `151,000,000 = 151,000천원`. The
  /// figure is at won_amount->place.
  [[nodiscard]] bool LacksWon(BasisNodeId id) const;
  /// The verdict on the result stated with a node's expression, which may be on a line of its own; the worst when
  /// several are stated, or both sides of a pair. kNotArithmetic when there is no expression that can be evaluated.
  [[nodiscard]] Judgement JudgeNode(BasisNodeId id) const;

 private:
  friend class internal::BasisReader;
  /// Appends without reading the text. @pre the parent exists
  BasisNodeId Append(BasisNode node, BasisNodeId parent);
  [[nodiscard]] std::optional<Money> SumOf(const std::vector<BasisNodeId>& nodes) const;
  /// Whether neither a node nor anything below it has figures.
  [[nodiscard]] bool IsMereWords(BasisNodeId id) const;

  std::vector<BasisNode> nodes_;
  std::vector<BasisNodeId> roots_;
  Unit column_unit_ = Unit::kThousandWon;
};

/// The rank of a bullet in the outline of a document, smaller is higher: Ⅰ 8, □ 10 … - 110, `·` 120, * 130, ※ 200 (a
/// remark); 0 for no bullet, -1 for text that is no bullet.
[[nodiscard]] std::int32_t BulletRank(std::string_view bullet) noexcept;

}  // namespace yesan
