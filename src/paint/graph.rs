//! The network as a graph: neurons on the grid or on a circle, couplings as links between them, red where two
//! support each other and blue, dashed, where they oppose; strength as opacity.

use js_sys::Math;
use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{Colours, couplings::Couplings, levels::Levels};
use crate::network::Network;

/// The most links that are drawn: more could neither be told apart nor drawn in time.
const MOST_LINKS: usize = 6000;

/// Which links, and where the neurons lie.
#[derive(Debug, Default)]
pub struct GraphLook {
    /// On a circle instead of the grid.
    pub circle: bool,
    /// Only positive links between active neurons.
    pub active: bool,
    /// The faintest link shown, as a part of the strongest.
    pub threshold: f64,
    /// Only the links of this neuron.
    pub pointed: Option<usize>,
}

/// What was drawn.
#[derive(Debug)]
pub struct LinksShown {
    /// Links drawn.
    pub shown: usize,
    /// Links that the look asks for; where that is more, the strongest were drawn.
    pub wanted: usize,
    /// Pairs of neurons.
    pub pairs: usize,
}

/// Where the neurons lie in a picture `width` wide.
struct Places {
    circle: bool,
    rows: usize,
    columns: usize,
    width: f64,
}

impl Places {
    fn new(network: &Network, width: f64, circle: bool) -> Self {
        let state = network.state();
        Self { circle, rows: state.rows(), columns: state.columns(), width }
    }

    fn pitch(&self) -> f64 {
        self.width / self.columns.max(self.rows) as f64
    }

    fn neurons(&self) -> usize {
        self.rows * self.columns
    }

    fn radius(&self) -> f64 {
        let room = if self.circle { TAU * 0.47 * self.width / self.neurons() as f64 } else { self.pitch() };
        (0.24 * room).min(0.03 * self.width).max(1.0)
    }

    fn of(&self, neuron: usize) -> (f64, f64) {
        let middle = self.width / 2.0;
        if self.circle {
            let angle = TAU * neuron as f64 / self.neurons() as f64 - TAU / 4.0;
            let radius = middle - self.radius() - 2.0;
            // JavaScript's: Rust's would come with the download.
            return (middle + radius * Math::cos(angle), middle + radius * Math::sin(angle));
        }
        let (row, column) = (neuron / self.columns, neuron % self.columns);
        let from_middle = |place: usize, of: usize| (place as f64 + 0.5 - of as f64 / 2.0) * self.pitch();
        (middle + from_middle(column, self.columns), middle + from_middle(row, self.rows))
    }
}

/// The links, in a square `width` wide.
pub fn links(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    couplings: &Couplings,
    width: f64,
    look: &GraphLook,
) -> Result<LinksShown, JsValue> {
    context.clear_rect(0.0, 0.0, width, width);
    let neurons = couplings.neurons();
    let pairs = neurons * (neurons - 1) / 2;
    let mut chosen = choose(network, couplings, look);
    let wanted = chosen.len();
    if wanted > MOST_LINKS {
        keep_strongest(&mut chosen);
    }
    // Many links together are as dark as a few strong ones.
    let density = (14.0 / (chosen.len() as f64).sqrt()).clamp(0.16, 1.0);
    let shown = chosen.len();
    let mut levels = Levels::default();
    for (i, j, strength) in chosen {
        levels.add(strength, i * neurons + j);
    }
    let places = Places::new(network, width, look.circle);
    context.set_line_width(if shown < 400 { 1.6 } else { 1.0 });
    let solid = js_sys::Array::new();
    let dashes: js_sys::Array = [4.0, 3.0].into_iter().map(JsValue::from_f64).collect();
    for group in levels.groups() {
        context.set_global_alpha(group.opacity * density);
        context.set_stroke_style_str(colours.sign(group.positive));
        context.set_line_dash(if group.positive { &solid } else { &dashes })?;
        context.begin_path();
        for &link in group.members {
            let ((ax, ay), (bx, by)) = (places.of(link / neurons), places.of(link % neurons));
            context.move_to(ax, ay);
            // A little bent, so that links along one row lie beside each other.
            let bend = if look.circle { 0.0 } else { 0.12 };
            let (mx, my) = ((ax + bx) / 2.0 + bend * (by - ay), (ay + by) / 2.0 - bend * (bx - ax));
            context.quadratic_curve_to(mx, my, bx, by);
        }
        context.stroke();
    }
    context.set_line_dash(&solid)?;
    context.set_global_alpha(1.0);
    Ok(LinksShown { shown, wanted, pairs })
}

/// The links that the look asks for, each with its strength from -1 to 1.
fn choose(network: &Network, couplings: &Couplings, look: &GraphLook) -> Vec<(usize, usize, f64)> {
    let state = network.state();
    let mut chosen = Vec::new();
    for i in 0..couplings.neurons() {
        for j in 0..i {
            if look.pointed.is_some_and(|pointed| pointed != i && pointed != j) {
                continue;
            }
            let strength = couplings.relative(couplings.pair(i, j));
            let active = strength > 0.0 && state.is_active(i) && state.is_active(j);
            if strength != 0.0 && strength.abs() >= look.threshold && (active || !look.active) {
                chosen.push((i, j, strength));
            }
        }
    }
    chosen
}

/// Keeps [`MOST_LINKS`], the strongest: counted by steps of strength, for of 8 million pairs a sort takes seconds.
/// Of those in the last step, where there is room for some only, evenly many stay from the first to the last.
fn keep_strongest(links: &mut Vec<(usize, usize, f64)>) {
    const STEPS: usize = 4096;
    let step = |strength: f64| ((strength.abs() * STEPS as f64) as usize).min(STEPS);
    let mut counts = [0; STEPS + 1];
    for (_, _, strength) in &*links {
        counts[step(*strength)] += 1;
    }
    let mut room = MOST_LINKS;
    let mut last = STEPS;
    while last > 0 && counts[last] <= room {
        room -= counts[last];
        last -= 1;
    }
    let mut owed = 0;
    links.retain(|&(_, _, strength)| {
        if step(strength) != last {
            return step(strength) > last;
        }
        owed += room;
        let stays = owed >= counts[last];
        owed -= if stays { counts[last] } else { 0 };
        stays
    });
}

/// The neurons over their links: active ones purple, the one pointed at ringed.
pub fn nodes(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    width: f64,
    look: &GraphLook,
) -> Result<(), JsValue> {
    context.clear_rect(0.0, 0.0, width, width);
    let places = Places::new(network, width, look.circle);
    let radius = places.radius();
    context.set_line_width(1.0);
    context.set_stroke_style_str(&colours.line);
    for (active, colour) in [(false, &colours.inactive), (true, &colours.active)] {
        context.begin_path();
        for neuron in (0..network.neurons()).filter(|&neuron| network.state().is_active(neuron) == active) {
            let (x, y) = places.of(neuron);
            context.move_to(x + radius, y);
            context.arc(x, y, radius, 0.0, TAU)?;
        }
        context.set_fill_style_str(colour);
        context.fill();
        if !active {
            context.stroke();
        }
    }
    if let Some(pointed) = look.pointed.filter(|&pointed| pointed < network.neurons()) {
        let (x, y) = places.of(pointed);
        context.set_stroke_style_str(&colours.ink);
        context.set_line_width(2.0);
        context.begin_path();
        context.arc(x, y, radius + 3.0, 0.0, TAU)?;
        context.stroke();
    }
    Ok(())
}

/// The neuron nearest to a point, if it is near.
pub fn node_at(network: &Network, (x, y): (f64, f64), width: f64, circle: bool) -> Option<usize> {
    let places = Places::new(network, width, circle);
    let distance = |neuron: usize| {
        let (nx, ny) = places.of(neuron);
        Math::hypot(nx - x, ny - y)
    };
    let nearest = (0..network.neurons()).min_by(|&a, &b| distance(a).total_cmp(&distance(b)))?;
    let reach = if circle { 24.0 } else { 0.71 * places.pitch() };
    (distance(nearest) <= reach).then_some(nearest)
}
