//! What holds of all policies. `TENFOLD_POLICY_SETS=1000000 cargo nextest run -p policy random_policy_sets --release` is the
//! long form.

use crate::generated::{Dice, World};
use policy::{By, Document, Effect, Kind, MAX_DOCUMENT, Policy, Verdict, wildcard};
use proptest::prelude::*;

/// What must hold of a world and of what becomes of it by one statement more.
fn check(seed: u64) {
    let mut dice = Dice(seed);
    let world = World::new(&mut dice);
    let before = world.decide(|decision| decision.clone_verdict());
    for text in world.texts() {
        let document: Document = text.parse().unwrap();
        assert_eq!(document.to_string().parse::<Document>().unwrap(), document, "seed {seed}");
    }
    // Of whom an identity policy says nothing is what no policy allows.
    if world.identity.is_empty() && world.policy.is_none() && !world.principal.ends_with(":root") {
        assert!(matches!(before, Verdict::Denied(_)), "seed {seed}");
    }
    let shuffled = world.shuffled(&mut dice).decide(|decision| decision.clone_verdict());
    assert_eq!(is_allowed(before), is_allowed(shuffled), "seed {seed}: order matters");
    let more = world.with(&mut dice, "Allow").decide(|decision| decision.clone_verdict());
    assert!(!is_allowed(before) || is_allowed(more), "seed {seed}: an Allow took something away");
    let less = world.with(&mut dice, "Deny").decide(|decision| decision.clone_verdict());
    assert!(is_allowed(before) || !is_allowed(less), "seed {seed}: a Deny gave something");
    let closed = closed(&world).decide(|decision| decision.clone_verdict());
    assert!(!is_allowed(closed), "seed {seed}: a Deny did not win");
}

fn is_allowed(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Allowed(_))
}

/// The same with a resource's policy that denies everybody everything besides what it says.
fn closed(world: &World) -> World {
    let mut world = world.clone();
    let deny = serde_json::json!({ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" });
    let policy = world.policy.get_or_insert_with(|| serde_json::json!({ "Statement": [] }));
    policy["Statement"].as_array_mut().unwrap().push(deny);
    world
}

trait CloneVerdict {
    fn clone_verdict(&self) -> Verdict;
}

impl CloneVerdict for policy::Decision<'_> {
    /// The verdict, after what it says of itself is found true.
    fn clone_verdict(&self) -> Verdict {
        match self.verdict {
            Verdict::Denied(policy::Denial::Explicit(kind)) => {
                let found = |f: &policy::Finding<'_>| f.effect == Effect::Deny && f.kind == kind;
                assert!(!self.findings.is_empty() && self.findings.iter().all(found), "{self:?}");
            }
            Verdict::Denied(policy::Denial::Implicit(kind)) => {
                assert!(self.findings.iter().all(|f| f.effect == Effect::Allow));
                let kind_allows = self.findings.iter().any(|f| f.kind == kind);
                assert!(!kind_allows || kind == Kind::Guardrail, "{self:?}");
            }
            Verdict::Allowed(by) => {
                let has = |kind| self.findings.iter().any(|f| f.kind == kind && f.effect == Effect::Allow);
                assert!(match by {
                    By::Root => true,
                    By::Identity => has(Kind::Identity),
                    By::Resource | By::Both => has(Kind::Resource),
                });
            }
        }
        self.verdict
    }
}

#[test]
fn random_policy_sets() {
    let count = std::env::var("TENFOLD_POLICY_SETS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_500);
    let first = std::env::var("TENFOLD_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    (first..first + count).for_each(check);
}

/// Both outcomes, and each way to them, are among the random worlds.
#[test]
fn random_worlds_are_worth_asking() {
    let mut seen = std::collections::HashMap::new();
    for seed in 0..4_000 {
        let verdict = World::new(&mut Dice(seed)).decide(|decision| decision.verdict);
        *seen.entry(format!("{verdict:?}")).or_insert(0) += 1;
    }
    for verdict in [
        "Allowed(Root)",
        "Allowed(Identity)",
        "Allowed(Resource)",
        "Allowed(Both)",
        "Denied(Explicit(Identity))",
        "Denied(Explicit(Resource))",
        "Denied(Explicit(Boundary))",
        "Denied(Explicit(Session))",
        "Denied(Explicit(Guardrail))",
        "Denied(Implicit(Identity))",
        "Denied(Implicit(Resource))",
        "Denied(Implicit(Boundary))",
        "Denied(Implicit(Session))",
        "Denied(Implicit(Guardrail))",
    ] {
        assert!(seen.get(verdict).is_some_and(|times| *times >= 10), "{verdict}: {seen:?}");
    }
}

/// The obvious matcher, exponential as it is.
fn naive(pattern: &[char], text: &[char]) -> bool {
    match (pattern, text) {
        ([], rest) => rest.is_empty(),
        (['*', more @ ..], rest) => (0..=rest.len()).any(|skipped| naive(more, &rest[skipped..])),
        (['?', more @ ..], [_, rest @ ..]) => naive(more, rest),
        ([c, more @ ..], [d, rest @ ..]) => c == d && naive(more, rest),
        (_, []) => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_world(seed: u64) {
        check(seed);
    }

    #[test]
    fn wildcards_as_the_obvious_matcher(pattern in "[ab*?é]{0,10}", text in "[abé]{0,12}") {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        prop_assert_eq!(wildcard(&pattern, &text), naive(&chars(&pattern), &chars(&text)));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = text.parse::<Document>();
        let _ = Policy::kept(&text);
    }

    /// Of the grammar's own pieces, most often in the wrong place.
    #[test]
    fn any_pieces_are_read_or_refused(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "{", "}", "[", "]", ":", ",", "\"Version\"", "\"2012-10-17\"", "\"Statement\"", "\"Effect\"", "\"Allow\"",
                "\"Action\"", "\"*\"", "\"Resource\"", "\"Condition\"", "\"Bool\"", "true", "1e400", "null", "\"${\"",
            ]),
            0..40,
        )
    ) {
        if let Ok(document) = pieces.concat().parse::<Document>() {
            let _ = Policy::new(&document);
        }
    }

    /// Whatever values stand in conditions, patterns and the request: an answer comes, and a closed policy stays closed.
    #[test]
    fn any_values_are_asked(
        operator in prop::sample::select(vec![
            "StringLike", "StringEquals", "NumericLessThan", "DateGreaterThan", "IpAddress", "NotIpAddress", "ArnLike",
            "BinaryEquals", "Bool", "Null", "ForAllValues:StringLike", "ForAnyValue:DateEquals", "StringNotEqualsIfExists",
        ]),
        wanted in "[-0-9a-fTZ:./*?${}', +]{0,40}",
        given in "[-0-9a-fTZ:./*?${}', +]{0,40}",
    ) {
        let context = crate::house::context(serde_json::json!({ "k": given }));
        let statement = |effect: &str| serde_json::json!({
            "Effect": effect, "Action": "*", "Resource": "*", "Condition": { operator: { "k": wanted } }
        });
        let all = serde_json::json!({ "Effect": "Allow", "Action": "*", "Resource": "*" });
        let allowed = crate::house::allows(statement("Allow"), "s3:x", "*", &context);
        let denied = !crate::house::allows(serde_json::json!([all, statement("Deny")]), "s3:x", "*", &context);
        prop_assert!(!allowed || denied, "what allows would deny as well");
        let pattern = serde_json::json!({ "Effect": "Allow", "Action": "*", "Resource": wanted });
        crate::house::allows(pattern, "s3:x", &given, &context);
    }
}

#[test]
fn large_documents_take_bounded_time() {
    let started = std::time::Instant::now();
    let values: Vec<String> = (0..300).map(|n| format!("{}{n}", "*a?".repeat(100))).collect();
    let statement = serde_json::json!({ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {
        "StringLike": { "k": values } } });
    let asked = crate::house::context(serde_json::json!({ "k": "a".repeat(2_048) }));
    assert!(!crate::house::allows(statement, "s3:x", "*", &asked));
    let long = format!("{{\"Statement\":[]{}}}", " ".repeat(MAX_DOCUMENT));
    assert!(long.parse::<Document>().is_err());
    assert!("[".repeat(MAX_DOCUMENT).parse::<Document>().is_err());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
