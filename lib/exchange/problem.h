// Problems of a file, put into words once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yesan/base/error.h"
#include "yesan/exchange/csv.h"

namespace yesan::internal {

// Where something stands; 0 and empty are left out.
struct CsvPlace {
  std::uint64_t row = 0;
  std::uint64_t line = 0;
  std::uint32_t field = 0;
  std::string_view column;
};

// `what` is a sentence about the place, in both languages; expected and found are added to it where they are not empty.
CsvProblem MakeProblem(Code code, std::string rule, const CsvPlace& place, const Message& what,
                       Message expected = {}, std::string_view found = {}, bool say_found = false);

// A refusal of the layers below, at its place in the file.
CsvProblem ProblemOf(const Error& error, const CsvPlace& place, Message expected = {},
                     std::string_view found = {});

}  // namespace yesan::internal
