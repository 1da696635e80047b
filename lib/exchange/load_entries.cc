#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lib/exchange/items.h"
#include "lib/exchange/keys.h"
#include "lib/exchange/row.h"
#include "lib/exchange/words.h"
#include "lib/ledger/state.h"
#include "yesan/base/text.h"
#include "yesan/budget/funding.h"
#include "yesan/exchange/load.h"

namespace yesan {
namespace {

using internal::CsvPlace;
using internal::ItemFinder;
using internal::KeyTable;
using internal::LineMap;
using internal::Problems;
using internal::RowReader;
using internal::WordTable;

constexpr std::uint64_t kProgressRows = 8192;
constexpr std::size_t kUncutMax = std::size_t{1} << 20;
constexpr std::size_t kKeyMax = 100;

const std::vector<CsvColumn>& EntryColumns() {
  static const std::vector<CsvColumn> columns = {CsvColumn::kKey,
                                                 CsvColumn::kFiscalYear,
                                                 CsvColumn::kItem,
                                                 CsvColumn::kAccount,
                                                 CsvColumn::kDepartment,
                                                 CsvColumn::kField,
                                                 CsvColumn::kSector,
                                                 CsvColumn::kPolicyProgram,
                                                 CsvColumn::kUnitProgram,
                                                 CsvColumn::kDetailedProgram,
                                                 CsvColumn::kFieldName,
                                                 CsvColumn::kSectorName,
                                                 CsvColumn::kPolicyProgramName,
                                                 CsvColumn::kUnitProgramName,
                                                 CsvColumn::kDetailedProgramName,
                                                 CsvColumn::kObjectGroup,
                                                 CsvColumn::kObjectItem,
                                                 CsvColumn::kOrigin,
                                                 CsvColumn::kSide,
                                                 CsvColumn::kAmount,
                                                 CsvColumn::kSource,
                                                 CsvColumn::kDay,
                                                 CsvColumn::kKind,
                                                 CsvColumn::kCause,
                                                 CsvColumn::kReference,
                                                 CsvColumn::kGroup,
                                                 CsvColumn::kAuthorization,
                                                 CsvColumn::kActor,
                                                 CsvColumn::kMemo};
  return columns;
}

// The columns of a batch that is being read. Those that the file does not have stay empty.
struct Rows {
  std::vector<std::uint32_t> item;
  std::vector<std::int32_t> day;
  std::vector<std::int32_t> kind;
  std::vector<std::int32_t> cause;
  std::vector<std::int64_t> amount;
  std::vector<std::int64_t> reference;
  std::vector<std::uint32_t> group;
  std::vector<std::int32_t> source;
  std::vector<std::uint32_t> authorization;
  std::vector<std::uint32_t> actor;
  std::string memos;
  std::vector<std::size_t> memo_ends;
  std::vector<std::string_view> memo_views;

  [[nodiscard]] std::size_t size() const noexcept { return item.size(); }
  void Clear() {
    item.clear(), day.clear(), kind.clear(), cause.clear(), amount.clear(), reference.clear();
    group.clear(), source.clear(), authorization.clear(), actor.clear();
    memos.clear(), memo_ends.clear(), memo_views.clear();
  }
  BatchView View(std::string_view key) {
    memo_views.clear();
    std::size_t begin = 0;
    for (const std::size_t end : memo_ends) {
      memo_views.push_back(std::string_view(memos).substr(begin, end - begin));
      begin = end;
    }
    const auto column = [](const auto& list) { return list.empty() ? nullptr : list.data(); };
    BatchView view;
    view.count = item.size();
    view.item = item.data();
    view.day = day.data();
    view.kind = kind.data();
    view.cause = column(cause);
    view.amount = amount.data();
    view.reference = column(reference);
    view.group = column(group);
    view.source = column(source);
    view.authorization = column(authorization);
    view.actor = column(actor);
    view.memo = column(memo_views);
    view.key = key;
    return view;
  }
};

// The column that a refusal of the ledger is about.
CsvColumn ColumnOf(Code code) noexcept {
  switch (code) {
    case Code::kUnknownKind:
    case Code::kWrongItem:
    case Code::kPostedByRollover:
    case Code::kPostedByAdoption:
      return CsvColumn::kKind;
    case Code::kUnknownCause:
      return CsvColumn::kCause;
    case Code::kUnknownSource:
    case Code::kNotEarmarked:
    case Code::kAboveSource:
      return CsvColumn::kSource;
    case Code::kUnknownAuthorization:
    case Code::kAuthorizationMissing:
    case Code::kWrongAuthorization:
    case Code::kNotCovered:
    case Code::kPurposeMissing:
      return CsvColumn::kAuthorization;
    case Code::kTextTooLong:
      return CsvColumn::kMemo;
    case Code::kGroupMissing:
    case Code::kGroupMixed:
    case Code::kGroupNotZero:
      return CsvColumn::kGroup;
    case Code::kReferenceMissing:
    case Code::kUnknownReference:
    case Code::kWrongReference:
    case Code::kAlreadyCorrected:
    case Code::kStillUsed:
      return CsvColumn::kReference;
    case Code::kYearClosed:
    case Code::kDayOutsideYear:
      return CsvColumn::kDay;
    case Code::kSameOfficer:
      return CsvColumn::kActor;
    case Code::kAmountNotPositive:
    case Code::kCorrectionDiffers:
    case Code::kAboveLimit:
    case Code::kOverflow:
      return CsvColumn::kAmount;
    default: {
      const auto number = static_cast<std::int32_t>(code);
      return number >= 150 && number <= 158 ? CsvColumn::kAmount : CsvColumn::kNone;
    }
  }
}

class EntryLoader {
 public:
  EntryLoader(CsvReader& reader, const ColumnMap& map, Unit unit, Book& book,
              const EntryLoadOptions& options, Problems& problems, LoadReport& report)
      : reader_(reader),
        map_(map),
        unit_(unit),
        book_(book),
        options_(options),
        problems_(problems),
        report_(report),
        row_(reader, map, problems),
        items_(book, map, options, false, AccountKind::kGeneral) {}

  void Run() {
    for (;;) {
      const CsvStep step = reader_.Next();
      if (step == CsvStep::kEnd) break;
      ++report_.rows;
      if (report_.rows % kProgressRows == 0 && !Tell()) return;
      if (step == CsvStep::kProblem) {
        problems_.Add(reader_.problem());
      } else if (problems_.full() || !TakeRow()) {
        return;
      }
      if (problems_.full()) {
        report_.more_problems = true;
        return;
      }
    }
    if (!Tell()) return;
    Post();
  }

 private:
  // False: `progress` wants no more.
  bool Tell() {
    if (!options_.progress) return true;
    if (options_.progress({report_.rows, reader_.bytes(), options_.bytes_total})) return true;
    report_.stopped = true;
    return false;
  }

  // False: a batch before this row was refused.
  bool TakeRow() {
    const std::int32_t kind = KindOf();
    const std::string_view group = row_.Get(CsvColumn::kGroup);
    if (!options_.atomic && rows_.size() >= options_.batch_rows && !Together(kind, group)) {
      if (!Post()) return false;
    }
    if (!options_.atomic && rows_.size() >= options_.batch_rows && rows_.size() >= kUncutMax) {
      row_.Blame(CsvColumn::kGroup, Code::kTooLarge, "csv.batch",
                 {"한 번에 기록해야 하는 행이 너무 많습니다.",
                  "too many rows have to be posted at once."});
      return false;
    }
    if (rows_.size() == 0) batch_row_ = ordinal_;
    lines_.Add(reader_.row(), reader_.line());
    if (rows_.size() == 0) first_file_row_ = reader_.row();
    rows_.kind.push_back(kind);
    if (row_.Has(CsvColumn::kGroup)) last_group_.assign(group);
    TakeWhatAndHow(kind);
    TakeWho();
    ++ordinal_;
    return true;
  }

  [[nodiscard]] bool Together(std::int32_t kind, std::string_view group) const {
    constexpr auto kCorrect = static_cast<std::int32_t>(EntryKind::kCorrect);
    if (kind == kCorrect && rows_.kind.back() == kCorrect) return true;
    return !group.empty() && group == last_group_;
  }

  std::int32_t KindOf() {
    if (const auto kind = kinds_.Find(row_.Get(CsvColumn::kKind))) return *kind;
    if (!row_.Need(CsvColumn::kKind)) return 0;
    row_.Blame(CsvColumn::kKind, Code::kUnknownKind, "csv.kind",
               {"그런 종류의 기록은 없습니다.", "there is no such kind of entry."},
               {"지출원인행위, 지출 등", "commit, disburse or another kind"});
    return 0;
  }

  void TakeWhatAndHow(std::int32_t kind) {
    const std::optional<ItemId> item = items_.Find(row_);
    rows_.item.push_back(NumberOf(item.value_or(ItemId::kNone)));
    rows_.day.push_back(DayOf(item));
    const bool has_amount = row_.Need(CsvColumn::kAmount);
    rows_.amount.push_back(
        has_amount
            ? row_.Amount(CsvColumn::kAmount, unit_, book_.government().minor_digits).value_or(0)
            : 0);
    if (row_.Has(CsvColumn::kCause)) {
      const std::string_view text = row_.Get(CsvColumn::kCause);
      const auto cause = text.empty() ? std::optional<std::int32_t>(0) : causes_.Find(text);
      if (!cause) {
        row_.Blame(
            CsvColumn::kCause, Code::kUnknownCause, "csv.cause",
            {"그런 사유는 없습니다.", "there is no such cause."},
            {"본예산, 제1회 추경, 전용 등", "original, supplementary_1, intra_program_virement …"});
      } else if (kind != 0 && !Fits(static_cast<EntryKind>(kind), static_cast<Cause>(*cause)) &&
                 kind != static_cast<std::int32_t>(EntryKind::kCorrect)) {
        row_.Blame(CsvColumn::kCause, "csv.cause", Error(Code::kUnknownCause), {});
      }
      rows_.cause.push_back(cause.value_or(0));
    }
    if (row_.Has(CsvColumn::kKey)) {
      const std::string_view key = row_.Get(CsvColumn::kKey);
      if (!key.empty() && (key.front() == '#' || !keys_.Add(key, ordinal_))) {
        row_.Blame(CsvColumn::kKey, key.front() == '#' ? Code::kSyntax : Code::kDuplicate,
                   "csv.key",
                   {"앞 행에 같은 키가 있거나, '#'으로 시작하는 키입니다.",
                    "an earlier row has the key, or it begins with '#'."});
      }
    }
    if (row_.Has(CsvColumn::kReference)) rows_.reference.push_back(ReferenceOf());
  }

  std::int32_t DayOf(std::optional<ItemId> item) {
    if (const auto plain = row_.PlainDay(CsvColumn::kDay)) return plain->days();
    if (!row_.Need(CsvColumn::kDay)) return 0;
    const std::int32_t year = item ? items_.KeyOf(*item).fiscal_year : kDefaultAnchorYear;
    return row_.Day(CsvColumn::kDay, year).value_or(Date()).days();
  }

  void TakeWho() {
    if (row_.Has(CsvColumn::kGroup)) {
      const std::string_view text = row_.Get(CsvColumn::kGroup);
      rows_.group.push_back(text.empty() ? 0 : GroupOf(text));
    }
    if (row_.Has(CsvColumn::kSource)) rows_.source.push_back(SourceIn());
    if (row_.Has(CsvColumn::kAuthorization)) rows_.authorization.push_back(AuthorizationIn());
    if (row_.Has(CsvColumn::kActor)) {
      const bool none = row_.Get(CsvColumn::kActor).empty();
      const auto actor = none ? std::optional<std::int64_t>(NumberOf(options_.actor))
                              : row_.Number(CsvColumn::kActor, 0, UINT32_MAX);
      rows_.actor.push_back(static_cast<std::uint32_t>(actor.value_or(0)));
    } else if (options_.actor != ActorId::kNone) {
      rows_.actor.push_back(NumberOf(options_.actor));
    }
    if (row_.Has(CsvColumn::kMemo)) {
      rows_.memos.append(row_.Get(CsvColumn::kMemo));
      rows_.memo_ends.push_back(rows_.memos.size());
    }
  }

  std::uint32_t GroupOf(std::string_view text) {
    if (groups_.empty() || text != last_interned_) {
      last_interned_.assign(text);
      const auto next = static_cast<std::uint32_t>(groups_.size() + 1);
      last_number_ = groups_.try_emplace(last_interned_, next).first->second;
    }
    return last_number_;
  }

  std::int64_t ReferenceOf() {
    const std::string_view text = row_.Get(CsvColumn::kReference);
    if (text.empty()) return 0;
    if (const auto entry = internal::NumberSign(text)) return *entry;
    const std::optional<std::uint32_t> row = keys_.Find(text);
    if (!row || *row >= ordinal_) {
      row_.Blame(CsvColumn::kReference, Code::kUnknownReference, "csv.reference",
                 {"앞 행에 그런 키가 없습니다.", "no earlier row has that key."},
                 {"앞 행의 키나, 장부의 기록 번호 #123",
                  "the key of an earlier row, or #123, an entry of the book"});
      return 0;
    }
    if (*row >= batch_row_) return -(static_cast<std::int64_t>(*row - batch_row_) + 1);
    const auto after =
        std::upper_bound(batches_.begin(), batches_.end(), *row,
                         [](std::uint32_t r, const Batched& batch) { return r < batch.row; });
    const Batched& batch = *std::prev(after);
    return std::int64_t{batch.entry} + (*row - batch.row);
  }

  std::int32_t SourceIn() {
    const std::string_view text = row_.Get(CsvColumn::kSource);
    if (text.empty()) return 0;
    const auto [seen, is_new] = sources_.try_emplace(std::string(text), 0);
    if (is_new) seen->second = internal::FindSource(text, book_.government().tier);
    if (seen->second == 0) {
      row_.Blame(CsvColumn::kSource, Code::kUnknownSource, "csv.source",
                 {"그런 재원은 없습니다.", "there is no such funding source."},
                 {"국비, 시·도비, 시·군·구비 등", "national_subsidy, province_funds …"});
    }
    return seen->second;
  }

  std::uint32_t AuthorizationIn() {
    const std::string_view text = row_.Get(CsvColumn::kAuthorization);
    if (text.empty()) return 0;
    if (const auto number = internal::NumberSign(text)) {
      if (book_.Find(AuthorizationId{*number}) != nullptr) return *number;
    } else {
      if (documents_.empty()) {
        for (std::uint32_t i = 1; i <= book_.authorization_count(); ++i) {
          const auto [at, is_new] =
              documents_.try_emplace(book_.Find(AuthorizationId{i})->document, i);
          if (!is_new) at->second = 0;  // several
        }
      }
      if (const auto found = documents_.find(std::string(text)); found != documents_.end()) {
        if (found->second != 0) return found->second;
        row_.Blame(CsvColumn::kAuthorization, Code::kDuplicate, "csv.authorization",
                   {"문서가 같은 승인이 여럿입니다.", "several authorizations have that document."},
                   {"승인 번호 #3", "#3, the number of an authorization"});
        return 0;
      }
    }
    row_.Blame(CsvColumn::kAuthorization, Code::kUnknownAuthorization, "csv.authorization",
               {"장부에 그런 승인이 없습니다.", "the book has no such authorization."},
               {"승인의 문서나 번호 #3", "its document, or its number #3"});
    return 0;
  }

  // Posts what was read; false where it was refused, or could not be read wholly.
  bool Post() {
    if (!problems_.empty()) return false;
    if (rows_.size() == 0) return true;
    const std::string key = options_.key.empty() || options_.atomic
                                ? options_.key
                                : options_.key + "#" + std::to_string(batches_.size() + 1);
    const BatchView view = rows_.View(key);
    const Result<Receipt> receipt = PostRows(view);
    if (!receipt) {
      Refuse(view, receipt.error());
      return false;
    }
    if (report_.posted == 0) report_.first = receipt->first;
    report_.posted += receipt->count;
    batches_.push_back({batch_row_, NumberOf(receipt->first)});
    rows_.Clear();
    lines_.Clear();
    groups_.clear();
    return true;
  }

  Result<Receipt> PostRows(const BatchView& view) {
    if (!options_.rollovers) return book_.Post(view);
    internal::OneWriter alone(book_.state());
    if (Result<void> begun = alone.Begin(); !begun) return std::move(begun).error();
    return book_.state().Post(view, internal::PostedBy::kRollover);
  }

  void Refuse(const BatchView& view, const Error& error) {
    const auto place_of = [&](std::size_t row, Code code) {
      CsvPlace place;
      place.row = first_file_row_ + row;
      place.line = lines_.LineOf(place.row);
      const CsvColumn column = ColumnOf(code);
      if (const std::int32_t index = map_.IndexOf(column); index >= 0) {
        place.field = static_cast<std::uint32_t>(index + 1);
        place.column = map_.HeaderOf(column);
      }
      return place;
    };
    if (error.row() < 0) {
      problems_.Add(internal::ProblemOf(error, {}));
      return;
    }
    const auto first = static_cast<std::size_t>(error.row());
    const std::vector<Code> codes = book_.state().Check(
        view, options_.rollovers ? internal::PostedBy::kRollover : internal::PostedBy::kCaller);
    // What Post found first is told wholly; Check, which goes on without refused rows, gives the rest.
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (problems_.full()) {
        report_.more_problems = true;
        return;
      }
      if (i == first) {
        problems_.Add(internal::ProblemOf(error, place_of(i, error.code())));
      } else if (codes[i] != Code::kOk) {
        problems_.Add(internal::ProblemOf(Error(codes[i]), place_of(i, codes[i])));
      }
    }
  }

  struct Batched {
    std::uint32_t row;    // ordinal of its first row
    std::uint32_t entry;  // its first entry
  };

  CsvReader& reader_;
  const ColumnMap& map_;
  const Unit unit_;
  Book& book_;
  const EntryLoadOptions& options_;
  Problems& problems_;
  LoadReport& report_;
  RowReader row_;
  ItemFinder items_;
  WordTable kinds_ = WordTable::Kinds();
  WordTable causes_ = WordTable::Causes();
  KeyTable keys_;
  LineMap lines_;
  Rows rows_;
  std::uint32_t ordinal_ = 0;    // of the row that is read, from 0 on
  std::uint32_t batch_row_ = 0;  // of the first row of the batch
  std::uint64_t first_file_row_ = 0;
  std::vector<Batched> batches_;
  std::string last_group_;
  std::string last_interned_;
  std::uint32_t last_number_ = 0;
  internal::HashMap<std::string, std::uint32_t> groups_;
  internal::HashMap<std::string, std::int32_t> sources_;
  internal::HashMap<std::string, std::uint32_t> documents_;
};

}  // namespace

LoadReport LoadEntries(CsvSource source, Book& book, const EntryLoadOptions& options) {
  LoadReport report;
  Problems problems(report.problems, options.problems_max);
  if (options.batch_rows < 1 || options.key.size() > kKeyMax) {
    problems.Add(
        internal::MakeProblem(Code::kInvalidArgument, "csv.options", {},
                              {"묶음의 크기는 1 이상이고, 이름(key)은 100바이트 이하여야 합니다.",
                               "A batch has at least one row, and a key at most 100 bytes."}));
    return report;
  }
  CsvReader reader(std::move(source), options.csv);
  const std::optional<ColumnMap> map = internal::ReadHeader(
      reader, EntryColumns(), {CsvColumn::kDay, CsvColumn::kKind, CsvColumn::kAmount}, options,
      problems);
  if (!map) return report;
  const std::optional<Unit> unit = internal::UnitOf(*map, options, problems);
  if (!unit) return report;
  EntryLoader(reader, *map, *unit, book, options, problems, report).Run();
  report.more_problems = report.more_problems || problems.full();
  problems.Sort();
  return report;
}

}  // namespace yesan
