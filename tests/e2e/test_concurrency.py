"""Reserved and provisioned concurrency, as functions and their callers meet them."""

from concurrent.futures import ThreadPoolExecutor, as_completed

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, deployed, invoke, name_of, updated
from harness.leftovers import descendants
from harness.packages import zipped
from harness.wait import until

TYPE = {"do": "echo", "variables": ["AWS_LAMBDA_INITIALIZATION_TYPE"]}
PROVISIONED = "provisioned-concurrency"


def published(lam, name):
    """Publishes and waits until the version can run."""
    version = lam.publish_version(FunctionName=name)["Version"]
    lam.get_waiter("published_version_active").wait(
        FunctionName=name, Qualifier=version, WaiterConfig={"Delay": 0.1, "MaxAttempts": 300}
    )
    return version


def status(lam, name, qualifier):
    return lam.get_provisioned_concurrency_config(FunctionName=name, Qualifier=qualifier)


def ready(lam, name, qualifier, amount):
    """Waits until so many are provisioned."""

    def all_there():
        found = status(lam, name, qualifier)
        assert found["Status"] != "FAILED", found
        kinds = ("Requested", "Available", "Allocated")
        counts = {found[f"{kind}ProvisionedConcurrentExecutions"] for kind in kinds}
        return found["Status"] == "READY" and counts == {amount}

    until(all_there, 60, f"{amount} are provisioned for {qualifier}")


def error_of(call):
    with pytest.raises(ClientError) as caught:
        call()
    return caught.value.response


def throttled(call):
    """The whole of a 429."""
    answer = error_of(call)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 429
    assert answer["Error"]["Code"] == "TooManyRequestsException"
    assert answer["message"] == "Rate Exceeded." and answer["Type"] == "User"
    assert int(answer["ResponseMetadata"]["HTTPHeaders"]["retry-after"]) >= 1
    return answer["Reason"]


def test_a_second_one_at_the_same_time_is_throttled(server):
    lam = client(server, max_pool_connections=4)
    with deployed(lam, packages.toolbox()) as name, deployed(lam, packages.toolbox()) as other:
        reserved = lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
        assert reserved["ReservedConcurrentExecutions"] == 1
        assert lam.get_function(FunctionName=name)["Concurrency"] == {"ReservedConcurrentExecutions": 1}
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(invoke, lam, name, {"do": "sleep", "seconds": 4}) for _ in range(2)]
            # One of them has the only place.
            refused = next(as_completed(both))
            assert throttled(refused.result) == "ReservedFunctionConcurrentInvocationLimitExceeded"
            assert invoke(lam, other).error is None, "others are not concerned"
            (served,) = [one for one in both if one is not refused]
            assert served.result().error is None
        assert invoke(lam, name).error is None
        lam.delete_function_concurrency(FunctionName=name)
        assert "ReservedConcurrentExecutions" not in lam.get_function_concurrency(FunctionName=name)


def test_nothing_reserved_stops_a_function_at_once(lam):
    with deployed(lam, packages.toolbox()) as name:
        assert invoke(lam, name).error is None
        lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
        reason = throttled(lambda: invoke(lam, name))
        assert reason == "ReservedFunctionConcurrentInvocationLimitExceeded"
        lam.delete_function_concurrency(FunctionName=name)
        assert invoke(lam, name).error is None


def test_ten_requests_a_second_go_with_each_unit_of_concurrency(lam):
    with deployed(lam, packages.toolbox()) as name:
        assert invoke(lam, name).error is None
        lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
        # One after the other.
        reason = throttled(lambda: [invoke(lam, name) for _ in range(1_000)])
        assert reason == "ReservedFunctionInvocationRateLimitExceeded"
        event = lam.invoke(FunctionName=name, InvocationType="Event", Payload=b"{}")
        assert event["StatusCode"] == 202, "events are no requests"
        lam.delete_function_concurrency(FunctionName=name)
        assert invoke(lam, name).error is None


def test_a_hundred_stay_unreserved(own_server):
    server = own_server("--concurrency", "150").start()
    lam = client(server)
    with deployed(lam, packages.toolbox()) as name, deployed(lam, packages.toolbox()) as other:
        limit = lam.get_account_settings()["AccountLimit"]
        assert (limit["ConcurrentExecutions"], limit["UnreservedConcurrentExecutions"]) == (150, 150)
        answer = error_of(
            lambda: lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=51)
        )
        assert answer["Error"]["Code"] == "InvalidParameterValueException" and answer.get("Type") is None
        assert answer["Error"]["Message"] == (
            "Specified ReservedConcurrentExecutions for function decreases account's "
            "UnreservedConcurrentExecution below its minimum value of [100]."
        )
        lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=30)
        lam.put_function_concurrency(FunctionName=other, ReservedConcurrentExecutions=20)
        error_of(lambda: lam.put_function_concurrency(FunctionName=other, ReservedConcurrentExecutions=21))
        settings = lam.get_account_settings()
        assert settings["AccountLimit"]["UnreservedConcurrentExecutions"] == 100
        assert settings["AccountUsage"]["FunctionCount"] == 2
    assert lam.get_account_settings()["AccountLimit"]["UnreservedConcurrentExecutions"] == 150
    server.stop()


def test_provisioned_environments_are_there_before_the_first_call(any_server):
    lam = client(any_server)
    with deployed(lam, packages.toolbox()) as name:
        version = published(lam, name)
        put = lam.put_provisioned_concurrency_config(
            FunctionName=name, Qualifier=version, ProvisionedConcurrentExecutions=2
        )
        assert put["ResponseMetadata"]["HTTPStatusCode"] == 202 and put["Status"] == "IN_PROGRESS"
        ready(lam, name, version, 2)
        first = invoke(lam, name, TYPE, Qualifier=version)
        assert first.payload["variables"]["AWS_LAMBDA_INITIALIZATION_TYPE"] == PROVISIONED
        assert "REPORT" in first.log and "Init Duration" not in first.log
        assert first.version == version
        # $LATEST has no part in them.
        latest = invoke(lam, name, TYPE)
        assert latest.payload["variables"]["AWS_LAMBDA_INITIALIZATION_TYPE"] == "on-demand"
        assert "Init Duration" in latest.log
        # One whose process ends has a successor, which nobody waits for.
        assert invoke(lam, name, {"do": "leave", "status": 3}, Qualifier=version).error == "Unhandled"
        ready(lam, name, version, 2)
        again = invoke(lam, name, TYPE, Qualifier=version)
        assert again.payload["variables"]["AWS_LAMBDA_INITIALIZATION_TYPE"] == PROVISIONED
        assert "Init Duration" not in again.log


def test_more_than_provisioned_spill_over(server):
    lam = client(server, max_pool_connections=4)
    with deployed(lam, packages.toolbox()) as name:
        version = published(lam, name)
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
        lam.put_provisioned_concurrency_config(
            FunctionName=name, Qualifier="live", ProvisionedConcurrentExecutions=1
        )
        ready(lam, name, "live", 1)
        with ThreadPoolExecutor(2) as pool:
            sleep = {"do": "sleep", "seconds": 3}
            both = [pool.submit(invoke, lam, name, sleep, Qualifier="live") for _ in range(2)]
            logs = [one.result().log for one in both]
        assert sorted("Init Duration" in log for log in logs) == [False, True]
        # By its number, the version is not what was provisioned.
        kinds = {
            qualifier: invoke(lam, name, TYPE, Qualifier=qualifier).payload["variables"]
            for qualifier in ("live", version)
        }
        assert kinds["live"] == {"AWS_LAMBDA_INITIALIZATION_TYPE": PROVISIONED}
        assert kinds[version] == {"AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand"}


def test_provisioned_environments_follow_their_alias(lam):
    with deployed(lam, packages.toolbox()) as name:
        one = published(lam, name)
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion=one)
        lam.put_provisioned_concurrency_config(
            FunctionName=name, Qualifier="live", ProvisionedConcurrentExecutions=1
        )
        ready(lam, name, "live", 1)
        lam.update_function_configuration(FunctionName=name, Description="another")
        updated(lam, name)
        two = published(lam, name)
        assert two != one
        lam.update_alias(FunctionName=name, Name="live", FunctionVersion=two)
        ready(lam, name, "live", 1)
        answer = invoke(lam, name, TYPE, Qualifier="live")
        assert answer.version == two and "Init Duration" not in answer.log
        assert answer.payload["variables"]["AWS_LAMBDA_INITIALIZATION_TYPE"] == PROVISIONED
        listed = lam.list_provisioned_concurrency_configs(FunctionName=name)["ProvisionedConcurrencyConfigs"]
        assert [config["FunctionArn"].split(":")[-1] for config in listed] == ["live"]
        lam.delete_alias(FunctionName=name, Name="live")
        missing = error_of(lambda: status(lam, name, "live"))
        assert missing["Error"]["Message"].startswith("Cannot find alias arn: ")


def test_a_function_that_does_not_start_is_failed(lam):
    broken = zipped({"app.py": "raise RuntimeError('not today')\n"})
    with deployed(lam, broken, handler="app.handler") as name:
        version = published(lam, name)
        lam.put_provisioned_concurrency_config(
            FunctionName=name, Qualifier=version, ProvisionedConcurrentExecutions=1
        )
        until(lambda: status(lam, name, version)["Status"] == "FAILED", 60, "it has failed")
        found = status(lam, name, version)
        assert found["StatusReason"] == "FUNCTION_ERROR_INIT_FAILURE"
        assert found["AvailableProvisionedConcurrentExecutions"] == 0


def processes(server):
    """How many the server has, with those of functions."""
    return len(descendants(server.process.pid))


def test_it_survives_kill_9_and_ends_with_its_config(own_server):
    # No processes but those of environments: they are counted.
    server = own_server("--ready-sandboxes", "0", "--no-snapshots").start()
    lam = client(server)
    name = name_of("provisioned")
    create(lam, name, packages.toolbox())
    version = published(lam, name)
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=3)
    lam.put_provisioned_concurrency_config(
        FunctionName=name, Qualifier=version, ProvisionedConcurrentExecutions=2
    )
    ready(lam, name, version, 2)
    server.kill()
    server.start()
    lam = client(server)
    assert lam.get_function_concurrency(FunctionName=name)["ReservedConcurrentExecutions"] == 3
    ready(lam, name, version, 2)
    answer = invoke(lam, name, TYPE, Qualifier=version)
    assert answer.payload["variables"]["AWS_LAMBDA_INITIALIZATION_TYPE"] == PROVISIONED
    assert "Init Duration" not in answer.log
    with_two = processes(server)
    lam.delete_provisioned_concurrency_config(FunctionName=name, Qualifier=version)
    # An environment is two processes at least: its first one and the runtime.
    until(lambda: processes(server) <= with_two - 4, 10, "both environments are gone")
    gone = error_of(lambda: status(lam, name, version))
    assert gone["Error"]["Code"] == "ProvisionedConcurrencyConfigNotFoundException"
    cold = invoke(lam, name, TYPE, Qualifier=version)
    assert "Init Duration" in cold.log, "the provisioned ones are gone"
    assert cold.payload["variables"]["AWS_LAMBDA_INITIALIZATION_TYPE"] == "on-demand"
    server.stop()
