//! STS: GetCallerIdentity.

use async_trait::async_trait;
use aws_wire::generated::sts::{GetCallerIdentityResponse, MODEL};
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};

/// AWS Security Token Service.
#[derive(Clone, Copy, Debug, Default)]
pub struct StsService;

#[async_trait]
impl Service for StsService {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        _input: Input,
    ) -> Result<Output, ApiError> {
        match operation.name {
            "GetCallerIdentity" => Output::of(&GetCallerIdentityResponse {
                user_id: Some(context.caller.user_id),
                account: Some(context.caller.account.to_string()),
                arn: Some(context.caller.arn),
            }),
            name => Err(ApiError::not_implemented("sts", name)),
        }
    }
}
