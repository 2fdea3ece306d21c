use super::*;
use proptest::prelude::*;

const MINUTE: i64 = 60_000;

fn series(label: &str, values: &[(i64, f64)]) -> Series {
    let points = values.iter().map(|(minute, value)| (minute * MINUTE, *value)).collect();
    Series { label: label.to_owned(), points, period_ms: MINUTE }
}

fn known() -> BTreeMap<String, Worth> {
    let of = |id: &str, values: &[(i64, f64)]| (id.to_owned(), Worth::One(series(id, values)));
    [
        of("m1", &[(0, 1.0), (1, 2.0), (2, 4.0)]),
        of("m2", &[(0, 10.0), (2, 20.0)]),
        of("zero", &[(0, 0.0), (1, 0.0), (2, 1.0)]),
        of("none", &[]),
    ]
    .into()
}

fn worth(text: &str) -> Result<Worth, String> {
    let metrics = ["m1", "m2"].map(str::to_owned);
    let frame = Frame {
        known: &known(),
        metrics: &metrics,
        searches: &BTreeMap::new(),
        from: 0,
        to: 4 * MINUTE,
        period_ms: MINUTE,
        made: &std::sync::atomic::AtomicUsize::new(0),
    };
    evaluate(&parse(text)?, &frame)
}

/// Minutes and values of a series.
fn points(text: &str) -> Vec<(i64, f64)> {
    let of =
        |series: &Series| series.points.iter().map(|(at, value)| (at / MINUTE, *value)).collect::<Vec<_>>();
    match worth(text).unwrap() {
        Worth::One(series) => of(&series),
        Worth::Many(all) => all.iter().flat_map(of).collect(),
        Worth::Number(number) => vec![(-1, number)],
    }
}

#[test]
fn operators() {
    for (text, number) in [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("2 ^ 3 ^ 2", 512.0),
        ("-2 ^ 2", -4.0),
        ("10 / 4 - .5", 2.0),
        ("1 < 2 && 3 >= 3", 1.0),
        ("1 == 2 || 0", 0.0),
        ("1 != 2 AND 1", 1.0),
    ] {
        assert_eq!(worth(text), Ok(Worth::Number(number)), "{text}");
    }
    assert_eq!(points("m1 * 2"), [(0, 2.0), (1, 4.0), (2, 8.0)]);
    assert_eq!(points("100 - m1"), [(0, 99.0), (1, 98.0), (2, 96.0)]);
    assert_eq!(points("m1 + m2"), [(0, 11.0), (2, 24.0)], "only where both are");
    assert_eq!(points("m1 / zero"), [(2, 4.0)], "what is infinite is left out");
    assert_eq!(points("m1 >= 2"), [(0, 0.0), (1, 1.0), (2, 1.0)]);
}

#[test]
fn functions() {
    for (text, wanted) in [
        ("SUM(METRICS())", vec![(0, 11.0), (1, 2.0), (2, 24.0)]),
        ("AVG([m1, m2])", vec![(0, 5.5), (1, 2.0), (2, 12.0)]),
        ("MAX(METRICS('m'))", vec![(0, 10.0), (1, 2.0), (2, 20.0)]),
        ("SUM(m1)", vec![(-1, 7.0)]),
        ("MIN(m1)", vec![(-1, 1.0)]),
        ("STDDEV([m2, m2])", vec![(0, 0.0), (2, 0.0)]),
        ("FILL(m2, 0)", vec![(0, 10.0), (1, 0.0), (2, 20.0), (3, 0.0)]),
        ("FILL(m2, REPEAT)", vec![(0, 10.0), (1, 10.0), (2, 20.0), (3, 20.0)]),
        ("FILL(m2, LINEAR)", vec![(0, 10.0), (1, 15.0), (2, 20.0)]),
        ("FILL(none, 5)", vec![(0, 5.0), (1, 5.0), (2, 5.0), (3, 5.0)]),
        ("IF(m1 > 1, m1, 0)", vec![(0, 0.0), (1, 2.0), (2, 4.0)]),
        ("IF(m1 > 1, m1)", vec![(1, 2.0), (2, 4.0)]),
        ("IF(1, 3, 4)", vec![(-1, 3.0)]),
        ("DIFF(m1)", vec![(1, 1.0), (2, 2.0)]),
        ("RATE(m2)", vec![(2, 10.0 / 120.0)]),
        ("PERIOD(m1)", vec![(-1, 60.0)]),
        ("METRIC_COUNT(METRICS())", vec![(-1, 2.0)]),
        ("DATAPOINT_COUNT(m1)", vec![(-1, 3.0)]),
        ("RUNNING_SUM(m1)", vec![(0, 1.0), (1, 3.0), (2, 7.0)]),
        ("TIME_SERIES(7)", vec![(0, 7.0), (1, 7.0), (2, 7.0), (3, 7.0)]),
        ("FIRST(METRICS())", vec![(0, 1.0), (1, 2.0), (2, 4.0)]),
        ("LAST([m1, m2])", vec![(0, 10.0), (2, 20.0)]),
        ("SORT([m1, m2], SUM, DESC, 1)", vec![(0, 10.0), (2, 20.0)]),
        ("SLICE([m1, m2], 1)", vec![(0, 10.0), (2, 20.0)]),
        ("SLICE([m1, m2], -1)", vec![(0, 10.0), (2, 20.0)]),
        ("REMOVE_EMPTY([none, m2])", vec![(0, 10.0), (2, 20.0)]),
        ("CEIL(m1 / 3)", vec![(0, 1.0), (1, 1.0), (2, 2.0)]),
        ("ABS(FLOOR(0 - m1 / 3))", vec![(0, 1.0), (1, 1.0), (2, 2.0)]),
        ("LOG10(m2 * 10)", vec![(0, 2.0), (2, 200.0_f64.log10())]),
    ] {
        assert_eq!(points(text), wanted, "{text}");
    }
}

#[test]
fn what_is_no_expression() {
    for text in [
        "",
        "1 +",
        "(1",
        "1)",
        "m1 m2",
        "foo(1)",
        "m9",
        "'a'",
        "SUM()",
        "SUM(1)",
        "1 $ 2",
        "'a",
        "..",
        "ANOMALY_DETECTION_BAND(m1)",
    ] {
        assert!(worth(text).is_err(), "{text}");
    }
    assert!(parse(&"(".repeat(1_000)).is_err());
    assert!(parse(&"-".repeat(2_000)).is_err());
    assert!(parse(&format!("1{}", "+1".repeat(1_100))).is_err(), "too long");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "[a-zA-Z0-9 ()+*/^<>=!&|,'.\\[\\]-]{0,60}") {
        let _ = worth(&text);
    }
}
