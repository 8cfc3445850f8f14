"""Follow-up: bevakningar, delprojekt, överenskommelser, redovisningar, and days that are taken."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "spärrdag",
        _ref("nämnd_id", "nämnd"),
        _date("datum"),
        _text("huvudman_id", null=True),
        _text("vad"),
        indexed=("nämnd_id", "datum", "huvudman_id"),
    )
    _table(
        "delprojekt",
        _ref("nämnd_id", "nämnd"),
        _text("program"),
        _number("nummer"),
        _text("rubrik"),
        _ref("ärende_id", "ärende", null=True),
        _text("bakgrund"),
        _text("målsättning_ingress"),
        _json("målsättning"),
        _text("kontakt", null=True),
        _text("ansvarig", null=True),
        _text("mer_information"),
        _date("avslutat", null=True),
        indexed=("nämnd_id", "ärende_id"),
    )
    _table(
        "behov",
        _ref("delprojekt_id", "delprojekt"),
        _text("text"),
        _text("rapport_id", null=True),
        _date("löst", null=True),
        _number("ordning"),
        indexed=("delprojekt_id", "rapport_id"),
    )
    _table(
        "delprojektbeslut",
        _ref("delprojekt_id", "delprojekt"),
        _date("datum"),
        _text("organ", null=True),
        _number("paragraf", null=True),
        _text("paragraf_id", null=True),
        _text("text"),
        _number("ordning"),
        indexed=("delprojekt_id", "paragraf_id"),
    )
    _table(
        "åtgärd",
        _ref("delprojekt_id", "delprojekt"),
        _text("text"),
        _text("kort", null=True),
        _number("nivå"),
        _text("läge"),
        _text("rapport_id", null=True),
        _number("ordning"),
        indexed=("delprojekt_id", "rapport_id"),
    )
    _table(
        "bevakning",
        _ref("nämnd_id", "nämnd"),
        _text("rubrik"),
        _json("förfaller"),
        _json("återkommer", null=True),
        _json("påminnelser"),
        _text("ansvarig", null=True),
        _text("ansvarig_epost", null=True),
        _text("mottagare", null=True),
        _flag("förverkande"),
        _text("anteckning"),
        _text("paragraf_id", null=True),
        _text("beslutspunkt_id", null=True),
        _ref("ärende_id", "ärende", null=True),
        _ref("handling_id", "handling", null=True),
        _text("delprojekt_id", null=True),
        _text("överenskommelse_id", null=True),
        _text("redovisning_id", null=True),
        _date("beslutsdatum", null=True),
        _number("beslutsparagraf", null=True),
        _text("attsats", null=True),
        _text("citat"),
        _number("sida", null=True),
        _date("skapad", null=True),
        _date("avslutad", null=True),
        _text("avslut", null=True),
        _text("avslutad_hur", null=True),
        _json("historik"),
        _json("påmint"),
        indexed=(
            "nämnd_id",
            "paragraf_id",
            "ärende_id",
            "handling_id",
            "delprojekt_id",
            "överenskommelse_id",
            "redovisning_id",
            "avslutad",
        ),
    )
    _table(
        "delprojektsats",
        _ref("beslut_id", "delprojektbeslut"),
        _text("text"),
        _text("läge"),
        _text("kommentar"),
        _number("ordning"),
        indexed=("beslut_id",),
    )
    _table(
        "uppföljningsrapport",
        _ref("delprojekt_id", "delprojekt"),
        _date("datum", null=True),
        _date("missiv_datum", null=True),
        _text("sammanträde_id", null=True),
        _text("punkt_id", null=True),
        _date("uppföljning_datum", null=True),
        _text("avsändare", null=True),
        _json("förslag"),
        _text("ingress"),
        _text("missiv_bakgrund"),
        _json("underskrifter"),
        _ref("missiv_handling_id", "handling", null=True),
        _ref("rapport_handling_id", "handling", null=True),
        _number("ordning"),
        indexed=("delprojekt_id", "sammanträde_id", "punkt_id"),
    )
    _table(
        "överenskommelse",
        _ref("nämnd_id", "nämnd"),
        _text("rubrik"),
        _json("parter"),
        _text("dnr", null=True),
        _json("motpartens_dnr"),
        _text("utbetalning_dnr", null=True),
        _ref("ärende_id", "ärende", null=True),
        _ref("handling_id", "handling", null=True),
        _date("från", null=True),
        _date("till", null=True),
        _number("totalt", null=True),
        _text("utbetalas_av", null=True),
        _text("anteckning"),
        indexed=("nämnd_id", "ärende_id", "handling_id"),
    )
    _table(
        "blankett",
        _ref("överenskommelse_id", "överenskommelse"),
        _text("slag"),
        _text("mottagare"),
        _date("datum", null=True),
        _number("belopp", null=True),
        _json("uppgifter"),
        _json("kostnader"),
        _text("avvikelser", null=True),
        _ref("handling_id", "handling", null=True),
        _date("sänd", null=True),
        indexed=("överenskommelse_id", "handling_id"),
    )
    _table(
        "fördelningstabell",
        _ref("överenskommelse_id", "överenskommelse"),
        _text("rubrik"),
        _json("poster"),
        _json("summor"),
        _number("totalsumma", null=True),
        _number("sida", null=True),
        _number("ordning"),
        indexed=("överenskommelse_id",),
    )
    _table(
        "redovisning",
        _ref("nämnd_id", "nämnd"),
        _ref("överenskommelse_id", "överenskommelse", null=True),
        _ref("ärende_id", "ärende", null=True),
        _text("rubrik"),
        _text("mottagare", null=True),
        _text("epost", null=True),
        _date("senast", null=True),
        _date("svar_senast", null=True),
        _text("inledning"),
        _date("godkänd", null=True),
        _text("godkänd_av", null=True),
        _date("sänd", null=True),
        _ref("handling_id", "handling", null=True),
        indexed=("nämnd_id", "överenskommelse_id", "ärende_id", "handling_id"),
    )
    _table(
        "återrapport",
        _ref("bevakning_id", "bevakning"),
        _text("punkt_id"),
        _text("utfall", null=True),
        _text("text"),
        _date("datum", null=True),
        indexed=("bevakning_id", "punkt_id"),
    )
    _table(
        "fördelningsrad",
        _ref("tabell_id", "fördelningstabell"),
        _text("mottagare"),
        _text("huvudman_id", null=True),
        _json("belopp"),
        _number("summa", null=True),
        _number("ordning"),
        indexed=("tabell_id", "huvudman_id"),
    )
    _table(
        "redovisningsfråga",
        _ref("redovisning_id", "redovisning"),
        _text("slag"),
        _number("nivå"),
        _text("text"),
        _json("kolumner"),
        _text("svar"),
        _json("rader"),
        _flag("klar"),
        _number("ordning"),
        indexed=("redovisning_id",),
    )
    _table(
        "redovisningssvar",
        _ref("fråga_id", "redovisningsfråga"),
        _text("huvudman_id", null=True),
        _text("ansvarig", null=True),
        _text("epost", null=True),
        _text("text"),
        _json("rader"),
        _date("besvarad", null=True),
        _date("frågad", null=True),
        _json("påmint"),
        indexed=("fråga_id", "huvudman_id"),
    )
    op.add_column(
        "nämnd", sa.Column("mötesfrister", sa.JSON(), server_default="[]", nullable=False)
    )


def _table(name: str, *columns: sa.Column[object], indexed: tuple[str, ...]) -> None:
    """Create a table of rows with an id, references that are checked at commit, and indexes."""
    references = [
        sa.ForeignKeyConstraint(
            [column.name],
            [f"{column.info['of']}.id"],
            name=op.f(f"fk_{name}_{column.name}"),
            initially="DEFERRED",
            deferrable=True,
        )
        for column in columns
        if "of" in column.info
    ]
    key = sa.Column("id", sa.String(length=64), nullable=False)
    op.create_table(
        name, *columns, key, *references, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}"))
    )
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def _ref(name: str, of: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.String(length=64), nullable=null, info={"of": of})


def _text(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=null)


def _json(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=null)


def _date(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=null)


def _flag(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=null)
