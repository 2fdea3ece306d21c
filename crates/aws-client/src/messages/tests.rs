//! Requests byte by byte, and answers of endpoints that mean well and ill.

use super::*;
use crate::stand_in::{answer, answering, client, credentials, endpoint};
use domain::Timestamp;
use tokio::io::AsyncWriteExt;

const QUEUE: &str = "arn:aws:sqs:eu-west-1:111122223333:the-queue";
const TOPIC: &str = "arn:aws:sns:eu-west-1:111122223333:the-topic";
const BUS: &str = "arn:aws:events:eu-west-1:111122223333:event-bus/the-bus";
const FUNCTION: &str = "arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST";
const ATTRIBUTES: &[Attribute<'_>] = &[
    Attribute { name: "RequestID", kind: AttributeKind::String, value: "id" },
    Attribute { name: "ErrorCode", kind: AttributeKind::Number, value: "200" },
    Attribute { name: "ErrorMessage", kind: AttributeKind::String, value: "a&b \"c\" ü" },
];
const SENT: &str = "{\"MessageId\":\"m\",\"MD5OfMessageBody\":\"x\"}";
const PUBLISHED: &str = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>m\
    </MessageId></PublishResult></PublishResponse>";
const PUT: &str = "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e\"}]}";

fn event(resources: &'static [&'static str]) -> Event<'static> {
    let (source, detail_type) = ("lambda", "Lambda Function Invocation Result - Success");
    Event { at: Timestamp(1_573_754_885_568), source, detail_type, detail: "{\"a\":\"ü\"}", resources }
}

#[tokio::test]
async fn a_message_for_a_queue() {
    let (endpoint, served) = answering(answer("200 OK", SENT)).await;
    let url = endpoint.url();
    let sqs = Sqs::new(client(endpoint, Some(credentials())));
    assert_eq!(sqs.send(QUEUE, "{\"n\": 1}", ATTRIBUTES).await, Ok(()));
    let got = served.await.unwrap();
    let (line, parts, presented) = got.verified("sqs");
    assert_eq!((line.as_str(), presented.scope.region.as_str()), ("POST /", "eu-west-1"));
    assert_eq!(parts.headers["content-type"], "application/x-amz-json-1.0");
    assert_eq!(parts.headers["x-amz-target"], "AmazonSQS.SendMessage");
    assert_eq!(
        String::from_utf8(got.body).unwrap(),
        format!(
            "{{\"QueueUrl\":\"{url}/111122223333/the-queue\",\"MessageBody\":\"{{\\\"n\\\": 1}}\",\"MessageAttributes\":{{\
             \"ErrorCode\":{{\"DataType\":\"Number\",\"StringValue\":\"200\"}},\
             \"ErrorMessage\":{{\"DataType\":\"String\",\"StringValue\":\"a&b \\\"c\\\" ü\"}},\
             \"RequestID\":{{\"DataType\":\"String\",\"StringValue\":\"id\"}}}}}}"
        )
    );
    let (endpoint, served) = answering(answer("200 OK", SENT)).await;
    assert_eq!(Sqs::new(client(endpoint, None)).send(QUEUE, "b", &[]).await, Ok(()));
    assert!(!String::from_utf8(served.await.unwrap().body).unwrap().contains("MessageAttributes"));
}

#[tokio::test]
async fn a_message_for_a_topic() {
    let (endpoint, served) = answering(answer("200 OK", PUBLISHED)).await;
    let sns = Sns::new(client(endpoint, Some(credentials())));
    assert_eq!(sns.publish(TOPIC, "{\"n\": 1}", ATTRIBUTES).await, Ok(()));
    let got = served.await.unwrap();
    let (line, parts, presented) = got.verified("sns");
    assert_eq!((line.as_str(), presented.scope.region.as_str()), ("POST /", "eu-west-1"));
    assert_eq!(parts.headers["content-type"], "application/x-www-form-urlencoded; charset=utf-8");
    assert_eq!(
        String::from_utf8(got.body).unwrap(),
        "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aeu-west-1%3A111122223333%3Athe-topic\
         &Message=%7B%22n%22%3A%201%7D\
         &MessageAttributes.entry.1.Name=RequestID&MessageAttributes.entry.1.Value.DataType=String\
         &MessageAttributes.entry.1.Value.StringValue=id\
         &MessageAttributes.entry.2.Name=ErrorCode&MessageAttributes.entry.2.Value.DataType=Number\
         &MessageAttributes.entry.2.Value.StringValue=200\
         &MessageAttributes.entry.3.Name=ErrorMessage&MessageAttributes.entry.3.Value.DataType=String\
         &MessageAttributes.entry.3.Value.StringValue=a%26b%20%22c%22%20%C3%BC"
    );
}

#[tokio::test]
async fn an_event_for_a_bus() {
    let (endpoint, served) = answering(answer("200 OK", PUT)).await;
    let bridge = EventBridge::new(client(endpoint, Some(credentials())));
    assert_eq!(bridge.put(BUS, &event(&[BUS, FUNCTION])).await, Ok(()));
    let got = served.await.unwrap();
    let (line, parts, presented) = got.verified("events");
    assert_eq!((line.as_str(), presented.scope.region.as_str()), ("POST /", "eu-west-1"));
    assert_eq!(parts.headers["content-type"], "application/x-amz-json-1.1");
    assert_eq!(parts.headers["x-amz-target"], "AWSEvents.PutEvents");
    assert_eq!(
        String::from_utf8(got.body).unwrap(),
        format!(
            "{{\"Entries\":[{{\"Time\":1573754885,\"Source\":\"lambda\",\"Resources\":[\"{BUS}\",\"{FUNCTION}\"],\
             \"DetailType\":\"Lambda Function Invocation Result - Success\",\
             \"Detail\":\"{{\\\"a\\\":\\\"ü\\\"}}\",\"EventBusName\":\"{BUS}\"}}]}}"
        )
    );
}

/// What each of the three makes of an answer.
async fn all(answer: String) -> [Result<(), CallError>; 3] {
    let (queue, topic, bus) =
        (answering(answer.clone()).await.0, answering(answer.clone()).await.0, answering(answer).await.0);
    let (queue, topic) = (Sqs::new(client(queue, None)), Sns::new(client(topic, None)));
    let bus = EventBridge::new(client(bus, None));
    [queue.send(QUEUE, "b", &[]).await, topic.publish(TOPIC, "b", &[]).await, bus.put(BUS, &event(&[])).await]
}

#[tokio::test]
async fn an_answer_that_says_nothing_is_no_receipt() {
    for body in ["", "{}", "<html>", "{\"MessageId\":\"\",\"Entries\":[]}", "<MessageId></MessageId>", "[1]"]
    {
        for result in all(answer("200 OK", body)).await {
            let Err(CallError::Unavailable(why)) = &result else { panic!("{body}: {result:?}") };
            assert!(why.starts_with("it answered 200 without an id"), "{why}");
        }
    }
}

#[tokio::test]
async fn refusals_end_it_and_what_passes_does_not() {
    let refused = r#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"m"}"#;
    for result in all(answer("400 Bad Request", refused)).await {
        assert_eq!(result, Err(CallError::refused("QueueDoesNotExist", "m")));
    }
    let redirect = "HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
    for passing in [answer("503 x", ""), answer("400 x", "<Code>Throttling</Code>"), redirect.to_owned()] {
        for result in all(passing).await {
            assert!(matches!(result, Err(CallError::Unavailable(_))), "{result:?}");
        }
    }
}

#[tokio::test]
async fn an_event_that_is_not_taken() {
    for (code, expected) in [
        ("InternalFailure", CallError::unavailable("it did not take the event, InternalFailure")),
        ("NotAuthorizedForSourceException", CallError::refused("NotAuthorizedForSourceException", "m")),
        ("<no code>", not_said("EventBridge")),
    ] {
        let body =
            format!(r#"{{"FailedEntryCount":1,"Entries":[{{"ErrorCode":"{code}","ErrorMessage":"m"}}]}}"#);
        let [.., result] = all(answer("200 OK", &body)).await;
        assert_eq!(result, Err(expected));
    }
}

#[tokio::test]
async fn an_answer_without_end_is_not_read() {
    let (endpoint, served) = endpoint(async |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").await.unwrap();
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x1_0000));
        // Ends when the other side has had enough.
        while stream.write_all(chunk.as_bytes()).await.is_ok() {}
    })
    .await;
    let result = Sqs::new(client(endpoint, None)).send(QUEUE, "b", &[]).await;
    assert_eq!(result, Err(not_said("SQS")));
    served.await.unwrap();
}

/// The clock stands still while anything happens and jumps ahead when nothing does.
#[tokio::test(start_paused = true)]
async fn an_endpoint_that_drips_has_an_end() {
    let (endpoint, _served) = endpoint(async |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n").await.unwrap();
        while stream.write_all(b"x").await.is_ok() {
            tokio::time::sleep(std::time::Duration::from_secs(10)).await;
        }
    })
    .await;
    let result = Sqs::new(client(endpoint, None)).send(QUEUE, "b", &[]).await;
    assert_eq!(result, Err(CallError::unavailable("no whole answer within 45 s")));
}

#[tokio::test]
async fn what_is_no_arn_of_theirs_is_not_sent() {
    // Nobody listens there.
    let nobody = || client(crate::Endpoint::parse("http://127.0.0.1:1").unwrap(), None);
    for arn in [
        TOPIC,
        "",
        "arn:aws:sqs:eu-west-1:1:q",
        "arn:aws:sqs::111122223333:q",
        "arn:aws:sqs:eu-west-1:111122223333:",
    ] {
        let result = Sqs::new(nobody()).send(arn, "b", &[]).await;
        assert!(matches!(result, Err(CallError::Refused { .. })), "{arn}: {result:?}");
    }
    let result = Sqs::new(nobody()).send(QUEUE, "b", &[]).await;
    assert!(
        matches!(&result, Err(CallError::Unavailable(why)) if why.starts_with("cannot connect")),
        "{result:?}"
    );
}
