#include "yesan/settlement/settlement_row.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "capi/convert.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/table.h"
#include "yesan/settlement/execution_rate.h"

using yesan::BudgetAmount;
using yesan::Code;
using yesan::Error;
using yesan::Money;
using yesan::PartKind;
using yesan::Result;
using yesan::SettlementColumn;
using yesan::SettlementRow;
using yesan::capi::BadArgument;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::TableWriter;

namespace {

constexpr std::size_t kColumns = YESAN_SETTLEMENT_LAPSED_BALANCE;
constexpr std::uint32_t kAllBits = (1U << kColumns) - 1U;
using Key = std::pair<std::uint32_t, std::int32_t>;

SettlementColumn ColumnAt(std::size_t index) { return static_cast<SettlementColumn>(index + 1); }

std::uint32_t MaskOf(const std::int64_t* const (&columns)[kColumns]) {
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < kColumns; ++i) {
    if (columns[i] != nullptr) mask |= 1U << i;
  }
  return mask;
}

Result<void> CheckColumns(std::uint64_t count, const yesan_settlement_columns* rows) {
  YESAN_REQUIRE(rows);
  YESAN_TRY(yesan::capi::CheckStructSize("rows", rows->struct_size, sizeof *rows));
  YESAN_TRY(yesan::capi::CheckReserved("rows", rows->reserved));
  if (count == 0) return {};
  YESAN_REQUIRE(rows->program);
  YESAN_REQUIRE(rows->fiscal_year);
  return {};
}

Result<SettlementRow> RowOf(const yesan_book& book, const yesan_settlement_columns& rows,
                            std::size_t row) {
  SettlementRow out;
  out.fiscal_year = rows.fiscal_year[row];
  if (out.fiscal_year < 1 || out.fiscal_year > 9999) return Error(Code::kOutOfRange);
  if (rows.program[row] >= book.programs.size()) return Error(Code::kNotFound);
  const std::uint32_t columns = MaskOf(rows.total);
  const std::uint32_t part_columns = MaskOf(rows.part);
  const std::uint32_t totals = rows.total_present == nullptr ? columns : rows.total_present[row];
  const std::uint32_t parts = rows.part_present == nullptr ? part_columns : rows.part_present[row];
  const std::uint32_t none = rows.part_none == nullptr ? 0U : rows.part_none[row];
  if (((totals | parts | none) & ~kAllBits) != 0) {
    return BadArgument("total_present, part_present, part_none", "모르는 열이 있습니다",
                       "name a column that there is not");
  }
  if ((totals & ~columns) != 0 || (parts & ~part_columns) != 0) {
    return BadArgument("total_present, part_present", "열이 없는 금액입니다",
                       "name an amount without a column");
  }
  if ((parts & none) != 0) {
    return BadArgument("part_none", "내역이 있으면서 없다고 합니다",
                       "says of a part that it is stated and that it is none");
  }
  for (std::size_t i = 0; i < kColumns; ++i) {
    BudgetAmount& amount = out.at(ColumnAt(i));
    const std::uint32_t bit = 1U << i;
    if ((totals & bit) != 0) amount.total = Money(rows.total[i][row]);
    if ((parts & bit) != 0) {
      amount.part_kind = PartKind::kStated;
      amount.part = Money(rows.part[i][row]);
    } else if ((none & bit) != 0) {
      amount.part_kind = PartKind::kNone;
    }
  }
  return out;
}

struct Batch {
  std::vector<SettlementRow> rows;
  std::vector<std::uint32_t> programs;
  std::set<Key> keys;
};

Result<void> AddTo(Batch& batch, const yesan_book& book, const yesan_settlement_columns& rows,
                   std::size_t row) {
  Result<SettlementRow> read = RowOf(book, rows, row);
  if (!read) return std::move(read).error();
  const Key key{rows.program[row], read->fiscal_year};
  if (book.settlement_keys.count(key) != 0 || !batch.keys.insert(key).second) {
    return Error(Code::kDuplicate);
  }
  batch.rows.push_back(std::move(read).value());
  batch.programs.push_back(key.first);
  return {};
}

template <class T>
void MakeRoom(std::vector<T>& rows, std::size_t more) {
  if (rows.capacity() < rows.size() + more) {
    rows.reserve(std::max(2 * rows.size(), rows.size() + more));
  }
}

// One row as the columns hold it.
struct OutRow {
  std::uint32_t totals = 0;
  std::uint32_t parts = 0;
  std::uint32_t none = 0;
  yesan_decimal numerator{};
  yesan_decimal denominator{};
};

OutRow Out(const SettlementRow& row) {
  OutRow out;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const BudgetAmount& amount = row.at(ColumnAt(i));
    if (amount.total) out.totals |= 1U << i;
    if (amount.part_kind == PartKind::kStated) out.parts |= 1U << i;
    if (amount.part_kind == PartKind::kNone) out.none |= 1U << i;
  }
  if (const auto rate = yesan::ExecutionRate(row)) {
    out.numerator = yesan::capi::Out(rate->numerator());
    out.denominator = yesan::capi::Out(rate->denominator());
  }
  return out;
}

}  // namespace

yesan_status yesan_book_settlement_add(yesan_book* book, uint64_t count,
                                       const yesan_settlement_columns* rows,
                                       uint32_t* out_first_row, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_REQUIRE(out_first_row);
    YESAN_TRY(CheckColumns(count, rows));
    const std::size_t first = book->settlement.size();
    if (count > std::numeric_limits<std::uint32_t>::max() - first) return Error(Code::kTooLarge);
    Batch batch;
    for (std::size_t i = 0; i < count; ++i) {
      if (Result<void> added = AddTo(batch, *book, *rows, i); !added) {
        return std::move(added).error().AtRow(static_cast<std::int64_t>(i));
      }
    }
    // From here on nothing can fail: the room is made first, and the sets hand their nodes over.
    MakeRoom(book->settlement, batch.rows.size());
    MakeRoom(book->settlement_programs, batch.rows.size());
    for (SettlementRow& row : batch.rows) book->settlement.push_back(std::move(row));
    for (const std::uint32_t program : batch.programs) book->settlement_programs.push_back(program);
    book->settlement_keys.merge(batch.keys);
    *out_first_row = static_cast<std::uint32_t>(first);
    return {};
  });
}

yesan_status yesan_book_settlement_check(const yesan_book* book, uint64_t count,
                                         const yesan_settlement_columns* rows,
                                         int32_t* out_statuses, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_TRY(CheckColumns(count, rows));
    if (count == 0) return {};
    YESAN_REQUIRE(out_statuses);
    Batch batch;
    std::vector<std::int32_t> statuses(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      statuses[i] = static_cast<std::int32_t>(AddTo(batch, *book, *rows, i).code());
    }
    for (std::size_t i = 0; i < statuses.size(); ++i) out_statuses[i] = statuses[i];
    return {};
  });
}

yesan_status yesan_book_settlement(const yesan_book* book, yesan_settlement_rows* out_rows,
                                   yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_TRY(yesan::capi::CheckTable(out_rows));
    const std::vector<SettlementRow>& rows = book->settlement;
    std::vector<OutRow> more;
    for (const SettlementRow& row : rows) more.push_back(Out(row));
    return GiveTable(out_rows, rows.size(), [&](TableWriter& out) {
      out.Column(out_rows->program, [&](std::size_t i) { return book->settlement_programs[i]; });
      out.Column(out_rows->fiscal_year, [&](std::size_t i) { return rows[i].fiscal_year; });
      for (std::size_t k = 0; k < kColumns; ++k) {
        const auto at = [&](std::size_t i) -> const BudgetAmount& {
          return rows[i].at(ColumnAt(k));
        };
        out.Column(out_rows->total[k],
                   [&](std::size_t i) { return at(i).total.value_or(Money()).minor(); });
        out.Column(out_rows->part[k], [&](std::size_t i) { return at(i).part.minor(); });
      }
      out.Column(out_rows->total_present, [&](std::size_t i) { return more[i].totals; });
      out.Column(out_rows->part_present, [&](std::size_t i) { return more[i].parts; });
      out.Column(out_rows->part_none, [&](std::size_t i) { return more[i].none; });
      out.Column(out_rows->execution_numerator, [&](std::size_t i) { return more[i].numerator; });
      out.Column(out_rows->execution_denominator,
                 [&](std::size_t i) { return more[i].denominator; });
    });
  });
}
