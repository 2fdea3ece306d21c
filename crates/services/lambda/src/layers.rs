//! The layers of a function: which ones it may have, and how large it may be with them.

use crate::code::Hold;
use crate::errors::{self, invalid};
use crate::operations::layers::check_access;
use crate::service::LambdaService;
use aws_wire::{ApiError, RequestContext};
use domain::limits::{MAX_LAYERS, MAX_UNZIPPED};
use domain::{FunctionConfig, LayerRef, LayerVersionArn};

/// The layers that a request asks for, or what is wrong with them, which is told in its turn; `None` where it says
/// nothing of layers.
pub(crate) type Wanted = Option<Result<Vec<LayerRef>, ApiError>>;

/// Looks up the layers that a function is to have. Keep the holds until it has them in the store: they keep the
/// packages, whatever becomes of the layer versions meanwhile.
pub(crate) async fn find(
    service: &LambdaService,
    context: &RequestContext,
    arns: Option<&[String]>,
) -> (Wanted, Vec<Hold>) {
    let Some(arns) = arns else { return (None, Vec::new()) };
    match find_all(service, context, arns).await {
        Ok((layers, holds)) => (Some(Ok(layers)), holds),
        Err(error) => (Some(Err(error)), Vec::new()),
    }
}

async fn find_all(
    service: &LambdaService,
    context: &RequestContext,
    arns: &[String],
) -> Result<(Vec<LayerRef>, Vec<Hold>), ApiError> {
    if arns.len() > MAX_LAYERS {
        return Err(invalid(format!("Cannot reference more than {MAX_LAYERS} layers.")));
    }
    let (mut seen, mut layers, mut holds) = (Vec::<LayerVersionArn>::new(), Vec::new(), Vec::new());
    for text in arns {
        // Layers of AWS itself have ARNs of another form; there are none here.
        let arn = LayerVersionArn::parse(text).map_err(|_| missing(text))?;
        let (layer, hold) = find_one(service, context, &arn).await?;
        if let Some(other) = seen.iter().find(|other| other.layer == arn.layer) {
            return Err(invalid(format!(
                "Two different versions of the same layer are not allowed to be referenced in the same function. \
                 {other} and {arn} are versions of the same layer."
            )));
        }
        seen.push(arn);
        layers.push(layer);
        holds.push(hold);
    }
    Ok((layers, holds))
}

async fn find_one(
    service: &LambdaService,
    context: &RequestContext,
    arn: &LayerVersionArn,
) -> Result<(LayerRef, Hold), ApiError> {
    let (owner, own) = (&arn.layer.scope, &context.scope);
    if owner.region != own.region && owner.account == own.account {
        return Err(invalid(format!(
            "Layers are not in the same region as the function. Layers are expected to be in region {}.",
            own.region
        )));
    }
    if owner.region != own.region {
        return Err(errors::no_policy_allows(context, "GetLayerVersion", arn));
    }
    check_access(service, context, arn).await?;
    let look = async || service.functions.store().layer_version(arn).await.map_err(|e| errors::store(&e));
    let found = look().await?.ok_or_else(|| missing(arn))?;
    let hold = service.packages.hold(found.code);
    // Whoever deleted it before the package was held may have collected that; whoever deletes it now does not.
    look().await?.ok_or_else(|| missing(arn))?;
    Ok((LayerRef { arn: arn.to_string(), code: found.code, unpacked_bytes: found.unpacked_bytes }, hold))
}

fn missing(arn: impl std::fmt::Display) -> ApiError {
    invalid(format!("Layer version {arn} does not exist."))
}

/// Checks the size of a function's package, unpacked, together with its layers. A package alone was checked when it
/// came.
pub(crate) fn check_size(unpacked_bytes: u64, layers: &[LayerRef]) -> Result<(), ApiError> {
    let actual = layers.iter().fold(unpacked_bytes, |sum, layer| sum.saturating_add(layer.unpacked_bytes));
    if layers.is_empty() || actual <= MAX_UNZIPPED {
        return Ok(());
    }
    Err(invalid(format!(
        "Function code combined with layers exceeds the maximum allowed size of {MAX_UNZIPPED} bytes. The actual size \
         is {actual} bytes."
    )))
}

/// The same, where the package was kept before.
pub(crate) async fn check_kept_size(
    service: &LambdaService,
    config: &FunctionConfig,
) -> Result<(), ApiError> {
    if config.layers.is_empty() {
        return Ok(());
    }
    check_size(service.packages.measure(&config.code.sha256).await?, &config.layers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{CodeRef, Sha256};

    #[test]
    fn all_of_it_is_at_most_250_mb() {
        let layer = |unpacked_bytes| LayerRef {
            arn: String::new(),
            code: CodeRef { sha256: Sha256([0; 32]), size: 1 },
            unpacked_bytes,
        };
        assert!(check_size(262_144_000, &[]).is_ok());
        assert!(check_size(262_143_998, &[layer(1), layer(1)]).is_ok());
        let refused = check_size(262_143_998, &[layer(1), layer(2)]).unwrap_err();
        assert_eq!(
            refused.message,
            "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size \
             is 262144001 bytes."
        );
        assert!(check_size(u64::MAX, &[layer(u64::MAX)]).is_err());
    }
}
