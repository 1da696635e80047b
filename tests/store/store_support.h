// A small city whose book lives in a file.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "yesan/settlement/rollover.h"
#include "yesan/store/store.h"

namespace yesan {

// A folder of its own, gone with the test.
class Folder {
 public:
  Folder() {
    // In memory where there is such a place: these tests are not about the disk.
    const bool shm = ::access("/dev/shm", W_OK) == 0;
    std::string pattern =
        (shm ? std::string("/dev/shm/") : ::testing::TempDir()) + "yesan-store-XXXXXX";
    path_ = ::mkdtemp(pattern.data()) == nullptr ? "." : pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { static_cast<void>(std::system(("rm -rf '" + path_ + "'").c_str())); }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline Date On(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

inline Result<Store> MakeStore(const std::string& path,
                               const StoreOptions& options = StoreOptions()) {
  return Store::Create(path, {"1100000", "서울특별시", GovernmentKind::kMetropolitan},
                       Policy::KoreanLocalGovernment(), Classification::Korean(), options);
}

// What is done to the book, step by step; `step` is told after each that was taken.
struct CityYear {
  ItemId grant{}, costs{};
  AuthorizationId vote{};

  template <class Step>
  static ProgramId Programs(Book& book, Step&& step) {
    ProgramId node = ProgramId::kNone;
    for (const CodeKind rung : {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram,
                                CodeKind::kUnitProgram, CodeKind::kDetailedProgram}) {
      const Result<ProgramId> made = book.AddProgram({rung, node});
      if (!step(made)) return node;
      node = *made;
    }
    return node;
  }

  // Whether all was taken.
  template <class Step>
  bool Run(Book& book, Step&& step) {
    const auto account = book.AddAccount({AccountKind::kGeneral, "일반회계"});
    if (!step(account)) return false;
    const auto department = book.AddDepartment({"지역공동체담당관 'a' \"b\""});
    if (!step(department)) return false;
    const ProgramId program = Programs(book, step);
    if (program == ProgramId::kNone) return false;
    ProgramYear year;
    year.fiscal_year = 2021;
    year.name = "마을공동체 종합지원센터 운영";
    year.code = "1234-5";
    year.officers = {{"주무관", "홍길동", "2133-0000"}};
    year.prose.purpose = "첫 줄\n둘째 줄";
    if (!step(book.AddProgramYear(program, year))) return false;
    year.name = "마을공동체 지원센터 운영";
    if (!step(book.AmendProgramYear(program, year))) return false;
    ItemKey key;
    key.fiscal_year = 2021;
    key.account = *account;
    key.department = *department;
    key.program = program;
    key.object_item = "307-05";
    key.object_group = "307";
    ItemKey other = key;
    other.object_item = "201-01";
    other.object_group = "201";
    const auto items = book.AddItems({key, other});
    if (!step(items)) return false;
    grant = *items;
    costs = ItemId{NumberOf(*items) + 1};
    Authorization by;
    by.day = On(2020, 12, 15);
    by.document = "제298회 정례회 의결";
    by.limit = Money(9'000'000'000);
    const auto council = book.AddAuthorization(by);
    if (!step(council)) return false;
    vote = *council;
    BudgetDocument budget;
    budget.version = {2021, *account, BudgetStage::kOriginal, 0};
    budget.day = On(2021, 1, 1);
    budget.authorization = vote;
    budget.actor = ActorId{3};
    BudgetLine line;
    line.item = grant;
    line.amount = Money(4'066'896'000);
    line.basis = CostBasis::FromLines(
        {{"○ 인건비 1,667,294,000원 = 1,667,294천원", {}, -1}, {"○ 운영비 2,399,602천원", {}, -1}});
    FundingPart national;
    national.source = FundingSource::kNationalSubsidy;
    national.amount = Money(1'000'000'000);
    FundingPart own;
    own.source = FundingSource::kProvinceFunds;
    own.amount = Money(3'066'896'000);
    line.funding.in_budget = {national, own};
    budget.lines = {line};
    line = BudgetLine();
    line.item = costs;
    line.amount = Money(100'000'000);
    budget.lines.push_back(line);
    if (!step(book.Adopt(budget))) return false;
    ImportedYear past;
    past.fiscal_year = 2019;
    past.disbursed = BudgetAmount::WithoutPart(Money(5'000'000'000));
    past.document = "2019회계연도 결산서";
    if (!step(book.SetImportedYear(program, past))) return false;
    if (!step(book.SetImportedBudget(grant,
                                     {"민간위탁금", BudgetAmount::Of(Money(5'196'358'000)), {}})))
      return false;
    if (!step(book.SetCostBasis(costs, BudgetStage::kOriginal, 0,
                                CostBasis::FromLines({{"1,000원×10명", {}, -1}}))))
      return false;
    Batch spend("2021-0302-1");
    Posting row;
    row.item = grant;
    row.day = On(2021, 3, 2);
    row.kind = EntryKind::kAllot;
    row.amount = Money(4'000'000'000);
    spend.Add(row);
    row.kind = EntryKind::kCommit;
    row.amount = Money(1'234'567'891);
    row.actor = ActorId{1};
    row.memo = "위탁금 'x'; DROP TABLE entry; --\n";
    Posting pay = row;
    pay.reference = spend.Add(row);
    pay.kind = EntryKind::kDisburse;
    pay.actor = ActorId{2};
    pay.memo.clear();
    pay.source = FundingSource::kNationalSubsidy;
    pay.amount = Money(1'000'000'000);
    spend.Add(pay);
    const auto spent = book.Post(spend);
    if (!step(spent)) return false;
    Batch back;
    pay.kind = EntryKind::kRefund;
    pay.reference = NumberOf(spent->first) + 2;
    pay.amount = Money(7);
    back.Add(pay);
    if (!step(book.Post(back))) return false;
    Batch undo;
    pay.kind = EntryKind::kCorrect;
    pay.reference = NumberOf(spent->first) + 3;
    undo.Add(pay);
    if (!step(book.Post(undo))) return false;
    Batch over;
    pay.kind = EntryKind::kRelease;
    pay.reference = NumberOf(spent->first) + 1;
    pay.amount = Money(234'567'891);
    pay.actor = ActorId{1};
    pay.source.reset();
    over.Add(pay);
    if (!step(book.Post(over))) return false;
    CarryRequest carry;
    carry.item = grant;
    carry.cause = Cause::kExplicitCarryover;
    carry.amount = Money(500'000'000);
    carry.authorization = vote;
    const auto carried =
        Rollover(book, PreviewRollover(book, 2021, {carry}, On(2021, 12, 31), ActorId{1}));
    if (!step(carried)) return false;
    return step(book.Close(2021));
  }
};

// Everything that two books say.
inline std::string Difference(const Book& a, const Book& b) {
  if (a.entry_count() != b.entry_count()) return "entries";
  if (a.item_count() != b.item_count()) return "items";
  if (a.account_count() != b.account_count()) return "accounts";
  if (a.program_count() != b.program_count()) return "programs";
  if (a.authorization_count() != b.authorization_count()) return "authorizations";
  for (std::uint32_t id = 1; id <= a.entry_count(); ++id) {
    const Entry one = *a.Find(EntryId{id});
    const Entry other = *b.Find(EntryId{id});
    const bool same = one.item == other.item && one.day == other.day && one.kind == other.kind &&
                      one.cause == other.cause && one.amount == other.amount &&
                      one.reference == other.reference && one.group == other.group &&
                      one.source == other.source && one.authorization == other.authorization &&
                      one.actor == other.actor && one.corrected == other.corrected &&
                      one.open == other.open && one.memo == other.memo;
    if (!same) return "entry " + std::to_string(id);
  }
  for (std::uint32_t id = 1; id <= a.item_count(); ++id) {
    if (a.BalancesOf(ItemId{id}) != b.BalancesOf(ItemId{id})) return "item " + std::to_string(id);
    if (a.IsClosed(a.Find(ItemId{id})->fiscal_year) != b.IsClosed(b.Find(ItemId{id})->fiscal_year))
      return "closed years";
    const CostBasis* one = a.CostBasisOf(ItemId{id}, BudgetStage::kOriginal);
    const CostBasis* other = b.CostBasisOf(ItemId{id}, BudgetStage::kOriginal);
    if ((one == nullptr) != (other == nullptr) ||
        (one != nullptr && one->Total() != other->Total()))
      return "basis " + std::to_string(id);
  }
  for (std::uint32_t id = 1; id <= a.program_count(); ++id) {
    const std::vector<ProgramYear>& one = a.YearsOf(ProgramId{id})->years();
    const std::vector<ProgramYear>& other = b.YearsOf(ProgramId{id})->years();
    if (one.size() != other.size()) return "years of " + std::to_string(id);
    for (std::size_t i = 0; i < one.size(); ++i) {
      if (one[i].name != other[i].name || one[i].prose.purpose != other[i].prose.purpose ||
          one[i].officers.size() != other[i].officers.size())
        return "year of " + std::to_string(id);
    }
    if (a.ImportedYearsOf(ProgramId{id}).size() != b.ImportedYearsOf(ProgramId{id}).size())
      return "imported years of " + std::to_string(id);
  }
  return "";
}

// Behind the library's back.
inline void Tamper(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  char* why = nullptr;
  const int answer = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &why);
  EXPECT_EQ(answer, SQLITE_OK) << (why == nullptr ? "" : why) << " " << sql;
  sqlite3_free(why);
  sqlite3_close(db);
}

inline std::string Query(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  std::string all;
  if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
    sqlite3_exec(
        db, sql.c_str(),
        [](void* to, int count, char** cells, char**) {
          for (int i = 0; i < count; ++i)
            static_cast<std::string*>(to)->append(cells[i] == nullptr ? "" : cells[i]).append("|");
          return 0;
        },
        &all, nullptr);
  }
  sqlite3_close(db);
  return all;
}

}  // namespace yesan
