"""Real clients: boto3, the AWS CLI in versions 1 and 2, awslocal."""

import os
import subprocess
import sys

import boto3
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

from . import ledger
from .server import DEPS

ROLE = "arn:aws:iam::000000000000:role/e2e"
AWS_CLI_2 = DEPS / "awscli2/usr/bin/aws"


def client(server, service="lambda", region=None, **config):
    """A boto3 client that tries once and waits a minute."""
    variables = server.variables()
    settings = {"retries": {"total_max_attempts": 1}, "read_timeout": 90, "connect_timeout": 5} | config
    return boto3.client(
        service,
        endpoint_url=variables["AWS_ENDPOINT_URL"],
        region_name=region or variables["AWS_REGION"],
        aws_access_key_id=variables["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=variables["AWS_SECRET_ACCESS_KEY"],
        verify=variables.get("AWS_CA_BUNDLE"),
        config=Config(**settings),
    )


def as_somebody(server, service, credentials, region=None):
    """The same for whoever has these credentials: a key as CreateAccessKey answers it, or a session's as STS does."""
    variables = server.variables()
    return boto3.client(
        service,
        endpoint_url=variables["AWS_ENDPOINT_URL"],
        region_name=region or variables["AWS_REGION"],
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials.get("SessionToken"),
        verify=variables.get("AWS_CA_BUNDLE"),
        config=Config(retries={"total_max_attempts": 1}, read_timeout=90, connect_timeout=5),
    )


def unsigned(server, service):
    """The same for nobody."""
    variables = server.variables()
    return boto3.client(
        service,
        endpoint_url=variables["AWS_ENDPOINT_URL"],
        region_name=variables["AWS_REGION"],
        verify=variables.get("AWS_CA_BUNDLE"),
        config=Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1}),
    )


def tool(name):
    """A program of the tests' Python environment."""
    beside = os.path.join(os.path.dirname(sys.executable), name)
    return beside if os.path.exists(beside) else name


def environment(server, **more):
    """For programs that are to talk to a server, and to nothing else."""
    return (
        server.environment()
        | server.variables()
        | {
            "AWS_PAGER": "",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_MAX_ATTEMPTS": "1",
            "NO_PROXY": "*",
            "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"],
        }
        | more
    )


def aws(server, *arguments, seconds=60, check=True):
    """The AWS CLI of PyPI, version 1, pointed by `tenfold env` alone."""
    done = subprocess.run(
        [tool("aws"), *arguments],
        capture_output=True,
        text=True,
        timeout=seconds,
        cwd=server.directory,
        env=environment(server),
    )
    if done.returncode == 0:
        ledger.heard_of_cli(*arguments)
    assert not check or done.returncode == 0, f"aws {' '.join(map(str, arguments))}: {done.stderr}"
    return done


def aws2_command(server, *arguments):
    """Command and environment of the AWS CLI 2. Debian's 2.9 is older than the variable for endpoints."""
    command = ["/usr/bin/python3", AWS_CLI_2, "--endpoint-url", server.url, *arguments]
    packages = DEPS / "awscli2/usr/lib/python3/dist-packages"
    return command, environment(server, PYTHONPATH=str(packages))


def aws2(server, *arguments, seconds=60):
    """What the AWS CLI 2 prints."""
    command, variables = aws2_command(server, *arguments)
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=seconds, cwd=server.directory, env=variables
    )
    assert done.returncode == 0, f"aws {' '.join(map(str, arguments))}: {done.stderr}"
    ledger.heard_of_cli(*arguments)
    return done


def refused(code, call, **arguments):
    """The message of a call that must fail so."""
    with pytest.raises(ClientError) as error:
        call(**arguments)
    assert error.value.response["Error"]["Code"] == code, error.value
    return error.value.response["Error"]["Message"]
