#include "yesan/ledger/book.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "lib/ledger/acts.h"
#include "lib/ledger/state.h"

namespace yesan {

using internal::BookState;
using internal::CheckName;
using internal::Has;
using internal::Keep;
using internal::RefuseAct;
using internal::YearInfo;

namespace {

CodeKind Up(CodeKind rung) noexcept {
  return static_cast<CodeKind>(static_cast<std::int32_t>(rung) - 1);
}

bool IsRung(CodeKind kind) noexcept {
  return kind >= CodeKind::kField && kind <= CodeKind::kDetailedProgram;
}

}  // namespace

namespace internal {

OneWriter::OneWriter(BookState& state) noexcept : state_(state) {
#ifndef NDEBUG
  const bool alone = !state_.writing.exchange(true, std::memory_order_relaxed);
  assert(alone && "two writers of one book at once: what changes a book needs it alone");
#endif
}

OneWriter::~OneWriter() {
  if (begun_) state_.journal->End();
  state_.writing.store(false, std::memory_order_relaxed);
}

Result<void> OneWriter::Begin() {
  if (state_.journal == nullptr) return {};
  Result<void> begun = state_.journal->Begin();
  begun_ = begun.ok();
  return begun;
}

std::uint32_t BookState::Above(std::uint32_t node, CodeKind rung) const noexcept {
  while (node != 0 && nodes[node - 1].kind != rung) node = NumberOf(nodes[node - 1].parent);
  return node;
}

bool BookState::IsUnder(std::uint32_t program, std::uint32_t node) const noexcept {
  while (program != 0 && program != node) program = NumberOf(nodes[program - 1].parent);
  return program != 0;
}

std::uint32_t BookState::WordId(std::string_view word) {
  const auto found = word_ids.find(std::string(word));
  if (found != word_ids.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(words.size());
  words.emplace_back(word);
  word_ids.emplace(std::string(word), id);
  return id;
}

Result<std::uint32_t> BookState::YearId(std::int32_t year) {
  const auto found = year_ids.find(year);
  if (found != year_ids.end()) return found->second;
  const Result<FiscalYear> fiscal = FiscalYear::Make(year, government.calendar);
  if (!fiscal) return Error(Code::kOutOfRange);
  const auto id = static_cast<std::uint32_t>(years.size());
  years.push_back({year, fiscal->first_day().days(), fiscal->last_day().days(), false});
  year_ids.emplace(year, id);
  return id;
}

bool BookState::IsClosed(std::int32_t year) const noexcept {
  const auto found = year_ids.find(year);
  return found != year_ids.end() && years[found->second].closed;
}

}  // namespace internal

Book::Book(std::unique_ptr<BookState> state) noexcept : state_(std::move(state)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

Result<Book> Book::Make(Government government, Policy policy, Classification classification,
                        Journal* journal) {
  if (Result<void> name = CheckName(government.name, "government.name", "자치단체", "government");
      !name)
    return std::move(name).error();
  const bool capitals = government.currency.size() == 3 &&
                        std::all_of(government.currency.begin(), government.currency.end(),
                                    [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals)
    return RefuseAct(Code::kInvalidArgument, "government.currency",
                     "통화는 대문자 세 자로 적습니다: KRW.",
                     "A currency is three capital letters: KRW.");
  if (government.minor_digits < 0 || government.minor_digits > 4)
    return RefuseAct(Code::kInvalidArgument, "government.minor_digits",
                     "보조단위의 자릿수는 0에서 4까지입니다.", "A minor unit has 0 to 4 digits.");
  if (!FiscalYear::Make(2000, government.calendar))
    return RefuseAct(Code::kInvalidArgument, "government.calendar",
                     "회계연도의 첫 달이 1~12월이 아닙니다.",
                     "The first month of the fiscal year is not in [1, 12].");
  if (Result<void> checked = CheckPolicy(policy); !checked) return std::move(checked).error();
  return Book(std::make_unique<BookState>(std::move(government), std::move(policy),
                                          std::move(classification), journal));
}

const Government& Book::government() const noexcept { return state_->government; }
const Policy& Book::policy() const noexcept { return state_->policy; }
const Classification& Book::classification() const noexcept { return state_->classification; }

Result<AccountId> Book::AddAccount(Account account) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  if (Result<void> name = CheckName(account.name, "account.name", "회계의", "account"); !name)
    return std::move(name).error();
  if (Name(account.kind) == "unknown")
    return RefuseAct(Code::kInvalidArgument, "account.kind", "그런 회계 구분은 없습니다.",
                     "There is no such kind of account.");
  if (FindAccount(account.name)) return Error(Code::kDuplicate);
  state_->accounts.push_back(std::move(account));
  Result<void> kept = Keep(*state_, &state_->accounts.back(), [&] { state_->accounts.pop_back(); });
  if (!kept) return std::move(kept).error();
  return AccountId{static_cast<std::uint32_t>(state_->accounts.size())};
}

Result<DepartmentId> Book::AddDepartment(Department department) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  if (Result<void> name = CheckName(department.name, "department.name", "부서", "department");
      !name)
    return std::move(name).error();
  if (FindDepartment(department.name)) return Error(Code::kDuplicate);
  const auto id = static_cast<std::uint32_t>(state_->departments.size() + 1);
  internal::ReserveMore(state_->departments, 1);
  const auto named = state_->department_ids.emplace(department.name, id).first;
  state_->departments.push_back(std::move(department));
  Result<void> kept = Keep(*state_, &state_->departments.back(), [&] {
    state_->department_ids.erase(named);
    state_->departments.pop_back();
  });
  if (!kept) return std::move(kept).error();
  return DepartmentId{id};
}

Result<ProgramId> Book::AddProgram(ProgramNode node) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  if (!IsRung(node.kind))
    return RefuseAct(Code::kInvalidArgument, "program.kind",
                     "분야에서 세부사업까지만 사업 단계입니다.",
                     "A node is a rung from field to detailed program.");
  if (node.kind == CodeKind::kField) {
    if (node.parent != ProgramId::kNone)
      return RefuseAct(Code::kInvalidArgument, "program.parent", "분야는 맨 위 단계입니다.",
                       "A field is the top rung.");
  } else {
    if (!Has(state_->nodes.size(), node.parent)) return Error(Code::kNotFound);
    if (state_->nodes[NumberOf(node.parent) - 1].kind != Up(node.kind))
      return RefuseAct(Code::kInvalidArgument, "program.parent", "바로 위 단계에 속해야 합니다.",
                       "A node belongs to the next rung up.");
  }
  const auto id = static_cast<std::uint32_t>(state_->nodes.size() + 1);
  internal::ReserveMore(state_->nodes, 1);
  internal::ReserveMore(state_->node_years, 1);
  state_->nodes.push_back(node);
  state_->node_years.emplace_back(id);
  Result<void> kept = Keep(*state_, &state_->nodes.back(), [&] {
    state_->nodes.pop_back();
    state_->node_years.pop_back();
  });
  if (!kept) return std::move(kept).error();
  return ProgramId{id};
}

namespace {

// Says a year of a node, for the first time or anew.
Result<void> SayYear(BookState& state, ProgramId program, ProgramYear year, bool anew) {
  if (!Has(state.nodes.size(), program)) return Error(Code::kNotFound);
  if (state.IsClosed(year.fiscal_year)) return Error(Code::kYearClosed);
  using Key = std::pair<std::int32_t, std::pair<std::int32_t, std::string>>;
  std::map<Key, std::uint32_t> codes;  // made here, so that putting it in needs no memory
  if (!year.code.empty()) {
    Key key{static_cast<std::int32_t>(state.nodes[NumberOf(program) - 1].kind),
            {year.fiscal_year, year.code}};
    const auto found = state.node_codes.find(key);
    // A code that a node had in a year stays its own, also when it has another now.
    if (found != state.node_codes.end() && !(anew && found->second == NumberOf(program)))
      return Error(Code::kDuplicate);
    if (found == state.node_codes.end()) codes.emplace(std::move(key), NumberOf(program));
  }
  Program& years = state.node_years[NumberOf(program) - 1];
  Program next = years;
  const std::int32_t fiscal_year = year.fiscal_year;
  Result<void> said = anew ? next.AmendYear(std::move(year)) : next.AddYear(std::move(year));
  if (!said) return said;
  const NodeYear named{program, next.Find(fiscal_year)};
  if (Result<void> kept = Keep(state, &named, [] {}); !kept) return kept;
  years = std::move(next);
  state.node_codes.merge(codes);
  return {};
}

}  // namespace

Result<void> Book::AddProgramYear(ProgramId program, ProgramYear year) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  return SayYear(*state_, program, std::move(year), false);
}

Result<void> Book::AmendProgramYear(ProgramId program, ProgramYear year) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  return SayYear(*state_, program, std::move(year), true);
}

std::size_t Book::account_count() const noexcept { return state_->accounts.size(); }
std::size_t Book::department_count() const noexcept { return state_->departments.size(); }
std::size_t Book::program_count() const noexcept { return state_->nodes.size(); }
std::size_t Book::item_count() const noexcept { return state_->items.size(); }
std::size_t Book::authorization_count() const noexcept { return state_->authorizations.size(); }
std::size_t Book::entry_count() const noexcept { return state_->entries.size(); }

const Account* Book::Find(AccountId id) const noexcept {
  return Has(state_->accounts.size(), id) ? &state_->accounts[NumberOf(id) - 1] : nullptr;
}
const Department* Book::Find(DepartmentId id) const noexcept {
  return Has(state_->departments.size(), id) ? &state_->departments[NumberOf(id) - 1] : nullptr;
}
const ProgramNode* Book::Find(ProgramId id) const noexcept {
  return Has(state_->nodes.size(), id) ? &state_->nodes[NumberOf(id) - 1] : nullptr;
}
const ItemKey* Book::Find(ItemId id) const noexcept {
  return Has(state_->items.size(), id) ? &state_->items[NumberOf(id) - 1] : nullptr;
}
const Authorization* Book::Find(AuthorizationId id) const noexcept {
  return Has(state_->authorizations.size(), id) ? &state_->authorizations[NumberOf(id) - 1]
                                                : nullptr;
}
const Program* Book::YearsOf(ProgramId id) const noexcept {
  return Has(state_->nodes.size(), id) ? &state_->node_years[NumberOf(id) - 1] : nullptr;
}

std::optional<Entry> Book::Find(EntryId id) const {
  const std::uint32_t number = NumberOf(id);
  if (!Has(state_->entries.size(), id)) return std::nullopt;
  const internal::Row row = state_->RowOf(number);
  const auto date = Date::FromDays(row.day);
  Entry entry;
  entry.id = id;
  entry.item = ItemId{row.item};
  if (date) entry.day = *date;
  entry.kind = static_cast<EntryKind>(row.kind);
  entry.cause = static_cast<Cause>(row.cause);
  entry.amount = Money(row.amount);
  entry.reference = EntryId{row.reference};
  entry.group = row.group;
  if (row.source != 0) entry.source = static_cast<FundingSource>(row.source);
  entry.authorization = AuthorizationId{state_->AuthorizationOf(number)};
  entry.actor = ActorId{row.actor};
  entry.corrected = state_->entries.corrected(number);
  if (entry.kind == EntryKind::kCommit || entry.kind == EntryKind::kDisburse)
    entry.open = Money(state_->entries.extra(number));
  entry.memo = state_->MemoOf(number);
  return entry;
}

std::optional<AccountId> Book::FindAccount(std::string_view name) const {
  for (std::size_t i = 0; i < state_->accounts.size(); ++i) {
    if (state_->accounts[i].name == name) return AccountId{static_cast<std::uint32_t>(i + 1)};
  }
  return std::nullopt;
}

std::optional<DepartmentId> Book::FindDepartment(std::string_view name) const {
  const auto found = state_->department_ids.find(std::string(name));
  if (found == state_->department_ids.end()) return std::nullopt;
  return DepartmentId{found->second};
}

std::optional<ProgramId> Book::FindProgram(CodeKind kind, std::int32_t fiscal_year,
                                           std::string_view code) const {
  const auto found =
      state_->node_codes.find({static_cast<std::int32_t>(kind), {fiscal_year, std::string(code)}});
  if (found == state_->node_codes.end()) return std::nullopt;
  return ProgramId{found->second};
}

std::optional<ItemId> Book::FindItem(const ItemKey& key) const {
  const auto found = state_->item_ids.find(key);
  if (found == state_->item_ids.end()) return std::nullopt;
  return ItemId{found->second};
}

ProgramId Book::NodeOf(ItemId item, CodeKind rung) const noexcept {
  if (!Has(state_->items.size(), item)) return ProgramId::kNone;
  return ProgramId{state_->Above(state_->InfoOf(NumberOf(item)).program, rung)};
}

Money Book::DrawnOn(AuthorizationId id) const noexcept {
  return Has(state_->drawn.size(), id) ? Money(state_->drawn[NumberOf(id) - 1]) : Money();
}

bool Book::IsClosed(std::int32_t fiscal_year) const noexcept {
  return state_->IsClosed(fiscal_year);
}

Result<void> Book::Close(std::int32_t fiscal_year) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  const auto found = state_->year_ids.find(fiscal_year);
  if (found == state_->year_ids.end()) return Error(Code::kNotFound);
  YearInfo& year = state_->years[found->second];
  if (year.closed) return Error(Code::kYearClosed);
  for (const YearInfo& other : state_->years) {
    if (other.year < fiscal_year && !other.closed) {
      const std::string earlier = std::to_string(other.year);
      return RefuseAct(Code::kVersionOrder, "close.order", earlier + "년도를 먼저 마감해야 합니다.",
                       "Fiscal year " + earlier + " has to be closed first.");
    }
  }
  year.closed = true;
  const ClosedYear closed{fiscal_year};
  return Keep(*state_, &closed, [&] { year.closed = false; });
}

}  // namespace yesan
