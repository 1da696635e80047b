#include "yesan/budget/schedule.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "lib/base/fold.h"
#include "lib/budget/jamo.h"
#include "yesan/base/text.h"

namespace yesan {

Result<std::optional<SumCheck>> CheckScheduleTotal(const Schedule& schedule) {
  std::vector<std::optional<Money>> amounts;
  amounts.reserve(schedule.steps.size());
  for (const PlannedStep& step : schedule.steps) amounts.push_back(step.amount);
  return CheckSum(schedule.total, amounts);
}

namespace {

constexpr std::size_t kComparedCharacters = 64;
constexpr std::uint32_t kMostLinesPerStep = 16;
constexpr std::size_t kMostCandidates = 256;  // a step; the smallest sets are found first

std::u32string NameToCompare(std::string_view name) {
  if (FindInvalidUtf8(name)) return {};
  const internal::FoldedName folded(name);
  // A name too long to be folded in place is longer than what is compared, also after its bullets.
  std::u32string characters =
      internal::Characters(folded.view().empty() ? FoldName(name) : folded.view());
  // Bullets are left by FoldName where they are no punctuation.
  std::size_t first = 0;
  while (first < characters.size() &&
         (characters[first] == U'○' || characters[first] == U'□' || characters[first] == U'●' ||
          characters[first] == U'◦' || characters[first] == U'■')) {
    ++first;
  }
  characters.erase(0, first);
  if (characters.size() > kComparedCharacters) characters.resize(kComparedCharacters);
  return characters;
}

std::int32_t Similarity(const std::u32string& a, const std::u32string& b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1000;
  return static_cast<std::int32_t>(2000 * internal::CommonSubsequence(a, b) /
                                   (a.size() + b.size()));
}

using Lines = std::vector<std::uint32_t>;
// One bit a line without parts; few schedules have more lines than fit one word.
using Leaves = absl::InlinedVector<std::uint64_t, 2>;

bool Overlap(const Leaves& a, const Leaves& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] & b[i]) != 0) return true;
  }
  return false;
}

void Join(Leaves& a, const Leaves& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] |= b[i];
}

// A set of lines that a step could spend.
struct Candidate {
  Lines lines;
  Leaves leaves;
  std::int32_t similarity = 0;
};

bool IsBetter(const Candidate& a, const Candidate& b) {
  if (a.similarity != b.similarity) return a.similarity > b.similarity;
  if (a.lines.size() != b.lines.size()) return a.lines.size() < b.lines.size();
  return a.lines < b.lines;
}

class Matcher {
 public:
  Matcher(const std::vector<PlannedStep>& steps, const std::vector<CostLine>& lines,
          const MatchLimits& limits)
      : steps_(steps),
        lines_(lines),
        effort_(limits.effort),
        lines_per_step_(std::clamp<std::uint32_t>(limits.lines_per_step, 1, kMostLinesPerStep)) {}

  ScheduleMatching Run() {
    result_.steps.resize(steps_.size());
    FindParts();
    if (steps_.size() > kMostMatchSteps || lines_.size() > kMostMatchLines ||
        steps_.size() * lines_.size() > kMostMatchPairs) {
      MatchAlikeOnly();
    } else {
      Compare();
      MatchByAmount();
      MatchByName();
      MatchRest();
    }
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (leaf_[i] && !taken_line_[i]) result_.lines_left.push_back(i);
    }
    return std::move(result_);
  }

 private:
  std::int32_t ParentOf(std::uint32_t line) const {
    const std::int32_t parent = lines_[line].parent;
    return parent >= 0 && static_cast<std::uint32_t>(parent) < line ? parent : -1;
  }

  void FindParts() {
    leaf_.assign(lines_.size(), true);
    taken_line_.assign(lines_.size(), false);
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (ParentOf(i) >= 0) leaf_[static_cast<std::size_t>(ParentOf(i))] = false;
    }
  }

  void Compare() {
    const std::size_t words = (lines_.size() + 63) / 64;
    leaves_.assign(lines_.size(), Leaves(words, 0));
    for (std::uint32_t i = static_cast<std::uint32_t>(lines_.size()); i-- > 0;) {
      if (leaf_[i]) leaves_[i][i / 64] |= std::uint64_t{1} << (i % 64);
      if (ParentOf(i) >= 0) Join(leaves_[static_cast<std::size_t>(ParentOf(i))], leaves_[i]);
    }
    taken_.assign(words, 0);
    line_names_.assign(lines_.size(), std::nullopt);
    step_names_.assign(steps_.size(), std::nullopt);
    similarity_.assign(steps_.size() * lines_.size(), kNotCompared);
  }

  // Most steps are matched by their amounts, so that few names are ever compared.
  std::int32_t SimilarityOf(std::size_t step, std::size_t line) {
    std::int32_t& known = similarity_[step * lines_.size() + line];
    if (known == kNotCompared) {
      if (!step_names_[step]) step_names_[step] = NameToCompare(steps_[step].name);
      if (!line_names_[line]) line_names_[line] = NameToCompare(lines_[line].name);
      known = Similarity(*step_names_[step], *line_names_[line]);
    }
    return known;
  }

  bool Spend() {
    if (effort_ == 0) {
      result_.complete = false;
      stopped_ = true;
      return false;
    }
    --effort_;
    return true;
  }

  // ---- by amount ----

  struct Priced {
    std::int64_t amount;
    std::uint32_t line;
  };

  // Depth-first over lines of falling amount. `size` lines are still to be taken, the last one by
  // binary search. Sums are held in a difference that is checked for overflow.
  void FindSets(std::size_t step, std::size_t from, std::int64_t rest, std::uint32_t size,
                Lines& chosen, const Leaves& used) {
    if (size == 1) {
      auto first =
          std::lower_bound(priced_.begin() + static_cast<std::ptrdiff_t>(from), priced_.end(), rest,
                           [](const Priced& p, std::int64_t amount) { return p.amount > amount; });
      for (; first != priced_.end() && first->amount == rest; ++first) {
        if (!Spend()) return;
        if (Overlap(used, leaves_[first->line])) continue;
        chosen.push_back(first->line);
        AddCandidate(step, chosen);
        chosen.pop_back();
        if (stopped_ || candidates_[step].size() >= kMostCandidates) return;
      }
      return;
    }
    // Without a negative line nothing can bring a rest of zero or less back.
    if (least_ >= 0 && rest <= 0) return;
    for (std::size_t i = from; i + size <= priced_.size(); ++i) {
      if (!Spend()) return;
      const std::int64_t amount = priced_[i].amount;
      // Lines fall in amount: `size` times this one is the most that can come, and without a
      // negative line nothing above the rest can be part of it.
      if (least_ >= 0 && amount > rest) continue;
      if (rest > 0 && amount < rest / static_cast<std::int64_t>(size)) return;
      if (Overlap(used, leaves_[priced_[i].line])) continue;
      const Result<Money> next = Subtract(Money(rest), Money(amount));
      if (!next) continue;
      Leaves joined = used;
      Join(joined, leaves_[priced_[i].line]);
      chosen.push_back(priced_[i].line);
      FindSets(step, i + 1, next->minor(), size - 1, chosen, joined);
      chosen.pop_back();
      if (stopped_ || candidates_[step].size() >= kMostCandidates) return;
    }
  }

  void AddCandidate(std::size_t step, const Lines& chosen) {
    if (candidates_[step].size() >= kMostCandidates) {
      result_.complete = false;
      return;
    }
    Candidate candidate;
    candidate.lines = chosen;
    std::sort(candidate.lines.begin(), candidate.lines.end());
    candidate.leaves.assign(taken_.size(), 0);
    std::int64_t similarity = 0;
    for (const std::uint32_t line : candidate.lines) {
      Join(candidate.leaves, leaves_[line]);
      similarity += SimilarityOf(step, line);
    }
    candidate.similarity =
        static_cast<std::int32_t>(similarity / static_cast<std::int64_t>(candidate.lines.size()));
    candidates_[step].push_back(std::move(candidate));
  }

  void MatchByAmount() {
    candidates_.assign(steps_.size(), {});
    least_ = 0;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].amount || lines_[i].amount->is_zero()) continue;
      priced_.push_back({lines_[i].amount->minor(), i});
      least_ = std::min(least_, lines_[i].amount->minor());
    }
    std::sort(priced_.begin(), priced_.end(), [](const Priced& a, const Priced& b) {
      return a.amount != b.amount ? a.amount > b.amount : a.line < b.line;
    });
    const Leaves none(taken_.size(), 0);
    // Small sets of every step before larger ones of any, so that an effort that runs out costs the
    // unlikely sets.
    for (std::uint32_t size = 1; size <= lines_per_step_ && !stopped_; ++size) {
      for (std::size_t s = 0; s < steps_.size() && !stopped_; ++s) {
        if (!steps_[s].amount) continue;
        if (candidates_[s].size() >= kMostCandidates) {
          result_.complete = false;
          continue;
        }
        Lines chosen;
        if (!steps_[s].amount->is_zero()) {
          FindSets(s, 0, steps_[s].amount->minor(), size, chosen, none);
        } else if (size == 1) {
          for (std::uint32_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].amount && lines_[i].amount->is_zero()) AddCandidate(s, {i});
          }
        } else {
          FindSets(s, 0, 0, size, chosen, none);
        }
      }
    }
    Assign(MatchBasis::kAmount);
  }

  // ---- by name ----

  void MatchByName() {
    candidates_.assign(steps_.size(), {});
    for (std::size_t s = 0; s < steps_.size(); ++s) {
      if (result_.steps[s].basis != MatchBasis::kNone) continue;
      for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        if (!Overlap(taken_, leaves_[i]) && SimilarityOf(s, i) >= kAlikeNames) {
          AddCandidate(s, {i});
        }
      }
    }
    Assign(MatchBasis::kName);
  }

  // ---- the best choice of one candidate a step ----

  struct Score {
    std::int32_t matched = 0;
    std::int64_t similarity = 0;
    std::int64_t lines = 0;

    bool IsBelow(const Score& other) const {
      if (matched != other.matched) return matched < other.matched;
      if (similarity != other.similarity) return similarity < other.similarity;
      return lines > other.lines;
    }
  };

  void Assign(MatchBasis basis) {
    for (std::vector<Candidate>& list : candidates_) std::sort(list.begin(), list.end(), IsBetter);
    for (const std::vector<std::size_t>& group : Groups()) {
      best_ = Score{-1, 0, 0};
      group_ = &group;
      picked_.assign(group.size(), -1);
      best_picked_ = picked_;
      // What the steps from k on can add at most.
      bound_.assign(group.size() + 1, Score());
      for (std::size_t k = group.size(); k-- > 0;) {
        bound_[k] = bound_[k + 1];
        ++bound_[k].matched;
        bound_[k].similarity += candidates_[group[k]].front().similarity;
        std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
        for (const Candidate& candidate : candidates_[group[k]]) {
          fewest = std::min(fewest, static_cast<std::int64_t>(candidate.lines.size()));
        }
        bound_[k].lines += fewest;
      }
      Pick(0, Score(), taken_);
      for (std::size_t k = 0; k < group.size(); ++k) {
        if (best_picked_[k] < 0) continue;
        Take(group[k], candidates_[group[k]][static_cast<std::size_t>(best_picked_[k])], basis);
      }
    }
  }

  // Steps with candidates, apart where they cannot come into each other's way: the best choices of the
  // groups together are the best choice of all, and a small group is soon searched.
  std::vector<std::vector<std::size_t>> Groups() const {
    std::vector<std::size_t> leader(steps_.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto find = [&leader](std::size_t s) {
      while (leader[s] != s) s = leader[s] = leader[leader[s]];
      return s;
    };
    std::vector<std::size_t> owner(lines_.size(), steps_.size());
    for (std::size_t s = 0; s < steps_.size(); ++s) {
      Leaves wanted(taken_.size(), 0);
      for (const Candidate& candidate : candidates_[s]) Join(wanted, candidate.leaves);
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if ((wanted[i / 64] >> (i % 64) & 1) == 0) continue;
        if (owner[i] == steps_.size()) owner[i] = s;
        const std::size_t a = find(owner[i]);
        const std::size_t b = find(s);
        leader[std::max(a, b)] = std::min(a, b);
      }
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t s = 0; s < steps_.size(); ++s) {
      if (!candidates_[s].empty()) groups[find(s)].push_back(s);
    }
    std::vector<std::vector<std::size_t>> list;
    for (auto& entry : groups) list.push_back(std::move(entry.second));
    return list;
  }

  void Pick(std::size_t k, const Score& score, const Leaves& used) {
    if (k == group_->size()) {
      if (best_.IsBelow(score)) {
        best_ = score;
        best_picked_ = picked_;
      }
      return;
    }
    Score most = score;
    most.matched += bound_[k].matched;
    most.similarity += bound_[k].similarity;
    most.lines += bound_[k].lines;
    if (!best_.IsBelow(most)) return;
    const std::vector<Candidate>& list = candidates_[(*group_)[k]];
    for (std::size_t c = 0; c < list.size(); ++c) {
      if (Overlap(used, list[c].leaves)) continue;
      // The first way down is always walked, so that there is a choice even when the effort is spent.
      if (!Spend() && best_.matched >= 0) return;
      Leaves joined = used;
      Join(joined, list[c].leaves);
      picked_[k] = static_cast<std::int64_t>(c);
      Pick(k + 1,
           {score.matched + 1, score.similarity + list[c].similarity,
            score.lines + static_cast<std::int64_t>(list[c].lines.size())},
           joined);
      picked_[k] = -1;
    }
    Pick(k + 1, score, used);
  }

  void Take(std::size_t step, const Candidate& candidate, MatchBasis basis) {
    StepMatch& match = result_.steps[step];
    match.basis = basis;
    match.lines = candidate.lines;
    match.similarity = candidate.similarity;
    match.difference = Difference(step, candidate.lines);
    Join(taken_, candidate.leaves);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if ((candidate.leaves[i / 64] >> (i % 64) & 1) != 0) taken_line_[i] = true;
    }
  }

  std::optional<Money> Difference(std::size_t step, const Lines& lines) const {
    if (!steps_[step].amount) return std::nullopt;
    Money rest = *steps_[step].amount;
    for (const std::uint32_t line : lines) {
      if (!lines_[line].amount) return std::nullopt;
      const Result<Money> next = Subtract(rest, *lines_[line].amount);
      if (!next) return std::nullopt;
      rest = *next;
    }
    return rest;
  }

  // ---- what is left ----

  void MatchRest() {
    std::size_t left = steps_.size();
    for (std::size_t s = 0; s < steps_.size(); ++s) {
      if (result_.steps[s].basis != MatchBasis::kNone) continue;
      if (left != steps_.size()) return;
      left = s;
    }
    if (left == steps_.size() || !steps_[left].amount) return;
    // The topmost lines that are free and priced; a line without an amount gives way to its parts.
    Candidate rest;
    rest.leaves.assign(taken_.size(), 0);
    std::int64_t similarity = 0;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (Overlap(taken_, leaves_[i]) || Overlap(rest.leaves, leaves_[i])) continue;
      if (!lines_[i].amount && !leaf_[i]) continue;
      rest.lines.push_back(i);
      similarity += SimilarityOf(left, i);
      Join(rest.leaves, leaves_[i]);
    }
    if (rest.lines.empty()) return;
    rest.similarity =
        static_cast<std::int32_t>(similarity / static_cast<std::int64_t>(rest.lines.size()));
    Take(left, rest, MatchBasis::kRest);
    StepMatch& match = result_.steps[left];
    if (match.difference && match.difference->is_zero()) match.basis = MatchBasis::kAmount;
  }

  // ---- too large to compare everything with everything ----

  void MatchAlikeOnly() {
    result_.complete = false;
    std::map<std::pair<std::int64_t, std::string>, Lines> by_key;
    for (std::uint32_t i = static_cast<std::uint32_t>(lines_.size()); i-- > 0;) {
      if (!leaf_[i] || !lines_[i].amount) continue;
      by_key[{lines_[i].amount->minor(), FoldName(lines_[i].name)}].push_back(i);
    }
    for (std::size_t s = 0; s < steps_.size(); ++s) {
      if (!steps_[s].amount) continue;
      const auto found = by_key.find({steps_[s].amount->minor(), FoldName(steps_[s].name)});
      if (found == by_key.end() || found->second.empty()) continue;
      StepMatch& match = result_.steps[s];
      match.basis = MatchBasis::kAmount;
      match.lines = {found->second.back()};
      match.similarity = 1000;
      match.difference = Money();
      taken_line_[found->second.back()] = true;
      found->second.pop_back();
    }
  }

  const std::vector<PlannedStep>& steps_;
  const std::vector<CostLine>& lines_;
  std::uint32_t effort_;
  std::uint32_t lines_per_step_;

  ScheduleMatching result_;
  bool stopped_ = false;  // the effort is spent
  std::vector<bool> leaf_;
  std::vector<bool> taken_line_;
  std::vector<Leaves> leaves_;
  Leaves taken_;
  static constexpr std::int32_t kNotCompared = -1;
  std::vector<std::optional<std::u32string>> line_names_;
  std::vector<std::optional<std::u32string>> step_names_;
  std::vector<std::int32_t> similarity_;  // a row of lines for each step
  std::vector<Priced> priced_;
  std::int64_t least_ = 0;
  std::vector<std::vector<Candidate>> candidates_;  // [step]

  const std::vector<std::size_t>* group_ = nullptr;
  std::vector<Score> bound_;
  std::vector<std::int64_t> picked_;
  std::vector<std::int64_t> best_picked_;
  Score best_;
};

}  // namespace

std::int32_t NameSimilarity(std::string_view a, std::string_view b) {
  return Similarity(NameToCompare(a), NameToCompare(b));
}

ScheduleMatching MatchSteps(const std::vector<PlannedStep>& steps,
                            const std::vector<CostLine>& lines, const MatchLimits& limits) {
  return Matcher(steps, lines, limits).Run();
}

}  // namespace yesan
