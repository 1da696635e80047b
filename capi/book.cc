// Programs and the book itself; items are in items.cc, settlement rows in settlement.cc.
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "capi/convert.h"
#include "capi/findings.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/ledger.h"
#include "yesan/check/rows.h"

using yesan::Code;
using yesan::Error;
using yesan::Program;
using yesan::Result;
using yesan::capi::Guard;
using yesan::capi::TextOf;

namespace {

Result<void> Take(const yesan_text& text, std::string& out) {
  Result<std::string_view> in = TextOf(text.bytes, text.length);
  if (!in) return std::move(in).error();
  out = *in;
  return {};
}

}  // namespace

namespace yesan::capi {

Result<ProgramYear> ProgramYearOf(const yesan_program* program) {
  if (program == nullptr) return NullArgument("program");
  YESAN_TRY(CheckStructSize("program", program->struct_size, sizeof *program));
  if (program->fiscal_year < 1 || program->fiscal_year > 9999) return Error(Code::kOutOfRange);
  ProgramYear year;
  year.fiscal_year = program->fiscal_year;
  YESAN_TRY(Take(program->name, year.name));
  YESAN_TRY(Take(program->code, year.code));
  YESAN_TRY(Take(program->bureau, year.bureau));
  YESAN_TRY(Take(program->department, year.department));
  YESAN_TRY(Take(program->period, year.period_text));
  return year;
}

}  // namespace yesan::capi

yesan_status yesan_book_create(yesan_book** out_book, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_book);
    *out_book = std::make_unique<yesan_book>().release();
    return {};
  });
}

void yesan_book_destroy(yesan_book* book) { delete book; }

yesan_status yesan_book_program_add(yesan_book* book, const yesan_program* program,
                                    uint32_t* out_program, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_REQUIRE(out_program);
    Result<yesan::ProgramYear> year = yesan::capi::ProgramYearOf(program);
    if (!year) return std::move(year).error();
    if (book->programs.size() > std::numeric_limits<std::uint32_t>::max() - 1) {
      return Error(Code::kTooLarge);
    }
    const auto id = static_cast<std::uint32_t>(book->programs.size());
    Program added(id);
    YESAN_TRY(added.AddYear(std::move(year).value()));
    book->programs.push_back(std::move(added));
    *out_program = id;
    return {};
  });
}

yesan_status yesan_book_program_year_add(yesan_book* book, uint32_t program,
                                         const yesan_program* year, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    Result<yesan::ProgramYear> added = yesan::capi::ProgramYearOf(year);
    if (!added) return std::move(added).error();
    if (program >= book->programs.size()) return Error(Code::kNotFound);
    return book->programs[program].AddYear(std::move(added).value());
  });
}

yesan_status yesan_book_program_find(const yesan_book* book, const char* name, uint64_t length,
                                     uint32_t* out_program, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_REQUIRE(out_program);
    Result<std::string_view> in = TextOf(name, length);
    if (!in) return std::move(in).error();
    for (const Program& program : book->programs) {
      if (program.IsCalled(*in)) {
        *out_program = program.id();
        return {};
      }
    }
    return Error(Code::kNotFound);
  });
}

yesan_status yesan_book_program_name(const yesan_book* book, uint32_t program, int32_t fiscal_year,
                                     char* out_text, uint64_t capacity, uint64_t* out_length,
                                     yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_REQUIRE(out_length);
    if (program >= book->programs.size()) return Error(Code::kNotFound);
    return yesan::capi::GiveText(book->programs[program].NameIn(fiscal_year), out_text, capacity,
                                 out_length);
  });
}

yesan_status yesan_book_check(const yesan_book* book, yesan_finding_table* out_findings,
                              yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(book);
    YESAN_TRY(yesan::capi::CheckTable(out_findings));
    std::vector<yesan::RowFinding> found = yesan::CheckItems(book->items);
    std::map<std::uint32_t, std::vector<std::size_t>> rows_of_program;
    for (std::size_t i = 0; i < book->settlement.size(); ++i) {
      rows_of_program[book->settlement_programs[i]].push_back(i);
    }
    for (const auto& [program, numbers] : rows_of_program) {
      std::vector<yesan::SettlementRow> rows;
      for (const std::size_t number : numbers) rows.push_back(book->settlement[number]);
      Result<std::vector<yesan::RowFinding>> of_program = yesan::CheckSettlement(rows);
      if (!of_program) {
        Error refusal = std::move(of_program).error();
        const std::int64_t row = refusal.row();
        if (row < 0) return refusal;
        const std::size_t number = numbers[static_cast<std::size_t>(row)];
        return std::move(refusal).AtRow(static_cast<std::int64_t>(number));
      }
      for (yesan::RowFinding& finding : *of_program) {
        finding.row = numbers[finding.row];
        found.push_back(std::move(finding));
      }
    }
    std::vector<yesan::capi::FindingRow> out;
    for (const yesan::RowFinding& row : found) {
      out.push_back({&row.finding, static_cast<std::int64_t>(row.row)});
    }
    return GiveFindings(out, out_findings);
  });
}
