//! What is the same for users, groups and roles beside their policies.

use super::subject::Subject;
use super::{IamService, protected};
use aws_wire::{ApiError, Output};

pub(super) async fn delete(service: &IamService, of: Subject) -> Result<Output, ApiError> {
    protected::check(service, &of.who).await?;
    let deleted = service.store.delete_identity(&of.who).await;
    deleted.map_err(|error| of.explain(&error, ""))?;
    Ok(Output::empty())
}
