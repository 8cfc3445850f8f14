"""A later migration than any there is.

It rebuilds a table that others refer to, moves data and adds a table.
"""

import shutil
from pathlib import Path

from nämnd.store.schema import HEAD, OURS, Schema

NEXT = f"{int(HEAD) + 1:04}"
_CODE = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{new}", "{old}"

def upgrade():
    columns = (sa.Column("id", sa.String(), primary_key=True), sa.Column("namn", sa.String()))
    op.create_table("lokal", *columns)
    op.execute("INSERT INTO lokal (id, namn) SELECT id, plats FROM sammanträde")
    with op.batch_alter_table("sammanträde", recreate="always") as table:
        table.drop_column("plats")
        table.add_column(sa.Column("lokal_id", sa.String()))
    op.execute("UPDATE sammanträde SET lokal_id = id")
"""
_DANGLING = "\n    op.execute(\"UPDATE punkt SET sammanträde_id = 'borta'\")\n"


def later_schema(folder: Path, *, dangling: bool = False) -> Schema:
    """Return our migrations and one more. `dangling`: with a bug that leaves rows dangling."""
    migrations = folder / "senare"
    shutil.copytree(OURS.migrations, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    code = _CODE.format(new=NEXT, old=HEAD) + (_DANGLING if dangling else "")
    (migrations / "versions" / f"{NEXT}_later.py").write_text(code, encoding="utf-8")
    return Schema(migrations, NEXT)
