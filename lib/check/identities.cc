#include "lib/check/identities.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/damage.h"

namespace yesan::internal {
namespace {

// A number that hides the order in which it is added to others.
std::uint64_t MixOf(std::uint64_t number) {
  number = (number + 1) * 0x9E3779B97F4A7C15U;
  number = (number ^ (number >> 31U)) * 0xD6E8FEB86659FD93U;
  return number ^ (number >> 32U);
}

}  // namespace

void Identities::Keep(std::string_view rule, bool holds, const std::vector<Quantity>& all,
                      FigureSide side, std::size_t subtracted) {
  if (all.size() < 2) return;
  Money gap;
  const std::size_t added = all.size() - std::min(subtracted, all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool plus = i > 0 && i < added;
    const auto next = plus ? Add(gap, all[i].value) : Subtract(gap, all[i].value);
    if (!next) return;
    gap = *next;
  }
  if (gap.is_zero() != holds) return;
  SumIdentity identity;
  identity.rule = rule;
  identity.gap = gap;
  identity.begin = summands.size();
  for (std::size_t i = 0; i < all.size(); ++i)
    summands.push_back({all[i], side, i > 0 && i < added ? 1 : -1});
  identity.end = summands.size();
  sums.push_back(identity);
}

void Identities::KeepAlone(std::string_view rule, const Quantity& figure, Money gap,
                           std::int64_t slack) {
  SumIdentity identity;
  identity.rule = rule;
  identity.gap = gap;
  identity.slack = slack;
  identity.begin = summands.size();
  summands.push_back({figure, FigureSide::kTotal, 1});
  identity.end = summands.size();
  sums.push_back(identity);
}

void Identities::KeepRate(const RateIdentity& rate) {
  if (rate.holds)
    KeepAlone(rate.rule, rate.part, Money(), RateStep(rate.base.value, rate.rate.scale()));
  rates.push_back(rate);
}

void DoubtExchanged(Context& context) {
  const Identities& identities = context.identities;
  // A figure as one identity has it, then as all of them have it.
  struct Standing {
    std::uint64_t key = 0;
    std::uint64_t within = 0;  // the same for figures of the same identities with the same signs
    std::int64_t slack = -1;   // the least change that a check of the figure alone lets pass
    const Summand* summand = nullptr;
  };
  std::vector<Standing> figures;
  figures.reserve(identities.summands.size());
  for (std::size_t i = 0; i < identities.sums.size(); ++i) {
    const SumIdentity& sum = identities.sums[i];
    if (!sum.gap.is_zero()) continue;
    const bool alone = sum.end - sum.begin == 1;
    for (std::size_t t = sum.begin; t < sum.end; ++t) {
      const Summand& summand = identities.summands[t];
      const Place& place = summand.figure.place;
      if (!place.known()) continue;
      Standing standing;
      standing.key = (std::uint64_t{place.offset} << 32U) | (std::uint64_t{place.length} << 1U) |
                     (summand.side == FigureSide::kPart ? 1U : 0U);
      if (alone) {
        standing.slack = sum.slack;
      } else {
        standing.within = MixOf(2 * i + (summand.sign > 0 ? 1U : 0U));
      }
      standing.summand = &summand;
      figures.push_back(standing);
    }
  }
  std::sort(figures.begin(), figures.end(),
            [](const Standing& a, const Standing& b) { return a.key < b.key; });
  std::size_t count = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (count == 0 || figures[count - 1].key != figures[i].key) {
      figures[count++] = figures[i];
      continue;
    }
    Standing& known = figures[count - 1];
    known.within += figures[i].within;
    if (known.slack < 0 || (figures[i].slack >= 0 && figures[i].slack < known.slack))
      known.slack = figures[i].slack;
  }
  figures.resize(count);
  // What stands alone to the last digit is seen wherever it goes.
  figures.erase(std::remove_if(figures.begin(), figures.end(),
                               [](const Standing& figure) { return figure.slack == 0; }),
                figures.end());
  const auto value_of = [](const Standing& figure) { return figure.summand->figure.value; };
  std::sort(figures.begin(), figures.end(), [&](const Standing& a, const Standing& b) {
    return a.within != b.within ? a.within < b.within : value_of(a) < value_of(b);
  });
  std::vector<Place> doubted;
  for (std::size_t begin = 0; begin < figures.size();) {
    std::size_t end = begin + 1;
    while (end < figures.size() && figures[end].within == figures[begin].within) ++end;
    // Nothing but these identities says how large an open one is: two of them change places unseen, whatever they are. One
    // with a rate or a rounded formula has to be near the other, so that the nearest amount decides.
    const auto is_open = [](const Standing& figure) { return figure.slack < 0; };
    const auto first = figures.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = figures.begin() + static_cast<std::ptrdiff_t>(end);
    const auto least = std::find_if(first, last, is_open);
    const auto most =
        std::find_if(std::make_reverse_iterator(last), std::make_reverse_iterator(first), is_open);
    const bool open_differ = least != last && value_of(*least) != value_of(*most);
    const auto near = [&](const Standing& figure, const Standing& other) {
      const auto change = Subtract(value_of(figure), value_of(other));
      const auto size = change ? Abs(*change) : Result<Money>(Error(Code::kOverflow));
      return size && (is_open(figure) || size->minor() <= figure.slack) &&
             (is_open(other) || size->minor() <= other.slack);
    };
    std::size_t run = begin;  // of figures with one amount
    for (std::size_t i = begin; i < end; ++i) {
      if (value_of(figures[i]) != value_of(figures[run])) run = i;
      std::size_t next = i + 1;
      constexpr std::size_t kRunMax = 64;
      while (next < end && next - i < kRunMax && value_of(figures[next]) == value_of(figures[i]))
        ++next;
      const bool exchangeable =
          (open_differ && is_open(figures[i])) ||
          (run > begin && near(figures[i], figures[run - 1])) ||
          (next < end && next - i < kRunMax && near(figures[i], figures[next]));
      if (!exchangeable) continue;
      const Summand& summand = *figures[i].summand;
      doubted.push_back(PlaceOfFigure(context, summand.figure, summand.side));
    }
    begin = end;
  }
  if (doubted.empty()) return;
  const auto before = [](const Place& a, const Place& b) {
    return a.offset != b.offset ? a.offset < b.offset : a.length < b.length;
  };
  std::sort(doubted.begin(), doubted.end(), before);
  const auto is_doubted = [&](const Coverage& coverage) {
    return std::binary_search(doubted.begin(), doubted.end(), coverage.place, before);
  };
  std::vector<Coverage>& proved = context.report.coverage;
  const auto kept = std::stable_partition(proved.begin(), proved.end(), std::not_fn(is_doubted));
  context.report.rough.insert(context.report.rough.end(), kept, proved.end());
  proved.erase(kept, proved.end());
}

}  // namespace yesan::internal
