//! Reading a log to print it. Nothing is verified.

use crate::call::seconds;
use crate::chain::Line;
use crate::segment::{self, Lines, Next, path};
use domain::Timestamp;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

/// Records of one call.
const BATCH: usize = 1_000;

/// Where somebody reads.
pub struct Reader {
    directory: PathBuf,
    /// As records spell it; empty for all.
    since: String,
    segment: u64,
    offset: u64,
}

impl Reader {
    /// From the first record on that is not older, or from the first.
    pub fn new(directory: &Path, since: Option<Timestamp>) -> Self {
        let since = since.map(seconds).unwrap_or_default();
        Self { directory: directory.to_owned(), since, segment: 0, offset: 0 }
    }

    /// Leaves out what is there.
    pub fn skip_all(&mut self) -> io::Result<()> {
        if let Some(last) = self.segments()?.last() {
            let mut lines = Lines::open(&path(&self.directory, *last))?;
            while !matches!(lines.next()?, Next::End | Next::Torn(_)) {}
            (self.segment, self.offset) = (*last, lines.whole);
        }
        Ok(())
    }

    /// The next records, without their place in the chain; none where there are no more yet. Lines that are no records are
    /// left out. Blocks.
    pub fn more(&mut self) -> io::Result<Vec<Value>> {
        let mut records = Vec::new();
        for number in self.segments()? {
            if number < self.segment {
                continue;
            }
            if number > self.segment {
                (self.segment, self.offset) = (number, 0);
            }
            self.some_of(&mut records)?;
            if records.len() >= BATCH {
                break;
            }
        }
        Ok(records)
    }

    fn segments(&self) -> io::Result<Vec<u64>> {
        match segment::all(&self.directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            all => all,
        }
    }

    fn some_of(&mut self, records: &mut Vec<Value>) -> io::Result<()> {
        let mut file = match File::open(path(&self.directory, self.segment)) {
            Ok(file) => BufReader::new(file),
            // Thrown away meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        file.seek(SeekFrom::Start(self.offset))?;
        let mut line = Vec::new();
        while records.len() < BATCH {
            line.clear();
            let read = io::Read::take(&mut file, segment::MAX_LINE as u64).read_until(b'\n', &mut line)?;
            if line.pop_if(|last| *last == b'\n').is_none() {
                // Not all of it is there yet.
                break;
            }
            self.offset += read as u64;
            records.extend(std::str::from_utf8(&line).ok().and_then(|line| self.record(line)));
        }
        Ok(())
    }

    fn record(&self, line: &str) -> Option<Value> {
        let record = Line::parse(line)?.record;
        let record: Value = serde_json::from_str(&format!("{record}}}")).ok()?;
        let time = record.get("eventTime").and_then(Value::as_str).unwrap_or_default();
        (time >= &*self.since).then_some(record)
    }
}
