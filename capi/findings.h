// Findings as columns.
#pragma once

#include <cstdint>
#include <vector>

#include "capi/table.h"
#include "yesan/base/finding.h"

namespace yesan::capi {

// A finding and the row of a book that it is about, or -1.
struct FindingRow {
  const Finding* finding;
  std::int64_t row;
};

// @pre CheckTable
[[nodiscard]] inline Result<void> GiveFindings(const std::vector<FindingRow>& rows,
                                               yesan_finding_table* table) {
  return GiveTable(table, rows.size(), [&](TableWriter& out) {
    const auto at = [&](std::size_t i) -> const Finding& { return *rows[i].finding; };
    out.Column(table->severity, [&](std::size_t i) { return at(i).severity; });
    out.Column(table->document, [&](std::size_t i) { return at(i).document; });
    out.Column(table->row, [&](std::size_t i) { return rows[i].row; });
    out.Column(table->place, [&](std::size_t i) { return Out(at(i).place); });
    out.Text(table->rule, [&](std::size_t i) -> const std::string& { return at(i).rule; });
    out.Text(table->subject_ko, [&](std::size_t i) -> const std::string& {
      return at(i).about(yesan::Language::kKorean);
    });
    out.Text(table->subject_en, [&](std::size_t i) -> const std::string& {
      return at(i).about(yesan::Language::kEnglish);
    });
    out.Text(table->printed, [&](std::size_t i) -> const std::string& { return at(i).printed; });
    out.Text(table->expected, [&](std::size_t i) -> const std::string& { return at(i).expected; });
    out.Text(table->difference,
             [&](std::size_t i) -> const std::string& { return at(i).difference; });
    out.Text(table->message_ko,
             [&](std::size_t i) -> const std::string& { return at(i).message.ko; });
    out.Text(table->message_en,
             [&](std::size_t i) -> const std::string& { return at(i).message.en; });
  });
}

[[nodiscard]] inline Result<void> GiveFindings(const std::vector<Finding>& findings,
                                               yesan_finding_table* table) {
  std::vector<FindingRow> rows;
  rows.reserve(findings.size());
  for (const Finding& finding : findings) rows.push_back({&finding, -1});
  return GiveFindings(rows, table);
}

}  // namespace yesan::capi
