// Money by source, however a document lays it out: columns, rows, or labels with amounts behind them.
#include <algorithm>
#include <iterator>
#include <string>

#include "lib/base/chars.h"
#include "lib/money/amount_read.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"
#include "yesan/money/words.h"

namespace yesan {
namespace {

using internal::FactKey;
using internal::HasFacts;
using internal::IsHangul;
using internal::KeyOf;
using internal::PartOf;

bool IsFunding(ColumnRole role) noexcept {
  return role == ColumnRole::kNational || role == ColumnRole::kProvince ||
         role == ColumnRole::kDistrict || role == ColumnRole::kOtherFunds ||
         role == ColumnRole::kFund || role == ColumnRole::kBond;
}

bool HasDigit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (internal::IsAnyDigit(NextCharacter(text, at))) return true;
  }
  return false;
}

// `금일억이천만원`: an amount in words behind its figures.
bool IsInWords(std::string_view text) {
  return !HasDigit(text) && MayBeAmount(text) && internal::PassFormalMark(text, 0) != 0 &&
         ParseAmount(text).ok();
}

// Whether what stands behind a figure makes another one of it: `4,066,8×6천원`, `100천원 × 12월`, `1,200~1,500`.
bool IsTornBy(std::string_view rest, Unit unit) {
  const std::string_view next = Trim(rest);
  if (next.empty()) return false;
  std::size_t at = 0;
  const char32_t c = internal::NextComposed(next, at);
  constexpr std::u32string_view kOperators = U"×xX*+/÷=~∼～→";
  if (kOperators.find(c) != std::u32string_view::npos) return true;
  if (next.data() != rest.data()) return false;
  return internal::IsAnyDigit(c) || c == U'.' || c == U'-' || internal::IsLetter(c) ||
         ((c == U',' || c == U'，') && at < next.size() && internal::IsDigit(next[at])) ||
         (unit == Unit::kNone && IsHangul(c));
}

// Words in front of an amount that say only that it is one.
std::size_t PassTotalWord(std::string_view text) {
  for (const std::string_view word : {"총사업비", "총액", "총계", "합계", "총", "계"}) {
    const std::size_t length = internal::LengthOfWord(text, word);
    if (length == 0) continue;
    const std::string_view rest = text.substr(length);
    const std::size_t gap = rest.find_first_not_of(" :");
    std::size_t next = gap;
    if (gap != std::string_view::npos && internal::IsAnyDigit(NextCharacter(rest, next)))
      return length + gap;
  }
  return 0;
}

// `(x-) 500,000천원`, `(x 100,000) 500,000천원`: where the total behind a subsidy part ends, 0 when there is no such pair.
std::size_t EndOfPair(std::string_view text) {
  if (text.empty() || text.front() != '(') return 0;
  std::size_t at = 1;
  while (at < text.size() && text[at] == ' ') ++at;
  constexpr std::string_view kCircledX = "ⓧ";
  const std::string_view mark = text.substr(at);
  const bool marked = !mark.empty() && (mark.front() == 'x' || mark.front() == 'X' ||
                                        internal::StartsWith(mark, kCircledX));
  const std::size_t close = text.find(')');
  if (!marked || close == std::string_view::npos) return 0;
  std::size_t begin = close + 1;
  while (begin < text.size() && text[begin] == ' ') ++begin;
  std::size_t consumed = 0;
  const Result<Amount> amount = ParseAmountPrefix(text.substr(begin), AmountOptions{}, &consumed);
  const std::size_t end = begin + consumed;
  if (!amount || consumed == 0 || IsTornBy(text.substr(end), amount->unit)) return 0;
  const Result<PairedAmount> pair = ParsePairedAmount(text.substr(0, end));
  return pair && pair->total.has_value() ? end : 0;
}

// The amount that a value begins with, and how many bytes it takes. What is meant as one and cannot be read is kept as an
// unreadable figure; a label, a year or a period is none.
std::size_t TakeTotal(const Sheet& sheet, const Text& value, Unit unit, std::int32_t year,
                      Figure& total) {
  const std::string_view text = value.text;
  const auto take = [&](std::size_t begin, std::size_t end) {
    total = ReadFigure(PartOf(sheet, value, text.substr(begin, end - begin)), unit);
    return end;
  };
  if (text.empty()) return 0;
  const std::size_t bracket = std::min({text.find('('), text.find("（"), text.size()});
  const std::size_t formal = internal::PassFormalMark(text, 0);
  if (formal != 0) {
    // With its words behind it, `금120,000,000원(금일억이천만원)`, or in words alone.
    const std::size_t ascii = text.find(')'), wide = text.find("）");
    const std::size_t close = ascii < wide                     ? ascii + 1
                              : wide != std::string_view::npos ? wide + 3
                                                               : 0;
    if (close != 0 && ParseFormalAmount(text.substr(0, close)).ok()) return take(0, close);
    if (IsInWords(text.substr(0, bracket))) return take(0, bracket);
  }
  if (const std::size_t end = EndOfPair(text); end != 0) return take(0, end);
  const std::size_t begin = formal != 0 ? formal : PassTotalWord(text);
  std::size_t consumed = 0;
  const Result<Amount> amount = ParseAmountPrefix(text.substr(begin), AmountOptions{}, &consumed);
  const std::size_t end = begin + consumed;
  if (amount && !IsTornBy(text.substr(end), amount->unit))
    return take(formal != 0 ? 0 : begin, end);
  const std::string_view printed = Trim(text.substr(0, bracket));
  if (!HasDigit(printed)) return 0;
  if (!amount) {
    // `국비 1,200`: a source in front is a label.
    std::size_t label = 0;
    for (std::size_t i = 0; i < printed.size(); label = i) {
      if (!IsHangul(internal::NextComposed(printed, i))) break;
    }
    if (label != 0 &&
        FindFundingSource(printed.substr(0, label), GovernmentKind::kUnknown).has_value())
      return 0;
  }
  if (internal::YearIn(printed) != 0 || internal::PeriodOfText(printed, year)) return 0;
  total.state = FigureState::kUnreadable;
  total.printed = PartOf(sheet, value, printed);
  total.unit = unit;
  return static_cast<std::size_t>(printed.data() - text.data()) + printed.size();
}

// A table over several years, such as 중기재정계획 or 연도별 투자계획, does not say what this year's money is. What was spent up
// to a year and what comes after one stand for years too.
bool IsPlan(const Table& table) {
  constexpr std::string_view kOpenEnds[] = {"까지", "이후", "이전", "향후", "기투자", "기집행"};
  std::int32_t years = 0, last = 0;
  for (const Column& column : table.columns) {
    if (column.role == ColumnRole::kPrior || column.role == ColumnRole::kCurrent) continue;
    const std::string name = FoldName(column.heading.text);
    const bool open =
        std::any_of(std::begin(kOpenEnds), std::end(kOpenEnds),
                    [&](std::string_view word) { return name.find(word) != std::string::npos; });
    if (!open && (column.year == 0 || column.year == last)) continue;
    last = column.year;
    ++years;
  }
  return years >= 2;
}

// `도` of `(도 126,870 시 718,420)`: a letter that stands for a source, with an amount behind it.
bool IsMarkWithAmount(std::string_view label, std::string_view behind) {
  if (!FindFundingMark(label, GovernmentKind::kUnknown)) return false;
  const std::size_t gap = behind.find_first_not_of(" :=");
  if (gap == std::string_view::npos) return false;
  std::size_t consumed = 0;
  const Result<Amount> amount = ParseAmountPrefix(behind.substr(gap), AmountOptions{}, &consumed);
  if (!amount || consumed == 0 || amount->kind != AmountKind::kValue) return false;
  // `(시 3개소, 군 5개소)` counts.
  std::size_t next = gap + consumed;
  return next == behind.size() || !IsHangul(internal::NextComposed(behind, next)) ||
         amount->unit != Unit::kNone || behind[gap + consumed] == ' ';
}

// Labels of sources with the amounts behind them: `(국비)`, `(시비)4,066,896천원`, `국비 1,200, 도비 300`.
class FundingScan {
 public:
  FundingScan(const Sheet& sheet, const Text& text, Unit unit, FundingView& view)
      : sheet_(sheet), text_(text), unit_(unit), view_(view) {}

  bool Run(bool outside) {
    const std::string_view text = text_.text;
    if (FoldName(text).find("예산외") != std::string::npos) outside = true;
    std::size_t bracket_end = 0;  // of the last that holds amounts
    for (std::size_t i = 0; i < text.size();) {
      std::size_t begin = i, end = i, next = i;
      const char32_t c = internal::NextComposed(text, next);
      if (c == U'(' || c == U'（') {
        const std::size_t close = std::min(text.find(')', next), text.find("）", next));
        if (close == std::string_view::npos) break;
        begin = next;
        end = close;
        i = close + (text[close] == ')' ? 1U : 3U);
        const std::string_view label = Trim(text.substr(begin, end - begin));
        if (label.find_first_of("0123456789") != std::string_view::npos) {
          i = next;  // `(국비 4,320, 도비 864)`: labels and amounts inside
          bracket_end = close;
          continue;
        }
        if (label.empty() || label.size() > 40 || IsRemark(label)) continue;
        Take(label, i, outside);
      } else if (IsHangul(c)) {
        end = next;
        while (end < text.size()) {
          std::size_t k = end;
          const char32_t d = internal::NextComposed(text, k);
          if (!IsHangul(d) && !IsMiddleDot(d)) break;
          end = k;
        }
        i = end;
        const std::string_view label = text.substr(begin, end - begin);
        if ((FindFundingSource(label, GovernmentKind::kUnknown) ||
             (i <= bracket_end && IsMarkWithAmount(label, text.substr(end)))) &&
            !IsRemark(label))
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
           folded == "금년도" || folded == "단위천원" || folded == "안" || IsInWords(label);
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
    if (internal::IsAnyDigit(c) || c == U'(' || c == U'（') {
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
  std::int32_t amount = IsPlan(table) ? Sheet::ColumnOf(table, ColumnRole::kTotal) : -1;
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

// `사업비 (당해년도) | 4,066,896천원 | (국비) | (시비)4,066,896천원`, and the rows below it that have no key. `value` is the
// first text behind the key.
bool FindFundingFacts(const Sheet& sheet, FactKey wanted, FundingView& view, Text& value_behind) {
  for (const Section& section : sheet.sections) {
    if (!HasFacts(section.kind)) continue;
    bool inside = false;
    for (const Block& block : section.blocks) {
      if (!block.table) {
        const bool may_follow = inside || section.kind == SectionKind::kFunding;
        if (!may_follow && !internal::MayHaveColon(block.line.text)) continue;
        const internal::HeadingParts parts = internal::PartsOfHeading(block.line.text);
        const bool key = parts.colon && KeyOf(parts.core) == wanted;
        if (key) {
          if (inside) return true;
          inside = true;
          const Text value = PartOf(sheet, block.line, parts.value);
          value_behind = value;
          view.label = PartOf(sheet, block.line, parts.core);
          (void)TakeTotal(sheet, value, Unit::kNone, sheet.fiscal_year, view.total);
          FundingScan(sheet, value, view.total.unit, view).Run(false);
        } else if (may_follow) {
          const std::size_t before = view.entries.size();
          if (parts.marker == U'※' || block.line.text.front() == '*') continue;
          if (internal::TotalWord(parts.core) == 1 && parts.colon) {
            const Text value = PartOf(sheet, block.line, parts.value);
            if (TakeTotal(sheet, value, Unit::kNone, sheet.fiscal_year, view.total) != 0) {
              view.label = PartOf(sheet, block.line, parts.core);
              inside = true;
            }
          }
          FundingScan(sheet, block.line, view.total.unit, view).Run(false);
          if (view.entries.size() == before && section.kind != SectionKind::kFunding) return true;
        }
        continue;
      }
      const bool plan = IsPlan(*block.table);
      for (const Row& printed : block.table->rows) {
        if (printed.cells.empty()) continue;
        Row behind;
        if (internal::StandsBeforeKey(printed))
          behind.cells.assign(printed.cells.begin() + 1, printed.cells.end());
        const Row& row = behind.cells.empty() ? printed : behind;
        if (!inside && !plan && KeyOf(row.cells[0].text) == wanted) {
          inside = true;
          view.label = row.cells[0];
          if (row.cells.size() > 1) value_behind = row.cells[1];
          bool outside = false;
          for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (view.total.state != FigureState::kAbsent) break;
            (void)TakeTotal(sheet, row.cells[i], block.table->unit, sheet.fiscal_year, view.total);
          }
          for (std::size_t i = 1; i < row.cells.size(); ++i)
            outside = FundingScan(sheet, row.cells[i], view.total.unit, view).Run(outside);
        } else if (inside) {
          if (!row.cells[0].empty() &&
              !FindFundingSource(WithoutShare(row.cells[0].text), GovernmentKind::kUnknown))
            return true;
          Figure amount;
          if (row.cells.size() == 2) amount = ReadFigure(row.cells[1], view.total.unit);
          // `기타 (구비) | (기타)` are labels.
          const bool stated = row.cells.size() == 2 && (amount.state != FigureState::kUnreadable ||
                                                        HasDigit(row.cells[1].text));
          if (!row.cells[0].empty() && stated) {
            FundingEntry entry;
            entry.label = PartOf(sheet, row.cells[0], WithoutShare(row.cells[0].text));
            entry.amount = std::move(amount);
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

// The source of `(시비)`, `(전액 시비)`, `(시비 100%)`, where nothing else is said.
std::string_view OnlySourceIn(std::string_view text) {
  std::string_view rest = text;
  const auto pass = [&](std::initializer_list<std::string_view> marks, bool behind) {
    for (bool passed = true; passed;) {
      passed = false;
      for (const std::string_view mark : marks) {
        if (!(behind ? internal::EndsWith(rest, mark) : internal::StartsWith(rest, mark))) continue;
        rest = behind ? rest.substr(0, rest.size() - mark.size()) : rest.substr(mark.size());
        passed = true;
      }
    }
  };
  pass({" ", "(", "（", "전액"}, false);
  pass({" ", ")", "）", "100%", "전액"}, true);
  return FindFundingSource(rest, GovernmentKind::kUnknown) ? rest : std::string_view();
}

// One source for the whole amount: `3,482,720천원(시비)` names it behind, `시비 3,482,720천원` in front.
void TakeWhole(const Sheet& sheet, const Text& value, FundingView& view) {
  if (view.entries.size() != 1 || view.entries.front().outside) return;
  FundingEntry& entry = view.entries.front();
  const auto begins = [](const Text& text) { return std::size_t{text.place.offset}; };
  const auto ends = [](const Text& text) {
    return std::size_t{text.place.offset} + text.place.length;
  };
  const std::size_t begin = begins(value);
  const std::size_t end = begin + value.text.size();
  const auto within = [&](const Text& text) {
    return text.place.known() && begins(text) >= begin && ends(text) <= end;
  };
  if (!value.place.known() || value.place.length != value.text.size() || !within(entry.label))
    return;
  if (view.total.state == FigureState::kValue && entry.amount.state == FigureState::kBlank) {
    const Text& total = view.total.printed;
    if (!within(total) || ends(total) > begins(entry.label)) return;
    const std::string_view source = OnlySourceIn(value.text.substr(ends(total) - begin));
    if (source.empty()) return;
    entry.label = PartOf(sheet, value, source);
    entry.amount = view.total;
  } else if (view.total.state == FigureState::kAbsent &&
             entry.amount.state == FigureState::kValue) {
    const Text& amount = entry.amount.printed;
    if (!within(amount) || ends(amount) != end || begins(amount) < begins(entry.label)) return;
    if (!OnlySourceIn(value.text.substr(0, begins(amount) - begin)).empty())
      view.total = entry.amount;
  }
}

bool FundingFacts(const Sheet& sheet, FactKey wanted, FundingView& view) {
  Text value;
  if (!FindFundingFacts(sheet, wanted, view, value)) return false;
  TakeWhole(sheet, value, view);
  return true;
}

// A table by source in the first section of a kind that has one: of this year, or of several (`plans`).
bool FundingInTables(const Sheet& sheet, std::initializer_list<SectionKind> kinds, bool plans,
                     FundingView& view) {
  for (const SectionKind kind : kinds) {
    for (const Section& section : sheet.sections) {
      if (section.kind != kind) continue;
      for (const Block& block : section.blocks) {
        if (block.table && IsPlan(*block.table) == plans &&
            (FundingColumns(*block.table, sheet.fiscal_year, view) ||
             FundingRows(*block.table, view)))
          return true;
      }
    }
  }
  return false;
}

}  // namespace

FundingView TotalCostOf(const Sheet& sheet) {
  FundingView view;
  if (FundingFacts(sheet, FactKey::kTotalCost, view)) return view;
  view = {};
  FundingInTables(
      sheet,
      {SectionKind::kFunding, SectionKind::kBasics, SectionKind::kUnknown, SectionKind::kContent},
      true, view);
  return view;
}

FundingView FundingOf(const Sheet& sheet) {
  FundingView view;
  if (FundingInTables(sheet, {SectionKind::kFunding, SectionKind::kBasics}, false, view))
    return view;
  // This year's money; the whole program's cost only where nothing else is printed. A table under a heading that nobody knows
  // says more only where it says the same.
  FundingView facts;
  const bool has_facts = FundingFacts(sheet, FactKey::kFunding, facts);
  if (FundingInTables(sheet, {SectionKind::kUnknown, SectionKind::kContent}, false, view)) {
    const bool same = facts.entries.empty() && facts.total.won() == view.total.won();
    if (facts.total.state == FigureState::kAbsent || same) return view;
  }
  view = {};
  if (has_facts) return facts;
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
