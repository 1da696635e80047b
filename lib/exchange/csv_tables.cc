#include "yesan/exchange/csv_tables.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "yesan/exchange/columns.h"

namespace yesan {
namespace {

std::string_view In(Language language, std::string_view ko, std::string_view en) {
  return language == Language::kKorean ? ko : en;
}

// An amount in minor units as a plain figure: 123450 with two minor digits is `1234.50`.
std::string Plain(std::int64_t amount, std::int32_t minor_digits) {
  if (minor_digits <= 0) return std::to_string(amount);
  const bool negative = amount < 0;
  std::string digits =
      std::to_string(negative ? std::uint64_t{0} - static_cast<std::uint64_t>(amount)
                              : static_cast<std::uint64_t>(amount));
  const auto minor = static_cast<std::size_t>(minor_digits);
  if (digits.size() <= minor) digits.insert(0, minor + 1 - digits.size(), '0');
  digits.insert(digits.size() - minor, 1, '.');
  return negative ? "-" + digits : digits;
}

class TableWriter {
 public:
  TableWriter(const Book& book, const CsvSink& sink, const TableOptions& options)
      : book_(book),
        language_(options.language),
        minor_(book.government().minor_digits),
        out_(sink, options.csv) {}

  void Header(CsvColumn column) { out_.Field(Name(column, language_)); }
  void Header(std::string_view ko, std::string_view en) { out_.Field(In(language_, ko, en)); }
  void Text(std::string_view text) { out_.Field(text); }
  void Word(std::string_view ko, std::string_view en) { out_.Field(In(language_, ko, en)); }
  void Number(std::int64_t number) { out_.Field(number); }
  // 0 is none.
  void Id(std::uint32_t id) { id == 0 ? out_.Field(std::string_view()) : out_.Field(id); }
  void Amount(std::int64_t amount) { out_.Field(Plain(amount, minor_)); }
  [[nodiscard]] Result<void> EndRow() { return out_.EndRow(); }
  [[nodiscard]] Result<void> Finish() { return out_.Finish(); }

  void Account(AccountId id) {
    const yesan::Account* const account = book_.Find(id);
    Text(account == nullptr ? std::string_view() : account->name);
  }
  void Department(DepartmentId id) {
    const yesan::Department* const department = book_.Find(id);
    Text(department == nullptr ? std::string_view() : department->name);
  }
  // Code and name of a node in a year; 0: of its last year.
  void Node(ProgramId id, std::int32_t year) {
    const ProgramYear* const words = WordsOf(id, year);
    Text(words == nullptr ? std::string_view() : words->code);
    Text(words == nullptr ? NameOf(id, year) : std::string_view(words->name));
  }
  // One cell that tells the node: its code, else its name.
  void CodeOrName(ProgramId id, std::int32_t year) {
    const ProgramYear* const words = WordsOf(id, year);
    if (words != nullptr && !words->code.empty()) return Text(words->code);
    Text(words == nullptr ? NameOf(id, year) : std::string_view(words->name));
  }
  void Origin(yesan::Origin origin) { Word(KoreanName(origin), Name(origin)); }
  void Side(bool revenue) { revenue ? Word("세입", "revenue") : Word("세출", "expenditure"); }
  void Source(FundingSource source) { Word(KoreanName(source), Name(source)); }

  static constexpr CsvColumn kItemColumns[] = {CsvColumn::kFiscalYear, CsvColumn::kAccount,
                                               CsvColumn::kDepartment, CsvColumn::kDetailedProgram,
                                               CsvColumn::kObjectItem, CsvColumn::kOrigin,
                                               CsvColumn::kSide};
  void ItemHeaders() {
    for (const CsvColumn column : kItemColumns) Header(column);
  }
  void Item(ItemId id) {
    const ItemKey* const key = book_.Find(id);
    if (key == nullptr) {
      for (std::size_t i = 0; i < std::size(kItemColumns); ++i) Text({});
      return;
    }
    Number(key->fiscal_year);
    Account(key->account);
    Department(key->department);
    CodeOrName(key->program, key->fiscal_year);
    Text(key->object_item);
    Origin(key->origin);
    Side(key->revenue);
  }

  void KeyHeaders(GroupBy by) {
    switch (by) {
      case GroupBy::kNothing:
        break;
      case GroupBy::kItem:
        Header(CsvColumn::kItem);
        ItemHeaders();
        break;
      case GroupBy::kDetailedProgram:
        NodeHeaders(CsvColumn::kDetailedProgram, CsvColumn::kDetailedProgramName);
        break;
      case GroupBy::kUnitProgram:
        NodeHeaders(CsvColumn::kUnitProgram, CsvColumn::kUnitProgramName);
        break;
      case GroupBy::kPolicyProgram:
        NodeHeaders(CsvColumn::kPolicyProgram, CsvColumn::kPolicyProgramName);
        break;
      case GroupBy::kSector:
        NodeHeaders(CsvColumn::kSector, CsvColumn::kSectorName);
        break;
      case GroupBy::kField:
        NodeHeaders(CsvColumn::kField, CsvColumn::kFieldName);
        break;
      case GroupBy::kAccount:
        Header(CsvColumn::kAccount);
        break;
      case GroupBy::kDepartment:
        Header(CsvColumn::kDepartment);
        break;
      case GroupBy::kObjectGroup:
        Header(CsvColumn::kObjectGroup);
        break;
      case GroupBy::kObjectItem:
        Header(CsvColumn::kObjectItem);
        break;
      case GroupBy::kOrigin:
        Header(CsvColumn::kOrigin);
        break;
      case GroupBy::kFiscalYear:
        Header(CsvColumn::kFiscalYear);
        break;
      case GroupBy::kFundingSource:
        Header(CsvColumn::kSource);
        break;
    }
  }
  void Key(GroupBy by, std::uint32_t key, const std::string& code, std::int32_t year) {
    switch (by) {
      case GroupBy::kNothing:
        break;
      case GroupBy::kItem:
        Number(key);
        Item(ItemId{key});
        break;
      case GroupBy::kDetailedProgram:
      case GroupBy::kUnitProgram:
      case GroupBy::kPolicyProgram:
      case GroupBy::kSector:
      case GroupBy::kField:
        Node(ProgramId{key}, year);
        break;
      case GroupBy::kAccount:
        Account(AccountId{key});
        break;
      case GroupBy::kDepartment:
        Department(DepartmentId{key});
        break;
      case GroupBy::kObjectGroup:
      case GroupBy::kObjectItem:
        Text(code);
        break;
      case GroupBy::kOrigin:
        Origin(static_cast<yesan::Origin>(key));
        break;
      case GroupBy::kFiscalYear:
        Number(key);
        break;
      case GroupBy::kFundingSource:
        Source(static_cast<FundingSource>(key));
        break;
    }
  }

 private:
  void NodeHeaders(CsvColumn code, CsvColumn name) {
    Header(code);
    Header(name);
  }
  [[nodiscard]] const ProgramYear* WordsOf(ProgramId id, std::int32_t year) const {
    const Program* const years = book_.YearsOf(id);
    if (years == nullptr || years->years().empty()) return nullptr;
    return year == 0 ? &years->years().back() : years->Find(year);
  }
  [[nodiscard]] std::string_view NameOf(ProgramId id, std::int32_t year) const {
    const Program* const years = book_.YearsOf(id);
    return years == nullptr ? std::string_view() : years->NameIn(year);
  }

  const Book& book_;
  const Language language_;
  const std::int32_t minor_;
  CsvWriter out_;
};

struct BalanceColumn {
  std::string_view ko;
  std::string_view en;
  std::int64_t (*value)(const ItemBalances&);
};

constexpr BalanceColumn kBalanceColumns[] = {
    {"본예산", "original", [](const ItemBalances& b) { return b.original; }},
    {"추경", "supplementary", [](const ItemBalances& b) { return b.supplementary; }},
    {"준예산", "provisional", [](const ItemBalances& b) { return b.provisional; }},
    {"예산액", "adopted", [](const ItemBalances& b) { return b.adopted(); }},
    {"전년도이월액", "carryover_in", [](const ItemBalances& b) { return b.carryover_in; }},
    {"성립전", "pre_enactment", [](const ItemBalances& b) { return b.pre_enactment; }},
    {"초과지출", "excess_revenue", [](const ItemBalances& b) { return b.excess_revenue; }},
    {"이용", "inter_program_virement",
     [](const ItemBalances& b) { return b.inter_program_virement; }},
    {"전용", "intra_program_virement",
     [](const ItemBalances& b) { return b.intra_program_virement; }},
    {"변경사용", "minor_reallocation", [](const ItemBalances& b) { return b.minor_reallocation; }},
    {"이체", "reorganization", [](const ItemBalances& b) { return b.reorganization; }},
    {"예비비", "contingency_draw", [](const ItemBalances& b) { return b.contingency_draw; }},
    {"예산현액", "current_budget", [](const ItemBalances& b) { return b.current_budget(); }},
    {"배정액", "allotted", [](const ItemBalances& b) { return b.allotted; }},
    {"지출원인행위액", "committed_total", [](const ItemBalances& b) { return b.committed_total; }},
    {"지출액", "disbursed", [](const ItemBalances& b) { return b.disbursed; }},
    {"미지출원인행위액", "outstanding", [](const ItemBalances& b) { return b.outstanding(); }},
    {"명시이월액", "explicit_out", [](const ItemBalances& b) { return b.explicit_out; }},
    {"사고이월액", "accidental_out", [](const ItemBalances& b) { return b.accidental_out; }},
    {"계속비이월액", "continuing_out", [](const ItemBalances& b) { return b.continuing_out; }},
    {"건설개량이월액", "construction_out",
     [](const ItemBalances& b) { return b.construction_out; }},
    {"다음연도이월액", "carryover_out", [](const ItemBalances& b) { return b.carryover_out(); }},
    {"이월된원인행위액", "commitments_out",
     [](const ItemBalances& b) { return b.commitments_out; }},
    {"불용액", "lapsed_balance", [](const ItemBalances& b) { return b.lapsed_balance(); }},
    {"보조금반납금", "subsidy_refund", [](const ItemBalances& b) { return b.subsidy_refund; }},
    {"집행잔액", "unspent_balance", [](const ItemBalances& b) { return b.unspent_balance(); }},
    {"징수결정액", "assessed", [](const ItemBalances& b) { return b.assessed; }},
    {"수납액", "received", [](const ItemBalances& b) { return b.received; }},
    {"불납결손액", "written_off", [](const ItemBalances& b) { return b.written_off; }},
    {"미수납액", "uncollected", [](const ItemBalances& b) { return b.uncollected(); }},
};

struct NamedColumn {
  std::string_view ko;
  std::string_view en;
  std::int64_t StatutoryColumns::*value;
};

constexpr NamedColumn kNamedColumns[] = {
    {"세출예산액", "adopted", &StatutoryColumns::adopted},
    {"전년도이월액", "carryover_in", &StatutoryColumns::carryover_in},
    {"예비비사용액", "contingency_draw", &StatutoryColumns::contingency_draw},
    {"이용전용등증감액", "transfers", &StatutoryColumns::transfers},
    {"성립전", "pre_enactment", &StatutoryColumns::pre_enactment},
    {"초과지출액", "excess_revenue", &StatutoryColumns::excess_revenue},
    {"예산현액", "current_budget", &StatutoryColumns::current_budget},
    {"지출원인행위액", "committed", &StatutoryColumns::committed},
    {"지출액", "disbursed", &StatutoryColumns::disbursed},
    {"명시이월액", "explicit_out", &StatutoryColumns::explicit_out},
    {"사고이월액", "accidental_out", &StatutoryColumns::accidental_out},
    {"계속비이월액", "continuing_out", &StatutoryColumns::continuing_out},
    {"건설개량이월액", "construction_out", &StatutoryColumns::construction_out},
    {"다음연도이월액", "carryover_out", &StatutoryColumns::carryover_out},
    {"불용액", "lapsed_balance", &StatutoryColumns::lapsed_balance},
    {"보조금반납금", "subsidy_refund", &StatutoryColumns::subsidy_refund},
    {"집행잔액", "unspent_balance", &StatutoryColumns::unspent_balance},
};

constexpr CsvColumn kRungs[5][2] = {
    {CsvColumn::kField, CsvColumn::kFieldName},
    {CsvColumn::kSector, CsvColumn::kSectorName},
    {CsvColumn::kPolicyProgram, CsvColumn::kPolicyProgramName},
    {CsvColumn::kUnitProgram, CsvColumn::kUnitProgramName},
    {CsvColumn::kDetailedProgram, CsvColumn::kDetailedProgramName},
};

}  // namespace

Result<void> WriteEntries(const Book& book, const CsvSink& sink, const TableOptions& options,
                          EntryId first) {
  TableWriter out(book, sink, options);
  out.Header(CsvColumn::kKey);
  out.ItemHeaders();
  for (const CsvColumn column :
       {CsvColumn::kDay, CsvColumn::kKind, CsvColumn::kCause, CsvColumn::kAmount,
        CsvColumn::kReference, CsvColumn::kGroup, CsvColumn::kSource, CsvColumn::kAuthorization,
        CsvColumn::kActor, CsvColumn::kMemo})
    out.Header(column);
  if (Result<void> row = out.EndRow(); !row) return row;
  const std::uint32_t from = std::max<std::uint32_t>(NumberOf(first), 1);
  for (std::uint32_t id = from; id <= book.entry_count(); ++id) {
    const Entry entry = *book.Find(EntryId{id});
    out.Number(id);
    out.Item(entry.item);
    out.Text(entry.day.ToString());
    out.Word(KoreanName(entry.kind), Name(entry.kind));
    if (entry.cause == Cause::kNone) {
      out.Text({});
    } else {
      out.Word(KoreanName(entry.cause), Name(entry.cause));
    }
    out.Amount(entry.amount.minor());
    // An entry before the first that is written can only be meant by its number in the book.
    const std::uint32_t reference = NumberOf(entry.reference);
    if (reference != 0 && reference < from) {
      out.Text("#" + std::to_string(reference));
    } else {
      out.Id(reference);
    }
    out.Id(entry.group);
    if (entry.source) {
      out.Source(*entry.source);
    } else {
      out.Text({});
    }
    const std::uint32_t authorization = NumberOf(entry.authorization);
    out.Text(authorization == 0 ? std::string() : "#" + std::to_string(authorization));
    out.Id(NumberOf(entry.actor));
    out.Text(entry.memo);
    if (Result<void> row = out.EndRow(); !row) return row;
  }
  return out.Finish();
}

Result<void> WriteBudget(const Book& book, const BudgetDocument& document, const CsvSink& sink,
                         const TableOptions& options) {
  TableWriter out(book, sink, options);
  for (const CsvColumn column :
       {CsvColumn::kFiscalYear, CsvColumn::kAccount, CsvColumn::kDepartment})
    out.Header(column);
  for (const auto& rung : kRungs) {
    out.Header(rung[0]);
    out.Header(rung[1]);
  }
  for (const CsvColumn column :
       {CsvColumn::kObjectGroup, CsvColumn::kObjectItem, CsvColumn::kOrigin, CsvColumn::kSide,
        CsvColumn::kAmount, CsvColumn::kSource})
    out.Header(column);
  if (Result<void> row = out.EndRow(); !row) return row;
  const auto write = [&](const ItemKey& key, Money amount,
                         std::optional<FundingSource> source) -> Result<void> {
    out.Number(key.fiscal_year);
    out.Account(key.account);
    out.Department(key.department);
    ProgramId path[5] = {};
    ProgramId at = key.program;
    for (std::size_t i = 5; i-- > 0 && at != ProgramId::kNone;) {
      path[i] = at;
      at = book.Find(at)->parent;
    }
    for (const ProgramId node : path) out.Node(node, key.fiscal_year);
    out.Text(key.object_group);
    out.Text(key.object_item);
    out.Origin(key.origin);
    out.Side(key.revenue);
    out.Amount(amount.minor());
    if (source) {
      out.Source(*source);
    } else {
      out.Text({});
    }
    return out.EndRow();
  };
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const BudgetLine& line = document.lines[i];
    const ItemKey* const key = book.Find(line.item);
    if (key == nullptr) return Error(Code::kUnknownItem).AtRow(static_cast<std::int64_t>(i));
    bool told = false;
    for (const FundingPart& part : line.funding.in_budget) {
      if (!part.amount) continue;
      told = true;
      if (Result<void> row = write(*key, *part.amount, part.source); !row) return row;
    }
    if (told) continue;
    if (Result<void> row = write(*key, line.amount, std::nullopt); !row) return row;
  }
  return out.Finish();
}

Result<BudgetDocument> DocumentOf(const Book& book, const BudgetVersion& version) {
  const Cause cause = CauseOf(version);
  if (cause == Cause::kNone) return Error(Code::kInvalidArgument);
  const std::vector<BudgetVersion> adopted = book.VersionsOf(version.account, version.fiscal_year);
  if (std::none_of(adopted.begin(), adopted.end(), [&](const BudgetVersion& other) {
        return other.stage == version.stage &&
               (version.stage != BudgetStage::kSupplementary || other.number == version.number);
      }))
    return Error(Code::kNotFound);
  BudgetDocument document;
  document.version = version;
  bool any = false;
  std::map<std::pair<std::uint32_t, std::int32_t>, Money> sums;  // item, source
  Result<void> good;
  book.ForEachEntry(EntryId::kNone, [&](const Entry& entry) {
    if (!good || entry.cause != cause || entry.corrected) return;
    if (entry.kind != EntryKind::kAppropriate && entry.kind != EntryKind::kReduce) return;
    const ItemKey& key = *book.Find(entry.item);
    if (key.fiscal_year != version.fiscal_year || key.account != version.account) return;
    if (!any) {
      document.day = entry.day;
      document.authorization = entry.authorization;
      document.actor = entry.actor;
      any = true;
    }
    const std::int32_t source = entry.source ? static_cast<std::int32_t>(*entry.source) : 0;
    Money& sum = sums[{NumberOf(entry.item), source}];
    const Result<Money> next = entry.kind == EntryKind::kAppropriate ? Add(sum, entry.amount)
                                                                     : Subtract(sum, entry.amount);
    if (next) {
      sum = *next;
    } else {
      good = Error(next.code());
    }
  });
  if (!good) return std::move(good).error();
  for (const auto& [key, amount] : sums) {
    if (document.lines.empty() || NumberOf(document.lines.back().item) != key.first) {
      document.lines.emplace_back();
      document.lines.back().item = ItemId{key.first};
    }
    BudgetLine& line = document.lines.back();
    const Result<Money> sum = Add(line.amount, amount);
    if (!sum) return Error(sum.code());
    line.amount = *sum;
    if (key.second == 0) continue;
    const auto source = static_cast<FundingSource>(key.second);
    line.funding.in_budget.push_back({source, std::string(KoreanName(source)), amount});
    line.funding.total = line.amount;
  }
  return document;
}

Result<void> WriteBalances(const Book& book, const BalanceTable& table, const CsvSink& sink,
                           const TableOptions& options, std::int32_t fiscal_year) {
  TableWriter out(book, sink, options);
  out.KeyHeaders(table.by);
  for (const BalanceColumn& column : kBalanceColumns) out.Header(column.ko, column.en);
  if (Result<void> row = out.EndRow(); !row) return row;
  for (const BalanceRow& row : table.rows) {
    out.Key(table.by, row.key, row.code, fiscal_year);
    for (const BalanceColumn& column : kBalanceColumns) out.Amount(column.value(row.sums));
    if (Result<void> written = out.EndRow(); !written) return written;
  }
  return out.Finish();
}

Result<void> WriteSettlement(const Book& book, const std::vector<SettledRow>& rows, GroupBy by,
                             const CsvSink& sink, const TableOptions& options) {
  TableWriter out(book, sink, options);
  out.Header("결산연도", "settled_year");
  out.KeyHeaders(by);
  for (const NamedColumn& column : kNamedColumns) out.Header(column.ko, column.en);
  for (const NamedColumn& column : kNamedColumns)
    out.Header("보조금 " + std::string(column.ko), "subsidy_" + std::string(column.en));
  if (Result<void> row = out.EndRow(); !row) return row;
  for (const SettledRow& row : rows) {
    out.Number(row.fiscal_year);
    out.Key(by, row.key, row.code, row.fiscal_year);
    for (const StatutoryColumns* const columns : {&row.total, &row.subsidy}) {
      for (const NamedColumn& column : kNamedColumns) out.Amount(columns->*column.value);
    }
    if (Result<void> written = out.EndRow(); !written) return written;
  }
  return out.Finish();
}

}  // namespace yesan
