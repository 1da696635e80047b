#include "yesan/budget/legal_basis.h"

#include <optional>
#include <utility>

#include "lib/base/chars.h"
#include "yesan/base/text.h"

namespace yesan {

using internal::EndsWith;
using internal::StartsWith;
namespace {

constexpr int kMostDigits = 6;

struct Suffix {
  std::string_view text;
  LegalKind kind;
};

// The first that fits counts: 시행규칙 before 규칙.
constexpr Suffix kSuffixes[] = {
    {"시행규칙", LegalKind::kMinistryRule},
    {"시행령", LegalKind::kDecree},
    {"대통령령", LegalKind::kDecree},
    {"조례", LegalKind::kOrdinance},
    {"규칙", LegalKind::kLocalRule},
    {"법률", LegalKind::kAct},
    {"법", LegalKind::kAct},
    {"규정", LegalKind::kDirective},
    {"훈령", LegalKind::kDirective},
    {"예규", LegalKind::kDirective},
    {"고시", LegalKind::kDirective},
    {"지침", LegalKind::kDirective},
};

// Words that end like an act and are none.
constexpr std::string_view kNoActs[] = {"방법", "기법", "요법", "공법", "수법",
                                        "해법", "화법", "어법", "작법", "위법"};

LegalKind KindOf(std::string_view name) {
  for (const std::string_view word : kNoActs) {
    if (EndsWith(name, word)) return LegalKind::kUnknown;
  }
  for (const Suffix& suffix : kSuffixes) {
    if (!EndsWith(name, suffix.text) || name.size() == suffix.text.size()) continue;
    // The rule that carries out an ordinance is one of the local government (지방자치법 §29).
    if (suffix.kind == LegalKind::kMinistryRule && name.find("조례") != std::string_view::npos) {
      return LegalKind::kLocalRule;
    }
    return suffix.kind;
  }
  return LegalKind::kUnknown;
}

void PassSpaces(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!IsSpace(NextCharacter(text, next))) return;
    at = next;
  }
}

// `제 10 조`: the number between 제 and one of 조, 항, 호; moves past it.
std::optional<std::int32_t> ReadOrdinal(std::string_view text, std::size_t& at,
                                        std::string_view unit, bool with_prefix = true) {
  std::size_t position = at;
  if (with_prefix) {
    if (!StartsWith(text.substr(position), "제")) return std::nullopt;
    position += std::string_view("제").size();
    PassSpaces(text, position);
  }
  std::int32_t number = 0;
  int digits = 0;
  while (position < text.size() && text[position] >= '0' && text[position] <= '9') {
    if (++digits > kMostDigits) return std::nullopt;
    number = number * 10 + (text[position++] - '0');
  }
  if (digits == 0) return std::nullopt;
  PassSpaces(text, position);
  if (!StartsWith(text.substr(position), unit)) return std::nullopt;
  at = position + unit.size();
  return number;
}

// What stands before and after a name without being part of it.
std::string_view TrimName(std::string_view name) {
  constexpr std::string_view kLeads[] = {"-", "○",  "□",  "●", "◦", "ㆍ", "·",  "※",  "•",  "~",
                                         "∼", "～", "및", "(", ")", "「", "」", "『", "』", "*"};
  bool again = true;
  while (again) {
    again = false;
    name = Trim(name);
    for (const std::string_view lead : kLeads) {
      if (!StartsWith(name, lead)) continue;
      name.remove_prefix(lead.size());
      again = true;
    }
  }
  for (const std::string_view tail : {"」", "』", "(", ")"}) {
    if (EndsWith(name, tail)) name.remove_suffix(tail.size());
  }
  return Trim(name);
}

class LegalBasisFinder {
 public:
  explicit LegalBasisFinder(std::string_view text) : text_(text) {}

  std::vector<LegalBasis> Run() {
    std::size_t begin = 0;
    while (begin <= text_.size()) {
      const std::size_t end = EndOfPiece(begin);
      ReadPiece(begin, end);
      if (end >= text_.size()) break;
      std::size_t next = end;
      if (NextCharacter(text_, next) == U'\n') article_ = 0;
      begin = next;
    }
    return std::move(bases_);
  }

 private:
  // Pieces end at lines, commas, semicolons, colons and slashes outside quotes.
  std::size_t EndOfPiece(std::size_t begin) const {
    bool quoted = false;
    for (std::size_t at = begin; at < text_.size();) {
      const std::size_t here = at;
      const char32_t c = NextCharacter(text_, at);
      if (c == U'「' || c == U'『') quoted = true;
      if (c == U'」' || c == U'』') quoted = false;
      if (c == U'\n' || c == U'\r') return here;
      if (!quoted && (c == U',' || c == U';' || c == U':' || c == U'/' || c == U'，')) return here;
    }
    return text_.size();
  }

  void ReadPiece(std::size_t begin, std::size_t end) {
    const std::string_view text = text_.substr(0, end);
    std::size_t name_begin = begin;
    std::size_t at = begin;
    bool any = false;
    bool named = false;  // whether words stand before a paragraph, which then is none of ours
    while (at < end) {
      const std::size_t here = at;
      std::size_t after = at;
      if (const auto article = ReadOrdinal(text, after, "조")) {
        any = true;
        if (UseName(name_begin, here)) {
          LegalBasis basis = Named();
          basis.article = article_ = *article;
          if (StartsWith(text.substr(after), "의")) {
            std::size_t branch = after + std::string_view("의").size();
            if (const auto number = ReadOrdinal(text, branch, "", false)) {
              basis.article_branch = *number;
              after = branch;
            }
          }
          branch_ = basis.article_branch;
          ReadTail(text, after, basis);
          Add(std::move(basis), name_stands_ ? name_at_ : here, after);
        }
        at = name_begin = after;
        continue;
      }
      // `제17조제1항, 제2항`: another paragraph of the same article.
      if (article_ != 0 && !any && !named) {
        if (const auto paragraph = ReadOrdinal(text, after, "항")) {
          named = !TrimName(text.substr(name_begin, here - name_begin)).empty();
          if (!named) {
            any = true;
            LegalBasis basis = Named();
            basis.article = article_;
            basis.article_branch = branch_;
            basis.paragraph = *paragraph;
            Add(std::move(basis), here, after);
            at = name_begin = after;
            continue;
          }
        }
      }
      (void)NextCharacter(text_, at);
    }
    if (!any) ReadNameAlone(begin, end);
  }

  void ReadTail(std::string_view text, std::size_t& at, LegalBasis& basis) {
    std::size_t next = at;
    PassSpaces(text, next);
    ReadTitle(text, next, at, basis);
    next = at;
    PassSpaces(text, next);
    if (const auto paragraph = ReadOrdinal(text, next, "항")) {
      basis.paragraph = *paragraph;
      at = next;
    }
    next = at;
    PassSpaces(text, next);
    if (const auto item = ReadOrdinal(text, next, "호")) {
      basis.item = *item;
      at = next;
    }
    next = at;
    PassSpaces(text, next);
    ReadTitle(text, next, at, basis);
  }

  static void ReadTitle(std::string_view text, std::size_t from, std::size_t& at,
                        LegalBasis& basis) {
    if (from >= text.size() || text[from] != '(' || !basis.title.empty()) return;
    const std::size_t close = text.find(')', from);
    if (close == std::string_view::npos) return;
    basis.title = std::string(Trim(text.substr(from + 1, close - from - 1)));
    at = close + 1;
  }

  // The name before an article. An empty one, or none that is a rule's, leaves the rule before it in
  // force only when nothing else stands there.
  bool UseName(std::size_t begin, std::size_t end) {
    const std::string_view name = TrimName(text_.substr(begin, end - begin));
    name_stands_ = false;
    if (name.empty()) return !name_.empty();
    if (!SetName(name, begin, end)) {
      name_.clear();
      article_ = 0;
      return false;
    }
    return true;
  }

  bool SetName(std::string_view name, std::size_t begin, std::size_t end) {
    // `같은 법 시행령`, `동법 시행규칙`: the last act stands for 같은 법.
    std::string full(name);
    std::string_view rest = name;
    for (const std::string_view same : {"같은 법", "같은법", "동법", "동 법"}) {
      if (!StartsWith(name, same)) continue;
      rest = Trim(name.substr(same.size()));
      if (act_.empty() || (!rest.empty() && rest != "시행령" && rest != "시행규칙")) return false;
      full = rest.empty() ? act_ : act_ + " " + std::string(rest);
      break;
    }
    const std::string_view quoted = Quoted(begin, end);
    if (!quoted.empty()) full = std::string(quoted);
    const LegalKind kind = KindOf(full);
    if (kind == LegalKind::kUnknown && quoted.empty()) return false;
    name_ = std::move(full);
    kind_ = kind;
    if (kind == LegalKind::kAct) act_ = name_;
    name_stands_ = true;
    name_at_ = static_cast<std::size_t>(name.data() - text_.data());
    return true;
  }

  // What stands in the last quotes of a span.
  std::string_view Quoted(std::size_t begin, std::size_t end) const {
    const std::string_view span = text_.substr(begin, end - begin);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"「", "」"},
                                      std::pair<std::string_view, std::string_view>{"『", "』"}}) {
      const std::size_t last = span.rfind(close);
      if (last == std::string_view::npos) continue;
      const std::size_t first = span.rfind(open, last);
      if (first == std::string_view::npos) continue;
      return Trim(span.substr(first + open.size(), last - first - open.size()));
    }
    return {};
  }

  void ReadNameAlone(std::size_t begin, std::size_t end) {
    std::string_view name = TrimName(text_.substr(begin, end - begin));
    // `마을공동체 활성화 지원 조례(2012.3.15 제정)`
    if (const std::size_t bracket = name.find('('); bracket != std::string_view::npos) {
      name = TrimName(name.substr(0, bracket));
    }
    if (name.empty()) return;
    if (!SetName(name, begin, end)) return;
    article_ = 0;
    Add(Named(), name_at_, name_at_ + name.size());
  }

  LegalBasis Named() const {
    LegalBasis basis;
    basis.kind = kind_;
    basis.name = name_;
    return basis;
  }

  void Add(LegalBasis basis, std::size_t begin, std::size_t end) {
    basis.offset = begin;
    basis.length = end - begin;
    bases_.push_back(std::move(basis));
  }

  std::string_view text_;
  std::vector<LegalBasis> bases_;
  std::string name_;  // the rule in force
  LegalKind kind_ = LegalKind::kUnknown;
  std::string act_;           // the last act, for 같은 법
  std::int32_t article_ = 0;  // the last article, for 제2항
  std::int32_t branch_ = 0;
  bool name_stands_ = false;  // whether the name stands right before the article
  std::size_t name_at_ = 0;
};

}  // namespace

std::string_view Name(LegalKind kind) noexcept {
  switch (kind) {
    case LegalKind::kUnknown:
      break;
    case LegalKind::kAct:
      return "act";
    case LegalKind::kDecree:
      return "decree";
    case LegalKind::kMinistryRule:
      return "ministry_rule";
    case LegalKind::kOrdinance:
      return "ordinance";
    case LegalKind::kLocalRule:
      return "local_rule";
    case LegalKind::kDirective:
      return "directive";
  }
  return "unknown";
}

std::string LegalBasis::ToString() const {
  std::string text = name;
  if (article != 0) {
    text += " 제" + std::to_string(article) + "조";
    if (article_branch != 0) text += "의" + std::to_string(article_branch);
  }
  if (paragraph != 0) text += "제" + std::to_string(paragraph) + "항";
  if (item != 0) text += "제" + std::to_string(item) + "호";
  return text;
}

Result<std::vector<LegalBasis>> FindLegalBases(std::string_view text) {
  if (const std::optional<std::size_t> bad = FindInvalidUtf8(text)) {
    ErrorDetail detail;
    detail.rule = "legal_basis.utf8";
    const std::string offset = std::to_string(*bad);
    detail.message = {"사업근거가 UTF-8이 아닙니다: " + offset + "번째 바이트.",
                      "The legal basis is not UTF-8 at byte " + offset + "."};
    return Error(Code::kInvalidUtf8, std::move(detail));
  }
  return LegalBasisFinder(text).Run();
}

}  // namespace yesan
