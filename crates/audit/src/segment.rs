//! Files of the log: `<number>.jsonl`, a first line that says where it begins, then a line for each record.

use crate::chain::Line;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader};
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

/// Looks for the end of a file.
pub(crate) fn end(path: &Path) -> io::Result<End> {
    let (mut lines, mut end) = (Lines::open(path)?, End::default());
    loop {
        match lines.next()? {
            Next::Line(line) if end.first.is_none() && lines.whole == line.len() as u64 + 1 => {
                end.first = Some(line)
            }
            Next::Line(line) => {
                if Line::parse(&line).is_some() {
                    end.last = Some(line);
                }
            }
            Next::Nonsense => {}
            Next::Torn(bytes) => end.torn = bytes,
            Next::End => break,
        }
    }
    end.whole = lines.whole;
    Ok(end)
}
