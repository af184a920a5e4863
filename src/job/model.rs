//! The model: points that words give to the values of the axes. `cargo xtask train` makes it of the corpus
//! (`corpus/GUIDE.md`); how well it reads stands in `docs/classifier/model-card.md`.
//!
//! The file: version, count of features (u16), a unit for the weights, the points every text begins with, and the
//! threshold to commit (f32 each), then the codes of the features in rising order as gaps (LEB128), then for each
//! value of [`VALUES`] one signed byte a feature. All little-endian.

use super::Value;
use std::sync::OnceLock;

/// The values that words give points to. The others, `One` and `Yes`, stand at 0.
pub(super) const VALUES: [Value; 8] =
    [Value::Many, Value::Own, Value::Others, Value::Whole, Value::Tools, Value::Rally, Value::Way, Value::No];

/// A model that can be asked.
#[derive(Default)]
pub(super) struct Model {
    codes: Vec<u32>,
    weights: Vec<i8>,
    /// Points of a weight of 1 in a text of one known feature.
    unit: f64,
    /// Where every text begins, in the order of [`VALUES`].
    pub begin: [f64; 8],
    /// A reading of words alone commits from this probability on.
    pub commits: f64,
}

impl Model {
    /// The model of this build.
    pub fn built_in() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        // The file is part of the build, and a test reads it: the empty model stands for what cannot be.
        MODEL.get_or_init(|| Self::of(include_bytes!("model.bin")).unwrap_or_default())
    }

    /// Reads the file; `None` if it is none.
    pub fn of(file: &[u8]) -> Option<Self> {
        let (header, mut rest) = file.split_at_checked(HEADER)?;
        let (start, numbers) = header.split_at_checked(4)?;
        let count = usize::from(u16::from_le_bytes([*start.get(1)?, *start.get(2)?]));
        if start.first() != Some(&VERSION) {
            return None;
        }
        let mut numbers =
            numbers.chunks_exact(4).map(|four| four.try_into().map_or(0.0, |four| f64::from(f32::from_le_bytes(four))));
        let (unit, commits) = (numbers.next()?, numbers.next()?);
        let mut begin = [0.0; 8];
        begin.iter_mut().zip(numbers).for_each(|(begin, number)| *begin = number);

        let mut codes = Vec::with_capacity(count);
        let mut code = 0u32;
        for _ in 0..count {
            let (mut gap, mut shift) = (0u32, 0);
            loop {
                let (byte, after) = rest.split_first()?;
                rest = after;
                gap |= u32::from(byte & 0x7f).checked_shl(shift)?;
                shift += 7;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            code = code.checked_add(gap)?;
            codes.push(code);
        }
        let weights = rest.iter().map(|&byte| byte.cast_signed()).collect::<Vec<_>>();
        (weights.len() == count * VALUES.len()).then_some(Self { codes, weights, unit, begin, commits })
    }

    /// The place of a feature, if the model knows it.
    pub fn find(&self, code: u32) -> Option<usize> {
        self.codes.binary_search(&code).ok()
    }

    /// The points of the feature at `place`, in a text with `known` features that the model knows.
    pub fn points(&self, place: usize, known: usize) -> [f64; 8] {
        let scale = self.unit / libm::sqrt(known as f64);
        let mut points = [0.0; 8];
        for (value, points) in points.iter_mut().enumerate() {
            let weight = self.weights.get(value * self.codes.len() + place).copied().unwrap_or_default();
            *points = f64::from(weight) * scale;
        }
        points
    }

    /// How many features it knows.
    pub fn len(&self) -> usize {
        self.codes.len()
    }
}

const VERSION: u8 = 1;
const HEADER: usize = 4 + 4 * (2 + VALUES.len());
