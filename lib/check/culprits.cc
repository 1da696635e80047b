// The figure at fault in a broken identity: the one that, put right, mends the most.
#include "lib/check/identities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "lib/check/wording.h"
#include "yesan/money/ratio.h"

namespace yesan::internal {
namespace {

// A figure by where it is printed; the two of a cell apart.
using Key = std::tuple<std::uint32_t, std::uint32_t, FigureSide>;

Key KeyOf(const Summand& term) {
  return {term.figure.place.offset, term.figure.place.length, term.side};
}

bool IsPrinted(const Summand& term) {
  return term.figure.place.known() && term.figure.place.length != 0 && !term.figure.printed.empty();
}

// What an identity is off when a figure changes by `change`; nothing when that does not fit.
std::optional<Money> GapWith(const SumIdentity& identity, int sign, Money change) {
  const auto gap = sign > 0 ? Add(identity.gap, change) : Subtract(identity.gap, change);
  if (!gap) return std::nullopt;
  return *gap;
}

// Where a figure takes part: in sums with a sign, and in rates.
struct UsesOfFigure {
  std::vector<std::pair<std::size_t, int>> sums;
  std::vector<std::size_t> rates;
};
using Uses = std::map<Key, UsesOfFigure>;

Key KeyOf(const Quantity& figure) {
  return {figure.place.offset, figure.place.length, FigureSide::kTotal};
}

bool IsRate(const SumIdentity& sum) {
  return sum.rule == "overview.rate" || sum.rule == "settlement.rate";
}

Uses UsesOf(const Identities& identities) {
  Uses uses;
  for (std::size_t i = 0; i < identities.sums.size(); ++i) {
    const SumIdentity& sum = identities.sums[i];
    if (IsRate(sum)) continue;  // `rates` has it
    for (std::size_t t = sum.begin; t < sum.end; ++t) {
      const Summand& term = identities.summands[t];
      if (IsPrinted(term)) uses[KeyOf(term)].sums.emplace_back(i, term.sign);
    }
  }
  for (std::size_t i = 0; i < identities.rates.size(); ++i) {
    uses[KeyOf(identities.rates[i].base)].rates.push_back(i);
    uses[KeyOf(identities.rates[i].part)].rates.push_back(i);
  }
  return uses;
}

// Whether a rate fits its figures when one of them is put right.
bool FitsWith(const RateIdentity& rate, const Key& key, Money right) {
  const Money base = KeyOf(rate.base) == key ? right : rate.base.value;
  const Money part = KeyOf(rate.part) == key ? right : rate.part.value;
  if (base.is_zero()) return false;
  const Decimal a = ToDecimal(base);
  const Decimal b = ToDecimal(part);
  return !(rate.is_change ? ConsistentChangeRoundings(a, b, rate.rate)
                          : ConsistentPercentRoundings(b, a, rate.rate))
              .empty();
}

// A figure and what it should be for one broken identity to hold.
struct Suspect {
  const Summand* term = nullptr;
  Money right;
  int score = 0;        // identities mended less identities broken
  bool breaks = false;  // whether one that holds would not
  bool slip = false;
  bool elsewhere = false;  // whether an identity of another kind is mended too
};

// The amount of the year is one identity between the parts of the sheet, filed under the part that is odd.
bool IsOfTheYear(std::string_view rule) {
  return rule == "overview.total" || rule == "funding.total" || rule == "basis.total" ||
         rule == "schedule.total";
}

bool AreOneKind(std::string_view a, std::string_view b) {
  return a == b || (IsOfTheYear(a) && IsOfTheYear(b));
}

std::optional<Suspect> SuspectOf(const Identities& identities, const Uses& uses,
                                 const SumIdentity& broken, const Summand& term) {
  const auto change = term.sign > 0 ? Negate(broken.gap) : Result<Money>(broken.gap);
  if (!change) return std::nullopt;
  const auto right = Add(term.figure.value, *change);
  if (!right) return std::nullopt;
  Suspect suspect;
  suspect.term = &term;
  suspect.right = *right;
  const Key key = KeyOf(term);
  const UsesOfFigure& of_term = uses.at(key);
  for (const auto& [index, sign] : of_term.sums) {
    const SumIdentity& identity = identities.sums[index];
    const bool held = identity.gap.is_zero();
    const auto gap = GapWith(identity, sign, *change);
    const bool holds = gap && gap->is_zero();
    if (holds && !held) {
      ++suspect.score;
      suspect.elsewhere =
          suspect.elsewhere || (!AreOneKind(identity.rule, broken.rule) &&
                                identity.rule != "basis.item" && broken.rule != "basis.item");
    }
    if (held && !holds) {
      --suspect.score;
      suspect.breaks = true;
    }
  }
  for (const std::size_t index : of_term.rates) {
    const RateIdentity& rate = identities.rates[index];
    const bool holds = FitsWith(rate, key, *right);
    if (holds && !rate.holds) {
      ++suspect.score;
      suspect.elsewhere = true;
    }
    if (rate.holds && !holds) --suspect.score;
  }
  suspect.slip = IsOneSlip(term.figure, *right);
  return suspect;
}

// The broken identity that a finding is about, and its term at the finding's place; null when there is none.
const SumIdentity* IdentityOf(const Context& context, const Finding& finding,
                              const Summand** blamed) {
  const Identities& identities = context.identities;
  const SumIdentity* found = nullptr;
  for (const SumIdentity& sum : identities.sums) {
    if (!AreOneKind(sum.rule, finding.rule) || sum.gap.is_zero()) continue;
    for (std::size_t t = sum.begin; t < sum.end; ++t) {
      const Summand& term = identities.summands[t];
      if (term.figure.place != finding.place) continue;
      const auto right =
          term.sign > 0 ? Subtract(term.figure.value, sum.gap) : Add(term.figure.value, sum.gap);
      const bool same = right && context.At(term.figure, *right) == finding.expected;
      if (same) {
        *blamed = &term;
        return &sum;
      }
      if (found == nullptr && finding.printed.empty()) {
        found = &sum;
        *blamed = nullptr;  // a sum of which nothing is printed
      }
    }
  }
  return found;
}

// `민간위탁금 · 2020예산액 (A)`: the row and the column in which a place stands, or the line.
std::string NameOfPlace(const Context& context, const Place& place) {
  const auto within = [&](const Place& whole) {
    return whole.known() && whole.offset <= place.offset &&
           std::uint64_t{place.offset} + place.length <= std::uint64_t{whole.offset} + whole.length;
  };
  for (const BasisLine& line : context.basis.lines) {
    if (!within(line.text.place) && !within(line.won_text.place) && !within(line.result_text.place))
      continue;
    const auto id = static_cast<BasisNodeId>(&line - context.basis.lines.data());
    if (static_cast<std::size_t>(id) >= context.basis.tree.size()) break;
    const std::string& label = context.basis.tree.node(id).label;
    if (!label.empty()) return Subject({label});
  }
  for (const FundingEntry& entry : context.funding.entries) {
    if (within(entry.amount.printed.place)) return Subject({entry.label.text});
  }
  for (const Section& section : context.sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table || !within(block.table->place)) continue;
      const Table& table = *block.table;
      for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (!within(row.cells[i].place)) continue;
          std::string_view label;
          for (std::size_t k = 0; k < i && label.empty(); ++k) label = row.cells[k].text;
          const std::string_view heading =
              i < table.columns.size() ? table.columns[i].heading.text : std::string_view();
          while (!label.empty() && (label.front() == '-' || label.front() == ' '))
            label.remove_prefix(1);
          return Subject({label, heading});
        }
      }
    }
  }
  return {};
}

std::string SectionOf(const std::string& subject) {
  const std::size_t end = subject.find(" · ");
  return end == std::string::npos ? std::string() : subject.substr(0, end);
}

void Drop(Finding& finding, const Message& sentence) {
  for (const auto& [text, said] : {std::pair(&finding.message.ko, &sentence.ko),
                                   std::pair(&finding.message.en, &sentence.en)}) {
    const std::size_t at = text->find(*said);
    if (at != std::string::npos) text->erase(at, said->size());
  }
}

// Takes `begin … end` out of a sentence; the points and commas of figures end nothing.
void DropDifference(std::string& text, std::string_view begin, std::string_view end,
                    std::string_view instead) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return;
  std::size_t stop = text.find(end, at + begin.size());
  while (stop != std::string::npos && stop + end.size() < text.size() &&
         text[stop + end.size()] != ' ')
    stop = text.find(end, stop + 1);
  if (stop != std::string::npos) text.replace(at, stop + end.size() - at, instead);
}

void Blame(Context& context, Finding& finding, const Quantity& figure, Money right) {
  const auto difference = Subtract(figure.value, right);
  const std::string name = NameOfPlace(context, figure.place);
  if (!difference) return;
  const std::string what = name.empty() ? context.At(figure, figure.value) : name;
  finding.place = figure.place;
  finding.printed = std::string(figure.printed);
  finding.expected = context.At(figure, right);
  finding.difference = context.At(figure, *difference);
  if (!name.empty()) {
    SetSubject(finding, Subject({SectionOf(finding.subject), name}));
  }
  // A slip explains what rows might be missing for; and what the sum is off is told of the figure, with its own sign.
  Drop(finding, RowsMayBeMissing());
  DropDifference(finding.message.ko, " 차이는 ", "입니다.", "");
  DropDifference(finding.message.en, "; the difference is ", ".", ".");
  finding.message.ko +=
      " " +
      With(Quoted(what, Language::kKorean) + "의 " + context.Ko(figure, figure.value),
           Particle::kObject) +
      " " + With(context.Ko(figure, right), Particle::kBy) +
      " 고치면 가장 많은 합이 맞으므로, 이 금액의 오기로 보입니다.";
  finding.message.en += " Most sums hold when " + context.En(figure, figure.value) + " of " +
                        Quoted(what, Language::kEnglish) + " is read as " +
                        context.En(figure, right) + ": that figure seems to be misprinted.";
}

class Culprits {
 public:
  explicit Culprits(Context& context)
      : context_(context), now_(context.identities), uses_(UsesOf(now_)) {}

  void Run() {
    std::vector<Finding>& findings = context_.report.findings;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      // Elsewhere a missing column or row is asked for, and no figure is blamed.
      if (findings[i].severity != Severity::kError && findings[i].rule != "schedule.basis")
        continue;
      if (!Name(findings[i])) open.push_back(i);
    }
    // With the misprints found put right, others show: both figures of two that were exchanged.
    if (Apply()) {
      std::vector<std::size_t> left;
      for (const std::size_t i : open) {
        if (!Name(findings[i])) left.push_back(i);
      }
      open = left;
      (void)Apply();
    }
    for (const std::size_t i : open) {
      if (!NameOfRate(findings[i])) SayWhatBearsItOut(findings[i]);
    }
    for (Finding& finding : findings) {
      if (finding.rule == "notation.grouping") MeanTheSame(finding);
    }
  }

 private:
  // Whether the finding names the figure whose change mends the most.
  bool Name(Finding& finding) {
    const Identities& printed = context_.identities;
    const Summand* blamed = nullptr;
    const SumIdentity* found = IdentityOf(context_, finding, &blamed);
    if (found == nullptr) return false;
    const SumIdentity& broken = now_.sums[static_cast<std::size_t>(found - printed.sums.data())];
    if (broken.gap.is_zero()) return false;  // by a figure that was put right
    std::vector<Suspect> suspects;
    std::optional<int> own;
    for (std::size_t t = broken.begin; t < broken.end; ++t) {
      const Summand& term = now_.summands[t];
      if (!IsPrinted(term) || corrections_.count(KeyOf(term)) != 0) continue;
      auto suspect = SuspectOf(now_, uses_, broken, term);
      if (!suspect) continue;
      if (&printed.summands[t] == blamed) own = suspect->score;
      suspects.push_back(*suspect);
    }
    if (suspects.empty()) return false;
    const auto better = [](const Suspect& a, const Suspect& b) {
      return std::tie(a.score, a.slip) > std::tie(b.score, b.slip);
    };
    std::sort(suspects.begin(), suspects.end(), better);
    const Suspect& best = suspects.front();
    const Summand& term =
        printed.summands[static_cast<std::size_t>(best.term - now_.summands.data())];
    if (suspects.size() > 1 && !better(best, suspects[1])) return false;
    if (best.score <= 0 || (own && best.score <= *own)) return false;
    if (&term == blamed) return false;
    // Where rows may be missing, or nothing is printed of a sum, it takes a slip of the hand or another sum to tell its
    // parts apart.
    const bool borne_out = best.slip || best.elsewhere;
    if (!own && (best.breaks || !borne_out)) return false;
    if (!borne_out && finding.message.en.find(RowsMayBeMissing().en) != std::string::npos)
      return false;
    Blame(context_, finding, term.figure, best.right);
    const auto [known, is_new] = found_.try_emplace(KeyOf(term), best);
    if (!is_new && best.score > known->second.score) known->second = best;
    return true;
  }

  // Puts right what was found since, in all identities; false when that is nothing.
  bool Apply() {
    for (const auto& [key, suspect] : found_) {
      const auto change = Subtract(suspect.right, suspect.term->figure.value);
      if (!change) continue;
      for (const auto& [index, sign] : uses_.at(key).sums) {
        if (const auto gap = GapWith(now_.sums[index], sign, *change)) now_.sums[index].gap = *gap;
      }
      for (const std::size_t index : uses_.at(key).rates) {
        RateIdentity& rate = now_.rates[index];
        rate.holds = FitsWith(rate, key, suspect.right);
        if (KeyOf(rate.base) == key) rate.base.value = suspect.right;
        if (KeyOf(rate.part) == key) rate.part.value = suspect.right;
      }
    }
    for (const auto& [key, suspect] : found_) corrections_.emplace(key, suspect.right);
    for (Summand& term : now_.summands) {
      const auto found = found_.find(KeyOf(term));
      if (found != found_.end() && IsPrinted(term)) term.figure.value = found->second.right;
    }
    const bool any = !found_.empty();
    found_.clear();
    return any;
  }

  // A rate is as it should be where one of its figures was put right, and it fits then.
  bool NameOfRate(Finding& finding) {
    for (std::size_t i = 0; i < now_.rates.size(); ++i) {
      const RateIdentity& rate = now_.rates[i];
      if (rate.rule != finding.rule || rate.place != finding.place || !rate.holds) continue;
      for (const Quantity* figure :
           {&context_.identities.rates[i].part, &context_.identities.rates[i].base}) {
        const auto found = corrections_.find(KeyOf(*figure));
        if (found == corrections_.end()) continue;
        Blame(context_, finding, *figure, found->second);
        return true;
      }
    }
    return false;
  }

  // `869,60`, which its sum takes for 869,600, is not said to be 86,960.
  void MeanTheSame(Finding& finding) const {
    for (const auto& [key, right] : corrections_) {
      const auto& [offset, length, side] = key;
      if (offset != finding.place.offset || length != finding.place.length) continue;
      for (const Finding& other : context_.report.findings) {
        if (other.severity != Severity::kError || other.place != finding.place ||
            other.printed != finding.printed || other.expected == finding.expected)
          continue;
        finding.expected = other.expected;
        finding.message = MisplacedSeparators(finding.printed, other.expected, "쉼표·소수점");
        return;
      }
    }
  }

  // The figure that a finding is about stands in other sums, which hold.
  void SayWhatBearsItOut(Finding& finding) const {
    const Summand* blamed = nullptr;
    const SumIdentity* broken = IdentityOf(context_, finding, &blamed);
    if (broken == nullptr || blamed == nullptr || !IsPrinted(*blamed)) return;
    const auto suspect = SuspectOf(context_.identities, uses_, *broken, *blamed);
    if (!suspect || !suspect->breaks) return;
    const bool formula = finding.rule == "basis.formula";
    const bool rows = finding.message.en.find(RowsMayBeMissing().en) != std::string::npos ||
                      broken->end - broken->begin < 3;  // two figures: either is as likely
    finding.message.ko +=
        formula ? " 그 결과는 다른 합계와 맞으므로, 식의 수가 잘못 적힌 것으로 보입니다."
        : rows  ? " 그 금액 자체는 다른 합계와 맞습니다."
                : " 그 금액 자체는 다른 합계와 맞으므로, 함께 셈한 금액의 오기로 보입니다.";
    finding.message.en +=
        formula ? " The result fits other sums, so a number of the formula seems to be misprinted."
        : rows
            ? " That amount itself fits other sums."
            : " That amount itself fits other sums, so another of this sum seems to be misprinted.";
  }

  Context& context_;
  Identities now_;
  Uses uses_;
  std::map<Key, Suspect> found_;      // since the last time
  std::map<Key, Money> corrections_;  // and before
};

}  // namespace

void NameCulprits(Context& context) {
  const Identities& identities = context.identities;
  const bool any = std::any_of(identities.sums.begin(), identities.sums.end(),
                               [](const SumIdentity& sum) { return !sum.gap.is_zero(); });
  if (any && !context.report.findings.empty()) Culprits(context).Run();
}

}  // namespace yesan::internal
