"""The object a notebook works with: it opens a study and publishes results."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from report45.chapters.outline import OUTLINE, Output, Result
from report45.display.bundle import Display
from report45.errors import Fault, InputError, Place
from report45.facts import to_json
from report45.mime import CHAPTER, FACTS, READS, WATCHED
from report45.study.find import FILE, find
from report45.study.load import Study, load
from report45.study.stated import stated
from report45.study.traced import trace
from report45.wording.numbers import say

Show = Callable[[Any, Study], Display]


class OpenChapter:
    """One chapter of one study, while its notebook is executed.

    Parameters
    ----------
    name : str
        First part of the paths of its facts.
    study : Study
        The study it is about.
    """

    def __init__(self, name: str, study: Study) -> None:
        self.name = name
        self.study = study
        self._published: set[str] = set()

    def publish(
        self,
        name: str,
        result: Result | None = None,
        show: Show | None = None,
        *,
        under: str | None = None,
    ) -> None:
        """State facts and show displays, as the output of this cell.

        Parameters
        ----------
        name : str
            What the outline (:mod:`report45.chapters.outline`) declares for this chapter by this
            name; with a result, the second part of the facts' paths and the name prose refers to
            the display by.
        result : Result, optional
            What the analysis found, for a chapter that is not in the outline.
        show : callable, optional
            Turns the result into a display: a function of :mod:`report45.display.tables` or
            :mod:`report45.display.figures`. Without it only facts are stated.
        under : str, optional
            What the facts' paths have in place of the name; an empty text states them directly
            under the chapter.

        Raises
        ------
        InputError
            If the outline declares nothing by this name, or the name was published before in this
            chapter.
        """
        if result is not None:
            shown = None if show is None else lambda: show(result, self.study)
            self._publish(Output(name, result, "", shown, under))
            return
        declared = OUTLINE.get(self.name, {})
        if name not in declared:
            known = f"Declared: {', '.join(declared)}." if declared else "Give it a result too."
            problem = "the outline has no such name."
            raise InputError([Fault(self._place(name), "not-declared", problem, known)])
        for one in declared[name](self.study):
            self._publish(one)

    def show(self, name: str, display: Display) -> None:
        """Show something that states no facts, such as a story or a quotation."""
        self._publish(Output(name, None, display.kind, lambda: display))

    def _publish(self, one: Output) -> None:
        if one.name in self._published:
            place, problem = self._place(one.name), "the name is used before."
            raise InputError([Fault(place, "double-name", problem, "Names must differ.")])
        self._published.add(one.name)
        bundle: dict[str, Any] = {}
        if one.result is not None:
            begin = one.path(self.name)
            facts = [
                to_json(f"{begin}.{path}", fact) | {"text": say(fact)}
                for path, fact in one.result.facts().items()
            ]
            bundle[FACTS] = {"chapter": self.name, "facts": facts}
            bundle["text/plain"] = "\n".join(f"{it['path']}: {it['text']}" for it in facts)
        if one.show is not None:
            bundle |= one.show().as_mime(self.name, one.name)
        _display(bundle)

    def _place(self, name: str) -> Place:
        return Place(f"chapter {self.name}", part=f"publish({name!r})")


def open_chapter(name: str, study: str) -> OpenChapter:
    """Open a study for one chapter, and say so in the notebook.

    Parameters
    ----------
    name : str
        The chapter's name.
    study : str
        A study's folder or name; a relative path is looked for from here upwards, so that a
        notebook also runs from its own folder. A folder of studies stands for the first in it,
        which is what a notebook opened by hand shows.

    Returns
    -------
    OpenChapter

    Raises
    ------
    InputError
        If the study is not there or not sound.
    """
    loaded = load(_locate(study))
    about = stated(name, loaded.folder, loaded.config)
    _display({CHAPTER: about, "text/plain": f"{loaded.config.title}: chapter {name}"})
    watched, read = trace(loaded)
    _tell_reads(read)
    return OpenChapter(name, watched)


def _tell_reads(read: set[str]) -> None:
    """Let every cell from here on end in the names of the tables read, when there are new ones."""
    from IPython.core.getipython import get_ipython

    told: set[str] = set()

    def tell(*_: Any) -> None:
        if read > told:
            told.update(read)
            _display({READS: sorted(read)})

    if (shell := get_ipython()) and WATCHED in os.environ:
        shell.events.register("post_run_cell", tell)


def _locate(study: str) -> Path:
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / study / FILE).is_file():
            return folder / study
        if several := sorted((folder / study).glob(f"*/{FILE}")):
            return several[0].parent
    return find(study)


def _display(bundle: dict[str, Any]) -> None:
    from IPython.display import display

    display(bundle, raw=True)
