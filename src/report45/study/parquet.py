"""Read a delivered Parquet file as the text a CSV file of the same data would hold."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, BinaryIO

from report45.checkout import installing
from report45.disk import UnreadableError
from report45.errors import Place
from report45.study.files import Sheet, cell_text, without_empty_rows
from report45.study.people import Table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq


def read_parquet(file: BinaryIO, table: Table, wanted: Collection[str]) -> Sheet:
    """Read the wanted columns of a Parquet file as text; no other column is read.

    Rows are numbered as in CSV: the first is row 2. Days may be dates, times or text, and ja
    and nee may be booleans.

    Parameters
    ----------
    file : BinaryIO
        The file.
    table : Table
        How days and decimals are written as text.
    wanted : collection of str
        Names of columns as the file has them; those it lacks are passed over.

    Returns
    -------
    Sheet

    Raises
    ------
    UnreadableError
        If pyarrow is missing, the file is no Parquet, or a column holds no plain values.
    """
    try:
        import pyarrow.parquet as pq
    except ImportError:
        remedy = f"Run {installing('pyarrow')}, or save it as CSV."
        raise UnreadableError("is a Parquet file, and pyarrow is missing.", remedy) from None
    try:
        return _read(pq.ParquetFile(file), table, wanted)
    except UnreadableError:
        raise
    except Exception:  # pyarrow raises anything at all on a damaged file
        problem, remedy = "cannot be read as a Parquet file.", "Export it again."
        raise UnreadableError(problem, remedy) from None


def _read(file: pq.ParquetFile, table: Table, wanted: Collection[str]) -> Sheet:
    import pandas as pd

    names: list[str] = file.schema_arrow.names
    header = tuple(" ".join(name.split()) for name in names)
    picked = {name: names[header.index(name)] for name in wanted if name in header}
    read = file.read(list(picked.values()))
    index = pd.RangeIndex(2, read.num_rows + 2)
    places = {name: read.column_names.index(theirs) for name, theirs in picked.items()}
    columns = {name: _texts(name, read.column(at), table) for name, at in places.items()}
    frame = pd.DataFrame({name: one.set_axis(index) for name, one in columns.items()}, index)
    return Sheet(header, without_empty_rows(frame))


def _texts(name: str, column: pa.ChunkedArray, table: Table) -> pd.Series:
    """Write a column as text, every distinct value once."""
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    import pyarrow.types as types

    dictionary = types.is_dictionary(column.type)
    kind = column.type.value_type if dictionary else column.type
    plain = (types.is_string, types.is_large_string, types.is_integer, types.is_floating)
    typed = (types.is_boolean, types.is_date, types.is_timestamp, types.is_decimal, types.is_null)
    if not any(is_one(kind) for is_one in (*plain, *typed)):
        remedy = "Export it as text, numbers, days or booleans."
        raise UnreadableError(f"holds values of type {kind}.", remedy, Place(column=name))
    if types.is_timestamp(kind) and not dictionary:
        column = column.cast(pa.timestamp("s", kind.tz), safe=False)
    encoded = column.unify_dictionaries() if dictionary else column.dictionary_encode()
    encoded = encoded.combine_chunks()
    values = [cell_text(value, table).strip() for value in encoded.dictionary.to_pylist()]
    codes = np.asarray(encoded.indices.fill_null(len(values)), dtype=np.int64)
    return pd.Series([*values, ""], dtype="str").take(codes)
