"""Electronic signatures in PDF files (PAdES): made, and checked. Knows no database.

An elektronisk underskrift is never called a godkännande, nor the other way round: the first is made
with a certificate and stands in the PDF itself, the second is an answer bound to the file's hash.
"""
