#include "lib/exchange/json_value.h"

#include <limits>

#include "yesan/base/text.h"

#ifdef YESAN_WITH_JSON
#include <nlohmann/json.hpp>
#endif

namespace yesan::internal {

const JsonValue* JsonValue::Find(std::string_view key) const noexcept {
  for (const auto& [name, value] : members) {
    if (name == key) return &value;
  }
  return nullptr;
}

void AppendJsonText(std::string_view text, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (byte < 0x20 || byte == 0x7F) {
      out.append("\\u00");
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

#ifdef YESAN_WITH_JSON
namespace {

constexpr std::size_t kDepthMax = 64;
constexpr std::size_t kBytesMax = std::size_t{1} << 26;

// Builds a value of the parser's events. The first event that cannot be taken ends it.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Code code = Code::kSyntax;
  std::size_t position = 0;
  JsonValue root;

  bool null() override { return Put({}); }
  bool boolean(bool flag) override {
    JsonValue value;
    value.kind = JsonValue::Kind::kFlag;
    value.flag = flag;
    return Put(std::move(value));
  }
  bool number_integer(number_integer_t number) override { return PutNumber(number); }
  bool number_unsigned(number_unsigned_t number) override {
    if (number > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
      return Refuse(Code::kOutOfRange);
    return PutNumber(static_cast<std::int64_t>(number));
  }
  // A whole number that is too large comes here as well.
  bool number_float(number_float_t, const string_t& text) override {
    const bool whole = text.find_first_of(".eE") == string_t::npos;
    return Refuse(whole ? Code::kOutOfRange : Code::kSyntax);
  }
  bool string(string_t& text) override {
    JsonValue value;
    value.kind = JsonValue::Kind::kText;
    value.text = std::move(text);
    return Put(std::move(value));
  }
  bool binary(binary_t&) override { return Refuse(Code::kSyntax); }
  bool start_object(std::size_t) override { return Open(JsonValue::Kind::kObject); }
  bool key(string_t& name) override {
    if (open_.back()->Find(name) != nullptr) return Refuse(Code::kDuplicate);
    key_ = std::move(name);
    return true;
  }
  bool end_object() override { return Close(); }
  bool start_array(std::size_t) override { return Open(JsonValue::Kind::kArray); }
  bool end_array() override { return Close(); }
  bool parse_error(std::size_t at, const std::string&,
                   const nlohmann::detail::exception&) override {
    position = at;
    return false;
  }

 private:
  bool Refuse(Code why) {
    code = why;
    return false;
  }
  bool PutNumber(std::int64_t number) {
    JsonValue value;
    value.kind = JsonValue::Kind::kNumber;
    value.number = number;
    return Put(std::move(value));
  }
  JsonValue* Add(JsonValue value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    open_.back()->members.emplace_back(std::move(key_), std::move(value));
    key_.clear();
    return &open_.back()->members.back().second;
  }
  bool Put(JsonValue value) {
    Add(std::move(value));
    return true;
  }
  // What is open lies at the end of what holds it, which does not grow before that is closed.
  bool Open(JsonValue::Kind kind) {
    if (open_.size() >= kDepthMax) return Refuse(Code::kTooDeep);
    JsonValue value;
    value.kind = kind;
    open_.push_back(Add(std::move(value)));
    return true;
  }
  bool Close() {
    open_.pop_back();
    return true;
  }

  std::vector<JsonValue*> open_;
  std::string key_;
};

}  // namespace

Result<JsonValue> ReadJson(std::string_view json) {
  if (json.size() > kBytesMax) return Error(Code::kTooLarge);
  const auto refuse = [&](Code code, std::size_t at) {
    ErrorDetail detail;
    detail.rule = "json";
    detail.place.offset = static_cast<std::uint32_t>(at);
    return Error(code, std::move(detail));
  };
  if (const auto bad = FindInvalidUtf8(json)) return refuse(Code::kInvalidUtf8, *bad);
  Builder builder;
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &builder))
    return refuse(builder.code, builder.position);
  return std::move(builder.root);
}

#else

Result<JsonValue> ReadJson(std::string_view) { return Error(Code::kNotBuilt); }

#endif

}  // namespace yesan::internal
