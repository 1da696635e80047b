#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lib/ledger/judge.h"
#include "lib/ledger/plain_rows.h"
#include "lib/ledger/state.h"
#include "lib/ledger/views.h"
#include "yesan/base/text.h"
#include "yesan/ledger/book.h"

namespace yesan {
namespace internal {

namespace {

constexpr std::size_t kKeyMax = 128;
constexpr std::uint64_t kEntriesMax = 0xFFFFFFFE;

std::uint64_t KeyOfCorrection(const Columns& entries, std::uint32_t id) {
  return (std::uint64_t{1} << 32) | static_cast<std::uint64_t>(entries.extra(id));
}

std::uint64_t KeyOfLabel(std::uint32_t label) noexcept { return (std::uint64_t{2} << 32) | label; }

EntryKind KindOf(const Columns& entries, std::uint32_t id) noexcept {
  return static_cast<EntryKind>(entries.kind(id));
}

}  // namespace

void Groups::Look() {
  for (std::size_t i = 0; i < batch_.count && !any_; ++i) {
    const auto kind = static_cast<EntryKind>(batch_.kind[i]);
    any_ = IsTransfer(kind) || kind == EntryKind::kCorrect;
  }
  for (std::size_t i = 0; any_ && i < batch_.count; ++i) {
    const Key key = KeyOf(i);
    if (key.first == 0) continue;
    const auto row = static_cast<std::uint32_t>(i);
    groups_[key].rows.push_back(row);
    if (key.first >= KeyOfLabel(0)) corrections_[key.first].rows.push_back(row);
  }
  looked_ = true;
}

GroupRows* Groups::Of(std::size_t row) {
  if (!looked_) Look();
  if (!any_) return nullptr;
  const Key key = KeyOf(row);
  if (key.first == 0) return nullptr;
  const auto found = groups_.find(key);
  return found == groups_.end() ? nullptr : &found->second;
}

const GroupRows* Groups::CorrectionsOf(std::size_t row) const {
  if (!any_ || !IsTransfer(static_cast<EntryKind>(batch_.kind[row]))) return nullptr;
  const auto found = corrections_.find(KeyOfLabel(batch_.group[row]));
  return found == corrections_.end() ? nullptr : &found->second;
}

Groups::Key Groups::KeyOf(std::size_t row) const {
  const auto kind = static_cast<EntryKind>(batch_.kind[row]);
  if (IsTransfer(kind)) return {batch_.group == nullptr ? 0 : batch_.group[row], 0};
  if (kind != EntryKind::kCorrect || batch_.reference == nullptr) return {};
  const std::int64_t asked = batch_.reference[row];
  if (asked > 0) {
    if (static_cast<std::uint64_t>(asked) > entries_) return {};
    const auto id = static_cast<std::uint32_t>(asked);
    if (!IsTransfer(static_cast<EntryKind>(state_.entries.kind(id)))) return {};
    return {KeyOfCorrection(state_.entries, id), batch_.day[row]};
  }
  if (asked == 0) return {};
  const auto back = static_cast<std::uint64_t>(-(asked + 1));
  if (back >= row || !IsTransfer(static_cast<EntryKind>(batch_.kind[back])) ||
      batch_.group == nullptr || batch_.group[back] == 0) {
    return {};
  }
  return {KeyOfLabel(batch_.group[back]), batch_.day[row]};
}

// Rollover posts the rows of a request one after the other, and each begins with carry_out: a run of those is one request.
BookState::Carried BookState::CarriedBy(std::uint32_t carry_out) const noexcept {
  const auto size = static_cast<std::uint32_t>(entries.size());
  Carried carried;
  carried.out = carry_out;
  while (carried.out > 1 && KindOf(entries, carried.out - 1) == EntryKind::kCarryOut) --carried.out;
  carried.in = carry_out;
  std::uint32_t moved = 0;
  std::uint32_t last = 0;
  for (carried.in = carried.out;
       carried.in <= size && KindOf(entries, carried.in) == EntryKind::kCarryOut; ++carried.in) {
    const std::uint32_t commitment = entries.reference(carried.in);
    if (commitment != 0 && commitment != last) ++moved;  // its shares follow each other
    last = commitment;
  }
  carried.anew = carried.in;
  // All of it comes into one item: money that a caller carried into another behind it is none of the request's.
  while (carried.anew <= size && KindOf(entries, carried.anew) == EntryKind::kCarryIn &&
         entries.item(carried.anew) == entries.item(carried.in)) {
    ++carried.anew;
  }
  carried.end = carried.anew + moved;
  return carried;
}

bool BookState::IsMadeAnew(std::uint32_t commitment) const noexcept {
  const std::uint32_t item = entries.item(commitment);
  std::uint32_t id = commitment;
  while (id > 0 && KindOf(entries, id) == EntryKind::kCommit && entries.item(id) == item) --id;
  while (id > 0 && KindOf(entries, id) == EntryKind::kCarryIn && entries.item(id) == item) --id;
  return id > 0 && id < commitment && KindOf(entries, id) == EntryKind::kCarryOut &&
         commitment < CarriedBy(id).end;
}

std::uint32_t BookState::AuthorizationOf(std::uint32_t entry) const noexcept {
  const auto found = std::lower_bound(entry_authorizations.begin(), entry_authorizations.end(),
                                      std::pair<std::uint32_t, std::uint32_t>(entry, 0));
  return found != entry_authorizations.end() && found->first == entry ? found->second : 0;
}

std::string_view BookState::MemoOf(std::uint32_t entry) const noexcept {
  const auto found = std::lower_bound(memos.begin(), memos.end(), entry,
                                      [](const std::pair<std::uint32_t, std::string>& memo,
                                         std::uint32_t id) { return memo.first < id; });
  return found != memos.end() && found->first == entry ? std::string_view(found->second)
                                                       : std::string_view();
}

Row BookState::RowOf(std::uint32_t entry) const noexcept {
  Row row;
  row.item = entries.item(entry);
  row.day = entries.day(entry);
  row.kind = entries.kind(entry);
  row.cause = entries.cause(entry);
  row.source = entries.source(entry);
  row.amount = entries.amount(entry);
  row.reference = entries.reference(entry);
  row.actor = entries.actor(entry);
  if (IsTransfer(static_cast<EntryKind>(row.kind)))
    row.group = static_cast<std::uint32_t>(entries.extra(entry));
  return row;
}

namespace {

// Whether a batch says the same as the entries that were posted under its key.
bool SaysTheSame(const BookState& state, const BatchView& batch, const Posted& posted) {
  if (posted.count != batch.count) return false;
  // Labels of the batch to numbers of the book, and back: groups are the same when neither joins what the other parts.
  HashMap<std::uint32_t, std::uint32_t> labels;
  HashMap<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < posted.count; ++i) {
    const std::uint32_t id = posted.first + i;
    const Row row = state.RowOf(id);
    const std::int64_t asked = batch.reference == nullptr ? 0 : batch.reference[i];
    const std::int64_t reference = asked >= 0 ? asked : std::int64_t{posted.first} + (-(asked + 1));
    std::int32_t source = batch.source == nullptr ? 0 : batch.source[i];
    if (source == 0 && row.reference != 0 && TakesSource(static_cast<EntryKind>(row.kind)))
      source = state.entries.source(row.reference);
    if (row.item != batch.item[i] || row.day != batch.day[i] || row.kind != batch.kind[i] ||
        row.cause != (batch.cause == nullptr ? 0 : batch.cause[i]) ||
        row.amount != batch.amount[i] || row.reference != reference || row.source != source ||
        state.AuthorizationOf(id) !=
            (batch.authorization == nullptr ? 0 : batch.authorization[i]) ||
        row.actor != (batch.actor == nullptr ? 0 : batch.actor[i]) ||
        state.MemoOf(id) != (batch.memo == nullptr ? std::string_view() : batch.memo[i])) {
      return false;
    }
    const std::uint32_t label = batch.group == nullptr ? 0 : batch.group[i];
    if ((label == 0) != (row.group == 0)) return false;
    if (label != 0 && (labels.try_emplace(label, row.group).first->second != row.group ||
                       numbers.try_emplace(row.group, label).first->second != label)) {
      return false;
    }
  }
  return true;
}

bool HasColumns(const BatchView& batch) noexcept {
  return batch.count == 0 || (batch.item != nullptr && batch.day != nullptr &&
                              batch.kind != nullptr && batch.amount != nullptr);
}

Result<void> CheckColumns(const BatchView& batch) {
  if (!HasColumns(batch)) {
    ErrorDetail detail;
    detail.rule = "batch.columns";
    detail.message = {"묶음에 항목·날짜·종류·금액 열이 모두 있어야 합니다.",
                      "A batch needs the columns item, day, kind and amount."};
    return Error(Code::kInvalidArgument, std::move(detail));
  }
  if (batch.key.size() > kKeyMax) {
    ErrorDetail detail;
    detail.rule = "batch.key";
    detail.message = {"묶음의 이름(key)은 " + std::to_string(kKeyMax) + "바이트까지입니다.",
                      "A batch's key has at most " + std::to_string(kKeyMax) + " bytes."};
    return Error(Code::kTextTooLong, std::move(detail));
  }
  return {};
}

Result<void> CheckTexts(const BatchView& batch) {
  const auto refuse = [](std::int64_t row, std::size_t at) {
    ErrorDetail detail;
    detail.rule = "batch.utf8";
    detail.row = row;
    detail.message = {
        "적요나 이름(key)의 " + std::to_string(at) + "번째 바이트가 UTF-8이 아닙니다.",
        "A memo or key is not UTF-8 at byte " + std::to_string(at) + "."};
    return Error(Code::kInvalidUtf8, std::move(detail));
  };
  if (const auto bad = FindInvalidUtf8(batch.key)) return refuse(-1, *bad);
  if (batch.memo == nullptr) return {};
  for (std::size_t i = 0; i < batch.count; ++i) {
    if (const auto bad = FindInvalidUtf8(batch.memo[i]))
      return refuse(static_cast<std::int64_t>(i), *bad);
  }
  return {};
}

bool IsBudgetEntry(EntryKind kind) noexcept {
  return kind == EntryKind::kAppropriate || kind == EntryKind::kReduce;
}

}  // namespace

Result<Receipt> BookState::Post(const BatchView& batch, PostedBy by, const PostedBatch& along) {
  if (Result<void> columns = CheckColumns(batch); !columns) return std::move(columns).error();
  if (Result<void> texts = CheckTexts(batch); !texts) return std::move(texts).error();
  std::string key(batch.key);
  if (!key.empty()) {
    const auto found = keys.find(key);
    if (found != keys.end()) {
      if (!SaysTheSame(*this, batch, found->second)) {
        ErrorDetail detail;
        detail.rule = "key_reused";
        detail.message = {"이름(key) '" + key + "'의 묶음은 다른 내용으로 이미 기록되었습니다.",
                          "A batch with the key '" + key + "' was posted before, with other rows."};
        return Error(Code::kKeyReused, std::move(detail));
      }
      return Receipt{EntryId{found->second.first}, found->second.count, true};
    }
  }
  if (batch.count == 0) return Receipt{};
  if (batch.count > kEntriesMax - entries.size()) return Error(Code::kTooLarge);

  BookView view(*this);
  const std::uint32_t groups_before = groups;
  const std::size_t memos_before = memos.size();
  const std::size_t budget_before = budget_entries.size();
  // All memory first: from the first applied row on nothing throws.
  Judge<BookView> judge(*this, view, batch, by);
  entries.Reserve(batch.count);
  if (batch.authorization != nullptr) ReserveMore(entry_authorizations, batch.count);
  if (batch.source != nullptr || !tagged_entries.empty()) ReserveMore(tagged_entries, batch.count);
  auto posted = keys.end();
  if (!key.empty()) posted = keys.try_emplace(std::move(key)).first;
  const auto take_back = [&](std::size_t taken) {
    memos.resize(memos_before);
    budget_entries.resize(budget_before);
    while (taken > 0) judge.Undo(--taken);
    groups = groups_before;
    if (posted != keys.end()) keys.erase(posted);
  };
  PlainRows plain(*this, batch);
  std::size_t judged = 0;  // rows that were not plain
  for (std::size_t i = 0; i < batch.count;) {
    const std::size_t taken = plain.Take(i);
    judge.Took(i, taken, view.first() + static_cast<std::uint32_t>(i));
    i += taken;
    if (taken > 0) continue;
    Code code = Code::kOk;
    try {
      code = judge.Take(i);
    } catch (...) {
      take_back(i);
      throw;
    }
    if (code != Code::kOk) {
      take_back(i);
      const Refusal told = judge.Told(code);
      return RefusedRow(*this, batch, i, code, told.available, told.asked);
    }
    ++judged;
    ++i;
  }
  try {
    // Plain rows have no memo and are no entries of the budget.
    for (std::size_t i = 0; judged > 0 && i < batch.count; ++i) {
      const std::uint32_t id = view.first() + static_cast<std::uint32_t>(i);
      if (batch.memo != nullptr && !batch.memo[i].empty()) memos.emplace_back(id, batch.memo[i]);
      const auto kind = static_cast<EntryKind>(entries.kind(id));
      if (IsBudgetEntry(kind) ||
          (kind == EntryKind::kCorrect &&
           IsBudgetEntry(static_cast<EntryKind>(entries.kind(entries.reference(id)))))) {
        budget_entries.push_back(id);
      }
    }
    if (journal != nullptr) {
      // The journal gets what the book has: references and sources resolved, groups by the book's numbers.
      std::vector<std::int64_t> references(batch.count);
      std::vector<std::uint32_t> numbers(batch.count);
      std::vector<std::int32_t> sources(batch.count);
      for (std::size_t i = 0; i < batch.count; ++i) {
        const Row row = RowOf(view.first() + static_cast<std::uint32_t>(i));
        references[i] = row.reference;
        numbers[i] = row.group;
        sources[i] = row.source;
      }
      PostedBatch resolved = along;
      resolved.first = EntryId{view.first()};
      resolved.rows = batch;
      resolved.rows.reference = references.data();
      resolved.rows.group = numbers.data();
      resolved.rows.source = sources.data();
      if (Result<void> kept = journal->Append(&resolved); !kept) {
        take_back(batch.count);
        return std::move(kept).error();
      }
    }
  } catch (...) {
    take_back(batch.count);
    throw;
  }
  if (posted != keys.end())
    posted->second = {view.first(), static_cast<std::uint32_t>(batch.count)};
  ++changes;
  return Receipt{EntryId{view.first()}, static_cast<std::uint32_t>(batch.count), false};
}

namespace {

// What Check says of a batch.
class Checker {
 public:
  Checker(const BookState& state, const BatchView& batch, PostedBy by)
      : state_(state),
        batch_(batch),
        by_(by),
        out_(batch.count, false),
        no_text_(batch.count, false),
        codes_(batch.count, Code::kOk) {
    for (std::size_t i = 0; batch.memo != nullptr && i < batch.count; ++i)
      no_text_[i] = FindInvalidUtf8(batch.memo[i]).has_value();
  }

  std::vector<Code> Run() {
    while (!Pass()) {
    }
    return std::move(codes_);
  }

 private:
  // Judges all rows that are not out. False: groups went out, and what the others were told may have been for their sake.
  bool Pass() {
    ShadowView view(state_);
    Judge<ShadowView> judge(state_, view, batch_, by_);
    bool whole = true;
    for (std::size_t i = 0; i < batch_.count; ++i) {
      if (out_[i]) continue;
      codes_[i] = no_text_[i] ? Code::kInvalidUtf8 : judge.Take(i);
      const GroupRows* group = codes_[i] == Code::kOk ? nullptr : judge.GroupOf(i);
      if (group == nullptr) continue;
      whole = false;
      if (const GroupRows* corrections = judge.CorrectionsOf(i))
        Leave(judge, *corrections, i, Code::kUnknownReference);
      Leave(judge, *group, i, Code::kGroupNotZero);
    }
    return whole;
  }

  // A group goes out: what its rows did is taken back at once, the last first.
  void Leave(Judge<ShadowView>& judge, const GroupRows& group, std::size_t refused, Code code) {
    for (auto row = group.rows.rbegin(); row != group.rows.rend(); ++row) {
      if (out_[*row]) continue;
      out_[*row] = true;
      // What is wrong with a row by itself stays, as Post says it first.
      if (*row != refused) codes_[*row] = no_text_[*row] ? Code::kInvalidUtf8 : code;
      if (judge.id(*row) != 0) judge.TakeBack(*row);
    }
  }

  const BookState& state_;
  const BatchView& batch_;
  PostedBy by_;
  std::vector<bool> out_;
  std::vector<bool> no_text_;  // a memo that is not UTF-8
  std::vector<Code> codes_;
};

}  // namespace

std::vector<Code> BookState::Check(const BatchView& batch, PostedBy by) const {
  if (!HasColumns(batch)) return std::vector<Code>(batch.count, Code::kInvalidArgument);
  return Checker(*this, batch, by).Run();
}

}  // namespace internal

Result<Receipt> Book::Post(const BatchView& batch) {
  internal::OneWriter alone(*state_);
  if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
  return state_->Post(batch, internal::PostedBy::kCaller);
}

std::vector<Code> Book::Check(const BatchView& batch) const {
  return state_->Check(batch, internal::PostedBy::kCaller);
}

}  // namespace yesan
