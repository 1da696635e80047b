/// @file
/// A durable book: one SQLite file that loses nothing and shows what was changed behind its back.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/result.h"
#include "yesan/budget/classification.h"
#include "yesan/ledger/book.h"
#include "yesan/ledger/ids.h"
#include "yesan/ledger/policy.h"

namespace yesan {

/// When an act counts as kept. The numbers are those of the C API.
enum class Durability : std::int32_t {
  kFull =
      1,  ///< On the disk before the call returns: a power cut loses nothing that was acknowledged.
  /// Handed to the system before the call returns, on the disk a little later. A process that dies loses nothing; a
  /// power cut may lose the last acts, whole ones, the latest first. For loading data that can be loaded again.
  kRelaxed = 2,
};

/// How a store is opened.
struct StoreOptions {
  Durability durability = Durability::kFull;
  /// How long an act waits for another process that writes, in milliseconds, [0, 600 000]; then it is refused with
  /// Code::kBusy and nothing was done.
  std::int32_t busy_ms = 5'000;
  /// Who works with this handle: kept with every act, beside the officers that entries name.
  ActorId actor = ActorId::kNone;
  std::string vfs;  ///< The name of a registered SQLite VFS; empty: the default one.
};

/// The last batch of a store and its link in the chain: what somebody notes elsewhere, so that no later batch can vanish
/// unseen.
struct StoreHead {
  std::int64_t batch = 0;
  std::array<std::uint8_t, 32> link{};

  /// `128:9f86d081…`, the batch, a colon and 64 hexadecimal digits.
  [[nodiscard]] std::string ToString() const;
  /// Refuses Code::kSyntax.
  [[nodiscard]] static Result<StoreHead> Parse(std::string_view text);
  friend bool operator==(const StoreHead& a, const StoreHead& b) noexcept {
    return a.batch == b.batch && a.link == b.link;
  }
};

/// A book that lives in a file.
///
/// Every act of its book (a posting, an adoption, a name, an authorization, a rollover, a closed year) is one batch of the
/// file: kept when the call returns, or not done at all. Each batch is chained to the one before it: its link is BLAKE2b,
/// 32 bytes, of the link before and of all rows that the batch wrote. Whoever changes a row, short of computing every link
/// after it again, is found by Verify; who takes the last batches away is found by whoever noted a head.
///
/// The file is SQLite 3 in WAL mode and can be read with any tool for it: tables `entry`, `item`, `program_year` and so on
/// hold whole minor units, views `balance` and `settlement` the balances and the statutory columns.
///
/// Several processes may have it open. One writes at a time: an act first takes the lock, then takes in what others
/// wrote, and is judged on that. A book that only reads stays as it is until Refresh.
///
/// Threads: as Book. Functions that are const may run at once with const ones of the book.
///
/// Every function answers Code::kNotBuilt where the library was built without YESAN_WITH_STORE.
class Store {
 public:
  /// Makes a new file, readable by its owner alone (mode 0600). Refuses Code::kDuplicate (there is a file already),
  /// kInvalidArgument (an empty path, a NUL byte in it, an option out of its range), kIo, and as Book::Make does.
  [[nodiscard]] static Result<Store> Create(
      const std::string& path, Government government, Policy policy,
      Classification classification = Classification::Korean(),
      const StoreOptions& options = StoreOptions());
  /// Refuses Code::kNotFound (no file), kNotABook (a file of another kind), kNewerVersion (written by a later version of
  /// this library), kDamaged (what it holds makes no book; the message names the batch), kBusy, kIo, kReadOnly (the medium),
  /// kInvalidArgument as Create. The chain is not computed again: that is Verify's.
  [[nodiscard]] static Result<Store> Open(const std::string& path,
                                          const StoreOptions& options = StoreOptions());
  /// The same without ever writing: also from a medium that cannot be written. Acts are refused with Code::kReadOnly.
  [[nodiscard]] static Result<Store> OpenReadOnly(const std::string& path,
                                                  const StoreOptions& options = StoreOptions());
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  /// As Close, without saying how it went. The book ends with it.
  ~Store();

  /// The book. What is done to it is kept in the file. Besides what the book's own functions refuse, they refuse with
  /// Code::kBusy, kIo (nothing was done), kReadOnly, kDamaged, and kOutcomeUnknown: the file could not say whether the act
  /// was kept. Then this handle refuses everything but Close; open the file again, and post the batch again under its
  /// key: it is answered as the first time where it was kept, and posted where it was not.
  [[nodiscard]] Book& book() noexcept;
  [[nodiscard]] const Book& book() const noexcept;

  /// Takes in what other processes wrote since, and gives how many batches that were. Refuses Code::kIo, kDamaged,
  /// kOutcomeUnknown.
  [[nodiscard]] Result<std::int64_t> Refresh();

  /// The last batch that this book has.
  [[nodiscard]] StoreHead head() const noexcept;

  /// Reads the whole file again, apart from this book, and gives what is wrong, worst first; empty where nothing is:
  /// `store.file` (what SQLite finds), `store.chain` (the first batch whose rows do not give its link; later ones are not
  /// looked at), `store.rows` (rows that belong to no batch), `store.names` (a table of names or effects that is not this
  /// library's), `store.balance` (a balance of the file that is not the sum of its entries), `store.head` (`noted` is not
  /// in the chain: the end was taken away, or all was written anew), and all that Book::Verify finds.
  ///
  /// What it proves: no row of a batch was changed, added or taken out, unless every link behind it was computed anew; and
  /// with a noted head, not even that. It does not prove who wrote a batch.
  /// Refuses Code::kIo, kBusy.
  [[nodiscard]] Result<std::vector<Finding>> Verify(
      const std::optional<StoreHead>& noted = std::nullopt) const;

  /// Copies the file as it is now, whole, while others may go on writing, into a new file of mode 0600. Refuses
  /// Code::kDuplicate (there is a file at `path`), kIo, kInvalidArgument; nothing is left at `path` then.
  [[nodiscard]] Result<void> Backup(const std::string& path) const;

  /// Renews the snapshot of balances and ends the handle; the book must not be used any more. Refuses Code::kIo,
  /// kBusy: the snapshot is old, nothing is lost, and the handle is closed all the same.
  [[nodiscard]] Result<void> Close();

 private:
  class Impl;
  explicit Store(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace yesan
