//! For fuzz targets only: tokens of strangers, without a provider and without a key that anybody has.

use crate::seal::Seal;
use crate::sts::fuzzing;
use crate::tokens::{Bearer, Tokens, pack};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::sync::Arc;

/// Whether a token of an identity provider is signed by one of the keys in a document of keys; `None` where one of them is none.
pub fn is_signed(token: &str, keys: &[u8]) -> Option<bool> {
    fuzzing::is_signed(token, keys)
}

/// A seal that leaves everything as it is, so that what is in it is read.
struct Open;

impl Seal for Open {
    fn seal(&self, _: &str, value: &[u8]) -> Option<Vec<u8>> {
        Some(value.to_vec())
    }

    fn open(&self, _: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        Some(sealed.to_vec())
    }
}

/// Whether somebody's token is one under a key: also what is in it, packed or not, were the seal broken.
///
/// # Panics
/// Where what is read of a token is not what is issued for the same bearer.
pub fn is_session(seal: Arc<dyn Seal>, id: &str, token: &str, content: &[u8]) -> bool {
    let broken = Tokens::new(Arc::new(Open));
    for packed in [Some(content.to_vec()), pack(content)].into_iter().flatten() {
        let Some(read) = broken.open(id, &BASE64.encode(packed)) else { continue };
        let caller = read.caller.clone();
        let facts = caller.session.as_deref().cloned().unwrap_or_default();
        let bearer = Bearer {
            account: caller.account.clone(),
            arn: caller.arn.clone(),
            user_id: caller.user_id.clone(),
            kind: caller.kind,
        };
        let Ok(issued) = broken.issue(bearer, facts) else { continue };
        if let Some(again) = Tokens::new(Arc::new(Open)).open(&issued.caller.access_key_id, &issued.token) {
            assert_eq!(again.caller.session, caller.session, "what is issued is read as it was");
        }
    }
    Tokens::new(seal).open(id, token).is_some()
}
