"""The root logger of a function, set up at the moment that `logging` is first imported."""

import time

from tenfold_runtime import Current, Settings

TEXT_LAYOUT = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n"


class Loader:
    """Loads the real `logging`, then sets the root logger up."""

    def __init__(self, spec, sink):
        self.spec = spec
        self.loader = spec.loader
        self.sink = sink

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        # The module must not remember this wrapper: inspect and linecache ask a loader for the source.
        self.spec.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)
        set_up(module, self.sink)


def set_up(logging, sink):
    logging.Formatter.converter = time.gmtime
    level_name = Settings.log_level
    base = 0xA55A0002 if Settings.json_logs else 0xA55A0003
    # Frames tell the level only where the format or a level was chosen; else they are plain text.
    leveled = Settings.json_logs or level_name

    class LambdaLoggerHandler(logging.Handler):
        log_sink = sink

        def emit(self, record):
            text = self.format(record)
            level = min(50, max(0, record.levelno)) // 10
            # 8 for DEBUG, 12 for INFO … 24 for CRITICAL, beside the format's bits.
            self.log_sink.log(text, base | ((level + 1) << 2 if level else 0) if leveled else 0xA55A0003)

    class AddInvocation(logging.Filter):
        def filter(self, record):
            record.aws_request_id = Current.request_id or ""
            record.tenant_id = Current.tenant_id
            return True

    handler = LambdaLoggerHandler()
    if Settings.json_logs:
        handler.setFormatter(json_formatter(logging))
    else:
        handler.setFormatter(logging.Formatter(TEXT_LAYOUT, "%Y-%m-%dT%H:%M:%S"))
    root = logging.getLogger()
    if level_name in logging._nameToLevel:
        root.setLevel(level_name)
    handler.addFilter(AddInvocation())
    root.addHandler(handler)


def json_formatter(logging):
    import json

    standard = set(logging.makeLogRecord({}).__dict__) - {"taskName"}
    standard |= {"aws_request_id", "tenant_id", "_frame_type"}
    # What JSON cannot say is printed as str: a record is never lost for one odd value.
    encode = json.JSONEncoder(ensure_ascii=False, default=str).encode

    class JsonFormatter(logging.Formatter):
        def format(self, record):
            record.levelno = min(50, max(0, record.levelno)) // 10 * 10
            record.levelname = logging.getLevelName(record.levelno)
            raw = isinstance(record.msg, dict) and not record.args
            fields = {
                "timestamp": self.formatTime(record, self.datefmt),
                "level": record.levelname,
                "message": record.msg if raw else record.getMessage(),
                "logger": record.name,
            }
            if record.exc_info:
                fields.update(describe(record.exc_info))
            fields["requestId"] = getattr(record, "aws_request_id", None)
            if record.exc_info:
                fields["location"] = "%s:%s:%s" % (record.pathname, record.funcName, record.lineno)
            if getattr(record, "tenant_id", None) is not None:
                fields["tenantId"] = record.tenant_id
            for key, value in record.__dict__.items():
                if key not in standard:
                    fields.setdefault(key, value)
            return encode({key: value for key, value in fields.items() if value is not None}) + "\n"

    return JsonFormatter(datefmt="%Y-%m-%dT%H:%M:%SZ")


def describe(exc_info):
    import traceback

    kind, error, trace = exc_info
    return {
        "stackTrace": traceback.format_tb(trace),
        "errorType": kind.__name__ if kind else None,
        "errorMessage": str(error),
    }
