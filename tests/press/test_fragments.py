"""A kept part is rendered once for each set of values, and says the same as without keeping."""

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from press.fragments import Fragments
from press.pages.templates import prepared


def test_a_part_is_rendered_once_for_each_set_of_values() -> None:
    environment = Environment(autoescape=True, extensions=[Fragments])
    asked: list[str] = []
    environment.globals["ask"] = lambda word: asked.append(word) or word
    page = environment.from_string(
        '{% keep "a", root, 1 %}<p>{{ ask(root) }} &amp; {{ root }}</p>{% endkeep %}'
    )
    assert page.render(root="<x>") == page.render(root="<x>") == "<p>&lt;x&gt; &amp; &lt;x&gt;</p>"
    assert page.render(root="y") == "<p>y &amp; y</p>"
    assert asked == ["<x>", "y"]


def test_two_parts_do_not_mix() -> None:
    environment = Environment(extensions=[Fragments])
    page = environment.from_string(
        '{% keep "a" %}1{% endkeep %}{% keep "b" %}2{% endkeep %}{% keep "a" %}3{% endkeep %}'
    )
    assert page.render() == "121"


def test_prepared_templates_still_find_their_macros_and_parents() -> None:
    files = {
        "base.html": '{% from "m.html" import m %}{{ m(1) }}{% block b %}{% endblock %}',
        "page.html": '{% extends "base.html" %}{% from "m.html" import m %}{% block b %}{{ m(n) }}{% endblock %}',
        "m.html": "{% macro m(x) %}[{{ x }}{{ mark }}]{% endmacro %}",
    }
    environment = prepared(Environment(loader=DictLoader(files)))
    environment.globals["mark"] = "!"
    page = environment.get_template("page.html")
    assert [page.render(n=n) for n in (2, 3)] == ["[1!][2!]", "[1!][3!]"]


def test_parts_of_which_there_are_many_are_let_go_of_and_made_again() -> None:
    environment = Environment(extensions=[Fragments])
    page = environment.from_string('{% keep "card", n %}{{ n }}{% endkeep %}')
    (fragments,) = environment.extensions.values()
    numbers = [*range(3_000), 0]
    assert [page.render(n=n) for n in numbers] == [str(n) for n in numbers]
    assert len(fragments._kept) < 3_000  # type: ignore[attr-defined]


def test_prepared_templates_print_what_others_print() -> None:
    """Whatever is printed: text with signs, markup, numbers, nothing, macros and their callers."""

    class Told:
        def __html__(self) -> str:
            return "<i>&</i>"

    files = {
        "page.html": '{% from "m.html" import box with context %}'
        "{% for v in values %}{{ v }}|{{ v ~ '<' }}|{% set s %}{{ v }}{% endset %}{{ s }}\n{% endfor %}"
        "{% call(x) box(values[0], b=2) %}{{ x }}{{ values[0] }}{% endcall %}{{ loud('<') }}",
        "m.html": '{% macro box(a, b="<") %}{{ a }}{{ b }}{{ caller("&") }}{{ kwargs.c }}{% endmacro %}',
    }
    values = ["<a> & 'b' \"c\"", Markup("<b>"), 7, None, Told(), ["<"], 1.5]
    plain, quick = (Environment(loader=DictLoader(files), autoescape=True) for _ in range(2))
    told = [
        environment.get_template("page.html").render(values=values, loud=str.upper)
        for environment in (plain, prepared(quick))
    ]
    assert told[0] == told[1]
    assert "&lt;a&gt;" in told[1]
