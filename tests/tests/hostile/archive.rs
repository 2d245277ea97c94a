//! ZIP packages that lie: written by hand, because no honest writer makes them.

use flate2::{Compress, Compression, Crc, FlushCompress};

/// An entry as its headers tell it.
#[derive(Clone)]
pub struct Entry {
    name: String,
    /// What stands in the file.
    raw: Vec<u8>,
    /// 0 stored, 8 deflated.
    method: u16,
    crc: u32,
    /// Size that the headers claim.
    size: u32,
}

impl Entry {
    /// An honest entry.
    pub fn stored(name: &str, data: impl AsRef<[u8]>) -> Self {
        let data = data.as_ref();
        let mut crc = Crc::new();
        crc.update(data);
        Self { name: name.to_owned(), raw: data.to_vec(), method: 0, crc: crc.sum(), size: size(data) }
    }

    /// An entry that unpacks to `head`, `times` times `chunk`, then `tail`. Beyond 100 MiB its checksum is not told
    /// rightly: whoever gets as far as to check it has unpacked everything.
    pub fn bomb(name: &str, head: &str, chunk: &str, times: usize, tail: &str) -> Self {
        let size = u32::try_from(head.len() + chunk.len() * times + tail.len()).unwrap_or(u32::MAX);
        let mut crc = Crc::new();
        if size <= 100 << 20 {
            crc.update(head.as_bytes());
            (0..times).for_each(|_| crc.update(chunk.as_bytes()));
            crc.update(tail.as_bytes());
        }
        Self { name: name.to_owned(), raw: deflated(head, chunk, times, tail), method: 8, crc: crc.sum(), size }
    }

    /// The same entry, its headers claiming another size.
    pub fn claiming(mut self, size: u32) -> Self {
        self.size = size;
        self
    }
}

fn size(data: &[u8]) -> u32 {
    u32::try_from(data.len()).unwrap_or(u32::MAX)
}

/// A deflate stream made of pieces that were compressed each by itself.
pub fn deflated(head: &str, chunk: &str, times: usize, tail: &str) -> Vec<u8> {
    let mut out = piece(head.as_bytes(), FlushCompress::Full);
    let middle = piece(chunk.as_bytes(), FlushCompress::Full);
    for _ in 0..times {
        out.extend_from_slice(&middle);
    }
    out.extend(piece(tail.as_bytes(), FlushCompress::Finish));
    out
}

fn piece(data: &[u8], end: FlushCompress) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() / 2 + 1024);
    Compress::new(Compression::best(), false).compress_vec(data, &mut out, end).unwrap();
    out
}

/// A package of these entries.
pub fn package(entries: &[Entry]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut places = Vec::new();
    for entry in entries {
        places.push(size(&out));
        out.extend(local(entry));
    }
    let directory: Vec<u8> = entries.iter().zip(places).flat_map(|(entry, at)| central(entry, at)).collect();
    finished(out, &directory, entries.len())
}

/// A package in which `count` names ("{stem}0{ending}", …) share the bytes of one entry, beside honest ones.
pub fn overlapping(honest: &[Entry], shared: &Entry, stem: &str, ending: &str, count: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for entry in honest {
        directory.extend(central(entry, size(&out)));
        out.extend(local(entry));
    }
    let at = size(&out);
    // readers follow the central directory; some compare the local name, so the first name is the true one
    let mut named = shared.clone();
    for index in 0..count {
        named.name = format!("{stem}{index}{ending}");
        directory.extend(central(&named, at));
    }
    named.name = format!("{stem}0{ending}");
    out.extend(local(&named));
    finished(out, &directory, honest.len() + count)
}

fn local(entry: &Entry) -> Vec<u8> {
    let mut out = b"PK\x03\x04".to_vec();
    out.extend(20_u16.to_le_bytes());
    out.extend(common(entry));
    out.extend(entry.name.as_bytes());
    out.extend(&entry.raw);
    out
}

fn central(entry: &Entry, at: u32) -> Vec<u8> {
    let mut out = b"PK\x01\x02".to_vec();
    out.extend(20_u16.to_le_bytes());
    out.extend(20_u16.to_le_bytes());
    out.extend(common(entry));
    // comment, disk, attributes
    out.extend([0; 10]);
    out.extend(at.to_le_bytes());
    out.extend(entry.name.as_bytes());
    out
}

/// From the flags to the length of the extra field: the same in both headers.
fn common(entry: &Entry) -> Vec<u8> {
    let mut out = vec![0, 0];
    out.extend(entry.method.to_le_bytes());
    out.extend([0, 0, 0x21, 0x5a]);
    for value in [entry.crc, size(&entry.raw), entry.size] {
        out.extend(value.to_le_bytes());
    }
    out.extend(u16::try_from(entry.name.len()).unwrap_or(u16::MAX).to_le_bytes());
    out.extend([0, 0]);
    out
}

fn finished(mut out: Vec<u8>, directory: &[u8], count: usize) -> Vec<u8> {
    let at = size(&out);
    out.extend_from_slice(directory);
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size(directory).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}
