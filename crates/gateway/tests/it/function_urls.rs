//! Function URLs on the wire.

use crate::house::{Answer, House, NOW, ROOT, Request, SESSION, Sign};
use crate::people::{USER, document};
use crate::urls::{ABROAD, BLUE, BROKEN, CORS, DENIED, HALF, OPEN, ROLE, SHUT, SIGNED, TAGGED, host};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use gateway::{Limits, Mode};
use proptest::prelude::*;
use serde_json::json;
use std::sync::atomic::Ordering;
use std::time::Duration;

const FORBIDDEN: &str = r#"{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}"#;

fn to(id: &str, method: &'static str, target: &str) -> Request {
    Request::new(method, target).header("host", &host(id))
}

fn assert_refused(answer: &Answer, status: u16, code: &str, body: &str) {
    assert_eq!((answer.status, answer.text().as_str()), (status, body), "{}", answer.head);
    assert_eq!(answer.header("x-amzn-errortype"), Some(code));
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert!(answer.header("x-amzn-requestid").is_some_and(|id| id.len() == 36));
}

#[tokio::test]
async fn a_request_is_an_event_and_an_answer_a_response() {
    let house = House::signed().await;
    let request = to(OPEN, "POST", "/2015-03-31/functions/x/invocations?a=1").header("x-a", "b").body("hi");
    let answer = house.send(&request.header("content-type", "text/plain")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let event = answer.json();
    assert_eq!(
        (&event["rawPath"], &event["body"]),
        (&"/2015-03-31/functions/x/invocations".into(), &"hi".into())
    );
    assert_eq!(event["requestContext"]["http"]["sourceIp"], "127.0.0.1");
    assert_eq!(event["requestContext"]["domainPrefix"], OPEN);
    assert_eq!(event["requestContext"]["domainName"], format!("{OPEN}.lambda-url.us-east-1.localhost"));
    assert_eq!(event["headers"]["x-forwarded-for"], "127.0.0.1");
    assert_eq!(event["headers"]["x-forwarded-port"], "4566");
    assert_eq!(answer.header("x-amzn-requestid"), event["requestContext"]["requestId"].as_str());
    let trace = event["headers"]["x-amzn-trace-id"].as_str().unwrap();
    assert!(trace.starts_with("Root=1-6b05d5c9-"), "{trace}");
    assert_eq!(answer.header("x-amzn-trace-id"), Some(trace));
    let call = house.seen.calls.lock().unwrap().pop().unwrap();
    assert_eq!((call.now.0, &*call.trace_header), (NOW, trace));
    assert_eq!(call.function.to_string(), "arn:aws:lambda:us-east-1:123456789012:function:fn");
    assert!(house.seen.contexts.lock().unwrap().is_empty(), "no operation of the API was called");
}

#[tokio::test]
async fn one_connection_serves_urls_and_the_api() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    let binary = [0_u8, 255, 254, 10];
    for _ in 0..2 {
        let request = to(CORS, "PUT", "/binary").body(binary.to_vec()).header("origin", "https://page.test");
        connection.write(&request.bytes(house.address)).await;
        let answer = connection.read().await;
        assert_eq!((answer.status, &answer.body[..]), (203, &binary[..]));
        assert_eq!(answer.header("content-type"), Some("image/png"));
        assert_eq!(answer.head.matches("set-cookie: ").count(), 2, "{}", answer.head);
        assert_eq!(answer.head.matches("access-control-allow-origin: https://page.test").count(), 1);
        assert_eq!(answer.head.matches("access-control-allow-origin").count(), 1, "{}", answer.head);
        connection.write(&Request::invoke("fn", "1").bytes(house.address)).await;
        assert_eq!(connection.read().await.status, 200);
        connection.write(&to(OPEN, "HEAD", "/plain").bytes(house.address)).await;
        let answer = connection.read().await;
        assert_eq!((answer.status, answer.body.len()), (200, 0));
    }
    let calls = house.seen.calls.lock().unwrap();
    assert_eq!(calls[0].function.to_string(), "arn:aws:lambda:us-east-1:123456789012:function:fn:live");
    assert_eq!(calls.len(), 4);
}

#[tokio::test]
async fn failures_of_functions() {
    let house = House::signed().await;
    for path in ["/fail", "/bad", "/interrupted", "/panic"] {
        let answer = house.send(&to(OPEN, "GET", path)).await;
        assert_eq!((answer.status, answer.text().as_str()), (502, "Internal Server Error"), "{path}");
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
    let throttled = house.send(&to(OPEN, "GET", "/throttled")).await;
    assert_refused(
        &throttled,
        429,
        "TooManyRequestsException",
        r#"{"Reason":"ConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}"#,
    );
    let gone = house.send(&to(OPEN, "GET", "/gone")).await;
    assert_refused(&gone, 403, "AccessDeniedException", r#"{"Message":null}"#);
    assert_eq!(house.send(&to(BROKEN, "GET", "/")).await.status, 500);
    let plain = house.send(&to(OPEN, "OPTIONS", "/plain")).await;
    assert_eq!((plain.status, plain.text().as_str()), (200, r#"{"plain":true}"#));
    house.assert_well().await;
}

#[tokio::test]
async fn urls_that_are_not_there() {
    let house = House::signed().await;
    for host in [
        host("none0000000000000000000000000000"),
        host("short"),
        host(OPEN).replace("us-east-1", "eu-west-1"),
        host(OPEN).replace("us-east-1", "US_EAST_1"),
    ] {
        let answer = house.send(&Request::new("POST", "/").header("host", &host).body("x")).await;
        assert_refused(&answer, 403, "AccessDeniedException", r#"{"Message":null}"#);
        // A signed request of the API is none at such a host either.
        let answer = house.send(&Request::invoke("fn", "1").header("host", &host)).await;
        assert_refused(&answer, 403, "AccessDeniedException", r#"{"Message":null}"#);
    }
    assert!(house.seen.contexts.lock().unwrap().is_empty());
}

#[tokio::test]
async fn both_permissions_are_needed() {
    let house = House::signed().await;
    for id in [HALF, SHUT] {
        let answer = house.send(&to(id, "GET", "/")).await;
        assert_refused(&answer, 403, "AccessDeniedException", FORBIDDEN);
        // A signature is no help where none is asked for.
        let answer = house.send(&to(id, "GET", "/").signed(ROOT)).await;
        assert_refused(&answer, 403, "AccessDeniedException", FORBIDDEN);
    }
    assert!(house.seen.calls.lock().unwrap().is_empty());
}

#[tokio::test]
async fn signed_urls() {
    let house = House::signed().await;
    house.seen.people.may("role", "r", &[], None);
    let post = |id, sign| to(id, "POST", "/a%20b/?x=%2F&y=1").body("payload").signed(sign);
    for (id, sign, user) in [
        (SIGNED, ROOT, "arn:aws:iam::123456789012:root"),
        (ROLE, ROOT, "arn:aws:iam::123456789012:root"),
        (ROLE, SESSION, "arn:aws:sts::123456789012:assumed-role/r/fn"),
        (ABROAD, ROOT, "arn:aws:iam::123456789012:root"),
    ] {
        let answer = house.send(&post(id, sign)).await;
        assert_eq!(answer.status, 200, "{id}: {}", answer.text());
        let event = answer.json();
        assert_eq!(event["requestContext"]["authorizer"]["iam"]["userArn"], user);
        assert_eq!(event["headers"].get("authorization"), None);
        let account = if id == ABROAD { "999999999999" } else { "123456789012" };
        assert_eq!(event["requestContext"]["accountId"], account);
    }
    let ran = house.seen.calls.lock().unwrap().len();
    for request in [
        to(SIGNED, "GET", "/"),
        to(SIGNED, "GET", "/").header("authorization", "Bearer x"),
        post(SIGNED, SESSION),
        post(DENIED, ROOT),
        // In another account a caller's own rights are not enough, nor is the policy without them.
        post(ABROAD, SESSION),
    ] {
        assert_refused(&house.send(&request).await, 403, "AccessDeniedException", FORBIDDEN);
    }
    let tampered = |change: fn(&mut Request)| {
        let unsigned = post(SIGNED, ROOT);
        let head = unsigned.head(house.address, None);
        let find = |name: &str| head.lines().find_map(|l| l.strip_prefix(name)).map(str::to_owned);
        let mut request = unsigned.unsigned();
        for name in ["authorization: ", "x-amz-date: "] {
            request = request.header(name.trim_end_matches(": "), &find(name).unwrap());
        }
        change(&mut request);
        request
    };
    assert_eq!(house.send(&tampered(|_| ())).await.status, 200, "as it was signed");
    for (request, code) in [
        (post(SIGNED, Sign { secret: "guess", ..ROOT }), "InvalidSignatureException"),
        (post(SIGNED, Sign { region: "eu-west-1", ..ROOT }), "InvalidSignatureException"),
        (post(SIGNED, Sign { service: "execute-api", ..ROOT }), "InvalidSignatureException"),
        (post(SIGNED, Sign { at: NOW - 3_600_000, ..ROOT }), "InvalidSignatureException"),
        (post(SIGNED, Sign { key: "AKIDNOBODY", ..ROOT }), "UnrecognizedClientException"),
        (tampered(|request| request.body = "other".into()), "InvalidSignatureException"),
        (tampered(|request| request.target.push_str("&z")), "InvalidSignatureException"),
        (tampered(|request| request.headers[0].1 = host(ROLE)), "InvalidSignatureException"),
    ] {
        let answer = house.send(&request).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert_eq!(answer.header("x-amzn-errortype"), Some(code), "{}", answer.text());
    }
    assert_eq!(house.seen.calls.lock().unwrap().len(), ran + 1);
}

#[tokio::test]
async fn who_names_a_key_is_not_told_what_its_owner_may() {
    let house = House::signed().await;
    let send = async |sign: Sign| house.send(&to(SIGNED, "POST", "/x").body("1").signed(sign)).await;
    let guessed = Sign { secret: "guess", ..USER };
    let all = document("Allow", "lambda:*", "*", json!({}));
    let mut told = Vec::new();
    for (policies, status) in [(vec![], 403), (vec![all], 200)] {
        house.seen.people.may("user", "u", &policies, None);
        let forged = send(guessed.clone()).await;
        assert_eq!(forged.header("x-amzn-errortype"), Some("InvalidSignatureException"), "{}", forged.text());
        told.push((forged.status, forged.text().split(':').next().map(str::to_owned)));
        let own = send(USER).await;
        assert_eq!(own.status, status, "{}", own.text());
        let refused = own.header("x-amzn-errortype");
        assert_eq!(refused, (status == 403).then_some("AccessDeniedException"));
    }
    assert_eq!(told[0], told[1]);
    // Where the head declares the body's hash, it proves enough for both.
    let declared = |sign| {
        let hash = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
        to(SIGNED, "POST", "/x").header("x-amz-content-sha256", hash).body("1").signed(sign)
    };
    assert_eq!(house.send(&declared(USER)).await.status, 200);
    house.seen.people.may("user", "u", &[], None);
    assert_refused(&house.send(&declared(USER)).await, 403, "AccessDeniedException", FORBIDDEN);
    let forged = house.send(&declared(guessed)).await;
    assert_eq!(forged.header("x-amzn-errortype"), Some("InvalidSignatureException"));
}

/// The functions here have a tag `team`, which is `red`.
#[tokio::test]
async fn conditions_at_urls_know_what_those_of_the_api_know() {
    let house = House::signed().await;
    let people = &house.seen.people;
    for (condition, may) in [
        (json!({ "StringEquals": { "aws:ResourceTag/team": "red" } }), true),
        (json!({ "StringEquals": { "aws:ResourceTag/team": "blue" } }), false),
        (json!({ "StringEquals": { "aws:PrincipalTag/team": "blue", "aws:username": "u" } }), true),
        (json!({ "StringEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" } }), true),
        (json!({ "Bool": { "lambda:InvokedViaFunctionUrl": "true" } }), true),
        (json!({ "ArnLike": { "lambda:FunctionArn": "arn:aws:lambda:*:*:function:fn" } }), true),
        (json!({ "StringEquals": { "aws:ResourceAccount": "123456789012" } }), true),
        (json!({ "IpAddress": { "aws:SourceIp": "127.0.0.0/8" } }), true),
        (json!({ "StringEquals": { "aws:SourceVpc": "vpc-1" } }), false),
    ] {
        people.may("user", "u", &[document("Allow", "lambda:*", "*", condition.clone())], None);
        let answer = house.send(&to(SIGNED, "POST", "/x").body("1").signed(USER)).await;
        assert_eq!(answer.status, if may { 200 } else { 403 }, "{condition}");
    }
    // In the function's own policy.
    people.may("role", "r", &[], None);
    assert_eq!(house.send(&to(TAGGED, "GET", "/").signed(crate::people::ROLE)).await.status, 403);
    people.tag("role", "r", "side", "red");
    assert_eq!(house.send(&to(TAGGED, "GET", "/").signed(crate::people::ROLE)).await.status, 200);
    assert_eq!(house.send(&to(BLUE, "GET", "/")).await.status, 403);
}

#[tokio::test]
async fn preflights_do_not_reach_the_function() {
    let house = House::signed().await;
    let ask = |method: &str| {
        to(CORS, "OPTIONS", "/x")
            .header("origin", "https://page.test")
            .header("access-control-request-method", method)
            .header("access-control-request-headers", "x-a")
    };
    let answer = house.send(&ask("GET")).await;
    assert_eq!((answer.status, answer.body.len()), (200, 0));
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://page.test"));
    assert_eq!(answer.header("access-control-allow-methods"), Some("GET"));
    let answer = house.send(&ask("PUT")).await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, None));
    assert!(house.seen.calls.lock().unwrap().is_empty());
    // Errors too can be read by the page.
    let answer = house.send(&to(CORS, "GET", "/fail").header("origin", "https://page.test")).await;
    assert_eq!(
        (answer.status, answer.header("access-control-allow-origin")),
        (502, Some("https://page.test"))
    );
}

#[tokio::test]
async fn development_mode() {
    let house = House::dev().await;
    let page = |id| to(id, "GET", "/").header("origin", "https://page.test");
    assert_eq!(house.send(&page(OPEN)).await.status, 200, "a URL for everybody is for pages too");
    assert_eq!(house.send(&page(SIGNED)).await.status, 403, "nobody else's page may be root here");
    // Any key is taken, for the account that it names.
    let any = Sign { key: "123456789012", secret: "x", ..ROOT };
    assert_eq!(house.send(&to(SIGNED, "GET", "/").signed(any)).await.status, 200);
    assert_eq!(house.send(&to(SIGNED, "GET", "/")).await.status, 403, "of another account");
    let elsewhere = host(SIGNED).replace("localhost", "evil.test");
    assert_eq!(house.send(&Request::new("GET", "/").header("host", &elsewhere)).await.status, 403);
    assert_eq!(house.send(&to(SHUT, "GET", "/")).await.status, 403, "the policy counts");
}

#[tokio::test]
async fn bodies_have_the_limit_of_payloads() {
    let house = House::signed().await;
    let text =
        |size: usize| to(OPEN, "POST", "/plain").header("content-type", "text/plain").body(vec![b'x'; size]);
    assert_eq!(house.send(&text(6_000_000)).await.status, 200);
    let message = "Request must be smaller than 6291456 bytes for the InvokeFunction operation";
    // Too large as it is; too large as an event; too large in base64.
    let binary = to(OPEN, "POST", "/plain").body(vec![0; 4_800_000]);
    for request in [text(6_291_457), text(6_291_456), binary] {
        let answer = house.send(&request).await;
        assert_eq!((answer.status, answer.json()["message"].as_str()), (413, Some(message)));
        assert_eq!(answer.header("x-amzn-errortype"), Some("RequestEntityTooLargeException"));
    }
    assert_eq!(house.seen.calls.lock().unwrap().len(), 1);
    let fits = vec![7; 4_500_000];
    let answer = house.send(&to(OPEN, "POST", "/binary").body(fits.clone())).await;
    assert_eq!((answer.status, answer.body.len()), (203, fits.len()));
    let call = house.seen.calls.lock().unwrap().pop().unwrap();
    let event: serde_json::Value = serde_json::from_slice(&call.event).unwrap();
    assert_eq!(BASE64.decode(event["body"].as_str().unwrap()).unwrap(), fits);
}

#[tokio::test]
async fn hostile_hosts_and_targets() {
    let house = House::signed().await;
    let open = host(OPEN);
    let http =
        |target: &str, headers: &str| format!("GET {target} HTTP/1.1\r\n{headers}connection: close\r\n\r\n");
    let many: String = (0..500).map(|n| format!("x-{n}: y\r\n")).collect();
    for (request, status) in [
        (http("/x", &format!("host: {open}\r\n")), 200),
        (http(&format!("http://{open}/x"), &format!("host: {open}\r\n")), 200),
        (http("/%ff%zz?%=%", &format!("host: {open}\r\n")), 200),
        (http("/x", &format!("host: {}\r\n", open.to_uppercase())), 200),
        (http("/x", &format!("host: {open}\r\nhost: {open}\r\n")), 400),
        (http("/x", &format!("host: {open}\r\nhost: localhost\r\n")), 400),
        (http(&format!("http://{open}/x"), "host: localhost\r\n"), 400),
        (http(&format!("http://{open}/x"), &format!("host: {}\r\n", host(SIGNED))), 400),
        (http("/x", &format!("host: {open}\r\n{many}")), 431),
        (http("/x", &format!("host: {open}\r\nx: {}\r\n", "y".repeat(200_000))), 431),
        (http(&format!("/{}", "y".repeat(70_000)), &format!("host: {open}\r\n")), 414),
        (format!("GET /x HTTP/1.0\r\nhost: {open}\r\n\r\n"), 200),
    ] {
        let mut connection = house.connect().await;
        connection.write(request.as_bytes()).await;
        let answer = connection.try_read().await.map(|answer| answer.status);
        assert!(
            answer.is_none_or(|got| got == status || got >= 400 && status >= 414),
            "{answer:?} {request:.90}"
        );
        assert!(answer.is_some() || status > 400, "{request:.90}");
        house.assert_well().await;
    }
    // What is no valid UTF-8 in a header reaches the function as it can.
    let mut connection = house.connect().await;
    let request =
        [format!("GET /x HTTP/1.1\r\nhost: {open}\r\nx-a: ").as_bytes(), b"\xff\xfe\r\n\r\n"].concat();
    connection.write(&request).await;
    assert_eq!(connection.read().await.json()["headers"]["x-a"], "\u{ff}\u{fe}");
}

#[tokio::test]
async fn answers_without_a_body_leave_the_connection_in_order() {
    let house = House::signed().await;
    let mut connection = house.connect().await;
    for (method, path, status) in
        [("GET", "/empty", 204), ("GET", "/unchanged", 304), ("HEAD", "/x", 200), ("POST", "/empty", 204)]
    {
        connection.write(&to(OPEN, method, path).body("x").bytes(house.address)).await;
        let answer = connection.read().await;
        assert_eq!((answer.status, answer.body.len()), (status, 0), "{}", answer.head);
        connection.write(&to(OPEN, "GET", "/plain").bytes(house.address)).await;
        assert_eq!(connection.read().await.text(), r#"{"plain":true}"#, "after {method} {path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_request_to_a_url_is_answered_or_cut(
        target in "/[!-~]{0,40}",
        headers in "([a-z-]{1,20}: [ -~]{0,60}\r\n){0,8}",
        body in proptest::collection::vec(any::<u8>(), 0..300),
        id in proptest::sample::select(vec![OPEN, CORS, SIGNED, "x"]),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let house = House::signed().await;
            let mut connection = house.connect().await;
            let head = format!(
                "POST {target} HTTP/1.1\r\nhost: {}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n",
                host(id),
                body.len()
            );
            connection.write(&[head.as_bytes(), &body].concat()).await;
            if let Some(answer) = connection.try_read().await {
                prop_assert!(answer.status < 500 || target.starts_with("/panic"), "{}", answer.text());
            }
            house.assert_well().await;
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn a_client_that_leaves_does_not_stop_the_function() {
    let house = House::new(Mode::Signed, Limits::default()).await;
    let mut connection = house.connect().await;
    connection.write(&to(OPEN, "GET", "/slow").bytes(house.address)).await;
    house.seen.began.notified().await;
    drop(connection);
    house.slow.add_permits(1);
    assert!(house.gateway.drained(Duration::from_secs(20)).await);
    assert_eq!(house.seen.ended.load(Ordering::SeqCst), 1);
}
