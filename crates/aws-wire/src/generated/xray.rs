// Written by `cargo xtask generate`. Do not edit.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// AWS X-Ray.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "xray",
    service_id: "XRay",
    api_version: "2016-04-12",
    target_prefix: "",
    xml_namespace: "",
    protocol: Protocol::RestJson,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static OPERATIONS: [Operation; 38] = [
    Operation { name: "BatchGetTraces", method: "POST", uri: "/Traces", status: 200, input: Some(ShapeId(15)), output: Some(ShapeId(16)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "CancelTraceRetrieval", method: "POST", uri: "/CancelTraceRetrieval", status: 200, input: Some(ShapeId(19)), output: Some(ShapeId(20)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: false },
    Operation { name: "CreateGroup", method: "POST", uri: "/CreateGroup", status: 200, input: Some(ShapeId(24)), output: Some(ShapeId(25)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "CreateSamplingRule", method: "POST", uri: "/CreateSamplingRule", status: 200, input: Some(ShapeId(26)), output: Some(ShapeId(27)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(189), ShapeId(237)], built: true },
    Operation { name: "DeleteGroup", method: "POST", uri: "/DeleteGroup", status: 200, input: Some(ShapeId(28)), output: Some(ShapeId(29)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "DeleteResourcePolicy", method: "POST", uri: "/DeleteResourcePolicy", status: 200, input: Some(ShapeId(30)), output: Some(ShapeId(31)), result_wrapper: "", errors: &[ShapeId(134), ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "DeleteSamplingRule", method: "POST", uri: "/DeleteSamplingRule", status: 200, input: Some(ShapeId(32)), output: Some(ShapeId(33)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetEncryptionConfig", method: "POST", uri: "/EncryptionConfig", status: 200, input: Some(ShapeId(63)), output: Some(ShapeId(64)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetGroup", method: "POST", uri: "/GetGroup", status: 200, input: Some(ShapeId(65)), output: Some(ShapeId(66)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetGroups", method: "POST", uri: "/Groups", status: 200, input: Some(ShapeId(68)), output: Some(ShapeId(69)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetIndexingRules", method: "POST", uri: "/GetIndexingRules", status: 200, input: Some(ShapeId(70)), output: Some(ShapeId(71)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "GetInsight", method: "POST", uri: "/Insight", status: 200, input: Some(ShapeId(77)), output: Some(ShapeId(78)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "GetInsightEvents", method: "POST", uri: "/InsightEvents", status: 200, input: Some(ShapeId(73)), output: Some(ShapeId(74)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "GetInsightImpactGraph", method: "POST", uri: "/InsightImpactGraph", status: 200, input: Some(ShapeId(75)), output: Some(ShapeId(76)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "GetInsightSummaries", method: "POST", uri: "/InsightSummaries", status: 200, input: Some(ShapeId(80)), output: Some(ShapeId(81)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "GetRetrievedTracesGraph", method: "POST", uri: "/GetRetrievedTracesGraph", status: 200, input: Some(ShapeId(82)), output: Some(ShapeId(83)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: false },
    Operation { name: "GetSamplingRules", method: "POST", uri: "/GetSamplingRules", status: 200, input: Some(ShapeId(84)), output: Some(ShapeId(85)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetSamplingStatisticSummaries", method: "POST", uri: "/SamplingStatisticSummaries", status: 200, input: Some(ShapeId(86)), output: Some(ShapeId(87)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetSamplingTargets", method: "POST", uri: "/SamplingTargets", status: 200, input: Some(ShapeId(88)), output: Some(ShapeId(89)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetServiceGraph", method: "POST", uri: "/ServiceGraph", status: 200, input: Some(ShapeId(90)), output: Some(ShapeId(91)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetTimeSeriesServiceStatistics", method: "POST", uri: "/TimeSeriesServiceStatistics", status: 200, input: Some(ShapeId(92)), output: Some(ShapeId(93)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetTraceGraph", method: "POST", uri: "/TraceGraph", status: 200, input: Some(ShapeId(94)), output: Some(ShapeId(95)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "GetTraceSegmentDestination", method: "POST", uri: "/GetTraceSegmentDestination", status: 200, input: Some(ShapeId(96)), output: Some(ShapeId(97)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "GetTraceSummaries", method: "POST", uri: "/TraceSummaries", status: 200, input: Some(ShapeId(98)), output: Some(ShapeId(99)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "ListResourcePolicies", method: "POST", uri: "/ListResourcePolicies", status: 200, input: Some(ShapeId(138)), output: Some(ShapeId(139)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
    Operation { name: "ListRetrievedTraces", method: "POST", uri: "/ListRetrievedTraces", status: 200, input: Some(ShapeId(140)), output: Some(ShapeId(141)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: false },
    Operation { name: "ListTagsForResource", method: "POST", uri: "/ListTagsForResource", status: 200, input: Some(ShapeId(142)), output: Some(ShapeId(143)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: true },
    Operation { name: "PutEncryptionConfig", method: "POST", uri: "/PutEncryptionConfig", status: 200, input: Some(ShapeId(159)), output: Some(ShapeId(160)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "PutResourcePolicy", method: "POST", uri: "/PutResourcePolicy", status: 200, input: Some(ShapeId(161)), output: Some(ShapeId(162)), result_wrapper: "", errors: &[ShapeId(134), ShapeId(144), ShapeId(145), ShapeId(151), ShapeId(155), ShapeId(237)], built: false },
    Operation { name: "PutTelemetryRecords", method: "POST", uri: "/TelemetryRecords", status: 200, input: Some(ShapeId(163)), output: Some(ShapeId(164)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "PutTraceSegments", method: "POST", uri: "/TraceSegments", status: 200, input: Some(ShapeId(165)), output: Some(ShapeId(166)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "StartTraceRetrieval", method: "POST", uri: "/StartTraceRetrieval", status: 200, input: Some(ShapeId(225)), output: Some(ShapeId(226)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: false },
    Operation { name: "TagResource", method: "POST", uri: "/TagResource", status: 200, input: Some(ShapeId(232)), output: Some(ShapeId(233)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237), ShapeId(243)], built: true },
    Operation { name: "UntagResource", method: "POST", uri: "/UntagResource", status: 200, input: Some(ShapeId(269)), output: Some(ShapeId(270)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: true },
    Operation { name: "UpdateGroup", method: "POST", uri: "/UpdateGroup", status: 200, input: Some(ShapeId(271)), output: Some(ShapeId(272)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "UpdateIndexingRule", method: "POST", uri: "/UpdateIndexingRule", status: 200, input: Some(ShapeId(273)), output: Some(ShapeId(274)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(172), ShapeId(237)], built: false },
    Operation { name: "UpdateSamplingRule", method: "POST", uri: "/UpdateSamplingRule", status: 200, input: Some(ShapeId(275)), output: Some(ShapeId(276)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: true },
    Operation { name: "UpdateTraceSegmentDestination", method: "POST", uri: "/UpdateTraceSegmentDestination", status: 200, input: Some(ShapeId(277)), output: Some(ShapeId(278)), result_wrapper: "", errors: &[ShapeId(135), ShapeId(237)], built: false },
];

static SIBLINGS: [Sibling; 0] = [
];

static PATTERNS: [Pattern; 2] = [
    Pattern::new("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"),
    Pattern::new("[\\w+=,.@-]+"),
];

static SHAPES: [Shape; 282] = [
    Shape { name: "Alias", kind: Kind::Structure(&M0), sensitive: false, error: None },
    Shape { name: "AliasList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(0), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AliasNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(227), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AmazonResourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1011) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AnnotationKey", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AnnotationValue", kind: Kind::Structure(&M5), sensitive: false, error: None },
    Shape { name: "Annotations", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(4), value: ShapeId(280) }), sensitive: false, error: None },
    Shape { name: "AnomalousService", kind: Kind::Structure(&M7), sensitive: false, error: None },
    Shape { name: "AnomalousServiceList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(7), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AnomalyCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "AttributeKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AttributeMap", kind: Kind::Map(Map { length: Length { min: None, max: Some(5) }, key: ShapeId(10), value: ShapeId(12) }), sensitive: false, error: None },
    Shape { name: "AttributeValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AvailabilityZoneDetail", kind: Kind::Structure(&M13), sensitive: false, error: None },
    Shape { name: "BackendConnectionErrors", kind: Kind::Structure(&M14), sensitive: false, error: None },
    Shape { name: "BatchGetTracesRequest", kind: Kind::Structure(&M15), sensitive: false, error: None },
    Shape { name: "BatchGetTracesResult", kind: Kind::Structure(&M16), sensitive: false, error: None },
    Shape { name: "Boolean", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "BorrowCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "CancelTraceRetrievalRequest", kind: Kind::Structure(&M19), sensitive: false, error: None },
    Shape { name: "CancelTraceRetrievalResult", kind: Kind::Structure(&M20), sensitive: false, error: None },
    Shape { name: "ClientID", kind: Kind::String(Text { length: Length { min: Some(24), max: Some(24) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "CloudWatchLogsConfiguration", kind: Kind::Structure(&M22), sensitive: false, error: None },
    Shape { name: "CooldownWindowMinutes", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "CreateGroupRequest", kind: Kind::Structure(&M24), sensitive: false, error: None },
    Shape { name: "CreateGroupResult", kind: Kind::Structure(&M25), sensitive: false, error: None },
    Shape { name: "CreateSamplingRuleRequest", kind: Kind::Structure(&M26), sensitive: false, error: None },
    Shape { name: "CreateSamplingRuleResult", kind: Kind::Structure(&M27), sensitive: false, error: None },
    Shape { name: "DeleteGroupRequest", kind: Kind::Structure(&M28), sensitive: false, error: None },
    Shape { name: "DeleteGroupResult", kind: Kind::Structure(&M29), sensitive: false, error: None },
    Shape { name: "DeleteResourcePolicyRequest", kind: Kind::Structure(&M30), sensitive: false, error: None },
    Shape { name: "DeleteResourcePolicyResult", kind: Kind::Structure(&M31), sensitive: false, error: None },
    Shape { name: "DeleteSamplingRuleRequest", kind: Kind::Structure(&M32), sensitive: false, error: None },
    Shape { name: "DeleteSamplingRuleResult", kind: Kind::Structure(&M33), sensitive: false, error: None },
    Shape { name: "Double", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "EC2InstanceId", kind: Kind::String(Text { length: Length { min: None, max: Some(20) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Edge", kind: Kind::Structure(&M36), sensitive: false, error: None },
    Shape { name: "EdgeList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(36), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "EdgeStatistics", kind: Kind::Structure(&M38), sensitive: false, error: None },
    Shape { name: "EncryptionConfig", kind: Kind::Structure(&M39), sensitive: false, error: None },
    Shape { name: "EncryptionKeyId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(3000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EncryptionStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "UPDATING"] }), sensitive: false, error: None },
    Shape { name: "EncryptionType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["KMS", "NONE"] }), sensitive: false, error: None },
    Shape { name: "EntitySelectorExpression", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(500) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ErrorRootCause", kind: Kind::Structure(&M45), sensitive: false, error: None },
    Shape { name: "ErrorRootCauseEntity", kind: Kind::Structure(&M46), sensitive: false, error: None },
    Shape { name: "ErrorRootCauseEntityPath", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(46), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ErrorRootCauseService", kind: Kind::Structure(&M48), sensitive: false, error: None },
    Shape { name: "ErrorRootCauseServices", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(48), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ErrorRootCauses", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(45), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ErrorStatistics", kind: Kind::Structure(&M51), sensitive: false, error: None },
    Shape { name: "EventSummaryText", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FaultRootCause", kind: Kind::Structure(&M53), sensitive: false, error: None },
    Shape { name: "FaultRootCauseEntity", kind: Kind::Structure(&M54), sensitive: false, error: None },
    Shape { name: "FaultRootCauseEntityPath", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(54), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FaultRootCauseService", kind: Kind::Structure(&M56), sensitive: false, error: None },
    Shape { name: "FaultRootCauseServices", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(56), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FaultRootCauses", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(53), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FaultStatistics", kind: Kind::Structure(&M59), sensitive: false, error: None },
    Shape { name: "FilterExpression", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FixedRate", kind: Kind::Double(Real { min: Some(0.0), max: Some(1.0) }), sensitive: false, error: None },
    Shape { name: "ForecastStatistics", kind: Kind::Structure(&M62), sensitive: false, error: None },
    Shape { name: "GetEncryptionConfigRequest", kind: Kind::Structure(&M63), sensitive: false, error: None },
    Shape { name: "GetEncryptionConfigResult", kind: Kind::Structure(&M64), sensitive: false, error: None },
    Shape { name: "GetGroupRequest", kind: Kind::Structure(&M65), sensitive: false, error: None },
    Shape { name: "GetGroupResult", kind: Kind::Structure(&M66), sensitive: false, error: None },
    Shape { name: "GetGroupsNextToken", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(100) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GetGroupsRequest", kind: Kind::Structure(&M68), sensitive: false, error: None },
    Shape { name: "GetGroupsResult", kind: Kind::Structure(&M69), sensitive: false, error: None },
    Shape { name: "GetIndexingRulesRequest", kind: Kind::Structure(&M70), sensitive: false, error: None },
    Shape { name: "GetIndexingRulesResult", kind: Kind::Structure(&M71), sensitive: false, error: None },
    Shape { name: "GetInsightEventsMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "GetInsightEventsRequest", kind: Kind::Structure(&M73), sensitive: false, error: None },
    Shape { name: "GetInsightEventsResult", kind: Kind::Structure(&M74), sensitive: false, error: None },
    Shape { name: "GetInsightImpactGraphRequest", kind: Kind::Structure(&M75), sensitive: false, error: None },
    Shape { name: "GetInsightImpactGraphResult", kind: Kind::Structure(&M76), sensitive: false, error: None },
    Shape { name: "GetInsightRequest", kind: Kind::Structure(&M77), sensitive: false, error: None },
    Shape { name: "GetInsightResult", kind: Kind::Structure(&M78), sensitive: false, error: None },
    Shape { name: "GetInsightSummariesMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(100) }), sensitive: false, error: None },
    Shape { name: "GetInsightSummariesRequest", kind: Kind::Structure(&M80), sensitive: false, error: None },
    Shape { name: "GetInsightSummariesResult", kind: Kind::Structure(&M81), sensitive: false, error: None },
    Shape { name: "GetRetrievedTracesGraphRequest", kind: Kind::Structure(&M82), sensitive: false, error: None },
    Shape { name: "GetRetrievedTracesGraphResult", kind: Kind::Structure(&M83), sensitive: false, error: None },
    Shape { name: "GetSamplingRulesRequest", kind: Kind::Structure(&M84), sensitive: false, error: None },
    Shape { name: "GetSamplingRulesResult", kind: Kind::Structure(&M85), sensitive: false, error: None },
    Shape { name: "GetSamplingStatisticSummariesRequest", kind: Kind::Structure(&M86), sensitive: false, error: None },
    Shape { name: "GetSamplingStatisticSummariesResult", kind: Kind::Structure(&M87), sensitive: false, error: None },
    Shape { name: "GetSamplingTargetsRequest", kind: Kind::Structure(&M88), sensitive: false, error: None },
    Shape { name: "GetSamplingTargetsResult", kind: Kind::Structure(&M89), sensitive: false, error: None },
    Shape { name: "GetServiceGraphRequest", kind: Kind::Structure(&M90), sensitive: false, error: None },
    Shape { name: "GetServiceGraphResult", kind: Kind::Structure(&M91), sensitive: false, error: None },
    Shape { name: "GetTimeSeriesServiceStatisticsRequest", kind: Kind::Structure(&M92), sensitive: false, error: None },
    Shape { name: "GetTimeSeriesServiceStatisticsResult", kind: Kind::Structure(&M93), sensitive: false, error: None },
    Shape { name: "GetTraceGraphRequest", kind: Kind::Structure(&M94), sensitive: false, error: None },
    Shape { name: "GetTraceGraphResult", kind: Kind::Structure(&M95), sensitive: false, error: None },
    Shape { name: "GetTraceSegmentDestinationRequest", kind: Kind::Structure(&M96), sensitive: false, error: None },
    Shape { name: "GetTraceSegmentDestinationResult", kind: Kind::Structure(&M97), sensitive: false, error: None },
    Shape { name: "GetTraceSummariesRequest", kind: Kind::Structure(&M98), sensitive: false, error: None },
    Shape { name: "GetTraceSummariesResult", kind: Kind::Structure(&M99), sensitive: false, error: None },
    Shape { name: "GraphLink", kind: Kind::Structure(&M100), sensitive: false, error: None },
    Shape { name: "Group", kind: Kind::Structure(&M101), sensitive: false, error: None },
    Shape { name: "GroupARN", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(400) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GroupName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GroupSummary", kind: Kind::Structure(&M104), sensitive: false, error: None },
    Shape { name: "GroupSummaryList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(104), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "HTTPMethod", kind: Kind::String(Text { length: Length { min: None, max: Some(10) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Histogram", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(108), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "HistogramEntry", kind: Kind::Structure(&M108), sensitive: false, error: None },
    Shape { name: "Host", kind: Kind::String(Text { length: Length { min: None, max: Some(64) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Hostname", kind: Kind::String(Text { length: Length { min: None, max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Http", kind: Kind::Structure(&M111), sensitive: false, error: None },
    Shape { name: "IndexingRule", kind: Kind::Structure(&M112), sensitive: false, error: None },
    Shape { name: "IndexingRuleList", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(112), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "IndexingRuleValue", kind: Kind::Structure(&M114), sensitive: false, error: None },
    Shape { name: "IndexingRuleValueUpdate", kind: Kind::Structure(&M115), sensitive: false, error: None },
    Shape { name: "Insight", kind: Kind::Structure(&M116), sensitive: false, error: None },
    Shape { name: "InsightCategory", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["FAULT"] }), sensitive: false, error: None },
    Shape { name: "InsightCategoryList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(117), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightEvent", kind: Kind::Structure(&M119), sensitive: false, error: None },
    Shape { name: "InsightEventList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(119), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[0]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightImpactGraphEdge", kind: Kind::Structure(&M122), sensitive: false, error: None },
    Shape { name: "InsightImpactGraphEdgeList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(122), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightImpactGraphService", kind: Kind::Structure(&M124), sensitive: false, error: None },
    Shape { name: "InsightImpactGraphServiceList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(124), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightState", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "CLOSED"] }), sensitive: false, error: None },
    Shape { name: "InsightStateList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(1) }, item: ShapeId(126), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightSummary", kind: Kind::Structure(&M128), sensitive: false, error: None },
    Shape { name: "InsightSummaryList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(128), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightSummaryText", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightsConfiguration", kind: Kind::Structure(&M131), sensitive: false, error: None },
    Shape { name: "InstanceIdDetail", kind: Kind::Structure(&M132), sensitive: false, error: None },
    Shape { name: "Integer", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "InvalidPolicyRevisionIdException", kind: Kind::Structure(&M134), sensitive: false, error: Some(ErrorTrait { code: "InvalidPolicyRevisionIdException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidRequestException", kind: Kind::Structure(&M135), sensitive: false, error: Some(ErrorTrait { code: "InvalidRequestException", status: 400, sender_fault: true }) },
    Shape { name: "KmsKeyId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LinksList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(100), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ListResourcePoliciesRequest", kind: Kind::Structure(&M138), sensitive: false, error: None },
    Shape { name: "ListResourcePoliciesResult", kind: Kind::Structure(&M139), sensitive: false, error: None },
    Shape { name: "ListRetrievedTracesRequest", kind: Kind::Structure(&M140), sensitive: false, error: None },
    Shape { name: "ListRetrievedTracesResult", kind: Kind::Structure(&M141), sensitive: false, error: None },
    Shape { name: "ListTagsForResourceRequest", kind: Kind::Structure(&M142), sensitive: false, error: None },
    Shape { name: "ListTagsForResourceResponse", kind: Kind::Structure(&M143), sensitive: false, error: None },
    Shape { name: "LockoutPreventionException", kind: Kind::Structure(&M144), sensitive: false, error: Some(ErrorTrait { code: "LockoutPreventionException", status: 400, sender_fault: true }) },
    Shape { name: "MalformedPolicyDocumentException", kind: Kind::Structure(&M145), sensitive: false, error: Some(ErrorTrait { code: "MalformedPolicyDocumentException", status: 400, sender_fault: true }) },
    Shape { name: "MaxRate", kind: Kind::Double(Real { min: Some(0.0), max: Some(1.0) }), sensitive: false, error: None },
    Shape { name: "NullableBoolean", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "NullableDouble", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "NullableInteger", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "NullableLong", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "PolicyCountLimitExceededException", kind: Kind::Structure(&M151), sensitive: false, error: Some(ErrorTrait { code: "PolicyCountLimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "PolicyDocument", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PolicyName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[1]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PolicyRevisionId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PolicySizeLimitExceededException", kind: Kind::Structure(&M155), sensitive: false, error: Some(ErrorTrait { code: "PolicySizeLimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "Priority", kind: Kind::Integer(Whole { min: Some(1), max: Some(9999) }), sensitive: false, error: None },
    Shape { name: "ProbabilisticRuleValue", kind: Kind::Structure(&M157), sensitive: false, error: None },
    Shape { name: "ProbabilisticRuleValueUpdate", kind: Kind::Structure(&M158), sensitive: false, error: None },
    Shape { name: "PutEncryptionConfigRequest", kind: Kind::Structure(&M159), sensitive: false, error: None },
    Shape { name: "PutEncryptionConfigResult", kind: Kind::Structure(&M160), sensitive: false, error: None },
    Shape { name: "PutResourcePolicyRequest", kind: Kind::Structure(&M161), sensitive: false, error: None },
    Shape { name: "PutResourcePolicyResult", kind: Kind::Structure(&M162), sensitive: false, error: None },
    Shape { name: "PutTelemetryRecordsRequest", kind: Kind::Structure(&M163), sensitive: false, error: None },
    Shape { name: "PutTelemetryRecordsResult", kind: Kind::Structure(&M164), sensitive: false, error: None },
    Shape { name: "PutTraceSegmentsRequest", kind: Kind::Structure(&M165), sensitive: false, error: None },
    Shape { name: "PutTraceSegmentsResult", kind: Kind::Structure(&M166), sensitive: false, error: None },
    Shape { name: "RequestCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "RequestImpactStatistics", kind: Kind::Structure(&M168), sensitive: false, error: None },
    Shape { name: "ReservoirSize", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "ResourceARN", kind: Kind::String(Text { length: Length { min: None, max: Some(500) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceARNDetail", kind: Kind::Structure(&M171), sensitive: false, error: None },
    Shape { name: "ResourceNotFoundException", kind: Kind::Structure(&M172), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotFoundException", status: 404, sender_fault: true }) },
    Shape { name: "ResourcePolicy", kind: Kind::Structure(&M173), sensitive: false, error: None },
    Shape { name: "ResourcePolicyList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(173), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResourcePolicyNextToken", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(100) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResponseTimeRootCause", kind: Kind::Structure(&M176), sensitive: false, error: None },
    Shape { name: "ResponseTimeRootCauseEntity", kind: Kind::Structure(&M177), sensitive: false, error: None },
    Shape { name: "ResponseTimeRootCauseEntityPath", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(177), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResponseTimeRootCauseService", kind: Kind::Structure(&M179), sensitive: false, error: None },
    Shape { name: "ResponseTimeRootCauseServices", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(179), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResponseTimeRootCauses", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(176), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RetrievalStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["CANCELLED", "COMPLETE", "FAILED", "RUNNING", "TIMEOUT", "SCHEDULED"] }), sensitive: false, error: None },
    Shape { name: "RetrievalToken", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1020) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RetrievedService", kind: Kind::Structure(&M184), sensitive: false, error: None },
    Shape { name: "RetrievedServicesList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(1000) }, item: ShapeId(184), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RetrievedTrace", kind: Kind::Structure(&M186), sensitive: false, error: None },
    Shape { name: "RootCauseException", kind: Kind::Structure(&M187), sensitive: false, error: None },
    Shape { name: "RootCauseExceptions", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(187), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RuleLimitExceededException", kind: Kind::Structure(&M189), sensitive: false, error: Some(ErrorTrait { code: "RuleLimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "RuleName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SampledAnomalyCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "SampledCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "SamplingBoost", kind: Kind::Structure(&M193), sensitive: false, error: None },
    Shape { name: "SamplingBoostStatisticsDocument", kind: Kind::Structure(&M194), sensitive: false, error: None },
    Shape { name: "SamplingBoostStatisticsDocumentList", kind: Kind::List(List { length: Length { min: None, max: Some(25) }, item: ShapeId(194), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SamplingRateBoost", kind: Kind::Structure(&M196), sensitive: false, error: None },
    Shape { name: "SamplingRule", kind: Kind::Structure(&M197), sensitive: false, error: None },
    Shape { name: "SamplingRuleRecord", kind: Kind::Structure(&M198), sensitive: false, error: None },
    Shape { name: "SamplingRuleRecordList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(198), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SamplingRuleUpdate", kind: Kind::Structure(&M200), sensitive: false, error: None },
    Shape { name: "SamplingStatisticSummary", kind: Kind::Structure(&M201), sensitive: false, error: None },
    Shape { name: "SamplingStatisticSummaryList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(201), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SamplingStatisticsDocument", kind: Kind::Structure(&M203), sensitive: false, error: None },
    Shape { name: "SamplingStatisticsDocumentList", kind: Kind::List(List { length: Length { min: None, max: Some(25) }, item: ShapeId(203), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SamplingStrategy", kind: Kind::Structure(&M205), sensitive: false, error: None },
    Shape { name: "SamplingStrategyName", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PartialScan", "FixedRate"] }), sensitive: false, error: None },
    Shape { name: "SamplingTargetDocument", kind: Kind::Structure(&M207), sensitive: false, error: None },
    Shape { name: "SamplingTargetDocumentList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(207), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Segment", kind: Kind::Structure(&M209), sensitive: false, error: None },
    Shape { name: "SegmentDocument", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SegmentId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SegmentList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(209), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Service", kind: Kind::Structure(&M213), sensitive: false, error: None },
    Shape { name: "ServiceId", kind: Kind::Structure(&M214), sensitive: false, error: None },
    Shape { name: "ServiceIds", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(214), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ServiceList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(213), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ServiceName", kind: Kind::String(Text { length: Length { min: None, max: Some(64) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ServiceNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(227), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ServiceStatistics", kind: Kind::Structure(&M219), sensitive: false, error: None },
    Shape { name: "ServiceType", kind: Kind::String(Text { length: Length { min: None, max: Some(64) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Span", kind: Kind::Structure(&M221), sensitive: false, error: None },
    Shape { name: "SpanDocument", kind: Kind::String(Text { length: Length { min: None, max: Some(204800) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SpanId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(16) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SpanList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(221), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "StartTraceRetrievalRequest", kind: Kind::Structure(&M225), sensitive: false, error: None },
    Shape { name: "StartTraceRetrievalResult", kind: Kind::Structure(&M226), sensitive: false, error: None },
    Shape { name: "String", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Tag", kind: Kind::Structure(&M228), sensitive: false, error: None },
    Shape { name: "TagKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TagKeyList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(200) }, item: ShapeId(229), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(200) }, item: ShapeId(228), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagResourceRequest", kind: Kind::Structure(&M232), sensitive: false, error: None },
    Shape { name: "TagResourceResponse", kind: Kind::Structure(&M233), sensitive: false, error: None },
    Shape { name: "TagValue", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TelemetryRecord", kind: Kind::Structure(&M235), sensitive: false, error: None },
    Shape { name: "TelemetryRecordList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(235), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ThrottledException", kind: Kind::Structure(&M237), sensitive: false, error: Some(ErrorTrait { code: "ThrottledException", status: 429, sender_fault: true }) },
    Shape { name: "TimeRangeType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["TraceId", "Event", "Service"] }), sensitive: false, error: None },
    Shape { name: "TimeSeriesServiceStatistics", kind: Kind::Structure(&M239), sensitive: false, error: None },
    Shape { name: "TimeSeriesServiceStatisticsList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(239), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Timestamp", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "Token", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TooManyTagsException", kind: Kind::Structure(&M243), sensitive: false, error: Some(ErrorTrait { code: "TooManyTagsException", status: 400, sender_fault: true }) },
    Shape { name: "TotalCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "Trace", kind: Kind::Structure(&M245), sensitive: false, error: None },
    Shape { name: "TraceAvailabilityZones", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(13), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceFormatType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["OTEL", "XRAY"] }), sensitive: false, error: None },
    Shape { name: "TraceId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(35) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TraceIdList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(248), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceIdListForRetrieval", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(248), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceInstanceIds", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(132), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(245), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceResourceARNs", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(171), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceSegmentDestination", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["CloudWatchLogs", "XRay"] }), sensitive: false, error: None },
    Shape { name: "TraceSegmentDestinationStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "PENDING"] }), sensitive: false, error: None },
    Shape { name: "TraceSegmentDocument", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TraceSegmentDocumentList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(256), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceSpanList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(5) }, item: ShapeId(186), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceSummary", kind: Kind::Structure(&M259), sensitive: false, error: None },
    Shape { name: "TraceSummaryList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(259), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceUser", kind: Kind::Structure(&M261), sensitive: false, error: None },
    Shape { name: "TraceUsers", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(261), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "URLPath", kind: Kind::String(Text { length: Length { min: None, max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "UnprocessedStatistics", kind: Kind::Structure(&M264), sensitive: false, error: None },
    Shape { name: "UnprocessedStatisticsList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(264), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "UnprocessedTraceIdList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(248), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "UnprocessedTraceSegment", kind: Kind::Structure(&M267), sensitive: false, error: None },
    Shape { name: "UnprocessedTraceSegmentList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(267), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "UntagResourceRequest", kind: Kind::Structure(&M269), sensitive: false, error: None },
    Shape { name: "UntagResourceResponse", kind: Kind::Structure(&M270), sensitive: false, error: None },
    Shape { name: "UpdateGroupRequest", kind: Kind::Structure(&M271), sensitive: false, error: None },
    Shape { name: "UpdateGroupResult", kind: Kind::Structure(&M272), sensitive: false, error: None },
    Shape { name: "UpdateIndexingRuleRequest", kind: Kind::Structure(&M273), sensitive: false, error: None },
    Shape { name: "UpdateIndexingRuleResult", kind: Kind::Structure(&M274), sensitive: false, error: None },
    Shape { name: "UpdateSamplingRuleRequest", kind: Kind::Structure(&M275), sensitive: false, error: None },
    Shape { name: "UpdateSamplingRuleResult", kind: Kind::Structure(&M276), sensitive: false, error: None },
    Shape { name: "UpdateTraceSegmentDestinationRequest", kind: Kind::Structure(&M277), sensitive: false, error: None },
    Shape { name: "UpdateTraceSegmentDestinationResult", kind: Kind::Structure(&M278), sensitive: false, error: None },
    Shape { name: "ValueWithServiceIds", kind: Kind::Structure(&M279), sensitive: false, error: None },
    Shape { name: "ValuesWithServiceIds", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(279), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Version", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
];

static M0: [Member; 3] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(2), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M5: [Member; 3] = [
    Member { name: "NumberValue", wire: "NumberValue", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BooleanValue", wire: "BooleanValue", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StringValue", wire: "StringValue", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M7: [Member; 1] = [
    Member { name: "ServiceId", wire: "ServiceId", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M13: [Member; 1] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M14: [Member; 6] = [
    Member { name: "TimeoutCount", wire: "TimeoutCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ConnectionRefusedCount", wire: "ConnectionRefusedCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HTTPCode4XXCount", wire: "HTTPCode4XXCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HTTPCode5XXCount", wire: "HTTPCode5XXCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UnknownHostCount", wire: "UnknownHostCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OtherCount", wire: "OtherCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M15: [Member; 2] = [
    Member { name: "TraceIds", wire: "TraceIds", shape: ShapeId(249), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M16: [Member; 3] = [
    Member { name: "Traces", wire: "Traces", shape: ShapeId(252), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UnprocessedTraceIds", wire: "UnprocessedTraceIds", shape: ShapeId(266), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M19: [Member; 1] = [
    Member { name: "RetrievalToken", wire: "RetrievalToken", shape: ShapeId(183), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M20: [Member; 0] = [
];
static M22: [Member; 1] = [
    Member { name: "SpansLogGroupKmsKeyId", wire: "SpansLogGroupKmsKeyId", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M24: [Member; 4] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FilterExpression", wire: "FilterExpression", shape: ShapeId(60), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsightsConfiguration", wire: "InsightsConfiguration", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(231), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M25: [Member; 1] = [
    Member { name: "Group", wire: "Group", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M26: [Member; 2] = [
    Member { name: "SamplingRule", wire: "SamplingRule", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(231), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M27: [Member; 1] = [
    Member { name: "SamplingRuleRecord", wire: "SamplingRuleRecord", shape: ShapeId(198), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M28: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M29: [Member; 0] = [
];
static M30: [Member; 2] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(153), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyRevisionId", wire: "PolicyRevisionId", shape: ShapeId(154), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M31: [Member; 0] = [
];
static M32: [Member; 2] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuleARN", wire: "RuleARN", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M33: [Member; 1] = [
    Member { name: "SamplingRuleRecord", wire: "SamplingRuleRecord", shape: ShapeId(198), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M36: [Member; 8] = [
    Member { name: "ReferenceId", wire: "ReferenceId", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SummaryStatistics", wire: "SummaryStatistics", shape: ShapeId(38), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResponseTimeHistogram", wire: "ResponseTimeHistogram", shape: ShapeId(107), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Aliases", wire: "Aliases", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EdgeType", wire: "EdgeType", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReceivedEventAgeHistogram", wire: "ReceivedEventAgeHistogram", shape: ShapeId(107), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M38: [Member; 5] = [
    Member { name: "OkCount", wire: "OkCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorStatistics", wire: "ErrorStatistics", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FaultStatistics", wire: "FaultStatistics", shape: ShapeId(59), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalCount", wire: "TotalCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalResponseTime", wire: "TotalResponseTime", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M39: [Member; 3] = [
    Member { name: "KeyId", wire: "KeyId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(41), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(42), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M45: [Member; 2] = [
    Member { name: "Services", wire: "Services", shape: ShapeId(49), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientImpacting", wire: "ClientImpacting", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M46: [Member; 3] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Exceptions", wire: "Exceptions", shape: ShapeId(188), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Remote", wire: "Remote", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M48: [Member; 6] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityPath", wire: "EntityPath", shape: ShapeId(47), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Inferred", wire: "Inferred", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M51: [Member; 3] = [
    Member { name: "ThrottleCount", wire: "ThrottleCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OtherCount", wire: "OtherCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalCount", wire: "TotalCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M53: [Member; 2] = [
    Member { name: "Services", wire: "Services", shape: ShapeId(57), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientImpacting", wire: "ClientImpacting", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M54: [Member; 3] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Exceptions", wire: "Exceptions", shape: ShapeId(188), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Remote", wire: "Remote", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M56: [Member; 6] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityPath", wire: "EntityPath", shape: ShapeId(55), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Inferred", wire: "Inferred", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M59: [Member; 2] = [
    Member { name: "OtherCount", wire: "OtherCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalCount", wire: "TotalCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M62: [Member; 2] = [
    Member { name: "FaultCountHigh", wire: "FaultCountHigh", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FaultCountLow", wire: "FaultCountLow", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M63: [Member; 0] = [
];
static M64: [Member; 1] = [
    Member { name: "EncryptionConfig", wire: "EncryptionConfig", shape: ShapeId(39), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M65: [Member; 2] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M66: [Member; 1] = [
    Member { name: "Group", wire: "Group", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M68: [Member; 1] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(67), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M69: [Member; 2] = [
    Member { name: "Groups", wire: "Groups", shape: ShapeId(105), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M70: [Member; 1] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M71: [Member; 2] = [
    Member { name: "IndexingRules", wire: "IndexingRules", shape: ShapeId(113), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M73: [Member; 3] = [
    Member { name: "InsightId", wire: "InsightId", shape: ShapeId(121), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(72), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M74: [Member; 2] = [
    Member { name: "InsightEvents", wire: "InsightEvents", shape: ShapeId(120), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M75: [Member; 4] = [
    Member { name: "InsightId", wire: "InsightId", shape: ShapeId(121), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M76: [Member; 7] = [
    Member { name: "InsightId", wire: "InsightId", shape: ShapeId(121), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceGraphStartTime", wire: "ServiceGraphStartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceGraphEndTime", wire: "ServiceGraphEndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Services", wire: "Services", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M77: [Member; 1] = [
    Member { name: "InsightId", wire: "InsightId", shape: ShapeId(121), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M78: [Member; 1] = [
    Member { name: "Insight", wire: "Insight", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M80: [Member; 7] = [
    Member { name: "States", wire: "States", shape: ShapeId(127), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(79), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M81: [Member; 2] = [
    Member { name: "InsightSummaries", wire: "InsightSummaries", shape: ShapeId(129), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M82: [Member; 2] = [
    Member { name: "RetrievalToken", wire: "RetrievalToken", shape: ShapeId(183), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M83: [Member; 3] = [
    Member { name: "RetrievalStatus", wire: "RetrievalStatus", shape: ShapeId(182), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Services", wire: "Services", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M84: [Member; 1] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M85: [Member; 2] = [
    Member { name: "SamplingRuleRecords", wire: "SamplingRuleRecords", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M86: [Member; 1] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M87: [Member; 2] = [
    Member { name: "SamplingStatisticSummaries", wire: "SamplingStatisticSummaries", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M88: [Member; 2] = [
    Member { name: "SamplingStatisticsDocuments", wire: "SamplingStatisticsDocuments", shape: ShapeId(204), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SamplingBoostStatisticsDocuments", wire: "SamplingBoostStatisticsDocuments", shape: ShapeId(195), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M89: [Member; 4] = [
    Member { name: "SamplingTargetDocuments", wire: "SamplingTargetDocuments", shape: ShapeId(208), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastRuleModification", wire: "LastRuleModification", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UnprocessedStatistics", wire: "UnprocessedStatistics", shape: ShapeId(265), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UnprocessedBoostStatistics", wire: "UnprocessedBoostStatistics", shape: ShapeId(265), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M90: [Member; 5] = [
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M91: [Member; 5] = [
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Services", wire: "Services", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContainsOldGroupVersions", wire: "ContainsOldGroupVersions", shape: ShapeId(17), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M92: [Member; 8] = [
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntitySelectorExpression", wire: "EntitySelectorExpression", shape: ShapeId(43), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ForecastStatistics", wire: "ForecastStatistics", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M93: [Member; 3] = [
    Member { name: "TimeSeriesServiceStatistics", wire: "TimeSeriesServiceStatistics", shape: ShapeId(240), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContainsOldGroupVersions", wire: "ContainsOldGroupVersions", shape: ShapeId(17), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M94: [Member; 2] = [
    Member { name: "TraceIds", wire: "TraceIds", shape: ShapeId(249), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M95: [Member; 2] = [
    Member { name: "Services", wire: "Services", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M96: [Member; 0] = [
];
static M97: [Member; 2] = [
    Member { name: "Destination", wire: "Destination", shape: ShapeId(254), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(255), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M98: [Member; 7] = [
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TimeRangeType", wire: "TimeRangeType", shape: ShapeId(238), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Sampling", wire: "Sampling", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SamplingStrategy", wire: "SamplingStrategy", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterExpression", wire: "FilterExpression", shape: ShapeId(60), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M99: [Member; 4] = [
    Member { name: "TraceSummaries", wire: "TraceSummaries", shape: ShapeId(260), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ApproximateTime", wire: "ApproximateTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TracesProcessedCount", wire: "TracesProcessedCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M100: [Member; 3] = [
    Member { name: "ReferenceType", wire: "ReferenceType", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceTraceId", wire: "SourceTraceId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationTraceIds", wire: "DestinationTraceIds", shape: ShapeId(249), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M101: [Member; 4] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterExpression", wire: "FilterExpression", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsightsConfiguration", wire: "InsightsConfiguration", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M104: [Member; 4] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterExpression", wire: "FilterExpression", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsightsConfiguration", wire: "InsightsConfiguration", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M108: [Member; 2] = [
    Member { name: "Value", wire: "Value", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Count", wire: "Count", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M111: [Member; 5] = [
    Member { name: "HttpURL", wire: "HttpURL", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HttpStatus", wire: "HttpStatus", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HttpMethod", wire: "HttpMethod", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UserAgent", wire: "UserAgent", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientIp", wire: "ClientIp", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M112: [Member; 3] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ModifiedAt", wire: "ModifiedAt", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Rule", wire: "Rule", shape: ShapeId(114), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M114: [Member; 1] = [
    Member { name: "Probabilistic", wire: "Probabilistic", shape: ShapeId(157), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M115: [Member; 1] = [
    Member { name: "Probabilistic", wire: "Probabilistic", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M116: [Member; 12] = [
    Member { name: "InsightId", wire: "InsightId", shape: ShapeId(121), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RootCauseServiceId", wire: "RootCauseServiceId", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Categories", wire: "Categories", shape: ShapeId(118), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(126), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Summary", wire: "Summary", shape: ShapeId(130), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientRequestImpactStatistics", wire: "ClientRequestImpactStatistics", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RootCauseServiceRequestImpactStatistics", wire: "RootCauseServiceRequestImpactStatistics", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TopAnomalousServices", wire: "TopAnomalousServices", shape: ShapeId(8), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M119: [Member; 5] = [
    Member { name: "Summary", wire: "Summary", shape: ShapeId(52), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventTime", wire: "EventTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientRequestImpactStatistics", wire: "ClientRequestImpactStatistics", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RootCauseServiceRequestImpactStatistics", wire: "RootCauseServiceRequestImpactStatistics", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TopAnomalousServices", wire: "TopAnomalousServices", shape: ShapeId(8), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M122: [Member; 1] = [
    Member { name: "ReferenceId", wire: "ReferenceId", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M124: [Member; 6] = [
    Member { name: "ReferenceId", wire: "ReferenceId", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Edges", wire: "Edges", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M128: [Member; 13] = [
    Member { name: "InsightId", wire: "InsightId", shape: ShapeId(121), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RootCauseServiceId", wire: "RootCauseServiceId", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Categories", wire: "Categories", shape: ShapeId(118), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(126), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Summary", wire: "Summary", shape: ShapeId(130), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientRequestImpactStatistics", wire: "ClientRequestImpactStatistics", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RootCauseServiceRequestImpactStatistics", wire: "RootCauseServiceRequestImpactStatistics", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TopAnomalousServices", wire: "TopAnomalousServices", shape: ShapeId(8), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdateTime", wire: "LastUpdateTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M131: [Member; 2] = [
    Member { name: "InsightsEnabled", wire: "InsightsEnabled", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NotificationsEnabled", wire: "NotificationsEnabled", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M132: [Member; 1] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M134: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M135: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M138: [Member; 1] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(175), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M139: [Member; 2] = [
    Member { name: "ResourcePolicies", wire: "ResourcePolicies", shape: ShapeId(174), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(175), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M140: [Member; 3] = [
    Member { name: "RetrievalToken", wire: "RetrievalToken", shape: ShapeId(183), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TraceFormat", wire: "TraceFormat", shape: ShapeId(247), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M141: [Member; 4] = [
    Member { name: "RetrievalStatus", wire: "RetrievalStatus", shape: ShapeId(182), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TraceFormat", wire: "TraceFormat", shape: ShapeId(247), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Traces", wire: "Traces", shape: ShapeId(258), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M142: [Member; 2] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(3), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M143: [Member; 2] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(231), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M144: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M145: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M151: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M155: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M157: [Member; 2] = [
    Member { name: "DesiredSamplingPercentage", wire: "DesiredSamplingPercentage", shape: ShapeId(148), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ActualSamplingPercentage", wire: "ActualSamplingPercentage", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M158: [Member; 1] = [
    Member { name: "DesiredSamplingPercentage", wire: "DesiredSamplingPercentage", shape: ShapeId(148), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M159: [Member; 2] = [
    Member { name: "KeyId", wire: "KeyId", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(42), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M160: [Member; 1] = [
    Member { name: "EncryptionConfig", wire: "EncryptionConfig", shape: ShapeId(39), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M161: [Member; 4] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(153), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(152), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyRevisionId", wire: "PolicyRevisionId", shape: ShapeId(154), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BypassPolicyLockoutCheck", wire: "BypassPolicyLockoutCheck", shape: ShapeId(17), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M162: [Member; 1] = [
    Member { name: "ResourcePolicy", wire: "ResourcePolicy", shape: ShapeId(173), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M163: [Member; 4] = [
    Member { name: "TelemetryRecords", wire: "TelemetryRecords", shape: ShapeId(236), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EC2InstanceId", wire: "EC2InstanceId", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Hostname", wire: "Hostname", shape: ShapeId(110), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(170), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M164: [Member; 0] = [
];
static M165: [Member; 1] = [
    Member { name: "TraceSegmentDocuments", wire: "TraceSegmentDocuments", shape: ShapeId(257), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M166: [Member; 1] = [
    Member { name: "UnprocessedTraceSegments", wire: "UnprocessedTraceSegments", shape: ShapeId(268), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M168: [Member; 3] = [
    Member { name: "FaultCount", wire: "FaultCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OkCount", wire: "OkCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalCount", wire: "TotalCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M171: [Member; 1] = [
    Member { name: "ARN", wire: "ARN", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M172: [Member; 2] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceName", wire: "ResourceName", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M173: [Member; 4] = [
    Member { name: "PolicyName", wire: "PolicyName", shape: ShapeId(153), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyDocument", wire: "PolicyDocument", shape: ShapeId(152), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PolicyRevisionId", wire: "PolicyRevisionId", shape: ShapeId(154), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdatedTime", wire: "LastUpdatedTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M176: [Member; 2] = [
    Member { name: "Services", wire: "Services", shape: ShapeId(180), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientImpacting", wire: "ClientImpacting", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M177: [Member; 3] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Coverage", wire: "Coverage", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Remote", wire: "Remote", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M179: [Member; 6] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityPath", wire: "EntityPath", shape: ShapeId(178), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Inferred", wire: "Inferred", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M184: [Member; 2] = [
    Member { name: "Service", wire: "Service", shape: ShapeId(213), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Links", wire: "Links", shape: ShapeId(137), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M186: [Member; 3] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(248), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Duration", wire: "Duration", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Spans", wire: "Spans", shape: ShapeId(224), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M187: [Member; 2] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M189: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M193: [Member; 2] = [
    Member { name: "BoostRate", wire: "BoostRate", shape: ShapeId(34), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "BoostRateTTL", wire: "BoostRateTTL", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M194: [Member; 6] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(190), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(217), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AnomalyCount", wire: "AnomalyCount", shape: ShapeId(9), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TotalCount", wire: "TotalCount", shape: ShapeId(244), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SampledAnomalyCount", wire: "SampledAnomalyCount", shape: ShapeId(191), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M196: [Member; 2] = [
    Member { name: "MaxRate", wire: "MaxRate", shape: ShapeId(146), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CooldownWindowMinutes", wire: "CooldownWindowMinutes", shape: ShapeId(23), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M197: [Member; 14] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuleARN", wire: "RuleARN", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(170), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Priority", wire: "Priority", shape: ShapeId(156), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FixedRate", wire: "FixedRate", shape: ShapeId(61), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ReservoirSize", wire: "ReservoirSize", shape: ShapeId(169), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(217), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceType", wire: "ServiceType", shape: ShapeId(220), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Host", wire: "Host", shape: ShapeId(109), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "HTTPMethod", wire: "HTTPMethod", shape: ShapeId(106), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "URLPath", wire: "URLPath", shape: ShapeId(263), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Version", wire: "Version", shape: ShapeId(281), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Attributes", wire: "Attributes", shape: ShapeId(11), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SamplingRateBoost", wire: "SamplingRateBoost", shape: ShapeId(196), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M198: [Member; 3] = [
    Member { name: "SamplingRule", wire: "SamplingRule", shape: ShapeId(197), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ModifiedAt", wire: "ModifiedAt", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M200: [Member; 13] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuleARN", wire: "RuleARN", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(170), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Priority", wire: "Priority", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FixedRate", wire: "FixedRate", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReservoirSize", wire: "ReservoirSize", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Host", wire: "Host", shape: ShapeId(109), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceName", wire: "ServiceName", shape: ShapeId(217), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceType", wire: "ServiceType", shape: ShapeId(220), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HTTPMethod", wire: "HTTPMethod", shape: ShapeId(106), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "URLPath", wire: "URLPath", shape: ShapeId(263), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Attributes", wire: "Attributes", shape: ShapeId(11), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SamplingRateBoost", wire: "SamplingRateBoost", shape: ShapeId(196), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M201: [Member; 5] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestCount", wire: "RequestCount", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BorrowCount", wire: "BorrowCount", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SampledCount", wire: "SampledCount", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M203: [Member; 6] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(190), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ClientID", wire: "ClientID", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RequestCount", wire: "RequestCount", shape: ShapeId(167), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SampledCount", wire: "SampledCount", shape: ShapeId(192), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "BorrowCount", wire: "BorrowCount", shape: ShapeId(18), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M205: [Member; 2] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(206), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M207: [Member; 6] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FixedRate", wire: "FixedRate", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReservoirQuota", wire: "ReservoirQuota", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReservoirQuotaTTL", wire: "ReservoirQuotaTTL", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Interval", wire: "Interval", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SamplingBoost", wire: "SamplingBoost", shape: ShapeId(193), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M209: [Member; 2] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(211), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Document", wire: "Document", shape: ShapeId(210), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M213: [Member; 13] = [
    Member { name: "ReferenceId", wire: "ReferenceId", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Root", wire: "Root", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Edges", wire: "Edges", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SummaryStatistics", wire: "SummaryStatistics", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurationHistogram", wire: "DurationHistogram", shape: ShapeId(107), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResponseTimeHistogram", wire: "ResponseTimeHistogram", shape: ShapeId(107), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M214: [Member; 4] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Names", wire: "Names", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M219: [Member; 5] = [
    Member { name: "OkCount", wire: "OkCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorStatistics", wire: "ErrorStatistics", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FaultStatistics", wire: "FaultStatistics", shape: ShapeId(59), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalCount", wire: "TotalCount", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TotalResponseTime", wire: "TotalResponseTime", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M221: [Member; 2] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Document", wire: "Document", shape: ShapeId(222), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M225: [Member; 3] = [
    Member { name: "TraceIds", wire: "TraceIds", shape: ShapeId(250), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M226: [Member; 1] = [
    Member { name: "RetrievalToken", wire: "RetrievalToken", shape: ShapeId(183), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M228: [Member; 2] = [
    Member { name: "Key", wire: "Key", shape: ShapeId(229), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(234), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M232: [Member; 2] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(3), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(231), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M233: [Member; 0] = [
];
static M235: [Member; 6] = [
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(241), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SegmentsReceivedCount", wire: "SegmentsReceivedCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SegmentsSentCount", wire: "SegmentsSentCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SegmentsSpilloverCount", wire: "SegmentsSpilloverCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SegmentsRejectedCount", wire: "SegmentsRejectedCount", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BackendConnectionErrors", wire: "BackendConnectionErrors", shape: ShapeId(14), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M237: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M239: [Member; 5] = [
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EdgeSummaryStatistics", wire: "EdgeSummaryStatistics", shape: ShapeId(38), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceSummaryStatistics", wire: "ServiceSummaryStatistics", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceForecastStatistics", wire: "ServiceForecastStatistics", shape: ShapeId(62), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResponseTimeHistogram", wire: "ResponseTimeHistogram", shape: ShapeId(107), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M243: [Member; 2] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceName", wire: "ResourceName", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M245: [Member; 4] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(248), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Duration", wire: "Duration", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LimitExceeded", wire: "LimitExceeded", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Segments", wire: "Segments", shape: ShapeId(212), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M259: [Member; 21] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(248), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Duration", wire: "Duration", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResponseTime", wire: "ResponseTime", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HasFault", wire: "HasFault", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HasError", wire: "HasError", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HasThrottle", wire: "HasThrottle", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IsPartial", wire: "IsPartial", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Http", wire: "Http", shape: ShapeId(111), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Annotations", wire: "Annotations", shape: ShapeId(6), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Users", wire: "Users", shape: ShapeId(262), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceIds", wire: "ServiceIds", shape: ShapeId(215), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceARNs", wire: "ResourceARNs", shape: ShapeId(253), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InstanceIds", wire: "InstanceIds", shape: ShapeId(251), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AvailabilityZones", wire: "AvailabilityZones", shape: ShapeId(246), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntryPoint", wire: "EntryPoint", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FaultRootCauses", wire: "FaultRootCauses", shape: ShapeId(58), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorRootCauses", wire: "ErrorRootCauses", shape: ShapeId(50), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResponseTimeRootCauses", wire: "ResponseTimeRootCauses", shape: ShapeId(181), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Revision", wire: "Revision", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MatchedEventTime", wire: "MatchedEventTime", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M261: [Member; 2] = [
    Member { name: "UserName", wire: "UserName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceIds", wire: "ServiceIds", shape: ShapeId(215), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M264: [Member; 3] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M267: [Member; 3] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M269: [Member; 2] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(3), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(230), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M270: [Member; 0] = [
];
static M271: [Member; 4] = [
    Member { name: "GroupName", wire: "GroupName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "GroupARN", wire: "GroupARN", shape: ShapeId(102), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterExpression", wire: "FilterExpression", shape: ShapeId(60), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsightsConfiguration", wire: "InsightsConfiguration", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M272: [Member; 1] = [
    Member { name: "Group", wire: "Group", shape: ShapeId(101), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M273: [Member; 2] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(227), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Rule", wire: "Rule", shape: ShapeId(115), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M274: [Member; 1] = [
    Member { name: "IndexingRule", wire: "IndexingRule", shape: ShapeId(112), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M275: [Member; 1] = [
    Member { name: "SamplingRuleUpdate", wire: "SamplingRuleUpdate", shape: ShapeId(200), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M276: [Member; 1] = [
    Member { name: "SamplingRuleRecord", wire: "SamplingRuleRecord", shape: ShapeId(198), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M277: [Member; 2] = [
    Member { name: "Destination", wire: "Destination", shape: ShapeId(254), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CloudWatchLogsConfiguration", wire: "CloudWatchLogsConfiguration", shape: ShapeId(22), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M278: [Member; 2] = [
    Member { name: "Destination", wire: "Destination", shape: ShapeId(254), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(255), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M279: [Member; 2] = [
    Member { name: "AnnotationValue", wire: "AnnotationValue", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ServiceIds", wire: "ServiceIds", shape: ShapeId(215), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];

/// `Alias` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Alias {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Names", skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// `AnnotationValue` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnnotationValue {
    #[serde(rename = "NumberValue", skip_serializing_if = "Option::is_none")]
    pub number_value: Option<f64>,
    #[serde(rename = "BooleanValue", skip_serializing_if = "Option::is_none")]
    pub boolean_value: Option<bool>,
    #[serde(rename = "StringValue", skip_serializing_if = "Option::is_none")]
    pub string_value: Option<String>,
}

/// `AvailabilityZoneDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AvailabilityZoneDetail {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// `BackendConnectionErrors` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BackendConnectionErrors {
    #[serde(rename = "TimeoutCount", skip_serializing_if = "Option::is_none")]
    pub timeout_count: Option<i32>,
    #[serde(rename = "ConnectionRefusedCount", skip_serializing_if = "Option::is_none")]
    pub connection_refused_count: Option<i32>,
    #[serde(rename = "HTTPCode4XXCount", skip_serializing_if = "Option::is_none")]
    pub http_code4_xx_count: Option<i32>,
    #[serde(rename = "HTTPCode5XXCount", skip_serializing_if = "Option::is_none")]
    pub http_code5_xx_count: Option<i32>,
    #[serde(rename = "UnknownHostCount", skip_serializing_if = "Option::is_none")]
    pub unknown_host_count: Option<i32>,
    #[serde(rename = "OtherCount", skip_serializing_if = "Option::is_none")]
    pub other_count: Option<i32>,
}

/// `BatchGetTracesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BatchGetTracesRequest {
    #[serde(rename = "TraceIds")]
    pub trace_ids: Vec<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `BatchGetTracesResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BatchGetTracesResult {
    #[serde(rename = "Traces", skip_serializing_if = "Option::is_none")]
    pub traces: Option<Vec<Trace>>,
    #[serde(rename = "UnprocessedTraceIds", skip_serializing_if = "Option::is_none")]
    pub unprocessed_trace_ids: Option<Vec<String>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `CreateGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateGroupRequest {
    #[serde(rename = "GroupName")]
    pub group_name: String,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "InsightsConfiguration", skip_serializing_if = "Option::is_none")]
    pub insights_configuration: Option<InsightsConfiguration>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateGroupResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateGroupResult {
    #[serde(rename = "Group", skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// `CreateSamplingRuleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateSamplingRuleRequest {
    #[serde(rename = "SamplingRule")]
    pub sampling_rule: SamplingRule,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `CreateSamplingRuleResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateSamplingRuleResult {
    #[serde(rename = "SamplingRuleRecord", skip_serializing_if = "Option::is_none")]
    pub sampling_rule_record: Option<SamplingRuleRecord>,
}

/// `DeleteGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupRequest {
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
}

/// `DeleteGroupResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupResult {
}

/// `DeleteSamplingRuleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteSamplingRuleRequest {
    #[serde(rename = "RuleName", skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    #[serde(rename = "RuleARN", skip_serializing_if = "Option::is_none")]
    pub rule_arn: Option<String>,
}

/// `DeleteSamplingRuleResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteSamplingRuleResult {
    #[serde(rename = "SamplingRuleRecord", skip_serializing_if = "Option::is_none")]
    pub sampling_rule_record: Option<SamplingRuleRecord>,
}

/// `Edge` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Edge {
    #[serde(rename = "ReferenceId", skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<i32>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<f64>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<f64>,
    #[serde(rename = "SummaryStatistics", skip_serializing_if = "Option::is_none")]
    pub summary_statistics: Option<EdgeStatistics>,
    #[serde(rename = "ResponseTimeHistogram", skip_serializing_if = "Option::is_none")]
    pub response_time_histogram: Option<Vec<HistogramEntry>>,
    #[serde(rename = "Aliases", skip_serializing_if = "Option::is_none")]
    pub aliases: Option<Vec<Alias>>,
    #[serde(rename = "EdgeType", skip_serializing_if = "Option::is_none")]
    pub edge_type: Option<String>,
    #[serde(rename = "ReceivedEventAgeHistogram", skip_serializing_if = "Option::is_none")]
    pub received_event_age_histogram: Option<Vec<HistogramEntry>>,
}

/// `EdgeStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EdgeStatistics {
    #[serde(rename = "OkCount", skip_serializing_if = "Option::is_none")]
    pub ok_count: Option<i64>,
    #[serde(rename = "ErrorStatistics", skip_serializing_if = "Option::is_none")]
    pub error_statistics: Option<ErrorStatistics>,
    #[serde(rename = "FaultStatistics", skip_serializing_if = "Option::is_none")]
    pub fault_statistics: Option<FaultStatistics>,
    #[serde(rename = "TotalCount", skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
    #[serde(rename = "TotalResponseTime", skip_serializing_if = "Option::is_none")]
    pub total_response_time: Option<f64>,
}

/// `EncryptionConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EncryptionConfig {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// `ErrorRootCause` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorRootCause {
    #[serde(rename = "Services", skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<ErrorRootCauseService>>,
    #[serde(rename = "ClientImpacting", skip_serializing_if = "Option::is_none")]
    pub client_impacting: Option<bool>,
}

/// `ErrorRootCauseEntity` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorRootCauseEntity {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Exceptions", skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<Vec<RootCauseException>>,
    #[serde(rename = "Remote", skip_serializing_if = "Option::is_none")]
    pub remote: Option<bool>,
}

/// `ErrorRootCauseService` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorRootCauseService {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Names", skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    #[serde(rename = "EntityPath", skip_serializing_if = "Option::is_none")]
    pub entity_path: Option<Vec<ErrorRootCauseEntity>>,
    #[serde(rename = "Inferred", skip_serializing_if = "Option::is_none")]
    pub inferred: Option<bool>,
}

/// `ErrorStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorStatistics {
    #[serde(rename = "ThrottleCount", skip_serializing_if = "Option::is_none")]
    pub throttle_count: Option<i64>,
    #[serde(rename = "OtherCount", skip_serializing_if = "Option::is_none")]
    pub other_count: Option<i64>,
    #[serde(rename = "TotalCount", skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
}

/// `FaultRootCause` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FaultRootCause {
    #[serde(rename = "Services", skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<FaultRootCauseService>>,
    #[serde(rename = "ClientImpacting", skip_serializing_if = "Option::is_none")]
    pub client_impacting: Option<bool>,
}

/// `FaultRootCauseEntity` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FaultRootCauseEntity {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Exceptions", skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<Vec<RootCauseException>>,
    #[serde(rename = "Remote", skip_serializing_if = "Option::is_none")]
    pub remote: Option<bool>,
}

/// `FaultRootCauseService` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FaultRootCauseService {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Names", skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    #[serde(rename = "EntityPath", skip_serializing_if = "Option::is_none")]
    pub entity_path: Option<Vec<FaultRootCauseEntity>>,
    #[serde(rename = "Inferred", skip_serializing_if = "Option::is_none")]
    pub inferred: Option<bool>,
}

/// `FaultStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FaultStatistics {
    #[serde(rename = "OtherCount", skip_serializing_if = "Option::is_none")]
    pub other_count: Option<i64>,
    #[serde(rename = "TotalCount", skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
}

/// `ForecastStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForecastStatistics {
    #[serde(rename = "FaultCountHigh", skip_serializing_if = "Option::is_none")]
    pub fault_count_high: Option<i64>,
    #[serde(rename = "FaultCountLow", skip_serializing_if = "Option::is_none")]
    pub fault_count_low: Option<i64>,
}

/// `GetEncryptionConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetEncryptionConfigRequest {
}

/// `GetEncryptionConfigResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetEncryptionConfigResult {
    #[serde(rename = "EncryptionConfig", skip_serializing_if = "Option::is_none")]
    pub encryption_config: Option<EncryptionConfig>,
}

/// `GetGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupRequest {
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
}

/// `GetGroupResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupResult {
    #[serde(rename = "Group", skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// `GetGroupsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupsRequest {
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetGroupsResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetGroupsResult {
    #[serde(rename = "Groups", skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<GroupSummary>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetSamplingRulesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSamplingRulesRequest {
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetSamplingRulesResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSamplingRulesResult {
    #[serde(rename = "SamplingRuleRecords", skip_serializing_if = "Option::is_none")]
    pub sampling_rule_records: Option<Vec<SamplingRuleRecord>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetSamplingStatisticSummariesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSamplingStatisticSummariesRequest {
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetSamplingStatisticSummariesResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSamplingStatisticSummariesResult {
    #[serde(rename = "SamplingStatisticSummaries", skip_serializing_if = "Option::is_none")]
    pub sampling_statistic_summaries: Option<Vec<SamplingStatisticSummary>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetSamplingTargetsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSamplingTargetsRequest {
    #[serde(rename = "SamplingStatisticsDocuments")]
    pub sampling_statistics_documents: Vec<SamplingStatisticsDocument>,
    #[serde(rename = "SamplingBoostStatisticsDocuments", skip_serializing_if = "Option::is_none")]
    pub sampling_boost_statistics_documents: Option<Vec<SamplingBoostStatisticsDocument>>,
}

/// `GetSamplingTargetsResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetSamplingTargetsResult {
    #[serde(rename = "SamplingTargetDocuments", skip_serializing_if = "Option::is_none")]
    pub sampling_target_documents: Option<Vec<SamplingTargetDocument>>,
    #[serde(rename = "LastRuleModification", skip_serializing_if = "Option::is_none")]
    pub last_rule_modification: Option<f64>,
    #[serde(rename = "UnprocessedStatistics", skip_serializing_if = "Option::is_none")]
    pub unprocessed_statistics: Option<Vec<UnprocessedStatistics>>,
    #[serde(rename = "UnprocessedBoostStatistics", skip_serializing_if = "Option::is_none")]
    pub unprocessed_boost_statistics: Option<Vec<UnprocessedStatistics>>,
}

/// `GetServiceGraphRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceGraphRequest {
    #[serde(rename = "StartTime")]
    pub start_time: f64,
    #[serde(rename = "EndTime")]
    pub end_time: f64,
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetServiceGraphResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetServiceGraphResult {
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<f64>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<f64>,
    #[serde(rename = "Services", skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<Service>>,
    #[serde(rename = "ContainsOldGroupVersions", skip_serializing_if = "Option::is_none")]
    pub contains_old_group_versions: Option<bool>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetTimeSeriesServiceStatisticsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetTimeSeriesServiceStatisticsRequest {
    #[serde(rename = "StartTime")]
    pub start_time: f64,
    #[serde(rename = "EndTime")]
    pub end_time: f64,
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
    #[serde(rename = "EntitySelectorExpression", skip_serializing_if = "Option::is_none")]
    pub entity_selector_expression: Option<String>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "ForecastStatistics", skip_serializing_if = "Option::is_none")]
    pub forecast_statistics: Option<bool>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetTimeSeriesServiceStatisticsResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetTimeSeriesServiceStatisticsResult {
    #[serde(rename = "TimeSeriesServiceStatistics", skip_serializing_if = "Option::is_none")]
    pub time_series_service_statistics: Option<Vec<TimeSeriesServiceStatistics>>,
    #[serde(rename = "ContainsOldGroupVersions", skip_serializing_if = "Option::is_none")]
    pub contains_old_group_versions: Option<bool>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetTraceGraphRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetTraceGraphRequest {
    #[serde(rename = "TraceIds")]
    pub trace_ids: Vec<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetTraceGraphResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetTraceGraphResult {
    #[serde(rename = "Services", skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<Service>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetTraceSummariesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetTraceSummariesRequest {
    #[serde(rename = "StartTime")]
    pub start_time: f64,
    #[serde(rename = "EndTime")]
    pub end_time: f64,
    #[serde(rename = "TimeRangeType", skip_serializing_if = "Option::is_none")]
    pub time_range_type: Option<String>,
    #[serde(rename = "Sampling", skip_serializing_if = "Option::is_none")]
    pub sampling: Option<bool>,
    #[serde(rename = "SamplingStrategy", skip_serializing_if = "Option::is_none")]
    pub sampling_strategy: Option<SamplingStrategy>,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `GetTraceSummariesResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetTraceSummariesResult {
    #[serde(rename = "TraceSummaries", skip_serializing_if = "Option::is_none")]
    pub trace_summaries: Option<Vec<TraceSummary>>,
    #[serde(rename = "ApproximateTime", skip_serializing_if = "Option::is_none")]
    pub approximate_time: Option<f64>,
    #[serde(rename = "TracesProcessedCount", skip_serializing_if = "Option::is_none")]
    pub traces_processed_count: Option<i64>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `Group` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "InsightsConfiguration", skip_serializing_if = "Option::is_none")]
    pub insights_configuration: Option<InsightsConfiguration>,
}

/// `GroupSummary` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupSummary {
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "InsightsConfiguration", skip_serializing_if = "Option::is_none")]
    pub insights_configuration: Option<InsightsConfiguration>,
}

/// `HistogramEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HistogramEntry {
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(rename = "Count", skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
}

/// `Http` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Http {
    #[serde(rename = "HttpURL", skip_serializing_if = "Option::is_none")]
    pub http_url: Option<String>,
    #[serde(rename = "HttpStatus", skip_serializing_if = "Option::is_none")]
    pub http_status: Option<i32>,
    #[serde(rename = "HttpMethod", skip_serializing_if = "Option::is_none")]
    pub http_method: Option<String>,
    #[serde(rename = "UserAgent", skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    #[serde(rename = "ClientIp", skip_serializing_if = "Option::is_none")]
    pub client_ip: Option<String>,
}

/// `InsightsConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InsightsConfiguration {
    #[serde(rename = "InsightsEnabled", skip_serializing_if = "Option::is_none")]
    pub insights_enabled: Option<bool>,
    #[serde(rename = "NotificationsEnabled", skip_serializing_if = "Option::is_none")]
    pub notifications_enabled: Option<bool>,
}

/// `InstanceIdDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InstanceIdDetail {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// `ListTagsForResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsForResourceRequest {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `ListTagsForResourceResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsForResourceResponse {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `PutEncryptionConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutEncryptionConfigRequest {
    #[serde(rename = "KeyId", skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    #[serde(rename = "Type")]
    pub r#type: String,
}

/// `PutEncryptionConfigResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutEncryptionConfigResult {
    #[serde(rename = "EncryptionConfig", skip_serializing_if = "Option::is_none")]
    pub encryption_config: Option<EncryptionConfig>,
}

/// `PutTelemetryRecordsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutTelemetryRecordsRequest {
    #[serde(rename = "TelemetryRecords")]
    pub telemetry_records: Vec<TelemetryRecord>,
    #[serde(rename = "EC2InstanceId", skip_serializing_if = "Option::is_none")]
    pub ec2_instance_id: Option<String>,
    #[serde(rename = "Hostname", skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
}

/// `PutTelemetryRecordsResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutTelemetryRecordsResult {
}

/// `PutTraceSegmentsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutTraceSegmentsRequest {
    #[serde(rename = "TraceSegmentDocuments")]
    pub trace_segment_documents: Vec<String>,
}

/// `PutTraceSegmentsResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutTraceSegmentsResult {
    #[serde(rename = "UnprocessedTraceSegments", skip_serializing_if = "Option::is_none")]
    pub unprocessed_trace_segments: Option<Vec<UnprocessedTraceSegment>>,
}

/// `ResourceARNDetail` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResourceARNDetail {
    #[serde(rename = "ARN", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
}

/// `ResponseTimeRootCause` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseTimeRootCause {
    #[serde(rename = "Services", skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<ResponseTimeRootCauseService>>,
    #[serde(rename = "ClientImpacting", skip_serializing_if = "Option::is_none")]
    pub client_impacting: Option<bool>,
}

/// `ResponseTimeRootCauseEntity` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseTimeRootCauseEntity {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Coverage", skip_serializing_if = "Option::is_none")]
    pub coverage: Option<f64>,
    #[serde(rename = "Remote", skip_serializing_if = "Option::is_none")]
    pub remote: Option<bool>,
}

/// `ResponseTimeRootCauseService` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseTimeRootCauseService {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Names", skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    #[serde(rename = "EntityPath", skip_serializing_if = "Option::is_none")]
    pub entity_path: Option<Vec<ResponseTimeRootCauseEntity>>,
    #[serde(rename = "Inferred", skip_serializing_if = "Option::is_none")]
    pub inferred: Option<bool>,
}

/// `RootCauseException` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RootCauseException {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `SamplingBoost` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingBoost {
    #[serde(rename = "BoostRate")]
    pub boost_rate: f64,
    #[serde(rename = "BoostRateTTL")]
    pub boost_rate_ttl: f64,
}

/// `SamplingBoostStatisticsDocument` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingBoostStatisticsDocument {
    #[serde(rename = "RuleName")]
    pub rule_name: String,
    #[serde(rename = "ServiceName")]
    pub service_name: String,
    #[serde(rename = "Timestamp")]
    pub timestamp: f64,
    #[serde(rename = "AnomalyCount")]
    pub anomaly_count: i32,
    #[serde(rename = "TotalCount")]
    pub total_count: i32,
    #[serde(rename = "SampledAnomalyCount")]
    pub sampled_anomaly_count: i32,
}

/// `SamplingRateBoost` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingRateBoost {
    #[serde(rename = "MaxRate")]
    pub max_rate: f64,
    #[serde(rename = "CooldownWindowMinutes")]
    pub cooldown_window_minutes: i32,
}

/// `SamplingRule` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingRule {
    #[serde(rename = "RuleName", skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    #[serde(rename = "RuleARN", skip_serializing_if = "Option::is_none")]
    pub rule_arn: Option<String>,
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "Priority")]
    pub priority: i32,
    #[serde(rename = "FixedRate")]
    pub fixed_rate: f64,
    #[serde(rename = "ReservoirSize")]
    pub reservoir_size: i32,
    #[serde(rename = "ServiceName")]
    pub service_name: String,
    #[serde(rename = "ServiceType")]
    pub service_type: String,
    #[serde(rename = "Host")]
    pub host: String,
    #[serde(rename = "HTTPMethod")]
    pub http_method: String,
    #[serde(rename = "URLPath")]
    pub url_path: String,
    #[serde(rename = "Version")]
    pub version: i32,
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "SamplingRateBoost", skip_serializing_if = "Option::is_none")]
    pub sampling_rate_boost: Option<SamplingRateBoost>,
}

/// `SamplingRuleRecord` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingRuleRecord {
    #[serde(rename = "SamplingRule", skip_serializing_if = "Option::is_none")]
    pub sampling_rule: Option<SamplingRule>,
    #[serde(rename = "CreatedAt", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<f64>,
    #[serde(rename = "ModifiedAt", skip_serializing_if = "Option::is_none")]
    pub modified_at: Option<f64>,
}

/// `SamplingRuleUpdate` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingRuleUpdate {
    #[serde(rename = "RuleName", skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    #[serde(rename = "RuleARN", skip_serializing_if = "Option::is_none")]
    pub rule_arn: Option<String>,
    #[serde(rename = "ResourceARN", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "Priority", skip_serializing_if = "Option::is_none")]
    pub priority: Option<i32>,
    #[serde(rename = "FixedRate", skip_serializing_if = "Option::is_none")]
    pub fixed_rate: Option<f64>,
    #[serde(rename = "ReservoirSize", skip_serializing_if = "Option::is_none")]
    pub reservoir_size: Option<i32>,
    #[serde(rename = "Host", skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    #[serde(rename = "ServiceName", skip_serializing_if = "Option::is_none")]
    pub service_name: Option<String>,
    #[serde(rename = "ServiceType", skip_serializing_if = "Option::is_none")]
    pub service_type: Option<String>,
    #[serde(rename = "HTTPMethod", skip_serializing_if = "Option::is_none")]
    pub http_method: Option<String>,
    #[serde(rename = "URLPath", skip_serializing_if = "Option::is_none")]
    pub url_path: Option<String>,
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "SamplingRateBoost", skip_serializing_if = "Option::is_none")]
    pub sampling_rate_boost: Option<SamplingRateBoost>,
}

/// `SamplingStatisticSummary` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingStatisticSummary {
    #[serde(rename = "RuleName", skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<f64>,
    #[serde(rename = "RequestCount", skip_serializing_if = "Option::is_none")]
    pub request_count: Option<i32>,
    #[serde(rename = "BorrowCount", skip_serializing_if = "Option::is_none")]
    pub borrow_count: Option<i32>,
    #[serde(rename = "SampledCount", skip_serializing_if = "Option::is_none")]
    pub sampled_count: Option<i32>,
}

/// `SamplingStatisticsDocument` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingStatisticsDocument {
    #[serde(rename = "RuleName")]
    pub rule_name: String,
    #[serde(rename = "ClientID")]
    pub client_id: String,
    #[serde(rename = "Timestamp")]
    pub timestamp: f64,
    #[serde(rename = "RequestCount")]
    pub request_count: i32,
    #[serde(rename = "SampledCount")]
    pub sampled_count: i32,
    #[serde(rename = "BorrowCount", skip_serializing_if = "Option::is_none")]
    pub borrow_count: Option<i32>,
}

/// `SamplingStrategy` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingStrategy {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// `SamplingTargetDocument` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingTargetDocument {
    #[serde(rename = "RuleName", skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    #[serde(rename = "FixedRate", skip_serializing_if = "Option::is_none")]
    pub fixed_rate: Option<f64>,
    #[serde(rename = "ReservoirQuota", skip_serializing_if = "Option::is_none")]
    pub reservoir_quota: Option<i32>,
    #[serde(rename = "ReservoirQuotaTTL", skip_serializing_if = "Option::is_none")]
    pub reservoir_quota_ttl: Option<f64>,
    #[serde(rename = "Interval", skip_serializing_if = "Option::is_none")]
    pub interval: Option<i32>,
    #[serde(rename = "SamplingBoost", skip_serializing_if = "Option::is_none")]
    pub sampling_boost: Option<SamplingBoost>,
}

/// `Segment` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Segment {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "Document", skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// `Service` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Service {
    #[serde(rename = "ReferenceId", skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<i32>,
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Names", skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    #[serde(rename = "Root", skip_serializing_if = "Option::is_none")]
    pub root: Option<bool>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "State", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<f64>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<f64>,
    #[serde(rename = "Edges", skip_serializing_if = "Option::is_none")]
    pub edges: Option<Vec<Edge>>,
    #[serde(rename = "SummaryStatistics", skip_serializing_if = "Option::is_none")]
    pub summary_statistics: Option<ServiceStatistics>,
    #[serde(rename = "DurationHistogram", skip_serializing_if = "Option::is_none")]
    pub duration_histogram: Option<Vec<HistogramEntry>>,
    #[serde(rename = "ResponseTimeHistogram", skip_serializing_if = "Option::is_none")]
    pub response_time_histogram: Option<Vec<HistogramEntry>>,
}

/// `ServiceId` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceId {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Names", skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// `ServiceStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceStatistics {
    #[serde(rename = "OkCount", skip_serializing_if = "Option::is_none")]
    pub ok_count: Option<i64>,
    #[serde(rename = "ErrorStatistics", skip_serializing_if = "Option::is_none")]
    pub error_statistics: Option<ErrorStatistics>,
    #[serde(rename = "FaultStatistics", skip_serializing_if = "Option::is_none")]
    pub fault_statistics: Option<FaultStatistics>,
    #[serde(rename = "TotalCount", skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
    #[serde(rename = "TotalResponseTime", skip_serializing_if = "Option::is_none")]
    pub total_response_time: Option<f64>,
}

/// `Tag` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tag {
    #[serde(rename = "Key")]
    pub key: String,
    #[serde(rename = "Value")]
    pub value: String,
}

/// `TagResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagResourceRequest {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagResourceResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagResourceResponse {
}

/// `TelemetryRecord` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TelemetryRecord {
    #[serde(rename = "Timestamp")]
    pub timestamp: f64,
    #[serde(rename = "SegmentsReceivedCount", skip_serializing_if = "Option::is_none")]
    pub segments_received_count: Option<i32>,
    #[serde(rename = "SegmentsSentCount", skip_serializing_if = "Option::is_none")]
    pub segments_sent_count: Option<i32>,
    #[serde(rename = "SegmentsSpilloverCount", skip_serializing_if = "Option::is_none")]
    pub segments_spillover_count: Option<i32>,
    #[serde(rename = "SegmentsRejectedCount", skip_serializing_if = "Option::is_none")]
    pub segments_rejected_count: Option<i32>,
    #[serde(rename = "BackendConnectionErrors", skip_serializing_if = "Option::is_none")]
    pub backend_connection_errors: Option<BackendConnectionErrors>,
}

/// `TimeSeriesServiceStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimeSeriesServiceStatistics {
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<f64>,
    #[serde(rename = "EdgeSummaryStatistics", skip_serializing_if = "Option::is_none")]
    pub edge_summary_statistics: Option<EdgeStatistics>,
    #[serde(rename = "ServiceSummaryStatistics", skip_serializing_if = "Option::is_none")]
    pub service_summary_statistics: Option<ServiceStatistics>,
    #[serde(rename = "ServiceForecastStatistics", skip_serializing_if = "Option::is_none")]
    pub service_forecast_statistics: Option<ForecastStatistics>,
    #[serde(rename = "ResponseTimeHistogram", skip_serializing_if = "Option::is_none")]
    pub response_time_histogram: Option<Vec<HistogramEntry>>,
}

/// `Trace` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Trace {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "Duration", skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    #[serde(rename = "LimitExceeded", skip_serializing_if = "Option::is_none")]
    pub limit_exceeded: Option<bool>,
    #[serde(rename = "Segments", skip_serializing_if = "Option::is_none")]
    pub segments: Option<Vec<Segment>>,
}

/// `TraceSummary` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TraceSummary {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<f64>,
    #[serde(rename = "Duration", skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    #[serde(rename = "ResponseTime", skip_serializing_if = "Option::is_none")]
    pub response_time: Option<f64>,
    #[serde(rename = "HasFault", skip_serializing_if = "Option::is_none")]
    pub has_fault: Option<bool>,
    #[serde(rename = "HasError", skip_serializing_if = "Option::is_none")]
    pub has_error: Option<bool>,
    #[serde(rename = "HasThrottle", skip_serializing_if = "Option::is_none")]
    pub has_throttle: Option<bool>,
    #[serde(rename = "IsPartial", skip_serializing_if = "Option::is_none")]
    pub is_partial: Option<bool>,
    #[serde(rename = "Http", skip_serializing_if = "Option::is_none")]
    pub http: Option<Http>,
    #[serde(rename = "Annotations", skip_serializing_if = "Option::is_none")]
    pub annotations: Option<std::collections::BTreeMap<String, Vec<ValueWithServiceIds>>>,
    #[serde(rename = "Users", skip_serializing_if = "Option::is_none")]
    pub users: Option<Vec<TraceUser>>,
    #[serde(rename = "ServiceIds", skip_serializing_if = "Option::is_none")]
    pub service_ids: Option<Vec<ServiceId>>,
    #[serde(rename = "ResourceARNs", skip_serializing_if = "Option::is_none")]
    pub resource_ar_ns: Option<Vec<ResourceARNDetail>>,
    #[serde(rename = "InstanceIds", skip_serializing_if = "Option::is_none")]
    pub instance_ids: Option<Vec<InstanceIdDetail>>,
    #[serde(rename = "AvailabilityZones", skip_serializing_if = "Option::is_none")]
    pub availability_zones: Option<Vec<AvailabilityZoneDetail>>,
    #[serde(rename = "EntryPoint", skip_serializing_if = "Option::is_none")]
    pub entry_point: Option<ServiceId>,
    #[serde(rename = "FaultRootCauses", skip_serializing_if = "Option::is_none")]
    pub fault_root_causes: Option<Vec<FaultRootCause>>,
    #[serde(rename = "ErrorRootCauses", skip_serializing_if = "Option::is_none")]
    pub error_root_causes: Option<Vec<ErrorRootCause>>,
    #[serde(rename = "ResponseTimeRootCauses", skip_serializing_if = "Option::is_none")]
    pub response_time_root_causes: Option<Vec<ResponseTimeRootCause>>,
    #[serde(rename = "Revision", skip_serializing_if = "Option::is_none")]
    pub revision: Option<i32>,
    #[serde(rename = "MatchedEventTime", skip_serializing_if = "Option::is_none")]
    pub matched_event_time: Option<f64>,
}

/// `TraceUser` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TraceUser {
    #[serde(rename = "UserName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    #[serde(rename = "ServiceIds", skip_serializing_if = "Option::is_none")]
    pub service_ids: Option<Vec<ServiceId>>,
}

/// `UnprocessedStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnprocessedStatistics {
    #[serde(rename = "RuleName", skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `UnprocessedTraceSegment` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnprocessedTraceSegment {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `UntagResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagResourceRequest {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagResourceResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagResourceResponse {
}

/// `UpdateGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateGroupRequest {
    #[serde(rename = "GroupName", skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    #[serde(rename = "GroupARN", skip_serializing_if = "Option::is_none")]
    pub group_arn: Option<String>,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "InsightsConfiguration", skip_serializing_if = "Option::is_none")]
    pub insights_configuration: Option<InsightsConfiguration>,
}

/// `UpdateGroupResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateGroupResult {
    #[serde(rename = "Group", skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// `UpdateSamplingRuleRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateSamplingRuleRequest {
    #[serde(rename = "SamplingRuleUpdate")]
    pub sampling_rule_update: SamplingRuleUpdate,
}

/// `UpdateSamplingRuleResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateSamplingRuleResult {
    #[serde(rename = "SamplingRuleRecord", skip_serializing_if = "Option::is_none")]
    pub sampling_rule_record: Option<SamplingRuleRecord>,
}

/// `ValueWithServiceIds` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ValueWithServiceIds {
    #[serde(rename = "AnnotationValue", skip_serializing_if = "Option::is_none")]
    pub annotation_value: Option<AnnotationValue>,
    #[serde(rename = "ServiceIds", skip_serializing_if = "Option::is_none")]
    pub service_ids: Option<Vec<ServiceId>>,
}
