// The small government of the ledger's tests, its programs with codes and names.
#pragma once

#include <string>

#include "tests/ledger/ledger_support.h"
#include "yesan/exchange/load.h"

namespace yesan {

struct NamedCity : City {
  explicit NamedCity(Policy policy = Policy::KoreanLocalGovernment()) : City(std::move(policy)) {
    Call(ProgramId{1}, "020", "일반공공행정");
    Call(ProgramId{2}, "023", "행정");
    Call(policy_a, "P1", "주민자치");
    Call(policy_b, "P2", "문화");
    Call(book.Find(center)->parent, "U1", "공동체");
    Call(book.Find(library)->parent, "U2", "기본경비");
    Call(book.Find(festival)->parent, "U3", "축제");
    Call(center, "1234", "마을공동체 종합지원센터 운영");
    Call(library, "1300", "도서 구입");
    Call(festival, "2100", "축제 운영");
  }
  void Call(ProgramId id, std::string code, std::string name) {
    ProgramYear year;
    year.fiscal_year = 2021;
    year.code = std::move(code);
    year.name = std::move(name);
    ASSERT_TRUE(book.AddProgramYear(id, std::move(year)).ok());
  }
};

// Every problem as a line: `row.field rule`.
inline std::string Rules(const LoadReport& report) {
  std::string text;
  for (const CsvProblem& problem : report.problems) {
    EXPECT_FALSE(problem.message.ko.empty() || problem.message.en.empty());
    text += std::to_string(problem.row) + "." + std::to_string(problem.field) + " " + problem.rule +
            "\n";
  }
  return text;
}

}  // namespace yesan
