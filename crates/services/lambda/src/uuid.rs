//! Random identifiers in the forms that AWS gives them.

pub(crate) use aws_wire::random;
use domain::hex::uuid_v4;

/// A UUID, version 4, for `RevisionId`.
pub(crate) fn uuid() -> String {
    uuid_v4(random())
}

/// A random number from 0.0 to below 1.0, with the 53 bits that it can have.
pub(crate) fn draw() -> f64 {
    const BITS: u32 = 53;
    let bits = u64::from_le_bytes(random()) >> (u64::BITS - BITS);
    bits as f64 / (1_u64 << BITS) as f64
}

/// Lower-case letters and digits.
pub(crate) fn letters<const N: usize>() -> String {
    let alphabet = b"abcdefghijklmnopqrstuvwxyz0123456789";
    random::<N>().iter().map(|byte| char::from(alphabet[usize::from(*byte) % alphabet.len()])).collect()
}
