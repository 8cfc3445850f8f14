"""Follow-up: bevakningar, delprojekt, överenskommelser, redovisningar, and days that are taken."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "spärrdag",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("huvudman_id", sa.String(), nullable=True),
        sa.Column("vad", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_spärrdag_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spärrdag")),
    )
    op.create_index(op.f("ix_spärrdag_datum"), "spärrdag", ["datum"], unique=False)
    op.create_index(op.f("ix_spärrdag_huvudman_id"), "spärrdag", ["huvudman_id"], unique=False)
    op.create_index(op.f("ix_spärrdag_nämnd_id"), "spärrdag", ["nämnd_id"], unique=False)

    op.create_table(
        "delprojekt",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("ärende_id", sa.String(length=64), nullable=True),
        sa.Column("bakgrund", sa.String(), nullable=False),
        sa.Column("målsättning_ingress", sa.String(), nullable=False),
        sa.Column("målsättning", sa.JSON(), nullable=False),
        sa.Column("kontakt", sa.String(), nullable=True),
        sa.Column("ansvarig", sa.String(), nullable=True),
        sa.Column("mer_information", sa.String(), nullable=False),
        sa.Column("avslutat", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_delprojekt_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_delprojekt_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delprojekt")),
    )
    op.create_index(op.f("ix_delprojekt_nämnd_id"), "delprojekt", ["nämnd_id"], unique=False)
    op.create_index(op.f("ix_delprojekt_ärende_id"), "delprojekt", ["ärende_id"], unique=False)

    op.create_table(
        "behov",
        sa.Column("delprojekt_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("rapport_id", sa.String(), nullable=True),
        sa.Column("löst", sa.Date(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delprojekt_id"],
            ["delprojekt.id"],
            name=op.f("fk_behov_delprojekt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_behov")),
    )
    op.create_index(op.f("ix_behov_delprojekt_id"), "behov", ["delprojekt_id"], unique=False)
    op.create_index(op.f("ix_behov_rapport_id"), "behov", ["rapport_id"], unique=False)

    op.create_table(
        "delprojektbeslut",
        sa.Column("delprojekt_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("organ", sa.String(), nullable=True),
        sa.Column("paragraf", sa.Integer(), nullable=True),
        sa.Column("paragraf_id", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delprojekt_id"],
            ["delprojekt.id"],
            name=op.f("fk_delprojektbeslut_delprojekt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delprojektbeslut")),
    )
    op.create_index(
        op.f("ix_delprojektbeslut_delprojekt_id"),
        "delprojektbeslut",
        ["delprojekt_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_delprojektbeslut_paragraf_id"), "delprojektbeslut", ["paragraf_id"], unique=False
    )

    op.create_table(
        "åtgärd",
        sa.Column("delprojekt_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kort", sa.String(), nullable=True),
        sa.Column("nivå", sa.Integer(), nullable=False),
        sa.Column("läge", sa.String(), nullable=False),
        sa.Column("rapport_id", sa.String(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delprojekt_id"],
            ["delprojekt.id"],
            name=op.f("fk_åtgärd_delprojekt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_åtgärd")),
    )
    op.create_index(op.f("ix_åtgärd_delprojekt_id"), "åtgärd", ["delprojekt_id"], unique=False)
    op.create_index(op.f("ix_åtgärd_rapport_id"), "åtgärd", ["rapport_id"], unique=False)

    op.create_table(
        "bevakning",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("förfaller", sa.JSON(), nullable=False),
        sa.Column("återkommer", sa.JSON(), nullable=True),
        sa.Column("påminnelser", sa.JSON(), nullable=False),
        sa.Column("ansvarig", sa.String(), nullable=True),
        sa.Column("ansvarig_epost", sa.String(), nullable=True),
        sa.Column("mottagare", sa.String(), nullable=True),
        sa.Column("förverkande", sa.Boolean(), nullable=False),
        sa.Column("anteckning", sa.String(), nullable=False),
        sa.Column("paragraf_id", sa.String(), nullable=True),
        sa.Column("beslutspunkt_id", sa.String(), nullable=True),
        sa.Column("ärende_id", sa.String(length=64), nullable=True),
        sa.Column("handling_id", sa.String(length=64), nullable=True),
        sa.Column("delprojekt_id", sa.String(), nullable=True),
        sa.Column("överenskommelse_id", sa.String(), nullable=True),
        sa.Column("redovisning_id", sa.String(), nullable=True),
        sa.Column("beslutsdatum", sa.Date(), nullable=True),
        sa.Column("beslutsparagraf", sa.Integer(), nullable=True),
        sa.Column("attsats", sa.String(), nullable=True),
        sa.Column("citat", sa.String(), nullable=False),
        sa.Column("sida", sa.Integer(), nullable=True),
        sa.Column("skapad", sa.Date(), nullable=True),
        sa.Column("avslutad", sa.Date(), nullable=True),
        sa.Column("avslut", sa.String(), nullable=True),
        sa.Column("avslutad_hur", sa.String(), nullable=True),
        sa.Column("historik", sa.JSON(), nullable=False),
        sa.Column("påmint", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["handling_id"],
            ["handling.id"],
            name=op.f("fk_bevakning_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_bevakning_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_bevakning_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bevakning")),
    )
    op.create_index(op.f("ix_bevakning_avslutad"), "bevakning", ["avslutad"], unique=False)
    op.create_index(
        op.f("ix_bevakning_delprojekt_id"), "bevakning", ["delprojekt_id"], unique=False
    )
    op.create_index(op.f("ix_bevakning_handling_id"), "bevakning", ["handling_id"], unique=False)
    op.create_index(op.f("ix_bevakning_nämnd_id"), "bevakning", ["nämnd_id"], unique=False)
    op.create_index(op.f("ix_bevakning_paragraf_id"), "bevakning", ["paragraf_id"], unique=False)
    op.create_index(
        op.f("ix_bevakning_redovisning_id"), "bevakning", ["redovisning_id"], unique=False
    )
    op.create_index(op.f("ix_bevakning_ärende_id"), "bevakning", ["ärende_id"], unique=False)
    op.create_index(
        op.f("ix_bevakning_överenskommelse_id"), "bevakning", ["överenskommelse_id"], unique=False
    )

    op.create_table(
        "delprojektsats",
        sa.Column("beslut_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("läge", sa.String(), nullable=False),
        sa.Column("kommentar", sa.String(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["beslut_id"],
            ["delprojektbeslut.id"],
            name=op.f("fk_delprojektsats_beslut_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delprojektsats")),
    )
    op.create_index(
        op.f("ix_delprojektsats_beslut_id"), "delprojektsats", ["beslut_id"], unique=False
    )

    op.create_table(
        "uppföljningsrapport",
        sa.Column("delprojekt_id", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("missiv_datum", sa.Date(), nullable=True),
        sa.Column("sammanträde_id", sa.String(), nullable=True),
        sa.Column("punkt_id", sa.String(), nullable=True),
        sa.Column("uppföljning_datum", sa.Date(), nullable=True),
        sa.Column("avsändare", sa.String(), nullable=True),
        sa.Column("förslag", sa.JSON(), nullable=False),
        sa.Column("ingress", sa.String(), nullable=False),
        sa.Column("missiv_bakgrund", sa.String(), nullable=False),
        sa.Column("underskrifter", sa.JSON(), nullable=False),
        sa.Column("missiv_handling_id", sa.String(length=64), nullable=True),
        sa.Column("rapport_handling_id", sa.String(length=64), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delprojekt_id"],
            ["delprojekt.id"],
            name=op.f("fk_uppföljningsrapport_delprojekt_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["missiv_handling_id"],
            ["handling.id"],
            name=op.f("fk_uppföljningsrapport_missiv_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["rapport_handling_id"],
            ["handling.id"],
            name=op.f("fk_uppföljningsrapport_rapport_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uppföljningsrapport")),
    )
    op.create_index(
        op.f("ix_uppföljningsrapport_delprojekt_id"),
        "uppföljningsrapport",
        ["delprojekt_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_uppföljningsrapport_punkt_id"), "uppföljningsrapport", ["punkt_id"], unique=False
    )
    op.create_index(
        op.f("ix_uppföljningsrapport_sammanträde_id"),
        "uppföljningsrapport",
        ["sammanträde_id"],
        unique=False,
    )

    op.create_table(
        "överenskommelse",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("parter", sa.JSON(), nullable=False),
        sa.Column("dnr", sa.String(), nullable=True),
        sa.Column("motpartens_dnr", sa.JSON(), nullable=False),
        sa.Column("utbetalning_dnr", sa.String(), nullable=True),
        sa.Column("ärende_id", sa.String(length=64), nullable=True),
        sa.Column("handling_id", sa.String(length=64), nullable=True),
        sa.Column("från", sa.Date(), nullable=True),
        sa.Column("till", sa.Date(), nullable=True),
        sa.Column("totalt", sa.Integer(), nullable=True),
        sa.Column("utbetalas_av", sa.String(), nullable=True),
        sa.Column("anteckning", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["handling_id"],
            ["handling.id"],
            name=op.f("fk_överenskommelse_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_överenskommelse_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_överenskommelse_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_överenskommelse")),
    )
    op.create_index(
        op.f("ix_överenskommelse_handling_id"), "överenskommelse", ["handling_id"], unique=False
    )
    op.create_index(
        op.f("ix_överenskommelse_nämnd_id"), "överenskommelse", ["nämnd_id"], unique=False
    )
    op.create_index(
        op.f("ix_överenskommelse_ärende_id"), "överenskommelse", ["ärende_id"], unique=False
    )

    op.create_table(
        "blankett",
        sa.Column("överenskommelse_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("mottagare", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("belopp", sa.Integer(), nullable=True),
        sa.Column("uppgifter", sa.JSON(), nullable=False),
        sa.Column("kostnader", sa.JSON(), nullable=False),
        sa.Column("avvikelser", sa.String(), nullable=True),
        sa.Column("handling_id", sa.String(length=64), nullable=True),
        sa.Column("sänd", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["handling_id"],
            ["handling.id"],
            name=op.f("fk_blankett_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["överenskommelse_id"],
            ["överenskommelse.id"],
            name=op.f("fk_blankett_överenskommelse_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blankett")),
    )
    op.create_index(op.f("ix_blankett_handling_id"), "blankett", ["handling_id"], unique=False)
    op.create_index(
        op.f("ix_blankett_överenskommelse_id"), "blankett", ["överenskommelse_id"], unique=False
    )

    op.create_table(
        "fördelningstabell",
        sa.Column("överenskommelse_id", sa.String(length=64), nullable=False),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("poster", sa.JSON(), nullable=False),
        sa.Column("summor", sa.JSON(), nullable=False),
        sa.Column("totalsumma", sa.Integer(), nullable=True),
        sa.Column("sida", sa.Integer(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["överenskommelse_id"],
            ["överenskommelse.id"],
            name=op.f("fk_fördelningstabell_överenskommelse_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fördelningstabell")),
    )
    op.create_index(
        op.f("ix_fördelningstabell_överenskommelse_id"),
        "fördelningstabell",
        ["överenskommelse_id"],
        unique=False,
    )

    op.create_table(
        "redovisning",
        sa.Column("nämnd_id", sa.String(length=64), nullable=False),
        sa.Column("överenskommelse_id", sa.String(length=64), nullable=True),
        sa.Column("ärende_id", sa.String(length=64), nullable=True),
        sa.Column("rubrik", sa.String(), nullable=False),
        sa.Column("mottagare", sa.String(), nullable=True),
        sa.Column("epost", sa.String(), nullable=True),
        sa.Column("senast", sa.Date(), nullable=True),
        sa.Column("svar_senast", sa.Date(), nullable=True),
        sa.Column("inledning", sa.String(), nullable=False),
        sa.Column("godkänd", sa.Date(), nullable=True),
        sa.Column("godkänd_av", sa.String(), nullable=True),
        sa.Column("sänd", sa.Date(), nullable=True),
        sa.Column("handling_id", sa.String(length=64), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["handling_id"],
            ["handling.id"],
            name=op.f("fk_redovisning_handling_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nämnd_id"],
            ["nämnd.id"],
            name=op.f("fk_redovisning_nämnd_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ärende_id"],
            ["ärende.id"],
            name=op.f("fk_redovisning_ärende_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["överenskommelse_id"],
            ["överenskommelse.id"],
            name=op.f("fk_redovisning_överenskommelse_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redovisning")),
    )
    op.create_index(
        op.f("ix_redovisning_handling_id"), "redovisning", ["handling_id"], unique=False
    )
    op.create_index(op.f("ix_redovisning_nämnd_id"), "redovisning", ["nämnd_id"], unique=False)
    op.create_index(op.f("ix_redovisning_ärende_id"), "redovisning", ["ärende_id"], unique=False)
    op.create_index(
        op.f("ix_redovisning_överenskommelse_id"),
        "redovisning",
        ["överenskommelse_id"],
        unique=False,
    )

    op.create_table(
        "återrapport",
        sa.Column("bevakning_id", sa.String(length=64), nullable=False),
        sa.Column("punkt_id", sa.String(), nullable=False),
        sa.Column("utfall", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["bevakning_id"],
            ["bevakning.id"],
            name=op.f("fk_återrapport_bevakning_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_återrapport")),
    )
    op.create_index(
        op.f("ix_återrapport_bevakning_id"), "återrapport", ["bevakning_id"], unique=False
    )
    op.create_index(op.f("ix_återrapport_punkt_id"), "återrapport", ["punkt_id"], unique=False)

    op.create_table(
        "fördelningsrad",
        sa.Column("tabell_id", sa.String(length=64), nullable=False),
        sa.Column("mottagare", sa.String(), nullable=False),
        sa.Column("huvudman_id", sa.String(), nullable=True),
        sa.Column("belopp", sa.JSON(), nullable=False),
        sa.Column("summa", sa.Integer(), nullable=True),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["tabell_id"],
            ["fördelningstabell.id"],
            name=op.f("fk_fördelningsrad_tabell_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fördelningsrad")),
    )
    op.create_index(
        op.f("ix_fördelningsrad_huvudman_id"), "fördelningsrad", ["huvudman_id"], unique=False
    )
    op.create_index(
        op.f("ix_fördelningsrad_tabell_id"), "fördelningsrad", ["tabell_id"], unique=False
    )

    op.create_table(
        "redovisningsfråga",
        sa.Column("redovisning_id", sa.String(length=64), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("nivå", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kolumner", sa.JSON(), nullable=False),
        sa.Column("svar", sa.String(), nullable=False),
        sa.Column("rader", sa.JSON(), nullable=False),
        sa.Column("klar", sa.Boolean(), nullable=False),
        sa.Column("ordning", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["redovisning_id"],
            ["redovisning.id"],
            name=op.f("fk_redovisningsfråga_redovisning_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redovisningsfråga")),
    )
    op.create_index(
        op.f("ix_redovisningsfråga_redovisning_id"),
        "redovisningsfråga",
        ["redovisning_id"],
        unique=False,
    )

    op.create_table(
        "redovisningssvar",
        sa.Column("fråga_id", sa.String(length=64), nullable=False),
        sa.Column("huvudman_id", sa.String(), nullable=True),
        sa.Column("ansvarig", sa.String(), nullable=True),
        sa.Column("epost", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("rader", sa.JSON(), nullable=False),
        sa.Column("besvarad", sa.Date(), nullable=True),
        sa.Column("frågad", sa.Date(), nullable=True),
        sa.Column("påmint", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["fråga_id"],
            ["redovisningsfråga.id"],
            name=op.f("fk_redovisningssvar_fråga_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redovisningssvar")),
    )
    op.create_index(
        op.f("ix_redovisningssvar_fråga_id"), "redovisningssvar", ["fråga_id"], unique=False
    )
    op.create_index(
        op.f("ix_redovisningssvar_huvudman_id"), "redovisningssvar", ["huvudman_id"], unique=False
    )

    op.add_column(
        "nämnd", sa.Column("mötesfrister", sa.JSON(), server_default="[]", nullable=False)
    )
