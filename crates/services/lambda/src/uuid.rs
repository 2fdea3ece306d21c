//! Random identifiers in the forms that AWS gives them.

use domain::hex::{push_hex, uuid_v4};
use std::fmt::Write;

/// Random bytes; zeros where the kernel has none, since what is made of them identifies and never protects.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes,
        Err(_) => [0; N],
    }
}

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

/// The trace header of an invocation: the caller's, completed; where it sent none, a new one that is not sampled.
pub(crate) fn trace_header(callers: Option<&str>, now_ms: i64) -> String {
    let bytes = random::<20>();
    let mut out = String::with_capacity(74);
    match callers.filter(|text| text.split(';').any(|part| part.starts_with("Root="))) {
        Some(text) => out.push_str(text),
        None => {
            let _ = write!(out, "Root=1-{:08x}-", u32::try_from(now_ms / 1_000).unwrap_or(0));
            push_hex(&mut out, &bytes[..12]);
        }
    }
    if !out.contains("Parent=") {
        out.push_str(";Parent=");
        push_hex(&mut out, &bytes[12..]);
    }
    if !out.contains("Sampled=") {
        out.push_str(";Sampled=0");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callers_trace_goes_on() {
        let whole = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
        assert_eq!(trace_header(Some(whole), 0), whole);
        let root = "Root=1-5759e988-bd862e3fe1be46a994272793";
        let completed = trace_header(Some(root), 0);
        assert!(
            completed.starts_with(&format!("{root};Parent=")) && completed.ends_with(";Sampled=0"),
            "{completed}"
        );
        for none in [None, Some("garbage"), Some("Parent=1;Sampled=1")] {
            let new = trace_header(none, 1_795_544_521_123);
            assert!(new.starts_with("Root=1-6b05d5c9-") && new.len() == 74, "{new}");
        }
    }
}
