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

/// The trace header of an invocation: the caller's, completed; where it sent none, a new one that is not sampled.
pub(crate) fn trace_header(callers: Option<&str>, now_ms: i64) -> String {
    let bytes = random::<20>();
    let mut out = String::with_capacity(74);
    match callers.filter(|text| text.split(';').any(|part| part.starts_with("Root="))) {
        Some(text) => out.push_str(text),
        None => {
            let _ = write!(out, "Root=1-{:08x}-", u32::try_from(now_ms / 1_000).unwrap_or(0));
            hex(&mut out, &bytes[..12]);
        }
    }
    if !out.contains("Parent=") {
        out.push_str(";Parent=");
        hex(&mut out, &bytes[12..]);
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
