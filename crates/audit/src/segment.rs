//! Files of the log: `<number>.jsonl`, a first line that says where it begins, then a line for each record.

use crate::chain::Line;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

const SUFFIX: &str = ".jsonl";
/// Bytes of a line at most; records have far fewer.
pub(crate) const MAX_LINE: usize = 1 << 20;

/// How long records are kept.
#[derive(Clone, Copy, Debug)]
pub struct Retention {
    /// A file is closed when it has so many bytes, or with the day.
    pub segment: u64,
    /// Bytes of all files; beyond it the oldest go. At least two files stay.
    pub bytes: u64,
    /// Files to which nothing was written for so long go.
    pub age: Duration,
}

impl Default for Retention {
    fn default() -> Self {
        Self { segment: 64 << 20, bytes: 2 << 30, age: Duration::from_secs(90 * 86_400) }
    }
}

pub(crate) fn path(directory: &Path, number: u64) -> PathBuf {
    directory.join(format!("{number:010}{SUFFIX}"))
}

/// The numbers of all files, ascending.
pub(crate) fn all(directory: &Path) -> io::Result<Vec<u64>> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(directory)? {
        let name = entry?.file_name();
        let number: Option<u64> =
            name.to_str().and_then(|name| name.strip_suffix(SUFFIX)).and_then(|text| text.parse().ok());
        numbers.extend(number);
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// The lines of a file, one after the other.
pub(crate) struct Lines {
    file: BufReader<File>,
    /// Bytes of whole lines so far.
    pub(crate) whole: u64,
}

/// What is next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Line(String),
    /// Bytes that are no text, or far too many for a record.
    Nonsense,
    /// So many bytes without a line feed, and then the file ends.
    Torn(u64),
    End,
}

impl Lines {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { file: BufReader::with_capacity(256 << 10, File::open(path)?), whole: 0 })
    }

    /// Goes to the first line that begins behind a place; where that is.
    fn skip_into(&mut self, place: u64) -> io::Result<u64> {
        self.file.seek(SeekFrom::Start(place))?;
        let rest = self.file.skip_until(b'\n')?;
        self.whole = 0;
        Ok(place + rest as u64)
    }

    pub(crate) fn next(&mut self) -> io::Result<Next> {
        let mut line = Vec::new();
        let read = io::Read::take(&mut self.file, MAX_LINE as u64).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(Next::End);
        }
        if line.pop_if(|last| *last == b'\n').is_none() {
            if read < MAX_LINE {
                return Ok(Next::Torn(read as u64));
            }
            let rest = self.file.skip_until(b'\n')?;
            self.whole += (read + rest) as u64;
            return Ok(Next::Nonsense);
        }
        self.whole += read as u64;
        Ok(String::from_utf8(line).map_or(Next::Nonsense, Next::Line))
    }
}

/// Where a file ends.
#[derive(Debug, Default)]
pub(crate) struct End {
    /// Its first line, if it is whole.
    pub(crate) first: Option<String>,
    /// Its last line that has the form of a record.
    pub(crate) last: Option<String>,
    /// Bytes of whole lines, and behind them.
    pub(crate) whole: u64,
    pub(crate) torn: u64,
}

/// Where the end of a file is looked for first; where no record is in there, in eight times as much.
const WINDOW: u64 = 64 << 10;

/// Looks for the end of a file, from its end: a start does not take longer for a long log.
pub(crate) fn end(path: &Path) -> io::Result<End> {
    let length = fs::metadata(path)?.len();
    let mut window = WINDOW;
    loop {
        let mut end = End { first: first_line(&mut Lines::open(path)?)?, ..End::default() };
        let mut lines = Lines::open(path)?;
        let is_whole = window >= length;
        let skipped = if is_whole { 0 } else { lines.skip_into(length - window)? };
        look(&mut lines, &mut end)?;
        end.whole = skipped + lines.whole;
        if is_whole || end.last.is_some() {
            return Ok(end);
        }
        window = window.saturating_mul(8);
    }
}

/// The first line, if it is text and whole.
fn first_line(lines: &mut Lines) -> io::Result<Option<String>> {
    Ok(match lines.next()? {
        Next::Line(line) => Some(line),
        Next::Nonsense | Next::Torn(_) | Next::End => None,
    })
}

/// Goes through the lines that are left.
fn look(lines: &mut Lines, end: &mut End) -> io::Result<()> {
    loop {
        match lines.next()? {
            Next::Line(line) if Line::parse(&line).is_some() => end.last = Some(line),
            Next::Line(_) | Next::Nonsense => {}
            Next::Torn(bytes) => end.torn = bytes,
            Next::End => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Link, NOTHING, line};
    use proptest::prelude::*;
    use vault::{Key, Keyring};

    /// The end as a look at every line finds it.
    fn slowly(path: &Path) -> End {
        let mut end = End { first: first_line(&mut Lines::open(path).unwrap()).unwrap(), ..End::default() };
        let mut lines = Lines::open(path).unwrap();
        look(&mut lines, &mut end).unwrap();
        end.whole = lines.whole;
        end
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        /// Records of many lengths, lines that are none, and half a line at the end.
        #[test]
        fn the_end_is_found_from_the_end(
            pieces in prop::collection::vec((0_u8..6, 0_usize..40_000), 0..40),
            torn in 0_usize..100_000,
        ) {
            let signer = Keyring::of(Key::new(&[1; 32])).signer("a");
            let mut text = Vec::new();
            let mut last = Link { number: 0, hash: NOTHING };
            for (kind, size) in pieces {
                match kind {
                    0 => text.extend(vec![b'x'; size]),
                    1 => text.extend(vec![0xff; size]),
                    _ => {
                        let (one, link) = line(last, &format!("{{\"a\":\"{}\"}}", "y".repeat(size)), &signer);
                        text.extend(one.trim_end().bytes());
                        last = link;
                    }
                }
                text.push(b'\n');
            }
            text.extend(vec![b'z'; torn]);
            let file = tempfile::NamedTempFile::new().unwrap();
            fs::write(file.path(), &text).unwrap();
            let (found, expected) = (end(file.path()).unwrap(), slowly(file.path()));
            prop_assert_eq!(found.first, expected.first);
            prop_assert_eq!(found.last, expected.last);
            prop_assert_eq!((found.whole, found.torn), (expected.whole, expected.torn));
            prop_assert_eq!(found.whole + found.torn, text.len() as u64);
        }
    }
}
