//! Threads: how they are read, and how the program makes them again.

use std::fs::{self, File};
use std::io;

use super::capture::{Call, SCRATCH_BELOW, read_words};
use super::frames::{Gadgets, State};
use super::interpreter::{Program, STORE_HALF, THREAD};
use super::refuse;
use super::tracee::{self, Rseq};

const PR_GET_TID_ADDRESS: u64 = 40;

/// One thread.
pub(super) struct Thread {
    pub(super) number: i32,
    pub(super) state: State,
    pub(super) name: String,
    /// Where the kernel clears the number at its end, and the C library has it.
    pub(super) number_at: u64,
    pub(super) robust_list: (u64, u64),
    pub(super) rseq: Rseq,
}

/// The registers first: what the thread is asked to do changes them.
pub(super) fn read_thread(pid: i32, thread: i32, memory: &File, call: Call<'_>) -> io::Result<Thread> {
    let mut registers = tracee::registers(thread)?;
    let extended = tracee::extended_state(thread)?;
    let mask = tracee::signal_mask(thread)?;
    let rseq = tracee::rseq(thread)?;
    let robust_list = tracee::robust_list(thread)?;
    let scratch = registers.rsp - SCRATCH_BELOW;
    let must = |result: i64| if result < 0 { refuse("it cannot be asked") } else { Ok(()) };
    must(call(thread, libc::SYS_sigaltstack, &[0, scratch])?)?;
    let [stack, flags, length] = read_words(memory, scratch)?;
    if flags & 1 != 0 {
        return refuse("it handles a signal on a stack for signals");
    }
    must(call(thread, libc::SYS_prctl, &[PR_GET_TID_ADDRESS, scratch])?)?;
    let [number_at] = read_words(memory, scratch)?;
    if number_at == 0 || tracee::peek(thread, number_at)? & 0xffff_ffff != u64::from(thread.cast_unsigned()) {
        return refuse("its C library keeps the threads' numbers in a way that is not known");
    }
    if registers.gs_base != 0 {
        return refuse("it uses the second segment");
    }
    restart(&mut registers);
    let name = fs::read_to_string(format!("/proc/{pid}/task/{thread}/comm"))?.trim_end().to_owned();
    let state = State { registers, extended, mask, alternate: (stack, flags as u32, length) };
    Ok(Thread { number: thread, state, name, number_at, robust_list, rseq })
}

/// A system call that was interrupted is made again from its beginning: the kernel's memory of how much of it is done
/// is not in the image.
fn restart(registers: &mut tracee::Registers) {
    /// `ERESTARTSYS`, `ERESTARTNOINTR`, `ERESTARTNOHAND`, `ERESTART_RESTARTBLOCK`.
    const AGAIN: [i64; 4] = [-512, -513, -514, -516];
    if registers.orig_rax.cast_signed() >= 0 && AGAIN.contains(&registers.rax.cast_signed()) {
        registers.rax = registers.orig_rax;
        registers.rip -= 2;
    }
}

impl Thread {
    pub(super) fn keep_name(&self, program: &mut Program) -> u64 {
        program.keep_text(self.name.as_bytes())
    }

    /// What a thread does by itself before it goes on.
    pub(super) fn calls(&self) -> Vec<(i64, [u64; 4])> {
        let mut calls = Vec::new();
        if self.robust_list.0 != 0 {
            calls.push((libc::SYS_set_robust_list, [self.robust_list.0, self.robust_list.1, 0, 0]));
        }
        if self.rseq.pointer != 0 {
            let Rseq { pointer, size, signature, .. } = self.rseq;
            calls.push((libc::SYS_rseq, [pointer, u64::from(size), 0, u64::from(signature)]));
        }
        calls
    }

    /// The thread that is there already.
    pub(super) fn begin(&self, program: &mut Program) {
        const ARCH_SET_FS: u64 = 0x1002;
        program.call(libc::SYS_arch_prctl, &[ARCH_SET_FS, self.state.registers.fs_base]);
        program.call(libc::SYS_set_tid_address, &[self.number_at]);
        program.step(STORE_HALF, 0, &[self.number_at]);
    }

    /// Another one. It never comes to the code that makes it, which may be gone by the time that it runs. Its name is
    /// its maker's at that moment.
    pub(super) fn make(&self, gadgets: Gadgets, stack: u64, program: &mut Program) {
        let flags = libc::CLONE_VM
            | libc::CLONE_FS
            | libc::CLONE_FILES
            | libc::CLONE_SIGHAND
            | libc::CLONE_THREAD
            | libc::CLONE_SYSVSEM
            | libc::CLONE_SETTLS
            | libc::CLONE_PARENT_SETTID
            | libc::CLONE_CHILD_CLEARTID;
        let arguments =
            [flags as u64, stack, self.number_at, self.number_at, self.state.registers.fs_base, 0];
        let name = self.keep_name(program);
        program.call(libc::SYS_prctl, &[libc::PR_SET_NAME as u64, name]);
        let call = gadgets.call.cast_signed();
        program.step(THREAD, call, &arguments);
    }
}
