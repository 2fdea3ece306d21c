// Written by `cargo xtask generate`. Do not edit.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// AWS Lambda.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "lambda",
    service_id: "Lambda",
    api_version: "2015-03-31",
    target_prefix: "",
    xml_namespace: "",
    protocol: Protocol::RestJson,
    dialects: &[],
    operations: &OPERATIONS,
    shapes: &SHAPES,
    siblings: &SIBLINGS,
};

static OPERATIONS: [Operation; 91] = [
    Operation { name: "AddLayerVersionPermission", method: "POST", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy", status: 201, input: Some(ShapeId(5)), output: Some(ShapeId(6)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(430), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "AddPermission", method: "POST", uri: "/2015-03-31/functions/{FunctionName}/policy", status: 201, input: Some(ShapeId(7)), output: Some(ShapeId(8)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(430), ShapeId(433), ShapeId(445), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "CheckpointDurableExecution", method: "POST", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint", status: 200, input: Some(ShapeId(67)), output: Some(ShapeId(68)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "CreateAlias", method: "POST", uri: "/2015-03-31/functions/{FunctionName}/aliases", status: 201, input: Some(ShapeId(94)), output: Some(ShapeId(12)), result_wrapper: "", errors: &[ShapeId(13), ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "CreateCapacityProvider", method: "POST", uri: "/2025-11-30/capacity-providers", status: 202, input: Some(ShapeId(95)), output: Some(ShapeId(96)), result_wrapper: "", errors: &[ShapeId(45), ShapeId(288), ShapeId(476), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "CreateCodeSigningConfig", method: "POST", uri: "/2020-04-22/code-signing-configs", status: 201, input: Some(ShapeId(97)), output: Some(ShapeId(98)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(520)], built: true },
    Operation { name: "CreateEventSourceMapping", method: "POST", uri: "/2015-03-31/event-source-mappings", status: 202, input: Some(ShapeId(99)), output: Some(ShapeId(168)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "CreateFunction", method: "POST", uri: "/2015-03-31/functions", status: 201, input: Some(ShapeId(100)), output: Some(ShapeId(210)), result_wrapper: "", errors: &[ShapeId(79), ShapeId(82), ShapeId(83), ShapeId(232), ShapeId(287), ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "CreateFunctionUrlConfig", method: "POST", uri: "/2021-10-31/functions/{FunctionName}/url", status: 201, input: Some(ShapeId(101)), output: Some(ShapeId(102)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteAlias", method: "DELETE", uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}", status: 204, input: Some(ShapeId(106)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteCapacityProvider", method: "DELETE", uri: "/2025-11-30/capacity-providers/{CapacityProviderName}", status: 202, input: Some(ShapeId(107)), output: Some(ShapeId(108)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "DeleteCodeSigningConfig", method: "DELETE", uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}", status: 204, input: Some(ShapeId(109)), output: Some(ShapeId(110)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520)], built: true },
    Operation { name: "DeleteDurableExecution", method: "DELETE", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}", status: 202, input: Some(ShapeId(111)), output: Some(ShapeId(112)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "DeleteEventSourceMapping", method: "DELETE", uri: "/2015-03-31/event-source-mappings/{UUID}", status: 202, input: Some(ShapeId(113)), output: Some(ShapeId(168)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(477), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteFunction", method: "DELETE", uri: "/2015-03-31/functions/{FunctionName}", status: 200, input: Some(ShapeId(117)), output: Some(ShapeId(118)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteFunctionCodeSigningConfig", method: "DELETE", uri: "/2020-06-30/functions/{FunctionName}/code-signing-config", status: 204, input: Some(ShapeId(114)), output: None, result_wrapper: "", errors: &[ShapeId(79), ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteFunctionConcurrency", method: "DELETE", uri: "/2017-10-31/functions/{FunctionName}/concurrency", status: 204, input: Some(ShapeId(115)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteFunctionEventInvokeConfig", method: "DELETE", uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config", status: 204, input: Some(ShapeId(116)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteFunctionUrlConfig", method: "DELETE", uri: "/2021-10-31/functions/{FunctionName}/url", status: 204, input: Some(ShapeId(119)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteLayerVersion", method: "DELETE", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", status: 204, input: Some(ShapeId(120)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteProvisionedConcurrencyConfig", method: "DELETE", uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", status: 204, input: Some(ShapeId(121)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "DeleteResourcePolicy", method: "DELETE", uri: "/2026-07-09/resource-policy/{ResourceArn}", status: 204, input: Some(ShapeId(122)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetAccountSettings", method: "GET", uri: "/2016-08-19/account-settings", status: 200, input: Some(ShapeId(233)), output: Some(ShapeId(234)), result_wrapper: "", errors: &[ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetAlias", method: "GET", uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}", status: 200, input: Some(ShapeId(235)), output: Some(ShapeId(12)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetCapacityProvider", method: "GET", uri: "/2025-11-30/capacity-providers/{CapacityProviderName}", status: 200, input: Some(ShapeId(236)), output: Some(ShapeId(237)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "GetCodeSigningConfig", method: "GET", uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}", status: 200, input: Some(ShapeId(238)), output: Some(ShapeId(239)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520)], built: true },
    Operation { name: "GetDurableExecution", method: "GET", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}", status: 200, input: Some(ShapeId(242)), output: Some(ShapeId(243)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "GetDurableExecutionHistory", method: "GET", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/history", status: 200, input: Some(ShapeId(240)), output: Some(ShapeId(241)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "GetDurableExecutionState", method: "GET", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/state", status: 200, input: Some(ShapeId(244)), output: Some(ShapeId(245)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "GetEventSourceMapping", method: "GET", uri: "/2015-03-31/event-source-mappings/{UUID}", status: 200, input: Some(ShapeId(246)), output: Some(ShapeId(168)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunction", method: "GET", uri: "/2015-03-31/functions/{FunctionName}", status: 200, input: Some(ShapeId(255)), output: Some(ShapeId(256)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunctionCodeSigningConfig", method: "GET", uri: "/2020-06-30/functions/{FunctionName}/code-signing-config", status: 200, input: Some(ShapeId(247)), output: Some(ShapeId(248)), result_wrapper: "", errors: &[ShapeId(79), ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunctionConcurrency", method: "GET", uri: "/2019-09-30/functions/{FunctionName}/concurrency", status: 200, input: Some(ShapeId(249)), output: Some(ShapeId(250)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunctionConfiguration", method: "GET", uri: "/2015-03-31/functions/{FunctionName}/configuration", status: 200, input: Some(ShapeId(251)), output: Some(ShapeId(210)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunctionEventInvokeConfig", method: "GET", uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config", status: 200, input: Some(ShapeId(252)), output: Some(ShapeId(211)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunctionRecursionConfig", method: "GET", uri: "/2024-08-31/functions/{FunctionName}/recursion-config", status: 200, input: Some(ShapeId(253)), output: Some(ShapeId(254)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetFunctionScalingConfig", method: "GET", uri: "/2025-11-30/functions/{FunctionName}/function-scaling-config", status: 200, input: Some(ShapeId(257)), output: Some(ShapeId(258)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "GetFunctionUrlConfig", method: "GET", uri: "/2021-10-31/functions/{FunctionName}/url", status: 200, input: Some(ShapeId(259)), output: Some(ShapeId(260)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetLayerVersion", method: "GET", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", status: 200, input: Some(ShapeId(264)), output: Some(ShapeId(265)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetLayerVersionByArn", method: "GET", uri: "/2018-10-31/layers?find=LayerVersion", status: 200, input: Some(ShapeId(261)), output: Some(ShapeId(265)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetLayerVersionPolicy", method: "GET", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy", status: 200, input: Some(ShapeId(262)), output: Some(ShapeId(263)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetPolicy", method: "GET", uri: "/2015-03-31/functions/{FunctionName}/policy", status: 200, input: Some(ShapeId(266)), output: Some(ShapeId(267)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetProvisionedConcurrencyConfig", method: "GET", uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", status: 200, input: Some(ShapeId(268)), output: Some(ShapeId(269)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(441), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetResourcePolicy", method: "GET", uri: "/2026-07-09/resource-policy/{ResourceArn}", status: 200, input: Some(ShapeId(270)), output: Some(ShapeId(271)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "GetRuntimeManagementConfig", method: "GET", uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config", status: 200, input: Some(ShapeId(272)), output: Some(ShapeId(273)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "Invoke", method: "POST", uri: "/2015-03-31/functions/{FunctionName}/invocations", status: 200, input: Some(ShapeId(295)), output: Some(ShapeId(296)), result_wrapper: "", errors: &[ShapeId(72), ShapeId(73), ShapeId(74), ShapeId(129), ShapeId(134), ShapeId(135), ShapeId(136), ShapeId(137), ShapeId(138), ShapeId(139), ShapeId(140), ShapeId(141), ShapeId(142), ShapeId(288), ShapeId(289), ShapeId(290), ShapeId(291), ShapeId(292), ShapeId(293), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(398), ShapeId(402), ShapeId(467), ShapeId(472), ShapeId(476), ShapeId(478), ShapeId(479), ShapeId(491), ShapeId(494), ShapeId(498), ShapeId(499), ShapeId(500), ShapeId(519), ShapeId(520), ShapeId(521), ShapeId(525), ShapeId(526), ShapeId(528), ShapeId(530), ShapeId(551), ShapeId(571), ShapeId(584)], built: true },
    Operation { name: "InvokeAsync", method: "POST", uri: "/2014-11-13/functions/{FunctionName}/invoke-async", status: 202, input: Some(ShapeId(298)), output: Some(ShapeId(299)), result_wrapper: "", errors: &[ShapeId(134), ShapeId(135), ShapeId(136), ShapeId(137), ShapeId(138), ShapeId(139), ShapeId(140), ShapeId(141), ShapeId(289), ShapeId(290), ShapeId(291), ShapeId(292), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(398), ShapeId(476), ShapeId(478), ShapeId(498), ShapeId(499), ShapeId(500), ShapeId(520), ShapeId(521), ShapeId(525), ShapeId(526), ShapeId(528), ShapeId(530), ShapeId(551)], built: true },
    Operation { name: "InvokeWithResponseStream", method: "POST", uri: "/2021-11-15/functions/{FunctionName}/response-streaming-invocations", status: 200, input: Some(ShapeId(303)), output: Some(ShapeId(304)), result_wrapper: "", errors: &[ShapeId(72), ShapeId(73), ShapeId(74), ShapeId(134), ShapeId(135), ShapeId(136), ShapeId(137), ShapeId(138), ShapeId(139), ShapeId(140), ShapeId(141), ShapeId(288), ShapeId(289), ShapeId(290), ShapeId(291), ShapeId(292), ShapeId(293), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(402), ShapeId(467), ShapeId(472), ShapeId(476), ShapeId(478), ShapeId(479), ShapeId(491), ShapeId(494), ShapeId(498), ShapeId(499), ShapeId(500), ShapeId(519), ShapeId(520), ShapeId(521), ShapeId(525), ShapeId(526), ShapeId(528), ShapeId(530), ShapeId(551), ShapeId(571), ShapeId(584)], built: true },
    Operation { name: "ListAliases", method: "GET", uri: "/2015-03-31/functions/{FunctionName}/aliases", status: 200, input: Some(ShapeId(343)), output: Some(ShapeId(344)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListCapacityProviders", method: "GET", uri: "/2025-11-30/capacity-providers", status: 200, input: Some(ShapeId(345)), output: Some(ShapeId(346)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "ListCodeSigningConfigs", method: "GET", uri: "/2020-04-22/code-signing-configs", status: 200, input: Some(ShapeId(347)), output: Some(ShapeId(348)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(520)], built: true },
    Operation { name: "ListDurableExecutionsByFunction", method: "GET", uri: "/2025-12-01/functions/{FunctionName}/durable-executions", status: 200, input: Some(ShapeId(349)), output: Some(ShapeId(350)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "ListEventSourceMappings", method: "GET", uri: "/2015-03-31/event-source-mappings", status: 200, input: Some(ShapeId(351)), output: Some(ShapeId(352)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListFunctionEventInvokeConfigs", method: "GET", uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config/list", status: 200, input: Some(ShapeId(353)), output: Some(ShapeId(354)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListFunctionUrlConfigs", method: "GET", uri: "/2021-10-31/functions/{FunctionName}/urls", status: 200, input: Some(ShapeId(355)), output: Some(ShapeId(356)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListFunctionVersionsByCapacityProvider", method: "GET", uri: "/2025-11-30/capacity-providers/{CapacityProviderName}/function-versions", status: 200, input: Some(ShapeId(357)), output: Some(ShapeId(358)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "ListFunctions", method: "GET", uri: "/2015-03-31/functions", status: 200, input: Some(ShapeId(361)), output: Some(ShapeId(362)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListFunctionsByCodeSigningConfig", method: "GET", uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions", status: 200, input: Some(ShapeId(359)), output: Some(ShapeId(360)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520)], built: true },
    Operation { name: "ListLayerVersions", method: "GET", uri: "/2018-10-31/layers/{LayerName}/versions", status: 200, input: Some(ShapeId(363)), output: Some(ShapeId(364)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListLayers", method: "GET", uri: "/2018-10-31/layers", status: 200, input: Some(ShapeId(365)), output: Some(ShapeId(366)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListProvisionedConcurrencyConfigs", method: "GET", uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL", status: 200, input: Some(ShapeId(367)), output: Some(ShapeId(368)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListTags", method: "GET", uri: "/2017-03-31/tags/{Resource}", status: 200, input: Some(ShapeId(369)), output: Some(ShapeId(370)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ListVersionsByFunction", method: "GET", uri: "/2015-03-31/functions/{FunctionName}/versions", status: 200, input: Some(ShapeId(371)), output: Some(ShapeId(372)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PauseDurableExecution", method: "POST", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/pause", status: 202, input: Some(ShapeId(426)), output: Some(ShapeId(427)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "PublishLayerVersion", method: "POST", uri: "/2018-10-31/layers/{LayerName}/versions", status: 201, input: Some(ShapeId(446)), output: Some(ShapeId(447)), result_wrapper: "", errors: &[ShapeId(82), ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PublishVersion", method: "POST", uri: "/2015-03-31/functions/{FunctionName}/versions", status: 201, input: Some(ShapeId(448)), output: Some(ShapeId(210)), result_wrapper: "", errors: &[ShapeId(82), ShapeId(232), ShapeId(288), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutFunctionCodeSigningConfig", method: "PUT", uri: "/2020-06-30/functions/{FunctionName}/code-signing-config", status: 200, input: Some(ShapeId(450)), output: Some(ShapeId(451)), result_wrapper: "", errors: &[ShapeId(79), ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutFunctionConcurrency", method: "PUT", uri: "/2017-10-31/functions/{FunctionName}/concurrency", status: 200, input: Some(ShapeId(452)), output: Some(ShapeId(87)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutFunctionEventInvokeConfig", method: "PUT", uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config", status: 200, input: Some(ShapeId(453)), output: Some(ShapeId(211)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutFunctionRecursionConfig", method: "PUT", uri: "/2024-08-31/functions/{FunctionName}/recursion-config", status: 200, input: Some(ShapeId(454)), output: Some(ShapeId(455)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutFunctionScalingConfig", method: "PUT", uri: "/2025-11-30/functions/{FunctionName}/function-scaling-config", status: 202, input: Some(ShapeId(456)), output: Some(ShapeId(457)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "PutProvisionedConcurrencyConfig", method: "PUT", uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", status: 202, input: Some(ShapeId(458)), output: Some(ShapeId(459)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutResourcePolicy", method: "PUT", uri: "/2026-07-09/resource-policy/{ResourceArn}", status: 200, input: Some(ShapeId(460)), output: Some(ShapeId(461)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(430), ShapeId(433), ShapeId(445), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "PutRuntimeManagementConfig", method: "PUT", uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config", status: 200, input: Some(ShapeId(462)), output: Some(ShapeId(463)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "RemoveLayerVersionPermission", method: "DELETE", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}", status: 204, input: Some(ShapeId(469)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "RemovePermission", method: "DELETE", uri: "/2015-03-31/functions/{FunctionName}/policy/{StatementId}", status: 204, input: Some(ShapeId(470)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(433), ShapeId(445), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "ResumeDurableExecution", method: "POST", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/resume", status: 202, input: Some(ShapeId(482)), output: Some(ShapeId(483)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "SendDurableExecutionCallbackFailure", method: "POST", uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/fail", status: 200, input: Some(ShapeId(511)), output: Some(ShapeId(512)), result_wrapper: "", errors: &[ShapeId(41), ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "SendDurableExecutionCallbackHeartbeat", method: "POST", uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat", status: 200, input: Some(ShapeId(513)), output: Some(ShapeId(514)), result_wrapper: "", errors: &[ShapeId(41), ShapeId(288), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "SendDurableExecutionCallbackSuccess", method: "POST", uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/succeed", status: 200, input: Some(ShapeId(515)), output: Some(ShapeId(516)), result_wrapper: "", errors: &[ShapeId(41), ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "StopDurableExecution", method: "POST", uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/stop", status: 200, input: Some(ShapeId(547)), output: Some(ShapeId(548)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(308), ShapeId(309), ShapeId(310), ShapeId(313), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "TagResource", method: "POST", uri: "/2017-03-31/tags/{Resource}", status: 204, input: Some(ShapeId(557)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UntagResource", method: "DELETE", uri: "/2017-03-31/tags/{Resource}", status: 204, input: Some(ShapeId(585)), output: None, result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UpdateAlias", method: "PUT", uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}", status: 200, input: Some(ShapeId(586)), output: Some(ShapeId(12)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UpdateCapacityProvider", method: "PUT", uri: "/2025-11-30/capacity-providers/{CapacityProviderName}", status: 202, input: Some(ShapeId(587)), output: Some(ShapeId(588)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: false },
    Operation { name: "UpdateCodeSigningConfig", method: "PUT", uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}", status: 200, input: Some(ShapeId(589)), output: Some(ShapeId(590)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(478), ShapeId(520)], built: true },
    Operation { name: "UpdateEventSourceMapping", method: "PUT", uri: "/2015-03-31/event-source-mappings/{UUID}", status: 202, input: Some(ShapeId(591)), output: Some(ShapeId(168)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(477), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UpdateFunctionCode", method: "PUT", uri: "/2015-03-31/functions/{FunctionName}/code", status: 200, input: Some(ShapeId(592)), output: Some(ShapeId(210)), result_wrapper: "", errors: &[ShapeId(79), ShapeId(82), ShapeId(83), ShapeId(287), ShapeId(288), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UpdateFunctionConfiguration", method: "PUT", uri: "/2015-03-31/functions/{FunctionName}/configuration", status: 200, input: Some(ShapeId(593)), output: Some(ShapeId(210)), result_wrapper: "", errors: &[ShapeId(79), ShapeId(83), ShapeId(287), ShapeId(288), ShapeId(433), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UpdateFunctionEventInvokeConfig", method: "POST", uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config", status: 200, input: Some(ShapeId(594)), output: Some(ShapeId(211)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
    Operation { name: "UpdateFunctionUrlConfig", method: "PUT", uri: "/2021-10-31/functions/{FunctionName}/url", status: 200, input: Some(ShapeId(595)), output: Some(ShapeId(596)), result_wrapper: "", errors: &[ShapeId(288), ShapeId(476), ShapeId(478), ShapeId(520), ShapeId(571)], built: true },
];

static SIBLINGS: [Sibling; 73] = [
    Sibling { service: "lambda-core", operation: "CreateNetworkConnector", method: "POST", uri: "/2026-04-04/network-connectors" },
    Sibling { service: "lambda-core", operation: "CreateRuntime", method: "POST", uri: "/2026-10-01/runtimes" },
    Sibling { service: "lambda-core", operation: "CreateRuntimeAlias", method: "POST", uri: "/2026-10-01/runtimes/{RuntimeName}/aliases" },
    Sibling { service: "lambda-core", operation: "CreateRuntimeVersion", method: "POST", uri: "/2026-10-01/runtimes/{RuntimeName}/versions" },
    Sibling { service: "lambda-core", operation: "DeleteNetworkConnector", method: "DELETE", uri: "/2026-04-04/network-connectors/{Identifier}" },
    Sibling { service: "lambda-core", operation: "DeleteRuntime", method: "DELETE", uri: "/2026-10-01/runtimes/{RuntimeName}" },
    Sibling { service: "lambda-core", operation: "DeleteRuntimeAlias", method: "DELETE", uri: "/2026-10-01/runtimes/{RuntimeName}/aliases/{Name}" },
    Sibling { service: "lambda-core", operation: "DeleteRuntimeVersion", method: "DELETE", uri: "/2026-10-01/runtimes/{RuntimeName}/versions/{Name}" },
    Sibling { service: "lambda-core", operation: "GetNetworkConnector", method: "GET", uri: "/2026-04-04/network-connectors/{Identifier}" },
    Sibling { service: "lambda-core", operation: "GetRuntime", method: "GET", uri: "/2026-10-01/runtimes/{RuntimeName}" },
    Sibling { service: "lambda-core", operation: "GetRuntimeAlias", method: "GET", uri: "/2026-10-01/runtimes/{RuntimeName}/aliases/{Name}" },
    Sibling { service: "lambda-core", operation: "GetRuntimeVersion", method: "GET", uri: "/2026-10-01/runtimes/{RuntimeName}/versions/{Name}" },
    Sibling { service: "lambda-core", operation: "ListNetworkConnectorVersions", method: "GET", uri: "/2026-04-04/network-connectors/{Identifier}/versions" },
    Sibling { service: "lambda-core", operation: "ListNetworkConnectors", method: "GET", uri: "/2026-04-04/network-connectors" },
    Sibling { service: "lambda-core", operation: "ListRuntimeAliases", method: "GET", uri: "/2026-10-01/runtimes/{RuntimeName}/aliases" },
    Sibling { service: "lambda-core", operation: "ListRuntimeVersions", method: "GET", uri: "/2026-10-01/runtimes/{RuntimeName}/versions" },
    Sibling { service: "lambda-core", operation: "ListRuntimes", method: "GET", uri: "/2026-10-01/runtimes" },
    Sibling { service: "lambda-core", operation: "RestoreRuntime", method: "POST", uri: "/2026-10-01/runtimes/{RuntimeName}/restore" },
    Sibling { service: "lambda-core", operation: "UpdateNetworkConnector", method: "PUT", uri: "/2026-04-04/network-connectors/{Identifier}" },
    Sibling { service: "lambda-core", operation: "UpdateRuntime", method: "PUT", uri: "/2026-10-01/runtimes/{RuntimeName}" },
    Sibling { service: "lambda-core", operation: "UpdateRuntimeAlias", method: "PUT", uri: "/2026-10-01/runtimes/{RuntimeName}/aliases/{Name}" },
    Sibling { service: "lambda-core", operation: "UpdateRuntimeVersion", method: "PATCH", uri: "/2026-10-01/runtimes/{RuntimeName}/versions/{Name}" },
    Sibling { service: "lambda-microvms", operation: "CreateMicrovmAuthToken", method: "POST", uri: "/2025-09-09/microvms/{microvmIdentifier}/auth-token" },
    Sibling { service: "lambda-microvms", operation: "CreateMicrovmImage", method: "POST", uri: "/2025-09-09/microvm-images" },
    Sibling { service: "lambda-microvms", operation: "CreateMicrovmShellAuthToken", method: "POST", uri: "/2025-09-09/microvms/{microvmIdentifier}/shell-auth-token" },
    Sibling { service: "lambda-microvms", operation: "DeleteMicrovmImage", method: "DELETE", uri: "/2025-09-09/microvm-images/{imageIdentifier}" },
    Sibling { service: "lambda-microvms", operation: "DeleteMicrovmImageVersion", method: "DELETE", uri: "/2025-09-09/microvm-images/{imageIdentifier}/versions/{imageVersion}" },
    Sibling { service: "lambda-microvms", operation: "GetMicrovm", method: "GET", uri: "/2025-09-09/microvms/{microvmIdentifier}" },
    Sibling { service: "lambda-microvms", operation: "GetMicrovmImage", method: "GET", uri: "/2025-09-09/microvm-images/{imageIdentifier}" },
    Sibling { service: "lambda-microvms", operation: "GetMicrovmImageBuild", method: "GET", uri: "/2025-09-09/microvm-images/{imageIdentifier}/versions/{imageVersion}/builds/{buildId}" },
    Sibling { service: "lambda-microvms", operation: "GetMicrovmImageVersion", method: "GET", uri: "/2025-09-09/microvm-images/{imageIdentifier}/versions/{imageVersion}" },
    Sibling { service: "lambda-microvms", operation: "ListManagedMicrovmImageVersions", method: "GET", uri: "/2025-09-09/managed-microvm-images/{imageIdentifier}/versions" },
    Sibling { service: "lambda-microvms", operation: "ListManagedMicrovmImages", method: "GET", uri: "/2025-09-09/managed-microvm-images" },
    Sibling { service: "lambda-microvms", operation: "ListMicrovmImageBuilds", method: "GET", uri: "/2025-09-09/microvm-images/{imageIdentifier}/versions/{imageVersion}/builds" },
    Sibling { service: "lambda-microvms", operation: "ListMicrovmImageVersions", method: "GET", uri: "/2025-09-09/microvm-images/{imageIdentifier}/versions" },
    Sibling { service: "lambda-microvms", operation: "ListMicrovmImages", method: "GET", uri: "/2025-09-09/microvm-images" },
    Sibling { service: "lambda-microvms", operation: "ListMicrovms", method: "GET", uri: "/2025-09-09/microvms" },
    Sibling { service: "lambda-microvms", operation: "ResumeMicrovm", method: "POST", uri: "/2025-09-09/microvms/{microvmIdentifier}/resume" },
    Sibling { service: "lambda-microvms", operation: "RunMicrovm", method: "POST", uri: "/2025-09-09/microvms" },
    Sibling { service: "lambda-microvms", operation: "SuspendMicrovm", method: "POST", uri: "/2025-09-09/microvms/{microvmIdentifier}/suspend" },
    Sibling { service: "lambda-microvms", operation: "TerminateMicrovm", method: "DELETE", uri: "/2025-09-09/microvms/{microvmIdentifier}" },
    Sibling { service: "lambda-microvms", operation: "UpdateMicrovmImage", method: "PUT", uri: "/2025-09-09/microvm-images/{imageIdentifier}" },
    Sibling { service: "lambda-microvms", operation: "UpdateMicrovmImageVersion", method: "PATCH", uri: "/2025-09-09/microvm-images/{imageIdentifier}/versions/{imageVersion}" },
    Sibling { service: "lambda-web", operation: "CreateWebFunction", method: "PUT", uri: "/2025-03-07/web-functions" },
    Sibling { service: "lambda-web", operation: "CreateWebFunctionEndpoint", method: "PUT", uri: "/2025-03-07/web-functions/{functionName}/endpoints" },
    Sibling { service: "lambda-web", operation: "CreateWebFunctionRevision", method: "POST", uri: "/2025-03-07/web-functions/{functionName}/revisions" },
    Sibling { service: "lambda-web", operation: "DeleteResourcePolicy", method: "DELETE", uri: "/2025-03-07/resource-policy/{resourceArn}" },
    Sibling { service: "lambda-web", operation: "DeleteWebFunction", method: "DELETE", uri: "/2025-03-07/web-functions/{functionName}" },
    Sibling { service: "lambda-web", operation: "DeleteWebFunctionEndpoint", method: "DELETE", uri: "/2025-03-07/web-functions/{functionName}/endpoints/{endpointName}" },
    Sibling { service: "lambda-web", operation: "DeleteWebFunctionRevision", method: "DELETE", uri: "/2025-03-07/web-functions/{functionName}/revisions/{revisionId}" },
    Sibling { service: "lambda-web", operation: "GetResourcePolicy", method: "GET", uri: "/2025-03-07/resource-policy/{resourceArn}" },
    Sibling { service: "lambda-web", operation: "GetWebAccountSettings", method: "GET", uri: "/2025-03-07/web-account-settings" },
    Sibling { service: "lambda-web", operation: "GetWebFunction", method: "GET", uri: "/2025-03-07/web-functions/{functionName}" },
    Sibling { service: "lambda-web", operation: "GetWebFunctionEndpoint", method: "GET", uri: "/2025-03-07/web-functions/{functionName}/endpoints/{endpointName}" },
    Sibling { service: "lambda-web", operation: "GetWebFunctionRevision", method: "GET", uri: "/2025-03-07/web-functions/{functionName}/revisions/{revisionId}" },
    Sibling { service: "lambda-web", operation: "ListTags", method: "GET", uri: "/2025-03-07/tags/{resource}" },
    Sibling { service: "lambda-web", operation: "ListWebFunctionEndpoints", method: "POST", uri: "/2025-03-07/web-functions/{functionName}/list-endpoints" },
    Sibling { service: "lambda-web", operation: "ListWebFunctionRevisions", method: "POST", uri: "/2025-03-07/web-functions/{functionName}/list-revisions" },
    Sibling { service: "lambda-web", operation: "ListWebFunctions", method: "POST", uri: "/2025-03-07/web-functions" },
    Sibling { service: "lambda-web", operation: "PutResourcePolicy", method: "PUT", uri: "/2025-03-07/resource-policy/{resourceArn}" },
    Sibling { service: "lambda-web", operation: "TagResource", method: "POST", uri: "/2025-03-07/tags/{resource}" },
    Sibling { service: "lambda-web", operation: "UntagResource", method: "DELETE", uri: "/2025-03-07/tags/{resource}" },
    Sibling { service: "lambda-web", operation: "UpdateWebFunctionEndpoint", method: "PATCH", uri: "/2025-03-07/web-functions/{functionName}/endpoints/{endpointName}" },
    Sibling { service: "lambda", operation: "AddEventSource", method: "POST", uri: "/2014-11-13/event-source-mappings/" },
    Sibling { service: "lambda", operation: "DeleteFunction", method: "DELETE", uri: "/2014-11-13/functions/{FunctionName}" },
    Sibling { service: "lambda", operation: "GetEventSource", method: "GET", uri: "/2014-11-13/event-source-mappings/{UUID}" },
    Sibling { service: "lambda", operation: "GetFunction", method: "GET", uri: "/2014-11-13/functions/{FunctionName}" },
    Sibling { service: "lambda", operation: "GetFunctionConfiguration", method: "GET", uri: "/2014-11-13/functions/{FunctionName}/configuration" },
    Sibling { service: "lambda", operation: "ListEventSources", method: "GET", uri: "/2014-11-13/event-source-mappings/" },
    Sibling { service: "lambda", operation: "ListFunctions", method: "GET", uri: "/2014-11-13/functions/" },
    Sibling { service: "lambda", operation: "RemoveEventSource", method: "DELETE", uri: "/2014-11-13/event-source-mappings/{UUID}" },
    Sibling { service: "lambda", operation: "UpdateFunctionConfiguration", method: "PUT", uri: "/2014-11-13/functions/{FunctionName}/configuration" },
    Sibling { service: "lambda", operation: "UploadFunction", method: "PUT", uri: "/2014-11-13/functions/{FunctionName}" },
];

static PATTERNS: [Pattern; 69] = [
    Pattern::new("$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"),
    Pattern::new("((?!^\\d+$)^[0-9a-zA-Z-_]+$)"),
    Pattern::new("(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]*[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\\-]*[A-Za-z0-9]):[0-9]{1,5}"),
    Pattern::new("((arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+)|(arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:runtime/[A-Za-z0-9_.-]{1,128}/version/[A-Za-z0-9_.-]{1,128}))"),
    Pattern::new("(?!^[0-9]+$)([a-zA-Z0-9-_]+)"),
    Pattern::new("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)"),
    Pattern::new("([a-zA-Z0-9-_.]+)"),
    Pattern::new("([a-zA-Z0-9-_]+)"),
    Pattern::new("(\\$LATEST(\\.PUBLISHED)?|[0-9]+)"),
    Pattern::new("(\\$LATEST\\.PUBLISHED|[0-9]+)"),
    Pattern::new("(\\$LATEST|[0-9]+)"),
    Pattern::new("(^(?!(system\\x2e)))(^[_a-zA-Z0-9])([^$]*)"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]{1,140}|[a-zA-Z0-9-_]{1,140})"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"),
    Pattern::new("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]{1,64})(:((?!\\d+$)[0-9a-zA-Z-_]+))?"),
    Pattern::new("(arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+"),
    Pattern::new("(lambda:[*]|lambda:[a-zA-Z]+|[*])"),
    Pattern::new("(|[a-zA-Z0-9$_-]+)"),
    Pattern::new(".*"),
    Pattern::new("/mnt/[a-zA-Z0-9-_.]+"),
    Pattern::new("ALL|(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}"),
    Pattern::new("[ a-zA-Z0-9-\\/*:_+=.@-]*"),
    Pattern::new("[0-9A-Za-z\\.\\-_]*(?<!\\.)"),
    Pattern::new("[0-9]+"),
    Pattern::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    Pattern::new("[A-Za-z0-9+/]+={0,2}"),
    Pattern::new("[A-Za-z]+Exception"),
    Pattern::new("[\\.\\-_/#A-Za-z0-9]+"),
    Pattern::new("[\\s\\S]*"),
    Pattern::new("[\\s\\S]+"),
    Pattern::new("[\\x20-\\x7E]+"),
    Pattern::new("[\\x21-\\x7E]+"),
    Pattern::new("[^ /\\.$\\x22]*"),
    Pattern::new("[^.]([a-zA-Z0-9\\-_.]+)"),
    Pattern::new("[^\\s]+"),
    Pattern::new("[a-zA-Z0-9-\\/*:_+=.@-]*"),
    Pattern::new("[a-zA-Z0-9-_]*"),
    Pattern::new("[a-zA-Z0-9-_]+"),
    Pattern::new("[a-zA-Z0-9._\\-]+"),
    Pattern::new("[a-zA-Z0-9\\.\\*\\-]+"),
    Pattern::new("[a-zA-Z0-9\\._:\\/=+\\-@ ]+"),
    Pattern::new("[a-zA-Z]([a-zA-Z0-9_])+"),
    Pattern::new("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"),
    Pattern::new("\\d{12}"),
    Pattern::new("\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root"),
    Pattern::new("arn:([a-zA-Z0-9-]+):lambda:([a-zA-Z0-9-]+):(\\d{12}):function:([a-zA-Z0-9_-]+):(\\$LATEST(?:\\.PUBLISHED)?|[0-9]+)/durable-execution/([a-zA-Z0-9_-]+)/([a-zA-Z0-9_-]+)"),
    Pattern::new("arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_])+)?|runtime/[a-zA-Z0-9-_./]+)"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"),
    Pattern::new("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+"),
    Pattern::new("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"),
    Pattern::new("arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:runtime/.+"),
    Pattern::new("arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}"),
    Pattern::new("arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+"),
    Pattern::new("csc-[a-zA-Z0-9-_\\.]{17}"),
    Pattern::new("lambda:GetLayerVersion"),
    Pattern::new("o-[a-z0-9]{10,32}"),
    Pattern::new("sg-[0-9a-zA-Z]*"),
    Pattern::new("subnet-[0-9a-z]*"),
];

static SHAPES: [Shape; 612] = [
    Shape { name: "AcceleratorConfig", kind: Kind::Structure(&M0), sensitive: false, error: None },
    Shape { name: "AcceleratorMemoryGB", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "AccountLimit", kind: Kind::Structure(&M2), sensitive: false, error: None },
    Shape { name: "AccountUsage", kind: Kind::Structure(&M3), sensitive: false, error: None },
    Shape { name: "Action", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[21]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AddLayerVersionPermissionRequest", kind: Kind::Structure(&M5), sensitive: false, error: None },
    Shape { name: "AddLayerVersionPermissionResponse", kind: Kind::Structure(&M6), sensitive: false, error: None },
    Shape { name: "AddPermissionRequest", kind: Kind::Structure(&M7), sensitive: false, error: None },
    Shape { name: "AddPermissionResponse", kind: Kind::Structure(&M8), sensitive: false, error: None },
    Shape { name: "AdditionalVersion", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[28]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AdditionalVersionWeights", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(9), value: ShapeId(609) }), sensitive: false, error: None },
    Shape { name: "Alias", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[4]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AliasConfiguration", kind: Kind::Structure(&M12), sensitive: false, error: None },
    Shape { name: "AliasLimitExceededException", kind: Kind::Structure(&M13), sensitive: false, error: Some(ErrorTrait { code: "AliasLimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "AliasList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(12), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AliasRoutingConfiguration", kind: Kind::Structure(&M15), sensitive: false, error: None },
    Shape { name: "AllowCredentials", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "AllowMethodsList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(6) }, item: ShapeId(395), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AllowOriginsList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(420), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "AllowedPublishers", kind: Kind::Structure(&M19), sensitive: false, error: None },
    Shape { name: "AmazonManagedKafkaEventSourceConfig", kind: Kind::Structure(&M20), sensitive: false, error: None },
    Shape { name: "ApplicationLogLevel", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["TRACE", "ERROR", "INFO", "DEBUG", "FATAL", "WARN"] }), sensitive: false, error: None },
    Shape { name: "Architecture", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["x86_64", "arm64"] }), sensitive: false, error: None },
    Shape { name: "ArchitecturesList", kind: Kind::List(List { length: Length { min: Some(1), max: Some(1) }, item: ShapeId(22), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Arn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[60]), values: &[] }), sensitive: false, error: None },
    Shape { name: "AttemptCount", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "BatchSize", kind: Kind::Integer(Whole { min: Some(1), max: Some(10000) }), sensitive: false, error: None },
    Shape { name: "BinaryOperationPayload", kind: Kind::Blob(Length { min: Some(0), max: Some(1048576) }), sensitive: true, error: None },
    Shape { name: "BisectBatchOnFunctionError", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "Blob", kind: Kind::Blob(Length { min: None, max: None }), sensitive: true, error: None },
    Shape { name: "BlobStream", kind: Kind::Blob(Length { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "Boolean", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "CallbackDetails", kind: Kind::Structure(&M32), sensitive: false, error: None },
    Shape { name: "CallbackFailedDetails", kind: Kind::Structure(&M33), sensitive: false, error: None },
    Shape { name: "CallbackId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[30]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CallbackOptions", kind: Kind::Structure(&M35), sensitive: false, error: None },
    Shape { name: "CallbackOptionsHeartbeatTimeoutSecondsInteger", kind: Kind::Integer(Whole { min: Some(0), max: Some(99999999) }), sensitive: false, error: None },
    Shape { name: "CallbackOptionsTimeoutSecondsInteger", kind: Kind::Integer(Whole { min: Some(0), max: Some(99999999) }), sensitive: false, error: None },
    Shape { name: "CallbackStartedDetails", kind: Kind::Structure(&M38), sensitive: false, error: None },
    Shape { name: "CallbackSucceededDetails", kind: Kind::Structure(&M39), sensitive: false, error: None },
    Shape { name: "CallbackTimedOutDetails", kind: Kind::Structure(&M40), sensitive: false, error: None },
    Shape { name: "CallbackTimeoutException", kind: Kind::Structure(&M41), sensitive: false, error: Some(ErrorTrait { code: "CallbackTimeoutException", status: 400, sender_fault: true }) },
    Shape { name: "CapacityProvider", kind: Kind::Structure(&M42), sensitive: false, error: None },
    Shape { name: "CapacityProviderArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(140) }, pattern: Some(&PATTERNS[63]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CapacityProviderConfig", kind: Kind::Structure(&M44), sensitive: false, error: None },
    Shape { name: "CapacityProviderLimitExceededException", kind: Kind::Structure(&M45), sensitive: false, error: Some(ErrorTrait { code: "CapacityProviderLimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "CapacityProviderLoggingConfig", kind: Kind::Structure(&M46), sensitive: false, error: None },
    Shape { name: "CapacityProviderMaxVCpuCount", kind: Kind::Integer(Whole { min: Some(2), max: Some(15000) }), sensitive: false, error: None },
    Shape { name: "CapacityProviderName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(140) }, pattern: Some(&PATTERNS[20]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CapacityProviderPermissionsConfig", kind: Kind::Structure(&M49), sensitive: false, error: None },
    Shape { name: "CapacityProviderPredefinedMetricType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["LambdaCapacityProviderAverageGPUUtilization", "LambdaCapacityProviderAverageCPUUtilization"] }), sensitive: false, error: None },
    Shape { name: "CapacityProviderScalingConfig", kind: Kind::Structure(&M51), sensitive: false, error: None },
    Shape { name: "CapacityProviderScalingMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Auto", "Manual"] }), sensitive: false, error: None },
    Shape { name: "CapacityProviderScalingPoliciesList", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(564), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CapacityProviderSecurityGroupIds", kind: Kind::List(List { length: Length { min: Some(0), max: Some(5) }, item: ShapeId(507), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CapacityProviderState", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Active", "Failed", "Pending", "Deleting"] }), sensitive: false, error: None },
    Shape { name: "CapacityProviderSubnetIds", kind: Kind::List(List { length: Length { min: Some(1), max: Some(16) }, item: ShapeId(552), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CapacityProviderTelemetryConfig", kind: Kind::Structure(&M57), sensitive: false, error: None },
    Shape { name: "CapacityProviderVpcConfig", kind: Kind::Structure(&M58), sensitive: false, error: None },
    Shape { name: "CapacityProvidersList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(50) }, item: ShapeId(42), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ChainedInvokeDetails", kind: Kind::Structure(&M60), sensitive: false, error: None },
    Shape { name: "ChainedInvokeFailedDetails", kind: Kind::Structure(&M61), sensitive: false, error: None },
    Shape { name: "ChainedInvokeOptions", kind: Kind::Structure(&M62), sensitive: false, error: None },
    Shape { name: "ChainedInvokeStartedDetails", kind: Kind::Structure(&M63), sensitive: false, error: None },
    Shape { name: "ChainedInvokeStoppedDetails", kind: Kind::Structure(&M64), sensitive: false, error: None },
    Shape { name: "ChainedInvokeSucceededDetails", kind: Kind::Structure(&M65), sensitive: false, error: None },
    Shape { name: "ChainedInvokeTimedOutDetails", kind: Kind::Structure(&M66), sensitive: false, error: None },
    Shape { name: "CheckpointDurableExecutionRequest", kind: Kind::Structure(&M67), sensitive: false, error: None },
    Shape { name: "CheckpointDurableExecutionResponse", kind: Kind::Structure(&M68), sensitive: false, error: None },
    Shape { name: "CheckpointToken", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[30]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CheckpointUpdatedExecutionState", kind: Kind::Structure(&M70), sensitive: false, error: None },
    Shape { name: "ClientToken", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[36]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CodeArtifactUserDeletedException", kind: Kind::Structure(&M72), sensitive: false, error: Some(ErrorTrait { code: "CodeArtifactUserDeletedException", status: 409, sender_fault: true }) },
    Shape { name: "CodeArtifactUserFailedException", kind: Kind::Structure(&M73), sensitive: false, error: Some(ErrorTrait { code: "CodeArtifactUserFailedException", status: 409, sender_fault: true }) },
    Shape { name: "CodeArtifactUserPendingException", kind: Kind::Structure(&M74), sensitive: false, error: Some(ErrorTrait { code: "CodeArtifactUserPendingException", status: 409, sender_fault: true }) },
    Shape { name: "CodeSigningConfig", kind: Kind::Structure(&M75), sensitive: false, error: None },
    Shape { name: "CodeSigningConfigArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(200) }, pattern: Some(&PATTERNS[55]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CodeSigningConfigId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[64]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CodeSigningConfigList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(75), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CodeSigningConfigNotFoundException", kind: Kind::Structure(&M79), sensitive: false, error: Some(ErrorTrait { code: "CodeSigningConfigNotFoundException", status: 404, sender_fault: true }) },
    Shape { name: "CodeSigningPolicies", kind: Kind::Structure(&M80), sensitive: false, error: None },
    Shape { name: "CodeSigningPolicy", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Enforce", "Warn"] }), sensitive: false, error: None },
    Shape { name: "CodeStorageExceededException", kind: Kind::Structure(&M82), sensitive: false, error: Some(ErrorTrait { code: "CodeStorageExceededException", status: 400, sender_fault: true }) },
    Shape { name: "CodeVerificationFailedException", kind: Kind::Structure(&M83), sensitive: false, error: Some(ErrorTrait { code: "CodeVerificationFailedException", status: 400, sender_fault: true }) },
    Shape { name: "CollectionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(57) }, pattern: Some(&PATTERNS[11]), values: &[] }), sensitive: false, error: None },
    Shape { name: "CompatibleArchitectures", kind: Kind::List(List { length: Length { min: Some(0), max: Some(2) }, item: ShapeId(22), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "CompatibleRuntimes", kind: Kind::List(List { length: Length { min: Some(0), max: Some(15) }, item: ShapeId(490), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Concurrency", kind: Kind::Structure(&M87), sensitive: false, error: None },
    Shape { name: "ContextDetails", kind: Kind::Structure(&M88), sensitive: false, error: None },
    Shape { name: "ContextFailedDetails", kind: Kind::Structure(&M89), sensitive: false, error: None },
    Shape { name: "ContextOptions", kind: Kind::Structure(&M90), sensitive: false, error: None },
    Shape { name: "ContextStartedDetails", kind: Kind::Structure(&M91), sensitive: false, error: None },
    Shape { name: "ContextSucceededDetails", kind: Kind::Structure(&M92), sensitive: false, error: None },
    Shape { name: "Cors", kind: Kind::Structure(&M93), sensitive: false, error: None },
    Shape { name: "CreateAliasRequest", kind: Kind::Structure(&M94), sensitive: false, error: None },
    Shape { name: "CreateCapacityProviderRequest", kind: Kind::Structure(&M95), sensitive: false, error: None },
    Shape { name: "CreateCapacityProviderResponse", kind: Kind::Structure(&M96), sensitive: false, error: None },
    Shape { name: "CreateCodeSigningConfigRequest", kind: Kind::Structure(&M97), sensitive: false, error: None },
    Shape { name: "CreateCodeSigningConfigResponse", kind: Kind::Structure(&M98), sensitive: false, error: None },
    Shape { name: "CreateEventSourceMappingRequest", kind: Kind::Structure(&M99), sensitive: false, error: None },
    Shape { name: "CreateFunctionRequest", kind: Kind::Structure(&M100), sensitive: false, error: None },
    Shape { name: "CreateFunctionUrlConfigRequest", kind: Kind::Structure(&M101), sensitive: false, error: None },
    Shape { name: "CreateFunctionUrlConfigResponse", kind: Kind::Structure(&M102), sensitive: false, error: None },
    Shape { name: "DatabaseName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(63) }, pattern: Some(&PATTERNS[37]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Date", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "DeadLetterConfig", kind: Kind::Structure(&M105), sensitive: false, error: None },
    Shape { name: "DeleteAliasRequest", kind: Kind::Structure(&M106), sensitive: false, error: None },
    Shape { name: "DeleteCapacityProviderRequest", kind: Kind::Structure(&M107), sensitive: false, error: None },
    Shape { name: "DeleteCapacityProviderResponse", kind: Kind::Structure(&M108), sensitive: false, error: None },
    Shape { name: "DeleteCodeSigningConfigRequest", kind: Kind::Structure(&M109), sensitive: false, error: None },
    Shape { name: "DeleteCodeSigningConfigResponse", kind: Kind::Structure(&M110), sensitive: false, error: None },
    Shape { name: "DeleteDurableExecutionRequest", kind: Kind::Structure(&M111), sensitive: false, error: None },
    Shape { name: "DeleteDurableExecutionResponse", kind: Kind::Structure(&M112), sensitive: false, error: None },
    Shape { name: "DeleteEventSourceMappingRequest", kind: Kind::Structure(&M113), sensitive: false, error: None },
    Shape { name: "DeleteFunctionCodeSigningConfigRequest", kind: Kind::Structure(&M114), sensitive: false, error: None },
    Shape { name: "DeleteFunctionConcurrencyRequest", kind: Kind::Structure(&M115), sensitive: false, error: None },
    Shape { name: "DeleteFunctionEventInvokeConfigRequest", kind: Kind::Structure(&M116), sensitive: false, error: None },
    Shape { name: "DeleteFunctionRequest", kind: Kind::Structure(&M117), sensitive: false, error: None },
    Shape { name: "DeleteFunctionResponse", kind: Kind::Structure(&M118), sensitive: false, error: None },
    Shape { name: "DeleteFunctionUrlConfigRequest", kind: Kind::Structure(&M119), sensitive: false, error: None },
    Shape { name: "DeleteLayerVersionRequest", kind: Kind::Structure(&M120), sensitive: false, error: None },
    Shape { name: "DeleteProvisionedConcurrencyConfigRequest", kind: Kind::Structure(&M121), sensitive: false, error: None },
    Shape { name: "DeleteResourcePolicyRequest", kind: Kind::Structure(&M122), sensitive: false, error: None },
    Shape { name: "Description", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "DestinationArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(350) }, pattern: Some(&PATTERNS[0]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DestinationConfig", kind: Kind::Structure(&M125), sensitive: false, error: None },
    Shape { name: "DirectS3Read", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DISABLED", "AUTO", "ENABLED"] }), sensitive: false, error: None },
    Shape { name: "DocumentDBEventSourceConfig", kind: Kind::Structure(&M127), sensitive: false, error: None },
    Shape { name: "DurableConfig", kind: Kind::Structure(&M128), sensitive: false, error: None },
    Shape { name: "DurableExecutionAlreadyStartedException", kind: Kind::Structure(&M129), sensitive: false, error: Some(ErrorTrait { code: "DurableExecutionAlreadyStartedException", status: 409, sender_fault: true }) },
    Shape { name: "DurableExecutionArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[50]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DurableExecutionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[42]), values: &[] }), sensitive: false, error: None },
    Shape { name: "DurableExecutions", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(179), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "DurationSeconds", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "EC2AccessDeniedException", kind: Kind::Structure(&M134), sensitive: false, error: Some(ErrorTrait { code: "EC2AccessDeniedException", status: 502, sender_fault: false }) },
    Shape { name: "EC2ThrottledException", kind: Kind::Structure(&M135), sensitive: false, error: Some(ErrorTrait { code: "EC2ThrottledException", status: 502, sender_fault: false }) },
    Shape { name: "EC2UnexpectedException", kind: Kind::Structure(&M136), sensitive: false, error: Some(ErrorTrait { code: "EC2UnexpectedException", status: 502, sender_fault: false }) },
    Shape { name: "EFSIOException", kind: Kind::Structure(&M137), sensitive: false, error: Some(ErrorTrait { code: "EFSIOException", status: 410, sender_fault: true }) },
    Shape { name: "EFSMountConnectivityException", kind: Kind::Structure(&M138), sensitive: false, error: Some(ErrorTrait { code: "EFSMountConnectivityException", status: 408, sender_fault: true }) },
    Shape { name: "EFSMountFailureException", kind: Kind::Structure(&M139), sensitive: false, error: Some(ErrorTrait { code: "EFSMountFailureException", status: 403, sender_fault: true }) },
    Shape { name: "EFSMountTimeoutException", kind: Kind::Structure(&M140), sensitive: false, error: Some(ErrorTrait { code: "EFSMountTimeoutException", status: 408, sender_fault: true }) },
    Shape { name: "ENILimitReachedException", kind: Kind::Structure(&M141), sensitive: false, error: Some(ErrorTrait { code: "ENILimitReachedException", status: 502, sender_fault: false }) },
    Shape { name: "ENINotReadyException", kind: Kind::Structure(&M142), sensitive: false, error: Some(ErrorTrait { code: "ENINotReadyException", status: 502, sender_fault: false }) },
    Shape { name: "Enabled", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "EndPointType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["KAFKA_BOOTSTRAP_SERVERS"] }), sensitive: false, error: None },
    Shape { name: "Endpoint", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(300) }, pattern: Some(&PATTERNS[2]), values: &[] }), sensitive: false, error: None },
    Shape { name: "EndpointLists", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(145), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Endpoints", kind: Kind::Map(Map { length: Length { min: Some(1), max: Some(2) }, key: ShapeId(144), value: ShapeId(146) }), sensitive: false, error: None },
    Shape { name: "Environment", kind: Kind::Structure(&M148), sensitive: false, error: None },
    Shape { name: "EnvironmentError", kind: Kind::Structure(&M149), sensitive: false, error: None },
    Shape { name: "EnvironmentResponse", kind: Kind::Structure(&M150), sensitive: false, error: None },
    Shape { name: "EnvironmentVariableName", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: Some(&PATTERNS[46]), values: &[] }), sensitive: true, error: None },
    Shape { name: "EnvironmentVariableValue", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "EnvironmentVariables", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(151), value: ShapeId(152) }), sensitive: true, error: None },
    Shape { name: "EphemeralStorage", kind: Kind::Structure(&M154), sensitive: false, error: None },
    Shape { name: "EphemeralStorageSize", kind: Kind::Integer(Whole { min: Some(512), max: Some(32768) }), sensitive: false, error: None },
    Shape { name: "ErrorData", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "ErrorMessage", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "ErrorObject", kind: Kind::Structure(&M158), sensitive: false, error: None },
    Shape { name: "ErrorType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "Event", kind: Kind::Structure(&M160), sensitive: false, error: None },
    Shape { name: "EventError", kind: Kind::Structure(&M161), sensitive: false, error: None },
    Shape { name: "EventId", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "EventInput", kind: Kind::Structure(&M163), sensitive: false, error: None },
    Shape { name: "EventPauseReason", kind: Kind::Structure(&M164), sensitive: false, error: None },
    Shape { name: "EventResult", kind: Kind::Structure(&M165), sensitive: false, error: None },
    Shape { name: "EventResumeReason", kind: Kind::Structure(&M166), sensitive: false, error: None },
    Shape { name: "EventSourceMappingArn", kind: Kind::String(Text { length: Length { min: Some(85), max: Some(120) }, pattern: Some(&PATTERNS[56]), values: &[] }), sensitive: false, error: None },
    Shape { name: "EventSourceMappingConfiguration", kind: Kind::Structure(&M168), sensitive: false, error: None },
    Shape { name: "EventSourceMappingLoggingConfig", kind: Kind::Structure(&M169), sensitive: false, error: None },
    Shape { name: "EventSourceMappingMetric", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["EventCount", "ErrorCount", "KafkaMetrics"] }), sensitive: false, error: None },
    Shape { name: "EventSourceMappingMetricList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(3) }, item: ShapeId(170), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "EventSourceMappingMetricsConfig", kind: Kind::Structure(&M172), sensitive: false, error: None },
    Shape { name: "EventSourceMappingSystemLogLevel", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["INFO", "DEBUG", "WARN"] }), sensitive: false, error: None },
    Shape { name: "EventSourceMappingsList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(168), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "EventSourcePosition", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"] }), sensitive: false, error: None },
    Shape { name: "EventSourceToken", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: Some(&PATTERNS[43]), values: &[] }), sensitive: false, error: None },
    Shape { name: "EventType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["InvocationCompleted", "ChainedInvokeTimedOut", "ContextSucceeded", "ChainedInvokeFailed", "ExecutionTimedOut", "ContextFailed", "StepFailed", "ChainedInvokeSucceeded", "CallbackStarted", "StepStarted", "ChainedInvokeStopped", "WaitStarted", "ChainedInvokeStarted", "ExecutionResumed", "ExecutionStopped", "WaitSucceeded", "ExecutionStarted", "ExecutionSucceeded", "StepSucceeded", "CallbackSucceeded", "CallbackFailed", "ExecutionPaused", "ContextStarted", "WaitCancelled", "ExecutionFailed", "CallbackTimedOut"] }), sensitive: false, error: None },
    Shape { name: "Events", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(160), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Execution", kind: Kind::Structure(&M179), sensitive: false, error: None },
    Shape { name: "ExecutionDataIncluded", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "ExecutionDetails", kind: Kind::Structure(&M181), sensitive: false, error: None },
    Shape { name: "ExecutionEnvironmentMemoryGiBPerVCpu", kind: Kind::Double(Real { min: Some(2.0), max: Some(8.0) }), sensitive: false, error: None },
    Shape { name: "ExecutionFailedDetails", kind: Kind::Structure(&M183), sensitive: false, error: None },
    Shape { name: "ExecutionPausedDetails", kind: Kind::Structure(&M184), sensitive: false, error: None },
    Shape { name: "ExecutionResumedDetails", kind: Kind::Structure(&M185), sensitive: false, error: None },
    Shape { name: "ExecutionStartedDetails", kind: Kind::Structure(&M186), sensitive: false, error: None },
    Shape { name: "ExecutionStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PAUSING", "PAUSED", "FAILED", "RUNNING", "TIMED_OUT", "STOPPED", "SUCCEEDED", "DELETING"] }), sensitive: false, error: None },
    Shape { name: "ExecutionStatusList", kind: Kind::List(List { length: Length { min: Some(1), max: Some(10) }, item: ShapeId(187), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ExecutionStoppedDetails", kind: Kind::Structure(&M189), sensitive: false, error: None },
    Shape { name: "ExecutionSucceededDetails", kind: Kind::Structure(&M190), sensitive: false, error: None },
    Shape { name: "ExecutionTimedOutDetails", kind: Kind::Structure(&M191), sensitive: false, error: None },
    Shape { name: "ExecutionTimeout", kind: Kind::Integer(Whole { min: Some(1), max: Some(31622400) }), sensitive: false, error: None },
    Shape { name: "ExecutionTimeoutPaused", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "ExecutionTimestamp", kind: Kind::Timestamp, sensitive: false, error: None },
    Shape { name: "FileSystemArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: Some(&PATTERNS[62]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FileSystemConfig", kind: Kind::Structure(&M196), sensitive: false, error: None },
    Shape { name: "FileSystemConfigList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(1) }, item: ShapeId(196), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Filter", kind: Kind::Structure(&M198), sensitive: false, error: None },
    Shape { name: "FilterCriteria", kind: Kind::Structure(&M199), sensitive: false, error: None },
    Shape { name: "FilterCriteriaError", kind: Kind::Structure(&M200), sensitive: false, error: None },
    Shape { name: "FilterCriteriaErrorCode", kind: Kind::String(Text { length: Length { min: Some(10), max: Some(50) }, pattern: Some(&PATTERNS[31]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FilterCriteriaErrorMessage", kind: Kind::String(Text { length: Length { min: Some(10), max: Some(2048) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FilterList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(198), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FullDocument", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["UpdateLookup", "Default"] }), sensitive: false, error: None },
    Shape { name: "FunctionArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[58]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionArnList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(205), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FunctionCode", kind: Kind::Structure(&M207), sensitive: false, error: None },
    Shape { name: "FunctionCodeLocation", kind: Kind::Structure(&M208), sensitive: false, error: None },
    Shape { name: "FunctionCodeLocationError", kind: Kind::Structure(&M209), sensitive: false, error: None },
    Shape { name: "FunctionConfiguration", kind: Kind::Structure(&M210), sensitive: false, error: None },
    Shape { name: "FunctionEventInvokeConfig", kind: Kind::Structure(&M211), sensitive: false, error: None },
    Shape { name: "FunctionEventInvokeConfigList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(211), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FunctionList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(210), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FunctionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(140) }, pattern: Some(&PATTERNS[18]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionResponseType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ReportBatchItemFailures"] }), sensitive: false, error: None },
    Shape { name: "FunctionResponseTypeList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(1) }, item: ShapeId(215), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FunctionRuntimeAlias", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionRuntimeArn", kind: Kind::String(Text { length: Length { min: Some(48), max: Some(2048) }, pattern: Some(&PATTERNS[61]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionRuntimeConfig", kind: Kind::Structure(&M219), sensitive: false, error: None },
    Shape { name: "FunctionScalingConfig", kind: Kind::Structure(&M220), sensitive: false, error: None },
    Shape { name: "FunctionScalingConfigExecutionEnvironments", kind: Kind::Integer(Whole { min: Some(0), max: Some(15000) }), sensitive: false, error: None },
    Shape { name: "FunctionUrl", kind: Kind::String(Text { length: Length { min: Some(40), max: Some(100) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionUrlAuthType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["AWS_IAM", "NONE"] }), sensitive: false, error: None },
    Shape { name: "FunctionUrlConfig", kind: Kind::Structure(&M224), sensitive: false, error: None },
    Shape { name: "FunctionUrlConfigList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(224), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FunctionUrlFunctionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(140) }, pattern: Some(&PATTERNS[19]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionUrlQualifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[1]), values: &[] }), sensitive: false, error: None },
    Shape { name: "FunctionVersion", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ALL"] }), sensitive: false, error: None },
    Shape { name: "FunctionVersionLatestPublished", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["LATEST_PUBLISHED"] }), sensitive: false, error: None },
    Shape { name: "FunctionVersionsByCapacityProviderList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(50) }, item: ShapeId(231), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "FunctionVersionsByCapacityProviderListItem", kind: Kind::Structure(&M231), sensitive: false, error: None },
    Shape { name: "FunctionVersionsPerCapacityProviderLimitExceededException", kind: Kind::Structure(&M232), sensitive: false, error: Some(ErrorTrait { code: "FunctionVersionsPerCapacityProviderLimitExceededException", status: 400, sender_fault: true }) },
    Shape { name: "GetAccountSettingsRequest", kind: Kind::Structure(&M233), sensitive: false, error: None },
    Shape { name: "GetAccountSettingsResponse", kind: Kind::Structure(&M234), sensitive: false, error: None },
    Shape { name: "GetAliasRequest", kind: Kind::Structure(&M235), sensitive: false, error: None },
    Shape { name: "GetCapacityProviderRequest", kind: Kind::Structure(&M236), sensitive: false, error: None },
    Shape { name: "GetCapacityProviderResponse", kind: Kind::Structure(&M237), sensitive: false, error: None },
    Shape { name: "GetCodeSigningConfigRequest", kind: Kind::Structure(&M238), sensitive: false, error: None },
    Shape { name: "GetCodeSigningConfigResponse", kind: Kind::Structure(&M239), sensitive: false, error: None },
    Shape { name: "GetDurableExecutionHistoryRequest", kind: Kind::Structure(&M240), sensitive: false, error: None },
    Shape { name: "GetDurableExecutionHistoryResponse", kind: Kind::Structure(&M241), sensitive: false, error: None },
    Shape { name: "GetDurableExecutionRequest", kind: Kind::Structure(&M242), sensitive: false, error: None },
    Shape { name: "GetDurableExecutionResponse", kind: Kind::Structure(&M243), sensitive: false, error: None },
    Shape { name: "GetDurableExecutionStateRequest", kind: Kind::Structure(&M244), sensitive: false, error: None },
    Shape { name: "GetDurableExecutionStateResponse", kind: Kind::Structure(&M245), sensitive: false, error: None },
    Shape { name: "GetEventSourceMappingRequest", kind: Kind::Structure(&M246), sensitive: false, error: None },
    Shape { name: "GetFunctionCodeSigningConfigRequest", kind: Kind::Structure(&M247), sensitive: false, error: None },
    Shape { name: "GetFunctionCodeSigningConfigResponse", kind: Kind::Structure(&M248), sensitive: false, error: None },
    Shape { name: "GetFunctionConcurrencyRequest", kind: Kind::Structure(&M249), sensitive: false, error: None },
    Shape { name: "GetFunctionConcurrencyResponse", kind: Kind::Structure(&M250), sensitive: false, error: None },
    Shape { name: "GetFunctionConfigurationRequest", kind: Kind::Structure(&M251), sensitive: false, error: None },
    Shape { name: "GetFunctionEventInvokeConfigRequest", kind: Kind::Structure(&M252), sensitive: false, error: None },
    Shape { name: "GetFunctionRecursionConfigRequest", kind: Kind::Structure(&M253), sensitive: false, error: None },
    Shape { name: "GetFunctionRecursionConfigResponse", kind: Kind::Structure(&M254), sensitive: false, error: None },
    Shape { name: "GetFunctionRequest", kind: Kind::Structure(&M255), sensitive: false, error: None },
    Shape { name: "GetFunctionResponse", kind: Kind::Structure(&M256), sensitive: false, error: None },
    Shape { name: "GetFunctionScalingConfigRequest", kind: Kind::Structure(&M257), sensitive: false, error: None },
    Shape { name: "GetFunctionScalingConfigResponse", kind: Kind::Structure(&M258), sensitive: false, error: None },
    Shape { name: "GetFunctionUrlConfigRequest", kind: Kind::Structure(&M259), sensitive: false, error: None },
    Shape { name: "GetFunctionUrlConfigResponse", kind: Kind::Structure(&M260), sensitive: false, error: None },
    Shape { name: "GetLayerVersionByArnRequest", kind: Kind::Structure(&M261), sensitive: false, error: None },
    Shape { name: "GetLayerVersionPolicyRequest", kind: Kind::Structure(&M262), sensitive: false, error: None },
    Shape { name: "GetLayerVersionPolicyResponse", kind: Kind::Structure(&M263), sensitive: false, error: None },
    Shape { name: "GetLayerVersionRequest", kind: Kind::Structure(&M264), sensitive: false, error: None },
    Shape { name: "GetLayerVersionResponse", kind: Kind::Structure(&M265), sensitive: false, error: None },
    Shape { name: "GetPolicyRequest", kind: Kind::Structure(&M266), sensitive: false, error: None },
    Shape { name: "GetPolicyResponse", kind: Kind::Structure(&M267), sensitive: false, error: None },
    Shape { name: "GetProvisionedConcurrencyConfigRequest", kind: Kind::Structure(&M268), sensitive: false, error: None },
    Shape { name: "GetProvisionedConcurrencyConfigResponse", kind: Kind::Structure(&M269), sensitive: false, error: None },
    Shape { name: "GetResourcePolicyRequest", kind: Kind::Structure(&M270), sensitive: false, error: None },
    Shape { name: "GetResourcePolicyResponse", kind: Kind::Structure(&M271), sensitive: false, error: None },
    Shape { name: "GetRuntimeManagementConfigRequest", kind: Kind::Structure(&M272), sensitive: false, error: None },
    Shape { name: "GetRuntimeManagementConfigResponse", kind: Kind::Structure(&M273), sensitive: false, error: None },
    Shape { name: "Handler", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(128) }, pattern: Some(&PATTERNS[39]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Header", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "HeadersList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(100) }, item: ShapeId(275), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "HttpStatus", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "ImageConfig", kind: Kind::Structure(&M278), sensitive: false, error: None },
    Shape { name: "ImageConfigError", kind: Kind::Structure(&M279), sensitive: false, error: None },
    Shape { name: "ImageConfigResponse", kind: Kind::Structure(&M280), sensitive: false, error: None },
    Shape { name: "IncludeExecutionData", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "InputPayload", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(6291456) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "InstanceRequirements", kind: Kind::Structure(&M283), sensitive: false, error: None },
    Shape { name: "InstanceType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(30) }, pattern: Some(&PATTERNS[44]), values: &[] }), sensitive: false, error: None },
    Shape { name: "InstanceTypeSet", kind: Kind::List(List { length: Length { min: Some(0), max: Some(400) }, item: ShapeId(284), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Integer", kind: Kind::Integer(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "InvalidCodeSignatureException", kind: Kind::Structure(&M287), sensitive: false, error: Some(ErrorTrait { code: "InvalidCodeSignatureException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidParameterValueException", kind: Kind::Structure(&M288), sensitive: false, error: Some(ErrorTrait { code: "InvalidParameterValueException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidRequestContentException", kind: Kind::Structure(&M289), sensitive: false, error: Some(ErrorTrait { code: "InvalidRequestContentException", status: 400, sender_fault: true }) },
    Shape { name: "InvalidRuntimeException", kind: Kind::Structure(&M290), sensitive: false, error: Some(ErrorTrait { code: "InvalidRuntimeException", status: 502, sender_fault: false }) },
    Shape { name: "InvalidSecurityGroupIDException", kind: Kind::Structure(&M291), sensitive: false, error: Some(ErrorTrait { code: "InvalidSecurityGroupIDException", status: 502, sender_fault: false }) },
    Shape { name: "InvalidSubnetIDException", kind: Kind::Structure(&M292), sensitive: false, error: Some(ErrorTrait { code: "InvalidSubnetIDException", status: 502, sender_fault: false }) },
    Shape { name: "InvalidZipFileException", kind: Kind::Structure(&M293), sensitive: false, error: Some(ErrorTrait { code: "InvalidZipFileException", status: 502, sender_fault: false }) },
    Shape { name: "InvocationCompletedDetails", kind: Kind::Structure(&M294), sensitive: false, error: None },
    Shape { name: "InvocationRequest", kind: Kind::Structure(&M295), sensitive: false, error: None },
    Shape { name: "InvocationResponse", kind: Kind::Structure(&M296), sensitive: false, error: None },
    Shape { name: "InvocationType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DryRun", "Event", "RequestResponse"] }), sensitive: false, error: None },
    Shape { name: "InvokeAsyncRequest", kind: Kind::Structure(&M298), sensitive: false, error: None },
    Shape { name: "InvokeAsyncResponse", kind: Kind::Structure(&M299), sensitive: false, error: None },
    Shape { name: "InvokeMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["BUFFERED", "RESPONSE_STREAM"] }), sensitive: false, error: None },
    Shape { name: "InvokeResponseStreamUpdate", kind: Kind::Structure(&M301), sensitive: false, error: None },
    Shape { name: "InvokeWithResponseStreamCompleteEvent", kind: Kind::Structure(&M302), sensitive: false, error: None },
    Shape { name: "InvokeWithResponseStreamRequest", kind: Kind::Structure(&M303), sensitive: false, error: None },
    Shape { name: "InvokeWithResponseStreamResponse", kind: Kind::Structure(&M304), sensitive: false, error: None },
    Shape { name: "InvokeWithResponseStreamResponseEvent", kind: Kind::Structure(&M305), sensitive: false, error: None },
    Shape { name: "InvokedViaFunctionUrl", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "ItemCount", kind: Kind::Integer(Whole { min: Some(0), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "KMSAccessDeniedException", kind: Kind::Structure(&M308), sensitive: false, error: Some(ErrorTrait { code: "KMSAccessDeniedException", status: 502, sender_fault: false }) },
    Shape { name: "KMSDisabledException", kind: Kind::Structure(&M309), sensitive: false, error: Some(ErrorTrait { code: "KMSDisabledException", status: 502, sender_fault: false }) },
    Shape { name: "KMSInvalidStateException", kind: Kind::Structure(&M310), sensitive: false, error: Some(ErrorTrait { code: "KMSInvalidStateException", status: 502, sender_fault: false }) },
    Shape { name: "KMSKeyArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "KMSKeyArnNonEmpty", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[52]), values: &[] }), sensitive: false, error: None },
    Shape { name: "KMSNotFoundException", kind: Kind::Structure(&M313), sensitive: false, error: Some(ErrorTrait { code: "KMSNotFoundException", status: 502, sender_fault: false }) },
    Shape { name: "KafkaEventSourceMappingConsumptionMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Stream", "Queue"] }), sensitive: false, error: None },
    Shape { name: "KafkaSchemaRegistryAccessConfig", kind: Kind::Structure(&M315), sensitive: false, error: None },
    Shape { name: "KafkaSchemaRegistryAccessConfigList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(315), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "KafkaSchemaRegistryAuthType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["CLIENT_CERTIFICATE_TLS_AUTH", "OAUTHBEARER_AUTH", "BASIC_AUTH", "SERVER_ROOT_CA_CERTIFICATE"] }), sensitive: false, error: None },
    Shape { name: "KafkaSchemaRegistryConfig", kind: Kind::Structure(&M318), sensitive: false, error: None },
    Shape { name: "KafkaSchemaValidationAttribute", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["VALUE", "KEY"] }), sensitive: false, error: None },
    Shape { name: "KafkaSchemaValidationConfig", kind: Kind::Structure(&M320), sensitive: false, error: None },
    Shape { name: "KafkaSchemaValidationConfigList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(320), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LambdaManagedInstancesCapacityProviderConfig", kind: Kind::Structure(&M322), sensitive: false, error: None },
    Shape { name: "LastUpdateStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Failed", "InProgress", "Successful"] }), sensitive: false, error: None },
    Shape { name: "LastUpdateStatusReason", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "LastUpdateStatusReasonCode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ImageDeleted", "SubnetOutOfIPAddresses", "KMSKeyNotFound", "InvalidRuntime", "KMSKeyAccessDenied", "CapacityProviderScalingLimitExceeded", "FunctionError.ExtensionInitError", "FunctionError.InitTimeout", "FunctionError.TooManyExtensions", "EFSIOError", "FunctionError.InitResourceExhausted", "InvalidSubnet", "InsufficientCapacity", "EC2RequestLimitExceeded", "FunctionError.PermissionDenied", "InsufficientRolePermissions", "ImageAccessDenied", "EFSMountConnectivityError", "VcpuLimitExceeded", "ServiceQuotaExceededException", "DisallowedByVpcEncryptionControl", "IncompatibleAcceleratorInstanceTypes", "FunctionError", "InvalidConfiguration", "InvalidStateKMSKey", "FunctionError.InvalidEntryPoint", "FunctionError.InvalidWorkingDirectory", "EniLimitExceeded", "DependencyError", "EFSMountFailure", "FunctionError.RuntimeInitError", "DisabledKMSKey", "InvalidImage", "InternalError", "InvalidSecurityGroup", "EFSMountTimeout", "InvalidZipFileException"] }), sensitive: false, error: None },
    Shape { name: "Layer", kind: Kind::Structure(&M326), sensitive: false, error: None },
    Shape { name: "LayerArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[59]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LayerList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(333), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LayerName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(140) }, pattern: Some(&PATTERNS[13]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LayerNameOrArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[15]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LayerPermissionAllowedAction", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(22) }, pattern: Some(&PATTERNS[65]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LayerPermissionAllowedPrincipal", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[49]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LayerVersionArn", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(2048) }, pattern: Some(&PATTERNS[14]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LayerVersionContentInput", kind: Kind::Structure(&M334), sensitive: false, error: None },
    Shape { name: "LayerVersionContentOutput", kind: Kind::Structure(&M335), sensitive: false, error: None },
    Shape { name: "LayerVersionNumber", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "LayerVersionsList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(338), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LayerVersionsListItem", kind: Kind::Structure(&M338), sensitive: false, error: None },
    Shape { name: "LayersList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(340), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LayersListItem", kind: Kind::Structure(&M340), sensitive: false, error: None },
    Shape { name: "LayersReferenceList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(326), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "LicenseInfo", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(512) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ListAliasesRequest", kind: Kind::Structure(&M343), sensitive: false, error: None },
    Shape { name: "ListAliasesResponse", kind: Kind::Structure(&M344), sensitive: false, error: None },
    Shape { name: "ListCapacityProvidersRequest", kind: Kind::Structure(&M345), sensitive: false, error: None },
    Shape { name: "ListCapacityProvidersResponse", kind: Kind::Structure(&M346), sensitive: false, error: None },
    Shape { name: "ListCodeSigningConfigsRequest", kind: Kind::Structure(&M347), sensitive: false, error: None },
    Shape { name: "ListCodeSigningConfigsResponse", kind: Kind::Structure(&M348), sensitive: false, error: None },
    Shape { name: "ListDurableExecutionsByFunctionRequest", kind: Kind::Structure(&M349), sensitive: false, error: None },
    Shape { name: "ListDurableExecutionsByFunctionResponse", kind: Kind::Structure(&M350), sensitive: false, error: None },
    Shape { name: "ListEventSourceMappingsRequest", kind: Kind::Structure(&M351), sensitive: false, error: None },
    Shape { name: "ListEventSourceMappingsResponse", kind: Kind::Structure(&M352), sensitive: false, error: None },
    Shape { name: "ListFunctionEventInvokeConfigsRequest", kind: Kind::Structure(&M353), sensitive: false, error: None },
    Shape { name: "ListFunctionEventInvokeConfigsResponse", kind: Kind::Structure(&M354), sensitive: false, error: None },
    Shape { name: "ListFunctionUrlConfigsRequest", kind: Kind::Structure(&M355), sensitive: false, error: None },
    Shape { name: "ListFunctionUrlConfigsResponse", kind: Kind::Structure(&M356), sensitive: false, error: None },
    Shape { name: "ListFunctionVersionsByCapacityProviderRequest", kind: Kind::Structure(&M357), sensitive: false, error: None },
    Shape { name: "ListFunctionVersionsByCapacityProviderResponse", kind: Kind::Structure(&M358), sensitive: false, error: None },
    Shape { name: "ListFunctionsByCodeSigningConfigRequest", kind: Kind::Structure(&M359), sensitive: false, error: None },
    Shape { name: "ListFunctionsByCodeSigningConfigResponse", kind: Kind::Structure(&M360), sensitive: false, error: None },
    Shape { name: "ListFunctionsRequest", kind: Kind::Structure(&M361), sensitive: false, error: None },
    Shape { name: "ListFunctionsResponse", kind: Kind::Structure(&M362), sensitive: false, error: None },
    Shape { name: "ListLayerVersionsRequest", kind: Kind::Structure(&M363), sensitive: false, error: None },
    Shape { name: "ListLayerVersionsResponse", kind: Kind::Structure(&M364), sensitive: false, error: None },
    Shape { name: "ListLayersRequest", kind: Kind::Structure(&M365), sensitive: false, error: None },
    Shape { name: "ListLayersResponse", kind: Kind::Structure(&M366), sensitive: false, error: None },
    Shape { name: "ListProvisionedConcurrencyConfigsRequest", kind: Kind::Structure(&M367), sensitive: false, error: None },
    Shape { name: "ListProvisionedConcurrencyConfigsResponse", kind: Kind::Structure(&M368), sensitive: false, error: None },
    Shape { name: "ListTagsRequest", kind: Kind::Structure(&M369), sensitive: false, error: None },
    Shape { name: "ListTagsResponse", kind: Kind::Structure(&M370), sensitive: false, error: None },
    Shape { name: "ListVersionsByFunctionRequest", kind: Kind::Structure(&M371), sensitive: false, error: None },
    Shape { name: "ListVersionsByFunctionResponse", kind: Kind::Structure(&M372), sensitive: false, error: None },
    Shape { name: "LocalMountPath", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(160) }, pattern: Some(&PATTERNS[24]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogFormat", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["JSON", "Text"] }), sensitive: false, error: None },
    Shape { name: "LogGroup", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(512) }, pattern: Some(&PATTERNS[32]), values: &[] }), sensitive: false, error: None },
    Shape { name: "LogType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Tail", "None"] }), sensitive: false, error: None },
    Shape { name: "LoggingConfig", kind: Kind::Structure(&M377), sensitive: false, error: None },
    Shape { name: "Long", kind: Kind::Long(Whole { min: None, max: None }), sensitive: false, error: None },
    Shape { name: "MasterRegion", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(50) }, pattern: Some(&PATTERNS[25]), values: &[] }), sensitive: false, error: None },
    Shape { name: "MaxAge", kind: Kind::Integer(Whole { min: Some(0), max: Some(86400) }), sensitive: false, error: None },
    Shape { name: "MaxFiftyListItems", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "MaxFunctionEventInvokeConfigListItems", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "MaxItems", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "MaxLayerListItems", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "MaxListItems", kind: Kind::Integer(Whole { min: Some(1), max: Some(10000) }), sensitive: false, error: None },
    Shape { name: "MaxProvisionedConcurrencyConfigListItems", kind: Kind::Integer(Whole { min: Some(1), max: Some(50) }), sensitive: false, error: None },
    Shape { name: "MaximumBatchingWindowInSeconds", kind: Kind::Integer(Whole { min: Some(0), max: Some(300) }), sensitive: false, error: None },
    Shape { name: "MaximumConcurrency", kind: Kind::Integer(Whole { min: Some(2), max: Some(1000) }), sensitive: false, error: None },
    Shape { name: "MaximumEventAgeInSeconds", kind: Kind::Integer(Whole { min: Some(60), max: Some(21600) }), sensitive: false, error: None },
    Shape { name: "MaximumNumberOfPollers", kind: Kind::Integer(Whole { min: Some(1), max: Some(10000) }), sensitive: false, error: None },
    Shape { name: "MaximumRecordAgeInSeconds", kind: Kind::Integer(Whole { min: Some(-1), max: Some(604800) }), sensitive: false, error: None },
    Shape { name: "MaximumRetryAttempts", kind: Kind::Integer(Whole { min: Some(0), max: Some(2) }), sensitive: false, error: None },
    Shape { name: "MaximumRetryAttemptsEventSourceMapping", kind: Kind::Integer(Whole { min: Some(-1), max: Some(10000) }), sensitive: false, error: None },
    Shape { name: "MemorySize", kind: Kind::Integer(Whole { min: Some(128), max: Some(32768) }), sensitive: false, error: None },
    Shape { name: "Method", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(6) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "MetricTargetValue", kind: Kind::Double(Real { min: Some(0.0), max: Some(100.0) }), sensitive: false, error: None },
    Shape { name: "MinimumNumberOfPollers", kind: Kind::Integer(Whole { min: Some(1), max: Some(200) }), sensitive: false, error: None },
    Shape { name: "ModeNotSupportedException", kind: Kind::Structure(&M398), sensitive: false, error: Some(ErrorTrait { code: "ModeNotSupportedException", status: 400, sender_fault: true }) },
    Shape { name: "NameSpacedFunctionArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[57]), values: &[] }), sensitive: false, error: None },
    Shape { name: "NamespacedFunctionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[16]), values: &[] }), sensitive: false, error: None },
    Shape { name: "NamespacedStatementId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(100) }, pattern: Some(&PATTERNS[6]), values: &[] }), sensitive: false, error: None },
    Shape { name: "NoPublishedVersionException", kind: Kind::Structure(&M402), sensitive: false, error: Some(ErrorTrait { code: "NoPublishedVersionException", status: 400, sender_fault: true }) },
    Shape { name: "NonNegativeInteger", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "NullableBoolean", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "NumericLatestPublishedOrAliasQualifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[47]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OnFailure", kind: Kind::Structure(&M406), sensitive: false, error: None },
    Shape { name: "OnSuccess", kind: Kind::Structure(&M407), sensitive: false, error: None },
    Shape { name: "Operation", kind: Kind::Structure(&M408), sensitive: false, error: None },
    Shape { name: "OperationAction", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["SUCCEED", "CANCEL", "START", "RETRY", "FAIL"] }), sensitive: false, error: None },
    Shape { name: "OperationId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(64) }, pattern: Some(&PATTERNS[42]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OperationName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[35]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OperationPayload", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(6291456) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "OperationStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["READY", "CANCELLED", "FAILED", "TIMED_OUT", "STOPPED", "STARTED", "SUCCEEDED", "PENDING"] }), sensitive: false, error: None },
    Shape { name: "OperationSubType", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(32) }, pattern: Some(&PATTERNS[42]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OperationType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["CALLBACK", "CHAINED_INVOKE", "EXECUTION", "STEP", "CONTEXT", "WAIT"] }), sensitive: false, error: None },
    Shape { name: "OperationUpdate", kind: Kind::Structure(&M416), sensitive: false, error: None },
    Shape { name: "OperationUpdates", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(416), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "Operations", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(408), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "OrganizationId", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(34) }, pattern: Some(&PATTERNS[66]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Origin", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(253) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "OutputPayload", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(6291456) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "PackageType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Zip", "Image"] }), sensitive: false, error: None },
    Shape { name: "ParallelizationFactor", kind: Kind::Integer(Whole { min: Some(1), max: Some(10) }), sensitive: false, error: None },
    Shape { name: "Pattern", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(4096) }, pattern: Some(&PATTERNS[33]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PauseDetails", kind: Kind::Structure(&M425), sensitive: false, error: None },
    Shape { name: "PauseDurableExecutionRequest", kind: Kind::Structure(&M426), sensitive: false, error: None },
    Shape { name: "PauseDurableExecutionResponse", kind: Kind::Structure(&M427), sensitive: false, error: None },
    Shape { name: "PauseReason", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "PerExecutionEnvironmentMaxConcurrency", kind: Kind::Integer(Whole { min: Some(1), max: Some(1600) }), sensitive: false, error: None },
    Shape { name: "PolicyLengthExceededException", kind: Kind::Structure(&M430), sensitive: false, error: Some(ErrorTrait { code: "PolicyLengthExceededException", status: 400, sender_fault: true }) },
    Shape { name: "PolicyResourceArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(512) }, pattern: Some(&PATTERNS[54]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PositiveInteger", kind: Kind::Integer(Whole { min: Some(1), max: None }), sensitive: false, error: None },
    Shape { name: "PreconditionFailedException", kind: Kind::Structure(&M433), sensitive: false, error: Some(ErrorTrait { code: "PreconditionFailedException", status: 412, sender_fault: true }) },
    Shape { name: "Principal", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(2048) }, pattern: Some(&PATTERNS[39]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PrincipalOrgID", kind: Kind::String(Text { length: Length { min: Some(12), max: Some(34) }, pattern: Some(&PATTERNS[66]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PropagateTags", kind: Kind::Structure(&M436), sensitive: false, error: None },
    Shape { name: "PropagateTagsExplicitTagsMap", kind: Kind::Map(Map { length: Length { min: Some(0), max: Some(40) }, key: ShapeId(555), value: ShapeId(558) }), sensitive: false, error: None },
    Shape { name: "PropagateTagsMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Explicit", "None"] }), sensitive: false, error: None },
    Shape { name: "ProvisionedConcurrencyConfigList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(440), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "ProvisionedConcurrencyConfigListItem", kind: Kind::Structure(&M440), sensitive: false, error: None },
    Shape { name: "ProvisionedConcurrencyConfigNotFoundException", kind: Kind::Structure(&M441), sensitive: false, error: Some(ErrorTrait { code: "ProvisionedConcurrencyConfigNotFoundException", status: 404, sender_fault: true }) },
    Shape { name: "ProvisionedConcurrencyStatusEnum", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "READY", "FAILED"] }), sensitive: false, error: None },
    Shape { name: "ProvisionedPollerConfig", kind: Kind::Structure(&M443), sensitive: false, error: None },
    Shape { name: "ProvisionedPollerGroupName", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(128) }, pattern: Some(&PATTERNS[41]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PublicPolicyException", kind: Kind::Structure(&M445), sensitive: false, error: Some(ErrorTrait { code: "PublicPolicyException", status: 400, sender_fault: true }) },
    Shape { name: "PublishLayerVersionRequest", kind: Kind::Structure(&M446), sensitive: false, error: None },
    Shape { name: "PublishLayerVersionResponse", kind: Kind::Structure(&M447), sensitive: false, error: None },
    Shape { name: "PublishVersionRequest", kind: Kind::Structure(&M448), sensitive: false, error: None },
    Shape { name: "PublishedFunctionQualifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[9]), values: &[] }), sensitive: false, error: None },
    Shape { name: "PutFunctionCodeSigningConfigRequest", kind: Kind::Structure(&M450), sensitive: false, error: None },
    Shape { name: "PutFunctionCodeSigningConfigResponse", kind: Kind::Structure(&M451), sensitive: false, error: None },
    Shape { name: "PutFunctionConcurrencyRequest", kind: Kind::Structure(&M452), sensitive: false, error: None },
    Shape { name: "PutFunctionEventInvokeConfigRequest", kind: Kind::Structure(&M453), sensitive: false, error: None },
    Shape { name: "PutFunctionRecursionConfigRequest", kind: Kind::Structure(&M454), sensitive: false, error: None },
    Shape { name: "PutFunctionRecursionConfigResponse", kind: Kind::Structure(&M455), sensitive: false, error: None },
    Shape { name: "PutFunctionScalingConfigRequest", kind: Kind::Structure(&M456), sensitive: false, error: None },
    Shape { name: "PutFunctionScalingConfigResponse", kind: Kind::Structure(&M457), sensitive: false, error: None },
    Shape { name: "PutProvisionedConcurrencyConfigRequest", kind: Kind::Structure(&M458), sensitive: false, error: None },
    Shape { name: "PutProvisionedConcurrencyConfigResponse", kind: Kind::Structure(&M459), sensitive: false, error: None },
    Shape { name: "PutResourcePolicyRequest", kind: Kind::Structure(&M460), sensitive: false, error: None },
    Shape { name: "PutResourcePolicyResponse", kind: Kind::Structure(&M461), sensitive: false, error: None },
    Shape { name: "PutRuntimeManagementConfigRequest", kind: Kind::Structure(&M462), sensitive: false, error: None },
    Shape { name: "PutRuntimeManagementConfigResponse", kind: Kind::Structure(&M463), sensitive: false, error: None },
    Shape { name: "Qualifier", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[22]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Queue", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1000) }, pattern: Some(&PATTERNS[33]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Queues", kind: Kind::List(List { length: Length { min: Some(1), max: Some(1) }, item: ShapeId(465), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "RecursiveInvocationException", kind: Kind::Structure(&M467), sensitive: false, error: Some(ErrorTrait { code: "RecursiveInvocationException", status: 400, sender_fault: true }) },
    Shape { name: "RecursiveLoop", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Terminate", "Allow"] }), sensitive: false, error: None },
    Shape { name: "RemoveLayerVersionPermissionRequest", kind: Kind::Structure(&M469), sensitive: false, error: None },
    Shape { name: "RemovePermissionRequest", kind: Kind::Structure(&M470), sensitive: false, error: None },
    Shape { name: "ReplayChildren", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "RequestTooLargeException", kind: Kind::Structure(&M472), sensitive: false, error: Some(ErrorTrait { code: "RequestTooLargeException", status: 413, sender_fault: true }) },
    Shape { name: "ReservedConcurrentExecutions", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "ResolvedS3Object", kind: Kind::Structure(&M474), sensitive: false, error: None },
    Shape { name: "ResourceArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[12]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ResourceConflictException", kind: Kind::Structure(&M476), sensitive: false, error: Some(ErrorTrait { code: "ResourceConflictException", status: 409, sender_fault: true }) },
    Shape { name: "ResourceInUseException", kind: Kind::Structure(&M477), sensitive: false, error: Some(ErrorTrait { code: "ResourceInUseException", status: 400, sender_fault: true }) },
    Shape { name: "ResourceNotFoundException", kind: Kind::Structure(&M478), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotFoundException", status: 404, sender_fault: true }) },
    Shape { name: "ResourceNotReadyException", kind: Kind::Structure(&M479), sensitive: false, error: Some(ErrorTrait { code: "ResourceNotReadyException", status: 502, sender_fault: false }) },
    Shape { name: "ResourcePolicy", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(20480) }, pattern: Some(&PATTERNS[34]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ResponseStreamingInvocationType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["DryRun", "RequestResponse"] }), sensitive: false, error: None },
    Shape { name: "ResumeDurableExecutionRequest", kind: Kind::Structure(&M482), sensitive: false, error: None },
    Shape { name: "ResumeDurableExecutionResponse", kind: Kind::Structure(&M483), sensitive: false, error: None },
    Shape { name: "ResumeReason", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "RetentionPeriodInDays", kind: Kind::Integer(Whole { min: Some(1), max: Some(90) }), sensitive: false, error: None },
    Shape { name: "RetryDetails", kind: Kind::Structure(&M486), sensitive: false, error: None },
    Shape { name: "ReverseOrder", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "RevisionId", kind: Kind::String(Text { length: Length { min: Some(36), max: Some(36) }, pattern: Some(&PATTERNS[29]), values: &[] }), sensitive: false, error: None },
    Shape { name: "RoleArn", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: Some(&PATTERNS[53]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Runtime", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "RuntimeAliasDeletedException", kind: Kind::Structure(&M491), sensitive: false, error: Some(ErrorTrait { code: "RuntimeAliasDeletedException", status: 409, sender_fault: true }) },
    Shape { name: "RuntimeVersionArn", kind: Kind::String(Text { length: Length { min: Some(26), max: Some(2048) }, pattern: Some(&PATTERNS[3]), values: &[] }), sensitive: false, error: None },
    Shape { name: "RuntimeVersionConfig", kind: Kind::Structure(&M493), sensitive: false, error: None },
    Shape { name: "RuntimeVersionDeletedException", kind: Kind::Structure(&M494), sensitive: false, error: Some(ErrorTrait { code: "RuntimeVersionDeletedException", status: 409, sender_fault: true }) },
    Shape { name: "RuntimeVersionError", kind: Kind::Structure(&M495), sensitive: false, error: None },
    Shape { name: "S3Bucket", kind: Kind::String(Text { length: Length { min: Some(3), max: Some(63) }, pattern: Some(&PATTERNS[27]), values: &[] }), sensitive: false, error: None },
    Shape { name: "S3FilesConfig", kind: Kind::Structure(&M497), sensitive: false, error: None },
    Shape { name: "S3FilesMountConnectivityException", kind: Kind::Structure(&M498), sensitive: false, error: Some(ErrorTrait { code: "S3FilesMountConnectivityException", status: 408, sender_fault: true }) },
    Shape { name: "S3FilesMountFailureException", kind: Kind::Structure(&M499), sensitive: false, error: Some(ErrorTrait { code: "S3FilesMountFailureException", status: 403, sender_fault: true }) },
    Shape { name: "S3FilesMountTimeoutException", kind: Kind::Structure(&M500), sensitive: false, error: Some(ErrorTrait { code: "S3FilesMountTimeoutException", status: 408, sender_fault: true }) },
    Shape { name: "S3Key", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "S3ObjectStorageMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["REFERENCE", "COPY"] }), sensitive: false, error: None },
    Shape { name: "S3ObjectVersion", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "ScalingConfig", kind: Kind::Structure(&M504), sensitive: false, error: None },
    Shape { name: "SchemaRegistryEventRecordFormat", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["SOURCE", "JSON"] }), sensitive: false, error: None },
    Shape { name: "SchemaRegistryUri", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10000) }, pattern: Some(&PATTERNS[40]), values: &[] }), sensitive: false, error: None },
    Shape { name: "SecurityGroupId", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: Some(&PATTERNS[67]), values: &[] }), sensitive: false, error: None },
    Shape { name: "SecurityGroupIds", kind: Kind::List(List { length: Length { min: Some(0), max: Some(5) }, item: ShapeId(507), item_name: "member", flattened: false, sparse: true }), sensitive: false, error: None },
    Shape { name: "SelfManagedEventSource", kind: Kind::Structure(&M509), sensitive: false, error: None },
    Shape { name: "SelfManagedKafkaEventSourceConfig", kind: Kind::Structure(&M510), sensitive: false, error: None },
    Shape { name: "SendDurableExecutionCallbackFailureRequest", kind: Kind::Structure(&M511), sensitive: false, error: None },
    Shape { name: "SendDurableExecutionCallbackFailureResponse", kind: Kind::Structure(&M512), sensitive: false, error: None },
    Shape { name: "SendDurableExecutionCallbackHeartbeatRequest", kind: Kind::Structure(&M513), sensitive: false, error: None },
    Shape { name: "SendDurableExecutionCallbackHeartbeatResponse", kind: Kind::Structure(&M514), sensitive: false, error: None },
    Shape { name: "SendDurableExecutionCallbackSuccessRequest", kind: Kind::Structure(&M515), sensitive: false, error: None },
    Shape { name: "SendDurableExecutionCallbackSuccessResponse", kind: Kind::Structure(&M516), sensitive: false, error: None },
    Shape { name: "SensitiveString", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "SensitiveStringOnServerOnly", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(10000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "SerializedRequestEntityTooLargeException", kind: Kind::Structure(&M519), sensitive: false, error: Some(ErrorTrait { code: "SerializedRequestEntityTooLargeException", status: 413, sender_fault: true }) },
    Shape { name: "ServiceException", kind: Kind::Structure(&M520), sensitive: false, error: Some(ErrorTrait { code: "ServiceException", status: 500, sender_fault: false }) },
    Shape { name: "ServiceQuotaExceededException", kind: Kind::Structure(&M521), sensitive: false, error: Some(ErrorTrait { code: "ServiceQuotaExceededException", status: 402, sender_fault: true }) },
    Shape { name: "SigningProfileVersionArns", kind: Kind::List(List { length: Length { min: Some(1), max: Some(20) }, item: ShapeId(24), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SnapStart", kind: Kind::Structure(&M523), sensitive: false, error: None },
    Shape { name: "SnapStartApplyOn", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PublishedVersions", "None"] }), sensitive: false, error: None },
    Shape { name: "SnapStartException", kind: Kind::Structure(&M525), sensitive: false, error: Some(ErrorTrait { code: "SnapStartException", status: 400, sender_fault: true }) },
    Shape { name: "SnapStartNotReadyException", kind: Kind::Structure(&M526), sensitive: false, error: Some(ErrorTrait { code: "SnapStartNotReadyException", status: 409, sender_fault: true }) },
    Shape { name: "SnapStartOptimizationStatus", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Off", "On"] }), sensitive: false, error: None },
    Shape { name: "SnapStartRegenerationFailureException", kind: Kind::Structure(&M528), sensitive: false, error: Some(ErrorTrait { code: "SnapStartRegenerationFailureException", status: 409, sender_fault: true }) },
    Shape { name: "SnapStartResponse", kind: Kind::Structure(&M529), sensitive: false, error: None },
    Shape { name: "SnapStartTimeoutException", kind: Kind::Structure(&M530), sensitive: false, error: Some(ErrorTrait { code: "SnapStartTimeoutException", status: 408, sender_fault: true }) },
    Shape { name: "SourceAccessConfiguration", kind: Kind::Structure(&M531), sensitive: false, error: None },
    Shape { name: "SourceAccessConfigurations", kind: Kind::List(List { length: Length { min: Some(0), max: Some(23) }, item: ShapeId(531), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SourceAccessType", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["SASL_SCRAM_512_AUTH", "OAUTHBEARER_SCOPE", "OAUTHBEARER_AUDIENCE", "IAM_OAUTHBEARER_AUTH", "OAUTHBEARER_AUTH", "OAUTHBEARER_IDENTITY_POOL", "VPC_SECURITY_GROUP", "VPC_SUBNET", "SERVER_ROOT_CA_CERTIFICATE", "CLIENT_CERTIFICATE_TLS_AUTH", "OAUTHBEARER_LOGICAL_CLUSTER", "VIRTUAL_HOST", "IAM_AUTH", "SASL_SCRAM_256_AUTH", "BASIC_AUTH"] }), sensitive: false, error: None },
    Shape { name: "SourceOwner", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(12) }, pattern: Some(&PATTERNS[48]), values: &[] }), sensitive: false, error: None },
    Shape { name: "StackTraceEntries", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(536), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "StackTraceEntry", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: true, error: None },
    Shape { name: "State", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Active", "Deactivating", "Failed", "Deactivated", "Inactive", "Pending", "ActiveNonInvocable", "Deleting"] }), sensitive: false, error: None },
    Shape { name: "StateReason", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "StateReasonCode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ImageDeleted", "SubnetOutOfIPAddresses", "Creating", "KMSKeyNotFound", "InvalidRuntime", "KMSKeyAccessDenied", "CapacityProviderScalingLimitExceeded", "FunctionError.ExtensionInitError", "FunctionError.InitTimeout", "FunctionError.TooManyExtensions", "EFSIOError", "FunctionError.InitResourceExhausted", "InvalidSubnet", "InsufficientCapacity", "EC2RequestLimitExceeded", "FunctionError.PermissionDenied", "InsufficientRolePermissions", "ImageAccessDenied", "Idle", "EFSMountConnectivityError", "VcpuLimitExceeded", "Restoring", "ServiceQuotaExceededException", "DisallowedByVpcEncryptionControl", "IncompatibleAcceleratorInstanceTypes", "FunctionError", "DrainingDurableExecutions", "InvalidConfiguration", "InvalidStateKMSKey", "FunctionError.InvalidEntryPoint", "FunctionError.InvalidWorkingDirectory", "EniLimitExceeded", "DependencyError", "EFSMountFailure", "FunctionError.RuntimeInitError", "DisabledKMSKey", "InvalidImage", "InternalError", "InvalidSecurityGroup", "EFSMountTimeout", "InvalidZipFileException"] }), sensitive: false, error: None },
    Shape { name: "StatementId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(100) }, pattern: Some(&PATTERNS[7]), values: &[] }), sensitive: false, error: None },
    Shape { name: "StepDetails", kind: Kind::Structure(&M541), sensitive: false, error: None },
    Shape { name: "StepFailedDetails", kind: Kind::Structure(&M542), sensitive: false, error: None },
    Shape { name: "StepOptions", kind: Kind::Structure(&M543), sensitive: false, error: None },
    Shape { name: "StepOptionsNextAttemptDelaySecondsInteger", kind: Kind::Integer(Whole { min: Some(1), max: Some(31622400) }), sensitive: false, error: None },
    Shape { name: "StepStartedDetails", kind: Kind::Structure(&M545), sensitive: false, error: None },
    Shape { name: "StepSucceededDetails", kind: Kind::Structure(&M546), sensitive: false, error: None },
    Shape { name: "StopDurableExecutionRequest", kind: Kind::Structure(&M547), sensitive: false, error: None },
    Shape { name: "StopDurableExecutionResponse", kind: Kind::Structure(&M548), sensitive: false, error: None },
    Shape { name: "String", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "StringList", kind: Kind::List(List { length: Length { min: Some(0), max: Some(1500) }, item: ShapeId(549), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "SubnetIPAddressLimitReachedException", kind: Kind::Structure(&M551), sensitive: false, error: Some(ErrorTrait { code: "SubnetIPAddressLimitReachedException", status: 502, sender_fault: false }) },
    Shape { name: "SubnetId", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1024) }, pattern: Some(&PATTERNS[68]), values: &[] }), sensitive: false, error: None },
    Shape { name: "SubnetIds", kind: Kind::List(List { length: Length { min: Some(0), max: Some(16) }, item: ShapeId(552), item_name: "member", flattened: false, sparse: true }), sensitive: false, error: None },
    Shape { name: "SystemLogLevel", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["INFO", "DEBUG", "WARN"] }), sensitive: false, error: None },
    Shape { name: "TagKey", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(128) }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TagKeyList", kind: Kind::List(List { length: Length { min: None, max: None }, item: ShapeId(555), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TagResourceRequest", kind: Kind::Structure(&M557), sensitive: false, error: None },
    Shape { name: "TagValue", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(256) }, pattern: Some(&PATTERNS[5]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TaggableResource", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(10000) }, pattern: Some(&PATTERNS[51]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Tags", kind: Kind::Map(Map { length: Length { min: None, max: None }, key: ShapeId(555), value: ShapeId(558) }), sensitive: false, error: None },
    Shape { name: "TagsError", kind: Kind::Structure(&M561), sensitive: false, error: None },
    Shape { name: "TagsErrorCode", kind: Kind::String(Text { length: Length { min: Some(10), max: Some(21) }, pattern: Some(&PATTERNS[31]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TagsErrorMessage", kind: Kind::String(Text { length: Length { min: Some(84), max: Some(1000) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TargetTrackingScalingPolicy", kind: Kind::Structure(&M564), sensitive: false, error: None },
    Shape { name: "TenancyConfig", kind: Kind::Structure(&M565), sensitive: false, error: None },
    Shape { name: "TenantId", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(256) }, pattern: Some(&PATTERNS[45]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TenantIsolationMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["PER_TENANT"] }), sensitive: false, error: None },
    Shape { name: "ThrottleReason", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["ReservedFunctionInvocationRateLimitExceeded", "ConcurrentInvocationLimitExceeded", "ReservedFunctionConcurrentInvocationLimitExceeded", "FunctionInvocationRateLimitExceeded", "CallerRateLimitExceeded", "ConcurrentSnapshotCreateLimitExceeded"] }), sensitive: false, error: None },
    Shape { name: "Timeout", kind: Kind::Integer(Whole { min: Some(1), max: Some(5400) }), sensitive: false, error: None },
    Shape { name: "Timestamp", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(100) }, pattern: Some(&PATTERNS[23]), values: &[] }), sensitive: false, error: None },
    Shape { name: "TooManyRequestsException", kind: Kind::Structure(&M571), sensitive: false, error: Some(ErrorTrait { code: "TooManyRequestsException", status: 429, sender_fault: true }) },
    Shape { name: "Topic", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(249) }, pattern: Some(&PATTERNS[38]), values: &[] }), sensitive: false, error: None },
    Shape { name: "Topics", kind: Kind::List(List { length: Length { min: Some(1), max: Some(1) }, item: ShapeId(572), item_name: "member", flattened: false, sparse: false }), sensitive: false, error: None },
    Shape { name: "TraceHeader", kind: Kind::Structure(&M574), sensitive: false, error: None },
    Shape { name: "TracingConfig", kind: Kind::Structure(&M575), sensitive: false, error: None },
    Shape { name: "TracingConfigResponse", kind: Kind::Structure(&M576), sensitive: false, error: None },
    Shape { name: "TracingMode", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Active", "PassThrough"] }), sensitive: false, error: None },
    Shape { name: "Truncated", kind: Kind::Boolean, sensitive: false, error: None },
    Shape { name: "TumblingWindowInSeconds", kind: Kind::Integer(Whole { min: Some(0), max: Some(900) }), sensitive: false, error: None },
    Shape { name: "URI", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(200) }, pattern: Some(&PATTERNS[26]), values: &[] }), sensitive: false, error: None },
    Shape { name: "UUIDString", kind: Kind::String(Text { length: Length { min: Some(36), max: Some(36) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "UnqualifiedFunctionName", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(140) }, pattern: Some(&PATTERNS[17]), values: &[] }), sensitive: false, error: None },
    Shape { name: "UnreservedConcurrentExecutions", kind: Kind::Integer(Whole { min: Some(0), max: None }), sensitive: false, error: None },
    Shape { name: "UnsupportedMediaTypeException", kind: Kind::Structure(&M584), sensitive: false, error: Some(ErrorTrait { code: "UnsupportedMediaTypeException", status: 415, sender_fault: true }) },
    Shape { name: "UntagResourceRequest", kind: Kind::Structure(&M585), sensitive: false, error: None },
    Shape { name: "UpdateAliasRequest", kind: Kind::Structure(&M586), sensitive: false, error: None },
    Shape { name: "UpdateCapacityProviderRequest", kind: Kind::Structure(&M587), sensitive: false, error: None },
    Shape { name: "UpdateCapacityProviderResponse", kind: Kind::Structure(&M588), sensitive: false, error: None },
    Shape { name: "UpdateCodeSigningConfigRequest", kind: Kind::Structure(&M589), sensitive: false, error: None },
    Shape { name: "UpdateCodeSigningConfigResponse", kind: Kind::Structure(&M590), sensitive: false, error: None },
    Shape { name: "UpdateEventSourceMappingRequest", kind: Kind::Structure(&M591), sensitive: false, error: None },
    Shape { name: "UpdateFunctionCodeRequest", kind: Kind::Structure(&M592), sensitive: false, error: None },
    Shape { name: "UpdateFunctionConfigurationRequest", kind: Kind::Structure(&M593), sensitive: false, error: None },
    Shape { name: "UpdateFunctionEventInvokeConfigRequest", kind: Kind::Structure(&M594), sensitive: false, error: None },
    Shape { name: "UpdateFunctionUrlConfigRequest", kind: Kind::Structure(&M595), sensitive: false, error: None },
    Shape { name: "UpdateFunctionUrlConfigResponse", kind: Kind::Structure(&M596), sensitive: false, error: None },
    Shape { name: "UpdateRuntimeOn", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &["Auto", "Manual", "FunctionUpdate"] }), sensitive: false, error: None },
    Shape { name: "Version", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[10]), values: &[] }), sensitive: false, error: None },
    Shape { name: "VersionWithLatestPublished", kind: Kind::String(Text { length: Length { min: Some(1), max: Some(1024) }, pattern: Some(&PATTERNS[8]), values: &[] }), sensitive: false, error: None },
    Shape { name: "VpcConfig", kind: Kind::Structure(&M600), sensitive: false, error: None },
    Shape { name: "VpcConfigResponse", kind: Kind::Structure(&M601), sensitive: false, error: None },
    Shape { name: "VpcId", kind: Kind::String(Text { length: Length { min: None, max: None }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "WaitCancelledDetails", kind: Kind::Structure(&M603), sensitive: false, error: None },
    Shape { name: "WaitDetails", kind: Kind::Structure(&M604), sensitive: false, error: None },
    Shape { name: "WaitOptions", kind: Kind::Structure(&M605), sensitive: false, error: None },
    Shape { name: "WaitOptionsWaitSecondsInteger", kind: Kind::Integer(Whole { min: Some(1), max: Some(31622400) }), sensitive: false, error: None },
    Shape { name: "WaitStartedDetails", kind: Kind::Structure(&M607), sensitive: false, error: None },
    Shape { name: "WaitSucceededDetails", kind: Kind::Structure(&M608), sensitive: false, error: None },
    Shape { name: "Weight", kind: Kind::Double(Real { min: Some(0.0), max: Some(1.0) }), sensitive: false, error: None },
    Shape { name: "WorkingDirectory", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(1000) }, pattern: None, values: &[] }), sensitive: false, error: None },
    Shape { name: "XAmznTraceId", kind: Kind::String(Text { length: Length { min: Some(0), max: Some(8192) }, pattern: None, values: &[] }), sensitive: false, error: None },
];

static M0: [Member; 1] = [
    Member { name: "AcceleratorMemorySize", wire: "AcceleratorMemorySize", shape: ShapeId(1), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M2: [Member; 5] = [
    Member { name: "TotalCodeSize", wire: "TotalCodeSize", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSizeUnzipped", wire: "CodeSizeUnzipped", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSizeZipped", wire: "CodeSizeZipped", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ConcurrentExecutions", wire: "ConcurrentExecutions", shape: ShapeId(286), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UnreservedConcurrentExecutions", wire: "UnreservedConcurrentExecutions", shape: ShapeId(583), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M3: [Member; 2] = [
    Member { name: "TotalCodeSize", wire: "TotalCodeSize", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionCount", wire: "FunctionCount", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M5: [Member; 7] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionNumber", wire: "VersionNumber", shape: ShapeId(336), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StatementId", wire: "StatementId", shape: ShapeId(540), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Action", wire: "Action", shape: ShapeId(331), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Principal", wire: "Principal", shape: ShapeId(332), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "OrganizationId", wire: "OrganizationId", shape: ShapeId(419), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M6: [Member; 2] = [
    Member { name: "Statement", wire: "Statement", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M7: [Member; 12] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StatementId", wire: "StatementId", shape: ShapeId(540), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Action", wire: "Action", shape: ShapeId(4), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Principal", wire: "Principal", shape: ShapeId(434), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SourceArn", wire: "SourceArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionUrlAuthType", wire: "FunctionUrlAuthType", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InvokedViaFunctionUrl", wire: "InvokedViaFunctionUrl", shape: ShapeId(306), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceAccount", wire: "SourceAccount", shape: ShapeId(534), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventSourceToken", wire: "EventSourceToken", shape: ShapeId(176), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PrincipalOrgID", wire: "PrincipalOrgID", shape: ShapeId(435), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M8: [Member; 1] = [
    Member { name: "Statement", wire: "Statement", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M12: [Member; 6] = [
    Member { name: "AliasArn", wire: "AliasArn", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(11), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionVersion", wire: "FunctionVersion", shape: ShapeId(598), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoutingConfig", wire: "RoutingConfig", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M13: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M15: [Member; 1] = [
    Member { name: "AdditionalVersionWeights", wire: "AdditionalVersionWeights", shape: ShapeId(10), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M19: [Member; 1] = [
    Member { name: "SigningProfileVersionArns", wire: "SigningProfileVersionArns", shape: ShapeId(522), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M20: [Member; 2] = [
    Member { name: "ConsumerGroupId", wire: "ConsumerGroupId", shape: ShapeId(580), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SchemaRegistryConfig", wire: "SchemaRegistryConfig", shape: ShapeId(318), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M32: [Member; 3] = [
    Member { name: "CallbackId", wire: "CallbackId", shape: ShapeId(34), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Result", wire: "Result", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M33: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M35: [Member; 2] = [
    Member { name: "TimeoutSeconds", wire: "TimeoutSeconds", shape: ShapeId(37), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "HeartbeatTimeoutSeconds", wire: "HeartbeatTimeoutSeconds", shape: ShapeId(36), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M38: [Member; 3] = [
    Member { name: "CallbackId", wire: "CallbackId", shape: ShapeId(34), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "HeartbeatTimeout", wire: "HeartbeatTimeout", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timeout", wire: "Timeout", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M39: [Member; 1] = [
    Member { name: "Result", wire: "Result", shape: ShapeId(165), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M40: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M41: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M42: [Member; 10] = [
    Member { name: "CapacityProviderArn", wire: "CapacityProviderArn", shape: ShapeId(43), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(55), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VpcConfig", wire: "VpcConfig", shape: ShapeId(58), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsConfig", wire: "PermissionsConfig", shape: ShapeId(49), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InstanceRequirements", wire: "InstanceRequirements", shape: ShapeId(283), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CapacityProviderScalingConfig", wire: "CapacityProviderScalingConfig", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KmsKeyArn", wire: "KmsKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PropagateTags", wire: "PropagateTags", shape: ShapeId(436), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TelemetryConfig", wire: "TelemetryConfig", shape: ShapeId(57), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M44: [Member; 1] = [
    Member { name: "LambdaManagedInstancesCapacityProviderConfig", wire: "LambdaManagedInstancesCapacityProviderConfig", shape: ShapeId(322), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M45: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M46: [Member; 2] = [
    Member { name: "SystemLogLevel", wire: "SystemLogLevel", shape: ShapeId(554), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LogGroup", wire: "LogGroup", shape: ShapeId(375), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M49: [Member; 1] = [
    Member { name: "CapacityProviderOperatorRoleArn", wire: "CapacityProviderOperatorRoleArn", shape: ShapeId(489), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M51: [Member; 3] = [
    Member { name: "MaxVCpuCount", wire: "MaxVCpuCount", shape: ShapeId(47), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScalingMode", wire: "ScalingMode", shape: ShapeId(52), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScalingPolicies", wire: "ScalingPolicies", shape: ShapeId(53), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M57: [Member; 1] = [
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(46), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M58: [Member; 2] = [
    Member { name: "SubnetIds", wire: "SubnetIds", shape: ShapeId(56), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SecurityGroupIds", wire: "SecurityGroupIds", shape: ShapeId(54), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M60: [Member; 2] = [
    Member { name: "Result", wire: "Result", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M61: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M62: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TenantId", wire: "TenantId", shape: ShapeId(566), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "XAmznTraceId", wire: "XAmznTraceId", shape: ShapeId(611), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M63: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TenantId", wire: "TenantId", shape: ShapeId(566), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Input", wire: "Input", shape: ShapeId(163), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutedVersion", wire: "ExecutedVersion", shape: ShapeId(599), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M64: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M65: [Member; 1] = [
    Member { name: "Result", wire: "Result", shape: ShapeId(165), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M66: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M67: [Member; 4] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CheckpointToken", wire: "CheckpointToken", shape: ShapeId(69), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Updates", wire: "Updates", shape: ShapeId(417), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientToken", wire: "ClientToken", shape: ShapeId(71), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M68: [Member; 2] = [
    Member { name: "CheckpointToken", wire: "CheckpointToken", shape: ShapeId(69), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NewExecutionState", wire: "NewExecutionState", shape: ShapeId(70), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M70: [Member; 2] = [
    Member { name: "Operations", wire: "Operations", shape: ShapeId(418), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M72: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M73: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M74: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M75: [Member; 6] = [
    Member { name: "CodeSigningConfigId", wire: "CodeSigningConfigId", shape: ShapeId(77), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowedPublishers", wire: "AllowedPublishers", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSigningPolicies", wire: "CodeSigningPolicies", shape: ShapeId(80), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M79: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M80: [Member; 1] = [
    Member { name: "UntrustedArtifactOnDeployment", wire: "UntrustedArtifactOnDeployment", shape: ShapeId(81), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M82: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M83: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M87: [Member; 1] = [
    Member { name: "ReservedConcurrentExecutions", wire: "ReservedConcurrentExecutions", shape: ShapeId(473), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M88: [Member; 3] = [
    Member { name: "ReplayChildren", wire: "ReplayChildren", shape: ShapeId(471), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Result", wire: "Result", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M89: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M90: [Member; 1] = [
    Member { name: "ReplayChildren", wire: "ReplayChildren", shape: ShapeId(471), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M91: [Member; 0] = [
];
static M92: [Member; 1] = [
    Member { name: "Result", wire: "Result", shape: ShapeId(165), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M93: [Member; 6] = [
    Member { name: "AllowCredentials", wire: "AllowCredentials", shape: ShapeId(16), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowHeaders", wire: "AllowHeaders", shape: ShapeId(276), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowMethods", wire: "AllowMethods", shape: ShapeId(17), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowOrigins", wire: "AllowOrigins", shape: ShapeId(18), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExposeHeaders", wire: "ExposeHeaders", shape: ShapeId(276), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxAge", wire: "MaxAge", shape: ShapeId(380), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M94: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(11), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionVersion", wire: "FunctionVersion", shape: ShapeId(599), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoutingConfig", wire: "RoutingConfig", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M95: [Member; 9] = [
    Member { name: "CapacityProviderName", wire: "CapacityProviderName", shape: ShapeId(48), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VpcConfig", wire: "VpcConfig", shape: ShapeId(58), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PermissionsConfig", wire: "PermissionsConfig", shape: ShapeId(49), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InstanceRequirements", wire: "InstanceRequirements", shape: ShapeId(283), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CapacityProviderScalingConfig", wire: "CapacityProviderScalingConfig", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KmsKeyArn", wire: "KmsKeyArn", shape: ShapeId(312), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PropagateTags", wire: "PropagateTags", shape: ShapeId(436), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TelemetryConfig", wire: "TelemetryConfig", shape: ShapeId(57), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M96: [Member; 1] = [
    Member { name: "CapacityProvider", wire: "CapacityProvider", shape: ShapeId(42), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M97: [Member; 4] = [
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowedPublishers", wire: "AllowedPublishers", shape: ShapeId(19), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSigningPolicies", wire: "CodeSigningPolicies", shape: ShapeId(80), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M98: [Member; 1] = [
    Member { name: "CodeSigningConfig", wire: "CodeSigningConfig", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M99: [Member; 28] = [
    Member { name: "EventSourceArn", wire: "EventSourceArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Enabled", wire: "Enabled", shape: ShapeId(143), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BatchSize", wire: "BatchSize", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterCriteria", wire: "FilterCriteria", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricsConfig", wire: "MetricsConfig", shape: ShapeId(172), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(169), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScalingConfig", wire: "ScalingConfig", shape: ShapeId(504), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumBatchingWindowInSeconds", wire: "MaximumBatchingWindowInSeconds", shape: ShapeId(387), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ParallelizationFactor", wire: "ParallelizationFactor", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartingPosition", wire: "StartingPosition", shape: ShapeId(175), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartingPositionTimestamp", wire: "StartingPositionTimestamp", shape: ShapeId(104), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationConfig", wire: "DestinationConfig", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRecordAgeInSeconds", wire: "MaximumRecordAgeInSeconds", shape: ShapeId(391), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BisectBatchOnFunctionError", wire: "BisectBatchOnFunctionError", shape: ShapeId(28), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRetryAttempts", wire: "MaximumRetryAttempts", shape: ShapeId(393), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TumblingWindowInSeconds", wire: "TumblingWindowInSeconds", shape: ShapeId(579), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Topics", wire: "Topics", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Queues", wire: "Queues", shape: ShapeId(466), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceAccessConfigurations", wire: "SourceAccessConfigurations", shape: ShapeId(532), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SelfManagedEventSource", wire: "SelfManagedEventSource", shape: ShapeId(509), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionResponseTypes", wire: "FunctionResponseTypes", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AmazonManagedKafkaEventSourceConfig", wire: "AmazonManagedKafkaEventSourceConfig", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SelfManagedKafkaEventSourceConfig", wire: "SelfManagedKafkaEventSourceConfig", shape: ShapeId(510), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DocumentDBEventSourceConfig", wire: "DocumentDBEventSourceConfig", shape: ShapeId(127), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ProvisionedPollerConfig", wire: "ProvisionedPollerConfig", shape: ShapeId(443), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M100: [Member; 30] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Runtime", wire: "Runtime", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Role", wire: "Role", shape: ShapeId(489), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Handler", wire: "Handler", shape: ShapeId(274), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Code", wire: "Code", shape: ShapeId(207), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timeout", wire: "Timeout", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MemorySize", wire: "MemorySize", shape: ShapeId(394), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Publish", wire: "Publish", shape: ShapeId(31), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PublishTo", wire: "PublishTo", shape: ShapeId(229), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VpcConfig", wire: "VpcConfig", shape: ShapeId(600), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackageType", wire: "PackageType", shape: ShapeId(422), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DeadLetterConfig", wire: "DeadLetterConfig", shape: ShapeId(105), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Environment", wire: "Environment", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TracingConfig", wire: "TracingConfig", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Layers", wire: "Layers", shape: ShapeId(328), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FileSystemConfigs", wire: "FileSystemConfigs", shape: ShapeId(197), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ImageConfig", wire: "ImageConfig", shape: ShapeId(278), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Architectures", wire: "Architectures", shape: ShapeId(23), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EphemeralStorage", wire: "EphemeralStorage", shape: ShapeId(154), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SnapStart", wire: "SnapStart", shape: ShapeId(523), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(377), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TenancyConfig", wire: "TenancyConfig", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CapacityProviderConfig", wire: "CapacityProviderConfig", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableConfig", wire: "DurableConfig", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeConfig", wire: "RuntimeConfig", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AcceleratorConfig", wire: "AcceleratorConfig", shape: ShapeId(0), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M101: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(226), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(227), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AuthType", wire: "AuthType", shape: ShapeId(223), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Cors", wire: "Cors", shape: ShapeId(93), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeMode", wire: "InvokeMode", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M102: [Member; 6] = [
    Member { name: "FunctionUrl", wire: "FunctionUrl", shape: ShapeId(222), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthType", wire: "AuthType", shape: ShapeId(223), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Cors", wire: "Cors", shape: ShapeId(93), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreationTime", wire: "CreationTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeMode", wire: "InvokeMode", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M105: [Member; 1] = [
    Member { name: "TargetArn", wire: "TargetArn", shape: ShapeId(475), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M106: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(11), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M107: [Member; 1] = [
    Member { name: "CapacityProviderName", wire: "CapacityProviderName", shape: ShapeId(48), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M108: [Member; 1] = [
    Member { name: "CapacityProvider", wire: "CapacityProvider", shape: ShapeId(42), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M109: [Member; 1] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M110: [Member; 0] = [
];
static M111: [Member; 1] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M112: [Member; 1] = [
    Member { name: "DeletionRequestTimestamp", wire: "DeletionRequestTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M113: [Member; 1] = [
    Member { name: "UUID", wire: "UUID", shape: ShapeId(581), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M114: [Member; 1] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M115: [Member; 1] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M116: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M117: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M118: [Member; 1] = [
    Member { name: "StatusCode", wire: "StatusCode", shape: ShapeId(286), location: Location::Status, required: false, timestamp: TimestampFormat::Usual },
];
static M119: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(226), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(227), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M120: [Member; 2] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionNumber", wire: "VersionNumber", shape: ShapeId(336), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M121: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(464), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
];
static M122: [Member; 2] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(431), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(488), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M125: [Member; 2] = [
    Member { name: "OnSuccess", wire: "OnSuccess", shape: ShapeId(407), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OnFailure", wire: "OnFailure", shape: ShapeId(406), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M127: [Member; 3] = [
    Member { name: "DatabaseName", wire: "DatabaseName", shape: ShapeId(103), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CollectionName", wire: "CollectionName", shape: ShapeId(84), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FullDocument", wire: "FullDocument", shape: ShapeId(204), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M128: [Member; 3] = [
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RetentionPeriodInDays", wire: "RetentionPeriodInDays", shape: ShapeId(485), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionTimeout", wire: "ExecutionTimeout", shape: ShapeId(192), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M129: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M134: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M135: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M136: [Member; 3] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EC2ErrorCode", wire: "EC2ErrorCode", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M137: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M138: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M139: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M140: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M141: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M142: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M148: [Member; 1] = [
    Member { name: "Variables", wire: "Variables", shape: ShapeId(153), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M149: [Member; 2] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(517), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M150: [Member; 2] = [
    Member { name: "Variables", wire: "Variables", shape: ShapeId(153), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(149), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M154: [Member; 1] = [
    Member { name: "Size", wire: "Size", shape: ShapeId(155), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M158: [Member; 4] = [
    Member { name: "ErrorMessage", wire: "ErrorMessage", shape: ShapeId(157), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorType", wire: "ErrorType", shape: ShapeId(159), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorData", wire: "ErrorData", shape: ShapeId(156), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StackTrace", wire: "StackTrace", shape: ShapeId(535), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M160: [Member; 33] = [
    Member { name: "EventType", wire: "EventType", shape: ShapeId(177), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SubType", wire: "SubType", shape: ShapeId(414), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventId", wire: "EventId", shape: ShapeId(162), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Id", wire: "Id", shape: ShapeId(410), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(411), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventTimestamp", wire: "EventTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ParentId", wire: "ParentId", shape: ShapeId(410), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionStartedDetails", wire: "ExecutionStartedDetails", shape: ShapeId(186), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionSucceededDetails", wire: "ExecutionSucceededDetails", shape: ShapeId(190), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionFailedDetails", wire: "ExecutionFailedDetails", shape: ShapeId(183), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionTimedOutDetails", wire: "ExecutionTimedOutDetails", shape: ShapeId(191), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionStoppedDetails", wire: "ExecutionStoppedDetails", shape: ShapeId(189), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextStartedDetails", wire: "ContextStartedDetails", shape: ShapeId(91), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextSucceededDetails", wire: "ContextSucceededDetails", shape: ShapeId(92), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextFailedDetails", wire: "ContextFailedDetails", shape: ShapeId(89), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WaitStartedDetails", wire: "WaitStartedDetails", shape: ShapeId(607), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WaitSucceededDetails", wire: "WaitSucceededDetails", shape: ShapeId(608), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WaitCancelledDetails", wire: "WaitCancelledDetails", shape: ShapeId(603), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StepStartedDetails", wire: "StepStartedDetails", shape: ShapeId(545), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StepSucceededDetails", wire: "StepSucceededDetails", shape: ShapeId(546), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StepFailedDetails", wire: "StepFailedDetails", shape: ShapeId(542), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeStartedDetails", wire: "ChainedInvokeStartedDetails", shape: ShapeId(63), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeSucceededDetails", wire: "ChainedInvokeSucceededDetails", shape: ShapeId(65), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeFailedDetails", wire: "ChainedInvokeFailedDetails", shape: ShapeId(61), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeTimedOutDetails", wire: "ChainedInvokeTimedOutDetails", shape: ShapeId(66), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeStoppedDetails", wire: "ChainedInvokeStoppedDetails", shape: ShapeId(64), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallbackStartedDetails", wire: "CallbackStartedDetails", shape: ShapeId(38), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallbackSucceededDetails", wire: "CallbackSucceededDetails", shape: ShapeId(39), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallbackFailedDetails", wire: "CallbackFailedDetails", shape: ShapeId(33), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallbackTimedOutDetails", wire: "CallbackTimedOutDetails", shape: ShapeId(40), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InvocationCompletedDetails", wire: "InvocationCompletedDetails", shape: ShapeId(294), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionPausedDetails", wire: "ExecutionPausedDetails", shape: ShapeId(184), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionResumedDetails", wire: "ExecutionResumedDetails", shape: ShapeId(185), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M161: [Member; 2] = [
    Member { name: "Payload", wire: "Payload", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Truncated", wire: "Truncated", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M163: [Member; 2] = [
    Member { name: "Payload", wire: "Payload", shape: ShapeId(282), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Truncated", wire: "Truncated", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M164: [Member; 2] = [
    Member { name: "Payload", wire: "Payload", shape: ShapeId(428), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Truncated", wire: "Truncated", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M165: [Member; 2] = [
    Member { name: "Payload", wire: "Payload", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Truncated", wire: "Truncated", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M166: [Member; 2] = [
    Member { name: "Payload", wire: "Payload", shape: ShapeId(484), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Truncated", wire: "Truncated", shape: ShapeId(578), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M168: [Member; 33] = [
    Member { name: "UUID", wire: "UUID", shape: ShapeId(581), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartingPosition", wire: "StartingPosition", shape: ShapeId(175), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartingPositionTimestamp", wire: "StartingPositionTimestamp", shape: ShapeId(104), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BatchSize", wire: "BatchSize", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumBatchingWindowInSeconds", wire: "MaximumBatchingWindowInSeconds", shape: ShapeId(387), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ParallelizationFactor", wire: "ParallelizationFactor", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventSourceArn", wire: "EventSourceArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterCriteria", wire: "FilterCriteria", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterCriteriaError", wire: "FilterCriteriaError", shape: ShapeId(200), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricsConfig", wire: "MetricsConfig", shape: ShapeId(172), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(169), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScalingConfig", wire: "ScalingConfig", shape: ShapeId(504), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(104), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastProcessingResult", wire: "LastProcessingResult", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateTransitionReason", wire: "StateTransitionReason", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationConfig", wire: "DestinationConfig", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Topics", wire: "Topics", shape: ShapeId(573), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Queues", wire: "Queues", shape: ShapeId(466), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceAccessConfigurations", wire: "SourceAccessConfigurations", shape: ShapeId(532), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SelfManagedEventSource", wire: "SelfManagedEventSource", shape: ShapeId(509), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRecordAgeInSeconds", wire: "MaximumRecordAgeInSeconds", shape: ShapeId(391), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BisectBatchOnFunctionError", wire: "BisectBatchOnFunctionError", shape: ShapeId(28), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRetryAttempts", wire: "MaximumRetryAttempts", shape: ShapeId(393), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TumblingWindowInSeconds", wire: "TumblingWindowInSeconds", shape: ShapeId(579), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionResponseTypes", wire: "FunctionResponseTypes", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AmazonManagedKafkaEventSourceConfig", wire: "AmazonManagedKafkaEventSourceConfig", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SelfManagedKafkaEventSourceConfig", wire: "SelfManagedKafkaEventSourceConfig", shape: ShapeId(510), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DocumentDBEventSourceConfig", wire: "DocumentDBEventSourceConfig", shape: ShapeId(127), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventSourceMappingArn", wire: "EventSourceMappingArn", shape: ShapeId(167), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ProvisionedPollerConfig", wire: "ProvisionedPollerConfig", shape: ShapeId(443), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M169: [Member; 1] = [
    Member { name: "SystemLogLevel", wire: "SystemLogLevel", shape: ShapeId(173), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M172: [Member; 1] = [
    Member { name: "Metrics", wire: "Metrics", shape: ShapeId(171), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M179: [Member; 7] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "DurableExecutionName", wire: "DurableExecutionName", shape: ShapeId(131), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(399), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(187), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StartTimestamp", wire: "StartTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTimestamp", wire: "EndTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M181: [Member; 1] = [
    Member { name: "InputPayload", wire: "InputPayload", shape: ShapeId(282), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M183: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M184: [Member; 3] = [
    Member { name: "PauseRequestTimestamp", wire: "PauseRequestTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(164), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionTimeoutPaused", wire: "ExecutionTimeoutPaused", shape: ShapeId(193), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M185: [Member; 2] = [
    Member { name: "ResumeRequestTimestamp", wire: "ResumeRequestTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(166), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M186: [Member; 2] = [
    Member { name: "Input", wire: "Input", shape: ShapeId(163), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionTimeout", wire: "ExecutionTimeout", shape: ShapeId(133), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M189: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M190: [Member; 1] = [
    Member { name: "Result", wire: "Result", shape: ShapeId(165), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M191: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M196: [Member; 3] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(195), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LocalMountPath", wire: "LocalMountPath", shape: ShapeId(373), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "S3FilesConfig", wire: "S3FilesConfig", shape: ShapeId(497), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M198: [Member; 1] = [
    Member { name: "Pattern", wire: "Pattern", shape: ShapeId(424), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M199: [Member; 1] = [
    Member { name: "Filters", wire: "Filters", shape: ShapeId(203), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M200: [Member; 2] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(201), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(202), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M207: [Member; 7] = [
    Member { name: "ZipFile", wire: "ZipFile", shape: ShapeId(29), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3Bucket", wire: "S3Bucket", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3Key", wire: "S3Key", shape: ShapeId(501), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectVersion", wire: "S3ObjectVersion", shape: ShapeId(503), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectStorageMode", wire: "S3ObjectStorageMode", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ImageUri", wire: "ImageUri", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceKMSKeyArn", wire: "SourceKMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M208: [Member; 7] = [
    Member { name: "RepositoryType", wire: "RepositoryType", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Location", wire: "Location", shape: ShapeId(518), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ImageUri", wire: "ImageUri", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResolvedImageUri", wire: "ResolvedImageUri", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResolvedS3Object", wire: "ResolvedS3Object", shape: ShapeId(474), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceKMSKeyArn", wire: "SourceKMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(209), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M209: [Member; 2] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(517), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M210: [Member; 42] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(399), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Runtime", wire: "Runtime", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Role", wire: "Role", shape: ShapeId(489), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Handler", wire: "Handler", shape: ShapeId(274), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSize", wire: "CodeSize", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timeout", wire: "Timeout", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MemorySize", wire: "MemorySize", shape: ShapeId(394), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSha256", wire: "CodeSha256", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Version", wire: "Version", shape: ShapeId(598), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VpcConfig", wire: "VpcConfig", shape: ShapeId(601), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DeadLetterConfig", wire: "DeadLetterConfig", shape: ShapeId(105), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Environment", wire: "Environment", shape: ShapeId(150), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TracingConfig", wire: "TracingConfig", shape: ShapeId(576), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MasterArn", wire: "MasterArn", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Layers", wire: "Layers", shape: ShapeId(341), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(537), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReason", wire: "StateReason", shape: ShapeId(538), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StateReasonCode", wire: "StateReasonCode", shape: ShapeId(539), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdateStatus", wire: "LastUpdateStatus", shape: ShapeId(323), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdateStatusReason", wire: "LastUpdateStatusReason", shape: ShapeId(324), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastUpdateStatusReasonCode", wire: "LastUpdateStatusReasonCode", shape: ShapeId(325), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FileSystemConfigs", wire: "FileSystemConfigs", shape: ShapeId(197), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningProfileVersionArn", wire: "SigningProfileVersionArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningJobArn", wire: "SigningJobArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PackageType", wire: "PackageType", shape: ShapeId(422), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ImageConfigResponse", wire: "ImageConfigResponse", shape: ShapeId(280), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Architectures", wire: "Architectures", shape: ShapeId(23), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EphemeralStorage", wire: "EphemeralStorage", shape: ShapeId(154), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SnapStart", wire: "SnapStart", shape: ShapeId(529), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeVersionConfig", wire: "RuntimeVersionConfig", shape: ShapeId(493), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(377), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TenancyConfig", wire: "TenancyConfig", shape: ShapeId(565), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CapacityProviderConfig", wire: "CapacityProviderConfig", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ConfigSha256", wire: "ConfigSha256", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableConfig", wire: "DurableConfig", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeConfig", wire: "RuntimeConfig", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AcceleratorConfig", wire: "AcceleratorConfig", shape: ShapeId(0), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M211: [Member; 5] = [
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(104), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRetryAttempts", wire: "MaximumRetryAttempts", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumEventAgeInSeconds", wire: "MaximumEventAgeInSeconds", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationConfig", wire: "DestinationConfig", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M219: [Member; 2] = [
    Member { name: "RuntimeArn", wire: "RuntimeArn", shape: ShapeId(218), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeAlias", wire: "RuntimeAlias", shape: ShapeId(217), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M220: [Member; 2] = [
    Member { name: "MinExecutionEnvironments", wire: "MinExecutionEnvironments", shape: ShapeId(221), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxExecutionEnvironments", wire: "MaxExecutionEnvironments", shape: ShapeId(221), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M224: [Member; 7] = [
    Member { name: "FunctionUrl", wire: "FunctionUrl", shape: ShapeId(222), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CreationTime", wire: "CreationTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastModifiedTime", wire: "LastModifiedTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Cors", wire: "Cors", shape: ShapeId(93), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AuthType", wire: "AuthType", shape: ShapeId(223), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeMode", wire: "InvokeMode", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M231: [Member; 2] = [
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(399), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "State", wire: "State", shape: ShapeId(537), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M232: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M233: [Member; 0] = [
];
static M234: [Member; 2] = [
    Member { name: "AccountLimit", wire: "AccountLimit", shape: ShapeId(2), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccountUsage", wire: "AccountUsage", shape: ShapeId(3), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M235: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(11), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M236: [Member; 1] = [
    Member { name: "CapacityProviderName", wire: "CapacityProviderName", shape: ShapeId(48), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M237: [Member; 1] = [
    Member { name: "CapacityProvider", wire: "CapacityProvider", shape: ShapeId(42), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M238: [Member; 1] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M239: [Member; 1] = [
    Member { name: "CodeSigningConfig", wire: "CodeSigningConfig", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M240: [Member; 5] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeExecutionData", wire: "IncludeExecutionData", shape: ShapeId(281), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(307), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReverseOrder", wire: "ReverseOrder", shape: ShapeId(487), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M241: [Member; 2] = [
    Member { name: "Events", wire: "Events", shape: ShapeId(178), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M242: [Member; 2] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "IncludeExecutionData", wire: "IncludeExecutionData", shape: ShapeId(281), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M243: [Member; 15] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "DurableExecutionName", wire: "DurableExecutionName", shape: ShapeId(131), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(399), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InputPayload", wire: "InputPayload", shape: ShapeId(282), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Result", wire: "Result", shape: ShapeId(421), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTimestamp", wire: "StartTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(187), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTimestamp", wire: "EndTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Version", wire: "Version", shape: ShapeId(599), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TraceHeader", wire: "TraceHeader", shape: ShapeId(574), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionDataIncluded", wire: "ExecutionDataIncluded", shape: ShapeId(180), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableConfig", wire: "DurableConfig", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PauseDetails", wire: "PauseDetails", shape: ShapeId(425), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExpectedExecutionTimeoutTimestamp", wire: "ExpectedExecutionTimeoutTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M244: [Member; 4] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CheckpointToken", wire: "CheckpointToken", shape: ShapeId(69), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(307), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M245: [Member; 2] = [
    Member { name: "Operations", wire: "Operations", shape: ShapeId(418), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M246: [Member; 1] = [
    Member { name: "UUID", wire: "UUID", shape: ShapeId(581), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M247: [Member; 1] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M248: [Member; 2] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M249: [Member; 1] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M250: [Member; 1] = [
    Member { name: "ReservedConcurrentExecutions", wire: "ReservedConcurrentExecutions", shape: ShapeId(473), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M251: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M252: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M253: [Member; 1] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(582), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M254: [Member; 1] = [
    Member { name: "RecursiveLoop", wire: "RecursiveLoop", shape: ShapeId(468), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M255: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M256: [Member; 5] = [
    Member { name: "Configuration", wire: "Configuration", shape: ShapeId(210), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Code", wire: "Code", shape: ShapeId(208), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TagsError", wire: "TagsError", shape: ShapeId(561), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Concurrency", wire: "Concurrency", shape: ShapeId(87), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M257: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(582), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(449), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
];
static M258: [Member; 3] = [
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AppliedFunctionScalingConfig", wire: "AppliedFunctionScalingConfig", shape: ShapeId(220), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestedFunctionScalingConfig", wire: "RequestedFunctionScalingConfig", shape: ShapeId(220), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M259: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(226), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(227), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M260: [Member; 7] = [
    Member { name: "FunctionUrl", wire: "FunctionUrl", shape: ShapeId(222), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthType", wire: "AuthType", shape: ShapeId(223), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Cors", wire: "Cors", shape: ShapeId(93), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreationTime", wire: "CreationTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastModifiedTime", wire: "LastModifiedTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeMode", wire: "InvokeMode", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M261: [Member; 1] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(333), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
];
static M262: [Member; 2] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionNumber", wire: "VersionNumber", shape: ShapeId(336), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M263: [Member; 2] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M264: [Member; 2] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionNumber", wire: "VersionNumber", shape: ShapeId(336), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M265: [Member; 9] = [
    Member { name: "Content", wire: "Content", shape: ShapeId(335), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerArn", wire: "LayerArn", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerVersionArn", wire: "LayerVersionArn", shape: ShapeId(333), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedDate", wire: "CreatedDate", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Version", wire: "Version", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleArchitectures", wire: "CompatibleArchitectures", shape: ShapeId(85), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleRuntimes", wire: "CompatibleRuntimes", shape: ShapeId(86), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LicenseInfo", wire: "LicenseInfo", shape: ShapeId(342), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M266: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M267: [Member; 2] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M268: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(464), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
];
static M269: [Member; 6] = [
    Member { name: "RequestedProvisionedConcurrentExecutions", wire: "RequestedProvisionedConcurrentExecutions", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AvailableProvisionedConcurrentExecutions", wire: "AvailableProvisionedConcurrentExecutions", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllocatedProvisionedConcurrentExecutions", wire: "AllocatedProvisionedConcurrentExecutions", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(442), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatusReason", wire: "StatusReason", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M270: [Member; 1] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(431), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M271: [Member; 2] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(480), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(488), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M272: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M273: [Member; 3] = [
    Member { name: "UpdateRuntimeOn", wire: "UpdateRuntimeOn", shape: ShapeId(597), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(399), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeVersionArn", wire: "RuntimeVersionArn", shape: ShapeId(492), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M278: [Member; 3] = [
    Member { name: "EntryPoint", wire: "EntryPoint", shape: ShapeId(550), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Command", wire: "Command", shape: ShapeId(550), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WorkingDirectory", wire: "WorkingDirectory", shape: ShapeId(610), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M279: [Member; 2] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(517), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M280: [Member; 2] = [
    Member { name: "ImageConfig", wire: "ImageConfig", shape: ShapeId(278), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(279), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M283: [Member; 3] = [
    Member { name: "Architectures", wire: "Architectures", shape: ShapeId(23), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowedInstanceTypes", wire: "AllowedInstanceTypes", shape: ShapeId(285), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExcludedInstanceTypes", wire: "ExcludedInstanceTypes", shape: ShapeId(285), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M287: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M288: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M289: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M290: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M291: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M292: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M293: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M294: [Member; 4] = [
    Member { name: "StartTimestamp", wire: "StartTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTimestamp", wire: "EndTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RequestId", wire: "RequestId", shape: ShapeId(549), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M295: [Member; 8] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InvocationType", wire: "X-Amz-Invocation-Type", shape: ShapeId(297), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LogType", wire: "X-Amz-Log-Type", shape: ShapeId(376), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientContext", wire: "X-Amz-Client-Context", shape: ShapeId(549), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableExecutionName", wire: "X-Amz-Durable-Execution-Name", shape: ShapeId(131), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Payload", wire: "Payload", shape: ShapeId(29), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TenantId", wire: "X-Amz-Tenant-Id", shape: ShapeId(566), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
];
static M296: [Member; 6] = [
    Member { name: "StatusCode", wire: "StatusCode", shape: ShapeId(286), location: Location::Status, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionError", wire: "X-Amz-Function-Error", shape: ShapeId(549), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LogResult", wire: "X-Amz-Log-Result", shape: ShapeId(549), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Payload", wire: "Payload", shape: ShapeId(29), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutedVersion", wire: "X-Amz-Executed-Version", shape: ShapeId(598), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableExecutionArn", wire: "X-Amz-Durable-Execution-Arn", shape: ShapeId(130), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
];
static M298: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeArgs", wire: "InvokeArgs", shape: ShapeId(30), location: Location::Payload, required: true, timestamp: TimestampFormat::Usual },
];
static M299: [Member; 1] = [
    Member { name: "Status", wire: "Status", shape: ShapeId(277), location: Location::Status, required: false, timestamp: TimestampFormat::Usual },
];
static M301: [Member; 1] = [
    Member { name: "Payload", wire: "Payload", shape: ShapeId(29), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M302: [Member; 3] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ErrorDetails", wire: "ErrorDetails", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LogResult", wire: "LogResult", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M303: [Member; 7] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LogType", wire: "X-Amz-Log-Type", shape: ShapeId(376), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ClientContext", wire: "X-Amz-Client-Context", shape: ShapeId(549), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Payload", wire: "Payload", shape: ShapeId(29), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TenantId", wire: "X-Amz-Tenant-Id", shape: ShapeId(566), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InvocationType", wire: "X-Amz-Invocation-Type", shape: ShapeId(481), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
];
static M304: [Member; 4] = [
    Member { name: "StatusCode", wire: "StatusCode", shape: ShapeId(286), location: Location::Status, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutedVersion", wire: "X-Amz-Executed-Version", shape: ShapeId(598), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventStream", wire: "EventStream", shape: ShapeId(305), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResponseStreamContentType", wire: "Content-Type", shape: ShapeId(549), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
];
static M305: [Member; 2] = [
    Member { name: "PayloadChunk", wire: "PayloadChunk", shape: ShapeId(301), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeComplete", wire: "InvokeComplete", shape: ShapeId(302), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M308: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M309: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M310: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M313: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M315: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(317), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "URI", wire: "URI", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M318: [Member; 4] = [
    Member { name: "SchemaRegistryURI", wire: "SchemaRegistryURI", shape: ShapeId(506), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventRecordFormat", wire: "EventRecordFormat", shape: ShapeId(505), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AccessConfigs", wire: "AccessConfigs", shape: ShapeId(316), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SchemaValidationConfigs", wire: "SchemaValidationConfigs", shape: ShapeId(321), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M320: [Member; 1] = [
    Member { name: "Attribute", wire: "Attribute", shape: ShapeId(319), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M322: [Member; 3] = [
    Member { name: "CapacityProviderArn", wire: "CapacityProviderArn", shape: ShapeId(43), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "PerExecutionEnvironmentMaxConcurrency", wire: "PerExecutionEnvironmentMaxConcurrency", shape: ShapeId(429), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionEnvironmentMemoryGiBPerVCpu", wire: "ExecutionEnvironmentMemoryGiBPerVCpu", shape: ShapeId(182), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M326: [Member; 4] = [
    Member { name: "Arn", wire: "Arn", shape: ShapeId(333), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSize", wire: "CodeSize", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningProfileVersionArn", wire: "SigningProfileVersionArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningJobArn", wire: "SigningJobArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M334: [Member; 5] = [
    Member { name: "S3Bucket", wire: "S3Bucket", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3Key", wire: "S3Key", shape: ShapeId(501), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectVersion", wire: "S3ObjectVersion", shape: ShapeId(503), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectStorageMode", wire: "S3ObjectStorageMode", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ZipFile", wire: "ZipFile", shape: ShapeId(29), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M335: [Member; 6] = [
    Member { name: "Location", wire: "Location", shape: ShapeId(518), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSha256", wire: "CodeSha256", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSize", wire: "CodeSize", shape: ShapeId(378), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningProfileVersionArn", wire: "SigningProfileVersionArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SigningJobArn", wire: "SigningJobArn", shape: ShapeId(24), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ResolvedS3Object", wire: "ResolvedS3Object", shape: ShapeId(474), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M338: [Member; 7] = [
    Member { name: "LayerVersionArn", wire: "LayerVersionArn", shape: ShapeId(333), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Version", wire: "Version", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedDate", wire: "CreatedDate", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleArchitectures", wire: "CompatibleArchitectures", shape: ShapeId(85), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleRuntimes", wire: "CompatibleRuntimes", shape: ShapeId(86), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LicenseInfo", wire: "LicenseInfo", shape: ShapeId(342), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M340: [Member; 3] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(329), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerArn", wire: "LayerArn", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LatestMatchingVersion", wire: "LatestMatchingVersion", shape: ShapeId(338), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M343: [Member; 4] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionVersion", wire: "FunctionVersion", shape: ShapeId(599), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(385), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M344: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Aliases", wire: "Aliases", shape: ShapeId(14), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M345: [Member; 3] = [
    Member { name: "State", wire: "State", shape: ShapeId(55), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(381), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M346: [Member; 2] = [
    Member { name: "CapacityProviders", wire: "CapacityProviders", shape: ShapeId(59), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M347: [Member; 2] = [
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(385), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M348: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSigningConfigs", wire: "CodeSigningConfigs", shape: ShapeId(78), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M349: [Member; 9] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableExecutionName", wire: "DurableExecutionName", shape: ShapeId(131), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Statuses", wire: "Statuses", shape: ShapeId(188), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartedAfter", wire: "StartedAfter", shape: ShapeId(194), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartedBefore", wire: "StartedBefore", shape: ShapeId(194), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ReverseOrder", wire: "ReverseOrder", shape: ShapeId(487), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(307), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M350: [Member; 2] = [
    Member { name: "DurableExecutions", wire: "DurableExecutions", shape: ShapeId(132), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M351: [Member; 4] = [
    Member { name: "EventSourceArn", wire: "EventSourceArn", shape: ShapeId(24), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(385), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M352: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EventSourceMappings", wire: "EventSourceMappings", shape: ShapeId(174), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M353: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(382), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M354: [Member; 2] = [
    Member { name: "FunctionEventInvokeConfigs", wire: "FunctionEventInvokeConfigs", shape: ShapeId(212), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M355: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(226), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(383), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M356: [Member; 2] = [
    Member { name: "FunctionUrlConfigs", wire: "FunctionUrlConfigs", shape: ShapeId(225), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M357: [Member; 3] = [
    Member { name: "CapacityProviderName", wire: "CapacityProviderName", shape: ShapeId(48), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(381), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M358: [Member; 3] = [
    Member { name: "CapacityProviderArn", wire: "CapacityProviderArn", shape: ShapeId(43), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionVersions", wire: "FunctionVersions", shape: ShapeId(230), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M359: [Member; 3] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(385), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M360: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArns", wire: "FunctionArns", shape: ShapeId(206), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M361: [Member; 4] = [
    Member { name: "MasterRegion", wire: "MasterRegion", shape: ShapeId(379), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionVersion", wire: "FunctionVersion", shape: ShapeId(228), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(385), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M362: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Functions", wire: "Functions", shape: ShapeId(213), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M363: [Member; 5] = [
    Member { name: "CompatibleArchitecture", wire: "CompatibleArchitecture", shape: ShapeId(22), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleRuntime", wire: "CompatibleRuntime", shape: ShapeId(490), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(384), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M364: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerVersions", wire: "LayerVersions", shape: ShapeId(337), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M365: [Member; 4] = [
    Member { name: "CompatibleArchitecture", wire: "CompatibleArchitecture", shape: ShapeId(22), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleRuntime", wire: "CompatibleRuntime", shape: ShapeId(490), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(384), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M366: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Layers", wire: "Layers", shape: ShapeId(339), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M367: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(386), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M368: [Member; 2] = [
    Member { name: "ProvisionedConcurrencyConfigs", wire: "ProvisionedConcurrencyConfigs", shape: ShapeId(439), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M369: [Member; 1] = [
    Member { name: "Resource", wire: "Resource", shape: ShapeId(559), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M370: [Member; 1] = [
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M371: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Marker", wire: "Marker", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaxItems", wire: "MaxItems", shape: ShapeId(385), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M372: [Member; 2] = [
    Member { name: "NextMarker", wire: "NextMarker", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Versions", wire: "Versions", shape: ShapeId(213), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M377: [Member; 4] = [
    Member { name: "LogFormat", wire: "LogFormat", shape: ShapeId(374), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ApplicationLogLevel", wire: "ApplicationLogLevel", shape: ShapeId(21), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SystemLogLevel", wire: "SystemLogLevel", shape: ShapeId(554), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LogGroup", wire: "LogGroup", shape: ShapeId(375), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M398: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M402: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M406: [Member; 1] = [
    Member { name: "Destination", wire: "Destination", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M407: [Member; 1] = [
    Member { name: "Destination", wire: "Destination", shape: ShapeId(124), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M408: [Member; 14] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(410), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ParentId", wire: "ParentId", shape: ShapeId(410), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(411), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(415), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SubType", wire: "SubType", shape: ShapeId(414), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StartTimestamp", wire: "StartTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "EndTimestamp", wire: "EndTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(413), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionDetails", wire: "ExecutionDetails", shape: ShapeId(181), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextDetails", wire: "ContextDetails", shape: ShapeId(88), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StepDetails", wire: "StepDetails", shape: ShapeId(541), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WaitDetails", wire: "WaitDetails", shape: ShapeId(604), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallbackDetails", wire: "CallbackDetails", shape: ShapeId(32), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeDetails", wire: "ChainedInvokeDetails", shape: ShapeId(60), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M416: [Member; 13] = [
    Member { name: "Id", wire: "Id", shape: ShapeId(410), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ParentId", wire: "ParentId", shape: ShapeId(410), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(411), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(415), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "SubType", wire: "SubType", shape: ShapeId(414), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Action", wire: "Action", shape: ShapeId(409), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Payload", wire: "Payload", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ContextOptions", wire: "ContextOptions", shape: ShapeId(90), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StepOptions", wire: "StepOptions", shape: ShapeId(543), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "WaitOptions", wire: "WaitOptions", shape: ShapeId(605), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CallbackOptions", wire: "CallbackOptions", shape: ShapeId(35), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ChainedInvokeOptions", wire: "ChainedInvokeOptions", shape: ShapeId(62), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M425: [Member; 3] = [
    Member { name: "PauseRequestTimestamp", wire: "PauseRequestTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(428), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionTimeoutPaused", wire: "ExecutionTimeoutPaused", shape: ShapeId(193), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M426: [Member; 4] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ClientToken", wire: "ClientToken", shape: ShapeId(71), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(428), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExecutionTimeoutPaused", wire: "ExecutionTimeoutPaused", shape: ShapeId(193), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M427: [Member; 0] = [
];
static M430: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M433: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M436: [Member; 2] = [
    Member { name: "Mode", wire: "Mode", shape: ShapeId(438), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ExplicitTags", wire: "ExplicitTags", shape: ShapeId(437), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M440: [Member; 7] = [
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RequestedProvisionedConcurrentExecutions", wire: "RequestedProvisionedConcurrentExecutions", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AvailableProvisionedConcurrentExecutions", wire: "AvailableProvisionedConcurrentExecutions", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllocatedProvisionedConcurrentExecutions", wire: "AllocatedProvisionedConcurrentExecutions", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(442), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatusReason", wire: "StatusReason", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M441: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M443: [Member; 3] = [
    Member { name: "MinimumPollers", wire: "MinimumPollers", shape: ShapeId(397), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumPollers", wire: "MaximumPollers", shape: ShapeId(390), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PollerGroupName", wire: "PollerGroupName", shape: ShapeId(444), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M445: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M446: [Member; 6] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Content", wire: "Content", shape: ShapeId(334), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleArchitectures", wire: "CompatibleArchitectures", shape: ShapeId(85), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleRuntimes", wire: "CompatibleRuntimes", shape: ShapeId(86), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LicenseInfo", wire: "LicenseInfo", shape: ShapeId(342), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M447: [Member; 9] = [
    Member { name: "Content", wire: "Content", shape: ShapeId(335), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerArn", wire: "LayerArn", shape: ShapeId(327), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LayerVersionArn", wire: "LayerVersionArn", shape: ShapeId(333), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreatedDate", wire: "CreatedDate", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Version", wire: "Version", shape: ShapeId(336), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleArchitectures", wire: "CompatibleArchitectures", shape: ShapeId(85), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CompatibleRuntimes", wire: "CompatibleRuntimes", shape: ShapeId(86), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LicenseInfo", wire: "LicenseInfo", shape: ShapeId(342), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M448: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSha256", wire: "CodeSha256", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PublishTo", wire: "PublishTo", shape: ShapeId(229), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M450: [Member; 2] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M451: [Member; 2] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M452: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ReservedConcurrentExecutions", wire: "ReservedConcurrentExecutions", shape: ShapeId(473), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M453: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRetryAttempts", wire: "MaximumRetryAttempts", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumEventAgeInSeconds", wire: "MaximumEventAgeInSeconds", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationConfig", wire: "DestinationConfig", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M454: [Member; 2] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(582), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RecursiveLoop", wire: "RecursiveLoop", shape: ShapeId(468), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M455: [Member; 1] = [
    Member { name: "RecursiveLoop", wire: "RecursiveLoop", shape: ShapeId(468), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M456: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(582), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(449), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionScalingConfig", wire: "FunctionScalingConfig", shape: ShapeId(220), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M457: [Member; 1] = [
    Member { name: "FunctionState", wire: "FunctionState", shape: ShapeId(537), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M458: [Member; 3] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(464), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ProvisionedConcurrentExecutions", wire: "ProvisionedConcurrentExecutions", shape: ShapeId(432), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M459: [Member; 6] = [
    Member { name: "RequestedProvisionedConcurrentExecutions", wire: "RequestedProvisionedConcurrentExecutions", shape: ShapeId(432), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllocatedProvisionedConcurrentExecutions", wire: "AllocatedProvisionedConcurrentExecutions", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AvailableProvisionedConcurrentExecutions", wire: "AvailableProvisionedConcurrentExecutions", shape: ShapeId(403), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Status", wire: "Status", shape: ShapeId(442), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "StatusReason", wire: "StatusReason", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LastModified", wire: "LastModified", shape: ShapeId(570), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M460: [Member; 3] = [
    Member { name: "ResourceArn", wire: "ResourceArn", shape: ShapeId(431), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Policy", wire: "Policy", shape: ShapeId(480), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(488), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M461: [Member; 2] = [
    Member { name: "Policy", wire: "Policy", shape: ShapeId(480), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(488), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M462: [Member; 4] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "UpdateRuntimeOn", wire: "UpdateRuntimeOn", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeVersionArn", wire: "RuntimeVersionArn", shape: ShapeId(492), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M463: [Member; 3] = [
    Member { name: "UpdateRuntimeOn", wire: "UpdateRuntimeOn", shape: ShapeId(597), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeVersionArn", wire: "RuntimeVersionArn", shape: ShapeId(492), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M467: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M469: [Member; 4] = [
    Member { name: "LayerName", wire: "LayerName", shape: ShapeId(330), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "VersionNumber", wire: "VersionNumber", shape: ShapeId(336), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StatementId", wire: "StatementId", shape: ShapeId(540), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M470: [Member; 4] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "StatementId", wire: "StatementId", shape: ShapeId(401), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
];
static M472: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M474: [Member; 3] = [
    Member { name: "S3Bucket", wire: "S3Bucket", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3Key", wire: "S3Key", shape: ShapeId(501), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectVersion", wire: "S3ObjectVersion", shape: ShapeId(503), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M476: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M477: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M478: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M479: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M482: [Member; 3] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ClientToken", wire: "ClientToken", shape: ShapeId(71), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(484), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M483: [Member; 0] = [
];
static M486: [Member; 2] = [
    Member { name: "CurrentAttempt", wire: "CurrentAttempt", shape: ShapeId(25), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextAttemptDelaySeconds", wire: "NextAttemptDelaySeconds", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M491: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M493: [Member; 2] = [
    Member { name: "RuntimeVersionArn", wire: "RuntimeVersionArn", shape: ShapeId(492), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(495), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M494: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M495: [Member; 2] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(517), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M497: [Member; 1] = [
    Member { name: "DirectS3Read", wire: "DirectS3Read", shape: ShapeId(126), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M498: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M499: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M500: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M504: [Member; 1] = [
    Member { name: "MaximumConcurrency", wire: "MaximumConcurrency", shape: ShapeId(388), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M509: [Member; 1] = [
    Member { name: "Endpoints", wire: "Endpoints", shape: ShapeId(147), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M510: [Member; 3] = [
    Member { name: "ConsumerGroupId", wire: "ConsumerGroupId", shape: ShapeId(580), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SchemaRegistryConfig", wire: "SchemaRegistryConfig", shape: ShapeId(318), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ConsumptionMode", wire: "ConsumptionMode", shape: ShapeId(314), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M511: [Member; 2] = [
    Member { name: "CallbackId", wire: "CallbackId", shape: ShapeId(34), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
];
static M512: [Member; 0] = [
];
static M513: [Member; 1] = [
    Member { name: "CallbackId", wire: "CallbackId", shape: ShapeId(34), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
];
static M514: [Member; 0] = [
];
static M515: [Member; 2] = [
    Member { name: "CallbackId", wire: "CallbackId", shape: ShapeId(34), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Result", wire: "Result", shape: ShapeId(27), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
];
static M516: [Member; 0] = [
];
static M519: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M520: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M521: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M523: [Member; 1] = [
    Member { name: "ApplyOn", wire: "ApplyOn", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M525: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M526: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M528: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M529: [Member; 2] = [
    Member { name: "ApplyOn", wire: "ApplyOn", shape: ShapeId(524), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "OptimizationStatus", wire: "OptimizationStatus", shape: ShapeId(527), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M530: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M531: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(533), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "URI", wire: "URI", shape: ShapeId(580), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M541: [Member; 4] = [
    Member { name: "Attempt", wire: "Attempt", shape: ShapeId(25), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "NextAttemptTimestamp", wire: "NextAttemptTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Result", wire: "Result", shape: ShapeId(412), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M542: [Member; 2] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RetryDetails", wire: "RetryDetails", shape: ShapeId(486), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M543: [Member; 1] = [
    Member { name: "NextAttemptDelaySeconds", wire: "NextAttemptDelaySeconds", shape: ShapeId(544), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M545: [Member; 0] = [
];
static M546: [Member; 2] = [
    Member { name: "Result", wire: "Result", shape: ShapeId(165), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "RetryDetails", wire: "RetryDetails", shape: ShapeId(486), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M547: [Member; 2] = [
    Member { name: "DurableExecutionArn", wire: "DurableExecutionArn", shape: ShapeId(130), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Error", wire: "Error", shape: ShapeId(158), location: Location::Payload, required: false, timestamp: TimestampFormat::Usual },
];
static M548: [Member; 1] = [
    Member { name: "StopTimestamp", wire: "StopTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M551: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M557: [Member; 2] = [
    Member { name: "Resource", wire: "Resource", shape: ShapeId(559), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Tags", wire: "Tags", shape: ShapeId(560), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M561: [Member; 2] = [
    Member { name: "ErrorCode", wire: "ErrorCode", shape: ShapeId(562), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Message", wire: "Message", shape: ShapeId(563), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M564: [Member; 2] = [
    Member { name: "PredefinedMetricType", wire: "PredefinedMetricType", shape: ShapeId(50), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TargetValue", wire: "TargetValue", shape: ShapeId(396), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M565: [Member; 1] = [
    Member { name: "TenantIsolationMode", wire: "TenantIsolationMode", shape: ShapeId(567), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M571: [Member; 4] = [
    Member { name: "retryAfterSeconds", wire: "Retry-After", shape: ShapeId(549), location: Location::Header, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Reason", wire: "Reason", shape: ShapeId(568), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M574: [Member; 1] = [
    Member { name: "XAmznTraceId", wire: "XAmznTraceId", shape: ShapeId(611), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M575: [Member; 1] = [
    Member { name: "Mode", wire: "Mode", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M576: [Member; 1] = [
    Member { name: "Mode", wire: "Mode", shape: ShapeId(577), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M584: [Member; 2] = [
    Member { name: "Type", wire: "Type", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "message", wire: "message", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M585: [Member; 2] = [
    Member { name: "Resource", wire: "Resource", shape: ShapeId(559), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "TagKeys", wire: "tagKeys", shape: ShapeId(556), location: Location::Query, required: true, timestamp: TimestampFormat::Usual },
];
static M586: [Member; 6] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Name", wire: "Name", shape: ShapeId(11), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionVersion", wire: "FunctionVersion", shape: ShapeId(599), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RoutingConfig", wire: "RoutingConfig", shape: ShapeId(15), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M587: [Member; 4] = [
    Member { name: "CapacityProviderName", wire: "CapacityProviderName", shape: ShapeId(48), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "CapacityProviderScalingConfig", wire: "CapacityProviderScalingConfig", shape: ShapeId(51), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PropagateTags", wire: "PropagateTags", shape: ShapeId(436), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TelemetryConfig", wire: "TelemetryConfig", shape: ShapeId(57), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M588: [Member; 1] = [
    Member { name: "CapacityProvider", wire: "CapacityProvider", shape: ShapeId(42), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M589: [Member; 4] = [
    Member { name: "CodeSigningConfigArn", wire: "CodeSigningConfigArn", shape: ShapeId(76), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AllowedPublishers", wire: "AllowedPublishers", shape: ShapeId(19), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CodeSigningPolicies", wire: "CodeSigningPolicies", shape: ShapeId(80), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M590: [Member; 1] = [
    Member { name: "CodeSigningConfig", wire: "CodeSigningConfig", shape: ShapeId(75), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M591: [Member; 22] = [
    Member { name: "UUID", wire: "UUID", shape: ShapeId(581), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Enabled", wire: "Enabled", shape: ShapeId(143), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BatchSize", wire: "BatchSize", shape: ShapeId(26), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FilterCriteria", wire: "FilterCriteria", shape: ShapeId(199), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MetricsConfig", wire: "MetricsConfig", shape: ShapeId(172), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(169), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ScalingConfig", wire: "ScalingConfig", shape: ShapeId(504), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumBatchingWindowInSeconds", wire: "MaximumBatchingWindowInSeconds", shape: ShapeId(387), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ParallelizationFactor", wire: "ParallelizationFactor", shape: ShapeId(423), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationConfig", wire: "DestinationConfig", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRecordAgeInSeconds", wire: "MaximumRecordAgeInSeconds", shape: ShapeId(391), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "BisectBatchOnFunctionError", wire: "BisectBatchOnFunctionError", shape: ShapeId(28), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRetryAttempts", wire: "MaximumRetryAttempts", shape: ShapeId(393), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TumblingWindowInSeconds", wire: "TumblingWindowInSeconds", shape: ShapeId(579), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceAccessConfigurations", wire: "SourceAccessConfigurations", shape: ShapeId(532), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionResponseTypes", wire: "FunctionResponseTypes", shape: ShapeId(216), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AmazonManagedKafkaEventSourceConfig", wire: "AmazonManagedKafkaEventSourceConfig", shape: ShapeId(20), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SelfManagedKafkaEventSourceConfig", wire: "SelfManagedKafkaEventSourceConfig", shape: ShapeId(510), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DocumentDBEventSourceConfig", wire: "DocumentDBEventSourceConfig", shape: ShapeId(127), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ProvisionedPollerConfig", wire: "ProvisionedPollerConfig", shape: ShapeId(443), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M592: [Member; 13] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ZipFile", wire: "ZipFile", shape: ShapeId(29), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3Bucket", wire: "S3Bucket", shape: ShapeId(496), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3Key", wire: "S3Key", shape: ShapeId(501), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectVersion", wire: "S3ObjectVersion", shape: ShapeId(503), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "S3ObjectStorageMode", wire: "S3ObjectStorageMode", shape: ShapeId(502), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ImageUri", wire: "ImageUri", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Architectures", wire: "Architectures", shape: ShapeId(23), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Publish", wire: "Publish", shape: ShapeId(31), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "PublishTo", wire: "PublishTo", shape: ShapeId(229), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DryRun", wire: "DryRun", shape: ShapeId(31), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SourceKMSKeyArn", wire: "SourceKMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M593: [Member; 23] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(214), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Role", wire: "Role", shape: ShapeId(489), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Handler", wire: "Handler", shape: ShapeId(274), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Description", wire: "Description", shape: ShapeId(123), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Timeout", wire: "Timeout", shape: ShapeId(569), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MemorySize", wire: "MemorySize", shape: ShapeId(394), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VpcConfig", wire: "VpcConfig", shape: ShapeId(600), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Environment", wire: "Environment", shape: ShapeId(148), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Runtime", wire: "Runtime", shape: ShapeId(490), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DeadLetterConfig", wire: "DeadLetterConfig", shape: ShapeId(105), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "KMSKeyArn", wire: "KMSKeyArn", shape: ShapeId(311), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "TracingConfig", wire: "TracingConfig", shape: ShapeId(575), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RevisionId", wire: "RevisionId", shape: ShapeId(549), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Layers", wire: "Layers", shape: ShapeId(328), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "FileSystemConfigs", wire: "FileSystemConfigs", shape: ShapeId(197), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "ImageConfig", wire: "ImageConfig", shape: ShapeId(278), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "EphemeralStorage", wire: "EphemeralStorage", shape: ShapeId(154), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SnapStart", wire: "SnapStart", shape: ShapeId(523), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "LoggingConfig", wire: "LoggingConfig", shape: ShapeId(377), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CapacityProviderConfig", wire: "CapacityProviderConfig", shape: ShapeId(44), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DurableConfig", wire: "DurableConfig", shape: ShapeId(128), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "RuntimeConfig", wire: "RuntimeConfig", shape: ShapeId(219), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AcceleratorConfig", wire: "AcceleratorConfig", shape: ShapeId(0), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M594: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(400), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(405), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumRetryAttempts", wire: "MaximumRetryAttempts", shape: ShapeId(392), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "MaximumEventAgeInSeconds", wire: "MaximumEventAgeInSeconds", shape: ShapeId(389), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "DestinationConfig", wire: "DestinationConfig", shape: ShapeId(125), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M595: [Member; 5] = [
    Member { name: "FunctionName", wire: "FunctionName", shape: ShapeId(226), location: Location::Path, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Qualifier", wire: "Qualifier", shape: ShapeId(227), location: Location::Query, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "AuthType", wire: "AuthType", shape: ShapeId(223), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Cors", wire: "Cors", shape: ShapeId(93), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeMode", wire: "InvokeMode", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M596: [Member; 7] = [
    Member { name: "FunctionUrl", wire: "FunctionUrl", shape: ShapeId(222), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "FunctionArn", wire: "FunctionArn", shape: ShapeId(205), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "AuthType", wire: "AuthType", shape: ShapeId(223), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "Cors", wire: "Cors", shape: ShapeId(93), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "CreationTime", wire: "CreationTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "LastModifiedTime", wire: "LastModifiedTime", shape: ShapeId(570), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "InvokeMode", wire: "InvokeMode", shape: ShapeId(300), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M600: [Member; 3] = [
    Member { name: "SubnetIds", wire: "SubnetIds", shape: ShapeId(553), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SecurityGroupIds", wire: "SecurityGroupIds", shape: ShapeId(508), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Ipv6AllowedForDualStack", wire: "Ipv6AllowedForDualStack", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M601: [Member; 4] = [
    Member { name: "SubnetIds", wire: "SubnetIds", shape: ShapeId(553), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "SecurityGroupIds", wire: "SecurityGroupIds", shape: ShapeId(508), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "VpcId", wire: "VpcId", shape: ShapeId(602), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
    Member { name: "Ipv6AllowedForDualStack", wire: "Ipv6AllowedForDualStack", shape: ShapeId(404), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M603: [Member; 1] = [
    Member { name: "Error", wire: "Error", shape: ShapeId(161), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M604: [Member; 1] = [
    Member { name: "ScheduledEndTimestamp", wire: "ScheduledEndTimestamp", shape: ShapeId(194), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M605: [Member; 1] = [
    Member { name: "WaitSeconds", wire: "WaitSeconds", shape: ShapeId(606), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];
static M607: [Member; 2] = [
    Member { name: "Duration", wire: "Duration", shape: ShapeId(133), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
    Member { name: "ScheduledEndTimestamp", wire: "ScheduledEndTimestamp", shape: ShapeId(194), location: Location::Body, required: true, timestamp: TimestampFormat::Usual },
];
static M608: [Member; 1] = [
    Member { name: "Duration", wire: "Duration", shape: ShapeId(133), location: Location::Body, required: false, timestamp: TimestampFormat::Usual },
];

/// `AcceleratorConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AcceleratorConfig {
    #[serde(rename = "AcceleratorMemorySize")]
    pub accelerator_memory_size: i32,
}

/// `AccountLimit` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountLimit {
    #[serde(rename = "TotalCodeSize", skip_serializing_if = "Option::is_none")]
    pub total_code_size: Option<i64>,
    #[serde(rename = "CodeSizeUnzipped", skip_serializing_if = "Option::is_none")]
    pub code_size_unzipped: Option<i64>,
    #[serde(rename = "CodeSizeZipped", skip_serializing_if = "Option::is_none")]
    pub code_size_zipped: Option<i64>,
    #[serde(rename = "ConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub concurrent_executions: Option<i32>,
    #[serde(rename = "UnreservedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub unreserved_concurrent_executions: Option<i32>,
}

/// `AccountUsage` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountUsage {
    #[serde(rename = "TotalCodeSize", skip_serializing_if = "Option::is_none")]
    pub total_code_size: Option<i64>,
    #[serde(rename = "FunctionCount", skip_serializing_if = "Option::is_none")]
    pub function_count: Option<i64>,
}

/// `AddLayerVersionPermissionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddLayerVersionPermissionRequest {
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "VersionNumber")]
    pub version_number: i64,
    #[serde(rename = "StatementId")]
    pub statement_id: String,
    #[serde(rename = "Action")]
    pub action: String,
    #[serde(rename = "Principal")]
    pub principal: String,
    #[serde(rename = "OrganizationId", skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `AddLayerVersionPermissionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddLayerVersionPermissionResponse {
    #[serde(rename = "Statement", skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `AddPermissionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddPermissionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "StatementId")]
    pub statement_id: String,
    #[serde(rename = "Action")]
    pub action: String,
    #[serde(rename = "Principal")]
    pub principal: String,
    #[serde(rename = "SourceArn", skip_serializing_if = "Option::is_none")]
    pub source_arn: Option<String>,
    #[serde(rename = "FunctionUrlAuthType", skip_serializing_if = "Option::is_none")]
    pub function_url_auth_type: Option<String>,
    #[serde(rename = "InvokedViaFunctionUrl", skip_serializing_if = "Option::is_none")]
    pub invoked_via_function_url: Option<bool>,
    #[serde(rename = "SourceAccount", skip_serializing_if = "Option::is_none")]
    pub source_account: Option<String>,
    #[serde(rename = "EventSourceToken", skip_serializing_if = "Option::is_none")]
    pub event_source_token: Option<String>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
    #[serde(rename = "PrincipalOrgID", skip_serializing_if = "Option::is_none")]
    pub principal_org_id: Option<String>,
}

/// `AddPermissionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddPermissionResponse {
    #[serde(rename = "Statement", skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
}

/// `AliasConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AliasConfiguration {
    #[serde(rename = "AliasArn", skip_serializing_if = "Option::is_none")]
    pub alias_arn: Option<String>,
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "FunctionVersion", skip_serializing_if = "Option::is_none")]
    pub function_version: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "RoutingConfig", skip_serializing_if = "Option::is_none")]
    pub routing_config: Option<AliasRoutingConfiguration>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `AliasRoutingConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AliasRoutingConfiguration {
    #[serde(rename = "AdditionalVersionWeights", skip_serializing_if = "Option::is_none")]
    pub additional_version_weights: Option<std::collections::BTreeMap<String, f64>>,
}

/// `AllowedPublishers` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AllowedPublishers {
    #[serde(rename = "SigningProfileVersionArns")]
    pub signing_profile_version_arns: Vec<String>,
}

/// `AmazonManagedKafkaEventSourceConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AmazonManagedKafkaEventSourceConfig {
    #[serde(rename = "ConsumerGroupId", skip_serializing_if = "Option::is_none")]
    pub consumer_group_id: Option<String>,
    #[serde(rename = "SchemaRegistryConfig", skip_serializing_if = "Option::is_none")]
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
}

/// `CapacityProviderConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CapacityProviderConfig {
    #[serde(rename = "LambdaManagedInstancesCapacityProviderConfig")]
    pub lambda_managed_instances_capacity_provider_config: LambdaManagedInstancesCapacityProviderConfig,
}

/// `CodeSigningConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeSigningConfig {
    #[serde(rename = "CodeSigningConfigId")]
    pub code_signing_config_id: String,
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "AllowedPublishers")]
    pub allowed_publishers: AllowedPublishers,
    #[serde(rename = "CodeSigningPolicies")]
    pub code_signing_policies: CodeSigningPolicies,
    #[serde(rename = "LastModified")]
    pub last_modified: String,
}

/// `CodeSigningPolicies` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeSigningPolicies {
    #[serde(rename = "UntrustedArtifactOnDeployment", skip_serializing_if = "Option::is_none")]
    pub untrusted_artifact_on_deployment: Option<String>,
}

/// `Concurrency` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Concurrency {
    #[serde(rename = "ReservedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub reserved_concurrent_executions: Option<i32>,
}

/// `Cors` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cors {
    #[serde(rename = "AllowCredentials", skip_serializing_if = "Option::is_none")]
    pub allow_credentials: Option<bool>,
    #[serde(rename = "AllowHeaders", skip_serializing_if = "Option::is_none")]
    pub allow_headers: Option<Vec<String>>,
    #[serde(rename = "AllowMethods", skip_serializing_if = "Option::is_none")]
    pub allow_methods: Option<Vec<String>>,
    #[serde(rename = "AllowOrigins", skip_serializing_if = "Option::is_none")]
    pub allow_origins: Option<Vec<String>>,
    #[serde(rename = "ExposeHeaders", skip_serializing_if = "Option::is_none")]
    pub expose_headers: Option<Vec<String>>,
    #[serde(rename = "MaxAge", skip_serializing_if = "Option::is_none")]
    pub max_age: Option<i32>,
}

/// `CreateAliasRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateAliasRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "FunctionVersion")]
    pub function_version: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "RoutingConfig", skip_serializing_if = "Option::is_none")]
    pub routing_config: Option<AliasRoutingConfiguration>,
}

/// `CreateCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateCodeSigningConfigRequest {
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "AllowedPublishers")]
    pub allowed_publishers: AllowedPublishers,
    #[serde(rename = "CodeSigningPolicies", skip_serializing_if = "Option::is_none")]
    pub code_signing_policies: Option<CodeSigningPolicies>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

/// `CreateCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateCodeSigningConfigResponse {
    #[serde(rename = "CodeSigningConfig")]
    pub code_signing_config: CodeSigningConfig,
}

/// `CreateEventSourceMappingRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateEventSourceMappingRequest {
    #[serde(rename = "EventSourceArn", skip_serializing_if = "Option::is_none")]
    pub event_source_arn: Option<String>,
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "BatchSize", skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<i32>,
    #[serde(rename = "FilterCriteria", skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<FilterCriteria>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "MetricsConfig", skip_serializing_if = "Option::is_none")]
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    #[serde(rename = "ScalingConfig", skip_serializing_if = "Option::is_none")]
    pub scaling_config: Option<ScalingConfig>,
    #[serde(rename = "MaximumBatchingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_batching_window_in_seconds: Option<i32>,
    #[serde(rename = "ParallelizationFactor", skip_serializing_if = "Option::is_none")]
    pub parallelization_factor: Option<i32>,
    #[serde(rename = "StartingPosition", skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<String>,
    #[serde(rename = "StartingPositionTimestamp", skip_serializing_if = "Option::is_none")]
    pub starting_position_timestamp: Option<f64>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
    #[serde(rename = "MaximumRecordAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_record_age_in_seconds: Option<i32>,
    #[serde(rename = "BisectBatchOnFunctionError", skip_serializing_if = "Option::is_none")]
    pub bisect_batch_on_function_error: Option<bool>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "TumblingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub tumbling_window_in_seconds: Option<i32>,
    #[serde(rename = "Topics", skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<String>>,
    #[serde(rename = "Queues", skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<String>>,
    #[serde(rename = "SourceAccessConfigurations", skip_serializing_if = "Option::is_none")]
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    #[serde(rename = "SelfManagedEventSource", skip_serializing_if = "Option::is_none")]
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    #[serde(rename = "FunctionResponseTypes", skip_serializing_if = "Option::is_none")]
    pub function_response_types: Option<Vec<String>>,
    #[serde(rename = "AmazonManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    #[serde(rename = "SelfManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    #[serde(rename = "DocumentDBEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    #[serde(rename = "ProvisionedPollerConfig", skip_serializing_if = "Option::is_none")]
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

/// `CreateFunctionRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateFunctionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Runtime", skip_serializing_if = "Option::is_none")]
    pub runtime: Option<String>,
    #[serde(rename = "Role")]
    pub role: String,
    #[serde(rename = "Handler", skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    #[serde(rename = "Code")]
    pub code: FunctionCode,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Timeout", skip_serializing_if = "Option::is_none")]
    pub timeout: Option<i32>,
    #[serde(rename = "MemorySize", skip_serializing_if = "Option::is_none")]
    pub memory_size: Option<i32>,
    #[serde(rename = "Publish", skip_serializing_if = "Option::is_none")]
    pub publish: Option<bool>,
    #[serde(rename = "PublishTo", skip_serializing_if = "Option::is_none")]
    pub publish_to: Option<String>,
    #[serde(rename = "VpcConfig", skip_serializing_if = "Option::is_none")]
    pub vpc_config: Option<VpcConfig>,
    #[serde(rename = "PackageType", skip_serializing_if = "Option::is_none")]
    pub package_type: Option<String>,
    #[serde(rename = "DeadLetterConfig", skip_serializing_if = "Option::is_none")]
    pub dead_letter_config: Option<DeadLetterConfig>,
    #[serde(rename = "Environment", skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "TracingConfig", skip_serializing_if = "Option::is_none")]
    pub tracing_config: Option<TracingConfig>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "Layers", skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<String>>,
    #[serde(rename = "FileSystemConfigs", skip_serializing_if = "Option::is_none")]
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    #[serde(rename = "CodeSigningConfigArn", skip_serializing_if = "Option::is_none")]
    pub code_signing_config_arn: Option<String>,
    #[serde(rename = "ImageConfig", skip_serializing_if = "Option::is_none")]
    pub image_config: Option<ImageConfig>,
    #[serde(rename = "Architectures", skip_serializing_if = "Option::is_none")]
    pub architectures: Option<Vec<String>>,
    #[serde(rename = "EphemeralStorage", skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    #[serde(rename = "SnapStart", skip_serializing_if = "Option::is_none")]
    pub snap_start: Option<SnapStart>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<LoggingConfig>,
    #[serde(rename = "TenancyConfig", skip_serializing_if = "Option::is_none")]
    pub tenancy_config: Option<TenancyConfig>,
    #[serde(rename = "CapacityProviderConfig", skip_serializing_if = "Option::is_none")]
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    #[serde(rename = "DurableConfig", skip_serializing_if = "Option::is_none")]
    pub durable_config: Option<DurableConfig>,
    #[serde(rename = "RuntimeConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_config: Option<FunctionRuntimeConfig>,
    #[serde(rename = "AcceleratorConfig", skip_serializing_if = "Option::is_none")]
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl std::fmt::Debug for CreateFunctionRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateFunctionRequest").finish_non_exhaustive()
    }
}

/// `CreateFunctionUrlConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateFunctionUrlConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "AuthType")]
    pub auth_type: String,
    #[serde(rename = "Cors", skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
    #[serde(rename = "InvokeMode", skip_serializing_if = "Option::is_none")]
    pub invoke_mode: Option<String>,
}

/// `CreateFunctionUrlConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateFunctionUrlConfigResponse {
    #[serde(rename = "FunctionUrl")]
    pub function_url: String,
    #[serde(rename = "FunctionArn")]
    pub function_arn: String,
    #[serde(rename = "AuthType")]
    pub auth_type: String,
    #[serde(rename = "Cors", skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
    #[serde(rename = "CreationTime")]
    pub creation_time: String,
    #[serde(rename = "InvokeMode", skip_serializing_if = "Option::is_none")]
    pub invoke_mode: Option<String>,
}

/// `DeadLetterConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeadLetterConfig {
    #[serde(rename = "TargetArn", skip_serializing_if = "Option::is_none")]
    pub target_arn: Option<String>,
}

/// `DeleteAliasRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteAliasRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Name")]
    pub name: String,
}

/// `DeleteCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteCodeSigningConfigRequest {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
}

/// `DeleteCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteCodeSigningConfigResponse {
}

/// `DeleteEventSourceMappingRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteEventSourceMappingRequest {
    #[serde(rename = "UUID")]
    pub uuid: String,
}

/// `DeleteFunctionCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteFunctionCodeSigningConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `DeleteFunctionConcurrencyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteFunctionConcurrencyRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `DeleteFunctionEventInvokeConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteFunctionEventInvokeConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `DeleteFunctionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteFunctionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `DeleteFunctionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteFunctionResponse {
}

/// `DeleteFunctionUrlConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteFunctionUrlConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `DeleteLayerVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteLayerVersionRequest {
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "VersionNumber")]
    pub version_number: i64,
}

/// `DeleteProvisionedConcurrencyConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteProvisionedConcurrencyConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier")]
    pub qualifier: String,
}

/// `DeleteResourcePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteResourcePolicyRequest {
    #[serde(rename = "ResourceArn")]
    pub resource_arn: String,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `DestinationConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DestinationConfig {
    #[serde(rename = "OnSuccess", skip_serializing_if = "Option::is_none")]
    pub on_success: Option<OnSuccess>,
    #[serde(rename = "OnFailure", skip_serializing_if = "Option::is_none")]
    pub on_failure: Option<OnFailure>,
}

/// `DocumentDBEventSourceConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentDBEventSourceConfig {
    #[serde(rename = "DatabaseName", skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "CollectionName", skip_serializing_if = "Option::is_none")]
    pub collection_name: Option<String>,
    #[serde(rename = "FullDocument", skip_serializing_if = "Option::is_none")]
    pub full_document: Option<String>,
}

/// `DurableConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DurableConfig {
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "RetentionPeriodInDays", skip_serializing_if = "Option::is_none")]
    pub retention_period_in_days: Option<i32>,
    #[serde(rename = "ExecutionTimeout", skip_serializing_if = "Option::is_none")]
    pub execution_timeout: Option<i32>,
}

/// `Environment` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Environment {
    #[serde(rename = "Variables", skip_serializing_if = "Option::is_none")]
    pub variables: Option<std::collections::BTreeMap<String, String>>,
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}

/// `EnvironmentError` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EnvironmentError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for EnvironmentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnvironmentError").finish_non_exhaustive()
    }
}

/// `EnvironmentResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EnvironmentResponse {
    #[serde(rename = "Variables", skip_serializing_if = "Option::is_none")]
    pub variables: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<EnvironmentError>,
}

impl std::fmt::Debug for EnvironmentResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnvironmentResponse").finish_non_exhaustive()
    }
}

/// `EphemeralStorage` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EphemeralStorage {
    #[serde(rename = "Size")]
    pub size: i32,
}

/// `EventSourceMappingConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventSourceMappingConfiguration {
    #[serde(rename = "UUID", skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    #[serde(rename = "StartingPosition", skip_serializing_if = "Option::is_none")]
    pub starting_position: Option<String>,
    #[serde(rename = "StartingPositionTimestamp", skip_serializing_if = "Option::is_none")]
    pub starting_position_timestamp: Option<f64>,
    #[serde(rename = "BatchSize", skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<i32>,
    #[serde(rename = "MaximumBatchingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_batching_window_in_seconds: Option<i32>,
    #[serde(rename = "ParallelizationFactor", skip_serializing_if = "Option::is_none")]
    pub parallelization_factor: Option<i32>,
    #[serde(rename = "EventSourceArn", skip_serializing_if = "Option::is_none")]
    pub event_source_arn: Option<String>,
    #[serde(rename = "FilterCriteria", skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<FilterCriteria>,
    #[serde(rename = "FilterCriteriaError", skip_serializing_if = "Option::is_none")]
    pub filter_criteria_error: Option<FilterCriteriaError>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "MetricsConfig", skip_serializing_if = "Option::is_none")]
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    #[serde(rename = "ScalingConfig", skip_serializing_if = "Option::is_none")]
    pub scaling_config: Option<ScalingConfig>,
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<f64>,
    #[serde(rename = "LastProcessingResult", skip_serializing_if = "Option::is_none")]
    pub last_processing_result: Option<String>,
    #[serde(rename = "State", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "StateTransitionReason", skip_serializing_if = "Option::is_none")]
    pub state_transition_reason: Option<String>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
    #[serde(rename = "Topics", skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<String>>,
    #[serde(rename = "Queues", skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<String>>,
    #[serde(rename = "SourceAccessConfigurations", skip_serializing_if = "Option::is_none")]
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    #[serde(rename = "SelfManagedEventSource", skip_serializing_if = "Option::is_none")]
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    #[serde(rename = "MaximumRecordAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_record_age_in_seconds: Option<i32>,
    #[serde(rename = "BisectBatchOnFunctionError", skip_serializing_if = "Option::is_none")]
    pub bisect_batch_on_function_error: Option<bool>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "TumblingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub tumbling_window_in_seconds: Option<i32>,
    #[serde(rename = "FunctionResponseTypes", skip_serializing_if = "Option::is_none")]
    pub function_response_types: Option<Vec<String>>,
    #[serde(rename = "AmazonManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    #[serde(rename = "SelfManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    #[serde(rename = "DocumentDBEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    #[serde(rename = "EventSourceMappingArn", skip_serializing_if = "Option::is_none")]
    pub event_source_mapping_arn: Option<String>,
    #[serde(rename = "ProvisionedPollerConfig", skip_serializing_if = "Option::is_none")]
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

/// `EventSourceMappingLoggingConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventSourceMappingLoggingConfig {
    #[serde(rename = "SystemLogLevel", skip_serializing_if = "Option::is_none")]
    pub system_log_level: Option<String>,
}

/// `EventSourceMappingMetricsConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventSourceMappingMetricsConfig {
    #[serde(rename = "Metrics", skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<String>>,
}

/// `FileSystemConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileSystemConfig {
    #[serde(rename = "Arn")]
    pub arn: String,
    #[serde(rename = "LocalMountPath")]
    pub local_mount_path: String,
    #[serde(rename = "S3FilesConfig", skip_serializing_if = "Option::is_none")]
    pub s3_files_config: Option<S3FilesConfig>,
}

/// `Filter` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    #[serde(rename = "Pattern", skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
}

/// `FilterCriteria` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterCriteria {
    #[serde(rename = "Filters", skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<Filter>>,
}

/// `FilterCriteriaError` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterCriteriaError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// `FunctionCode` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionCode {
    #[serde(rename = "ZipFile", skip_serializing_if = "Option::is_none")]
    pub zip_file: Option<String>,
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    #[serde(rename = "S3Key", skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    #[serde(rename = "S3ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
    #[serde(rename = "S3ObjectStorageMode", skip_serializing_if = "Option::is_none")]
    pub s3_object_storage_mode: Option<String>,
    #[serde(rename = "ImageUri", skip_serializing_if = "Option::is_none")]
    pub image_uri: Option<String>,
    #[serde(rename = "SourceKMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub source_kms_key_arn: Option<String>,
}

impl std::fmt::Debug for FunctionCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionCode").finish_non_exhaustive()
    }
}

/// `FunctionCodeLocation` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionCodeLocation {
    #[serde(rename = "RepositoryType", skip_serializing_if = "Option::is_none")]
    pub repository_type: Option<String>,
    #[serde(rename = "Location", skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    #[serde(rename = "ImageUri", skip_serializing_if = "Option::is_none")]
    pub image_uri: Option<String>,
    #[serde(rename = "ResolvedImageUri", skip_serializing_if = "Option::is_none")]
    pub resolved_image_uri: Option<String>,
    #[serde(rename = "ResolvedS3Object", skip_serializing_if = "Option::is_none")]
    pub resolved_s3_object: Option<ResolvedS3Object>,
    #[serde(rename = "SourceKMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub source_kms_key_arn: Option<String>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<FunctionCodeLocationError>,
}

impl std::fmt::Debug for FunctionCodeLocation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionCodeLocation").finish_non_exhaustive()
    }
}

/// `FunctionCodeLocationError` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionCodeLocationError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for FunctionCodeLocationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionCodeLocationError").finish_non_exhaustive()
    }
}

/// `FunctionConfiguration` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionConfiguration {
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "Runtime", skip_serializing_if = "Option::is_none")]
    pub runtime: Option<String>,
    #[serde(rename = "Role", skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(rename = "Handler", skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    #[serde(rename = "CodeSize", skip_serializing_if = "Option::is_none")]
    pub code_size: Option<i64>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Timeout", skip_serializing_if = "Option::is_none")]
    pub timeout: Option<i32>,
    #[serde(rename = "MemorySize", skip_serializing_if = "Option::is_none")]
    pub memory_size: Option<i32>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    #[serde(rename = "CodeSha256", skip_serializing_if = "Option::is_none")]
    pub code_sha256: Option<String>,
    #[serde(rename = "Version", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(rename = "VpcConfig", skip_serializing_if = "Option::is_none")]
    pub vpc_config: Option<VpcConfigResponse>,
    #[serde(rename = "DeadLetterConfig", skip_serializing_if = "Option::is_none")]
    pub dead_letter_config: Option<DeadLetterConfig>,
    #[serde(rename = "Environment", skip_serializing_if = "Option::is_none")]
    pub environment: Option<EnvironmentResponse>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "TracingConfig", skip_serializing_if = "Option::is_none")]
    pub tracing_config: Option<TracingConfigResponse>,
    #[serde(rename = "MasterArn", skip_serializing_if = "Option::is_none")]
    pub master_arn: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
    #[serde(rename = "Layers", skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<Layer>>,
    #[serde(rename = "State", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "StateReason", skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonCode", skip_serializing_if = "Option::is_none")]
    pub state_reason_code: Option<String>,
    #[serde(rename = "LastUpdateStatus", skip_serializing_if = "Option::is_none")]
    pub last_update_status: Option<String>,
    #[serde(rename = "LastUpdateStatusReason", skip_serializing_if = "Option::is_none")]
    pub last_update_status_reason: Option<String>,
    #[serde(rename = "LastUpdateStatusReasonCode", skip_serializing_if = "Option::is_none")]
    pub last_update_status_reason_code: Option<String>,
    #[serde(rename = "FileSystemConfigs", skip_serializing_if = "Option::is_none")]
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    #[serde(rename = "SigningProfileVersionArn", skip_serializing_if = "Option::is_none")]
    pub signing_profile_version_arn: Option<String>,
    #[serde(rename = "SigningJobArn", skip_serializing_if = "Option::is_none")]
    pub signing_job_arn: Option<String>,
    #[serde(rename = "PackageType", skip_serializing_if = "Option::is_none")]
    pub package_type: Option<String>,
    #[serde(rename = "ImageConfigResponse", skip_serializing_if = "Option::is_none")]
    pub image_config_response: Option<ImageConfigResponse>,
    #[serde(rename = "Architectures", skip_serializing_if = "Option::is_none")]
    pub architectures: Option<Vec<String>>,
    #[serde(rename = "EphemeralStorage", skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    #[serde(rename = "SnapStart", skip_serializing_if = "Option::is_none")]
    pub snap_start: Option<SnapStartResponse>,
    #[serde(rename = "RuntimeVersionConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_version_config: Option<RuntimeVersionConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<LoggingConfig>,
    #[serde(rename = "TenancyConfig", skip_serializing_if = "Option::is_none")]
    pub tenancy_config: Option<TenancyConfig>,
    #[serde(rename = "CapacityProviderConfig", skip_serializing_if = "Option::is_none")]
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    #[serde(rename = "ConfigSha256", skip_serializing_if = "Option::is_none")]
    pub config_sha256: Option<String>,
    #[serde(rename = "DurableConfig", skip_serializing_if = "Option::is_none")]
    pub durable_config: Option<DurableConfig>,
    #[serde(rename = "RuntimeConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_config: Option<FunctionRuntimeConfig>,
    #[serde(rename = "AcceleratorConfig", skip_serializing_if = "Option::is_none")]
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl std::fmt::Debug for FunctionConfiguration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionConfiguration").finish_non_exhaustive()
    }
}

/// `FunctionEventInvokeConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionEventInvokeConfig {
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<f64>,
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "MaximumEventAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_event_age_in_seconds: Option<i32>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
}

/// `FunctionRuntimeConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionRuntimeConfig {
    #[serde(rename = "RuntimeArn")]
    pub runtime_arn: String,
    #[serde(rename = "RuntimeAlias")]
    pub runtime_alias: String,
}

/// `FunctionUrlConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunctionUrlConfig {
    #[serde(rename = "FunctionUrl")]
    pub function_url: String,
    #[serde(rename = "FunctionArn")]
    pub function_arn: String,
    #[serde(rename = "CreationTime")]
    pub creation_time: String,
    #[serde(rename = "LastModifiedTime")]
    pub last_modified_time: String,
    #[serde(rename = "Cors", skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
    #[serde(rename = "AuthType")]
    pub auth_type: String,
    #[serde(rename = "InvokeMode", skip_serializing_if = "Option::is_none")]
    pub invoke_mode: Option<String>,
}

/// `GetAccountSettingsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccountSettingsRequest {
}

/// `GetAccountSettingsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAccountSettingsResponse {
    #[serde(rename = "AccountLimit", skip_serializing_if = "Option::is_none")]
    pub account_limit: Option<AccountLimit>,
    #[serde(rename = "AccountUsage", skip_serializing_if = "Option::is_none")]
    pub account_usage: Option<AccountUsage>,
}

/// `GetAliasRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetAliasRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Name")]
    pub name: String,
}

/// `GetCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetCodeSigningConfigRequest {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
}

/// `GetCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetCodeSigningConfigResponse {
    #[serde(rename = "CodeSigningConfig")]
    pub code_signing_config: CodeSigningConfig,
}

/// `GetEventSourceMappingRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetEventSourceMappingRequest {
    #[serde(rename = "UUID")]
    pub uuid: String,
}

/// `GetFunctionCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionCodeSigningConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `GetFunctionCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionCodeSigningConfigResponse {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `GetFunctionConcurrencyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionConcurrencyRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `GetFunctionConcurrencyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionConcurrencyResponse {
    #[serde(rename = "ReservedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub reserved_concurrent_executions: Option<i32>,
}

/// `GetFunctionConfigurationRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionConfigurationRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `GetFunctionEventInvokeConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionEventInvokeConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `GetFunctionRecursionConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionRecursionConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `GetFunctionRecursionConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionRecursionConfigResponse {
    #[serde(rename = "RecursiveLoop", skip_serializing_if = "Option::is_none")]
    pub recursive_loop: Option<String>,
}

/// `GetFunctionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `GetFunctionResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionResponse {
    #[serde(rename = "Configuration", skip_serializing_if = "Option::is_none")]
    pub configuration: Option<FunctionConfiguration>,
    #[serde(rename = "Code", skip_serializing_if = "Option::is_none")]
    pub code: Option<FunctionCodeLocation>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    #[serde(rename = "TagsError", skip_serializing_if = "Option::is_none")]
    pub tags_error: Option<TagsError>,
    #[serde(rename = "Concurrency", skip_serializing_if = "Option::is_none")]
    pub concurrency: Option<Concurrency>,
}

impl std::fmt::Debug for GetFunctionResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetFunctionResponse").finish_non_exhaustive()
    }
}

/// `GetFunctionUrlConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionUrlConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `GetFunctionUrlConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetFunctionUrlConfigResponse {
    #[serde(rename = "FunctionUrl")]
    pub function_url: String,
    #[serde(rename = "FunctionArn")]
    pub function_arn: String,
    #[serde(rename = "AuthType")]
    pub auth_type: String,
    #[serde(rename = "Cors", skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
    #[serde(rename = "CreationTime")]
    pub creation_time: String,
    #[serde(rename = "LastModifiedTime")]
    pub last_modified_time: String,
    #[serde(rename = "InvokeMode", skip_serializing_if = "Option::is_none")]
    pub invoke_mode: Option<String>,
}

/// `GetLayerVersionByArnRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLayerVersionByArnRequest {
    #[serde(rename = "Arn")]
    pub arn: String,
}

/// `GetLayerVersionPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLayerVersionPolicyRequest {
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "VersionNumber")]
    pub version_number: i64,
}

/// `GetLayerVersionPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLayerVersionPolicyResponse {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `GetLayerVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLayerVersionRequest {
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "VersionNumber")]
    pub version_number: i64,
}

/// `GetLayerVersionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetLayerVersionResponse {
    #[serde(rename = "Content", skip_serializing_if = "Option::is_none")]
    pub content: Option<LayerVersionContentOutput>,
    #[serde(rename = "LayerArn", skip_serializing_if = "Option::is_none")]
    pub layer_arn: Option<String>,
    #[serde(rename = "LayerVersionArn", skip_serializing_if = "Option::is_none")]
    pub layer_version_arn: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreatedDate", skip_serializing_if = "Option::is_none")]
    pub created_date: Option<String>,
    #[serde(rename = "Version", skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    #[serde(rename = "CompatibleArchitectures", skip_serializing_if = "Option::is_none")]
    pub compatible_architectures: Option<Vec<String>>,
    #[serde(rename = "CompatibleRuntimes", skip_serializing_if = "Option::is_none")]
    pub compatible_runtimes: Option<Vec<String>>,
    #[serde(rename = "LicenseInfo", skip_serializing_if = "Option::is_none")]
    pub license_info: Option<String>,
}

/// `GetPolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetPolicyRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `GetPolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetPolicyResponse {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `GetProvisionedConcurrencyConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetProvisionedConcurrencyConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier")]
    pub qualifier: String,
}

/// `GetProvisionedConcurrencyConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetProvisionedConcurrencyConfigResponse {
    #[serde(rename = "RequestedProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub requested_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "AvailableProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub available_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "AllocatedProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub allocated_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "StatusReason", skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<String>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// `GetResourcePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetResourcePolicyRequest {
    #[serde(rename = "ResourceArn")]
    pub resource_arn: String,
}

/// `GetResourcePolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetResourcePolicyResponse {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `GetRuntimeManagementConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetRuntimeManagementConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

/// `GetRuntimeManagementConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GetRuntimeManagementConfigResponse {
    #[serde(rename = "UpdateRuntimeOn", skip_serializing_if = "Option::is_none")]
    pub update_runtime_on: Option<String>,
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "RuntimeVersionArn", skip_serializing_if = "Option::is_none")]
    pub runtime_version_arn: Option<String>,
}

/// `ImageConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImageConfig {
    #[serde(rename = "EntryPoint", skip_serializing_if = "Option::is_none")]
    pub entry_point: Option<Vec<String>>,
    #[serde(rename = "Command", skip_serializing_if = "Option::is_none")]
    pub command: Option<Vec<String>>,
    #[serde(rename = "WorkingDirectory", skip_serializing_if = "Option::is_none")]
    pub working_directory: Option<String>,
}

/// `ImageConfigError` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImageConfigError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for ImageConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImageConfigError").finish_non_exhaustive()
    }
}

/// `ImageConfigResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImageConfigResponse {
    #[serde(rename = "ImageConfig", skip_serializing_if = "Option::is_none")]
    pub image_config: Option<ImageConfig>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<ImageConfigError>,
}

impl std::fmt::Debug for ImageConfigResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImageConfigResponse").finish_non_exhaustive()
    }
}

/// `InvocationRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvocationRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "InvocationType", skip_serializing_if = "Option::is_none")]
    pub invocation_type: Option<String>,
    #[serde(rename = "LogType", skip_serializing_if = "Option::is_none")]
    pub log_type: Option<String>,
    #[serde(rename = "ClientContext", skip_serializing_if = "Option::is_none")]
    pub client_context: Option<String>,
    #[serde(rename = "DurableExecutionName", skip_serializing_if = "Option::is_none")]
    pub durable_execution_name: Option<String>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "TenantId", skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
}

impl std::fmt::Debug for InvocationRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvocationRequest").finish_non_exhaustive()
    }
}

/// `InvocationResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvocationResponse {
    #[serde(rename = "FunctionError", skip_serializing_if = "Option::is_none")]
    pub function_error: Option<String>,
    #[serde(rename = "LogResult", skip_serializing_if = "Option::is_none")]
    pub log_result: Option<String>,
    #[serde(rename = "ExecutedVersion", skip_serializing_if = "Option::is_none")]
    pub executed_version: Option<String>,
    #[serde(rename = "DurableExecutionArn", skip_serializing_if = "Option::is_none")]
    pub durable_execution_arn: Option<String>,
}

impl std::fmt::Debug for InvocationResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvocationResponse").finish_non_exhaustive()
    }
}

/// `InvokeAsyncRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeAsyncRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `InvokeAsyncResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeAsyncResponse {
}

/// `InvokeResponseStreamUpdate` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeResponseStreamUpdate {
    #[serde(rename = "Payload", skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
}

impl std::fmt::Debug for InvokeResponseStreamUpdate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvokeResponseStreamUpdate").finish_non_exhaustive()
    }
}

/// `InvokeWithResponseStreamCompleteEvent` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeWithResponseStreamCompleteEvent {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorDetails", skip_serializing_if = "Option::is_none")]
    pub error_details: Option<String>,
    #[serde(rename = "LogResult", skip_serializing_if = "Option::is_none")]
    pub log_result: Option<String>,
}

/// `InvokeWithResponseStreamRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeWithResponseStreamRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "LogType", skip_serializing_if = "Option::is_none")]
    pub log_type: Option<String>,
    #[serde(rename = "ClientContext", skip_serializing_if = "Option::is_none")]
    pub client_context: Option<String>,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "TenantId", skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
    #[serde(rename = "InvocationType", skip_serializing_if = "Option::is_none")]
    pub invocation_type: Option<String>,
}

impl std::fmt::Debug for InvokeWithResponseStreamRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvokeWithResponseStreamRequest").finish_non_exhaustive()
    }
}

/// `InvokeWithResponseStreamResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeWithResponseStreamResponse {
    #[serde(rename = "ExecutedVersion", skip_serializing_if = "Option::is_none")]
    pub executed_version: Option<String>,
    #[serde(rename = "EventStream", skip_serializing_if = "Option::is_none")]
    pub event_stream: Option<InvokeWithResponseStreamResponseEvent>,
    #[serde(rename = "ResponseStreamContentType", skip_serializing_if = "Option::is_none")]
    pub response_stream_content_type: Option<String>,
}

impl std::fmt::Debug for InvokeWithResponseStreamResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvokeWithResponseStreamResponse").finish_non_exhaustive()
    }
}

/// `InvokeWithResponseStreamResponseEvent` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvokeWithResponseStreamResponseEvent {
    #[serde(rename = "PayloadChunk", skip_serializing_if = "Option::is_none")]
    pub payload_chunk: Option<InvokeResponseStreamUpdate>,
    #[serde(rename = "InvokeComplete", skip_serializing_if = "Option::is_none")]
    pub invoke_complete: Option<InvokeWithResponseStreamCompleteEvent>,
}

impl std::fmt::Debug for InvokeWithResponseStreamResponseEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvokeWithResponseStreamResponseEvent").finish_non_exhaustive()
    }
}

/// `KafkaSchemaRegistryAccessConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KafkaSchemaRegistryAccessConfig {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "URI", skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

/// `KafkaSchemaRegistryConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KafkaSchemaRegistryConfig {
    #[serde(rename = "SchemaRegistryURI", skip_serializing_if = "Option::is_none")]
    pub schema_registry_uri: Option<String>,
    #[serde(rename = "EventRecordFormat", skip_serializing_if = "Option::is_none")]
    pub event_record_format: Option<String>,
    #[serde(rename = "AccessConfigs", skip_serializing_if = "Option::is_none")]
    pub access_configs: Option<Vec<KafkaSchemaRegistryAccessConfig>>,
    #[serde(rename = "SchemaValidationConfigs", skip_serializing_if = "Option::is_none")]
    pub schema_validation_configs: Option<Vec<KafkaSchemaValidationConfig>>,
}

/// `KafkaSchemaValidationConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KafkaSchemaValidationConfig {
    #[serde(rename = "Attribute", skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
}

/// `LambdaManagedInstancesCapacityProviderConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LambdaManagedInstancesCapacityProviderConfig {
    #[serde(rename = "CapacityProviderArn")]
    pub capacity_provider_arn: String,
    #[serde(rename = "PerExecutionEnvironmentMaxConcurrency", skip_serializing_if = "Option::is_none")]
    pub per_execution_environment_max_concurrency: Option<i32>,
    #[serde(rename = "ExecutionEnvironmentMemoryGiBPerVCpu", skip_serializing_if = "Option::is_none")]
    pub execution_environment_memory_gi_b_per_v_cpu: Option<f64>,
}

/// `Layer` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layer {
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "CodeSize", skip_serializing_if = "Option::is_none")]
    pub code_size: Option<i64>,
    #[serde(rename = "SigningProfileVersionArn", skip_serializing_if = "Option::is_none")]
    pub signing_profile_version_arn: Option<String>,
    #[serde(rename = "SigningJobArn", skip_serializing_if = "Option::is_none")]
    pub signing_job_arn: Option<String>,
}

/// `LayerVersionContentInput` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LayerVersionContentInput {
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    #[serde(rename = "S3Key", skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    #[serde(rename = "S3ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
    #[serde(rename = "S3ObjectStorageMode", skip_serializing_if = "Option::is_none")]
    pub s3_object_storage_mode: Option<String>,
    #[serde(rename = "ZipFile", skip_serializing_if = "Option::is_none")]
    pub zip_file: Option<String>,
}

impl std::fmt::Debug for LayerVersionContentInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LayerVersionContentInput").finish_non_exhaustive()
    }
}

/// `LayerVersionContentOutput` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LayerVersionContentOutput {
    #[serde(rename = "Location", skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    #[serde(rename = "CodeSha256", skip_serializing_if = "Option::is_none")]
    pub code_sha256: Option<String>,
    #[serde(rename = "CodeSize", skip_serializing_if = "Option::is_none")]
    pub code_size: Option<i64>,
    #[serde(rename = "SigningProfileVersionArn", skip_serializing_if = "Option::is_none")]
    pub signing_profile_version_arn: Option<String>,
    #[serde(rename = "SigningJobArn", skip_serializing_if = "Option::is_none")]
    pub signing_job_arn: Option<String>,
    #[serde(rename = "ResolvedS3Object", skip_serializing_if = "Option::is_none")]
    pub resolved_s3_object: Option<ResolvedS3Object>,
}

/// `LayerVersionsListItem` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LayerVersionsListItem {
    #[serde(rename = "LayerVersionArn", skip_serializing_if = "Option::is_none")]
    pub layer_version_arn: Option<String>,
    #[serde(rename = "Version", skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreatedDate", skip_serializing_if = "Option::is_none")]
    pub created_date: Option<String>,
    #[serde(rename = "CompatibleArchitectures", skip_serializing_if = "Option::is_none")]
    pub compatible_architectures: Option<Vec<String>>,
    #[serde(rename = "CompatibleRuntimes", skip_serializing_if = "Option::is_none")]
    pub compatible_runtimes: Option<Vec<String>>,
    #[serde(rename = "LicenseInfo", skip_serializing_if = "Option::is_none")]
    pub license_info: Option<String>,
}

/// `LayersListItem` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LayersListItem {
    #[serde(rename = "LayerName", skip_serializing_if = "Option::is_none")]
    pub layer_name: Option<String>,
    #[serde(rename = "LayerArn", skip_serializing_if = "Option::is_none")]
    pub layer_arn: Option<String>,
    #[serde(rename = "LatestMatchingVersion", skip_serializing_if = "Option::is_none")]
    pub latest_matching_version: Option<LayerVersionsListItem>,
}

/// `ListAliasesRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAliasesRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "FunctionVersion", skip_serializing_if = "Option::is_none")]
    pub function_version: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListAliasesResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAliasesResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "Aliases", skip_serializing_if = "Option::is_none")]
    pub aliases: Option<Vec<AliasConfiguration>>,
}

/// `ListCodeSigningConfigsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListCodeSigningConfigsRequest {
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListCodeSigningConfigsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListCodeSigningConfigsResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "CodeSigningConfigs", skip_serializing_if = "Option::is_none")]
    pub code_signing_configs: Option<Vec<CodeSigningConfig>>,
}

/// `ListEventSourceMappingsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListEventSourceMappingsRequest {
    #[serde(rename = "EventSourceArn", skip_serializing_if = "Option::is_none")]
    pub event_source_arn: Option<String>,
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListEventSourceMappingsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListEventSourceMappingsResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "EventSourceMappings", skip_serializing_if = "Option::is_none")]
    pub event_source_mappings: Option<Vec<EventSourceMappingConfiguration>>,
}

/// `ListFunctionEventInvokeConfigsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionEventInvokeConfigsRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListFunctionEventInvokeConfigsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionEventInvokeConfigsResponse {
    #[serde(rename = "FunctionEventInvokeConfigs", skip_serializing_if = "Option::is_none")]
    pub function_event_invoke_configs: Option<Vec<FunctionEventInvokeConfig>>,
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
}

/// `ListFunctionUrlConfigsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionUrlConfigsRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListFunctionUrlConfigsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionUrlConfigsResponse {
    #[serde(rename = "FunctionUrlConfigs")]
    pub function_url_configs: Vec<FunctionUrlConfig>,
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
}

/// `ListFunctionsByCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionsByCodeSigningConfigRequest {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListFunctionsByCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionsByCodeSigningConfigResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "FunctionArns", skip_serializing_if = "Option::is_none")]
    pub function_arns: Option<Vec<String>>,
}

/// `ListFunctionsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionsRequest {
    #[serde(rename = "MasterRegion", skip_serializing_if = "Option::is_none")]
    pub master_region: Option<String>,
    #[serde(rename = "FunctionVersion", skip_serializing_if = "Option::is_none")]
    pub function_version: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListFunctionsResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFunctionsResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "Functions", skip_serializing_if = "Option::is_none")]
    pub functions: Option<Vec<FunctionConfiguration>>,
}

impl std::fmt::Debug for ListFunctionsResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListFunctionsResponse").finish_non_exhaustive()
    }
}

/// `ListLayerVersionsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLayerVersionsRequest {
    #[serde(rename = "CompatibleArchitecture", skip_serializing_if = "Option::is_none")]
    pub compatible_architecture: Option<String>,
    #[serde(rename = "CompatibleRuntime", skip_serializing_if = "Option::is_none")]
    pub compatible_runtime: Option<String>,
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListLayerVersionsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLayerVersionsResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "LayerVersions", skip_serializing_if = "Option::is_none")]
    pub layer_versions: Option<Vec<LayerVersionsListItem>>,
}

/// `ListLayersRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLayersRequest {
    #[serde(rename = "CompatibleArchitecture", skip_serializing_if = "Option::is_none")]
    pub compatible_architecture: Option<String>,
    #[serde(rename = "CompatibleRuntime", skip_serializing_if = "Option::is_none")]
    pub compatible_runtime: Option<String>,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListLayersResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLayersResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "Layers", skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<LayersListItem>>,
}

/// `ListProvisionedConcurrencyConfigsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListProvisionedConcurrencyConfigsRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListProvisionedConcurrencyConfigsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListProvisionedConcurrencyConfigsResponse {
    #[serde(rename = "ProvisionedConcurrencyConfigs", skip_serializing_if = "Option::is_none")]
    pub provisioned_concurrency_configs: Option<Vec<ProvisionedConcurrencyConfigListItem>>,
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
}

/// `ListTagsRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsRequest {
    #[serde(rename = "Resource")]
    pub resource: String,
}

/// `ListTagsResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListTagsResponse {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

/// `ListVersionsByFunctionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListVersionsByFunctionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Marker", skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(rename = "MaxItems", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<i32>,
}

/// `ListVersionsByFunctionResponse` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListVersionsByFunctionResponse {
    #[serde(rename = "NextMarker", skip_serializing_if = "Option::is_none")]
    pub next_marker: Option<String>,
    #[serde(rename = "Versions", skip_serializing_if = "Option::is_none")]
    pub versions: Option<Vec<FunctionConfiguration>>,
}

impl std::fmt::Debug for ListVersionsByFunctionResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListVersionsByFunctionResponse").finish_non_exhaustive()
    }
}

/// `LoggingConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LoggingConfig {
    #[serde(rename = "LogFormat", skip_serializing_if = "Option::is_none")]
    pub log_format: Option<String>,
    #[serde(rename = "ApplicationLogLevel", skip_serializing_if = "Option::is_none")]
    pub application_log_level: Option<String>,
    #[serde(rename = "SystemLogLevel", skip_serializing_if = "Option::is_none")]
    pub system_log_level: Option<String>,
    #[serde(rename = "LogGroup", skip_serializing_if = "Option::is_none")]
    pub log_group: Option<String>,
}

/// `OnFailure` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OnFailure {
    #[serde(rename = "Destination", skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
}

/// `OnSuccess` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OnSuccess {
    #[serde(rename = "Destination", skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
}

/// `ProvisionedConcurrencyConfigListItem` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProvisionedConcurrencyConfigListItem {
    #[serde(rename = "FunctionArn", skip_serializing_if = "Option::is_none")]
    pub function_arn: Option<String>,
    #[serde(rename = "RequestedProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub requested_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "AvailableProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub available_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "AllocatedProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub allocated_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "StatusReason", skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<String>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// `ProvisionedPollerConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProvisionedPollerConfig {
    #[serde(rename = "MinimumPollers", skip_serializing_if = "Option::is_none")]
    pub minimum_pollers: Option<i32>,
    #[serde(rename = "MaximumPollers", skip_serializing_if = "Option::is_none")]
    pub maximum_pollers: Option<i32>,
    #[serde(rename = "PollerGroupName", skip_serializing_if = "Option::is_none")]
    pub poller_group_name: Option<String>,
}

/// `PublishLayerVersionRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishLayerVersionRequest {
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Content")]
    pub content: LayerVersionContentInput,
    #[serde(rename = "CompatibleArchitectures", skip_serializing_if = "Option::is_none")]
    pub compatible_architectures: Option<Vec<String>>,
    #[serde(rename = "CompatibleRuntimes", skip_serializing_if = "Option::is_none")]
    pub compatible_runtimes: Option<Vec<String>>,
    #[serde(rename = "LicenseInfo", skip_serializing_if = "Option::is_none")]
    pub license_info: Option<String>,
}

impl std::fmt::Debug for PublishLayerVersionRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PublishLayerVersionRequest").finish_non_exhaustive()
    }
}

/// `PublishLayerVersionResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishLayerVersionResponse {
    #[serde(rename = "Content", skip_serializing_if = "Option::is_none")]
    pub content: Option<LayerVersionContentOutput>,
    #[serde(rename = "LayerArn", skip_serializing_if = "Option::is_none")]
    pub layer_arn: Option<String>,
    #[serde(rename = "LayerVersionArn", skip_serializing_if = "Option::is_none")]
    pub layer_version_arn: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreatedDate", skip_serializing_if = "Option::is_none")]
    pub created_date: Option<String>,
    #[serde(rename = "Version", skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    #[serde(rename = "CompatibleArchitectures", skip_serializing_if = "Option::is_none")]
    pub compatible_architectures: Option<Vec<String>>,
    #[serde(rename = "CompatibleRuntimes", skip_serializing_if = "Option::is_none")]
    pub compatible_runtimes: Option<Vec<String>>,
    #[serde(rename = "LicenseInfo", skip_serializing_if = "Option::is_none")]
    pub license_info: Option<String>,
}

/// `PublishVersionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishVersionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "CodeSha256", skip_serializing_if = "Option::is_none")]
    pub code_sha256: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
    #[serde(rename = "PublishTo", skip_serializing_if = "Option::is_none")]
    pub publish_to: Option<String>,
}

/// `PutFunctionCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutFunctionCodeSigningConfigRequest {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `PutFunctionCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutFunctionCodeSigningConfigResponse {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
    #[serde(rename = "FunctionName")]
    pub function_name: String,
}

/// `PutFunctionConcurrencyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutFunctionConcurrencyRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "ReservedConcurrentExecutions")]
    pub reserved_concurrent_executions: i32,
}

/// `PutFunctionEventInvokeConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutFunctionEventInvokeConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "MaximumEventAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_event_age_in_seconds: Option<i32>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
}

/// `PutFunctionRecursionConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutFunctionRecursionConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "RecursiveLoop")]
    pub recursive_loop: String,
}

/// `PutFunctionRecursionConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutFunctionRecursionConfigResponse {
    #[serde(rename = "RecursiveLoop", skip_serializing_if = "Option::is_none")]
    pub recursive_loop: Option<String>,
}

/// `PutProvisionedConcurrencyConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutProvisionedConcurrencyConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier")]
    pub qualifier: String,
    #[serde(rename = "ProvisionedConcurrentExecutions")]
    pub provisioned_concurrent_executions: i32,
}

/// `PutProvisionedConcurrencyConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutProvisionedConcurrencyConfigResponse {
    #[serde(rename = "RequestedProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub requested_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "AllocatedProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub allocated_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "AvailableProvisionedConcurrentExecutions", skip_serializing_if = "Option::is_none")]
    pub available_provisioned_concurrent_executions: Option<i32>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "StatusReason", skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<String>,
    #[serde(rename = "LastModified", skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// `PutResourcePolicyRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutResourcePolicyRequest {
    #[serde(rename = "ResourceArn")]
    pub resource_arn: String,
    #[serde(rename = "Policy")]
    pub policy: String,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `PutResourcePolicyResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutResourcePolicyResponse {
    #[serde(rename = "Policy", skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `PutRuntimeManagementConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutRuntimeManagementConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "UpdateRuntimeOn")]
    pub update_runtime_on: String,
    #[serde(rename = "RuntimeVersionArn", skip_serializing_if = "Option::is_none")]
    pub runtime_version_arn: Option<String>,
}

/// `PutRuntimeManagementConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PutRuntimeManagementConfigResponse {
    #[serde(rename = "UpdateRuntimeOn")]
    pub update_runtime_on: String,
    #[serde(rename = "FunctionArn")]
    pub function_arn: String,
    #[serde(rename = "RuntimeVersionArn", skip_serializing_if = "Option::is_none")]
    pub runtime_version_arn: Option<String>,
}

/// `RemoveLayerVersionPermissionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveLayerVersionPermissionRequest {
    #[serde(rename = "LayerName")]
    pub layer_name: String,
    #[serde(rename = "VersionNumber")]
    pub version_number: i64,
    #[serde(rename = "StatementId")]
    pub statement_id: String,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `RemovePermissionRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemovePermissionRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "StatementId")]
    pub statement_id: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `ResolvedS3Object` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResolvedS3Object {
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    #[serde(rename = "S3Key", skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    #[serde(rename = "S3ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
}

/// `RuntimeVersionConfig` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuntimeVersionConfig {
    #[serde(rename = "RuntimeVersionArn", skip_serializing_if = "Option::is_none")]
    pub runtime_version_arn: Option<String>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<RuntimeVersionError>,
}

impl std::fmt::Debug for RuntimeVersionConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RuntimeVersionConfig").finish_non_exhaustive()
    }
}

/// `RuntimeVersionError` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuntimeVersionError {
    #[serde(rename = "ErrorCode", skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl std::fmt::Debug for RuntimeVersionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RuntimeVersionError").finish_non_exhaustive()
    }
}

/// `S3FilesConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct S3FilesConfig {
    #[serde(rename = "DirectS3Read", skip_serializing_if = "Option::is_none")]
    pub direct_s3_read: Option<String>,
}

/// `ScalingConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScalingConfig {
    #[serde(rename = "MaximumConcurrency", skip_serializing_if = "Option::is_none")]
    pub maximum_concurrency: Option<i32>,
}

/// `SelfManagedEventSource` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SelfManagedEventSource {
    #[serde(rename = "Endpoints", skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<std::collections::BTreeMap<String, Vec<String>>>,
}

/// `SelfManagedKafkaEventSourceConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SelfManagedKafkaEventSourceConfig {
    #[serde(rename = "ConsumerGroupId", skip_serializing_if = "Option::is_none")]
    pub consumer_group_id: Option<String>,
    #[serde(rename = "SchemaRegistryConfig", skip_serializing_if = "Option::is_none")]
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
    #[serde(rename = "ConsumptionMode", skip_serializing_if = "Option::is_none")]
    pub consumption_mode: Option<String>,
}

/// `SnapStart` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SnapStart {
    #[serde(rename = "ApplyOn", skip_serializing_if = "Option::is_none")]
    pub apply_on: Option<String>,
}

/// `SnapStartResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SnapStartResponse {
    #[serde(rename = "ApplyOn", skip_serializing_if = "Option::is_none")]
    pub apply_on: Option<String>,
    #[serde(rename = "OptimizationStatus", skip_serializing_if = "Option::is_none")]
    pub optimization_status: Option<String>,
}

/// `SourceAccessConfiguration` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceAccessConfiguration {
    #[serde(rename = "Type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "URI", skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}

/// `TagResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagResourceRequest {
    #[serde(rename = "Resource")]
    pub resource: String,
    #[serde(rename = "Tags")]
    pub tags: std::collections::BTreeMap<String, String>,
}

/// `TagsError` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagsError {
    #[serde(rename = "ErrorCode")]
    pub error_code: String,
    #[serde(rename = "Message")]
    pub message: String,
}

/// `TenancyConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TenancyConfig {
    #[serde(rename = "TenantIsolationMode")]
    pub tenant_isolation_mode: String,
}

/// `TracingConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TracingConfig {
    #[serde(rename = "Mode", skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

/// `TracingConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TracingConfigResponse {
    #[serde(rename = "Mode", skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

/// `UntagResourceRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UntagResourceRequest {
    #[serde(rename = "Resource")]
    pub resource: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

/// `UpdateAliasRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateAliasRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "FunctionVersion", skip_serializing_if = "Option::is_none")]
    pub function_version: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "RoutingConfig", skip_serializing_if = "Option::is_none")]
    pub routing_config: Option<AliasRoutingConfiguration>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
}

/// `UpdateCodeSigningConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateCodeSigningConfigRequest {
    #[serde(rename = "CodeSigningConfigArn")]
    pub code_signing_config_arn: String,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "AllowedPublishers", skip_serializing_if = "Option::is_none")]
    pub allowed_publishers: Option<AllowedPublishers>,
    #[serde(rename = "CodeSigningPolicies", skip_serializing_if = "Option::is_none")]
    pub code_signing_policies: Option<CodeSigningPolicies>,
}

/// `UpdateCodeSigningConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateCodeSigningConfigResponse {
    #[serde(rename = "CodeSigningConfig")]
    pub code_signing_config: CodeSigningConfig,
}

/// `UpdateEventSourceMappingRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateEventSourceMappingRequest {
    #[serde(rename = "UUID")]
    pub uuid: String,
    #[serde(rename = "FunctionName", skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "BatchSize", skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<i32>,
    #[serde(rename = "FilterCriteria", skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<FilterCriteria>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "MetricsConfig", skip_serializing_if = "Option::is_none")]
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    #[serde(rename = "ScalingConfig", skip_serializing_if = "Option::is_none")]
    pub scaling_config: Option<ScalingConfig>,
    #[serde(rename = "MaximumBatchingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_batching_window_in_seconds: Option<i32>,
    #[serde(rename = "ParallelizationFactor", skip_serializing_if = "Option::is_none")]
    pub parallelization_factor: Option<i32>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
    #[serde(rename = "MaximumRecordAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_record_age_in_seconds: Option<i32>,
    #[serde(rename = "BisectBatchOnFunctionError", skip_serializing_if = "Option::is_none")]
    pub bisect_batch_on_function_error: Option<bool>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "TumblingWindowInSeconds", skip_serializing_if = "Option::is_none")]
    pub tumbling_window_in_seconds: Option<i32>,
    #[serde(rename = "SourceAccessConfigurations", skip_serializing_if = "Option::is_none")]
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    #[serde(rename = "FunctionResponseTypes", skip_serializing_if = "Option::is_none")]
    pub function_response_types: Option<Vec<String>>,
    #[serde(rename = "AmazonManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    #[serde(rename = "SelfManagedKafkaEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    #[serde(rename = "DocumentDBEventSourceConfig", skip_serializing_if = "Option::is_none")]
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    #[serde(rename = "ProvisionedPollerConfig", skip_serializing_if = "Option::is_none")]
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

/// `UpdateFunctionCodeRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateFunctionCodeRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "ZipFile", skip_serializing_if = "Option::is_none")]
    pub zip_file: Option<String>,
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    #[serde(rename = "S3Key", skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    #[serde(rename = "S3ObjectVersion", skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
    #[serde(rename = "S3ObjectStorageMode", skip_serializing_if = "Option::is_none")]
    pub s3_object_storage_mode: Option<String>,
    #[serde(rename = "ImageUri", skip_serializing_if = "Option::is_none")]
    pub image_uri: Option<String>,
    #[serde(rename = "Architectures", skip_serializing_if = "Option::is_none")]
    pub architectures: Option<Vec<String>>,
    #[serde(rename = "Publish", skip_serializing_if = "Option::is_none")]
    pub publish: Option<bool>,
    #[serde(rename = "PublishTo", skip_serializing_if = "Option::is_none")]
    pub publish_to: Option<String>,
    #[serde(rename = "DryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
    #[serde(rename = "SourceKMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub source_kms_key_arn: Option<String>,
}

impl std::fmt::Debug for UpdateFunctionCodeRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UpdateFunctionCodeRequest").finish_non_exhaustive()
    }
}

/// `UpdateFunctionConfigurationRequest` of the model.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateFunctionConfigurationRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Role", skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(rename = "Handler", skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    #[serde(rename = "Description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Timeout", skip_serializing_if = "Option::is_none")]
    pub timeout: Option<i32>,
    #[serde(rename = "MemorySize", skip_serializing_if = "Option::is_none")]
    pub memory_size: Option<i32>,
    #[serde(rename = "VpcConfig", skip_serializing_if = "Option::is_none")]
    pub vpc_config: Option<VpcConfig>,
    #[serde(rename = "Environment", skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    #[serde(rename = "Runtime", skip_serializing_if = "Option::is_none")]
    pub runtime: Option<String>,
    #[serde(rename = "DeadLetterConfig", skip_serializing_if = "Option::is_none")]
    pub dead_letter_config: Option<DeadLetterConfig>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    #[serde(rename = "TracingConfig", skip_serializing_if = "Option::is_none")]
    pub tracing_config: Option<TracingConfig>,
    #[serde(rename = "RevisionId", skip_serializing_if = "Option::is_none")]
    pub revision_id: Option<String>,
    #[serde(rename = "Layers", skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<String>>,
    #[serde(rename = "FileSystemConfigs", skip_serializing_if = "Option::is_none")]
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    #[serde(rename = "ImageConfig", skip_serializing_if = "Option::is_none")]
    pub image_config: Option<ImageConfig>,
    #[serde(rename = "EphemeralStorage", skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    #[serde(rename = "SnapStart", skip_serializing_if = "Option::is_none")]
    pub snap_start: Option<SnapStart>,
    #[serde(rename = "LoggingConfig", skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<LoggingConfig>,
    #[serde(rename = "CapacityProviderConfig", skip_serializing_if = "Option::is_none")]
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    #[serde(rename = "DurableConfig", skip_serializing_if = "Option::is_none")]
    pub durable_config: Option<DurableConfig>,
    #[serde(rename = "RuntimeConfig", skip_serializing_if = "Option::is_none")]
    pub runtime_config: Option<FunctionRuntimeConfig>,
    #[serde(rename = "AcceleratorConfig", skip_serializing_if = "Option::is_none")]
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl std::fmt::Debug for UpdateFunctionConfigurationRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UpdateFunctionConfigurationRequest").finish_non_exhaustive()
    }
}

/// `UpdateFunctionEventInvokeConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateFunctionEventInvokeConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "MaximumRetryAttempts", skip_serializing_if = "Option::is_none")]
    pub maximum_retry_attempts: Option<i32>,
    #[serde(rename = "MaximumEventAgeInSeconds", skip_serializing_if = "Option::is_none")]
    pub maximum_event_age_in_seconds: Option<i32>,
    #[serde(rename = "DestinationConfig", skip_serializing_if = "Option::is_none")]
    pub destination_config: Option<DestinationConfig>,
}

/// `UpdateFunctionUrlConfigRequest` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateFunctionUrlConfigRequest {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Qualifier", skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(rename = "AuthType", skip_serializing_if = "Option::is_none")]
    pub auth_type: Option<String>,
    #[serde(rename = "Cors", skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
    #[serde(rename = "InvokeMode", skip_serializing_if = "Option::is_none")]
    pub invoke_mode: Option<String>,
}

/// `UpdateFunctionUrlConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateFunctionUrlConfigResponse {
    #[serde(rename = "FunctionUrl")]
    pub function_url: String,
    #[serde(rename = "FunctionArn")]
    pub function_arn: String,
    #[serde(rename = "AuthType")]
    pub auth_type: String,
    #[serde(rename = "Cors", skip_serializing_if = "Option::is_none")]
    pub cors: Option<Cors>,
    #[serde(rename = "CreationTime")]
    pub creation_time: String,
    #[serde(rename = "LastModifiedTime")]
    pub last_modified_time: String,
    #[serde(rename = "InvokeMode", skip_serializing_if = "Option::is_none")]
    pub invoke_mode: Option<String>,
}

/// `VpcConfig` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VpcConfig {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
    #[serde(rename = "Ipv6AllowedForDualStack", skip_serializing_if = "Option::is_none")]
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

/// `VpcConfigResponse` of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VpcConfigResponse {
    #[serde(rename = "SubnetIds", skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    #[serde(rename = "SecurityGroupIds", skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
    #[serde(rename = "VpcId", skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
    #[serde(rename = "Ipv6AllowedForDualStack", skip_serializing_if = "Option::is_none")]
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}
