"""Make studies of any size with Almere's margins, to measure how time and memory grow.

``python benchmarks/studies.py 1000000 /tmp/million --parquet`` writes such a study's folder. Every
client of Almere comes back equally often, with all its rows, under a number of its own; where the
size is no multiple, the rest are drawn without repetition. So shares hardly differ between sizes.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

ALMERE = Path(__file__).parents[1] / "data" / "almere"
ID, PEOPLE = "klantnummer", "klanten"
# what a register's export would hold in these columns; all else is text
TYPES: Mapping[str, pa.DataType] = {
    "laatste_cijfer": pa.int8(),
    "volgnummer": pa.int32(),
    "trede": pa.int8(),
    "bedrag": pa.float64(),
    "belastbaarheidsonderzoek": pa.bool_(),
    "door_aanpak": pa.bool_(),
    "parttimewerk": pa.bool_(),
    "geboortedatum": pa.date32(),
    "ingangsdatum_uitkering": pa.date32(),
    "intakedatum": pa.date32(),
    "startdatum": pa.date32(),
    "einddatum": pa.date32(),
    "datum": pa.date32(),
}
Rows = npt.NDArray[np.int64]


def make_study(
    folder: Path, clients: int, seed: int = 45, form: Literal["csv", "parquet"] = "csv"
) -> None:
    """Write a study with Almere's margins, its configuration and its texts.

    Parameters
    ----------
    folder : Path
        Where; it is made when it is not there.
    clients : int
        Rows of the table of clients, those not selected and those added later included.
    seed : int
        Of all that is drawn; the same arguments give the same bytes.
    form : {"csv", "parquet"}
        How tables with rows per client are written. Parquet gets typed columns.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ALMERE / "cases", folder / "cases", dirs_exist_ok=True)
    shutil.copytree(ALMERE / "texts", folder / "texts", dirs_exist_ok=True)
    rng = np.random.default_rng(seed)
    people = _read(PEOPLE)
    whole, rest = divmod(clients, len(people))
    copies = np.tile(np.arange(len(people)), whole)
    source = rng.permutation(np.append(copies, rng.choice(len(people), rest, replace=False)))
    numbers = pa.array(np.char.mod("K%08d", np.arange(1, clients + 1)))
    config = (ALMERE / "study.toml").read_text(encoding="utf-8")
    for name in re.findall(r'file = "(.+)\.csv"', config):
        table = _read(name)
        if ID not in table.column_names:
            shutil.copy(ALMERE / f"{name}.csv", folder)
            continue
        owners = np.asarray(pc.index_in(table[ID], people[ID].combine_chunks()), dtype=np.int64)
        rows, clients_of_rows = _repeat(owners, source)
        large = table.take(rows).set_column(0, ID, numbers.take(clients_of_rows))
        if name == PEOPLE:
            large = _called(large, rng)
        _write(large, folder / f"{name}.{form}")
        config = config.replace(f'"{name}.csv"', f'"{name}.{form}"')
    (folder / "study.toml").write_text(config, encoding="utf-8")


def _read(name: str) -> pa.Table:
    """Read one of Almere's tables as text; the client's number comes first."""
    path = ALMERE / f"{name}.csv"
    names = path.read_text(encoding="utf-8").partition("\n")[0].split(";")
    text = pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    return pa_csv.read_csv(path, None, pa_csv.ParseOptions(delimiter=";"), text)


def _repeat(owners: Rows, source: Rows) -> tuple[Rows, Rows]:
    """Give, for every client's every row, the row it copies and the client it is of.

    Parameters
    ----------
    owners : ndarray of int, shape (rows,)
        Almere's client of each of Almere's rows.
    source : ndarray of int, shape (clients,)
        The client of Almere that each client copies.

    Returns
    -------
    tuple of ndarray of int, shape (new rows,)
        Places in ``owners``, and places in ``source``.
    """
    order = np.argsort(owners, kind="stable")
    counts = np.bincount(owners, minlength=int(source.max()) + 1)
    first, sizes = np.cumsum(counts) - counts, counts[source]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return order[np.repeat(first[source], sizes) + within], np.repeat(np.arange(source.size), sizes)


def _called(people: pa.Table, rng: np.random.Generator) -> pa.Table:
    """Give everyone who was called a place of their own in the order of calls."""
    place, called = people.column_names.index("volgnummer"), pc.not_equal(people["volgnummer"], "")
    order = np.full(len(people), "", dtype=object)
    who = np.asarray(called)
    order[who] = rng.permutation(np.arange(1, who.sum() + 1)).astype(str)
    return people.set_column(place, "volgnummer", pa.array(order, pa.string()))


def _write(table: pa.Table, path: Path) -> None:
    if path.suffix == ".csv":
        form = pa_csv.WriteOptions(delimiter=";", quoting_style="none")
        pa_csv.write_csv(table, path, form)
    else:
        pq.write_table(pa.table({name: _typed(table, name) for name in table.column_names}), path)


def _typed(table: pa.Table, name: str) -> pa.ChunkedArray:
    """Give a column the type a register would export it in; empty cells become null."""
    text, kind = table[name], TYPES.get(name)
    filled = pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
    if kind is None:
        return text if name == ID else filled.dictionary_encode()
    if pa.types.is_boolean(kind):
        return pc.equal(filled, "ja")
    if pa.types.is_date(kind):
        return pc.strptime(filled, "%d-%m-%Y", "s").cast(kind)
    return pc.replace_substring(filled, ",", ".").cast(kind)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clients", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=45)
    parser.add_argument("--parquet", action="store_true")
    asked = parser.parse_args()
    made_as: Literal["csv", "parquet"] = "parquet" if asked.parquet else "csv"
    make_study(asked.folder, asked.clients, asked.seed, made_as)
