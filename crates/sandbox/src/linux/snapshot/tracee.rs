//! Stopped threads of another process: their registers, and system calls on their behalf.

use std::io;
use std::mem::MaybeUninit;

use super::interpreter::PAGE;

pub(super) type Registers = libc::user_regs_struct;

const NT_X86_XSTATE: libc::c_int = 0x202;
const PTRACE_GETSIGMASK: libc::c_uint = 0x420a;
const PTRACE_GET_RSEQ_CONFIGURATION: libc::c_uint = 0x420f;

/// What the kernel knows of a thread's restartable sequence.
#[repr(C)]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rseq {
    pub(super) pointer: u64,
    pub(super) size: u32,
    pub(super) signature: u32,
    flags: u32,
    pad: u32,
}

/// # Safety
/// As ptrace(2) says for the request.
unsafe fn ptrace(request: libc::c_uint, pid: i32, address: u64, data: u64) -> io::Result<i64> {
    // SAFETY: the caller's.
    let result = unsafe { libc::ptrace(request, pid, address, data) };
    if result == -1 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// Takes hold of a thread and stops it, which takes as long as it is in an uninterruptible system call.
pub(super) fn seize(thread: i32) -> io::Result<()> {
    // SAFETY: changes nothing of ours.
    unsafe {
        ptrace(libc::PTRACE_SEIZE, thread, 0, 0)?;
        ptrace(libc::PTRACE_INTERRUPT, thread, 0, 0)?;
    }
    wait_for_stop(thread)
}

/// The parent will trace this process: it stops when its program starts.
pub(super) fn be_traced() -> io::Result<()> {
    // SAFETY: changes nothing but who may look.
    unsafe { ptrace(libc::PTRACE_TRACEME, 0, 0, 0) }.map(|_| ())
}

pub(super) fn wait_for_stop(thread: i32) -> io::Result<()> {
    loop {
        let mut status = 0;
        // SAFETY: writes one number.
        let waited = unsafe { libc::waitpid(thread, &raw mut status, libc::__WALL) };
        if waited == thread {
            return if libc::WIFSTOPPED(status) { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) };
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

pub(super) fn let_go(thread: i32) -> io::Result<()> {
    // SAFETY: changes nothing of ours.
    unsafe { ptrace(libc::PTRACE_DETACH, thread, 0, 0) }.map(|_| ())
}

pub(super) fn registers(thread: i32) -> io::Result<Registers> {
    let mut registers = MaybeUninit::<Registers>::uninit();
    // SAFETY: the kernel fills the structure.
    unsafe {
        ptrace(libc::PTRACE_GETREGS, thread, 0, registers.as_mut_ptr() as u64)?;
        Ok(registers.assume_init())
    }
}

pub(super) fn set_registers(thread: i32, registers: &Registers) -> io::Result<()> {
    // SAFETY: the kernel reads the structure.
    unsafe { ptrace(libc::PTRACE_SETREGS, thread, 0, std::ptr::from_ref(registers) as u64) }.map(|_| ())
}

/// The extended state, as `xsave` writes it.
pub(super) fn extended_state(thread: i32) -> io::Result<Vec<u8>> {
    let mut state = vec![0_u8; 4 * PAGE as usize];
    let mut vector = libc::iovec { iov_base: state.as_mut_ptr().cast(), iov_len: state.len() };
    // SAFETY: the kernel writes into the buffer that the vector tells of, and how much into the vector.
    unsafe {
        let vector = &raw mut vector as u64;
        ptrace(libc::PTRACE_GETREGSET, thread, NT_X86_XSTATE as u64, vector)?;
    }
    state.truncate(vector.iov_len);
    Ok(state)
}

/// The blocked signals.
pub(super) fn signal_mask(thread: i32) -> io::Result<u64> {
    let mut mask = 0_u64;
    // SAFETY: the kernel writes eight bytes.
    unsafe { ptrace(PTRACE_GETSIGMASK, thread, 8, &raw mut mask as u64)? };
    Ok(mask)
}

pub(super) fn rseq(thread: i32) -> io::Result<Rseq> {
    let mut found = Rseq::default();
    // SAFETY: the kernel writes no more than the size that it is told.
    unsafe {
        ptrace(PTRACE_GET_RSEQ_CONFIGURATION, thread, size_of::<Rseq>() as u64, &raw mut found as u64)?;
    }
    Ok(found)
}

/// Address and length of a thread's list of robust mutexes.
pub(super) fn robust_list(thread: i32) -> io::Result<(u64, u64)> {
    let (mut head, mut length) = (0_u64, 0_u64);
    // SAFETY: the kernel writes two numbers.
    let result = unsafe { libc::syscall(libc::SYS_get_robust_list, thread, &raw mut head, &raw mut length) };
    if result == 0 { Ok((head, length)) } else { Err(io::Error::last_os_error()) }
}

/// One word of its memory.
pub(super) fn peek(thread: i32, address: u64) -> io::Result<u64> {
    let mut word = 0_u64;
    // The system call itself: the C library's function mixes up words and errors.
    // SAFETY: the kernel writes one word.
    let result = unsafe {
        libc::syscall(
            libc::SYS_ptrace,
            u64::from(libc::PTRACE_PEEKDATA),
            i64::from(thread),
            address,
            &raw mut word,
        )
    };
    if result == 0 { Ok(word) } else { Err(io::Error::last_os_error()) }
}

/// Writes one word of its memory.
pub(super) fn poke(thread: i32, address: u64, word: u64) -> io::Result<()> {
    // SAFETY: changes nothing of ours.
    unsafe { ptrace(libc::PTRACE_POKEDATA, thread, address, word) }.map(|_| ())
}

/// Has a stopped thread make one system call, at an address where its program has the instruction for it. Returns the
/// kernel's result, negative for an error. Its registers are left as the call leaves them.
pub(super) fn call(thread: i32, at: u64, number: i64, arguments: &[u64]) -> io::Result<i64> {
    let mut registers = registers(thread)?;
    let argument = |number: usize| arguments.get(number).copied().unwrap_or(0);
    registers.rip = at;
    registers.rax = number as u64;
    // Not in a system call: nothing to restart.
    registers.orig_rax = u64::MAX;
    (registers.rdi, registers.rsi, registers.rdx) = (argument(0), argument(1), argument(2));
    (registers.r10, registers.r8, registers.r9) = (argument(3), argument(4), argument(5));
    set_registers(thread, &registers)?;
    // SAFETY: changes nothing of ours.
    unsafe { ptrace(libc::PTRACE_SINGLESTEP, thread, 0, 0)? };
    wait_for_stop(thread)?;
    Ok(self::registers(thread)?.rax as i64)
}
