use super::*;
use proptest::prelude::*;
use std::fs;
use std::os::unix::fs::MetadataExt;

mod links;
mod merge;

/// An entry as bytes: everything in it can be a lie.
#[derive(Clone, Debug)]
struct Raw {
    name: Vec<u8>,
    local_name: Option<Vec<u8>>,
    content: Vec<u8>,
    method: u16,
    flags: u16,
    mode: u32,
    crc: Option<u32>,
    size: Option<u32>,
    packed: Option<u32>,
    offset: Option<u32>,
}

fn raw(name: impl AsRef<[u8]>, content: impl AsRef<[u8]>) -> Raw {
    Raw {
        name: name.as_ref().to_vec(),
        local_name: None,
        content: content.as_ref().to_vec(),
        method: 0,
        flags: 0,
        mode: 0o100_644,
        crc: None,
        size: None,
        packed: None,
        offset: None,
    }
}

fn with_mode(name: &str, content: &str, mode: u32) -> Raw {
    Raw { mode, ..raw(name, content) }
}

fn link(name: &str, target: &str) -> Raw {
    with_mode(name, target, 0o120_777)
}

fn archive(entries: &[Raw]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let offset = entry.offset.unwrap_or(out.len() as u32);
        let mut crc = flate2::Crc::new();
        crc.update(&entry.content);
        let mut common = Vec::new();
        for field in [20, entry.flags, entry.method, 0, 0x21] {
            common.extend_from_slice(&field.to_le_bytes());
        }
        let length = entry.content.len() as u32;
        for field in
            [entry.crc.unwrap_or(crc.sum()), entry.packed.unwrap_or(length), entry.size.unwrap_or(length)]
        {
            common.extend_from_slice(&field.to_le_bytes());
        }
        let local_name = entry.local_name.as_ref().unwrap_or(&entry.name);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&common);
        out.extend_from_slice(&(local_name.len() as u16).to_le_bytes());
        out.extend_from_slice(&[0, 0]);
        out.extend_from_slice(local_name);
        out.extend_from_slice(&entry.content);
        directory.extend_from_slice(b"PK\x01\x02\x14\x03");
        directory.extend_from_slice(&common);
        directory.extend_from_slice(&(entry.name.len() as u16).to_le_bytes());
        directory.extend_from_slice(&[0; 8]);
        directory.extend_from_slice(&(entry.mode << 16).to_le_bytes());
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(&entry.name);
    }
    let (at, size, count) = (out.len() as u32, directory.len() as u32, entries.len() as u16);
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&[count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend_from_slice(&[size.to_le_bytes(), at.to_le_bytes()].concat());
    out.extend_from_slice(&[0, 0]);
    out
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    io::Write::write_all(&mut encoder, content).unwrap();
    encoder.finish().unwrap()
}

/// An entry that is deflated and claims `size`.
fn bomb(real: usize, size: u32) -> Raw {
    let mut crc = flate2::Crc::new();
    crc.update(&vec![0; real]);
    Raw { method: 8, crc: Some(crc.sum()), size: Some(size), ..raw("bomb", deflated(&vec![0; real])) }
}

/// Unpacks in a directory beside which a bystander stands, and checks that nothing but the destination changed.
fn unpack_safely(zip: &[u8], limits: &Limits) -> Result<PackageInfo, PackageError> {
    let around = tempfile::tempdir().unwrap();
    let destination = around.path().join("destination");
    fs::create_dir(&destination).unwrap();
    fs::write(around.path().join("bystander"), "untouched").unwrap();
    let unpacked = unpack(&[zip], &destination, limits);
    let mut names: Vec<_> = fs::read_dir(around.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["bystander", "destination"]);
    assert_eq!(fs::read_to_string(around.path().join("bystander")).unwrap(), "untouched");
    unpacked
}

#[derive(Debug, PartialEq)]
enum Is {
    NotAZip,
    TooLarge,
    Empty,
    Hostile,
    Io,
}

fn kind(error: &PackageError) -> Is {
    match error {
        PackageError::NotAZip(_) => Is::NotAZip,
        PackageError::TooLargeUnzipped => Is::TooLarge,
        PackageError::Empty => Is::Empty,
        PackageError::Hostile(_) => Is::Hostile,
        PackageError::Io(_) => Is::Io,
    }
}

fn patched(mut zip: Vec<u8>, patch: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    patch(&mut zip);
    zip
}

fn hostile_archives() -> Vec<(&'static str, Is, Vec<u8>)> {
    let good = || archive(&[raw("a", "hello")]);
    let one = |entry: Raw| archive(&[entry]);
    let deep = format!("{}x", "d/".repeat(64));
    let mut archives = vec![
        ("nothing", Is::NotAZip, vec![]),
        ("text", Is::NotAZip, b"this is no zip archive, but it is long enough".to_vec()),
        ("gzip", Is::NotAZip, [b"\x1f\x8b\x08".as_slice(), &[0; 60]].concat()),
        ("truncated in the end record", Is::NotAZip, patched(good(), |z| z.truncate(z.len() - 1))),
        ("truncated to the local entry", Is::NotAZip, patched(good(), |z| z.truncate(36))),
        ("first byte missing", Is::NotAZip, good()[1..].to_vec()),
        ("garbage before", Is::NotAZip, [b"garbage".as_slice(), &good()].concat()),
        ("garbage after", Is::NotAZip, [good().as_slice(), b"garbage"].concat()),
        (
            "two volumes",
            Is::NotAZip,
            patched(good(), |z| {
                let n = z.len();
                z[n - 18] = 1
            }),
        ),
        (
            "counts that differ",
            Is::NotAZip,
            patched(good(), |z| {
                let n = z.len();
                z[n - 14] = 2
            }),
        ),
        (
            "one entry too few",
            Is::NotAZip,
            patched(archive(&[raw("a", ""), raw("b", "")]), |z| {
                let n = z.len();
                (z[n - 14], z[n - 12]) = (1, 1);
            }),
        ),
        (
            "one entry too many",
            Is::NotAZip,
            patched(good(), |z| {
                let n = z.len();
                (z[n - 14], z[n - 12]) = (2, 2)
            }),
        ),
        ("a wrong checksum", Is::NotAZip, one(Raw { crc: Some(1), ..raw("a", "x") })),
        ("stored, but longer than it is", Is::Hostile, one(Raw { size: Some(1), ..raw("a", "xyz") })),
        ("stored, but shorter than it is", Is::NotAZip, one(Raw { size: Some(9), ..raw("a", "xyz") })),
        ("no deflate stream", Is::NotAZip, one(Raw { method: 8, ..raw("a", "\x07\x07\x07\x07") })),
        (
            "bytes after a deflate stream",
            Is::NotAZip,
            one(Raw {
                method: 8,
                crc: Some(0),
                size: Some(0),
                ..raw("a", [deflated(b"").as_slice(), b"more"].concat())
            }),
        ),
        ("an offset into nowhere", Is::NotAZip, one(Raw { offset: Some(0xffff_0000), ..raw("a", "x") })),
        (
            "data that runs into the directory",
            Is::NotAZip,
            one(Raw { packed: Some(99), size: Some(99), ..raw("a", "x") }),
        ),
        ("no entry", Is::Empty, archive(&[])),
        ("only directories", Is::Empty, one(with_mode("d/", "", 0o040_755))),
        ("only a link", Is::Empty, one(link("a", "b"))),
        ("traversal", Is::Hostile, one(raw("../evil", "x"))),
        ("traversal in the middle", Is::Hostile, one(raw("a/../../evil", "x"))),
        ("traversal at the end", Is::Hostile, one(with_mode("a/..", "", 0o040_755))),
        ("traversal after ./", Is::Hostile, one(raw("./../evil", "x"))),
        ("an absolute name", Is::Hostile, one(raw("/etc/evil", "x"))),
        ("two slashes", Is::Hostile, one(raw("a//b", "x"))),
        ("an absolute name after ./", Is::Hostile, one(raw(".//etc/evil", "x"))),
        ("a dot in the middle", Is::Hostile, one(raw("a/./b", "x"))),
        ("a backslash", Is::Hostile, one(raw("..\\evil", "x"))),
        ("a drive letter", Is::Hostile, one(raw("C:evil", "x"))),
        ("a NUL", Is::Hostile, one(raw("a\0b", "x"))),
        ("an empty name", Is::Hostile, one(raw("", "x"))),
        ("not UTF-8", Is::Hostile, one(raw(b"a\xff", "x"))),
        ("a long name", Is::Hostile, one(raw("a/".repeat(600), ""))),
        ("a long component", Is::Hostile, one(raw("a".repeat(256), "x"))),
        ("too deep", Is::Hostile, one(raw(deep, "x"))),
        ("a fifo", Is::Hostile, one(with_mode("a", "", 0o010_644))),
        ("a character device", Is::Hostile, one(with_mode("a", "", 0o020_666))),
        ("a block device", Is::Hostile, one(with_mode("a", "", 0o060_666))),
        ("a socket", Is::Hostile, one(with_mode("a", "", 0o140_666))),
        ("a directory with content", Is::Hostile, one(with_mode("a/", "x", 0o040_755))),
        ("a file named like a directory", Is::Hostile, one(with_mode("a/", "x", 0o100_644))),
        ("the same name twice", Is::Hostile, archive(&[raw("a", "1"), raw("a", "2")])),
        ("the same name twice, once with ./", Is::Hostile, archive(&[raw("a", "1"), raw("./a", "2")])),
        ("a file and a directory", Is::Hostile, archive(&[raw("a", "1"), with_mode("a/", "", 0o040_755)])),
        ("a file that others are in", Is::Hostile, archive(&[raw("a", "1"), raw("a/b", "2")])),
        ("a file where a directory is implied", Is::Hostile, archive(&[raw("a/b", "2"), raw("a", "1")])),
        ("through a link", Is::Hostile, archive(&[link("a", "/tmp"), raw("a/evil", "x")])),
        ("encrypted", Is::Hostile, one(Raw { flags: 1, ..raw("a", "x") })),
        ("bzip2", Is::Hostile, one(Raw { method: 12, ..raw("a", "x") })),
        ("AES", Is::Hostile, one(Raw { method: 99, ..raw("a", "x") })),
        ("two names", Is::Hostile, one(Raw { local_name: Some(b"b".to_vec()), ..raw("a", "x") })),
        (
            "overlapping entries",
            Is::Hostile,
            archive(&[
                raw("a", "x"),
                Raw { offset: Some(0), local_name: Some(b"a".to_vec()), ..raw("a", "x") },
            ]),
        ),
        ("a bomb that tells", Is::TooLarge, one(bomb(300_000_000, 300_000_000))),
        ("a bomb that lies", Is::Hostile, one(bomb(300_000_000, 1_000))),
    ];
    for (what, target) in [
        ("a link out", "../x"),
        ("an absolute link", "/etc/passwd"),
        ("a link without a target", ""),
        ("a link down and out", "d/../../x"),
        ("a link to itself", "l"),
        ("a link with a NUL", "f\0"),
    ] {
        archives.push((what, Is::Hostile, archive(&[raw("f", "x"), link("l", target)])));
    }
    let via = [raw("f", "x"), raw("d/e/f", ""), link("up", "d/e"), link("out", "up/../../../x")];
    archives.push(("a link out through another", Is::Hostile, archive(&via)));
    archives.extend(links::hostile());
    archives.push((
        "links in a circle",
        Is::Hostile,
        archive(&[raw("f", ""), link("a", "b"), link("b", "a")]),
    ));
    archives
}

#[test]
fn hostile_archives_are_refused_before_and_while_unpacking() {
    let archives = hostile_archives();
    assert!(archives.len() >= 60);
    for (what, expected, zip) in archives {
        let limits = Limits::default();
        let seen = inspect(&zip, &limits).err().unwrap_or_else(|| panic!("{what} was accepted"));
        assert_eq!(kind(&seen), expected, "{what}: {seen}");
        let seen = unpack_safely(&zip, &limits).err().unwrap_or_else(|| panic!("{what} was unpacked"));
        assert_eq!(kind(&seen), expected, "{what}: {seen}");
    }
}

#[test]
fn limits_count() {
    let many: Vec<_> = (0..20).map(|n| raw(format!("f{n}"), "x")).collect();
    let zip = archive(&many);
    let limits = |entries, unpacked_bytes| Limits { entries, unpacked_bytes, ..Limits::default() };
    assert_eq!(inspect(&zip, &limits(20, 20)).unwrap(), PackageInfo { files: 20, unpacked_bytes: 20 });
    assert_eq!(kind(&inspect(&zip, &limits(19, 20)).unwrap_err()), Is::Hostile);
    assert_eq!(kind(&inspect(&zip, &limits(20, 19)).unwrap_err()), Is::TooLarge);
    let implied = archive(&[raw("a/b/c/d", "x")]);
    assert_eq!(kind(&inspect(&implied, &limits(3, 20)).unwrap_err()), Is::Hostile);
}

#[test]
fn modes_links_and_times() {
    let zip = archive(&[
        with_mode("bootstrap", "#!", 0o104_755),
        with_mode("private", "x", 0o100_600),
        with_mode("odd", "x", 0),
        with_mode("d/", "", 0o041_700),
        raw("d/implied/f", "content"),
        link("current", "d/implied"),
        link("dangling", "d/none"),
        link("d/up", "../current/f"),
    ]);
    let directory = tempfile::tempdir().unwrap();
    let info = unpack(&[&zip], directory.path(), &Limits::default()).unwrap();
    assert_eq!(info, PackageInfo { files: 4, unpacked_bytes: 11 });
    assert_eq!(info, inspect(&zip, &Limits::default()).unwrap());
    let look = |name: &str| fs::symlink_metadata(directory.path().join(name)).unwrap();
    for (name, mode) in [
        ("bootstrap", 0o755),
        ("private", 0o600),
        ("odd", 0o644),
        ("d", 0o700),
        ("d/implied", 0o755),
        ("d/implied/f", 0o644),
    ] {
        assert_eq!(look(name).mode() & 0o7777, mode, "{name}");
        assert_eq!(look(name).mtime(), 946_684_800, "{name}");
    }
    assert_eq!(fs::read_link(directory.path().join("dangling")).unwrap(), Path::new("d/none"));
    assert_eq!(fs::read_to_string(directory.path().join("d/up")).unwrap(), "content");
    assert!(matches!(unpack(&[&zip], directory.path(), &Limits::default()), Err(PackageError::Io(_))));
}

/// Archives that other tools write: with sizes after the data, with zip64 fields, with a comment.
#[test]
fn what_other_writers_make_is_read() {
    use zip::write::SimpleFileOptions;
    let content = vec![b'c'; 100_000];
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for options in [stored, SimpleFileOptions::default(), SimpleFileOptions::default().large_file(true)] {
        let mut writer = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
        writer.add_directory("d", options).unwrap();
        writer.start_file("d/ü", options).unwrap();
        io::Write::write_all(&mut writer, &content).unwrap();
        writer.set_comment("a comment").unwrap();
        let zip = writer.finish().unwrap().into_inner();
        let info = unpack_safely(&zip, &Limits::default()).unwrap();
        assert_eq!(info, PackageInfo { files: 1, unpacked_bytes: 100_000 });
        let mut streaming = zip::ZipWriter::new_stream(Vec::new());
        streaming.start_file("d/f", options.large_file(false)).unwrap();
        io::Write::write_all(&mut streaming, &content).unwrap();
        let zip = streaming.finish().unwrap().into_inner();
        assert_eq!(unpack_safely(&zip, &Limits::default()).unwrap().unpacked_bytes, 100_000);
    }
}

fn any_archive() -> impl Strategy<Value = Vec<u8>> {
    let name = prop_oneof![
        "[a-c]{1,2}(/[a-c]{1,2}){0,2}/?",
        "\\PC{0,12}",
        Just("../x".to_owned()),
        Just("a/b".to_owned())
    ];
    let mode = prop_oneof![Just(0o100_644), Just(0o120_777), Just(0o040_755), Just(0_u32), 0_u32..0o200_000];
    let content = prop_oneof![Just("..".to_owned()), Just("a".to_owned()), "\\PC{0,20}"];
    let entry = (name, content, mode, any::<bool>()).prop_map(|(name, content, mode, deflate)| {
        let plain = Raw { mode, ..raw(&name, &content) };
        let mut crc = flate2::Crc::new();
        crc.update(content.as_bytes());
        let (size, sum) = (Some(content.len() as u32), Some(crc.sum()));
        let packed = deflated(content.as_bytes());
        if deflate { Raw { method: 8, crc: sum, size, content: packed, ..plain } } else { plain }
    });
    proptest::collection::vec(entry, 0..6).prop_map(|entries| archive(&entries))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_archive_stays_inside(zip in any_archive()) {
        let limits = Limits::default();
        let inspected = inspect(&zip, &limits).map_err(|e| kind(&e));
        prop_assert_eq!(unpack_safely(&zip, &limits).map_err(|e| kind(&e)), inspected);
    }

    #[test]
    fn mutated_archives_do_no_harm(
        zip in any_archive(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<Option<proptest::sample::Index>>(),
    ) {
        let mut zip = zip;
        for (at, byte) in changes {
            let at = at.index(zip.len());
            zip[at] = byte;
        }
        if let Some(cut) = cut {
            zip.truncate(cut.index(zip.len()));
        }
        let limits = Limits::default();
        let inspected = inspect(&zip, &limits).map_err(|e| kind(&e));
        prop_assert_eq!(unpack_safely(&zip, &limits).map_err(|e| kind(&e)), inspected);
    }

    #[test]
    fn random_bytes_are_no_archive(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(inspect(&bytes, &Limits::default()).is_err());
    }
}
