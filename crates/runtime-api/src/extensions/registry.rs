//! What an extension may do when: a pure state machine of all extensions of an environment. `E` is an event for them.
//!
//! States, refusals and their words are those of AWS's runtime interface emulator, which is what AWS Lambda runs. One
//! thing differs: an extension whose waiting `next` broke off may ask again, which the emulator cannot tell.

use super::{Extension, ExtensionEvent, ExtensionKind};
use crate::refusal::Refusal;
use std::sync::Arc;

/// Extensions of an environment, both kinds together [D, the runtime interface emulator].
pub const MAX_EXTENSIONS: usize = 10;

/// A `Lambda-Extension-Identifier`: a UUID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Identifier(pub(crate) Arc<str>);

/// Where an extension is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Its program is to be started or was; it has not registered.
    Started,
    /// Has not asked for an event yet.
    Registered,
    /// Has asked; waits for an event unless its connection broke.
    Ready,
    /// Has an event.
    Running,
    /// Said that it could not initialise.
    InitError,
    /// Said that it cannot go on.
    ExitError,
    /// Its program could not be started.
    LaunchError,
}

impl Phase {
    /// As in error messages and the log.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Started => "Started",
            Self::Registered => "Registered",
            Self::Ready => "Ready",
            Self::Running => "Running",
            Self::InitError => "InitError",
            Self::ExitError => "ExitError",
            Self::LaunchError => "LaunchError",
        }
    }
}

/// What follows from a `next`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next<E> {
    /// Let the request wait.
    Park,
    /// Here is an event.
    Deliver(E),
}

struct Entry<E> {
    name: Arc<str>,
    kind: ExtensionKind,
    /// Once registered.
    id: Option<Identifier>,
    phase: Phase,
    invoke: bool,
    shutdown: bool,
    /// A `next` waits.
    parked: bool,
    /// For its next `next`.
    pending: Option<E>,
    error_type: Option<String>,
}

impl<E> Entry<E> {
    fn new(name: Arc<str>, kind: ExtensionKind) -> Self {
        Self {
            name,
            kind,
            id: None,
            phase: Phase::Started,
            invoke: false,
            shutdown: false,
            parked: false,
            pending: None,
            error_type: None,
        }
    }

    fn refuse(&self, to: &'static str, who: &str) -> Refusal {
        Refusal::ExtensionState { from: self.phase.name(), to, extension: who.to_owned() }
    }

    /// Whether it has still to do with an event of an invocation.
    fn is_busy(&self) -> bool {
        self.phase != Phase::Ready || self.pending.is_some()
    }
}

/// See the module's documentation.
pub(crate) struct Registry<E> {
    entries: Vec<Entry<E>>,
    /// Whether internal ones may still register: until the runtime asks for its first event.
    open: bool,
    /// The first error that one of them reported; it names every failure that follows.
    reported: Option<&'static str>,
}

impl<E: Clone> Registry<E> {
    /// With external extensions of these names.
    pub(crate) fn new(external: &[Arc<str>]) -> Self {
        let entries = external.iter().map(|name| Entry::new(Arc::clone(name), ExtensionKind::External));
        Self { entries: entries.collect(), open: true, reported: None }
    }

    /// `POST …/register`. `id` becomes its identifier.
    pub(crate) fn register(
        &mut self,
        name: &str,
        events: &[String],
        id: Identifier,
    ) -> Result<Extension, Refusal> {
        let at = self.entries.iter().position(|entry| &*entry.name == name);
        let external = at.is_some_and(|at| self.entries[at].kind == ExtensionKind::External);
        for event in events {
            match event.as_str() {
                "INVOKE" => {}
                "SHUTDOWN" if external => {}
                "SHUTDOWN" => return Err(Refusal::ShutdownOfInternalExtension),
                other => return Err(Refusal::EventType(other.to_owned())),
            }
        }
        let at = match at {
            Some(at) if external => {
                let entry = &self.entries[at];
                if entry.phase != Phase::Started {
                    return Err(entry.refuse("Registered", name));
                }
                at
            }
            _ if !self.open => return Err(Refusal::RegistrationClosed),
            _ if self.entries.len() >= MAX_EXTENSIONS => return Err(Refusal::TooManyExtensions),
            Some(_) => return Err(Refusal::ExtensionNameTaken),
            None => {
                self.entries.push(Entry::new(name.into(), ExtensionKind::Internal));
                self.entries.len() - 1
            }
        };
        let entry = &mut self.entries[at];
        entry.phase = Phase::Registered;
        entry.invoke = events.iter().any(|event| event == "INVOKE");
        entry.shutdown = events.iter().any(|event| event == "SHUTDOWN");
        entry.id = Some(id);
        Ok(entry.shown())
    }

    /// `GET …/event/next`: it is done with what it had, and waits for the next event.
    pub(crate) fn next(&mut self, id: &str) -> Result<Next<E>, Refusal> {
        let entry = self.entry(id).ok_or_else(|| Refusal::UnknownExtension(id.to_owned()))?;
        match entry.phase {
            Phase::Registered | Phase::Running => {}
            // Its connection broke while it waited.
            Phase::Ready if !entry.parked => {}
            _ => return Err(entry.refuse("Ready", id)),
        }
        if let Some(event) = entry.pending.take() {
            entry.phase = Phase::Running;
            return Ok(Next::Deliver(event));
        }
        entry.phase = Phase::Ready;
        entry.parked = true;
        Ok(Next::Park)
    }

    /// The connection of a waiting `next` is gone.
    pub(crate) fn unpark(&mut self, id: &str) {
        if let Some(entry) = self.entry(id) {
            entry.parked = false;
        }
    }

    /// An event for all that registered for its kind. Gives the identifiers of those that wait and get it now; the
    /// others get it when they ask, in place of one that they have not taken.
    pub(crate) fn announce(&mut self, kind: ExtensionEvent, event: &E) -> Vec<Identifier> {
        let mut waiting = Vec::new();
        for entry in &mut self.entries {
            let wanted = match kind {
                ExtensionEvent::Invoke => entry.invoke,
                ExtensionEvent::Shutdown => entry.shutdown,
            };
            // Whoever has reported an error is told nothing more.
            let listens = matches!(entry.phase, Phase::Registered | Phase::Ready | Phase::Running);
            let Some(id) = entry.id.as_ref().filter(|_| wanted && listens) else { continue };
            if std::mem::take(&mut entry.parked) {
                entry.phase = Phase::Running;
                waiting.push(id.clone());
            } else {
                entry.pending = Some(event.clone());
            }
        }
        waiting
    }

    /// `POST …/init/error`.
    pub(crate) fn init_error(&mut self, id: &str, error_type: String) -> Result<(), Refusal> {
        let allowed = |phase| matches!(phase, Phase::Registered | Phase::InitError);
        self.report(id, error_type, allowed, Phase::InitError, "InitError", "Extension.InitError")
    }

    /// `POST …/exit/error`.
    pub(crate) fn exit_error(&mut self, id: &str, error_type: String) -> Result<(), Refusal> {
        let allowed =
            |phase| matches!(phase, Phase::Registered | Phase::Ready | Phase::Running | Phase::ExitError);
        // The state's name in the message is the emulator's.
        self.report(id, error_type, allowed, Phase::ExitError, "Exited", "Extension.ExitError")
    }

    fn report(
        &mut self,
        id: &str,
        error_type: String,
        allowed: impl Fn(Phase) -> bool,
        phase: Phase,
        to: &'static str,
        kind: &'static str,
    ) -> Result<(), Refusal> {
        let entry = self.entry(id).ok_or(Refusal::UnknownExtensionIdentifier)?;
        if !allowed(entry.phase) {
            return Err(entry.refuse(to, id));
        }
        // Of several only the first counts.
        if entry.phase != phase {
            entry.phase = phase;
            entry.error_type = Some(error_type);
            self.reported.get_or_insert(kind);
        }
        Ok(())
    }

    /// The program of an external one could not be started.
    pub(crate) fn launch_error(&mut self, name: &str, error_type: &str) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| &*entry.name == name) {
            entry.phase = Phase::LaunchError;
            entry.error_type = Some(error_type.to_owned());
        }
    }

    /// No more may register.
    pub(crate) fn close(&mut self) {
        self.open = false;
    }

    /// Whether no external one has still to register.
    pub(crate) fn all_registered(&self) -> bool {
        self.entries.iter().all(|entry| entry.phase != Phase::Started)
    }

    /// Whether all of them have asked for an event.
    pub(crate) fn all_ready(&self) -> bool {
        self.entries.iter().all(|entry| entry.phase == Phase::Ready)
    }

    /// Whether none of those that are told of invocations has still to do with one.
    pub(crate) fn is_settled(&self) -> bool {
        self.entries.iter().all(|entry| !entry.invoke || !entry.is_busy())
    }

    /// `Extension.InitError` or `Extension.ExitError` where one was reported: the first.
    pub(crate) fn reported(&self) -> Option<&'static str> {
        self.reported
    }

    /// The extension with this identifier.
    pub(crate) fn find(&self, id: &str) -> Option<Extension> {
        self.entries.iter().find(|entry| entry.has(id)).map(Entry::shown)
    }

    /// All of them: first the external ones, in their order, then as they registered.
    pub(crate) fn all(&self) -> Vec<Extension> {
        self.entries.iter().map(Entry::shown).collect()
    }

    fn entry(&mut self, id: &str) -> Option<&mut Entry<E>> {
        self.entries.iter_mut().find(|entry| entry.has(id))
    }
}

impl<E> Entry<E> {
    fn has(&self, id: &str) -> bool {
        self.id.as_ref().is_some_and(|own| &*own.0 == id)
    }

    fn shown(&self) -> Extension {
        Extension {
            name: Arc::clone(&self.name),
            kind: self.kind,
            state: self.phase.name(),
            invoke: self.invoke,
            shutdown: self.shutdown,
            error_type: self.error_type.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
