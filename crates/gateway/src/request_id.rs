//! Request ids: random UUIDs, as AWS gives every request one. And the roots of traces, where a caller brings none.

use aws_wire::random;
use domain::Timestamp;
use std::sync::Arc;

/// A new UUID, version 4. Where the kernel gives no randomness the id is all zero but for its version: an id is for
/// finding a request in a log, never a secret.
pub(crate) fn new_request_id() -> Arc<str> {
    domain::hex::uuid_v4(random()).into()
}

/// A new `X-Amzn-Trace-Id`: `Root=1-<seconds>-<96 random bits>`.
pub(crate) fn new_trace_root(now: Timestamp) -> Arc<str> {
    let mut text = format!("Root=1-{:08x}-", u32::try_from(now.0 / 1_000).unwrap_or(0));
    domain::hex::push_hex(&mut text, &random::<12>());
    text.into()
}

#[cfg(test)]
mod tests {
    #[test]
    fn ids_are_uuids_of_version_4_and_differ() {
        let (a, b) = (super::new_request_id(), super::new_request_id());
        assert_ne!(a, b);
        let parts: Vec<&str> = a.split('-').collect();
        assert_eq!(parts.iter().map(|p| p.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('4') && "89ab".contains(&parts[3][..1]), "{a}");
        assert!(a.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit()));
    }

    #[test]
    fn roots_of_traces() {
        let root = super::new_trace_root(domain::Timestamp(1_795_544_521_123));
        assert!(root.starts_with("Root=1-6b05d5c9-") && root.len() == 40, "{root}");
    }
}
