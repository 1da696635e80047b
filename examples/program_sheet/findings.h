// Findings for programs: JSON and CSV.
#pragma once

#include <string>
#include <vector>

#include "yesan/base/finding.h"
#include "yesan/base/message.h"
#include "yesan/report/summary.h"

// {"documents": […], "findings": […], "counts": {…}}; both languages of each message. A document that was read has the
// text in it that was not understood, one that was not has the reason.
std::string FindingsAsJson(const std::vector<yesan::SummaryEntry>& entries,
                           const std::vector<yesan::Finding>& findings);

// RFC 4180 with a header row and LF line ends; a field that a spreadsheet would take for a formula has a ' before it.
std::string FindingsAsCsv(const std::vector<yesan::SummaryEntry>& entries,
                          const std::vector<yesan::Finding>& findings, yesan::Language language);
