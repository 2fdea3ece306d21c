//! Bytes as text: lower-case hexadecimal, and UUIDs from given randomness.

/// Appends two lower-case digits for each byte.
pub fn push_hex(out: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    const AT_ONCE: usize = 32;
    for some in bytes.chunks(AT_ONCE) {
        let mut digits = [0; 2 * AT_ONCE];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(some) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 0x0f)];
        }
        out.push_str(std::str::from_utf8(&digits[..2 * some.len()]).unwrap_or_default());
    }
}

/// Two lower-case digits for each byte.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(2 * bytes.len());
    push_hex(&mut out, bytes);
    out
}

/// A UUID, version 4 (RFC 9562), of these random bits: `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`.
pub fn uuid_v4(random: [u8; 16]) -> String {
    let mut bytes = random;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut out = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        push_hex(&mut out, &[*byte]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_texts() {
        assert_eq!(hex(&[0x00, 0x0f, 0xa0]), "000fa0");
        assert_eq!(hex(&[]), "");
        assert_eq!(hex(&[0xab; 70]), "ab".repeat(70));
        assert_eq!(uuid_v4([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid_v4([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
