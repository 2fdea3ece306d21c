use super::*;
use crate::fixture;
use domain::{CodeRef, Sha256, Timestamp};
use std::cell::Cell;
use std::rc::Rc;

#[derive(Clone)]
struct Env {
    number: u64,
    function: Arc<FunctionConfig>,
    born: Instant,
    dead: Rc<Cell<bool>>,
    provisioned: bool,
    uses: Rc<Cell<u64>>,
}

impl Member for Env {
    fn number(&self) -> u64 {
        self.number
    }
    fn function(&self) -> &Arc<FunctionConfig> {
        &self.function
    }
    fn born(&self) -> Instant {
        self.born
    }
    fn is_dead(&self) -> bool {
        self.dead.get()
    }
    fn is_provisioned(&self) -> bool {
        self.provisioned
    }
    fn uses(&self) -> u64 {
        self.uses.get()
    }
}

fn function(code: u8, modified: i64) -> Arc<FunctionConfig> {
    let code = CodeRef { sha256: Sha256([code; 32]), size: 1 };
    Arc::new(FunctionConfig { code, last_modified: Timestamp(modified), ..fixture::function() })
}

struct Bench {
    pool: PoolState<Env, &'static str>,
    begin: Instant,
    now: Instant,
}

impl Bench {
    fn new() -> Self {
        let begin = Instant::now();
        Self { pool: PoolState::new(), begin, now: begin }
    }

    fn env(&self, number: u64, function: &Arc<FunctionConfig>) -> Env {
        Env {
            number,
            function: Arc::clone(function),
            born: self.now,
            dead: Rc::default(),
            provisioned: false,
            uses: Rc::default(),
        }
    }

    /// `idle`, `discard`, or who got it.
    fn give(&mut self, env: &Env, new: bool) -> &'static str {
        let keeping = Keeping { now: self.now, max_age: Duration::from_secs(100), closed: false };
        match self.pool.give_back(env.clone(), new, &keeping, |waiter| *waiter != "gone") {
            Return::Idle { surplus, .. } if surplus.iter().any(|other| other.number == env.number) => {
                "surplus"
            }
            Return::Idle { .. } => "idle",
            Return::Discard(_) => "discard",
            Return::Waiter(waiter, _) => waiter,
        }
    }

    fn take(&mut self, function: &Arc<FunctionConfig>) -> (Option<u64>, Vec<u64>) {
        let (taken, stale) = self.pool.take(function, true);
        (taken.map(|env| env.number), stale.iter().map(|env| env.number).collect())
    }

    fn pass(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
    }
}

#[test]
fn the_last_used_is_taken_first_and_a_dead_one_never() {
    let (mut bench, f) = (Bench::new(), function(1, 1));
    let envs = [1, 2, 3].map(|number| bench.env(number, &f));
    assert_eq!(envs.each_ref().map(|env| bench.give(env, true)), ["idle"; 3]);
    envs[2].dead.set(true);
    assert_eq!(bench.take(&f), (Some(2), vec![]));
    assert_eq!(bench.take(&f), (Some(1), vec![]));
    assert_eq!(bench.take(&f), (None, vec![]));
    assert_eq!(bench.give(&envs[0], false), "idle");
    assert!(bench.pool.remove_dead(1).is_none() && bench.pool.remove_dead(3).is_some());
    envs[1].dead.set(true);
    assert_eq!(bench.give(&envs[1], false), "discard");
}

/// Another may use it before whoever gave it back asks.
#[test]
fn one_that_is_idle_is_told_with_its_uses_until_then() {
    let (mut bench, f) = (Bench::new(), function(1, 1));
    let keeping = Keeping { now: bench.now, max_age: Duration::from_secs(100), closed: false };
    for provisioned in [false, true] {
        let env = Env { provisioned, ..bench.env(1, &f) };
        env.uses.set(3);
        if provisioned {
            bench.pool.provided.want(1, None);
            bench.pool.provide();
            bench.pool.provided(true);
        }
        let returned = bench.pool.give_back(env.clone(), false, &keeping, |_| true);
        assert_eq!(bench.take(&f).0, Some(1));
        env.uses.set(4);
        assert!(matches!(returned, Return::Idle { uses: 3, .. }), "provisioned: {provisioned}");
    }
}

#[test]
fn who_waits_is_served_in_order_and_only_with_what_fits() {
    let (mut bench, f, g) = (Bench::new(), function(1, 1), function(2, 2));
    bench.pool.wait(&f, false, "gone");
    bench.pool.wait(&g, false, "for g");
    bench.pool.wait(&f, false, "first");
    bench.pool.wait(&f, false, "second");
    let env = bench.env(1, &f);
    assert_eq!(
        [bench.give(&env, true), bench.give(&env, false), bench.give(&env, false)],
        ["first", "second", "idle"]
    );
    assert!(!bench.pool.is_empty());
    // Dead or old ones are for nobody, unless they are new: then whoever waits finds out, and is not forgotten.
    let dead = bench.env(2, &g);
    dead.dead.set(true);
    assert_eq!(bench.give(&dead, false), "discard");
    assert_eq!(bench.give(&dead, true), "for g");
}

#[test]
fn no_more_are_made_than_wait_for_one() {
    let (mut bench, f, g) = (Bench::new(), function(1, 1), function(2, 2));
    let waits = |waiter: &&'static str| *waiter != "gone";
    bench.pool.wait(&f, false, "first");
    assert!(bench.pool.expect(&f, waits), "for the first");
    let warm = bench.env(1, &f);
    bench.pool.away += 1;
    assert_eq!(bench.give(&warm, false), "first", "a warm one came back before the new one was there");
    bench.pool.wait(&f, false, "second");
    assert!(!bench.pool.expect(&f, waits), "the one that is being made is for the second");
    bench.pool.wait(&f, false, "third");
    bench.pool.wait(&f, false, "gone");
    assert!(bench.pool.expect(&f, waits) && !bench.pool.expect(&f, waits));
    bench.pool.wait(&g, false, "for g");
    assert!(bench.pool.expect(&g, waits), "another configuration");
    bench.pool.made(&f);
    assert_eq!(bench.give(&bench.env(2, &f), true), "second");
    assert!(!bench.pool.expect(&f, waits), "one is left for the third");
    bench.pool.made(&f);
    assert_eq!(bench.give(&bench.env(3, &f), true), "third");
    assert!(!bench.pool.expect(&f, waits), "nobody waits");
}

#[test]
fn what_is_stale_goes_and_an_older_configuration_changes_nothing() {
    let (mut bench, old, new) = (Bench::new(), function(1, 1), function(2, 2));
    assert_eq!(bench.take(&old), (None, vec![]));
    let (first, second) = (bench.env(1, &old), bench.env(2, &old));
    assert_eq!(bench.give(&first, true), "idle");
    assert_eq!(bench.take(&new), (None, vec![1]));
    assert_eq!(bench.give(&second, false), "discard", "it came back too late");
    let third = bench.env(3, &new);
    assert_eq!(bench.give(&third, true), "idle");
    assert_eq!(bench.take(&old), (None, vec![]), "late, with the old configuration");
    assert_eq!(bench.give(&bench.env(4, &old), false), "discard");
    assert_eq!(bench.take(&new), (Some(3), vec![]));
}

#[test]
fn idle_and_old_ones_are_reaped_and_retired_ones_do_not_come_back() {
    let (mut bench, f) = (Bench::new(), function(1, 1));
    let reap = |bench: &mut Bench| {
        let reaped = bench.pool.reap(bench.now, Duration::from_secs(10), Duration::from_secs(100));
        reaped.iter().map(|env| env.number).collect::<Vec<_>>()
    };
    let (a, b) = (bench.env(1, &f), bench.env(2, &f));
    bench.give(&a, true);
    bench.pass(5);
    bench.give(&b, true);
    assert_eq!(bench.pool.oldest_idle(), Some((bench.begin, 1)));
    bench.pass(5);
    assert_eq!(reap(&mut bench), [1]);
    bench.pass(5);
    assert_eq!(reap(&mut bench), [2]);
    bench.pass(85);
    assert_eq!(bench.give(&a, false), "discard", "too old");

    let (c, d) = (bench.env(3, &f), bench.env(4, &f));
    bench.give(&c, true);
    assert_eq!(bench.pool.retire(bench.now).len(), 1);
    assert_eq!(bench.give(&d, false), "discard", "made before it was retired");
    bench.pass(1);
    assert_eq!(bench.give(&bench.env(5, &f), true), "idle");
}

#[test]
fn provisioned_ones_are_preferred_by_those_who_may_and_stay() {
    let (mut bench, f) = (Bench::new(), function(1, 1));
    let lead = Duration::from_secs(90);
    let ready = |bench: &mut Bench, number| {
        bench.pool.provide();
        bench.pool.provided(true);
        let env = Env { provisioned: true, ..bench.env(number, &f) };
        (bench.give(&env, true), env)
    };
    assert!(bench.pool.provided.want(2, Some("live".into())).is_empty());
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 2);
    bench.pool.provide();
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 1);
    bench.pool.provided(false);
    assert_eq!((ready(&mut bench, 1).0, ready(&mut bench, 2).0), ("idle", "idle"));
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 0);
    let on_demand = bench.env(3, &f);
    assert_eq!(bench.give(&on_demand, true), "idle");
    // Whoever may not have one gets another; whoever may gets one first, and spills over.
    assert_eq!(bench.pool.take(&f, false).0.map(|env| env.number), Some(3));
    assert_eq!(bench.give(&on_demand, false), "idle");
    assert_eq!([bench.take(&f).0, bench.take(&f).0, bench.take(&f).0], [Some(2), Some(1), Some(3)]);
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 0, "those in use are there");
    // Who waits and may not have a provisioned one goes on waiting.
    bench.pool.wait(&f, false, "on demand");
    bench.pool.wait(&f, true, "may");
    let back = Env { provisioned: true, ..bench.env(1, &f) };
    assert_eq!([bench.give(&back, false), bench.give(&back, false)], ["may", "idle"]);
    bench.pool.lost(true);
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 1, "one died");
    // Nothing of it goes for being unused, and none is sent away to make room.
    assert_eq!(bench.pool.oldest_idle(), None);
    bench.pass(50);
    assert!(bench.pool.reap(bench.now, Duration::from_secs(10), Duration::from_secs(100)).is_empty());
    assert!(!bench.pool.is_empty());
}

#[test]
fn provisioned_ones_are_renewed_before_they_are_too_old_and_go_when_there_are_too_many() {
    let (mut bench, f) = (Bench::new(), function(1, 1));
    let (lead, idle) = (Duration::from_secs(90), Duration::from_secs(10));
    let max_age = Duration::from_secs(100);
    let ready = |bench: &mut Bench, number| {
        bench.pool.provide();
        bench.pool.provided(true);
        let env = Env { provisioned: true, ..bench.env(number, &f) };
        bench.give(&env, true)
    };
    bench.pool.provided.want(1, None);
    assert_eq!(ready(&mut bench, 1), "idle");
    bench.pass(90);
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 1, "its successor");
    assert!(bench.pool.reap(bench.now, idle, max_age).is_empty(), "which it waits for");
    assert_eq!(ready(&mut bench, 2), "idle");
    assert_eq!((bench.take(&f).0, bench.take(&f).0), (Some(2), None), "the old one is gone");
    bench.pool.provide();
    assert!(bench.pool.provided.is_superfluous(bench.now, lead));
    bench.pool.provided(false);
    // Not wanted any more while it is away.
    bench.pool.provided.want(0, None);
    let back = Env { provisioned: true, ..bench.env(2, &f) };
    assert_eq!(bench.give(&back, false), "surplus");
    assert!(bench.pool.is_empty());
    // One whose successor never came ends all the same.
    bench.pool.provided.want(1, None);
    assert_eq!(ready(&mut bench, 3), "idle");
    bench.pass(100);
    assert_eq!(bench.pool.reap(bench.now, idle, max_age).len(), 1);
    bench.pool.provided.want(3, None);
    assert_eq!([ready(&mut bench, 4), ready(&mut bench, 5), ready(&mut bench, 6)], ["idle"; 3]);
    let fewer = bench.pool.provided.want(1, None);
    assert_eq!(fewer.iter().map(|env| env.number).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(bench.pool.retire(bench.now).len(), 1);
    assert_eq!(bench.pool.provided.missing(bench.now, lead), 1);
}
