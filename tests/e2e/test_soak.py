"""A short soak: `cargo xtask soak` is the long one. What happens is another thing each time, its seed is printed."""

import secrets

from soak import table
from soak.kinds import KINDS
from soak.run import Plan, soak


def test_a_mixed_load_leaves_nothing_behind():
    seed = secrets.randbelow(1 << 32)
    print("seed", seed)
    plan = Plan(18, seed, threads=4, warm_up=0.35, retries=False, settling=20, besides=table.NOT_AT_ONCE)
    result = soak(plan)
    print(result.text())
    assert not result.problems, "\n".join(result.problems)
    assert set(result.load.took) == {kind.name for kind in KINDS if kind.can(result.load)}
