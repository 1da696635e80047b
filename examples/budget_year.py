#!/usr/bin/env python3
"""A department's year in the ledger: a budget, a supplementary one, a transfer, contracts, payments, an overspend that is
refused, what is carried into the next year, and the settlement.

usage: budget_year.py

The figures are 마을공동체 종합지원센터 운영 of Seoul, 2021, in won; what happens in the year is made up. Exit status: 0 when the
overspend was refused and the books are in order at the end, 1 otherwise.
"""

import datetime
import sys

import yesan
from yesan import Cause, EntryKind, FundingSource, GroupBy, Rung, SettlementColumn, Stage

CLERK, TREASURER = 101, 202  # who commits never pays (지방회계법 §36)


def day(month, number, year=2021):
    return datetime.date(year, month, number)


def thousands(won):
    return yesan.format_amount(int(won), unit=yesan.Unit.THOUSAND_WON)


def build(book):
    """An account, a department, the program under its four rungs, and its items."""
    account, office = book.add_account("일반회계"), book.add_department("지역공동체담당관")
    names = ["일반공공행정", "지방행정·재정지원", "마을공동체 활성화", "마을공동체 지원", "마을공동체 종합지원센터 운영"]
    node = 0
    for rung, name in zip(Rung, names):
        node = book.add_program(rung, node)
        book.name_program(node, 2021, name)
    contract = book.add_items(2021, account, ["307-05", "201-01"], department=office, program=node,
                              object_group=["307", "201"])
    revenue = book.add_items(2021, account, "200-210-211-01", revenue=1)
    return account, node, contract, contract + 1, revenue


def main():
    yesan.set_language(yesan.KOREAN)
    book = yesan.Book("서울특별시", tier=yesan.Tier.METROPOLITAN, code="1100000")
    account, program, contract, office, revenue = build(book)

    vote = book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, day(12, 15, 2020), "제298회 정례회 의결")
    book.adopt(2021, account, Stage.ORIGINAL, day(1, 1), item=[contract, office, revenue],
               amount=[4066896000, 50000000, 4116896000], authorization=vote,
               sources=[(0, FundingSource.NATIONAL_SUBSIDY, 500000000), (0, FundingSource.PROVINCE_FUNDS, 3566896000)],
               totals=[(program, 4116896000)], revenue_total=4116896000)
    book.adopt(2021, account, Stage.SUPPLEMENTARY, day(5, 3), number=1, item=[contract, revenue],
               amount=[200000000, 200000000], authorization=vote)
    rows = book.compare_versions(*book.versions(account, 2021))
    print("제1회 추경 (천원)")
    for row in rows:
        print(f"  {book.items().object_item[int(row['item']) - 1]:>15}  기정액 {thousands(row['prior']):>10}"
              f"  증감 {thousands(row['change']):>8}  경정액 {thousands(row['revised']):>10}")

    # 전용: ten million won from the office to the contract; the two rows are one group and net to zero.
    book.post([office, contract], day(6, 1), [EntryKind.TRANSFER_OUT, EntryKind.TRANSFER_IN], 10000000,
              cause=Cause.INTRA_PROGRAM_VIREMENT, group=1)
    book.post([contract, office], day(6, 1), EntryKind.ALLOT, [4276896000, 40000000])

    # Two contracts and what was paid for them; −1 and −2 are rows of the same batch.
    posted = book.post([contract] * 4, [day(6, 2), day(6, 2), day(9, 1), day(11, 30)],
                       [EntryKind.COMMIT, EntryKind.COMMIT, EntryKind.DISBURSE, EntryKind.DISBURSE],
                       [4000000000, 250000000, 3950000000, 100000000], reference=[0, 0, -1, -2],
                       actor=[CLERK, CLERK, TREASURER, TREASURER], memo=["수탁기관 위탁계약", "장비 임차", "", ""])
    book.post(revenue, day(12, 1), [EntryKind.ASSESS, EntryKind.RECEIVE], 4320000000)

    print("\n한도를 넘는 지출원인행위")
    refused = False
    try:
        book.post(contract, day(12, 1), EntryKind.COMMIT, 26896001, actor=CLERK)
    except yesan.LedgerError as refusal:
        refused = refusal.code == yesan.E_ABOVE_AVAILABLE
        print(f"  {refusal}")
        print(f"  {refusal.name}: 가능 {refusal.available:,}원, 요청 {refusal.asked:,}원")

    # What the first contract did not need is free again: no commitment stays open when the year is closed.
    book.post(contract, day(12, 31), EntryKind.RELEASE, 50000000, reference=posted.first, actor=CLERK)

    # 사고이월: what is still owed for the second contract goes on with it. 국비 that was not needed is owed to the state.
    book.post(contract, day(12, 31), EntryKind.RESERVE_SUBSIDY_REFUND, 5000000,
              source=FundingSource.NATIONAL_SUBSIDY)
    decision = book.authorize(yesan.AuthorizationKind.HEAD_DECISION, day(12, 20), "이월 결정 제7호")
    preview = book.preview_rollover(2021, day(12, 31), contract, Cause.ACCIDENTAL_CARRYOVER, 150000000,
                                    authorization=decision, commitments=[[posted.first + 1]])
    _, [carried] = book.rollover(preview, actor=CLERK)
    book.close_year(2021)

    printed = book.settle_printed(2021, GroupBy.DETAILED_PROGRAM)
    print("\n2021년 결산 (천원)")
    for name, column in [("최종예산", SettlementColumn.ADOPTED), ("전년이월", SettlementColumn.CARRYOVER_IN),
                         ("예산변경", SettlementColumn.NET_ADJUSTMENT), ("예산현액", SettlementColumn.CURRENT_BUDGET),
                         ("집행액", SettlementColumn.DISBURSED), ("차년이월", SettlementColumn.CARRYOVER_OUT),
                         ("보조금 반납금", SettlementColumn.SUBSIDY_REFUND),
                         ("집행잔액", SettlementColumn.UNSPENT_BALANCE)]:
        total = getattr(printed, column.name.lower())[0]
        part = getattr(printed.part, column.name.lower())[0]
        print(f"  {thousands(total):>10}  (국비 {thousands(part):>8})  {name}")

    surplus = book.surplus(account, 2021)
    print(f"\n결산상잉여금 {surplus['closing_surplus']:,}원, 순세계잉여금 {surplus['net_surplus']:,}원")
    now = book.balances_of([carried])
    print(f"2022년으로 이월 {int(now.carryover_in[0]):,}원, 그중 지출원인행위 {int(now.outstanding[0]):,}원")
    findings = book.verify()
    print(f"검증: 어긋난 것 {len(findings)}건")
    return 0 if refused and not len(findings) else 1


if __name__ == "__main__":
    sys.exit(main())
