//! Finds the least of a smooth function: L-BFGS with a backtracking line search, in a fixed order of operations, so
//! that the same corpus gives the same model to the last bit.

/// How many steps are remembered.
const MEMORY: usize = 8;

/// The arguments at which `value_and_gradient` is least, begun at zero.
pub fn least(size: usize, steps: usize, mut value_and_gradient: impl FnMut(&[f64], &mut [f64]) -> f64) -> Vec<f64> {
    let mut x = vec![0.0; size];
    let mut gradient = vec![0.0; size];
    let mut value = value_and_gradient(&x, &mut gradient);
    let mut past: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    let (mut next, mut next_gradient) = (vec![0.0; size], vec![0.0; size]);
    for _ in 0..steps {
        let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
        let mut parts = Vec::new();
        for (moved, turned, scale) in past.iter().rev() {
            let part = scale * dot(moved, &direction);
            add(&mut direction, -part, turned);
            parts.push(part);
        }
        if let Some((moved, turned, _)) = past.last() {
            let scale = dot(moved, turned) / dot(turned, turned);
            direction.iter_mut().for_each(|d| *d *= scale);
        } else {
            let scale = 1.0 / dot(&gradient, &gradient).sqrt().max(1e-12);
            direction.iter_mut().for_each(|d| *d *= scale);
        }
        for ((moved, turned, scale), part) in past.iter().zip(parts.into_iter().rev()) {
            let back = scale * dot(turned, &direction);
            add(&mut direction, part - back, moved);
        }
        let slope = dot(&gradient, &direction);
        if slope > -1e-9 * (1.0 + value.abs()) {
            break;
        }
        let mut step = 1.0;
        let mut lower = f64::NAN;
        for _ in 0..20 {
            next.copy_from_slice(&x);
            add(&mut next, step, &direction);
            lower = value_and_gradient(&next, &mut next_gradient);
            if lower <= value + 1e-4 * step * slope {
                break;
            }
            step /= 2.0;
        }
        if lower.is_nan() || lower >= value {
            break;
        }
        let moved: Vec<f64> = next.iter().zip(&x).map(|(a, b)| a - b).collect();
        let turned: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let along = dot(&moved, &turned);
        if along > 1e-12 {
            past.push((moved, turned, 1.0 / along));
            if past.len() > MEMORY {
                past.remove(0);
            }
        }
        std::mem::swap(&mut x, &mut next);
        std::mem::swap(&mut gradient, &mut next_gradient);
        value = lower;
    }
    x
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], times: f64, what: &[f64]) {
    to.iter_mut().zip(what).for_each(|(to, what)| *to += times * what);
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_least_of_a_bent_valley_is_found() {
        let x = super::least(2, 200, |x, g| {
            let (a, b) = (1.0 - x[0], x[1] - x[0] * x[0]);
            g[0] = -2.0 * a - 400.0 * x[0] * b;
            g[1] = 200.0 * b;
            a * a + 100.0 * b * b
        });
        assert!((x[0] - 1.0).abs() < 1e-3 && (x[1] - 1.0).abs() < 1e-3, "{x:?}");
    }
}
