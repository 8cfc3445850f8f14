"""The diarium: handlingar with versions, skrivelser, saved filters; more of an ärende."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "urval",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("lista", sa.String(), nullable=False),
        sa.Column("namn", sa.String(), nullable=False),
        sa.Column("villkor", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_urval_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_urval")),
    )
    op.create_index(op.f("ix_urval_nämnd_id"), "urval", ["nämnd_id"], unique=False)

    op.create_table(
        "handling",
        sa.Column("ärende_id", sa.String(length=64), nullable=False),
        sa.Column("löpnr", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("riktning", sa.String(), nullable=False),
        sa.Column("från_till", sa.String(), nullable=True),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=True),
        sa.Column("anmäls", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("punkt_id", sa.String(length=64), nullable=True),
        sa.Column("dölj_från_till", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("dölj_rubrik", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("sekretess_lagrum", sa.String(), nullable=True),
        sa.Column("sekretess_datum", sa.Date(), nullable=True),
        sa.Column("makulerad", sa.String(), nullable=True),
        sa.Column("makulerad_datum", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["punkt_id"],
            ["punkt.id"],
            name=op.f("fk_handling_punkt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_handling_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handling")),
    )
    op.create_index(op.f("ix_handling_anmäls"), "handling", ["anmäls"], unique=False)
    op.create_index(op.f("ix_handling_datum"), "handling", ["datum"], unique=False)
    op.create_index(op.f("ix_handling_punkt_id"), "handling", ["punkt_id"], unique=False)
    op.create_index(op.f("ix_handling_ärende_id"), "handling", ["ärende_id", "datum"], unique=False)

    op.create_table(
        "handlingsversion",
        sa.Column("handling_id", sa.String(length=64), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filnamn", sa.String(), nullable=False),
        sa.Column("storlek", sa.Integer(), nullable=False),
        sa.Column("sidor", sa.Integer(), nullable=True),
        sa.Column("tillagd", sa.String(), nullable=False),
        sa.Column("varningar", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["handling_id"],
            ["handling.id"],
            name=op.f("fk_handlingsversion_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handlingsversion")),
    )
    op.create_index(
        op.f("ix_handlingsversion_handling_id"), "handlingsversion", ["handling_id"], unique=False
    )
    op.create_index(
        op.f("ix_handlingsversion_sha256"), "handlingsversion", ["sha256"], unique=False
    )

    op.create_table(
        "skrivelse",
        sa.Column("ärende_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("till", sa.JSON(), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("förslag", sa.JSON(), nullable=False),
        sa.Column("bakgrund", sa.String(), nullable=False),
        sa.Column("underskrifter", sa.JSON(), nullable=False),
        sa.Column("handling_id", sa.String(length=64), nullable=True),
        sa.Column("registrerad", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["handling_id"],
            ["handling.id"],
            name=op.f("fk_skrivelse_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_skrivelse_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skrivelse")),
    )
    op.create_index(op.f("ix_skrivelse_handling_id"), "skrivelse", ["handling_id"], unique=False)
    op.create_index(op.f("ix_skrivelse_ärende_id"), "skrivelse", ["ärende_id"], unique=False)

    with op.batch_alter_table("bilaga") as batch:
        batch.add_column(sa.Column("handling_id", sa.String(length=64), nullable=True))
        batch.create_index(batch.f("ix_bilaga_handling_id"), ["handling_id"], unique=False)
        batch.create_foreign_key(
            batch.f("fk_bilaga_handling_id"),
            "handling",
            ["handling_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch.add_column(sa.Column("delegationsbeslut_id", sa.String(length=64), nullable=True))
        batch.create_index(
            batch.f("ix_bilaga_delegationsbeslut_id"), ["delegationsbeslut_id"], unique=False
        )
        batch.create_foreign_key(
            batch.f("fk_bilaga_delegationsbeslut_id"),
            "delegationsbeslut",
            ["delegationsbeslut_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    op.add_column("punkt", sa.Column("återupptar", sa.String(), nullable=True))
    op.create_index(op.f("ix_punkt_återupptar"), "punkt", ["återupptar"], unique=False)

    with op.batch_alter_table("delegationsbeslut") as batch:
        batch.add_column(sa.Column("anmäls", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("punkt_id", sa.String(length=64), nullable=True))
        batch.create_index(batch.f("ix_delegationsbeslut_punkt_id"), ["punkt_id"], unique=False)
        batch.create_foreign_key(
            batch.f("fk_delegationsbeslut_punkt_id"),
            "punkt",
            ["punkt_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    op.add_column("ärende", sa.Column("serie_år", sa.Integer(), nullable=True))
    op.add_column("ärende", sa.Column("serie_nr", sa.Integer(), nullable=True))
    op.add_column("ärende", sa.Column("avslutat", sa.Date(), nullable=True))
    op.add_column("ärende", sa.Column("handläggare", sa.String(), nullable=True))
    op.add_column("ärende", sa.Column("parter", sa.JSON(), server_default="[]", nullable=False))
    op.add_column(
        "ärende", sa.Column("externa_beteckningar", sa.JSON(), server_default="[]", nullable=False)
    )
    op.add_column("ärende", sa.Column("gallring", sa.String(), nullable=True))
    op.add_column("ärende", sa.Column("väntar", sa.String(), nullable=True))
    op.add_column(
        "ärende", sa.Column("dölj_rubrik", sa.Boolean(), server_default="0", nullable=False)
    )
    op.add_column("ärende", sa.Column("sekretess_lagrum", sa.String(), nullable=True))
    op.add_column("ärende", sa.Column("sekretess_datum", sa.Date(), nullable=True))
    op.add_column("ärende", sa.Column("makulerat", sa.String(), nullable=True))
    op.add_column("ärende", sa.Column("makulerat_datum", sa.Date(), nullable=True))
    op.create_index(op.f("ix_ärende_dnr"), "ärende", ["dnr"], unique=False)
    op.create_index(op.f("ix_ärende_serie_år"), "ärende", ["serie_år"], unique=False)
    op.drop_index(op.f("ix_paragraf_sammanträde_id"), table_name="paragraf")
    op.create_index(
        op.f("ix_paragraf_sammanträde_id"), "paragraf", ["sammanträde_id", "nummer"], unique=False
    )
