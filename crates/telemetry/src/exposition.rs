//! Families of metrics as text: Prometheus's exposition format 0.0.4, and OpenMetrics 1.0.0.

use crate::accept::Format;
use crate::family::{Family, Kind, Spread, Value};
use std::borrow::Cow;
use std::fmt::Write;

/// The whole text of a scrape.
pub fn text(families: &[Family], format: Format) -> String {
    let mut out = String::new();
    for family in families {
        // Writing to a string does not fail.
        let _ = write_family(&mut out, family, format);
    }
    if format == Format::OpenMetrics {
        out.push_str("# EOF\n");
    }
    out
}

type Labels<'a> = (&'static [&'static str], &'a [Cow<'static, str>]);

fn write_family(out: &mut String, family: &Family, format: Format) -> std::fmt::Result {
    let Family { name, help, kind, labels, points } = family;
    let bare = name.strip_suffix("_total").filter(|_| *kind == Kind::Counter).unwrap_or(name);
    // OpenMetrics names a family of counters without what their samples end in.
    let named = if format == Format::OpenMetrics { bare } else { name };
    write!(out, "# HELP {named} ")?;
    escape(out, help, format == Format::OpenMetrics);
    let spelt = match kind {
        Kind::Counter => "counter",
        Kind::Gauge => "gauge",
        Kind::Histogram => "histogram",
    };
    writeln!(out, "\n# TYPE {named} {spelt}")?;
    if let (Format::OpenMetrics, Some(unit)) = (format, unit(bare)) {
        writeln!(out, "# UNIT {named} {unit}")?;
    }
    for (values, value) in points {
        let of = (*labels, values.as_slice());
        match value {
            Value::Spread(spread) => write_spread(out, name, of, spread, format)?,
            value => {
                let total = if *kind == Kind::Counter && bare == *name { "_total" } else { "" };
                let suffix = if format == Format::OpenMetrics { total } else { "" };
                write!(out, "{name}{suffix}")?;
                write_labels(out, of, None)?;
                match value {
                    Value::Whole(number) => writeln!(out, " {number}")?,
                    Value::Real(number) => writeln!(out, " {}", number_text(*number))?,
                    Value::Spread(_) => {}
                }
            }
        }
    }
    Ok(())
}

/// A base unit that a name ends in.
fn unit(name: &str) -> Option<&str> {
    let (_, last) = name.rsplit_once('_')?;
    matches!(last, "seconds" | "bytes" | "ratio").then_some(last)
}

fn write_spread(
    out: &mut String,
    name: &str,
    of: Labels<'_>,
    spread: &Spread,
    format: Format,
) -> std::fmt::Result {
    let mut sum = 0;
    let bounds = spread.bounds.iter().copied().chain([f64::INFINITY]);
    for (bound, count) in bounds.zip(&spread.counts) {
        sum += count;
        let mut bound = number_text(bound);
        if format == Format::OpenMetrics && !bound.contains(['.', 'I', 'e']) {
            bound.push_str(".0");
        }
        write!(out, "{name}_bucket")?;
        write_labels(out, of, Some(&bound))?;
        writeln!(out, " {sum}")?;
    }
    for (suffix, value) in [("sum", number_text(spread.sum)), ("count", sum.to_string())] {
        write!(out, "{name}_{suffix}")?;
        write_labels(out, of, None)?;
        writeln!(out, " {value}")?;
    }
    Ok(())
}

fn write_labels(out: &mut String, (names, values): Labels<'_>, bound: Option<&str>) -> std::fmt::Result {
    let pairs = names.iter().copied().zip(values.iter().map(|value| &**value));
    let mut opened = false;
    for (name, value) in pairs.chain(bound.map(|bound| ("le", bound))) {
        write!(out, "{}{name}=\"", if opened { ',' } else { '{' })?;
        escape(out, value, true);
        out.push('"');
        opened = true;
    }
    if opened {
        out.push('}');
    }
    Ok(())
}

fn escape(out: &mut String, text: &str, quotes: bool) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '"' if quotes => out.push_str("\\\""),
            c => out.push(c),
        }
    }
}

fn number_text(number: f64) -> String {
    match number {
        f64::INFINITY => "+Inf".to_owned(),
        f64::NEG_INFINITY => "-Inf".to_owned(),
        number if number.is_nan() => "NaN".to_owned(),
        number => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn families() -> Vec<Family> {
        let spread = Spread { bounds: &[0.001, 1.0], counts: vec![1, 2, 3], sum: 4.5 };
        vec![
            Family {
                name: "a_requests_total",
                help: "A \"help\"\nwith \\.",
                kind: Kind::Counter,
                labels: &["x", "y"],
                points: vec![
                    (vec!["plain".into(), "".into()], Value::Whole(3)),
                    (vec!["q\"b\\n\n".into(), "ü".into()], Value::Whole(u64::MAX)),
                ],
            },
            Family::single("b_bytes", "Bytes.", Kind::Gauge, Value::Real(1.5)),
            Family::single("c_seconds", "Spread.", Kind::Histogram, Value::Spread(spread)),
        ]
    }

    #[test]
    fn as_prometheus_reads_it() {
        let expected = r#"# HELP a_requests_total A "help"\nwith \\.
# TYPE a_requests_total counter
a_requests_total{x="plain",y=""} 3
a_requests_total{x="q\"b\\n\n",y="ü"} 18446744073709551615
# HELP b_bytes Bytes.
# TYPE b_bytes gauge
b_bytes 1.5
# HELP c_seconds Spread.
# TYPE c_seconds histogram
c_seconds_bucket{le="0.001"} 1
c_seconds_bucket{le="1"} 3
c_seconds_bucket{le="+Inf"} 6
c_seconds_sum 4.5
c_seconds_count 6
"#;
        assert_eq!(text(&families(), Format::Text), expected);
    }

    #[test]
    fn as_open_metrics() {
        let expected = r#"# HELP a_requests A \"help\"\nwith \\.
# TYPE a_requests counter
a_requests_total{x="plain",y=""} 3
a_requests_total{x="q\"b\\n\n",y="ü"} 18446744073709551615
# HELP b_bytes Bytes.
# TYPE b_bytes gauge
# UNIT b_bytes bytes
b_bytes 1.5
# HELP c_seconds Spread.
# TYPE c_seconds histogram
# UNIT c_seconds seconds
c_seconds_bucket{le="0.001"} 1
c_seconds_bucket{le="1.0"} 3
c_seconds_bucket{le="+Inf"} 6
c_seconds_sum 4.5
c_seconds_count 6
# EOF
"#;
        assert_eq!(text(&families(), Format::OpenMetrics), expected);
    }

    #[test]
    fn numbers() {
        for (number, spelt) in [
            (0.0, "0"),
            (0.25, "0.25"),
            (1e21, "1000000000000000000000"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Inf"),
        ] {
            assert_eq!(number_text(number), spelt);
        }
    }
}
