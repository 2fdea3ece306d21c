//! Request ids: random UUIDs, as AWS gives every request one.

use std::sync::Arc;

/// A new UUID, version 4. Where the kernel gives no randomness the id is all zero but for its version: an id is for
/// finding a request in a log, never a secret.
pub(crate) fn new_request_id() -> Arc<str> {
    let mut bytes = [0_u8; 16];
    if getrandom::fill(&mut bytes).is_err() {
        bytes = [0; 16];
    }
    domain::hex::uuid_v4(bytes).into()
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
}
