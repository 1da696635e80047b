"""Constants, structs and signatures of libyesan. Generated from capi.h by generate_abi.py."""

from ctypes import (POINTER, Structure, c_char, c_char_p, c_int32, c_int64, c_uint32, c_uint64,
                    c_void_p, sizeof)

YESAN_ABI_VERSION = 1

YESAN_OK = 0
YESAN_E_INVALID_ARGUMENT = 1
YESAN_E_NO_MEMORY = 2
YESAN_E_NOT_BUILT = 3
YESAN_E_BUFFER_TOO_SMALL = 4
YESAN_E_INTERNAL = 5
YESAN_E_INVALID_UTF8 = 10
YESAN_E_SYNTAX = 11
YESAN_E_WRONG_GROUPING = 12
YESAN_E_OVERFLOW = 13
YESAN_E_INEXACT = 14
YESAN_E_DIVISION_BY_ZERO = 15
YESAN_E_OUT_OF_RANGE = 16
YESAN_E_WRONG_UNIT = 17
YESAN_E_TOO_LARGE = 30
YESAN_E_TOO_DEEP = 31
YESAN_E_ENCODING = 32
YESAN_E_NOT_FOUND = 50
YESAN_E_DUPLICATE = 51
YESAN_E_DOES_NOT_ADD_UP = 52
YESAN_E_UNKNOWN_ITEM = 100
YESAN_E_UNKNOWN_KIND = 101
YESAN_E_UNKNOWN_CAUSE = 102
YESAN_E_WRONG_ITEM = 103
YESAN_E_AMOUNT_NOT_POSITIVE = 104
YESAN_E_UNKNOWN_SOURCE = 105
YESAN_E_UNKNOWN_AUTHORIZATION = 106
YESAN_E_TEXT_TOO_LONG = 107
YESAN_E_POSTED_BY_ROLLOVER = 108
YESAN_E_GROUP_MISSING = 109
YESAN_E_REFERENCE_MISSING = 110
YESAN_E_UNKNOWN_REFERENCE = 111
YESAN_E_WRONG_REFERENCE = 112
YESAN_E_ALREADY_CORRECTED = 113
YESAN_E_CORRECTION_DIFFERS = 114
YESAN_E_STILL_USED = 115
YESAN_E_POSTED_BY_ADOPTION = 116
YESAN_E_YEAR_CLOSED = 120
YESAN_E_DAY_OUTSIDE_YEAR = 121
YESAN_E_SAME_OFFICER = 122
YESAN_E_AUTHORIZATION_MISSING = 123
YESAN_E_WRONG_AUTHORIZATION = 124
YESAN_E_NOT_COVERED = 125
YESAN_E_ABOVE_LIMIT = 126
YESAN_E_NOT_EARMARKED = 130
YESAN_E_PURPOSE_MISSING = 131
YESAN_E_BARRED_OUT = 132
YESAN_E_BARRED_INTO = 133
YESAN_E_NO_BUDGET = 134
YESAN_E_NOT_FROM_RESERVE = 135
YESAN_E_GROUP_MIXED = 136
YESAN_E_GROUP_NOT_ZERO = 137
YESAN_E_ACROSS_POLICY_PROGRAMS = 138
YESAN_E_INSIDE_ONE_POLICY_PROGRAM = 139
YESAN_E_TOO_WIDE = 140
YESAN_E_PURPOSE_CHANGED = 141
YESAN_E_RESERVE_BY_DRAW_ONLY = 142
YESAN_E_WRONG_ACCOUNT = 143
YESAN_E_ABOVE_COMMITMENT = 150
YESAN_E_ABOVE_DISBURSEMENT = 151
YESAN_E_ABOVE_COLLECTED = 152
YESAN_E_ABOVE_UNCOLLECTED = 153
YESAN_E_ABOVE_LAPSED = 154
YESAN_E_BELOW_ZERO = 155
YESAN_E_ABOVE_BUDGET = 156
YESAN_E_ABOVE_AVAILABLE = 157
YESAN_E_BELOW_COMMITTED = 158
YESAN_E_ABOVE_SOURCE = 159
YESAN_E_KEY_REUSED = 160
YESAN_E_VERSION_ORDER = 161
YESAN_E_RESERVE_TOO_LARGE = 162
YESAN_E_PLAN_TOO_LONG = 163
YESAN_E_ABOVE_CARRIABLE = 164
YESAN_E_CARRIED_BEFORE = 165
YESAN_E_OUTSIDE_PLAN = 166
YESAN_E_STALE_PREVIEW = 167
YESAN_E_NO_MAPPING = 168
YESAN_E_WRONG_MAPPING = 169
YESAN_E_BUSY = 200
YESAN_E_IO = 201
YESAN_E_NOT_A_BOOK = 202
YESAN_E_NEWER_VERSION = 203
YESAN_E_DAMAGED = 204
YESAN_E_READ_ONLY = 205
YESAN_E_OUTCOME_UNKNOWN = 206
YESAN_LANGUAGE_KOREAN = 0
YESAN_LANGUAGE_ENGLISH = 1
YESAN_ERROR_HAS_AVAILABLE = 1
YESAN_ERROR_HAS_ASKED = 2
YESAN_ROUNDING_UP = 0
YESAN_ROUNDING_DOWN = 1
YESAN_ROUNDING_CEILING = 2
YESAN_ROUNDING_FLOOR = 3
YESAN_ROUNDING_HALF_UP = 4
YESAN_ROUNDING_HALF_DOWN = 5
YESAN_ROUNDING_HALF_EVEN = 6
YESAN_ROUNDING_UNNECESSARY = 7
YESAN_DECIMALS_ADD = 1
YESAN_DECIMALS_SUBTRACT = 2
YESAN_DECIMALS_MULTIPLY = 3
YESAN_DECIMALS_DIVIDE = 4
YESAN_DECIMALS_MULDIV = 5
YESAN_DECIMALS_ROUND = 6
YESAN_DECIMALS_PERCENT = 7
YESAN_DECIMALS_CHANGE_PERCENT = 8
YESAN_UNIT_NONE = 0
YESAN_UNIT_WON = 1
YESAN_UNIT_THOUSAND_WON = 2
YESAN_UNIT_TEN_THOUSAND_WON = 3
YESAN_UNIT_HUNDRED_THOUSAND_WON = 4
YESAN_UNIT_MILLION_WON = 5
YESAN_UNIT_TEN_MILLION_WON = 6
YESAN_UNIT_HUNDRED_MILLION_WON = 7
YESAN_UNIT_TRILLION_WON = 8
YESAN_UNIT_PERCENT = 9
YESAN_AMOUNT_BLANK = 0
YESAN_AMOUNT_DASH = 1
YESAN_AMOUNT_WORD = 2
YESAN_AMOUNT_VALUE = 3
YESAN_WORD_NONE = 0
YESAN_WORD_PURE_INCREASE = 1
YESAN_WORD_PURE_DECREASE = 2
YESAN_WORD_NEW = 3
YESAN_WORD_SAME_AS_PRIOR = 4
YESAN_WORD_NOT_ESTIMATED = 5
YESAN_WORD_NOT_APPLICABLE = 6
YESAN_SIGN_NONE = 0
YESAN_SIGN_DELTA = 1
YESAN_SIGN_INCREMENT = 2
YESAN_SIGN_TRIANGLE = 3
YESAN_SIGN_SMALL_TRIANGLE = 4
YESAN_SIGN_BLACK_TRIANGLE = 5
YESAN_SIGN_DOWN_TRIANGLE = 6
YESAN_SIGN_HYPHEN = 7
YESAN_SIGN_MINUS = 8
YESAN_SIGN_PARENTHESES = 9
YESAN_SIGN_PLUS = 10
YESAN_FAULT_NONE = 0
YESAN_FAULT_MISPLACED_COMMA = 1
YESAN_FAULT_COMMA_FOR_POINT = 2
YESAN_FAULT_POINT_FOR_COMMA = 3
YESAN_FAULT_STACKED_UNIT = 4
YESAN_FAULT_WORDS_DIFFER = 5
YESAN_PART_NOT_STATED = 0
YESAN_PART_NONE = 1
YESAN_PART_STATED = 2
YESAN_PART_STATED_AFTER = 3
YESAN_PART_PARENTHESIZED = 4
YESAN_PART_SQUARE_BRACKETED = 5
YESAN_READ_FRACTIONS = 1
YESAN_READ_NEGATIVE_PARENTHESES = 2
YESAN_READ_REFUSE_FAULTS = 4
YESAN_AMOUNT_HAS_VALUE = 1
YESAN_AMOUNT_HAS_WON = 2
YESAN_AMOUNT_HAS_PART = 4
YESAN_AMOUNT_HAS_PART_WON = 8
YESAN_AMOUNT_GROUPED = 16
YESAN_AMOUNT_MIXED = 32
YESAN_AMOUNT_WON_WRITTEN = 64
YESAN_PRINT_PLAIN = 1
YESAN_PRINT_UNIT = 2
YESAN_NAMED_BY_FIRST_DAY = 1
YESAN_NAMED_BY_LAST_DAY = 2
YESAN_PERIOD_DATED = 1
YESAN_PERIOD_ANNUAL = 2
YESAN_PERIOD_CONTINUING = 3
YESAN_PERIOD_NEW = 4
YESAN_GRANULARITY_NONE = 0
YESAN_GRANULARITY_DAY = 1
YESAN_GRANULARITY_MONTH = 2
YESAN_GRANULARITY_QUARTER = 3
YESAN_GRANULARITY_HALF_YEAR = 4
YESAN_GRANULARITY_YEAR = 5
YESAN_ENDING_NONE = 0
YESAN_ENDING_GIVEN = 1
YESAN_ENDING_NOW = 2
YESAN_ENDING_CONTINUING = 3
YESAN_ENDING_BLANK = 4
YESAN_RECURRENCE_NONE = 0
YESAN_RECURRENCE_MONTHLY = 1
YESAN_RECURRENCE_QUARTERLY = 2
YESAN_RECURRENCE_HALF_YEARLY = 3
YESAN_RECURRENCE_AS_NEEDED = 4
YESAN_PERIOD_HAS_FIRST = 1
YESAN_PERIOD_HAS_LAST = 2
YESAN_PERIOD_HAS_LENGTH = 4
YESAN_PERIOD_LENGTH_HOLDS = 8
YESAN_PERIOD_HAS_NOTED = 16
YESAN_PERIOD_HAS_EXCLUSIONS = 32
YESAN_PERIOD_BACKWARDS = 64
YESAN_FORMULA_BLANK = 0
YESAN_FORMULA_LABEL = 1
YESAN_FORMULA_HEAD = 2
YESAN_FORMULA_LUMP = 3
YESAN_FORMULA_EXPRESSION = 4
YESAN_FORMULA_PAIR = 5
YESAN_VERDICT_EXACT = 0
YESAN_VERDICT_EXACT_AFTER_ROUNDING = 1
YESAN_VERDICT_WRONG = 2
YESAN_VERDICT_NOTHING_STATED = 3
YESAN_VERDICT_NOT_ARITHMETIC = 4
YESAN_ROLE_ONLY = 0
YESAN_ROLE_REVISED = 1
YESAN_ROLE_PRIOR = 2
YESAN_FORMULA_HAS_VALUE = 1
YESAN_FORMULA_HAS_STATED = 2
YESAN_FORMULA_UNIT_ASSUMED = 4
YESAN_FORMULA_LACKS_WON = 8
YESAN_SEVERITY_ERROR = 1
YESAN_SEVERITY_WARNING = 2
YESAN_SEVERITY_ASK = 3
YESAN_SEVERITY_NOTE = 4
YESAN_ORIGIN_CURRENT = 0
YESAN_ORIGIN_EXPLICIT = 1
YESAN_ORIGIN_ACCIDENTAL = 2
YESAN_ORIGIN_CONTINUING = 3
YESAN_ORIGIN_CONSTRUCTION = 4
YESAN_ITEM_PRIOR = 1
YESAN_ITEM_CURRENT = 2
YESAN_ITEM_PRIOR_PART = 4
YESAN_ITEM_CURRENT_PART = 8
YESAN_ITEM_PRIOR_PART_NONE = 16
YESAN_ITEM_CURRENT_PART_NONE = 32
YESAN_SETTLEMENT_ADOPTED = 1
YESAN_SETTLEMENT_CARRYOVER_IN = 2
YESAN_SETTLEMENT_NET_ADJUSTMENT = 3
YESAN_SETTLEMENT_CURRENT_BUDGET = 4
YESAN_SETTLEMENT_DISBURSED = 5
YESAN_SETTLEMENT_CARRYOVER_OUT = 6
YESAN_SETTLEMENT_SUBSIDY_REFUND = 7
YESAN_SETTLEMENT_UNSPENT_BALANCE = 8
YESAN_SETTLEMENT_LAPSED_BALANCE = 9
YESAN_POLICY_KOREAN = 1
YESAN_POLICY_PERMISSIVE = 2
YESAN_POLICY_OWN = 3
YESAN_TIER_UNKNOWN = 0
YESAN_TIER_METROPOLITAN = 1
YESAN_TIER_CITY = 2
YESAN_TIER_COUNTY = 3
YESAN_TIER_DISTRICT = 4
YESAN_ACCOUNT_GENERAL = 1
YESAN_ACCOUNT_OTHER_SPECIAL = 2
YESAN_ACCOUNT_PUBLIC_ENTERPRISE = 3
YESAN_ACCOUNT_FUND = 4
YESAN_RUNG_FIELD = 1
YESAN_RUNG_SECTOR = 2
YESAN_RUNG_POLICY_PROGRAM = 3
YESAN_RUNG_UNIT_PROGRAM = 4
YESAN_RUNG_DETAILED_PROGRAM = 5
YESAN_AUTHORIZATION_COUNCIL_VOTE = 1
YESAN_AUTHORIZATION_HEAD_DECISION = 2
YESAN_AUTHORIZATION_ORGANIZATION_CHANGE = 3
YESAN_AUTHORIZATION_CONTINUING_PLAN = 4
YESAN_AUTHORIZATION_DISASTER = 5
YESAN_PURPOSE_NONE = 0
YESAN_PURPOSE_UPKEEP = 1
YESAN_PURPOSE_LEGAL_DUTY = 2
YESAN_PURPOSE_CONTINUATION = 3
YESAN_AUTHORIZATION_HAS_LIMIT = 1
YESAN_SOURCE_NONE = 0
YESAN_SOURCE_NATIONAL_SUBSIDY = 1
YESAN_SOURCE_BALANCED_DEVELOPMENT_SUBSIDY = 2
YESAN_SOURCE_FUND_SUBSIDY = 3
YESAN_SOURCE_SPECIAL_GRANT = 4
YESAN_SOURCE_PROVINCE_FUNDS = 5
YESAN_SOURCE_SPECIAL_ADJUSTMENT_GRANT = 6
YESAN_SOURCE_DISTRICT_FUNDS = 7
YESAN_SOURCE_OWN_FUNDS = 8
YESAN_SOURCE_LOCAL_BOND = 9
YESAN_SOURCE_OTHER = 10
YESAN_SOURCE_PRIVATE_CAPITAL = 11
YESAN_SOURCE_SELF_BURDEN = 12
YESAN_SOURCE_LOCAL_MATCH = 13
YESAN_SOURCE_CITY_FUNDS = 14
YESAN_SOURCE_DECENTRALIZATION_GRANT = 15
YESAN_STAGE_PROPOSAL = 1
YESAN_STAGE_REVISED_PROPOSAL = 2
YESAN_STAGE_PROVISIONAL = 3
YESAN_STAGE_ORIGINAL = 4
YESAN_STAGE_SUPPLEMENTARY = 5
YESAN_STAGE_FINAL = 6
YESAN_ENTRY_APPROPRIATE = 1
YESAN_ENTRY_REDUCE = 2
YESAN_ENTRY_AUTHORIZE_SPENDING = 3
YESAN_ENTRY_CARRY_IN = 4
YESAN_ENTRY_TRANSFER_IN = 5
YESAN_ENTRY_TRANSFER_OUT = 6
YESAN_ENTRY_ALLOT = 7
YESAN_ENTRY_UNALLOT = 8
YESAN_ENTRY_COMMIT = 9
YESAN_ENTRY_RELEASE = 10
YESAN_ENTRY_DISBURSE = 11
YESAN_ENTRY_REFUND = 12
YESAN_ENTRY_CARRY_OUT = 13
YESAN_ENTRY_RESERVE_SUBSIDY_REFUND = 14
YESAN_ENTRY_CORRECT = 15
YESAN_ENTRY_ASSESS = 20
YESAN_ENTRY_RECEIVE = 21
YESAN_ENTRY_REFUND_REVENUE = 22
YESAN_ENTRY_WRITE_OFF = 23
YESAN_ENTRY_CANCEL_ASSESSMENT = 24
YESAN_CAUSE_NONE = 0
YESAN_CAUSE_ORIGINAL = 1
YESAN_CAUSE_PROVISIONAL = 2
YESAN_CAUSE_PRE_ENACTMENT = 11
YESAN_CAUSE_EXCESS_REVENUE = 12
YESAN_CAUSE_INTER_PROGRAM_VIREMENT = 21
YESAN_CAUSE_INTRA_PROGRAM_VIREMENT = 22
YESAN_CAUSE_MINOR_REALLOCATION = 23
YESAN_CAUSE_REORGANIZATION = 24
YESAN_CAUSE_CONTINGENCY_DRAW = 25
YESAN_CAUSE_EXPLICIT_CARRYOVER = 31
YESAN_CAUSE_ACCIDENTAL_CARRYOVER = 32
YESAN_CAUSE_CONTINUING_CARRYOVER = 33
YESAN_CAUSE_CONSTRUCTION_CARRYOVER = 34
YESAN_CAUSE_FIRST_SUPPLEMENTARY = 101
YESAN_CAUSE_LAST_SUPPLEMENTARY = 199
YESAN_BY_NOTHING = 0
YESAN_BY_ITEM = 1
YESAN_BY_DETAILED_PROGRAM = 2
YESAN_BY_UNIT_PROGRAM = 3
YESAN_BY_POLICY_PROGRAM = 4
YESAN_BY_SECTOR = 5
YESAN_BY_FIELD = 6
YESAN_BY_ACCOUNT = 7
YESAN_BY_DEPARTMENT = 8
YESAN_BY_OBJECT_GROUP = 9
YESAN_BY_OBJECT_ITEM = 10
YESAN_BY_ORIGIN = 11
YESAN_BY_FISCAL_YEAR = 12
YESAN_BY_FUNDING_SOURCE = 13
YESAN_FILTER_ORIGIN = 1
YESAN_FILTER_REVENUE = 2
YESAN_STATUTORY_ADOPTED = 1
YESAN_STATUTORY_CARRYOVER_IN = 2
YESAN_STATUTORY_CONTINGENCY_DRAW = 3
YESAN_STATUTORY_TRANSFERS = 4
YESAN_STATUTORY_PRE_ENACTMENT = 5
YESAN_STATUTORY_EXCESS_REVENUE = 6
YESAN_STATUTORY_CURRENT_BUDGET = 7
YESAN_STATUTORY_COMMITTED = 8
YESAN_STATUTORY_DISBURSED = 9
YESAN_STATUTORY_EXPLICIT_OUT = 10
YESAN_STATUTORY_ACCIDENTAL_OUT = 11
YESAN_STATUTORY_CONTINUING_OUT = 12
YESAN_STATUTORY_CONSTRUCTION_OUT = 13
YESAN_STATUTORY_CARRYOVER_OUT = 14
YESAN_STATUTORY_LAPSED_BALANCE = 15
YESAN_STATUTORY_SUBSIDY_REFUND = 16
YESAN_STATUTORY_UNSPENT_BALANCE = 17
YESAN_YEAR_MISSING = 0
YESAN_YEAR_IMPORTED = 1
YESAN_YEAR_COMPUTED = 2
YESAN_DURABILITY_FULL = 1
YESAN_DURABILITY_RELAXED = 2
YESAN_SHEET_AUTO = 0
YESAN_SHEET_TABS = 1
YESAN_SHEET_LAYOUT = 2
YESAN_SHEET_MARKDOWN = 3
YESAN_SHEET_HTML = 4
YESAN_SECTION_UNKNOWN = 0
YESAN_SECTION_BASICS = 1
YESAN_SECTION_OFFICERS = 2
YESAN_SECTION_FUNDING = 3
YESAN_SECTION_OVERVIEW = 4
YESAN_SECTION_COST_BASIS = 5
YESAN_SECTION_PURPOSE = 6
YESAN_SECTION_LEGAL_BASIS = 7
YESAN_SECTION_METHOD = 8
YESAN_SECTION_CONTENT = 9
YESAN_SECTION_HISTORY = 10
YESAN_SECTION_SCHEDULE = 11
YESAN_SECTION_RESULTS = 12
YESAN_SECTION_EFFECTS = 13
YESAN_SECTION_SETTLEMENT = 14
YESAN_SECTION_GROUP = 15
YESAN_FIGURE_ABSENT = 0
YESAN_FIGURE_BLANK = 1
YESAN_FIGURE_DASH = 2
YESAN_FIGURE_WORD = 3
YESAN_FIGURE_VALUE = 4
YESAN_FIGURE_UNREADABLE = 5
YESAN_FIGURE_HAS_NUMBER = 1
YESAN_FIGURE_HAS_WON = 2
YESAN_FIGURE_HAS_PART_WON = 4
YESAN_BASIS_HAS_AMOUNT = 1
YESAN_BASIS_HAS_CHILDREN_SUM = 2
YESAN_BASIS_REMARK = 4
YESAN_BASIS_LACKS_WON = 8
YESAN_PROOF_NONE = 0
YESAN_PROOF_ROUGH = 1
YESAN_PROOF_PROVED = 2
YESAN_REPORT_TEXT = 1
YESAN_REPORT_MARKDOWN = 2
YESAN_REPORT_HTML = 3

LIMITS = {c_int32: (-1 << 31, (1 << 31) - 1), c_uint32: (0, (1 << 32) - 1),
          c_int64: (-1 << 63, (1 << 63) - 1), c_uint64: (0, (1 << 64) - 1)}


def check(name, kind, value):
    """Refuses a whole number that does not fit; ctypes would cut it off."""
    low, high = LIMITS[kind]
    if not low <= value <= high:
        sign = "signed" if low else "unsigned"
        raise OverflowError(f"{name}: {value} does not fit {8 * sizeof(kind)} bits, {sign}")


class Struct(Structure):
    """A struct whose whole numbers are checked when it is made."""

    def __init_subclass__(cls):
        cls._whole = {name: kind for name, kind in cls._fields_ if kind in LIMITS}

    def __init__(self, *values, **named):
        for (name, kind), value in zip(self._fields_, values):
            if kind in LIMITS:
                check(name, kind, value)
        for name, value in named.items():
            if name in self._whole:
                check(name, self._whole[name], value)
        super().__init__(*values, **named)


class yesan_error(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("code", c_int32),
        ("language", c_int32),
        ("present", c_uint32),
        ("row", c_int64),
        ("line", c_uint32),
        ("column", c_uint32),
        ("offset", c_uint32),
        ("length", c_uint32),
        ("available", c_int64),
        ("asked", c_int64),
        ("rule", c_char * 56),
        ("message", c_char * 400),
    ]


class yesan_text(Struct):
    _fields_ = [
        ("bytes", POINTER(c_char)),
        ("length", c_uint64),
    ]


class yesan_text_column(Struct):
    _fields_ = [
        ("offsets", POINTER(c_int64)),
        ("bytes", POINTER(c_char)),
    ]


class yesan_text_out(Struct):
    _fields_ = [
        ("offsets", POINTER(c_int64)),
        ("bytes", POINTER(c_char)),
        ("bytes_capacity", c_uint64),
        ("bytes_length", c_uint64),
    ]


class yesan_place(Struct):
    _fields_ = [
        ("line", c_uint32),
        ("column", c_uint32),
        ("offset", c_uint32),
        ("length", c_uint32),
    ]


class yesan_decimal(Struct):
    _fields_ = [
        ("lo", c_uint64),
        ("hi", c_int64),
        ("scale", c_int32),
        ("reserved", c_uint32),
    ]


class yesan_amount(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("present", c_uint32),
        ("kind", c_int32),
        ("word", c_int32),
        ("fault", c_int32),
        ("sign", c_int32),
        ("unit", c_int32),
        ("likely_unit", c_int32),
        ("part_kind", c_int32),
        ("part_unit", c_int32),
        ("value", yesan_decimal),
        ("likely", yesan_decimal),
        ("won", c_int64),
        ("part", yesan_decimal),
        ("part_won", c_int64),
        ("part_label", c_char * 24),
    ]


class yesan_amount_columns(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("present", POINTER(c_uint32)),
        ("kind", POINTER(c_int32)),
        ("word", POINTER(c_int32)),
        ("fault", POINTER(c_int32)),
        ("unit", POINTER(c_int32)),
        ("part_kind", POINTER(c_int32)),
        ("value", POINTER(yesan_decimal)),
        ("won", POINTER(c_int64)),
        ("part_won", POINTER(c_int64)),
    ]


class yesan_amount_format(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("unit", c_int32),
        ("digits", c_int32),
        ("rounding", c_int32),
        ("minus", c_int32),
        ("flags", c_uint32),
    ]


class yesan_period(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("present", c_uint32),
        ("kind", c_int32),
        ("ending", c_int32),
        ("first_day", c_int32),
        ("last_day", c_int32),
        ("first_granularity", c_int32),
        ("last_granularity", c_int32),
        ("recurrence", c_int32),
        ("length_count", c_int32),
        ("length_unit", c_int32),
        ("noted_first_day", c_int32),
        ("noted_last_day", c_int32),
        ("exclusion_count", c_uint32),
        ("revision_count", c_uint32),
        ("months", c_uint32),
    ]


class yesan_formula(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("present", c_uint32),
        ("kind", c_int32),
        ("role", c_int32),
        ("side_count", c_uint32),
        ("stated_count", c_uint32),
        ("verdict", c_int32),
        ("roundings", c_uint32),
        ("numerator", yesan_decimal),
        ("denominator", yesan_decimal),
        ("stated", yesan_decimal),
        ("difference_numerator", yesan_decimal),
        ("difference_denominator", yesan_decimal),
        ("rounded_to", c_int64),
        ("stated_unit", c_int32),
        ("label_offset", c_uint32),
        ("label_length", c_uint32),
        ("expression_offset", c_uint32),
        ("expression_length", c_uint32),
        ("reserved", c_uint32),
    ]


class yesan_finding_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("severity", POINTER(c_int32)),
        ("document", POINTER(c_uint32)),
        ("row", POINTER(c_int64)),
        ("place", POINTER(yesan_place)),
        ("rule", yesan_text_out),
        ("subject_ko", yesan_text_out),
        ("subject_en", yesan_text_out),
        ("printed", yesan_text_out),
        ("expected", yesan_text_out),
        ("difference", yesan_text_out),
        ("message_ko", yesan_text_out),
        ("message_en", yesan_text_out),
    ]


class yesan_rule_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("severity", POINTER(c_int32)),
        ("id", yesan_text_out),
        ("claim_ko", yesan_text_out),
        ("claim_en", yesan_text_out),
        ("source", yesan_text_out),
    ]


class yesan_program(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("fiscal_year", c_int32),
        ("name", yesan_text),
        ("code", yesan_text),
        ("bureau", yesan_text),
        ("department", yesan_text),
        ("period", yesan_text),
    ]


class yesan_item_columns(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("fiscal_year", POINTER(c_int32)),
        ("program", POINTER(c_uint32)),
        ("origin", POINTER(c_int32)),
        ("present", POINTER(c_uint32)),
        ("prior", POINTER(c_int64)),
        ("current", POINTER(c_int64)),
        ("prior_part", POINTER(c_int64)),
        ("current_part", POINTER(c_int64)),
        ("account", yesan_text_column),
        ("department", yesan_text_column),
        ("object_item", yesan_text_column),
    ]


class yesan_item_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("fiscal_year", POINTER(c_int32)),
        ("program", POINTER(c_uint32)),
        ("origin", POINTER(c_int32)),
        ("present", POINTER(c_uint32)),
        ("prior", POINTER(c_int64)),
        ("current", POINTER(c_int64)),
        ("prior_part", POINTER(c_int64)),
        ("current_part", POINTER(c_int64)),
        ("change", POINTER(c_int64)),
        ("account", yesan_text_out),
        ("department", yesan_text_out),
        ("object_item", yesan_text_out),
    ]


class yesan_settlement_columns(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("program", POINTER(c_uint32)),
        ("fiscal_year", POINTER(c_int32)),
        ("total", POINTER(c_int64) * 9),
        ("part", POINTER(c_int64) * 9),
        ("total_present", POINTER(c_uint32)),
        ("part_present", POINTER(c_uint32)),
        ("part_none", POINTER(c_uint32)),
    ]


class yesan_settlement_rows(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("program", POINTER(c_uint32)),
        ("fiscal_year", POINTER(c_int32)),
        ("total", POINTER(c_int64) * 9),
        ("part", POINTER(c_int64) * 9),
        ("total_present", POINTER(c_uint32)),
        ("part_present", POINTER(c_uint32)),
        ("part_none", POINTER(c_uint32)),
        ("execution_numerator", POINTER(yesan_decimal)),
        ("execution_denominator", POINTER(yesan_decimal)),
    ]


class yesan_government(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("policy", c_int32),
        ("tier", c_int32),
        ("minor_digits", c_int32),
        ("first_month", c_int32),
        ("year_naming", c_int32),
        ("name", yesan_text),
        ("code", yesan_text),
        ("currency", yesan_text),
        ("policy_json", yesan_text),
    ]


class yesan_ledger_counts(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("accounts", c_uint64),
        ("departments", c_uint64),
        ("programs", c_uint64),
        ("items", c_uint64),
        ("authorizations", c_uint64),
        ("entries", c_uint64),
    ]


class yesan_name_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("kind", POINTER(c_int32)),
        ("parent", POINTER(c_uint32)),
        ("name", yesan_text_out),
        ("code", yesan_text_out),
    ]


class yesan_ledger_item_columns(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("fiscal_year", POINTER(c_int32)),
        ("account", POINTER(c_uint32)),
        ("department", POINTER(c_uint32)),
        ("program", POINTER(c_uint32)),
        ("origin", POINTER(c_int32)),
        ("revenue", POINTER(c_uint32)),
        ("object_item", yesan_text_column),
        ("object_group", yesan_text_column),
    ]


class yesan_ledger_item_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("fiscal_year", POINTER(c_int32)),
        ("account", POINTER(c_uint32)),
        ("department", POINTER(c_uint32)),
        ("program", POINTER(c_uint32)),
        ("origin", POINTER(c_int32)),
        ("revenue", POINTER(c_uint32)),
        ("object_item", yesan_text_out),
        ("object_group", yesan_text_out),
    ]


class yesan_authorization(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("kind", c_int32),
        ("day", c_int32),
        ("fiscal_year", c_int32),
        ("account", c_uint32),
        ("program", c_uint32),
        ("item", c_uint32),
        ("purpose", c_int32),
        ("last_year", c_int32),
        ("present", c_uint32),
        ("limit", c_int64),
        ("document", yesan_text),
    ]


class yesan_authorization_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("kind", POINTER(c_int32)),
        ("day", POINTER(c_int32)),
        ("fiscal_year", POINTER(c_int32)),
        ("account", POINTER(c_uint32)),
        ("program", POINTER(c_uint32)),
        ("item", POINTER(c_uint32)),
        ("purpose", POINTER(c_int32)),
        ("last_year", POINTER(c_int32)),
        ("limit", POINTER(c_int64)),
        ("drawn", POINTER(c_int64)),
        ("document", yesan_text_out),
    ]


class yesan_budget_version(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("fiscal_year", c_int32),
        ("account", c_uint32),
        ("stage", c_int32),
        ("number", c_int32),
        ("reserved", c_uint32),
    ]


class yesan_budget(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("fiscal_year", c_int32),
        ("account", c_uint32),
        ("stage", c_int32),
        ("number", c_int32),
        ("day", c_int32),
        ("authorization", c_uint32),
        ("actor", c_uint32),
        ("line_count", c_uint64),
        ("item", POINTER(c_uint32)),
        ("amount", POINTER(c_int64)),
        ("source_count", c_uint64),
        ("source_line", POINTER(c_uint64)),
        ("source", POINTER(c_int32)),
        ("source_amount", POINTER(c_int64)),
        ("total_count", c_uint64),
        ("total_program", POINTER(c_uint32)),
        ("total_revenue", POINTER(c_uint32)),
        ("total_amount", POINTER(c_int64)),
        ("absorb_count", c_uint64),
        ("absorbs", POINTER(c_uint32)),
    ]


class yesan_receipt(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("first", c_uint32),
        ("count", c_uint32),
        ("repeated", c_uint32),
    ]


class yesan_version_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("stage", POINTER(c_int32)),
        ("number", POINTER(c_int32)),
    ]


class yesan_version_rows(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("item", POINTER(c_uint32)),
        ("prior", POINTER(c_int64)),
        ("change", POINTER(c_int64)),
        ("revised", POINTER(c_int64)),
    ]


class yesan_entry_columns(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("item", POINTER(c_uint32)),
        ("day", POINTER(c_int32)),
        ("kind", POINTER(c_int32)),
        ("cause", POINTER(c_int32)),
        ("amount", POINTER(c_int64)),
        ("reference", POINTER(c_int64)),
        ("group", POINTER(c_uint32)),
        ("source", POINTER(c_int32)),
        ("authorization", POINTER(c_uint32)),
        ("actor", POINTER(c_uint32)),
        ("memo", yesan_text_column),
        ("key", yesan_text),
    ]


class yesan_entry_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("entry", POINTER(c_uint32)),
        ("item", POINTER(c_uint32)),
        ("day", POINTER(c_int32)),
        ("kind", POINTER(c_int32)),
        ("cause", POINTER(c_int32)),
        ("amount", POINTER(c_int64)),
        ("reference", POINTER(c_uint32)),
        ("group", POINTER(c_uint32)),
        ("source", POINTER(c_int32)),
        ("authorization", POINTER(c_uint32)),
        ("actor", POINTER(c_uint32)),
        ("corrected", POINTER(c_uint32)),
        ("open", POINTER(c_int64)),
        ("memo", yesan_text_out),
    ]


class yesan_item_filter(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("present", c_uint32),
        ("fiscal_year", c_int32),
        ("account", c_uint32),
        ("department", c_uint32),
        ("program", c_uint32),
        ("origin", c_int32),
        ("revenue", c_uint32),
        ("object_group", yesan_text),
        ("object_item", yesan_text),
    ]


class yesan_balance_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("key", POINTER(c_uint32)),
        ("code", yesan_text_out),
        ("original", POINTER(c_int64)),
        ("supplementary", POINTER(c_int64)),
        ("provisional", POINTER(c_int64)),
        ("adopted", POINTER(c_int64)),
        ("carryover_in", POINTER(c_int64)),
        ("pre_enactment", POINTER(c_int64)),
        ("excess_revenue", POINTER(c_int64)),
        ("inter_program_virement", POINTER(c_int64)),
        ("intra_program_virement", POINTER(c_int64)),
        ("minor_reallocation", POINTER(c_int64)),
        ("reorganization", POINTER(c_int64)),
        ("contingency_draw", POINTER(c_int64)),
        ("net_adjustment", POINTER(c_int64)),
        ("current_budget", POINTER(c_int64)),
        ("allotted", POINTER(c_int64)),
        ("committed_total", POINTER(c_int64)),
        ("disbursed", POINTER(c_int64)),
        ("outstanding", POINTER(c_int64)),
        ("explicit_out", POINTER(c_int64)),
        ("accidental_out", POINTER(c_int64)),
        ("continuing_out", POINTER(c_int64)),
        ("construction_out", POINTER(c_int64)),
        ("carryover_out", POINTER(c_int64)),
        ("commitments_out", POINTER(c_int64)),
        ("lapsed_balance", POINTER(c_int64)),
        ("subsidy_refund", POINTER(c_int64)),
        ("unspent_balance", POINTER(c_int64)),
        ("assessed", POINTER(c_int64)),
        ("received", POINTER(c_int64)),
        ("written_off", POINTER(c_int64)),
        ("uncollected", POINTER(c_int64)),
    ]


class yesan_settled_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("key", POINTER(c_uint32)),
        ("fiscal_year", POINTER(c_int32)),
        ("year_origin", POINTER(c_int32)),
        ("code", yesan_text_out),
        ("total", POINTER(c_int64) * 17),
        ("part", POINTER(c_int64) * 17),
        ("sheet_total", POINTER(c_int64) * 9),
        ("sheet_part", POINTER(c_int64) * 9),
    ]


class yesan_printed_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("key", POINTER(c_uint32)),
        ("code", yesan_text_out),
        ("total", POINTER(c_int64) * 9),
        ("part", POINTER(c_int64) * 9),
        ("one_off", POINTER(c_uint32)),
    ]


class yesan_surplus(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("revenue_budget", c_int64),
        ("expenditure_budget", c_int64),
        ("assessed", c_int64),
        ("received", c_int64),
        ("written_off", c_int64),
        ("uncollected", c_int64),
        ("disbursed", c_int64),
        ("closing_surplus", c_int64),
        ("carryover_out", c_int64),
        ("subsidy_refund", c_int64),
        ("grant_difference", c_int64),
        ("net_surplus", c_int64),
        ("excess_receipts", c_int64),
        ("unspent_balance", c_int64),
    ]


class yesan_refund_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("source", POINTER(c_int32)),
        ("amount", POINTER(c_int64)),
    ]


class yesan_carry_columns(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("item", POINTER(c_uint32)),
        ("cause", POINTER(c_int32)),
        ("amount", POINTER(c_int64)),
        ("authorization", POINTER(c_uint32)),
        ("commitment_offsets", POINTER(c_int64)),
        ("commitments", POINTER(c_uint32)),
        ("next_object_item", yesan_text_column),
        ("next_object_group", yesan_text_column),
    ]


class yesan_carry_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("item", POINTER(c_uint32)),
        ("cause", POINTER(c_int32)),
        ("amount", POINTER(c_int64)),
        ("committed", POINTER(c_int64)),
        ("status", POINTER(c_int32)),
        ("to_origin", POINTER(c_int32)),
        ("to_object_item", yesan_text_out),
        ("to_object_group", yesan_text_out),
        ("available", POINTER(c_int64)),
        ("asked", POINTER(c_int64)),
    ]


class yesan_store_options(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("durability", c_int32),
        ("busy_ms", c_int32),
        ("actor", c_uint32),
    ]


class yesan_read_options(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("format", c_int32),
        ("bytes_max", c_uint64),
    ]


class yesan_sheet_info(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("format", c_int32),
        ("fiscal_year", c_int32),
        ("overview_prior_year", c_int32),
        ("overview_current_year", c_int32),
        ("schedule_year", c_int32),
        ("source_bytes", c_uint64),
        ("section_count", c_uint64),
        ("not_understood_count", c_uint64),
    ]


class yesan_section_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("kind", POINTER(c_int32)),
        ("year", POINTER(c_int32)),
        ("line_count", POINTER(c_uint32)),
        ("table_count", POINTER(c_uint32)),
        ("place", POINTER(yesan_place)),
        ("heading", yesan_text_out),
    ]


class yesan_line_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("place", POINTER(yesan_place)),
        ("text", yesan_text_out),
    ]


class yesan_figure_columns(Struct):
    _fields_ = [
        ("state", POINTER(c_int32)),
        ("present", POINTER(c_uint32)),
        ("unit", POINTER(c_int32)),
        ("part_kind", POINTER(c_int32)),
        ("number", POINTER(yesan_decimal)),
        ("won", POINTER(c_int64)),
        ("part_won", POINTER(c_int64)),
        ("place", POINTER(yesan_place)),
        ("printed", yesan_text_out),
    ]


class yesan_fact_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("key_place", POINTER(yesan_place)),
        ("value_place", POINTER(yesan_place)),
        ("key", yesan_text_out),
        ("value", yesan_text_out),
    ]


class yesan_overview_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("total", POINTER(c_uint32)),
        ("label", yesan_text_out),
        ("prior", yesan_figure_columns),
        ("current", yesan_figure_columns),
        ("change", yesan_figure_columns),
        ("rate", yesan_figure_columns),
    ]


class yesan_funding_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("total", POINTER(c_uint32)),
        ("outside", POINTER(c_uint32)),
        ("label", yesan_text_out),
        ("amount", yesan_figure_columns),
    ]


class yesan_basis_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("parent", POINTER(c_int32)),
        ("level", POINTER(c_int32)),
        ("role", POINTER(c_int32)),
        ("present", POINTER(c_uint32)),
        ("amount", POINTER(c_int64)),
        ("children_sum", POINTER(c_int64)),
        ("verdict", POINTER(c_int32)),
        ("roundings", POINTER(c_uint32)),
        ("place", POINTER(yesan_place)),
        ("object_item", yesan_text_out),
        ("label", yesan_text_out),
        ("text", yesan_text_out),
    ]


class yesan_schedule_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("total", POINTER(c_uint32)),
        ("period_present", POINTER(c_uint32)),
        ("first_day", POINTER(c_int32)),
        ("last_day", POINTER(c_int32)),
        ("period_place", POINTER(yesan_place)),
        ("name", yesan_text_out),
        ("period", yesan_text_out),
        ("detail", yesan_text_out),
        ("amount", yesan_figure_columns),
    ]


class yesan_settlement_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("year", POINTER(c_int32)),
        ("label", yesan_text_out),
        ("adopted", yesan_figure_columns),
        ("carryover_in", yesan_figure_columns),
        ("net_adjustment", yesan_figure_columns),
        ("contingency", yesan_figure_columns),
        ("transfer", yesan_figure_columns),
        ("current_budget", yesan_figure_columns),
        ("disbursed", yesan_figure_columns),
        ("carryover_out", yesan_figure_columns),
        ("subsidy_refund", yesan_figure_columns),
        ("lapsed", yesan_figure_columns),
        ("execution_rate", yesan_figure_columns),
    ]


class yesan_officer_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("place", POINTER(yesan_place)),
        ("bureau", yesan_text_out),
        ("department", yesan_text_out),
        ("role", yesan_text_out),
        ("name", yesan_text_out),
        ("phone", yesan_text_out),
    ]


class yesan_result_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("year", POINTER(c_int32)),
        ("whole", POINTER(c_int64)),
        ("number", POINTER(yesan_decimal)),
        ("place", POINTER(yesan_place)),
        ("label", yesan_text_out),
        ("context", yesan_text_out),
        ("unit", yesan_text_out),
    ]


class yesan_coverage_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("document", POINTER(c_uint32)),
        ("place", POINTER(yesan_place)),
        ("rule", yesan_text_out),
    ]


class yesan_place_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("document", POINTER(c_uint32)),
        ("place", POINTER(yesan_place)),
    ]


class yesan_proof_table(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("capacity", c_uint64),
        ("count", c_uint64),
        ("document", POINTER(c_uint32)),
        ("place", POINTER(yesan_place)),
        ("section", POINTER(c_int32)),
        ("proof", POINTER(c_int32)),
        ("rules", POINTER(c_uint32)),
        ("printed", yesan_text_out),
        ("name", yesan_text_out),
    ]


class yesan_report_options(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("format", c_int32),
        ("language", c_int32),
        ("columns_max", c_uint32),
        ("findings_max", c_uint64),
    ]


class yesan_summary_documents(Struct):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("count", c_uint64),
        ("sheet", POINTER(c_int64)),
        ("names", yesan_text_column),
        ("refusals", yesan_text_column),
        ("links", yesan_text_column),
    ]


# name: (result, arguments)
FUNCTIONS = {
    "yesan_abi_version": (c_uint32, []),
    "yesan_version": (c_char_p, []),
    "yesan_status_name": (c_char_p, [c_int32]),
    "yesan_decimal_parse": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_format": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_decimal_add": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_subtract": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_multiply": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_divide": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         c_int32,
         c_int32,
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_muldiv": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         c_int32,
         c_int32,
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_round": (
        c_int32,
        [POINTER(yesan_decimal),
         c_int32,
         c_int32,
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimal_compare": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_decimals_compute": (
        c_int32,
        [c_int32,
         c_uint64,
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         c_int32,
         c_int32,
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimals_check": (
        c_int32,
        [c_int32,
         c_uint64,
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         c_int32,
         c_int32,
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_decimals_sum": (
        c_int32,
        [c_uint64,
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_decimals_compare": (
        c_int32,
        [c_uint64,
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_money_sum": (
        c_int32,
        [c_uint64,
         POINTER(c_int64),
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_money_total": (
        c_int32,
        [c_uint64,
         POINTER(c_int64),
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_money_round": (
        c_int32,
        [c_int64,
         c_int64,
         c_int32,
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_money_muldiv": (
        c_int32,
        [c_int64,
         c_int64,
         c_int64,
         c_int32,
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_money_allocate": (
        c_int32,
        [c_int64,
         c_int64,
         c_uint64,
         POINTER(c_int64),
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_money_change_percent": (
        c_int32,
        [c_int64,
         c_int64,
         c_int32,
         c_int32,
         POINTER(yesan_decimal),
         POINTER(yesan_error)]),
    "yesan_quotient_roundings": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_percent_roundings": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_change_roundings": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(yesan_decimal),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_unit_roundings": (
        c_int32,
        [POINTER(yesan_decimal),
         c_int64,
         POINTER(yesan_decimal),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_amount_parse": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_uint32,
         c_int32,
         POINTER(yesan_amount),
         POINTER(yesan_error)]),
    "yesan_amounts_parse": (
        c_int32,
        [c_uint64,
         POINTER(yesan_text_column),
         c_uint32,
         c_int32,
         POINTER(yesan_amount_columns),
         POINTER(yesan_error)]),
    "yesan_amounts_check": (
        c_int32,
        [c_uint64,
         POINTER(yesan_text_column),
         c_uint32,
         c_int32,
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_money_format": (
        c_int32,
        [c_int64,
         POINTER(yesan_amount_format),
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_money_format_mixed": (
        c_int32,
        [c_int64,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_number_format": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(yesan_amount_format),
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_amounts_format": (
        c_int32,
        [c_uint64,
         POINTER(c_int64),
         POINTER(yesan_amount_format),
         POINTER(yesan_text_out),
         POINTER(yesan_error)]),
    "yesan_amounts_format_check": (
        c_int32,
        [c_uint64,
         POINTER(c_int64),
         POINTER(yesan_amount_format),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_words_format": (
        c_int32,
        [POINTER(yesan_decimal),
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_words_parse": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         POINTER(yesan_decimal),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_formal_format": (
        c_int32,
        [c_int64,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_formal_parse": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         POINTER(c_int64),
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_date_make": (
        c_int32,
        [c_int32,
         c_int32,
         c_int32,
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_date_split": (
        c_int32,
        [c_int32,
         POINTER(c_int32),
         POINTER(c_int32),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_date_parse": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_int32,
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_date_format": (
        c_int32,
        [c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_fiscal_year_days": (
        c_int32,
        [c_int32,
         c_int32,
         c_int32,
         POINTER(c_int32),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_period_parse": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_int32,
         c_int32,
         POINTER(yesan_period),
         POINTER(yesan_error)]),
    "yesan_period_canonical": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_int32,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_period_format": (
        c_int32,
        [c_int32,
         c_int32,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_formula_evaluate": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_uint32,
         c_int32,
         POINTER(yesan_formula),
         POINTER(yesan_error)]),
    "yesan_formula_row_amount": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_int32,
         c_int64,
         c_int32,
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_rules": (c_int32, [POINTER(yesan_rule_table), POINTER(yesan_error)]),
    "yesan_book_create": (c_int32, [POINTER(c_void_p), POINTER(yesan_error)]),
    "yesan_book_destroy": (None, [c_void_p]),
    "yesan_book_program_add": (
        c_int32,
        [c_void_p,
         POINTER(yesan_program),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_book_program_year_add": (
        c_int32,
        [c_void_p,
         c_uint32,
         POINTER(yesan_program),
         POINTER(yesan_error)]),
    "yesan_book_program_find": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_book_program_name": (
        c_int32,
        [c_void_p,
         c_uint32,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_book_items_add": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_item_columns),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_book_items_check": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_item_columns),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_book_items": (c_int32, [c_void_p, POINTER(yesan_item_table), POINTER(yesan_error)]),
    "yesan_book_settlement_add": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_settlement_columns),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_book_settlement_check": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_settlement_columns),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_book_settlement": (
        c_int32,
        [c_void_p,
         POINTER(yesan_settlement_rows),
         POINTER(yesan_error)]),
    "yesan_book_check": (c_int32, [c_void_p, POINTER(yesan_finding_table), POINTER(yesan_error)]),
    "yesan_ledger_create": (
        c_int32,
        [POINTER(yesan_government),
         POINTER(c_void_p),
         POINTER(yesan_error)]),
    "yesan_ledger_policy": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_ledger_count": (c_int32, [c_void_p, POINTER(yesan_ledger_counts), POINTER(yesan_error)]),
    "yesan_ledger_account_add": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_account_find": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_department_add": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_department_find": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_program_add": (
        c_int32,
        [c_void_p,
         c_int32,
         c_uint32,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_program_year_add": (
        c_int32,
        [c_void_p,
         c_uint32,
         POINTER(yesan_program),
         POINTER(yesan_error)]),
    "yesan_ledger_program_year_amend": (
        c_int32,
        [c_void_p,
         c_uint32,
         POINTER(yesan_program),
         POINTER(yesan_error)]),
    "yesan_ledger_program_find": (
        c_int32,
        [c_void_p,
         c_int32,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_accounts": (c_int32, [c_void_p, POINTER(yesan_name_table), POINTER(yesan_error)]),
    "yesan_ledger_departments": (
        c_int32,
        [c_void_p,
         POINTER(yesan_name_table),
         POINTER(yesan_error)]),
    "yesan_ledger_programs": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(yesan_name_table),
         POINTER(yesan_error)]),
    "yesan_ledger_items_add": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_ledger_item_columns),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_items_find": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_ledger_item_columns),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_items": (
        c_int32,
        [c_void_p,
         POINTER(yesan_ledger_item_table),
         POINTER(yesan_error)]),
    "yesan_ledger_authorization_add": (
        c_int32,
        [c_void_p,
         POINTER(yesan_authorization),
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_authorizations": (
        c_int32,
        [c_void_p,
         POINTER(yesan_authorization_table),
         POINTER(yesan_error)]),
    "yesan_ledger_authorization_drawn": (
        c_int32,
        [c_void_p,
         c_uint32,
         POINTER(c_int64),
         POINTER(yesan_error)]),
    "yesan_ledger_budget_check": (c_int32, [c_void_p, POINTER(yesan_budget), POINTER(yesan_error)]),
    "yesan_ledger_budget_adopt": (
        c_int32,
        [c_void_p,
         POINTER(yesan_budget),
         POINTER(yesan_receipt),
         POINTER(yesan_error)]),
    "yesan_ledger_versions": (
        c_int32,
        [c_void_p,
         c_uint32,
         c_int32,
         POINTER(yesan_version_table),
         POINTER(yesan_error)]),
    "yesan_ledger_versions_compare": (
        c_int32,
        [c_void_p,
         POINTER(yesan_budget_version),
         POINTER(yesan_budget_version),
         POINTER(yesan_version_rows),
         POINTER(yesan_error)]),
    "yesan_ledger_post": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_entry_columns),
         POINTER(yesan_receipt),
         POINTER(yesan_error)]),
    "yesan_ledger_post_check": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(yesan_entry_columns),
         POINTER(c_int32),
         POINTER(yesan_error)]),
    "yesan_ledger_entries": (
        c_int32,
        [c_void_p,
         c_uint32,
         c_uint64,
         POINTER(yesan_entry_table),
         POINTER(yesan_error)]),
    "yesan_ledger_balances": (
        c_int32,
        [c_void_p,
         POINTER(yesan_item_filter),
         c_int32,
         POINTER(yesan_balance_table),
         POINTER(yesan_error)]),
    "yesan_ledger_balances_on": (
        c_int32,
        [c_void_p,
         c_int32,
         c_uint32,
         POINTER(yesan_item_filter),
         c_int32,
         POINTER(yesan_balance_table),
         POINTER(yesan_error)]),
    "yesan_ledger_items_balances": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_balance_table),
         POINTER(yesan_error)]),
    "yesan_ledger_settle": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(yesan_item_filter),
         c_int32,
         POINTER(yesan_settled_table),
         POINTER(yesan_error)]),
    "yesan_ledger_settle_printed": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(yesan_item_filter),
         c_int32,
         c_int64,
         c_int32,
         POINTER(yesan_printed_table),
         POINTER(yesan_error)]),
    "yesan_ledger_surplus": (
        c_int32,
        [c_void_p,
         c_uint32,
         c_int32,
         c_int64,
         POINTER(yesan_surplus),
         POINTER(yesan_error)]),
    "yesan_ledger_refunds": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(yesan_item_filter),
         POINTER(yesan_refund_table),
         POINTER(yesan_error)]),
    "yesan_ledger_rollover_check": (
        c_int32,
        [c_void_p,
         c_int32,
         c_uint64,
         POINTER(yesan_carry_columns),
         c_int32,
         POINTER(c_uint64),
         POINTER(yesan_carry_table),
         POINTER(yesan_error)]),
    "yesan_ledger_rollover": (
        c_int32,
        [c_void_p,
         c_int32,
         c_uint64,
         POINTER(yesan_carry_columns),
         c_int32,
         c_uint32,
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_receipt),
         POINTER(yesan_error)]),
    "yesan_ledger_rollover_undo": (
        c_int32,
        [c_void_p,
         c_uint32,
         c_uint32,
         POINTER(yesan_receipt),
         POINTER(yesan_error)]),
    "yesan_ledger_year_close": (c_int32, [c_void_p, c_int32, POINTER(yesan_error)]),
    "yesan_ledger_year_is_closed": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_ledger_verify": (
        c_int32,
        [c_void_p,
         POINTER(yesan_finding_table),
         POINTER(yesan_error)]),
    "yesan_store_create": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         POINTER(yesan_government),
         POINTER(yesan_store_options),
         POINTER(c_void_p),
         POINTER(yesan_error)]),
    "yesan_store_open": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         c_uint32,
         POINTER(yesan_store_options),
         POINTER(c_void_p),
         POINTER(yesan_error)]),
    "yesan_store_refresh": (c_int32, [c_void_p, POINTER(c_uint64), POINTER(yesan_error)]),
    "yesan_store_head": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_store_verify": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(yesan_finding_table),
         POINTER(yesan_error)]),
    "yesan_store_backup": (c_int32, [c_void_p, POINTER(c_char), c_uint64, POINTER(yesan_error)]),
    "yesan_store_close": (c_int32, [c_void_p, POINTER(yesan_error)]),
    "yesan_sheet_read": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         POINTER(yesan_read_options),
         POINTER(c_void_p),
         POINTER(yesan_error)]),
    "yesan_sheet_destroy": (None, [c_void_p]),
    "yesan_decode_cp949": (
        c_int32,
        [POINTER(c_char),
         c_uint64,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_sheet_describe": (c_int32, [c_void_p, POINTER(yesan_sheet_info), POINTER(yesan_error)]),
    "yesan_sheet_title": (
        c_int32,
        [c_void_p,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_sheet_write": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_sheet_equal": (c_int32, [c_void_p, c_void_p, POINTER(c_int32), POINTER(yesan_error)]),
    "yesan_sheet_sections": (
        c_int32,
        [c_void_p,
         POINTER(yesan_section_table),
         POINTER(yesan_error)]),
    "yesan_sheet_lines": (
        c_int32,
        [c_void_p,
         c_int32,
         POINTER(yesan_line_table),
         POINTER(yesan_error)]),
    "yesan_sheet_not_understood": (
        c_int32,
        [c_void_p,
         POINTER(yesan_line_table),
         POINTER(yesan_error)]),
    "yesan_sheet_reading": (
        c_int32,
        [c_void_p,
         POINTER(yesan_finding_table),
         POINTER(yesan_error)]),
    "yesan_sheet_facts": (c_int32, [c_void_p, POINTER(yesan_fact_table), POINTER(yesan_error)]),
    "yesan_sheet_overview": (
        c_int32,
        [c_void_p,
         POINTER(yesan_overview_table),
         POINTER(yesan_error)]),
    "yesan_sheet_funding": (
        c_int32,
        [c_void_p,
         POINTER(yesan_funding_table),
         POINTER(yesan_error)]),
    "yesan_sheet_basis": (c_int32, [c_void_p, POINTER(yesan_basis_table), POINTER(yesan_error)]),
    "yesan_sheet_schedule": (
        c_int32,
        [c_void_p,
         POINTER(yesan_schedule_table),
         POINTER(yesan_error)]),
    "yesan_sheet_settlement": (
        c_int32,
        [c_void_p,
         POINTER(yesan_settlement_table),
         POINTER(yesan_error)]),
    "yesan_sheet_officers": (
        c_int32,
        [c_void_p,
         POINTER(yesan_officer_table),
         POINTER(yesan_error)]),
    "yesan_sheet_results": (c_int32, [c_void_p, POINTER(yesan_result_table), POINTER(yesan_error)]),
    "yesan_report_create": (
        c_int32,
        [c_uint64,
         POINTER(c_void_p),
         POINTER(c_void_p),
         POINTER(yesan_error)]),
    "yesan_report_destroy": (None, [c_void_p]),
    "yesan_report_findings": (
        c_int32,
        [c_void_p,
         POINTER(yesan_finding_table),
         POINTER(yesan_error)]),
    "yesan_report_coverage": (
        c_int32,
        [c_void_p,
         POINTER(yesan_coverage_table),
         POINTER(yesan_error)]),
    "yesan_report_rough": (
        c_int32,
        [c_void_p,
         POINTER(yesan_coverage_table),
         POINTER(yesan_error)]),
    "yesan_report_unread": (c_int32, [c_void_p, POINTER(yesan_place_table), POINTER(yesan_error)]),
    "yesan_report_figures": (c_int32, [c_void_p, POINTER(yesan_proof_table), POINTER(yesan_error)]),
    "yesan_report_roundings": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(c_uint32),
         POINTER(yesan_error)]),
    "yesan_report_write": (
        c_int32,
        [c_void_p,
         c_uint64,
         POINTER(c_char),
         c_uint64,
         POINTER(yesan_report_options),
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_report_ranking": (
        c_int32,
        [c_void_p,
         POINTER(c_int64),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
    "yesan_report_summary": (
        c_int32,
        [c_void_p,
         POINTER(yesan_summary_documents),
         POINTER(yesan_report_options),
         POINTER(c_char),
         c_uint64,
         POINTER(c_uint64),
         POINTER(yesan_error)]),
}
