//! How what is drawn is turned, set larger and put elsewhere.

pub(super) type Matrix = [f64; 6];

pub(super) const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

pub(super) fn times(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

pub(super) fn point(x: f64, y: f64, [a, b, c, d, e, f]: Matrix) -> (f64, f64) {
    (a * x + c * y + e, b * x + d * y + f)
}
