#include "yesan/exchange/policy_json.h"

#include <gtest/gtest.h>

#include <string>

namespace yesan {
namespace {

TEST(PolicyJson, WritesTheSameBytesForTheSamePolicy) {
  Policy policy;
  policy.name = "따옴표\" 역사선\\ \n";
  PolicyLine line;
  line.topic = PolicyTopic::kBarredOut;
  line.first_day = *Date::Make(1, 1, 1);
  line.last_day = *Date::Make(2025, 12, 1);
  line.cause = Cause::kIntraProgramVirement;
  line.objects = {"401", "101"};
  policy.lines = {line};
  EXPECT_EQ(*WritePolicy(policy),
            "{\n  \"format\": \"yesan.policy/1\",\n  \"name\": \"따옴표\\\" 역사선\\\\ \\u000a\",\n"
            "  \"control_level\": \"item\",\n  \"lines\": [\n"
            "    {\"topic\": \"barred_out\", \"last_day\": \"2025-12-01\", "
            "\"cause\": \"intra_program_virement\", \"objects\": [\"401\", \"101\"]}\n  ]\n}\n");
  EXPECT_EQ(*WritePolicy(Policy()),
            "{\n  \"format\": \"yesan.policy/1\",\n  \"name\": \"\",\n"
            "  \"control_level\": \"item\",\n  \"lines\": []\n}\n");
}

TEST(PolicyJson, RefusesToWriteWhatHasNoName) {
  Policy policy;
  policy.lines.resize(2);
  policy.lines[1].topic = static_cast<PolicyTopic>(99);
  const auto refused = WritePolicy(policy);
  EXPECT_EQ(refused.code(), Code::kInvalidArgument);
  EXPECT_EQ(refused.error().row(), 1);
  policy.lines.resize(1);
  policy.lines[0].article = "\xFF";
  EXPECT_EQ(WritePolicy(policy).code(), Code::kInvalidUtf8);
}

#ifdef YESAN_WITH_JSON

bool Same(const PolicyLine& a, const PolicyLine& b) {
  return a.topic == b.topic && a.first_day == b.first_day && a.last_day == b.last_day &&
         a.article == b.article && a.kind == b.kind && a.cause == b.cause &&
         a.authorization == b.authorization && a.objects == b.objects && a.number == b.number &&
         a.month == b.month && a.day == b.day;
}

TEST(PolicyJson, ReadsBackTheBuiltInPolicies) {
  for (const Policy& policy : {Policy::KoreanLocalGovernment(), Policy::Permissive()}) {
    const Result<std::string> text = WritePolicy(policy);
    ASSERT_TRUE(text.ok());
    const Result<Policy> again = ReadPolicy(*text);
    ASSERT_TRUE(again.ok()) << again.error().message().en;
    EXPECT_EQ(again->name, policy.name);
    EXPECT_EQ(again->control_level, policy.control_level);
    ASSERT_EQ(again->lines.size(), policy.lines.size());
    for (std::size_t i = 0; i < policy.lines.size(); ++i)
      EXPECT_TRUE(Same(again->lines[i], policy.lines[i])) << i;
    EXPECT_EQ(*WritePolicy(*again), *text);
  }
}

TEST(PolicyJson, ReadsTheExampleOfItsManual) {
  const Result<Policy> policy = ReadPolicy(
      "\xEF\xBB\xBF"
      R"({
    "format": "yesan.policy/1", "name": "시험", "control_level": "unit_program",
    "lines": [
      {"topic": "separate_officers", "article": "지방회계법 §36"},
      {"number": "province_funds", "topic": "earmarked_source"},
      {"topic": "after_year_until", "kind": "disburse", "month": 1, "day": 20}
    ]})");
  ASSERT_TRUE(policy.ok()) << policy.error().message().en;
  EXPECT_EQ(policy->control_level, ControlLevel::kUnitProgram);
  ASSERT_EQ(policy->lines.size(), 3U);
  EXPECT_EQ(policy->lines[0].first_day.ToString(), "0001-01-01");
  EXPECT_EQ(policy->lines[0].last_day.ToString(), "9999-12-31");
  EXPECT_EQ(policy->lines[1].number, static_cast<std::int64_t>(FundingSource::kProvinceFunds));
  EXPECT_EQ(policy->lines[2].month, 1);
  EXPECT_EQ(policy->lines[2].kind, EntryKind::kDisburse);
}

struct Wrong {
  const char* line;  // of lines
  Code code;
  const char* rule;
  const char* path;
  const char* at;  // the text at the place
};

TEST(PolicyJson, RefusesEachMistakeInALineAtItsPlace) {
  const Wrong wrongs[] = {
      {R"({"topic": "allotments"})", Code::kInvalidArgument, "policy_json.value",
       "$.lines[1].topic", "\"allotments\""},
      {R"({"topic": "allotment", "artikel": "1"})", Code::kInvalidArgument,
       "policy_json.unknown_key", "$.lines[1]", "\"artikel\""},
      {R"({"topic": "allotment", "topic": "allotment"})", Code::kDuplicate,
       "policy_json.duplicate_key", "$.lines[1].topic", "\"topic\""},
      {R"({"article": "없음"})", Code::kNotFound, "policy_json.missing_key", "$.lines[1]",
       R"({"article": "없음"})"},
      {R"({"topic": "after_year_until", "month": 3, "day": 31})", Code::kNotFound,
       "policy_json.missing_key", "$.lines[1]",
       R"({"topic": "after_year_until", "month": 3, "day": 31})"},
      {R"({"topic": "needs_authorization", "kind": "appropriate", "cause": "original"})",
       Code::kNotFound, "policy_json.missing_key", "$.lines[1]",
       R"({"topic": "needs_authorization", "kind": "appropriate", "cause": "original"})"},
      {R"({"topic": 3})", Code::kInvalidArgument, "policy_json.type", "$.lines[1].topic", "3"},
      {R"({"topic": null})", Code::kInvalidArgument, "policy_json.type", "$.lines[1].topic",
       "null"},
      {R"({"topic": "plan_years_max", "number": 5.0})", Code::kInvalidArgument, "policy_json.type",
       "$.lines[1].number", "5.0"},
      {R"({"topic": "plan_years_max", "number": true})", Code::kInvalidArgument, "policy_json.type",
       "$.lines[1].number", "true"},
      {R"({"topic": "plan_years_max", "number": 18446744073709551615})", Code::kOutOfRange,
       "policy_json.range", "$.lines[1].number", "18446744073709551615"},
      {R"({"topic": "after_year_until", "month": 4294967297})", Code::kOutOfRange,
       "policy_json.range", "$.lines[1].month", "4294967297"},
      {R"({"topic": "allotment", "last_day": "2025.12.1"})", Code::kSyntax, "policy_json.day",
       "$.lines[1].last_day", "\"2025.12.1\""},
      {R"({"topic": "allotment", "last_day": "2025-02-29"})", Code::kOutOfRange, "policy_json.day",
       "$.lines[1].last_day", "\"2025-02-29\""},
      {R"({"topic": "barred_out", "objects": ["101", 5]})", Code::kInvalidArgument,
       "policy_json.type", "$.lines[1].objects[1]", "5"},
      {R"({"topic": "barred_out", "objects": "101"})", Code::kInvalidArgument, "policy_json.type",
       "$.lines[1].objects", "\"101\""},
      {R"({"topic": "plan_years_max", "number": "national_subsidy"})", Code::kInvalidArgument,
       "policy_json.value", "$.lines[1].number", "\"national_subsidy\""},
      {R"({"topic": "needs_authorization", "cause": "a \" b\\"})", Code::kInvalidArgument,
       "policy_json.value", "$.lines[1].cause", R"("a \" b\\")"},
      {R"("allotment")", Code::kInvalidArgument, "policy_json.type", "$.lines[1]", "\"allotment\""},
      {R"([])", Code::kInvalidArgument, "policy_json.type", "$.lines[1]", "["},
      // What CheckPolicy refuses is at the line.
      {R"({"topic": "plan_years_max", "number": 0})", Code::kInvalidArgument, "policy.number",
       "$.lines[1]", R"({"topic": "plan_years_max", "number": 0})"},
      {R"({"topic": "plan_years_max", "number": 7})", Code::kInvalidArgument,
       "policy.contradiction", "$.lines[1]", R"({"topic": "plan_years_max", "number": 7})"},
  };
  for (const Wrong& wrong : wrongs) {
    const std::string json =
        "{\"format\": \"yesan.policy/1\",\n \"lines\": [\n"
        "  {\"topic\": \"plan_years_max\", \"number\": 5},\n  " +
        std::string(wrong.line) + "\n]}";
    const Result<Policy> policy = ReadPolicy(json);
    ASSERT_FALSE(policy.ok()) << wrong.line;
    const Error& error = policy.error();
    EXPECT_EQ(error.code(), wrong.code) << error.message().en;
    EXPECT_EQ(error.rule(), wrong.rule) << wrong.line;
    EXPECT_EQ(error.place().line, 4U) << wrong.line;
    EXPECT_EQ(json.substr(error.place().offset, error.place().length), wrong.at);
    EXPECT_EQ(json.rfind('\n', error.place().offset) + error.place().column, error.place().offset)
        << wrong.line;
    EXPECT_NE(error.message().en.find(std::string("(") + wrong.path + ")"), std::string::npos)
        << error.message().en;
    EXPECT_NE(error.message().ko.find(std::string("(") + wrong.path + ")"), std::string::npos);
    // A line that is no object is not a row yet.
    if (std::string(wrong.path) != "$.lines[1]") {
      EXPECT_EQ(error.row(), 1) << wrong.line;
    }
  }
}

TEST(PolicyJson, RefusesDocumentsThatAreNoPolicy) {
  const struct {
    const char* json;
    Code code;
    const char* rule;
  } wrongs[] = {
      {"", Code::kSyntax, "policy_json.syntax"},
      {"{", Code::kSyntax, "policy_json.syntax"},
      {"{\"format\": \"yesan.policy/1\", \"lines\": []} x", Code::kSyntax, "policy_json.syntax"},
      {"{\"format\": \"yesan.policy/1\", \"lines\": [],}", Code::kSyntax, "policy_json.syntax"},
      {"[]", Code::kInvalidArgument, "policy_json.type"},
      {"7", Code::kInvalidArgument, "policy_json.type"},
      {"\"x\"", Code::kInvalidArgument, "policy_json.type"},
      {"{}", Code::kNotFound, "policy_json.missing_key"},
      {"{\"format\": \"yesan.policy/1\"}", Code::kNotFound, "policy_json.missing_key"},
      {"{\"format\": \"yesan.policy/2\", \"lines\": []}", Code::kInvalidArgument,
       "policy_json.value"},
      {"{\"format\": \"yesan.policy/1\", \"lines\": {}}", Code::kInvalidArgument,
       "policy_json.type"},
      {"{\"name\": [[[[[[[[1]]]]]]]]}", Code::kTooDeep, "policy_json.depth"},
      {"{\"format\": \"\xFF\"}", Code::kInvalidUtf8, "policy_json.syntax"},
      {"{\"control_level\": \"program\"}", Code::kInvalidArgument, "policy_json.value"},
  };
  for (const auto& wrong : wrongs) {
    const Result<Policy> policy = ReadPolicy(wrong.json);
    ASSERT_FALSE(policy.ok()) << wrong.json;
    EXPECT_EQ(policy.code(), wrong.code) << policy.error().message().en;
    EXPECT_EQ(policy.error().rule(), wrong.rule) << wrong.json;
    EXPECT_TRUE(policy.error().place().known());
  }
}

TEST(PolicyJson, KeepsItsLimits) {
  const std::string json = *WritePolicy(Policy::KoreanLocalGovernment());
  PolicyReadOptions options;
  options.bytes_max = json.size() - 1;
  EXPECT_EQ(ReadPolicy(json, options).error().rule(), "policy_json.size");
  options = PolicyReadOptions();
  options.lines_max = 3;
  EXPECT_EQ(ReadPolicy(json, options).error().rule(), "policy_json.lines");
  options = PolicyReadOptions();
  options.depth_max = 3;
  EXPECT_EQ(ReadPolicy(json, options).code(), Code::kTooDeep);
  options.depth_max = 4;
  EXPECT_TRUE(ReadPolicy(json, options).ok());
}

#else

TEST(PolicyJson, SaysThatItWasNotBuilt) { EXPECT_EQ(ReadPolicy("{}").code(), Code::kNotBuilt); }

#endif

}  // namespace
}  // namespace yesan
