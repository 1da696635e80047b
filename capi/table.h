// Tables that go out as columns, sized by two calls, written whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "capi/convert.h"
#include "yesan/base/result.h"
#include "yesan/capi.h"
#include "yesan/sheet/views.h"

namespace yesan::capi {

// What the columns of a figure hold in one row, worked out before anything is written.
struct FigureRow {
  std::int32_t state = 0;
  std::uint32_t present = 0;
  std::int32_t unit = 0;
  std::int32_t part_kind = 0;
  yesan_decimal number{};
  std::int64_t won = 0;
  std::int64_t part_won = 0;
  yesan_place place{};
  std::string_view printed;  // belongs to the sheet
};
[[nodiscard]] FigureRow RowOf(const Figure& figure);

// Goes over the columns of a table several times: to measure, then to give sizes or to write. The functions that it is
// given must not throw: everything that could is done before.
class TableWriter {
 public:
  explicit TableWriter(std::uint64_t rows) : rows_(rows) {}

  template <class T, class ValueOf>
  void Column(T* column, ValueOf value_of) noexcept {
    if (pass_ != Pass::kWrite || column == nullptr) return;
    for (std::size_t i = 0; i < rows_; ++i) column[i] = static_cast<T>(value_of(i));
  }

  template <class TextOfRow>
  void Text(yesan_text_out& out, TextOfRow text_of) {
    if (pass_ == Pass::kMeasure) {
      std::uint64_t length = 0;
      for (std::size_t i = 0; i < rows_; ++i) length += std::string_view(text_of(i)).size();
      lengths_.push_back(length);
      if (out.offsets != nullptr && length > out.bytes_capacity && length > needed_) {
        needed_ = length;
        capacity_ = out.bytes_capacity;
      }
      if (out.offsets != nullptr && out.bytes == nullptr && length > 0) null_bytes_ = true;
      return;
    }
    out.bytes_length = lengths_[next_++];
    if (pass_ != Pass::kWrite || out.offsets == nullptr) return;
    std::int64_t at = 0;
    for (std::size_t i = 0; i < rows_; ++i) {
      const std::string_view text(text_of(i));
      out.offsets[i] = at;
      if (!text.empty()) std::memcpy(out.bytes + at, text.data(), text.size());
      at += static_cast<std::int64_t>(text.size());
    }
    out.offsets[rows_] = at;
  }

  void Figures(yesan_figure_columns& out, const std::vector<FigureRow>& rows) {
    Column(out.state, [&](std::size_t i) { return rows[i].state; });
    Column(out.present, [&](std::size_t i) { return rows[i].present; });
    Column(out.unit, [&](std::size_t i) { return rows[i].unit; });
    Column(out.part_kind, [&](std::size_t i) { return rows[i].part_kind; });
    Column(out.number, [&](std::size_t i) { return rows[i].number; });
    Column(out.won, [&](std::size_t i) { return rows[i].won; });
    Column(out.part_won, [&](std::size_t i) { return rows[i].part_won; });
    Column(out.place, [&](std::size_t i) { return rows[i].place; });
    Text(out.printed, [&](std::size_t i) { return rows[i].printed; });
  }

 private:
  template <class Table, class Describe>
  friend Result<void> GiveTable(Table* table, std::uint64_t rows, Describe describe);
  enum class Pass { kMeasure, kSizes, kWrite };

  Pass pass_ = Pass::kMeasure;
  std::size_t rows_;
  std::vector<std::uint64_t> lengths_;
  std::size_t next_ = 0;
  std::uint64_t needed_ = 0;
  std::uint64_t capacity_ = 0;
  bool null_bytes_ = false;
};

// What a table struct must be before anything is computed for it.
template <class Table>
[[nodiscard]] Result<void> CheckTable(const Table* table) {
  if (table == nullptr) return NullArgument("table");
  YESAN_TRY(CheckStructSize("table", table->struct_size, sizeof(Table)));
  return CheckReserved("table", table->reserved);
}

// Gives a table of `rows` rows whose columns `describe(writer)` names. @pre CheckTable
template <class Table, class Describe>
[[nodiscard]] Result<void> GiveTable(Table* table, std::uint64_t rows, Describe describe) {
  TableWriter writer(rows);
  describe(writer);
  writer.pass_ = TableWriter::Pass::kSizes;
  if (table->capacity != 0) {
    if (table->capacity < rows) return TooSmall("capacity", rows, table->capacity);
    if (writer.needed_ != 0) return TooSmall("bytes_capacity", writer.needed_, writer.capacity_);
    if (writer.null_bytes_) return NullArgument("bytes");
    writer.pass_ = TableWriter::Pass::kWrite;
  }
  describe(writer);
  table->count = rows;
  return {};
}

}  // namespace yesan::capi
