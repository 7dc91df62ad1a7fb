/** The sheet a form keeps for itself; by its name a form is first known. */
export const META_SHEET = '_TongHop';
