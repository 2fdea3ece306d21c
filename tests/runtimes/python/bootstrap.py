"""A function may call its own file what the runtime calls its own."""


def handler(event, context):
    return [__name__, __file__.rsplit("/", 1)[-1]]


def raises(event, context):
    raise ValueError("from a file named like the runtime's")
