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
pub(crate) mod invoke_event;
pub(crate) mod invoke_with_response_stream;
pub(crate) mod layers;
pub(crate) mod list_functions;
pub(crate) mod list_versions_by_function;
pub(crate) mod permissions;
pub(crate) mod provisioned_concurrency;
pub(crate) mod publish_version;
pub(crate) mod recursion;
pub(crate) mod runtime_management;
pub(crate) mod tags;
pub(crate) mod update_function_code;
pub(crate) mod update_function_configuration;

use crate::errors;
use crate::functions::Resolved;
use crate::preparation::Previous;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::{ApiError, RequestContext};
use domain::{FunctionConfig, FunctionState, LastUpdate, Qualifier, Timestamp, Version};
use std::sync::Arc;
use store::{Publication, Published, StoreError};

/// `LastModified` of an update: always later than before, though the clock may have stepped back, since revisions are
/// told apart by it.
pub(crate) fn modified(now: Timestamp, old: &FunctionConfig) -> Timestamp {
    later(now, old.last_modified)
}

/// Now, or just after a time that the clock is not past.
pub(crate) fn later(now: Timestamp, than: Timestamp) -> Timestamp {
    now.max(Timestamp(than.0.saturating_add(1)))
}

/// How an update or a creation is published, where its request says `Publish`.
pub(crate) fn publication(publish: Option<bool>) -> Option<Publication> {
    (publish == Some(true)).then(|| Publication { description: None, revision_id: uuid() })
}

impl LambdaService {
    /// The version that a target means; for an alias, its main one.
    pub(crate) async fn find(
        &self,
        context: &RequestContext,
        target: &Target,
    ) -> Result<Arc<FunctionConfig>, ApiError> {
        Ok(self.resolve(context, target).await?.config)
    }

    /// The version or alias that a target means.
    pub(crate) async fn resolve(
        &self,
        context: &RequestContext,
        target: &Target,
    ) -> Result<Resolved, ApiError> {
        let qualifier = target.qualifier.as_ref().unwrap_or(&Qualifier::Latest);
        let found = self.functions.resolve(&context.scope, &target.name, qualifier).await?;
        found.ok_or_else(|| errors::function_not_found(&target.arn(context)))
    }

    /// The function that an operation on functions as a whole is about. Errors: a version or an alias is named.
    pub(crate) async fn find_whole(
        &self,
        context: &RequestContext,
        target: &Target,
    ) -> Result<Arc<FunctionConfig>, ApiError> {
        if matches!(target.qualifier, Some(Qualifier::Version(_) | Qualifier::Alias(_))) {
            return Err(errors::functions_only());
        }
        self.find(context, target).await
    }

    /// The function that an update is about, if it may be changed now.
    pub(crate) async fn find_changeable(
        &self,
        context: &RequestContext,
        target: &Target,
        expected_revision: Option<&str>,
    ) -> Result<Arc<FunctionConfig>, ApiError> {
        let config = self.find_whole(context, target).await?;
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

    /// Writes an update down, publishes it where that was asked for, and begins to prepare it. Environments of the old
    /// revision end. Returns the version that was published. `expected` is the caller's `RevisionId`.
    pub(crate) async fn update(
        &self,
        expected: Option<&str>,
        old: &FunctionConfig,
        new: FunctionConfig,
        publication: Option<Publication>,
    ) -> Result<Option<FunctionConfig>, ApiError> {
        let packages = old.packages().map(|code| self.packages.hold(code)).collect();
        let mut revision = old.revision_id.clone();
        let published = loop {
            let store = self.functions.store();
            let write = store.replace_function(&revision, new.clone(), publication.clone());
            match self.functions.write(&new.scope, &new.name, write).await {
                Ok(published) => break published,
                Err(StoreError::RevisionMismatch) => revision = self.newer_revision(old, expected).await?,
                Err(StoreError::NotFound(_)) => return Err(errors::function_not_found(&old.arn())),
                Err(error) => return Err(errors::store(&error)),
            }
        };
        self.engine.retire(&new.scope, &new.name, Some(Version::Latest));
        self.preparations.begin(new, Some(Previous { config: old.clone(), packages }));
        if let Some(Published::New(config)) = &published {
            self.preparations.begin(config.clone(), None);
        }
        Ok(published.map(|published| published.config().clone()))
    }

    /// The revision to go on from where a version changed under a write: its policy did, if nothing else. Errors:
    /// somebody else's update came in between; the caller `expected` this very revision.
    pub(crate) async fn newer_revision(
        &self,
        old: &FunctionConfig,
        expected: Option<&str>,
    ) -> Result<String, ApiError> {
        if expected.is_some() {
            return Err(errors::wrong_revision());
        }
        let revised = self.functions.revised(old).await?;
        revised.ok_or_else(|| errors::update_in_progress(&old.arn()))
    }
}
