#include "yesan/ledger/book.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "lib/ledger/state.h"
#include "yesan/base/text.h"

namespace yesan {

using internal::BookState;
using internal::YearInfo;

namespace {

Error Refuse(Code code, std::string rule, std::string ko, std::string en, std::int64_t row = -1) {
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.row = row;
  detail.message = {std::move(ko), std::move(en)};
  return Error(code, std::move(detail));
}

// A name that people give: not empty, UTF-8.
Result<void> CheckName(std::string_view name, std::string_view rule, std::string_view ko,
                       std::string_view en) {
  if (FindInvalidUtf8(name))
    return Refuse(Code::kInvalidUtf8, std::string(rule),
                  std::string(ko) + " 이름이 UTF-8이 아닙니다.",
                  "The name of the " + std::string(en) + " is not UTF-8.");
  if (Trim(name).empty())
    return Refuse(Code::kInvalidArgument, std::string(rule),
                  std::string(ko) + " 이름이 비어 있습니다.",
                  "The " + std::string(en) + " has no name.");
  return {};
}

template <class Id>
bool Has(std::size_t count, Id id) noexcept {
  return NumberOf(id) >= 1 && NumberOf(id) <= count;
}

// An act that the journal does not keep is taken back.
template <class What, class Undo>
Result<void> Keep(BookState& state, const What* what, Undo&& undo) {
  if (state.journal != nullptr) {
    try {
      if (Result<void> kept = state.journal->Append(Act(what)); !kept) {
        undo();
        return kept;
      }
    } catch (...) {
      undo();
      throw;
    }
  }
  ++state.changes;
  return {};
}

CodeKind Up(CodeKind rung) noexcept {
  return static_cast<CodeKind>(static_cast<std::int32_t>(rung) - 1);
}

bool IsRung(CodeKind kind) noexcept {
  return kind >= CodeKind::kField && kind <= CodeKind::kDetailedProgram;
}

bool IsKnown(Origin origin) noexcept {
  return origin >= Origin::kCurrent && origin <= Origin::kConstruction;
}

}  // namespace

namespace internal {

OneWriter::OneWriter(BookState& state) noexcept : state_(state) {
#ifndef NDEBUG
  const bool alone = !state_.writing.exchange(true, std::memory_order_relaxed);
  assert(alone && "two writers of one book at once: what changes a book needs it alone");
#endif
}

OneWriter::~OneWriter() { state_.writing.store(false, std::memory_order_relaxed); }

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

std::uint32_t BookState::BucketOf(const ItemKey& key, const ItemInfo& info) {
  if (key.revenue) return kNoBucket;
  std::uint32_t node = 0;
  std::uint32_t group = 0;
  switch (policy.control_level) {
    case ControlLevel::kItem:
      break;
    case ControlLevel::kObjectGroup:
      node = info.program;
      group = info.group + 1;
      break;
    case ControlLevel::kDetailedProgram:
      node = info.program;
      break;
    case ControlLevel::kUnitProgram:
      node = info.unit;
      break;
    case ControlLevel::kPolicyProgram:
      node = info.policy;
      break;
  }
  const auto next = static_cast<std::uint32_t>(buckets.size());
  if (policy.control_level == ControlLevel::kItem) {
    buckets.emplace_back();
    return next;
  }
  const auto [found, is_new] = bucket_ids.try_emplace(
      {info.year, info.account, static_cast<std::uint32_t>(key.origin), node, group}, next);
  if (is_new) buckets.emplace_back();
  return found->second;
}

Result<ItemKey> BookState::CompleteKey(ItemKey key) const {
  if (key.fiscal_year < 1 || key.fiscal_year > 9998)
    return Refuse(Code::kOutOfRange, "item.year", "회계연도는 1에서 9998까지입니다.",
                  "A fiscal year lies in [1, 9998].");
  if (!Has(accounts.size(), key.account))
    return Refuse(Code::kNotFound, "item.account", "그런 회계가 없습니다.",
                  "There is no such account.");
  if (IsClosed(key.fiscal_year)) return Error(Code::kYearClosed);
  if (!IsKnown(key.origin))
    return Refuse(Code::kInvalidArgument, "item.origin", "그런 재원 구분(이월 종류)은 없습니다.",
                  "There is no such origin.");
  if (FindInvalidUtf8(key.object_item) || FindInvalidUtf8(key.object_group))
    return Refuse(Code::kInvalidUtf8, "item.object", "과목 코드가 UTF-8이 아닙니다.",
                  "An object code is not UTF-8.");
  if (Trim(key.object_item).empty())
    return Refuse(Code::kInvalidArgument, "item.object", "과목 코드가 비어 있습니다.",
                  "The object code is empty.");
  if (key.revenue) {
    if (key.program != ProgramId::kNone || key.department != DepartmentId::kNone)
      return Refuse(Code::kInvalidArgument, "item.revenue", "세입 과목에는 사업과 부서가 없습니다.",
                    "A revenue item has no program and no department.");
    return key;
  }
  if (!Has(departments.size(), key.department))
    return Refuse(Code::kNotFound, "item.department", "그런 부서가 없습니다.",
                  "There is no such department.");
  if (!Has(nodes.size(), key.program))
    return Refuse(Code::kNotFound, "item.program", "그런 사업이 없습니다.",
                  "There is no such program.");
  if (nodes[NumberOf(key.program) - 1].kind != CodeKind::kDetailedProgram)
    return Refuse(Code::kInvalidArgument, "item.program", "예산 과목은 세부사업에만 둡니다.",
                  "An item belongs to a detailed program.");
  if (key.object_group.empty()) {
    const auto parent =
        classification.ParentOf(CodeKind::kObjectItem, key.fiscal_year, key.object_item);
    if (!parent || parent->empty()) {
      const std::string named = std::to_string(key.fiscal_year) + " " + key.object_item;
      return Refuse(Code::kNotFound, "item.object_group",
                    named + ": 이 연도의 과목표에 없으니 편성목을 적어 주십시오.",
                    named + " is not in the classification of the year: name its object group.");
    }
    key.object_group = std::string(*parent);
  }
  return key;
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
    return Refuse(Code::kInvalidArgument, "government.currency",
                  "통화는 대문자 세 자로 적습니다: KRW.",
                  "A currency is three capital letters: KRW.");
  if (government.minor_digits < 0 || government.minor_digits > 4)
    return Refuse(Code::kInvalidArgument, "government.minor_digits",
                  "보조단위의 자릿수는 0에서 4까지입니다.", "A minor unit has 0 to 4 digits.");
  if (!FiscalYear::Make(2000, government.calendar))
    return Refuse(Code::kInvalidArgument, "government.calendar",
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
  const internal::OneWriter alone(*state_);
  if (Result<void> name = CheckName(account.name, "account.name", "회계의", "account"); !name)
    return std::move(name).error();
  if (Name(account.kind) == "unknown")
    return Refuse(Code::kInvalidArgument, "account.kind", "그런 회계 구분은 없습니다.",
                  "There is no such kind of account.");
  if (FindAccount(account.name)) return Error(Code::kDuplicate);
  state_->accounts.push_back(std::move(account));
  Result<void> kept = Keep(*state_, &state_->accounts.back(), [&] { state_->accounts.pop_back(); });
  if (!kept) return std::move(kept).error();
  return AccountId{static_cast<std::uint32_t>(state_->accounts.size())};
}

Result<DepartmentId> Book::AddDepartment(Department department) {
  const internal::OneWriter alone(*state_);
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
  const internal::OneWriter alone(*state_);
  if (!IsRung(node.kind))
    return Refuse(Code::kInvalidArgument, "program.kind",
                  "분야에서 세부사업까지만 사업 단계입니다.",
                  "A node is a rung from field to detailed program.");
  if (node.kind == CodeKind::kField) {
    if (node.parent != ProgramId::kNone)
      return Refuse(Code::kInvalidArgument, "program.parent", "분야는 맨 위 단계입니다.",
                    "A field is the top rung.");
  } else {
    if (!Has(state_->nodes.size(), node.parent)) return Error(Code::kNotFound);
    if (state_->nodes[NumberOf(node.parent) - 1].kind != Up(node.kind))
      return Refuse(Code::kInvalidArgument, "program.parent", "바로 위 단계에 속해야 합니다.",
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
  const internal::OneWriter alone(*state_);
  return SayYear(*state_, program, std::move(year), false);
}

Result<void> Book::AmendProgramYear(ProgramId program, ProgramYear year) {
  const internal::OneWriter alone(*state_);
  return SayYear(*state_, program, std::move(year), true);
}

Result<ItemId> Book::AddItem(ItemKey key) { return AddItems({std::move(key)}); }

Result<ItemId> Book::AddItems(const std::vector<ItemKey>& keys) {
  const internal::OneWriter alone(*state_);
  BookState& state = *state_;
  const auto first = static_cast<std::uint32_t>(state.items.size() + 1);
  const BookState::Made made = state.MadeSoFar();
  if (Result<void> appended = state.AppendItems(keys); !appended)
    return std::move(appended).error();
  if (keys.empty()) return ItemId{first};
  const AddedItems added{ItemId{first}, &state.items[first - 1], keys.size()};
  Result<void> kept = Keep(state, &added, [&] { state.TakeBackTo(made); });
  if (!kept) return std::move(kept).error();
  return ItemId{first};
}

namespace internal {

Result<void> BookState::AppendItems(const std::vector<ItemKey>& wanted) {
  std::vector<ItemKey> complete;
  complete.reserve(wanted.size());
  HashSet<ItemKey, ItemHash> seen;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Result<ItemKey> key = CompleteKey(wanted[i]);
    const auto row = static_cast<std::int64_t>(i);
    if (!key) return std::move(key).error().AtRow(row);
    if (item_ids.count(*key) != 0 || !seen.insert(*key).second)
      return Error(Code::kDuplicate).AtRow(row);
    complete.push_back(std::move(*key));
  }
  if (items.size() + complete.size() >= kNoBucket) return Error(Code::kTooLarge);
  const Made made = MadeSoFar();
  try {
    for (ItemKey& key : complete) AppendItem(std::move(key));
  } catch (...) {
    TakeBackTo(made);
    throw;
  }
  return {};
}

// What this leaves half done when memory runs out, TakeBackTo takes back.
void BookState::AppendItem(ItemKey key) {
  const auto id = static_cast<std::uint32_t>(items.size() + 1);
  ItemInfo info;
  info.year = *YearId(key.fiscal_year);
  info.account = NumberOf(key.account);
  info.object = WordId(key.object_item);
  info.group = WordId(key.object_group);
  if (!key.revenue) {
    info.program = NumberOf(key.program);
    info.unit = Above(info.program, CodeKind::kUnitProgram);
    info.policy = Above(info.program, CodeKind::kPolicyProgram);
    info.reserve = index.MayBeReserve(key.object_group, key.object_item);
  }
  info.bucket = BucketOf(key, info);
  if (items.size() == items.capacity()) {
    const std::size_t more = std::max<std::size_t>(16, items.size() * 2);
    infos.reserve(more);
    hot.reserve(more);
    cold.reserve(more);
    items.reserve(more);
  }
  std::vector<std::uint32_t>* of_program = nullptr;
  if (!key.revenue) {
    of_program = &program_items[{info.program, info.year}];
    ReserveMore(*of_program, 1);
  }
  item_ids.emplace(key, id);
  // From here on nothing throws.
  if (of_program != nullptr) of_program->push_back(id);
  infos.push_back(info);
  HotItem item;
  item.bucket = info.bucket;
  item.year = static_cast<std::uint16_t>(info.year);
  item.reserves = info.reserve;
  hot.push_back(item);
  cold.emplace_back();
  items.push_back(std::move(key));
}

void BookState::TakeBackTo(const Made& made) noexcept {
  while (items.size() > made.items) {
    const ItemInfo& info = infos.back();
    if (!info.revenue()) program_items.find({info.program, info.year})->second.pop_back();
    item_ids.erase(items.back());
    infos.pop_back();
    hot.pop_back();
    cold.pop_back();
    items.pop_back();
  }
  while (years.size() > made.years) {
    year_ids.erase(years.back().year);
    years.pop_back();
  }
  while (words.size() > made.words) {
    word_ids.erase(words.back());
    words.pop_back();
  }
  while (buckets.size() > made.buckets) buckets.pop_back();
  for (auto it = bucket_ids.begin(); it != bucket_ids.end();)
    it = it->second >= made.buckets ? bucket_ids.erase(it) : std::next(it);
}

}  // namespace internal

Result<AuthorizationId> Book::AddAuthorization(Authorization authorization) {
  const internal::OneWriter alone(*state_);
  const auto bad = [](std::string rule, std::string ko, std::string en) {
    return Refuse(Code::kInvalidArgument, std::move(rule), std::move(ko), std::move(en));
  };
  if (Name(authorization.kind) == "unknown")
    return bad("authorization.kind", "그런 승인은 없습니다.",
               "There is no such kind of authorization.");
  if (Result<void> name =
          CheckName(authorization.document, "authorization.document", "문서", "document");
      !name)
    return std::move(name).error();
  if (authorization.limit && authorization.limit->sign() < 0)
    return bad("authorization.limit", "한도가 0보다 작습니다.", "The limit is below zero.");
  const auto purpose = static_cast<std::int32_t>(authorization.purpose);
  if (purpose < 0 || purpose > static_cast<std::int32_t>(ProvisionalPurpose::kContinuation))
    return bad("authorization.purpose", "그런 준예산 목적은 없습니다.",
               "There is no such purpose of a provisional budget.");
  if (purpose != 0 && authorization.kind != AuthorizationKind::kHeadDecision)
    return bad("authorization.purpose", "준예산의 목적은 단체장 결정에만 적습니다.",
               "Only a head's decision names the purpose of a provisional budget.");
  const bool is_plan = authorization.kind == AuthorizationKind::kContinuingPlan;
  if (is_plan != (authorization.last_year != 0))
    return bad("authorization.last_year", "마지막 연도는 계속비 계획에만, 반드시 적습니다.",
               "A continuing plan, and nothing else, names its last year.");
  if ((authorization.account != AccountId::kNone &&
       !Has(state_->accounts.size(), authorization.account)) ||
      (authorization.program != ProgramId::kNone &&
       !Has(state_->nodes.size(), authorization.program)) ||
      (authorization.item != ItemId::kNone && !Has(state_->items.size(), authorization.item))) {
    return Error(Code::kNotFound);
  }
  const auto is_year = [](std::int32_t year) { return year >= 1 && year <= 9998; };
  if ((authorization.fiscal_year != 0 && !is_year(authorization.fiscal_year)) ||
      (is_plan && !is_year(authorization.last_year))) {
    return Refuse(Code::kOutOfRange, "authorization.year", "회계연도는 1에서 9998까지입니다.",
                  "A fiscal year lies in [1, 9998].");
  }
  if (is_plan) {
    const auto voted = FiscalYear::Of(authorization.day, state_->government.calendar);
    if (!voted) return Error(Code::kOutOfRange);
    // A budget is voted in the year before its own, or within it.
    std::int32_t first = authorization.fiscal_year;
    const std::int32_t earliest = first == 0 ? voted->year() : first;
    if (authorization.last_year < earliest) {
      return bad("authorization.last_year",
                 "계속비 계획의 마지막 연도 " + std::to_string(authorization.last_year) +
                     "가 첫 연도 " + std::to_string(earliest) + "보다 앞섭니다.",
                 "The plan's last year, " + std::to_string(authorization.last_year) +
                     ", is before its first, " + std::to_string(earliest) + ".");
    }
    if (first == 0) first = voted->year() + 1;
    for (const PolicyLine* line : state_->index.Of(PolicyTopic::kPlanYearsMax)) {
      const std::int64_t years = std::int64_t{authorization.last_year} - first + 1;
      if (internal::PolicyIndex::InForce(*line, authorization.day.days()) && years > line->number) {
        ErrorDetail detail;
        detail.rule = "plan_too_long";
        detail.message = {"계속비 계획은 " + std::to_string(line->number) + "년까지인데 " +
                              std::to_string(years) + "년입니다 (" + line->article + ").",
                          "A continuing plan runs at most " + std::to_string(line->number) +
                              " years; this one has " + std::to_string(years) + "."};
        return Error(Code::kPlanTooLong, std::move(detail));
      }
    }
  }
  internal::ReserveMore(state_->authorizations, 1);
  internal::ReserveMore(state_->drawn, 1);
  state_->authorizations.push_back(std::move(authorization));
  state_->drawn.push_back(0);
  Result<void> kept = Keep(*state_, &state_->authorizations.back(), [&] {
    state_->authorizations.pop_back();
    state_->drawn.pop_back();
  });
  if (!kept) return std::move(kept).error();
  return AuthorizationId{static_cast<std::uint32_t>(state_->authorizations.size())};
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
  const internal::OneWriter alone(*state_);
  const auto found = state_->year_ids.find(fiscal_year);
  if (found == state_->year_ids.end()) return Error(Code::kNotFound);
  YearInfo& year = state_->years[found->second];
  if (year.closed) return Error(Code::kYearClosed);
  for (const YearInfo& other : state_->years) {
    if (other.year < fiscal_year && !other.closed) {
      const std::string earlier = std::to_string(other.year);
      return Refuse(Code::kVersionOrder, "close.order", earlier + "년도를 먼저 마감해야 합니다.",
                    "Fiscal year " + earlier + " has to be closed first.");
    }
  }
  year.closed = true;
  const ClosedYear closed{fiscal_year};
  return Keep(*state_, &closed, [&] { year.closed = false; });
}

}  // namespace yesan
