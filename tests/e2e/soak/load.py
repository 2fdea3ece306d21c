"""The load: functions of every kind, threads that each do one thing after another, and events whose ends are written down."""

import json
import random
import threading
import time
from collections import Counter, defaultdict

from harness import packages
from harness.clients import client
from harness.functions import create, role_that_may
from harness.packages import FUNCTIONS, NODE, zipped
from harness.wait import until
from harness.wire import Signer

from .kinds import KINDS, updatable, versions_and_aliases

GROUP, STREAM = "/soak", "ended"
# Failures of which the texts are kept.
TOLD = 20


class Load:
    """What is done to a server. `retries` also sends events that succeed at their second attempt, a minute later."""

    def __init__(self, server, seed, threads, retries):
        self.server, self.seed, self.threads, self.retries = server, seed, threads, retries
        self.signer = Signer.of(server)
        self.lam, self.logs = client(server), client(server, "logs")
        self.accepted = []
        self.ended = defaultdict(list)
        self.token = None
        self.took = defaultdict(list)
        self.failures = Counter()
        self.told = []
        self.url = None
        # Each is done once before chance decides, however long that takes.
        self.first = [kind for kind in KINDS if kind.can(self)]
        random.Random(seed).shuffle(self.first)

    def prepare(self):
        """Deploys everything that the load needs but what it makes itself."""
        lam = self.lam
        create(lam, "python", packages.toolbox())
        create(lam, "python-short", packages.toolbox(), Timeout=1)
        create(lam, "python-small", packages.toolbox(), MemorySize=128, Timeout=20)
        node = zipped({"index.js": (FUNCTIONS / "soak/index.js").read_text()})
        create(lam, "node", node, runtime=NODE, handler="index.handler")
        create(lam, "node-short", node, runtime=NODE, handler="index.handler", Timeout=1)
        streams = zipped({"index.js": (FUNCTIONS / "node-streams/index.js").read_text()})
        create(lam, "streams", streams, runtime=NODE, handler="index.handler")
        create(lam, "rust", packages.rust(), runtime="provided.al2023", handler="bootstrap")
        if packages.has_curl():
            create(lam, "bash", packages.bash(), runtime="provided.al2023", handler="bootstrap")
        agent = "extensions/agent.py"
        agent = zipped({agent: (FUNCTIONS / agent).read_text()}, modes={agent: 0o755})
        layer = lam.publish_layer_version(LayerName="agent", Content={"ZipFile": agent})
        create(lam, "watched", packages.toolbox(), Layers=[layer["LayerVersionArn"]])
        create(lam, "closed", packages.toolbox())
        lam.put_function_concurrency(FunctionName="closed", ReservedConcurrentExecutions=0)
        lam.add_permission(
            FunctionName="streams",
            StatementId="url",
            Action="lambda:InvokeFunctionUrl",
            Principal="*",
            FunctionUrlAuthType="NONE",
        )
        lam.add_permission(
            FunctionName="streams",
            StatementId="invoke",
            Action="lambda:InvokeFunction",
            Principal="*",
            InvokedViaFunctionUrl=True,
        )
        url = lam.create_function_url_config(FunctionName="streams", AuthType="NONE", InvokeMode="RESPONSE_STREAM")
        self.url = url["FunctionUrl"].removeprefix("http://").rstrip("/")
        for thread in range(self.threads):
            create(lam, f"changes-{thread}", updatable("first"), handler="app.handler")
        self._prepare_events()

    def _prepare_events(self):
        self.logs.create_log_group(logGroupName=GROUP)
        self.logs.create_log_stream(logGroupName=GROUP, logStreamName=STREAM)
        variables = {"ROOT_KEY": self.signer.key, "ROOT_SECRET": self.signer.secret}
        code = zipped({"recorder.py": (FUNCTIONS / "soak/recorder.py").read_text()})
        role = role_that_may(self.server, {"Action": "lambda:InvokeFunction", "Resource": "*"})
        for name, timeout in [("collector", 30), ("events", 30), ("events-once", 1)]:
            settings = {"Timeout": timeout, "Environment": {"Variables": variables}, "Role": role}
            create(self.lam, name, code, handler="recorder.handler", **settings)
        collector = self.lam.get_function_configuration(FunctionName="collector")["FunctionArn"]
        for name, attempts in [("events", 1), ("events-once", 0)]:
            self.lam.put_function_event_invoke_config(
                FunctionName=name,
                MaximumRetryAttempts=attempts,
                DestinationConfig={"OnFailure": {"Destination": collector}},
            )

    def run(self, seconds):
        """Does things for so long, on all threads."""
        until_when = time.monotonic() + seconds
        threads = [threading.Thread(target=self._thread, args=(n, until_when)) for n in range(self.threads)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _thread(self, number, until_when):
        hand = Hand(self, number)
        able = [kind for kind in KINDS if kind.can(self)]
        weights = [kind.weight for kind in able]
        while self.first or time.monotonic() < until_when:
            try:
                kind = self.first.pop()
            except IndexError:
                (kind,) = hand.random.choices(able, weights)
            begun = time.monotonic()
            try:
                kind.act(hand)
            except Exception as error:  # whatever it is, the load goes on, and the run has failed
                self._failed(kind.name, error)
            self.took[kind.name].append(time.monotonic() - begun)
        try:
            # Whatever was changed last: one package and one version are left of it.
            versions_and_aliases(hand)
        except Exception as error:
            self._failed("the last version", error)
        hand.close()

    def _failed(self, name, error):
        self.failures[name] += 1
        if len(self.told) < TOLD:
            self.told.append(f"{name}: {type(error).__name__}: {str(error)[:300]}")

    def settle(self, seconds):
        """Waits until every accepted event has ended; says which have not."""
        open_ones = self._open()
        deadline = time.monotonic() + seconds
        while open_ones and time.monotonic() < deadline:
            time.sleep(0.2)
            open_ones = self._open()
        return open_ones

    def _open(self):
        """Reads what was written down since the last time."""
        while True:
            more = {"nextToken": self.token} if self.token else {}
            page = self.logs.get_log_events(logGroupName=GROUP, logStreamName=STREAM, startFromHead=True, **more)
            for event in page["events"]:
                request_id, how = json.loads(event["message"])
                self.ended[request_id].append(how)
            if page["nextForwardToken"] == self.token:
                break
            self.token = page["nextForwardToken"]
        return [(request_id, kind) for request_id, kind, _ in self.accepted if request_id not in self.ended]

    def wrong_ends(self):
        """Events that ended otherwise than they should have, and how often one was told twice."""
        wrong = [
            f"{kind}: {self.ended[request_id]}"
            for request_id, kind, how in self.accepted
            if set(self.ended.get(request_id, [])) - {how}
        ]
        return wrong, sum(len(ends) - 1 for ends in self.ended.values())

    def clean(self):
        """Deletes all functions, layers and logs."""
        for page in self.lam.get_paginator("list_functions").paginate():
            for function in page["Functions"]:
                self.lam.delete_function(FunctionName=function["FunctionName"])

        for layer in self.lam.list_layers()["Layers"]:
            version = layer["LatestMatchingVersion"]["Version"]
            self.lam.delete_layer_version(LayerName=layer["LayerName"], VersionNumber=version)

        # A line that was on its way makes its group again.
        def none_left():
            groups = self.logs.describe_log_groups()["logGroups"]
            for group in groups:
                self.logs.delete_log_group(logGroupName=group["logGroupName"])
            return not groups

        until(none_left, 30, "all log groups are deleted")

    def close(self):
        """Closes its connections."""
        self.lam.close()
        self.logs.close()


class Hand:
    """What one thread has."""

    def __init__(self, load, number):
        self.load, self.number = load, number
        self.random = random.Random(f"{load.seed}-{number}-{len(load.took)}")
        self.lam, self.logs = client(load.server), client(load.server, "logs")
        self.changes = 0

    def close(self):
        """Closes its connections."""
        self.lam.close()
        self.logs.close()
