// What a store is inside: the file, the book, and how one follows the other.
#pragma once

#ifdef YESAN_WITH_STORE

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lib/store/act_rows.h"
#include "lib/store/batch_reader.h"
#include "lib/store/chain.h"
#include "lib/store/sqlite.h"
#include "yesan/store/store.h"

namespace yesan {

class Store::Impl : public Journal, private internal::RowTaker {
 public:
  static Result<std::unique_ptr<Impl>> Create(const std::string& path, Government government,
                                              Policy policy, Classification classification,
                                              const StoreOptions& options);
  static Result<std::unique_ptr<Impl>> Open(const std::string& path, const StoreOptions& options,
                                            bool read_only);
  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() override;

  // Journal: each is a transaction.
  Result<void> Begin() override;
  Result<void> Append(const Act& act) override;
  void End() noexcept override;

  Result<std::int64_t> Refresh();
  Result<std::vector<Finding>> Verify(const std::optional<StoreHead>& noted) const;
  Result<void> Backup(const std::string& path) const;
  Result<void> Close();

  std::optional<Book> book;
  std::int64_t batch = -1;  // the last that the book has
  internal::Link link{};

 private:
  Result<void> Take(internal::Table table, const internal::Cell* cells) override;
  Result<void> Connect(const std::string& path, const StoreOptions& options, int flags,
                       bool immutable);
  Result<void> CheckFile() const;
  // Takes in batches until there is none, inside a transaction.
  Result<std::int64_t> CatchUp();
  Result<void> MakeBook();
  // Writes a batch inside a transaction; it counts when Committed was called.
  Result<void> Write(const Act* act);
  Result<void> Commit();
  Result<void> RenewSnapshot();
  [[nodiscard]] internal::BatchRow RowOf(const Act* act) const;
  [[nodiscard]] Result<void> Usable() const;

  StoreOptions options_;
  std::string path_;
  internal::Database db_;
  std::optional<internal::BatchReader> reader_;
  std::optional<internal::Statement> insert_batch_;
  std::array<std::optional<internal::Statement>, internal::kTableCount> inserts_;
  std::optional<internal::Chain> chain_;  // of the batch that is being written
  internal::BatchRow row_;
  internal::Counts counts_;
  std::int64_t snapshot_ = 0;  // the entry up to which the file's snapshot goes
  bool read_only_ = false;
  bool unknown_ = false;  // whether the last batch was kept is not known
  bool closed_ = false;
};

}  // namespace yesan

#endif
