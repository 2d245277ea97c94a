"""Signs every empty signature field of a PDF in turn with throw-away certificates, validates all signatures of the result,
and prints them as a JSON list.

Usage: sign.py UNSIGNED.pdf SIGNED.pdf FIELD…. A second opinion for tests/tests/exports.rs; no part of the program.
"""

import datetime
import json
import shutil
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def throw_away_signer():
    """A signer whose self-signed certificate and key live only as long as this process."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Chữ ký thử")])
    now = datetime.datetime.now(datetime.timezone.utc)
    day = datetime.timedelta(days=1)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (own,) = load_certs_from_pemder_data(certificate.public_bytes(serialization.Encoding.PEM))
    signer = signers.SimpleSigner(
        signing_cert=own,
        signing_key=load_private_key_from_pemder_data(pem, passphrase=None),
        cert_registry=SimpleCertificateStore.from_certs([own]),
    )
    return signer, own


def main(unsigned, signed, *wanted):
    with open(unsigned, "rb") as source:
        reader = PdfFileReader(source)
        empty = [name for name, _, _ in fields.enumerate_sig_fields(reader, filled_status=False)]
    if sorted(empty) != sorted(wanted):
        sys.exit(f"expected the empty signature fields {wanted}, found {empty}")
    shutil.copyfile(unsigned, signed)
    certificates = []
    # The official signs first, the agency's registry after him: in the order of the call.
    for field in wanted:
        signer, certificate = throw_away_signer()
        certificates.append(certificate)
        with open(signed, "r+b") as file:
            metadata = signers.PdfSignatureMetadata(
                field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
            )
            writer = IncrementalPdfFileWriter(file)
            signers.sign_pdf(writer, metadata, signer=signer, existing_fields_only=True, in_place=True)
    verdicts = []
    with open(signed, "rb") as source:
        for signature in PdfFileReader(source).embedded_signatures:
            trust = ValidationContext(trust_roots=certificates, allow_fetching=False)
            status = validate_pdf_signature(signature, trust)
            verdicts.append(
                {
                    "field": signature.field_name,
                    "intact": status.intact,
                    "valid": status.valid,
                    "trusted": status.trusted,
                    "bottom_line": status.bottom_line,
                    "coverage": status.coverage.name,
                    "changes_since": str(status.modification_level),
                }
            )
    print(json.dumps(verdicts))


if __name__ == "__main__":
    main(*sys.argv[1:])
