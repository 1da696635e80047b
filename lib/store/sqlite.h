// SQLite, as far as a store needs it: results instead of numbers, nothing that leaks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "yesan/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace yesan::internal {

// What SQLite answered, as a refusal that names the file. Throws std::bad_alloc for want of memory.
[[nodiscard]] Error SqliteError(sqlite3* db, int answer, const std::string& path);
[[nodiscard]] Error StoreError(Code code, std::string_view rule, std::string ko, std::string en);

// A value of a row: a whole number, a text, or nothing.
struct Cell {
  enum class Kind : std::uint8_t { kNull, kNumber, kText };
  Kind kind = Kind::kNull;
  std::int64_t number = 0;
  std::string_view text;

  static Cell Of(std::int64_t number) noexcept { return {Kind::kNumber, number, {}}; }
  static Cell Of(std::string_view text) noexcept { return {Kind::kText, 0, text}; }
};

class Database;

// A prepared statement. Texts that it gives are good until the next Step or Reset.
class Statement {
 public:
  Statement() = default;

  void Bind(int parameter, const Cell& cell);
  void BindBlob(int parameter, const void* bytes, std::size_t size);
  // True: a row; false: done, and ready to run again.
  [[nodiscard]] Result<bool> Step();
  // For what gives no row.
  [[nodiscard]] Result<void> Run();
  void Reset() noexcept;

  [[nodiscard]] int columns() const noexcept;
  [[nodiscard]] Cell At(int column) const;
  [[nodiscard]] std::int64_t Number(int column) const noexcept;
  [[nodiscard]] std::string_view Text(int column) const;
  [[nodiscard]] std::string_view Blob(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  sqlite3* db_ = nullptr;
  const std::string* path_ = nullptr;
  int wrong_ = 0;  // what a Bind answered
};

class Database {
 public:
  Database() = default;
  // `flags` of sqlite3_open_v2; `name` is what it opens, `path` what messages call it.
  [[nodiscard]] static Result<Database> Open(const std::string& name, const std::string& path,
                                             int flags, const std::string& vfs);
  [[nodiscard]] Result<void> Run(const char* sql) const;
  [[nodiscard]] Result<Statement> Prepare(std::string_view sql) const;
  // The one number that a query gives; `none` where it gives no row.
  [[nodiscard]] Result<std::int64_t> NumberOf(std::string_view sql, std::int64_t none = 0) const;
  [[nodiscard]] bool in_transaction() const noexcept;
  [[nodiscard]] sqlite3* handle() const noexcept { return db_.get(); }
  [[nodiscard]] const std::string& path() const noexcept { return *path_; }
  [[nodiscard]] Error Refusal(int answer) const { return SqliteError(db_.get(), answer, *path_); }

 private:
  struct Shut {
    void operator()(sqlite3* db) const noexcept;
  };
  std::unique_ptr<std::string> path_;  // statements point at it
  std::unique_ptr<sqlite3, Shut> db_;
};

}  // namespace yesan::internal
