"""What stands on the boards when a protokoll is justerat, and the proof that it did.

matter    what both are made from
notice    the notice itself, with how to appeal
appeal    how to appeal, by kind of beslut
bevis     when it was put up and taken down, to sign
"""

from nämnd.documents.anslag.bevis import build_anslagsbevis
from nämnd.documents.anslag.matter import Matter
from nämnd.documents.anslag.notice import build_anslag

__all__ = ["Matter", "build_anslag", "build_anslagsbevis"]
