#include "yesan/budget/formula.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "lib/budget/bullet.h"
#include "lib/budget/formula_refusal.h"
#include "lib/budget/formula_segment.h"
#include "lib/budget/formula_tokens.h"
#include "yesan/base/text.h"

namespace yesan {
namespace internal {
class FormulaParser {
 public:
  FormulaParser(std::string_view text, Formula& out) noexcept : text_(text), out_(out) {}

  [[nodiscard]] bool Parse() {
    out_.bullet_ = FindBullet(text_);
    const TokenFault fault = Tokenize(text_, out_.bullet_.end(), list_);
    if (fault.code != Code::kOk) return Refuse(fault.code, fault.offset, 0);
    count_ = static_cast<std::uint32_t>(list_.tokens.size());
    view_ = TokenView(text_, list_.tokens.data());
    if (count_ == 0) return true;
    if (IsHead()) {
      out_.kind_ = FormulaKind::kHead;
      SetLabel(1, count_ - 1);
      return true;
    }
    if (!CollectParts()) return false;
    if (list_.role_count != 0 ? !ParseRoles() : !ParseSide(0, 0, count_)) return false;
    if (out_.kind_ == FormulaKind::kBlank) Classify();
    const bool figures = out_.kind_ == FormulaKind::kExpression || out_.kind_ == FormulaKind::kPair;
    if (figures && list_.unbalanced != TokenList::kBalanced) {
      return Refuse(Code::kSyntax, list_.unbalanced, 1, Expectation::kPartner);
    }
    return true;
  }

  [[nodiscard]] Error TakeError() noexcept { return std::move(*error_); }

 private:
  // What is known of the expression so far.
  struct Region {
    std::uint32_t first = kNoToken;  // token of its first factor (of its sign)
    std::uint32_t last = 0;          // one past the last token of its last factor
    std::uint32_t nodes = 0;         // nodes before it
    std::uint32_t factors = 0;
    std::uint32_t term = 0;  // index of the open term's node
    bool times = false;
    bool money = false;
    bool plausible_figure = false;    // a figure with commas, or of five digits
    bool trailing = false;            // words behind the last factor
    std::uint32_t column = kNoToken;  // token of an amount behind a gap
  };

  [[nodiscard]] const Token& At(std::uint32_t i) const noexcept { return view_.At(i); }
  [[nodiscard]] std::uint32_t Next(std::uint32_t i) const noexcept { return view_.Next(i); }
  [[nodiscard]] std::uint32_t EndOffset(std::uint32_t i) const noexcept {
    return At(i).kind == TokenKind::kOpen ? At(At(i).match).end() : At(i).end();
  }
  [[nodiscard]] bool IsBracket(std::uint32_t i) const noexcept { return view_.IsBracket(i); }

  bool Refuse(Code code, std::uint32_t offset, std::uint32_t length,
              Expectation expectation = Expectation::kNothing) {
    error_.emplace(FormulaRefusal(code, text_, offset, length, expectation));
    return false;
  }
  bool RefuseToken(std::uint32_t i, std::uint32_t end, Expectation expectation) {
    if (i >= end) {
      const std::uint32_t offset = end == 0 ? 0 : At(end - 1).end();
      return Refuse(Code::kSyntax, offset, 0, expectation);
    }
    return Refuse(Code::kSyntax, At(i).offset, EndOffset(i) - At(i).offset, expectation);
  }

  [[nodiscard]] bool IsHead() const noexcept {
    return At(0).kind == TokenKind::kOpen && At(0).bracket == '[' && At(0).match == count_ - 1 &&
           count_ > 2 && !At(0).computes && !At(0).is_part && !At(0).has_equals;
  }

  void SetLabel(std::uint32_t begin, std::uint32_t end) noexcept {
    if (begin >= end) return;
    std::uint32_t first = At(begin).offset;
    std::uint32_t last = EndOffset(end - 1);
    if (At(end - 1).kind == TokenKind::kClose) last = At(end - 1).end();
    while (last > first) {
      const std::string_view label = text_.substr(first, last - first);
      if (label.back() == ':' || label.back() == ' ' || label.back() == '\t') {
        --last;
      } else if (label.size() >= 3 && label.substr(label.size() - 3) == "：") {
        last -= 3;
      } else {
        break;
      }
    }
    out_.label_ = {first, last - first};
  }

  void Classify() noexcept {
    const FormulaSide& side = out_.sides_[0];
    if (out_.side_count_ == 2) {
      out_.kind_ = FormulaKind::kPair;
    } else if (side.has_expression) {
      out_.kind_ = FormulaKind::kExpression;
    } else if (side.stated_count != 0) {
      out_.kind_ = FormulaKind::kLump;
    } else {
      out_.kind_ = out_.label_.empty() ? FormulaKind::kBlank : FormulaKind::kLabel;
    }
  }

  bool CollectParts() {
    for (std::uint32_t i = 0; i < count_; i = Next(i)) {
      if (!IsBracket(i) || !At(i).is_part) continue;
      FormulaPart part;
      const Token& mark = At(i + 1);
      const Token& last = At(At(i).match - 1);
      part.mark = {mark.offset, mark.length};
      part.span = {At(i).offset, EndOffset(i) - At(i).offset};
      if (last.kind == TokenKind::kNumber) {
        if (last.fault != Code::kOk) return Refuse(last.fault, last.offset, last.length);
        part.stated = true;
        part.figure = FigureOf(last);
        part.unit = last.unit;
        if (At(i).match - i == 4) part.figure = Negate(part.figure);
      }
      out_.parts_.push_back(part);
    }
    return true;
  }

  // `경정 … / 기정 …`, in either order, or one of the two.
  bool ParseRoles() {
    const RoleWord& first = list_.roles[0];
    for (std::uint32_t i = 0; i < first.token; i = Next(i)) {
      if (At(i).kind == TokenKind::kEquals || At(i).kind == TokenKind::kTimes) {
        return ParseSide(0, 0, count_);  // a word like any other
      }
    }
    SetLabel(0, first.token);
    if (list_.role_count == 1) {
      out_.sides_[0].role = first.role;
      return ParseSide(0, first.token + 1, count_);
    }
    const RoleWord& second = list_.roles[1];
    if (second.role == first.role) {
      return RefuseToken(second.token, count_, Expectation::kOtherSide);
    }
    if (list_.role_count > 2) {
      return RefuseToken(list_.roles[2].token, count_, Expectation::kEnd);
    }
    out_.side_count_ = 2;
    out_.sides_[0].role = first.role;
    out_.sides_[1].role = second.role;
    std::uint32_t end = second.token;
    while (end > first.token + 1) {
      const Token& last = At(end - 1);
      const std::string_view word = text_.substr(last.offset, last.length);
      const bool parts =
          last.kind == TokenKind::kDivide ||
          (last.kind == TokenKind::kWord && (word == "," || word == ";" || word == "→"));
      if (!parts) break;
      --end;
    }
    return ParseSide(0, first.token + 1, end) && ParseSide(1, second.token + 1, count_);
  }

  // [label] [expression] ("=" amount)*
  bool ParseSide(std::uint32_t index, std::uint32_t begin, std::uint32_t end) {
    FormulaSide& side = out_.sides_[index];
    side.first_stated = static_cast<std::uint32_t>(out_.stated_.size());
    std::uint32_t equals = begin;
    while (equals < end && At(equals).kind != TokenKind::kEquals) equals = Next(equals);
    const bool has_equals = equals < end;
    if (!ParseExpression(side, begin, equals, has_equals)) return false;
    if (!has_equals) return Finish(side);
    std::uint32_t from = equals + 1;
    if (!side.has_expression && !TakeRightHandExpression(side, from, end)) return false;
    while (from < end) {
      std::uint32_t to = from;
      while (to < end && At(to).kind != TokenKind::kEquals) to = Next(to);
      if (!ParseStated(from, to)) return false;
      from = to + 1;
    }
    return Finish(side);
  }

  bool Finish(FormulaSide& side) noexcept {
    side.stated_count = static_cast<std::uint32_t>(out_.stated_.size()) - side.first_stated;
    return true;
  }

  // `인건비 = 50,000원×3명 = 150천원`: the expression stands behind the first =.
  bool TakeRightHandExpression(FormulaSide& side, std::uint32_t& from, std::uint32_t end) {
    std::uint32_t to = from;
    bool operates = false;
    while (to < end && At(to).kind != TokenKind::kEquals) {
      const TokenKind kind = At(to).kind;
      operates =
          operates ||
          ((kind == TokenKind::kTimes || kind == TokenKind::kPlus || kind == TokenKind::kDivide) &&
           to > from);
      operates = operates ||
                 (kind == TokenKind::kOpen && At(to).computes && At(to).has_money && to == from);
      to = Next(to);
    }
    if (!operates) return true;
    const TextSpan label = out_.label_;
    if (!ParseExpression(side, from, to, true)) return false;
    if (!label.empty()) out_.label_ = label;
    if (side.has_expression) from = to + 1;
    return true;
  }

  bool ParseExpression(FormulaSide& side, std::uint32_t begin, std::uint32_t end, bool has_equals) {
    Region region;
    region.nodes = static_cast<std::uint32_t>(out_.nodes_.size());
    if (!ParseSum(begin, end, 0, !has_equals, region)) return false;
    if (region.first != kNoToken && !IsExpression(region, begin, end, has_equals)) {
      return ReadLump(region, begin, end, has_equals);
    }
    if (region.first == kNoToken) {
      SetLabelUnlessSet(begin, end);
      out_.nodes_.truncate(region.nodes);
      return true;
    }
    side.has_expression = true;
    side.root = region.nodes;
    side.expression = {At(region.first).offset,
                       At(region.last - 1).end() - At(region.first).offset};
    SetLabelUnlessSet(begin, std::min(region.first, region.column));
    if (region.column != kNoToken) return AddStated(region.column, false, true);
    return true;
  }

  void SetLabelUnlessSet(std::uint32_t begin, std::uint32_t end) noexcept {
    if (!out_.label_.empty()) return;
    // A payer's part is no label.
    while (begin < end && IsBracket(begin) && At(begin).is_part) begin = Next(begin);
    SetLabel(begin, end);
  }

  // Whether what has been read computes an amount. A year, a count, `3-4월` and `2×3 배열` in a label do not.
  [[nodiscard]] bool IsExpression(const Region& region, std::uint32_t begin, std::uint32_t end,
                                  bool has_equals) const noexcept {
    const bool alone = region.first == begin && !region.trailing;
    if (region.factors > 1) return region.money || region.plausible_figure || alone;
    const std::uint32_t factor = FactorToken(region);
    const Token& token = At(factor);
    if (token.kind == TokenKind::kOpen) {
      return token.computes && (token.has_money || (token.multiplies && alone));
    }
    if (!has_equals) return region.column != kNoToken && token.quantity == FormulaQuantity::kMoney;
    if (region.trailing || HasWordBehind(region.last, end)) return false;
    if (token.quantity == FormulaQuantity::kMoney) return true;
    return token.quantity == FormulaQuantity::kBare &&
           (alone || token.grouped || token.digits >= kAmountDigitsMin);
  }

  [[nodiscard]] std::uint32_t FactorToken(const Region& region) const noexcept {
    std::uint32_t i = region.first;
    while (At(i).kind != TokenKind::kNumber && At(i).kind != TokenKind::kOpen) ++i;
    return i;
  }

  [[nodiscard]] bool HasWordBehind(std::uint32_t i, std::uint32_t end) const noexcept {
    for (; i < end; i = Next(i)) {
      if (At(i).kind == TokenKind::kWord) return true;
    }
    return false;
  }

  // A label with a lone amount at its end: `○ 총액    4,000`. Everything else is a label.
  bool ReadLump(const Region& region, std::uint32_t begin, std::uint32_t end, bool has_equals) {
    out_.nodes_.truncate(region.nodes);
    const std::uint32_t factor = FactorToken(region);
    const Token& token = At(factor);
    const bool lone = region.factors == 1 && token.kind == TokenKind::kNumber && !has_equals &&
                      !region.trailing && !HasWordBehind(region.last, end);
    const bool amount =
        token.quantity == FormulaQuantity::kMoney ||
        (token.quantity == FormulaQuantity::kBare &&
         (token.grouped || token.digits >= kAmountDigitsMin || token.gap || region.first == begin));
    if (!lone || !amount) {
      SetLabelUnlessSet(begin, end);
      return true;
    }
    SetLabelUnlessSet(begin, region.first);
    return AddStated(factor, region.first != factor, true);
  }

  // Terms of [begin, end): the whole expression, or the inside of a bracket. `open_column`: an amount may stand behind a
  // gap at the end.
  bool ParseSum(std::uint32_t begin, std::uint32_t end, std::int32_t depth, bool open_column,
                Region& region) {
    const bool top = depth == 0;
    TokenKind join = TokenKind::kWord;  // no operator yet
    std::uint32_t join_at = kNoToken;
    std::uint32_t i = begin;
    while (true) {
      const bool solid = region.first != kNoToken && (region.money || region.times);
      const std::uint32_t from = i;
      const bool starts_term = join != TokenKind::kTimes && join != TokenKind::kDivide;
      // Nearly every segment is one number and a times sign.
      const bool plain = i < end && At(i).kind == TokenKind::kNumber &&
                         (i + 1 == end || At(i + 1).kind == TokenKind::kTimes);
      Segment segment;
      if (plain) {
        segment.factor = i;
        segment.end = i + 1;
      } else {
        segment = view_.FindFactor(i, end, solid, top, starts_term);
      }
      const bool last = segment.end >= end;
      if (segment.factor == kNoToken) {
        if (join_at != kNoToken || (!last && At(segment.end).kind == TokenKind::kTimes) || !top) {
          const std::uint32_t at = join_at == kNoToken || from < end ? from : end;
          return RefuseToken(std::min(at, segment.end), end, Expectation::kFactor);
        }
        return true;  // no arithmetic at all
      }
      if (segment.weak && last && region.first == kNoToken && top) return true;  // `구입(4종)`
      if (last && open_column && top && segment.previous != kNoToken && segment.before == 1 &&
          segment.after == kNoToken && At(segment.factor).gap) {
        // A number behind a gap at the end of the line is the amount column, if an expression stands before it.
        const Token& column = At(segment.factor);
        const bool amount = column.quantity == FormulaQuantity::kBare || column.has_money;
        if (amount && (join_at != kNoToken || At(segment.previous).has_money)) {
          region.column = segment.factor;
          segment.factor = segment.previous;
          segment.before = 0;
          segment.clash = false;
        }
      }
      if (last && top && segment.previous != kNoToken && segment.before >= 1 &&
          join_at == kNoToken && segment.after == kNoToken &&
          SaysAmountTwice(segment.previous, segment.factor)) {
        region.column = segment.previous;
      }
      if (join_at != kNoToken && (segment.before > 0 || segment.clash)) {
        // Words with digits behind an operator: what stood before was part of the label, if no money stood in it.
        const bool drop = top && !region.money &&
                          (join != TokenKind::kTimes || At(segment.factor).has_money) &&
                          At(segment.factor).has_money;
        if (!drop) {
          std::uint32_t at = segment.clash ? segment.clash_at : segment.factor;
          return RefuseToken(at, end, Expectation::kOperator);
        }
        StartOver(region);
        join = TokenKind::kWord;
      } else if (segment.clash && !(last && !At(segment.clash_at).computes)) {
        if (!At(segment.factor).has_money || At(segment.clash_at).kind == TokenKind::kOpen) {
          return RefuseToken(segment.clash_at, end, Expectation::kOperator);
        }
      }
      if (!AddFactor(segment, from, join, depth, region)) return false;
      if (last) {
        region.trailing = segment.after != kNoToken;
        break;
      }
      join = At(segment.end).kind;
      join_at = segment.end;
      i = segment.end + 1;
    }
    CloseSum(region);
    return true;
  }

  // `4,054 4,054,000원`: the first without a unit and with a comma, or a thousandth of the second.
  [[nodiscard]] bool SaysAmountTwice(std::uint32_t first, std::uint32_t second) const noexcept {
    const Token& a = At(first);
    const Token& b = At(second);
    if (a.kind != TokenKind::kNumber || a.quantity != FormulaQuantity::kBare ||
        b.unit != Unit::kWon || !b.has_money)
      return false;
    if (Next(first) != second || a.fault != Code::kOk) return false;
    if (a.grouped) return true;
    return !a.big && !b.big && a.scale == 0 && b.scale == 0 && b.mantissa % 1000 == 0 &&
           a.mantissa == b.mantissa / 1000;
  }

  void StartOver(Region& region) {
    out_.nodes_.truncate(region.nodes);
    const std::uint32_t nodes = region.nodes;
    const std::uint32_t column = region.column;
    region = Region();
    region.nodes = nodes;
    region.column = column;
  }

  void CloseTerm(Region& region) noexcept {
    out_.nodes_[region.term].end = static_cast<std::uint32_t>(out_.nodes_.size());
    FormulaNode& term = out_.nodes_[region.term];
    term.span.length = At(region.last - 1).end() - term.span.offset;
  }
  void CloseSum(Region& region) noexcept {
    CloseTerm(region);
    FormulaNode& sum = out_.nodes_[region.nodes];
    sum.end = static_cast<std::uint32_t>(out_.nodes_.size());
    if (sum.bracket == 0) sum.span.length = At(region.last - 1).end() - sum.span.offset;
  }

  bool AddFactor(const Segment& segment, std::uint32_t from, TokenKind join, std::int32_t depth,
                 Region& region) {
    const std::uint32_t factor = segment.factor;
    const Token& token = At(factor);
    if (token.kind == TokenKind::kNumber && token.fault != Code::kOk) {
      return Refuse(token.fault, token.offset, token.length);
    }
    std::uint32_t first = factor;
    bool negative = false;
    if (factor > from) {
      const TokenKind sign = At(factor - 1).kind;
      // Behind words a - with a space before it alone is a sign; `A-3 구역` and `보수 - 3,000원` have none.
      const bool at_start = factor - 1 == from;
      const bool glued = At(factor - 1).space && !token.space;
      if (sign == TokenKind::kSign || (sign == TokenKind::kMinus && (at_start || glued)) ||
          (sign == TokenKind::kPlus && at_start)) {
        first = factor - 1;
        negative = sign != TokenKind::kPlus;
      }
    }
    const std::uint32_t offset = At(first).offset;
    const bool starts = region.first == kNoToken;
    if (starts) {
      region.first = first;
      FormulaNode& sum = out_.nodes_.emplace_back();
      sum.kind = FormulaNodeKind::kSum;
      sum.span = {offset, 0};
    }
    const bool new_term = starts || join == TokenKind::kPlus || join == TokenKind::kMinus;
    if (new_term) {
      if (!starts) CloseTerm(region);
      region.term = static_cast<std::uint32_t>(out_.nodes_.size());
      FormulaNode& term = out_.nodes_.emplace_back();
      term.kind = FormulaNodeKind::kTerm;
      if (!starts) {
        term.join = join == TokenKind::kPlus ? FormulaOperator::kPlus : FormulaOperator::kMinus;
      }
      term.span = {offset, 0};
    } else {
      region.times = true;
    }
    TextSpan label;
    if (first > from && !(starts && depth == 0)) {
      label = {At(from).offset, At(first - 1).end() - At(from).offset};
    }
    const FormulaOperator operation = new_term                     ? FormulaOperator::kNone
                                      : join == TokenKind::kDivide ? FormulaOperator::kDivide
                                                                   : FormulaOperator::kTimes;
    ++region.factors;
    if (token.kind == TokenKind::kNumber) {
      FormulaNode& node = out_.nodes_.emplace_back();
      node.kind = FormulaNodeKind::kNumber;
      node.join = operation;
      node.quantity = token.quantity;
      node.negative = negative;
      node.exponent = token.exponent;
      node.figure = FigureOf(token);
      node.span = {offset, token.end() - offset};
      node.label = label;
      node.unit = {token.unit_offset, token.unit_length};
      node.end = static_cast<std::uint32_t>(out_.nodes_.size());
      region.money = region.money || token.has_money;
      region.plausible_figure =
          region.plausible_figure || token.grouped || token.digits >= kAmountDigitsMin;
      region.last = factor + 1;
      return true;
    }
    Region inner;
    inner.nodes = static_cast<std::uint32_t>(out_.nodes_.size());
    if (!ParseSum(factor + 1, token.match, depth + 1, false, inner)) return false;
    FormulaNode& sum = out_.nodes_[inner.nodes];
    sum.join = operation;
    sum.negative = negative;
    sum.bracket = token.bracket;
    sum.label = label;
    sum.span = {offset, At(token.match).end() - offset};
    region.money = region.money || inner.money;
    region.plausible_figure = region.plausible_figure || inner.plausible_figure;
    region.last = token.match + 1;
    return true;
  }

  [[nodiscard]] Decimal FigureOf(const Token& token) const noexcept {
    if (token.big) return list_.figures[token.figure];
    if (token.scale == 0) return Decimal::FromInt(static_cast<std::int64_t>(token.mantissa));
    // The scale of a number that has no fault is at most 38.
    return *Decimal::Make(static_cast<std::int64_t>(token.mantissa), token.scale);
  }

  bool AddStated(std::uint32_t i, bool negative, bool from_column) {
    const Token& token = At(i);
    if (token.fault != Code::kOk) return Refuse(token.fault, token.offset, token.length);
    StatedAmount stated;
    stated.figure = negative ? Negate(FigureOf(token)) : FigureOf(token);
    stated.unit = token.unit;
    stated.from_column = from_column;
    const std::uint32_t offset = negative ? At(i - 1).offset : token.offset;
    stated.span = {offset, token.end() - offset};
    out_.stated_.push_back(stated);
    return true;
  }

  // What stands behind an =: one amount, or one in each of two units; words and brackets beside it.
  bool ParseStated(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t amounts = 0;
    for (std::uint32_t i = begin; i < end; i = Next(i)) {
      const Token& token = At(i);
      if (token.kind == TokenKind::kTimes || token.kind == TokenKind::kDivide ||
          token.kind == TokenKind::kPlus) {
        const bool at_end = i + 1 >= end;
        if (token.kind == TokenKind::kDivide && at_end && amounts != 0) continue;
        if (token.kind == TokenKind::kPlus && amounts == 0) continue;
        return RefuseToken(i, end, Expectation::kAmount);
      }
      if (token.kind == TokenKind::kMinus && amounts != 0) {
        if (i + 1 < end && At(i + 1).kind == TokenKind::kNumber) {
          return RefuseToken(i, end, Expectation::kAmount);
        }
        continue;
      }
      if (token.kind != TokenKind::kNumber) continue;
      const bool amount = token.quantity == FormulaQuantity::kBare || token.has_money;
      if (!amount || amounts == 2) return RefuseToken(i, end, Expectation::kAmount);
      const bool negative =
          i > begin && (At(i - 1).kind == TokenKind::kSign || At(i - 1).kind == TokenKind::kMinus);
      if (!AddStated(i, negative, amounts == 1 && token.gap)) return false;
      ++amounts;
    }
    return true;
  }

  std::string_view text_;
  Formula& out_;
  TokenList list_;
  TokenView view_{text_, nullptr};
  std::uint32_t count_ = 0;
  std::optional<Error> error_;
};

}  // namespace internal

std::string_view Name(FormulaKind kind) noexcept {
  switch (kind) {
    case FormulaKind::kBlank:
      return "blank";
    case FormulaKind::kLabel:
      return "label";
    case FormulaKind::kHead:
      return "head";
    case FormulaKind::kLump:
      return "lump";
    case FormulaKind::kExpression:
      return "expression";
    case FormulaKind::kPair:
      return "pair";
  }
  return "unknown";
}

bool Formula::is_lone_number(std::size_t side) const noexcept {
  if (side >= side_count_ || !sides_[side].has_expression) return false;
  const std::uint32_t root = sides_[side].root;
  return nodes_[root].end == root + 3 && nodes_[root + 2].kind == FormulaNodeKind::kNumber;
}

bool Formula::lacks_won(std::size_t side) const noexcept {
  if (!is_lone_number(side)) return false;
  const FormulaSide& s = sides_[side];
  if (nodes_[s.root + 2].quantity != FormulaQuantity::kBare ||
      nodes_[s.root + 2].figure.is_zero()) {
    return false;
  }
  for (std::uint32_t i = 0; i < s.stated_count; ++i) {
    const StatedAmount& stated = stated_[s.first_stated + i];
    if (IsMoney(stated.unit) && stated.unit != Unit::kWon) return true;
  }
  return false;
}

Result<Formula> ParseFormula(std::string_view text) {
  Result<Formula> result{Formula()};
  if (text.size() > kFormulaBytesMax) {
    result = internal::FormulaRefusal(Code::kTooLarge, text, 0, 0, internal::Expectation::kNothing);
    return result;
  }
  internal::FormulaParser parser(text, *result);
  if (!parser.Parse()) result = parser.TakeError();
  return result;
}

}  // namespace yesan
