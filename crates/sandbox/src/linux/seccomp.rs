//! The system call filter of the function's processes: two programs, and the second one wins where both refuse.
//!
//! Three classes. What is [`ALLOWED`] works. What is [`FORBIDDEN`], or one of the few allowed calls with an
//! argument that is not, fails with `EPERM`, so that programs report a lack of rights. Everything else, also what
//! future kernels add, fails with `ENOSYS`, so that programs and C libraries use the older call that they know
//! besides. Nothing kills: a probe is not a crime.

use std::collections::BTreeMap;
use std::io;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch,
};

use crate::linux::numbers;
use crate::linux::syscalls::{ALLOWED, FORBIDDEN, ONLY_HERE};

/// Both programs, compiled once per keeper.
#[derive(Clone)]
pub(crate) struct Filters {
    /// By the call.
    calls: BpfProgram,
    /// By an argument.
    arguments: BpfProgram,
}

/// Namespaces of their own are how functions would reach most of the kernel's less tested code.
const NAMESPACE_FLAGS: [i32; 7] = [
    libc::CLONE_NEWNS,
    libc::CLONE_NEWCGROUP,
    libc::CLONE_NEWUTS,
    libc::CLONE_NEWIPC,
    libc::CLONE_NEWUSER,
    libc::CLONE_NEWPID,
    libc::CLONE_NEWNET,
];

/// The families that work. All others (packet, vsock, alg, bluetooth, xdp …) reach code that no function needs.
/// Netlink tells of the network interfaces, which C libraries ask when they look names up. Of its protocols only that one
/// works: the others reach the host's audit, packet filters, devices and sockets.
const SOCKET_FAMILIES: [i32; 4] = [libc::AF_UNIX, libc::AF_INET, libc::AF_INET6, libc::AF_NETLINK];

/// Those of the server: its listeners, what it connects to, and what C libraries ask when they look names up.
const SERVER_SOCKET_FAMILIES: [i32; 3] = [libc::AF_INET, libc::AF_INET6, libc::AF_NETLINK];

/// Calls whose arguments no filter sees; C libraries use an older one instead.
const PAST_FILTERS: &[i64] =
    &[libc::SYS_clone3, libc::SYS_io_uring_setup, libc::SYS_io_uring_enter, libc::SYS_io_uring_register];

/// Where their mode is. No file of root's becomes a program with root's rights for everybody.
const CHANGES_OF_MODES: &[(i64, u8)] = &[
    #[cfg(target_arch = "x86_64")]
    (libc::SYS_chmod, 1),
    (libc::SYS_fchmod, 1),
    (libc::SYS_fchmodat, 2),
    (libc::SYS_fchmodat2, 2),
];

/// Linux personality, and the one without address randomisation that debuggers and some Lisps set; 0xffffffff asks.
const PERSONALITIES: [u32; 3] = [0, 0x0004_0000, 0xffff_ffff];

/// Typing into the terminal of whoever started the server is how sandboxes were left.
const TERMINAL_REQUESTS: [u32; 2] = [libc::TIOCSTI as u32, libc::TIOCLINUX as u32];

/// Rebuilding files within a file system (`/tmp` may be an ext4 of the host's kernel): for defragmenters and `chattr`,
/// not for functions. `EXT4_IOC_MIGRATE`, `_ALLOC_DA_BLKS`, `_MOVE_EXT`, `FS_IOC_SETFLAGS` (also for programs of 32
/// bits), `FS_IOC_FSSETXATTR`, `FS_IOC_ENABLE_VERITY` and `FS_IOC_SET_ENCRYPTION_POLICY`.
const FILE_SYSTEM_REQUESTS: [u32; 8] =
    [0x6609, 0x660C, 0xC028_660F, 0x4008_6602, 0x4004_6602, 0x401C_5820, 0x4080_6685, 0x800C_6613];

impl Filters {
    /// Compiles both programs for this machine.
    pub(crate) fn compile() -> io::Result<Self> {
        let (works, lacks) = (libc::SECCOMP_RET_ALLOW, libc::SECCOMP_RET_ERRNO | libc::EPERM as u32);
        let lists = [(ALLOWED, works), (ONLY_HERE, works), (FORBIDDEN, lacks)];
        let mut forbidden: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
        let families = SOCKET_FAMILIES.map(|family| family as u32);
        forbidden.insert(libc::SYS_clone, any_flag(0, &NAMESPACE_FLAGS.map(|flag| flag as u32))?);
        let other_netlink = rule(vec![
            condition(0, SeccompCmpOp::Eq, libc::AF_NETLINK as u32)?,
            condition(2, SeccompCmpOp::Ne, libc::NETLINK_ROUTE as u32)?,
        ])?;
        forbidden.insert(libc::SYS_socket, [none_of(0, &families)?, vec![other_netlink]].concat());
        forbidden.insert(libc::SYS_socketpair, none_of(0, &families)?);
        forbidden.insert(libc::SYS_personality, none_of(0, &PERSONALITIES)?);
        forbidden
            .insert(libc::SYS_ioctl, any_of(1, &[&TERMINAL_REQUESTS[..], &FILE_SYSTEM_REQUESTS].concat())?);
        Ok(Self {
            calls: numbers::program(&lists, libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32)?,
            arguments: program(forbidden, SeccompAction::Allow, SeccompAction::Errno(libc::EPERM as u32))?,
        })
    }

    /// Filters this process and all it will start, for ever. Needs `no_new_privs`.
    pub(crate) fn apply(&self) -> io::Result<()> {
        // Of two programs that refuse, the kernel takes the answer of the one installed last.
        for filter in [&self.calls, &self.arguments] {
            seccompiler::apply_filter(filter).map_err(other)?;
        }
        Ok(())
    }
}

/// Filters the server itself, and all it will start, for ever. Needs `no_new_privs`. Whoever owns it makes no namespace, which
/// would have capabilities of its own and the kernel's less tested code, and calls at no socket of the host's daemons (Docker's,
/// systemd's), which take everybody of their own user for its owner. The line to the keeper is there already.
pub(crate) fn confine_server() -> io::Result<()> {
    let (lacks, unknown) = (libc::EPERM as u32, libc::ENOSYS as u32);
    let (lacks, unknown) = (libc::SECCOMP_RET_ERRNO | lacks, libc::SECCOMP_RET_ERRNO | unknown);
    let calls = numbers::program(&[(FORBIDDEN, lacks), (PAST_FILTERS, unknown)], libc::SECCOMP_RET_ALLOW)?;
    let mut forbidden: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    forbidden.insert(libc::SYS_clone, any_flag(0, &NAMESPACE_FLAGS.map(|flag| flag as u32))?);
    for (call, argument) in CHANGES_OF_MODES {
        forbidden.insert(*call, any_flag(*argument, &[libc::S_ISUID, libc::S_ISGID])?);
    }
    forbidden.insert(libc::SYS_socket, none_of(0, &SERVER_SOCKET_FAMILIES.map(|family| family as u32))?);
    let arguments = program(forbidden, SeccompAction::Allow, SeccompAction::Errno(libc::EPERM as u32))?;
    for filter in [&calls, &arguments, &numbers::one_table()] {
        seccompiler::apply_filter(filter).map_err(other)?;
    }
    Ok(())
}

/// `rules` answer `matched`, everything else `otherwise`.
fn program(
    rules: BTreeMap<i64, Vec<SeccompRule>>,
    otherwise: SeccompAction,
    matched: SeccompAction,
) -> io::Result<BpfProgram> {
    let architecture = TargetArch::try_from(std::env::consts::ARCH).map_err(other)?;
    let filter = SeccompFilter::new(rules, otherwise, matched, architecture).map_err(other)?;
    BpfProgram::try_from(filter).map_err(other)
}

/// The argument is one of these: a rule for each.
fn any_of(argument: u8, values: &[u32]) -> io::Result<Vec<SeccompRule>> {
    values.iter().map(|value| rule(vec![condition(argument, SeccompCmpOp::Eq, *value)?])).collect()
}

/// One of these bits is set: a rule for each.
fn any_flag(argument: u8, flags: &[u32]) -> io::Result<Vec<SeccompRule>> {
    let set = |flag: &u32| condition(argument, SeccompCmpOp::MaskedEq(u64::from(*flag)), *flag);
    flags.iter().map(|flag| rule(vec![set(flag)?])).collect()
}

/// The argument is none of these: one rule with all conditions.
fn none_of(argument: u8, values: &[u32]) -> io::Result<Vec<SeccompRule>> {
    let conditions = values.iter().map(|value| condition(argument, SeccompCmpOp::Ne, *value));
    Ok(vec![rule(conditions.collect::<io::Result<_>>()?)?])
}

fn rule(conditions: Vec<SeccompCondition>) -> io::Result<SeccompRule> {
    SeccompRule::new(conditions).map_err(other)
}

/// Compares the low 32 bits: all arguments that we look at are of that size, and the kernel ignores the rest.
fn condition(argument: u8, operator: SeccompCmpOp, value: u32) -> io::Result<SeccompCondition> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value.into()).map_err(other)
}

fn other(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linux::numbers::tests::{HERE, answer};

    #[test]
    fn no_call_is_both_allowed_and_forbidden() {
        let both: Vec<&i64> =
            ALLOWED.iter().chain(ONLY_HERE).filter(|number| FORBIDDEN.contains(number)).collect();
        assert!(both.is_empty(), "{both:?}");
    }

    #[test]
    fn filters_compile_within_the_kernels_limit() {
        let filters = Filters::compile().unwrap();
        for filter in [&filters.calls, &filters.arguments] {
            assert!(filter.len() < 400, "{}", filter.len());
        }
    }

    /// The same by the plain list of rules that the library makes.
    #[test]
    fn every_call_is_answered_as_the_lists_say() {
        let allowed = ALLOWED.iter().chain(ONLY_HERE).map(|number| (*number, Vec::new())).collect();
        let lacking = SeccompAction::Errno(libc::ENOSYS as u32);
        let allow = program(allowed, lacking, SeccompAction::Allow).unwrap();
        let forbidden = FORBIDDEN.iter().map(|number| (*number, Vec::new())).collect();
        let refused = SeccompAction::Errno(libc::EPERM as u32);
        let forbid = program(forbidden, SeccompAction::Allow, refused).unwrap();
        let calls = Filters::compile().unwrap().calls;
        for number in (0..2_000).chain((1 << 30)..(1 << 30) + 2_000).chain([u32::MAX]) {
            let [works, forbids, answer] =
                [&allow, &forbid, &calls].map(|program| answer(program, HERE, number, [0; 6]));
            let expected = if forbids == libc::SECCOMP_RET_ALLOW { works } else { forbids };
            assert_eq!(answer, expected, "{number}");
        }
    }

    #[test]
    fn the_second_table_of_numbers_is_refused() {
        let program = numbers::one_table();
        for (number, works) in
            [(0, true), (450, true), (1 << 30, false), ((1 << 30) + 520, false), (u32::MAX, false)]
        {
            let found = answer(&program, HERE, number, [0; 6]);
            assert_eq!(found == libc::SECCOMP_RET_ALLOW, works, "{number}");
        }
    }

    #[test]
    fn arguments_are_looked_at() {
        let filters = Filters::compile().unwrap();
        let allowed = |call: i64, first: u64, second: u64| {
            let arguments = [first, second, 0, 0, 0, 0];
            [&filters.calls, &filters.arguments].iter().all(|program| {
                answer(program, HERE, u32::try_from(call).unwrap(), arguments) == libc::SECCOMP_RET_ALLOW
            })
        };
        for (call, good, bad) in [
            (libc::SYS_clone, libc::CLONE_VM as u64, (libc::CLONE_VM | libc::CLONE_NEWUSER) as u64),
            (libc::SYS_socket, libc::AF_INET as u64, libc::AF_PACKET as u64),
            (libc::SYS_personality, 0, 0x0020_0000),
        ] {
            assert!(allowed(call, good, 0) && !allowed(call, bad, 0), "{call}");
        }
        assert!(allowed(libc::SYS_ioctl, 0, libc::FIONBIO) && !allowed(libc::SYS_ioctl, 0, libc::TIOCSTI));
        assert!(!allowed(libc::SYS_mount, 0, 0));
    }
}
