//! What an image is, as bytes: a page that tells of it, the program that brings it back, the memory.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;

use serde::{Deserialize, Serialize};

use super::interpreter::PAGE;

/// The first page of an image: this, postcard, after its length in two bytes. The program's region follows at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// The program that the process ran, inside the sandbox.
    pub(super) executable: String,
    /// Where the region goes, how long it is, the first step, the top of the stack.
    pub(super) region: u64,
    pub(super) region_length: u64,
    pub(super) first_step: u64,
    pub(super) stack_top: u64,
    /// The instruction for a system call, counted from the vDSO's beginning.
    pub(super) call_in_vdso: u64,
    /// The descriptors by which the restored process finds its image, and tells that it is there.
    pub(super) image_fd: i32,
    pub(super) tell_fd: i32,
    /// No process with this number, or a lower one, may be made of it: one that believes to have a number that another
    /// has would not make its random numbers anew.
    pub(super) highest_number: u32,
    /// The third output was there, the late message's descriptor was.
    pub(super) records: bool,
    pub(super) late: bool,
}

impl Header {
    pub(super) fn to_page(&self) -> io::Result<Vec<u8>> {
        let mut page = vec![0; 2];
        page.extend(postcard::to_stdvec(self).map_err(io::Error::other)?);
        let length = u16::try_from(page.len() - 2).map_err(io::Error::other)?;
        page.splice(..2, length.to_ne_bytes());
        if page.len() > PAGE as usize {
            return Err(io::ErrorKind::InvalidData.into());
        }
        page.resize(PAGE as usize, 0);
        Ok(page)
    }

    pub(super) fn read(image: &File) -> io::Result<Self> {
        let mut page = vec![0; PAGE as usize];
        image.read_exact_at(&mut page, 0)?;
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let (length, rest) = page.split_first_chunk::<2>().ok_or_else(invalid)?;
        let told = rest.get(..usize::from(u16::from_ne_bytes(*length))).ok_or_else(invalid)?;
        postcard::from_bytes(told).map_err(|_| invalid())
    }
}
