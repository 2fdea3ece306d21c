//! Sandboxes that are built before it is known for which function: a cold start takes one, furnishes it, and goes on.
//!
//! There is a shelf for each [`Kind`], from when a function of it is deployed or a first environment built until the kind
//! has not been asked for in a while. `shelves` decides, this module does. A blank serves one function in its life: what
//! was taken never comes back.
//!
//! Where there is none, one is built at once, in the same way.

pub(crate) mod images;
mod kind;
mod shelves;

pub(crate) use images::Images;
pub(crate) use kind::Kind;

use crate::worker::Worker;
use sandbox::Sandbox;
use shelves::{Bounds, Next, Shelves};
use std::future::Future as _;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until};

/// The share of the memory for environments that blanks may have is one in so many.
const MEMORY_SHARE: u64 = 64;

/// A sandbox of nobody, and perhaps the interpreter that was started in it.
pub(crate) struct Blank {
    pub(crate) sandbox: Box<dyn Sandbox>,
    /// A process that waits to be told for whom it runs.
    pub(crate) early: Option<sandbox::Child>,
}

impl Blank {
    /// Whether its process has ended already.
    fn is_dead(&mut self) -> bool {
        self.early.as_mut().is_some_and(has_ended)
    }
}

/// Whether a process is known to have ended. Nobody is woken by it: it is looked at when it is wanted.
pub(crate) fn has_ended(child: &mut sandbox::Child) -> bool {
    matches!(Pin::new(&mut child.exit).poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(_))
}

/// All that are there.
pub(crate) struct Blanks {
    shelves: Mutex<Shelves<Kind, Blank>>,
    /// Something may be missing.
    changed: Notify,
    /// How many are being built or destroyed.
    busy: watch::Sender<usize>,
}

impl Blanks {
    /// None; at most `most` of a kind, where 0 says that there are never any. `life` is how long a kind is remembered that
    /// nobody asks for.
    pub(crate) fn new(most: usize, memory_limit_mb: u64, life: Duration) -> Arc<Self> {
        let bounds = Bounds { most, memory_mb: memory_limit_mb / MEMORY_SHARE, life };
        Arc::new(Self {
            shelves: Mutex::new(Shelves::new(bounds)),
            changed: Notify::new(),
            busy: watch::Sender::new(0),
        })
    }

    /// A function of this kind may have a cold start soon.
    pub(crate) fn expect(&self, kind: &Kind) {
        if self.lock().expect(kind, Instant::now()) {
            self.changed.notify_one();
        }
    }

    /// One of this kind, if there is one; and another is built.
    pub(crate) fn take(self: &Arc<Self>, kind: &Kind) -> Option<Blank> {
        let mut dead = Vec::new();
        let taken = {
            let mut shelves = self.lock();
            loop {
                let Some(mut blank) = shelves.take(kind, Instant::now()) else { break None };
                if !blank.is_dead() {
                    break Some(blank);
                }
                dead.push(blank);
            }
        };
        self.changed.notify_one();
        self.destroy(dead);
        taken
    }

    /// Gives up all of them where room is short, and waits until they are gone. False if there were none.
    pub(crate) async fn shed(self: &Arc<Self>) -> bool {
        let blanks = self.lock().clear(Instant::now());
        let any = !blanks.is_empty();
        self.destroy(blanks);
        if any {
            self.settled().await;
        }
        any
    }

    /// Gives up those that nobody has asked for in a while.
    pub(crate) fn reap(self: &Arc<Self>) {
        let unused = self.lock().reap(Instant::now());
        self.destroy(unused);
    }

    /// Keeps nothing from now on.
    pub(crate) fn close(self: &Arc<Self>) {
        let blanks = self.lock().close();
        self.changed.notify_one();
        self.destroy(blanks);
    }

    /// Waits until none is being built or destroyed.
    pub(crate) async fn settled(&self) {
        let _ = self.busy.subscribe().wait_for(|busy| *busy == 0).await;
    }

    fn destroy(self: &Arc<Self>, blanks: Vec<Blank>) {
        // Outside of a runtime, dropping a sandbox destroys it too, without waiting.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        for blank in blanks {
            let busy = self.busy();
            runtime.spawn(async move {
                blank.sandbox.destroy().await;
                drop(busy);
            });
        }
    }

    fn busy(self: &Arc<Self>) -> Busy {
        self.busy.send_modify(|busy| *busy += 1);
        Busy(Arc::clone(self))
    }

    fn lock(&self) -> MutexGuard<'_, Shelves<Kind, Blank>> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Busy(Arc<Blanks>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.busy.send_modify(|busy| *busy -= 1);
    }
}

/// Fills the shelves, one blank after another, when those who wait for an answer leave time for it.
pub(crate) async fn fill(worker: Weak<Worker>, blanks: Arc<Blanks>) {
    loop {
        let next = blanks.lock().next(Instant::now());
        match next {
            Next::Closed => return,
            Next::Nothing => blanks.changed.notified().await,
            Next::At(when) => tokio::select! {
                () = sleep_until(when) => {}
                () = blanks.changed.notified() => {}
            },
            Next::Build(kind) => {
                let Some(worker) = worker.upgrade() else { return };
                // For as long as this takes, nobody waits in vain.
                let busy = blanks.busy();
                let built = worker.context.build_blank(&worker, &kind, true).await;
                let refused = match built {
                    Ok(blank) => blanks.lock().built(&kind, blank),
                    Err(error) => {
                        tracing::warn!(%error, "no sandbox can be built ahead");
                        blanks.lock().failed(&kind, Instant::now());
                        None
                    }
                };
                blanks.destroy(refused.into_iter().collect());
                drop(busy);
            }
        }
    }
}
