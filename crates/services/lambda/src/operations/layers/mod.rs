//! Layers: publishing, reading and deleting their versions, and who may use them.

mod delete;
mod get;
mod list;
mod permissions;
mod publish;

pub(crate) use delete::delete_layer_version;
pub(crate) use get::{get_layer_version, get_layer_version_by_arn};
pub(crate) use list::{list_layer_versions, list_layers};
pub(crate) use permissions::{
    add_layer_version_permission, check_access, get_layer_version_policy, remove_layer_version_permission,
};
pub(crate) use publish::publish_layer_version;

use crate::errors::{self, invalid, not_found};
use aws_wire::{ApiError, RequestContext};
use domain::{LayerArn, LayerName, LayerVersionArn};

/// The layer that a name or an ARN means to this caller. Errors: it is in another region, where nothing of this one is
/// found.
fn layer(context: &RequestContext, name_or_arn: &str) -> Result<LayerArn, ApiError> {
    let layer = match LayerName::new(name_or_arn) {
        Ok(name) => Ok(LayerArn { scope: context.scope.clone(), name }),
        Err(_) => LayerArn::parse(name_or_arn),
    };
    let layer = layer.map_err(|_| no_such_resource())?;
    if layer.scope.region == context.scope.region { Ok(layer) } else { Err(no_such_resource()) }
}

/// The same, for what only the layer's own account may do. `action` is IAM's name of the operation.
fn own_layer(context: &RequestContext, name_or_arn: &str, action: &str) -> Result<LayerArn, ApiError> {
    let layer = layer(context, name_or_arn)?;
    if layer.scope == context.scope {
        return Ok(layer);
    }
    Err(errors::no_policy_allows(context, action, &layer))
}

/// One version of a layer, for what only the layer's own account may do.
fn own_version(
    context: &RequestContext,
    name_or_arn: &str,
    number: i64,
    action: &str,
) -> Result<LayerVersionArn, ApiError> {
    let arn = version(layer(context, name_or_arn)?, number)?;
    if arn.layer.scope == context.scope {
        return Ok(arn);
    }
    Err(errors::no_policy_allows(context, action, &arn))
}

/// One version of a layer.
fn version(layer: LayerArn, number: i64) -> Result<LayerVersionArn, ApiError> {
    match u64::try_from(number) {
        Ok(number) if number > 0 => Ok(layer.version(number)),
        _ => Err(invalid("Layer Version Cannot be less than 1")),
    }
}

fn no_such_resource() -> ApiError {
    not_found("The resource you requested does not exist.")
}
