// Books that live in files.
#include "yesan/store/store.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capi/findings.h"
#include "capi/guard.h"
#include "capi/ledger.h"

using yesan::Result;
using yesan::Store;
using yesan::StoreOptions;
using yesan::capi::CheckNumber;
using yesan::capi::CheckStructSize;
using yesan::capi::Guard;
using yesan::capi::StringOf;

// Leaves the function with a refusal when the book is null or lives in no file.
#define YESAN_REQUIRE_STORE(book)                                                           \
  YESAN_REQUIRE(book);                                                                      \
  if (!(book)->store)                                                                       \
  return ::yesan::capi::BadArgument("book", "파일에 있는 책이 아닙니다 (yesan_store_open)", \
                                    "is a book that lives in no file (yesan_store_open)")

namespace {

Result<StoreOptions> OptionsOf(const yesan_store_options* options) {
  StoreOptions out;
  if (options == nullptr) return out;
  YESAN_TRY(CheckStructSize("options", options->struct_size, sizeof *options));
  if (options->durability != 0) {
    YESAN_TRY(CheckNumber("durability", options->durability, YESAN_DURABILITY_FULL,
                          YESAN_DURABILITY_RELAXED));
    out.durability = static_cast<yesan::Durability>(options->durability);
  }
  // 0 is the default; what does not wait at all says so.
  if (options->busy_ms == YESAN_BUSY_NOW) {
    out.busy_ms = 0;
  } else if (options->busy_ms != 0) {
    out.busy_ms = options->busy_ms;
  }
  out.actor = yesan::ActorId{options->actor};
  return out;
}

void Give(Store store, yesan_book** out_book) {
  auto book = std::make_unique<yesan_book>();
  book->store.emplace(std::move(store));
  book->ledger = &book->store->book();
  *out_book = book.release();
}

}  // namespace

yesan_status yesan_store_create(const char* path, uint64_t length,
                                const yesan_government* government,
                                const yesan_store_options* options, yesan_book** out_book,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(government);
    YESAN_REQUIRE(out_book);
    Result<std::string> where = StringOf(path, length);
    if (!where) return std::move(where).error();
    Result<StoreOptions> how = OptionsOf(options);
    if (!how) return std::move(how).error();
    Result<yesan::capi::Whose> whose = yesan::capi::WhoseOf(*government);
    if (!whose) return std::move(whose).error();
    Result<Store> store =
        Store::Create(*where, std::move(whose->government), std::move(whose->policy),
                      yesan::Classification::Korean(), *how);
    if (!store) return std::move(store).error();
    Give(*std::move(store), out_book);
    return {};
  });
}

yesan_status yesan_store_open(const char* path, uint64_t length, uint32_t read_only,
                              const yesan_store_options* options, yesan_book** out_book,
                              yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_book);
    Result<std::string> where = StringOf(path, length);
    if (!where) return std::move(where).error();
    Result<bool> reads = yesan::capi::FlagOf("read_only", read_only);
    if (!reads) return std::move(reads).error();
    Result<StoreOptions> how = OptionsOf(options);
    if (!how) return std::move(how).error();
    Result<Store> store = *reads ? Store::OpenReadOnly(*where, *how) : Store::Open(*where, *how);
    if (!store) return std::move(store).error();
    Give(*std::move(store), out_book);
    return {};
  });
}

yesan_status yesan_store_refresh(yesan_book* book, uint64_t* out_batches, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_STORE(book);
    YESAN_REQUIRE(out_batches);
    Result<std::int64_t> batches = book->store->Refresh();
    if (!batches) return std::move(batches).error();
    *out_batches = static_cast<std::uint64_t>(*batches);
    return {};
  });
}

yesan_status yesan_store_head(const yesan_book* book, char* out_text, uint64_t capacity,
                              uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_STORE(book);
    YESAN_REQUIRE(out_length);
    return yesan::capi::GiveText(book->store->head().ToString(), out_text, capacity, out_length);
  });
}

yesan_status yesan_store_verify(const yesan_book* book, const char* noted, uint64_t length,
                                yesan_finding_table* out_findings, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_STORE(book);
    YESAN_REQUIRE(out_findings);
    Result<std::string> text = StringOf(noted, length);
    if (!text) return std::move(text).error();
    std::optional<yesan::StoreHead> head;
    if (!text->empty()) {
      Result<yesan::StoreHead> parsed = yesan::StoreHead::Parse(*text);
      if (!parsed) return std::move(parsed).error();
      head = *parsed;
    }
    Result<std::vector<yesan::Finding>> findings = book->store->Verify(head);
    if (!findings) return std::move(findings).error();
    return yesan::capi::GiveFindings(*findings, out_findings);
  });
}

yesan_status yesan_store_backup(const yesan_book* book, const char* path, uint64_t length,
                                yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_STORE(book);
    Result<std::string> where = StringOf(path, length);
    if (!where) return std::move(where).error();
    return book->store->Backup(*where);
  });
}

yesan_status yesan_store_close(yesan_book* book, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE_STORE(book);
    return book->store->Close();
  });
}
