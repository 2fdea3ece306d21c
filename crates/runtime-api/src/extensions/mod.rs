//! The extensions of an environment: who they are, and their side of the rendezvous.
//!
//! Where there are none, an invocation costs one look at an atomic.

mod event;
mod registry;

use crate::refusal::Refusal;
use bytes::Bytes;
use domain::{Clock, Invocation};
use registry::{Identifier, Next, Registry};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{oneshot, watch};

pub use event::ShutdownReason;
pub(crate) use event::uuid;
pub use registry::MAX_EXTENSIONS;

/// What extensions may know of the function, and a session of its extensions.
#[derive(Clone, Debug, Default)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// `$LATEST` or a number.
    pub version: String,
    /// Its handler; empty where it has none.
    pub handler: String,
    /// The account that it belongs to.
    pub account_id: String,
    /// The names of the files in `/opt/extensions`: its external extensions.
    pub extensions: Vec<Arc<str>>,
}

/// How an extension runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionKind {
    /// As a process of its own, from an executable in `/opt/extensions`.
    External,
    /// Within the runtime's process.
    Internal,
}

/// An extension as it is at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The name of an external one's file; what an internal one calls itself.
    pub name: Arc<str>,
    /// How it runs.
    pub kind: ExtensionKind,
    /// `Started` (not registered yet), `Registered`, `Ready`, `Running`, `InitError`, `ExitError` or `LaunchError`.
    pub state: &'static str,
    /// Whether it is told of invocations.
    pub invoke: bool,
    /// Whether it is told of the shutdown.
    pub shutdown: bool,
    /// What it reported, or why it could not be started.
    pub error_type: Option<String>,
}

/// What extensions are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExtensionEvent {
    Invoke,
    Shutdown,
}

/// See the module's documentation.
pub struct Extensions {
    clock: Arc<dyn Clock>,
    function: Function,
    state: Mutex<State>,
    /// Whether there is one, external or registered.
    present: AtomicBool,
    /// Counts the changes of the registry.
    changes: watch::Sender<u64>,
}

struct State {
    registry: Registry<Bytes>,
    parked: Vec<(Identifier, oneshot::Sender<Bytes>)>,
    /// Until the runtime and all extensions have asked for their first event.
    initializing: bool,
}

impl Extensions {
    pub(crate) fn new(clock: Arc<dyn Clock>, function: Function) -> Self {
        let this = Self {
            clock,
            state: Mutex::new(State::new(&function.extensions)),
            function,
            present: AtomicBool::new(false),
            changes: watch::Sender::new(0),
        };
        this.start();
        this
    }

    /// All processes start anew: everything of the earlier ones is forgotten.
    pub(crate) fn start(&self) {
        *self.lock() = State::new(&self.function.extensions);
        self.present.store(!self.function.extensions.is_empty(), Ordering::Release);
        self.changed();
    }

    /// What the function tells extensions of itself.
    pub(crate) fn function(&self) -> &Function {
        &self.function
    }

    /// Whether there is any.
    pub fn are_present(&self) -> bool {
        self.present.load(Ordering::Acquire)
    }

    /// The extension with this identifier.
    pub fn find(&self, identifier: &str) -> Option<Extension> {
        self.lock().registry.find(identifier)
    }

    /// All of them: first the external ones, in the order of their names, then the internal ones as they registered.
    pub fn all(&self) -> Vec<Extension> {
        self.lock().registry.all()
    }

    /// Whether the init phase is not over yet: the time in which they may subscribe to telemetry.
    pub fn are_initializing(&self) -> bool {
        self.lock().initializing
    }

    /// The init phase is over.
    pub fn finish_init(&self) {
        self.lock().initializing = false;
    }

    /// `Extension.InitError` or `Extension.ExitError` where one of them has reported such an error: it is the name of
    /// whatever fails after that.
    pub fn reported(&self) -> Option<&'static str> {
        self.are_present().then(|| self.lock().registry.reported()).flatten()
    }

    /// The program of an external extension could not be started, for this reason: `PermissionDenied`,
    /// `TooManyExtensions` or `UnknownError`.
    pub fn launch_error(&self, name: &str, reason: &str) {
        self.lock().registry.launch_error(name, reason);
        self.changed();
    }

    /// Waits until every external extension has registered.
    pub async fn registered(&self) {
        self.until(|state| state.registry.all_registered()).await;
    }

    /// Waits until every extension has asked for an event.
    pub async fn ready(&self) {
        self.until(|state| state.registry.all_ready()).await;
    }

    /// Whether no extension has still to do with an invocation.
    pub fn are_settled(&self) -> bool {
        !self.are_present() || self.lock().registry.is_settled()
    }

    /// Waits until then.
    pub async fn settled(&self) {
        if !self.are_settled() {
            self.until(|state| state.registry.is_settled()).await;
        }
    }

    /// Tells them of an invocation that has this time.
    pub(crate) fn invoke(&self, invocation: &Invocation<Bytes>, timeout: Duration) {
        if self.are_present() {
            let event = event::invoke(invocation, event::deadline(&*self.clock, timeout));
            self.announce(ExtensionEvent::Invoke, &event);
        }
    }

    /// Tells those that want to know that their processes will be killed in `left`.
    pub fn shut_down(&self, reason: ShutdownReason, left: Duration) {
        let event = event::shutdown(reason, event::deadline(&*self.clock, left));
        self.announce(ExtensionEvent::Shutdown, &event);
    }

    fn announce(&self, kind: ExtensionEvent, event: &Bytes) {
        let mut state = self.lock();
        for id in state.registry.announce(kind, event) {
            let Some(at) = state.parked.iter().position(|(parked, _)| *parked == id) else { continue };
            // One whose connection is just breaking has lost it, as on AWS.
            let _ = state.parked.swap_remove(at).1.send(event.clone());
        }
        drop(state);
        self.changed();
    }

    /// No more may register: the runtime has asked for its first event.
    pub(crate) fn close(&self) {
        self.lock().registry.close();
    }

    /// `POST …/register`; gives the identifier.
    pub(crate) fn register(&self, name: &str, events: &[String]) -> Result<Arc<str>, Refusal> {
        let identifier = event::uuid()?;
        self.lock().registry.register(name, events, Identifier(Arc::clone(&identifier)))?;
        self.present.store(true, Ordering::Release);
        self.changed();
        Ok(identifier)
    }

    /// `GET …/event/next`: the event, at once or when there is one. `Err(None)` where the session started anew.
    pub(crate) async fn next(&self, id: &str) -> Result<Bytes, Option<Refusal>> {
        let receiver = {
            let mut state = self.lock();
            let next = state.registry.next(id).map_err(Some)?;
            let receiver = match next {
                Next::Deliver(event) => Err(event),
                Next::Park => {
                    let (sender, receiver) = oneshot::channel();
                    state.parked.push((Identifier(id.into()), sender));
                    Ok(receiver)
                }
            };
            drop(state);
            self.changed();
            match receiver {
                Ok(receiver) => receiver,
                Err(event) => return Ok(event),
            }
        };
        let parked = Parked { extensions: self, id };
        let event = receiver.await.map_err(|_| None);
        drop(parked);
        event
    }

    /// `POST …/init/error`.
    pub(crate) fn init_error(&self, id: &str, error_type: String) -> Result<(), Refusal> {
        let done = self.lock().registry.init_error(id, error_type);
        self.changed();
        done
    }

    /// `POST …/exit/error`.
    pub(crate) fn exit_error(&self, id: &str, error_type: String) -> Result<(), Refusal> {
        let done = self.lock().registry.exit_error(id, error_type);
        self.changed();
        done
    }

    async fn until(&self, condition: impl Fn(&State) -> bool) {
        let mut changes = self.changes.subscribe();
        // The sender is ours, so that waiting cannot fail.
        let _ = changes.wait_for(|_| condition(&self.lock())).await;
    }

    fn changed(&self) {
        self.changes.send_modify(|changes| *changes = changes.wrapping_add(1));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn new(external: &[Arc<str>]) -> Self {
        Self { registry: Registry::new(external), parked: Vec::new(), initializing: true }
    }
}

/// A waiting `next`; dropped when it is served or its connection is gone.
struct Parked<'a> {
    extensions: &'a Extensions,
    id: &'a str,
}

impl Drop for Parked<'_> {
    fn drop(&mut self) {
        let mut state = self.extensions.lock();
        // Served, or of an earlier start, where the list does not have it any more.
        if let Some(at) = state.parked.iter().position(|(id, _)| &*id.0 == self.id) {
            state.parked.swap_remove(at);
            state.registry.unpark(self.id);
        }
    }
}
