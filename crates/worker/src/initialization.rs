//! Why an environment is initialised. Pure.

/// See the module's documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Initialization {
    /// Somebody waits for it.
    #[default]
    OnDemand,
    /// So that nobody ever waits for it.
    Provisioned,
    /// For a published version of which a snapshot is kept: somebody waits for it, or for the snapshot.
    SnapStart,
}

impl Initialization {
    /// AWS's name: `AWS_LAMBDA_INITIALIZATION_TYPE`, and `initializationType` in logs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OnDemand => "on-demand",
            Self::Provisioned => "provisioned-concurrency",
            Self::SnapStart => "snap-start",
        }
    }

    /// Whether it is rather replaced than started anew where its process has ended.
    pub(crate) fn is_replaced(self) -> bool {
        self != Self::OnDemand
    }

    /// Whether it is provisioned.
    pub(crate) fn is_provisioned(self) -> bool {
        self == Self::Provisioned
    }
}
