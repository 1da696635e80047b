#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/exchange/items.h"
#include "lib/exchange/row.h"
#include "yesan/budget/funding.h"
#include "yesan/exchange/load.h"

namespace yesan {
namespace {

using internal::CsvPlace;
using internal::ItemFinder;
using internal::Plan;
using internal::Problems;
using internal::RowReader;

constexpr std::uint64_t kProgressRows = 8192;

const std::vector<CsvColumn>& BudgetColumns() {
  static const std::vector<CsvColumn> columns = {
      CsvColumn::kFiscalYear,      CsvColumn::kItem,
      CsvColumn::kAccount,         CsvColumn::kDepartment,
      CsvColumn::kField,           CsvColumn::kSector,
      CsvColumn::kPolicyProgram,   CsvColumn::kUnitProgram,
      CsvColumn::kDetailedProgram, CsvColumn::kFieldName,
      CsvColumn::kSectorName,      CsvColumn::kPolicyProgramName,
      CsvColumn::kUnitProgramName, CsvColumn::kDetailedProgramName,
      CsvColumn::kObjectGroup,     CsvColumn::kObjectItem,
      CsvColumn::kOrigin,          CsvColumn::kSide,
      CsvColumn::kAmount,          CsvColumn::kSource};
  return columns;
}

// A book with the same parts and no entries. Ids are the same, for both give them one by one.
Result<Book> CopyOfParts(const Book& book) {
  Result<Book> copy = Book::Make(book.government(), book.policy(), book.classification());
  if (!copy) return copy;
  const auto id = [](std::size_t i) { return static_cast<std::uint32_t>(i + 1); };
  Plan parts;
  for (std::size_t i = 0; i < book.account_count(); ++i)
    parts.accounts.push_back(*book.Find(AccountId{id(i)}));
  for (std::size_t i = 0; i < book.department_count(); ++i)
    parts.departments.push_back(*book.Find(DepartmentId{id(i)}));
  for (std::size_t i = 0; i < book.program_count(); ++i) {
    parts.nodes.push_back(*book.Find(ProgramId{id(i)}));
    for (const ProgramYear& year : book.YearsOf(ProgramId{id(i)})->years())
      parts.years.emplace_back(ProgramId{id(i)}, year);
  }
  for (std::size_t i = 0; i < book.item_count(); ++i)
    parts.items.push_back(*book.Find(ItemId{id(i)}));
  if (Result<void> applied = parts.Apply(*copy); !applied) return std::move(applied).error();
  for (std::size_t i = 0; i < book.authorization_count(); ++i) {
    auto made = copy->AddAuthorization(*book.Find(AuthorizationId{id(i)}));
    if (!made) return std::move(made).error();
  }
  return copy;
}

class BudgetLoader {
 public:
  BudgetLoader(CsvReader& reader, const ColumnMap& map, Unit unit, Book& book,
               const BudgetLoadOptions& options, Problems& problems, BudgetLoad& load)
      : reader_(reader),
        unit_(unit),
        book_(book),
        options_(options),
        problems_(problems),
        load_(load),
        row_(reader, map, problems),
        items_(book, map, options, options.create, options.account_kind) {
    load_.document.version.stage = options.stage;
    load_.document.version.number = options.number;
    load_.document.day = options.day;
    load_.document.authorization = options.authorization;
    load_.document.actor = options.actor;
  }

  // Whether the document is whole.
  bool Read() {
    for (;;) {
      const CsvStep step = reader_.Next();
      if (step == CsvStep::kEnd) break;
      ++load_.report.rows;
      if (load_.report.rows % kProgressRows == 0 && !Tell()) return false;
      if (step == CsvStep::kProblem) {
        problems_.Add(reader_.problem());
      } else {
        TakeRow();
      }
      if (problems_.full()) {
        load_.report.more_problems = true;
        return false;
      }
    }
    if (!Tell() || !problems_.empty()) return false;
    if (load_.document.lines.empty()) {
      problems_.Add(internal::MakeProblem(
          Code::kSyntax, "csv.empty_file", {},
          {"열 이름 말고는 행이 없습니다.", "There is no row beside the names of the columns."}));
      return false;
    }
    return true;
  }

  void Adopt() {
    const BudgetDocument& document = load_.document;
    const Plan& plan = items_.plan();
    const bool is_new = !HasEntries(document.version);
    if (is_new) {
      Result<Book> rehearsal = CopyOfParts(book_);
      if (!rehearsal) return Refuse(rehearsal.error());
      if (Result<void> made = plan.Apply(*rehearsal); !made) return Refuse(made.error());
      if (IsAdopted()) {
        if (auto adopted = rehearsal->Adopt(document); !adopted) return Refuse(adopted.error());
      } else if (auto checked = rehearsal->CheckBudget(document); !checked) {
        return Refuse(checked.error());
      }
    }
    if (Result<void> made = plan.Apply(book_); !made) return Refuse(made.error());
    load_.accounts_made = plan.accounts.size();
    load_.departments_made = plan.departments.size();
    load_.programs_made = plan.nodes.size();
    load_.items_made = plan.items.size();
    if (!IsAdopted()) {
      if (auto checked = book_.CheckBudget(document); !checked) Refuse(checked.error());
      return;
    }
    const Result<Receipt> receipt = book_.Adopt(document);
    if (!receipt) return Refuse(receipt.error());
    load_.report.first = receipt->first;
    load_.report.posted = receipt->count;
  }

 private:
  [[nodiscard]] bool IsAdopted() const noexcept {
    return options_.stage == BudgetStage::kOriginal ||
           options_.stage == BudgetStage::kProvisional ||
           options_.stage == BudgetStage::kSupplementary;
  }

  bool Tell() {
    if (!options_.progress) return true;
    if (options_.progress({load_.report.rows, reader_.bytes(), options_.bytes_total})) return true;
    load_.report.stopped = true;
    return false;
  }

  // Whether the account has anything in the year on which the budget may lean.
  [[nodiscard]] bool HasEntries(const BudgetVersion& version) const {
    if (!book_.VersionsOf(version.account, version.fiscal_year).empty()) return true;
    ItemFilter filter;
    filter.fiscal_year = version.fiscal_year;
    filter.account = version.account;
    const Result<BalanceTable> table = book_.Balances(filter, GroupBy::kItem);
    if (!table) return true;
    for (const BalanceRow& row : table->rows) {
      if (row.sums != ItemBalances()) return true;
    }
    return false;
  }

  void TakeRow() {
    const std::optional<ItemId> item = items_.Find(row_);
    std::optional<std::int64_t> amount;
    if (row_.Need(CsvColumn::kAmount))
      amount = row_.Amount(CsvColumn::kAmount, unit_, book_.government().minor_digits);
    if (amount && *amount < 0 && options_.stage != BudgetStage::kSupplementary) {
      row_.Blame(CsvColumn::kAmount, Code::kOutOfRange, "csv.sign",
                 {"예산액은 0보다 작을 수 없습니다.", "a budget is not below zero."});
      return;
    }
    const std::string_view source_text = row_.Get(CsvColumn::kSource);
    std::int32_t source = 0;
    if (!source_text.empty()) {
      source = internal::FindSource(source_text, book_.government().tier);
      if (source == 0) {
        row_.Blame(CsvColumn::kSource, Code::kUnknownSource, "csv.source",
                   {"그런 재원은 없습니다.", "there is no such funding source."},
                   {"국비, 시·도비, 시·군·구비 등", "national_subsidy, province_funds …"});
        return;
      }
    }
    if (!item || !amount || !IsOfThisBudget(*item)) return;
    const auto next = static_cast<std::uint32_t>(load_.document.lines.size());
    const auto [found, is_new] = lines_.try_emplace(NumberOf(*item), next);
    if (is_new) {
      BudgetLine line;
      line.item = *item;
      load_.document.lines.push_back(std::move(line));
      places_.push_back({reader_.row(), reader_.line(), 0, {}});
    }
    AddTo(load_.document.lines[found->second], *amount, source, source_text, is_new);
  }

  void AddTo(BudgetLine& line, std::int64_t amount, std::int32_t source,
             std::string_view source_text, bool is_new) {
    const auto in = static_cast<FundingSource>(source);
    bool again = !is_new && (source == 0 || line.funding.in_budget.empty());
    for (const FundingPart& part : line.funding.in_budget) again = again || part.source == in;
    if (again) {
      row_.Blame(row_.Has(CsvColumn::kSource) ? CsvColumn::kSource : CsvColumn::kObjectItem,
                 Code::kDuplicate, "csv.duplicate_row",
                 {"이 과목의 이 재원이 앞 행에 이미 있습니다.",
                  "an earlier row has the item with that source, or one of them has none."});
      return;
    }
    const Result<Money> sum = Add(line.amount, Money(amount));
    if (!sum) {
      row_.Blame(CsvColumn::kAmount, "csv.amount", sum.error(), {});
      return;
    }
    line.amount = *sum;
    if (source == 0) return;
    line.funding.in_budget.push_back({in, std::string(source_text), Money(amount)});
    line.funding.total = line.amount;
  }

  bool IsOfThisBudget(ItemId item) {
    const ItemKey& key = items_.KeyOf(item);
    BudgetVersion& version = load_.document.version;
    if (version.fiscal_year == 0) {
      version.fiscal_year = key.fiscal_year;
      version.account = key.account;
    }
    const bool year = version.fiscal_year == key.fiscal_year;
    if (year && version.account == key.account) return true;
    row_.Blame(year ? CsvColumn::kAccount : CsvColumn::kFiscalYear, Code::kInvalidArgument,
               "csv.one_budget",
               {"한 파일은 한 회계연도, 한 회계의 예산입니다.",
                "a file is the budget of one account and one fiscal year."});
    return false;
  }

  void Refuse(const Error& error) {
    const auto row = static_cast<std::size_t>(error.row());
    const CsvPlace place = error.row() >= 0 && row < places_.size() ? places_[row] : CsvPlace();
    problems_.Add(internal::ProblemOf(error, place));
  }

  CsvReader& reader_;
  const Unit unit_;
  Book& book_;
  const BudgetLoadOptions& options_;
  Problems& problems_;
  BudgetLoad& load_;
  RowReader row_;
  ItemFinder items_;
  internal::HashMap<std::uint32_t, std::uint32_t> lines_;  // item to line
  std::vector<CsvPlace> places_;                           // of each line
};

}  // namespace

BudgetLoad LoadBudget(CsvSource source, Book& book, const BudgetLoadOptions& options) {
  BudgetLoad load;
  Problems problems(load.report.problems, options.problems_max);
  CsvReader reader(std::move(source), options.csv);
  const std::optional<ColumnMap> map =
      internal::ReadHeader(reader, BudgetColumns(), {CsvColumn::kAmount}, options, problems);
  std::optional<Unit> unit;
  if (map) unit = internal::UnitOf(*map, options, problems);
  if (unit) {
    BudgetLoader loader(reader, *map, *unit, book, options, problems, load);
    if (loader.Read()) loader.Adopt();
  }
  load.report.more_problems = load.report.more_problems || problems.full();
  problems.Sort();
  if (!load.report.ok()) load.document = BudgetDocument();
  return load;
}

}  // namespace yesan
