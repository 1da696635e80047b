#include "lib/sheet/year_facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "lib/ledger/state.h"
#include "lib/sheet/import_facts.h"
#include "yesan/money/format.h"

namespace yesan::internal {
namespace {

constexpr std::int64_t kThousand = 1000;

bool IsSubsidy(FundingSource source) noexcept {
  return source == FundingSource::kNationalSubsidy ||
         source == FundingSource::kBalancedDevelopmentSubsidy ||
         source == FundingSource::kFundSubsidy;
}

// Money of one 통계목 and what is known of its sources.
struct Sum {
  std::int64_t total = 0;
  std::int64_t part = 0;
  bool tagged = true;  // every amount names its source

  [[nodiscard]] BudgetAmount amount() const noexcept {
    if (!tagged) return BudgetAmount::Of(Money(total));
    return part == 0 ? BudgetAmount::WithoutPart(Money(total))
                     : BudgetAmount::WithPart(Money(total), Money(part));
  }
};
using Sums = std::map<std::string, Sum>;

bool IsOf(const ItemKey& key, ProgramId program, std::int32_t year, AccountId account) noexcept {
  return !key.revenue && key.program == program && key.fiscal_year == year &&
         key.account == account && key.origin == Origin::kCurrent;
}

// The items of a program in a year, in order.
std::vector<ItemId> ItemsOf(const BookState& state, ProgramId program, std::int32_t year) {
  std::vector<ItemId> items;
  const auto at = state.year_ids.find(year);
  if (at == state.year_ids.end()) return items;
  const auto found = state.program_items.find({NumberOf(program), at->second});
  if (found == state.program_items.end()) return items;
  for (const std::uint32_t item : found->second) items.push_back(ItemId{item});
  return items;
}

// Whether a vote belongs to a version.
bool IsIn(Cause cause, BudgetStage stage, std::int32_t number) noexcept {
  if (stage == BudgetStage::kProvisional) return cause == Cause::kProvisional;
  if (cause == Cause::kProvisional) return false;
  if (stage == BudgetStage::kFinal) return true;
  if (stage == BudgetStage::kOriginal) return cause == Cause::kOriginal;
  return SupplementaryNumber(cause) <= number;
}

Sums VotesOf(const BookState& state, ProgramId program, std::int32_t year, AccountId account,
             BudgetStage stage, std::int32_t number) {
  Sums sums;
  for (const std::uint32_t id : state.budget_entries) {
    const Row row = state.RowOf(id);
    const auto kind = static_cast<EntryKind>(row.kind);
    if (kind == EntryKind::kCorrect || state.entries.corrected(id)) continue;
    const ItemKey& key = state.items[row.item - 1];
    if (!IsOf(key, program, year, account)) continue;
    if (!IsIn(static_cast<Cause>(row.cause), stage, number)) continue;
    const std::int64_t amount = kind == EntryKind::kAppropriate ? row.amount : -row.amount;
    // What a provisional budget gave counts also after the original one took its place.
    if (stage == BudgetStage::kProvisional && amount < 0) continue;
    Sum& sum = sums[key.object_item];
    sum.total += amount;
    if (row.source == 0) {
      sum.tagged = false;
    } else if (IsSubsidy(static_cast<FundingSource>(row.source))) {
      sum.part += amount;
    }
  }
  return sums;
}

bool IsAdopted(const Book& book, AccountId account, std::int32_t year, BudgetStage stage,
               std::int32_t number, bool& any) {
  const std::vector<BudgetVersion> versions = book.VersionsOf(account, year);
  any = !versions.empty();
  return std::any_of(versions.begin(), versions.end(), [&](const BudgetVersion& version) {
    // A provisional budget alone leaves a year without a final one.
    if (stage == BudgetStage::kFinal) return version.stage != BudgetStage::kProvisional;
    return version.stage == stage && version.number == number;
  });
}

// The cost basis of an item in a version. One that a supplementary budget did not touch has that of the version before it,
// as long as it still comes to the amount.
const CostBasis* BasisIn(const Book& book, ItemId item, const SheetYearOptions& options,
                         Money amount) {
  const BudgetStage stage = options.current_stage;
  if (const CostBasis* basis = book.CostBasisOf(item, stage, options.current_number)) return basis;
  if (stage != BudgetStage::kSupplementary && stage != BudgetStage::kFinal) return nullptr;
  const ItemKey& key = *book.Find(item);
  const std::vector<BudgetVersion> versions = book.VersionsOf(key.account, key.fiscal_year);
  for (auto it = versions.rbegin(); it != versions.rend(); ++it) {
    if (it->stage == BudgetStage::kProvisional) break;
    if (stage == BudgetStage::kSupplementary && it->number > options.current_number) continue;
    if (const CostBasis* basis = book.CostBasisOf(item, it->stage, it->number))
      return basis->Total() == amount ? basis : nullptr;
  }
  return nullptr;
}

Result<Money> ToThousands(Money amount, Rounding rounding) {
  const auto rounded =
      MulDiv(ToDecimal(amount), Decimal::FromInt(1), Decimal::FromInt(kThousand), 0, rounding);
  if (!rounded) return Error(rounded.code());
  const auto whole = rounded->ToInt64();
  if (!whole) return Error(Code::kOverflow);
  return Money(*whole * kThousand);
}

Result<BudgetAmount> Printed(BudgetAmount amount, Rounding rounding) {
  if (!amount.total) return amount;
  const auto total = ToThousands(*amount.total, rounding);
  if (!total) return Error(total.code());
  amount.total = *total;
  if (amount.part_kind == PartKind::kStated) {
    const auto part = ToThousands(amount.part, rounding);
    if (!part) return Error(part.code());
    amount.part = *part;
  }
  return amount;
}

// The sum of what is printed: a part only where every row states one.
Result<BudgetAmount> TotalOf(const std::vector<YearItem>& items,
                             BudgetAmount YearItem::*const which) {
  BudgetAmount total;
  total.part_kind = PartKind::kNone;
  for (const YearItem& item : items) {
    const BudgetAmount& amount = item.*which;
    if (!amount.total) continue;
    const auto sum = Add(total.total.value_or(Money()), *amount.total);
    const auto part = Add(total.part, amount.part);
    if (!sum || !part) return Error(Code::kOverflow);
    total.total = *sum;
    if (amount.part_kind == PartKind::kNotStated) total.part_kind = PartKind::kNotStated;
    if (amount.part_kind == PartKind::kStated && total.part_kind == PartKind::kNone)
      total.part_kind = PartKind::kStated;
    total.part = *part;
  }
  if (total.part_kind != PartKind::kStated) total.part = Money();
  return total;
}

}  // namespace

Error RefusedYear(Code code, std::string_view rule, std::string ko, std::string en) {
  return RefusedAt(code, rule, {}, std::move(ko), std::move(en));
}

Error DiffersFrom(std::string_view rule, std::string_view what_ko, std::string_view what_en,
                  Money stated, Money current) {
  ErrorDetail detail;
  detail.rule = std::string(rule);
  detail.available = current.minor();
  detail.asked = stated.minor();
  const std::string a = FormatMixed(stated);
  const std::string b = FormatMixed(current);
  detail.message = {
      std::string(what_ko) + "의 합계 " + a + "이(가) 올해 예산액 " + b + "과(와) 다릅니다.",
      "The " + std::string(what_en) + " come(s) to " + a + ", the budget of the year to " + b +
          "."};
  return Error(Code::kDoesNotAddUp, std::move(detail));
}

Result<AccountId> AccountOf(const Book& book, ProgramId program, std::int32_t fiscal_year,
                            AccountId named) {
  if (named != AccountId::kNone) {
    if (book.Find(named) == nullptr) return Error(Code::kNotFound);
    return named;
  }
  std::set<AccountId> accounts;
  for (const ItemId item : ItemsOf(book.state(), program, fiscal_year))
    accounts.insert(book.Find(item)->account);
  if (accounts.size() == 1) return *accounts.begin();
  if (accounts.empty())
    return RefusedYear(Code::kNotFound, "sheet.current",
                       std::to_string(fiscal_year) + "년도에 이 사업의 예산 과목이 없습니다.",
                       "The program has no item in " + std::to_string(fiscal_year) + ".");
  return RefusedYear(Code::kInvalidArgument, "sheet.account",
                     "사업의 과목이 여러 회계에 있으니 회계를 정해 주십시오.",
                     "The program has items in several accounts: name one.");
}

Result<YearFigures> FiguresOf(const Book& book, ProgramId program, std::int32_t year,
                              const SheetYearOptions& options) {
  YearFigures figures;
  const auto account = AccountOf(book, program, year, options.account);
  if (!account)
    return RefusedYear(account.code(), account.error().rule(), account.error().message().ko,
                       account.error().message().en);
  figures.account = *account;
  const BookState& state = book.state();
  std::map<std::string, BudgetAmount> prior, current;
  std::map<std::string, const CostBasis*> bases;
  std::vector<std::string> order;
  const auto put = [](std::map<std::string, BudgetAmount>& into, const Sums& sums) {
    for (const auto& [object, sum] : sums) into[object] = sum.amount();
  };
  std::map<std::string, std::string> labels;
  bool prior_imported = false;
  {
    bool any = false;
    if (IsAdopted(book, *account, year - 1, options.prior_stage, options.prior_number, any)) {
      put(prior,
          VotesOf(state, program, year - 1, *account, options.prior_stage, options.prior_number));
      figures.prior_adopted = true;
    } else if (any) {
      return RefusedYear(Code::kNotFound, "sheet.prior",
                         std::to_string(year - 1) + "년도에 그런 예산은 없습니다.",
                         "No such version was adopted in " + std::to_string(year - 1) + ".");
    } else {
      prior_imported = true;
    }
  }
  bool adopted = false;
  if (options.proposal != nullptr) {
    Sums sums;
    for (const BudgetLine& line : options.proposal->lines) {
      const ItemKey* key = book.Find(line.item);
      if (key == nullptr || !IsOf(*key, program, year, *account)) continue;
      Sum& sum = sums[key->object_item];
      sum.total += line.amount.minor();
      bool tagged = false;
      for (const FundingPart& part : line.funding.in_budget) {
        if (!part.amount) continue;
        tagged = true;
        if (IsSubsidy(part.source)) sum.part += part.amount->minor();
      }
      sum.tagged = sum.tagged && tagged;
      if (!line.basis.empty()) bases[key->object_item] = &line.basis;
    }
    put(current, sums);
  } else if (IsAdopted(book, *account, year, options.current_stage, options.current_number,
                       adopted)) {
    put(current,
        VotesOf(state, program, year, *account, options.current_stage, options.current_number));
  } else if (adopted) {
    return RefusedYear(Code::kNotFound, "sheet.current",
                       std::to_string(year) + "년도에 그런 예산은 없습니다.",
                       "No such version was adopted in " + std::to_string(year) + ".");
  }
  const bool current_imported = options.proposal == nullptr && !adopted;
  for (const ItemId item : ItemsOf(state, program, year)) {
    const ItemKey& key = *book.Find(item);
    if (!IsOf(key, program, year, *account)) continue;
    const std::string& object = key.object_item;
    if (std::find(order.begin(), order.end(), object) == order.end()) order.push_back(object);
    if (bases.count(object) == 0) {
      const auto of = current.find(object);
      const Money amount = of == current.end() ? Money() : of->second.total.value_or(Money());
      if (const CostBasis* basis = BasisIn(book, item, options, amount)) bases[object] = basis;
    }
    const ImportedBudget* imported = book.ImportedBudgetOf(item);
    if (imported == nullptr) continue;
    labels[object] = imported->label;
    if (prior_imported) prior[object] = imported->prior;
    if (current_imported) current[object] = imported->current;
  }
  for (const auto& [object, amount] : prior) {
    if (std::find(order.begin(), order.end(), object) == order.end()) order.push_back(object);
  }
  for (const std::string& object : order) {
    YearItem item;
    item.object_item = object;
    // Last year's item that this year has none of, and the reverse: zero, where the version is known.
    if (const auto found = prior.find(object); found != prior.end()) {
      item.prior = found->second;
    } else if (!prior_imported) {
      item.prior = BudgetAmount::WithoutPart(Money());
    }
    if (const auto found = current.find(object); found != current.end()) {
      item.current = found->second;
    } else if (!current_imported) {
      item.current = BudgetAmount::WithoutPart(Money());
    }
    const auto none = [](const BudgetAmount& a) { return !a.total || a.total->is_zero(); };
    if (none(item.prior) && none(item.current)) continue;
    if (item.current.total && item.current.total->minor() % kThousand != 0)
      return RefusedYear(Code::kInexact, "sheet.current",
                         object + ": 올해 예산액이 천원 단위가 아닙니다.",
                         object + ": the amount of the year is no whole 천원.");
    auto a = Printed(item.prior, options.rounding);
    auto b = Printed(item.current, options.rounding);
    if (!a) return std::move(a).error();
    if (!b) return std::move(b).error();
    item.prior = *a;
    item.current = *b;
    const auto name = book.classification().NameOf(CodeKind::kObjectItem, year, object);
    item.label = name ? std::string(*name) : labels.count(object) != 0 ? labels[object] : object;
    if (const auto found = bases.find(object); found != bases.end()) item.basis = found->second;
    figures.items.push_back(std::move(item));
  }
  auto a = TotalOf(figures.items, &YearItem::prior);
  auto b = TotalOf(figures.items, &YearItem::current);
  if (!a) return std::move(a).error();
  if (!b) return std::move(b).error();
  figures.prior = *a;
  figures.current = *b;
  if (!figures.current.total)
    return RefusedYear(Code::kNotFound, "sheet.current",
                       std::to_string(year) + "년도 예산액이 없습니다.",
                       "There is no budget of " + std::to_string(year) + ".");
  return figures;
}

Result<std::vector<PastYear>> PastOf(const Book& book, ProgramId program, std::int32_t year,
                                     const SheetYearOptions& options) {
  const auto account = AccountOf(book, program, year, options.account);
  if (!account)
    return RefusedYear(account.code(), account.error().rule(), account.error().message().ko,
                       account.error().message().en);
  std::vector<PastYear> past;
  for (std::int32_t settled = year - 4; settled <= year - 2; ++settled) {
    PastYear row;
    row.settled.fiscal_year = settled;
    SettlementRow figures;
    ItemFilter filter;
    filter.fiscal_year = settled;
    filter.program = program;
    filter.account = *account;
    filter.revenue = false;
    bool moved = false;
    for (const ItemId item : ItemsOf(book.state(), program, settled)) {
      moved = moved ||
              (book.Find(item)->account == *account && book.BalancesOf(item) != ItemBalances());
    }
    if (moved) {
      auto rows = Settle(book, settled, GroupBy::kDetailedProgram, filter);
      if (!rows) return std::move(rows).error();
      if (rows->empty()) return Error(Code::kInternal);
      figures = ToSheetColumns(rows->front());
      row.settled.origin = YearOrigin::kComputed;
      row.settled.open = !book.IsClosed(settled);
    } else {
      for (const ImportedYear& imported : book.ImportedYearsOf(program)) {
        if (imported.fiscal_year != settled || !imported.has_settlement()) continue;
        figures = RowOf(imported);
        row.settled.origin = YearOrigin::kImported;
        row.document = imported.document;
      }
      // The sheet has one column of what is left: the broad one.
      if (!figures.lapsed_balance.total && figures.unspent_balance.total) {
        const auto sum =
            Add(*figures.unspent_balance.total, figures.subsidy_refund.total.value_or(Money()));
        if (!sum) return Error(sum.code());
        figures.lapsed_balance = BudgetAmount::Of(*sum);
      }
      figures.unspent_balance = {};
      figures.subsidy_refund = {};
    }
    if (row.settled.origin != YearOrigin::kMissing) {
      auto printed = RoundForPrint(figures, kThousand, options.rounding);
      if (!printed) return std::move(printed).error();
      row.printed = *std::move(printed);
    }
    past.push_back(std::move(row));
  }
  return past;
}

}  // namespace yesan::internal
