// The reader of amounts for every notation. amount.cc reads the common ones by itself, faster, and
// comes here for the rest; whatever both read, they read alike (a test holds them together).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "lib/money/amount_text.h"
#include "yesan/money/amount.h"
#include "yesan/money/paired_amount.h"

namespace yesan::internal {

/// How much of a text an amount must take.
enum class Extent { kWhole, kPrefix };

/// Reads an amount from `start` on. kWhole: all that is left but white space at its end, and blanks,
/// dashes, words and notes too. @pre out is a new Amount; on false it may hold anything.
bool ReadAmount(std::string_view text, std::size_t start, Extent extent,
                const AmountOptions& options, Amount& out, std::size_t& end, Refusal& refusal);

/// Reads a part in brackets from `start` on.
bool ReadPart(std::string_view text, std::size_t start, const AmountOptions& options,
              AmountPart& out, std::size_t& end, Refusal& refusal);

}  // namespace yesan::internal
