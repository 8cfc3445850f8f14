"""A set of §§ on its way out for justering, and the answers on their way in.

orders     who is asked, and how
facts      what a package is made from, and what keeps it from being made
making     its manifest, its codes and its name
sending    the PDF of the set and the package around it
answers    an answer, proved and fit to be taken
kept       what is justerat, in the bytes that were signed
"""

from nämnd.paket.justering.answers import read_answer_file
from nämnd.paket.justering.kept import KeptPdf, justerat_pdf, kept_pdfs
from nämnd.paket.justering.orders import AskOrder, Prepared, SendOrder, usual_order
from nämnd.paket.justering.sending import prepare_package

__all__ = [
    "AskOrder",
    "KeptPdf",
    "Prepared",
    "SendOrder",
    "justerat_pdf",
    "kept_pdfs",
    "prepare_package",
    "read_answer_file",
    "usual_order",
]
