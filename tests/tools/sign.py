"""Signs the empty signature field of a PDF with a throw-away certificate, validates the result, and prints both as JSON.

Usage: sign.py UNSIGNED.pdf SIGNED.pdf. A second opinion for tests/tests/exports.rs; no part of the program.
"""

import datetime
import json
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


def main(unsigned, signed):
    signer, certificate = throw_away_signer()
    with open(unsigned, "rb") as source, open(signed, "wb") as target:
        writer = IncrementalPdfFileWriter(source)
        empty = [name for name, _, _ in fields.enumerate_sig_fields(writer, filled_status=False)]
        if len(empty) != 1:
            sys.exit(f"expected one empty signature field, found {empty}")
        metadata = signers.PdfSignatureMetadata(
            field_name=empty[0], subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        signers.sign_pdf(writer, metadata, signer=signer, existing_fields_only=True, output=target)
    with open(signed, "rb") as source:
        (signature,) = PdfFileReader(source).embedded_signatures
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[certificate], allow_fetching=False))
        print(
            json.dumps(
                {
                    "field": signature.field_name,
                    "intact": status.intact,
                    "valid": status.valid,
                    "trusted": status.trusted,
                    "bottom_line": status.bottom_line,
                    "coverage": status.coverage.name,
                }
            )
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
