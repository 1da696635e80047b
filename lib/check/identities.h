// The identities of a sheet that were evaluated, kept as sums: which figure of a broken one is at fault, and which figures
// could change places with each other and leave all of them whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lib/check/figures.h"
#include "yesan/money/decimal.h"

namespace yesan::internal {

struct Context;

// Which of the two figures of a cell a quantity is: `(x 300) 1,000`.
enum class FigureSide { kTotal, kPart };

// A figure within an identity: added (+1) or subtracted (−1).
struct Summand {
  Quantity figure;
  FigureSide side = FigureSide::kTotal;
  int sign = 1;
};

// Summands that come to nothing where the identity holds, and to `gap` where it does not.
struct SumIdentity {
  std::string_view rule;
  std::size_t begin = 0;  // in Identities::summands
  std::size_t end = 0;
  Money gap;
  std::int64_t slack = 0;  // a change that is smaller may pass unseen
};

// A rate as it is printed, of two figures: part/base, or (part − base)/base.
struct RateIdentity {
  std::string_view rule;
  Place place;
  Quantity base;
  Quantity part;
  Decimal rate;
  bool is_change = false;
  bool holds = false;
};

class Identities {
 public:
  // Keeps total = added − subtracted, `all` being the total, what is added and, at the end, what is subtracted. One whose
  // terms do not come to what was found (a reading that is no plain sum) is left out.
  void Keep(std::string_view rule, bool holds, const std::vector<Quantity>& all, FigureSide side,
            std::size_t subtracted);
  // Keeps that a figure alone is checked: by its formula or a name. `gap` is what it is off.
  void KeepAlone(std::string_view rule, const Quantity& figure, Money gap, std::int64_t slack);
  // Keeps a rate, which says how large its part is, as far as it is printed.
  void KeepRate(const RateIdentity& rate);

  std::vector<SumIdentity> sums;
  std::vector<Summand> summands;
  std::vector<RateIdentity> rates;
};

// Where one figure, put right, mends more identities than the one that a finding names, the finding names it; where the
// one named is borne out by others, the finding says so.
void NameCulprits(Context& context);

// Takes what two figures could exchange unseen out of the coverage: both stand in the same identities, on the same side.
void DoubtExchanged(Context& context);

}  // namespace yesan::internal
