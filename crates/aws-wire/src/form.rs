//! Percent-encoded text: query strings, forms and labels of paths.
//!
//! Never here: what a parameter means.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// More parameters than any operation takes; what follows is refused, not ignored.
const MOST_PAIRS: usize = 20_000;

/// The text is not percent-encoded UTF-8, or holds too many parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// A parameter's name and value, decoded.
pub(crate) type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Parameters in their order. `+` is a space, a parameter without `=` has an empty value.
pub(crate) fn pairs(text: &str) -> Result<Vec<Pair<'_>>, Unreadable> {
    let mut pairs = Vec::new();
    for pair in text.split('&').filter(|p| !p.is_empty()) {
        if pairs.len() == MOST_PAIRS {
            return Err(Unreadable);
        }
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        pairs.push((form_text(name)?, form_text(value)?));
    }
    Ok(pairs)
}

/// A label of a path, in which `+` is itself.
pub(crate) fn label(text: &str) -> Result<Cow<'_, str>, Unreadable> {
    percent_decode_str(text).decode_utf8().map_err(|_| Unreadable)
}

/// The first value of a parameter whose name needs no encoding; nothing else is decoded.
pub(crate) fn find<'a>(text: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let value = text.split('&').find_map(|pair| {
        let (found, value) = pair.split_once('=').unwrap_or((pair, ""));
        (found == name).then_some(value)
    })?;
    form_text(value).ok()
}

fn form_text(text: &str) -> Result<Cow<'_, str>, Unreadable> {
    if text.contains('+') {
        let spaced = text.replace('+', " ");
        let decoded = percent_decode_str(&spaced).decode_utf8().map_err(|_| Unreadable)?;
        return Ok(Cow::Owned(decoded.into_owned()));
    }
    label(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_browsers_write_them() {
        let read = pairs("a=1&b=x+y%2B&&c&d=").unwrap();
        let expected = [("a", "1"), ("b", "x y+"), ("c", ""), ("d", "")];
        assert_eq!(read, expected.map(|(k, v)| (Cow::from(k), Cow::from(v))));
        assert_eq!(pairs("a=%ff"), Err(Unreadable));
        assert_eq!(pairs(&"a&".repeat(MOST_PAIRS + 1)), Err(Unreadable));
    }

    #[test]
    fn find_reads_one_parameter() {
        assert_eq!(find("x=1&Action=Get%20It&Action=2", "Action").as_deref(), Some("Get It"));
        assert_eq!(find("XAction=1", "Action"), None);
    }
}
