//! How fast one function may grow: environments on demand that it has need nothing, each further one a token. Pure.
//!
//! Which environments really are there is the workers' affair. Here a function has as many as it needed at most in this
//! window of time and the one before: about as long as an unused environment is kept.

use crate::bucket::{Bucket, Millis, Quota};
use domain::limits::{SCALING_BURST, SCALING_PER_S};

/// A window.
pub(crate) const WINDOW: Millis = 300_000;

const QUOTA: Quota = Quota { burst: SCALING_BURST as u64, per_s: SCALING_PER_S as u64 };

/// See the module's documentation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scaling {
    growth: Bucket,
    window: u64,
    /// The most that it needed in this window, and in the one before.
    most: u32,
    before: u32,
}

impl Scaling {
    /// Without any environment.
    pub(crate) fn new(now: Millis) -> Self {
        Self { growth: Bucket::full(QUOTA, now), window: now / WINDOW, most: 0, before: 0 }
    }

    /// Moves on to now, when `running` need one, as they did since the last call.
    pub(crate) fn pass(&mut self, running: u32, now: Millis) {
        let window = now / WINDOW;
        match window.saturating_sub(self.window) {
            0 => return,
            1 => self.before = self.most,
            _ => self.before = running,
        }
        (self.most, self.window) = (running, window);
    }

    /// Environments that it has.
    pub(crate) fn environments(&self) -> u32 {
        self.most.max(self.before)
    }

    /// Whether one more than `running` may run now.
    pub(crate) fn may_grow(&mut self, running: u32, now: Millis) -> bool {
        if running < self.environments() {
            return true;
        }
        self.growth.refill(QUOTA, now);
        self.growth.has_one()
    }

    /// One more runs, which makes `running`; [`Self::may_grow`] allowed it.
    pub(crate) fn grow(&mut self, running: u32) {
        if running > self.environments() {
            self.growth.take();
        }
        self.require(running);
    }

    /// So many run by now, and have what they need.
    pub(crate) fn require(&mut self, running: u32) {
        self.most = self.most.max(running);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invocations that begin at once and how many of them may.
    fn burst(scaling: &mut Scaling, running: u32, wanted: u32, now: Millis) -> u32 {
        scaling.pass(running, now);
        let mut begun = 0;
        while begun < wanted && scaling.may_grow(running + begun, now) {
            begun += 1;
            scaling.grow(running + begun);
        }
        begun
    }

    #[test]
    fn a_thousand_at_once_and_a_thousand_each_ten_seconds() {
        let mut scaling = Scaling::new(0);
        assert_eq!(burst(&mut scaling, 0, 5_000, 0), 1_000);
        assert_eq!(burst(&mut scaling, 1_000, 5_000, 9), 0);
        assert_eq!(burst(&mut scaling, 1_000, 5_000, 10), 1);
        assert_eq!(burst(&mut scaling, 1_001, 5_000, 10_000), 999);
        assert_eq!(burst(&mut scaling, 2_000, 5_000, 200_000), 1_000, "what was not used is not saved up");
    }

    #[test]
    fn environments_stay_for_a_while() {
        let mut scaling = Scaling::new(0);
        assert_eq!(burst(&mut scaling, 0, 1_000, 0), 1_000);
        assert_eq!(burst(&mut scaling, 0, 5_000, 1_000), 1_100, "those that are there, and 100 more");
        assert_eq!(burst(&mut scaling, 0, 5_000, WINDOW + 1), 2_100);
        scaling.pass(3, 2 * WINDOW);
        scaling.pass(3, 3 * WINDOW);
        assert_eq!(scaling.environments(), 3);
        scaling.pass(0, 5 * WINDOW);
        assert_eq!(scaling.environments(), 0);
    }
}
