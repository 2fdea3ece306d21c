//! From a passing state to the one it ends in.
//!
//! Nothing is polled yet, so a mapping settles as soon as its state is written down: by a task after the answer, by
//! the next request that wants to change it, or by the next start of the server, whichever is first.

use super::no_such_mapping;
use crate::errors;
use crate::functions::Functions;
use crate::service::LambdaService;
use aws_wire::{ApiError, RequestContext};
use domain::EventSourceMapping;
use std::sync::Arc;
use std::time::Duration;
use store::{LambdaStore, StoreError};

/// Tries of writing a state down, and the wait after the first one that failed, which doubles.
const TRIES: u32 = 6;
const FIRST_WAIT: Duration = Duration::from_millis(50);
/// Changes of others that a request waits for before it says that the mapping is in use.
const OTHERS: u32 = 8;

/// Writes down how a mapping ends up; somebody else may have been faster.
async fn settle(store: &dyn LambdaStore, mapping: &EventSourceMapping) -> Result<(), StoreError> {
    let written = match mapping.settled() {
        Some(settled) => store.replace_mapping(mapping.change, settled).await.map(drop),
        None => store.delete_mapping(&mapping.scope, &mapping.uuid, mapping.change).await,
    };
    match written {
        Err(StoreError::NotFound(_) | StoreError::RevisionMismatch) => Ok(()),
        other => other,
    }
}

/// The same for all that the last run of the server left.
pub(crate) async fn settle_all(store: &dyn LambdaStore) -> Result<(), StoreError> {
    for mapping in store.unfinished_mappings().await? {
        settle(store, &mapping).await?;
    }
    Ok(())
}

/// The same in the background.
pub(super) fn begin(functions: &Arc<Functions>, mapping: EventSourceMapping) {
    let functions = Arc::clone(functions);
    tokio::spawn(async move {
        let mut wait = FIRST_WAIT;
        for _ in 0..TRIES {
            match settle(functions.store(), &mapping).await {
                Ok(()) => break,
                // At worst it stays as it is until it is changed or the server starts again.
                Err(error) => {
                    tracing::warn!(%error, mapping = mapping.arn(), "a state could not be written");
                }
            }
            tokio::time::sleep(wait).await;
            wait *= 2;
        }
    });
}

/// A mapping that may be changed now. `verb` is what it is to be, in AWS's words for one that may not.
pub(super) async fn find(
    service: &LambdaService,
    context: &RequestContext,
    uuid: &str,
    verb: &str,
) -> Result<EventSourceMapping, ApiError> {
    for _ in 0..OTHERS {
        let found = service.functions.store().mapping(&context.scope, &uuid.to_ascii_lowercase()).await;
        let mapping = found.map_err(|e| errors::store(&e))?.ok_or_else(no_such_mapping)?;
        if !mapping.state.is_passing() {
            return Ok(mapping);
        }
        settle(service.functions.store(), &mapping).await.map_err(|e| errors::store(&e))?;
    }
    Err(in_use(verb))
}

pub(super) fn in_use(verb: &str) -> ApiError {
    ApiError::new(
        400,
        "ResourceInUseException",
        format!("Cannot {verb} the event source mapping because it is in use."),
    )
}
