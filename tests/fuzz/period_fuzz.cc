// Any bytes as a period, a date and running text. What is read must be read again from its canonical form to the same
// meaning; what is refused must say where.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "yesan/base/text.h"
#include "yesan/calendar/period.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckError(std::string_view text, const yesan::Error& error) {
  Require(!error.message().ko.empty() && !error.message().en.empty());
  Require(error.place().line == 1 && error.place().column >= 1);
  Require(error.place().offset + error.place().length <= text.size() ||
          error.code() == yesan::Code::kInvalidUtf8);
  Require(!yesan::FindInvalidUtf8(error.message().ko) &&
          !yesan::FindInvalidUtf8(error.message().en));
}

void CheckPeriod(std::string_view text, const yesan::PeriodContext& context) {
  const yesan::Result<yesan::Period> period = yesan::ParsePeriod(text, context);
  if (!period) return CheckError(text, period.error());
  Require(period->raw == text);
  const std::string canonical = yesan::FormatPeriod(*period);
  for (const yesan::PeriodContext& other : {context, yesan::PeriodContext{}}) {
    const yesan::Result<yesan::Period> again = yesan::ParsePeriod(canonical, other);
    Require(again.ok());
    Require(yesan::SameMeaning(*period, *again));
    Require(yesan::FormatPeriod(*again) == canonical);
  }
  const yesan::FiscalYear year = context.fiscal_year.value_or(*yesan::FiscalYear::Make(2021));
  const std::int32_t months = yesan::MonthsWithin(*period, year);
  Require(months >= 0 && months <= 12);
}

void CheckFound(std::string_view text, const yesan::PeriodContext& context) {
  std::size_t end = 0;
  for (const yesan::FoundPeriod& found : yesan::FindPeriods(text, context)) {
    Require(found.offset >= end && found.length > 0 && found.offset + found.length <= text.size());
    end = found.offset + found.length;
    if (found.period) Require(found.period->raw == text.substr(found.offset, found.length));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const yesan::PeriodContext contexts[] = {
      {},
      {*yesan::FiscalYear::Make(2021)},
      {*yesan::FiscalYear::Make(2021, yesan::kJapaneseFiscalCalendar)},
  };
  for (const yesan::PeriodContext& context : contexts) {
    CheckPeriod(text, context);
    CheckFound(text, context);
  }
  const yesan::Result<yesan::Date> date = yesan::ParseDate(text);
  if (date) {
    const yesan::Result<yesan::Date> again = yesan::ParseDate(date->ToString());
    Require(again.ok() && *again == *date);
  } else {
    CheckError(text, date.error());
  }
  return 0;
}
