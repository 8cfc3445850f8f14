"""Qt building blocks that know no feature: theme, messages, undo, jobs, lists, fields, preview.

At the top of these modules only QtCore, QtGui and QtWidgets are imported; QtSvg and QtPdf come
when first used, and SQLAlchemy never: the first page must be painted before it is loaded.
"""
