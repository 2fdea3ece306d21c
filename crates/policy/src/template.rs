//! Texts with wildcards and policy variables (user guide, "IAM policy elements: Variables and tags").

use crate::certainty::Certainty;
use crate::document::Version;
use crate::policy::Context;

/// A text that says which texts it fits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Template {
    pub(crate) pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// `*`
    Many,
    /// `?`
    One,
    /// `${key}`, `${key, 'default'}`; the key in lower case, and as it was written.
    Variable {
        key: String,
        written: String,
        default: Option<String>,
    },
    /// `${…}` that is no variable.
    Broken,
}

/// A piece whose variable has its value.
#[derive(Clone, Copy)]
enum Ready<'a> {
    Text(&'a str),
    Many,
    One,
}

impl Template {
    /// A text in which `*` and `?` are wildcards.
    pub(crate) fn pattern(text: &str, version: Version) -> Self {
        Self { pieces: pieces(text, version, true) }
    }

    /// A text in which they are themselves.
    pub(crate) fn literal(text: &str, version: Version) -> Self {
        Self { pieces: pieces(text, version, false) }
    }

    /// Whether every text fits.
    pub(crate) fn is_all(&self) -> bool {
        !self.pieces.is_empty() && self.pieces.iter().all(|piece| *piece == Piece::Many)
    }

    /// Whether a text fits, where the template has no variables; those fit nothing.
    pub(crate) fn fits_plain(&self, text: &str) -> bool {
        self.fits(text, &Context::default()) == Certainty::Yes
    }

    /// Whether a text fits. A variable without a value fits nothing ("Policy variables with no value"); one with several
    /// is not defined.
    pub(crate) fn fits(&self, text: &str, context: &Context) -> Certainty {
        // Most templates are one text, or a text and a `*`.
        match self.pieces.as_slice() {
            [] => return text.is_empty().into(),
            [Piece::Text(wanted)] => return (wanted == text).into(),
            [Piece::Text(start), Piece::Many] => return text.starts_with(start.as_str()).into(),
            [Piece::Many] => return Certainty::Yes,
            _ => {}
        }
        match self.ready(context) {
            Ok(ready) => fits(&ready, text).into(),
            Err(why) => why,
        }
    }

    /// Whether a text is the template's, without regard to case. For templates without wildcards.
    pub(crate) fn equals_ignoring_case(&self, text: &str, context: &Context) -> Certainty {
        match self.ready(context) {
            Ok(ready) => {
                let whole: String = ready
                    .iter()
                    .map(|piece| match piece {
                        Ready::Text(text) => text,
                        Ready::Many => "*",
                        Ready::One => "?",
                    })
                    .collect();
                (whole.to_lowercase() == text.to_lowercase()).into()
            }
            Err(why) => why,
        }
    }

    fn ready<'a>(&'a self, context: &'a Context) -> Result<Vec<Ready<'a>>, Certainty> {
        let ready = |piece: &'a Piece| match piece {
            Piece::Text(text) => Ok(Ready::Text(text)),
            Piece::Many => Ok(Ready::Many),
            Piece::One => Ok(Ready::One),
            Piece::Broken => Err(Certainty::Unclear),
            Piece::Variable { key, default, .. } => match (context.get(key), default) {
                (Some([value]), _) => Ok(Ready::Text(value)),
                (Some([_, _, ..]), _) => Err(Certainty::Unclear),
                (_, Some(default)) => Ok(Ready::Text(default)),
                (_, None) => Err(Certainty::No),
            },
        };
        self.pieces.iter().map(ready).collect()
    }

    /// Whether each variable has a value.
    pub(crate) fn has_values(&self, context: &Context) -> bool {
        self.ready(context).is_ok()
    }

    /// The context keys that its variables name, as they are written.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Variable { written, .. } => Some(written.as_str()),
            _ => None,
        })
    }
}

fn pieces(text: &str, version: Version, wildcards: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let variable = if version == Version::V2012 { variable(rest) } else { None };
        let (piece, length) = match (variable, c) {
            (Some((piece, length)), _) => (piece, length),
            (None, '*') if wildcards => (Piece::Many, 1),
            (None, '?') if wildcards => (Piece::One, 1),
            (None, c) => {
                plain.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
                continue;
            }
        };
        rest = rest.get(length..).unwrap_or_default();
        match piece {
            Piece::Text(text) => plain.push_str(&text),
            // Two of them fit what one fits.
            Piece::Many if plain.is_empty() && pieces.last() == Some(&Piece::Many) => {}
            piece => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(piece);
            }
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// A variable at the start of a text, and its length in bytes.
fn variable(text: &str) -> Option<(Piece, usize)> {
    let inner = text.strip_prefix("${")?;
    let (inner, _) = inner.split_once('}')?;
    let length = inner.len() + 3;
    let piece = match inner {
        "*" | "?" | "$" => Piece::Text(inner.to_owned()),
        _ => named(inner).unwrap_or(Piece::Broken),
    };
    Some((piece, length))
}

fn named(inner: &str) -> Option<Piece> {
    let (key, default) = match inner.split_once(',') {
        Some((key, default)) => {
            let default = default.trim_start().strip_prefix('\'')?.strip_suffix('\'')?;
            (key, Some(default.to_owned()))
        }
        None => (inner, None),
    };
    let fits = |c: char| !c.is_control() && !matches!(c, '$' | '{' | '\'' | '*' | '?');
    let good = !key.is_empty() && key.trim() == key && key.chars().all(fits);
    good.then(|| Piece::Variable { key: key.to_lowercase(), written: key.to_owned(), default })
}

/// The last `*` is the only one worth going back to: what lies before it fitted as early as it can.
fn fits(pieces: &[Ready<'_>], text: &str) -> bool {
    let (mut at, mut rest) = (0, text);
    let mut back: Option<(usize, &str)> = None;
    loop {
        let next = match pieces.get(at) {
            None if rest.is_empty() => return true,
            None => None,
            Some(Ready::Many) => {
                at += 1;
                if at == pieces.len() {
                    return true;
                }
                back = Some((at, rest));
                continue;
            }
            Some(Ready::Text(text)) => rest.strip_prefix(text),
            Some(Ready::One) => after_one(rest),
        };
        match (next, &mut back) {
            (Some(next), _) => {
                at += 1;
                rest = next;
            }
            (None, Some((after, from))) => match after_one(from) {
                Some(later) => {
                    *from = later;
                    at = *after;
                    rest = later;
                }
                None => return false,
            },
            (None, None) => return false,
        }
    }
}

fn after_one(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next()?;
    Some(chars.as_str())
}
