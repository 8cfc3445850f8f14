"""What all tables share."""

from sqlalchemy import ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON

from nämnd.core.ids import new_id


class Base(DeclarativeBase):
    """Every mapped class. Columns and constraints, nothing else: rules live in the features."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - the form SQLAlchemy reads
        list[str]: JSON,
        list[int]: JSON,
        list[dict[str, object]]: JSON,
        list[list[str | None]]: JSON,
        dict[str, object]: JSON,
        dict[str, str]: JSON,
        dict[str, int]: JSON,
    }


class Row(Base):
    """A row with a stable id, kept through export, import and undo."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(String(64), primary_key=True, default=new_id)


class OrderedRow(Row):
    """A row with a place among its siblings, from 1."""

    __abstract__ = True

    ordning: Mapped[int]


def ref(column: str) -> ForeignKey:
    """Return a reference checked at commit: a command may change rows in any order."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")
