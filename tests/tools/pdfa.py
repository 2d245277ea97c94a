"""Asks two checkers about a PDF and prints what they find as JSON: pikepdf about PDF/A-2b, pdfua about its tags.

Usage: pdfa.py FILE.pdf. A second opinion for tests/tests/exports.rs; no part of the program.
"""

import json
import subprocess
import sys
from pathlib import Path

from pikepdf import pdfa


def main(path):
    report = pdfa.validate_written(path, "2b")
    tags = subprocess.run(
        [str(Path(sys.executable).with_name("pdfua")), "check", "--format", "json", path], capture_output=True, text=True
    )
    print(json.dumps({"archive": [str(finding) for finding in report.findings], "tags": json.loads(tags.stdout)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
