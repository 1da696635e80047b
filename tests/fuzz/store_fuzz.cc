// A sound store of a small year, changed byte by byte as the input says, or the input alone as a file: nothing crashes, what is
// opened is verified or refused with a code of its own.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "yesan/store/store.h"

namespace {

using yesan::Store;

void Demand(bool claim) {
  if (!claim) std::abort();
}

std::string Folder() {
  static const std::string folder = [] {
    std::string pattern =
        ::access("/dev/shm", W_OK) == 0 ? "/dev/shm/yesan-fuzz-XXXXXX" : "/tmp/yesan-fuzz-XXXXXX";
    Demand(::mkdtemp(pattern.data()) != nullptr);
    return pattern;
  }();
  return folder;
}

// The bytes of a sound store; empty where there is none in this build.
const std::string& Sound() {
  static const std::string bytes = [] {
    const std::string path = Folder() + "/sound.yesan";
    auto store = Store::Create(path, {"1100000", "서울특별시"}, yesan::Policy::Permissive());
    if (!store) return std::string();
    yesan::Book& book = store->book();
    yesan::ItemKey key;
    key.fiscal_year = 2021;
    key.account = *book.AddAccount({yesan::AccountKind::kGeneral, "일반회계"});
    key.department = *book.AddDepartment({"문화정책과"});
    for (std::int32_t rung = 1; rung <= 5; ++rung)
      key.program = *book.AddProgram({static_cast<yesan::CodeKind>(rung), key.program});
    yesan::ProgramYear year;
    year.fiscal_year = 2021;
    year.name = "도서 구입";
    Demand(book.AddProgramYear(key.program, year).ok());
    key.object_item = "405-02";
    key.object_group = "405";
    yesan::Posting row;
    row.item = *book.AddItem(key);
    row.day = *yesan::Date::Make(2021, 3, 2);
    row.kind = yesan::EntryKind::kAppropriate;
    row.cause = yesan::Cause::kOriginal;
    row.amount = yesan::Money(1'000);
    row.memo = "적요";
    yesan::Batch batch("2021-1");
    batch.Add(row);
    row.kind = yesan::EntryKind::kCommit;
    row.cause = yesan::Cause::kNone;
    row.reference = batch.Add(row);
    row.kind = yesan::EntryKind::kDisburse;
    batch.Add(row);
    Demand(book.Post(batch).ok());
    Demand(book.Close(2021).ok());
    Demand(store->Close().ok());
    std::stringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
  }();
  return bytes;
}

void TryOpen(const std::string& bytes) {
  const std::string path = Folder() + "/book.yesan";
  for (const char* tail : {"", "-wal", "-shm", "-journal"}) ::unlink((path + tail).c_str());
  std::ofstream(path, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
  for (const bool read_only : {true, false}) {
    auto store = read_only ? Store::OpenReadOnly(path) : Store::Open(path);
    if (!store) {
      Demand(store.code() != yesan::Code::kInternal);
      Demand(!store.error().message().ko.empty());
      continue;
    }
    (void)store->Verify();
    (void)store->book().Verify();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (Sound().empty()) return 0;
  if (size > 0 && data[0] == 'F') {
    TryOpen(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    return 0;
  }
  // Four bytes a change: three of the place, one to lay over what stands there.
  std::string bytes = Sound();
  for (size_t i = 0; i + 4 <= size && i < 256; i += 4) {
    const size_t at =
        (size_t{data[i]} << 16 | size_t{data[i + 1]} << 8 | data[i + 2]) % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ data[i + 3]);
  }
  TryOpen(bytes);
  return 0;
}
