/// @file
/// Budgets, entries, balances and settlements as CSV, for spreadsheets and for other programs.
///
/// Every table begins with a header row and is in the order that the function names, so that the same book writes the same
/// bytes. Amounts are plain digits in the currency's minor unit (won), `-` in front where they are negative; a currency
/// with minor digits has a point: `1234.50`. Codes, names and days are text: a spreadsheet that is told to guess may turn
/// `307-05` into a day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/base/result.h"
#include "yesan/exchange/csv.h"
#include "yesan/ledger/balances.h"
#include "yesan/ledger/book.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/settlement/settle.h"

namespace yesan {

/// How a table is written.
struct TableOptions {
  Language language = Language::kKorean;  ///< Of headers, and of words such as kinds and origins.
  CsvWriteOptions csv;
};

/// Writes the entries from `first` on, in order of posting: key (the EntryId), fiscal_year, account, department,
/// detailed_program (its code in the year, else its name), object_item, origin, side, day, kind, cause, amount, reference,
/// group, source, authorization, actor, memo. What the sink refuses is the refusal.
///
/// LoadEntries reads such a file, with `rollovers` where Rollover posted any of it or a supplementary budget took 성립전
/// in, into a book that has the items and authorizations, to the same entries and balances, where every reference is to an
/// entry of the file: authorizations are written as their numbers, `#3`, and references as keys. Years that were closed
/// are open then.
[[nodiscard]] Result<void> WriteEntries(const Book& book, const CsvSink& sink,
                                        const TableOptions& options = TableOptions(),
                                        EntryId first = EntryId::kNone);

/// Writes a budget, one row an item and source, in the order of its lines: fiscal_year, account, department, the five
/// rungs with code and name, object_group, object_item, origin, side, amount, source. LoadBudget reads it back as the same
/// document, and with `create` into an empty book of the same classification.
/// Refuses with Code::kUnknownItem (row: the line) and what the sink refuses.
[[nodiscard]] Result<void> WriteBudget(const Book& book, const BudgetDocument& document,
                                       const CsvSink& sink,
                                       const TableOptions& options = TableOptions());

/// The document of a version that was adopted, out of the entries: its lines in the order of items, its sources in the
/// order of FundingSource, what corrections took back left out. A supplementary budget's amounts are its changes;
/// totals, bases and what it took in of pre-enactment spending are not told.
/// Refuses with Code::kNotFound (no such version), kInvalidArgument (a stage that is no adopted one), kOverflow.
[[nodiscard]] Result<BudgetDocument> DocumentOf(const Book& book, const BudgetVersion& version);

/// Writes a table of balances, one row a key: what the key is (an item as in WriteEntries; a node with code and name in
/// `fiscal_year`, or its last name before it where that is 0; an account, a department, a code, an origin, a year; nothing
/// for kNothing), then every column of ItemBalances and every sum that it defines, in the order of its header.
[[nodiscard]] Result<void> WriteBalances(const Book& book, const BalanceTable& table,
                                         const CsvSink& sink,
                                         const TableOptions& options = TableOptions(),
                                         std::int32_t fiscal_year = 0);

/// Writes the rows of a settlement told apart by `by`: fiscal year, key as in WriteBalances, the statutory columns
/// (지방회계법 시행령 §12②2), and the same again for the part that subsidies pay.
[[nodiscard]] Result<void> WriteSettlement(const Book& book, const std::vector<SettledRow>& rows,
                                           GroupBy by, const CsvSink& sink,
                                           const TableOptions& options = TableOptions());

}  // namespace yesan
