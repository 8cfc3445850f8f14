"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loggpost",
        sa.Column("nummer", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("tid", sa.String(), nullable=False),
        sa.Column("vem", sa.String(), nullable=False),
        sa.Column("kommando", sa.String(), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("ändringar", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_loggpost")),
    )
    op.create_table(
        "nämnd",
        sa.Column("namn", sa.String(), nullable=False),
        sa.Column("kortnamn", sa.String(), nullable=True),
        sa.Column("adress", sa.JSON(), nullable=False),
        sa.Column("logotyp", sa.String(), nullable=True),
        sa.Column("juridisk_form", sa.String(), nullable=False),
        sa.Column("paragrafform", sa.String(), nullable=False),
        sa.Column("diarieserie", sa.String(), nullable=True),
        sa.Column("kallelsetid_dagar", sa.Integer(), nullable=False),
        sa.Column("kallelsetid_slag", sa.String(), nullable=False),
        sa.Column("ersättarordning", sa.String(), nullable=True),
        sa.Column("justeringssätt", sa.JSON(), nullable=False),
        sa.Column("rubrikordning", sa.JSON(), nullable=False),
        sa.Column("frasbank", sa.JSON(), nullable=False),
        sa.Column("mandatperioder", sa.JSON(), nullable=False),
        sa.Column("stående_punkter", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nämnd")),
    )
    op.create_table(
        "person",
        sa.Column("namn", sa.String(), nullable=False),
        sa.Column("parti", sa.String(), nullable=True),
        sa.Column("titel", sa.String(), nullable=True),
        sa.Column("epost", sa.String(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "huvudman",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("namn", sa.String(), nullable=False),
        sa.Column("platser", sa.Integer(), nullable=False),
        sa.Column("ersättarplatser", sa.Integer(), nullable=False),
        sa.Column("anslagstavla", sa.Boolean(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_huvudman_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huvudman")),
    )
    op.create_index(op.f("ix_huvudman_nämnd_id"), "huvudman", ["nämnd_id"], unique=False)
    op.create_table(
        "sammanträde",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("plats", sa.String(), nullable=False),
        sa.Column("nummer_i_året", sa.Integer(), nullable=True),
        sa.Column("beteckning", sa.String(), nullable=True),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("inställt", sa.String(), nullable=True),
        sa.Column("flyttningar", sa.JSON(), nullable=False),
        sa.Column("ordförande", sa.String(length=64), nullable=True),
        sa.Column("sekreterare", sa.String(length=64), nullable=True),
        sa.Column("sista_nummer", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_sammanträde_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ordförande"],
            ["person.id"],
            name=op.f("fk_sammanträde_ordförande"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sekreterare"],
            ["person.id"],
            name=op.f("fk_sammanträde_sekreterare"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sammanträde")),
    )
    op.create_index(op.f("ix_sammanträde_nämnd_id"), "sammanträde", ["nämnd_id"], unique=False)
    op.create_table(
        "ärende",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("dnr", sa.String(), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("öppnat", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_ärende_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ärende")),
    )
    op.create_index(op.f("ix_ärende_nämnd_id"), "ärende", ["nämnd_id"], unique=False)
    op.create_table(
        "punkt",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=True),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("grupp", sa.String(), nullable=True),
        sa.Column("sammanfattning", sa.String(), nullable=False),
        sa.Column("föredragande", sa.String(), nullable=True),
        sa.Column("tid", sa.String(), nullable=True),
        sa.Column("ärende_id", sa.String(length=64), nullable=True),
        sa.Column("tillkom_efter_kallelsen", sa.Boolean(), nullable=False),
        sa.Column("utgår", sa.String(), nullable=True),
        sa.Column("sista_bokstav", sa.Integer(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_punkt_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_punkt_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_punkt")),
    )
    op.create_index(op.f("ix_punkt_sammanträde_id"), "punkt", ["sammanträde_id"], unique=False)
    op.create_index(op.f("ix_punkt_ärende_id"), "punkt", ["ärende_id"], unique=False)
    op.create_table(
        "sammanträdesdag",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tider", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_sammanträdesdag_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sammanträdesdag")),
    )
    op.create_index(op.f("ix_sammanträdesdag_datum"), "sammanträdesdag", ["datum"], unique=False)
    op.create_index(
        op.f("ix_sammanträdesdag_sammanträde_id"),
        "sammanträdesdag",
        ["sammanträde_id"],
        unique=False,
    )
    op.create_table(
        "uppdrag",
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("roll", sa.String(), nullable=False),
        sa.Column("huvudman_id", sa.String(length=64), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("ersätter", sa.String(length=64), nullable=True),
        sa.Column("från", sa.Date(), nullable=True),
        sa.Column("till", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["ersätter"],
            ["person.id"],
            name=op.f("fk_uppdrag_ersätter"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["huvudman_id"],
            ["huvudman.id"],
            name=op.f("fk_uppdrag_huvudman_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_uppdrag_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_uppdrag_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uppdrag")),
    )
    op.create_index(op.f("ix_uppdrag_nämnd_id"), "uppdrag", ["nämnd_id"], unique=False)
    op.create_index(op.f("ix_uppdrag_person_id"), "uppdrag", ["person_id"], unique=False)
    op.create_table(
        "utgåva",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("dokument", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("storlek", sa.Integer(), nullable=False),
        sa.Column("filnamn", sa.String(), nullable=False),
        sa.Column("innehåll", sa.String(), nullable=False),
        sa.Column("mallversion", sa.String(), nullable=False),
        sa.Column("skapad", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_utgåva_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_utgåva")),
    )
    op.create_index(op.f("ix_utgåva_sammanträde_id"), "utgåva", ["sammanträde_id"], unique=False)
    op.create_table(
        "utskick",
        sa.Column("sammanträde_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("till", sa.JSON(), nullable=False),
        sa.Column("innehåll", sa.String(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["sammanträde_id"],
            ["sammanträde.id"],
            name=op.f("fk_utskick_sammanträde_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_utskick")),
    )
    op.create_index(op.f("ix_utskick_sammanträde_id"), "utskick", ["sammanträde_id"], unique=False)
    op.create_table(
        "attsats",
        sa.Column("punkt_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["punkt_id"],
            ["punkt.id"],
            name=op.f("fk_attsats_punkt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attsats")),
    )
    op.create_index(op.f("ix_attsats_punkt_id"), "attsats", ["punkt_id"], unique=False)
    op.create_table(
        "bilaga",
        sa.Column("punkt_id", sa.String(length=64), nullable=False),
        sa.Column("beteckning", sa.String(), nullable=True),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("anmärkning", sa.String(), nullable=True),
        sa.Column("i_utskicket", sa.Boolean(), nullable=False),
        sa.Column("publicering", sa.String(), nullable=True),
        sa.Column("sekretess_lagrum", sa.String(), nullable=True),
        sa.Column("sekretess_datum", sa.Date(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["punkt_id"],
            ["punkt.id"],
            name=op.f("fk_bilaga_punkt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bilaga")),
    )
    op.create_index(op.f("ix_bilaga_punkt_id"), "bilaga", ["punkt_id"], unique=False)
    op.create_table(
        "underpunkt",
        sa.Column("punkt_id", sa.String(length=64), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["punkt_id"],
            ["punkt.id"],
            name=op.f("fk_underpunkt_punkt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_underpunkt")),
    )
    op.create_index(op.f("ix_underpunkt_punkt_id"), "underpunkt", ["punkt_id"], unique=False)
    op.create_table(
        "bilageversion",
        sa.Column("bilaga_id", sa.String(length=64), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filnamn", sa.String(), nullable=False),
        sa.Column("storlek", sa.Integer(), nullable=False),
        sa.Column("sidor", sa.Integer(), nullable=True),
        sa.Column("tillagd", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["bilaga_id"],
            ["bilaga.id"],
            name=op.f("fk_bilageversion_bilaga_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bilageversion")),
    )
    op.create_index(
        op.f("ix_bilageversion_bilaga_id"), "bilageversion", ["bilaga_id"], unique=False
    )
