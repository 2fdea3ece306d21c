//! Which pages of an image all its processes may share until they write to them, and which each must have for itself.
//!
//! What is shared is a private mapping of the image. The kernel copies a page when a process first writes to it; what is
//! never written exists once, and nothing is copied when a process is made. But such a mapping is not quite the memory
//! without a file that it stands for. `MADV_DONTNEED` brings the image's page back where zeros are expected, `mremap` can
//! make it longer over what follows in the image, and `MADV_FREE` fails. So only that is shared of which it is known
//! who owns it, and that the owner does nothing of the kind:
//!
//! - pages of files that were written to (data of the program and its libraries): nobody expects zeros there;
//! - the C library's heap: it grows and shrinks by `brk`, which makes new memory, and what it gives back in between
//!   (`malloc_trim`) it does not take for zeros;
//! - of an interpreter that has had no function yet, all else as well (where it keeps small objects, which it returns
//!   whole), except the C library's large allocations, which `realloc` gives to `mremap`;
//! - what was shared before, in an image of a process that is made of another image.
//!
//! Everything else, such as what an allocator of the function's own has, is copied.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;

use super::interpreter::PAGE;
use super::maps::{Area, Run};

/// Shared runs of an area that are closer than this, in bytes, become one: each is a mapping.
const NEAR: u64 = 16 * PAGE;
/// Memory of these kinds is never shared: stacks, and what has been advised or locked in a way that files do not know.
const NEVER: [&str; 6] = ["gd", "dc", "wf", "hg", "nh", "lo"];

/// A run that is shared, and its mapping's protection (`PROT_*`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shared {
    pub(super) run: Run,
    pub(super) protection: u64,
}

/// The pages of an image, in the order in which they are in it.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) shared: Vec<Shared>,
    pub(super) copied: Vec<Run>,
}

impl Contents {
    /// Divides the runs, which are in the order of their addresses. `blank`: the process has no function yet.
    pub(super) fn divide(areas: &[Area], runs: &[Run], blank: bool, memory: &File) -> io::Result<Self> {
        let mut contents = Self::default();
        let mut rest = runs.iter().peekable();
        for area in areas {
            let mut copied_until = if may_be_shared(area, blank) { 0 } else { u64::MAX };
            let mut last = None;
            while let Some(run) = rest.next_if(|run| run.start < area.end) {
                for page in (run.start..run.start + run.length).step_by(PAGE as usize) {
                    if page >= copied_until && is_memory(area) {
                        copied_until = end_of_allocation(memory, page, area.end)?.unwrap_or(copied_until);
                    }
                    if page < copied_until {
                        contents.copy(page);
                        last = None;
                    } else {
                        contents.share(page, last, area.protection);
                        last = Some(page);
                    }
                }
            }
        }
        Ok(contents)
    }

    pub(super) fn bytes(&self) -> u64 {
        self.runs().map(|run| run.length).sum()
    }

    /// All of them, in the image's order.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run> {
        self.shared.iter().map(|shared| shared.run).chain(self.copied.iter().copied())
    }

    fn copy(&mut self, page: u64) {
        match self.copied.last_mut() {
            Some(run) if run.start + run.length == page => run.length += PAGE,
            _ => self.copied.push(Run { start: page, length: PAGE }),
        }
    }

    /// `last` is the page of the same area that was shared last, if none has been copied since.
    fn share(&mut self, page: u64, last: Option<u64>, protection: u64) {
        match self.shared.last_mut() {
            Some(shared) if last.is_some_and(|last| page - last <= NEAR) => {
                shared.run.length = page + PAGE - shared.run.start;
            }
            _ => self.shared.push(Shared { run: Run { start: page, length: PAGE }, protection }),
        }
    }
}

fn may_be_shared(area: &Area, blank: bool) -> bool {
    let is_plain = area.protection & libc::PROT_EXEC as u64 == 0 && !NEVER.iter().any(|flag| area.has(flag));
    is_plain && (blank || area.is_file() || area.is_heap() || area.is_of_an_image())
}

/// Memory that may hold allocations of the C library beside its heap.
fn is_memory(area: &Area) -> bool {
    !area.is_file() && !area.is_heap() && !area.is_of_an_image()
}

/// Where an allocation ends that has a mapping of its own, if one begins with this page. It begins with two words: what
/// lies before it, and its length, whole pages, with the second bit set (glibc's `malloc.c`, `IS_MMAPPED`). What only
/// looks like one is copied in vain.
fn end_of_allocation(memory: &File, page: u64, end: u64) -> io::Result<Option<u64>> {
    const IS_MMAPPED: u64 = 2;
    let mut word = [0; 8];
    memory.read_exact_at(&mut word, page + 8)?;
    let word = u64::from_ne_bytes(word);
    let length = word & !(PAGE - 1);
    let is_one = word & (PAGE - 1) == IS_MMAPPED && length != 0 && length <= end - page;
    Ok(is_one.then(|| page + length))
}

#[cfg(test)]
mod tests {
    use super::super::maps;
    use super::*;
    use std::io::Write as _;

    fn areas(text: &str) -> Vec<Area> {
        maps::parse(text).unwrap()
    }

    fn run(start: u64, pages: u64) -> Run {
        Run { start: start * PAGE, length: pages * PAGE }
    }

    fn shared(contents: &Contents) -> Vec<Run> {
        contents.shared.iter().map(|shared| shared.run).collect()
    }

    const MAPS: &str = "\
1000-5000 rw-p 00000000 fe:00 18504 /usr/lib/x.so
VmFlags: rd wr mr mw me
5000-9000 rw-p 00000000 00:00 0 [heap]
VmFlags: rd wr mr mw me
10000-80000 rw-p 00000000 00:00 0 
VmFlags: rd wr mr mw me
80000-82000 rw-p 00000000 00:01 7 /memfd:image (deleted)
VmFlags: rd wr mr mw me
90000-92000 rw-p 00000000 00:00 0 [stack]
VmFlags: rd wr mr mw me gd
";

    #[test]
    fn what_nobody_knows_is_copied() {
        let memory = tempfile::tempfile().unwrap();
        memory.set_len(0x10_0000).unwrap();
        let runs = [run(1, 2), run(5, 4), run(16, 2), run(20, 1), run(64, 1), run(128, 2), run(144, 2)];
        let of_function = Contents::divide(&areas(MAPS), &runs, false, &memory).unwrap();
        assert_eq!(shared(&of_function), [run(1, 2), run(5, 4), run(128, 2)]);
        assert_eq!(of_function.copied, [run(16, 2), run(20, 1), run(64, 1), run(144, 2)]);
        // Near ones are one.
        let blank = Contents::divide(&areas(MAPS), &runs, true, &memory).unwrap();
        assert_eq!(shared(&blank), [run(1, 2), run(5, 4), run(16, 5), run(64, 1), run(128, 2)]);
        assert_eq!((blank.copied.clone(), blank.bytes()), (vec![run(144, 2)], 16 * PAGE));
        assert_eq!(blank.runs().last(), Some(run(144, 2)));
    }

    #[test]
    fn large_allocations_are_copied() {
        let mut memory = tempfile::tempfile().unwrap();
        memory.write_all(&vec![0; 0x8_0000]).unwrap();
        memory.write_all_at(&((4 * PAGE) | 2).to_ne_bytes(), 18 * PAGE + 8).unwrap();
        // Neither is one: longer than its area, and in the heap.
        memory.write_all_at(&((4096 * PAGE) | 2).to_ne_bytes(), 24 * PAGE + 8).unwrap();
        memory.write_all_at(&((2 * PAGE) | 2).to_ne_bytes(), 6 * PAGE + 8).unwrap();
        let runs = [run(5, 4), run(16, 4), run(21, 4)];
        let contents = Contents::divide(&areas(MAPS), &runs, true, &memory).unwrap();
        assert_eq!(shared(&contents), [run(5, 4), run(16, 2), run(22, 3)]);
        assert_eq!(contents.copied, [run(18, 2), run(21, 1)]);
    }
}
