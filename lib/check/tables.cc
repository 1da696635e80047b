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

}  // namespace yesan::internal
