//! Limits of bodies: in size and in time.

use crate::house::{House, ROOT, Request, SESSION, Sign};
use bytes::Bytes;
use gateway::{Limits, Mode, serve_sandbox};
use std::sync::Arc;
use std::time::Duration;

fn create(headers: &[(&str, &str)]) -> Request {
    let request = Request::new("POST", "/2015-03-31/functions").signed(ROOT);
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
    let head =
        Request::new("GET", "/2015-03-31/functions").signed(ROOT).header("transfer-encoding", "chunked");
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
    let nobody = Sign { key: "AKIDNOBODY", ..ROOT };
    let request =
        Request::new("POST", "/2015-03-31/functions").header("expect", "100-continue").signed(nobody);
    connection.write(request.head(house.address, Some(60_000_000)).as_bytes()).await;
    assert_eq!(connection.read().await.status, 403);
}

#[tokio::test]
async fn who_is_turned_away_with_a_large_body_can_read_why() {
    let house = House::signed().await;
    let nobody = Sign { key: "AKIDNOBODY", ..ROOT };
    let body = Bytes::from(vec![b'x'; 1 << 20]);
    let request = Request::new("POST", "/2015-03-31/functions").body(body).signed(nobody);
    for (request, status) in [
        (request.clone(), 403),
        (request.clone().unsigned(), 403),
        (request.signed(Sign { service: "s3", ..ROOT }), 501),
    ] {
        assert_eq!(house.send(&request).await.status, status);
    }
}

#[tokio::test]
async fn who_is_turned_away_does_not_keep_a_connection_for_long() {
    let limits = Limits { turn_away: Duration::from_millis(50), ..Limits::default() };
    let house = House::new(Mode::Signed, limits).await;
    let nobody = Sign { key: "AKIDNOBODY", ..ROOT };
    let mut connection = house.connect().await;
    connection.write(create(&[]).signed(nobody).head(house.address, Some(60_000_000)).as_bytes()).await;
    connection.write(b"x").await;
    assert_eq!(connection.read().await.status, 403);
    assert!(connection.try_read().await.is_none());
}

#[tokio::test]
async fn a_declared_hash_is_verified_before_the_body() {
    let house = House::signed().await;
    let digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    let request = Request::invoke("fn", "{}").header("x-amz-content-sha256", digest);
    assert_eq!(house.send(&request).await.text(), "{}");
    let forged = request.clone().signed(Sign { secret: "guess", ..ROOT });
    let mut connection = house.connect().await;
    let head = forged.header("expect", "100-continue").head(house.address, Some(2));
    connection.write(head.as_bytes()).await;
    assert_eq!(connection.read().await.status, 403, "no 100 Continue before");
    let mut changed = request.bytes(house.address);
    changed.truncate(changed.len() - 2);
    changed.extend_from_slice(b"[]");
    let mut connection = house.connect().await;
    connection.write(&changed).await;
    let answer = connection.read().await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (403, Some("InvalidSignatureException")));
}

#[tokio::test]
async fn a_function_that_may_not_is_told_so_before_its_body() {
    let house = House::signed().await;
    for (request, length, status) in [
        (create(&[]).signed(SESSION), 60_000_000, 403),
        (Request::invoke("fn", "1").signed(SESSION), 1, 403),
        (Request::identity().signed(Sign { service: "sts", ..SESSION }), 70_000, 413),
    ] {
        let mut connection = house.connect().await;
        let head = request.header("expect", "100-continue").head(house.address, Some(length));
        connection.write(head.as_bytes()).await;
        assert_eq!(connection.read().await.status, status, "no 100 Continue before");
    }
    assert!(house.seen.contexts.lock().unwrap().is_empty());
}

#[tokio::test]
async fn bodies_that_are_only_announced_keep_nobody_waiting() {
    let house = House::new(Mode::Signed, Limits { body_budget: 64 << 20, ..Limits::default() }).await;
    let forged = create(&[]).signed(Sign { secret: "guess", ..ROOT });
    let mut waiting = Vec::new();
    for _ in 0..9 {
        let mut connection = house.connect().await;
        connection.write(forged.head(house.address, Some(70_000_000)).as_bytes()).await;
        waiting.push(connection);
    }
    let payload = Bytes::from(vec![b'1'; 4 << 20]);
    assert_eq!(house.send(&Request::invoke("fn", payload)).await.status, 200);
}

#[tokio::test]
async fn bodies_that_stop_are_given_up_when_others_wait() {
    for (announced, sent) in [(4_000_000, 4_000_000), (1_000_000, 900_000)] {
        let limits = Limits {
            body: Duration::from_secs(3_600),
            hurried_body: Duration::from_millis(100),
            // What has come earns a body hours, yet it may not stop.
            hurried_body_rate: 1,
            body_budget: 16 << 20,
            ..Limits::default()
        };
        let house = House::new(Mode::Signed, limits).await;
        let forged = create(&[]).signed(Sign { secret: "guess", ..ROOT });
        let mut stopped = Vec::new();
        for _ in 0..5 {
            let mut connection = house.connect().await;
            connection.write(forged.head(house.address, Some(announced)).as_bytes()).await;
            connection.write(&vec![b'x'; 200_000]).await;
            stopped.push(connection);
        }
        let payload = Bytes::from(vec![b'1'; sent]);
        assert_eq!(house.send(&Request::invoke("fn", payload)).await.status, 200);
        let mut answers = 0;
        for connection in &mut stopped {
            let answer = tokio::time::timeout(Duration::from_secs(2), connection.read()).await;
            answers += usize::from(answer.is_ok_and(|answer| answer.status == 503));
        }
        assert!(answers > 0, "those that had the room");
    }
}

#[tokio::test]
async fn a_sandbox_has_few_connections_and_memory_of_its_own() {
    let limits = Limits { sandbox_connections: 1, sandbox_body_budget: 16 << 20, ..Limits::default() };
    let house = House::new(Mode::Signed, limits).await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let served = serve_sandbox(
        Arc::clone(&house.gateway),
        listener,
        "fn".into(),
        || Some(Box::new(())),
        std::future::pending(),
    );
    let served = tokio::spawn(served);
    let forged = create(&[]).signed(Sign { secret: "guess", ..ROOT });
    let mut inside = house.connect_to(address).await;
    inside.write(forged.head(address, Some(4_000_000)).as_bytes()).await;
    inside.write(&vec![b'x'; 200_000]).await;
    let mut second = house.connect_to(address).await;
    second.write(&Request::new("GET", "/_tenfold/health").bytes(address)).await;
    let answer = tokio::time::timeout(Duration::from_millis(200), second.read()).await;
    assert!(answer.is_err(), "there is no place for it");
    let payload = Bytes::from(vec![b'1'; 4 << 20]);
    assert_eq!(house.send(&Request::invoke("fn", payload)).await.status, 200);
    drop(inside);
    assert_eq!(second.read().await.status, 200, "now there is one");
    served.abort();
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
