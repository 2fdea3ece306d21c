//! Against stand-ins that speak HTTP byte by byte, well and badly.

use super::*;
use aws_wire::sigv4::{self, Credentials, Secret};
use domain::{AccountId, Clock, Region, Timestamp};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

const NOW: Timestamp = Timestamp(1_795_544_521_000);
const SECRET: &str = "the server's secret";

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> Timestamp {
        NOW
    }
}

/// An endpoint whose one connection a test plays; the request's head is its result.
async fn endpoint<F>(play: impl FnOnce(TcpStream) -> F + Send + 'static) -> (Endpoint, JoinHandle<String>)
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = Endpoint::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        play(stream).await;
        String::from_utf8(head).unwrap()
    });
    (endpoint, served)
}

async fn answering(bytes: impl Into<Vec<u8>>) -> (Endpoint, JoinHandle<String>) {
    let bytes = bytes.into();
    endpoint(async move |mut stream| {
        // The other side may have heard enough.
        let _ = stream.write_all(&bytes).await;
    })
    .await
}

fn objects(endpoint: Endpoint, credentials: Option<Credentials>) -> S3Objects {
    S3Objects::new(S3Options { endpoint, region: None, credentials }, Arc::new(Fixed)).unwrap()
}

fn object(key: &str, version: Option<&str>) -> ObjectRef {
    ObjectRef { bucket: "bucket".to_owned(), key: key.to_owned(), version: version.map(str::to_owned) }
}

async fn get(endpoint: Endpoint, at_most: u64) -> Result<Bytes, ObjectError> {
    let scope = Scope::new(AccountId::new("000000000000").unwrap(), Region::new("eu-west-1").unwrap());
    objects(endpoint, None).get(&scope, &object("k", None), at_most).await
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn unavailable(result: &Result<Bytes, ObjectError>) -> &str {
    match result {
        Err(ObjectError::Unavailable(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_request_is_signed_for_the_region_and_says_exactly_which_object() {
    let (endpoint, served) = answering(ok("zip")).await;
    let credentials = Credentials {
        access_key_id: "AKIASERVER".to_owned(),
        secret: Secret::new(SECRET),
        session_token: Some("a token".to_owned()),
    };
    let scope = Scope::new(AccountId::new("000000000000").unwrap(), Region::new("eu-west-1").unwrap());
    let wanted = object("a b/ü+&?#%2F/c.zip", Some("v 1/=&"));
    let got = objects(endpoint.clone(), Some(credentials)).get(&scope, &wanted, 3).await;
    assert_eq!(got, Ok(Bytes::from_static(b"zip")));

    let head = served.await.unwrap();
    let (line, headers) = head.split_once("\r\n").unwrap();
    let target = line.strip_prefix("GET ").unwrap().strip_suffix(" HTTP/1.1").unwrap();
    assert_eq!(target, "/bucket/a%20b/%C3%BC%2B%26%3F%23%252F/c.zip?versionId=v%201%2F%3D%26");
    let mut request = http::Request::get(target);
    for header in headers.lines().filter(|line| !line.is_empty()) {
        let (name, value) = header.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    let (parts, ()) = request.body(()).unwrap().into_parts();
    assert_eq!(parts.headers["host"], endpoint.authority.as_str());
    assert!(!head.contains(SECRET));
    let presented = sigv4::parse(&parts).unwrap();
    assert_eq!(
        (presented.access_key_id.as_str(), presented.scope.region.as_str()),
        ("AKIASERVER", "eu-west-1")
    );
    assert_eq!(presented.session_token.as_deref(), Some("a token"));
    presented.verify(&parts, b"", &Secret::new(SECRET), NOW, "s3").unwrap();
    assert!(presented.verify(&parts, b"", &Secret::new("another"), NOW, "s3").is_err());
}

#[tokio::test]
async fn without_credentials_nothing_is_signed() {
    let (endpoint, served) = answering(ok("zip")).await;
    assert_eq!(get(endpoint, 3).await, Ok(Bytes::from_static(b"zip")));
    let head = served.await.unwrap().to_lowercase();
    assert!(head.starts_with("get /bucket/k http/1.1\r\n") && !head.contains("authorization"), "{head}");
}

#[tokio::test]
async fn keys_that_a_proxy_may_take_for_others_are_not_asked_for() {
    // Nobody listens there: an answer shows that nobody was asked.
    let nobody = Endpoint::parse("http://127.0.0.1:1").unwrap();
    let scope = Scope::new(AccountId::new("000000000000").unwrap(), Region::new("eu-west-1").unwrap());
    for key in ["..", "../other/k", "a/../../other/k", "a/.", "./a"] {
        let got = objects(nobody.clone(), None).get(&scope, &object(key, None), 3).await;
        assert_eq!(got, Err(ObjectError::no_such_key()), "{key}");
    }
    assert!(unavailable(&get(nobody, 3).await).starts_with("cannot connect"));
}

#[tokio::test]
async fn too_much_is_not_read() {
    let (announced, _served) = answering("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n").await;
    assert_eq!(get(announced, 1 << 20).await, Err(ObjectError::TooLarge));

    let (endless, served) = endpoint(async |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").await.unwrap();
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x1_0000));
        // Ends when the other side has had enough.
        while stream.write_all(chunk.as_bytes()).await.is_ok() {}
    })
    .await;
    assert_eq!(get(endless, 1 << 20).await, Err(ObjectError::TooLarge));
    served.await.unwrap();

    let (error, served) = endpoint(async |mut stream| {
        stream.write_all(b"HTTP/1.1 403 no\r\nTransfer-Encoding: chunked\r\n\r\n").await.unwrap();
        stream.write_all(b"19\r\n<Code>AccessDenied</Code>\r\n").await.unwrap();
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x1_0000));
        while stream.write_all(chunk.as_bytes()).await.is_ok() {}
    })
    .await;
    let refused = get(error, 1 << 20).await;
    assert_eq!(refused, Err(ObjectError::refused("AccessDenied", "AccessDenied")));
    served.await.unwrap();
}

#[tokio::test]
async fn what_is_no_answer() {
    let large = "x".repeat(1 << 20);
    let many: String = (0..2_000).map(|n| format!("x-{n}: y\r\n")).collect();
    for (answer, says) in [
        (String::new(), "no answer"),
        ("SSH-2.0-OpenSSH_9.2\r\n".to_owned(), "no answer"),
        (format!("HTTP/1.1 200 OK\r\nx: {large}\r\n\r\n"), "no answer"),
        (format!("HTTP/1.1 200 OK\r\n{many}\r\n"), "no answer"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".to_owned(), "it broke off"),
        ("HTTP/1.1 204 No Content\r\n\r\n".to_owned(), "it answered 204"),
        (
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n".to_owned(),
            "it answered 302",
        ),
        ("HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n".to_owned(), "it answered 500"),
    ] {
        let (endpoint, _served) = answering(answer.clone()).await;
        let result = get(endpoint, 1 << 20).await;
        assert!(unavailable(&result).starts_with(says), "{answer:.60}: {result:?}");
    }
}

/// The clock stands still while anything happens and jumps ahead when nothing does.
#[tokio::test(start_paused = true)]
async fn silence_has_an_end() {
    let mute = endpoint(async |mut stream| drop(stream.read_u8().await)).await;
    assert_eq!(unavailable(&get(mute.0, 9).await), "no answer within 30 s");
    let halting = endpoint(async |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc").await.unwrap();
        drop(stream.read_u8().await);
    });
    assert_eq!(unavailable(&get(halting.await.0, 9).await), "it fell silent for 15 s");
    let dripping = endpoint(async |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n").await.unwrap();
        while stream.write_all(b"x").await.is_ok() {
            tokio::time::sleep(std::time::Duration::from_secs(10)).await;
        }
    });
    assert_eq!(unavailable(&get(dripping.await.0, 9_000).await), "no object within 60 s");
}
