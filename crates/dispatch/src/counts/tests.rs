//! Tables of decisions, and random sequences against a model that remembers every invocation and counts anew each time.

use super::*;
use ThrottleReason::{
    ConcurrentInvocationLimitExceeded as Account,
    ReservedFunctionConcurrentInvocationLimitExceeded as Reserved,
};
use proptest::prelude::*;

const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function";

fn name(text: &str) -> FunctionName {
    FunctionName::new(text).unwrap()
}

fn provision(version: u64, alias: Option<&str>, amount: u32) -> Provision {
    Provision { version: Version::Number(version), alias: alias.map(Into::into), amount }
}

/// Counters with a limit, and who is inside.
struct Bench {
    counts: Counts,
    limit: u32,
    inside: Vec<(FunctionName, Option<ProvisionId>)>,
}

impl Bench {
    fn new(limit: u32) -> Self {
        Self { counts: Counts::default(), limit, inside: Vec::new() }
    }

    fn enter(&mut self, function: &str, version: Version, qualifier: &str) -> Result<(), ThrottleReason> {
        let arn = if qualifier.is_empty() {
            format!("{ARN}:{function}")
        } else {
            format!("{ARN}:{function}:{qualifier}")
        };
        let covered = self.counts.enter(self.limit, &name(function), version, &arn)?;
        self.inside.push((name(function), covered));
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
        self.counts.leave(&name, covered);
    }
}

#[test]
fn a_reservation_is_taken_out_of_what_others_share() {
    let mut bench = Bench::new(5);
    bench.counts.reserve(&name("mine"), Some(2));
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
    bench.counts.reserve(&name("stopped"), Some(0));
    assert_eq!(bench.latest("stopped"), Err(Reserved));
    assert_eq!(bench.latest("free"), Ok(()));
    bench.counts.reserve(&name("stopped"), None);
    assert_eq!(bench.latest("stopped"), Ok(()));
}

#[test]
fn what_runs_counts_where_it_belongs_after_a_change() {
    let mut bench = Bench::new(4);
    for _ in 0..3 {
        bench.latest("f").unwrap();
    }
    // Three run, one is reserved: the function waits until two are done, the others share three at once.
    bench.counts.reserve(&name("f"), Some(1));
    assert_eq!(bench.latest("f"), Err(Reserved));
    assert_eq!(bench.latest("g"), Ok(()));
    assert_eq!(bench.latest("g"), Err(Account), "never more than the account has");
    bench.leave(0);
    bench.leave(0);
    assert_eq!(bench.latest("f"), Err(Reserved));
    bench.leave(0);
    assert_eq!(bench.latest("f"), Ok(()));
    bench.counts.reserve(&name("f"), None);
    assert_eq!([bench.latest("f"), bench.latest("g"), bench.latest("g")], [Ok(()), Ok(()), Err(Account)]);
    while !bench.inside.is_empty() {
        bench.leave(0);
    }
    assert_eq!((bench.counts.all(), bench.counts.known()), (0, 0));
}

#[test]
fn what_is_provisioned_is_there_for_its_version_and_the_rest_spills_over() {
    let mut bench = Bench::new(4);
    bench.counts.provision(&name("f"), vec![provision(1, None, 2)]);
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
    bench.counts.provision(&name("f"), vec![provision(1, Some("live"), 1)]);
    assert_eq!([bench.version("f", 1, "1"), bench.version("f", 1, "alive")], [Ok(()), Ok(())]);
    assert_eq!(bench.version("f", 1, "1"), Err(Account));
    assert_eq!(bench.version("f", 1, "live"), Ok(()));
}

#[test]
fn within_a_reservation_what_is_provisioned_is_part_of_it() {
    let mut bench = Bench::new(10);
    bench.counts.reserve(&name("f"), Some(3));
    bench.counts.provision(&name("f"), vec![provision(1, None, 2)]);
    assert_eq!(bench.counts.shares(), Shares { reserved: 3, provisioned: 0 });
    assert_eq!([bench.latest("f"), bench.latest("f")], [Ok(()), Err(Reserved)]);
    assert_eq!([bench.version("f", 1, "1"), bench.version("f", 1, "1")], [Ok(()), Ok(())]);
    assert_eq!(bench.version("f", 1, "1"), Err(Reserved));
    bench.counts.provision(&name("f"), vec![]);
    assert_eq!(bench.latest("f"), Err(Reserved), "those that run count on");
    bench.leave(1);
    assert_eq!(bench.latest("f"), Ok(()));
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
                    bench.counts.reserve(&name(FUNCTIONS[function]), amount);
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
                    bench.counts.provision(&name(FUNCTIONS[function]), wanted);
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
            bench.counts.reserve(&name(function), None);
            bench.counts.provision(&name(function), vec![]);
        }
        prop_assert_eq!((bench.counts.all(), bench.counts.known()), (0, 0));
        prop_assert_eq!(bench.counts.shares(), Shares::default());
    }
}
