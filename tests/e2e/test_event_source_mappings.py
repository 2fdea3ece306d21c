"""Event source mappings through boto3 and the AWS CLI: what infrastructure tools do with them, and a restart."""

import json
import re

import pytest
from botocore.exceptions import ClientError

from harness import packages, wait
from harness.clients import aws, client
from harness.functions import create, deployed, name_of

ACCOUNT = "arn:aws:{}:us-east-1:000000000000:{}"


def queue(name):
    return ACCOUNT.format("sqs", name)


def refused(call, *arguments, **more):
    """The code and text of an error."""
    with pytest.raises(ClientError) as error:
        call(*arguments, **more)
    return error.value.response["Error"]["Code"], error.value.response["Error"]["Message"]


def until_state(lam, uuid, *states):
    """Waits as infrastructure tools do."""

    def there():
        found = lam.get_event_source_mapping(UUID=uuid)
        return found if found["State"] in states else None

    return wait.until(there, 20, f"the mapping is {states}")


def until_gone(lam, uuid):
    def gone():
        try:
            return lam.get_event_source_mapping(UUID=uuid)["State"] != "Deleting"
        except lam.exceptions.ResourceNotFoundException:
            return True

    wait.until(gone, 20, "the mapping is gone")
    assert refused(lam.get_event_source_mapping, UUID=uuid) == (
        "ResourceNotFoundException",
        "The resource you requested does not exist.",
    )


def test_create_read_update_delete(lam):
    source = queue(name_of("queue"))
    with deployed(lam, packages.toolbox(), "esm") as name:
        created = lam.create_event_source_mapping(FunctionName=name, EventSourceArn=source, BatchSize=5)
        uuid = created["UUID"]
        assert created["ResponseMetadata"]["HTTPStatusCode"] == 202
        assert (created["State"], created["StateTransitionReason"]) == ("Creating", "USER_INITIATED")
        assert created["FunctionArn"] == ACCOUNT.format("lambda", f"function:{name}")
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uuid)
        assert created["EventSourceMappingArn"] == ACCOUNT.format("lambda", f"event-source-mapping:{uuid}")
        assert (created["BatchSize"], created["MaximumBatchingWindowInSeconds"]) == (5, 0)
        assert created["FunctionResponseTypes"] == []
        found = until_state(lam, uuid, "Enabled", "Disabled")
        assert found["State"] == "Enabled"

        updated = lam.update_event_source_mapping(
            UUID=uuid,
            BatchSize=100,
            MaximumBatchingWindowInSeconds=1,
            Enabled=False,
            FilterCriteria={"Filters": [{"Pattern": json.dumps({"body": {"a": ["b"]}})}]},
            ScalingConfig={"MaximumConcurrency": 3},
        )
        assert updated["ResponseMetadata"]["HTTPStatusCode"] == 202
        assert updated["State"] == "Disabling"
        found = until_state(lam, uuid, "Enabled", "Disabled")
        assert (found["State"], found["BatchSize"]) == ("Disabled", 100)
        assert found["ScalingConfig"] == {"MaximumConcurrency": 3}
        assert json.loads(found["FilterCriteria"]["Filters"][0]["Pattern"]) == {"body": {"a": ["b"]}}

        for listed in (
            lam.list_event_source_mappings(FunctionName=name),
            lam.list_event_source_mappings(FunctionName=found["FunctionArn"], EventSourceArn=source),
        ):
            assert [m["UUID"] for m in listed["EventSourceMappings"]] == [uuid]

        deleted = lam.delete_event_source_mapping(UUID=uuid)
        assert (deleted["ResponseMetadata"]["HTTPStatusCode"], deleted["State"]) == (202, "Deleting")
        until_gone(lam, uuid)
        assert lam.list_event_source_mappings(FunctionName=name)["EventSourceMappings"] == []


def test_streams_and_kafka(lam):
    with deployed(lam, packages.toolbox(), "esm") as name:
        stream = ACCOUNT.format("kinesis", f"stream/{name}")
        assert refused(lam.create_event_source_mapping, FunctionName=name, EventSourceArn=stream) == (
            "InvalidParameterValueException",
            "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: "
            "Member must not be null.",
        )
        created = lam.create_event_source_mapping(
            FunctionName=name, EventSourceArn=stream, StartingPosition="LATEST", Enabled=False
        )
        assert (created["BatchSize"], created["ParallelizationFactor"]) == (100, 1)
        assert (created["MaximumRecordAgeInSeconds"], created["MaximumRetryAttempts"]) == (-1, -1)
        assert created["DestinationConfig"] == {"OnFailure": {}}
        assert (created["LastProcessingResult"], created["StateTransitionReason"]) == (
            "No records processed",
            "User action",
        )
        kafka = {
            "FunctionName": name,
            "SelfManagedEventSource": {"Endpoints": {"KAFKA_BOOTSTRAP_SERVERS": ["kafka:1000"]}},
            "Topics": ["topic"],
        }
        assert refused(lam.create_event_source_mapping, **kafka)[1] == (
            "Required 'sourceAccessConfigurations' parameter is missing."
        )
        secret = ACCOUNT.format("secretsmanager", "secret:s")
        kafka["SourceAccessConfigurations"] = [{"Type": "BASIC_AUTH", "URI": secret}]
        mapping = lam.create_event_source_mapping(**kafka)
        assert mapping["SelfManagedKafkaEventSourceConfig"] == {"ConsumerGroupId": mapping["UUID"]}
        error = refused(lam.create_event_source_mapping, **kafka)
        assert error[0] == "ResourceConflictException"
        assert error[1].endswith(f"Please update or delete the existing mapping with UUID {mapping['UUID']}")
        for uuid in (created["UUID"], mapping["UUID"]):
            lam.delete_event_source_mapping(UUID=uuid)
            until_gone(lam, uuid)


def test_pages_and_tags(lam):
    with deployed(lam, packages.toolbox(), "esm") as name:
        uuids = set()
        for _ in range(5):
            made = lam.create_event_source_mapping(
                FunctionName=name, EventSourceArn=queue(name_of("q")), Tags={"n": "1"}
            )
            uuids.add(made["UUID"])
        pages = lam.get_paginator("list_event_source_mappings")
        seen = [m["UUID"] for page in pages.paginate(FunctionName=name, PaginationConfig={"PageSize": 2})
                for m in page["EventSourceMappings"]]
        assert len(seen) == 5 and set(seen) == uuids
        arn = ACCOUNT.format("lambda", f"event-source-mapping:{seen[0]}")
        lam.tag_resource(Resource=arn, Tags={"m": "2"})
        assert lam.list_tags(Resource=arn)["Tags"] == {"n": "1", "m": "2"}
        lam.untag_resource(Resource=arn, TagKeys=["n"])
        assert lam.list_tags(Resource=arn)["Tags"] == {"m": "2"}
        for uuid in seen:
            lam.delete_event_source_mapping(UUID=uuid)
        until_gone(lam, seen[0])
        assert refused(lam.list_tags, Resource=arn) == (
            "ResourceNotFoundException",
            f"Event source mapping not found: {arn}",
        )


def test_the_aws_cli(server, lam):
    with deployed(lam, packages.toolbox(), "esm") as name:
        made = aws(
            server, "lambda", "create-event-source-mapping", "--function-name", name,
            "--event-source-arn", queue(name), "--batch-size", "3", "--no-enabled",
        )  # fmt: skip
        uuid = json.loads(made.stdout)["UUID"]
        until_state(lam, uuid, "Disabled")
        found = json.loads(aws(server, "lambda", "list-event-source-mappings", "--function-name", name).stdout)
        assert [m["BatchSize"] for m in found["EventSourceMappings"]] == [3]
        aws(server, "lambda", "delete-event-source-mapping", "--uuid", uuid)
        until_gone(lam, uuid)


def test_a_mapping_survives_its_function_and_a_kill(own_server):
    server = own_server()
    server.start()
    lam = client(server)
    name = name_of("esm")
    create(lam, name, packages.toolbox())
    kept = lam.create_event_source_mapping(FunctionName=name, EventSourceArn=queue("q"))["UUID"]
    gone = lam.create_event_source_mapping(FunctionName=name, EventSourceArn=queue("p"))["UUID"]
    lam.delete_event_source_mapping(UUID=gone)
    # Whatever of this was still to happen has happened after the next start.
    server.kill()
    server.start()
    lam = client(server)
    assert lam.get_event_source_mapping(UUID=kept)["State"] == "Enabled"
    assert refused(lam.get_event_source_mapping, UUID=gone)[0] == "ResourceNotFoundException"
    lam.delete_function(FunctionName=name)
    assert lam.get_event_source_mapping(UUID=kept)["State"] == "Enabled"
    lam.delete_event_source_mapping(UUID=kept)
    until_gone(lam, kept)
    server.stop()
