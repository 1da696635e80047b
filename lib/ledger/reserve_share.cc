#include "lib/ledger/reserve_share.h"

namespace yesan::internal {

std::optional<ReserveShare> FindReserveAboveShare(
    const BookState& state, std::uint32_t account, std::int32_t day,
    const std::map<std::uint32_t, std::int64_t>& amounts) {
  if (state.accounts[account - 1].kind == AccountKind::kFund) return std::nullopt;
  for (const PolicyLine* line : state.index.Of(PolicyTopic::kReservePerMille)) {
    if (!PolicyIndex::InForce(*line, day)) continue;
    // 10^17 times 2^32 items does not fit 64 bits; a Decimal holds it.
    Decimal reserve;
    Decimal all;
    for (const auto& [item, amount] : amounts) {
      const ItemInfo& info = state.InfoOf(item);
      all = *Add(all, Decimal::FromInt(amount));
      const bool is_reserve =
          line->objects.empty()
              ? state.index.IsReserve(state.Word(info.group), state.Word(info.object), day)
              : PolicyIndex::Lists(*line, state.Word(info.group), state.Word(info.object));
      if (is_reserve) reserve = *Add(reserve, Decimal::FromInt(amount));
    }
    const Decimal most =
        *MulDiv(all, Decimal::FromInt(line->number), Decimal::FromInt(1000), 0, Rounding::kFloor);
    if (Compare(reserve, most) > 0) return ReserveShare{line, reserve, most};
  }
  return std::nullopt;
}

}  // namespace yesan::internal
