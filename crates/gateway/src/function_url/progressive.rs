//! A response that comes as the function makes it. Its content type says whether it begins with a prelude: status,
//! headers and cookies as JSON, then eight zero bytes. A function that fails before its first byte has no response.

use super::answer::{Malformed, PRELUDE_END, from_prelude, stream};
use crate::answer_body::{AnswerBody, Streamed};
use bytes::{Bytes, BytesMut};
use http::{HeaderValue, Response, header};

/// The content type of a response with a prelude.
const WITH_PRELUDE: &str = "application/vnd.awslambda.http-integration-response";
/// The longest prelude, bytes.
const MAX_PRELUDE: usize = 64 << 10;

/// Waits for what the head says, and gives the rest as it comes.
pub(super) async fn progressive(
    content_type: Option<String>,
    mut body: Streamed,
) -> Result<Response<AnswerBody>, Malformed> {
    let response = if content_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case(WITH_PRELUDE)) {
        let (prelude, rest) = prelude(&mut body).await?;
        body.put_back(rest);
        from_prelude(std::str::from_utf8(&prelude).map_err(|_| Malformed)?)?
    } else {
        let first = body.next().await.transpose().map_err(|_| Malformed)?;
        body.put_back(first.unwrap_or_default());
        let mut response = stream(200, ());
        if let Some(kind) = content_type.and_then(|kind| HeaderValue::try_from(kind).ok()) {
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
        }
        response
    };
    Ok(response.map(|()| AnswerBody::Streamed(body)))
}

/// Takes the prelude, and what came with it of the rest.
async fn prelude(body: &mut Streamed) -> Result<(Bytes, Bytes), Malformed> {
    let mut taken = BytesMut::new();
    while taken.len() <= MAX_PRELUDE {
        let next = body.next().await.and_then(Result::ok).ok_or(Malformed)?;
        // The end may have come in two pieces.
        let from = taken.len().saturating_sub(PRELUDE_END.len() - 1);
        taken.extend_from_slice(&next);
        let found = taken[from..].windows(PRELUDE_END.len()).position(|window| window == PRELUDE_END);
        if let Some(at) = found {
            let mut taken = taken.freeze();
            let prelude = taken.split_to(from + at);
            return Ok((prelude, taken.slice(PRELUDE_END.len()..)));
        }
    }
    Err(Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer_body::Hold;
    use crate::running::Running;
    use aws_wire::flow::{BrokenOff, Flow};
    use http_body_util::BodyExt;
    use std::collections::VecDeque;
    use std::sync::Arc;
    use std::task::Poll;

    /// A body of these pieces, which then ends or breaks off; and what counts it.
    fn body(pieces: &[&[u8]], breaks: bool) -> (Streamed, Arc<Running>) {
        let mut pieces: VecDeque<_> = pieces.iter().map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
        pieces.extend(breaks.then_some(Err(BrokenOff)));
        let running = Arc::new(Running::default());
        let hold = Hold { _running: running.begin(), _share: None };
        (Streamed::new(Flow::new(move |_| Poll::Ready(pieces.pop_front())), hold), running)
    }

    async fn answered(kind: Option<&str>, pieces: &[&[u8]]) -> Result<(u16, String, Bytes), Malformed> {
        let (body, running) = body(pieces, false);
        let (head, body) = progressive(kind.map(str::to_owned), body).await?.into_parts();
        let content_type = head.headers[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        let whole = body.collect().await.unwrap().to_bytes();
        running.none().await;
        Ok((head.status.as_u16(), content_type, whole))
    }

    #[tokio::test]
    async fn without_a_prelude() {
        let octets = "application/octet-stream";
        for (kind, pieces, expected) in [
            (None, &[b"a".as_slice(), b"b"][..], (200, octets, "ab")),
            (Some("text/html"), &[b"{}\0\0\0\0\0\0\0\0x"], (200, "text/html", "{}\0\0\0\0\0\0\0\0x")),
            (Some("no\nheader"), &[b"a"], (200, octets, "a")),
            (None, &[], (200, octets, "")),
        ] {
            let (status, content_type, body) = answered(kind, pieces).await.unwrap();
            assert_eq!((status, &*content_type, &body[..]), (expected.0, expected.1, expected.2.as_bytes()));
        }
    }

    #[tokio::test]
    async fn a_prelude_in_any_pieces() {
        let all =
            b"{\"statusCode\": 201, \"headers\": {\"content-type\": \"text/plain\"}}\0\0\0\0\0\0\0\0body\0";
        for cut in 1..all.len() {
            let (one, two) = all.split_at(cut);
            let (status, content_type, body) = answered(Some(WITH_PRELUDE), &[one, two]).await.unwrap();
            assert_eq!((status, &*content_type, &body[..]), (201, "text/plain", &b"body\0"[..]), "{cut}");
        }
        let bytes: Vec<&[u8]> = all.chunks(1).collect();
        assert_eq!(answered(Some(WITH_PRELUDE), &bytes).await.unwrap().0, 201);
    }

    #[tokio::test]
    async fn what_is_no_response() {
        let long = vec![b' '; MAX_PRELUDE + 1];
        for pieces in [
            &[][..],
            &[b"{}\0\0\0\0\0\0\0".as_slice()],
            &[b"{\0\0\0\0\0\0\0\0"],
            &[b"\xff\0\0\0\0\0\0\0\0"],
            &[b"{\"statusCode\": 99}\0\0\0\0\0\0\0\0"],
            &[&long, b"{}\0\0\0\0\0\0\0\0"],
        ] {
            assert_eq!(answered(Some(WITH_PRELUDE), pieces).await.err(), Some(Malformed), "{pieces:?}");
        }
        let (broken, running) = body(&[], true);
        assert!(progressive(None, broken).await.is_err());
        running.none().await;
    }

    #[tokio::test]
    async fn one_that_breaks_off_or_that_nobody_wants() {
        let (broken, running) = body(&[b"a"], true);
        let mut response = progressive(None, broken).await.unwrap();
        assert_eq!(response.frame().await.unwrap().unwrap().into_data().unwrap(), "a");
        assert!(response.frame().await.unwrap().is_err());
        running.none().await;
        // The work behind it is waited for all the same.
        let (unread, running) = body(&[b"a", b"b", b"c"], false);
        drop(progressive(None, unread).await.unwrap());
        running.none().await;
    }
}
