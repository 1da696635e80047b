#include <cstdint>
#include <string>
#include <utility>

#include "lib/exchange/policy_words.h"
#include "yesan/base/text.h"
#include "yesan/exchange/policy_json.h"

namespace yesan {
namespace {

// Escapes what JSON must have escaped, and nothing else.
void AppendText(std::string_view text, std::string& out) {
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

void AppendPair(std::string_view key, std::string_view text, std::string& out) {
  out.append(", \"").append(key).append("\": ");
  AppendText(text, out);
}

void AppendPair(std::string_view key, std::int64_t number, std::string& out) {
  out.append(", \"").append(key).append("\": ").append(std::to_string(number));
}

Error Refuse(Code code, std::int64_t row, std::string ko, std::string en) {
  ErrorDetail detail;
  detail.rule = "policy_json.write";
  detail.row = row;
  detail.message = {std::move(ko), std::move(en)};
  return Error(code, std::move(detail));
}

Result<void> CheckNames(const PolicyLine& line, std::int64_t row) {
  if (Name(line.topic) == "unknown" || Name(line.kind) == "unknown" ||
      Name(line.cause) == "unknown" || Name(line.authorization) == "unknown")
    return Refuse(Code::kInvalidArgument, row,
                  "정책의 " + std::to_string(row + 1) + "번째 줄에 목록에 없는 번호가 있습니다.",
                  "Policy line " + std::to_string(row + 1) + " holds a number that names nothing.");
  bool valid = !FindInvalidUtf8(line.article);
  for (const std::string& code : line.objects) valid = valid && !FindInvalidUtf8(code);
  if (valid) return {};
  return Refuse(Code::kInvalidUtf8, row,
                "정책의 " + std::to_string(row + 1) + "번째 줄에 UTF-8이 아닌 글이 있습니다.",
                "Policy line " + std::to_string(row + 1) + " holds text that is not UTF-8.");
}

}  // namespace

Result<std::string> WritePolicy(const Policy& policy) {
  if (FindInvalidUtf8(policy.name))
    return Refuse(Code::kInvalidUtf8, -1, "정책의 이름이 UTF-8이 아닙니다.",
                  "The name of the policy is not UTF-8.");
  if (Name(policy.control_level) == "unknown")
    return Refuse(Code::kInvalidArgument, -1, "그런 통제 단계는 없습니다.",
                  "There is no such level of control.");
  std::string out = "{\n  \"format\": ";
  AppendText(internal::kPolicyFormat, out);
  out.append(",\n  \"name\": ");
  AppendText(policy.name, out);
  out.append(",\n  \"control_level\": ");
  AppendText(Name(policy.control_level), out);
  out.append(",\n  \"lines\": [");
  const PolicyLine plain;
  bool first = true;
  std::int64_t row = 0;
  for (const PolicyLine& line : policy.lines) {
    if (Result<void> checked = CheckNames(line, row++); !checked) return std::move(checked).error();
    out.append(first ? "\n    {\"topic\": " : ",\n    {\"topic\": ");
    first = false;
    AppendText(Name(line.topic), out);
    if (!line.article.empty()) AppendPair("article", line.article, out);
    if (line.first_day.days() != Date::kFirstDays)
      AppendPair("first_day", line.first_day.ToString(), out);
    if (line.last_day.days() != Date::kLastDays)
      AppendPair("last_day", line.last_day.ToString(), out);
    const bool authorizes = line.topic == PolicyTopic::kNeedsAuthorization;
    if (line.kind != plain.kind || authorizes || line.topic == PolicyTopic::kAfterYearUntil)
      AppendPair("kind", Name(line.kind), out);
    if (line.cause != plain.cause) AppendPair("cause", Name(line.cause), out);
    if (line.authorization != plain.authorization || authorizes)
      AppendPair("authorization", Name(line.authorization), out);
    if (!line.objects.empty()) {
      out.append(", \"objects\": [");
      for (std::size_t i = 0; i < line.objects.size(); ++i) {
        if (i > 0) out.append(", ");
        AppendText(line.objects[i], out);
      }
      out.push_back(']');
    }
    if (line.number != 0) {
      const bool is_source =
          line.topic == PolicyTopic::kEarmarkedSource && line.number >= 1 &&
          line.number <= static_cast<std::int64_t>(FundingSource::kDecentralizationGrant);
      if (is_source) {
        AppendPair("number", Name(static_cast<FundingSource>(line.number)), out);
      } else {
        AppendPair("number", line.number, out);
      }
    }
    if (line.month != 0) AppendPair("month", line.month, out);
    if (line.day != 0) AppendPair("day", line.day, out);
    out.push_back('}');
  }
  out.append(policy.lines.empty() ? "]\n}\n" : "\n  ]\n}\n");
  return out;
}

}  // namespace yesan
