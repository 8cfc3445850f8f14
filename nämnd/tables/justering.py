"""How a set of §§ is checked, approved and signed, and who is believed to be who.

The words of the JSON columns are those of the exchange format (UTBYTE.md), with a few added:

`underskrifter`: [{"person", "roll", "datum", "sätt", "version", "pdf": sha256 of the file it
stands on, "bevis": "kod" | a certificate's fingerprint | sha256 of a scanned page | None}].
`kommentarer`: [{"id", "person", "paragraf", "text", "svar", "svarstext", "version", "datum"}].
`rättelser`: [{"id", "datum", "paragraf", "stod", "ska_vara", "av", "skäl"}].
`tillfrågade`: [{"person", "roll", "ordning", "sätt", "nyckel"}]; `nyckel` (hex) is made from the
one-time code, which is not kept.
"""

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Justering(Row):
    """A set of §§ that is checked and signed together (KL 5:69 through 6:35)."""

    __tablename__ = "justering"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    paragrafer: Mapped[str | None]
    plats: Mapped[str | None]
    planerat_datum: Mapped[str | None]  # ISO date
    datum: Mapped[str | None]
    läge: Mapped[str] = mapped_column(default="utkast")
    version: Mapped[int] = mapped_column(default=1)
    sätt: Mapped[str | None]  # nämnd.justering.values.Sätt, chosen when it is sent
    innehåll: Mapped[str | None]  # sha256 of what the §§ say, as it was sent: nämnd.lås
    pdf: Mapped[str | None]  # sha256 of the file that is approved and signed, newest
    underskrifter: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    kommentarer: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    rättelser: Mapped[list[dict[str, object]]] = mapped_column(default=list)


class Justeringspaket(Row):
    """A package that went out for approval. A new version makes the older ones void."""

    __tablename__ = "justeringspaket"

    justering_id: Mapped[str] = mapped_column(ref("justering.id"), index=True)
    version: Mapped[int]
    skapat: Mapped[str]  # ISO time
    manifest: Mapped[str]  # sha256 of manifest.json
    fil: Mapped[str]  # sha256 of the package in the file store
    filnamn: Mapped[str]
    pdf: Mapped[str]  # sha256 of the PDF in it
    innehåll: Mapped[str]  # sha256 of what its §§ say
    krypterat: Mapped[bool] = mapped_column(default=False)
    tillfrågade: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    kastat: Mapped[str | None]  # why answers to it are not taken any more


class Justeringssvar(Row):
    """An answer that was read and taken."""

    __tablename__ = "justeringssvar"

    paket_id: Mapped[str] = mapped_column(ref("justeringspaket.id"), index=True)
    person_id: Mapped[str] = mapped_column(ref("person.id"))
    slag: Mapped[str]  # nämnd.justeringsfil.values.Slag
    tid: Mapped[str]  # ISO time, by the clock of the one who answered
    inläst: Mapped[str]  # ISO time, by ours
    sha256: Mapped[str] = mapped_column(index=True)  # of the file, so that it is not used twice
    bevis: Mapped[str]  # «kod», or the certificate's fingerprint
    kastat: Mapped[str | None]  # why it does not hold any more


class Certifikat(Row):
    """A certificate that is known to be a person's, or an issuer's (person_id None)."""

    __tablename__ = "certifikat"

    person_id: Mapped[str | None] = mapped_column(ref("person.id"), index=True)
    namn: Mapped[str]
    fingeravtryck: Mapped[str] = mapped_column(index=True)  # sha256 of the DER form, hex
    der: Mapped[str]  # base64
    giltigt_till: Mapped[str]  # ISO time
    godkänt: Mapped[str]  # ISO time
    hur: Mapped[str]  # «kod»: it came with an answer bound by the code; «för hand»
