//! Writing: lines to files, their end to the head, and what is too old away.

use crate::call::own_record;
use crate::chain::{Line, Link, NOTHING, line};
use crate::head::{Head, NoHead, Start};
use crate::segment::{self, Retention, end, path};
use domain::Timestamp;
use serde_json::{Value, json};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use vault::Signer;

/// The log's end, and what it is written with.
pub(crate) struct Writer {
    directory: PathBuf,
    signer: Signer,
    retention: Retention,
    file: File,
    segment: u64,
    /// The day on which the segment began, since 1970.
    day: i64,
    bytes: u64,
    start: Start,
    last: Link,
    /// What was written since the head was.
    unsaved: bool,
}

fn day(now: Timestamp) -> i64 {
    now.0.div_euclid(86_400_000)
}

impl Writer {
    /// Takes up the log where it ends. What a crash left half written is cut off, and that is recorded; so is an end that is not
    /// where the head says, which no crash makes.
    pub(crate) fn open(
        directory: &Path,
        signer: Signer,
        retention: Retention,
        now: Timestamp,
    ) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
        let head = match Head::read(directory, &signer) {
            Ok(head) => Ok(Some(head)),
            Err(NoHead::Missing) => Ok(None),
            Err(NoHead::Changed) => Err("the head is not as it was signed"),
            Err(NoHead::Io(error)) => return Err(error),
        };
        let mut segments = segment::all(directory)?;
        if let Ok(Some(head)) = &head {
            // A crash came between the head that leaves them out and their end.
            for gone in segments.extract_if(.., |segment| *segment < head.start.segment) {
                fs::remove_file(path(directory, gone))?;
            }
        }
        let mut notes = Vec::new();
        let mut broken = head.as_ref().err().map(|what| (*what).to_owned());
        let head = head.ok().flatten();
        let mut last = Link { number: 0, hash: NOTHING };
        let mut from = None;
        while let Some(&number) = segments.last() {
            let file = path(directory, number);
            let found = end(&file)?;
            if found.torn > 0 {
                OpenOptions::new().write(true).open(&file)?.set_len(found.whole)?;
                notes.push(("RepairAuditLog", json!({ "segment": number, "bytesCutOff": found.torn })));
                tracing::warn!(
                    bytes = found.torn,
                    "the audit log ended within a record: the server was killed while it wrote it"
                );
            }
            let start = found.first.as_deref().and_then(|first| Start::parse(first, &signer));
            if start.is_none() && found.last.is_none() && found.whole == 0 {
                // Nothing is in it but half of a first line.
                fs::remove_file(&file)?;
                segments.pop();
                continue;
            }
            let line = found.last.as_deref().and_then(Line::parse);
            last = match (&line, start) {
                (Some(line), _) => line.link,
                (None, Some(start)) => start.before,
                (None, None) => last,
            };
            if start.is_none() || line.is_some_and(|line| !line.is_signed(&signer)) {
                broken.get_or_insert_with(|| "the end of its last file is not as it was signed".to_owned());
            }
            from = Some((number, found.whole));
            break;
        }
        if let Some(head) = head
            && (last.number < head.last.number
                || last.number == head.last.number && last.hash != head.last.hash)
        {
            let what = format!("it ends with record {} and not with {}", last.number, head.last.number);
            broken.get_or_insert(what);
            if last.number < head.last.number {
                last = head.last;
            }
        } else if head.is_none() && last.number > 0 {
            broken.get_or_insert_with(|| "its head is missing".to_owned());
        }
        let next = segments.last().map_or(1, |last| last + 1).max(head.map_or(1, |head| head.start.segment));
        let start = match (head, segments.first()) {
            (Some(head), _) => head.start,
            (None, Some(first)) => {
                first_start(directory, *first, &signer).unwrap_or(Start { segment: *first, before: last })
            }
            (None, None) => Start { segment: next, before: last },
        };
        let usable = from.filter(|_| broken.is_none());
        let (file, segment, bytes) = match usable {
            Some((number, bytes)) => {
                (OpenOptions::new().append(true).open(path(directory, number))?, number, bytes)
            }
            None => {
                let (file, bytes) = begin(directory, Start { segment: next, before: last }, &signer)?;
                (file, next, bytes)
            }
        };
        let (directory, day) = (directory.to_owned(), day(now));
        let mut writer =
            Self { directory, signer, retention, file, segment, day, bytes, start, last, unsaved: true };
        if let Some(what) = broken {
            tracing::error!(
                what,
                "the audit log was changed while no server wrote it; `tenfold audit verify` says more"
            );
            notes.push(("FindAuditLogBroken", json!({ "what": what })));
        }
        notes.push(("StartAuditLog", json!({ "version": env!("CARGO_PKG_VERSION") })));
        for (name, about) in notes {
            writer.note(now, name, &about)?;
        }
        writer.save()?;
        Ok(writer)
    }

    /// Writes a record of the log's own.
    pub(crate) fn note(&mut self, now: Timestamp, name: &str, about: &Value) -> io::Result<()> {
        self.write(&[own_record(now, name, about)], now)
    }

    /// Writes records, all or none, to where the kernel has them.
    pub(crate) fn write(&mut self, records: &[String], now: Timestamp) -> io::Result<()> {
        if self.bytes >= self.retention.segment || day(now) != self.day {
            self.roll(now)?;
        }
        let mut text = String::new();
        let mut last = self.last;
        for record in records {
            let (line, link) = line(last, record, &self.signer);
            text.push_str(&line);
            last = link;
        }
        if let Err(error) = self.file.write_all(text.as_bytes()) {
            // What is half there would be taken for a crash's.
            self.file.set_len(self.bytes)?;
            return Err(error);
        }
        self.bytes += text.len() as u64;
        self.last = last;
        self.unsaved = true;
        Ok(())
    }

    /// Has the disk keep what was written, and says so in the head.
    pub(crate) fn save(&mut self) -> io::Result<()> {
        if self.unsaved {
            self.file.sync_data()?;
            Head { start: self.start, last: self.last }.write(&self.directory, &self.signer)?;
            self.unsaved = false;
        }
        Ok(())
    }

    fn roll(&mut self, now: Timestamp) -> io::Result<()> {
        self.save()?;
        let next = Start { segment: self.segment + 1, before: self.last };
        (self.file, self.bytes) = begin(&self.directory, next, &self.signer)?;
        (self.segment, self.day) = (next.segment, day(now));
        self.unsaved = true;
        self.clear_away()
    }

    /// The oldest files, where there is too much or they are too old.
    fn clear_away(&mut self) -> io::Result<()> {
        let mut files = Vec::new();
        for number in segment::all(&self.directory)? {
            let about = fs::metadata(path(&self.directory, number))?;
            let age = about.modified().ok().and_then(|at| SystemTime::now().duration_since(at).ok());
            files.push((number, about.len(), age.unwrap_or_default()));
        }
        let mut bytes: u64 = files.iter().map(|(_, bytes, _)| bytes).sum();
        let mut gone = Vec::new();
        for window in files.windows(2).take(files.len().saturating_sub(2)) {
            let [(number, size, age), (next, ..)] = window else { break };
            if bytes <= self.retention.bytes && *age <= self.retention.age {
                break;
            }
            // Where the next one begins nobody knows if it was changed: then nothing is thrown away.
            let Some(start) = first_start(&self.directory, *next, &self.signer) else { break };
            self.start = start;
            bytes -= size;
            gone.push(*number);
        }
        if !gone.is_empty() {
            // First the word that they are not missing.
            self.unsaved = true;
            self.save()?;
            for number in gone {
                fs::remove_file(path(&self.directory, number))?;
            }
        }
        Ok(())
    }
}

fn first_start(directory: &Path, segment: u64, signer: &Signer) -> Option<Start> {
    match segment::Lines::open(&path(directory, segment)).ok()?.next().ok()? {
        segment::Next::Line(line) => Start::parse(&line, signer),
        _ => None,
    }
}

fn begin(directory: &Path, start: Start, signer: &Signer) -> io::Result<(File, u64)> {
    let path = path(directory, start.segment);
    let mut file = OpenOptions::new().append(true).create_new(true).mode(0o600).open(path)?;
    let line = start.line(signer);
    file.write_all(line.as_bytes())?;
    file.sync_all()?;
    File::open(directory)?.sync_all()?;
    Ok((file, line.len() as u64))
}
