#include "yesan/base/finding.h"

#include <algorithm>
#include <tuple>

namespace yesan {

std::string_view Name(Severity severity) noexcept {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kAsk:
      return "ask";
    case Severity::kNote:
      return "note";
  }
  return "unknown";
}

void SortByPlace(std::vector<Finding>& findings) {
  const auto before = [](const Finding& a, const Finding& b) {
    return std::tie(a.document, a.place.line, a.place.column, a.rule) <
           std::tie(b.document, b.place.line, b.place.column, b.rule);
  };
  // Findings are large: those in order already are not moved.
  if (!std::is_sorted(findings.begin(), findings.end(), before))
    std::stable_sort(findings.begin(), findings.end(), before);
}

}  // namespace yesan
