"""The numbers of the library as enums, and roundings as sets."""

import enum

from . import _abi


def _enum(name, prefix, only=None, base=enum.IntEnum):
    members = {key[len(prefix):]: value for key, value in vars(_abi).items()
               if key.startswith(prefix) and (only is None or key[len(prefix):] in only)}
    return base(name, members, module=__name__)


Rounding = _enum("Rounding", "YESAN_ROUNDING_")
Unit = _enum("Unit", "YESAN_UNIT_")
AmountKind = _enum("AmountKind", "YESAN_AMOUNT_", {"BLANK", "DASH", "WORD", "VALUE"})
AmountWord = _enum("AmountWord", "YESAN_WORD_")
AmountFault = _enum("AmountFault", "YESAN_FAULT_")
Sign = _enum("Sign", "YESAN_SIGN_")
PartKind = _enum("PartKind", "YESAN_PART_")
DecimalsOperation = _enum("DecimalsOperation", "YESAN_DECIMALS_")
PeriodKind = _enum("PeriodKind", "YESAN_PERIOD_", {"DATED", "ANNUAL", "CONTINUING", "NEW"})
Ending = _enum("Ending", "YESAN_ENDING_")
Granularity = _enum("Granularity", "YESAN_GRANULARITY_")
Recurrence = _enum("Recurrence", "YESAN_RECURRENCE_")
YearNaming = _enum("YearNaming", "YESAN_NAMED_")
FormulaKind = _enum("FormulaKind", "YESAN_FORMULA_",
                    {"BLANK", "LABEL", "HEAD", "LUMP", "EXPRESSION", "PAIR"})
FormulaRole = _enum("FormulaRole", "YESAN_ROLE_")
Verdict = _enum("Verdict", "YESAN_VERDICT_")
Severity = _enum("Severity", "YESAN_SEVERITY_")
Origin = _enum("Origin", "YESAN_ORIGIN_")
SettlementColumn = _enum("SettlementColumn", "YESAN_SETTLEMENT_")
SheetFormat = _enum("SheetFormat", "YESAN_SHEET_")
SectionKind = _enum("SectionKind", "YESAN_SECTION_")
FigureState = _enum("FigureState", "YESAN_FIGURE_",
                    {"ABSENT", "BLANK", "DASH", "WORD", "VALUE", "UNREADABLE"})
Proof = _enum("Proof", "YESAN_PROOF_")
ReportFormat = _enum("ReportFormat", "YESAN_REPORT_")
Policy = _enum("Policy", "YESAN_POLICY_")
Tier = _enum("Tier", "YESAN_TIER_")
Durability = _enum("Durability", "YESAN_DURABILITY_")
AccountKind = _enum("AccountKind", "YESAN_ACCOUNT_")
Rung = _enum("Rung", "YESAN_RUNG_")
AuthorizationKind = _enum("AuthorizationKind", "YESAN_AUTHORIZATION_",
                          {"COUNCIL_VOTE", "HEAD_DECISION", "ORGANIZATION_CHANGE", "CONTINUING_PLAN", "DISASTER"})
Purpose = _enum("Purpose", "YESAN_PURPOSE_")
FundingSource = _enum("FundingSource", "YESAN_SOURCE_")
Stage = _enum("Stage", "YESAN_STAGE_")
EntryKind = _enum("EntryKind", "YESAN_ENTRY_")
Cause = _enum("Cause", "YESAN_CAUSE_")
GroupBy = _enum("GroupBy", "YESAN_BY_")
YearOrigin = _enum("YearOrigin", "YESAN_YEAR_")
StatutoryColumn = _enum("StatutoryColumn", "YESAN_STATUTORY_")
Language = _enum("Language", "YESAN_LANGUAGE_")


def roundings_of(mask: int) -> frozenset:
    """The modes of a mask.

    >>> import yesan
    >>> sorted(mode.name for mode in yesan.roundings_of(3))
    ['DOWN', 'UP']
    """
    return frozenset(mode for mode in Rounding if mask >> mode & 1)
