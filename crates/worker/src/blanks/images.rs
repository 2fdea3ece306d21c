//! Images of interpreters that wait to be told for whom they run: one per runtime, from which those in blanks are copied
//! instead of being started.
//!
//! An image is of nobody: its interpreter was started in a sandbox of its own, which never had a function, and was gone
//! when the image was there. It is made in the background once a runtime has been used, and anew after some time and some
//! number of copies, because all copies share where their memory lies and what was drawn at random when it was started.

use super::{Blanks, Kind};
use crate::worker::Worker;
use domain::runtime::Family;
use sandbox::{Image, SandboxError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, sleep_until};

/// How long an image is used, and how often.
const MAX_AGE: Duration = Duration::from_secs(600);
const MAX_COPIES: u32 = 4_096;
/// How long a runtime must have been in use before its image is made: whoever uses it first has the processors first.
const DELAY: Duration = Duration::from_millis(100);
/// Failures after which a runtime has no image any more, and the wait after the first of them, which doubles.
const MAX_FAILURES: u32 = 3;
const RETRY: Duration = Duration::from_secs(2);
/// Runtimes that have one at the same time.
const MAX_IMAGES: usize = 16;
/// The share of the memory for environments that images may have is one in so many; and the most that one may have.
const MEMORY_SHARE: u64 = 64;
const MAX_BYTES: u64 = 64 << 20;
/// How long an interpreter has to come as far as waiting, and how often it is looked at: less and less.
const PATIENCE: Duration = Duration::from_secs(10);
const LOOK_AGAIN: Duration = Duration::from_millis(30);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

struct Entry<I> {
    kind: Kind,
    image: Option<I>,
    made: Instant,
    copies: u32,
    used: Instant,
    failures: u32,
    not_before: Instant,
    /// One is being made.
    making: bool,
}

impl<I> Entry<I> {
    fn is_given_up(&self) -> bool {
        self.failures >= MAX_FAILURES
    }

    /// Whether one is to be made. One that is not asked for does not grow old.
    fn lacks(&self) -> bool {
        let is_old = self.copies >= MAX_COPIES || self.made + MAX_AGE <= self.used;
        !self.making && !self.is_given_up() && (self.image.is_none() || is_old)
    }

    /// Whether that was the last time.
    fn fail(&mut self, now: Instant) -> bool {
        // Copies that were under way at the same time fail as one.
        if self.is_given_up() || (self.not_before > now && self.image.is_none() && !self.making) {
            return false;
        }
        self.image = None;
        self.making = false;
        self.not_before = now + RETRY * (1 << self.failures);
        self.failures += 1;
        self.is_given_up()
    }
}

/// Which images there are and which to make: decisions.
struct Decisions<I> {
    entries: Vec<Entry<I>>,
    on: bool,
    life: Duration,
}

impl<I: Clone> Decisions<I> {
    fn entry(&mut self, kind: &Kind) -> Option<&mut Entry<I>> {
        self.entries
            .iter_mut()
            .find(|entry| entry.kind.runtime == kind.runtime && entry.kind.early == kind.early)
    }

    /// The image for a copy that is made now.
    fn find(&mut self, kind: &Kind, now: Instant) -> Option<I> {
        if !self.on || kind.early.is_none() || kind.runtime.requested.family != Family::Python {
            return None;
        }
        if self.entry(kind).is_none() && self.entries.len() < MAX_IMAGES {
            self.entries.push(Entry {
                kind: kind.clone(),
                image: None,
                made: now,
                copies: 0,
                used: now,
                failures: 0,
                not_before: now + DELAY,
                making: false,
            });
        }
        let entry = self.entry(kind)?;
        entry.used = now;
        entry.copies = entry.copies.saturating_add(u32::from(entry.image.is_some()));
        entry.image.clone()
    }

    /// What to make now; else when to look again, if ever.
    fn next(&mut self, now: Instant) -> Result<Kind, Option<Instant>> {
        let lacking = self.entries.iter_mut().filter(|entry| entry.lacks());
        let Some(entry) = lacking.min_by_key(|entry| entry.not_before) else { return Err(None) };
        if entry.not_before > now {
            return Err(Some(entry.not_before));
        }
        entry.making = true;
        Ok(entry.kind.clone())
    }

    fn made(&mut self, kind: &Kind, image: I, now: Instant) {
        if let Some(entry) = self.entry(kind) {
            (entry.making, entry.made, entry.copies, entry.image) = (false, now, 0, Some(image));
        }
    }

    fn fail(&mut self, kind: &Kind, now: Instant) -> bool {
        self.entry(kind).is_some_and(|entry| entry.fail(now))
    }

    fn reap(&mut self, now: Instant) {
        let life = self.life;
        self.entries.retain(|entry| entry.making || entry.used + life > now);
    }
}

/// See the module's documentation.
pub(crate) struct Images {
    decisions: Mutex<Decisions<Image>>,
    most_bytes: u64,
    changed: Notify,
}

impl Images {
    /// None, and never any unless they are `on`. One that nobody has asked for in `life` goes.
    pub(crate) fn new(on: bool, memory_limit_mb: u64, life: Duration) -> Arc<Self> {
        Arc::new(Self {
            decisions: Mutex::new(Decisions { entries: Vec::new(), on, life }),
            most_bytes: (memory_limit_mb << 20) / MEMORY_SHARE,
            changed: Notify::new(),
        })
    }

    /// The image from which to copy the interpreter of a kind, if there is one; if not, it is made soon.
    pub(crate) fn find(&self, kind: &Kind) -> Option<Image> {
        let now = Instant::now();
        let mut decisions = self.lock();
        let found = decisions.find(kind, now);
        let lacks = decisions.entry(kind).is_some_and(|entry| entry.lacks());
        drop(decisions);
        if lacks {
            self.changed.notify_one();
        }
        found
    }

    /// The image cannot be made, or is of no use.
    pub(crate) fn failed(&self, kind: &Kind, error: &SandboxError) {
        let runtime = kind.runtime.version_text();
        if self.lock().fail(kind, Instant::now()) {
            tracing::warn!(%runtime, %error, "interpreters are started, not copied");
        } else {
            tracing::debug!(%runtime, %error, "an interpreter cannot be copied");
        }
        self.changed.notify_one();
    }

    /// Forgets those that nobody has asked for in a while.
    pub(crate) fn reap(&self) {
        self.lock().reap(Instant::now());
    }

    /// Makes and keeps none from now on.
    pub(crate) fn close(&self) {
        let mut decisions = self.lock();
        decisions.on = false;
        decisions.entries.clear();
        drop(decisions);
        self.changed.notify_one();
    }

    /// What one more may take, bytes, while all others are kept.
    fn room(&self, kind: &Kind) -> u64 {
        let decisions = self.lock();
        let others = decisions.entries.iter().filter(|entry| entry.kind != *kind);
        let used: u64 = others.filter_map(|entry| entry.image.as_ref()).map(Image::bytes).sum();
        self.most_bytes.saturating_sub(used).min(MAX_BYTES)
    }

    fn lock(&self) -> MutexGuard<'_, Decisions<Image>> {
        self.decisions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes images, one after another, until there will never be any more.
pub(crate) async fn make(worker: Weak<Worker>, images: Arc<Images>, blanks: Arc<Blanks>) {
    loop {
        // For as long as this takes, nobody waits in vain.
        let busy = blanks.busy();
        let next = {
            let mut decisions = images.lock();
            if !decisions.on {
                return;
            }
            decisions.next(Instant::now())
        };
        match next {
            Err(then) => {
                drop(busy);
                let later = async {
                    match then {
                        Some(then) => sleep_until(then).await,
                        None => std::future::pending().await,
                    }
                };
                tokio::select! {
                    () = later => {}
                    () = images.changed.notified() => {}
                }
            }
            Ok(kind) => {
                let Some(worker) = worker.upgrade() else { return };
                match worker.context.image_of(&kind, images.room(&kind)).await {
                    Ok(image) => images.lock().made(&kind, image, Instant::now()),
                    Err(error) => images.failed(&kind, &error),
                }
                drop(busy);
            }
        }
    }
}

/// Starts a process in a sandbox for nobody and takes its image when it waits, unless none is wanted any more.
pub(crate) async fn take(
    images: &Images,
    sandbox: &dyn sandbox::Sandbox,
    process: sandbox::Process,
    most_bytes: u64,
) -> Result<Image, SandboxError> {
    // Its outputs stay open until the image is there.
    let child = sandbox.spawn(process).await?;
    let deadline = Instant::now() + PATIENCE;
    let mut pause = LOOK_AGAIN;
    loop {
        match sandbox.capture(child.id, most_bytes).await {
            Err(SandboxError::Refused(_)) if images.lock().on && Instant::now() + pause < deadline => {
                sleep(pause).await;
            }
            taken => return taken,
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtimes::ResolvedRuntime;
    use domain::runtime::Runtime;

    fn kind(identifier: &str, early: bool) -> Kind {
        let requested = Runtime::parse(identifier).unwrap();
        let runtime = ResolvedRuntime { requested, interpreter: None };
        Kind { runtime, ephemeral_mb: 512, tunnel: None, early: early.then(|| vec!["python".to_owned()]) }
    }

    fn decisions() -> Decisions<&'static str> {
        Decisions { entries: Vec::new(), on: true, life: MAX_AGE * 3 }
    }

    #[test]
    fn there_is_one_for_each_runtime_that_is_used() {
        let (mut decisions, now) = (decisions(), Instant::now());
        assert_eq!(decisions.next(now), Err(None));
        for other in [kind("python3.12", false), kind("nodejs20.x", true)] {
            assert_eq!(decisions.find(&other, now), None);
            assert_eq!(decisions.next(now), Err(None), "{other:?}");
        }
        let (one, larger) =
            (kind("python3.12", true), Kind { ephemeral_mb: 513, ..kind("python3.12", true) });
        assert_eq!(decisions.find(&one, now), None);
        assert_eq!(decisions.next(now), Err(Some(now + DELAY)), "not while the first one starts");
        let now = now + DELAY;
        assert_eq!(decisions.next(now), Ok(one.clone()));
        assert_eq!(decisions.next(now), Err(None), "one at a time");
        decisions.made(&one, "image", now);
        assert_eq!(decisions.find(&larger, now), Some("image"), "whatever its /tmp");
        assert_eq!(decisions.find(&kind("python3.11", true), now), None);
        decisions.reap(now + MAX_AGE * 3);
        assert_eq!(decisions.next(now + MAX_AGE * 3), Err(None), "unused, all are gone");
    }

    #[test]
    fn it_is_made_anew_when_it_is_old_and_wanted() {
        let (mut decisions, now) = (decisions(), Instant::now());
        let one = kind("python3.12", true);
        decisions.find(&one, now);
        assert_eq!(decisions.next(now + DELAY), Ok(one.clone()));
        decisions.made(&one, "first", now);
        let now = now + MAX_AGE;
        assert_eq!(decisions.next(now), Err(None), "nobody wants it");
        assert_eq!(decisions.find(&one, now), Some("first"));
        assert_eq!(decisions.next(now), Ok(one.clone()));
        assert_eq!(decisions.find(&one, now), Some("first"), "until the other one is there");
        decisions.made(&one, "second", now);
        for _ in 0..MAX_COPIES {
            assert_eq!(decisions.next(now), Err(None));
            assert_eq!(decisions.find(&one, now), Some("second"));
        }
        assert_eq!(decisions.next(now), Ok(one));
    }

    #[test]
    fn what_fails_is_given_up() {
        let (mut decisions, mut now) = (decisions(), Instant::now());
        let one = kind("python3.12", true);
        decisions.find(&one, now);
        now += DELAY;
        for attempt in 1..=MAX_FAILURES {
            assert_eq!(decisions.next(now), Ok(one.clone()));
            decisions.made(&one, "image", now);
            assert_eq!(decisions.find(&one, now), Some("image"));
            // Two copies at once.
            assert_eq!(decisions.fail(&one, now), attempt == MAX_FAILURES, "told once");
            assert!(!decisions.fail(&one, now));
            assert_eq!(decisions.find(&one, now), None);
            if let Err(Some(then)) = decisions.next(now) {
                now = then;
            }
        }
        assert_eq!(decisions.next(now + MAX_AGE), Err(None));
        assert_eq!(decisions.find(&one, now), None);
    }
}
