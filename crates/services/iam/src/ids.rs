//! Identifiers and secrets in IAM's forms.

/// Randomness could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoRandomness;

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A prefix and `N` random characters, 5 bits each: `AROA…` has 17 of them, `ASIA…` 16.
pub(crate) fn unique_id<const N: usize>(prefix: &str) -> Result<String, NoRandomness> {
    let random = random::<N>()?;
    let tail = random.iter().map(|b| char::from(BASE32[usize::from(b % 32)]));
    Ok(prefix.chars().chain(tail).collect())
}

/// 40 characters of base64: a secret access key. 240 bits.
pub(crate) fn secret() -> Result<String, NoRandomness> {
    Ok(random::<40>()?.iter().map(|b| char::from(BASE64[usize::from(b % 64)])).collect())
}

/// A session token: 96 characters of base64, which any header carries.
pub(crate) fn token() -> Result<String, NoRandomness> {
    Ok(random::<96>()?.iter().map(|b| char::from(BASE64[usize::from(b % 64)])).collect())
}

fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A UUID, version 4.
pub(crate) fn uuid() -> Result<String, NoRandomness> {
    Ok(domain::hex::uuid_v4(random()?))
}

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    random()
}
