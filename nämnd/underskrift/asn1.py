"""Files in ASN.1, looked at without their keys. asn1crypto is untyped; it ends here."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false


def is_p12(data: bytes) -> bool:
    """Say whether `data` is built as a PKCS#12 file, whatever is locked up in it."""
    from asn1crypto.pkcs12 import Pfx

    try:
        content = Pfx.load(data, strict=True)
        return content["version"].native == "v3" and len(content["auth_safe"].contents) > 0
    except (ValueError, TypeError, KeyError):
        return False
