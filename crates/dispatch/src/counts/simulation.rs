//! Hours of invocations on virtual time, each decision against a model that has no counters and no buckets: it keeps all that
//! ran and derives every limit anew. The seed is printed; a run with the same seed is the same.

use super::*;
use ThrottleReason as Why;
use std::collections::{BTreeMap, BTreeSet};

const FUNCTIONS: usize = 4;
const ALIAS: &str = "live";

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn chance(&mut self, of: u64) -> bool {
        self.roll(of) == 0
    }

    fn index(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll(sides as u64)).unwrap()
    }

    fn amount(&mut self, sides: u64) -> u32 {
        u32::try_from(self.roll(sides)).unwrap()
    }
}

/// What was taken of a quota, since it was whole or changed last.
struct Taken {
    since: Millis,
    /// Thousandths that were there then.
    base: u64,
    quota: Quota,
    at: Vec<Millis>,
}

impl Taken {
    fn new(quota: Quota, now: Millis) -> Self {
        Self { since: now, base: quota.burst * 1_000, quota, at: Vec::new() }
    }

    /// No more than what there was and came since, and after each one that was taken no more than the burst and what came
    /// since then: the least of it all is left.
    fn left(&self, now: Millis) -> u64 {
        let Quota { burst, per_s } = self.quota;
        let all = self.at.len() as u64;
        let mut left =
            (burst * 1_000).min((self.base + per_s * (now - self.since)).saturating_sub(all * 1_000));
        for (before, at) in self.at.iter().enumerate() {
            let after = all - before as u64;
            left = left.min((burst * 1_000 + per_s * (now - at)).saturating_sub(after * 1_000));
        }
        left
    }

    fn has_one(&mut self, now: Millis) -> bool {
        let left = self.left(now);
        if left == self.quota.burst * 1_000 {
            *self = Self::new(self.quota, now);
        }
        left >= 1_000
    }

    fn change(&mut self, quota: Quota, now: Millis) {
        let base = self.left(now).min(quota.burst * 1_000);
        *self = Self { since: now, base, quota, at: Vec::new() };
    }
}

/// A provision, and the requests that it covered.
struct Provided {
    provision: Provision,
    requests: Taken,
}

struct Function {
    reserved: Option<u32>,
    requests: Taken,
    provided: Vec<Provided>,
    growth: Taken,
    /// By window: the most that ran on demand, of all changes in it, and how many at its end.
    history: BTreeMap<u64, (u32, u32)>,
    /// How many run, by what covers them.
    running: HashMap<Option<Key>, u32>,
    /// When it grew; all of it.
    grew: Vec<Millis>,
}

impl Function {
    /// Those that nothing provisioned covers.
    fn on_demand(&self) -> u32 {
        let covered = |p: &Provided| self.covered_by(&p.provision).min(p.provision.amount);
        self.running.values().sum::<u32>() - self.provided.iter().map(covered).sum::<u32>()
    }

    fn covered_by(&self, provision: &Provision) -> u32 {
        self.running.get(&Some(key(provision))).copied().unwrap_or(0)
    }

    fn note(&mut self, now: Millis) {
        let on_demand = self.on_demand();
        let (most, last) = self.history.entry(now / WINDOW).or_default();
        (*most, *last) = ((*most).max(on_demand), on_demand);
    }

    fn own(&self) -> u64 {
        let provided: u64 = self.provided.iter().map(|p| u64::from(p.provision.amount)).sum();
        u64::from(self.reserved.unwrap_or(0)).saturating_sub(provided)
    }

    /// The most that ran on demand in this window and the one before.
    fn environments(&self, now: Millis) -> u32 {
        let from = (now / WINDOW).saturating_sub(1);
        let brought = self.history.range(..from).next_back().map_or(0, |(_, (_, last))| *last);
        self.history.range(from..).map(|(_, (most, _))| *most).fold(brought, u32::max)
    }
}

/// Version and alias of a provision.
type Key = (Version, Option<Arc<str>>);

fn key(provision: &Provision) -> Key {
    (provision.version, provision.alias.clone())
}

struct Running {
    function: usize,
    /// What covered it, while that is there.
    covered: Option<Key>,
    id: Option<ProvisionId>,
}

struct World {
    counts: Counts,
    now: Millis,
    functions: Vec<Function>,
    running: HashMap<u64, Running>,
    shared: Taken,
    ends: BTreeSet<(Millis, u64)>,
    numbers: u64,
    admitted: u64,
    /// Refused only because a function grew too fast.
    slowed: u64,
    refused: HashMap<String, u64>,
}

fn name(function: usize) -> FunctionName {
    FunctionName::new(["a", "b", "c", "d"][function]).unwrap()
}

const GROWTH: Quota = Quota { burst: 1_000, per_s: 100 };

fn rate(concurrency: u64) -> Quota {
    Quota { burst: 10 * concurrency, per_s: 10 * concurrency }
}

impl World {
    fn new(limit: u32) -> Self {
        let function = || Function {
            reserved: None,
            requests: Taken::new(rate(0), 0),
            provided: Vec::new(),
            growth: Taken::new(GROWTH, 0),
            history: BTreeMap::new(),
            running: HashMap::new(),
            grew: Vec::new(),
        };
        Self {
            counts: Counts::new(limit, 0),
            now: 0,
            functions: (0..FUNCTIONS).map(|_| function()).collect(),
            running: HashMap::new(),
            shared: Taken::new(rate(limit.into()), 0),
            ends: BTreeSet::new(),
            numbers: 0,
            admitted: 0,
            slowed: 0,
            refused: HashMap::new(),
        }
    }

    /// What functions without a reservation share.
    fn left(&self) -> u64 {
        let given: u64 = self
            .functions
            .iter()
            .map(|f| match f.reserved {
                Some(reserved) => u64::from(reserved),
                None => f.provided.iter().map(|p| u64::from(p.provision.amount)).sum(),
            })
            .sum();
        u64::from(self.counts.limit).saturating_sub(given)
    }

    fn ask(&mut self, function: usize, version: Version, alias: bool, synchronous: bool, takes: Millis) {
        let now = self.now;
        let invoked_arn = format!("arn:f{}", if alias { format!(":{ALIAS}") } else { String::new() });
        let reaches = |p: &Provision| p.version == version && (p.alias.is_none() || alias);
        let mut covering = self.functions[function].provided.iter().position(|p| reaches(&p.provision));
        let mut ready = false;
        if let Some(at) = covering {
            let mine = &mut self.functions[function];
            let free = mine.covered_by(&mine.provided[at].provision) < mine.provided[at].provision.amount;
            let provided = &mut mine.provided[at];
            ready = free && (!synchronous || provided.requests.has_one(now));
            covering = covering.filter(|_| ready || !free);
        }
        let (on_demand, left) = (self.functions[function].on_demand(), self.left());
        let sharing = self.functions.iter().filter(|f| f.reserved.is_none());
        let shared: u32 = sharing.map(Function::on_demand).sum();
        let over = self.running.len() >= self.counts.limit as usize;
        let mine = &mut self.functions[function];
        let grows = on_demand >= mine.environments(now);
        let slow = grows && !mine.growth.has_one(now);
        let (full, fast) = match mine.reserved {
            Some(_) => (
                Why::ReservedFunctionConcurrentInvocationLimitExceeded,
                Why::ReservedFunctionInvocationRateLimitExceeded,
            ),
            None => (Why::ConcurrentInvocationLimitExceeded, Why::FunctionInvocationRateLimitExceeded),
        };
        let has_room = match mine.reserved {
            Some(_) => u64::from(on_demand) < mine.own(),
            None => u64::from(shared) < left,
        };
        let in_time = match mine.reserved {
            Some(_) => mine.requests.has_one(now),
            None => self.shared.has_one(now),
        };
        let expected = match () {
            () if !ready && (!has_room || slow) => Err(full),
            () if !ready && synchronous && !in_time => Err(fast),
            () if over => Err(Why::ConcurrentInvocationLimitExceeded),
            () => Ok(()),
        };
        if expected.is_ok() {
            match covering.filter(|_| ready) {
                Some(at) if synchronous => mine.provided[at].requests.at.push(now),
                None if synchronous && mine.reserved.is_some() => mine.requests.at.push(now),
                None if synchronous => self.shared.at.push(now),
                _ => {}
            }
            if !ready && grows {
                mine.growth.at.push(now);
                mine.grew.push(now);
            }
        }
        self.slowed += u64::from(!ready && has_room && slow);
        let covered = covering.map(|at| key(&mine.provided[at].provision));
        let invocation_type =
            if synchronous { InvocationType::RequestResponse } else { InvocationType::Event };
        let name = name(function);
        let request = Request { name: &name, version, invoked_arn: &invoked_arn, invocation_type };
        let got = self.counts.enter(&request, now);
        assert_eq!(got.map(drop), expected, "at {now} ms, {name:?} {version} {invocation_type:?}");
        match got {
            Ok(id) => {
                self.admitted += 1;
                self.numbers += 1;
                self.ends.insert((now + takes, self.numbers));
                *mine.running.entry(covered.clone()).or_default() += 1;
                mine.note(now);
                self.running.insert(self.numbers, Running { function, covered, id });
            }
            Err(why) => *self.refused.entry(why.to_string()).or_default() += 1,
        }
    }

    /// Ends what is over by now.
    fn pass(&mut self, now: Millis) {
        while let Some((at, number)) = self.ends.first().copied().filter(|(at, _)| *at <= now) {
            self.ends.pop_first();
            self.now = at;
            let Running { function, covered, id } = self.running.remove(&number).unwrap();
            self.counts.leave(&name(function), id, at);
            let mine = &mut self.functions[function];
            *mine.running.get_mut(&covered).unwrap() -= 1;
            mine.note(at);
        }
        self.now = now;
    }

    fn configure(&mut self, function: usize, change: impl FnOnce(&mut Function, Millis)) {
        let now = self.now;
        let own = self.functions[function].own();
        self.functions[function].requests.change(rate(own), now);
        let had = self.functions[function].reserved.is_some();
        change(&mut self.functions[function], now);
        // What is gone covers nothing any more, even where it comes back.
        let mine = &mut self.functions[function];
        let there: Vec<_> = mine.provided.iter().map(|p| key(&p.provision)).collect();
        mine.running.clear();
        for running in self.running.values_mut().filter(|running| running.function == function) {
            running.covered = running.covered.take().filter(|covered| there.contains(covered));
            *mine.running.entry(running.covered.clone()).or_default() += 1;
        }
        let quota = rate(mine.own());
        if had {
            mine.requests.change(quota, now)
        } else {
            mine.requests = Taken::new(quota, now)
        }
        mine.note(now);
        let left = self.left();
        self.shared.change(rate(left), now);
    }

    fn reserve(&mut self, function: usize, reserved: Option<u32>) {
        self.configure(function, |mine, _| mine.reserved = reserved);
        self.counts.reserve(&name(function), reserved, self.now);
    }

    fn provision(&mut self, function: usize, wanted: Vec<Provision>) {
        let asked = wanted.clone();
        self.configure(function, |mine, now| {
            let mut before = std::mem::take(&mut mine.provided);
            mine.provided = asked
                .into_iter()
                .map(|provision| {
                    let same = |p: &Provided| key(&p.provision) == key(&provision);
                    let quota = rate(provision.amount.into());
                    let mut requests = Taken::new(quota, now);
                    if let Some(at) = before.iter().position(same) {
                        requests = before.swap_remove(at).requests;
                        requests.change(quota, now);
                    }
                    Provided { provision, requests }
                })
                .collect();
        });
        self.counts.provision(&name(function), wanted, self.now);
    }

    /// What must hold whatever the model says.
    fn check(&self) {
        let counts = &self.counts;
        assert!(counts.all() <= counts.limit && counts.all() as usize == self.running.len());
        let given: u64 = self.functions.iter().filter_map(|f| f.reserved).map(u64::from).sum();
        assert_eq!(counts.shares().reserved, given);
        for (at, function) in self.functions.iter().enumerate() {
            assert_eq!(counts.of(&name(at)), function.running.values().sum::<u32>());
        }
    }
}

/// No stretch of time saw a function grow by more than a thousand and a hundred a second.
fn grew_in_time(grew: &[Millis]) {
    let mut lowest = i64::MAX;
    for (count, at) in grew.iter().enumerate() {
        let (count, at) = (i64::try_from(count).unwrap() * 10, i64::try_from(*at).unwrap());
        lowest = lowest.min(count - at);
        assert!(count - at - lowest < 10_000, "at {at} ms");
    }
}

/// What was refused, and how often only for growing too fast.
fn live(seed: u64, limit: u32, hours: u64) -> (BTreeSet<String>, u64) {
    let mut dice = Dice(seed);
    let mut world = World::new(limit);
    let part = u64::from(limit / 4) + 1;
    while world.now < hours * 3_600_000 {
        let pause = [1, 20, 700, 20_000, 400_000][dice.index(5)];
        let now = world.now + dice.roll(pause) + 1;
        world.pass(now);
        match dice.roll(20) {
            0 => {
                let reserved = dice.chance(2).then(|| dice.amount(part));
                world.reserve(dice.index(FUNCTIONS), reserved);
            }
            1 => {
                let wanted = (1..=dice.roll(3)).map(|version| Provision {
                    version: Version::Number(version),
                    alias: dice.chance(2).then(|| ALIAS.into()),
                    amount: dice.amount(part / 2 + 1) + 1,
                });
                let wanted = wanted.collect();
                world.provision(dice.index(FUNCTIONS), wanted);
            }
            _ => {
                let (function, version) = (dice.index(FUNCTIONS), Version::Number(dice.roll(2) + 1));
                let (alias, synchronous) = (dice.chance(2), !dice.chance(3));
                let longest = [5, 300, 60_000][dice.index(3)];
                // Short ones may come so often that a second is not enough for them.
                let often = if longest == 5 && limit < 100 { 20 } else { 1 };
                for _ in 0..1 + dice.roll(u64::from(limit) * often * 2 / 3) {
                    let takes = dice.roll(longest) + 1;
                    world.ask(function, version, alias, synchronous, takes);
                    if dice.chance(8) {
                        let now = world.now + dice.roll(20);
                        world.pass(now);
                    }
                }
            }
        }
        world.check();
    }
    let (ran, refused, slowed) = (world.admitted, &world.refused, world.slowed);
    println!(
        "seed {seed}, limit {limit}: {ran} ran, refused: {refused:?}, {slowed} of them for growing too fast"
    );
    let seen = (refused.keys().cloned().collect(), slowed);
    for function in 0..FUNCTIONS {
        grew_in_time(&world.functions[function].grew);
        world.reserve(function, None);
        world.provision(function, Vec::new());
    }
    world.pass(world.now + 60_001);
    world.counts.forget(world.now + 3 * WINDOW);
    assert_eq!((world.counts.all(), world.counts.shared, world.counts.known()), (0, 0, 0));
    assert_eq!(world.counts.shares(), Shares::default());
    seen
}

#[test]
fn small_accounts() {
    let reasons: BTreeSet<_> =
        (0..20).flat_map(|seed| live(seed, 3 + u32::try_from(seed).unwrap() * 2, 4).0).collect();
    assert_eq!(reasons.len(), 4, "{reasons:?}");
}

#[test]
fn an_account_that_is_large_enough_to_grow_too_fast() {
    let slowed: u64 = (100..104).map(|seed| live(seed, 3_000, 1).1).sum();
    assert!(slowed > 0);
}
