//! One-time passwords by time (RFC 6238: HMAC-SHA1, six digits, 30 s) and the text that their seeds are shown as.

use ring::hmac;

/// Milliseconds of a step.
const STEP_MS: i64 = 30_000;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The step of a time.
pub(crate) fn step(now_ms: i64) -> i64 {
    now_ms.div_euclid(STEP_MS)
}

/// The code of a step; `None` before 1970.
fn code(seed: &[u8], step: i64) -> Option<String> {
    let step = u64::try_from(step).ok()?;
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, seed);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let at = usize::from(tag.last()? & 0xf);
    let word: [u8; 4] = tag.get(at..at + 4)?.try_into().ok()?;
    Some(format!("{:06}", (u32::from_be_bytes(word) & 0x7fff_ffff) % 1_000_000))
}

/// The first step of those around `middle` with this code. Takes as long wherever it is.
pub(crate) fn find(seed: &[u8], given: &str, middle: i64, around: i64) -> Option<i64> {
    let steps = middle.saturating_sub(around)..=middle.saturating_add(around);
    steps.filter(|step| code(seed, *step).as_deref() == Some(given)).min()
}

/// The second of two steps that follow each other, around `middle`, with these codes.
pub(crate) fn find_two(seed: &[u8], given: (&str, &str), middle: i64, around: i64) -> Option<i64> {
    let steps = middle.saturating_sub(around)..=middle.saturating_add(around);
    let fits = |step: &i64| {
        code(seed, *step).as_deref() == Some(given.0) && code(seed, step + 1).as_deref() == Some(given.1)
    };
    steps.filter(fits).max().map(|step| step + 1)
}

/// Base32 (RFC 4648) without padding.
pub(crate) fn base32(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(ALPHABET[(held >> bits & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(ALPHABET[(held << (5 - bits) & 31) as usize]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_vectors() {
        let seed = b"12345678901234567890";
        // RFC 6238, appendix B, the last six of its eight digits.
        for (seconds, expected) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            assert_eq!(code(seed, step(seconds * 1_000)).as_deref(), Some(expected), "{seconds}");
        }
        assert_eq!(code(seed, -1), None);
        for (bytes, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), expected);
        }
    }

    #[test]
    fn codes_are_found_around_a_time() {
        let seed = b"12345678901234567890";
        let at = |step| code(seed, step).unwrap();
        assert_eq!(find(seed, &at(1_000), 1_001, 1), Some(1_000));
        assert_eq!(find(seed, &at(1_000), 1_002, 1), None);
        assert_eq!(find(seed, "12345", 1_000, 5), None);
        assert_eq!(find_two(seed, (&at(999), &at(1_000)), 1_000, 2), Some(1_000));
        assert_eq!(find_two(seed, (&at(1_000), &at(999)), 1_000, 2), None);
        assert_eq!(find_two(seed, (&at(1_000), &at(1_000)), 1_000, 2), None);
    }
}
