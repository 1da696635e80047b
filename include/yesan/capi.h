/// @file
/// The whole C library, in plain C99: money and decimals, days and periods, cost-basis formulas, budgets built by hand,
/// the budget ledger with its control, settlements and rollovers, and program sheets (사업별 설명서) read, proved, taken apart
/// into columns, written and drawn.
///
/// Conventions, in the order in which you will need them:
///
/// 1. Plain C99 and fixed-width types. Codes, kinds and modes are `int32_t` with an anonymous `enum` for the numbers.
///     There is no binary floating point anywhere: amounts are `int64_t` in won, rates and quantities yesan_decimal.
/// 2. Every function that can refuse returns a yesan_status, YESAN_OK (0) or YESAN_E_*, and takes a `yesan_error *error`
///     last, which may be NULL. The struct is yours: start it with YESAN_ERROR_INIT. It is written only on a refusal, and
///     nothing in it is to be freed.
/// 3. On a refusal every other output is unchanged. Nothing is ever half done.
/// 4. Inputs are borrowed for the call. Text is UTF-8, a pointer and a length in bytes; NULL is allowed with length 0.
///     Invalid UTF-8 is refused with YESAN_E_INVALID_UTF8 and its offset; NUL bytes are ordinary bytes; nothing is
///     normalised.
/// 5. Outputs are copied into your memory, sized by two calls. With capacity 0 a call reports the need and writes nothing
///     else; a buffer that is too small is refused with YESAN_E_BUFFER_TOO_SMALL (`asked`: the need, `available`: the
///     capacity). A text is followed by a NUL when there is room for one more byte; the length never counts it.
/// 6. Tables are structs of column pointers, one element a row, and a count. A NULL column is left out. Texts are
///     `offsets` (count + 1 of them, from 0) into `bytes`, as in Arrow's large_utf8. Days are `int32_t` since 1970-01-01 (Arrow's date32).
/// 7. Structs that you fill in begin with `struct_size` (their sizeof) and have `reserved` fields, which must be 0; both
///     are checked, YESAN_E_INVALID_ARGUMENT otherwise. A struct of results is filled in likewise before the call. Only
///     such structs grow, at their ends; yesan_decimal, yesan_place, yesan_text, yesan_text_column, yesan_text_out and
///     yesan_figure_columns never do.
/// 8. Columns go in as one batch, all or nothing; `error->row` names the first row refused. The `_check` function beside
///     a batch takes the same columns, changes nothing and says what would be refused, as a rule by one status a row.
/// 9. Handles (yesan_book, yesan_sheet, yesan_report) belong to whoever created them, until `_destroy`, which takes NULL
///     too. Programs, items and rows are numbered from 0 within their book, what is in a ledger from 1, where 0 is none; a number is
///     never used again.
/// 10. There is no init and no shutdown, no global state, and no function prints, reads the environment or opens a socket.
///     Functions without a handle may run in any number of threads. Functions on a const handle may overlap; a function
///     on a handle that is not const needs it alone.
/// 11. Nothing rounds without being told how: one of YESAN_ROUNDING_*.
/// 12. Every function refuses a NULL where its comment does not allow one, and a number that is none of the enum named,
///     with YESAN_E_INVALID_ARGUMENT; and may answer YESAN_E_NO_MEMORY or YESAN_E_INTERNAL. The comments do not repeat
///     this, nor YESAN_E_INVALID_UTF8 for text and YESAN_E_BUFFER_TOO_SMALL for outputs.
/// 13. A signature never changes and a number is never used again: what is new has a new name. `Since:` says from which
///     version on a function is there.
///
/// Not here: policies of your own, durable storage and exchange formats, which come with later versions.
#ifndef YESAN_CAPI_H
#define YESAN_CAPI_H

#include <stdint.h>

#if defined(_WIN32)
#if defined(YESAN_BUILDING)
#define YESAN_API __declspec(dllexport)
#else
#define YESAN_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define YESAN_API __attribute__((visibility("default")))
#else
/// Marks the functions of the C library.
#define YESAN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

// ---- version -----------------------------------------------------------------------------------

/// What yesan_abi_version() of the library that belongs to this header answers: major × 65536 + minor.
#define YESAN_ABI_VERSION 1u

/// The interface that the loaded library speaks: major × 65536 + minor. Until 1.0 a program must be run with the same
/// number that it was compiled with (YESAN_ABI_VERSION); from then on with the same major and at least the same minor.
/// Threads: any. Since: 0.1
YESAN_API uint32_t yesan_abi_version(void);

/// `0.1.0`: major, minor, patch; NUL-terminated, and there for as long as the library is loaded.
/// Threads: any. Since: 0.1
YESAN_API const char* yesan_version(void);

// ---- refusals ----------------------------------------------------------------------------------

/// YESAN_OK or one of YESAN_E_*.
typedef int32_t yesan_status;

/// Why a function refused. 1–9 misuse, 10–29 figures, 30–49 documents, 50–69 budgets and settlements,
/// 100–199 the ledger.
enum {
  YESAN_OK = 0,
  YESAN_E_INVALID_ARGUMENT =
      1,  ///< A NULL, an unknown number, a wrong struct_size, a reserved field that is not 0.
  YESAN_E_NO_MEMORY = 2,  ///< Memory ran out; nothing was changed.
  YESAN_E_NOT_BUILT = 3,  ///< The library was built without the option that this function needs.
  YESAN_E_BUFFER_TOO_SMALL = 4,  ///< Your buffer is too small; nothing was written.
  YESAN_E_INTERNAL = 5,          ///< A fault of the library itself. Please report it.
  YESAN_E_INVALID_UTF8 = 10,     ///< Text is not UTF-8; `offset` names the first offending byte.
  YESAN_E_SYNTAX = 11,           ///< Text is not written in the notation that was expected.
  YESAN_E_WRONG_GROUPING = 12,   ///< Thousands separators stand at wrong places: `35,498,8000`.
  YESAN_E_OVERFLOW = 13,         ///< The exact result does not fit the type.
  YESAN_E_INEXACT = 14,  ///< YESAN_ROUNDING_UNNECESSARY was asked for and a digit would be lost.
  YESAN_E_DIVISION_BY_ZERO = 15,  ///< The divisor is zero: there is no rate on a zero base.
  YESAN_E_OUT_OF_RANGE = 16,      ///< A value lies outside the range that the comment states.
  YESAN_E_WRONG_UNIT = 17,  ///< A unit is missing, or is not one of money where money was expected.
  YESAN_E_TOO_LARGE = 30,   ///< The document is larger than the limit.
  YESAN_E_TOO_DEEP = 31,    ///< Brackets or tags are nested deeper than the limit.
  YESAN_E_ENCODING = 32,    ///< The bytes look like another encoding, which the message names.
  YESAN_E_NOT_FOUND = 50,   ///< No program, item, row or document with that number or name.
  YESAN_E_DUPLICATE = 51,   ///< It is there already.
  YESAN_E_DOES_NOT_ADD_UP = 52,  ///< A total is not the sum of its parts.
  // What a ledger refuses: see yesan_ledger_post for the order in which a row is judged.
  YESAN_E_UNKNOWN_ITEM = 100,   ///< No item with that id.
  YESAN_E_UNKNOWN_KIND = 101,   ///< No kind of entry with that number.
  YESAN_E_UNKNOWN_CAUSE = 102,  ///< The kind cannot have that cause, or lacks one.
  YESAN_E_WRONG_ITEM = 103,     ///< A kind of revenue on an item of expenditure, or the reverse.
  YESAN_E_AMOUNT_NOT_POSITIVE = 104,  ///< An amount is zero or below: the kind has the direction.
  YESAN_E_UNKNOWN_SOURCE =
      105,  ///< No funding source of a budget with that number, or one is needed.
  YESAN_E_UNKNOWN_AUTHORIZATION = 106,  ///< No authorization with that id.
  YESAN_E_TEXT_TOO_LONG = 107,          ///< A memo or key is longer than its limit.
  YESAN_E_POSTED_BY_ROLLOVER = 108,     ///< Carry-overs are posted by Rollover, which keeps I7.
  YESAN_E_GROUP_MISSING = 109,          ///< A transfer stands in no group.
  YESAN_E_REFERENCE_MISSING = 110,      ///< The kind needs the entry that it settles or corrects.
  YESAN_E_UNKNOWN_REFERENCE = 111,      ///< No such entry, or a row of the batch that comes later.
  YESAN_E_WRONG_REFERENCE = 112,  ///< The entry is of another item, or of a kind that does not fit.
  YESAN_E_ALREADY_CORRECTED = 113,   ///< The entry has been negated before.
  YESAN_E_CORRECTION_DIFFERS = 114,  ///< A correction has the amount and the source of its entry.
  YESAN_E_STILL_USED = 115,  ///< Other entries settle, release or refund the one to be corrected.
  YESAN_E_POSTED_BY_ADOPTION =
      116,                    ///< Votes are posted by adoption, whose other half this would leave.
  YESAN_E_YEAR_CLOSED = 120,  ///< A closed year takes no entry.
  YESAN_E_DAY_OUTSIDE_YEAR = 121,  ///< The day is not in the item's fiscal year (지방회계법 §7).
  YESAN_E_SAME_OFFICER = 122,      ///< Who committed may not disburse (지방회계법 §36).
  YESAN_E_AUTHORIZATION_MISSING = 123,  ///< The policy wants an authorization.
  YESAN_E_WRONG_AUTHORIZATION =
      124,                    ///< The authorization is of another kind than the policy wants.
  YESAN_E_NOT_COVERED = 125,  ///< The authorization does not cover the item or the day.
  YESAN_E_ABOVE_LIMIT = 126,  ///< More is drawn than the authorization allows.
  YESAN_E_NOT_EARMARKED =
      130,  ///< 성립전: neither earmarked money nor a disaster (지방재정법 §45).
  YESAN_E_PURPOSE_MISSING = 131,  ///< 준예산: no lawful purpose (지방자치법 §146).
  YESAN_E_BARRED_OUT = 132,       ///< No money may be diverted out of the object (시행령 §55).
  YESAN_E_BARRED_INTO = 133,      ///< No money may be moved into the object (시행령 §48, §55).
  YESAN_E_NO_BUDGET = 134,  ///< 전용 or 변경사용 into a program without a budget (지방재정법 §49).
  YESAN_E_NOT_FROM_RESERVE = 135,  ///< 예비비 comes out of reserve items only (지방재정법 §43).
  YESAN_E_GROUP_MIXED = 136,       ///< A transfer spans years, accounts, causes or days.
  YESAN_E_GROUP_NOT_ZERO = 137,          ///< A transfer does not net to zero (I6).
  YESAN_E_ACROSS_POLICY_PROGRAMS = 138,  ///< 전용 leaves its policy program (지방재정법 §49).
  YESAN_E_INSIDE_ONE_POLICY_PROGRAM =
      139,  ///< 이용 inside one policy program, or partly so, is 전용 (지방재정법 §47의2).
  YESAN_E_TOO_WIDE = 140,  ///< 변경사용 leaves its unit program or object group.
  YESAN_E_PURPOSE_CHANGED = 141,  ///< 이체 changes program, object or purpose (지방재정법 §47의2②).
  YESAN_E_RESERVE_BY_DRAW_ONLY =
      142,  ///< 예비비 is drawn on: it is not allotted, committed, diverted or carried (§43).
  YESAN_E_WRONG_ACCOUNT = 143,     ///< Not in an account of this kind (지방공기업법 §30).
  YESAN_E_ABOVE_COMMITMENT = 150,  ///< More is disbursed or released than its commitment has open.
  YESAN_E_ABOVE_DISBURSEMENT = 151,  ///< More is refunded than was disbursed.
  YESAN_E_ABOVE_COLLECTED = 152,     ///< More revenue is refunded than was received.
  YESAN_E_ABOVE_UNCOLLECTED =
      153,                     ///< More is received, written off or cancelled than is uncollected.
  YESAN_E_ABOVE_LAPSED = 154,  ///< More is reserved for a refund, or carried out, than lapses.
  YESAN_E_BELOW_ZERO = 155,    ///< More is taken from an item than it has.
  YESAN_E_ABOVE_BUDGET = 156,  ///< More would be allotted than the current budget.
  YESAN_E_ABOVE_AVAILABLE = 157,  ///< More would be committed than is available (지방회계법 §29).
  YESAN_E_BELOW_COMMITTED = 158,  ///< What is allotted or committed already would lose its budget.
  YESAN_E_ABOVE_SOURCE = 159,     ///< More is spent of a source, or owed back to it, than it gave.
  YESAN_E_KEY_REUSED = 160,       ///< The batch's key was posted with other rows.
  YESAN_E_VERSION_ORDER = 161,    ///< Budgets and years follow each other; this one does not.
  YESAN_E_RESERVE_TOO_LARGE =
      162,  ///< The reserve is above its share of the account (지방재정법 §43).
  YESAN_E_PLAN_TOO_LONG =
      163,  ///< A continuing plan runs longer than the law lets it (지방재정법 §42).
  YESAN_E_ABOVE_CARRIABLE =
      164,  ///< More is carried than is requested, authorized, or outstanding (지방재정법 §50).
  YESAN_E_CARRIED_BEFORE = 165,  ///< What was carried as 사고이월 is not carried again.
  YESAN_E_OUTSIDE_PLAN = 166,  ///< 계속비 is carried inside its plan only (지방재정법 §42).
  YESAN_E_STALE_PREVIEW = 167,  ///< The book changed after the preview was made.
  YESAN_E_NO_MAPPING =
      168,  ///< The object code means another thing in the next year, or is not there, and no mapping
            ///< says what it became.
  YESAN_E_WRONG_MAPPING =
      169,  ///< Carried money keeps its purpose (지방재정법 §50): it is not mapped to another.
  YESAN_E_BUSY = 200,  ///< Another process writes and did not let go in time; nothing was done.
  YESAN_E_IO = 201,    ///< The file could not be read or written; nothing was done.
  YESAN_E_NOT_A_BOOK = 202,     ///< The file is no book.
  YESAN_E_NEWER_VERSION = 203,  ///< A later version of this library wrote the file.
  YESAN_E_DAMAGED = 204,        ///< What the file holds makes no book.
  YESAN_E_READ_ONLY = 205,  ///< The book was opened for reading, or its medium cannot be written.
  YESAN_E_OUTCOME_UNKNOWN = 206  ///< Whether the act was kept shows when the file is opened again.
};

/// The language of messages and reports.
enum { YESAN_LANGUAGE_KOREAN = 0, YESAN_LANGUAGE_ENGLISH = 1 };

/// Which of the fields of a yesan_error hold.
enum { YESAN_ERROR_HAS_AVAILABLE = 1, YESAN_ERROR_HAS_ASKED = 2 };

/// A refusal in full: 512 bytes of your own. Set `language` before a call to choose the language of the message.
typedef struct yesan_error {
  uint32_t struct_size;  ///< In: sizeof(yesan_error).
  int32_t code;          ///< YESAN_E_*: what the function returned.
  int32_t language;      ///< In: YESAN_LANGUAGE_* of `message`; never written.
  uint32_t present;      ///< YESAN_ERROR_HAS_*.
  int64_t row;           ///< 0-based row of the batch, or -1.
  uint32_t line;         ///< 1-based line of the text, or 0: no place is known.
  uint32_t column;       ///< 1-based column in characters, or 0.
  uint32_t offset;       ///< First byte of the place in the text.
  uint32_t length;       ///< Bytes of the place.
  int64_t available;     ///< What there was: won, or bytes or rows of a buffer.
  int64_t asked;         ///< What was asked for, in the same unit.
  char rule[56];         ///< Stable id: `period.ambiguous`; else the name of the code.
  char message[400];     ///< For people; cut at a whole character when it is longer.
} yesan_error;

/// A yesan_error as it must be before its first call, with messages in Korean:
/// `yesan_error error = YESAN_ERROR_INIT;`
#define YESAN_ERROR_INIT \
  { (uint32_t)sizeof(yesan_error), 0, YESAN_LANGUAGE_KOREAN, 0, -1, 0, 0, 0, 0, 0, 0, "", "" }

/// The stable English name of a status: `ok`, `wrong_grouping`; `unknown` for a number that is none. NUL-terminated, and
/// there for as long as the library is loaded.
/// Threads: any. Since: 0.1
YESAN_API const char* yesan_status_name(yesan_status status);

// ---- text and places ---------------------------------------------------------------------------

/// A text that goes in: UTF-8, not NUL-terminated.
typedef struct yesan_text {
  const char* bytes;  ///< NULL with length 0: empty.
  uint64_t length;    ///< Bytes.
} yesan_text;

/// A column of texts that goes in; row i is the bytes [offsets[i], offsets[i + 1]).
typedef struct yesan_text_column {
  const int64_t* offsets;  ///< count + 1 of them, never falling, the first at least 0.
  const char* bytes;       ///< NULL when every text is empty.
} yesan_text_column;

/// A column of texts that comes out. NULL `offsets` leave it out; then its bytes are not written either.
typedef struct yesan_text_out {
  /// Room for the capacity of the table + 1; count + 1 are written, the first is 0.
  int64_t* offsets;
  char* bytes;              ///< Room for `bytes_capacity`.
  uint64_t bytes_capacity;  ///< In: bytes that may be written.
  /// Out: bytes of all texts together, also in the call that only asks for sizes.
  uint64_t bytes_length;
} yesan_text_out;

/// Where something stands in the document as it was given. All 0: nowhere in particular.
typedef struct yesan_place {
  uint32_t line;    ///< 1-based.
  uint32_t column;  ///< 1-based, in characters.
  uint32_t offset;  ///< First byte, 0-based.
  uint32_t length;  ///< Bytes: [offset, offset + length).
} yesan_place;

// ---- decimals ----------------------------------------------------------------------------------

/// How a figure is cut to fewer digits. Java's ordinals. 절상 is UP, 절사 DOWN, 반올림 HALF_UP.
enum {
  YESAN_ROUNDING_UP = 0,          ///< Away from zero.
  YESAN_ROUNDING_DOWN = 1,        ///< Towards zero.
  YESAN_ROUNDING_CEILING = 2,     ///< Towards positive infinity.
  YESAN_ROUNDING_FLOOR = 3,       ///< Towards negative infinity.
  YESAN_ROUNDING_HALF_UP = 4,     ///< To the nearest; a half goes away from zero.
  YESAN_ROUNDING_HALF_DOWN = 5,   ///< To the nearest; a half goes towards zero.
  YESAN_ROUNDING_HALF_EVEN = 6,   ///< To the nearest; a half goes to the even neighbour.
  YESAN_ROUNDING_UNNECESSARY = 7  ///< No digit may be lost; YESAN_E_INEXACT otherwise.
};

/// An exact decimal number: coefficient × 10^-scale, the coefficient a 128-bit two's complement number of at most 38
/// digits, the scale in [0, 38]. 12.50 is {1250, 0, 2, 0}; −1 is {UINT64_MAX, -1, 0, 0}. There is no NaN and no −0.
///
/// Every function that takes one refuses a scale outside [0, 38] with YESAN_E_OUT_OF_RANGE, a coefficient of more than
/// 38 digits with YESAN_E_OVERFLOW and a `reserved` other than 0 with YESAN_E_INVALID_ARGUMENT.
typedef struct yesan_decimal {
  uint64_t lo;        ///< Low half of the coefficient.
  int64_t hi;         ///< High half of the coefficient.
  int32_t scale;      ///< Digits after the point.
  uint32_t reserved;  ///< 0.
} yesan_decimal;

/// Reads `-?digits[.digits]`, ASCII, nothing else; the digits after the point become the scale. For figures as documents
/// print them see yesan_amount_parse.
/// Refuses: YESAN_E_SYNTAX, with the place; YESAN_E_OVERFLOW beyond 38 digits or 38 decimals.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_parse(const char* text, uint64_t length,
                                           yesan_decimal* out_decimal, yesan_error* error);

/// Writes plain digits with exactly `scale` decimals: `-12.50`. At most 41 bytes.
/// Refuses: what every decimal is refused for.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_format(const yesan_decimal* decimal, char* out_text,
                                            uint64_t capacity, uint64_t* out_length,
                                            yesan_error* error);

/// a + b, exactly: 1.25 + 1.3 = 2.55. The scale is the larger of the two.
/// Refuses: YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_add(const yesan_decimal* a, const yesan_decimal* b,
                                         yesan_decimal* out_sum, yesan_error* error);

/// a − b, exactly.
/// Refuses: YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_subtract(const yesan_decimal* a, const yesan_decimal* b,
                                              yesan_decimal* out_difference, yesan_error* error);

/// a × b, exactly: 1.20 × 3 = 3.60. The scale is the sum of the two.
/// Refuses: YESAN_E_OVERFLOW when 38 digits do not hold the exact product.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_multiply(const yesan_decimal* a, const yesan_decimal* b,
                                              yesan_decimal* out_product, yesan_error* error);

/// a ÷ b with exactly `scale` decimals, [0, 38], rounded once: 2 ÷ 3 at 4, half-up, is 0.6667.
/// Refuses: YESAN_E_OUT_OF_RANGE for the scale; YESAN_E_DIVISION_BY_ZERO; YESAN_E_INEXACT; YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_divide(const yesan_decimal* a, const yesan_decimal* b,
                                            int32_t scale, int32_t rounding,
                                            yesan_decimal* out_quotient, yesan_error* error);

/// a × b ÷ c with exactly `scale` decimals, rounded once from the exact value: 264663000 × 4 ÷ 12 is 88221000.
/// Refuses: as yesan_decimal_divide.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_muldiv(const yesan_decimal* a, const yesan_decimal* b,
                                            const yesan_decimal* c, int32_t scale, int32_t rounding,
                                            yesan_decimal* out_quotient, yesan_error* error);

/// a with exactly `scale` decimals: 2.345 at 2, half-even, is 2.34; with more decimals than before, zeros are added.
/// Refuses: YESAN_E_OUT_OF_RANGE for the scale; YESAN_E_INEXACT; YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_round(const yesan_decimal* a, int32_t scale, int32_t rounding,
                                           yesan_decimal* out_rounded, yesan_error* error);

/// −1, 0 or 1 as a is less than, equal to or more than b, by value: 1.0 and 1.00 are equal.
/// Refuses: what every decimal is refused for.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimal_compare(const yesan_decimal* a, const yesan_decimal* b,
                                             int32_t* out_order, yesan_error* error);

/// What yesan_decimals_compute does to each row.
enum {
  YESAN_DECIMALS_ADD = 1,            ///< a + b.
  YESAN_DECIMALS_SUBTRACT = 2,       ///< a − b.
  YESAN_DECIMALS_MULTIPLY = 3,       ///< a × b.
  YESAN_DECIMALS_DIVIDE = 4,         ///< a ÷ b at `scale`, rounded.
  YESAN_DECIMALS_MULDIV = 5,         ///< a × b ÷ c at `scale`, rounded.
  YESAN_DECIMALS_ROUND = 6,          ///< a at `scale`, rounded.
  YESAN_DECIMALS_PERCENT = 7,        ///< a × 100 ÷ b at `scale`, rounded.
  YESAN_DECIMALS_CHANGE_PERCENT = 8  ///< (b − a) × 100 ÷ a at `scale`, rounded.
};

/// One operation on every row of columns of decimals. `b` is NULL for ROUND; `c` is NULL for all but MULDIV; `scale` and
/// `rounding` are 0 for ADD, SUBTRACT and MULTIPLY. `out_results` may be one of the inputs.
/// Refuses: as the functions on single decimals, `row` naming the first row refused.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimals_compute(int32_t operation, uint64_t count,
                                              const yesan_decimal* a, const yesan_decimal* b,
                                              const yesan_decimal* c, int32_t scale,
                                              int32_t rounding, yesan_decimal* out_results,
                                              yesan_error* error);

/// The status that each row of yesan_decimals_compute would have.
/// Refuses: only what is wrong with the arguments themselves.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimals_check(int32_t operation, uint64_t count,
                                            const yesan_decimal* a, const yesan_decimal* b,
                                            const yesan_decimal* c, int32_t scale, int32_t rounding,
                                            int32_t* out_statuses, yesan_error* error);

/// The exact sum of a column; 0 for no rows. The order of the rows does not matter where every partial sum fits.
/// Refuses: YESAN_E_OVERFLOW, `row`: the first that does not fit.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimals_sum(uint64_t count, const yesan_decimal* values,
                                          yesan_decimal* out_sum, yesan_error* error);

/// yesan_decimal_compare on every row.
/// Refuses: what every decimal is refused for, `row` naming the first.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decimals_compare(uint64_t count, const yesan_decimal* a,
                                              const yesan_decimal* b, int32_t* out_orders,
                                              yesan_error* error);

// ---- money: whole won --------------------------------------------------------------------------

/// The exact sum of a column of amounts, which always fits; 0 for no rows.
/// Refuses: nothing but its arguments.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_sum(uint64_t count, const int64_t* amounts,
                                       yesan_decimal* out_sum, yesan_error* error);

/// The sum of a column of amounts as an amount; only the total must fit.
/// Refuses: YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_total(uint64_t count, const int64_t* amounts, int64_t* out_total,
                                         yesan_error* error);

/// An amount to a whole multiple of `unit` won (at least 1), still in won: 1,234,567 to 1000, down, is 1,234,000.
/// Refuses: YESAN_E_OUT_OF_RANGE for the unit; YESAN_E_INEXACT; YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_round(int64_t amount, int64_t unit, int32_t rounding,
                                         int64_t* out_amount, yesan_error* error);

/// amount × multiplier ÷ divisor in whole won, rounded once: 264,663,000 × 4 ÷ 12 is 88,221,000.
/// Refuses: YESAN_E_DIVISION_BY_ZERO; YESAN_E_INEXACT; YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_muldiv(int64_t amount, int64_t multiplier, int64_t divisor,
                                          int32_t rounding, int64_t* out_amount,
                                          yesan_error* error);

/// Shares `total` out in proportion to `weights` in whole multiples of `unit` won (1: won), by the largest remainder,
/// equal ones to the lower index first: the shares add up to the total exactly. 100 over 1, 1, 1 is 34, 33, 33.
/// `out_shares` has room for `count` amounts and may be `weights`.
/// Refuses: YESAN_E_INVALID_ARGUMENT for no weights; YESAN_E_OUT_OF_RANGE for a negative weight (`row`) or a unit below 1;
/// YESAN_E_DIVISION_BY_ZERO when all weights are 0; YESAN_E_INEXACT when the total is no multiple of the unit.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_allocate(int64_t total, int64_t unit, uint64_t count,
                                            const int64_t* weights, int64_t* out_shares,
                                            yesan_error* error);

/// The rate of change (증감률) from `prior` to `current` in percent with `digits` decimals, [0, 38], rounded once from the exact
/// value: 5,196,358 to 4,066,896 is −22 at 0, half-up (−21.7356…).
/// Refuses: YESAN_E_DIVISION_BY_ZERO when prior is 0 (print 순증 or 신규); YESAN_E_OUT_OF_RANGE; YESAN_E_INEXACT.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_change_percent(int64_t prior, int64_t current, int32_t digits,
                                                  int32_t rounding, yesan_decimal* out_percent,
                                                  yesan_error* error);

// ---- which roundings explain a printed figure --------------------------------------------------
// A set of modes is a mask with bit 1 << YESAN_ROUNDING_* for each of the seven modes from UP to HALF_EVEN: 127 when the
// figure is exact, 0 when no rounding gives it.

/// The modes that make `printed` of numerator ÷ denominator at the scale of `printed`. A zero denominator gives 0.
/// Refuses: what every decimal is refused for.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_quotient_roundings(const yesan_decimal* numerator,
                                                const yesan_decimal* denominator,
                                                const yesan_decimal* printed, uint32_t* out_modes,
                                                yesan_error* error);

/// The same for numerator × 100 ÷ denominator.
/// Refuses: what every decimal is refused for.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_percent_roundings(const yesan_decimal* numerator,
                                               const yesan_decimal* denominator,
                                               const yesan_decimal* printed, uint32_t* out_modes,
                                               yesan_error* error);

/// The same for the rate of change (current − prior) × 100 ÷ prior: from 5196358 to 4066896, −22 is explained by up,
/// floor, half-up, half-down and half-even.
/// Refuses: what every decimal is refused for.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_change_roundings(const yesan_decimal* prior,
                                              const yesan_decimal* current,
                                              const yesan_decimal* printed, uint32_t* out_modes,
                                              yesan_error* error);

/// The same for an exact value printed in units of `unit` (1000: won printed as 천원): 264662400 printed as 264663 is
/// explained by up and ceiling. A unit below 1 gives 0.
/// Refuses: what every decimal is refused for.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_unit_roundings(const yesan_decimal* exact, int64_t unit,
                                            const yesan_decimal* printed, uint32_t* out_modes,
                                            yesan_error* error);

// ---- amounts as documents print them -----------------------------------------------------------

/// Units in which amounts are printed.
enum {
  YESAN_UNIT_NONE = 0,                  ///< Not printed.
  YESAN_UNIT_WON = 1,                   ///< 원
  YESAN_UNIT_THOUSAND_WON = 2,          ///< 천원
  YESAN_UNIT_TEN_THOUSAND_WON = 3,      ///< 만원
  YESAN_UNIT_HUNDRED_THOUSAND_WON = 4,  ///< 십만원
  YESAN_UNIT_MILLION_WON = 5,           ///< 백만원
  YESAN_UNIT_TEN_MILLION_WON = 6,       ///< 천만원
  YESAN_UNIT_HUNDRED_MILLION_WON = 7,   ///< 억원
  YESAN_UNIT_TRILLION_WON = 8,          ///< 조원
  YESAN_UNIT_PERCENT = 9                ///< %
};

/// What stands in a number cell.
enum {
  YESAN_AMOUNT_BLANK = 0,
  YESAN_AMOUNT_DASH = 1,  ///< `-`: no amount, said so.
  YESAN_AMOUNT_WORD = 2,  ///< One of YESAN_WORD_*.
  YESAN_AMOUNT_VALUE = 3  ///< A figure.
};

/// Words that stand in number cells.
enum {
  YESAN_WORD_NONE = 0,
  YESAN_WORD_PURE_INCREASE = 1,  ///< 순증
  YESAN_WORD_PURE_DECREASE = 2,  ///< 순감
  YESAN_WORD_NEW = 3,            ///< 신규
  YESAN_WORD_SAME_AS_PRIOR = 4,  ///< 전년동
  YESAN_WORD_NOT_ESTIMATED = 5,  ///< 미산정
  YESAN_WORD_NOT_APPLICABLE = 6  ///< 해당없음
};

/// The mark before a figure.
enum {
  YESAN_SIGN_NONE = 0,
  YESAN_SIGN_DELTA = 1,           ///< Δ U+0394
  YESAN_SIGN_INCREMENT = 2,       ///< ∆ U+2206
  YESAN_SIGN_TRIANGLE = 3,        ///< △ U+25B3
  YESAN_SIGN_SMALL_TRIANGLE = 4,  ///< ▵ U+25B5
  YESAN_SIGN_BLACK_TRIANGLE = 5,  ///< ▲ U+25B2
  YESAN_SIGN_DOWN_TRIANGLE = 6,   ///< ▽ U+25BD
  YESAN_SIGN_HYPHEN = 7,          ///< -
  YESAN_SIGN_MINUS = 8,           ///< − U+2212
  YESAN_SIGN_PARENTHESES = 9,     ///< (1,234)
  YESAN_SIGN_PLUS = 10            ///< +
};

/// What is wrong with the way a figure is printed, though it can be read.
enum {
  YESAN_FAULT_NONE = 0,
  YESAN_FAULT_MISPLACED_COMMA = 1,  ///< `35,498,8000`
  YESAN_FAULT_COMMA_FOR_POINT = 2,  ///< `24,0%`
  YESAN_FAULT_POINT_FOR_COMMA = 3,  ///< `99.862`
  YESAN_FAULT_STACKED_UNIT = 4,     ///< `10,000천만원`
  YESAN_FAULT_WORDS_DIFFER =
      5  ///< `금120,000,000원(금일억삼천만원)`: the value is that of the digits
};

/// What a cell says of a part of its amount.
enum {
  YESAN_PART_NOT_STATED = 0,       ///< `5,196,358`
  YESAN_PART_NONE = 1,             ///< `(x-) 5,196,358`: there is none, said so.
  YESAN_PART_STATED = 2,           ///< `(x 1,234) 5,000`
  YESAN_PART_STATED_AFTER = 3,     ///< `9,200 (ⓧ 4,368)`
  YESAN_PART_PARENTHESIZED = 4,    ///< `247,328(180,642)`
  YESAN_PART_SQUARE_BRACKETED = 5  ///< `[16,225]`
};

/// How a cell is to be read; these add up.
enum {
  YESAN_READ_FRACTIONS =
      1,  ///< The column holds rates or quantities, so that `99.862` is what it says.
  YESAN_READ_NEGATIVE_PARENTHESES = 2,  ///< `(247,296,958)` is negative.
  YESAN_READ_REFUSE_FAULTS = 4  ///< A figure with a fault is refused with YESAN_E_WRONG_GROUPING.
};

/// Bits of `present`.
enum {
  YESAN_AMOUNT_HAS_VALUE = 1,     ///< There is a figure.
  YESAN_AMOUNT_HAS_WON = 2,       ///< It is a whole number of won that fits.
  YESAN_AMOUNT_HAS_PART = 4,      ///< There is a figure for the part.
  YESAN_AMOUNT_HAS_PART_WON = 8,  ///< That is a whole number of won that fits.
  YESAN_AMOUNT_GROUPED = 16,      ///< Thousands separators are printed.
  YESAN_AMOUNT_MIXED = 32,        ///< Written in parts, `34조 8,369억원`; `value` is in won.
  YESAN_AMOUNT_WON_WRITTEN = 64   ///< 원 is printed.
};

/// A cell read. Absent is not zero: look at `present` before you take a figure.
typedef struct yesan_amount {
  uint32_t struct_size;  ///< In: sizeof(yesan_amount).
  uint32_t present;      ///< YESAN_AMOUNT_HAS_* and what else is known of the print.
  int32_t kind;          ///< YESAN_AMOUNT_BLANK, _DASH, _WORD or _VALUE.
  int32_t word;          ///< YESAN_WORD_*.
  int32_t fault;         ///< YESAN_FAULT_*.
  int32_t sign;          ///< YESAN_SIGN_*.
  int32_t unit;          ///< YESAN_UNIT_* as printed; NONE when none is.
  int32_t likely_unit;   ///< With a fault, the unit that is likely meant; otherwise `unit`.
  int32_t part_kind;     ///< YESAN_PART_*.
  int32_t part_unit;     ///< YESAN_UNIT_* printed with the part.
  yesan_decimal value;   ///< The figure in `unit`, its sign included.
  /// With a fault, the figure that is likely meant, in `likely_unit`; otherwise `value`.
  yesan_decimal likely;
  int64_t won;          ///< The figure in won.
  yesan_decimal part;   ///< The figure of the part, in `part_unit`.
  int64_t part_won;     ///< The part in won.
  char part_label[24];  ///< `x` for every x sign, else as printed: `국`; NUL-terminated.
} yesan_amount;

/// Reads a whole cell as one amount, with or without a part in brackets: `Δ1,129,462`, `4,066,896천원`, `(x-) 5,196,358`,
/// `34조 8,369억원`, `-`, `순증`, nothing at all. `flags` are YESAN_READ_*; `default_unit` (YESAN_UNIT_*, one of money, or
/// NONE for won) is the unit of the column and holds for figures that carry none.
/// Refuses, with the place: YESAN_E_SYNTAX; YESAN_E_WRONG_GROUPING as the flags say; YESAN_E_OVERFLOW beyond 38 digits;
/// YESAN_E_WRONG_UNIT for a default unit that is not one of money.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_amount_parse(const char* text, uint64_t length, uint32_t flags,
                                          int32_t default_unit, yesan_amount* out_amount,
                                          yesan_error* error);

/// Columns of cells read. Every column may be NULL.
typedef struct yesan_amount_columns {
  uint32_t struct_size;  ///< In: sizeof(yesan_amount_columns).
  uint32_t reserved;     ///< In: 0.
  uint32_t* present;     ///< YESAN_AMOUNT_HAS_*.
  int32_t* kind;         ///< YESAN_AMOUNT_BLANK …
  int32_t* word;         ///< YESAN_WORD_*
  int32_t* fault;        ///< YESAN_FAULT_*
  int32_t* unit;         ///< YESAN_UNIT_*
  int32_t* part_kind;    ///< YESAN_PART_*
  yesan_decimal* value;  ///< In `unit`; 0 when absent.
  int64_t* won;          ///< In won; 0 when absent.
  int64_t* part_won;     ///< In won; 0 when absent.
} yesan_amount_columns;

/// Reads a column of `count` cells, each as by yesan_amount_parse, into your columns, which have room for `count` rows.
/// Refuses: as yesan_amount_parse, `row` naming the first row refused.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_amounts_parse(uint64_t count, const yesan_text_column* texts,
                                           uint32_t flags, int32_t default_unit,
                                           const yesan_amount_columns* out_columns,
                                           yesan_error* error);

/// The status that each row of yesan_amounts_parse would have.
/// Refuses: only what is wrong with the arguments themselves.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_amounts_check(uint64_t count, const yesan_text_column* texts,
                                           uint32_t flags, int32_t default_unit,
                                           int32_t* out_statuses, yesan_error* error);

/// How an amount is printed; these add up.
enum {
  YESAN_PRINT_PLAIN = 1,  ///< No thousands separators.
  YESAN_PRINT_UNIT = 2    ///< Write the unit behind the figure: `4,066,896천원`.
};

/// How an amount is printed.
typedef struct yesan_amount_format {
  uint32_t struct_size;  ///< sizeof(yesan_amount_format).
  int32_t unit;          ///< YESAN_UNIT_*; NONE counts as WON.
  int32_t digits;        ///< Digits after the point, [0, 38].
  int32_t rounding;      ///< YESAN_ROUNDING_*: name UNNECESSARY to lose no digit.
  int32_t minus;         ///< YESAN_SIGN_* before a negative figure; not NONE, not PLUS.
  uint32_t flags;        ///< YESAN_PRINT_*.
} yesan_amount_format;

/// Prints an amount of won in the unit of a table: 4,066,896,000 in 천원 is `4,066,896`. `format` NULL: whole won, commas,
/// Δ: `Δ1,129,462`.
/// Refuses: YESAN_E_INEXACT; YESAN_E_WRONG_UNIT for PERCENT; YESAN_E_OUT_OF_RANGE for the digits.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_format(int64_t amount, const yesan_amount_format* format,
                                          char* out_text, uint64_t capacity, uint64_t* out_length,
                                          yesan_error* error);

/// Prints an amount in 조, 억 and 만, exactly: 34,836,900,000,000 is `34조 8,369억원`. `minus` is a YESAN_SIGN_* that is a minus.
/// Refuses: nothing but its arguments.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_money_format_mixed(int64_t amount, int32_t minus, char* out_text,
                                                uint64_t capacity, uint64_t* out_length,
                                                yesan_error* error);

/// Prints a number as it stands, whatever it counts; the unit is only written behind it: −21.7356 with 0 digits, half-up,
/// is `Δ22`; 28.75 in PERCENT with YESAN_PRINT_UNIT `28.75%`. `format` NULL: every digit there is, commas, Δ.
/// Refuses: as yesan_money_format.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_number_format(const yesan_decimal* number,
                                           const yesan_amount_format* format, char* out_text,
                                           uint64_t capacity, uint64_t* out_length,
                                           yesan_error* error);

/// Prints a column of `count` amounts, each as by yesan_money_format. With `out_texts->bytes_capacity` 0 only
/// `bytes_length` is set.
/// Refuses: as yesan_money_format, `row` naming the first row refused.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_amounts_format(uint64_t count, const int64_t* amounts,
                                            const yesan_amount_format* format,
                                            yesan_text_out* out_texts, yesan_error* error);

/// The status that each row of yesan_amounts_format would have.
/// Refuses: only what is wrong with the arguments themselves.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_amounts_format_check(uint64_t count, const int64_t* amounts,
                                                  const yesan_amount_format* format,
                                                  int32_t* out_statuses, yesan_error* error);

/// A whole number in Korean words (한글): 113560 is `일십일만삼천오백육십`. 일 is always written, and there are no spaces
/// (행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조 제2항).
/// Refuses: YESAN_E_INEXACT for a fraction; YESAN_E_OUT_OF_RANGE for a negative number; YESAN_E_OVERFLOW from 10^32 on.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_words_format(const yesan_decimal* number, char* out_text,
                                          uint64_t capacity, uint64_t* out_length,
                                          yesan_error* error);

/// Reads a number in words. `out_canonical` (may be NULL) is 1 when yesan_words_format writes the same words, 0 for
/// `십일만` or words with spaces.
/// Refuses: YESAN_E_SYNTAX, with the place.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_words_parse(const char* text, uint64_t length,
                                         yesan_decimal* out_number, int32_t* out_canonical,
                                         yesan_error* error);

/// An amount for a contract or a receipt, in figures and words: `금113,560원(금일십일만삼천오백육십원)`.
/// Refuses: YESAN_E_OUT_OF_RANGE for a negative amount.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_formal_format(int64_t amount, char* out_text, uint64_t capacity,
                                           uint64_t* out_length, yesan_error* error);

/// Reads such a text: what its figures say and what its words say, in won. That the two differ is no refusal.
/// Refuses, with the place: YESAN_E_SYNTAX; YESAN_E_WRONG_GROUPING; YESAN_E_WRONG_UNIT; YESAN_E_INEXACT; YESAN_E_OVERFLOW.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_formal_parse(const char* text, uint64_t length, int64_t* out_figures,
                                          int64_t* out_words, yesan_error* error);

// ---- days and periods --------------------------------------------------------------------------

/// The day `day` of `month` of `year` (1 … 9999): 2021, 1, 1 is 18628.
/// Refuses: YESAN_E_OUT_OF_RANGE when the calendar has no such day.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_date_make(int32_t year, int32_t month, int32_t day, int32_t* out_days,
                                       yesan_error* error);

/// Year, month and day of a day. Any of the three outputs may be NULL.
/// Refuses: YESAN_E_OUT_OF_RANGE outside 0001-01-01 … 9999-12-31 (−719162 … 2932896).
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_date_split(int32_t days, int32_t* out_year, int32_t* out_month,
                                        int32_t* out_day, yesan_error* error);

/// Reads one day as documents print it: `2012.03.15`, `2012. 3. 15.`, `2012-03-15`, `2012년 3월 15일`, `18.08.23`. Two digits
/// mean the year in [anchor_year − 60, anchor_year + 39]; anchor_year 0 stands for 2029, otherwise it lies in [61, 9960].
/// Refuses, with the place: YESAN_E_SYNTAX; YESAN_E_OUT_OF_RANGE for `2021.02.30` and for the anchor.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_date_parse(const char* text, uint64_t length, int32_t anchor_year,
                                        int32_t* out_days, yesan_error* error);

/// Writes a day as ISO 8601: `2012-03-15`.
/// Refuses: YESAN_E_OUT_OF_RANGE as yesan_date_split.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_date_format(int32_t days, char* out_text, uint64_t capacity,
                                         uint64_t* out_length, yesan_error* error);

/// Which calendar year names a fiscal year.
enum {
  YESAN_NAMED_BY_FIRST_DAY = 1,  ///< Korea, Japan.
  YESAN_NAMED_BY_LAST_DAY = 2    ///< The federal United States.
};

/// First and last day (both belong to it) of a fiscal year that begins in `first_month` (1 … 12; 1 in Korea), named by
/// YESAN_NAMED_BY_*.
/// Refuses: YESAN_E_OUT_OF_RANGE for the month, or days outside the calendar.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_fiscal_year_days(int32_t year, int32_t first_month, int32_t naming,
                                              int32_t* out_first_day, int32_t* out_last_day,
                                              yesan_error* error);

/// What sort of statement a period is.
enum {
  YESAN_PERIOD_DATED = 1,
  YESAN_PERIOD_ANNUAL = 2,      ///< 연례반복
  YESAN_PERIOD_CONTINUING = 3,  ///< 계속, with no beginning
  YESAN_PERIOD_NEW = 4          ///< 신규
};

/// How finely an end is printed.
enum {
  YESAN_GRANULARITY_NONE = 0,
  YESAN_GRANULARITY_DAY = 1,
  YESAN_GRANULARITY_MONTH = 2,
  YESAN_GRANULARITY_QUARTER = 3,
  YESAN_GRANULARITY_HALF_YEAR = 4,
  YESAN_GRANULARITY_YEAR = 5
};

/// How the end of a period is printed.
enum {
  YESAN_ENDING_NONE = 0,  ///< No tilde: one day, month or year, or a word.
  YESAN_ENDING_GIVEN = 1,
  YESAN_ENDING_NOW = 2,         ///< `~현재`
  YESAN_ENDING_CONTINUING = 3,  ///< `~계속`
  YESAN_ENDING_BLANK = 4        ///< `’26.4. ∼`
};

/// How often something happens inside a period.
enum {
  YESAN_RECURRENCE_NONE = 0,
  YESAN_RECURRENCE_MONTHLY = 1,
  YESAN_RECURRENCE_QUARTERLY = 2,
  YESAN_RECURRENCE_HALF_YEARLY = 3,
  YESAN_RECURRENCE_AS_NEEDED = 4
};

/// Bits of yesan_period.present.
enum {
  YESAN_PERIOD_HAS_FIRST = 1,     ///< The first day is known.
  YESAN_PERIOD_HAS_LAST = 2,      ///< The last day is known; otherwise the end is open.
  YESAN_PERIOD_HAS_LENGTH = 4,    ///< A length is printed beside it: `(3년)`.
  YESAN_PERIOD_LENGTH_HOLDS = 8,  ///< And the ends agree with it.
  YESAN_PERIOD_HAS_NOTED = 16,    ///< A day or span is noted in brackets: `2025(’25. 11월말)`.
  YESAN_PERIOD_HAS_EXCLUSIONS = 32,  ///< `(2022년 제외)`.
  YESAN_PERIOD_BACKWARDS = 64        ///< The last day lies before the first; kept as it stands.
};

/// A period read: the term in force, which is the last revision where there are revisions. Days are closed: first and
/// last both belong to it.
typedef struct yesan_period {
  uint32_t struct_size;       ///< In: sizeof(yesan_period).
  uint32_t present;           ///< YESAN_PERIOD_HAS_* …
  int32_t kind;               ///< YESAN_PERIOD_DATED …
  int32_t ending;             ///< YESAN_ENDING_*
  int32_t first_day;          ///< Days since 1970-01-01; 0 when not known.
  int32_t last_day;           ///< Days since 1970-01-01; 0 when open.
  int32_t first_granularity;  ///< YESAN_GRANULARITY_*
  int32_t last_granularity;   ///< YESAN_GRANULARITY_*
  int32_t recurrence;         ///< YESAN_RECURRENCE_*
  int32_t length_count;       ///< The printed length, 0 when none is.
  int32_t length_unit;        ///< 1 days, 2 months, 3 years; 0 when none is printed.
  int32_t noted_first_day;    ///< Of the noted span.
  int32_t noted_last_day;     ///< Of the noted span.
  uint32_t exclusion_count;   ///< Spans that are taken out.
  uint32_t revision_count;  ///< How often it was revised: 1 for `(당초) ’24~’26 → 변경 ’24~’28`.
  /// In how many months of the fiscal year given it has a day, 0 … 12; 0 without one.
  uint32_t months;
} yesan_period;

/// Reads one period: `2021.02~2021.12` is 2021-02-01 … 2021-12-31; `18.08.23~21.08.22`; `2012.08.23~현재`; `연례반복`;
/// `3~11월`. `fiscal_year` is that of the document, which gives months without a year and two digits their meaning (0: not
/// known), `first_month` the month in which it begins (1 … 12, 1 in Korea; ignored without a fiscal year).
/// Refuses, with the place and a rule: YESAN_E_SYNTAX (`period.empty`, `period.syntax`, `period.ambiguous`,
/// `period.needs_year`); YESAN_E_OUT_OF_RANGE (`period.calendar`, or the fiscal year). A period that runs backwards is
/// not refused.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_period_parse(const char* text, uint64_t length, int32_t fiscal_year,
                                          int32_t first_month, yesan_period* out_period,
                                          yesan_error* error);

/// Writes a printed period in its canonical form: `2021.1~12월까지` is `2021.01~2021.12`. Arguments as yesan_period_parse.
/// Refuses: as yesan_period_parse.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_period_canonical(const char* text, uint64_t length,
                                              int32_t fiscal_year, int32_t first_month,
                                              char* out_text, uint64_t capacity,
                                              uint64_t* out_length, yesan_error* error);

/// Writes the period from one day to another, both included, in the granularity DAY, MONTH or YEAR (quarters and
/// half-years are written as their months): `2021.02~2021.12`.
/// Refuses: YESAN_E_OUT_OF_RANGE as yesan_date_split; YESAN_E_INVALID_ARGUMENT for YESAN_GRANULARITY_NONE.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_period_format(int32_t first_day, int32_t last_day, int32_t granularity,
                                           char* out_text, uint64_t capacity, uint64_t* out_length,
                                           yesan_error* error);

// ---- formulas of a cost basis ------------------------------------------------------------------

/// What a line of a cost basis (산출기초) is.
enum {
  YESAN_FORMULA_BLANK = 0,
  YESAN_FORMULA_LABEL = 1,  ///< Words without an amount.
  YESAN_FORMULA_HEAD = 2,   ///< `[공공요금및제세]`
  YESAN_FORMULA_LUMP = 3,   ///< `○ 총액 = 4,000`: an amount, no expression.
  YESAN_FORMULA_EXPRESSION = 4,
  YESAN_FORMULA_PAIR = 5  ///< 경정 … / 기정 …
};

/// What a stated result is worth.
enum {
  YESAN_VERDICT_EXACT = 0,
  YESAN_VERDICT_EXACT_AFTER_ROUNDING = 1,
  YESAN_VERDICT_WRONG = 2,  ///< No rounding explains it.
  YESAN_VERDICT_NOTHING_STATED = 3,
  YESAN_VERDICT_NOT_ARITHMETIC = 4  ///< There is no expression to hold it against.
};

/// Which amount a side computes.
enum {
  YESAN_ROLE_ONLY = 0,
  YESAN_ROLE_REVISED = 1,  ///< 경정
  YESAN_ROLE_PRIOR = 2     ///< 기정
};

/// Bits of yesan_formula.present.
enum {
  YESAN_FORMULA_HAS_VALUE = 1,     ///< There is an expression: numerator and denominator hold.
  YESAN_FORMULA_HAS_STATED = 2,    ///< A result is stated.
  YESAN_FORMULA_UNIT_ASSUMED = 4,  ///< Its unit is not printed.
  YESAN_FORMULA_LACKS_WON = 8      ///< `151,000,000 = 151,000천원`: 원 is missing on the left.
};

/// One side of a line, computed exactly and held against its first stated result.
typedef struct yesan_formula {
  uint32_t struct_size;   ///< In: sizeof(yesan_formula).
  uint32_t present;       ///< YESAN_FORMULA_HAS_* …
  int32_t kind;           ///< YESAN_FORMULA_BLANK …
  int32_t role;           ///< YESAN_ROLE_*
  uint32_t side_count;    ///< 1; 2 for a pair.
  uint32_t stated_count;  ///< Results stated with this side.
  int32_t verdict;        ///< YESAN_VERDICT_*
  uint32_t roundings;  ///< Modes that lead to the stated result, as a mask; 127 when it is exact.
  yesan_decimal numerator;    ///< The exact value in won: numerator ÷ denominator.
  yesan_decimal denominator;  ///< More than 0; 1 unless the value has no decimal (`4/12월`).
  yesan_decimal stated;       ///< The stated figure, signed, in `stated_unit`.
  yesan_decimal difference_numerator;    ///< Stated − exact in won, exactly.
  yesan_decimal difference_denominator;  ///< More than 0.
  /// The multiple of won to which it was rounded; 0 unless a rounding explains it.
  int64_t rounded_to;
  int32_t stated_unit;         ///< YESAN_UNIT_* in which it was read.
  uint32_t label_offset;       ///< The words before the expression, bytes of the text.
  uint32_t label_length;       ///< Their bytes.
  uint32_t expression_offset;  ///< The expression of this side, bytes of the text.
  uint32_t expression_length;  ///< Its bytes.
  uint32_t reserved;           ///< 0.
} yesan_formula;

/// Reads a line of a cost basis and computes one side: `○ 강사료 200,000원×3회 = 600천원` is 600,000 won, exact.
/// `264,663,000원 X 4/12월` is 264663000·4 ÷ 12. `side` is 0, or 1 for the second of a pair; `column_unit` (YESAN_UNIT_*, one
/// of money) holds for results without a unit, which are tried in won as well.
/// Refuses, with the place: YESAN_E_SYNTAX, YESAN_E_WRONG_GROUPING, YESAN_E_WRONG_UNIT (two factors of money in a term, or
/// none), YESAN_E_DIVISION_BY_ZERO, YESAN_E_OVERFLOW, YESAN_E_TOO_LARGE beyond 65,536 bytes, YESAN_E_TOO_DEEP beyond 64
/// brackets; YESAN_E_OUT_OF_RANGE for a side that is not there. Words are no refusal but YESAN_FORMULA_LABEL.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_formula_evaluate(const char* text, uint64_t length, uint32_t side,
                                              int32_t column_unit, yesan_formula* out_formula,
                                              yesan_error* error);

/// The amount of the row in won: of a pair 경정 − 기정, each rounded first to `unit` won (at least 1) and then subtracted;
/// otherwise the one side, rounded.
/// Refuses: as yesan_formula_evaluate, YESAN_E_INEXACT, and YESAN_E_OUT_OF_RANGE for the unit.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_formula_row_amount(const char* text, uint64_t length, int32_t rounding,
                                                int64_t unit, int32_t column_unit,
                                                int64_t* out_amount, yesan_error* error);

// ---- findings ----------------------------------------------------------------------------------

/// How much a finding weighs.
enum {
  YESAN_SEVERITY_ERROR = 1,    ///< The document contradicts itself.
  YESAN_SEVERITY_WARNING = 2,  ///< It breaks a rule of notation or of dates.
  YESAN_SEVERITY_ASK = 3,      ///< Somebody who knows should be asked.
  YESAN_SEVERITY_NOTE = 4      ///< Worth knowing.
};

/// What a check found, one row a finding, in the order of documents, lines and columns.
typedef struct yesan_finding_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_finding_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* severity;     ///< YESAN_SEVERITY_*
  uint32_t* document;    ///< 0-based index of the sheet; 0 for a book.
  int64_t* row;          ///< Number of the item or settlement row of a book; -1 for a sheet.
  yesan_place* place;    ///< Where it stands; all 0 for a book and for a document as a whole.
  yesan_text_out rule;   ///< Stable id: `overview.change`.
  yesan_text_out subject_ko;  ///< What it is about: `결산 2017 · 집행잔액`.
  yesan_text_out subject_en;  ///< The same in English, words of the document as printed.
  yesan_text_out printed;     ///< What stands there.
  yesan_text_out expected;    ///< What was expected; empty when there is no one value.
  /// printed − expected in the unit of the place; empty when not a number.
  yesan_text_out difference;
  yesan_text_out message_ko;  ///< The whole statement in Korean.
  yesan_text_out message_en;  ///< The whole statement in English.
} yesan_finding_table;

/// Every rule that findings name, in the order of their ids.
typedef struct yesan_rule_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_rule_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* severity;     ///< YESAN_SEVERITY_*
  yesan_text_out id;     ///< Stable id.
  yesan_text_out claim_ko;  ///< What it claims, in Korean.
  yesan_text_out claim_en;  ///< What it claims, in English.
  yesan_text_out source;    ///< Where the rule comes from.
} yesan_rule_table;

/// The rules.
/// Refuses: nothing but its arguments.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_rules(yesan_rule_table* out_rules, yesan_error* error);

// ---- a budget built by hand --------------------------------------------------------------------

/// Programs, items and settlement rows, and, when yesan_ledger_create or yesan_store_* made it, a ledger. Nothing is ever taken out or
/// changed once it is in.
typedef struct yesan_book yesan_book;

/// An empty book, without a ledger: see yesan_ledger_create.
/// Refuses: nothing but its arguments.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_book_create(yesan_book** out_book, yesan_error* error);

/// Frees a book; NULL is allowed.
/// Threads: needs the book alone. Since: 0.1
YESAN_API void yesan_book_destroy(yesan_book* book);

/// A program (세부사업) in one fiscal year.
typedef struct yesan_program {
  uint32_t struct_size;   ///< sizeof(yesan_program).
  int32_t fiscal_year;    ///< 1 … 9999.
  yesan_text name;        ///< As printed; not empty.
  yesan_text code;        ///< 세부사업 code of the year; may be empty.
  yesan_text bureau;      ///< 실·국; may be empty.
  yesan_text department;  ///< 부서; may be empty.
  yesan_text period;      ///< 사업기간 as printed; may be empty.
} yesan_program;

/// Adds a program with its first year and gives its number. Two programs may have the same name.
/// Refuses: YESAN_E_INVALID_ARGUMENT for an empty name; YESAN_E_OUT_OF_RANGE for the year.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_book_program_add(yesan_book* book, const yesan_program* program,
                                              uint32_t* out_program, yesan_error* error);

/// Adds another year to a program: it keeps its number when it is renamed.
/// Refuses: YESAN_E_NOT_FOUND for the program; YESAN_E_DUPLICATE for a year that it has; as yesan_book_program_add.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_book_program_year_add(yesan_book* book, uint32_t program,
                                                   const yesan_program* year, yesan_error* error);

/// The first program that has the name in some year; white space, middle dots and punctuation do not count.
/// Refuses: YESAN_E_NOT_FOUND.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_program_find(const yesan_book* book, const char* name,
                                               uint64_t length, uint32_t* out_program,
                                               yesan_error* error);

/// The name of a program in a fiscal year, or in the last year before it that is known; empty when there is none.
/// Refuses: YESAN_E_NOT_FOUND for the program.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_program_name(const yesan_book* book, uint32_t program,
                                               int32_t fiscal_year, char* out_text,
                                               uint64_t capacity, uint64_t* out_length,
                                               yesan_error* error);

/// Whether money is this year's or carried in, and how.
enum {
  YESAN_ORIGIN_CURRENT = 0,
  YESAN_ORIGIN_EXPLICIT = 1,     ///< 명시이월
  YESAN_ORIGIN_ACCIDENTAL = 2,   ///< 사고이월
  YESAN_ORIGIN_CONTINUING = 3,   ///< 계속비이월
  YESAN_ORIGIN_CONSTRUCTION = 4  ///< 건설개량이월
};

/// Bits of `present` of an item: which amounts are stated. An amount that is not stated is not zero.
enum {
  YESAN_ITEM_PRIOR = 1,         ///< A, the year before.
  YESAN_ITEM_CURRENT = 2,       ///< B, this year.
  YESAN_ITEM_PRIOR_PART = 4,    ///< The subsidy part of A.
  YESAN_ITEM_CURRENT_PART = 8,  ///< The subsidy part of B.
  YESAN_ITEM_PRIOR_PART_NONE =
      16,  ///< `(x-)`: A has no subsidy part, said so. Not with PRIOR_PART.
  YESAN_ITEM_CURRENT_PART_NONE =
      32  ///< `(x-)`: B has no subsidy part, said so. Not with CURRENT_PART.
};

/// Columns of budget items. The key is (fiscal_year, account, department, program, object_item, origin).
typedef struct yesan_item_columns {
  uint32_t struct_size;        ///< sizeof(yesan_item_columns).
  uint32_t reserved;           ///< 0.
  const int32_t* fiscal_year;  ///< 1 … 9999. Not NULL.
  const uint32_t* program;     ///< Numbers of programs of the book. Not NULL.
  const int32_t* origin;       ///< YESAN_ORIGIN_*; NULL: all CURRENT.
  /// YESAN_ITEM_*; NULL: every amount whose column is not NULL is stated.
  const uint32_t* present;
  const int64_t* prior;           ///< In won; NULL: not stated.
  const int64_t* current;         ///< In won; NULL: not stated.
  const int64_t* prior_part;      ///< In won; NULL: not stated.
  const int64_t* current_part;    ///< In won; NULL: not stated.
  yesan_text_column account;      ///< 회계; NULL offsets: all empty.
  yesan_text_column department;   ///< 부서; NULL offsets: all empty.
  yesan_text_column object_item;  ///< 통계목, code or name; NULL offsets: all empty.
} yesan_item_columns;

/// Adds items; the first gets number `*out_first_item`, the others follow. All or nothing.
/// Refuses, with the row: YESAN_E_OUT_OF_RANGE for a year; YESAN_E_NOT_FOUND for a program; YESAN_E_DUPLICATE for a key that
/// is there already, in the book or in the batch; YESAN_E_INVALID_ARGUMENT for an origin, for `present` bits without
/// their column, or for a part that is stated and said to be none.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_book_items_add(yesan_book* book, uint64_t count,
                                            const yesan_item_columns* items,
                                            uint32_t* out_first_item, yesan_error* error);

/// The status that each row of yesan_book_items_add would have, the rows before it being in.
/// Refuses: only what is wrong with the arguments themselves.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_items_check(const yesan_book* book, uint64_t count,
                                              const yesan_item_columns* items,
                                              int32_t* out_statuses, yesan_error* error);

/// The items of a book as columns, with the change from A to B.
typedef struct yesan_item_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_item_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* fiscal_year;
  uint32_t* program;
  int32_t* origin;        ///< YESAN_ORIGIN_*
  uint32_t* present;      ///< YESAN_ITEM_*
  int64_t* prior;         ///< In won; 0 when not stated.
  int64_t* current;       ///< In won; 0 when not stated.
  int64_t* prior_part;    ///< In won; 0 when not stated.
  int64_t* current_part;  ///< In won; 0 when not stated.
  int64_t* change;        ///< current − prior in won; 0 when one is not stated.
  yesan_text_out account;
  yesan_text_out department;
  yesan_text_out object_item;
} yesan_item_table;

/// The items, row i being item i.
/// Refuses: YESAN_E_OVERFLOW when a change does not fit, with the row.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_items(const yesan_book* book, yesan_item_table* out_items,
                                        yesan_error* error);

/// Columns of a settlement (결산), in the order of 지방회계법 시행령 §12②2. Their bits in a mask are 1 << (number − 1).
enum {
  YESAN_SETTLEMENT_ADOPTED = 1,          ///< 최종예산
  YESAN_SETTLEMENT_CARRYOVER_IN = 2,     ///< 전년이월
  YESAN_SETTLEMENT_NET_ADJUSTMENT = 3,   ///< 예산변경
  YESAN_SETTLEMENT_CURRENT_BUDGET = 4,   ///< 예산현액
  YESAN_SETTLEMENT_DISBURSED = 5,        ///< 집행액
  YESAN_SETTLEMENT_CARRYOVER_OUT = 6,    ///< 차년이월
  YESAN_SETTLEMENT_SUBSIDY_REFUND = 7,   ///< 보조금 반납금
  YESAN_SETTLEMENT_UNSPENT_BALANCE = 8,  ///< 집행잔액 (narrow), beside a refund
  YESAN_SETTLEMENT_LAPSED_BALANCE = 9    ///< 집행잔액 (broad), 불용액
};

/// Columns of settlement rows: a program in a year. Column k of the enum is at index k − 1.
typedef struct yesan_settlement_columns {
  uint32_t struct_size;        ///< sizeof(yesan_settlement_columns).
  uint32_t reserved;           ///< 0.
  const uint32_t* program;     ///< Numbers of programs of the book. Not NULL.
  const int32_t* fiscal_year;  ///< 1 … 9999. Not NULL.
  const int64_t* total[9];     ///< In won; NULL: not stated.
  const int64_t* part[9];      ///< Subsidy parts in won; NULL: not stated.
  /// Mask of the columns whose total is stated; NULL: those that are not NULL.
  const uint32_t* total_present;
  /// Mask of the columns whose part is stated; NULL: those that are not NULL.
  const uint32_t* part_present;
  const uint32_t* part_none;  ///< Mask of the columns with `(x-)`; NULL: none.
} yesan_settlement_columns;

/// Adds settlement rows; the first gets number `*out_first_row`, the others follow. All or nothing. Sums that do not hold
/// are not refused: yesan_book_check finds them.
/// Refuses, with the row: YESAN_E_OUT_OF_RANGE for a year; YESAN_E_NOT_FOUND for a program; YESAN_E_DUPLICATE for a program
/// and year that is there already; YESAN_E_INVALID_ARGUMENT for bits without their column or beyond the nine, or for a
/// part that is stated and said to be none.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_book_settlement_add(yesan_book* book, uint64_t count,
                                                 const yesan_settlement_columns* rows,
                                                 uint32_t* out_first_row, yesan_error* error);

/// The status that each row of yesan_book_settlement_add would have, the rows before it being in.
/// Refuses: only what is wrong with the arguments themselves.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_settlement_check(const yesan_book* book, uint64_t count,
                                                   const yesan_settlement_columns* rows,
                                                   int32_t* out_statuses, yesan_error* error);

/// The settlement rows of a book as columns.
typedef struct yesan_settlement_rows {
  uint32_t struct_size;  ///< In: sizeof(yesan_settlement_rows).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* program;
  int32_t* fiscal_year;
  int64_t* total[9];        ///< In won; 0 when not stated.
  int64_t* part[9];         ///< In won; 0 when not stated.
  uint32_t* total_present;  ///< Mask of the totals that are stated.
  uint32_t* part_present;   ///< Mask of the parts that are stated.
  uint32_t* part_none;      ///< Mask of the parts that are said to be none.
  /// 집행액; the execution rate is this ÷ execution_denominator.
  yesan_decimal* execution_numerator;
  yesan_decimal* execution_denominator;  ///< 예산현액; 0 where there is no rate.
} yesan_settlement_rows;

/// The settlement rows, row i being the row numbered i.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_settlement(const yesan_book* book,
                                             yesan_settlement_rows* out_rows, yesan_error* error);

/// Proves a book: that no subsidy part is larger than its total; of every settlement row that 예산현액 = 최종예산 + 전년이월 + 예산변경
/// and 예산현액 = 집행액 + 차년이월 + 집행잔액, for totals and parts; of years that follow each other that what is carried out of
/// one comes into the next. What is not stated proves nothing.
/// Refuses: YESAN_E_OVERFLOW when a sum does not fit, with the row.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_book_check(const yesan_book* book, yesan_finding_table* out_findings,
                                        yesan_error* error);

// ---- the ledger --------------------------------------------------------------------------------

// A book that was made by yesan_ledger_create keeps a ledger too: what was voted, moved, committed and spent, entry by
// entry, under the rules of a policy. What is numbered here begins at 1 in the order of making, and 0 is none: accounts,
// departments, programs, items, authorizations, entries. These numbers have nothing to do with those of the budget built
// by hand. Every yesan_ledger_* function refuses a book without a ledger with YESAN_E_INVALID_ARGUMENT. Amounts are in
// the minor unit of the book's currency, which is the won unless said otherwise. Officers are numbers of yours.

/// What a ledger obeys besides its own rules.
enum {
  /// Korean local governments: control by item (통계목), inside what is allotted; each line of the policy has its article.
  YESAN_POLICY_KOREAN = 1,
  YESAN_POLICY_PERMISSIVE = 2,  ///< Nothing but the ledger's own rules: by item, without allotment.
  YESAN_POLICY_OWN = 3          ///< A policy of yours: `policy_json`.
};

/// What kind of government keeps the book.
enum {
  YESAN_TIER_UNKNOWN = 0,
  YESAN_TIER_METROPOLITAN = 1,  ///< 특별시, 광역시, 도, 특별자치시, 특별자치도
  YESAN_TIER_CITY = 2,          ///< 시
  YESAN_TIER_COUNTY = 3,        ///< 군
  YESAN_TIER_DISTRICT = 4       ///< 자치구
};

/// Whose ledger it is. All 0 but struct_size, policy and name is Korean: won, and years from January.
typedef struct yesan_government {
  uint32_t struct_size;  ///< sizeof(yesan_government).
  int32_t policy;        ///< YESAN_POLICY_*.
  int32_t tier;          ///< YESAN_TIER_*.
  int32_t minor_digits;  ///< Digits of the currency's minor unit, 0 … 4; 0 for the won.
  int32_t first_month;   ///< First month of the fiscal year, 1 … 12; 0: January.
  int32_t
      year_naming;  ///< YESAN_NAMED_*: the calendar year that a fiscal year is named after; 0: by its first day.
  yesan_text name;      ///< `서울특별시`; not empty.
  yesan_text code;      ///< 자치단체 코드, `1100000`; may be empty.
  yesan_text currency;  ///< ISO 4217, three capital letters; empty: `KRW`.
  /// OWN: the policy as JSON in UTF-8, at most 1 MiB; yesan_ledger_policy writes one to begin with. Else empty.
  yesan_text policy_json;
} yesan_government;

/// An empty book with a ledger. It is freed by yesan_book_destroy.
///
/// A policy of yours is an object with `"format": "yesan.policy/1"` and `"lines"`, an array of lines that each have a
/// `topic` and what it asks for; `name` and `control_level` may be there:
/// `{"format": "yesan.policy/1", "lines": [{"topic": "separate_officers", "article": "지방회계법 §36"}]}`.
/// Refuses: YESAN_E_INVALID_ARGUMENT for an empty name, a currency, a number that is out of its range, or JSON beside
/// another policy than OWN. Of a policy, with its place in the JSON, `row` being the line, 0-based: YESAN_E_SYNTAX,
/// YESAN_E_INVALID_UTF8, YESAN_E_TOO_LARGE, YESAN_E_TOO_DEEP, YESAN_E_INVALID_ARGUMENT, YESAN_E_DUPLICATE,
/// YESAN_E_OUT_OF_RANGE, YESAN_E_NOT_FOUND for a key that is not there, and lines that contradict each other;
/// YESAN_E_NOT_BUILT in a library without JSON.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_ledger_create(const yesan_government* government,
                                           yesan_book** out_book, yesan_error* error);

/// The policy of a book as JSON, which yesan_ledger_create takes: to look at, to keep, or to change. Works in every build.
/// Refuses: YESAN_E_BUFFER_TOO_SMALL.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_policy(const yesan_book* book, char* out_text,
                                           uint64_t capacity, uint64_t* out_length,
                                           yesan_error* error);

/// How much there is in a ledger. The ids of each kind are 1 … its count.
typedef struct yesan_ledger_counts {
  uint32_t struct_size;  ///< In: sizeof(yesan_ledger_counts).
  uint32_t reserved;     ///< In: 0.
  uint64_t accounts;
  uint64_t departments;
  uint64_t programs;
  uint64_t items;
  uint64_t authorizations;
  uint64_t entries;
} yesan_ledger_counts;

/// Counts everything.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_count(const yesan_book* book, yesan_ledger_counts* out_counts,
                                          yesan_error* error);

// ---- the ledger: accounts, departments, programs, items ----------------------------------------

/// The kinds of accounts (지방재정법 §9).
enum {
  YESAN_ACCOUNT_GENERAL = 1,            ///< 일반회계
  YESAN_ACCOUNT_OTHER_SPECIAL = 2,      ///< 기타특별회계
  YESAN_ACCOUNT_PUBLIC_ENTERPRISE = 3,  ///< 공기업특별회계
  YESAN_ACCOUNT_FUND = 4                ///< 기금, outside the budget
};

/// Adds an account (회계) and gives its number. `name` is not empty.
/// Refuses: YESAN_E_INVALID_ARGUMENT for an empty name; YESAN_E_DUPLICATE for a name that is there.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_account_add(yesan_book* book, int32_t kind, const char* name,
                                                uint64_t length, uint32_t* out_account,
                                                yesan_error* error);

/// The account of exactly that name.
/// Refuses: YESAN_E_NOT_FOUND.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_account_find(const yesan_book* book, const char* name,
                                                 uint64_t length, uint32_t* out_account,
                                                 yesan_error* error);

/// Adds a department (부서) and gives its number. `name` is not empty.
/// Refuses: YESAN_E_INVALID_ARGUMENT for an empty name; YESAN_E_DUPLICATE for a name that is there.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_department_add(yesan_book* book, const char* name,
                                                   uint64_t length, uint32_t* out_department,
                                                   yesan_error* error);

/// The department of exactly that name.
/// Refuses: YESAN_E_NOT_FOUND.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_department_find(const yesan_book* book, const char* name,
                                                    uint64_t length, uint32_t* out_department,
                                                    yesan_error* error);

/// The rungs of the program tree, the widest first.
enum {
  YESAN_RUNG_FIELD = 1,            ///< 분야
  YESAN_RUNG_SECTOR = 2,           ///< 부문
  YESAN_RUNG_POLICY_PROGRAM = 3,   ///< 정책사업
  YESAN_RUNG_UNIT_PROGRAM = 4,     ///< 단위사업
  YESAN_RUNG_DETAILED_PROGRAM = 5  ///< 세부사업
};

/// Adds a node of the program tree and gives its number, which it keeps over the years. `parent` is a node of the next rung
/// up; 0 for a field, which has none.
/// Refuses: YESAN_E_NOT_FOUND for the parent; YESAN_E_INVALID_ARGUMENT for one of another rung than the next.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_program_add(yesan_book* book, int32_t rung, uint32_t parent,
                                                uint32_t* out_program, yesan_error* error);

/// Says what a node is called in a year, and by which code.
/// Refuses: YESAN_E_NOT_FOUND for the node; YESAN_E_INVALID_ARGUMENT for an empty name; YESAN_E_OUT_OF_RANGE for the year;
/// YESAN_E_DUPLICATE for a year that it has, or a code that another node of its rung has in the year;
/// YESAN_E_YEAR_CLOSED.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_program_year_add(yesan_book* book, uint32_t program,
                                                     const yesan_program* year, yesan_error* error);

/// Says anew what a node is called in a year that it has, and by which code: a program that is renamed or reclassified
/// during the year. An empty text leaves what was said. The last word counts, for the whole year; no figure changes. A code
/// that it had in the year goes on to find it, and no other node gets it.
/// Refuses: YESAN_E_NOT_FOUND for the node, or a year that it has not; YESAN_E_OUT_OF_RANGE for the year;
/// YESAN_E_DUPLICATE for a code that another node of its rung has or had in the year; YESAN_E_YEAR_CLOSED.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_program_year_amend(yesan_book* book, uint32_t program,
                                                       const yesan_program* year,
                                                       yesan_error* error);

/// The node of a rung that has a code in a year.
/// Refuses: YESAN_E_NOT_FOUND.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_program_find(const yesan_book* book, int32_t rung,
                                                 int32_t fiscal_year, const char* code,
                                                 uint64_t length, uint32_t* out_program,
                                                 yesan_error* error);

/// Accounts, departments or nodes with their names; row i is number i + 1.
typedef struct yesan_name_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_name_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* kind;         ///< YESAN_ACCOUNT_* or YESAN_RUNG_*; 0 of a department.
  uint32_t* parent;      ///< The node of the next rung up; 0 of accounts and departments.
  yesan_text_out name;
  yesan_text_out code;  ///< Of a node in the year; empty of accounts and departments.
} yesan_name_table;

/// The accounts.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_accounts(const yesan_book* book, yesan_name_table* out_accounts,
                                             yesan_error* error);

/// The departments.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_departments(const yesan_book* book,
                                                yesan_name_table* out_departments,
                                                yesan_error* error);

/// The nodes of the program tree: names as in a year or in the last year before it that is known, codes of the very year.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_programs(const yesan_book* book, int32_t fiscal_year,
                                             yesan_name_table* out_programs, yesan_error* error);

/// Columns of budget and revenue items: the smallest things that money is voted for. The key is (fiscal_year, account,
/// department, program, object_item, origin, revenue).
typedef struct yesan_ledger_item_columns {
  uint32_t struct_size;        ///< sizeof(yesan_ledger_item_columns).
  uint32_t reserved;           ///< 0.
  const int32_t* fiscal_year;  ///< 1 … 9998. Not NULL.
  const uint32_t* account;     ///< Not NULL.
  const uint32_t* department;  ///< 0 of a revenue item. NULL: all 0.
  const uint32_t* program;     ///< A detailed program; 0 of a revenue item. NULL: all 0.
  const int32_t* origin;       ///< YESAN_ORIGIN_*; NULL: all CURRENT.
  const uint32_t* revenue;     ///< 1: a revenue item (세입), 0: expenditure; NULL: all 0.
  /// 통계목 `307-05`; of revenue 장·관·항·목, the codes joined by `-`: `200-210-211-01`. Not empty.
  yesan_text_column object_item;
  /// 편성목 `307`; empty: that of the built-in Korean classification, where it knows the object item in the year. Where it
  /// does, no other may be named. NULL offsets: all empty.
  yesan_text_column object_group;
} yesan_ledger_item_columns;

/// Adds items; the first gets number `*out_first_item`, the others follow. All or nothing.
/// Refuses first, of all rows, an origin that is none or `revenue` that is neither 0 nor 1 (YESAN_E_INVALID_ARGUMENT) and
/// codes that are not UTF-8; then, with the row, with the first rule that it breaks, in this order: YESAN_E_OUT_OF_RANGE for
/// its year, NOT_FOUND for its account, YEAR_CLOSED, VERSION_ORDER for a year that the book does not have yet, before one
/// with money carried in from outside the book (it would have been carried out of the new year: correct it, add the year,
/// roll it over) or before any that is closed; INVALID_ARGUMENT for an empty object item; of revenue INVALID_ARGUMENT for a program or department, of
/// expenditure NOT_FOUND for its department, NOT_FOUND for its program, INVALID_ARGUMENT for a program of another rung,
/// NOT_FOUND for an object group that neither the row nor the classification knows, INVALID_ARGUMENT (rule
/// `item.object_group`) for another than the classification of the year has; DUPLICATE for a key that is there, in the
/// book or in the batch.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_items_add(yesan_book* book, uint64_t count,
                                              const yesan_ledger_item_columns* items,
                                              uint32_t* out_first_item, yesan_error* error);

/// The numbers of items by their keys, one a row; 0 where there is no such item. `object_group` is not looked at.
/// Refuses, with the row: YESAN_E_INVALID_ARGUMENT for an origin, or `revenue` that is neither 0 nor 1.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_items_find(const yesan_book* book, uint64_t count,
                                               const yesan_ledger_item_columns* items,
                                               uint32_t* out_items, yesan_error* error);

/// The items of a ledger as columns; row i is number i + 1.
typedef struct yesan_ledger_item_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_ledger_item_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* fiscal_year;
  uint32_t* account;
  uint32_t* department;
  uint32_t* program;
  int32_t* origin;    ///< YESAN_ORIGIN_*
  uint32_t* revenue;  ///< 1: a revenue item.
  yesan_text_out object_item;
  yesan_text_out object_group;  ///< Empty of a revenue item.
} yesan_ledger_item_table;

/// The items.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_items(const yesan_book* book,
                                          yesan_ledger_item_table* out_items, yesan_error* error);

// ---- the ledger: authorizations and budgets ----------------------------------------------------

/// Who allows what an officer may not do alone.
enum {
  YESAN_AUTHORIZATION_COUNCIL_VOTE = 1,  ///< 의회 의결: budgets, 이용, 명시이월
  YESAN_AUTHORIZATION_HEAD_DECISION = 2,  ///< 단체장 결정: 예비비, 성립전, 초과지출, 사고이월
  YESAN_AUTHORIZATION_ORGANIZATION_CHANGE = 3,  ///< 기구·직제·정원 개편: 이체
  YESAN_AUTHORIZATION_CONTINUING_PLAN = 4,      ///< 계속비 연도별 계획
  YESAN_AUTHORIZATION_DISASTER = 5              ///< 재난 복구 결정
};

/// The lawful purposes of a provisional budget (준예산, 지방자치법 §146).
enum {
  YESAN_PURPOSE_NONE = 0,
  YESAN_PURPOSE_UPKEEP = 1,       ///< 기관·시설의 유지·운영
  YESAN_PURPOSE_LEGAL_DUTY = 2,   ///< 법령상·조례상 지출의무의 이행
  YESAN_PURPOSE_CONTINUATION = 3  ///< 이미 예산으로 승인된 사업의 계속
};

/// Which of the fields of a yesan_authorization hold.
enum { YESAN_AUTHORIZATION_HAS_LIMIT = 1 };

/// A vote, decision or plan that entries lean on.
typedef struct yesan_authorization {
  uint32_t struct_size;  ///< sizeof(yesan_authorization).
  int32_t kind;          ///< YESAN_AUTHORIZATION_*: who allows.
  int32_t day;  ///< Days since 1970-01-01; entries that lean on it take effect then or later.
  /// The year whose items it covers; 0: any. Of a continuing plan its first year: it covers every year to its last, and the
  /// years that the law allows are counted from it (none: from the year after its vote).
  int32_t fiscal_year;
  uint32_t account;  ///< The account that it covers; 0: any.
  uint32_t program;  ///< Items under this node; 0: any.
  uint32_t item;     ///< This item alone; 0: any.
  int32_t purpose;   ///< YESAN_PURPOSE_*, of a provisional budget; else 0.
  /// Of a continuing plan, its last fiscal year, that year included: a plan without one (0) is refused. Else 0.
  int32_t last_year;
  uint32_t present;  ///< YESAN_AUTHORIZATION_HAS_LIMIT or 0: there is no limit.
  /// The most that entries may draw in all, at least 0: appropriate, authorize_spending, transfer_in and carry_out draw; a
  /// correction gives back what its entry drew. Continuing money draws once, when it leaves the year that voted it.
  int64_t limit;
  yesan_text document;  ///< `제301회 정례회 의결`; not empty.
} yesan_authorization;

/// Adds an authorization and gives its number.
/// Refuses: YESAN_E_INVALID_ARGUMENT for an empty document, a limit below 0, a purpose or last year without the kind that
/// has it, a continuing plan without a last year or with one before its first; YESAN_E_NOT_FOUND for the account, node
/// or item; YESAN_E_PLAN_TOO_LONG.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_authorization_add(yesan_book* book,
                                                      const yesan_authorization* authorization,
                                                      uint32_t* out_authorization,
                                                      yesan_error* error);

/// Authorizations as they were added; row i is number i + 1.
typedef struct yesan_authorization_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_authorization_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* kind;         ///< YESAN_AUTHORIZATION_*
  int32_t* day;          ///< Days since 1970-01-01.
  int32_t* fiscal_year;  ///< 0: any.
  uint32_t* account;     ///< 0: any.
  uint32_t* program;     ///< 0: any.
  uint32_t* item;        ///< 0: any.
  int32_t* purpose;      ///< YESAN_PURPOSE_*
  int32_t* last_year;    ///< 0: no plan.
  int64_t* limit;        ///< −1: there is none.
  int64_t* drawn;        ///< What entries drew on it so far.
  yesan_text_out document;
} yesan_authorization_table;

/// All authorizations.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_authorizations(const yesan_book* book,
                                                   yesan_authorization_table* out_authorizations,
                                                   yesan_error* error);

/// What entries drew on an authorization so far.
/// Refuses: YESAN_E_NOT_FOUND.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_authorization_drawn(const yesan_book* book,
                                                        uint32_t authorization, int64_t* out_drawn,
                                                        yesan_error* error);

/// Who pays (재원). Local shares are named by the tier that pays them.
enum {
  YESAN_SOURCE_NONE = 0,                          ///< Not known.
  YESAN_SOURCE_NATIONAL_SUBSIDY = 1,              ///< 국비, 국고보조금
  YESAN_SOURCE_BALANCED_DEVELOPMENT_SUBSIDY = 2,  ///< 균특
  YESAN_SOURCE_FUND_SUBSIDY = 3,                  ///< 기금 보조금
  YESAN_SOURCE_SPECIAL_GRANT = 4,                 ///< 특별교부세
  YESAN_SOURCE_PROVINCE_FUNDS = 5,                ///< 시·도비
  YESAN_SOURCE_SPECIAL_ADJUSTMENT_GRANT = 6,      ///< 특별조정교부금
  YESAN_SOURCE_DISTRICT_FUNDS = 7,                ///< 시·군·구비
  YESAN_SOURCE_OWN_FUNDS = 8,                     ///< 자체재원, where the tier is not known
  YESAN_SOURCE_LOCAL_BOND = 9,                    ///< 지방채
  YESAN_SOURCE_OTHER = 10,                        ///< 기타
  YESAN_SOURCE_PRIVATE_CAPITAL = 11,              ///< 민자
  YESAN_SOURCE_SELF_BURDEN = 12,                  ///< 자부담
  YESAN_SOURCE_LOCAL_MATCH = 13,                  ///< 지방비, local shares not told apart
  YESAN_SOURCE_CITY_FUNDS = 14,                   ///< 시비, where the tier is not known
  YESAN_SOURCE_DECENTRALIZATION_GRANT = 15        ///< 분권교부세
};

/// The stages of a budget.
enum {
  YESAN_STAGE_PROPOSAL = 1,          ///< 예산안: a document, never adopted.
  YESAN_STAGE_REVISED_PROPOSAL = 2,  ///< 수정예산안: the same.
  YESAN_STAGE_PROVISIONAL = 3,       ///< 준예산
  YESAN_STAGE_ORIGINAL = 4,          ///< 본예산
  YESAN_STAGE_SUPPLEMENTARY = 5,     ///< 제n회 추경
  YESAN_STAGE_FINAL = 6  ///< 최종예산 = 본예산 + Σ 추경: a view, never adopted.
};

/// A version of a year's budget of one account.
typedef struct yesan_budget_version {
  uint32_t struct_size;  ///< sizeof(yesan_budget_version).
  int32_t fiscal_year;
  uint32_t account;
  int32_t stage;      ///< YESAN_STAGE_*.
  int32_t number;     ///< SUPPLEMENTARY: n, 1 … 99; REVISED_PROPOSAL: its number; else 0.
  uint32_t reserved;  ///< 0.
} yesan_budget_version;

/// A budget as a council gets it: lines, who pays for them, and the totals that the document prints.
typedef struct yesan_budget {
  uint32_t struct_size;  ///< sizeof(yesan_budget).
  int32_t fiscal_year;
  uint32_t account;
  int32_t stage;           ///< YESAN_STAGE_*.
  int32_t number;          ///< As in yesan_budget_version.
  int32_t day;             ///< Takes effect; days since 1970-01-01, inside the fiscal year.
  uint32_t authorization;  ///< The council's vote; 0: none.
  uint32_t actor;          ///< 0: nobody.
  uint64_t line_count;     ///< Lines.
  const uint32_t* item;    ///< Of each line, an item at most once. Not NULL where there are lines.
  /// Of each line: the amount, at least 0; of a supplementary budget the change (증감), signed. Not NULL where there are
  /// lines.
  const int64_t* amount;
  uint64_t
      source_count;  ///< Rows that say who pays for a line: a line may have none, one or several.
  const uint64_t* source_line;  ///< The line, 0-based. Not NULL where there are source rows.
  const int32_t* source;        ///< YESAN_SOURCE_*. Not NULL where there are source rows.
  const int64_t*
      source_amount;  ///< Those of a line add up to its amount. Not NULL where there are source rows.
  uint64_t total_count;  ///< Totals that the document states; every one is checked.
  /// The node, whose lines add up to the total; 0: the whole account. Not NULL where there are totals.
  const uint32_t* total_program;
  const uint32_t* total_revenue;  ///< With no node, 1: of revenue, 0: of expenditure. NULL: all 0.
  const int64_t* total_amount;    ///< Not NULL where there are totals.
  uint64_t absorb_count;  ///< Pre-enactment spending (성립전) that a supplementary budget takes in.
  const uint32_t* absorbs;  ///< Its entries. Not NULL where there are any.
} yesan_budget;

/// What a batch became.
typedef struct yesan_receipt {
  uint32_t struct_size;  ///< In: sizeof(yesan_receipt).
  uint32_t first;     ///< Out: the entry of its first row; the others follow. 0 for an empty batch.
  uint32_t count;     ///< Out: entries.
  uint32_t repeated;  ///< Out, 1: the key had been posted before; nothing was changed.
} yesan_receipt;

/// Whether a budget adds up: each line's sources, every stated total, and, where the policy says so and the account has
/// revenue items in the year, revenue against expenditure (I8). Nothing is changed.
/// Refuses: YESAN_E_DOES_NOT_ADD_UP, the message naming the node, both figures and the difference; YESAN_E_NOT_FOUND for
/// the account or a node; YESAN_E_INVALID_ARGUMENT for a stage or number that a document cannot have, a line of another
/// year or account, an amount below 0, a source or its line; YESAN_E_UNKNOWN_ITEM; YESAN_E_DUPLICATE for an item that stands
/// twice; YESAN_E_OVERFLOW. `row` is that of the line, stated total
/// or absorbed entry that it is about.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_budget_check(const yesan_book* book, const yesan_budget* budget,
                                                 yesan_error* error);

/// Adopts a budget: posts an entry a line and stated source. An original budget takes the place of a provisional one; a
/// supplementary one takes in the pre-enactment spending that it names.
/// Refuses: as yesan_ledger_budget_check and yesan_ledger_post, and YESAN_E_INVALID_ARGUMENT for a stage that is never
/// adopted, or no line with an amount; YESAN_E_DUPLICATE for one that is adopted; YESAN_E_VERSION_ORDER for a
/// supplementary budget that is not the next, or dated before the first day of one before it;
/// YESAN_E_RESERVE_TOO_LARGE. `row` is that of the line, stated total or absorbed entry that it is about.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_budget_adopt(yesan_book* book, const yesan_budget* budget,
                                                 yesan_receipt* out_receipt, yesan_error* error);

/// The versions that were adopted.
typedef struct yesan_version_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_version_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* stage;        ///< YESAN_STAGE_*
  int32_t* number;       ///< n of a supplementary budget; else 0.
} yesan_version_table;

/// The versions adopted for an account in a year, in order; none when there are none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_versions(const yesan_book* book, uint32_t account,
                                             int32_t fiscal_year, yesan_version_table* out_versions,
                                             yesan_error* error);

/// Two versions side by side: prior + change = revised.
typedef struct yesan_version_rows {
  uint32_t struct_size;  ///< In: sizeof(yesan_version_rows).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* item;
  int64_t* prior;    ///< 기정액
  int64_t* change;   ///< 증감
  int64_t* revised;  ///< 경정액
} yesan_version_rows;

/// Compares two versions, of one year or of two: each item that either has, in order of items. FINAL is the last state.
/// Refuses: YESAN_E_NOT_FOUND for a version that is not adopted.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_versions_compare(const yesan_book* book,
                                                     const yesan_budget_version* prior,
                                                     const yesan_budget_version* revised,
                                                     yesan_version_rows* out_rows,
                                                     yesan_error* error);

// ---- the ledger: entries -----------------------------------------------------------------------

/// What an entry does. Amounts are above 0: the kind has the direction.
enum {
  YESAN_ENTRY_APPROPRIATE = 1,         ///< Adopted +: a vote gives money to an item.
  YESAN_ENTRY_REDUCE = 2,              ///< Adopted −: a supplementary budget takes it back.
  YESAN_ENTRY_AUTHORIZE_SPENDING = 3,  ///< 성립전 사용 or 초과지출.
  YESAN_ENTRY_CARRY_IN = 4,            ///< 전년도 이월: carried in, and allotted with it.
  YESAN_ENTRY_TRANSFER_IN = 5,  ///< 이용·전용·이체·변경사용·예비비: into this item.
  YESAN_ENTRY_TRANSFER_OUT = 6,  ///< The same, out of this item.
  YESAN_ENTRY_ALLOT = 7,         ///< 배정
  YESAN_ENTRY_UNALLOT = 8,       ///< 배정 취소
  YESAN_ENTRY_COMMIT = 9,        ///< 지출원인행위
  YESAN_ENTRY_RELEASE = 10,      ///< 원인행위 감액
  YESAN_ENTRY_DISBURSE = 11,     ///< 지출: settles a commitment, wholly or in part.
  YESAN_ENTRY_REFUND = 12,       ///< 여입: back to the same item; it may be spent again.
  YESAN_ENTRY_CARRY_OUT = 13,    ///< 다음연도 이월; posted by yesan_ledger_rollover alone.
  YESAN_ENTRY_RESERVE_SUBSIDY_REFUND = 14,  ///< 보조금 반납금: of what lapses, owed to the source.
  YESAN_ENTRY_CORRECT = 15,           ///< Negates the entry that it names, exactly and wholly.
  YESAN_ENTRY_ASSESS = 20,            ///< 징수결정 (revenue, as are those below)
  YESAN_ENTRY_RECEIVE = 21,           ///< 수납
  YESAN_ENTRY_REFUND_REVENUE = 22,    ///< 과오납 반환
  YESAN_ENTRY_WRITE_OFF = 23,         ///< 불납결손
  YESAN_ENTRY_CANCEL_ASSESSMENT = 24  ///< 징수결정 취소
};

/// Why. Kinds that are not named have NONE, and only they have it.
enum {
  YESAN_CAUSE_NONE = 0,
  YESAN_CAUSE_ORIGINAL = 1,                 ///< 본예산: APPROPRIATE.
  YESAN_CAUSE_PROVISIONAL = 2,              ///< 준예산: APPROPRIATE, REDUCE.
  YESAN_CAUSE_PRE_ENACTMENT = 11,           ///< 성립전: AUTHORIZE_SPENDING.
  YESAN_CAUSE_EXCESS_REVENUE = 12,          ///< 초과지출: the same.
  YESAN_CAUSE_INTER_PROGRAM_VIREMENT = 21,  ///< 이용: TRANSFER_IN, TRANSFER_OUT.
  YESAN_CAUSE_INTRA_PROGRAM_VIREMENT = 22,  ///< 전용: the same.
  YESAN_CAUSE_MINOR_REALLOCATION = 23,      ///< 변경사용: the same.
  YESAN_CAUSE_REORGANIZATION = 24,          ///< 이체: the same.
  YESAN_CAUSE_CONTINGENCY_DRAW = 25,        ///< 예비비 사용: the same.
  YESAN_CAUSE_EXPLICIT_CARRYOVER = 31,      ///< 명시이월: CARRY_OUT, CARRY_IN.
  YESAN_CAUSE_ACCIDENTAL_CARRYOVER = 32,    ///< 사고이월: the same.
  YESAN_CAUSE_CONTINUING_CARRYOVER = 33,    ///< 계속비이월: the same.
  YESAN_CAUSE_CONSTRUCTION_CARRYOVER = 34,  ///< 건설개량이월: the same.
  /// 제1회 추경: APPROPRIATE, REDUCE. The n-th is 100 + n.
  YESAN_CAUSE_FIRST_SUPPLEMENTARY = 101,
  YESAN_CAUSE_LAST_SUPPLEMENTARY = 199  ///< The most that a year can have.
};

/// A batch of entries as columns. They are read where they lie; nothing is copied but into the book.
typedef struct yesan_entry_columns {
  uint32_t struct_size;   ///< sizeof(yesan_entry_columns).
  uint32_t reserved;      ///< 0.
  const uint32_t* item;   ///< Not NULL.
  const int32_t* day;     ///< When it takes effect; days since 1970-01-01. Not NULL.
  const int32_t* kind;    ///< YESAN_ENTRY_*. Not NULL.
  const int32_t* cause;   ///< YESAN_CAUSE_*. NULL: all NONE.
  const int64_t* amount;  ///< Above 0. Not NULL.
  /// RELEASE, DISBURSE: the commitment; REFUND: the disbursement; CORRECT: the entry. Above 0 an entry of the book; below
  /// 0, −k is the k-th row of this batch, counted from 1. Else 0. NULL: all 0.
  const int64_t* reference;
  /// Rows of a transfer that net to zero carry one number, any but 0; it means nothing outside the batch. NULL: all 0.
  const uint32_t* group;
  /// YESAN_SOURCE_*: who pays. NONE with a reference: who pays for the entry that it names. NULL: all NONE.
  const int32_t* source;
  const uint32_t* authorization;  ///< What the row leans on. NULL: all 0.
  const uint32_t* actor;          ///< The officer. NULL: all 0.
  yesan_text_column memo;         ///< At most 4,000 bytes each. NULL offsets: all empty.
  /// The batch's own name, at most 128 bytes. The same key again with the same rows changes nothing and is answered as the
  /// first time; with other rows it is refused. Empty: no key.
  yesan_text key;
} yesan_entry_columns;

/// Posts a batch: its rows are judged in order, and all are posted or none. Money is controlled at the policy's level at
/// every moment: Σ current_budget ≥ Σ allotted (where allotment is on) ≥ Σ committed_total; 0 ≤ disbursed ≤
/// committed_total of each item; settled + released ≤ committed of each commitment. What is reserved for payers
/// (subsidy_refund) is held for its item and for the items that the level takes together.
///
/// An item with 4,066,896,000 adopted and allotted and 4,000,000,000 committed takes a commitment of 66,896,000 and
/// refuses one of 66,896,001: YESAN_E_ABOVE_AVAILABLE, `available` 66896000, `asked` 66896001.
///
/// Refuses, with the row, with the first rule that it breaks, in this order: its form (YESAN_E_UNKNOWN_ITEM, _KIND,
/// _CAUSE, WRONG_ITEM, AMOUNT_NOT_POSITIVE, UNKNOWN_SOURCE, UNKNOWN_AUTHORIZATION, TEXT_TOO_LONG, POSTED_BY_ROLLOVER,
/// GROUP_MISSING); its reference (110–115); its day (120, 121); its officer (122: that of a disbursement
/// against that of the commitment which it settles, commitment by commitment; actor 0 is nobody and not judged); its
/// authorization (123–126); its cause (130–143); money as the row finds it (YESAN_E_OVERFLOW, 150–159). Before any row:
/// YESAN_E_KEY_REUSED, YESAN_E_TOO_LARGE for more than 2^32 − 2 entries in all. An empty batch does nothing.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_post(yesan_book* book, uint64_t count,
                                         const yesan_entry_columns* entries,
                                         yesan_receipt* out_receipt, yesan_error* error);

/// The status of each row of yesan_ledger_post, if the refused rows were not there. The other rows of a transfer with a
/// refused row get YESAN_E_GROUP_NOT_ZERO. The key is not looked at; nothing is changed.
/// Refuses: only what is wrong with the arguments themselves.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_post_check(const yesan_book* book, uint64_t count,
                                               const yesan_entry_columns* entries,
                                               int32_t* out_statuses, yesan_error* error);

/// Entries of the book as columns, in the order of posting.
typedef struct yesan_entry_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_entry_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* entry;       ///< Its number.
  uint32_t* item;
  int32_t* day;         ///< Days since 1970-01-01.
  int32_t* kind;        ///< YESAN_ENTRY_*
  int32_t* cause;       ///< YESAN_CAUSE_*
  int64_t* amount;      ///< Above 0.
  uint32_t* reference;  ///< The entry that it settles or negates; 0: none.
  uint32_t* group;  ///< The book's own number of the transfer: every transfer has another. 0: none.
  int32_t* source;  ///< YESAN_SOURCE_*
  uint32_t* authorization;
  uint32_t* actor;
  uint32_t* corrected;  ///< 1: another entry negates it.
  /// COMMIT: what is neither settled nor released; DISBURSE: what is not refunded; 0 of other kinds.
  int64_t* open;
  yesan_text_out memo;
} yesan_entry_table;

/// The entries from `first` on (1 is the first; 0 is taken as 1), at most `rows_max` of them; 0: all. None when there are
/// no more.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_entries(const yesan_book* book, uint32_t first,
                                            uint64_t rows_max, yesan_entry_table* out_entries,
                                            yesan_error* error);

// ---- the ledger: balances ----------------------------------------------------------------------

/// By what sums are told apart, and what `key` and `code` of their rows are then.
enum {
  YESAN_BY_NOTHING = 0,           ///< One sum; key 0.
  YESAN_BY_ITEM = 1,              ///< The item.
  YESAN_BY_DETAILED_PROGRAM = 2,  ///< The node, here and below.
  YESAN_BY_UNIT_PROGRAM = 3,
  YESAN_BY_POLICY_PROGRAM = 4,
  YESAN_BY_SECTOR = 5,
  YESAN_BY_FIELD = 6,
  YESAN_BY_ACCOUNT = 7,       ///< The account.
  YESAN_BY_DEPARTMENT = 8,    ///< The department.
  YESAN_BY_OBJECT_GROUP = 9,  ///< 편성목: its `code`; key 0.
  YESAN_BY_OBJECT_ITEM = 10,  ///< 통계목: its `code`; key 0.
  YESAN_BY_ORIGIN = 11,       ///< YESAN_ORIGIN_*.
  YESAN_BY_FISCAL_YEAR = 12,  ///< The year.
  /// YESAN_SOURCE_*: who pays. What entries name a source for is that source's; a budget without one is own funds:
  /// PROVINCE_FUNDS in the book of a metropolitan tier, DISTRICT_FUNDS in that of a basic one, OWN_FUNDS where the tier
  /// is not known. What was allotted, committed, paid, carried out or owed back without one is shared by the sources'
  /// parts of the item's current budget, each payer's rounded down and the rest own funds'; where own funds have no part
  /// in the item, what is left over goes to the largest remainders. Every sum adds up to the item's, and no source has
  /// disbursed more than it committed, or committed more than its budget, where the item has not: what a source has no
  /// budget for the others pay in proportion to what they have left.
  YESAN_BY_FUNDING_SOURCE = 13
};

/// Which of the fields of a yesan_item_filter hold.
enum { YESAN_FILTER_ORIGIN = 1, YESAN_FILTER_REVENUE = 2 };

/// The items that a question is about: those that fit every field that is set. All 0 but struct_size: every item.
typedef struct yesan_item_filter {
  uint32_t struct_size;     ///< sizeof(yesan_item_filter).
  uint32_t present;         ///< YESAN_FILTER_*: whether `origin` and `revenue` are looked at.
  int32_t fiscal_year;      ///< 0: every year.
  uint32_t account;         ///< 0: any.
  uint32_t department;      ///< 0: any.
  uint32_t program;         ///< Items under this node, at any depth; 0: any.
  int32_t origin;           ///< YESAN_ORIGIN_*.
  uint32_t revenue;         ///< 1: revenue items alone; 0: none of them.
  yesan_text object_group;  ///< 편성목; empty: any.
  yesan_text object_item;   ///< 통계목; empty: any.
} yesan_item_filter;

/// Sums of items, corrections taken off. I1: current_budget = adopted + carryover_in + net_adjustment, where net_adjustment
/// is pre_enactment + excess_revenue + the five transfers.
typedef struct yesan_balance_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_balance_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* key;         ///< What the row is of: see YESAN_BY_*.
  yesan_text_out code;   ///< The object's code by OBJECT_GROUP and OBJECT_ITEM; else empty.
  int64_t* original;     ///< 본예산
  int64_t* supplementary;           ///< Σ 추경, signed
  int64_t* provisional;             ///< 준예산, until the budget takes its place
  int64_t* adopted;                 ///< 예산액 = original + supplementary + provisional
  int64_t* carryover_in;            ///< 전년도 이월액
  int64_t* pre_enactment;           ///< 성립전, until a supplementary budget takes its place
  int64_t* excess_revenue;          ///< 초과지출액
  int64_t* inter_program_virement;  ///< 이용, signed
  int64_t* intra_program_virement;  ///< 전용, signed
  int64_t* minor_reallocation;      ///< 변경사용, signed
  int64_t* reorganization;          ///< 이체, signed
  int64_t* contingency_draw;        ///< 예비비 사용액, signed
  int64_t* net_adjustment;    ///< 예산변경: all that is neither adopted nor carried in (I2)
  int64_t* current_budget;    ///< 예산현액 (I1)
  int64_t* allotted;          ///< 배정액
  int64_t* committed_total;   ///< 지출원인행위액, those carried out included
  int64_t* disbursed;         ///< 지출액, net of refunds
  int64_t* outstanding;       ///< Committed, neither paid nor carried out
  int64_t* explicit_out;      ///< 명시이월액
  int64_t* accidental_out;    ///< 사고이월액
  int64_t* continuing_out;    ///< 계속비이월액
  int64_t* construction_out;  ///< 건설개량이월액
  int64_t* carryover_out;     ///< 다음연도이월액: the four together (I4)
  int64_t* commitments_out;   ///< Of carryover_out, open commitments that moved with it
  int64_t* lapsed_balance;  ///< 불용액, broad (I3): current_budget − disbursed − carryover_out
  int64_t* subsidy_refund;   ///< 보조금 반납금
  int64_t* unspent_balance;  ///< 집행잔액, narrow (I5): lapsed_balance − subsidy_refund
  int64_t* assessed;         ///< Revenue: 징수결정액, net of what was cancelled
  int64_t* received;         ///< Revenue: 수납액, net of refunds
  int64_t* written_off;      ///< Revenue: 불납결손액
  int64_t* uncollected;      ///< Revenue: 미수납액 (I12): assessed − received − written_off
} yesan_balance_table;

/// Sums over items now, ascending by key and code; groups without any item are not there. `filter` NULL: every item.
/// Refuses: YESAN_E_OVERFLOW when a sum leaves ±5.7 × 10^17.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_balances(const yesan_book* book,
                                             const yesan_item_filter* filter, int32_t by,
                                             yesan_balance_table* out_balances, yesan_error* error);

/// Sums over items from the entries up to a day, that day included, as they were known when `known` was the last entry; 0:
/// as known now. A correction counts on its own day.
/// Refuses: YESAN_E_OUT_OF_RANGE for the day; YESAN_E_OVERFLOW.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_balances_on(const yesan_book* book, int32_t day, uint32_t known,
                                                const yesan_item_filter* filter, int32_t by,
                                                yesan_balance_table* out_balances,
                                                yesan_error* error);

/// What stands on items now, one row an item, in the order in which they are named; `key` is the item. Takes no longer
/// however many entries there are.
/// Refuses, with the row: YESAN_E_UNKNOWN_ITEM.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_items_balances(const yesan_book* book, uint64_t count,
                                                   const uint32_t* items,
                                                   yesan_balance_table* out_balances,
                                                   yesan_error* error);

// ---- the ledger: settlement, rollover, closing -------------------------------------------------

/// Columns of 지방회계법 시행령 §12②2. Column k is at index k − 1.
enum {
  YESAN_STATUTORY_ADOPTED = 1,           ///< 세출예산액
  YESAN_STATUTORY_CARRYOVER_IN = 2,      ///< 전년도 이월액
  YESAN_STATUTORY_CONTINGENCY_DRAW = 3,  ///< 예비비 사용액, signed
  YESAN_STATUTORY_TRANSFERS = 4,         ///< 이용·전용·변경사용·이체 증감액, signed
  YESAN_STATUTORY_PRE_ENACTMENT = 5,     ///< 성립전 that no budget took in
  YESAN_STATUTORY_EXCESS_REVENUE = 6,    ///< 초과지출액
  YESAN_STATUTORY_CURRENT_BUDGET = 7,    ///< 예산현액 (I1): the six above together
  YESAN_STATUTORY_COMMITTED = 8,         ///< 지출원인행위액
  YESAN_STATUTORY_DISBURSED = 9,         ///< 지출액
  YESAN_STATUTORY_EXPLICIT_OUT = 10,     ///< 명시이월액
  YESAN_STATUTORY_ACCIDENTAL_OUT = 11,   ///< 사고이월액
  YESAN_STATUTORY_CONTINUING_OUT = 12,   ///< 계속비이월액
  YESAN_STATUTORY_CONSTRUCTION_OUT = 13,  ///< 건설개량이월액
  YESAN_STATUTORY_CARRYOVER_OUT = 14,     ///< 다음연도 이월액 (I4): the four above together
  YESAN_STATUTORY_LAPSED_BALANCE = 15,  ///< 불용액, broad (I3): current − disbursed − carryover_out
  YESAN_STATUTORY_SUBSIDY_REFUND = 16,  ///< 보조금 반납금
  YESAN_STATUTORY_UNSPENT_BALANCE = 17  ///< 집행잔액, narrow (I5): lapsed − refund
};

/// Where the figures of a year come from.
enum {
  YESAN_YEAR_MISSING = 0,   ///< Nobody said.
  YESAN_YEAR_IMPORTED = 1,  ///< Read from a document.
  YESAN_YEAR_COMPUTED = 2   ///< Out of the entries of the book.
};

/// A settlement (결산) as columns: those of the statute, and those of the program sheet.
typedef struct yesan_settled_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_settled_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* key;         ///< What the row is of: see YESAN_BY_*.
  int32_t* fiscal_year;
  int32_t* year_origin;  ///< YESAN_YEAR_*
  yesan_text_out code;   ///< The object's code by OBJECT_GROUP and OBJECT_ITEM; else empty.
  int64_t* total[17];    ///< YESAN_STATUTORY_*.
  int64_t* part[17];  ///< Of each total, what national subsidies pay (국고보조금, 균특, 기금).
  /// YESAN_SETTLEMENT_*, the columns of the program sheet: the seven, and SUBSIDY_REFUND and UNSPENT_BALANCE.
  int64_t* sheet_total[9];
  int64_t* sheet_part[9];  ///< Of each total of the sheet, its subsidy part.
} yesan_settled_table;

/// Settles a year from what stands in the book: one row a group, ascending. Only items of expenditure. Subsidy parts: what
/// entries name a source for is that source's; the rest is shared as YESAN_BY_FUNDING_SOURCE
/// tells. I1, I3, I4 and I5 hold to the won in the totals and in the parts. `filter` NULL: every item of the year; the year of a filter is not looked at.
/// Refuses: YESAN_E_NOT_FOUND when the year has no item; YESAN_E_OVERFLOW.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_settle(const yesan_book* book, int32_t fiscal_year,
                                           const yesan_item_filter* filter, int32_t by,
                                           yesan_settled_table* out_rows, yesan_error* error);

/// A settlement as printed in thousands of won, say: the columns of the program sheet.
typedef struct yesan_printed_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_printed_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* key;         ///< What the row is of: see YESAN_BY_*.
  yesan_text_out code;   ///< The object's code by OBJECT_GROUP and OBJECT_ITEM; else empty.
  int64_t* total[9];     ///< YESAN_SETTLEMENT_*, in minor units, whole multiples of the unit.
  int64_t* part[9];      ///< Subsidy parts, the same.
  /// Mask of 1 << (column − 1): the totals that are not what rounding the true figure gives, for the others add up to them.
  uint32_t* one_off;
} yesan_printed_table;

/// Settles a year and rounds it for print: each figure once, and those that are sums are the sums of what is printed, so
/// that I2, I3 and I5 hold between printed figures. `unit`: 1000 for 천원.
/// Refuses: as yesan_ledger_settle; YESAN_E_OUT_OF_RANGE for a unit below 1; YESAN_E_INEXACT.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_settle_printed(const yesan_book* book, int32_t fiscal_year,
                                                   const yesan_item_filter* filter, int32_t by,
                                                   int64_t unit, int32_t rounding,
                                                   yesan_printed_table* out_rows,
                                                   yesan_error* error);

/// A year's surplus of an account (결산상잉여금, 순세계잉여금).
typedef struct yesan_surplus {
  uint32_t struct_size;        ///< In: sizeof(yesan_surplus).
  uint32_t reserved;           ///< In: 0.
  int64_t revenue_budget;      ///< 세입 예산현액
  int64_t expenditure_budget;  ///< 세출 예산현액; I8: equal to the former.
  int64_t assessed;            ///< 징수결정액
  int64_t received;            ///< 수납액
  int64_t written_off;         ///< 불납결손액
  int64_t uncollected;         ///< 미수납액 (I12)
  int64_t disbursed;           ///< 지출액
  int64_t closing_surplus;     ///< I9: received − disbursed.
  int64_t carryover_out;       ///< 이월액
  int64_t subsidy_refund;      ///< 보조금 반납금
  int64_t grant_difference;    ///< 교부차액, as given.
  int64_t
      net_surplus;  ///< I10: closing_surplus − carryover_out − subsidy_refund − grant_difference.
  int64_t excess_receipts;  ///< 초과세입: received − revenue_budget, signed.
  int64_t
      unspent_balance;  ///< 집행잔액 (narrow). I11: net = excess_receipts + it − grant_difference.
} yesan_surplus;

/// The surplus of an account. `grant_difference` is what was granted in the year beyond its budget and is to be repaid
/// (교부차액), which no entry tells. 부산 서구: closing surplus 87,032,885,688 − carried over 63,740,339,010 − subsidy refund
/// 4,142,735,780 − 교부차액 14,337,480 = net surplus 19,135,473,418.
/// Refuses: YESAN_E_NOT_FOUND for an account, or a year without items of it; YESAN_E_OVERFLOW.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_surplus(const yesan_book* book, uint32_t account,
                                            int32_t fiscal_year, int64_t grant_difference,
                                            yesan_surplus* out_surplus, yesan_error* error);

/// Subsidy refunds, one row a payer.
typedef struct yesan_refund_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_refund_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* source;       ///< YESAN_SOURCE_*
  int64_t* amount;
} yesan_refund_table;

/// What is owed to each payer of a year, in the order of sources; a payer who is owed nothing is not there.
/// Refuses: YESAN_E_OVERFLOW.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_refunds(const yesan_book* book, int32_t fiscal_year,
                                            const yesan_item_filter* filter,
                                            yesan_refund_table* out_refunds, yesan_error* error);

/// Requests to carry money into the next year (이월). Nothing is ever carried because it is left.
typedef struct yesan_carry_columns {
  uint32_t struct_size;  ///< sizeof(yesan_carry_columns).
  uint32_t reserved;     ///< 0.
  const uint32_t* item;  ///< Not NULL.
  const int32_t* cause;  ///< YESAN_CAUSE_EXPLICIT_CARRYOVER … CONSTRUCTION_CARRYOVER. Not NULL.
  const int64_t*
      amount;  ///< Above 0; the open amounts of the commitments are part of it. Not NULL.
  /// EXPLICIT: the council's vote; ACCIDENTAL: the head's decision, for what goes beyond open commitments; CONTINUING: the
  /// plan; CONSTRUCTION: the head's decision. NULL: all 0.
  const uint32_t* authorization;
  /// Open commitments that move with the money, whole: of request i, commitments [offsets[i], offsets[i + 1]). count + 1 of
  /// them, never falling, the first at least 0. NULL: none move.
  const int64_t* commitment_offsets;
  const uint32_t* commitments;  ///< Entries. NULL when there are none.
  yesan_text_column
      next_object_item;  ///< 통계목 in the next year; empty: the same. NULL offsets: all empty.
  /// 편성목 in the next year; empty: that of the classification, or the item's own. NULL offsets: all empty.
  yesan_text_column next_object_group;
} yesan_carry_columns;

/// What requests would do, one row a request.
typedef struct yesan_carry_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_carry_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* item;        ///< Carried out of.
  int32_t* cause;        ///< YESAN_CAUSE_*
  int64_t* amount;
  int64_t* committed;  ///< Of the amount, open commitments that move.
  int32_t* status;     ///< YESAN_OK, or why the request cannot be met.
  int32_t* to_origin;  ///< YESAN_ORIGIN_* of the item of the next year that it goes into.
  yesan_text_out to_object_item;
  yesan_text_out to_object_group;
  /// Where the status is a matter of money (ABOVE_LIMIT, ABOVE_CARRIABLE, ABOVE_LAPSED), what there was and what was asked
  /// for beyond it; −1 elsewhere.
  int64_t* available;
  int64_t* asked;
} yesan_carry_table;

/// Judges requests without changing anything; several requests of an item are judged together. `day` is that of the
/// carry_out entries; a day after the last on which the policy lets carry_out be dated (that of the year, where no line says
/// otherwise; 10 February in the Korean policy) is taken as that last day. The carry_in entries take effect on the
/// first day of the next year. `*out_state` says what the book was like: give it to yesan_ledger_rollover.
///
/// The status of a row is the first of: YESAN_E_UNKNOWN_ITEM (or one of another year, or of revenue), UNKNOWN_CAUSE,
/// AMOUNT_NOT_POSITIVE, YEAR_CLOSED, VERSION_ORDER (the next year would come late: yesan_ledger_items_add),
/// DAY_OUTSIDE_YEAR, AUTHORIZATION_MISSING, UNKNOWN_AUTHORIZATION, WRONG_AUTHORIZATION, NOT_COVERED (also EXPLICIT on
/// an authorization of a day after the year), ABOVE_LIMIT, CARRIED_BEFORE (of an item of accidental origin, whatever
/// the cause), OUTSIDE_PLAN, WRONG_ACCOUNT, RESERVE_BY_DRAW_ONLY, WRONG_REFERENCE (a commitment), ABOVE_CARRIABLE,
/// ABOVE_LAPSED, NO_MAPPING, WRONG_MAPPING (what the code became is of another object group while its name lives on,
/// barred, or unknown in the next year while others are known and no group is named), RESERVE_BY_DRAW_ONLY (the same
/// code is the reserve in the next year).
/// Refuses: YESAN_E_OUT_OF_RANGE for the year (1 … 9997) or the day.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_rollover_check(const yesan_book* book, int32_t fiscal_year,
                                                   uint64_t count,
                                                   const yesan_carry_columns* requests, int32_t day,
                                                   uint64_t* out_state, yesan_carry_table* out_rows,
                                                   yesan_error* error);

/// Carries out of a year and into the next, all requests or none: carry_out, an item of the next year with the origin of
/// the cause (made where it is not there), carry_in with its allotment, and the moved commitments committed again there.
/// carryover_out of a year is carryover_in of the next, item by item and source by source (I7). `state` is what
/// yesan_ledger_rollover_check gave. `out_items` (room for `count`; NULL allowed): the item of the next year of each
/// request.
/// Refuses: YESAN_E_STALE_PREVIEW when the book has changed since `state`; the status of the first request that cannot be
/// met, with its row, available and asked, and a message that names the item; YESAN_E_OUT_OF_RANGE for the year or the
/// day. Where a policy refuses the entries, no item is made either.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_rollover(yesan_book* book, int32_t fiscal_year, uint64_t count,
                                             const yesan_carry_columns* requests, int32_t day,
                                             uint32_t actor, uint64_t state, uint32_t* out_items,
                                             yesan_receipt* out_receipt, yesan_error* error);

/// Takes back one request of a rollover, wholly, while both years are open: `carry_out` is any entry that carried the
/// request out. Its carry_out, the carry_in of the next year and the commitments made anew there are corrected in one batch,
/// each on its own day. Nothing that a rollover posted is corrected in another way.
/// Refuses: YESAN_E_UNKNOWN_REFERENCE; YESAN_E_WRONG_REFERENCE for an entry that is no carry_out; as yesan_ledger_post a
/// correction: YEAR_CLOSED, ALREADY_CORRECTED, STILL_USED (a commitment made anew was paid, released or carried),
/// DAY_OUTSIDE_YEAR (a carry_out after the year, where the policy has no line that lets `correct` lie on its day), ABOVE_LAPSED,
/// BELOW_ZERO, BELOW_COMMITTED (the carried money was used).
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_rollover_undo(yesan_book* book, uint32_t carry_out,
                                                  uint32_t actor, yesan_receipt* out_receipt,
                                                  yesan_error* error);

/// Closes a fiscal year: from then on it takes no entry, item or name.
/// Refuses: YESAN_E_YEAR_CLOSED; YESAN_E_NOT_FOUND for a year without items; YESAN_E_VERSION_ORDER while an earlier year of
/// the book is open.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_ledger_year_close(yesan_book* book, int32_t fiscal_year,
                                               yesan_error* error);

/// Whether a fiscal year is closed: 1 or 0.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_year_is_closed(const yesan_book* book, int32_t fiscal_year,
                                                   uint32_t* out_closed, yesan_error* error);

/// Recomputes everything from the entries and gives every identity that does not hold, and what the law wants to be seen:
/// votes posted row by row that an adoption would have refused, pre-enactment spending that no budget took in or whose
/// vote was corrected since, continuing plans that follow each other beyond the years of one plan, entries dated
/// before what they lean on, and more (Book::Verify). `document` is 0 and `row` −1.
/// Refuses: nothing but its arguments; no findings: all is well.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_ledger_verify(const yesan_book* book,
                                           yesan_finding_table* out_findings, yesan_error* error);

// ---- a ledger in a file ------------------------------------------------------------------------

// A book that was made by yesan_store_create or yesan_store_open keeps its ledger in one SQLite file. Every call that changes
// it is one batch of the file: kept when the call returns, or not done at all. Besides what each refuses of itself, such
// calls refuse with YESAN_E_BUSY (another process writes and did not let go in time), YESAN_E_IO (the disk: nothing was done),
// YESAN_E_READ_ONLY, YESAN_E_DAMAGED, and YESAN_E_OUTCOME_UNKNOWN: the file could not say whether the batch was kept. Then the
// handle refuses everything but yesan_store_close and yesan_book_destroy; open the file again and post the batch again under
// its key. Batches are chained: the link of each is BLAKE2b of the link before and of all rows that it wrote.
// yesan_store_* functions refuse a book that lives in no file with YESAN_E_INVALID_ARGUMENT, and everything with
// YESAN_E_NOT_BUILT where the library was built without YESAN_WITH_STORE.

/// When an act counts as kept.
enum {
  YESAN_DURABILITY_FULL = 1,  ///< On the disk before the call returns.
  YESAN_DURABILITY_RELAXED =
      2  ///< Handed to the system: a power cut may lose the last acts, whole ones.
};
/// Of yesan_store_options: does not wait for another writer at all.
enum { YESAN_BUSY_NOW = -1 };

/// How a file is opened. All 0 but struct_size: full durability, five seconds, nobody.
typedef struct yesan_store_options {
  uint32_t struct_size;  ///< sizeof(yesan_store_options).
  int32_t durability;    ///< YESAN_DURABILITY_*; 0: FULL.
  /// How long to wait for another writer, in milliseconds, 1 … 600 000; 0: 5,000; YESAN_BUSY_NOW: not at all.
  int32_t busy_ms;
  uint32_t actor;  ///< Who works with the handle: kept with every batch; 0: nobody is named.
} yesan_store_options;

/// Makes a new file with an empty ledger, readable by its owner alone. `options` NULL: the defaults. It is freed by
/// yesan_book_destroy.
/// Refuses: YESAN_E_DUPLICATE (there is a file already), INVALID_ARGUMENT (an empty path or one with a NUL byte, an option out
/// of its range), IO, and what yesan_ledger_create refuses.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_store_create(const char* path, uint64_t length,
                                          const yesan_government* government,
                                          const yesan_store_options* options, yesan_book** out_book,
                                          yesan_error* error);

/// Opens the file of a ledger; with `read_only` 1 without ever writing, also from a medium that cannot be written. The
/// chain is not computed again: that is yesan_store_verify's. It is freed by yesan_book_destroy.
/// Refuses: YESAN_E_NOT_FOUND (no file), NOT_A_BOOK, NEWER_VERSION, DAMAGED (the message names the batch), BUSY, IO, READ_ONLY,
/// INVALID_ARGUMENT as yesan_store_create.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_store_open(const char* path, uint64_t length, uint32_t read_only,
                                        const yesan_store_options* options, yesan_book** out_book,
                                        yesan_error* error);

/// Takes in what other processes wrote since: how many batches.
/// Refuses: YESAN_E_IO, DAMAGED, OUTCOME_UNKNOWN.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_store_refresh(yesan_book* book, uint64_t* out_batches,
                                           yesan_error* error);

/// The last batch that the book has, and its link: `128:9f86d081…`, 64 hexadecimal digits. Noted elsewhere, it shows
/// yesan_store_verify whether later batches were taken away.
/// Refuses: YESAN_E_BUFFER_TOO_SMALL.
/// Threads: may overlap on a const book. Since: 0.1
YESAN_API yesan_status yesan_store_head(const yesan_book* book, char* out_text, uint64_t capacity,
                                        uint64_t* out_length, yesan_error* error);

/// Reads the whole file again and gives what is wrong with it: `store.file`, `store.chain` (the first batch whose rows do not
/// give its link), `store.rows`, `store.names`, `store.balance`, `store.head` (`noted`, a head of yesan_store_head, is not in
/// the chain; empty: none), and all that yesan_ledger_verify finds. `document` is 0 and `row` −1. No findings: no row of a batch
/// was changed, added or taken out, unless every link behind it was computed anew; with a noted head, not even that.
/// Refuses: YESAN_E_SYNTAX (`noted`), IO, BUSY, OUTCOME_UNKNOWN.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_store_verify(const yesan_book* book, const char* noted,
                                          uint64_t length, yesan_finding_table* out_findings,
                                          yesan_error* error);

/// Copies the file as it is now, whole, while others may go on writing, into a new file.
/// Refuses: YESAN_E_DUPLICATE (there is a file at `path`), INVALID_ARGUMENT, IO, OUTCOME_UNKNOWN; nothing is left at `path`.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_store_backup(const yesan_book* book, const char* path, uint64_t length,
                                          yesan_error* error);

/// Renews the snapshot of balances in the file and ends the work on it; what the book has can still be read. Once is enough.
/// yesan_book_destroy does the same without saying how it went.
/// Refuses: YESAN_E_IO, BUSY: the snapshot is old and nothing is lost; the file is closed all the same.
/// Threads: needs the book alone. Since: 0.1
YESAN_API yesan_status yesan_store_close(yesan_book* book, yesan_error* error);

// ---- program sheets ----------------------------------------------------------------------------

/// How a document arrives, and how it is written.
enum {
  YESAN_SHEET_AUTO = 0,      ///< Found out from the text; reading only.
  YESAN_SHEET_TABS = 1,      ///< Text whose cells are separated by tabs.
  YESAN_SHEET_LAYOUT = 2,    ///< Text from `pdftotext -layout`; reading only.
  YESAN_SHEET_MARKDOWN = 3,  ///< Markdown with pipe tables.
  YESAN_SHEET_HTML = 4       ///< HTML with tables.
};

/// A program sheet (사업별 설명서) as it was printed. Printed is not true: reading judges nothing.
typedef struct yesan_sheet yesan_sheet;

/// How to read.
typedef struct yesan_read_options {
  uint32_t struct_size;  ///< sizeof(yesan_read_options).
  int32_t format;        ///< YESAN_SHEET_*.
  uint64_t bytes_max;    ///< A larger document is refused; 0: 64 MiB. At most 4 GiB − 1.
} yesan_read_options;

/// Reads a program sheet. A document is never refused for what it says: sums that do not hold are for yesan_report, text
/// that was not understood is kept (yesan_sheet_not_understood). `options` NULL: found out, 64 MiB.
/// Refuses: YESAN_E_INVALID_UTF8 with the offset; YESAN_E_ENCODING when the bytes look like cp949 (see yesan_decode_cp949)
/// or UTF-16; YESAN_E_TOO_LARGE.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_sheet_read(const char* bytes, uint64_t length,
                                        const yesan_read_options* options, yesan_sheet** out_sheet,
                                        yesan_error* error);

/// Frees a sheet; NULL is allowed. Reports on it stay good.
/// Threads: needs the sheet alone. Since: 0.1
YESAN_API void yesan_sheet_destroy(yesan_sheet* sheet);

/// Turns bytes in cp949, the code page of old Korean files, into UTF-8.
/// Refuses: YESAN_E_SYNTAX with the offset of the first byte that is none; YESAN_E_NOT_BUILT where the platform has no
/// converter.
/// Threads: any. Since: 0.1
YESAN_API yesan_status yesan_decode_cp949(const char* bytes, uint64_t length, char* out_text,
                                          uint64_t capacity, uint64_t* out_length,
                                          yesan_error* error);

/// A sheet in short.
typedef struct yesan_sheet_info {
  uint32_t struct_size;           ///< In: sizeof(yesan_sheet_info).
  int32_t format;                 ///< YESAN_SHEET_*: how the document arrived.
  int32_t fiscal_year;            ///< The year that the sheet is about; 0 when it names none.
  int32_t overview_prior_year;    ///< Of the overview's heading; 0 when it names none.
  int32_t overview_current_year;  ///< Of the overview's heading; 0 when it names none.
  int32_t schedule_year;          ///< Of the schedule's heading; 0 when it names none.
  uint64_t source_bytes;          ///< Length of the document.
  uint64_t section_count;         ///< Rows of yesan_sheet_sections.
  uint64_t not_understood_count;  ///< Rows of yesan_sheet_not_understood.
} yesan_sheet_info;

/// A sheet in short.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_describe(const yesan_sheet* sheet, yesan_sheet_info* out_info,
                                            yesan_error* error);

/// The program's name, as printed.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_title(const yesan_sheet* sheet, char* out_text,
                                         uint64_t capacity, uint64_t* out_length,
                                         yesan_error* error);

/// Writes the sheet in one canonical form, every text as printed: reading it gives an equal sheet.
/// Refuses: YESAN_E_INVALID_ARGUMENT for AUTO and LAYOUT; YESAN_E_NOT_BUILT for HTML in a library without it.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_write(const yesan_sheet* sheet, int32_t format, char* out_text,
                                         uint64_t capacity, uint64_t* out_length,
                                         yesan_error* error);

/// Whether two sheets print the same, wherever it stands: 1 or 0.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on const sheets. Since: 0.1
YESAN_API yesan_status yesan_sheet_equal(const yesan_sheet* a, const yesan_sheet* b,
                                         int32_t* out_equal, yesan_error* error);

/// The parts of a program sheet.
enum {
  YESAN_SECTION_UNKNOWN = 0,
  YESAN_SECTION_BASICS = 1,       ///< 기본 현황
  YESAN_SECTION_OFFICERS = 2,     ///< 사업 담당자
  YESAN_SECTION_FUNDING = 3,      ///< 사업비, 재원
  YESAN_SECTION_OVERVIEW = 4,     ///< 예산 총괄
  YESAN_SECTION_COST_BASIS = 5,   ///< 산출근거
  YESAN_SECTION_PURPOSE = 6,      ///< 사업목적
  YESAN_SECTION_LEGAL_BASIS = 7,  ///< 사업근거
  YESAN_SECTION_METHOD = 8,       ///< 추진방법
  YESAN_SECTION_CONTENT = 9,      ///< 사업내용
  YESAN_SECTION_HISTORY = 10,     ///< 추진경위
  YESAN_SECTION_SCHEDULE = 11,    ///< 추진일정
  YESAN_SECTION_RESULTS = 12,     ///< 추진실적
  YESAN_SECTION_EFFECTS = 13,     ///< 기대효과
  YESAN_SECTION_SETTLEMENT = 14,  ///< 결산
  YESAN_SECTION_GROUP = 15        ///< A heading that only holds others
};

/// The sections of a sheet, in the order of the document.
typedef struct yesan_section_table {
  uint32_t struct_size;   ///< In: sizeof(yesan_section_table).
  uint32_t reserved;      ///< In: 0.
  uint64_t capacity;      ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;         ///< Out: rows.
  int32_t* kind;          ///< YESAN_SECTION_*
  int32_t* year;          ///< The year that the heading names, or 0.
  uint32_t* line_count;   ///< Lines of prose in it.
  uint32_t* table_count;  ///< Tables in it.
  yesan_place* place;     ///< Of the heading.
  yesan_text_out heading;  ///< As printed; empty for text before the first heading.
} yesan_section_table;

/// The sections.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_sections(const yesan_sheet* sheet,
                                            yesan_section_table* out_sections, yesan_error* error);

/// Pieces of text with their places.
typedef struct yesan_line_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_line_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  yesan_place* place;
  yesan_text_out text;  ///< As printed, markup resolved.
} yesan_line_table;

/// The lines of the sections of a kind (YESAN_SECTION_*), headings excluded, in order: purpose, legal basis, history ….
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_lines(const yesan_sheet* sheet, int32_t section,
                                         yesan_line_table* out_lines, yesan_error* error);

/// The text that was not understood; it is kept at its place in the sections too.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_not_understood(const yesan_sheet* sheet,
                                                  yesan_line_table* out_lines, yesan_error* error);

/// What was noticed while reading, as findings: odd bytes, markup, a table without a heading.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_reading(const yesan_sheet* sheet,
                                           yesan_finding_table* out_findings, yesan_error* error);

/// What a number cell of a sheet holds. The five kinds of nothing are kept apart.
enum {
  YESAN_FIGURE_ABSENT = 0,  ///< No such column, or the row lost the cell.
  YESAN_FIGURE_BLANK = 1,
  YESAN_FIGURE_DASH = 2,
  YESAN_FIGURE_WORD = 3,  ///< 순증, 신규 …
  YESAN_FIGURE_VALUE = 4,
  YESAN_FIGURE_UNREADABLE = 5  ///< Text that is no amount.
};

/// Bits of `present` of a figure.
enum {
  YESAN_FIGURE_HAS_NUMBER = 1,   ///< `number` holds.
  YESAN_FIGURE_HAS_WON = 2,      ///< `won` holds: the unit is one of money and the figure fits.
  YESAN_FIGURE_HAS_PART_WON = 4  ///< `part_won` holds: a number stands in `(x …)`.
};

/// A column of figures.
typedef struct yesan_figure_columns {
  int32_t* state;     ///< YESAN_FIGURE_ABSENT …
  uint32_t* present;  ///< YESAN_FIGURE_HAS_*
  /// YESAN_UNIT_* that holds: of the figure, else of its column, else of its table.
  int32_t* unit;
  int32_t* part_kind;      ///< YESAN_PART_*
  yesan_decimal* number;   ///< The number that is printed, in `unit`; 0 when absent.
  int64_t* won;            ///< In won; 0 when absent.
  int64_t* part_won;       ///< The subsidy part in won; 0 when absent.
  yesan_place* place;      ///< Of the cell.
  yesan_text_out printed;  ///< The cell as printed.
} yesan_figure_columns;

/// 기본 현황: facts named by a key, in the order of the document.
typedef struct yesan_fact_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_fact_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  yesan_place* key_place;
  yesan_place* value_place;
  yesan_text_out key;    ///< `회계`
  yesan_text_out value;  ///< `일반회계`
} yesan_fact_table;

/// The facts.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_facts(const yesan_sheet* sheet, yesan_fact_table* out_facts,
                                         yesan_error* error);

/// 예산 총괄: last year (A) against this year (B).
typedef struct yesan_overview_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_overview_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* total;       ///< 1: 계, 합계.
  yesan_text_out label;
  yesan_figure_columns prior;    ///< A
  yesan_figure_columns current;  ///< B
  yesan_figure_columns change;   ///< B − A as printed
  yesan_figure_columns rate;     ///< (B−A)*100/A as printed
} yesan_overview_table;

/// The overview; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_overview(const yesan_sheet* sheet,
                                            yesan_overview_table* out_overview, yesan_error* error);

/// 사업비 by source; the first row is the total.
typedef struct yesan_funding_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_funding_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* total;       ///< 1 for the total, 0 for a source.
  uint32_t* outside;     ///< 1: beside the budget (예산 외), not in the total.
  yesan_text_out label;  ///< Without brackets: `시비`.
  yesan_figure_columns amount;
} yesan_funding_table;

/// The funding; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_funding(const yesan_sheet* sheet,
                                           yesan_funding_table* out_funding, yesan_error* error);

/// Bits of `present` of a line of the cost basis.
enum {
  YESAN_BASIS_HAS_AMOUNT = 1,        ///< `amount` holds.
  YESAN_BASIS_HAS_CHILDREN_SUM = 2,  ///< `children_sum` holds.
  YESAN_BASIS_REMARK = 4,    ///< Words about others or a repeated total: it adds to nothing.
  YESAN_BASIS_LACKS_WON = 8  ///< `151,000,000 = 151,000천원`
};

/// 산출근거 as a tree, in reading order: a parent stands before its children.
typedef struct yesan_basis_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_basis_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* parent;       ///< Row of the parent, or -1.
  int32_t* level;        ///< 0 at the top.
  int32_t* role;         ///< YESAN_ROLE_*: PRIOR is taken off its parent.
  uint32_t* present;     ///< YESAN_BASIS_*
  int64_t* amount;  ///< In won: the printed amount, else what the formula or the children come to.
  int64_t* children_sum;  ///< What its children come to, in won.
  int32_t* verdict;       ///< YESAN_VERDICT_* of the formula.
  uint32_t* roundings;    ///< Modes that lead to the stated result, as a mask.
  yesan_place* place;
  yesan_text_out object_item;  ///< 통계목 that it stands under; may be empty.
  yesan_text_out label;        ///< Without its bullet.
  yesan_text_out text;         ///< Everything printed for the line.
} yesan_basis_table;

/// The cost basis; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_basis(const yesan_sheet* sheet, yesan_basis_table* out_basis,
                                         yesan_error* error);

/// 추진일정. Of a period that cannot be read both days are absent.
typedef struct yesan_schedule_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_schedule_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* total;       ///< 1: 계.
  /// YESAN_PERIOD_HAS_FIRST, YESAN_PERIOD_HAS_LAST, YESAN_PERIOD_BACKWARDS.
  uint32_t* period_present;
  int32_t* first_day;  ///< Days since 1970-01-01; 0 when absent.
  int32_t* last_day;   ///< Days since 1970-01-01, the last that belongs to it; 0 when absent.
  yesan_place* period_place;
  yesan_text_out name;          ///< 사업추진절차
  yesan_text_out period;        ///< 추진기간 as printed
  yesan_text_out detail;        ///< 추진세부내용
  yesan_figure_columns amount;  ///< 예산집행금액
} yesan_schedule_table;

/// The schedule; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_schedule(const yesan_sheet* sheet,
                                            yesan_schedule_table* out_schedule, yesan_error* error);

/// 최근 3년 결산 as printed.
typedef struct yesan_settlement_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_settlement_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  int32_t* year;         ///< 0 for a row without one.
  yesan_text_out label;
  yesan_figure_columns adopted;         ///< 최종예산
  yesan_figure_columns carryover_in;    ///< 전년이월
  yesan_figure_columns net_adjustment;  ///< 예산변경
  yesan_figure_columns contingency;     ///< 예비비 사용액
  yesan_figure_columns transfer;        ///< 이·전용 등
  yesan_figure_columns current_budget;  ///< 예산현액
  yesan_figure_columns disbursed;       ///< 집행액
  yesan_figure_columns carryover_out;   ///< 차년이월
  yesan_figure_columns subsidy_refund;  ///< 보조금 반납금
  yesan_figure_columns lapsed;          ///< 집행잔액, 불용액
  yesan_figure_columns execution_rate;  ///< 집행률
} yesan_settlement_table;

/// The settlement; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_settlement(const yesan_sheet* sheet,
                                              yesan_settlement_table* out_settlement,
                                              yesan_error* error);

/// 사업 담당자: one row a person; the bureau and the department stand in each.
typedef struct yesan_officer_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_officer_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  yesan_place* place;    ///< Of the name.
  yesan_text_out bureau;
  yesan_text_out department;
  yesan_text_out role;  ///< 과장, 팀장, 주무관
  yesan_text_out name;
  yesan_text_out phone;  ///< Empty when none is printed.
} yesan_officer_table;

/// The officers; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_officers(const yesan_sheet* sheet,
                                            yesan_officer_table* out_officers, yesan_error* error);

/// 추진실적: one row a number with its counter, `14회` of `뉴스레터(온라인 14회, 오프라인4회)`.
typedef struct yesan_result_table {
  uint32_t struct_size;   ///< In: sizeof(yesan_result_table).
  uint32_t reserved;      ///< In: 0.
  uint64_t capacity;      ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;         ///< Out: rows.
  int32_t* year;          ///< 0 when none is printed.
  int64_t* whole;         ///< Row of the whole that it is a part of, or -1.
  yesan_decimal* number;  ///< 14
  yesan_place* place;     ///< Of the number and its counter.
  yesan_text_out label;   ///< `온라인`; may be empty.
  yesan_text_out context;  ///< `뉴스레터`; may be empty.
  yesan_text_out unit;     ///< `회`
} yesan_result_table;

/// The track record in numbers; no rows when the sheet has none.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const sheet. Since: 0.1
YESAN_API yesan_status yesan_sheet_results(const yesan_sheet* sheet,
                                           yesan_result_table* out_results, yesan_error* error);

// ---- reports: what a check found ---------------------------------------------------------------

/// What was proved of one sheet, or of several together. Keeps what it needs: the sheets may be destroyed before it.
typedef struct yesan_report yesan_report;

/// Proves `count` sheets, each alone and those of one program against each other: this year's A is last year's B, and the
/// years that two settlements share agree. Findings never change a sheet.
/// Refuses: nothing but its arguments; no sheets give an empty report.
/// Threads: may overlap on const sheets. Since: 0.1
YESAN_API yesan_status yesan_report_create(uint64_t count, const yesan_sheet* const* sheets,
                                           yesan_report** out_report, yesan_error* error);

/// Frees a report; NULL is allowed.
/// Threads: needs the report alone. Since: 0.1
YESAN_API void yesan_report_destroy(yesan_report* report);

/// The findings on all documents.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_findings(const yesan_report* report,
                                             yesan_finding_table* out_findings, yesan_error* error);

/// Figures, each with a rule that looks at it. One row a figure and rule, in the order of documents and places.
typedef struct yesan_coverage_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_coverage_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* document;    ///< 0-based index of the sheet.
  yesan_place* place;    ///< The cell; of a cell with a subsidy part, the part or the total alone.
  yesan_text_out rule;   ///< The rule's id.
} yesan_coverage_table;

/// The coverage: the figures that are proved, each with every rule that proves it. Proved means: any one misprinted digit is
/// found. The identity holds exactly, and the smallest misprint of the figure is larger than what the identity lets pass. A
/// figure that is missing here is not proved, whatever looked at it (see yesan_report_rough).
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_coverage(const yesan_report* report,
                                             yesan_coverage_table* out_coverage,
                                             yesan_error* error);

/// The figures that a rule looks at without proving them: a rounded rate and the amounts that it was computed from, a sum in
/// 백만원, an amount beside one in a coarser unit, the factors of a formula, every figure of an identity that does not hold.
/// A large misprint is found, a small one may not be. A figure may stand in the coverage too, under another rule.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_rough(const yesan_report* report,
                                          yesan_coverage_table* out_rough, yesan_error* error);

/// Places of documents.
typedef struct yesan_place_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_place_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* document;    ///< 0-based index of the sheet.
  yesan_place* place;    ///< A line of text, or a table whole.
} yesan_place_table;

/// What the check could not look at, in the order of documents and places: text that the reader did not understand, and
/// tables with figures of which no rule knows what they mean. A document that has any is not proved as a whole.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_unread(const yesan_report* report,
                                           yesan_place_table* out_unread, yesan_error* error);

/// How far a figure is proved.
enum {
  YESAN_PROOF_NONE = 0,   ///< No rule looks at it.
  YESAN_PROOF_ROUGH = 1,  ///< A rule looks at it and lets small misprints pass.
  YESAN_PROOF_PROVED = 2  ///< Any one misprinted digit is found.
};

/// Every amount-like figure of the documents, with how far it is proved.
typedef struct yesan_proof_table {
  uint32_t struct_size;  ///< In: sizeof(yesan_proof_table).
  uint32_t reserved;     ///< In: 0.
  uint64_t capacity;     ///< In: rows that the columns have room for; 0: only sizes are asked for.
  uint64_t count;        ///< Out: rows.
  uint32_t* document;    ///< 0-based index of the sheet.
  yesan_place* place;    ///< The digits alone, without sign, brackets and unit.
  int32_t* section;      ///< YESAN_SECTION_*: where it stands.
  int32_t* proof;        ///< YESAN_PROOF_*.
  uint32_t* rules;       ///< Different rules that prove it; of a rough one, that look at it.
  yesan_text_out printed;  ///< The digits as printed, commas included: `4,066,896`.
  /// The row and column that it stands in, as printed (`예산 총괄 · 계 · 2021예산액 (B)`), or its section where no table tells.
  yesan_text_out name;
} yesan_proof_table;

/// The figures, in the order of documents and places: each number of a cell or with a unit of money, in a table or in a line
/// of prose; dates, years, articles of law and counts are none. The share of YESAN_PROOF_PROVED among the rows is the share of
/// what a misprint could spoil that it cannot spoil unseen.
/// Refuses: nothing but its arguments.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_figures(const yesan_report* report,
                                            yesan_proof_table* out_figures, yesan_error* error);

/// The roundings that agree with every rounded figure of one document, as a mask: 127 when nothing needed rounding.
/// Refuses: YESAN_E_NOT_FOUND for a document that is not there.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_roundings(const yesan_report* report, uint64_t document,
                                              uint32_t* out_modes, yesan_error* error);

/// How a report is written.
enum {
  YESAN_REPORT_TEXT = 1,  ///< For a terminal.
  YESAN_REPORT_MARKDOWN = 2,
  YESAN_REPORT_HTML = 3  ///< One page that needs nothing else: no network, no script.
};

/// How a report is written.
typedef struct yesan_report_options {
  uint32_t struct_size;  ///< sizeof(yesan_report_options).
  int32_t format;        ///< YESAN_REPORT_*.
  int32_t language;      ///< YESAN_LANGUAGE_* of headings and messages.
  /// Width of a terminal report in columns; 0: no limit. Others do not look at it.
  uint32_t columns_max;
  /// Of a summary in text: how many findings at most; 0: all. Others do not look at it.
  uint64_t findings_max;
} yesan_report_options;

/// Writes the report on one document: tables, findings with their lines, what was proved; in HTML with charts. `name` is
/// what the document is called in it, a path as a rule; may be empty.
/// Refuses: YESAN_E_NOT_FOUND for a document that is not there.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_write(const yesan_report* report, uint64_t document,
                                          const char* name, uint64_t name_length,
                                          const yesan_report_options* options, char* out_text,
                                          uint64_t capacity, uint64_t* out_length,
                                          yesan_error* error);

/// The rows of yesan_report_findings from the heaviest finding to the lightest, over all documents: by severity, then
/// errors by how much money the figures are off, then by document and place. `capacity` 0 asks for the count alone.
/// Refuses: YESAN_E_BUFFER_TOO_SMALL when `capacity` is less than the count.
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_ranking(const yesan_report* report, int64_t* out_rows,
                                            uint64_t capacity, uint64_t* out_count,
                                            yesan_error* error);

/// The documents of a summary: the sheets of the report, and what could not be read. A text column whose `offsets` are NULL
/// is absent.
typedef struct yesan_summary_documents {
  uint32_t struct_size;  ///< In: sizeof(yesan_summary_documents).
  uint32_t reserved;     ///< In: 0.
  uint64_t count;        ///< Documents.
  /// Of each, the 0-based index of its sheet in the report, each at most once; -1: it could not be read. NULL: document i is
  /// sheet i.
  const int64_t* sheet;
  yesan_text_column names;     ///< What each is called, a path as a rule.
  yesan_text_column refusals;  ///< Why it could not be read; only looked at where `sheet` is -1.
  yesan_text_column links;  ///< Address of its own page, relative to an HTML summary; empty: none.
} yesan_summary_documents;

/// Writes a summary of the documents, the findings ranked over all of them; TEXT or HTML. `documents` NULL: the sheets of
/// the report, without names. Findings on a sheet that is not among the documents are left out.
/// Refuses: YESAN_E_INVALID_ARGUMENT for MARKDOWN; YESAN_E_NOT_FOUND for a sheet that is not in the report and
/// YESAN_E_DUPLICATE for one that is named twice (`row`: the document).
/// Threads: may overlap on a const report. Since: 0.1
YESAN_API yesan_status yesan_report_summary(const yesan_report* report,
                                            const yesan_summary_documents* documents,
                                            const yesan_report_options* options, char* out_text,
                                            uint64_t capacity, uint64_t* out_length,
                                            yesan_error* error);

#ifdef __cplusplus
}  // extern "C"
#endif

#endif  // YESAN_CAPI_H
