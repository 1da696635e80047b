#include "lib/exchange/items.h"

#include <algorithm>
#include <charconv>

#include "lib/base/chars.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kCacheMax = 1U << 20;

// A code is ASCII and has a digit; a name is anything else.
bool LooksLikeCode(std::string_view text) noexcept {
  bool digit = false;
  for (const char c : text) {
    if (!IsDigit(c) && !IsLetter(c) && c != '-' && c != '_' && c != '.') return false;
    digit = digit || IsDigit(c);
  }
  return digit;
}

std::string RungKey(CodeKind kind, std::string_view text) {
  return std::to_string(static_cast<std::int32_t>(kind)) + "\x1f" + std::string(text);
}

std::string CodeKey(CodeKind kind, std::int32_t year, std::string_view code) {
  return RungKey(kind, std::to_string(year) + "\x1f" + std::string(code));
}

std::string ItemText(const ItemKey& key) {
  std::string text;
  for (const std::int64_t number :
       {std::int64_t{key.fiscal_year}, std::int64_t{NumberOf(key.account)},
        std::int64_t{NumberOf(key.department)}, std::int64_t{NumberOf(key.program)},
        static_cast<std::int64_t>(key.origin), std::int64_t{key.revenue}})
    text += std::to_string(number) + "\x1f";
  return text + key.object_item;
}

Message Named(std::string_view text) { return {std::string(text), std::string(text)}; }

}  // namespace

const ItemFinder::Rung ItemFinder::kRungs[5] = {
    {CsvColumn::kField, CsvColumn::kFieldName, CodeKind::kField},
    {CsvColumn::kSector, CsvColumn::kSectorName, CodeKind::kSector},
    {CsvColumn::kPolicyProgram, CsvColumn::kPolicyProgramName, CodeKind::kPolicyProgram},
    {CsvColumn::kUnitProgram, CsvColumn::kUnitProgramName, CodeKind::kUnitProgram},
    {CsvColumn::kDetailedProgram, CsvColumn::kDetailedProgramName, CodeKind::kDetailedProgram},
};

Result<void> Plan::Apply(Book& book) const {
  for (const Account& account : accounts) {
    if (auto made = book.AddAccount(account); !made) return std::move(made).error();
  }
  for (const Department& department : departments) {
    if (auto made = book.AddDepartment(department); !made) return std::move(made).error();
  }
  for (const ProgramNode& node : nodes) {
    if (auto made = book.AddProgram(node); !made) return std::move(made).error();
  }
  for (const auto& [program, year] : years) {
    if (auto made = book.AddProgramYear(program, year); !made) return made;
  }
  if (items.empty()) return {};
  if (auto made = book.AddItems(items); !made) return std::move(made).error();
  return {};
}

ItemFinder::ItemFinder(const Book& book, const ColumnMap& map, const LoadOptions& options,
                       bool create, AccountKind account_kind)
    : book_(book), options_(options), create_(create), account_kind_(account_kind) {
  // What a row's item hangs on: rows that say the same of these mean the same item.
  for (std::int32_t i = static_cast<std::int32_t>(CsvColumn::kFiscalYear);
       i <= static_cast<std::int32_t>(CsvColumn::kSide); ++i) {
    if (const std::int32_t index = map.IndexOf(static_cast<CsvColumn>(i)); index >= 0)
      key_columns_.push_back(index);
  }
}

const ItemKey& ItemFinder::KeyOf(ItemId item) const {
  if (const ItemKey* const key = book_.Find(item); key != nullptr) return *key;
  return plan_.items[NumberOf(item) - book_.item_count() - 1];
}

std::optional<ItemId> ItemFinder::Find(RowReader& row) {
  if (row.Has(CsvColumn::kItem) && !row.Get(CsvColumn::kItem).empty()) {
    const auto number = row.Number(CsvColumn::kItem, 1, UINT32_MAX);
    if (!number) return std::nullopt;
    const ItemId item{static_cast<std::uint32_t>(*number)};
    if (book_.Find(item) != nullptr) return item;
    row.Blame(CsvColumn::kItem, Code::kNotFound, "csv.item",
              {"장부에 그런 과목이 없습니다.", "the book has no such item."});
    return std::nullopt;
  }
  key_.clear();
  for (const std::int32_t index : key_columns_) {
    // Lengths part the texts: no sign would that a cell cannot hold.
    const std::string_view cell = row.reader().fields()[static_cast<std::size_t>(index)];
    const auto length = static_cast<std::uint32_t>(cell.size());
    for (int shift = 0; shift < 32; shift += 8) key_.push_back(static_cast<char>(length >> shift));
    key_.append(cell);
  }
  if (const auto found = cache_.find(key_); found != cache_.end()) return found->second;
  const std::optional<ItemId> item = FindNew(row);
  if (item) {
    if (cache_.size() >= kCacheMax) cache_.clear();
    cache_.emplace(key_, *item);
  }
  return item;
}

std::optional<std::int32_t> ItemFinder::YearOf(RowReader& row) {
  if (!row.Has(CsvColumn::kFiscalYear) || row.Get(CsvColumn::kFiscalYear).empty()) {
    if (options_.fiscal_year != 0) return options_.fiscal_year;
    row.Need(CsvColumn::kFiscalYear);
    return std::nullopt;
  }
  std::string_view text = row.Get(CsvColumn::kFiscalYear);
  for (const std::string_view tail : {"회계연도", "년도", "년"}) {
    if (text.size() > tail.size() && EndsWith(text, tail)) {
      text = Trim(text.substr(0, text.size() - tail.size()));
      break;
    }
  }
  std::int32_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error == std::errc() && end == text.data() + text.size() && text.size() == 4 && year >= 1)
    return year;
  row.Blame(CsvColumn::kFiscalYear, Code::kOutOfRange, "csv.fiscal_year",
            {"회계연도가 아닙니다.", "it is no fiscal year."},
            {"2021 같은 네 자리 연도", "four digits such as 2021"});
  return std::nullopt;
}

std::optional<AccountId> ItemFinder::AccountOf(RowReader& row) {
  std::string_view name = row.Get(CsvColumn::kAccount);
  if (name.empty()) name = options_.account;
  if (name.empty()) {
    row.Need(CsvColumn::kAccount);
    return std::nullopt;
  }
  if (const auto found = book_.FindAccount(name)) return *found;
  if (create_) {
    const auto [at, is_new] = planned_accounts_.try_emplace(
        std::string(name),
        AccountId{static_cast<std::uint32_t>(book_.account_count() + plan_.accounts.size() + 1)});
    if (is_new) plan_.accounts.push_back({account_kind_, std::string(name)});
    return at->second;
  }
  row.Blame(CsvColumn::kAccount, Code::kNotFound, "csv.account",
            {"장부에 그런 회계가 없습니다.", "the book has no such account."},
            row.Has(CsvColumn::kAccount) ? Message() : Named(name));
  return std::nullopt;
}

std::optional<DepartmentId> ItemFinder::DepartmentOf(RowReader& row) {
  if (!row.Need(CsvColumn::kDepartment)) return std::nullopt;
  const std::string_view name = row.Get(CsvColumn::kDepartment);
  if (const auto found = book_.FindDepartment(name)) return *found;
  if (create_) {
    const auto [at, is_new] = planned_departments_.try_emplace(
        std::string(name), DepartmentId{static_cast<std::uint32_t>(book_.department_count() +
                                                                   plan_.departments.size() + 1)});
    if (is_new) plan_.departments.push_back({std::string(name)});
    return at->second;
  }
  row.Blame(CsvColumn::kDepartment, Code::kNotFound, "csv.department",
            {"장부에 그런 부서가 없습니다.", "the book has no such department."});
  return std::nullopt;
}

const ProgramNode& ItemFinder::Node(ProgramId id) const {
  if (const ProgramNode* const node = book_.Find(id); node != nullptr) return *node;
  return plan_.nodes[NumberOf(id) - book_.program_count() - 1];
}

bool ItemFinder::HasYear(ProgramId id, std::int32_t year) const {
  if (const Program* const years = book_.YearsOf(id);
      years != nullptr && years->Find(year) != nullptr)
    return true;
  return planned_years_.count({NumberOf(id), year}) != 0;
}

void ItemFinder::PlanYear(ProgramId id, std::int32_t year, std::string_view code,
                          std::string_view name) {
  ProgramYear words;
  words.fiscal_year = year;
  words.code = std::string(code);
  words.name = std::string(name);
  plan_.years.emplace_back(id, std::move(words));
  planned_years_.emplace(NumberOf(id), year);
  if (!code.empty()) planned_codes_.emplace(CodeKey(Node(id).kind, year, code), id);
}

void ItemFinder::IndexNames() {
  indexed_ = true;
  for (std::uint32_t i = 1; i <= book_.program_count(); ++i) {
    const ProgramId id{i};
    for (const ProgramYear& year : book_.YearsOf(id)->years()) {
      std::vector<ProgramId>& list = names_[RungKey(book_.Find(id)->kind, FoldName(year.name))];
      if (list.empty() || list.back() != id) list.push_back(id);
    }
  }
}

std::optional<ProgramId> ItemFinder::MakeNode(RowReader& row, const Rung& rung, std::int32_t year,
                                              ProgramId parent, std::string_view code,
                                              std::string_view name) {
  if (rung.kind != CodeKind::kField && parent == ProgramId::kNone) {
    row.Blame(row.Has(rung.code) ? rung.code : rung.name, Code::kNotFound, "csv.parent",
              {"장부에 없는 사업이라 새로 만들려면 위 단계의 사업을 모두 적어야 합니다.",
               "the book has no such program; to make it every rung above has to be named."});
    return std::nullopt;
  }
  const ProgramId id{static_cast<std::uint32_t>(book_.program_count() + plan_.nodes.size() + 1)};
  plan_.nodes.push_back({rung.kind, parent});
  names_[RungKey(rung.kind, FoldName(name))].push_back(id);
  PlanYear(id, year, code, name);
  return id;
}

std::optional<ProgramId> ItemFinder::NodeOf(RowReader& row, const Rung& rung, std::int32_t year,
                                            ProgramId parent, bool parent_known) {
  const std::string_view cell = row.Get(rung.code);
  std::string_view name = row.Get(rung.name);
  std::string_view code;
  if (!name.empty()) {
    code = cell;
  } else {
    name = cell;
    if (LooksLikeCode(cell)) code = cell;
  }
  const CsvColumn column = !cell.empty() ? rung.code : rung.name;
  if (!indexed_) IndexNames();
  std::vector<ProgramId> fits;
  // A code is the year's own, and says more than a name; a cell may hold either.
  const std::string_view by_code = cell;
  if (!by_code.empty()) {
    if (const auto found = book_.FindProgram(rung.kind, year, by_code)) {
      fits.push_back(*found);
    } else if (const auto planned = planned_codes_.find(CodeKey(rung.kind, year, by_code));
               planned != planned_codes_.end()) {
      fits.push_back(planned->second);
    }
    if (!fits.empty() && parent_known && Node(fits[0]).parent != parent) {
      row.Blame(column, Code::kInvalidArgument, "csv.other_parent",
                {"이 사업은 장부에서 다른 상위 사업에 속합니다.",
                 "in the book the program lies under another node than the row says."});
      return std::nullopt;
    }
  }
  // Where a code of its own stands beside the name, a name of the year with another code is another program.
  if (fits.empty()) {
    if (const auto named = names_.find(RungKey(rung.kind, FoldName(name))); named != names_.end()) {
      for (const ProgramId id : named->second) {
        if (parent_known && Node(id).parent != parent) continue;
        if (!code.empty() && HasYear(id, year)) {
          const Program* const years = book_.YearsOf(id);
          const ProgramYear* const own = years == nullptr ? nullptr : years->Find(year);
          const bool untold = own != nullptr && own->code.empty();
          if (!untold) continue;
        }
        fits.push_back(id);
      }
    }
  }
  if (fits.size() > 1) {
    const auto in_year = [&](ProgramId id) { return HasYear(id, year); };
    if (std::count_if(fits.begin(), fits.end(), in_year) == 1)
      fits = {*std::find_if(fits.begin(), fits.end(), in_year)};
  }
  if (fits.size() > 1) {
    row.Blame(column, Code::kDuplicate, "csv.ambiguous",
              {"이름이 같은 사업이 " + std::to_string(fits.size()) + "개 있습니다.",
               "the book has " + std::to_string(fits.size()) + " programs of that name."},
              {"사업 코드나 위 단계의 사업", "its code, or the rungs above it"});
    return std::nullopt;
  }
  if (!fits.empty()) {
    if (create_ && !HasYear(fits[0], year)) PlanYear(fits[0], year, code, name);
    return fits[0];
  }
  if (create_) return MakeNode(row, rung, year, parent, code, name);
  row.Blame(column, Code::kNotFound, "csv.program",
            {"장부에 그런 사업이 없습니다.", "the book has no such program in the year."});
  return std::nullopt;
}

std::optional<ProgramId> ItemFinder::ProgramOf(RowReader& row, std::int32_t year) {
  ProgramId parent = ProgramId::kNone;
  bool parent_known = true;  // nothing lies above a field
  for (const Rung& rung : kRungs) {
    if (row.Get(rung.code).empty() && row.Get(rung.name).empty()) {
      if (rung.kind == CodeKind::kDetailedProgram) {
        row.Need(row.Has(rung.code) || !row.Has(rung.name) ? rung.code : rung.name);
        return std::nullopt;
      }
      parent = ProgramId::kNone;
      parent_known = false;
      continue;
    }
    const std::optional<ProgramId> node = NodeOf(row, rung, year, parent, parent_known);
    if (!node) return std::nullopt;
    parent = *node;
    parent_known = true;
  }
  return parent;
}

std::optional<ItemId> ItemFinder::FindNew(RowReader& row) {
  ItemKey key;
  // Every part is looked at, so that each problem of the row is told.
  const std::optional<std::int32_t> year = YearOf(row);
  const std::optional<AccountId> account = AccountOf(row);
  bool good = year && account && row.Need(CsvColumn::kObjectItem);
  if (const std::string_view side = row.Get(CsvColumn::kSide); !side.empty()) {
    const auto found = sides_.Find(side);
    if (!found) {
      row.Blame(CsvColumn::kSide, Code::kNotFound, "csv.side",
                {"세입도 세출도 아닙니다.", "it is neither revenue nor expenditure."},
                {"세입, 세출", "revenue, expenditure"});
      good = false;
    }
    key.revenue = found.value_or(0) == 1;
  }
  if (const std::string_view origin = row.Get(CsvColumn::kOrigin); !origin.empty()) {
    const auto found = origins_.Find(origin);
    if (!found) {
      row.Blame(CsvColumn::kOrigin, Code::kNotFound, "csv.origin",
                {"그런 예산 구분은 없습니다.", "there is no such origin."},
                {"당해연도, 명시이월, 사고이월, 계속비이월, 건설개량이월",
                 "current, explicit, accidental, continuing, construction"});
      good = false;
    }
    key.origin = static_cast<Origin>(found.value_or(0));
  }
  if (!key.revenue) {
    const std::optional<DepartmentId> department = DepartmentOf(row);
    const std::optional<ProgramId> program = year ? ProgramOf(row, *year) : std::nullopt;
    if (!department || !program) return std::nullopt;
    key.department = *department;
    key.program = *program;
  }
  if (!good) return std::nullopt;
  key.fiscal_year = *year;
  key.account = *account;
  // `307-05 민간위탁금`: the code is the first word.
  const std::string_view object = row.Get(CsvColumn::kObjectItem);
  key.object_item = std::string(object.substr(0, object.find(' ')));
  if (const auto item = book_.FindItem(key)) return *item;
  const std::string text = ItemText(key);
  if (const auto planned = planned_items_.find(text); planned != planned_items_.end())
    return planned->second;
  if (!create_) {
    row.Blame(CsvColumn::kObjectItem, Code::kNotFound, "csv.item",
              {"장부에 그런 예산과목이 없습니다.", "the book has no such budget item."});
    return std::nullopt;
  }
  if (book_.IsClosed(*year)) {
    row.Blame(CsvColumn::kFiscalYear, "csv.item", Error(Code::kYearClosed), {});
    return std::nullopt;
  }
  if (!key.revenue) {
    const std::string_view group = row.Get(CsvColumn::kObjectGroup);
    key.object_group = std::string(group.substr(0, group.find(' ')));
    const auto parent =
        book_.classification().ParentOf(CodeKind::kObjectItem, *year, key.object_item);
    const bool known = parent && !parent->empty();
    if (known && !key.object_group.empty() && key.object_group != *parent) {
      row.Blame(CsvColumn::kObjectGroup, Code::kInvalidArgument, "csv.object_group",
                {"통계목 " + key.object_item + "의 편성목이 아닙니다.",
                 "it is not the object group of " + key.object_item + "."},
                Named(*parent));
      return std::nullopt;
    }
    if (key.object_group.empty()) {
      if (!known) {
        row.Blame(CsvColumn::kObjectItem, Code::kNotFound, "csv.object_group",
                  {"이 연도의 과목표에 없는 통계목이라 편성목을 알 수 없습니다.",
                   "the object item is not in the classification of the year."},
                  {"편성목 열", "a column object_group"});
        return std::nullopt;
      }
      key.object_group = std::string(*parent);
    }
  }
  const ItemId item{static_cast<std::uint32_t>(book_.item_count() + plan_.items.size() + 1)};
  plan_.items.push_back(std::move(key));
  planned_items_.emplace(text, item);
  return item;
}

}  // namespace yesan::internal
