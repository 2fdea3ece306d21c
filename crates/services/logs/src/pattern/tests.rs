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
fn what_is_not_built_says_so() {
    for (pattern, part) in [
        ("[ip, user]", "space-delimited"),
        ("%ERROR%", "regular expressions"),
        ("{ $.a = %x% }", "regular expressions"),
    ] {
        let error = Pattern::parse(pattern).unwrap_err();
        assert!(matches!(error, PatternError::NotBuilt(_)) && error.to_string().contains(part), "{error}");
    }
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
    fn no_pattern_panics(pattern in "[{\\[(]{0,3} ?[$.a-c\\[\\]\"'\\\\=!<>&|()*%?{} é-]{0,40}", message in "[{\"a:1,\\[\\]}]{0,20}") {
        if let Ok(pattern) = Pattern::parse(&pattern) {
            let matched = pattern.matches(&message);
            if matched {
                proptest::prop_assert!(pattern.required().iter().all(|term| message.contains(term.as_str())));
            }
        }
    }
}
