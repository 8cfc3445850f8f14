"""Justering with packages and answers, anslag, delegationsbeslut, and a chain through the log."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certifikat",
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column("namn", sa.String(), nullable=False),
        sa.Column("fingeravtryck", sa.String(), nullable=False),
        sa.Column("der", sa.String(), nullable=False),
        sa.Column("giltigt_till", sa.String(), nullable=False),
        sa.Column("godkänt", sa.String(), nullable=False),
        sa.Column("hur", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_certifikat_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certifikat")),
    )
    op.create_index(
        op.f("ix_certifikat_fingeravtryck"), "certifikat", ["fingeravtryck"], unique=False
    )
    op.create_index(op.f("ix_certifikat_person_id"), "certifikat", ["person_id"], unique=False)
    op.create_table(
        "delegationsprotokoll",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("undertecknat_av", sa.String(), nullable=True),
        sa.Column("undertecknat", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_delegationsprotokoll_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegationsprotokoll")),
    )
    op.create_index(
        op.f("ix_delegationsprotokoll_nämnd_id"), "delegationsprotokoll", ["nämnd_id"], unique=False
    )
    op.create_table(
        "anslag",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=True),
        sa.Column("delegationsprotokoll_id", sa.String(length=64), nullable=True),
        sa.Column("paragrafer", sa.String(), nullable=True),
        sa.Column("huvudman_id", sa.String(length=64), nullable=True),
        sa.Column("tavla", sa.String(), nullable=True),
        sa.Column("uppsatt", sa.Date(), nullable=True),
        sa.Column("nedtaget", sa.Date(), nullable=True),
        sa.Column("förvaring", sa.String(), nullable=True),
        sa.Column("underskrift", sa.String(), nullable=True),
        sa.Column("överklagas_senast", sa.Date(), nullable=True),
        sa.Column("laga_kraft_bekräftad", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegationsprotokoll_id"],
            ["delegationsprotokoll.id"],
            name=op.f("fk_anslag_delegationsprotokoll_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["huvudman_id"],
            ["huvudman.id"],
            name=op.f("fk_anslag_huvudman_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_anslag_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anslag")),
    )
    op.create_index(
        op.f("ix_anslag_delegationsprotokoll_id"),
        "anslag",
        ["delegationsprotokoll_id"],
        unique=False,
    )
    op.create_index(op.f("ix_anslag_sammanträde_id"), "anslag", ["sammanträde_id"], unique=False)
    op.create_table(
        "delegationsbeslut",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("av", sa.String(), nullable=False),
        sa.Column("enligt", sa.String(), nullable=True),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("beslut", sa.String(), nullable=False),
        sa.Column("ärende_id", sa.String(length=64), nullable=True),
        sa.Column("brådskande", sa.Boolean(), nullable=False),
        sa.Column("anmält", sa.String(), nullable=True),
        sa.Column("delegationsprotokoll_id", sa.String(length=64), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegationsprotokoll_id"],
            ["delegationsprotokoll.id"],
            name=op.f("fk_delegationsbeslut_delegationsprotokoll_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_delegationsbeslut_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_delegationsbeslut_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegationsbeslut")),
    )
    op.create_index(
        op.f("ix_delegationsbeslut_delegationsprotokoll_id"),
        "delegationsbeslut",
        ["delegationsprotokoll_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_delegationsbeslut_nämnd_id"), "delegationsbeslut", ["nämnd_id"], unique=False
    )
    op.create_index(
        op.f("ix_delegationsbeslut_ärende_id"), "delegationsbeslut", ["ärende_id"], unique=False
    )
    op.create_table(
        "justeringspaket",
        sa.Column("justering_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("skapat", sa.String(), nullable=False),
        sa.Column("manifest", sa.String(), nullable=False),
        sa.Column("fil", sa.String(), nullable=False),
        sa.Column("filnamn", sa.String(), nullable=False),
        sa.Column("pdf", sa.String(), nullable=False),
        sa.Column("innehåll", sa.String(), nullable=False),
        sa.Column("krypterat", sa.Boolean(), nullable=False),
        sa.Column("tillfrågade", sa.JSON(), nullable=False),
        sa.Column("kastat", sa.String(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["justering_id"],
            ["justering.id"],
            name=op.f("fk_justeringspaket_justering_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_justeringspaket")),
    )
    op.create_index(
        op.f("ix_justeringspaket_justering_id"), "justeringspaket", ["justering_id"], unique=False
    )
    op.create_table(
        "justeringssvar",
        sa.Column("paket_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("tid", sa.String(), nullable=False),
        sa.Column("inläst", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("bevis", sa.String(), nullable=False),
        sa.Column("kastat", sa.String(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["paket_id"],
            ["justeringspaket.id"],
            name=op.f("fk_justeringssvar_paket_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_justeringssvar_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_justeringssvar")),
    )
    op.create_index(
        op.f("ix_justeringssvar_paket_id"), "justeringssvar", ["paket_id"], unique=False
    )
    op.create_index(op.f("ix_justeringssvar_sha256"), "justeringssvar", ["sha256"], unique=False)
    op.add_column(
        "bilaga", sa.Column("maskeringar", sa.JSON(), server_default="[]", nullable=False)
    )
    op.add_column("justering", sa.Column("sätt", sa.String(), nullable=True))
    op.add_column("justering", sa.Column("innehåll", sa.String(), nullable=True))
    op.add_column("justering", sa.Column("pdf", sa.String(), nullable=True))
    op.add_column(
        "loggpost",
        sa.Column("föregående", sa.String(), server_default=sa.text("''"), nullable=False),
    )
    op.add_column(
        "loggpost", sa.Column("hash", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    op.add_column("nämnd", sa.Column("förvaring", sa.String(), nullable=True))
    op.add_column("nämnd", sa.Column("förvaltningsrätt", sa.String(), nullable=True))
    op.add_column("paragraf", sa.Column("överklagande", sa.String(), nullable=True))
    op.add_column("paragraf", sa.Column("publicering", sa.String(), nullable=True))
    op.add_column(
        "paragraf", sa.Column("maskeringar", sa.JSON(), server_default="[]", nullable=False)
    )
    op.add_column("paragraf", sa.Column("sekretess_lagrum", sa.String(), nullable=True))
    op.add_column("paragraf", sa.Column("sekretess_datum", sa.Date(), nullable=True))
    op.add_column("punkt", sa.Column("publicering", sa.String(), nullable=True))
    op.add_column("punkt", sa.Column("maskeringar", sa.JSON(), server_default="[]", nullable=False))
    for table in ("bilaga", "paragraf", "punkt"):
        op.add_column(table, sa.Column("granskat", sa.String(), nullable=True))
    op.add_column("utgåva", sa.Column("justering_id", sa.String(), nullable=True))
    op.create_index(op.f("ix_utgåva_justering_id"), "utgåva", ["justering_id"], unique=False)
    _chain()


def _chain() -> None:
    """Give every entry of the log its place in the chain, as `nämnd.logg.chain` counts it."""
    link, before = op.get_bind(), ""
    found = link.exec_driver_sql(
        "SELECT nummer, tid, vem, kommando, rubrik, ändringar FROM loggpost ORDER BY nummer"
    ).fetchall()
    for entry in found:
        said = json.dumps([*entry, before], ensure_ascii=False, separators=(",", ":"))
        after = hashlib.sha256(said.encode()).hexdigest()
        link.execute(
            sa.text('UPDATE loggpost SET föregående = :b, "hash" = :a WHERE nummer = :n'),
            {"b": before, "a": after, "n": entry[0]},
        )
        before = after
