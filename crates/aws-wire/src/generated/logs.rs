// Written by `cargo xtask generate`. Do not edit.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// Amazon CloudWatch Logs.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "logs",
    service_id: "CloudWatch Logs",
    api_version: "2014-03-28",
    target_prefix: "Logs_20140328",
    xml_namespace: "",
    protocol: Protocol::Json11,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static OPERATIONS: [Operation; 118] = [
    Operation { name: "AssociateKmsKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(28)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "AssociateSourceToS3TableIntegration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(29)), output: Some(ShapeId(30)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "CancelExportTask", method: "POST", uri: "/", status: 200, input: Some(ShapeId(37)), output: None, result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "CancelImportTask", method: "POST", uri: "/", status: 200, input: Some(ShapeId(38)), output: Some(ShapeId(39)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(668)], built: false },
    Operation { name: "CreateDelivery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(52)), output: Some(ShapeId(53)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(47), ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "CreateExportTask", method: "POST", uri: "/", status: 200, input: Some(ShapeId(54)), output: Some(ShapeId(55)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(561), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "CreateImportTask", method: "POST", uri: "/", status: 200, input: Some(ShapeId(56)), output: Some(ShapeId(57)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(47), ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "CreateLogAnomalyDetector", method: "POST", uri: "/", status: 200, input: Some(ShapeId(58)), output: Some(ShapeId(59)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "CreateLogGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(60)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(561), ShapeId(605)], built: true },
    Operation { name: "CreateLogStream", method: "POST", uri: "/", status: 200, input: Some(ShapeId(61)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(561), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "CreateLookupTable", method: "POST", uri: "/", status: 200, input: Some(ShapeId(62)), output: Some(ShapeId(63)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(348), ShapeId(561), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "CreateScheduledQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(64)), output: Some(ShapeId(65)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(47), ShapeId(338), ShapeId(565), ShapeId(604), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DeleteAccountPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(80)), output: Some(ShapeId(81)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DeleteDataProtectionPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(82)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DeleteDelivery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(85)), output: None, result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DeleteDeliveryDestination", method: "POST", uri: "/", status: 200, input: Some(ShapeId(84)), output: None, result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DeleteDeliveryDestinationPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(83)), output: None, result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "DeleteDeliverySource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(86)), output: None, result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DeleteDestination", method: "POST", uri: "/", status: 200, input: Some(ShapeId(87)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DeleteIndexPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(88)), output: Some(ShapeId(89)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DeleteIntegration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(90)), output: Some(ShapeId(91)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "DeleteLogAnomalyDetector", method: "POST", uri: "/", status: 200, input: Some(ShapeId(93)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DeleteLogGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(94)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605), ShapeId(702)], built: true },
    Operation { name: "DeleteLogStream", method: "POST", uri: "/", status: 200, input: Some(ShapeId(95)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605), ShapeId(702)], built: true },
    Operation { name: "DeleteLookupTable", method: "POST", uri: "/", status: 200, input: Some(ShapeId(96)), output: None, result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DeleteMetricFilter", method: "POST", uri: "/", status: 200, input: Some(ShapeId(97)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DeleteQueryDefinition", method: "POST", uri: "/", status: 200, input: Some(ShapeId(98)), output: Some(ShapeId(99)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DeleteResourcePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(100)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DeleteRetentionPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(101)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DeleteScheduledQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(102)), output: Some(ShapeId(103)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DeleteSubscriptionFilter", method: "POST", uri: "/", status: 200, input: Some(ShapeId(104)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DeleteSyslogConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(105)), output: None, result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605), ShapeId(668)], built: false },
    Operation { name: "DeleteTransformer", method: "POST", uri: "/", status: 200, input: Some(ShapeId(106)), output: None, result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DescribeAccountPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(138)), output: Some(ShapeId(139)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DescribeConfigurationTemplates", method: "POST", uri: "/", status: 200, input: Some(ShapeId(140)), output: Some(ShapeId(141)), result_wrapper: "", errors: &[ShapeId(565), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DescribeDeliveries", method: "POST", uri: "/", status: 200, input: Some(ShapeId(142)), output: Some(ShapeId(143)), result_wrapper: "", errors: &[ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DescribeDeliveryDestinations", method: "POST", uri: "/", status: 200, input: Some(ShapeId(144)), output: Some(ShapeId(145)), result_wrapper: "", errors: &[ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DescribeDeliverySources", method: "POST", uri: "/", status: 200, input: Some(ShapeId(146)), output: Some(ShapeId(147)), result_wrapper: "", errors: &[ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "DescribeDestinations", method: "POST", uri: "/", status: 200, input: Some(ShapeId(148)), output: Some(ShapeId(149)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: false },
    Operation { name: "DescribeExportTasks", method: "POST", uri: "/", status: 200, input: Some(ShapeId(150)), output: Some(ShapeId(151)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: false },
    Operation { name: "DescribeFieldIndexes", method: "POST", uri: "/", status: 200, input: Some(ShapeId(153)), output: Some(ShapeId(154)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DescribeImportTaskBatches", method: "POST", uri: "/", status: 200, input: Some(ShapeId(155)), output: Some(ShapeId(156)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(668)], built: false },
    Operation { name: "DescribeImportTasks", method: "POST", uri: "/", status: 200, input: Some(ShapeId(157)), output: Some(ShapeId(158)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(668)], built: false },
    Operation { name: "DescribeIndexPolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(160)), output: Some(ShapeId(161)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DescribeLogGroups", method: "POST", uri: "/", status: 200, input: Some(ShapeId(164)), output: Some(ShapeId(165)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: true },
    Operation { name: "DescribeLogStreams", method: "POST", uri: "/", status: 200, input: Some(ShapeId(166)), output: Some(ShapeId(167)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DescribeLookupTables", method: "POST", uri: "/", status: 200, input: Some(ShapeId(169)), output: Some(ShapeId(170)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DescribeMetricFilters", method: "POST", uri: "/", status: 200, input: Some(ShapeId(171)), output: Some(ShapeId(172)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DescribeQueries", method: "POST", uri: "/", status: 200, input: Some(ShapeId(174)), output: Some(ShapeId(175)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DescribeQueryDefinitions", method: "POST", uri: "/", status: 200, input: Some(ShapeId(176)), output: Some(ShapeId(177)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: true },
    Operation { name: "DescribeResourcePolicies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(178)), output: Some(ShapeId(179)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: true },
    Operation { name: "DescribeSubscriptionFilters", method: "POST", uri: "/", status: 200, input: Some(ShapeId(180)), output: Some(ShapeId(181)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "DisassociateKmsKey", method: "POST", uri: "/", status: 200, input: Some(ShapeId(194)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "DisassociateSourceFromS3TableIntegration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(195)), output: Some(ShapeId(196)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "FilterLogEvents", method: "POST", uri: "/", status: 200, input: Some(ShapeId(247)), output: Some(ShapeId(248)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "GetDataProtectionPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(259)), output: Some(ShapeId(260)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "GetDelivery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(265)), output: Some(ShapeId(266)), result_wrapper: "", errors: &[ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "GetDeliveryDestination", method: "POST", uri: "/", status: 200, input: Some(ShapeId(263)), output: Some(ShapeId(264)), result_wrapper: "", errors: &[ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "GetDeliveryDestinationPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(261)), output: Some(ShapeId(262)), result_wrapper: "", errors: &[ShapeId(565), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "GetDeliverySource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(267)), output: Some(ShapeId(268)), result_wrapper: "", errors: &[ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "GetIntegration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(269)), output: Some(ShapeId(270)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "GetLogAnomalyDetector", method: "POST", uri: "/", status: 200, input: Some(ShapeId(271)), output: Some(ShapeId(272)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "GetLogEvents", method: "POST", uri: "/", status: 200, input: Some(ShapeId(273)), output: Some(ShapeId(274)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "GetLogFields", method: "POST", uri: "/", status: 200, input: Some(ShapeId(275)), output: Some(ShapeId(276)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "GetLogGroupFields", method: "POST", uri: "/", status: 200, input: Some(ShapeId(277)), output: Some(ShapeId(278)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "GetLogObject", method: "POST", uri: "/", status: 200, input: Some(ShapeId(279)), output: Some(ShapeId(280)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(348), ShapeId(565)], built: false },
    Operation { name: "GetLogRecord", method: "POST", uri: "/", status: 200, input: Some(ShapeId(282)), output: Some(ShapeId(283)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "GetLookupTable", method: "POST", uri: "/", status: 200, input: Some(ShapeId(284)), output: Some(ShapeId(285)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "GetQueryResults", method: "POST", uri: "/", status: 200, input: Some(ShapeId(288)), output: Some(ShapeId(289)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "GetScheduledQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(293)), output: Some(ShapeId(294)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "GetScheduledQueryHistory", method: "POST", uri: "/", status: 200, input: Some(ShapeId(291)), output: Some(ShapeId(292)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "GetStorageTierPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(295)), output: Some(ShapeId(296)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "GetTransformer", method: "POST", uri: "/", status: 200, input: Some(ShapeId(297)), output: Some(ShapeId(298)), result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "ListAggregateLogGroupSummaries", method: "POST", uri: "/", status: 200, input: Some(ShapeId(350)), output: Some(ShapeId(351)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "ListAnomalies", method: "POST", uri: "/", status: 200, input: Some(ShapeId(353)), output: Some(ShapeId(354)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "ListIntegrations", method: "POST", uri: "/", status: 200, input: Some(ShapeId(355)), output: Some(ShapeId(356)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: false },
    Operation { name: "ListLogAnomalyDetectors", method: "POST", uri: "/", status: 200, input: Some(ShapeId(359)), output: Some(ShapeId(360)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "ListLogGroups", method: "POST", uri: "/", status: 200, input: Some(ShapeId(364)), output: Some(ShapeId(366)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: true },
    Operation { name: "ListLogGroupsForQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(362)), output: Some(ShapeId(363)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "ListScheduledQueries", method: "POST", uri: "/", status: 200, input: Some(ShapeId(368)), output: Some(ShapeId(369)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "ListSourcesForS3TableIntegration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(371)), output: Some(ShapeId(372)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "ListSyslogConfigurations", method: "POST", uri: "/", status: 200, input: Some(ShapeId(374)), output: Some(ShapeId(375)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(565), ShapeId(605), ShapeId(668)], built: false },
    Operation { name: "ListTagsForResource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(376)), output: Some(ShapeId(377)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "ListTagsLogGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(378)), output: Some(ShapeId(379)), result_wrapper: "", errors: &[ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutAccountPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(496)), output: Some(ShapeId(497)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(605)], built: false },
    Operation { name: "PutBearerTokenAuthentication", method: "POST", uri: "/", status: 200, input: Some(ShapeId(498)), output: None, result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "PutDataProtectionPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(499)), output: Some(ShapeId(500)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "PutDeliveryDestination", method: "POST", uri: "/", status: 200, input: Some(ShapeId(503)), output: Some(ShapeId(504)), result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "PutDeliveryDestinationPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(501)), output: Some(ShapeId(502)), result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "PutDeliverySource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(505)), output: Some(ShapeId(506)), result_wrapper: "", errors: &[ShapeId(47), ShapeId(565), ShapeId(604), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "PutDestination", method: "POST", uri: "/", status: 200, input: Some(ShapeId(508)), output: Some(ShapeId(509)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(605)], built: false },
    Operation { name: "PutDestinationPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(507)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(605)], built: false },
    Operation { name: "PutIndexPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(510)), output: Some(ShapeId(511)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "PutIntegration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(512)), output: Some(ShapeId(513)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "PutLogEvents", method: "POST", uri: "/", status: 200, input: Some(ShapeId(514)), output: Some(ShapeId(515)), result_wrapper: "", errors: &[ShapeId(68), ShapeId(341), ShapeId(342), ShapeId(565), ShapeId(605), ShapeId(688)], built: true },
    Operation { name: "PutLogGroupDeletionProtection", method: "POST", uri: "/", status: 200, input: Some(ShapeId(516)), output: None, result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutMetricFilter", method: "POST", uri: "/", status: 200, input: Some(ShapeId(517)), output: None, result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutQueryDefinition", method: "POST", uri: "/", status: 200, input: Some(ShapeId(518)), output: Some(ShapeId(519)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutResourcePolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(520)), output: Some(ShapeId(521)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutRetentionPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(522)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutStorageTierPolicy", method: "POST", uri: "/", status: 200, input: Some(ShapeId(523)), output: Some(ShapeId(524)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "PutSubscriptionFilter", method: "POST", uri: "/", status: 200, input: Some(ShapeId(525)), output: None, result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "PutSyslogConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(526)), output: None, result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605), ShapeId(668)], built: false },
    Operation { name: "PutTransformer", method: "POST", uri: "/", status: 200, input: Some(ShapeId(527)), output: None, result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(348), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "StartLiveTail", method: "POST", uri: "/", status: 200, input: Some(ShapeId(618)), output: Some(ShapeId(619)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(340), ShapeId(341), ShapeId(348), ShapeId(565)], built: true },
    Operation { name: "StartQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(621)), output: Some(ShapeId(622)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(348), ShapeId(428), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "StopQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(626)), output: Some(ShapeId(627)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "TagLogGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(655)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(565)], built: true },
    Operation { name: "TagResource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(656)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605), ShapeId(675)], built: true },
    Operation { name: "TestMetricFilter", method: "POST", uri: "/", status: 200, input: Some(ShapeId(664)), output: Some(ShapeId(665)), result_wrapper: "", errors: &[ShapeId(341), ShapeId(605)], built: true },
    Operation { name: "TestTransformer", method: "POST", uri: "/", status: 200, input: Some(ShapeId(666)), output: Some(ShapeId(667)), result_wrapper: "", errors: &[ShapeId(340), ShapeId(341), ShapeId(605)], built: false },
    Operation { name: "UntagLogGroup", method: "POST", uri: "/", status: 200, input: Some(ShapeId(689)), output: None, result_wrapper: "", errors: &[ShapeId(565)], built: true },
    Operation { name: "UntagResource", method: "POST", uri: "/", status: 200, input: Some(ShapeId(690)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(565), ShapeId(605)], built: true },
    Operation { name: "UpdateAnomaly", method: "POST", uri: "/", status: 200, input: Some(ShapeId(691)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "UpdateDeliveryConfiguration", method: "POST", uri: "/", status: 200, input: Some(ShapeId(692)), output: Some(ShapeId(693)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(47), ShapeId(565), ShapeId(605), ShapeId(668), ShapeId(702)], built: false },
    Operation { name: "UpdateLogAnomalyDetector", method: "POST", uri: "/", status: 200, input: Some(ShapeId(694)), output: None, result_wrapper: "", errors: &[ShapeId(341), ShapeId(466), ShapeId(565), ShapeId(605)], built: false },
    Operation { name: "UpdateLookupTable", method: "POST", uri: "/", status: 200, input: Some(ShapeId(695)), output: Some(ShapeId(696)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(341), ShapeId(565), ShapeId(605), ShapeId(702)], built: false },
    Operation { name: "UpdateScheduledQuery", method: "POST", uri: "/", status: 200, input: Some(ShapeId(697)), output: Some(ShapeId(698)), result_wrapper: "", errors: &[ShapeId(0), ShapeId(47), ShapeId(338), ShapeId(565), ShapeId(668), ShapeId(702)], built: false },
];

static SIBLINGS: [Sibling; 0] = [
];

static PATTERNS: [Pattern; 26] = [
    Pattern::new("(\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24})(\\|\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24}){0,4}"),
    Pattern::new("[\\-a-zA-Z0-9]+"),
    Pattern::new("[\\.\\-_/#A-Za-z0-9]*"),
    Pattern::new("[\\.\\-_/#A-Za-z0-9]+"),
    Pattern::new("[\\w#+=/:,.@-]*"),
    Pattern::new("[\\w+=/:,.@-]*"),
    Pattern::new("[\\w+=/:,.@\\-\\*]*"),
    Pattern::new("[\\w-]*"),
    Pattern::new("[\\w-_]*"),
    Pattern::new("[\\w]*"),
    Pattern::new("[\\w_-]*"),
    Pattern::new("[^:*$]*"),
    Pattern::new("[^:*]*"),
    Pattern::new("\\S{36,128}"),
    Pattern::new("^!?\\*?([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)\\*?$"),
    Pattern::new("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"),
    Pattern::new("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$"),
    Pattern::new("^[0-9A-Za-z]+$"),
    Pattern::new("^[a-zA-Z0-9_]+$"),
    Pattern::new("^[a-zA-Z_][a-zA-Z0-9_]*"),
    Pattern::new("^\\d+\\.\\d+(\\.\\d+)?$"),
    Pattern::new("^\\d{12}$"),
    Pattern::new("^arn:aws[a-z\\-]*:kms:[-a-z0-9]*:[0-9]*:key/[-a-z0-9]*$"),
    Pattern::new("^https://[\\.\\-_/#:A-Za-z0-9]+\\.com$"),
    Pattern::new("^vpce-[0-9a-f]{1,64}$"),
    Pattern::new("s3://[a-z0-9][\\.\\-a-z0-9]{1,61}[a-z0-9](/.*)?"),
];

static SHAPES: [Shape; 707] = [
    Shape { name: "AccessDeniedException", kind: Kind::Structure(&M0), sensitive: false, error: Some(ErrorTrait { code: "AccessDeniedException", status: 400, sender_fault: true }) },
    Shape { name: "AccessPolicy", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AccountId", kind: Kind::String(Text { length: Length { min: Some(12), max: Some(12) }, pattern: Some(&PATTERNS[21]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AccountIds", kind: Kind::List(List { length: Length { min: Some(0), max: Some(20) }, item: ShapeId(2), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AccountPolicies", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(5), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AccountPolicy", kind: Kind::Structure(&M5), sensitive: false, error: None },
    Shape { name: "AccountPolicyDocument", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ActionStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETE", "FAILED", "CLIENT_ERROR"] }), sensitive: false, error: None },
    Shape { name: "AddKeyEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(9), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AddKeyEntry", kind: Kind::Structure(&M9), sensitive: false, error: None },
    Shape { name: "AddKeyValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AddKeys", kind: Kind::Structure(&M11), sensitive: false, error: None },
    Shape { name: "AggregateLogGroupSummaries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(13), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AggregateLogGroupSummary", kind: Kind::Structure(&M13), sensitive: false, error: None },
    Shape { name: "AllowedActionForAllowVendedLogsDeliveryForResource", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AllowedFieldDelimiters", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(238), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AllowedFields", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(551), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AmazonResourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1011) }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Anomalies", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(19), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Anomaly", kind: Kind::Structure(&M19), sensitive: false, error: None },
    Shape { name: "AnomalyDetector", kind: Kind::Structure(&M20), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorArn", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectorStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PAUSED", "FAILED", "ANALYZING", "INITIALIZING", "DELETED", "TRAINING"] }), sensitive: false, error: None },
    Shape { name: "AnomalyDetectors", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(20), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AnomalyId", kind: Kind::String(Text { length: Length { min: Some(36), max: Some(36) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AnomalyVisibilityTime", kind: Kind::Long(Whole { min: Some(7), max: Some(90) }), sensitive: false, error: None },
    Shape { name: "ApplyOnTransformedLogs", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "Arn", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "AssociateKmsKeyRequest", kind: Kind::Structure(&M28), sensitive: false, error: None },
    Shape { name: "AssociateSourceToS3TableIntegrationRequest", kind: Kind::Structure(&M29), sensitive: false, error: None },
    Shape { name: "AssociateSourceToS3TableIntegrationResponse", kind: Kind::Structure(&M30), sensitive: false, error: None },
    Shape { name: "Baseline", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "BatchId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "BearerTokenAuthenticationEnabled", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "Boolean", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "BytesScannedValue", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "CSV", kind: Kind::Structure(&M36), sensitive: false, error: None },
    Shape { name: "CancelExportTaskRequest", kind: Kind::Structure(&M37), sensitive: false, error: None },
    Shape { name: "CancelImportTaskRequest", kind: Kind::Structure(&M38), sensitive: false, error: None },
    Shape { name: "CancelImportTaskResponse", kind: Kind::Structure(&M39), sensitive: false, error: None },
    Shape { name: "ClientToken", kind: Kind::String(Text { length: Length { min: Some(36), max: Some(128) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CollectionRetentionDays", kind: Kind::Integer(Whole { min: Some(1), max: Some(30) }), sensitive: false, error: None },
    Shape { name: "Column", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Columns", kind: Kind::List(List { length: Length { min: None, max: Some(100) }, item: ShapeId(42), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ConfigurationTemplate", kind: Kind::Structure(&M44), sensitive: false, error: None },
    Shape { name: "ConfigurationTemplateDeliveryConfigValues", kind: Kind::Structure(&M45), sensitive: false, error: None },
    Shape { name: "ConfigurationTemplates", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(44), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ConflictException", kind: Kind::Structure(&M47), sensitive: false, error: Some(ErrorTrait { code: "ConflictException", status: 400, sender_fault: true }) },
    Shape { name: "CopyValue", kind: Kind::Structure(&M48), sensitive: false, error: None },
    Shape { name: "CopyValueEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(50), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CopyValueEntry", kind: Kind::Structure(&M50), sensitive: false, error: None },
    Shape { name: "Count", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "CreateDeliveryRequest", kind: Kind::Structure(&M52), sensitive: false, error: None },
    Shape { name: "CreateDeliveryResponse", kind: Kind::Structure(&M53), sensitive: false, error: None },
    Shape { name: "CreateExportTaskRequest", kind: Kind::Structure(&M54), sensitive: false, error: None },
    Shape { name: "CreateExportTaskResponse", kind: Kind::Structure(&M55), sensitive: false, error: None },
    Shape { name: "CreateImportTaskRequest", kind: Kind::Structure(&M56), sensitive: false, error: None },
    Shape { name: "CreateImportTaskResponse", kind: Kind::Structure(&M57), sensitive: false, error: None },
    Shape { name: "CreateLogAnomalyDetectorRequest", kind: Kind::Structure(&M58), sensitive: false, error: None },
    Shape { name: "CreateLogAnomalyDetectorResponse", kind: Kind::Structure(&M59), sensitive: false, error: None },
    Shape { name: "CreateLogGroupRequest", kind: Kind::Structure(&M60), sensitive: false, error: None },
    Shape { name: "CreateLogStreamRequest", kind: Kind::Structure(&M61), sensitive: false, error: None },
    Shape { name: "CreateLookupTableRequest", kind: Kind::Structure(&M62), sensitive: false, error: None },
    Shape { name: "CreateLookupTableResponse", kind: Kind::Structure(&M63), sensitive: false, error: None },
    Shape { name: "CreateScheduledQueryRequest", kind: Kind::Structure(&M64), sensitive: false, error: None },
    Shape { name: "CreateScheduledQueryResponse", kind: Kind::Structure(&M65), sensitive: false, error: None },
    Shape { name: "DashboardViewerPrincipals", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(27), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Data", kind: Kind::Blob(Length { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "DataAlreadyAcceptedException", kind: Kind::Structure(&M68), sensitive: false, error: Some(ErrorTrait { code: "DataAlreadyAcceptedException", status: 400, sender_fault: true }) },
    Shape { name: "DataProtectionPolicyDocument", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DataProtectionStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DISABLED", "ACTIVATED", "ARCHIVED", "DELETED"] }), sensitive: false, error: None },
    Shape { name: "DataSource", kind: Kind::Structure(&M71), sensitive: false, error: None },
    Shape { name: "DataSourceFilter", kind: Kind::Structure(&M72), sensitive: false, error: None },
    Shape { name: "DataSourceFilters", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(72), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DataSourceName", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DataSourceType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DataType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DateTimeConverter", kind: Kind::Structure(&M77), sensitive: false, error: None },
    Shape { name: "Days", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "DefaultValue", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "DeleteAccountPolicyRequest", kind: Kind::Structure(&M80), sensitive: false, error: None },
    Shape { name: "DeleteAccountPolicyResponse", kind: Kind::Structure(&M81), sensitive: false, error: None },
    Shape { name: "DeleteDataProtectionPolicyRequest", kind: Kind::Structure(&M82), sensitive: false, error: None },
    Shape { name: "DeleteDeliveryDestinationPolicyRequest", kind: Kind::Structure(&M83), sensitive: false, error: None },
    Shape { name: "DeleteDeliveryDestinationRequest", kind: Kind::Structure(&M84), sensitive: false, error: None },
    Shape { name: "DeleteDeliveryRequest", kind: Kind::Structure(&M85), sensitive: false, error: None },
    Shape { name: "DeleteDeliverySourceRequest", kind: Kind::Structure(&M86), sensitive: false, error: None },
    Shape { name: "DeleteDestinationRequest", kind: Kind::Structure(&M87), sensitive: false, error: None },
    Shape { name: "DeleteIndexPolicyRequest", kind: Kind::Structure(&M88), sensitive: false, error: None },
    Shape { name: "DeleteIndexPolicyResponse", kind: Kind::Structure(&M89), sensitive: false, error: None },
    Shape { name: "DeleteIntegrationRequest", kind: Kind::Structure(&M90), sensitive: false, error: None },
    Shape { name: "DeleteIntegrationResponse", kind: Kind::Structure(&M91), sensitive: false, error: None },
    Shape { name: "DeleteKeys", kind: Kind::Structure(&M92), sensitive: false, error: None },
    Shape { name: "DeleteLogAnomalyDetectorRequest", kind: Kind::Structure(&M93), sensitive: false, error: None },
    Shape { name: "DeleteLogGroupRequest", kind: Kind::Structure(&M94), sensitive: false, error: None },
    Shape { name: "DeleteLogStreamRequest", kind: Kind::Structure(&M95), sensitive: false, error: None },
    Shape { name: "DeleteLookupTableRequest", kind: Kind::Structure(&M96), sensitive: false, error: None },
    Shape { name: "DeleteMetricFilterRequest", kind: Kind::Structure(&M97), sensitive: false, error: None },
    Shape { name: "DeleteQueryDefinitionRequest", kind: Kind::Structure(&M98), sensitive: false, error: None },
    Shape { name: "DeleteQueryDefinitionResponse", kind: Kind::Structure(&M99), sensitive: false, error: None },
    Shape { name: "DeleteResourcePolicyRequest", kind: Kind::Structure(&M100), sensitive: false, error: None },
    Shape { name: "DeleteRetentionPolicyRequest", kind: Kind::Structure(&M101), sensitive: false, error: None },
    Shape { name: "DeleteScheduledQueryRequest", kind: Kind::Structure(&M102), sensitive: false, error: None },
    Shape { name: "DeleteScheduledQueryResponse", kind: Kind::Structure(&M103), sensitive: false, error: None },
    Shape { name: "DeleteSubscriptionFilterRequest", kind: Kind::Structure(&M104), sensitive: false, error: None },
    Shape { name: "DeleteSyslogConfigurationRequest", kind: Kind::Structure(&M105), sensitive: false, error: None },
    Shape { name: "DeleteTransformerRequest", kind: Kind::Structure(&M106), sensitive: false, error: None },
    Shape { name: "DeleteWithKeys", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(706), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeletionProtectionEnabled", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "Delimiter", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Deliveries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(111), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Delivery", kind: Kind::Structure(&M111), sensitive: false, error: None },
    Shape { name: "DeliveryDestination", kind: Kind::Structure(&M112), sensitive: false, error: None },
    Shape { name: "DeliveryDestinationConfiguration", kind: Kind::Structure(&M113), sensitive: false, error: None },
    Shape { name: "DeliveryDestinationName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(60) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliveryDestinationNames", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(114), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliveryDestinationPolicy", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(51200) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliveryDestinationType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["S3", "FH", "CWL", "XRAY"] }), sensitive: false, error: None },
    Shape { name: "DeliveryDestinationTypes", kind: Kind::List(List { length: Length { min: Some(1), max: Some(4) }, item: ShapeId(117), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliveryDestinations", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(112), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliveryId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[17]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliverySource", kind: Kind::Structure(&M121), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfiguration", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(123), value: ShapeId(130) }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationNumericValue", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationSchema", kind: Kind::Structure(&M125), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationSchemaField", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationSchemaValueType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["boolean", "string", "double", "int", "long"] }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationSchemas", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(125), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationSupportedValues", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(126), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliverySourceConfigurationValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliverySourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(60) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DeliverySourceNames", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(131), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliverySourceStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "INACTIVE"] }), sensitive: false, error: None },
    Shape { name: "DeliverySourceStatusReason", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["RESOURCE_DELETED"] }), sensitive: false, error: None },
    Shape { name: "DeliverySources", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(121), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DeliverySuffixPath", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Descending", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "DescribeAccountPoliciesRequest", kind: Kind::Structure(&M138), sensitive: false, error: None },
    Shape { name: "DescribeAccountPoliciesResponse", kind: Kind::Structure(&M139), sensitive: false, error: None },
    Shape { name: "DescribeConfigurationTemplatesRequest", kind: Kind::Structure(&M140), sensitive: false, error: None },
    Shape { name: "DescribeConfigurationTemplatesResponse", kind: Kind::Structure(&M141), sensitive: false, error: None },
    Shape { name: "DescribeDeliveriesRequest", kind: Kind::Structure(&M142), sensitive: false, error: None },
    Shape { name: "DescribeDeliveriesResponse", kind: Kind::Structure(&M143), sensitive: false, error: None },
    Shape { name: "DescribeDeliveryDestinationsRequest", kind: Kind::Structure(&M144), sensitive: false, error: None },
    Shape { name: "DescribeDeliveryDestinationsResponse", kind: Kind::Structure(&M145), sensitive: false, error: None },
    Shape { name: "DescribeDeliverySourcesRequest", kind: Kind::Structure(&M146), sensitive: false, error: None },
    Shape { name: "DescribeDeliverySourcesResponse", kind: Kind::Structure(&M147), sensitive: false, error: None },
    Shape { name: "DescribeDestinationsRequest", kind: Kind::Structure(&M148), sensitive: false, error: None },
    Shape { name: "DescribeDestinationsResponse", kind: Kind::Structure(&M149), sensitive: false, error: None },
    Shape { name: "DescribeExportTasksRequest", kind: Kind::Structure(&M150), sensitive: false, error: None },
    Shape { name: "DescribeExportTasksResponse", kind: Kind::Structure(&M151), sensitive: false, error: None },
    Shape { name: "DescribeFieldIndexesLogGroupIdentifiers", kind: Kind::List(List { length: Length { min: Some(1), max: Some(100) }, item: ShapeId(400), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DescribeFieldIndexesRequest", kind: Kind::Structure(&M153), sensitive: false, error: None },
    Shape { name: "DescribeFieldIndexesResponse", kind: Kind::Structure(&M154), sensitive: false, error: None },
    Shape { name: "DescribeImportTaskBatchesRequest", kind: Kind::Structure(&M155), sensitive: false, error: None },
    Shape { name: "DescribeImportTaskBatchesResponse", kind: Kind::Structure(&M156), sensitive: false, error: None },
    Shape { name: "DescribeImportTasksRequest", kind: Kind::Structure(&M157), sensitive: false, error: None },
    Shape { name: "DescribeImportTasksResponse", kind: Kind::Structure(&M158), sensitive: false, error: None },
    Shape { name: "DescribeIndexPoliciesLogGroupIdentifiers", kind: Kind::List(List { length: Length { min: Some(1), max: Some(1) }, item: ShapeId(400), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DescribeIndexPoliciesRequest", kind: Kind::Structure(&M160), sensitive: false, error: None },
    Shape { name: "DescribeIndexPoliciesResponse", kind: Kind::Structure(&M161), sensitive: false, error: None },
    Shape { name: "DescribeLimit", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "DescribeLogGroupsLogGroupIdentifiers", kind: Kind::List(List { length: Length { min: Some(1), max: Some(50) }, item: ShapeId(400), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DescribeLogGroupsRequest", kind: Kind::Structure(&M164), sensitive: false, error: None },
    Shape { name: "DescribeLogGroupsResponse", kind: Kind::Structure(&M165), sensitive: false, error: None },
    Shape { name: "DescribeLogStreamsRequest", kind: Kind::Structure(&M166), sensitive: false, error: None },
    Shape { name: "DescribeLogStreamsResponse", kind: Kind::Structure(&M167), sensitive: false, error: None },
    Shape { name: "DescribeLookupTablesMaxResults", kind: Kind::Integer(Whole { min: None, max: Some(100) }), sensitive: false, error: None },
    Shape { name: "DescribeLookupTablesRequest", kind: Kind::Structure(&M169), sensitive: false, error: None },
    Shape { name: "DescribeLookupTablesResponse", kind: Kind::Structure(&M170), sensitive: false, error: None },
    Shape { name: "DescribeMetricFiltersRequest", kind: Kind::Structure(&M171), sensitive: false, error: None },
    Shape { name: "DescribeMetricFiltersResponse", kind: Kind::Structure(&M172), sensitive: false, error: None },
    Shape { name: "DescribeQueriesMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "DescribeQueriesRequest", kind: Kind::Structure(&M174), sensitive: false, error: None },
    Shape { name: "DescribeQueriesResponse", kind: Kind::Structure(&M175), sensitive: false, error: None },
    Shape { name: "DescribeQueryDefinitionsRequest", kind: Kind::Structure(&M176), sensitive: false, error: None },
    Shape { name: "DescribeQueryDefinitionsResponse", kind: Kind::Structure(&M177), sensitive: false, error: None },
    Shape { name: "DescribeResourcePoliciesRequest", kind: Kind::Structure(&M178), sensitive: false, error: None },
    Shape { name: "DescribeResourcePoliciesResponse", kind: Kind::Structure(&M179), sensitive: false, error: None },
    Shape { name: "DescribeSubscriptionFiltersRequest", kind: Kind::Structure(&M180), sensitive: false, error: None },
    Shape { name: "DescribeSubscriptionFiltersResponse", kind: Kind::Structure(&M181), sensitive: false, error: None },
    Shape { name: "Description", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Destination", kind: Kind::Structure(&M183), sensitive: false, error: None },
    Shape { name: "DestinationArn", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DestinationConfiguration", kind: Kind::Structure(&M185), sensitive: false, error: None },
    Shape { name: "DestinationField", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DestinationName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Destinations", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(183), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DetectorKmsKeyArn", kind: Kind::String(Text { length: Length { min: None, max: Some(256) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DetectorName", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Dimensions", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(192), value: ShapeId(193) }), sensitive: false, error: None },
    Shape { name: "DimensionsKey", kind: Kind::String(Text { length: Length { min: None, max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DimensionsValue", kind: Kind::String(Text { length: Length { min: None, max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DisassociateKmsKeyRequest", kind: Kind::Structure(&M194), sensitive: false, error: None },
    Shape { name: "DisassociateSourceFromS3TableIntegrationRequest", kind: Kind::Structure(&M195), sensitive: false, error: None },
    Shape { name: "DisassociateSourceFromS3TableIntegrationResponse", kind: Kind::Structure(&M196), sensitive: false, error: None },
    Shape { name: "Distribution", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ByLogStream", "Random"] }), sensitive: false, error: None },
    Shape { name: "DryRun", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "DryRunCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "DryRunResult", kind: Kind::Structure(&M200), sensitive: false, error: None },
    Shape { name: "DynamicTokenPosition", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "EmitSystemFields", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(644), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "EncryptionKey", kind: Kind::String(Text { length: Length { min: None, max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EndTimeOffset", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "Entity", kind: Kind::Structure(&M205), sensitive: false, error: None },
    Shape { name: "EntityAttributes", kind: Kind::Map(Map { length: Length { min: Some(0), max: Some(10) }, key: ShapeId(207), value: ShapeId(208) }), sensitive: false, error: None },
    Shape { name: "EntityAttributesKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityAttributesValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityKeyAttributes", kind: Kind::Map(Map { length: Length { min: Some(2), max: Some(4) }, key: ShapeId(210), value: ShapeId(211) }), sensitive: false, error: None },
    Shape { name: "EntityKeyAttributesKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityKeyAttributesValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EntityRejectionErrorType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["MissingRequiredFields", "InvalidEntity", "UnsupportedLogGroupType", "InvalidKeyAttributes", "InvalidAttributes", "EntitySizeTooLarge", "InvalidTypeValue"] }), sensitive: false, error: None },
    Shape { name: "Enumerations", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(673), value: ShapeId(674) }), sensitive: false, error: None },
    Shape { name: "EpochMillis", kind: Kind::Long(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "ErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EvaluationFrequency", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ONE_HOUR", "TEN_MIN", "THIRTY_MIN", "ONE_MIN", "FIVE_MIN", "FIFTEEN_MIN"] }), sensitive: false, error: None },
    Shape { name: "EventId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EventMessage", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "EventNumber", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "EventSource", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["AWSWAF", "VPCFlow", "Route53Resolver", "CloudTrail", "EKSAudit"] }), sensitive: false, error: None },
    Shape { name: "EventsLimit", kind: Kind::Integer(Whole { min: Some(1), max: Some(10000) }), sensitive: false, error: None },
    Shape { name: "EventsLimitStartQuery", kind: Kind::Integer(Whole { min: Some(1), max: Some(100000) }), sensitive: false, error: None },
    Shape { name: "ExecutionStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["InvalidQuery", "Complete", "Failed", "Timeout", "Running"] }), sensitive: false, error: None },
    Shape { name: "ExecutionStatusList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(223), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ExpectedRevisionId", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExportDestinationBucket", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExportDestinationPrefix", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExportTask", kind: Kind::Structure(&M228), sensitive: false, error: None },
    Shape { name: "ExportTaskExecutionInfo", kind: Kind::Structure(&M229), sensitive: false, error: None },
    Shape { name: "ExportTaskId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExportTaskName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExportTaskStatus", kind: Kind::Structure(&M232), sensitive: false, error: None },
    Shape { name: "ExportTaskStatusCode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["CANCELLED", "COMPLETED", "FAILED", "RUNNING", "PENDING_CANCEL", "PENDING"] }), sensitive: false, error: None },
    Shape { name: "ExportTaskStatusMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ExportTasks", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(228), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ExtractedValues", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(672), value: ShapeId(703) }), sensitive: false, error: None },
    Shape { name: "Field", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FieldDelimiter", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(5) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FieldHeader", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FieldIndex", kind: Kind::Structure(&M240), sensitive: false, error: None },
    Shape { name: "FieldIndexName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FieldIndexNames", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(241), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FieldIndexes", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(240), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FieldSelectionCriteria", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(2000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FieldsData", kind: Kind::Structure(&M245), sensitive: false, error: None },
    Shape { name: "FilterCount", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "FilterLogEventsRequest", kind: Kind::Structure(&M247), sensitive: false, error: None },
    Shape { name: "FilterLogEventsResponse", kind: Kind::Structure(&M248), sensitive: false, error: None },
    Shape { name: "FilterName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FilterPattern", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FilterResourceArns", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(27), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FilteredLogEvent", kind: Kind::Structure(&M252), sensitive: false, error: None },
    Shape { name: "FilteredLogEvents", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(252), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Flatten", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "FlattenedElement", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["last", "first"] }), sensitive: false, error: None },
    Shape { name: "Force", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "ForceUpdate", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "FromKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GetDataProtectionPolicyRequest", kind: Kind::Structure(&M259), sensitive: false, error: None },
    Shape { name: "GetDataProtectionPolicyResponse", kind: Kind::Structure(&M260), sensitive: false, error: None },
    Shape { name: "GetDeliveryDestinationPolicyRequest", kind: Kind::Structure(&M261), sensitive: false, error: None },
    Shape { name: "GetDeliveryDestinationPolicyResponse", kind: Kind::Structure(&M262), sensitive: false, error: None },
    Shape { name: "GetDeliveryDestinationRequest", kind: Kind::Structure(&M263), sensitive: false, error: None },
    Shape { name: "GetDeliveryDestinationResponse", kind: Kind::Structure(&M264), sensitive: false, error: None },
    Shape { name: "GetDeliveryRequest", kind: Kind::Structure(&M265), sensitive: false, error: None },
    Shape { name: "GetDeliveryResponse", kind: Kind::Structure(&M266), sensitive: false, error: None },
    Shape { name: "GetDeliverySourceRequest", kind: Kind::Structure(&M267), sensitive: false, error: None },
    Shape { name: "GetDeliverySourceResponse", kind: Kind::Structure(&M268), sensitive: false, error: None },
    Shape { name: "GetIntegrationRequest", kind: Kind::Structure(&M269), sensitive: false, error: None },
    Shape { name: "GetIntegrationResponse", kind: Kind::Structure(&M270), sensitive: false, error: None },
    Shape { name: "GetLogAnomalyDetectorRequest", kind: Kind::Structure(&M271), sensitive: false, error: None },
    Shape { name: "GetLogAnomalyDetectorResponse", kind: Kind::Structure(&M272), sensitive: false, error: None },
    Shape { name: "GetLogEventsRequest", kind: Kind::Structure(&M273), sensitive: false, error: None },
    Shape { name: "GetLogEventsResponse", kind: Kind::Structure(&M274), sensitive: false, error: None },
    Shape { name: "GetLogFieldsRequest", kind: Kind::Structure(&M275), sensitive: false, error: None },
    Shape { name: "GetLogFieldsResponse", kind: Kind::Structure(&M276), sensitive: false, error: None },
    Shape { name: "GetLogGroupFieldsRequest", kind: Kind::Structure(&M277), sensitive: false, error: None },
    Shape { name: "GetLogGroupFieldsResponse", kind: Kind::Structure(&M278), sensitive: false, error: None },
    Shape { name: "GetLogObjectRequest", kind: Kind::Structure(&M279), sensitive: false, error: None },
    Shape { name: "GetLogObjectResponse", kind: Kind::Structure(&M280), sensitive: false, error: None },
    Shape { name: "GetLogObjectResponseStream", kind: Kind::Structure(&M281), sensitive: false, error: None },
    Shape { name: "GetLogRecordRequest", kind: Kind::Structure(&M282), sensitive: false, error: None },
    Shape { name: "GetLogRecordResponse", kind: Kind::Structure(&M283), sensitive: false, error: None },
    Shape { name: "GetLookupTableRequest", kind: Kind::Structure(&M284), sensitive: false, error: None },
    Shape { name: "GetLookupTableResponse", kind: Kind::Structure(&M285), sensitive: false, error: None },
    Shape { name: "GetQueryResultsMaxItems", kind: Kind::Integer(Whole { min: Some(0), max: Some(10000) }), sensitive: false, error: None },
    Shape { name: "GetQueryResultsNextToken", kind: Kind::String(Text { length: Length { min: None, max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GetQueryResultsRequest", kind: Kind::Structure(&M288), sensitive: false, error: None },
    Shape { name: "GetQueryResultsResponse", kind: Kind::Structure(&M289), sensitive: false, error: None },
    Shape { name: "GetScheduledQueryHistoryMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "GetScheduledQueryHistoryRequest", kind: Kind::Structure(&M291), sensitive: false, error: None },
    Shape { name: "GetScheduledQueryHistoryResponse", kind: Kind::Structure(&M292), sensitive: false, error: None },
    Shape { name: "GetScheduledQueryRequest", kind: Kind::Structure(&M293), sensitive: false, error: None },
    Shape { name: "GetScheduledQueryResponse", kind: Kind::Structure(&M294), sensitive: false, error: None },
    Shape { name: "GetStorageTierPolicyRequest", kind: Kind::Structure(&M295), sensitive: false, error: None },
    Shape { name: "GetStorageTierPolicyResponse", kind: Kind::Structure(&M296), sensitive: false, error: None },
    Shape { name: "GetTransformerRequest", kind: Kind::Structure(&M297), sensitive: false, error: None },
    Shape { name: "GetTransformerResponse", kind: Kind::Structure(&M298), sensitive: false, error: None },
    Shape { name: "Grok", kind: Kind::Structure(&M299), sensitive: false, error: None },
    Shape { name: "GrokMatch", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GroupingIdentifier", kind: Kind::Structure(&M301), sensitive: false, error: None },
    Shape { name: "GroupingIdentifierKey", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GroupingIdentifierValue", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "GroupingIdentifiers", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(301), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Histogram", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(669), value: ShapeId(51) }), sensitive: false, error: None },
    Shape { name: "Import", kind: Kind::Structure(&M306), sensitive: false, error: None },
    Shape { name: "ImportBatch", kind: Kind::Structure(&M307), sensitive: false, error: None },
    Shape { name: "ImportBatchList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(307), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ImportFilter", kind: Kind::Structure(&M309), sensitive: false, error: None },
    Shape { name: "ImportId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[1]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ImportList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(306), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ImportStatistics", kind: Kind::Structure(&M312), sensitive: false, error: None },
    Shape { name: "ImportStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "CANCELLED", "COMPLETED", "FAILED"] }), sensitive: false, error: None },
    Shape { name: "ImportStatusList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(313), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "IncludeLinkedAccounts", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "IndexCategories", kind: Kind::List(List { length: Length { min: None, max: Some(4) }, item: ShapeId(317), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "IndexCategory", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["AUTO", "INACTIVE", "CUSTOM", "DEFAULT"] }), sensitive: false, error: None },
    Shape { name: "IndexPolicies", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(319), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "IndexPolicy", kind: Kind::Structure(&M319), sensitive: false, error: None },
    Shape { name: "IndexSource", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACCOUNT", "LOG_GROUP"] }), sensitive: false, error: None },
    Shape { name: "IndexType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["FACET", "FIELD_INDEX"] }), sensitive: false, error: None },
    Shape { name: "InferredTokenName", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "InheritedProperties", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(324), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InheritedProperty", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACCOUNT_DATA_PROTECTION"] }), sensitive: false, error: None },
    Shape { name: "InputLogEvent", kind: Kind::Structure(&M325), sensitive: false, error: None },
    Shape { name: "InputLogEvents", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10000) }, item: ShapeId(325), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "InputLogStreamNames", kind: Kind::List(List { length: Length { min: Some(1), max: Some(100) }, item: ShapeId(416), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Integer", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "IntegrationDetails", kind: Kind::Structure(&M329), sensitive: false, error: None },
    Shape { name: "IntegrationName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(50) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "IntegrationNamePrefix", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(50) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "IntegrationStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "FAILED", "PROVISIONING"] }), sensitive: false, error: None },
    Shape { name: "IntegrationStatusMessage", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "IntegrationSummaries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(335), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "IntegrationSummary", kind: Kind::Structure(&M335), sensitive: false, error: None },
    Shape { name: "IntegrationType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["OPENSEARCH"] }), sensitive: false, error: None },
    Shape { name: "Interleaved", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "InternalServerException", kind: Kind::Structure(&M338), sensitive: false, error: Some(ErrorTrait { code: "InternalServerException", status: 500, sender_fault: false }) },
    Shape { name: "InternalStreamingException", kind: Kind::Structure(&M339), sensitive: false, error: Some(ErrorTrait { code: "InternalStreamingException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidOperationException", kind: Kind::Structure(&M340), sensitive: false, error: Some(ErrorTrait { code: "InvalidOperationException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidParameterException", kind: Kind::Structure(&M341), sensitive: false, error: Some(ErrorTrait { code: "InvalidParameterException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidSequenceTokenException", kind: Kind::Structure(&M342), sensitive: false, error: Some(ErrorTrait { code: "InvalidSequenceTokenException", status: 400, sender_fault: true }) },
    Shape { name: "IsSampled", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "Key", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "KeyPrefix", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "KeyValueDelimiter", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "KmsKeyId", kind: Kind::String(Text { length: Length { min: None, max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LimitExceededException", kind: Kind::Structure(&M348), sensitive: false, error: Some(ErrorTrait { code: "LimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "ListAggregateLogGroupSummariesGroupBy", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DATA_SOURCE_NAME_TYPE_AND_FORMAT", "DATA_SOURCE_NAME_AND_TYPE"] }), sensitive: false, error: None },
    Shape { name: "ListAggregateLogGroupSummariesRequest", kind: Kind::Structure(&M350), sensitive: false, error: None },
    Shape { name: "ListAggregateLogGroupSummariesResponse", kind: Kind::Structure(&M351), sensitive: false, error: None },
    Shape { name: "ListAnomaliesLimit", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "ListAnomaliesRequest", kind: Kind::Structure(&M353), sensitive: false, error: None },
    Shape { name: "ListAnomaliesResponse", kind: Kind::Structure(&M354), sensitive: false, error: None },
    Shape { name: "ListIntegrationsRequest", kind: Kind::Structure(&M355), sensitive: false, error: None },
    Shape { name: "ListIntegrationsResponse", kind: Kind::Structure(&M356), sensitive: false, error: None },
    Shape { name: "ListLimit", kind: Kind::Integer(Whole { min: Some(1), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "ListLogAnomalyDetectorsLimit", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "ListLogAnomalyDetectorsRequest", kind: Kind::Structure(&M359), sensitive: false, error: None },
    Shape { name: "ListLogAnomalyDetectorsResponse", kind: Kind::Structure(&M360), sensitive: false, error: None },
    Shape { name: "ListLogGroupsForQueryMaxResults", kind: Kind::Integer(Whole { min: Some(50), max: Some(500) }), sensitive: false, error: None },
    Shape { name: "ListLogGroupsForQueryRequest", kind: Kind::Structure(&M362), sensitive: false, error: None },
    Shape { name: "ListLogGroupsForQueryResponse", kind: Kind::Structure(&M363), sensitive: false, error: None },
    Shape { name: "ListLogGroupsRequest", kind: Kind::Structure(&M364), sensitive: false, error: None },
    Shape { name: "ListLogGroupsRequestLimit", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "ListLogGroupsResponse", kind: Kind::Structure(&M366), sensitive: false, error: None },
    Shape { name: "ListScheduledQueriesMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "ListScheduledQueriesRequest", kind: Kind::Structure(&M368), sensitive: false, error: None },
    Shape { name: "ListScheduledQueriesResponse", kind: Kind::Structure(&M369), sensitive: false, error: None },
    Shape { name: "ListSourcesForS3TableIntegrationMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(100) }), sensitive: false, error: None },
    Shape { name: "ListSourcesForS3TableIntegrationRequest", kind: Kind::Structure(&M371), sensitive: false, error: None },
    Shape { name: "ListSourcesForS3TableIntegrationResponse", kind: Kind::Structure(&M372), sensitive: false, error: None },
    Shape { name: "ListSyslogConfigurationsMaxResults", kind: Kind::Integer(Whole { min: Some(0), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "ListSyslogConfigurationsRequest", kind: Kind::Structure(&M374), sensitive: false, error: None },
    Shape { name: "ListSyslogConfigurationsResponse", kind: Kind::Structure(&M375), sensitive: false, error: None },
    Shape { name: "ListTagsForResourceRequest", kind: Kind::Structure(&M376), sensitive: false, error: None },
    Shape { name: "ListTagsForResourceResponse", kind: Kind::Structure(&M377), sensitive: false, error: None },
    Shape { name: "ListTagsLogGroupRequest", kind: Kind::Structure(&M378), sensitive: false, error: None },
    Shape { name: "ListTagsLogGroupResponse", kind: Kind::Structure(&M379), sensitive: false, error: None },
    Shape { name: "ListToMap", kind: Kind::Structure(&M380), sensitive: false, error: None },
    Shape { name: "LiveTailSessionLogEvent", kind: Kind::Structure(&M381), sensitive: false, error: None },
    Shape { name: "LiveTailSessionMetadata", kind: Kind::Structure(&M382), sensitive: false, error: None },
    Shape { name: "LiveTailSessionResults", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(381), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LiveTailSessionStart", kind: Kind::Structure(&M384), sensitive: false, error: None },
    Shape { name: "LiveTailSessionUpdate", kind: Kind::Structure(&M385), sensitive: false, error: None },
    Shape { name: "Locale", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LogEvent", kind: Kind::Structure(&M387), sensitive: false, error: None },
    Shape { name: "LogEventIndex", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "LogFieldName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LogFieldType", kind: Kind::Structure(&M390), sensitive: false, error: None },
    Shape { name: "LogFieldsList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(392), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogFieldsListItem", kind: Kind::Structure(&M392), sensitive: false, error: None },
    Shape { name: "LogGroup", kind: Kind::Structure(&M393), sensitive: false, error: None },
    Shape { name: "LogGroupArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogGroupArnList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(394), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupClass", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["INFREQUENT_ACCESS", "ESSENTIALS", "STANDARD", "DELIVERY"] }), sensitive: false, error: None },
    Shape { name: "LogGroupCount", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "LogGroupField", kind: Kind::Structure(&M398), sensitive: false, error: None },
    Shape { name: "LogGroupFieldList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(398), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupIdentifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogGroupIdentifiers", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(400), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupImpact", kind: Kind::Structure(&M402), sensitive: false, error: None },
    Shape { name: "LogGroupImpacts", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(402), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogGroupNamePattern", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(512) }, pattern: Some(&PATTERNS[2]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogGroupNameRegexPattern", kind: Kind::String(Text { length: Length { min: Some(3), max: Some(129) }, pattern: Some(&PATTERNS[0]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogGroupNames", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(404), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupSummaries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(409), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogGroupSummary", kind: Kind::Structure(&M409), sensitive: false, error: None },
    Shape { name: "LogGroups", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(393), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogObjectPointer", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LogRecord", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(237), value: ShapeId(703) }), sensitive: false, error: None },
    Shape { name: "LogRecordPointer", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LogSamples", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(387), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogStream", kind: Kind::Structure(&M415), sensitive: false, error: None },
    Shape { name: "LogStreamName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogStreamSearchedCompletely", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "LogStreams", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(415), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LogType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: Some(&PATTERNS[9]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogTypes", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(419), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LookupTable", kind: Kind::Structure(&M421), sensitive: false, error: None },
    Shape { name: "LookupTableConfiguration", kind: Kind::Structure(&M422), sensitive: false, error: None },
    Shape { name: "LookupTableDescription", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LookupTableName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[18]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LookupTables", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(421), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LowerCaseString", kind: Kind::Structure(&M426), sensitive: false, error: None },
    Shape { name: "LowerCaseStringWithKeys", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(706), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MalformedQueryException", kind: Kind::Structure(&M428), sensitive: false, error: Some(ErrorTrait { code: "MalformedQueryException", status: 400, sender_fault: true }) },
    Shape { name: "MappingVersion", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10) }, pattern: Some(&PATTERNS[20]), values: &[] }), sensitive: false, error: None },
    Shape { name: "MatchPattern", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MatchPatterns", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(430), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Message", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricFilter", kind: Kind::Structure(&M433), sensitive: false, error: None },
    Shape { name: "MetricFilterMatchRecord", kind: Kind::Structure(&M434), sensitive: false, error: None },
    Shape { name: "MetricFilterMatches", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(434), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricFilters", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(433), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricName", kind: Kind::String(Text { length: Length { min: None, max: Some(255) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricNamespace", kind: Kind::String(Text { length: Length { min: None, max: Some(255) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricTransformation", kind: Kind::Structure(&M439), sensitive: false, error: None },
    Shape { name: "MetricTransformations", kind: Kind::List(List { length: Length { min: Some(1), max: Some(1) }, item: ShapeId(439), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MetricValue", kind: Kind::String(Text { length: Length { min: None, max: Some(100) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "MoveKeyEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(443), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "MoveKeyEntry", kind: Kind::Structure(&M443), sensitive: false, error: None },
    Shape { name: "MoveKeys", kind: Kind::Structure(&M444), sensitive: false, error: None },
    Shape { name: "NextToken", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "NonMatchValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "OCSFVersion", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["V1.5", "V1.1"] }), sensitive: false, error: None },
    Shape { name: "OpenSearchApplication", kind: Kind::Structure(&M448), sensitive: false, error: None },
    Shape { name: "OpenSearchApplicationEndpoint", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OpenSearchApplicationId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OpenSearchCollection", kind: Kind::Structure(&M451), sensitive: false, error: None },
    Shape { name: "OpenSearchCollectionEndpoint", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OpenSearchDataAccessPolicy", kind: Kind::Structure(&M453), sensitive: false, error: None },
    Shape { name: "OpenSearchDataSource", kind: Kind::Structure(&M454), sensitive: false, error: None },
    Shape { name: "OpenSearchDataSourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OpenSearchEncryptionPolicy", kind: Kind::Structure(&M456), sensitive: false, error: None },
    Shape { name: "OpenSearchIntegrationDetails", kind: Kind::Structure(&M457), sensitive: false, error: None },
    Shape { name: "OpenSearchLifecyclePolicy", kind: Kind::Structure(&M458), sensitive: false, error: None },
    Shape { name: "OpenSearchNetworkPolicy", kind: Kind::Structure(&M459), sensitive: false, error: None },
    Shape { name: "OpenSearchPolicyName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OpenSearchResourceConfig", kind: Kind::Structure(&M461), sensitive: false, error: None },
    Shape { name: "OpenSearchResourceStatus", kind: Kind::Structure(&M462), sensitive: false, error: None },
    Shape { name: "OpenSearchResourceStatusType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACTIVE", "NOT_FOUND", "ERROR"] }), sensitive: false, error: None },
    Shape { name: "OpenSearchWorkspace", kind: Kind::Structure(&M464), sensitive: false, error: None },
    Shape { name: "OpenSearchWorkspaceId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OperationAbortedException", kind: Kind::Structure(&M466), sensitive: false, error: Some(ErrorTrait { code: "OperationAbortedException", status: 400, sender_fault: true }) },
    Shape { name: "OrderBy", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["LogStreamName", "LastEventTime"] }), sensitive: false, error: None },
    Shape { name: "OutputFormat", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["plain", "w3c", "json", "raw", "parquet"] }), sensitive: false, error: None },
    Shape { name: "OutputFormats", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(468), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OutputLogEvent", kind: Kind::Structure(&M470), sensitive: false, error: None },
    Shape { name: "OutputLogEvents", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(470), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OverwriteIfExists", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "ParseCloudfront", kind: Kind::Structure(&M473), sensitive: false, error: None },
    Shape { name: "ParseJSON", kind: Kind::Structure(&M474), sensitive: false, error: None },
    Shape { name: "ParseKeyValue", kind: Kind::Structure(&M475), sensitive: false, error: None },
    Shape { name: "ParsePostgres", kind: Kind::Structure(&M476), sensitive: false, error: None },
    Shape { name: "ParseRoute53", kind: Kind::Structure(&M477), sensitive: false, error: None },
    Shape { name: "ParseToOCSF", kind: Kind::Structure(&M478), sensitive: false, error: None },
    Shape { name: "ParseVPC", kind: Kind::Structure(&M479), sensitive: false, error: None },
    Shape { name: "ParseWAF", kind: Kind::Structure(&M480), sensitive: false, error: None },
    Shape { name: "ParserFieldDelimiter", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PatternId", kind: Kind::String(Text { length: Length { min: Some(32), max: Some(32) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PatternRegex", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PatternString", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PatternToken", kind: Kind::Structure(&M485), sensitive: false, error: None },
    Shape { name: "PatternTokens", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(485), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Percentage", kind: Kind::Integer(Whole { min: Some(0), max: Some(100) }), sensitive: false, error: None },
    Shape { name: "Policy", kind: Kind::Structure(&M488), sensitive: false, error: None },
    Shape { name: "PolicyDocument", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(51200) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PolicyName", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "PolicyScope", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ACCOUNT", "RESOURCE"] }), sensitive: false, error: None },
    Shape { name: "PolicyType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["FIELD_INDEX_POLICY", "SUBSCRIPTION_FILTER_POLICY", "DATA_PROTECTION_POLICY", "RETENTION_POLICY", "TRANSFORMER_POLICY", "METRIC_EXTRACTION_POLICY"] }), sensitive: false, error: None },
    Shape { name: "Priority", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Processor", kind: Kind::Structure(&M494), sensitive: false, error: None },
    Shape { name: "Processors", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(494), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "PutAccountPolicyRequest", kind: Kind::Structure(&M496), sensitive: false, error: None },
    Shape { name: "PutAccountPolicyResponse", kind: Kind::Structure(&M497), sensitive: false, error: None },
    Shape { name: "PutBearerTokenAuthenticationRequest", kind: Kind::Structure(&M498), sensitive: false, error: None },
    Shape { name: "PutDataProtectionPolicyRequest", kind: Kind::Structure(&M499), sensitive: false, error: None },
    Shape { name: "PutDataProtectionPolicyResponse", kind: Kind::Structure(&M500), sensitive: false, error: None },
    Shape { name: "PutDeliveryDestinationPolicyRequest", kind: Kind::Structure(&M501), sensitive: false, error: None },
    Shape { name: "PutDeliveryDestinationPolicyResponse", kind: Kind::Structure(&M502), sensitive: false, error: None },
    Shape { name: "PutDeliveryDestinationRequest", kind: Kind::Structure(&M503), sensitive: false, error: None },
    Shape { name: "PutDeliveryDestinationResponse", kind: Kind::Structure(&M504), sensitive: false, error: None },
    Shape { name: "PutDeliverySourceRequest", kind: Kind::Structure(&M505), sensitive: false, error: None },
    Shape { name: "PutDeliverySourceResponse", kind: Kind::Structure(&M506), sensitive: false, error: None },
    Shape { name: "PutDestinationPolicyRequest", kind: Kind::Structure(&M507), sensitive: false, error: None },
    Shape { name: "PutDestinationRequest", kind: Kind::Structure(&M508), sensitive: false, error: None },
    Shape { name: "PutDestinationResponse", kind: Kind::Structure(&M509), sensitive: false, error: None },
    Shape { name: "PutIndexPolicyRequest", kind: Kind::Structure(&M510), sensitive: false, error: None },
    Shape { name: "PutIndexPolicyResponse", kind: Kind::Structure(&M511), sensitive: false, error: None },
    Shape { name: "PutIntegrationRequest", kind: Kind::Structure(&M512), sensitive: false, error: None },
    Shape { name: "PutIntegrationResponse", kind: Kind::Structure(&M513), sensitive: false, error: None },
    Shape { name: "PutLogEventsRequest", kind: Kind::Structure(&M514), sensitive: false, error: None },
    Shape { name: "PutLogEventsResponse", kind: Kind::Structure(&M515), sensitive: false, error: None },
    Shape { name: "PutLogGroupDeletionProtectionRequest", kind: Kind::Structure(&M516), sensitive: false, error: None },
    Shape { name: "PutMetricFilterRequest", kind: Kind::Structure(&M517), sensitive: false, error: None },
    Shape { name: "PutQueryDefinitionRequest", kind: Kind::Structure(&M518), sensitive: false, error: None },
    Shape { name: "PutQueryDefinitionResponse", kind: Kind::Structure(&M519), sensitive: false, error: None },
    Shape { name: "PutResourcePolicyRequest", kind: Kind::Structure(&M520), sensitive: false, error: None },
    Shape { name: "PutResourcePolicyResponse", kind: Kind::Structure(&M521), sensitive: false, error: None },
    Shape { name: "PutRetentionPolicyRequest", kind: Kind::Structure(&M522), sensitive: false, error: None },
    Shape { name: "PutStorageTierPolicyRequest", kind: Kind::Structure(&M523), sensitive: false, error: None },
    Shape { name: "PutStorageTierPolicyResponse", kind: Kind::Structure(&M524), sensitive: false, error: None },
    Shape { name: "PutSubscriptionFilterRequest", kind: Kind::Structure(&M525), sensitive: false, error: None },
    Shape { name: "PutSyslogConfigurationRequest", kind: Kind::Structure(&M526), sensitive: false, error: None },
    Shape { name: "PutTransformerRequest", kind: Kind::Structure(&M527), sensitive: false, error: None },
    Shape { name: "QueryCharOffset", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "QueryCompileError", kind: Kind::Structure(&M529), sensitive: false, error: None },
    Shape { name: "QueryCompileErrorLocation", kind: Kind::Structure(&M530), sensitive: false, error: None },
    Shape { name: "QueryDefinition", kind: Kind::Structure(&M531), sensitive: false, error: None },
    Shape { name: "QueryDefinitionList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(531), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "QueryDefinitionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryDefinitionString", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryDuration", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "QueryId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryInfo", kind: Kind::Structure(&M537), sensitive: false, error: None },
    Shape { name: "QueryInfoList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(537), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "QueryLanguage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PPL", "CWLI", "SQL"] }), sensitive: false, error: None },
    Shape { name: "QueryListMaxResults", kind: Kind::Integer(Whole { min: Some(1), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "QueryParameter", kind: Kind::Structure(&M541), sensitive: false, error: None },
    Shape { name: "QueryParameterDefaultValue", kind: Kind::String(Text { length: Length { min: None, max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryParameterDescription", kind: Kind::String(Text { length: Length { min: None, max: Some(512) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryParameterList", kind: Kind::List(List { length: Length { min: None, max: Some(20) }, item: ShapeId(541), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "QueryParameterName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[19]), values: &[] }), sensitive: false, error: None },
    Shape { name: "QueryResults", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(571), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "QueryStatistics", kind: Kind::Structure(&M547), sensitive: false, error: None },
    Shape { name: "QueryStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Scheduled", "Unknown", "Complete", "Failed", "Timeout", "Running", "Cancelled"] }), sensitive: false, error: None },
    Shape { name: "QueryString", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "QuoteCharacter", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RecordField", kind: Kind::Structure(&M551), sensitive: false, error: None },
    Shape { name: "RecordFields", kind: Kind::List(List { length: Length { min: Some(0), max: Some(128) }, item: ShapeId(239), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RecordsCount", kind: Kind::Long(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "RejectedEntityInfo", kind: Kind::Structure(&M554), sensitive: false, error: None },
    Shape { name: "RejectedLogEventsInfo", kind: Kind::Structure(&M555), sensitive: false, error: None },
    Shape { name: "RenameKeyEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(557), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RenameKeyEntry", kind: Kind::Structure(&M557), sensitive: false, error: None },
    Shape { name: "RenameKeys", kind: Kind::Structure(&M558), sensitive: false, error: None },
    Shape { name: "RenameTo", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RequestId", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceAlreadyExistsException", kind: Kind::Structure(&M561), sensitive: false, error: Some(ErrorTrait { code: "ResourceAlreadyExistsException", status: 400, sender_fault: true }) },
    Shape { name: "ResourceArns", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(27), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResourceConfig", kind: Kind::Structure(&M563), sensitive: false, error: None },
    Shape { name: "ResourceIdentifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceNotFoundException", kind: Kind::Structure(&M565), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotFoundException", status: 400, sender_fault: true }) },
    Shape { name: "ResourcePolicies", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(567), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResourcePolicy", kind: Kind::Structure(&M567), sensitive: false, error: None },
    Shape { name: "ResourceType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceTypes", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(568), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ResultField", kind: Kind::Structure(&M570), sensitive: false, error: None },
    Shape { name: "ResultRows", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(570), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RetentionValue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(12) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RoleArn", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "S3Configuration", kind: Kind::Structure(&M574), sensitive: false, error: None },
    Shape { name: "S3DeliveryConfiguration", kind: Kind::Structure(&M575), sensitive: false, error: None },
    Shape { name: "S3TableIntegrationSource", kind: Kind::Structure(&M576), sensitive: false, error: None },
    Shape { name: "S3TableIntegrationSourceIdentifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "S3TableIntegrationSourceStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DATA_SOURCE_DELETE_IN_PROGRESS", "ACTIVE", "FAILED", "UNHEALTHY"] }), sensitive: false, error: None },
    Shape { name: "S3TableIntegrationSourceStatusReason", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "S3TableIntegrationSources", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(576), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "S3TablesDatasourceName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "S3TablesDatasourceType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "S3TablesIntegration", kind: Kind::Structure(&M583), sensitive: false, error: None },
    Shape { name: "S3Uri", kind: Kind::String(Text { length: Length { min: None, max: Some(1024) }, pattern: Some(&PATTERNS[25]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduleExpression", kind: Kind::String(Text { length: Length { min: None, max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduleTimezone", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduleType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["AWS_MANAGED", "CUSTOMER_MANAGED"] }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryDescription", kind: Kind::String(Text { length: Length { min: None, max: Some(1024) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryDestination", kind: Kind::Structure(&M589), sensitive: false, error: None },
    Shape { name: "ScheduledQueryDestinationList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(589), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryDestinationType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["S3", "LOOKUP_TABLE"] }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryIdentifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(300) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryLogGroupIdentifiers", kind: Kind::List(List { length: Length { min: Some(1), max: Some(50) }, item: ShapeId(400), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(300) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ScheduledQueryState", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DISABLED", "ENABLED"] }), sensitive: false, error: None },
    Shape { name: "ScheduledQuerySummary", kind: Kind::Structure(&M596), sensitive: false, error: None },
    Shape { name: "ScheduledQuerySummaryList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(596), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Scope", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ALL"] }), sensitive: false, error: None },
    Shape { name: "SearchedLogStream", kind: Kind::Structure(&M599), sensitive: false, error: None },
    Shape { name: "SearchedLogStreams", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(599), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SelectionCriteria", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SequenceToken", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Service", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(255) }, pattern: Some(&PATTERNS[10]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ServiceQuotaExceededException", kind: Kind::Structure(&M604), sensitive: false, error: Some(ErrorTrait { code: "ServiceQuotaExceededException", status: 400, sender_fault: true }) },
    Shape { name: "ServiceUnavailableException", kind: Kind::Structure(&M605), sensitive: false, error: Some(ErrorTrait { code: "ServiceUnavailableException", status: 500, sender_fault: false }) },
    Shape { name: "SessionId", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SessionStreamingException", kind: Kind::Structure(&M607), sensitive: false, error: Some(ErrorTrait { code: "SessionStreamingException", status: 400, sender_fault: true }) },
    Shape { name: "SessionTimeoutException", kind: Kind::Structure(&M608), sensitive: false, error: Some(ErrorTrait { code: "SessionTimeoutException", status: 400, sender_fault: true }) },
    Shape { name: "Source", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SourceTimezone", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SplitString", kind: Kind::Structure(&M611), sensitive: false, error: None },
    Shape { name: "SplitStringDelimiter", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SplitStringEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(614), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SplitStringEntry", kind: Kind::Structure(&M614), sensitive: false, error: None },
    Shape { name: "StandardUnit", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Megabits", "Terabits", "Gigabits", "Count", "Bytes", "Gigabytes", "Gigabytes/Second", "Kilobytes", "Kilobits/Second", "Terabytes", "Terabits/Second", "Bytes/Second", "Percent", "Megabytes", "Megabits/Second", "Milliseconds", "Microseconds", "Kilobytes/Second", "Gigabits/Second", "Megabytes/Second", "Bits", "Bits/Second", "Count/Second", "Seconds", "Kilobits", "Terabytes/Second", "None"] }), sensitive: false, error: None },
    Shape { name: "StartFromHead", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "StartLiveTailLogGroupIdentifiers", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(400), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "StartLiveTailRequest", kind: Kind::Structure(&M618), sensitive: false, error: None },
    Shape { name: "StartLiveTailResponse", kind: Kind::Structure(&M619), sensitive: false, error: None },
    Shape { name: "StartLiveTailResponseStream", kind: Kind::Structure(&M620), sensitive: false, error: None },
    Shape { name: "StartQueryRequest", kind: Kind::Structure(&M621), sensitive: false, error: None },
    Shape { name: "StartQueryResponse", kind: Kind::Structure(&M622), sensitive: false, error: None },
    Shape { name: "StartTimeOffset", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "State", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Active", "Suppressed", "Baseline"] }), sensitive: false, error: None },
    Shape { name: "StatsValue", kind: Kind::Double(Real { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "StopQueryRequest", kind: Kind::Structure(&M626), sensitive: false, error: None },
    Shape { name: "StopQueryResponse", kind: Kind::Structure(&M627), sensitive: false, error: None },
    Shape { name: "StorageTier", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["INTELLIGENT_TIERING", "STANDARD"] }), sensitive: false, error: None },
    Shape { name: "StoredBytes", kind: Kind::Long(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "String", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SubscriptionFilter", kind: Kind::Structure(&M631), sensitive: false, error: None },
    Shape { name: "SubscriptionFilters", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(631), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SubstituteString", kind: Kind::Structure(&M633), sensitive: false, error: None },
    Shape { name: "SubstituteStringEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(635), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SubstituteStringEntry", kind: Kind::Structure(&M635), sensitive: false, error: None },
    Shape { name: "Success", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "SuppressionPeriod", kind: Kind::Structure(&M637), sensitive: false, error: None },
    Shape { name: "SuppressionState", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["UNSUPPRESSED", "SUPPRESSED"] }), sensitive: false, error: None },
    Shape { name: "SuppressionType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["LIMITED", "INFINITE"] }), sensitive: false, error: None },
    Shape { name: "SuppressionUnit", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["HOURS", "SECONDS", "MINUTES"] }), sensitive: false, error: None },
    Shape { name: "SyslogConfiguration", kind: Kind::Structure(&M641), sensitive: false, error: None },
    Shape { name: "SyslogConfigurations", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(641), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SyslogSourceType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["VPCE"] }), sensitive: false, error: None },
    Shape { name: "SystemField", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TableBody", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10485760) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TableFields", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(630), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagFilter", kind: Kind::Structure(&M647), sensitive: false, error: None },
    Shape { name: "TagFilterKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TagFilterValue", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(259) }, pattern: Some(&PATTERNS[14]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TagFilterValues", kind: Kind::List(List { length: Length { min: Some(0), max: Some(5) }, item: ShapeId(649), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagFilters", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(647), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TagKeyList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(50) }, item: ShapeId(652), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagList", kind: Kind::List(List { length: Length { min: Some(1), max: None }, item: ShapeId(652), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagLogGroupRequest", kind: Kind::Structure(&M655), sensitive: false, error: None },
    Shape { name: "TagResourceRequest", kind: Kind::Structure(&M656), sensitive: false, error: None },
    Shape { name: "TagValue", kind: Kind::String(Text { length: Length { min: None, max: Some(256) }, pattern: Some(&PATTERNS[15]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Tags", kind: Kind::Map(Map { length: Length { min: Some(1), max: Some(50) }, key: ShapeId(652), value: ShapeId(657) }), sensitive: false, error: None },
    Shape { name: "Target", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TargetArn", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TargetFormat", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TargetTimezone", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TestEventMessages", kind: Kind::List(List { length: Length { min: Some(1), max: Some(50) }, item: ShapeId(218), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TestMetricFilterRequest", kind: Kind::Structure(&M664), sensitive: false, error: None },
    Shape { name: "TestMetricFilterResponse", kind: Kind::Structure(&M665), sensitive: false, error: None },
    Shape { name: "TestTransformerRequest", kind: Kind::Structure(&M666), sensitive: false, error: None },
    Shape { name: "TestTransformerResponse", kind: Kind::Structure(&M667), sensitive: false, error: None },
    Shape { name: "ThrottlingException", kind: Kind::Structure(&M668), sensitive: false, error: Some(ErrorTrait { code: "ThrottlingException", status: 400, sender_fault: true }) },
    Shape { name: "Time", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Timestamp", kind: Kind::Long(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "ToKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "Token", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TokenString", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TokenValue", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "TooManyTagsException", kind: Kind::Structure(&M675), sensitive: false, error: Some(ErrorTrait { code: "TooManyTagsException", status: 400, sender_fault: true }) },
    Shape { name: "TransformedEventMessage", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "TransformedLogRecord", kind: Kind::Structure(&M677), sensitive: false, error: None },
    Shape { name: "TransformedLogs", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(677), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TriggerHistoryRecord", kind: Kind::Structure(&M679), sensitive: false, error: None },
    Shape { name: "TriggerHistoryRecordList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(679), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TrimString", kind: Kind::Structure(&M681), sensitive: false, error: None },
    Shape { name: "TrimStringWithKeys", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(706), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Type", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["boolean", "string", "double", "integer"] }), sensitive: false, error: None },
    Shape { name: "TypeConverter", kind: Kind::Structure(&M684), sensitive: false, error: None },
    Shape { name: "TypeConverterEntries", kind: Kind::List(List { length: Length { min: Some(1), max: Some(5) }, item: ShapeId(686), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TypeConverterEntry", kind: Kind::Structure(&M686), sensitive: false, error: None },
    Shape { name: "Unmask", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "UnrecognizedClientException", kind: Kind::Structure(&M688), sensitive: false, error: Some(ErrorTrait { code: "UnrecognizedClientException", status: 400, sender_fault: true }) },
    Shape { name: "UntagLogGroupRequest", kind: Kind::Structure(&M689), sensitive: false, error: None },
    Shape { name: "UntagResourceRequest", kind: Kind::Structure(&M690), sensitive: false, error: None },
    Shape { name: "UpdateAnomalyRequest", kind: Kind::Structure(&M691), sensitive: false, error: None },
    Shape { name: "UpdateDeliveryConfigurationRequest", kind: Kind::Structure(&M692), sensitive: false, error: None },
    Shape { name: "UpdateDeliveryConfigurationResponse", kind: Kind::Structure(&M693), sensitive: false, error: None },
    Shape { name: "UpdateLogAnomalyDetectorRequest", kind: Kind::Structure(&M694), sensitive: false, error: None },
    Shape { name: "UpdateLookupTableRequest", kind: Kind::Structure(&M695), sensitive: false, error: None },
    Shape { name: "UpdateLookupTableResponse", kind: Kind::Structure(&M696), sensitive: false, error: None },
    Shape { name: "UpdateScheduledQueryRequest", kind: Kind::Structure(&M697), sensitive: false, error: None },
    Shape { name: "UpdateScheduledQueryResponse", kind: Kind::Structure(&M698), sensitive: false, error: None },
    Shape { name: "UpperCaseString", kind: Kind::Structure(&M699), sensitive: false, error: None },
    Shape { name: "UpperCaseStringWithKeys", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(706), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "UserIdentity", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ValidationException", kind: Kind::Structure(&M702), sensitive: false, error: Some(ErrorTrait { code: "ValidationException", status: 400, sender_fault: true }) },
    Shape { name: "Value", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "ValueKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "VpcEndpointId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[24]), values: &[] }), sensitive: false, error: None },
    Shape { name: "WithKey", kind: Kind::String(Text { length: Length { min: Some(1), max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
];

static M0: [Member; 0] = [
];
static M5: [Member; 7] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(6), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyType", wire: "policyType", shape: ShapeId(492), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scope", wire: "scope", shape: ShapeId(598), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "selectionCriteria", wire: "selectionCriteria", shape: ShapeId(601), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "accountId", wire: "accountId", shape: ShapeId(2), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M9: [Member; 3] = [
    Member { name: "key", wire: "key", shape: ShapeId(344), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "value", wire: "value", shape: ShapeId(10), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "overwriteIfExists", wire: "overwriteIfExists", shape: ShapeId(472), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M11: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(8), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M13: [Member; 2] = [
    Member { name: "logGroupCount", wire: "logGroupCount", shape: ShapeId(397), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "groupingIdentifiers", wire: "groupingIdentifiers", shape: ShapeId(304), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M19: [Member; 19] = [
    Member { name: "anomalyId", wire: "anomalyId", shape: ShapeId(24), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "patternId", wire: "patternId", shape: ShapeId(482), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "patternString", wire: "patternString", shape: ShapeId(484), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "patternRegex", wire: "patternRegex", shape: ShapeId(483), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "priority", wire: "priority", shape: ShapeId(493), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "firstSeen", wire: "firstSeen", shape: ShapeId(214), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "lastSeen", wire: "lastSeen", shape: ShapeId(214), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(182), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "active", wire: "active", shape: ShapeId(34), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(624), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "histogram", wire: "histogram", shape: ShapeId(305), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logSamples", wire: "logSamples", shape: ShapeId(414), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "patternTokens", wire: "patternTokens", shape: ShapeId(486), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupArnList", wire: "logGroupArnList", shape: ShapeId(395), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "suppressed", wire: "suppressed", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "suppressedDate", wire: "suppressedDate", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "suppressedUntil", wire: "suppressedUntil", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "isPatternLevelSuppression", wire: "isPatternLevelSuppression", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M20: [Member; 10] = [
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "detectorName", wire: "detectorName", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupArnList", wire: "logGroupArnList", shape: ShapeId(395), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "evaluationFrequency", wire: "evaluationFrequency", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyDetectorStatus", wire: "anomalyDetectorStatus", shape: ShapeId(22), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTimeStamp", wire: "creationTimeStamp", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastModifiedTimeStamp", wire: "lastModifiedTimeStamp", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyVisibilityTime", wire: "anomalyVisibilityTime", shape: ShapeId(25), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M28: [Member; 3] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "resourceIdentifier", wire: "resourceIdentifier", shape: ShapeId(564), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M29: [Member; 2] = [
    Member { name: "integrationArn", wire: "integrationArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "dataSource", wire: "dataSource", shape: ShapeId(71), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M30: [Member; 1] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M36: [Member; 5] = [
    Member { name: "quoteCharacter", wire: "quoteCharacter", shape: ShapeId(550), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "delimiter", wire: "delimiter", shape: ShapeId(109), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "columns", wire: "columns", shape: ShapeId(43), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destination", wire: "destination", shape: ShapeId(186), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M37: [Member; 1] = [
    Member { name: "taskId", wire: "taskId", shape: ShapeId(230), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M38: [Member; 1] = [
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M39: [Member; 5] = [
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importStatistics", wire: "importStatistics", shape: ShapeId(312), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importStatus", wire: "importStatus", shape: ShapeId(313), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M44: [Member; 12] = [
    Member { name: "service", wire: "service", shape: ShapeId(603), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logType", wire: "logType", shape: ShapeId(419), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceType", wire: "resourceType", shape: ShapeId(568), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationType", wire: "deliveryDestinationType", shape: ShapeId(117), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "defaultDeliveryConfigValues", wire: "defaultDeliveryConfigValues", shape: ShapeId(45), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "allowedFields", wire: "allowedFields", shape: ShapeId(16), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "allowedOutputFormats", wire: "allowedOutputFormats", shape: ShapeId(469), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "allowedActionForAllowVendedLogsDeliveryForResource", wire: "allowedActionForAllowVendedLogsDeliveryForResource", shape: ShapeId(14), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "allowedFieldDelimiters", wire: "allowedFieldDelimiters", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "allowedSuffixPathFields", wire: "allowedSuffixPathFields", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliverySourceConfiguration", wire: "deliverySourceConfiguration", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "s3TablesIntegration", wire: "s3TablesIntegration", shape: ShapeId(583), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M45: [Member; 3] = [
    Member { name: "recordFields", wire: "recordFields", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldDelimiter", wire: "fieldDelimiter", shape: ShapeId(238), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "s3DeliveryConfiguration", wire: "s3DeliveryConfiguration", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M47: [Member; 0] = [
];
static M48: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(49), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M50: [Member; 3] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "target", wire: "target", shape: ShapeId(659), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "overwriteIfExists", wire: "overwriteIfExists", shape: ShapeId(472), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M52: [Member; 6] = [
    Member { name: "deliverySourceName", wire: "deliverySourceName", shape: ShapeId(131), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationArn", wire: "deliveryDestinationArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "recordFields", wire: "recordFields", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldDelimiter", wire: "fieldDelimiter", shape: ShapeId(238), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "s3DeliveryConfiguration", wire: "s3DeliveryConfiguration", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M53: [Member; 1] = [
    Member { name: "delivery", wire: "delivery", shape: ShapeId(111), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M54: [Member; 7] = [
    Member { name: "taskName", wire: "taskName", shape: ShapeId(231), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNamePrefix", wire: "logStreamNamePrefix", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "from", wire: "from", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "to", wire: "to", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "destination", wire: "destination", shape: ShapeId(226), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "destinationPrefix", wire: "destinationPrefix", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M55: [Member; 1] = [
    Member { name: "taskId", wire: "taskId", shape: ShapeId(230), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M56: [Member; 3] = [
    Member { name: "importSourceArn", wire: "importSourceArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "importRoleArn", wire: "importRoleArn", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "importFilter", wire: "importFilter", shape: ShapeId(309), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M57: [Member; 3] = [
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importDestinationArn", wire: "importDestinationArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M58: [Member; 7] = [
    Member { name: "logGroupArnList", wire: "logGroupArnList", shape: ShapeId(395), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "detectorName", wire: "detectorName", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "evaluationFrequency", wire: "evaluationFrequency", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(189), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyVisibilityTime", wire: "anomalyVisibilityTime", shape: ShapeId(25), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M59: [Member; 1] = [
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M60: [Member; 5] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupClass", wire: "logGroupClass", shape: ShapeId(396), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deletionProtectionEnabled", wire: "deletionProtectionEnabled", shape: ShapeId(108), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M61: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M62: [Member; 6] = [
    Member { name: "lookupTableName", wire: "lookupTableName", shape: ShapeId(424), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tableBody", wire: "tableBody", shape: ShapeId(645), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M63: [Member; 2] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "createdAt", wire: "createdAt", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M64: [Member; 15] = [
    Member { name: "name", wire: "name", shape: ShapeId(594), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(588), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(549), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(593), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleExpression", wire: "scheduleExpression", shape: ShapeId(585), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "timezone", wire: "timezone", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startTimeOffset", wire: "startTimeOffset", shape: ShapeId(623), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endTimeOffset", wire: "endTimeOffset", shape: ShapeId(204), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationConfiguration", wire: "destinationConfiguration", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleStartTime", wire: "scheduleStartTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleEndTime", wire: "scheduleEndTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "executionRoleArn", wire: "executionRoleArn", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M65: [Member; 2] = [
    Member { name: "scheduledQueryArn", wire: "scheduledQueryArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M68: [Member; 1] = [
    Member { name: "expectedSequenceToken", wire: "expectedSequenceToken", shape: ShapeId(602), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M71: [Member; 2] = [
    Member { name: "name", wire: "name", shape: ShapeId(74), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "type", wire: "type", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M72: [Member; 2] = [
    Member { name: "name", wire: "name", shape: ShapeId(74), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "type", wire: "type", shape: ShapeId(75), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M77: [Member; 7] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "target", wire: "target", shape: ShapeId(659), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "targetFormat", wire: "targetFormat", shape: ShapeId(661), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "matchPatterns", wire: "matchPatterns", shape: ShapeId(431), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "sourceTimezone", wire: "sourceTimezone", shape: ShapeId(610), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "targetTimezone", wire: "targetTimezone", shape: ShapeId(662), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "locale", wire: "locale", shape: ShapeId(386), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M80: [Member; 3] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "policyType", wire: "policyType", shape: ShapeId(492), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "dryRun", wire: "dryRun", shape: ShapeId(198), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M81: [Member; 1] = [
    Member { name: "dryRunResult", wire: "dryRunResult", shape: ShapeId(200), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M82: [Member; 1] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M83: [Member; 1] = [
    Member { name: "deliveryDestinationName", wire: "deliveryDestinationName", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M84: [Member; 1] = [
    Member { name: "name", wire: "name", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M85: [Member; 1] = [
    Member { name: "id", wire: "id", shape: ShapeId(120), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M86: [Member; 1] = [
    Member { name: "name", wire: "name", shape: ShapeId(131), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M87: [Member; 1] = [
    Member { name: "destinationName", wire: "destinationName", shape: ShapeId(187), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M88: [Member; 1] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M89: [Member; 0] = [
];
static M90: [Member; 2] = [
    Member { name: "integrationName", wire: "integrationName", shape: ShapeId(330), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "force", wire: "force", shape: ShapeId(256), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M91: [Member; 0] = [
];
static M92: [Member; 1] = [
    Member { name: "withKeys", wire: "withKeys", shape: ShapeId(107), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M93: [Member; 1] = [
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M94: [Member; 1] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M95: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M96: [Member; 1] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M97: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterName", wire: "filterName", shape: ShapeId(249), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M98: [Member; 1] = [
    Member { name: "queryDefinitionId", wire: "queryDefinitionId", shape: ShapeId(536), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M99: [Member; 1] = [
    Member { name: "success", wire: "success", shape: ShapeId(636), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M100: [Member; 3] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "expectedRevisionId", wire: "expectedRevisionId", shape: ShapeId(225), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M101: [Member; 1] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M102: [Member; 1] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(592), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M103: [Member; 0] = [
];
static M104: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterName", wire: "filterName", shape: ShapeId(249), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M105: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "vpcEndpointId", wire: "vpcEndpointId", shape: ShapeId(705), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M106: [Member; 1] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M111: [Member; 9] = [
    Member { name: "id", wire: "id", shape: ShapeId(120), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "arn", wire: "arn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliverySourceName", wire: "deliverySourceName", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationArn", wire: "deliveryDestinationArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationType", wire: "deliveryDestinationType", shape: ShapeId(117), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "recordFields", wire: "recordFields", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldDelimiter", wire: "fieldDelimiter", shape: ShapeId(238), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "s3DeliveryConfiguration", wire: "s3DeliveryConfiguration", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M112: [Member; 7] = [
    Member { name: "name", wire: "name", shape: ShapeId(114), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "arn", wire: "arn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationType", wire: "deliveryDestinationType", shape: ShapeId(117), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "outputFormat", wire: "outputFormat", shape: ShapeId(468), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationConfiguration", wire: "deliveryDestinationConfiguration", shape: ShapeId(113), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M113: [Member; 1] = [
    Member { name: "destinationResourceArn", wire: "destinationResourceArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M121: [Member; 9] = [
    Member { name: "name", wire: "name", shape: ShapeId(131), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "arn", wire: "arn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArns", wire: "resourceArns", shape: ShapeId(562), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "service", wire: "service", shape: ShapeId(603), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logType", wire: "logType", shape: ShapeId(419), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliverySourceConfiguration", wire: "deliverySourceConfiguration", shape: ShapeId(122), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "statusReason", wire: "statusReason", shape: ShapeId(134), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M125: [Member; 6] = [
    Member { name: "keyName", wire: "keyName", shape: ShapeId(126), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "valueType", wire: "valueType", shape: ShapeId(127), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "defaultValue", wire: "defaultValue", shape: ShapeId(126), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "supportedValues", wire: "supportedValues", shape: ShapeId(129), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "minValue", wire: "minValue", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxValue", wire: "maxValue", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M138: [Member; 4] = [
    Member { name: "policyType", wire: "policyType", shape: ShapeId(492), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "accountIdentifiers", wire: "accountIdentifiers", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M139: [Member; 2] = [
    Member { name: "accountPolicies", wire: "accountPolicies", shape: ShapeId(4), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M140: [Member; 6] = [
    Member { name: "service", wire: "service", shape: ShapeId(603), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logTypes", wire: "logTypes", shape: ShapeId(420), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceTypes", wire: "resourceTypes", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationTypes", wire: "deliveryDestinationTypes", shape: ShapeId(118), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M141: [Member; 2] = [
    Member { name: "configurationTemplates", wire: "configurationTemplates", shape: ShapeId(46), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M142: [Member; 3] = [
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliverySourceNames", wire: "deliverySourceNames", shape: ShapeId(132), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M143: [Member; 2] = [
    Member { name: "deliveries", wire: "deliveries", shape: ShapeId(110), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M144: [Member; 3] = [
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "names", wire: "names", shape: ShapeId(115), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M145: [Member; 2] = [
    Member { name: "deliveryDestinations", wire: "deliveryDestinations", shape: ShapeId(119), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M146: [Member; 3] = [
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArns", wire: "resourceArns", shape: ShapeId(251), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M147: [Member; 2] = [
    Member { name: "deliverySources", wire: "deliverySources", shape: ShapeId(135), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M148: [Member; 3] = [
    Member { name: "DestinationNamePrefix", wire: "DestinationNamePrefix", shape: ShapeId(187), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M149: [Member; 2] = [
    Member { name: "destinations", wire: "destinations", shape: ShapeId(188), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M150: [Member; 4] = [
    Member { name: "taskId", wire: "taskId", shape: ShapeId(230), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "statusCode", wire: "statusCode", shape: ShapeId(233), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M151: [Member; 2] = [
    Member { name: "exportTasks", wire: "exportTasks", shape: ShapeId(235), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M153: [Member; 3] = [
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(152), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "indexCategories", wire: "indexCategories", shape: ShapeId(316), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M154: [Member; 2] = [
    Member { name: "fieldIndexes", wire: "fieldIndexes", shape: ShapeId(243), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M155: [Member; 4] = [
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "batchImportStatus", wire: "batchImportStatus", shape: ShapeId(314), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M156: [Member; 4] = [
    Member { name: "importSourceArn", wire: "importSourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importBatches", wire: "importBatches", shape: ShapeId(308), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M157: [Member; 5] = [
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importStatus", wire: "importStatus", shape: ShapeId(313), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importSourceArn", wire: "importSourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M158: [Member; 2] = [
    Member { name: "imports", wire: "imports", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M160: [Member; 2] = [
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(159), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M161: [Member; 2] = [
    Member { name: "indexPolicies", wire: "indexPolicies", shape: ShapeId(318), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M164: [Member; 8] = [
    Member { name: "accountIdentifiers", wire: "accountIdentifiers", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupNamePrefix", wire: "logGroupNamePrefix", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupNamePattern", wire: "logGroupNamePattern", shape: ShapeId(405), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "includeLinkedAccounts", wire: "includeLinkedAccounts", shape: ShapeId(315), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupClass", wire: "logGroupClass", shape: ShapeId(396), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(163), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M165: [Member; 2] = [
    Member { name: "logGroups", wire: "logGroups", shape: ShapeId(410), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M166: [Member; 7] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNamePrefix", wire: "logStreamNamePrefix", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "orderBy", wire: "orderBy", shape: ShapeId(467), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "descending", wire: "descending", shape: ShapeId(137), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M167: [Member; 2] = [
    Member { name: "logStreams", wire: "logStreams", shape: ShapeId(418), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M169: [Member; 3] = [
    Member { name: "lookupTableNamePrefix", wire: "lookupTableNamePrefix", shape: ShapeId(424), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(168), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M170: [Member; 2] = [
    Member { name: "lookupTables", wire: "lookupTables", shape: ShapeId(425), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M171: [Member; 6] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterNamePrefix", wire: "filterNamePrefix", shape: ShapeId(249), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "metricName", wire: "metricName", shape: ShapeId(437), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "metricNamespace", wire: "metricNamespace", shape: ShapeId(438), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M172: [Member; 2] = [
    Member { name: "metricFilters", wire: "metricFilters", shape: ShapeId(436), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M174: [Member; 5] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(548), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(173), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M175: [Member; 2] = [
    Member { name: "queries", wire: "queries", shape: ShapeId(538), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M176: [Member; 4] = [
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryDefinitionNamePrefix", wire: "queryDefinitionNamePrefix", shape: ShapeId(533), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(540), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M177: [Member; 2] = [
    Member { name: "queryDefinitions", wire: "queryDefinitions", shape: ShapeId(532), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M178: [Member; 4] = [
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyScope", wire: "policyScope", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M179: [Member; 2] = [
    Member { name: "resourcePolicies", wire: "resourcePolicies", shape: ShapeId(566), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M180: [Member; 4] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterNamePrefix", wire: "filterNamePrefix", shape: ShapeId(249), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M181: [Member; 2] = [
    Member { name: "subscriptionFilters", wire: "subscriptionFilters", shape: ShapeId(632), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M183: [Member; 6] = [
    Member { name: "destinationName", wire: "destinationName", shape: ShapeId(187), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "targetArn", wire: "targetArn", shape: ShapeId(660), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "accessPolicy", wire: "accessPolicy", shape: ShapeId(1), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "arn", wire: "arn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M185: [Member; 2] = [
    Member { name: "s3Configuration", wire: "s3Configuration", shape: ShapeId(574), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lookupTableConfiguration", wire: "lookupTableConfiguration", shape: ShapeId(422), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M194: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceIdentifier", wire: "resourceIdentifier", shape: ShapeId(564), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M195: [Member; 1] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(577), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M196: [Member; 1] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M200: [Member; 6] = [
    Member { name: "totalMatchedLogGroups", wire: "totalMatchedLogGroups", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "increasedRetentionLogGroupCount", wire: "increasedRetentionLogGroupCount", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "decreasedRetentionLogGroupCount", wire: "decreasedRetentionLogGroupCount", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "unchangedRetentionLogGroupCount", wire: "unchangedRetentionLogGroupCount", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "failedAnalysisCount", wire: "failedAnalysisCount", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "topLogGroupsImpacted", wire: "topLogGroupsImpacted", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M205: [Member; 2] = [
    Member { name: "keyAttributes", wire: "keyAttributes", shape: ShapeId(209), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "attributes", wire: "attributes", shape: ShapeId(206), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M228: [Member; 9] = [
    Member { name: "taskId", wire: "taskId", shape: ShapeId(230), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "taskName", wire: "taskName", shape: ShapeId(231), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "from", wire: "from", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "to", wire: "to", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destination", wire: "destination", shape: ShapeId(226), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationPrefix", wire: "destinationPrefix", shape: ShapeId(227), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(232), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "executionInfo", wire: "executionInfo", shape: ShapeId(229), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M229: [Member; 2] = [
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "completionTime", wire: "completionTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M232: [Member; 2] = [
    Member { name: "code", wire: "code", shape: ShapeId(233), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(234), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M240: [Member; 7] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldIndexName", wire: "fieldIndexName", shape: ShapeId(241), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastScanTime", wire: "lastScanTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "firstEventTime", wire: "firstEventTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastEventTime", wire: "lastEventTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "type", wire: "type", shape: ShapeId(321), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "indexCategory", wire: "indexCategory", shape: ShapeId(317), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M245: [Member; 1] = [
    Member { name: "data", wire: "data", shape: ShapeId(67), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M247: [Member; 12] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNames", wire: "logStreamNames", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNamePrefix", wire: "logStreamNamePrefix", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startTime", wire: "startTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endTime", wire: "endTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(221), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startFromHead", wire: "startFromHead", shape: ShapeId(616), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "interleaved", wire: "interleaved", shape: ShapeId(337), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "unmask", wire: "unmask", shape: ShapeId(687), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M248: [Member; 3] = [
    Member { name: "events", wire: "events", shape: ShapeId(253), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "searchedLogStreams", wire: "searchedLogStreams", shape: ShapeId(600), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M252: [Member; 5] = [
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "timestamp", wire: "timestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ingestionTime", wire: "ingestionTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "eventId", wire: "eventId", shape: ShapeId(217), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M259: [Member; 1] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M260: [Member; 3] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(69), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M261: [Member; 1] = [
    Member { name: "deliveryDestinationName", wire: "deliveryDestinationName", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M262: [Member; 1] = [
    Member { name: "policy", wire: "policy", shape: ShapeId(488), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M263: [Member; 1] = [
    Member { name: "name", wire: "name", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M264: [Member; 1] = [
    Member { name: "deliveryDestination", wire: "deliveryDestination", shape: ShapeId(112), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M265: [Member; 1] = [
    Member { name: "id", wire: "id", shape: ShapeId(120), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M266: [Member; 1] = [
    Member { name: "delivery", wire: "delivery", shape: ShapeId(111), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M267: [Member; 1] = [
    Member { name: "name", wire: "name", shape: ShapeId(131), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M268: [Member; 1] = [
    Member { name: "deliverySource", wire: "deliverySource", shape: ShapeId(121), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M269: [Member; 1] = [
    Member { name: "integrationName", wire: "integrationName", shape: ShapeId(330), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M270: [Member; 4] = [
    Member { name: "integrationName", wire: "integrationName", shape: ShapeId(330), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationType", wire: "integrationType", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationStatus", wire: "integrationStatus", shape: ShapeId(332), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationDetails", wire: "integrationDetails", shape: ShapeId(329), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M271: [Member; 1] = [
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M272: [Member; 9] = [
    Member { name: "detectorName", wire: "detectorName", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupArnList", wire: "logGroupArnList", shape: ShapeId(395), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "evaluationFrequency", wire: "evaluationFrequency", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyDetectorStatus", wire: "anomalyDetectorStatus", shape: ShapeId(22), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTimeStamp", wire: "creationTimeStamp", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastModifiedTimeStamp", wire: "lastModifiedTimeStamp", shape: ShapeId(214), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyVisibilityTime", wire: "anomalyVisibilityTime", shape: ShapeId(25), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M273: [Member; 9] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "startTime", wire: "startTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endTime", wire: "endTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(221), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startFromHead", wire: "startFromHead", shape: ShapeId(616), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "unmask", wire: "unmask", shape: ShapeId(687), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M274: [Member; 3] = [
    Member { name: "events", wire: "events", shape: ShapeId(471), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextForwardToken", wire: "nextForwardToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextBackwardToken", wire: "nextBackwardToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M275: [Member; 2] = [
    Member { name: "dataSourceName", wire: "dataSourceName", shape: ShapeId(74), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "dataSourceType", wire: "dataSourceType", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M276: [Member; 1] = [
    Member { name: "logFields", wire: "logFields", shape: ShapeId(391), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M277: [Member; 3] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "time", wire: "time", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M278: [Member; 1] = [
    Member { name: "logGroupFields", wire: "logGroupFields", shape: ShapeId(399), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M279: [Member; 2] = [
    Member { name: "unmask", wire: "unmask", shape: ShapeId(687), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logObjectPointer", wire: "logObjectPointer", shape: ShapeId(411), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M280: [Member; 1] = [
    Member { name: "fieldStream", wire: "fieldStream", shape: ShapeId(281), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M281: [Member; 2] = [
    Member { name: "fields", wire: "fields", shape: ShapeId(245), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InternalStreamingException", wire: "InternalStreamingException", shape: ShapeId(339), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M282: [Member; 2] = [
    Member { name: "logRecordPointer", wire: "logRecordPointer", shape: ShapeId(413), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "unmask", wire: "unmask", shape: ShapeId(687), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M283: [Member; 1] = [
    Member { name: "logRecord", wire: "logRecord", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M284: [Member; 1] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M285: [Member; 7] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lookupTableName", wire: "lookupTableName", shape: ShapeId(424), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tableBody", wire: "tableBody", shape: ShapeId(645), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "sizeBytes", wire: "sizeBytes", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M288: [Member; 3] = [
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(287), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxItems", wire: "maxItems", shape: ShapeId(286), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M289: [Member; 6] = [
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "results", wire: "results", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "statistics", wire: "statistics", shape: ShapeId(547), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(548), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "encryptionKey", wire: "encryptionKey", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(287), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M291: [Member; 6] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(592), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "startTime", wire: "startTime", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "endTime", wire: "endTime", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "executionStatuses", wire: "executionStatuses", shape: ShapeId(224), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(290), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M292: [Member; 4] = [
    Member { name: "name", wire: "name", shape: ShapeId(594), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduledQueryArn", wire: "scheduledQueryArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "triggerHistory", wire: "triggerHistory", shape: ShapeId(680), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M293: [Member; 1] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(592), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M294: [Member; 20] = [
    Member { name: "scheduledQueryArn", wire: "scheduledQueryArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "name", wire: "name", shape: ShapeId(594), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(588), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(593), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleExpression", wire: "scheduleExpression", shape: ShapeId(585), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "timezone", wire: "timezone", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startTimeOffset", wire: "startTimeOffset", shape: ShapeId(623), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endTimeOffset", wire: "endTimeOffset", shape: ShapeId(204), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationConfiguration", wire: "destinationConfiguration", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleType", wire: "scheduleType", shape: ShapeId(587), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastTriggeredTime", wire: "lastTriggeredTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastExecutionStatus", wire: "lastExecutionStatus", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleStartTime", wire: "scheduleStartTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleEndTime", wire: "scheduleEndTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "executionRoleArn", wire: "executionRoleArn", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M295: [Member; 0] = [
];
static M296: [Member; 2] = [
    Member { name: "storageTier", wire: "storageTier", shape: ShapeId(628), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M297: [Member; 1] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M298: [Member; 4] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastModifiedTime", wire: "lastModifiedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "transformerConfig", wire: "transformerConfig", shape: ShapeId(495), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M299: [Member; 2] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "match", wire: "match", shape: ShapeId(300), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M301: [Member; 2] = [
    Member { name: "key", wire: "key", shape: ShapeId(302), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "value", wire: "value", shape: ShapeId(303), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M306: [Member; 9] = [
    Member { name: "importId", wire: "importId", shape: ShapeId(310), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importSourceArn", wire: "importSourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importStatus", wire: "importStatus", shape: ShapeId(313), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importDestinationArn", wire: "importDestinationArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importStatistics", wire: "importStatistics", shape: ShapeId(312), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "importFilter", wire: "importFilter", shape: ShapeId(309), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "errorMessage", wire: "errorMessage", shape: ShapeId(215), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M307: [Member; 3] = [
    Member { name: "batchId", wire: "batchId", shape: ShapeId(32), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(313), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "errorMessage", wire: "errorMessage", shape: ShapeId(215), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M309: [Member; 2] = [
    Member { name: "startEventTime", wire: "startEventTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endEventTime", wire: "endEventTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M312: [Member; 1] = [
    Member { name: "bytesImported", wire: "bytesImported", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M319: [Member; 5] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdateTime", wire: "lastUpdateTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(489), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "source", wire: "source", shape: ShapeId(320), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M325: [Member; 2] = [
    Member { name: "timestamp", wire: "timestamp", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(218), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M329: [Member; 1] = [
    Member { name: "openSearchIntegrationDetails", wire: "openSearchIntegrationDetails", shape: ShapeId(457), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M335: [Member; 3] = [
    Member { name: "integrationName", wire: "integrationName", shape: ShapeId(330), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationType", wire: "integrationType", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationStatus", wire: "integrationStatus", shape: ShapeId(332), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M338: [Member; 0] = [
];
static M339: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M340: [Member; 0] = [
];
static M341: [Member; 0] = [
];
static M342: [Member; 1] = [
    Member { name: "expectedSequenceToken", wire: "expectedSequenceToken", shape: ShapeId(602), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M348: [Member; 0] = [
];
static M350: [Member; 8] = [
    Member { name: "accountIdentifiers", wire: "accountIdentifiers", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "includeLinkedAccounts", wire: "includeLinkedAccounts", shape: ShapeId(315), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupClass", wire: "logGroupClass", shape: ShapeId(396), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupNamePattern", wire: "logGroupNamePattern", shape: ShapeId(406), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dataSources", wire: "dataSources", shape: ShapeId(73), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "groupBy", wire: "groupBy", shape: ShapeId(349), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(365), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M351: [Member; 2] = [
    Member { name: "aggregateLogGroupSummaries", wire: "aggregateLogGroupSummaries", shape: ShapeId(12), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M353: [Member; 4] = [
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "suppressionState", wire: "suppressionState", shape: ShapeId(638), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(352), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M354: [Member; 2] = [
    Member { name: "anomalies", wire: "anomalies", shape: ShapeId(18), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M355: [Member; 3] = [
    Member { name: "integrationNamePrefix", wire: "integrationNamePrefix", shape: ShapeId(331), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationType", wire: "integrationType", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationStatus", wire: "integrationStatus", shape: ShapeId(332), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M356: [Member; 1] = [
    Member { name: "integrationSummaries", wire: "integrationSummaries", shape: ShapeId(334), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M359: [Member; 3] = [
    Member { name: "filterLogGroupArn", wire: "filterLogGroupArn", shape: ShapeId(394), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(358), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M360: [Member; 2] = [
    Member { name: "anomalyDetectors", wire: "anomalyDetectors", shape: ShapeId(23), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M362: [Member; 3] = [
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(361), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M363: [Member; 2] = [
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(401), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M364: [Member; 9] = [
    Member { name: "logGroupNamePattern", wire: "logGroupNamePattern", shape: ShapeId(406), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupClass", wire: "logGroupClass", shape: ShapeId(396), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "includeLinkedAccounts", wire: "includeLinkedAccounts", shape: ShapeId(315), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "accountIdentifiers", wire: "accountIdentifiers", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(357), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dataSources", wire: "dataSources", shape: ShapeId(73), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldIndexNames", wire: "fieldIndexNames", shape: ShapeId(242), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupTags", wire: "logGroupTags", shape: ShapeId(651), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M366: [Member; 2] = [
    Member { name: "logGroups", wire: "logGroups", shape: ShapeId(408), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M368: [Member; 4] = [
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(367), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleType", wire: "scheduleType", shape: ShapeId(587), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M369: [Member; 2] = [
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduledQueries", wire: "scheduledQueries", shape: ShapeId(597), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M371: [Member; 3] = [
    Member { name: "integrationArn", wire: "integrationArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(370), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M372: [Member; 2] = [
    Member { name: "sources", wire: "sources", shape: ShapeId(580), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M374: [Member; 4] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "vpcEndpointId", wire: "vpcEndpointId", shape: ShapeId(705), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "maxResults", wire: "maxResults", shape: ShapeId(373), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M375: [Member; 2] = [
    Member { name: "syslogConfigurations", wire: "syslogConfigurations", shape: ShapeId(642), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nextToken", wire: "nextToken", shape: ShapeId(445), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M376: [Member; 1] = [
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(17), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M377: [Member; 1] = [
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M378: [Member; 1] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M379: [Member; 1] = [
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M380: [Member; 6] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "key", wire: "key", shape: ShapeId(344), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "valueKey", wire: "valueKey", shape: ShapeId(704), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "target", wire: "target", shape: ShapeId(659), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "flatten", wire: "flatten", shape: ShapeId(254), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "flattenedElement", wire: "flattenedElement", shape: ShapeId(255), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M381: [Member; 5] = [
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "timestamp", wire: "timestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ingestionTime", wire: "ingestionTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M382: [Member; 1] = [
    Member { name: "sampled", wire: "sampled", shape: ShapeId(343), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M384: [Member; 6] = [
    Member { name: "requestId", wire: "requestId", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "sessionId", wire: "sessionId", shape: ShapeId(606), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(617), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNames", wire: "logStreamNames", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNamePrefixes", wire: "logStreamNamePrefixes", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logEventFilterPattern", wire: "logEventFilterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M385: [Member; 2] = [
    Member { name: "sessionMetadata", wire: "sessionMetadata", shape: ShapeId(382), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "sessionResults", wire: "sessionResults", shape: ShapeId(383), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M387: [Member; 2] = [
    Member { name: "timestamp", wire: "timestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M390: [Member; 3] = [
    Member { name: "type", wire: "type", shape: ShapeId(76), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "element", wire: "element", shape: ShapeId(390), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fields", wire: "fields", shape: ShapeId(391), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M392: [Member; 2] = [
    Member { name: "logFieldName", wire: "logFieldName", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logFieldType", wire: "logFieldType", shape: ShapeId(390), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M393: [Member; 14] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "retentionInDays", wire: "retentionInDays", shape: ShapeId(78), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "metricFilterCount", wire: "metricFilterCount", shape: ShapeId(246), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "arn", wire: "arn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "storedBytes", wire: "storedBytes", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dataProtectionStatus", wire: "dataProtectionStatus", shape: ShapeId(70), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "inheritedProperties", wire: "inheritedProperties", shape: ShapeId(323), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupClass", wire: "logGroupClass", shape: ShapeId(396), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupArn", wire: "logGroupArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deletionProtectionEnabled", wire: "deletionProtectionEnabled", shape: ShapeId(108), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "bearerTokenAuthenticationEnabled", wire: "bearerTokenAuthenticationEnabled", shape: ShapeId(33), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "retentionPolicyName", wire: "retentionPolicyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M398: [Member; 2] = [
    Member { name: "name", wire: "name", shape: ShapeId(237), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "percent", wire: "percent", shape: ShapeId(487), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M402: [Member; 4] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "currentRetention", wire: "currentRetention", shape: ShapeId(572), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "proposedRetention", wire: "proposedRetention", shape: ShapeId(572), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "storedBytes", wire: "storedBytes", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M409: [Member; 3] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupArn", wire: "logGroupArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupClass", wire: "logGroupClass", shape: ShapeId(396), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M415: [Member; 8] = [
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "firstEventTimestamp", wire: "firstEventTimestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastEventTimestamp", wire: "lastEventTimestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastIngestionTime", wire: "lastIngestionTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "uploadSequenceToken", wire: "uploadSequenceToken", shape: ShapeId(602), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "arn", wire: "arn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "storedBytes", wire: "storedBytes", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M421: [Member; 8] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lookupTableName", wire: "lookupTableName", shape: ShapeId(424), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tableFields", wire: "tableFields", shape: ShapeId(646), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "recordsCount", wire: "recordsCount", shape: ShapeId(553), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "sizeBytes", wire: "sizeBytes", shape: ShapeId(629), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M422: [Member; 5] = [
    Member { name: "tableName", wire: "tableName", shape: ShapeId(424), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M426: [Member; 1] = [
    Member { name: "withKeys", wire: "withKeys", shape: ShapeId(427), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M428: [Member; 1] = [
    Member { name: "queryCompileError", wire: "queryCompileError", shape: ShapeId(529), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M433: [Member; 8] = [
    Member { name: "filterName", wire: "filterName", shape: ShapeId(249), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "metricTransformations", wire: "metricTransformations", shape: ShapeId(440), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "applyOnTransformedLogs", wire: "applyOnTransformedLogs", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldSelectionCriteria", wire: "fieldSelectionCriteria", shape: ShapeId(244), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "emitSystemFieldDimensions", wire: "emitSystemFieldDimensions", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M434: [Member; 3] = [
    Member { name: "eventNumber", wire: "eventNumber", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "eventMessage", wire: "eventMessage", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "extractedValues", wire: "extractedValues", shape: ShapeId(236), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M439: [Member; 6] = [
    Member { name: "metricName", wire: "metricName", shape: ShapeId(437), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "metricNamespace", wire: "metricNamespace", shape: ShapeId(438), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "metricValue", wire: "metricValue", shape: ShapeId(441), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "defaultValue", wire: "defaultValue", shape: ShapeId(79), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dimensions", wire: "dimensions", shape: ShapeId(191), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "unit", wire: "unit", shape: ShapeId(615), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M443: [Member; 3] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "target", wire: "target", shape: ShapeId(659), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "overwriteIfExists", wire: "overwriteIfExists", shape: ShapeId(472), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M444: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(442), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M448: [Member; 4] = [
    Member { name: "applicationEndpoint", wire: "applicationEndpoint", shape: ShapeId(449), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "applicationArn", wire: "applicationArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "applicationId", wire: "applicationId", shape: ShapeId(450), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M451: [Member; 3] = [
    Member { name: "collectionEndpoint", wire: "collectionEndpoint", shape: ShapeId(452), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "collectionArn", wire: "collectionArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M453: [Member; 2] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M454: [Member; 2] = [
    Member { name: "dataSourceName", wire: "dataSourceName", shape: ShapeId(455), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M456: [Member; 2] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M457: [Member; 8] = [
    Member { name: "dataSource", wire: "dataSource", shape: ShapeId(454), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "application", wire: "application", shape: ShapeId(448), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "collection", wire: "collection", shape: ShapeId(451), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "workspace", wire: "workspace", shape: ShapeId(464), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "encryptionPolicy", wire: "encryptionPolicy", shape: ShapeId(456), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "networkPolicy", wire: "networkPolicy", shape: ShapeId(459), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "accessPolicy", wire: "accessPolicy", shape: ShapeId(453), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lifecyclePolicy", wire: "lifecyclePolicy", shape: ShapeId(458), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M458: [Member; 2] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M459: [Member; 2] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(460), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M461: [Member; 5] = [
    Member { name: "kmsKeyArn", wire: "kmsKeyArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dataSourceRoleArn", wire: "dataSourceRoleArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "dashboardViewerPrincipals", wire: "dashboardViewerPrincipals", shape: ShapeId(66), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "applicationArn", wire: "applicationArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "retentionDays", wire: "retentionDays", shape: ShapeId(41), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M462: [Member; 2] = [
    Member { name: "status", wire: "status", shape: ShapeId(463), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "statusMessage", wire: "statusMessage", shape: ShapeId(333), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M464: [Member; 2] = [
    Member { name: "workspaceId", wire: "workspaceId", shape: ShapeId(465), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(462), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M466: [Member; 0] = [
];
static M470: [Member; 3] = [
    Member { name: "timestamp", wire: "timestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ingestionTime", wire: "ingestionTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M473: [Member; 1] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M474: [Member; 2] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destination", wire: "destination", shape: ShapeId(186), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M475: [Member; 7] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destination", wire: "destination", shape: ShapeId(186), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldDelimiter", wire: "fieldDelimiter", shape: ShapeId(481), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "keyValueDelimiter", wire: "keyValueDelimiter", shape: ShapeId(346), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "keyPrefix", wire: "keyPrefix", shape: ShapeId(345), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "nonMatchValue", wire: "nonMatchValue", shape: ShapeId(446), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "overwriteIfExists", wire: "overwriteIfExists", shape: ShapeId(472), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M476: [Member; 1] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M477: [Member; 1] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M478: [Member; 4] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "eventSource", wire: "eventSource", shape: ShapeId(220), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ocsfVersion", wire: "ocsfVersion", shape: ShapeId(447), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "mappingVersion", wire: "mappingVersion", shape: ShapeId(429), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M479: [Member; 1] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M480: [Member; 1] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M485: [Member; 5] = [
    Member { name: "dynamicTokenPosition", wire: "dynamicTokenPosition", shape: ShapeId(201), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "isDynamic", wire: "isDynamic", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tokenString", wire: "tokenString", shape: ShapeId(673), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "enumerations", wire: "enumerations", shape: ShapeId(213), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "inferredTokenName", wire: "inferredTokenName", shape: ShapeId(322), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M488: [Member; 1] = [
    Member { name: "deliveryDestinationPolicy", wire: "deliveryDestinationPolicy", shape: ShapeId(116), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M494: [Member; 23] = [
    Member { name: "addKeys", wire: "addKeys", shape: ShapeId(11), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "copyValue", wire: "copyValue", shape: ShapeId(48), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "csv", wire: "csv", shape: ShapeId(36), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dateTimeConverter", wire: "dateTimeConverter", shape: ShapeId(77), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deleteKeys", wire: "deleteKeys", shape: ShapeId(92), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "grok", wire: "grok", shape: ShapeId(299), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "listToMap", wire: "listToMap", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lowerCaseString", wire: "lowerCaseString", shape: ShapeId(426), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "moveKeys", wire: "moveKeys", shape: ShapeId(444), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseCloudfront", wire: "parseCloudfront", shape: ShapeId(473), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseJSON", wire: "parseJSON", shape: ShapeId(474), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseKeyValue", wire: "parseKeyValue", shape: ShapeId(475), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseRoute53", wire: "parseRoute53", shape: ShapeId(477), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseToOCSF", wire: "parseToOCSF", shape: ShapeId(478), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parsePostgres", wire: "parsePostgres", shape: ShapeId(476), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseVPC", wire: "parseVPC", shape: ShapeId(479), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parseWAF", wire: "parseWAF", shape: ShapeId(480), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "renameKeys", wire: "renameKeys", shape: ShapeId(558), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "splitString", wire: "splitString", shape: ShapeId(611), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "substituteString", wire: "substituteString", shape: ShapeId(633), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "trimString", wire: "trimString", shape: ShapeId(681), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "typeConverter", wire: "typeConverter", shape: ShapeId(684), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "upperCaseString", wire: "upperCaseString", shape: ShapeId(699), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M496: [Member; 6] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(6), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "policyType", wire: "policyType", shape: ShapeId(492), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "scope", wire: "scope", shape: ShapeId(598), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "selectionCriteria", wire: "selectionCriteria", shape: ShapeId(601), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dryRun", wire: "dryRun", shape: ShapeId(198), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M497: [Member; 2] = [
    Member { name: "accountPolicy", wire: "accountPolicy", shape: ShapeId(5), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dryRunResult", wire: "dryRunResult", shape: ShapeId(200), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M498: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "bearerTokenAuthenticationEnabled", wire: "bearerTokenAuthenticationEnabled", shape: ShapeId(33), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M499: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(69), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M500: [Member; 3] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(69), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M501: [Member; 2] = [
    Member { name: "deliveryDestinationName", wire: "deliveryDestinationName", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationPolicy", wire: "deliveryDestinationPolicy", shape: ShapeId(116), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M502: [Member; 1] = [
    Member { name: "policy", wire: "policy", shape: ShapeId(488), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M503: [Member; 6] = [
    Member { name: "name", wire: "name", shape: ShapeId(114), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "outputFormat", wire: "outputFormat", shape: ShapeId(468), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationConfiguration", wire: "deliveryDestinationConfiguration", shape: ShapeId(113), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliveryDestinationType", wire: "deliveryDestinationType", shape: ShapeId(117), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M504: [Member; 1] = [
    Member { name: "deliveryDestination", wire: "deliveryDestination", shape: ShapeId(112), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M505: [Member; 5] = [
    Member { name: "name", wire: "name", shape: ShapeId(131), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logType", wire: "logType", shape: ShapeId(419), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "deliverySourceConfiguration", wire: "deliverySourceConfiguration", shape: ShapeId(122), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M506: [Member; 1] = [
    Member { name: "deliverySource", wire: "deliverySource", shape: ShapeId(121), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M507: [Member; 3] = [
    Member { name: "destinationName", wire: "destinationName", shape: ShapeId(187), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "accessPolicy", wire: "accessPolicy", shape: ShapeId(1), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "forceUpdate", wire: "forceUpdate", shape: ShapeId(257), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M508: [Member; 4] = [
    Member { name: "destinationName", wire: "destinationName", shape: ShapeId(187), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "targetArn", wire: "targetArn", shape: ShapeId(660), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M509: [Member; 1] = [
    Member { name: "destination", wire: "destination", shape: ShapeId(183), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M510: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(489), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M511: [Member; 1] = [
    Member { name: "indexPolicy", wire: "indexPolicy", shape: ShapeId(319), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M512: [Member; 3] = [
    Member { name: "integrationName", wire: "integrationName", shape: ShapeId(330), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "resourceConfig", wire: "resourceConfig", shape: ShapeId(563), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "integrationType", wire: "integrationType", shape: ShapeId(336), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M513: [Member; 2] = [
    Member { name: "integrationName", wire: "integrationName", shape: ShapeId(330), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "integrationStatus", wire: "integrationStatus", shape: ShapeId(332), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M514: [Member; 5] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logEvents", wire: "logEvents", shape: ShapeId(326), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "sequenceToken", wire: "sequenceToken", shape: ShapeId(602), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "entity", wire: "entity", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M515: [Member; 3] = [
    Member { name: "nextSequenceToken", wire: "nextSequenceToken", shape: ShapeId(602), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "rejectedLogEventsInfo", wire: "rejectedLogEventsInfo", shape: ShapeId(555), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "rejectedEntityInfo", wire: "rejectedEntityInfo", shape: ShapeId(554), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M516: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "deletionProtectionEnabled", wire: "deletionProtectionEnabled", shape: ShapeId(108), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M517: [Member; 7] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterName", wire: "filterName", shape: ShapeId(249), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "metricTransformations", wire: "metricTransformations", shape: ShapeId(440), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "applyOnTransformedLogs", wire: "applyOnTransformedLogs", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldSelectionCriteria", wire: "fieldSelectionCriteria", shape: ShapeId(244), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "emitSystemFieldDimensions", wire: "emitSystemFieldDimensions", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M518: [Member; 7] = [
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "name", wire: "name", shape: ShapeId(533), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "queryDefinitionId", wire: "queryDefinitionId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupNames", wire: "logGroupNames", shape: ShapeId(407), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(534), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "clientToken", wire: "clientToken", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parameters", wire: "parameters", shape: ShapeId(544), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M519: [Member; 1] = [
    Member { name: "queryDefinitionId", wire: "queryDefinitionId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M520: [Member; 4] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(489), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "expectedRevisionId", wire: "expectedRevisionId", shape: ShapeId(225), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M521: [Member; 2] = [
    Member { name: "resourcePolicy", wire: "resourcePolicy", shape: ShapeId(567), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "revisionId", wire: "revisionId", shape: ShapeId(225), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M522: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "retentionInDays", wire: "retentionInDays", shape: ShapeId(78), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M523: [Member; 1] = [
    Member { name: "storageTier", wire: "storageTier", shape: ShapeId(628), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M524: [Member; 2] = [
    Member { name: "storageTier", wire: "storageTier", shape: ShapeId(628), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M525: [Member; 9] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterName", wire: "filterName", shape: ShapeId(249), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "destinationArn", wire: "destinationArn", shape: ShapeId(184), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "distribution", wire: "distribution", shape: ShapeId(197), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "applyOnTransformedLogs", wire: "applyOnTransformedLogs", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldSelectionCriteria", wire: "fieldSelectionCriteria", shape: ShapeId(244), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "emitSystemFields", wire: "emitSystemFields", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M526: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "vpcEndpointId", wire: "vpcEndpointId", shape: ShapeId(705), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M527: [Member; 2] = [
    Member { name: "logGroupIdentifier", wire: "logGroupIdentifier", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "transformerConfig", wire: "transformerConfig", shape: ShapeId(495), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M529: [Member; 2] = [
    Member { name: "location", wire: "location", shape: ShapeId(530), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M530: [Member; 2] = [
    Member { name: "startCharOffset", wire: "startCharOffset", shape: ShapeId(528), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endCharOffset", wire: "endCharOffset", shape: ShapeId(528), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M531: [Member; 7] = [
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryDefinitionId", wire: "queryDefinitionId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "name", wire: "name", shape: ShapeId(533), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(534), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastModified", wire: "lastModified", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupNames", wire: "logGroupNames", shape: ShapeId(407), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parameters", wire: "parameters", shape: ShapeId(544), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M537: [Member; 9] = [
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(548), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "createTime", wire: "createTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryDuration", wire: "queryDuration", shape: ShapeId(535), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "bytesScanned", wire: "bytesScanned", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "userIdentity", wire: "userIdentity", shape: ShapeId(701), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M541: [Member; 3] = [
    Member { name: "name", wire: "name", shape: ShapeId(545), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "defaultValue", wire: "defaultValue", shape: ShapeId(542), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(543), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M547: [Member; 7] = [
    Member { name: "recordsMatched", wire: "recordsMatched", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "recordsScanned", wire: "recordsScanned", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "estimatedRecordsSkipped", wire: "estimatedRecordsSkipped", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "bytesScanned", wire: "bytesScanned", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "estimatedBytesSkipped", wire: "estimatedBytesSkipped", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupsScanned", wire: "logGroupsScanned", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resultCount", wire: "resultCount", shape: ShapeId(625), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M551: [Member; 2] = [
    Member { name: "name", wire: "name", shape: ShapeId(239), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "mandatory", wire: "mandatory", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M554: [Member; 1] = [
    Member { name: "errorType", wire: "errorType", shape: ShapeId(212), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M555: [Member; 3] = [
    Member { name: "tooNewLogEventStartIndex", wire: "tooNewLogEventStartIndex", shape: ShapeId(388), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tooOldLogEventEndIndex", wire: "tooOldLogEventEndIndex", shape: ShapeId(388), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "expiredLogEventEndIndex", wire: "expiredLogEventEndIndex", shape: ShapeId(388), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M557: [Member; 3] = [
    Member { name: "key", wire: "key", shape: ShapeId(344), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "renameTo", wire: "renameTo", shape: ShapeId(559), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "overwriteIfExists", wire: "overwriteIfExists", shape: ShapeId(472), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M558: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(556), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M561: [Member; 0] = [
];
static M563: [Member; 1] = [
    Member { name: "openSearchResourceConfig", wire: "openSearchResourceConfig", shape: ShapeId(461), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M565: [Member; 0] = [
];
static M567: [Member; 6] = [
    Member { name: "policyName", wire: "policyName", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyDocument", wire: "policyDocument", shape: ShapeId(489), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "policyScope", wire: "policyScope", shape: ShapeId(491), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "revisionId", wire: "revisionId", shape: ShapeId(225), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M570: [Member; 2] = [
    Member { name: "field", wire: "field", shape: ShapeId(237), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "value", wire: "value", shape: ShapeId(703), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M574: [Member; 4] = [
    Member { name: "destinationIdentifier", wire: "destinationIdentifier", shape: ShapeId(584), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ownerAccountId", wire: "ownerAccountId", shape: ShapeId(2), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M575: [Member; 2] = [
    Member { name: "suffixPath", wire: "suffixPath", shape: ShapeId(136), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "enableHiveCompatiblePath", wire: "enableHiveCompatiblePath", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M576: [Member; 6] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "dataSource", wire: "dataSource", shape: ShapeId(71), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "statusReason", wire: "statusReason", shape: ShapeId(579), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "createdTimeStamp", wire: "createdTimeStamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "parentSourceIdentifier", wire: "parentSourceIdentifier", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M583: [Member; 2] = [
    Member { name: "datasourceName", wire: "datasourceName", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "datasourceType", wire: "datasourceType", shape: ShapeId(582), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M589: [Member; 5] = [
    Member { name: "destinationType", wire: "destinationType", shape: ShapeId(591), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationIdentifier", wire: "destinationIdentifier", shape: ShapeId(630), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "status", wire: "status", shape: ShapeId(7), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "processedIdentifier", wire: "processedIdentifier", shape: ShapeId(630), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "errorMessage", wire: "errorMessage", shape: ShapeId(630), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M596: [Member; 11] = [
    Member { name: "scheduledQueryArn", wire: "scheduledQueryArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "name", wire: "name", shape: ShapeId(594), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleType", wire: "scheduleType", shape: ShapeId(587), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastTriggeredTime", wire: "lastTriggeredTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastExecutionStatus", wire: "lastExecutionStatus", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleExpression", wire: "scheduleExpression", shape: ShapeId(585), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "timezone", wire: "timezone", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationConfiguration", wire: "destinationConfiguration", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M599: [Member; 2] = [
    Member { name: "logStreamName", wire: "logStreamName", shape: ShapeId(416), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "searchedCompletely", wire: "searchedCompletely", shape: ShapeId(417), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M604: [Member; 0] = [
];
static M605: [Member; 0] = [
];
static M607: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M608: [Member; 1] = [
    Member { name: "message", wire: "message", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M611: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(613), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M614: [Member; 2] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "delimiter", wire: "delimiter", shape: ShapeId(612), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M618: [Member; 4] = [
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(617), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNames", wire: "logStreamNames", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logStreamNamePrefixes", wire: "logStreamNamePrefixes", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logEventFilterPattern", wire: "logEventFilterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M619: [Member; 1] = [
    Member { name: "responseStream", wire: "responseStream", shape: ShapeId(620), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M620: [Member; 4] = [
    Member { name: "sessionStart", wire: "sessionStart", shape: ShapeId(384), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "sessionUpdate", wire: "sessionUpdate", shape: ShapeId(385), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionTimeoutException", wire: "SessionTimeoutException", shape: ShapeId(608), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SessionStreamingException", wire: "SessionStreamingException", shape: ShapeId(607), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M621: [Member; 8] = [
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupNames", wire: "logGroupNames", shape: ShapeId(407), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(401), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startTime", wire: "startTime", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "endTime", wire: "endTime", shape: ShapeId(670), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(549), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "limit", wire: "limit", shape: ShapeId(222), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M622: [Member; 1] = [
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M626: [Member; 1] = [
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M627: [Member; 1] = [
    Member { name: "success", wire: "success", shape: ShapeId(636), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M631: [Member; 10] = [
    Member { name: "filterName", wire: "filterName", shape: ShapeId(249), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationArn", wire: "destinationArn", shape: ShapeId(184), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "roleArn", wire: "roleArn", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "distribution", wire: "distribution", shape: ShapeId(197), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "applyOnTransformedLogs", wire: "applyOnTransformedLogs", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldSelectionCriteria", wire: "fieldSelectionCriteria", shape: ShapeId(244), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "emitSystemFields", wire: "emitSystemFields", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M633: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(634), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M635: [Member; 3] = [
    Member { name: "source", wire: "source", shape: ShapeId(609), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "from", wire: "from", shape: ShapeId(258), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "to", wire: "to", shape: ShapeId(671), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M637: [Member; 2] = [
    Member { name: "value", wire: "value", shape: ShapeId(328), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "suppressionUnit", wire: "suppressionUnit", shape: ShapeId(640), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M641: [Member; 4] = [
    Member { name: "logGroupArn", wire: "logGroupArn", shape: ShapeId(394), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "sourceType", wire: "sourceType", shape: ShapeId(643), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "vpcEndpointId", wire: "vpcEndpointId", shape: ShapeId(705), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "createdAt", wire: "createdAt", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M647: [Member; 2] = [
    Member { name: "key", wire: "key", shape: ShapeId(648), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "values", wire: "values", shape: ShapeId(650), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M655: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M656: [Member; 2] = [
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(17), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(658), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M664: [Member; 2] = [
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logEventMessages", wire: "logEventMessages", shape: ShapeId(663), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M665: [Member; 1] = [
    Member { name: "matches", wire: "matches", shape: ShapeId(435), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M666: [Member; 2] = [
    Member { name: "transformerConfig", wire: "transformerConfig", shape: ShapeId(495), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logEventMessages", wire: "logEventMessages", shape: ShapeId(663), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M667: [Member; 1] = [
    Member { name: "transformedLogs", wire: "transformedLogs", shape: ShapeId(678), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M668: [Member; 0] = [
];
static M675: [Member; 2] = [
    Member { name: "message", wire: "message", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "resourceName", wire: "resourceName", shape: ShapeId(17), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M677: [Member; 3] = [
    Member { name: "eventNumber", wire: "eventNumber", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "eventMessage", wire: "eventMessage", shape: ShapeId(218), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "transformedEventMessage", wire: "transformedEventMessage", shape: ShapeId(676), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M679: [Member; 5] = [
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "executionStatus", wire: "executionStatus", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "triggeredTimestamp", wire: "triggeredTimestamp", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "errorMessage", wire: "errorMessage", shape: ShapeId(630), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinations", wire: "destinations", shape: ShapeId(590), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M681: [Member; 1] = [
    Member { name: "withKeys", wire: "withKeys", shape: ShapeId(682), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M684: [Member; 1] = [
    Member { name: "entries", wire: "entries", shape: ShapeId(685), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M686: [Member; 2] = [
    Member { name: "key", wire: "key", shape: ShapeId(344), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "type", wire: "type", shape: ShapeId(683), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M688: [Member; 0] = [
];
static M689: [Member; 2] = [
    Member { name: "logGroupName", wire: "logGroupName", shape: ShapeId(404), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "tags", wire: "tags", shape: ShapeId(654), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M690: [Member; 2] = [
    Member { name: "resourceArn", wire: "resourceArn", shape: ShapeId(17), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "tagKeys", wire: "tagKeys", shape: ShapeId(653), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M691: [Member; 6] = [
    Member { name: "anomalyId", wire: "anomalyId", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "patternId", wire: "patternId", shape: ShapeId(482), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "suppressionType", wire: "suppressionType", shape: ShapeId(639), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "suppressionPeriod", wire: "suppressionPeriod", shape: ShapeId(637), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "baseline", wire: "baseline", shape: ShapeId(31), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M692: [Member; 4] = [
    Member { name: "id", wire: "id", shape: ShapeId(120), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "recordFields", wire: "recordFields", shape: ShapeId(552), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "fieldDelimiter", wire: "fieldDelimiter", shape: ShapeId(238), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "s3DeliveryConfiguration", wire: "s3DeliveryConfiguration", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M693: [Member; 0] = [
];
static M694: [Member; 5] = [
    Member { name: "anomalyDetectorArn", wire: "anomalyDetectorArn", shape: ShapeId(21), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "evaluationFrequency", wire: "evaluationFrequency", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "filterPattern", wire: "filterPattern", shape: ShapeId(250), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "anomalyVisibilityTime", wire: "anomalyVisibilityTime", shape: ShapeId(25), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "enabled", wire: "enabled", shape: ShapeId(34), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M695: [Member; 5] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "tableBody", wire: "tableBody", shape: ShapeId(645), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryId", wire: "queryId", shape: ShapeId(536), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "kmsKeyId", wire: "kmsKeyId", shape: ShapeId(347), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M696: [Member; 2] = [
    Member { name: "lookupTableArn", wire: "lookupTableArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M697: [Member; 14] = [
    Member { name: "identifier", wire: "identifier", shape: ShapeId(592), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(588), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(549), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(593), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleExpression", wire: "scheduleExpression", shape: ShapeId(585), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "timezone", wire: "timezone", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startTimeOffset", wire: "startTimeOffset", shape: ShapeId(623), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endTimeOffset", wire: "endTimeOffset", shape: ShapeId(204), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationConfiguration", wire: "destinationConfiguration", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleStartTime", wire: "scheduleStartTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleEndTime", wire: "scheduleEndTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "executionRoleArn", wire: "executionRoleArn", shape: ShapeId(573), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M698: [Member; 20] = [
    Member { name: "scheduledQueryArn", wire: "scheduledQueryArn", shape: ShapeId(27), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "name", wire: "name", shape: ShapeId(594), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "description", wire: "description", shape: ShapeId(588), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryLanguage", wire: "queryLanguage", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "queryString", wire: "queryString", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "logGroupIdentifiers", wire: "logGroupIdentifiers", shape: ShapeId(593), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleExpression", wire: "scheduleExpression", shape: ShapeId(585), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "timezone", wire: "timezone", shape: ShapeId(586), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "startTimeOffset", wire: "startTimeOffset", shape: ShapeId(623), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "endTimeOffset", wire: "endTimeOffset", shape: ShapeId(204), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "destinationConfiguration", wire: "destinationConfiguration", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "state", wire: "state", shape: ShapeId(595), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleType", wire: "scheduleType", shape: ShapeId(587), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastTriggeredTime", wire: "lastTriggeredTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastExecutionStatus", wire: "lastExecutionStatus", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleStartTime", wire: "scheduleStartTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "scheduleEndTime", wire: "scheduleEndTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "executionRoleArn", wire: "executionRoleArn", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "creationTime", wire: "creationTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "lastUpdatedTime", wire: "lastUpdatedTime", shape: ShapeId(670), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M699: [Member; 1] = [
    Member { name: "withKeys", wire: "withKeys", shape: ShapeId(700), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M702: [Member; 0] = [
];

/// `CreateLogGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "kmsKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_key_id: Option<String>,
    #[serde(rename = "tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "logGroupClass", skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<String>,
    #[serde(rename = "deletionProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
}

/// `CreateLogStreamRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateLogStreamRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
}

/// `DataSourceFilter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DataSourceFilter {
    #[serde(rename = "name")]
    pub name: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// `DeleteLogGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
}

/// `DeleteLogStreamRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteLogStreamRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
}

/// `DeleteMetricFilterRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteMetricFilterRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterName")]
    pub filter_name: String,
}

/// `DeleteQueryDefinitionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteQueryDefinitionRequest {
    #[serde(rename = "queryDefinitionId")]
    pub query_definition_id: String,
}

/// `DeleteQueryDefinitionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteQueryDefinitionResponse {
    #[serde(rename = "success", skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
}

/// `DeleteResourcePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteResourcePolicyRequest {
    #[serde(rename = "policyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "resourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "expectedRevisionId", skip_serializing_if = "Option::is_none")]
    pub expected_revision_id: Option<String>,
}

/// `DeleteRetentionPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteRetentionPolicyRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
}

/// `DeleteSubscriptionFilterRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteSubscriptionFilterRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterName")]
    pub filter_name: String,
}

/// `DescribeLogGroupsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeLogGroupsRequest {
    #[serde(rename = "accountIdentifiers", skip_serializing_if = "Option::is_none")]
    pub account_identifiers: Option<Vec<String>>,
    #[serde(rename = "logGroupNamePrefix", skip_serializing_if = "Option::is_none")]
    pub log_group_name_prefix: Option<String>,
    #[serde(rename = "logGroupNamePattern", skip_serializing_if = "Option::is_none")]
    pub log_group_name_pattern: Option<String>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "includeLinkedAccounts", skip_serializing_if = "Option::is_none")]
    pub include_linked_accounts: Option<bool>,
    #[serde(rename = "logGroupClass", skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<String>,
    #[serde(rename = "logGroupIdentifiers", skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
}

/// `DescribeLogGroupsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeLogGroupsResponse {
    #[serde(rename = "logGroups", skip_serializing_if = "Option::is_none")]
    pub log_groups: Option<Vec<LogGroup>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeLogStreamsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeLogStreamsRequest {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "logStreamNamePrefix", skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefix: Option<String>,
    #[serde(rename = "orderBy", skip_serializing_if = "Option::is_none")]
    pub order_by: Option<String>,
    #[serde(rename = "descending", skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
}

/// `DescribeLogStreamsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeLogStreamsResponse {
    #[serde(rename = "logStreams", skip_serializing_if = "Option::is_none")]
    pub log_streams: Option<Vec<LogStream>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeMetricFiltersRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeMetricFiltersRequest {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "filterNamePrefix", skip_serializing_if = "Option::is_none")]
    pub filter_name_prefix: Option<String>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "metricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "metricNamespace", skip_serializing_if = "Option::is_none")]
    pub metric_namespace: Option<String>,
}

/// `DescribeMetricFiltersResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeMetricFiltersResponse {
    #[serde(rename = "metricFilters", skip_serializing_if = "Option::is_none")]
    pub metric_filters: Option<Vec<MetricFilter>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeQueriesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeQueriesRequest {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "maxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
}

/// `DescribeQueriesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeQueriesResponse {
    #[serde(rename = "queries", skip_serializing_if = "Option::is_none")]
    pub queries: Option<Vec<QueryInfo>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeQueryDefinitionsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeQueryDefinitionsRequest {
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
    #[serde(rename = "queryDefinitionNamePrefix", skip_serializing_if = "Option::is_none")]
    pub query_definition_name_prefix: Option<String>,
    #[serde(rename = "maxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeQueryDefinitionsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeQueryDefinitionsResponse {
    #[serde(rename = "queryDefinitions", skip_serializing_if = "Option::is_none")]
    pub query_definitions: Option<Vec<QueryDefinition>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeResourcePoliciesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeResourcePoliciesRequest {
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "resourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "policyScope", skip_serializing_if = "Option::is_none")]
    pub policy_scope: Option<String>,
}

/// `DescribeResourcePoliciesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeResourcePoliciesResponse {
    #[serde(rename = "resourcePolicies", skip_serializing_if = "Option::is_none")]
    pub resource_policies: Option<Vec<ResourcePolicy>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `DescribeSubscriptionFiltersRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeSubscriptionFiltersRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterNamePrefix", skip_serializing_if = "Option::is_none")]
    pub filter_name_prefix: Option<String>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
}

/// `DescribeSubscriptionFiltersResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribeSubscriptionFiltersResponse {
    #[serde(rename = "subscriptionFilters", skip_serializing_if = "Option::is_none")]
    pub subscription_filters: Option<Vec<SubscriptionFilter>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `Entity` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entity {
    #[serde(rename = "keyAttributes", skip_serializing_if = "Option::is_none")]
    pub key_attributes: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
}

/// `FilterLogEventsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterLogEventsRequest {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "logStreamNames", skip_serializing_if = "Option::is_none")]
    pub log_stream_names: Option<Vec<String>>,
    #[serde(rename = "logStreamNamePrefix", skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefix: Option<String>,
    #[serde(rename = "startTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<i64>,
    #[serde(rename = "endTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<i64>,
    #[serde(rename = "filterPattern", skip_serializing_if = "Option::is_none")]
    pub filter_pattern: Option<String>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "startFromHead", skip_serializing_if = "Option::is_none")]
    pub start_from_head: Option<bool>,
    #[serde(rename = "interleaved", skip_serializing_if = "Option::is_none")]
    pub interleaved: Option<bool>,
    #[serde(rename = "unmask", skip_serializing_if = "Option::is_none")]
    pub unmask: Option<bool>,
}

/// `FilterLogEventsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterLogEventsResponse {
    #[serde(rename = "events", skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<FilteredLogEvent>>,
    #[serde(rename = "searchedLogStreams", skip_serializing_if = "Option::is_none")]
    pub searched_log_streams: Option<Vec<SearchedLogStream>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `FilteredLogEvent` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilteredLogEvent {
    #[serde(rename = "logStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(rename = "timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<i64>,
    #[serde(rename = "message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(rename = "ingestionTime", skip_serializing_if = "Option::is_none")]
    pub ingestion_time: Option<i64>,
    #[serde(rename = "eventId", skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
}

/// `GetLogEventsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLogEventsRequest {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
    #[serde(rename = "startTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<i64>,
    #[serde(rename = "endTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<i64>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "startFromHead", skip_serializing_if = "Option::is_none")]
    pub start_from_head: Option<bool>,
    #[serde(rename = "unmask", skip_serializing_if = "Option::is_none")]
    pub unmask: Option<bool>,
}

/// `GetLogEventsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLogEventsResponse {
    #[serde(rename = "events", skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<OutputLogEvent>>,
    #[serde(rename = "nextForwardToken", skip_serializing_if = "Option::is_none")]
    pub next_forward_token: Option<String>,
    #[serde(rename = "nextBackwardToken", skip_serializing_if = "Option::is_none")]
    pub next_backward_token: Option<String>,
}

/// `GetLogGroupFieldsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLogGroupFieldsRequest {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "time", skip_serializing_if = "Option::is_none")]
    pub time: Option<i64>,
    #[serde(rename = "logGroupIdentifier", skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
}

/// `GetLogGroupFieldsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLogGroupFieldsResponse {
    #[serde(rename = "logGroupFields", skip_serializing_if = "Option::is_none")]
    pub log_group_fields: Option<Vec<LogGroupField>>,
}

/// `GetLogRecordRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLogRecordRequest {
    #[serde(rename = "logRecordPointer")]
    pub log_record_pointer: String,
    #[serde(rename = "unmask", skip_serializing_if = "Option::is_none")]
    pub unmask: Option<bool>,
}

/// `GetLogRecordResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLogRecordResponse {
    #[serde(rename = "logRecord", skip_serializing_if = "Option::is_none")]
    pub log_record: Option<std::collections::BTreeMap<String, String>>,
}

/// `GetQueryResultsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetQueryResultsRequest {
    #[serde(rename = "queryId")]
    pub query_id: String,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "maxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `GetQueryResultsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetQueryResultsResponse {
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
    #[serde(rename = "results", skip_serializing_if = "Option::is_none")]
    pub results: Option<Vec<Vec<ResultField>>>,
    #[serde(rename = "statistics", skip_serializing_if = "Option::is_none")]
    pub statistics: Option<QueryStatistics>,
    #[serde(rename = "status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "encryptionKey", skip_serializing_if = "Option::is_none")]
    pub encryption_key: Option<String>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `InputLogEvent` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InputLogEvent {
    #[serde(rename = "timestamp")]
    pub timestamp: i64,
    #[serde(rename = "message")]
    pub message: String,
}

/// `ListLogGroupsForQueryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLogGroupsForQueryRequest {
    #[serde(rename = "queryId")]
    pub query_id: String,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "maxResults", skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i32>,
}

/// `ListLogGroupsForQueryResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLogGroupsForQueryResponse {
    #[serde(rename = "logGroupIdentifiers", skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `ListLogGroupsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLogGroupsRequest {
    #[serde(rename = "logGroupNamePattern", skip_serializing_if = "Option::is_none")]
    pub log_group_name_pattern: Option<String>,
    #[serde(rename = "logGroupClass", skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<String>,
    #[serde(rename = "includeLinkedAccounts", skip_serializing_if = "Option::is_none")]
    pub include_linked_accounts: Option<bool>,
    #[serde(rename = "accountIdentifiers", skip_serializing_if = "Option::is_none")]
    pub account_identifiers: Option<Vec<String>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "dataSources", skip_serializing_if = "Option::is_none")]
    pub data_sources: Option<Vec<DataSourceFilter>>,
    #[serde(rename = "fieldIndexNames", skip_serializing_if = "Option::is_none")]
    pub field_index_names: Option<Vec<String>>,
    #[serde(rename = "logGroupTags", skip_serializing_if = "Option::is_none")]
    pub log_group_tags: Option<Vec<TagFilter>>,
}

/// `ListLogGroupsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLogGroupsResponse {
    #[serde(rename = "logGroups", skip_serializing_if = "Option::is_none")]
    pub log_groups: Option<Vec<LogGroupSummary>>,
    #[serde(rename = "nextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// `ListTagsForResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsForResourceRequest {
    #[serde(rename = "resourceArn")]
    pub resource_arn: String,
}

/// `ListTagsForResourceResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsForResourceResponse {
    #[serde(rename = "tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

/// `ListTagsLogGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
}

/// `ListTagsLogGroupResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsLogGroupResponse {
    #[serde(rename = "tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

/// `LiveTailSessionLogEvent` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LiveTailSessionLogEvent {
    #[serde(rename = "logStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(rename = "timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<i64>,
    #[serde(rename = "ingestionTime", skip_serializing_if = "Option::is_none")]
    pub ingestion_time: Option<i64>,
}

/// `LiveTailSessionMetadata` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LiveTailSessionMetadata {
    #[serde(rename = "sampled", skip_serializing_if = "Option::is_none")]
    pub sampled: Option<bool>,
}

/// `LiveTailSessionStart` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LiveTailSessionStart {
    #[serde(rename = "requestId", skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    #[serde(rename = "sessionId", skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    #[serde(rename = "logGroupIdentifiers", skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
    #[serde(rename = "logStreamNames", skip_serializing_if = "Option::is_none")]
    pub log_stream_names: Option<Vec<String>>,
    #[serde(rename = "logStreamNamePrefixes", skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefixes: Option<Vec<String>>,
    #[serde(rename = "logEventFilterPattern", skip_serializing_if = "Option::is_none")]
    pub log_event_filter_pattern: Option<String>,
}

/// `LiveTailSessionUpdate` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LiveTailSessionUpdate {
    #[serde(rename = "sessionMetadata", skip_serializing_if = "Option::is_none")]
    pub session_metadata: Option<LiveTailSessionMetadata>,
    #[serde(rename = "sessionResults", skip_serializing_if = "Option::is_none")]
    pub session_results: Option<Vec<LiveTailSessionLogEvent>>,
}

/// `LogGroup` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogGroup {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "creationTime", skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "retentionInDays", skip_serializing_if = "Option::is_none")]
    pub retention_in_days: Option<i32>,
    #[serde(rename = "metricFilterCount", skip_serializing_if = "Option::is_none")]
    pub metric_filter_count: Option<i32>,
    #[serde(rename = "arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "storedBytes", skip_serializing_if = "Option::is_none")]
    pub stored_bytes: Option<i64>,
    #[serde(rename = "kmsKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_key_id: Option<String>,
    #[serde(rename = "dataProtectionStatus", skip_serializing_if = "Option::is_none")]
    pub data_protection_status: Option<String>,
    #[serde(rename = "inheritedProperties", skip_serializing_if = "Option::is_none")]
    pub inherited_properties: Option<Vec<String>>,
    #[serde(rename = "logGroupClass", skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<String>,
    #[serde(rename = "logGroupArn", skip_serializing_if = "Option::is_none")]
    pub log_group_arn: Option<String>,
    #[serde(rename = "deletionProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
    #[serde(rename = "bearerTokenAuthenticationEnabled", skip_serializing_if = "Option::is_none")]
    pub bearer_token_authentication_enabled: Option<bool>,
    #[serde(rename = "retentionPolicyName", skip_serializing_if = "Option::is_none")]
    pub retention_policy_name: Option<String>,
}

/// `LogGroupField` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogGroupField {
    #[serde(rename = "name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "percent", skip_serializing_if = "Option::is_none")]
    pub percent: Option<i32>,
}

/// `LogGroupSummary` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogGroupSummary {
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupArn", skip_serializing_if = "Option::is_none")]
    pub log_group_arn: Option<String>,
    #[serde(rename = "logGroupClass", skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<String>,
}

/// `LogStream` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogStream {
    #[serde(rename = "logStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(rename = "creationTime", skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "firstEventTimestamp", skip_serializing_if = "Option::is_none")]
    pub first_event_timestamp: Option<i64>,
    #[serde(rename = "lastEventTimestamp", skip_serializing_if = "Option::is_none")]
    pub last_event_timestamp: Option<i64>,
    #[serde(rename = "lastIngestionTime", skip_serializing_if = "Option::is_none")]
    pub last_ingestion_time: Option<i64>,
    #[serde(rename = "uploadSequenceToken", skip_serializing_if = "Option::is_none")]
    pub upload_sequence_token: Option<String>,
    #[serde(rename = "arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "storedBytes", skip_serializing_if = "Option::is_none")]
    pub stored_bytes: Option<i64>,
}

/// `MetricFilter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricFilter {
    #[serde(rename = "filterName", skip_serializing_if = "Option::is_none")]
    pub filter_name: Option<String>,
    #[serde(rename = "filterPattern", skip_serializing_if = "Option::is_none")]
    pub filter_pattern: Option<String>,
    #[serde(rename = "metricTransformations", skip_serializing_if = "Option::is_none")]
    pub metric_transformations: Option<Vec<MetricTransformation>>,
    #[serde(rename = "creationTime", skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "applyOnTransformedLogs", skip_serializing_if = "Option::is_none")]
    pub apply_on_transformed_logs: Option<bool>,
    #[serde(rename = "fieldSelectionCriteria", skip_serializing_if = "Option::is_none")]
    pub field_selection_criteria: Option<String>,
    #[serde(rename = "emitSystemFieldDimensions", skip_serializing_if = "Option::is_none")]
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

/// `MetricFilterMatchRecord` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricFilterMatchRecord {
    #[serde(rename = "eventNumber", skip_serializing_if = "Option::is_none")]
    pub event_number: Option<i64>,
    #[serde(rename = "eventMessage", skip_serializing_if = "Option::is_none")]
    pub event_message: Option<String>,
    #[serde(rename = "extractedValues", skip_serializing_if = "Option::is_none")]
    pub extracted_values: Option<std::collections::BTreeMap<String, String>>,
}

/// `MetricTransformation` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetricTransformation {
    #[serde(rename = "metricName")]
    pub metric_name: String,
    #[serde(rename = "metricNamespace")]
    pub metric_namespace: String,
    #[serde(rename = "metricValue")]
    pub metric_value: String,
    #[serde(rename = "defaultValue", skip_serializing_if = "Option::is_none")]
    pub default_value: Option<f64>,
    #[serde(rename = "dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// `OutputLogEvent` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutputLogEvent {
    #[serde(rename = "timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<i64>,
    #[serde(rename = "message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(rename = "ingestionTime", skip_serializing_if = "Option::is_none")]
    pub ingestion_time: Option<i64>,
}

/// `PutLogEventsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutLogEventsRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
    #[serde(rename = "logEvents")]
    pub log_events: Vec<InputLogEvent>,
    #[serde(rename = "sequenceToken", skip_serializing_if = "Option::is_none")]
    pub sequence_token: Option<String>,
    #[serde(rename = "entity", skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
}

/// `PutLogEventsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutLogEventsResponse {
    #[serde(rename = "nextSequenceToken", skip_serializing_if = "Option::is_none")]
    pub next_sequence_token: Option<String>,
    #[serde(rename = "rejectedLogEventsInfo", skip_serializing_if = "Option::is_none")]
    pub rejected_log_events_info: Option<RejectedLogEventsInfo>,
    #[serde(rename = "rejectedEntityInfo", skip_serializing_if = "Option::is_none")]
    pub rejected_entity_info: Option<RejectedEntityInfo>,
}

/// `PutLogGroupDeletionProtectionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutLogGroupDeletionProtectionRequest {
    #[serde(rename = "logGroupIdentifier")]
    pub log_group_identifier: String,
    #[serde(rename = "deletionProtectionEnabled")]
    pub deletion_protection_enabled: bool,
}

/// `PutMetricFilterRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutMetricFilterRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterName")]
    pub filter_name: String,
    #[serde(rename = "filterPattern")]
    pub filter_pattern: String,
    #[serde(rename = "metricTransformations")]
    pub metric_transformations: Vec<MetricTransformation>,
    #[serde(rename = "applyOnTransformedLogs", skip_serializing_if = "Option::is_none")]
    pub apply_on_transformed_logs: Option<bool>,
    #[serde(rename = "fieldSelectionCriteria", skip_serializing_if = "Option::is_none")]
    pub field_selection_criteria: Option<String>,
    #[serde(rename = "emitSystemFieldDimensions", skip_serializing_if = "Option::is_none")]
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

/// `PutQueryDefinitionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutQueryDefinitionRequest {
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
    #[serde(rename = "name")]
    pub name: String,
    #[serde(rename = "queryDefinitionId", skip_serializing_if = "Option::is_none")]
    pub query_definition_id: Option<String>,
    #[serde(rename = "logGroupNames", skip_serializing_if = "Option::is_none")]
    pub log_group_names: Option<Vec<String>>,
    #[serde(rename = "queryString")]
    pub query_string: String,
    #[serde(rename = "clientToken", skip_serializing_if = "Option::is_none")]
    pub client_token: Option<String>,
    #[serde(rename = "parameters", skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Vec<QueryParameter>>,
}

/// `PutQueryDefinitionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutQueryDefinitionResponse {
    #[serde(rename = "queryDefinitionId", skip_serializing_if = "Option::is_none")]
    pub query_definition_id: Option<String>,
}

/// `PutResourcePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutResourcePolicyRequest {
    #[serde(rename = "policyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "policyDocument", skip_serializing_if = "Option::is_none")]
    pub policy_document: Option<String>,
    #[serde(rename = "resourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "expectedRevisionId", skip_serializing_if = "Option::is_none")]
    pub expected_revision_id: Option<String>,
}

/// `PutResourcePolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutResourcePolicyResponse {
    #[serde(rename = "resourcePolicy", skip_serializing_if = "Option::is_none")]
    pub resource_policy: Option<ResourcePolicy>,
    #[serde(rename = "revisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `PutRetentionPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutRetentionPolicyRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "retentionInDays")]
    pub retention_in_days: i32,
}

/// `PutSubscriptionFilterRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutSubscriptionFilterRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterName")]
    pub filter_name: String,
    #[serde(rename = "filterPattern")]
    pub filter_pattern: String,
    #[serde(rename = "destinationArn")]
    pub destination_arn: String,
    #[serde(rename = "roleArn", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "distribution", skip_serializing_if = "Option::is_none")]
    pub distribution: Option<String>,
    #[serde(rename = "applyOnTransformedLogs", skip_serializing_if = "Option::is_none")]
    pub apply_on_transformed_logs: Option<bool>,
    #[serde(rename = "fieldSelectionCriteria", skip_serializing_if = "Option::is_none")]
    pub field_selection_criteria: Option<String>,
    #[serde(rename = "emitSystemFields", skip_serializing_if = "Option::is_none")]
    pub emit_system_fields: Option<Vec<String>>,
}

/// `QueryDefinition` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueryDefinition {
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
    #[serde(rename = "queryDefinitionId", skip_serializing_if = "Option::is_none")]
    pub query_definition_id: Option<String>,
    #[serde(rename = "name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "queryString", skip_serializing_if = "Option::is_none")]
    pub query_string: Option<String>,
    #[serde(rename = "lastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<i64>,
    #[serde(rename = "logGroupNames", skip_serializing_if = "Option::is_none")]
    pub log_group_names: Option<Vec<String>>,
    #[serde(rename = "parameters", skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Vec<QueryParameter>>,
}

/// `QueryInfo` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueryInfo {
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
    #[serde(rename = "queryId", skip_serializing_if = "Option::is_none")]
    pub query_id: Option<String>,
    #[serde(rename = "queryString", skip_serializing_if = "Option::is_none")]
    pub query_string: Option<String>,
    #[serde(rename = "status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "createTime", skip_serializing_if = "Option::is_none")]
    pub create_time: Option<i64>,
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "queryDuration", skip_serializing_if = "Option::is_none")]
    pub query_duration: Option<i64>,
    #[serde(rename = "bytesScanned", skip_serializing_if = "Option::is_none")]
    pub bytes_scanned: Option<f64>,
    #[serde(rename = "userIdentity", skip_serializing_if = "Option::is_none")]
    pub user_identity: Option<String>,
}

/// `QueryParameter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueryParameter {
    #[serde(rename = "name")]
    pub name: String,
    #[serde(rename = "defaultValue", skip_serializing_if = "Option::is_none")]
    pub default_value: Option<String>,
    #[serde(rename = "description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// `QueryStatistics` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueryStatistics {
    #[serde(rename = "recordsMatched", skip_serializing_if = "Option::is_none")]
    pub records_matched: Option<f64>,
    #[serde(rename = "recordsScanned", skip_serializing_if = "Option::is_none")]
    pub records_scanned: Option<f64>,
    #[serde(rename = "estimatedRecordsSkipped", skip_serializing_if = "Option::is_none")]
    pub estimated_records_skipped: Option<f64>,
    #[serde(rename = "bytesScanned", skip_serializing_if = "Option::is_none")]
    pub bytes_scanned: Option<f64>,
    #[serde(rename = "estimatedBytesSkipped", skip_serializing_if = "Option::is_none")]
    pub estimated_bytes_skipped: Option<f64>,
    #[serde(rename = "logGroupsScanned", skip_serializing_if = "Option::is_none")]
    pub log_groups_scanned: Option<f64>,
    #[serde(rename = "resultCount", skip_serializing_if = "Option::is_none")]
    pub result_count: Option<f64>,
}

/// `RejectedEntityInfo` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RejectedEntityInfo {
    #[serde(rename = "errorType")]
    pub error_type: String,
}

/// `RejectedLogEventsInfo` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RejectedLogEventsInfo {
    #[serde(rename = "tooNewLogEventStartIndex", skip_serializing_if = "Option::is_none")]
    pub too_new_log_event_start_index: Option<i32>,
    #[serde(rename = "tooOldLogEventEndIndex", skip_serializing_if = "Option::is_none")]
    pub too_old_log_event_end_index: Option<i32>,
    #[serde(rename = "expiredLogEventEndIndex", skip_serializing_if = "Option::is_none")]
    pub expired_log_event_end_index: Option<i32>,
}

/// `ResourcePolicy` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResourcePolicy {
    #[serde(rename = "policyName", skip_serializing_if = "Option::is_none")]
    pub policy_name: Option<String>,
    #[serde(rename = "policyDocument", skip_serializing_if = "Option::is_none")]
    pub policy_document: Option<String>,
    #[serde(rename = "lastUpdatedTime", skip_serializing_if = "Option::is_none")]
    pub last_updated_time: Option<i64>,
    #[serde(rename = "policyScope", skip_serializing_if = "Option::is_none")]
    pub policy_scope: Option<String>,
    #[serde(rename = "resourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "revisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `ResultField` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResultField {
    #[serde(rename = "field", skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(rename = "value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// `SearchedLogStream` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SearchedLogStream {
    #[serde(rename = "logStreamName", skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(rename = "searchedCompletely", skip_serializing_if = "Option::is_none")]
    pub searched_completely: Option<bool>,
}

/// `SessionStreamingException` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionStreamingException {
    #[serde(rename = "message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `SessionTimeoutException` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionTimeoutException {
    #[serde(rename = "message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `StartLiveTailRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartLiveTailRequest {
    #[serde(rename = "logGroupIdentifiers")]
    pub log_group_identifiers: Vec<String>,
    #[serde(rename = "logStreamNames", skip_serializing_if = "Option::is_none")]
    pub log_stream_names: Option<Vec<String>>,
    #[serde(rename = "logStreamNamePrefixes", skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefixes: Option<Vec<String>>,
    #[serde(rename = "logEventFilterPattern", skip_serializing_if = "Option::is_none")]
    pub log_event_filter_pattern: Option<String>,
}

/// `StartLiveTailResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartLiveTailResponse {
    #[serde(rename = "responseStream", skip_serializing_if = "Option::is_none")]
    pub response_stream: Option<StartLiveTailResponseStream>,
}

/// `StartLiveTailResponseStream` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartLiveTailResponseStream {
    #[serde(rename = "sessionStart", skip_serializing_if = "Option::is_none")]
    pub session_start: Option<LiveTailSessionStart>,
    #[serde(rename = "sessionUpdate", skip_serializing_if = "Option::is_none")]
    pub session_update: Option<LiveTailSessionUpdate>,
    #[serde(rename = "SessionTimeoutException", skip_serializing_if = "Option::is_none")]
    pub session_timeout_exception: Option<SessionTimeoutException>,
    #[serde(rename = "SessionStreamingException", skip_serializing_if = "Option::is_none")]
    pub session_streaming_exception: Option<SessionStreamingException>,
}

/// `StartQueryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartQueryRequest {
    #[serde(rename = "queryLanguage", skip_serializing_if = "Option::is_none")]
    pub query_language: Option<String>,
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupNames", skip_serializing_if = "Option::is_none")]
    pub log_group_names: Option<Vec<String>>,
    #[serde(rename = "logGroupIdentifiers", skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
    #[serde(rename = "startTime")]
    pub start_time: i64,
    #[serde(rename = "endTime")]
    pub end_time: i64,
    #[serde(rename = "queryString")]
    pub query_string: String,
    #[serde(rename = "limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
}

/// `StartQueryResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartQueryResponse {
    #[serde(rename = "queryId", skip_serializing_if = "Option::is_none")]
    pub query_id: Option<String>,
}

/// `StopQueryRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StopQueryRequest {
    #[serde(rename = "queryId")]
    pub query_id: String,
}

/// `StopQueryResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StopQueryResponse {
    #[serde(rename = "success", skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
}

/// `SubscriptionFilter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubscriptionFilter {
    #[serde(rename = "filterName", skip_serializing_if = "Option::is_none")]
    pub filter_name: Option<String>,
    #[serde(rename = "logGroupName", skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "filterPattern", skip_serializing_if = "Option::is_none")]
    pub filter_pattern: Option<String>,
    #[serde(rename = "destinationArn", skip_serializing_if = "Option::is_none")]
    pub destination_arn: Option<String>,
    #[serde(rename = "roleArn", skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "distribution", skip_serializing_if = "Option::is_none")]
    pub distribution: Option<String>,
    #[serde(rename = "applyOnTransformedLogs", skip_serializing_if = "Option::is_none")]
    pub apply_on_transformed_logs: Option<bool>,
    #[serde(rename = "creationTime", skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "fieldSelectionCriteria", skip_serializing_if = "Option::is_none")]
    pub field_selection_criteria: Option<String>,
    #[serde(rename = "emitSystemFields", skip_serializing_if = "Option::is_none")]
    pub emit_system_fields: Option<Vec<String>>,
}

/// `TagFilter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagFilter {
    #[serde(rename = "key")]
    pub key: String,
    #[serde(rename = "values", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<String>>,
}

/// `TagLogGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "tags")]
    pub tags: std::collections::BTreeMap<String, String>,
}

/// `TagResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagResourceRequest {
    #[serde(rename = "resourceArn")]
    pub resource_arn: String,
    #[serde(rename = "tags")]
    pub tags: std::collections::BTreeMap<String, String>,
}

/// `TestMetricFilterRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TestMetricFilterRequest {
    #[serde(rename = "filterPattern")]
    pub filter_pattern: String,
    #[serde(rename = "logEventMessages")]
    pub log_event_messages: Vec<String>,
}

/// `TestMetricFilterResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TestMetricFilterResponse {
    #[serde(rename = "matches", skip_serializing_if = "Option::is_none")]
    pub matches: Option<Vec<MetricFilterMatchRecord>>,
}

/// `UntagLogGroupRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "tags")]
    pub tags: Vec<String>,
}

/// `UntagResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagResourceRequest {
    #[serde(rename = "resourceArn")]
    pub resource_arn: String,
    #[serde(rename = "tagKeys")]
    pub tag_keys: Vec<String>,
}
