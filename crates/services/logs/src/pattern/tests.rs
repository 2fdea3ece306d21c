use super::*;

fn matches(pattern: &str, message: &str) -> bool {
    Pattern::parse(pattern).unwrap_or_else(|e| panic!("{pattern}: {e}")).matches(message)
}

#[test]
fn terms() {
    for (pattern, message, wanted) in [
        ("", "anything", true),
        ("ERROR", "Exiting with ERRORCODE: -1", true),
        ("ERROR", "an error", false),
        ("ERROR 400", "[400] ERROR", true),
        ("ERROR 400", "ERROR", false),
        ("\"INTERNAL SERVER\"", "500 INTERNAL SERVER ERROR", true),
        ("\"INTERNAL SERVER\"", "INTERNAL  SERVER", false),
        ("ERROR -Exiting", "ERROR Exiting", false),
        ("ERROR -\"Exit now\"", "ERROR Exit later", true),
        ("?ERROR ?WARN", "a WARN", true),
        ("?ERROR ?WARN", "an INFO", false),
        ("ERROR ?WARN", "ERROR", true),
        ("\"say \\\"hi\\\"\"", "they say \"hi\" there", true),
    ] {
        assert_eq!(matches(pattern, message), wanted, "{pattern} on {message}");
    }
}

#[test]
fn conditions_on_json() {
    let message = r#"{"level":"ERROR","status":503,"ok":false,"none":null,"user":{"id":"u-12","tags":["a","b"]},"a b":1}"#;
    for (pattern, wanted) in [
        ("{ $.level = \"ERROR\" }", true),
        ("{ $.level = ERROR }", true),
        ("{ $.level != \"ERROR\" }", false),
        ("{$.level=\"ERR*\"}", true),
        ("{ $.level = \"*RR*\" }", true),
        ("{ $.level = \"*OR\" }", true),
        ("{ $.level = \"E*ROR*R\" }", false),
        ("{ $.status >= 500 }", true),
        ("{ $.status < 500 }", false),
        ("{ $.status = 503 }", true),
        ("{ $.status = 5* }", true),
        ("{ $.user.id = \"u-*\" && $.status > 1e2 }", true),
        ("{ $.level = X || ($.status = 503 && $.ok IS FALSE) }", true),
        ("{ ($.level = X || $.status = 503) && $.ok IS TRUE }", false),
        ("{ $.none IS NULL }", true),
        ("{ $.missing IS NULL }", false),
        ("{ $.missing NOT EXISTS }", true),
        ("{ $.level EXISTS }", true),
        ("{ $.missing = 1 }", false),
        ("{ $.missing != 1 }", false),
        ("{ $.user.tags[1] = \"b\" }", true),
        ("{ $.user.tags[9] = \"b\" }", false),
        ("{ $[\"a b\"] = 1 }", true),
        ("{ $['level'] = 'ERROR' }", true),
    ] {
        assert_eq!(matches(pattern, message), wanted, "{pattern}");
    }
    assert!(!matches("{ $.a = 1 }", "no json"));
    assert!(!matches("{ $.a NOT EXISTS }", "[1]"));
}

#[test]
fn regular_expressions() {
    for (pattern, message, wanted) in [
        ("%ERROR%", "an ERROR", true),
        ("%^ERR[0-9]+$%", "ERR17", true),
        ("%^ERR[0-9]+$%", "ERR17 x", false),
        ("ERROR -%5[0-9]{2}%", "ERROR 503", false),
        ("ERROR -%5[0-9]{2}%", "ERROR 404", true),
        ("?%a.c% ?x", "abc", true),
        ("%100\\%%", "a 100% b", true),
        ("{ $.a = %^x+$% }", r#"{"a":"xxx"}"#, true),
        ("{ $.a != %^x+$% }", r#"{"a":"xxx"}"#, false),
        ("{ $.a = %^4% }", r#"{"a":404}"#, true),
        ("[status = %^4[0-9]{2}$%, ...]", "404 b c", true),
        ("[status = %^4[0-9]{2}$%, ...]", "4040 b c", false),
    ] {
        assert_eq!(matches(pattern, message), wanted, "{pattern} on {message}");
    }
    for bad in ["%open", "%%", "%(a)%", "%[%", "%a% %b% %c%", "{ $.a > %x% }", "{ $.a = %x }"] {
        assert!(Pattern::parse(bad).is_err(), "{bad}");
    }
}

const ACCESS: &str = r#"127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534"#;

#[test]
fn fields() {
    for (pattern, wanted) in [
        ("[ip, identity, user, time, request, status, size]", true),
        ("[ip, identity, user, time, request, status]", false),
        ("[ip, user, ...]", true),
        ("[..., size]", true),
        ("[...]", true),
        ("[ip, ..., status, size]", true),
        ("[ip, a, b, c, d, e, f, g, ...]", false),
        ("[ip, identity, user, time, request, status = 4*, size]", true),
        ("[ip, identity, user, time, request, status = 4*, size > 1000]", true),
        ("[ip, identity, user, time, request, status = 4*, size > 2000]", false),
        ("[ip, identity, user, time, request = *html*, status != 200, size]", true),
        ("[ip, identity, user, time, request = \"GET *\", status, size]", true),
        ("[..., status = 404 || status = 410, size]", true),
        ("[..., (status = 403 || status = 410) && status != 404, size]", false),
        ("[ip != 127*, ...]", false),
        ("[ip, identity, user = frank, ...]", true),
        ("[..., user >= 3, time, request, status, size]", false),
    ] {
        assert_eq!(matches(pattern, ACCESS), wanted, "{pattern}");
    }
    for bad in
        ["[", "[a", "[a,]", "[a, a]", "[..., b, ...]", "[a = ]", "[a b]", "[a] x", "[a = 1 || b = 2]", "[]"]
    {
        assert!(Pattern::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn what_is_extracted() {
    let extract = |pattern: &str, message: &str| Pattern::parse(pattern).unwrap().extract(message);
    let pairs = |list: &[(&str, &str)]| {
        Some(list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>())
    };
    assert_eq!(extract("ERROR", "an ERROR"), Some(Vec::new()));
    assert_eq!(extract("ERROR", "fine"), None);
    let json = r#"{"a":{"b":["x",2]},"n":5}"#;
    let wanted = [("$.a.b[1]", "2"), ("$.n", "5")];
    assert_eq!(extract("{ $.a.b[1] = 2 && ($.n = 5 || $.none = 1) }", json), pairs(&wanted));
    let wanted = [
        ("$1", "127.0.0.1"),
        ("$2", "-"),
        ("$3", "frank"),
        ("$4", "10/Oct/2000:13:25:15 -0700"),
        ("$5", "GET /index.html HTTP/1.0"),
        ("$6", "404"),
        ("$size", "1534"),
    ];
    assert_eq!(extract("[..., size]", ACCESS), pairs(&wanted));
    let read = |pattern: &str, message, selectors: &[&str]| {
        Pattern::parse(pattern).unwrap().read(message, selectors)
    };
    assert_eq!(read("{ $.n = * }", json, &["$.a.b[0]", "$.no"]), Some(vec![Some("x".to_owned()), None]));
    assert_eq!(read("[..., size]", ACCESS, &["$size", "$x"]), Some(vec![Some("1534".to_owned()), None]));
    let can = |pattern: &str, selector| Pattern::parse(pattern).unwrap().can_read(selector);
    assert!(can("{ $.a = 1 }", "$.b") && !can("{ $.a = 1 }", "$b") && !can("x", "$.b"));
    assert!(can("[a, b]", "$b") && !can("[a, b]", "$c") && !can("[a, b]", "$.b"));
}

#[test]
fn broken_patterns_are_refused() {
    let deep = format!("{{ {}$.a = 1{} }}", "(".repeat(500), ")".repeat(500));
    for pattern in [
        "\"open",
        "a-b",
        "{",
        "{}",
        "{ $ }",
        "{ $. = 1 }",
        "{ $.a }",
        "{ $.a = }",
        "{ $.a < x }",
        "{ $.a = 1 } x",
        "{ $.a IS 1 }",
        "{ $.a NOT 1 }",
        "{ $.a[ }",
        "{ $.a[x] = 1 }",
        "{ $.a = \"x }",
        "{ a = 1 }",
        "{ ($.a = 1 }",
        "{ $.a = 1 &&",
        "-",
        "?",
        &deep,
    ] {
        assert!(matches!(Pattern::parse(pattern), Err(PatternError::Syntax(_))), "{pattern}");
    }
}

proptest::proptest! {
    #[test]
    fn no_pattern_panics(pattern in "[{\\[(]{0,3} ?[,$.a-c\\[\\]\"'\\\\=!<>&|()*%?{} é-]{0,40}", message in "[{\"a:1,\\[\\]}]{0,20}") {
        if let Ok(pattern) = Pattern::parse(&pattern) {
            let matched = pattern.matches(&message);
            proptest::prop_assert_eq!(matched, pattern.extract(&message).is_some());
            if matched {
                proptest::prop_assert!(pattern.required().iter().all(|term| message.contains(term.as_str())));
            }
        }
    }
}
