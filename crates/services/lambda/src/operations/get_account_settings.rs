//! GetAccountSettings.

use crate::errors;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{AccountLimit, AccountUsage, GetAccountSettingsResponse};
use aws_wire::{ApiError, Output, RequestContext};
use domain::limits::{MAX_UNZIPPED, MAX_ZIPPED};
use store::AttachmentKind;

/// 75 GiB, which AWS states and which is not enforced here.
const TOTAL_CODE_SIZE: i64 = 80_530_636_800;

pub(crate) async fn get_account_settings(
    service: &LambdaService,
    context: &RequestContext,
) -> Result<Output, ApiError> {
    let usage = service.functions.store().usage(&context.scope).await.map_err(|e| errors::store(&e))?;
    let store = service.functions.store();
    let reserved = store.sum_amounts(&context.scope, AttachmentKind::ReservedConcurrency).await;
    let reserved = reserved.map_err(|e| errors::store(&e))?;
    // The number that PutProvisionedConcurrencyConfig measures by and names: without what is provisioned for functions
    // that have no reservation.
    let provisioned = service.engine.shares(&context.scope).provisioned;
    let unreserved = u64::from(service.config.concurrency).saturating_sub(reserved + provisioned);
    let long = |n: u64| i64::try_from(n).ok();
    let concurrency = i32::try_from(service.config.concurrency).ok();
    Output::of(&GetAccountSettingsResponse {
        account_limit: Some(AccountLimit {
            total_code_size: Some(TOTAL_CODE_SIZE),
            code_size_unzipped: long(MAX_UNZIPPED),
            code_size_zipped: long(MAX_ZIPPED),
            concurrent_executions: concurrency,
            unreserved_concurrent_executions: i32::try_from(unreserved).ok(),
        }),
        account_usage: Some(AccountUsage {
            total_code_size: long(usage.code_bytes),
            function_count: long(usage.functions),
        }),
    })
}
