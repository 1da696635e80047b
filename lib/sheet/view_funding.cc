// Money by source, however a document lays it out: columns, rows, or labels with amounts behind them.
#include <algorithm>
#include <string>

#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"

namespace yesan {
namespace {

using internal::FactKey;
using internal::HasFacts;
using internal::KeyOf;
using internal::PartOf;

bool IsFunding(ColumnRole role) noexcept {
  return role == ColumnRole::kNational || role == ColumnRole::kProvince ||
         role == ColumnRole::kDistrict || role == ColumnRole::kOtherFunds ||
         role == ColumnRole::kFund || role == ColumnRole::kBond;
}

bool IsHangul(char32_t c) noexcept { return c >= 0xAC00 && c <= 0xD7A3; }

// Labels of sources with the amounts behind them: `(국비)`, `(시비)4,066,896천원`, `국비 1,200, 도비 300`.
class FundingScan {
 public:
  FundingScan(const Sheet& sheet, const Text& text, Unit unit, FundingView& view)
      : sheet_(sheet), text_(text), unit_(unit), view_(view) {}

  bool Run(bool outside) {
    const std::string_view text = text_.text;
    if (FoldName(text).find("예산외") != std::string::npos) outside = true;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t begin = i, end = i, next = i;
      const char32_t c = NextCharacter(text, next);
      if (c == U'(' || c == U'（') {
        const std::size_t close = std::min(text.find(')', next), text.find("）", next));
        if (close == std::string_view::npos) break;
        begin = next;
        end = close;
        i = close + (text[close] == ')' ? 1U : 3U);
        const std::string_view label = Trim(text.substr(begin, end - begin));
        if (label.find_first_of("0123456789") != std::string_view::npos) {
          i = next;  // `(국비 4,320, 도비 864)`: labels and amounts inside
          continue;
        }
        if (label.empty() || label.size() > 40 || IsRemark(label)) continue;
        Take(label, i, outside);
      } else if (IsHangul(c)) {
        end = next;
        while (end < text.size()) {
          std::size_t k = end;
          const char32_t d = NextCharacter(text, k);
          if (!IsHangul(d) && !IsMiddleDot(d)) break;
          end = k;
        }
        i = end;
        const std::string_view label = text.substr(begin, end - begin);
        if (FindFundingSource(label, GovernmentKind::kUnknown) && !IsRemark(label))
          Take(label, i, outside);
      } else {
        i = next;
      }
    }
    return outside;
  }

 private:
  static bool IsRemark(std::string_view label) {
    const std::string folded = FoldName(label);
    return folded == "예산외" || folded == "당해년도" || folded == "당해연도" ||
           folded == "금년도" || folded == "단위천원" || folded == "안";
  }

  [[nodiscard]] std::size_t PassGap(std::size_t at) const {
    const std::string_view text = text_.text;
    while (at < text.size()) {
      std::size_t next = at;
      const char32_t c = NextCharacter(text, next);
      if (!IsSpace(c) && c != U':' && c != U'：' && c != U')' && c != U'=') break;
      at = next;
    }
    return at;
  }

  void Take(std::string_view label, std::size_t& i, bool outside) {
    const std::string_view text = text_.text;
    // `기타 (예산 외) (구비)`: the word in front only opens the list.
    std::size_t at = PassGap(i);
    FundingEntry entry;
    entry.label = PartOf(sheet_, text_, label);
    entry.outside = outside;
    entry.amount.state = FigureState::kBlank;
    entry.amount.unit = unit_;
    std::size_t consumed = 0;
    AmountOptions options;
    // `국비 30% 720`: the share, then the amount.
    options.whole = false;
    if (at < text.size()) {
      const Result<Amount> share = ParseAmountPrefix(text.substr(at), options, &consumed);
      if (share && share->unit == Unit::kPercent) i = at = PassGap(at + consumed);
    }
    options.whole = true;
    consumed = 0;
    if (at < text.size() && ParseAmountPrefix(text.substr(at), options, &consumed) &&
        consumed > 0) {
      entry.amount = ReadFigure(PartOf(sheet_, text_, text.substr(at, consumed)), unit_);
      i = at + consumed;
    } else if (!view_.entries.empty() || at < text.size()) {
      const std::string_view rest = text.substr(at);
      if (FoldName(rest.substr(0, std::min<std::size_t>(rest.size(), 24))).rfind("예산외", 0) ==
              0 &&
          FoldName(label) == "기타")
        return;
    }
    view_.entries.push_back(std::move(entry));
  }

  const Sheet& sheet_;
  const Text& text_;
  Unit unit_;
  FundingView& view_;
};

// `도비(30%)`, `국비 40%`: the name of the source.
std::string_view WithoutShare(std::string_view label) {
  std::size_t end = label.size();
  for (std::size_t i = 0; i < label.size();) {
    const std::size_t at = i;
    const char32_t c = NextCharacter(label, i);
    if ((c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19) || c == U'(' || c == U'（') {
      end = at;
      break;
    }
  }
  return end == 0 ? label : Trim(label.substr(0, end));
}

// 국비 | 시비 | 구비 as columns: the total row, or the only one.
bool FundingColumns(const Table& table, std::int32_t year, FundingView& view) {
  std::size_t sources = 0;
  for (const Column& column : table.columns) sources += IsFunding(column.role) ? 1U : 0U;
  if (sources < 2 || table.rows.empty()) return false;
  const Row* row = &table.rows.front();
  for (const Row& candidate : table.rows) {
    if (internal::TotalWord(CellOf(candidate, 0).text) == 1) row = &candidate;
  }
  for (const Row& candidate : table.rows) {
    if (year != 0 && internal::YearIn(CellOf(candidate, 0).text) == year) row = &candidate;
  }
  if (row == &table.rows.front() && table.rows.size() > 1 &&
      internal::TotalWord(CellOf(*row, 0).text) != 1) {
    // Years or kinds of money below each other: this year's row is named in its label.
    for (const Row& candidate : table.rows) {
      const std::string label = FoldName(CellOf(candidate, 0).text);
      if (label.find("당해") != std::string::npos || label.find("금년") != std::string::npos ||
          label.find("예산") != std::string::npos)
        row = &candidate;
    }
  }
  view.label = CellOf(*row, 0);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const Unit unit = column.unit != Unit::kNone ? column.unit : table.unit;
    const auto index = static_cast<std::int32_t>(i);
    if (column.role == ColumnRole::kTotal || column.role == ColumnRole::kAmount ||
        column.role == ColumnRole::kCurrent) {
      if (view.total.state == FigureState::kAbsent && i < row->cells.size())
        view.total = ReadFigure(CellOf(*row, index), unit);
    } else if (IsFunding(column.role)) {
      FundingEntry entry;
      entry.label = column.heading;
      entry.amount = ReadFigure(CellOf(*row, index), unit);
      view.entries.push_back(std::move(entry));
    }
  }
  return true;
}

// Sources below each other, their amount in a column.
bool FundingRows(const Table& table, FundingView& view) {
  if (table.columns.empty()) return false;
  std::int32_t amount = -1;
  for (const ColumnRole role :
       {ColumnRole::kCurrent, ColumnRole::kAmount, ColumnRole::kTotal, ColumnRole::kAdopted}) {
    if (amount < 0) amount = Sheet::ColumnOf(table, role);
  }
  if (amount < 0) return false;
  const Column& column = table.columns[static_cast<std::size_t>(amount)];
  const Unit unit = column.unit != Unit::kNone ? column.unit : table.unit;
  const std::int32_t label = std::max(Sheet::ColumnOf(table, ColumnRole::kLabel), 0);
  std::size_t known = 0;
  for (const Row& row : table.rows) {
    known += FindFundingSource(CellOf(row, label).text, GovernmentKind::kUnknown) ? 1U : 0U;
  }
  if (known < 1) return false;
  for (const Row& row : table.rows) {
    const Text name = CellOf(row, label);
    const Figure figure = ReadFigure(CellOf(row, amount), unit);
    if (internal::TotalWord(name.text) == 1) {
      view.label = name;
      view.total = figure;
    } else if (!name.empty()) {
      FundingEntry entry;
      entry.label = name;
      entry.amount = figure;
      view.entries.push_back(std::move(entry));
    }
  }
  return true;
}

// `사업비 (당해년도) | 4,066,896천원 | (국비) | (시비)4,066,896천원`, and the rows below it that have no key.
bool FundingFacts(const Sheet& sheet, FactKey wanted, FundingView& view) {
  for (const Section& section : sheet.sections) {
    if (!HasFacts(section.kind)) continue;
    bool inside = false;
    for (const Block& block : section.blocks) {
      if (!block.table) {
        const internal::HeadingParts parts = internal::PartsOfHeading(block.line.text);
        const bool key = parts.colon && KeyOf(parts.core) == wanted;
        if (key) {
          if (inside) return true;
          inside = true;
          const Text value = PartOf(sheet, block.line, parts.value);
          view.label = PartOf(sheet, block.line, parts.core);
          std::size_t consumed = 0;
          if (ParseAmountPrefix(value.text, AmountOptions{}, &consumed))
            view.total =
                ReadFigure(PartOf(sheet, value, value.text.substr(0, consumed)), Unit::kNone);
          FundingScan(sheet, value, view.total.unit, view).Run(false);
        } else if (inside || section.kind == SectionKind::kFunding) {
          const std::size_t before = view.entries.size();
          if (parts.marker == U'※' || block.line.text.front() == '*') continue;
          if (internal::TotalWord(parts.core) == 1 && parts.colon) {
            std::size_t consumed = 0;
            const Text value = PartOf(sheet, block.line, parts.value);
            if (ParseAmountPrefix(value.text, AmountOptions{}, &consumed)) {
              view.total =
                  ReadFigure(PartOf(sheet, value, value.text.substr(0, consumed)), Unit::kNone);
              view.label = PartOf(sheet, block.line, parts.core);
              inside = true;
            }
          }
          FundingScan(sheet, block.line, view.total.unit, view).Run(false);
          if (view.entries.size() == before && section.kind != SectionKind::kFunding) return true;
        }
        continue;
      }
      for (const Row& row : block.table->rows) {
        if (row.cells.empty()) continue;
        const std::optional<FactKey> key = KeyOf(row.cells[0].text);
        if (key == wanted && !inside) {
          inside = true;
          view.label = row.cells[0];
          bool outside = false;
          for (std::size_t i = 1; i < row.cells.size(); ++i) {
            const Text& value = row.cells[i];
            std::size_t consumed = 0;
            if (view.total.state != FigureState::kAbsent ||
                !ParseAmountPrefix(value.text, AmountOptions{}, &consumed))
              continue;
            view.total =
                ReadFigure(PartOf(sheet, value, value.text.substr(0, consumed)), block.table->unit);
          }
          for (std::size_t i = 1; i < row.cells.size(); ++i)
            outside = FundingScan(sheet, row.cells[i], view.total.unit, view).Run(outside);
        } else if (inside) {
          if (!row.cells[0].empty() &&
              !FindFundingSource(WithoutShare(row.cells[0].text), GovernmentKind::kUnknown))
            return true;
          if (!row.cells[0].empty() && row.cells.size() == 2) {
            FundingEntry entry;
            entry.label = PartOf(sheet, row.cells[0], WithoutShare(row.cells[0].text));
            entry.amount = ReadFigure(row.cells[1], view.total.unit);
            view.entries.push_back(std::move(entry));
            continue;
          }
          bool outside = false;
          for (const Text& cell : row.cells)
            outside = FundingScan(sheet, cell, view.total.unit, view).Run(outside);
        }
      }
    }
    if (inside || !view.entries.empty()) return true;
  }
  return false;
}

}  // namespace

FundingView FundingOf(const Sheet& sheet) {
  FundingView view;
  for (const SectionKind kind : {SectionKind::kFunding, SectionKind::kBasics, SectionKind::kUnknown,
                                 SectionKind::kContent}) {
    for (const Section& section : sheet.sections) {
      if (section.kind != kind) continue;
      for (const Block& block : section.blocks) {
        if (block.table && (FundingColumns(*block.table, sheet.fiscal_year, view) ||
                            FundingRows(*block.table, view)))
          return view;
      }
    }
  }
  // This year's money; the whole program's cost only where nothing else is printed.
  if (FundingFacts(sheet, FactKey::kFunding, view)) return view;
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kOverview) continue;
    for (const Block& block : section.blocks) {
      if (block.table && FundingColumns(*block.table, sheet.fiscal_year, view)) return view;
    }
  }
  FundingFacts(sheet, FactKey::kTotalCost, view);
  return view;
}

}  // namespace yesan
