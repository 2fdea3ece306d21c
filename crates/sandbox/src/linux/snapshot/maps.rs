//! A process's memory as `/proc` tells of it.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;

use super::interpreter::PAGE;

/// The name of an image's memory in maps.
const IMAGE: &str = "/memfd:image (deleted)";

/// One mapping.
#[derive(Debug, Clone)]
pub(super) struct Area {
    pub(super) start: u64,
    pub(super) end: u64,
    /// `PROT_*`.
    pub(super) protection: u64,
    pub(super) shared: bool,
    pub(super) offset: u64,
    pub(super) inode: u64,
    /// The file's path, or a name such as `[heap]`; empty for memory without any.
    pub(super) name: String,
    /// Kibibytes in memory or swap.
    resident: u64,
    /// The kernel's abbreviations, with spaces between.
    flags: String,
}

impl Area {
    pub(super) fn length(&self) -> u64 {
        self.end - self.start
    }

    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.split_whitespace().any(|one| one == flag)
    }

    /// Whether the kernel has put it there by itself, the same for every process since it was started.
    pub(super) fn is_the_kernels(&self) -> bool {
        self.name.starts_with("[vvar") || self.name == "[vdso]"
    }

    /// Memory that a file stands behind, which is not that of an image.
    pub(super) fn is_file(&self) -> bool {
        self.inode != 0 && !self.is_of_an_image()
    }

    /// Memory that the process shares with others of the image that it is itself from. The image's program looks the same,
    /// but for what it may; a process that still runs it cannot be copied.
    pub(super) fn is_of_an_image(&self) -> bool {
        self.name == IMAGE && !self.shared && self.protection & libc::PROT_EXEC as u64 == 0
    }

    pub(super) fn is_heap(&self) -> bool {
        self.name == "[heap]" && self.inode == 0
    }
}

/// All mappings, in the order of their addresses.
pub(super) fn read(pid: i32) -> io::Result<Vec<Area>> {
    parse(&std::fs::read_to_string(format!("/proc/{pid}/smaps"))?)
        .ok_or_else(|| io::Error::other("the kernel describes memory in a way that is not known"))
}

pub(super) fn parse(text: &str) -> Option<Vec<Area>> {
    let mut areas: Vec<Area> = Vec::new();
    for line in text.lines() {
        let first = line.split(' ').next()?;
        let Some(name) = first.strip_suffix(':') else {
            areas.push(heading(line)?);
            continue;
        };
        let area = areas.last_mut()?;
        let rest = line.get(first.len()..)?.trim();
        match name {
            "Rss" | "Swap" => area.resident += rest.strip_suffix(" kB")?.trim().parse::<u64>().ok()?,
            "VmFlags" => rest.clone_into(&mut area.flags),
            _ => {}
        }
    }
    Some(areas)
}

fn heading(line: &str) -> Option<Area> {
    let mut words = line.splitn(6, ' ');
    let (start, end) = words.next()?.split_once('-')?;
    let permissions = words.next()?.as_bytes();
    let hexadecimal = |text: &str| u64::from_str_radix(text, 16).ok();
    let offset = hexadecimal(words.next()?)?;
    let _device = words.next()?;
    let inode = words.next()?.parse().ok()?;
    let name = words.next().unwrap_or("").trim_start().to_owned();
    let bit = |place: usize, letter: u8, value: i32| {
        if permissions.get(place) == Some(&letter) { value as u64 } else { 0 }
    };
    Some(Area {
        start: hexadecimal(start)?,
        end: hexadecimal(end)?,
        protection: bit(0, b'r', libc::PROT_READ)
            | bit(1, b'w', libc::PROT_WRITE)
            | bit(2, b'x', libc::PROT_EXEC),
        shared: permissions.get(3) == Some(&b's'),
        offset,
        inode,
        name,
        resident: 0,
        flags: String::new(),
    })
}

/// Pages that lie side by side: the first one's address, and how many bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: u64,
    pub(super) length: u64,
}

/// A page is in memory; in swap; of a file or shared; a guard of the program's own.
const PRESENT: u64 = 1 << 63;
const SWAPPED: u64 = 1 << 62;
const OF_FILE: u64 = 1 << 61;
const GUARD: u64 = 1 << 58;
/// Pages looked at in one go.
const BATCH: u64 = 4096;

/// The pages of a private mapping that the process has made its own by writing, without those that hold only zeros
/// where zeros are there anyway. No run is of two mappings.
pub(super) fn own_pages(area: &Area, pagemap: &File, memory: &File, runs: &mut Vec<Run>) -> io::Result<()> {
    let all = area.is_of_an_image();
    if area.resident == 0 && !all {
        return Ok(());
    }
    let mut entries = vec![0_u8; 8 * BATCH as usize];
    let mut page = vec![0_u8; PAGE as usize];
    let mut at = area.start;
    while at < area.end {
        let count = ((area.end - at) / PAGE).min(BATCH);
        let entries = entries.get_mut(..8 * count as usize).unwrap_or_default();
        pagemap.read_exact_at(entries, at / PAGE * 8)?;
        for entry in entries.as_chunks::<8>().0 {
            let entry = u64::from_ne_bytes(*entry);
            if entry & GUARD != 0 {
                return Err(io::Error::other("it has guard regions"));
            }
            let own = all || entry & SWAPPED != 0 || (entry & PRESENT != 0 && entry & OF_FILE == 0);
            if own && (area.is_file() || !is_zero(memory, at, &mut page)?) {
                match runs.last_mut() {
                    Some(last) if last.start + last.length == at && at != area.start => last.length += PAGE,
                    _ => runs.push(Run { start: at, length: PAGE }),
                }
            }
            at += PAGE;
        }
    }
    Ok(())
}

fn is_zero(memory: &File, at: u64, page: &mut [u8]) -> io::Result<bool> {
    memory.read_exact_at(page, at)?;
    Ok(page.iter().all(|byte| *byte == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mappings_are_parsed() {
        let text = "\
7f00-8f00 r-xp 00001000 fe:00 18504                      /usr/bin/a b
Size:                  4 kB
Rss:                   8 kB
Swap:                  4 kB
VmFlags: rd ex mr mw me 
8f00-9f00 rw-s 00000000 00:00 0 
VmFlags: rd wr sh
";
        let areas = parse(text).unwrap();
        assert_eq!(areas.len(), 2);
        assert_eq!((areas[0].start, areas[0].end, areas[0].offset), (0x7f00, 0x8f00, 0x1000));
        assert_eq!((areas[0].name.as_str(), areas[0].resident), ("/usr/bin/a b", 12));
        assert!(areas[0].has("mw") && !areas[0].has("wr") && !areas[0].shared && areas[0].is_file());
        assert_eq!(areas[0].protection, 5);
        assert!(areas[1].shared && areas[1].name.is_empty() && !areas[1].is_file());
    }
}
