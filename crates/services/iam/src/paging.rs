//! IAM's lists: `MaxItems` (100 where not given) and `Marker`.

use crate::errors::validation;
use aws_wire::ApiError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;

/// Items of a page, and where it begins.
pub(crate) struct Request {
    pub(crate) limit: usize,
    pub(crate) after: Option<String>,
}

impl Request {
    pub(crate) fn new(max_items: Option<i32>, marker: Option<&str>) -> Result<Self, ApiError> {
        let limit = max_items.and_then(|n| usize::try_from(n).ok()).map_or(100, |n| n.clamp(1, 1_000));
        let decode = |marker: &str| {
            let bytes = BASE64.decode(marker).ok();
            bytes.and_then(|b| String::from_utf8(b).ok()).ok_or_else(|| validation("Invalid Marker."))
        };
        Ok(Self { limit, after: marker.map(decode).transpose()? })
    }
}

/// The marker behind the last item of a page that goes on.
pub(crate) fn marker(more: bool, last: Option<&str>) -> Option<String> {
    last.filter(|_| more).map(|last| BASE64.encode(last))
}
