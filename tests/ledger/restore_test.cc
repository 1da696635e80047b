// A book made again of what its journal got: the same in everything, and no bytes make one that breaks.
#include "lib/ledger/restore.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "tests/ledger/random_script.h"

namespace yesan {
namespace {

using internal::Restorer;

// Keeps a copy of every act.
class Copies : public Journal {
 public:
  std::vector<std::function<Result<void>(Restorer&)>> acts;

  Result<void> Append(const Act& act) override {
    std::visit([this](const auto* of) { Copy(*of); }, act);
    return {};
  }

 private:
  template <class T>
  void Copy(const T& of) {
    acts.push_back([of](Restorer& to) { return to.Take(Act(&of)); });
  }
  void Copy(const NodeYear& of) {
    acts.push_back([program = of.program, year = *of.year](Restorer& to) {
      const NodeYear again{program, &year};
      return to.Take(Act(&again));
    });
  }
  void Copy(const AddedItems& of) {
    acts.push_back(
        [first = of.first, keys = std::vector<ItemKey>(of.keys, of.keys + of.count)](Restorer& to) {
          const AddedItems again{first, keys.data(), keys.size()};
          return to.Take(Act(&again));
        });
  }
  void Copy(const PostedBatch& of) {
    const BatchView& rows = of.rows;
    Batch batch{std::string(rows.key)};
    for (std::size_t i = 0; i < rows.count; ++i) {
      Posting row;
      row.item = ItemId{rows.item[i]};
      row.day = *Date::FromDays(rows.day[i]);
      row.kind = static_cast<EntryKind>(rows.kind[i]);
      if (rows.cause != nullptr) row.cause = static_cast<Cause>(rows.cause[i]);
      row.amount = Money(rows.amount[i]);
      row.reference = rows.reference[i];
      row.group = rows.group[i];
      if (rows.source[i] != 0) row.source = static_cast<FundingSource>(rows.source[i]);
      if (rows.authorization != nullptr) row.authorization = AuthorizationId{rows.authorization[i]};
      if (rows.actor != nullptr) row.actor = ActorId{rows.actor[i]};
      if (rows.memo != nullptr) row.memo = std::string(rows.memo[i]);
      batch.Add(row);
    }
    acts.push_back([first = of.first, batch](Restorer& to) {
      PostedBatch again;
      again.first = first;
      again.rows = batch.view();
      return to.Take(Act(&again));
    });
  }
  void Copy(const YearImport&) {}
  void Copy(const BudgetImport&) {}
  void Copy(const ItemBasis&) {}
};

Restorer Empty() {
  return *Restorer::Make({"1100000", "서울특별시"}, Policy::KoreanLocalGovernment(),
                         Classification::Korean());
}

void ExpectSame(const Book& a, const Book& b) {
  ASSERT_EQ(a.entry_count(), b.entry_count());
  ASSERT_EQ(a.item_count(), b.item_count());
  for (std::uint32_t id = 1; id <= a.entry_count(); ++id) {
    const Entry one = *a.Find(EntryId{id});
    const Entry other = *b.Find(EntryId{id});
    ASSERT_TRUE(one.item == other.item && one.day == other.day && one.kind == other.kind &&
                one.cause == other.cause && one.amount == other.amount &&
                one.reference == other.reference && one.group == other.group &&
                one.source == other.source && one.authorization == other.authorization &&
                one.actor == other.actor && one.corrected == other.corrected &&
                one.open == other.open && one.memo == other.memo)
        << id;
  }
  for (std::uint32_t id = 1; id <= a.item_count(); ++id)
    ASSERT_TRUE(a.BalancesOf(ItemId{id}) == b.BalancesOf(ItemId{id})) << id;
  for (std::uint32_t id = 1; id <= a.authorization_count(); ++id)
    ASSERT_EQ(a.DrawnOn(AuthorizationId{id}), b.DrawnOn(AuthorizationId{id}));
  EXPECT_EQ(a.Verify().size(), b.Verify().size());
}

TEST(Restore, MakesTheSameBookOfTheActsThatAJournalGot) {
  Copies copies;
  City city(Policy::KoreanLocalGovernment(), &copies);
  city.Fund(city.entrust, 1'000);
  city.Fund(city.office, 100, false);
  const EntryId commitment = city.Commit(city.entrust, 600);
  const EntryId paid = city.Pay(commitment, 450);
  city.Done(city.Lean(EntryKind::kRefund, paid, 50));
  ASSERT_TRUE(
      city.book.Post(city.Transfer(city.office, city.entrust, 10, Cause::kIntraProgramVirement))
          .ok());
  Batch keyed("2021-0302-1");
  Posting row = city.Row(city.entrust, EntryKind::kCommit, 5);
  row.memo = "적요 'x' \"y\"\n";
  keyed.Add(row);
  ASSERT_TRUE(city.book.Post(keyed).ok());
  ASSERT_TRUE(city.book.Close(2021).ok());
  Restorer restorer = Empty();
  for (const auto& act : copies.acts) {
    const Result<void> taken = act(restorer);
    ASSERT_TRUE(taken.ok()) << taken.error().message().en;
  }
  Book again = std::move(restorer).Done(nullptr);
  ExpectSame(city.book, again);
  EXPECT_TRUE(again.IsClosed(2021));
  const Result<Receipt> repeated = again.Post(keyed);
  ASSERT_TRUE(repeated.ok());
  EXPECT_TRUE(repeated->repeated) << "its keys too";
}

TEST(Restore, TakesWhatAnotherPolicyAllowed) {
  City city(Policy::Permissive());
  Restorer restorer = Empty();
  EXPECT_TRUE(restorer.book().item_count() == 0);
  const Account account{AccountKind::kGeneral, "일반회계"};
  const Department department{"문화정책과"};
  ASSERT_TRUE(restorer.Take(Act(&account)).ok());
  ASSERT_TRUE(restorer.Take(Act(&department)).ok());
  ProgramId parent = ProgramId::kNone;
  for (const CodeKind rung : {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram,
                              CodeKind::kUnitProgram, CodeKind::kDetailedProgram}) {
    const ProgramNode node{rung, parent};
    ASSERT_TRUE(restorer.Take(Act(&node)).ok());
    parent = ProgramId{NumberOf(parent) + 1};
  }
  ItemKey key = *city.book.Find(city.entrust);
  key.account = AccountId{1};
  key.department = DepartmentId{1};
  key.program = parent;
  const AddedItems wrong{ItemId{2}, &key, 1};
  EXPECT_EQ(restorer.Take(Act(&wrong)).code(), Code::kNotFound) << "the next number is 1";
  const AddedItems items{ItemId{1}, &key, 1};
  ASSERT_TRUE(restorer.Take(Act(&items)).ok());
  const auto take = [&](std::uint32_t first, const Posting& row) {
    Batch batch;
    batch.Add(row);
    PostedBatch posted;
    posted.first = EntryId{first};
    posted.rows = batch.view();
    return restorer.Take(Act(&posted)).code();
  };
  // No allotment, no authorization, the same officer: all of it stands.
  Posting row;
  row.item = ItemId{1};
  row.day = Day(2021, 3, 2);
  row.kind = EntryKind::kAppropriate;
  row.cause = Cause::kOriginal;
  row.amount = Money(100);
  EXPECT_EQ(take(1, row), Code::kOk);
  row.kind = EntryKind::kCommit;
  row.cause = Cause::kNone;
  row.actor = ActorId{7};
  EXPECT_EQ(take(2, row), Code::kOk);
  row.kind = EntryKind::kDisburse;
  row.reference = 2;
  EXPECT_EQ(take(4, row), Code::kNotFound);
  row.amount = Money(101);
  EXPECT_EQ(take(3, row), Code::kAboveCommitment) << "the book rests on what is open";
  row.amount = Money(100);
  row.reference = 3;
  EXPECT_EQ(take(3, row), Code::kUnknownReference);
  row.reference = 2;
  EXPECT_EQ(take(3, row), Code::kOk);
  row.kind = EntryKind::kAppropriate;
  row.cause = Cause::kOriginal;
  row.reference = 0;
  row.amount = Money(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(take(4, row), Code::kOverflow);
  row.item = ItemId{2};
  EXPECT_EQ(take(4, row), Code::kUnknownItem);
  EXPECT_EQ(restorer.book().entry_count(), 3u);
  const ClosedYear none{2030};
  EXPECT_EQ(restorer.Take(Act(&none)).code(), Code::kNotFound);
  EXPECT_FALSE(restorer.book().Verify().empty()) << "whether it is lawful, Verify says";
}

TEST(Restore, OfWhatIsCorruptedNeverBreaks) {
  sim::Random random(17);
  for (int round = 0; round < 200; ++round) {
    const RandomScript script(1 + static_cast<std::uint64_t>(round % 10), 30, true);
    Player player;
    for (const ScriptUnit& unit : script.script) (void)player.Play(unit);
    Restorer restorer = Empty();
    const Book& from = player.city.book;
    for (std::uint32_t id = 1; id <= from.account_count(); ++id)
      (void)restorer.Take(Act(from.Find(AccountId{id})));
    for (std::uint32_t id = 1; id <= from.department_count(); ++id)
      (void)restorer.Take(Act(from.Find(DepartmentId{id})));
    for (std::uint32_t id = 1; id <= from.program_count(); ++id)
      (void)restorer.Take(Act(from.Find(ProgramId{id})));
    for (std::uint32_t id = 1; id <= from.item_count(); ++id) {
      const AddedItems items{ItemId{id}, from.Find(ItemId{id}), 1};
      (void)restorer.Take(Act(&items));
    }
    for (std::uint32_t id = 1; id <= from.entry_count(); ++id) {
      const Entry entry = *from.Find(EntryId{id});
      Posting row;
      row.item = entry.item;
      row.day = entry.day;
      row.kind = entry.kind;
      row.cause = entry.cause;
      row.amount = entry.amount;
      row.reference = NumberOf(entry.reference);
      row.group = entry.group;
      row.source = entry.source;
      switch (random.Below(20)) {
        case 0:
          row.amount = Money(random.Between(-5, 1'000'000'000'000'000'000));
          break;
        case 1:
          row.reference = static_cast<std::int64_t>(random.Below(40)) - 3;
          break;
        case 2:
          row.kind = static_cast<EntryKind>(random.Below(30));
          break;
        case 3:
          row.item = ItemId{static_cast<std::uint32_t>(random.Below(30))};
          break;
        default:
          break;
      }
      Batch batch;
      batch.Add(row);
      PostedBatch posted;
      posted.first = EntryId{static_cast<std::uint32_t>(restorer.book().entry_count() + 1)};
      posted.rows = batch.view();
      (void)restorer.Take(Act(&posted));
    }
    (void)restorer.book().Verify();
    (void)restorer.book().BalancesOn(Day(2021, 6, 30), ItemFilter(), GroupBy::kItem);
  }
}

}  // namespace
}  // namespace yesan
