"""Templates that are compiled when the first page needs them: most rebuilds need few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from press.pages.compiled import compiled_by

if TYPE_CHECKING:
    from pelican import Pelican

#: What `markupsafe.escape` does to a plain string, before it makes a `Markup` of it.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)


class LazyTemplate:
    """A template by its name in the theme; `done` is called after each page."""

    def __init__(
        self, environment: Environment, name: str, done: Callable[[], None] = lambda: None
    ) -> None:
        self._environment = environment
        self.name = name
        self._done = done

    def render(self, values: dict[str, Any]) -> str:
        """The page; TemplateError where the template is at fault."""
        page = self._environment.get_template(self.name).render(values)
        self._done()
        return page


def template_folders(settings: Mapping[str, Any], theme: str) -> list[Path]:
    """Where templates are looked for: the settings' own folders first."""
    own = [Path(folder) for folder in settings.get("THEME_TEMPLATES_OVERRIDES", ())]
    return [*own, Path(theme) / "templates"]


def generators_of(
    classes: Iterable[type], pelican: Pelican, context: dict[str, Any], scratch: str
) -> list[Any]:
    """A generator of each class; those that write files themselves do so in `scratch`.

    They have one set of templates, which no longer asks the disk for changes: upstream
    each has an environment of its own and compiles `base.html` and the macros again.
    """
    found: list[Any] = [
        cls(
            context=context,
            settings=pelican.settings,
            path=pelican.path,
            theme=pelican.theme,
            output_path=scratch,
        )
        for cls in classes
    ]
    templates = prepared(found[0].env)
    # Nobody knows which filters other plugins added, and what those do to constants is compiled.
    templates.bytecode_cache = compiled_by(pelican.settings, alone=not pelican.plugins)
    for generator in found:
        generator.env = templates
    return found


def prepared(environment: Environment) -> Environment:
    """`environment`, quick at handing out templates: a page asks for some fifteen macro files.

    Upstream looks each up under a weak reference, and at each import compares
    all global names, which took an eighth of an article's rendering.
    """
    environment.auto_reload = False
    environment.template_class = _Template
    environment.context_class = _Context
    load, known = environment.get_template, dict[str, Template]()

    def get_template(name: str, parent: str | None = None, globals: Any = None) -> Template:
        if name not in known:
            known[name] = load(name, parent, globals)
        return known[name]

    environment.get_template = get_template  # type: ignore[method-assign, assignment]
    return environment


def written(value: Any) -> str:
    """`value` as it stands in a page: `escape`, without a `Markup` that is joined at once.

    An article has two hundred of them, which took a tenth of its rendering.
    """
    kind = type(value)
    if kind is str:
        return _escaped(value)
    if kind is Markup:
        return value
    return markupsafe.escape(value)


class _Context(Context):
    """Values of a template, quick at calling macros, which are most of what is called."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if type(__obj) is not _Macro or not __obj.usual:
            return super().call(__obj, *args, **kwargs)
        # Upstream asks five times what kind of callable it is.
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        if kwargs:
            args += tuple([kwargs.pop(name, missing) for name in __obj.arguments[len(args) :]])
        if kwargs or len(args) > __obj._argument_count:
            return __obj(__self.eval_ctx, *args, **kwargs)
        text = __obj._func(*args)
        # As `Markup(text)`, which asks whether it is HTML already.
        return str.__new__(Markup, text) if __self.eval_ctx.autoescape else text


class _Macro(Macro):
    """A macro that need not be told what it is not given, where it takes just what it names."""

    def __init__(
        self, environment: Environment, func: Any, name: str, arguments: list[str], *more: Any
    ) -> None:
        super().__init__(environment, func, name, arguments, *more)
        self.usual = not (self.caller or self.catch_kwargs or self.catch_varargs)
        if self.usual:
            func.__defaults__ = (missing,) * len(arguments)


class _Template(Template):
    """A template whose macros see the same globals whoever imports them."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        # As one mapping: upstream chains two, and each page asks them for every name.
        template = super().from_code(environment, code, dict(globals), uptodate)
        # Compiled templates use the one for what they print, and only for that, and make their
        # macros with the other.
        template.root_render_func.__globals__.update(escape=written, Macro=_Macro)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module(None) if self._module is None else self._module
