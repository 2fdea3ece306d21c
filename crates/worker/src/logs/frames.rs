//! The third output: log records in frames, so that one of several lines stays one record. Pure.
//!
//! A frame is a type, the message's length (4 bytes each), microseconds since the epoch (8), all big-endian, and the
//! message. Function code can write there too, whatever it likes: what begins like no frame is a line of plain text,
//! and after its end frames are looked for again.

use super::lines::{LineBuffer, MAX_LINE, unfinished};
use domain::Timestamp;

const HEADER: usize = 16;
/// How every type begins. The fourth byte has the format (2 JSON, 3 text) and four times the level, 0 to 6.
const MAGIC: [u8; 3] = [0xa5, 0x5a, 0x00];

/// Frames that arrive in pieces. Holds at most [`MAX_LINE`] bytes, whatever a header announces.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    state: State,
    /// The beginning of a header, or of a message.
    held: Vec<u8>,
    line: LineBuffer,
}

#[derive(Clone, Copy, Debug, Default)]
enum State {
    /// Within a header, or before one.
    #[default]
    Header,
    /// Within a message, of which `left` bytes are to come.
    Message { at: Timestamp, left: usize },
    /// Within a line that is no frame.
    Line,
}

impl Frames {
    /// Takes bytes and gives every record that is now whole (or too long, in pieces) to `record`, without a newline at
    /// its end and never empty; with its time unless it was no frame.
    pub(crate) fn feed(&mut self, mut bytes: &[u8], mut record: impl FnMut(Option<Timestamp>, &[u8])) {
        while !bytes.is_empty() {
            let taken = match self.state {
                State::Header => self.header(bytes),
                State::Message { at, left } => self.message(bytes, at, left, &mut record),
                State::Line => {
                    let end = bytes.iter().position(|b| *b == b'\n').map(|at| at + 1);
                    let line = &bytes[..end.unwrap_or(bytes.len())];
                    self.line.feed(line, |line| whole(None, line, &mut record));
                    if end.is_some() {
                        self.state = State::Header;
                    }
                    line.len()
                }
            };
            bytes = &bytes[taken..];
        }
    }

    /// Gives what there is of a record that is not finished; what comes of it later is another record. The beginning of
    /// a header stays.
    pub(crate) fn flush(&mut self, mut record: impl FnMut(Option<Timestamp>, &[u8])) {
        match self.state {
            State::Header => {}
            State::Message { at, .. } => {
                whole(Some(at), &self.held, &mut record);
                self.held.clear();
            }
            State::Line => {
                self.line.flush(|line| whole(None, line, &mut record));
                self.state = State::Header;
            }
        }
    }

    /// Takes bytes of a header, or finds out that it is none. Returns how many bytes it took.
    fn header(&mut self, bytes: &[u8]) -> usize {
        for (taken, byte) in bytes.iter().enumerate() {
            let fits = match self.held.len() {
                at @ 0..3 => *byte == MAGIC[at],
                3 => matches!(byte & 3, 2 | 3) && byte >> 2 <= 6,
                _ => true,
            };
            if !fits {
                // At most the three bytes above, with no newline among them: no line is whole yet.
                self.line.feed(&self.held, |_| {});
                self.held.clear();
                self.state = State::Line;
                return taken;
            }
            self.held.push(*byte);
            if self.held.len() == HEADER {
                self.state = opened(&self.held);
                self.held.clear();
                return taken + 1;
            }
        }
        bytes.len()
    }

    /// Takes bytes of a message. Returns how many.
    fn message(
        &mut self,
        bytes: &[u8],
        at: Timestamp,
        left: usize,
        record: &mut impl FnMut(Option<Timestamp>, &[u8]),
    ) -> usize {
        let taken = bytes.len().min(left).min(MAX_LINE - self.held.len());
        let (bytes, left) = (&bytes[..taken], left - taken);
        self.state = if left == 0 { State::Header } else { State::Message { at, left } };
        if left == 0 && self.held.is_empty() {
            whole(Some(at), bytes, record);
            return taken;
        }
        self.held.extend_from_slice(bytes);
        if left == 0 {
            whole(Some(at), &self.held, record);
            self.held.clear();
        } else if self.held.len() == MAX_LINE {
            let rest = self.held.split_off(MAX_LINE - unfinished(&self.held));
            record(Some(at), &self.held);
            self.held = rest;
        }
        taken
    }
}

/// What follows a whole header.
fn opened(header: &[u8]) -> State {
    let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let left = usize::try_from(number(&header[4..8])).unwrap_or(usize::MAX);
    // Nonsense may be in the far future, and is then cut to what is possible by who takes the records.
    let micros = i64::try_from(number(&header[8..])).unwrap_or(i64::MAX);
    if left == 0 { State::Header } else { State::Message { at: Timestamp(micros / 1_000), left } }
}

fn whole(at: Option<Timestamp>, text: &[u8], record: &mut impl FnMut(Option<Timestamp>, &[u8])) {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    if !text.is_empty() {
        record(at, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    type Record = (Option<i64>, String);

    fn frame(kind: u8, millis: i64, message: impl AsRef<[u8]>) -> Vec<u8> {
        let message = message.as_ref();
        let length = u32::try_from(message.len()).unwrap().to_be_bytes();
        [&[0xa5, 0x5a, 0, kind], &length[..], &(millis * 1_000 + 999).to_be_bytes(), message].concat()
    }

    fn records<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<Record> {
        let (mut frames, mut records) = (Frames::default(), Vec::new());
        let mut keep = |at: Option<Timestamp>, text: &[u8]| {
            assert!(!text.is_empty() && text.len() <= MAX_LINE);
            records.push((at.map(|at| at.0), String::from_utf8_lossy(text).into_owned()));
        };
        for chunk in chunks {
            frames.feed(chunk, &mut keep);
            assert!(frames.held.len() <= MAX_LINE);
        }
        frames.flush(&mut keep);
        records
    }

    fn text(at: impl Into<Option<i64>>, text: &str) -> Record {
        (at.into(), text.to_owned())
    }

    #[test]
    fn a_frame_is_a_record() {
        let stream = [
            frame(3, 1, "Traceback:\n  line 1\n\n"),
            frame(2 | 6 << 2, 2, "{}"),
            frame(3, 3, ""),
            frame(3, 4, "\n"),
            frame(2 | 2 << 2, 5, "the type ends in a newline's code"),
        ]
        .concat();
        let expected =
            [text(1, "Traceback:\n  line 1\n"), text(2, "{}"), text(5, "the type ends in a newline's code")];
        assert_eq!(records([&stream[..]]), expected);
    }

    #[test]
    fn what_is_no_frame_is_lines() {
        let framed = frame(3, 1, "framed\n");
        for (junk, lines) in [
            (&b"hi\n"[..], &["hi"][..]),
            (b"\n", &[]),
            (b"\xa5\n", &["\u{fffd}"]),
            (b"\xa5\x5a\x00\x04\n", &["\u{fffd}Z\0\u{4}"]),
            (b"\xa5\x5a\x00\x1e\n", &["\u{fffd}Z\0\u{1e}"]),
            (b"one\n\ntwo\r\n", &["one", "two\r"]),
        ] {
            let mut expected = vec![text(1, "framed")];
            expected.extend(lines.iter().map(|line| text(None, line)));
            expected.push(text(1, "framed"));
            assert_eq!(records([&framed[..], junk, &framed]), expected);
        }
        // A line without an end takes what follows with it, but no more than one record.
        let found = records([&b"hi"[..], &framed, &framed]);
        assert_eq!(found.len(), 2);
        assert!(found[0].1.starts_with("hi") && found[0].1.ends_with("framed"));
        assert_eq!(found[1], text(1, "framed"));
    }

    #[test]
    fn a_flush_waits_for_nothing() {
        let (mut frames, mut found) = (Frames::default(), Vec::new());
        let mut keep =
            |_: Option<Timestamp>, text: &[u8]| found.push(String::from_utf8_lossy(text).into_owned());
        let framed = frame(3, 1, "abcdef\n");
        frames.feed(&framed[..10], &mut keep);
        frames.flush(&mut keep);
        frames.feed(&framed[10..19], &mut keep);
        frames.flush(&mut keep);
        frames.feed(&framed[19..], &mut keep);
        frames.feed(b"no end", &mut keep);
        frames.flush(&mut keep);
        frames.feed(&framed, &mut keep);
        assert_eq!(found, ["abc", "def", "no end", "abcdef"]);
    }

    #[test]
    fn long_records_are_split_between_characters() {
        for message in
            ["ä".repeat(MAX_LINE), format!("x{}", "ä".repeat(MAX_LINE)), "x".repeat(MAX_LINE) + "\n"]
        {
            let stream = [frame(3, 7, &message), frame(3, 8, "after")].concat();
            let mut found = records(stream.chunks(10_000));
            assert_eq!(found.pop(), Some(text(8, "after")));
            assert!(found.iter().all(|(at, _)| *at == Some(7)));
            let joined: String = found.into_iter().map(|(_, text)| text).collect();
            assert_eq!(joined, message.trim_end());
        }
    }

    #[test]
    fn a_header_may_announce_what_never_comes() {
        let mut stream = frame(3, i64::MAX / 1_001, "lost\n");
        stream[4..8].fill(0xff);
        stream.extend(frame(3, 1, "swallowed"));
        let found = records([&stream[..]]);
        assert_eq!(found.len(), 1);
        assert!(found[0].1.starts_with("lost\n") && found[0].1.ends_with("swallowed"));
        let mut stream = frame(3, 0, "x");
        stream[8..16].fill(0xff);
        assert_eq!(records([&stream[..]]), [text(i64::MAX / 1_000, "x")]);
    }

    /// A stretch of what may be on the descriptor.
    fn stretch() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            (0..28_u8, 0..1_000_i64, vec(any::<u8>(), 0..40))
                .prop_map(|(kind, at, text)| frame(kind, at, text)),
            (vec(any::<u8>(), 0..20)),
            (Just(b"plain\n".to_vec())),
            (0..16_usize).prop_map(|cut| frame(3, 1, "cut")[..cut].to_vec()),
        ]
    }

    proptest! {
        /// How the bytes are cut into reads changes nothing.
        #[test]
        fn splits_do_not_matter(stretches in vec(stretch(), 0..12), sizes in vec(1..30_usize, 1..20)) {
            let stream = stretches.concat();
            let mut rest = &stream[..];
            let pieces = sizes.iter().cycle().map_while(|size| {
                let (piece, more) = rest.split_at_checked(*size).unwrap_or((rest, &[]));
                rest = more;
                (!piece.is_empty()).then_some(piece)
            });
            let pieces: Vec<&[u8]> = pieces.collect();
            prop_assert_eq!(pieces.concat(), stream.clone());
            prop_assert_eq!(records(pieces), records([&stream[..]]));
        }

        /// Well-formed frames come out as they went in, with lines between them where there were lines.
        #[test]
        fn frames_survive(messages in vec((0..1_000_i64, "[a-z\n]{1,30}[a-z]", any::<bool>()), 0..12)) {
            let (mut stream, mut expected) = (Vec::new(), Vec::new());
            for (at, message, line) in &messages {
                stream.extend(frame(3, *at, message));
                expected.push(text(*at, message));
                if *line {
                    stream.extend(b"line\n");
                    expected.push(text(None, "line"));
                }
            }
            prop_assert_eq!(records([&stream[..]]), expected);
        }
    }
}
