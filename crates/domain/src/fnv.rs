//! FNV-1a (Fowler, Noll and Vo): numbers made of names. They tell names apart, and protect nothing. Some are kept, so what
//! comes out never changes.

/// What 64 bits begin with.
pub const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const BASIS_32: u32 = 0x811c_9dc5;
const PRIME: u64 = 0x0100_0000_01b3;
const PRIME_32: u32 = 0x0100_0193;

/// 64 bits of the parts, one after the other.
pub fn fnv1a(parts: &[&str]) -> u64 {
    fnv1a_from(BASIS, parts)
}

/// The same from another beginning, for a number that is independent of the usual one.
pub fn fnv1a_from(basis: u64, parts: &[&str]) -> u64 {
    bytes(parts).fold(basis, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// 32 bits.
pub fn fnv1a_32(parts: &[&str]) -> u32 {
    bytes(parts).fold(BASIS_32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME_32))
}

fn bytes(parts: &[&str]) -> impl Iterator<Item = u8> {
    parts.iter().flat_map(|part| part.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the test suite of its authors.
    #[test]
    fn known_values() {
        for (text, wide, narrow) in [
            ("", 0xcbf2_9ce4_8422_2325, 0x811c_9dc5),
            ("a", 0xaf63_dc4c_8601_ec8c, 0xe40c_292c),
            ("foobar", 0x8594_4171_f739_67e8, 0xbf9c_f968),
        ] {
            assert_eq!((fnv1a(&[text]), fnv1a_32(&[text])), (wide, narrow), "{text}");
        }
        assert_eq!(fnv1a(&["foo", "", "bar"]), fnv1a(&["foobar"]));
        assert_ne!(fnv1a_from(1, &["a"]), fnv1a(&["a"]));
    }
}
