// The items of a book: what makes a key one of its own, and what is made with an item.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "lib/ledger/acts.h"
#include "lib/ledger/state.h"
#include "yesan/base/text.h"
#include "yesan/ledger/book.h"

namespace yesan {
namespace internal {
namespace {

bool IsKnown(Origin origin) noexcept {
  return origin >= Origin::kCurrent && origin <= Origin::kConstruction;
}

}  // namespace

bool BookState::HasMoneyFromOutside(std::int32_t year) const noexcept {
  const auto found = year_ids.find(year);
  if (found == year_ids.end() || year_ids.count(year - 1) != 0) return false;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].year == found->second && !infos[i].revenue() && cold[i].carryover_in != 0)
      return true;
  }
  return false;
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
  // The reserve keeps to itself: no other item spends its money, whatever the level.
  const auto [found, is_new] =
      bucket_ids.try_emplace({info.year, info.account, static_cast<std::uint32_t>(key.origin), node,
                              group, static_cast<std::uint32_t>(info.reserve)},
                             next);
  if (is_new) buckets.emplace_back();
  return found->second;
}

Result<ItemKey> BookState::CompleteKey(ItemKey key) const {
  if (key.fiscal_year < 1 || key.fiscal_year > 9998)
    return RefuseAct(Code::kOutOfRange, "item.year", "회계연도는 1에서 9998까지입니다.",
                     "A fiscal year lies in [1, 9998].");
  if (!Has(accounts.size(), key.account))
    return RefuseAct(Code::kNotFound, "item.account", "그런 회계가 없습니다.",
                     "There is no such account.");
  if (IsClosed(key.fiscal_year)) return Error(Code::kYearClosed);
  if (year_ids.count(key.fiscal_year) == 0 && HasMoneyFromOutside(key.fiscal_year + 1)) {
    const std::string year = std::to_string(key.fiscal_year);
    const std::string next = std::to_string(key.fiscal_year + 1);
    return RefuseAct(Code::kVersionOrder, "item.year_order",
                     year + "년도를 넣기 전에 " + next +
                         "년도의 전년도 이월액을 정정해 주십시오: 장부 밖에서 온 금액으로 기록되어 "
                         "있습니다 (I7).",
                     "Correct what was carried into " + next + " before adding " + year +
                         ": it was entered as money from outside the book (I7).");
  }
  const auto closed = std::find_if(years.begin(), years.end(), [&](const YearInfo& year) {
    return year.closed && year.year > key.fiscal_year;
  });
  if (year_ids.count(key.fiscal_year) == 0 && closed != years.end()) {
    const std::string year = std::to_string(key.fiscal_year);
    const std::string later = std::to_string(closed->year);
    return RefuseAct(Code::kVersionOrder, "item.year_order",
                     later + "년도를 마감한 뒤에는 그보다 앞선 " + year + "년도를 넣지 않습니다.",
                     year + " is not added after " + later + ", a later year, was closed.");
  }
  if (!IsKnown(key.origin))
    return RefuseAct(Code::kInvalidArgument, "item.origin", "그런 재원 구분(이월 종류)은 없습니다.",
                     "There is no such origin.");
  if (FindInvalidUtf8(key.object_item) || FindInvalidUtf8(key.object_group))
    return RefuseAct(Code::kInvalidUtf8, "item.object", "과목 코드가 UTF-8이 아닙니다.",
                     "An object code is not UTF-8.");
  if (Trim(key.object_item).empty())
    return RefuseAct(Code::kInvalidArgument, "item.object", "과목 코드가 비어 있습니다.",
                     "The object code is empty.");
  if (key.revenue) {
    if (key.program != ProgramId::kNone || key.department != DepartmentId::kNone)
      return RefuseAct(Code::kInvalidArgument, "item.revenue",
                       "세입 과목에는 사업과 부서가 없습니다.",
                       "A revenue item has no program and no department.");
    return key;
  }
  if (!Has(departments.size(), key.department))
    return RefuseAct(Code::kNotFound, "item.department", "그런 부서가 없습니다.",
                     "There is no such department.");
  if (!Has(nodes.size(), key.program))
    return RefuseAct(Code::kNotFound, "item.program", "그런 사업이 없습니다.",
                     "There is no such program.");
  if (nodes[NumberOf(key.program) - 1].kind != CodeKind::kDetailedProgram)
    return RefuseAct(Code::kInvalidArgument, "item.program", "예산 과목은 세부사업에만 둡니다.",
                     "An item belongs to a detailed program.");
  const auto parent =
      classification.ParentOf(CodeKind::kObjectItem, key.fiscal_year, key.object_item);
  const bool known = parent && !parent->empty();
  const std::string named = std::to_string(key.fiscal_year) + " " + key.object_item;
  if (key.object_group.empty()) {
    if (!known) {
      return RefuseAct(Code::kNotFound, "item.object_group",
                       named + ": 이 연도의 과목표에 없으니 편성목을 적어 주십시오.",
                       named + " is not in the classification of the year: name its object group.");
    }
    key.object_group = std::string(*parent);
  } else if (known && key.object_group != *parent) {
    const std::string group(*parent);
    return RefuseAct(Code::kInvalidArgument, "item.object_group",
                     named + ": 이 연도의 과목표에서 편성목은 " + group + "인데 " +
                         key.object_group + "(으)로 적혀 있습니다.",
                     named + " is of object group " + group +
                         " in the classification of the year, not of " + key.object_group + ".");
  }
  return key;
}

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
  item.reserve = info.reserve;
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

using internal::BookState;
using internal::Keep;

Result<ItemId> Book::AddItem(ItemKey key) { return AddItems({std::move(key)}); }

Result<ItemId> Book::AddItems(const std::vector<ItemKey>& keys) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
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

}  // namespace yesan
