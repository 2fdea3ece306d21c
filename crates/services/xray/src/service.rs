//! The service: which operation is which function.

use crate::analyses::Analyses;
use crate::errors::{invalid, store as explain};
use crate::sampling::Reports;
use crate::settings::{tags_of, with_tags};
use crate::{document, groups, sampling, traces};
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::xray::{
    EncryptionConfig, GetEncryptionConfigResult, ListTagsForResourceRequest, ListTagsForResourceResponse,
    MODEL, PutEncryptionConfigRequest, PutEncryptionConfigResult, Tag, TagResourceRequest,
    TagResourceResponse, UntagResourceRequest, UntagResourceResponse,
};
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use domain::{FunctionConfig, Scope};
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;
use store::{SegmentWriter, Setting, SettingKind, TraceStore};

/// How long a reader waits for what is still on its way to the store, at most.
const PATIENCE: Duration = Duration::from_secs(1);

/// AWS X-Ray.
pub struct XRayService {
    pub(crate) traces: Arc<dyn TraceStore>,
    pub(crate) writer: Arc<SegmentWriter>,
    pub(crate) reports: Reports,
    pub(crate) analyses: Analyses,
}

/// The ARN of something of X-Ray's.
pub(crate) fn arn(scope: &Scope, what: &str) -> String {
    let Scope { account, region } = scope;
    format!("arn:{}:xray:{region}:{account}:{what}", region.partition())
}

/// With whom a function's segments, or those of all who send them by the API, share the room.
pub(crate) fn source(Scope { account, region }: &Scope, function: &str) -> Arc<str> {
    format!("{account}/{region}/{function}").into()
}

impl XRayService {
    /// The service on a store, to which segments come through the writer.
    pub fn new(traces: Arc<dyn TraceStore>, writer: Arc<SegmentWriter>) -> Self {
        Self { traces, writer, reports: Reports::default(), analyses: Analyses::default() }
    }

    /// Takes what a function sent to the daemon's address; what is no segment is dropped, as the daemon does.
    pub fn datagram(&self, function: &FunctionConfig, datagram: &[u8]) {
        match document::of_datagram(datagram).map(document::read) {
            Some(Ok(segment)) => {
                let source = source(&function.scope, function.name.as_str());
                self.writer.offer(&function.scope, segment, &source);
            }
            Some(Err(refused)) => {
                tracing::debug!(code = refused.code, "a function sent a segment that is none")
            }
            None => tracing::debug!("a function sent something else than a segment to X-Ray's address"),
        }
    }

    /// 32 digits that nobody has yet.
    pub(crate) fn unique(&self) -> String {
        aws_wire::random::<16>().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02X}");
            text
        })
    }

    async fn encryption(&self, scope: &Scope) -> Result<EncryptionConfig, ApiError> {
        let kept = self.traces.settings(scope, SettingKind::Encryption).await.map_err(|e| explain(&e))?;
        let kept = kept.first().and_then(|setting| serde_json::from_str(&setting.value).ok());
        let none = || EncryptionConfig {
            key_id: None,
            status: Some("ACTIVE".to_owned()),
            r#type: Some("NONE".to_owned()),
        };
        Ok(kept.unwrap_or_else(none))
    }

    async fn put_encryption_config(&self, scope: &Scope, input: Input) -> Result<Output, ApiError> {
        let PutEncryptionConfigRequest { key_id, r#type } = input.parse()?;
        if (r#type == "KMS") != key_id.is_some() {
            return Err(invalid("A KeyId is needed for type KMS, and only for that."));
        }
        let config = EncryptionConfig { key_id, status: Some("ACTIVE".to_owned()), r#type: Some(r#type) };
        let value = serde_json::to_string(&config).map_err(|_| ApiError::internal())?;
        let setting = Setting { kind: SettingKind::Encryption, name: String::new(), value };
        for is_new in [false, true] {
            let put = self.traces.put_setting(scope, setting.clone(), is_new, 1).await;
            if put.map_err(|e| explain(&e))? {
                return Output::of(&PutEncryptionConfigResult { encryption_config: Some(config) });
            }
        }
        Err(ApiError::internal())
    }

    async fn tag(&self, scope: &Scope, input: Input) -> Result<Output, ApiError> {
        let TagResourceRequest { resource_arn, tags } = input.parse()?;
        let tags = tags_of(Some(tags))?;
        with_tags(&*self.traces, scope, &resource_arn, |kept| kept.extend(tags)).await?;
        Output::of(&TagResourceResponse {})
    }

    async fn untag(&self, scope: &Scope, input: Input) -> Result<Output, ApiError> {
        let UntagResourceRequest { resource_arn, tag_keys } = input.parse()?;
        with_tags(&*self.traces, scope, &resource_arn, |kept| kept.retain(|key, _| !tag_keys.contains(key)))
            .await?;
        Output::of(&UntagResourceResponse {})
    }

    async fn list_tags(&self, scope: &Scope, input: Input) -> Result<Output, ApiError> {
        let ListTagsForResourceRequest { resource_arn, .. } = input.parse()?;
        let kept = with_tags(&*self.traces, scope, &resource_arn, |kept| kept.clone()).await?;
        let tags = kept.into_iter().map(|(key, value)| Tag { key, value }).collect();
        Output::of(&ListTagsForResourceResponse { tags: Some(tags), next_token: None })
    }
}

#[async_trait]
impl Service for XRayService {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn access(&self, asked: &Asked<'_>) -> Access {
        crate::access::access(asked)
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        let scope = &context.scope;
        if operation.name.starts_with("Get") || operation.name.starts_with("Batch") {
            let _ = tokio::time::timeout(PATIENCE, self.writer.flush()).await;
        }
        match operation.name {
            "PutTraceSegments" => traces::put_trace_segments(self, &context, input),
            "PutTelemetryRecords" => traces::put_telemetry_records(input),
            "BatchGetTraces" => traces::batch_get_traces(self, &context, input).await,
            "GetTraceSummaries" => traces::get_trace_summaries(self, &context, input).await,
            "GetTraceGraph" => traces::get_trace_graph(self, &context, input).await,
            "GetServiceGraph" => traces::get_service_graph(self, &context, input).await,
            "GetTimeSeriesServiceStatistics" => {
                traces::get_time_series_service_statistics(self, &context, input).await
            }
            "CreateGroup" => groups::create_group(self, &context, input).await,
            "UpdateGroup" => groups::update_group(self, &context, input).await,
            "DeleteGroup" => groups::delete_group(self, &context, input).await,
            "GetGroup" => groups::get_group(self, &context, input).await,
            "GetGroups" => groups::get_groups(self, &context).await,
            "CreateSamplingRule" => sampling::create_sampling_rule(self, &context, input).await,
            "UpdateSamplingRule" => sampling::update_sampling_rule(self, &context, input).await,
            "DeleteSamplingRule" => sampling::delete_sampling_rule(self, &context, input).await,
            "GetSamplingRules" => sampling::get_sampling_rules(self, &context).await,
            "GetSamplingTargets" => sampling::get_sampling_targets(self, &context, input).await,
            "GetSamplingStatisticSummaries" => sampling::get_sampling_statistic_summaries(self, &context),
            "GetEncryptionConfig" => {
                let encryption_config = Some(self.encryption(scope).await?);
                Output::of(&GetEncryptionConfigResult { encryption_config })
            }
            "PutEncryptionConfig" => self.put_encryption_config(scope, input).await,
            "TagResource" => self.tag(scope, input).await,
            "UntagResource" => self.untag(scope, input).await,
            "ListTagsForResource" => self.list_tags(scope, input).await,
            name => Err(ApiError::not_implemented("xray", name)),
        }
    }
}
