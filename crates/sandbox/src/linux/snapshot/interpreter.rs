//! The code that makes an image a process again: it carries out a list of system calls and some words of glue, and
//! then leaves. It runs in the new process, which is confined already, with no other right than the program that it
//! brings back will have.
//!
//! It is written in assembler because nothing of the process that it starts in may stay: no stack, no library, no
//! thread-local storage. It uses no address but those in the list.

#[cfg(target_arch = "x86_64")]
std::arch::global_asm!(
    ".pushsection .rodata.tenfold_snapshot, \"a\"",
    ".balign 16",
    ".globl tenfold_snapshot_begin",
    ".hidden tenfold_snapshot_begin",
    ".globl tenfold_snapshot_end",
    ".hidden tenfold_snapshot_end",
    "tenfold_snapshot_begin:",
    // rdi: the first step; rsi: where the kernel has put its vDSO; rdx: a stack; rcx: where to tell of a failure.
    "mov r12, rdi",
    "mov r14, rsi",
    "mov rsp, rdx",
    "mov r15, rcx",
    "20:",
    "mov rbx, [r12]",
    "mov rax, [r12 + 8]",
    "mov rdi, [r12 + 16]",
    "mov rsi, [r12 + 24]",
    "mov rdx, [r12 + 32]",
    "mov r10, [r12 + 40]",
    "mov r8, [r12 + 48]",
    "mov r9, [r12 + 56]",
    "cmp rbx, 1",
    "jbe 30f",
    "cmp rbx, 2",
    "je 32f",
    "cmp rbx, 3",
    "je 33f",
    "cmp rbx, 4",
    "je 34f",
    "cmp rbx, 5",
    "je 35f",
    "cmp rbx, 6",
    "je 36f",
    "cmp rbx, 7",
    "je 37f",
    "cmp rbx, 8",
    "je 38f",
    "cmp rbx, 9",
    "je 39f",
    "cmp rbx, 10",
    "je 40f",
    "cmp rbx, 11",
    "je 41f",
    "jmp 50f",
    // 0 and 1: a system call, which must succeed, or need not.
    "30:",
    "syscall",
    "mov r13, rax",
    "cmp rbx, 1",
    "je 22f",
    "21:",
    "cmp rax, -4095",
    "jae 50f",
    "22:",
    "add r12, 64",
    "jmp 20b",
    // 2 and 3: keep the last result, whole or its low half.
    "32:",
    "mov [rdi], r13",
    "jmp 22b",
    "33:",
    "mov [rdi], r13d",
    "jmp 22b",
    // 4: memory must hold this word.
    "34:",
    "cmp [rdi], rsi",
    "jne 50f",
    "jmp 22b",
    // 5: a system call with an address counted from the vDSO.
    "35:",
    "add rdi, r14",
    "jmp 30b",
    // 6: a thread. The new one returns to what its own stack says and never comes here.
    "36:",
    "mov rbp, rax",
    "mov eax, 56",
    "call rbp",
    "mov r13, rax",
    "jmp 21b",
    // 7: the last system call, from elsewhere, and away.
    "37:",
    "mov rsp, r10",
    "jmp rdx",
    // 8: the last result must have been this.
    "38:",
    "cmp r13, rdi",
    "jne 50f",
    "jmp 22b",
    // 9: the descriptor that was the last result becomes this one.
    "39:",
    "cmp r13, rdi",
    "je 22b",
    "mov rdx, rsi",
    "mov rsi, rdi",
    "mov rdi, r13",
    "mov eax, 292",
    "syscall",
    "cmp rax, -4095",
    "jae 50f",
    "mov rdi, r13",
    "mov eax, 3",
    "syscall",
    "jmp 22b",
    // 10: the last result is this half word of memory.
    "40:",
    "mov r13d, [rdi]",
    "jmp 22b",
    // 11: a system call on the descriptor that was the last result.
    "41:",
    "mov rdi, r13",
    "jmp 30b",
    // It failed: where, and with what.
    "50:",
    "push rax",
    "push r12",
    "mov rdi, r15",
    "mov rsi, rsp",
    "mov edx, 16",
    "mov eax, 1",
    "syscall",
    "mov edi, 127",
    "mov eax, 231",
    "syscall",
    "ud2",
    "tenfold_snapshot_end:",
    ".popsection",
);

#[cfg(target_arch = "x86_64")]
unsafe extern "C" {
    static tenfold_snapshot_begin: u8;
    static tenfold_snapshot_end: u8;
}

/// The code, which runs wherever it is put.
#[cfg(target_arch = "x86_64")]
pub(super) fn code() -> &'static [u8] {
    // SAFETY: both symbols are in the block above, in this order, in a section that is never written.
    unsafe {
        let (begin, end) = (&raw const tenfold_snapshot_begin, &raw const tenfold_snapshot_end);
        std::slice::from_raw_parts(begin, end as usize - begin as usize)
    }
}

/// One step: what kind, the number of the system call, its arguments. The assembler above knows this layout.
pub(super) type Step = [u64; 8];

pub(super) const CHECKED: u64 = 0;
pub(super) const LOOSE: u64 = 1;
pub(super) const STORE: u64 = 2;
pub(super) const STORE_HALF: u64 = 3;
pub(super) const COMPARE: u64 = 4;
pub(super) const FROM_VDSO: u64 = 5;
pub(super) const THREAD: u64 = 6;
pub(super) const LEAVE: u64 = 7;
pub(super) const EXPECT: u64 = 8;
pub(super) const BECOME: u64 = 9;
pub(super) const LOAD_HALF: u64 = 10;
pub(super) const ON_IT: u64 = 11;

/// The program under construction: steps, and what they point to.
pub(super) struct Program {
    /// Where all of it will be.
    base: u64,
    steps: Vec<Step>,
    pool: Vec<u8>,
}

pub(super) const PAGE: u64 = 4096;
/// A page for the code and one for its stack.
const BEFORE_POOL: u64 = 2 * PAGE;

impl Program {
    pub(super) fn new(base: u64) -> Self {
        Self { base, steps: Vec::new(), pool: Vec::new() }
    }

    /// Keeps bytes; returns where they will be.
    pub(super) fn keep(&mut self, bytes: &[u8]) -> u64 {
        let address = self.base + BEFORE_POOL + self.pool.len() as u64;
        self.pool.extend_from_slice(bytes);
        self.pool.resize(self.pool.len().next_multiple_of(16), 0);
        address
    }

    pub(super) fn keep_text(&mut self, text: &[u8]) -> u64 {
        self.keep(&[text, &[0]].concat())
    }

    pub(super) fn step(&mut self, kind: u64, number: i64, arguments: &[u64]) {
        let mut step = [kind, number as u64, 0, 0, 0, 0, 0, 0];
        for (place, argument) in step.iter_mut().skip(2).zip(arguments) {
            *place = *argument;
        }
        self.steps.push(step);
    }

    /// A system call that must succeed.
    pub(super) fn call(&mut self, number: i64, arguments: &[u64]) {
        self.step(CHECKED, number, arguments);
    }

    /// A system call that uses one result several steps earlier: the address of the first argument of the step that
    /// comes `ahead` steps after the next one. Only [`Self::finish`] knows it, so it is given as an offset.
    pub(super) fn store_ahead(&mut self, ahead: u64, argument: u64) {
        let target = self.steps.len() as u64 + 1 + ahead;
        // Marked by an odd number; `finish` puts the address.
        self.step(STORE, -1, &[target, argument]);
    }

    /// The region's bytes, and where in it to begin.
    pub(super) fn finish(mut self, code: &[u8]) -> (Vec<u8>, u64) {
        let first = self.base + BEFORE_POOL + self.pool.len() as u64;
        for step in &mut self.steps {
            if step[0] == STORE && step[1] == u64::MAX {
                step[2] = first + step[2] * 64 + 16 + step[3] * 8;
            }
        }
        let mut region = code.to_vec();
        region.resize(BEFORE_POOL as usize, 0);
        region.extend_from_slice(&self.pool);
        for word in self.steps.iter().flatten() {
            region.extend_from_slice(&word.to_ne_bytes());
        }
        region.resize(region.len().next_multiple_of(PAGE as usize), 0);
        (region, first)
    }

    /// Where the code's own stack begins, growing down.
    pub(super) fn stack_top(base: u64) -> u64 {
        base + BEFORE_POOL - 64
    }

    pub(super) fn how_many(&self) -> usize {
        self.steps.len()
    }
}
