//! The server's part of taking an image: what comes through the pipe goes into memory that nobody can change any more.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::os::fd::OwnedFd;
use std::sync::Arc;

use rustix::fs::{MemfdFlags, SealFlags};

use super::{MADE, REFUSED, WHOLE};
use crate::driver::Image;

/// What an image has besides the process's memory, at most: program, names, files.
const MOST_BESIDES: u64 = 64 << 20;
/// The longest reason that is told.
const MOST_REASON: u64 = 1024;

/// Reads one image. Blocks as long as it takes to make it.
pub(crate) fn receive(stream: OwnedFd, most_bytes: u64) -> io::Result<Image> {
    rustix::io::ioctl_fionbio(&stream, false)?;
    let mut stream = File::from(stream);
    let mut first = [REFUSED];
    stream.read_exact(&mut first)?;
    if first != [MADE] {
        let mut reason = String::new();
        stream.take(MOST_REASON).read_to_string(&mut reason)?;
        return Err(io::Error::other(reason));
    }
    let memory = rustix::fs::memfd_create("image", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?;
    let mut memory = File::from(memory);
    let most = most_bytes.saturating_add(MOST_BESIDES);
    // Held back, for they are not the image's.
    let mut last: Vec<u8> = Vec::new();
    let mut buffer = vec![0; 1 << 18];
    let mut bytes = 0;
    loop {
        let length = match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        last.extend_from_slice(buffer.get(..length).unwrap_or_default());
        let complete = last.len().saturating_sub(WHOLE.len());
        memory.write_all(last.get(..complete).unwrap_or_default())?;
        last.drain(..complete);
        bytes += complete as u64;
        if bytes > most {
            return Err(io::Error::other("it is too large"));
        }
    }
    if last != WHOLE {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let seals = SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL;
    rustix::fs::fcntl_add_seals(&memory, seals)?;
    Ok(Image { memory: Arc::new(memory.into()), bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(stream: &[u8]) -> io::Result<Image> {
        let (read, write) = rustix::pipe::pipe().unwrap();
        rustix::io::write(&write, stream).unwrap();
        drop(write);
        receive(read, 100)
    }

    #[test]
    fn an_image_is_whole_or_nothing() {
        let image = received(b"\x01imagetenfold.").unwrap();
        assert_eq!(image.bytes(), 5);
        let mut contents = [0; 5];
        rustix::io::pread(&*image.memory, &mut contents, 0).unwrap();
        assert_eq!(&contents, b"image");
        assert!(rustix::io::write(&*image.memory, b"x").is_err());
        assert!(received(b"\x01imagetenfold").is_err());
        assert!(received(b"").is_err());
        assert_eq!(received(b"\0it has a timer").unwrap_err().to_string(), "it has a timer");
    }
}
