"""Handlers that log."""

import logging
import warnings

logger = logging.getLogger("shop.cart")


def levels(event, context):
    root = logging.getLogger()
    if event.get("level"):
        root.setLevel(event["level"])
    for level in ("debug", "info", "warning", "error", "critical"):
        getattr(logger, level)("%s of %d", level, 7)
    logger.log(35, "between levels")
    logger.log(5, "below debug")


def lines(event, context):
    logger.warning("first\nsecond\n\tthird é")


def exception(event, context):
    try:
        {}["missing"]
    except KeyError:
        logger.exception("could not %s", "look up")


def extra(event, context):
    logger.error("with extra", extra={"order": 17, "nested": {"a": [1]}, "odd": {1, 1}, "level": "hidden", "none": None})


def dict_message(event, context):
    logger.error({"a": 1, "b": [None, "é"], "c": object.__name__})
    logger.error({"a": 1}, extra={"b": 2})
    logger.error(["a", "list"])


def stack(event, context):
    logger.error("with stack", stack_info=False)
    logging.captureWarnings(True)
    warnings.warn_explicit("careful", UserWarning, "file.py", 3)


def before_any_handler(event, context):
    return [type(h).__mro__[1].__name__ for h in logging.getLogger().handlers] + [logging.getLogger().level]


def basic_config_is_ignored(event, context):
    logging.basicConfig(level="DEBUG", format="%(message)s")
    logging.info("hidden, because the root logger is already set up")
    logging.warning("shown")


def forced_config(event, context):
    logging.basicConfig(level="INFO", format="mine: %(message)s", force=True)
    logging.info("own format on stderr")


def own_handler(event, context):
    own = logging.getLogger("own")
    own.propagate = False
    import sys

    own.addHandler(logging.StreamHandler(sys.stdout))
    own.warning("only mine")


def raises_after_logging(event, context):
    logger.error("about to fail")
    raise RuntimeError("failed\nin two lines")


def bad_arguments(event, context):
    logger.error("%d", "not a number")
    return "still here"


def logger_from_module(event, context):
    return [logging.__spec__.loader.__class__.__name__, logging.__loader__.__class__.__name__, logging.__name__]
