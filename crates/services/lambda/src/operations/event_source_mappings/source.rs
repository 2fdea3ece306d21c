//! What a mapping reads from, and which settings that has. Pure.

use crate::errors::invalid;
use aws_wire::ApiError;
use aws_wire::generated::lambda::EventSourceMappingConfiguration as Settings;

/// Sorts of event source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Queue,
    FifoQueue,
    Kinesis,
    DynamoDb,
    ManagedKafka,
    SelfManagedKafka,
    Broker,
    DocumentDb,
}

/// The key under which the addresses of a self-managed Kafka are given.
const KAFKA: &str = "KAFKA_BOOTSTRAP_SERVERS";

impl Kind {
    /// By the ARN of the source, or its addresses where it has none.
    pub(super) fn of(settings: &Settings) -> Result<Self, ApiError> {
        if !servers(settings).is_empty() {
            return Ok(Self::SelfManagedKafka);
        }
        let arn = settings.event_source_arn.as_deref().unwrap_or_default();
        let resource = arn.splitn(6, ':').nth(5).unwrap_or_default();
        match arn.split(':').nth(2) {
            Some("sqs") if resource.ends_with(".fifo") => Ok(Self::FifoQueue),
            Some("sqs") => Ok(Self::Queue),
            Some("kinesis") => Ok(Self::Kinesis),
            Some("dynamodb") if resource.contains("/stream/") => Ok(Self::DynamoDb),
            Some("kafka") => Ok(Self::ManagedKafka),
            Some("mq") => Ok(Self::Broker),
            Some("rds") => Ok(Self::DocumentDb),
            _ => Err(invalid("Unrecognized event source.")),
        }
    }

    pub(super) fn is_queue(self) -> bool {
        matches!(self, Self::Queue | Self::FifoQueue)
    }

    /// Kinesis and DynamoDB.
    pub(super) fn is_stream(self) -> bool {
        matches!(self, Self::Kinesis | Self::DynamoDb)
    }

    pub(super) fn is_kafka(self) -> bool {
        matches!(self, Self::ManagedKafka | Self::SelfManagedKafka)
    }

    /// Refuses settings that mean nothing for this sort of source. Empty ones say nothing.
    pub(super) fn check_supported(self, given: &Settings) -> Result<(), ApiError> {
        if self.is_queue() && given.starting_position.is_some() {
            return Err(invalid("StartingPosition is not valid for SQS event sources."));
        }
        let records = self.is_stream() || self.is_kafka();
        // AWS's text for this one is spelt another way.
        let destination = given.destination_config.as_ref().and_then(|d| d.on_failure.as_ref());
        let destination = destination.and_then(|f| f.destination.as_deref()).unwrap_or_default();
        if !records && !destination.is_empty() {
            return Err(unsupported_destination());
        }
        let filled = |list: &Option<Vec<String>>| list.as_ref().is_some_and(|l| !l.is_empty());
        let starts = records || self == Self::DocumentDb;
        let access = self.is_kafka() || matches!(self, Self::Broker | Self::DocumentDb);
        let settings = [
            ("startingPosition", given.starting_position.is_some(), starts),
            ("startingPositionTimestamp", given.starting_position_timestamp.is_some(), starts),
            ("parallelizationFactor", given.parallelization_factor.is_some(), self.is_stream()),
            (
                "tumblingWindowInSeconds",
                given.tumbling_window_in_seconds.is_some_and(|s| s != 0),
                self.is_stream(),
            ),
            ("bisectBatchOnFunctionError", given.bisect_batch_on_function_error == Some(true), records),
            ("maximumRecordAgeInSeconds", given.maximum_record_age_in_seconds.is_some(), records),
            ("maximumRetryAttempts", given.maximum_retry_attempts.is_some(), records),
            ("functionResponseTypes", filled(&given.function_response_types), records || self.is_queue()),
            (
                "scalingConfig",
                given.scaling_config.as_ref().is_some_and(|s| s.maximum_concurrency.is_some()),
                self.is_queue(),
            ),
            ("topics", filled(&given.topics), self.is_kafka()),
            ("queues", filled(&given.queues), self == Self::Broker),
            (
                "sourceAccessConfigurations",
                given.source_access_configurations.as_ref().is_some_and(|s| !s.is_empty()),
                access,
            ),
            (
                "selfManagedEventSource",
                given.self_managed_event_source.is_some(),
                self == Self::SelfManagedKafka,
            ),
            (
                "amazonManagedKafkaEventSourceConfig",
                given.amazon_managed_kafka_event_source_config.is_some(),
                self == Self::ManagedKafka,
            ),
            (
                "selfManagedKafkaEventSourceConfig",
                given.self_managed_kafka_event_source_config.is_some(),
                self == Self::SelfManagedKafka,
            ),
            (
                "documentDBEventSourceConfig",
                given.document_db_event_source_config.is_some(),
                self == Self::DocumentDb,
            ),
            (
                "provisionedPollerConfig",
                given.provisioned_poller_config.as_ref().is_some_and(|p| *p != Default::default()),
                self.is_kafka() || self.is_queue(),
            ),
            (
                "loggingConfig",
                given.logging_config.as_ref().is_some_and(|l| l.system_log_level.is_some()),
                self.is_kafka(),
            ),
        ];
        match settings.into_iter().find(|(_, given, supported)| *given && !supported) {
            Some((name, ..)) => {
                Err(invalid(format!("Unsupported '{name}' parameter for given event source mapping type.")))
            }
            None => Ok(()),
        }
    }

    /// Refuses a new mapping that lacks what this sort of source needs.
    pub(super) fn check_required(self, given: &Settings) -> Result<(), ApiError> {
        let missing = |name: &str| Err(invalid(format!("Required '{name}' parameter is missing.")));
        let filled = |list: &Option<Vec<String>>| list.as_ref().is_some_and(|l| !l.is_empty());
        let access = given.source_access_configurations.as_ref().is_some_and(|s| !s.is_empty());
        let needs_access = matches!(self, Self::SelfManagedKafka | Self::Broker | Self::DocumentDb);
        if needs_access && !access {
            return missing("sourceAccessConfigurations");
        }
        if self.is_kafka() && !filled(&given.topics) {
            return missing("topics");
        }
        if self == Self::Broker && !filled(&given.queues) {
            return missing("queues");
        }
        let database = given.document_db_event_source_config.as_ref().and_then(|d| d.database_name.as_ref());
        if self == Self::DocumentDb && database.is_none() {
            return missing("documentDBEventSourceConfig");
        }
        if (self.is_stream() || self == Self::DocumentDb) && given.starting_position.is_none() {
            return Err(invalid(
                "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: \
                 Member must not be null.",
            ));
        }
        Ok(())
    }
}

/// The addresses of a self-managed source.
pub(super) fn servers(settings: &Settings) -> &[String] {
    let endpoints = settings.self_managed_event_source.as_ref().and_then(|s| s.endpoints.as_ref());
    endpoints.and_then(|e| e.get(KAFKA)).map_or(&[], Vec::as_slice)
}

/// The source in one text: its ARN, or its addresses.
pub(super) fn source(settings: &Settings) -> String {
    match &settings.event_source_arn {
        Some(arn) if servers(settings).is_empty() => arn.clone(),
        _ => servers(settings).join(","),
    }
}

/// What no second mapping of the same function may read: the whole source, or of each server each topic, or each queue
/// of a broker, or a collection.
pub(super) fn reads(kind: Kind, settings: &Settings) -> Vec<String> {
    let source = source(settings);
    let each = |of: &Option<Vec<String>>, source: &str| -> Vec<String> {
        of.iter().flatten().map(|name| format!("{source} {name}")).collect()
    };
    match kind {
        Kind::SelfManagedKafka => {
            servers(settings).iter().flat_map(|server| each(&settings.topics, server)).collect()
        }
        Kind::ManagedKafka => each(&settings.topics, &source),
        Kind::Broker => each(&settings.queues, &source),
        Kind::DocumentDb => {
            let config = settings.document_db_event_source_config.clone().unwrap_or_default();
            let names = [config.database_name, config.collection_name].map(Option::unwrap_or_default);
            vec![format!("{source} {}", names.join("."))]
        }
        Kind::Queue | Kind::FifoQueue | Kind::Kinesis | Kind::DynamoDb => vec![source],
    }
}

pub(super) fn unsupported_destination() -> ApiError {
    invalid("Unsupported DestinationConfig parameter for given event source mapping type.")
}

/// AWS's words for a second mapping that reads the same, which differ by the sort of source. `function` is its name as
/// it was given, `arn` its ARN.
pub(super) fn taken(kind: Kind, settings: &Settings, function: &str, arn: &str, uuid: &str) -> ApiError {
    let source = source(settings);
    let end = format!("already exists. Please update or delete the existing mapping with UUID {uuid}");
    let named = |what: &str, names: &Option<Vec<String>>| {
        let names = names.as_deref().unwrap_or_default().join(",");
        format!(
            "An event source mapping with event source (\"{source}\"), function (\"{arn}\"), {what} (\"{names}\") {end}"
        )
    };
    crate::errors::conflict(match kind {
        Kind::Queue | Kind::FifoQueue => format!(
            "An event source mapping with SQS arn (\" {source} \") and function (\" {function} \") {end}"
        ),
        Kind::Kinesis | Kind::DynamoDb => format!(
            "The event source arn (\" {source} \") and function (\" {function} \") provided mapping {end}"
        ),
        Kind::ManagedKafka | Kind::SelfManagedKafka => named("topics", &settings.topics),
        Kind::Broker => named("queues", &settings.queues),
        Kind::DocumentDb => {
            format!("An event source mapping with event source (\"{source}\"), function (\"{arn}\") {end}")
        }
    })
}
