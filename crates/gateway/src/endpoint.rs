//! By which address a caller reached us, for addresses in answers.
//!
//! Never here: a decision whether that address may be used; see [`crate::guard`].

use http::request::Parts;
use http::uri::Authority;
use std::sync::Arc;

/// The authority that a request was sent to, from `Host` or an absolute request target; `None` where it is missing
/// or is no authority.
pub(crate) fn authority(parts: &Parts) -> Option<Authority> {
    if let Some(authority) = parts.uri.authority() {
        return Some(authority.clone());
    }
    let host = parts.headers.get(http::header::HOST)?;
    let authority: Authority = host.to_str().ok().filter(|h| h.len() <= 261)?.parse().ok()?;
    // User information has no place in `Host`.
    (!authority.as_str().contains('@')).then_some(authority)
}

/// Scheme and authority for addresses in answers.
pub(crate) fn endpoint(parts: &Parts, public: Option<&Arc<str>>, secure: bool) -> Arc<str> {
    let scheme = if secure { "https" } else { "http" };
    match (public, authority(parts)) {
        (Some(public), _) => Arc::clone(public),
        (None, Some(authority)) => format!("{scheme}://{authority}").into(),
        (None, None) => format!("{scheme}://localhost").into(),
    }
}
