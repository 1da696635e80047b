// A department's year in the ledger: a program sheet becomes a book; the budget is adopted, supplemented, moved, committed and
// paid; an overspend is refused; the year is carried over and closed; and the sheet of the next year is printed.
//
//   budget_year [--lang en] data/seoul-2021-village-community-center.txt > next.md
//
// Exit status: 0 all went as it should, 2 something was refused that should not be.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "yesan/money/format.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"
#include "yesan/sheet/from_book.h"
#include "yesan/sheet/read.h"
#include "yesan/sheet/to_book.h"
#include "yesan/sheet/write.h"

namespace {

using namespace yesan;  // an example is read more easily so

constexpr ActorId kOfficer{1}, kTreasurer{2};  // who commits never pays (지방회계법 §36)

Language language = Language::kKorean;

[[noreturn]] void Stop(const Message& message) {
  std::fprintf(stderr, "budget_year: %s\n", message.in(language).c_str());
  std::exit(2);
}
// What has to succeed here.
template <class T>
T Need(Result<T> result) {
  if (!result) Stop(result.error().message());
  return *std::move(result);
}
void Need(Result<void> result) {
  if (!result) Stop(result.error().message());
}

Date Day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return Need(Date::Make(year, month, day));
}
Money Thousand(std::int64_t figure) { return Money(figure * 1000); }

std::string Show(std::int64_t won) { return Need(FormatMoney(Money(won))); }

void Say(const char* ko, const char* en, const std::string& figures) {
  std::printf("%s: %s\n", language == Language::kKorean ? ko : en, figures.c_str());
}

Posting Draft(ItemId item, Date day, EntryKind kind, Money amount, ActorId actor = kOfficer) {
  Posting row;
  row.item = item;
  row.day = day;
  row.kind = kind;
  row.amount = amount;
  row.actor = actor;
  return row;
}

// A budget of one account: lines that a council votes.
void Adopt(Book& book, BudgetVersion version, Date day, AuthorizationId vote,
           std::vector<BudgetLine> lines) {
  BudgetDocument document;
  document.version = version;
  document.day = day;
  document.authorization = vote;
  document.lines = std::move(lines);
  Need(book.Adopt(document));
}

FundingSplit FromTheCity(Money amount) {
  FundingSplit split;
  split.total = amount;
  split.in_budget.push_back({FundingSource::kProvinceFunds, "시비", amount});
  return split;
}

}  // namespace

int main(int argc, char** argv) {
  std::string path;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) {
      language = std::string_view(argv[++i]) == "en" ? Language::kEnglish : Language::kKorean;
    } else {
      path = word;
    }
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) Stop({"설명서를 열 수 없습니다.", "The sheet cannot be opened."});
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  // The book of a city, with the codes of the year that its sheet uses by name.
  Classification objects = Classification::Korean();
  Need(objects.Replace({CodeKind::kObjectItem, "307-05", "민간위탁금", "307", 2020, 2025, ""}));
  Book book = Need(Book::Make({"1100000", "서울특별시", GovernmentKind::kMetropolitan},
                              Policy::KoreanLocalGovernment(), std::move(objects)));
  ProgramId parent = ProgramId::kNone;
  for (const CodeKind rung :
       {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram, CodeKind::kUnitProgram})
    parent = Need(book.AddProgram({rung, parent}));

  // The sheet of 2021 becomes a program with its item, basis, schedule and settled years.
  SheetImportOptions reading;
  reading.parent = parent;
  reading.likely_sources = true;  // (사비) is a misprint of 시비
  const SheetImport sheet = Need(AddSheet(book, Need(Read(text)), reading));
  const ItemId item = sheet.items.front();
  ItemKey key = *book.Find(item);
  key.program = Need(book.AddProgram({CodeKind::kDetailedProgram, parent}));
  key.object_item = "201-01";
  key.object_group = "201";
  const ItemId office = Need(book.AddItem(key));  // another program, from which money will move

  Authorization paper;
  paper.day = Day(2020, 12, 16);
  paper.document = "시의회 의결";
  const AuthorizationId vote = Need(book.AddAuthorization(paper));
  paper.kind = AuthorizationKind::kHeadDecision;
  paper.document = "시장 방침";
  const AuthorizationId decision = Need(book.AddAuthorization(paper));

  // Adopted for the first of January, supplemented in May.
  BudgetLine other;
  other.item = office;
  other.amount = Thousand(300'000);
  Adopt(book, {2021, sheet.account, BudgetStage::kOriginal, 0}, Day(2021, 1, 1), vote,
        {sheet.lines.front(), other});
  Say("본예산", "Adopted", Show(book.BalancesOf(item).original));
  BudgetLine more;
  more.item = item;
  more.amount = Thousand(150'000);
  more.funding = FromTheCity(more.amount);
  Adopt(book, {2021, sheet.account, BudgetStage::kSupplementary, 1}, Day(2021, 5, 20), vote,
        {more});
  Say("제1회 추경", "Supplementary budget", Show(book.BalancesOf(item).supplementary));

  // 전용 from the other program, then everything is allotted.
  Batch moved;
  Posting row = Draft(office, Day(2021, 6, 1), EntryKind::kTransferOut, Thousand(30'000));
  row.cause = Cause::kIntraProgramVirement;
  row.authorization = decision;
  row.group = 1;
  moved.Add(row);
  row.item = item;
  row.kind = EntryKind::kTransferIn;
  moved.Add(row);
  moved.Add(Draft(item, Day(2021, 6, 1), EntryKind::kAllot, Thousand(4'246'896)));
  Need(book.Post(moved));
  Say("전용 뒤 예산현액", "Current budget after the transfer",
      Show(book.BalancesOf(item).current_budget()));

  // Committed, paid, and a little of it paid back.
  Batch spent;
  Posting pay = Draft(item, Day(2021, 7, 5), EntryKind::kDisburse, Thousand(4'000'000), kTreasurer);
  pay.reference = spent.Add(Draft(item, Day(2021, 7, 1), EntryKind::kCommit, Thousand(4'000'000)));
  Posting refund = Draft(item, Day(2021, 11, 30), EntryKind::kRefund, Thousand(12'345), kTreasurer);
  refund.reference = spent.Add(pay);
  spent.Add(refund);
  Need(book.Post(spent));
  Say("지출액", "Disbursed", Show(book.BalancesOf(item).disbursed));

  // One won too much is refused, and nothing has changed.
  Batch too_much;
  const ItemBalances now = book.BalancesOf(item);
  too_much.Add(Draft(item, Day(2021, 12, 1), EntryKind::kCommit,
                     Money(now.current_budget() - now.committed_total + 1)));
  const Result<Receipt> refused = book.Post(too_much);
  if (refused) Stop({"초과 집행이 거부되지 않았습니다.", "An overspend was not refused."});
  Say("거부", "Refused", refused.error().message().in(language));

  // 명시이월 of 100,000 천원, voted; then the year is closed.
  CarryRequest request;
  request.item = item;
  request.amount = Thousand(100'000);
  request.authorization = vote;
  request.next_object_group = "307";
  Need(Rollover(book, PreviewRollover(book, 2021, {request}, Day(2021, 12, 31), kOfficer)));
  Need(book.Close(2021));
  const ItemBalances closed = book.BalancesOf(item);
  Say("이월액", "Carried over", Show(closed.carryover_out()));
  Say("불용액", "Lapsed", Show(closed.lapsed_balance()));
  if (!book.Verify().empty()) Stop(book.Verify().front().message);

  // Next year: what it will do and cost is people's to say. The rest of its sheet is in the book.
  const Money next_amount = Thousand(4'200'000);
  ProgramYear next = *book.YearsOf(sheet.program)->Find(2021);
  next.fiscal_year = 2022;
  next.prose.content = "- 추진방법 : 민간위탁, 자치구 사업 간접지원";
  next.prose.history =
      "- 2012.08.23 : 위수탁 협약체결(사단법인 마을)\n- 2021.08.23 : 재계약(21.08.23~24.08.22)";
  next.funding = FromTheCity(next_amount);
  next.schedule = {};
  const std::pair<const char*, Money> steps[] = {
      {"종합지원센터 운영", Thousand(2'000'000)},
      {"자치구 마을생태계 조성지원", Thousand(2'200'000)}};
  CostBasis basis;
  for (const auto& [name, amount] : steps) {
    PlannedStep step;
    step.name = name;
    step.period = PeriodOfDays(Day(2022, 1, 1), Day(2022, 12, 31), Granularity::kMonth);
    step.amount = amount;
    next.schedule.steps.push_back(std::move(step));
    BasisNode line;
    line.label = name;
    line.won_amount = BasisAmount::Of(ToDecimal(amount), Unit::kWon);
    Need(basis.Add(std::move(line)));
  }
  Need(book.AddProgramYear(sheet.program, std::move(next)));
  key = *book.Find(item);
  key.fiscal_year = 2022;
  BudgetLine voted;
  voted.item = Need(book.AddItem(key));
  voted.amount = next_amount;
  voted.funding = FromTheCity(next_amount);
  voted.basis = basis;
  Need(book.SetCostBasis(voted.item, BudgetStage::kOriginal, 0, std::move(basis)));
  Adopt(book, {2022, sheet.account, BudgetStage::kOriginal, 0}, Day(2022, 1, 1), vote, {voted});

  SheetYearOptions printing;
  printing.records.push_back({2021, "○ 마을공동체 정책연구 : 연구 과제 5종"});
  const Sheet made = Need(MakeSheet(book, sheet.program, 2022, printing));
  std::printf("\n%s", Need(Write(made, SheetFormat::kMarkdown)).c_str());
  return 0;
}
