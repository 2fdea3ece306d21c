//! The zip's own directory, read strictly (APPNOTE 6.3.10): end record, zip64 end record, central entries and
//! the local header of each.
//!
//! Zip readers disagree about archives that contradict themselves, and attacks live in the disagreement. So what
//! is said twice must be the same here, data must not overlap, and the directory ends where the end record is.

use super::{Limits, PackageError};
use PackageError::NotAZip;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END64: u32 = 0x0606_4b50;
const LOCATOR64: u32 = 0x0706_4b50;
/// "The real number is in the zip64 field."
const IN_ZIP64: u32 = u32::MAX;

const ENCRYPTED: u16 = 1;
const SIZES_FOLLOW: u16 = 1 << 3;
const STRONG_ENCRYPTION: u16 = 1 << 6;
const MASKED_HEADERS: u16 = 1 << 13;

/// Host systems whose external attributes carry a Unix mode in the upper half: Unix and macOS.
const UNIX_HOSTS: [u8; 2] = [3, 19];

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Stored,
    Deflate,
}

/// An entry of the directory. Sizes are what the archive claims.
#[derive(Clone, Debug)]
pub(super) struct Entry<'z> {
    pub(super) name: &'z [u8],
    pub(super) method: Method,
    pub(super) crc32: u32,
    pub(super) size: u64,
    /// The Unix mode with its file type, where the archive has one.
    pub(super) mode: Option<u32>,
    /// Packed.
    pub(super) data: &'z [u8],
}

struct End {
    entries: u64,
    directory_at: u64,
    directory_size: u64,
    /// Where the directory must end.
    at: u64,
}

/// Takes little-endian numbers off the front.
struct Fields<'z>(&'z [u8]);

impl<'z> Fields<'z> {
    fn at(zip: &'z [u8], offset: u64) -> Result<Self, PackageError> {
        let rest = usize::try_from(offset).ok().and_then(|offset| zip.get(offset..));
        rest.map(Self).ok_or(NotAZip("an offset beyond the end"))
    }

    fn bytes(&mut self, count: usize) -> Result<&'z [u8], PackageError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(NotAZip("it is truncated"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], PackageError> {
        let mut out = [0; N];
        out.copy_from_slice(self.bytes(N)?);
        Ok(out)
    }

    fn u16(&mut self) -> Result<u16, PackageError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    fn u32(&mut self) -> Result<u32, PackageError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn u64(&mut self) -> Result<u64, PackageError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    fn signature(&mut self, expected: u32, problem: &'static str) -> Result<(), PackageError> {
        if self.u32()? == expected { Ok(()) } else { Err(NotAZip(problem)) }
    }
}

/// All entries in the order of the directory.
pub(super) fn read<'z>(zip: &'z [u8], limits: &Limits) -> Result<Vec<Entry<'z>>, PackageError> {
    let end = find_end(zip)?;
    if end.directory_at.checked_add(end.directory_size) != Some(end.at) {
        return Err(NotAZip("the directory is not where the archive says it is"));
    }
    if end.entries > limits.entries as u64 {
        return Err(PackageError::Hostile(format!("the zip has more than {} entries", limits.entries)));
    }
    let mut fields = Fields::at(zip, end.directory_at)?;
    fields.0 = fields.bytes(usize::try_from(end.directory_size).unwrap_or(usize::MAX))?;
    let mut entries = Vec::new();
    let mut spans = Vec::new();
    for _ in 0..end.entries {
        let (entry, span) = central(zip, &mut fields, end.directory_at)?;
        entries.push(entry);
        spans.push(span);
    }
    if !fields.0.is_empty() {
        return Err(NotAZip("the directory has more than its entries"));
    }
    spans.sort_unstable();
    if spans.windows(2).any(|pair| pair[0].1 > pair[1].0) {
        return Err(PackageError::Hostile("entries of the zip overlap".to_owned()));
    }
    Ok(entries)
}

/// The end record: the last one whose comment ends where the file ends.
fn find_end(zip: &[u8]) -> Result<End, PackageError> {
    const SIZE: usize = 22;
    let last = zip.len().checked_sub(SIZE).ok_or(NotAZip("it is too short"))?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    for at in (first..=last).rev() {
        let mut fields = Fields::at(zip, at as u64)?;
        if fields.u32()? != END {
            continue;
        }
        let disks = (fields.u16()?, fields.u16()?);
        let counts = (fields.u16()?, fields.u16()?);
        let (size, offset) = (fields.u32()?, fields.u32()?);
        if usize::from(fields.u16()?) != fields.0.len() {
            continue;
        }
        if disks != (0, 0) || counts.0 != counts.1 {
            return Err(NotAZip("it has several volumes"));
        }
        if let Some(end) = find_end64(zip, at)? {
            return Ok(end);
        }
        return Ok(End {
            entries: counts.0.into(),
            directory_at: offset.into(),
            directory_size: size.into(),
            at: at as u64,
        });
    }
    Err(NotAZip("it has no end record"))
}

/// The zip64 end record, if a locator stands before the end record.
fn find_end64(zip: &[u8], end_at: usize) -> Result<Option<End>, PackageError> {
    const LOCATOR_SIZE: usize = 20;
    let Some(locator_at) = end_at.checked_sub(LOCATOR_SIZE) else { return Ok(None) };
    let mut locator = Fields::at(zip, locator_at as u64)?;
    if locator.u32()? != LOCATOR64 {
        return Ok(None);
    }
    let (disk, at, disks) = (locator.u32()?, locator.u64()?, locator.u32()?);
    let mut fields = Fields::at(zip, at)?;
    fields.signature(END64, "it has no zip64 end record")?;
    let size = fields.u64()?;
    if at.checked_add(12).and_then(|at| at.checked_add(size)) != Some(locator_at as u64) {
        return Err(NotAZip("the zip64 end record is not before its locator"));
    }
    fields.bytes(4)?;
    let own_disks = (fields.u32()?, fields.u32()?);
    let counts = (fields.u64()?, fields.u64()?);
    if disk != 0 || disks > 1 || own_disks != (0, 0) || counts.0 != counts.1 {
        return Err(NotAZip("it has several volumes"));
    }
    let (directory_size, directory_at) = (fields.u64()?, fields.u64()?);
    Ok(Some(End { entries: counts.0, directory_at, directory_size, at }))
}

/// One central entry, and from where to where its local header and data reach.
fn central<'z>(
    zip: &'z [u8],
    fields: &mut Fields<'z>,
    directory_at: u64,
) -> Result<(Entry<'z>, (u64, u64)), PackageError> {
    fields.signature(CENTRAL, "an entry of the directory is broken")?;
    let [_, host] = fields.array()?;
    fields.u16()?;
    let flags = fields.u16()?;
    let method = fields.u16()?;
    fields.bytes(4)?;
    let crc32 = fields.u32()?;
    let (packed32, size32) = (fields.u32()?, fields.u32()?);
    let (name_len, extra_len, comment_len) = (fields.u16()?, fields.u16()?, fields.u16()?);
    let disk = fields.u16()?;
    fields.u16()?;
    let attributes = fields.u32()?;
    let offset32 = fields.u32()?;
    let name = fields.bytes(name_len.into())?;
    let mut extra = Extra64::find(fields.bytes(extra_len.into())?)?;
    fields.bytes(comment_len.into())?;
    let size = extra.or(size32)?;
    let packed = extra.or(packed32)?;
    let offset = extra.or(offset32)?;
    if disk != 0 {
        return Err(NotAZip("it has several volumes"));
    }
    let hostile =
        |problem: &str| Err(PackageError::Hostile(format!("{:?} {problem}", String::from_utf8_lossy(name))));
    if flags & (ENCRYPTED | STRONG_ENCRYPTION | MASKED_HEADERS) != 0 {
        return hostile("is encrypted");
    }
    let method_of = match method {
        0 => Method::Stored,
        8 => Method::Deflate,
        _ => return hostile("is compressed with a method other than deflate"),
    };
    let local = local(zip, offset, flags)?;
    let sizes_agree = flags & SIZES_FOLLOW != 0 || local.claims == Some((crc32, packed, size));
    if local.name != name || local.method != method || !sizes_agree {
        return hostile("is described differently by its own header");
    }
    let data_end = local.data_at.checked_add(packed).filter(|end| *end <= directory_at);
    let data_end = data_end.ok_or(NotAZip("data beyond the directory"))?;
    let data = Fields::at(zip, local.data_at)?.bytes(usize::try_from(packed).unwrap_or(usize::MAX))?;
    let mode = UNIX_HOSTS.contains(&host).then_some(attributes >> 16).filter(|mode| *mode != 0);
    Ok((Entry { name, method: method_of, crc32, size, mode, data }, (offset, data_end)))
}

struct Local<'z> {
    name: &'z [u8],
    method: u16,
    /// CRC, packed and unpacked size; absent where they follow the data.
    claims: Option<(u32, u64, u64)>,
    data_at: u64,
}

fn local<'z>(zip: &'z [u8], offset: u64, central_flags: u16) -> Result<Local<'z>, PackageError> {
    let mut fields = Fields::at(zip, offset)?;
    fields.signature(LOCAL, "an entry has no header")?;
    fields.u16()?;
    let flags = fields.u16()?;
    let method = fields.u16()?;
    fields.bytes(4)?;
    let crc32 = fields.u32()?;
    let (packed32, size32) = (fields.u32()?, fields.u32()?);
    let (name_len, extra_len) = (fields.u16()?, fields.u16()?);
    let name = fields.bytes(name_len.into())?;
    let extra = fields.bytes(extra_len.into())?;
    if (flags ^ central_flags) & (ENCRYPTED | SIZES_FOLLOW) != 0 {
        return Err(NotAZip("an entry and its header disagree about flags"));
    }
    let claims = if flags & SIZES_FOLLOW == 0 {
        let mut extra = Extra64::find(extra)?;
        let size = extra.or(size32)?;
        Some((crc32, extra.or(packed32)?, size))
    } else {
        None
    };
    let header = 30 + u64::from(name_len) + u64::from(extra_len);
    let data_at = offset.checked_add(header).ok_or(NotAZip("an offset beyond the end"))?;
    Ok(Local { name, method, claims, data_at })
}

/// The zip64 field: numbers that did not fit, in the order size, packed size, offset.
struct Extra64<'z>(Fields<'z>);

impl<'z> Extra64<'z> {
    fn find(extra: &'z [u8]) -> Result<Self, PackageError> {
        let mut fields = Fields(extra);
        // Fewer than four bytes are padding, which some tools leave.
        while fields.0.len() >= 4 {
            let (id, size) = (fields.u16()?, fields.u16()?);
            let content = fields.bytes(size.into())?;
            if id == 1 {
                return Ok(Self(Fields(content)));
            }
        }
        Ok(Self(Fields(&[])))
    }

    fn or(&mut self, number: u32) -> Result<u64, PackageError> {
        if number == IN_ZIP64 && !self.0.0.is_empty() { self.0.u64() } else { Ok(number.into()) }
    }
}
