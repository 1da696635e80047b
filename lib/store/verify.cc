// The whole file read again, apart from the book that is open.
#include "lib/store/store_impl.h"

#ifdef YESAN_WITH_STORE

#include <sqlite3.h>

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "lib/ledger/restore.h"
#include "lib/ledger/state.h"
#include "lib/store/schema.h"
#include "lib/store/sums.h"
#include "yesan/exchange/policy_json.h"

namespace yesan {

using internal::BatchReader;
using internal::Database;
using internal::KeptBatch;
using internal::Link;
using internal::Statement;
using internal::Table;

namespace {

constexpr std::size_t kFileFindingsMax = 20;

class FileVerifier {
 public:
  FileVerifier(const Database& db, const std::optional<StoreHead>& noted)
      : db_(db), noted_(noted), reader_(db) {}

  Result<std::vector<Finding>> Run() {
    if (Result<void> file = CheckFile(); !file) return std::move(file).error();
    if (Result<bool> chain = CheckChain(); !chain) {
      return std::move(chain).error();
    } else if (*chain) {
      for (const auto& check :
           {&FileVerifier::CheckRows, &FileVerifier::CheckNames, &FileVerifier::CheckBalances}) {
        if (Result<void> done = (this->*check)(); !done) return std::move(done).error();
      }
      std::vector<Finding> of_book = book_->Verify();
      for (Finding& finding : of_book) findings_.push_back(std::move(finding));
    }
    return std::move(findings_);
  }

 private:
  void Report(std::string_view rule, std::string subject, std::string subject_en,
              std::string printed, std::string expected, const std::string& ko,
              const std::string& en) {
    Finding finding;
    finding.rule = std::string(rule);
    finding.severity = Severity::kError;
    finding.message = {subject + ": " + ko, subject_en + ": " + en};
    finding.subject = std::move(subject);
    finding.subject_en = std::move(subject_en);
    finding.printed = std::move(printed);
    finding.expected = std::move(expected);
    findings_.push_back(std::move(finding));
  }
  void ReportBatch(std::int64_t batch, std::string_view rule, std::string printed,
                   std::string expected, const std::string& ko, const std::string& en) {
    const std::string number = std::to_string(batch);
    Report(rule, number + "번 묶음", "batch " + number, std::move(printed), std::move(expected), ko,
           en);
  }

  Result<void> CheckFile() {
    Result<Statement> query =
        db_.Prepare("PRAGMA integrity_check(" + std::to_string(kFileFindingsMax) + ")");
    if (!query) return Tell(std::move(query).error());
    for (;;) {
      Result<bool> row = query->Step();
      if (!row) return Tell(std::move(row).error());
      if (!*row) return {};
      const std::string told(query->Text(0));
      if (told != "ok")
        Report("store.file", "파일", "the file", told, "ok",
               "SQLite가 파일의 손상을 찾았습니다: " + told, "SQLite finds it damaged: " + told);
    }
  }

  // Damage is a finding; what cannot be read at all is a refusal.
  Result<void> Tell(Error error) {
    if (error.code() != Code::kDamaged && error.code() != Code::kNotABook) return error;
    Report("store.file", "파일", "the file", "", "", error.message().ko, error.message().en);
    return {};
  }

  // False: the first batch that does not fit was told; behind it nothing means anything.
  Result<bool> CheckChain() {
    Link before{};
    KeptBatch kept;
    bool noted_seen = !noted_;
    std::int64_t batch = 0;
    for (;; ++batch) {
      Result<bool> found = reader_.Read(batch, before, kept);
      if (!found) {
        Error error = std::move(found).error();
        if (error.code() != Code::kDamaged) return error;
        ReportBatch(batch, "store.chain", "", "", error.message().ko, error.message().en);
        return false;
      }
      if (!*found) break;
      if (kept.link != kept.computed) {
        ReportBatch(batch, "store.chain", internal::Hex(kept.link), internal::Hex(kept.computed),
                    "행들이 연결 값과 맞지 않습니다: 이 묶음이나 그 앞이 기록된 뒤에 바뀌었습니다.",
                    "its rows do not give its link: it was changed after it was kept.");
        return false;
      }
      if (Result<void> taken = Take(kept, batch); !taken) {
        const Error error = std::move(taken).error();
        ReportBatch(batch, "store.chain", "", "", error.message().ko, error.message().en);
        return false;
      }
      before = kept.link;
      if (noted_ && noted_->batch == batch) noted_seen = noted_->link == kept.link;
    }
    if (batch == 0) {
      Report("store.chain", "0번 묶음", "batch 0", "", "", "장부의 시작이 없습니다.",
             "the book has no beginning.");
      return false;
    }
    batches_ = batch;
    if (!noted_seen) {
      const bool gone = noted_->batch >= batch;
      Report("store.head", "적어 둔 끝 " + std::to_string(noted_->batch) + "번 묶음",
             "noted head, batch " + std::to_string(noted_->batch),
             gone ? std::to_string(batch - 1) : std::string(), noted_->ToString(),
             gone ? "장부는 그보다 앞에서 끝납니다: 뒤의 묶음이 없어졌습니다."
                  : "그 묶음의 연결 값이 다릅니다: 장부가 새로 쓰였습니다.",
             gone ? "the book ends before it: its last batches were taken away."
                  : "that batch has another link: the book was written anew.");
    }
    return true;
  }

  Result<void> Take(KeptBatch& kept, std::int64_t batch) {
    if (batch != 0) {
      const std::optional<Act> act = kept.act();
      if (!act || !book_) return Error(Code::kDamaged);
      return internal::TakeKept(*book_, *act);
    }
    Result<Policy> policy = ReadPolicy(kept.policy);
    if (!policy) return std::move(policy).error();
    Classification classification;
    for (CodeEntry& code : kept.codes) {
      if (Result<void> added = classification.Add(std::move(code)); !added) return added;
    }
    Result<Book> book = Book::Make(kept.government, *std::move(policy), std::move(classification));
    if (!book) return std::move(book).error();
    book_.emplace(*std::move(book));
    return {};
  }

  Result<void> CheckRows() {
    const auto told = [&](const char* table, std::int64_t is, std::int64_t known) {
      if (is == known) return;
      Report("store.rows", std::string(table) + " 표", std::string("table ") + table,
             std::to_string(is), std::to_string(known), "어느 묶음에도 들지 않는 행이 있습니다.",
             "it has rows that belong to no batch.");
    };
    for (std::size_t i = 0; i < internal::kTableCount; ++i) {
      const auto table = static_cast<Table>(i);
      const char* name = internal::InfoOf(table).name;
      Result<std::int64_t> rows = db_.NumberOf(std::string("SELECT COUNT(*) FROM ") + name);
      if (!rows) return Tell(std::move(rows).error());
      told(name, *rows, reader_.rows(table));
    }
    Result<std::int64_t> batches = db_.NumberOf("SELECT COUNT(*) FROM batch");
    if (!batches) return Tell(std::move(batches).error());
    told("batch", *batches, batches_);
    return {};
  }

  // What numbers and views mean must be what this library means by them.
  Result<void> CheckNames() {
    Result<Database> fresh =
        Database::Open(":memory:", db_.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, "");
    if (!fresh) return std::move(fresh).error();
    if (Result<void> run = fresh->Run(internal::SchemaSql().c_str()); !run) return run;
    if (Result<void> run = fresh->Run(internal::NamesSql().c_str()); !run) return run;
    constexpr const char* kQueries[] = {
        "SELECT kind, name, korean FROM entry_kind ORDER BY kind",
        "SELECT cause, name, korean FROM entry_cause ORDER BY cause",
        "SELECT source, name, korean FROM funding_source ORDER BY source",
        "SELECT * FROM effect ORDER BY kind, cause, moves, revenue",
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"};
    for (const char* query : kQueries) {
      Result<std::string> is = Listing(db_, query);
      Result<std::string> wanted = Listing(*fresh, query);
      if (!is) return Tell(std::move(is).error());
      if (!wanted) return std::move(wanted).error();
      if (*is != *wanted)
        Report("store.names", query, query, "", "",
               "이름이나 보기(view)가 이 라이브러리의 것이 아닙니다.",
               "names or views are not those of this library.");
    }
    return {};
  }

  static Result<std::string> Listing(const Database& db, const char* sql) {
    Result<Statement> query = db.Prepare(sql);
    if (!query) return std::move(query).error();
    std::string listing;
    for (;;) {
      Result<bool> row = query->Step();
      if (!row) return std::move(row).error();
      if (!*row) return listing;
      for (int column = 0; column < query->columns(); ++column)
        listing.append(query->Text(column)).append("\x1F");
      listing.append("\n");
    }
  }

  Result<void> CheckBalances() {
    std::string sql = "SELECT item";
    for (const internal::SumName& sum : internal::kSumNames) sql.append(", ").append(sum.name);
    Result<Statement> query = db_.Prepare(sql + " FROM balance ORDER BY item");
    if (!query) return Tell(std::move(query).error());
    const internal::BookState& state = book_->state();
    for (;;) {
      Result<bool> row = query->Step();
      if (!row) return Tell(std::move(row).error());
      if (!*row) return {};
      const std::int64_t item = query->Number(0);
      if (item < 1 || item > static_cast<std::int64_t>(state.items.size())) continue;
      const ItemBalances sums = state.SumsOf(static_cast<std::uint32_t>(item));
      int column = 0;
      for (const internal::SumName& sum : internal::kSumNames) {
        const std::int64_t is = query->Number(++column);
        if (is == sums.*sum.sum) continue;
        const std::string name = std::to_string(item) + " " + sum.name;
        Report("store.balance", "항목 " + name, "item " + name, std::to_string(is),
               std::to_string(sums.*sum.sum), "파일의 잔액이 기록을 더한 값과 다릅니다.",
               "a balance of the file is not the sum of its entries.");
      }
    }
  }

  const Database& db_;
  const std::optional<StoreHead>& noted_;
  BatchReader reader_;
  std::optional<Book> book_;
  std::int64_t batches_ = 0;
  std::vector<Finding> findings_;
};

}  // namespace

Result<std::vector<Finding>> Store::Impl::Verify(const std::optional<StoreHead>& noted) const {
  if (Result<void> usable = Usable(); !usable) return std::move(usable).error();
  // One moment of the file, while others may go on writing.
  if (Result<void> begun = db_.Run("BEGIN"); !begun) return std::move(begun).error();
  Result<std::vector<Finding>> findings = FileVerifier(db_, noted).Run();
  Result<void> ended = db_.Run("ROLLBACK");
  if (findings && !ended) return std::move(ended).error();
  return findings;
}

}  // namespace yesan

#endif
