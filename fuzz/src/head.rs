//! Requests as text: a line with method and target, header lines, an empty line, the body.

use bytes::Bytes;
use http::request::Parts;

/// The request that some bytes spell; `None` where `http` would not have made one of them.
pub(crate) fn request(data: &[u8]) -> Option<(Parts, Bytes)> {
    let end = data.windows(2).position(|two| two == b"\n\n")?;
    let (head, body) = (std::str::from_utf8(&data[..end]).ok()?, Bytes::copy_from_slice(&data[end + 2..]));
    let mut lines = head.lines();
    let (method, target) = lines.next()?.split_once(' ')?;
    let mut request = http::Request::builder().method(method).uri(target);
    for line in lines.take(128) {
        let (name, value) = line.split_once(':')?;
        request = request.header(name, value.trim());
    }
    Some((request.body(()).ok()?.into_parts().0, body))
}
