// Temperatures that mean something, in units of a lone memory's field.

/** From here on even a lone memory has no hold (D. J. Amit, H. Gutfreund and H. Sompolinsky, Phys. Rev. A 32, 1007, 1985). */
export const LOOSE = 1;

/** The hottest that sliders go. */
export const HOTTEST = 2 * LOOSE;
