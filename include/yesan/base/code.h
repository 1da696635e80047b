/// @file
/// The reasons for which yesan refuses, as numbers that never change.
#pragma once

#include <cstdint>
#include <string_view>

namespace yesan {

/// Why a function refused. The numbers are those of the C API (`YESAN_E_*`) and are frozen: a number is never
/// reused and never renamed. 0 is success and is no reason to refuse.
///
/// Ranges: 1–9 misuse of the interface, 10–29 figures, 30–49 documents, 50–69 budgets and settlements, 100–199
/// the ledger.
enum class Code : std::int32_t {
  kOk = 0,
  kInvalidArgument =
      1,  ///< An argument breaks the function's contract (a null pointer, an unknown enum value).
  kNoMemory = 2,         ///< Memory ran out; nothing was changed. C only: C++ sees std::bad_alloc.
  kNotBuilt = 3,         ///< The library was built without the option that this function needs.
  kBufferTooSmall = 4,   ///< C only: the caller's buffer is too small; nothing was written.
  kInternal = 5,         ///< A fault of the library itself. Please report it.
  kInvalidUtf8 = 10,     ///< Text is not UTF-8; the place names the first offending byte.
  kSyntax = 11,          ///< Text is not written in the notation that was expected.
  kWrongGrouping = 12,   ///< Thousands separators stand at wrong places: `35,498,8000`.
  kOverflow = 13,        ///< The exact result does not fit the type.
  kInexact = 14,         ///< Rounding::kUnnecessary was asked for and a digit would be lost.
  kDivisionByZero = 15,  ///< The divisor is zero: there is no rate on a zero base.
  kOutOfRange = 16,      ///< A value lies outside the closed range that the comment states.
  kWrongUnit = 17,       ///< A unit is missing, or is not one of money where money was expected.
  kTooLarge = 30,        ///< The document is larger than the limit of the options.
  kTooDeep = 31,         ///< Brackets or tags are nested deeper than the limit.
  kEncoding = 32,        ///< The bytes look like another encoding (cp949), which the message names.
  kNotFound = 50,        ///< No program, item, row or code with that id.
  kDuplicate = 51,       ///< The id, code or year is there already.
  kDoesNotAddUp =
      52,  ///< A total is not the sum of its parts; the message names both and the difference.

  // What a ledger refuses: see Book::Post for the order in which a row is judged.
  kUnknownItem = 100,        ///< No item with that id.
  kUnknownKind = 101,        ///< No kind of entry with that number.
  kUnknownCause = 102,       ///< The kind cannot have that cause, or lacks one.
  kWrongItem = 103,          ///< A kind of revenue on an item of expenditure, or the reverse.
  kAmountNotPositive = 104,  ///< An amount is zero or below: the kind has the direction.
  kUnknownSource = 105,      ///< No funding source of a budget with that number, or one is needed.
  kUnknownAuthorization = 106,  ///< No authorization with that id.
  kTextTooLong = 107,           ///< A memo or key is longer than its limit.
  kPostedByRollover = 108,      ///< Carry-overs are posted by Rollover, which keeps I7.
  kGroupMissing = 109,          ///< A transfer stands in no group.
  kReferenceMissing = 110,      ///< The kind needs the entry that it settles or corrects.
  kUnknownReference = 111,      ///< No such entry, or a row of the batch that comes later.
  kWrongReference = 112,        ///< The entry is of another item, or of a kind that does not fit.
  kAlreadyCorrected = 113,      ///< The entry has been negated before.
  kCorrectionDiffers = 114,     ///< A correction has the amount and the source of its entry.
  kStillUsed = 115,         ///< Other entries settle, release or refund the one to be corrected.
  kPostedByAdoption = 116,  ///< Votes are posted by Adopt, whose other half this would leave alone.
  kYearClosed = 120,        ///< A closed year takes no entry.
  kDayOutsideYear = 121,    ///< The day is not in the item's fiscal year (지방회계법 §7).
  kSameOfficer = 122,       ///< Who committed may not disburse (지방회계법 §36).
  kAuthorizationMissing = 123,  ///< The policy wants an authorization.
  kWrongAuthorization = 124,    ///< The authorization is of another kind than the policy wants.
  kNotCovered = 125,            ///< The authorization does not cover the item or the day.
  kAboveLimit = 126,            ///< More is drawn than the authorization allows.
  kNotEarmarked = 130,  ///< 성립전: neither earmarked money nor a disaster (지방재정법 §45).
  kPurposeMissing = 131,  ///< 준예산: no lawful purpose (지방자치법 §146).
  kBarredOut = 132,       ///< No money may be diverted out of the object (시행령 §55).
  kBarredInto = 133,      ///< No money may be moved into the object (시행령 §48, §55).
  kNoBudget = 134,  ///< 전용 or 변경사용 into a program without a budget (지방재정법 §49).
  kNotFromReserve = 135,  ///< 예비비 comes out of reserve items only (지방재정법 §43).
  kGroupMixed = 136,      ///< A transfer spans years, accounts, causes or days.
  kGroupNotZero = 137,    ///< A transfer does not net to zero (I6).
  kAcrossPolicyPrograms = 138,  ///< 전용 leaves its policy program (지방재정법 §49).
  kInsideOnePolicyProgram =
      139,  ///< 이용 inside one policy program, or partly so, is 전용 (지방재정법 §47의2).
  kTooWide = 140,         ///< 변경사용 leaves its unit program or object group.
  kPurposeChanged = 141,  ///< 이체 changes program, object or purpose (지방재정법 §47의2②).
  kReserveByDrawOnly =
      142,  ///< 예비비 is drawn on: it is not allotted, committed, diverted or carried (§43).
  kWrongAccount = 143,       ///< Not in an account of this kind (지방공기업법 §30).
  kAboveCommitment = 150,    ///< More is disbursed or released than its commitment has open.
  kAboveDisbursement = 151,  ///< More is refunded than was disbursed.
  kAboveCollected = 152,     ///< More revenue is refunded than was received.
  kAboveUncollected = 153,   ///< More is received, written off or cancelled than is uncollected.
  kAboveLapsed = 154,        ///< More is reserved for a refund, or carried out, than lapses.
  kBelowZero = 155,          ///< More is taken from an item than it has.
  kAboveBudget = 156,        ///< More would be allotted than the current budget.
  kAboveAvailable = 157,     ///< More would be committed than is available (지방회계법 §29).
  kBelowCommitted = 158,     ///< What is allotted or committed already would lose its budget.
  kAboveSource = 159,   ///< More is spent of a source, or owed back to it, than it gave the item.
  kKeyReused = 160,     ///< The batch's key was posted with other rows.
  kVersionOrder = 161,  ///< Budgets and years follow each other; this one does not.
  kReserveTooLarge = 162,  ///< The reserve is above its share of the account (지방재정법 §43).
  kPlanTooLong = 163,  ///< A continuing plan runs longer than the law lets it (지방재정법 §42).
  kAboveCarriable =
      164,  ///< More is carried than is requested, authorized, or outstanding (지방재정법 §50).
  kCarriedBefore = 165,  ///< What was carried as 사고이월 is not carried again.
  kOutsidePlan = 166,    ///< 계속비 is carried inside its plan only (지방재정법 §42).
  kStalePreview = 167,   ///< The book changed after the preview was made.
  kNoMapping =
      168,  ///< The object code means another thing in the next year, or is not there, and no mapping
            ///< says what it became.
  kWrongMapping =
      169,  ///< Carried money keeps its purpose (지방재정법 §50): it is not mapped to another.

  // What the file of a book refuses.
  kBusy = 200,            ///< Another process writes and did not let go in time; nothing was done.
  kIo = 201,              ///< The file could not be read or written; nothing was done.
  kNotABook = 202,        ///< The file is no book.
  kNewerVersion = 203,    ///< A later version of this library wrote the file.
  kDamaged = 204,         ///< What the file holds makes no book.
  kReadOnly = 205,        ///< The book was opened for reading, or its medium cannot be written.
  kOutcomeUnknown = 206,  ///< Whether the act was kept shows when the file is opened again.
};

/// The stable English name of a code, e.g. `wrong_grouping`; `unknown` for a number that is no Code.
[[nodiscard]] std::string_view Name(Code code) noexcept;

}  // namespace yesan
