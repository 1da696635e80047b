#include "lib/store/batch_reader.h"

#ifdef YESAN_WITH_STORE

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "lib/exchange/part_json.h"
#include "lib/ledger/restore.h"

namespace yesan::internal {

namespace {

// Cells into what they mean. What does not fit is noted, and asked for once at the end of a row.
class Cells {
 public:
  explicit Cells(const Cell* cells) noexcept : at_(cells) {}

  [[nodiscard]] bool fit() const noexcept { return fit_; }
  bool Null() noexcept {
    if (at_->kind != Cell::Kind::kNull) return false;
    ++at_;
    return true;
  }
  template <class T>
  T Number(std::int64_t least = std::numeric_limits<T>::min(),
           std::int64_t most = static_cast<std::int64_t>(std::numeric_limits<T>::max())) noexcept {
    const Cell cell = *at_++;
    if (cell.kind == Cell::Kind::kNumber && cell.number >= least && cell.number <= most)
      return static_cast<T>(cell.number);
    fit_ = false;
    return T{};
  }
  template <class Id>
  Id IdOf() noexcept {
    return Id{Number<std::uint32_t>()};
  }
  std::string_view Text() noexcept {
    const Cell cell = *at_++;
    fit_ = fit_ && cell.kind == Cell::Kind::kText;
    return cell.text;
  }
  // The number of a name.
  template <class Enum>
  Enum Named(std::int32_t first, std::int32_t last) noexcept {
    const std::string_view name = Text();
    for (std::int32_t number = first; number <= last; ++number) {
      if (Name(static_cast<Enum>(number)) == name) return static_cast<Enum>(number);
    }
    fit_ = false;
    return Enum{};
  }
  Date Day() {
    const auto day = ParseDate(Text());
    fit_ = fit_ && day.ok();
    return day ? *day : Date();
  }
  template <class T>
  T Part(Result<T> part) {
    fit_ = fit_ && part.ok();
    if (!part) return T();
    return *std::move(part);
  }

 private:
  const Cell* at_;
  bool fit_ = true;
};

// The tables that a batch of an act may have rows in, in order.
std::vector<Table> TablesOf(std::string_view act) {
  if (act == "book") return {Table::kGovernment, Table::kPolicy, Table::kCode};
  if (act == "entry") return {Table::kItem, Table::kEntry, Table::kCostBasis};
  for (std::size_t table = static_cast<std::size_t>(Table::kAccount); table < kTableCount;
       ++table) {
    if (InfoOf(static_cast<Table>(table)).name == act) return {static_cast<Table>(table)};
  }
  return {};
}

Error Damaged(const std::string& path, std::int64_t batch, std::string_view ko,
              std::string_view en) {
  const std::string number = std::to_string(batch);
  return StoreError(Code::kDamaged, "store.batch",
                    path + ": " + number + "번 묶음: " + std::string(ko),
                    path + ": batch " + number + ": " + std::string(en));
}

constexpr std::int64_t kDayMin = -719'162;
constexpr std::int64_t kDayMax = 2'932'896;

}  // namespace

Result<bool> BatchReader::Read(std::int64_t batch, const Link& before, KeptBatch& into) {
  if (!batches_) {
    Result<Statement> query = db_.Prepare(
        "SELECT act, posted_at, actor, key, first_entry, entry_count, link FROM batch "
        "WHERE batch = ?1");
    if (!query) return std::move(query).error();
    batches_ = *std::move(query);
  }
  into = KeptBatch();
  batches_->Bind(1, Cell::Of(batch));
  Result<bool> found = batches_->Step();
  if (!found || !*found) return found;
  into.row.batch = batch;
  into.row.act = std::string(batches_->Text(0));
  into.row.posted_at = std::string(batches_->Text(1));
  into.row.actor = batches_->Number(2);
  into.row.key = std::string(batches_->Text(3));
  into.row.first_entry = batches_->Number(4);
  into.row.entry_count = batches_->Number(5);
  const std::string_view link = batches_->Blob(6);
  const bool whole = link.size() == into.link.size();
  if (whole) std::copy(link.begin(), link.end(), into.link.begin());
  batches_->Reset();
  if (!whole) return Damaged(db_.path(), batch, "연결 값이 없습니다.", "it has no link.");
  if (into.row.entry_count < 0 || into.row.entry_count > std::numeric_limits<std::uint32_t>::max())
    return Damaged(db_.path(), batch, "기록 수가 맞지 않습니다.", "its count of entries is wrong.");
  const std::vector<Table> tables = TablesOf(into.row.act);
  if (tables.empty())
    return Damaged(db_.path(), batch, "알 수 없는 행위입니다: " + into.row.act,
                   "it is no act that is known: " + into.row.act);
  Chain chain(before, into.row);
  for (const Table table : tables) {
    if (Result<void> read = ReadTable(table, into, chain); !read) return std::move(read).error();
  }
  into.computed = chain.End();
  const bool many = into.row.act == "book" || into.row.act == "entry" || into.row.act == "item";
  if (!many && into.rows != 1)
    return Damaged(db_.path(), batch, "한 행이어야 합니다.", "it has to have one row.");
  if (static_cast<std::int64_t>(into.item.size()) != into.row.entry_count)
    return Damaged(db_.path(), batch, "기록이 모자라거나 남습니다.",
                   "it has more or fewer entries than it says.");
  return true;
}

Result<void> BatchReader::ReadTable(Table table, KeptBatch& into, Chain& chain) {
  const TableInfo& info = InfoOf(table);
  std::optional<Statement>& query = tables_[static_cast<std::size_t>(table)];
  const bool entries = table == Table::kEntry;
  if (!query) {
    Result<Statement> made =
        db_.Prepare("SELECT " + std::string(info.columns) + ", batch FROM " + info.name +
                    (entries ? " WHERE entry >= ?2 AND entry < ?3 ORDER BY entry"
                             : " WHERE batch = ?1 ORDER BY rowid"));
    if (!made) return std::move(made).error();
    query = *std::move(made);
  }
  if (entries) {
    if (into.row.entry_count == 0) return {};
    query->Bind(2, Cell::Of(into.row.first_entry));
    query->Bind(3, Cell::Of(into.row.first_entry + into.row.entry_count));
  } else {
    query->Bind(1, Cell::Of(into.row.batch));
  }
  std::array<Cell, kCellsMax> cells;
  for (;;) {
    Result<bool> row = query->Step();
    if (!row) return std::move(row).error();
    if (!*row) return {};
    ++rows_[static_cast<std::size_t>(table)];
    for (std::size_t i = 0; i < info.count; ++i) cells[i] = query->At(static_cast<int>(i));
    chain.Add(table, cells.data());
    const bool own = query->Number(static_cast<int>(info.count)) == into.row.batch;
    if (!own) {
      query->Reset();
      return Damaged(db_.path(), into.row.batch, "다른 묶음의 기록이 섞여 있습니다.",
                     "an entry of another batch stands in it.");
    }
    if (Result<void> taken = Take(table, cells.data(), into); !taken) {
      query->Reset();
      return taken;
    }
  }
}

Result<void> BatchReader::Take(Table table, const Cell* row, KeptBatch& into) {
  Cells cells(row);
  std::int64_t& number = into.number;
  ++into.rows;
  switch (table) {
    case Table::kGovernment: {
      Government& of = into.government;
      of.code = std::string(cells.Text());
      of.name = std::string(cells.Text());
      of.tier = static_cast<GovernmentKind>(cells.Number<std::int32_t>(0, 4));
      of.currency = std::string(cells.Text());
      of.minor_digits = cells.Number<std::int32_t>();
      of.calendar.first_month = cells.Number<std::int32_t>();
      of.calendar.naming = static_cast<YearNaming>(cells.Number<std::int32_t>(1, 2));
      break;
    }
    case Table::kPolicy:
      into.policy = std::string(cells.Text());
      break;
    case Table::kCode: {
      CodeEntry code;
      code.kind = cells.Named<CodeKind>(1, 8);
      code.code = std::string(cells.Text());
      code.name = std::string(cells.Text());
      code.parent = std::string(cells.Text());
      code.first_year = cells.Number<std::int32_t>();
      code.last_year = cells.Number<std::int32_t>();
      code.source = std::string(cells.Text());
      into.codes.push_back(std::move(code));
      break;
    }
    case Table::kAccount:
      number = cells.Number<std::uint32_t>();
      into.account.kind = cells.Named<AccountKind>(1, 4);
      into.account.name = std::string(cells.Text());
      break;
    case Table::kDepartment:
      number = cells.Number<std::uint32_t>();
      into.department.name = std::string(cells.Text());
      break;
    case Table::kProgram:
      number = cells.Number<std::uint32_t>();
      into.node.kind = cells.Named<CodeKind>(1, 8);
      into.node.parent = cells.IdOf<ProgramId>();
      break;
    case Table::kProgramYear: {
      into.node_year.program = cells.IdOf<ProgramId>();
      const auto year = cells.Number<std::int32_t>();
      const std::string_view told[] = {cells.Text(), cells.Text(), cells.Text(), cells.Text()};
      into.year = cells.Part(ReadProgramYear(cells.Text()));
      // What stands in columns of its own is there to be found; it says the same.
      if (into.year.fiscal_year != year || into.year.name != told[0] || into.year.code != told[1] ||
          into.year.bureau != told[2] || into.year.department != told[3]) {
        return Damaged(db_.path(), into.row.batch, "사업의 이름과 내용이 서로 다릅니다.",
                       "the columns of a program year and its detail differ.");
      }
      into.node_year.year = &into.year;
      break;
    }
    case Table::kItem: {
      number = cells.Number<std::uint32_t>();
      if (into.keys.empty()) into.items.first = ItemId{static_cast<std::uint32_t>(number)};
      ItemKey key;
      key.fiscal_year = cells.Number<std::int32_t>();
      key.account = cells.IdOf<AccountId>();
      key.department = cells.IdOf<DepartmentId>();
      key.program = cells.IdOf<ProgramId>();
      key.object_item = std::string(cells.Text());
      key.object_group = std::string(cells.Text());
      key.origin = cells.Named<Origin>(0, 4);
      key.revenue = cells.Text() == "revenue";
      into.keys.push_back(std::move(key));
      break;
    }
    case Table::kAuthorization: {
      Authorization& of = into.authorization;
      number = cells.Number<std::uint32_t>();
      of.kind = cells.Named<AuthorizationKind>(1, 5);
      of.day = cells.Day();
      of.document = std::string(cells.Text());
      if (!cells.Null()) of.limit = Money(cells.Number<std::int64_t>());
      of.fiscal_year = cells.Number<std::int32_t>();
      of.account = cells.IdOf<AccountId>();
      of.program = cells.IdOf<ProgramId>();
      of.item = cells.IdOf<ItemId>();
      of.purpose = static_cast<ProvisionalPurpose>(cells.Number<std::int32_t>(0, 3));
      of.last_year = cells.Number<std::int32_t>();
      break;
    }
    case Table::kEntry: {
      number = cells.Number<std::uint32_t>();
      if (number != into.row.first_entry + static_cast<std::int64_t>(into.item.size()))
        return Damaged(db_.path(), into.row.batch, "기록이 빠져 있습니다.", "an entry is missing.");
      into.item.push_back(cells.Number<std::uint32_t>());
      into.day.push_back(cells.Number<std::int32_t>(kDayMin, kDayMax));
      into.kind.push_back(cells.Number<std::int32_t>(0, 255));
      into.cause.push_back(cells.Number<std::int32_t>(0, 255));
      into.amount.push_back(cells.Number<std::int64_t>());
      into.reference.push_back(cells.Number<std::uint32_t>());
      into.group.push_back(cells.Number<std::uint32_t>());
      into.source.push_back(cells.Number<std::int32_t>(0, 255));
      into.authorized.push_back(cells.Number<std::uint32_t>());
      into.actor.push_back(cells.Number<std::uint32_t>());
      if (!cells.Null()) into.memos.append(cells.Text());
      into.memo_ends.push_back(into.memos.size());
      break;
    }
    case Table::kCostBasis: {
      ItemBasis basis;
      basis.item = cells.IdOf<ItemId>();
      basis.stage = cells.Named<BudgetStage>(1, 6);
      basis.number = cells.Number<std::int32_t>();
      into.bases.push_back(cells.Part(ReadCostBasis(cells.Text())));
      into.item_bases.push_back(basis);
      break;
    }
    case Table::kImportedYear: {
      into.year_import.program = cells.IdOf<ProgramId>();
      const auto year = cells.Number<std::int32_t>();
      into.imported_year = cells.Part(ReadImportedYear(cells.Text()));
      if (into.imported_year.fiscal_year != year)
        return Damaged(db_.path(), into.row.batch, "연도와 내용이 서로 다릅니다.",
                       "the year and its detail differ.");
      into.year_import.year = &into.imported_year;
      break;
    }
    case Table::kImportedBudget:
      into.budget_import.item = cells.IdOf<ItemId>();
      into.imported_budget = cells.Part(ReadImportedBudget(cells.Text()));
      into.budget_import.budget = &into.imported_budget;
      break;
    case Table::kClosedYear:
      into.closed.fiscal_year = cells.Number<std::int32_t>();
      break;
  }
  if (cells.fit()) return {};
  return Damaged(db_.path(), into.row.batch,
                 std::string(InfoOf(table).name) + " 표의 행에 있을 수 없는 값이 있습니다.",
                 "a row of " + std::string(InfoOf(table).name) + " holds a value that cannot be.");
}

std::optional<Act> KeptBatch::act() {
  const std::string_view what = row.act;
  if (what == "account") return Act(&account);
  if (what == "department") return Act(&department);
  if (what == "program") return Act(&node);
  if (what == "program_year") return Act(&node_year);
  if (what == "authorization") return Act(&authorization);
  if (what == "closed_year") return Act(&closed);
  if (what == "imported_year") return Act(&year_import);
  if (what == "imported_budget") return Act(&budget_import);
  items.keys = keys.data();
  items.count = keys.size();
  if (what == "item") return Act(&items);
  for (std::size_t i = 0; i < item_bases.size(); ++i) item_bases[i].basis = &bases[i];
  if (what == "cost_basis" && item_bases.size() == 1) return Act(&item_bases.front());
  if (what != "entry") return std::nullopt;
  std::size_t begin = 0;
  for (const std::size_t end : memo_ends) {
    memo.push_back(std::string_view(memos).substr(begin, end - begin));
    begin = end;
  }
  BatchView& view = posted.rows;
  view.count = item.size();
  view.item = item.data();
  view.day = day.data();
  view.kind = kind.data();
  view.cause = cause.data();
  view.amount = amount.data();
  view.reference = reference.data();
  view.group = group.data();
  view.source = source.data();
  view.authorization = authorized.data();
  view.actor = actor.data();
  if (!memos.empty()) view.memo = memo.data();
  view.key = row.key;
  posted.first = EntryId{static_cast<std::uint32_t>(row.first_entry)};
  if (!keys.empty()) posted.items = &items;
  posted.bases = item_bases.data();
  posted.basis_count = item_bases.size();
  return Act(&posted);
}

}  // namespace yesan::internal

#endif
