// The cells of one row by column, and what is wrong with them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/exchange/problem.h"
#include "yesan/base/text.h"
#include "yesan/calendar/date.h"
#include "yesan/exchange/columns.h"
#include "yesan/exchange/csv.h"
#include "yesan/exchange/load.h"

namespace yesan::internal {

// Problems up to a limit.
class Problems {
 public:
  Problems(std::vector<CsvProblem>& list, std::size_t max) : list_(list), max_(max < 1 ? 1 : max) {}
  void Add(CsvProblem problem) {
    if (list_.size() < max_) list_.push_back(std::move(problem));
  }
  // By row and field, as a file is mended.
  void Sort() {
    std::stable_sort(list_.begin(), list_.end(), [](const CsvProblem& a, const CsvProblem& b) {
      return a.row != b.row ? a.row < b.row : a.field < b.field;
    });
  }
  [[nodiscard]] bool full() const noexcept { return list_.size() >= max_; }
  [[nodiscard]] bool empty() const noexcept { return list_.empty(); }

 private:
  std::vector<CsvProblem>& list_;
  std::size_t max_;
};

// One row at a time. Cells are trimmed.
class RowReader {
 public:
  RowReader(const CsvReader& reader, const ColumnMap& map, Problems& problems)
      : reader_(reader), map_(map), problems_(problems) {}

  [[nodiscard]] bool Has(CsvColumn column) const noexcept { return map_.Has(column); }
  // Empty where the file has no such column.
  [[nodiscard]] std::string_view Get(CsvColumn column) const noexcept {
    const std::int32_t index = map_.IndexOf(column);
    return index < 0 ? std::string_view()
                     : Trimmed(reader_.fields()[static_cast<std::size_t>(index)]);
  }
  [[nodiscard]] CsvPlace PlaceOf(CsvColumn column) const;
  void Blame(CsvColumn column, Code code, std::string rule, const Message& what,
             Message expected = {});
  void Blame(CsvColumn column, std::string rule, const Error& error, Message expected);
  // Whether the cell has something in it; a problem where not.
  bool Need(CsvColumn column);

  // A number in [min, max], digits alone.
  std::optional<std::int64_t> Number(CsvColumn column, std::int64_t min, std::int64_t max);
  std::optional<Date> Day(CsvColumn column, std::int32_t anchor_year);
  // A day as programs write it, 2021-03-02, and no problem where it is written in another way.
  std::optional<Date> PlainDay(CsvColumn column);
  // In minor units of a currency of so many digits. `unit` holds where the figure carries none.
  std::optional<std::int64_t> Amount(CsvColumn column, Unit unit, std::int32_t minor_digits);

  [[nodiscard]] const CsvReader& reader() const noexcept { return reader_; }
  [[nodiscard]] Problems& problems() noexcept { return problems_; }

 private:
  // What Trim gives. Most cells have nothing to cut off.
  static std::string_view Trimmed(std::string_view cell) noexcept {
    const auto prints = [](char c) { return c > ' ' && c <= '~'; };
    return cell.empty() || (prints(cell.front()) && prints(cell.back())) ? cell : Trim(cell);
  }

  const CsvReader& reader_;
  const ColumnMap& map_;
  Problems& problems_;
  char day_text_[10] = {};  // what PlainDay read last: files go from day to day
  Date day_;
};

// Reads the header row; nothing where it is wrong, which `problems` then say.
std::optional<ColumnMap> ReadHeader(CsvReader& reader, const std::vector<CsvColumn>& allowed,
                                    const std::vector<CsvColumn>& needed,
                                    const LoadOptions& options, Problems& problems);

// The unit of the amounts, or nothing where header and options differ.
std::optional<Unit> UnitOf(const ColumnMap& map, const LoadOptions& options, Problems& problems);

// The columns that a file of either kind needs to tell an item.
std::vector<CsvColumn> NeededForItems(const LoadOptions& options);

// `#123`: the number behind the sign.
std::optional<std::uint32_t> NumberSign(std::string_view text) noexcept;

}  // namespace yesan::internal
