//! What the file says of itself, twice as the format wants it: the information dictionary and XMP, which agree.

use chrono::{Datelike, NaiveDateTime, Timelike};
use pdf_writer::{Date, Ref, TextStr};
use sha2::{Digest, Sha256};

use super::{File, Purpose};
use crate::document::Document;
use crate::layout::Page;

/// Who made the file.
const MAKER: &str = "Soạn Kế Hoạch";

/// Writes both; gives back the XMP stream's number.
pub(super) fn write(
    file: &mut File,
    info: Ref,
    document: &Document,
    identity: Identity,
    purpose: Purpose,
    now: NaiveDateTime,
) -> Ref {
    let date = date(now);
    let properties = &document.properties;
    let mut out = file.pdf.document_info(info);
    out.title(TextStr(&properties.title)).author(TextStr(&properties.author)).subject(TextStr(&properties.subject));
    out.creator(TextStr(MAKER)).producer(TextStr(MAKER)).creation_date(date).modified_date(date);
    drop(out);
    let identity = identity.of(purpose, now);
    file.pdf.set_file_id((identity.clone(), identity.clone()));
    let id = file.id();
    // Not compressed: programs that do not know PDF find it by its marks.
    let xmp = xmp(document, &identity, purpose, now);
    file.pdf.metadata(id, xmp.as_bytes());
    id
}

/// Vietnam's wall time.
fn date(now: NaiveDateTime) -> Date {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    Date::new(u16::try_from(now.year()).unwrap_or_default())
        .month(small(now.month()))
        .day(small(now.day()))
        .hour(small(now.hour()))
        .minute(small(now.minute()))
        .second(small(now.second()))
        .utc_offset_hour(7)
        .utc_offset_minute(0)
}

/// The file's identity: from what its pages say, what it is for, and when.
pub(super) struct Identity(Sha256);

impl Identity {
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// Takes a page's text in.
    pub fn add(&mut self, page: &Page) {
        for span in page.lines.iter().flat_map(|line| &line.spans) {
            self.0.update(&span.text);
        }
    }

    fn of(mut self, purpose: Purpose, now: NaiveDateTime) -> Vec<u8> {
        self.0.update(format!("{now} {purpose:?}"));
        self.0.finalize().iter().take(16).copied().collect()
    }
}

fn xmp(document: &Document, identity: &[u8], purpose: Purpose, now: NaiveDateTime) -> String {
    let properties = &document.properties;
    let [title, author, subject] = [&properties.title, &properties.author, &properties.subject].map(|text| escaped(text));
    let moment = now.format("%Y-%m-%dT%H:%M:%S+07:00");
    let identity: String = identity.iter().map(|byte| format!("{byte:02x}")).collect();
    let archive = match purpose {
        Purpose::Signing => "",
        Purpose::Archive => {
            "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\
             <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
        }
    };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\
         <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language></rdf:Description>\n\
         <rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\
         <xmp:CreatorTool>{MAKER}</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate>\
         <xmp:ModifyDate>{moment}</xmp:ModifyDate><xmp:MetadataDate>{moment}</xmp:MetadataDate></rdf:Description>\n\
         <rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\
         <pdf:Producer>{MAKER}</pdf:Producer></rdf:Description>\n\
         <rdf:Description rdf:about=\"\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\
         <xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID></rdf:Description>\n\
         {archive}</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
