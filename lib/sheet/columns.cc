// What a row of headings means.
#include <algorithm>
#include <string>
#include <utility>

#include "lib/base/byte_set.h"
#include "lib/base/chars.h"
#include "lib/base/fold.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/outline.h"
#include "lib/sheet/synonyms.h"
#include "yesan/base/text.h"
#include "yesan/money/unit.h"

namespace yesan::internal {
namespace {

struct Word {
  std::int32_t meaning = 0;  // a ColumnRole or a ColumnWord; 0 when unknown
  std::int32_t year = 0;
  char letter = 0;   // the A of `2020예산액 (A)`
  char minuend = 0;  // the B of `증감 (B-A)`
  char subtrahend = 0;
  Unit unit = Unit::kNone;
  bool only_year = false;
  bool against_original = false;  // `증감(당초대비)`
};

// The name without its bracketed remarks; what they say goes into `word`.
std::string WithoutRemarks(std::string_view text, Word& word) {
  static constexpr ByteSet kBrackets("([\xEF");
  std::string name;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bracket = kBrackets.FindIn(text, i);
    name.append(text, i, bracket - i);
    i = bracket;
    if (i == text.size()) break;
    const bool wide = text.substr(i, 3) == "（";
    if (text[i] == '\xEF' && !wide) {
      name.push_back(text[i++]);
      continue;
    }
    const std::string_view close = wide ? "）" : (text[i] == '(' ? ")" : "]");
    const std::size_t begin = i + (wide ? 3 : 1);
    const std::size_t end = text.find(close, begin);
    if (end == std::string_view::npos) {
      name.push_back(text[i++]);
      continue;
    }
    const std::string_view inside = Trim(text.substr(begin, end - begin));
    std::string letters;
    for (const char c : inside) {
      if (c != ' ') letters.push_back(c);
    }
    if (letters.size() == 1 && IsUpperLetter(letters[0])) {
      word.letter = letters[0];
    } else if (letters.size() == 3 && IsUpperLetter(letters[0]) && letters[1] == '-' &&
               IsUpperLetter(letters[2])) {
      word.minuend = letters[0];
      word.subtrahend = letters[2];
    } else {
      // `금액(원)`, `예산액(단위: 원)`.
      std::string_view named = inside;
      constexpr std::string_view kUnit = "단위";
      if (StartsWith(named, kUnit)) {
        named.remove_prefix(kUnit.size());
        named = named.substr(std::min(named.find_first_not_of(" :"), named.size()));
      }
      const Unit unit = FindUnit(named);
      if (unit != Unit::kNone) word.unit = unit;
    }
    i = end + close.size();
  }
  return name;
}

std::int32_t Look(std::string_view name) noexcept {
  return FindColumn(FoldedName(name).view()).value_or(0);
}

// A heading that is a formula of the letters of other columns: `B-A`, `(C-B)/B`, `(B-A)*100/A`.
bool IsFormula(std::string_view text, Word& word) {
  bool letter = false, quotient = false;
  std::string squeezed;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = NextCharacter(text, i);
    if (c == U' ') continue;
    if (c >= U'A' && c <= U'F') {
      letter = true;
    } else if (c == U'/' || c == U'÷') {
      quotient = true;
    } else if (!(IsDigit(c) || c == U'(' || c == U')' || c == U'-' || c == U'*' || c == U'x' ||
                 c == U'X' || c == U'×' || c == U'%' || c == U'=' || c == U'[' || c == U']')) {
      return false;
    }
    squeezed.append(text.substr(at, i - at));
  }
  if (!letter) return false;
  for (std::size_t i = 0; i + 2 < squeezed.size(); ++i) {
    if (IsUpperLetter(squeezed[i]) && squeezed[i + 1] == '-' && IsUpperLetter(squeezed[i + 2])) {
      word.minuend = squeezed[i];
      word.subtrahend = squeezed[i + 2];
      word.meaning = static_cast<std::int32_t>(quotient ? ColumnRole::kRate : ColumnRole::kChange);
      return true;
    }
  }
  return false;
}

// A name and all that is left of it when words at its one end or the other are dropped, folded once.
class NameParts {
 public:
  explicit NameParts(std::string_view name) noexcept {
    std::size_t begin = 0;
    for (std::size_t space = name.find(' '); space != std::string_view::npos;
         space = name.find(' ', begin)) {
      size_ += FoldInto(name.substr(begin, space - begin), bytes_ + size_);
      breaks_[count_++] = {space, size_};
      begin = space + 1;
    }
    size_ += FoldInto(name.substr(begin), bytes_ + size_);
    name_ = name;
  }
  [[nodiscard]] std::int32_t Whole() const noexcept { return Look(0, size_); }
  // Two rows of headings make one: the lower says more.
  [[nodiscard]] std::int32_t Lower() const noexcept {
    for (std::size_t i = 0; i < count_; ++i) {
      if (Trim(name_.substr(breaks_[i].space)).size() <= 3) continue;
      if (const std::int32_t meaning = Look(breaks_[i].folded, size_)) return meaning;
    }
    return 0;
  }
  [[nodiscard]] std::int32_t Upper() const noexcept {
    for (std::size_t i = count_; i-- > 0;) {
      if (Trim(name_.substr(0, breaks_[i].space)).size() <= 3) continue;
      if (const std::int32_t meaning = Look(0, breaks_[i].folded)) return meaning;
    }
    return 0;
  }

 private:
  [[nodiscard]] std::int32_t Look(std::size_t begin, std::size_t end) const noexcept {
    return FindColumn({bytes_ + begin, end - begin}).value_or(0);
  }
  struct Break {
    std::size_t space,
        folded;  // where the space is, and how much of the folded name stands before it
  };
  std::string_view name_;
  char bytes_[kNameBytesMax];
  std::size_t size_ = 0;
  Break breaks_[kNameBytesMax];
  std::size_t count_ = 0;
};

// `9999예산액`, `2204년도 예산`: the name behind a number that stands for a year and is none.
std::string_view WithoutOddYear(std::string_view text) {
  std::string_view rest = Trim(text);
  std::size_t digits = 0;
  while (digits < rest.size() && IsDigit(rest[digits])) ++digits;
  if (digits == 0 || digits > 4) return text;
  rest.remove_prefix(digits);
  bool is_year = digits == 4;
  for (const std::string_view word : {std::string_view("회계연도"), std::string_view("년도"),
                                      std::string_view("연도"), std::string_view("년")}) {
    const std::size_t length = LengthOfWord(rest, word);
    rest.remove_prefix(length);
    is_year = is_year || length != 0;
    if (length != 0) break;
  }
  rest = Trim(rest);
  return !is_year || rest.empty() ? text : rest;
}

bool Is(const Word& word, ColumnWord meaning) {
  return word.meaning == static_cast<std::int32_t>(meaning);
}
bool Is(const Word& word, ColumnRole meaning) {
  return word.meaning == static_cast<std::int32_t>(meaning);
}

Word WordOf(std::string_view printed) {
  Word word;
  if (printed.empty() || printed.size() > kNameBytesMax) return word;
  std::string narrow, unremarked;
  std::string_view text = printed;
  if (HasWideForms(printed)) text = narrow = Narrow(printed);
  if (IsFormula(text, word)) return word;
  std::string_view bare = text;
  static constexpr ByteSet kBrackets("([\xEF");
  if (kBrackets.IsIn(text)) bare = unremarked = WithoutRemarks(text, word);
  if (text.find("대비") != std::string_view::npos) {
    const std::string folded = FoldName(text);
    word.against_original = folded.find("당초대비") != std::string::npos ||
                            folded.find("본예산대비") != std::string::npos;
  }
  word.year = YearIn(bare.empty() ? text : bare);
  std::string_view name = bare;
  if (word.year != 0) {
    const HeadingParts parts = PartsOfHeading(bare);
    if (parts.year != 0) name = parts.core;
  } else {
    name = WithoutOddYear(bare);
  }
  name = Trim(name);
  const NameParts parts(name);
  word.meaning = parts.Whole();
  if (word.meaning == 0 && name != text) word.meaning = Look(text);
  if (word.meaning == 0) word.meaning = parts.Lower();
  if (word.meaning == 0) word.meaning = parts.Upper();
  // `증감 (%)`, and `금액 | %` under 증감: a change in percent is its rate.
  if (word.unit == Unit::kPercent || text.back() == '%') {
    if (Is(word, ColumnRole::kChange) || name == "%") {
      word.meaning = static_cast<std::int32_t>(ColumnRole::kRate);
    } else if (Is(word, ColumnRole::kDisbursed)) {
      word.meaning = static_cast<std::int32_t>(ColumnRole::kExecutionRate);
    }
  }
  if (word.meaning == 0 && word.year != 0) {
    const FoldedName whole(bare);
    const std::string_view folded = whole.view();
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    const std::string_view rest = folded.substr(digits);
    word.only_year =
        (digits == 4 || (digits == 2 && folded.size() < bare.size())) &&
        bare.find('~') == std::string::npos &&
        (rest.empty() || rest == "년" || rest == "년도" || rest == "회계연도" || rest == "연도");
  }
  return word;
}

bool IsBudget(const Word& word) {
  return Is(word, ColumnWord::kBudget) || Is(word, ColumnWord::kOriginalBudget) ||
         Is(word, ColumnWord::kFinalBudget) || Is(word, ColumnWord::kPriorYear) ||
         Is(word, ColumnWord::kThisYear) || word.only_year;
}

bool Has(const std::vector<Word>& words, ColumnRole role) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return Is(word, role); });
}

// Which budget column is last year's and which this year's: the letters of the difference say so, else the years, else the
// words.
void ResolveComparison(std::vector<Word>& words) {
  char prior_letter = 0, current_letter = 0;
  for (const Word& word : words) {
    if (word.minuend != 0 && (Is(word, ColumnRole::kChange) || current_letter == 0)) {
      current_letter = word.minuend;
      prior_letter = word.subtrahend;
    }
  }
  // `기정예산액(A) | 추경예산액(B) | 증감(B-A)`: what a prior amount is taken from is no supplement.
  const char stated = current_letter;
  if (current_letter == 0) {
    prior_letter = 'A';
    current_letter = 'B';
  }
  std::int32_t prior = -1, current = -1;
  const auto count = static_cast<std::int32_t>(words.size());
  const auto at = [&](std::int32_t i) -> Word& { return words[static_cast<std::size_t>(i)]; };
  for (std::int32_t i = 0; i < count; ++i) {
    const bool minuend =
        Is(at(i), ColumnRole::kSupplementary) && stated != 0 && at(i).letter == stated;
    if (!IsBudget(at(i)) && !Is(at(i), ColumnRole::kPrior) && !Is(at(i), ColumnRole::kCurrent) &&
        !minuend)
      continue;
    if (at(i).letter == prior_letter) prior = i;
    if (at(i).letter == current_letter) current = i;
  }
  // A difference that is misprinted (`증감(A-B)` under 2020 (A) and 2021 (B)) gives way to what the columns are called.
  if (prior >= 0 && current >= 0) {
    const auto is_before = [&](std::int32_t i) {
      return Is(at(i), ColumnRole::kPrior) || Is(at(i), ColumnWord::kPriorYear);
    };
    const auto is_now = [&](std::int32_t i) {
      return Is(at(i), ColumnRole::kCurrent) || Is(at(i), ColumnWord::kThisYear);
    };
    const std::int32_t before = at(prior).year, now = at(current).year;
    const bool years = before != 0 && now != 0 && before != now;
    if (years ? now < before
              : (is_before(current) && !is_before(prior)) || (is_now(prior) && !is_now(current)))
      std::swap(prior, current);
  }
  if (prior < 0 || current < 0) {
    for (std::int32_t i = 0; i < count; ++i) {
      if (prior < 0 && (Is(at(i), ColumnRole::kPrior) || Is(at(i), ColumnWord::kPriorYear)))
        prior = i;
      if (current < 0 && (Is(at(i), ColumnRole::kCurrent) || Is(at(i), ColumnWord::kThisYear)))
        current = i;
    }
  }
  if (prior < 0 || current < 0) {
    std::int32_t latest = 0, before = 0;
    for (const Word& word : words) {
      if (IsBudget(word)) latest = std::max(latest, word.year);
    }
    for (const Word& word : words) {
      if (IsBudget(word) && word.year < latest) before = std::max(before, word.year);
    }
    // Of several columns of one year the final one counts, unless the change says that it is against the original.
    const bool against_original = std::any_of(
        words.begin(), words.end(), [](const Word& word) { return word.against_original; });
    const auto pick = [&](std::int32_t year) {
      std::int32_t picked = -1;
      for (std::int32_t i = 0; i < count; ++i) {
        if (!IsBudget(at(i)) || at(i).year != year || year == 0) continue;
        const ColumnWord counts = against_original && year != latest ? ColumnWord::kOriginalBudget
                                                                     : ColumnWord::kFinalBudget;
        if (picked < 0 || Is(at(i), counts)) picked = i;
      }
      return picked;
    };
    if (current < 0) current = pick(latest);
    if (prior < 0) prior = pick(before);
  }
  if (prior < 0 && current < 0) {
    // Two budget columns that say nothing of themselves: original and final of one year are not last year and this.
    std::int32_t original = -1, final_amount = -1;
    for (std::int32_t i = 0; i < count; ++i) {
      if (Is(at(i), ColumnWord::kOriginalBudget)) original = i;
      if (Is(at(i), ColumnWord::kFinalBudget)) final_amount = i;
    }
    if (original >= 0 && final_amount >= 0) {
      prior = original;
      current = final_amount;
    }
  }
  for (std::int32_t i = 0; i < count; ++i) {
    Word& word = at(i);
    if (i == prior) {
      word.meaning = static_cast<std::int32_t>(ColumnRole::kPrior);
    } else if (i == current) {
      word.meaning = static_cast<std::int32_t>(ColumnRole::kCurrent);
    } else if (Is(word, ColumnWord::kOriginalBudget)) {
      word.meaning = static_cast<std::int32_t>(ColumnRole::kOriginal);
    } else if (Is(word, ColumnRole::kPrior) || Is(word, ColumnRole::kCurrent)) {
      word.meaning = 0;
    }
  }
}

}  // namespace

std::int32_t MeaningOf(std::string_view text) {
  if (text.empty() || text.size() > kNameBytesMax) return 0;
  const Word word = WordOf(text);
  return word.only_year ? -word.year : word.meaning;
}

ColumnLetters LettersOf(std::string_view heading) {
  const Word word = WordOf(heading);
  return {word.letter, word.minuend, word.subtrahend};
}

std::vector<Column> ColumnsOf(const std::vector<Text>& headings, SectionKind kind) {
  std::vector<Word> words;
  words.reserve(headings.size());
  for (const Text& heading : headings) words.push_back(WordOf(heading.text));
  const bool settles = Has(words, ColumnRole::kCurrentBudget) ||
                       (kind == SectionKind::kSettlement && Has(words, ColumnRole::kDisbursed));
  const bool steps =
      kind == SectionKind::kSchedule || (Has(words, ColumnRole::kPeriod) && !settles);
  const bool based = kind == SectionKind::kCostBasis || Has(words, ColumnRole::kFormula);
  bool compares = kind == SectionKind::kOverview;
  const auto years =
      std::count_if(words.begin(), words.end(), [](const Word& w) { return w.only_year; });
  // Years that a total stands beside are added up, not compared.
  if (kind == SectionKind::kFunding && years >= 2 && !Has(words, ColumnRole::kTotal))
    compares = true;
  if (!settles && !steps && !based && !compares) {
    compares = Has(words, ColumnRole::kChange) ||
               (Has(words, ColumnRole::kPrior) && Has(words, ColumnRole::kCurrent));
  }
  if (compares && !settles) ResolveComparison(words);
  std::size_t carryovers = 0, districts = 0;
  for (const Word& word : words) {
    carryovers += Is(word, ColumnWord::kCarryover) ? 1U : 0U;
    districts += Is(word, ColumnRole::kDistrict) ? 1U : 0U;
  }
  std::vector<Column> columns(headings.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Word& word = words[i];
    Column& column = columns[i];
    column.heading = headings[i];
    column.year = word.year;
    column.unit = word.unit;
    if (word.meaning > 0 && word.meaning < 1000)
      column.role = static_cast<ColumnRole>(word.meaning);
    if (IsBudget(word) && column.role == ColumnRole::kUnknown && !word.only_year) {
      if (settles) {
        // Beside a final budget every other is an earlier one.
        const bool final_beside = std::any_of(words.begin(), words.end(), [](const Word& w) {
          return Is(w, ColumnWord::kFinalBudget);
        });
        column.role = final_beside && !Is(word, ColumnWord::kFinalBudget) ? ColumnRole::kOriginal
                                                                          : ColumnRole::kAdopted;
      } else if (steps || based) {
        column.role = ColumnRole::kAmount;
      } else if (!compares) {
        column.role =
            Is(word, ColumnWord::kOriginalBudget) ? ColumnRole::kOriginal : ColumnRole::kAmount;
      }
    }
    if (Is(word, ColumnWord::kCarryover)) {
      // `이월액` before 예산현액 came in, behind it goes out.
      bool current_budget_before = false;
      for (std::size_t k = 0; k < i; ++k)
        current_budget_before |= Is(words[k], ColumnRole::kCurrentBudget);
      column.role = Has(words, ColumnRole::kCarryoverIn) || current_budget_before || carryovers == 1
                        ? ColumnRole::kCarryoverOut
                        : ColumnRole::kCarryoverIn;
    }
    // Where a district stands beside it, 시비 is the metropolis's money.
    if (Is(word, ColumnRole::kDistrict) && districts > 1 && FoldName(headings[i].text) == "시비")
      column.role = ColumnRole::kProvince;
    if (steps && column.role == ColumnRole::kLabel) column.role = ColumnRole::kStep;
    if (steps && column.role == ColumnRole::kDisbursed) column.role = ColumnRole::kAmount;
    if (word.only_year && kind == SectionKind::kFunding && !compares && years < 2)
      column.role = ColumnRole::kAmount;
    // The name of the row stands before its sources.
    const bool sources = Has(words, ColumnRole::kNational) || Has(words, ColumnRole::kProvince) ||
                         Has(words, ColumnRole::kDistrict);
    if (i == 0 && column.role == ColumnRole::kAmount && sources) column.role = ColumnRole::kLabel;
    if (steps && Is(word, ColumnRole::kDetail) && i == 0) column.role = ColumnRole::kStep;
    if (steps && column.role == ColumnRole::kStep && i > 0 &&
        std::any_of(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i),
                    [](const Column& c) { return c.role == ColumnRole::kStep; })) {
      column.role = ColumnRole::kDetail;
    }
    if (settles && column.role == ColumnRole::kLabel && !Has(words, ColumnRole::kYear))
      column.role = ColumnRole::kYear;
    if (kind == SectionKind::kResults && column.role == ColumnRole::kStep)
      column.role = ColumnRole::kDetail;
  }
  return columns;
}

}  // namespace yesan::internal
