//! Limits of bodies: in size and in time.

use crate::house::{House, Request};
use bytes::Bytes;
use gateway::{Limits, Mode};
use std::time::Duration;

fn create(headers: &[(&str, &str)]) -> Request {
    let request = Request::new("POST", "/2015-03-31/functions").signed(crate::house::ROOT);
    headers.iter().fold(request, |request, (name, value)| request.header(name, value))
}

#[tokio::test]
async fn a_body_over_the_limit_is_never_asked_for() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    let head = create(&[("expect", "100-continue")]).head(house.address, Some(80_000_000));
    connection.write(head.as_bytes()).await;
    let answer = connection.read().await;
    assert_eq!(answer.status, 413, "no 100 Continue before");
    let text = "Request must be smaller than 70167211 bytes for the CreateFunction operation";
    assert_eq!(answer.json()["message"].as_str().or(answer.json()["Message"].as_str()), Some(text));
    assert_eq!(answer.header("x-amzn-errortype"), Some("RequestEntityTooLargeException"));
}

#[tokio::test]
async fn a_client_that_sends_too_much_all_the_same_can_read_why() {
    let house = House::signed().await;
    let payload = Bytes::from(vec![b' '; 8 << 20]);
    let answer = house.send(&Request::invoke("fn", payload)).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (413, Some("RequestTooLargeException")));
    let text =
        "8388608 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)";
    assert_eq!(answer.json()["message"], text);
    house.assert_well().await;
}

#[tokio::test]
async fn a_body_without_a_length_is_limited_too() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    let head = Request::new("GET", "/2015-03-31/functions")
        .signed(crate::house::ROOT)
        .header("transfer-encoding", "chunked");
    connection.write(head.head(house.address, None).as_bytes()).await;
    let chunk = [b"10000\r\n".as_slice(), &[b'x'; 0x10000], b"\r\n"].concat();
    for _ in 0..20 {
        connection.write(&chunk).await;
    }
    connection.write(b"0\r\n\r\n").await;
    assert_eq!(connection.read().await.status, 413);
    house.assert_well().await;
}

#[tokio::test]
async fn a_body_is_asked_for_where_it_fits() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    let request = Request::invoke("fn", "{\"a\":1}").header("expect", "100-continue");
    connection.write(request.head(house.address, Some(7)).as_bytes()).await;
    assert_eq!(connection.read().await.status, 100);
    connection.write(b"{\"a\":1}").await;
    assert_eq!(connection.read().await.text(), "{\"a\":1}");
}

#[tokio::test]
async fn strangers_bodies_are_not_even_read() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    let nobody = crate::house::Sign { key: "AKIDNOBODY", ..crate::house::ROOT };
    let request =
        Request::new("POST", "/2015-03-31/functions").header("expect", "100-continue").signed(nobody);
    connection.write(request.head(house.address, Some(60_000_000)).as_bytes()).await;
    assert_eq!(connection.read().await.status, 403);
}

#[tokio::test]
async fn who_is_turned_away_with_a_large_body_can_read_why() {
    let house = House::signed().await;
    let nobody = crate::house::Sign { key: "AKIDNOBODY", ..crate::house::ROOT };
    let body = Bytes::from(vec![b'x'; 20 << 20]);
    let request = Request::new("POST", "/2015-03-31/functions").body(body).signed(nobody);
    for (request, status) in [
        (request.clone(), 403),
        (request.clone().unsigned(), 403),
        (request.signed(crate::house::Sign { service: "s3", ..crate::house::ROOT }), 501),
    ] {
        assert_eq!(house.send(&request).await.status, status);
    }
}

#[tokio::test]
async fn a_body_that_trickles_is_given_up() {
    let limits = Limits { body: Duration::from_millis(50), ..Limits::default() };
    let house = House::new(Mode::Signed, limits).await;
    let mut connection = house.connect().await;
    let request = Request::invoke("fn", "{}");
    connection.write(request.head(house.address, Some(100)).as_bytes()).await;
    connection.write(b"{").await;
    assert_eq!(connection.read().await.status, 408);
    assert!(connection.try_read().await.is_none(), "and its connection is closed");
    house.assert_well().await;
}

#[tokio::test]
async fn large_bodies_wait_for_their_share_of_the_memory() {
    // The budget has room for one of the two at a time.
    let house = House::new(Mode::Signed, Limits { body_budget: 5 << 20, ..Limits::default() }).await;
    let payload = Bytes::from(vec![b'1'; 4 << 20]);
    let (a, b) = (Request::invoke("fn", payload.clone()), Request::invoke("fn", payload));
    let (a, b) = tokio::join!(house.send(&a), house.send(&b));
    assert_eq!((a.status, b.status, a.body.len()), (200, 200, 4 << 20));
}
