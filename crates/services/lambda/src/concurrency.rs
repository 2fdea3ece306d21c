//! Reserved and provisioned concurrency: what is kept of it, and telling the engine.
//!
//! What is kept is the truth. After every write that may matter (an alias that moves, a version that goes), all of one
//! function is read again and told, so the engine need not know what changed. Writes and telling take turns, for the
//! rules are about the sum of all functions of an account and region.

use crate::errors;
use crate::service::LambdaService;
use aws_wire::ApiError;
use dispatch::Shares;
use domain::{Alias, FunctionConfig, FunctionName, Qualifier, Routing, Scope, Version};
use std::sync::Arc;
use store::{Attachment, AttachmentKind};
use tokio::sync::MutexGuard;
use worker::{ProvisionedVersion, ProvisioningState};

/// What must stay unreserved in an account and region [S].
pub(crate) const MIN_UNRESERVED: u64 = 100;
/// Attachments read at once.
const PAGE: usize = 100;

/// The right to change concurrency.
pub(crate) type Turn<'a> = MutexGuard<'a, ()>;

/// A provisioned concurrency config and the versions that it is for.
pub(crate) struct ProvisionedConfig {
    pub(crate) attachment: Attachment,
    /// With how many environments each; two with a weighted alias.
    pub(crate) versions: Vec<(Arc<FunctionConfig>, u32)>,
}

/// How far a config is.
pub(crate) struct Progress {
    pub(crate) available: u32,
    pub(crate) state: ProvisioningState,
}

impl ProvisionedConfig {
    /// How many environments are asked for.
    pub(crate) fn requested(&self) -> u32 {
        self.attachment.amount.unwrap_or(0)
    }

    /// Whether it is what provides this version.
    pub(crate) fn provides(&self, version: Version) -> bool {
        self.versions.iter().any(|(config, _)| config.version == version)
    }

    /// The alias that it is attached to.
    fn alias(&self) -> Option<&Arc<str>> {
        match &self.attachment.qualifier {
            Some(Qualifier::Alias(alias)) => Some(alias),
            _ => None,
        }
    }
}

impl LambdaService {
    /// Waits for the turn to change concurrency.
    pub(crate) async fn concurrency_turn(&self) -> Turn<'_> {
        self.concurrency.lock().await
    }

    /// After a change of a function, its versions or aliases: what is provisioned for it goes along. Nothing is read where
    /// it has no concurrency of its own; whoever is about to give it some has the turn, and reads after this change.
    pub(crate) async fn follow_with_concurrency(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<(), ApiError> {
        let turn = self.concurrency_turn().await;
        if self.engine.has_own_concurrency(scope, name) {
            self.apply_concurrency(&turn, scope, name).await?;
        }
        Ok(())
    }

    /// Tells the engine all that is kept of a function's concurrency: nothing where it does not exist.
    pub(crate) async fn apply_concurrency(
        &self,
        _turn: &Turn<'_>,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<(), ApiError> {
        let reserved = self.reserved(scope, name).await?;
        let configs = self.provisioned_configs(scope, name).await?;
        self.engine.reserve(scope, name, reserved);
        self.engine.provision(scope, name, wanted(&configs));
        Ok(())
    }

    /// Tells the engine all that is kept, when the server starts.
    pub(crate) async fn apply_all_concurrency(&self) -> Result<(), ApiError> {
        let store = self.functions.store();
        let turn = self.concurrency_turn().await;
        for kind in [AttachmentKind::ReservedConcurrency, AttachmentKind::ProvisionedConcurrency] {
            let mut all = store.attachments_with_amounts(kind).await.map_err(|e| errors::store(&e))?;
            all.dedup_by(|a, b| a.scope == b.scope && a.name == b.name);
            for Attachment { scope, name, .. } in all {
                self.apply_concurrency(&turn, &scope, &name).await?;
            }
        }
        Ok(())
    }

    /// A function's reserved concurrency.
    pub(crate) async fn reserved(&self, scope: &Scope, name: &FunctionName) -> Result<Option<u32>, ApiError> {
        let kind = AttachmentKind::ReservedConcurrency;
        let found = self.functions.store().attachment(scope, name, None, kind).await;
        Ok(found.map_err(|e| errors::store(&e))?.and_then(|found| found.amount))
    }

    /// All provisioned concurrency configs of a function, by qualifier.
    pub(crate) async fn provisioned_configs(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<Vec<ProvisionedConfig>, ApiError> {
        let kind = AttachmentKind::ProvisionedConcurrency;
        let mut configs: Vec<ProvisionedConfig> = Vec::new();
        loop {
            let after = configs.last().map(|last| last.attachment.qualifier.as_ref());
            let page = self.functions.store().attachments_of(scope, name, kind, after, PAGE).await;
            let page = page.map_err(|e| errors::store(&e))?;
            for attachment in page.items {
                let versions = self.versions_of(&attachment).await?;
                configs.push(ProvisionedConfig { attachment, versions });
            }
            if !page.more {
                return Ok(configs);
            }
        }
    }

    /// The versions that a config is for. None where they went away since it was read: then so does the config.
    async fn versions_of(
        &self,
        attachment: &Attachment,
    ) -> Result<Vec<(Arc<FunctionConfig>, u32)>, ApiError> {
        let Some(qualifier) = &attachment.qualifier else { return Ok(Vec::new()) };
        let (scope, name) = (&attachment.scope, &attachment.name);
        let Some(found) = self.functions.resolve(scope, name, qualifier).await? else {
            return Ok(Vec::new());
        };
        let amount = attachment.amount.unwrap_or(0);
        let (main, second) = split(amount, found.alias.as_deref().and_then(|alias| alias.routing));
        let mut versions = vec![(found.config, main)];
        if second > 0
            && let Some(config) = found.second
        {
            versions.push((config, second));
        }
        versions.retain(|(_, amount)| *amount > 0);
        Ok(versions)
    }

    /// How far a config is.
    pub(crate) fn progress(&self, config: &ProvisionedConfig) -> Progress {
        let mut sum = Progress { available: 0, state: ProvisioningState::Ready };
        for (version, amount) in &config.versions {
            let found = self.engine.provisioned(&version.scope, &version.name, version.version);
            let Some(found) = found else {
                sum.state = ProvisioningState::InProgress;
                continue;
            };
            sum.available += found.available.min(*amount);
            sum.state = match (sum.state, found.state) {
                (failed @ ProvisioningState::Failed(_), _) => failed,
                (state, ProvisioningState::Ready) => state,
                (_, other) => other,
            };
        }
        sum
    }

    /// What an account and region has given away but to this function, which has `reserved` and `configs`.
    pub(crate) fn shares_of_others(
        &self,
        scope: &Scope,
        reserved: Option<u32>,
        configs: &[ProvisionedConfig],
    ) -> Shares {
        let mut shares = self.engine.shares(scope);
        match reserved {
            Some(own) => shares.reserved = shares.reserved.saturating_sub(own.into()),
            None => {
                let own: u64 = configs.iter().map(|config| u64::from(config.requested())).sum();
                shares.provisioned = shares.provisioned.saturating_sub(own);
            }
        }
        shares
    }

    /// Refuses to move an alias with provisioned concurrency to a version that has its own, or to one that can have none.
    pub(crate) async fn check_alias_may_move(&self, alias: &Alias) -> Result<(), ApiError> {
        if !self.engine.has_own_concurrency(&alias.scope, &alias.function) {
            return Ok(());
        }
        let configs = self.provisioned_configs(&alias.scope, &alias.function).await?;
        let own = Some(alias.qualifier());
        if !configs.iter().any(|config| config.attachment.qualifier == own) {
            return Ok(());
        }
        if alias.version == Version::Latest {
            return Err(unpublished());
        }
        let second = alias.routing.map(|routing| Version::Number(routing.version));
        let taken = configs.iter().filter(|config| config.attachment.qualifier != own).any(|config| {
            config.provides(alias.version) || second.is_some_and(|second| config.provides(second))
        });
        if taken { Err(already_provisioned()) } else { Ok(()) }
    }
}

pub(crate) fn already_provisioned() -> ApiError {
    errors::conflict(
        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    )
}

pub(crate) fn unpublished() -> ApiError {
    errors::invalid("Provisioned Concurrency Configs cannot be applied to unpublished function versions.")
}

/// What the engine is told: each version once.
fn wanted(configs: &[ProvisionedConfig]) -> Vec<ProvisionedVersion> {
    let mut wanted: Vec<ProvisionedVersion> = Vec::new();
    for config in configs {
        for (function, amount) in &config.versions {
            match wanted.iter_mut().find(|known| known.function.version == function.version) {
                // Not by our rules; nobody is to lose what was provisioned for him.
                Some(known) => {
                    known.amount = known.amount.saturating_add(*amount);
                    known.alias = None;
                    known.since = known.since.min(config.attachment.modified);
                }
                None => wanted.push(ProvisionedVersion {
                    function: Arc::clone(function),
                    alias: config.alias().cloned(),
                    amount: *amount,
                    since: config.attachment.modified,
                }),
            }
        }
    }
    wanted
}

/// How many of `amount` environments are for the alias's own version, and how many for its second one: by weight.
fn split(amount: u32, routing: Option<Routing>) -> (u32, u32) {
    let Some(routing) = routing else { return (amount, 0) };
    // A weight is from 0 to 1, so the product is no larger than the amount.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and the amount")]
    let second = ((f64::from(amount) * routing.weight).round() as u32).min(amount);
    (amount - second, second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn environments_are_split_by_weight_and_none_is_lost() {
        assert_eq!(split(7, None), (7, 0));
        for (amount, weight, expected) in [
            (10, 0.1, (9, 1)),
            (10, 0.0, (10, 0)),
            (10, 1.0, (0, 10)),
            (1, 0.4, (1, 0)),
            (1, 0.6, (0, 1)),
            (3, 0.5, (1, 2)),
            (0, 0.5, (0, 0)),
        ] {
            assert_eq!(split(amount, Some(Routing { version: 2, weight })), expected);
        }
    }
}
