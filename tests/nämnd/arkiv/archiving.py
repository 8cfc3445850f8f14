"""A sammanträde that is wholly justerat: § 1 by certificates, § 2 on paper. It can be archived."""

from datetime import timedelta

from nämnd.arkiv.gathering import order_of
from nämnd.arkiv.making import make_archive, make_archive_files, record_of
from nämnd.core.progress import finish
from nämnd.documents.content import Document, Heading, Letterhead
from nämnd.documents.pdf import pdf_bytes
from nämnd.justering.commands import AddRättelse, RecordPaper
from nämnd.justering.expediering import RecordExpediering, Sent
from nämnd.publicering.commands import RecordPublished
from nämnd.sammanträde.utskick_commands import NewUtgåva
from tests.builders import a_bilaga
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import (
    NOW,
    Secretary,
    signed_by_anna,
)
from tests.nämnd.paket.material import word_file

ARCHIVED = NOW + timedelta(days=40)


def a_pdf(text: str) -> bytes:
    """Return a page of the program's own, without the claim to be PDF/A being false."""
    head = Letterhead("Nämnden", "Protokoll", "2026-03-27")
    return pdf_bytes(Document(text, head, (Heading(text, 1),)), created=NOW)


class Archive:
    """Whoever archives, at a database where everything is justerat."""

    def __init__(self, store, files, folder, *, office=False, scan=None) -> None:
        self.store, self.files, self.folder = store, files, folder
        self.scan = scan or a_pdf("Skannad sida")
        self.set = Set(store, kortnamn="VÅN")
        self.punkt = self._bilagor(office=office)
        self.on_paper = self.set.plan("2")
        self.set.id = self.electronic = self.set.plan("1")
        self.secretary = Secretary(self.set, files)
        self._sign()
        self._sign_on_paper()

    def _bilagor(self, *, office):
        from nämnd.sammanträde.queries import dagordning

        rows = self.store.ask(lambda s: dagordning(s, self.set.sammanträde)).punkter
        key = rows[0].id
        kept = self.files.keep_bytes(a_pdf("Missivet"), "missiv.pdf")
        a_bilaga(self.store, key, "Missiv", file=kept)
        plain = self.files.keep_bytes(b"%PDF-1.4 \xff\xff trasig", "trasig.pdf")
        a_bilaga(self.store, key, "Trasig <skiss> & annat", file=plain)
        if office:
            path = word_file(self.folder / "källa.docx", 1)
            a_bilaga(self.store, key, "Från Word", file=self.files.keep(path))
        return key

    def _sign(self):
        _, bo = signed_by_anna(self.secretary, self.set)
        self.secretary.read(bo.signature())
        assert self.set.view().läge == "justerat"

    def _sign_on_paper(self):
        kept = self.files.keep_bytes(a_pdf("Protokoll på papper"), "protokoll.pdf")
        scan = self.files.keep_bytes(self.scan, "sida")
        key, do = self.on_paper, self.store.do
        do(self.set.sending(pdf=kept.sha256, justering_id=key, paket=None))
        both = (self.set.anna, self.set.bo)
        do(RecordPaper(justering_id=key, person_ids=both, datum="2026-04-01", today="2026-04-01",
                       scan_sha256=scan.sha256))  # fmt: skip

    def enrich(self):
        """Put right a slip, send an utdrag and make a public version."""
        self.store.do(
            AddRättelse(
                justering_id=self.on_paper, paragraf=2, stod="12 kr", ska_vara="21 kr",
                av="Cecilia Öst", skäl="Omkastade siffror", datum="2026-04-20", today="2026-04-20",
            )
        )  # fmt: skip
        utdrag, public = (self._utgåva(name) for name in ("utdrag", "protokoll offentligt"))
        sent = Sent("Kommunen", (self.set.second,), (utdrag,))
        day = "2026-04-21T10:00:00"
        sammanträde = self.set.sammanträde
        self.store.do(RecordExpediering(sammanträde_id=sammanträde, sent=(sent,), when=day))
        self.store.do(RecordPublished(sammanträde_id=sammanträde, utgåvor=(public,), when=NOW))

    def _utgåva(self, dokument):
        kept = self.files.keep_bytes(a_pdf(dokument), f"{dokument}.pdf")
        return NewUtgåva(dokument, "pdf", kept.sha256, kept.size, f"{dokument}.pdf", "1")

    def order(self, **facts):
        who, now = "Eva Lind", ARCHIVED
        return order_of(
            self.store, self.files, self.set.sammanträde, **{"who": who, "now": now, **facts}
        )

    def make(self, order=None):
        """Make the folder and record it; return what was made."""
        made = finish(
            make_archive(make_archive_files, order or self.order(), self.files, self.folder)
        )
        self.store.do(record_of(made), "arkivera sammanträdet")
        return made
