"""A function with packages from PyPI, two of them with native code."""

import sys

import numpy
import pydantic
import requests


class Order(pydantic.BaseModel):
    item: str
    amounts: list[float]


def handler(event, context):
    try:
        order = Order.model_validate(event)
    except pydantic.ValidationError as error:
        return {"invalid": [e["type"] for e in error.errors()]}
    matrix = numpy.array(order.amounts).reshape(2, 2)
    try:
        requests.get("http://192.0.2.1/", timeout=1)
        network = "reached"
    except requests.exceptions.RequestException as error:
        network = type(error).__name__
    native = sorted(m for m in ("numpy._core._multiarray_umath", "pydantic_core._pydantic_core") if m in sys.modules)
    return {
        "item": order.item,
        "determinant": round(float(numpy.linalg.det(matrix)), 6),
        "native": native,
        "requests": requests.__version__,
        "network": network,
    }
