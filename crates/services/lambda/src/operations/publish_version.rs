//! PublishVersion.

use crate::service::LambdaService;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn publish_version(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "PublishVersion"))
}
