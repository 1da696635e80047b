// Parts of a book as JSON and back: the same part, and the same bytes for the same part.
//
// What is zero, empty or absent is left out; enumerators are their numbers, amounts and decimals texts, days `2021-03-02`.
#pragma once

#include <string>
#include <string_view>

#include "yesan/base/result.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/budget/program.h"
#include "yesan/ledger/book_parts.h"

namespace yesan::internal {

void AppendJson(const ProgramYear& year, std::string& out);
void AppendJson(const CostBasis& basis, std::string& out);
void AppendJson(const ImportedYear& year, std::string& out);
void AppendJson(const ImportedBudget& budget, std::string& out);

// Refuse as ReadJson does, and with Code::kSyntax what is no such part: a key that it has not, or a value of another type;
// kOutOfRange a number that does not fit. Code::kNotBuilt without YESAN_WITH_JSON.
[[nodiscard]] Result<ProgramYear> ReadProgramYear(std::string_view json);
[[nodiscard]] Result<CostBasis> ReadCostBasis(std::string_view json);
[[nodiscard]] Result<ImportedYear> ReadImportedYear(std::string_view json);
[[nodiscard]] Result<ImportedBudget> ReadImportedBudget(std::string_view json);

}  // namespace yesan::internal
