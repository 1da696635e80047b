#include "yesan/sheet/to_book.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "lib/base/chars.h"
#include "lib/sheet/import_facts.h"
#include "yesan/base/text.h"
#include "yesan/settlement/settlement_row.h"
#include "yesan/sheet/views.h"

namespace yesan {
namespace {

using internal::EndsWith;
using internal::Faults;
using internal::ItemFacts;
using internal::RefusedAt;
using internal::SheetFacts;

// The kind that an account's name says; nothing when it says none.
std::optional<AccountKind> KindOfAccount(std::string_view name) {
  const std::string folded = FoldName(name);
  if (EndsWith(folded, "일반회계")) return AccountKind::kGeneral;
  if (EndsWith(folded, "공기업특별회계")) return AccountKind::kPublicEnterprise;
  if (EndsWith(folded, "특별회계")) return AccountKind::kOtherSpecial;
  if (EndsWith(folded, "기금")) return AccountKind::kFund;
  return std::nullopt;
}

// Everything is looked up and judged first, then added.
class Importer {
 public:
  Importer(Book& book, const Sheet& sheet, const SheetImportOptions& options)
      : book_(book), sheet_(sheet), options_(options), faults_(options.lenient) {}

  Result<SheetImport> Run() {
    auto facts =
        internal::ReadFacts(sheet_, book_.government().tier, options_.likely_sources, faults_);
    if (!facts) return std::move(facts).error();
    facts_ = *std::move(facts);
    if (book_.IsClosed(year())) return Error(Code::kYearClosed);
    for (const auto step : {&Importer::FindPlace, &Importer::FindOwners, &Importer::FindObjects,
                            &Importer::MergeYears, &Importer::AddOwners, &Importer::AddNodes,
                            &Importer::AddItems, &Importer::AddPast}) {
      if (Result<void> done = (this->*step)(); !done) return std::move(done).error();
    }
    import_.fiscal_year = year();
    import_.findings = faults_.Take();
    SortByPlace(import_.findings);
    return std::move(import_);
  }

 private:
  [[nodiscard]] std::int32_t year() const noexcept { return facts_.year.fiscal_year; }

  // The node of a rung under a parent that is called so in any year.
  [[nodiscard]] ProgramId Named(CodeKind kind, ProgramId parent, std::string_view name) const {
    for (std::uint32_t i = 1; i <= book_.program_count(); ++i) {
      const ProgramNode* node = book_.Find(ProgramId{i});
      if (node->kind == kind && node->parent == parent &&
          book_.YearsOf(ProgramId{i})->IsCalled(name))
        return ProgramId{i};
    }
    return ProgramId::kNone;
  }

  Result<void> FindPlace() {
    if (options_.program != ProgramId::kNone) {
      const ProgramNode* node = book_.Find(options_.program);
      if (node == nullptr) return Error(Code::kNotFound);
      if (node->kind != CodeKind::kDetailedProgram) return Error(Code::kInvalidArgument);
      import_.program = options_.program;
    } else if (options_.parent != ProgramId::kNone) {
      const ProgramNode* node = book_.Find(options_.parent);
      if (node == nullptr) return Error(Code::kNotFound);
      if (node->kind != CodeKind::kUnitProgram) return Error(Code::kInvalidArgument);
      parent_ = options_.parent;
    } else {
      for (std::size_t i = 0; i < facts_.rungs.size(); ++i) {
        if (!facts_.rungs[i].empty()) continue;
        const std::string rung(KoreanName(static_cast<CodeKind>(i + 1)));
        return RefusedAt(Code::kNotFound, "sheet.parent", {},
                         "설명서에 " + rung + "이 적혀 있지 않으니 단위사업을 정해 주십시오.",
                         "The sheet does not name its " +
                             std::string(Name(static_cast<CodeKind>(i + 1))) +
                             ": name the unit program that it stands under.");
      }
      bool known = true;
      for (std::size_t i = 0; i < facts_.rungs.size() && known; ++i) {
        const ProgramId node = Named(static_cast<CodeKind>(i + 1), parent_, facts_.rungs[i]);
        known = node != ProgramId::kNone;
        if (known) parent_ = node;
        rungs_known_ += known ? 1 : 0;
      }
      if (!known) return {};
    }
    if (import_.program == ProgramId::kNone)
      import_.program = Named(CodeKind::kDetailedProgram, parent_, facts_.year.name);
    if (import_.program != ProgramId::kNone &&
        book_.YearsOf(import_.program)->Find(year()) != nullptr) {
      const std::string number = std::to_string(year());
      return RefusedAt(Code::kDuplicate, "sheet.year", sheet_.title.place,
                       "이 사업의 " + number + "년도는 이미 있습니다.",
                       "The program has fiscal year " + number + " already.");
    }
    return {};
  }

  Result<void> FindOwners() {
    if (options_.account != AccountId::kNone) {
      if (book_.Find(options_.account) == nullptr) return Error(Code::kNotFound);
      import_.account = options_.account;
    } else if (const auto found = book_.FindAccount(facts_.account)) {
      import_.account = *found;
    } else if (!KindOfAccount(facts_.account)) {
      return RefusedAt(Code::kNotFound, "sheet.account", {},
                       "설명서에서 회계를 알 수 없습니다: '" + facts_.account + "'.",
                       "The sheet does not say which account: \"" + facts_.account + "\".");
    }
    if (options_.department != DepartmentId::kNone) {
      if (book_.Find(options_.department) == nullptr) return Error(Code::kNotFound);
      import_.department = options_.department;
    } else if (const auto found = book_.FindDepartment(facts_.year.department)) {
      import_.department = *found;
    } else if (facts_.year.department.empty()) {
      return RefusedAt(Code::kNotFound, "sheet.department", {}, "설명서에 부서가 없습니다.",
                       "The sheet names no department.");
    }
    return {};
  }

  Result<void> FindObjects() {
    const Classification& objects = book_.classification();
    std::set<std::string> seen;
    for (const ItemFacts& item : facts_.items) {
      const std::string& label = item.budget.label;
      const std::string folded = FoldName(label);
      ItemKey key;
      key.fiscal_year = year();
      const auto given =
          std::find_if(options_.objects.begin(), options_.objects.end(),
                       [&](const SheetObject& o) { return FoldName(o.label) == folded; });
      const auto known = objects.FindByName(CodeKind::kObjectItem, year(), label);
      if (given != options_.objects.end()) {
        key.object_item = given->object_item;
        key.object_group = given->object_group;
      } else if (known.size() == 1) {
        key.object_item = known.front()->code;
      }
      if (key.object_group.empty() && !key.object_item.empty()) {
        if (auto parent = objects.ParentOf(CodeKind::kObjectItem, year(), key.object_item))
          key.object_group = std::string(*parent);
      }
      if (key.object_item.empty() || key.object_group.empty()) {
        const std::string number = std::to_string(year());
        return RefusedAt(
            Code::kNotFound, "sheet.object", item.place,
            number + "년도 과목표에서 '" + label + "'의 통계목이나 편성목을 정할 수 없습니다.",
            "The classification of " + number + " does not give one object item and group for \"" +
                label + "\".");
      }
      if (!seen.insert(key.object_item).second)
        return RefusedAt(Code::kDuplicate, "sheet.object", item.place,
                         "같은 통계목이 두 번 있습니다: " + key.object_item + ".",
                         "The object item stands twice: " + key.object_item + ".");
      keys_.push_back(std::move(key));
    }
    const BudgetStage stage = options_.stage;
    const bool numbered =
        stage == BudgetStage::kSupplementary || stage == BudgetStage::kRevisedProposal;
    if (stage == BudgetStage::kFinal || Name(stage) == "unknown" ||
        numbered != (options_.number != 0) || options_.number < 0 || options_.number > 99)
      return Error(Code::kInvalidArgument);
    return {};
  }

  // Another sheet may have told of the same years.
  Result<void> MergeYears() {
    if (import_.program == ProgramId::kNone) return {};
    for (const ImportedYear& before : book_.ImportedYearsOf(import_.program)) {
      for (ImportedYear& now : facts_.years) {
        if (now.fiscal_year != before.fiscal_year) continue;
        if (before.has_settlement() && now.has_settlement()) {
          if (Result<void> told = CompareYear(before, now); !told) return told;
        }
        // The first document counts; the second adds what the first did not say.
        std::string record = before.record.empty() ? now.record : before.record;
        if (before.has_settlement()) now = before;
        now.record = std::move(record);
      }
    }
    return {};
  }

  // What one document says of a year against what another said.
  Result<void> CompareYear(const ImportedYear& before, const ImportedYear& now) {
    const SettlementRow first = internal::RowOf(before);
    const SettlementRow second = internal::RowOf(now);
    for (std::int32_t i = 1; i <= static_cast<std::int32_t>(SettlementColumn::kLapsedBalance);
         ++i) {
      const auto column = static_cast<SettlementColumn>(i);
      const BudgetAmount& a = first.at(column);
      const BudgetAmount& b = second.at(column);
      // A column that one of them lacks contradicts nothing.
      if (!a.total || !b.total || *a.total == *b.total) continue;
      Place place;
      for (const SettlementYear& row : SettlementOf(sheet_).years) {
        if (row.year == now.fiscal_year) place = row.row->place;
      }
      return faults_.Differs("together.settlement", place,
                             "결산 " + std::to_string(now.fiscal_year) + " · " +
                                 std::string(KoreanName(column)) + " · " + before.document,
                             *b.total, *a.total);
    }
    return {};
  }

  Result<void> AddOwners() {
    if (import_.account == AccountId::kNone) {
      auto added = book_.AddAccount({*KindOfAccount(facts_.account), facts_.account});
      if (!added) return std::move(added).error();
      import_.account = *added;
    }
    if (import_.department == DepartmentId::kNone) {
      auto added = book_.AddDepartment({facts_.year.department});
      if (!added) return std::move(added).error();
      import_.department = *added;
    }
    return {};
  }

  Result<void> AddNodes() {
    if (import_.program == ProgramId::kNone) {
      const bool by_name = options_.parent == ProgramId::kNone;
      for (std::size_t i = rungs_known_; by_name && i < facts_.rungs.size(); ++i) {
        auto added = book_.AddProgram({static_cast<CodeKind>(i + 1), parent_});
        if (!added) return std::move(added).error();
        parent_ = *added;
        ProgramYear named;
        named.fiscal_year = year();
        named.name = facts_.rungs[i];
        if (Result<void> done = book_.AddProgramYear(parent_, std::move(named)); !done) return done;
      }
      auto added = book_.AddProgram({CodeKind::kDetailedProgram, parent_});
      if (!added) return std::move(added).error();
      import_.program = *added;
    }
    return book_.AddProgramYear(import_.program, facts_.year);
  }

  Result<void> AddItems() {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      ItemFacts& facts = facts_.items[i];
      ItemKey& key = keys_[i];
      key.account = import_.account;
      key.department = import_.department;
      key.program = import_.program;
      std::optional<ItemId> item = book_.FindItem(key);
      if (!item) {
        auto added = book_.AddItem(key);
        if (!added) return std::move(added).error();
        item = *added;
      }
      import_.items.push_back(*item);
      const std::optional<Money> amount = facts.budget.current.total;
      if (amount) {
        BudgetLine line;
        line.item = *item;
        line.amount = *amount;
        if (keys_.size() == 1 && facts_.sources_complete) line.funding = facts_.year.funding;
        if (facts.basis.Total() == amount) line.basis = facts.basis;
        import_.lines.push_back(std::move(line));
      }
      if (Result<void> done = book_.SetImportedBudget(*item, facts.budget); !done) return done;
      if (facts.basis.empty()) continue;
      if (Result<void> done =
              book_.SetCostBasis(*item, options_.stage, options_.number, std::move(facts.basis));
          !done)
        return done;
    }
    return {};
  }

  Result<void> AddPast() {
    for (ImportedYear& past : facts_.years) {
      import_.imported_years.push_back(past.fiscal_year);
      if (Result<void> done = book_.SetImportedYear(import_.program, std::move(past)); !done)
        return done;
    }
    return {};
  }

  Book& book_;
  const Sheet& sheet_;
  const SheetImportOptions& options_;
  Faults faults_;
  SheetFacts facts_;
  SheetImport import_;
  ProgramId parent_ = ProgramId::kNone;
  std::size_t rungs_known_ = 0;
  std::vector<ItemKey> keys_;  // one an item; owners are known last
};

}  // namespace

Result<SheetImport> AddSheet(Book& book, const Sheet& sheet, const SheetImportOptions& options) {
  return Importer(book, sheet, options).Run();
}

}  // namespace yesan
