#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/chars.h"
#include "lib/exchange/policy_words.h"
#include "yesan/base/text.h"
#include "yesan/exchange/policy_json.h"
#include "yesan/report/text_table.h"

#ifdef YESAN_WITH_JSON
#include <nlohmann/json.hpp>
#endif

namespace yesan {

#ifdef YESAN_WITH_JSON
namespace {

// Printable, and no longer than a line; cut between characters.
std::string Shown(std::string_view text) {
  constexpr std::size_t kCharacters = 60;
  std::string printable = PrintableText(text.substr(0, 4 * kCharacters));
  std::size_t at = 0;
  for (std::size_t i = 0; i < kCharacters && at < printable.size(); ++i)
    static_cast<void>(NextCharacter(printable, at));
  printable.resize(at);
  return printable;
}

// What a byte span is in lines and columns.
Place PlaceOf(std::string_view text, std::size_t begin, std::size_t end) {
  Place place;
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  place.offset = static_cast<std::uint32_t>(begin);
  place.length = static_cast<std::uint32_t>(end - begin);
  place.line = 1;
  std::size_t line_begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (std::size_t i = 0; i < begin; ++i) {
    const bool cr = text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n');
    if (text[i] != '\n' && !cr) continue;
    ++place.line;
    line_begin = i + 1;
  }
  line_begin = std::min(line_begin, begin);
  place.column =
      static_cast<std::uint32_t>(CountCharacters(text.substr(line_begin, begin - line_begin)) + 1);
  return place;
}

Error Refuse(Code code, std::string rule, Place place, std::int64_t row, const std::string& path,
             const std::string& ko, const std::string& en) {
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.place = place;
  detail.row = row;
  const std::string line = std::to_string(place.line);
  const std::string column = std::to_string(place.column);
  detail.message.ko = line + "번째 줄 " + column + "번째 글자" +
                      (path.empty() ? std::string() : " (" + path + ")") + ": " + ko;
  detail.message.en = "Line " + line + ", column " + column +
                      (path.empty() ? std::string() : " (" + path + ")") + ": " + en;
  return Error(code, std::move(detail));
}

// Bytes that tell how far the lexer has read, so that every event has a place.
class Counted {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Counted(const char* at, const char** seen) : at_(at), seen_(seen) {}
  reference operator*() const { return *at_; }
  Counted& operator++() {
    ++at_;
    *seen_ = at_;
    return *this;
  }
  Counted operator++(int) {
    Counted before = *this;
    ++*this;
    return before;
  }
  friend bool operator!=(const Counted& a, const Counted& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char** seen_;
};

enum class Key : std::uint32_t {
  kFormat,
  kName,
  kControlLevel,
  kLines,
  kTopic,
  kFirstDay,
  kLastDay,
  kArticle,
  kKind,
  kCause,
  kAuthorization,
  kObjects,
  kNumber,
  kMonth,
  kDay,
  kNone,
};
constexpr std::string_view kRootKeys[] = {"format", "name", "control_level", "lines"};
constexpr std::string_view kLineKeys[] = {"topic", "first_day",     "last_day", "article", "kind",
                                          "cause", "authorization", "objects",  "number",  "month",
                                          "day"};

class Reader final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Reader(std::string_view text, const PolicyReadOptions& options)
      : text_(text), options_(options), seen_(text.data()) {}

  Result<Policy> Read() {
    const char* const end = text_.data() + text_.size();
    const bool parsed =
        nlohmann::json::sax_parse(Counted(text_.data(), &seen_), Counted(end, &seen_), this);
    if (error_) return std::move(*error_);
    if (!parsed) return Error(Code::kInternal);
    if (Result<void> checked = CheckPolicy(policy_); !checked) {
      const std::int64_t row = checked.error().row();
      const bool known = row >= 0 && static_cast<std::size_t>(row) < places_.size();
      const Message message = checked.error().message();
      return Refuse(checked.error().code(), checked.error().rule(),
                    known ? places_[static_cast<std::size_t>(row)] : PlaceOf(text_, 0, 0), row,
                    known ? "$.lines[" + std::to_string(row) + "]" : "$", message.ko, message.en);
    }
    return std::move(policy_);
  }

  bool null() override { return WrongType(TokenPlace(4)); }
  bool boolean(bool value) override { return WrongType(TokenPlace(value ? 4 : 5)); }
  bool number_integer(number_integer_t value) override { return Number(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
      return Number(static_cast<std::int64_t>(value));
    return Fail(Code::kOutOfRange, "policy_json.range", NumberPlace(), "수가 너무 큽니다.",
                "the number is too large.");
  }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
    return Fail(Code::kInvalidArgument, "policy_json.type", NumberPlace(),
                "소수점이나 지수가 없고 64비트에 드는 정수여야 합니다.",
                "a whole number of 64 bits is wanted, without a point or an exponent.");
  }
  bool binary(binary_t& /*value*/) override { return WrongType(TokenPlace(1)); }

  bool string(string_t& value) override {
    if (context_.empty()) return WrongType(StringPlace());
    if (context_.back() == Context::kObjects) {
      line_.objects.push_back(std::move(value));
      return true;
    }
    switch (key_) {
      case Key::kFormat:
        if (value == internal::kPolicyFormat) return true;
        return WrongWord(std::string(internal::kPolicyFormat));
      case Key::kName:
        policy_.name = std::move(value);
        return true;
      case Key::kControlLevel:
        return Take(internal::FindLevel(value), policy_.control_level, internal::LevelNames);
      case Key::kTopic:
        return Take(internal::FindTopic(value), line_.topic, internal::TopicNames);
      case Key::kKind:
        return Take(internal::FindKind(value), line_.kind, internal::KindNames);
      case Key::kCause:
        return Take(internal::FindCause(value), line_.cause, internal::CauseNames);
      case Key::kAuthorization:
        return Take(internal::FindAuthorization(value), line_.authorization,
                    internal::AuthorizationNames);
      case Key::kArticle:
        line_.article = std::move(value);
        return true;
      case Key::kFirstDay:
        return Day(value, line_.first_day);
      case Key::kLastDay:
        return Day(value, line_.last_day);
      case Key::kNumber:
        if (const auto source = internal::FindSourceByName(value)) {
          line_.number = static_cast<std::int64_t>(*source);
          source_place_ = StringPlace();
          return true;
        }
        return WrongWord("1, 2, …; national_subsidy, …");
      default:
        return WrongType(StringPlace());
    }
  }

  bool start_object(std::size_t /*elements*/) override {
    if (context_.empty()) {
      context_.push_back(Context::kRoot);
      return true;
    }
    if (context_.back() != Context::kLines) return WrongType(TokenPlace(1));
    if (policy_.lines.size() >= options_.lines_max)
      return Fail(Code::kTooLarge, "policy_json.lines", TokenPlace(1),
                  "줄이 " + std::to_string(options_.lines_max) + "개를 넘습니다.",
                  "there are more than " + std::to_string(options_.lines_max) + " lines.");
    context_.push_back(Context::kLine);
    line_ = PolicyLine();
    line_.first_day = *Date::FromDays(Date::kFirstDays);
    line_.last_day = *Date::FromDays(Date::kLastDays);
    line_keys_ = 0;
    source_place_ = Place();
    line_begin_ = Offset() - 1;
    return true;
  }

  bool key(string_t& value) override {
    const bool in_line = context_.back() == Context::kLine;
    const auto* const begin = in_line ? std::begin(kLineKeys) : std::begin(kRootKeys);
    const auto* const end = in_line ? std::end(kLineKeys) : std::end(kRootKeys);
    const auto* const found = std::find(begin, end, value);
    if (found == end) {
      std::string list;
      for (const auto* k = begin; k != end; ++k) list.append(list.empty() ? "" : ", ").append(*k);
      key_ = Key::kNone;
      const std::string shown = "'" + Shown(value) + "'";
      return Fail(Code::kInvalidArgument, "policy_json.unknown_key", StringPlace(),
                  shown + "은(는) 쓰지 않는 키입니다. 쓸 수 있는 키: " + list + ".",
                  shown + " is no key of this object. Keys: " + list + ".");
    }
    const auto number = static_cast<std::uint32_t>(found - begin);
    key_ = static_cast<Key>(number + (in_line ? static_cast<std::uint32_t>(Key::kTopic) : 0));
    std::uint32_t& seen = in_line ? line_keys_ : root_keys_;
    if ((seen >> number & 1U) != 0)
      return Fail(Code::kDuplicate, "policy_json.duplicate_key", StringPlace(),
                  "같은 키가 이미 있습니다.", "the key stands there before.");
    seen |= 1U << number;
    return true;
  }

  bool end_object() override {
    if (context_.back() == Context::kLine) {
      key_ = Key::kNone;
      if (!HasKey("topic")) return Missing("topic", line_begin_);
      const bool authorizes = line_.topic == PolicyTopic::kNeedsAuthorization;
      // A line about kinds that names none would be about commitments, silently.
      if ((authorizes || line_.topic == PolicyTopic::kAfterYearUntil) && !HasKey("kind"))
        return Missing("kind", line_begin_);
      if (authorizes && !HasKey("authorization")) return Missing("authorization", line_begin_);
      if (source_place_.known() && line_.topic != PolicyTopic::kEarmarkedSource) {
        key_ = Key::kNumber;
        return Fail(Code::kInvalidArgument, "policy_json.value", source_place_,
                    "재원의 이름은 earmarked_source에만 적습니다.",
                    "the name of a source is for earmarked_source alone.");
      }
      policy_.lines.push_back(std::move(line_));
      places_.push_back(PlaceOf(text_, line_begin_, Offset()));
      context_.pop_back();
      return true;
    }
    key_ = Key::kNone;
    context_.pop_back();
    if ((root_keys_ & 1U) == 0) return Missing("format", 0);
    if ((root_keys_ & 8U) == 0) return Missing("lines", 0);
    return true;
  }

  bool start_array(std::size_t /*elements*/) override {
    if (!context_.empty() && context_.back() == Context::kRoot && key_ == Key::kLines) {
      context_.push_back(Context::kLines);
      return true;
    }
    if (!context_.empty() && context_.back() == Context::kLine && key_ == Key::kObjects) {
      context_.push_back(Context::kObjects);
      return true;
    }
    return WrongType(TokenPlace(1));
  }
  bool end_array() override {
    context_.pop_back();
    return true;
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& /*exception*/) override {
    const std::size_t end = Offset();
    const std::size_t begin = end == 0 ? 0 : end - 1;
    return Fail(
        Code::kSyntax, "policy_json.syntax", PlaceOf(text_, begin, end),
        end >= text_.size() ? "JSON이 여기서 끝나거나 어긋납니다." : "JSON이 여기서 어긋납니다.",
        end >= text_.size() ? "the JSON ends here, or goes wrong." : "the JSON goes wrong here.");
  }

 private:
  enum class Context { kRoot, kLines, kLine, kObjects };

  [[nodiscard]] std::size_t Offset() const {
    return static_cast<std::size_t>(seen_ - text_.data());
  }
  [[nodiscard]] Place TokenPlace(std::size_t length) const {
    return PlaceOf(text_, Offset() - std::min(length, Offset()), Offset());
  }
  // The lexer has read one byte behind a number, to know its end.
  [[nodiscard]] Place NumberPlace() const {
    std::size_t end = Offset();
    const auto is_part = [](char c) {
      return internal::IsDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    if (end > 0 && !is_part(text_[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_part(text_[begin - 1])) --begin;
    return PlaceOf(text_, begin, end);
  }
  // Back from the closing quote to the opening one: a quote with an even number of backslashes before it.
  [[nodiscard]] Place StringPlace() const {
    const std::size_t end = Offset();
    std::size_t begin = end < 2 ? 0 : end - 2;
    for (; begin > 0; --begin) {
      if (text_[begin] != '"') continue;
      std::size_t slashes = 0;
      while (slashes < begin && text_[begin - 1 - slashes] == '\\') ++slashes;
      if (slashes % 2 == 0) break;
    }
    return PlaceOf(text_, begin, end);
  }

  [[nodiscard]] std::string Path() const {
    std::string path = "$";
    const bool in_line =
        context_.size() > 2 && (context_[2] == Context::kLine || context_[2] == Context::kObjects);
    if (context_.size() > 1) path += ".lines";
    if (context_.size() == 2 || in_line) path += "[" + std::to_string(policy_.lines.size()) + "]";
    if (key_ != Key::kNone && context_.size() != 2) {
      const auto number = static_cast<std::uint32_t>(key_);
      const auto first = static_cast<std::uint32_t>(Key::kTopic);
      path += ".";
      path += number < first ? kRootKeys[number] : kLineKeys[number - first];
    }
    if (!context_.empty() && context_.back() == Context::kObjects)
      path += "[" + std::to_string(line_.objects.size()) + "]";
    return path;
  }

  bool Fail(Code code, std::string rule, Place place, const std::string& ko,
            const std::string& en) {
    if (error_) return false;
    const bool in_line = context_.size() > 2;
    error_ = Refuse(code, std::move(rule), place,
                    in_line ? static_cast<std::int64_t>(policy_.lines.size()) : -1, Path(), ko, en);
    return false;
  }

  // What was wanted where something else stood.
  bool WrongType(Place place) {
    std::string ko = "여기에는 문자열이 와야 합니다.";
    std::string en = "a text is wanted here.";
    if (context_.empty()) {
      ko = "정책은 JSON 객체 하나입니다.";
      en = "a policy is one JSON object.";
    } else if (context_.back() == Context::kLines) {
      ko = "lines에는 객체만 옵니다.";
      en = "lines holds objects.";
    } else if (key_ == Key::kLines ||
               (key_ == Key::kObjects && context_.back() == Context::kLine)) {
      ko = "여기에는 배열이 와야 합니다.";
      en = "an array is wanted here.";
    } else if (key_ == Key::kNumber || key_ == Key::kMonth || key_ == Key::kDay) {
      ko = "여기에는 정수가 와야 합니다.";
      en = "a whole number is wanted here.";
    }
    return Fail(Code::kInvalidArgument, "policy_json.type", place, ko, en);
  }

  bool WrongWord(const std::string& list) {
    const Place place = StringPlace();
    const std::string shown = Shown(text_.substr(place.offset, place.length));
    return Fail(Code::kInvalidArgument, "policy_json.value", place,
                shown + "은(는) 쓸 수 없는 값입니다. 쓸 수 있는 값: " + list + ".",
                shown + " is no value of this key. Values: " + list + ".");
  }

  template <class T>
  bool Take(const std::optional<T>& found, T& into, std::string (*names)()) {
    if (!found) return WrongWord(names());
    into = *found;
    return true;
  }

  bool Number(std::int64_t value) {
    if (context_.empty() || context_.back() != Context::kLine ||
        (key_ != Key::kNumber && key_ != Key::kMonth && key_ != Key::kDay)) {
      return WrongType(NumberPlace());
    }
    if (key_ == Key::kNumber) {
      line_.number = value;
      return true;
    }
    if (value < std::numeric_limits<std::int32_t>::min() ||
        value > std::numeric_limits<std::int32_t>::max())
      return Fail(Code::kOutOfRange, "policy_json.range", NumberPlace(), "수가 너무 큽니다.",
                  "the number is too large.");
    (key_ == Key::kMonth ? line_.month : line_.day) = static_cast<std::int32_t>(value);
    return true;
  }

  // One notation: 2025-12-01. A notation of print would be guessed at.
  bool Day(const std::string& value, Date& into) {
    const bool shaped =
        value.size() == 10 && value[4] == '-' && value[7] == '-' &&
        std::count_if(value.begin(), value.end(), [](char c) { return internal::IsDigit(c); }) == 8;
    const auto number = [&](std::size_t at, std::size_t count) {
      std::int32_t n = 0;
      for (std::size_t i = at; i < at + count; ++i) n = n * 10 + (value[i] - '0');
      return n;
    };
    if (!shaped)
      return Fail(Code::kSyntax, "policy_json.day", StringPlace(),
                  "2025-12-01처럼 적은 날짜여야 합니다.", "a day is written as 2025-12-01.");
    const Result<Date> date = Date::Make(number(0, 4), number(5, 2), number(8, 2));
    if (!date)
      return Fail(Code::kOutOfRange, "policy_json.day", StringPlace(), "달력에 없는 날입니다.",
                  "the calendar has no such day.");
    into = *date;
    return true;
  }

  // Whether the line that is read has a key.
  [[nodiscard]] bool HasKey(std::string_view key) const {
    const auto* const found = std::find(std::begin(kLineKeys), std::end(kLineKeys), key);
    return (line_keys_ & (1U << (found - std::begin(kLineKeys)))) != 0;
  }

  bool Missing(const std::string& key, std::size_t begin) {
    return Fail(Code::kNotFound, "policy_json.missing_key", PlaceOf(text_, begin, Offset()),
                "'" + key + "' 키가 없습니다.", "the key '" + key + "' is missing.");
  }

  const std::string_view text_;
  const PolicyReadOptions& options_;
  const char* seen_;
  Policy policy_;
  PolicyLine line_;
  std::vector<Context> context_;
  std::vector<Place> places_;
  Key key_ = Key::kNone;
  std::uint32_t root_keys_ = 0;
  std::uint32_t line_keys_ = 0;
  std::size_t line_begin_ = 0;
  Place source_place_;
  std::optional<Error> error_;
};

// Where brackets nest too deep; nothing where they do not. Quotes are respected, whatever else is wrong.
std::optional<std::size_t> FindTooDeep(std::string_view text, std::size_t depth_max) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_text = false;
      }
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > depth_max) return i;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Policy> ReadPolicy(std::string_view json, const PolicyReadOptions& options) {
  if (json.size() > options.bytes_max)
    return Refuse(Code::kTooLarge, "policy_json.size", PlaceOf(json, 0, 0), -1, "",
                  "문서가 " + std::to_string(options.bytes_max) + "바이트를 넘습니다.",
                  "the document is larger than " + std::to_string(options.bytes_max) + " bytes.");
  if (const auto bad = FindInvalidUtf8(json))
    return Refuse(Code::kInvalidUtf8, "policy_json.syntax", PlaceOf(json, *bad, *bad + 1), -1, "",
                  "UTF-8이 아닌 바이트가 있습니다.", "there is a byte that is not UTF-8.");
  if (const auto deep = FindTooDeep(json, options.depth_max))
    return Refuse(Code::kTooDeep, "policy_json.depth", PlaceOf(json, *deep, *deep + 1), -1, "",
                  "괄호가 " + std::to_string(options.depth_max) + "단계보다 깊습니다.",
                  "brackets are nested deeper than " + std::to_string(options.depth_max) + ".");
  return Reader(json, options).Read();
}

#else  // YESAN_WITH_JSON

Result<Policy> ReadPolicy(std::string_view /*json*/, const PolicyReadOptions& /*options*/) {
  return Error(Code::kNotBuilt);
}

#endif  // YESAN_WITH_JSON

}  // namespace yesan
