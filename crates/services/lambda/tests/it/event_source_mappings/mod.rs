//! Event source mappings.

mod refused;

use crate::house::{House, with};
use serde_json::{Value, json};

pub(crate) const URI: &str = "/2015-03-31/event-source-mappings";
const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";
pub(crate) const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111:queue";
const KINESIS: &str = "arn:aws:kinesis:us-east-1:111111111111:stream/s";
const DYNAMODB: &str = "arn:aws:dynamodb:us-east-1:111111111111:table/t/stream/2026-11-24T18:22:01.123";
const MSK: &str = "arn:aws:kafka:us-east-1:111111111111:cluster/c/00000000-0000-0000-0000-000000000000-1";
const BROKER: &str = "arn:aws:mq:us-east-1:111111111111:broker:b:b-00000000-0000-0000-0000-000000000000";
const DOCUMENTS: &str = "arn:aws:rds:us-east-1:111111111111:cluster:docs";

async fn create(house: &House, body: Value) -> Value {
    let body = with(json!({ "FunctionName": "fn" }), body);
    house.json("POST", URI, body).await.unwrap()
}

/// A mapping in the state that it ends in.
pub(crate) async fn settled(house: &House, uuid: &str) -> Option<Value> {
    loop {
        match house.json("GET", &format!("{URI}/{uuid}"), Value::Null).await {
            Err(error) => {
                assert_eq!(error.message, "The resource you requested does not exist.");
                return None;
            }
            Ok(found) if found["State"] == "Enabled" || found["State"] == "Disabled" => return Some(found),
            Ok(_) => tokio::task::yield_now().await,
        }
    }
}

fn uuid(mapping: &Value) -> &str {
    mapping["UUID"].as_str().unwrap()
}

fn bootstrap(servers: &[&str]) -> Value {
    json!({ "Endpoints": { "KAFKA_BOOTSTRAP_SERVERS": servers } })
}

fn access(kind: &str) -> Value {
    json!([{ "Type": kind, "URI": "arn:aws:secretsmanager:us-east-1:111111111111:secret:s" }])
}

#[tokio::test]
async fn defaults_by_source() {
    let house = House::new();
    house.create("fn").await;
    let queue = json!({ "BatchSize": 10, "MaximumBatchingWindowInSeconds": 0, "FunctionResponseTypes": [] });
    let stream = json!({
        "BatchSize": 100, "MaximumBatchingWindowInSeconds": 0, "ParallelizationFactor": 1,
        "MaximumRecordAgeInSeconds": -1, "MaximumRetryAttempts": -1, "BisectBatchOnFunctionError": false,
        "TumblingWindowInSeconds": 0, "DestinationConfig": { "OnFailure": {} }, "FunctionResponseTypes": [],
    });
    let kafka = json!({
        "BatchSize": 100, "StartingPosition": "TRIM_HORIZON", "DestinationConfig": { "OnFailure": {} },
    });
    let user = "USER_INITIATED";
    for (request, defaults, reason) in [
        (json!({ "EventSourceArn": QUEUE }), queue, user),
        (json!({ "EventSourceArn": KINESIS, "StartingPosition": "LATEST" }), stream.clone(), "User action"),
        (json!({ "EventSourceArn": DYNAMODB, "StartingPosition": "TRIM_HORIZON" }), stream, "User action"),
        (json!({ "EventSourceArn": MSK, "Topics": ["topic"] }), kafka.clone(), user),
        (
            json!({
                "SelfManagedEventSource": bootstrap(&["kafka:1000"]), "Topics": ["topic"],
                "SourceAccessConfigurations": access("BASIC_AUTH"),
            }),
            kafka,
            user,
        ),
        (
            json!({
                "EventSourceArn": BROKER, "Queues": ["q"], "SourceAccessConfigurations": access("BASIC_AUTH"),
            }),
            json!({ "BatchSize": 100 }),
            user,
        ),
        (
            json!({
                "EventSourceArn": DOCUMENTS, "StartingPosition": "LATEST",
                "SourceAccessConfigurations": access("BASIC_AUTH"),
                "DocumentDBEventSourceConfig": { "DatabaseName": "db", "FullDocument": "Default" },
            }),
            json!({ "BatchSize": 100 }),
            user,
        ),
    ] {
        let created = create(&house, request.clone()).await;
        let id = uuid(&created).to_owned();
        assert_eq!((id.len(), id.to_ascii_lowercase()), (36, id.clone()));
        let mut expected = with(defaults, request.clone());
        let own = json!({
            "UUID": id,
            "EventSourceMappingArn": format!("arn:aws:lambda:us-east-1:111111111111:event-source-mapping:{id}"),
            "FunctionArn": FUNCTION, "LastModified": 1_795_544_521.123, "State": "Creating",
            "StateTransitionReason": reason,
        });
        expected = with(expected, own);
        if request["EventSourceArn"] != QUEUE {
            expected["LastProcessingResult"] = "No records processed".into();
        }
        for (marker, config) in [
            (request["EventSourceArn"] == MSK, "AmazonManagedKafkaEventSourceConfig"),
            (request.get("SelfManagedEventSource").is_some(), "SelfManagedKafkaEventSourceConfig"),
        ] {
            if marker {
                expected[config] = json!({ "ConsumerGroupId": id });
            }
        }
        assert_eq!(created, expected, "{request}");
        assert_eq!(settled(&house, &id).await.unwrap(), with(expected, json!({ "State": "Enabled" })));
    }
}

#[tokio::test]
async fn the_life_of_a_mapping() {
    let house = House::new();
    house.create("fn").await;
    house.create("other").await;
    let created = create(&house, json!({ "EventSourceArn": QUEUE, "Enabled": false })).await;
    let one = format!("{URI}/{}", uuid(&created));
    assert_eq!(created["State"], "Creating");
    assert_eq!(settled(&house, uuid(&created)).await.unwrap()["State"], "Disabled");
    house.pass(1_000);
    let sent = house.send("PUT", &one, &[], json!({ "Enabled": true }).to_string()).await.unwrap();
    assert_eq!(sent.members["State"], "Enabling");
    assert_eq!(sent.members["LastModified"], 1_795_544_522.123);
    assert_eq!(settled(&house, uuid(&created)).await.unwrap()["State"], "Enabled");
    // Without a wait: what is on its way is brought to its end first.
    let change = json!({
        "BatchSize": 50, "MaximumBatchingWindowInSeconds": 2, "FunctionName": "other",
        "FilterCriteria": { "Filters": [{ "Pattern": "{\"a\":[1]}" }] },
        "ScalingConfig": { "MaximumConcurrency": 2 }, "FunctionResponseTypes": ["ReportBatchItemFailures"],
    });
    let updated = house.json("PUT", &one, change.clone()).await.unwrap();
    assert_eq!(updated["State"], "Updating");
    assert_eq!(updated["FunctionArn"], FUNCTION.replace(":fn", ":other"));
    for (name, wanted) in change.as_object().unwrap().iter().filter(|(name, _)| *name != "FunctionName") {
        assert_eq!(&updated[name], wanted, "{name}");
    }
    let emptied = json!({ "FilterCriteria": {}, "ScalingConfig": {}, "FunctionResponseTypes": [] });
    let updated = house.json("PUT", &one, emptied).await.unwrap();
    assert_eq!((updated.get("FilterCriteria"), updated.get("ScalingConfig")), (None, None));
    assert_eq!((&updated["FunctionResponseTypes"], &updated["BatchSize"]), (&json!([]), &json!(50)));
    let disabled = house.json("PUT", &one, json!({ "Enabled": false })).await.unwrap();
    assert_eq!(disabled["State"], "Disabling");
    let deleted = house.json("DELETE", &one, Value::Null).await.unwrap();
    assert_eq!((&deleted["State"], &deleted["UUID"]), (&json!("Deleting"), &created["UUID"]));
    assert_eq!(settled(&house, uuid(&created)).await, None);
    for (method, body) in [("PUT", json!({ "Enabled": true })), ("DELETE", Value::Null), ("GET", Value::Null)]
    {
        let error = house.json(method, &one, body).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (404, "ResourceNotFoundException"), "{method}");
    }
    // The queue is free again at once.
    let again = create(&house, json!({ "EventSourceArn": QUEUE })).await;
    house.json("DELETE", &format!("{URI}/{}", uuid(&again)), Value::Null).await.unwrap();
    create(&house, json!({ "EventSourceArn": QUEUE })).await;
}

#[tokio::test]
async fn a_mapping_outlives_its_function() {
    let house = House::new();
    house.create("fn").await;
    let created = create(&house, json!({ "EventSourceArn": QUEUE })).await;
    let before = settled(&house, uuid(&created)).await.unwrap();
    house.send("DELETE", "/2015-03-31/functions/fn", &[], "").await.unwrap();
    assert_eq!(settled(&house, uuid(&created)).await.unwrap(), before);
    let one = format!("{URI}/{}", uuid(&created));
    assert_eq!(house.json("DELETE", &one, Value::Null).await.unwrap()["State"], "Deleting");
}

#[tokio::test]
async fn what_a_crash_interrupted_settles_at_the_next_start() {
    use domain::{EventSourceMapping, FunctionName, MappingState, Timestamp};
    use std::sync::Arc;
    use store::{EventSourceMappingStore, sqlite::Sqlite};
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let house = House::on(Arc::clone(&store), service_lambda::Config::default());
    let scope = house.context().scope;
    let mapping = |state: MappingState, enabled| EventSourceMapping {
        scope: scope.clone(),
        uuid: format!("00000000-0000-4000-8000-0000{:08}", state as u8),
        function: FunctionName::new("fn").unwrap(),
        qualifier: None,
        source: QUEUE.to_owned(),
        reads: vec![state.to_string()],
        state,
        enabled,
        settings: json!({ "EventSourceArn": QUEUE }).to_string(),
        change: 3,
        modified: Timestamp(0),
    };
    for (state, enabled) in
        [(MappingState::Creating, true), (MappingState::Updating, false), (MappingState::Deleting, true)]
    {
        store.create_mapping(mapping(state, enabled), Default::default()).await.unwrap();
    }
    house.service.recover().await.unwrap();
    let listed = house.json("GET", URI, Value::Null).await.unwrap();
    let states: Vec<_> =
        listed["EventSourceMappings"].as_array().unwrap().iter().map(|m| &m["State"]).collect();
    assert_eq!(states, ["Enabled", "Disabled"]);
}

#[tokio::test]
async fn lists_are_filtered_and_paged() {
    let house = House::new();
    house.create("fn").await;
    house.create("other").await;
    for n in 0..5 {
        create(&house, json!({ "EventSourceArn": format!("{QUEUE}{n}") })).await;
    }
    create(&house, json!({ "EventSourceArn": format!("{QUEUE}0"), "FunctionName": "other" })).await;
    create(&house, json!({ "EventSourceArn": format!("{QUEUE}0"), "FunctionName": "fn:$LATEST" })).await;
    let list = async |query: &str| house.json("GET", &format!("{URI}?{query}"), Value::Null).await;
    for (query, count) in [
        ("".to_owned(), 7),
        ("FunctionName=fn".to_owned(), 5),
        (format!("FunctionName={FUNCTION}"), 5),
        ("FunctionName=111111111111:function:fn".to_owned(), 5),
        ("FunctionName=function:fn".to_owned(), 5),
        ("FunctionName=fn:$LATEST".to_owned(), 1),
        (format!("EventSourceArn={QUEUE}0"), 3),
        (format!("EventSourceArn={QUEUE}0&FunctionName=other"), 1),
        // Nobody minds what is not there.
        ("FunctionName=doesnotexist".to_owned(), 0),
        (format!("EventSourceArn={QUEUE}"), 0),
    ] {
        let found = list(&query).await.unwrap();
        assert_eq!(found["EventSourceMappings"].as_array().unwrap().len(), count, "{query}");
        assert_eq!(found.get("NextMarker"), None);
    }
    let (mut seen, mut marker) = (Vec::new(), String::new());
    loop {
        let page = list(&format!("FunctionName=fn&MaxItems=2&Marker={marker}")).await.unwrap();
        let items = page["EventSourceMappings"].as_array().unwrap();
        assert!(items.len() <= 2);
        seen.extend(items.iter().map(|m| uuid(m).to_owned()));
        let Some(next) = page["NextMarker"].as_str() else { break };
        marker = next.replace('=', "%3D").replace('+', "%2B");
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 5);
    assert_eq!(list("Marker=%25%25").await.unwrap_err().code, "InvalidParameterValueException");
}

#[tokio::test]
async fn versions_and_aliases_have_mappings_of_their_own() {
    let house = House::new();
    house.create("fn").await;
    let functions = "/2015-03-31/functions/fn";
    house.json("POST", &format!("{functions}/versions"), json!({})).await.unwrap();
    let alias = json!({ "Name": "live", "FunctionVersion": "1" });
    house.json("POST", &format!("{functions}/aliases"), alias).await.unwrap();
    // The same queue for each: they do not contradict each other.
    for spelling in [
        "fn",
        "fn:1",
        "111111111111:function:fn:live",
        "arn:aws:lambda:us-east-1:111111111111:function:fn:$LATEST",
    ] {
        let created = create(&house, json!({ "EventSourceArn": QUEUE, "FunctionName": spelling })).await;
        let qualifier = spelling.rsplit(':').next().filter(|last| *last != "fn");
        let arn = qualifier.map_or(FUNCTION.to_owned(), |qualifier| format!("{FUNCTION}:{qualifier}"));
        assert_eq!(created["FunctionArn"], json!(arn), "{spelling}");
        for name in [spelling, arn.as_str()] {
            let found = house.json("GET", &format!("{URI}?FunctionName={name}"), Value::Null).await.unwrap();
            let found = found["EventSourceMappings"].as_array().unwrap();
            assert_eq!((found.len(), &found[0]["UUID"]), (1, &created["UUID"]), "{name}");
        }
        let again = json!({ "EventSourceArn": QUEUE, "FunctionName": spelling });
        let error = house.json("POST", URI, again).await.unwrap_err();
        let name = qualifier.map_or("fn".to_owned(), |qualifier| format!("fn:{qualifier}"));
        assert!(error.message.contains(&format!("function (\" {name} \")")), "{}", error.message);
    }
}

#[tokio::test]
async fn the_same_is_not_read_twice() {
    let house = House::new();
    house.create("fn").await;
    let kafka = |servers: &[&str], topic: &str| {
        json!({
            "SelfManagedEventSource": bootstrap(servers), "Topics": [topic],
            "SourceAccessConfigurations": access("BASIC_AUTH"),
        })
    };
    let end =
        |uuid: &str| format!("already exists. Please update or delete the existing mapping with UUID {uuid}");
    let stream = json!({ "EventSourceArn": KINESIS, "StartingPosition": "LATEST" });
    let changes = json!({ "EventSourceArn": DYNAMODB, "StartingPosition": "LATEST" });
    let broker = json!({ "EventSourceArn": BROKER, "Queues": ["q"], "SourceAccessConfigurations": access("BASIC_AUTH") });
    for (first, second, text) in [
        (
            json!({ "EventSourceArn": QUEUE }),
            None,
            format!("An event source mapping with SQS arn (\" {QUEUE} \") and function (\" fn \")"),
        ),
        (
            stream,
            None,
            format!("The event source arn (\" {KINESIS} \") and function (\" fn \") provided mapping"),
        ),
        (
            changes,
            None,
            format!("The event source arn (\" {DYNAMODB} \") and function (\" fn \") provided mapping"),
        ),
        (
            kafka(&["kafka:1000"], "topic"),
            Some(kafka(&["kafka:1000", "kafka:2000"], "topic")),
            format!(
                "An event source mapping with event source (\"kafka:1000,kafka:2000\"), function (\"{FUNCTION}\"), \
                 topics (\"topic\")"
            ),
        ),
        (
            json!({ "EventSourceArn": MSK, "Topics": ["topic"] }),
            None,
            format!(
                "An event source mapping with event source (\"{MSK}\"), function (\"{FUNCTION}\"), topics (\"topic\")"
            ),
        ),
        (
            broker,
            None,
            format!(
                "An event source mapping with event source (\"{BROKER}\"), function (\"{FUNCTION}\"), queues (\"q\")"
            ),
        ),
    ] {
        let kept = create(&house, first.clone()).await;
        let again = with(json!({ "FunctionName": "fn" }), second.unwrap_or(first));
        let error = house.json("POST", URI, again).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (409, "ResourceConflictException"));
        assert_eq!(error.message, format!("{text} {}", end(uuid(&kept))));
    }
    // Other topics of the same servers, and the same queue for another function.
    create(&house, kafka(&["kafka:1000"], "another")).await;
    house.create("other").await;
    let other = create(&house, json!({ "EventSourceArn": QUEUE, "FunctionName": "other" })).await;
    let error = house.json("PUT", &format!("{URI}/{}", uuid(&other)), json!({ "FunctionName": "fn" })).await;
    assert_eq!(error.unwrap_err().code, "ResourceConflictException");
}

#[tokio::test]
async fn what_a_change_does_not_name_stays() {
    let house = House::new();
    house.create("fn").await;
    let config = json!({ "ConsumerGroupId": "mine" });
    let kafka = json!({
        "EventSourceArn": MSK, "Topics": ["topic"], "AmazonManagedKafkaEventSourceConfig": config,
        "StartingPosition": "LATEST", "ProvisionedPollerConfig": { "MaximumPollers": 5 },
    });
    let created = create(&house, kafka).await;
    let one = format!("{URI}/{}", uuid(&created));
    assert_eq!(created["AmazonManagedKafkaEventSourceConfig"], config);
    assert_eq!(created["ProvisionedPollerConfig"], json!({ "MinimumPollers": 1, "MaximumPollers": 5 }));
    let registry = json!({ "SchemaRegistryURI": "https://registry.example", "EventRecordFormat": "JSON" });
    let change = json!({
        "AmazonManagedKafkaEventSourceConfig": { "SchemaRegistryConfig": registry }, "ProvisionedPollerConfig": {},
        "DestinationConfig": { "OnFailure": { "Destination": QUEUE } }, "KMSKeyArn": "arn:aws:kms:us-east-1:111111111111:key/k",
    });
    let changed = house.json("PUT", &one, change.clone()).await.unwrap();
    let whole = json!({ "ConsumerGroupId": "mine", "SchemaRegistryConfig": registry });
    assert_eq!(changed["AmazonManagedKafkaEventSourceConfig"], whole);
    assert_eq!(changed.get("ProvisionedPollerConfig"), None);
    for (name, wanted) in
        [("Topics", json!(["topic"])), ("StartingPosition", json!("LATEST")), ("BatchSize", json!(100))]
    {
        assert_eq!(changed[name], wanted);
    }
    assert_eq!(
        (&changed["KMSKeyArn"], &changed["DestinationConfig"]),
        (&change["KMSKeyArn"], &change["DestinationConfig"])
    );
    let emptied = json!({ "KMSKeyArn": "", "DestinationConfig": { "OnFailure": { "Destination": "" } } });
    let changed = house.json("PUT", &one, emptied).await.unwrap();
    assert_eq!(
        (changed.get("KMSKeyArn"), &changed["DestinationConfig"]),
        (None, &json!({ "OnFailure": {} }))
    );
}

#[tokio::test]
async fn a_mapping_has_tags() {
    let house = House::new();
    house.create("fn").await;
    let created = create(&house, json!({ "EventSourceArn": QUEUE, "Tags": { "a": "1" } })).await;
    assert_eq!(created.get("Tags"), None);
    let uri = format!("/2017-03-31/tags/{}", created["EventSourceMappingArn"].as_str().unwrap());
    house.json("POST", &uri, json!({ "Tags": { "b": "2" } })).await.unwrap();
    house.json("DELETE", &format!("{uri}?tagKeys=a"), Value::Null).await.unwrap();
    let tags = house.json("GET", &uri, Value::Null).await.unwrap();
    assert_eq!(tags, json!({ "Tags": { "b": "2" } }));
    house.json("DELETE", &format!("{URI}/{}", uuid(&created)), Value::Null).await.unwrap();
    settled(&house, uuid(&created)).await;
    let gone = house.json("GET", &uri, Value::Null).await.unwrap_err();
    let arn = created["EventSourceMappingArn"].as_str().unwrap();
    assert_eq!((gone.status, gone.message), (404, format!("Event source mapping not found: {arn}")));
}

/// Of two changes that have both read the mapping before one of them is written, one is refused. When that happens is
/// up to threads, so it is tried until it does.
#[tokio::test]
async fn two_changes_at_the_same_moment() {
    let house = House::new();
    house.create("fn").await;
    let queue = create(&house, json!({ "EventSourceArn": QUEUE })).await;
    let one = format!("{URI}/{}", uuid(&queue));
    let change = |size: u32| house.json("PUT", &one, json!({ "BatchSize": size }));
    for round in 0..10_000 {
        let (a, b) = tokio::join!(change(5), change(6));
        let kept = settled(&house, uuid(&queue)).await.unwrap();
        let error = match (a, b) {
            (Ok(_), Ok(_)) => continue,
            (Ok(a), Err(error)) => (a["BatchSize"] == kept["BatchSize"]).then_some(error),
            (Err(error), Ok(b)) => (b["BatchSize"] == kept["BatchSize"]).then_some(error),
            (Err(a), Err(b)) => panic!("round {round}: {a}; {b}"),
        };
        let error = error.expect("what was answered is what is kept");
        assert_eq!((error.status, error.code.as_str()), (400, "ResourceInUseException"));
        assert_eq!(error.message, "Cannot update the event source mapping because it is in use.");
        return;
    }
    panic!("nobody was ever refused");
}
