//! Random identifiers in the forms that AWS gives them.

use std::fmt::Write;

/// Random bytes; zeros where the kernel has none, since what is made of them identifies and never protects.
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes,
        Err(_) => [0; N],
    }
}

fn hex(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
}

/// A UUID, version 4, for `RevisionId`.
pub(crate) fn uuid() -> String {
    let mut bytes = random::<16>();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut out = String::with_capacity(36);
    for (at, part) in
        [&bytes[..4], &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..]].iter().enumerate()
    {
        if at > 0 {
            out.push('-');
        }
        hex(&mut out, part);
    }
    out
}

/// A trace header as Lambda makes it for a caller that sent none: not sampled.
pub(crate) fn trace_header(now_ms: i64) -> String {
    let bytes = random::<20>();
    let mut out = String::with_capacity(74);
    let _ = write!(out, "Root=1-{:08x}-", u32::try_from(now_ms / 1_000).unwrap_or(0));
    hex(&mut out, &bytes[..12]);
    out.push_str(";Parent=");
    hex(&mut out, &bytes[12..]);
    out.push_str(";Sampled=0");
    out
}
