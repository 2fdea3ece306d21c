"""`python -m soak [--minutes M] [--seed S] [--threads T]`: exit code 0 where everything is back where it was."""

import argparse
import secrets
import sys

from .run import Plan, soak

parser = argparse.ArgumentParser(prog="cargo xtask soak", description="A mixed load, and what is left of it.")
parser.add_argument("--minutes", type=float, default=30, help="of load [30]")
parser.add_argument("--seed", type=int, help="of what is done when [random]")
parser.add_argument("--threads", type=int, default=8, help="that do things at the same time [8]")
given = parser.parse_args()
seed = secrets.randbelow(1 << 32) if given.seed is None else given.seed
print(f"seed {seed}", flush=True)
result = soak(Plan(given.minutes * 60, seed, given.threads), lambda text: print(text, flush=True))
print(f"\n{result.text()}\n\nseed {seed}")
sys.exit(1 if result.problems else 0)
