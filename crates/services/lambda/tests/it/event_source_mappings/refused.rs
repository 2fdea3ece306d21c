//! What no mapping can be.

use super::{
    BROKER, DOCUMENTS, DYNAMODB, KINESIS, MSK, QUEUE, URI, access, bootstrap, create, settled, uuid,
};
use crate::house::{House, with};
use serde_json::{Value, json};

/// A request that is refused with 400, and how.
type Case = (Value, &'static str, String);

/// Sends each and compares.
async fn check(house: &House, method: &str, uri: &str, cases: Vec<Case>) {
    for (body, code, message) in cases {
        let seen = format!("{method} {body}");
        let error = house.json(method, uri, body).await.expect_err(&seen);
        assert_eq!((error.status, error.code.as_str()), (400, code), "{seen}: {}", error.message);
        assert_eq!(error.message, message, "{seen}");
    }
}

#[tokio::test]
async fn what_is_refused() {
    let house = House::new();
    house.create("fn").await;
    let invalid = "InvalidParameterValueException";
    let case = |body: Value, code: &'static str, message: &str| -> Case {
        (with(json!({ "FunctionName": "fn" }), body), code, message.to_owned())
    };
    let queue = |more: Value| with(json!({ "EventSourceArn": QUEUE }), more);
    let fifo = |more: Value| with(json!({ "EventSourceArn": format!("{QUEUE}.fifo") }), more);
    let stream = |more: Value| with(json!({ "EventSourceArn": KINESIS, "StartingPosition": "LATEST" }), more);
    let filter = |pattern: &str| queue(json!({ "FilterCriteria": { "Filters": [{ "Pattern": pattern }] } }));
    let six: Vec<_> = (0..6).map(|_| json!({ "Pattern": "{\"a\":[1]}" })).collect();
    let unsupported = "Unsupported DestinationConfig parameter for given event source mapping type.";
    let destination = json!({ "OnSuccess": { "Destination": QUEUE } });
    let nowhere = "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: \
                   Member must not be null.";
    let mut cases = vec![
        case(json!({}), invalid, "Unrecognized event source."),
        case(
            json!({ "EventSourceArn": "arn:aws:sns:us-east-1:111111111111:t" }),
            invalid,
            "Unrecognized event source.",
        ),
        case(
            json!({ "EventSourceArn": "arn:aws:dynamodb:us-east-1:111111111111:table/t", "StartingPosition": "LATEST" }),
            invalid,
            "Unrecognized event source.",
        ),
        case(queue(json!({ "FunctionName": "doesnotexist" })), invalid, "Function does not exist"),
        case(queue(json!({ "FunctionName": "fn:7" })), invalid, "Function does not exist"),
        case(queue(json!({ "FunctionName": "fn:alias" })), invalid, "Function does not exist"),
        case(
            queue(json!({ "FunctionName": "doesnotexist", "DestinationConfig": destination })),
            invalid,
            unsupported,
        ),
        case(stream(json!({ "DestinationConfig": destination })), invalid, unsupported),
        case(
            queue(json!({ "DestinationConfig": { "OnFailure": { "Destination": QUEUE } } })),
            invalid,
            unsupported,
        ),
        case(json!({ "EventSourceArn": DYNAMODB }), invalid, nowhere),
        case(json!({ "EventSourceArn": KINESIS }), invalid, nowhere),
        case(
            json!({ "EventSourceArn": DYNAMODB, "StartingPosition": "invalid" }),
            "ValidationException",
            "1 validation error detected: Value 'invalid' at 'startingPosition' failed to satisfy constraint: Member \
             must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]",
        ),
        case(
            json!({ "EventSourceArn": DYNAMODB, "StartingPosition": "AT_TIMESTAMP" }),
            invalid,
            &format!("Unsupported starting position for arn type: {DYNAMODB}"),
        ),
        case(stream(json!({ "StartingPosition": "AT_TIMESTAMP" })), invalid, "Need to specify a timestamp"),
        case(
            stream(
                json!({ "StartingPosition": "AT_TIMESTAMP", "StartingPositionTimestamp": 4_000_000_000_i64 }),
            ),
            invalid,
            "StartingPositionTimestamp cannot be in the future.",
        ),
        case(
            stream(json!({ "StartingPositionTimestamp": 1 })),
            invalid,
            "StartingPositionTimestamp is valid only with StartingPosition AT_TIMESTAMP.",
        ),
        case(
            queue(json!({ "StartingPosition": "LATEST" })),
            invalid,
            "StartingPosition is not valid for SQS event sources.",
        ),
        case(
            json!({ "SelfManagedEventSource": bootstrap(&["kafka:1000"]), "Topics": ["topic"] }),
            invalid,
            "Required 'sourceAccessConfigurations' parameter is missing.",
        ),
        case(json!({ "EventSourceArn": MSK }), invalid, "Required 'topics' parameter is missing."),
        case(
            json!({ "EventSourceArn": BROKER, "SourceAccessConfigurations": access("BASIC_AUTH") }),
            invalid,
            "Required 'queues' parameter is missing.",
        ),
        case(
            json!({
                "EventSourceArn": DOCUMENTS, "StartingPosition": "LATEST",
                "SourceAccessConfigurations": access("BASIC_AUTH"),
            }),
            invalid,
            "Required 'documentDBEventSourceConfig' parameter is missing.",
        ),
        case(
            queue(json!({ "BatchSize": 11 })),
            invalid,
            "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
        ),
        case(
            fifo(json!({ "BatchSize": 100, "MaximumBatchingWindowInSeconds": 5 })),
            invalid,
            "Batching window is not supported for FIFO queues",
        ),
        case(fifo(json!({ "BatchSize": 11 })), invalid, "Maximum batch size for FIFO queues is 10"),
        case(
            stream(json!({ "MaximumRecordAgeInSeconds": 59 })),
            invalid,
            "MaximumRecordAgeInSeconds must be -1 or between 60 and 604800.",
        ),
        case(
            queue(json!({ "ScalingConfig": { "MaximumConcurrency": 1 } })),
            "ValidationException",
            "1 validation error detected: Value '1' at 'scalingConfig.maximumConcurrency' failed to satisfy \
             constraint: Member must have value greater than or equal to 2",
        ),
        case(
            queue(json!({ "ScalingConfig": { "MaximumConcurrency": 1_001 } })),
            "ValidationException",
            "1 validation error detected: Value '1001' at 'scalingConfig.maximumConcurrency' failed to satisfy \
             constraint: Member must have value less than or equal to 1000",
        ),
        case(
            queue(json!({
                "ScalingConfig": { "MaximumConcurrency": 2 }, "ProvisionedPollerConfig": { "MinimumPollers": 2 },
            })),
            invalid,
            "ScalingConfig and ProvisionedPollerConfig cannot both be specified.",
        ),
        case(
            queue(json!({ "ProvisionedPollerConfig": { "MinimumPollers": 3, "MaximumPollers": 2 } })),
            invalid,
            "MinimumPollers must be less than or equal to MaximumPollers.",
        ),
        case(filter("simple string"), invalid, "Invalid filter pattern definition."),
        case(filter("{\"a\":\"x\"}"), invalid, "Invalid filter pattern definition."),
        case(
            queue(json!({ "FilterCriteria": { "Filters": [{}] } })),
            invalid,
            "Invalid filter pattern definition.",
        ),
        case(
            queue(json!({ "FilterCriteria": { "Filters": six } })),
            invalid,
            "Number of filters exceeds the limit of 5.",
        ),
        case(
            queue(json!({ "Tags": { "aws:x": "1" } })),
            invalid,
            "Tag keys starting with 'aws:' are reserved for internal use",
        ),
    ];
    for (source, name, value) in [
        (queue(json!({})), "ParallelizationFactor", json!(2)),
        (queue(json!({})), "TumblingWindowInSeconds", json!(1)),
        (queue(json!({})), "BisectBatchOnFunctionError", json!(true)),
        (queue(json!({})), "MaximumRecordAgeInSeconds", json!(60)),
        (queue(json!({})), "MaximumRetryAttempts", json!(1)),
        (queue(json!({})), "Topics", json!(["topic"])),
        (queue(json!({})), "Queues", json!(["q"])),
        (queue(json!({})), "SourceAccessConfigurations", access("BASIC_AUTH")),
        (queue(json!({})), "SelfManagedKafkaEventSourceConfig", json!({ "ConsumerGroupId": "g" })),
        (queue(json!({})), "AmazonManagedKafkaEventSourceConfig", json!({ "ConsumerGroupId": "g" })),
        (queue(json!({})), "DocumentDBEventSourceConfig", json!({ "DatabaseName": "d" })),
        (queue(json!({})), "LoggingConfig", json!({ "SystemLogLevel": "DEBUG" })),
        (stream(json!({})), "ScalingConfig", json!({ "MaximumConcurrency": 2 })),
        (stream(json!({})), "ProvisionedPollerConfig", json!({ "MinimumPollers": 1 })),
    ] {
        let mut chars = name.chars();
        let first = chars.next().unwrap();
        let spelt = match name {
            "DocumentDBEventSourceConfig" => "documentDBEventSourceConfig".to_owned(),
            _ => format!("{}{}", first.to_ascii_lowercase(), chars.as_str()),
        };
        let text = format!("Unsupported '{spelt}' parameter for given event source mapping type.");
        cases.push(case(with(source, json!({ name: value })), invalid, &text));
    }
    check(&house, "POST", URI, cases).await;
    let listed = house.json("GET", URI, Value::Null).await.unwrap();
    assert_eq!(listed, json!({ "EventSourceMappings": [] }), "nothing of all that was kept");
}

#[tokio::test]
async fn changes_that_are_refused() {
    let house = House::new();
    house.create("fn").await;
    let queue = create(&house, json!({ "EventSourceArn": QUEUE })).await;
    let before = settled(&house, uuid(&queue)).await.unwrap();
    let case =
        |body: Value, message: &str| -> Case { (body, "InvalidParameterValueException", message.to_owned()) };
    let unsupported = "Unsupported DestinationConfig parameter for given event source mapping type.";
    check(
        &house,
        "PUT",
        &format!("{URI}/{}", uuid(&queue)),
        vec![
            case(json!({ "FunctionName": "doesnotexist" }), "Function does not exist"),
            case(
                json!({ "BatchSize": 11 }),
                "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
            ),
            case(
                json!({ "ParallelizationFactor": 2 }),
                "Unsupported 'parallelizationFactor' parameter for given event source mapping type.",
            ),
            case(json!({ "DestinationConfig": { "OnSuccess": { "Destination": QUEUE } } }), unsupported),
            case(
                json!({ "FilterCriteria": { "Filters": [{ "Pattern": "{}" }] } }),
                "Invalid filter pattern definition.",
            ),
        ],
    )
    .await;
    assert_eq!(settled(&house, uuid(&queue)).await.unwrap(), before);
}
