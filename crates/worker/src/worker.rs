//! The worker's face: prepare, run, retire, drain.

use crate::activity::Activity;
use crate::blanks::{self, Blanks, Images, images};
use crate::building::{Place, Turn, build, snapshot_limit};
use crate::bytecode::Bytecode;
use crate::capacity::{Capacity, Reservation};
use crate::code::{self, Code};
use crate::environment::{Context, SHUTDOWN_WINDOW, Undelivered};
use crate::identity::PoolKey;
use crate::initialization::Initialization;
use crate::pool::{Claim, Lease, Pool};
use crate::runtimes::RuntimeCatalog;
use crate::snapshots::{Found, Snapshots};
use crate::standbys::Standbys;
use crate::telemetry::Budget;
use crate::turns::processors;
use crate::{
    Allocations, Egress, LocalEndpoint, Packages, PrepareError, RoleCredentials, RunError, SegmentDaemon,
    WorkerConfig, WorkerStatus,
};
use bytes::Bytes;
use domain::log::LogSink;
use domain::{Clock, FunctionConfig, FunctionName, Invocation, Outcome, Scope, Version};
use runtime_api::ResponseSink;
use sandbox::{Sandbox, SandboxError, SandboxSpec};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout, timeout_at};

/// What a worker stands on.
pub struct Parts {
    /// Makes sandboxes.
    pub driver: Arc<dyn sandbox::Driver>,
    /// Unpacked packages.
    pub packages: Arc<dyn Packages>,
    /// Credentials of execution roles.
    pub credentials: Arc<dyn RoleCredentials>,
    /// Our AWS API inside sandboxes.
    pub endpoint: Arc<dyn LocalEndpoint>,
    /// Where functions may connect to.
    pub egress: Arc<dyn Egress>,
    /// Where log events go.
    pub logs: Arc<dyn LogSink>,
    /// Where it is kept what provisioned environments are to be paid for.
    pub allocations: Arc<dyn Allocations>,
    /// Where segments go that functions send.
    pub segments: Arc<dyn SegmentDaemon>,
    /// The wall clock.
    pub clock: Arc<dyn Clock>,
}

/// Maps of pools: a function's invocations take a read lock of one of them, for one look-up.
const SHARDS: usize = 64;
/// How long an environment that has just answered is waited for before another is built.
const SETTLE_PATIENCE: Duration = Duration::from_millis(25);
/// Environments that are tried until one takes the event.
const ATTEMPTS: usize = 4;
/// How long room is waited for after idle environments were sent away: those with extensions have their shutdown phase.
const ROOM_PATIENCE: Duration = Duration::from_secs(2).saturating_add(SHUTDOWN_WINDOW);
/// An environment that was used within this time stays where descriptors are short: however many environments another
/// function asks for, it has what it works with.
const IN_USE: Duration = Duration::from_secs(5);
/// How often idle environments are looked at, at most.
const REAP_EVERY: Duration = Duration::from_secs(1);
/// Provisioned environments built at the same time, so that those that somebody waits for are not slowed down.
const PROVIDED_AT_ONCE: usize = 4;
/// Environments built at the same time for each processor: one computes while another waits for the kernel. More would
/// make each take longer and none come sooner, and leave the less to those that have invocations.
const BUILDS_EACH: usize = 2;
/// How many times as long as an unused environment the sandboxes of its kind are kept ready.
const BLANK_LIVES: u32 = 3;
/// How long destroyed sandboxes are waited for at the end, and how much longer for each.
const LAST_PATIENCE: Duration = Duration::from_secs(5);
const PATIENCE_EACH: Duration = Duration::from_millis(10);

type Shard = RwLock<HashMap<PoolKey, Arc<Pool>>>;

/// This host. Shared by its `Arc`.
pub struct Worker {
    pub(crate) context: Context,
    pub(crate) capacity: Arc<Capacity>,
    /// Turns in building environments.
    turns: Semaphore,
    pub(crate) snapshots: Arc<Snapshots>,
    /// What is made of them ahead.
    pub(crate) standbys: Standbys,
    /// Turns in building provisioned environments.
    pub(crate) providing: Semaphore,
    shards: Vec<Shard>,
    hasher: RandomState,
    pub(crate) activity: Activity,
    pub(crate) cold_starts: AtomicU64,
}

impl Worker {
    /// A worker without environments. Needs a tokio runtime for its background tasks, which end with it.
    pub fn new(config: WorkerConfig, parts: Parts) -> Arc<Self> {
        let catalog = Arc::new(RuntimeCatalog::new(&config.data_dir));
        Self::with_catalog(config, parts, catalog)
    }

    /// A worker with a catalog that others use too.
    pub fn with_catalog(config: WorkerConfig, parts: Parts, catalog: Arc<RuntimeCatalog>) -> Arc<Self> {
        let capacity = Capacity::new(config.memory_limit_mb);
        let snapshots = Snapshots::new(config.memory_limit_mb, config.max_age);
        let standbys =
            Standbys::new(config.snapshots && config.blanks > 0, config.memory_limit_mb, config.idle_timeout);
        let empty = config.data_dir.join("empty");
        let every = REAP_EVERY.min(config.idle_timeout / 2).max(Duration::from_millis(10));
        let (driver, packages) = (Arc::clone(&parts.driver), Arc::clone(&parts.packages));
        let bytecode = Bytecode::new(driver, packages, &config, empty.clone());
        // Longer than environments: whoever comes back after they are gone is to find some.
        let life = config.idle_timeout.saturating_mul(BLANK_LIVES);
        let blanks = Blanks::new(config.blanks, config.blanks_for_crowds, config.memory_limit_mb, life);
        let images = Images::new(config.snapshots && config.prestart, config.memory_limit_mb, life);
        let worker = Arc::new(Self {
            context: Context {
                bytecode,
                config,
                parts,
                catalog,
                empty,
                built: AtomicU64::new(0),
                blanks: Arc::clone(&blanks),
                images: Arc::clone(&images),
                telemetry_budget: Budget::default(),
            },
            capacity,
            turns: Semaphore::new(BUILDS_EACH * processors()),
            snapshots,
            standbys,
            providing: Semaphore::new(PROVIDED_AT_ONCE),
            shards: (0..SHARDS).map(|_| Shard::default()).collect(),
            hasher: RandomState::new(),
            activity: Activity::new(),
            cold_starts: AtomicU64::new(0),
        });
        tokio::spawn(reap(Arc::downgrade(&worker), every));
        tokio::spawn(images::make(Arc::downgrade(&worker), images, Arc::clone(&blanks)));
        tokio::spawn(blanks::fill(Arc::downgrade(&worker), blanks));
        worker
    }

    /// The interpreters of this host.
    pub fn runtimes(&self) -> &Arc<RuntimeCatalog> {
        &self.context.catalog
    }

    /// Checks that a version can run here: its runtime exists, its package and layers unpack. May take as long as
    /// unpacking them. That a `bootstrap` is missing or broken shows when it is invoked, as on AWS.
    pub async fn prepare(self: &Arc<Self>, function: &FunctionConfig) -> Result<(), PrepareError> {
        let runtime = self.context.runtime(function).await?;
        let code = Code::of(&*self.context.parts.packages, function).await;
        let mut code = code.map_err(code::prepare_error)?;
        self.context.bytecode.join(&mut code, &runtime);
        self.context.expect(function, &runtime, &code);
        if self.keeps_snapshots(function) { self.prepare_snapshot(function).await } else { Ok(()) }
    }

    /// Whether environments of a version are made from a snapshot. The other runtimes that AWS has it for do not run here.
    pub(crate) fn keeps_snapshots(&self, function: &FunctionConfig) -> bool {
        let family = function.runtime.as_deref().and_then(domain::runtime::Runtime::parse).map(|r| r.family);
        self.context.config.snapshots
            && function.snap_start == "PublishedVersions"
            && function.version != Version::Latest
            && family == Some(domain::runtime::Family::Python)
    }

    /// Initialises an environment of a version for its snapshot. What the function does wrong is an error, all else is not:
    /// the first invocation tries again.
    async fn prepare_snapshot(self: &Arc<Self>, function: &FunctionConfig) -> Result<(), PrepareError> {
        let function = Arc::new(function.clone());
        let Found::Make(making) = self.snapshots.find(&function) else { return Ok(()) };
        let made = async {
            let reservation = self.room(function.memory_mb, || false).await?.ok_or(RunError::Draining)?;
            let pool = self.pool(&function);
            let kind = Initialization::SnapStart;
            let env = self.context.create(&pool, &function, reservation, kind, self, false).await?;
            env.gives_snapshot(making);
            Ok::<_, RunError>(env.prepare_snapshot(snapshot_limit(&function)).await)
        };
        match made.await {
            Ok(prepared) => prepared,
            Err(RunError::Prepare(error)) => Err(error),
            Err(error) => {
                tracing::warn!(function = %function.arn(), %error, "no snapshot can be made");
                Ok(())
            }
        }
    }

    /// Runs one invocation to its end, in a warm environment where one is idle, else in a new one.
    ///
    /// Dropping the future abandons the invocation: the environment is destroyed.
    pub async fn run(
        self: &Arc<Self>,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
    ) -> Result<Outcome<Bytes>, RunError> {
        self.run_holding(function, invocation, None, ()).await
    }

    /// The same, with a response that streams going to `sink` as it comes: the outcome's payload is empty then. A
    /// response that does not stream is in the outcome, and nothing is in the sink.
    pub async fn run_streaming(
        self: &Arc<Self>,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: ResponseSink,
    ) -> Result<Outcome<Bytes>, RunError> {
        self.run_holding(function, invocation, Some(sink), ()).await
    }

    /// The one or the other, and `held` is kept for as long as the invocation has an environment: until the outcome is
    /// there, or longer, where extensions go on after it.
    pub async fn run_holding<T: Send + 'static>(
        self: &Arc<Self>,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: Option<ResponseSink>,
        held: T,
    ) -> Result<Outcome<Bytes>, RunError> {
        let _running = self.activity.enter().ok_or(RunError::Draining)?;
        let begun = AtomicBool::new(false);
        tokio::select! {
            biased;
            outcome = self.run_in_some(function, invocation, sink, held, &begun) => outcome,
            () = self.activity.abandoned() => Err(if begun.load(Ordering::Relaxed) {
                RunError::Interrupted
            } else {
                RunError::Draining
            }),
        }
    }

    /// `begun` says whether the function may have seen the event.
    async fn run_in_some<T: Send + 'static>(
        self: &Arc<Self>,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: Option<ResponseSink>,
        held: T,
        begun: &AtomicBool,
    ) -> Result<Outcome<Bytes>, RunError> {
        for _ in 0..ATTEMPTS {
            let mut lease = self.lease(&function, &invocation.invoked_arn).await?;
            let Some(env) = lease.open() else { continue };
            begun.store(true, Ordering::Relaxed);
            // Payloads are reference counted: the clone costs nothing.
            match env.invoke(&function, invocation.clone(), sink.clone()).await {
                Ok((outcome, after)) => {
                    lease.finish(after, held);
                    return Ok(outcome);
                }
                Err(Undelivered) => lease.finish(crate::pool::After::Discard, ()),
            }
            begun.store(false, Ordering::Relaxed);
        }
        Err(RunError::Sandbox("no environment took the event".to_owned()))
    }

    /// An environment for one invocation. While a new one is built, a warm one that comes back first is taken.
    async fn lease(
        self: &Arc<Self>,
        function: &Arc<FunctionConfig>,
        invoked_arn: &str,
    ) -> Result<Lease, RunError> {
        loop {
            let pool = self.pool(function);
            let (mut answer, settling) = match pool.claim(function, invoked_arn) {
                Claim::Lease(lease) => return Ok(lease),
                Claim::Wait { answer, settling } => (answer, settling),
                Claim::Closed if self.activity.is_draining() => return Err(RunError::Draining),
                Claim::Closed => {
                    self.forget(&pool);
                    continue;
                }
            };
            if settling && let Ok(got) = timeout(SETTLE_PATIENCE, &mut answer).await {
                return got.unwrap_or(Err(RunError::Draining));
            }
            if pool.expect(function) {
                tokio::spawn(build(Arc::clone(self), pool, Arc::clone(function)));
            }
            return answer.await.unwrap_or(Err(RunError::Draining));
        }
    }

    /// Waits for what it takes to build an environment of a function, and for its turn: in the order in which they are
    /// asked for. What may take long (a package that is unpacked, others that have to go) is done before. `None` where the
    /// environment is surplus by then, which is not asked again.
    pub(crate) async fn place(
        &self,
        function: &FunctionConfig,
        is_surplus: impl Fn() -> bool,
    ) -> Result<Option<Place<'_>>, RunError> {
        self.context.fetch(function).await?;
        let Some(reservation) = self.room(function.memory_mb, &is_surplus).await? else { return Ok(None) };
        // The semaphore is not closed.
        let permit = self.turns.acquire().await.ok();
        // Given back as any other where nobody needs it: blank sandboxes hear of the turn.
        let place = Place { reservation, turn: Turn { permit, blanks: &self.context.blanks } };
        Ok((!is_surplus()).then_some(place))
    }

    /// Memory for one environment. No other has to go for one that is surplus by now: among those that are idle are the ones
    /// that came back to whoever waited, and at the limit they would be destroyed and built for each other without an end.
    async fn room(
        &self,
        memory_mb: u32,
        is_surplus: impl Fn() -> bool,
    ) -> Result<Option<Reservation>, RunError> {
        let deadline = Instant::now() + ROOM_PATIENCE;
        loop {
            let reserved = self.capacity.reserve(memory_mb);
            if reserved.is_ok() {
                return reserved.map(Some);
            }
            if is_surplus() {
                return Ok(None);
            }
            if !self.makes_room(Duration::ZERO, deadline).await {
                // One may have gone between the two looks.
                return match self.capacity.reserve(memory_mb) {
                    Err(_) if is_surplus() => Ok(None),
                    reserved => reserved.map(Some),
                };
            }
        }
    }

    /// A blank sandbox, which takes some of the server's file descriptors.
    pub(crate) async fn sandbox(&self, spec: SandboxSpec) -> Result<Box<dyn Sandbox>, SandboxError> {
        let deadline = Instant::now() + ROOM_PATIENCE;
        let driver = &self.context.parts.driver;
        loop {
            match driver.blank(spec.clone()).await {
                Err(SandboxError::Descriptors) if self.sheds_blanks(deadline).await => {}
                Err(SandboxError::Descriptors) if self.makes_room(IN_USE, deadline).await => {}
                Err(SandboxError::Descriptors) => return driver.blank(spec).await,
                created => return created,
            }
        }
    }

    /// Gives up the sandboxes that nobody waits for. False where there is none, or not in time.
    async fn sheds_blanks(&self, deadline: Instant) -> bool {
        timeout_at(deadline, self.context.blanks.shed()).await.unwrap_or(false)
    }

    /// Sends the least recently used idle environment away, if it is idle that long, and waits until there is one less.
    /// False where there is none, nor one on its way out, or not in time.
    async fn makes_room(&self, idle: Duration, deadline: Instant) -> bool {
        let gone = self.capacity.one_less();
        (self.standbys.shed() || self.evict_one(idle) || self.capacity.is_one_leaving())
            && timeout_at(deadline, gone).await.is_ok()
    }

    fn evict_one(&self, idle: Duration) -> bool {
        let pools = self.pools();
        let oldest = || {
            let idle_ones =
                pools.iter().filter_map(|pool| pool.oldest_idle().map(|(since, n)| (since, n, pool)));
            let long = idle_ones.filter(|(since, _, _)| since.elapsed() >= idle);
            long.min_by_key(|(since, n, _)| (*since, *n))
        };
        // One that was taken meanwhile is idle no more, but others are.
        while let Some((_, number, pool)) = oldest() {
            if pool.evict(number).is_some() {
                return true;
            }
        }
        false
    }

    /// Destroys the environments of a function, of one version or (`None`) of all; those with an invocation, when it
    /// ends. After an update or a deletion. Returns at once.
    pub fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>) {
        self.snapshots.retire(scope, name, version);
        self.standbys.retire(scope, name, version);
        for pool in self.pools() {
            let key = &pool.key;
            if key.scope == *scope
                && key.name == *name
                && version.is_none_or(|version| version == key.version)
            {
                pool.retire();
            }
        }
    }

    /// Takes no more invocations, waits for the running ones up to `deadline`, then destroys every environment.
    /// True where every invocation ended by itself.
    pub async fn drain(&self, deadline: Duration) -> bool {
        let graceful = self.activity.drain(deadline).await;
        for pool in self.pools() {
            pool.close();
        }
        self.standbys.close();
        self.context.blanks.close();
        self.context.images.close();
        let gone = async { tokio::join!(self.capacity.empty(), self.context.blanks.settled()) };
        let patience = LAST_PATIENCE + PATIENCE_EACH * self.capacity.environments();
        if timeout(patience, gone).await.is_err() {
            tracing::warn!("some environments could not be destroyed in time");
        }
        graceful
    }

    /// How many sandboxes may be built now that nobody waits for.
    pub(crate) fn builds_ahead(&self) -> usize {
        let (processors, turns) = (processors(), self.turns.available_permits());
        blanks::at_once(processors, (BUILDS_EACH * processors).saturating_sub(turns))
    }

    /// A snapshot.
    pub fn status(&self) -> WorkerStatus {
        let mut pools: Vec<_> = self.pools().iter().map(|pool| pool.status()).collect();
        pools.retain(|pool| pool.idle + pool.busy > 0);
        pools.sort_by(|a, b| (&a.scope, &a.name, a.version).cmp(&(&b.scope, &b.name, b.version)));
        WorkerStatus {
            pools,
            memory_mb: self.capacity.memory_mb(),
            memory_limit_mb: self.context.config.memory_limit_mb,
            running: self.activity.running(),
            cold_starts: self.cold_starts.load(Ordering::Relaxed),
            draining: self.activity.is_draining(),
        }
    }

    fn shard(&self, key: &PoolKey) -> &Shard {
        let hash = self.hasher.hash_one(key);
        // Reduced to less than the number of shards first.
        let at = usize::try_from(hash % self.shards.len() as u64).unwrap_or(0);
        &self.shards[at]
    }

    /// The pool of this key, if there is one.
    pub(crate) fn known(&self, key: &PoolKey) -> Option<Arc<Pool>> {
        self.shard(key).read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    pub(crate) fn pool(&self, function: &FunctionConfig) -> Arc<Pool> {
        let key = PoolKey::of(function);
        if let Some(pool) = self.known(&key) {
            return pool;
        }
        let mut pools = self.shard(&key).write().unwrap_or_else(PoisonError::into_inner);
        let WorkerConfig { max_age, freeze_after, .. } = self.context.config;
        let pool = pools.entry(key.clone()).or_insert_with(|| Pool::new(key, max_age, freeze_after));
        Arc::clone(pool)
    }

    /// Takes a closed pool out of the map.
    pub(crate) fn forget(&self, pool: &Arc<Pool>) {
        let mut pools = self.shard(&pool.key).write().unwrap_or_else(PoisonError::into_inner);
        if pools.get(&pool.key).is_some_and(|known| Arc::ptr_eq(known, pool)) {
            pools.remove(&pool.key);
        }
    }

    pub(crate) fn pools(&self) -> Vec<Arc<Pool>> {
        let all = self.shards.iter().flat_map(|shard| {
            shard.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect::<Vec<_>>()
        });
        all.collect()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.standbys.close();
        self.context.blanks.close();
        self.context.images.close();
    }
}

async fn reap(worker: Weak<Worker>, every: Duration) {
    loop {
        tokio::time::sleep(every).await;
        let Some(worker) = worker.upgrade() else { return };
        worker.standbys.reap();
        worker.context.blanks.reap();
        worker.context.images.reap();
        for pool in worker.pools() {
            if pool.reap(worker.context.config.idle_timeout) {
                worker.forget(&pool);
            }
        }
    }
}
