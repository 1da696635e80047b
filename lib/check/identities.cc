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

using Uses = std::map<Key, std::vector<std::pair<std::size_t, int>>>;  // identity and sign

Uses UsesOf(const Identities& identities) {
  Uses uses;
  for (std::size_t i = 0; i < identities.sums.size(); ++i) {
    const SumIdentity& sum = identities.sums[i];
    for (std::size_t t = sum.begin; t < sum.end; ++t) {
      const Summand& term = identities.summands[t];
      if (IsPrinted(term)) uses[KeyOf(term)].emplace_back(i, term.sign);
    }
  }
  return uses;
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
  for (const auto& [index, sign] : uses.at(KeyOf(term))) {
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

// A number that hides the order in which it is added to others.
std::uint64_t MixOf(std::uint64_t number) {
  number = (number + 1) * 0x9E3779B97F4A7C15U;
  number = (number ^ (number >> 31U)) * 0xD6E8FEB86659FD93U;
  return number ^ (number >> 32U);
}

void Blame(Context& context, Finding& finding, const Suspect& suspect) {
  const Quantity& figure = suspect.term->figure;
  const auto difference = Subtract(figure.value, suspect.right);
  const std::string name = NameOfPlace(context, figure.place);
  if (!difference) return;
  const std::string what = name.empty() ? context.At(figure, figure.value) : name;
  finding.place = figure.place;
  finding.printed = std::string(figure.printed);
  finding.expected = context.At(figure, suspect.right);
  finding.difference = context.At(figure, *difference);
  if (!name.empty()) {
    SetSubject(finding, Subject({SectionOf(finding.subject), name}));
  }
  // A slip explains what rows might be missing for.
  const Message lack = RowsMayBeMissing();
  for (const auto& [text, sentence] :
       {std::pair<std::string*, const std::string*>{&finding.message.ko, &lack.ko},
        {&finding.message.en, &lack.en}}) {
    const std::size_t at = text->find(*sentence);
    if (at != std::string::npos) text->erase(at, sentence->size());
  }
  finding.message.ko +=
      " " +
      With(Quoted(what, Language::kKorean) + "의 " + context.Ko(figure, figure.value),
           Particle::kObject) +
      " " + With(context.Ko(figure, suspect.right), Particle::kBy) +
      " 고치면 가장 많은 합이 맞으므로, 이 금액의 오기로 보입니다.";
  finding.message.en += " Most sums hold when " + context.En(figure, figure.value) + " of " +
                        Quoted(what, Language::kEnglish) + " is read as " +
                        context.En(figure, suspect.right) + ": that figure seems to be misprinted.";
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

void NameCulprits(Context& context) {
  const Identities& identities = context.identities;
  const bool any = std::any_of(identities.sums.begin(), identities.sums.end(),
                               [](const SumIdentity& sum) { return !sum.gap.is_zero(); });
  if (!any || context.report.findings.empty()) return;
  const Uses uses = UsesOf(identities);
  for (Finding& finding : context.report.findings) {
    // Elsewhere a missing column or row is asked for, and no figure is blamed.
    if (finding.severity != Severity::kError && finding.rule != "schedule.basis") continue;
    const Summand* blamed = nullptr;
    const SumIdentity* broken = IdentityOf(context, finding, &blamed);
    if (broken == nullptr) continue;
    std::vector<Suspect> suspects;
    std::optional<int> own;
    for (std::size_t t = broken->begin; t < broken->end; ++t) {
      const Summand& term = identities.summands[t];
      if (!IsPrinted(term)) continue;
      const auto suspect = SuspectOf(identities, uses, *broken, term);
      if (!suspect) continue;
      if (&term == blamed) own = suspect->score;
      suspects.push_back(*suspect);
    }
    if (suspects.empty()) continue;
    const auto better = [](const Suspect& a, const Suspect& b) {
      return std::tie(a.score, a.slip) > std::tie(b.score, b.slip);
    };
    std::sort(suspects.begin(), suspects.end(), better);
    const Suspect& best = suspects.front();
    if (suspects.size() > 1 && !better(best, suspects[1])) continue;
    if (best.score <= 0 || (own && best.score <= *own) || best.term == blamed) continue;
    // Where rows may be missing, or nothing is printed of a sum, it takes a slip of the hand or another sum to tell its
    // parts apart.
    const bool borne_out = best.slip || best.elsewhere;
    if (!own && (best.breaks || !borne_out)) continue;
    if (!borne_out && finding.message.en.find(RowsMayBeMissing().en) != std::string::npos) continue;
    Blame(context, finding, best);
  }
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
