"""What the Bot API says about each method's parameters, taken from aiogram's generated classes."""

from __future__ import annotations

import datetime
import json
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import InputFile
from pydantic import BaseModel
from pydantic.fields import FieldInfo

TRUE_WORDS = {"true", "yes", "1"}
FALSE_WORDS = {"false", "no", "0"}
DISCRIMINATORS = ("type", "source", "status")
"""Fields that tell variants apart; aiogram gives them defaults, on the wire they must be there."""


@cache
def methods() -> dict[str, type[TelegramMethod[Any]]]:
    """Every method of the Bot API by its lower-case name: the server does not care about case."""
    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    kinds = (kind for kind in found if issubclass(kind, TelegramMethod) and kind is not TelegramMethod)
    return {kind.__api_method__.lower(): kind for kind in kinds}


@cache
def parameters(method: str) -> dict[str, FieldInfo]:
    return methods()[method.lower()].model_fields


def read_parameters(method: str, raw: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Turns form strings into values; the second part lists everything that is wrong, in words."""
    known = parameters(method)
    values: dict[str, Any] = {}
    problems = [f"unknown parameter {name}" for name in raw if name not in known]
    for name, field in known.items():
        if raw.get(name) is None or raw[name] == "":
            if field.is_required():
                problems.append(f"parameter {name} is required")
            continue
        try:
            values[name] = read_value(raw[name], field.annotation)
        except ValueError:
            problems.append(f"can't read {name}: {str(raw[name])[:80]!r}")
            continue
        problems += check(values[name], field.annotation, name)
    return values, problems


def read_value(raw: object, annotation: object) -> object:
    """One form field as the type that its method declares; values of a JSON body come typed and stay so."""
    if not isinstance(raw, str):
        return raw
    variants = _variants(annotation)
    if int in variants or datetime.datetime in variants:
        return _number_or_name(raw) if str in variants else int(raw)
    if str in variants or InputFile in variants:
        return raw
    if bool in variants:
        return _truth(raw)
    if float in variants:
        return float(raw)
    return json.loads(raw)


def _number_or_name(raw: str) -> int | str:
    return int(raw) if raw.lstrip("-").isdigit() else raw


def _truth(raw: str) -> bool:
    if raw.lower() in TRUE_WORDS:
        return True
    if raw.lower() in FALSE_WORDS:
        return False
    raise ValueError(raw)


def check(value: object, annotation: object, path: str) -> list[str]:
    """All ways in which a value is not what the annotation says, at any depth."""
    if annotation is Any:
        return []
    variants = _variants(annotation)
    if len(variants) == 1:
        return _check_one(value, variants[0], path)
    answers = [_check_one(value, variant, path) for variant in _likely(value, variants)]
    return min(answers, key=len, default=[f"{path} has an impossible type: {value!r:.80}"])


def _variants(annotation: object) -> list[Any]:
    """The members of a union, without the wrappers and without None and aiogram's own placeholders."""
    if get_origin(annotation) is Annotated:
        return _variants(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return [one for part in get_args(annotation) for one in _variants(part)]
    return [] if annotation in {NoneType, Default} else [annotation]


def _likely(value: object, variants: list[Any]) -> list[Any]:
    """Of several object types, those whose discriminator says so: it makes for better complaints."""
    if not isinstance(value, dict):
        return variants
    named = [
        kind
        for kind in variants
        if _is_model(kind)
        for field in DISCRIMINATORS
        if field in kind.model_fields
        and field in value
        and not check(value[field], kind.model_fields[field].annotation, field)
    ]
    return named or variants


def _check_one(value: object, kind: Any, path: str) -> list[str]:
    if _is_model(kind):
        return _check_object(value, kind, path)
    if get_origin(kind) is Literal:
        allowed = [choice.value if isinstance(choice, Enum) else choice for choice in get_args(kind)]
        return [] if value in allowed else [f"{path} must be one of {allowed}, not {value!r:.80}"]
    if get_origin(kind) is list:
        if not isinstance(value, list):
            return [f"{path} must be an Array"]
        (item,) = get_args(kind)
        return [problem for at, one in enumerate(value) for problem in check(one, item, f"{path}[{at}]")]
    return [] if _is_scalar(value, kind) else [f"{path} must be {_name(kind)}, not {value!r:.80}"]


def _check_object(value: object, kind: type[BaseModel], path: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{path} must be an Object ({kind.__name__})"]
    problems = [f"unknown field {path}.{name}" for name in value if name not in _fields(kind)]
    for name, field in _fields(kind).items():
        if name in value:
            problems += check(value[name], field.annotation, f"{path}.{name}")
        elif field.is_required() or (name in DISCRIMINATORS and get_origin(field.annotation) is Literal):
            problems.append(f"field {path}.{name} is required")
    return problems


@cache
def _fields(kind: type[BaseModel]) -> dict[str, FieldInfo]:
    """By their name on the wire: `from_user` travels as `from`."""
    kind.model_rebuild()
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_scalar(value: object, kind: Any) -> bool:
    if kind in {int, datetime.datetime, datetime.timedelta}:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is bool:
        return isinstance(value, bool)
    if kind is InputFile:
        return isinstance(value, str)
    return isinstance(kind, type) and isinstance(value, kind)


def _name(kind: object) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)
