//! Who is let in, and what they may do.

use crate::house::{ACCOUNT, House, NOW, ROOT, Request, SESSION, Sign};

#[tokio::test]
async fn a_signed_request_is_carried_out_in_its_account_and_region() {
    let house = House::signed().await;
    let answer = house.send(&Request::invoke("fn", "{\"a\":1}")).await;
    assert_eq!((answer.status, answer.text().as_str()), (200, "{\"a\":1}"));
    let context = house.seen.contexts.lock().unwrap()[0].clone();
    assert_eq!(answer.header("x-amzn-requestid"), Some(&*context.request_id));
    assert_eq!(context.scope.account.as_str(), ACCOUNT);
    assert_eq!(context.scope.region.as_str(), "us-east-1");
    assert_eq!(&*context.endpoint, format!("http://{}", house.address));
    assert_eq!(context.caller.arn, "arn:aws:iam::123456789012:root");
    let europe = Request::invoke("fn", "1").signed(Sign { region: "eu-west-1", ..ROOT });
    assert_eq!(house.send(&europe).await.status, 200);
    assert_eq!(house.seen.contexts.lock().unwrap()[1].scope.region.as_str(), "eu-west-1");
}

#[tokio::test]
async fn the_second_request_of_a_key_is_verified_as_well() {
    let house = House::signed().await;
    for _ in 0..3 {
        assert_eq!(house.send(&Request::invoke("fn", "1")).await.status, 200);
        let forged = Request::invoke("fn", "1").signed(Sign { secret: "guess", ..ROOT });
        assert_eq!(house.send(&forged).await.status, 403, "a cached key is the right secret's");
    }
}

#[tokio::test]
async fn who_is_not_let_in() {
    let house = House::signed().await;
    let invoke = || Request::invoke("fn", "1");
    let session = |sign| invoke().signed(sign);
    for (request, code) in [
        (invoke().unsigned(), "MissingAuthenticationTokenException"),
        (invoke().signed(Sign { secret: "wrong", ..ROOT }), "InvalidSignatureException"),
        (invoke().signed(Sign { key: "AKIDNOBODY", ..ROOT }), "UnrecognizedClientException"),
        (invoke().signed(Sign { at: NOW - 16 * 60_000, ..ROOT }), "InvalidSignatureException"),
        (invoke().signed(Sign { at: NOW + 16 * 60_000, ..ROOT }), "InvalidSignatureException"),
        (invoke().signed(Sign { region: "mars-1", ..ROOT }), "InvalidSignatureException"),
        (invoke().signed(Sign { token: Some("x"), ..ROOT }), "UnrecognizedClientException"),
        (session(Sign { token: None, ..SESSION }), "UnrecognizedClientException"),
        (session(Sign { token: Some("other"), ..SESSION }), "UnrecognizedClientException"),
        (session(Sign { key: "ASIAEXPIRED", ..SESSION }), "ExpiredTokenException"),
        (invoke().unsigned().header("authorization", "AWS4-HMAC-SHA256 x"), "IncompleteSignatureException"),
        (invoke().unsigned().header("authorization", "Bearer t0ken"), "MissingAuthenticationTokenException"),
    ] {
        let answer = house.send(&request).await;
        let seen = (answer.status, answer.header("x-amzn-errortype"));
        assert_eq!(seen, (403, Some(code)), "{}", answer.text());
        assert!(answer.header("x-amzn-requestid").is_some());
        for secret in ["t0ken", "root/secret", "session-token", "session/secret"] {
            assert!(!answer.text().contains(secret) && !answer.head.contains(secret));
        }
    }
    assert!(house.seen.contexts.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_changed_body_does_not_fit_its_signature() {
    let house = House::signed().await;
    let request = Request::invoke("fn", "{\"a\":1}");
    let mut bytes = request.bytes(house.address);
    let at = bytes.len() - 2;
    bytes[at] = b'2';
    let mut connection = house.connect().await;
    connection.write(&bytes).await;
    assert_eq!(connection.read().await.status, 403);
}

#[tokio::test]
async fn a_signature_for_one_service_is_none_for_another() {
    let house = House::signed().await;
    // Signed for STS, with a path of Lambda: it is STS that it is for, which has no such request.
    let request = Request::invoke("fn", "1").signed(Sign { service: "sts", ..ROOT });
    assert_ne!(house.send(&request).await.status, 200);
    assert!(house.seen.contexts.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_function_may_ask_who_it_is_and_nothing_else() {
    let house = House::signed().await;
    let identity = Request::identity().signed(Sign { service: "sts", ..SESSION });
    let answer = house.send(&identity).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.text().contains("arn:aws:sts::123456789012:assumed-role/r/fn"), "{}", answer.text());
    let answer = house.send(&Request::invoke("other", "1").signed(SESSION)).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (403, Some("AccessDeniedException")));
    let text = "User: arn:aws:sts::123456789012:assumed-role/r/fn is not authorized to perform: lambda:InvokeFunction on \
                resource: arn:aws:lambda:us-east-1:123456789012:function:other because no identity-based policy allows \
                the lambda:InvokeFunction action";
    let json = answer.json();
    let message = json.get("Message").or_else(|| json.get("message")).unwrap();
    assert_eq!(message, text);
    let logs = Request::new("POST", "/")
        .header("x-amz-target", "Logs_20140328.DescribeLogGroups")
        .header("content-type", "application/x-amz-json-1.1")
        .body("{}")
        .signed(Sign { service: "logs", ..SESSION });
    let answer = house.send(&logs).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("AccessDeniedException")));
    assert_eq!(house.seen.contexts.lock().unwrap().len(), 1);
}
