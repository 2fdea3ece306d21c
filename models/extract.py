#!/usr/bin/env python3
"""Extracts AWS's service models from an installed botocore into this folder, without documentation and examples.

    pip download --no-deps --dest DIR botocore==<version in SOURCES.md>
    python3 models/extract.py DIR/botocore-*.whl

The output depends on nothing but the wheel: the same wheel gives the same bytes.
"""

import gzip
import json
import pathlib
import sys
import zipfile

# Service -> version of its API. Lambda also ships a model of 2014, which nobody speaks any more.
SERVICES = {"lambda": "2015-03-31", "logs": "2014-03-28", "sts": "2011-06-15", "iam": "2010-05-08", "cloudwatch": "2010-08-01", "xray": "2016-04-12"}
# Models whose clients sign as Lambda and send to its address: of these only how operations are told apart is kept.
SIBLINGS = {"lambda-core": "2026-04-30", "lambda-microvms": "2025-09-09", "lambda-web": "2025-03-07", "lambda": "2014-11-11"}
PROSE = {"documentation", "deprecatedMessage", "deprecatedSince"}


def without_prose(value):
    """Drops prose. A *member* may well be called `documentation`; its value is an object, prose is text."""
    if isinstance(value, dict):
        return {k: without_prose(v) for k, v in value.items() if not (k in PROSE and isinstance(v, str))}
    if isinstance(value, list):
        return [without_prose(v) for v in value]
    return value


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    here = pathlib.Path(__file__).parent
    with zipfile.ZipFile(sys.argv[1]) as wheel:

        def model(service, version):
            packed = wheel.read(f"botocore/data/{service}/{version}/service-2.json.gz")
            return without_prose(json.loads(gzip.decompress(packed)))

        def write(name, value):
            (here / f"{name}.json").write_text(json.dumps(value, indent=1, ensure_ascii=True) + "\n")

        for service, version in SERVICES.items():
            write(service, model(service, version))
        siblings = {}
        for service, version in SIBLINGS.items():
            operations = model(service, version)["operations"].items()
            siblings[service] = {name: [o["http"]["method"], o["http"]["requestUri"]] for name, o in operations}
        write("lambda-siblings", siblings)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
