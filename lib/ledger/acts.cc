#include "lib/ledger/acts.h"

#include <utility>

#include "yesan/base/text.h"

namespace yesan::internal {

Error RefuseAct(Code code, std::string rule, std::string ko, std::string en, std::int64_t row) {
  ErrorDetail detail;
  detail.rule = std::move(rule);
  detail.row = row;
  detail.message = {std::move(ko), std::move(en)};
  return Error(code, std::move(detail));
}

Result<void> CheckName(std::string_view name, std::string_view rule, std::string_view ko,
                       std::string_view en) {
  if (FindInvalidUtf8(name))
    return RefuseAct(Code::kInvalidUtf8, std::string(rule),
                     std::string(ko) + " 이름이 UTF-8이 아닙니다.",
                     "The name of the " + std::string(en) + " is not UTF-8.");
  if (Trim(name).empty())
    return RefuseAct(Code::kInvalidArgument, std::string(rule),
                     std::string(ko) + " 이름이 비어 있습니다.",
                     "The " + std::string(en) + " has no name.");
  return {};
}

}  // namespace yesan::internal
