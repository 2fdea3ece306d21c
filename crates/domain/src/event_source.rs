//! Event source mappings: which function reads from where, and how far such a mapping is.

use crate::clock::Timestamp;
use crate::name::{FunctionName, Qualifier};
use crate::scope::Scope;
use std::fmt;

/// `State` of an event source mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MappingState {
    /// Just made.
    Creating,
    /// Asked to read again.
    Enabling,
    /// Reads.
    Enabled,
    /// Asked to read no more.
    Disabling,
    /// Does not read.
    Disabled,
    /// Its settings change.
    Updating,
    /// On its way out.
    Deleting,
}

impl MappingState {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Creating,
        Self::Enabling,
        Self::Enabled,
        Self::Disabling,
        Self::Disabled,
        Self::Updating,
        Self::Deleting,
    ];

    /// AWS's name of it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "Creating",
            Self::Enabling => "Enabling",
            Self::Enabled => "Enabled",
            Self::Disabling => "Disabling",
            Self::Disabled => "Disabled",
            Self::Updating => "Updating",
            Self::Deleting => "Deleting",
        }
    }

    /// The state of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Whether something is still to happen by itself.
    pub fn is_passing(self) -> bool {
        !matches!(self, Self::Enabled | Self::Disabled)
    }
}

impl fmt::Display for MappingState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One event source mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSourceMapping {
    /// Account and region.
    pub scope: Scope,
    /// Its own name, lower-case.
    pub uuid: String,
    /// The function that gets the events. It may be gone: a mapping outlives its function.
    pub function: FunctionName,
    /// The version or alias that gets them.
    pub qualifier: Option<Qualifier>,
    /// The ARN of the source; for a source without one, its addresses joined by commas.
    pub source: String,
    /// What of the source it reads, one text for each part. No two mappings of the same function (and qualifier)
    /// have a text in common.
    pub reads: Vec<String>,
    /// How far it is.
    pub state: MappingState,
    /// Whether it reads, or will when it has settled.
    pub enabled: bool,
    /// All else that was configured, in a form of the service's own.
    pub settings: String,
    /// Counts the changes: 1 when it is made.
    pub change: u64,
    /// When it was last configured.
    pub modified: Timestamp,
}

impl EventSourceMapping {
    /// What it becomes by itself; `None` where it ceases to be.
    pub fn settled(&self) -> Option<Self> {
        let state = match (self.state, self.enabled) {
            (MappingState::Deleting, _) => return None,
            (_, true) => MappingState::Enabled,
            (_, false) => MappingState::Disabled,
        };
        Some(Self { state, change: self.change + 1, ..self.clone() })
    }

    /// `arn:<partition>:lambda:<region>:<account>:event-source-mapping:<uuid>`.
    pub fn arn(&self) -> String {
        self.scope.lambda_arn("event-source-mapping", &self.uuid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scope::{AccountId, Region};

    #[test]
    fn where_every_state_ends() {
        use MappingState::{Creating, Deleting, Disabled, Disabling, Enabled, Enabling, Updating};
        let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
        for (state, enabled, ends) in [
            (Creating, true, Some(Enabled)),
            (Creating, false, Some(Disabled)),
            (Updating, true, Some(Enabled)),
            (Updating, false, Some(Disabled)),
            (Enabling, true, Some(Enabled)),
            (Disabling, false, Some(Disabled)),
            (Deleting, true, None),
            (Deleting, false, None),
        ] {
            let mapping = EventSourceMapping {
                scope: scope.clone(),
                uuid: "u".to_owned(),
                function: FunctionName::new("f").unwrap(),
                qualifier: None,
                source: String::new(),
                reads: Vec::new(),
                state,
                enabled,
                settings: String::new(),
                change: 7,
                modified: Timestamp(0),
            };
            let settled = mapping.settled();
            assert_eq!(settled.as_ref().map(|m| m.state), ends, "{state}");
            assert!(settled.is_none_or(|m| m.change == 8 && !m.state.is_passing()));
            assert!(state.is_passing());
            assert_eq!(MappingState::named(state.as_str()), Some(state));
            assert_eq!(mapping.arn(), "arn:aws:lambda:us-east-1:123456789012:event-source-mapping:u");
        }
        assert_eq!(MappingState::named("enabled"), None);
    }
}
