//! Lists in pages: how long one is, and the markers between them.

use crate::errors::invalid;
use aws_wire::ApiError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

/// What one page holds at most, whatever was asked for (API reference of the operations that list).
pub(crate) const PAGE: usize = 50;

/// How many items a page has, from `MaxItems`.
pub(crate) fn limit(max_items: Option<i32>) -> usize {
    limit_of(max_items, PAGE)
}

/// The same for a list whose pages hold this many at most.
pub(crate) fn limit_of(max_items: Option<i32>, page: usize) -> usize {
    max_items.and_then(|n| usize::try_from(n).ok()).map_or(page, |n| n.clamp(1, page))
}

/// `NextMarker` after the last item of a page, by what the item is sorted by.
pub(crate) fn marker(last: &str) -> String {
    BASE64.encode(last)
}

/// What a caller's `Marker` says, by `parse`; an empty one is none.
pub(crate) fn read_marker<T>(
    marker: Option<&str>,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, ApiError> {
    let Some(marker) = marker.filter(|marker| !marker.is_empty()) else { return Ok(None) };
    let text = BASE64.decode(marker).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| parse(&text)).map(Some).ok_or_else(|| invalid("Invalid marker."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_come_back() {
        let parse = |text: &str| (text == "a:7").then_some(7);
        assert_eq!(read_marker(Some(&marker("a:7")), parse).unwrap(), Some(7));
        assert_eq!(read_marker(None, parse).unwrap(), None);
        assert_eq!(read_marker(Some(""), parse).unwrap(), None);
        for bad in ["%", "a:7", &marker("a:8"), &BASE64.encode([0xff])] {
            assert_eq!(read_marker(Some(bad), parse).unwrap_err().message, "Invalid marker.", "{bad}");
        }
    }

    #[test]
    fn limits() {
        for (asked, expected) in
            [(None, 50), (Some(1), 1), (Some(50), 50), (Some(10_000), 50), (Some(-3), 50)]
        {
            assert_eq!(limit(asked), expected, "{asked:?}");
        }
    }
}
