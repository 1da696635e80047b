/// @file
/// Policies as JSON (RFC 8259), so that the rules of a place can be kept, read and changed without a compiler.
///
/// A document is one object:
/// @code{.unparsed}
///   {
///     "format": "yesan.policy/1",
///     "name": "대한민국 지방자치단체",
///     "control_level": "item",
///     "lines": [
///       {"topic": "separate_officers", "article": "지방회계법 §36"},
///       {"topic": "barred_out", "article": "지방재정법 시행령 §55", "last_day": "2025-12-01",
///        "cause": "intra_program_virement", "objects": ["401"]},
///       {"topic": "after_year_until", "kind": "disburse", "month": 1, "day": 20}
///     ]
///   }
/// @endcode
/// `format` and `lines` are needed; `name` is empty and `control_level` is `item` where they are not there. A line is a
/// PolicyLine: `topic` is needed, and `kind` by `after_year_until`, `kind` and `authorization` by `needs_authorization`;
/// everything else has the value that PolicyLine gives it, and days that are not there are
/// 0001-01-01 and 9999-12-31: the line always binds.
///
/// | key | value |
/// |---|---|
/// | `topic` | Name(PolicyTopic) |
/// | `first_day`, `last_day` | a day as `2025-12-01` |
/// | `article` | any text |
/// | `kind`, `cause` | Name(EntryKind), Name(Cause): `disburse`, `supplementary_1` |
/// | `authorization` | Name(AuthorizationKind): `council_vote` |
/// | `objects` | an array of codes, as texts |
/// | `number` | a whole number; of `earmarked_source` the name of a FundingSource too: `national_subsidy` |
/// | `month`, `day` | whole numbers |
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/error.h"
#include "yesan/base/result.h"
#include "yesan/ledger/policy.h"

namespace yesan {

/// `after_year_until`, `separate_officers`, …: PolicyTopic without its k, in small letters; `unknown` for a number that is
/// no topic.
[[nodiscard]] std::string_view Name(PolicyTopic topic) noexcept;

/// Limits of ReadPolicy.
struct PolicyReadOptions {
  std::size_t bytes_max = std::size_t{1} << 20;  ///< Of the document.
  std::size_t depth_max = 8;  ///< Objects and arrays inside each other; the format itself needs 4.
  std::size_t lines_max = 10'000;  ///< Lines of the policy.
};

/// Reads a policy and checks it.
///
/// Every refusal has the place of what it is about, line, column and bytes, and its message the path (`$.lines[3].cause`);
/// inside a line of the policy its row is the line, from 0 on. UTF-8 with or without a BOM. In the order in which they are found:
/// - Code::kTooLarge `policy_json.size`, kTooDeep `policy_json.depth`, kTooLarge `policy_json.lines`: the limits;
/// - kInvalidUtf8 and kSyntax `policy_json.syntax`: no JSON, or something behind its end;
/// - kInvalidArgument `policy_json.unknown_key`: a key that is not in the table; kDuplicate `policy_json.duplicate_key`;
/// - kInvalidArgument `policy_json.type`: a text where a number is wanted, a number with a fraction, null;
/// - kOutOfRange `policy_json.range`: a number beyond 64 bits, a month or day beyond 32;
/// - kInvalidArgument `policy_json.value`: a word that is none of the list, which the message tells; kSyntax or kOutOfRange
///   `policy_json.day`: no day;
/// - kNotFound `policy_json.missing_key`: `format`, `lines`, `topic`, and what a topic needs;
/// - what CheckPolicy refuses, lines that contradict each other among it, with its rule, at the place of its line.
///
/// Refuses with kNotBuilt in a library that was built without YESAN_WITH_JSON.
[[nodiscard]] Result<Policy> ReadPolicy(std::string_view json,
                                        const PolicyReadOptions& options = PolicyReadOptions());

/// Writes a policy, a line a row, ended by LF. The same policy writes the same bytes; values that a reader would give
/// anyway are left out. ReadPolicy reads back the same policy, where CheckPolicy takes it. Works in every build.
/// Refuses with Code::kInvalidUtf8 (a name, article or code) and kInvalidArgument (a number that is no topic, kind,
/// cause, level or authorization); row: the line.
[[nodiscard]] Result<std::string> WritePolicy(const Policy& policy);

}  // namespace yesan
