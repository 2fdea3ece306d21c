//! The program's part about memory: what is mapped, filled and protected, in which order.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;

use super::capture::bytes_of;
use super::interpreter::{EXPECT, FROM_VDSO, PAGE, Program};
use super::maps::{Area, Run};
use super::share::{Contents, Shared};
use super::{descriptors, frames, refuse};

/// Where the kernel puts nothing by itself.
const REGION: u64 = 0x6000_0000_0000;
/// Room that must be free around it, and where in it the vDSO waits.
const ROOM: u64 = 1 << 32;
const VDSO_WAITS: u64 = 1 << 31;
/// The end of what a program can map.
const END: u64 = 0x7fff_ffff_f000;
/// The kernel reads no more at once.
const MOST_AT_ONCE: u64 = 1 << 30;
const MOST_RUNS_AT_ONCE: usize = 1024;
const fn mapping(flags: i32) -> u64 {
    (libc::MAP_FIXED | flags) as u64
}

/// A place for the region, far from everything.
pub(super) fn free_region(areas: &[Area]) -> io::Result<u64> {
    (0..16)
        .map(|step| REGION + step * (ROOM << 4))
        .find(|at| !areas.iter().any(|area| area.start < at + ROOM && *at < area.end))
        .map_or_else(|| refuse("its memory is full"), Ok)
}

/// How the memory comes to be.
pub(super) struct Plan<'a> {
    pub(super) areas: &'a [Area],
    pub(super) vdso: &'a Area,
    pub(super) region: u64,
    pub(super) contents: &'a Contents,
}

/// The steps of which an argument counts from where the memory begins in the image: which, and which argument.
pub(super) struct Pieces {
    pub(super) steps: Vec<(usize, usize)>,
}

impl Plan<'_> {
    fn kernels(&self) -> impl Iterator<Item = (&Area, u64)> {
        let areas = self.areas.iter().filter(|area| area.is_the_kernels());
        let first = areas.clone().map(|area| area.start).min().unwrap_or_default();
        areas.map(move |area| (area, self.region + VDSO_WAITS + (area.start - first)))
    }

    /// Nothing is left of the program that was started, but what the kernel gave it, out of the way.
    pub(super) fn clear(&self, program: &mut Program) {
        const MOVE: u64 = (libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED) as u64;
        let all = program.keep(&u64::MAX.to_ne_bytes());
        program.call(libc::SYS_rt_sigprocmask, &[libc::SIG_SETMASK as u64, all, 0, 8]);
        for (area, waits) in self.kernels() {
            let from_vdso = area.start.wrapping_sub(self.vdso.start);
            let length = area.length();
            program.step(FROM_VDSO, libc::SYS_mremap, &[from_vdso, length, length, MOVE, waits]);
        }
        let waiting = self.region + VDSO_WAITS;
        let waiting_end = self.kernels().map(|(area, waits)| waits + area.length()).max().unwrap_or(waiting);
        // The region itself is less than half of the room.
        let region_end = self.region + VDSO_WAITS / 2;
        program.call(libc::SYS_munmap, &[0, self.region]);
        program.call(libc::SYS_munmap, &[region_end, waiting - region_end]);
        program.call(libc::SYS_munmap, &[waiting_end, END - waiting_end]);
    }

    fn is_filled(&self, area: &Area) -> bool {
        let runs = &self.contents.copied;
        let at = runs.partition_point(|run| run.start + run.length <= area.start);
        runs.get(at).is_some_and(|run| run.start < area.end)
    }

    pub(super) fn map(&self, program: &mut Program, chains: &[frames::Chain]) -> io::Result<()> {
        let mut files: HashMap<&str, Vec<&Area>> = HashMap::new();
        let mut order = Vec::new();
        for area in self.areas {
            if area.is_the_kernels() || area.name == "[vsyscall]" {
                continue;
            }
            if ["ht", "io", "pf", "mm"].iter().any(|flag| area.has(flag)) {
                return refuse(format!("it has memory of a kind that cannot be copied: {}", area.name));
            }
            if area.shared && (!area.is_file() || area.has("mw")) {
                return refuse(format!("it shares memory: {}", area.name));
            }
            if !area.is_file() {
                self.map_anonymous(area, chains, program)?;
            } else if area.name.starts_with('/') && !area.name.ends_with(" (deleted)") {
                let of_file = files.entry(&area.name).or_default();
                if of_file.is_empty() {
                    order.push(area.name.as_str());
                }
                of_file.push(area);
            } else {
                return refuse(format!("it maps a file that is gone: {}", area.name));
            }
        }
        for path in order {
            self.map_file(path, files.get(path).map_or(&[], Vec::as_slice), program)?;
        }
        Ok(())
    }

    fn map_anonymous(&self, area: &Area, chains: &[frames::Chain], program: &mut Program) -> io::Result<()> {
        let mut flags = mapping(libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
        let mut start = area.start;
        for chain in chains {
            let end = chain.address + chain.bytes.len() as u64;
            if end > area.start && end <= area.end && chain.address < area.start {
                if !area.has("gd") {
                    return refuse("a thread's stack is full");
                }
                start = chain.address & !(PAGE - 1);
            }
        }
        if area.has("gd") {
            flags |= libc::MAP_GROWSDOWN as u64;
        }
        if area.has("nr") {
            flags |= libc::MAP_NORESERVE as u64;
        }
        let protection = self.protection_while_filling(area);
        program.call(libc::SYS_mmap, &[start, area.end - start, protection, flags, u64::MAX, 0]);
        Ok(())
    }

    /// Memory that gets its contents must be writable until it has them.
    fn protection_while_filling(&self, area: &Area) -> u64 {
        const WRITABLE: u64 = (libc::PROT_READ | libc::PROT_WRITE) as u64;
        if self.is_filled(area) { WRITABLE } else { area.protection }
    }

    /// The file must be the one that it was: the same inode, as long, written to at the same time.
    fn map_file(&self, path: &str, areas: &[&Area], program: &mut Program) -> io::Result<()> {
        let Some(first) = areas.first() else { return Ok(()) };
        if path.starts_with("/tmp/") {
            return refuse(format!("it maps a file of its own: {path}"));
        }
        let now = fs::metadata(path)?;
        if now.ino() != first.inode || !now.is_file() {
            return refuse(format!("{path} is not the file any more that it has mapped"));
        }
        let flags = (libc::O_RDONLY | libc::O_CLOEXEC) as u64;
        descriptors::open_checked(path, &now, flags, program);
        // One result, used by each mapping and the close after them.
        for _ in areas {
            // Between this step and the one meant: as many of this kind and mappings as there are mappings.
            program.store_ahead(areas.len() as u64, 4);
        }
        program.store_ahead(areas.len() as u64, 0);
        for area in areas {
            let kind = if area.shared { libc::MAP_SHARED } else { libc::MAP_PRIVATE };
            let protection = self.protection_while_filling(area);
            let arguments = [area.start, area.length(), protection, mapping(kind), 0, area.offset];
            program.call(libc::SYS_mmap, &arguments);
        }
        program.call(libc::SYS_close, &[0]);
        Ok(())
    }

    /// Maps what is shared, reads the rest of the memory, then the chains, in the order in which they are in the image.
    pub(super) fn fill(&self, program: &mut Program, chains: &[frames::Chain], image_fd: i32) -> Pieces {
        let mut pieces = Pieces { steps: Vec::new() };
        let mut offset = 0;
        for Shared { run, protection } in &self.contents.shared {
            let flags = mapping(libc::MAP_PRIVATE);
            pieces.steps.push((program.how_many(), 5));
            program
                .call(libc::SYS_mmap, &[run.start, run.length, *protection, flags, image_fd as u64, offset]);
            offset += run.length;
        }
        let mut all: Vec<Run> = Vec::new();
        for run in &self.contents.copied {
            let mut done = 0;
            while done < run.length {
                let length = (run.length - done).min(MOST_AT_ONCE);
                all.push(Run { start: run.start + done, length });
                done += length;
            }
        }
        let chains = chains.iter().map(|c| Run { start: c.address, length: c.bytes.len() as u64 });
        all.extend(chains);
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let mut length = 0;
            let fits = |run: &Run| {
                length += run.length;
                length <= MOST_AT_ONCE
            };
            let count = rest.iter().map(fits).take_while(|fits| *fits).count().clamp(1, MOST_RUNS_AT_ONCE);
            let (now, later) = rest.split_at(count);
            let vector: Vec<u64> = now.iter().flat_map(|run| [run.start, run.length]).collect();
            let length: u64 = now.iter().map(|run| run.length).sum();
            let vector = program.keep(&bytes_of(&vector));
            // The steps lie behind all that is kept, which is still growing: the offset is made good at the end.
            pieces.steps.push((program.how_many(), 3));
            program.call(libc::SYS_preadv, &[image_fd as u64, vector, count as u64, offset, 0]);
            program.step(EXPECT, 0, &[length]);
            offset += length;
            rest = later;
        }
        pieces
    }

    pub(super) fn protect(&self, program: &mut Program) {
        const ADVICE: [(&str, i32); 5] = [
            ("dd", libc::MADV_DONTDUMP),
            ("dc", libc::MADV_DONTFORK),
            ("wf", libc::MADV_WIPEONFORK),
            ("hg", libc::MADV_HUGEPAGE),
            ("nh", libc::MADV_NOHUGEPAGE),
        ];
        for area in self.areas {
            if area.is_the_kernels() || area.name == "[vsyscall]" {
                continue;
            }
            if self.protection_while_filling(area) != area.protection {
                program.call(libc::SYS_mprotect, &[area.start, area.length(), area.protection]);
            }
            for (flag, advice) in ADVICE {
                if area.has(flag) {
                    program.call(libc::SYS_madvise, &[area.start, area.length(), advice as u64]);
                }
            }
        }
    }

    pub(super) fn the_kernels(&self, program: &mut Program) {
        const MOVE: u64 = (libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED) as u64;
        for (area, waits) in self.kernels() {
            let length = area.length();
            program.call(libc::SYS_mremap, &[waits, length, length, MOVE, area.start]);
        }
    }
}
