//! A thread's state as the kernel takes it back: the frames that `rt_sigreturn` reads. A chain of them makes a thread
//! do system calls of its own before it goes on where it was.

use super::tracee::Registers;

/// `struct ucontext`, with the address of what calls `rt_sigreturn` before it.
const FRAME: usize = 8 + 304;
/// The part of the stack below its top that code may use without moving the top.
const RED_ZONE: u64 = 128;
const MAGIC_BEGIN: u32 = 0x4650_5853;
const MAGIC_END: u32 = 0x4650_5845;
/// There is extended state; the stack segment is told; and restored as told.
const FLAGS: u64 = 0b111;
const SS_DISABLE: u32 = 2;

/// Two pieces of code of the program's own, at which every chain pulls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gadgets {
    /// `syscall`, then `ret`.
    pub(super) call: u64,
    /// Calls `rt_sigreturn`.
    pub(super) give_back: u64,
}

/// What a thread goes on with.
pub(super) struct State {
    pub(super) registers: Registers,
    pub(super) extended: Vec<u8>,
    pub(super) mask: u64,
    /// Where the alternate stack for signals is, its flags, its length.
    pub(super) alternate: (u64, u32, u64),
}

/// Bytes to put on a stack: where, what, and where the chain begins.
pub(super) struct Chain {
    pub(super) address: u64,
    pub(super) bytes: Vec<u8>,
}

/// Below the thread's stack: first the calls, in order, then the thread goes on.
///
/// The chain begins with an address to return to: whoever starts it sets the stack to [`Chain::address`] and returns.
pub(super) fn chain(gadgets: Gadgets, state: &State, calls: &[(i64, [u64; 4])]) -> Chain {
    let extended_length = state.extended.len() as u64 + 4;
    let top = state.registers.rsp - RED_ZONE;
    let extended_at = (top - extended_length) & !63;
    // After the address of `give_back` has been popped, a stack as at a function's beginning.
    let address = (extended_at - (FRAME * (calls.len() + 1)) as u64) & !15;
    let mut bytes = Vec::new();
    for (number, (call, arguments)) in calls.iter().enumerate() {
        let next = address + (FRAME * (number + 1)) as u64;
        let mut registers = state.registers;
        registers.rax = *call as u64;
        (registers.rdi, registers.rsi) = (arguments[0], arguments[1]);
        (registers.rdx, registers.r10) = (arguments[2], arguments[3]);
        (registers.rip, registers.rsp) = (gadgets.call, next);
        bytes.extend(frame(gadgets, &registers, u64::MAX, (0, SS_DISABLE, 0), 0));
    }
    bytes.extend(frame(gadgets, &state.registers, state.mask, state.alternate, extended_at));
    bytes.resize((extended_at - address) as usize, 0);
    bytes.extend(extended_with_marks(&state.extended));
    Chain { address, bytes }
}

fn extended_with_marks(state: &[u8]) -> Vec<u8> {
    let mut bytes = state.to_vec();
    // Where the kernel leaves room for software: marks, sizes, which parts there are. It tells the latter in the same
    // place when it is asked.
    let features = bytes.get(464..472).map(<[u8]>::to_vec).unwrap_or_default();
    let size = bytes.len() as u32;
    let mut words = [MAGIC_BEGIN.to_ne_bytes(), (size + 4).to_ne_bytes()].concat();
    words.extend(features);
    words.extend(size.to_ne_bytes());
    words.resize(48, 0);
    if let Some(room) = bytes.get_mut(464..512) {
        room.copy_from_slice(&words);
    }
    bytes.extend(MAGIC_END.to_ne_bytes());
    bytes
}

fn frame(gadgets: Gadgets, r: &Registers, mask: u64, alternate: (u64, u32, u64), extended: u64) -> Vec<u8> {
    let mut words = vec![gadgets.give_back];
    words.extend([FLAGS, 0]);
    words.extend([alternate.0, u64::from(alternate.1), alternate.2]);
    words.extend([r.r8, r.r9, r.r10, r.r11, r.r12, r.r13, r.r14, r.r15]);
    words.extend([r.rdi, r.rsi, r.rbp, r.rbx, r.rdx, r.rax, r.rcx, r.rsp, r.rip, r.eflags]);
    // Four halves of a word: code segment, two of no meaning, stack segment.
    words.push((r.cs & 0xffff) | (r.ss & 0xffff) << 48);
    words.extend([0, 0, 0, 0]);
    words.push(extended);
    words.extend([0; 8]);
    words.push(mask);
    words.iter().flat_map(|word| word.to_ne_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_as_long_as_the_kernels() {
        // SAFETY: all zero is a valid set of registers.
        let registers = unsafe { std::mem::zeroed() };
        let gadgets = Gadgets { call: 1, give_back: 2 };
        assert_eq!(frame(gadgets, &registers, 0, (0, 0, 0), 0).len(), FRAME);
    }
}
