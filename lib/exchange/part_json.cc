#include "lib/exchange/part_json.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "lib/budget/cost_basis_read.h"
#include "lib/exchange/json_value.h"
#include "lib/exchange/part_fields.h"
#include "yesan/calendar/date.h"
#include "yesan/money/amount.h"

namespace yesan::internal {

namespace {

template <class T>
const T* Tag() noexcept {
  return nullptr;
}

// ---- writing ----

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) { out_.push_back('{'); }

  template <class T>
  void operator()(std::string_view name, const T& value) {
    const std::size_t before = out_.size();
    if (out_.back() != '{') out_.push_back(',');
    out_.append("\"").append(name).append("\":");
    if (!Put(value)) out_.resize(before);
  }
  void End() { out_.push_back('}'); }

 private:
  // False: it says nothing.
  bool Put(const std::string& text) {
    AppendJsonText(text, out_);
    return !text.empty();
  }
  bool Put(bool flag) {
    out_.append(flag ? "true" : "false");
    return flag;
  }
  bool Put(Money amount) {
    out_.append("\"").append(std::to_string(amount.minor())).append("\"");
    return !amount.is_zero();
  }
  bool Put(const Decimal& number) {
    out_.append("\"").append(number.ToString()).append("\"");
    return true;
  }
  bool Put(Date day) {
    out_.append("\"").append(day.ToString()).append("\"");
    return true;
  }
  template <class T>
  bool Put(const std::optional<T>& value) {
    // Here zero is not nothing.
    if (value) static_cast<void>(Put(*value));
    return value.has_value();
  }
  template <class T>
  bool Put(const std::vector<T>& list) {
    out_.push_back('[');
    for (const T& value : list) {
      if (&value != list.data()) out_.push_back(',');
      static_cast<void>(Put(value));
    }
    out_.push_back(']');
    return !list.empty();
  }
  template <class T>
  bool Put(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      out_.append(std::to_string(static_cast<std::int64_t>(value)));
      return true;
    } else if constexpr (std::is_integral_v<T>) {
      out_.append(std::to_string(value));
      return value != 0;
    } else {
      const std::size_t before = out_.size();
      Writer inner(out_);
      Fields(inner, value, Tag<T>());
      inner.End();
      return out_.size() > before + 2;
    }
  }

  std::string& out_;
};

template <class Part>
void Write(const Part& part, std::string& out) {
  Writer writer(out);
  Fields(writer, part, Tag<Part>());
  writer.End();
}

// ---- reading ----

class Reader {
 public:
  explicit Reader(const JsonValue& object) : object_(object) {
    if (object.kind != JsonValue::Kind::kObject) code_ = Code::kSyntax;
  }

  template <class T>
  void operator()(std::string_view name, T& value) {
    const JsonValue* member = code_ == Code::kOk ? object_.Find(name) : nullptr;
    if (member == nullptr) return;
    ++taken_;
    Get(*member, value);
  }
  // A key that nobody asked for is of another version, or of nobody.
  [[nodiscard]] Code End() const noexcept {
    return code_ == Code::kOk && taken_ != object_.members.size() ? Code::kSyntax : code_;
  }

 private:
  bool Is(const JsonValue& json, JsonValue::Kind kind) {
    if (json.kind == kind) return true;
    code_ = Code::kSyntax;
    return false;
  }
  void Get(const JsonValue& json, std::string& text) {
    if (Is(json, JsonValue::Kind::kText)) text = json.text;
  }
  void Get(const JsonValue& json, bool& flag) {
    if (Is(json, JsonValue::Kind::kFlag)) flag = json.flag;
  }
  void Get(const JsonValue& json, Money& amount) {
    Decimal number;
    Get(json, number);
    const auto whole = number.ToInt64();
    if (whole) {
      amount = Money(*whole);
    } else {
      code_ = Code::kOutOfRange;
    }
  }
  void Get(const JsonValue& json, Decimal& number) {
    if (!Is(json, JsonValue::Kind::kText)) return;
    auto parsed = Decimal::Parse(json.text);
    if (parsed) {
      number = *parsed;
    } else {
      code_ = parsed.code();
    }
  }
  void Get(const JsonValue& json, Date& day) {
    if (!Is(json, JsonValue::Kind::kText)) return;
    const auto parsed = ParseDate(json.text);
    if (parsed) {
      day = *parsed;
    } else {
      code_ = parsed.code();
    }
  }
  template <class T>
  void Get(const JsonValue& json, std::optional<T>& value) {
    Get(json, value.emplace());
  }
  template <class T>
  void Get(const JsonValue& json, std::vector<T>& list) {
    if (!Is(json, JsonValue::Kind::kArray)) return;
    list.resize(json.members.size());
    for (std::size_t i = 0; i < list.size(); ++i) Get(json.members[i].second, list[i]);
  }
  template <class T>
  void Get(const JsonValue& json, T& value) {
    if constexpr (std::is_enum_v<T>) {
      std::underlying_type_t<T> number{};
      Get(json, number);
      value = static_cast<T>(number);
    } else if constexpr (std::is_integral_v<T>) {
      if (!Is(json, JsonValue::Kind::kNumber)) return;
      bool fits = json.number >= 0;
      if constexpr (std::is_signed_v<T>) {
        fits = json.number >= std::int64_t{std::numeric_limits<T>::min()} &&
               json.number <= std::int64_t{std::numeric_limits<T>::max()};
      } else {
        fits = fits && static_cast<std::uint64_t>(json.number) <= std::numeric_limits<T>::max();
      }
      if (!fits) {
        code_ = Code::kOutOfRange;
        return;
      }
      value = static_cast<T>(json.number);
    } else {
      Reader inner(json);
      Fields(inner, value, Tag<T>());
      if (const Code code = inner.End(); code != Code::kOk) code_ = code;
    }
  }

  const JsonValue& object_;
  std::size_t taken_ = 0;
  Code code_ = Code::kOk;
};

template <class Part>
Result<Part> Read(std::string_view json) {
  Result<JsonValue> value = ReadJson(json);
  if (!value) return std::move(value).error();
  Part part;
  Reader reader(*value);
  Fields(reader, part, Tag<Part>());
  if (const Code code = reader.End(); code != Code::kOk) return Error(code);
  return part;
}

}  // namespace

void AppendJson(const ProgramYear& year, std::string& out) { Write(year, out); }
void AppendJson(const ImportedYear& year, std::string& out) { Write(year, out); }
void AppendJson(const ImportedBudget& budget, std::string& out) { Write(budget, out); }

void AppendJson(const CostBasis& basis, std::string& out) {
  BasisFields fields;
  fields.column_unit = basis.column_unit();
  fields.nodes.reserve(basis.size());
  for (std::size_t i = 0; i < basis.size(); ++i) {
    const BasisNode& node = basis.node(static_cast<BasisNodeId>(i));
    fields.nodes.push_back({node.text, node.label, node.bullet, node.role, node.remark,
                            node.refusal, node.text_place, node.won_amount, node.unit_amount,
                            node.place, node.parent + 1});
  }
  Write(fields, out);
}

Result<ProgramYear> ReadProgramYear(std::string_view json) { return Read<ProgramYear>(json); }
Result<ImportedYear> ReadImportedYear(std::string_view json) { return Read<ImportedYear>(json); }
Result<ImportedBudget> ReadImportedBudget(std::string_view json) {
  return Read<ImportedBudget>(json);
}

Result<CostBasis> ReadCostBasis(std::string_view json) {
  Result<BasisFields> fields = Read<BasisFields>(json);
  if (!fields) return std::move(fields).error();
  CostBasis basis = CostBasis::FromLines({}, fields->column_unit);
  for (NodeFields& of : fields->nodes) {
    // The formula, or why there is none, follows from the text; everything else is what the node said.
    BasisNode node;
    node.text = of.text;
    if (!node.text.empty()) ReadNode(node, 0, fields->column_unit);
    node.text = std::move(of.text);
    node.label = std::move(of.label);
    node.bullet = std::move(of.bullet);
    node.role = of.role;
    node.remark = of.remark;
    node.refusal = of.refusal;
    node.text_place = of.text_place;
    node.won_amount = of.won_amount;
    node.unit_amount = of.unit_amount;
    node.place = of.place;
    if (of.parent < 0) return Error(Code::kOutOfRange);
    Result<BasisNodeId> added = basis.Add(std::move(node), of.parent - 1);
    if (!added) return std::move(added).error();
  }
  return basis;
}

}  // namespace yesan::internal
