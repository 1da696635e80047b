/// @file
/// Budgets and entries out of CSV files into a book.
///
/// A file is read once, as a stream; the columns are those of columns.h, in any order, under Korean or English headers.
/// What is wrong is collected, row and field each, up to a limit, so that a file is mended in one go and not row by row.
///
/// A file of entries, and what it does to a book that has the item:
/// @code{.unparsed}
///   키,회계연도,회계,부서,세부사업,통계목,일자,종류,금액(천원),원인행위,담당자
///   가-1,2021,일반회계,지역공동체담당관,1234,307-05,2021-03-02,지출원인행위,"4,000,000",,11
///   가-2,2021,일반회계,지역공동체담당관,1234,307-05,2021-03-31,지출,"1,500,000",가-1,12
/// @endcode
/// commits 4,000,000,000 won on item 307-05 and disburses 1,500,000,000 of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "yesan/calendar/date.h"
#include "yesan/exchange/csv.h"
#include "yesan/ledger/book.h"
#include "yesan/money/unit.h"

namespace yesan {

/// How far a load is.
struct LoadProgress {
  std::uint64_t rows = 0;         ///< Rows read, the header not counted.
  std::uint64_t bytes = 0;        ///< Bytes read.
  std::uint64_t bytes_total = 0;  ///< As the options say; 0 where nobody knows.
};

/// What both loads can be told.
struct LoadOptions {
  CsvOptions csv;
  /// Unit of the amounts where the header names none; Unit::kNone is won. Where the header names another, the file is
  /// refused (`csv.unit`). A figure's own unit (`4천원`) holds for that figure.
  Unit unit = Unit::kNone;
  std::int32_t fiscal_year =
      0;                ///< Of every row, where the file has no such column; 0: it must have one.
  std::string account;  ///< The account of every row, where the file has no such column.
  std::size_t problems_max = 100;       ///< Reading stops when so many were found; at least 1.
  bool ignore_unknown_columns = false;  ///< Pass over columns whose headers mean nothing here.
  std::uint64_t bytes_total = 0;        ///< Of the file, for LoadProgress alone.
  /// Called every 8,192 rows and once at the end; false stops the load, as said at each.
  std::function<bool(const LoadProgress&)> progress;
};

/// What a load came to.
struct LoadReport {
  std::vector<CsvProblem> problems;  ///< In the order of the file.
  bool more_problems = false;      ///< There were problems_max; the rest of the file was not read.
  bool stopped = false;            ///< `progress` said so.
  std::uint64_t rows = 0;          ///< Rows read, the header not counted.
  std::uint64_t posted = 0;        ///< Of them, rows that are in the book now.
  EntryId first = EntryId::kNone;  ///< The first entry that was posted.

  /// Whether everything is in the book.
  [[nodiscard]] bool ok() const noexcept { return problems.empty() && !stopped; }
};

/// How entries are loaded.
struct EntryLoadOptions : LoadOptions {
  /// true: one batch of all rows, read wholly before the first is posted: all or nothing. Its memory grows with the file,
  /// by some 60 bytes a row and what memos take.
  ///
  /// false: batches of `batch_rows`, each all or nothing, posted as the file is read, in bounded memory but
  /// for the keys, which take nothing where they count up by one, else some 20 to 80 bytes a row. The load ends with
  /// the first batch that has a problem: LoadReport::posted rows, the first of the file, are in the book then, and
  /// nothing behind them.
  bool atomic = true;
  std::uint32_t batch_rows = 10'000;  ///< Rows of a batch where not atomic, at least 1.
  /// Idempotency key of the batch; of the n-th batch, where not atomic, the key with `#n` behind it. Loading the same file
  /// with the same key and batch_rows again posts nothing twice, so a load that was stopped is simply begun anew. At most
  /// 100 bytes.
  std::string key;
  ActorId actor = ActorId::kNone;  ///< Of every row, where the file has no such column.
  /// Take carry_out, and carry_in after a year of the book, which only Rollover posts: for a file that WriteEntries wrote,
  /// to build the book again. So are corrections of them, and corrections without an authorization by which an adoption took
  /// 성립전 in. They are judged as every entry is, but not as requests to carry; whether what went out came
  /// in (I7) is for Book::Verify. false: such rows are kPostedByRollover.
  bool rollovers = false;
};

/// Loads entries.
///
/// Columns: kDay, kKind, kAmount, and either kItem or kObjectItem with kFiscalYear and kAccount (or their options) are
/// needed; an item of expenditure is told by kDepartment and kDetailedProgram (or its name) besides; kKey, kOrigin, kSide,
/// kCause, kReference, kGroup, kSource, kAuthorization, kActor, kMemo and the rungs above a program may be there. The
/// items must be in the book.
///
/// A batch is never cut between rows of one group, nor between two corrections, since both net to zero together: rows of a
/// group stand together. More than 2^20 rows that may not be parted are refused (`csv.batch`, kTooLarge).
///
/// Problems: those of CsvReader and ColumnMap; `csv.empty_file` (kSyntax); of a field `csv.needed` (kSyntax: it is
/// empty), `csv.amount` and `csv.day` (the code of ParseAmount or ParseDate; also a dash or a word for an amount),
/// `csv.number` (kSyntax), `csv.fiscal_year` (kOutOfRange), `csv.kind` (kUnknownKind), `csv.cause` (kUnknownCause),
/// `csv.origin`, `csv.side` (kNotFound), `csv.source` (kUnknownSource), `csv.authorization` (kUnknownAuthorization; several
/// with that document are kDuplicate), `csv.reference` (kUnknownReference: no earlier row has the key), `csv.key`
/// (kDuplicate); of an item `csv.account`, `csv.department`, `csv.program` (kNotFound), `csv.ambiguous` (kDuplicate:
/// several programs have the name), `csv.other_parent` (kInvalidArgument: the program lies elsewhere), `csv.item`
/// (kNotFound). Where every row of the batch could be read, the rows that the ledger refuses, each with the code of
/// Book::Check.
///
/// `progress`: false leaves in the book what was posted; nothing, where atomic.
[[nodiscard]] LoadReport LoadEntries(CsvSource source, Book& book,
                                     const EntryLoadOptions& options = EntryLoadOptions());

/// How a budget is loaded.
struct BudgetLoadOptions : LoadOptions {
  /// Which budget it is. kOriginal, kProvisional and kSupplementary are adopted; proposals are checked and given back.
  BudgetStage stage = BudgetStage::kOriginal;
  std::int32_t number = 0;  ///< As BudgetVersion::number.
  Date day;                 ///< As BudgetDocument::day.
  AuthorizationId authorization = AuthorizationId::kNone;
  ActorId actor = ActorId::kNone;
  /// Make what the file names and the book has not: the account (of `account_kind`), departments, nodes of the tree with
  /// their codes and names of the year, items. A node is made where the file names every rung above it, and is the node of
  /// earlier years that has the same name and the same parent, where there is one. A cell is a code where its name column
  /// stands beside it, or where it is ASCII; else it is a name.
  bool create = false;
  AccountKind account_kind = AccountKind::kGeneral;
};

/// A budget that was read.
struct BudgetLoad {
  LoadReport report;  ///< posted: the entries that the adoption made.
  BudgetDocument
      document;  ///< What was adopted or checked; lines in the order of the file. Empty where refused.
  std::size_t accounts_made = 0;
  std::size_t departments_made = 0;
  std::size_t programs_made = 0;
  std::size_t items_made = 0;
};

/// Loads a budget: one row an item and source.
///
/// Columns: kAmount, kObjectItem (or kItem) are needed, kFiscalYear and kAccount (or their options), for expenditure
/// kDepartment and kDetailedProgram or its name; kOrigin, kSide, kSource, kObjectGroup and the rungs above may be there.
/// The amount is zero or above, and of a supplementary budget the change, signed. Several rows of an item are its sources:
/// each names another, and the item's amount is their sum.
///
/// All or nothing: every row is read and checked, then what is missing is made and the budget adopted, after a rehearsal on
/// a book of the same accounts, programs and items where the account has no entries of the year so far. So a refusal leaves
/// the book as it was; but a budget of an account that has entries, refused by the ledger, leaves what was made for it,
/// items without money.
///
/// Problems: as LoadEntries, and `csv.one_budget` (kInvalidArgument: a second account or year), `csv.duplicate_row`
/// (kDuplicate: the item with that source stands there before, or once with a source and once without), `csv.sign`
/// (kOutOfRange: below zero, where no change is asked for), `csv.parent` (kNotFound: no rung above to make a node under),
/// `csv.object_group` (kNotFound: neither the file nor the classification of the year knows it). What Adopt refuses is one
/// problem, at the row of its line.
///
/// `progress`: false leaves the book as it was.
[[nodiscard]] BudgetLoad LoadBudget(CsvSource source, Book& book, const BudgetLoadOptions& options);

}  // namespace yesan
