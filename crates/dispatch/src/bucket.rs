//! Token buckets on given time. Pure, and exact: tokens are counted in thousandths, and a rate of so many tokens a second
//! is so many thousandths a millisecond.

/// Milliseconds since some moment.
pub(crate) type Millis = u64;

const TOKEN: u64 = 1_000;

/// How fast something may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quota {
    /// At once.
    pub(crate) burst: u64,
    /// And going on.
    pub(crate) per_s: u64,
}

/// What is left of a quota.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bucket {
    level: u64,
    at: Millis,
}

impl Bucket {
    /// All of a quota.
    pub(crate) fn full(quota: Quota, now: Millis) -> Self {
        Self { level: quota.burst.saturating_mul(TOKEN), at: now }
    }

    /// Gives back what the time since the last call brought, by this quota. Before a quota changes, this is to be called
    /// with the old one.
    pub(crate) fn refill(&mut self, quota: Quota, now: Millis) {
        let brought = quota.per_s.saturating_mul(now.saturating_sub(self.at));
        self.level = self.level.saturating_add(brought).min(quota.burst.saturating_mul(TOKEN));
        self.at = now;
    }

    /// Whether there is one, as of the last call of [`Self::refill`].
    pub(crate) fn has_one(&self) -> bool {
        self.level >= TOKEN
    }

    /// Takes one that is there.
    pub(crate) fn take(&mut self) {
        self.level = self.level.saturating_sub(TOKEN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_and_then_a_rate() {
        let quota = Quota { burst: 3, per_s: 2 };
        let mut bucket = Bucket::full(quota, 100);
        let taken = |bucket: &mut Bucket, now| {
            bucket.refill(quota, now);
            let mut taken = 0;
            while bucket.has_one() {
                bucket.take();
                taken += 1;
            }
            taken
        };
        let seen = [100, 599, 600, 1_099, 1_100, 60_000, 60_001].map(|now| taken(&mut bucket, now));
        assert_eq!(seen, [3, 0, 1, 0, 1, 3, 0], "what was not used is not saved up");
        assert_eq!(taken(&mut bucket, 5), 0, "time that goes back brings nothing");
        bucket.refill(Quota { burst: 1, per_s: 1 }, 70_000);
        assert_eq!(taken(&mut bucket, 70_000), 1);
    }
}
