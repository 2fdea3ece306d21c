//! What people see: tables, colour only where it helps, and no control character that a function's log smuggles in.
//!
//! Never here: what is printed. Commands decide that; writing errors go back to them, so that a closed pipe ends a
//! command quietly.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

/// Standard output, with or without colour.
pub(crate) struct Terminal {
    out: Box<dyn Write + Send>,
    colour: bool,
    interactive: bool,
}

/// Looks of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As it comes.
    Plain,
    /// Headings.
    Bold,
    /// What matters less.
    Dim,
    /// All is well.
    Good,
    /// Worth a look.
    Warn,
    /// Something failed.
    Bad,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Good => "32",
            Self::Warn => "33",
            Self::Bad => "31",
        }
    }
}

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Names.
    Left,
    /// Numbers.
    Right,
}

impl Terminal {
    /// Standard output of this process. Colour only on a terminal that is not dumb, and not with `NO_COLOR`
    /// (<https://no-color.org>: set and not empty).
    pub(crate) fn stdout() -> Self {
        let interactive = io::stdout().is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|v| v == "dumb");
        Self { out: Box::new(io::stdout()), colour: interactive && !dumb && !set("NO_COLOR"), interactive }
    }

    /// Text in a style; as it is where there is no colour.
    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        if self.colour && style != Style::Plain {
            format!("\x1b[{}m{text}\x1b[0m", style.code())
        } else {
            text.to_owned()
        }
    }

    /// Writes a line and sees to it that it is out.
    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(format!("{text}\n").as_bytes())?;
        self.out.flush()
    }

    /// Writes a line of a function's; on a terminal without control characters, see [`harmless`].
    pub(crate) fn foreign(&mut self, style: Style, text: &str) -> io::Result<()> {
        let text = if self.interactive { harmless(text, self.colour) } else { Cow::Borrowed(text) };
        let text = self.paint(style, &text);
        self.line(&text)
    }

    /// Writes bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// Writes a value as indented JSON.
    pub(crate) fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        self.line(&format!("{value:#}"))
    }

    /// Whether a person is looking.
    pub(crate) fn interactive(&self) -> bool {
        self.interactive
    }

    /// Writes a table with a heading.
    pub(crate) fn table(&mut self, table: &Table) -> io::Result<()> {
        for (number, text) in table.render().into_iter().enumerate() {
            let text = if number == 0 { self.paint(Style::Bold, &text) } else { text };
            self.line(&text)?;
        }
        Ok(())
    }
}

/// Text in columns.
pub(crate) struct Table {
    columns: Vec<(&'static str, Align)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub(crate) fn new(columns: &[(&'static str, Align)]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row; cells that are missing stay empty, further ones are dropped.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The lines, heading first, without spaces at their ends.
    pub(crate) fn render(&self) -> Vec<String> {
        let heading: Vec<String> = self.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let rows: Vec<Vec<String>> = std::iter::once(&heading)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| harmless(cell, false).into_owned()).collect())
            .collect();
        let width = |column: usize| {
            rows.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        rows.iter()
            .map(|row| {
                let cells = self.columns.iter().zip(&widths).enumerate().map(|(n, ((_, align), width))| {
                    let cell = row.get(n).map_or("", String::as_str);
                    match align {
                        Align::Left => format!("{cell:<width$}"),
                        Align::Right => format!("{cell:>width$}"),
                    }
                });
                cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
            })
            .collect()
    }
}

/// The text with control characters shown instead of obeyed, so that a log line cannot move the cursor, set the
/// window's title or hide what came before. Tabs stay, and colours do too where colour is wanted.
pub(crate) fn harmless(text: &str, colours: bool) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_control() && c != '\t') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut coloured = false;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = colour_sequence(rest).filter(|_| colours) {
            out.push_str(&rest[..length]);
            coloured = true;
            rest = &rest[length..];
            continue;
        }
        match c {
            '\t' => out.push(c),
            '\n' | '\r' => out.push(' '),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    if coloured {
        out.push_str("\x1b[0m");
    }
    Cow::Owned(out)
}

/// Length in bytes of an `ESC [ … m` at the start of the text.
fn colour_sequence(text: &str) -> Option<usize> {
    let parameters = text.strip_prefix("\x1b[")?;
    let end = parameters.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
    parameters[end..].starts_with('m').then_some(2 + end + 1)
}

/// A number of bytes for people, in powers of 1,024: `812 B`, `1.4 MB`.
pub(crate) fn size(bytes: u64) -> String {
    let units = ["kB", "MB", "GB", "TB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    // Two decimals' worth of precision is all that is shown, so that an f64 is exact enough.
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
    let mut value = bytes as f64 / 1024.0;
    let mut unit = 0;
    while value >= 1024.0 && unit + 1 < units.len() {
        value /= 1024.0;
        unit += 1;
    }
    format!("{value:.1} {}", units[unit])
}

/// A duration for people: `0.84 ms`, `12.3 ms`, `1.23 s`.
pub(crate) fn duration(time: std::time::Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    match ms {
        ms if ms < 10.0 => format!("{ms:.2} ms"),
        ms if ms < 1e3 => format!("{ms:.1} ms"),
        ms => format!("{:.2} s", ms / 1e3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(&[("NAME", Align::Left), ("MB", Align::Right), ("STATE", Align::Left)]);
        table.row(vec!["ä".into(), "128".into(), "Active".into()]);
        table.row(vec!["longer-name".into(), "10240".into()]);
        table.row(vec![]);
        assert_eq!(
            table.render(),
            ["NAME            MB  STATE", "ä              128  Active", "longer-name  10240", ""]
        );
    }

    #[test]
    fn a_hostile_cell_stays_in_its_row() {
        let mut table = Table::new(&[("A", Align::Left)]);
        table.row(vec!["x\n\x1b[2Jy".into()]);
        assert_eq!(table.render(), ["A", "x \u{fffd}[2Jy"]);
    }

    #[test]
    fn control_characters_are_not_obeyed() {
        for (text, colours, shown) in [
            ("plain\ttab", true, "plain\ttab"),
            ("\x1b[31mred\x1b[0m", true, "\x1b[31mred\x1b[0m\x1b[0m"),
            ("\x1b[31mred", false, "\u{fffd}[31mred"),
            ("\x1b[2Jcleared", true, "\u{fffd}[2Jcleared"),
            ("\x1b]0;title\x07", true, "\u{fffd}]0;title\u{fffd}"),
            ("\x1b[31", true, "\u{fffd}[31"),
            ("a\rb\u{9b}c", true, "a b\u{fffd}c"),
        ] {
            assert_eq!(harmless(text, colours), shown, "{text:?}");
        }
    }

    #[test]
    fn sizes_and_durations() {
        for (bytes, text) in [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 kB"), (52_428_800, "50.0 MB")] {
            assert_eq!(size(bytes), text);
        }
        assert_eq!(size(u64::MAX), "16777216.0 TB");
        for (us, text) in [(840, "0.84 ms"), (12_340, "12.3 ms"), (1_234_000, "1.23 s")] {
            assert_eq!(duration(Duration::from_micros(us)), text);
        }
    }
}
