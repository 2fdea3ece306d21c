//! Requests that reach no operation.

use crate::house::{House, ROOT, Request, Sign};

fn of_service(service: &'static str) -> Request {
    Request::new("POST", "/").signed(Sign { service, ..ROOT })
}

#[tokio::test]
async fn services_that_are_not_built_say_so_in_their_own_spelling() {
    let house = House::signed().await;
    let sqs = house.send(&of_service("sqs").header("x-amz-target", "AmazonSQS.ListQueues").body("{}")).await;
    assert_eq!((sqs.status, sqs.header("x-amzn-errortype")), (501, Some("NotImplementedException")));
    assert_eq!(sqs.json()["message"], "The service 'sqs' is not built in Tenfold yet.");
    assert_eq!(sqs.json()["__type"], "NotImplementedException");
    let ec2 = house.send(&of_service("ec2").body("Action=DescribeInstances")).await;
    assert!(
        ec2.text().starts_with("<ErrorResponse><Error><Type>Receiver</Type><Code>NotImpl"),
        "{}",
        ec2.text()
    );
    assert_eq!(ec2.header("content-type"), Some("text/xml"));
    let s3 = house.send(&Request::new("GET", "/bucket").signed(Sign { service: "s3", ..ROOT })).await;
    assert!(s3.text().contains("<Error><Code>NotImplementedException</Code>"), "{}", s3.text());
    for answer in [sqs, ec2, s3] {
        assert!(answer.header("x-amzn-requestid").is_some());
    }
}

#[tokio::test]
async fn operations_that_are_not_built_are_named() {
    let house = House::signed().await;
    let target = "/2025-11-30/functions/not%20a%20name/function-scaling-config";
    let answer = house.send(&Request::new("PUT", target).body("{}").signed(ROOT)).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (501, Some("NotImplementedException")));
    assert!(answer.text().contains("PutFunctionScalingConfig"), "{}", answer.text());
    assert!(house.seen.contexts.lock().unwrap().is_empty());
}

#[tokio::test]
async fn operations_that_are_not_known() {
    let house = House::signed().await;
    let none = house.send(&Request::new("GET", "/2015-03-31/nothing").signed(ROOT)).await;
    assert_eq!(none.status, 404, "{}", none.text());
    let nobody = house.send(&Request::new("GET", "/")).await;
    assert_eq!(
        (nobody.status, nobody.json()["message"].as_str()),
        (403, Some("Missing Authentication Token"))
    );
}

#[tokio::test]
async fn there_is_no_cors() {
    let house = House::signed().await;
    let answer =
        house.send(&Request::new("OPTIONS", "/2015-03-31/functions").header("origin", "http://a.test")).await;
    assert_eq!(answer.status, 403);
    assert!(!answer.head.to_ascii_lowercase().contains("access-control"));
}

#[tokio::test]
async fn downloads_need_no_other_credentials() {
    let house = House::signed().await;
    let zip = house.send(&Request::new("GET", "/_tenfold/code/zip")).await;
    assert_eq!(
        (zip.status, zip.header("content-type"), zip.text().as_str()),
        (200, Some("application/zip"), "PK")
    );
    assert_eq!(zip.header("accept-ranges"), Some("bytes"));
    let part = |range: &str| Request::new("GET", "/_tenfold/code/zip").header("range", range);
    let second = house.send(&part("bytes=1-5")).await;
    assert_eq!((second.status, second.header("content-range")), (206, Some("bytes 1-1/2")));
    assert_eq!(second.text(), "K");
    let outside = house.send(&part("bytes=2-")).await;
    assert_eq!((outside.status, outside.header("content-range")), (416, Some("bytes */2")));
    assert!(outside.text().contains("<Code>InvalidRange</Code>"), "{}", outside.text());
    let head = house.send(&Request::new("HEAD", "/_tenfold/code/other")).await;
    assert_eq!((head.status, head.text().as_str()), (403, ""));
    let refused = house.send(&Request::new("GET", "/_tenfold/code/other")).await;
    assert_eq!(refused.status, 403);
    assert!(refused.text().contains("<Message>&lt;no &amp; never&gt;</Message>"), "{}", refused.text());
    assert_eq!(house.send(&Request::new("PUT", "/_tenfold/code/zip")).await.status, 405);
}
