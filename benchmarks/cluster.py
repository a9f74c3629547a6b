"""Build Almere here and on a Dask cluster of this machine's own; compare bytes, tell seconds.

``python benchmarks/cluster.py [WORKERS]``. One machine shows what sending costs, not what more
machines bring. Ends with 1 when a file differs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def build(out: Path, *options: str) -> float:
    """Build, and give the seconds it took."""
    begun = time.perf_counter()
    command = [BIN / "report45", "build", "almere", "--out", out, "--force", *options]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def main() -> None:
    """Start a cluster, build twice on it and twice here, compare."""
    workers = sys.argv[1] if len(sys.argv) > 1 else "2"
    with tempfile.TemporaryDirectory(prefix="report45-cluster-") as name:
        folder = Path(name)
        known = ["--scheduler-file", str(folder / "scheduler.json"), "--no-dashboard"]
        local = ["--nworkers", workers, "--nthreads", "1", "--local-directory", str(folder)]
        commands = [
            [BIN / "dask", "scheduler", "--host", "127.0.0.1", "--port", "18786", *known],
            [BIN / "dask", "worker", *known, *local],
        ]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running = [subprocess.Popen(command, **quiet) for command in commands]
        try:
            for turn in ("first", "second"):  # the second time the workers are warm
                far = build(folder / "far", "--scheduler", "tcp://127.0.0.1:18786")
                near = build(folder / "near")
                print(f"{turn}: {near:.1f} s here, {far:.1f} s on {workers} workers", flush=True)
        finally:
            for process in reversed(running):
                process.terminate()
                process.wait()
        here, there = files(folder / "near" / "almere"), files(folder / "far" / "almere")
    different = sorted(one for one in here | there if here.get(one) != there.get(one))
    print(f"{len(here)} files, different: {', '.join(different) or 'none'}")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
