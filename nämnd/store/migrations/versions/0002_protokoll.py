"""Närvaro, paragrafer and all that stands in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "frånvaro",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("anmäld", sa.Boolean(), nullable=False),
        sa.Column("tid", sa.String(), nullable=True),
        sa.Column("skäl", sa.String(), nullable=True),
        sa.Column("inkallade", sa.JSON(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_frånvaro_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_frånvaro_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frånvaro")),
    )
    op.create_index(op.f("ix_frånvaro_person_id"), "frånvaro", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_frånvaro_sammanträde_id"), "frånvaro", ["sammanträde_id"], unique=False
    )
    op.create_table(
        "justerare",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("paragrafer", sa.String(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_justerare_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_justerare_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_justerare")),
    )
    op.create_index(
        op.f("ix_justerare_sammanträde_id"), "justerare", ["sammanträde_id"], unique=False
    )
    op.create_table(
        "justering",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("paragrafer", sa.String(), nullable=True),
        sa.Column("plats", sa.String(), nullable=True),
        sa.Column("planerat_datum", sa.String(), nullable=True),
        sa.Column("datum", sa.String(), nullable=True),
        sa.Column("läge", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("underskrifter", sa.JSON(), nullable=False),
        sa.Column("kommentarer", sa.JSON(), nullable=False),
        sa.Column("rättelser", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_justering_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_justering")),
    )
    op.create_index(
        op.f("ix_justering_sammanträde_id"), "justering", ["sammanträde_id"], unique=False
    )
    op.create_table(
        "närvaro",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("roll", sa.String(), nullable=False),
        sa.Column("för", sa.String(length=64), nullable=True),
        sa.Column("paragrafer", sa.String(), nullable=True),
        sa.Column("från_tid", sa.String(), nullable=True),
        sa.Column("till_tid", sa.String(), nullable=True),
        sa.Column("deltar_i", sa.String(), nullable=False),
        sa.Column("på_distans", sa.Boolean(), nullable=False),
        sa.Column("delvis", sa.Boolean(), nullable=False),
        sa.Column("anmärkning", sa.String(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["för"],
            ["person.id"],
            name=op.f("fk_närvaro_för"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_närvaro_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_närvaro_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_närvaro")),
    )
    op.create_index(op.f("ix_närvaro_person_id"), "närvaro", ["person_id"], unique=False)
    op.create_index(op.f("ix_närvaro_sammanträde_id"), "närvaro", ["sammanträde_id"], unique=False)
    op.create_table(
        "ordförandeskap",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("paragrafer", sa.String(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_ordförandeskap_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_ordförandeskap_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ordförandeskap")),
    )
    op.create_index(
        op.f("ix_ordförandeskap_sammanträde_id"), "ordförandeskap", ["sammanträde_id"], unique=False
    )
    op.create_table(
        "paragraf",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("punkt_id", sa.String(length=64), nullable=True),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("dnr", sa.JSON(), nullable=False),
        sa.Column("ingress", sa.String(), nullable=False),
        sa.Column("sammanfattning", sa.String(), nullable=False),
        sa.Column("beslutsunderlag", sa.JSON(), nullable=False),
        sa.Column("tidigare_behandling", sa.JSON(), nullable=False),
        sa.Column("upphäver", sa.String(), nullable=True),
        sa.Column("propositionsordning", sa.String(), nullable=False),
        sa.Column("beslutsgång", sa.String(), nullable=False),
        sa.Column("deltar_inte", sa.JSON(), nullable=False),
        sa.Column("anmälningar", sa.JSON(), nullable=False),
        sa.Column("omedelbart_justerad", sa.Boolean(), nullable=False),
        sa.Column("expedieringar", sa.JSON(), nullable=False),
        sa.Column("klar", sa.Boolean(), nullable=False),
        sa.Column("tid", sa.String(), nullable=True),
        sa.Column("dag", sa.Date(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["punkt_id"],
            ["punkt.id"],
            name=op.f("fk_paragraf_punkt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_paragraf_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraf")),
    )
    op.create_index(op.f("ix_paragraf_nummer"), "paragraf", ["nummer"], unique=False)
    op.create_index(op.f("ix_paragraf_punkt_id"), "paragraf", ["punkt_id"], unique=False)
    op.create_index(
        op.f("ix_paragraf_sammanträde_id"), "paragraf", ["sammanträde_id"], unique=False
    )
    op.create_table(
        "anteckning",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("av", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_anteckning_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anteckning")),
    )
    op.create_index(op.f("ix_anteckning_paragraf_id"), "anteckning", ["paragraf_id"], unique=False)
    op.create_table(
        "beslutspunkt",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("utfall", sa.String(), nullable=True),
        sa.Column("till", sa.String(), nullable=True),
        sa.Column("riktas_till", sa.JSON(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_beslutspunkt_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beslutspunkt")),
    )
    op.create_index(
        op.f("ix_beslutspunkt_paragraf_id"), "beslutspunkt", ["paragraf_id"], unique=False
    )
    op.create_table(
        "huvudmannabeslut",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("huvudman_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.String(), nullable=True),
        sa.Column("paragraf", sa.String(), nullable=True),
        sa.Column("svar", sa.String(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["huvudman_id"],
            ["huvudman.id"],
            name=op.f("fk_huvudmannabeslut_huvudman_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_huvudmannabeslut_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huvudmannabeslut")),
    )
    op.create_index(
        op.f("ix_huvudmannabeslut_paragraf_id"), "huvudmannabeslut", ["paragraf_id"], unique=False
    )
    op.create_table(
        "jäv",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("punkt", sa.String(), nullable=True),
        sa.Column("grund", sa.String(), nullable=True),
        sa.Column("ersätts_av", sa.String(length=64), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["ersätts_av"],
            ["person.id"],
            name=op.f("fk_jäv_ersätts_av"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_jäv_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_jäv_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jäv")),
    )
    op.create_index(op.f("ix_jäv_paragraf_id"), "jäv", ["paragraf_id"], unique=False)
    op.create_table(
        "votering",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("punkt", sa.String(), nullable=True),
        sa.Column("sluten", sa.Boolean(), nullable=False),
        sa.Column("ja_betyder", sa.String(), nullable=False),
        sa.Column("nej_betyder", sa.String(), nullable=False),
        sa.Column("röster", sa.JSON(), nullable=False),
        sa.Column("antal", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("utfall", sa.String(), nullable=True),
        sa.Column("avgjord_av", sa.String(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_votering_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votering")),
    )
    op.create_index(op.f("ix_votering_paragraf_id"), "votering", ["paragraf_id"], unique=False)
    op.create_table(
        "yrkande",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("av", sa.JSON(), nullable=False),
        sa.Column("av_partier", sa.JSON(), nullable=False),
        sa.Column("slag", sa.JSON(), nullable=False),
        sa.Column("hand", sa.Integer(), nullable=False),
        sa.Column("punkt", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("återtaget", sa.Boolean(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_yrkande_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_yrkande")),
    )
    op.create_index(op.f("ix_yrkande_paragraf_id"), "yrkande", ["paragraf_id"], unique=False)
    op.create_table(
        "reservation",
        sa.Column("paragraf_id", sa.String(length=64), nullable=False),
        sa.Column("av", sa.JSON(), nullable=False),
        sa.Column("av_partier", sa.JSON(), nullable=False),
        sa.Column("till_förmån_för", sa.String(length=64), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("bilaga", sa.String(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["paragraf_id"],
            ["paragraf.id"],
            name=op.f("fk_reservation_paragraf_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["till_förmån_för"],
            ["yrkande.id"],
            name=op.f("fk_reservation_till_förmån_för"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reservation")),
    )
    op.create_index(
        op.f("ix_reservation_paragraf_id"), "reservation", ["paragraf_id"], unique=False
    )
    op.add_column("sammanträde", sa.Column("första_paragraf", sa.Integer(), nullable=True))
    op.add_column(
        "sammanträde", sa.Column("ajourneringar", sa.JSON(), nullable=False, server_default="[]")
    )
    op.add_column(
        "sammanträde", sa.Column("vakanta_platser", sa.JSON(), nullable=False, server_default="[]")
    )
    op.add_column("sammanträdesdag", sa.Column("öppnat", sa.String(), nullable=True))
    op.add_column("sammanträdesdag", sa.Column("avslutat", sa.String(), nullable=True))
