from . import VALUE


def handler(event, context):
    return [VALUE, __name__, __package__]
