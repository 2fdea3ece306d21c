//! The privileged process beside the server, forked before anything else happens.

use crate::failure::Failure;

/// A keeper that was forked and waits for its server.
pub(crate) struct Keeper(pub(crate) sandbox::linux::Keeper);

impl Keeper {
    /// Forks it. Call it before any thread, any runtime and any file that it should not have.
    pub(crate) fn fork() -> Result<Self, Failure> {
        let forked = sandbox::linux::Keeper::fork_before_threads();
        forked.map(Self).map_err(|e| Failure::Machine(format!("cannot start the keeper: {e}")))
    }

    /// Gives up, in this process, what only the keeper needs. Call it before any thread exists.
    pub(crate) fn renounce_privileges(&self) -> Result<(), Failure> {
        sandbox::linux::renounce_privileges()
            .map_err(|e| Failure::Machine(format!("cannot give up privileges: {e}")))
    }
}
