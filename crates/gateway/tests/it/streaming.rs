//! Answers that come as they are made.

use crate::house::{Connection, House, Request};
use crate::urls::{STREAMS, host};
use std::sync::atomic::Ordering;
use std::time::Duration;

/// To the operation, and to a URL.
fn both(house: &House, function: &str) -> [Vec<u8>; 2] {
    let target = format!("/2021-11-15/functions/{function}/response-streaming-invocations");
    let operation = Request::new("POST", target).signed(crate::house::ROOT).body("{}");
    [operation.bytes(house.address), url("GET", function).bytes(house.address)]
}

fn url(method: &'static str, path: &str) -> Request {
    Request::new(method, format!("/{path}"))
        .header("host", &host(STREAMS))
        .header("origin", "https://page.test")
}

/// The head and the first piece, which come while the function waits.
async fn begun(house: &House, request: &[u8]) -> Connection {
    let mut connection = house.connect().await;
    connection.write(request).await;
    let head = connection.read().await;
    assert_eq!((head.status, head.header("transfer-encoding")), (200, Some("chunked")), "{}", head.head);
    assert!(head.header("content-length").is_none() && head.header("x-amzn-requestid").is_some());
    assert!(contains(&connection.chunk().await.unwrap(), b"one"));
    assert_eq!(house.seen.ended.swap(0, Ordering::SeqCst), 0);
    connection
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn pieces_come_as_they_are_made_and_the_connection_is_kept() {
    let house = House::signed().await;
    for request in both(&house, "fn") {
        let mut connection = begun(&house, &request).await;
        assert!(!house.gateway.drained(Duration::ZERO).await);
        house.slow.add_permits(1);
        assert!(contains(&connection.chunk().await.unwrap(), b"two"));
        assert_eq!(connection.chunk().await.unwrap(), b"");
        assert!(house.gateway.drained(Duration::from_secs(20)).await);
        house.seen.ended.store(0, Ordering::SeqCst);
        connection.write(&Request::invoke("fn", "1").bytes(house.address)).await;
        assert_eq!(connection.read().await.text(), "1");
    }
}

#[tokio::test]
async fn what_breaks_off_is_cut() {
    let house = House::signed().await;
    for request in both(&house, "breaks") {
        let mut connection = begun(&house, &request).await;
        house.slow.add_permits(1);
        assert_eq!(connection.chunk().await, None);
        assert!(house.gateway.drained(Duration::from_secs(20)).await);
        house.seen.ended.store(0, Ordering::SeqCst);
    }
    house.assert_well().await;
}

#[tokio::test]
async fn it_ends_though_its_client_has_gone() {
    let house = House::signed().await;
    for request in both(&house, "fn") {
        drop(begun(&house, &request).await);
        house.assert_well().await;
        assert!(!house.gateway.drained(Duration::ZERO).await);
        house.slow.add_permits(1);
        assert!(house.gateway.drained(Duration::from_secs(20)).await);
        assert_eq!(house.seen.ended.swap(0, Ordering::SeqCst), 1);
    }
}

#[tokio::test]
async fn a_shutdown_waits_for_it() {
    let mut house = House::signed().await;
    let [request, _] = both(&house, "fn");
    let mut connection = begun(&house, &request).await;
    house.stop();
    house.slow.add_permits(1);
    assert!(contains(&connection.chunk().await.unwrap(), b"two"));
    assert_eq!(connection.chunk().await.unwrap(), b"");
    assert!(connection.try_read().await.is_none());
    tokio::time::timeout(Duration::from_secs(20), &mut house.served).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_urls_head_has_its_headers_and_head_has_no_body() {
    let house = House::signed().await;
    house.slow.add_permits(2);
    let mut connection = house.connect().await;
    for method in ["HEAD", "GET"] {
        connection.write(&url(method, "fn").bytes(house.address)).await;
        let head = connection.read().await;
        assert_eq!((head.status, head.header("content-type")), (200, Some("text/plain")));
        assert_eq!(head.header("access-control-allow-origin"), Some("https://page.test"));
        assert!(head.header("x-amzn-trace-id").is_some());
    }
    assert_eq!(connection.chunk().await.unwrap(), b"one");
    assert_eq!(connection.chunk().await.unwrap(), b"two");
    assert!(house.gateway.drained(Duration::from_secs(20)).await);
    assert_eq!(house.seen.ended.load(Ordering::SeqCst), 2);
}
