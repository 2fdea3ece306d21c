//! HTTP/2: proper clients, and frames that no proper client sends. Whatever comes, the server answers others, and what
//! it keeps for one connection is limited.

use crate::house::Request;
use crate::secure::{PATIENCE, Secure};
use crate::urls::{STREAMS, host};
use gateway::Limits;
use http_body_util::BodyExt;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, split};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const DATA: u8 = 0;
const HEADERS: u8 = 1;
const PRIORITY: u8 = 2;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let mut frame = u32::try_from(payload.len()).unwrap().to_be_bytes()[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    frame
}

/// Headers in HPACK's simplest form: nothing is remembered, nothing is compressed.
fn block(headers: &[(&str, &str)]) -> Vec<u8> {
    let mut block = Vec::new();
    for (name, value) in headers {
        block.push(0);
        for text in [name, value] {
            assert!(text.len() < 127);
            block.push(u8::try_from(text.len()).unwrap());
            block.extend(text.as_bytes());
        }
    }
    block
}

fn head(method: &str, path: &str) -> Vec<u8> {
    block(&[(":method", method), (":scheme", "https"), (":authority", "localhost"), (":path", path)])
}

fn get(stream: u32) -> Vec<u8> {
    frame(HEADERS, END_STREAM | END_HEADERS, stream, &head("GET", "/_tenfold/health"))
}

async fn open(secure: &Secure) -> TlsStream<TcpStream> {
    let mut stream = secure.connect("h2").await;
    stream.write_all(&[PREFACE, &frame(SETTINGS, 0, 0, &[])].concat()).await.unwrap();
    stream
}

/// What the server sent until it closed: kind and payload of each frame.
fn frames(mut bytes: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut frames = Vec::new();
    while let [a, b, c, kind, _, _, _, _, _, rest @ ..] = bytes {
        let length = u32::from_be_bytes([0, *a, *b, *c]) as usize;
        let Some((payload, after)) = rest.split_at_checked(length) else { break };
        frames.push((*kind, payload.to_vec()));
        bytes = after;
    }
    frames
}

/// Sends all of it while it reads all that comes, until the server closes; `None` where it does not.
async fn flood(
    stream: TlsStream<TcpStream>,
    parts: impl Iterator<Item = Vec<u8>>,
) -> Option<Vec<(u8, Vec<u8>)>> {
    let (mut reader, mut writer) = split(stream);
    let sent = async {
        for part in parts {
            if writer.write_all(&part).await.is_err() {
                break;
            }
        }
        let _ = writer.flush().await;
        std::future::pending::<()>().await;
    };
    let read = async {
        let mut got = Vec::new();
        let mut chunk = [0; 16_384];
        while let Ok(read @ 1..) = reader.read(&mut chunk).await {
            got.extend_from_slice(&chunk[..read]);
        }
        got
    };
    tokio::select! {
        () = sent => None,
        got = tokio::time::timeout(PATIENCE, read) => Some(frames(&got.ok()?)),
    }
}

/// The reason of a GOAWAY.
fn gone(frames: &[(u8, Vec<u8>)]) -> Option<u32> {
    let (_, payload) = frames.iter().rev().find(|(kind, _)| *kind == GOAWAY)?;
    Some(u32::from_be_bytes(payload.get(4..8)?.try_into().unwrap()))
}

#[tokio::test]
async fn pieces_come_as_they_are_made() {
    let secure = Secure::new().await;
    let house = &secure.house;
    let operation = Request::new("POST", "/2021-11-15/functions/fn/response-streaming-invocations");
    let url = Request::new("GET", "/fn").header("host", &host(STREAMS));
    let mut client = secure.http2().await;
    for request in [operation.signed(crate::house::ROOT).body("{}"), url] {
        let answer = client.begin(house, &request).await.unwrap();
        assert_eq!(answer.status(), 200);
        let mut body = answer.into_body();
        let mut got = body.frame().await.unwrap().unwrap().into_data().unwrap().to_vec();
        assert!(got.windows(3).any(|window| window == b"one"));
        assert_eq!(house.seen.ended.swap(0, Ordering::SeqCst), 0);
        house.slow.add_permits(1);
        got.extend(body.collect().await.unwrap().to_bytes());
        assert!(got.windows(3).any(|window| window == b"two"));
        house.seen.ended.store(0, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn many_requests_at_a_time_and_large_ones() {
    let secure = Secure::new().await;
    let payload = vec![b'7'; 5 << 20];
    let mut client = secure.http2().await;
    let answer = client.send(&secure.house, &Request::invoke("fn", payload.clone())).await;
    assert_eq!((answer.status, answer.body == payload), (200, true));
    let too_large = client.send(&secure.house, &Request::invoke("fn", vec![b'7'; 8 << 20])).await;
    assert_eq!(too_large.status, 413);
    let answer = client.send(&secure.house, &Request::invoke("fn", "1")).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn more_streams_than_allowed_are_refused() {
    let secure = Secure::with(Limits { streams: 3, ..Limits::default() }).await;
    let begun = (0..10_u32).map(|n| frame(HEADERS, END_HEADERS, 2 * n + 1, &head("POST", "/")));
    let stream = open(&secure).await;
    let (mut reader, mut writer) = split(stream);
    writer.write_all(&begun.flatten().collect::<Vec<u8>>()).await.unwrap();
    // SETTINGS say how many; those beyond are refused, one by one.
    let mut got = Vec::new();
    let refused = |got: &[u8]| frames(got).iter().filter(|(kind, _)| *kind == RST_STREAM).count();
    while refused(&got) < 7 {
        let mut chunk = [0; 4_096];
        let read = tokio::time::timeout(PATIENCE, reader.read(&mut chunk)).await.unwrap().unwrap();
        assert_ne!(read, 0, "{:?}", frames(&got));
        got.extend_from_slice(&chunk[..read]);
    }
    let all = frames(&got);
    assert!(
        all.iter()
            .any(|(kind, payload)| *kind == SETTINGS && payload.windows(6).any(|s| s == [0, 3, 0, 0, 0, 3]))
    );
    let reasons = all.iter().filter(|(kind, _)| *kind == RST_STREAM).map(|(_, reason)| reason[3]);
    assert!(reasons.clone().all(|reason| reason == 7), "REFUSED_STREAM: {:?}", reasons.collect::<Vec<_>>());
    secure.assert_well().await;
}

#[tokio::test]
async fn heads_are_limited() {
    let secure = Secure::new().await;
    for request in [
        Request::new("GET", "/_tenfold/health").header("x", &"y".repeat(70_000)),
        (0..200).fold(Request::new("GET", "/_tenfold/health"), |r, n| r.header(&format!("x-{n}"), "y")),
    ] {
        let mut client = secure.http2().await;
        match client.begin(&secure.house, &request).await {
            Ok(answer) => assert!([400, 431].contains(&answer.status().as_u16()), "{}", answer.status()),
            Err(error) => assert!(!error.is_user(), "{error}"),
        }
        secure.assert_well().await;
    }
}

/// CVE-2023-44487. A thousand requests that are cancelled at once cost the connection.
#[tokio::test]
async fn rapid_resets() {
    let secure = Secure::new().await;
    let slow = block(&[
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "localhost"),
        (":path", "/2015-03-31/functions/fn/invocations"),
    ]);
    let attack = (0..5_000_u32).map(|n| {
        let stream = 2 * n + 1;
        let reset = frame(RST_STREAM, 0, stream, &8_u32.to_be_bytes());
        [frame(HEADERS, END_HEADERS, stream, &slow), reset].concat()
    });
    let got = flood(open(&secure).await, attack).await.expect("it is closed");
    assert!(gone(&got).is_none_or(|reason| reason == 11), "ENHANCE_YOUR_CALM: {got:?}");
    secure.assert_well().await;
}

/// The same, slowly enough that each request is begun: our own count ends it.
#[tokio::test]
async fn a_client_that_only_cancels() {
    let secure = Secure::new().await;
    let mut stream = open(&secure).await;
    for n in 0..3_000_u32 {
        let begun =
            frame(HEADERS, END_HEADERS, 2 * n + 1, &head("POST", "/2015-03-31/functions/fn/invocations"));
        let reset = frame(RST_STREAM, 0, 2 * n + 1, &8_u32.to_be_bytes());
        if round_trip(&mut stream, &begun).await.is_none() || round_trip(&mut stream, &reset).await.is_none()
        {
            assert!(n >= 50, "{n} are few");
            return secure.assert_well().await;
        }
    }
    panic!("nobody minds");
}

/// Sends frames, and waits for the answer to a PING after them; `None` where the connection ends.
async fn round_trip(stream: &mut TlsStream<TcpStream>, frames_: &[u8]) -> Option<()> {
    stream.write_all(&[frames_, &frame(PING, 0, 0, &[1; 8])].concat()).await.ok()?;
    stream.flush().await.ok()?;
    let mut got = Vec::new();
    while !frames(&got).iter().any(|(kind, _)| *kind == PING) {
        let mut chunk = [0; 4_096];
        let read = tokio::time::timeout(PATIENCE, stream.read(&mut chunk)).await.unwrap().ok()?;
        got.extend_from_slice(chunk.get(..read).filter(|got| !got.is_empty())?);
    }
    Some(())
}

/// CVE-2024-27316. A head that never ends is cut when it is larger than a head may be.
#[tokio::test]
async fn a_flood_of_continuations() {
    let secure = Secure::new().await;
    let first = frame(HEADERS, END_STREAM, 1, &head("GET", "/"));
    let more = block(&[("x-filler", &"y".repeat(100))]).repeat(140);
    let attack = std::iter::once(first).chain((0..4_000).map(|_| frame(CONTINUATION, 0, 1, &more)));
    let got = flood(open(&secure).await, attack).await.expect("it is closed");
    assert!(!got.iter().any(|(kind, _)| *kind == DATA));
    secure.assert_well().await;
    // Empty ones have no size.
    let first = frame(HEADERS, END_STREAM, 1, &head("GET", "/"));
    let attack = std::iter::once(first).chain((0..200_000).map(|_| frame(CONTINUATION, 0, 1, &[])));
    flood(open(&secure).await, attack).await.expect("it is closed");
    secure.assert_well().await;
}

/// Frames that are to be answered, from a client that reads no answer: the server stops to read, and gives up in time.
#[tokio::test]
async fn floods_of_frames_that_ask_for_an_answer() {
    let secure = Secure::with(Limits { write_stall: Duration::from_millis(300), ..Limits::default() }).await;
    for one in [frame(PING, 0, 0, &[7; 8]), frame(SETTINGS, 0, 0, &[0, 3, 0, 0, 0, 9])] {
        let mut stream = open(&secure).await;
        let many = one.repeat(1_000);
        let attack = async {
            let mut sent = 0_usize;
            while stream.write_all(&many).await.is_ok() {
                sent += many.len();
                assert!(sent < 512 << 20, "it reads for ever");
            }
        };
        tokio::time::timeout(PATIENCE, attack).await.expect("it is given up");
        secure.assert_well().await;
    }
}

/// Frames that mean nothing keep a connection no longer than it may be idle.
#[tokio::test]
async fn frames_without_a_request_do_not_keep_a_connection() {
    let secure = Secure::with(Limits { head: Duration::from_millis(300), ..Limits::default() }).await;
    let priority = frame(PRIORITY, 0, 5, &[0, 0, 0, 0, 16]);
    let window = frame(WINDOW_UPDATE, 0, 0, &1_u32.to_be_bytes());
    let unknown = frame(0xfa, 0, 0, &[1; 100]);
    for one in [priority, window, unknown] {
        let mut stream = open(&secure).await;
        let attack = async {
            while stream.write_all(&one).await.is_ok() && stream.flush().await.is_ok() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(PATIENCE, attack).await.expect("it is closed");
    }
    // Neither does the silence of one that says nothing, not even the preface, nor half a head.
    for bytes in [
        &b""[..],
        PREFACE,
        &[PREFACE, &frame(SETTINGS, 0, 0, &[]), &frame(HEADERS, 0, 1, &head("GET", "/"))].concat(),
    ] {
        let mut stream = secure.connect("h2").await;
        stream.write_all(bytes).await.unwrap();
        let mut got = Vec::new();
        let ended = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut got)).await;
        assert!(ended.is_ok(), "{:?}", frames(&got));
    }
    secure.assert_well().await;
}

#[tokio::test]
async fn a_body_that_trickles_is_given_up() {
    let limits = Limits { body: Duration::from_millis(200), min_body_rate: 1 << 20, ..Limits::default() };
    let secure = Secure::with(limits).await;
    // To a URL for everybody, whose bodies are read.
    let url = host(crate::urls::OPEN);
    let begun =
        block(&[(":method", "POST"), (":scheme", "https"), (":authority", &url), (":path", "/plain")]);
    let first = frame(HEADERS, END_HEADERS, 1, &begun);
    // One byte now and then, and empty frames.
    let mut stream = open(&secure).await;
    stream.write_all(&first).await.unwrap();
    let (mut reader, mut writer) = split(stream);
    let trickle = async {
        loop {
            let bytes = [frame(DATA, 0, 1, b"x"), frame(DATA, 0, 1, b"")].concat();
            if writer.write_all(&bytes).await.is_err() || writer.flush().await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let answered = async {
        let mut got = Vec::new();
        while !frames(&got).iter().any(|(kind, _)| *kind == HEADERS || *kind == RST_STREAM) {
            let mut chunk = [0; 4_096];
            let read = reader.read(&mut chunk).await.unwrap();
            assert_ne!(read, 0);
            got.extend_from_slice(&chunk[..read]);
        }
    };
    tokio::time::timeout(PATIENCE, async {
        tokio::select! { () = trickle => panic!("cut"), () = answered => {} }
    })
    .await
    .expect("it is answered");
    assert!(secure.house.seen.calls.lock().unwrap().is_empty());
    secure.assert_well().await;
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up() {
    let secure = Secure::with(Limits { write_stall: Duration::from_millis(300), ..Limits::default() }).await;
    let mut stream = secure.connect("h2").await;
    // The client's windows are closed: it takes no byte of any answer, and answers every PING.
    let settings = frame(SETTINGS, 0, 0, &[0, 4, 0, 0, 0, 0]);
    let asked = frame(HEADERS, END_STREAM | END_HEADERS, 1, &head("GET", "/_tenfold/health"));
    stream.write_all(&[PREFACE, &settings, &asked].concat()).await.unwrap();
    let mut got = Vec::new();
    let given_up = async {
        while !frames(&got).iter().any(|(kind, _)| *kind == RST_STREAM || *kind == GOAWAY) {
            let mut chunk = [0; 4_096];
            let read = stream.read(&mut chunk).await.unwrap();
            if read == 0 {
                return;
            }
            got.extend_from_slice(&chunk[..read]);
        }
    };
    tokio::time::timeout(PATIENCE, given_up).await.expect("it is given up");
    secure.assert_well().await;
}

#[tokio::test]
async fn frames_that_break_the_rules_end_the_connection() {
    let secure = Secure::new().await;
    let oversized = [&[0, 0x80, 0, DATA, 0, 0, 0, 0, 1][..], &[0; 0x8000]].concat();
    for (what, bytes) in [
        ("a stream of the server's", get(2)),
        ("a stream that goes back", [get(5), get(3)].concat()),
        ("data of no stream", frame(DATA, 0, 0, b"x")),
        ("data of a stream that is idle", frame(DATA, 0, 9, b"x")),
        ("a continuation of nothing", frame(CONTINUATION, 0, 1, b"")),
        ("something within a head", [frame(HEADERS, 0, 1, b""), frame(PING, 0, 0, &[0; 8])].concat()),
        ("a frame that is too large", oversized),
        ("a window that overflows", frame(WINDOW_UPDATE, 0, 0, &0x7fff_ffff_u32.to_be_bytes())),
        ("a window of nothing", frame(WINDOW_UPDATE, 0, 0, &[0; 4])),
        ("SETTINGS of an odd size", frame(SETTINGS, 0, 0, b"x")),
        ("SETTINGS that cannot be", frame(SETTINGS, 0, 0, &[0, 4, 0xff, 0xff, 0xff, 0xff])),
        ("PING of an odd size", frame(PING, 0, 0, b"x")),
        ("HPACK of nothing known", frame(HEADERS, END_STREAM | END_HEADERS, 1, &[0xff; 16])),
        ("HPACK with a table beyond the limit", frame(HEADERS, 5, 1, &[0x3f, 0xff, 0xff, 0x7f])),
        ("no preface", b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(4)),
    ] {
        let got = flood(open(&secure).await, std::iter::once(bytes)).await;
        let got = got.unwrap_or_else(|| panic!("{what}: the connection stays"));
        assert!(gone(&got) != Some(0), "{what}: {got:?}");
        secure.assert_well().await;
    }
}

/// Requests that HTTP/2 forbids: a reset of the stream or a refusal, and never an operation.
#[tokio::test]
async fn requests_that_could_be_two_requests_in_http_1() {
    let secure = Secure::new().await;
    let invoke = "/2015-03-31/functions/fn/invocations";
    let base = [(":method", "POST"), (":scheme", "https"), (":authority", "localhost"), (":path", invoke)];
    for extra in [
        &[("transfer-encoding", "chunked")][..],
        &[("connection", "close")],
        &[("upgrade", "h2c")],
        &[("host", "elsewhere")],
        &[("x-a", "b\r\nhost: elsewhere")],
        &[("x-a\r\nb", "c")],
        &[("X-Upper", "c")],
        &[("content-length", "5")],
        &[("content-length", "x")],
        &[(":path", "/other")],
        &[(":authority", "elsewhere")],
        &[("x-a", "b"), (":late", "c")],
    ] {
        let headers: Vec<(&str, &str)> = base.iter().chain(extra).copied().collect();
        let mut stream = open(&secure).await;
        let request = frame(HEADERS, END_STREAM | END_HEADERS, 1, &block(&headers));
        stream.write_all(&request).await.unwrap();
        let mut got = Vec::new();
        let answered = async {
            loop {
                let all = frames(&got);
                if let Some((kind, payload)) =
                    all.iter().find(|(kind, _)| [HEADERS, RST_STREAM, GOAWAY].contains(kind))
                {
                    // 200 is one byte in HPACK.
                    assert!(*kind != HEADERS || payload.first() != Some(&0x88), "{extra:?}");
                    return;
                }
                let mut chunk = [0; 4_096];
                match stream.read(&mut chunk).await {
                    Ok(read @ 1..) => got.extend_from_slice(&chunk[..read]),
                    _ => return,
                }
            }
        };
        tokio::time::timeout(PATIENCE, answered).await.unwrap_or_else(|_| panic!("{extra:?}"));
    }
    assert!(secure.house.seen.contexts.lock().unwrap().is_empty());
    secure.assert_well().await;
}
