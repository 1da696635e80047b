#include "yesan/budget/results.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "lib/base/chars.h"
#include "lib/base/composed.h"
#include "lib/budget/counters.h"
#include "lib/budget/jamo.h"
#include "lib/budget/result_wholes.h"
#include "yesan/base/text.h"
#include "yesan/money/amount.h"

namespace yesan {

namespace {

using internal::IsAnyDigit;
using internal::StartsWith;

constexpr std::size_t kLongestLabel = 192;  // bytes: 64 syllables; keeps the output linear
constexpr std::size_t kLongestUnknownCounter = 3;
constexpr std::size_t kDeepestBracket = 64;

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

bool IsOpen(char32_t c) { return c == U'(' || c == U'[' || c == U'（' || c == U'［' || c == U'{'; }
bool IsClose(char32_t c) { return c == U')' || c == U']' || c == U'）' || c == U'］' || c == U'}'; }
bool IsRangeSign(char32_t c) {
  return c == U'~' || c == U'∼' || c == U'～' || c == U'〜' || c == U'-' || c == U'–';
}

// A line, a bullet or a numbered item: brackets do not reach over it.
bool IsItemMark(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'○' || c == U'●' || c == U'□' || c == U'■' ||
         c == U'◦' || c == U'•' || c == U'▪' || c == U'※' || (c >= U'①' && c <= U'⑳') ||
         (c >= U'㉮' && c <= U'㉻') || (c >= 0xE000 && c <= 0xF8FF);
}
bool IsDelimiter(char32_t c) {
  return c == U',' || c == U';' || c == U':' || c == U'/' || c == U'|' || c == U'→' || c == U'，' ||
         c == U'：' || c == U'、' || c == U'<' || c == U'>' || c == U'"' || c == U'+';
}

// The first syllable of a word as a number: a list of words is gone through by comparing numbers.
constexpr std::uint32_t FirstSyllable(std::string_view word) {
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < 3 && i < word.size(); ++i) {
    key = key << 8 | static_cast<unsigned char>(word[i]);
  }
  return key;
}

template <std::size_t kSize>
constexpr std::array<std::uint32_t, kSize> FirstSyllables(const std::string_view (&words)[kSize]) {
  std::array<std::uint32_t, kSize> keys{};
  for (std::size_t i = 0; i < kSize; ++i) keys[i] = FirstSyllable(words[i]);
  return keys;
}

constexpr auto kCounterKeys = FirstSyllables(internal::kCounters);
constexpr auto kNoCounterKeys = FirstSyllables(internal::kNoCounters);

// The longest word of a list with which a text begins; empty when there is none.
template <std::size_t kSize>
std::string_view LongestWord(std::string_view text, const std::string_view (&words)[kSize],
                             const std::array<std::uint32_t, kSize>& keys) {
  const std::uint32_t key = FirstSyllable(text);
  std::string_view longest;
  for (std::size_t i = 0; i < kSize; ++i) {
    if (keys[i] == key && words[i].size() > longest.size() && StartsWith(text, words[i])) {
      longest = words[i];
    }
  }
  return longest;
}

char32_t CharacterAt(std::string_view text, std::size_t position) {
  return position < text.size() ? NextCharacter(text, position) : U'\0';
}

bool SyllableAt(std::string_view text, std::size_t position) {
  return internal::IsHangul(CharacterAt(text, position));
}

bool IsKnownCounter(std::string_view unit) {
  return std::find(std::begin(internal::kCounters), std::end(internal::kCounters), unit) !=
         std::end(internal::kCounters);
}

bool IsMeasure(std::string_view unit) {
  return std::find(std::begin(internal::kMeasures), std::end(internal::kMeasures), unit) !=
         std::end(internal::kMeasures);
}

class ResultParser {
 public:
  explicit ResultParser(std::string_view text) : text_(text) {}

  Results Run() {
    char32_t before = U'\n';
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte >= 0xEB &&
          byte <= 0xEC) {  // U+B000–U+CFFF: Hangul syllables, none of which is a sign
        at_ += 3;
        before = U'가';
        continue;
      }
      if (byte == ' ' || internal::IsLetter(static_cast<char>(byte))) {
        ++at_;
        before = byte;
        continue;
      }
      std::size_t next = at_;
      const char32_t c = NextCharacter(text_, next);
      if (IsAnyDigit(c)) {
        ReadNumber(before);
        // The character before what follows is whatever was passed over last.
        before = U'0';
        continue;
      }
      at_ = next;
      if (IsItemMark(c)) {
        open_.clear();
        deeper_ = 0;
        label_begin_ = at_;
      } else if (IsOpen(c)) {
        Open(begin);
      } else if (IsClose(c)) {
        Close(begin);
      } else if (IsDelimiter(c) ||
                 ((IsMiddleDot(c) || c == U'-' || c == U'–') &&
                  (IsSpace(before) || before == U'\n') && IsSpace(CharacterAt(text_, at_)))) {
        label_begin_ = at_;
      }
      before = c;
    }
    FindWholes();
    return std::move(results_);
  }

 private:
  struct Bracket {
    std::size_t begin;                 // the bracket itself
    Span heading;                      // the words before it
    std::optional<std::size_t> whole;  // the figure right before it
  };

  // A bracket that closed: what stands inside it, and the figure right before it.
  struct Inside {
    std::size_t whole;
    Span content;
  };

  Span LabelUntil(std::size_t end) const {
    Span span{std::min(label_begin_, end), end};
    std::string_view label = Trim(text_.substr(span.begin, span.end - span.begin));
    for (const std::string_view lead : {"및 ", "등 ", "와 ", "과 "}) {
      if (StartsWith(label, lead)) label = Trim(label.substr(lead.size()));
    }
    if (label == "및" || label == "등" || label == "총" || label == "약") label = {};
    while (label.size() > kLongestLabel) {
      std::size_t position = 0;
      (void)NextCharacter(label, position);
      label.remove_prefix(
          std::max(position, label.size() > kLongestLabel * 2
                                 ? WholeCharacters(label, label.size() - kLongestLabel)
                                 : position));
    }
    if (label.empty()) return {end, end};
    span.begin = static_cast<std::size_t>(label.data() - text_.data());
    span.end = span.begin + label.size();
    return span;
  }

  // The first character boundary at or after `bytes`.
  static std::size_t WholeCharacters(std::string_view text, std::size_t bytes) {
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
    return bytes;
  }

  std::string Words(Span span) const {
    return std::string(text_.substr(span.begin, span.end - span.begin));
  }

  void Open(std::size_t begin) {
    if (open_.size() == kDeepestBracket) {
      ++deeper_;
      label_begin_ = at_;
      return;
    }
    Bracket bracket{begin, LabelUntil(begin), std::nullopt};
    if (bracket.heading.empty() && last_end_ &&
        Trim(text_.substr(*last_end_, begin - *last_end_)).empty()) {
      bracket.whole = results_.figures.size() - 1;
      bracket.heading = last_label_;
    }
    open_.push_back(bracket);
    label_begin_ = at_;
  }

  void Close(std::size_t begin) {
    label_begin_ = at_;
    if (deeper_ > 0) {
      --deeper_;
      return;
    }
    if (open_.empty()) return;
    std::size_t inside = open_.back().begin;
    (void)NextCharacter(text_, inside);
    if (open_.back().whole) closed_.push_back({*open_.back().whole, {inside, begin}});
    open_.pop_back();
  }

  void PassDigits() {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = NextCharacter(text_, next);
      if (!IsAnyDigit(c) &&
          !((c == U',' || c == U'.' || c == U'，') && IsAnyDigit(CharacterAt(text_, next)))) {
        break;
      }
      at_ = next;
    }
  }

  // The counter that stands at a place; empty when none does. `attached`: no white space before it.
  std::string_view CounterAt(std::size_t position, bool attached) const {
    const std::string_view rest = text_.substr(position, 64);
    if (!SyllableAt(text_, position)) {
      for (const std::string_view measure : internal::kMeasures) {
        if (StartsWith(rest, measure) &&
            !internal::IsLetter(CharacterAt(text_, position + measure.size()))) {
          return text_.substr(position, measure.size());
        }
      }
      return {};
    }
    std::size_t run = position;
    std::size_t syllables = 0;
    while (syllables <= kLongestUnknownCounter && SyllableAt(text_, run)) {
      (void)NextCharacter(text_, run);
      ++syllables;
    }
    const std::string_view counter = LongestWord(rest, internal::kCounters, kCounterKeys);
    const std::string_view other = LongestWord(rest, internal::kNoCounters, kNoCounterKeys);
    if (!counter.empty() && other.size() <= counter.size()) {
      const std::size_t end = position + counter.size();
      // 1인당, 3회차: a rate and an ordinal. `2021 회계`: apart from the number a counter is a word of its own.
      if (StartsWith(text_.substr(end), "당") || (!attached && SyllableAt(text_, end))) return {};
      return text_.substr(position, counter.size());
    }
    if (!other.empty() || !attached || syllables > kLongestUnknownCounter) {
      return {};
    }
    return text_.substr(position, run - position);
  }

  void ReadNumber(char32_t before) {
    const std::size_t begin = at_;
    if (before == U'제' || before == U'\'' || before == U'’' || before == U'‘' || before == U'`' ||
        before == U'0' || before == U'.' || internal::IsLetter(before) ||
        IsSignOrRange(before, begin)) {
      PassDigits();
      Forget();
      return;
    }
    std::size_t consumed = 0;
    AmountOptions options;
    options.whole = false;
    options.refuse_faults = true;
    // A glance at what a number can be keeps the time linear in a text full of digits.
    const Result<Amount> amount = ParseAmountPrefix(text_.substr(begin, 128), options, &consumed);
    if (!amount) {
      PassDigits();
      Forget();
      return;
    }
    std::size_t end = begin + consumed;
    std::string_view unit;
    if (amount->won_written) {
      unit = "원";
    } else if (amount->unit == Unit::kPercent) {
      unit = "%";
    } else {
      unit = CounterAt(end, true);
      if (unit.empty() && IsSpace(CharacterAt(text_, end))) {
        std::size_t after = end;
        (void)NextCharacter(text_, after);
        unit = CounterAt(after, false);
      }
      if (!unit.empty()) end = static_cast<std::size_t>(unit.data() - text_.data()) + unit.size();
    }
    const Result<Decimal> number = amount->InOnes();
    if (unit.empty() || !number) {
      PassDigits();
      Forget();
      return;
    }
    constexpr std::size_t kUsualFigures = 8;
    if (results_.figures.empty()) results_.figures.reserve(kUsualFigures);
    ResultFigure figure;
    Span label = LabelUntil(begin);
    Span context;
    std::size_t level = open_.size();
    if (label.empty() && level > 0) label = open_[--level].heading;
    if (level > 0) context = open_[level - 1].heading;
    figure.label = Words(label);
    figure.context = Words(context);
    figure.number = *number;
    figure.unit = std::string(unit);
    figure.offset = begin;
    figure.length = end - begin;
    results_.figures.push_back(std::move(figure));
    at_ = end;
    label_begin_ = end;
    last_end_ = end;
    last_label_ = label;
  }

  void Forget() { last_end_.reset(); }

  // `10~15회`, `3/4분기`, `△5명`: neither side is a number of its own.
  bool IsSignOrRange(char32_t before, std::size_t begin) const {
    if (before == U'△' || before == U'Δ' || before == U'∆' || before == U'▲' || before == U'▽') {
      return true;
    }
    if ((IsRangeSign(before) || before == U'/') && begin >= 2) {
      const std::size_t width = before < 0x80 ? 1 : 3;
      if (begin > width && text_[begin - width - 1] >= '0' && text_[begin - width - 1] <= '9') {
        return true;
      }
    }
    std::size_t after = begin;
    while (IsAnyDigit(CharacterAt(text_, after)) || CharacterAt(text_, after) == U',') {
      (void)NextCharacter(text_, after);
    }
    const char32_t sign = CharacterAt(text_, after);
    if (!IsRangeSign(sign) && sign != U'/') return false;
    (void)NextCharacter(text_, after);
    return IsAnyDigit(CharacterAt(text_, after));
  }

  // ---- wholes ----

  void FindWholes() {
    std::sort(closed_.begin(), closed_.end(),
              [](const Inside& a, const Inside& b) { return a.whole < b.whole; });
    for (const Inside& inside : closed_) FindWhole(inside);
  }

  static bool SeparatesParts(char32_t c) {
    return c == U',' || c == U'/' || c == U'+' || c == U'，' || c == U'、' || c == U';' ||
           IsMiddleDot(c);
  }

  // Digits in the words of a part are only let pass as ordinals and years: `1차 5회`, `2018년 3건`.
  static bool IsPlainLabel(std::string_view label) {
    for (const std::string_view rate : internal::kRateLabels) {
      if (label == rate) return false;
    }
    for (const std::string_view word : internal::kComparisonWords) {
      if (label.find(word) != std::string_view::npos) return false;
    }
    for (std::size_t i = 0; i < label.size();) {
      if (!IsAnyDigit(NextCharacter(label, i))) continue;
      while (i < label.size() && IsAnyDigit(CharacterAt(label, i))) (void)NextCharacter(label, i);
      bool ordinal = false;
      for (const std::string_view word : internal::kNoCounters) {
        ordinal = ordinal || StartsWith(label.substr(i), word);
      }
      if (!ordinal) return false;
    }
    return true;
  }

  void FindWhole(const Inside& inside) {
    const ResultFigure& whole = results_.figures[inside.whole];
    ResultWhole found;
    found.whole = inside.whole;
    std::size_t figure = inside.whole + 1;
    std::size_t piece = inside.content.begin;
    std::size_t at = piece;
    while (true) {
      const bool last = at >= inside.content.end;
      const char32_t c = last ? U',' : CharacterAt(text_, at);
      const bool in_figure =
          !last && figure < results_.figures.size() && at >= results_.figures[figure].offset;
      if (in_figure) {
        // One figure a piece, and nothing behind it.
        at = results_.figures[figure].offset + results_.figures[figure].length;
        const ResultFigure& part = results_.figures[figure];
        if (!IsPlainLabel(Trim(text_.substr(piece, part.offset - piece)))) return;
        found.parts.push_back(figure++);
        while (at < inside.content.end && IsSpace(CharacterAt(text_, at))) {
          (void)NextCharacter(text_, at);
        }
        if (at >= inside.content.end) break;
        const std::size_t separator = at;
        if (!SeparatesParts(CharacterAt(text_, separator))) return;
        (void)NextCharacter(text_, at);
        piece = at;
        continue;
      }
      if (last) return;  // a piece without a figure
      if (SeparatesParts(c) && !IsMiddleDot(c)) return;
      if (IsOpen(c) || IsClose(c)) return;
      (void)NextCharacter(text_, at);
    }
    if (found.parts.size() < 2) return;
    std::vector<std::size_t> odd;
    for (const std::size_t part : found.parts) {
      const std::string& unit = results_.figures[part].unit;
      if (unit == whole.unit) continue;
      // Two counters that both exist are two things that are counted, however alike they look; a measure is no counter.
      if (IsKnownCounter(unit) || IsMeasure(unit) || !IsKnownCounter(whole.unit) ||
          internal::EditDistance(internal::Characters(unit), internal::Characters(whole.unit)) !=
              1) {
        return;
      }
      odd.push_back(part);
    }
    if (odd.size() > 1) return;
    for (const std::size_t part : found.parts) {
      const Result<Decimal> sum = Add(found.sum, results_.figures[part].number);
      if (!sum) return;
      found.sum = *sum;
    }
    const Result<Decimal> difference = Subtract(whole.number, found.sum);
    if (!difference) return;
    found.difference = *difference;
    if (!odd.empty() && !found.adds_up()) {
      // With the odd one left out they may make the whole: then it is something else that is counted.
      const Result<Decimal> rest = Add(*difference, results_.figures[odd.front()].number);
      if (!rest || rest->is_zero()) return;
    }
    found.misprints = std::move(odd);
    results_.wholes.push_back(std::move(found));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t label_begin_ = 0;
  std::vector<Bracket> open_;
  std::size_t deeper_ = 0;
  std::vector<Inside> closed_;
  std::optional<std::size_t> last_end_;  // end of the last figure, while nothing else was read
  Span last_label_;
  Results results_;
};

// The longest that can stand between the digits of a whole and its bracket: 억, 만, 천, 원, a space, a counter of four
// syllables, and some spare.
constexpr std::size_t kLongestTail = 40;

bool DigitBefore(std::string_view text, std::size_t bracket) {
  while (bracket > 0 && (text[bracket - 1] == ' ' || text[bracket - 1] == '\n')) --bracket;
  const std::size_t from = bracket > kLongestTail ? bracket - kLongestTail : 0;
  for (std::size_t i = bracket; i-- > from;) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    const auto byte = static_cast<unsigned char>(text[i]);
    // Full-width digits, measures and white space other than a space are left to the parser.
    if (byte == 0xEF || byte == 0xE2 || byte == 0xE3 || byte == 0xC2 ||
        (byte < 0x20 && byte != '\n'))
      return true;
    const bool in_counter =
        byte >= 0x80 || byte == ' ' || byte == '\n' || byte == '%' || internal::IsLetter(text[i]);
    if (!in_counter) return false;
  }
  return false;
}

// Whether a bracket stands right behind what may be a number and its counter.
bool MayHoldWholes(std::string_view text) {
  for (const char open : {'(', '[', '{', '\xEF'}) {
    for (std::size_t i = text.find(open); i != std::string_view::npos; i = text.find(open, i + 1)) {
      if (DigitBefore(text, i)) return true;
    }
  }
  return false;
}

// Whether the bracket of a figure at the end of a line begins the next.
bool BeginsWithBracket(std::string_view text, std::size_t line) {
  while (line < text.size()) {
    const char32_t c = NextCharacter(text, line);
    if (!IsSpace(c)) return IsOpen(c);
  }
  return false;
}

Error NotUtf8(std::size_t bad) {
  ErrorDetail detail;
  detail.rule = "results.utf8";
  const std::string offset = std::to_string(bad);
  detail.message = {"추진실적이 UTF-8이 아닙니다: " + offset + "번째 바이트.",
                    "The track record is not UTF-8 at byte " + offset + "."};
  return Error(Code::kInvalidUtf8, std::move(detail));
}

// Figures of a text whose Hangul was made whole, in the text as printed.
Results PutBack(Results results, const internal::Composed& composed) {
  if (!composed.differs()) return results;
  for (ResultFigure& figure : results.figures) {
    const std::size_t end = composed.PrintedAt(figure.offset + figure.length);
    figure.offset = composed.PrintedAt(figure.offset);
    figure.length = end - figure.offset;
  }
  return results;
}

void Append(Results piece, std::size_t offset, Results& all) {
  if (offset == 0 && all.figures.empty()) {
    all = std::move(piece);
    return;
  }
  const std::size_t before = all.figures.size();
  for (ResultFigure& figure : piece.figures) {
    figure.offset += offset;
    all.figures.push_back(std::move(figure));
  }
  for (ResultWhole& whole : piece.wholes) {
    whole.whole += before;
    for (std::size_t& part : whole.parts) part += before;
    for (std::size_t& part : whole.misprints) part += before;
    all.wholes.push_back(std::move(whole));
  }
}

}  // namespace

Result<Results> internal::ParseWholes(std::string_view printed) {
  const Composed composed(printed);
  const std::string_view text = composed.text();
  Results all;
  // Most texts hold none.
  if (!MayHoldWholes(text)) return all;
  if (const std::optional<std::size_t> bad = FindInvalidUtf8(printed)) return NotUtf8(*bad);
  const auto piece = [&](std::size_t begin, std::size_t end) {
    const std::string_view line = text.substr(begin, end - begin);
    if (MayHoldWholes(line)) Append(ResultParser(line).Run(), begin, all);
  };
  // No whole reaches over the end of a line, unless its bracket begins the next.
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    if (BeginsWithBracket(text, end)) continue;
    piece(begin, end);
    begin = end + 1;
  }
  piece(begin, text.size());
  return PutBack(std::move(all), composed);
}

Result<Results> ParseResults(std::string_view text) {
  if (const std::optional<std::size_t> bad = FindInvalidUtf8(text)) return NotUtf8(*bad);
  const internal::Composed composed(text);
  return PutBack(ResultParser(composed.text()).Run(), composed);
}

}  // namespace yesan
