// Words that cells use for numbers of enums: kinds, causes, origins, sides.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lib/base/hash_map.h"
#include "yesan/budget/funding.h"

namespace yesan::internal {

// What a cell may say. A word is looked up as it stands, then folded (FoldName); what was found is remembered as it stood,
// for a million rows say the same ten words.
// The funding source that a cell names, by label, English name or number; 0: none.
std::int32_t FindSource(std::string_view text, GovernmentKind tier);

class WordTable {
 public:
  static WordTable Kinds();
  static WordTable Causes();
  static WordTable Origins();
  // 0 expenditure, 1 revenue.
  static WordTable Sides();

  [[nodiscard]] std::optional<std::int32_t> Find(std::string_view text);

 private:
  void Add(std::string_view word, std::int32_t number);
  HashMap<std::string, std::int32_t> folded_;
  std::map<std::string, std::int32_t, std::less<>> seen_;
  struct Recent {
    std::string text;
    std::int32_t number = 0;
  };
  Recent recent_[8];
};

}  // namespace yesan::internal
