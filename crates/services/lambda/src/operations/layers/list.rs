//! ListLayers by name, ListLayerVersions from the newest, in pages of at most 50 as on AWS.

use super::own_layer;
use crate::errors;
use crate::page::{limit, marker, read_marker};
use crate::service::LambdaService;
use aws_wire::generated::lambda::{
    LayerVersionsListItem, LayersListItem, ListLayerVersionsRequest, ListLayerVersionsResponse,
    ListLayersRequest, ListLayersResponse,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{LayerName, LayerVersion};
use store::LayerFilter;

pub(crate) async fn list_layers(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListLayersRequest = input.parse()?;
    let after = read_marker(request.marker.as_deref(), |text| LayerName::new(text).ok())?;
    let filter =
        LayerFilter { runtime: request.compatible_runtime, architecture: request.compatible_architecture };
    let store = service.functions.store();
    let page = store.list_layers(&context.scope, &filter, after.as_ref(), limit(request.max_items)).await;
    let page = page.map_err(|e| errors::store(&e))?;
    let next = page.items.last().filter(|_| page.more).map(|last| marker(last.arn.layer.name.as_str()));
    let layers = page.items.iter().map(|newest| LayersListItem {
        layer_name: Some(newest.arn.layer.name.to_string()),
        layer_arn: Some(newest.arn.layer.to_string()),
        latest_matching_version: Some(item(newest)),
    });
    Output::of(&ListLayersResponse { next_marker: next, layers: Some(layers.collect()) })
}

/// A layer that nobody has published has no versions, which is no error.
pub(crate) async fn list_layer_versions(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListLayerVersionsRequest = input.parse()?;
    let layer = own_layer(context, &request.layer_name, "ListLayerVersions")?;
    let before = read_marker(request.marker.as_deref(), |text| text.parse().ok())?;
    let filter =
        LayerFilter { runtime: request.compatible_runtime, architecture: request.compatible_architecture };
    let store = service.functions.store();
    let page = store.list_layer_versions(&layer, &filter, before, limit(request.max_items)).await;
    let page = page.map_err(|e| errors::store(&e))?;
    let next = page.items.last().filter(|_| page.more).map(|last| marker(&last.arn.number.to_string()));
    Output::of(&ListLayerVersionsResponse {
        next_marker: next,
        layer_versions: Some(page.items.iter().map(item).collect()),
    })
}

fn item(version: &LayerVersion) -> LayerVersionsListItem {
    LayerVersionsListItem {
        layer_version_arn: Some(version.arn.to_string()),
        version: i64::try_from(version.arn.number).ok(),
        description: Some(version.description.clone()),
        created_date: Some(version.created.lambda_format()),
        compatible_architectures: version.compatible_architectures.clone(),
        compatible_runtimes: version.compatible_runtimes.clone(),
        license_info: version.license.clone(),
    }
}
