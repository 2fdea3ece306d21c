//! Sandboxes that are built before it is known for which function: a cold start takes one, furnishes it, and goes on.
//!
//! There is a shelf for each [`Kind`], from when a function of it is deployed or a first environment built until the kind
//! has not been asked for in a while. `shelves` decides, this module does. A blank serves one function in its life: what
//! was taken never comes back.
//!
//! As many as were asked for within two seconds are kept for the next three minutes: whoever comes in crowds comes again.
//!
//! Where there is none, who asks waits for one that is being built; where there is none of these either, one is built at
//! once, in the same way.

pub(crate) mod images;
mod kind;
mod shelves;

pub(crate) use images::Images;
pub(crate) use kind::Kind;
pub(crate) use shelves::at_once;

use crate::worker::Worker;
use sandbox::Sandbox;
use shelves::{Bounds, Next, Place, Shelves};
use std::future::Future as _;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use tokio::net::unix::pipe;
use tokio::sync::{Notify, oneshot, watch};
use tokio::time::{Instant, sleep, sleep_until};

/// The share of the memory for environments that blanks may have is one in so many.
const MEMORY_SHARE: u64 = 64;
/// The same where many were asked for at once not long ago.
const CROWD_SHARE: u64 = 16;
/// How long an interpreter that was started ahead has to come as far as waiting; then it counts as if it did.
const PATIENCE: Duration = Duration::from_secs(2);

/// A sandbox of nobody, and perhaps the interpreter that was started in it.
pub(crate) struct Blank {
    pub(crate) sandbox: Box<dyn Sandbox>,
    /// A process that waits to be told for whom it runs.
    pub(crate) early: Option<Early>,
}

/// A process that was started before the function's files were there.
pub(crate) struct Early {
    pub(crate) child: sandbox::Child,
    /// Whether it knows its environment, and waits for the files only.
    pub(crate) told: bool,
}

impl Blank {
    /// Whether its process has ended already.
    fn is_dead(&mut self) -> bool {
        self.early.as_mut().is_some_and(|early| has_ended(&mut early.child))
    }
}

/// Whether a process is known to have ended. Nobody is woken by it: it is looked at when it is wanted.
pub(crate) fn has_ended(child: &mut sandbox::Child) -> bool {
    matches!(Pin::new(&mut child.exit).poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(_))
}

type Decisions = Shelves<Kind, Blank, oneshot::Sender<Blank>>;

/// All that are there.
pub(crate) struct Blanks {
    shelves: Mutex<Decisions>,
    /// Something may be missing.
    changed: Notify,
    /// How many are being built or destroyed.
    busy: watch::Sender<usize>,
}

impl Blanks {
    /// None yet, and at most `most` of a kind later, or `most_of_a_crowd` after a crowd; where `most` is 0, never any. `life`
    /// is how long a kind is remembered that nobody asks for.
    pub(crate) fn new(
        most: usize,
        most_of_a_crowd: usize,
        memory_limit_mb: u64,
        life: Duration,
    ) -> Arc<Self> {
        let bounds = Bounds {
            most,
            memory_mb: memory_limit_mb / MEMORY_SHARE,
            most_of_a_crowd: if most == 0 { 0 } else { most_of_a_crowd },
            crowd_memory_mb: memory_limit_mb / CROWD_SHARE,
            life,
        };
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

    /// One of this kind, if there is one or will be before another could be. When [`Self::served`] is called, or a moment later,
    /// another is built.
    pub(crate) async fn take(self: &Arc<Self>, kind: &Kind) -> Option<Blank> {
        loop {
            let (taken, promised) = self.take_or_wait(kind);
            let mut blank = match (taken, promised) {
                (Some(blank), _) => blank,
                // An error says that it could not be built.
                (None, Some(promised)) => promised.await.ok()?,
                (None, None) => return None,
            };
            if !blank.is_dead() {
                return Some(blank);
            }
            self.destroy(vec![blank]);
        }
    }

    fn take_or_wait(&self, kind: &Kind) -> (Option<Blank>, Option<oneshot::Receiver<Blank>>) {
        let mut shelves = self.lock();
        match shelves.take(kind, Instant::now()) {
            Some(blank) => (Some(blank), None),
            None => {
                let (sender, promised) = oneshot::channel();
                (None, shelves.wait(kind, sender).is_none().then_some(promised))
            }
        }
    }

    /// Who has taken one of this kind is done with the keeper.
    pub(crate) fn served(&self, kind: &Kind) {
        self.lock().served(kind, Instant::now());
        self.changed.notify_one();
    }

    /// Whether somebody waits for the next one of a kind that is built.
    pub(crate) fn is_awaited(&self, kind: &Kind) -> bool {
        self.lock().is_awaited(kind)
    }

    /// A turn of starting is over: a moment later, processors may be free.
    pub(crate) fn started(&self) {
        self.lock().started(Instant::now());
        self.changed.notify_one();
    }

    /// To whom it was promised, or on a shelf.
    fn put(self: &Arc<Self>, kind: &Kind, blank: Blank) {
        let mut place = self.lock().built(kind, blank);
        loop {
            place = match place {
                Place::Shelf => break,
                Place::For(waiter, blank) => match waiter.send(blank) {
                    Ok(()) => break,
                    Err(blank) => self.lock().give_back(kind, blank),
                },
                Place::Nowhere(blank) => break self.destroy(vec![blank]),
            };
        }
        self.changed.notify_one();
    }

    fn failed(&self, kind: &Kind) {
        // Dropped, it says that nothing comes.
        drop(self.lock().failed(kind, Instant::now()));
        self.changed.notify_one();
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

    fn lock(&self) -> MutexGuard<'_, Decisions> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Busy(Arc<Blanks>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.busy.send_modify(|busy| *busy -= 1);
    }
}

/// Fills the shelves, as many blanks at a time as there are processors for it.
pub(crate) async fn fill(worker: Weak<Worker>, blanks: Arc<Blanks>) {
    loop {
        let at_once = worker.upgrade().map_or(1, |worker| worker.builds_ahead());
        let next = blanks.lock().next(Instant::now(), at_once);
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
                tokio::spawn(build(worker, Arc::clone(&blanks), kind, busy));
            }
        }
    }
}

/// Builds one blank and puts it where it belongs.
async fn build(worker: Arc<Worker>, blanks: Arc<Blanks>, kind: Kind, busy: Busy) {
    match worker.context.build_blank(&worker, &kind, true).await {
        Ok(blank) => blanks.put(&kind, blank),
        Err(error) => {
            tracing::warn!(%error, "no sandbox can be built ahead");
            blanks.failed(&kind);
        }
    }
    drop(busy);
}

/// Waits until a process that was started ahead has come so far that it does nothing but wait: no other is to be started
/// beside it before, nor is it to be given away. False where it has ended.
pub(crate) async fn is_ready(early: &mut sandbox::Child) -> bool {
    let records = early.records.as_ref().and_then(|records| records.try_clone().ok());
    let Some(Ok(records)) = records.map(pipe::Receiver::from_owned_fd) else { return true };
    tokio::select! {
        biased;
        _ = &mut early.exit => false,
        // It stays there: as a record, an empty line is none.
        _ = records.readable() => true,
        () = sleep(PATIENCE) => true,
    }
}
