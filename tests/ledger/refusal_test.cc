// What a refusal says: who, what and until when, so that nobody has to look it up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

// The sentence of a code without the article that it names and without its end.
std::string Bare(std::string sentence) {
  sentence.erase(std::min(sentence.find(" ("), sentence.size() - 1));
  return sentence;
}

// What is said after the sentence of the code, in Korean and English.
void ExpectSaid(City& city, const Batch& batch, Code code, const std::string& ko,
                const std::string& en) {
  const Result<Receipt> receipt = city.book.Post(batch);
  ASSERT_EQ(receipt.code(), code);
  const Message message = receipt.error().message();
  const Message sentence = Error(code).message();
  for (const auto& [said, first, then] : {std::tuple(message.ko, Bare(sentence.ko), ko),
                                          std::tuple(message.en, Bare(sentence.en), en)}) {
    const std::size_t at = said.find(first);
    ASSERT_NE(at, std::string::npos) << said;
    const std::size_t end = said.find(". ", at);
    ASSERT_NE(end, std::string::npos) << said;
    EXPECT_EQ(said.substr(end + 2, then.size()), then) << said;
  }
}
void ExpectSaid(City& city, const Posting& row, Code code, const std::string& ko,
                const std::string& en) {
  Batch batch;
  batch.Add(row);
  ExpectSaid(city, batch, code, ko, en);
}

TEST(Refusal, NamesTheArticleOfTheLineThatRefuses) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId commitment = city.Done([&] {
    Posting commit = city.Row(city.entrust, EntryKind::kCommit, 10);
    commit.actor = ActorId{7};
    return commit;
  }());
  Posting pay = city.Lean(EntryKind::kDisburse, commitment, 10);
  pay.actor = ActorId{7};
  pay.day = *Date::Make(2022, 1, 21);
  Batch batch;
  batch.Add(pay);
  const Message late = city.book.Post(batch).error().message();
  EXPECT_NE(late.ko.find("(지방회계법 §7① 단서, 시행령 §3)"), std::string::npos) << late.ko;
  EXPECT_NE(late.en.find("(지방회계법 §7① 단서, 시행령 §3)"), std::string::npos) << late.en;
  EXPECT_EQ(late.ko.find("§7)"), std::string::npos) << "the article stands once";
  City free(Policy::Permissive());
  free.Fund(free.entrust, 100);
  Posting early = free.Row(free.entrust, EntryKind::kCommit, 10);
  early.day = *Date::Make(2020, 12, 31);
  Batch other;
  other.Add(early);
  EXPECT_EQ(free.book.Post(other).code(), Code::kDayOutsideYear) << "no line, no article";
}

TEST(Refusal, NamesTheOfficerAndTheCommitment) {
  City city;
  city.Fund(city.entrust, 100);
  Posting commit = city.Row(city.entrust, EntryKind::kCommit, 10);
  commit.actor = ActorId{7};
  const EntryId commitment = city.Done(commit);
  Posting pay = city.Lean(EntryKind::kDisburse, commitment, 10);
  pay.actor = ActorId{7};
  ExpectSaid(city, pay, Code::kSameOfficer, "담당자 7: 기록 #3의 지출원인행위를 한 사람입니다.",
             "Officer 7 made the commitment, entry #3.");
  Batch both;
  both.Add(commit);
  pay.reference = -1;
  both.Add(pay);
  ExpectSaid(city, both, Code::kSameOfficer,
             "담당자 7: 이 묶음의 1번째 줄의 지출원인행위를 한 사람입니다.",
             "Officer 7 made the commitment, row 1 of this batch.");
}

TEST(Officers, AreComparedByCommitmentAndNobodyIsNoOfficer) {
  City city;
  city.Fund(city.entrust, 100);
  const auto commit = [&](std::uint32_t actor) {
    Posting row = city.Row(city.entrust, EntryKind::kCommit, 10);
    row.actor = ActorId{actor};
    return city.Done(row);
  };
  const auto pays = [&](EntryId commitment, std::uint32_t actor) {
    Posting row = city.Lean(EntryKind::kDisburse, commitment, 1);
    row.actor = ActorId{actor};
    return city.Try(row);
  };
  const EntryId of_seven = commit(7);
  const EntryId of_eight = commit(8);
  const EntryId of_nobody = commit(0);
  EXPECT_EQ(pays(of_seven, 7), Code::kSameOfficer);
  EXPECT_EQ(pays(of_eight, 7), Code::kOk) << "who committed one may pay another";
  EXPECT_EQ(pays(of_seven, 8), Code::kOk);
  EXPECT_EQ(pays(of_seven, 0), Code::kOk);
  EXPECT_EQ(pays(of_nobody, 7), Code::kOk);
  EXPECT_EQ(pays(of_nobody, 0), Code::kOk);
}

TEST(Refusal, NamesTheYearAndTheLastDayOfTheKind) {
  City city;
  city.Fund(city.entrust, 100);
  Posting row = city.Row(city.entrust, EntryKind::kCommit, 10);
  row.day = Day(2020, 12, 31);
  ExpectSaid(city, row, Code::kDayOutsideYear, "2021 회계연도: 2021-01-01~2021-12-31.",
             "Fiscal year 2021: 2021-01-01~2021-12-31.");
  Posting pay = city.Lean(EntryKind::kDisburse, city.Commit(city.entrust, 10), 10);
  pay.day = Day(2022, 1, 21);
  ExpectSaid(city, pay, Code::kDayOutsideYear,
             "2021 회계연도: 2021-01-01~2021-12-31. 이 종류의 기록은 2022-01-20까지입니다.",
             "Fiscal year 2021: 2021-01-01~2021-12-31. This kind may be dated until 2022-01-20.");
}

TEST(Refusal, ToUndoAVoteAfterTheYearNamesNoLaterDay) {
  City city;
  city.Fund(city.entrust, 100, false);
  Posting undo = city.Correct(EntryId{1});
  undo.day = Day(2022, 1, 5);
  const Result<Receipt> receipt = city.Post(undo);
  ASSERT_EQ(receipt.code(), Code::kDayOutsideYear);
  EXPECT_EQ(receipt.error().message().en.find("until"), std::string::npos)
      << receipt.error().message().en;
}

TEST(Refusal, NamesThePartThatAnAuthorizationDoesNotCover) {
  City city;
  ProgramYear named;
  named.fiscal_year = 2021;
  named.name = "도서 구입";
  ASSERT_TRUE(city.book.AddProgramYear(city.library, named).ok());
  const auto refused = [&](const Authorization& given, const std::string& ko,
                           const std::string& en) {
    Posting row = city.Row(city.entrust, EntryKind::kAppropriate, 1, Cause::kOriginal);
    row.authorization = city.Authorize(given);
    const std::string number = std::to_string(NumberOf(row.authorization));
    ExpectSaid(city, row, Code::kNotCovered, "승인 #" + number + " '의결': " + ko,
               "Authorization #" + number + " '의결' " + en);
  };
  Authorization vote;
  vote.day = Day(2020, 12, 1);
  vote.document = "의결";
  Authorization given = vote;
  given.day = Day(2021, 3, 3);
  refused(given, "2021-03-03부터 효력이 있습니다.", "takes effect on 2021-03-03.");
  given = vote;
  given.fiscal_year = 2022;
  refused(given, "2022 회계연도의 것입니다.", "is of fiscal year 2022.");
  given = vote;
  given.account = city.other_account;
  refused(given, "회계 '주차장특별회계'의 것입니다.", "is of the account '주차장특별회계'.");
  given = vote;
  given.item = city.office;
  refused(given, "항목 2의 것입니다.", "is of item 2.");
  given = vote;
  given.program = city.library;
  refused(given, "사업 '도서 구입' (9)의 것입니다.", "is of the program '도서 구입' (9).");
}

}  // namespace
}  // namespace yesan
