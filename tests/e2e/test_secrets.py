"""What is secret is in no log, no argument and no file that is said to be encrypted; and one master key takes another's place while the
server serves."""

import base64
import json
import secrets
import shutil
import sqlite3
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from harness import files, packages
from harness.clients import as_somebody, client, unsigned
from harness.functions import create, invoke, name_of
from harness.issuer import Issuer
from harness.wait import until

HANDLER = """
import os

def handler(event, context):
    if event == "fail":
        raise ValueError("failed")
    return {"variable": os.environ["PLANTED"], "token": os.environ["AWS_SESSION_TOKEN"], "code": CODE}
"""
# What is in none of these may be in the others: unpacked code, and what the operator's own file is for.
PLAIN = ("packages", "bytecode", "credentials", "scratch")


def planted(word):
    return f"{word}-{secrets.token_hex(8)}"


def of_process(process, part):
    """Nothing where it may not be read, or has ended."""
    try:
        return (Path("/proc") / process / part).read_bytes()
    except (PermissionError, FileNotFoundError, ProcessLookupError):
        return b""


def test_nothing_secret_is_written_down(own_server):
    """Everything is driven at the noisiest level, and then looked for."""
    master = secrets.token_hex(32)
    server = own_server(TENFOLD_LOG="trace", TENFOLD_MASTER_KEY=master).start()
    lam = client(server)
    name = name_of("secrets")
    variable, code, payload, queued = (planted(word) for word in ("variable", "code", "payload", "queued"))
    source = f"CODE = {code!r}\n{HANDLER}"
    create(lam, name, packages.zipped({"fn.py": source}), handler="fn.handler", Environment={"Variables": {"PLANTED": variable}})
    answer = lam.invoke(FunctionName=name, Payload=json.dumps(payload), LogType="Tail")
    told = json.loads(answer["Payload"].read())
    assert told["variable"] == variable and told["code"] == code
    lam.invoke(FunctionName=name, Payload=json.dumps("fail"))
    lam.update_function_configuration(FunctionName=name, Environment={"Variables": {"PLANTED": variable}}, Timeout=20)
    # An event that waits: its function may not run.
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    lam.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(queued))
    # Refusals that quote what they refuse.
    long = {"PLANTED": variable, "LONG": "x" * 5000}
    for wrong in (
        lambda: lam.update_function_configuration(FunctionName=name, Environment={"Variables": long}),
        lambda: lam.update_function_configuration(FunctionName=name, Environment={"Variables": {"AWS_REGION": variable}}),
        lambda: lam.invoke(FunctionName=name, Payload=payload.encode()),
        lambda: lam.invoke(FunctionName=name, ClientContext=base64.b64encode(payload.encode()).decode()),
        lambda: lam.create_function(FunctionName=name, Runtime="python3.11", Role="x", Handler="h", Code={"ZipFile": source.encode()}),
    ):
        with pytest.raises(ClientError):
            wrong()
    secret = server.variables()["AWS_SECRET_ACCESS_KEY"]
    identities = of_identities(server)
    found = identities | {"variable": variable, "code": code, "payload": payload, "queued": queued, "token": told["token"], "secret key": secret,
             "master key": master}  # fmt: skip
    forms = {(what, form) for what, word in found.items() for form in (word, base64.b64encode(word.encode()).decode())}

    def holders(directory, but=()):
        paths = [path for path in files.below(directory) if not any(part in but for part in path.relative_to(directory).parts)]
        contents = {path.name: path.read_bytes() for path in paths if path.exists()}
        return [(what, name) for name, content in contents.items() for what, form in forms if form.encode() in content]

    assert holders(server.data, PLAIN) == []
    assert not [what for what, form in forms if form in (server.directory / "stderr").read_text(errors="replace")]
    for process in processes(server):
        for part in ("cmdline", "environ"):
            text = of_process(process, part)
            inside = {"variable", "token", "code"} if part == "environ" else set()
            # Nobody's but the function's are in its process.
            assert not inside & identities.keys()
            assert not [what for what, form in forms if form.encode() in text and what not in inside], (process, part)
    limits = Path(f"/proc/{server.process.pid}/limits").read_text()
    assert next(line for line in limits.splitlines() if line.startswith("Max core file size")).split()[4] in ("0", "1")
    server.stop()
    assert holders(server.data, PLAIN) == []
    # Without the key nothing opens.
    other = own_server(TENFOLD_MASTER_KEY=secrets.token_hex(32))
    other.data = server.data
    with pytest.raises(AssertionError, match="not the one that was given"):
        other.start()
    server.start()
    assert client(server).get_function_configuration(FunctionName=name)["Environment"]["Variables"]["PLANTED"] == variable


def of_identities(server):
    """Secrets of a user, of sessions of all sorts, and tokens that were shown for them: each used, some of them wrongly."""
    iam, name, issuer = client(server, "iam"), name_of("ann"), Issuer()
    try:
        user = iam.create_user(UserName=name)["User"]["Arn"]
        key = iam.create_access_key(UserName=name)["AccessKey"]
        provider = iam.create_open_id_connect_provider(Url=issuer.url, ClientIDList=["tenfold"])["OpenIDConnectProviderArn"]
        statements = [
            {"Effect": "Allow", "Principal": {"AWS": user}, "Action": "sts:*"},
            {"Effect": "Allow", "Principal": {"Federated": provider}, "Action": "sts:AssumeRoleWithWebIdentity"},
        ]
        trust = json.dumps({"Version": "2012-10-17", "Statement": statements})
        role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        sts = as_somebody(server, "sts", key)
        good, bad = issuer.token(), issuer.token(aud=planted("audience"))
        asked = {"RoleArn": role, "RoleSessionName": "ss"}
        made = {
            "role": sts.assume_role(**asked),
            "own": sts.get_session_token(),
            "web": unsigned(server, "sts").assume_role_with_web_identity(**asked, WebIdentityToken=good),
        }
        found = {"user's secret": key["SecretAccessKey"], "identity token": good, "refused token": bad}
        for what, answer in made.items():
            credentials = answer["Credentials"]
            found |= {f"{what} secret": credentials["SecretAccessKey"], f"{what} token": credentials["SessionToken"]}
            as_somebody(server, "sts", credentials).get_caller_identity()
            wrong = credentials | {"SessionToken": credentials["SessionToken"][:-8] + "AAAAAAA="}
            found[f"{what} refused token"] = wrong["SessionToken"]
            with pytest.raises(ClientError):
                as_somebody(server, "sts", wrong).get_caller_identity()
        with pytest.raises(ClientError):
            unsigned(server, "sts").assume_role_with_web_identity(**asked, WebIdentityToken=bad)
        iam.update_access_key(UserName=name, AccessKeyId=key["AccessKeyId"], Status="Inactive")
        with pytest.raises(ClientError):
            sts.get_caller_identity()
        return found
    finally:
        issuer.close()


def processes(server):
    """The server's, and all below it."""
    found, todo = [], [str(server.process.pid)]
    while todo:
        process = todo.pop()
        found.append(process)
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            todo += task.read_text().split()
    return found


def keyring(server):
    """The master key's id, and how many data keys there are."""
    _, master, count = (server.data / "keyring").read_text().splitlines()[0].split()
    return master, int(count)


def test_a_master_key_is_changed_while_the_server_serves(own_server):
    server = own_server().start()
    lam = client(server)
    name = name_of("rotated")
    source = packages.zipped({"fn.py": f"CODE = 'c'\n{HANDLER}"})
    create(lam, name, source, handler="fn.handler", Environment={"Variables": {"PLANTED": "v"}})
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    lam.invoke(FunctionName=name, InvocationType="Event", Payload=b'"queued"')
    everybody = identities_of_before(server)
    assert_known(server, everybody)
    before, old = keyring(server)[0], (server.data / "master.key").read_bytes()
    done = server.cli("keys", "rotate", seconds=30)
    assert done.returncode == 0 and "everything is under it" in done.stdout, done
    assert keyring(server)[0] != before and keyring(server)[1] == 1
    assert (server.data / "master.key").read_bytes() != old and not (server.data / "master.key.old").exists()
    assert_known(server, everybody)
    lam.delete_function_concurrency(FunctionName=name)
    assert invoke(lam, name, "x").payload["variable"] == "v"
    until(lambda: events_left(server) == 0, 20, "the queued event's end")
    # To a file elsewhere, which takes a restart; the server is killed before everything is under it.
    key = server.directory / "key"
    key.write_text(secrets.token_hex(32) + "\n")
    key.chmod(0o600)
    server.kill()
    own = server.data / "master.key"
    server.arguments = ["--master-key-file", key, "--old-master-key-file", own]
    server.start()
    server.kill()
    own.unlink()
    server.arguments = ["--master-key-file", key]
    server.start()
    until(lambda: keyring(server)[1] == 1, 20, "everything under the newest key")
    assert_known(server, everybody)
    assert invoke(client(server), name, "x").payload["variable"] == "v"
    # The file is exchanged: no restart.
    before = keyring(server)
    new = key.with_suffix(".new")
    new.write_bytes(secrets.token_bytes(32))
    new.chmod(0o600)
    new.rename(key)
    until(lambda: keyring(server)[0] != before[0] and keyring(server)[1] == 1, 20, "everything under the newest key")
    client(server).update_function_configuration(FunctionName=name, Timeout=9)
    assert_known(server, everybody)
    done = server.cli("audit", "verify", "--master-key-file", key)
    assert done.returncode == 0, done.stdout
    # From the first one on, which was written under a key that is gone.
    told = server.cli("audit", "--json").stdout.splitlines()
    assert any(json.loads(line).get("eventName") == "CreateUser" for line in told)
    copy = server.directory / "copy"
    shutil.copytree(server.data / "audit", copy / "audit")
    shutil.copy2(server.data / "keyring", copy / "keyring")
    oldest = copy / "audit/0000000001.jsonl"
    for change, good in [(b"CreateUser", True), (b"DeleteUser", False)]:
        oldest.write_bytes(oldest.read_bytes().replace(b"CreateUser", change, 1))
        done = server.cli("audit", "verify", "--data-dir", copy, "--master-key-file", key, data_dir=False)
        assert (done.returncode == 0) is good, done.stdout
    server.stop()
    # A command prints it.
    server.arguments = ["--master-key-command", f"cat {key}"]
    server.start()
    assert invoke(client(server), name, "x").payload["variable"] == "v"
    server.stop()


def identities_of_before(server):
    """Credentials of a user, and of sessions that STS made with them, and the ARN that each is of."""
    iam, name = client(server, "iam"), name_of("ann")
    arn = iam.create_user(UserName=name)["User"]["Arn"]
    key = iam.create_access_key(UserName=name)["AccessKey"]
    allow = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:*", "Resource": "*"}}
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps(allow))
    allow["Statement"] = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": arn}}
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(allow))["Role"]["Arn"]
    sts = as_somebody(server, "sts", key)
    session = "arn:aws:sts::000000000000"
    return [
        (key, arn),
        (sts.get_session_token()["Credentials"], arn),
        (sts.get_federation_token(Name="guest")["Credentials"], f"{session}:federated-user/guest"),
        (sts.assume_role(RoleArn=role, RoleSessionName="ss")["Credentials"], f"{session}:assumed-role/{name}/ss"),
    ]


def assert_known(server, everybody):
    for credentials, arn in everybody:
        assert as_somebody(server, "sts", credentials).get_caller_identity()["Arn"] == arn


def events_left(server):
    with sqlite3.connect(f"file:{server.data}/events.db?mode=ro", uri=True) as db:
        return db.execute("SELECT count(*) FROM event").fetchone()[0]


def test_what_no_key_can_be_made_of(own_server):
    server = own_server()
    key = server.directory / "key"
    key.write_text("short")
    key.chmod(0o600)
    for arguments, says in [
        (["--master-key-file", key], "is not a master key"),
        (["--master-key-file", server.directory / "missing"], "is missing"),
        (["--master-key-command", "exit 3"], "gave no key: exit status: 3"),
        (["--master-key-command", "echo short"], "is not a master key"),
    ]:
        server.arguments = arguments
        with pytest.raises(AssertionError) as error:
            server.start()
        assert says in str(error.value), arguments
        server.process.wait()
    key.chmod(0o644)
    server.arguments = ["--master-key-file", key]
    with pytest.raises(AssertionError, match="chmod 600"):
        server.start()
    server.process.wait()
