//! The settings of a mapping: what a request gives, checked and completed with AWS's defaults. Pure.

use super::filters;
use super::source::{Kind, servers, unsupported_destination};
use crate::errors::invalid;
use aws_wire::ApiError;
use aws_wire::generated::lambda::{
    AmazonManagedKafkaEventSourceConfig, DestinationConfig, EventSourceMappingConfiguration as Settings,
    OnFailure, ProvisionedPollerConfig, SelfManagedKafkaEventSourceConfig,
};
use domain::Timestamp;
use serde::Serialize;

/// `BatchSize` up to which a queue needs no batching window, and the most that a FIFO queue has.
const SMALL_BATCH: i32 = 10;
/// `MaximumRecordAgeInSeconds` where it is not -1 (API reference).
const RECORD_AGE_S: std::ops::RangeInclusive<i32> = 60..=604_800;

/// The settings in a request: all of its members that an answer has too.
pub(super) fn given(request: &impl Serialize) -> Result<Settings, ApiError> {
    let value = serde_json::to_value(request).map_err(|_| ApiError::internal())?;
    let settings: Settings = serde_json::from_value(value).map_err(|_| ApiError::internal())?;
    // The path's, where the request has one.
    Ok(Settings { uuid: None, ..settings })
}

/// Of a mapping as it is kept.
pub(super) fn read(kept: &str) -> Result<Settings, ApiError> {
    serde_json::from_str(kept).map_err(|error| {
        tracing::error!(%error, "the settings of an event source mapping cannot be read");
        ApiError::internal()
    })
}

pub(super) fn write(settings: &Settings) -> Result<String, ApiError> {
    serde_json::to_string(settings).map_err(|_| ApiError::internal())
}

/// Checks a new mapping, in AWS's order as far as it is known, and completes it.
pub(super) fn create(given: Settings, uuid: &str, now: Timestamp) -> Result<(Kind, Settings), ApiError> {
    refuse_success(&given)?;
    if !servers(&given).is_empty() && given.source_access_configurations.is_none() {
        return Err(invalid("Required 'sourceAccessConfigurations' parameter is missing."));
    }
    let kind = Kind::of(&given)?;
    kind.check_supported(&given)?;
    kind.check_required(&given)?;
    check_start(kind, &given, now)?;
    let settings = tidy(kind, complete(kind, given, uuid));
    check_values(kind, &settings)?;
    Ok((kind, settings))
}

/// Checks a change to a mapping; what it does not name stays.
pub(super) fn update(old: Settings, given: Settings) -> Result<(Kind, Settings), ApiError> {
    refuse_success(&given)?;
    let kind = Kind::of(&old)?;
    kind.check_supported(&given)?;
    let settings = tidy(kind, merge(old, given));
    check_values(kind, &settings)?;
    Ok((kind, settings))
}

/// Records that a function took are sent nowhere.
fn refuse_success(given: &Settings) -> Result<(), ApiError> {
    let success = given.destination_config.as_ref().and_then(|d| d.on_success.as_ref());
    if success.is_some() { Err(unsupported_destination()) } else { Ok(()) }
}

fn check_start(kind: Kind, given: &Settings, now: Timestamp) -> Result<(), ApiError> {
    let at = given.starting_position.as_deref() == Some("AT_TIMESTAMP");
    match given.starting_position_timestamp {
        _ if at && kind == Kind::DynamoDb => {
            let arn = given.event_source_arn.as_deref().unwrap_or_default();
            Err(invalid(format!("Unsupported starting position for arn type: {arn}")))
        }
        None if at => Err(invalid("Need to specify a timestamp")),
        Some(_) if !at => {
            Err(invalid("StartingPositionTimestamp is valid only with StartingPosition AT_TIMESTAMP."))
        }
        Some(seconds) if seconds * 1_000.0 > now.0 as f64 => {
            Err(invalid("StartingPositionTimestamp cannot be in the future."))
        }
        _ => Ok(()),
    }
}

fn check_values(kind: Kind, settings: &Settings) -> Result<(), ApiError> {
    let window = settings.maximum_batching_window_in_seconds.unwrap_or(0);
    let batch = settings.batch_size.unwrap_or(SMALL_BATCH);
    if kind == Kind::FifoQueue && window > 0 {
        return Err(invalid("Batching window is not supported for FIFO queues"));
    }
    if kind == Kind::FifoQueue && batch > SMALL_BATCH {
        return Err(invalid("Maximum batch size for FIFO queues is 10"));
    }
    if kind == Kind::Queue && batch > SMALL_BATCH && window == 0 {
        return Err(invalid(
            "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
        ));
    }
    if settings.maximum_record_age_in_seconds.is_some_and(|age| age != -1 && !RECORD_AGE_S.contains(&age)) {
        return Err(invalid("MaximumRecordAgeInSeconds must be -1 or between 60 and 604800."));
    }
    if let Some(ProvisionedPollerConfig { minimum_pollers, maximum_pollers, .. }) =
        &settings.provisioned_poller_config
    {
        if minimum_pollers > maximum_pollers {
            return Err(invalid("MinimumPollers must be less than or equal to MaximumPollers."));
        }
        if settings.scaling_config.is_some() {
            return Err(invalid("ScalingConfig and ProvisionedPollerConfig cannot both be specified."));
        }
    }
    match &settings.filter_criteria {
        Some(criteria) => filters::check(criteria),
        None => Ok(()),
    }
}

/// AWS's defaults, which its answers show.
fn complete(kind: Kind, given: Settings, uuid: &str) -> Settings {
    let usual = if kind.is_queue() { SMALL_BATCH } else { 100 };
    let mut settings = Settings { batch_size: given.batch_size.or(Some(usual)), ..given };
    let s = &mut settings;
    if kind.is_queue() || kind.is_stream() {
        s.maximum_batching_window_in_seconds.get_or_insert(0);
        s.function_response_types.get_or_insert_default();
    }
    if kind.is_stream() {
        s.parallelization_factor.get_or_insert(1);
        s.maximum_record_age_in_seconds.get_or_insert(-1);
        s.maximum_retry_attempts.get_or_insert(-1);
        s.bisect_batch_on_function_error.get_or_insert(false);
        s.tumbling_window_in_seconds.get_or_insert(0);
    }
    if kind.is_stream() || kind.is_kafka() {
        s.destination_config.get_or_insert_default();
    }
    if kind.is_kafka() {
        s.starting_position.get_or_insert_with(|| "TRIM_HORIZON".to_owned());
    }
    match kind {
        Kind::ManagedKafka => {
            let config: &mut AmazonManagedKafkaEventSourceConfig =
                s.amazon_managed_kafka_event_source_config.get_or_insert_default();
            config.consumer_group_id.get_or_insert_with(|| uuid.to_owned());
        }
        Kind::SelfManagedKafka => {
            let config: &mut SelfManagedKafkaEventSourceConfig =
                s.self_managed_kafka_event_source_config.get_or_insert_default();
            config.consumer_group_id.get_or_insert_with(|| uuid.to_owned());
        }
        Kind::DocumentDb => {
            let config = s.document_db_event_source_config.get_or_insert_default();
            config.full_document.get_or_insert_with(|| "Default".to_owned());
        }
        _ => {}
    }
    settings
}

/// What is given empty is taken away; what is left of a destination is where failed records go.
fn tidy(kind: Kind, mut settings: Settings) -> Settings {
    let s = &mut settings;
    if let Some(DestinationConfig { on_failure, .. }) = &mut s.destination_config {
        let failure: &mut OnFailure = on_failure.get_or_insert_default();
        failure.destination = failure.destination.take().filter(|arn| !arn.is_empty());
    }
    s.filter_criteria =
        s.filter_criteria.take().filter(|c| c.filters.as_ref().is_some_and(|filters| !filters.is_empty()));
    s.kms_key_arn = s.kms_key_arn.take().filter(|arn| !arn.is_empty());
    s.scaling_config = s.scaling_config.take().filter(|c| c.maximum_concurrency.is_some());
    s.metrics_config =
        s.metrics_config.take().filter(|c| c.metrics.as_ref().is_some_and(|metrics| !metrics.is_empty()));
    s.logging_config = s.logging_config.take().filter(|c| c.system_log_level.is_some());
    s.provisioned_poller_config = s.provisioned_poller_config.take().filter(|c| *c != Default::default());
    if let Some(pollers) = &mut s.provisioned_poller_config {
        pollers.minimum_pollers.get_or_insert(if kind.is_queue() { 2 } else { 1 });
        pollers.maximum_pollers.get_or_insert(200);
    }
    settings
}

fn merge(old: Settings, mut new: Settings) -> Settings {
    // A consumer group stays what it is unless another one is named.
    if let (Some(new), Some(old)) =
        (&mut new.amazon_managed_kafka_event_source_config, &old.amazon_managed_kafka_event_source_config)
    {
        new.consumer_group_id = new.consumer_group_id.take().or_else(|| old.consumer_group_id.clone());
    }
    if let (Some(new), Some(old)) =
        (&mut new.self_managed_kafka_event_source_config, &old.self_managed_kafka_event_source_config)
    {
        new.consumer_group_id = new.consumer_group_id.take().or_else(|| old.consumer_group_id.clone());
    }
    Settings {
        batch_size: new.batch_size.or(old.batch_size),
        filter_criteria: new.filter_criteria.or(old.filter_criteria),
        kms_key_arn: new.kms_key_arn.or(old.kms_key_arn),
        metrics_config: new.metrics_config.or(old.metrics_config),
        logging_config: new.logging_config.or(old.logging_config),
        scaling_config: new.scaling_config.or(old.scaling_config),
        maximum_batching_window_in_seconds: new
            .maximum_batching_window_in_seconds
            .or(old.maximum_batching_window_in_seconds),
        parallelization_factor: new.parallelization_factor.or(old.parallelization_factor),
        destination_config: new.destination_config.or(old.destination_config),
        maximum_record_age_in_seconds: new
            .maximum_record_age_in_seconds
            .or(old.maximum_record_age_in_seconds),
        bisect_batch_on_function_error: new
            .bisect_batch_on_function_error
            .or(old.bisect_batch_on_function_error),
        maximum_retry_attempts: new.maximum_retry_attempts.or(old.maximum_retry_attempts),
        tumbling_window_in_seconds: new.tumbling_window_in_seconds.or(old.tumbling_window_in_seconds),
        source_access_configurations: new.source_access_configurations.or(old.source_access_configurations),
        function_response_types: new.function_response_types.or(old.function_response_types),
        amazon_managed_kafka_event_source_config: new
            .amazon_managed_kafka_event_source_config
            .or(old.amazon_managed_kafka_event_source_config),
        self_managed_kafka_event_source_config: new
            .self_managed_kafka_event_source_config
            .or(old.self_managed_kafka_event_source_config),
        document_db_event_source_config: new
            .document_db_event_source_config
            .or(old.document_db_event_source_config),
        provisioned_poller_config: new.provisioned_poller_config.or(old.provisioned_poller_config),
        ..old
    }
}
