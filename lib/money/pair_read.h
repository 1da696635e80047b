// The reader of cells for those who only ask whether one is an amount: most cells of a document are none.
#pragma once

#include <string_view>

#include "lib/money/amount_text.h"
#include "yesan/money/paired_amount.h"

namespace yesan::internal {

/// Reads a cell as ParsePairedAmount does, and puts no refusal into words. `refusal` counts from the start of `text`.
/// @pre out is a new PairedAmount; on false it may hold anything.
bool ReadPairedAmount(std::string_view text, const AmountOptions& options, PairedAmount& out,
                      Refusal& refusal);

}  // namespace yesan::internal
