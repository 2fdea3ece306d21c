//! One version's pool, shared by those who run it: the decisions of [`PoolState`] under a lock of its own, and leases.

use crate::environment::{Closing, Environment};
use crate::error::RunError;
use crate::identity::PoolKey;
use crate::pool_state::{Keeping, Member, PoolState, Return};
use crate::provisioning::Supply;
use crate::settling::Settling;
use crate::status::PoolStatus;
use domain::FunctionConfig;
use runtime_api::ShutdownReason;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, oneshot, watch};
use tokio::time::Instant;

type Waiter = oneshot::Sender<Result<Lease, RunError>>;

/// See the module's documentation.
pub(crate) struct Pool {
    pub(crate) key: PoolKey,
    pub(crate) max_age: Duration,
    freeze_after: Duration,
    state: Mutex<Inner>,
    /// A provisioned environment is gone, or more are wanted.
    pub(crate) supply_changed: Notify,
    /// Becomes true when nothing that is under way is wanted any more.
    shut: watch::Sender<bool>,
}

pub(crate) struct Inner {
    pub(crate) pool: PoolState<Arc<Environment>, Waiter>,
    /// Taken out of the worker's map, or of a worker that is shutting down: nothing is kept any more.
    pub(crate) closed: bool,
    /// How the provisioned environments come about, where there are to be some.
    pub(crate) supply: Supply,
    /// Those that have answered and not come back yet.
    pub(crate) settling: Settling,
}

/// What asking for an environment gives.
pub(crate) enum Claim {
    /// A warm one.
    Lease(Lease),
    /// A place in the queue; `settling` environments have answered and will be back in a moment.
    Wait { answer: oneshot::Receiver<Result<Lease, RunError>>, settling: bool },
    /// The pool is closed: ask the worker for another.
    Closed,
}

impl Pool {
    /// A pool without environments.
    pub(crate) fn new(key: PoolKey, max_age: Duration, freeze_after: Duration) -> Arc<Self> {
        let inner = Inner {
            pool: PoolState::new(),
            closed: false,
            supply: Supply::default(),
            settling: Settling::default(),
        };
        Arc::new(Self {
            key,
            max_age,
            freeze_after,
            state: Mutex::new(inner),
            supply_changed: Notify::new(),
            shut: watch::Sender::new(false),
        })
    }

    /// Asks for an environment, for an invocation by this ARN.
    pub(crate) fn claim(self: &Arc<Self>, function: &Arc<FunctionConfig>, invoked_arn: &str) -> Claim {
        let mut inner = self.lock();
        if inner.closed {
            return Claim::Closed;
        }
        let provisioned = inner.pool.provided.reaches(invoked_arn);
        let (taken, stale) = inner.pool.take(function, provisioned);
        let claim = match taken {
            Some(env) => Claim::Lease(Lease::new(self, env)),
            None => {
                let (sender, answer) = oneshot::channel();
                inner.pool.wait(function, provisioned, sender);
                Claim::Wait { answer, settling: inner.pool.settling > 0 }
            }
        };
        drop(inner);
        drop(stale);
        claim
    }

    /// Whether a new environment must be made for those who wait; if so, it is expected from now on.
    pub(crate) fn expect(&self, function: &Arc<FunctionConfig>) -> bool {
        self.lock().pool.expect(function, |waiter| !waiter.is_closed())
    }

    /// Whether an environment that was expected is not needed any more; if so, it is not expected from now on.
    pub(crate) fn is_surplus(&self, function: &Arc<FunctionConfig>) -> bool {
        self.lock().pool.is_surplus(function, |waiter| !waiter.is_closed())
    }

    /// The environment that was expected, or why there is none.
    pub(crate) fn built(
        self: &Arc<Self>,
        function: &Arc<FunctionConfig>,
        built: Result<Arc<Environment>, RunError>,
    ) {
        self.lock().pool.made(function);
        match built {
            Ok(env) => self.pass_on(env, true),
            Err(error) => {
                let mut inner = self.lock();
                inner.pool.lost(false);
                let waiter = inner.pool.pop_waiter(function, false, |waiter| !waiter.is_closed());
                drop(inner);
                if let Some(waiter) = waiter {
                    let _ = waiter.send(Err(error));
                }
            }
        }
    }

    /// An environment can be used again.
    pub(crate) fn give_back(self: &Arc<Self>, env: Arc<Environment>) {
        self.pass_on(env, false);
    }

    pub(crate) fn pass_on(self: &Arc<Self>, mut env: Arc<Environment>, new: bool) {
        loop {
            let mut inner = self.lock();
            let keeping = Keeping { now: Instant::now(), max_age: self.max_age, closed: inner.closed };
            let waits = |waiter: &Waiter| !waiter.is_closed();
            let shared = Arc::clone(&env);
            let returned = inner.pool.give_back(env, new, &keeping, waits);
            drop(inner);
            match returned {
                // What is too many is dropped outside the lock; the last reference destroys the sandbox.
                Return::Idle { uses, surplus } => {
                    drop(surplus);
                    return shared.freeze_later(uses, self.freeze_after);
                }
                Return::Discard(gone) => return self.gone(&gone),
                Return::Waiter(waiter, env_for_waiter) => {
                    drop(shared);
                    match waiter.send(Ok(Lease::new(self, env_for_waiter))) {
                        Ok(()) => return,
                        // Gone between the look and the sending. The lease is not to give back by itself: again.
                        Err(Ok(lease)) => match lease.into_env() {
                            Some(back) => env = back,
                            None => return,
                        },
                        Err(Err(_)) => return,
                    }
                }
            }
        }
    }

    /// A process of an environment ended. Unless it has another by now (or none, after a reset), it must not be found
    /// idle.
    pub(crate) fn process_ended(&self, number: u64) {
        let removed = self.lock().pool.remove_dead(number);
        if let Some(env) = removed {
            self.gone(&env);
        }
        self.will_not_settle(number);
    }

    /// Destroys the idle environments, and those away when they come back.
    pub(crate) fn retire(&self) {
        let retired = self.lock().pool.retire(Instant::now());
        drop(retired);
        self.supply_changed.notify_one();
    }

    /// Destroys what is unused too long or too old. True where the pool was empty and is closed now.
    pub(crate) fn reap(&self, idle_timeout: Duration) -> bool {
        let mut inner = self.lock();
        let reaped = inner.pool.reap(Instant::now(), idle_timeout, self.max_age);
        inner.closed |= inner.pool.is_empty();
        let closed = inner.closed;
        let provides = inner.pool.provided.target() > 0;
        drop(inner);
        drop(reaped);
        if provides {
            // One may have become old.
            self.supply_changed.notify_one();
        }
        closed
    }

    /// Keeps nothing from now on.
    pub(crate) fn close(&self) {
        let mut inner = self.lock();
        inner.closed = true;
        let retired = inner.pool.retire(Instant::now());
        let settling: Vec<_> = inner.settling.take_all().collect();
        inner.pool.settling = inner.pool.settling.saturating_sub(settling.len());
        drop(inner);
        drop(retired);
        settling.iter().for_each(|env| self.lost(env));
        self.shut.send_replace(true);
    }

    /// Waits until [`Self::close`].
    pub(crate) async fn shut(&self) {
        let _ = self.shut.subscribe().wait_for(|shut| *shut).await;
    }

    /// Since when the least recently used environment is idle, and its number.
    pub(crate) fn oldest_idle(&self) -> Option<(Instant, u64)> {
        self.lock().pool.oldest_idle()
    }

    /// Takes out an idle environment.
    pub(crate) fn evict(&self, number: u64) -> Option<Arc<Environment>> {
        self.lock().pool.remove(number)
    }

    /// A snapshot.
    pub(crate) fn status(&self) -> PoolStatus {
        let inner = self.lock();
        let PoolKey { scope, name, version } = self.key.clone();
        PoolStatus { scope, name, version, idle: inner.pool.idle_count(), busy: inner.pool.away }
    }

    fn settling(&self, change: isize) {
        let mut inner = self.lock();
        inner.pool.settling = inner.pool.settling.saturating_add_signed(change);
    }

    /// An environment will not come back from its use.
    pub(crate) fn lost(&self, env: &Environment) {
        self.lock().pool.lost(env.initialization.is_provisioned());
        self.gone(env);
    }

    /// An environment is gone: if it was a provisioned one, another is to take its place.
    fn gone(&self, env: &Environment) {
        if env.initialization.is_provisioned() {
            if env.process_has_ended() && !env.was_used() {
                self.lock().supply.died(env.born.elapsed());
            }
            self.supply_changed.notify_one();
        }
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to use an environment. Dropped unused, the environment goes back; dropped in use, it is destroyed, for
/// nobody knows what its process is doing.
pub(crate) struct Lease {
    pool: Arc<Pool>,
    env: Option<Arc<Environment>>,
    used: bool,
}

/// What is to be done with an environment after an invocation.
#[derive(Debug)]
pub(crate) enum After {
    /// Its runtime answered; it comes back when the runtime asks for the next event, or never if not by then.
    Settle(Instant),
    /// Its runtime answered, and its extensions go on.
    Close(Box<Closing>),
    /// Its processes are dead or must die; `/tmp` stays.
    Reset(ShutdownReason),
    /// It is of no use any more.
    Discard,
}

impl Lease {
    fn new(pool: &Arc<Pool>, env: Arc<Environment>) -> Self {
        Self { pool: Arc::clone(pool), env: Some(env), used: false }
    }

    /// The environment, which is in use from now on.
    pub(crate) fn open(&mut self) -> Option<&Arc<Environment>> {
        self.used = true;
        self.env.as_ref()
    }

    /// Ends the use. What takes time happens in the background. `held` is dropped when nothing of the invocation runs any
    /// more: the runtime that settles and one that starts again are the environment's own affair, extensions are not.
    pub(crate) fn finish<T: Send + 'static>(mut self, after: After, held: T) {
        let Some(env) = self.env.take() else { return };
        let pool = Arc::clone(&self.pool);
        match after {
            After::Discard => pool.lost(&env),
            // Nobody is to wait for its runtime to start again; from a snapshot there is a new one sooner.
            After::Reset(reason) if env.initialization.is_replaced() => {
                env.end(reason);
                pool.lost(&env);
            }
            After::Settle(_) if env.is_ready() => pool.give_back(env),
            After::Settle(deadline) => pool.settle(env, deadline),
            After::Close(closing) => {
                pool.settling(1);
                tokio::spawn(async move {
                    let fit = env.close(*closing, pool.shut()).await;
                    pool.settling(-1);
                    if fit {
                        pool.give_back(env)
                    } else {
                        pool.lost(&env)
                    }
                    // After the environment: whoever runs instead finds it.
                    drop(held);
                });
            }
            After::Reset(reason) => {
                pool.settling(1);
                tokio::spawn(async move {
                    let reset = env.reset(reason).await;
                    pool.settling(-1);
                    if reset { pool.give_back(env) } else { pool.lost(&env) }
                });
            }
        }
    }

    fn into_env(mut self) -> Option<Arc<Environment>> {
        self.env.take()
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(env) = self.env.take() else { return };
        if self.used {
            self.pool.lost(&env);
        } else {
            self.pool.give_back(env);
        }
    }
}

impl Member for Arc<Environment> {
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
        self.process_has_ended()
    }

    fn is_provisioned(&self) -> bool {
        self.initialization.is_provisioned()
    }

    fn uses(&self) -> u64 {
        Environment::uses(self)
    }
}
