"""A kept part is rendered once for each set of values, and says the same as without keeping."""

from jinja2 import DictLoader, Environment

from press.fragments import Fragments
from press.templates import prepared


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
