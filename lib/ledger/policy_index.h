// A policy, sorted by what it rules, for judging row by row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/policy.h"

namespace yesan::internal {

class PolicyIndex {
 public:
  explicit PolicyIndex(const Policy& policy);

  using Lines = std::vector<const PolicyLine*>;
  [[nodiscard]] const Lines& Of(PolicyTopic topic) const noexcept {
    return by_topic_[static_cast<std::size_t>(topic)];
  }
  static bool InForce(const PolicyLine& line, std::int32_t day) noexcept {
    return line.first_day.days() <= day && day <= line.last_day.days();
  }
  // Whether a line of a topic binds on a day.
  [[nodiscard]] bool Binds(PolicyTopic topic, std::int32_t day) const noexcept {
    for (const PolicyLine* line : Of(topic)) {
      if (InForce(*line, day)) return true;
    }
    return false;
  }
  // The last day that a policy in force on `day` lets a kind be dated after a year that ends on `last_day`.
  [[nodiscard]] std::int32_t LastDayOf(std::int32_t last_day, EntryKind kind,
                                       std::int32_t day) const {
    std::int32_t last = last_day;
    for (const PolicyLine* line : Of(PolicyTopic::kAfterYearUntil)) {
      if (line->kind != kind || !InForce(*line, day)) continue;
      const auto end = Date::FromDays(last_day);
      if (!end) continue;
      // The first such day after the year's last.
      for (std::int32_t after = 0; after <= 1; ++after) {
        const auto until = Date::Make(end->year() + after, line->month, line->day);
        if (until && until->days() > last_day) {
          if (until->days() > last) last = until->days();
          break;
        }
      }
    }
    return last;
  }
  // The same for a cause.
  [[nodiscard]] bool Binds(PolicyTopic topic, Cause cause, std::int32_t day) const noexcept {
    for (const PolicyLine* line : Of(topic)) {
      if (SameCause(line->cause, cause) && InForce(*line, day)) return true;
    }
    return false;
  }
  // A line for the first supplementary budget is for every one.
  static bool SameCause(Cause of_line, Cause cause) noexcept {
    return of_line == cause ||
           (of_line == Cause::kFirstSupplementary && SupplementaryNumber(cause) > 0);
  }
  [[nodiscard]] bool MayNeedAuthorization(std::uint8_t kind) const noexcept {
    return kind < needs_.size() && needs_[kind];
  }
  static bool Lists(const PolicyLine& line, std::string_view group,
                    std::string_view item) noexcept {
    for (const std::string& code : line.objects) {
      if (code == group || code == item || IsSaidBy(item, code)) return true;
    }
    return false;
  }
  // Whether the code of an object item says a code, whatever group was named for it: `203-03` says `203`, and `20303` is
  // `203-03` without its dash.
  static bool IsSaidBy(std::string_view item, std::string_view code) noexcept {
    const std::size_t dash = item.find('-');
    if (dash != std::string_view::npos) return item.substr(0, dash) == code;
    if (item.size() != 5 || item.find_first_not_of("0123456789") != std::string_view::npos)
      return false;
    return code.substr(0, 3) == item.substr(0, 3) &&
           (code.size() == 3 ||
            (code.size() == 6 && code[3] == '-' && code.substr(4) == item.substr(3)));
  }
  // Whether a cause may be in an account of a kind on a day: where lines bind it, one of them must name the kind.
  [[nodiscard]] bool MayBeIn(AccountKind kind, Cause cause, std::int32_t day) const noexcept {
    bool bound = false;
    for (const PolicyLine* line : Of(PolicyTopic::kOnlyInAccounts)) {
      if (line->cause != cause || !InForce(*line, day)) continue;
      if (line->number == static_cast<std::int64_t>(kind)) return true;
      bound = true;
    }
    return !bound;
  }
  // Whether the object is the reserve on some day.
  [[nodiscard]] bool MayBeReserve(std::string_view group, std::string_view item) const noexcept {
    for (const PolicyLine* line : Of(PolicyTopic::kReserveObjects)) {
      if (Lists(*line, group, item)) return true;
    }
    return false;
  }
  // Whether the object is the reserve on a day.
  [[nodiscard]] bool IsReserve(std::string_view group, std::string_view item,
                               std::int32_t day) const noexcept {
    for (const PolicyLine* line : Of(PolicyTopic::kReserveObjects)) {
      if (InForce(*line, day) && Lists(*line, group, item)) return true;
    }
    return false;
  }

 private:
  std::array<Lines, 32> by_topic_;
  std::array<bool, 32> needs_{};
};

}  // namespace yesan::internal
