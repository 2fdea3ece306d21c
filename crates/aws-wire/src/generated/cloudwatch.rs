// Written by `cargo xtask generate`. Do not edit.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// Amazon CloudWatch.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "monitoring",
    service_id: "CloudWatch",
    api_version: "2010-08-01",
    target_prefix: "GraniteServiceVersion20100801",
    xml_namespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    protocol: Protocol::Cbor,
    dialects: &[&JSON10, &QUERY],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static JSON10: ServiceModel = ServiceModel {
    signing_name: "monitoring",
    service_id: "CloudWatch",
    api_version: "2010-08-01",
    target_prefix: "GraniteServiceVersion20100801",
    xml_namespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    protocol: Protocol::Json10,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static QUERY: ServiceModel = ServiceModel {
    signing_name: "monitoring",
    service_id: "CloudWatch",
    api_version: "2010-08-01",
    target_prefix: "GraniteServiceVersion20100801",
    xml_namespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    protocol: Protocol::Query,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static OPERATIONS: [Operation; 59] = [
    Operation { name: "AssociateDatasetKmsKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(45)), output: Some(ShapeId(46)), result_wrapper: "AssociateDatasetKmsKeyResult", errors: &[ShapeId(55), ShapeId(212), ShapeId(214), ShapeId(215), ShapeId(342)], built: false },
    Operation { name: "CreateResourceMetricsConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(59)), output: Some(ShapeId(60)), result_wrapper: "CreateResourceMetricsConfigurationResult", errors: &[ShapeId(55), ShapeId(342)], built: false },
    Operation { name: "DeleteAlarmMuteRule", method: "POST", uri: "/", status: 200, input: Some(ShapeId(85)), output: None, result_wrapper: "", errors: &[], built: false },
    Operation { name: "DeleteAlarms", method: "POST", uri: "/", status: 200, input: Some(ShapeId(86)), output: None, result_wrapper: "", errors: &[ShapeId(334), ShapeId(341)], built: true },
    Operation { name: "DeleteAnomalyDetector", method: "POST", uri: "/", status: 200, input: Some(ShapeId(87)), output: Some(ShapeId(88)), result_wrapper: "DeleteAnomalyDetectorResult", errors: &[ShapeId(207), ShapeId(210), ShapeId(211), ShapeId(290), ShapeId(342)], built: false },
    Operation { name: "DeleteDashboards", method: "POST", uri: "/", status: 200, input: Some(ShapeId(89)), output: Some(ShapeId(90)), result_wrapper: "DeleteDashboardsResult", errors: &[ShapeId(55), ShapeId(207), ShapeId(211)], built: true },
    Operation { name: "DeleteInsightRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(91)), output: Some(ShapeId(92)), result_wrapper: "DeleteInsightRulesResult", errors: &[ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "DeleteMetricDataQueryDefinition", method: "POST", uri: "/", status: 200, input: Some(ShapeId(93)), output: Some(ShapeId(94)), result_wrapper: "DeleteMetricDataQueryDefinitionResult", errors: &[], built: false },
    Operation { name: "DeleteMetricStream", method: "POST", uri: "/", status: 200, input: Some(ShapeId(95)), output: Some(ShapeId(96)), result_wrapper: "DeleteMetricStreamResult", errors: &[ShapeId(207), ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "DeleteResourceMetricsConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(97)), output: Some(ShapeId(98)), result_wrapper: "DeleteResourceMetricsConfigurationResult", errors: &[ShapeId(342)], built: false },
    Operation { name: "DescribeAlarmContributors", method: "POST", uri: "/", status: 200, input: Some(ShapeId(99)), output: Some(ShapeId(100)), result_wrapper: "DescribeAlarmContributorsResult", errors: &[ShapeId(209), ShapeId(342)], built: false },
    Operation { name: "DescribeAlarmHistory", method: "POST", uri: "/", status: 200, input: Some(ShapeId(101)), output: Some(ShapeId(102)), result_wrapper: "DescribeAlarmHistoryResult", errors: &[ShapeId(209)], built: true },
    Operation { name: "DescribeAlarms", method: "POST", uri: "/", status: 200, input: Some(ShapeId(105)), output: Some(ShapeId(106)), result_wrapper: "DescribeAlarmsResult", errors: &[ShapeId(209)], built: true },
    Operation { name: "DescribeAlarmsForMetric", method: "POST", uri: "/", status: 200, input: Some(ShapeId(103)), output: Some(ShapeId(104)), result_wrapper: "DescribeAlarmsForMetricResult", errors: &[], built: true },
    Operation { name: "DescribeAnomalyDetectors", method: "POST", uri: "/", status: 200, input: Some(ShapeId(107)), output: Some(ShapeId(108)), result_wrapper: "DescribeAnomalyDetectorsResult", errors: &[ShapeId(207), ShapeId(209), ShapeId(210), ShapeId(211)], built: false },
    Operation { name: "DescribeInsightRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(109)), output: Some(ShapeId(110)), result_wrapper: "DescribeInsightRulesResult", errors: &[ShapeId(209)], built: false },
    Operation { name: "DisableAlarmActions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(117)), output: None, result_wrapper: "", errors: &[], built: true },
    Operation { name: "DisableInsightRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(118)), output: Some(ShapeId(119)), result_wrapper: "DisableInsightRulesResult", errors: &[ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "DisassociateDatasetKmsKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(120)), output: Some(ShapeId(121)), result_wrapper: "DisassociateDatasetKmsKeyResult", errors: &[ShapeId(55), ShapeId(342)], built: false },
    Operation { name: "EnableAlarmActions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(123)), output: None, result_wrapper: "", errors: &[], built: true },
    Operation { name: "EnableInsightRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(124)), output: Some(ShapeId(125)), result_wrapper: "EnableInsightRulesResult", errors: &[ShapeId(211), ShapeId(218), ShapeId(290)], built: false },
    Operation { name: "GetAlarmMuteRule", method: "POST", uri: "/", status: 200, input: Some(ShapeId(151)), output: Some(ShapeId(152)), result_wrapper: "GetAlarmMuteRuleResult", errors: &[ShapeId(342)], built: false },
    Operation { name: "GetDashboard", method: "POST", uri: "/", status: 200, input: Some(ShapeId(153)), output: Some(ShapeId(154)), result_wrapper: "GetDashboardResult", errors: &[ShapeId(70), ShapeId(207), ShapeId(211)], built: true },
    Operation { name: "GetDataset", method: "POST", uri: "/", status: 200, input: Some(ShapeId(155)), output: Some(ShapeId(156)), result_wrapper: "GetDatasetResult", errors: &[ShapeId(342)], built: false },
    Operation { name: "GetInsightRuleReport", method: "POST", uri: "/", status: 200, input: Some(ShapeId(157)), output: Some(ShapeId(158)), result_wrapper: "GetInsightRuleReportResult", errors: &[ShapeId(211), ShapeId(290), ShapeId(342)], built: false },
    Operation { name: "GetMetricData", method: "POST", uri: "/", status: 200, input: Some(ShapeId(159)), output: Some(ShapeId(162)), result_wrapper: "GetMetricDataResult", errors: &[ShapeId(209)], built: true },
    Operation { name: "GetMetricDataQueryDefinition", method: "POST", uri: "/", status: 200, input: Some(ShapeId(163)), output: Some(ShapeId(164)), result_wrapper: "GetMetricDataQueryDefinitionResult", errors: &[ShapeId(342)], built: false },
    Operation { name: "GetMetricStatistics", method: "POST", uri: "/", status: 200, input: Some(ShapeId(165)), output: Some(ShapeId(166)), result_wrapper: "GetMetricStatisticsResult", errors: &[ShapeId(207), ShapeId(210), ShapeId(211), ShapeId(290)], built: true },
    Operation { name: "GetMetricStream", method: "POST", uri: "/", status: 200, input: Some(ShapeId(167)), output: Some(ShapeId(168)), result_wrapper: "GetMetricStreamResult", errors: &[ShapeId(207), ShapeId(210), ShapeId(211), ShapeId(290), ShapeId(342)], built: false },
    Operation { name: "GetMetricWidgetImage", method: "POST", uri: "/", status: 200, input: Some(ShapeId(169)), output: Some(ShapeId(170)), result_wrapper: "GetMetricWidgetImageResult", errors: &[], built: false },
    Operation { name: "GetOTelEnrichment", method: "POST", uri: "/", status: 200, input: Some(ShapeId(171)), output: Some(ShapeId(172)), result_wrapper: "GetOTelEnrichmentResult", errors: &[], built: false },
    Operation { name: "GetResourceMetricsConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(173)), output: Some(ShapeId(174)), result_wrapper: "GetResourceMetricsConfigurationResult", errors: &[ShapeId(342)], built: false },
    Operation { name: "ListAlarmMuteRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(220)), output: Some(ShapeId(221)), result_wrapper: "ListAlarmMuteRulesResult", errors: &[ShapeId(209), ShapeId(342)], built: false },
    Operation { name: "ListDashboards", method: "POST", uri: "/", status: 200, input: Some(ShapeId(222)), output: Some(ShapeId(223)), result_wrapper: "ListDashboardsResult", errors: &[ShapeId(207), ShapeId(211)], built: true },
    Operation { name: "ListManagedInsightRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(224)), output: Some(ShapeId(225)), result_wrapper: "ListManagedInsightRulesResult", errors: &[ShapeId(209), ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "ListMetricDataQueryDefinitions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(226)), output: Some(ShapeId(227)), result_wrapper: "ListMetricDataQueryDefinitionsResult", errors: &[], built: false },
    Operation { name: "ListMetricStreams", method: "POST", uri: "/", status: 200, input: Some(ShapeId(228)), output: Some(ShapeId(230)), result_wrapper: "ListMetricStreamsResult", errors: &[ShapeId(207), ShapeId(209), ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "ListMetrics", method: "POST", uri: "/", status: 200, input: Some(ShapeId(231)), output: Some(ShapeId(232)), result_wrapper: "ListMetricsResult", errors: &[ShapeId(207), ShapeId(211)], built: true },
    Operation { name: "ListTagsForResource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(233)), output: Some(ShapeId(234)), result_wrapper: "ListTagsForResourceResult", errors: &[ShapeId(207), ShapeId(211), ShapeId(342)], built: true },
    Operation { name: "PutAlarmMuteRule", method: "POST", uri: "/", status: 200, input: Some(ShapeId(308)), output: None, result_wrapper: "", errors: &[ShapeId(219)], built: false },
    Operation { name: "PutAnomalyDetector", method: "POST", uri: "/", status: 200, input: Some(ShapeId(309)), output: Some(ShapeId(310)), result_wrapper: "PutAnomalyDetectorResult", errors: &[ShapeId(207), ShapeId(210), ShapeId(211), ShapeId(218), ShapeId(290)], built: false },
    Operation { name: "PutCompositeAlarm", method: "POST", uri: "/", status: 200, input: Some(ShapeId(311)), output: None, result_wrapper: "", errors: &[ShapeId(219)], built: true },
    Operation { name: "PutDashboard", method: "POST", uri: "/", status: 200, input: Some(ShapeId(312)), output: Some(ShapeId(313)), result_wrapper: "PutDashboardResult", errors: &[ShapeId(55), ShapeId(66), ShapeId(207)], built: true },
    Operation { name: "PutInsightRule", method: "POST", uri: "/", status: 200, input: Some(ShapeId(314)), output: Some(ShapeId(315)), result_wrapper: "PutInsightRuleResult", errors: &[ShapeId(211), ShapeId(218), ShapeId(290)], built: false },
    Operation { name: "PutLogAlarm", method: "POST", uri: "/", status: 200, input: Some(ShapeId(316)), output: None, result_wrapper: "", errors: &[ShapeId(219), ShapeId(334)], built: false },
    Operation { name: "PutManagedInsightRules", method: "POST", uri: "/", status: 200, input: Some(ShapeId(317)), output: Some(ShapeId(318)), result_wrapper: "PutManagedInsightRulesResult", errors: &[ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "PutMetricAlarm", method: "POST", uri: "/", status: 200, input: Some(ShapeId(319)), output: None, result_wrapper: "", errors: &[ShapeId(219)], built: true },
    Operation { name: "PutMetricData", method: "POST", uri: "/", status: 200, input: Some(ShapeId(320)), output: None, result_wrapper: "", errors: &[ShapeId(207), ShapeId(210), ShapeId(211), ShapeId(290)], built: true },
    Operation { name: "PutMetricDataQueryDefinition", method: "POST", uri: "/", status: 200, input: Some(ShapeId(321)), output: Some(ShapeId(322)), result_wrapper: "PutMetricDataQueryDefinitionResult", errors: &[ShapeId(55), ShapeId(218), ShapeId(342)], built: false },
    Operation { name: "PutMetricStream", method: "POST", uri: "/", status: 200, input: Some(ShapeId(323)), output: Some(ShapeId(324)), result_wrapper: "PutMetricStreamResult", errors: &[ShapeId(54), ShapeId(207), ShapeId(210), ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "SetAlarmState", method: "POST", uri: "/", status: 200, input: Some(ShapeId(351)), output: None, result_wrapper: "", errors: &[ShapeId(208), ShapeId(341)], built: true },
    Operation { name: "StartMetricStreams", method: "POST", uri: "/", status: 200, input: Some(ShapeId(356)), output: Some(ShapeId(357)), result_wrapper: "StartMetricStreamsResult", errors: &[ShapeId(207), ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "StartOTelEnrichment", method: "POST", uri: "/", status: 200, input: Some(ShapeId(358)), output: Some(ShapeId(359)), result_wrapper: "StartOTelEnrichmentResult", errors: &[ShapeId(396)], built: false },
    Operation { name: "StopMetricStreams", method: "POST", uri: "/", status: 200, input: Some(ShapeId(369)), output: Some(ShapeId(370)), result_wrapper: "StopMetricStreamsResult", errors: &[ShapeId(207), ShapeId(211), ShapeId(290)], built: false },
    Operation { name: "StopOTelEnrichment", method: "POST", uri: "/", status: 200, input: Some(ShapeId(371)), output: Some(ShapeId(372)), result_wrapper: "StopOTelEnrichmentResult", errors: &[], built: false },
    Operation { name: "TagResource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(381)), output: Some(ShapeId(382)), result_wrapper: "TagResourceResult", errors: &[ShapeId(54), ShapeId(55), ShapeId(207), ShapeId(211), ShapeId(342)], built: true },
    Operation { name: "UntagResource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(390)), output: Some(ShapeId(391)), result_wrapper: "UntagResourceResult", errors: &[ShapeId(54), ShapeId(55), ShapeId(207), ShapeId(211), ShapeId(342)], built: true },
    Operation { name: "UpdateOTelEnrichment", method: "POST", uri: "/", status: 200, input: Some(ShapeId(392)), output: Some(ShapeId(393)), result_wrapper: "UpdateOTelEnrichmentResult", errors: &[ShapeId(342), ShapeId(396)], built: false },
    Operation { name: "UpdateResourceMetricsConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(394)), output: Some(ShapeId(395)), result_wrapper: "UpdateResourceMetricsConfigurationResult", errors: &[ShapeId(342)], built: false },
];

static SIBLINGS: [Sibling; 0] = [
];

static PATTERNS: [Pattern; 15] = [
    Pattern::new("(SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tc|tm|ts|wm)(\\d{1,2}(\\.\\d{0,10})?|100)|[ou]\\d+(\\.\\d*)?)(_E|_L|_H)?|(TM|TC|TS|WM)\\(((((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%)?:((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%|((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%:(((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%)?)\\)|(TM|TC|TS|WM|PR)\\(((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)):((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))?|((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))?:(\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))\\)"),
    Pattern::new("(default|arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\\d{12}:dataset/default)"),
    Pattern::new(".*"),
    Pattern::new("[0-9A-Za-z][\\-\\.\\_0-9A-Za-z]{0,126}[0-9A-Za-z]"),
    Pattern::new("[A-Za-z0-9_-]+"),
    Pattern::new("[A-Za-z0-9_./:%()+-]+"),
    Pattern::new("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}]+"),
    Pattern::new("[\\x00-\\x7F]+"),
    Pattern::new("[\\x20-\\x7E]+"),
    Pattern::new("[^:].*"),
    Pattern::new("[a-zA-Z0-9-]{1,64}"),
    Pattern::new("arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\\d{12}:.+"),
    Pattern::new("arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\\d{12}:dataset/default"),
    Pattern::new("arn:[a-zA-Z0-9-]+:kms:[a-zA-Z0-9-]+:\\d{12}:key/[a-f0-9-]+"),
    Pattern::new("default"),
];

static SHAPES: [Shape; 402] = [
    Shape { name: "AccountId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ActionConfiguration", kind: Kind::Structure(&M1), sensitive: false, error: None },
    Shape { name: "ActionLogLineCount", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "ActionLogLineRoleArn", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ActionPrefix", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ActionsEnabled", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "ActionsSuppressedBy", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Alarm", "ExtensionPeriod", "WaitPeriod"] }), sensitive: false, error: None },
    Shape { name: "ActionsSuppressedReason", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AggregationExpression", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1600) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmContributor", kind: Kind::Structure(&M10), sensitive: false, error: None },
    Shape { name: "AlarmContributors", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(10), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AlarmDescription", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmHistoryItem", kind: Kind::Structure(&M13), sensitive: false, error: None },
    Shape { name: "AlarmHistoryItems", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(13), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AlarmMuteRuleStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "EXPIRED", "SCHEDULED"] }), sensitive: false, error: None },
    Shape { name: "AlarmMuteRuleStatuses", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(15), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AlarmMuteRuleSummaries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(18), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AlarmMuteRuleSummary", kind: Kind::Structure(&M18), sensitive: false, error: None },
    Shape { name: "AlarmName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmNamePrefix", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmNames", kind: Kind::List(List { length: Length { min: None, max: Some(100) }, item: ShapeId(19), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AlarmPromQLCriteria", kind: Kind::Structure(&M22), sensitive: false, error: None },
    Shape { name: "AlarmRule", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10240) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmTagsPropagation", kind: Kind::Structure(&M24), sensitive: false, error: None },
    Shape { name: "AlarmTagsPropagationEnabled", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "AlarmTagsPropagationTagKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AlarmTagsPropagationTagKeys", kind: Kind::List(List { length: Length { min: Some(1), max: Some(50) }, item: ShapeId(26), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AlarmType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["MetricAlarm", "CompositeAlarm", "LogAlarm"] }), sensitive: false, error: None },
    Shape { name: "AlarmTypes", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(28), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AmazonResourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetector", kind: Kind::Structure(&M31), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorAdaptationSpeed", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["SLOW", "FAST", "NORMAL"] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorConfiguration", kind: Kind::Structure(&M33), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorExcludedTimeRanges", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(330), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorIds", kind: Kind::List(List { length: Length { min: None, max: Some(50) }, item: ShapeId(35), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorMetricStat", kind: Kind::String(Text { length: Length { min: None, max: Some(50) }, pattern: Some(&PATTERNS[0]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorMetricTimezone", kind: Kind::String(Text { length: Length { min: None, max: Some(50) }, pattern: Some(&PATTERNS[2]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorOutlierFilteringStrength", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["MODERATE", "STRICT", "MINIMAL"] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorStateValue", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["TRAINED_INSUFFICIENT_DATA", "PENDING_TRAINING", "TRAINED"] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["METRIC_MATH", "SINGLE_METRIC"] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorTypes", kind: Kind::List(List { length: Length { min: None, max: Some(2) }, item: ShapeId(41), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectors", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(31), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Arn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1600) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AssociateDatasetKmsKeyInput", kind: Kind::Structure(&M45), sensitive: false, error: None },
    Shape { name: "AssociateDatasetKmsKeyOutput", kind: Kind::Structure(&M46), sensitive: false, error: None },
    Shape { name: "AttributeName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AttributeValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AwsQueryErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "BatchFailures", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(304), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ComparisonOperator", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["LessThanThreshold", "LessThanLowerThreshold", "LessThanOrEqualToThreshold", "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "GreaterThanUpperThreshold"] }), sensitive: false, error: None },
    Shape { name: "CompositeAlarm", kind: Kind::Structure(&M52), sensitive: false, error: None },
    Shape { name: "CompositeAlarms", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(52), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ConcurrentModificationException", kind: Kind::Structure(&M54), sensitive: false, error: Some(ErrorTrait { code: "ConcurrentModificationException", status: 429, sender_fault: true }) },
    Shape { name: "ConflictException", kind: Kind::Structure(&M55), sensitive: false, error: Some(ErrorTrait { code: "ConflictException", status: 409, sender_fault: true }) },
    Shape { name: "ContributorAttributes", kind: Kind::Map(Map { length: Length { min: Some(0), max: Some(150) }, key: ShapeId(47), value: ShapeId(48) }), sensitive: false, error: None },
    Shape { name: "ContributorId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(16) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Counts", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(75), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CreateResourceMetricsConfigurationInput", kind: Kind::Structure(&M59), sensitive: false, error: None },
    Shape { name: "CreateResourceMetricsConfigurationOutput", kind: Kind::Structure(&M60), sensitive: false, error: None },
    Shape { name: "DashboardArn", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DashboardBody", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DashboardEntries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(64), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DashboardEntry", kind: Kind::Structure(&M64), sensitive: false, error: None },
    Shape { name: "DashboardErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DashboardInvalidInputError", kind: Kind::Structure(&M66), sensitive: false, error: Some(ErrorTrait { code: "InvalidParameterInput", status: 400, sender_fault: true }) },
    Shape { name: "DashboardName", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DashboardNamePrefix", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DashboardNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(67), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DashboardNotFoundError", kind: Kind::Structure(&M70), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotFound", status: 404, sender_fault: true }) },
    Shape { name: "DashboardValidationMessage", kind: Kind::Structure(&M71), sensitive: false, error: None },
    Shape { name: "DashboardValidationMessages", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(71), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DataPath", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Datapoint", kind: Kind::Structure(&M74), sensitive: false, error: None },
    Shape { name: "DatapointValue", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "DatapointValueMap", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(145), value: ShapeId(75) }), sensitive: false, error: None },
    Shape { name: "DatapointValues", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(75), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Datapoints", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(74), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DatapointsToAlarm", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "DatasetArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DatasetId", kind: Kind::String(Text { length: Length { min: Some(7), max: Some(7) }, pattern: Some(&PATTERNS[14]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DatasetIdentifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[1]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DefinitionId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[10]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DefinitionPath", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DeleteAlarmMuteRuleInput", kind: Kind::Structure(&M85), sensitive: false, error: None },
    Shape { name: "DeleteAlarmsInput", kind: Kind::Structure(&M86), sensitive: false, error: None },
    Shape { name: "DeleteAnomalyDetectorInput", kind: Kind::Structure(&M87), sensitive: false, error: None },
    Shape { name: "DeleteAnomalyDetectorOutput", kind: Kind::Structure(&M88), sensitive: false, error: None },
    Shape { name: "DeleteDashboardsInput", kind: Kind::Structure(&M89), sensitive: false, error: None },
    Shape { name: "DeleteDashboardsOutput", kind: Kind::Structure(&M90), sensitive: false, error: None },
    Shape { name: "DeleteInsightRulesInput", kind: Kind::Structure(&M91), sensitive: false, error: None },
    Shape { name: "DeleteInsightRulesOutput", kind: Kind::Structure(&M92), sensitive: false, error: None },
    Shape { name: "DeleteMetricDataQueryDefinitionInput", kind: Kind::Structure(&M93), sensitive: false, error: None },
    Shape { name: "DeleteMetricDataQueryDefinitionOutput", kind: Kind::Structure(&M94), sensitive: false, error: None },
    Shape { name: "DeleteMetricStreamInput", kind: Kind::Structure(&M95), sensitive: false, error: None },
    Shape { name: "DeleteMetricStreamOutput", kind: Kind::Structure(&M96), sensitive: false, error: None },
    Shape { name: "DeleteResourceMetricsConfigurationInput", kind: Kind::Structure(&M97), sensitive: false, error: None },
    Shape { name: "DeleteResourceMetricsConfigurationOutput", kind: Kind::Structure(&M98), sensitive: false, error: None },
    Shape { name: "DescribeAlarmContributorsInput", kind: Kind::Structure(&M99), sensitive: false, error: None },
    Shape { name: "DescribeAlarmContributorsOutput", kind: Kind::Structure(&M100), sensitive: false, error: None },
    Shape { name: "DescribeAlarmHistoryInput", kind: Kind::Structure(&M101), sensitive: false, error: None },
    Shape { name: "DescribeAlarmHistoryOutput", kind: Kind::Structure(&M102), sensitive: false, error: None },
    Shape { name: "DescribeAlarmsForMetricInput", kind: Kind::Structure(&M103), sensitive: false, error: None },
    Shape { name: "DescribeAlarmsForMetricOutput", kind: Kind::Structure(&M104), sensitive: false, error: None },
    Shape { name: "DescribeAlarmsInput", kind: Kind::Structure(&M105), sensitive: false, error: None },
    Shape { name: "DescribeAlarmsOutput", kind: Kind::Structure(&M106), sensitive: false, error: None },
    Shape { name: "DescribeAnomalyDetectorsInput", kind: Kind::Structure(&M107), sensitive: false, error: None },
    Shape { name: "DescribeAnomalyDetectorsOutput", kind: Kind::Structure(&M108), sensitive: false, error: None },
    Shape { name: "DescribeInsightRulesInput", kind: Kind::Structure(&M109), sensitive: false, error: None },
    Shape { name: "DescribeInsightRulesOutput", kind: Kind::Structure(&M110), sensitive: false, error: None },
    Shape { name: "Dimension", kind: Kind::Structure(&M111), sensitive: false, error: None },
    Shape { name: "DimensionFilter", kind: Kind::Structure(&M112), sensitive: false, error: None },
    Shape { name: "DimensionFilters", kind: Kind::List(List { length: Length { min: None, max: Some(10) }, item: ShapeId(112), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DimensionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DimensionValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Dimensions", kind: Kind::List(List { length: Length { min: None, max: Some(30) }, item: ShapeId(111), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DisableAlarmActionsInput", kind: Kind::Structure(&M117), sensitive: false, error: None },
    Shape { name: "DisableInsightRulesInput", kind: Kind::Structure(&M118), sensitive: false, error: None },
    Shape { name: "DisableInsightRulesOutput", kind: Kind::Structure(&M119), sensitive: false, error: None },
    Shape { name: "DisassociateDatasetKmsKeyInput", kind: Kind::Structure(&M120), sensitive: false, error: None },
    Shape { name: "DisassociateDatasetKmsKeyOutput", kind: Kind::Structure(&M121), sensitive: false, error: None },
    Shape { name: "Duration", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(50) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EnableAlarmActionsInput", kind: Kind::Structure(&M123), sensitive: false, error: None },
    Shape { name: "EnableInsightRulesInput", kind: Kind::Structure(&M124), sensitive: false, error: None },
    Shape { name: "EnableInsightRulesOutput", kind: Kind::Structure(&M125), sensitive: false, error: None },
    Shape { name: "EndTimeOffset", kind: Kind::Long(Whole { min: Some(0), max: Some(2592000) }), sensitive: false, error: None },
    Shape { name: "Entity", kind: Kind::Structure(&M127), sensitive: false, error: None },
    Shape { name: "EntityAttributesMap", kind: Kind::Map(Map { length: Length { min: Some(0), max: Some(10) }, key: ShapeId(129), value: ShapeId(130) }), sensitive: false, error: None },
    Shape { name: "EntityAttributesMapKeyString", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityAttributesMapValueString", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityKeyAttributesMap", kind: Kind::Map(Map { length: Length { min: Some(2), max: Some(4) }, key: ShapeId(132), value: ShapeId(133) }), sensitive: false, error: None },
    Shape { name: "EntityKeyAttributesMapKeyString", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityKeyAttributesMapValueString", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityMetricData", kind: Kind::Structure(&M134), sensitive: false, error: None },
    Shape { name: "EntityMetricDataList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(134), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ErrorMessage", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EvaluateLowSampleCountPercentile", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EvaluationCriteria", kind: Kind::Structure(&M138), sensitive: false, error: None },
    Shape { name: "EvaluationInterval", kind: Kind::Integer(Whole { min: Some(10), max: Some(3600) }), sensitive: false, error: None },
    Shape { name: "EvaluationPeriods", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "EvaluationState", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["EVALUATION_FAILURE", "PARTIAL_DATA", "EVALUATION_ERROR"] }), sensitive: false, error: None },
    Shape { name: "EvaluationWindow", kind: Kind::Structure(&M142), sensitive: false, error: None },
    Shape { name: "ExceptionType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Expression", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExtendedStatistic", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExtendedStatistics", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(145), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FailureCode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FailureDescription", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FailureResource", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FaultDescription", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GetAlarmMuteRuleInput", kind: Kind::Structure(&M151), sensitive: false, error: None },
    Shape { name: "GetAlarmMuteRuleOutput", kind: Kind::Structure(&M152), sensitive: false, error: None },
    Shape { name: "GetDashboardInput", kind: Kind::Structure(&M153), sensitive: false, error: None },
    Shape { name: "GetDashboardOutput", kind: Kind::Structure(&M154), sensitive: false, error: None },
    Shape { name: "GetDatasetInput", kind: Kind::Structure(&M155), sensitive: false, error: None },
    Shape { name: "GetDatasetOutput", kind: Kind::Structure(&M156), sensitive: false, error: None },
    Shape { name: "GetInsightRuleReportInput", kind: Kind::Structure(&M157), sensitive: false, error: None },
    Shape { name: "GetInsightRuleReportOutput", kind: Kind::Structure(&M158), sensitive: false, error: None },
    Shape { name: "GetMetricDataInput", kind: Kind::Structure(&M159), sensitive: false, error: None },
    Shape { name: "GetMetricDataLabelTimezone", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GetMetricDataMaxDatapoints", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "GetMetricDataOutput", kind: Kind::Structure(&M162), sensitive: false, error: None },
    Shape { name: "GetMetricDataQueryDefinitionInput", kind: Kind::Structure(&M163), sensitive: false, error: None },
    Shape { name: "GetMetricDataQueryDefinitionOutput", kind: Kind::Structure(&M164), sensitive: false, error: None },
    Shape { name: "GetMetricStatisticsInput", kind: Kind::Structure(&M165), sensitive: false, error: None },
    Shape { name: "GetMetricStatisticsOutput", kind: Kind::Structure(&M166), sensitive: false, error: None },
    Shape { name: "GetMetricStreamInput", kind: Kind::Structure(&M167), sensitive: false, error: None },
    Shape { name: "GetMetricStreamOutput", kind: Kind::Structure(&M168), sensitive: false, error: None },
    Shape { name: "GetMetricWidgetImageInput", kind: Kind::Structure(&M169), sensitive: false, error: None },
    Shape { name: "GetMetricWidgetImageOutput", kind: Kind::Structure(&M170), sensitive: false, error: None },
    Shape { name: "GetOTelEnrichmentInput", kind: Kind::Structure(&M171), sensitive: false, error: None },
    Shape { name: "GetOTelEnrichmentOutput", kind: Kind::Structure(&M172), sensitive: false, error: None },
    Shape { name: "GetResourceMetricsConfigurationInput", kind: Kind::Structure(&M173), sensitive: false, error: None },
    Shape { name: "GetResourceMetricsConfigurationOutput", kind: Kind::Structure(&M174), sensitive: false, error: None },
    Shape { name: "HistoryData", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(4095) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "HistoryItemType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Action", "StateUpdate", "AlarmContributorAction", "AlarmContributorStateUpdate", "ConfigurationUpdate"] }), sensitive: false, error: None },
    Shape { name: "HistorySummary", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "IncludeLinkedAccounts", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "IncludeLinkedAccountsMetrics", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "InsightRule", kind: Kind::Structure(&M180), sensitive: false, error: None },
    Shape { name: "InsightRuleAggregationStatistic", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleContributor", kind: Kind::Structure(&M182), sensitive: false, error: None },
    Shape { name: "InsightRuleContributorDatapoint", kind: Kind::Structure(&M183), sensitive: false, error: None },
    Shape { name: "InsightRuleContributorDatapoints", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(183), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleContributorKey", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleContributorKeyLabel", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleContributorKeyLabels", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(186), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleContributorKeys", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(185), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleContributors", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(182), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleDefinition", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(8192) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleIsManaged", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "InsightRuleMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(500) }), sensitive: false, error: None },
    Shape { name: "InsightRuleMetricDatapoint", kind: Kind::Structure(&M193), sensitive: false, error: None },
    Shape { name: "InsightRuleMetricDatapoints", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(193), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleMetricList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(196), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleMetricName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(197), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InsightRuleOnTransformedLogs", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "InsightRuleOrderBy", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleSchema", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleState", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InsightRuleUnboundDouble", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "InsightRuleUnboundInteger", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "InsightRuleUnboundLong", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "InsightRules", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(180), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InternalServiceFault", kind: Kind::Structure(&M207), sensitive: false, error: Some(ErrorTrait { code: "InternalServiceError", status: 500, sender_fault: false }) },
    Shape { name: "InvalidFormatFault", kind: Kind::Structure(&M208), sensitive: false, error: Some(ErrorTrait { code: "InvalidFormat", status: 400, sender_fault: true }) },
    Shape { name: "InvalidNextToken", kind: Kind::Structure(&M209), sensitive: false, error: Some(ErrorTrait { code: "InvalidNextToken", status: 400, sender_fault: true }) },
    Shape { name: "InvalidParameterCombinationException", kind: Kind::Structure(&M210), sensitive: false, error: Some(ErrorTrait { code: "InvalidParameterCombination", status: 400, sender_fault: true }) },
    Shape { name: "InvalidParameterValueException", kind: Kind::Structure(&M211), sensitive: false, error: Some(ErrorTrait { code: "InvalidParameterValue", status: 400, sender_fault: true }) },
    Shape { name: "KmsAccessDeniedException", kind: Kind::Structure(&M212), sensitive: false, error: Some(ErrorTrait { code: "KmsAccessDeniedException", status: 400, sender_fault: true }) },
    Shape { name: "KmsKeyArn", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(2048) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "KmsKeyDisabledException", kind: Kind::Structure(&M214), sensitive: false, error: Some(ErrorTrait { code: "KmsKeyDisabledException", status: 400, sender_fault: true }) },
    Shape { name: "KmsKeyNotFoundException", kind: Kind::Structure(&M215), sensitive: false, error: Some(ErrorTrait { code: "KmsKeyNotFoundException", status: 400, sender_fault: true }) },
    Shape { name: "LabelOptions", kind: Kind::Structure(&M216), sensitive: false, error: None },
    Shape { name: "LastModified", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "LimitExceededException", kind: Kind::Structure(&M218), sensitive: false, error: Some(ErrorTrait { code: "LimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "LimitExceededFault", kind: Kind::Structure(&M219), sensitive: false, error: Some(ErrorTrait { code: "LimitExceeded", status: 400, sender_fault: true }) },
    Shape { name: "ListAlarmMuteRulesInput", kind: Kind::Structure(&M220), sensitive: false, error: None },
    Shape { name: "ListAlarmMuteRulesOutput", kind: Kind::Structure(&M221), sensitive: false, error: None },
    Shape { name: "ListDashboardsInput", kind: Kind::Structure(&M222), sensitive: false, error: None },
    Shape { name: "ListDashboardsOutput", kind: Kind::Structure(&M223), sensitive: false, error: None },
    Shape { name: "ListManagedInsightRulesInput", kind: Kind::Structure(&M224), sensitive: false, error: None },
    Shape { name: "ListManagedInsightRulesOutput", kind: Kind::Structure(&M225), sensitive: false, error: None },
    Shape { name: "ListMetricDataQueryDefinitionsInput", kind: Kind::Structure(&M226), sensitive: false, error: None },
    Shape { name: "ListMetricDataQueryDefinitionsOutput", kind: Kind::Structure(&M227), sensitive: false, error: None },
    Shape { name: "ListMetricStreamsInput", kind: Kind::Structure(&M228), sensitive: false, error: None },
    Shape { name: "ListMetricStreamsMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(500) }), sensitive: false, error: None },
    Shape { name: "ListMetricStreamsOutput", kind: Kind::Structure(&M230), sensitive: false, error: None },
    Shape { name: "ListMetricsInput", kind: Kind::Structure(&M231), sensitive: false, error: None },
    Shape { name: "ListMetricsOutput", kind: Kind::Structure(&M232), sensitive: false, error: None },
    Shape { name: "ListTagsForResourceInput", kind: Kind::Structure(&M233), sensitive: false, error: None },
    Shape { name: "ListTagsForResourceOutput", kind: Kind::Structure(&M234), sensitive: false, error: None },
    Shape { name: "LogAlarm", kind: Kind::Structure(&M235), sensitive: false, error: None },
    Shape { name: "LogAlarms", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(235), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupIdentifiers", kind: Kind::List(List { length: Length { min: Some(1), max: Some(50) }, item: ShapeId(30), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ManagedRule", kind: Kind::Structure(&M238), sensitive: false, error: None },
    Shape { name: "ManagedRuleDescription", kind: Kind::Structure(&M239), sensitive: false, error: None },
    Shape { name: "ManagedRuleDescriptions", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(239), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ManagedRuleState", kind: Kind::Structure(&M241), sensitive: false, error: None },
    Shape { name: "ManagedRules", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(238), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MaxRecords", kind: Kind::Integer(Whole { min: Some(1), max: Some(100) }), sensitive: false, error: None },
    Shape { name: "MaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(100) }), sensitive: false, error: None },
    Shape { name: "MaxReturnedResultsCount", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "Message", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MessageData", kind: Kind::Structure(&M247), sensitive: false, error: None },
    Shape { name: "MessageDataCode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MessageDataValue", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Metric", kind: Kind::Structure(&M250), sensitive: false, error: None },
    Shape { name: "MetricAlarm", kind: Kind::Structure(&M251), sensitive: false, error: None },
    Shape { name: "MetricAlarms", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(251), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricCharacteristics", kind: Kind::Structure(&M253), sensitive: false, error: None },
    Shape { name: "MetricData", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(263), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricDataQueries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(256), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricDataQuery", kind: Kind::Structure(&M256), sensitive: false, error: None },
    Shape { name: "MetricDataQueryDefinitionNextToken", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricDataQueryDefinitionSummaries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(259), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricDataQueryDefinitionSummary", kind: Kind::Structure(&M259), sensitive: false, error: None },
    Shape { name: "MetricDataResult", kind: Kind::Structure(&M260), sensitive: false, error: None },
    Shape { name: "MetricDataResultMessages", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(247), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricDataResults", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(260), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricDatum", kind: Kind::Structure(&M263), sensitive: false, error: None },
    Shape { name: "MetricExpression", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricExpressionString", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(65536) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "MetricId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricLabel", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricMathAnomalyDetector", kind: Kind::Structure(&M268), sensitive: false, error: None },
    Shape { name: "MetricName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricNameList", kind: Kind::List(List { length: Length { min: Some(1), max: Some(500) }, item: ShapeId(269), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStat", kind: Kind::Structure(&M271), sensitive: false, error: None },
    Shape { name: "MetricStreamEntries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(273), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamEntry", kind: Kind::Structure(&M273), sensitive: false, error: None },
    Shape { name: "MetricStreamFilter", kind: Kind::Structure(&M274), sensitive: false, error: None },
    Shape { name: "MetricStreamFilterMetricNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(269), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamFilters", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(274), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricStreamNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(277), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamOutputFormat", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &["opentelemetry1.0", "json", "opentelemetry0.7"] }), sensitive: false, error: None },
    Shape { name: "MetricStreamState", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricStreamStatistic", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricStreamStatisticsAdditionalStatistics", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(281), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamStatisticsConfiguration", kind: Kind::Structure(&M283), sensitive: false, error: None },
    Shape { name: "MetricStreamStatisticsConfigurations", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(283), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamStatisticsIncludeMetrics", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(286), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricStreamStatisticsMetric", kind: Kind::Structure(&M286), sensitive: false, error: None },
    Shape { name: "MetricWidget", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricWidgetImage", kind: Kind::Blob(Length { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "Metrics", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(250), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MissingRequiredParameterException", kind: Kind::Structure(&M290), sensitive: false, error: Some(ErrorTrait { code: "MissingParameter", status: 400, sender_fault: true }) },
    Shape { name: "MuteTargetAlarmNameList", kind: Kind::List(List { length: Length { min: None, max: Some(100) }, item: ShapeId(294), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MuteTargets", kind: Kind::Structure(&M292), sensitive: false, error: None },
    Shape { name: "MuteType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Name", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Namespace", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: Some(&PATTERNS[9]), values: &[] }), sensitive: false, error: None },
    Shape { name: "NextToken", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "OTelEnrichmentMetricNameList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(269), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OTelEnrichmentMetricSelector", kind: Kind::Structure(&M298), sensitive: false, error: None },
    Shape { name: "OTelEnrichmentMetricSelectorList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(298), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OTelEnrichmentStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Stopped", "Running"] }), sensitive: false, error: None },
    Shape { name: "OnlyStartEvaluatingAfterWarmUpPeriodEnds", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "OutputFormat", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "OwningAccounts", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(0), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "PartialFailure", kind: Kind::Structure(&M304), sensitive: false, error: None },
    Shape { name: "PendingPeriod", kind: Kind::Integer(Whole { min: Some(0), max: Some(86400) }), sensitive: false, error: None },
    Shape { name: "Period", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "PeriodicSpikes", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "PutAlarmMuteRuleInput", kind: Kind::Structure(&M308), sensitive: false, error: None },
    Shape { name: "PutAnomalyDetectorInput", kind: Kind::Structure(&M309), sensitive: false, error: None },
    Shape { name: "PutAnomalyDetectorOutput", kind: Kind::Structure(&M310), sensitive: false, error: None },
    Shape { name: "PutCompositeAlarmInput", kind: Kind::Structure(&M311), sensitive: false, error: None },
    Shape { name: "PutDashboardInput", kind: Kind::Structure(&M312), sensitive: false, error: None },
    Shape { name: "PutDashboardOutput", kind: Kind::Structure(&M313), sensitive: false, error: None },
    Shape { name: "PutInsightRuleInput", kind: Kind::Structure(&M314), sensitive: false, error: None },
    Shape { name: "PutInsightRuleOutput", kind: Kind::Structure(&M315), sensitive: false, error: None },
    Shape { name: "PutLogAlarmInput", kind: Kind::Structure(&M316), sensitive: false, error: None },
    Shape { name: "PutManagedInsightRulesInput", kind: Kind::Structure(&M317), sensitive: false, error: None },
    Shape { name: "PutManagedInsightRulesOutput", kind: Kind::Structure(&M318), sensitive: false, error: None },
    Shape { name: "PutMetricAlarmInput", kind: Kind::Structure(&M319), sensitive: false, error: None },
    Shape { name: "PutMetricDataInput", kind: Kind::Structure(&M320), sensitive: false, error: None },
    Shape { name: "PutMetricDataQueryDefinitionInput", kind: Kind::Structure(&M321), sensitive: false, error: None },
    Shape { name: "PutMetricDataQueryDefinitionOutput", kind: Kind::Structure(&M322), sensitive: false, error: None },
    Shape { name: "PutMetricStreamInput", kind: Kind::Structure(&M323), sensitive: false, error: None },
    Shape { name: "PutMetricStreamOutput", kind: Kind::Structure(&M324), sensitive: false, error: None },
    Shape { name: "Query", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryResultsToAlarm", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "QueryResultsToEvaluate", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "QueryString", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["METRIC_MATH", "PROMQL", "SQL"] }), sensitive: false, error: None },
    Shape { name: "Range", kind: Kind::Structure(&M330), sensitive: false, error: None },
    Shape { name: "RecentlyActive", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PT3H"] }), sensitive: false, error: None },
    Shape { name: "RecoveryPeriod", kind: Kind::Integer(Whole { min: Some(0), max: Some(86400) }), sensitive: false, error: None },
    Shape { name: "ResourceArn", kind: Kind::String(Text { length: Length { min: Some(20), max: Some(2048) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceConflict", kind: Kind::Structure(&M334), sensitive: false, error: Some(ErrorTrait { code: "ResourceConflict", status: 409, sender_fault: true }) },
    Shape { name: "ResourceId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceList", kind: Kind::List(List { length: Length { min: None, max: Some(5) }, item: ShapeId(340), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResourceMetricSelection", kind: Kind::Structure(&M337), sensitive: false, error: None },
    Shape { name: "ResourceMetricSelectionList", kind: Kind::List(List { length: Length { min: Some(1), max: Some(1) }, item: ShapeId(337), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResourceMetricsConfiguration", kind: Kind::Structure(&M339), sensitive: false, error: None },
    Shape { name: "ResourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceNotFound", kind: Kind::Structure(&M341), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotFound", status: 404, sender_fault: true }) },
    Shape { name: "ResourceNotFoundException", kind: Kind::Structure(&M342), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotFoundException", status: 404, sender_fault: true }) },
    Shape { name: "ResourceType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ReturnData", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "Rule", kind: Kind::Structure(&M345), sensitive: false, error: None },
    Shape { name: "ScanBy", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["TimestampDescending", "TimestampAscending"] }), sensitive: false, error: None },
    Shape { name: "Schedule", kind: Kind::Structure(&M347), sensitive: false, error: None },
    Shape { name: "ScheduleConfiguration", kind: Kind::Structure(&M348), sensitive: false, error: None },
    Shape { name: "ScheduleExpression", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryConfiguration", kind: Kind::Structure(&M350), sensitive: false, error: None },
    Shape { name: "SetAlarmStateInput", kind: Kind::Structure(&M351), sensitive: false, error: None },
    Shape { name: "SingleMetricAnomalyDetector", kind: Kind::Structure(&M352), sensitive: false, error: None },
    Shape { name: "Size", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "SlidingWindow", kind: Kind::Structure(&M354), sensitive: false, error: None },
    Shape { name: "StandardUnit", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Megabits", "Terabits", "Gigabits", "Count", "Bytes", "Gigabytes", "Gigabytes/Second", "Kilobytes", "Kilobits/Second", "Terabytes", "Terabits/Second", "Bytes/Second", "Percent", "Megabytes", "Megabits/Second", "Milliseconds", "Microseconds", "Kilobytes/Second", "Gigabits/Second", "Megabytes/Second", "Bits", "Bits/Second", "Count/Second", "Seconds", "Kilobits", "Terabytes/Second", "None"] }), sensitive: false, error: None },
    Shape { name: "StartMetricStreamsInput", kind: Kind::Structure(&M356), sensitive: false, error: None },
    Shape { name: "StartMetricStreamsOutput", kind: Kind::Structure(&M357), sensitive: false, error: None },
    Shape { name: "StartOTelEnrichmentInput", kind: Kind::Structure(&M358), sensitive: false, error: None },
    Shape { name: "StartOTelEnrichmentOutput", kind: Kind::Structure(&M359), sensitive: false, error: None },
    Shape { name: "StartTimeOffset", kind: Kind::Long(Whole { min: Some(1), max: Some(2592000) }), sensitive: false, error: None },
    Shape { name: "Stat", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "StateReason", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1023) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "StateReasonData", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(4000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "StateValue", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ALARM", "INSUFFICIENT_DATA", "OK"] }), sensitive: false, error: None },
    Shape { name: "Statistic", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Minimum", "Maximum", "Average", "SampleCount", "Sum"] }), sensitive: false, error: None },
    Shape { name: "StatisticSet", kind: Kind::Structure(&M366), sensitive: false, error: None },
    Shape { name: "Statistics", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(365), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "StatusCode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Complete", "Forbidden", "InternalError", "PartialData"] }), sensitive: false, error: None },
    Shape { name: "StopMetricStreamsInput", kind: Kind::Structure(&M369), sensitive: false, error: None },
    Shape { name: "StopMetricStreamsOutput", kind: Kind::Structure(&M370), sensitive: false, error: None },
    Shape { name: "StopOTelEnrichmentInput", kind: Kind::Structure(&M371), sensitive: false, error: None },
    Shape { name: "StopOTelEnrichmentOutput", kind: Kind::Structure(&M372), sensitive: false, error: None },
    Shape { name: "StorageResolution", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "StrictEntityValidation", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "String", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SuppressorPeriod", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "Tag", kind: Kind::Structure(&M377), sensitive: false, error: None },
    Shape { name: "TagKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TagKeyList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(378), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(377), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagResourceInput", kind: Kind::Structure(&M381), sensitive: false, error: None },
    Shape { name: "TagResourceOutput", kind: Kind::Structure(&M382), sensitive: false, error: None },
    Shape { name: "TagValue", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TemplateName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Threshold", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "Timestamp", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "Timestamps", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(386), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Timezone", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(50) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TreatMissingData", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "UntagResourceInput", kind: Kind::Structure(&M390), sensitive: false, error: None },
    Shape { name: "UntagResourceOutput", kind: Kind::Structure(&M391), sensitive: false, error: None },
    Shape { name: "UpdateOTelEnrichmentInput", kind: Kind::Structure(&M392), sensitive: false, error: None },
    Shape { name: "UpdateOTelEnrichmentOutput", kind: Kind::Structure(&M393), sensitive: false, error: None },
    Shape { name: "UpdateResourceMetricsConfigurationInput", kind: Kind::Structure(&M394), sensitive: false, error: None },
    Shape { name: "UpdateResourceMetricsConfigurationOutput", kind: Kind::Structure(&M395), sensitive: false, error: None },
    Shape { name: "ValidationException", kind: Kind::Structure(&M396), sensitive: false, error: Some(ErrorTrait { code: "ValidationError", status: 400, sender_fault: true }) },
    Shape { name: "ValidationExceptionMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Values", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(75), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "WallClockWindow", kind: Kind::Structure(&M399), sensitive: false, error: None },
    Shape { name: "WarmUpConfiguration", kind: Kind::Structure(&M400), sensitive: false, error: None },
    Shape { name: "WarmUpPeriodDurationInMinutes", kind: Kind::Integer(Whole { min: Some(1), max: Some(2880) }), sensitive: false, error: None },
];

static M1: [Member; 1] = [
    Member { name: "AlarmTagsPropagation", wire: "AlarmTagsPropagation", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M10: [Member; 4] = [
    Member { name: "ContributorId", wire: "ContributorId", shape: ShapeId(57), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ContributorAttributes", wire: "ContributorAttributes", shape: ShapeId(56), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StateReason", wire: "StateReason", shape: ShapeId(362), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StateTransitionedTimestamp", wire: "StateTransitionedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M13: [Member; 8] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmContributorId", wire: "AlarmContributorId", shape: ShapeId(57), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmType", wire: "AlarmType", shape: ShapeId(28), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HistoryItemType", wire: "HistoryItemType", shape: ShapeId(176), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HistorySummary", wire: "HistorySummary", shape: ShapeId(177), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HistoryData", wire: "HistoryData", shape: ShapeId(175), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmContributorAttributes", wire: "AlarmContributorAttributes", shape: ShapeId(56), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M18: [Member; 5] = [
    Member { name: "AlarmMuteRuleArn", wire: "AlarmMuteRuleArn", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExpireDate", wire: "ExpireDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MuteType", wire: "MuteType", shape: ShapeId(293), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdatedTimestamp", wire: "LastUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M22: [Member; 3] = [
    Member { name: "Query", wire: "Query", shape: ShapeId(325), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PendingPeriod", wire: "PendingPeriod", shape: ShapeId(305), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RecoveryPeriod", wire: "RecoveryPeriod", shape: ShapeId(332), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M24: [Member; 3] = [
    Member { name: "Enabled", wire: "Enabled", shape: ShapeId(25), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IncludedTagKeys", wire: "IncludedTagKeys", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludedTagKeys", wire: "ExcludedTagKeys", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M31: [Member; 10] = [
    Member { name: "AnomalyDetectorId", wire: "AnomalyDetectorId", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Stat", wire: "Stat", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Configuration", wire: "Configuration", shape: ShapeId(33), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateValue", wire: "StateValue", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricCharacteristics", wire: "MetricCharacteristics", shape: ShapeId(253), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SingleMetricAnomalyDetector", wire: "SingleMetricAnomalyDetector", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricMathAnomalyDetector", wire: "MetricMathAnomalyDetector", shape: ShapeId(268), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M33: [Member; 4] = [
    Member { name: "ExcludedTimeRanges", wire: "ExcludedTimeRanges", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricTimezone", wire: "MetricTimezone", shape: ShapeId(38), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AdaptationSpeed", wire: "AdaptationSpeed", shape: ShapeId(32), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OutlierFilteringStrength", wire: "OutlierFilteringStrength", shape: ShapeId(39), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M45: [Member; 2] = [
    Member { name: "DatasetIdentifier", wire: "DatasetIdentifier", shape: ShapeId(82), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "KmsKeyArn", wire: "KmsKeyArn", shape: ShapeId(213), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M46: [Member; 0] = [
];
static M52: [Member; 20] = [
    Member { name: "ActionsEnabled", wire: "ActionsEnabled", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmActions", wire: "AlarmActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmArn", wire: "AlarmArn", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmConfigurationUpdatedTimestamp", wire: "AlarmConfigurationUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmDescription", wire: "AlarmDescription", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmRule", wire: "AlarmRule", shape: ShapeId(23), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsufficientDataActions", wire: "InsufficientDataActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OKActions", wire: "OKActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReason", wire: "StateReason", shape: ShapeId(362), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReasonData", wire: "StateReasonData", shape: ShapeId(363), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateUpdatedTimestamp", wire: "StateUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateValue", wire: "StateValue", shape: ShapeId(364), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateTransitionedTimestamp", wire: "StateTransitionedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressedBy", wire: "ActionsSuppressedBy", shape: ShapeId(6), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressedReason", wire: "ActionsSuppressedReason", shape: ShapeId(7), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressor", wire: "ActionsSuppressor", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressorWaitPeriod", wire: "ActionsSuppressorWaitPeriod", shape: ShapeId(376), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressorExtensionPeriod", wire: "ActionsSuppressorExtensionPeriod", shape: ShapeId(376), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionConfiguration", wire: "ActionConfiguration", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M54: [Member; 0] = [
];
static M55: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M59: [Member; 2] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(333), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricSelections", wire: "MetricSelections", shape: ShapeId(338), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M60: [Member; 1] = [
    Member { name: "ResourceMetricsConfiguration", wire: "ResourceMetricsConfiguration", shape: ShapeId(339), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M64: [Member; 4] = [
    Member { name: "DashboardName", wire: "DashboardName", shape: ShapeId(67), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DashboardArn", wire: "DashboardArn", shape: ShapeId(61), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(217), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Size", wire: "Size", shape: ShapeId(353), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M66: [Member; 2] = [
    Member { name: "message", wire: "message", shape: ShapeId(65), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dashboardValidationMessages", wire: "dashboardValidationMessages", shape: ShapeId(72), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M70: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(65), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M71: [Member; 2] = [
    Member { name: "DataPath", wire: "DataPath", shape: ShapeId(73), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(246), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M74: [Member; 8] = [
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SampleCount", wire: "SampleCount", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Average", wire: "Average", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Sum", wire: "Sum", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Minimum", wire: "Minimum", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Maximum", wire: "Maximum", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExtendedStatistics", wire: "ExtendedStatistics", shape: ShapeId(76), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M85: [Member; 1] = [
    Member { name: "AlarmMuteRuleName", wire: "AlarmMuteRuleName", shape: ShapeId(294), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M86: [Member; 1] = [
    Member { name: "AlarmNames", wire: "AlarmNames", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M87: [Member; 7] = [
    Member { name: "AnomalyDetectorId", wire: "AnomalyDetectorId", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Stat", wire: "Stat", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SingleMetricAnomalyDetector", wire: "SingleMetricAnomalyDetector", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricMathAnomalyDetector", wire: "MetricMathAnomalyDetector", shape: ShapeId(268), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M88: [Member; 0] = [
];
static M89: [Member; 1] = [
    Member { name: "DashboardNames", wire: "DashboardNames", shape: ShapeId(69), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M90: [Member; 0] = [
];
static M91: [Member; 1] = [
    Member { name: "RuleNames", wire: "RuleNames", shape: ShapeId(198), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M92: [Member; 1] = [
    Member { name: "Failures", wire: "Failures", shape: ShapeId(50), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M93: [Member; 1] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(83), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M94: [Member; 0] = [
];
static M95: [Member; 1] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(277), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M96: [Member; 0] = [
];
static M97: [Member; 1] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(333), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M98: [Member; 0] = [
];
static M99: [Member; 2] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M100: [Member; 2] = [
    Member { name: "AlarmContributors", wire: "AlarmContributors", shape: ShapeId(11), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M101: [Member; 9] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmContributorId", wire: "AlarmContributorId", shape: ShapeId(57), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmTypes", wire: "AlarmTypes", shape: ShapeId(29), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HistoryItemType", wire: "HistoryItemType", shape: ShapeId(176), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartDate", wire: "StartDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EndDate", wire: "EndDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxRecords", wire: "MaxRecords", shape: ShapeId(243), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScanBy", wire: "ScanBy", shape: ShapeId(346), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M102: [Member; 2] = [
    Member { name: "AlarmHistoryItems", wire: "AlarmHistoryItems", shape: ShapeId(14), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M103: [Member; 7] = [
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Statistic", wire: "Statistic", shape: ShapeId(365), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExtendedStatistic", wire: "ExtendedStatistic", shape: ShapeId(145), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M104: [Member; 1] = [
    Member { name: "MetricAlarms", wire: "MetricAlarms", shape: ShapeId(252), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M105: [Member; 9] = [
    Member { name: "AlarmNames", wire: "AlarmNames", shape: ShapeId(21), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmNamePrefix", wire: "AlarmNamePrefix", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmTypes", wire: "AlarmTypes", shape: ShapeId(29), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChildrenOfAlarmName", wire: "ChildrenOfAlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ParentsOfAlarmName", wire: "ParentsOfAlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateValue", wire: "StateValue", shape: ShapeId(364), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionPrefix", wire: "ActionPrefix", shape: ShapeId(4), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxRecords", wire: "MaxRecords", shape: ShapeId(243), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M106: [Member; 4] = [
    Member { name: "CompositeAlarms", wire: "CompositeAlarms", shape: ShapeId(53), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricAlarms", wire: "MetricAlarms", shape: ShapeId(252), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LogAlarms", wire: "LogAlarms", shape: ShapeId(236), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M107: [Member; 7] = [
    Member { name: "AnomalyDetectorIds", wire: "AnomalyDetectorIds", shape: ShapeId(36), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(245), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AnomalyDetectorTypes", wire: "AnomalyDetectorTypes", shape: ShapeId(42), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M108: [Member; 2] = [
    Member { name: "AnomalyDetectors", wire: "AnomalyDetectors", shape: ShapeId(43), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M109: [Member; 2] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(192), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M110: [Member; 2] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsightRules", wire: "InsightRules", shape: ShapeId(206), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M111: [Member; 2] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(115), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M112: [Member; 2] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(115), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M117: [Member; 1] = [
    Member { name: "AlarmNames", wire: "AlarmNames", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M118: [Member; 1] = [
    Member { name: "RuleNames", wire: "RuleNames", shape: ShapeId(198), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M119: [Member; 1] = [
    Member { name: "Failures", wire: "Failures", shape: ShapeId(50), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M120: [Member; 1] = [
    Member { name: "DatasetIdentifier", wire: "DatasetIdentifier", shape: ShapeId(82), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M121: [Member; 0] = [
];
static M123: [Member; 1] = [
    Member { name: "AlarmNames", wire: "AlarmNames", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M124: [Member; 1] = [
    Member { name: "RuleNames", wire: "RuleNames", shape: ShapeId(198), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M125: [Member; 1] = [
    Member { name: "Failures", wire: "Failures", shape: ShapeId(50), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M127: [Member; 2] = [
    Member { name: "KeyAttributes", wire: "KeyAttributes", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Attributes", wire: "Attributes", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M134: [Member; 2] = [
    Member { name: "Entity", wire: "Entity", shape: ShapeId(127), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricData", wire: "MetricData", shape: ShapeId(254), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M138: [Member; 1] = [
    Member { name: "PromQLCriteria", wire: "PromQLCriteria", shape: ShapeId(22), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M142: [Member; 2] = [
    Member { name: "WallClockWindow", wire: "WallClockWindow", shape: ShapeId(399), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SlidingWindow", wire: "SlidingWindow", shape: ShapeId(354), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M151: [Member; 1] = [
    Member { name: "AlarmMuteRuleName", wire: "AlarmMuteRuleName", shape: ShapeId(294), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M152: [Member; 10] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(294), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmMuteRuleArn", wire: "AlarmMuteRuleArn", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Rule", wire: "Rule", shape: ShapeId(345), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MuteTargets", wire: "MuteTargets", shape: ShapeId(292), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartDate", wire: "StartDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExpireDate", wire: "ExpireDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdatedTimestamp", wire: "LastUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MuteType", wire: "MuteType", shape: ShapeId(293), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M153: [Member; 1] = [
    Member { name: "DashboardName", wire: "DashboardName", shape: ShapeId(67), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M154: [Member; 3] = [
    Member { name: "DashboardArn", wire: "DashboardArn", shape: ShapeId(61), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DashboardBody", wire: "DashboardBody", shape: ShapeId(62), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DashboardName", wire: "DashboardName", shape: ShapeId(67), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M155: [Member; 1] = [
    Member { name: "DatasetIdentifier", wire: "DatasetIdentifier", shape: ShapeId(82), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M156: [Member; 3] = [
    Member { name: "DatasetId", wire: "DatasetId", shape: ShapeId(81), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(80), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "KmsKeyArn", wire: "KmsKeyArn", shape: ShapeId(213), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M157: [Member; 7] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MaxContributorCount", wire: "MaxContributorCount", shape: ShapeId(204), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Metrics", wire: "Metrics", shape: ShapeId(195), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OrderBy", wire: "OrderBy", shape: ShapeId(200), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M158: [Member; 6] = [
    Member { name: "KeyLabels", wire: "KeyLabels", shape: ShapeId(187), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AggregationStatistic", wire: "AggregationStatistic", shape: ShapeId(181), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AggregateValue", wire: "AggregateValue", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ApproximateUniqueCount", wire: "ApproximateUniqueCount", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Contributors", wire: "Contributors", shape: ShapeId(189), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricDatapoints", wire: "MetricDatapoints", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M159: [Member; 7] = [
    Member { name: "MetricDataQueries", wire: "MetricDataQueries", shape: ShapeId(255), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScanBy", wire: "ScanBy", shape: ShapeId(346), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxDatapoints", wire: "MaxDatapoints", shape: ShapeId(161), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LabelOptions", wire: "LabelOptions", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M162: [Member; 3] = [
    Member { name: "MetricDataResults", wire: "MetricDataResults", shape: ShapeId(262), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Messages", wire: "Messages", shape: ShapeId(261), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M163: [Member; 1] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(83), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M164: [Member; 7] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(83), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(84), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Expression", wire: "Expression", shape: ShapeId(265), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(329), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M165: [Member; 9] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Statistics", wire: "Statistics", shape: ShapeId(367), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExtendedStatistics", wire: "ExtendedStatistics", shape: ShapeId(146), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M166: [Member; 2] = [
    Member { name: "Label", wire: "Label", shape: ShapeId(267), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Datapoints", wire: "Datapoints", shape: ShapeId(78), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M167: [Member; 1] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(277), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M168: [Member; 12] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(277), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(276), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(276), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FirehoseArn", wire: "FirehoseArn", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoleArn", wire: "RoleArn", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(280), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreationDate", wire: "CreationDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdateDate", wire: "LastUpdateDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OutputFormat", wire: "OutputFormat", shape: ShapeId(279), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatisticsConfigurations", wire: "StatisticsConfigurations", shape: ShapeId(284), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeLinkedAccountsMetrics", wire: "IncludeLinkedAccountsMetrics", shape: ShapeId(179), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M169: [Member; 2] = [
    Member { name: "MetricWidget", wire: "MetricWidget", shape: ShapeId(287), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "OutputFormat", wire: "OutputFormat", shape: ShapeId(302), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M170: [Member; 1] = [
    Member { name: "MetricWidgetImage", wire: "MetricWidgetImage", shape: ShapeId(288), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M171: [Member; 0] = [
];
static M172: [Member; 5] = [
    Member { name: "Status", wire: "Status", shape: ShapeId(300), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M173: [Member; 1] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(333), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M174: [Member; 1] = [
    Member { name: "ResourceMetricsConfiguration", wire: "ResourceMetricsConfiguration", shape: ShapeId(339), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M180: [Member; 6] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(202), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Schema", wire: "Schema", shape: ShapeId(201), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Definition", wire: "Definition", shape: ShapeId(190), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ManagedRule", wire: "ManagedRule", shape: ShapeId(191), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ApplyOnTransformedLogs", wire: "ApplyOnTransformedLogs", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M182: [Member; 3] = [
    Member { name: "Keys", wire: "Keys", shape: ShapeId(188), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ApproximateAggregateValue", wire: "ApproximateAggregateValue", shape: ShapeId(203), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Datapoints", wire: "Datapoints", shape: ShapeId(184), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M183: [Member; 2] = [
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ApproximateValue", wire: "ApproximateValue", shape: ShapeId(203), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M193: [Member; 8] = [
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UniqueContributors", wire: "UniqueContributors", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxContributorValue", wire: "MaxContributorValue", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SampleCount", wire: "SampleCount", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Average", wire: "Average", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Sum", wire: "Sum", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Minimum", wire: "Minimum", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Maximum", wire: "Maximum", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M207: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M208: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M209: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M210: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(49), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M211: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(49), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M212: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(375), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M214: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(375), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M215: [Member; 1] = [
    Member { name: "Message", wire: "Message", shape: ShapeId(375), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M216: [Member; 1] = [
    Member { name: "Timezone", wire: "Timezone", shape: ShapeId(160), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M218: [Member; 0] = [
];
static M219: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M220: [Member; 4] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(294), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Statuses", wire: "Statuses", shape: ShapeId(16), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxRecords", wire: "MaxRecords", shape: ShapeId(243), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M221: [Member; 2] = [
    Member { name: "AlarmMuteRuleSummaries", wire: "AlarmMuteRuleSummaries", shape: ShapeId(17), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M222: [Member; 2] = [
    Member { name: "DashboardNamePrefix", wire: "DashboardNamePrefix", shape: ShapeId(68), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M223: [Member; 2] = [
    Member { name: "DashboardEntries", wire: "DashboardEntries", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M224: [Member; 3] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(192), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M225: [Member; 2] = [
    Member { name: "ManagedRules", wire: "ManagedRules", shape: ShapeId(240), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M226: [Member; 2] = [
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(244), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(257), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M227: [Member; 2] = [
    Member { name: "Items", wire: "Items", shape: ShapeId(258), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(257), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M228: [Member; 2] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxResults", wire: "MaxResults", shape: ShapeId(229), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M230: [Member; 2] = [
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Entries", wire: "Entries", shape: ShapeId(272), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M231: [Member; 7] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(113), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RecentlyActive", wire: "RecentlyActive", shape: ShapeId(331), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeLinkedAccounts", wire: "IncludeLinkedAccounts", shape: ShapeId(178), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OwningAccount", wire: "OwningAccount", shape: ShapeId(0), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M232: [Member; 3] = [
    Member { name: "Metrics", wire: "Metrics", shape: ShapeId(289), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextToken", wire: "NextToken", shape: ShapeId(296), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OwningAccounts", wire: "OwningAccounts", shape: ShapeId(303), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M233: [Member; 1] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M234: [Member; 1] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M235: [Member; 24] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmArn", wire: "AlarmArn", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmDescription", wire: "AlarmDescription", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmConfigurationUpdatedTimestamp", wire: "AlarmConfigurationUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsEnabled", wire: "ActionsEnabled", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OKActions", wire: "OKActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmActions", wire: "AlarmActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsufficientDataActions", wire: "InsufficientDataActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateValue", wire: "StateValue", shape: ShapeId(364), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReason", wire: "StateReason", shape: ShapeId(362), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReasonData", wire: "StateReasonData", shape: ShapeId(363), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateUpdatedTimestamp", wire: "StateUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScheduledQueryConfiguration", wire: "ScheduledQueryConfiguration", shape: ShapeId(350), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "QueryResultsToEvaluate", wire: "QueryResultsToEvaluate", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "QueryResultsToAlarm", wire: "QueryResultsToAlarm", shape: ShapeId(326), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Threshold", wire: "Threshold", shape: ShapeId(385), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ComparisonOperator", wire: "ComparisonOperator", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TreatMissingData", wire: "TreatMissingData", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateTransitionedTimestamp", wire: "StateTransitionedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationState", wire: "EvaluationState", shape: ShapeId(141), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionLogLineCount", wire: "ActionLogLineCount", shape: ShapeId(2), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionLogLineRoleArn", wire: "ActionLogLineRoleArn", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WarmUpConfiguration", wire: "WarmUpConfiguration", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionConfiguration", wire: "ActionConfiguration", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M238: [Member; 3] = [
    Member { name: "TemplateName", wire: "TemplateName", shape: ShapeId(384), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M239: [Member; 3] = [
    Member { name: "TemplateName", wire: "TemplateName", shape: ShapeId(384), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuleState", wire: "RuleState", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M241: [Member; 2] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(202), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M247: [Member; 2] = [
    Member { name: "Code", wire: "Code", shape: ShapeId(248), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(249), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M250: [Member; 3] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M251: [Member; 34] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmArn", wire: "AlarmArn", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmDescription", wire: "AlarmDescription", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmConfigurationUpdatedTimestamp", wire: "AlarmConfigurationUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsEnabled", wire: "ActionsEnabled", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OKActions", wire: "OKActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmActions", wire: "AlarmActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsufficientDataActions", wire: "InsufficientDataActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateValue", wire: "StateValue", shape: ShapeId(364), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReason", wire: "StateReason", shape: ShapeId(362), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReasonData", wire: "StateReasonData", shape: ShapeId(363), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateUpdatedTimestamp", wire: "StateUpdatedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Statistic", wire: "Statistic", shape: ShapeId(365), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExtendedStatistic", wire: "ExtendedStatistic", shape: ShapeId(145), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationPeriods", wire: "EvaluationPeriods", shape: ShapeId(140), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DatapointsToAlarm", wire: "DatapointsToAlarm", shape: ShapeId(79), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Threshold", wire: "Threshold", shape: ShapeId(385), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ComparisonOperator", wire: "ComparisonOperator", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TreatMissingData", wire: "TreatMissingData", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluateLowSampleCountPercentile", wire: "EvaluateLowSampleCountPercentile", shape: ShapeId(137), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Metrics", wire: "Metrics", shape: ShapeId(255), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ThresholdMetricId", wire: "ThresholdMetricId", shape: ShapeId(266), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationState", wire: "EvaluationState", shape: ShapeId(141), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateTransitionedTimestamp", wire: "StateTransitionedTimestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationWindow", wire: "EvaluationWindow", shape: ShapeId(142), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WarmUpConfiguration", wire: "WarmUpConfiguration", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationCriteria", wire: "EvaluationCriteria", shape: ShapeId(138), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationInterval", wire: "EvaluationInterval", shape: ShapeId(139), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionConfiguration", wire: "ActionConfiguration", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M253: [Member; 1] = [
    Member { name: "PeriodicSpikes", wire: "PeriodicSpikes", shape: ShapeId(307), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M256: [Member; 7] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(266), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricStat", wire: "MetricStat", shape: ShapeId(271), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Expression", wire: "Expression", shape: ShapeId(264), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Label", wire: "Label", shape: ShapeId(267), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReturnData", wire: "ReturnData", shape: ShapeId(344), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(0), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M259: [Member; 4] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(83), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(84), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(329), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M260: [Member; 6] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(266), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Label", wire: "Label", shape: ShapeId(267), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamps", wire: "Timestamps", shape: ShapeId(387), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Values", wire: "Values", shape: ShapeId(77), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatusCode", wire: "StatusCode", shape: ShapeId(368), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Messages", wire: "Messages", shape: ShapeId(261), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M263: [Member; 9] = [
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timestamp", wire: "Timestamp", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatisticValues", wire: "StatisticValues", shape: ShapeId(366), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Values", wire: "Values", shape: ShapeId(398), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Counts", wire: "Counts", shape: ShapeId(58), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StorageResolution", wire: "StorageResolution", shape: ShapeId(373), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M268: [Member; 1] = [
    Member { name: "MetricDataQueries", wire: "MetricDataQueries", shape: ShapeId(255), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M271: [Member; 4] = [
    Member { name: "Metric", wire: "Metric", shape: ShapeId(250), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Stat", wire: "Stat", shape: ShapeId(361), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M273: [Member; 7] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreationDate", wire: "CreationDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdateDate", wire: "LastUpdateDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(277), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FirehoseArn", wire: "FirehoseArn", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(280), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OutputFormat", wire: "OutputFormat", shape: ShapeId(279), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M274: [Member; 2] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricNames", wire: "MetricNames", shape: ShapeId(275), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M283: [Member; 2] = [
    Member { name: "IncludeMetrics", wire: "IncludeMetrics", shape: ShapeId(285), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AdditionalStatistics", wire: "AdditionalStatistics", shape: ShapeId(282), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M286: [Member; 2] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M290: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(49), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M292: [Member; 1] = [
    Member { name: "AlarmNames", wire: "AlarmNames", shape: ShapeId(291), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M298: [Member; 2] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricNames", wire: "MetricNames", shape: ShapeId(297), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M304: [Member; 4] = [
    Member { name: "FailureResource", wire: "FailureResource", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExceptionType", wire: "ExceptionType", shape: ShapeId(143), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FailureCode", wire: "FailureCode", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FailureDescription", wire: "FailureDescription", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M308: [Member; 7] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(294), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Rule", wire: "Rule", shape: ShapeId(345), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MuteTargets", wire: "MuteTargets", shape: ShapeId(292), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartDate", wire: "StartDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExpireDate", wire: "ExpireDate", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M309: [Member; 8] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Stat", wire: "Stat", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Configuration", wire: "Configuration", shape: ShapeId(33), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricCharacteristics", wire: "MetricCharacteristics", shape: ShapeId(253), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SingleMetricAnomalyDetector", wire: "SingleMetricAnomalyDetector", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricMathAnomalyDetector", wire: "MetricMathAnomalyDetector", shape: ShapeId(268), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M310: [Member; 1] = [
    Member { name: "AnomalyDetectorId", wire: "AnomalyDetectorId", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M311: [Member; 12] = [
    Member { name: "ActionsEnabled", wire: "ActionsEnabled", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmActions", wire: "AlarmActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmDescription", wire: "AlarmDescription", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmRule", wire: "AlarmRule", shape: ShapeId(23), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InsufficientDataActions", wire: "InsufficientDataActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OKActions", wire: "OKActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressor", wire: "ActionsSuppressor", shape: ShapeId(9), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressorWaitPeriod", wire: "ActionsSuppressorWaitPeriod", shape: ShapeId(376), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsSuppressorExtensionPeriod", wire: "ActionsSuppressorExtensionPeriod", shape: ShapeId(376), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionConfiguration", wire: "ActionConfiguration", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M312: [Member; 3] = [
    Member { name: "DashboardName", wire: "DashboardName", shape: ShapeId(67), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "DashboardBody", wire: "DashboardBody", shape: ShapeId(62), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M313: [Member; 1] = [
    Member { name: "DashboardValidationMessages", wire: "DashboardValidationMessages", shape: ShapeId(72), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M314: [Member; 5] = [
    Member { name: "RuleName", wire: "RuleName", shape: ShapeId(197), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RuleState", wire: "RuleState", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuleDefinition", wire: "RuleDefinition", shape: ShapeId(190), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ApplyOnTransformedLogs", wire: "ApplyOnTransformedLogs", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M315: [Member; 0] = [
];
static M316: [Member; 17] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmDescription", wire: "AlarmDescription", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScheduledQueryConfiguration", wire: "ScheduledQueryConfiguration", shape: ShapeId(350), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ActionLogLineCount", wire: "ActionLogLineCount", shape: ShapeId(2), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionLogLineRoleArn", wire: "ActionLogLineRoleArn", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsEnabled", wire: "ActionsEnabled", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OKActions", wire: "OKActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmActions", wire: "AlarmActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsufficientDataActions", wire: "InsufficientDataActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "QueryResultsToEvaluate", wire: "QueryResultsToEvaluate", shape: ShapeId(327), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "QueryResultsToAlarm", wire: "QueryResultsToAlarm", shape: ShapeId(326), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Threshold", wire: "Threshold", shape: ShapeId(385), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ComparisonOperator", wire: "ComparisonOperator", shape: ShapeId(51), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TreatMissingData", wire: "TreatMissingData", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WarmUpConfiguration", wire: "WarmUpConfiguration", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionConfiguration", wire: "ActionConfiguration", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M317: [Member; 1] = [
    Member { name: "ManagedRules", wire: "ManagedRules", shape: ShapeId(242), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M318: [Member; 1] = [
    Member { name: "Failures", wire: "Failures", shape: ShapeId(50), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M319: [Member; 27] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmDescription", wire: "AlarmDescription", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionsEnabled", wire: "ActionsEnabled", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OKActions", wire: "OKActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AlarmActions", wire: "AlarmActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InsufficientDataActions", wire: "InsufficientDataActions", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Statistic", wire: "Statistic", shape: ShapeId(365), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExtendedStatistic", wire: "ExtendedStatistic", shape: ShapeId(145), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Period", wire: "Period", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Unit", wire: "Unit", shape: ShapeId(355), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationPeriods", wire: "EvaluationPeriods", shape: ShapeId(140), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DatapointsToAlarm", wire: "DatapointsToAlarm", shape: ShapeId(79), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Threshold", wire: "Threshold", shape: ShapeId(385), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ComparisonOperator", wire: "ComparisonOperator", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TreatMissingData", wire: "TreatMissingData", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluateLowSampleCountPercentile", wire: "EvaluateLowSampleCountPercentile", shape: ShapeId(137), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Metrics", wire: "Metrics", shape: ShapeId(255), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ThresholdMetricId", wire: "ThresholdMetricId", shape: ShapeId(266), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationWindow", wire: "EvaluationWindow", shape: ShapeId(142), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WarmUpConfiguration", wire: "WarmUpConfiguration", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationCriteria", wire: "EvaluationCriteria", shape: ShapeId(138), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EvaluationInterval", wire: "EvaluationInterval", shape: ShapeId(139), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ActionConfiguration", wire: "ActionConfiguration", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M320: [Member; 4] = [
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricData", wire: "MetricData", shape: ShapeId(254), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EntityMetricData", wire: "EntityMetricData", shape: ShapeId(135), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StrictEntityValidation", wire: "StrictEntityValidation", shape: ShapeId(374), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M321: [Member; 5] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(83), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(84), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Expression", wire: "Expression", shape: ShapeId(265), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(329), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M322: [Member; 7] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(83), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Arn", wire: "Arn", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Path", wire: "Path", shape: ShapeId(84), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Expression", wire: "Expression", shape: ShapeId(265), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(329), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M323: [Member; 9] = [
    Member { name: "Name", wire: "Name", shape: ShapeId(277), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(276), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(276), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FirehoseArn", wire: "FirehoseArn", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RoleArn", wire: "RoleArn", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "OutputFormat", wire: "OutputFormat", shape: ShapeId(279), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatisticsConfigurations", wire: "StatisticsConfigurations", shape: ShapeId(284), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeLinkedAccountsMetrics", wire: "IncludeLinkedAccountsMetrics", shape: ShapeId(179), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M324: [Member; 1] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M330: [Member; 2] = [
    Member { name: "StartTime", wire: "StartTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTime", wire: "EndTime", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M334: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M337: [Member; 1] = [
    Member { name: "IncludeMetrics", wire: "IncludeMetrics", shape: ShapeId(270), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M339: [Member; 4] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(333), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricSelections", wire: "MetricSelections", shape: ShapeId(338), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M341: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M342: [Member; 2] = [
    Member { name: "ResourceType", wire: "ResourceType", shape: ShapeId(343), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResourceId", wire: "ResourceId", shape: ShapeId(335), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M345: [Member; 1] = [
    Member { name: "Schedule", wire: "Schedule", shape: ShapeId(347), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M347: [Member; 3] = [
    Member { name: "Expression", wire: "Expression", shape: ShapeId(144), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Duration", wire: "Duration", shape: ShapeId(122), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Timezone", wire: "Timezone", shape: ShapeId(388), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M348: [Member; 3] = [
    Member { name: "ScheduleExpression", wire: "ScheduleExpression", shape: ShapeId(349), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StartTimeOffset", wire: "StartTimeOffset", shape: ShapeId(360), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTimeOffset", wire: "EndTimeOffset", shape: ShapeId(126), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M350: [Member; 7] = [
    Member { name: "QueryString", wire: "QueryString", shape: ShapeId(328), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LogGroupIdentifiers", wire: "LogGroupIdentifiers", shape: ShapeId(237), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "QueryARN", wire: "QueryARN", shape: ShapeId(30), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScheduledQueryRoleARN", wire: "ScheduledQueryRoleARN", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ScheduleConfiguration", wire: "ScheduleConfiguration", shape: ShapeId(348), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AggregationExpression", wire: "AggregationExpression", shape: ShapeId(8), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M351: [Member; 4] = [
    Member { name: "AlarmName", wire: "AlarmName", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StateValue", wire: "StateValue", shape: ShapeId(364), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StateReason", wire: "StateReason", shape: ShapeId(362), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StateReasonData", wire: "StateReasonData", shape: ShapeId(363), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M352: [Member; 5] = [
    Member { name: "AccountId", wire: "AccountId", shape: ShapeId(0), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Namespace", wire: "Namespace", shape: ShapeId(295), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricName", wire: "MetricName", shape: ShapeId(269), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Dimensions", wire: "Dimensions", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Stat", wire: "Stat", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M354: [Member; 0] = [
];
static M356: [Member; 1] = [
    Member { name: "Names", wire: "Names", shape: ShapeId(278), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M357: [Member; 0] = [
];
static M358: [Member; 2] = [
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M359: [Member; 4] = [
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M366: [Member; 4] = [
    Member { name: "SampleCount", wire: "SampleCount", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Sum", wire: "Sum", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Minimum", wire: "Minimum", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Maximum", wire: "Maximum", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M369: [Member; 1] = [
    Member { name: "Names", wire: "Names", shape: ShapeId(278), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M370: [Member; 0] = [
];
static M371: [Member; 0] = [
];
static M372: [Member; 0] = [
];
static M377: [Member; 2] = [
    Member { name: "Key", wire: "Key", shape: ShapeId(378), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Value", wire: "Value", shape: ShapeId(383), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M381: [Member; 2] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(380), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M382: [Member; 0] = [
];
static M390: [Member; 2] = [
    Member { name: "ResourceARN", wire: "ResourceARN", shape: ShapeId(30), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "TagKeys", shape: ShapeId(379), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M391: [Member; 0] = [
];
static M392: [Member; 2] = [
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M393: [Member; 4] = [
    Member { name: "IncludeFilters", wire: "IncludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludeFilters", wire: "ExcludeFilters", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedAt", wire: "CreatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdatedAt", wire: "UpdatedAt", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M394: [Member; 2] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(333), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "MetricSelections", wire: "MetricSelections", shape: ShapeId(338), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M395: [Member; 1] = [
    Member { name: "ResourceMetricsConfiguration", wire: "ResourceMetricsConfiguration", shape: ShapeId(339), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M396: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(397), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M399: [Member; 1] = [
    Member { name: "Timezone", wire: "Timezone", shape: ShapeId(388), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M400: [Member; 2] = [
    Member { name: "WarmUpPeriodDurationInMinutes", wire: "WarmUpPeriodDurationInMinutes", shape: ShapeId(401), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "OnlyStartEvaluatingAfterWarmUpPeriodEnds", wire: "OnlyStartEvaluatingAfterWarmUpPeriodEnds", shape: ShapeId(301), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];

/// `ActionConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActionConfiguration {
    #[serde(rename = "AlarmTagsPropagation", skip_serializing_if = "Option::is_none")]
    pub alarm_tags_propagation: Option<AlarmTagsPropagation>,
}

/// `AlarmHistoryItem` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlarmHistoryItem {
    #[serde(rename = "AlarmName", skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmContributorId", skip_serializing_if = "Option::is_none")]
    pub alarm_contributor_id: Option<String>,
    #[serde(rename = "AlarmType", skip_serializing_if = "Option::is_none")]
    pub alarm_type: Option<String>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<f64>,
    #[serde(rename = "HistoryItemType", skip_serializing_if = "Option::is_none")]
    pub history_item_type: Option<String>,
    #[serde(rename = "HistorySummary", skip_serializing_if = "Option::is_none")]
    pub history_summary: Option<String>,
    #[serde(rename = "HistoryData", skip_serializing_if = "Option::is_none")]
    pub history_data: Option<String>,
    #[serde(rename = "AlarmContributorAttributes", skip_serializing_if = "Option::is_none")]
    pub alarm_contributor_attributes: Option<std::collections::BTreeMap<String, String>>,
}

/// `AlarmPromQLCriteria` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlarmPromQLCriteria {
    #[serde(rename = "Query")]
    pub query: String,
    #[serde(rename = "PendingPeriod", skip_serializing_if = "Option::is_none")]
    pub pending_period: Option<i32>,
    #[serde(rename = "RecoveryPeriod", skip_serializing_if = "Option::is_none")]
    pub recovery_period: Option<i32>,
}

/// `AlarmTagsPropagation` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlarmTagsPropagation {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "IncludedTagKeys", skip_serializing_if = "Option::is_none")]
    pub included_tag_keys: Option<Vec<String>>,
    #[serde(rename = "ExcludedTagKeys", skip_serializing_if = "Option::is_none")]
    pub excluded_tag_keys: Option<Vec<String>>,
}

/// `CompositeAlarm` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CompositeAlarm {
    #[serde(rename = "ActionsEnabled", skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "AlarmActions", skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmArn", skip_serializing_if = "Option::is_none")]
    pub alarm_arn: Option<String>,
    #[serde(rename = "AlarmConfigurationUpdatedTimestamp", skip_serializing_if = "Option::is_none")]
    pub alarm_configuration_updated_timestamp: Option<f64>,
    #[serde(rename = "AlarmDescription", skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmName", skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmRule", skip_serializing_if = "Option::is_none")]
    pub alarm_rule: Option<String>,
    #[serde(rename = "InsufficientDataActions", skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "OKActions", skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "StateReason", skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonData", skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
    #[serde(rename = "StateUpdatedTimestamp", skip_serializing_if = "Option::is_none")]
    pub state_updated_timestamp: Option<f64>,
    #[serde(rename = "StateValue", skip_serializing_if = "Option::is_none")]
    pub state_value: Option<String>,
    #[serde(rename = "StateTransitionedTimestamp", skip_serializing_if = "Option::is_none")]
    pub state_transitioned_timestamp: Option<f64>,
    #[serde(rename = "ActionsSuppressedBy", skip_serializing_if = "Option::is_none")]
    pub actions_suppressed_by: Option<String>,
    #[serde(rename = "ActionsSuppressedReason", skip_serializing_if = "Option::is_none")]
    pub actions_suppressed_reason: Option<String>,
    #[serde(rename = "ActionsSuppressor", skip_serializing_if = "Option::is_none")]
    pub actions_suppressor: Option<String>,
    #[serde(rename = "ActionsSuppressorWaitPeriod", skip_serializing_if = "Option::is_none")]
    pub actions_suppressor_wait_period: Option<i32>,
    #[serde(rename = "ActionsSuppressorExtensionPeriod", skip_serializing_if = "Option::is_none")]
    pub actions_suppressor_extension_period: Option<i32>,
    #[serde(rename = "ActionConfiguration", skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

/// `DashboardEntry` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DashboardEntry {
    #[serde(rename = "DashboardName", skip_serializing_if = "Option::is_none")]
    pub dashboard_name: Option<String>,
    #[serde(rename = "DashboardArn", skip_serializing_if = "Option::is_none")]
    pub dashboard_arn: Option<String>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<f64>,
    #[serde(rename = "Size", skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
}

/// `DashboardValidationMessage` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DashboardValidationMessage {
    #[serde(rename = "DataPath", skip_serializing_if = "Option::is_none")]
    pub data_path: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `Datapoint` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Datapoint {
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<f64>,
    #[serde(rename = "SampleCount", skip_serializing_if = "Option::is_none")]
    pub sample_count: Option<f64>,
    #[serde(rename = "Average", skip_serializing_if = "Option::is_none")]
    pub average: Option<f64>,
    #[serde(rename = "Sum", skip_serializing_if = "Option::is_none")]
    pub sum: Option<f64>,
    #[serde(rename = "Minimum", skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    #[serde(rename = "Maximum", skip_serializing_if = "Option::is_none")]
    pub maximum: Option<f64>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(rename = "ExtendedStatistics", skip_serializing_if = "Option::is_none")]
    pub extended_statistics: Option<std::collections::BTreeMap<String, f64>>,
}

/// `DeleteAlarmsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteAlarmsInput {
    #[serde(rename = "AlarmNames")]
    pub alarm_names: Vec<String>,
}

/// `DeleteDashboardsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteDashboardsInput {
    #[serde(rename = "DashboardNames")]
    pub dashboard_names: Vec<String>,
}

/// `DeleteDashboardsOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteDashboardsOutput {
}

/// `DescribeAlarmHistoryInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeAlarmHistoryInput {
    #[serde(rename = "AlarmName", skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmContributorId", skip_serializing_if = "Option::is_none")]
    pub alarm_contributor_id: Option<String>,
    #[serde(rename = "AlarmTypes", skip_serializing_if = "Option::is_none")]
    pub alarm_types: Option<Vec<String>>,
    #[serde(rename = "HistoryItemType", skip_serializing_if = "Option::is_none")]
    pub history_item_type: Option<String>,
    #[serde(rename = "StartDate", skip_serializing_if = "Option::is_none")]
    pub start_date: Option<f64>,
    #[serde(rename = "EndDate", skip_serializing_if = "Option::is_none")]
    pub end_date: Option<f64>,
    #[serde(rename = "MaxRecords", skip_serializing_if = "Option::is_none")]
    pub max_records: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "ScanBy", skip_serializing_if = "Option::is_none")]
    pub scan_by: Option<String>,
}

/// `DescribeAlarmHistoryOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeAlarmHistoryOutput {
    #[serde(rename = "AlarmHistoryItems", skip_serializing_if = "Option::is_none")]
    pub alarm_history_items: Option<Vec<AlarmHistoryItem>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeAlarmsForMetricInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeAlarmsForMetricInput {
    #[serde(rename = "MetricName")]
    pub metric_name: String,
    #[serde(rename = "Namespace")]
    pub namespace: String,
    #[serde(rename = "Statistic", skip_serializing_if = "Option::is_none")]
    pub statistic: Option<String>,
    #[serde(rename = "ExtendedStatistic", skip_serializing_if = "Option::is_none")]
    pub extended_statistic: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// `DescribeAlarmsForMetricOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeAlarmsForMetricOutput {
    #[serde(rename = "MetricAlarms", skip_serializing_if = "Option::is_none")]
    pub metric_alarms: Option<Vec<MetricAlarm>>,
}

/// `DescribeAlarmsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeAlarmsInput {
    #[serde(rename = "AlarmNames", skip_serializing_if = "Option::is_none")]
    pub alarm_names: Option<Vec<String>>,
    #[serde(rename = "AlarmNamePrefix", skip_serializing_if = "Option::is_none")]
    pub alarm_name_prefix: Option<String>,
    #[serde(rename = "AlarmTypes", skip_serializing_if = "Option::is_none")]
    pub alarm_types: Option<Vec<String>>,
    #[serde(rename = "ChildrenOfAlarmName", skip_serializing_if = "Option::is_none")]
    pub children_of_alarm_name: Option<String>,
    #[serde(rename = "ParentsOfAlarmName", skip_serializing_if = "Option::is_none")]
    pub parents_of_alarm_name: Option<String>,
    #[serde(rename = "StateValue", skip_serializing_if = "Option::is_none")]
    pub state_value: Option<String>,
    #[serde(rename = "ActionPrefix", skip_serializing_if = "Option::is_none")]
    pub action_prefix: Option<String>,
    #[serde(rename = "MaxRecords", skip_serializing_if = "Option::is_none")]
    pub max_records: Option<i32>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeAlarmsOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeAlarmsOutput {
    #[serde(rename = "CompositeAlarms", skip_serializing_if = "Option::is_none")]
    pub composite_alarms: Option<Vec<CompositeAlarm>>,
    #[serde(rename = "MetricAlarms", skip_serializing_if = "Option::is_none")]
    pub metric_alarms: Option<Vec<MetricAlarm>>,
    #[serde(rename = "LogAlarms", skip_serializing_if = "Option::is_none")]
    pub log_alarms: Option<Vec<LogAlarm>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `Dimension` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dimension {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Value")]
    pub value: String,
}

/// `DimensionFilter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DimensionFilter {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// `DisableAlarmActionsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DisableAlarmActionsInput {
    #[serde(rename = "AlarmNames")]
    pub alarm_names: Vec<String>,
}

/// `EnableAlarmActionsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EnableAlarmActionsInput {
    #[serde(rename = "AlarmNames")]
    pub alarm_names: Vec<String>,
}

/// `Entity` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entity {
    #[serde(rename = "KeyAttributes", skip_serializing_if = "Option::is_none")]
    pub key_attributes: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
}

/// `EntityMetricData` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntityMetricData {
    #[serde(rename = "Entity", skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
    #[serde(rename = "MetricData", skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
}

/// `EvaluationCriteria` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EvaluationCriteria {
    #[serde(rename = "PromQLCriteria", skip_serializing_if = "Option::is_none")]
    pub prom_ql_criteria: Option<AlarmPromQLCriteria>,
}

/// `EvaluationWindow` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EvaluationWindow {
    #[serde(rename = "WallClockWindow", skip_serializing_if = "Option::is_none")]
    pub wall_clock_window: Option<WallClockWindow>,
    #[serde(rename = "SlidingWindow", skip_serializing_if = "Option::is_none")]
    pub sliding_window: Option<SlidingWindow>,
}

/// `GetDashboardInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetDashboardInput {
    #[serde(rename = "DashboardName")]
    pub dashboard_name: String,
}

/// `GetDashboardOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetDashboardOutput {
    #[serde(rename = "DashboardArn", skip_serializing_if = "Option::is_none")]
    pub dashboard_arn: Option<String>,
    #[serde(rename = "DashboardBody", skip_serializing_if = "Option::is_none")]
    pub dashboard_body: Option<String>,
    #[serde(rename = "DashboardName", skip_serializing_if = "Option::is_none")]
    pub dashboard_name: Option<String>,
}

/// `GetMetricDataInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetMetricDataInput {
    #[serde(rename = "MetricDataQueries")]
    pub metric_data_queries: Vec<MetricDataQuery>,
    #[serde(rename = "StartTime")]
    pub start_time: f64,
    #[serde(rename = "EndTime")]
    pub end_time: f64,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "ScanBy", skip_serializing_if = "Option::is_none")]
    pub scan_by: Option<String>,
    #[serde(rename = "MaxDatapoints", skip_serializing_if = "Option::is_none")]
    pub max_datapoints: Option<i32>,
    #[serde(rename = "LabelOptions", skip_serializing_if = "Option::is_none")]
    pub label_options: Option<LabelOptions>,
}

/// `GetMetricDataOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetMetricDataOutput {
    #[serde(rename = "MetricDataResults", skip_serializing_if = "Option::is_none")]
    pub metric_data_results: Option<Vec<MetricDataResult>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "Messages", skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<MessageData>>,
}

/// `GetMetricStatisticsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetMetricStatisticsInput {
    #[serde(rename = "Namespace")]
    pub namespace: String,
    #[serde(rename = "MetricName")]
    pub metric_name: String,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "StartTime")]
    pub start_time: f64,
    #[serde(rename = "EndTime")]
    pub end_time: f64,
    #[serde(rename = "Period")]
    pub period: i32,
    #[serde(rename = "Statistics", skip_serializing_if = "Option::is_none")]
    pub statistics: Option<Vec<String>>,
    #[serde(rename = "ExtendedStatistics", skip_serializing_if = "Option::is_none")]
    pub extended_statistics: Option<Vec<String>>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// `GetMetricStatisticsOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetMetricStatisticsOutput {
    #[serde(rename = "Label", skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Datapoints", skip_serializing_if = "Option::is_none")]
    pub datapoints: Option<Vec<Datapoint>>,
}

/// `LabelOptions` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LabelOptions {
    #[serde(rename = "Timezone", skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

/// `ListDashboardsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListDashboardsInput {
    #[serde(rename = "DashboardNamePrefix", skip_serializing_if = "Option::is_none")]
    pub dashboard_name_prefix: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `ListDashboardsOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListDashboardsOutput {
    #[serde(rename = "DashboardEntries", skip_serializing_if = "Option::is_none")]
    pub dashboard_entries: Option<Vec<DashboardEntry>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `ListMetricsInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMetricsInput {
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<DimensionFilter>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "RecentlyActive", skip_serializing_if = "Option::is_none")]
    pub recently_active: Option<String>,
    #[serde(rename = "IncludeLinkedAccounts", skip_serializing_if = "Option::is_none")]
    pub include_linked_accounts: Option<bool>,
    #[serde(rename = "OwningAccount", skip_serializing_if = "Option::is_none")]
    pub owning_account: Option<String>,
}

/// `ListMetricsOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMetricsOutput {
    #[serde(rename = "Metrics", skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<Metric>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "OwningAccounts", skip_serializing_if = "Option::is_none")]
    pub owning_accounts: Option<Vec<String>>,
}

/// `ListTagsForResourceInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsForResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
}

/// `ListTagsForResourceOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsForResourceOutput {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `LogAlarm` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogAlarm {
    #[serde(rename = "AlarmName", skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmArn", skip_serializing_if = "Option::is_none")]
    pub alarm_arn: Option<String>,
    #[serde(rename = "AlarmDescription", skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmConfigurationUpdatedTimestamp", skip_serializing_if = "Option::is_none")]
    pub alarm_configuration_updated_timestamp: Option<f64>,
    #[serde(rename = "ActionsEnabled", skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "OKActions", skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmActions", skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "InsufficientDataActions", skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "StateValue", skip_serializing_if = "Option::is_none")]
    pub state_value: Option<String>,
    #[serde(rename = "StateReason", skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonData", skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
    #[serde(rename = "StateUpdatedTimestamp", skip_serializing_if = "Option::is_none")]
    pub state_updated_timestamp: Option<f64>,
    #[serde(rename = "ScheduledQueryConfiguration", skip_serializing_if = "Option::is_none")]
    pub scheduled_query_configuration: Option<ScheduledQueryConfiguration>,
    #[serde(rename = "QueryResultsToEvaluate", skip_serializing_if = "Option::is_none")]
    pub query_results_to_evaluate: Option<i32>,
    #[serde(rename = "QueryResultsToAlarm", skip_serializing_if = "Option::is_none")]
    pub query_results_to_alarm: Option<i32>,
    #[serde(rename = "Threshold", skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    #[serde(rename = "ComparisonOperator", skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<String>,
    #[serde(rename = "TreatMissingData", skip_serializing_if = "Option::is_none")]
    pub treat_missing_data: Option<String>,
    #[serde(rename = "StateTransitionedTimestamp", skip_serializing_if = "Option::is_none")]
    pub state_transitioned_timestamp: Option<f64>,
    #[serde(rename = "EvaluationState", skip_serializing_if = "Option::is_none")]
    pub evaluation_state: Option<String>,
    #[serde(rename = "ActionLogLineCount", skip_serializing_if = "Option::is_none")]
    pub action_log_line_count: Option<i32>,
    #[serde(rename = "ActionLogLineRoleArn", skip_serializing_if = "Option::is_none")]
    pub action_log_line_role_arn: Option<String>,
    #[serde(rename = "WarmUpConfiguration", skip_serializing_if = "Option::is_none")]
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    #[serde(rename = "ActionConfiguration", skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

/// `MessageData` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageData {
    #[serde(rename = "Code", skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// `Metric` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metric {
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
}

/// `MetricAlarm` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricAlarm {
    #[serde(rename = "AlarmName", skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmArn", skip_serializing_if = "Option::is_none")]
    pub alarm_arn: Option<String>,
    #[serde(rename = "AlarmDescription", skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmConfigurationUpdatedTimestamp", skip_serializing_if = "Option::is_none")]
    pub alarm_configuration_updated_timestamp: Option<f64>,
    #[serde(rename = "ActionsEnabled", skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "OKActions", skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmActions", skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "InsufficientDataActions", skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "StateValue", skip_serializing_if = "Option::is_none")]
    pub state_value: Option<String>,
    #[serde(rename = "StateReason", skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonData", skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
    #[serde(rename = "StateUpdatedTimestamp", skip_serializing_if = "Option::is_none")]
    pub state_updated_timestamp: Option<f64>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "Statistic", skip_serializing_if = "Option::is_none")]
    pub statistic: Option<String>,
    #[serde(rename = "ExtendedStatistic", skip_serializing_if = "Option::is_none")]
    pub extended_statistic: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(rename = "EvaluationPeriods", skip_serializing_if = "Option::is_none")]
    pub evaluation_periods: Option<i32>,
    #[serde(rename = "DatapointsToAlarm", skip_serializing_if = "Option::is_none")]
    pub datapoints_to_alarm: Option<i32>,
    #[serde(rename = "Threshold", skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    #[serde(rename = "ComparisonOperator", skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<String>,
    #[serde(rename = "TreatMissingData", skip_serializing_if = "Option::is_none")]
    pub treat_missing_data: Option<String>,
    #[serde(rename = "EvaluateLowSampleCountPercentile", skip_serializing_if = "Option::is_none")]
    pub evaluate_low_sample_count_percentile: Option<String>,
    #[serde(rename = "Metrics", skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<MetricDataQuery>>,
    #[serde(rename = "ThresholdMetricId", skip_serializing_if = "Option::is_none")]
    pub threshold_metric_id: Option<String>,
    #[serde(rename = "EvaluationState", skip_serializing_if = "Option::is_none")]
    pub evaluation_state: Option<String>,
    #[serde(rename = "StateTransitionedTimestamp", skip_serializing_if = "Option::is_none")]
    pub state_transitioned_timestamp: Option<f64>,
    #[serde(rename = "EvaluationWindow", skip_serializing_if = "Option::is_none")]
    pub evaluation_window: Option<EvaluationWindow>,
    #[serde(rename = "WarmUpConfiguration", skip_serializing_if = "Option::is_none")]
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    #[serde(rename = "EvaluationCriteria", skip_serializing_if = "Option::is_none")]
    pub evaluation_criteria: Option<EvaluationCriteria>,
    #[serde(rename = "EvaluationInterval", skip_serializing_if = "Option::is_none")]
    pub evaluation_interval: Option<i32>,
    #[serde(rename = "ActionConfiguration", skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

/// `MetricDataQuery` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricDataQuery {
    #[serde(rename = "Id")]
    pub id: String,
    #[serde(rename = "MetricStat", skip_serializing_if = "Option::is_none")]
    pub metric_stat: Option<MetricStat>,
    #[serde(rename = "Expression", skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(rename = "Label", skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "ReturnData", skip_serializing_if = "Option::is_none")]
    pub return_data: Option<bool>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
}

/// `MetricDataResult` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricDataResult {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "Label", skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Timestamps", skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<Vec<f64>>,
    #[serde(rename = "Values", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
    #[serde(rename = "StatusCode", skip_serializing_if = "Option::is_none")]
    pub status_code: Option<String>,
    #[serde(rename = "Messages", skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<MessageData>>,
}

/// `MetricDatum` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricDatum {
    #[serde(rename = "MetricName")]
    pub metric_name: String,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<f64>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(rename = "StatisticValues", skip_serializing_if = "Option::is_none")]
    pub statistic_values: Option<StatisticSet>,
    #[serde(rename = "Values", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
    #[serde(rename = "Counts", skip_serializing_if = "Option::is_none")]
    pub counts: Option<Vec<f64>>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(rename = "StorageResolution", skip_serializing_if = "Option::is_none")]
    pub storage_resolution: Option<i32>,
}

/// `MetricStat` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricStat {
    #[serde(rename = "Metric")]
    pub metric: Metric,
    #[serde(rename = "Period")]
    pub period: i32,
    #[serde(rename = "Stat")]
    pub stat: String,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// `PutCompositeAlarmInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutCompositeAlarmInput {
    #[serde(rename = "ActionsEnabled", skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "AlarmActions", skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmDescription", skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmName")]
    pub alarm_name: String,
    #[serde(rename = "AlarmRule")]
    pub alarm_rule: String,
    #[serde(rename = "InsufficientDataActions", skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "OKActions", skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "ActionsSuppressor", skip_serializing_if = "Option::is_none")]
    pub actions_suppressor: Option<String>,
    #[serde(rename = "ActionsSuppressorWaitPeriod", skip_serializing_if = "Option::is_none")]
    pub actions_suppressor_wait_period: Option<i32>,
    #[serde(rename = "ActionsSuppressorExtensionPeriod", skip_serializing_if = "Option::is_none")]
    pub actions_suppressor_extension_period: Option<i32>,
    #[serde(rename = "ActionConfiguration", skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

/// `PutDashboardInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutDashboardInput {
    #[serde(rename = "DashboardName")]
    pub dashboard_name: String,
    #[serde(rename = "DashboardBody")]
    pub dashboard_body: String,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `PutDashboardOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutDashboardOutput {
    #[serde(rename = "DashboardValidationMessages", skip_serializing_if = "Option::is_none")]
    pub dashboard_validation_messages: Option<Vec<DashboardValidationMessage>>,
}

/// `PutMetricAlarmInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutMetricAlarmInput {
    #[serde(rename = "AlarmName")]
    pub alarm_name: String,
    #[serde(rename = "AlarmDescription", skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "ActionsEnabled", skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "OKActions", skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmActions", skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "InsufficientDataActions", skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "Statistic", skip_serializing_if = "Option::is_none")]
    pub statistic: Option<String>,
    #[serde(rename = "ExtendedStatistic", skip_serializing_if = "Option::is_none")]
    pub extended_statistic: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(rename = "EvaluationPeriods", skip_serializing_if = "Option::is_none")]
    pub evaluation_periods: Option<i32>,
    #[serde(rename = "DatapointsToAlarm", skip_serializing_if = "Option::is_none")]
    pub datapoints_to_alarm: Option<i32>,
    #[serde(rename = "Threshold", skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    #[serde(rename = "ComparisonOperator", skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<String>,
    #[serde(rename = "TreatMissingData", skip_serializing_if = "Option::is_none")]
    pub treat_missing_data: Option<String>,
    #[serde(rename = "EvaluateLowSampleCountPercentile", skip_serializing_if = "Option::is_none")]
    pub evaluate_low_sample_count_percentile: Option<String>,
    #[serde(rename = "Metrics", skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<MetricDataQuery>>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "ThresholdMetricId", skip_serializing_if = "Option::is_none")]
    pub threshold_metric_id: Option<String>,
    #[serde(rename = "EvaluationWindow", skip_serializing_if = "Option::is_none")]
    pub evaluation_window: Option<EvaluationWindow>,
    #[serde(rename = "WarmUpConfiguration", skip_serializing_if = "Option::is_none")]
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    #[serde(rename = "EvaluationCriteria", skip_serializing_if = "Option::is_none")]
    pub evaluation_criteria: Option<EvaluationCriteria>,
    #[serde(rename = "EvaluationInterval", skip_serializing_if = "Option::is_none")]
    pub evaluation_interval: Option<i32>,
    #[serde(rename = "ActionConfiguration", skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

/// `PutMetricDataInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutMetricDataInput {
    #[serde(rename = "Namespace")]
    pub namespace: String,
    #[serde(rename = "MetricData", skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
    #[serde(rename = "EntityMetricData", skip_serializing_if = "Option::is_none")]
    pub entity_metric_data: Option<Vec<EntityMetricData>>,
    #[serde(rename = "StrictEntityValidation", skip_serializing_if = "Option::is_none")]
    pub strict_entity_validation: Option<bool>,
}

/// `ScheduleConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScheduleConfiguration {
    #[serde(rename = "ScheduleExpression")]
    pub schedule_expression: String,
    #[serde(rename = "StartTimeOffset")]
    pub start_time_offset: i64,
    #[serde(rename = "EndTimeOffset", skip_serializing_if = "Option::is_none")]
    pub end_time_offset: Option<i64>,
}

/// `ScheduledQueryConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScheduledQueryConfiguration {
    #[serde(rename = "QueryString")]
    pub query_string: String,
    #[serde(rename = "LogGroupIdentifiers", skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
    #[serde(rename = "QueryARN", skip_serializing_if = "Option::is_none")]
    pub query_arn: Option<String>,
    #[serde(rename = "ScheduledQueryRoleARN")]
    pub scheduled_query_role_arn: String,
    #[serde(rename = "ScheduleConfiguration")]
    pub schedule_configuration: ScheduleConfiguration,
    #[serde(rename = "AggregationExpression")]
    pub aggregation_expression: String,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// `SetAlarmStateInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetAlarmStateInput {
    #[serde(rename = "AlarmName")]
    pub alarm_name: String,
    #[serde(rename = "StateValue")]
    pub state_value: String,
    #[serde(rename = "StateReason")]
    pub state_reason: String,
    #[serde(rename = "StateReasonData", skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
}

/// `SlidingWindow` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlidingWindow {
}

/// `StatisticSet` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatisticSet {
    #[serde(rename = "SampleCount")]
    pub sample_count: f64,
    #[serde(rename = "Sum")]
    pub sum: f64,
    #[serde(rename = "Minimum")]
    pub minimum: f64,
    #[serde(rename = "Maximum")]
    pub maximum: f64,
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

/// `TagResourceInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

/// `TagResourceOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagResourceOutput {
}

/// `UntagResourceInput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UntagResourceOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagResourceOutput {
}

/// `WallClockWindow` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WallClockWindow {
    #[serde(rename = "Timezone", skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

/// `WarmUpConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WarmUpConfiguration {
    #[serde(rename = "WarmUpPeriodDurationInMinutes")]
    pub warm_up_period_duration_in_minutes: i32,
    #[serde(rename = "OnlyStartEvaluatingAfterWarmUpPeriodEnds", skip_serializing_if = "Option::is_none")]
    pub only_start_evaluating_after_warm_up_period_ends: Option<bool>,
}
