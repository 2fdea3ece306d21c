//! What strangers may send: the server answers or hangs up, and serves others as before.

use crate::house::{House, Request};
use proptest::prelude::*;
use tokio::io::AsyncWriteExt;

/// Sends bytes as they are, half-closes, and reads until the end.
async fn throw(house: &House, bytes: &[u8]) -> Vec<u16> {
    let mut connection = house.connect().await;
    connection.write(bytes).await;
    let _ = connection.stream.shutdown().await;
    let mut statuses = Vec::new();
    while let Some(answer) = connection.try_read().await {
        statuses.push(answer.status);
    }
    statuses
}

#[tokio::test]
async fn broken_requests() {
    let house = House::signed().await;
    let many: String = (0..500).map(|n| format!("x-{n}: y\r\n")).collect();
    let long = "y".repeat(200_000);
    for (request, wanted) in [
        (format!("GET / HTTP/1.1\r\n{many}\r\n"), 431),
        (format!("GET / HTTP/1.1\r\nx: {long}\r\n\r\n"), 431),
        (format!("GET /{long} HTTP/1.1\r\n\r\n"), 414),
        ("GET / HTTP/1.1\r\nbad header\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), 400),
        ("\x16\x03\x01\x02\x00\x01\x00\x01\u{fc}\x03\x03".to_owned(), 400),
        ("POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n".to_owned(), 400),
        ("POST / HTTP/1.1\r\ncontent-length: 99999999999999999999\r\n\r\n".to_owned(), 400),
        ("POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab".to_owned(), 400),
    ] {
        let statuses = throw(&house, request.as_bytes()).await;
        let fits = statuses.first().is_none_or(|s| *s == wanted || *s == 400 || *s == 431);
        assert!(fits && statuses.len() <= 1, "{statuses:?} for {:.60}", request);
        house.assert_well().await;
    }
}

#[tokio::test]
async fn broken_chunks() {
    let house = House::signed().await;
    let head = |request: Request| request.header("transfer-encoding", "chunked").head(house.address, None);
    for chunks in [
        "zz\r\nabc\r\n0\r\n\r\n",
        "5\r\nab",
        "-1\r\n\r\n",
        "ffffffffffffffffff\r\nx",
        "5;\0\r\nabcde\r\n0\r\n\r\n",
    ] {
        let request = head(Request::invoke("fn", "abcde")) + chunks;
        let statuses = throw(&house, request.as_bytes()).await;
        assert!(!statuses.contains(&500), "{statuses:?} for {chunks}");
        house.assert_well().await;
    }
    // A length beside chunks is how requests are smuggled: never two answers.
    let both = head(Request::invoke("fn", "x").header("content-length", "4"))
        + "0\r\n\r\nGET /_tenfold/health HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let statuses = throw(&house, both.as_bytes()).await;
    assert!(statuses.iter().all(|s| *s == 400 || *s == 403 || *s == 200), "{statuses:?}");
    house.assert_well().await;
}

#[tokio::test]
async fn a_transfer_that_breaks_off_leaves_nothing_running() {
    let house = House::signed().await;
    for _ in 0..20 {
        let mut connection = house.connect().await;
        let request = Request::invoke("fn", "{}");
        connection.write(request.head(house.address, Some(1_000_000)).as_bytes()).await;
        connection.write(&[b'x'; 1_000]).await;
        drop(connection);
    }
    house.assert_well().await;
    assert!(house.seen.contexts.lock().unwrap().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_do_no_harm(
        requests in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..600), 1..8),
        heads in proptest::collection::vec("(GET|POST|PUT) /[!-~]{0,40} HTTP/1.1\r\n([a-z-]{1,20}: [ -~]{0,60}\r\n){0,8}\r\n", 1..8),
        auth in "(AWS4-HMAC-SHA256 )?[ -~]{0,120}",
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            for house in [House::signed().await, House::dev().await] {
                for bytes in &requests {
                    throw(&house, bytes).await;
                }
                for head in &heads {
                    throw(&house, head.as_bytes()).await;
                }
                let request = Request::invoke("fn", "1").unsigned().header("authorization", auth.trim());
                let status = house.send(&request).await.status;
                prop_assert!(status < 500 || status == 501, "{status} for {auth}");
                house.assert_well().await;
            }
            Ok(())
        })?;
    }
}
