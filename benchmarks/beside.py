"""What report45 is measured beside: the same notebooks with other tools, as commands."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOOK = "jupyter-book==1.0.4.post1"


def by_hand(here: Path, *, at_once: bool) -> list[str]:
    """Write a script of papermill and nbconvert command lines, one after another; HTML alone.

    Parameters
    ----------
    here : Path
        The project's copy.
    at_once : bool
        Whether nbconvert is called once for all chapters, or for each.
    """
    lines = ["set -e", "mkdir -p hand"]
    bin_folder = Path(sys.executable).parent
    convert = f"'{bin_folder}/jupyter' nbconvert --log-level ERROR --to html"
    chapters = sorted((here / "notebooks").glob("*.ipynb"))
    for path in chapters:
        made = f"hand/{path.name}"
        run = f"'{bin_folder}/papermill' notebooks/{path.name} {made} -p study data/almere"
        lines.append(f"{run} -k python3 -l python --no-progress-bar --log-level ERROR")
        lines += [] if at_once else [f"{convert} {made}"]
    lines += [f"{convert} {' '.join(f'hand/{path.name}' for path in chapters)}"] if at_once else []
    script = here / f"by_hand{'_at_once' * at_once}.sh"
    script.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ["bash", str(script)]


def jupyter_book(here: Path) -> list[str] | None:
    """Set up Jupyter Book in an environment of its own, with our Python as its kernel.

    Parameters
    ----------
    here : Path
        The project's copy; the book stands in ``book`` in it.

    Returns
    -------
    list of str or None
        The command that builds it; None where Jupyter Book does not install.
    """
    home = ROOT / "build" / "bench"
    tool = home / "bin" / "jupyter-book"
    if not tool.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        install = [str(home / "bin" / "pip"), "install", "-q", BOOK]
        if subprocess.run(install, check=False).returncode:
            shutil.rmtree(home)
            return None
    kernel = home / "share" / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True, exist_ok=True)
    start = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": start, "display_name": "Python 3", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    book = here / "book"
    shutil.copytree(here / "notebooks", book)
    names = sorted(path.stem for path in book.glob("*.ipynb"))
    config = {"title": "Almere", "execute": {"execute_notebooks": "cache", "timeout": 600}}
    toc = {"format": "jb-book", "root": names[0], "chapters": [{"file": one} for one in names[1:]]}
    (book / "_config.yml").write_text(json.dumps(config), encoding="utf-8")
    (book / "_toc.yml").write_text(json.dumps(toc), encoding="utf-8")
    return [str(tool), "build", "book", "--quiet"]
