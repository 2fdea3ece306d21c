//! Tables of decisions, and random sequences against a model that remembers every invocation and counts anew each time.

use super::*;
use ThrottleReason::{
    ConcurrentInvocationLimitExceeded as Account, FunctionInvocationRateLimitExceeded as Rate,
    ReservedFunctionConcurrentInvocationLimitExceeded as Reserved,
    ReservedFunctionInvocationRateLimitExceeded as ReservedRate,
};
use proptest::prelude::*;

const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function";

fn name(text: &str) -> FunctionName {
    FunctionName::new(text).unwrap()
}

fn provision(version: u64, alias: Option<&str>, amount: u32) -> Provision {
    Provision { version: Version::Number(version), alias: alias.map(Into::into), amount }
}

/// Counters, and who is inside.
struct Bench {
    counts: Counts,
    now: Millis,
    inside: Vec<(FunctionName, Option<ProvisionId>)>,
}

impl Bench {
    fn new(limit: u32) -> Self {
        Self { counts: Counts::new(limit, 0), now: 0, inside: Vec::new() }
    }

    /// An event: rates are no matter.
    fn enter(&mut self, function: &str, version: Version, qualifier: &str) -> Result<(), ThrottleReason> {
        self.ask(function, version, qualifier, InvocationType::Event)
    }

    fn ask(
        &mut self,
        function: &str,
        version: Version,
        qualifier: &str,
        invocation_type: InvocationType,
    ) -> Result<(), ThrottleReason> {
        let arn = if qualifier.is_empty() {
            format!("{ARN}:{function}")
        } else {
            format!("{ARN}:{function}:{qualifier}")
        };
        let name = name(function);
        let request = Request { name: &name, version, invoked_arn: &arn, invocation_type };
        let covered = self.counts.enter(&request, self.now)?;
        self.inside.push((name, covered));
        Ok(())
    }

    fn latest(&mut self, function: &str) -> Result<(), ThrottleReason> {
        self.enter(function, Version::Latest, "")
    }

    fn version(&mut self, function: &str, version: u64, qualifier: &str) -> Result<(), ThrottleReason> {
        self.enter(function, Version::Number(version), qualifier)
    }

    fn leave(&mut self, at: usize) {
        let (name, covered) = self.inside.remove(at);
        self.counts.leave(&name, covered, self.now);
    }

    fn reserve(&mut self, function: &str, reserved: Option<u32>) {
        self.counts.reserve(&name(function), reserved, self.now);
    }

    fn provision(&mut self, function: &str, wanted: Vec<Provision>) {
        self.counts.provision(&name(function), wanted, self.now);
    }

    /// Functions that are still known when nothing was asked for for a while.
    fn known_later(&mut self) -> usize {
        self.now += 3 * WINDOW;
        self.counts.forget(self.now);
        self.counts.known()
    }

    /// How many requests that are waited for run at once, each to its end, and why no more do.
    fn requests(&mut self, function: &str, version: u64) -> (usize, ThrottleReason) {
        let mut ran = 0;
        loop {
            let synchronous = InvocationType::RequestResponse;
            match self.ask(function, Version::Number(version), "", synchronous) {
                Ok(()) => self.leave(self.inside.len() - 1),
                Err(reason) => return (ran, reason),
            }
            ran += 1;
        }
    }
}

#[test]
fn a_reservation_is_taken_out_of_what_others_share() {
    let mut bench = Bench::new(5);
    bench.reserve("mine", Some(2));
    assert_eq!(bench.counts.shares(), Shares { reserved: 2, provisioned: 0 });
    let taken: Vec<_> = ["a", "b", "a", "a"].into_iter().map(|function| bench.latest(function)).collect();
    assert_eq!(taken, [Ok(()), Ok(()), Ok(()), Err(Account)]);
    let taken: Vec<_> = (0..3).map(|_| bench.latest("mine")).collect();
    assert_eq!(taken, [Ok(()), Ok(()), Err(Reserved)]);
    bench.leave(3);
    assert_eq!(bench.latest("mine"), Ok(()));
    assert_eq!((bench.counts.all(), bench.counts.of(&name("mine"))), (5, 2));
}

#[test]
fn nothing_reserved_stops_a_function_and_no_other() {
    let mut bench = Bench::new(3);
    bench.reserve("stopped", Some(0));
    assert_eq!(bench.latest("stopped"), Err(Reserved));
    assert_eq!(bench.latest("free"), Ok(()));
    bench.reserve("stopped", None);
    assert_eq!(bench.latest("stopped"), Ok(()));
}

#[test]
fn what_runs_counts_where_it_belongs_after_a_change() {
    let mut bench = Bench::new(4);
    for _ in 0..3 {
        bench.latest("f").unwrap();
    }
    // Three run, one is reserved: the function waits until two are done, the others share three at once.
    bench.reserve("f", Some(1));
    assert_eq!(bench.latest("f"), Err(Reserved));
    assert_eq!(bench.latest("g"), Ok(()));
    assert_eq!(bench.latest("g"), Err(Account), "never more than the account has");
    bench.leave(0);
    bench.leave(0);
    assert_eq!(bench.latest("f"), Err(Reserved));
    bench.leave(0);
    assert_eq!(bench.latest("f"), Ok(()));
    bench.reserve("f", None);
    assert_eq!([bench.latest("f"), bench.latest("g"), bench.latest("g")], [Ok(()), Ok(()), Err(Account)]);
    while !bench.inside.is_empty() {
        bench.leave(0);
    }
    assert_eq!((bench.counts.all(), bench.known_later()), (0, 0));
}

#[test]
fn what_is_provisioned_is_there_for_its_version_and_the_rest_spills_over() {
    let mut bench = Bench::new(4);
    bench.provision("f", vec![provision(1, None, 2)]);
    assert_eq!(bench.counts.shares(), Shares { reserved: 0, provisioned: 2 });
    assert_eq!([bench.latest("g"), bench.latest("g"), bench.latest("g")], [Ok(()), Ok(()), Err(Account)]);
    assert_eq!(bench.latest("f"), Err(Account), "another version has no part in it");
    assert_eq!([bench.version("f", 1, "1"), bench.version("f", 1, "live")], [Ok(()), Ok(())]);
    assert_eq!(bench.version("f", 1, "1"), Err(Account));
    bench.leave(0);
    // The third one spills over, and one of the first two that ends leaves room for a covered one.
    assert_eq!(bench.version("f", 1, "1"), Ok(()));
    bench.leave(1);
    assert_eq!([bench.version("f", 1, "1"), bench.version("f", 1, "1")], [Ok(()), Err(Account)]);
}

#[test]
fn an_alias_has_what_is_provisioned_for_it_alone() {
    let mut bench = Bench::new(3);
    bench.provision("f", vec![provision(1, Some("live"), 1)]);
    assert_eq!([bench.version("f", 1, "1"), bench.version("f", 1, "alive")], [Ok(()), Ok(())]);
    assert_eq!(bench.version("f", 1, "1"), Err(Account));
    assert_eq!(bench.version("f", 1, "live"), Ok(()));
}

#[test]
fn within_a_reservation_what_is_provisioned_is_part_of_it() {
    let mut bench = Bench::new(10);
    bench.reserve("f", Some(3));
    bench.provision("f", vec![provision(1, None, 2)]);
    assert_eq!(bench.counts.shares(), Shares { reserved: 3, provisioned: 0 });
    assert_eq!([bench.latest("f"), bench.latest("f")], [Ok(()), Err(Reserved)]);
    assert_eq!([bench.version("f", 1, "1"), bench.version("f", 1, "1")], [Ok(()), Ok(())]);
    assert_eq!(bench.version("f", 1, "1"), Err(Reserved));
    bench.provision("f", vec![]);
    assert_eq!(bench.latest("f"), Err(Reserved), "those that run count on");
    bench.leave(1);
    assert_eq!(bench.latest("f"), Ok(()));
}

#[test]
fn ten_requests_a_second_for_each_unit_of_concurrency() {
    let mut bench = Bench::new(10);
    bench.reserve("mine", Some(2));
    bench.provision("ready", vec![provision(1, None, 3)]);
    // The account has 100: 20 of them are reserved, 30 provisioned.
    assert_eq!(bench.requests("mine", 1), (20, ReservedRate));
    assert_eq!(bench.requests("f", 1), (50, Rate));
    assert_eq!(bench.requests("g", 1), (0, Rate), "it shares them");
    assert_eq!(bench.requests("ready", 2), (0, Rate), "another version has no part in what is provisioned");
    assert_eq!(bench.requests("ready", 1), (30, Rate));
    assert_eq!(bench.requests("mine", 1), (0, ReservedRate));
    assert_eq!([bench.latest("f"), bench.latest("mine")], [Ok(()), Ok(())], "events are no requests");
    bench.leave(0);
    bench.leave(0);
    bench.now += 100;
    assert_eq!((bench.requests("mine", 1).0, bench.requests("f", 1).0), (2, 5), "a tenth of a second");
    // Beyond what is provisioned, what is shared.
    assert_eq!(bench.requests("ready", 1), (3, Rate));
    bench.now += 1_000;
    assert_eq!(bench.requests("ready", 1), (30 + 50, Rate));
    bench.now += 10_000;
    bench.reserve("mine", Some(1));
    assert_eq!(bench.requests("mine", 1), (10, ReservedRate));
    bench.reserve("mine", None);
    assert_eq!(bench.requests("mine", 1), (50, Rate), "what is given back is not there at once");
}

#[test]
fn a_function_grows_by_a_thousand_and_by_a_hundred_a_second() {
    let mut bench = Bench::new(5_000);
    bench.reserve("mine", Some(1_500));
    bench.provision("ready", vec![provision(1, None, 1_200)]);
    let fill = |bench: &mut Bench, function| {
        let mut ran = 0;
        while bench.version(function, 1, "") == Ok(()) {
            ran += 1;
        }
        (ran, bench.version(function, 1, ""))
    };
    assert_eq!(fill(&mut bench, "f"), (1_000, Err(Account)));
    assert_eq!(fill(&mut bench, "mine"), (1_000, Err(Reserved)), "each by itself");
    assert_eq!(fill(&mut bench, "ready"), (1_200 + 1_000, Err(Account)), "what is provisioned is there");
    bench.now += 2_000;
    assert_eq!(fill(&mut bench, "mine"), (200, Err(Reserved)));
    let inside = bench.inside.len();
    for at in (0..inside).rev().filter(|at| at % 2 == 0) {
        bench.leave(at);
    }
    bench.now += 1;
    let (ran, _) = fill(&mut bench, "mine");
    assert_eq!(ran, 600, "where environments are, nothing grows");
}

/// One step of a random sequence.
#[derive(Clone, Debug)]
enum Step {
    Enter { function: usize, version: u64, qualifier: usize },
    Leave(usize),
    Reserve { function: usize, amount: Option<u32> },
    Provision { function: usize, wanted: Vec<Provision> },
}

const FUNCTIONS: [&str; 3] = ["a", "b", "c"];
const QUALIFIERS: [&str; 3] = ["", "live", "1"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let wanted = proptest::collection::btree_map(1..3_u64, (proptest::bool::ANY, 1..4_u32), 0..3);
    let wanted = wanted.prop_map(|all| {
        all.into_iter()
            .map(|(version, (alias, amount))| provision(version, alias.then_some("live"), amount))
            .collect()
    });
    let step = prop_oneof![
        8 => (0..3_usize, 1..3_u64, 0..3_usize)
            .prop_map(|(function, version, qualifier)| Step::Enter { function, version, qualifier }),
        6 => (0..64_usize).prop_map(Step::Leave),
        1 => (0..3_usize, proptest::option::of(0..4_u32))
            .prop_map(|(function, amount)| Step::Reserve { function, amount }),
        1 => (0..3_usize, wanted).prop_map(|(function, wanted)| Step::Provision { function, wanted }),
    ];
    proptest::collection::vec(step, 0..200)
}

/// The model: every invocation that runs with what covered it when it began, and what every function has.
#[derive(Default)]
struct Model {
    running: Vec<(usize, Option<Provision>)>,
    reserved: [Option<u32>; 3],
    provisions: [Vec<Provision>; 3],
}

impl Model {
    fn same(a: &Provision, b: &Provision) -> bool {
        a.version == b.version && a.alias == b.alias
    }

    /// Invocations of a function that nothing provisioned covers.
    fn on_demand(&self, function: usize) -> usize {
        let mine = self.running.iter().filter(|(of, _)| *of == function);
        let covered: usize = self.provisions[function]
            .iter()
            .map(|p| {
                let by = mine.clone().filter(|(_, by)| by.as_ref().is_some_and(|by| Self::same(by, p)));
                by.count().min(p.amount as usize)
            })
            .sum();
        mine.count() - covered
    }

    fn enter(
        &self,
        limit: usize,
        function: usize,
        covering: Option<&Provision>,
    ) -> Result<(), ThrottleReason> {
        let mut after = Self { running: self.running.clone(), ..Self::default() };
        after.reserved = self.reserved;
        after.provisions = self.provisions.clone();
        after.running.push((function, covering.cloned()));
        let provisioned = |f: usize| self.provisions[f].iter().map(|p| p.amount as usize).sum::<usize>();
        let full = if after.running.len() > limit { Err(Account) } else { Ok(()) };
        if after.on_demand(function) == self.on_demand(function) {
            return full;
        }
        match self.reserved[function] {
            Some(own) if after.on_demand(function) + provisioned(function) > own as usize => Err(Reserved),
            Some(_) => full,
            None => {
                let shared = |f: &usize| self.reserved[*f].is_none();
                let used: usize = (0..3).filter(shared).map(|f| after.on_demand(f) + provisioned(f)).sum();
                let given: usize = self.reserved.iter().flatten().map(|own| *own as usize).sum();
                if used + given > limit { Err(Account) } else { full }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_decides_as_the_model_does(steps in steps(), limit in 1..12_u32) {
        let (mut bench, mut model) = (Bench::new(limit), Model::default());
        for step in steps {
            match step {
                Step::Enter { function, version, qualifier } => {
                    let got = bench.version(FUNCTIONS[function], version, QUALIFIERS[qualifier]);
                    let covering = model.provisions[function].iter().find(|p| {
                        let reached = p.alias.as_deref().is_none_or(|alias| alias == QUALIFIERS[qualifier]);
                        p.version == Version::Number(version) && reached
                    });
                    let covering = covering.cloned();
                    let expected = model.enter(limit as usize, function, covering.as_ref());
                    prop_assert_eq!(got, expected);
                    if expected.is_ok() {
                        model.running.push((function, covering));
                    }
                }
                Step::Leave(_) if model.running.is_empty() => {}
                Step::Leave(at) => {
                    let at = at % model.running.len();
                    model.running.remove(at);
                    bench.leave(at);
                }
                Step::Reserve { function, amount } => {
                    model.reserved[function] = amount;
                    bench.reserve(FUNCTIONS[function], amount);
                }
                Step::Provision { function, wanted } => {
                    // Those of what is gone stay uncovered, even where it comes back.
                    for (of, by) in &mut model.running {
                        let kept = by.as_ref().is_some_and(|by| wanted.iter().any(|p| Model::same(by, p)));
                        if *of == function && !kept {
                            *by = None;
                        }
                    }
                    model.provisions[function].clone_from(&wanted);
                    bench.provision(FUNCTIONS[function], wanted);
                }
            }
            prop_assert_eq!(bench.counts.all() as usize, model.running.len());
            let reserved: u64 = model.reserved.iter().flatten().map(|own| u64::from(*own)).sum();
            prop_assert_eq!(bench.counts.shares().reserved, reserved);
        }
        while !bench.inside.is_empty() {
            bench.leave(0);
        }
        for function in FUNCTIONS {
            bench.reserve(function, None);
            bench.provision(function, vec![]);
        }
        prop_assert_eq!((bench.counts.all(), bench.known_later()), (0, 0));
        prop_assert_eq!(bench.counts.shares(), Shares::default());
    }
}
