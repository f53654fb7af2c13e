"""Django: fields of `shamsi.Date`: a model field stored as plain DATE, and a form field.

What is stored is the Gregorian day. Lookups that compare days work as on any date; those that take
a date apart, such as ``day__year``, are refused by Django, for they would answer in the Gregorian
calendar.
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false, reportIncompatibleMethodOverride=false
# (Django is not annotated, and need not be installed)

import datetime as dt
from collections.abc import Callable
from typing import Any

try:
    from django import forms
    from django.core.exceptions import ValidationError
    from django.db import models
except ModuleNotFoundError as _error:
    if _error.name != "django":
        raise
    raise ModuleNotFoundError(
        "shamsi.django needs Django: pip install 'shamsi[django]'", name="django"
    ) from _error

from shamsi.formats.writing import compiled
from shamsi.values.date import Date

__all__ = ["SolarDateField", "SolarDateFormField"]


def __dir__() -> list[str]:
    return sorted(__all__)


class SolarDateFormField(forms.Field):  # type: ignore[misc]
    """A form field that `Date.parse` reads and `Date.format` fills.

    `pattern`, `lang` and `digits` are those of `Date.format`. A text that cannot be read is an
    error of the form, with the message of `Date.parse`.

    >>> SolarDateFormField().clean("۱۴۰۳/۱۲/۳۰")
    shamsi.Date(1403, 12, 30)
    >>> SolarDateFormField(lang="fa").prepare_value(Date(1403, 12, 30))
    '۱۴۰۳/۱۲/۳۰'
    """

    widget: Any = forms.TextInput

    def __init__(
        self,
        *,
        pattern: str = "%Y/%m/%d",
        lang: str = "en",
        digits: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        compiled(pattern, lang, digits)  # a wrong pattern raises when the form is defined
        self.pattern: str = pattern
        self.lang: str = lang
        self.digits: str | None = digits

    def to_python(self, value: Any) -> Date | None:
        """Return the date that was typed, None for nothing."""
        if value in self.empty_values:
            return None
        return value if isinstance(value, Date) else _read(value, Date.parse)

    def prepare_value(self, value: Any) -> Any:
        """Return the text that a form shows for a date; other values, such as wrong text, stay."""
        return (
            value.format(self.pattern, lang=self.lang, digits=self.digits)
            if isinstance(value, Date)
            else value
        )


class SolarDateField(models.Field):  # type: ignore[misc,type-arg,unused-ignore]
    """A model field of `shamsi.Date`, stored as DATE.

    It has the options of every field, but not ``auto_now``. It takes a `Date`, a `datetime.date`
    and the text of `Date.isoformat`, which fixtures have too; anything else is a ValidationError.

    >>> SolarDateField().to_python("1403-12-30")
    shamsi.Date(1403, 12, 30)
    """

    description = "Solar Hijri date"
    empty_strings_allowed = False

    def get_internal_type(self) -> str:
        """The field whose column this one has."""
        return "DateField"

    def to_python(self, value: Any) -> Date | None:
        """Return the date that a value means."""
        if value is None or isinstance(value, Date):
            return value
        return _read(
            value, Date.from_gregorian if isinstance(value, dt.date) else Date.fromisoformat
        )

    def from_db_value(self, value: dt.date | None, expression: Any, connection: Any) -> Date | None:
        """Return the date of a stored day."""
        return None if value is None else Date.from_gregorian(value)

    def get_prep_value(self, value: Any) -> dt.date | None:
        """Return the Gregorian day that is stored or compared."""
        day = self.to_python(super().get_prep_value(value))
        return None if day is None else day.gregorian

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Return the stored day as the database's driver wants it."""
        return connection.ops.adapt_datefield_value(
            value if prepared else self.get_prep_value(value)
        )

    def value_to_string(self, obj: Any) -> str:
        """Return the text that fixtures have."""
        day = self.to_python(self.value_from_object(obj))
        return "" if day is None else str(day)

    def deconstruct(self) -> Any:
        """Return what a migration writes; a default is a Gregorian day, which Django can write."""
        name, path, args, options = super().deconstruct()
        if isinstance(options.get("default"), Date):
            options["default"] = options["default"].gregorian
        return name, path, args, options

    def formfield(self, **options: Any) -> Any:
        """Return the form field, a `SolarDateFormField` unless another is given."""
        return super().formfield(**{"form_class": SolarDateFormField, **options})


def _read(value: Any, reader: Callable[[Any], Date]) -> Date:
    try:
        return reader(value)
    except (TypeError, ValueError) as error:
        raise ValidationError(str(error), code="invalid") from error
