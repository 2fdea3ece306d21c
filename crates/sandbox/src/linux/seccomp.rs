//! The system call filter of the function's processes: the second of two compiled programs wins where both refuse.
//!
//! Three classes. What is listed in [`allowed`] works. What is listed in [`FORBIDDEN`] fails with `EPERM`, so that
//! programs report a lack of rights. Everything else, also what future kernels add, fails with `ENOSYS`, so that
//! programs and C libraries use the older call that they know besides. Nothing kills: a probe is not a crime.

use std::collections::BTreeMap;
use std::io;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch,
};

use crate::linux::syscalls::{FORBIDDEN, allowed};

/// Both programs, compiled once per keeper.
#[derive(Clone)]
pub(crate) struct Filters {
    allow: BpfProgram,
    forbid: BpfProgram,
}

/// Namespaces of their own are how functions would reach most of the kernel's less tested code.
const NAMESPACE_FLAGS: u64 = (libc::CLONE_NEWNS
    | libc::CLONE_NEWCGROUP
    | libc::CLONE_NEWUTS
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUSER
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET) as u64
    | CLONE_NEWTIME;
/// In the signal byte of the flags: valid for unshare and clone3 only, harmless to refuse in clone.
const CLONE_NEWTIME: u64 = 0x80;

/// The families that work. All others (packet, vsock, alg, bluetooth, xdp …) reach code that no function needs.
/// Netlink tells of the network interfaces, which C libraries ask when they look names up.
const SOCKET_FAMILIES: [i32; 4] = [libc::AF_UNIX, libc::AF_INET, libc::AF_INET6, libc::AF_NETLINK];

/// Linux personality, and the one without address randomisation that debuggers and some Lisps set; 0xffffffff asks.
const PERSONALITIES: [u64; 3] = [0, 0x0004_0000, 0xffff_ffff];

impl Filters {
    /// Compiles both programs for this machine.
    pub(crate) fn compile() -> io::Result<Self> {
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            allowed().map(|number| (number, Vec::new())).collect();
        let clone = condition(0, SeccompCmpOp::MaskedEq(NAMESPACE_FLAGS), 0)?;
        rules.insert(libc::SYS_clone, vec![rule(vec![clone])?]);
        let families: Vec<u64> = SOCKET_FAMILIES.iter().map(|family| *family as u64).collect();
        rules.insert(libc::SYS_socket, any_of(0, &families)?);
        rules.insert(libc::SYS_socketpair, any_of(0, &families)?);
        rules.insert(libc::SYS_personality, any_of(0, &PERSONALITIES)?);
        // Typing into the terminal of whoever started the server (TIOCSTI, TIOCLINUX) is how sandboxes were left.
        let mut ioctl = Vec::new();
        for request in [libc::TIOCSTI, libc::TIOCLINUX] {
            ioctl.push(condition(1, SeccompCmpOp::Ne, u64::from(request as u32))?);
        }
        rules.insert(libc::SYS_ioctl, vec![rule(ioctl)?]);

        let forbidden = FORBIDDEN.iter().map(|number| (*number, Vec::new())).collect();
        Ok(Self {
            allow: program(rules, SeccompAction::Errno(libc::ENOSYS as u32), SeccompAction::Allow)?,
            forbid: program(forbidden, SeccompAction::Allow, SeccompAction::Errno(libc::EPERM as u32))?,
        })
    }

    /// Filters this process and all it will start, for ever. Needs `no_new_privs`.
    pub(crate) fn apply(&self) -> io::Result<()> {
        // Of two programs that refuse, the kernel takes the answer of the one installed last.
        for filter in [&self.allow, &self.forbid] {
            seccompiler::apply_filter(filter).map_err(other)?;
        }
        Ok(())
    }
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

fn any_of(argument: u8, values: &[u64]) -> io::Result<Vec<SeccompRule>> {
    values.iter().map(|value| rule(vec![condition(argument, SeccompCmpOp::Eq, *value)?])).collect()
}

fn rule(conditions: Vec<SeccompCondition>) -> io::Result<SeccompRule> {
    SeccompRule::new(conditions).map_err(other)
}

/// Compares the low 32 bits: all arguments that we look at are of that size, and the kernel ignores the rest.
fn condition(argument: u8, operator: SeccompCmpOp, value: u64) -> io::Result<SeccompCondition> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value).map_err(other)
}

fn other(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_call_is_both_allowed_and_forbidden() {
        let both: Vec<i64> = allowed().filter(|number| FORBIDDEN.contains(number)).collect();
        assert!(both.is_empty(), "{both:?}");
    }

    #[test]
    fn filters_compile_within_the_kernels_limit() {
        let filters = Filters::compile().unwrap();
        for filter in [&filters.allow, &filters.forbid] {
            assert!(filter.len() < 4096, "{}", filter.len());
        }
    }
}
