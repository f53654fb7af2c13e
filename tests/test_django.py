"""The fields in Django's hands, with SQLite below; skipped where Django is not installed."""

import datetime as dt
import io
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shamsi import Date, RangeError

pytest.importorskip("django", reason="Django is not installed")
FIRST, SECOND = Date(1403, 12, 30), Date(1404, 1, 5)


@pytest.fixture(name="project", scope="module")
def _project(django_project: None) -> Iterator[Any]:
    """Yield the models of a day and the modules of Django, which want a project before they are used."""
    from django import forms
    from django.core import exceptions, serializers
    from django.db import connection, models
    from django.db.migrations import writer

    from shamsi.django import SolarDateField, SolarDateFormField

    class Entry(models.Model):  # type: ignore[misc]
        day = SolarDateField(db_index=True, default=FIRST)
        seen = SolarDateField(null=True, blank=True)

        class Meta:
            app_label = "messages"  # an installed one, so that fixtures find the model

    with connection.schema_editor() as editor:
        editor.create_model(Entry)
    yield SimpleNamespace(
        connection=connection,
        Entry=Entry,
        exceptions=exceptions,
        forms=forms,
        models=models,
        serializers=serializers,
        SolarDateField=SolarDateField,
        SolarDateFormField=SolarDateFormField,
        writer=writer,
    )
    with connection.schema_editor() as editor:
        editor.delete_model(Entry)


@pytest.fixture(name="two")
def _two(project: Any) -> Any:
    """Return the manager of two entries."""
    project.Entry.objects.all().delete()
    project.Entry.objects.create(day=FIRST)
    project.Entry.objects.create(day=SECOND, seen=SECOND)
    return project.Entry.objects


@settings(max_examples=50)
@given(st.lists(st.dates(min_value=dt.date(622, 3, 21)), min_size=1))
def test_what_is_saved_is_read_and_stored_as_the_gregorian_day(project: Any, days: list[dt.date]) -> None:
    project.Entry.objects.all().delete()
    project.Entry.objects.bulk_create(project.Entry(day=Date.from_gregorian(day)) for day in days)
    assert list(project.Entry.objects.order_by("pk").values_list("day", flat=True)) == [*map(Date.from_gregorian, days)]
    with project.connection.cursor() as cursor:
        cursor.execute("SELECT day FROM messages_entry ORDER BY id")
        assert [day for (day,) in cursor.fetchall()] == days
    ordered = project.Entry.objects.order_by("day").values_list("day", flat=True)
    assert list(ordered) == sorted(map(Date.from_gregorian, days))


def test_the_column_is_a_date_with_an_index(project: Any) -> None:
    with project.connection.schema_editor(collect_sql=True) as editor:
        editor.create_model(project.Entry)
    sql = " ".join(editor.collected_sql)
    assert '"day" date NOT NULL' in sql
    assert '"seen" date NULL' in sql
    assert "CREATE INDEX" in sql


@pytest.mark.parametrize("value", [FIRST, FIRST.gregorian, "1403-12-30"])
def test_lookups_take_what_the_field_takes(two: Any, value: object) -> None:
    assert two.get(day=value).day == FIRST
    assert two.get(day__in=[value]).day == FIRST
    assert two.get(day__lte=value).day == FIRST
    assert two.get(day__range=(value, value)).day == FIRST
    assert two.exclude(day=value).get().day == SECOND


def test_null_and_aggregates(project: Any, two: Any) -> None:
    assert two.get(seen=None).day == FIRST
    newest = two.aggregate(newest=project.models.Max("day"), oldest=project.models.Min("day"))
    assert newest == {"newest": SECOND, "oldest": FIRST}
    days_between = two.annotate(gap=project.models.F("seen") - project.models.F("day")).order_by("pk")
    assert [entry.gap for entry in days_between] == [None, dt.timedelta(0)]


@pytest.mark.parametrize("part", ["year", "month", "day", "week", "week_day", "quarter", "iso_year"])
def test_a_lookup_that_would_be_gregorian_is_refused(project: Any, part: str) -> None:
    with pytest.raises(project.exceptions.FieldError, match=f"Unsupported lookup '{part}' for SolarDateField"):
        project.Entry.objects.filter(**{f"day__{part}": 1})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1402-12-30", r"day must be 1\.\.29 in Esfand 1402"),
        ("2025-03-20", "looks Gregorian"),
        (dt.datetime(2025, 3, 20, 5), r"take its day with \.date\(\)"),
        (5, "text must be a str, got 5"),
    ],
)
def test_what_the_field_refuses(project: Any, value: object, message: str) -> None:
    with pytest.raises(project.exceptions.ValidationError, match=message):
        project.Entry(day=value).full_clean()
    with pytest.raises(project.exceptions.ValidationError, match=message):
        project.Entry.objects.create(day=value)


def test_a_stored_day_before_the_calendar_is_told(project: Any, two: Any) -> None:
    with project.connection.cursor() as cursor:
        cursor.execute("UPDATE messages_entry SET day = '0622-03-20'")
    with pytest.raises(RangeError, match="0622-03-20"):
        list(two.all())


@pytest.mark.parametrize("format_", ["json", "xml", "jsonl"])
def test_fixtures_come_back(project: Any, two: Any, format_: str) -> None:
    text = project.serializers.serialize(format_, two.order_by("pk"))
    assert "1403-12-30" in text
    entries = [row.object for row in project.serializers.deserialize(format_, io.StringIO(text))]
    assert [(entry.day, entry.seen) for entry in entries] == [(FIRST, None), (SECOND, SECOND)]


def test_a_migration_can_be_written_and_nothing_has_changed_after_it(project: Any) -> None:
    field = project.Entry._meta.get_field("day")
    code, imports = project.writer.MigrationWriter.serialize(field)
    scope: dict[str, Any] = {}
    exec("\n".join([*imports, f"copy = {code}"]), scope)
    copy = scope["copy"]
    assert type(copy) is project.SolarDateField
    assert copy.deconstruct()[1:] == field.deconstruct()[1:] == field.clone().deconstruct()[1:]
    assert copy.to_python(copy.get_default()) == FIRST


def test_a_form_reads_what_people_type(project: Any) -> None:
    class Form(project.forms.ModelForm):  # type: ignore[misc]
        class Meta:
            model = project.Entry
            fields = ("day", "seen")

    form = Form({"day": "۱۴۰۳/۱۲/۳۰", "seen": ""})
    assert form.is_valid(), form.errors
    assert (form.instance.day, form.instance.seen) == (FIRST, None)
    assert not Form({"day": "1403-12-30", "seen": ""}, instance=form.instance).has_changed()
    assert Form({"day": "1403-12-29", "seen": ""}, instance=form.instance).changed_data == ["day"]
    wrong = Form({"day": "۱۴۰۲/۱۲/۳۰", "seen": "x"})
    assert wrong.errors["day"] == ["day must be 1..29 in Esfand 1402 (not a leap year), got 30"]
    assert 'value="۱۴۰۲/۱۲/۳۰"' in str(wrong["day"]), "a wrong text is shown again as it was typed"


def test_a_form_shows_the_day_as_it_is_told(project: Any) -> None:
    class Form(project.forms.Form):  # type: ignore[misc]
        day = project.SolarDateFormField(pattern="%-d %B %Y", lang="prs", required=False)

    assert 'value="۳۰ حوت ۱۴۰۳"' in str(Form(initial={"day": FIRST})["day"])
    assert Form({"day": ""}).fields["day"].clean("") is None


@pytest.mark.parametrize("options", [{"pattern": "%Q"}, {"lang": "xx"}, {"digits": "roman"}])
def test_a_wrong_option_is_told_where_the_form_is_made(project: Any, options: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"%Q|xx|roman"):
        project.SolarDateFormField(**options)
