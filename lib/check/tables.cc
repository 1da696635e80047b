#include "lib/check/tables.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lib/base/chars.h"
#include "lib/base/fold.h"
#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"

namespace yesan::internal {
namespace {

// A table larger than this has only its plain reading: the search below is for printed pages.
constexpr std::size_t kNestedRowsMax = 200;
constexpr int kNestedEffort = 20'000;
constexpr std::size_t kSameTotalsMax = 64;
// Amounts beyond 2^53 won in a table of 200 rows do not occur; they would only have the plain reading.
constexpr std::int64_t kMost = std::int64_t{1} << 53;

bool IsNumberRole(ColumnRole role) {
  switch (role) {
    case ColumnRole::kPrior:
    case ColumnRole::kCurrent:
    case ColumnRole::kSupplementary:
    case ColumnRole::kChange:
    case ColumnRole::kRate:
    case ColumnRole::kAdopted:
    case ColumnRole::kCarryoverIn:
    case ColumnRole::kNetAdjustment:
    case ColumnRole::kContingency:
    case ColumnRole::kTransfer:
    case ColumnRole::kCurrentBudget:
    case ColumnRole::kDisbursed:
    case ColumnRole::kCarryoverOut:
    case ColumnRole::kSubsidyRefund:
    case ColumnRole::kLapsed:
    case ColumnRole::kExecutionRate:
    case ColumnRole::kAmount:
    case ColumnRole::kNational:
    case ColumnRole::kProvince:
    case ColumnRole::kDistrict:
    case ColumnRole::kOtherFunds:
    case ColumnRole::kOriginal:
    case ColumnRole::kFund:
    case ColumnRole::kBond:
    case ColumnRole::kTotal:
    case ColumnRole::kExplicitCarryover:
    case ColumnRole::kAccidentalCarryover:
    case ColumnRole::kContinuingCarryover:
      return true;
    default:
      return false;
  }
}

struct Cell {
  std::optional<Quantity> value;
  bool blank = false;       // nothing is printed: adds nothing, and may be a lost figure
  bool unreadable = false;  // no statement about the total is possible
};

Cell CellFor(const TableRow& row, bool subsidy) {
  Cell cell;
  const Figure& figure = *row.figure;
  if (subsidy) {
    cell.value = PartOf(figure);
    cell.unreadable = !cell.value.has_value();
    return cell;
  }
  cell.value = TotalOf(figure, Nothing::kDashIsZero);
  cell.blank = figure.state == FigureState::kBlank || figure.state == FigureState::kAbsent;
  cell.unreadable = !cell.value && !cell.blank;
  return cell;
}

// Rows of a table may be parts of the row above them. Finds out whether rows [begin, end) can be read so that the
// outermost ones add up to `target`; `effort` bounds the search.
class NestedReading {
 public:
  NestedReading(const std::vector<std::int64_t>& values, const std::vector<bool>& deeper)
      : values_(values), deeper_(deeper) {}

  bool Fits(std::int64_t target) { return Possible() && Forest(0, values_.size(), target); }
  // Whether any row at all is the sum of rows below it: of nested parts the innermost are plain rows.
  [[nodiscard]] bool Possible() const {
    for (std::size_t parent = 0; parent < values_.size(); ++parent) {
      if (values_[parent] == 0) continue;  // adds nothing in either reading
      std::int64_t sum = 0;
      for (std::size_t row = parent + 1; row < values_.size(); ++row) {
        sum += values_[row];
        if (row == parent + 1 && !deeper_[row]) continue;
        if (sum == values_[parent]) return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool exhausted() const { return effort_ <= 0; }

 private:
  bool Forest(std::size_t begin, std::size_t end, std::int64_t left) {
    if (--effort_ <= 0) return false;
    if (begin == end) return left == 0;
    const std::int64_t rest = left - values_[begin];
    if (Forest(begin + 1, end, rest)) return true;
    for (std::size_t stop = begin + 2; stop <= end && effort_ > 0; ++stop) {
      // One part alone is only believed where the page shows that it is one.
      if (stop == begin + 2 && !deeper_[begin + 1]) continue;
      if (Forest(begin + 1, stop, values_[begin]) && Forest(stop, end, rest)) return true;
    }
    return false;
  }

  const std::vector<std::int64_t>& values_;
  const std::vector<bool>& deeper_;
  int effort_ = kNestedEffort;
};

bool LooksDeeper(const Text& upper, const Text& lower) {
  return lower.place.known() && upper.place.known() && lower.place.column > upper.place.column;
}

// `- 시비`, `· 감리비`: the mark of a row that is part of the one above.
std::size_t PartMarkLength(std::string_view label) {
  for (const std::string_view mark : {"-", "·", "ㆍ", "∙", "•", "‧", "–", "└", "*"}) {
    if (StartsWith(label, mark)) return mark.size();
  }
  return 0;
}

bool HasPartMark(std::string_view label) { return PartMarkLength(label) > 0; }

struct Reading {
  std::vector<TotalProof> proofs;  // those off among them
  int off = 0;
  int fits = 0;
};

class TotalProver {
 public:
  TotalProver(const std::vector<TableRow>& rows, bool subsidy) : rows_(rows), subsidy_(subsidy) {
    cells_.reserve(rows.size());
    plain_.reserve(rows.size());
    for (const TableRow& row : rows) cells_.push_back(CellFor(row, subsidy));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      (rows[i].total ? totals_ : plain_).push_back(i);
    }
  }

  TotalsProof Best() {
    TotalsProof result;
    result.proved.assign(rows_.size(), false);
    if (totals_.empty()) return result;
    std::vector<Reading> readings;
    // Many totals are those of many parts, not of all rows each; and it would take the product of both.
    if (totals_.size() <= kSameTotalsMax) readings.push_back(Same());
    if (totals_.size() > 1) {
      readings.push_back(Blocks(true));
      readings.push_back(Blocks(false));
      for (bool first : {true, false}) {
        for (bool heads : {true, false}) readings.push_back(Grand(first, heads));
      }
    }
    auto best = readings.begin();
    for (auto it = readings.begin(); it != readings.end(); ++it) {
      if (it->off < best->off || (it->off == best->off && it->fits > best->fits)) best = it;
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      result.proved[row] =
          std::all_of(readings.begin(), readings.end(),
                      [&](const Reading& reading) { return Betrays(reading, row); });
    }
    result.totals = std::move(best->proofs);
    return result;
  }

 private:
  // Whether a reading cannot fit once the figure of a row is misprinted: a total that it takes part in fits now, or
  // one that it takes no part in is off.
  [[nodiscard]] bool Betrays(const Reading& reading, std::size_t row) const {
    return std::any_of(reading.proofs.begin(), reading.proofs.end(), [&](const TotalProof& proof) {
      const bool within = proof.total == row || std::find(proof.parts.begin(), proof.parts.end(),
                                                          row) != proof.parts.end();
      if (!within) return proof.fit.fit == Fit::kOff;
      return proof.plain && cells_[row].value->last_place() > proof.tolerance &&
             !MayNest(proof, row);
    });
  }

  // Whether a misprint of the row could make rows below one add up to it, so that the total fits in another way. With no
  // such row now, it takes a misprinted zero or amounts of both signs.
  [[nodiscard]] bool MayNest(const TotalProof& proof, std::size_t row) const {
    if (proof.parts.size() < 2 || proof.parts.size() > kNestedRowsMax) return false;
    if (proof.nested) return true;
    constexpr std::int64_t kDigitsMax = 9;
    for (std::size_t part : proof.parts) {
      const Quantity& other = *cells_[part].value;
      if (other.value.sign() < 0) return true;
      if (!cells_[row].value->value.is_zero() || part == row) continue;
      // A zero misprinted is a digit of its last place.
      if (other.value.minor() > 0 && other.value.minor() <= kDigitsMax * other.last_place() * 2)
        return true;
    }
    return false;
  }

  // Every total is that of all plain rows: 계 above, below, or both.
  Reading Same() {
    Reading reading;
    for (std::size_t total : totals_) Prove(total, plain_, reading);
    return reading;
  }

  // Each total has its own rows: those after it, or those before it.
  Reading Blocks(bool heads) {
    Reading reading;
    for (std::size_t k = 0; k < totals_.size(); ++k) Prove(totals_[k], Rows(k, heads), reading);
    return reading;
  }

  // One total over the others, which have their own rows.
  Reading Grand(bool first, bool heads) {
    Reading reading;
    const std::size_t grand = first ? totals_.front() : totals_.back();
    std::vector<std::size_t> parts;
    std::vector<bool> owned(rows_.size(), false);
    for (std::size_t k = 0; k < totals_.size(); ++k) {
      if (totals_[k] == grand) continue;
      const std::vector<std::size_t> own = Rows(k, heads);
      for (std::size_t row : own) owned[row] = true;
      Prove(totals_[k], own, reading);
      parts.push_back(totals_[k]);
    }
    for (std::size_t row : plain_) {
      if (!owned[row]) parts.push_back(row);
    }
    std::sort(parts.begin(), parts.end());
    Prove(grand, parts, reading);
    return reading;
  }

  [[nodiscard]] std::vector<std::size_t> Rows(std::size_t k, bool heads) const {
    const std::size_t begin = heads ? totals_[k] + 1 : (k == 0 ? 0 : totals_[k - 1] + 1);
    const std::size_t end =
        heads ? (k + 1 < totals_.size() ? totals_[k + 1] : rows_.size()) : totals_[k];
    std::vector<std::size_t> rows;
    for (std::size_t i = begin; i < end; ++i) rows.push_back(i);
    return rows;
  }

  void Prove(std::size_t total, const std::vector<std::size_t>& parts, Reading& reading) {
    if (!cells_[total].value) return;
    TotalProof proof;
    proof.total = total;
    std::vector<Quantity> quantities;
    quantities.reserve(parts.size() + 1);  // and the total
    proof.parts.reserve(parts.size());
    for (std::size_t part : parts) {
      if (cells_[part].unreadable) return;
      if (cells_[part].blank) {
        // A row without a name that is blank here is a stray mark, and no place for an amount.
        if (!rows_[part].label.empty()) proof.blanks.push_back(part);
        continue;
      }
      proof.parts.push_back(part);
      quantities.push_back(*cells_[part].value);
    }
    if (quantities.empty()) return;
    proof.fit = Compare(*cells_[total].value, quantities);
    if (proof.fit.fit == Fit::kUnknown) return;
    proof.plain = proof.fit.fit == Fit::kExact;
    quantities.push_back(*cells_[total].value);
    proof.tolerance = Tolerance(quantities);
    quantities.pop_back();
    if (proof.plain) proof.nested = HasNested(proof.parts);
    if (proof.fit.fit == Fit::kOff && FitsAsBelieved(total, proof.parts, quantities)) {
      proof.fit.fit = Fit::kExact;
      proof.fit.difference = Money();
    }
    if (proof.fit.fit == Fit::kOff && ReadsNested(total, proof.parts)) {
      proof.fit.fit = Fit::kExact;
      proof.fit.difference = Money();
    }
    std::vector<TotalProof> groups;
    if (proof.fit.fit == Fit::kOff) groups = Groups(total, proof.parts);
    if (!groups.empty()) {
      proof.fit.fit = Fit::kExact;
      proof.fit.difference = Money();
    }
    groups.push_back(std::move(proof));
    for (TotalProof& each : groups) {
      ++(each.fit.fit == Fit::kOff ? reading.off : reading.fits);
      reading.proofs.push_back(std::move(each));
    }
  }

  // Rows whose marks say that they are parts of the row above: where the others make the total, the sums of the groups,
  // those that do not hold among them. Empty where the rows are not laid out so.
  std::vector<TotalProof> Groups(std::size_t total, const std::vector<std::size_t>& parts) const {
    std::vector<TotalProof> groups;
    std::vector<Quantity> heads;
    bool off = false;
    for (std::size_t i = 0; i < parts.size();) {
      const std::size_t head = parts[i];
      if (HasPartMark(rows_[head].label.text)) return {};
      heads.push_back(*cells_[head].value);
      TotalProof group;
      group.total = head;
      std::vector<Quantity> members;
      bool sources = true;
      bool slip = false;
      for (++i; i < parts.size() && HasPartMark(rows_[parts[i]].label.text); ++i) {
        const std::string_view label = rows_[parts[i]].label.text;
        group.parts.push_back(parts[i]);
        members.push_back(*cells_[parts[i]].value);
        sources = sources &&
                  FindFundingSource(label.substr(PartMarkLength(label)), GovernmentKind::kUnknown);
      }
      if (members.size() < 2) continue;
      group.fit = Compare(*cells_[head].value, members);
      group.plain = group.fit.fit == Fit::kExact;
      group.tolerance = Tolerance(WithParts(*cells_[head].value, members));
      for (const Quantity& member : members) {
        const auto right = Add(member.value, group.fit.difference);
        slip = slip || (right && IsOneSlip(member, *right));
      }
      // Some of the parts only may be listed: a group is blamed where it is by source, or where a slip explains it.
      if (group.fit.fit == Fit::kOff && !sources && !slip) continue;
      off = off || group.fit.fit == Fit::kOff;
      groups.push_back(std::move(group));
    }
    const Fit fit = heads.empty() ? Fit::kUnknown : Compare(*cells_[total].value, heads).fit;
    if (!off || fit != Fit::kExact) return {};
    return groups;
  }

  // Whether the total is right once the parts that other rules refuted are put right.
  bool FitsAsBelieved(std::size_t total, const std::vector<std::size_t>& parts,
                      std::vector<Quantity> quantities) {
    if (subsidy_) return false;
    Quantity sum = *cells_[total].value;
    bool any = rows_[total].believed.has_value();
    if (any) sum.value = *rows_[total].believed;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!rows_[parts[i]].believed) continue;
      quantities[i].value = *rows_[parts[i]].believed;
      any = true;
    }
    const Fit fit = any ? Compare(sum, quantities).fit : Fit::kOff;
    return fit == Fit::kExact || fit == Fit::kRounded;
  }

  // The amounts of the parts, and which stand deeper than the one above; false when they are too many or too large.
  bool Levels(const std::vector<std::size_t>& parts, std::vector<std::int64_t>& values,
              std::vector<bool>& deeper) const {
    if (parts.size() < 2 || parts.size() > kNestedRowsMax) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::int64_t value = cells_[parts[i]].value->value.minor();
      if (value > kMost || value < -kMost) return false;
      values.push_back(value);
      deeper.push_back(i > 0 && LooksDeeper(rows_[parts[i - 1]].label, rows_[parts[i]].label));
    }
    return true;
  }

  bool HasNested(const std::vector<std::size_t>& parts) const {
    std::vector<std::int64_t> values;
    std::vector<bool> deeper;
    return Levels(parts, values, deeper) && NestedReading(values, deeper).Possible();
  }

  bool ReadsNested(std::size_t total, const std::vector<std::size_t>& parts) {
    std::vector<std::int64_t> values;
    std::vector<bool> deeper;
    if (!Levels(parts, values, deeper)) return false;
    const std::int64_t target = cells_[total].value->value.minor();
    if (target > kMost || target < -kMost) return false;
    NestedReading reading(values, deeper);
    // When the search ran out nobody should call the total wrong.
    return reading.Fits(target) || reading.exhausted();
  }

  const std::vector<TableRow>& rows_;
  bool subsidy_;
  std::vector<Cell> cells_;
  std::vector<std::size_t> totals_;
  std::vector<std::size_t> plain_;
};

}  // namespace

std::size_t PrintedCells(const Row& row) {
  return row.printed_cells != 0 ? row.printed_cells : row.cells.size();
}

LostCells::LostCells(const Table& table) : table_(table), expected_(table.columns.size(), false) {
  std::vector<std::size_t> filled(table.columns.size(), 0);
  for (const Row& row : table.rows) {
    const std::size_t cells = std::min(row.cells.size(), filled.size());
    for (std::size_t i = 0; i < cells; ++i) filled[i] += row.cells[i].empty() ? 0U : 1U;
  }
  for (std::size_t i = 0; i < filled.size(); ++i) {
    expected_[i] =
        IsNumberRole(table.columns[i].role) && filled[i] > 0 && filled[i] * 2 >= table.rows.size();
  }
  const auto surplus = std::count_if(table.rows.begin(), table.rows.end(),
                                     [&](const Row& row) { return HasSurplus(row); });
  surplus_is_odd_ = surplus > 0 && static_cast<std::size_t>(surplus) * 2 < table.rows.size();
}

bool LostCells::HasSurplus(const Row& row) const {
  for (std::size_t i = table_.columns.size(); i < row.cells.size(); ++i) {
    if (!row.cells[i].empty()) return !table_.columns.empty();
  }
  // The last cell may be blank: then the shift shows where words stand in a number column.
  if (PrintedCells(row) <= table_.columns.size()) return false;
  for (std::size_t i = 0; i < table_.columns.size() && i < row.cells.size(); ++i) {
    if (IsNumberRole(table_.columns[i].role) && !row.cells[i].empty() &&
        ReadFigure(row.cells[i], table_.unit).state == FigureState::kUnreadable) {
      return true;
    }
  }
  return false;
}

bool LostCells::TooFew(const Row& row) const {
  for (std::size_t i = PrintedCells(row); i < table_.columns.size(); ++i) {
    if (expected_[i]) return true;
  }
  return false;
}

bool HoldsFigures(const Table& table) {
  constexpr std::size_t kCellBytesMax = 96;  // more is prose
  std::size_t figures = 0;
  for (const Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].text.size() > kCellBytesMax) continue;
      const ColumnRole role =
          i < table.columns.size() ? table.columns[i].role : ColumnRole::kUnknown;
      const bool amounts = IsNumberRole(role) || role == ColumnRole::kUnknown;
      if (amounts && ReadFigure(row.cells[i], table.unit).state == FigureState::kValue &&
          ++figures == 2) {
        return true;
      }
    }
  }
  return false;
}

bool IsSubtotal(std::string_view label) {
  const FoldedName folded(label);
  const std::string_view name = folded.view();
  return name == "소계" || name == "중계";
}

bool IsTotal(std::string_view label) {
  const FoldedName folded(label);
  const std::string_view name = folded.view();
  for (std::string_view word : {"계", "합계", "총계", "총액", "총합계", "소계", "중계", "누계"}) {
    if (name == word) return true;
  }
  return false;
}

TotalsProof ProveTotals(const std::vector<TableRow>& rows, bool subsidy) {
  return TotalProver(rows, subsidy).Best();
}

void ReportRounded(Context& context, const Quantity& total, const SumFit& fit,
                   std::string_view section, std::string_view subject) {
  const std::string printed_ko = context.Ko(total, total.value);
  const std::string sum_ko = context.Ko(total, fit.sum);
  context.Report(
      "rounding.table", total.place, Subject({section, subject}), std::string(total.printed),
      context.At(total, fit.sum), context.At(total, fit.difference),
      {std::string(subject) + "의 " + With(printed_ko, Particle::kTopic) + " 각 항목의 합 " +
           With(sum_ko, Particle::kAnd) + " " +
           context.Ko(total, Abs(fit.difference).ok() ? *Abs(fit.difference) : fit.difference) +
           " 다르지만, 단위 미만을 반올림하여 표시한 데서 생길 수 있는 차이입니다.",
       std::string(subject) + ": " + context.En(total, total.value) +
           " differs from the sum of its parts, " + context.En(total, fit.sum) +
           ", by no more than rounding to the unit of the table explains."});
}

namespace {

// A row by its label; one that has none by its line.
std::string NameOf(const TableRow& row, Language language) {
  if (!row.label.empty()) return Quoted(Excerpt(row.label.text), language);
  const Place& place =
      row.figure->printed.place.known() ? row.figure->printed.place : row.label.place;
  const std::string line = std::to_string(place.line);
  return language == Language::kKorean ? "이름이 없는 행(" + line + "번째 줄)"
                                       : "the row without a name (line " + line + ")";
}

}  // namespace

void CheckColumnTotals(Context& context, const std::vector<TableRow>& rows,
                       const TotalWording& wording) {
  for (bool subsidy : {false, true}) {
    const TotalsProof proved = ProveTotals(rows, subsidy);
    for (const TotalProof& proof : proved.totals) {
      const Figure& figure = *rows[proof.total].figure;
      const std::optional<Quantity> total =
          subsidy ? PartOf(figure) : TotalOf(figure, Nothing::kDashIsZero);
      if (!total) continue;
      const FigureSide side = subsidy ? FigureSide::kPart : FigureSide::kTotal;
      const auto cover = [&](std::size_t row) {
        const auto figure_of_row =
            subsidy ? PartOf(*rows[row].figure) : TotalOf(*rows[row].figure, Nothing::kDashIsZero);
        if (!figure_of_row) return;
        if (proved.proved[row]) {
          CoverExactly(context, wording.rule, *figure_of_row, side);
        } else {
          CoverRoughly(context, wording.rule, *figure_of_row, side);
        }
      };
      cover(proof.total);
      for (std::size_t part : proof.parts) cover(part);
      if (proof.plain || proof.fit.fit == Fit::kOff) {
        std::vector<Quantity> all = {*total};
        for (std::size_t part : proof.parts) {
          const Figure& cell = *rows[part].figure;
          const auto quantity = subsidy ? PartOf(cell) : TotalOf(cell, Nothing::kDashIsZero);
          if (quantity) all.push_back(*quantity);
        }
        context.identities.Keep(wording.rule, proof.plain, all, side, 0);
      }
      if (proof.fit.fit != Fit::kRounded && proof.fit.fit != Fit::kOff) continue;
      const std::string label(Excerpt(rows[proof.total].label.text));
      const std::string column = wording.column.empty() ? label : wording.column + "의 " + label;
      if (proof.fit.fit == Fit::kRounded) {
        ReportRounded(context, *total, proof.fit, wording.section,
                      Subject({wording.column, label}));
        continue;
      }
      if (proof.fit.fit != Fit::kOff) continue;
      if (proof.blanks.size() == 1 && !subsidy) {
        // What is missing is not zero: the blank cell is the likelier fault.
        const TableRow& blank = rows[proof.blanks.front()];
        context.Report(
            "presence.missing_figure",
            blank.figure->printed.place.known() ? blank.figure->printed.place : blank.label.place,
            Subject({wording.section, blank.label.text, wording.column}),
            std::string(blank.figure->printed.text), context.At(*total, proof.fit.difference), "",
            {NameOf(blank, Language::kKorean) + "의 금액이 비어 있습니다. " +
                 With(column, Particle::kSubject) + " 맞으려면 " +
                 With(context.Ko(*total, proof.fit.difference), Particle::kSubject) +
                 " 필요합니다.",
             "The amount of " + NameOf(blank, Language::kEnglish) + " is blank; the total needs " +
                 context.En(*total, proof.fit.difference) + " there."});
        continue;
      }
      const std::string count = std::to_string(proof.parts.size());
      const std::string part_ko = subsidy ? "(국비 등 내역)" : "";
      std::vector<Quantity> parts;
      for (std::size_t part : proof.parts) {
        const Figure& cell = *rows[part].figure;
        const auto figure_of_part = subsidy ? PartOf(cell) : TotalOf(cell, Nothing::kDashIsZero);
        if (figure_of_part) parts.push_back(*figure_of_part);
      }
      const Message lack = MayLackRows(*total, parts, proof.fit.difference);
      context.Report(
          wording.rule, total->place, Subject({wording.section, wording.column, label}),
          std::string(total->printed), context.At(*total, proof.fit.sum),
          context.At(*total, proof.fit.difference),
          {With(column + part_ko, Particle::kTopic) + " " + context.Ko(*total, total->value) +
               "인데, 해당 " + count + "개 항목을 더하면 " + context.Ko(*total, proof.fit.sum) +
               "입니다. 차이는 " + context.Ko(*total, proof.fit.difference) + "입니다." + lack.ko,
           "The total " + Quoted(Subject({wording.column, label}), Language::kEnglish) +
               (subsidy ? " (subsidy part)" : "") + " is printed as " +
               context.En(*total, total->value) + ", but its " + count + " item(s) add up to " +
               context.En(*total, proof.fit.sum) + "; the difference is " +
               context.En(*total, proof.fit.difference) + "." + lack.en});
    }
  }
}

}  // namespace yesan::internal
