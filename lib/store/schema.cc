#include "lib/store/schema.h"

#include <string_view>

#include "lib/ledger/effect.h"
#include "lib/ledger/sums.h"
#include "lib/store/sums.h"
#include "yesan/ledger/entry.h"

namespace yesan::internal {

namespace {

constexpr TableInfo kTables[] = {
    {"government", "code, name, tier, currency, minor_digits, first_month, year_naming", 7},
    {"policy", "document", 1},
    {"code", "kind, code, name, parent, first_year, last_year, source", 7},
    {"account", "account, kind, name", 3},
    {"department", "department, name", 2},
    {"program", "program, kind, parent", 3},
    {"program_year", "program, fiscal_year, name, code, bureau, department, detail", 7},
    {"item",
     "item, fiscal_year, account, department, program, object_item, object_group, origin, side", 9},
    {"authorization",
     "authorization, kind, day, document, most, fiscal_year, account, program, item, purpose, "
     "last_year",
     11},
    {"entry",
     "entry, item, day, kind, cause, amount, reference, transfer, source, authorization, actor, "
     "memo",
     12},
    {"cost_basis", "item, stage, number, detail", 4},
    {"imported_year", "program, fiscal_year, detail", 3},
    {"imported_budget", "item, detail", 2},
    {"closed_year", "fiscal_year", 1},
};
static_assert(sizeof kTables / sizeof kTables[0] == kTableCount);

constexpr char kBatches[] = R"sql(
CREATE TABLE batch(
  batch INTEGER PRIMARY KEY,
  act TEXT NOT NULL,         -- what was done: book, account, program_year, entry, …
  posted_at TEXT NOT NULL,   -- UTC
  actor INTEGER NOT NULL,    -- who had the book open; 0: nobody said
  key TEXT UNIQUE,           -- the batch's own name
  first_entry INTEGER NOT NULL,
  entry_count INTEGER NOT NULL,
  link BLOB NOT NULL         -- BLAKE2b of the link before and of the rows of this batch
) STRICT;
CREATE TABLE government(
  batch INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, tier INTEGER NOT NULL,
  currency TEXT NOT NULL, minor_digits INTEGER NOT NULL, first_month INTEGER NOT NULL,
  year_naming INTEGER NOT NULL
) STRICT;
CREATE TABLE policy(batch INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
CREATE TABLE code(
  batch INTEGER NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  parent TEXT NOT NULL, first_year INTEGER NOT NULL, last_year INTEGER NOT NULL,
  source TEXT NOT NULL, PRIMARY KEY(kind, code, first_year)
) STRICT;
CREATE TABLE account(
  account INTEGER PRIMARY KEY, batch INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL
) STRICT;
CREATE TABLE department(
  department INTEGER PRIMARY KEY, batch INTEGER NOT NULL, name TEXT NOT NULL
) STRICT;
CREATE TABLE program(
  program INTEGER PRIMARY KEY, batch INTEGER NOT NULL, kind TEXT NOT NULL,
  parent INTEGER NOT NULL
) STRICT;
-- The last batch of a program and year counts.
CREATE TABLE program_year(
  program INTEGER NOT NULL, fiscal_year INTEGER NOT NULL, batch INTEGER NOT NULL,
  name TEXT NOT NULL, code TEXT NOT NULL, bureau TEXT NOT NULL, department TEXT NOT NULL,
  detail TEXT NOT NULL, PRIMARY KEY(program, fiscal_year, batch)
) STRICT;
CREATE TABLE item(
  item INTEGER PRIMARY KEY, batch INTEGER NOT NULL, fiscal_year INTEGER NOT NULL,
  account INTEGER NOT NULL, department INTEGER NOT NULL, program INTEGER NOT NULL,
  object_item TEXT NOT NULL, object_group TEXT NOT NULL, origin TEXT NOT NULL,
  side TEXT NOT NULL
) STRICT;
CREATE TABLE authorization(
  authorization INTEGER PRIMARY KEY, batch INTEGER NOT NULL, kind TEXT NOT NULL,
  day TEXT NOT NULL, document TEXT NOT NULL,
  most INTEGER,              -- minor units; NULL: no limit
  fiscal_year INTEGER NOT NULL, account INTEGER NOT NULL, program INTEGER NOT NULL,
  item INTEGER NOT NULL, purpose INTEGER NOT NULL, last_year INTEGER NOT NULL
) STRICT;
CREATE TABLE entry(
  entry INTEGER PRIMARY KEY, batch INTEGER NOT NULL, item INTEGER NOT NULL,
  day INTEGER NOT NULL,      -- since 1970-01-01
  kind INTEGER NOT NULL,     -- entry_kind
  cause INTEGER NOT NULL,    -- entry_cause
  amount INTEGER NOT NULL,   -- minor units
  reference INTEGER NOT NULL,  -- the entry that it settles or corrects; 0: none
  transfer INTEGER NOT NULL,   -- the group that nets to zero; 0: none
  source INTEGER NOT NULL,     -- funding_source; 0: not said
  authorization INTEGER NOT NULL, actor INTEGER NOT NULL,
  memo TEXT
) STRICT;
CREATE TABLE cost_basis(
  item INTEGER NOT NULL, stage TEXT NOT NULL, number INTEGER NOT NULL, batch INTEGER NOT NULL,
  detail TEXT NOT NULL, PRIMARY KEY(item, stage, number, batch)
) STRICT;
CREATE TABLE imported_year(
  program INTEGER NOT NULL, fiscal_year INTEGER NOT NULL, batch INTEGER NOT NULL,
  detail TEXT NOT NULL, PRIMARY KEY(program, fiscal_year, batch)
) STRICT;
CREATE TABLE imported_budget(
  item INTEGER NOT NULL, batch INTEGER NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY(item, batch)
) STRICT;
CREATE TABLE closed_year(fiscal_year INTEGER PRIMARY KEY, batch INTEGER NOT NULL) STRICT;
CREATE INDEX program_year_batch ON program_year(batch);
CREATE INDEX item_batch ON item(batch);
CREATE INDEX cost_basis_batch ON cost_basis(batch);
CREATE INDEX imported_year_batch ON imported_year(batch);
CREATE INDEX imported_budget_batch ON imported_budget(batch);
CREATE TABLE entry_kind(
  kind INTEGER PRIMARY KEY, name TEXT NOT NULL, korean TEXT NOT NULL
) STRICT;
CREATE TABLE entry_cause(
  cause INTEGER PRIMARY KEY, name TEXT NOT NULL, korean TEXT NOT NULL
) STRICT;
CREATE TABLE funding_source(
  source INTEGER PRIMARY KEY, name TEXT NOT NULL, korean TEXT NOT NULL
) STRICT;
CREATE TABLE snapshot(entry INTEGER NOT NULL) STRICT;  -- balance_snapshot holds the entries up to it
INSERT INTO snapshot VALUES(0);
)sql";

// What is derived of the sums, as ItemBalances has it.
constexpr char kDerived[] = R"sql(
  original + supplementary + provisional AS adopted,
  original + supplementary + provisional + carryover_in + pre_enactment + excess_revenue
    + inter_program_virement + intra_program_virement + minor_reallocation + reorganization
    + contingency_draw AS current_budget,
  explicit_out + accidental_out + continuing_out + construction_out AS carryover_out)sql";

constexpr char kSettlement[] = R"sql(
CREATE VIEW settlement AS  -- 세출결산, by detailed program, in the columns of the statute
SELECT fiscal_year, account.name AS account, i.program,
       (SELECT y.name FROM program_year y WHERE y.program = i.program
          AND y.fiscal_year = i.fiscal_year ORDER BY y.batch DESC LIMIT 1) AS program_name,
       SUM(b.adopted) AS adopted,                          -- 예산액
       SUM(b.carryover_in) AS carryover_in,                -- 전년도이월액
       SUM(b.current_budget - b.adopted - b.carryover_in) AS net_adjustment,  -- 예산변경
       SUM(b.current_budget) AS current_budget,            -- 예산현액
       SUM(b.committed_total) AS committed_total,          -- 지출원인행위액
       SUM(b.disbursed) AS disbursed,                      -- 지출액
       SUM(b.carryover_out) AS carryover_out,              -- 다음연도이월액
       SUM(b.subsidy_refund) AS subsidy_refund,            -- 보조금반납금
       SUM(b.current_budget - b.disbursed - b.carryover_out - b.subsidy_refund)
         AS unspent_balance,                               -- 집행잔액
       SUM(b.current_budget - b.disbursed - b.carryover_out) AS lapsed_balance  -- 불용액
  FROM item i JOIN balance b USING(item) JOIN account ON account.account = i.account
 WHERE i.side = 'expenditure' GROUP BY fiscal_year, i.account, i.program;
CREATE VIEW entry_named AS  -- the entries in words
SELECT e.entry, e.batch, date(e.day * 86400, 'unixepoch') AS day, i.fiscal_year, i.object_item,
       k.name AS kind, k.korean AS kind_korean, c.name AS cause, c.korean AS cause_korean,
       e.amount, NULLIF(e.reference, 0) AS reference, s.name AS source, s.korean AS source_korean,
       NULLIF(e.authorization, 0) AS authorization, NULLIF(e.actor, 0) AS actor, e.memo
  FROM entry e JOIN item i USING(item) JOIN entry_kind k USING(kind)
  LEFT JOIN entry_cause c ON c.cause = e.cause LEFT JOIN funding_source s ON s.source = e.source;
)sql";

void AppendName(std::string_view table, std::int64_t number, std::string_view name,
                std::string_view korean, std::string& sql) {
  sql.append("INSERT INTO ").append(table).append(" VALUES(");
  sql.append(std::to_string(number)).append(",'").append(name).append("','");
  sql.append(korean).append("');\n");
}

std::string SumColumns(std::string_view before, std::string_view after) {
  std::string list;
  for (const SumName& sum : kSumNames)
    list.append(list.empty() ? "" : ", ").append(before).append(sum.name).append(after);
  return list;
}

}  // namespace

const TableInfo& InfoOf(Table table) noexcept { return kTables[static_cast<std::size_t>(table)]; }

std::string SchemaSql() {
  std::string sql = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                    ";\nPRAGMA user_version = " + std::to_string(kFileVersion) + ";\n" + kBatches;
  sql += "CREATE TABLE balance_snapshot(item INTEGER PRIMARY KEY, " +
         SumColumns("", " INTEGER NOT NULL") + ") STRICT;\n";
  // −1, 0 or 1: what an entry of a kind and cause does to each sum. `moves`: it names a commitment that goes along;
  // `revenue`: of an item of revenue.
  sql +=
      "CREATE TABLE effect(kind INTEGER NOT NULL, cause INTEGER NOT NULL, moves INTEGER NOT NULL, "
      "revenue INTEGER NOT NULL, " +
      SumColumns("", " INTEGER NOT NULL") + ", PRIMARY KEY(kind, cause, moves, revenue)) STRICT;\n";
  sql += "CREATE VIEW balance AS  -- each item's sums now\nSELECT *," + std::string(kDerived) +
         " FROM (SELECT i.item, ";
  std::string columns;
  for (const SumName& sum : kSumNames) {
    const std::string name(sum.name);
    columns += (columns.empty() ? "" : ", ") +
               ("COALESCE(s." + name + ", 0) + COALESCE(t." + name) + ", 0) AS " + name;
  }
  std::string tail;
  for (const SumName& sum : kSumNames) {
    const std::string name(sum.name);
    tail += (tail.empty() ? "" : ", ") + ("SUM(m.amount * f." + name + ") AS ") + name;
  }
  const std::string correct = std::to_string(static_cast<int>(EntryKind::kCorrect));
  sql += columns +
         " FROM item i LEFT JOIN balance_snapshot s USING(item) LEFT JOIN (SELECT m.item, " + tail +
         " FROM (SELECT e.item, w.kind, w.cause, w.reference <> 0 AS moves, "
         "iif(e.kind = " +
         correct +
         ", -e.amount, e.amount) AS amount, i.side = 'revenue' AS revenue "
         "FROM entry e JOIN item i USING(item) JOIN entry w ON w.entry = iif(e.kind = " +
         correct +
         ", e.reference, e.entry) WHERE e.entry > (SELECT entry FROM snapshot)) m "
         "JOIN effect f USING(kind, cause, moves, revenue) GROUP BY m.item) t USING(item));\n";
  sql += kSettlement;
  return sql;
}

std::string NamesSql() {
  std::string sql =
      "DELETE FROM entry_kind; DELETE FROM entry_cause; DELETE FROM funding_source; "
      "DELETE FROM effect;\n";
  for (std::int32_t kind = 1; kind < 256; ++kind) {
    const auto of = static_cast<EntryKind>(kind);
    if (Name(of) != "unknown") AppendName("entry_kind", kind, Name(of), KoreanName(of), sql);
  }
  for (std::int32_t cause = 1; cause < 256; ++cause) {
    const auto of = static_cast<Cause>(cause);
    if (Name(of) != "unknown") AppendName("entry_cause", cause, Name(of), KoreanName(of), sql);
  }
  for (std::int32_t source = 1; source < 256; ++source) {
    const auto of = static_cast<FundingSource>(source);
    if (Name(of) != "unknown") AppendName("funding_source", source, Name(of), KoreanName(of), sql);
  }
  for (std::int32_t kind = 1; kind < 256; ++kind) {
    const auto of = static_cast<EntryKind>(kind);
    if (Name(of) == "unknown" || of == EntryKind::kCorrect) continue;
    for (std::int32_t cause = 0; cause < 256; ++cause) {
      if (!Fits(of, static_cast<Cause>(cause))) continue;
      for (int which = 0; which < 4; ++which) {
        const bool moves = (which & 1) != 0;
        const bool revenue = (which & 2) != 0;
        ItemBalances sums;
        ForEachEffect(
            of, static_cast<Cause>(cause), {moves, revenue}, 1,
            [&](std::int64_t ItemBalances::*sum, std::int64_t by) { sums.*sum += by; },
            [](std::int64_t Bucket::*, std::int64_t) {});
        sql += "INSERT INTO effect VALUES(" + std::to_string(kind) + "," + std::to_string(cause) +
               "," + (moves ? "1" : "0") + "," + (revenue ? "1" : "0");
        for (const SumName& sum : kSumNames) sql += "," + std::to_string(sums.*sum.sum);
        sql += ");\n";
      }
    }
  }
  return sql;
}

}  // namespace yesan::internal
