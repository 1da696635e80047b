// Any bytes as batches on a small book: Check and Post agree, what is refused changes nothing, a key is answered once, the
// book verifies, and every identity of its settlement holds, printed too.
//
// A line is a row: `item kind amount cause day reference group source authorization actor #memo`, days from 1 January
// 2021 on; what is not there is 0. `b KEY` ends a batch and gives the next one its key, `r item amount cause
// authorization commitment…` carries money on, `x YEAR` closes, `p N` in the first line chooses the policy.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "yesan/base/text.h"
#include "yesan/ledger/book.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace {

using namespace yesan;  // NOLINT: all of it is under test

constexpr std::size_t kLinesMax = 80;

void Demand(bool claim) {
  if (!claim) std::abort();
}

Date Day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

Book SmallBook(std::int64_t choice) {
  Policy policy = choice % 2 == 1 ? Policy::Permissive() : Policy::KoreanLocalGovernment();
  policy.control_level = static_cast<ControlLevel>(1 + (choice / 2) % 5);
  Book book = *Book::Make(Government{"", "시험시"}, std::move(policy));
  for (const char* name : {"일반회계", "주차장특별회계"})
    Demand(book.AddAccount({AccountKind::kGeneral, name}).ok());
  for (const char* name : {"자치과", "문화과"}) Demand(book.AddDepartment({name}).ok());
  const auto node = [&](CodeKind rung, ProgramId parent) {
    return *book.AddProgram({rung, parent});
  };
  const ProgramId field = node(CodeKind::kField, ProgramId::kNone);
  const ProgramId sector = node(CodeKind::kSector, field);
  std::vector<ProgramId> detailed;
  for (int policy_program = 0; policy_program < 2; ++policy_program) {
    const ProgramId parent = node(CodeKind::kPolicyProgram, sector);
    for (int unit = 0; unit < 2; ++unit)
      detailed.push_back(node(CodeKind::kDetailedProgram, node(CodeKind::kUnitProgram, parent)));
  }
  struct Line {
    std::size_t program;
    const char* object;
    std::uint32_t department;
    Origin origin;
    std::int32_t year;
    std::uint32_t account;
  };
  const Line lines[] = {
      {0, "307-05", 1, Origin::kCurrent, 2021, 1},     // 1
      {0, "201-01", 1, Origin::kCurrent, 2021, 1},     // 2
      {1, "405-01", 1, Origin::kCurrent, 2021, 1},     // 3
      {2, "201-03", 1, Origin::kCurrent, 2021, 1},     // 4
      {2, "801-01", 1, Origin::kCurrent, 2021, 1},     // 5
      {0, "307-05", 2, Origin::kCurrent, 2021, 1},     // 6
      {0, "307-02", 1, Origin::kCurrent, 2021, 1},     // 7
      {1, "101-01", 1, Origin::kCurrent, 2021, 1},     // 8
      {1, "203-01", 1, Origin::kCurrent, 2021, 1},     // 9
      {0, "307-05", 1, Origin::kExplicit, 2021, 1},    // 10
      {0, "307-05", 1, Origin::kAccidental, 2021, 1},  // 11
      {3, "401-01", 1, Origin::kCurrent, 2021, 2},     // 12
      {0, "307-05", 1, Origin::kCurrent, 2022, 1},     // 13
  };
  for (const Line& line : lines) {
    ItemKey key;
    key.fiscal_year = line.year;
    key.account = AccountId{line.account};
    key.department = DepartmentId{line.department};
    key.program = detailed[line.program];
    key.object_item = line.object;
    key.object_group = std::string(line.object, 3);
    key.origin = line.origin;
    Demand(book.AddItem(key).ok());
  }
  for (const std::int32_t year : {2021, 2021, 2022}) {  // 14, 15, 16
    ItemKey key;
    key.fiscal_year = year;
    key.account = AccountId{1};
    key.object_item = book.item_count() == 14 ? "500-510" : "100-110";
    key.revenue = true;
    Demand(book.AddItem(key).ok());
  }
  const auto paper = [&](AuthorizationKind kind, auto&& change) {
    Authorization a;
    a.kind = kind;
    a.day = Day(2020, 12, 1);
    a.document = "문서";
    if (kind == AuthorizationKind::kContinuingPlan) a.last_year = 2022;
    change(a);
    Demand(book.AddAuthorization(a).ok());
  };
  const auto as_is = [](Authorization&) {};
  for (const AuthorizationKind kind :  // 1 … 5
       {AuthorizationKind::kCouncilVote, AuthorizationKind::kHeadDecision,
        AuthorizationKind::kOrganizationChange, AuthorizationKind::kContinuingPlan,
        AuthorizationKind::kDisaster})
    paper(kind, as_is);
  paper(AuthorizationKind::kHeadDecision,  // 6
        [](Authorization& a) { a.purpose = ProvisionalPurpose::kUpkeep; });
  paper(AuthorizationKind::kCouncilVote, [](Authorization& a) { a.limit = Money(500); });  // 7
  paper(AuthorizationKind::kCouncilVote, [](Authorization& a) {                            // 8
    a.item = ItemId{1};
    a.day = Day(2021, 3, 1);
  });
  return book;
}

// The numbers of a line, one after the other; 0 behind the last.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  std::int64_t Next() {
    std::size_t i = 0;
    while (i < text_.size() && text_[i] != '-' && (text_[i] < '0' || text_[i] > '9')) ++i;
    const bool negative = i < text_.size() && text_[i] == '-';
    if (negative) ++i;
    std::uint64_t value = 0;
    for (; i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; ++i)
      value = value * 10 + static_cast<std::uint64_t>(text_[i] - '0');
    text_.remove_prefix(i);
    return static_cast<std::int64_t>(negative ? 0 - value : value);
  }
  template <class T>
  T As() {
    return static_cast<T>(Next());
  }
  [[nodiscard]] bool empty() const { return text_.empty(); }

 private:
  std::string_view text_;
};

struct Columns {
  std::vector<std::uint32_t> item, group, authorization, actor;
  std::vector<std::int32_t> day, kind, cause, source;
  std::vector<std::int64_t> amount, reference;
  std::vector<std::string_view> memo;
  std::string key;

  void Add(std::string_view line) {
    const std::size_t hash = std::min(line.find('#'), line.size());
    memo.push_back(line.substr(std::min(hash + 1, line.size())));
    Numbers n(line.substr(0, hash));
    item.push_back(n.As<std::uint32_t>());
    kind.push_back(n.As<std::int32_t>());
    amount.push_back(n.Next());
    cause.push_back(n.As<std::int32_t>());
    const auto first = static_cast<std::uint32_t>(Day(2021, 1, 1).days());
    day.push_back(static_cast<std::int32_t>(first + n.As<std::uint32_t>()));
    reference.push_back(n.Next());
    group.push_back(n.As<std::uint32_t>());
    source.push_back(n.As<std::int32_t>());
    authorization.push_back(n.As<std::uint32_t>());
    actor.push_back(n.As<std::uint32_t>());
  }
  // A column that says nothing is left out.
  template <class T>
  static const T* OrNull(const std::vector<T>& column) {
    for (const T& value : column)
      if (!(value == T())) return column.data();
    return nullptr;
  }
  [[nodiscard]] BatchView view() const {
    BatchView batch;
    batch.count = item.size();
    batch.item = item.data();
    batch.day = day.data();
    batch.kind = kind.data();
    batch.amount = amount.data();
    batch.cause = OrNull(cause);
    batch.reference = OrNull(reference);
    batch.group = OrNull(group);
    batch.source = OrNull(source);
    batch.authorization = OrNull(authorization);
    batch.actor = OrNull(actor);
    batch.memo = OrNull(memo);
    batch.key = key;
    return batch;
  }
};

// What can be seen of a book and may not change by a refusal.
struct Picture {
  std::vector<ItemBalances> balances;
  std::vector<Money> drawn;
  std::vector<std::pair<bool, Money>> entries;

  explicit Picture(const Book& book) {
    for (std::uint32_t id = 1; id <= book.item_count(); ++id)
      balances.push_back(book.BalancesOf(ItemId{id}));
    for (std::uint32_t id = 1; id <= book.authorization_count(); ++id)
      drawn.push_back(book.DrawnOn(AuthorizationId{id}));
    book.ForEachEntry(EntryId::kNone, [&](const Entry& entry) {
      entries.emplace_back(entry.corrected, entry.open);
    });
  }
  friend bool operator==(const Picture& a, const Picture& b) {
    return std::tie(a.balances, a.drawn, a.entries) == std::tie(b.balances, b.drawn, b.entries);
  }
};

void DemandSentence(const Error& error) {
  Demand(error.code() != Code::kOk && error.code() != Code::kInternal);
  const Message& message = error.message();
  Demand(!message.ko.empty() && !FindInvalidUtf8(message.ko));
  Demand(!message.en.empty() && !FindInvalidUtf8(message.en));
}

// A refusal of the batch as a whole, of which Check says nothing.
bool OfTheBatch(Code code) {
  return code == Code::kKeyReused || code == Code::kInvalidUtf8 || code == Code::kTextTooLong;
}

void Post(Book& book, const Columns& columns) {
  const Picture before(book);
  const BatchView batch = columns.view();
  const std::vector<Code> codes = book.Check(batch);
  Demand(codes.size() == batch.count);
  Demand(Picture(book) == before);
  const bool fine =
      std::all_of(codes.begin(), codes.end(), [](Code code) { return code == Code::kOk; });
  const Result<Receipt> receipt = book.Post(batch);
  if (!receipt.ok()) {
    Demand(Picture(book) == before);
    DemandSentence(receipt.error());
    const std::int64_t row = receipt.error().row();
    Demand(row < static_cast<std::int64_t>(batch.count));
    Demand(row >= 0 || OfTheBatch(receipt.code()));
    if (row >= 0) Demand(codes[static_cast<std::size_t>(row)] == receipt.code());
    if (fine) Demand(OfTheBatch(receipt.code()));
    return;
  }
  if (receipt->repeated) {
    Demand(Picture(book) == before);
    return;
  }
  Demand(fine && receipt->count == batch.count);
  Demand(book.entry_count() == before.entries.size() + batch.count);
  if (!batch.key.empty() && batch.count > 0) {
    const Picture after(book);
    const Result<Receipt> again = book.Post(batch);
    Demand(again.ok() && again->repeated && again->first == receipt->first);
    Demand(Picture(book) == after);
  }
}

void Carry(Book& book, std::string_view line) {
  Numbers n(line);
  CarryRequest request;
  request.item = ItemId{n.As<std::uint32_t>()};
  request.amount = Money(n.Next());
  request.cause = static_cast<Cause>(n.As<std::int32_t>());
  request.authorization = AuthorizationId{n.As<std::uint32_t>()};
  while (!n.empty() && request.commitments.size() < 4)
    request.commitments.push_back(EntryId{n.As<std::uint32_t>()});
  const Picture before(book);
  const RolloverPreview preview = PreviewRollover(book, 2021, {request}, Day(2021, 12, 31));
  Demand(preview.rows.size() == 1 && Picture(book) == before);
  const Result<RolloverReceipt> done = Rollover(book, preview);
  Demand(done.ok() == preview.ok());
  if (!done.ok()) {
    Demand(done.code() == preview.rows[0].refused && Picture(book) == before);
    DemandSentence(done.error());
  } else {
    Demand(done->carried.size() == 1);
  }
}

void DemandIdentities(const StatutoryColumns& c) {
  Demand(c.current_budget == c.adopted + c.carryover_in + c.contingency_draw + c.transfers +
                                 c.pre_enactment + c.excess_revenue);
  Demand(c.current_budget == c.disbursed + c.carryover_out + c.lapsed_balance);
  Demand(c.carryover_out ==
         c.explicit_out + c.accidental_out + c.continuing_out + c.construction_out);
  Demand(c.lapsed_balance == c.subsidy_refund + c.unspent_balance);
}

void DemandPrinted(const SettledRow& row) {
  const SettlementRow sheet = ToSheetColumns(row, true);
  const auto printed = RoundForPrint(sheet, 1'000, Rounding::kHalfUp);
  Demand(printed.ok());
  for (const SettlementRow& one : {sheet, printed->row}) {
    const auto checks = CheckRow(one);
    Demand(checks.ok());
    for (const IdentityCheck& check : *checks) Demand(check.holds);
  }
}

void DemandSettlement(const Book& book, std::int32_t year) {
  const auto some = static_cast<GroupBy>(2 + book.entry_count() % 12);
  for (const GroupBy by : {GroupBy::kNothing, GroupBy::kItem, some}) {
    const auto rows = Settle(book, year, by);
    if (!rows.ok()) {
      Demand(rows.code() == Code::kOverflow);
      continue;
    }
    for (const SettledRow& row : *rows) {
      DemandIdentities(row.total);
      DemandIdentities(row.subsidy);
      if (by != some) DemandPrinted(row);
    }
  }
  for (const AccountId account : {AccountId{1}, AccountId{2}}) {
    const auto s = SurplusOf(book, account, year);
    if (!s.ok()) continue;
    Demand(s->assessed == s->received + s->written_off + s->uncollected);
    if (s->budgets_agree()) Demand(s->net_surplus == s->excess_receipts + s->unspent_balance);
  }
}

void DemandOrder(const Book& book) {
  for (const Finding& finding : book.Verify()) Demand(finding.severity != Severity::kError);
  DemandSettlement(book, 2021);
  DemandSettlement(book, 2022);
  const auto now = book.Balances(ItemFilter(), GroupBy::kItem);
  const auto then = book.BalancesOn(Day(9'999, 12, 31), ItemFilter(), GroupBy::kItem);
  Demand(now.ok() && then.ok() && now->rows.size() == then->rows.size());
  for (std::size_t i = 0; i < now->rows.size(); ++i)
    Demand(now->rows[i].sums == then->rows[i].sums);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  std::int64_t choice = 0;
  if (text.substr(0, 2) == "p ") choice = Numbers(text.substr(0, 12)).Next() & 15;
  Book book = SmallBook(choice);
  Columns columns;
  const auto post = [&](std::string_view next_key) {
    Post(book, columns);
    columns = Columns();
    columns.key = std::string(next_key);
  };
  for (std::size_t lines = 0; !text.empty() && lines < kLinesMax; ++lines) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty()) continue;
    switch (line[0]) {
      case 'p':
        break;
      case 'b':
        post(line.substr(std::min<std::size_t>(2, line.size())));
        break;
      case 'r':
        post("");
        Carry(book, line);
        break;
      case 'x':
        post("");
        static_cast<void>(book.Close(Numbers(line).As<std::int32_t>()).ok());
        break;
      default:
        columns.Add(line);
    }
  }
  post("");
  DemandOrder(book);
  return 0;
}
