//! Against stand-ins that speak HTTP byte by byte, well and badly.

use super::*;
use crate::Endpoint;
use crate::stand_in::{answer, answering, client, credentials, endpoint, region};
use aws_wire::sigv4::Credentials;
use domain::AccountId;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

fn objects(endpoint: Endpoint, credentials: Option<Credentials>) -> S3Objects {
    S3Objects::new(client(endpoint, credentials))
}

fn scope() -> Scope {
    Scope::new(AccountId::new("000000000000").unwrap(), region())
}

fn object(key: &str, version: Option<&str>) -> ObjectRef {
    ObjectRef { bucket: "bucket".to_owned(), key: key.to_owned(), version: version.map(str::to_owned) }
}

async fn get(endpoint: Endpoint, at_most: u64) -> Result<Bytes, ObjectError> {
    objects(endpoint, None).get(&scope(), &object("k", None), at_most).await
}

fn ok(body: &str) -> String {
    answer("200 OK", body)
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
    let wanted = object("a b/ü+&?#%2F/c.zip", Some("v 1/=&"));
    let got = objects(endpoint.clone(), Some(credentials())).get(&scope(), &wanted, 3).await;
    assert_eq!(got, Ok(Bytes::from_static(b"zip")));

    let (line, parts, presented) = served.await.unwrap().verified("s3");
    assert_eq!(line, "GET /bucket/a%20b/%C3%BC%2B%26%3F%23%252F/c.zip?versionId=v%201%2F%3D%26");
    assert_eq!(parts.headers["host"], endpoint.authority.as_str());
    assert_eq!(
        (presented.access_key_id.as_str(), presented.scope.region.as_str()),
        ("AKIASERVER", "eu-west-1")
    );
    assert_eq!(presented.session_token.as_deref(), Some("a token"));
}

#[tokio::test]
async fn an_object_is_written() {
    let (endpoint, served) = answering("HTTP/1.1 200 OK\r\nETag: \"e\"\r\nContent-Length: 0\r\n\r\n").await;
    let body = Bytes::from_static(b"{\"a\":1}");
    let written =
        objects(endpoint, Some(credentials())).put_json(&region(), "bucket", "a b/c", body.clone()).await;
    assert_eq!(written, Ok(()));
    let got = served.await.unwrap();
    let (line, parts, _) = got.verified("s3");
    assert_eq!((line.as_str(), got.body), ("PUT /bucket/a%20b/c", body.to_vec()));
    assert_eq!(parts.headers["content-type"], "application/json");

    let nobody = || objects(Endpoint::parse("http://127.0.0.1:1").unwrap(), None);
    for (bucket, key) in [("..", "k"), ("", "k"), ("b", "../k")] {
        let written = nobody().put_json(&region(), bucket, key, body.clone()).await;
        assert!(matches!(written, Err(CallError::Refused { .. })), "{written:?}");
    }
    let (endpoint, _served) = answering(ok("<html>")).await;
    let written = objects(endpoint, None).put_json(&region(), "bucket", "k", body.clone()).await;
    assert_eq!(written, Err(CallError::unavailable("it answered 200 without an ETag, which S3 does not")));
    let (endpoint, _served) =
        answering(answer("404 x", "<Code>NoSuchBucket</Code><Message>m</Message>")).await;
    let written = objects(endpoint, None).put_json(&region(), "bucket", "k", body).await;
    assert_eq!(written, Err(CallError::refused("NoSuchBucket", "m")));
}

#[tokio::test]
async fn without_credentials_nothing_is_signed() {
    let (endpoint, served) = answering(ok("zip")).await;
    assert_eq!(get(endpoint, 3).await, Ok(Bytes::from_static(b"zip")));
    let head = served.await.unwrap().head.to_lowercase();
    assert!(head.starts_with("get /bucket/k http/1.1\r\n") && !head.contains("authorization"), "{head}");
}

#[tokio::test]
async fn keys_that_a_proxy_may_take_for_others_are_not_asked_for() {
    // Nobody listens there: an answer shows that nobody was asked.
    let nobody = Endpoint::parse("http://127.0.0.1:1").unwrap();
    for key in ["..", "../other/k", "a/../../other/k", "a/.", "./a"] {
        let got = objects(nobody.clone(), None).get(&scope(), &object(key, None), 3).await;
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
