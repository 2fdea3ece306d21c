//! Random bits of identifiers, drawn from the kernel many at a time: a request needs some in two or three places, and
//! each draw is a system call.
//!
//! Never for keys or tokens: what is drawn ahead stays in memory until it is used.

use std::cell::RefCell;

/// Bytes that a thread draws at a time.
const AHEAD: usize = 512;

struct Drawn {
    bytes: [u8; AHEAD],
    used: usize,
}

thread_local! {
    static DRAWN: RefCell<Drawn> = const { RefCell::new(Drawn { bytes: [0; AHEAD], used: AHEAD }) };
}

/// Random bytes, of at most 512; zeros where the kernel has none, since what is made of them identifies and never protects.
pub fn random<const N: usize>() -> [u8; N] {
    const { assert!(N <= AHEAD) }
    DRAWN.with_borrow_mut(|drawn| {
        if drawn.used + N > AHEAD {
            if getrandom::fill(&mut drawn.bytes).is_err() {
                return [0; N];
            }
            drawn.used = 0;
        }
        let mut taken = [0; N];
        if let Some(bytes) = drawn.bytes.get_mut(drawn.used..drawn.used + N) {
            taken.copy_from_slice(bytes);
            bytes.fill(0);
        }
        drawn.used += N;
        taken
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nothing_is_drawn_twice() {
        let mut seen = HashSet::new();
        for _ in 0..1_000 {
            assert!(seen.insert(random::<16>()));
            assert!(seen.insert(random::<20>()[4..].try_into().unwrap()));
        }
        let elsewhere = std::thread::spawn(|| (0..100).map(|_| random::<16>()).collect::<Vec<_>>());
        assert!(elsewhere.join().unwrap().into_iter().all(|bytes| seen.insert(bytes)));
    }
}
