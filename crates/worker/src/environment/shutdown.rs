//! The shutdown phase: extensions and, where there are some, the runtime are told that their time is over, and have a
//! little left. Whatever is alive after it is killed by whoever called; the sandbox must not be frozen.

use super::processes::{Processes, Running};
use runtime_api::{Extension, ExtensionKind, Session, ShutdownReason};
use sandbox::{Sandbox, Signal};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// How long the phase takes at most with external extensions [AWS: the Extensions API].
pub(crate) const WINDOW: Duration = Duration::from_millis(2_000);
/// The runtime's share of it.
const RUNTIME_SHARE: Duration = Duration::from_millis(300);
/// How long it takes with internal extensions only: all of it is the runtime's.
const INTERNAL_WINDOW: Duration = Duration::from_millis(500);

/// Runs the phase. Without extensions it takes no time: nobody is told.
pub(super) async fn shut_down(
    sandbox: &dyn Sandbox,
    session: &Session,
    processes: &Processes,
    reason: ShutdownReason,
) {
    let extensions = session.extensions();
    if !extensions.are_present() {
        return;
    }
    let begun = Instant::now();
    let all = extensions.all();
    let external = all.iter().any(|extension| extension.kind == ExtensionKind::External);
    let share = if external { RUNTIME_SHARE } else { INTERNAL_WINDOW };
    if let Some(runtime) = processes.runtime().filter(|runtime| !runtime.has_exited()) {
        let _ = sandbox.signal(runtime.id, Signal::Term).await;
        if timeout_at(begun + share, runtime.exited()).await.is_err() {
            let _ = sandbox.signal(runtime.id, Signal::Kill).await;
        }
    }
    if !external {
        return;
    }
    let deadline = begun + WINDOW;
    extensions.shut_down(reason, deadline.saturating_duration_since(Instant::now()));
    let (told, rest): (Vec<_>, Vec<_>) =
        processes.extensions().into_iter().partition(|(number, _)| all.get(*number).is_some_and(is_told));
    for (_, process) in rest {
        let _ = sandbox.signal(process.id, Signal::Kill).await;
    }
    let _ = timeout_at(deadline, all_exited(told)).await;
}

/// Whether it hears of the shutdown. One that has reported an error is told nothing more.
fn is_told(extension: &Extension) -> bool {
    extension.shutdown && !matches!(extension.state, "InitError" | "ExitError")
}

async fn all_exited(processes: Vec<(usize, Arc<Running>)>) {
    for (_, process) in processes {
        process.exited().await;
    }
}
