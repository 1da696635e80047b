#include "yesan/check/proof.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "lib/base/chars.h"
#include "yesan/money/paired_amount.h"

namespace yesan {

using internal::EndsWith;
using internal::IsDigit;
using internal::StartsWith;
namespace {

// A cell longer than this holds prose, whatever numbers stand in it.
constexpr std::size_t kFigureBytesMax = 64;

// Bytes of the digit, or of the comma or point, at a place: 1, 3 for a full-width one, 0 for neither.
std::size_t DigitAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (IsDigit(text[at])) return 1;
  const bool wide = text.size() - at >= 3 && text[at] == '\xEF' && text[at + 1] == '\xBC' &&
                    text[at + 2] >= '\x90' && text[at + 2] <= '\x99';
  return wide ? 3 : 0;
}
std::size_t SeparatorAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ',' || text[at] == '.') return 1;
  const std::string_view mark = text.substr(at, 3);
  return mark == "，" || mark == "．" ? 3 : 0;
}

std::string_view SkipSpaces(std::string_view text) {
  for (;;) {
    if (StartsWith(text, " ") || StartsWith(text, "\t")) {
      text.remove_prefix(1);
    } else if (StartsWith(text, "　")) {
      text.remove_prefix(3);
    } else {
      return text;
    }
  }
}

// Columns whose numbers are no amounts: `2017`, `2021.01~02`, `2133-6330`.
bool HoldsNoAmounts(ColumnRole role) {
  switch (role) {
    case ColumnRole::kLabel:
    case ColumnRole::kYear:
    case ColumnRole::kStep:
    case ColumnRole::kPeriod:
    case ColumnRole::kFirstDay:
    case ColumnRole::kLastDay:
    case ColumnRole::kBureau:
    case ColumnRole::kDepartment:
    case ColumnRole::kOfficer:
    case ColumnRole::kPhone:
      return true;
    default:
      return false;
  }
}

// What follows a number says that it is money.
bool BeginsWithMoney(std::string_view text) {
  text = SkipSpaces(text);
  static constexpr std::array<std::string_view, 4> kTens = {"십", "백", "천", "만"};
  bool any = true;
  bool counted = false;  // 천원, 백만 원
  while (any) {
    any = false;
    for (const std::string_view word : kTens) {
      if (!StartsWith(text, word)) continue;
      text.remove_prefix(word.size());
      any = counted = true;
    }
  }
  if (StartsWith(text, "억")) return true;
  if (StartsWith(text, "조"))
    return IsDigit(
        SkipSpaces(text.substr(3)).substr(0, 1).empty() ? ' ' : SkipSpaces(text.substr(3)).front());
  if (counted) text = SkipSpaces(text);
  return StartsWith(text, "원") && !StartsWith(text, "원칙");
}

class Collector {
 public:
  Collector(const Sheet& sheet, std::vector<FigureProof>& figures)
      : sheet_(sheet), figures_(figures) {}

  void Cell(const Text& cell, ColumnRole role, SectionKind section) {
    if (cell.text.size() <= kFigureBytesMax && !HoldsNoAmounts(role) && IsFigure(cell.text)) {
      Numbers(cell, section, [](std::string_view, std::size_t, std::size_t) { return true; });
      return;
    }
    Line(cell, section);
  }

  void Line(const Text& line, SectionKind section) {
    const bool basis = section == SectionKind::kCostBasis;
    Numbers(line, section, [&](std::string_view text, std::size_t begin, std::size_t end) {
      const std::string_view before = text.substr(0, begin);
      const std::string_view after = text.substr(end);
      if (EndsWith(before, "제")) return false;  // 제5조
      if (BeginsWithMoney(after)) return true;
      if (basis) {
        const std::size_t last = before.find_last_not_of(" \t");
        if (last != std::string_view::npos && before[last] == '=') return true;
      }
      const std::string_view figure = text.substr(begin, end - begin);
      if (figure.find(',') == std::string_view::npos && figure.find("，") == std::string_view::npos)
        return false;
      // A comma and no counter behind it: bytes above 0x7F begin a Hangul counter, or a sign such as ×.
      return after.empty() || static_cast<unsigned char>(after.front()) < 0x80 ||
             StartsWith(after, "×") || StartsWith(after, "）");
    });
  }

 private:
  static bool IsFigure(std::string_view text) {
    const auto pair = ParsePairedAmount(text);
    return pair && (pair->total.has_value() || pair->part.has_value());
  }

  template <class Wanted>
  void Numbers(const Text& text, SectionKind section, Wanted wanted) {
    const std::string_view all = text.text;
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t digit = DigitAt(all, begin);
      if (digit == 0) {
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (digit != 0) {
        end += digit;
        const std::size_t separator = SeparatorAt(all, end);
        digit = DigitAt(all, end + separator);
        if (separator != 0 && digit != 0) end += separator;
      }
      if (wanted(all, begin, end)) {
        FigureProof figure;
        figure.place = sheet_.PlaceOf(text, begin, end - begin);
        figure.section = section;
        figure.printed = all.substr(begin, end - begin);
        figures_.push_back(figure);
      }
      begin = end;
    }
  }

  const Sheet& sheet_;
  std::vector<FigureProof>& figures_;
};

// Which of the places of a list hold a figure.
class Places {
 public:
  explicit Places(const std::vector<Coverage>& list) : list_(list) {
    std::stable_sort(list_.begin(), list_.end(), [](const Coverage& a, const Coverage& b) {
      return a.place.offset < b.place.offset;
    });
    for (const Coverage& entry : list_) longest_ = std::max(longest_, entry.place.length);
  }

  // How many different rules name the place.
  [[nodiscard]] std::uint32_t RulesAt(const Place& place) const {
    std::vector<std::string_view> rules;
    auto at = std::upper_bound(
        list_.begin(), list_.end(), place.offset,
        [](std::uint32_t offset, const Coverage& entry) { return offset < entry.place.offset; });
    while (at != list_.begin()) {
      const Coverage& entry = *--at;
      if (std::uint64_t{entry.place.offset} + longest_ < place.offset) break;
      if (std::uint64_t{entry.place.offset} + entry.place.length <
          std::uint64_t{place.offset} + place.length) {
        continue;
      }
      if (std::find(rules.begin(), rules.end(), entry.rule) == rules.end())
        rules.push_back(entry.rule);
    }
    return static_cast<std::uint32_t>(rules.size());
  }

 private:
  std::vector<Coverage> list_;
  std::uint32_t longest_ = 0;
};

}  // namespace

std::vector<FigureProof> ProveFigures(const Sheet& sheet, const CheckReport& report) {
  std::vector<FigureProof> figures;
  Collector collect(sheet, figures);
  for (const Section& section : sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table) {
        collect.Line(block.line, section.kind);
        continue;
      }
      const Table& table = *block.table;
      for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          collect.Cell(row.cells[i],
                       i < table.columns.size() ? table.columns[i].role : ColumnRole::kUnknown,
                       section.kind);
        }
      }
    }
  }
  std::stable_sort(figures.begin(), figures.end(), [](const FigureProof& a, const FigureProof& b) {
    return a.place.offset < b.place.offset;
  });
  // A cell that spans rows or columns is printed once.
  figures.erase(std::unique(figures.begin(), figures.end(),
                            [](const FigureProof& a, const FigureProof& b) {
                              return a.place.known() && a.place == b.place;
                            }),
                figures.end());
  const Places proved(report.coverage);
  const Places rough(report.rough);
  for (FigureProof& figure : figures) {
    figure.rules = proved.RulesAt(figure.place);
    if (figure.rules > 0) {
      figure.proof = Proof::kProved;
      continue;
    }
    figure.rules = rough.RulesAt(figure.place);
    if (figure.rules > 0) figure.proof = Proof::kRough;
  }
  return figures;
}

}  // namespace yesan
