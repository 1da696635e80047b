#include "lib/store/store_impl.h"

#ifdef YESAN_WITH_STORE

#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include "lib/ledger/restore.h"
#include "lib/ledger/state.h"
#include "lib/store/schema.h"
#include "lib/store/sums.h"
#include "yesan/exchange/policy_json.h"

namespace yesan {

using internal::BatchRow;
using internal::Cell;
using internal::KeptBatch;
using internal::Link;
using internal::Statement;
using internal::StoreError;
using internal::Table;

namespace {

constexpr std::int64_t kSnapshotEvery = 65'536;  // entries
constexpr std::int32_t kBusyMax = 600'000;       // milliseconds

Result<void> CheckOptions(const std::string& path, const StoreOptions& options) {
  if (path.empty() || path.find('\0') != std::string::npos)
    return StoreError(Code::kInvalidArgument, "store.path", "파일의 이름이 없거나 맞지 않습니다.",
                      "The path is empty or holds a NUL byte.");
  const bool known =
      options.durability == Durability::kFull || options.durability == Durability::kRelaxed;
  if (!known || options.busy_ms < 0 || options.busy_ms > kBusyMax)
    return StoreError(Code::kInvalidArgument, "store.options", "옵션의 값이 범위를 벗어납니다.",
                      "An option is out of its range.");
  return {};
}

// `:memory:` and the empty name mean something else to SQLite.
std::string FileName(const std::string& path) { return path.front() == '/' ? path : "./" + path; }

// Makes a file that was not there, for its owner alone.
Result<void> MakeFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) {
    ::close(file);
    return {};
  }
  if (errno == EEXIST)
    return StoreError(Code::kDuplicate, "store.exists", path + ": 파일이 이미 있습니다.",
                      path + ": there is a file already.");
  const std::string why = std::strerror(errno);
  return StoreError(Code::kIo, "store.io", path + ": 파일을 만들지 못했습니다: " + why,
                    path + ": the file could not be made: " + why);
}

void RemoveFile(const std::string& path) noexcept {
  for (const char* tail : {"", "-wal", "-shm", "-journal"}) ::unlink((path + tail).c_str());
}

// `2021-03-02T09:15:00.123Z`.
std::string Now() {
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
  constexpr std::int64_t kDay = 86'400'000;
  const auto day = Date::FromDays(static_cast<std::int32_t>(now / kDay));
  const std::int64_t rest = now % kDay;
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::string milli = std::to_string(1000 + rest % 1000).substr(1);
  return (day ? day->ToString() : "?") + "T" + two(rest / 3'600'000) + ":" +
         two(rest / 60'000 % 60) + ":" + two(rest / 1000 % 60) + "." + milli + "Z";
}

// A URI for SQLite: every byte that could mean something is written as %xx.
std::string ImmutableUri(const std::string& path) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      uri.push_back(c);
    } else {
      uri.push_back('%');
      uri.push_back(kDigits[byte >> 4]);
      uri.push_back(kDigits[byte & 15]);
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Store::Impl::~Impl() {
  if (!closed_) static_cast<void>(Close());
}

Result<void> Store::Impl::Connect(const std::string& path, const StoreOptions& options, int flags,
                                  bool immutable) {
  path_ = path;
  options_ = options;
  if (sodium_init() < 0) return Error(Code::kInternal);
  const std::string name = FileName(path);
  Result<internal::Database> db =
      internal::Database::Open(immutable ? ImmutableUri(name) : name, path,
                               flags | (immutable ? SQLITE_OPEN_URI : 0), options.vfs);
  if (!db) return std::move(db).error();
  db_ = *std::move(db);
  reader_.emplace(db_);
  sqlite3_busy_timeout(db_.handle(), options.busy_ms);
  return {};
}

Result<void> Store::Impl::CheckFile() const {
  const Result<std::int64_t> id = db_.NumberOf("PRAGMA application_id");
  if (!id) return Error(id.error().code() == Code::kDamaged ? Code::kNotABook : id.code());
  if (*id != internal::kApplicationId)
    return StoreError(Code::kNotABook, "store.not_a_book", path_ + ": 장부 파일이 아닙니다.",
                      path_ + " is not the file of a book.");
  const Result<std::int64_t> version = db_.NumberOf("PRAGMA user_version");
  if (!version) return Error(version.code());
  if (*version <= internal::kFileVersion) return {};
  const std::string found = std::to_string(*version);
  const std::string known = std::to_string(internal::kFileVersion);
  return StoreError(Code::kNewerVersion, "store.newer_version",
                    path_ + ": 파일의 판은 " + found + "인데 이 라이브러리는 " + known +
                        "까지 압니다. 더 새로운 yesan으로 열어 주십시오.",
                    path_ + ": the file is of version " + found + ", this library knows " + known +
                        ". Open it with a later yesan.");
}

Result<std::unique_ptr<Store::Impl>> Store::Impl::Create(const std::string& path,
                                                         Government government, Policy policy,
                                                         Classification classification,
                                                         const StoreOptions& options) {
  if (Result<void> checked = CheckOptions(path, options); !checked)
    return std::move(checked).error();
  auto impl = std::make_unique<Impl>();
  Result<Book> book =
      Book::Make(std::move(government), std::move(policy), std::move(classification));
  if (!book) return std::move(book).error();
  impl->book.emplace(*std::move(book));
  if (Result<void> made = MakeFile(path); !made) return std::move(made).error();
  const auto fill = [&]() -> Result<void> {
    if (Result<void> open = impl->Connect(path, options, SQLITE_OPEN_READWRITE, false); !open)
      return open;
    if (Result<void> run = impl->db_.Run("PRAGMA journal_mode = WAL"); !run) return run;
    if (Result<void> run = impl->db_.Run("PRAGMA synchronous = FULL"); !run) return run;
    if (Result<void> run = impl->db_.Run("BEGIN IMMEDIATE"); !run) return run;
    if (Result<void> run = impl->db_.Run(internal::SchemaSql().c_str()); !run) return run;
    if (Result<void> run = impl->db_.Run(internal::NamesSql().c_str()); !run) return run;
    if (Result<void> written = impl->Write(nullptr); !written) return written;
    if (Result<void> kept = impl->Commit(); !kept) return kept;
    if (options.durability == Durability::kRelaxed)
      return impl->db_.Run("PRAGMA synchronous = NORMAL");
    return {};
  };
  Result<void> filled = fill();
  if (!filled) {
    impl->closed_ = true;
    impl.reset();
    RemoveFile(path);
    return std::move(filled).error();
  }
  impl->book->state().journal = impl.get();
  return impl;
}

Result<std::unique_ptr<Store::Impl>> Store::Impl::Open(const std::string& path,
                                                       const StoreOptions& options,
                                                       bool read_only) {
  if (Result<void> checked = CheckOptions(path, options); !checked)
    return std::move(checked).error();
  if (::access(path.c_str(), F_OK) != 0)
    return StoreError(Code::kNotFound, "store.not_found", path + ": 파일이 없습니다.",
                      path + ": there is no such file.");
  const auto open = [&](bool immutable) -> Result<std::unique_ptr<Impl>> {
    auto impl = std::make_unique<Impl>();
    impl->closed_ = true;  // until it is open
    impl->read_only_ = read_only;
    const int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (Result<void> opened = impl->Connect(path, options, flags, immutable); !opened)
      return std::move(opened).error();
    if (Result<void> file = impl->CheckFile(); !file) return std::move(file).error();
    const char* synchronous = options.durability == Durability::kFull
                                  ? "PRAGMA synchronous = FULL"
                                  : "PRAGMA synchronous = NORMAL";
    if (Result<void> run = impl->db_.Run(synchronous); !run) return std::move(run).error();
    if (Result<void> run = impl->db_.Run("BEGIN"); !run) return std::move(run).error();
    Result<void> made = impl->MakeBook();
    Result<void> ended = impl->db_.Run("ROLLBACK");
    if (!made) return std::move(made).error();
    if (!ended) return std::move(ended).error();
    impl->book->state().journal = impl.get();
    impl->closed_ = false;
    return impl;
  };
  Result<std::unique_ptr<Impl>> impl = open(false);
  // On a medium that cannot be written SQLite cannot make the files that it shares with other processes. Nobody writes
  // there: what the file holds is all, unless a WAL lies beside it.
  const bool shut = !impl && (impl.code() == Code::kIo || impl.code() == Code::kReadOnly);
  struct stat wal {};
  const bool has_wal = ::stat((path + "-wal").c_str(), &wal) == 0 && wal.st_size > 0;
  if (read_only && shut && !has_wal) return open(true);
  return impl;
}

Result<void> Store::Impl::MakeBook() {
  KeptBatch kept;
  Result<bool> found = reader_->Read(0, Link{}, kept);
  if (!found) return std::move(found).error();
  const auto wrong = [&](const std::string& why_ko, const std::string& why_en) {
    return StoreError(Code::kDamaged, "store.batch", path_ + ": 0번 묶음: " + why_ko,
                      path_ + ": batch 0: " + why_en);
  };
  if (!*found || kept.row.act != "book")
    return wrong("장부의 시작이 없습니다.", "the book has no beginning.");
  Result<Policy> policy = ReadPolicy(kept.policy);
  if (!policy) return wrong(policy.error().message().ko, policy.error().message().en);
  Classification classification;
  for (CodeEntry& code : kept.codes) {
    if (Result<void> added = classification.Add(std::move(code)); !added)
      return wrong(added.error().message().ko, added.error().message().en);
  }
  Result<Book> made = Book::Make(kept.government, *std::move(policy), std::move(classification));
  if (!made) return wrong(made.error().message().ko, made.error().message().en);
  book.emplace(*std::move(made));
  batch = 0;
  link = kept.link;
  Result<std::int64_t> caught = CatchUp();
  if (!caught) return std::move(caught).error();
  Result<std::int64_t> snapshot = db_.NumberOf("SELECT entry FROM snapshot");
  if (!snapshot) return std::move(snapshot).error();
  snapshot_ = *snapshot;
  return {};
}

Result<std::int64_t> Store::Impl::CatchUp() {
  std::int64_t taken = 0;
  KeptBatch kept;
  for (;;) {
    Result<bool> found = reader_->Read(batch + 1, link, kept);
    if (!found) return std::move(found).error();
    if (!*found) return taken;
    const std::optional<Act> act = kept.act();
    const auto wrong = [&](const Message& why) {
      const std::string number = std::to_string(batch + 1);
      return StoreError(Code::kDamaged, "store.batch", path_ + ": " + number + "번 묶음: " + why.ko,
                        path_ + ": batch " + number + ": " + why.en);
    };
    if (!act) return wrong({"장부의 시작이 두 번 있습니다.", "the book begins twice."});
    internal::Counts counts{static_cast<std::int64_t>(book->account_count()),
                            static_cast<std::int64_t>(book->department_count()),
                            static_cast<std::int64_t>(book->program_count()),
                            static_cast<std::int64_t>(book->authorization_count())};
    const std::string_view what = kept.row.act;
    const std::int64_t next = what == "account"         ? counts.accounts
                              : what == "department"    ? counts.departments
                              : what == "program"       ? counts.programs
                              : what == "authorization" ? counts.authorizations
                                                        : kept.number - 1;
    if (kept.number != next + 1)
      return wrong({"번호가 이어지지 않습니다.", "its number does not follow."});
    if (Result<void> took = internal::TakeKept(*book, *act); !took)
      return wrong(took.error().message());
    ++batch;
    link = kept.link;
    ++taken;
  }
}

Result<void> Store::Impl::Usable() const {
  if (unknown_) return Error(Code::kOutcomeUnknown);
  if (closed_)
    return StoreError(Code::kReadOnly, "store.closed", path_ + ": 닫힌 장부입니다.",
                      path_ + ": the book is closed.");
  return {};
}

Result<void> Store::Impl::Begin() {
  if (Result<void> usable = Usable(); !usable) return usable;
  if (read_only_)
    return StoreError(Code::kReadOnly, "store.read_only", path_ + ": 읽기만 하려고 연 장부입니다.",
                      path_ + ": the book was opened for reading.");
  if (Result<void> begun = db_.Run("BEGIN IMMEDIATE"); !begun) return begun;
  Result<std::int64_t> caught = CatchUp();
  if (caught) return {};
  End();
  return std::move(caught).error();
}

void Store::Impl::End() noexcept {
  chain_.reset();
  if (!db_.in_transaction()) return;
  // Where it cannot be taken back, what is in the file is not known.
  if (sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK &&
      db_.in_transaction())
    unknown_ = true;
}

Result<void> Store::Impl::Append(const Act& act) {
  const std::int64_t snapshot = snapshot_;
  Result<void> kept = Write(&act);
  if (kept) {
    const auto entries = static_cast<std::int64_t>(book->entry_count());
    if (entries - snapshot_ >= kSnapshotEvery) kept = RenewSnapshot();
  }
  if (kept) kept = Commit();
  if (!kept) {
    snapshot_ = snapshot;
    End();
  }
  return kept;
}

BatchRow Store::Impl::RowOf(const Act* act) const {
  BatchRow row;
  row.batch = batch + 1;
  row.act = act == nullptr ? "book" : std::string(internal::ActName(*act));
  row.posted_at = Now();
  row.actor = NumberOf(options_.actor);
  const auto* posted = act == nullptr ? nullptr : std::get_if<const PostedBatch*>(act);
  if (posted != nullptr) {
    row.key = std::string((*posted)->rows.key);
    row.first_entry = NumberOf((*posted)->first);
    row.entry_count = static_cast<std::int64_t>((*posted)->rows.count);
  }
  return row;
}

Result<void> Store::Impl::Write(const Act* act) {
  row_ = RowOf(act);
  chain_.emplace(link, row_);
  if (act == nullptr) {
    const Book& of = *book;
    if (Result<void> given =
            internal::GiveBookRows(of.government(), of.policy(), of.classification(), *this);
        !given)
      return given;
  } else {
    // The book has the act already.
    counts_ = {static_cast<std::int64_t>(book->account_count()),
               static_cast<std::int64_t>(book->department_count()),
               static_cast<std::int64_t>(book->program_count()),
               static_cast<std::int64_t>(book->authorization_count())};
    if (std::holds_alternative<const Account*>(*act)) --counts_.accounts;
    if (std::holds_alternative<const Department*>(*act)) --counts_.departments;
    if (std::holds_alternative<const ProgramNode*>(*act)) --counts_.programs;
    if (std::holds_alternative<const Authorization*>(*act)) --counts_.authorizations;
    if (Result<void> given = internal::GiveRows(*act, counts_, *this); !given) return given;
  }
  if (!insert_batch_) {
    Result<Statement> insert = db_.Prepare(
        "INSERT INTO batch(batch, act, posted_at, actor, key, first_entry, entry_count, link) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!insert) return std::move(insert).error();
    insert_batch_ = *std::move(insert);
  }
  const Link made = chain_->End();
  insert_batch_->Bind(1, Cell::Of(row_.batch));
  insert_batch_->Bind(2, Cell::Of(row_.act));
  insert_batch_->Bind(3, Cell::Of(row_.posted_at));
  insert_batch_->Bind(4, Cell::Of(row_.actor));
  insert_batch_->Bind(5, row_.key.empty() ? Cell() : Cell::Of(row_.key));
  insert_batch_->Bind(6, Cell::Of(row_.first_entry));
  insert_batch_->Bind(7, Cell::Of(row_.entry_count));
  insert_batch_->BindBlob(8, made.data(), made.size());
  return insert_batch_->Run();
}

Result<void> Store::Impl::Take(Table table, const Cell* cells) {
  const internal::TableInfo& info = internal::InfoOf(table);
  std::optional<Statement>& insert = inserts_[static_cast<std::size_t>(table)];
  if (!insert) {
    std::string sql =
        "INSERT INTO " + std::string(info.name) + "(batch, " + info.columns + ") VALUES(?1";
    for (std::size_t i = 0; i < info.count; ++i) sql += ", ?" + std::to_string(i + 2);
    Result<Statement> made = db_.Prepare(sql + ")");
    if (!made) return std::move(made).error();
    insert = *std::move(made);
  }
  chain_->Add(table, cells);
  insert->Bind(1, Cell::Of(row_.batch));
  for (std::size_t i = 0; i < info.count; ++i) insert->Bind(static_cast<int>(i) + 2, cells[i]);
  return insert->Run();
}

Result<void> Store::Impl::Commit() {
  const Link made = chain_->End();
  const int answer = sqlite3_exec(db_.handle(), "COMMIT", nullptr, nullptr, nullptr);
  if (answer != SQLITE_OK) {
    // While the transaction stands, nothing was kept. Once it is over, or where the disk failed, nobody knows.
    const bool stands = db_.in_transaction() && (answer & 0xFF) == SQLITE_BUSY;
    if (stands) return db_.Refusal(answer);
    unknown_ = true;
    const std::string why = sqlite3_errstr(answer);
    return StoreError(Code::kOutcomeUnknown, "store.outcome",
                      path_ + ": 기록되었는지 알 수 없습니다 (" + why +
                          "). 파일을 다시 열고, 같은 이름(key)으로 다시 기록해 주십시오.",
                      path_ + ": whether it was kept is not known (" + why +
                          "). Open the file again and post the batch again under its key.");
  }
  batch = row_.batch;
  link = made;
  chain_.reset();
  return {};
}

Result<void> Store::Impl::RenewSnapshot() {
  std::string sql = "INSERT OR REPLACE INTO balance_snapshot(item";
  std::string values = ") VALUES(?1";
  int column = 1;
  for (const internal::SumName& sum : internal::kSumNames) {
    sql.append(", ").append(sum.name);
    values += ", ?" + std::to_string(++column);
  }
  Result<Statement> put = db_.Prepare(sql + values + ")");
  if (!put) return std::move(put).error();
  const internal::BookState& state = book->state();
  const auto entries = static_cast<std::uint32_t>(state.entries.size());
  std::vector<bool> done(state.items.size(), false);
  for (auto id = static_cast<std::uint32_t>(snapshot_) + 1; id <= entries; ++id) {
    const std::uint32_t item = state.entries.item(id);
    if (done[item - 1]) continue;
    done[item - 1] = true;
    const ItemBalances sums = state.SumsOf(item);
    put->Bind(1, Cell::Of(std::int64_t{item}));
    column = 1;
    for (const internal::SumName& sum : internal::kSumNames)
      put->Bind(++column, Cell::Of(sums.*sum.sum));
    if (Result<void> run = put->Run(); !run) return run;
  }
  Result<Statement> to = db_.Prepare("UPDATE snapshot SET entry = ?1");
  if (!to) return std::move(to).error();
  to->Bind(1, Cell::Of(std::int64_t{entries}));
  if (Result<void> run = to->Run(); !run) return run;
  snapshot_ = entries;
  return {};
}

Result<std::int64_t> Store::Impl::Refresh() {
  if (Result<void> usable = Usable(); !usable) return std::move(usable).error();
  if (Result<void> begun = db_.Run("BEGIN"); !begun) return std::move(begun).error();
  Result<std::int64_t> caught = CatchUp();
  End();
  return caught;
}

Result<void> Store::Impl::Backup(const std::string& path) const {
  if (Result<void> usable = Usable(); !usable) return usable;
  if (Result<void> checked = CheckOptions(path, options_); !checked) return checked;
  if (Result<void> made = MakeFile(path); !made) return made;
  const auto copy = [&]() -> Result<void> {
    Result<internal::Database> to =
        internal::Database::Open(FileName(path), path, SQLITE_OPEN_READWRITE, options_.vfs);
    if (!to) return std::move(to).error();
    sqlite3_backup* backup = sqlite3_backup_init(to->handle(), "main", db_.handle(), "main");
    if (backup == nullptr) return to->Refusal(sqlite3_errcode(to->handle()));
    // All pages in one step: writers wait for nobody in WAL mode, and the copy is of one moment.
    int answer = sqlite3_backup_step(backup, -1);
    const int ended = sqlite3_backup_finish(backup);
    if (answer == SQLITE_DONE) answer = ended;
    if (answer != SQLITE_OK) return to->Refusal(answer);
    return {};
  };
  Result<void> copied = copy();
  if (!copied) RemoveFile(path);
  return copied;
}

Result<void> Store::Impl::Close() {
  if (closed_) return {};
  Result<void> renewed;
  if (!read_only_ && !unknown_ && book &&
      snapshot_ != static_cast<std::int64_t>(book->entry_count())) {
    renewed = db_.Run("BEGIN IMMEDIATE");
    if (renewed) {
      Result<std::int64_t> caught = CatchUp();
      renewed = caught ? RenewSnapshot() : Result<void>(std::move(caught).error());
      if (renewed) renewed = db_.Run("COMMIT");
      End();
    }
  }
  closed_ = true;
  // Statements before what they are of.
  reader_.reset();
  insert_batch_.reset();
  for (std::optional<Statement>& insert : inserts_) insert.reset();
  db_ = internal::Database();
  return renewed;
}

}  // namespace yesan

#endif
