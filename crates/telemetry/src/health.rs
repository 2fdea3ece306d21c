//! Whether a server can do its work: checks, each of which tries what it is about.
//!
//! All are made at once and have a few seconds; one that still hangs from the last time is not made a second time. What
//! they found is good for a moment, whoever asks: many askers cost as much as one.

use async_trait::async_trait;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

/// What a check may take.
const PATIENCE: Duration = Duration::from_secs(3);
/// For how long an answer is good.
const GOOD_FOR: Duration = Duration::from_secs(1);

/// Tries something that the server needs.
#[async_trait]
pub trait Check: Send + Sync {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// Why it cannot be used, for the operator; where it can, nothing.
    async fn check(&self) -> Result<(), String>;
}

/// What all checks found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// By name; `Err` says why it failed.
    pub checks: Vec<(&'static str, Result<(), String>)>,
}

impl Report {
    /// Whether none failed.
    pub fn is_ready(&self) -> bool {
        self.checks.iter().all(|(_, found)| found.is_ok())
    }

    /// As a document: the whole, and each check with what it found.
    pub fn document(&self) -> Value {
        let check = |(name, found): &(&'static str, Result<(), String>)| {
            let found = match found {
                Ok(()) => json!({ "status": "ok" }),
                Err(why) => json!({ "status": "failed", "reason": why }),
            };
            ((*name).to_owned(), found)
        };
        let status = if self.is_ready() { "ready" } else { "not ready" };
        json!({ "status": status, "checks": self.checks.iter().map(check).collect::<Map<_, _>>() })
    }
}

/// See the module's documentation.
pub struct Health {
    checks: Vec<Arc<dyn Check>>,
    last: Mutex<Last>,
}

type Running = JoinHandle<Result<(), String>>;

#[derive(Default)]
struct Last {
    /// Checks that did not end in time, by their place.
    hanging: Vec<Option<Running>>,
    found: Option<(Instant, Report)>,
}

impl Health {
    /// Of these checks.
    pub fn new(checks: Vec<Arc<dyn Check>>) -> Self {
        Self { checks, last: Mutex::default() }
    }

    /// Makes the checks, unless they were made just now.
    pub async fn report(&self) -> Report {
        let mut last = self.last.lock().await;
        if let Some((at, found)) = &last.found
            && at.elapsed() < GOOD_FOR
        {
            return found.clone();
        }
        last.hanging.resize_with(self.checks.len(), || None);
        let begun = Instant::now();
        for (check, hanging) in self.checks.iter().zip(&mut last.hanging) {
            let check = Arc::clone(check);
            hanging.get_or_insert_with(|| tokio::spawn(async move { check.check().await }));
        }
        let mut checks = Vec::new();
        for (check, running) in self.checks.iter().zip(&mut last.hanging) {
            let Some(task) = running else { continue };
            // One that hung until now and has just ended tells of the past; it is made anew the next time.
            let found = match timeout(PATIENCE.saturating_sub(begun.elapsed()), task).await {
                Ok(ended) => {
                    *running = None;
                    ended.unwrap_or_else(|error| Err(format!("the check failed: {error}")))
                }
                Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
            };
            checks.push((check.name(), found));
        }
        let report = Report { checks };
        last.found = Some((Instant::now(), report.clone()));
        report
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::sync::Notify;
    use tokio::time::advance;

    #[derive(Default)]
    struct Fake {
        made: AtomicUsize,
        hangs: Option<Notify>,
        fails: std::sync::atomic::AtomicBool,
    }

    #[async_trait]
    impl Check for Fake {
        fn name(&self) -> &'static str {
            if self.hangs.is_some() { "hanging" } else { "quick" }
        }

        async fn check(&self) -> Result<(), String> {
            self.made.fetch_add(1, Ordering::Relaxed);
            if let Some(hangs) = &self.hangs {
                hangs.notified().await;
            }
            if self.fails.load(Ordering::Relaxed) { Err("broken".to_owned()) } else { Ok(()) }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_is_good_for_a_moment() {
        let fake = Arc::new(Fake::default());
        let health = Health::new(vec![Arc::clone(&fake) as _]);
        assert!(health.report().await.is_ready());
        fake.fails.store(true, Ordering::Relaxed);
        assert!(health.report().await.is_ready());
        assert_eq!(fake.made.load(Ordering::Relaxed), 1);
        advance(GOOD_FOR).await;
        let report = health.report().await;
        assert!(!report.is_ready());
        let document = json!({ "status": "not ready", "checks": { "quick": { "status": "failed", "reason": "broken" } } });
        assert_eq!(report.document(), document);
    }

    #[tokio::test(start_paused = true)]
    async fn a_check_that_hangs_fails_and_is_made_once() {
        let quick = Arc::new(Fake::default());
        let slow = Arc::new(Fake { hangs: Some(Notify::new()), ..Fake::default() });
        let health = Health::new(vec![Arc::clone(&slow) as _, Arc::clone(&quick) as _]);
        for asked in 1..4 {
            let report = health.report().await;
            assert!(report.checks[0].1.is_err() && report.checks[1].1.is_ok());
            assert_eq!((slow.made.load(Ordering::Relaxed), quick.made.load(Ordering::Relaxed)), (1, asked));
            advance(GOOD_FOR).await;
        }
        slow.hangs.as_ref().unwrap().notify_one();
        assert!(health.report().await.is_ready());
    }
}
