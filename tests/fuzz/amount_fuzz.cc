// Any bytes as an amount, a pair, a heading of a unit, words: nothing crashes, and what is read prints
// as it was and reads as the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "yesan/base/text.h"
#include "yesan/money/amount.h"
#include "yesan/money/format.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/unit.h"
#include "yesan/money/words.h"

namespace {

using namespace yesan;  // NOLINT: all of it is under test

void Demand(bool claim) {
  if (!claim) std::abort();
}

template <class T>
void DemandPlace(const Result<T>& refused, std::string_view text) {
  const Place place = refused.error().place();
  Demand(place.line == 1 && place.column >= 1 && place.offset <= text.size());
  Demand(place.offset + place.length <= text.size());
  Demand(!refused.error().message().ko.empty() && !refused.error().message().en.empty());
}

// A figure printed by its meaning alone reads as the same figure.
void DemandMeaningSurvives(const Amount& amount, const AmountOptions& options) {
  AmountFormat format;
  format.minus = IsNegative(amount.sign) ? amount.sign : SignMark::kDelta;
  format.unit = amount.unit;
  format.write_unit = true;
  format.grouped = amount.grouped;
  const Result<std::string> text = FormatNumber(amount.value, format);
  Demand(text.ok());
  const Result<Amount> again = ParseAmount(*text, options);
  Demand(again.ok() && SameRepresentation(again->value, amount.value));
  Demand(again->unit == amount.unit);
}

void CheckAmount(std::string_view text, const AmountOptions& options) {
  const Result<Amount> amount = ParseAmount(text, options);
  if (!amount) {
    DemandPlace(amount, text);
  } else {
    Demand(MayBeAmount(text));
    Demand(!FindInvalidUtf8(text).has_value());
    const std::string printed = FormatAmount(*amount);
    Demand(amount->kind == AmountKind::kBlank || printed == Trim(text));
    const Result<Amount> again = ParseAmount(printed, options);
    Demand(again.ok() && *again == *amount);
    Demand(!options.refuse_faults || amount->fault == AmountFault::kNone);
    Demand(amount->fault != AmountFault::kNone || amount->likely() == amount->value);
    // Behind a space the reader of all notations does the work alone.
    Demand(*ParseAmount(" " + std::string(text), options) == *amount);
    if (amount->has_value()) {
      DemandMeaningSurvives(*amount, AmountOptions{options.whole, true, false});
    } else {
      Demand(amount->value.is_zero() && !amount->InWon().ok());
    }
    const Result<Money> won = amount->InWon(Unit::kThousandWon);
    if (won) Demand(*ParseAmount(FormatMixed(*won))->InWon() == *won);
  }

  std::size_t consumed = text.size() + 1;
  const Result<Amount> prefix = ParseAmountPrefix(text, options, &consumed);
  if (!prefix) {
    Demand(consumed == text.size() + 1);
    DemandPlace(prefix, text);
  } else {
    Demand(consumed > 0 && consumed <= text.size());
    Demand(FormatAmount(*prefix) == text.substr(0, consumed));
    // What was taken is an amount by itself.
    const Result<Amount> whole = ParseAmount(text.substr(0, consumed), options);
    Demand(whole.ok() && *whole == *prefix);
  }

  const Result<PairedAmount> pair = ParsePairedAmount(text, options);
  if (!pair) {
    DemandPlace(pair, text);
  } else {
    Demand(pair->part_kind == PartKind::kNotStated || FormatPairedAmount(*pair) == Trim(text));
    const Result<PairedAmount> again = ParsePairedAmount(FormatPairedAmount(*pair), options);
    Demand(again.ok() && *again == *pair);
  }
  if (amount) Demand(pair.ok());
  const Result<AmountPart> part = ParsePartPrefix(text, options, &consumed);
  if (part) Demand(part->kind != PartKind::kNotStated && consumed <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (int choice = 0; choice < 8; ++choice) {
    CheckAmount(text, AmountOptions{(choice & 1) == 0, (choice & 2) != 0, (choice & 4) != 0});
  }
  const Result<UnitHeading> heading = ParseUnitHeading(text);
  Demand(heading.ok() == HasUnitHeading(text));
  if (heading) {
    Demand(heading->offset + heading->length <= text.size());
    const Result<UnitHeading> again =
        ParseUnitHeading(text.substr(heading->offset, heading->length));
    Demand(again.ok() && again->unit == heading->unit);
    Demand(again->has_percent == heading->has_percent && again->remark == heading->remark);
  }
  const Result<WordsReading> words = ParseWords(text);
  if (words) Demand(ParseWords(*WriteInWords(words->number))->number == words->number);
  const Result<FormalAmount> formal = ParseFormalAmount(text);
  if (formal) {
    const Result<FormalAmount> again = ParseFormalAmount(*FormatFormalAmount(formal->figures));
    Demand(again.ok() && again->agrees() && again->canonical);
  }
  return 0;
}
