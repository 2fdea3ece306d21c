//! What functions must have in common for a sandbox to be built before it is known for which of them.

use crate::runtimes::ResolvedRuntime;
use domain::FunctionConfig;
use domain::runtime::Family;
use sandbox::Tunnel;

/// See the module's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// What the sandbox shows of the host.
    pub(crate) runtime: ResolvedRuntime,
    /// The size of `/tmp`, MB.
    pub(crate) ephemeral_mb: u32,
    /// Its interface to outside, if there is one. What may pass there is not the sandbox's affair.
    pub(crate) tunnel: Option<Tunnel>,
    /// The program and its arguments, where it can be started before the function is known.
    pub(crate) early: Option<Vec<String>>,
}

impl Kind {
    /// That of a function.
    pub(crate) fn of(
        function: &FunctionConfig,
        runtime: &ResolvedRuntime,
        tunnel: Option<Tunnel>,
        early: Option<Vec<String>>,
    ) -> Self {
        Self { runtime: runtime.clone(), ephemeral_mb: function.ephemeral_mb, tunnel, early }
    }

    /// What one of them is counted with, MB of the host's memory: two to three times what was measured when nothing else ran,
    /// so that the bound holds on other machines too.
    pub(crate) fn weight_mb(&self) -> u64 {
        match (&self.early, self.runtime.requested.family) {
            (None, _) => 3,
            (Some(_), Family::Python) => 12,
            (Some(_), _) => 40,
        }
    }
}
