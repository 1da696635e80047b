#include "yesan/budget/contract.h"

#include <utility>

#include "lib/base/chars.h"
#include "lib/base/composed.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

struct Word {
  std::string_view text;
  ContractEvent event;
  bool alone;  // whether it means an entrustment without 위탁 or 수탁 beside it
};

constexpr Word kWords[] = {
    {"재계약", ContractEvent::kRenewed, true},       {"재위탁", ContractEvent::kRenewed, true},
    {"재협약", ContractEvent::kRenewed, true},       {"재수탁", ContractEvent::kRenewed, true},
    {"연장", ContractEvent::kExtended, false},       {"협약체결", ContractEvent::kConcluded, false},
    {"협약 체결", ContractEvent::kConcluded, false}, {"계약체결", ContractEvent::kConcluded, false},
    {"계약 체결", ContractEvent::kConcluded, false}, {"위탁협약", ContractEvent::kConcluded, false},
    {"위탁 협약", ContractEvent::kConcluded, false}, {"위탁계약", ContractEvent::kConcluded, false},
    {"위탁 계약", ContractEvent::kConcluded, false}, {"수탁협약", ContractEvent::kConcluded, false},
    {"수탁 협약", ContractEvent::kConcluded, false}, {"수탁계약", ContractEvent::kConcluded, false},
    {"수탁 계약", ContractEvent::kConcluded, false},
};

bool Contains(std::string_view text, std::string_view word) { return text.find(word) != kNowhere; }

bool IsDigitAt(std::string_view text, std::size_t at) {
  return at < text.size() && internal::IsDigit(text[at]);
}

// The slash that ends a piece; those inside days (2012/03/15) do not.
std::size_t EndOfPiece(std::string_view line, std::size_t from) {
  for (std::size_t at = line.find('/', from); at != kNowhere; at = line.find('/', at + 1)) {
    if (at == 0 || !IsDigitAt(line, at - 1) || !IsDigitAt(line, at + 1)) return at;
  }
  return line.size();
}

// What stands in the bracket that opens at the first character behind `at`, or behind a colon there.
std::string_view NamedBehind(std::string_view line, std::size_t at, bool colon) {
  std::string_view rest = Trim(line.substr(at));
  if (rest.empty()) return {};
  if (rest.front() == '(') {
    const std::size_t close = rest.find(')');
    return close == kNowhere ? std::string_view() : Trim(rest.substr(1, close - 1));
  }
  if (colon && rest.front() == ':') {
    rest.remove_prefix(1);
    return Trim(rest.substr(0, rest.find_first_of(",/(")));
  }
  return {};
}

void FindGrantee(std::string_view line, std::string_view word, bool colon,
                 const PeriodContext& context, std::string& grantee) {
  const std::size_t at = line.find(word);
  if (at == kNowhere) return;
  const std::string_view name = NamedBehind(line, at + word.size(), colon);
  if (!name.empty() && FindPeriods(name, context).empty()) grantee = std::string(name);
}

}  // namespace

const ContractTerm* Contract::last_term() const noexcept {
  const ContractTerm* latest = nullptr;
  for (const ContractTerm& term : terms) {
    if (!term.period || !term.period->in_force().last) continue;
    if (latest == nullptr || *latest->period->in_force().last < *term.period->in_force().last) {
      latest = &term;
    }
  }
  return latest;
}

std::optional<Date> Contract::last_day() const noexcept {
  for (const ContractTerm& term : terms) {
    if (term.period && !term.period->in_force().last) return std::nullopt;
  }
  const ContractTerm* latest = last_term();
  return latest == nullptr ? std::nullopt : latest->period->in_force().last;
}

Contract FindContract(const std::vector<std::string_view>& lines, const PeriodContext& context) {
  Contract contract;
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const internal::Composed composed(lines[number]);
    const std::string_view line = composed.text();
    for (const std::string_view word : {"수탁기관", "수탁자", "수탁법인", "수탁단체"}) {
      FindGrantee(line, word, true, context, contract.grantee);
    }
    std::vector<FoundPeriod> periods;
    bool searched = false;
    std::size_t first_period = 0;  // of those that can lie in this piece or a later one
    const std::size_t colon = line.find(':');
    const bool entrustment = Contains(line, "위탁") || Contains(line, "수탁");
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = EndOfPiece(line, begin);
      const std::string_view piece = line.substr(begin, end - begin);
      const std::size_t piece_begin = begin;
      begin = end + 1;
      const Word* word = nullptr;
      for (const Word& candidate : kWords) {
        if (!Contains(piece, candidate.text)) continue;
        if (!candidate.alone && (!entrustment || Contains(piece, "업무협약"))) continue;
        word = &candidate;
        break;
      }
      if (word == nullptr) continue;
      if (!searched) {
        periods = FindPeriods(line, context);
        searched = true;
      }
      ContractTerm term;
      term.event = word->event;
      term.line = number;
      term.offset = piece_begin + piece.find(word->text);
      term.length = word->text.size();
      for (std::size_t i = first_period; i < periods.size() && periods[i].offset < end; ++i) {
        const FoundPeriod& found = periods[i];
        if (found.offset < piece_begin) first_period = i + 1;
        if (!found.period) continue;
        const bool leads = piece_begin == 0 && colon != kNowhere &&
                           found.offset + found.length <= colon && colon < term.offset;
        if (leads && found.period->ending == Ending::kNone) {
          if (found.period->first_granularity == Granularity::kDay) {
            term.concluded_on = found.period->first;
          }
          continue;
        }
        const bool behind = found.offset >= term.offset && found.offset < end;
        if ((!leads && !behind) || found.period->ending == Ending::kNone || term.period) continue;
        term.period = found.period;
        term.offset = found.offset;
        term.length = found.length;
      }
      if (word->event == ContractEvent::kConcluded) {
        FindGrantee(piece, "체결", false, context, contract.grantee);
      }
      const std::size_t printed_end = composed.PrintedAt(term.offset + term.length);
      term.offset = composed.PrintedAt(term.offset);
      term.length = printed_end - term.offset;
      if (term.period) term.period->raw = lines[number].substr(term.offset, term.length);
      contract.terms.push_back(std::move(term));
    }
  }
  return contract;
}

}  // namespace yesan
