//! Connections: kept, pipelined, limited, given up, ended in good order.

use crate::house::{House, Request};
use gateway::{Limits, Mode};
use std::sync::atomic::Ordering;
use std::time::Duration;

#[tokio::test]
async fn a_connection_is_kept_and_pipelined() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    for n in 0..3 {
        connection.write(&Request::invoke("fn", n.to_string()).bytes(house.address)).await;
        assert_eq!(connection.read().await.text(), n.to_string());
    }
    let together: Vec<u8> =
        (0..20).flat_map(|n| Request::invoke("fn", n.to_string()).bytes(house.address)).collect();
    connection.write(&together).await;
    let mut ids = std::collections::HashSet::new();
    for n in 0..20 {
        let answer = connection.read().await;
        assert_eq!(answer.text(), n.to_string(), "in order");
        ids.insert(answer.header("x-amzn-requestid").unwrap().to_owned());
    }
    assert_eq!(ids.len(), 20);
}

#[tokio::test]
async fn a_panic_is_an_answer_and_the_connection_survives() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    connection.write(&Request::invoke("panic", "1").bytes(house.address)).await;
    let answer = connection.read().await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (500, Some("ServiceException")));
    assert!(!answer.text().contains("on purpose"));
    connection.write(&Request::invoke("fn", "2").bytes(house.address)).await;
    assert_eq!(connection.read().await.text(), "2");
}

#[tokio::test]
async fn an_operation_ends_though_its_client_has_gone() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    connection.write(&Request::invoke("slow", "1").bytes(house.address)).await;
    house.seen.began.notified().await;
    drop(connection);
    house.assert_well().await;
    house.slow.add_permits(1);
    assert!(house.gateway.drained(Duration::from_secs(20)).await);
    assert_eq!(house.seen.ended.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_shutdown_waits_for_what_is_running() {
    let mut house = House::signed().await;
    let mut busy = house.connect().await;
    let mut idle = house.connect().await;
    idle.write(&Request::invoke("fn", "1").bytes(house.address)).await;
    assert_eq!(idle.read().await.status, 200);
    busy.write(&Request::invoke("slow", "1").bytes(house.address)).await;
    house.seen.began.notified().await;
    house.stop();
    assert!(idle.try_read().await.is_none(), "an idle connection is closed at once");
    assert!(tokio::net::TcpStream::connect(house.address).await.is_err(), "nobody is let in any more");
    assert!(!house.served.is_finished());
    house.slow.add_permits(1);
    let answer = busy.read().await;
    assert_eq!((answer.status, answer.text().as_str()), (200, "1"));
    assert!(busy.try_read().await.is_none());
    tokio::time::timeout(Duration::from_secs(20), &mut house.served).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_head_that_trickles_is_given_up() {
    let house =
        House::new(Mode::Signed, Limits { head: Duration::from_millis(50), ..Limits::default() }).await;
    let mut connection = house.connect().await;
    connection.write(b"GET /_tenfold/health HTTP/1.1\r\nhost: local").await;
    let answer = connection.try_read().await;
    assert!(answer.is_none_or(|a| a.status == 408));
    house.assert_well().await;
}

#[tokio::test]
async fn above_the_limit_connections_wait() {
    let house = House::new(Mode::Signed, Limits { connections: 1, ..Limits::default() }).await;
    let mut first = house.connect().await;
    first.write(&Request::invoke("slow", "1").bytes(house.address)).await;
    house.seen.began.notified().await;
    let mut second = house.connect().await;
    second.write(&Request::invoke("fn", "2").bytes(house.address)).await;
    let early = tokio::time::timeout(Duration::from_millis(100), second.read()).await;
    assert!(early.is_err(), "the first one has the only place");
    house.slow.add_permits(1);
    assert_eq!(first.read().await.text(), "1");
    drop(first);
    assert_eq!(second.read().await.text(), "2");
}

#[tokio::test]
async fn an_answer_that_nobody_reads_is_given_up() {
    let limits = Limits { connections: 1, write_stall: Duration::from_millis(100), ..Limits::default() };
    let house = House::new(Mode::Signed, limits).await;
    let mut deaf = house.connect().await;
    let payload = vec![b'1'; 6 << 20];
    deaf.write(&Request::invoke("fn", payload).bytes(house.address)).await;
    // It reads nothing, so the answer does not fit into the kernel's buffers; its place is free again soon.
    house.assert_well().await;
    drop(deaf);
}
