//! Development mode.

use crate::house::{House, ROOT, Request, SESSION, Sign, gateway, listening};
use gateway::{Limits, Mode, ServeError, serve, serve_sandbox};
use tokio::net::TcpListener;

#[tokio::test]
async fn any_key_is_taken() {
    let house = House::dev().await;
    for (sign, account, region) in [
        (Some(Sign { key: "test", secret: "test", ..ROOT }), "000000000000", "us-east-1"),
        (
            Some(Sign { key: "111122223333", secret: "x", region: "eu-central-1", ..ROOT }),
            "111122223333",
            "eu-central-1",
        ),
        (None, "000000000000", "us-east-1"),
    ] {
        let request = Request { sign, ..Request::invoke("fn", "1") };
        assert_eq!(house.send(&request).await.status, 200);
        let context = house.seen.contexts.lock().unwrap().pop().unwrap();
        assert_eq!((context.scope.account.as_str(), context.scope.region.as_str()), (account, region));
        assert_eq!(context.caller.arn, format!("arn:aws:iam::{account}:root"));
    }
}

#[tokio::test]
async fn a_function_is_itself_and_may_do_everything() {
    let house = House::dev().await;
    assert_eq!(house.send(&Request::invoke("other", "1").signed(SESSION)).await.status, 200);
    let context = house.seen.contexts.lock().unwrap().pop().unwrap();
    assert_eq!(context.caller.arn, "arn:aws:sts::123456789012:assumed-role/r/fn");
    let forged = Request::invoke("other", "1").signed(Sign { secret: "guess", ..SESSION });
    assert_eq!(house.send(&forged).await.status, 403, "a key that is known is still verified");
}

#[tokio::test]
async fn web_pages_are_kept_out() {
    let house = House::dev().await;
    let invoke = || Request::invoke("fn", "1").unsigned();
    for request in [
        invoke().header("origin", "http://evil.test"),
        invoke().header("sec-fetch-site", "cross-site"),
        invoke().header("host", "evil.test:4566"),
        Request::new("GET", "/_tenfold/health").header("host", "evil.test"),
        Request::new("GET", "/?Action=GetCallerIdentity&Version=2011-06-15")
            .header("sec-fetch-site", "cross-site"),
        Request::new("OPTIONS", "/2015-03-31/functions").header("origin", "http://evil.test"),
    ] {
        let answer = house.send(&request).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert!(!answer.head.to_ascii_lowercase().contains("access-control"), "{}", answer.head);
    }
    assert!(house.seen.contexts.lock().unwrap().is_empty());
    for host in ["localhost:4566", "tenfold.test", "localhost.localstack.cloud:4566"] {
        assert_eq!(house.send(&invoke().header("host", host)).await.status, 200, "{host}");
    }
}

#[tokio::test]
async fn it_is_served_on_loopback_only() {
    let everywhere = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let (dev, ..) = gateway(Mode::Dev, Limits::default());
    let error = serve(dev, listening(everywhere, None), std::future::pending()).await.unwrap_err();
    assert!(matches!(error, ServeError::NotLoopback(_)), "{error}");
}

#[tokio::test]
async fn a_sandbox_has_a_listener_of_its_own() {
    let house = House::dev().await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let gateway = std::sync::Arc::clone(&house.gateway);
    let served = tokio::spawn(serve_sandbox(
        gateway,
        listener,
        "function fn".into(),
        || Some(Box::new(())),
        async move {
            drop(stopped.await);
        },
    ));
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    drop(stream);
    drop(stop);
    served.await.unwrap().unwrap();
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "the port is free again");
    house.assert_well().await;
}
