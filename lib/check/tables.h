// Totals of a table: which rows a row of totals adds up, and whether it does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/check/context.h"

namespace yesan::internal {

// A row of a table as one column of it sees it.
struct TableRow {
  Text label;
  bool total = false;
  const Figure* figure = nullptr;  // of the column that is added up
  std::optional<Money> believed;   // what the figure should be, where another rule has refuted it
};

// A total and the rows that it adds up.
struct TotalProof {
  std::size_t total = 0;
  std::vector<std::size_t> parts;   // rows that count, those without a figure left out
  std::vector<std::size_t> blanks;  // rows among them whose cell is blank
  SumFit fit;
  bool plain = false;          // the rows add up as they stand, no row part of another
  bool nested = false;         // and yet a row is the sum of rows below it
  std::int64_t tolerance = 0;  // what passes as rounding
};

// Whether a label names a total of some rows only: 소계.
bool IsSubtotal(std::string_view label);
// Whether it names a total of any kind: 계, 합계, 총계, 소계.
bool IsTotal(std::string_view label);

// The totals of a column, and which of its rows no misprint could touch unseen.
struct TotalsProof {
  std::vector<TotalProof> totals;
  std::vector<bool> proved;  // by row: any misprint of its figure would show in a total
};

// The totals of a column, each with its rows. With several totals (소계, one 계 a part, 계 above and below) the
// reading under which the fewest are wrong is taken: the layout is not printed, and a reading that fits needs
// no other proof. A total that only fits when some rows are parts of the row above them (민간이전, and under it
// 민간위탁금) fits too. Totals with a part that cannot be read are left out. `subsidy` adds up the subsidy parts.
TotalsProof ProveTotals(const std::vector<TableRow>& rows, bool subsidy);

// How the totals of one column are worded and filed.
struct TotalWording {
  std::string_view rule;  // for totals that are off
  std::string section;    // `예산 총괄`
  std::string column;     // `2021예산액 (B)`
};
// Proves the totals of a column, total and subsidy part, and reports those that are off.
void CheckColumnTotals(Context& context, const std::vector<TableRow>& rows,
                       const TotalWording& wording);

// Reports a figure that rounding explains, once a total.
void ReportRounded(Context& context, const Quantity& total, const SumFit& fit,
                   std::string_view section, std::string_view subject);

}  // namespace yesan::internal
