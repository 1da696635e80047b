#include "lib/store/sqlite.h"

#ifdef YESAN_WITH_STORE

#include <sqlite3.h>

#include <new>
#include <utility>

namespace yesan::internal {

Error StoreError(Code code, std::string_view rule, std::string ko, std::string en) {
  ErrorDetail detail;
  detail.rule = std::string(rule);
  detail.message = {std::move(ko), std::move(en)};
  return Error(code, std::move(detail));
}

Error SqliteError(sqlite3* db, int answer, const std::string& path) {
  const int primary = answer & 0xFF;
  if (primary == SQLITE_NOMEM) throw std::bad_alloc();
  const std::string why =
      std::string(sqlite3_errstr(primary)) + " (" + std::to_string(answer) + ")" +
      (db != nullptr && sqlite3_errcode(db) != SQLITE_OK ? std::string(": ") + sqlite3_errmsg(db)
                                                         : std::string());
  switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError(
          Code::kBusy, "store.busy",
          path + ": 다른 프로그램이 장부에 쓰고 있습니다. 잠시 뒤에 다시 해 주십시오.",
          path + ": another program is writing to the book. Try again in a moment.");
    case SQLITE_READONLY:
      return StoreError(Code::kReadOnly, "store.read_only",
                        path + ": 파일에 쓸 수 없습니다: " + why,
                        path + ": the file cannot be written: " + why);
    case SQLITE_NOTADB:
      return StoreError(Code::kNotABook, "store.not_a_book",
                        path + ": 장부 파일이 아닙니다: " + why,
                        path + " is not the file of a book: " + why);
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
      return StoreError(Code::kDamaged, "store.damaged", path + ": 파일이 손상되었습니다: " + why,
                        path + " is damaged: " + why);
    case SQLITE_TOOBIG:
      return StoreError(Code::kTooLarge, "store.too_large", path + ": 너무 큰 값입니다: " + why,
                        path + ": a value is too large: " + why);
    case SQLITE_FULL:
      return StoreError(Code::kIo, "store.full", path + ": 디스크가 가득 찼습니다: " + why,
                        path + ": the disk is full: " + why);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
      return StoreError(Code::kIo, "store.io", path + ": 파일을 읽거나 쓰지 못했습니다: " + why,
                        path + ": the file could not be read or written: " + why);
    case SQLITE_ERROR:
      // A file whose tables or columns are not those of a book.
      return StoreError(Code::kDamaged, "store.damaged",
                        path + ": 장부의 표가 제대로 있지 않습니다: " + why,
                        path + ": the tables of the book are not as they should be: " + why);
    default:
      return StoreError(Code::kInternal, "store.internal", path + ": " + why, path + ": " + why);
  }
}

// ---- statements ----

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

void Statement::Bind(int parameter, const Cell& cell) {
  int answer = SQLITE_OK;
  switch (cell.kind) {
    case Cell::Kind::kNull:
      answer = sqlite3_bind_null(statement_.get(), parameter);
      break;
    case Cell::Kind::kNumber:
      answer = sqlite3_bind_int64(statement_.get(), parameter, cell.number);
      break;
    case Cell::Kind::kText:
      // An empty view may point nowhere, which would be NULL.
      answer = sqlite3_bind_text64(statement_.get(), parameter,
                                   cell.text.empty() ? "" : cell.text.data(), cell.text.size(),
                                   SQLITE_STATIC, SQLITE_UTF8);
      break;
  }
  if (answer != SQLITE_OK) wrong_ = answer;
}

void Statement::BindBlob(int parameter, const void* bytes, std::size_t size) {
  const int answer = sqlite3_bind_blob64(statement_.get(), parameter, bytes, size, SQLITE_STATIC);
  if (answer != SQLITE_OK) wrong_ = answer;
}

Result<bool> Statement::Step() {
  const int answer = wrong_ != SQLITE_OK ? wrong_ : sqlite3_step(statement_.get());
  if (answer == SQLITE_ROW) return true;
  if (answer == SQLITE_DONE) {
    Reset();
    return false;
  }
  Error error = SqliteError(db_, answer, *path_);
  Reset();
  return error;
}

Result<void> Statement::Run() {
  Result<bool> row = Step();
  while (row && *row) row = Step();
  if (!row) return std::move(row).error();
  return {};
}

void Statement::Reset() noexcept {
  wrong_ = SQLITE_OK;
  if (statement_ != nullptr) sqlite3_reset(statement_.get());
}

int Statement::columns() const noexcept { return sqlite3_column_count(statement_.get()); }

Cell Statement::At(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return Cell::Of(Number(column));
    case SQLITE_TEXT:
      return Cell::Of(Text(column));
    default:
      return {};
  }
}

std::int64_t Statement::Number(int column) const noexcept {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::Text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) {
    if (sqlite3_errcode(db_) == SQLITE_NOMEM) throw std::bad_alloc();
    return {};
  }
  return {bytes, static_cast<std::size_t>(size)};
}

std::string_view Statement::Blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(size));
}

// ---- the database ----

void Database::Shut::operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }

Result<Database> Database::Open(const std::string& name, const std::string& path, int flags,
                                const std::string& vfs) {
  Database database;
  database.path_ = std::make_unique<std::string>(path);
  sqlite3* db = nullptr;
  const int answer =
      sqlite3_open_v2(name.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                      vfs.empty() ? nullptr : vfs.c_str());
  database.db_.reset(db);
  if (answer != SQLITE_OK) return SqliteError(db, answer, path);
  // What a file says of itself is data: no trigger or view of it does more than read.
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  return database;
}

Result<void> Database::Run(const char* sql) const {
  const int answer = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (answer != SQLITE_OK) return Refusal(answer);
  return {};
}

Result<Statement> Database::Prepare(std::string_view sql) const {
  Statement statement;
  sqlite3_stmt* made = nullptr;
  const int answer = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  statement.statement_.reset(made);
  statement.db_ = db_.get();
  statement.path_ = path_.get();
  if (answer != SQLITE_OK) return Refusal(answer);
  return statement;
}

Result<std::int64_t> Database::NumberOf(std::string_view sql, std::int64_t none) const {
  Result<Statement> query = Prepare(sql);
  if (!query) return std::move(query).error();
  Result<bool> row = query->Step();
  if (!row) return std::move(row).error();
  return *row ? query->Number(0) : none;
}

bool Database::in_transaction() const noexcept { return sqlite3_get_autocommit(db_.get()) == 0; }

}  // namespace yesan::internal

#endif
