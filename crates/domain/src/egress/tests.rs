//! Tables of addresses, policies and texts.

use super::*;
use Transport::{Tcp, Udp};
use Verdict::{Listed, Public, Refused};

fn policy(text: &str) -> Egress {
    text.parse().unwrap()
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn what_is_public() {
    for address in [
        "8.8.8.8",
        "1.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "203.0.113.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2600::1",
        "2606:4700::1111",
        "2001:db8::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "3fff::1",
    ] {
        assert_eq!(policy("public").judge(ip(address), 443, Tcp), Public, "{address}");
        assert_eq!(policy("none").judge(ip(address), 443, Tcp), Refused, "{address}");
    }
    for address in [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "169.254.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::8.8.8.8",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2002:a00:1::",
        "2002:808:808::",
        "100::1",
        "4000::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8",
    ] {
        assert_eq!(policy("public").judge(ip(address), 443, Tcp), Refused, "{address}");
    }
    assert_eq!(policy("public").judge(ip("8.8.8.8"), 0, Udp), Refused);
}

#[test]
fn what_rules_allow() {
    let p = policy("10.1.0.0/16:5432/tcp,[fd00:1::/32]:443,192.168.1.7,10.9.0.0/24:1000-2000/udp");
    for (address, port, transport, verdict) in [
        ("10.1.2.3", 5432, Tcp, Listed),
        ("::ffff:10.1.2.3", 5432, Tcp, Listed),
        ("10.1.2.3", 5432, Udp, Refused),
        ("10.1.2.3", 5433, Tcp, Refused),
        ("10.2.0.0", 5432, Tcp, Refused),
        ("fd00:1::9", 443, Udp, Listed),
        ("fd00:2::9", 443, Udp, Refused),
        ("192.168.1.7", 1, Tcp, Listed),
        ("192.168.1.8", 1, Tcp, Refused),
        ("10.9.0.255", 2000, Udp, Listed),
        ("10.9.0.255", 999, Udp, Refused),
        ("8.8.8.8", 443, Tcp, Refused),
    ] {
        assert_eq!(p.judge(ip(address), port, transport), verdict, "{address} {port} {transport:?}");
    }
    let all = policy("0.0.0.0/0,::/0");
    for never in
        ["127.0.0.1", "::1", "0.0.0.0", "224.0.0.1", "ff02::1", "255.255.255.255", "::ffff:127.0.0.1"]
    {
        assert_eq!(all.judge(ip(never), 80, Tcp), Refused, "{never}");
    }
    assert_eq!(all.judge(ip("169.254.169.254"), 80, Tcp), Listed, "who lists it means it");
}

#[test]
fn text_and_back() {
    for text in [
        "none",
        "public",
        "10.0.0.0/8",
        "public,10.1.0.0/16:5432/tcp,[fd00::/8]:1-2/udp,fd00::/8/tcp",
        "10.1.2.3/32:53/udp",
    ] {
        assert_eq!(policy(text).to_string(), text);
    }
    assert_eq!(policy(" public , 10.1.2.3").to_string(), "public,10.1.2.3/32");
    assert_eq!(policy("::1").to_string(), "::1/128");
    for bad in [
        "",
        "all",
        "none,public",
        "10.0.0.0/33",
        "10.0.0.1/8",
        "fd00::1/8",
        "10.0.0.0/8:0",
        "10.0.0.0/8:70000",
        "10.0.0.0/8:2-1",
        "10.0.0.0/8:",
        "10.0.0.0/+8",
        "[fd00::/8]443",
        "[fd00::/8",
        "example.com:443",
        "10.0.0.0/8/icmp",
        "::ffff:10.0.0.0/104",
        "public,",
        "10.0.0.0/8:80-",
        "1.2.3.4/",
    ] {
        assert!(bad.parse::<Egress>().is_err(), "{bad}");
    }
    assert!(vec!["10.0.0.0/8"; 65].join(",").parse::<Egress>().is_err());
    assert!("1".repeat(5000).parse::<Egress>().is_err());
}

#[test]
fn what_is_within_what() {
    for (narrow, wide, is) in [
        ("none", "none", true),
        ("none", "public", true),
        ("public", "public", true),
        ("public", "none", false),
        ("public", "0.0.0.0/0", false),
        ("8.8.8.8:53", "public", true),
        ("8.0.0.0/8", "public", true),
        ("0.0.0.0/0", "public", false),
        ("168.0.0.0/6", "public", false),
        ("2000::/3", "public", false),
        ("2600::/16", "public", true),
        ("10.0.0.1", "public", false),
        ("10.1.0.0/16:5432/tcp", "10.0.0.0/8", true),
        ("10.1.0.0/16:5432/tcp", "10.0.0.0/8:5000-6000", true),
        ("10.1.0.0/16:5432", "10.0.0.0/8:5432/tcp", false),
        ("10.1.0.0/16", "10.0.0.0/8:5432", false),
        ("10.0.0.0/8", "10.1.0.0/16", false),
        ("fd00::/8", "0.0.0.0/0", false),
    ] {
        assert_eq!(policy(narrow).is_within(&policy(wide)), is, "{narrow} in {wide}");
    }
}
