#include "lib/budget/formula_tokens.h"

#include <algorithm>
#include <string>

#include "lib/base/chars.h"
#include "lib/budget/formula_characters.h"
#include "yesan/money/amount.h"

namespace yesan::internal {
namespace {

constexpr std::uint32_t Key(const char* p) noexcept {
  return (static_cast<std::uint32_t>(static_cast<unsigned char>(p[0])) << 16) |
         (static_cast<std::uint32_t>(static_cast<unsigned char>(p[1])) << 8) |
         static_cast<unsigned char>(p[2]);
}
constexpr std::uint32_t kWonKey = Key("원");
constexpr std::uint32_t kTen = Key("십");
constexpr std::uint32_t kHundred = Key("백");
constexpr std::uint32_t kThousand = Key("천");
constexpr std::uint32_t kMyriad = Key("만");
constexpr std::uint32_t kEok = Key("억");
constexpr std::uint32_t kJo = Key("조");

constexpr bool IsMultiplier(std::uint32_t key) noexcept {
  return key == kTen || key == kHundred || key == kThousand || key == kMyriad || key == kEok ||
         key == kJo;
}

bool IsRoleWord(std::string_view word) noexcept { return word == "경정" || word == "기정"; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::size_t begin, TokenList& list) noexcept
      : text_(text), at_(begin), list_(list) {}

  TokenFault Run() {
    bool space = false;
    bool gap = false;
    std::uint32_t blanks = 0;
    while (at_ < text_.size()) {
      const Character c = At(at_);
      if (c.kind == Class::kSpace || c.kind == Class::kTab) {
        space = true;
        gap = gap || c.kind == Class::kTab || ++blanks >= 2;
        at_ += c.length;
        continue;
      }
      if (c.kind == Class::kInvalid) return {Code::kInvalidUtf8, static_cast<std::uint32_t>(at_)};
      Token& token = list_.tokens.emplace_back();
      token.space = space;
      token.gap = gap;
      token.offset = static_cast<std::uint32_t>(at_);
      space = gap = false;
      blanks = 0;
      switch (c.kind) {
        case Class::kDigit:
          ScanNumber(token);
          break;
        case Class::kOpen:
          if (depth_ == kFormulaDepthMax) return {Code::kTooDeep, token.offset};
          Single(token, TokenKind::kOpen, c);
          token.bracket = c.ascii;
          break;
        case Class::kClose:
          Single(token, TokenKind::kClose, c);
          break;
        case Class::kTimes:
          Single(token, TokenKind::kTimes, c);
          break;
        case Class::kDivide:
          Single(token, TokenKind::kDivide, c);
          break;
        case Class::kPlus:
          Single(token, TokenKind::kPlus, c);
          break;
        case Class::kMinus:
          Single(token, TokenKind::kMinus, c);
          break;
        case Class::kSign:
          Single(token, TokenKind::kSign, c);
          break;
        case Class::kEquals:
          Single(token, TokenKind::kEquals, c);
          break;
        case Class::kX:
          if (IsTimes(at_, c.length)) {
            Single(token, TokenKind::kTimes, c);
            break;
          }
          [[fallthrough]];
        default:
          ScanWord(token);
      }
      if (fault_.code != Code::kOk) return fault_;
      Note(token);
      last_kind_ = token.kind;
    }
    while (depth_ > 0) {
      Token& open = list_.tokens[levels_[--depth_].open];
      NoteUnbalanced(open.offset);
      open.kind = TokenKind::kWord;
    }
    return fault_;
  }

 private:
  struct Level {
    std::uint32_t open;
    bool seen;           // a number so far
    bool pending;        // an operator behind it
    bool pending_times;  // … a times sign or a division
  };

  [[nodiscard]] Character At(std::size_t i) const noexcept { return CharacterAt(text_, i); }
  [[nodiscard]] Class ClassAt(std::size_t i) const noexcept {
    return i < text_.size() ? At(i).kind : Class::kTab;
  }
  [[nodiscard]] bool IsHangulAt(std::size_t i) const noexcept {
    if (text_.size() - i < 3 || i > text_.size()) return false;
    const std::uint32_t key = Key(text_.data() + i);
    return key >= 0xEAB080 && key <= 0xED9EA3 && At(i).kind == Class::kPlain;
  }
  [[nodiscard]] std::uint32_t KeyAt(std::size_t i) const noexcept {
    return i <= text_.size() && text_.size() - i >= 3 ? Key(text_.data() + i) : 0;
  }

  // Whether the x at `i` is a times sign. In a word it is a letter, behind an opening bracket a payer's mark.
  [[nodiscard]] bool IsTimes(std::size_t i, std::size_t length) const noexcept {
    const bool first = i == 0;
    if (!first && IsLetter(text_[i - 1])) return false;
    std::size_t next = i + length;
    if (next < text_.size() && IsLetter(text_[next])) return false;
    if (at_ == i && last_kind_ == TokenKind::kOpen) return false;
    const std::size_t after = next;
    Character c{Class::kTab, 0, 0};
    while (next < text_.size()) {
      c = At(next);
      if (c.kind != Class::kSpace && c.kind != Class::kTab) break;
      next += c.length;
    }
    if (next == text_.size()) return false;
    switch (c.kind) {
      case Class::kDigit:
      case Class::kOpen:
      case Class::kSign:
      case Class::kMinus:
        return true;
      default:
        break;
    }
    // Between two spaces, in front of words: `100,000원 x 보조율 50%`.
    return next > after && !first && (text_[i - 1] == ' ' || text_[i - 1] == '\t');
  }

  void Single(Token& token, TokenKind kind, const Character& c) noexcept {
    token.kind = kind;
    token.length = c.length;
    if (kind == TokenKind::kClose) {
      token.bracket = c.ascii == ')' ? '(' : c.ascii == ']' ? '[' : '{';
    }
    at_ += c.length;
  }

  // The end of the run of plain characters from `i`.
  [[nodiscard]] std::size_t WordEnd(std::size_t i) noexcept {
    while (i < text_.size()) {
      const Character c = At(i);
      if (c.kind == Class::kInvalid) {
        fault_ = {Code::kInvalidUtf8, static_cast<std::uint32_t>(i)};
        return i;
      }
      const bool plain = c.kind == Class::kPlain || c.kind == Class::kComma ||
                         c.kind == Class::kPoint || c.kind == Class::kPercent ||
                         (c.kind == Class::kX && !IsTimes(i, c.length));
      if (!plain) break;
      i += c.length;
    }
    return i;
  }

  void ScanWord(Token& token) noexcept {
    token.kind = TokenKind::kWord;
    const std::size_t first = At(at_).length;
    const std::size_t end = WordEnd(at_ + first);
    token.length = static_cast<std::uint32_t>(end - at_);
    if (depth_ == 0 && list_.role_count < 3 && token.length >= 6 && token.length <= 9) {
      std::string_view word = text_.substr(at_, token.length);
      while (!word.empty() && (word.back() == ':' || word.back() == ',')) word.remove_suffix(1);
      if (IsRoleWord(word)) {
        list_.roles[list_.role_count++] = {
            static_cast<std::uint32_t>(list_.tokens.size() - 1),
            word == "경정" ? FormulaRole::kRevised : FormulaRole::kPrior};
      }
    }
    at_ = end;
  }

  // A digit at `i`, 0 … 9, and its length in bytes; -1 for another character.
  [[nodiscard]] int DigitAt(std::size_t i, std::size_t& length) const noexcept {
    if (i >= text_.size()) return -1;
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (byte >= '0' && byte <= '9') {
      length = 1;
      return byte - '0';
    }
    if (byte != 0xEF || text_.size() - i < 3) return -1;
    const std::uint32_t key = Key(text_.data() + i);
    if (key < 0xEFBC90 || key > 0xEFBC99) return -1;
    length = 3;
    return static_cast<int>(key - 0xEFBC90);
  }

  void ScanNumber(Token& token) {
    token.kind = TokenKind::kNumber;
    if (!ScanPlainFigure(token)) ScanFigure(token);
    if (at_ != text_.size()) ScanUnit(token, token.offset);
  }

  // Nearly every figure: ASCII digits, at most 18, with commas in threes. False for any other.
  bool ScanPlainFigure(Token& token) noexcept {
    const char* p = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    std::uint64_t mantissa = 0;
    std::uint32_t digits = 0;
    std::uint32_t run = 0;
    bool grouped = false;
    for (; p != end; ++p) {
      const unsigned digit = static_cast<unsigned>(static_cast<unsigned char>(*p)) - '0';
      if (digit < 10) {
        mantissa = mantissa * 10 + digit;
        ++digits;
        ++run;
      } else if (*p == ',' && (grouped ? run == 3 : run <= 3) && end - p > 3) {
        grouped = true;
        run = 0;
      } else {
        break;
      }
    }
    if (digits == 0 || digits > 18 || (grouped && run != 3)) return false;
    if (p != end && (*p == '.' || *p == ',' || static_cast<unsigned char>(*p) == 0xEF))
      return false;
    token.mantissa = mantissa;
    token.digits = static_cast<std::uint8_t>(digits);
    token.grouped = grouped;
    at_ = static_cast<std::size_t>(p - text_.data());
    token.length = static_cast<std::uint32_t>(at_) - token.offset;
    return true;
  }

  void ScanFigure(Token& token) {
    const std::size_t start = at_;
    std::uint64_t mantissa = 0;
    std::size_t significant = 0;
    std::size_t digits = 0;
    std::size_t run = 0;
    std::size_t scale = 0;
    bool grouped = false;
    bool point = false;
    bool misplaced = false;
    std::size_t length = 1;
    while (at_ < text_.size()) {
      const int digit = DigitAt(at_, length);
      if (digit >= 0) {
        ++run;
        ++digits;
        if (significant != 0 || digit != 0) ++significant;
        if (significant <= 18) mantissa = mantissa * 10 + static_cast<std::uint64_t>(digit);
        if (point) ++scale;
        at_ += length;
        continue;
      }
      const Character c = At(at_);
      if (c.kind != Class::kComma && c.kind != Class::kPoint) break;
      if (DigitAt(at_ + c.length, length) < 0) break;
      if (c.kind == Class::kComma) {
        misplaced = misplaced || point || (grouped ? run != 3 : run > 3);
        grouped = true;
      } else {
        misplaced = misplaced || point || (grouped && run != 3);
        point = true;
      }
      run = 0;
      at_ += c.length;
    }
    misplaced = misplaced || (grouped && !point && run != 3);
    token.length = static_cast<std::uint32_t>(at_ - start);
    token.grouped = grouped;
    token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255));
    if (misplaced) {
      token.fault = Code::kWrongGrouping;
    } else if (significant > 38 || scale > 38) {
      token.fault = Code::kOverflow;
    } else {
      token.scale = static_cast<std::uint8_t>(scale);
      token.mantissa = mantissa;
      if (significant > 18) KeepWideFigure(token, start);
    }
  }

  void KeepWideFigure(Token& token, std::size_t start) {
    std::string plain;
    std::size_t length = 1;
    for (std::size_t i = start; i < at_;) {
      const int digit = DigitAt(i, length);
      if (digit >= 0) {
        plain += static_cast<char>('0' + digit);
        i += length;
        continue;
      }
      const Character c = At(i);
      if (c.kind == Class::kPoint) plain += '.';
      i += c.length;
    }
    auto figure = Decimal::Parse(plain);
    if (!figure) {
      token.fault = Code::kOverflow;
      return;
    }
    token.big = true;
    token.figure = static_cast<std::uint32_t>(list_.figures.size());
    list_.figures.push_back(*figure);
  }

  void SetUnit(Token& token, std::size_t begin, std::size_t end) noexcept {
    token.unit_offset = static_cast<std::uint32_t>(begin);
    token.unit_length = static_cast<std::uint32_t>(end - begin);
    token.length = static_cast<std::uint32_t>(end) - token.offset;
    at_ = end;
  }

  // The unit of the number that ends at at_.
  void ScanUnit(Token& token, std::size_t start) {
    const Character c = At(at_);
    if (c.kind == Class::kPercent) return SetShare(token, at_, at_ + c.length, -2);
    if (c.kind == Class::kOpen) return ScanBracketUnit(token, at_, false);
    if (c.kind == Class::kSpace) return ScanSpacedUnit(token, start);
    if (c.kind == Class::kX) {
      if (IsTimes(at_, c.length)) return;
    } else if (c.kind != Class::kPlain) {
      return;
    }
    if (ScanWon(token, at_) || ScanShare(token, at_)) return;
    if (IsMultiplier(KeyAt(at_)) && ScanMixed(token, start, false)) return;
    SetCount(token, at_);
  }

  // 원, 천원, 만원, 백만원, 억원 or 조원 at `i`.
  bool ScanWon(Token& token, std::size_t i) noexcept {
    const std::uint32_t key = KeyAt(i);
    if (key == kWonKey) return SetMoney(token, i, i + 3, Unit::kWon), true;
    if (!IsMultiplier(key)) return false;
    const std::uint32_t second = KeyAt(i + 3);
    if (second == kWonKey) {
      if (key == kThousand) return SetMoney(token, i, i + 6, Unit::kThousandWon), true;
      if (key == kMyriad) return SetMoney(token, i, i + 6, Unit::kTenThousandWon), true;
      if (key == kEok) return SetMoney(token, i, i + 6, Unit::kHundredMillionWon), true;
      if (key == kJo) return SetMoney(token, i, i + 6, Unit::kTrillionWon), true;
    } else if (key == kHundred && second == kMyriad && KeyAt(i + 6) == kWonKey) {
      return SetMoney(token, i, i + 9, Unit::kMillionWon), true;
    }
    return false;
  }

  void SetShare(Token& token, std::size_t begin, std::size_t end, std::int8_t exponent) noexcept {
    token.quantity = FormulaQuantity::kPercent;
    token.exponent = exponent;
    SetUnit(token, begin, end);
  }

  void SetWrongUnit(Token& token, std::size_t begin) noexcept {
    token.fault = token.fault == Code::kOk ? Code::kWrongUnit : token.fault;
    SetCount(token, begin);
  }

  [[nodiscard]] bool HasWordAt(std::size_t i, std::string_view word) const noexcept {
    return text_.substr(std::min(i, text_.size()), word.size()) == word;
  }

  // Whether at `i` a word ends, but for a particle: `5할을`, `50프로씩`.
  [[nodiscard]] bool EndsWordAt(std::size_t i) const noexcept {
    if (!IsHangulAt(i)) return true;
    constexpr std::string_view kParticles[] = {"씩", "을", "를", "의", "로", "만", "까지"};
    return std::any_of(std::begin(kParticles), std::end(kParticles), [&](std::string_view word) {
      return HasWordAt(i, word) && !IsHangulAt(i + word.size());
    });
  }

  // 프로, 퍼센트, 할, 푼 or 리 at `i`. False for another word: `3프로그램`.
  bool ScanShare(Token& token, std::size_t i) noexcept {
    const std::uint32_t key = KeyAt(i);
    if (key == Key("할")) return ScanTenths(token, i), true;
    if (key == Key("푼")) return EndsWordAt(i + 3) && (SetShare(token, i, i + 3, -2), true);
    // A thousandth, or a village.
    if (key == Key("리")) return EndsWordAt(i + 3) && (SetWrongUnit(token, i), true);
    if (key != Key("퍼") && key != Key("프")) return false;
    constexpr std::string_view kPercent = "퍼센트";
    constexpr std::string_view kPro = "프로";
    if (HasWordAt(i, kPercent)) {
      if (HasWordAt(i + kPercent.size(), "포인트")) return SetWrongUnit(token, i), true;
      return SetShare(token, i, i + kPercent.size(), -2), true;
    }
    if (HasWordAt(i, kPro)) {
      const std::size_t end = i + kPro.size();
      if (EndsWordAt(end)) return SetShare(token, i, end, -2), true;
      constexpr std::string_view kOthers[] = {"그램", "그래", "젝트", "필", "모션", "세스", "듀서"};
      for (const std::string_view other : kOthers) {
        if (HasWordAt(end, other)) return false;
      }
      return SetWrongUnit(token, i), true;  // `50프로지원`: of a word that is not known
    }
    return false;
  }

  // `5할`, `3할5푼`, `3할 5푼 2리`: one number, in its smallest unit.
  void ScanTenths(Token& token, std::size_t begin) noexcept {
    std::size_t end = begin + 3;
    std::int8_t exponent = -1;
    bool understood = EndsWordAt(end);
    while (understood && exponent > -3) {
      std::size_t i = end;
      while (ClassAt(i) == Class::kSpace) i += At(i).length;
      std::size_t length = 0;
      const int digit = DigitAt(i, length);
      const std::uint32_t key = digit < 0 ? 0 : KeyAt(i + length);
      const int steps = key == Key("리") ? -3 - exponent : key == Key("푼") ? -2 - exponent : 0;
      if (steps == 0) {
        understood = digit < 0 || i != end;
        break;
      }
      if (steps > 0 || token.big || token.scale != 0 || token.digits > 15 ||
          !EndsWordAt(i + length + 3)) {
        understood = false;
        break;
      }
      for (int step = steps; step < 0; ++step) token.mantissa *= 10;
      token.mantissa += static_cast<std::uint64_t>(digit);
      exponent = static_cast<std::int8_t>(exponent + steps);
      end = i + length + 3;
    }
    std::size_t length = 0;
    if (understood && DigitAt(end, length) < 0) return SetShare(token, begin, end, exponent);
    SetWrongUnit(token, begin);
    // What is printed at it belongs to it: `3할5` is not the factor 5.
    while (DigitAt(at_, length) >= 0) SetUnit(token, begin, WordEnd(at_ + length));
  }

  // `2,000(천원)`, `24(명)`, `50(%)`: a bracket that holds a unit and nothing else. Behind a space only where what comes
  // next shows that it belongs to the number.
  void ScanBracketUnit(Token& token, std::size_t open, bool spaced) noexcept {
    const char opening = At(open).ascii;
    const char closing = opening == '(' ? ')' : opening == '[' ? ']' : '}';
    const std::size_t begin = open + At(open).length;
    if (begin >= text_.size()) return;
    const Token before = token;
    const std::size_t at = at_;
    const Character c = At(begin);
    if (c.kind == Class::kPercent) {
      SetShare(token, begin, begin + c.length, -2);
    } else if (c.kind != Class::kPlain) {
      return;
    } else if (!ScanWon(token, begin) && !ScanShare(token, begin)) {
      std::size_t end = begin;
      while (IsMultiplier(KeyAt(end))) end += 3;
      if (end != begin && KeyAt(end) == kWonKey) {
        SetWrongUnit(token, begin);  // 십만원
      } else if (!spaced && IsBracketCounter(begin, closing)) {
        SetCount(token, begin);
      }
    }
    bool whole = at_ != at && at_ < text_.size() && At(at_).ascii == closing;
    if (whole) {
      at_ += At(at_).length;
      std::size_t next = at_;
      while (ClassAt(next) == Class::kSpace) next += At(next).length;
      const Class kind = ClassAt(next);
      whole = !spaced || kind == Class::kTimes || kind == Class::kDivide ||
              kind == Class::kEquals || (kind == Class::kX && IsTimes(next, At(next).length));
    }
    if (!whole) {
      token = before;
      at_ = at;
      return;
    }
    token.length = static_cast<std::uint32_t>(at_) - token.offset;
  }

  // Other words in a bracket are remarks: `28,800(본청)`.
  [[nodiscard]] bool IsBracketCounter(std::size_t begin, char closing) const noexcept {
    constexpr std::string_view kCounters[] = {"명",   "인", "개", "회",   "건",   "매", "부",
                                              "장",   "권", "통", "종",   "식",   "대", "가구",
                                              "세대", "톤", "㎡", "㎥",   "시간", "일", "월",
                                              "개월", "년", "곳", "개소", "학급", "팀", "박스"};
    return std::any_of(std::begin(kCounters), std::end(kCounters), [&](std::string_view counter) {
      const std::size_t end = begin + counter.size();
      return HasWordAt(begin, counter) && end < text_.size() && At(end).ascii == closing;
    });
  }

  // `12 월`, `740 천원`: a unit behind a space, but not in another cell.
  void ScanSpacedUnit(Token& token, std::size_t start) {
    std::size_t i = at_;
    while (i < text_.size()) {
      const Character c = At(i);
      if (c.kind != Class::kSpace) break;
      i += c.length;
    }
    if (i == text_.size()) return;
    const Character first = At(i);
    if (first.kind == Class::kPercent) return SetShare(token, i, i + first.length, -2);
    if (first.kind == Class::kOpen) return ScanBracketUnit(token, i, true);
    if (!IsHangulAt(i)) return;
    const std::uint32_t key = KeyAt(i);
    if (ScanShare(token, i)) return;
    if ((key == kWonKey || IsMultiplier(key)) && ScanMixed(token, start, true)) return;
    const std::size_t end = WordEnd(i);
    std::string_view word = text_.substr(i, end - i);
    while (!word.empty() && word.back() == ':') word.remove_suffix(1);
    if (IsRoleWord(word)) return;
    token.quantity = FormulaQuantity::kCount;
    SetUnit(token, i, end);
  }

  void SetCount(Token& token, std::size_t begin) noexcept {
    const std::size_t end = WordEnd(begin);
    token.quantity = FormulaQuantity::kCount;
    // m2 and m3 end in a digit that is no number.
    const std::string_view word = text_.substr(begin, end - begin);
    std::size_t after = end;
    if (end < text_.size() && (text_[end] == '2' || text_[end] == '3') &&
        (word == "m" || word == "km" || word == "cm" || word == "mm")) {
      const Class next = ClassAt(end + 1);
      if (next != Class::kDigit && next != Class::kComma && next != Class::kPoint &&
          next != Class::kPlain) {
        ++after;
      }
    }
    SetUnit(token, begin, after);
  }

  // 원 with what may stand behind it: `원씩`, `원/월`. With another syllable it is another word: `2원화`.
  void SetMoney(Token& token, std::size_t begin, std::size_t end, Unit unit) noexcept {
    if (IsHangulAt(end)) {
      const std::uint32_t suffix = KeyAt(end);
      if (suffix != Key("씩") && suffix != Key("정") && suffix != Key("당")) {
        token.fault = token.fault == Code::kOk ? Code::kWrongUnit : token.fault;
        return SetCount(token, begin);
      }
      end += 3;
    }
    if (end < text_.size() && text_[end] == '/' && end + 1 < text_.size() &&
        (IsHangulAt(end + 1) || IsLetter(text_[end + 1]))) {
      const std::size_t word_end = WordEnd(end + 1);
      if (!IsRoleWord(text_.substr(end + 1, word_end - end - 1))) end = word_end;
    }
    token.quantity = FormulaQuantity::kMoney;
    token.unit = unit;
    token.exponent = static_cast<std::int8_t>(DigitsInWon(unit));
    token.has_money = true;
    SetUnit(token, begin, end);
  }

  // Whether a counter may follow a multiple: `10만명`. 3천막 is not 3,000 막.
  [[nodiscard]] static bool IsCounter(std::string_view word) noexcept {
    constexpr std::string_view kCounters[] = {
        "명", "인",   "개",   "회", "건",   "매", "부", "장", "권", "통",   "종", "식", "대",
        "호", "가구", "세대", "톤", "리터", "ℓ",  "㎡", "㎥", "㎞", "㎏",   "주", "본", "마리",
        "포", "점",   "편",   "곳", "시간", "일", "월", "년", "평", "필지", "두", "수", "그루",
        "병", "박스", "컵",   "분", "kg",   "km", "m",  "L",  "t",  "kWh"};
    return std::any_of(std::begin(kCounters), std::end(kCounters),
                       [&](std::string_view counter) { return StartsWith(word, counter); });
  }

  // A figure with a multiple behind it, read as an amount: `3억 5,000만원`, `10만명`. False when it is none.
  bool ScanMixed(Token& token, std::size_t start, bool spaced) {
    // Far more than 38 digits in the longest notation; a window keeps the whole linear.
    std::size_t size = std::min<std::size_t>(text_.size() - start, 384);
    while (start + size < text_.size() &&
           (static_cast<unsigned char>(text_[start + size]) & 0xC0U) == 0x80U) {
      --size;
    }
    AmountOptions options;
    options.whole = false;
    std::size_t consumed = 0;
    auto amount = ParseAmountPrefix(text_.substr(start, size), options, &consumed);
    if (!amount || !amount->has_value() || start + consumed <= at_) return false;
    const std::size_t unit_begin = at_;
    const std::size_t end = start + consumed;
    if (!amount->won_written) {
      // 3조 without 원 is three teams.
      if (spaced || (amount->unit == Unit::kTrillionWon && !amount->mixed)) return false;
    }
    token.exponent = static_cast<std::int8_t>(amount->mixed ? 0 : DigitsInWon(amount->unit));
    token.unit = amount->unit;
    token.scale = 0;
    token.mantissa = 0;
    token.grouped = token.grouped || amount->grouped;
    if (amount->fault != AmountFault::kNone && token.fault == Code::kOk) {
      token.fault = Code::kWrongGrouping;
    }
    if (amount->value.is_small()) {
      token.big = false;
      token.mantissa = amount->value.lo();
      token.scale = static_cast<std::uint8_t>(amount->value.scale());
    } else {
      token.big = true;
      token.figure = static_cast<std::uint32_t>(list_.figures.size());
      list_.figures.push_back(amount->value);
    }
    if (amount->won_written) {
      const std::int8_t exponent = token.exponent;
      SetMoney(token, unit_begin, end, token.unit);
      token.exponent = exponent;
      return true;
    }
    SetUnit(token, unit_begin, end);
    const Class next = ClassAt(end);
    if (next == Class::kPlain) {
      const std::size_t word_end = WordEnd(end);
      if (!IsCounter(text_.substr(end, word_end - end)) && token.fault == Code::kOk) {
        token.fault = Code::kWrongUnit;
      }
      token.quantity = FormulaQuantity::kCount;
      SetUnit(token, end, word_end);
    } else if (next == Class::kSpace) {
      std::size_t i = end;
      while (ClassAt(i) == Class::kSpace) i += At(i).length;
      if (i < text_.size() && IsHangulAt(i)) {
        const std::size_t word_end = WordEnd(i);
        const std::string_view word = text_.substr(i, word_end - i);
        if (!IsRoleWord(word) && IsCounter(word)) {
          token.quantity = FormulaQuantity::kCount;
          SetUnit(token, i, word_end);
        }
      }
    }
    return true;
  }

  void NoteUnbalanced(std::uint32_t offset) noexcept {
    list_.unbalanced = std::min(list_.unbalanced, offset);
  }

  void NoteNumber(bool money) noexcept {
    if (depth_ == 0) return;
    Level& level = levels_[depth_ - 1];
    Token& open = list_.tokens[level.open];
    open.has_number = true;
    open.has_money = open.has_money || money;
    if (level.pending) open.computes = true;
    if (level.pending_times) open.multiplies = true;
    level.seen = true;
    level.pending = level.pending_times = false;
  }

  // What a token that was appended means to the brackets around it.
  void Note(Token& token) {
    const auto index = static_cast<std::uint32_t>(list_.tokens.size() - 1);
    switch (token.kind) {
      case TokenKind::kNumber:
        NoteNumber(token.has_money);
        break;
      case TokenKind::kTimes:
      case TokenKind::kDivide:
      case TokenKind::kPlus:
      case TokenKind::kMinus:
        if (depth_ != 0 && levels_[depth_ - 1].seen) {
          levels_[depth_ - 1].pending = true;
          levels_[depth_ - 1].pending_times =
              token.kind == TokenKind::kTimes || token.kind == TokenKind::kDivide;
        }
        break;
      case TokenKind::kEquals:
        for (std::size_t i = 0; i < depth_; ++i) list_.tokens[levels_[i].open].has_equals = true;
        break;
      case TokenKind::kOpen:
        levels_[depth_++] = Level{index, false, false, false};
        break;
      case TokenKind::kClose:
        if (depth_ == 0 || list_.tokens[levels_[depth_ - 1].open].bracket != token.bracket) {
          NoteUnbalanced(token.offset);
          token.kind = TokenKind::kWord;
          break;
        }
        Close(index, token);
        break;
      default:
        break;
    }
  }

  void Close(std::uint32_t index, Token& token) noexcept {
    const std::uint32_t open_index = levels_[--depth_].open;
    Token& open = list_.tokens[open_index];
    open.match = index;
    token.match = open_index;
    if (IsPart(open_index, index)) {
      open.is_part = true;
      open.has_number = open.computes = open.has_money = false;
      return;
    }
    if (!open.has_number || depth_ == 0) return;
    const bool computes = open.computes;
    const bool multiplies = open.multiplies;
    NoteNumber(open.has_money);
    Token& parent = list_.tokens[levels_[depth_ - 1].open];
    parent.computes = parent.computes || computes;
    parent.multiplies = parent.multiplies || multiplies;
  }

  // `(x-)`, `(ⓧ 4,368)`, `[국 1,200]`.
  [[nodiscard]] bool IsPart(std::uint32_t open, std::uint32_t close) const noexcept {
    const std::uint32_t inner = close - open - 1;
    if (inner < 2 || inner > 3) return false;
    const Token& mark = list_.tokens[open + 1];
    const Token& last = list_.tokens[close - 1];
    if (mark.kind != TokenKind::kWord) return false;
    if (inner == 3) {
      const TokenKind sign = list_.tokens[open + 2].kind;
      if (sign != TokenKind::kSign && sign != TokenKind::kMinus) return false;
    }
    const bool figure = last.kind == TokenKind::kNumber &&
                        (last.quantity == FormulaQuantity::kBare || last.has_money);
    const bool dash = inner == 2 && last.kind == TokenKind::kMinus;
    if (!figure && !dash) return false;
    constexpr std::string_view kMarks[] = {
        "x",    "X",    "ｘ",     "Ｘ",     "ⓧ",        "Ⓧ",    "국",   "균",   "기",   "특",
        "도",   "시",   "조",     "군",     "구",       "분",   "광",   "국비", "도비", "시비",
        "군비", "구비", "시도비", "시군비", "시군구비", "기금", "균특", "자체"};
    const std::string_view word = text_.substr(mark.offset, mark.length);
    return std::find(std::begin(kMarks), std::end(kMarks), word) != std::end(kMarks);
  }

  std::string_view text_;
  std::size_t at_;
  TokenList& list_;
  TokenFault fault_;
  std::size_t depth_ = 0;
  TokenKind last_kind_ = TokenKind::kWord;
  Level levels_[kFormulaDepthMax];
};

}  // namespace

TokenFault Tokenize(std::string_view text, std::size_t begin, TokenList& list) {
  return Tokenizer(text, begin, list).Run();
}

}  // namespace yesan::internal
