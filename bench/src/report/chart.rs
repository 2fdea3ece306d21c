//! Distributions of latencies as SVG: what share of all was answered within how long, on a logarithmic time axis.

use crate::stats::Samples;
use std::fmt::Write;

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 420.0;
/// Around the plot: left, top, right, bottom.
const MARGINS: (f64, f64, f64, f64) = (56.0, 48.0, 230.0, 52.0);
/// Ours in full lines, baselines dashed.
const COLOURS: [&str; 6] = ["#d1495b", "#00798c", "#8d6a9f", "#edae49", "#30638e", "#5a5a5a"];
/// No curve needs more points than there are pixels.
const MOST_POINTS: usize = 400;

/// Curves of one runtime.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    /// Also the file's name.
    pub(crate) name: String,
    pub(crate) title: String,
    curves: Vec<Curve>,
}

#[derive(Clone, Debug)]
struct Curve {
    name: String,
    is_baseline: bool,
    samples: Samples,
}

impl Chart {
    /// An empty one.
    pub(crate) fn new(name: &str, title: &str) -> Self {
        Self { name: name.to_owned(), title: title.to_owned(), curves: Vec::new() }
    }

    /// Adds a curve of what was measured, in ms.
    pub(crate) fn ours(&mut self, name: &str, samples: &Samples) {
        self.curve(name, false, samples);
    }

    /// Adds a curve of a baseline, in ms.
    pub(crate) fn baseline(&mut self, name: &str, samples: &Samples) {
        self.curve(name, true, samples);
    }

    fn curve(&mut self, name: &str, is_baseline: bool, samples: &Samples) {
        if samples.len() > 0 {
            self.curves.push(Curve { name: name.to_owned(), is_baseline, samples: samples.clone() });
        }
    }

    /// The file, or nothing where there is no curve.
    pub(crate) fn svg(&self) -> Option<String> {
        let all = || self.curves.iter().flat_map(|curve| curve.samples.all()).filter(|ms| **ms > 0.0);
        let least = all().copied().fold(f64::INFINITY, f64::min);
        let most = all().copied().fold(0.0, f64::max);
        if !least.is_finite() {
            return None;
        }
        // Whole decades, one at least.
        let (from, to) = (least.log10().floor(), most.log10().ceil().max(least.log10().floor() + 1.0));
        let plot = Plot { from, to };
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
             <text x=\"{}\" y=\"24\" font-size=\"16\">{}</text>\n",
            MARGINS.0,
            escaped(&self.title)
        );
        plot.axes(&mut svg);
        for (n, curve) in self.curves.iter().enumerate() {
            plot.curve(&mut svg, n, curve);
        }
        svg.push_str("</svg>\n");
        Some(svg)
    }
}

/// The plot's own scale: decades of milliseconds from left to right, shares from the bottom to the top.
struct Plot {
    from: f64,
    to: f64,
}

impl Plot {
    fn x(&self, ms: f64) -> f64 {
        let wide = WIDTH - MARGINS.0 - MARGINS.2;
        MARGINS.0 + (ms.log10() - self.from) / (self.to - self.from) * wide
    }

    fn y(share: f64) -> f64 {
        HEIGHT - MARGINS.3 - share * (HEIGHT - MARGINS.1 - MARGINS.3)
    }

    fn axes(&self, svg: &mut String) {
        let (left, right, top, bottom) = (MARGINS.0, WIDTH - MARGINS.2, Self::y(1.0), Self::y(0.0));
        for percent in [0, 25, 50, 75, 90, 99, 100] {
            let y = Self::y(f64::from(percent) / 100.0);
            let _ = writeln!(svg, "<path d=\"M{left} {y:.1}H{right}\" stroke=\"#ddd\"/>");
            // 99 % and 100 % are as good as one line.
            if percent != 99 {
                let _ = writeln!(
                    svg,
                    "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{percent} %</text>",
                    left - 6.0,
                    y + 4.0
                );
            }
        }
        let mut decade = self.from;
        while decade <= self.to {
            let base = 10_f64.powf(decade);
            for step in [1.0, 2.0, 5.0] {
                let ms = base * step;
                if ms.log10() > self.to + 1e-9 {
                    break;
                }
                let x = self.x(ms);
                let _ = writeln!(svg, "<path d=\"M{x:.1} {top}V{bottom}\" stroke=\"#ddd\"/>");
                let _ = writeln!(
                    svg,
                    "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
                    bottom + 16.0,
                    plain(ms)
                );
            }
            decade += 1.0;
        }
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">ms (logarithmic); share of all within it</text>",
            (left + right) / 2.0,
            HEIGHT - 12.0
        );
    }

    fn curve(&self, svg: &mut String, n: usize, curve: &Curve) {
        let colour = COLOURS[n % COLOURS.len()];
        let dashes = if curve.is_baseline { " stroke-dasharray=\"5 4\"" } else { "" };
        let mut path = String::new();
        let count = curve.samples.len().min(MOST_POINTS);
        for point in 0..=count {
            #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
            let share = point as f64 / count as f64;
            let ms = curve.samples.percentile(share).max(f64::MIN_POSITIVE);
            let letter = if point == 0 { 'M' } else { 'L' };
            let _ = write!(path, "{letter}{:.1} {:.1}", self.x(ms).max(MARGINS.0), Self::y(share));
        }
        let _ = writeln!(
            svg,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dashes}/>"
        );
        for (share, radius) in [(0.5, 3.5), (0.99, 3.5)] {
            let x = self.x(curve.samples.percentile(share).max(f64::MIN_POSITIVE)).max(MARGINS.0);
            let _ = writeln!(
                svg,
                "<circle cx=\"{x:.1}\" cy=\"{:.1}\" r=\"{radius}\" fill=\"{colour}\"/>",
                Self::y(share)
            );
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of curves")]
        let y = MARGINS.1 + 8.0 + 40.0 * n as f64;
        let x = WIDTH - MARGINS.2 + 14.0;
        let _ = writeln!(
            svg,
            "<path d=\"M{x} {:.1}h22\" stroke=\"{colour}\" stroke-width=\"2\"{dashes}/>\
             <text x=\"{}\" y=\"{y:.1}\">{}</text>\
             <text x=\"{}\" y=\"{:.1}\" fill=\"#666\" font-size=\"11\">p50 {} · p99 {} · {} times</text>",
            y - 4.0,
            x + 28.0,
            escaped(&curve.name),
            x + 28.0,
            y + 14.0,
            plain(curve.samples.p50()),
            plain(curve.samples.p99()),
            curve.samples.len()
        );
    }
}

/// As few digits as tell it.
fn plain(ms: f64) -> String {
    let digits = if ms >= 100.0 {
        0
    } else if ms >= 10.0 {
        1
    } else {
        3
    };
    let text = format!("{ms:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether every element is closed in its turn, every attribute quoted and no bare `&` or `<` left.
    fn is_well_formed(xml: &str) -> bool {
        let (mut open, mut rest) = (Vec::new(), xml);
        while let Some(at) = rest.find('<') {
            let text = &rest[..at];
            if text.contains('>') || text.split('&').skip(1).any(|t| !t.contains(';')) {
                return false;
            }
            let Some(end) = rest[at..].find('>') else { return false };
            let tag = &rest[at + 1..at + end];
            rest = &rest[at + end + 1..];
            if tag.contains('<') || tag.matches('"').count() % 2 != 0 {
                return false;
            }
            let name = tag.trim_matches('/').split_whitespace().next().unwrap_or_default();
            if tag.starts_with('/') {
                if open.pop() != Some(name) {
                    return false;
                }
            } else if !tag.ends_with('/') {
                open.push(name);
            }
        }
        open.is_empty()
    }

    #[test]
    fn the_test_for_well_formed_text_sees_what_is_not() {
        for bad in ["<a><b></a></b>", "<a>", "<a x=\"1>", "<a>1 & 2</a>", "<a>></a>", "</a>"] {
            assert!(!is_well_formed(bad), "{bad}");
        }
        assert!(is_well_formed("<a x=\"1\"><b/>&amp;</a>"));
    }

    #[test]
    fn a_chart_is_well_formed_and_has_every_curve() {
        let mut chart = Chart::new("python", "python <cold> & \"warm\"");
        assert_eq!(chart.svg(), None);
        chart.ours("cold", &Samples::of((1..=1_000).map(|n| f64::from(n) / 10.0).collect()));
        chart.ours("nothing", &Samples::default());
        // One sample, none of the two others in a decade of its own.
        chart.baseline("bare <interpreter>", &Samples::of(vec![10.0]));
        chart.baseline("immeasurably fast", &Samples::of(vec![0.0, 0.1]));
        let svg = chart.svg().unwrap();
        assert!(is_well_formed(&svg), "{svg}");
        assert_eq!(svg.matches("stroke-width=\"2\"").count(), 6);
        assert!(svg.contains("bare &lt;interpreter&gt;") && svg.contains("p50 50 · p99 99 · 1000 times"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        // Twice as far to the right on a decade is ten times as long.
        let plot = Plot { from: -1.0, to: 2.0 };
        assert!((plot.x(10.0) - plot.x(1.0) - (plot.x(100.0) - plot.x(10.0))).abs() < 1e-9);
    }
}
