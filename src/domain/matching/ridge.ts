/** Ridge regression in its dual form: a score for each entry, and what it would be had a phrasing not been there. */

/**
 * The inverse of a symmetric positive definite `size` x `size` matrix, row by row, by Cholesky's factorisation.
 * Rounding can take a pivot of a nearly singular matrix to zero; it is then held at a small positive number.
 */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array {
  const lower = Float64Array.from(matrix);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = lower[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1)
        sum -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (lower[column * size + column] ?? 1);
    }
  }
  // Row c of `left` is column c of the factor's inverse, so that both inner loops run along memory.
  const left = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    left[column * size + column] = 1 / (lower[column * size + column] ?? 1);
    for (let row = column + 1; row < size; row += 1) {
      let sum = 0;
      for (let k = column; k < row; k += 1)
        sum -= (lower[row * size + k] ?? 0) * (left[column * size + k] ?? 0);
      left[column * size + row] = sum / (lower[row * size + row] ?? 1);
    }
  }
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < size; k += 1) sum += (left[row * size + k] ?? 0) * (left[column * size + k] ?? 0);
      inverse[row * size + column] = sum;
      inverse[column * size + row] = sum;
    }
  }
  return inverse;
}
