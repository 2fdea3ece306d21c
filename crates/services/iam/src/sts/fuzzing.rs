//! See `crate::fuzzing`.

use super::jwt::{Token, keys};

/// The claims of a token that are looked at are read, too.
pub(crate) fn is_signed(token: &str, document: &[u8]) -> Option<bool> {
    let (token, keys) = (Token::parse(token)?, keys(document)?);
    for claim in ["iss", "sub", "azp", "aud", "exp", "nbf", "iat"] {
        let _ = (token.text(claim), token.time(claim), token.audiences());
    }
    Some(token.is_signed_by(&keys))
}
