//! The privileged process beside the server, forked before anything else happens.

use crate::cli::Serve;
use crate::data_dir;
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

    /// Leaves this process its own files only. Call it before any thread exists.
    pub(crate) fn wall_in(&self, serve: &Serve) -> Result<(), Failure> {
        let data_dir = &serve.config().data_dir;
        data_dir::make(data_dir)?;
        let removed_at_the_end = serve.is_for_once().then(|| data_dir.parent()).flatten();
        sandbox::linux::wall_in(&[data_dir], removed_at_the_end)
            .map_err(|e| Failure::Machine(format!("cannot confine the server: {e}")))
    }
}
