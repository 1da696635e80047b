/// @file
/// The whole C++ library in one include. The C library is in capi.h.
///
/// Each module uses only those before it: base, money and calendar, budget, ledger, settlement, sheet, check,
/// report, exchange.
#pragma once

#include "yesan/base/code.h"
#include "yesan/base/error.h"
#include "yesan/base/finding.h"
#include "yesan/base/message.h"
#include "yesan/base/place.h"
#include "yesan/base/result.h"
#include "yesan/base/text.h"
#include "yesan/base/version.h"

#include "yesan/money/allocate.h"
#include "yesan/money/amount.h"
#include "yesan/money/column.h"
#include "yesan/money/decimal.h"
#include "yesan/money/format.h"
#include "yesan/money/money.h"
#include "yesan/money/paired_amount.h"
#include "yesan/money/ratio.h"
#include "yesan/money/rounding.h"
#include "yesan/money/small.h"
#include "yesan/money/unit.h"
#include "yesan/money/words.h"

#include "yesan/calendar/date.h"
#include "yesan/calendar/deadlines.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/calendar/period.h"

#include "yesan/budget/budget_amount.h"
#include "yesan/budget/budget_item.h"
#include "yesan/budget/classification.h"
#include "yesan/budget/contract.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/budget/formula.h"
#include "yesan/budget/funding.h"
#include "yesan/budget/legal_basis.h"
#include "yesan/budget/program.h"
#include "yesan/budget/results.h"
#include "yesan/budget/rounding_inference.h"
#include "yesan/budget/schedule.h"

#include "yesan/ledger/authorization.h"
#include "yesan/ledger/balances.h"
#include "yesan/ledger/book.h"
#include "yesan/ledger/book_parts.h"
#include "yesan/ledger/entry.h"
#include "yesan/ledger/ids.h"
#include "yesan/ledger/journal.h"
#include "yesan/ledger/policy.h"

#include "yesan/settlement/comparison.h"
#include "yesan/settlement/execution_rate.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"
#include "yesan/settlement/settlement_row.h"

#include "yesan/sheet/read.h"
#include "yesan/sheet/sheet.h"
#include "yesan/sheet/views.h"
#include "yesan/sheet/write.h"

#include "yesan/check/check.h"
#include "yesan/check/proof.h"
#include "yesan/check/rows.h"

#include "yesan/report/html.h"
#include "yesan/report/report.h"
#include "yesan/report/summary.h"
#include "yesan/report/tables.h"
#include "yesan/report/text_table.h"

#include "yesan/exchange/columns.h"
#include "yesan/exchange/csv.h"
#include "yesan/exchange/csv_tables.h"
#include "yesan/exchange/load.h"
#include "yesan/exchange/policy_json.h"
