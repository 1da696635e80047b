// 산출근거 as a tree: rows and lines of the sheet become the lines of a CostBasis, every figure with its place.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "lib/base/byte_set.h"
#include "lib/base/chars.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/table_builder.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using internal::PartOf;

// A line for CostBasis::FromLines, put together from the cells of a row, and where each cell begins in it.
struct Composed {
  struct Piece {
    std::size_t offset, length;
    Text text;

    // How many printed bytes the first `bytes` of the piece stand for.
    [[nodiscard]] std::size_t Printed(std::size_t bytes) const {
      if (length == text.text.size()) return bytes;
      std::size_t at = 0;
      for (std::string whole; whole.size() < bytes && at < text.text.size();)
        AppendCharacter(internal::NextComposed(text.text, at), whole);
      return at;
    }
  };
  std::string text;
  std::vector<Piece> pieces;
  Text object_item;
  std::int32_t level = -1;

  void Add(const Text& cell, std::string_view gap) {
    if (cell.empty()) return;
    if (!text.empty()) text += gap;
    const std::size_t offset = text.size();
    if (internal::HasJamo(cell.text)) {
      internal::AppendComposed(cell.text, text);
    } else {
      text += cell.text;
    }
    pieces.push_back({offset, text.size() - offset, cell});
  }
  // The part of the sheet's text that a span of the line is.
  [[nodiscard]] Text At(const Sheet& sheet, std::size_t offset, std::size_t length) const {
    for (const Piece& piece : pieces) {
      if (offset < piece.offset || offset >= piece.offset + piece.length) continue;
      const std::size_t from = piece.Printed(offset - piece.offset);
      const std::size_t end = piece.Printed(std::min(offset - piece.offset + length, piece.length));
      return PartOf(sheet, piece.text, piece.text.text.substr(from, end - from));
    }
    return {};
  }
};

bool HasBullet(std::string_view text) {
  std::string_view rest = text;
  return internal::TakeMarker(rest) != 0;
}

Unit UnitOr(const Text& heading, Unit otherwise) {
  const Unit unit = internal::UnitOf(heading);
  return IsMoney(unit) ? unit : otherwise;
}

// A cell that is an amount and nothing else: the result that the cells before it come to.
bool IsFigureAlone(const Text& cell) { return internal::HoldsFigure(cell.text); }

bool EndsInEquals(const Composed& line) {
  const std::string_view text = Trim(line.text);
  return !text.empty() && text.back() == '=';
}

// Whether text computes or states something: a formula, not an object item's name.
bool HasDigits(std::string_view text) noexcept {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// The column of what each row comes to; −1: none.
std::int32_t AmountColumn(const Table& table) {
  std::int32_t amount = Sheet::ColumnOf(table, ColumnRole::kAmount);
  if (amount < 0) amount = Sheet::ColumnOf(table, ColumnRole::kCurrent);
  if (amount < 0) amount = Sheet::ColumnOf(table, ColumnRole::kChange);
  return amount;
}

// The unit of the amounts of a table: `금액(원)` says it for its column.
Unit UnitOfAmounts(const Table& table, Unit otherwise) {
  const std::int32_t amount = AmountColumn(table);
  const Unit own = amount < 0 ? Unit::kNone : table.columns[static_cast<std::size_t>(amount)].unit;
  if (IsMoney(own)) return own;
  return table.unit != Unit::kNone ? table.unit : otherwise;
}

class Collector {
 public:
  Collector(const Sheet& sheet, std::vector<Composed>& out) : sheet_(sheet), out_(out) {}

  void AddSection(const Section& section) {
    bool by_indent = LevelsByIndent(section);
    std::vector<std::uint32_t> indents;
    for (const Block& block : section.blocks) {
      if (block.table) {
        AddTable(*block.table);
        continue;
      }
      const std::string_view text = block.line.text;
      if (text.front() == '*' || text.substr(0, 3) == "※" || internal::IsUnitHeading(text))
        continue;
      std::int32_t level = -1;
      if (by_indent) {
        while (!indents.empty() && indents.back() >= block.indent) indents.pop_back();
        level = static_cast<std::int32_t>(indents.size());
        indents.push_back(block.indent);
      }
      Split(block.line, level);
    }
  }

 private:
  // One bullet at several depths, as nested lists have it: the indent tells the level, not the bullet.
  static bool LevelsByIndent(const Section& section) {
    std::map<char32_t, std::set<std::uint32_t>> depths;
    for (const Block& block : section.blocks) {
      if (block.table) continue;
      std::string_view rest = block.line.text;
      depths[internal::TakeMarker(rest)].insert(block.indent);
    }
    return std::any_of(depths.begin(), depths.end(),
                       [](const auto& entry) { return entry.second.size() > 1; });
  }

  void Split(const Text& text, std::int32_t level) {
    for (std::size_t begin = 0; begin < text.text.size();) {
      const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
      const std::string_view line = Trim(text.text.substr(begin, end - begin));
      begin = end + 1;
      if (line.empty()) continue;
      Composed composed;
      composed.level = level;
      composed.object_item = object_item_;
      // `감리비: 120` states an amount as `감리비 = 120` does.
      const internal::HeadingParts parts = internal::PartsOfHeading(line);
      if (parts.colon && internal::HoldsFigure(parts.value)) {
        const auto colon =
            static_cast<std::size_t>(parts.core.data() - line.data()) + parts.core.size();
        composed.Add(PartOf(sheet_, text, line.substr(0, colon)), "");
        composed.Add(PartOf(sheet_, text, parts.value), " = ");
      } else {
        composed.Add(PartOf(sheet_, text, line), "");
      }
      out_.push_back(std::move(composed));
    }
  }

  void AddTable(const Table& table) {
    const std::int32_t label = Sheet::ColumnOf(table, ColumnRole::kLabel);
    const std::int32_t formula = Sheet::ColumnOf(table, ColumnRole::kFormula);
    const std::int32_t amount = AmountColumn(table);
    const bool flat = amount >= 0 && IsFlat(table, label, formula, amount);
    for (const Row& row : table.rows) {
      if (amount >= 0) {
        AddColumns(row, label, formula, amount, flat);
      } else {
        AddCells(row, label >= 0);
      }
    }
  }

  // 과목구분 | 예산내역: the cells behind the object item make one line, however the page tore them apart.
  void AddCells(const Row& row, bool has_label) {
    std::size_t from = 0;
    const bool own_label = row.cells.size() > 1 && HasBullet(row.cells[1].text);
    if ((has_label || own_label) && !row.cells.empty() && !row.cells[0].empty() &&
        internal::TotalWord(row.cells[0].text) != 1 && !HasBullet(row.cells[0].text) &&
        !HasDigits(row.cells[0].text) && row.cells.size() > 1) {
      object_item_ = row.cells[0];
      from = 1;
    }
    std::vector<const Text*> cells;
    cells.reserve(row.cells.size());
    for (std::size_t i = from; i < row.cells.size(); ++i) {
      if (!row.cells[i].empty()) cells.push_back(&row.cells[i]);
    }
    if (cells.size() == 1) {
      Split(*cells[0], -1);
      return;
    }
    Composed composed;
    composed.object_item = object_item_;
    for (const Text* cell : cells) {
      const bool stated = cell == cells.back() && IsFigureAlone(*cell) && !EndsInEquals(composed);
      composed.Add(*cell, !stated ? " " : HasDigits(composed.text) ? "  " : " = ");
    }
    if (!composed.text.empty()) out_.push_back(std::move(composed));
  }

  // Whether the rows of a table stand beside each other: none has a bullet, and none states an amount for a name alone,
  // which those below it could be parts of.
  static bool IsFlat(const Table& table, std::int32_t label, std::int32_t formula,
                     std::int32_t amount) {
    return std::none_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      const Text name = CellOf(row, label);
      const Text expression = CellOf(row, formula);
      if (internal::TotalWord(name.text) == 1) return false;
      if (HasBullet(name.text) || HasBullet(expression.text)) return true;
      return !name.empty() && (expression.empty() || expression == name) &&
             !CellOf(row, amount).empty();
    });
  }

  // 구분 | 산출내역 | 금액: the amount stands in a column of its own.
  void AddColumns(const Row& row, std::int32_t label, std::int32_t formula, std::int32_t amount,
                  bool flat) {
    const Text name = CellOf(row, label);
    Text expression = CellOf(row, formula);
    const Text stated = CellOf(row, amount);
    if (expression == name) expression = {};
    const bool own_label = HasBullet(expression.text);
    if (expression.text.find('\n') != std::string_view::npos) {
      Composed head;
      head.Add(name, "");
      head.Add(stated, "  ");
      head.level = 0;
      if (!head.text.empty()) out_.push_back(std::move(head));
      object_item_ = name;
      Split(expression, 1);
      return;
    }
    if (own_label && !name.empty()) object_item_ = name;
    Composed composed;
    composed.object_item = object_item_;
    if (flat) composed.level = 0;
    if (!own_label) composed.Add(name, "");
    composed.Add(expression, " ");
    composed.Add(stated, expression.empty() ? " = " : "  ");
    if (!composed.text.empty()) out_.push_back(std::move(composed));
  }

  const Sheet& sheet_;
  std::vector<Composed>& out_;
  Text object_item_;
};

// `합계 = 2,400`, `- 합계: 2,150`: a total's name, then its amount.
bool IsTotalLine(std::string_view printed) {
  if (printed.size() > 200) return false;
  // A total's name has few letters: what stands far behind a line's begin tells nothing.
  std::string_view text = printed.substr(0, 96);
  std::string narrow;
  if (internal::HasWideForms(text)) text = narrow = internal::Narrow(text);
  internal::TakeMarker(text);
  text = text.substr(0, 64);
  static constexpr internal::ByteSet kEnds(" :=\t0123456789"), kFigures("=:0123456789");
  const std::size_t end = kEnds.FindIn(text);
  // Names are spaced out: `합 계`.
  const std::size_t digits = kFigures.FindIn(text);
  return internal::TotalWord(text.substr(0, end)) == 1 ||
         internal::TotalWord(text.substr(0, digits)) == 1;
}

Figure TotalOf(const Sheet& sheet, const Composed& line, Unit unit) {
  for (auto piece = line.pieces.rbegin(); piece != line.pieces.rend(); ++piece) {
    const std::string_view text = piece->text.text;
    const std::size_t gap = text.find_last_of(" :=\t");
    const std::string_view figure =
        Trim(gap == std::string_view::npos ? text : text.substr(gap + 1));
    if (internal::HoldsFigure(figure)) return ReadFigure(PartOf(sheet, piece->text, figure), unit);
  }
  return {};
}

}  // namespace

CostBasisView CostBasisOf(const Sheet& sheet) {
  CostBasisView view;
  std::vector<Composed> composed;
  Unit unit = Unit::kThousandWon;
  Collector collector(sheet, composed);
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kCostBasis || section.blocks.empty()) continue;
    if (view.section == nullptr) view.section = &section;
    if (HasUnitHeading(section.heading.text)) unit = UnitOr(section.heading, unit);
    for (const Block& block : section.blocks) {
      if (!block.table) {
        if (internal::IsUnitHeading(block.line.text)) unit = UnitOr(block.line, unit);
      } else {
        unit = UnitOfAmounts(*block.table, unit);
      }
    }
    collector.AddSection(section);
  }
  // A line that says it is the total adds to nothing: it is held against the tree.
  std::vector<Composed> totals;
  const auto first_total =
      std::stable_partition(composed.begin(), composed.end(),
                            [](const Composed& line) { return !IsTotalLine(line.text); });
  totals.assign(std::make_move_iterator(first_total), std::make_move_iterator(composed.end()));
  composed.erase(first_total, composed.end());
  if (!totals.empty()) view.total = TotalOf(sheet, totals.front(), unit);
  std::vector<BasisText> texts;
  texts.reserve(composed.size());
  for (const Composed& line : composed) {
    BasisText text;
    text.text = line.text;
    text.level = line.level;
    if (!line.pieces.empty()) text.place = line.pieces.front().text.place;
    texts.push_back(text);
  }
  std::vector<BasisNodeId> node_of_line;
  view.tree = CostBasis::FromLines(texts, unit, &node_of_line);
  view.lines.resize(view.tree.size());
  for (std::size_t i = 0; i < composed.size(); ++i) {
    if (node_of_line[i] == kNoBasisNode || composed[i].pieces.empty()) continue;
    BasisLine& line = view.lines[static_cast<std::size_t>(node_of_line[i])];
    if (!line.text.empty()) continue;
    line.object_item = composed[i].object_item;
    line.text = composed[i].pieces.front().text;
    line.label = line.text;
  }
  for (std::size_t i = 0; i < view.tree.size(); ++i) {
    const BasisNode& node = view.tree.node(static_cast<BasisNodeId>(i));
    const auto text_of = [&](const std::optional<BasisAmount>& amount) {
      if (!amount || amount->line >= composed.size()) return Text{};
      return composed[amount->line].At(sheet, amount->span.offset, amount->span.length);
    };
    view.lines[i].won_text = text_of(node.won_amount);
    view.lines[i].result_text = text_of(node.unit_amount);
  }
  return view;
}

}  // namespace yesan
