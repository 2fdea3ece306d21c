//! Random worlds and what we decide of them, a JSON object a line: `cases <how many> [<first seed>]`. For the comparison with
//! other evaluators (`tests/differential`).

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a development tool")]
#![allow(dead_code, reason = "shared with the tests, which use more of it")]

#[path = "../tests/it/generated.rs"]
mod generated;
#[path = "../tests/it/house.rs"]
mod house;

use generated::{Dice, World};
use policy::{Denial, Verdict};
use serde_json::json;

fn main() {
    let mut numbers = std::env::args().skip(1).map(|n| n.parse::<u64>().unwrap());
    let (count, first) = (numbers.next().unwrap_or(1_000), numbers.next().unwrap_or(1));
    for seed in first..first + count {
        let world = World::new(&mut Dice(seed));
        let verdict = world.decide(|decision| decision.verdict);
        let ours = match verdict {
            Verdict::Allowed(_) => "Allowed",
            Verdict::Denied(Denial::Explicit(_)) => "ExplicitlyDenied",
            Verdict::Denied(Denial::Implicit(_)) => "ImplicitlyDenied",
        };
        let line = json!({
            "seed": seed, "action": world.action, "resource": world.resource, "owner": world.owner,
            "principal": world.principal, "context": world.context, "identity": world.identity,
            "policy": world.policy, "boundary": world.boundary, "session": world.session,
            "guardrails": world.guardrails, "ours": ours, "why": format!("{verdict:?}"),
        });
        println!("{line}");
    }
}
