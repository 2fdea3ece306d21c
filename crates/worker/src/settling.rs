//! Environments that have answered and will ask for their next event in a moment. That is soon after nearly every
//! invocation, so that none of them has a task or a timer of its own: the runtime's request itself brings it back, and one
//! task a pool looks for those whose runtime does not come.

use crate::environment::Environment;
use crate::pool::Pool;
use runtime_api::ShutdownReason;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// How often it is looked for those that are late.
const LOOK: Duration = Duration::from_millis(250);

/// See the module's documentation.
#[derive(Default)]
pub(crate) struct Settling {
    envs: Vec<(Arc<Environment>, Instant)>,
    /// Whether a task looks for those that are late.
    watched: bool,
}

impl Settling {
    fn remove(&mut self, number: u64, condition: impl Fn(&Environment) -> bool) -> Option<Arc<Environment>> {
        let at = self.envs.iter().position(|(env, _)| env.number == number && condition(env))?;
        Some(self.envs.swap_remove(at).0)
    }

    /// All of them.
    pub(crate) fn take_all(&mut self) -> impl Iterator<Item = Arc<Environment>> + use<> {
        std::mem::take(&mut self.envs).into_iter().map(|(env, _)| env)
    }
}

impl Pool {
    /// Has an environment come back when its runtime asks for the next event; never, if its process ends before or it is
    /// later than `deadline`.
    pub(crate) fn settle(self: &Arc<Self>, env: Arc<Environment>, deadline: Instant) {
        let mut inner = self.lock();
        if inner.closed {
            drop(inner);
            return self.lost(&env);
        }
        inner.pool.settling += 1;
        inner.settling.envs.push((Arc::clone(&env), deadline));
        let was_watched = std::mem::replace(&mut inner.settling.watched, true);
        drop(inner);
        if !was_watched {
            tokio::spawn(watch(Arc::downgrade(self)));
        }
        let (pool, number) = (Arc::downgrade(self), env.number);
        env.when_ready(move || {
            let settled = pool.upgrade().and_then(|pool| Some((pool.settled(number)?, pool)));
            if let Some((env, pool)) = settled {
                pool.give_back(env);
            }
        });
        // The one who was told of its end may have looked for it before it was here.
        if env.process_has_ended() {
            self.will_not_settle(number);
        }
    }

    /// An environment will not come back after all, if it has not by now. Nothing, if the process that ended is not the one that
    /// it has.
    pub(crate) fn will_not_settle(&self, number: u64) {
        if let Some(env) = self.take_out(number, |env| env.process_has_ended()) {
            self.lost(&env);
        }
    }

    fn settled(&self, number: u64) -> Option<Arc<Environment>> {
        self.take_out(number, |_| true)
    }

    fn take_out(&self, number: u64, condition: impl Fn(&Environment) -> bool) -> Option<Arc<Environment>> {
        let mut inner = self.lock();
        let env = inner.settling.remove(number, condition)?;
        inner.pool.settling = inner.pool.settling.saturating_sub(1);
        Some(env)
    }

    /// Gives up those that are late. Whether others are not.
    fn give_up_late(&self) -> bool {
        let now = Instant::now();
        let mut inner = self.lock();
        // Taken out at once: one that comes a moment later may be here again with another deadline.
        let late: Vec<_> = inner.settling.envs.extract_if(.., |(_, at)| *at <= now).collect();
        inner.pool.settling = inner.pool.settling.saturating_sub(late.len());
        inner.settling.watched = !inner.settling.envs.is_empty();
        let watched = inner.settling.watched;
        drop(inner);
        for (env, _) in late {
            env.end(ShutdownReason::Timeout);
            self.lost(&env);
        }
        watched
    }
}

async fn watch(pool: Weak<Pool>) {
    loop {
        sleep_until(Instant::now() + LOOK).await;
        if !pool.upgrade().is_some_and(|pool| pool.give_up_late()) {
            return;
        }
    }
}
