//! Whether a log is what was written: every record, in its order, from where it begins to where it ends.

use crate::chain::{Line, Link};
use crate::head::{Head, NoHead, Start};
use crate::segment::{self, Lines, Next, path};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use vault::Signer;

/// Problems that are named; the others are counted.
const MAX_PROBLEMS: usize = 1_000;

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// Files.
    pub segments: usize,
    /// Records that are as they were written.
    pub records: u64,
    /// Numbers of the first and the last record.
    pub first: u64,
    /// Of the last one, 0 where there is none.
    pub last: u64,
    /// The hash of the last record, hexadecimal: who keeps it elsewhere sees later whether the whole log was replaced by an
    /// older one.
    pub last_hash: String,
    /// Records after the last signed head: written in the last moment before the server was killed, or still runs.
    pub since_head: u64,
    /// Bytes of a record that is not whole at the end: the server was killed while it wrote it. No harm was done.
    pub torn: u64,
    /// What is not as it was written.
    pub problems: Vec<Problem>,
    /// Further problems.
    pub more: usize,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// Its line, from 1; `None`: the file as a whole.
    pub line: Option<u64>,
    /// What.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file.display(), self.what),
            None => write!(f, "{}: {}", self.file.display(), self.what),
        }
    }
}

impl Report {
    /// Whether everything is as it was written.
    pub fn is_good(&self) -> bool {
        self.problems.is_empty()
    }

    fn add(&mut self, file: &Path, line: Option<u64>, what: impl Into<String>) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { file: file.to_owned(), line, what: what.into() });
        } else {
            self.more += 1;
        }
    }
}

/// Looks at a whole log. A server may write to it meanwhile. Blocks for as long as it takes to read it.
pub fn verify(directory: &Path, signer: &Signer) -> io::Result<Report> {
    let mut report = Report::default();
    // Before the records: those that come meanwhile are after it.
    let head = match Head::read(directory, signer) {
        Ok(head) => Some(head),
        Err(NoHead::Io(error)) => return Err(error),
        Err(NoHead::Changed) => {
            report.add(
                &directory.join("head.json"),
                None,
                "it is not as it was signed: where the log ends is not known",
            );
            None
        }
        Err(NoHead::Missing) => None,
    };
    let segments = segment::all(directory)?;
    if head.is_none() && report.is_good() && !segments.is_empty() {
        report.add(
            &directory.join("head.json"),
            None,
            "it is missing: where the log begins and ends is not known",
        );
    }
    // What the head leaves out is thrown away at the next start.
    let segments: Vec<u64> =
        segments.into_iter().filter(|number| head.is_none_or(|head| *number >= head.start.segment)).collect();
    let mut walk =
        Walk { signer, report, at: head.map(|head| head.start.before), first: None, seen: None, head };
    let mut expected = head.map(|head| head.start.segment);
    for (place, &number) in segments.iter().enumerate() {
        let file = path(directory, number);
        if let Some(wanted) = expected.filter(|wanted| *wanted != number) {
            let what = match number - wanted {
                1 => format!("the file before it ({wanted}) is missing"),
                some => format!("the {some} files before it ({wanted} to {}) are missing", number - 1),
            };
            walk.report.add(&file, None, what);
        }
        expected = Some(number + 1);
        walk.segment(&file, number, place + 1 == segments.len())?;
    }
    Ok(walk.end(directory, segments.len()))
}

struct Walk<'a> {
    signer: &'a Signer,
    report: Report,
    /// The place in the chain after which the next record belongs, if anything is known of it.
    at: Option<Link>,
    first: Option<u64>,
    /// The hash of the record that the head names, as it was found.
    seen: Option<[u8; 32]>,
    head: Option<Head>,
}

impl Walk<'_> {
    fn segment(&mut self, file: &Path, number: u64, is_last: bool) -> io::Result<()> {
        let mut lines = Lines::open(file)?;
        let mut count = 0;
        loop {
            count += 1;
            match lines.next()? {
                Next::End => break,
                Next::Torn(bytes) if is_last => {
                    self.report.torn = bytes;
                    break;
                }
                Next::Torn(_) => self.report.add(file, Some(count), "it is cut off"),
                Next::Nonsense => self.report.add(file, Some(count), "it is not a record"),
                Next::Line(line) if count == 1 => match Start::parse(&line, self.signer) {
                    Some(start) if start.segment == number => self.begin(file, start),
                    Some(start) => {
                        let what = format!("the file was moved: it was written as number {}", start.segment);
                        self.report.add(file, Some(1), what);
                    }
                    None => self.report.add(file, Some(1), "the first line was changed or is missing"),
                },
                Next::Line(line) => self.record(file, count, &line),
            }
        }
        if count == 1 && self.report.torn == 0 {
            self.report.add(file, None, "it is empty");
        }
        Ok(())
    }

    fn begin(&mut self, file: &Path, start: Start) {
        match self.at {
            None => self.at = Some(start.before),
            Some(at) if at == start.before => {}
            // What is missing is told with the first record that does not follow.
            Some(at) if start.before.number > at.number => {}
            Some(_) => self.report.add(file, Some(1), "it does not begin where the one before it ends"),
        }
    }

    fn record(&mut self, file: &Path, count: u64, line: &str) {
        let Some(line) = Line::parse(line) else {
            // The next record shows that one is missing here, unless it is known that this was it.
            self.report.add(file, Some(count), "it was changed: it is not a record");
            self.at = self.at.map(|at| Link { number: at.number + 1, ..at });
            return;
        };
        let link = line.link;
        if !line.is_signed(self.signer) {
            let number = self.at.map_or(link.number, |at| at.number + 1);
            self.report.add(file, Some(count), format!("record {number} was changed"));
            // What follows it was tied to what it was.
            self.at = Some(Link { number, hash: link.hash });
            return;
        }
        if let Some(at) = self.at {
            let next = at.number + 1;
            if link.number > next {
                let what = match link.number - next {
                    1 => format!("record {next} before it is missing"),
                    some => format!("{some} records before it ({next} to {}) are missing", link.number - 1),
                };
                self.report.add(file, Some(count), what);
            } else if link.number < next {
                self.report.add(file, Some(count), format!("record {} is out of its order", link.number));
                return;
            } else if !line.follows(&at) && self.is_whole_so_far(file, count) {
                self.report.add(
                    file,
                    Some(count),
                    format!("record {} does not follow the one before it", link.number),
                );
            }
        }
        self.first.get_or_insert(link.number);
        self.report.records += 1;
        self.at = Some(link);
        if self.head.is_some_and(|head| head.last.number == link.number) {
            self.seen = Some(link.hash);
        }
    }

    /// Whether the line before is as it was written: otherwise it has been told.
    fn is_whole_so_far(&self, file: &Path, count: u64) -> bool {
        self.report.problems.last().is_none_or(|last| last.file != file || last.line != Some(count - 1))
    }

    fn end(mut self, directory: &Path, segments: usize) -> Report {
        let last = self.at.filter(|_| self.first.is_some());
        if let Some(head) = self.head {
            let found = self.at.map_or(head.start.before.number, |at| at.number);
            let wanted = head.last.number;
            if found < wanted {
                let what = format!("records {} to {wanted}, the last ones, are missing", found + 1);
                self.report.add(directory, None, what);
            } else if self.report.is_good()
                && wanted > head.start.before.number
                && self.seen != Some(head.last.hash)
            {
                self.report.add(
                    directory,
                    None,
                    format!("record {wanted} is another one than the head says"),
                );
            }
            self.report.since_head = found.saturating_sub(wanted);
        }
        self.report.segments = segments;
        self.report.first = self.first.unwrap_or_default();
        self.report.last = last.map_or(0, |last| last.number);
        self.report.last_hash = last.map(|last| domain::hex::hex(&last.hash)).unwrap_or_default();
        self.report
    }
}
