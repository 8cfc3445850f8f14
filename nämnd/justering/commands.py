"""Everything that changes a justering.

sent_commands      a set of §§ goes out
svar_commands      an answer is read in; comments are answered
signing_commands   paper, confirmation, a step back, rättelse, certificates
"""

from nämnd.justering.sent_commands import NewAsked, NewPaket, NewText, RecordSent
from nämnd.justering.signing_commands import (
    AddRättelse,
    RecordJusterat,
    RecordPaper,
    RemoveCertificate,
    StepBack,
    TrustCertificate,
)
from nämnd.justering.svar_commands import AnswerKommentar, TakeSvar

__all__ = [
    "AddRättelse",
    "AnswerKommentar",
    "NewAsked",
    "NewPaket",
    "NewText",
    "RecordJusterat",
    "RecordPaper",
    "RecordSent",
    "RemoveCertificate",
    "StepBack",
    "TakeSvar",
    "TrustCertificate",
]
