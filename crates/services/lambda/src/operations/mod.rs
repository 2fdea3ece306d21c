//! One file per operation; the operations on one noun (aliases, layers, tags …) are one file or one folder.

pub(crate) mod aliases;
pub(crate) mod code_signing;
pub(crate) mod concurrency;
pub(crate) mod create_function;
pub(crate) mod delete_function;
pub(crate) mod event_invoke_config;
pub(crate) mod event_source_mappings;
pub(crate) mod function_urls;
pub(crate) mod get_account_settings;
pub(crate) mod get_function;
pub(crate) mod get_function_configuration;
pub(crate) mod invoke;
pub(crate) mod layers;
pub(crate) mod list_functions;
pub(crate) mod list_versions_by_function;
pub(crate) mod none_yet;
pub(crate) mod permissions;
pub(crate) mod provisioned_concurrency;
pub(crate) mod publish_version;
pub(crate) mod recursion;
pub(crate) mod runtime_management;
pub(crate) mod tags;
pub(crate) mod update_function_code;
pub(crate) mod update_function_configuration;

use crate::errors;
use crate::preparation::Previous;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::{ApiError, RequestContext};
use domain::{FunctionConfig, FunctionState, LastUpdate, Qualifier, Timestamp};
use std::sync::Arc;
use store::StoreError;

/// `LastModified` of an update: always later than before, though the clock may have stepped back, since revisions are
/// told apart by it.
pub(crate) fn modified(now: Timestamp, old: &FunctionConfig) -> Timestamp {
    now.max(Timestamp(old.last_modified.0.saturating_add(1)))
}

impl LambdaService {
    /// The version that a target means. Only `$LATEST` exists so far; every other one is not found.
    pub(crate) async fn find(
        &self,
        context: &RequestContext,
        target: &Target,
    ) -> Result<Arc<FunctionConfig>, ApiError> {
        let missing = || errors::function_not_found(&target.arn(context));
        let config = self.functions.get(&context.scope, &target.name).await?.ok_or_else(missing)?;
        match &target.qualifier {
            None | Some(Qualifier::Latest) => Ok(config),
            Some(other) => Err(errors::version_not_found(&target.unqualified(context), other)),
        }
    }

    /// The function that an update is about, if it may be changed now.
    pub(crate) async fn find_changeable(
        &self,
        context: &RequestContext,
        target: &Target,
        expected_revision: Option<&str>,
    ) -> Result<Arc<FunctionConfig>, ApiError> {
        let config = self.find(context, target).await?;
        if expected_revision.is_some_and(|revision| revision != config.revision_id) {
            return Err(errors::wrong_revision());
        }
        if config.state == FunctionState::Pending {
            return Err(errors::in_state("Pending"));
        }
        if config.last_update == LastUpdate::InProgress {
            return Err(errors::update_in_progress(&target.unqualified(context)));
        }
        Ok(config)
    }

    /// Writes an update down and begins to prepare it. Environments of the old revision end.
    pub(crate) async fn update(
        &self,
        context: &RequestContext,
        target: &Target,
        old: &FunctionConfig,
        new: FunctionConfig,
    ) -> Result<(), ApiError> {
        let package = self.packages.hold(old.code);
        match self.functions.replace(&old.revision_id, new.clone()).await {
            Ok(()) => {}
            Err(StoreError::NotFound(_)) => {
                return Err(errors::function_not_found(&target.unqualified(context)));
            }
            // Somebody else's update came in between.
            Err(StoreError::RevisionMismatch) => {
                return Err(errors::update_in_progress(&target.unqualified(context)));
            }
            Err(error) => return Err(errors::store(&error)),
        }
        self.engine.retire(&new.scope, &new.name);
        self.preparations.begin(new, Some(Previous { config: old.clone(), package }));
        Ok(())
    }
}
