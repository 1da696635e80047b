// What the handles of the C library hold.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "yesan/budget/budget_item.h"
#include "yesan/budget/program.h"
#include "yesan/capi.h"
#include "yesan/check/check.h"
#include "yesan/ledger/book.h"
#include "yesan/settlement/settlement_row.h"
#include "yesan/sheet/sheet.h"
#include "yesan/store/store.h"

// Item and row numbers are indices; the sets answer whether a key is there already.
struct yesan_book {
  std::vector<yesan::Program> programs;
  std::vector<yesan::BudgetItem> items;
  std::set<std::string> item_keys;
  std::vector<std::uint32_t> settlement_programs;  // one a row of `settlement`
  std::vector<yesan::SettlementRow> settlement;
  std::set<std::pair<std::uint32_t, std::int32_t>> settlement_keys;  // program, fiscal year
  std::optional<yesan::Book> own;                                    // in memory
  std::optional<yesan::Store> store;                                 // in a file
  yesan::Book* ledger = nullptr;                                     // one of the two, or none
};

// Shared with the reports on it, which may outlive it.
struct yesan_sheet {
  std::shared_ptr<const yesan::Sheet> sheet;
};

struct yesan_report {
  std::vector<std::shared_ptr<const yesan::Sheet>> sheets;
  std::vector<yesan::CheckReport>
      documents;                         // one a sheet, with the findings that the others brought
  std::vector<yesan::Finding> findings;  // of all documents
};
