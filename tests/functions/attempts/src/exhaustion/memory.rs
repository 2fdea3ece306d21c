//! Memory, by each of the ways to have some.

use std::fs::File;
use std::os::fd::FromRawFd as _;

use super::{MIB, Taken, checked, io, repeat, tell, write_on};
use crate::attempt::Outcome;

/// In MiB. Killed means that the limit held.
pub(super) fn memory() -> Taken {
    let mut reached = 0;
    repeat(512, || {
        std::mem::forget(vec![1_u8; MIB]);
        reached += 1;
        tell(reached, "so far");
        Ok(())
    })
}

pub(super) fn shared_memory() -> Taken {
    match File::create("/dev/shm/taken") {
        Ok(mut file) => write_on(&mut file, 512),
        Err(error) => Taken { reached: 0, by: io(&error).got },
    }
}

pub(super) fn memory_files() -> Taken {
    // SAFETY: a terminated name; the descriptor is nobody else's.
    let mut file = unsafe { File::from_raw_fd(libc::memfd_create(c"taken".as_ptr(), 0)) };
    write_on(&mut file, 512)
}

pub(super) fn system_v_memory() -> Taken {
    let mut reached = 0;
    // SAFETY: a new segment of this size, written within it.
    repeat(512, || unsafe {
        let segment = checked(libc::shmget(libc::IPC_PRIVATE, MIB, 0o600).into())? as i32;
        let memory = libc::shmat(segment, std::ptr::null(), 0);
        libc::shmctl(segment, libc::IPC_RMID, std::ptr::null_mut());
        if memory as isize == -1 {
            return Err(Outcome::last());
        }
        std::ptr::write_bytes(memory.cast::<u8>(), 1, MIB);
        reached += 1;
        tell(reached, "so far");
        Ok(())
    })
}

/// A file that is greater than the memory, written once and read again and again. In MiB read.
pub(super) fn page_cache() -> Taken {
    let Ok(mut file) = File::create("/tmp/taken") else { return Taken { reached: 0, by: "no file".to_owned() } };
    let written = write_on(&mut file, 300);
    let mut read = 0;
    let mut buffer = vec![0_u8; MIB];
    while read < 900 {
        let Ok(mut file) = File::open("/tmp/taken") else { break };
        while std::io::Read::read(&mut file, &mut buffer).is_ok_and(|length| length > 0) && read < 900 {
            read += 1;
        }
    }
    Taken { reached: read, by: written.by }
}

fn map(bytes: usize, protection: i32) -> Result<*mut libc::c_void, Outcome> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
    // SAFETY: new memory.
    let memory = unsafe { libc::mmap(std::ptr::null_mut(), bytes, protection, flags, -1, 0) };
    if memory == libc::MAP_FAILED { Err(Outcome::last()) } else { Ok(memory) }
}

/// Neighbours of different rights are not joined.
pub(super) fn memory_maps() -> Taken {
    let mut odd = false;
    repeat(100_000, || {
        odd = !odd;
        map(4096, if odd { libc::PROT_READ } else { libc::PROT_NONE }).map(drop)
    })
}

/// A page in every 2 MiB: as much again in tables.
pub(super) fn page_tables() -> Taken {
    let mut reached = 0;
    repeat(100_000, || {
        let memory = map(2 * MIB, libc::PROT_READ | libc::PROT_WRITE)?;
        // SAFETY: the first byte of what was just mapped.
        unsafe { memory.cast::<u8>().write(1) };
        reached += 1;
        if reached % 1000 == 0 {
            tell(reached, "so far");
        }
        Ok(())
    })
}
