// Any bytes as a policy: nothing crashes, a refusal has its place, and what is read is written and read as the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "yesan/base/text.h"
#include "yesan/exchange/policy_json.h"

namespace {

void Demand(bool claim) {
  if (!claim) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const yesan::Result<yesan::Policy> policy = yesan::ReadPolicy(text);
  if (!policy) {
    if (policy.code() == yesan::Code::kNotBuilt) return 0;
    const yesan::Place place = policy.error().place();
    Demand(place.known() && place.column >= 1 && place.offset + place.length <= text.size());
    Demand(!yesan::FindInvalidUtf8(policy.error().message().ko));
    Demand(!yesan::FindInvalidUtf8(policy.error().message().en));
    Demand(policy.code() != yesan::Code::kInternal);
    return 0;
  }
  Demand(yesan::CheckPolicy(*policy).ok());
  const yesan::Result<std::string> written = yesan::WritePolicy(*policy);
  Demand(written.ok());
  const yesan::Result<yesan::Policy> again = yesan::ReadPolicy(*written);
  Demand(again.ok() && *yesan::WritePolicy(*again) == *written);
  return 0;
}
