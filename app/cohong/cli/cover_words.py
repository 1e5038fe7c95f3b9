"""Guarantees, pools and what is open on them, and what one stands for, as tables for a person."""

from cohong.api.views import CoverList, DemandView, ExposureLine, GuaranteeView, PoolView
from cohong.cli.output import money, print_line, print_table, short_id


def tell_covers(found: CoverList) -> None:
    """Print guarantees, pools with their pledges, and the calls and claims that are open."""
    guarantees = [*found.given, *found.got, *found.of_my_debts]
    if not guarantees and not found.pools:
        print_line("No guarantee concerns you, and there are no pools.")
        return
    if guarantees:
        _tell_guarantees(guarantees)
    for pool in found.pools:
        _tell_pool(pool)
    demands = [(item.id, item.currency, one) for item in guarantees for one in item.calls]
    demands += [(item.id, item.currency, one) for item in found.pools for one in item.claims]
    if demands:
        print_table(
            ["Open demand", "On", "By", "For", "Amount", "Due"],
            [_demand_cells(*item) for item in demands],
            right=("Amount", "Due"),
        )


def tell_exposure(found: list[ExposureLine]) -> None:
    """Print what one stands for, before and after."""
    if not found:
        print_line("You stand for nobody.")
        return
    print_table(
        ["Currency", "Called, not paid", "At worst", "Called after", "At worst after"],
        [
            [
                item.currency,
                *(
                    money(minor, item.currency)
                    for minor in (item.now_minor, item.worst_minor, item.now_after_minor, item.worst_after_minor)
                ),
            ]
            for item in found
        ],
        right=("Called, not paid", "At worst", "Called after", "At worst after"),
    )


def _tell_guarantees(guarantees: list[GuaranteeView]) -> None:
    print_table(
        ["Guarantee", "Guarantor", "For", "Towards", "Cap", "Left", "Until"],
        [
            [
                item.id,
                item.guarantor_name or short_id(item.guarantor),
                item.debtor_name or short_id(item.debtor),
                item.beneficiary_name or short_id(item.beneficiary),
                money(item.cap_minor, item.currency),
                money(item.left_minor, item.currency),
                f"{item.until}{', over' if item.is_over else ''}",
            ]
            for item in guarantees
        ],
        right=("Cap", "Left"),
    )


def _tell_pool(pool: PoolView) -> None:
    keeper = "you" if pool.is_mine else pool.keeper_name or short_id(pool.keeper)
    keeper += "" if pool.is_kept else ", a member no more"
    left = f"{money(pool.left_minor, pool.currency)} of {money(pool.pledged_minor, pool.currency)} left"
    print_line(f"Pool {pool.name}, kept by {keeper}, {left}: {pool.id}")
    print_table(
        ["Pledge of", "Cap", "Left", "Until"],
        [
            [
                "you" if item.is_mine else item.member_name or short_id(item.member),
                money(item.cap_minor, pool.currency),
                money(item.left_minor, pool.currency),
                f"{item.until}{', over' if item.is_over else ''}",
            ]
            for item in pool.pledges
        ],
        right=("Cap", "Left"),
    )


def _demand_cells(cover: str, currency: str, item: DemandView) -> list[str]:
    return [
        item.entry, short_id(cover), item.author_name or short_id(item.author),
        item.reference if item.usable else f"{item.reference}, which has changed since",
        money(item.amount_minor, currency), money(item.due_minor, currency),
    ]  # fmt: skip
