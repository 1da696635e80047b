/// @file
/// One expression of a cost basis (산출기초): read, kept as printed, computed exactly, and held against its stated result.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/rounding.h"
#include "yesan/money/unit.h"

namespace yesan {

/// Longest text that ParseFormula reads, in bytes; a longer one is refused with Code::kTooLarge.
inline constexpr std::size_t kFormulaBytesMax = 65'536;
/// Deepest nesting of brackets; deeper is refused with Code::kTooDeep.
inline constexpr std::int32_t kFormulaDepthMax = 64;

/// A half-open span of bytes [offset, offset + length) in the text that was read. A Formula points into no text: keep
/// the text as long as you want to look at spans of it.
struct TextSpan {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  [[nodiscard]] constexpr bool empty() const noexcept { return length == 0; }
  [[nodiscard]] constexpr std::uint32_t end() const noexcept { return offset + length; }
  /// The bytes of the span. @pre `text` is the text that was read.
  [[nodiscard]] constexpr std::string_view in(std::string_view text) const noexcept {
    return text.substr(offset, length);
  }
  friend constexpr bool operator==(TextSpan a, TextSpan b) noexcept {
    return a.offset == b.offset && a.length == b.length;
  }
  friend constexpr bool operator!=(TextSpan a, TextSpan b) noexcept { return !(a == b); }
};

namespace internal {

/// A list whose first N elements need no allocation. T is trivially copyable.
template <class T, std::size_t N>
class InlineList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  InlineList() noexcept {}  // NOLINT(modernize-use-equals-default): the storage stays as it is
  InlineList(const InlineList& other) { *this = other; }
  InlineList(InlineList&& other) noexcept { *this = std::move(other); }
  InlineList& operator=(const InlineList& other) {
    if (this == &other) return *this;
    more_ = other.more_;
    CopyInline(other);
    return *this;
  }
  InlineList& operator=(InlineList&& other) noexcept {
    if (this == &other) return *this;
    more_ = std::move(other.more_);
    CopyInline(other);
    other.size_ = 0;
    other.more_.clear();
    return *this;
  }
  ~InlineList() = default;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] const T* data() const noexcept { return size_ <= N ? inline_data() : more_.data(); }
  [[nodiscard]] T* data() noexcept { return size_ <= N ? inline_data() : more_.data(); }
  [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return data()[i]; }
  [[nodiscard]] T& operator[](std::size_t i) noexcept { return data()[i]; }
  [[nodiscard]] const T* begin() const noexcept { return data(); }
  [[nodiscard]] const T* end() const noexcept { return data() + size_; }

  T& push_back(const T& value) {
    if (size_ < N) return *::new (static_cast<void*>(storage_ + sizeof(T) * size_++)) T(value);
    if (size_ == N) more_.assign(inline_data(), inline_data() + N);
    more_.push_back(value);
    ++size_;
    return more_.back();
  }
  /// Appends a T as its default constructor makes it.
  T& emplace_back() {
    if (size_ < N) return *::new (static_cast<void*>(storage_ + sizeof(T) * size_++)) T();
    return push_back(T());
  }
  /// Drops the elements from `size` on. @pre size ≤ this->size()
  void truncate(std::size_t size) {
    if (size_ > N) {
      if (size > N) {
        more_.resize(size);
      } else {
        for (std::size_t i = 0; i < size; ++i) {
          ::new (static_cast<void*>(storage_ + sizeof(T) * i)) T(more_[i]);
        }
        more_.clear();
      }
    }
    size_ = size;
  }

 private:
  [[nodiscard]] const T* inline_data() const noexcept {
    return std::launder(reinterpret_cast<const T*>(storage_));
  }
  [[nodiscard]] T* inline_data() noexcept { return std::launder(reinterpret_cast<T*>(storage_)); }
  void CopyInline(const InlineList& other) noexcept {
    size_ = other.size_;
    if (size_ > N) return;
    for (std::size_t i = 0; i < size_; ++i) {
      ::new (static_cast<void*>(storage_ + sizeof(T) * i)) T(other.inline_data()[i]);
    }
  }

  alignas(T) unsigned char storage_[sizeof(T) * N];
  std::size_t size_ = 0;
  std::vector<T> more_;
};

class FormulaParser;

}  // namespace internal

/// What a node of an expression is. The numbers are those of the C API.
enum class FormulaNodeKind : std::int32_t {
  kSum = 1,  ///< The whole expression, or a bracket: its children are terms.
  /// Factors multiplied or divided from left to right: its children are numbers and brackets.
  kTerm = 2,
  kNumber = 3,  ///< A number with what it counts.
};

/// How a node is joined to the sibling before it. The first sibling has kNone.
enum class FormulaOperator : std::int32_t {
  kNone = 0,
  kPlus = 1,    ///< + between terms.
  kMinus = 2,   ///< - − between terms.
  kTimes = 3,   ///< × x X * between factors.
  kDivide = 4,  ///< / ÷ between factors: the `/` of `4/12월` and `10/100`.
};

/// What a number counts.
enum class FormulaQuantity : std::int32_t {
  /// No unit printed. The first bare factor of a term without money is the money, in won.
  kBare = 0,
  kMoney = 1,  ///< 원, 천원, 백만원 …
  kCount = 2,  ///< 명, 월, 회, … any other unit: dimensionless.
  kPercent =
      3,  ///< A share: %, 프로, 퍼센트 and 푼 (hundredths), 할 (tenths); FormulaNode::exponent says which.
};

/// A node of an expression. The nodes of a formula lie in one list in reading order, each before its children:
/// the children of node i are i + 1, then each sibling's `end`, up to node(i).end.
struct FormulaNode {
  FormulaNodeKind kind = FormulaNodeKind::kNumber;
  FormulaOperator join = FormulaOperator::kNone;
  FormulaQuantity quantity = FormulaQuantity::kBare;  ///< Numbers only.
  /// A sign of its own: `△740천원`, `-(…)`. Not the minus that joins terms.
  bool negative = false;
  char bracket = 0;       ///< `(`, `[` or `{` for a sum in brackets, 0 otherwise.
  std::uint32_t end = 0;  ///< Index one past the last node of this subtree.
  /// Numbers: the unit's power of ten: 3 for 천원, 4 for the 만 of `10만명`, -2 for %, -1 for 할.
  std::int32_t exponent = 0;
  /// Numbers: the figure as printed, without sign; the value is figure × 10^exponent.
  Decimal figure;
  TextSpan span;   ///< The node as printed: sign, figure and unit; brackets included.
  TextSpan label;  ///< Words in front of a factor: `원장` in `원장500,000원`. May be empty.
  TextSpan unit;  ///< The unit as printed: `명`, `천원`; of `52개 학급` it is `개`. May be empty.
};

/// A result that is printed with an expression: `= 1,080천원`.
struct StatedAmount {
  Decimal figure;            ///< Signed, in `unit`: `△1,920` is −1920.
  Unit unit = Unit::kNone;   ///< kNone when none is printed: the column's unit holds (see Judge).
  bool from_column = false;  ///< Stands in a column of its own, behind a gap, without `=`.
  TextSpan span;             ///< Sign, figure and unit.
};

/// A part of the amount that a payer bears, printed beside it: `(ⓧ 4,368)`, `(분 5,824)`, `(x-)`. Never added to it.
struct FormulaPart {
  TextSpan mark;            ///< `ⓧ`, `분`, `x`.
  bool stated = false;      ///< False for `(x-)`: none.
  Decimal figure;           ///< In `unit`; 0 when not stated.
  Unit unit = Unit::kNone;  ///< kNone when none is printed.
  TextSpan span;            ///< With its brackets.
};

/// Which amount a side computes. The numbers are those of the C API.
enum class FormulaRole : std::int32_t {
  kOnly = 0,     ///< The amount itself.
  kRevised = 1,  ///< 경정: the amount as the supplementary budget leaves it.
  kPrior = 2,    ///< 기정: the amount before it; to be taken off.
};

/// One expression with its stated results. A formula has one, a pair of 경정 and 기정 two.
struct FormulaSide {
  FormulaRole role = FormulaRole::kOnly;
  bool has_expression = false;
  std::uint32_t root = 0;  ///< Index of the expression's kSum node, when there is an expression.
  /// Its stated results are stated(first_stated) … stated(first_stated + stated_count - 1).
  std::uint32_t first_stated = 0;
  std::uint32_t stated_count = 0;
  TextSpan expression;  ///< From the first factor to the last.
};

/// What a line of a cost basis is. The numbers are those of the C API.
enum class FormulaKind : std::int32_t {
  kBlank = 0,  ///< White space, a bullet, or `=` alone.
  kLabel = 1,  ///< Words without an amount: `○ 인건비`, `○ 사무용품 구입(4종) =`.
  kHead = 2,   ///< The heading of a group: `[공공요금및제세]`.
  kLump = 3,   ///< A label and a stated amount, no expression: `○ 총액 = 4,000`.
  /// An expression, with or without a stated result; also one number before `=` (`151,000,000 =`).
  kExpression = 4,
  kPair = 5,  ///< 경정 … / 기정 …, both.
};

/// `blank`, `label`, `head`, `lump`, `expression`, `pair`; `unknown` for a number that is no FormulaKind.
[[nodiscard]] std::string_view Name(FormulaKind kind) noexcept;

/// One line of a cost basis as printed, with its structure. It computes nothing by itself.
///
/// Made by ParseFormula. Copies are independent; nothing is allocated for a formula of up to 10 nodes (a term of eight
/// factors), which is nearly every formula that is printed.
class Formula {
 public:
  [[nodiscard]] FormulaKind kind() const noexcept { return kind_; }
  /// `○`, `-`, `1.`, `가.`; empty when there is none.
  [[nodiscard]] TextSpan bullet() const noexcept { return bullet_; }
  /// The words before the expression or the amount, brackets such as `(4종)` included, without a colon at the end. Of a
  /// kHead the words inside the brackets.
  [[nodiscard]] TextSpan label() const noexcept { return label_; }
  /// 1, or 2 for a pair; side 0 is what was printed first.
  [[nodiscard]] std::size_t side_count() const noexcept { return side_count_; }
  /// @pre i < side_count()
  [[nodiscard]] const FormulaSide& side(std::size_t i) const noexcept { return sides_[i]; }
  /// All nodes, in reading order.
  [[nodiscard]] std::size_t node_count() const noexcept { return nodes_.size(); }
  /// @pre i < node_count()
  [[nodiscard]] const FormulaNode& node(std::size_t i) const noexcept { return nodes_[i]; }
  /// All stated results, in reading order.
  [[nodiscard]] std::size_t stated_count() const noexcept { return stated_.size(); }
  /// @pre i < stated_count()
  [[nodiscard]] const StatedAmount& stated(std::size_t i) const noexcept { return stated_[i]; }
  /// Subsidy parts printed beside the amount.
  [[nodiscard]] const std::vector<FormulaPart>& parts() const noexcept { return parts_; }

  /// Whether a side is one number and no more: `368,682,000원 = 368,682천원` says one amount twice.
  [[nodiscard]] bool is_lone_number(std::size_t side = 0) const noexcept;
  /// Whether the unit 원 is missing from a lone amount that a result in another unit of money follows:
  /// `151,000,000 = 151,000천원`. It is read as won; a check makes a finding of it, at node(side.root + 2).span.
  [[nodiscard]] bool lacks_won(std::size_t side = 0) const noexcept;

 private:
  friend class internal::FormulaParser;

  FormulaKind kind_ = FormulaKind::kBlank;
  std::uint32_t side_count_ = 1;
  TextSpan bullet_;
  TextSpan label_;
  std::array<FormulaSide, 2> sides_;
  internal::InlineList<StatedAmount, 2> stated_;
  internal::InlineList<FormulaNode, 10> nodes_;
  std::vector<FormulaPart> parts_;
};

/// Reads one line of a cost basis (산출기초·산출근거): `○ 강사료 200,000원×3회 = 600천원`.
///
/// ```
/// line   := bullet? label? expr? ("=" amount?)* part*
/// pair   := bullet? label? "경정" line-without-bullet ("/" | "," | line end)? "기정" line-without-bullet
/// expr   := term (("+" | "-" | "−") term)*
/// term   := factor (("×" | "x" | "X" | "*" | "/" | "÷") factor)*
/// factor := sign? words? (number unit? | "(" expr ")" | "[" expr "]" | "{" expr "}") remark?
/// part   := "(" payer's mark (amount | "-") ")"
/// ```
/// - Numbers: commas in threes, a decimal point, full-width digits, at most 38 digits; `3억 5,000만원`, `62.5백만원`,
///   `30만3천원` are one number each; the 만 of `10만명` multiplies the count. Signs: △ ▲ Δ ∆ ▵ ▽ - −.
/// - Shares: `50%`, `50프로` and `50퍼센트` are hundredths, `5할` tenths, `3할5푼` is 35 hundredths. `5리` as a factor is
///   refused: a thousandth, or a count of villages.
/// - A unit alone in a bracket at the number is its unit: `2,000(천원)×24(명)` is 48,000천원. Any other bracket there is a
///   remark: `28,800(본청)`.
/// - `x` is a times sign only between factors: not in a word, not in the payer's mark `(x-)` or `(x 1,234)`.
/// - Where the label ends. The first factor is the last number (or bracket that computes) before the first operator: in
///   `제2차 교육(4종) 3,000원×5명` it is 3,000원. Brackets that compute nothing are words, and so are numbers at the end of
///   a name (`A4`, `코로나19`). What looks like arithmetic and is not, is words too, if no money stands in it:
///   `3-4월 교육 5,000원×2회`. Where that would be a guess (`제2차 교육 × 3,000원`: times two?), the text is refused.
/// - One number without operators, at the end of the text before `=`, is an expression if it has a unit of money, or has
///   no unit and either nothing before it, or commas, or five digits: `운영비 368,682,000원 = 368,682천원`. Any other is
///   part of the label: `○ 2021년 인건비 = 1,667천원`. Without `=` it is not an expression but the stated amount.
/// - Two numbers at the end, the second in 원 and the first without a unit, say one amount in both units:
///   `인건비 4,054 4,054,000원`. The second is the expression, the first its stated result.
/// - Words without digits behind a factor (`5명 이내`, `(1회)`) are remarks.
/// - A bullet `-` at the start has a space behind it; `-2,000원` there is a negative number.
/// - A number after a gap (a tab, or two spaces or more) at the end of an expression is the amount column.
///
/// Worked: `○ 일용인부임 28,800 X 1인 X 232일 = 6,682` has the label 일용인부임, three factors (28,800 bare; 1 인; 232 일)
/// and one stated result, 6,682 without a unit.
///
/// The time is linear in the text. Refuses, with the place (line 1, column in characters, byte span within `text`), in
/// Korean and English: kInvalidUtf8; kTooLarge beyond kFormulaBytesMax; kTooDeep beyond kFormulaDepthMax; kWrongGrouping
/// for `35,498,8000`; kOverflow for a number of more than 38 digits; kWrongUnit for a unit that begins as a multiple
/// and is not understood (`3천막`); kSyntax for everything else. Text without arithmetic is no refusal but a kLabel.
///
/// Source of the notation: budget books and program sheets in print; 지방자치단체 예산편성 운용에 관한 규칙 §3 (the basis in won,
/// the book in 천원).
[[nodiscard]] Result<Formula> ParseFormula(std::string_view text);

/// An exact amount of won: numerator ÷ denominator. Twelfths (`4/12월`) have no decimal, and nothing is rounded before
/// the one rounding that the caller names.
struct ExactWon {
  Decimal numerator;
  Decimal denominator = Decimal::FromInt(1);  ///< More than zero.

  /// Rounded once to a whole multiple of `unit` won: {264662400, 1}.Round(1000, kHalfUp) = 264,662,000원. Refuses as
  /// ToMoney does.
  [[nodiscard]] Result<Money> Round(std::int64_t unit, Rounding rounding) const;
  /// Whether it is a whole number of won.
  [[nodiscard]] bool is_whole() const noexcept;
  /// The decimal when there is one (`1234.5`), else the fraction (`10/3`).
  [[nodiscard]] std::string ToString() const;
};

/// −1, 0 or 1 as a is less than, equal to or more than b, exactly.
[[nodiscard]] int Compare(const ExactWon& a, const ExactWon& b) noexcept;

/// What a side of a formula comes to, exactly, in won.
///
/// Each term holds exactly one factor of money; all other units are counts. If a term has none, its first bare factor is
/// won: 28,800 X 1인 X 232일 = 6,681,600원. A bracket counts as what its terms are: `(5명+3명)` is a count,
/// `[400,000원 + (5명×5,000원)]` is money. Terms that are added are all money or all counts; a bare one is either.
/// 264,663,000원 X 4/12월 X 50% = 44,110,500원.
///
/// `text` is the text that the formula was read from; it is only looked at to name the column of a refusal.
///
/// Refuses: kSyntax when the side has no expression; kWrongUnit for two factors of money in a term, none at all
/// (`5명×3회`), money as a divisor, or money and a count added; kDivisionByZero; kOverflow when an intermediate needs
/// more than 38 digits. kInvalidArgument for a side that is not there.
[[nodiscard]] Result<ExactWon> Evaluate(const Formula& formula, std::string_view text,
                                        std::size_t side = 0);

/// What a stated result is worth. The numbers are those of the C API.
enum class Verdict : std::int32_t {
  kExact = 0,               ///< The stated result is the exact one.
  kExactAfterRounding = 1,  ///< Some rounding makes it of the exact one; Judgement says which.
  kWrong = 2,               ///< No rounding explains it.
  kNothingStated = 3,       ///< There is an expression and no stated result.
  kNotArithmetic = 4,       ///< There is no expression to hold it against.
};

/// `exact`, `exact_after_rounding`, `wrong`, `nothing_stated`, `not_arithmetic`.
[[nodiscard]] std::string_view Name(Verdict verdict) noexcept;

/// A verdict with its reasons.
struct Judgement {
  Verdict verdict = Verdict::kNotArithmetic;
  /// The modes that lead from the exact to the stated result: all seven for kExact, none for kWrong.
  RoundingSet roundings;
  /// The multiple of won to which it was rounded: 1, 10, 100, 1,000 (천원) …; 0 unless kExact or kExactAfterRounding.
  std::int64_t rounded_to = 0;
  /// The unit in which the stated figure was read.
  Unit unit = Unit::kNone;
  /// Whether that unit was not printed.
  bool unit_assumed = false;
  /// Stated − exact, in won, exactly; zero unless kExactAfterRounding or kWrong.
  ExactWon difference;
};

/// Holds a stated result against the exact one.
///
/// The unit of a figure is the printed one. A figure without a unit is in `column_unit` (a book's column is in 천원
/// though its basis is in won) or in won, for books print both: the reading that is exact is taken, else the one that
/// a rounding explains, else the nearer one; the column's first. A figure that stands in the column (from_column) is in
/// `column_unit` whenever that reading is exact or explained by a rounding, even if it is exact in won too.
///
/// A result in 원 may have been rounded to 10, 100 or 1,000 won first (264,662,400 printed as 264,663,000): the
/// largest of those that divides it is taken, because every mode that explains it at a smaller multiple explains it at
/// that one too. A result in any other unit is rounded to its own last digit: `1,250백만원` to a million won. No mode
/// is assumed: `roundings` names all that fit.
///
/// Worked: 1,065,073,200 stated as `1,065,073,000` in a 천원 column is read in won and is exact after rounding to 1,000
/// by {down, floor, half_up, half_down, half_even}. Never refuses: figures too wide to compare are kWrong with the
/// difference left zero.
[[nodiscard]] Judgement Judge(const ExactWon& exact, const StatedAmount& stated,
                              Unit column_unit = Unit::kThousandWon) noexcept;

/// Evaluates a side and judges stated result `which` of that side. kNotArithmetic for a side without an expression,
/// kNothingStated when it has no such result. Refuses as Evaluate does.
[[nodiscard]] Result<Judgement> JudgeSide(const Formula& formula, std::string_view text,
                                          std::size_t side = 0, std::size_t which = 0,
                                          Unit column_unit = Unit::kThousandWon);

/// The amount of the row: of a pair 경정 − 기정, each side rounded first to `unit` won and then subtracted; otherwise
/// the one side, rounded. In won. 1,065,073,200 and 841,575,600 by half-up come to 223,497,000원 and not to 223,498,000.
///
/// A side without an expression counts with its stated amount, in `column_unit` when it has none. A 기정 alone is
/// negative. Refuses as Evaluate and ToMoney do; kSyntax when a side has neither expression nor stated amount.
[[nodiscard]] Result<Money> RowAmount(const Formula& formula, std::string_view text,
                                      Rounding rounding, std::int64_t unit = 1'000,
                                      Unit column_unit = Unit::kThousandWon);

/// The modes by which RowAmount comes to `stated`: what one printed row says about the rounding of its book. Empty
/// when none does, or the formula cannot be evaluated. The printed 223,497 above fits {half_up, half_down, half_even}.
[[nodiscard]] RoundingSet ConsistentRowRoundings(const Formula& formula, std::string_view text,
                                                 Money stated, std::int64_t unit = 1'000,
                                                 Unit column_unit = Unit::kThousandWon);

}  // namespace yesan
