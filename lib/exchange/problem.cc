#include "lib/exchange/problem.h"

#include <cstddef>
#include <string>
#include <utility>

#include "yesan/base/text.h"
#include "yesan/report/text_table.h"

namespace yesan::internal {
namespace {

constexpr std::size_t kFoundCharacters = 60;

// Printable, and no longer than a line: a field may be a page of anything.
std::string Shown(std::string_view text) {
  const std::string printable = PrintableText(text.substr(0, 4 * kFoundCharacters));
  std::size_t at = 0;
  for (std::size_t i = 0; i < kFoundCharacters && at < printable.size(); ++i)
    static_cast<void>(NextCharacter(printable, at));
  const bool cut = at < printable.size() || text.size() > 4 * kFoundCharacters;
  return printable.substr(0, at) + (cut ? "…" : "");
}

Message Where(const CsvPlace& place, const std::string& column) {
  Message where;
  if (place.row == 0) return where;
  where.ko = std::to_string(place.row) + "행";
  where.en = "row " + std::to_string(place.row);
  if (place.line != 0 && place.line != place.row) {
    where.ko += "(" + std::to_string(place.line) + "번째 줄)";
    where.en += " (line " + std::to_string(place.line) + ")";
  }
  if (place.field != 0) {
    where.ko += " " + std::to_string(place.field) + "번째 칸";
    where.en += ", field " + std::to_string(place.field);
  }
  if (!column.empty()) {
    where.ko += " '" + column + "'";
    where.en += " '" + column + "'";
  }
  where.ko += ": ";
  where.en += ": ";
  return where;
}

}  // namespace

CsvProblem MakeProblem(Code code, std::string rule, const CsvPlace& place, const Message& what,
                       Message expected, std::string_view found, bool say_found) {
  CsvProblem problem;
  problem.code = code;
  problem.rule = std::move(rule);
  problem.row = place.row;
  problem.line = place.line;
  problem.field = place.field;
  problem.column = Shown(place.column);
  problem.found = Shown(found);
  problem.message = Where(place, problem.column);
  problem.message.ko += what.ko;
  problem.message.en += what.en;
  if (!expected.ko.empty()) {
    problem.message.ko += " 기대: " + expected.ko + ".";
    problem.message.en += " Expected: " + expected.en + ".";
  }
  if (say_found || !problem.found.empty()) {
    problem.message.ko += " 있는 것: '" + problem.found + "'.";
    problem.message.en += " Found: '" + problem.found + "'.";
  }
  problem.expected = std::move(expected);
  return problem;
}

CsvProblem ProblemOf(const Error& error, const CsvPlace& place, Message expected,
                     std::string_view found) {
  return MakeProblem(error.code(), error.rule(), place, error.message(), std::move(expected),
                     found);
}

}  // namespace yesan::internal
