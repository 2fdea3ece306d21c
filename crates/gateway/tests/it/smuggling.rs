//! Bytes that could be read as one request or as two: they are never taken as two, and what is answered is answered in
//! order or the connection is closed.

use crate::house::{House, Request};
use gateway::{Limits, Mode};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

/// What an attacker hides: it would be answered with 200.
const HIDDEN: &str = "GET /_tenfold/health HTTP/1.1\r\nhost: localhost\r\n\r\n";

/// The statuses of all answers to some bytes, until the server closes; the server is not told that nothing more comes.
async fn answers(house: &House, bytes: &[u8]) -> Vec<u16> {
    let mut connection = house.connect().await;
    connection.write(bytes).await;
    let mut statuses = Vec::new();
    while let Some(answer) = connection.try_read().await {
        statuses.push(answer.status);
    }
    statuses
}

async fn house() -> House {
    // Where the server waits for more, which is right as well, it does so for a moment.
    let quick = Duration::from_millis(200);
    House::new(Mode::Signed, Limits { head: quick, body: quick, turn_away: quick, ..Limits::default() }).await
}

/// One request is seen, and the one that is hidden behind it is not.
#[tokio::test]
async fn a_request_with_two_ends() {
    let house = house().await;
    let unframed = |more: &str| format!("POST /x HTTP/1.1\r\nhost: localhost\r\n{more}\r\n");
    let chunked = "transfer-encoding: chunked\r\n";
    for (what, bytes) in [
        ("CL.TE", format!("{}0\r\n\r\n{HIDDEN}", unframed(&format!("content-length: 4\r\n{chunked}")))),
        ("TE.CL", format!("{}0\r\n\r\n{HIDDEN}", unframed(&format!("{chunked}content-length: 4\r\n")))),
        ("TE and TE", format!("{}0\r\n\r\n{HIDDEN}", unframed(&format!("{chunked}{chunked}")))),
        ("TE alone", format!("{}0\r\n\r\n{HIDDEN}", unframed(chunked))),
        ("TE: x", format!("{}{HIDDEN}", unframed("transfer-encoding: x\r\n"))),
        ("TE: identity", format!("{}{HIDDEN}", unframed("transfer-encoding: identity\r\n"))),
        ("TE: x, chunked", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding: x, chunked\r\n"))),
        ("TE: chunked, x", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding: chunked, x\r\n"))),
        ("TE: chunkedx", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding: chunkedx\r\n"))),
        ("TE with a tab", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding:\tchunked\r\n"))),
        ("TE in quotes", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding: \"chunked\"\r\n"))),
        ("TE with a blank", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding : chunked\r\n"))),
        (
            "TE with a vertical tab",
            format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding: \x0bchunked\r\n")),
        ),
        ("TE folded", format!("{}0\r\n\r\n{HIDDEN}", unframed("transfer-encoding:\r\n chunked\r\n"))),
        ("TE of HTTP/1.0", format!("POST /x HTTP/1.0\r\nhost: localhost\r\n{chunked}\r\n0\r\n\r\n{HIDDEN}")),
        ("two CL", format!("{}{HIDDEN}", unframed("content-length: 0\r\ncontent-length: 9\r\n"))),
        ("CL list", format!("{}{HIDDEN}", unframed("content-length: 0, 9\r\n"))),
        ("CL with a sign", format!("{}{HIDDEN}", unframed("content-length: +0\r\n"))),
        ("CL in hex", format!("{}{HIDDEN}", unframed("content-length: 0x0\r\n"))),
        ("CL with a blank", format!("{}{HIDDEN}", unframed("content-length : 0\r\n"))),
        ("CL folded", format!("{}{HIDDEN}", unframed("content-length: 0\r\n 9\r\n"))),
        ("CL beyond numbers", format!("{}{HIDDEN}", unframed("content-length: 18446744073709551616\r\n"))),
        ("a header folded", format!("{}{HIDDEN}", unframed("x: a\r\n b\r\n"))),
        ("a line of a blank", format!("{}{HIDDEN}", unframed(" x: a\r\n"))),
        ("bare CR", format!("{}{HIDDEN}", unframed("x: a\rcontent-length: 9\r\n"))),
        ("NUL in a value", format!("{}{HIDDEN}", unframed("x: a\0b\r\n"))),
        ("NUL in a name", format!("{}{HIDDEN}", unframed("x\0y: b\r\n"))),
        ("NUL in the target", format!("GET /x\0 HTTP/1.1\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("a header without a name", format!("{}{HIDDEN}", unframed(": b\r\n"))),
        ("a header without a colon", format!("{}{HIDDEN}", unframed("xy\r\n"))),
        ("two hosts", format!("{}{HIDDEN}", unframed("host: localhost\r\n"))),
        ("no host", format!("POST /x HTTP/1.1\r\n\r\n{HIDDEN}")),
        ("another host in the target", format!("GET http://a/ HTTP/1.1\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("CONNECT", format!("CONNECT localhost:80 HTTP/1.1\r\nhost: localhost:80\r\n\r\n{HIDDEN}")),
        ("authority form", format!("GET localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("no target", format!("GET HTTP/1.1\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("a blank in the target", format!("GET /x y HTTP/1.1\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("HTTP/0.9", format!("GET /x\r\n\r\n{HIDDEN}")),
        ("HTTP/1.2", format!("GET /x HTTP/1.2\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("HTTP/2.0", format!("GET /x HTTP/2.0\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("a lower-case version", format!("GET /x http/1.1\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("HTTP/1.0", format!("GET /x HTTP/1.0\r\nhost: localhost\r\n\r\n{HIDDEN}")),
        ("Connection: close", format!("{}{HIDDEN}", unframed("connection: close\r\n"))),
        (
            "the end is not asked back",
            format!("{}{HIDDEN}", unframed("connection: close\r\nconnection: keep-alive\r\n")),
        ),
    ] {
        let statuses = answers(&house, bytes.as_bytes()).await;
        assert!(
            statuses.len() <= 1 && statuses.first().is_none_or(|s| (400..500).contains(s)),
            "{what}: {statuses:?}"
        );
        house.assert_well().await;
    }
}

/// Chunks whose end could be seen elsewhere.
#[tokio::test]
async fn chunks_with_two_ends() {
    let house = house().await;
    let head =
        Request::invoke("fn", "abcde").header("transfer-encoding", "chunked").head(house.address, None);
    for (what, chunks, carried_out) in [
        ("as it should be", "5\r\nabcde\r\n0\r\n\r\n".to_owned(), true),
        ("an extension", "5;a=b\r\nabcde\r\n0\r\n\r\n".to_owned(), true),
        ("a trailer", "5\r\nabcde\r\n0\r\nx: y\r\n\r\n".to_owned(), true),
        ("a trailer with a length", "5\r\nabcde\r\n0\r\ncontent-length: 9\r\n\r\n".to_owned(), true),
        ("an extension with a line", "5;a\nb\r\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("an extension without end", format!("5;{}\r\nabcde\r\n0\r\n\r\n", "a".repeat(1 << 20)), false),
        ("a size without CR", "5\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("a size with a sign", "+5\r\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("a size with a prefix", "0x5\r\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("no size", "\r\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("a size beyond numbers", "10000000000000005\r\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("a size beyond memory", "7fffffffffffffff\r\nabcde".to_owned(), false),
        ("more than the size", "3\r\nabcde\r\n0\r\n\r\n".to_owned(), false),
        ("no end of the chunk", "5\r\nabcde0\r\n\r\n".to_owned(), false),
        ("a trailer without end", format!("5\r\nabcde\r\n0\r\nx: {}", "y".repeat(1 << 20)), false),
        ("trailers without number", format!("5\r\nabcde\r\n0\r\n{}\r\n", "x: y\r\n".repeat(100_000)), false),
    ] {
        let statuses = answers(&house, format!("{head}{chunks}{HIDDEN}").as_bytes()).await;
        assert!(statuses.len() <= 1, "{what}: {statuses:?}");
        let operations = std::mem::take(&mut *house.seen.contexts.lock().unwrap()).len();
        assert_eq!((operations == 1, statuses == [200]), (carried_out, carried_out), "{what}: {statuses:?}");
        house.assert_well().await;
    }
}

/// Lines that end with LF alone are lines (RFC 9112, 2.2), for us and for whoever keeps to it; a coding that comes in so
/// ends the connection all the same.
#[tokio::test]
async fn bare_line_feeds() {
    let house = house().await;
    for bytes in [
        format!(
            "POST /x HTTP/1.1\r\nhost: localhost\r\nx: a\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{HIDDEN}"
        ),
        format!("POST /x HTTP/1.1\nhost: localhost\ntransfer-encoding: chunked\n\n0\r\n\r\n{HIDDEN}"),
        format!(
            "POST /x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\nx: a\ncontent-length: 9\r\n\r\n{HIDDEN}"
        ),
    ] {
        let statuses = answers(&house, bytes.as_bytes()).await;
        assert!(statuses.len() <= 1 && statuses.first().is_none_or(|s| *s < 500), "{bytes:?}: {statuses:?}");
    }
    house.assert_well().await;
}

#[tokio::test]
async fn a_second_request_that_is_broken() {
    let house = house().await;
    let good = Request::invoke("fn", "1").bytes(house.address);
    for bad in [
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nhost : x\r\n\r\n",
        "POST /x HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
        "\0\0\0\0\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let bytes = [&good[..], bad.as_bytes(), &good[..]].concat();
        let statuses = answers(&house, &bytes).await;
        assert!(matches!(statuses[..], [200] | [200, 400]), "{bad:?}: {statuses:?}");
        let operations = std::mem::take(&mut *house.seen.contexts.lock().unwrap()).len();
        assert_eq!(operations, 1, "{bad:?}");
    }
}

#[tokio::test]
async fn http_1_0_keeps_a_connection_only_where_it_asks_for_it() {
    let house = house().await;
    let one = |more: &str| format!("GET /_tenfold/health HTTP/1.0\r\nhost: localhost\r\n{more}\r\n");
    let keep = one("connection: keep-alive\r\n");
    assert_eq!(answers(&house, format!("{keep}{keep}{}", one("")).as_bytes()).await, [200, 200, 200]);
    assert_eq!(answers(&house, format!("{}{keep}", one("")).as_bytes()).await, [200]);
}

/// HTTP/2 without TLS is refused in its own words.
#[tokio::test]
async fn http_2_in_clear_text() {
    use tokio::io::AsyncReadExt;
    let house = house().await;
    let mut stream = tokio::net::TcpStream::connect(house.address).await.unwrap();
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    let mut got = Vec::new();
    let _ = stream.read_to_end(&mut got).await;
    assert_eq!(got.first_chunk::<9>(), Some(b"\0\0\0\x04\0\0\0\0\0"), "{got:?}");
    assert_eq!(got.last(), Some(&0x0d), "GOAWAY with HTTP_1_1_REQUIRED");
    // An upgrade is not taken either: the request is answered as it is.
    let upgrade = "GET /_tenfold/health HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, http2-settings\r\n\
                   upgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";
    assert_eq!(answers(&house, upgrade.as_bytes()).await, [200]);
    house.assert_well().await;
}

#[tokio::test]
async fn a_peer_has_its_number_of_connections() {
    let house = House::new(Mode::Signed, Limits { connections_of_a_peer: 2, ..Limits::default() }).await;
    let request = Request::invoke("fn", "1").bytes(house.address);
    let (mut one, mut two) = (house.connect().await, house.connect().await);
    for connection in [&mut one, &mut two] {
        connection.write(&request).await;
        assert_eq!(connection.read().await.status, 200);
    }
    let mut third = house.connect().await;
    third.write(&request).await;
    assert!(third.try_read().await.is_none(), "it is closed");
    two.write(&request).await;
    assert_eq!(two.read().await.status, 200, "the others stay");
    drop(one);
    loop {
        let mut again = house.connect().await;
        again.write(&request).await;
        if again.try_read().await.is_some_and(|answer| answer.status == 200) {
            break;
        }
    }
}
