//! A filter program that decides by the number of a system call alone.
//!
//! The kernel translates a filter whenever it is installed, and runs it once for each number there is, so each process that
//! is started pays for its length. Neighbouring numbers with the same answer are one range here, and the range is found by
//! halving: a hundred instructions in place of a thousand, nine of them run.

use std::io;

use seccompiler::{BpfProgram, sock_filter};

/// Fields of the kernel's `struct seccomp_data`, by their offsets.
const NUMBER: u32 = 0;
const ARCHITECTURE: u32 = 4;
/// `AUDIT_ARCH_…` of `include/uapi/linux/audit.h`.
#[cfg(target_arch = "x86_64")]
const THIS_ARCHITECTURE: u32 = 0xC000_003E;
#[cfg(target_arch = "aarch64")]
const THIS_ARCHITECTURE: u32 = 0xC000_00B7;

/// Instructions of `include/uapi/linux/bpf_common.h`, put together: load a word, jump if equal, jump if not less, return.
const LOAD: u16 = 0x20;
const IF_EQUAL: u16 = 0x15;
const IF_NOT_LESS: u16 = 0x35;
const RETURN: u16 = 0x06;

/// From this number on, up to where the next range begins, the answer is this one (`SECCOMP_RET_…`).
type Range = (u32, u32);

/// Answers the numbers of each list with what stands beside it, all others with `otherwise`. No number may be in two lists. What
/// calls as on another architecture is killed: its numbers mean something else.
pub(crate) fn program(lists: &[(&[i64], u32)], otherwise: u32) -> io::Result<BpfProgram> {
    let mut program = vec![
        step(LOAD, ARCHITECTURE),
        sock_filter { code: IF_EQUAL, jt: 1, jf: 0, k: THIS_ARCHITECTURE },
        step(RETURN, libc::SECCOMP_RET_KILL_PROCESS),
        step(LOAD, NUMBER),
    ];
    find(&ranges(lists, otherwise)?, &mut program)?;
    Ok(program)
}

/// Refuses the numbers of a second table that some kernels have beside the first (x32, from 2^30 on): for a list of what is
/// refused, which would have to name each of them twice.
pub(crate) fn one_table() -> BpfProgram {
    const SECOND_TABLE: u32 = 1 << 30;
    vec![
        step(LOAD, NUMBER),
        sock_filter { code: IF_NOT_LESS, jt: 1, jf: 0, k: SECOND_TABLE },
        step(RETURN, libc::SECCOMP_RET_ALLOW),
        step(RETURN, libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32),
    ]
}

fn step(code: u16, k: u32) -> sock_filter {
    sock_filter { code, jt: 0, jf: 0, k }
}

/// The first one begins with 0, and no two neighbours have the same answer.
fn ranges(lists: &[(&[i64], u32)], otherwise: u32) -> io::Result<Vec<Range>> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidInput);
    let mut numbers = Vec::new();
    for (list, answer) in lists {
        for number in *list {
            numbers.push((u32::try_from(*number).map_err(|_| invalid())?, *answer));
        }
    }
    numbers.sort_unstable();
    let mut all: Vec<Range> = vec![(0, otherwise)];
    let mut begin = |at: u32, answer: u32| match all.last_mut() {
        // Nothing is left of the one before.
        Some(last) if last.0 == at => last.1 = answer,
        _ => all.push((at, answer)),
    };
    for (number, answer) in numbers {
        begin(number, answer);
        begin(number.checked_add(1).ok_or_else(invalid)?, otherwise);
    }
    all.dedup_by_key(|(_, answer)| *answer);
    Ok(all)
}

/// Appends what returns the answer of the range that the loaded number is in.
fn find(ranges: &[Range], program: &mut BpfProgram) -> io::Result<()> {
    let (left, right) = ranges.split_at(ranges.len() / 2);
    let Some((middle, answer)) = right.first() else { return Ok(()) };
    if left.is_empty() {
        program.push(step(RETURN, *answer));
        return Ok(());
    }
    let at = program.len();
    program.push(step(IF_NOT_LESS, *middle));
    find(left, program)?;
    // Over the left half.
    let length =
        u8::try_from(program.len() - at - 1).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    if let Some(jump) = program.get_mut(at) {
        jump.jt = length;
    }
    find(right, program)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// What the kernel would answer: the part of its language that occurs in our filters.
    pub(in crate::linux) fn answer(
        program: &BpfProgram,
        architecture: u32,
        number: u32,
        arguments: [u64; 6],
    ) -> u32 {
        let mut data = [number, architecture, 0, 0].to_vec();
        data.extend(arguments.iter().flat_map(|a| [*a as u32, (*a >> 32) as u32]));
        let (mut at, mut loaded) = (0, 0);
        loop {
            let sock_filter { code, jt, jf, k } = program[at].clone();
            at += 1;
            let jump = |holds: bool| usize::from(if holds { jt } else { jf });
            match code {
                LOAD => loaded = data[k as usize / 4],
                RETURN => return k,
                0x54 => loaded &= k,
                0x05 => at += k as usize,
                IF_EQUAL => at += jump(loaded == k),
                0x25 => at += jump(loaded > k),
                IF_NOT_LESS => at += jump(loaded >= k),
                _ => panic!("{code:#x}"),
            }
        }
    }

    pub(in crate::linux) const HERE: u32 = THIS_ARCHITECTURE;

    #[test]
    fn each_number_has_the_answer_of_its_list() {
        let lists: [(&[i64], u32); 2] = [(&[3, 0, 1, 2, 9, 500], 1), (&[4, 5, 8, 10], 2)];
        let program = program(&lists, 3).unwrap();
        for number in (0..600).chain([u32::MAX, 1 << 30, (1 << 30) + 3]) {
            let listed = lists.iter().find(|(list, _)| list.contains(&number.into()));
            let expected = listed.map_or(3, |(_, answer)| *answer);
            assert_eq!(answer(&program, HERE, number, [0; 6]), expected, "{number}");
            assert_eq!(answer(&program, !HERE, number, [0; 6]), libc::SECCOMP_RET_KILL_PROCESS);
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert!(program(&[(&[-1], 1)], 2).is_err());
        // More ranges than a jump can skip.
        let scattered: Vec<i64> = (0..2_000).step_by(2).collect();
        assert!(program(&[(&scattered, 1)], 2).is_err());
    }
}
