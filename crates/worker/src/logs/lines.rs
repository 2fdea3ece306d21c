//! Bytes into lines, and the tail of an invocation's log. Pure.

use std::collections::VecDeque;

/// The longest log event, bytes (CloudWatch Logs: 256 KB); longer lines are split.
pub(crate) const MAX_LINE: usize = 256 << 10;

/// A line that is not finished yet.
#[derive(Debug, Default)]
pub(crate) struct LineBuffer(Vec<u8>);

impl LineBuffer {
    /// Takes bytes and gives every line that is now whole (or too long) to `line`.
    pub(crate) fn feed(&mut self, mut bytes: &[u8], mut line: impl FnMut(&[u8])) {
        while !bytes.is_empty() {
            let room = MAX_LINE - self.0.len();
            let end = bytes.iter().take(room + 1).position(|b| *b == b'\n');
            match end {
                Some(end) if self.0.is_empty() => line(&bytes[..end]),
                Some(end) => {
                    self.0.extend_from_slice(&bytes[..end]);
                    line(&self.0);
                    self.0.clear();
                }
                None if bytes.len() > room => {
                    self.0.extend_from_slice(&bytes[..room]);
                    // Not within a character: a split one would be lost to both halves.
                    let rest = self.0.split_off(self.0.len() - unfinished(&self.0));
                    line(&self.0);
                    self.0 = rest;
                    bytes = &bytes[room..];
                    continue;
                }
                None => {
                    self.0.extend_from_slice(bytes);
                    return;
                }
            }
            bytes = &bytes[end.map_or(bytes.len(), |end| end + 1)..];
        }
    }

    /// Gives what is left, though its line has not ended.
    pub(crate) fn flush(&mut self, mut line: impl FnMut(&[u8])) {
        if !self.0.is_empty() {
            line(&self.0);
            self.0.clear();
        }
    }
}

/// How many bytes at the end are the beginning of a UTF-8 character whose rest is missing; 0 to 3.
pub(crate) fn unfinished(bytes: &[u8]) -> usize {
    let tail = &bytes[bytes.len().saturating_sub(3)..];
    let Some(lead) = tail.iter().rposition(|b| *b & 0xc0 != 0x80) else { return 0 };
    let length = match tail[lead] {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => 1,
    };
    let present = tail.len() - lead;
    if present < length { present } else { 0 }
}

/// A text in pieces of at most [`MAX_LINE`] bytes, divided between characters; an empty one is one piece.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (piece, more) = match rest? {
            text if text.len() <= MAX_LINE => (text, None),
            text => {
                let (piece, more) = text.split_at(text.floor_char_boundary(MAX_LINE));
                (piece, Some(more))
            }
        };
        rest = more;
        Some(piece)
    })
}

/// The last bytes of a text.
#[derive(Debug)]
pub(crate) struct Tail {
    bytes: VecDeque<u8>,
    limit: usize,
}

impl Tail {
    /// An empty tail of at most `limit` bytes.
    pub(crate) fn new(limit: usize) -> Self {
        Self { bytes: VecDeque::new(), limit }
    }

    /// Appends a line and its newline.
    pub(crate) fn push_line(&mut self, line: &[u8]) {
        let keep = &line[line.len().saturating_sub(self.limit - 1)..];
        self.bytes.extend(keep);
        self.bytes.push_back(b'\n');
        let excess = self.bytes.len().saturating_sub(self.limit);
        self.bytes.drain(..excess);
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
    }

    /// The bytes.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.bytes.iter().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(chunks: &[&[u8]]) -> Vec<String> {
        let mut buffer = LineBuffer::default();
        let mut lines = Vec::new();
        for chunk in chunks {
            buffer.feed(chunk, |line| lines.push(String::from_utf8_lossy(line).into_owned()));
        }
        buffer.flush(|line| lines.push(format!("{}|", String::from_utf8_lossy(line))));
        lines
    }

    #[test]
    fn lines_over_chunks() {
        assert_eq!(lines(&[b"a\nb", b"c\n", b"", b"\n", b"d"]), ["a", "bc", "", "d|"]);
        assert_eq!(lines(&[b"\x1b[31mred\x1b[0m\r\n"]), ["\x1b[31mred\x1b[0m\r"]);
        assert!(lines(&[b""]).is_empty());
    }

    #[test]
    fn long_lines_are_split_between_characters() {
        let exact = vec![b'x'; MAX_LINE];
        assert_eq!(lines(&[&exact, b"\n"]), [String::from_utf8(exact.clone()).unwrap()]);
        let longer = "ä".repeat(MAX_LINE);
        let odd = format!("x{longer}");
        for text in [longer, odd] {
            for size in [text.len(), 1_000] {
                let chunks: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
                let got = lines(&chunks);
                assert!(got.len() >= 2 && got.iter().all(|line| line.len() <= MAX_LINE + 1));
                assert_eq!(got.concat().trim_end_matches('|'), text);
            }
        }
        // No text at all: continuation bytes only.
        assert_eq!(lines(&[&vec![0x80; MAX_LINE + 10]]).len(), 2);
    }

    #[test]
    fn texts_in_pieces() {
        let count = |text: &str| {
            let found: Vec<&str> = pieces(text).collect();
            assert!(found.iter().all(|piece| piece.len() <= MAX_LINE));
            assert_eq!(found.concat(), text);
            found.len()
        };
        let exact = "x".repeat(MAX_LINE);
        for (text, expected) in [
            ("", 1),
            ("ä", 1),
            (&exact, 1),
            (&format!("{exact}y"), 2),
            (&format!("x{}", "ä".repeat(MAX_LINE)), 3),
        ] {
            assert_eq!(count(text), expected);
        }
    }

    #[test]
    fn a_tail_keeps_the_end() {
        let mut tail = Tail::new(8);
        tail.push_line(b"abc");
        tail.push_line(b"def");
        assert_eq!(tail.to_vec(), b"abc\ndef\n");
        tail.push_line(b"0123456789");
        assert_eq!(tail.to_vec(), b"3456789\n");
        tail.clear();
        assert!(tail.to_vec().is_empty());
    }
}
