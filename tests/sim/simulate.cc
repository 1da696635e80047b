// Drives a random municipality through a book and through the model beside it, and compares them after every step.
// What it may be told: options.h.
#include <cstdio>
#include <string>
#include <utility>

#include "tests/sim/options.h"
#include "tests/sim/simulation.h"
#include "tests/sim/town.h"

namespace yesan::sim {
namespace {

int Simulate(const Options& options) {
  const auto level = static_cast<ControlLevel>(
      options.level != 0 ? options.level : 1 + static_cast<int>(options.seed % 5));
  // One town in four gives allotment up early in its second year, and one begins with it then.
  const FiscalYear first = FiscalYear::Make(Simulation::kFirstYear, options.calendar()).value();
  Days allotment{Date::Make(1950, 1, 1).value(), Date::Make(9999, 2, 28).value()};
  const Date second_spring = AddDays(first.last_day(), 59).value();
  if (options.seed % 4 == 0 && options.years > 1) allotment.last = second_spring;
  if (options.seed % 4 == 1 && options.years > 1) allotment.first = second_spring;
  Policy policy = StrictPolicy(level, allotment, first);
  if (options.policy == "korean") policy = Policy::KoreanLocalGovernment();
  if (options.policy == "permissive") policy = Policy::Permissive();
  if (options.policy != "strict" && options.level != 0) policy.control_level = level;
  const Classification codes = TownCodes(Simulation::kFirstYear, options.years);
  Government government;
  government.name = "모의시";
  government.calendar = options.calendar();
  std::printf("%s: fiscal years from month %d on, control level %d\n", CommandLine(options).c_str(),
              government.calendar.first_month, static_cast<int>(policy.control_level));
  Result<Book> book = Book::Make(government, policy, codes);
  if (!book) {
    std::printf("no book: %s\n", book.error().message().en.c_str());
    return 1;
  }
  return Simulation(options, policy, codes, std::move(*book)).Run();
}

}  // namespace
}  // namespace yesan::sim

int main(int argc, char** argv) {
  std::string problem;
  const auto options = yesan::sim::ReadOptions(argc, argv, &problem);
  if (!options) {
    std::fprintf(stderr, "%s\n%s", problem.c_str(), yesan::sim::kUsage);
    return 2;
  }
  return yesan::sim::Simulate(*options);
}
