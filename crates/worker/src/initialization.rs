//! Why an environment is initialised. Pure.

/// See the module's documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Initialization {
    /// Somebody waits for it.
    #[default]
    OnDemand,
    /// So that nobody ever waits for it.
    Provisioned,
}

impl Initialization {
    /// AWS's name: `AWS_LAMBDA_INITIALIZATION_TYPE`, and `initializationType` in logs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OnDemand => "on-demand",
            Self::Provisioned => "provisioned-concurrency",
        }
    }

    /// Whether it is provisioned.
    pub(crate) fn is_provisioned(self) -> bool {
        self == Self::Provisioned
    }
}
